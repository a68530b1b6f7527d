"""Frames that stand close together and tell of something else.

From elsewhere: a small word stands between a person and a body, and means something else. "X and the Northhaven chair
Y": the article is Y's. "X took it in Northhaven from commissioner Y": Y is not from there. "On X's invitation met on
Monday the board": a verb parts the two.

Of another predicate: a pair, and what only a second predicate about others tells ("X is tied to Y and works with Z on
heat").

Of one thing: a word for a pair before a name that tells of both already ("the duo of Ostra and Westra").

Done by the object: a word that leads on to its object, behind the only thing that could be it.

Of those at large: what is said of things in general right behind their noun is not said of who does something for
them ("the bank advises towns taking part in X").

Undergone: what befalls a person and nothing else ("X has been appointed head of heat in Northam").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.language import language as language_of
from kg.language.common import has_past
from kg.reading.passages.frames import SUBJECT, Frame, is_presupposed, mentions_here, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema, Slot

_MOST_VERBS, _LONGEST_LINK, _MOST_TO_GROUP = 2, 16, 3
_AT_LARGE = "Generic"
_MARK = re.compile(r"[,;:.()]|\s[–—-]\s")


class Strays:
    """Leaves out such frames.

    Args:
        schema: Which properties stand in apposition (`kg:apposed`), which slots are filled by pairs (`kg:pairs`),
            and which classes tell nothing where something of certain others stands before their word
            (`kg:notUndergone`).
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._apposed = frozenset(
            slot.path for shape in schema.classes.values() for slot in shape.slots if "apposed" in slot.hints
        )
        self._paired = {
            shape.iri: slots
            for shape in schema.classes.values()
            if (slots := [s for s in shape.slots if "pairs" in s.hints])
        }
        self._others = {
            shape.iri: frozenset(shape.hints["notUndergone"])
            for shape in schema.classes.values()
            if "notUndergone" in shape.hints
        }
        self._towns = schema.hinted("gazetteer")
        self._agents = {i: c.hints["agents"] for i, c in schema.classes.items() if "agents" in c.hints}

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """Those that do not only seem to tell what they tell."""
        return [f for f in frames if not self._is_stray(f)]

    def without_those_at_large(self, frames: Iterable[Frame]) -> list[Frame]:
        """Those that do not name who only does something for others at large."""
        return [f for f in frames if not self._is_at_large(f)]

    def _is_at_large(self, frame: Frame) -> bool:
        return frame.cls in self._agents and _is_of_those_at_large(
            frame, self._agents[frame.cls], self._towns
        )

    def _is_stray(self, frame: Frame) -> bool:
        if frame.cls in self._apposed and (_is_from_elsewhere(frame) or _is_of_one_before(frame)):
            return True
        slots = self._paired.get(frame.cls, ())
        if slots and (_is_of_one(frame) or self._is_of_another_predicate(frame, slots)):
            return True
        if self._is_at_large(frame) or _is_done_by_object(frame):
            return True
        return frame.cls in self._others and _is_undergone(frame, self._others[frame.cls])

    def _is_of_another_predicate(self, frame: Frame, slots: Iterable[Slot]) -> bool:
        """Whether what stands behind the pair, in a predicate about others, was given to the pair."""
        passage, paths = frame.passage, {s.path for s in slots}
        members = [m for path in paths for m in mentions_here(frame, path)]
        others = [m for path in frame.fillers if path not in paths for m in mentions_here(frame, path)]
        last = max((m.end for m in members), default=0)
        if not members or not others or frame.end > last:
            return False
        over = passage.grammar.besides.search(passage.text, last)
        if over is None or all(m.start < over.end() for m in others):
            return False
        classes = tuple(c for s in slots for c in s.classes)
        return any(
            m.start >= over.end() and self._schema.any_is_a(m.classes, classes)
            for m in passage.of(Kind.THING)
        )


def _is_of_one(frame: Frame) -> bool:
    """Whether the noun that opens a frame is but what a name right behind it is called, one name for several."""
    passage = frame.passage
    behind = [m for m in passage.of(Kind.THING) if m.start >= frame.end]
    if not is_presupposed(frame) or not behind:
        return False
    name = min(behind, key=lambda m: m.start)
    link = passage.text[frame.end : name.start]
    joins = language_of(passage.grammar.code).coordinators | {"&", "/"}
    words = passage.text[name.start : name.end].casefold().split()
    joined = not joins.isdisjoint(words)
    return joined and len(link) <= _LONGEST_LINK and all(word.isalpha() for word in link.split())


