"""What of a document's words is held against those of others: whether it is a reprint, or nearly one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.documents import Document

__all__ = ["sketch_of", "words_of"]

_RUN = 4
_SKETCHED = 64


def words_of(document: Document) -> str:
    """A hash of a document's words below its header; white space and case do not count."""
    return hashlib.sha256(" ".join(_words(document)).encode()).hexdigest()


def sketch_of(document: Document) -> tuple[int, ...]:
    """The least hashes of all runs of four words below the header, sorted; none for a text that is too short."""
    words = _words(document)
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    hashes = sorted(int.from_bytes(hashlib.sha256(run.encode()).digest()[:7]) for run in runs)
    return tuple(hashes[:_SKETCHED]) if len(runs) >= _SKETCHED else ()


def _words(document: Document) -> list[str]:
    after_header = max((end for _, end in _header(document)), default=0)
    return document.text[after_header:].casefold().split()


def _header(document: Document) -> Iterator[tuple[int, int]]:
    if document.metadata.date_from == "front matter" or document.text.startswith("---\n"):
        end = document.text.find("\n---", 4)
        if end > 0:
            yield 0, end + 4
