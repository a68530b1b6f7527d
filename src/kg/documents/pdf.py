"""PDF: the text of the pages, a form feed between two of them."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from kg.documents import markdown, text
from kg.documents.model import Extract, Metadata
from kg.errors import DocumentError

_SOFTWARE = re.compile(
    r"microsoft|word\b|adobe|indesign|acrobat|libreoffice|openoffice|writer|python|latex|pdf|quark|"
    r"chrom|skia|wkhtml|canon|"
    r"xerox|ricoh|scan|user|admin|unknown|unbekannt|anonym|owner|default",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\.(?:docx?|odt|indd|pdf|rtf|pptx?|xlsx?|qxd)\b|^untitled|^unbenannt|^document\d*$|^microsoft|^about:",
    re.I,
)


def extract(data: bytes, at: str, limit: int) -> Extract:
    """Text of a PDF, page by page.

    Raises:
        DocumentError: KG205 where the pages hold no text (scans), KG206 for a broken or locked file,
            KG207 past `limit` code points.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _broken(
                at, "an encrypted PDF", "one that opens without a password", "save it without a password"
            )
        pages = _pages(reader, at, limit)
        properties = reader.metadata
        metadata = _metadata(properties, " ".join(pages[:3]))
    except DocumentError:
        raise
    # pypdf raises whatever its parser stumbles over: a strange file must still give one message.
    except Exception as fault:
        raise _broken(
            at, f"{type(fault).__name__}: {fault}"[:160], "a PDF that pypdf can read", "export it again"
        ) from None
    whole = "\f".join(pages)
    if not whole.strip():
        raise DocumentError(
            "KG205",
            "PDF without text",
            at=at,
            found=f"{len(pages)} pages of pictures",
            want="pages with text",
            do="run it through text recognition first",
        )
    return Extract(whole, markdown.marked(whole, text.cut(whole), markup=False), False, metadata)


def _pages(reader: Any, at: str, limit: int) -> list[str]:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        # A form feed inside a page, or half a surrogate pair, would count as something it is not.
        raw = page.extract_text().replace("\f", "\n").replace("\x00", "")
        pages.append(raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        size += len(raw)
        if size > limit:
            raise too_large(at, size, limit)
    return pages


def _metadata(properties: Any, head: str) -> Metadata:
    if properties is None:
        return Metadata()
    title, author = (" ".join(str(value or "").split()) for value in (properties.title, properties.author))
    usable = bool(title) and not _NO_TITLE.search(title) and _words(title) <= _words(head)
    return Metadata(
        title=title if usable else None,
        letterhead_lines=(author,) if author and not _SOFTWARE.search(author) else (),
    )


def _words(written: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", written)}


def too_large(at: str, size: int, limit: int) -> DocumentError:
    """KG207, with both sizes."""
    return DocumentError(
        "KG207",
        "document too large",
        at=at,
        found=f"{size:,} characters or bytes",
        want=f"at most {limit:,}",
        do="split it, or raise the limit",
    )


def _broken(at: str, found: str, want: str, do: str) -> DocumentError:
    return DocumentError("KG206", "file that cannot be opened", at=at, found=found, want=want, do=do)
