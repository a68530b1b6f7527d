"""Words by which a language says that somebody holds what another held before, as patterns, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Succeeding:
    """Patterns, with "|" between alternatives, matched without regard to case.

    Args:
        nouns: For whoever comes after another, with the pronoun for that other before them, right before a name.
        follows: Between whoever comes after another and that other.
        followed: Between that other and whoever comes after them.
    """

    nouns: str
    follows: str
    followed: str


_SUCCEEDING = {
    "de": Succeeding(
        r"(?:sein|ihr)(?:e[rnm]?)?\s+nachfolger(?:in|s)?|(?:dessen|deren)\s+nachfolger(?:in|s)?",
        r"folgt(?:e)?(?:\s+auf)?|ist\s+auf|(?:ist|war|wurde)\s+(?:die\s+|der\s+)?nachfolger(?:in)?\s+von|"
        r"(?:be)?erbte?|löst(?:e)?",
        r"(?:übergab|übergibt)\s+(?:die\s+amtsgeschäfte\s+)?an",
    ),
    "en": Succeeding(
        r"(?:his|her|their)\s+successor",
        r"(?:has\s+)?(?:succeeds|succeeded|replaces|replaced)|took\s+over\s+from|(?:is|was)\s+the\s+successor\s+(?:of|to)",
        r"(?:is|was|has\s+been)\s+(?:succeeded|replaced)\s+by|handed\s+over\s+to",
    ),
    "fr": Succeeding(
        r"(?:son|sa)\s+success(?:eur|eure|rice)",
        r"(?:a\s+succédé|succède|succéda)\s+à|(?:a\s+remplacé|remplace)",
        r"(?:a\s+été|est)\s+(?:remplacée?|relayée?)\s+par|a\s+(?:cédé|laissé)\s+(?:sa|la)\s+place\s+à|a\s+passé\s+le\s+relais\s+à",
    ),
    "es": Succeeding(
        r"su\s+sucesora?",
        r"(?:sucede|sucedió|ha\s+sucedido|releva|relevó|ha\s+relevado|sustituye|sustituyó|ha\s+sustituido)\s+a",
        r"(?:fue|ha\s+sido)\s+(?:sucedid[oa]|relevad[oa]|sustituid[oa])\s+por|dio\s+el\s+relevo\s+a",
    ),
    "sv": Succeeding(
        r"(?:hans|hennes|sin|deras)\s+efterträdare",
        r"efterträdde|efterträder|har\s+efterträtt|ersatte|ersätter|tog\s+över\s+efter|tar\s+över\s+efter",
        r"efterträddes\s+av|efterträds\s+av|ersattes\s+av|lämnade\s+över\s+till",
    ),
}


@cache
def named_after(code: str) -> re.Pattern[str] | None:
    """Words that end in a noun for somebody's successor, whose name comes next."""
    words = _SUCCEEDING.get(code)
    return re.compile(rf"(?<!\w)(?:{words.nouns}),?\s+(?:\w+\.\s+)*$", re.IGNORECASE) if words else None


@cache
def between(code: str, first_follows: bool) -> re.Pattern[str] | None:
    """All that stands between two names where the first came after the second, or the other way."""
    words = _SUCCEEDING.get(code)
    told = words and (words.follows if first_follows else words.followed)
    aside = r"(?:,[^.;:!?()]{2,60},|,)?"  # "A, head of C, succeeded B"
    return (
        re.compile(rf"{aside}\s+(?:{told})(?:\s+[^\s,;:.!?()]+){{0,4}}\s+", re.IGNORECASE) if told else None
    )
