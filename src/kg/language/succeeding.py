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
        office: Behind the second name: in what the first held, and nothing more is said.
        roles: Behind the second name, before a word for what the first held.
        coming: Behind the name of whoever comes after, who holds nothing yet.
        parted: Of `follows`, those that may say something else where `rest` does not stand behind the second name.
        rest: What such a verb needs there.
        weak: Verbs that are said of a moment, too, where their sentence goes on.
    """

    nouns: str
    follows: str
    followed: str
    office: str
    roles: str
    coming: str
    parted: str = r"(?!)"
    rest: str = ""
    weak: str = r"(?!)"


_SUCCEEDING = {
    "de": Succeeding(
        r"(?:sein|ihr)(?:e[rnm]?)?\s+nachfolger(?:in|s)?|(?:dessen|deren)\s+nachfolger(?:in|s)?",
        r"folgt(?:e)?(?:\s+auf)?|ist\s+auf|(?:ist|war|wurde)\s+(?:die\s+|der\s+)?nachfolger(?:in)?\s+von|"
        r"beerbte?|löst(?:e)?",
        r"(?:übergab|übergibt)\s+die\s+amtsgeschäfte\s+an",
        r"(?:im|in\s+diesem)\s+amt|nach",
        r"als",
        r"d(?:er|ie)\s[^.;!?]{0,60}?(?:antritt|antreten\s+wird|übernimmt|übernehmen\s+wird)",
        r"folgte?\s(?!\s*auf\s)|ist\s+auf\s|löste?\s",
        r"\s+(?:im\s+amt(?:\s+(?:ab|gefolgt|nachgefolgt|nach))?|ab|gefolgt|nachgefolgt|nach)(?=\s*(?:[.,;:!?]|$))",
    ),
    "en": Succeeding(
        r"(?:his|her|their)\s+successor",
        r"(?:has\s+)?(?:succeeds|succeeded|replaces|replaced)(?!\s+(?:in|with|at|on|by|as)\s)|took\s+over\s+from|"
        r"(?:is|was)\s+the\s+successor\s+(?:of|to)",
        r"(?:is|was|has\s+been)\s+(?:succeeded|replaced)\s+by",
        r"in\s+office|in\s+(?:the|this|that)\s+(?:post|role|job)",
        r"as(?:\s+the)?",
        r"who\s[^.;!?]{0,40}?(?:takes?\s+(?:up\s+)?(?:office|over)|will\s)|(?:is|are)\s+(?:due|set)\s+to\s",
        weak=r"replace[sd]",
    ),
    "fr": Succeeding(
        r"(?:son|sa)\s+success(?:eur|eure|rice)",
        r"(?:a\s+succédé|succède|succéda)\s+à|(?:a\s+remplacé|remplace)",
        r"(?:a\s+été|est)\s+(?:remplacée?|relayée?)\s+par",
        r"à\s+(?:ce|son)\s+poste|dans\s+(?:ses|ces)\s+fonctions",
        r"comme|en\s+tant\s+que|à\s+la|au\s+poste\s+de",
        r"qui\s[^.;!?]{0,40}?(?:prend(?:ra)?\s+ses\s+fonctions|entrera|entre\s+en\s+fonctions?)",
        weak=r"(?:a\s+(?:été\s+)?|est\s+)?(?:remplac|relay)\w+",
    ),
    "es": Succeeding(
        r"su\s+sucesora?",
        r"(?:sucede|sucedió|ha\s+sucedido|releva|relevó|ha\s+relevado|sustituye|sustituyó|ha\s+sustituido)\s+a",
        r"(?:fue|ha\s+sido)\s+(?:sucedid[oa]|relevad[oa]|sustituid[oa])\s+por",
        r"en\s+el\s+(?:cargo|puesto)",
        r"como|en\s+la|al\s+frente\s+de\s+la",
        r"que\s[^.;!?]{0,40}?(?:tomará|toma\s+posesión|asumirá|asume)",
        weak=r"(?:relev|sustitu)\w+",
    ),
    "nl": Succeeding(
        r"(?:zijn|haar|hun)\s+opvolg(?:er|ster)",
        r"volgt(?:\s+op)?|volgde(?:\s+op)?|is\s+de\s+opvolg(?:er|ster)\s+van|vervangt|verving|loste|lost|nam\s+over\s+van",
        r"(?:wordt|werd|is)\s+(?:opgevolgd|vervangen)\s+door",
        r"in\s+(?:deze|die)\s+functie|in\s+het\s+ambt",
        r"als",
        r"die\s[^.;!?]{0,40}?(?:aantreedt|overneemt|begint|zal\s)",
        r"(?:volgt|volgde|lost|loste)\s(?!\s*op\s)",
        r"\s+(?:op|af)(?=\s*(?:[.,;:!?]|$)|\s+als\s)",
        weak=r"verv(?:angt|ing)",
    ),
    "it": Succeeding(
        r"(?:il\s+)?suo\s+successore|la\s+sua\s+succeditrice",
        r"(?:succede|è\s+succedut[oa]|succedette|subentra|è\s+subentrat[oa])\s+a|(?:sostituisce|ha\s+sostituito|sostituì)|"
        r"ha\s+preso\s+il\s+posto\s+di",
        r"è\s+stat[oa]\s+sostituit[oa]\s+da",
        r"nell['’]incarico|nella\s+carica|nel\s+ruolo",
        r"come|alla|in\s+qualità\s+di",
        r"che\s[^.;!?]{0,40}?(?:entrerà|entra\s+in\s+carica|assumerà|assume|si\s+insedier)",
        weak=r"(?:ha\s+)?sostitu\w+",
    ),
    "sv": Succeeding(
        r"(?:hans|hennes|sin|deras)\s+efterträdare",
        r"efterträdde|efterträder|har\s+efterträtt|ersatte|ersätter|tog\s+över\s+efter|tar\s+över\s+efter",
        r"efterträddes\s+av|efterträds\s+av|ersattes\s+av",
        r"på\s+posten|i\s+ämbetet",
        r"som",
        r"som\s[^.;!?]{0,40}?(?:tillträder|tar\s+över|ska(?:ll)?\s)",
        weak=r"ersatte\w*|ersätter",
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


@cache
def _parted(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Words between two names that may say something else, and what must stand behind the second for them not to."""
    words = _SUCCEEDING.get(code)
    if words is None:
        return None
    return re.compile(rf"(?<!\w)(?:{words.parted})", re.IGNORECASE), re.compile(words.rest, re.IGNORECASE)


