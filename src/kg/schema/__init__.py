"""Ontology, shapes, reading hints, lexicon and register, read once into typed objects.

The engine knows of a domain only what stands here. A project is a folder with `ontology/` (Turtle; shapes in
`shapes/`, words in `lexicon/`, hints for reading in `reading/`), `data/reference/` (the register) and `queries/`.
"""

from __future__ import annotations

from kg.schema.loading import LEARNED, find_root, load
from kg.schema.model import ClassShape, Entry, Schema, Slot, Thing

__all__ = ["LEARNED", "ClassShape", "Entry", "Schema", "Slot", "Thing", "find_root", "load"]
