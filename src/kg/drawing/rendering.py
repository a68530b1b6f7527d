"""A specification → SVG."""

from __future__ import annotations

import re
from typing import Any

from kg.drawing.outlines import OUTLINES, within
from kg.errors import QueryError

_DARK = {
    "#1f2528": "#e6e8e6", "#5b6468": "#a3abad", "#dedbd2": "#343b40", "#ece8de": "#262c31", "#c9c3b4": "#48525a",
    "#12566b": "#6db8cf", "#b4540a": "#f0a15c", "#1d6b45": "#7fcf9f", "#7a4a8c": "#cfa3e0", "#7a6a00": "#d8c84e",
    "#9c2b22": "#f09a90", "#3f5f9c": "#9db8f0", "#6b6b6b": "#b5b5b5", "#ffffff": "#14171a",
}  # fmt: skip
"""Colour on light paper → on dark paper."""

_HEAD = re.compile(r"<svg\b[^>]*>")


def svg(spec: dict[str, Any]) -> str:
    """The picture, with its own colours for dark paper.

    Args:
        spec: For Vega-Lite; nothing that it names is fetched from anywhere.

    Raises:
        QueryError: KG630 for what the renderer cannot draw.
    """
    import vl_convert

    try:
        made = str(vl_convert.vegalite_to_svg(_with_outlines(spec), allowed_base_urls=[]))
    except ValueError as fault:
        raise QueryError("KG630", "picture that cannot be drawn", found=str(fault)[:300]) from fault
    return _HEAD.sub(lambda head: head[0] + _style(), made, count=1)


def _with_outlines(spec: dict[str, Any]) -> dict[str, Any]:
    """With the countries that it names a window for; loading them is for whoever draws, not for whoever asks."""
    window = spec.get("usermeta", {}).get(OUTLINES)
    if window is None:
        return spec
    west, south, east, north = map(float, window)
    return {**spec, "datasets": {OUTLINES: within((west, south, east, north))["features"]}}


def _style() -> str:
    rules = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}' for light, dark in _DARK.items()
    )
    return f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
