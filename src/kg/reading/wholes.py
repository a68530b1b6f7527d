"""What somebody belongs to, where it could be a member as well ("Northhaven belongs to the network Clean Streets").

A class that says who belongs to what (`kg:company`: the slots for a member and for what it belongs to) may be told of
bodies that are both: a network has members, and takes part in projects. Where a sentence names nothing else that one
could belong to, a body behind a preposition, or with an article of its own, is what the others belong to.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.frames import Opening, thing_key
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.nearness import after_preposition
from kg.reading.pool import Pool

_LONGEST_NOUN = 30


def kept_as_whole(call: Opening, passage: Passage, pool: Pool) -> Mention | None:
    """The body that a sentence says others to belong to; None where nothing, or something else, is that.

    Args:
        call: What opens a frame of any class.
        passage: Where.
        pool: For what may fill a slot.
    """
    company = call.shape.hints.get("company")
    if company is None or (call.entry is not None and "refersBack" in call.entry.hints):
        return None
    member, whole = (call.shape.slot(path) for path in company)
    if member is None or whole is None:
        return None
    wholes = pool.fitting(whole, passage)
    members = pool.fitting(member, passage)
    if not wholes or any(m not in members for m in wholes if m.kind is not Kind.REFERENCE):
        return None
    others = [m for m in members if m not in wholes and m.kind is not Kind.PERSON]
    told = [m for m in wholes if m.kind is Kind.THING and _is_told_of(m, others, passage)]
    return max(told, key=lambda m: (m.start >= call.at.end, -abs(m.start - call.at.end)), default=None)


def _is_told_of(whole: Mention, others: Sequence[Mention], passage: Passage) -> bool:
    """Whether somebody else stands in the sentence, and not in one list with a body that has its noun or article."""
    text = passage.text
    apart = [m for m in others if thing_key(m) != thing_key(whole) and not m.overlaps(whole)]
    if not apart:
        return False
    for other in apart:
        gap = text[min(whole.end, other.end) : max(whole.start, other.start)]
        if passage.grammar.joined(gap):
            return False
    return any(
        after_preposition(m, passage) or passage.grammar.determined(text, m.start)
        for m in (whole, *_nouns_of(whole, passage))
    )


def _nouns_of(whole: Mention, passage: Passage) -> list[Mention]:
    """The nouns right before a name that say what it names."""
    return [
        m
        for m in passage.of(Kind.WORD, Kind.REFERENCE)
        if m.end <= whole.start
        and whole.start - m.start <= _LONGEST_NOUN
        and m.entry is not None
        and m.entry.denotes
        and not passage.text[m.end : whole.start].strip(" „“”\"«»'‘’")
    ]
