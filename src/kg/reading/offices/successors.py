"""Offices of whoever comes after somebody else: "A succeeded B", "B and her successor, A": what B held, A holds.

The office is told of the one before, anywhere in the document; nothing is said where the sentence tells it of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.claims import Factuality
from kg.language.succeeding import between, named_after
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame, joined_slots, last_name
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_LEAD = 60
_TOLD = (Factuality.ASSERTED, Factuality.EXPECTED)


class Successors:
    """Adds frames of classes that join an office and its holder.

    Args:
        schema: The classes (`kg:joins`).
        pool: Makes fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._joined = [(shape.iri, holder, body) for shape, holder, body in joined_slots(schema)]

    def complete(self, frames: list[Frame], passages: Sequence[Passage], around: Surroundings) -> list[Frame]:
        """The same frames, and those of successors of whom no frame of their sentence tells an office."""
        found = []
        for passage in passages:
            for person, before in _pairs(passage):
                firm = around.factuality(person, None, passage)
                held = self._held(person, before, passage, frames) if firm in _TOLD else []
                found += [replace(f, factuality=firm) for f in held]
        return [*frames, *found]

    def _held(
        self, person: Mention, before: Mention | None, passage: Passage, frames: Sequence[Frame]
    ) -> list[Frame]:
        """What somebody holds as another did: the last that is told of that one, or of anybody right before."""
        made = []
        for iri, holder, body in self._joined:
            told = [f for f in frames if f.cls == iri and f.fillers.get(body.path)]
            named = [(f, m) for f in told for m in _mentions(f, holder.path)]
            if any(f.passage is passage and m.text == person.text for f, m in named):
                continue
            if before is not None:
                models = [f for f, m in named if last_name(m) == last_name(before)]
            else:
                near = (passage.number - 1, passage.number)
                models = [f for f, m in named if f.passage.number in near and m.text != person.text]
            models = [f for f in models if f.factuality is Factuality.ASSERTED]
            if models:
                fillers = {p: fs for p, fs in models[-1].fillers.items() if all(f.mention for f in fs)}
                fillers[holder.path] = [self._pool.filler(holder.path, passage, person, holder)]
                model = replace(models[-1], passage=passage, start=person.start, end=person.end)
                made.append(replace(model, about=person, fillers=fillers))
        return made


def _mentions(frame: Frame, path: str) -> list[Mention]:
    return [f.mention for f in frame.fillers.get(path, ()) if f.mention is not None]


def _pairs(passage: Passage) -> list[tuple[Mention, Mention | None]]:
    """Each person of whom a sentence says that they came after somebody, with that one where they are named."""
    persons, text, code = passage.of(Kind.PERSON), passage.text, passage.grammar.code
    noun, follows, followed = named_after(code), between(code, True), between(code, False)
    if not persons or noun is None or follows is None or followed is None:
        return []
    found: list[tuple[Mention, Mention | None]] = [
        (p, None) for p in persons if noun.search(text, max(0, p.start - _LEAD), p.start)
    ]
    for first, second in pairwise(persons):
        if follows.fullmatch(text, first.end, second.start):
            found.append((first, second))
        elif followed.fullmatch(text, first.end, second.start):
            found.append((second, first))
    return found
