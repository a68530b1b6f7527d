"""Sums of fingerprints: what graphs are made of, told so shortly that it can be held against an earlier time.

A line has a fingerprint, and so has a text of several. Their sum is the same in whatever order they come; where it is
the same as before, nothing of the graph needs to be told again. Where it is another, the lines that came and went are
mostly few beside those that stayed: who tells them knows them without telling all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from kg.dataset.packing import Packed, Piles, pack
from kg.deciding.annals import fingerprint

__all__ = ["ByDay", "ByDays", "Difference", "Made", "Shelf", "Unfold"]

Unfold = Callable[[str], Iterable[str]]
"""One text → the lines that it stands for: texts that stand in one graph together have none in common."""


def _as_it_is(line: str) -> tuple[str]:
    return (line,)


class Difference(NamedTuple):
    """Lines that a graph had and has no longer, and lines that it has and had not; none twice."""

    out: frozenset[str]
    new: frozenset[str]

    @classmethod
    def of(cls, before: Collection[str], after: Collection[str]) -> Difference:
        old, new = frozenset(before), frozenset(after)
        return cls(old - new, new - old)


class ByDay(Protocol):
    """Lines that no other graph holds, each of which stands in the graph of its day."""

    def fingerprints(self) -> Iterable[tuple[int, int]]:
        """Days with fingerprints of what is told of them: the sum for a day is another where any line is."""

    def texts(self, days: Collection[int]) -> Iterable[tuple[int, str]]:
        """Lines with their day, several in one text; of some days alone."""

    def turned(self, day: int) -> Difference | None:
        """What is told otherwise of a day than at the earlier time; None where that is not known."""


class Made(NamedTuple):
    """A graph that was made at some time.

    Args:
        of: Tells what it was made of: whatever is made of the same is the same. Sums of fingerprints, of the lines
            that came by themselves and of what each teller told.
        many: Its triples.
        digest: Of their lines.
        periods: The texts of the periods that it speaks of, with the number of its lines that do.
    """

    of: tuple[int, ...]
    many: int
    digest: str
    periods: Mapping[str, int]


class Shelf(Protocol):
    """Where lines are kept that came by themselves: nobody else could tell what they were at an earlier time."""

    def lines(self, graph: str, of: int) -> list[str] | None:
        """The lines of a graph; None unless they are those with this sum of fingerprints."""

    def put(self, graph: str, of: int, lines: Iterable[str]) -> None:
        """Keep the lines in place of those before."""

    def forget(self, but: Collection[str]) -> None:
        """Throw away what is kept of all graphs but these."""


class ByDays:
    """A graph for each day.

    Args:
        lines: With their days.
        told: More of them.
        unfold: Where what is given as a line stands for several.
    """

    def __init__(
        self, lines: Iterable[tuple[int, str]], told: Sequence[ByDay], unfold: Unfold = _as_it_is
    ) -> None:
        self._piles, self._told, self._unfold = Piles(), told, unfold
        sums = [defaultdict[int, int](int) for _ in range(len(told) + 1)]
        for day, line in lines:
            self._piles.add(day, line)
            sums[0][day] += fingerprint(line)
        for teller, own in zip(told, sums[1:], strict=True):
            for day, added in teller.fingerprints():
                own[day] += added
        self.of: Mapping[int, tuple[int, ...]] = {
            day: tuple(own.get(day, 0) for own in sums) for day in sorted(set().union(*sums))
        }
        """Day → what its graph is made of."""

    def packed(self, days: Collection[int]) -> Iterable[tuple[int, Packed]]:
        """The graphs of some days, told at once; lines of theirs that came by themselves are forgotten."""
        told = self._texts(days)
        for day in days:
            yield day, pack(chain(self._unfolded(self._piles.take(day)), told.take(day)))

    def packed_again(self, day: int) -> Packed:
        """The graph of one day; to be asked for as often as one likes."""
        return pack(chain(self._unfolded(self._piles.lines(day)), self._texts((day,)).take(day)))

    def _unfolded(self, folded: Iterable[str]) -> Iterable[str]:
        return folded if self._unfold is _as_it_is else chain.from_iterable(map(self._unfold, folded))

    def _texts(self, days: Collection[int]) -> Piles:
        piles = Piles()
        for day, text in chain.from_iterable(teller.texts(days) for teller in self._told):
            piles.extend(day, text)
        return piles

    def shelve(self, shelf: Shelf, graph: str, day: int) -> None:
        """Keep the lines that came by themselves."""
        if self.of[day][0]:
            shelf.put(graph, self.of[day][0], self._piles.lines(day))

    def difference(
        self, day: int, then: Made, shelved: Callable[[int], list[str] | None]
    ) -> Difference | None:
        """How the graph of a day differs from the one that was made at an earlier time; None where nobody knows.

        Args:
            day: Of the graph.
            then: What was made.
            shelved: Gives the lines that came by themselves then, by their sum.
        """
        if len(then.of) != len(self.of[day]):
            return None
        found = list[Difference]()
        for place, (now, before) in enumerate(zip(self.of[day], then.of, strict=True)):
            if now != before:
                part = self._told[place - 1].turned(day) if place else self._loose(day, before, shelved)
                if part is None:
                    return None
                found.append(part)
        return _together(found)

    def _loose(self, day: int, before: int, shelved: Callable[[int], list[str] | None]) -> Difference | None:
        lines = shelved(before) if before else []
        if lines is None:
            return None
        folded = Difference.of(lines, [*self._piles.lines(day)])
        # What came and what went may have lines in common, which have stayed.
        return Difference.of([*self._unfolded(folded.out)], [*self._unfolded(folded.new)])


def _together(several: Sequence[Difference]) -> Difference:
    """Of parts of a graph that share no line; what went from one to another has stayed."""
    many = Counter(line for each in several for line in each.new)
    many.subtract(line for each in several for line in each.out)
    return Difference(
        frozenset(line for line, n in many.items() if n < 0),
        frozenset(line for line, n in many.items() if n > 0),
    )
