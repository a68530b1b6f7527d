"""The day that a document gives for itself in a line at its head or foot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import wraps

from kg import language as lang
from kg.documents import Block, Document
from kg.documents.dates import is_of_occasion
from kg.language import papers
from kg.periods import Period
from kg.reading.layout.chronicle import is_dated
from kg.reading.layout.lines import line_spans, opens_with_hour
from kg.reading.naming.annotating import Annotator

_FIRST_LINES, _LAST_LINES, _SHORT_LINE = 4, 3, 120
_MOST_OF_LINE, _HEADED, _MOST_OF_DATELINE = 0.6, 100, 8
_MASTHEAD_WORDS, _MASTHEAD_LINES, _HEAD_BLOCKS, _MOST_BELOW = 8, 4, 2, 3
_MOST_ITEM_WORDS, _LEAST_ITEMS, _LEAST_HOURS, _LEAST_ROWS = 3, 3, 2, 3
# a news agency's name in brackets, behind place and day
_AGENCY = re.compile(
    r"^\W*[A-ZÄÖÜÉŁŠŽ][^()\n]{2,60}\(([\w][\w .&/-]{2,30})\)\s*(?:[–—:.-]|,\s\d|$|(?=[A-ZÄÖÜ„“\"»\d]))"
)
_PLACE_AND_DAY = re.compile(
    r"^\W*[A-ZÄÖÜÉ][\w./ -]{2,40},[^,]{0,12}\d(?:[^,–]{4,28}?|[^,–]{0,12}, \d{4}\W{0,2})(?=[-–:,(]|\.\s)"
)
# "date 2025-03", as a crawler stamps a page
_STAMP = re.compile(r"\W*(?:date|datum|fecha|data)\b\W*((?:19|20)\d\d-\d\d(?:-\d\d)?)\W*", re.I)
_YEAR_BEHIND = re.compile(r"(.+?)\s((?:19|20)\d\d)")
# "issue 1/2026" gives the year alone
_ISSUE = re.compile(r"(?<![/.])\b\d{1,2}\s?/\s?(20\d\d)\b")
_STATED = re.compile(
    r"\b(?:version|fassung|announcement of|"
    r"latest update|last update|last modified|letzte änderung|dernière modification|última modificación|senast ändrad|"
    r"letzte aktualisierung|última actualización|senaste uppdatering|"
    r"stand|aktualisiert|erstellt|updated|last updated|mis à jour|mise à jour|actualizado|actualizada|uppdaterad|"
    r"publicado|publicada|publié|publiée|publicerad|posted|niederschrift|protokoll|sitzung vom|sitzung am|minutes|"
    r"edited|last edited|bearbeitet|geändert|procès-verbal|acta|sammanträde|protokoll från)\b",
    re.IGNORECASE,
)
# a line that says when something will be
_OF_EVENT = re.compile(
    r"^\W*(?:when|wann|termin|quand|cuándo|när|beginn|uhrzeit|venue|where|wo|ort|lieu|lugar|plats)\s?:", re.I
)
# what stands below the name in a masthead: what the paper is, or which part of the sender made it
_MASTHEAD = re.compile(
    r"stellungnahme|erklärung|offener brief|positionspapier|\bstatement\b|open letter|"
    r"presse|\bpress\b|medien|\bmedia\b|nieuws|persbericht|prasow|stampa|prensa|\bnews\b|noticia|nyhet|"
    r"mitteilung|melding|aussendung|information|newsletter|kommunikation|communication|comunica|gemeinderat|stadtrat|"
    r"niederschrift|protokoll|minutes|geschäftsstelle|sekretariat|secretariat|\boffice\b|büro|biuro|referat|"
    r"abteilung|dezernat|journal|bulletin|bekendtgør|tiedote|rådhus|rathaus|ayuntamiento|gabinete|cabinet",
    re.IGNORECASE,
)
# words of which the menus of web pages are made
_MENU = frozenset(
    re.findall(
        r"\w+",
        "studium forschung hochschule international aktuelles kontakt presse news noticias "
        "agenda trámites ayuntamiento startseite home themen service politik kultur "
        "sport wirtschaft verwaltung rathaus bürger tourismus karriere about politics "
        "culture events members archive research study contact actualités "
        "services politique économie campus einrichtungen fakultäten universität bürgerservice leben "
        "wohnen bauen freizeit familie bildung umwelt verkehr nyheter kalender "
        "kontakta om search suche menü menu login newsletter mediathek "
        "shop abo zum inhalt springen skip to content front page visit services ",
    )
)
# the day, hour and month with which a news agency signs off: "081542 Oct 24"
_SIGNED_OFF = re.compile(r"^\W*(\d{2})[0-2]\d[0-5]\d\s+([A-Za-z][a-zäA-Z]{2,3})\.?\s+(\d{2})\W*$")
_YEAR, _MONTH = re.compile(r"(?:19|20)\d\d"), re.compile(r"(?:0[1-9]|1[0-2])")
_LEAST_OF_TRAIL = 2
_TRAIL_MARK = re.compile(r"\s*[›»>]\s*")
_TRAIL = re.compile(r"[›»>]|\|\s*(?:Menü|Menu|EN|DE)\b")


def stated_day(document: Document, annotator: Annotator) -> Period | None:
    """The one day that a short line at the head gives along with little else."""
    if document.metadata.digest:
        return None
    if sum(map(opens_with_hour, _all_lines(document))) >= _LEAST_HOURS:
        return next(
            _said_elsewhere(document, annotator), None
        )  # the day at its head is that of the programme
    for line in (*document.metadata.letterhead_lines, *_short_lines(document)[:_FIRST_LINES]):
        days = _dated(line, annotator)
        if len(days) == 1 and (
            len(line.split()) <= _MOST_OF_DATELINE
            or any(
                len(part.split()) <= 4 and _dated(part, annotator)
                for part in re.split(r"\s[|·•]\s", line)[1:]
            )
            or annotator.grammar.gives_out.search(line)
            or not line.rstrip().endswith(".")
        ):
            return days[0]
    opening = _opening(document)[:_SHORT_LINE]
    placed = _PLACE_AND_DAY.match(opening)
    days = _dated(placed.group(0), annotator) if placed else []
    if placed and not days and len(in_month := _months(placed.group(0), annotator)) == 1:
        return in_month[0]
    for day in _said_elsewhere(document, annotator):
        return day
    stamps = (_STAMP.fullmatch(line) for line in _head(document)[:_FIRST_LINES])
    stamped = [period(m.group(1)) for m in stamps if m is not None]
    if known := [day for day in stamped if day is not None]:
        return known[0]
    head = _head(document)[:_FIRST_LINES]
    months = [m for line in head if not _is_sentence(line) for m in _months(line, annotator)]
    month = months[0] if len(months) == 1 else None
    if len(days) == 1 and (month is None or month.earliest <= days[0].earliest <= month.latest):
        return days[0]
    if month is not None:
        return month
    issues = [m for line in head if (m := _ISSUE.search(line)) is not None]
    if len(issues) == 1 and not months:
        return Period.parse(issues[0].group(1))
    return None if months else _month_of_trail(document, annotator) or _year_of_section(head)


def _is_sentence(line: str) -> bool:
    """Whether a line tells something, so that its months are those of what it tells."""
    return line.rstrip().endswith(".") and len(line.split()) > _MOST_OF_DATELINE


def period(text: str) -> Period | None:
    """A day, month or year in ISO form; None where there is none such ("2025-02-31")."""
    try:
        return Period.parse(text)
    except ValueError:
        return None


def _month_of_trail(document: Document, annotator: Annotator) -> Period | None:
    """The month in which a page's trail of links ends: "News › Releases June 2025", "Politics › 2025 › 05"."""
    for line in list(_lines(document))[:_FIRST_LINES]:
        for row in line.split("\n") if len(line) <= _SHORT_LINE else ():
            parts = [part.strip() for part in _TRAIL_MARK.split(row)]
            if len(parts) < _LEAST_OF_TRAIL:
                continue
            months = _months(parts[-1], annotator)
            if len(months) == 1 and len(parts[-1].split()) <= _MOST_ITEM_WORDS:
                return months[0]
            if _YEAR.fullmatch(parts[-2]) and _MONTH.fullmatch(parts[-1]):
                return period(f"{parts[-2]}-{parts[-1]}")
    return None


