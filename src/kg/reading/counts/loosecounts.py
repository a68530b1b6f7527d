"""Numbers of things for which no word of the lexicon stands: what is counted is what the noun behind them says.

The noun may be a quoted word, a symbol of measure, or a stretch of time; a part is counted by the noun of its whole
("30 of the ideas"); and where a number leaves its noun out, it is the one that was counted last ("64 homes were
insulated, 20 got a new roof").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import Literal

from kg.names import XSD
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import number_literal
from kg.reading.passages.frames import Filler, Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_LEAST, _LEAST_OF_PART, _LEAST_BARE, _NEAR_ARTICLE, _FARTHEST_ARTICLE, _ABOUT = 4, 2, 10, 2, 40, 80
_OTHERS = (Kind.THING, Kind.REFERENCE, Kind.PERSON, Kind.PERIOD, Kind.QUOTED)
# "No. 7", "§ 7", "Tel. 7"; "7:30", "7/8", "7-year"
_LABELLED = re.compile(r"(?:[§#/:.]|\b(?:[Nn]r|[Nn]o|[Nn]º|[Nn]°|[Aa]rt|[Tt]el|[Ff]on|[Ff]ax)\.?)\s?$")
_WITHIN = re.compile(r"[\w/:-]")
_YEAR = re.compile(r"(?:19|20)\d\d")  # what is read as a day is no number: this one belongs to a name
_SYMBOL = re.compile(r"\s?([kMGT]?(?:[Wt]|Wh|VA)|[kcm]?m[²³23]|dB|°C|[µm]g/m³)(?![\w/])")
_QUOTED = re.compile(r"\s+[„“”\"«»‚‘’']\s?$")
_BEFORE_BARE = re.compile(r"(?:^|[,;:(–—-])\s*$|([^\W\d_]+)\s+$")
_AFTER_BARE = re.compile(r"\s*(?:[,;.)]|$)|\s+([^\W\d_]+)")
_WHAT = re.compile(rf"[^,.;:!?()\n]{{0,{_ABOUT}}}(?!\w)")


class LooseCounts:
    """Reads counts of anything, for the classes that are there for such (`kg:countsAnything`).

    Args:
        schema: Its classes.
    """

    def __init__(self, schema: Schema) -> None:
        self._classes = [
            (shape.iri, *slots)
            for shape in schema.classes.values()
            if "countsAnything" in shape.hints and (slots := slots_of_number(shape)) is not None
        ]
        self._last: tuple[int, str] | None = (
            None  # the passage in which something was counted last, and its unit
        )

    def forget(self) -> None:
        """Begin a new document."""
        self._last = None

    def read(self, passage: Passage, around: Surroundings, frames: Sequence[Frame]) -> list[Frame]:
        """One frame for each number that nothing else was made of; `frames` are what the passage says besides."""
        numbers = [m for m in passage.of(Kind.NUMBER) if _may_count(m, passage)] if self._classes else []
        numbers = [m for m in numbers if _is_enough(m, passage)]
        if not numbers:
            return []
        used = {f.mention for frame in frames for fs in frame.fillers.values() for f in fs}
        told = [(m, _what_is_counted(m, passage)) for m in numbers if m not in used]
        units = [*self._units(frames), *((m.start, unit) for m, unit in told if unit)]
        found = []
        for number, noun in told:
            unit = noun or self._left_out(number, units, passage)
            if not unit:
                continue
            firmness = around.factuality(number, None, passage, presupposed=True)
            for cls, *paths in self._classes:
                fillers = told_number(paths, number, unit, _words_behind(number, unit, passage), passage)
                found.append(Frame(cls, passage, number.start, number.end, firmness, fillers=fillers))
        if units:
            self._last = (passage.number, max(units)[1])
        return found

    def _units(self, frames: Sequence[Frame]) -> list[tuple[int, str]]:
        """Where a passage counts something by a word of the lexicon, and in what unit."""
        unit_of = {cls: unit for cls, _, unit, _ in self._classes}
        return [
            (frame.start, filler.value.value)
            for frame in frames
            if frame.cls in unit_of
            for filler in frame.fillers.get(unit_of[frame.cls], ())
            if isinstance(filler.value, Literal)
        ]

    def _left_out(self, number: Mention, units: Sequence[tuple[int, str]], passage: Passage) -> str:
        """The unit of a number that stands without its noun: what was counted last, or is next; "" for none."""
        if not (_stands_bare(number, passage) or _is_part(number, passage)):
            return ""
        before = [(at, unit) for at, unit in units if at < number.start]
        behind = [(at, unit) for at, unit in units if at > number.start]
        if before or behind:
            return max(before)[1] if before else min(behind)[1]
        last = self._last
        return last[1] if last is not None and passage.number - last[0] == 1 else ""


def slots_of_number(shape: ClassShape) -> tuple[str, str, str] | None:
    """Where a class keeps a number, its unit, and what it is about."""
    number = next((s.path for s in shape.slots if s.kind == "number"), None)
    unit = next((s.path for s in shape.slots if s.sources == ("Itself",) and s.least), None)
    about = next((s.path for s in shape.slots if s.sources[:1] == ("Following",)), None)
    return (number, unit, about) if number and unit and about else None


def told_number(
    paths: Sequence[str], number: Mention, unit_told: str, words: str, passage: Passage
) -> dict[str, list[Filler]]:
    """What a frame says of a number, in the slots that `slots_of_number` names.

    Args:
        paths: Those slots.
        number: Where it stands.
        unit_told: Its unit.
        words: What it is about.
        passage: In which it stands.
    """
    value, unit, about = paths
    amount = number_literal(number.amount.value if number.amount is not None else 0, XSD + "decimal")
    return {
        value: [Filler(value, passage, number, value=amount)],
        unit: [Filler(unit, passage, None, value=Literal(unit_told))],
        about: [Filler(about, passage, None, value=Literal(words))],
    }


def _what_is_counted(number: Mention, passage: Passage) -> str:
    """The noun, quoted word or symbol that says what a number counts; "" for none."""
    text = passage.text
    symbol = _SYMBOL.match(text, number.end) if number.text[-1:].isdigit() else None
    if symbol is not None:
        return symbol.group(1)
    end = passage.grammar.time_behind(text, number.end)
    if end >= 0:
        return "" if passage.grammar.is_moment(text, number.start, end) else text[number.end : end].strip()
    quoted = next((m for m in passage.of(Kind.QUOTED) if m.start >= number.end), None)
    if quoted is not None and _QUOTED.fullmatch(text, number.end, quoted.start):
        return quoted.text if " " not in quoted.text else ""
    end = _end_of_noun(number, passage)
    return passage.grammar.counted_base(text[number.end : end].split()[-1]) if end >= 0 else ""


def _words_behind(number: Mention, unit: str, passage: Passage) -> str:
    """The words behind a number, which describe what it counts."""
    words = _WHAT.match(passage.text, number.end + 1)
    return words.group(0).strip() if words is not None and words.group(0).strip() else unit


def _may_count(number: Mention, passage: Passage) -> bool:
    """Whether a number may be of things; few of them only where they are not those told before ("the three")."""
    amount, text = number.amount, passage.text
    if amount is None or amount.percent or amount.currency or amount.ordinal or amount.one_of:
        return False
    if _YEAR.fullmatch(number.text):
        return False
    return not (
        _WITHIN.match(text, number.end) or _LABELLED.search(text[max(0, number.start - 8) : number.start])
    )


def _is_enough(number: Mention, passage: Passage) -> bool:
    """Whether a number is worth telling: so few are mostly those of whom the text speaks, but for a part of them."""
    least = _LEAST_OF_PART if _is_part(number, passage) else _LEAST
    return number.amount is not None and number.amount.value >= least


def _is_part(number: Mention, passage: Passage) -> bool:
    """Whether a number is of some of those that were counted ("seven of them", "of 15 prizes six went to …")."""
    text, grammar = passage.text, passage.grammar
    if grammar.is_subset(text, number.start):
        return True
    if grammar.is_elliptic(text, number.end):
        lead = text[max(0, number.start - _FARTHEST_ARTICLE) : number.start].split()[-_NEAR_ARTICLE:]
        if not any(map(grammar.is_article, lead)):  # "the last ten of them"
            return True
    before = [m for m in passage.of(Kind.NUMBER) if m.end <= number.start]
    if not before:
        return False
    whole = before[-1]
    end = max(grammar.counted_behind(text, whole.end), whole.end)
    return not text[end : number.start].strip(" ,") and grammar.is_part_of(text, whole.start)


def _stands_bare(number: Mention, passage: Passage) -> bool:
    """Whether a number stands for so many of something by itself: between small words, verbs and marks.

    One behind a noun is rather part of a label ("room 112").
    """
    text, grammar = passage.text, passage.grammar
    amount = number.amount
    if amount is None or amount.value < _LEAST_BARE or not float(amount.value).is_integer():
        return False
    start = grammar.before_modifiers(text, number.start)
    lead, tail = _BEFORE_BARE.search(text, 0, start), _AFTER_BARE.match(text, number.end)
    if lead is None or tail is None:
        return False
    ends = tail[1] is None or grammar.is_function(tail[1]) or grammar.may_have_verb(tail[1])
    return ends and (lead[1] is None or grammar.is_function(lead[1]) or grammar.is_no_noun(lead[1]))


def _end_of_noun(number: Mention, passage: Passage) -> int:
    """Where the noun behind a number ends; -1 where none stands there, or one that belongs to a name.

    A name before the noun describes it ("nine southern towns"); a part is of what the whole is ("9 of 30 towns"), and
    a noun in lower case that names a kind of thing is one all the same ("364 keepers").
    """
    text = passage.text
    whole = next((m for m in passage.of(Kind.NUMBER) if m.start >= number.end), None)
    gap = text[number.end : whole.start] if whole is not None else ""
    if whole is not None and any(
        map(passage.grammar.part_of_next, (gap, gap[: gap.rstrip().rfind(" ") + 1]))
    ):
        number = whole  # "9 of the nearly 30"
    end = passage.grammar.counted_behind(text, number.end)
    end = end if end >= 0 else passage.grammar.counted_part(text, number.end)
    noun = text.rfind(" ", 0, end) + 1
    others = (m for m in passage.of(*_OTHERS) if m.start < end and noun < m.end)
    return end if all(_is_common(m, number, passage) for m in others) else -1


def _is_common(mention: Mention, number: Mention, passage: Passage) -> bool:
    """Whether what stands where a counted noun does is no name of its own: a group told by its number, or a kind."""
    if mention.kind is Kind.REFERENCE:
        return mention.start == number.start
    return mention.kind is Kind.THING and passage.text[mention.start].islower()
