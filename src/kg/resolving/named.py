"""Things with names: found in the register, else the same wherever the same name is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.claims import Claim
from kg.names import fold
from kg.resolving.local import IDENTIFIERS, Local, compatible, lonely, main_class, most_specific
from kg.resolving.records import Note, Record, ResolvedBy
from kg.schema import Schema

_FARTHEST = 3


def find_registered(
    named: Sequence[Local], register: Iterable[Claim], schema: Schema
) -> tuple[list[Record], list[Note]]:
    """Match local things with the register; whatever is left out bears no name that the register knows."""
    identifiers = _identifiers(schema)
    records: list[Record] = []
    doubtful: list[tuple[Local, list[str]]] = []
    for local in named:
        if known := _by_identifier(local, identifiers):
            records.append(Record(local.iri, known, ResolvedBy.IDENTIFIER, "shares an external identifier"))
            continue
        candidates = _nearest_class(local, _bearers(local, schema), schema)
        if len(candidates) == 1:
            records.append(_by_name(local, candidates[0]))
        elif candidates:
            doubtful.append((local, candidates))
    more, notes = _by_company(doubtful, records, register, schema)
    return records + more, notes


def _by_name(local: Local, thing: str) -> Record:
    return Record(local.iri, thing, ResolvedBy.NAME, f"bears the name {_longest(local)!r}")


def _identifiers(schema: Schema) -> Mapping[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for triple in schema.register:
        if triple.predicate.value in IDENTIFIERS and isinstance(triple.subject, NamedNode):
            found[str(triple.object)].add(triple.subject.value)
    return {key: min(things) for key, things in found.items() if len(things) == 1}


def _by_identifier(local: Local, identifiers: Mapping[str, str]) -> str | None:
    values = (str(value) for path in IDENTIFIERS for value in local.slots.get(path, ()))
    found = {identifiers[value] for value in values if value in identifiers}
    return found.pop() if len(found) == 1 else None


def _bearers(local: Local, schema: Schema) -> list[str]:
    found = {iri for label in local.labels for iri in schema.bearers(label, local.classes)}
    return sorted(
        iri
        for iri in found
        if not local.classes
        or any(compatible(schema, c, k) for c in local.classes for k in _classes(schema, iri))
    )


def _classes(schema: Schema, iri: str) -> frozenset[str]:
    thing = schema.thing(iri)
    return thing.classes if thing is not None else frozenset()


def _nearest_class(local: Local, candidates: list[str], schema: Schema) -> list[str]:
    if len(candidates) < 2:
        return candidates

    def distance(iri: str) -> int:
        kinds = _classes(schema, iri)
        if kinds & local.classes:
            return 0
        return 1 if any(schema.is_a(k, local.classes) for k in kinds) else 2

    best = min(map(distance, candidates))
    return [iri for iri in candidates if distance(iri) == best]


def _by_company(
    doubtful: Sequence[tuple[Local, list[str]]],
    records: Sequence[Record],
    register: Iterable[Claim],
    schema: Schema,
) -> tuple[list[Record], list[Note]]:
    """Choose among things of one name the one that is tied most to what else its document speaks of."""
    if not doubtful:
        return [], []
    company: dict[str, set[str]] = defaultdict(set)
    for record in records:
        company[record.local.rpartition("#")[0]].add(record.thing)
    ties = _ties(register, schema)
    found: list[Record] = []
    notes: list[Note] = []
    for local, candidates in doubtful:
        scores = {iri: len(_reach(iri, ties) & company[local.document]) for iri in candidates}
        best = max(scores.values())
        winners = [iri for iri in candidates if scores[iri] == best]
        if best and len(winners) == 1:
            found.append(
                Record(local.iri, winners[0], ResolvedBy.NAME, "of several so named, tied to its document")
            )
        else:
            text = f"{_longest(local)!r} may be any of {', '.join(candidates)}"
            alone = lonely(schema.names, local, main_class(schema, local.classes))
            found.append(Record(local.iri, alone, ResolvedBy.NOTHING, text))
            notes.append(Note(local.iri, text))
    return found, notes


def _ties(register: Iterable[Claim], schema: Schema) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in register:
        if isinstance(claim.object, NamedNode):
            found[claim.subject.value].add(claim.object.value)
    for triple in schema.register:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            found[triple.subject.value].add(triple.object.value)
    return found


def _reach(iri: str, ties: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    edge = {iri}
    for _ in range(_FARTHEST):
        edge = {other for one in edge for other in ties.get(one, ())} - seen
        seen |= edge
    return seen


def name_unregistered(named: Sequence[Local], schema: Schema) -> list[Record]:
    """One thing for one folded name and compatible class, whichever documents speak of it."""
    groups: dict[str, list[tuple[str, Local]]] = defaultdict(list)
    for local in named:
        groups[fold(_longest(local))].append((main_class(schema, local.classes), local))
    found: list[Record] = []
    for name in sorted(groups):
        lowered = most_specific(schema, (c for c, _ in groups[name]))
        spelling: dict[str, str] = {}
        for c, local in groups[name]:
            label = _longest(local)
            spelling[lowered[c]] = min(spelling.get(lowered[c], label), label)
        for c, local in groups[name]:
            thing = schema.names.thing(lowered[c] or "thing", spelling[lowered[c]]).value
            found.append(Record(local.iri, thing, ResolvedBy.NAME, f"bears the name {_longest(local)!r}"))
    return found


def _longest(local: Local) -> str:
    """The fullest name: a person's, not the surname alone."""
    return min(local.labels, key=lambda label: (-len(label), label), default="")
