"""Answers as pictures: a table and what its header says of it → a Vega-Lite specification → SVG.

Specifications are plain data, made without loading anything; only `svg` loads the renderer.
"""

from __future__ import annotations

from kg.drawing.bars import bars, steps
from kg.drawing.maps import map_of
from kg.drawing.networks import diagram, network
from kg.drawing.rendering import svg
from kg.drawing.specs import spec_of
from kg.drawing.timelines import timeline

__all__ = ["bars", "diagram", "map_of", "network", "spec_of", "steps", "svg", "timeline"]
