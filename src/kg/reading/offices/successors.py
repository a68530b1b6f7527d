"""Offices of whoever comes after somebody else: "A succeeded B", "B and her successor, A": what B held, A holds.

The office is told of the one before, anywhere in the document; nothing is said where the sentence tells it of both, or
goes on to something else that one of them took over ("replaced B on the panel").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.claims import Factuality
from kg.language.succeeding import between, coming, in_office, is_weak, named_after, rest_of
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame, joined_slots, last_name
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_LEAD, _SAME = 60, 4
_ENDS = re.compile(r"[”“\"»)*_]*\s*(?:$|[.,;:!?(]|\s[–—]\s)")
_LAST = re.compile(r"[”“\"»)*_]*\s*(?:$|[.;!?])")
_WORD = re.compile(r"\s+(?:[^\W\d_]{1,3}['’\s]\s*)?([^\W\d_]+)")
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
            for person, before, role in _pairs(passage):
                firm = around.factuality(person, None, passage)
                later = coming(passage.grammar.code)
                if firm is Factuality.ASSERTED and later and later.match(passage.text, person.end):
                    firm = Factuality.EXPECTED
                held = self._held(person, before, role, passage, frames) if firm in _TOLD else []
                found += [replace(f, factuality=firm) for f in held]
        return [*frames, *found]

    def _held(
        self,
        person: Mention,
        before: Mention | None,
        role: str,
        passage: Passage,
        frames: Sequence[Frame],
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
            models = [f for f in models if f.factuality is Factuality.ASSERTED and _same(f, role)]
            if models:
                fillers = {p: fs for p, fs in models[-1].fillers.items() if all(f.mention for f in fs)}
                fillers[holder.path] = [self._pool.filler(holder.path, passage, person, holder)]
                model = replace(models[-1], passage=passage, start=person.start, end=person.end)
                made.append(replace(model, about=person, fillers=fillers))
        return made


def _mentions(frame: Frame, path: str) -> list[Mention]:
    return [f.mention for f in frame.fillers.get(path, ()) if f.mention is not None]


def _same(frame: Frame, role: str) -> bool:
    """Whether what a frame tells has a word like that for what was taken over, where one is given."""
    text = frame.passage.text.casefold()
    return not role or re.search(rf"(?<!\w){re.escape(role.casefold()[:_SAME])}", text) is not None


def _pairs(passage: Passage) -> list[tuple[Mention, Mention | None, str]]:
    """Each person of whom a sentence says that they came after somebody, with that one where they are named.

    With the word for what they took over, where the sentence has one ("succeeded B as chair").
    """
    persons, text, code = passage.of(Kind.PERSON), passage.text, passage.grammar.code
    noun, follows, followed = named_after(code), between(code, True), between(code, False)
    if not persons or noun is None or follows is None or followed is None:
        return []
    found: list[tuple[Mention, Mention | None, str]] = [
        (p, None, "") for p in persons if noun.search(text, max(0, p.start - _LEAD), p.start)
    ]
    for first, second in pairwise(persons):
        pair = None
        if told := follows.fullmatch(text, first.end, second.start):
            pair = (first, second)
        elif told := followed.fullmatch(text, first.end, second.start):
            pair = (second, first)
        role = _taken_over(second, told.group(), passage) if told else None
        if pair and role is not None:
            found.append((*pair, role))
    return found


def _taken_over(second: Mention, told: str, passage: Passage) -> str | None:
    """The word behind the second name for what was taken over; None where that is something that nobody holds."""
    text, end, code = passage.text, second.end, passage.grammar.code
    rest, office = rest_of(code, told), in_office(code)
    if rest is not None:
        return "" if rest.match(text, end) else None
    if _is_end(end, told, passage):
        return ""
    days = [d for d in passage.of(Kind.PERIOD) if end < d.start and " " not in text[end : d.start].strip()]
    if days:
        return "" if _is_end(days[0].end, told, passage) else None
    held = office.match(text, end) if office else None
    word = _WORD.match(text, held.end()) if held and held["role"] else None
    if held is None or (held["role"] and word is None):
        return None
    return word[1] if word else ""


def _is_end(place: int, told: str, passage: Passage) -> bool:
    """Whether a clause ends at a place, which for a verb that is said of a moment, too, must be the sentence."""
    text, grammar = passage.text, passage.grammar
    if is_weak(grammar.code, told):
        return _LAST.match(text, place) is not None
    return _ENDS.match(text, place) is not None or grammar.joiner.match(text, place + 1) is not None
