"""Sentences that tell something only to say that it is not so: "The report that X has it is false"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kg.language.common import sentences
from kg.language.model import Language, Span

_NEVER, _VERBS = r"(?!)", 2
_MARKS = re.compile(r"[,;:–—](?=\s|$)")
_PUNCTUATION = " \t\n.!»”“\"'"


def refuted(text: str, lang: Language) -> list[tuple[tuple[Span, ...], Span]]:
    """The stretches of each sentence that are told only to be refuted, and the words that do it.

    What a relative clause in them tells stays told ("the report by X, which has it, was wrong").
    """
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
            parts = _but_relatives(said[: last.start()], lang)
            spans = tuple((start + low, start + high) for low, high in parts)
            found.append((spans, (start + last.start(), start + last.end())))
    return found


def _but_relatives(claim: str, lang: Language) -> list[Span]:
    """The parts of a claim between its marks that are no relative clauses."""
    marks = [0, *(m.start() for m in _MARKS.finditer(claim)), len(claim)]
    parts = [(low, high) for low, high in pairwise(marks) if low < high]
    return [part for part in parts if not _is_relative(claim[slice(*part)], lang)]


def _is_relative(part: str, lang: Language) -> bool:
    words = part.strip(" ,;:–—").casefold().split()
    if not words or not part.startswith(",") or words[0] in lang.complementisers:
        return False
    if words[0] not in lang.relatives | lang.inner_relatives:
        return False
    verbs = [at for at, word in enumerate(words) if word in lang.finite | lang.auxiliaries]
    return not lang.verb_final or (bool(verbs) and verbs[0] >= len(words) - _VERBS)


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
