"""Words by which a language says that somebody belongs to something no more: "left", "ended its part", "former"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Leaving:
    """Patterns, matched without regard to case.

    Args:
        leaves: Verbs for going out of something, with what stands between the two parts of one.
        ends: Verbs for putting an end to what is called by one of `parts` ("ended its membership").
        parts: Nouns for taking part in something.
        former: Right before a noun for whoever belongs: they no longer do.
        once: Before the word of a clause, or right behind it: what it tells was so before and is no more.
        wished: Verbs of the past for what one meant to do.
        past: Forms of "was" and the like, in a clause with a day until when.
        opens: Words that open another clause without a mark.
    """

    leaves: re.Pattern[str]
    ends: re.Pattern[str]
    parts: re.Pattern[str]
    former: re.Pattern[str]
    once: re.Pattern[str]
    wished: re.Pattern[str]
    past: re.Pattern[str]
    opens: re.Pattern[str]


_FORMER = 3
_WITHIN, _LAST = r"(?:\s+[^\s,.;:!?]+){0,8}?", r"(?=\s*(?:[,.;:!?]|$)|\s+und\s)"

_TABLES: dict[str, tuple[str, ...]] = {
    "de": (
        r"verlässt(?!\s+sich)|verließ(?:en)?(?!\s+sich)|verlassen|ausgestiegen|ausgetreten|ausgeschieden|zurückgezogen|"
        rf"(?:steigt|steigen|stieg|stiegen|tritt|treten|trat|traten|scheidet|scheiden|schied|schieden){_WITHIN}\s+aus{_LAST}|"
        rf"(?:zieht|ziehen|zog|zogen)\s+sich{_WITHIN}\s+zurück{_LAST}|aussteigt|austritt|ausscheidet|zurückzieht",
        r"beendet(?:e|en)?|beenden|gekündigt|aufgegeben|aufgekündigt|kündig(?:t|te|ten|en)(?![^,.;:!?]*\san(?!\w))|"
        rf"(?:gibt|gab|geben|gaben){_WITHIN}\s+auf{_LAST}",
        r"teilnahme|mitarbeit|mitgliedschaft|beteiligung|mitwirkung|partnerschaft",
        r"(?:(?:ehemalig|einstig|vormalig)\w*|frühere[mnrs]?|(?:war|waren)\s+früher)(?:\s+[a-zß-ü]+\w*)?",
        r"(?:gehört|zählt|nahm)\w*\s+(?:früher|einst|vormals|ehemals)",
        r"wollten?|hätten?\s+gern",
        r"war|waren|gehörten?|zählten?|nahm(?:en)?|wirkten?|gewesen",
        r"(?!)",
    ),
    "en": (
        r"(?:left|leaves?|leaving|quits?|quitting|exits?|exited|exiting)(?=\s+(?:the|our|its|their|this|that|both|[A-Z_]))|"
        r"with(?:draws?|drew|drawn|drawing)\s+(?:\w+\s+)?from|pull(?:s|ed|ing)?\s+out\s+of|drop(?:s|ped|ping)?\s+out\s+of|"
        r"step(?:s|ped|ping)?\s+(?:back\s+from|out\s+of|away\s+from)|opt(?:s|ed|ing)?\s+out\s+of|"
        r"walk(?:s|ed|ing)?\s+(?:out\s+of|away\s+from)",
        r"end(?:s|ed|ing)|terminat(?:es?|ed|ing)|cancel(?:s|led|ling)?|g(?:ives?|ave|iven|iving)\s+up|"
        r"discontinu(?:es?|ed|ing)|resign(?:s|ed|ing)?",
        r"participation|membership|involvement|partnership|part\s+in|association\s+with|cooperation|as\s+a\s+partner",
        r"(?:former|erstwhile|previous|one-time|ex)[\s-]+(?:\w+\s+)?",
        r"used\s+to\s+(?:be|belong|take|work)|formerly|once\s+(?:was|belonged|took)",
        r"(?:had\s+)?wanted\s+to|had\s+(?:hoped|planned|intended)\s+to",
        r"was|were|had\s+been|belonged",
        r"when|while|which|who|that|whose|where|after|before|because",
    ),
    "fr": (
        r"(?:quitte|quittent|quitté|a\s+quitté|ont\s+quitté|quittait)|"
        r"(?:se\s+retire|se\s+retirent|s['’]est\s+retirée?s?|se\s+sont\s+retirée?s?|s['’]être\s+retirée?)|"
        r"se\s+désengagent?|s['’]est\s+désengagée?s?|abandonne(?:nt)?|abandonné|(?:sort|sortent|sortie?s?)\s+d[eu]s?",
        r"m(?:et|ettent|is|it|irent)\s+(?:un\s+terme|fin)|interrompt|interrompu|résilié|dénoncé|cessé",
        r"participation|adhésion|partenariat|engagement|collaboration|qualité\s+de\s+membre",
        r"(?:ancien|ancienne|anciens|anciennes|ex)[\s-]+",
        r"anciennement|autrefois|naguère|jadis",
        r"voulai(?:t|ent)|souhaitai(?:t|ent)|aurai(?:t|ent)\s+voulu",
        r"était|étaient|a\s+été|ont\s+été|fut|furent|avait\s+été|appartenait|appartenaient|faisait|faisaient",
        r"lorsque|lorsqu['’]\w+|quand|qui|dont|où",
    ),
    "es": (
        r"abandona(?:n|ron|ba|do)?|abandonó|(?:se\s+retira(?:n|ron)?|se\s+retiró|se\s+ha(?:n)?\s+retirado)|"
        r"deja(?:n|ron|do)?(?!\s+de\s)|dejó(?!\s+de\s)|se\s+(?:desvinculan?|desvinculó|ha\s+desvinculado)\s+del?|"
        r"sale(?:n)?\s+del?|salió\s+del?|(?:causa|causó|se\s+da\s+de|se\s+dio\s+de)\s+baja",
        r"(?:pone|ponen|puso|pusieron|puesto)\s+fin|termina|terminó|finaliza|finalizó|canceló|rescindió|cesó",
        r"participación|adhesión|pertenencia|colaboración|membresía",
        r"(?:(?<!como\s)antigu[oa]s?|ex)[\s-]*",
        r"antiguamente|anteriormente|antaño",
        r"quería[n]?|deseaba[n]?|pretendía[n]?",
        r"era|eran|fue|fueron|había\s+sido|ha\s+sido|perteneció|pertenecía|pertenecieron|formó|formaba",
        r"cuando|que|donde|mientras",
    ),
    "nl": (
        r"verla(?:at|ten)|verliet(?:en)?|"
        rf"(?:stapt|stappen|stapte|stapten|treedt|treden|trad|traden){_WITHIN}\s+uit(?:\s+de|\s+het)?|uitgestapt|uitgetreden|"
        r"trekt\s+zich\s+terug|trekken\s+zich\s+terug|trok(?:ken)?\s+zich\s+terug|teruggetrokken|haakt(?:e)?\s+af|afgehaakt",
        r"beëindig(?:t|de|den|en|d)|opgezegd|stopgezet|"
        rf"(?:zegt|zegde|zeggen|zegden){_WITHIN}\s+op{_LAST}|(?:zet|zette|zetten){_WITHIN}\s+stop{_LAST}|opgegeven",
        r"deelname|lidmaatschap|medewerking|partnerschap|samenwerking",
        r"(?:voormalige?|vroegere?|gewezen|ex|oud)[\s-]*(?:[a-z]+\s+)?",
        r"vroeger|ooit|destijds|eertijds",
        r"wilden?|had(?:den)?\s+graag",
        r"was|waren|behoorden?|nam(?:en)?|maakten?|geweest",
        r"toen|terwijl|waar|die|dat|omdat",
    ),
    "it": (
        r"lasci(?:a|ano|ato|ò|arono|ava|avano)|(?:si\s+ritira(?:no)?|si\s+ritirò|si\s+è\s+ritirat[oa]|si\s+sono\s+ritirat[ei])|"
        r"abbandona(?:no|to|rono)?|abbandonò|(?:esce|escono|uscì|uscirono|uscit[oaie])\s+(?:dal|dalla|dall['’])",
        r"(?:mette|mettono|mise|messo|pone|pongono|posto)\s+fine|interrompe|interrotto|concluso|cessato|disdetto",
        r"partecipazione|adesione|appartenenza|collaborazione",
        r"(?:ex|precedente|precedenti)[\s-]+",
        r"un\s+tempo|in\s+passato",
        r"voleva(?:no)?|intendeva(?:no)?|avrebbe(?:ro)?\s+voluto",
        r"era|erano|fu|furono|è\s+stat[oa]|sono\s+stat[ei]|era\s+stat[oa]|apparteneva|appartenne|faceva|facevano",
        r"quando|che|dove|mentre|cui",
    ),
    "sv": (
        r"lämna(?:r|de|t)(?!\s+(?:in|över|ut|fram)(?!\w))|(?:drar|drog|dragit|dra)\s+sig\s+(?:ur|från|tillbaka)|träder\s+ur|trädde\s+ur|"
        r"(?:hoppar|hoppade|hoppat)\s+av|(?:går|gick|gått)\s+ur|utträder",
        r"avslutar|avslutat|avslutade|säger\s+upp|sade\s+upp|sagt\s+upp|upphör|upphört|upphörde",
        r"deltagande|medlemskap(?:et)?|medverkan|samarbete(?:t)?|engagemang",
        r"(?:(?<!sedan\s)(?<!redan\s)(?<!blev\s)tidigare|före\s+detta|f\.d\.|fd|förra)\s+",
        r"förr\s+i\s+tiden|fordom",
        r"ville|hade\s+velat",
        r"var|hade\s+varit|har\s+varit|tillhörde|hörde|deltog",
        r"när|då|medan|där|eftersom|som\s+(?:var|är|har|hade|pågick|pågår|löper|löpte|\w{2,}ades?)",
    ),
}


@cache
def leaving_of(code: str) -> Leaving | None:
    """The words of a language; None for one that nobody described."""
    if code not in _TABLES:
        return None
    leaves, ends, parts, former, once, wished, past, opens = (
        re.compile(
            rf"(?<![\w-])(?:{words})(?!\w)" if at != _FORMER else rf"(?<![\w-])(?:{words})\s*$",
            re.IGNORECASE,
        )
        for at, words in enumerate(_TABLES[code])
    )
    return Leaving(leaves, ends, parts, former, once, wished, past, opens)
