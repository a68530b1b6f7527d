"""What layout and wording tell about a document beyond what its own header says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg import ready
from kg.documents import dates, layout
from kg.documents.model import Block, DateFrom, Extract, Line, Metadata
from kg.language import SPOKEN

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_CODES = "bg ca cs da de el en es et fi fr hr hu is it lt lv mt nl nn no pl pt ro sk sl sq sr sv tr uk"
LANGUAGES = tuple(_CODES.split())
"""Languages that are told apart: a text in one that nobody reads must not pass for its neighbour."""
_PRINTED = re.compile(
    r"druck|ausgedruckt|abgerufen|abruf|printed|print date|retrieved|accessed|consult[ée]|imprim|"
    r"impreso|utskriv|stampato",
    re.I,
)
_UPDATED = re.compile(
    r"stand\b|aktualisier|ge[äa]ndert|änderung|updated?|modifi|mise? à jour|actualizad|uppdater|aggiornat",
    re.I,
)
_PUBLISHED = re.compile(
    r"ver(?:ö|oe)ffentlich|erschien|publi[sckéez]|publié|posted|pressemitteilung|press release|pubblicat",
    re.I,
)
_CAPITAL = r"[^\W\d_a-zäöüß][\w.'’-]*"
_JOINED = rf"[ /-](?:{_CAPITAL}|am|an|der|im|bei|de|la|le|sur|del|upon|van|aan|av|och|i)"
_PLACE = rf"{_CAPITAL}(?:{_JOINED}){{0,4}}(?:\s\([^()]{{1,30}}\))?"
_WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "(?:maan|dins|woens|donder|vrij|zater|zon)dag|"
    "(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
)
_AFTER_DATELINE = re.compile(
    r"\s?(?:[)\]][.:]?\s?(?:[–—|-]\s?)?|[.,]?\s?[–—|]\s?|\.\s?-\s?|\s-\s|:\s|\.\s(?=[^\W\d_a-zäöüß]|[«“\"]))\S"
)
_BEFORE_DATELINE = re.compile(
    r"(?:\([\w/ -]{2,12}\)\s)?[(\[]?\s?"
    rf"(?:{_PLACE}(?:\s?,|\s?[-–—|/])\s{{0,2}}(?:(?:den|le|am|the|el|il|on)\s)?|(?:Den|Le|El)\s)?"
    rf"(?:(?:{_WEEKDAYS}),?\s(?:(?:den|the|le|el)\s)?)?"
)
_LABELLED = re.compile(
    r"\s*[*_|#]*\s*(?:datum|date|fecha|data|dato|stand|issued|sitzung vom|meeting date|date of meeting|"
    r"sammanträdesdatum|(?:mise?|publiée?|publication|parution)(?: en ligne)?|"
    r"veröffentlicht|online(?: seit)?|(?:veröffentlichungs|erscheinungs)datum|published|posted|"
    r"(?:publication|release) date|date de (?:publication|parution|mise en ligne)|fecha de publicación|publicad[oa]|"
    r"gepubliceerd(?: op)?|publicatiedatum|geplaatst(?: op)?|"
    r"publicera[dt]|publiceringsdatum)[*_]*\s*(?:[:|]|\b(?:am|seit|on|le|el|den|online|en ligne le|op)\b)\s*[*_]*\s*",
    re.I,
)
_ITEM_MARK = re.compile(r"\s*[•·*–-]\s+")
_HEAD_LINES, _LABEL_REACH = 15, 40
_LANGUAGE_SAMPLE, _STRETCH = 20_000, 160
_BELOW_THE_TEXT = 4
_LEAST_LETTERS = 20
_CLEARLY = 20.0
"""By so much must the logarithm of a likelihood be greater: lines of foreign names reach 9, sentences 100."""
_MOST_LETTERHEAD_LINES = 40


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that may be the document's; the lowest rank wins, then the first place."""

    rank: int
    start: int
    end: int
    iso: str
    source: DateFrom


