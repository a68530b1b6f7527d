"""Where somebody goes, and who is only in their company: "travels to X", "reste till X", "signed a pact with X"."""

from __future__ import annotations

import re
from functools import cache

_GOINGS: dict[str, tuple[str, str]] = {
    # the verbs, and what leads from them to a place
    "de": (
        r"reis(?:t|te|ten|en)|fährt|fuhr|fuhren|fahren|flog|flogen|fliegt|fliegen|(?:ab|an|ge)reist|gefahren|geflogen|"
        r"kommt|kam|kamen|kommen|brach|brechen|bricht",
        r"nach",
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
    "nl": (
        r"reis(?:t|de|den)|reizen|gaat|gaan|ging(?:en)?|vertrek(?:t|ken)|vertrok(?:ken)?|trekt|trekken|trok(?:ken)?|"
        r"komt|komen|kwam(?:en)?|vlieg(?:t|en)|vloog|vlogen|afgereisd|gereisd",
        r"naar",
    ),
    "it": (
        r"va|vanno|andrà|andranno|andat[oaie]|viagg\w+|rec(?:a|ano|ato|ata|ati|ate|herà|heranno)|part(?:e|ono|ito|ita|iti|ite|irà|iranno)|"
        r"vol(?:a|ano|ato|ata|ati|ate)|vien[ei]|vengono|venut[oaie]|verranno|arriv\w+|torn\w+",
        r"a|ad|in|verso|per",
    ),
    "sv": (
        r"res(?:er|te|t|a)|åk(?:er|te|t|a)|far|flyger|flög|kommer|kom|beger|begav|tar\s+sig|tog\s+sig|besöker",
        r"till",
    ),
}
_VISITS = {
    # with what is visited right behind them
    "de": r"besucht|besuchte|besuchten|besuchen|bereist|bereiste|bereisten",
    "en": r"visit(?:s|ed|ing)?|tour(?:s|ed|ing)?",
    "fr": r"visit(?:e|ent|era|eront|é|ait|aient)",
    "es": r"visit(?:a|an|ó|aron|ará|arán|ar|ado)",
    "nl": r"bezo(?:cht|chten|ekt|eken)|brengen\s+een\s+bezoek\s+aan|bracht(?:en)?\s+een\s+bezoek\s+aan",
    "sv": r"besök(?:te|er|t|a)",
    "it": r"visit(?:a|ano|ato|ata|erà|eranno|ò|arono|are)",
}
_OTHERS = {
    # verbs of receiving, who is received, and what leads to where they come from
    "de": (
        r"empf(?:ing|ängt|angen)|begrüßt(?:e|en)?|traf|trifft|hieß|heißt|besuch(?:s|es)?",
        r"delegation(?:en)?|abordnung(?:en)?|gästen?|gast|besuch|besucher(?:n|innen)?|(?:amts)?kolleg\w+",
        r"(?:aus(?:\s+de[rmn])?|de[rs])(?:\s+\w+[enrs])?(?:\s+\w*(?:stadt|städten?|gemeinden?|kommunen?))?",
    ),
    "en": (
        r"welcom(?:ed|es|ing)|receiv(?:ed|es|ing)|met|meets?|hosted|hosts|greeted|greets",
        r"delegations?|guests?|visitors?|colleagues?|counterparts?|envoys?|delegates",
        r"from(?:\s+(?:the|its|their))?(?:\s+\w+){0,2}(?:\s+of)?",
    ),
    "fr": (
        r"reçu|reçoit|accueilli|accueille|rencontré|rencontre|salué",
        r"délégations?|invité[es]*|hôtes?|visiteurs|collègues?|homologues?",
        r"(?:venue?s?\s+)?(?:de\s+la\s+ville\s+(?:\w+\s+)?)?(?:de(?:\s+la)?|d['’])|en\s+provenance\s+de",
    ),
    "es": (
        r"recib(?:ió|e|ido)|acog(?:ió|e|ido)|saludó|saluda",
        r"delegación|delegaciones|invitad[oa]s|visitantes|colegas?|homólog[oa]s?",
        r"(?:venid[oa]s\s+|llegad[oa]s\s+|procedentes?\s+)?(?:de\s+la\s+ciudad\s+(?:\w+\s+)?)?de",
    ),
    "nl": (
        r"ontv(?:ing|ingen|angt|angen)|verwelkom(?:de|den|t|en)|ontmoet(?:te|ten|en)?|begroet(?:te|ten|en)?",
        r"delegaties?|gasten|bezoekers|collega['’]?s?|ambtgenoot|ambtgenoten|afvaardiging(?:en)?",
        r"uit|van",
    ),
    "it": (
        r"ha(?:nno)?\s+(?:ricevuto|accolto|incontrato|salutato|ospitato)|ricev(?:e|ono|ette)|accogl(?:ie|ono)|accolse|incontr(?:a|ano|ò)",
        r"delegazion[ei]|ospit[ei]|visitatori|collegh?[aie]|omolog[oa]|omologhi",
        r"(?:provenient[ei]\s+|arrivat[oaie]\s+|giunt[oaie]\s+)?(?:di|da)",
    ),
    "sv": (
        r"tog\s+emot|tar\s+emot|välkomna(?:de|r)|träffa(?:de|r)|mötte|möter",
        r"delegation(?:en|er)?|gäster(?:na)?|besökare|kolleg(?:a|er|an|erna)|motpart(?:er)?",
        r"(?:från|i)(?:\s+den\s+\w+)?(?:\s+\w*staden)?",
    ),
}
_WITH = {"de": "mit", "en": "with", "fr": "avec", "es": "con", "it": "con", "nl": "met", "sv": "med"}
_AND = "und|and|et|y|e|och|sowie"
_OTHER_AND = {"nl": "en"}
"""What is no "and" elsewhere."""
_MEMBER = r"[^\W\d_a-zß-ÿ][\w-]*(?:\s[^\W\d_a-zß-ÿ][\w-]*)?"
_FARTHEST = 60


def _and(code: str) -> str:
    return _OTHER_AND.get(code, _AND)


@cache
def _going(code: str) -> re.Pattern[str] | None:
    verbs, leads = _GOINGS.get(code, ("", ""))
    if not verbs:
        return None
    more = rf"(?:(?-i:{_MEMBER})(?:,\s+|,?\s+(?:{_and(code)})\s+)(?:(?:{leads})\s+)?)*$"
    goes = rf"(?:{verbs})\s(?:[^.;:!?()]{{0,{_FARTHEST}}}?\s)?(?:{leads})"
    return re.compile(rf"\b(?:{goes}|{_VISITS[code]})\s+{more}", re.IGNORECASE)


@cache
def _others(code: str) -> re.Pattern[str]:
    verbs, nouns, leads = _OTHERS.get(code, ("(?!)", "(?!)", "(?!)"))
    more = rf"(?:(?-i:{_MEMBER})(?:,\s+|,?\s+(?:{_and(code)})\s+)(?:(?:{leads})\s+)?)*$"
    # "met head X a delegation of A": the verb stands before
    behind = r"^\s+(?:eine[nr]?|die|den|der|an?|the|une|la|una|en)\s(?:\w+\s)?"
    received = rf"(?:\b(?:{verbs})\s[^.;:!?()]{{0,{_FARTHEST}}}?|{behind})(?<![\w-])(?:{nouns})"
    return re.compile(rf"{received}\s+(?:{leads})(?:\s+|(?<=['’])){more}", re.IGNORECASE)


def is_home_of_others(code: str, lead: str) -> bool:
    """Whether words end in who was received and what leads to where they come from, which comes next."""
    return _others(code).search(lead[-_FARTHEST * 2 :]) is not None


@cache
def _company(code: str) -> re.Pattern[str]:
    word = _WITH.get(code, "(?!)")
    return re.compile(rf"[^\W\d_][^.;:!?()]*\s{word}\s+(?:{_MEMBER}(?:,\s+|\s+(?:{_and(code)})\s+))*$")


def in_company(code: str, lead: str) -> bool:
    """Whether words, more than one, end in "with", or in a list of names behind it, and the next name comes."""
    return _company(code).search(lead[-_FARTHEST * 2 :]) is not None


def leads_away(code: str, lead: str) -> bool:
    """Whether words end in a verb for going somewhere and what leads to a place, which comes next."""
    pattern = _going(code)
    return pattern is not None and pattern.search(lead[-_FARTHEST * 2 :]) is not None
