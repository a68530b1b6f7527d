"""Words by which the minutes of a council mark what is proposed, what became of it, and where the next item begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Minutes:
    """Patterns, matched at the head of a line without regard to case.

    Args:
        proposed: A label or a formula before what is only proposed.
        outcome: A label before what became of it, or the noun for it as subject.
        item: The head of an item.
        agreed: Within an outcome: it was accepted.
        refused: The same: it was not.
        put_off: The same: nothing was decided.
        aside: Nouns for what is put to the vote besides, which may be refused on its own.
        because: Words that open a clause that says why.
        content: The same for one that says what is put to the vote.
    """

    proposed: re.Pattern[str]
    outcome: re.Pattern[str]
    item: re.Pattern[str]
    agreed: re.Pattern[str]
    refused: re.Pattern[str]
    put_off: re.Pattern[str]
    aside: re.Pattern[str]
    because: re.Pattern[str]
    content: re.Pattern[str]


_TABLES: dict[str, tuple[str, ...]] = {
    "de": (
        r"(?:beschluss(?:vorschlag|antrag|entwurf|empfehlung)|beschlussvorlage|antrag|änderungsantrag|vorschlag)\s*:",
        r"(?:beschluss|ergebnis|abstimmung|abstimmungsergebnis|beratungsergebnis|entscheidung)\s*:"
        r"|(?:der|dieser)\s+(?:antrag|vorschlag|beschlussvorschlag|(?:tagesordnungs)?punkt\s+\d+)\s",
        r"(?:top|tagesordnungspunkt|punkt|zu\s+top|zu\s+punkt)\s*\S*\d",
        r"angenommen|zugestimmt|beschlossen|einstimmig|mehrheitlich|gebilligt|genehmigt",
        r"abgelehnt|ablehnung|nicht\s+(?:angenommen|beschlossen|zugestimmt)|zurückgewiesen|verworfen",
        r"vertagt|abgesetzt|zurückgestellt|zurückgezogen|verwiesen|verschoben",
        r"änderungsantr\w+|vertagung\w*|geschäftsordnungsantr\w+|zusatzantr\w+",
        r"weil|da|denn|nachdem",
        r"dass|wonach",
    ),
    "en": (
        r"(?:proposal|proposed|motion|moved|recommendation|recommended|draft\s+resolution|proposed\s+decision)\s*:"
        r"|it\s+(?:is|was)\s+(?:proposed|moved|recommended)\s",
        r"(?:decision|result|outcome|vote|resolution|resolved|decided)\s*:|(?:the|this)\s+(?:motion|proposal|item\s+\d+)\s",
        r"(?:agenda\s+)?item\s*\d",
        r"carried|adopted|approved|agreed|passed|accepted|unanimous",
        r"lost|rejected|defeated|not\s+(?:carried|adopted|approved|agreed|passed)|refused|fell|voted\s+down",
        r"deferred|withdrawn|referred|adjourned|postponed|tabled",
        r"amendments?|adjournment|deferral",
        r"because|since|as|after",
        r"that",
    ),
    "fr": (
        r"(?:proposition|projet\s+de\s+délibération|motion|vœu)\s*:|il\s+est\s+proposé\s",
        r"(?:décision|résultat|vote|délibération|résultat\s+du\s+vote)\s*:"
        r"|(?:la|cette|le|ce)\s+(?:motion|proposition|point\s+(?:n[°o]\s*)?\d+|vœu)\s",
        r"(?:point|délibération)\s*(?:n[°o]\s*)?\d",
        r"adoptée?s?|approuvée?s?|votée?s?|unanimité",
        r"rejetée?s?|refusée?s?|repoussée?s?|non\s+adoptée?s?",
        r"reportée?s?|retirée?s?|ajournée?s?|renvoyée?s?",
        r"amendements?|renvoi|report|ajournement",
        r"car|parce|puisque|après",
        r"que",
    ),
    "es": (
        r"(?:propuesta(?:\s+de\s+acuerdo)?|moción|proposición)\s*:|se\s+propone\s",
        r"(?:votación|resultado|acuerdo|decisión|resultado\s+de\s+la\s+votación)\s*:"
        r"|(?:la|esta|el|este)\s+(?:moción|propuesta|punto\s+\d+)\s",
        r"(?:punto|asunto)\s*\S*\d",
        r"aprobad[oa]s?|unanimidad|se\s+aprueba|aceptad[oa]s?",
        r"rechazad[oa]s?|denegad[oa]s?|desestimad[oa]s?|no\s+aprobad[oa]s?|se\s+rechaza",
        r"aplazad[oa]s?|retirad[oa]s?|pospuest[oa]s?|sobre\s+la\s+mesa",
        r"enmiendas?|aplazamiento",
        r"porque|pues|ya\s+que|tras",
        r"que|de\s+que",
    ),
    "nl": (
        r"(?:voorstel(?:\s+van\s+besluit)?|motie|ontwerpbesluit|amendement|raadsvoorstel)\s*:|voorgesteld\s+wordt\s",
        r"(?:besluit|beslissing|resultaat|stemming|uitslag|resultaat\s+van\s+de\s+stemming)\s*:|(?:de|deze|het|dit)\s+(?:motie|voorstel|raadsvoorstel|punt\s+\d+)\s",
        r"(?:agendapunt|punt)\s*\S*\d",
        r"aangenomen|goedgekeurd|vastgesteld|unaniem|ingestemd|eenparig|bij\s+eenparigheid",
        r"verworpen|afgewezen|niet\s+(?:aangenomen|goedgekeurd)|weggestemd|afgekeurd",
        r"uitgesteld|aangehouden|ingetrokken|verdaagd|doorverwezen|teruggenomen",
        r"amendementen|amendement|verdaging|uitstel",
        r"omdat|aangezien|nadat|want",
        r"dat",
    ),
    "it": (
        r"(?:proposta(?:\s+di\s+(?:delibera|deliberazione))?|mozione|ordine\s+del\s+giorno)\s*:|si\s+propone\s",
        r"(?:votazione|esito|risultato|delibera|decisione|esito\s+della\s+votazione)\s*:"
        r"|(?:la|questa|il)\s+(?:mozione|proposta|punto\s+\d+|delibera)\s",
        r"(?:punto|argomento|delibera)\s*\S*\d",
        r"approvat[oaie]|unanimità|si\s+approva|accolt[oaie]|accettat[oaie]",
        r"respint[oaie]|bocciat[oaie]|rigettat[oaie]|non\s+approvat[oaie]|si\s+respinge",
        r"rinviat[oaie]|ritirat[oaie]|sospes[oaie]|rimandat[oaie]",
        r"emendament[oi]|rinvio",
        r"perché|poiché|dopo|in\s+quanto",
        r"che|di",
    ),
    "sv": (
        r"(?:förslag(?:\s+till\s+beslut)?|yrkande|motion|beslutsförslag)\s*:",
        r"(?:beslut|resultat|omröstning|omröstningsresultat)\s*:|(?:motionen|förslaget|ärendet|yrkandet)\s",
        r"(?:§|ärende|punkt)\s*\d",
        r"bifall\w*|bifölls?|antas|antogs|godkänn\w+|enligt\s+förslag\w*|enhällig\w*",
        r"avslå\w*|avslag\w*|avslogs",
        r"bordlägg\w*|bordlades|återremi\w+|utgår",
        r"ändringsyrkande\w*|tilläggsyrkande\w*|återremiss\w*|bordläggning\w*",
        r"eftersom|då|sedan",
        r"att|om\s+att",
    ),
}


@cache
def minutes_of(code: str) -> Minutes | None:
    """The words of a language; None for one that nobody described."""
    if code not in _TABLES:
        return None
    proposed, outcome, item, *told = _TABLES[code]
    heads = (re.compile(rf"\W*(?:{words})", re.IGNORECASE) for words in (proposed, outcome, item))
    inner = (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in told)
    return Minutes(*heads, *inner)
