"""Each triple to a graph that says since when it is known; what is believed no longer, reified, to one of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.closure import Ruleset, spanned
from kg.deciding import LAST_DAY, Case, Chronicle
from kg.deciding.annals import folded, line
from kg.deciding.epochs import Spells
from kg.deciding.graphs import Told, expectation_triples
from kg.deciding.records import Expectation
from kg.names import RDF_TYPE, kg
from kg.periods import Period

_KNOWN_FROM = kg("knownFrom")
FROM_THE_START = 0
"""Since when ontology, periods and what the register says without a source are known."""


class Timing:
    """When triples were known, and which of them stand now.

    Args:
        chronicle: Epochs and their days.
        epochs: Triple → the epochs in which it stood; what is missing stands in the last epoch alone. It is
            taken over: those that stand now are marked in it.
    """

    def __init__(self, chronicle: Chronicle, epochs: dict[Triple, int]) -> None:
        self._chronicle = chronicle
        self._epochs = epochs
        # Few sets of epochs are shared by many triples.
        self._days: dict[int, int] = {}
        self._spells: dict[int, Spells] = {}

    def of(self, triples: Iterable[Triple]) -> Iterator[tuple[Triple, int]]:
        """Triples that stand now, which is taken down, each with the day since which it has without a break."""
        return ((triple, self._stand(triple)) for triple in triples)

    def _stand(self, triple: Triple) -> int:
        epochs = self._epochs.get(triple, 0)
        if epochs < 0:
            epochs = ~epochs
        elif epochs:
            # What stands is marked in place: a set of all that stands would be as large as this one.
            self._epochs[triple] = ~epochs
        day = self._days.get(epochs)
        if day is None:
            day = self._days[epochs] = self._chronicle.unbroken(epochs)
        return day

    def former(self, passed_over: Collection[Triple]) -> Iterator[str]:
        """What stood once and does not now, or did not for a while; to be asked when all that stands is taken down.

        Args:
            passed_over: What is to be told of no time, since a rule keeps it out.

        Returns:
            Each spell, `folded`.
        """
        for triple, marked in self._epochs.items():
            spells = self._former(marked)
            if spells and triple not in passed_over and (terms := _terms(triple)):
                whole = line(terms)
                yield from (folded(whole, spell) for spell in spells)

    def _former(self, marked: int) -> Spells:
        """All spells but the one that lasts."""
        spells = self._spells.get(marked)
        if spells is None:
            spells = self._chronicle.spells(~marked if marked < 0 else marked)
            if marked < 0 and spells[-1][1] > LAST_DAY:
                spells = spells[:-1]
            self._spells[marked] = spells
        return spells


def _terms(triple: Triple) -> Told | None:
    """Its terms; None where a blank node or a triple is among them."""
    subject, value = triple.subject, triple.object
    if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
        return subject, triple.predicate, value
    return None


def graph_name(name: str, day: int) -> str:
    """`name/2024-03-21` for what is known since that day, `name/0000` at any time, `name` for undated documents."""
    if day == LAST_DAY:
        return name
    return f"{name}/{Period(day, day).text if day else '0000'}"


def known_from(graph: NamedNode, day: int) -> Triple:
    """Since when what stands in a graph is known."""
    return Triple(graph, _KNOWN_FROM, Literal(day))


def timing(
    case: Case,
    chronicle: Chronicle,
    *,
    facts: Collection[Triple],
    kept_out: Collection[Triple],
    register: Iterable[Triple],
    labels: Iterable[Triple],
    ruleset: Ruleset,
) -> Timing:
    """Bring together when everything was known that is decided, and when what follows followed.

    Args:
        case: The claims.
        chronicle: What was decided when.
        facts: Believed now, and kept by the rules of the shapes.
        kept_out: Facts that break such a rule now; they are followed at no time. Rules are not held against
            what was believed once.
        register: Plain triples, known at any time.
        labels: Names made for things without one; known as long as the thing.
        ruleset: The compiled ontology.
    """
    now = 1 << (len(chronicle.days) - 1) if chronicle.days else 0
    believed = {t: e & ~now for t, e in chronicle.facts.items() if t not in kept_out}
    for fact in facts:
        believed[fact] = believed.get(fact, 0) | now
    found = dict(believed)
    always = dict.fromkeys(register, chronicle.always)
    for triple, epochs in spanned(believed | always, ruleset, chronicle.always).items():
        found[triple] = found.get(triple, 0) | epochs
    for triple, day in _unregistered(case):
        found[triple] = found.get(triple, 0) | chronicle.since(day)
    found.update(_names_of_things(labels, believed))
    found.update((Triple(*told), epochs) for told, epochs in chronicle.counted.items())
    return Timing(chronicle, found)


def _unregistered(case: Case) -> Iterator[tuple[Triple, int]]:
    """That things are not in the register, with the day of the first source that speaks of them."""
    things = dict[str, int]()
    for record in case.resolution.records:
        day = case.speaking.get(record.local, LAST_DAY)
        things[record.thing] = min(things.get(record.thing, LAST_DAY), day)
    for triple in case.resolution.unregistered_triples():
        thing = triple.subject.value if isinstance(triple.subject, NamedNode) else ""
        yield triple, things.get(thing, LAST_DAY)


def expected(
    expectations: Iterable[Expectation], case: Case, chronicle: Chronicle
) -> Iterator[tuple[str, int]]:
    """The same of expectations: each is known since the first of its sources, each of its claims since its own."""
    for expectation in expectations:
        days = {claim: chronicle.first(case.days[claim]) for claim in expectation.claims}
        first = min(days.values())
        for triple in expectation_triples(expectation, case.schema.names):
            thing = triple.object
            yield str(triple), days.get(thing, first) if isinstance(thing, NamedNode) else first


def _names_of_things(labels: Iterable[Triple], believed: Mapping[Triple, int]) -> dict[Triple, int]:
    existing: dict[object, int] = defaultdict(int)
    for triple, epochs in believed.items():
        if triple.predicate == RDF_TYPE:
            existing[triple.subject] |= epochs
    return {label: existing[label.subject] for label in labels}
