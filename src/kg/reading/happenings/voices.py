"""Who spoke at what happens, as a sentence gives their words: "…, said X at the forum", "at the forum, X stressed …".

Whoever is told to have said something at what happens spoke there, and was there. The words for where it was stand at
the head of the sentence, or right behind the speaker and the verb of saying: not in what is said, nor within quotation
marks. Of what is only spoken of ("said that the forum was useful") nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.claims import Factuality
from kg.language.atevents import at_start, means_otherwise, opens_content
from kg.reading.around.pool import Pool
from kg.reading.happenings.turnout import is_part
from kg.reading.passages.frames import SUBJECT, Frame
from kg.reading.passages.mentions import Kind, Mention, Passage

_QUOTED = re.compile(r"[„“«\"][^„“”«»\"]*[”“»\"]")
_LONGEST_LEAD, _LONGEST_GAP, _VERB_NEAR, _MOST_WORDS, _NEAR_OFFICE = 3, 90, 3, 5, 2


class Voices:
    """Adds frames for those whose words were said at what happens.

    Args:
        pool: For slots and fillers.
        sides: For each property of what happens, the slot that this fills.
    """

    def __init__(self, pool: Pool, sides: Mapping[str, str]) -> None:
        self._pool = pool
        self._paths = tuple(
            path
            for path in sorted(sides)
            if sides[path] == path
            and any({"inProgramme", "atOccasion"} & s.hints.keys() for s in pool.properties[path].slots)
        )
        self._events = tuple(
            sorted(
                {
                    c
                    for path in self._paths
                    for s in pool.properties[path].slots
                    if s.path == path
                    for c in s.classes
                }
            )
        )

    def read(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> Iterator[Frame]:
        """Frames for those whom no frame tells yet.

        Args:
            frames: All of the document.
            passages: All of the document.
        """
        known = {
            (f.cls, f.passage.number, filler.key_of_thing)
            for f in frames
            if f.cls in self._paths
            for filler in f.fillers.get(SUBJECT, ())
        }
        for passage in passages:
            for speaker, event in self._spoken(passage):
                for path in self._paths:
                    who = self._pool.filler(SUBJECT, passage, speaker, None)
                    if (path, passage.number, who.key_of_thing) in known:
                        continue
                    fillers = {SUBJECT: [who], path: [self._pool.filler(path, passage, event, None)]}
                    start, end = speaker.start, speaker.end
                    yield Frame(path, passage, start, end, Factuality.ASSERTED, fillers=fillers)

    def _spoken(self, passage: Passage) -> Iterator[tuple[Mention, Mention]]:
        """Speakers of a passage, each with what they spoke at."""
        people = [p for p in passage.of(Kind.PERSON) if not (p.genitive or p.compound)]
        events = [m for m in passage.of(Kind.THING) if self._pool.fits(m, self._events)] if people else []
        quoted = [m.span() for m in _QUOTED.finditer(passage.text)] if events else []
        for event in events:
            at = at_start(passage.grammar.code, passage.text[: event.start])
            if at < 0 or is_part(event, passage) or any(a < event.start < b for a, b in quoted):
                continue
            speaker = _behind(event, at, people, passage) or _before(at, people, passage)
            if speaker is not None and not _is_called_off(speaker, event, passage):
                yield speaker, event
                return


def _behind(event: Mention, at: int, people: Sequence[Mention], passage: Passage) -> Mention | None:
    """The first person behind an event that opens the sentence, where a verb of saying stands beside their name."""
    if len(passage.text[:at].split()) > _LONGEST_LEAD or any(p.start < event.start for p in people):
        return None
    first = next((p for p in people if p.start >= event.end), None)
    if first is None or ";" in passage.text[event.end : first.start]:
        return None
    if opens_content(passage.grammar.code, passage.text[event.end : first.start]):
        return None
    return first if _says_before(first, passage, event.end) or _says_behind(first, passage) else None


def _before(at: int, people: Sequence[Mention], passage: Passage) -> Mention | None:
    """The last person before the words for where it was, where nothing but the verb of saying lies between."""
    before = [p for p in people if p.end <= at]
    if not before:
        return None
    speaker, grammar = before[-1], passage.grammar
    gap = passage.text[speaker.end : at]
    words = gap.split()
    if len(gap) > _LONGEST_GAP or ";" in gap or opens_content(grammar.code, gap):
        return None
    says = [w for w in words if grammar.tells(w.strip(","))]
    if says:
        return speaker if len(words) <= _MOST_WORDS and "," not in gap else None
    verbs = any(grammar.has_auxiliary(w) for w in words)
    return speaker if not verbs and _says_before(speaker, passage, 0) else None


def _is_called_off(speaker: Mention, event: Mention, passage: Passage) -> bool:
    """Whether the clause of speaker and event ends in what makes another verb of the verb of saying."""
    return means_otherwise(passage.grammar.code, passage.text[max(speaker.end, event.end) :])


def _says_before(person: Mention, passage: Passage, start: int) -> bool:
    """Whether a verb of saying stands right before a person, with their office."""
    offices = [
        m.start
        for m in passage.of(Kind.THING)
        if start <= m.start and 0 <= person.start - m.end <= _NEAR_OFFICE
    ]
    words = passage.text[start : min(offices, default=person.start)].split()[-_VERB_NEAR:]
    return any(passage.grammar.tells(w.strip(',”“»"').casefold()) for w in words)


def _says_behind(person: Mention, passage: Passage) -> bool:
    """Whether a verb of saying stands right behind a person, or behind what stands in commas there."""
    rest = passage.text[person.end :]
    if rest.startswith(", "):
        rest = rest[2:].partition(", ")[2] or rest
    return any(passage.grammar.tells(w.strip(",").casefold()) for w in rest.split()[:_VERB_NEAR])
