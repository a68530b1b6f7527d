"""What all pictures share: colours that a style sheet can take up again, letters, and cells as values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import Literal

from kg.names import XSD
from kg.tables import Value, plain

# Each stands for itself on light paper; pages give each one a second value for dark paper.
INK = "#1f2528"
DIM = "#5b6468"
RULE = "#dedbd2"
LAND = "#ece8de"
SHORE = "#c9c3b4"
SERIES = ("#12566b", "#b4540a", "#1d6b45", "#7a4a8c", "#7a6a00", "#9c2b22", "#3f5f9c", "#6b6b6b")
"""For groups, in the order of their appearance; told apart by lightness too."""
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "stroke")
FONT = "Inter, 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', sans-serif"

_NUMBERS = frozenset(XSD + kind for kind in ("integer", "decimal", "double", "float", "int", "long"))


def config() -> dict[str, Any]:
    """Of Vega-Lite: quiet axes, no frame, no ground."""
    return {
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelColor": DIM,
            "titleColor": DIM,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "domainColor": RULE,
            "tickColor": RULE,
            "gridColor": RULE,
            "labelLimit": 260,
        },
        "legend": {
            "labelColor": INK,
            "titleColor": DIM,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelLimit": 260,
            "symbolSize": 110,
            "orient": "top",
        },
        "text": {"color": INK, "fontSize": 12},
    }


def number(term: Value | None) -> float | None:
    """Of a numeric literal; None for anything else."""
    if not isinstance(term, Literal):
        return None
    try:
        value = float(term.value)
    except ValueError:
        return None
    return value if value == value and abs(value) != float("inf") else None


def day(term: Value | None) -> str | None:
    """A first day as YYYY-MM-DD, from a number YYYYMMDD or from the text of a period; None for anything else."""
    text = plain(term).partition("/")[0]
    if text.isdigit() and len(text) == 8:
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    parts = text.split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return None
    return "-".join([*parts, "01", "01"][:3])


def once(values: Iterable[str]) -> list[str]:
    """In the order of their first appearance."""
    return list(dict.fromkeys(values))


def scale(groups: Sequence[str]) -> dict[str, Any]:
    """Group → colour."""
    colours = [SERIES[place % len(SERIES)] for place in range(len(groups))]
    return {"domain": list(groups), "range": colours}


def shapes(groups: Sequence[str]) -> dict[str, Any]:
    """Group → shape, so that nobody has to tell colours apart."""
    return {"domain": list(groups), "range": [SHAPES[p % len(SHAPES)] for p in range(len(groups))]}
