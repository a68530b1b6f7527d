"""Counts: numbers of one measure, scope and kind are one count where they are of one occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.names import local_name
from kg.periods import Period
from kg.resolving.frames import claim_name
from kg.resolving.local import Local, main_class, period_of
from kg.resolving.records import Record, ResolvedBy
from kg.schema import Schema, Slot


@dataclass(frozen=True, slots=True)
class CountShape:
    """What the slots of a class of counts are for, told from its shape.

    Args:
        measured: The class that is counted.
        scope_of: Path from a counted thing to what a scope names.
        exact: The property that gives the number (kind number, without `kg:leastOf`), or None.
        least: The property that gives a lower bound (`kg:leastOf`), or None.
        scope: The property that gives the scope: a thing, with a default.
        everything: The scope that holds where none is said, "" without a default.
        kinds: Properties that tell batches from totals: what is neither thing, number nor period.
        occasions: Properties whose things have a time of their own.
        times: Properties that give a period.
        standing: The number holds at any time (`kg:standing`).
    """

    measured: str
    scope_of: tuple[str, ...]
    exact: str | None
    least: str | None
    scope: str | None
    everything: str
    kinds: tuple[str, ...]
    occasions: tuple[str, ...]
    times: tuple[str, ...]
    standing: bool


def count_shape(schema: Schema, class_iri: str) -> CountShape | None:
    """The shape of a class of counts; None for any other class."""
    lineage = (class_iri, *sorted(schema.superclasses.get(class_iri, ())))
    shape = next(
        (schema.classes[c] for c in lineage if c in schema.classes and schema.classes[c].measures), None
    )
    if shape is None or shape.measures is None:
        return None
    slots = schema.slots_of(class_iri)
    numbers = [slot for slot in slots if slot.kind == "number"]
    scope = next((s for s in slots if s.kind == "thing" and s.default is not None), None)
    occasions = tuple(s.path for s in slots if s.kind == "thing" and s is not scope and _has_time(schema, s))
    default = scope.default if scope else None
    return CountShape(
        measured=shape.measures,
        scope_of=shape.scope_of,
        exact=next((s.path for s in numbers if "leastOf" not in s.hints), None),
        least=next((s.path for s in numbers if "leastOf" in s.hints), None),
        scope=scope.path if scope else None,
        everything=default.value if default is not None else "",
        kinds=tuple(s.path for s in slots if s.kind == "text"),
        occasions=occasions,
        times=tuple(s.path for s in slots if s.kind == "period"),
        standing="true" in shape.hints.get("standing", ()),
    )


def _has_time(schema: Schema, slot: Slot) -> bool:
    return any(s.kind == "period" for c in slot.classes for s in schema.slots_of(c))


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """When and what a number was said of.

    Args:
        when: The period; None where neither the count nor its event says one.
        events: Canonical IRIs, sorted.
        kinds: Batch, running total, or none said; sorted.
    """

    when: Period | None
    events: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def timeless(self) -> bool:
        return self.when is None and not self.events

    @property
    def order(self) -> tuple[bool, bool, int, str, tuple[str, ...], tuple[str, ...]]:
        """Those that say most come first, so that the vaguer ones can join them."""
        width = self.when.latest - self.when.earliest if self.when else 0
        text = self.when.text if self.when else ""
        return self.timeless, not self.kinds, width, text, self.events, self.kinds

    def meets(self, other: Occasion) -> bool:
        """Whether both may be one: kinds where both say one, then a shared event, or periods that overlap."""
        if self.kinds and other.kinds and self.kinds != other.kinds:
            return False
        if set(self.events) & set(other.events) or (self.timeless and other.timeless):
            return True
        return self.when is not None and other.when is not None and self.when.overlaps(other.when)

    def joined(self, other: Occasion) -> Occasion:
        when = self.when or other.when
        if self.when and other.when and self.when.overlaps(other.when):
            when = Period(
                max(self.when.earliest, other.when.earliest), min(self.when.latest, other.when.latest)
            )
        return Occasion(
            when, tuple(sorted({*self.events, *other.events})), tuple(sorted({*self.kinds, *other.kinds}))
        )


@dataclass(slots=True)
class _Cluster:
    occasion: Occasion
    said: set[Occasion]
    members: list[Local] = field(default_factory=list)


def resolve_counts(
    counts: Sequence[Local], every: Iterable[Local], canonical: Mapping[str, str], schema: Schema
) -> list[Record]:
    """One thing for each cluster; a count of the register gets a record too where it joins others."""
    times = _times(every, canonical, schema)
    groups: dict[tuple[str, tuple[str, ...]], list[tuple[Occasion, Local]]] = defaultdict(list)
    for local in counts:
        class_iri = main_class(schema, local.classes)
        if shape := count_shape(schema, class_iri):
            scope = _scope(local, shape, canonical)
            groups[class_iri, scope].append((_occasion(local, shape, canonical, times, schema), local))
    taken: dict[str, str] = {}
    found: list[Record] = []
    for class_iri, scope in sorted(groups):
        count = count_shape(schema, class_iri)
        for cluster in _clusters(groups[class_iri, scope], count) if count else ():
            found += _named(cluster, class_iri, scope, taken, schema)
    return found


def _times(every: Iterable[Local], canonical: Mapping[str, str], schema: Schema) -> Mapping[str, Period]:
    """Canonical things → the days from the first to the last that any source gives them."""
    found: dict[str, Period] = {}
    for local in every:
        thing = canonical.get(local.iri, local.iri)
        for values in local.slots.values():
            for value in values:
                period = period_of(value.value, schema.names) if isinstance(value, NamedNode) else None
                if period is not None:
                    known = found.get(thing, period)
                    found[thing] = Period(
                        min(known.earliest, period.earliest), max(known.latest, period.latest)
                    )
    return found


def _scope(local: Local, shape: CountShape, canonical: Mapping[str, str]) -> tuple[str, ...]:
    said = {canonical.get(v.value, v.value) for v in local.values(shape.scope or "")}
    return tuple(sorted(said)) or (shape.everything,)


def _occasion(
    local: Local, shape: CountShape, canonical: Mapping[str, str], times: Mapping[str, Period], schema: Schema
) -> Occasion:
    events = sorted({canonical.get(v.value, v.value) for path in shape.occasions for v in local.values(path)})
    said = [period_of(v.value, schema.names) for path in shape.times for v in local.values(path)]
    own = sorted(p for p in said if p is not None) or sorted(times[e] for e in events if e in times)
    kinds = sorted({v.value for path in shape.kinds for v in local.values(path)})
    finest = min(own, key=lambda p: (p.latest - p.earliest, p), default=None)
    return Occasion(finest, tuple(events), tuple(kinds))


def _clusters(said: Sequence[tuple[Occasion, Local]], shape: CountShape) -> list[_Cluster]:
    standing = shape.standing
    alike: dict[Occasion, list[Local]] = defaultdict(list)
    for occasion, local in said:
        alike[occasion].append(local)
    clusters: list[_Cluster] = []
    for occasion in sorted(alike, key=lambda o: o.order):
        if occasion.timeless and not standing:
            # Of some occasion, nobody says which: it can be held against no other number.
            clusters += [_Cluster(occasion, {occasion}, same) for same in _by_number(alike[occasion], shape)]
            continue
        met = [c for c in clusters if c.occasion.meets(occasion)]
        if standing and occasion.timeless:
            met = [c for c in clusters if _kinds_agree(c.occasion, occasion)]
            if len(met) > 1:
                met = [_merge(clusters, met)]
        if len(met) != 1:
            # Several: it cannot be told which of them is meant.
            met = [_Cluster(occasion, set())]
            clusters += met
        met[0].occasion = met[0].occasion.joined(occasion)
        met[0].said.add(occasion)
        met[0].members += alike[occasion]
    return clusters


def _number(local: Local, shape: CountShape) -> tuple[str, ...]:
    paths = [path for path in (shape.exact, shape.least) if path]
    return tuple(sorted({v.value for path in paths for v in local.values(path)}))


def _by_number(locals_: Sequence[Local], shape: CountShape) -> list[list[Local]]:
    found: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for local in locals_:
        found[_number(local, shape)].append(local)
    return [found[number] for number in sorted(found)]


def _kinds_agree(one: Occasion, other: Occasion) -> bool:
    return not one.kinds or not other.kinds or one.kinds == other.kinds


def _merge(clusters: list[_Cluster], some: Sequence[_Cluster]) -> _Cluster:
    """A standing number without a time is held against all numbers with one."""
    first = some[0]
    for other in some[1:]:
        if _kinds_agree(first.occasion, other.occasion):
            first.occasion = first.occasion.joined(other.occasion)
            first.said |= other.said
            first.members += other.members
            clusters.remove(other)
    return first


def _named(
    cluster: _Cluster, class_iri: str, scope: tuple[str, ...], taken: dict[str, str], schema: Schema
) -> list[Record]:
    first = min(cluster.said, key=lambda o: o.order)
    segments = [local_name(s) for s in (*scope, *first.kinds)]
    segments += [first.when.text] if first.when else [local_name(e) for e in first.events]
    shape = count_shape(schema, class_iri)
    if shape is not None and first.timeless and not shape.standing:
        segments += sorted(_number(cluster.members[0], shape))
    when = first.when.text if first.when else ""
    key = "\x1f".join((class_iri, *scope, *first.kinds, when, *first.events, *segments))
    registered = sorted({local.iri for local in cluster.members if local.registered})
    made = registered[0] if len(registered) == 1 else claim_name(taken, schema, class_iri, segments, key)
    return [
        Record(iri, made, ResolvedBy.IDENTITY, "same measure, scope and occasion")
        for iri in sorted(local.iri for local in cluster.members)
        if iri != made
    ]
