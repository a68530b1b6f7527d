"""Who spoke at what happens, as a sentence gives their words: "…, said X at the forum", "at the forum, X stressed …".

Whoever is told to have said something at what happens spoke there, and was there. The words for where it was stand at
the head of the sentence, or right behind the speaker and the verb of saying: not in what is said, nor within quotation
marks. Of what is only spoken of ("said that the forum was useful") nothing is told, nor where the sentence says that
somebody was not there, wrote or called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.claims import Factuality
from kg.language.atevents import at_start, means_otherwise, opens_content, opens_speaking
from kg.reading.around.pool import Pool
from kg.reading.happenings.turnout import is_part
from kg.reading.passages.frames import SUBJECT, Frame, roles
from kg.reading.passages.mentions import Kind, Mention, Passage

_QUOTED = re.compile(r"[„“«\"][^„“”«»\"]*[”“»\"]")
_UP_TO_MARK = re.compile(r"[^,.;:!?]*")
_ABSENT = "Absent"
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
        if any(w.entry is not None and _ABSENT in roles(w.entry) for w in passage.of(Kind.WORD)):
            return
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
    """The first person behind an event that opens the sentence, where they say something there.

    The verb of saying stands right behind the event, its place and its day ("At the forum on 4 May said X …"), or else
    the person does, behind a comma at most, and the verb beside their name.
    """
    if len(passage.text[:at].split()) > _LONGEST_LEAD or any(p.start < event.start for p in people):
        return None
    first = next((p for p in people if p.start >= event.end), None)
    if first is None or ";" in passage.text[event.end : first.start]:
        return None
    start = _past_circumstances(event, first.start, passage)
    gap = passage.text[start : first.start]
    if _opens_with_saying(gap, passage):
        return first if not opens_content(passage.grammar.code, gap) else None
    if not _is_title(start, first, passage):
        return None
    speaks = opens_speaking(passage.grammar.code, passage.text) and "," in gap
    return first if speaks or _says_behind(first, passage, start) else None


def _opens_with_saying(gap: str, passage: Passage) -> bool:
    """Whether the first verb behind the words for where and when is one of saying, and no comma parts it from them."""
    grammar, words = passage.grammar, gap.split()
    at = next((n for n, w in enumerate(words) if grammar.tells(w.casefold())), -1)
    if at < 0 or "," in gap.rstrip(", "):
        return False
    return all(
        w[0].isdigit() or grammar.is_function(w) or (grammar.nouns_capitalised and w[0].isupper())
        for w in words[:at]
        if not grammar.has_auxiliary(w)
    ) and not any(grammar.has_auxiliary(w) for w in words[: max(0, at - 1)])


def _past_circumstances(event: Mention, end: int, passage: Passage) -> int:
    """Where the words for the place and the day of what happens end, right behind it."""
    at, found = event.end, True
    while found:
        found = False
        for m in passage.of(Kind.THING, Kind.PERIOD):
            lead = passage.text[at : m.start]
            if at < m.end <= end and m.start >= at and _is_circumstance(lead, m, passage):
                at, found = m.end, True
                break
    return at


def _is_circumstance(lead: str, named: Mention, passage: Passage) -> bool:
    """Whether little words alone lead to a place or a day."""
    words = lead.split()
    if len(words) > _LONGEST_LEAD or set(lead) & set(",;:()") or any(map(passage.grammar.tells, words)):
        return False
    return named.kind is Kind.PERIOD or passage.grammar.located(passage.text, named.start)


def _is_title(start: int, person: Mention, passage: Passage) -> bool:
    """Whether nothing but a comma, small words and somebody's office stands before their name."""
    lead = passage.text[start : person.start]
    for m in sorted(passage.of(Kind.THING), key=lambda m: -m.start):
        if m.inside(start, person.start):
            lead = f"{lead[: m.start - start]}{lead[m.end - start :]}"
    lead = lead.strip()
    lead = lead.removeprefix(",").removesuffix(",")
    return "," not in lead and passage.grammar.is_function(lead)


def _before(at: int, people: Sequence[Mention], passage: Passage) -> Mention | None:
    """The last person before the words for where it was, where nothing but the verb of saying lies between."""
    before = [p for p in people if p.end <= at]
    if not before:
        return None
    speaker, grammar = before[-1], passage.grammar
    gap = passage.text[speaker.end : at]
    words = gap.split()
    if len(gap) > _LONGEST_GAP or ";" in gap:
        return None
    if gap.startswith(", ") and gap.endswith(", ") and not any(map(grammar.has_auxiliary, words)):
        verb = passage.text[at:].split(maxsplit=1)[0]  # what stands between the commas is their office
        return speaker if grammar.tells(verb.casefold()) or _says_before(speaker, passage, 0) else None
    if opens_content(grammar.code, gap):
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


def _says_behind(person: Mention, passage: Passage, start: int) -> bool:
    """Whether a verb of saying stands right behind a person, or behind what stands between two commas there.

    A name between two commas behind an office that begins at `start` is such words itself.
    """
    rest = passage.text[person.end :]
    if rest.startswith(", "):
        title = passage.text[start : person.start].strip()
        rest = rest[2:] if len(title) > 1 and title.endswith(",") else rest[2:].partition(", ")[2]
    words = _UP_TO_MARK.match(rest)
    return words is not None and any(
        passage.grammar.tells(w.casefold()) for w in words.group().split()[:_VERB_NEAR]
    )
