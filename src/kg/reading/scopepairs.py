"""Numbers beside places, of what was counted in all before: "112 take part. A has two, B three and C one".

A class of counts says so (`kg:scopePairs`: its slots for where, and for how many). A number that counts things of no
kind of its own, with no more than a verb between it and a place, counts what the sentence before counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.claims import Factuality
from kg.reading.frames import Filler, Frame
from kg.reading.memory import Memory
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.pool import Pool, number_literal
from kg.schema import ClassShape, Schema, Slot

_FAR, _MOST_BETWEEN, _MOST_BEHIND, _LEAST = 1, 2, 1, 2
_LONGEST_GAP = 80
_MARKS = re.compile(r"[.,;:!?()|„“”\"]")
_ENDS = re.compile(r"[.,;:!?()|]|$")


class ScopePairs:
    """Counts what was counted before, place by place.

    Args:
        schema: Classes of counts that say so.
        pool: Tells what may fill a slot.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._pool = pool
        self._memory = memory
        self._counts = [
            (shape, scope, count)
            for shape in schema.classes.values()
            if "scopePairs" in shape.hints
            for slots in [{slot.path: slot for slot in schema.slots_of(shape.iri)}]
            for scope, count in [[slots[path] for path in shape.hints["scopePairs"][:2]]]
        ]

    def read(self, passage: Passage, made: Sequence[Frame]) -> list[Frame]:
        """A frame for each place with its number, where the sentence before counted all and nothing else."""
        if not passage.of(Kind.NUMBER):
            return []
        before = [f for f in self._memory.lately(passage, _FAR) if f.passage is not passage]
        found: list[Frame] = []
        for shape, scope, count in self._counts:
            last = [f for f in before if f.cls in {s.iri for s, *_ in self._counts}]
            if not last or last[-1].cls != shape.iri or last[-1].factuality is not Factuality.ASSERTED:
                continue
            whole = max((_value(f) for f in last[-1].fillers.get(count.path, ())), default=0.0)
            pairs = list(self._pairs(scope, passage, made, whole))
            if pairs:
                found += [self._frame(shape, scope, count, *pair, passage) for pair in pairs]
        return found

    def _pairs(
        self, scope: Slot, passage: Passage, made: Sequence[Frame], whole: float
    ) -> Iterator[tuple[Mention, Mention]]:
        told = {f.mention for frame in made for fs in frame.fillers.values() for f in fs}
        places = [m for m in self._pool.fitting(scope, passage) if m.kind is Kind.THING and m not in told]
        numbers = [n for n in passage.of(Kind.NUMBER) if n not in told and _counts(n, whole)]
        ends = [p.end for p in places]
        for number in numbers:
            at = bisect_right(ends, number.start)
            near = at > 0 and number.start - ends[at - 1] <= _LONGEST_GAP
            if near and _stand_alone(places[at - 1], number, passage):
                yield places[at - 1], number

    def _frame(
        self, shape: ClassShape, scope: Slot, count: Slot, place: Mention, number: Mention, passage: Passage
    ) -> Frame:
        value = number.amount.value if number.amount is not None else 0
        literal = number_literal(value, count.datatype)
        fillers = {
            scope.path: [self._pool.filler(scope.path, passage, place, scope)],
            count.path: [Filler(count.path, passage, number, value=literal)],
        }
        return Frame(shape.iri, passage, place.start, number.end, Factuality.ASSERTED, fillers=fillers)


def _value(filler: Filler) -> float:
    mention = filler.mention
    return mention.amount.value if mention is not None and mention.amount is not None else 0.0


def _counts(number: Mention, whole: float) -> bool:
    """Whether a number may be a part of a whole."""
    amount = number.amount
    if amount is None or amount.percent or amount.currency or amount.ordinal or amount.more:
        return False
    return _LEAST <= amount.value < whole / _LEAST


def _stand_alone(place: Mention, number: Mention, passage: Passage) -> bool:
    """Whether no more than a verb stands between a place and a number, and no noun behind it."""
    text, grammar = passage.text, passage.grammar
    between = text[place.end : number.start]
    if _MARKS.search(between) or len(between.split()) > _MOST_BETWEEN or grammar.joiner.search(between):
        return False
    end = _ENDS.search(text, number.end)
    stop = end.start() if end is not None else len(text)
    joined = grammar.joiner.search(text, number.end, stop)
    tail = text[number.end : joined.start() if joined is not None else stop].split()
    plain = all(w[:1].islower() for w in between.split())
    return plain and len(tail) <= _MOST_BEHIND and grammar.is_function(" ".join(tail))
