"""What says that something was said at what happens ("at the forum"), and not before it or of it; who is bidden."""

from __future__ import annotations

import re
from functools import cache

_AT: dict[str, str] = {
    "de": (
        r"(?:bei|auf|während|anlässlich|in|am\s+Rande|im\s+Rahmen)\s+(?:der|dem|einer|einem|eines|des|dieser|diesem|seiner|"
        r"ihrer)|beim|zum\s+Auftakt\s+(?:der|des)|zur\s+Eröffnung\s+(?:der|des)"
    ),
    "en": (
        r"(?:at|during|on\s+the\s+sidelines\s+of|on\s+the\s+margins\s+of)\s+"
        r"(?:the|a|an|this|its|their|our|today['’]s|yesterday['’]s|last\s+week['’]s|this\s+week['’]s)|"
        r"(?:told|opening|addressing)\s+(?:the|a|an)"
    ),
    "fr": (
        r"(?:lors|au\s+cours|à\s+l['’]occasion|en\s+marge|à\s+l['’]ouverture|en\s+ouverture)\s+"
        r"(?:de\s+la|de\s+l['’]|d['’]une?|de\s+cette|de\s+ce|des|du|de\s+son|de\s+sa)|(?:pendant|durant)\s+(?:la|le|l['’]|une?)"
    ),
    "es": (
        r"(?:durante|en)\s+(?:el|la|un|una|este|esta|su)|(?:con\s+motivo|en\s+el\s+marco|en\s+el\s+transcurso|al\s+margen|"
        r"en\s+la\s+apertura|en\s+la\s+inauguración)\s+(?:de\s+la|del|de\s+un|de\s+una)"
    ),
    "nl": (
        r"(?:tijdens|op|bij|in\s+de\s+marge\s+van|aan\s+de\s+vooravond\s+van|ter\s+gelegenheid\s+van|bij\s+de\s+opening\s+van)\s+"
        r"(?:de|het|een|deze|dit|zijn|haar)"
    ),
    "sv": r"(?:vid|under|på|i\s+samband\s+med)(?:\s+(?:den|det|en|ett|gårdagens|dagens|veckans|årets))?",
    "it": (
        r"durante\s+(?:il|lo|la|un|una|questo|questa)|durante\s+l['’]|(?:nel|nello|nella|al|allo|alla)|(?:nell|all)['’]|"
        r"(?:in\s+occasione|a\s+margine|nel\s+corso|in\s+apertura|all['’]apertura)\s+(?:del|dello|della|di\s+un|di\s+una|dell['’])"
    ),
}
_THAT: dict[str, str] = {
    "de": "dass|ob|wie|weil|wenn",
    "en": "that|how|whether|if|because|about|of",
    "fr": "que|qu|comment|si",
    "es": "que|cómo|si",
    "nl": "dat|of|hoe|als",
    "sv": "att|om|hur",
    "it": "che|come|se",
}
# the verb of saying with what stands at the end of its clause is another one: "sagte … ab"
# or it was said before what happens
_OTHERWISE: dict[str, str] = {
    "de": r"\s(?:ab|zu)(?=\s*(?:[.,;!?]|$))|\s(?:vorab|zuvor|im\s+Vorfeld)(?!\w)",
    "en": r"\s(?:beforehand|in\s+advance|ahead\s+of)(?!\w)",
    "fr": r"\s(?:au\s+préalable|auparavant)(?!\w)",
    "es": r"\s(?:previamente|de\s+antemano)(?!\w)",
    "nl": r"\s(?:vooraf|van\s+tevoren|in\s+de\s+aanloop)(?!\w)",
    "sv": r"\s(?:i\s+förväg|inför)(?!\w)",
    "it": r"\s(?:in\s+precedenza|in\s+anticipo)(?!\w)",
}
# what one comes to: what happens, or something else ("kam zum Ergebnis")
_COMES: dict[str, str] = {
    "de": r"kam(?:en)?\b[^,.;:]*?\bzu[mr]\s+(?:[a-zäöüß]\w*\s+){0,3}",
}
# whose sentence begins so spoke at what is named next: "Speaking at the forum, X …"
_SPEAKING: dict[str, str] = {
    "de": r"in\s+(?:seiner|ihrer)\s+(?:Rede|Ansprache|Eröffnungsrede|Begrüßung)",
    "en": r"(?:speaking|opening|addressing)(?!\w)|in\s+(?:his|her)\s+(?:\w+\s+)?(?:speech|address|remarks|keynote)",
    "fr": r"s['’]exprimant|prenant\s+la\s+parole|intervenant|dans\s+son\s+(?:discours|allocution|intervention)",
    "es": r"en\s+su\s+(?:discurso|intervención|ponencia)",
    "sv": r"i\s+sitt\s+(?:tal|anförande|öppningsanförande|inledningstal)",
}
# what is done to those who are bidden to something
_INVITED: dict[str, str] = {
    "de": r"(?:ein|vor)?geladen|eingeladenen?|gebeten",
    "en": r"invited|asked",
    "fr": r"invitée?s?|conviée?s?",
    "es": r"invitad[oa]s?|convidad[oa]s?",
    "nl": r"uitgenodigd|genodigd|gevraagd",
    "sv": r"(?:in)?bjud(?:en|na|it|its)|inbjuds",
    "it": r"invitat[oaie]",
}
_ADJECTIVES = r"(?:\s+(?:\d{1,3}(?:\.|st|nd|rd|th|e|ª)?|[\w-]+)){0,3}"
_FARTHEST = 60


@cache
def _at(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_AT.get(code, '(?!)')})(?:(?<=['’])|{_ADJECTIVES}\s+)$", re.IGNORECASE)


@cache
def _that(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_THAT.get(code, '(?!)')})(?![\w-])", re.IGNORECASE)


def at_start(code: str, lead: str) -> int:
    """Where the words begin, at the end of a stretch, that say that something was at what is named next; else -1."""
    cut = max(0, len(lead) - _FARTHEST)
    found = _at(code).search(lead, cut)
    return found.start() if found is not None else -1


@cache
def _speaking(code: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_SPEAKING.get(code, '(?!)')})", re.IGNORECASE)


def opens_speaking(code: str, text: str) -> bool:
    """Whether a sentence begins with words for somebody's speaking."""
    return _speaking(code).match(text) is not None


@cache
def _otherwise(code: str) -> re.Pattern[str]:
    return re.compile(_OTHERWISE.get(code, "(?!)"))


def means_otherwise(code: str, behind: str) -> bool:
    """Whether the clause goes on so that a verb of saying tells of something else ("called it off")."""
    return _otherwise(code).search(re.split(r"[,;.:]", behind, maxsplit=1)[0]) is not None


@cache
def _comes(code: str) -> re.Pattern[str]:
    return re.compile(_COMES.get(code, "(?!)"))


def comes_to(code: str, text: str, start: int) -> int:
    """Where what somebody comes to is named, by a verb at some place of a text that needs one behind it; else -1."""
    found = _comes(code).match(text, start)
    return found.end() if found is not None else -1


@cache
def _invited(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_INVITED.get(code, '(?!)')})(?!\w)", re.IGNORECASE)


def invited(code: str, words: str) -> bool:
    """Whether words hold the participle of a verb of inviting."""
    return _invited(code).search(words) is not None


def opens_content(code: str, words: str) -> bool:
    """Whether words hold one that opens what somebody says ("that")."""
    return _that(code).search(words) is not None
