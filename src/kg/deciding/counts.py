"""Numbers that are claimed, held against what lists name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
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
    _tied: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _dated: Counter[tuple[str, Period]] = field(default_factory=Counter)
    _reached: dict[tuple[str, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    """Things whose times, ties or existence have changed; for others to empty."""
    changed: set[str] = field(default_factory=set)
    """Properties by which things were tied or untied; likewise."""

    def add(self, triples: Iterable[Triple]) -> None:
        self._tell(triples, 1)

    def remove(self, triples: Iterable[Triple]) -> None:
        """Take back what was added; what was added twice stands until it is taken back twice."""
        self._tell(triples, -1)

    def _tell(self, triples: Iterable[Triple], times: int) -> None:
        for t in triples:
            if not isinstance(t.subject, NamedNode) or not isinstance(t.object, NamedNode):
                continue
            subject, path, value = t.subject.value, t.predicate.value, t.object.value
            if (period := period_of(value, self.schema.names)) is not None:
                self._tell_time(subject, period, times)
            elif path in self.schema.inverses:
                self._tell_tie(value, self.schema.inverses[path], subject, times)
            elif t.predicate != RDF_TYPE:
                self._tell_tie(subject, path, value, times)

    def _tell_time(self, thing: str, period: Period, times: int) -> None:
        self._dated[thing, period] += times
        (self.times[thing].add if self._dated[thing, period] else self.times[thing].discard)(period)
        self.touched.add(thing)

    def _tell_tie(self, subject: str, path: str, value: str, times: int) -> None:
        tie = (subject, path, value)
        before = self._tied[tie]
        self._tied[tie] += times
        if not before:
            self._tie(*tie)
        elif not self._tied[tie]:
            self._untie(*tie)

    def _untie(self, subject: str, path: str, value: str) -> None:
        self._touch(subject, path, value)
        self.forward[subject, path].discard(value)
        self.backward[value, path].discard(subject)
        self._ties[subject, value] -= 1
        if not self._ties[subject, value]:
            self._named[subject].discard(value)

    def _tie(self, subject: str, path: str, value: str) -> None:
        self._touch(subject, path, value)
        self.forward[subject, path].add(value)
        self.backward[value, path].add(subject)
        self._ties[subject, value] += 1
        self._named[subject].add(value)

    def _touch(self, subject: str, path: str, value: str) -> None:
        self._reached.clear()
        self.touched.update((subject, value))
        self.changed.add(path)

    def far(self, path: tuple[str, ...]) -> set[str]:
        """Properties whose ties lie off a path's beginning: one of them may move where many things lead."""
        index, kept = self.schema.policy, {step: self.schema.inverses.get(step, step) for step in path}
        transitive = NamedNode(_TRANSITIVE)
        is_long = {s for s in path[:1] if transitive in index.objects(NamedNode(s), RDF_TYPE.value)}
        return {kept[step] for step in {*path[1:], *is_long}}

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


@dataclass(slots=True)
class Told:
    """The asserted claims on one thing that still stand: property → source → its claims."""

    claims: dict[str, dict[str, list[ResolvedClaim]]] = field(default_factory=dict)
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    classes: set[str] = field(default_factory=set)

    def put(self, claims: Iterable[ResolvedClaim]) -> None:
        for claim in claims:
            by_source = self.claims.setdefault(claim.predicate, {})
            by_source.setdefault(claim.source, []).append(claim)
            self.values[claim.predicate].add(claim.value.value)
            if claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode):
                self.classes.add(claim.value.value)


def read_count(iri: str, told: Told, world: World) -> Count | None:
    """The count that claims about one thing speak of; None where it is none."""
    for class_iri in sorted(told.classes):
        if shape := count_shape(world.schema, class_iri):
            return _count(iri, class_iri, shape, told.values, world)
    return None


def _count(
    iri: str, class_iri: str, shape: CountShape, values: Mapping[str, Collection[str]], world: World
) -> Count:
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
class _Fitting:
    """What a number counts of what is named.

    Args:
        count: The number.
        things: Those surely among the ones that it counts.
        named: Source → those of them that it names.
        over: Sources that name more than the number says, and enough to be a list.
        moved: Sources of which something has changed since their completeness was asked for.
        complete: Sources that give a number, and name just so many.
        stirred: Things of which something has changed since what is silent of them was asked for.
        bounds: Source → the bound that its list gives; as long as that stays.
        against: All bounds, likewise.
    """

    count: Count
    things: set[str] = field(default_factory=set)
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    over: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    complete: set[str] = field(default_factory=set)
    stirred: set[str] = field(default_factory=set)
    bounds: dict[str, CountedClaim] = field(default_factory=dict)
    against: list[CountedClaim] | None = None

    def put(self, thing: str, sources: Iterable[str], fits: bool) -> None:
        """Let a thing that these sources name be among them, or not."""
        (self.things.add if fits else self.things.discard)(thing)
        least = max(_FEWEST, self.count.exact[0] + 1) if self.count.exact else _FEWEST
        self.stirred.add(thing)
        self.against = None
        for source in sources:
            self.moved.add(source)
            self.bounds.pop(source, None)
            named = self.named[source]
            (named.add if fits else named.discard)(thing)
            (self.over.add if len(named) >= least else self.over.discard)(source)


