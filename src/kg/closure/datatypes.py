"""Values of literals: whether a datatype has them, and whether two are the same.

Source:
    OWL 2 Profiles (W3C, 2012), section 4.2 (the datatypes of OWL 2 RL); XML Schema Part 2 (W3C, 2012).
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from kg.names import RDF, RDFS, XSD

__all__ = ["belongs", "differ"]

_STRINGS = {
    "string": r"[\s\S]*",
    "normalizedString": r"[^\r\n\t]*",
    "token": r"(?:[^\s]+(?: [^\s]+)*)?",
    "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
    "NMTOKEN": r"[\w.:\-]+",
    "Name": r"[^\W\d][\w.:\-]*|:[\w.:\-]*",
    "NCName": r"[^\W\d][\w.\-]*",
}
_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_DAY = r"-?(?:[1-9][0-9]{3,}|0[0-9]{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)"
_OTHERS = {
    "dateTime": f"{_DAY}T{_CLOCK}{_ZONE}?",
    "dateTimeStamp": f"{_DAY}T{_CLOCK}{_ZONE}",
    "date": f"{_DAY}{_ZONE}?",
    "time": f"{_CLOCK}{_ZONE}?",
    "gYear": rf"-?(?:[1-9][0-9]{{3,}}|0[0-9]{{3}}){_ZONE}?",
    "gYearMonth": rf"-?(?:[1-9][0-9]{{3,}}|0[0-9]{{3}})-(?:0[1-9]|1[0-2]){_ZONE}?",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:[A-Za-z0-9+/]\s*)*(?:=\s*){0,2}",
    "anyURI": r"[^<>\"{}|\\^`\s]*",
}
_PATTERNS = {XSD + name: re.compile(form) for name, form in (_STRINGS | _OTHERS).items()}
_NO_LEAST = -math.inf
_BOUNDS: dict[str, tuple[float, float]] = {
    "integer": (_NO_LEAST, math.inf),
    "nonNegativeInteger": (0, math.inf),
    "positiveInteger": (1, math.inf),
    "nonPositiveInteger": (_NO_LEAST, 0),
    "negativeInteger": (_NO_LEAST, -1),
    **{f"{name}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
       for name, bits in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))},
    **{f"unsigned{name}": (0, 2**bits - 1)
       for name, bits in (("Long", 64), ("Int", 32), ("Short", 16), ("Byte", 8))},
}  # fmt: skip
_INTEGERS = {XSD + name: bounds for name, bounds in _BOUNDS.items()}
_TEXTS = {XSD + name for name in _STRINGS}
_REAL = {*_INTEGERS, XSD + "decimal"}
_FLOATS = (XSD + "float", XSD + "double")


def belongs(literal: Literal, datatype: str) -> bool | None:
    """Whether the value of a literal is one of a datatype's; None for a datatype that is not known.

    A literal whose text is no form of its own datatype has no value, and belongs nowhere.
    """
    own = literal.datatype.value
    if datatype in (RDFS + "Literal", own):
        return _is_well_formed(literal) if own in _KNOWN else None if datatype == own else True
    if datatype not in _KNOWN or own not in _KNOWN:
        return None
    if not _is_well_formed(literal):
        return False
    if datatype == RDF + "PlainLiteral":
        return own in _TEXTS or own == RDF + "langString"
    if datatype in _TEXTS and own in _TEXTS:
        return _PATTERNS[datatype].fullmatch(literal.value) is not None
    if datatype in _REAL and own in _REAL:
        return _is_real(literal, datatype)
    if datatype == XSD + "dateTimeStamp" and own == XSD + "dateTime":
        return _PATTERNS[datatype].fullmatch(literal.value) is not None
    return datatype == XSD + "dateTime" and own == XSD + "dateTimeStamp"


def _is_real(literal: Literal, datatype: str) -> bool:
    number = Decimal(literal.value)
    if datatype not in _INTEGERS:
        return True
    least, most = _INTEGERS[datatype]
    return number == number.to_integral_value() and least <= number <= most


def _is_well_formed(literal: Literal) -> bool:
    return _form(literal.value, literal.datatype.value)


@lru_cache(maxsize=65_536)
def _form(text: str, datatype: str) -> bool:
    if datatype in _INTEGERS:
        least, most = _INTEGERS[datatype]
        return _WHOLE.fullmatch(text) is not None and least <= int(text) <= most
    if datatype in _PATTERNS:
        return _PATTERNS[datatype].fullmatch(text) is not None and (datatype not in _DATED or _is_day(text))
    return _CHECKS[datatype](text)


def _is_day(text: str) -> bool:
    """Whether the month of a date has that day."""
    found = _YEAR_MONTH_DAY.match(text)
    if found is None:
        return False
    year, month, day = map(int, found.groups())
    # A year before the first one, or after the last that Python counts, is as long as one of four centuries later.
    return day <= monthrange(year % 400 + 400, month)[1]


_YEAR_MONTH_DAY = re.compile(r"-?([0-9]+)-([0-9]{2})-([0-9]{2})")
_DATED = {XSD + name for name in ("date", "dateTime", "dateTimeStamp")}
_CHECKS: dict[str, Callable[[str], bool]] = {
    XSD + "decimal": lambda text: _DECIMAL.fullmatch(text) is not None,
    XSD + "float": lambda text: _DOUBLE.fullmatch(text) is not None,
    XSD + "double": lambda text: _DOUBLE.fullmatch(text) is not None,
    XSD + "boolean": lambda text: text in _BOOLEANS,
    RDF + "langString": lambda text: True,
    RDF + "PlainLiteral": lambda text: True,
}
_KNOWN = {*_INTEGERS, *_PATTERNS, *_CHECKS}


def differ(one: Literal, other: Literal) -> bool | None:
    """Whether two literals stand for different values; None where that cannot be said."""
    if one == other:
        return False
    kinds = one.datatype.value, other.datatype.value
    if not {*kinds} <= _KNOWN or not (_is_well_formed(one) and _is_well_formed(other)):
        return None
    if {*kinds} <= _REAL:
        return Decimal(one.value) != Decimal(other.value)
    if kinds[0] == kinds[1] and kinds[0] in _FLOATS:
        return _float(one.value) != _float(other.value)
    if kinds == (XSD + "boolean", XSD + "boolean"):
        return _BOOLEANS[one.value] != _BOOLEANS[other.value]
    if {*kinds} <= _TEXTS:
        return one.value != other.value
    if kinds == (RDF + "langString", RDF + "langString"):
        return (one.value, (one.language or "").lower()) != (other.value, (other.language or "").lower())
    # Of times in different zones, and of bytes in different spellings, nothing is claimed.
    return None if kinds[0] == kinds[1] else True


def _float(text: str) -> float:
    return float(text.replace("INF", "inf"))
