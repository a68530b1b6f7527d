"""Who comes from where, told before them: "from X the heads A and B, from Y C", "For Z, A explained …".

A body behind a preposition that opens a clause, or goes on behind a verb, is where those come from who are listed
right behind it, each with an office, a title or nothing, until another such body, or a clause of its own, begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.mentions import Kind, Mention, Passage
from kg.schema import Slot

_BRACKET = re.compile(r"\s*\([^()]{1,40}\)")
_ASIDE = re.compile(r",\s+(\w+)\s[^,;.:!?()]{3,80},")
_MARKS = re.compile(r"[,\s]+")
_CLAUSE_ENDS = re.compile(r"[.;:!?()„“”\"«»–—]")
_TITLE = re.compile(r"[A-ZÄÖÜ][\w-]{0,11}\.?")
_MOST_FURTHER, _MOST_CUE, _LONGEST = 1, 3, 80


def from_where(
    persons: Sequence[Mention], bodies: Sequence[Mention], slot: Slot, passage: Passage
) -> list[tuple[Mention, Mention]]:
    """Persons and where they come from, as bodies told before them say; [] where none is told so.

    Args:
        persons: All persons of a passage, in order.
        bodies: All that persons may come from, in order.
        slot: With the prepositions that such a body stands behind.
        passage: In which they stand.
    """
    if not persons or not bodies:
        return []
    found: list[tuple[Mention, Mention]] = []
    leads: list[Mention] = []
    for body in bodies:
        if _leads(body, slot, passage, goes_on=bool(found or leads)):
            leads.append(body)
    for body in leads:
        stop = min((b.start for b in leads if b.start > body.start), default=len(passage.text))
        at, first = body.end, True
        for person in (p for p in persons if body.end < p.start < stop):
            if not _is_listed(at, person.start, first, passage):
                break
            found.append((person, body))
            bracket = _BRACKET.match(passage.text, person.end)
            at, first = bracket.end() if bracket is not None else person.end, False
    return found


def _leads(body: Mention, slot: Slot, passage: Passage, *, goes_on: bool) -> bool:
    """Whether a body stands behind a preposition at the head of its clause, or behind a verb or a mark.

    A name before a comma may be that of somebody in apposition; where such a body was before, another one goes on.
    """
    if body.genitive or body.compound:
        return False
    before = _without_cue(passage.text[max(0, body.start - _LONGEST) : body.start], slot, passage)
    if before is None:
        return False
    if not before:
        return body.start <= _LONGEST
    if before[-1] in ",;:":
        return goes_on or not _names_ends(passage, body.start - _LONGEST, before.rstrip(",;: "))
    return passage.grammar.nouns_capitalised and before.rsplit(None, 1)[-1].islower()


def _without_cue(lead: str, slot: Slot, passage: Passage) -> str | None:
    """What stands before the preposition that a body stands behind; None where it is none that tells it."""
    cues = {*passage.grammar.own(slot.cues), *slot.hints.get("spokenFor", ())}
    words = lead.split()
    for at in range(1, min(_MOST_CUE, len(words)) + 1):
        cue, articles = words[-at:], words[len(words) - at + 1 :]
        told = " ".join(cue).casefold() in cues
        told = told or (cue[0].casefold() in cues and passage.grammar.is_function(" ".join(articles)))
        if told and not (at < len(words) and " ".join(words[-at - 1 :]).casefold() in cues):
            return " ".join(words[:-at])
    return None


def _names_ends(passage: Passage, start: int, before: str) -> bool:
    """Whether a name ends right before a mark, so that what follows is said of that."""
    named = (m for m in passage.of(Kind.PERSON, Kind.THING) if m.end > start)
    return any(before.endswith(passage.text[m.start : m.end]) for m in named)


def _is_listed(start: int, end: int, first: bool, passage: Passage) -> bool:
    """Whether only marks, small words, titles and offices stand between a body or person and the next person."""
    gap = passage.text[start:end]
    offices = [m for m in passage.of(Kind.THING) if m.inside(start, end)]
    for office in sorted(offices, key=lambda m: -m.start):
        gap = gap[: office.start - start] + " " + gap[max(office.end - start, 0) :]
    aside = _ASIDE.search(gap)
    if aside is not None and passage.grammar.opens_relative(gap[aside.start() :]):
        gap = gap[: aside.start()] + ", " + gap[aside.end() :]
    if _CLAUSE_ENDS.search(gap.replace(". ", " ")):
        return False
    words = [w for w in _MARKS.split(gap) if w and not _TITLE.fullmatch(w)]
    further = [w for w in words if not passage.grammar.is_function(w)]
    lead = passage.text[:start].strip()
    allowed = _MOST_FURTHER if not first or " " in lead.rsplit(None, 2)[0] else 0
    if first and not passage.grammar.nouns_capitalised:
        return not further and gap.lstrip().startswith(",")
    return len(further) <= (allowed if first else 0)
