"""Days, periods and numbers as people of a language write them."""

from __future__ import annotations

import re

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?\Z")
_NUMERIC = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger", "positiveInteger")
# Up to here a number may be a year, and nobody divides it.
_SHORT = 4


def period_text(text: str, language: str) -> str:
    """`2024-06-25` as `25 June 2024`, two days joined by a slash with a dash; anything else as it is."""
    first, slash, last = text.partition("/")
    if not slash:
        return _moment(first, language)
    return f"{_moment(first, language)} – {_moment(last, language)}"


def _moment(text: str, language: str) -> str:
    match = _ISO.match(text)
    if match is None or language not in _MONTHS:
        return text
    year, month, day = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return text
    name = _MONTHS[language][int(month) - 1]
    if day is None:
        return f"{name} {year}"
    return f"{int(day)}. {name} {year}" if language == "de" else f"{int(day)} {name} {year}"


def day_text(number: str, language: str) -> str:
    """A day as a number YYYYMMDD, as a date; anything else as it is."""
    return _moment(iso(number), language)


def iso(number: str) -> str:
    """`20240625` as `2024-06-25`; anything else as it is."""
    return f"{number[:4]}-{number[4:6]}-{number[6:]}" if number.isdigit() and len(number) == 8 else number


def is_number(datatype: str) -> bool:
    return datatype.rpartition("#")[2] in _NUMERIC


def number_text(text: str, language: str) -> str:
    """Thousands set apart from ten thousand on, with the language's decimal sign; anything else as it is."""
    match = _NUMBER.match(text)
    if match is None:
        return text
    sign, whole, part = match.groups()
    comma, stop = (",", ".") if language != "de" else (".", ",")
    grouped = f"{int(whole):,}".replace(",", comma) if len(whole) > _SHORT else whole
    return f"{sign}{grouped}{stop + part if part else ''}"
