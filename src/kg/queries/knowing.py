"""What was known on a day: any query over the graph of today, asked of the graph as it was then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """

    day: int
    former: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    always: str = ""


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
        names = [iri(predicate)] if not is_open else []
        rows = [r for p in then.former if not names or p == f"<{names[0]}>" for r in then.former[p]]
        if not rows:
            return f"{here} {by_then}"
        # The day stands outside the union: Oxigraph orders each of its sides as if nothing else were known.
        slots = [subject, predicate, target] if is_open else [subject, target]
        cells = [" ".join([*(row if is_open else (row[0], row[2])), then.always]) for row in rows]
        return f"{{ {here} }} UNION {{ {_rows([*slots, f'?_known{n}'], cells, n)} }} {by_then}"

    return replace_patterns(text, replace, lambda predicate: iri(predicate) in _TIMELESS)


def _rows(slots: Sequence[str], cells: Sequence[str], number: int) -> str:
    """Rows of data in the places of a pattern; what is no variable there, or one for the second time, is compared."""
    columns: list[str] = []
    tests: list[str] = []
    for place, slot in enumerate(slots):
        if slot[0] in "?$" and slot not in columns:
            columns.append(slot)
        else:
            columns.append(f"?_knownv{number}x{place}")
            tests.append(f"{columns[-1]} = {slot}")
    wanted = f" FILTER ({' && '.join(tests)})" if tests else ""
    return f"VALUES ({' '.join(columns)}) {{ {' '.join(f'({cell})' for cell in cells)} }}{wanted}"
