"""Which things bear on which numbers: counts, what they count, and what leads from one to the other.

Counts of one class are held against each other and against what they count, so what comes of all of them is kept,
or found anew, as one: a family.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.deciding.records import ResolvedClaim
from kg.names import OWL, RDF_TYPE
from kg.resolving import CountShape, count_shape
from kg.schema import Schema

_TRANSITIVE = OWL + "TransitiveProperty"
_FAMILY = "numbers of "
"""Before the class of a family's counts: no IRI of a thing has a space."""


class Counting:
    """What classes of things are to numbers; worked out once for each."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._shapes: dict[str, CountShape | None] = {}
        shapes = [shape for c in schema.classes if (shape := self.shape(c)) is not None]
        self._measured = tuple(sorted({shape.measured for shape in shapes}))
        self.occasions = frozenset(path for shape in shapes for path in shape.occasions)
        """Properties that name the event that a number was said of."""

    def shape(self, class_iri: str) -> CountShape | None:
        if class_iri not in self._shapes:
            self._shapes[class_iri] = count_shape(self._schema, class_iri)
        return self._shapes[class_iri]

    def counts(self, classes: Iterable[str]) -> list[str]:
        """Those that are classes of counts, sorted."""
        return sorted(c for c in classes if self.shape(c) is not None)

    def is_measured(self, classes: Iterable[str]) -> bool:
        """Whether anything counts things of these classes."""
        return any(self._schema.is_a(c, self._measured) for c in classes)

    def leading(self, class_iri: str) -> frozenset[str]:
        """The properties by which other things than those counted lead to scopes."""
        shape = self.shape(class_iri)
        if shape is None:
            return frozenset()
        first, index = shape.scope_of[:1], self._schema.policy
        # The first step is told of what is counted itself, unless it goes on from what it leads to, or comes back.
        others = {
            step
            for step in first
            if step in self._schema.inverses
            or step in self._schema.symmetric
            or NamedNode(_TRANSITIVE) in index.objects(NamedNode(step), RDF_TYPE.value)
        }
        steps = {*shape.scope_of[1:], *shape.scope_of[-1:], *others}
        return frozenset(self._schema.inverses.get(step, step) for step in steps)

    def lineage(self, path: str) -> set[str]:
        """A property and those above it: claims are compared on one of these."""
        return {path, *self._schema.superproperties.get(path, ())}

    def counted_by(self, classes: Collection[str], of: Iterable[str]) -> list[str]:
        """Those of some classes of counts that count things of these classes."""
        shapes = [(c, shape) for c in of if (shape := self.shape(c)) is not None]
        return [c for c, shape in shapes if any(self._schema.is_a(k, (shape.measured,)) for k in classes)]


class Bearing:
    """Which things bear on which families of numbers, by all that is ever said of them.

    Args:
        said: Thing → what is asserted or denied of it.
        classes: Thing → its classes, by all that is asserted.
        alone: Those that nobody denies, and of which nothing is said that speaks of what somebody denies.
        counting: What classes are to numbers.
        steering: Properties of a thing whose value has authority on it.
    """

    def __init__(
        self,
        said: Mapping[str, Sequence[ResolvedClaim]],
        classes: Mapping[str, frozenset[str]],
        alone: Collection[str],
        counting: Counting,
        steering: Collection[str],
    ) -> None:
        kinds = {thing: counting.counts(classes.get(thing, ())) for thing in said}
        kinds = {count: found for count, found in kinds.items() if found}
        # One count of two classes ties these together: then all numbers are one family.
        is_one = any(len(found) > 1 for found in kinds.values())
        self._names = {c: _FAMILY + ("all" if is_one else c) for found in kinds.values() for c in found}
        self.family = {count: self._names[found[0]] for count, found in kinds.items()}
        """Count → its family."""
        self._alone, self._counting = alone, counting
        self._all = frozenset(self._names.values())
        self._events = _events(said, self.family, counting)
        self._steering = steering
        self._leading: set[str] = set()
        leading = {c: counting.leading(c) for c in self._names}
        paths = {path for found in leading.values() for path in found}
        self._led = {path: {self._names[c] for c in self._names if path in leading[c]} for path in paths}
        self._lineages = frozenset(above for path in paths for above in counting.lineage(path))
        self.on = {
            thing: self._families(thing, said[thing], classes.get(thing, frozenset())) for thing in said
        }
        """Thing → the families that it bears on."""

    def _families(
        self, thing: str, claims: Sequence[ResolvedClaim], classes: frozenset[str]
    ) -> frozenset[str]:
        if thing not in self._alone or thing in self._events:
            return self._all
        found = {self._names[c] for c in self._counting.counted_by(classes, self._names)}
        found |= {self.family[thing]} if thing in self.family else set()
        led = {family for claim in claims for family in self._led.get(claim.predicate, ())}
        if led and not found:
            self._leading.add(thing)
        return frozenset(found | led)

    def bear(self, thing: str, claims: Iterable[ResolvedClaim]) -> Iterable[ResolvedClaim]:
        """What of all that is said of a thing bears on numbers: of one that only leads to scopes, where it leads.

        Much is said of what lies in a scope, and little of it bears on any number.
        """
        if thing not in self._leading:
            return claims
        told = {RDF_TYPE.value, *self._steering}
        return [c for c in claims if c.predicate in told or self._is_on_a_path(c.predicate)]

    def _is_on_a_path(self, path: str) -> bool:
        """Whether a property leads to scopes, or is compared with one that does."""
        return not self._lineages.isdisjoint(self._counting.lineage(path))


def _events(
    said: Mapping[str, Sequence[ResolvedClaim]], counts: Iterable[str], counting: Counting
) -> set[str]:
    """The events that numbers were said of: when these were may tell when a number was right."""
    return {
        claim.value.value
        for count in counts
        for claim in said[count]
        if claim.predicate in counting.occasions and isinstance(claim.value, NamedNode)
    }
