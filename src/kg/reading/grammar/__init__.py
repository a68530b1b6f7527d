"""Tests on the small words around a mention, made from one language's wording.

No word of a language stands here: they come from `Language.wording`, and nouns for classes of things ("town")
from the lexicon. Each pattern is made when it is first asked for.
"""

from __future__ import annotations

from functools import lru_cache

from kg.language import Language, language
from kg.reading.grammar.naming import Names

_SHORTEST_PLACE = 4


class Grammar(Names):
    """What the words beside a mention say of it, in one language."""


def endings(spoken: Language) -> tuple[str, ...]:
    """What a name may end in beyond its own letters: genitives, and adjectives made by adding letters."""
    made = [rule.partition(">")[2] for rule in spoken.wording.demonyms.split("|") if rule.startswith(">")]
    return tuple(dict.fromkeys([*spoken.genitive, *made, "'s", "’s", "'", "’"]))


def demonyms(name: str, spoken: Language) -> tuple[str, ...]:
    """Adjectives made of a place's name; () for names of several words and in languages that have none."""
    if " " in name or len(name) < _SHORTEST_PLACE:
        return ()
    return tuple(
        dict.fromkeys(
            name[: len(name) - len(ending)] + made
            for ending, made in demonym_rules(spoken)
            if name.endswith(ending)
        )
    )


@lru_cache(maxsize=16)
def demonym_rules(spoken: Language) -> tuple[tuple[str, str], ...]:
    """What a place's name ends in, and what the adjective made of it has instead."""
    rules = (rule.partition(">") for rule in spoken.wording.demonyms.split("|") if rule)
    return tuple((ending, made) for ending, _, made in rules)


@lru_cache(maxsize=1)
def plain() -> Grammar:
    """For stretches outside any running text."""
    return Grammar(language("en"))
