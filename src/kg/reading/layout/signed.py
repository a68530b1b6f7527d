"""A person and an office on lines of their own, one below the other: under letters, on cards, in boxes.

"Ann Green / Head", "The head / Ann Green", "Ann Green / Press officer / Example Institute": they are read as one line,
in apposition, and so is an office that heads a paragraph which begins with who holds it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import Protocol

from kg.documents import Block

_LONGEST_LINE, _LEAST_OF_NAME = 90, 2
_CLOSING = " ,:"
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_FIRST_NAMES = re.compile(rf"{_NAME}(?:\s(?:[a-zß-ÿ]{{2,3}}\s)?{_NAME}){{1,4}}")


class Namer(Protocol):
    """What knows of a line's names."""

    def office_end(self, text: str) -> int:
        """Where the office ends that opens a line; 0 where none does."""

    def body_end(self, text: str) -> int:
        """Where the name of a body ends that opens a line; 0 where none does."""

    def is_person(self, text: str) -> bool:
        """Whether a line is a person's name and nothing else."""


def joined(blocks: Sequence[Block], namer: Namer) -> list[Block]:
    """The same blocks, those of a person and an office as one.

    Args:
        blocks: Running text, in order.
        namer: Knows of names.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        taken, block = _signature(blocks[at : at + 3], namer)
        found.append(block)
        at += taken
    return found


def glued(one: Block, other: Block, glue: str) -> Block:
    """Two blocks as one, with some characters between that stand nowhere in the document."""
    offsets = [*one.offsets[:-1], *([one.offsets[-1]] * len(glue)), *other.offsets]
    return Block(text=one.text + glue + other.text, offsets=array("l", offsets), kind="paragraph", level=0)


def _signature(blocks: Sequence[Block], namer: Namer) -> tuple[int, Block]:
    """How many blocks belong together, and what they are as one."""
    first, *rest = blocks
    if not rest or not _is_line(first):
        return 1, first
    second, *further = rest
    if _is_line(second) and namer.is_person(_bare(first)) and _is_office(second, namer):
        whole = glued(_without_mark(first), second, ", ")
        if further and namer.office_end(second.text) == len(second.text) and _is_body(further[0], namer):
            return 3, glued(whole, further[0], ", ")
        return 2, whole
    if 0 < namer.office_end(_bare(first)) == len(_bare(first)) and _begins_with_person(second, namer):
        return 2, glued(_without_mark(first), second, " ")
    return 1, first


def _is_line(block: Block) -> bool:
    return 0 < len(block.text) <= _LONGEST_LINE and not _SENTENCE_END.search(block.text)


def _bare(block: Block) -> str:
    return block.text.rstrip(_CLOSING)


def _without_mark(block: Block) -> Block:
    text = _bare(block)
    return Block(text, block.offsets[: len(text) + 1], block.kind, block.level)


def _is_office(block: Block, namer: Namer) -> bool:
    """Whether a line is an office, with no more behind it than where it is held."""
    text = block.text
    end = namer.office_end(text)
    if not end or end == len(text):
        return end > 0
    behind = text[end:].lstrip(_CLOSING)
    words = behind.split(" ", 2)
    leads = [
        " ".join(words[:count]) for count in range(len(words)) if all(w.islower() for w in words[:count])
    ]
    return any((rest := behind[len(lead) :].lstrip()) and namer.body_end(rest) == len(rest) for lead in leads)


def _is_body(block: Block, namer: Namer) -> bool:
    return _is_line(block) and namer.body_end(block.text) == len(block.text)


def _begins_with_person(block: Block, namer: Namer) -> bool:
    name = _FIRST_NAMES.match(block.text)
    words = name[0].split(" ") if name is not None else []
    return any(
        namer.is_person(" ".join(words[:count])) for count in range(len(words), _LEAST_OF_NAME - 1, -1)
    )
