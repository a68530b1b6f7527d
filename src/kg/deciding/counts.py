"""Numbers that are claimed, held against what lists name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Claim, Factuality
from kg.deciding.records import CountedClaim, ResolvedClaim
from kg.names import KG, OWL, RDF_TYPE, XSD, Names
from kg.periods import Period
from kg.resolving import CountShape, Occasion, count_shape, period_of
from kg.schema import Schema

TOTAL = KG + "RunningTotal"
BATCH = KG + "Batch"
_TRANSITIVE = OWL + "TransitiveProperty"
_INTEGER = NamedNode(XSD + "integer")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something, as all sources together speak of it.

    Args:
        iri: The count.
        class_iri: Its class.
        shape: What its slots are for.
        scope: IRI of what it covers.
        occasion: When, at which event, batch or total.
        exact: Exact numbers claimed, sorted.
    """

    iri: str
    class_iri: str
    shape: CountShape
    scope: str
    occasion: Occasion
    exact: tuple[int, ...]


@dataclass
class World:
    """What is known beside counts: facts and undisputed triples, to follow paths through."""

    schema: Schema
    forward: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    backward: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    times: dict[str, set[Period]] = field(default_factory=lambda: defaultdict(set))
    _named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _ties: Counter[tuple[str, str]] = field(default_factory=Counter)
    _reached: dict[tuple[str, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)

    def add(self, triples: Iterable[Triple]) -> None:
        self._reached.clear()
        for t in triples:
            if not isinstance(t.subject, NamedNode) or not isinstance(t.object, NamedNode):
                continue
            if (period := period_of(t.object.value, self.schema.names)) is not None:
                self.times[t.subject.value].add(period)
            elif t.predicate != RDF_TYPE:
                self._tie(t.subject.value, t.predicate.value, t.object.value)

    def remove(self, triples: Iterable[Triple]) -> None:
        """Take back what was added."""
        self._reached.clear()
        for t in triples:
            if not isinstance(t.subject, NamedNode) or not isinstance(t.object, NamedNode):
                continue
            if (period := period_of(t.object.value, self.schema.names)) is not None:
                self.times[t.subject.value].discard(period)
            elif t.predicate != RDF_TYPE:
                self._untie(t.subject.value, t.predicate.value, t.object.value)

    def _untie(self, subject: str, path: str, value: str) -> None:
        if path in self.schema.inverses:
            path, subject, value = self.schema.inverses[path], value, subject
        if value not in self.forward[subject, path]:
            return
        self.forward[subject, path].discard(value)
        self.backward[value, path].discard(subject)
        self._ties[subject, value] -= 1
        if not self._ties[subject, value]:
            self._named[subject].discard(value)

    def _tie(self, subject: str, path: str, value: str) -> None:
        if path in self.schema.inverses:
            path, subject, value = self.schema.inverses[path], value, subject
        if value in self.forward[subject, path]:
            return
        self.forward[subject, path].add(value)
        self.backward[value, path].add(subject)
        self._ties[subject, value] += 1
        self._named[subject].add(value)

    def reach(self, thing: str, path: tuple[str, ...]) -> frozenset[str]:
        """Where a path leads from a thing; transitive properties are followed all the way."""
        key = (thing, path)
        if key not in self._reached:
            found = {thing}
            for step in path:
                found = self._step(found, step)
            self._reached[key] = frozenset(found)
        return self._reached[key]

    def _step(self, things: set[str], path: str) -> set[str]:
        kept = self.schema.inverses.get(path)
        table = self.forward if kept is None else self.backward
        transitive = NamedNode(_TRANSITIVE) in self.schema.policy.objects(NamedNode(path), RDF_TYPE.value)
        found: set[str] = set()
        edge = things
        while edge:
            step = {other for one in edge for other in table.get((one, kept or path), ())}
            if path in self.schema.symmetric:
                step |= {other for one in edge for other in self.backward.get((one, path), ())}
            edge = (step - found) if transitive else set()
            found |= step
        return found

    def neighbours(self, thing: str) -> set[str]:
        """What a thing's own triples name."""
        return self._named.get(thing, set())

    def inside(self, narrow: str, wide: str, path: tuple[str, ...]) -> bool:
        """Whether one scope lies in another, by the last step of the path that leads to scopes."""
        return bool(path) and wide in self.reach(narrow, path[-1:])


def read_count(iri: str, claims: Sequence[ResolvedClaim], world: World) -> Count | None:
    """The count that asserted claims about one thing speak of; None where it is none."""
    classes = {
        c.value.value for c in claims if c.predicate == RDF_TYPE.value and isinstance(c.value, NamedNode)
    }
    for class_iri in sorted(classes):
        if shape := count_shape(world.schema, class_iri):
            return _count(iri, class_iri, shape, claims, world)
    return None


def _count(
    iri: str, class_iri: str, shape: CountShape, claims: Sequence[ResolvedClaim], world: World
) -> Count:
    values: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        values[claim.predicate].add(claim.value.value)
    names = world.schema.names
    said = [period_of(v, names) for path in shape.times for v in values.get(path, ())]
    events = tuple(sorted({v for path in shape.occasions for v in values.get(path, ())}))
    when = [p for p in said if p is not None] or [p for e in events for p in world.times.get(e, ())]
    return Count(
        iri=iri,
        class_iri=class_iri,
        shape=shape,
        scope=min(values.get(shape.scope or "", ()), default=shape.everything),
        occasion=Occasion(
            Period(min(p.earliest for p in when), max(p.latest for p in when)) if when else None,
            events,
            tuple(sorted({v for path in shape.kinds for v in values.get(path, ())})),
        ),
        exact=tuple(sorted({int(v) for v in values.get(shape.exact or "", ()) if v.lstrip("+-").isdigit()})),
    )


@dataclass
class Lists:
    """What documents name one by one: things by measured class and scope, and the claims that name them.

    Args:
        unresolved: Things that may be the same as others, and so are not counted.
        world: To follow the path from a counted thing to the scopes it falls under.
        believed: Things whose existence is a fact; all together they make one more list.
    """

    unresolved: frozenset[str]
    world: World
    believed: Container[str] = frozenset()
    _naming: dict[str, dict[str, list[ResolvedClaim]]] = field(default_factory=dict)
    _classes: dict[str, set[str]] = field(default_factory=dict)
    _by_scope: dict[tuple[str, tuple[str, ...]], dict[str, list[str]]] = field(default_factory=dict)
    _fitting: dict[str, list[str]] = field(default_factory=dict)
    _named: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def learn(self, thing: str, claims: Iterable[ResolvedClaim]) -> None:
        """Take in the asserted claims on a thing, in place of those known before; those of rdf:type name it."""
        self._naming.pop(thing, None)
        self._classes.pop(thing, None)
        if thing in self.unresolved:
            return
        for claim in claims:
            if claim.predicate == RDF_TYPE.value:
                self._naming.setdefault(thing, defaultdict(list))[claim.source].append(claim)
                self._classes.setdefault(thing, set()).add(claim.value.value)

    def look_again(self, believed: Container[str]) -> None:
        """Forget what was worked out: the world, or what is believed, may have changed."""
        self.believed = believed
        for known in (self._by_scope, self._fitting, self._named):
            known.clear()

    def against(self, count: Count) -> list[CountedClaim]:
        """Bounds greater than a number claimed: one a document, one of all facts if greater still.

        What is counted of all facts is counted from one claim for each thing, its first: all that name it would
        be as many as there are documents.
        """
        least = count.shape.least
        if not count.exact or least is None:
            return []
        found = [
            (len(things), [c for thing in things for c in self.naming(thing)[source]])
            for source, things in self.named(count).items()
        ]
        known = [thing for thing in self.fitting(count) if thing in self.believed]
        if len(known) > max((number for number, _ in found), default=0):
            found.append((len(known), [self._first(thing) for thing in known]))
        return [
            computed(count, least, number, of, self.world.schema.names)
            for number, of in found
            if number >= _FEWEST and number > count.exact[0]
        ]

    def _first(self, thing: str) -> ResolvedClaim:
        by_source = self.naming(thing)
        return min(by_source[min(by_source)], key=_place)

    def fitting(self, count: Count) -> list[str]:
        """The things that are surely among those that a number counts, sorted."""
        if count.iri not in self._fitting:
            under = self._under(count)
            self._fitting[count.iri] = [thing for thing in under if _of_occasion(thing, count, self.world)]
        return self._fitting[count.iri]

    def named(self, count: Count) -> dict[str, list[str]]:
        """Source → the things among those counted that it names."""
        if count.iri not in self._named:
            found: dict[str, list[str]] = defaultdict(list)
            for thing in self.fitting(count):
                for source in self.naming(thing):
                    found[source].append(thing)
            self._named[count.iri] = {source: found[source] for source in sorted(found)}
        return self._named[count.iri]

    def naming(self, thing: str) -> Mapping[str, list[ResolvedClaim]]:
        """Source → its claims that the thing exists."""
        return self._naming.get(thing, {})

    def _under(self, count: Count) -> list[str]:
        key = (count.shape.measured, count.shape.scope_of)
        if key not in self._by_scope:
            self._by_scope[key] = self._scopes(*key, count.shape.everything)
        return self._by_scope[key].get(count.scope, [])

    def _scopes(self, measured: str, path: tuple[str, ...], everything: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for thing in sorted(self._naming):
            if any(self.world.schema.is_a(c, (measured,)) for c in self._classes[thing]):
                for scope in {everything, *self.world.reach(thing, path)}:
                    found[scope].append(thing)
        return found


def _of_occasion(thing: str, count: Count, world: World) -> bool:
    """Whether a thing is surely among those that a number counts.

    A running total has all up to its last day, any other number only those of its own days: a batch is part
    of every later total, so the bound holds for both.
    """
    times, occasion = world.times.get(thing, set()), count.occasion
    if set(occasion.events) & world.neighbours(thing):
        return True
    if occasion.when is None or not times:
        return count.shape.standing or (occasion.timeless and not times)
    if count.shape.standing or TOTAL in occasion.kinds:
        return any(period.latest <= occasion.when.latest for period in times)
    return any(occasion.when.contains(period) for period in times)


def _place(claim: ResolvedClaim) -> tuple[str, int, str]:
    return claim.source, claim.claim.evidence.start, claim.iri.value


def computed(count: Count, path: str, number: int, of: Sequence[ResolvedClaim], names: Names) -> CountedClaim:
    """A number that follows from claims, as a claim of the first of their sources, with the words of the first."""
    first = min(of, key=_place)
    value = Literal(str(number), datatype=_INTEGER)
    claim = Claim(
        source=first.claim.source,
        subject=NamedNode(count.iri),
        predicate=NamedNode(path),
        object=value,
        factuality=Factuality.ASSERTED,
        evidence=first.claim.evidence,
        counted=True,
    )
    resolved = ResolvedClaim(
        iri=claim.iri(names),
        claim=claim,
        about=count.iri,
        predicate=path,
        value=value,
        factuality=Factuality.ASSERTED,
        existence=Factuality.ASSERTED,
    )
    return CountedClaim(resolved, tuple(sorted({c.iri for c in of}, key=lambda iri: iri.value)))
