"""Questions and their answers: a question says only what it takes for granted, the answer behind it the rest.

"Has X got it? Yes, …" tells what the question asks; so does "When did X get it? In May 2025.", of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_LEAD, _MOST_WORDS = 48, 2


class Answers:
    """Keeps what a question asked until its answer is read.

    Args:
        schema: Classes, whose shapes name the slots.
        pool: For fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._schema = schema
        self._pool = pool
        self._begun = {
            c.iri: frozenset(c.hints["begunBy"]) for c in schema.classes.values() if "begunBy" in c.hints
        }
        self.begin()

    def begin(self) -> None:
        """Forget what was asked: an answer follows its question at once."""
        self._asked: list[Frame] = []
        self._for_day = False

    def read(self, passage: Passage, frames: list[Frame]) -> list[Frame]:
        """What a passage says, with what the question before asked where it answers that."""
        asked, for_day = self._asked, self._for_day
        self.begin()
        if passage.text.rstrip().endswith("?"):
            return self._taken_for_granted(passage, frames)
        if asked and for_day and (day := _bare_day(passage)) is not None:
            return [*(f for frame in asked for f in self._dated(frame, day, passage)), *frames]
        return [*asked, *frames] if passage.grammar.affirms(passage.text) else frames

    def _taken_for_granted(self, passage: Passage, frames: list[Frame]) -> list[Frame]:
        known = [f for f in frames if _is_taken_for_granted(f, passage)]
        signed = [f for f in known if f.entry is not None and "signed" in f.entry.hints]
        self._asked = [f for f in frames if f not in known or f in signed]
        self._for_day = passage.grammar.asks_when(passage.text)
        whether = passage.grammar.asks_whether(passage.text)
        acts = {f.cls for f in self._asked if whether or f.factuality is not Factuality.ASSERTED}
        # "has X signed the lease?": there may be none
        doubtful = [f for f in known if not acts.isdisjoint(self._begun.get(f.cls, ()))]
        self._asked += [f for f in doubtful if f not in self._asked]
        return [
            f
            for f in known
            if f not in doubtful and ((f not in signed and f.entry is not None) or f.about is not None)
        ]

    def _dated(self, frame: Frame, day: Mention, passage: Passage) -> Iterator[Frame]:
        """A frame of a question, on the day that the answer gives; none where its class has no day."""
        shape = self._schema.classes.get(frame.cls)
        for slot in shape.slots if shape is not None else ():
            if self._pool.may_fill(slot, day, passage) and not frame.fillers.get(slot.path):
                filler = self._pool.filler(slot.path, passage, day, slot)
                yield replace(frame, fillers={**frame.fillers, slot.path: [filler]})
                return


def _is_taken_for_granted(frame: Frame, passage: Passage) -> bool:
    """Whether a question does not ask for what a frame says: no noun tells that, or one that is known already."""
    if frame.entry is None:
        return True
    lead = passage.text[max(0, frame.start - _LEAD) : frame.start]
    if "presupposed" not in frame.entry.hints or passage.grammar.indefinite(lead):
        return False
    # "is X member of …?" asks for it, "are the members of … ready?" does not
    return passage.grammar.determined(passage.text, frame.start) or not passage.grammar.asks_whether(
        passage.text
    )


def _bare_day(passage: Passage) -> Mention | None:
    """The day of an answer that gives nothing else ("In May 2025.")."""
    days = passage.of(Kind.PERIOD)
    if len(days) != 1:
        return None
    lead, behind = passage.text[: days[0].start], passage.text[days[0].end :]
    words = re.sub(r"^\W*\w{1,7}:", "", lead).split()  # "A: in May 2025"
    told = len(words) <= _MOST_WORDS and passage.grammar.is_function(" ".join(words))
    elsewhen = passage.grammar.is_held_against(lead) or passage.grammar.denies(lead)  # "not before 2026"
    return days[0] if told and not elsewhen and not behind.strip(" .!)") else None
