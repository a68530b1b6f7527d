"""Bare lists: members that a heading, a question or the sentence before says something of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Filler, Frame, shared_with_members
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_MOST_WORDS = 3
_FIRST = 2
_FAR, _LONGEST_HEADING, _FEWEST = 6, 6, 2


@dataclass(frozen=True, slots=True)
class _Open:
    """What the next list is a list of."""

    shape: ClassShape
    slot: Slot
    firmness: Factuality
    fillers: dict[str, list[Filler]]


class _Announced(NamedTuple):
    """A class whose lists a noun announces, where the text speaks of something."""

    shape: ClassShape
    each: Slot
    where: tuple[str, ...]
    words: frozenset[str]


class Enumerator:
    """Reads lists that stand without a verb.

    Args:
        schema: For classes whose lists a heading opens (`kg:lists`).
        pool: Of candidates.
        memory: Of the document.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._evoker = evoker
        self._listing = [c for c in schema.classes.values() if "lists" in c.hints]
        self._announced = [
            _Announced(shape, each, (where,), frozenset(words))
            for shape in schema.classes.values()
            if "listedBy" in shape.hints
            for path, where, *words in [shape.hints["listedBy"]]
            if (each := shape.slot(path)) is not None
        ]
        self._open: _Open | None = None
        self._before: Passage | None = None

    def forget(self) -> None:
        """Begin a new document."""
        self._open = None
        self._before = None

    def read(self, passage: Passage, around: Surroundings, made: Sequence[Frame]) -> list[Frame]:
        """One frame for each member of a bare list; [] where the passage is none or says something itself."""
        before, self._before = self._before, passage
        if not made and self._is_list(passage):
            opened = self._open or self._continued(passage)
            if opened is not None:
                found = self._members(opened, passage)
                if found:
                    return found
        self._open = self._opened(passage, before, around) if _opens(passage) else None
        return [] if made else self._behind_colon(passage, around)

    def _behind_colon(self, passage: Passage, around: Surroundings) -> list[Frame]:
        """The members of a list that the words before a colon announce."""
        colon = passage.text.find(": ")
        for lists in self._announced if colon > 0 else ():
            members = self._pool.candidates(lists.each, passage, None)
            if len(members) < _FEWEST or members[0].start < colon or not around.speaks_of(lists.where):
                continue
            opened = self._announces(passage, lists, around, colon)
            if opened is not None:
                return [self._frame(opened, m, passage) for m in members if m.kind is Kind.THING]
        return []

    def _announces(self, passage: Passage, lists: _Announced, around: Surroundings, end: int) -> _Open | None:
        """What a noun up to some place says that a list is of; None where none does, or it is denied."""
        away = lists.shape.hints.get("awayFrom", ())
        told = (m for m in passage.of(Kind.WORD) if m.end <= end)
        noun = next(
            (m for m in told if m.entry and m.entry.evokes and lists.words.issuperset(m.entry.evokes)), None
        )
        if noun is None or any(self._pool.fits(m, away) for m in passage.of(Kind.THING, Kind.WORD)):
            return None
        firmness = around.factuality(noun, None, passage)
        return _Open(lists.shape, lists.each, firmness, {}) if firmness is not Factuality.DENIED else None

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

    def _opened(self, passage: Passage, before: Passage | None, around: Surroundings) -> _Open | None:
        """What a heading or a question asks for: it names the first property's thing and no member."""
        evoked = _evoked(passage)
        for shape in self._listing:
            if not evoked.isdisjoint(shape.hints.get("unless", ())):
                continue
            first, each = (shape.slot(path) for path in shape.hints["lists"][:2])
            if first is None or each is None or self._pool.candidates(each, passage, None):
                continue
            for mention in self._pool.candidates(first, passage, None):
                places = around.resolve(mention, passage, first.classes)
                if places:
                    filler = self._pool.filler(first.path, *places[0], first)
                    firmness = around.factuality(mention, None, passage)
                    return _Open(shape, each, firmness, {first.path: [filler]})
        return self._by_announcement(passage, before, around) or self._opened_by_noun(passage)

    def _by_announcement(
        self, passage: Passage, before: Passage | None, around: Surroundings
    ) -> _Open | None:
        """A list of those whom a noun in the heading names, or one in the sentence before, where a colon opens it."""
        colon = passage.text.rstrip().endswith(":")
        for lists in self._announced:
            if not around.speaks_of(lists.where) or self._pool.candidates(lists.each, passage, None):
                continue
            for told in (passage, before) if colon and before is not None else (passage,):
                opened = self._announces(told, lists, around, len(told.text))
                if opened is not None:
                    return opened
        return None

    def _opened_by_noun(self, passage: Passage) -> _Open | None:
        """What a heading goes on with that only says whose list follows ("the towns", "the chosen")."""
        if len(passage.text.split()) > _LONGEST_HEADING:
            return None
        told = [f for f in (*self._memory.lately(passage, _FAR), self._memory.open) if f is not None]
        models = [(f, shape) for f in told if (shape := self._evoker.listed(f.cls)) is not None]
        if any(m.kind is Kind.THING and not m.compound for m in passage.mentions):
            return None
        words = [w for w in passage.of(Kind.WORD) if not passage.grammar.is_function(w.text)]
        evoked = {iri for w in words if w.entry is not None for iri in w.entry.evokes}
        plain = all(self._lists_or_counts(iri) for iri in evoked)
        alone = plain and len({shape.iri for _, shape in models}) == 1
        for model, shape in reversed(models):
            each = next((s for s in shape.slots if s.each and "pairs" not in s.hints), None)
            if passage.number - model.passage.number > _FAR or each is None:
                continue
            generic = any(self._pool.fits(w, each.classes) for w in passage.of(Kind.WORD))
            if shape.iri in evoked or (alone and generic):
                return _Open(shape, each, model.factuality, shared_with_members(model, shape))
        return None

    def _lists_or_counts(self, iri: str) -> bool:
        shape = self._schema.classes.get(iri)
        return shape is not None and (shape in self._listing or shape.measures is not None)

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


def _evoked(passage: Passage) -> set[str]:
    return {iri for m in passage.of(Kind.WORD) if m.entry is not None for iri in m.entry.evokes}


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
