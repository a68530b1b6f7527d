"""Words of one language as patterns, and what all tests of a grammar share."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from kg.language import Language
from kg.language.model import Wording

CAPITAL = "A-ZÄÖÜÉŁŠŽČ"
WORDS = rf"(?:\s+[{CAPITAL}][\w&'’-]+(?!\.\w))*"
SMALL = rf"[^\W\d_{CAPITAL}][\w-]*"
# what may stand behind a small word: white space, or nothing where it is elided
AFTER = r"(?:\s+|(?<=['’]))"
NEVER = "(?!)"
# a text; by places in it: the words before, those without articles, whether they end in a preposition
Led = tuple[str, dict[int, str], dict[int, str], dict[int, bool]]
NEAR_LEAD = 60
STOPS = ",.;:!?)"


def any_of(phrases: str) -> str:
    """A pattern for any of some phrases, longest first."""
    found = [p for p in phrases.split("|") if p]
    return "|".join(re.escape(p) for p in sorted(found, key=lambda p: (-len(p), p))) or NEVER


def plain_words(wording: Wording) -> str:
    """A pattern for up to four words that are no prepositions."""
    word = rf"(?!(?:{any_of(wording.prepositions)}|{any_of(wording.joiners)})\b)[\w'’-]+"
    return rf"{word}(?:\s+{word}){{0,3}}?"


class Spoken:
    """One language's words, from which the tests make their patterns when they are first asked.

    Args:
        spoken: The language whose words count.
        nouns: Nouns that may stand before a name and say what it is, lower case.
        kinds: Those that a body's name may be given without, lower case.
    """

    def __init__(self, spoken: Language, nouns: Sequence[str] = (), kinds: Collection[str] = ()) -> None:
        w = spoken.wording
        self._spoken, self._wording = spoken, w
        self._nouns, self._kinds = tuple(nouns), frozenset(kinds)
        self._own: dict[int, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {}
        # of one text, the words before a place: found once for all slots that ask for them
        self._led: Led = ("", {}, {}, {})
        self.nouns_capitalised = spoken.nouns_capitalised
        self.unlearned = spoken.unlearned
        self.code = spoken.code
        self._objects = spoken.objects
        self._passives = spoken.passives
        self.inverts = spoken.inverts
        self._object_pronouns = spoken.object_pronouns
        self.of_rules = w.of_rules
        self._says = spoken.speech_verbs
        self.plural_offices = spoken.plural_offices
        self.verb_last = spoken.nouns_capitalised
        self._drops_subject = spoken.drops_subject
        self._finite = spoken.finite
        self._joins_nouns = spoken.joins_nouns
        self._noun_first = w.noun_first

    @cached_property
    def _any_finite(self) -> str:
        return any_of("|".join(sorted(self._spoken.finite)))

    @cached_property
    def _any_coordinator(self) -> str:
        return any_of("|".join(sorted(self._spoken.coordinators)))

    @cached_property
    def _any_preposition(self) -> str:
        return any_of("|".join(sorted(self._spoken.prepositions)))

    @cached_property
    def _any_relative(self) -> str:
        """Relative pronouns, but for those that stand for a time, a place or a manner."""
        adverbs = frozenset(self._wording.adverbial_relatives.split("|"))
        return any_of("|".join(sorted(self._spoken.relatives - adverbs)))

    @cached_property
    def _any_namer(self) -> str:
        """Articles, and nouns that stand before a name."""
        return any_of("|".join([self._wording.articles, *self._nouns]))

    @cached_property
    def _any_inside(self) -> str:
        """What may stand between the members of a list and belong to the next: articles that are elided, and nouns."""
        w = self._wording
        elided = (a for a in w.articles.split("|") if a[-1:] in "'’")
        return any_of("|".join([w.within_lists, *elided, *self._nouns]))

    def _before(self, phrases: str, *, words: int) -> re.Pattern[str]:
        """Any of the phrases right before what is looked at, with a few words between at most.

        A year between them belongs to the phrase ("In 2024 X signed": X is no place there).
        """
        return re.compile(rf"\b(?:{any_of(phrases)})\s+(?:(?!\d{{4}}\s)\w+\s+){{0,{words}}}$", re.IGNORECASE)
