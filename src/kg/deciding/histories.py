"""What came of things and numbers, kept by a digest of all that it came of.

What is decided on most things follows from their own claims alone: from what these say and when, from who says it,
from editors' judgements, and from the schema, the register included. Where none of this has changed, nothing has to
be decided again. What comes of the numbers of a family follows from all things that bear on it; what comes of a
thing that somebody denies, and of what speaks of it, from the claims on all of these.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality, Term
from kg.deciding.annals import Annals
from kg.deciding.bearing import Bearing, Counting
from kg.deciding.cases import Case, classes_of
from kg.deciding.denials import is_denial
from kg.deciding.epochs import Spells
from kg.deciding.graphs import Told
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


class Entry(NamedTuple):
    """What is kept of one thing, or of one family of numbers.

    Args:
        digest: Of all that it came of.
        turns: What came of a thing by itself day by day, as JSON; "" for others.
        annals: What came of it, as the graphs tell it.
        settled: What came in the end of a family, or of a thing that has no turns.
        counted: The terms of triples of claims that were counted for a family, with their spells.
    """

    digest: str
    turns: str
    annals: Annals
    settled: tuple[tuple[Unit, Settled], ...] = ()
    counted: tuple[tuple[Told, Spells], ...] = ()


Kept = Mapping[str, Entry]
"""By the IRI of a thing, or the name of a family."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of one unit of a thing on a day, in place of what had come of it before."""

    day: int
    unit: Unit
    settled: Settled


class Histories:
    """What came of things and numbers: at an earlier time, as far as that still holds, and today.

    A thing stands by itself unless anybody denies it, or what is said of it speaks of what somebody denies. What
    still holds *rests*: nobody has to look at it. Only where numbers have to be settled anew, the things that bear
    on them go through all turns again; and the counts themselves are decided anew. Things that do not stand by
    themselves rest, or are decided anew, together with those that they hang on.

    Args:
        case: All claims.
        kept: What `kept` gave at an earlier time, of any claims; what does not hold any more is forgotten.
    """

    def __init__(self, case: Case, kept: Kept | None = None) -> None:
        said = _said(case)
        classes = classes_of((c for own in said.values() for c in own if not is_denial(c)), case.schema)
        denied = {thing for thing, claims in said.items() if any(map(is_denial, claims))}
        alone = _by_themselves(said, denied)
        self.counting = Counting(case.schema)
        self.bearing = Bearing(said, classes, alone, self.counting, case.steering)
        self._digests = dict(_digests(case, said, self.bearing))
        self._digests |= _together_digests(said, denied, self._digests)
        known = {
            thing: entry for thing, entry in (kept or {}).items() if entry.digest == self._digests.get(thing)
        }
        self.families = {f: known[f] for f in self.bearing.family.values() if f in known}
        """Families of numbers that rest."""
        self._things = {t: known[t] for t in alone if t in known and self._may_rest(t)}
        tied = said.keys() - alone
        self._tied = {t: known[t] for t in tied if t in known and self._rests(t)}
        self.settling = sorted({*self.bearing.family.values()} - self.families.keys())
        """Families of numbers that have to be settled."""
        self.resting = {*filter(self._rests, self._things), *self._tied}
        """Things that nobody has to look at."""
        self.loose = sorted(tied - self._tied.keys())
        """Things not by themselves that have to be decided."""
        self._case = case
        self._turns: dict[str, dict[int, list[Turn]]] = {}
        self._new = {thing: _Writer() for thing in sorted(alone - self._things.keys())}

    def parted(self) -> tuple[Histories, Histories]:
        """Numbers with the things that bear on them, and the rest: neither part needs anything of the other."""
        numbers, rest = copy(self), copy(self)
        rest.families, rest.settling = {}, []
        numbers._turns, rest._turns = {}, {}
        bearing = {thing for thing, families in self.bearing.on.items() if families}
        numbers._leave(self.bearing.on.keys() - bearing)
        rest._leave(bearing)
        return numbers, rest

    def at_rest(self) -> Kept:
        """What came of all that rests, as it was kept."""
        return {**self._things, **self._tied, **self.families}

    def _leave(self, things: Collection[str]) -> None:
        """Let others look at some things."""
        self._new = {thing: to for thing, to in self._new.items() if thing not in things}
        self._things = {thing: entry for thing, entry in self._things.items() if thing not in things}
        self._tied = {thing: entry for thing, entry in self._tied.items() if thing not in things}
        self.loose = [thing for thing in self.loose if thing not in things]
        self.resting = {*self.resting, *things}

    def _may_rest(self, thing: str) -> bool:
        """Numbers that have to be settled anew need their counts as they were decided."""
        family = self.bearing.family.get(thing)
        return family is None or family in self.families

    def _rests(self, thing: str) -> bool:
        """Whether all numbers on which a thing bears rest."""
        return self.bearing.on[thing] <= self.families.keys()

    def turns(self, thing: str, day: int) -> Sequence[Turn] | None:
        """What came of a thing on a day, in order; None for a thing that has to be decided."""
        if thing not in self._things:
            return None
        if thing not in self._turns:
            found: dict[int, list[Turn]] = defaultdict(list)
            for turn in _read(thing, json.loads(self._things[thing].turns), self._by_iri):
                found[turn.day].append(turn)
            self._turns[thing] = found
        return self._turns[thing].get(day, ())

    @cached_property
    def _by_iri(self) -> Mapping[str, ResolvedClaim]:
        return {claim.iri.value: claim for claim in self._case.said}

    def add(self, day: int, unit: Unit, settled: Settled) -> None:
        """Take down what came of a unit."""
        to = self._new.get(unit[0])
        if to is not None:
            to.add(day, unit, settled)

    @property
    def deciding(self) -> Collection[str]:
        """Things that have to be decided."""
        return {*self._new, *self.loose}

    def close(
        self,
        annals: Mapping[str, Annals],
        families: Mapping[str, Entry],
        loose: Mapping[str, Sequence[tuple[Unit, Settled]]],
    ) -> Kept:
        """Take down what came of all that did not rest, and let go of the case.

        Args:
            annals: Of things that were decided today.
            families: Of numbers that were settled today, without digests.
            loose: What came in the end of things not by themselves that were decided today.

        Returns:
            All that may be asked for at a later time, of these and of those that rested.
        """
        found = dict(self.at_rest())
        for thing, writer in self._new.items():
            found[thing] = Entry(self._digests[thing], writer.told(), annals[thing])
        for thing, settled in loose.items():
            found[thing] = Entry(self._digests[thing], "", annals[thing], tuple(settled))
        for family, entry in families.items():
            found[family] = entry._replace(digest=self._digests[family])
        self._turns, self._new = {}, {}
        del self._case
        return found


