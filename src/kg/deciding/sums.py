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
    """Holds each number against what others make it.

    Args:
        counts: All of them.
        world: For names, and for which scopes make up another one (`kg:parts`, a list).
        said: Claim IRI → the claim, to tell whose numbers were added.
    """

    counts: Sequence[Count]
    world: World
    said: Mapping[str, ResolvedClaim]
    _numbers: dict[str, Decision] = field(default_factory=dict)
    _by_scope: dict[tuple[str, str], list[Count]] = field(default_factory=lambda: defaultdict(list))
    _exact: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for count in self.counts:
            self._by_scope[count.class_iri, count.scope].append(count)
            self._exact[count.iri] = count.shape.exact

    def order(self) -> list[Count]:
        """Parts and batches first, totals as time goes on, a whole after its parts."""
        return sorted(
            self.counts, key=lambda c: (bool(self._parts(c)), TOTAL in c.occasion.kinds, _day(c), c.iri)
        )

    def learn(self, decisions: Iterable[Decision]) -> None:
        """Take in what was decided on numbers."""
        for decision in decisions:
            exact = self._exact.get(decision.about.value)
            if decision.status is Status.DECIDED and exact == decision.predicate.value:
                self._numbers[decision.about.value] = decision

    def against(self, count: Count) -> list[CountedClaim]:
        """Sums that differ from a number claimed; to be asked for in the order of `order`."""
        path = count.shape.exact
        found = []
        for addends in (self._parts(count), self._before(count)):
            known = [self._numbers[c.iri] for c in addends if c.iri in self._numbers]
            if path is None or not count.exact or not known or len(known) < len(addends):
                continue
            total = sum(int(d.value.value) for d in known)
            of = [self.said[iri.value] for d in known for iri in d.winners if iri.value in self.said]
            if of and set(count.exact) != {total}:
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
        return [c for c in self._by_scope.get((count.class_iri, scope), ()) if c is not count]


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
