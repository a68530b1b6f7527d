"""Who only seems to come from somewhere: a small word stands between a person and a body, and means something else.

"X and the Northhaven chair Y": the article is Y's. "X took it in Northhaven from commissioner Y": Y is not from there.
"On X's invitation met on Monday the board": a verb parts the two.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.language import language as language_of
from kg.language.common import tells_past, tokenised
from kg.reading.frames import SUBJECT, Frame, mentions_here
from kg.reading.mentions import Kind, Mention
from kg.schema import Schema


class NotFromThere:
    """Leaves out such frames.

    Args:
        schema: Which properties are told by what stands in apposition (`kg:apposed`).
    """

    def __init__(self, schema: Schema) -> None:
        slots = (slot for shape in schema.classes.values() for slot in shape.slots)
        self._told = frozenset(slot.path for slot in slots if "apposed" in slot.hints)

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """Frames but for those of small words that a conjunction, a verb or their own place parts from either."""
        return [f for f in frames if f.cls not in self._told or not _is_stray(f)]


def _is_stray(frame: Frame) -> bool:
    text, grammar = frame.passage.text, frame.passage.grammar
    word = text[frame.start : frame.end]
    if frame.entry is None or not word[:1].isalpha() or not grammar.is_function(word):
        return False
    people = [m for m in mentions_here(frame, SUBJECT) if m.kind is Kind.PERSON]
    bodies = mentions_here(frame, frame.cls)
    return bool(people and bodies) and _parted(people[-1], frame, bodies[0])


def _parted(person: Mention, frame: Frame, body: Mention) -> bool:
    """Whether a person does not stand right before the word, or the body not right behind it."""
    if body.end <= frame.start and person.start >= frame.end:
        return True
    if not (person.end <= frame.start and frame.end <= body.start):
        return False
    language = language_of(frame.passage.grammar.code)
    gap = frame.passage.text[person.end : body.start]
    tok = tokenised(gap)
    lead = frame.passage.text[person.end : frame.start].split()
    if lead and lead[-1] in language.coordinators:
        return True
    return any(
        tells_past(token.text, word, language) for token, word in zip(tok.tokens, tok.words, strict=True)
    )
