"""The days on which anything was published, in order, and sets of them.

A set of epochs is a number whose bit i stands for epoch i, so that what holds from the third of five epochs on is
0b11100. Which epochs there are depends on all sources together; what is kept from one build to the next is therefore
told by days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.deciding.cases import LAST_DAY

Spells = tuple[tuple[int, int], ...]
"""Runs of days: each from a day, YYYYMMDD, to the day on which it is over; one that lasts is over after `LAST_DAY`."""


@dataclass(frozen=True)
class Epochs:
    """The days with which epochs begin.

    Args:
        days: YYYYMMDD; the last may be `LAST_DAY`.
    """

    days: tuple[int, ...]
    _spells: dict[int, Spells] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def always(self) -> int:
        """All epochs."""
        return (1 << len(self.days)) - 1

    def since(self, day: int) -> int:
        """The epochs that begin on a day or later."""
        return self.always >> (first := bisect_left(self.days, day)) << first

    def first(self, day: int) -> int:
        """The day of the first epoch that begins on a day or later; of the last one, where none does."""
        return self.days[min(bisect_left(self.days, day), len(self.days) - 1)] if self.days else LAST_DAY

    def unbroken(self, epochs: int) -> int:
        """The day since which a set of epochs goes on to the last one, in which it is taken to hold."""
        if not self.days:
            return LAST_DAY
        before = (1 << (len(self.days) - 1)) - 1
        return self.days[(before & ~epochs).bit_length()]

    def spells(self, epochs: int) -> Spells:
        """A set of epochs as runs."""
        # Asked for each of many triples, of which most share their epochs.
        known = self._spells.get(epochs)
        if known is None:
            known = self._spells[epochs] = tuple(self._runs(epochs))
        return known

    def _runs(self, epochs: int) -> Iterator[tuple[int, int]]:
        while epochs:
            begins = (epochs & -epochs).bit_length() - 1
            ends = begins + ((~epochs >> begins) & -(~epochs >> begins)).bit_length() - 1
            yield self.days[begins], self.days[ends] if ends < len(self.days) else LAST_DAY + 1
            epochs = epochs >> ends << ends

    def of(self, spells: Iterable[tuple[int, int]]) -> int:
        """Runs as a set of epochs: what `spells` takes apart, put together."""
        found = 0
        for begins, ends in spells:
            found |= self.since(begins) & ~self.since(ends)
        return found