def complete(extract: Extract, blocks: Sequence[Block]) -> Metadata:
    """The header's metadata, and what layout adds where the header is silent.

    Args:
        extract: Its lines carry the hints that `cleaning.blocks` gave them.
        blocks: The cleaned blocks of the same text.
    """
    known = extract.metadata
    spans = dict(known.spans)
    title, date, date_from, address = known.title, known.date, known.date_from, known.address
    if title is None and (heading := _title(blocks)):
        title, spans["title"] = heading.text, heading.span(0, len(heading.text))
    # A digest's own dates are those of what it retells.
    if date is None and not known.digest and (best := _date(extract, blocks)) is not None:
        date, date_from, spans["date"] = best.iso, best.source, (best.start, best.end)
    if address is None and (place := _address(extract)) is not None:
        address, spans["address"] = extract.text[slice(*place)], place
    return replace(
        known,
        title=title,
        date=date,
        date_from=date_from,
        address=address,
        language=known.language or language(_running(blocks)),
        spans=spans,
        letterhead_lines=_once((*_letterhead(extract, blocks), *known.letterhead_lines))[
            :_MOST_LETTERHEAD_LINES
        ],
        hosts=_once((*_hosts(extract), *(h for a in (address,) if a and (h := host(a))), *known.hosts)),
    )


