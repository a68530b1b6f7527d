"""Numbers that differ because one covers more than the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.deciding.counts import Count, World
from kg.deciding.records import Contradiction, Decision, Kind, Rule, Status


def scope_differences(
    counts: Sequence[Count], decisions: Iterable[Decision], world: World
) -> list[Contradiction]:
    """Pairs of counts that differ in their numbers because one covers more than the other."""
    exact = {count.shape.exact for count in counts}
    numbers = {
        d.about.value: d for d in decisions if d.status is Status.DECIDED and d.predicate.value in exact
    }
    decided = [c for c in counts if c.iri in numbers and numbers[c.iri].predicate.value == c.shape.exact]
    by_class: dict[str, list[Count]] = defaultdict(list)
    for count in decided:
        by_class[count.class_iri].append(count)
    return [
        _difference(wide, narrow, numbers)
        for class_iri in sorted(by_class)
        for wide in by_class[class_iri]
        for narrow in by_class[class_iri]
        if numbers[wide.iri].value != numbers[narrow.iri].value
        and _nests(wide, narrow, world)
        and not any(_nests(wide, c, world) and _nests(c, narrow, world) for c in by_class[class_iri])
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
        sides=tuple(sorted({iri for d in both for iri in d.winners}, key=lambda iri: iri.value)),
        decisions=tuple(d.key for d in both),
        rule=Rule.SCOPE_DIFFERENCE,
        status=Status.DECIDED,
        other=narrow.iri,
    )
