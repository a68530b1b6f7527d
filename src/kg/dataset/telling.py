"""What most lines of the graphs are told from: what came of things, and what claims say in canonical terms.

Each teller knows by fingerprints what it would tell of a day, so that where nothing is new nothing needs to be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pyoxigraph import NamedNode, Triple

from kg.dataset.timing import FROM_THE_START
from kg.deciding import LAST_DAY, Case, Chronicle, ResolvedClaim
from kg.deciding.annals import Annals, but_spells_of, fingerprint, line
from kg.deciding.graphs import canonical_triples
from kg.names import Names
from kg.resolving import Record

__all__ = ["Doubts", "OfSources", "Once", "Standing"]


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

    def standing(self, annals: Annals) -> Iterator[tuple[int, str]]:
        """What such annals tell of what stands now, by days, without those decisions."""
        for day, text in annals.told()[0]:
            left = [told for told in text.split("\n") if not self._is_out(told)]
            if left:
                yield day, "\n".join(left)

    def former(self, annals: Annals) -> str:
        """What they tell of what stood once, likewise."""
        standing, former = annals.told()
        out = {told for _, text in standing for told in text.split("\n") if self._is_out(told)}
        return "\n".join(but_spells_of(out, former.split("\n"))) if former else ""

    def _is_out(self, told: str) -> bool:
        return told.partition(" ")[0] in self._out


class Standing:
    """What annals tell of what stands now, by the day since which it has without a break."""

    def __init__(self, past: Chronicle, doubts: Doubts) -> None:
        self._annals, self._doubts = past.annals, doubts

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        for owner, annals in self._annals.items():
            if owner in self._doubts.owners:
                yield from ((day, fingerprint(text)) for day, text in self._doubts.standing(annals))
            else:
                yield from annals.standing

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        for owner in sorted({owner for day in days for owner in self._owners.get(day, ())}):
            annals, doubtful = self._annals[owner], owner in self._doubts.owners
            told = self._doubts.standing(annals) if doubtful else annals.told()[0]
            yield from ((day, text) for day, text in told if day in days)

    @cached_property
    def _owners(self) -> Mapping[int, Sequence[str]]:
        """Day → whose annals tell of it."""
        found = defaultdict[int, list[str]](list)
        for owner, annals in self._annals.items():
            for day, _ in annals.standing:
                found[day].append(owner)
        return found


class Once:
    """What annals tell of what stood once, or did not for a while: all of it in one graph."""

    def __init__(self, past: Chronicle, doubts: Doubts) -> None:
        self._annals, self._doubts = past.annals, doubts

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        for owner, annals in self._annals.items():
            if annals.once and owner in self._doubts.owners:
                yield FROM_THE_START, fingerprint(self._doubts.former(annals))
            elif annals.once:
                yield FROM_THE_START, annals.once

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        told = self._annals.items() if FROM_THE_START in days else ()
        for owner, annals in told:
            doubtful = annals.once and owner in self._doubts.owners
            text = self._doubts.former(annals) if doubtful else annals.told()[1] if annals.once else ""
            if text:
                yield FROM_THE_START, text


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
