"""Offices of whom only a pronoun names: "She is chair of Y", "Since May he has been head of Y", of the sentence before.

It is the one person that the sentence before names; where it names several, nobody can tell.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import lru_cache

from kg.claims import Factuality
from kg.language.headings import headings_of
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.opening.unheld import unheld_in
from kg.reading.passages.frames import Frame, Opening
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_FARTHEST = 60
_WORD = r"[^\W\d_][\w'’-]*|\d{4}"


class Pronounced:
    """Opens frames of classes that join an office and its holder.

    Args:
        schema: The classes (`kg:joins`).
        pool: Of candidates.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._joined = [c for c in schema.classes.values() if "joins" in c.hints]

    def openings(self, passage: Passage, around: Surroundings) -> list[Opening]:
        """What a sentence tells of a pronoun that it begins with; [] where it names somebody before the office."""
        stands = _pronoun(passage.grammar.code).match(passage.text)
        if stands is None:
            return []
        holder = self._meant(stands, passage, around)
        if holder is None:
            return []
        found: list[Opening] = []
        for shape in self._joined:
            slot = shape.slot(shape.hints["joins"][0])
            offices = self._pool.candidates(slot, passage, None) if slot is not None else []
            found.extend(o for office in offices if (o := _tied(shape, office, holder, passage)) is not None)
        return found[:1]

    def told_here(self, frames: list[Frame], call: Opening, passage: Passage) -> list[Frame]:
        """Of frames whose holder a pronoun stands for, those whose body the sentence names; none is guessed."""
        if call.about is None or call.about in passage.mentions or "joins" not in call.shape.hints:
            return frames
        body = next((s.path for s in call.shape.slots if "choosesBy" in s.hints), "")
        return [f for f in frames if any(b.here and b.passage is passage for b in f.fillers.get(body, ()))]

    def _meant(self, stands: re.Match[str], passage: Passage, around: Surroundings) -> Mention | None:
        """The person for whom a pronoun stands, at its place."""
        start, end = stands.span(1) if stands.group(1) else (stands.end(), stands.end())
        if any(m.start < end for m in passage.of(Kind.PERSON, Kind.THING)):
            return None
        before = around.before(passage)
        named = {m.text: m for m in before.of(Kind.PERSON)} if before is not None else {}
        if len(named) != 1:
            return None
        return replace(next(iter(named.values())), start=start, end=end, genitive=False)


def _tied(shape: ClassShape, office: Mention, holder: Mention, passage: Passage) -> Opening | None:
    """The opening of a frame where the words between a pronoun and an office tie the two."""
    gap = passage.text[holder.end : office.start]
    if office.kind is not Kind.THING or office.start < holder.end or len(gap) > _FARTHEST or "," in gap:
        return None
    if any(p.end <= office.start for p in passage.of(Kind.PERSON)):
        return None
    if _leads_elsewhere(holder.end, office.start, passage):
        return None
    firmness = passage.grammar.tie(gap, person_first=True)
    if not gap.strip():
        firmness = passage.grammar.tie(passage.text[: holder.start], person_first=True)
    told = firmness in (Factuality.ASSERTED, Factuality.EXPECTED)
    unheld = unheld_in(passage.grammar.code)
    if not told or unheld.is_unheld(passage.text, (holder.start, holder.end), (office.start, office.end)):
        return None
    return Opening(shape, office, None, about=holder, firmness=firmness or Factuality.ASSERTED)


def _leads_elsewhere(start: int, end: int, passage: Passage) -> bool:
    """Whether a preposition stands between, that leads to no day: "She is married to the head of Y"."""
    grammar, text, at, told = passage.grammar, passage.text, start, ""
    for day in passage.of(Kind.PERIOD):
        if day.inside(start, end):
            told += text[at : day.start].rstrip().rpartition(" ")[0] + " "
            at = day.end
    words = re.findall(_WORD, (told + text[at:end]).casefold())
    return any(
        (grammar.is_preposition(word) or grammar.belongs(f" {word} ")) and not grammar.is_month(following)
        for word, following in itertools.zip_longest(words, words[1:], fillvalue="")
    )


@lru_cache(maxsize=16)
def _pronoun(code: str) -> re.Pattern[str]:
    """A pronoun among the first words of a sentence, or a verb that opens it and leaves its pronoun out."""
    words = headings_of(code)
    return re.compile(
        rf"\W*(?:(?:(?:{_WORD})\s+){{0,4}}?({words.pronouns or '(?!)'})(?!\w)|(?=(?:{words.dropped})\s))",
        re.IGNORECASE,
    )
