"""The lines of a document by where they stand: above the text, in its first words, below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.documents import Block, Document
from kg.language import papers

Zone = Literal["site", "head", "opening", "late", "foot", "inside"]

_SHORT, _MOST_IN_HEAD, _MOST_IN_FOOT, _MOST_OF_OPENING = 140, 9, 8, 160
_WRAPPED = 58
_SENTENCE_WORDS, _LEAST_LINES = 6, 2
_MARKS, _CELLS = " \t*_#|>", " | "
_ENTRY_MARK = re.compile(r"\s[–—|-]\s|\w:\s")
# "Dr. Ann Green, head of X", "Councillor Ann Green (chair)", "Ann Green": words with a capital up to a mark or the end
_NAMED = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME_FIRST = re.compile(rf"{_NAMED}(?:\s(?:\w{{1,3}}\s)?{_NAMED}){{1,5}}\s*(?:[,(]|$)")
_BARE_NAME = re.compile(rf"{_NAMED}(?:\s{_NAMED}){{1,2}}$")
_NAME_MARKED = re.compile(rf"{_NAMED}(?:\s(?:\w{{1,3}}\s)?{_NAMED}){{1,5}}(?:,\s|\s\()[^\d]*$")
# "9.30 Uhr", "10:00–10:15", "18 h 30"; no day of a month ("12.03.2025")
_HOUR = re.compile(
    r"[\s•*·>|–—-]*(?:[01]?\d|2[0-4])(?:[.:][0-5]\d(?![\d]|\.\d|\.\s?\d)|\s?h\b(?:\s?[0-5]\d\b)?)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document.

    Args:
        text: Without marks of headings and emphasis.
        start: First code point in the document's text.
        zone: Where it stands: in the title of a web page, above the text, in its first words or soon after them, below
            the text, or in it.
        index: From 0, counted from the head; below the text from the last line upwards.
        kind: Of its block ("heading", "letterhead", …).
    """

    text: str
    start: int
    zone: Zone
    index: int
    kind: str


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that may tell who gave it out, from the first on."""
    rows = [row for block in document.blocks for row in _rows(block, document)]
    if len(rows) < _LEAST_LINES and "(" not in rows[0][0][:_MOST_OF_OPENING] if rows else True:
        return []
    first = next((i for i, row in enumerate(rows) if _is_prose(row)), len(rows))
    window = document.metadata.window_title
    found = [Line(window, 0, "site", 0, "title")] if window else []
    found += [_line(row, "head", i) for i, row in enumerate(rows[: min(first, _MOST_IN_HEAD)])]
    found += [
        _line(row, "head", i)
        for i, row in enumerate(rows[_MOST_IN_HEAD:first], _MOST_IN_HEAD)
        if _labelled(row)
    ]
    if first < len(rows):
        text, start, kind = rows[first]
        found.append(Line(text[:_MOST_OF_OPENING], start, "opening", 0, kind))
    late = [row for row in rows[first + 1 : _MOST_IN_HEAD] if not _is_prose(row)]
    found += [_line(row, "late", i) for i, row in enumerate(late)]
    below = rows[first + 1 :]
    for back, row in enumerate(reversed(below)):
        if row in late:
            continue
        if back < _MOST_IN_FOOT and (not _is_prose(row) or _tells_of_itself(row[0])):
            found.append(_line(row, "foot", back))
        elif _labelled(row):
            found.append(_line((row[0][:_MOST_OF_OPENING], *row[1:]), "inside", back))
    return found


def _line(row: tuple[str, int, str], zone: Zone, index: int) -> Line:
    return Line(row[0], row[1], zone, index, row[2])


def _labelled(row: tuple[str, int, str]) -> bool:
    return len(row[0]) <= _SHORT and (":" in row[0][:40] or row[2] in ("letterhead", "contact"))


def _tells_of_itself(text: str) -> bool:
    """Whether a sentence says whose the text is that it closes."""
    return len(text) <= _SHORT and papers.OF_ITSELF.match(text) is not None


def _is_prose(row: tuple[str, int, str]) -> bool:
    """Whether a line is running text."""
    text, _, kind = row
    if kind in ("heading", "letterhead", "contact", "clutter"):
        return False
    words = text.split()
    ends = text.rstrip(' *_"”»“').endswith((".", "!", "?"))
    quoted = text[:1] in '„“"«»'
    shortened = len(words[-1].rstrip(".")) == 1  # "Foundation of X e. V."
    return len(text) > _SHORT or (len(words) >= _SENTENCE_WORDS and ends and not quoted and not shortened)


def _rows(block: Block, document: Document) -> list[tuple[str, int, str]]:
    """A block, line by line where its lines are no running text that was wrapped."""
    if not block.text.strip():
        return []
    spans = _spans(block, document)
    parts = [block.text[a:b].strip(_MARKS) for a, b in spans]
    if len(spans) < 2 or (block.kind in ("paragraph", "item") and _is_wrapped(parts)):
        return [(block.text.strip(_MARKS), block.offsets[0], block.kind)]
    return [(p, block.offsets[a], block.kind) for p, (a, _) in zip(parts, spans, strict=True) if p]


def _is_wrapped(parts: Sequence[str]) -> bool:
    """Whether lines are one running text: long ones, or a sentence that goes on over their ends."""
    if 2 * sum(len(p) >= _WRAPPED for p in parts) > len(parts):
        return True
    ends = parts[-1].rstrip(' "”»“)').endswith((".", "!", "?"))
    return (
        ends
        and sum(len(p.split()) for p in parts) > _SENTENCE_WORDS
        and any(p[:1].islower() for p in parts[1:])
    )


def _spans(block: Block, document: Document) -> Sequence[tuple[int, int]]:
    """Where the lines of a block begin and end; ends of lines mean nothing in HTML."""
    return [(0, len(block.text))] if document.media_type == "text/html" else line_spans(block, document)


def line_spans(block: Block, document: Document) -> Sequence[tuple[int, int]]:
    """Where the lines of a block begin and end, as its source has them."""
    cuts = [0]
    for at, char in enumerate(block.text):
        if char == " " and at and "\n" in document.text[block.offsets[at - 1] : block.offsets[at + 1]]:
            cuts.append(at + 1)
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(block.text)], strict=True)]


def opens_with_hour(text: str) -> bool:
    """Whether a line is an entry of a programme: an hour stands before all else."""
    return _HOUR.match(text) is not None


def unwrapped(block: Block, document: Document) -> list[Block]:
    """A paragraph, or its lines where they are entries of a list: most with a mark or a name first, none a sentence.

    Lines of a programme begin with an hour each; what stands in a line below goes with that.
    """
    spans = _spans(block, document) if block.kind in ("paragraph", "heading") else []
    if hours := [a for a, b in spans if opens_with_hour(block.text[a:b])]:
        cuts = sorted({0, *hours, len(block.text)})
        return [
            Block(block.text[a:b], block.offsets[a : b + 1], block.kind, block.level)
            for a, b in itertools.pairwise(cuts)
        ]
    parts = [block.text[a:b].strip() for a, b in spans]
    if len(parts) < _LEAST_LINES or not all(map(_is_entry, parts)):
        return [block]
    kind = block.kind
    if kind == "heading" and not all(_CELLS in p for p in parts):
        if 2 * sum(_NAME_MARKED.match(p) is not None for p in parts) >= len(parts):
            kind = "item"
        elif len(parts) <= _LEAST_LINES or any(map(_BARE_NAME.match, parts)):
            return [block]  # a headline of two lines, or somebody's name and office
    elif 2 * sum(map(_is_marked, parts)) <= len(parts):
        return [block]
    return [Block(block.text[a:b], block.offsets[a : b + 1], kind, block.level) for a, b in spans]


def _is_marked(line: str) -> bool:
    """Whether a line looks like an entry: a dash or a colon in it, or a name at its head."""
    return _ENTRY_MARK.search(line) is not None or _NAME_FIRST.match(line) is not None


def _is_entry(line: str) -> bool:
    return (
        len(line) <= _SHORT and not line[:1].islower() and not line.endswith((".", "!", "?", ",", ";", "-"))
    )
