"""Places on a map, by the state that each is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.drawing.columns import Columns
from kg.drawing.marks import LAND, SHORE, config, day, number, once, scale, shapes
from kg.drawing.outlines import OUTLINES, Window

_WIDTH = 900
_HEIGHT = 760
_MARGIN = 1.5
"""Degrees around the outermost places."""
_CUT = 0.02
"""Share of the places at each edge that may lie outside of what most of them span."""


def map_of(columns: Columns) -> dict[str, Any]:
    """A mark for each place and state, the last state of each alone to be seen.

    Whoever shows the picture may show earlier ones instead: each mark's description ends with its day.
    """
    values = _values(columns)
    states = once(str(v["state"]) for v in sorted(values, key=lambda v: str(v["day"])))
    window = _window([(float(v["longitude"]), float(v["latitude"])) for v in values])
    colour: dict[str, Any] = {"value": "#12566b"}
    shape: dict[str, Any] = {"value": "circle"}
    if columns.has("state"):
        title = columns.titles["state"]
        colour = {"field": "state", "type": "nominal", "title": title, "scale": scale(states)}
        shape = {"field": "state", "type": "nominal", "title": title, "scale": shapes(states)}
    places = {
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "stroke": "#ffffff", "strokeWidth": 0.8, "clip": True},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "color": colour,
            "shape": shape,
            "size": {"value": 70},
            "opacity": {"condition": {"test": "datum.last", "value": 0.92}, "value": 0},
            "href": {"field": "thing"},
            "description": {"field": "told"},
        },
    }
    land = {
        "data": {"name": OUTLINES},
        "mark": {"type": "geoshape", "fill": LAND, "stroke": SHORE, "strokeWidth": 0.7, "clip": True},
    }
    west, south, east, north = window
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": config(),
        "width": _WIDTH,
        "height": _HEIGHT,
        "projection": {
            "type": "azimuthalEqualArea",
            "rotate": [-(west + east) / 2, -(south + north) / 2],
            "fit": _frame(window),
        },
        "usermeta": {OUTLINES: _wider(window)},
        "layer": [land, places],
    }


def _values(columns: Columns) -> list[dict[str, Any]]:
    """Of rows with a place; a place comes once for each state, the latest last."""
    found = []
    for row in columns.rows:
        latitude, longitude = number(columns.cell(row, "latitude")), number(columns.cell(row, "longitude"))
        if latitude is None or longitude is None:
            continue
        name, state, on = columns.text(row, "name"), columns.text(row, "state"), day(columns.cell(row, "day"))
        found.append(
            {
                "latitude": latitude,
                "longitude": longitude,
                "name": name,
                "state": state,
                "day": on or "",
                "thing": columns.text(row, "thing"),
                "told": " · ".join(part for part in (name, state, on) if part),
            }
        )
    found.sort(key=lambda v: (str(v["day"]), str(v["name"])))
    last = {(v["latitude"], v["longitude"]): place for place, v in enumerate(found)}
    for place, value in enumerate(found):
        value["last"] = last[value["latitude"], value["longitude"]] == place
    return found


def _window(points: Sequence[tuple[float, float]]) -> Window:
    """What nearly all places span; whole degrees, so that small changes draw on the same ground."""
    if not points:
        return (-180.0, -60.0, 180.0, 75.0)
    skip = int(len(points) * _CUT)
    longs, lats = sorted(p[0] for p in points), sorted(p[1] for p in points)
    last = len(points) - 1 - skip
    west, east = longs[skip] - _MARGIN, longs[last] + _MARGIN
    south, north = lats[skip] - _MARGIN, lats[last] + _MARGIN
    return (
        float(max(-180, int(west // 1))),
        float(max(-85, int(south // 1))),
        float(min(180, int(east // 1) + 1)),
        float(min(85, int(north // 1) + 1)),
    )


def _wider(window: Window) -> Window:
    """So wide that the cut edges of countries lie outside of the picture."""
    west, south, east, north = window
    around = max(12.0, (east - west) / 2)
    return (
        max(-180.0, west - around),
        max(-85.0, south - 12),
        min(180.0, east + around),
        min(85.0, north + 12),
    )


def _frame(window: Window) -> dict[str, Any]:
    """The window's edge as points, for the projection to fit."""
    west, south, east, north = window
    steps = range(11)
    edge = [[west + (east - west) * n / 10, lat] for lat in (south, north) for n in steps]
    edge += [[long, south + (north - south) * n / 10] for long in (west, east) for n in steps]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPoint", "coordinates": edge}}
