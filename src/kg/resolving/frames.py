"""Frames: two are one where they agree in all properties of an identity of their class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import product

from pyoxigraph import Literal, NamedNode

from kg.claims import Term
from kg.names import RDFS_LABEL, digest, fold, local_name
from kg.periods import Period
from kg.resolving.local import Local, is_named, lonely, main_class, most_specific, period_of
from kg.resolving.named import name_unregistered
from kg.resolving.records import Note, Record, ResolvedBy
from kg.schema import Schema, Slot

Identity = tuple[str, ...]
Identities = tuple[Identity, ...]


@dataclass(slots=True)
class Bearer:
    """A frame that is complete for one identity, or a register's thing that is.

    Args:
        local: The frame.
        class_iri: Its lowest class.
        key: What must be equal, in the identity's order; "" stands where a period does.
        periods: What must overlap, in the identity's order.
        segments: What the values add to the name of the thing.
    """

    local: Local
    class_iri: str
    key: tuple[str, ...]
    periods: tuple[Period, ...]
    segments: tuple[str, ...]

    @property
    def coarseness(self) -> tuple[tuple[int, ...], tuple[Period, ...]]:
        return tuple(p.latest - p.earliest for p in self.periods), self.periods


@dataclass(slots=True)
class Cluster:
    """Bearers held to be one; `core` is what all their periods have in common."""

    core: tuple[Period, ...]
    members: list[Bearer] = field(default_factory=list)

    def meets(self, periods: tuple[Period, ...]) -> bool:
        return all(one.overlaps(other) for one, other in zip(self.core, periods, strict=True))


@dataclass
class Frames:
    """Gives each frame its thing, frames that others hang on first.

    Args:
        schema: For classes, slots and identities.
        locals: All local things, to tell a value that is not resolved yet.
        canonical: Local IRI → canonical IRI; grows.
    """

    schema: Schema
    locals: Mapping[str, Local]
    canonical: dict[str, str]
    records: list[Record] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _taken: dict[str, str] = field(default_factory=dict)
    _slots: dict[str, Mapping[str, Slot]] = field(default_factory=dict)

    def resolve(self, frames: Sequence[Local], anchors: Iterable[Local]) -> None:
        """Give every frame a thing; the register's things are met where they agree with one."""
        by_identities = self._by_identities(frames)
        anchored = self._by_identities(anchors)
        for identities in self._in_order(by_identities):
            self._stratum(identities, by_identities[identities], anchored.get(identities, []))

    def _by_identities(self, frames: Iterable[Local]) -> dict[Identities, list[Local]]:
        found: dict[Identities, list[Local]] = defaultdict(list)
        for frame in frames:
            found[self.schema.identities_of(main_class(self.schema, frame.classes))].append(frame)
        return found

    def _in_order(self, groups: Mapping[Identities, Sequence[Local]]) -> list[Identities]:
        """Groups whose things fill the identities of others come first; circles are cut where met."""
        home = {frame.iri: identities for identities, frames in groups.items() for frame in frames}
        needs: dict[Identities, set[Identities]] = defaultdict(set)
        for identities, frames in groups.items():
            paths = {path for identity in identities for path in identity}
            for frame in frames:
                for path in paths:
                    values = (v.value for v in frame.values(path))
                    needs[identities].update(home[v] for v in values if v in home)
        ordered: list[Identities] = []
        seen: set[Identities] = set()

        def visit(identities: Identities) -> None:
            if identities not in seen:
                seen.add(identities)
                for needed in sorted(needs[identities]):
                    visit(needed)
                ordered.append(identities)

        for identities in sorted(groups):
            visit(identities)
        return ordered

    def _stratum(self, identities: Identities, frames: list[Local], anchors: list[Local]) -> None:
        waiting = sorted(frames, key=lambda frame: frame.iri)
        settled = sorted(anchors, key=lambda frame: frame.iri)
        while waiting:
            blocked = {frame.iri for frame in waiting if self._waits(frame, identities)}
            ready = [frame for frame in waiting if frame.iri not in blocked]
            if not ready:
                # A circle: nothing tells these apart but their documents.
                self._stand_alone(waiting)
                return
            self._same(identities, ready, settled)
            self._by_name_or_alone([frame for frame in ready if frame.iri not in self.canonical])
            settled += ready
            waiting = [frame for frame in waiting if frame.iri in blocked]

    def _by_name_or_alone(self, frames: Sequence[Local]) -> None:
        named = [f for f in frames if f.labels and is_named(self.schema, f.classes, True)]
        for record in name_unregistered(named, self.schema):
            self.canonical[record.local] = record.thing
            self.records.append(record)
        self._stand_alone([frame for frame in frames if frame.iri not in self.canonical])

    def _waits(self, frame: Local, identities: Identities) -> bool:
        values = (value for identity in identities for path in identity for value in frame.values(path))
        return any(v.value in self.locals and v.value not in self.canonical for v in values)

    def _stand_alone(self, frames: Iterable[Local]) -> None:
        for frame in frames:
            thing = lonely(self.schema.names, frame, main_class(self.schema, frame.classes))
            self._record(frame, thing, ResolvedBy.NOTHING, "no identity of its class is complete")

    def _record(self, frame: Local, thing: str, rule: ResolvedBy, reason: str) -> None:
        self.canonical[frame.iri] = thing
        self.records.append(Record(frame.iri, thing, rule, reason))

    def _same(self, identities: Identities, frames: list[Local], settled: list[Local]) -> None:
        for identity in sorted(identities, key=lambda i: (-len(i), i)):
            groups: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
            for frame in (*settled, *frames):
                for bearer in self._bearers(frame, identity):
                    groups[bearer.key].append(bearer)
            for key in sorted(groups):
                lowered = most_specific(self.schema, (b.class_iri for b in groups[key]))
                for class_iri in sorted(set(lowered.values())):
                    among = [b for b in groups[key] if lowered[b.class_iri] == class_iri]
                    for cluster in clusters_of(among):
                        self._name(cluster, identity, class_iri)

    def _name(self, cluster: Cluster, identity: Identity, class_iri: str) -> None:
        new = sorted({b.local.iri for b in cluster.members if not self._known(b.local)})
        known = sorted({self._thing(b.local) for b in cluster.members if self._known(b.local)})
        if len(known) > 1 and all(b.local.registered for b in cluster.members if self._known(b.local)):
            self.notes.append(Note(known[0], f"has the same identity as {', '.join(known[1:])}"))
        if not new:
            return
        thing = known[0] if len(known) == 1 else self._make(cluster, class_iri)
        reason = "agrees in " + ", ".join(local_name(path) for path in identity)
        for iri in new:
            self._record(self.locals[iri], thing, ResolvedBy.IDENTITY, reason)

    def _known(self, frame: Local) -> bool:
        return frame.registered or frame.iri in self.canonical

    def _thing(self, frame: Local) -> str:
        return self.canonical.get(frame.iri, frame.iri)

    def _make(self, cluster: Cluster, class_iri: str) -> str:
        best = min(cluster.members, key=lambda b: (b.coarseness, b.segments))
        key = "\x1f".join((class_iri, *best.key, *(p.text for p in best.periods)))
        return claim_name(self._taken, self.schema, class_iri, best.segments, key)

    def _bearers(self, frame: Local, identity: Identity) -> list[Bearer]:
        """One for each label where the identity asks for one; none where a slot is empty."""
        class_iri = main_class(self.schema, frame.classes)
        slots = self._slots_of(class_iri)
        columns: list[list[tuple[str, Period | None, str]]] = []
        for path in identity:
            column = self._column(frame, path, slots.get(path))
            if not column:
                return []
            columns.append(column)
        return [
            Bearer(
                local=frame,
                class_iri=class_iri,
                key=(*identity, *(key for key, _, _ in row)),
                periods=tuple(period for _, period, _ in row if period is not None),
                segments=tuple(segment for _, _, segment in row),
            )
            for row in product(*columns)
        ]

    def _slots_of(self, class_iri: str) -> Mapping[str, Slot]:
        if class_iri not in self._slots:
            self._slots[class_iri] = {slot.path: slot for slot in self.schema.slots_of(class_iri)}
        return self._slots[class_iri]

    def _column(self, frame: Local, path: str, slot: Slot | None) -> list[tuple[str, Period | None, str]]:
        if path == RDFS_LABEL.value:
            return [(fold(label), None, label) for label in sorted(frame.labels)]
        values: Iterable[Term] = frame.values(path)
        if not values and slot is not None and slot.default is not None:
            values = (slot.default,)
        keyed = sorted({self._keyed(value) for value in values})
        if not keyed or (slot is not None and len(keyed) < slot.least):
            return []
        periods = [p for _, text in keyed if (p := period_of(text, self.schema.names)) is not None]
        if len(periods) == len(keyed):
            finest = min(periods, key=lambda p: (p.latest - p.earliest, p))
            return [("", finest, finest.text)]
        segments = (local_name(text) if key.startswith("<") else text for key, text in keyed)
        return [("\x1e".join(key for key, _ in keyed), None, "-".join(segments))]

    def _keyed(self, value: Term) -> tuple[str, str]:
        if isinstance(value, NamedNode):
            iri = self.canonical.get(value.value, value.value)
            return f"<{iri}>", iri
        return literal_key(value), value.value


