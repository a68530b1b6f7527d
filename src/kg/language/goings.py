"""Where somebody goes: "travels to X", "se rendra à X", "viajarán a X", "reste till X"."""

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
_FARTHEST = 60


@cache
def _going(code: str) -> re.Pattern[str] | None:
    verbs, leads = _GOINGS.get(code, ("", ""))
    if not verbs:
        return None
    return re.compile(rf"\b(?:{verbs})\s(?:[^.;:!?()]{{0,{_FARTHEST}}}?\s)?(?:{leads})\s+$", re.IGNORECASE)


def leads_away(code: str, lead: str) -> bool:
    """Whether words end in a verb for going somewhere and what leads to a place, which comes next."""
    pattern = _going(code)
    return pattern is not None and pattern.search(lead[-_FARTHEST * 2 :]) is not None
