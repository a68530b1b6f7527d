"""What somebody joins who is chosen, in a document that never speaks of what its class is for but of something else.

A class says so (`kg:elseJoins`: the slot of who is chosen, the class to tell instead, its slots for who belongs and for
what to; `kg:elseUnless`: classes of things that must not be named). "Four towns were taken in" is said of whatever
the document is about, and not always of the one thing that goes without saying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.reading.around.context import Place, last_named
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Frame, is_pronoun
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema


@dataclass(frozen=True, slots=True)
class _Joining:
    """What is told instead of a class."""

    cls: str
    chosen: str
    instead: str
    member: str
    whole: str
    wholes: tuple[str, ...]
    barred: tuple[str, ...]
    unless: tuple[str, ...]


class Joining:
    """Tells who is chosen in such documents as belonging to what these speak of.

    Args:
        schema: For the classes that say so.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._joinings = []
        for shape in schema.classes.values():
            if "elseJoins" in shape.hints:
                chosen, instead, member, whole = shape.hints["elseJoins"]
                other = schema.classes[instead]
                slot = other.slot(whole)
                wholes = tuple(slot.hints.get("fillers", slot.classes)) if slot is not None else ()
                barred, unless = other.hints.get("companyNot", ()), shape.hints.get("elseUnless", ())
                self._joinings.append(
                    _Joining(shape.iri, chosen, instead, member, whole, wholes, tuple(barred), tuple(unless))
                )

    def complete(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> list[Frame]:
        """The frames of a document, those that tell of joining as what they are.

        Args:
            frames: All of the document.
            passages: All of the document.
        """
        found = list(frames)
        for joining in self._joinings:
            if not any(f.cls == joining.cls for f in found) or self._speaks_of(joining, passages):
                continue
            known = {f.told for f in found}
            told: list[Frame] = []
            for frame in found:
                made = self._instead(joining, frame, passages) if frame.cls == joining.cls else frame
                if made is frame or made.told not in known:
                    known.add(made.told)
                    told.append(made)
            found = told
        return found

    def _speaks_of(self, joining: _Joining, passages: Sequence[Passage]) -> bool:
        """Whether a document names, or means by a noun of its own, what a class is for."""
        return any(
            self._pool.fits(m, joining.unless)
            and (m.kind is Kind.THING or not any(m.overlaps(thing) for thing in p.of(Kind.THING)))
            for p in passages
            for m in p.of(Kind.THING, Kind.REFERENCE)
            if not is_pronoun(m)
        )

    def _instead(self, joining: _Joining, frame: Frame, passages: Sequence[Passage]) -> Frame:
        """A frame that tells whom a frame has as belonging to what was named last, or next; else the frame itself."""
        chosen = frame.fillers.get(joining.chosen)
        place = self._named(joining, frame.passage, passages)
        if not chosen or place is None:
            return frame
        whole = self._pool.filler(joining.whole, *place, None)
        fillers = {
            joining.member: [replace(f, path=joining.member) for f in chosen],
            joining.whole: [replace(whole, here=place[0] is frame.passage)],
        }
        return Frame(
            joining.instead, frame.passage, frame.start, frame.end, frame.factuality, fillers=fillers
        )

    def _named(self, joining: _Joining, passage: Passage, passages: Sequence[Passage]) -> Place | None:
        def fits(mention: Mention, _: Passage) -> bool:
            return self._pool.fits(mention, joining.wholes) and not self._pool.fits(mention, joining.barred)

        before, after = passages[: passage.number + 1], passages[passage.number + 1 :]
        return last_named(before, fits) or last_named(list(reversed(after)), fits)
