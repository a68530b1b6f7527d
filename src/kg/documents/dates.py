"""Dates as letterheads write them; sentences are none of this module's business."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = (
    "januar jänner jan january janvier janv enero januari gennaio stycznia styczeń січня січень",
    "februar feber feb february février févr febrero februari febbraio lutego luty лютого лютий",
    "märz mär mrz march mar mars marzo maart marca marzec березня березень",
    "april apr avril avr abril aprile kwietnia kwiecień квітня квітень",
    "mai may mayo maj maggio mei maja травня травень",
    "juni jun june juin junio giugno czerwca czerwiec червня червень",
    "juli jul july juillet juil julio luglio lipca lipiec липня липень",
    "august aug août agosto augusti augustus sierpnia sierpień серпня серпень",
    "september sept sep septembre septiembre settembre września wrzesień вересня вересень",
    "oktober okt october oct octobre octubre ottobre października październik жовтня жовтень",
    "november nov novembre noviembre listopada listopad листопада листопад",
    "dezember dez december dec décembre déc diciembre dicembre grudnia grudzień грудня грудень",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
DATE = re.compile(
    rf"""(?<![\w./–-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)
    | (?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?(?P<year>\d{{4}}|\d{{2}})(?![\d.]\d|\d)
    | (?P<day2>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?\s*(?:de\s+|of\s+)?(?P<name>{_NAME})\b\.?,?\s*
      (?:de\s+|del\s+)?(?P<year2>\d{{4}})\b
    | (?P<name3>{_NAME})\b\.?\s+(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year3>\d{{4}})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
MONTH = re.compile(rf"\b(?P<name>{_NAME})\b\.?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
STARTS_WITH_MONTH = re.compile(rf"(?:{_NAME})\b", re.IGNORECASE)


# hours from and to, which no paper gives for itself: "15.00 bis 19.00 Uhr", "de 9 h à 17 h", "kl. 9–15", "2 pm to 4 pm"
# and no hour with how long it takes to read: "10:30 – 4 min"
_WORD = r"\s?(?:Uhr|heures|horas|h|am|pm|a\.m\.|p\.m\.)"
_FROM = rf"\d{{1,2}}(?:[.:h]\d\d)?(?:{_WORD})?"
_TO = rf"\d{{1,2}}(?:[.:h]\d\d(?:{_WORD})?|{_WORD})"
_TILL = r"\s?(?:bis|to|until|à|a|till|[–-])\s?"
_HOURS = re.compile(
    rf"(?<![\w./-])(?:{_FROM}{_TILL}{_TO}|kl\.?\s?{_FROM}{_TILL}{_FROM})(?![\w./-])(?!\s?min)",
    re.IGNORECASE,
)
_HOUR_MARK = re.compile(
    r"\d[.:h]\d\d|\d\s?(?:uhr|h|heures|horas|am|pm|[ap]\.m\.)(?!\w)|\bkl\b", re.IGNORECASE
)
# a label of a line that says when something will be
_WHEN = re.compile(
    r"(?<!\w)(?:when|wann|termin|quand|cuándo|när|date and time|datum und uhrzeit|fecha y hora|date et heure)\s?:",
    re.IGNORECASE,
)


# what says before a day that the paper is of it
_OF_PAPER = re.compile(
    r"(?:presse|medien)(?:mitteilung|information|meldung|info)|(?:press|media|news)\s+(?:release|statement)|"
    r"communiqué|nota\s+de\s+prensa|comunicado|pressmeddelande|veröffentlicht|published|publié|publicad[oa]|publicera[dt]",
    re.IGNORECASE,
)


def is_of_occasion(line: str) -> bool:
    """Whether a line with a day says when something will be: by its label, or by the hours from and to.

    Hours say nothing where the line says before its day that the paper is of that.
    """
    if _WHEN.search(line):
        return True
    day = DATE.search(line)
    if day is not None and _OF_PAPER.search(line, 0, day.start()):
        return False
    rest = DATE.sub(" ", line)
    return _HOURS.search(rest) is not None and _HOUR_MARK.search(rest) is not None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line: ISO day or month, and its place in that line."""

    iso: str
    start: int
    end: int


def days(line: str) -> list[Dated]:
    """The days that a line names, in order; 03/04/2025 is read day first, as Europe writes it."""
    found = []
    for match in DATE.finditer(line):
        iso = _iso(match)
        if iso is not None:
            found.append(Dated(iso, *match.span()))
    return found


def month(line: str) -> Dated | None:
    """The first month with a year that a line names."""
    match = MONTH.search(line)
    if match is None:
        return None
    iso = _checked(int(match["year"]), _number(match["name"]), 1)
    return Dated(iso[:7], *match.span()) if iso else None


def parse(text: str) -> str | None:
    """ISO day, month or year of a text that is nothing but a date or a time stamp; None for others."""
    stripped = text.strip()
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", stripped):
        return stripped if stripped[:4] >= "1000" else None
    stamp = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ]\d\d)", stripped)
    if stamp is not None:
        return _checked(*(int(part) for part in stamp.groups()))
    found = days(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(stripped.rstrip(". ")):
        return found[0].iso
    only = month(stripped)
    return only.iso if only and (only.start, only.end) == (0, len(stripped)) else None


def _iso(match: re.Match[str]) -> str | None:
    if match["iso"]:
        year, month_, day = (int(part) for part in match["iso"].split("-"))
    elif match["year"]:
        year, month_, day = int(match["year"]), int(match["month"]), int(match["day"])
        year += 2000 if year < 100 else 0
        if month_ > 12 >= day:
            month_, day = day, month_
    elif match["year2"]:
        year, month_, day = int(match["year2"]), _number(match["name"]), int(match["day2"])
    else:
        year, month_, day = int(match["year3"]), _number(match["name3"]), int(match["day3"])
    return _checked(year, month_, day)


def _number(name: str) -> int:
    """1 to 12; 0 for letters that only a search without case takes for a month's."""
    return MONTHS.get(name.lower(), 0)


def _checked(year: int, month_: int, day: int) -> str | None:
    try:
        return dt.date(year, month_, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None
