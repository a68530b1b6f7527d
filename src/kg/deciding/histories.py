"""What came of each thing, day by day, kept by a digest of all that it came of.

What is decided on most things follows from their own claims alone: from what these say and when, from who says it,
from editors' judgements, and from the schema, the register included. Where none of this has changed, nothing has to
be decided again.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality, Term
from kg.deciding.cases import Case, classes_of
from kg.deciding.denials import is_denial
from kg.deciding.piles import Claims, Pile
from kg.deciding.records import (
    Contradiction,
    Decision,
    Kind,
    ResolvedClaim,
    Rule,
    Settled,
    Status,
    Unit,
)
from kg.resolving import count_shape

Kept = Mapping[str, tuple[str, str]]
"""Thing by IRI → a digest of all that something came of, and what came of it as JSON, in one line."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of one unit of a thing on a day, in place of what had come of it before."""

    day: int
    unit: Unit
    settled: Settled


class Histories:
    """The turns of things: those of an earlier time that still hold, and those of today.

    A thing stands by itself unless it is a number, anybody denies it, or what is said of it speaks of what
    somebody denies. Numbers are held against everything, and are settled anew each time.

    Args:
        case: All claims.
        kept: What `kept` gave at an earlier time, of any claims; what does not hold any more is forgotten.
    """

    def __init__(self, case: Case, kept: Kept | None = None) -> None:
        self._digests = dict(_digests(case))
        self._things = {
            thing: told for thing, told in (kept or {}).items() if told[0] == self._digests.get(thing)
        }
        self._said = {claim.iri.value: claim for claim in case.said} if self._things else {}
        self._turns: dict[str, dict[int, list[Turn]]] = {}
        self._new = {thing: _Writer() for thing in self._digests.keys() - self._things.keys()}

    def turns(self, thing: str, day: int) -> Sequence[Turn] | None:
        """What came of a thing on a day, in order; None for a thing that has to be decided."""
        if thing not in self._things:
            return None
        if thing not in self._turns:
            found: dict[int, list[Turn]] = defaultdict(list)
            for turn in _read(thing, json.loads(self._things[thing][1]), self._said):
                found[turn.day].append(turn)
            self._turns[thing] = found
        return self._turns[thing].get(day, ())

    def add(self, day: int, unit: Unit, settled: Settled) -> None:
        """Take down what came of a unit."""
        to = self._new.get(unit[0])
        if to is not None:
            to.add(day, unit, settled)

    def kept(self) -> Kept:
        """All that may be asked for at a later time."""
        return self._things | {t: (self._digests[t], writer.told()) for t, writer in self._new.items()}


def _digests(case: Case) -> Iterator[tuple[str, str]]:
    heard = [c for c in case.heard if c.factuality is Factuality.ASSERTED or is_denial(c)]
    line = _Lines(case)
    for thing, claims in _by_themselves(case, heard):
        yield thing, _digest(case, map(line, claims))


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


