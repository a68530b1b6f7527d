"""Whether two values say the same."""

from __future__ import annotations

import calendar
import re
import unicodedata
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from kg.verifying.matching import Node


def alike(one: Node, other: Node) -> bool:
    """Whether two values are the same: equal; the same days; texts that differ in case and accents alone."""
    if one == other:
        return True
    if isinstance(one, Literal) and isinstance(other, Literal):
        return _folded(one.value) == _folded(other.value) or same_number(one, other)
    days = [_days(term.value) for term in (one, other) if isinstance(term, NamedNode)]
    return len(days) == 2 and days[0] == days[1] is not None


def _folded(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―\s]+", " ", bare).split())


def same_number(one: Node, other: Node) -> bool:
    """Whether two literals of one datatype write the same number."""
    if not (isinstance(one, Literal) and isinstance(other, Literal) and one.datatype == other.datatype):
        return False
    try:
        return Decimal(one.value) == Decimal(other.value)
    except InvalidOperation:
        return False


def _days(iri: str) -> tuple[str, str] | None:
    """First and last day of a period, from its address."""
    match = re.search(r"/id/period/(\d{4}(?:-\d\d){0,2})(?:--(\d{4}(?:-\d\d){0,2}))?\Z", iri)
    if match is None:
        return None
    first, last = match[1], match[2] or match[1]
    return first + "-01" * (2 - first.count("-")), _last_day(last)


def _last_day(text: str) -> str:
    year, month, day = ([*map(int, text.split("-")), 0, 0])[:3]
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"
