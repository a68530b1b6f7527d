"""Numbers of all that are counted, where no word counts them: "wants to see a hundred neutral towns by then".

A class of counts says how many there are known to be in all (`kg:knownWholes`: such numbers) and what a document must
speak of (`kg:contextClass`). There such a number tells how many there are, with no more than adjectives between it and
a noun for what is counted, or at the head of the name of what the document speaks of ("one of the 100 Neutral Towns"),
where that does not stand in quotation marks; one that is not round needs no noun ("they are 112 by now"). It is told
once, and only where nothing else was made of the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool, number_literal
from kg.reading.counts.knownparts import stands_alone
from kg.reading.passages.frames import Filler, Frame, by_default, mentions_of
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_QUOTES = tuple("„“”\"«»‘’'")
_LONGEST_GAP, _BEHIND, _ROUND = 60, 5, 10
_BREAKS = re.compile(r"[.,;:!?()|„“”\"«»\d]")
_CAPITAL = re.compile(r"\b[^\W\d_a-zà-ÿ]")
_NUMBER = re.compile(r"\d+(?!\w)")


@dataclass(frozen=True, slots=True)
class _Count:
    """A class of counts, the numbers known, and the classes of what is counted and of what one must speak of."""

    shape: ClassShape
    count: Slot
    scope: Slot
    wholes: frozenset[float]
    counted: tuple[str, ...]
    context: tuple[str, ...]


class KnownWholes:
    """Adds such counts, once a document has been read.

    Args:
        schema: Classes of counts that say so.
        pool: Tells what a mention may be.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._counts = [c for shape in schema.classes.values() if (c := _count(schema, shape)) is not None]
        self._others = frozenset(c.iri for c in schema.classes.values() if c.measures is not None)

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with such counts."""
        found = list(frames)
        for count in self._counts:
            if not around.speaks_of(count.context):
                continue
            made = [f for f in frames if f.cls in self._others]
            used = {(m.start, f.passage.number) for f in made for m in mentions_of(f)}
            told = {
                _value(x.mention)
                for f in made
                if f.cls == count.shape.iri
                for x in f.fillers.get(count.count.path, ())
            }
            for passage in passages:
                for number, value in self._numbers(count, passage):
                    if value not in told and (number.start, passage.number) not in used:
                        told.add(value)
                        found.append(self._frame(count, passage, number, value))
        return found

    def _numbers(self, count: _Count, passage: Passage) -> Iterator[tuple[Mention, float]]:
        """Numbers of a passage that may be such a whole."""
        names = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, count.context)]
        for number in passage.of(Kind.NUMBER):
            value = _value(number)
            if value not in count.wholes or _is_quoted(number, passage):
                continue
            if passage.grammar.counts_homes(passage.text, number.start):
                continue
            if any(0 <= number.start - n.end <= _BEHIND for n in names) or any(
                n.start <= number.start < n.end for n in names
            ):
                continue  # "the Programme of the hundred neutral towns" is but a name
            if self._counts_some(count, number, passage):
                yield number, value
        for name in passage.of(Kind.THING):
            digits = _NUMBER.match(name.text)
            if digits is not None and self._pool.fits(name, count.context) and not _is_quoted(name, passage):
                value = float(digits.group())
                if value in count.wholes:
                    yield name, value

    def _counts_some(self, count: _Count, number: Mention, passage: Passage) -> bool:
        """Whether a noun for what is counted stands behind a number, with no more than adjectives between."""
        for noun in passage.of(Kind.WORD, Kind.REFERENCE):
            between = passage.text[number.end : noun.start]
            if noun.start > number.end and self._pool.fits(noun, count.counted):
                return (
                    len(between) <= _LONGEST_GAP
                    and len(between.split()) <= _BEHIND
                    and _BREAKS.search(between) is None
                    and not (passage.grammar.nouns_capitalised and _CAPITAL.search(between))
                ) or self._is_alone(number, passage)
        return self._is_alone(number, passage)

    def _is_alone(self, number: Mention, passage: Passage) -> bool:
        """Whether a number that nothing else is likely to have, not a round one, counts nothing of its own."""
        return _value(number) % _ROUND != 0 and stands_alone(number, passage.text, passage.grammar)

    def _frame(self, count: _Count, passage: Passage, number: Mention, value: float) -> Frame:
        literal = number_literal(value, count.count.datatype)
        fillers = {
            count.count.path: [Filler(count.count.path, passage, number, value=literal)],
            count.scope.path: [by_default(count.scope, passage)],
        }
        return Frame(count.shape.iri, passage, number.start, number.end, Factuality.ASSERTED, fillers=fillers)


def _count(schema: Schema, shape: ClassShape) -> _Count | None:
    """What a class of counts says of known wholes; None where it says nothing."""
    hints = shape.hints
    if "knownWholes" not in hints or shape.measures is None:
        return None
    slots = {slot.path: slot for slot in schema.slots_of(shape.iri)}
    scope, count = (slots[path] for path in hints["scopePairs"][:2])
    counted = tuple(c for s in schema.classes[shape.measures].slots if s.each for c in s.classes)
    wholes = frozenset(map(float, hints["knownWholes"]))
    return _Count(shape, count, scope, wholes, counted, tuple(hints.get("contextClass", ())))


def _is_quoted(mention: Mention, passage: Passage) -> bool:
    """Whether a mention opens a name in quotation marks: it says what something is called, not how many there are."""
    return passage.text[: mention.start].rstrip()[-1:] in _QUOTES


def _value(mention: Mention | None) -> float:
    """The number that a mention gives, as far as it counts things."""
    amount = mention.amount if mention is not None else None
    if amount is None or amount.percent or amount.currency or amount.ordinal:
        return 0.0
    return amount.value
