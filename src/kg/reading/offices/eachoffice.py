"""An office told once of several, each named with whose they are: "the keepers of A, X; B, Y; and C, Z".

Where a word for an office has given a holder and a body, named right behind each other, what follows in the same form
holds it as well: a body and a person, or, where the word is said of several, a person and a body, as long as nothing
but marks, a conjunction and small words part one pair from the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame, joined_slots, mentions_here
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema, Slot

_Pair = tuple[Mention, Mention]
_LONGEST = 90


class EachOffice:
    """Adds frames of the class that joins an office and its holder for those who are named in the same form.

    Args:
        schema: The class (`kg:joins`), and which classes are bodies.
        pool: For fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._joined = {shape.iri: (holder, body) for shape, holder, body in joined_slots(schema)}

    def read(self, passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
        """The same frames with those of the further pairs, and without those that pair the same people otherwise."""
        found = list(frames)
        for model in frames:
            if model.cls not in self._joined or model.passage is not passage:
                continue
            holder, body = self._joined[model.cls]
            pair = self._pair(model, holder, body)
            if pair is None or (pair[1].start < pair[0].start and not self._is_of_several(model, pair[1])):
                continue
            further = self._further(pair, passage, body)
            owners = {person: whose for whose, person in (pair, *further)} if further else {}
            found = [f for f in found if f is model or not self._is_crossed(f, owners)]
            found.extend(self._told(model, both, holder, body) for both in further)
        return found

    def _pair(self, frame: Frame, holder: Slot, body: Slot) -> _Pair | None:
        """The body and the person of a frame, as its own passage names them."""
        ends = [mentions_here(frame, slot.path) for slot in (body, holder)]
        if any(len(end) != 1 for end in ends):
            return None
        (whose,), (who,) = ends
        return (whose, who) if who.kind is Kind.PERSON and whose.kind is Kind.THING else None

    def _is_of_several(self, frame: Frame, person: Mention) -> bool:
        """Whether a word for an office right before a person is said of several ("the keepers X of A, Y of B")."""
        text, several = frame.passage.text, frame.passage.grammar.held_by_several
        before = (m for path in frame.fillers for m in mentions_here(frame, path) if m.end < person.start)
        return any(several(text[m.start : m.end], text[m.end : person.start]) for m in before)

    def _further(self, pair: _Pair, passage: Passage, body: Slot) -> list[_Pair]:
        """The pairs that go on behind the first, each as the one before it."""
        persons = [m for m in passage.of(Kind.PERSON) if m.start >= min(m.start for m in pair)]
        alike = [m for m in passage.of(Kind.THING) if m.classes & pair[0].classes]
        bodies = [m for m in alike if self._pool.may_fill(body, m, passage)]
        text, grammar = passage.text, passage.grammar
        whose_first = pair[0].start < pair[1].start
        before, after = (bodies, persons) if whose_first else (persons, bodies)
        first, second = sorted(pair, key=lambda m: m.start)
        joint, at = grammar.joint_of_pair(text, first.end, second.start), second.end
        found: list[_Pair] = []
        while joint is not None:
            ahead = (m for m in before if at < m.start <= at + _LONGEST)
            ahead = (m for m in ahead if grammar.parts_pairs(text[at : m.start]))
            both = next((b for m in ahead if (b := _with_next(m, after, joint, text)) is not None), None)
            if both is None:
                break
            at = both[1].end
            found.append(both if whose_first else (both[1], both[0]))
        return found

    def _is_crossed(self, frame: Frame, owners: Mapping[Mention, Mention]) -> bool:
        """Whether a frame says of one of those people what office they hold, or that they belong to another's body."""
        named = [f.mention for fillers in frame.fillers.values() for f in fillers if f.mention is not None]
        own = {owners[m] for m in named if m in owners}
        if not own or len(own) > 1:
            return False
        joined = frame.cls in self._joined and not own & {*named}
        return joined or any(m in owners.values() and m not in own for m in named)

    def _told(self, model: Frame, pair: _Pair, holder: Slot, body: Slot) -> Frame:
        whose, who = pair
        fillers = {
            **model.fillers,
            holder.path: [self._pool.filler(holder.path, model.passage, who, holder)],
            body.path: [self._pool.filler(body.path, model.passage, whose, body)],
        }
        return replace(model, start=whose.start, end=whose.end, fillers=fillers)


def _with_next(
    first: Mention, others: Sequence[Mention], joint: re.Pattern[str], text: str
) -> tuple[Mention, Mention] | None:
    """A mention and the one that stands behind it as the parts of the pair before do."""
    behind = [m for m in others if m.start >= first.end and joint.fullmatch(text, first.end, m.start)]
    return (first, max(behind, key=lambda m: m.end)) if behind else None
