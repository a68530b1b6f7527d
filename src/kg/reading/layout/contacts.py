"""Contact lines of a document: whom to ask, and which office that person has ("Press: X, spokesperson")."""

from __future__ import annotations

import re
from array import array
from itertools import zip_longest
from typing import Final

from kg.documents import Block, Document
from kg.language.persons import given_names
from kg.reading.layout.lines import line_spans

CONTACT: Final = "contact"
_MOST_WORDS, _MOST_BELOW, _LONGEST_BELOW = 6, 12, 120
_NUMBERED = re.compile(r"[\d@:,;|]")
_CAPITALISED_PAIR = re.compile(r"(?<![\w-])(?=([A-ZÀ-Þ][\w'’-]+)\s+[A-ZÀ-Þ])")
_ADDRESSED = re.compile(r"[\d@:|]|[.!?]$")


def contact_lines(document: Document) -> list[Block]:
    """The contact lines of a document, each a block; a name and what stands alone below it are one.

    Args:
        document: Cleaned, with places kept.
    """
    lines: list[Block] = []
    for block, below in zip_longest(document.blocks, document.blocks[1:]):
        if block.kind == CONTACT:
            own = [_part(block, a, b) for a, b in line_spans(block, document)]
            if own and _is_bare(own[-1].text.rpartition(":")[2]) and below is not None and _is_below(below):
                own.extend(_part(below, a, b) for a, b in line_spans(below, document))
            lines.extend(_together(own))
    return [line for line in lines if line.text.strip()]


def _is_below(block: Block) -> bool:
    """Whether a block of another kind is no more than what stands below a name, and names nobody itself."""
    return (
        block.kind != CONTACT
        and len(block.text) <= _LONGEST_BELOW
        and _ADDRESSED.search(block.text.rstrip()) is None
        and not _names_person(block.text)
    )


def _names_person(text: str) -> bool:
    """Whether a given name stands in a text, with a further name behind it."""
    return any(word in given_names() for word in _CAPITALISED_PAIR.findall(text))


def _together(lines: list[Block]) -> list[Block]:
    """The lines, those that follow one another of a few words alone as one, with one more that has commas."""
    joined: list[Block] = []
    bare = False
    for line in lines:
        goes_on = bare and (_is_bare(line.text) or _may_close(line.text))
        joined.append(_apposed(joined.pop(), line) if goes_on else line)
        bare = _is_bare(line.text.rpartition(":")[2])
    return joined


def _may_close(line: str) -> bool:
    """Whether a line is a few words with commas between ("head of press, Example Institute")."""
    return len(line.split()) <= _MOST_BELOW and _ADDRESSED.search(line.rstrip()) is None


def _is_bare(line: str) -> bool:
    """Whether a line is a few words alone: no number, no address, no list."""
    return 1 <= len(line.split()) <= _MOST_WORDS and _NUMBERED.search(line) is None


def _apposed(one: Block, other: Block) -> Block:
    length = len(one.text.rstrip())
    offsets = [*one.offsets[:length], *([other.offsets[0]] * 2), *other.offsets]
    return Block(f"{one.text.rstrip()}, {other.text}", array("l", offsets), CONTACT, 0)


def _part(block: Block, start: int, end: int) -> Block:
    return Block(block.text[start:end], block.offsets[start : end + 1], CONTACT, 0)
