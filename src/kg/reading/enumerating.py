"""Bare lists: members that a heading, a question or the sentence before says something of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.claims import Factuality
from kg.reading.context import Surroundings
from kg.reading.evoking import Evoker
from kg.reading.frames import Filler, Frame
from kg.reading.memory import Memory
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.pool import Pool
from kg.schema import ClassShape, Schema, Slot

_MOST_WORDS = 3
_FIRST = 2


@dataclass(frozen=True, slots=True)
class _Open:
    """What the next list is a list of."""

    shape: ClassShape
    slot: Slot
    firmness: Factuality
    fillers: dict[str, list[Filler]]


class Enumerator:
    """Reads lists that stand without a verb.

    Args:
        schema: For classes whose lists a heading opens (`kg:lists`).
        pool: Of candidates.
        memory: Of the document.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker) -> None:
        self._pool = pool
        self._memory = memory
        self._evoker = evoker
        self._listing = [c for c in schema.classes.values() if "lists" in c.hints]
        self._open: _Open | None = None

    def forget(self) -> None:
        """Begin a new document."""
        self._open = None

    def read(self, passage: Passage, around: Surroundings, made: Sequence[Frame]) -> list[Frame]:
        """One frame for each member of a bare list; [] where the passage is none or says something itself."""
        if not made and self._is_list(passage):
            opened = self._open or self._continued(passage)
            if opened is not None:
                found = self._members(opened, passage)
                if found:
                    return found
        self._open = self._opened(passage, around) if _opens(passage) else None
        return []

    def _is_list(self, passage: Passage) -> bool:
        """Whether little but names stands in a passage."""
        things = passage.of(Kind.THING)
        if not things or passage.text.rstrip().endswith("?"):
            return False
        if passage.number <= _FIRST and "/" in passage.text:
            return False  # whence the report comes: "X/Y."
        rest = list(passage.text)
        for mention in things:
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
        words = re.findall(r"[^\W\d]+", "".join(rest))
        return len(words) <= len(things) + _MOST_WORDS and all(passage.grammar.lists(w) for w in words)

    def _members(self, opened: _Open, passage: Passage) -> list[Frame]:
        members = [m for m in self._pool.candidates(opened.slot, passage, None) if m.kind is Kind.THING]
        return [self._frame(opened, member, passage) for member in members if not member.compound]

    def _frame(self, opened: _Open, member: Mention, passage: Passage) -> Frame:
        filler = self._pool.filler(opened.slot.path, passage, member, opened.slot)
        return Frame(
            opened.shape.iri,
            passage,
            member.start,
            member.end,
            opened.firmness,
            None,
            None,
            None,
            {**opened.fillers, opened.slot.path: [filler]},
        )

    def _opened(self, passage: Passage, around: Surroundings) -> _Open | None:
        """What a heading or a question asks for: it names the first property's thing and no member."""
        for shape in self._listing:
            first, each = (shape.slot(path) for path in shape.hints["lists"][:2])
            if first is None or each is None or self._pool.candidates(each, passage, None):
                continue
            for mention in self._pool.candidates(first, passage, None):
                places = around.resolve(mention, passage, first.classes)
                if places:
                    filler = self._pool.filler(first.path, *places[0], first)
                    firmness = around.factuality(mention, None, passage)
                    return _Open(shape, each, firmness, {first.path: [filler]})
        return None

    def _continued(self, passage: Passage) -> _Open | None:
        """What the sentence right before said of others."""
        for frame in reversed(self._memory.recent(passage, 1)):
            shape = self._evoker.listed(frame.cls)
            if shape is None or shape.iri != frame.cls or frame.passage.number != passage.number - 1:
                continue
            slot = next((s for s in shape.slots if s.each and "pairs" not in s.hints), None)
            if slot is not None:
                shared = {p: f for p, f in frame.fillers.items() if p != slot.path}
                return _Open(shape, slot, frame.factuality, shared)
        return None


def _opens(passage: Passage) -> bool:
    return passage.kind == "heading" or passage.text.rstrip()[-1:] not in (
        ".",
        "!",
        ";",
        ",",
        "”",
        "“",
        '"',
        "«",
        "»",
    )
