"""What a word leads to that ends in a preposition: the name right behind it ("a member of X", "a partner in X").

Such a name is what somebody belongs to or has a part in, and not who does, though it might be either by what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.passages.frames import Filler, Opening
from kg.reading.passages.mentions import Mention, Passage
from kg.schema import Slot


def led_to(
    slot: Slot, call: Opening, chosen: dict[str, list[Filler]], passage: Passage
) -> tuple[str, Mention] | None:
    """Of the slots filled so far, the one that has taken from another what its word leads to, and what that is.

    Args:
        slot: One that has to be filled, and was not.
        call: What is filled.
        chosen: The fillers so far.
        passage: The sentence.
    """
    if call.entry is None:
        return None
    for path, fillers in chosen.items():
        mentions = _only_here(fillers, passage)
        if len(mentions) == 1 and path != slot.path and _leads(call.at, mentions[0], passage):
            return path, mentions[0]
    return None


def _leads(word: Mention, name: Mention, passage: Passage) -> bool:
    """Whether but a preposition, as the word's end or behind it, and an article stand between a word and a name."""
    grammar, gap = passage.grammar, passage.text[word.end : name.start]
    if name.start < word.end:
        return False
    if grammar.owned_by(gap):
        return True
    inner = word.text.rpartition(" ")[2]
    few = len(gap.split()) <= 1 and all(map(grammar.is_function, gap.split()))
    return " " in word.text and few and grammar.owned_by(f" {inner} ")


def _only_here(fillers: Sequence[Filler], passage: Passage) -> list[Mention]:
    """What the fillers of a slot are called in a sentence, where all stand there by themselves."""
    return [f.mention for f in fillers if f.here and f.mention is not None and f.passage is passage]
