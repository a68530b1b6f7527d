"""Each triple to a graph that says since when it is known; what is believed no longer, reified, to one of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.closure import Ruleset, spanned
from kg.deciding import LAST_DAY, Case, Chronicle, Decided
from kg.deciding.graphs import canonical_triples, expectation_triples
from kg.names import RDF_TYPE, Names, kg
from kg.periods import Period

_KNOWN_FROM, _KNOWN_UNTIL = kg("knownFrom"), kg("knownUntil")
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
        self._spells: dict[int, list[tuple[int, int]]] = {}

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
            day = self._days[epochs] = self._since(epochs)
        return day

    def _since(self, epochs: int) -> int:
        days = self._chronicle.days
        if not days:
            return LAST_DAY
        before = (1 << (len(days) - 1)) - 1
        return days[(before & ~epochs).bit_length()]

    def former(self, passed_over: Collection[Triple], names: Names) -> Iterator[Triple]:
        """What stood once and does not now, or did not for a while; to be asked when all that stands is taken down.

        Args:
            passed_over: What is to be told of no time, since a rule keeps it out.
            names: To name each spell.
        """
        for triple, marked in self._epochs.items():
            spells = self._spells.get(marked)
            if spells is None:
                spells = self._spells[marked] = self._former(marked)
            if not spells or triple in passed_over or not isinstance(triple.subject, NamedNode):
                continue
            for begins, ends in spells:
                yield from _spell(triple, begins, ends, names)

    def _former(self, marked: int) -> list[tuple[int, int]]:
        """All spells but the one that lasts."""
        spells = self._chronicle.spells(~marked if marked < 0 else marked)
        return spells[:-1] if marked < 0 and spells[-1][1] > LAST_DAY else spells


def _spell(triple: Triple, begins: int, ends: int, names: Names) -> Iterator[Triple]:
    node = names.hashed("former", str(triple), str(begins))
    yield Triple(node, RDF_TYPE, kg("Former"))
    yield Triple(node, kg("formerSubject"), triple.subject)
    yield Triple(node, kg("formerProperty"), triple.predicate)
    yield Triple(node, kg("formerValue"), triple.object)
    yield Triple(node, _KNOWN_FROM, Literal(begins))
    yield Triple(node, _KNOWN_UNTIL, Literal(ends))


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
    decided: Decided,
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
        decided: What is decided now.
        chronicle: What was decided when.
        facts: Believed now, and kept by the rules of the shapes.
        kept_out: Facts that break such a rule now; they are followed at no time. Rules are not held against
            what was believed once.
        register: Plain triples, known at any time.
        labels: Names made for things without one; known as long as the thing.
        ruleset: The compiled ontology.
    """
    names, now = case.schema.names, 1 << (len(chronicle.days) - 1) if chronicle.days else 0
    found = dict(chronicle.decisions)
    believed = {t: e & ~now for t, e in chronicle.facts.items() if t not in kept_out}
    for fact in facts:
        believed[fact] = believed.get(fact, 0) | now
    found |= believed
    always = dict.fromkeys(register, chronicle.always)
    for triple, epochs in spanned(believed | always, ruleset, chronicle.always).items():
        found[triple] = found.get(triple, 0) | epochs
    for triple, day in _said(case, decided, names):
        found[triple] = found.get(triple, 0) | chronicle.since(day)
    found.update(_names_of_things(labels, believed))
    return Timing(chronicle, found)


def _said(case: Case, decided: Decided, names: Names) -> Iterator[tuple[Triple, int]]:
    """What hangs on several claims alone, with the day of the first of their sources."""
    for expectation in decided.expectations:
        days = {claim: case.days[claim.value] for claim in expectation.claims}
        first = min(days.values())
        for triple in expectation_triples(expectation, names):
            yield triple, days.get(triple.object, first) if isinstance(triple.object, NamedNode) else first
    speaking, things = _speaking(case), dict[str, int]()
    for record in case.resolution.records:
        day = speaking.get(record.local, LAST_DAY)
        things[record.thing] = min(things.get(record.thing, LAST_DAY), day)
    for triple in case.resolution.unregistered_triples():
        thing = triple.subject.value if isinstance(triple.subject, NamedNode) else ""
        yield triple, things.get(thing, LAST_DAY)


def of_sources(case: Case, chronicle: Chronicle, names: Names) -> Iterator[tuple[Triple, int]]:
    """What hangs on one source alone, with the day since which it is known.

    That is what claims say in canonical terms, and which things of documents are which. It stands for ever, and no
    other graph tells of it: so it needs no place among all that has a time.
    """
    for claim in case.said:
        day = chronicle.first(case.days[claim.iri.value])
        for triple in canonical_triples(claim):
            yield triple, day
    speaking = _speaking(case)
    for record in case.resolution.records:
        day = chronicle.first(speaking.get(record.local, LAST_DAY))
        for triple in case.resolution.record_triples(record, names):
            yield triple, day


def _speaking(case: Case) -> dict[str, int]:
    """Things as claims speak of them, with the day of the first claim that does."""
    found: dict[str, int] = {}
    for claim in case.said:
        day = case.days[claim.iri.value]
        for term in (claim.claim.subject, claim.claim.object):
            found[term.value] = min(found.get(term.value, LAST_DAY), day)
    return found


def _names_of_things(labels: Iterable[Triple], believed: Mapping[Triple, int]) -> dict[Triple, int]:
    existing: dict[object, int] = defaultdict(int)
    for triple, epochs in believed.items():
        if triple.predicate == RDF_TYPE:
            existing[triple.subject] |= epochs
    return {label: existing[label.subject] for label in labels}
