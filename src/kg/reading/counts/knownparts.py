"""Numbers of those who lie in a place, where no word counts them: "nine are from Alba", "Alba has nine towns there".

A class of counts that says how many there are known to be in all (`kg:knownWholes`) counts things of which the
register has one for each member. How many members lie in a place is then known as well. Where a document speaks of
what the class says (`kg:contextClass`), or has told of a member, that number beside that place tells how many there
are, unless it counts something else, is small and has no noun, its sentence tells of another list or count, or
something was made of the number already.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool, number_literal
from kg.reading.grammar import Grammar
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Filler, Frame, by_passage, mentions_of
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_LEAST, _FEW, _LONGEST_GAP, _MOST_ADJECTIVES = 2, 3, 60, 4
_BREAKS = re.compile(r"[.;:!?()|]")
_WORD = re.compile(r"\s*([^\W\d_][\w'’-]*|\S)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A class of counts and what it counts, its slots, what it and others are about, and how many lie in each place."""

    shape: ClassShape
    measured: str
    scope: Slot
    count: Slot
    counted: tuple[str, ...]
    context: tuple[str, ...]
    others: tuple[str, ...]
    known: Mapping[str, int]
    wholes: frozenset[float]

    def is_of_others(self, number: Mention, numbers: Sequence[Mention]) -> bool:
        """Whether a number before another counts some other whole ("of those 79, seven are …")."""
        return any(
            n.end <= number.start and value_of(n) > value_of(number) and value_of(n) not in self.wholes
            for n in numbers
        )


class KnownParts:
    """Adds such counts, once a document has been read sentence by sentence.

    Args:
        schema: Classes of counts that say so, and the register.
        pool: Tells what a mention may be.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, evoker: Evoker) -> None:
        self._pool = pool
        self._evoker = evoker
        self._parts = [
            p for shape in schema.classes.values() if (p := _parts(schema, pool, shape)) is not None
        ]
        self._counts = frozenset(c.iri for c in schema.classes.values() if c.measures is not None)

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with such counts."""
        found = list(frames)
        here = by_passage(frames)
        for parts in self._parts:
            own = {parts.shape.iri, parts.measured}
            if not around.speaks_of(parts.context) and not any(f.cls in own for f in frames):
                continue
            used = {
                (f.passage.number, m.start) for f in frames if f.cls in self._counts for m in mentions_of(f)
            }
            told = {f.told for f in frames if f.cls == parts.shape.iri}
            for passage in passages:
                if not passage.of(Kind.NUMBER) or self._speaks_of_others(parts, passage, here):
                    continue
                for place, number in self._pairs(parts, passage):
                    frame = self._frame(parts, passage, place, number)
                    firm = around.factuality(number, None, passage)
                    new = (passage.number, number.start) not in used and frame.told not in told
                    if new and firm is Factuality.ASSERTED:
                        told.add(frame.told)
                        found.append(frame)
        return found

    def _pairs(self, parts: _Parts, passage: Passage) -> Iterator[tuple[Mention, Mention]]:
        """Places of a sentence, each with the number of those known to lie there."""
        numbers = passage.of(Kind.NUMBER)
        for place in passage.of(Kind.THING):
            known = [parts.known[t] for t in place.things if t in parts.known]
            if not known or not self._pool.fits(place, parts.scope.classes):
                continue
            near = [n for n in numbers if value_of(n) in known and _between(place, n, passage) is not None]
            near = [n for n in near if self._counts_members(parts, n, passage)]
            if len(near) == 1 and not parts.is_of_others(near[0], numbers):
                yield place, near[0]

    def _counts_members(self, parts: _Parts, number: Mention, passage: Passage) -> bool:
        """Whether a noun for what is counted stands behind a number, or none at all."""
        nouns = [m for m in passage.of(Kind.WORD, Kind.REFERENCE) if self._pool.fits(m, parts.counted)]
        return any(
            noun.end > number.end and _are_adjectives(passage.text[number.end : noun.start]) for noun in nouns
        ) or (value_of(number) > _FEW and stands_alone(number, passage.text, passage.grammar))

    def _speaks_of_others(self, parts: _Parts, passage: Passage, here: Mapping[int, Sequence[Frame]]) -> bool:
        """Whether a sentence tells of what other lists give one of each, or names what other counts are about."""
        own = {parts.shape.iri, parts.measured}
        for frame in here.get(passage.number, ()):
            listed = self._evoker.listed(frame.cls)
            if listed is not None and listed.iri not in own:
                return True
        if any(self._pool.fits(m, parts.others) for m in passage.of(Kind.THING, Kind.REFERENCE)):
            return True
        counting = (set(w.entry.evokes) & self._counts for w in passage.of(Kind.WORD) if w.entry is not None)
        return any(evoked and evoked.isdisjoint(own) for evoked in counting)

    def _frame(self, parts: _Parts, passage: Passage, place: Mention, number: Mention) -> Frame:
        literal = number_literal(value_of(number), parts.count.datatype)
        fillers = {
            parts.scope.path: [self._pool.filler(parts.scope.path, passage, place, parts.scope)],
            parts.count.path: [Filler(parts.count.path, passage, number, value=literal)],
        }
        start, end = min(place.start, number.start), max(place.end, number.end)
        return Frame(parts.shape.iri, passage, start, end, Factuality.ASSERTED, fillers=fillers)


