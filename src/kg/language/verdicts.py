"""Sentences that tell something only to say that it is not so: "The report that X has it is false"."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language.common import sentences
from kg.language.model import Language, Span

_NEVER = r"(?!)"
_MARKS = re.compile(r"[,;:–—](?=\s|$)")
_PUNCTUATION = " \t\n.!»”“\"'"


def refuted(text: str, lang: Language) -> list[tuple[Span, Span]]:
    """The stretches of a text that are told only to be refuted, each with the words that do it."""
    claimed, verdict = _patterns(lang)
    if verdict.search(text) is None:
        return []
    found = []
    for start, end in sentences(text, lang):
        said = text[start:end].rstrip(_PUNCTUATION)
        opened = claimed.match(said)
        last = opened and next(
            (m for m in verdict.finditer(said, opened.end()) if m.end() == len(said)), None
        )
        if last and _is_judged(said[: last.start()]):
            found.append(((start, start + last.start()), (start + last.start(), start + last.end())))
    return found


def _is_judged(claim: str) -> bool:
    """Whether it is what opens the sentence that is judged at its end, no subject of another clause."""
    *before, last = _MARKS.split(claim)
    return not before or not last.strip()


@lru_cache(maxsize=16)
def _patterns(lang: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How such sentences open, and how they end."""
    w = lang.wording
    return (
        re.compile(rf"\W*(?:{w.claimed or _NEVER})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{w.refuted or _NEVER})(?!\w)", re.IGNORECASE),
    )