def _is_undergone(frame: Frame, others: frozenset[str]) -> bool:
    """Whether somebody of these classes stands right before the word of a frame, with verbs between alone."""
    passage = frame.passage
    before = [m for m in passage.of(Kind.PERSON, Kind.THING) if m.end <= frame.start]
    if not before:
        return False
    last = max(before, key=lambda m: m.end)
    gap = passage.text[last.end : frame.start].split()
    told = gap and len(gap) <= _MOST_VERBS and passage.grammar.has_auxiliary(gap[0])
    return bool(told and last.classes & others)


def _is_of_those_at_large(frame: Frame, paths: Iterable[str], towns: frozenset[str]) -> bool:
    """Whether a noun for things in general stands between whoever a frame names and its verb, as the verb's subject."""
    passage = frame.passage
    doers = [m for path in paths for m in mentions_here(frame, path)]
    last = max((m.end for m in doers), default=0)
    if not doers or last > frame.start or any(m.classes & towns for m in doers):
        return False  # towns are rather among those
    words = passage.of(Kind.WORD)
    verbs = [
        w for w in words if w.start <= frame.start and w.entry is not None and frame.cls in w.entry.evokes
    ]
    return any(
        _is_subject(noun, verb, passage) and not _is_part_of_group(last, noun, passage)
        for noun in words
        if last <= noun.start and noun.entry is not None and _AT_LARGE in roles(noun.entry)
        for verb in verbs
        if noun.end <= verb.start and not _MARK.search(passage.text, verb.end, max(verb.end, frame.start))
    )


def _is_subject(noun: Mention, verb: Mention, passage: Passage) -> bool:
    """Whether a verb stands right behind a noun, or in the relative clause that a pronoun right behind it opens."""
    gap = passage.text[noun.end : verb.start]
    beside = not gap.strip() and not passage.grammar.verb_last
    return beside or (passage.grammar.opens_relative(gap) and not _MARK.search(gap.lstrip(" ,")))


def _is_part_of_group(end: int, noun: Mention, passage: Passage) -> bool:
    """Whether somebody is one of those that a noun means, or joined with them ("X is one of the towns …")."""
    words = passage.text[end : noun.start].casefold().split()
    if all(passage.grammar.is_function(w) or not w.isalpha() for w in words):
        return True  # "X, a network of …, Y – towns taking part in Z"
    spoken = language_of(passage.grammar.code)
    joined = words[1:] and words[0] in spoken.list_words
    if joined and words[1] in spoken.wording.others.split("|"):
        return True  # "X and other towns take part in Z"
    of = spoken.of_words
    for at, word in enumerate(words):
        before = words[max(0, at - _MOST_TO_GROUP) : at]
        if word in of and (at <= _MOST_TO_GROUP - 1 or any(map(passage.grammar.has_auxiliary, before))):
            return True
    return False


def _is_from_elsewhere(frame: Frame) -> bool:
    """Whether a conjunction, a verb, a day or its own place parts a small word from the person or the body."""
    text, grammar = frame.passage.text, frame.passage.grammar
    word = text[frame.start : frame.end]
    if frame.entry is None or not word[:1].isalpha() or not grammar.is_function(word):
        return False
    people = [m for m in mentions_here(frame, SUBJECT) if m.kind is Kind.PERSON]
    bodies = mentions_here(frame, frame.cls)
    return bool(people and bodies) and _are_parted(people[-1], frame, bodies[0])


def _is_done_by_object(frame: Frame) -> bool:
    """Whether a word leads on to its object, nothing here is its subject, and what would be the object opens it.

    "The office helps towns unlock money": the office unlocks, nobody said that something unlocks the office.
    """
    side = frame.entry.hints.get("objectSide", ()) if frame.entry is not None else ()
    if not any(name.endswith("After") for name in side) or mentions_here(frame, SUBJECT):
        return False
    objects = mentions_here(frame, frame.cls)
    return bool(objects) and all(m.end <= frame.start for m in objects)


def _is_of_one_before(frame: Frame) -> bool:
    """Whether a body stands in a bracket right behind somebody else ("X (Heat Institute), Y …": it is not Y's)."""
    text = frame.passage.text
    people = [m for m in mentions_here(frame, SUBJECT) if m.kind is Kind.PERSON]
    bodies = mentions_here(frame, frame.cls)
    if not people or not bodies or not text[: bodies[0].start].endswith(" ("):
        return False
    opened = bodies[0].start - 2
    return any(p.end == opened and p is not people[-1] for p in frame.passage.of(Kind.PERSON))


def _are_parted(person: Mention, frame: Frame, body: Mention) -> bool:
    if body.end <= frame.start and person.start >= frame.end:
        return True
    if not (person.end <= frame.start and frame.end <= body.start):
        return False
    language = language_of(frame.passage.grammar.code)
    lead = frame.passage.text[person.end : frame.start].split()
    if lead and lead[-1] in language.coordinators:
        return True
    gap = frame.passage.text[person.end : body.start]
    if any(word.casefold() in language.weekdays for word in gap.split()):
        return True
    return has_past(gap, language)
