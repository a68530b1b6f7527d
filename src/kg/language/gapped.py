"""Clauses that leave out what they share with another but for a yes or a no: "…, B does not", "…, but C is"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.language.model import Language

_CAPITAL = "A-ZÄÖÜÅÉŁŠŽČÍÓ"
_NEVER = "(?!)"
_ASIDE = r"(?:,(?:\s+[^\W\d_]+){1,3})?,?"  # "B, so far, does not"


class Gapped(NamedTuple):
    """A clause whose verb is left out.

    Args:
        start: First code point.
        end: One past the last.
        holds: Whether it says the same of what it names, or the contrary.
    """

    start: int
    end: int
    holds: bool


def gapped(text: str, lang: Language) -> list[Gapped]:
    """All clauses of a text that name somebody and say no more than that the same holds, or does not.

    Args:
        text: Any text.
        lang: The language it is in.

    Returns:
        In order, apart.
    """
    return [Gapped(m.start("said"), m.end("said"), m["no"] is None) for m in _pattern(lang).finditer(text)]


def is_gapped(stretch: str, lang: Language, *, denying: bool = False) -> bool:
    """Whether the words between two marks are such a clause, on request one that says no."""
    told = _pattern(lang).fullmatch(f", {stretch.strip(' .!')}")
    return told is not None and not (denying and told["no"] is None)


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
    unmarked = rf"\s(?=(?:{w.gapped_joiners})\s+(?i:{w.gapped_no_first})\s)"  # "A and not B"
    said = rf"(?P<said>{joiner}(?:{no}|{yes}))(?=\s*(?:[.,;!?)–—]|$))"
    return re.compile(rf"(?:[,;–—(:]\s*|{unmarked}){said}")
