"""What most lines of the graphs are told from: what came of things, and what claims say in canonical terms.

Each teller knows by fingerprints what it would tell of a day, so that where nothing is new nothing needs to be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from kg.dataset.summing import Difference
from kg.dataset.timing import FROM_THE_START
from kg.deciding import LAST_DAY, Case, Chronicle, ResolvedClaim
from kg.deciding.annals import Annals, but_spells_of, fingerprint, line
from kg.deciding.graphs import canonical_triples
from kg.names import Names
from kg.resolving import Record

__all__ = ["Before", "Doubts", "OfSources", "Once", "Standing"]


class Doubts:
    """Which decisions annals must not tell of: those that led to what a rule keeps out.

    Args:
        past: What was decided when.
        out: Those decisions.
        quarantined: What a rule keeps out.
    """

    def __init__(
        self, past: Chronicle, out: Collection[NamedNode] = (), quarantined: Iterable[Triple] = ()
    ) -> None:
        self._out = {str(node) for node in out}
        # Numbers are told by families; what is kept out of one may stand in any.
        things = {str(fact.subject)[1:-1] for fact in quarantined}
        self.owners = {owner for owner in past.annals if owner in things or " " in owner} if things else set()
        """Whose annals may tell of them."""

    @property
    def told(self) -> tuple[frozenset[str], frozenset[str]]:
        """Those decisions and those owners, to be remembered."""
        return frozenset(self._out), frozenset(self.owners)

    @classmethod
    def recalled(cls, out: frozenset[str], owners: frozenset[str]) -> Doubts:
        """What was `told`."""
        doubts = cls.__new__(cls)
        doubts._out, doubts.owners = {*out}, {*owners}
        return doubts

    def standing(self, owner: str, annals: Annals) -> Iterator[tuple[int, str]]:
        """What annals tell of what stands now, by days, without those decisions."""
        told = annals.told()[0]
        if owner not in self.owners:
            yield from told
            return
        for day, text in told:
            left = [told for told in text.split("\n") if not self._is_out(told)]
            if left:
                yield day, "\n".join(left)

    def former(self, owner: str, annals: Annals) -> str:
        """What they tell of what stood once, likewise."""
        if not annals.once:
            return ""
        standing, former = annals.told()
        if owner not in self.owners:
            return former
        out = {told for _, text in standing for told in text.split("\n") if self._is_out(told)}
        return "\n".join(but_spells_of(out, former.split("\n"))) if former else ""

    def _is_out(self, told: str) -> bool:
        return told.partition(" ")[0] in self._out


class Before(NamedTuple):
    """What was to be told at an earlier time.

    Args:
        annals: Of whom they are.
        doubts: Of that time.
    """

    annals: Mapping[str, Annals]
    doubts: Doubts


class Standing:
    """What annals tell of what stands now, by the day since which it has without a break."""

    def __init__(self, past: Chronicle, doubts: Doubts, before: Before | None = None) -> None:
        self._annals, self._doubts, self._before = past.annals, doubts, before

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        for owner, annals in self._annals.items():
            if owner in self._doubts.owners:
                told = self._doubts.standing(owner, annals)
                yield from ((day, fingerprint(text)) for day, text in told)
            else:
                yield from annals.standing

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        for owner in sorted({owner for day in days for owner in self._owners.get(day, ())}):
            told = self._doubts.standing(owner, self._annals[owner])
            yield from ((day, text) for day, text in told if day in days)

    def turned(self, day: int) -> Difference | None:
        return self._turned.get(day) if self._before is not None else None

    @cached_property
    def _turned(self) -> Mapping[int, Difference]:
        assert self._before is not None
        old, new = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
        for owner in _turned_owners(self._annals, self._doubts, self._before):
            for annals, doubts, into in (
                (self._before.annals, self._before.doubts, old),
                (self._annals, self._doubts, new),
            ):
                for day, text in doubts.standing(owner, annals[owner]) if owner in annals else ():
                    into[day] += text.split("\n")
        return {day: Difference.of(old[day], new[day]) for day in {*old, *new}}

    @cached_property
    def _owners(self) -> Mapping[int, Sequence[str]]:
        """Day → whose annals tell of it."""
        found = defaultdict[int, list[str]](list)
        for owner, annals in self._annals.items():
            for day, _ in annals.standing:
                found[day].append(owner)
        return found


def _turned_owners(annals: Mapping[str, Annals], doubts: Doubts, before: Before) -> list[str]:
    """Whose annals may tell otherwise than before."""
    found = {owner for owner, own in annals.items() if before.annals.get(owner) != own}
    return sorted(found | (before.annals.keys() - annals.keys()) | doubts.owners | before.doubts.owners)


class Once:
    """What annals tell of what stood once, or did not for a while: all of it in one graph."""

    def __init__(self, past: Chronicle, doubts: Doubts, before: Before | None = None) -> None:
        self._annals, self._doubts, self._before = past.annals, doubts, before

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        for owner, annals in self._annals.items():
            if annals.once and owner in self._doubts.owners:
                yield FROM_THE_START, fingerprint(self._doubts.former(owner, annals))
            elif annals.once:
                yield FROM_THE_START, annals.once

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        told = self._annals.items() if FROM_THE_START in days else ()
        for owner, annals in told:
            text = self._doubts.former(owner, annals)
            if text:
                yield FROM_THE_START, text

    def turned(self, day: int) -> Difference | None:
        if self._before is None or day != FROM_THE_START:
            return None
        old, new = list[str](), list[str]()
        for owner in _turned_owners(self._annals, self._doubts, self._before):
            old += _former(owner, self._before.annals, self._before.doubts)
            new += _former(owner, self._annals, self._doubts)
        return Difference.of(old, new)


def _former(owner: str, annals: Mapping[str, Annals], doubts: Doubts) -> list[str]:
    text = doubts.former(owner, annals[owner]) if owner in annals else ""
    return text.split("\n") if text else []


class OfSources:
    """What hangs on one source alone, by the day since which it is known.

    That is what claims say in canonical terms, and which things of documents are which. It stands for ever, and no
    other graph tells of it: so it needs no place among all that has a time.
    """

    def __init__(self, case: Case, chronicle: Chronicle, names: Names) -> None:
        self._resolution, self._names = case.resolution, names
        self._claims: dict[int, list[ResolvedClaim]] = defaultdict(list)
        self._records: dict[int, list[Record]] = defaultdict(list)
        for claim in case.said:
            self._claims[chronicle.first(case.days[claim.iri])].append(claim)
        for record in case.resolution.records:
            self._records[chronicle.first(case.speaking.get(record.local, LAST_DAY))].append(record)

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        for day, claims in self._claims.items():
            yield day, fingerprint("\n".join(f"{c.iri} {c.about} {c.predicate} {c.value}" for c in claims))
        for day, records in self._records.items():
            yield day, fingerprint("\n".join(map(repr, records)))

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        for day, claims in self._claims.items():
            if day in days:
                yield day, "\n".join(line(told) for claim in claims for told in canonical_triples(claim))
        for day, records in self._records.items():
            if day in days:
                yield day, "\n".join(str(told) for record in records for told in self._triples(record))

    def _triples(self, record: Record) -> list[Triple]:
        return self._resolution.record_triples(record, self._names)

    def turned(self, day: int) -> None:
        """What sources said at an earlier time is not kept: there are few of a day."""
