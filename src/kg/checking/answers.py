"""Saved queries run over the dataset: whether each answers at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Store

from kg import queries
from kg.checking.saved import Asked, failing
from kg.checking.workspace import finding
from kg.errors import KgError
from kg.findings import Finding

_UNPARSED = "KG601"


def check(asked: Asked, store: Store, known: Mapping[str, str]) -> Iterator[Finding]:
    """KG613 for a query without a row, and whatever keeps it from running with its defaults.

    Args:
        asked: A query; of one that does not parse, `saved.check` tells.
        store: The dataset; only read.
        known: Prefix → namespace.
    """
    query = asked.query
    if query is None:
        return
    try:
        any_row = queries.finds(store, query, known)
    except KgError as error:
        if error.code != _UNPARSED:
            yield failing(error, asked.file)
        return
    if not any_row and not query.may_be_empty:
        yield finding(
            "KG613",
            "query that finds nothing",
            [asked.place(_head(asked.text))],
            found="no row with its defaults",
            want="a row, or `#+ may_be_empty: true` in the header",
            do="look at its terms and names; kg query shows what is left without a pattern",
        )


def _head(text: str) -> int:
    """Where the query begins, behind its header."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.lstrip().startswith("#"):
            return offset
        offset += len(line)
    return 0
