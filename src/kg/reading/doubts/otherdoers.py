"""What others did is not what a class tells: "the board of the union approved Ostra's plan" is no vote of Ostra's.

A class says so (`kg:notDoneBy`: classes of those others; `kg:unlessDoneBy`: of which these are its own). Whoever did
something is the subject of its verb, or stands behind a preposition of agents; a noun's doer may stand behind any
preposition ("the approval of the ministry"), and a word's own first part may name it ("union-backed").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.language import language as language_of
from kg.reading.passages.frames import Frame, mentions_here
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition
from kg.schema import Schema

_MARK = re.compile(r"[,;:!?()]|\.\s|\s[–—-]\s")
_FIRST_PART = re.compile(r"([^\W\d_]+)-$")
_MOST_BETWEEN, _MOST_LED = 4, 3
_ADVERB = "ly"


class OtherDoers:
    """Leaves out frames of what others did.

    Args:
        schema: Classes with their hints.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._others = {
            shape.iri: (shape.hints["notDoneBy"], shape.hints.get("unlessDoneBy", ()))
            for shape in schema.classes.values()
            if "notDoneBy" in shape.hints
        }

    def without(self, frames: list[Frame]) -> list[Frame]:
        """Those that tell what was done by whoever may have done it."""
        if not any(f.cls in self._others for f in frames):
            return frames
        return [f for f in frames if f.cls not in self._others or not self._is_of_others(f)]

    def _is_of_others(self, frame: Frame) -> bool:
        passage = frame.passage
        others, own = self._others[frame.cls]
        if frame.entry is None or any(
            self._fits(m, own) for m in passage.of(Kind.THING) if _is_doer(m, frame)
        ):
            return False
        named = passage.of(Kind.THING, Kind.REFERENCE)
        found = [m for m in named if self._fits(m, others) and not self._fits(m, own)]
        for town in (m for path in frame.entry.needs for m in mentions_here(frame, path)):
            joined = town.end <= frame.start and _joins(town, frame)
            if joined or (_leads(town, found, passage) and _is_doer(town, frame)):
                return False
        return any(_is_doer(m, frame) or _is_first_part(m, frame) for m in found)

    def _fits(self, mention: Mention, classes: Iterable[str]) -> bool:
        return self._schema.any_is_a(mention.classes, tuple(classes))


def _is_doer(mention: Mention, frame: Frame) -> bool:
    """Whether a mention is the subject of a frame's verb, or its agent."""
    if mention.compound or _owns(mention, frame.passage):
        return False
    if mention.start >= frame.end:
        return _is_agent(mention, frame) or _follows(mention, frame)
    return mention.end <= frame.start and _is_subject(mention, frame)


def _leads(mention: Mention, others: Iterable[Mention], passage: Passage) -> bool:
    """Whether a mention stands before some others, or right behind an auxiliary: else it may be whose the object is."""
    before = passage.text[: mention.start].rsplit(None, 1)
    behind = bool(before) and passage.grammar.has_auxiliary(before[-1])
    return behind or all(mention.start < other.start for other in others)


def _joins(mention: Mention, frame: Frame) -> bool:
    """Whether others are joined to a mention by "and": it does with them what they do."""
    text, grammar = frame.passage.text, frame.passage.grammar
    return grammar.joiner.match(text, mention.end + 1) is not None


def _owns(mention: Mention, passage: Passage) -> bool:
    """Whether a name only says whose what follows is ("the union's plan")."""
    return mention.genitive or passage.text[mention.start : mention.end].endswith(("'s", "’s"))


def _is_agent(mention: Mention, frame: Frame) -> bool:
    """Whether a preposition of agents leads from a verb to a mention, or any preposition from a noun."""
    passage = frame.passage
    *verb, last = passage.text[frame.start : frame.end].split()
    gap = passage.text[frame.end : mention.start]
    if verb and passage.grammar.is_function(last):  # "was approved by": the word ends in the preposition
        last, gap = verb[-1], f"{last} {gap}"
    words = gap.split()
    if not words or len(words) > _MOST_LED or _MARK.search(gap) or not passage.grammar.is_function(gap):
        return False
    agents = language_of(passage.grammar.code).wording.agents.split("|")
    if any(words[0].casefold() == agent.split()[0] for agent in agents):
        return True
    return not passage.grammar.is_participle(last) and after_preposition(mention, passage)


def _follows(mention: Mention, frame: Frame) -> bool:
    """Whether a subject stands right behind its verb ("in May approved the board …"), as some languages have it."""
    passage = frame.passage
    gap = passage.text[frame.end : mention.start]
    if not passage.grammar.inverts or not passage.grammar.is_function(gap) or len(gap.split()) > 1:
        return False
    clause = _clause_start(frame)
    before = [m for m in passage.of(Kind.THING, Kind.PERSON, Kind.NAME) if clause <= m.start < frame.start]
    return not after_preposition(mention, passage) and all(after_preposition(m, passage) for m in before)


def _is_subject(mention: Mention, frame: Frame) -> bool:
    """Whether but auxiliaries and adverbs part a mention from an active verb behind it, or it opens their clause."""
    passage = frame.passage
    text, grammar = passage.text, passage.grammar
    gap = text[mention.end : frame.start]
    if _MARK.search(gap) or after_preposition(mention, passage):
        return False
    words = gap.split()
    noun = words[-1:] and words[-1].casefold() in language_of(grammar.code).wording.articles.split("|")
    if not noun and grammar.passive(text, frame.start, frame.end):
        return False
    if len(words) <= _MOST_BETWEEN and all(_is_small(w, passage) for w in words):
        return True
    if not grammar.verb_last or not language_of(grammar.code).coordinators.isdisjoint(words):
        return False
    before = text[_clause_start(frame) : mention.start].split()
    beside: Sequence[str] = [*words[:1], *before[-2:]]
    return any(grammar.has_auxiliary(word) for word in beside)


def _is_small(word: str, passage: Passage) -> bool:
    grammar = passage.grammar
    return grammar.is_function(word) or grammar.has_auxiliary(word) or word.endswith(_ADVERB)


def _clause_start(frame: Frame) -> int:
    marks = list(_MARK.finditer(frame.passage.text, 0, frame.start))
    return marks[-1].end() if marks else 0


def _is_first_part(mention: Mention, frame: Frame) -> bool:
    """Whether a hyphen joins a mention to the verb behind it ("union-backed")."""
    text = frame.passage.text
    joined = _FIRST_PART.search(text, 0, frame.start)
    return joined is not None and mention.start <= joined.start() and mention.end >= joined.end(1)
