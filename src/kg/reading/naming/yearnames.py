"""Years right before the name of a place, which they do not count: "2010 Northhaven", "2017 A and 2020 B"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg import language as lang
from kg.periods import Period
from kg.reading.passages.mentions import Kind, Mention

_YEAR = re.compile(r"(?:19|20)\d\d")


def as_years(
    text: str, mentions: Sequence[Mention], places: frozenset[str], determiners: Collection[str]
) -> list[Mention]:
    """The mentions of a text, with such numbers read as years.

    Args:
        text: Of one block.
        mentions: In it.
        places: Classes whose names nothing counts.
        determiners: Words that a number stands behind if it does count ("the 2024 ones").
    """
    begins = {m.start for m in mentions if m.kind is Kind.THING and m.classes & places and not m.genitive}
    return [_read(text, m, determiners) if m.end + 1 in begins else m for m in mentions]


def beside_places(
    dates: Sequence[lang.DateMention], mentions: Sequence[Mention], places: frozenset[str]
) -> set[tuple[int, int]]:
    """Where days stand right behind names of places, if several do: "A 2030, B 2040" names nothing of that year."""
    ends = {m.end + 1 for m in mentions if m.kind is Kind.THING and m.classes & places}
    found = {(d.start, d.end) for d in dates if d.start in ends}
    return found if len(found) > 1 else set()


def _read(text: str, mention: Mention, determiners: Collection[str]) -> Mention:
    if mention.kind is not Kind.NUMBER or _YEAR.fullmatch(mention.text) is None:
        return mention
    if text[: mention.start].rstrip().rpartition(" ")[2].casefold() in determiners:
        return mention
    year = int(mention.text) * 10_000
    return replace(
        mention, kind=Kind.PERIOD, amount=None, period=Period(year + 101, year + 1231), period_kind="year"
    )
