"""Things that two documents mean alike though neither a name nor an identity says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from kg.deciding import ResolvedClaim
from kg.names import RDF_TYPE

Compatible = Callable[[ResolvedClaim, ResolvedClaim], bool]
_Slots = Mapping[str, Mapping[str, Sequence[ResolvedClaim]]]


def align(
    a: Sequence[ResolvedClaim],
    b: Sequence[ResolvedClaim],
    fixed: Collection[str],
    compatible: Compatible,
) -> dict[str, str]:
    """Thing of B → thing of A, for things that only one of the two knows.

    Two such things are held to be one where they are of one class and more of what is said of them agrees than
    contradicts itself. The best fitting go first; each choice may bring others, until none comes.

    Args:
        a: Claims of the one document.
        b: Claims of the other.
        fixed: Things that are what they are: those of the register.
        compatible: Whether two claims on one property may both hold.
    """
    found: dict[str, str] = {}
    while True:
        renamed = rename(b, found)
        free_a, free_b = _free(a, renamed, fixed), _free(renamed, a, fixed)
        free_a -= set(found.values())
        scores = _scores(a, renamed, free_a, free_b, compatible)
        if not scores:
            return found
        # The same choice whichever document comes first: a pair is ranked by its things as a set.
        _, x, y = min((-score, *pair) for pair, score in scores.items())
        one, other = (x, y) if x in free_a else (y, x)
        found[other] = one


def rename(claims: Sequence[ResolvedClaim], names: Mapping[str, str]) -> list[ResolvedClaim]:
    """The claims about the things that theirs were found to be."""
    return [_renamed(claim, names) for claim in claims]


def _renamed(claim: ResolvedClaim, names: Mapping[str, str]) -> ResolvedClaim:
    value = claim.value
    if isinstance(value, NamedNode) and value.value in names:
        value = NamedNode(names[value.value])
    about = names.get(claim.about, claim.about)
    return claim if (about, value) == (claim.about, claim.value) else replace(claim, about=about, value=value)


def _free(own: Sequence[ResolvedClaim], others: Sequence[ResolvedClaim], fixed: Collection[str]) -> set[str]:
    return _things(own) - _things(others) - set(fixed)


def _things(claims: Sequence[ResolvedClaim]) -> set[str]:
    return {claim.about for claim in claims if claim.predicate == RDF_TYPE.value}


def _scores(
    a: Sequence[ResolvedClaim],
    b: Sequence[ResolvedClaim],
    free_a: Collection[str],
    free_b: Collection[str],
    compatible: Compatible,
) -> dict[tuple[str, str], int]:
    slots_a, slots_b = _slots(a), _slots(b)
    found = {}
    for x in free_a:
        for y in free_b:
            if _classes(slots_a, x) & _classes(slots_b, y):
                score = _score(slots_a[x], slots_b[y], compatible) + _shared_holders(a, b, x, y)
                if score > 0:
                    found[min(x, y), max(x, y)] = score
    return found


def _score(
    one: Mapping[str, Sequence[ResolvedClaim]],
    other: Mapping[str, Sequence[ResolvedClaim]],
    compatible: Compatible,
) -> int:
    both = one.keys() & other.keys() - {RDF_TYPE.value}
    agree = sum(any(compatible(c, d) for c in one[p] for d in other[p]) for p in both)
    return 2 * agree - len(both)


def _shared_holders(a: Sequence[ResolvedClaim], b: Sequence[ResolvedClaim], x: str, y: str) -> int:
    """In how many slots of the same things the two stand."""
    return len(set(_holders(a, x)) & set(_holders(b, y)))


def _holders(claims: Sequence[ResolvedClaim], thing: str) -> Iterator[tuple[str, str]]:
    return (
        (c.about, c.predicate) for c in claims if isinstance(c.value, NamedNode) and c.value.value == thing
    )


def _slots(claims: Sequence[ResolvedClaim]) -> _Slots:
    found: dict[str, dict[str, list[ResolvedClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        found[claim.about][claim.predicate].append(claim)
    return found


def _classes(slots: _Slots, thing: str) -> set[str]:
    return {str(claim.value) for claim in slots[thing].get(RDF_TYPE.value, ())}