class _Lines:
    """A claim with all that counts of it: what it says, when, how firmly, and who says it."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._speakers: dict[str, str] = {}

    def __call__(self, claim: ResolvedClaim) -> str:
        case, iri, source = self._case, claim.iri.value, claim.source
        if source not in self._speakers:
            self._speakers[source] = _speaker(source, case)
        judged = f"{iri in case.policy.upheld} {claim.about in case.resolution.unresolved}"
        marks = f"{claim.factuality.value} {claim.existence.value} {judged}"
        said = f"{claim.about} {claim.predicate} {self._speakers[source]} {claim.value}"
        return f"{iri} {case.days[claim.iri]} {marks} {said}"


def _speaker(source: str, case: Case) -> str:
    witnesses = case.policy.witnesses
    return f"{source} {witnesses.publisher(source)} {witnesses.issued(source)} {witnesses.witness(source)}"


def _digest(case: Case, lines: Iterable[str]) -> str:
    text = "\n".join((case.schema.fingerprint, *sorted(lines)))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


# --- as lists and texts ------------------------------------------------------------------------------------


class _Writer:
    """The turns of one thing, told.

    Most turns of a unit differ in nothing but how many claims stand behind it. So what was settled is told once
    with the piles that these lie on, and each turn by its day, the number of what was settled, and the height
    of each of its piles.
    """

    __slots__ = ("_frames", "_last", "_piles", "_turns")

    def __init__(self) -> None:
        self._piles: dict[Pile, int] = {}
        # As JSON: in lists they would take three times the room.
        self._frames: list[str] = []
        self._last: dict[Unit, int] = {}
        self._turns: list[int] = []

    def add(self, day: int, unit: Unit, settled: Settled) -> None:
        heights: dict[int, int] = {}
        decisions = [self._decision(d, heights) for d in settled.decisions]
        contradictions = [self._contradiction(c, heights) for c in settled.contradictions]
        frame = _as_json([unit[1:], decisions, contradictions])
        number = self._last.get(unit)
        if number is None or self._frames[number] != frame:
            self._last[unit] = number = len(self._frames)
            self._frames.append(frame)
        self._turns += (day, number, *heights.values())

    def told(self) -> str:
        """Claims by pile, what was settled, and the turns, one after the other; as JSON."""
        piles = [[claim.iri.value for claim in pile.claims] for pile in self._piles]
        return f"[{_as_json(piles)}, [{', '.join(self._frames)}], {_as_json(self._turns)}]"

    def _decision(self, d: Decision, heights: dict[int, int]) -> list[Any]:
        winners, losers = self._claims(d.winners, heights), self._claims(d.losers, heights)
        return [d.predicate.value, _term(d.value), winners, losers, d.rule.value, d.status.value]

    def _contradiction(self, c: Contradiction, heights: dict[int, int]) -> list[Any]:
        sides, decisions = self._claims(c.sides, heights), [*map(list, c.decisions)]
        told = [c.predicate.value, c.kind.value, sides, decisions, c.rule.value, c.status.value]
        return [*told, c.other, [*map(list, c.changes)]]

    def _claims(self, claims: Sequence[NamedNode], heights: dict[int, int]) -> list[int]:
        assert isinstance(claims, Claims), "what stands by itself is decided from piles"
        places = []
        for pile, height in claims.parts:
            places.append(self._piles.setdefault(pile, len(self._piles)))
            heights[places[-1]] = height
        return places


def _as_json(told: list[Any]) -> str:
    return json.dumps(told, ensure_ascii=False)


def _read(thing: str, told: list[Any], said: Mapping[str, ResolvedClaim]) -> Iterator[Turn]:
    """The turns that a `_Writer` has told of a thing."""
    piles, frames, turns = told
    read = _Reader(NamedNode(thing), [Pile.of([said[iri] for iri in pile]) for pile in piles])
    place = 0
    while place < len(turns):
        unit, decisions, contradictions = frame = frames[turns[place + 1]]
        order = _piles_of(frame)
        read.heights = dict(zip(order, turns[place + 2 : place + 2 + len(order)], strict=True))
        settled = Settled(
            tuple(map(read.decision, decisions)), tuple(map(read.contradiction, contradictions))
        )
        yield Turn(turns[place], (thing, unit[0], unit[1]), settled)
        place += 2 + len(order)


def _piles_of(frame: list[Any]) -> list[int]:
    """The piles that a frame speaks of, in the order of their heights."""
    _, decisions, contradictions = frame
    placed = [*((d[2], d[3]) for d in decisions), *((c[2],) for c in contradictions)]
    return list(dict.fromkeys(pile for places in placed for piles in places for pile in piles))


@dataclass
class _Reader:
    """Reads what a `_Writer` tells of a thing."""

    about: NamedNode
    piles: Sequence[Pile]
    heights: Mapping[int, int] = field(default_factory=dict)

    def claims(self, places: Iterable[int]) -> Claims:
        return Claims((self.piles[place], self.heights[place]) for place in places)

    def decision(self, fields: list[Any]) -> Decision:
        path, value, winners, losers, rule, status = fields
        return Decision(
            about=self.about,
            predicate=NamedNode(path),
            value=_read_term(value),
            winners=self.claims(winners),
            losers=self.claims(losers),
            rule=Rule(rule),
            status=Status(status),
        )

    def contradiction(self, fields: list[Any]) -> Contradiction:
        path, kind, sides, decisions, rule, status, other, changes = fields
        return Contradiction(
            about=self.about,
            predicate=NamedNode(path),
            kind=Kind(kind),
            sides=self.claims(sides),
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
