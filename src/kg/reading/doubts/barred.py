"""What never fills a slot, whatever a sentence looks like: who calls for something or pays for it does not join it.

A slot says so (`kg:barred`: classes, or single things). Nor does a part of a body fill it that is called by its kind
alone ("with its department"), whose name nobody would know again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.reading.around.pool import Pool
from kg.reading.passages.frames import SUBJECT, Filler, Frame
from kg.reading.passages.mentions import Mention
from kg.schema import Schema

_ENDS = 2


class Barred:
    """Leaves out frames with a filler that its slot never has.

    Args:
        schema: Slots with their hints.
        pool: For what mentions may stand for.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._units = schema.hinted("unit")
        self._turned: dict[str, tuple[tuple[str, str], ...]] = {}
        for path, shape in pool.properties.items():
            for slot in shape.slots:
                if "turned" in slot.hints:
                    self._turned[path] = tuple(
                        zip(slot.hints["turned"][::_ENDS], slot.hints["turned"][1::_ENDS], strict=True)
                    )
        self._never = {
            (shape.iri, slot.path): tuple(slot.hints["barred"])
            for shape in schema.classes.values()
            for slot in shape.slots
            if "barred" in slot.hints
        }

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """Frames but for those in which what is barred from a slot fills it."""
        return [self._right_way_round(frame) for frame in frames if not self._is_barred(frame)]

    def _right_way_round(self, frame: Frame) -> Frame:
        """A frame of a property with its ends changed, where they can only be meant so (`kg:turned`)."""
        pairs = self._turned.get(frame.cls, ())
        if not pairs:
            return frame
        ends = [f.mention for path in (SUBJECT, frame.cls) for f in frame.fillers.get(path, ())[:1]]
        if len(ends) != _ENDS or ends[0] is None or ends[1] is None:
            return frame
        one, other = ends[0], ends[1]
        if not any(
            self._pool.fits(one, (whole,)) and self._pool.fits(other, (part,)) for whole, part in pairs
        ):
            return frame
        subject, value = frame.fillers[SUBJECT], frame.fillers[frame.cls]
        turned = {
            SUBJECT: [replace(f, path=SUBJECT) for f in value],
            frame.cls: [replace(f, path=frame.cls) for f in subject],
        }
        return replace(frame, fillers={**frame.fillers, **turned})

    def _is_barred(self, frame: Frame) -> bool:
        return any(
            self._is_of(filler, never)
            for path, fillers in frame.fillers.items()
            if (never := self._never.get((frame.cls, path))) is not None
            for filler in fillers
        )

    def _is_of(self, filler: Filler, never: tuple[str, ...]) -> bool:
        mention = filler.mention
        if filler.key_of_thing in never:
            return True
        return mention is not None and (self._pool.fits(mention, never) or self._is_bare(mention))

    def _is_bare(self, mention: Mention) -> bool:
        small = mention.text.islower() and " " not in mention.text
        return small and not mention.things and not mention.classes.isdisjoint(self._units)