def _year_of_section(head: Sequence[str]) -> Period | None:
    """The year behind the name of a section of a page: "News 2021"."""
    parts = (part for line in head for part in re.split(r"\s*[|·•›»>]\s*", line))
    years = [m for part in parts if (m := _YEAR_BEHIND.fullmatch(part.strip())) is not None]
    return next((Period.parse(m.group(2)) for m in years if papers.RUBRIC.fullmatch(m.group(1))), None)


def _said_elsewhere(document: Document, annotator: Annotator) -> Iterator[Period]:
    """Days in lines that say what they are: when a page was made, when a meeting was, when an agency signed off."""
    lines = list(_lines(document))
    for line in lines[:_FIRST_LINES]:
        head = line[:_HEADED]
        days = _dated(head, annotator)
        if len(line) > _SHORT_LINE and len(days) == 1 and re.search(r"\s[·|•]\s", head):
            yield days[0]
    for at, line in enumerate(lines):
        said = _STATED.search(line) or annotator.grammar.gives_out.search(line)
        days = (
            _dated(line, annotator)
            if said and len(line) <= (2 * _SHORT_LINE if at < _FIRST_LINES else _SHORT_LINE)
            else []
        )
        if len(days) == 1 and (at < _FIRST_LINES or not line.rstrip().endswith(".")):
            yield days[0]
        signed = _SIGNED_OFF.match(line)
        if signed is not None:
            yield from _dated(f"{signed[1]}. {signed[2].capitalize()} 20{signed[3]}", annotator)[:1]


