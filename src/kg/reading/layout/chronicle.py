"""Chronicles: lines that begin with a day or a number and say one thing each, though no blank line parts them."""

from __future__ import annotations

import re

from kg.documents import Block, Document
from kg.reading.layout.lines import line_spans

# "28.04.2022 – …", "April 2024: …", "12 May 2025 | …", "Picture 3: …"
_DATED = re.compile(
    r"[\s*•·–-]{0,4}(?:[^\W\d_]{1,12}\.?\s){0,2}\d[\w./-]{0,11}(?:\s[\w.]{1,12}){0,2}\s*[–—:|]\s"
)
_LEAST = 2


def is_dated(text: str) -> bool:
    """Whether a line begins with a day or a number, and a mark that parts it from what is said of it."""
    return _DATED.match(text) is not None


def lines_of_chronicle(block: Block, document: Document) -> list[Block]:
    """A block, or its lines where several of them begin with a day or a number."""
    if not is_dated(block.text) or document.media_type == "text/html":
        return [block]
    spans = line_spans(block, document)
    begins = [a for a, b in spans if is_dated(block.text[a:b])]
    if len(begins) < _LEAST:
        return [block]
    ends = [*begins[1:], len(block.text)]
    return [_part(block, a, b) for a, b in zip(begins, ends, strict=True)]


def is_of_chronicle(place: int, document: Document) -> bool:
    """Whether a place in a document's text stands in a chronicle, whose days say nothing of the document's own."""
    blocks = [b for b in document.blocks if b.text and b.offsets[0] <= place <= b.offsets[-1]]
    rows = sum(is_dated(b.text) for b in document.blocks)
    return any(
        len(lines_of_chronicle(block, document)) > _LEAST or (rows > _LEAST and is_dated(block.text))
        for block in blocks
    )


def _part(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end].rstrip()
    return Block(text, block.offsets[start : start + len(text) + 1], block.kind, block.level)