def _title(blocks: Sequence[Block]) -> Block | None:
    headings = [block for block in blocks if block.kind == "heading"]
    return next(
        (block for block in headings if len(block.text.split()) >= 3), headings[0] if headings else None
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


# The date of publication


def _date(extract: Extract, blocks: Sequence[Block]) -> _Candidate | None:
    found: list[_Candidate] = []
    above = ""
    body = next((block.span(0, 1)[0] for block in blocks if block.kind == "paragraph"), len(extract.text))
    for line in extract.lines:
        if line.hint == "letterhead" and len(line.bare) <= 300 and not _PRINTED.search(above[-30:]):
            stamped = _stamped(extract.text, line)
            # A bare day below the text may be any day that the text announces.
            late = line.start > body
            found += [replace(c, rank=c.rank + _BELOW_THE_TEXT) if late and c.rank else c for c in stamped]
        above = line.bare if not any(map(str.isdigit, line.bare)) else ""
    found += [c for line in extract.lines[:_HEAD_LINES] if (c := _labelled(extract.text, line)) is not None]
    paragraphs = [block for block in blocks if block.kind in ("paragraph", "item")][:4]
    found += [candidate for block in paragraphs if (candidate := _dateline(block)) is not None]
    return min(found, key=lambda candidate: (candidate.rank, candidate.start), default=None)


def _stamped(text: str, line: Line) -> list[_Candidate]:
    """Dates of a letterhead's line; a second one without a word of its own is when it was printed."""
    raw = text[line.start : line.end]
    if dates.is_of_occasion(raw):
        return []
    if not (layout.is_stamp(line.bare) or layout.is_kind_of_paper(line.bare)):
        return []
    found: list[_Candidate] = []
    at = 0
    for number, day in enumerate(days := dates.days(raw)):
        rank = _rank(raw[at : day.start], first=number == 0)
        at = day.end
        if rank is not None:
            found.append(
                _Candidate(rank, line.start + day.start, line.start + day.end, day.iso, "letterhead")
            )
    if (
        not days
        and (month := dates.month(raw)) is not None
        and _rank(raw[: month.start], first=True) is not None
    ):
        found.append(_Candidate(4, line.start + month.start, line.start + month.end, month.iso, "letterhead"))
    return found


def _labelled(text: str, line: Line) -> _Candidate | None:
    """ "Date: 28 January 2026" at the head of minutes, whatever else the line says behind it."""
    raw = text[line.start : min(line.end, line.start + 2 * _LABEL_REACH)]
    raw = raw if (mark := _ITEM_MARK.match(raw)) is None else f"{' ' * mark.end()}{raw[mark.end() :]}"
    label = _LABELLED.match(raw)
    day = next(iter(dates.days(raw[label.end() :])), None) if label is not None else None
    if label is None or day is None or day.start > 0:
        return None
    at = line.start + label.end()
    return _Candidate(1, at + day.start, at + day.end, day.iso, "letterhead")


def _rank(before: str, *, first: bool) -> int | None:
    if _PRINTED.search(before):
        return None
    if _PUBLISHED.search(layout.URL.sub(" ", before)):
        return 0
    if _UPDATED.search(layout.URL.sub(" ", before)):
        return 3
    return 1 if first else None


def _dateline(block: Block) -> _Candidate | None:
    """ "Northhaven, 7 May 2025 – …" at the start of a paragraph."""
    head = block.text[:120]
    day = next(iter(dates.days(head)), None)
    if day is None or not _AFTER_DATELINE.match(head, day.end):
        return None
    if not _BEFORE_DATELINE.fullmatch(head[: day.start]):
        return None
    start, end = block.span(day.start, day.end)
    return _Candidate(2, start, end, day.iso, "dateline")


# Who published it


def _letterhead(extract: Extract, blocks: Sequence[Block]) -> list[str]:
    """Letterhead lines that may be names, then short headings above the first paragraph but the title."""
    senders = (line for line in extract.lines if line.hint in ("letterhead", "contact"))
    found = [line.bare for line in senders if _may_name(line.bare)]
    title = _title(blocks)
    for block in blocks:
        if block.kind == "paragraph":
            break
        if block.kind == "heading" and block is not title and len(block.text.split()) <= 6:
            found.append(block.text)
    return found


def _may_name(bare: str) -> bool:
    if not any(c.isalpha() for c in bare) or layout.MAIL.search(bare) or layout.PHONE.search(bare):
        return False
    if layout.is_stamp(bare) or layout.is_cue(bare) or layout.is_postcode(bare):
        return False
    return not layout.is_letterhead(bare) or bool(layout.HOST.search(bare))


def _hosts(extract: Extract) -> list[str]:
    found: list[str] = []
    for line in extract.lines:
        if line.hint not in ("letterhead", "contact") or line.size > 2000:
            continue
        raw = extract.text[line.start : line.end]
        places = [(m.start(), m.group()) for m in (*layout.URL.finditer(raw), *layout.HOST.finditer(raw))]
        places += [(m.start(), m.group().rsplit("@", 1)[1]) for m in layout.MAIL.finditer(raw)]
        found += [h for _, address in sorted(places) if (h := host(address))]
    return found


def host(address: str) -> str | None:
    """The host of a web address, lower case, without "www."."""
    try:
        name = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    name = (name or "").removeprefix("www.").rstrip(".")
    return name if "." in name and "@" not in name else None


def _address(extract: Extract) -> tuple[int, int] | None:
    """The address that a printed web page carries at its head, together with its date."""
    for line in extract.lines[:10]:
        raw = extract.text[line.start : line.end]
        match = layout.URL.match(raw) if line.hint == "letterhead" and line.size <= 2000 else None
        if match is not None and dates.days(raw[match.end() :]) and match.group().startswith("http"):
            return line.start, line.start + match.end()
    return None


# The language


def language(text: str) -> str | None:
    """The language of a running text, one of `LANGUAGES`; None below 20 letters.

    One that is not read is only told of texts that are clearly no other's: a line of foreign names is not foreign.

    Args:
        text: Its first 20,000 code points are looked at; where its beginning, midst and end agree, no others.
    """
    sample = text[:_LANGUAGE_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return None
    middle, last = (len(sample) - _STRETCH) // 2, len(sample) - _STRETCH
    told = (
        {_ranked(sample[at : at + _STRETCH])[0][0] for at in (0, middle, last)}
        if last > 2 * _STRETCH
        else set[str]()
    )
    return min(told) if len(told) == 1 and told <= set(SPOKEN) else _language_of(sample)


def other_language(text: str, own: str) -> str | None:
    """The language of a text that is clearly in another than its document; None where it may be in that one."""
    ranked = _ranked(text[:_LANGUAGE_SAMPLE])
    first, sure = ranked[0]
    as_sure = dict(ranked).get(own)
    return first if as_sure is None or sure - as_sure > _CLEARLY else None


def _language_of(text: str) -> str:
    ranked = _ranked(text)
    first, sure = ranked[0]
    spoken, as_sure = next(each for each in ranked if each[0] in SPOKEN)
    return first if sure - as_sure > _CLEARLY else spoken


def _ranked(text: str) -> list[tuple[str, float]]:
    """Languages with the logarithms of how likely they are, the likeliest first."""
    return [(str(code), float(likely)) for code, likely in _identifier().rank(text)]


def _running(blocks: Sequence[Block]) -> str:
    """Headings, paragraphs and items; whatever there is where there are none."""
    taken: list[str] = []
    size = 0
    for block in blocks:
        if block.kind in ("heading", "paragraph", "item") and size < _LANGUAGE_SAMPLE:
            taken.append(block.text[:_LANGUAGE_SAMPLE])
            size += len(block.text)
    return "\n".join(taken)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import LanguageIdentifier

    # To unpack the model of all languages takes most of a second.
    *model, rows = ready.kept("languages", "py3langid", _model)
    return LanguageIdentifier(*model, tk_row=rows)


def _model() -> tuple[Any, ...]:
    """The parts of the model, as far as they tell `LANGUAGES` apart."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE)
    whole.set_languages(list(LANGUAGES))
    told = whole.nb_ptc.copy(), whole.nb_pc.copy(), whole.nb_classes
    return *told, whole.tk_nextmove, whole.tk_output, whole.tk_row
