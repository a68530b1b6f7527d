"""Sums of money that leave their currency out, because one was told before ("a further 12 million come from X")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.language import Language
from kg.reading.passages.frames import roles
from kg.reading.passages.mentions import Kind, Mention, Passage

_FARTHEST, _LEAST = 2, 1_000_000
_NEXT = re.compile(r"\s*(?:[,.;:!?)»”\"]|$|[–—-]\s)|\s+([\w'’-]+)")


def with_currency(passages: Sequence[Passage], language: Language, functions: Callable[[str], bool]) -> None:
    """Give numbers that end in a word for a million and count nothing the currency told last.

    Args:
        passages: Of a document, in order; their mentions are replaced.
        language: Theirs.
        functions: Whether a word names nothing.
    """
    last, told = "", -_FARTHEST - 1
    for passage in passages:
        numbers = passage.of(Kind.NUMBER)
        if not numbers:
            continue
        plain: set[Mention] = set()
        for number in numbers:
            amount = number.amount
            if amount is not None and amount.currency:
                last, told = amount.currency, passage.number
            elif (
                last and passage.number - told <= _FARTHEST and _is_sum(number, passage, language, functions)
            ):
                plain.add(number)
        if plain:
            passage.mentions = [_in(m, last) if m in plain else m for m in passage.mentions]


def _is_sum(number: Mention, passage: Passage, language: Language, functions: Callable[[str], bool]) -> bool:
    amount = number.amount
    if amount is None or amount.percent or amount.ordinal or amount.value < _LEAST:
        return False
    words = passage.text[number.start : number.end].rstrip(".").casefold().split()
    if words[-1] not in language.scales:
        return False
    following = _NEXT.match(passage.text, number.end)
    if following is None:
        return False
    word = (following.group(1) or "").casefold()
    if not word:
        return True
    verb = following.group(1)[:1].islower() and any(
        w.start == following.start(1) and w.entry is not None and not _is_noun(w)
        for w in passage.of(Kind.WORD)
    )
    return word not in language.of_words and (functions(word) or verb)


def _is_noun(word: Mention) -> bool:
    return word.entry is not None and ("counts" in word.entry.hints or "CountedNoun" in roles(word.entry))


def _in(number: Mention, currency: str) -> Mention:
    return (
        number if number.amount is None else replace(number, amount=replace(number.amount, currency=currency))
    )
