"""Lists one a line of those of whom the line above them tells something ("Who works with us in X?", "Award X in Gold").

A class says so, either as one whose members belong to something (`kg:company`: the slots for a member and for what it
belongs to; `kg:companyOf`: classes of members), where a short line speaks of belonging, and of nobody who belongs; or
as one that the name of what members have tells by itself (`kg:headed`: the slots for a member and for that, and the
class of members that nobody knows). Each line below names members, known or not, or the place of those that follow
or stand behind it, until a line says something else. The list may also stand in the same line, behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.reading.around.context import last_named
from kg.reading.around.pool import Pool
from kg.reading.lists.labelled import Labelled
from kg.reading.passages.frames import Filler, Frame, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_LONGEST_LEAD, _LONGEST_ROW, _MOST_WORDS, _LEAST = 110, 420, 12, 2
_FAR_BACK, _MOST_ROWS, _MOST_OF_PLACE = 8, 80, 4
_MARKS = (":", "?")
_EDGES = ' \t.,;:*_„“”"«»–—-•·'
_CELL = " | "
_COLON = re.compile(r":\s+(?=\S)")
_BEFORE_ROW = re.compile(r"[^:;,.]{2,40}:\s+(?=\S)")
# a name and two capitals: what tells towns of one name apart
_APART = re.compile(r"\s+[A-Z]{2}$")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the lists of a class tell."""

    cls: str
    member: str
    whole: str
    members: tuple[str, ...]
    wholes: tuple[str, ...]
    by_name: bool

    @property
    def unknown(self) -> str:
        """The class of members that nobody knows."""
        return self.members[-1]