def literal_key(value: Literal) -> str:
    """A literal as it is compared: numbers by value, texts folded."""
    try:
        number = Decimal(value.value)
    except InvalidOperation:
        return fold(value.value)
    return str(number.normalize()) if number.is_finite() else fold(value.value)


def claim_name(
    taken: dict[str, str], schema: Schema, class_iri: str, segments: Iterable[str], key: str
) -> str:
    """The IRI that readable segments give; made unmistakable where another key has taken it already."""
    made = schema.names.thing(class_iri, "-".join(s for s in segments if s)).value
    if taken.setdefault(made, key) != key:
        made = f"{made}-{digest(key)}"
        taken.setdefault(made, key)
    return made


def clusters_of(bearers: Sequence[Bearer]) -> list[Cluster]:
    """Bearers of one key by overlapping periods; the finest first, so that a year joins its only month.

    A period that overlaps several clusters belongs to none of them and stands for itself.
    """
    clusters: list[Cluster] = []
    by_periods: dict[tuple[Period, ...], Cluster] = {}
    for bearer in sorted(bearers, key=lambda b: (b.coarseness, b.local.iri)):
        cluster = by_periods.get(bearer.periods)
        if cluster is None:
            cluster = _join(clusters, bearer)
            by_periods[bearer.periods] = cluster
        cluster.members.append(bearer)
    return clusters


def _join(clusters: list[Cluster], bearer: Bearer) -> Cluster:
    met = [cluster for cluster in clusters if cluster.meets(bearer.periods)]
    if len(met) == 1:
        met[0].core = tuple(
            Period(max(a.earliest, b.earliest), min(a.latest, b.latest))
            for a, b in zip(met[0].core, bearer.periods, strict=True)
        )
        return met[0]
    clusters.append(Cluster(bearer.periods))
    return clusters[-1]
