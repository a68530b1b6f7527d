"""Members that stand in brackets behind the name of what they take part in: "Alba (Northhaven, Rosenau)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims import Factuality
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_OPENS = re.compile(r"[”“\"»«*_]*\s?\(([^()]{5,200})\)")
_LEAST = 2


class Brackets:
    """Gives a frame to each of some members in brackets.

    Args:
        schema: Classes with `kg:bracketed`: the slot of the name before the brackets, and that of those within.
        pool: Of candidates.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._shapes: list[tuple[ClassShape, Slot, Slot]] = []
        for shape in schema.classes.values():
            whole, part = (shape.slot(path) for path in shape.hints.get("bracketed", ("", ""))[:2])
            if whole is not None and part is not None:
                self._shapes.append((shape, whole, part))
        self._coined = tuple(c.iri for c in schema.classes.values() if "coinedNames" in c.hints)

    def read(self, passage: Passage) -> Iterator[Frame]:
        """Frames of a passage, in the order of their members."""
        if "(" not in passage.text:
            return
        for shape, whole, part in self._shapes:
            for name in self._pool.fitting(whole, passage):
                found = _OPENS.match(passage.text, name.end)
                if found is None or name.kind is not Kind.THING or not self._pool.fits(name, self._coined):
                    continue
                members = self._within(found.start(1), found.end(1), part, passage)
                for member in members if len(members) >= _LEAST else ():
                    yield Frame(
                        shape.iri,
                        passage,
                        member.start,
                        member.end,
                        Factuality.ASSERTED,
                        fillers={
                            whole.path: [self._pool.filler(whole.path, passage, name, whole)],
                            part.path: [self._pool.filler(part.path, passage, member, part)],
                        },
                    )

    def _within(self, start: int, end: int, part: Slot, passage: Passage) -> list[Mention]:
        """The members of a list that takes up a stretch as a whole; [] where anything else stands there."""
        members = [
            m for m in self._pool.fitting(part, passage) if m.inside(start, end) and m.kind is Kind.THING
        ]
        at = start
        for member in sorted(members, key=lambda m: (m.start, -m.end)):
            if member.start < at:
                continue
            if at > start and not passage.grammar.joined(passage.text[at : member.start]):
                return []
            at = member.end
        return members if members and not passage.text[at:end].strip() and members[0].start == start else []
