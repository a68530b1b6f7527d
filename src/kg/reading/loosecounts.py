"""Numbers of things for which no word of the lexicon stands: what is counted is what the noun behind them says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import Literal

from kg.names import XSD
from kg.reading.context import Surroundings
from kg.reading.frames import Filler, Frame
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.pool import number_literal
from kg.schema import ClassShape, Schema

_LEAST, _ABOUT = 4, 80
_OTHERS = (Kind.THING, Kind.REFERENCE, Kind.PERSON, Kind.PERIOD, Kind.QUOTED)
# "No. 7", "§ 7", "Tel. 7"; "7:30", "7/8", "7-year"
_LABELLED = re.compile(r"(?:[§#/:.]|\b(?:[Nn]r|[Nn]o|[Nn]º|[Nn]°|[Aa]rt|[Tt]el|[Ff]on|[Ff]ax)\.?)\s?$")
_WITHIN = re.compile(r"[\w/:-]")
_YEAR = re.compile(r"(?:19|20)\d\d")  # what is read as a day is no number: this one belongs to a name
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

    def read(self, passage: Passage, around: Surroundings, frames: Sequence[Frame]) -> list[Frame]:
        """One frame for each number that nothing else was made of; `frames` are what the passage says besides."""
        numbers = [m for m in passage.of(Kind.NUMBER) if _may_count(m, passage)] if self._classes else []
        if not numbers:
            return []
        used = {f.mention for frame in frames for fs in frame.fillers.values() for f in fs}
        found = []
        for number in numbers:
            end = _end_of_noun(number, passage) if number not in used else -1
            if end < 0:
                continue
            firmness = around.factuality(number, None, passage, presupposed=True)
            for cls, *paths in self._classes:
                fillers = told_number(paths, number, *_what_is_counted(number, end, passage), passage)
                found.append(Frame(cls, passage, number.start, number.end, firmness, fillers=fillers))
        return found


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


def _what_is_counted(number: Mention, end: int, passage: Passage) -> tuple[str, str]:
    """The noun behind a number, and the words that begin with what describes it."""
    noun = passage.grammar.counted_base(passage.text[number.end : end].split()[-1])
    words = _WHAT.match(passage.text, number.end + 1)
    return noun, words.group(0).strip() if words is not None else noun


def _may_count(number: Mention, passage: Passage) -> bool:
    """Whether a number may be of things, and of so many that somebody counted them."""
    amount, text = number.amount, passage.text
    if amount is None or amount.percent or amount.currency or amount.ordinal or amount.one_of:
        return False
    if amount.more:
        return False  # than those who were named, whose number counts
    if not float(amount.value).is_integer() or amount.value < _LEAST or _YEAR.fullmatch(number.text):
        return False
    if _WITHIN.match(text, number.end) or _LABELLED.search(text[max(0, number.start - 8) : number.start]):
        return False
    return not passage.grammar.counts_time(text, number.end)


def _end_of_noun(number: Mention, passage: Passage) -> int:
    """Where the noun behind a number ends; -1 where none stands there, or one that belongs to a name.

    A name before the noun describes it ("nine southern towns"); a part is of what the whole is ("9 of 30 towns").
    """
    text = passage.text
    whole = next((m for m in passage.of(Kind.NUMBER) if m.start >= number.end), None)
    gap = text[number.end : whole.start] if whole is not None else ""
    if whole is not None and any(
        map(passage.grammar.part_of_next, (gap, gap[: gap.rstrip().rfind(" ") + 1]))
    ):
        number = whole  # "9 of the nearly 30"
    end = passage.grammar.counted_behind(text, number.end)
    noun = text.rfind(" ", 0, end) + 1
    return -1 if any(m.start < end and noun < m.end for m in passage.of(*_OTHERS)) else end
