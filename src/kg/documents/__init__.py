"""Read a file of any supported format, clean it, keep offsets into the original."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from kg.documents import cleaning, docx, html, markdown, metadata, pdf
from kg.documents import text as plain
from kg.documents.model import Block, Document, Extract, Kind, Metadata, Source
from kg.errors import DocumentError
from kg.names import slug

__all__ = [
    "LIMIT",
    "SUFFIXES",
    "Block",
    "Document",
    "Kind",
    "Metadata",
    "Source",
    "find",
    "from_text",
    "read",
    "unsupported",
]

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".html": "text/html",
        ".htm": "text/html",
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
LIMIT = 50_000_000


def read(path: Path, *, name: str | None = None, limit: int = LIMIT) -> Document:
    """Read one file.

    Args:
        path: The file; its suffix says its format.
        name: What to call it; the slug of the file's stem when left out.
        limit: Most text allowed, in bytes of a text file or code points of an extracted text.

    Returns:
        The document; its blocks' offsets count code points of `Document.text`.

    Raises:
        DocumentError: KG201 unreadable, KG202 empty, KG203 binary, KG204 wrong encoding, KG205 PDF without
            text, KG206 broken or locked, KG207 too large, KG208 unsupported suffix, KG209 faulty header.
    """
    media_type = SUFFIXES.get(path.suffix.lower())
    if media_type is None:
        raise _unsupported(path)
    data = _bytes(path, limit if media_type.startswith("text/") else limit * 4)
    extract = _extract(path.suffix.lower(), data, str(path), limit)
    if not extract.lines:
        raise _empty(path, "nothing but blanks or markup")
    return _document(extract, path, name or path.stem, media_type, data)


def from_text(text: str, *, name: str = "text", language: str | None = None) -> Document:
    """A document made of a string instead of a file: plain text, Markdown's marks understood.

    Args:
        text: The whole text; may be empty.
        name: What to call it.
        language: Of the text, where it is known; looked for when left out.
    """
    extract = markdown.from_text(text, name, strict=False)
    if language is not None:
        extract = replace(extract, metadata=replace(extract.metadata, language=language))
    data = text.encode("utf-8", "surrogatepass")
    return _document(extract, Path(f"{slug(name)}.txt"), name, "text/plain", data)


def find(folders: Sequence[Path]) -> list[Path]:
    """The supported files in folders and below, sorted; hidden files and folders are passed over.

    Args:
        folders: Folders, or single files.

    Raises:
        DocumentError: KG201 for a folder that does not exist or may not be read.
    """
    return sorted({path for path in _files(folders) if path.suffix.lower() in SUFFIXES})


def unsupported(folders: Sequence[Path]) -> list[Path]:
    """The files that `find` leaves out for their suffix, sorted.

    Raises:
        DocumentError: as `find`.
    """
    return sorted({path for path in _files(folders) if path.suffix.lower() not in SUFFIXES})


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_file():
            yield folder
            continue
        if not folder.is_dir():
            raise _unreadable(folder, "nothing of that name", "a folder or a file")
        for place, inner, names in os.walk(folder, onerror=_refuse):
            inner[:] = sorted(one for one in inner if not one.startswith("."))
            yield from (Path(place) / one for one in names if not one.startswith("."))


def _refuse(fault: OSError) -> None:
    raise _unreadable(
        Path(fault.filename or ""), fault.strerror or "an error", "a folder that may be read"
    ) from None


def _bytes(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise _unreadable(path, "no regular file", "a file")
        if size > limit:
            raise pdf.too_large(str(path), size, limit)
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        raise _unreadable(
            path, getattr(fault, "strerror", None) or str(fault), "a file that may be read"
        ) from None
    if not data.strip():
        raise _empty(path, f"{len(data)} bytes, none of them text")
    return data


def _extract(suffix: str, data: bytes, at: str, limit: int) -> Extract:
    if suffix == ".pdf":
        return pdf.extract(data, at, limit)
    if suffix == ".docx":
        return docx.extract(data, at, limit)
    if suffix in (".html", ".htm"):
        return html.extract(data, at)
    return markdown.extract(data, at) if suffix == ".md" else plain.extract(data, at)


def _document(extract: Extract, path: Path, name: str, media_type: str, data: bytes) -> Document:
    blocks = cleaning.blocks(extract)
    return Document(
        name=slug(name),
        path=path,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        text=extract.text,
        blocks=blocks,
        metadata=metadata.complete(extract, blocks),
        notes=extract.notes,
    )


def _unreadable(path: Path, found: str, want: str) -> DocumentError:
    return DocumentError(
        "KG201",
        "file that cannot be read",
        at=str(path),
        found=found,
        want=want,
        do="check the path and its permissions",
    )


def _empty(path: Path, found: str) -> DocumentError:
    return DocumentError(
        "KG202",
        "empty document",
        at=str(path),
        found=found,
        want="some text",
        do="remove the file or fill it",
    )


def _unsupported(path: Path) -> DocumentError:
    return DocumentError(
        "KG208",
        "unsupported kind of file",
        at=str(path),
        found=path.suffix or "no suffix",
        want=", ".join(SUFFIXES),
        do="convert the file, or leave it out",
    )
