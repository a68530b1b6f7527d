"""Numbers last: what they are held against must be decided before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.deciding.counts import Count, Lists, Told, World, read_count
from kg.deciding.memberships import memberships
from kg.deciding.piles import Claims, Pile
from kg.deciding.records import NUMBERS, Contradiction, CountedClaim, Decision, ResolvedClaim, Settled, Unit
from kg.deciding.scopes import Scopes
from kg.deciding.settling import Bench, Group, Outcome
from kg.deciding.sums import Sums

Heights = list[tuple[str, tuple[tuple[Pile, int], ...]]]
"""The claims that give a number, by property."""
Made = dict[Unit, Settled]


@dataclass
class _Class:
    """All counts of one class: they are held against each other."""

    sums: Sums
    scopes: Scopes


@dataclass
class Tally:
    """Settles the numbers of counts, held against lists, sums and each other.

    What was worked out is kept, and worked out anew only where something has changed that it came of.

    Args:
        world: What is known beside numbers.
        lists: What documents name one by one.
        groups_of: Count → the claims that give its numbers, by property.
        bench_of: Count → who settles it: knows its classes and the policy for it.
        believed: Things whose existence is a fact → that decision.
    """

    world: World
    lists: Lists
    groups_of: Callable[[str], Mapping[str, Group]]
    bench_of: Callable[[str], Bench]
    believed: Mapping[str, Decision]
    _told: dict[str, Told] = field(default_factory=dict)
    _new: dict[str, set[str]] = field(default_factory=dict)
    _said: dict[str, ResolvedClaim] = field(default_factory=dict)
    _counts: dict[str, Count] = field(default_factory=dict)
    _classes: dict[str, _Class] = field(default_factory=dict)
    _inputs: dict[str, tuple[Bench, Heights, list[CountedClaim], Made]] = field(default_factory=dict)
    _members: dict[str, dict[str, Contradiction]] = field(default_factory=dict)
    _made: dict[tuple[str, str], Made] = field(default_factory=dict)

    def learn(self, count: str, claims: Iterable[ResolvedClaim], anew: bool = True) -> None:
        """Take in asserted claims on a count that still stand: beside those known before, or in their place."""
        known = self._told.get(count)
        new = self._new.setdefault(count, set())
        if anew or known is None:
            new.update(source for said in (known.claims.values() if known else ()) for source in said)
            self._told[count] = known = Told()
        claims = [*claims]
        known.put(claims)
        new.update(claim.source for claim in claims)
        self._said.update((claim.iri.value, claim) for claim in claims)

    def settle(self) -> Made:
        """What comes of numbers, by the number, or the pair of things, that it is about: all that has changed."""
        tied, changed = bool(self.world.changed), self._read_again()
        counts = [self._counts[iri] for iri in sorted(self._counts)]
        listed = self.lists.look_again(counts, self.believed)
        moved = {*self._new, *listed}
        for iri, sources in self._new.items():
            if iri in self._counts:
                self.lists.moved(self._counts[iri], sources)
        self._new = {}
        for class_iri in changed:
            alike = [count for count in counts if count.class_iri == class_iri]
            self._classes[class_iri] = _Class(Sums(alike, self.world, self._said), Scopes(alike, self.world))
            moved.update(count.iri for count in alike)
        found: Made = {}
        for class_iri in sorted(self._classes):
            found |= self._settle_class(class_iri, moved, tied or class_iri in changed)
        for iri in sorted(moved - self._counts.keys()):
            made, _ = self._number(iri, [])
            found |= self._keep("number", iri, made) | self._keep("members", iri, {})
            self._members.pop(iri, None)
        return found

    def _read_again(self) -> set[str]:
        """Read the counts of which something was said, or whose events have moved; found: the classes of others."""
        touched, changed = self.world.touched, set[str]()
        again = {c.iri for c in self._counts.values() if not touched.isdisjoint(c.occasion.events)}
        for iri in again | self._new.keys():
            known, read = self._counts.pop(iri, None), read_count(iri, self._told[iri], self.world)
            if read is not None:
                self._counts[iri] = read
            if read != known:
                changed.update(count.class_iri for count in (known, read) if count is not None)
        return changed

    def _settle_class(self, class_iri: str, moved: set[str], look: bool) -> Made:
        """Each number after those that it may be the sum of; what changes moves those that rest on it."""
        alike, found, resting = self._classes[class_iri], Made(), set[str]()
        for count in alike.sums.order:
            iri = count.iri
            if iri in moved or iri in resting:
                look = True
                against = [*self.lists.against(count), *alike.sums.against(count)]
                made, is_new = self._number(iri, against)
                leaning = alike.sums.learn(count, (d for each in made.values() for d in each.decisions))
                resting |= leaning if is_new else set()
                said = self._told[iri].claims.get(count.shape.exact or "", {})
                before = self._members.get(iri, {})
                members = memberships(count, said, self.lists, self.believed, before)
                self._members[iri] = members
                found |= self._keep("number", iri, made)
                found |= self._keep("members", iri, _by_pair(members.values()))
        if not look:
            return found
        return found | self._keep("scopes", class_iri, _by_pair(alike.scopes.differences(alike.sums.numbers)))

    def _number(self, iri: str, against: list[CountedClaim]) -> tuple[Made, bool]:
        """What comes of a number, and whether it came of anything new."""
        groups, bench = self.groups_of(iri), self.bench_of(iri)
        heights = [(path, Claims.on(groups[path].piles.values()).parts) for path in sorted(groups)]
        known = self._inputs.get(iri)
        if known is not None and known[0] is bench and known[1:3] == (heights, against):
            return known[3], False
        out = Outcome()
        for path in sorted(groups):
            bench.settle_one(path, groups[path], out, [c.resolved for c in against])
        settled = Settled(tuple(out.decisions), tuple(out.contradictions), tuple(against))
        made = {(NUMBERS, iri, ""): settled} if groups else {}
        self._inputs[iri] = bench, heights, against, made
        return made, True

    def _keep(self, kind: str, owner: str, made: Made) -> Made:
        """Put what came of something in place of what came before; found: where they differ."""
        before = self._made.get((kind, owner), {})
        self._made[kind, owner] = made
        gone = dict.fromkeys(before.keys() - made.keys(), Settled())
        return gone | {unit: settled for unit, settled in made.items() if before.get(unit) != settled}


def _by_pair(contradictions: Iterable[Contradiction]) -> Made:
    return {(NUMBERS, c.about.value, c.other): Settled(contradictions=(c,)) for c in contradictions}
