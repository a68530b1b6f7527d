"""Blocks in another language than their document's: summaries, translations, what a page says around a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import language as lang
from kg.documents import Block
from kg.documents.metadata import other_language

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 6
_OWN = 0.12
"""A text has at least such a share of small words of its own language, as nearly all sentences have."""
_RUNNING = 0.35
"""At least such a share of its words are in small letters where it is more than names."""


def tongues(blocks: Sequence[Block], code: str) -> list[str]:
    """The language of each block, by ISO 639 code.

    Args:
        blocks: Of one document, in order.
        code: The document's language: also that of lists of names, and of whatever is too short to tell.
    """
    own = _small_words(code)
    told = [_other(block.text, code, own) or code for block in blocks]
    for at in range(1, len(told) - 1):
        short = len(_WORD.findall(blocks[at].text)) < _LEAST_WORDS
        if short and told[at - 1] == told[at + 1] and _share(_words(blocks[at].text), own) == 0:
            told[at] = told[at - 1]
    return told


def _other(text: str, code: str, own: frozenset[str]) -> str | None:
    """The language of a text that is clearly in another one."""
    words = _words(text)
    if len(words) < _LEAST_WORDS or _share(words, own) >= _OWN:
        return None
    if sum(map(str.islower, _WORD.findall(text))) < _RUNNING * len(words):
        return None
    found = other_language(text, code)
    is_sure = (
        found is None
        or found not in lang.SPOKEN
        or _share(words, _small_words(found)) > 2 * _share(words, own)
    )
    return found if is_sure else None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _share(words: Sequence[str], among: frozenset[str]) -> float:
    return sum(word in among for word in words) / len(words) if words else 0.0


def _small_words(code: str) -> frozenset[str]:
    spoken = lang.language(code)
    return frozenset() if spoken.fallback else spoken.functions
