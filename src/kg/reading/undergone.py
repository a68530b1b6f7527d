"""What a person undergoes and nothing else does: "X has been appointed head of heat in Northam".

A class says so (`kg:notUndergone`: classes of whoever stands before a word for it, which then tells of them alone).
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.reading.frames import Frame
from kg.reading.mentions import Kind
from kg.schema import Schema

_FEWEST = 2


class Undergone:
    """Leaves out frames of things that a person undergoes instead.

    Args:
        schema: Classes that say so.
    """

    def __init__(self, schema: Schema) -> None:
        self._others = {
            shape.iri: frozenset(shape.hints["notUndergone"])
            for shape in schema.classes.values()
            if "notUndergone" in shape.hints
        }

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """Frames but for those whose word has such a subject right before it, with verbs between alone."""
        return [f for f in frames if f.cls not in self._others or not self._is_of_others(f)]

    def _is_of_others(self, frame: Frame) -> bool:
        passage, others = frame.passage, self._others[frame.cls]
        before = [m for m in passage.of(Kind.PERSON, Kind.THING) if m.end <= frame.start]
        if not before:
            return False
        last = max(before, key=lambda m: m.end)
        gap = passage.text[last.end : frame.start].split()
        told = gap and len(gap) <= _FEWEST and passage.grammar.has_auxiliary(gap[0])
        return bool(told and last.classes & others)
