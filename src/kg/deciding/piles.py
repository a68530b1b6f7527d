"""Claims that stand together, in piles that are only added to: what grew since is what lies above a height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from pyoxigraph import NamedNode

from kg.claims import Term
from kg.deciding.records import ResolvedClaim
from kg.periods import Period


@dataclass(slots=True)
class Standing:
    """What the policy looks at.

    Args:
        upheld: An editor has upheld a claim.
        publishers: Who speaks.
        witnesses: Independent witnesses.
        last: When the last dated text was issued; None where none has a date.
    """

    upheld: bool = False
    publishers: set[str] = field(default_factory=set)
    witnesses: set[str] = field(default_factory=set)
    last: Period | None = None


@dataclass(slots=True, eq=False)
class Pile:
    """Claims on one thing, with the same property and what leaves the same open.

    Args:
        predicate: The property.
        claims: As they came.
        first: The one whose IRI is least; of claims that no source makes, the first that came.
        value: The least of their values as a text.
        standing: What those weighed so far are to the policy; kept by the policy.
        weighed: How many of them that are.
    """

    predicate: str
    claims: list[ResolvedClaim]
    first: ResolvedClaim
    value: Term
    standing: Standing | None = None
    weighed: int = 0

    @classmethod
    def of(cls, claims: Sequence[ResolvedClaim]) -> Pile:
        made = cls(claims[0].predicate, [], claims[0], claims[0].value)
        for claim in claims:
            made.put(claim)
        return made

    def put(self, claim: ResolvedClaim) -> None:
        self.claims.append(claim)
        if not claim.claim.counted and claim.iri.value < self.first.iri.value:
            self.first = claim
        if claim.value != self.value and str(claim.value) < str(self.value):
            self.value = claim.value


class Claims(Sequence[NamedNode]):
    """IRIs of claims, sorted: piles up to the heights that they had.

    It costs as much as there are piles, however high they are; it is sorted when it is looked into.
    """

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[tuple[Pile, int]]) -> None:
        self.parts = tuple(parts)

    @classmethod
    def on(cls, piles: Iterable[Pile]) -> Claims:
        """What lies on piles now, each taken once."""
        return cls((pile, len(pile.claims)) for pile in dict.fromkeys(piles))

    def sorted(self) -> tuple[NamedNode, ...]:
        found = {claim.iri for pile, height in self.parts for claim in pile.claims[:height]}
        return tuple(sorted(found, key=lambda iri: iri.value))

    def __len__(self) -> int:
        return sum(height for _, height in self.parts)

    def __iter__(self) -> Iterator[NamedNode]:
        return iter(self.sorted())

    @overload
    def __getitem__(self, place: int) -> NamedNode: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[NamedNode]: ...
    def __getitem__(self, place: int | slice) -> NamedNode | Sequence[NamedNode]:
        return self.sorted()[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Claims) and self.parts == other.parts:
            return True
        return isinstance(other, Sequence) and len(self) == len(other) and self.sorted() == tuple(other)

    def __hash__(self) -> int:
        return hash(self.sorted())


def together(several: Iterable[Sequence[NamedNode]]) -> Claims | tuple[NamedNode, ...]:
    """The claims of several places."""
    places = [*several]
    parts = [part for claims in places if isinstance(claims, Claims) for part in claims.parts]
    if all(isinstance(claims, Claims) for claims in places) and len({*parts}) == len(parts):
        return Claims(parts)
    return tuple(sorted({iri for claims in places for iri in claims}, key=lambda iri: iri.value))


def turned(before: Sequence[NamedNode], after: Sequence[NamedNode]) -> Iterator[NamedNode]:
    """The claims that stand in one of two places and not in the other; of a pile in both, what came since."""
    heights = dict(before.parts) if isinstance(before, Claims) else {}
    rest: list[tuple[Pile, int]] = []
    for pile, height in after.parts if isinstance(after, Claims) else ():
        known = heights.pop(pile, None)
        if known is None:
            rest.append((pile, height))
        else:
            low, high = sorted((known, height))
            yield from (claim.iri for claim in pile.claims[low:high])
    one = Claims(heights.items()) if isinstance(before, Claims) else before
    other = Claims(rest) if isinstance(after, Claims) else after
    if one or other:
        yield from {*one} ^ {*other}
