"""Numbers that differ because one covers more than the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.deciding.counts import Count, World
from kg.deciding.piles import together
from kg.deciding.records import Contradiction, Decision, Kind, Rule, Status


class Scopes:
    """Pairs of counts of one class that differ in their numbers because one covers more than the other."""

    def __init__(self, counts: Sequence[Count], world: World) -> None:
        self._counts = counts
        self._world = world
        self._pairs: list[tuple[Count, Count]] = []
        self._found_for: Hashable = None

    def differences(self, numbers: Mapping[str, Decision]) -> list[Contradiction]:
        """Of what was decided on numbers; pairs are sought anew only where one has come, gone or changed."""
        told = tuple((c.iri, str(numbers[c.iri].value)) for c in self._counts if c.iri in numbers)
        places = tuple(sorted({(scope, *sorted(reached)) for scope, reached in self._reached()}))
        if self._found_for != (told, places):
            self._found_for = (told, places)
            self._pairs = nested(self._counts, numbers, self._world)
        return [_difference(wide, narrow, numbers) for wide, narrow in self._pairs]

    def _reached(self) -> Iterator[tuple[str, frozenset[str]]]:
        for scope, path in {(count.scope, count.shape.scope_of[-1:]) for count in self._counts}:
            yield scope, self._world.reach(scope, path)


def nested(
    counts: Iterable[Count], numbers: Mapping[str, Decision], world: World
) -> list[tuple[Count, Count]]:
    """Counts of one class, the wider first, that differ in their numbers, with none between them."""
    decided = [count for count in counts if count.iri in numbers]
    return [
        (wide, narrow)
        for wide in decided
        for narrow in decided
        if numbers[wide.iri].value != numbers[narrow.iri].value
        and _nests(wide, narrow, world)
        and not any(_nests(wide, c, world) and _nests(c, narrow, world) for c in decided)
    ]


def _nests(wide: Count, narrow: Count, world: World) -> bool:
    """Whether one counts within a scope inside the other's, on what may be one occasion."""
    return _same_but_scope(wide, narrow) and _wider(wide, narrow, world)


def _wider(wide: Count, narrow: Count, world: World) -> bool:
    if wide.scope == wide.shape.everything:
        return True
    return world.inside(narrow.scope, wide.scope, narrow.shape.scope_of)


def _same_but_scope(one: Count, other: Count) -> bool:
    if one.scope == other.scope:
        return False
    if one.occasion.meets(other.occasion):
        return True
    return one.shape.standing and (one.occasion.timeless or other.occasion.timeless)


def _difference(wide: Count, narrow: Count, numbers: Mapping[str, Decision]) -> Contradiction:
    both = (numbers[wide.iri], numbers[narrow.iri])
    return Contradiction(
        about=NamedNode(wide.iri),
        predicate=numbers[wide.iri].predicate,
        kind=Kind.SCOPE,
        sides=together(d.winners for d in both),
        decisions=tuple(d.key for d in both),
        rule=Rule.SCOPE_DIFFERENCE,
        status=Status.DECIDED,
        other=narrow.iri,
    )
