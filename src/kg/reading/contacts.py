"""Contact lines of a document: whom to ask, and which office that person has ("Press: X, spokesperson")."""

from __future__ import annotations

import re
from array import array
from typing import Final

from kg.documents import Block, Document
from kg.reading.lines import line_spans

CONTACT: Final = "contact"
_MOST_WORDS = 6
_NUMBERED = re.compile(r"[\d@:,;|]")


def contact_lines(document: Document) -> list[Block]:
    """The contact lines of a document, each a block; a name and what stands alone below it are one.

    Args:
        document: Cleaned, with places kept.
    """
    lines: list[Block] = []
    for block in document.blocks:
        if block.kind == CONTACT:
            lines.extend(_together([_part(block, a, b) for a, b in line_spans(block, document)]))
    return [line for line in lines if line.text.strip()]


def _together(lines: list[Block]) -> list[Block]:
    """The lines, those that follow one another of a few words alone as one."""
    joined: list[Block] = []
    bare = False
    for line in lines:
        is_bare = _is_bare(line.text)
        joined.append(_apposed(joined.pop(), line) if bare and is_bare else line)
        bare = is_bare
    return joined


def _is_bare(line: str) -> bool:
    """Whether a line is a few words alone: no number, no address, no list."""
    return 1 <= len(line.split()) <= _MOST_WORDS and _NUMBERED.search(line) is None


def _apposed(one: Block, other: Block) -> Block:
    length = len(one.text.rstrip())
    offsets = [*one.offsets[:length], *([other.offsets[0]] * 2), *other.offsets]
    return Block(f"{one.text.rstrip()}, {other.text}", array("l", offsets), CONTACT, 0)


def _part(block: Block, start: int, end: int) -> Block:
    return Block(block.text[start:end], block.offsets[start : end + 1], CONTACT, 0)
