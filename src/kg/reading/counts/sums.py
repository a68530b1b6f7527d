"""Sums of money of which it is not said who gives them, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.counts.loosecounts import slots_of_number, told_number
from kg.reading.passages.frames import Frame
from kg.reading.passages.mentions import Mention, Passage
from kg.schema import ClassShape, Schema

_ABOUT = 80
_RECKONED = (Factuality.POSSIBLE, Factuality.EXPECTED)


class Sums:
    """Reads them: the unit of such a number is its currency.

    Args:
        schema: Its classes of numbers that say what sums they are told for.
    """

    def __init__(self, schema: Schema) -> None:
        self._classes = [
            (shape, kinds, *slots)
            for shape in schema.classes.values()
            if (kinds := shape.hints.get("sums")) and (slots := slots_of_number(shape)) is not None
        ]
        self._givers = {c.iri: c.hints.get("agents", ("",))[0] for c in schema.classes.values()}

    def read(self, passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
        """One frame for each sum, once."""
        found: list[Frame] = []
        for shape, kinds, value, unit, about in self._classes:
            told = {
                f.mention for frame in frames if frame.cls == shape.iri for f in frame.fillers.get(value, ())
            }
            for frame in frames:
                if frame.cls not in kinds or frame.fillers.get(self._givers[frame.cls]):
                    continue
                for sum_ in _sums_of(frame):
                    if sum_ not in told:
                        told.add(sum_)
                        found.append(_as_number(frame, shape, sum_, (value, unit, about)))
        return found


def _sums_of(frame: Frame) -> list[Mention]:
    return [
        f.mention
        for fillers in frame.fillers.values()
        for f in fillers
        if f.mention is not None and f.mention.amount is not None and f.mention.amount.currency
    ]


def _as_number(frame: Frame, shape: ClassShape, number: Mention, paths: tuple[str, str, str]) -> Frame:
    passage = frame.passage
    words = passage.text[number.end : number.end + _ABOUT].strip(" .,;:!?") or passage.text[: number.start]
    currency = number.amount.currency if number.amount is not None else None
    return replace(
        frame,
        cls=shape.iri,
        entry=None,
        # what is guessed at, or set aside for what is to come, is a figure that the source gives all the same
        factuality=Factuality.ASSERTED if frame.factuality in _RECKONED else frame.factuality,
        fillers=told_number(paths, number, currency or "", words.strip(), passage),
    )
