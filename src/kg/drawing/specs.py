"""From a saved query's answer to a specification, by the header's `picture`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kg.drawing.bars import bars, steps
from kg.drawing.columns import Columns
from kg.drawing.maps import map_of
from kg.drawing.networks import network
from kg.drawing.timelines import timeline
from kg.errors import QueryError
from kg.queries import Picture, Query, in_language
from kg.tables import Table

MOST_ROWS = 4_000
"""A picture of more shows nothing."""

_MAKERS: Mapping[str, Callable[[Columns], dict[str, Any]]] = {
    "bars": bars,
    "steps": steps,
    "map": map_of,
    "network": network,
    "timeline": timeline,
}


def spec_of(table: Table, query: Query, language: str = "en") -> dict[str, Any]:
    """How to draw an answer.

    Args:
        table: The answer.
        query: Whose header says how.
        language: Of titles.

    Returns:
        A Vega-Lite specification; plain data.

    Raises:
        QueryError: KG630 where the header asks for no picture, or the answer is too large for one.
    """
    picture = query.picture
    if picture is None:
        raise QueryError(
            "KG630", "query without a picture", at=query.name, want="picture: in its header",
            do="ask for a table",
        )  # fmt: skip
    if len(table) > MOST_ROWS:
        raise QueryError(
            "KG630", "answer too large for a picture", at=query.name, found=f"{len(table)} rows",
            want=f"at most {MOST_ROWS}", do="narrow the query",
        )  # fmt: skip
    columns = _columns(table, query, picture, language)
    return _MAKERS[picture.kind](columns)


def _columns(table: Table, query: Query, picture: Picture, language: str) -> Columns:
    places = {part: table.columns.index(column) for part, column in picture.parts.items()}
    told = {field.name: in_language(field.summary, language) for field in query.fields}
    titles = {part: told.get(column) or column for part, column in picture.parts.items()}
    return Columns(table.rows, places, titles, language)