def stands_alone(number: Mention, text: str, grammar: Grammar) -> bool:
    """Whether no noun stands behind a number that it might count ("nine are …", "we are nine:")."""
    at = number.end
    while found := _WORD.match(text, at):
        word, at = found[1], found.end()
        if not word[0].isalpha() or grammar.is_function(word) or grammar.has_auxiliary(word):
            return True
        if not grammar.nouns_capitalised or word[0].isupper():
            return False
    return True


def _parts(schema: Schema, pool: Pool, shape: ClassShape) -> _Parts | None:
    """What the register knows of those that a class counts; None where it says nothing of their number."""
    if "knownWholes" not in shape.hints or shape.measures is None:
        return None
    slots = {slot.path: slot for slot in schema.slots_of(shape.iri)}
    scope, count = (slots[path] for path in shape.hints["scopePairs"][:2])
    each = next(s for s in schema.classes[shape.measures].slots if s.each)
    known = {place: len(those) for place, those in members_by_place(schema, pool, each).items()}
    context = tuple(shape.hints.get("contextClass", ()))
    others = {c for s in schema.classes.values() if s.measures for c in s.hints.get("contextClass", ())}
    return _Parts(
        shape,
        shape.measures,
        scope,
        count,
        each.classes,
        context,
        tuple(sorted(others - set(context))),
        known,
        frozenset(map(float, shape.hints["knownWholes"])),
    )


def members_by_place(schema: Schema, pool: Pool, slot: Slot) -> dict[str, frozenset[str]]:
    """Of whatever the register says to fill a slot, which lie in which place; several at least."""
    found: dict[str, set[str]] = defaultdict(set)
    for member in schema.stated(slot.path):
        if isinstance(member, NamedNode):
            for place in pool.places_of(member.value):
                found[place].add(member.value)
    return {place: frozenset(found[place]) for place in sorted(found) if len(found[place]) >= _LEAST}


def _between(place: Mention, number: Mention, passage: Passage) -> str | None:
    """What stands between a place and a number; None where that is too much, or they belong to two clauses."""
    first, last = sorted((place, number), key=lambda m: m.start)
    gap = passage.text[first.end : last.start]
    if first is place and place.genitive and gap.strip():
        return None  # "the Union's scheme for 100 towns"
    if len(gap) > _LONGEST_GAP or _BREAKS.search(gap) or "," in gap:
        return None
    others = (m for m in passage.of(Kind.NUMBER, Kind.THING) if m.inside(first.end, last.start))
    return gap if not any(others) else None


def _are_adjectives(gap: str) -> bool:
    """Whether no more than a few words stand between a number and a noun."""
    return not _BREAKS.search(gap) and "," not in gap and len(gap.split()) <= _MOST_ADJECTIVES


def value_of(number: Mention) -> float:
    """The number that a mention gives, as far as it counts things."""
    amount = number.amount
    if amount is None or amount.percent or amount.currency or amount.ordinal or amount.more:
        return 0.0
    return amount.value
