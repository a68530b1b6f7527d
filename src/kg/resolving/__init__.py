"""Document-local things → canonical things; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.claims import Claim
from kg.names import RDFS_LABEL
from kg.resolving.frames import Frames
from kg.resolving.local import Local, gather, gather_register, is_local, is_named, measured, period_of
from kg.resolving.named import find_registered, name_unregistered
from kg.resolving.occasions import CountShape, Occasion, count_shape, resolve_counts
from kg.resolving.records import Note, Record, Resolution, ResolvedBy
from kg.schema import Schema

__all__ = [
    "CountShape",
    "Note",
    "Occasion",
    "Record",
    "Resolution",
    "ResolvedBy",
    "count_shape",
    "is_local",
    "is_named",
    "period_of",
    "resolve",
]

_BY_NAME_ALONE = ((), ((RDFS_LABEL.value,),))


def resolve(claims: Iterable[Claim], register: Sequence[Claim], schema: Schema) -> Resolution:
    """Say of each local thing which canonical thing it is.

    Args:
        claims: What all documents say, in any order.
        register: The register's claims, whose subjects are canonical.
        schema: Names, classes and identities.

    Returns:
        A resolution that depends on the set of claims, not on their order.
    """
    locals_ = gather(claims)
    anchors = gather_register(register, schema)
    named, frames, counts = _kinds(locals_.values(), schema)
    records, notes = find_registered(named, register, schema)
    canonical = {record.local: record.thing for record in records}
    unknown = [local for local in named if local.iri not in canonical]
    by_name = [local for local in unknown if local.labels and _by_name_alone(local, schema)]
    records += _record_names(by_name, canonical, schema)
    resolver = Frames(schema, locals_, canonical)
    resolver.resolve(
        [*frames, *(u for u in unknown if u.iri not in canonical)],
        [a for a in anchors.values() if not any(measured(schema, c) for c in a.classes)],
    )
    records += resolver.records
    counted = [a for a in anchors.values() if any(measured(schema, c) for c in a.classes)]
    every = (*locals_.values(), *anchors.values())
    records += resolve_counts([*counts, *counted], every, canonical, schema)
    return _resolution(records, [*notes, *resolver.notes], set(anchors), schema)


def _record_names(named: Sequence[Local], canonical: dict[str, str], schema: Schema) -> list[Record]:
    records = name_unregistered(named, schema)
    canonical.update((record.local, record.thing) for record in records)
    return records


def _kinds(found: Iterable[Local], schema: Schema) -> tuple[list[Local], list[Local], list[Local]]:
    named: list[Local] = []
    frames: list[Local] = []
    counts: list[Local] = []
    for local in sorted(found, key=lambda x: x.iri):
        if any(measured(schema, c) for c in local.classes):
            counts.append(local)
        elif local.labels and is_named(schema, local.classes, True):
            named.append(local)
        else:
            frames.append(local)
    return named, frames, counts


def _by_name_alone(local: Local, schema: Schema) -> bool:
    return all(schema.identities_of(c) in _BY_NAME_ALONE for c in local.classes)


def _resolution(
    records: Sequence[Record], notes: Sequence[Note], registered: set[str], schema: Schema
) -> Resolution:
    unresolved = frozenset(r.thing for r in records if r.rule is ResolvedBy.NOTHING)
    named = {r.thing for r in records if r.rule is ResolvedBy.NAME}
    return Resolution(
        canonical={r.local: r.thing for r in sorted(records)},
        records=tuple(sorted(records)),
        unregistered=frozenset(named - registered - schema.things.keys()),
        unresolved=unresolved,
        notes=tuple(sorted(set(notes))),
    )
