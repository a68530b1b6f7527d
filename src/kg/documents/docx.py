"""Word documents: paragraphs, headings, lists and tables in order; page headers and footers as letterhead."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, Literal

from kg.documents.model import Extract, Line, Metadata
from kg.documents.pdf import too_large
from kg.errors import DocumentError

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|rubrik)\s?(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|titre|título)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|aufzählung|listen)\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|beschriftung|légende)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:word document|document\d*|dokument\d*|python-docx.*|untitled)$|\.docx?$", re.IGNORECASE
)
Mark = Literal["", "heading", "item", "caption", "clutter", "letterhead", "row"]


def extract(data: bytes, at: str, limit: int) -> Extract:
    """Text of a Word document: one paragraph a line, blank lines between.

    Raises:
        DocumentError: KG206 for a broken or locked file, KG207 past `limit`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist() if part.filename.endswith(".xml"))
        if size > limit * 10:
            raise too_large(at, size, limit * 10)
        import docx

        document = docx.Document(io.BytesIO(data))
        found = _paragraphs(document)
        metadata = _metadata(document.core_properties)
    except DocumentError:
        raise
    # Broken packages end in zipfile's, lxml's or python-docx's own errors, KeyError among them.
    except Exception as fault:
        raise DocumentError(
            "KG206",
            "file that cannot be opened",
            at=at,
            found=f"{type(fault).__name__}: {fault}"[:160],
            want="a Word document without a password",
            do="open it in a word processor and save it again",
        ) from None
    whole, lines = _write(found)
    if len(whole) > limit:
        raise too_large(at, len(whole), limit)
    return Extract(whole, lines, False, metadata)


def _paragraphs(document: Any) -> list[tuple[str, Mark, int]]:
    found: list[tuple[str, Mark, int]] = [(one.text, "letterhead", 0) for one in _edges(document, "header")]
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            found += [(_row(row), "row", 1) for row in part.rows]
        else:
            found.append((part.text, *_mark(part)))
    found += [(one.text, "letterhead", 0) for one in _edges(document, "footer")]
    return found


def _edges(document: Any, side: str) -> list[Any]:
    """Paragraphs of the first section's page header or footer, its first page's too."""
    section = document.sections[0] if len(document.sections) else None
    if section is None:
        return []
    names = (f"first_page_{side}", side) if section.different_first_page_header_footer else (side,)
    return [one for name in names for one in getattr(section, name).paragraphs]


def _row(row: Any) -> str:
    cells: list[str] = []
    for cell in row.cells:
        content = " ".join(cell.text.split())
        if content and (not cells or cells[-1] != content):
            cells.append(content)
    return " | ".join(cells)


def _mark(paragraph: Any) -> tuple[Mark, int]:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    heading = _HEADING.match(style)
    if heading:
        return "heading", int(heading[1])
    if _TITLE.match(style):
        return "heading", 1
    if _CAPTION.match(style):
        return "caption", 0
    properties = paragraph._p.pPr
    if _LIST.match(style) or (properties is not None and properties.numPr is not None):
        deeper = re.search(r"\d", style)
        return "item", int(deeper.group()) if deeper else 1
    return "", 0


def _write(found: list[tuple[str, Mark, int]]) -> tuple[str, list[Line]]:
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for content, mark, level in found:
        for number, part in enumerate(part for part in content.splitlines() if part.strip()):
            between = ("\n" if number else "\n\n") if lines else ""
            written = " ".join(part.split())
            at += len(between)
            kept: Mark = "" if number and mark == "item" else mark
            bare = written if len(written) <= 600 else ""
            lines.append(Line(at, at + len(written), 0 if number else 1, not lines, kept, level, bare))
            pieces += [between, written]
            at += len(written)
    return "".join(pieces), lines


def _metadata(properties: Any) -> Metadata:
    title = " ".join((properties.title or "").split())
    author = " ".join((properties.author or "").split())
    return Metadata(
        title=title if title and not _NO_TITLE.search(title) else None,
        letterhead_lines=(author,) if author and not _NO_TITLE.search(author) else (),
    )
