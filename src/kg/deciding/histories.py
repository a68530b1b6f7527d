"""What came of each thing, day by day, kept by a digest of all that it came of.

What is decided on most things follows from their own claims alone: from what these say and when, from who says it,
from editors' judgements, and from the schema, the register included. Where none of this has changed, nothing has to
be decided again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality, Term
from kg.deciding.cases import Case, classes_of
from kg.deciding.counts import computed
from kg.deciding.denials import is_denial
from kg.deciding.records import Contradiction, CountedClaim, Decision, Kind, ResolvedClaim, Rule, Status
from kg.resolving import count_shape

Unit = tuple[str, str, str]
"""Thing, property and value of what is decided as one; the value is "" where there is one only."""

NUMBERS = ""
"""In place of a thing in the units of numbers, which stand by themselves: property and value are then two things."""

Kept = Mapping[str, dict[str, Any]]
"""`things` by IRI and `numbers` by digest, in lists, numbers and texts alone, as JSON has them."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of one unit."""

    decisions: tuple[Decision, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    counted: tuple[CountedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of one unit of a thing on a day, in place of what had come of it before."""

    day: int
    unit: Unit
    settled: Settled


class Histories:
    """The turns of things and of numbers: those of an earlier time that still hold, and those of today.

    A thing stands by itself unless it is a number, anybody denies it, or what is said of it speaks of what
    somebody denies. Numbers are held against everything: what came of them by a day holds as long as nothing
    has changed of what was said by then.

    Args:
        case: All claims.
        kept: What `kept` gave at an earlier time, of any claims; what does not hold any more is forgotten.
    """

    def __init__(self, case: Case, kept: Kept | None = None) -> None:
        kept = kept or {"things": {}, "numbers": {}}
        self._reader = _Reader(case)
        heard = [c for c in case.heard if c.factuality is Factuality.ASSERTED or is_denial(c)]
        lines = {claim.iri.value: line for claim, line in _lines(case, heard)}
        self._digests = {
            thing: _digest(case, (lines[c.iri.value] for c in claims))
            for thing, claims in _by_themselves(case, heard)
        }
        self._by_day = dict(_digests_by_day(case, heard, lines))
        self._things = {
            thing: told for thing, told in kept["things"].items() if told[0] == self._digests.get(thing)
        }
        known = {*self._by_day.values()}
        self._numbers = {digest: told for digest, told in kept["numbers"].items() if digest in known}
        self._turns: dict[str, dict[int, list[Turn]]] = {}
        self._new: dict[str, list[Turn]] = {t: [] for t in self._digests.keys() - self._things.keys()}
        self._new_numbers: dict[str, list[Turn]] = {}

    def turns(self, thing: str, day: int) -> Sequence[Turn] | None:
        """What came of a thing on a day, in order; None for a thing that has to be decided."""
        if thing not in self._things:
            return None
        if thing not in self._turns:
            found: dict[int, list[Turn]] = defaultdict(list)
            for turn in map(self._reader.read, self._things[thing][1]):
                found[turn.day].append(turn)
            self._turns[thing] = found
        return self._turns[thing].get(day, ())

    def numbers(self, day: int) -> Sequence[Turn] | None:
        """What came of numbers on a day; None where they have to be settled, and what comes of them is taken down."""
        told = self._numbers.get(self._by_day[day])
        if told is None:
            self._new_numbers[self._by_day[day]] = []
            return None
        return [*map(self._reader.read, told)]

    def add(self, day: int, unit: Unit, settled: Settled) -> None:
        """Take down what came of a unit."""
        to = self._new.get(unit[0]) if unit[0] != NUMBERS else self._new_numbers[self._by_day[day]]
        if to is not None:
            to.append(Turn(day, unit, settled))

    def kept(self) -> Kept:
        """All that may be asked for at a later time."""
        things = {t: [self._digests[t], [*map(_told, turns)]] for t, turns in self._new.items()}
        numbers = {digest: [*map(_told, turns)] for digest, turns in self._new_numbers.items()}
        return {"things": self._things | things, "numbers": self._numbers | numbers}


def _by_themselves(
    case: Case, heard: Iterable[ResolvedClaim]
) -> Iterator[tuple[str, Sequence[ResolvedClaim]]]:
    """Things of which nothing but their own claims decides, each with these."""
    denied: set[str] = set()
    said: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in heard:
        if is_denial(claim):
            denied.add(claim.about)
        else:
            said[claim.about].append(claim)
    for thing, claims in said.items():
        if thing not in denied and not any(claim.value.value in denied for claim in claims):
            classes = classes_of(claims, case.schema)[thing]
            if not any(count_shape(case.schema, each) for each in classes):
                yield thing, claims


def _digests_by_day(
    case: Case, heard: Iterable[ResolvedClaim], lines: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Each day on which anything became known, with a digest of all that was known by then."""
    new: dict[int, list[str]] = {day: [] for day in case.days.values()}
    for claim in heard:
        new[case.days[claim.iri.value]].append(lines[claim.iri.value])
    digest = ""
    for day in sorted(new):
        digest = _digest(case, (digest, *new[day]))
        yield day, digest


def _lines(case: Case, heard: Iterable[ResolvedClaim]) -> Iterator[tuple[ResolvedClaim, str]]:
    """Each claim with all that counts of it: what it says, when, how firmly, and who says it."""
    days, upheld, unresolved = case.days, case.policy.upheld, case.resolution.unresolved
    speakers: dict[str, str] = {}
    for claim in heard:
        iri, source = claim.iri.value, claim.source
        if source not in speakers:
            speakers[source] = _speaker(source, case)
        marks = (
            f"{claim.factuality.value} {claim.existence.value} {iri in upheld} {claim.about in unresolved}"
        )
        yield (
            claim,
            f"{iri} {days[iri]} {marks} {claim.about} {claim.predicate} {speakers[source]} {claim.value}",
        )


def _speaker(source: str, case: Case) -> str:
    witnesses = case.policy.witnesses
    return f"{source} {witnesses.publisher(source)} {witnesses.issued(source)} {witnesses.witness(source)}"


def _digest(case: Case, lines: Iterable[str]) -> str:
    text = "\n".join((case.schema.fingerprint, *sorted(lines)))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


# --- as lists and texts ------------------------------------------------------------------------------------


def _told(turn: Turn) -> list[Any]:
    decisions = [
        [
            d.predicate.value,
            _term(d.value),
            [iri.value for iri in d.winners],
            [iri.value for iri in d.losers],
            d.rule.value,
            d.status.value,
        ]
        for d in turn.settled.decisions
    ]
    contradictions = [
        [
            c.predicate.value,
            c.kind.value,
            [iri.value for iri in c.sides],
            [*map(list, c.decisions)],
            c.rule.value,
            c.status.value,
            c.other,
            [*map(list, c.changes)],
        ]
        for c in turn.settled.contradictions
    ]
    counted = [
        [c.resolved.predicate, c.resolved.value.value, [iri.value for iri in c.of]]
        for c in turn.settled.counted
    ]
    return [turn.day, list(turn.unit), decisions, contradictions, counted]


class _Reader:
    """Reads what `_told` tells."""

    def __init__(self, case: Case) -> None:
        self._names = case.schema.names
        self._said = {claim.iri.value: claim for claim in case.said}

    def read(self, told: list[Any]) -> Turn:
        day, (first, second, third), decisions, contradictions, counted = told
        about = second if first == NUMBERS else first
        thing = NamedNode(about)
        settled = Settled(
            tuple(_decision(thing, fields) for fields in decisions),
            tuple(_contradiction(thing, fields) for fields in contradictions),
            tuple(self._counted(about, fields) for fields in counted),
        )
        return Turn(day, (first, second, third), settled)

    def _counted(self, about: str, fields: list[Any]) -> CountedClaim:
        path, number, of = fields
        return computed(about, path, int(number), [self._said[iri] for iri in of], self._names)


def _decision(about: NamedNode, fields: list[Any]) -> Decision:
    path, value, winners, losers, rule, status = fields
    return Decision(
        about=about,
        predicate=NamedNode(path),
        value=_read_term(value),
        winners=tuple(map(NamedNode, winners)),
        losers=tuple(map(NamedNode, losers)),
        rule=Rule(rule),
        status=Status(status),
    )


def _contradiction(about: NamedNode, fields: list[Any]) -> Contradiction:
    path, kind, sides, decisions, rule, status, other, changes = fields
    return Contradiction(
        about=about,
        predicate=NamedNode(path),
        kind=Kind(kind),
        sides=tuple(map(NamedNode, sides)),
        decisions=tuple((one, two, three) for one, two, three in decisions),
        rule=Rule(rule),
        status=Status(status),
        other=other,
        changes=tuple((language, text) for language, text in changes),
    )


def _term(term: Term) -> str | list[str | None]:
    if isinstance(term, NamedNode):
        return term.value
    return [term.value, term.language, term.datatype.value]


def _read_term(told: str | list[str | None]) -> Term:
    if isinstance(told, str):
        return NamedNode(told)
    value, language, datatype = told
    if language:
        return Literal(value or "", language=language)
    return Literal(value or "", datatype=NamedNode(datatype or ""))
