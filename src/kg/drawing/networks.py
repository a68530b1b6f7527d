"""Who is linked with whom: a dot for each thing, a line for each link, in the colour of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.drawing.columns import Columns
from kg.drawing.layout import place
from kg.drawing.marks import SERIES, config, once, scale

_WIDTH = 920
_LONGEST = 30
_SIGN = 6.4
"""Width of a letter on average, in pixels."""

Link = tuple[str, str, str]
"""From, to and kind."""


def network(columns: Columns) -> dict[str, Any]:
    """A dot for each thing, a line for each row."""
    names: dict[str, str] = {}
    links: list[Link] = []
    for row in columns.rows:
        ends = []
        for part in ("one", "other"):
            name = columns.text(row, part)
            iri = columns.text(row, f"{part}_thing") or name
            names.setdefault(iri, name)
            ends.append(iri)
        if all(ends):
            links.append((ends[0], ends[1], columns.text(row, "link")))
    return diagram(names, links)


def diagram(names: Mapping[str, str], links: Iterable[Link], centre: str = "") -> dict[str, Any]:
    """A network of named things.

    Args:
        names: IRI → name.
        links: Between them.
        centre: The thing that it is all about; "" for none.
    """
    found = list(dict.fromkeys(links))
    iris = sorted(names, key=lambda iri: (-_degrees(found)[iri], names[iri], iri))
    at = _places(iris, names, found)
    nodes = [_node(iri, names[iri], at[iri], _degrees(found)[iri], iri == centre) for iri in iris]
    kinds = once(sorted(kind for _, _, kind in found))
    lines = [
        {
            "x": at[a][0],
            "y": at[a][1],
            "x2": at[b][0],
            "y2": at[b][1],
            "kind": k,
            "told": f"{names[a]} – {names[b]}",
        }
        for a, b, k in found
    ]
    height = max((y for _, y in at.values()), default=0.0) + 30
    return _spec(nodes, lines, kinds, height)


def _degrees(links: Sequence[Link]) -> Counter[str]:
    return Counter(end for one, other, _ in links for end in {one, other})


def _places(
    iris: Sequence[str], names: Mapping[str, str], links: Sequence[Link]
) -> dict[str, tuple[float, float]]:
    number = {iri: n for n, iri in enumerate(iris)}
    widths = [max(26.0, len(_short(names[iri])) * _SIGN) for iri in iris]
    height = max(260.0, min(900.0, 60 + 11.5 * len(iris)))
    found = place(widths, [(number[a], number[b]) for a, b, _ in links], (_WIDTH, height))
    return dict(zip(iris, found, strict=True))


def _node(iri: str, name: str, at: tuple[float, float], degree: int, centre: bool) -> dict[str, Any]:
    return {
        "x": at[0],
        "y": at[1],
        "name": _short(name),
        "whole": name,
        "href": iri if iri.startswith("http") else "",
        "size": 50 + 30 * min(degree, 12),
        "role": "centre" if centre else "other",
    }


def _spec(
    nodes: Sequence[dict[str, Any]], lines: Sequence[dict[str, Any]], kinds: Sequence[str], height: float
) -> dict[str, Any]:
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, _WIDTH]}}
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [0, height], "reverse": True}}
    told = {"href": {"field": "href"}, "description": {"field": "whole"}}
    colour: dict[str, Any] = {"value": SERIES[0]}
    if any(kinds):
        legend = {"columns": 4, "symbolType": "stroke", "symbolStrokeWidth": 3}
        colour = {"field": "kind", "type": "nominal", "title": None, "scale": scale(kinds), "legend": legend}
    dots = {"condition": {"test": "datum.role == 'centre'", "value": SERIES[1]}, "value": SERIES[0]}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": config(),
        "width": _WIDTH,
        "height": height,
        "layer": [
            {
                "data": {"values": list(lines)},
                "mark": {"type": "rule", "strokeWidth": 1.6, "opacity": 0.55},
                "encoding": {"x": {"field": "x", **x}, "y": {"field": "y", **y}, "x2": {"field": "x2"},
                             "y2": {"field": "y2"}, "color": colour, "description": {"field": "told"}},
            },
            {
                "data": {"values": list(nodes)},
                "mark": {"type": "point", "filled": True, "opacity": 1, "stroke": "#ffffff", "strokeWidth": 1},
                "encoding": {"x": {"field": "x", **x}, "y": {"field": "y", **y}, "color": dots,
                             "size": {"field": "size", "type": "quantitative", "scale": None}, **told},
            },
            {
                "data": {"values": list(nodes)},
                "mark": {"type": "text", "dy": -11, "fontSize": 11.5},
                "encoding": {"x": {"field": "x", **x}, "y": {"field": "y", **y}, "text": {"field": "name"}},
            },
        ],
    }  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
