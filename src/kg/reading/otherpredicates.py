"""Pairs, and what only a second predicate about others tells: "X is tied to Y and works with Z on heat"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.reading.frames import Frame, mentions_here
from kg.reading.mentions import Kind
from kg.schema import Schema, Slot


class OtherPredicates:
    """Leaves such frames out.

    Args:
        schema: Says which slots are filled by pairs.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._paired: dict[str, list[Slot]] = {
            shape.iri: slots
            for shape in schema.classes.values()
            if (slots := [s for s in shape.slots if "pairs" in s.hints])
        }

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """The frames but for those of a pair that what stands in another predicate, about others, was given to."""
        return [f for f in frames if f.cls not in self._paired or not self._is_strayed(f)]

    def _is_strayed(self, frame: Frame) -> bool:
        passage, slots = frame.passage, self._paired[frame.cls]
        paths = {s.path for s in slots}
        members = [m for path in paths for m in mentions_here(frame, path)]
        others = [m for path in frame.fillers if path not in paths for m in mentions_here(frame, path)]
        last = max((m.end for m in members), default=0)
        if not members or not others or frame.end > last:
            return False
        over = passage.grammar.besides.search(passage.text, last)
        if over is None or all(m.start < over.end() for m in others):
            return False
        classes = tuple(c for s in slots for c in s.classes)
        return any(
            m.start >= over.end() and self._schema.any_is_a(m.classes, classes)
            for m in passage.of(Kind.THING)
        )
