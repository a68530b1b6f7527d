"""Rows whose claims take part in a contradiction that is still open carry a mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from pyoxigraph import Literal

from kg.names import KG
from kg.queries.evidence import Asker
from kg.queries.model import DISPUTED, Query
from kg.tables import Row, Table, Value, plain

OPEN = f"""SELECT ?claim ?contradiction WHERE {{
  ?contradiction <{KG}status> <{KG}Open> ; <{KG}kind> ?kind ; <{KG}side> ?claim .
}}"""

Disputes = Mapping[str, AbstractSet[str]]
"""Claim → the open contradictions in which it takes part."""


def disputes(ask: Asker) -> Disputes:
    """All claims of all open contradictions."""
    found: dict[str, set[str]] = {}
    for claim, contradiction in ask(OPEN).rows:
        found.setdefault(plain(claim), set()).add(plain(contradiction))
    return found


def marked(found: Table, query: Query, ask: Asker) -> Table:
    """The answer of a saved query with one column more: the open contradictions that touch a row, if any.

    Args:
        found: Rows; other forms come back unchanged, as do answers to queries that are not marked.
        query: Says whether it is marked: if it has a column `claim`, unless its header has `disputed: false`.
        ask: Runs SPARQL over the dataset that gave the rows.
    """
    if found.form != "rows" or not query.is_marked or DISPUTED in found.columns:
        return found
    known = disputes(ask)
    place = found.columns.index("claim")
    rows = tuple((*row, mark(row, place, known)) for row in found.rows)
    return Table((*found.columns, DISPUTED), rows, "rows", found.empty, found.prefixes)


def mark(row: Row, place: int, known: Disputes) -> Value:
    """The cell for one row: contradictions divided by blanks; empty where nothing is open."""
    return Literal(" ".join(sorted(_touching(plain(row[place]).split(), known))))


def _touching(claims: Iterable[str], known: Disputes) -> set[str]:
    return {contradiction for claim in claims for contradiction in known.get(claim, ())}
