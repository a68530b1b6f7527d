"""What never fills a slot, whatever a sentence looks like: who calls for something or pays for it does not join it.

A slot says so (`kg:barred`: classes, or single things). Nor does a part of a body fill it that is called by its kind
alone ("with its department"), whose name nobody would know again.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Filler, Frame
from kg.reading.passages.mentions import Mention
from kg.schema import Schema


class Barred:
    """Leaves out frames with a filler that its slot never has.

    Args:
        schema: Slots with their hints.
        pool: For what mentions may stand for.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._units = schema.hinted("unit")
        self._never = {
            (shape.iri, slot.path): tuple(slot.hints["barred"])
            for shape in schema.classes.values()
            for slot in shape.slots
            if "barred" in slot.hints
        }

    def without(self, frames: Iterable[Frame]) -> list[Frame]:
        """Frames but for those in which what is barred from a slot fills it."""
        return [frame for frame in frames if not self._is_barred(frame)]

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
