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
_DECADE = 10


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
    passed, anchor, years = 0, None, None
    if not told or lang.elapsed_units.keys().isdisjoint(tok.vocabulary):
        return found
    for index, word in enumerate(tok.words):
        unit = lang.elapsed_units.get(word)
        compared = _steps(index, tok, lang, _comparisons(lang)) if unit == "year" else None
        compared = compared if compared is not None and _goes_on(index + compared[0], tok) else None
        steps = compared or (_steps(index, tok, lang, _turns(lang)) if unit is not None else None)
        if unit is None or steps is None:
            continue
        start, end = tok.tokens[index - 1].start, tok.tokens[index + steps[0]].end
        while passed < len(told) and told[passed].end <= start:
            limit = told[passed].kind in ("until", "since")
            years = years if limit and not _is_year(told[passed]) else told[passed]
            anchor = anchor if limit else told[passed]
            passed += 1
        last = (
            years if unit == "year" else anchor
        )  # "by 2030 …, ten years later": a limit can be counted from
        before = max(
            (m for m in (last, *found[-1:]) if m and m.end <= start and m.kind != "compared"),
            key=_end,
            default=None,
        )
        period = _moved(before.period, unit, steps[1]) if before is not None else None
        if before is None or period is None or any(m.start < end for m in told[passed : passed + 1]):
            continue
        kind: DateKind = unit if unit in ("year", "month", "day") else "span"
        kind = "compared" if compared is not None else kind
        found.append(replace(before, start=start, end=end, period=period, kind=kind, in_name=False))
    return found


def ahead(
    tok: Tokenised, lang: Language, reference: dt.date | None, taken: Sequence[DateMention]
) -> list[DateMention]:
    """Years that are told by how far off they are ("within eight years"), or by century or decade ("by mid-century").

    Args:
        tok: A text's tokens.
        lang: Its language.
        reference: The day the text was written; without it nothing is far off.
        taken: Days that the text names otherwise; what lies in one of them is none.

    Returns:
        Mentions in order, each a limit: the year by whose end it is to be so.
    """
    found: list[DateMention] = []
    leads, centuries, decades = _aheads(lang)
    stretches = centuries.any_begins(tok.vocabulary) or decades.any_begins(tok.vocabulary)
    if lang.elapsed_units.keys().isdisjoint(tok.vocabulary) and not stretches:
        return found
    for index, word in enumerate(tok.words):
        if lang.elapsed_units.get(word) == "year" and reference is not None and index > 1:
            count, lead = _count(tok.words[index - 1], lang), leads.before(tok.words, index - 1)
            year = reference.year + count if count is not None and count > 1 and lead is not None else None
            first, last = index - 1, index
        elif (half := centuries.at(tok.words, index)) is not None:
            year, first, last = half[1], index, index + half[0] - 1
        elif reference is not None and (part := decades.at(tok.words, index)) is not None:
            year = reference.year // _DECADE * _DECADE + part[1]
            first, last = index, index + part[0] - 1
        else:
            continue
        start, end = tok.tokens[first].start, tok.tokens[last].end
        if year is not None and not any(m.start < end and start < m.end for m in taken):
            found.append(DateMention(start, end, Period.parse(f"{year:04}"), True, "until"))
    return found


@lru_cache(maxsize=16)
def _aheads(lang: Language) -> tuple[Phrases[bool], Phrases[int], Phrases[int]]:
    return Phrases([(phrase, True) for phrase in lang.ahead]), Phrases(lang.centuries), Phrases(lang.decades)


def _steps(index: int, tok: Tokenised, lang: Language, turns: Phrases[int]) -> tuple[int, int] | None:
    """How many tokens turn the unit at an index into a day, and how many units lie between; backwards below 0."""
    if not 0 < index < len(tok.words) - 1:
        return None
    count, turn = _count(tok.words[index - 1], lang), turns.at(tok.words, index + 1)
    return (turn[0], count * turn[1]) if count is not None and turn is not None else None


def _goes_on(index: int, tok: Tokenised) -> bool:
    """Whether a word stands behind the one at an index."""
    return index + 1 < len(tok.words) and tok.words[index + 1][:1].isalpha()


def _is_year(mention: DateMention) -> bool:
    return mention.period.earliest // 10000 == mention.period.latest // 10000


def _end(mention: DateMention) -> int:
    return mention.end


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


@lru_cache(maxsize=16)
def _comparisons(lang: Language) -> Phrases[int]:
    """Phrases that hold a day against another's, which is later (1) or earlier (-1)."""
    return Phrases([*((phrase, 1) for phrase in lang.ahead_of), *((phrase, -1) for phrase in lang.behind_of)])


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
