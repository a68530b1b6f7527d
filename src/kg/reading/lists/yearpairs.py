"""Years beside names that a word told before: "A will be … by 2030. B has 2045, C talks of 2050", "D | 2035".

A class says so (`kg:yearPairs`: the slot of each member, the slot of its year). What was told of somebody in the
sentences right before, or what a heading with a word for the class asks for, is told of whoever stands beside a year of
their own with no more than a few small words between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.claims import Factuality
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.grammar import Grammar
from kg.reading.passages.frames import Filler, Frame, by_default, mentions_of
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import each_behind, stretch_end
from kg.schema import ClassShape, Schema, Slot

_FAR, _MOST_BETWEEN, _MOST_BEHIND, _MOST_BEFORE = 2, 2, 5, 4
_LONGEST_GAP = 80
_BARE = re.compile(r"\s*(?:[|:(→]|\s[–—-]\s)?\s*")
_MARKS = re.compile(r"[.;:!?()|„“”\"]")
_ENDS = re.compile(r"[.,;:!?()|]")
_YEAR = re.compile(r"\d{4}")


class YearPairs:
    """Tells what was told of one of others that stand beside a year.

    Args:
        schema: Classes that are told so.
        pool: Tells what may fill a slot.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._pool = pool
        self._memory = memory
        self._told = [
            (shape, each, year)
            for shape in schema.classes.values()
            if "yearPairs" in shape.hints
            for each, year in [[shape.slot(path) for path in shape.hints["yearPairs"][:2]]]
            if each is not None and year is not None
        ]
        self._open: set[str] = set()

    def forget(self) -> None:
        """Begin a new document."""
        self._open.clear()

    def read(self, passage: Passage, made: Sequence[Frame]) -> list[Frame]:
        """A frame for each pair of a passage that nothing else tells of."""
        found: list[Frame] = []
        for shape, each, year in self._told:
            model = self._model(shape, passage, made)
            asked = self._asks(shape, passage)
            if model is None and not (asked or shape.iri in self._open):
                continue
            pairs = list(self._pairs(shape, each, year, passage, made))
            bare = [(m, d) for m, d in pairs if _BARE.fullmatch(passage.text, m.end, d.start)]
            if model is None and len(bare) < 2 and not _is_row(passage):
                pairs = []
            kept = pairs if model is not None else bare
            found += [self._frame(shape, each, year, m, d, passage, model) for m, d in kept]
            if asked and not kept and not any(f.cls == shape.iri for f in made):
                self._open.add(shape.iri)
            elif not kept and not _is_row(passage):
                self._open.discard(shape.iri)
        return found

    def _model(self, shape: ClassShape, passage: Passage, made: Sequence[Frame]) -> Frame | None:
        """What was told last, in this passage or right before."""
        told = [*self._memory.lately(passage, _FAR), *made]
        told = [f for f in told if f.cls == shape.iri and f.factuality is not Factuality.DENIED]
        return told[-1] if told else None

    def _asks(self, shape: ClassShape, passage: Passage) -> bool:
        """Whether a word for the class, or what it is about, stands in a passage that names no member of its own."""
        words = any(m.entry is not None and shape.iri in m.entry.evokes for m in passage.of(Kind.WORD))
        about = [c for slot in shape.slots if slot.least and slot.default is not None for c in slot.classes]
        return words and (not about or any(self._pool.fits(m, about) for m in passage.of(Kind.THING)))

    def _pairs(
        self, shape: ClassShape, each: Slot, year: Slot, passage: Passage, made: Sequence[Frame]
    ) -> Iterator[tuple[Mention, Mention]]:
        used = {m for f in made if f.cls == shape.iri for m in mentions_of(f)}
        members = [m for m in self._pool.candidates(each, passage, None) if m.kind is Kind.THING]
        members = [m for m in members if m not in used and not m.compound]
        days = [d for d in self._pool.candidates(year, passage, None) if d not in used]
        for member, day in each_behind(members, days, _LONGEST_GAP):
            if _YEAR.fullmatch(day.text) and self._tell(member, day, passage, made):
                yield member, day

    def _tell(self, member: Mention, day: Mention, passage: Passage, made: Sequence[Frame]) -> bool:
        """Whether no more stands between and around a name and a year than tells whose the year is."""
        text, grammar = passage.text, passage.grammar
        between = text[member.end : day.start]
        if _BARE.fullmatch(between):
            return True
        stop = stretch_end(text, day.end, grammar)
        first = max(0, member.start - _LONGEST_GAP)
        start = max((m.end() for m in _ENDS.finditer(text, first, member.start)), default=first)
        lead, tail = text[start : member.start].split(), text[day.end : stop].split()
        if len(between.split()) > _MOST_BETWEEN or _MARKS.search(between) or "," in between:
            return False
        if len(tail) > _MOST_BEHIND or len(lead) > _MOST_BEFORE:
            return False
        others = (
            *passage.of(Kind.THING, Kind.PERIOD, Kind.NUMBER, Kind.PERSON),
            *(m for f in made for m in mentions_of(f)),
        )
        if any(m.inside(member.end, stop) and m is not day for m in others):
            return False
        small = all(not w[:1].isupper() for w in between.split()) or not grammar.nouns_capitalised
        return small and not _is_when(between, grammar) and not _has_noun([*between.split(), *tail], grammar)

    def _frame(
        self,
        shape: ClassShape,
        each: Slot,
        year: Slot,
        member: Mention,
        day: Mention,
        passage: Passage,
        model: Frame | None,
    ) -> Frame:
        shared: dict[str, list[Filler]] = {}
        for slot in shape.slots:
            if slot.path in (each.path, year.path) or not slot.least:
                continue
            told = model.fillers.get(slot.path) if model is not None else None
            shared[slot.path] = told or [by_default(slot, passage)]
        fillers = {
            **shared,
            each.path: [self._pool.filler(each.path, passage, member, each)],
            year.path: [self._pool.filler(year.path, passage, day, year)],
        }
        firmness = model.factuality if model is not None else Factuality.ASSERTED
        return Frame(shape.iri, passage, member.start, day.end, firmness, fillers=fillers)


def _is_when(between: str, grammar: Grammar) -> bool:
    """Whether a preposition right before a year makes it the time at which something else happens."""
    words = between.split()
    return len(words) > 1 and grammar.after_preposition(f"{between.strip()} ", len(between.strip()) + 1)


def _has_noun(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether a noun with an article stands among some words, so that they tell what happens then."""
    if grammar.nouns_capitalised and any(w[:1].isupper() for w in words[1:]):
        return True
    return any(
        grammar.determined(f"{w} ", len(w) + 1) and not grammar.possessive(f"{w} ", len(w) + 1) for w in words
    )


def _is_row(passage: Passage) -> bool:
    return "|" in passage.text or len(passage.text.split()) <= _MOST_BEFORE
