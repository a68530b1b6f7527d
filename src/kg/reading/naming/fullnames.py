"""What an office is called in full: with the field that follows its name, up to the body that it is held in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention, Passage

_MOST_WORDS = 9
_ENDS = re.compile(r"[.,;:!?()\[\]{}„“”\"«»|/\n]|\s[–—-]\s")
_WORD = re.compile(r"\S+")
# "head of the X energy department": what of it stands behind the name of the place whose it is
_BEHIND_OWNER = re.compile(r"\s([a-z][\w-]*(?:\s[a-z][\w-]*){0,3})(?=[.,;:)]|$)")


def in_full(mention: Mention, passage: Passage, beside: Sequence[Mention]) -> str:
    """A name with its field.

    Args:
        mention: The name as far as it is known.
        passage: Where it stands.
        beside: What a frame has besides it; the name ends before these.

    Returns:
        "head of the housing unit" for "head" before "of the housing unit of X"; what is known where no field follows.
    """
    end = min((m.start for m in beside if m.start >= mention.end), default=len(passage.text))
    owner = next((m for m in beside if m.start == end and m.end > end), None)
    rest = _BEHIND_OWNER.match(passage.text, owner.end) if owner is not None else None
    if rest is not None and passage.grammar.links(passage.text[mention.end : end]):
        return f"{passage.text[mention.start : end]}{rest.group(1)}"
    if owner is not None and (duty := _duty_behind(owner, passage)):
        return f"{mention.text} {duty}"
    after = passage.text[mention.end : end]
    stop = _ENDS.search(after)
    reached = mention.end + _field(after[: stop.start() if stop else None], passage.grammar)
    if reached > mention.end or any(map(passage.grammar.links_field, mention.text.split())):
        reached = _goes_on(reached, end, passage)
    return passage.text[mention.start : reached]


def _duty_behind(owner: Mention, passage: Passage) -> str:
    """What an office is for where that stands behind the body's name ("deputy head of X responsible for Y")."""
    behind = passage.text[owner.end :]
    stop = _ENDS.search(behind)
    duty = (behind[: stop.start()] if stop else behind).strip()
    others = any(m.start < owner.end + len(duty) and owner.end < m.end for m in passage.of(Kind.PERSON))
    return (
        duty
        if 1 < len(duty.split()) <= _MOST_WORDS and passage.grammar.is_charged(duty) and not others
        else ""
    )


def _goes_on(reached: int, end: int, passage: Passage) -> int:
    """How far a list of fields goes on behind the first ("for Heat, Roads and the Sea"), where nobody else is named."""
    further = passage.grammar.field_goes_on.match(passage.text, reached, end)
    if further is None or passage.grammar.nouns_capitalised:
        return reached
    others = (m for m in passage.of(Kind.PERSON) if m.start < further.end() and reached < m.end)
    return further.end() if not any(others) else reached


def _field(after: str, grammar: Grammar) -> int:
    """How far a field reaches: links and names or, where a capital says nothing of a name, links and any words."""
    reached, words, linked = 0, 0, False
    for token in _WORD.finditer(after):
        word = token.group()
        if grammar.links_field(word):
            linked = True
            continue
        if words == _MOST_WORDS or not grammar.may_be_field(word, linked):
            break
        words += 1
        reached = token.end()
    return reached
