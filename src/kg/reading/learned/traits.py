"""What a passage looks like to whoever learns from examples: its words, and how they stand around a mention.

A trait is a short text: a letter for its kind, and a word, the beginning of one, or `<Class>` for a name of that class.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from operator import attrgetter
from typing import NamedTuple

from kg.names import local_name
from kg.reading.passages.mentions import Kind, Mention, Passage

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MASKED = (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.NUMBER, Kind.NAME)
_STEM, _LONG, _BEGINNING = 6, 10, 9
_WINDOW, _MANY, _OPENING = 4, 5, 3
_new, _start = tuple.__new__, attrgetter("start")
_SIZES, _YEARS = (1, 2, 5, 12, 40, 150, 500, 10_000), (1990, 2100)


class Token(NamedTuple):
    """A word in small letters, or what a name, day or number is; where it stands, and its beginning if it is a word."""

    text: str
    start: int
    end: int
    stem: str

    @property
    def is_word(self) -> bool:
        return self.text[0] != "<"


def tokens(passage: Passage) -> list[Token]:
    """A passage's words in order, with each name, day and number as one."""
    found: list[Token] = []
    place = 0
    for mention in sorted(passage.of(*_MASKED), key=lambda m: (m.start, -m.end)):
        if mention.start < place:
            continue
        found += _words(passage.text, place, mention.start)
        sort = _sort_of(mention)
        found.append(Token(sort, mention.start, mention.end, sort))
        place = mention.end
    return found + _words(passage.text, place, len(passage.text))


def _words(text: str, start: int, end: int) -> list[Token]:
    return [
        _new(Token, (word := m[0].lower(), *m.span(), word[:_STEM])) for m in _WORD.finditer(text, start, end)
    ]


def _sort_of(mention: Mention) -> str:
    if mention.kind is Kind.THING and mention.classes:
        return _class_sort(min(mention.classes))
    return f"<{mention.kind.value}>"


@lru_cache(maxsize=1024)
def _class_sort(iri: str) -> str:
    """What a name of a class is in place of a word."""
    return f"<{local_name(iri)}>"


class Wanted:
    """Which traits are asked for: of all that there might be, few weigh anything.

    Args:
        traits: Those asked for; None for all.
    """

    def __init__(self, traits: Collection[str] | None) -> None:
        told = [trait.split(" ") for trait in traits or ()]
        self._all = traits is None
        self._asked = frozenset(traits or ())
        self.of_word = lru_cache(maxsize=8192)(self._of_word)
        self._first = frozenset(trait[1] for trait in told if trait[0] == "b")
        self._stems = {side: frozenset(t[1] for t in told if t[0] == side and len(t) > 1) for side in "BA"}

    def _of_word(self, word: str) -> tuple[str, ...]:
        """Of a word: itself, its beginnings and its end."""
        found = [f"w {word}"]
        if len(word) > _STEM:
            found += (f"s {word[:_STEM]}", f"e {word[-_STEM:]}")
        if len(word) > _LONG:
            found.append(f"p {word[:_BEGINNING]}")
        return tuple(trait for trait in found if self._all or trait in self._asked)

    def pairs(self, said: Sequence[Token]) -> list[str]:
        """Of the pairs of words next to each other."""
        first, every = self._first, self._all
        return [f"b {one.text} {other.text}" for one, other in pairwise(said) if every or one.text in first]

    def far(self, side: str, said: Sequence[Token]) -> list[str]:
        """Of the words on one side of a mention, wherever they stand."""
        stems, every = self._stems[side], self._all
        return [f"{side} {token.stem}" for token in said if every or token.stem in stems]


ALL = Wanted(None)


def of_passage(passage: Passage, said: Sequence[Token], wanted: Wanted = ALL) -> list[str]:
    """Traits of a passage as a whole: words, their beginnings and ends, pairs, what they evoke, what is named."""
    found: list[str] = []
    for token in said:
        if token.is_word:
            found += wanted.of_word(token.text)
    found += wanted.pairs(said)
    found += [f"v {name}" for name in evoked(passage)]
    named = {_class_sort(c) for m in passage.of(Kind.THING) for c in m.classes}
    sorts = sorted(named.union(token.text for token in said if not token.is_word))
    found += [f"c {sort}" for sort in sorts]
    found += [f"c {one}{other}" for one, other in combinations(sorts, 2)]
    found.append(f"k {passage.kind}")
    return found


def evoked(passage: Passage) -> list[str]:
    """Local names of what the lexicon's words in a passage may evoke; sorted."""
    found = {
        iri for m in passage.of(Kind.WORD, Kind.REFERENCE) if m.entry is not None for iri in m.entry.evokes
    }
    return sorted({local_name_of(iri) for iri in found})


local_name_of = lru_cache(maxsize=1024)(local_name)


def of_mention(
    mention: Mention,
    said: Sequence[Token],
    row: Sequence[Mention],
    *,
    is_subject: bool,
    rivals: int,
    wanted: Wanted = ALL,
) -> list[str]:
    """Traits of a mention: what it is, and the words around it, or around the list in which it stands.

    Args:
        mention: What they are asked of.
        said: The passage's tokens.
        row: The members of its list in order, itself among them.
        is_subject: Whether it is what the text is about.
        rivals: How many mentions of the passage might stand in the same slot.
        wanted: Which of the words around it.
    """
    found = [
        "subject" if is_subject else "other",
        f"n{min(rivals, _MANY)}",
        f"m {mention.kind.value}",
        f"row {min(len(row), _MANY)}",
    ]
    if mention.amount is not None:
        found.append(f"size {_size(mention.amount.value)}")
    if mention.kind is Kind.REFERENCE:
        found += [f"t {word[:_STEM].lower()}" for word in mention.text.split()]
    first = bisect_left(said, row[0].start, key=_start)
    last = bisect_left(said, row[-1].end, key=_start)
    before, behind = said[:first], said[last:]
    found.append("opening" if first < _OPENING else "later")
    found += _near("L", list(reversed(before[-_WINDOW:])))
    found += _near("R", behind[:_WINDOW])
    found += wanted.far("B", before)
    found += wanted.far("A", behind)
    return found


def of_unnamed(said: Sequence[Token], rivals: int) -> list[str]:
    """Traits of what a text is about in a passage that does not name it."""
    return ["unnamed", f"unnamed n{min(rivals, _MANY)}", *(f"unnamed {token.stem}" for token in said)]


def _size(value: float) -> str:
    """A number's order of magnitude; those that may be years apart."""
    if _YEARS[0] <= value < _YEARS[1]:
        return "year"
    return next((str(limit) for limit in _SIZES if value <= limit), "more")


def _near(side: str, said: Sequence[Token]) -> list[str]:
    """The words next to a mention on one side, the nearest first: with their distance, and without."""
    found: list[str] = []
    for away, token in enumerate(said, 1):
        found += (f"{side}{away} {token.stem}", f"{side}{side} {token.stem}")
    return found
