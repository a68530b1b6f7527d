"""Days told by the time since another day of the same sentence: "signed in March and sent a month later"."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.language.common import Phrases, Tokenised
from kg.language.model import DateKind, DateMention, Language, Unit
from kg.periods import Period

# Sources count weeks loosely.
_AROUND_WEEKS = 3
_MOST = 40


def elapsed(tok: Tokenised, lang: Language, told: Sequence[DateMention]) -> list[DateMention]:
    """Days so and so long after or before the last one told.

    Args:
        tok: A text's tokens.
        lang: Its language.
        told: The days that the text names otherwise, in order.

    Returns:
        Mentions in order; none where no day was told before, or where a day is named at the same place. What is
        counted in years is known to the year, in months to the month, in days to the day.
    """
    found: list[DateMention] = []
    for index in range(len(tok.words)):
        one = _at(index, tok, lang, [*told, *found])
        if one is not None and not any(one.start < m.end and m.start < one.end for m in told):
            found.append(one)
    return found


def _at(index: int, tok: Tokenised, lang: Language, told: Sequence[DateMention]) -> DateMention | None:
    unit = lang.elapsed_units.get(tok.words[index])
    if unit is None or index == 0:
        return None
    count = _count(tok.words[index - 1], lang)
    turn = _turns(lang).at(tok.words, index + 1) if index + 1 < len(tok.words) else None
    start = tok.tokens[index - 1].start
    before = [m for m in told if m.end <= start and m.kind not in ("until", "since")]
    if count is None or turn is None or not before:
        return None
    anchor = max(before, key=lambda m: m.end)
    period = _moved(anchor.period, unit, count * turn[1])
    if period is None:
        return None
    end = tok.tokens[index + turn[0]].end
    kind: DateKind = unit if unit in ("year", "month", "day") else "span"
    return replace(anchor, start=start, end=end, period=period, kind=kind, in_name=False)


def _count(word: str, lang: Language) -> int | None:
    if word in lang.ones:
        return 1
    number = int(word) if word.isdecimal() else lang.small_numbers.get(word)
    return number if number is not None and 0 < number <= _MOST else None


@lru_cache(maxsize=16)
def _turns(lang: Language) -> Phrases[int]:
    """Phrases that turn a stretch of time into a day: after (1) or before (-1) the one told."""
    return Phrases(
        [*((phrase, 1) for phrase in lang.afterwards), *((phrase, -1) for phrase in lang.beforehand)]
    )


def _moved(anchor: Period, unit: Unit, by: int) -> Period | None:
    first = _date(anchor.earliest)
    if unit == "year":
        year = first.year + by
        return Period.parse(f"{year:04}") if dt.MINYEAR <= year <= dt.MAXYEAR else None
    if anchor.latest // 100 != anchor.earliest // 100:
        return None  # a month after a year or a season is no month
    if unit == "month":
        months = first.year * 12 + first.month - 1 + by
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return Period.between(dt.date(year, month + 1, 1), dt.date(year, month + 1, last))
    if anchor.latest != anchor.earliest:
        return None
    days = dt.timedelta(days=by * (7 if unit == "week" else 1))
    around = dt.timedelta(days=_AROUND_WEEKS if unit == "week" else 0)
    return Period.between(first + days - around, first + days + around)


def _date(number: int) -> dt.date:
    return dt.date(number // 10000, number // 100 % 100, number % 100)