def _opening(document: Document) -> str:
    """The first paragraph: the first long block, or a shorter one that opens with a place and the day."""
    return next(
        (b.text for b in document.blocks if len(b.text) > _SHORT_LINE or _opens_with_agency(b.text)), ""
    )


def _opens_with_agency(text: str) -> bool:
    """Whether a text goes on behind an agency's name in brackets (a name alone with its abbreviation does not)."""
    agency = _AGENCY.match(text)
    return agency is not None and bool(text[agency.end() :].strip())


def _of_last(found: Callable[[Document], list[str]]) -> Callable[[Document], list[str]]:
    """Keeps what was found in the document asked for last: its lines are gone through in many ways."""
    last: list[tuple[Document, list[str]]] = []

    @wraps(found)
    def kept(document: Document) -> list[str]:
        one = last[0] if last else None
        if one is None or one[0] is not document:
            one = (document, found(document))
            last[:] = [one]
        return list(one[1])

    return kept


def _lines(document: Document) -> Iterator[str]:
    return iter(_all_lines(document))


@_of_last
def _all_lines(document: Document) -> list[str]:
    """All lines but those of a table or chronicle, whose days are of what they tell."""
    lines = list(_lines_of(document))
    rows = [line for line in lines if is_dated(line)]
    return lines if len(rows) < _LEAST_ROWS else [line for line in lines if line not in rows]


def _lines_of(document: Document) -> Iterator[str]:
    """The blocks of a document, those of a letterhead line by line; none of a menu's that stands before all."""
    for number, block in enumerate(document.blocks[_menu_length(document) :]):
        listed = block.kind == "letterhead" or (block.kind == "contact" and number < _HEAD_BLOCKS)
        if not listed and not (number < _HEAD_BLOCKS and _is_name_over_line(block, document)):
            yield from [block.text] if block.text.strip() else []
            continue
        lines = (block.text[begin:end].strip() for begin, end in line_spans(block, document))
        yield from (line for line in lines if line)


def _is_name_over_line(block: Block, document: Document) -> bool:
    """Whether the last of several lines is one that stands below a name in a masthead, and none ends a sentence."""
    lines = [t.strip() for t in document.text[block.offsets[0] : block.offsets[-1]].split("\n")]
    last = lines[-1]
    return (
        1 < len(lines) <= _MASTHEAD_LINES
        and len(last.split()) <= _MOST_BELOW
        and _is_below_name(last)
        and not any(t.endswith((".", "!", "?")) for t in lines)
    )


def _menu_length(document: Document) -> int:
    """How many blocks at the head of a page are the items of a menu: several of few words, outside the text."""
    items = itertools.takewhile(
        lambda b: b.kind == "clutter" and len(b.text.split()) <= _MOST_ITEM_WORDS, document.blocks
    )
    count = sum(1 for _ in items)
    return count if count >= _LEAST_ITEMS else 0


def _is_trail(line: str) -> bool:
    """Whether a line is a trail of links or a page's menu."""
    words = re.findall(r"[^\W\d_]+", line.casefold())
    listed = sum(w in _MENU for w in words)
    return _TRAIL.search(line) is not None or (len(words) > 2 and listed >= _MOST_OF_LINE * len(words))


def _is_below_name(line: str) -> bool:
    """Whether a short line says what a paper is, or which part of its sender made it."""
    bare = line.replace(" ", "") if re.fullmatch(r"(?:\S )+\S", line.strip()) else line
    return len(line.split()) <= _MASTHEAD_WORDS + 6 and _MASTHEAD.search(bare) is not None


@_of_last
def _head(document: Document) -> list[str]:
    """The short lines before the first long block: letterhead and headlines."""
    lines = (t for t in _lines(document) if not _is_trail(t))
    return list(itertools.takewhile(lambda t: len(t) <= _SHORT_LINE, lines))


def _short_lines(document: Document) -> list[str]:
    """The lines in which a text says who gave it out, and when: short ones at its head and foot."""
    texts = list(_lines(document))
    edges = texts[:_FIRST_LINES] + texts[max(_FIRST_LINES, len(texts) - _LAST_LINES) :]
    return [t for t in edges if len(t) <= _SHORT_LINE]


def _dated(line: str, annotator: Annotator) -> list[Period]:
    if _OF_EVENT.match(line) or is_of_occasion(line):
        return []
    days = (d.period for d in lang.dates(line, annotator.language, None) if d.kind == "day")
    return list(dict.fromkeys(days))  # "7 May | … | sent on 7 May at 7:16" gives one


def _months(line: str, annotator: Annotator) -> list[Period]:
    return [d.period for d in lang.dates(line, annotator.language, None) if d.kind == "month"]
