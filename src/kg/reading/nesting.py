"""What belongs to a larger thing of its sort, where a sentence names both close together and says nothing else of them.

A property says so (`kg:nests`: classes of things, the smaller before the larger; `kg:nestsUnless`: classes and
properties that words between the two must not tell): "the Northern pilot X", "X, one of the five … of Y", "Y: X".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kg.claims import Factuality
from kg.reading.context import Surroundings
from kg.reading.frames import SUBJECT, Frame, thing_key
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.pool import Pool
from kg.schema import Schema

_MOST_BETWEEN = 10


class Nesting:
    """Adds frames for what belongs to what by its place.

    Args:
        schema: For the properties that say so.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._schema = schema
        self._pool = pool
        self._nested = {
            path: (tuple(hints["nests"]), frozenset(hints.get("nestsUnless", ())))
            for path, ends in pool.properties.items()
            if (hints := next((s.hints for s in ends.slots if "nests" in s.hints), None)) is not None
        }

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with those of what its sentences nest.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm sentences are.
        """
        found = list(frames)
        related: dict[int, list[frozenset[str]]] = {}
        for frame in frames:
            keys = frozenset(f.key_of_thing for fs in frame.fillers.values() for f in fs)
            related.setdefault(frame.passage.number, []).append(keys)
        for path, (ranks, barred) in self._nested.items():
            known = {
                (s.key_of_thing, w.key_of_thing)
                for f in frames
                if f.cls == path
                for s in f.fillers.get(SUBJECT, ())
                for w in f.fillers.get(path, ())
            }
            for passage in passages:
                for part, whole in self._pairs(passage, ranks, barred):
                    pair = (thing_key(part), thing_key(whole))
                    if pair in known or any({*pair} <= keys for keys in related.get(passage.number, ())):
                        continue
                    firm = around.factuality(part, None, passage)
                    if firm is not Factuality.DENIED:
                        known.add(pair)
                        found.append(self._frame(path, passage, part, whole))
        return found

    def _frame(self, path: str, passage: Passage, part: Mention, whole: Mention) -> Frame:
        fillers = {
            SUBJECT: [self._pool.filler(SUBJECT, passage, part, None)],
            path: [self._pool.filler(path, passage, whole, None)],
        }
        start, end = min(part.start, whole.start), max(part.end, whole.end)
        return Frame(path, passage, start, end, Factuality.ASSERTED, fillers=fillers)

    def _pairs(
        self, passage: Passage, ranks: Sequence[str], barred: frozenset[str]
    ) -> Iterator[tuple[Mention, Mention]]:
        """Things that stand side by side in a passage, each with the larger one."""
        things = [(m, rank) for m in passage.of(Kind.THING) if (rank := self._rank(m, ranks)) >= 0]
        for (one, low), (other, high) in itertools.pairwise(things):
            if low != high and one.end <= other.start and self._tied(one, other, passage, barred):
                yield (one, other) if low < high else (other, one)

    def _rank(self, mention: Mention, ranks: Sequence[str]) -> int:
        """How large a thing is of its sort; -1 where it is of none."""
        return next((i for i, cls in enumerate(ranks) if self._pool.fits(mention, (cls,))), -1)

    def _tied(self, one: Mention, other: Mention, passage: Passage, barred: frozenset[str]) -> bool:
        """Whether but few words stand between two, that neither list them nor tell something else."""
        gap = passage.text[one.end : other.start]
        if len(gap.split()) > _MOST_BETWEEN or ";" in gap or passage.grammar.joined(gap):
            return False
        words = (w for w in passage.of(Kind.WORD) if w.start < other.start and one.end < w.end)
        return not any(w.entry is not None and not barred.isdisjoint(w.entry.evokes) for w in words)
