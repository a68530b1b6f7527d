"""Numbers: bars by name, and steps in time."""

from __future__ import annotations

from typing import Any

from kg.drawing.columns import Columns
from kg.drawing.marks import SERIES, config, day, number, once, scale

_WIDTH = 700
_BAR = 24


def bars(columns: Columns) -> dict[str, Any]:
    """A bar for each row with a number, in the order of the rows."""
    values = [
        {"name": columns.text(row, "name"), "value": value, "group": columns.text(row, "group")}
        for row in columns.rows
        if (value := number(columns.cell(row, "value"))) is not None
    ]
    names = once(str(v["name"]) for v in values)
    y = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": {"domain": False, "ticks": False},
    }
    x = {"field": "value", "type": "quantitative", "title": columns.titles["value"], "axis": {"tickCount": 6}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": config(),
        "width": _WIDTH,
        "height": {"step": _BAR},
        "data": {"values": values},
        "encoding": {"y": y, "x": x},
        "layer": [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 2, "height": {"band": 0.7}},
                "encoding": {"color": _colour(columns, [str(v["group"]) for v in values])},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5},
                "encoding": {"text": {"field": "value", "type": "quantitative"}},
            },
        ],
    }


def steps(columns: Columns) -> dict[str, Any]:
    """A line that keeps its height until the next day; one for each group."""
    values = [
        {"day": on, "value": value, "group": columns.text(row, "group")}
        for row in columns.rows
        if (value := number(columns.cell(row, "value"))) is not None and (on := day(columns.cell(row, "day")))
    ]
    groups = [str(v["group"]) for v in values]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": config(),
        "width": _WIDTH,
        "height": 320,
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "step-after", "point": {"size": 50}, "strokeWidth": 2},
        "encoding": {
            "x": {
                "field": "day",
                "type": "temporal",
                "title": None,
                "axis": {"grid": False, "format": "%Y-%m"},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": columns.titles["value"],
                "axis": {"tickCount": 5},
            },
            "color": _colour(columns, groups),
        },
    }


def _colour(columns: Columns, groups: list[str]) -> dict[str, Any]:
    if not columns.has("group"):
        return {"value": SERIES[0]}
    return {
        "field": "group",
        "type": "nominal",
        "title": columns.titles["group"],
        "scale": scale(once(groups)),
    }
