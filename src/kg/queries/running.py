"""Hand a query to the store, and keep its whole answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg import sparql, turtle
from kg.errors import QueryError
from kg.names import WELL_KNOWN_PREFIXES
from kg.queries.binding import Given, bind
from kg.queries.headers import bad_header
from kg.queries.knowing import Past, day_of, known_on, past
from kg.queries.model import Query, in_language
from kg.tables import Row, Table, Value

Answer = QuerySolutions | QueryBoolean | QueryTriples

_SYNTAX_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def ask(
    store: Store,
    text: str,
    known: Mapping[str, str] = WELL_KNOWN_PREFIXES,
    *,
    default_graphs: list[NamedNode] | None = None,
    named_graphs: list[NamedNode] | None = None,
    base_iri: str | None = None,
) -> Answer:
    """Hand a query to the store, over the union of its graphs unless graphs are named.

    Args:
        store: Any store; only read.
        text: SPARQL 1.1 Query; the prefixes in `known` need not be declared.
        known: Prefix → namespace.
        default_graphs: In place of the union and of FROM; each must be in the store.
        named_graphs: What GRAPH may see, in place of FROM NAMED; each must be in the store.
        base_iri: What relative IRIs are below, where the query has no BASE.

    Returns:
        What the store returns; its rows are made while they are read.

    Raises:
        QueryError: KG601 with line and column for text that is no query, KG605 for SERVICE and for graphs
            that are not there.
    """
    guarded = sparql.guarded(text)
    clause = sparql.dataset_clause(text, known)
    named = default_graphs is not None or named_graphs is not None
    for graph in clause if not named else [*(default_graphs or []), *(named_graphs or [])]:
        if not store.contains_named_graph(graph):
            raise sparql.unknown_graph(f"<{graph.value}>")
    options: dict[str, Any] = {"use_default_graph_as_union": not clause}
    if named:
        options = {"default_graph": list(default_graphs or []), "named_graphs": list(named_graphs or [])}
    try:
        return store.query(guarded.text, prefixes=dict(known), base_iri=base_iri, **options)
    except SyntaxError as error:
        raise _syntax(guarded, str(error.msg)) from error


def _syntax(guarded: sparql.Guarded, message: str) -> QueryError:
    match = _SYNTAX_AT.match(message)
    at, found = "", message
    if match:
        at = sparql.position(guarded.source, guarded.origin(int(match[1]), int(match[2])))
        found = match[3]
    return QueryError(
        "KG601",
        "SPARQL that does not parse",
        at=f"near {at}" if at else "",
        found=" ".join(found.split())[:200],
        want="a SPARQL 1.1 query; updates are not taken here",
        do="look at, and just before, that place; write blanks around < and > in comparisons",
    )


def run(
    store: Store,
    query: Query | str,
    values: Mapping[str, Given] | None = None,
    known: Mapping[str, str] = WELL_KNOWN_PREFIXES,
    *,
    language: str = "en",
    then: Past | None = None,
) -> Table:
    """Run a saved query, or SPARQL of one's own, and keep its whole answer.

    Args:
        store: Any store; only read.
        query: A `Query`, or SPARQL text, which takes no values.
        values: Parameter → what was given.
        known: Prefix → namespace; see `prefixes`.
        language: Of what an empty answer means.
        then: A day, to answer from what was known on it; see `past`.

    Returns:
        The rows in the query's order; sorted, where the query asks for none.

    Raises:
        QueryError: KG601, KG605 (see `ask`); KG603, KG604, KG607 (see `bind`); KG606 when the header
            of a saved query names other columns than it gives.
    """
    text = query if isinstance(query, str) else bind(query, values or {}, store, known)
    asked = known_on(text, then, known) if then is not None else text
    found = table(ask(store, asked, known), sparql.is_ordered(text), known)
    return found if isinstance(query, str) else finished(found, query, language)


def finds(store: Store, query: Query, known: Mapping[str, str] = WELL_KNOWN_PREFIXES) -> bool:
    """Whether a saved query gives a row with its defaults; as `run`, without waiting for all of them.

    Raises:
        QueryError: as `run`.
    """
    answer = ask(store, sparql.without_order(bind(query, {}, store, known)), known)
    if isinstance(answer, QueryBoolean):
        return True
    if isinstance(answer, QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        finished(Table(columns, (), "rows"), query)
    return next(answer, None) is not None


def past_of(store: Store, day: str, known: Mapping[str, str]) -> Past | None:
    """What stood on a day and stands no longer, in a store; None where no day is given.

    Raises:
        QueryError: KG607 where the text is no day, YYYY-MM-DD.
    """
    return past(lambda text: run(store, text, None, known), day_of(day)) if day else None


def finished(found: Table, query: Query, language: str = "en") -> Table:
    """The answer of a saved query as its header promises it, whichever store gave it.

    Cells of several values have these sorted, each once: stores join them in any order.

    Raises:
        QueryError: KG606 when the header names other columns than the query gives.
    """
    if found.form != "rows":
        return found
    if query.fields and tuple(query.columns) != found.columns:
        raise bad_header(
            query.path, found=f"columns: {', '.join(query.columns)}", want=", ".join(found.columns)
        )
    rows = tuple(tidied(row, query) for row in found.rows)
    return Table(found.columns, rows, "rows", in_language(query.empty, language), found.prefixes)


def tidied(row: Row, query: Query) -> Row:
    """A row with the values of each cell of several sorted, each once."""
    if not any(column.many for column in query.fields):
        return row
    return tuple(
        _sorted_cell(term, column.many) if column.many else term
        for term, column in zip(row, query.fields, strict=True)
    )


def _sorted_cell(term: Value | None, divider: str) -> Value | None:
    if not isinstance(term, Literal):
        return term
    parts = {part.strip() for part in term.value.split(divider)} - {""}
    return Literal(divider.join(sorted(parts)))


def table(answer: Answer, ordered: bool, known: Mapping[str, str], empty: str = "") -> Table:
    """An answer of the store as a record.

    Args:
        answer: As `ask` gives it.
        ordered: Whether the query put its rows in order; they are sorted here if not.
        known: Kept in the table, for showing.
        empty: Kept in the table.
    """
    if isinstance(answer, QueryBoolean):
        return Table(("answer",), ((Literal(bool(answer)),),), "boolean", prefixes=known)
    if isinstance(answer, QueryTriples):
        triples = sorted({(t.subject, t.predicate, t.object) for t in answer}, key=str)
        return Table(("subject", "predicate", "object"), tuple(triples), "triples", empty, known)
    columns = tuple(variable.value for variable in answer.variables)
    rows = [tuple(solution[place] for place in range(len(columns))) for solution in answer]
    if not ordered:
        rows.sort(key=lambda row: [str(term or "") for term in row])
    return Table(columns, tuple(rows), "rows", empty, known)


def graph_text(found: Table) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, under the table's prefixes; "" for other forms."""
    return turtle.write(found.triples(), dict(found.prefixes))
