"""Sentences, dates, numbers, persons, quotations and hedges; one module a language.

The grammars are generic; the words of a language stand in the module of its two-letter code as one
`Language` object named LANGUAGE. A further language is one more such module.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from kg.language.alluding import alluded, continued
from kg.language.common import noise, sentences, tokens
from kg.language.dates import dates
from kg.language.hedges import clauses, factuality_at, hedges
from kg.language.model import (
    Cue,
    DateMention,
    Hedge,
    Language,
    NumberMention,
    PersonMention,
    Quotation,
    Reported,
    Span,
    Token,
)
from kg.language.numbers import numbers
from kg.language.persons import Families, genders_of, given_names, persons, surnames
from kg.language.quotations import quotations
from kg.language.reporting import reported
from kg.periods import Period

__all__ = [
    "SPOKEN",
    "Cue",
    "DateMention",
    "Families",
    "Hedge",
    "Language",
    "NumberMention",
    "Period",
    "PersonMention",
    "Quotation",
    "Reported",
    "Span",
    "Token",
    "alluded",
    "clauses",
    "continued",
    "dates",
    "factuality_at",
    "genders_of",
    "given_names",
    "hedges",
    "language",
    "links_abroad",
    "noise",
    "numbers",
    "parties",
    "persons",
    "quotations",
    "reported",
    "sentences",
    "surnames",
    "tokens",
]

FALLBACK = "en"
SPOKEN = ("de", "en", "es", "fr", "it", "nl", "sv")
"""Languages that have a module here, by ISO 639-1 code."""


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The words of a language, by ISO 639-1 code ("de", "de-AT"); English, flagged, where it is unknown."""
    short = code.strip().lower().replace("_", "-").partition("-")[0]
    if (
        len(short) == 2
        and short.isascii()
        and short.isalpha()
        and find_spec(f"{__name__}.{short}") is not None
    ):
        found = import_module(f"{__name__}.{short}").LANGUAGE
        if isinstance(found, Language):
            return found
    return replace(language(FALLBACK), fallback=True)


@lru_cache(maxsize=1)
def parties() -> frozenset[str]:
    """Parties as every language calls its own, lower case: texts name those of other countries as these do."""
    return frozenset[str]().union(*(language(code).parties for code in SPOKEN))


@lru_cache(maxsize=8)
def links_abroad(code: str) -> tuple[str, ...]:
    """What links the words of a body's name in other languages, where the language itself has no such word."""
    own = language(code).functions
    links = {
        link for other in SPOKEN if other != code for link in language(other).wording.head_links.split("|")
    }
    return tuple(sorted((link for link in links if own.isdisjoint(link.split())), key=lambda s: (-len(s), s)))