class Rosters:
    """Adds frames for the members that such lists name.

    Args:
        schema: Classes with their hints.
        pool: For slots and fillers.
        labelled: Knows the members of a list by their place.
    """

    def __init__(self, schema: Schema, pool: Pool, labelled: Labelled) -> None:
        self._pool = pool
        self._labelled = labelled
        self._kinds = [kind for c in schema.classes.values() if (kind := _kind(c)) is not None]
        self._events = schema.hinted("happens")

    def complete(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> list[Frame]:
        """The frames of a document with those of such lists.

        Args:
            frames: All of the document.
            passages: All of the document.
        """
        found = list(frames)
        for kind in self._kinds:
            known = {_told(f, kind) for f in frames if f.cls == kind.cls}
            for lead in passages:
                end = self._end_of_lead(kind, lead)
                for made in self._listed(kind, lead, end, passages) if end else ():
                    if _told(made, kind) not in known:
                        known.add(_told(made, kind))
                        found.append(made)
        return found

    def _end_of_lead(self, kind: _Kind, lead: Passage) -> int:
        """Where the words end that say what a list tells; 0 where a line does not say it, or names members."""
        text = lead.text.rstrip()
        colon = _COLON.search(text)
        end = colon.end() if colon is not None else len(text)
        head = text[:end].rstrip()
        if len(head) > _LONGEST_LEAD or not (lead.kind == "heading" or head.endswith(_MARKS)):
            return 0
        things = [m for m in lead.of(Kind.THING) if m.end <= end]
        if any(self._pool.fits(m, kind.members) and not self._pool.fits(m, kind.wholes) for m in things):
            return 0
        if kind.by_name:
            named = any(self._pool.fits(m, kind.wholes) for m in things)
            return end if named and not lead.grammar.has_auxiliary(head) else 0
        words = (w for w in lead.of(Kind.WORD) if w.end <= end and w.entry is not None)
        return end if any(w.entry is not None and kind.cls in w.entry.evokes for w in words) else 0

    def _listed(self, kind: _Kind, lead: Passage, end: int, passages: Sequence[Passage]) -> list[Frame]:
        """A frame for each member of the list behind the words of a line, or below it."""
        if lead.text[end:].strip(_EDGES):
            rows = [(lead, m) for m in self._named(kind, lead, end)] if kind.by_name else []
        else:
            rows = list(self._rows(kind, passages[lead.number + 1 : lead.number + 1 + _MOST_ROWS]))
        whole = self._whole(kind, lead, end, passages) if len(rows) >= _LEAST else None
        if whole is None:
            return []
        return [
            Frame(
                kind.cls,
                at,
                m.start,
                m.end,
                Factuality.ASSERTED,
                fillers={kind.member: [self._pool.filler(kind.member, at, m, None)], kind.whole: [whole]},
            )
            for at, m in rows
            if thing_key(m) != whole.key_of_thing
        ]

    def _rows(self, kind: _Kind, below: Sequence[Passage]) -> Iterator[tuple[Passage, Mention]]:
        """Whom the lines below a line name, until one says something else."""
        for passage in below:
            if self._is_place(kind, passage):
                continue
            placed = _BEFORE_ROW.match(passage.text)
            at = placed.end() if placed is not None else 0
            named = self._named(kind, passage, at) if self._is_row(kind, passage, at) else []
            cell = len(passage.text.partition(_CELL)[0])  # what a table tells besides is not its members
            named = [m for m in named if m.end <= cell]
            if not named:
                return
            yield from ((passage, m) for m in named)

    def _named(self, kind: _Kind, passage: Passage, at: int) -> list[Mention]:
        """Whom a line names; of what tells towns of one name apart nothing."""
        named = self._labelled.named(passage, at, kind.members, kind.unknown)
        return [m if m.things else _bare(m) for m in named]

    def _is_row(self, kind: _Kind, passage: Passage, at: int) -> bool:
        """Whether a line may do nothing but name some."""
        text = passage.text[at:]
        parts = [part.strip() for part in re.split(r"[;•,]", text) if part.strip(_EDGES)]
        return (
            len(text) <= _LONGEST_ROW
            and not self._end_of_lead(kind, passage)
            and not text.rstrip().endswith((":", "?", "!"))
            and all(len(part.split()) <= _MOST_WORDS for part in parts)
            and not passage.of(Kind.PERSON)
            and not any(passage.grammar.has_auxiliary(part) for part in parts)
        )

    def _is_place(self, kind: _Kind, passage: Passage) -> bool:
        """Whether a line is but the place of those below it (a country, or some more of them)."""
        things = passage.of(Kind.THING)
        short = len(passage.text.split()) <= _MOST_OF_PLACE and not passage.text.rstrip().endswith((".", ";"))
        others = (*kind.members, *kind.wholes)
        return short and bool(things) and not any(self._pool.fits(m, others) for m in things)

    def _whole(self, kind: _Kind, lead: Passage, end: int, passages: Sequence[Passage]) -> Filler | None:
        """What the members of a list belong to, or have; None where an occasion was named after it."""
        if kind.by_name:
            named = [m for m in lead.of(Kind.THING) if m.end <= end and self._pool.fits(m, kind.wholes)]
            return self._pool.filler(kind.whole, lead, named[-1], None)
        near = passages[max(0, lead.number - _FAR_BACK) : lead.number + 1]
        wanted = (*kind.wholes, *self._events)
        last = last_named(near, lambda m, _: self._pool.fits(m, wanted))
        if last is None or not self._pool.fits(last[1], kind.wholes):
            return None
        return replace(self._pool.filler(kind.whole, *last, None), here=False)


def _kind(shape: ClassShape) -> _Kind | None:
    """What the lists of a class tell; None where it has none."""
    hints = shape.hints
    by_name = "headed" in hints
    if not by_name and not ("company" in hints and "companyOf" in hints):
        return None
    member, whole, *unknown = hints["headed"] if by_name else hints["company"]
    slot = shape.slot(whole)
    wholes = tuple(slot.hints.get("fillers", slot.classes)) if slot is not None else ()
    members = tuple(unknown) if by_name else tuple(hints["companyOf"])
    return _Kind(shape.iri, member, whole, members, wholes, by_name)


def _bare(name: Mention) -> Mention:
    """An unknown town's name without the letters that tell it from another."""
    text = _APART.sub("", name.text)
    return replace(name, text=text, end=name.start + len(text)) if text != name.text else name


def _told(frame: Frame, kind: _Kind) -> tuple[str, ...]:
    """Who belongs to what by a frame."""
    return tuple(
        f.key_of_thing for path in (kind.member, kind.whole) for f in frame.fillers.get(path, ())[:1]
    )