def rest_of(code: str, said: str) -> re.Pattern[str] | None:
    """What must stand behind the second name for the words before it to say so; None where they say it themselves."""
    parted = _parted(code)
    return parted[1] if parted is not None and parted[0].search(said) is not None else None


@cache
def in_office(code: str) -> re.Pattern[str] | None:
    """Behind the second name: in what the first held; the group `role` is there where a word for it comes next."""
    words = _SUCCEEDING.get(code)
    told = words and rf"\s+(?:{words.office}|(?P<role>(?:{words.roles})(?=\s)))(?!\w)"
    return re.compile(told, re.IGNORECASE) if told else None


@cache
def coming(code: str) -> re.Pattern[str] | None:
    """Behind a successor's name: they hold nothing yet."""
    words = _SUCCEEDING.get(code)
    return re.compile(rf",?\s+(?:{words.coming})", re.IGNORECASE) if words else None


@cache
def _weak(code: str) -> re.Pattern[str] | None:
    words = _SUCCEEDING.get(code)
    return re.compile(rf"(?<!\w)(?:{words.weak})(?!\w)", re.IGNORECASE) if words else None


def is_weak(code: str, said: str) -> bool:
    """Whether words between two names are said of a moment, too ("replaced B, who was ill")."""
    weak = _weak(code)
    return weak is not None and weak.search(said) is not None
