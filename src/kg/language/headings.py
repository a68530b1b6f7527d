"""Words by which a language says that somebody is at the head of something, as patterns, by language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headings:
    """Patterns, with "|" between alternatives; "" where a language has none.

    Args:
        leads: Finite verbs: somebody leads, runs or chairs, with whatever noun goes with the verb.
        will_lead: The same of the time to come.
        led_by: The same in the passive, with what leads to the agent.
        led: Participles of leading, where they close a clause in the passive or open it.
        is_led: What makes the passive with such a participle, right behind the body, or between participle and body.
        agents: Before whoever leads, in the passive.
        helm_nouns: Nouns for a place at the head, up to the name of what is led.
        lies_with: What says with whom such a place lies, or who takes it.
        at_helm: Words for a place at the head, up to the body's name.
        who: Relative pronouns for whoever leads.
        whom: Relative pronouns for what is led.
        pronouns: Pronouns for whoever leads, that open a sentence.
        instead: Adverbs that open one where the pronoun is left out.
        dropped: Verbs of being that open a sentence and leave such a pronoun out.
        within: Between a part of a body and that body.
        inside: Before a body of which a part is named behind it.
        articles: Before that part.
        verb_last: Whether the verb of a relative clause stands last.
    """

    leads: str = ""
    will_lead: str = ""
    led_by: str = ""
    led: str = ""
    is_led: str = "(?!)"
    agents: str = "(?!)"
    helm_nouns: str = ""
    lies_with: str = "(?!)"
    at_helm: str = ""
    who: str = "(?!)"
    whom: str = "(?!)"
    pronouns: str = ""
    instead: str = ""
    dropped: str = "(?!)"
    within: str = "(?!)"
    inside: str = "(?!)"
    articles: str = "(?!)"
    verb_last: bool = False


_DE_NOUN = (
    r"(?:(?:die|den|das)\s+(?:\w+\s+)?(?:leitung|führung|geschäftsführung|geschicke|geschäfte|vorsitz|vorstandsvorsitz|"
    r"präsidentschaft|direktion|regie|ruder|amtsgeschäfte|projektleitung|koordination|federführung|spitze)"
    r"(?:\s+(?:bei|beim|im|der|des|von|vom|in|am|an))*)"
)
_EN_NOUN = (
    r"(?:(?:the\s+)?(?:helm|reins|leadership|chair|chairmanship|presidency|directorship|management|running|control|"
    r"charge|day-to-day\s+running)\s+(?:of|at))"
)
_FR_NOUN = (
    r"(?:(?:la|les)\s+(?:direction|présidence|rênes|tête|gestion|coordination|vice-présidence|barre|responsabilité)"
    r"(?:\s+générale|\s+exécutive)?\s+(?:de|du|des|d['’]))"
)
_IT_NOUN = (
    r"(?:direzione|presidenza|guida|responsabilità|coordinamento|conduzione)\s+(?:di|del|della|dell['’])"
)
_ES_NOUN = (
    r"(?:(?:la|las|el)\s+(?:dirección|gerencia|presidencia|jefatura|coordinación|riendas|secretaría|timón|vicepresidencia|"
    r"rectoría|portavocía|mando)(?:\s+general|\s+ejecutiva|\s+técnica)?\s+(?:de|del))"
)
_NL_NOUN = r"(?:(?:de|het)\s+(?:leiding|voorzitterschap|directie|coördinatie|regie)\s+(?:van|over|bij|aan))"
_SV_NOUN = (
    r"(?:(?:ledningen|rodret|ordförandeskapet|chefskapet|ansvaret|rollen som chef)\s+(?:av|för|i|på|vid))"
)

_HEADINGS = {
    "de": Headings(
        leads=(
            rf"leitet|führt|verantwortet|koordiniert|lenkt|dirigiert|managt|präsidiert|"
            rf"(?:übernimmt|übernahm|übernommen|hat|hatte|innehat|behält|führt|hält)(?:\s+(?:seit|ab|zum|\d[\w.]*|\w+)){{0,4}}?\s+{_DE_NOUN}"
        ),
        led_by=(
            r"(?:wird|werden)?\s*(?:geleitet|geführt|verantwortet|koordiniert|gelenkt|gemanagt)\s+(?:von|vom|durch)|"
            r"unter\s+(?:der\s+|dem\s+)?(?:leitung|führung|vorsitz|ägide|regie)\s+(?:von|vom|des|der)"
        ),
        led=r"geleitet|geführt|verantwortet|koordiniert|gelenkt|gemanagt|gesteuert|betreut|angeführt",
        is_led=r"wird|werde|wurde|ist",
        agents=r"von|vom|durch",
        helm_nouns=(
            r"(?:leitung|führung|geschäftsführung|geschicke|geschäfte|vorsitz|projektleitung|koordination|federführung|direktion)"
            r"\s+(?:der|des|von|vom|beim|bei\s+der|bei|im|in\s+der)"
        ),
        lies_with=(
            r"(?:liegt|lag|ruht|liegen)\s+(?:[^.;:()]{0,40}?\s)?(?:bei|beim|in\s+den\s+händen\s+(?:von|der|des)|in\s+der\s+hand\s+von)|"
            r"obliegt|hat|haben|übernimmt|übernahm|übernehmen|innehat|hat\s+[^.;:()]{0,20}?inne|geht\s+[^.;:()]{0,20}?an|ging\s+an|teilen\s+sich|behält"
        ),
        at_helm=(
            r"an\s+(?:der|die)\s+spitze\s+(?:der|des|von|vom)|am\s+ruder\s+(?:der|des|von|vom)|"
            r"chef(?:in)?\s+(?:von|vom|der|des|beim|bei)"
        ),
        who="der|die|welcher|welche",
        whom="(?!)",
        pronouns=r"er|(?<!sind )(?<!waren )sie(?!\s+(?:sind|waren)\b)",
        within=r"\s+(?:an\s+der|am|der|des|von|vom|bei|beim|in\s+der|im)\s+",
        inside=r"(?:an\s+der|am|bei|beim|bei\s+der|in\s+der|im)\s+$",
        articles=r"\s+(?:das|die|den|eine|ein|einen)\s+",
        verb_last=True,
    ),
    "en": Headings(
        leads=(
            rf"leads|heads|heads\s+up|chairs|co-chairs|runs|directs|manages|oversees|presides\s+over|convenes|coordinates|"
            rf"co-ordinates|supervises|steers|captains|has\s+(?:led|headed|chaired|run|directed|managed)|"
            rf"(?:takes|took|has\s+taken|assumes|assumed)\s+(?:over\s+)?{_EN_NOUN}|takes\s+over|took\s+over|"
            rf"(?:is\s+|was\s+put\s+|has\s+been\s+put\s+)?in\s+charge\s+of|is\s+responsible\s+for|holds\s+{_EN_NOUN}"
        ),
        will_lead=(
            rf"(?:will|is\s+to|is\s+set\s+to|is\s+due\s+to)\s+(?:\w+ly\s+)?(?:lead|head|head\s+up|chair|run|direct|manage|oversee|"
            rf"preside\s+over|coordinate|take\s+over|steer|take\s+{_EN_NOUN})"
        ),
        led_by=(
            r"(?:(?:is|are|has\s+been)\s+)?(?:(?:currently|now|ably)\s+)?"
            r"(?:led|headed|chaired|co-chaired|run|directed|managed|overseen|presided\s+over|coordinated)\s+by|"
            r"under\s+the\s+(?:leadership|direction|chairmanship|management|stewardship)\s+of"
        ),
        helm_nouns=(
            r"(?:leadership|management|chairmanship|chair|directorship|presidency|day-to-day\s+running)\s+(?:of|at)|"
            r"heading|leading|running|chairing|directing|at\s+the\s+(?:helm|head)\s+of"
        ),
        lies_with=(
            r"(?:lies|rests|remains|is)\s+(?:with|in\s+the\s+hands\s+of)|(?:passes|passed|goes|went|falls|fell|is\s+entrusted)\s+to|"
            r"is|stands|will\s+be|is\s+held\s+by|is\s+taken\s+over\s+by"
        ),
        at_helm=r"at\s+the\s+(?:helm|head|top)\s+of|in\s+charge\s+of",
        who=r"who|who\s+also|that|whom\s[^,.;:]{2,40}?\sput",
        whom=r"which|that|whom",
        pronouns="she|he",
        within=r"\s+(?:at|of|within|in)\s+(?:the\s+)?",
    ),
    "fr": Headings(
        leads=(
            rf"dirige|préside|pilote|conduit|coordonne|gère|chapeaute|codirige|coprésid[ea]|copilote|"
            rf"(?:prend|a\s+pris|assure|assume|occupe|exerce)\s+(?:\w+\s+)?{_FR_NOUN}|est\s+à\s+la\s+tête\s+(?:de|du|des|d['’])"
        ),
        will_lead=(
            rf"dirigera|présidera|pilotera|conduira|coordonnera|gérera|va\s+diriger|va\s+piloter|va\s+présider|"
            rf"prendra\s+(?:\w+\s+)?{_FR_NOUN}|assurera\s+{_FR_NOUN}"
        ),
        led_by=(
            r"(?:(?:est|sont)\s+)?(?:dirigée?s?|présidée?s?|pilotée?s?|conduite?s?|coordonnée?s?|gérée?s?|animée?s?|menée?s?)\s+par|"
            r"sous\s+la\s+(?:direction|présidence|houlette|conduite)\s+(?:de|du|d['’])"
        ),
        helm_nouns=(
            r"(?:direction|présidence|responsabilité|gestion|coordination|conduite)(?:\s+générale|\s+exécutive)?\s+(?:de\s+la|de\s+l['’]|de|du|des|d['’])|"
            r"à\s+la\s+tête\s+(?:de\s+la|de\s+l['’]|de|du|des|d['’])"
        ),
        lies_with=(
            r"(?:est|reste|sera|a\s+été|demeure)\s+(?:confiée|assurée|assumée|exercée|dévolue|occupée)\s+(?:à|au|par)|"
            r"revient\s+(?:à|au)|échoit\s+à|incombe\s+à|est\s+entre\s+les\s+mains\s+de|se\s+trouve|on\s+trouve|figure"
        ),
        at_helm=r"à\s+la\s+tête\s+(?:de\s+la|de\s+l['’]|de|du|des|d['’])|aux\s+commandes\s+(?:de\s+la|de\s+l['’]|de|du|des|d['’])",
        who="qui",
        whom=r"que|qu['’]|dont",
        pronouns="elle|il",
        within=r"\s+(?:de\s+la|de\s+l['’]|de|du|d['’]|à\s+la|à\s+l['’]|au|au\s+sein\s+de\s+la|au\s+sein\s+de)\s*",
    ),
    "es": Headings(
        leads=(
            rf"dirige|preside|lidera|coordina|encabeza|gestiona|capitanea|pilota|codirige|"
            rf"(?:asume|asumió|ha\s+asumido|ocupa|ostenta|ejerce|desempeña|toma|tomó|lleva)\s+(?:\w+\s+){{0,2}}?{_ES_NOUN}|"
            rf"está\s+al\s+frente\s+(?:de|del)|está\s+a\s+cargo\s+(?:de|del)"
        ),
        will_lead=(
            rf"dirigirá|presidirá|liderará|coordinará|encabezará|gestionará|va\s+a\s+dirigir|asumirá\s+(?:\w+\s+)?{_ES_NOUN}|"
            rf"tomará\s+{_ES_NOUN}|estará\s+al\s+frente\s+(?:de|del)"
        ),
        led_by=(
            r"(?:(?:está|es)\s+)?(?:dirigid[oa]s?|presidid[oa]s?|liderad[oa]s?|coordinad[oa]s?|encabezad[oa]s?|gestionad[oa]s?)\s+por|"
            r"bajo\s+la\s+(?:dirección|presidencia|batuta)\s+(?:de|del)"
        ),
        helm_nouns=(
            r"(?:dirección|presidencia|gerencia|coordinación|jefatura)(?:\s+general|\s+técnica|\s+ejecutiva)?\s+(?:de\s+la|del|de\s+los|de)|"
            r"al\s+frente\s+(?:de\s+la|del|de)|a\s+la\s+cabeza\s+(?:de\s+la|del|de)"
        ),
        lies_with=(
            r"(?:recae|recaerá|recayó|queda|está)\s+(?:en|en\s+manos\s+de)|corre\s+a\s+cargo\s+de|corresponde\s+a|"
            r"(?:la\s+)?(?:ejerce|ocupa|asume|ostenta|asumió)|está|se\s+sitúa|figura|es\s+de"
        ),
        at_helm=r"al\s+frente\s+(?:de|del)|a\s+la\s+cabeza\s+(?:de|del)|a\s+los\s+mandos\s+(?:de|del)",
        who="que|quien|y",
        whom="que|a la que|al que",
        pronouns="ella|él",
        instead=r"(?:también|además|asimismo|actualmente),?(?!\s+(?:el|la|los|las|su|sus|un|una)\b)",
        dropped="es",
        within=r"\s+(?:de\s+la|de|del|en\s+la|en\s+el)\s+",
    ),
    "nl": Headings(
        leads=(
            rf"leidt|bestuurt|coördineert|zit\s+voor|runt|trekt|stuurt|staat\s+aan\s+het\s+hoofd\s+van|heeft\s+de\s+leiding\s+over|"
            rf"is\s+verantwoordelijk\s+voor|(?:neemt|nam|heeft|voert)\s+{_NL_NOUN}"
        ),
        will_lead=r"(?:zal|gaat)\s+(?:leiden|besturen|coördineren|trekken|voorzitten)",
        led_by=r"(?:(?:wordt|is)\s+)?(?:geleid|voorgezeten|bestuurd|gecoördineerd|getrokken|aangestuurd)\s+door|onder\s+leiding\s+van",
        helm_nouns=(
            r"(?:leiding|voorzitterschap|directie|coördinatie)\s+(?:van|over|bij)\s+(?:de|het)|"
            r"aan\s+het\s+hoofd\s+van(?:\s+de|\s+het)?|aan\s+het\s+roer\s+van(?:\s+de|\s+het)?"
        ),
        lies_with=r"(?:is|ligt|berust)\s+(?:bij|in\s+handen\s+van)|gaat\s+naar|ging\s+naar|staat|heeft",
        at_helm=r"aan\s+het\s+(?:hoofd|roer)\s+van(?:\s+de|\s+het)?",
        who="die|dat",
        whom="die|dat",
        pronouns="hij|zij|ze",
        within=r"\s+(?:van|bij|in|aan)\s+(?:de\s+|het\s+)?",
    ),
    "it": Headings(
        leads=(
            rf"dirige|presiede|guida|coordina|gestisce|conduce|è\s+alla\s+guida\s+(?:di|del|della)|è\s+a\s+capo\s+(?:di|del|della)|"
            rf"(?:assume|ha\s+assunto|ricopre|esercita|prende)\s+(?:\w+\s+){{0,2}}?{_IT_NOUN}"
        ),
        will_lead=(
            rf"dirigerà|presiederà|guiderà|coordinerà|gestirà|assumerà\s+(?:\w+\s+)?{_IT_NOUN}|"
            r"sarà\s+alla\s+guida\s+(?:di|del|della)"
        ),
        led_by=(
            r"(?:(?:è|sono)\s+)?(?:dirett[oaie]|presiedut[oaie]|guidat[oaie]|coordinat[oaie]|gestit[oaie])\s+(?:da|dal|dalla|dall['’])|"
            r"sotto\s+la\s+(?:direzione|presidenza|guida)\s+(?:di|del|della)"
        ),
        helm_nouns=(
            r"(?:direzione|presidenza|guida|coordinamento)(?:\s+generale|\s+tecnica)?\s+(?:della|del|dei|dell['’]|di)|"
            r"alla\s+guida\s+(?:della|del|dell['’]|di)|a\s+capo\s+(?:della|del|dell['’]|di)"
        ),
        lies_with=r"(?:spetta|tocca)\s+a|è\s+affidat[oa]\s+a|è\s+nelle\s+mani\s+di|c['’]è|siede|figura",
        at_helm=r"alla\s+guida\s+(?:di|del|della|dell['’])|a\s+capo\s+(?:di|del|della|dell['’])|al\s+vertice\s+(?:di|del|della|dell['’])",
        who="che|chi",
        whom="che|di cui",
        pronouns="lei|lui",
        instead=r"(?:anche|inoltre|attualmente),?(?!\s+(?:il|lo|la|i|gli|le|suo|sua|un|una)\b)",
        dropped="è",
        within=r"\s+(?:della|del|di|nella|nel|dell['’]|presso)\s*",
    ),
    "sv": Headings(
        leads=(
            rf"leder|förestår|basar\s+över|chefar\s+(?:för|över)|styr|driver|samordnar|ansvarar\s+för|håller\s+i|är\s+chef\s+för|"
            rf"(?:tar|tog|har\s+tagit)\s+över\s+(?:{_SV_NOUN}|som\s+(?:ny\s+)?(?:chef|vd|direktör|ordförande)\s+(?:för|i|på|vid))|"
            rf"(?:tar|tog)\s+över"
        ),
        will_lead=r"(?:ska|kommer\s+att)\s+(?:leda|förestå|styra|driva|samordna|ta\s+över)",
        led_by=r"(?:leds|styrs|drivs|förestås|samordnas)\s+av|under\s+ledning\s+av|med\s+(?:\w+\s+)?i\s+spetsen",
        helm_nouns=r"(?:ledningen|ledarskapet|ordförandeskapet|chefskapet)\s+(?:av|för|i|på|vid)|i\s+spetsen\s+för|i\s+ledningen\s+för",
        lies_with=r"ligger\s+hos|innehas\s+av|har|övergår\s+till|går\s+till|tas\s+över\s+av|står|finns",
        at_helm=r"i\s+spetsen\s+för|vid\s+rodret\s+(?:för|i|på)|i\s+ledningen\s+för",
        who="som",
        whom="som",
        pronouns="hon|han",
        within=r"\s+(?:vid|på|i|hos|inom)\s+",
    ),
}


def headings_of(code: str) -> Headings:
    """The patterns of a language; such as match nothing where it has none."""
    return _HEADINGS.get(code, Headings())
