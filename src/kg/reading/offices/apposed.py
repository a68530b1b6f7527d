"""Where somebody belongs, told by a comma alone: "X, Heat Institute", "X (chair), Department of Y, Heat Institute".

A property says so (`kg:apposed` on its slot). What stands behind the body must end it: a mark, the end, or a list
that goes on with somebody else. An apposition may also say first what somebody is there ("X, professor of Z at Y"):
no clause of its own, nothing that the lexicon takes for a deed, and the body behind a preposition.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import SUBJECT, Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema, Slot

_GAP = re.compile(r"(?:\s*\([^()]{2,40}\))?,\s+")
_PART = re.compile(r",\s+")
_ENDED = re.compile(r"\s*(?:[,.;:)\]–—]|$)")
_APPOSITION = re.compile(r",\s+([^,;:.!?()\n]{4,120})")
_NEAR = 80
_NEXT = re.compile(r",?\s+\w{1,3}\s+(?:[^\W\d_a-z][\w.-]*\s+){0,3}")


class Apposed:
    """Finds frames of properties of persons, by a body's name right behind theirs.

    Args:
        schema: Properties with their hints, and which classes are parts of bodies.
        pool: Of candidates.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._units = schema.hinted("unit")
        self._joining = schema.hinted("joins")
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._told: list[tuple[str, Slot, Slot]] = []
        self._paths: set[str] = set()
        for path, ends in sorted(pool.properties.items()):
            subject = ends.slot(SUBJECT)
            other = next((s for s in ends.slots if "apposed" in s.hints), None)
            if subject is not None and other is not None:
                self._told.append((path, subject, other))
                self._paths.add(path)

    def read(self, passage: Passage, frames: list[Frame]) -> list[Frame]:
        """Frames of a passage for persons of whom no other frame tells where they belong."""
        persons = passage.of(Kind.PERSON)
        found = []
        told = {
            id(f.mention)
            for frame in frames
            if frame.cls in self._paths or frame.cls in self._joining
            for fs in frame.fillers.values()
            for f in fs
        }
        for person in persons:
            if id(person) in told:
                continue
            body = self._body(person, persons, passage) or self._in_apposition(person, passage)
            body = body or self._unknown(person, passage)
            if body is None:
                continue
            for path, subject, slot in self._told:
                frame = Frame(path, passage, person.start, body.end, Factuality.ASSERTED)
                frame.fillers[SUBJECT] = [self._pool.filler(SUBJECT, passage, person, subject)]
                frame.fillers[slot.path] = [self._pool.filler(slot.path, passage, body, slot)]
                found.append(frame)
        return found

    def _body(self, person: Mention, persons: list[Mention], passage: Passage) -> Mention | None:
        """The body behind a person's name; the whole one where its part stands between."""
        at, gap = person.end, _GAP
        while True:
            here = [m for m in passage.of(Kind.THING) if gap.fullmatch(passage.text, at, m.start)]
            body = max((m for m in here if self._is_whole(m)), key=lambda m: m.end, default=None)
            if body is not None:
                ended = _ENDED.match(passage.text, body.end) or any(
                    _NEXT.fullmatch(passage.text, body.end, p.start) for p in persons if p.start > body.end
                )
                return body if ended else None
            part = max((m.end for m in here if m.classes & self._units), default=0)
            if not part:
                return None
            at, gap = part, _PART

    def _unknown(self, person: Mention, passage: Passage) -> Mention | None:
        """The body that nobody knows, in a list that semicolons part ("X, Friends of Y; Z, …").

        Its name says whose it is: other names may be those of places or seats ("X, Second Row").
        """
        text = passage.text
        for name in passage.of(Kind.NAME):
            listed = ";" in text[max(0, person.start - _NEAR) : person.start] or text.startswith(
                ";", name.end
            )
            ended = _ENDED.match(text, name.end) is not None and " " in name.text
            if listed and ended and _says_whose(name, passage) and text[person.end : name.start] == ", ":
                return replace(name, kind=Kind.THING, classes=frozenset(self._bodies[:1]))
        return None

    def _in_apposition(self, person: Mention, passage: Passage) -> Mention | None:
        """The body at which somebody is what the apposition right behind their name calls them."""
        found = _APPOSITION.match(passage.text, person.end)
        if found is None:
            return None
        grammar, (start, end) = passage.grammar, found.span(1)
        inside = [m for m in passage.of(Kind.THING) if m.inside(start, end) and self._is_whole(m)]
        body = next((m for m in inside if grammar.after_preposition(passage.text, m.start)), None)
        if body is None or passage.text[start : body.start].strip().count(" ") < 1:
            return None
        lead = passage.text[start : body.start]
        if grammar.opens_relative(passage.text[person.end :]) or grammar.has_auxiliary(found.group(1)):
            return None
        deeds = (w for w in passage.of(Kind.WORD) if w.inside(start, body.start) and w.entry is not None)
        told = any(w.entry is not None and set(w.entry.evokes).difference(self._paths) for w in deeds)
        return None if told or grammar.is_function(lead.split()[0]) else body

    def _is_whole(self, mention: Mention) -> bool:
        return not mention.classes <= self._units and self._pool.fits(mention, self._bodies)


def _says_whose(name: Mention, passage: Passage) -> bool:
    """Whether a preposition for whose something is stands within a name ("Friends of Y")."""
    return any(passage.grammar.owned_by(f" {word} ") for word in name.text.split()[1:-1])
