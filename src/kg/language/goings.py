"""Where somebody goes, and who is only in their company: "travels to X", "reste till X", "signed a pact with X"."""

from __future__ import annotations

import re
from functools import cache

_GOINGS: dict[str, tuple[str, str]] = {
    # the verbs, and what leads from them to a place
    "de": (
        r"reis(?:t|te|ten|en)|fährt|fuhr|fuhren|fahren|flog|flogen|fliegt|fliegen|(?:ab|an|ge)reist|gefahren|geflogen|"
        r"kommt|kam|kamen|kommen|brach|brechen|bricht",
        r"nach(?:\s+[A-ZÄÖÜ][\w-]+\s+und)?",
    ),
    "en": (
        r"travel(?:s|led|ed|ling|ing)?|go(?:es|ing)?|went|gone|flew|fl(?:y|ies|own|ying)|headed|heading|"
        r"came|comes?|coming|set\s+off|leaves?|left|returned|returns?|journeyed|journeys?",
        r"to|for",
    ),
    "fr": (
        r"rend|rendent|rendra|rendront|rendue?s?|rendait|rendaient|déplacera|déplaceront|déplacée?s?|partie?s?|part|"
        r"partira|partiront|ira|iront|allée?s?|va|vont|venue?s?|viendra|viendront",
        r"à|au|aux|en|pour|jusqu['’]à",
    ),
    "es": (
        r"viaj\w+|desplaz\w+|acud\w+|irán?|voló|volaron|vuelan?|vendrán?|partirán?|partió|"
        r"partieron|traslad\w+",
        r"a|hasta|hacia",
    ),
    "sv": (
        r"res(?:er|te|t|a)|åk(?:er|te|t|a)|far|flyger|flög|kommer|kom|beger|begav|tar\s+sig|tog\s+sig|besöker",
        r"till",
    ),
}
_WITH = {"de": "mit", "en": "with", "fr": "avec", "es": "con", "sv": "med"}
_AND = "und|and|et|y|e|och|sowie"
_MEMBER = r"[^\W\d_a-zß-ÿ][\w-]*(?:\s[^\W\d_a-zß-ÿ][\w-]*)?"
_FARTHEST = 60


@cache
def _going(code: str) -> re.Pattern[str] | None:
    verbs, leads = _GOINGS.get(code, ("", ""))
    if not verbs:
        return None
    return re.compile(rf"\b(?:{verbs})\s(?:[^.;:!?()]{{0,{_FARTHEST}}}?\s)?(?:{leads})\s+$", re.IGNORECASE)


@cache
def _company(code: str) -> re.Pattern[str]:
    word = _WITH.get(code, "(?!)")
    return re.compile(rf"[^\W\d_][^.;:!?()]*\s{word}\s+(?:{_MEMBER}(?:,\s+|\s+(?:{_AND})\s+))*$")


def in_company(code: str, lead: str) -> bool:
    """Whether words, more than one, end in "with", or in a list of names behind it, and the next name comes."""
    return _company(code).search(lead[-_FARTHEST * 2 :]) is not None


def leads_away(code: str, lead: str) -> bool:
    """Whether words end in a verb for going somewhere and what leads to a place, which comes next."""
    pattern = _going(code)
    return pattern is not None and pattern.search(lead[-_FARTHEST * 2 :]) is not None
