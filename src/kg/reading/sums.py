"""Sums of money that leave their currency out, because one was told before ("a further 12 million come from X")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.language import Language
from kg.reading.frames import Frame, roles
from kg.reading.loosecounts import slots_of_number, told_number
from kg.reading.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_FARTHEST, _LEAST, _ABOUT = 2, 1_000_000, 80
_RECKONED = (Factuality.POSSIBLE, Factuality.EXPECTED)
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


class Sums:
    """Sums of money of which it is not said who gives them: numbers with a currency as their unit.

    Args:
        schema: Its classes of numbers that say what sums they are told for.
    """

    def __init__(self, schema: Schema) -> None:
        self._classes = [
            (shape, kinds, *slots)
            for shape in schema.classes.values()
            if (kinds := shape.hints.get("sums")) and (slots := slots_of_number(shape)) is not None
        ]
        self._givers = {c.iri: c.hints.get("agents", ("",))[0] for c in schema.classes.values()}

    def read(self, passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
        """One frame for each sum, once."""
        found: list[Frame] = []
        for shape, kinds, value, unit, about in self._classes:
            told = {
                f.mention for frame in frames if frame.cls == shape.iri for f in frame.fillers.get(value, ())
            }
            for frame in frames:
                if frame.cls not in kinds or frame.fillers.get(self._givers[frame.cls]):
                    continue
                for sum_ in _sums_of(frame):
                    if sum_ not in told:
                        told.add(sum_)
                        found.append(_as_number(frame, shape, sum_, (value, unit, about)))
        return found


def _sums_of(frame: Frame) -> list[Mention]:
    return [
        f.mention
        for fillers in frame.fillers.values()
        for f in fillers
        if f.mention is not None and f.mention.amount is not None and f.mention.amount.currency
    ]


def _as_number(frame: Frame, shape: ClassShape, number: Mention, paths: tuple[str, str, str]) -> Frame:
    passage = frame.passage
    words = passage.text[number.end : number.end + _ABOUT].strip(" .,;:!?") or passage.text[: number.start]
    currency = number.amount.currency if number.amount is not None else None
    return replace(
        frame,
        cls=shape.iri,
        entry=None,
        # what is guessed at, or set aside for what is to come, is a figure that the source gives all the same
        factuality=Factuality.ASSERTED if frame.factuality in _RECKONED else frame.factuality,
        fillers=told_number(paths, number, currency or "", words.strip(), passage),
    )


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
