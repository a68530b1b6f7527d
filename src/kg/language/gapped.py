"""Clauses that leave out what they share with another but for a yes or a no: "…, B does not", "…, but C is"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.language.model import Language, Span

_CAPITAL = "A-ZÄÖÜÅÉŁŠŽČÍÓ"
_NEVER = "(?!)"
_LONGEST_PHRASE, _LEAST_OF_CLAUSE = 14, 4
_MARK = re.compile(r"[,;:.!?()–—]")
_CLAUSE = re.compile(rf"\s*(?:\S+\s+){{{_LEAST_OF_CLAUSE - 1}}}\S*?(?=[,;.!?()–—\s]|$)")
_OPENS = frozenset(",;–—(")
_ASIDE = r"(?:,(?:\s+[^\W\d_]+){1,3})?,?"  # "B, so far, does not"


class Gapped(NamedTuple):
    """A clause whose verb is left out.

    Args:
        start: First code point.
        end: One past the last.
        holds: Whether it says yes or no of what it names.
        alike: It says the same as of the others, yes or no.
    """

    start: int
    end: int
    holds: bool
    alike: bool = False


def gapped(text: str, lang: Language) -> list[Gapped]:
    """All clauses of a text that name somebody and say no more than that the same holds, or does not.

    Args:
        text: Any text.
        lang: The language it is in.

    Returns:
        In order, apart.
    """
    return [
        Gapped(m.start("said"), m.end("said"), m["no"] is None, m["alike"] is not None)
        for m in _pattern(lang).finditer(text)
    ]


def is_gapped(stretch: str, lang: Language, *, denying: bool = False) -> bool:
    """Whether the words between two marks are such a clause, on request one that says no."""
    told = _pattern(lang).fullmatch(f", {stretch.strip(' .!')}")
    return told is not None and not (denying and told["no"] is None)


def denies_phrase(stretch: str, lang: Language) -> bool:
    """Whether words between two marks are a denial of but a noun phrase or a time ("not the older prize", "and not in
    2023"), with no verb of their own as far as forms tell."""
    words = stretch.rstrip(" .!?").split()
    if _denial(lang).match(stretch) is None or len(words) > _LONGEST_PHRASE:
        return False
    ends = words[-1].strip("\"'“”„»«’)")[:1]
    return not lang.verb_final or ends.isupper() or ends.isdigit()


def in_denied_phrase(text: str, at: int, lang: Language) -> bool:
    """Whether a place lies in such a phrase, behind a comma and a clause ("Without a prize, no funds" has none)."""
    return any(start <= at < end for start, end in denied_phrases(text, lang))


@lru_cache(maxsize=256)
def denied_phrases(text: str, lang: Language) -> tuple[Span, ...]:
    """All such phrases of a sentence, in order."""
    clause = _CLAUSE.match(text)
    if clause is None or _without(lang).match(text) is not None:
        return ()
    marks = [*_MARK.finditer(text, clause.end())]
    ends = [*(m.start() for m in marks), len(text)][1:]
    return tuple(
        (mark.end(), end)
        for mark, end in zip(marks, ends, strict=True)
        if mark.group() in _OPENS and denies_phrase(text[mark.end() : end].strip(), lang)
    )


@lru_cache(maxsize=16)
def _without(lang: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(c.words) for c in lang.cues if c.kind == "without")
    return re.compile(rf"\W*(?:{words or _NEVER})\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def _denial(lang: Language) -> re.Pattern[str]:
    w = lang.wording
    if not w.gapped_no:
        return re.compile(_NEVER)
    places = sorted(lang.prepositions, key=len, reverse=True)
    opens = "|".join([w.articles, w.possessives, w.pointers, *places])
    joiner = rf"(?:(?i:{w.gapped_joiners})\s+)?"
    suffixed = rf"|[a-zåäö-]+(?:{w.definite_endings})\b" if w.definite_endings else ""
    return re.compile(
        rf"{joiner}(?i:{w.gapped_no_first})\s+(?:(?:{opens})(?:\s|(?<=['’]))|[{_CAPITAL}\d„“\"«‘]{suffixed})"
    )


@lru_cache(maxsize=16)
def _pattern(lang: Language) -> re.Pattern[str]:
    w = lang.wording
    if not w.gapped_no:
        return re.compile(_NEVER)
    inner = "|".join(sorted((*lang.coordinators, *lang.particles, "/", "-"), key=len, reverse=True))
    articles = rf"(?:(?i:{w.articles})\s*)?"
    named = rf"{articles}[{_CAPITAL}][\w'’.-]*(?:\s+(?:{inner}|{articles}[{_CAPITAL}][\w'’.-]*)(?!\w)){{0,6}}"
    joiner = rf"(?:(?i:{w.gapped_joiners})\s+)?"
    places = "|".join(sorted(lang.prepositions, key=len, reverse=True))
    first = rf"(?i:{w.gapped_no_first})\s+(?:(?:{places})\s+)?{named}"
    no = rf"(?P<no>{first}|{named}{_ASIDE}\s+(?:{w.gapped_no}))"
    yes = rf"(?:(?:{w.gapped_yes_first or _NEVER})\s+{named}|{named}{_ASIDE}\s+(?:{w.gapped_yes}))"
    alike, alike_first = w.gapped_alike or _NEVER, w.gapped_alike_first or _NEVER
    like = rf"(?P<alike>(?:{alike_first})\s+{named}|{named}{_ASIDE}\s+(?:{alike}))"
    unmarked = rf"\s(?=(?:{w.gapped_joiners})\s+(?i:{w.gapped_no_first})\s)"  # "A and not B"
    who = "|".join(sorted(lang.relatives | lang.inner_relatives, key=len, reverse=True))
    clause = rf"(?P<said>{joiner}(?:{like}|{no}|{yes}))"
    said = rf"{clause}(?=\s*(?:[.,;!?)–—]|$)|\s+(?:(?:{w.articles})\s+(?:\w+\s+)?)?(?:{who})\s)"
    return re.compile(rf"(?:[,;–—(:]\s*|{unmarked}){said}")