_Measure = tuple[str, tuple[str, ...]]
"""The class counted, and the path from a thing of it to its scopes."""


def _measure(count: Count) -> _Measure:
    return count.shape.measured, count.shape.scope_of


@dataclass
class _Scopes:
    """Which things fall under which scopes, by one measure.

    Args:
        of: Thing → its scopes.
        things: Scope → the things that fall under it.
    """

    of: dict[str, Collection[str]] = field(default_factory=dict)
    things: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def put(self, thing: str, scopes: Collection[str]) -> None:
        for scope in self.of.pop(thing, ()):
            self.things[scope].discard(thing)
        if scopes:
            self.of[thing] = scopes
        for scope in scopes:
            self.things[scope].add(thing)


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
    _before: dict[str, set[str]] = field(default_factory=dict)
    _new: dict[str, set[str]] = field(default_factory=dict)
    _scopes: dict[_Measure, _Scopes] = field(default_factory=dict)
    _fitting: dict[str, _Fitting] = field(default_factory=dict)
    _among: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _firsts: dict[str, ResolvedClaim] = field(default_factory=dict)

    def learn(self, thing: str, claims: Iterable[ResolvedClaim], anew: bool = True) -> None:
        """Take in asserted claims on a thing; those of rdf:type name it.

        Args:
            thing: The thing.
            claims: On it.
            anew: They stand in place of those known before, not beside them.
        """
        new = self._new.setdefault(thing, set())
        if anew:
            self._before.setdefault(thing, set()).update(self._naming.pop(thing, ()))
            self._classes.pop(thing, None)
            self._firsts.pop(thing, None)
        if thing in self.unresolved:
            return
        for claim in claims:
            if claim.predicate == RDF_TYPE.value:
                self._naming.setdefault(thing, defaultdict(list))[claim.source].append(claim)
                self._classes.setdefault(thing, set()).add(claim.value.value)
                self._firsts[thing] = min(self._firsts.get(thing, claim), claim, key=_place)
                new.add(claim.source)

    def look_again(self, counts: Sequence[Count], believed: Container[str]) -> set[str]:
        """Take in what has changed: claims, the world, what is believed, and the counts themselves.

        Returns:
            The counts for which something of what they are held against may have changed.
        """
        self.believed = believed
        measures = {_measure(count): count.shape for count in counts}
        if any(self.world.changed & self.world.far(path) for _, path in measures):
            self._scopes.clear()
            self._fitting.clear()
            self._among.clear()
        changed = sorted({*self._new, *(self.world.touched & self._naming.keys())})
        for measure, shape in measures.items():
            self._place_things(measure, shape, changed)
        moved = self._forget({count.iri: count for count in counts})
        known = self._by_scope(count for count in counts if count.iri in self._fitting)
        for thing in changed:
            moved |= self._move(thing, known)
        for count in counts:
            if count.iri not in self._fitting:
                moved.add(count.iri)
                self._count_anew(count)
        self._before.clear()
        self._new.clear()
        self.world.touched.clear()
        self.world.changed.clear()
        return moved

    def _place_things(self, measure: _Measure, shape: CountShape, changed: Iterable[str]) -> None:
        """Find the scopes that things fall under: of those that have changed, or of all for a new measure."""
        known = self._scopes.get(measure)
        if known is None:
            known, changed = self._scopes.setdefault(measure, _Scopes()), self._naming
        for thing in changed:
            kinds = self._classes.get(thing, ())
            is_measured = any(self.world.schema.is_a(c, (shape.measured,)) for c in kinds)
            reached = self.world.reach(thing, shape.scope_of) if is_measured else ()
            known.put(thing, {shape.everything, *reached} if is_measured else frozenset())

    def _forget(self, counts: Mapping[str, Count]) -> set[str]:
        """Begin anew with counts that are not what they were; found: those."""
        changed = {iri for iri, known in self._fitting.items() if counts.get(iri) != known.count}
        for iri in changed:
            for thing in self._fitting.pop(iri).things:
                self._among[thing].discard(iri)
        return changed

    def _by_scope(self, counts: Iterable[Count]) -> dict[tuple[_Measure, str], list[Count]]:
        found: dict[tuple[_Measure, str], list[Count]] = defaultdict(list)
        for count in counts:
            found[_measure(count), count.scope].append(count)
        return found

    def _move(self, thing: str, counts: Mapping[tuple[_Measure, str], Sequence[Count]]) -> set[str]:
        """Put a thing among those that counts count, or take it out; found: the counts that it bears on."""
        before, gone, naming = self._among[thing], self._before.get(thing, set()), self.naming(thing)
        now = {
            count.iri
            for measure, scopes in self._scopes.items()
            for scope in scopes.of.get(thing, ())
            for count in counts.get((measure, scope), ())
            if _of_occasion(thing, count, self.world)
        }
        for iri in before:
            self._fitting[iri].put(thing, gone if iri in now else {*gone, *naming}, False)
        for iri in now:
            self._fitting[iri].put(thing, self._new.get(thing, ()) if iri in before else naming, True)
        self._among[thing] = now
        return before | now

    def _count_anew(self, count: Count) -> None:
        fitting = self._fitting[count.iri] = _Fitting(count)
        for thing in self._scopes[_measure(count)].things.get(count.scope, ()):
            if _of_occasion(thing, count, self.world):
                fitting.put(thing, self.naming(thing), True)
                self._among[thing].add(count.iri)

    def against(self, count: Count) -> list[CountedClaim]:
        """Bounds greater than a number claimed: one a document, one of all facts if greater still.

        What is counted of all facts is counted from one claim for each thing, its first: all that name it would
        be as many as there are documents.
        """
        fitting = self._fitting[count.iri]
        if fitting.against is None:
            fitting.against = [*self._bounds(count, fitting)]
        return fitting.against

    def _bounds(self, count: Count, fitting: _Fitting) -> Iterator[CountedClaim]:
        least, names = count.shape.least, self.world.schema.names
        if not count.exact or least is None:
            return
        longest = max(_FEWEST - 1, count.exact[0])
        for source in sorted(fitting.over):
            longest = max(longest, len(fitting.named[source]))
            if source not in fitting.bounds:
                named = sorted(fitting.named[source])
                of = [claim for thing in named for claim in self.naming(thing)[source]]
                fitting.bounds[source] = computed(count.iri, least, len(named), of, names)
            yield fitting.bounds[source]
        known = [thing for thing in fitting.things if thing in self.believed]
        if len(known) > longest:
            firsts = [self._firsts[thing] for thing in known]
            yield computed(count.iri, least, len(known), firsts, names)

    def fits(self, count: Count, thing: str) -> bool:
        """Whether a thing is surely among those that a number counts."""
        return thing in self._fitting[count.iri].things

    def named(self, count: Count, source: str) -> set[str]:
        """The things among those counted that a source names."""
        return self._fitting[count.iri].named.get(source, set())

    def complete(
        self, count: Count, said: Mapping[str, Sequence[ResolvedClaim]]
    ) -> tuple[list[str], set[str]]:
        """The sources, sorted, that give a number and name just so many things, and enough to be a list.

        Args:
            count: What is counted.
            said: Source → its claims that give the number; `moved` tells of new ones.

        Returns:
            The sources, and the things of which something has changed since this was asked before.
        """
        fitting = self._fitting[count.iri]
        before = {*fitting.complete}
        for source in fitting.moved:
            many = len(fitting.named[source])
            numbers = {claim.value.value for claim in said.get(source, ())}
            is_complete = many >= _FEWEST and numbers == {str(many)}
            (fitting.complete.add if is_complete else fitting.complete.discard)(source)
        is_same = fitting.moved.isdisjoint(before | fitting.complete)
        stirred = fitting.stirred if is_same else fitting.stirred | fitting.things
        fitting.moved, fitting.stirred = set(), set()
        return sorted(fitting.complete), stirred

    def moved(self, count: Count, sources: Iterable[str]) -> None:
        """Sources have said more of a count, or less."""
        self._fitting[count.iri].moved.update(sources)

    def naming(self, thing: str) -> Mapping[str, list[ResolvedClaim]]:
        """Source → its claims that the thing exists."""
        return self._naming.get(thing, {})


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


def computed(count: str, path: str, number: int, of: Sequence[ResolvedClaim], names: Names) -> CountedClaim:
    """A number that follows from claims, as a claim of the first of their sources, with the words of the first."""
    first = min(of, key=_place)
    value = Literal(str(number), datatype=_INTEGER)
    claim = Claim(
        source=first.claim.source,
        subject=NamedNode(count),
        predicate=NamedNode(path),
        object=value,
        factuality=Factuality.ASSERTED,
        evidence=first.claim.evidence,
        counted=True,
    )
    resolved = ResolvedClaim(
        iri=claim.iri(names),
        claim=claim,
        about=count,
        predicate=path,
        value=value,
        factuality=Factuality.ASSERTED,
        existence=Factuality.ASSERTED,
    )
    return CountedClaim(resolved, tuple(sorted({c.iri for c in of}, key=lambda iri: iri.value)))
