"""Days on a line, one lane for each kind of what happened."""

from __future__ import annotations

from typing import Any

from kg.drawing.columns import Columns
from kg.drawing.marks import SERIES, config, day, once

_WIDTH = 780
_LANE = 38


def timeline(columns: Columns) -> dict[str, Any]:
    """A mark for each row with a day, in its lane; a bar where it has an end as well."""
    values = [
        {
            "day": on,
            "until": day(columns.cell(row, "until")) or on,
            "name": columns.text(row, "name"),
            "lane": columns.text(row, "lane"),
            "href": columns.text(row, "thing"),
        }
        for row in columns.rows
        if (on := day(columns.cell(row, "day")))
    ]
    lanes = once(sorted(str(v["lane"]) for v in values))
    y = {
        "field": "lane",
        "type": "nominal",
        "sort": lanes,
        "title": None,
        "axis": {"domain": False, "ticks": False, "grid": True, "labelFontSize": 13},
    }
    x = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "scale": {"padding": 14},
        "axis": {"format": "%Y", "tickCount": 10, "orient": "top"},
    }
    said = {"description": {"field": "name"}, "href": {"field": "href"}, "tooltip": {"field": "name"}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": config(),
        "width": _WIDTH,
        "height": {"step": _LANE},
        "data": {"values": values},
        "encoding": {
            "y": y,
            "x": x,
            **(said if columns.has("thing") else {"description": {"field": "name"}}),
        },
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "round", "opacity": 0.5},
                "encoding": {"x2": {"field": "until"}, "color": {"value": SERIES[0]}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 110, "opacity": 0.7},
                "encoding": {
                    "color": {"value": SERIES[0]},
                },
            },
        ],
    }
