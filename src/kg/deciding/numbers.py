"""Numbers last: what they are held against must be decided before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.deciding.counts import Lists, World, read_counts
from kg.deciding.memberships import memberships
from kg.deciding.records import CountedClaim, Decision, ResolvedClaim
from kg.deciding.scopes import scope_differences
from kg.deciding.settling import Bench, Outcome
from kg.deciding.sums import Sums

Groups = Mapping[tuple[str, str], Sequence[ResolvedClaim]]
"""(thing, property of which there is one) → the claims that are compared."""


def settle_numbers(
    groups: Groups,
    claims: Sequence[ResolvedClaim],
    bench: Bench,
    out: Outcome,
    *,
    unresolved: frozenset[str],
    world: World,
    believed: Mapping[str, Decision],
) -> list[CountedClaim]:
    """Settle the numbers of counts, held against lists, sums and each other.

    Args:
        groups: Claims that give numbers.
        claims: Asserted claims that still stand: all on counts, and those that a counted thing exists; others
            do no harm.
        bench: Knows classes of counts and the policy for them.
        out: Grows.
        unresolved: Things that may be the same as others, and so are not counted.
        world: What is known beside numbers.
        believed: Things whose existence is a fact → that decision.

    Returns:
        Numbers that follow from lists and sums and contradict one that is claimed.
    """
    counts = read_counts(claims, world)
    lists = Lists(claims, frozenset(believed), unresolved, world)
    sums = Sums(counts, world, {claim.iri.value: claim for claim in claims})
    of_counts = {count.iri for count in counts}
    for about, path in sorted(groups):
        if about not in of_counts:
            bench.settle_one(path, groups[about, path], out)
    found: list[CountedClaim] = []
    numbers: list[Decision] = []
    for count in sums.order():
        against = [*lists.against(count), *sums.against(count)]
        before = len(out.decisions)
        for about, path in sorted(key for key in groups if key[0] == count.iri):
            bench.settle_one(path, [*groups[about, path], *(c.resolved for c in against)], out)
            found += against
        numbers += out.decisions[before:]
        sums.learn(out.decisions[before:])
    out.contradictions += scope_differences(counts, numbers, world)
    out.contradictions += memberships(counts, claims, lists, believed)
    return found
