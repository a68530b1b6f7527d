"""Numbers beside places, of what was counted before: "112 take part. A has two, B three", "A has ten towns, B six".

A class of counts says so (`kg:scopePairs`: its slots for where, and for how many). A number that counts things of no
kind of its own, with no more than a verb between it and a place, counts what the sentence before counted in all, or
what its own sentence counted right before in another place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from kg.claims import Factuality
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool, number_literal
from kg.reading.passages.frames import Filler, Frame, mentions_here, mentions_of
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import each_behind, stretch_end
from kg.schema import ClassShape, Schema, Slot

_FAR, _MOST_BETWEEN, _MOST_BEHIND, _LEAST = 1, 2, 1, 2
_LONGEST_GAP = 80
_MARKS = re.compile(r"[.,;:!?()|„“”\"]")


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
        counted = {shape.iri: (shape, scope, count) for shape, scope, count in self._counts}
        here = [f for f in made if f.cls in counted and f.passage is passage]
        if here:
            model = max(here, key=lambda frame: frame.end)
            return list(self._going_on(model, *counted[model.cls], passage, made))
        before = self._memory.lately(passage, _FAR)
        last = next((f for f in reversed(before) if f.passage is not passage and f.cls in counted), None)
        if last is None or last.factuality is not Factuality.ASSERTED:
            return []
        shape, scope, count = counted[last.cls]
        whole = max((_value(f) for f in last.fillers.get(count.path, ())), default=0.0)
        return [
            self._frame(shape, scope, count, place, number, passage)
            for place, number in self._pairs(scope, passage, made, whole)
        ]

    def _going_on(
        self,
        model: Frame,
        shape: ClassShape,
        scope: Slot,
        count: Slot,
        passage: Passage,
        made: Sequence[Frame],
    ) -> Iterator[Frame]:
        """What a sentence counts in further places, right behind what it counts in one ("A has ten towns, B six")."""
        places, numbers = mentions_here(model, scope.path), mentions_here(model, count.path)
        if model.factuality is not Factuality.ASSERTED or not numbers:
            return
        last = max([model.end, *(m.end for m in (*places, *numbers))])
        whole = math.inf if places else max(_value(f) for f in model.fillers[count.path])
        begin = min([model.start, *(m.start for m in places)])
        own = {*passage.text[begin:last].casefold().split()}
        for place, number in self._pairs(scope, passage, made, whole):
            gap = passage.text[last : place.start]
            if places and not own.issuperset(passage.text[place.end : number.start].casefold().split()):
                continue  # "Lusitania wants six"
            if place.start >= last and (passage.grammar.joined(gap) or passage.grammar.goes_on(gap)):
                yield self._frame(shape, scope, count, place, number, passage)
                last = number.end

    def _pairs(
        self, scope: Slot, passage: Passage, made: Sequence[Frame], whole: float
    ) -> Iterator[tuple[Mention, Mention]]:
        told = {m for f in made for m in mentions_of(f)}
        places = [m for m in self._pool.fitting(scope, passage) if m.kind is Kind.THING and m not in told]
        numbers = [n for n in passage.of(Kind.NUMBER) if n not in told and _counts(n, whole)]
        for place, number in each_behind(places, numbers, _LONGEST_GAP):
            if _stand_alone(place, number, passage):
                yield place, number

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
    tail = text[number.end : stretch_end(text, number.end, grammar)].split()
    plain = all(w[:1].islower() for w in between.split())
    return plain and len(tail) <= _MOST_BEHIND and grammar.is_function(" ".join(tail))
