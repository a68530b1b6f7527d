"""A saved query, asked of another store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import queries, sparql
from kg.names import NAMING_PROPERTIES, OWL, RDF_TYPE, RDFS, XSD
from kg.queries import Given, Query
from kg.stores.remote import Remote, with_union
from kg.tables import Row, Table, Value, plain

_SUBCLASS = NamedNode(RDFS + "subClassOf")
_NUMBERS = frozenset(XSD + kind for kind in ("integer", "decimal", "double", "float", "int", "long"))


def ask(
    remote: Remote,
    query: Query | str,
    values: Mapping[str, Given] | None = None,
    known: Mapping[str, str] = queries.WELL_KNOWN_PREFIXES,
    *,
    language: str = "en",
    explain: bool = False,
    mark: bool = False,
    day: int | None = None,
) -> Table:
    """Run a saved query, or SPARQL of one's own, in another store.

    Args:
        remote: As `connect` gives it; asked over the union of its graphs.
        query: A `Query`, or a SELECT or ASK, which takes no values.
        values: Parameter → what was given; names are looked up in that store.
        known: Prefix → namespace.
        language: Of what an empty answer means.
        explain: With the sentences behind each row.
        mark: With the open contradictions that touch each row of a saved query.
        day: YYYYMMDD: only what was published by then counts; None for all that there is.

    Returns:
        The rows as the embedded store would give them: put in order again by kg, because stores compare texts
        in different ways, as far as the query orders by its own columns.

    Raises:
        QueryError: KG601 to KG607, as in `queries.run`. StoreError: KG701 to KG703, KG707, KG708.
    """
    united = with_union(remote)
    text = query if isinstance(query, str) else _bound(united, query, values or {}, known)
    then = _past(united, day) if day is not None else None

    def select(asked: str) -> Table:
        dated = queries.known_on(asked, then, known) if then is not None else asked
        return united.select(sparql.without_comments(sparql.with_prefixes(dated, known)), known)

    ordered = _in_order(select(text), sparql.order(text))
    if isinstance(query, Query):
        ordered = queries.finished(ordered, query, language)
        ordered = queries.marked(ordered, query, select) if mark else ordered
    return queries.explained(ordered, select, language) if explain else ordered


def _past(remote: Remote, day: int) -> queries.Past:
    found = queries.past(remote.select, day)
    return replace(found, reified="virtuoso" in remote.server.lower())


def _bound(remote: Remote, query: Query, values: Mapping[str, Given], known: Mapping[str, str]) -> str:
    return queries.bind(query, values, _names(remote, query, values, known), known)


def _names(remote: Remote, query: Query, values: Mapping[str, Given], known: Mapping[str, str]) -> Store:
    """As much of the other store as it takes to find the things that are given by name."""
    asked = [(p, values.get(p.name, p.default)) for p in query.params if p.type in ("thing", "class")]
    found = Store()
    if not any(given for _, given in asked):
        return found
    found.extend(_quads(remote, f"SELECT ?s ?p ?o WHERE {{ ?s ?p ?o VALUES ?p {{ {_SUBCLASS} }} }}"))
    for param, given in asked:
        if given:
            wanted = OWL + "Class" if param.type == "class" else queries.expand(param.class_iri, known)
            found.extend(_quads(remote, _of_classes(queries.below(found, wanted) if wanted else set())))
            found.extend(_about(remote, queries.expand(_given_text(given), known)))
    return found


def _given_text(given: Given) -> str:
    return f"<{given.value}>" if isinstance(given, NamedNode) else str(given).strip()


def _of_classes(classes: Iterable[str]) -> str:
    """Names and types of the things of some classes; of all things where none is named."""
    named = " ".join(f"<{iri}>" for iri in sorted(classes))
    wanted = f"VALUES ?class {{ {named} }} " if named else ""
    said = " ".join(map(str, (*NAMING_PROPERTIES, RDF_TYPE)))
    return f"SELECT DISTINCT ?s ?p ?o WHERE {{ {wanted}?s a ?class . VALUES ?p {{ {said} }} ?s ?p ?o }}"


def _about(remote: Remote, iri: str) -> Iterable[Quad]:
    try:
        node = NamedNode(iri)
    except ValueError:
        return ()
    return _quads(remote, f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {node} }} ?s ?p ?o }}")


def _quads(remote: Remote, text: str) -> list[Quad]:
    rows = remote.select(text).rows
    return [Quad(s, p, o) for s, p, o in rows if isinstance(s, NamedNode) and isinstance(p, NamedNode) and o]


def _in_order(found: Table, order: list[tuple[str, bool]] | None) -> Table:
    """Sorted by the query's own ORDER BY; by all columns where it has none; as it came where that is no column."""
    if found.form != "rows" or order is None or not {name for name, _ in order} <= set(found.columns):
        return found
    rows = list(found.rows)
    if not order:
        rows.sort(key=lambda row: [str(term or "") for term in row])
    for name, falling in reversed(order):
        place = found.columns.index(name)
        rows.sort(key=lambda row, place=place: _rank(row, place), reverse=falling)  # type: ignore[misc]
    return Table(found.columns, tuple(rows), found.form, found.empty, found.prefixes)


def _rank(row: Row, place: int) -> tuple[int, Decimal, str]:
    term: Value | None = row[place]
    if term is None:
        return 0, Decimal(0), ""
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        try:
            return 2, Decimal(term.value), ""
        except InvalidOperation:
            pass
    return (3 if isinstance(term, Literal) else 1), Decimal(0), plain(term)
