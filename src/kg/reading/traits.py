"""What a passage looks like to whoever learns from examples: its words, and how they stand around a mention.

A trait is a short text: a letter for its kind, and a word, the beginning of one, or `<Class>` for a name of that class.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from kg.names import local_name
from kg.reading.mentions import Kind, Mention, Passage

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MASKED = (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.NUMBER, Kind.NAME)
_STEM, _LONG, _BEGINNING = 6, 10, 9
_WINDOW, _MANY, _OPENING = 4, 5, 3
_SIZES, _YEARS = (1, 2, 5, 12, 40, 150, 500, 10_000), (1990, 2100)


class Token(NamedTuple):
    """A word in small letters, or what a name, day or number is; and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0] != "<"

    @property
    def stem(self) -> str:
        return self.text[:_STEM] if self.is_word else self.text


def tokens(passage: Passage) -> list[Token]:
    """A passage's words in order, with each name, day and number as one."""
    found: list[Token] = []
    place = 0
    for mention in sorted(passage.of(*_MASKED), key=lambda m: (m.start, -m.end)):
        if mention.start < place:
            continue
        found += _words(passage.text, place, mention.start)
        found.append(Token(_sort_of(mention), mention.start, mention.end))
        place = mention.end
    return found + _words(passage.text, place, len(passage.text))


def _words(text: str, start: int, end: int) -> list[Token]:
    return [Token(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def _sort_of(mention: Mention) -> str:
    if mention.kind is Kind.THING and mention.classes:
        return f"<{local_name(min(mention.classes))}>"
    return f"<{mention.kind.value}>"


def of_passage(passage: Passage, said: Sequence[Token]) -> Iterator[str]:
    """Traits of a passage as a whole: words, their beginnings and ends, pairs, what they evoke, what is named."""
    for token in said:
        if token.is_word:
            yield f"w {token.text}"
            if len(token.text) > _STEM:
                yield f"s {token.text[:_STEM]}"
                yield f"e {token.text[-_STEM:]}"
            if len(token.text) > _LONG:
                yield f"p {token.text[:_BEGINNING]}"
    for one, other in pairwise(said):
        yield f"b {one.text} {other.text}"
    yield from (f"v {name}" for name in evoked(passage))
    named = {f"<{local_name(c)}>" for m in passage.of(Kind.THING) for c in m.classes}
    sorts = sorted(named.union(token.text for token in said if not token.is_word))
    yield from (f"c {sort}" for sort in sorts)
    yield from (f"c {one}{other}" for one, other in combinations(sorts, 2))
    yield f"k {passage.kind}"


def evoked(passage: Passage) -> list[str]:
    """Local names of what the lexicon's words in a passage may evoke; sorted."""
    found = {
        iri for m in passage.of(Kind.WORD, Kind.REFERENCE) if m.entry is not None for iri in m.entry.evokes
    }
    return sorted({local_name(iri) for iri in found})


def of_mention(
    mention: Mention, said: Sequence[Token], row: Sequence[Mention], *, is_subject: bool, rivals: int
) -> Iterator[str]:
    """Traits of a mention: what it is, and the words around it, or around the list in which it stands.

    Args:
        mention: What they are asked of.
        said: The passage's tokens.
        row: The members of its list in order, itself among them.
        is_subject: Whether it is what the text is about.
        rivals: How many mentions of the passage might stand in the same slot.
    """
    yield "subject" if is_subject else "other"
    yield f"n{min(rivals, _MANY)}"
    yield f"m {mention.kind.value}"
    yield f"row {min(len(row), _MANY)}"
    if mention.amount is not None:
        yield f"size {_size(mention.amount.value)}"
    if mention.kind is Kind.REFERENCE:
        yield from (f"t {word[:_STEM].lower()}" for word in mention.text.split())
    first = bisect_left(said, row[0].start, key=lambda t: t.start)
    last = bisect_left(said, row[-1].end, key=lambda t: t.start)
    before, behind = said[:first], said[last:]
    yield "opening" if first < _OPENING else "later"
    yield from _near("L", list(reversed(before[-_WINDOW:])))
    yield from _near("R", behind[:_WINDOW])
    yield from (f"B {token.stem}" for token in before)
    yield from (f"A {token.stem}" for token in behind)


def of_unnamed(said: Sequence[Token], rivals: int) -> Iterator[str]:
    """Traits of what a text is about in a passage that does not name it."""
    yield "unnamed"
    yield f"unnamed n{min(rivals, _MANY)}"
    yield from (f"unnamed {token.stem}" for token in said)


def _size(value: float) -> str:
    """A number's order of magnitude; those that may be years apart."""
    if _YEARS[0] <= value < _YEARS[1]:
        return "year"
    return next((str(limit) for limit in _SIZES if value <= limit), "more")


def _near(side: str, said: Sequence[Token]) -> Iterator[str]:
    """The words next to a mention on one side, the nearest first: with their distance, and without."""
    for away, token in enumerate(said, 1):
        yield f"{side}{away} {token.stem}"
        yield f"{side}{side} {token.stem}"
