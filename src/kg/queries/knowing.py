"""What was known on a day: any query over the graph of today, asked of the graph as it was then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from kg import sparql, turtle
from kg.errors import QueryError
from kg.names import KG, RDF_TYPE, RDFS
from kg.periods import Period
from kg.queries.evidence import Asker
from kg.queries.patterns import replace_patterns
from kg.tables import plain

_TIMELESS = frozenset(
    (KG + "earliestDay", KG + "latestDay", KG + "knownFrom", KG + "knownUntil", RDFS + "subClassOf")
)
_FORMER = f"""SELECT ?s ?p ?o WHERE {{
  ?spell <{KG}formerSubject> ?s ; <{KG}formerProperty> ?p ; <{KG}formerValue> ?o ;
    <{KG}knownFrom> ?from ; <{KG}knownUntil> ?until .
  FILTER (?from <= DAY && ?until > DAY)
}}"""

_ALWAYS = f"SELECT (MIN(STR(?g)) AS ?graph) WHERE {{ ?g <{KG}knownFrom> 0 }}"

Row = tuple[str, str, str]
"""Subject, property and value as SPARQL writes them."""


@dataclass(frozen=True)
class Past:
    """A day, and what stood then and stands no longer.

    Args:
        day: YYYYMMDD.
        former: Property as SPARQL writes it → the triples that stood on that day; sorted.
        always: A graph that is known at any time, as SPARQL writes it.
        reified: Ask the store for what stood then, pattern by pattern, in place of handing it rows of data:
            Virtuoso 7.2.5 loses values that come from such rows in OPTIONAL.
    """

    day: int
    former: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    always: str = ""
    reified: bool = False


def day_of(text: str, at: str = "known_on") -> int:
    """A day as it is given, YYYY-MM-DD, as a number.

    Raises:
        QueryError: KG607, for anything else.
    """
    try:
        period = Period.parse(text.strip())
    except ValueError:
        period = Period(0, 1)
    if period.earliest == period.latest:
        return period.earliest
    want = "a day that the calendar has, as YYYY-MM-DD"
    raise QueryError("KG607", "value of the wrong kind", at=at, found=text, want=want)


def past(ask: Asker, day: int) -> Past:
    """Look up what stood on a day and stands no longer.

    Args:
        ask: Runs SPARQL over the dataset.
        day: YYYYMMDD.
    """
    found: dict[str, list[Row]] = {}
    for row in ask(_FORMER.replace("DAY", str(day))).rows:
        subject, predicate, value = (turtle.term(term) for term in row)  # type: ignore[arg-type]
        found.setdefault(predicate, []).append((subject, predicate, value))
    graphs = [plain(row[0]) for row in ask(_ALWAYS).rows if row[0] is not None] if found else []
    always = f"<{graphs[0]}>" if graphs else ""
    return Past(day, {predicate: sorted(found[predicate]) for predicate in sorted(found)}, always)


def known_on(text: str, then: Past, known: Mapping[str, str]) -> str:
    """The query as it has to be asked to be answered from what was known on a day.

    A graph says since when what stands in it is known (`kg:knownFrom`). What is believed no longer is kept
    reified, with the days from and before which it was (`kg:Former`); of that, what stood on the day comes with
    `then`. A triple was known on the day if it stands in a graph that was known by then, or is one of those. Each
    pattern of the query is replaced by just that, so joins, OPTIONAL, MINUS and aggregates mean what they meant.

    Args:
        text: A SELECT, ASK or CONSTRUCT; its variables must not begin with `_known` or `_step`.
        then: The day; see `past`.
        known: Prefix → namespace.

    Raises:
        QueryError: KG631, for what cannot be asked so; see `replace_patterns`.
    """
    prefixes = {**known, **sparql.declared_prefixes(text)}
    numbers = count(1)

    def iri(predicate: str) -> str:
        if predicate == "a":
            return RDF_TYPE.value
        if predicate.startswith("<"):
            return predicate[1:-1]
        prefix, _, local = predicate.partition(":")
        return prefixes.get(prefix, "") + local

    def replace(subject: str, predicate: str, target: str) -> str:
        is_open = predicate[0] in "?$"
        if not is_open and iri(predicate) in _TIMELESS:
            return f"{subject} {predicate} {target} ."
        n = next(numbers)
        here = f"GRAPH ?_known{n} {{ {subject} {predicate} {target} }}"
        by_then = f"?_known{n} <{KG}knownFrom> ?_knownf{n} . FILTER (?_knownf{n} <= {then.day})"
        rows = [
            row
            for p in then.former
            if is_open or p == f"<{iri(predicate)}>"
            for row in then.former[p]
            if _may_be(subject, row[0], iri) and _may_be(target, row[2], iri)
        ]
        if not rows:
            return f"{here} {by_then}"
        if then.reified:
            return f"{{ {here} {by_then} }} UNION {{ {_spell(subject, predicate, target, n, then.day)} }}"
        # The day stands outside the union: Oxigraph orders each of its sides as if nothing else were known.
        slots = [subject, predicate, target] if is_open else [subject, target]
        cells = [[*(row if is_open else (row[0], row[2])), then.always] for row in rows]
        return f"{{ {here} }} UNION {{ {_rows([*slots, f'?_known{n}'], cells, n)} }} {by_then}"

    return replace_patterns(text, replace, lambda predicate: iri(predicate) in _TIMELESS)


def _spell(subject: str, predicate: str, target: str, number: int, day: int) -> str:
    """A triple that stood on a day and stands no longer, as it is kept."""
    named = f"<{RDF_TYPE.value}>" if predicate == "a" else predicate
    spell, begins, ends = (f"?_known{part}{number}" for part in ("s", "b", "e"))
    return (
        f"{spell} <{KG}formerSubject> {subject} ; <{KG}formerProperty> {named} ; <{KG}formerValue> {target} ; "
        f"<{KG}knownFrom> {begins} ; <{KG}knownUntil> {ends} . FILTER ({begins} <= {day} && {ends} > {day})"
    )


def _may_be(slot: str, term: str, iri: Callable[[str], str]) -> bool:
    """Whether a term may stand in a place of a pattern: an IRI only where that very one, or a variable, is."""
    return not _is_iri(slot) or term == f"<{iri(slot)}>"


def _is_iri(slot: str) -> bool:
    return slot == "a" or slot[0] == "<" or (slot[0] not in "?$\"'_+-.0123456789" and ":" in slot)


def _rows(slots: Sequence[str], rows: Sequence[Sequence[str]], number: int) -> str:
    """Rows of data in the places of a pattern; a literal there, or a variable for the second time, is compared.

    IRIs have been compared before: Virtuoso 7.2.5 fails on a filter beside such rows.
    """
    columns: list[str] = []
    tests: list[str] = []
    kept = [place for place, slot in enumerate(slots) if not _is_iri(slot)]
    for place in kept:
        slot = slots[place]
        if slot[0] in "?$" and slot not in columns:
            columns.append(slot)
        else:
            columns.append(f"?_knownv{number}x{place}")
            tests.append(f"{columns[-1]} = {slot}")
    cells = " ".join(f"({' '.join(row[place] for place in kept)})" for row in rows)
    wanted = f" FILTER ({' && '.join(tests)})" if tests else ""
    return f"VALUES ({' '.join(columns)}) {{ {cells} }}{wanted}"
