"""What a word for choosing, joining or applying says that is for: something of its own, or what the text is about.

"A was chosen" is told of whatever a document is about. "A was chosen for a trial of buses" is not: behind a preposition
of the word's own (`aims_behind` in a language's wording) stands a noun for something else. A class says what its words
are about (`kg:aimsAt`); where the sentence names such a thing, that is what they are for. No aim are times, numbers,
places and people, nouns for those who are chosen or apply, and nouns that say nothing of their own ("the first
round", `no_aims`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.reading.around.pool import Pool
from kg.reading.passages.frames import roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Entry, Schema

_NOUNS = frozenset({"CountedNoun", "Generic", "Continues", "NamesList", "SameTime"})
_MARKS = re.compile(r"[.,;:!?()–]\s")


class Aims:
    """Knows which words are told of something else than what the text is about.

    Args:
        schema: Classes that say what their words are for.
        pool: Tells what is of a class.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        aimed = [c for c in schema.classes.values() if "aimsAt" in c.hints]
        self._aimed = {c.iri: c.hints["aimsAt"] for c in aimed}
        self._own = {c for shape in aimed for slot in shape.slots for c in slot.classes}
        about = {c for classes in self._aimed.values() for c in classes}
        self._rivals = {
            r for c in about if c in schema.classes for r in schema.classes[c].hints.get("topicUntil", ())
        }

    def is_another(self, word: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether the words beside a word name something else that it is for."""
        wanted = [c for iri in entry.evokes for c in self._aimed.get(iri, ())]
        if not wanted:
            return False
        own = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, wanted)]
        others = [
            not self._is_no_aim(start, end, passage) and not any(m.start < end and start < m.end for m in own)
            for start, end in self._complements(word, passage)
            if end <= word.start or start >= word.end
        ]
        if own:
            return bool(others) and all(others)  # "applied for funds of the programme": not to join it
        return any(others)

    def are_others(self, cls: str, passage: Passage) -> bool:
        """Whether a word of a passage that tells of a class tells of something else than what the text is about."""
        return cls in self._aimed and any(
            w.entry is not None and cls in w.entry.evokes and self.is_another(w, w.entry, passage)
            for w in passage.of(Kind.WORD)
        )

    def _complements(self, word: Mention, passage: Passage) -> Iterator[tuple[int, int]]:
        """Where in the word's own clause a noun stands with its attributes, behind a preposition of the word's."""
        text, things = passage.text, passage.of(Kind.THING)
        starts, ends = {m.start for m in things}, {m.end for m in things}
        marks = [m for m in _MARKS.finditer(text) if not (m.start() in ends and m.end() in starts)]
        start = max((m.end() for m in marks if m.end() <= word.start), default=0)
        end = min((m.start() for m in marks if m.start() >= word.end), default=len(text))
        return passage.grammar.complements(text, (start, end), (word.start, word.end))

    def _is_no_aim(self, start: int, end: int, passage: Passage) -> bool:
        """Whether a noun is none that somebody can be chosen for, or is one that says nothing of its own."""
        named = [m for m in passage.of(Kind.THING) if m.start < end and start < m.end]
        if named and (named[0].start <= start or named[-1].end >= end):
            return self._is_beside(named[0] if named[0].start <= start else named[-1])
        beside = [m for m in passage.mentions if m.start < end <= m.end]
        return any(
            m.kind in (Kind.PERIOD, Kind.PERSON)
            or (m.kind is Kind.NUMBER and not (m.amount is not None and m.amount.currency))
            or (m.entry is not None and self._says_nothing(m.entry))
            for m in beside
        )

    def _says_nothing(self, entry: Entry) -> bool:
        """Whether a word is for those who are chosen or apply, for that itself, or says nothing of its own."""
        return bool(_NOUNS & set(roles(entry)) or self._aimed.keys() & set(entry.evokes))

    def _is_beside(self, thing: Mention) -> bool:
        """Whether a name is of those who take part or choose, or of what the register knows as nothing of the kind."""
        if self._pool.fits(thing, self._rivals):
            return False
        return bool(thing.things) or self._pool.fits(thing, self._own)
