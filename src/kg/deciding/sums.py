"""Numbers that follow from other numbers: a total from the one before it, a whole from its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.deciding.counts import BATCH, TOTAL, Count, World, computed
from kg.deciding.records import CountedClaim, Decision, ResolvedClaim, Status
from kg.names import KG


@dataclass
class Sums:
    """Holds each number of one class of counts against what others make it.

    Args:
        counts: All of the class.
        world: For names, and for which scopes make up another one (`kg:parts`, a list).
        said: Claim IRI → the claim, to tell whose numbers were added.
        order: Parts and batches first, totals as time goes on, a whole after its parts.
        numbers: Count → what was decided on its number; grows.
    """

    counts: Sequence[Count]
    world: World
    said: Mapping[str, ResolvedClaim]
    order: list[Count] = field(init=False)
    numbers: dict[str, Decision] = field(default_factory=dict)
    _by_scope: dict[str, list[Count]] = field(default_factory=lambda: defaultdict(list))
    _addends: dict[str, tuple[list[Count], list[Count]]] = field(default_factory=dict)
    _resting: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for count in self.counts:
            self._by_scope[count.scope].append(count)
        parts = {count.iri: self._parts(count) for count in self.counts}
        self.order = sorted(
            self.counts, key=lambda c: (bool(parts[c.iri]), TOTAL in c.occasion.kinds, _day(c), c.iri)
        )
        earlier: set[str] = set()
        for count in self.order:
            # Where one is decided only later in the order, nothing can be added.
            sums = parts[count.iri], self._before(count)
            self._addends[count.iri] = tuple(s if {c.iri for c in s} <= earlier else [] for s in sums)  # type: ignore[assignment]
            for addend in {c.iri for s in self._addends[count.iri] for c in s}:
                self._resting[addend].add(count.iri)
            earlier.add(count.iri)

    def learn(self, count: Count, decisions: Iterable[Decision]) -> set[str]:
        """Take in what was decided on a number, in place of what was known; found: the counts that rest on it."""
        self.numbers.pop(count.iri, None)
        for decision in decisions:
            if decision.status is Status.DECIDED and decision.predicate.value == count.shape.exact:
                self.numbers[count.iri] = decision
        return self._resting[count.iri]

    def against(self, count: Count) -> list[CountedClaim]:
        """Sums that differ from a number claimed; to be asked for in the order of `order`."""
        path = count.shape.exact
        found = []
        for addends in self._addends[count.iri]:
            known = [self.numbers[c.iri] for c in addends if c.iri in self.numbers]
            if path is None or not count.exact or not known or len(known) < len(addends):
                continue
            total = sum(int(d.value.value) for d in known)
            if set(count.exact) == {total}:
                continue
            of = [self.said[iri.value] for d in known for iri in d.winners if iri.value in self.said]
            if of:
                found.append(computed(count.iri, path, total, of, self.world.schema.names))
        return found

    def _parts(self, count: Count) -> list[Count]:
        """The counts of the scopes that together are this one's, on the same occasion; none where one is missing."""
        index = self.world.schema.policy
        head = index.first(NamedNode(count.scope), KG + "parts") if count.scope else None
        found = [
            [c for c in self._alike(count, scope.value) if _one_occasion(c, count)]
            for scope in index.list(head)
            if isinstance(scope, NamedNode)
        ]
        return [same[0] for same in found] if found and all(len(same) == 1 for same in found) else []

    def _before(self, count: Count) -> list[Count]:
        """The running total before this one and the batch that was added since; none where it cannot be told."""
        when = count.occasion.when
        if TOTAL not in count.occasion.kinds or when is None:
            return []
        alike = self._alike(count, count.scope)
        batches = [c for c in alike if BATCH in c.occasion.kinds]
        now = [c for c in batches if _shares(c, count)]
        totals = [c for c in alike if TOTAL in c.occasion.kinds and _ends(c) < when.earliest]
        last = [c for c in totals if _ends(c) == max(map(_ends, totals))]
        if len(now) != 1 or len(last) != 1:
            return []
        between = [
            c for c in batches if c not in now and _ends(last[0]) < _ends(c) and _day(c) <= when.latest
        ]
        return [] if between else [last[0], now[0]]

    def _alike(self, count: Count, scope: str) -> list[Count]:
        return [c for c in self._by_scope.get(scope, ()) if c is not count]


def _day(count: Count) -> int:
    return count.occasion.when.earliest if count.occasion.when else 0


def _ends(count: Count) -> int:
    return count.occasion.when.latest if count.occasion.when else 0


def _shares(one: Count, other: Count) -> bool:
    if {*one.occasion.events} & {*other.occasion.events}:
        return True
    return bool(one.occasion.when and other.occasion.when and one.occasion.when.overlaps(other.occasion.when))


def _one_occasion(one: Count, other: Count) -> bool:
    if one.occasion.meets(other.occasion):
        return True
    return one.shape.standing and (one.occasion.timeless or other.occasion.timeless)
