"""What a passage speaks of: names, words of the lexicon, persons, days, numbers, quoted strings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from kg.documents import Block
from kg.periods import Period
from kg.reading.grammar import Grammar, plain
from kg.schema import Entry

_SPREAD = 8191


class Kind(StrEnum):
    """What sort of thing was found."""

    THING = "thing"
    PERSON = "person"
    PERIOD = "period"
    NUMBER = "number"
    QUOTED = "quoted"
    WORD = "word"
    REFERENCE = "reference"
    NAME = "name"

    # What Enum has instead looks the member's name up in Python code.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the text gives it; `more` adds to what is named beside it ("38 others")."""

    value: float
    at_least: bool = False
    more: bool = False
    percent: bool = False
    currency: str | None = None
    one_of: bool = False
    ordinal: bool = False


@dataclass(slots=True)
class Mention:
    """A stretch of a passage's text that stands for something; never changed, as it is a key of many tables.

    Args:
        kind: What sort.
        start: First code point in the passage's text.
        end: One past the last.
        text: The name as the register has it, or the words themselves.
        things: IRIs that the name may stand for; empty for what is not registered.
        classes: Classes that it may be of.
        entry: The lexicon entry behind a word or reference.
        period: For days.
        amount: For numbers.
        period_kind: "day", "month", "year", "span", "since", "until" or "compared".
        genitive: Said in the genitive, or as an adjective made of a name ("Dresdner").
        compound: Part of a hyphenated word.
        also: What else the text calls it here, by a short name or in full; a line for each.
    """

    kind: Kind
    start: int
    end: int
    text: str
    things: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    entry: Entry | None = None
    period: Period | None = None
    period_kind: str = ""
    amount: Amount | None = None
    genitive: bool = False
    compound: bool = False
    also: str = ""

    # Not frozen: each field of a frozen class is set by a call, and a document makes some thousand mentions.
    # Most mentions differ in their places; only those that agree in them are compared as a whole.
    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Mention) or self.start != other.start or self.end != other.end:
            return False
        return bool(_whole(self) == _whole(other))

    def __hash__(self) -> int:
        return self.start * _SPREAD + self.end

    @property
    def by_number(self) -> bool:
        """Whether a reference calls what it stands for by how many belong to it ("the 112")."""
        return self.entry is not None and "calledByNumber" in self.entry.hints

    def overlaps(self, other: Mention) -> bool:
        return self.start < other.end and other.start < self.end

    def inside(self, start: int, end: int) -> bool:
        return start <= self.start and self.end <= end


_whole = attrgetter(*Mention.__slots__)


@dataclass(slots=True)
class Passage:
    """A sentence, heading or list (a list's items count as one sentence with the line that opens it).

    Args:
        number: Place in the document, from 0.
        text: Cleaned text.
        offsets: For each code point of `text` its place in the document's text; one more for the end.
        kind: The block's kind: heading, paragraph, item, caption.
        mentions: Sorted by place.
        speech: Stretches of the text that are somebody's words: (start, end, speaker's mention or None).
        grammar: Of its language.
        is_read: Whether that language is read; where it is not, there are no mentions.
    """

    number: int
    text: str
    offsets: Sequence[int]
    kind: str
    paragraph: int
    mentions: list[Mention] = field(default_factory=list)
    speech: list[tuple[int, int, Mention | None]] = field(default_factory=list)
    grammar: Grammar = field(default_factory=plain, repr=False, compare=False)
    is_read: bool = True
    _of: dict[tuple[Kind, ...], list[Mention]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _listed: list[Mention] | None = field(default=None, init=False, repr=False, compare=False)

    def keep(self, mentions: list[Mention]) -> None:
        """Set the mentions to some of them."""
        self.mentions = mentions
        self._of.clear()

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where a stretch of this passage stands in the document's text."""
        end = len(self.text) if end is None else end
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def of(self, *kinds: Kind) -> list[Mention]:
        """Mentions of some kinds, in order; the same list at each call, not to be changed."""
        if self._listed is not self.mentions:
            self._listed = self.mentions
            self._of.clear()
        try:  # nearly always known
            return self._of[kinds]
        except KeyError:
            found = self._of[kinds] = [m for m in self.mentions if m.kind in kinds]
            return found

    def speaker_at(self, position: int) -> Mention | None:
        for start, end, who in self.speech:
            if start <= position < end:
                return who
        return None


def cut(
    block: Block, spans: list[tuple[int, int]], first: int, paragraph: int, grammar: Grammar
) -> list[Passage]:
    """The passages of a block, one for each sentence's span."""
    return [
        Passage(
            number=first + i,
            text=block.text[start:end],
            offsets=[*block.offsets[start:end], block.offsets[end - 1] + 1],
            kind=block.kind,
            paragraph=paragraph,
            grammar=grammar,
        )
        for i, (start, end) in enumerate(spans)
        if end > start
    ]
