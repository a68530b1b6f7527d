"""Whose something is that a possessive tells ("its director", "her deputy"): of what was named, by how it was named.

Where towns and bodies were named and both might be meant, it is a body's: heads of towns have names of their own. Of
several bodies, or towns, it is the one that the sentence is about, which stands first and behind no preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.reading.around.context import Place, Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.opening.joint import listed_holders
from kg.reading.passages.frames import Opening
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition, same_voice
from kg.schema import Schema, Slot

_JOINED = 12
"""So near before a possessive what was named last is meant, whatever else was ("A and its head")."""


class Possessors:
    """Finds what a possessive stands for.

    Args:
        schema: Which classes are places.
        pool: What may fill a slot.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._pool = pool
        self._memory = memory
        self._places = schema.hinted("gazetteer") | schema.hinted("stateName")

    def of(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Place]:
        """The thing that is meant, where it was named; [] where no possessive stands beside an opening."""
        if (superior := self._of_superior(slot, call, passage, around)) is not None:
            return [superior]
        within = passage.text.rfind(" ", call.at.start, call.at.end) + 1  # "head of the office there"
        starts = (call.at.start, within) if call.about is not None and within else (call.at.start,)
        if not any(passage.grammar.possessive(passage.text, start) for start in starts):
            return []
        wanted = replace(slot, classes=self._pool.constrained(slot, call) or slot.classes, needs_cue=False)
        here = [
            m
            for m in passage.of(Kind.THING, Kind.REFERENCE)
            if self._pool.fits(m, wanted.classes)
            and m.end <= call.at.start
            and (m.kind is Kind.THING or same_voice(call.at, m, passage))
            and not _is_adjective(m, passage)
        ]
        # "A was shown in X by its head": X is where, not whose
        whose = [m for m in here if not passage.grammar.located(passage.text, m.start)] or here
        if whose and (own := _in_order(call, passage, [(passage, m) for m in whose])) is not None:
            return around.resolve(own[1], passage, wanted.classes)[:1]
        if whose:
            meant = whose[-1]
            if call.at.start - meant.end > _JOINED:
                meant = self._meant([(passage, m) for m in whose], slot, call)[1]
            return around.resolve(meant, passage, wanted.classes)[:1]
        if any(m.end <= call.at.start for m in passage.of(Kind.THING)):
            return []
        before = around.places("PreviousSentence", passage, wanted)
        if before:
            return [_in_order(call, passage, before) or self._meant(before, slot, call)]
        return [
            place
            for other in around.leading(passage)[:1]
            for m in other.of(Kind.REFERENCE)[:1]
            if self._pool.fits(m, wanted.classes)
            for place in around.resolve(m, other, wanted.classes)[:1]
        ]

    def _meant(self, named: Sequence[Place], slot: Slot, call: Opening) -> Place:
        """Of several that were named, the one whose somebody is who holds an office; else the last.

        That is a body, or where towns alone were named the one that the sentence is about.
        """
        never = slot.hints.get("except", ())
        bodies = [
            (where, m)
            for where, m in named
            if m.kind is Kind.THING and not m.classes & self._places and not self._pool.fits(m, never)
        ]
        if call.about is None or "choosesBy" not in slot.hints:
            return named[-1]
        # a town behind a preposition is not whose it is, where another opens the sentence
        towns = [(where, m) for where, m in named if m.classes & self._places and not _is_aside(where, m)]
        return min(bodies or towns, key=lambda place: (_is_aside(*place), place[1].start), default=named[-1])

    def _of_superior(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> Place | None:
        """ "Her deputy", "X's adviser": in the body where the person was said to hold an office, if named last."""
        if call.about is None:
            return None
        text, start = passage.text, call.at.start
        persons = [p for p in passage.of(Kind.PERSON) if p.end <= start and p is not call.about]
        if persons and persons[-1].genitive and text[persons[-1].end : start] == " ":
            return self._memory.body_of(persons[-1], slot.path)
        if not passage.grammar.of_person(text, start):
            return None
        allowed = self._pool.constrained(slot, call) or slot.classes
        for where in (passage, *around.leading(passage)[:1]):
            end = start if where is passage else len(where.text)
            named = [
                m
                for m in where.of(Kind.THING, Kind.PERSON)
                if m.end <= end
                and m is not call.about
                and (m.kind is Kind.PERSON or self._pool.fits(m, allowed))
            ]
            persons = [m for m in named if m.kind is Kind.PERSON]
            body = self._memory.body_of(persons[-1], slot.path) if persons else None
            theirs = named[-1:] in (persons[-1:], [body[1]] if body is not None else [])
            if named:
                return body if theirs or not passage.grammar.possessive(text, start) else None
        return None


def _in_order(call: Opening, passage: Passage, named: Sequence[Place]) -> Place | None:
    """ "A and B … their heads, X and Y": each holder's own, where as many were named together as hold the office."""
    holders = listed_holders(call.at, passage)
    if call.about not in holders:
        return None
    for where, mention in named:
        members = [m for other, m in named if other is where and m.kind is Kind.THING]
        group = coordinated(mention, members, where) if mention in members else []
        if len(group) == len(holders):
            return where, group[holders.index(call.about)]
    return None


def _is_adjective(mention: Mention, passage: Passage) -> bool:
    """Whether a name is that of an adjective only ("German" in the name of a body that nobody knows)."""
    small = mention.kind is Kind.THING and mention.text[:1].islower()
    return small and passage.grammar.nouns_capitalised


def _is_aside(passage: Passage, mention: Mention) -> bool:
    """Whether a sentence names something but beside what it is about: behind a preposition, or as somebody's."""
    located = passage.grammar.located(passage.text, mention.start)
    return located or mention.genitive or after_preposition(mention, passage)
