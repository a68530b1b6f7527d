"""Spans of whole days, as sources give them: a day, a month, a year, or from one day to another."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days as integers (20240601), both ends included; stores agree on integers, not on dates.

    Args:
        earliest: First day, YYYYMMDD.
        latest: Last day, YYYYMMDD, not before `earliest`.
    """

    earliest: int
    latest: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """From "2024", "2024-06", "2024-06-25" or two of these joined by "/".

        Raises:
            ValueError: for anything else, and for days that no calendar has.
        """
        first, _, last = text.partition("/")
        start, end = _ends(first), _ends(last or first)
        if start[0] > end[1]:
            raise ValueError(f"{text!r} ends before it begins")
        return cls(start[0], end[1])

    @classmethod
    def day(cls, day: dt.date) -> Period:
        number = day.year * 10000 + day.month * 100 + day.day
        return cls(number, number)

    @classmethod
    def between(cls, first: dt.date, last: dt.date) -> Period:
        return cls(cls.day(first).earliest, cls.day(last).latest)

    @property
    def text(self) -> str:
        """The shortest form that `parse` reads back to the same period."""
        year, month, day = self.earliest // 10000, self.earliest // 100 % 100, self.earliest % 100
        if self.earliest == self.latest:
            return f"{year:04}-{month:02}-{day:02}"
        if self == Period(year * 10000 + 101, year * 10000 + 1231):
            return f"{year:04}"
        if self == Period(*_ends(f"{year:04}-{month:02}")):
            return f"{year:04}-{month:02}"
        return f"{Period(self.earliest, self.earliest).text}/{Period(self.latest, self.latest).text}"

    def overlaps(self, other: Period) -> bool:
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: Period) -> bool:
        return self.earliest <= other.earliest and other.latest <= self.latest


def _ends(text: str) -> tuple[int, int]:
    match = _ISO.match(text)
    if match is None:
        raise ValueError(f"{text!r} is no day, month or year in ISO form")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not month:
        return year * 10000 + 101, year * 10000 + 1231
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} names a month that does not exist")
    last = calendar.monthrange(year, month)[1]
    if not day:
        return year * 10000 + month * 100 + 1, year * 10000 + month * 100 + last
    if not 1 <= day <= last:
        raise ValueError(f"{text!r} names a day that does not exist")
    number = year * 10000 + month * 100 + day
    return number, number