def _said(case: Case) -> dict[str, list[ResolvedClaim]]:
    """What counts of each thing: what is asserted of it, and what is denied."""
    said: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in case.heard:
        if claim.factuality is Factuality.ASSERTED or is_denial(claim):
            said[claim.about].append(claim)
    return said


def _by_themselves(said: Mapping[str, Sequence[ResolvedClaim]], denied: Collection[str]) -> set[str]:
    """Things of which nothing but their own claims decides."""
    return {
        thing
        for thing, claims in said.items()
        if thing not in denied and not any(claim.value.value in denied for claim in claims)
    }


def _together_digests(
    said: Mapping[str, Sequence[ResolvedClaim]], denied: Collection[str], digests: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Of each thing not by itself: of what is said of all that hang together with it."""
    # Whoever speaks of a thing that is denied hangs together with it, and with all others who do.
    groups = {thing: {thing} for thing in denied}
    for thing, claims in said.items():
        for other in {claim.value.value for claim in claims}.intersection(denied):
            one, more = groups[other], groups.setdefault(thing, {thing})
            if one is not more:
                one |= more
                groups |= dict.fromkeys(more, one)
    for group in {id(group): group for group in groups.values()}.values():
        told = "\n".join(sorted(f"{thing} {digests[thing]}" for thing in group))
        yield from dict.fromkeys(group, hashlib.blake2b(told.encode(), digest_size=16).hexdigest()).items()


def _digests(
    case: Case, said: Mapping[str, Sequence[ResolvedClaim]], bearing: Bearing
) -> Iterator[tuple[str, str]]:
    """Of each thing, and of each family: of all things that bear on it."""
    line = _Lines(case)
    families: dict[str, list[str]] = {family: [] for family in sorted({*bearing.family.values()})}
    for thing in sorted(said):
        lines = {claim.iri.value: line(claim) for claim in said[thing]}
        if bearing.on[thing]:
            told = "\n".join(sorted(lines[claim.iri.value] for claim in bearing.bear(thing, said[thing])))
            for family in bearing.on[thing]:
                families[family].append(told)
        yield thing, _digest(case, lines.values())
    for family, things in families.items():
        yield family, _digest(case, things)


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
        marks = f"{claim.factuality} {claim.existence} {judged}"
        said = f"{claim.about} {claim.predicate} {self._speakers[source]} {claim.value}"
        # Whose words they are is no part of a claim's IRI, but what is counted from it has the same words.
        quoted = claim.claim.evidence.attributed_to
        return f"{iri} {quoted} {case.days[claim.iri]} {marks} {said}"


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


def decisions_in(thing: str, turns: str) -> Iterator[Decision]:
    """What was decided on a thing in the end, from its turns; unsorted."""
    piles, frames, told = json.loads(turns)
    last: dict[tuple[str, str], tuple[list[Any], Mapping[int, int]]] = {}
    place = 0
    while place < len(told):
        frame = frames[told[place + 1]]
        order = _piles_of(frame)
        heights = told[place + 2 : place + 2 + len(order)]
        last[tuple(frame[0])] = frame[1], dict(zip(order, heights, strict=True))
        place += 2 + len(order)
    for decisions, standing in last.values():
        claims = {at: [NamedNode(iri) for iri in piles[at][:height]] for at, height in standing.items()}
        for path, value, winners, losers, rule, status in decisions:
            yield Decision(
                about=NamedNode(thing),
                predicate=NamedNode(path),
                value=_read_term(value),
                winners=_together(claims[at] for at in winners),
                losers=_together(claims[at] for at in losers),
                rule=Rule(rule),
                status=Status(status),
            )


def _together(piles: Iterable[Iterable[NamedNode]]) -> tuple[NamedNode, ...]:
    return tuple(sorted({iri for pile in piles for iri in pile}, key=lambda iri: iri.value))


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
