"""What bears the name of something registered that belongs to somebody else: "Northam's Action Plan 2030".

A slot says so (`kg:ownsName`): what is registered belongs to its filler, and others have things of the same name. Such
a name means what is registered only in a document that names the owner, were it within that name, and not right beside
the name of somebody else whose it is. Of other slots, only some things have a name that others have as well
(`kg:ownsNameOf`): it means them unless it is said to be of somebody else than what they belong to, or than what tells
as much (`kg:ownsNameWith`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_MOST_TO_HOLDER = 3


class Namesakes:
    """Knows whose the registered things are whose names others have as well.

    Args:
        schema: Says whose they are.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._owning = _owners(schema)
        slots = (s for c in schema.classes.values() for s in c.slots)
        self._alone = {t for s in slots for t in s.hints.get("ownsNameOf", ())}

    def part(self, passages: Sequence[Passage], publisher: Mention | None) -> None:
        """Make unregistered what only shares its name with something registered.

        Args:
            passages: All of a document; their mentions are changed.
            publisher: Whoever the document comes from.
        """
        if not self._owning:
            return
        named = {t for p in passages for m in p.of(Kind.THING) for t in m.things}
        named.update(publisher.things if publisher is not None else ())
        for passage in passages:
            changed = {
                m: _without(m, others, passage, self._alone)
                for m in passage.of(Kind.THING)
                if (others := self._others(m, passage, named))
            }
            if changed:
                passage.keep([changed.get(m, m) for m in passage.mentions])

    def _others(self, mention: Mention, passage: Passage, named: set[str]) -> list[str]:
        """What a name is registered for that is not meant here."""
        return [
            t
            for t in mention.things
            if t in self._owning
            and _is_other(mention, self._owning[t], passage, named, self._schema, alone=t in self._alone)
        ]


def _without(mention: Mention, others: Sequence[str], passage: Passage, alone: set[str]) -> Mention:
    """A mention that stands for nothing of somebody else's, called as the text has it where nothing is left.

    Where a name alone tells it apart (`alone`), whose it is is part of what it is called.
    """
    things = tuple(t for t in mention.things if t not in others)
    holder = _holder(mention, passage, behind=True)
    start, end = mention.start, mention.end
    if holder is not None and not alone.isdisjoint(others):
        start, end = min(start, holder.start), max(end, holder.end)
    text = mention.text if things else " ".join(passage.text[start:end].split())
    return replace(mention, things=things, text=text)


def _owners(schema: Schema) -> dict[str, tuple[str, ...]]:
    """The things whose names others have as well, and whose they are."""
    found: dict[str, tuple[str, ...]] = {}
    paths = {s.path for shape in schema.classes.values() for s in shape.slots if "ownsName" in s.hints}
    for thing in schema.things if paths else ():
        owners = tuple(
            o.value for path in sorted(paths) for o in schema.known(thing, path) if isinstance(o, NamedNode)
        )
        if owners:
            found[thing] = owners
    for slot in (s for shape in schema.classes.values() for s in shape.slots if "ownsNameOf" in s.hints):
        for thing in slot.hints["ownsNameOf"]:
            known = (o.value for o in schema.known(thing, slot.path) if isinstance(o, NamedNode))
            found[thing] = (*known, *slot.hints.get("ownsNameWith", ()))
    return found


def _is_other(
    mention: Mention,
    owners: Sequence[str],
    passage: Passage,
    named: set[str],
    schema: Schema,
    *,
    alone: bool,
) -> bool:
    """Whether a name means somebody else's thing than that of the owners; by itself it means theirs where `alone`."""
    written = passage.text[mention.start : mention.end].casefold()
    known = [schema.things[o] for o in owners if o in schema.things]
    if not known or any(name.casefold() in written for thing in known for name, _, _ in thing.names):
        return False
    if named.isdisjoint(owners) and not alone:
        return True
    holder = _holder(mention, passage, behind=alone)
    return holder is not None and set(holder.things).isdisjoint(owners)


def _holder(mention: Mention, passage: Passage, *, behind: bool) -> Mention | None:
    """Whoever a thing is said to belong to, right before its name or, where that counts, behind it."""
    return next(
        (
            m
            for m in passage.of(Kind.THING)
            if (m.genitive and m.end <= mention.start and not passage.text[m.end : mention.start].strip())
            or (behind and m.start > mention.end and _is_of(passage.text[mention.end : m.start], passage))
        ),
        None,
    )


def _is_of(gap: str, passage: Passage) -> bool:
    """Whether what stands behind a name says whose it is ("of the state of X")."""
    words = gap.split()
    return 0 < len(words) <= _MOST_TO_HOLDER and passage.grammar.owned_by(f" {words[0]}")
