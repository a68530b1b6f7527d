"""Others that a clause speaks of by a noun alone, so that what the text is about is not meant ("the company aims")."""

from __future__ import annotations

from kg.reading.frames import Filler, Opening, roles
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.nearness import after_preposition, same_clause
from kg.schema import Slot


def speaks_of_stranger(slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether the clause of an opening has a noun for somebody else (`kg:strangers`) that no preposition governs.

    Args:
        slot: What nobody in the sentence fills.
        call: What opened the frame.
        passage: In which it stands.
    """
    wanted = slot.hints.get("strangers", ())
    return bool(wanted) and any(
        _is_stranger(word, wanted)
        and not word.overlaps(call.at)
        and same_clause(word, call.at, passage)
        and not after_preposition(word, passage)
        for word in passage.of(Kind.WORD)
    )


def within_clause(found: list[Filler], slot: Slot, call: Opening, passage: Passage) -> list[Filler]:
    """Of what a sentence offers for a slot, leaves what stands in the clause of a stranger, if one is spoken of."""
    if not found or not speaks_of_stranger(slot, call, passage):
        return found
    return [f for f in found if f.mention is None or same_clause(f.mention, call.at, passage)]


def _is_stranger(word: Mention, wanted: tuple[str, ...]) -> bool:
    return word.entry is not None and not set(wanted).isdisjoint(roles(word.entry))
