"""Numbers last: what they are held against must be decided before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.deciding.counts import Count, Lists, World, read_count
from kg.deciding.memberships import memberships
from kg.deciding.records import CountedClaim, Decision, ResolvedClaim
from kg.deciding.scopes import scope_differences
from kg.deciding.settling import Bench, Outcome
from kg.deciding.sums import Sums

Key = tuple[str, str]
Groups = Mapping[Key, Sequence[ResolvedClaim]]
"""(thing, property of which there is one) → the claims that are compared."""
Inputs = tuple[NamedNode, ...]


@dataclass
class Tally:
    """What numbers are settled from; what was worked out once is kept for when it is asked for again.

    Args:
        world: What is known beside numbers.
        lists: What documents name one by one.
        about: Count → the asserted claims on it that still stand.
    """

    world: World
    lists: Lists
    about: dict[str, Sequence[ResolvedClaim]] = field(default_factory=dict)
    _said: dict[str, ResolvedClaim] = field(default_factory=dict)
    _counts: dict[str, Count | None] = field(default_factory=dict)
    _settled: dict[Key, tuple[Inputs, Bench, Outcome]] = field(default_factory=dict)

    def learn(self, count: str, claims: Sequence[ResolvedClaim]) -> None:
        """Take in the claims on a count, in place of those known before."""
        self.about[count] = claims
        self._said.update((claim.iri.value, claim) for claim in claims)
        self._counts.pop(count, None)

    def counts(self) -> list[Count]:
        """Sorted by IRI. One without days of its own has those of its event, which may have changed."""
        found = []
        for iri in sorted(self.about):
            known = self._counts.get(iri)
            if iri not in self._counts or (known is not None and known.occasion.events):
                self._counts[iri] = known = read_count(iri, self.about[iri], self.world)
            found += [known] if known is not None else []
        return found

    def sums(self, counts: Sequence[Count]) -> Sums:
        return Sums(counts, self.world, self._said)

    def settle(self, key: Key, claims: Sequence[ResolvedClaim], bench: Bench, out: Outcome) -> None:
        """Settle one number, unless it was settled before from the same claims at the same bench."""
        inputs = tuple(claim.iri for claim in claims)
        known = self._settled.get(key)
        if known is None or known[1] is not bench or known[0] != inputs:
            made = Outcome()
            bench.settle_one(key[1], claims, made)
            self._settled[key] = known = (inputs, bench, made)
        out.decisions += known[2].decisions
        out.contradictions += known[2].contradictions


def settle_numbers(
    groups: Groups,
    tally: Tally,
    bench_of: Callable[[str], Bench],
    out: Outcome,
    believed: Mapping[str, Decision],
) -> list[CountedClaim]:
    """Settle the numbers of counts, held against lists, sums and each other.

    Args:
        groups: Claims that give numbers.
        tally: What they are held against.
        bench_of: Count → who settles it: knows its classes and the policy for it.
        out: Grows.
        believed: Things whose existence is a fact → that decision.

    Returns:
        Numbers that follow from lists and sums and contradict one that is claimed.
    """
    counts = tally.counts()
    tally.lists.look_again(counts, believed)
    sums = tally.sums(counts)
    of_counts: dict[str, list[str]] = {count.iri: [] for count in counts}
    for about, path in sorted(groups):
        if about in of_counts:
            of_counts[about].append(path)
        else:
            tally.settle((about, path), groups[about, path], bench_of(about), out)
    found: list[CountedClaim] = []
    numbers: list[Decision] = []
    for count in sums.order():
        against = [*tally.lists.against(count), *sums.against(count)]
        before = len(out.decisions)
        for path in of_counts[count.iri]:
            compared = [*groups[count.iri, path], *(c.resolved for c in against)]
            tally.settle((count.iri, path), compared, bench_of(count.iri), out)
            found += against
        numbers += out.decisions[before:]
        sums.learn(out.decisions[before:])
    out.contradictions += scope_differences(counts, numbers, tally.world)
    out.contradictions += memberships(counts, tally.about, tally.lists, believed)
    return found
