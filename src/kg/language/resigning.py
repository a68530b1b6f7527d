"""Words by which a language says that an office is not held, is given up, is yet to be taken up, or only may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resigning:
    """Patterns, with "|" between alternatives, matched without regard to case.

    Args:
        denied: Within a clause: what it tells is not so, or no more.
        between: Between a person and the office that is not, or no more, or not yet theirs.
        behind: Behind such an office, in its clause.
        opened: Between the two, where the verb that gives an office up leaves its second part for the clause's end.
        closed: Such second parts.
        others: Nouns for somebody of whom the office tells that it is another's, with what leads to it.
        conditions: What opens a condition, right before the person.
        sought: Right behind the office: it is only sought.
        coming: Right behind the office: it is to be theirs.
        next: Right before the office: the same.
        new: Between a person and an office, or right before that: it was just given to them.
        given: Verbs that tell the same, around the two.
        takes_up: A verb with its subject before it, not of the past: they take it up.
        starts: The same told of the office or the work, at the head of a sentence.
        from_day: What leads to the day from which it is theirs.
        for_whom: Right before somebody who is not there, as another speaks or acts for them.
    """

    denied: str = "(?!)"
    between: str = "(?!)"
    behind: str = "(?!)"
    opened: str = "(?!)"
    closed: str = "(?!)"
    others: str = "(?!)"
    conditions: str = "(?!)"
    sought: str = "(?!)"
    coming: str = "(?!)"
    next: str = "(?!)"
    new: str = "(?!)"
    given: str = "(?!)"
    takes_up: str = "(?!)"
    starts: str = "(?!)"
    from_day: str = "(?!)"
    for_whom: str = "(?!)"


_EN_FOR_POST = (
    r"(?:for|to\s+(?:be|become))(?:\s+(?:the|a|an|its|their|new|next|post|office|position|of|as)){0,5}\s*$"
)

_DE_POST = (
    r"(?:\w*amt|\w*stelle|dienst|\w*posten|position|\w*nachfolge|aufgaben?|funktion|arbeit|tätigkeit|\w*leitung|"
    r"amtsgeschäfte|geschäfte|führung|ruder)"
)

_RESIGNING = {
    "de": Resigning(
        denied=r"nicht(?!\s+nur)|nie(?!\s+dagewesen)|niemals|keine?",
        between=(
            r"kandidier\w+|bewirbt|bewerben|bewarb|beworben|anwärter(?:in)?|kandidat(?:in)?|"
            r"scheidet|schied|ausgeschieden|verabschiedet|dankt|zurücktritt|rücktritt|ausscheiden|abschied|vorgeschlagen|im\s+gespräch"
        ),
        behind=(
            r"zurückgetreten|zurücktreten|zurückzutreten|zurücktritt|ausgeschieden|ausscheiden|ausscheidet|verabschiedet|abgelöst|abgewählt|"
            r"abberufen|abgesetzt|kandidier\w+|im\s+gespräch|bewerben|beworben"
        ),
        opened=r"tritt|trat|treten|scheidet|schied|hört|hörte|dankt|dankte|legt|legte|wurde|wird",
        closed=r"zurück|ab|aus|auf|nieder|vorgeschlagen|nominiert|entlassen",
        others=(
            r"(?:\w*tochter|\w*sohn|töchter|söhne|(?:ehe)?frau|gattin|(?:ehe)?mann|gatte|bruder|schwester|mutter|vater|"
            r"witwer?|enkel(?:in)?|nichte|neffe|lebensgefährt(?:e|in)|freund(?:in)?|nachfolger(?:in)?|vorgänger(?:in)?|"
            r"büroleiter(?:in)?|sprecher(?:in)?|referent(?:in)?|assistent(?:in)?|sekretär(?:in)?|berater(?:in)?|"
            r"stellvertreter(?:in)?|stellvertretung|vertreter(?:in)?|vertretung|mitarbeiter(?:in)?|herausforder(?:er|"
            r"in)|vertraute[rn]?|gegenkandidat(?:in)?)\s+(?:des|der|von|vom|ihres|seines)\s+(?:(?-i:[a-zäöü])\w+\s+){0,2}"
        ),
        conditions=r"wenn|falls|sofern|sollte|sollten|würde|wäre|ob",
        sought=r"-(?:kandidat|anwärter|bewerber)\w*",
        next=r"(?:designierte|künftige|zukünftige|nächste)[nr]?",
        new=r"neue[nrs]?|nachfolge(?:r|rin)?",
        given=r"gewählt|wählte[nt]?|bestellt|bestellte[n]?|ernannt|ernannte[n]?|berufen|berief(?:en)?|bestimmt|gekürt",
        takes_up=(
            rf"tritt\s+(?:\S+\s+){{0,4}}?{_DE_POST}[^;:]{{0,50}}?\san|(?:übernimmt|übernehme)\s+(?:\S+\s+){{0,3}}?{_DE_POST}|"
            rf"(?:wird|werde|soll)\s[^;:]{{0,70}}?(?:antreten|übernehmen|aufnehmen|beginnen|starten|ablösen|nachfolgen)|"
            rf"nimmt\s+(?:\S+\s+){{0,3}}?{_DE_POST}[^;:]{{0,50}}?\sauf|"
            r"(?:beginnt|startet)\s+(?:ihren\s+dienst|seinen\s+dienst|dort|am|im|ab|zum|mit|anfang|mitte|ende)"
        ),
        starts=(
            rf"(?:\S+\s+){{0,2}}?{_DE_POST}\s+(?:tritt\s[^;:]{{0,50}}\san|wird\s[^;:]{{0,50}}\s(?:antreten|übernehmen)|übernimmt|beginnt)|"
            r"(?:der\s+)?(?:amtsantritt|dienstantritt|arbeitsbeginn|stellenantritt|wechsel)\s+(?:ist|erfolgt)"
        ),
        from_day=r"(?:ab|mit\s+wirkung\s+(?:vom|zum|ab)|zum)",
        for_whom=(
            r"(?:in\s+(?:\w+\s+)?vertretung|anstelle|an\s+stelle|stellvertretend|im\s+namen|im\s+auftrag)\s+(?:von|für|des|der|ihres|seines)|"
            r"statt|anstatt|anstelle|vertretung\s+(?:von|des|der)"
        ),
    ),
    "en": Resigning(
        denied=r"not(?!\s+only)|never|no\s+longer",
        between=(
            r"(?:nearly|almost)\s+(?:elected|chosen|became|won)|candidates?|candidacy|candidature|"
            rf"(?:runs?|running|ran|stands?|standing|stood|bids?|bidding|campaign\w*|hopes?|wants?|aims?)\s+{_EN_FOR_POST}|"
            r"step(?:s|ped|ping)?\s+(?:down|back|aside)|resign(?:s|ed|ing)?|resignation|retire(?:s|d)?|retiring|"
            r"(?:quits?|leav(?:es|ing)|left)(?=\s*$|\s+(?:as|office|his|her|the\s+(?:post|job|office))\b)|"
            r"proposed|nominated|shortlisted|tipped|ousted|removed|dismissed|replaced|stands?\s+down|stood\s+down"
        ),
        behind=r"candidates?|hopeful|resigned|stepped\s+down|until\s+\d{4}",
        others=(
            r"(?:daughters?|sons?|wife|husband|brother|sister|mother|father|widow(?:er)?|partner|spouse|niece|nephew|"
            r"cousin|granddaughter|grandson|friend|aide|adviser|advisor|assistant|secretary|spokes(?:man|woman|person)|"
            r"chief\s+of\s+staff|successor|predecessor|challenger|deputy|representative|critic|opponent)\s+(?:of|"
            r"to)\s+(?:(?:the|a|our|its|their)\s+)?(?:(?-i:[a-z])\w+\s+){0,1}"
        ),
        conditions=r"if|should|were|unless|whether|had",
        sought=r"[-\s](?:candidate|hopeful|nominee)",
        coming=r"[-\s](?:elect|designate)",
        next=r"next|future|incoming|prospective",
        new="new|newly|successor",
        given="elected|appointed|appoints|named|names|chosen|chose|picked|promoted|hired|recruited|selected",
        takes_up=(
            r"(?:will|shall|is\s+(?:set|due|expected)\s+to|is\s+to|and\s+to)\s+(?:\w+ly\s+)?(?:take\s+(?:up|over|office|on)|"
            r"succeed|replace|assume\s+(?:(?:his|her|their|the)\s+)?(?:new\s+)?(?:post|role|position|duties|office|job|seat|reins)|"
            r"(?:start|begin|join)(?=\W*$|[.,;]|\s+(?:on|in|at|work|as|next|this|there|early|late|(?:his|her|the)\s+(?:new\s+)?"
            r"(?:job|role|post|team))\b))|(?:takes|assumes)\s+(?:up\s+|over\s+|on\s+)?(?:(?:his|her|their|the)\s+)?"
            r"(?:new\s+)?(?:post|role|position|duties|office|job|seat|reins)|"
            r"(?:starts|begins)\s+(?:on|in|at|work|work\s+on|(?:his|her|the)\s+(?:new\s+)?(?:job|role|term|post))"
        ),
        starts=(
            r"(?:(?:his|her|the|their)\s+)?(?:new\s+)?(?:term(?:\s+of\s+office)?|appointment|role|mandate|handover)\s+"
            r"(?:begins|starts|will\s+(?:begin|start|take\s+effect)|takes\s+effect|is\s+effective)"
        ),
        from_day=r"(?:with\s+effect\s+from|effective(?:\s+from)?|as\s+of|as\s+from|starting|beginning)",
        for_whom=(
            r"in\s+(?:the\s+)?place\s+of|instead\s+of|on\s+behalf\s+of|(?:deputi[sz](?:ing|ed)|st(?:anding|ood)\s+in|"
            r"fill(?:ing|ed)\s+in)\s+for|(?:represent(?:ed|ing)|replac(?:ed|ing)|succeed(?:ed|ing|s))"
        ),
    ),
    "fr": Resigning(
        denied=r"(?:ne|n['’](?:est|a|était|ont|sera))(?!\s+(?:pas\s+)?(?:seulement|que)\b)|jamais",
        between=(
            r"candidate?|candidature|brigue|briguait|brigué|proposée?|pressentie?|"
            r"démissionn\w+|quitt\w+|démission|cess\w+|renonc\w+|retraite|aspire"
        ),
        behind=r"sortante?|démissionnaire|a\s+démissionné",
        others=(
            r"(?:fille|fils|femme|épouse|mari|époux|frère|sœur|mère|père|veuve?|nièce|neveu|compagne|compagnon|amie?|"
            r"cabinet|collaborat(?:eur|rice)|conseill(?:er|ère)|assistante?|secrétaire|porte-parole|success(?:eur|eure|"
            r"rice)|prédécesseure?|représentante?|suppléante?)\s+(?:du|de\s+la|de\s+l['’]|de|"
            r"d['’])\s*(?:(?-i:[a-zà-ÿ])\w+\s+){0,1}"
        ),
        conditions=r"si|s['’]il|quand",
        sought=r"\s(?:pressentie?)",
        coming=r"\s(?:désignée?)",
        next=r"futur|future|prochaine?",
        new="nouveau|nouvelle|nouvel",
        given="élue?|nommée?|nomme|désignée?|choisie?|promue?|recrutée?",
        takes_up=(
            r"(?:prendra|assumera|assurera|occupera|débutera|entrera|rejoindra|remplacera|succédera|commencera|exercera)|"
            r"prend\s+(?:ses|leurs)\s+fonctions|entre\s+en\s+fonctions?|prend\s+(?:son|le)\s+poste"
        ),
        starts=r"(?:sa|la|son|le)\s+(?:prise\s+de\s+(?:fonctions?|poste)|mandat)\s+(?:est\s+prévue?|interviendra|débutera|aura\s+lieu|débute|commence)",
        from_day=r"(?:à\s+compter\s+du|à\s+partir\s+du|dès\s+le)",
        for_whom=(
            r"(?:représent(?:ait|aient|ant|e|ent)|a\s+représenté|remplaç(?:ait|aient|ant)|a\s+remplacé|au\s+nom\s+(?:de|du)|"
            r"à\s+la\s+place\s+(?:de|du)|en\s+(?:remplacement|représentation)\s+(?:de|du)|pour\s+le\s+compte\s+(?:de|du)|suppléait)"
        ),
    ),
    "es": Resigning(
        denied=r"no(?!\s+(?:s[oó]lo|solamente|únicamente)\b)|ya\s+no|nunca",
        between=(
            r"candidat[oa]s?|candidatura|aspira|aspirante|opta|propuest[oa]|dimit\w+|dejó|deja|dejar|abandon\w+|cesad[oa]|"
            r"cesó|renunci\w+|relevad[oa]|sustituid[oa]|optar"
        ),
        behind=r"en\s+funciones\s+saliente|saliente|dimitió|dimisionari[oa]",
        others=(
            r"(?:hij[oa]s?|espos[oa]|mujer|marido|herman[oa]|madre|padre|viud[oa]|sobrin[oa]|niet[oa]|amig[oa]|pareja|"
            r"gabinete|asesora?|asistente|secretari[oa]|portavoz|sucesora?|antecesora?|predecesora?|representante|"
            r"suplente)\s+(?:del|de\s+la|de)\s+(?:(?-i:[a-zà-ÿ])\w+\s+){0,1}"
        ),
        conditions=r"si|cuando",
        coming=r"\s(?:elect[oa]|designad[oa])",
        next=r"futur[oa]|próxim[oa]",
        new="nuev[oa]",
        given="elegid[oa]|eligió|eligieron|nombrad[oa]|nombró|nombra|designad[oa]|designó|proclamad[oa]|fichad[oa]",
        takes_up=(
            r"(?:tomará|asumirá|ocupará|empezará|comenzará|iniciará|relevará|sucederá|sustituirá|se\s+incorporará|"
            r"ejercerá|entrará)|toma\s+posesión|asume\s+el\s+(?:cargo|puesto)|se\s+incorpora"
        ),
        starts=r"(?:tomará\s+posesión|asumirá|se\s+incorporará|ocupará|empezará|comenzará|su\s+mandato\s+(?:empieza|comienza|comenzará)|"
        r"la\s+toma\s+de\s+posesión\s+(?:será|está\s+prevista|tendrá\s+lugar))",
        from_day=r"(?:a\s+partir\s+del?|desde\s+el\s+próximo|con\s+efectos\s+del?)",
        for_whom=(
            r"en\s+(?:representación|nombre|lugar|sustitución)\s+(?:de|del)|(?:sustituyó|sustituía|sustituye|relevó|representó)\s+al?|"
            r"en\s+vez\s+(?:de|del)"
        ),
    ),
    "sv": Resigning(
        denied=r"inte(?!\s+(?:bara|endast|enbart)\b)|aldrig|ej",
        between=(
            r"kandiderar|kandidat|kandidera|föreslagen|föreslås|nominerad|nomineras|avgår|avgick|avgått|avsatt|avsattes|slutar|"
            r"slutade|slutat|lämnar|lämnade|lämnat|avgående|söker"
        ),
        behind=r"avgår|avgick|har\s+avgått",
        others=(
            r"(?:dotter|döttrar|son|söner|hustru|fru|maka|make|man|bror|syster|mor|far|änka|änkling|brorson|systerson|"
            r"vän|sekreterare|rådgivare|assistent|talesperson|efterträdare|företrädare|ställföreträdare|suppleant|"
            r"medarbetare)\s+(?:till|åt|för)\s+(?:(?-i:[a-zåäö])\w+\s+){0,1}"
        ),
        conditions=r"om|ifall|skulle",
        next=r"blivande|tillträdande|nästa|kommande",
        new="nya?",
        given="vald|valdes|valde|utsedd|utsetts|utsågs|utsåg|utses|anställts?|rekryterats?|utnämnts?",
        takes_up=(
            r"tillträder|(?:ska|kommer\s+att)\s+(?:tillträda|ta\s+över|börja|efterträda|ersätta)|tar\s+(?:över|plats)|"
            r"börjar\s+(?:den|i|sitt|på|vid|sin)"
        ),
        starts=r"(?:tillträdet|tillträde|uppdraget|mandatperioden)\s+(?:sker|är|börjar|blir|inleds)|tillträder",
        from_day=r"(?:från\s+och\s+med|fr\.?o\.?m\.?|med\s+start|per)",
        for_whom=(
            r"i\s+stället\s+för|på\s+uppdrag\s+av|i\s+(?:\w+s\s+)?ställe|å\s+\w+s\s+vägnar|ersatte|ersätter|representerade|"
            r"efterträd(?:de|er)"
        ),
    ),
}


def resigning_of(code: str) -> Resigning:
    """The words of a language; none for one that nobody described."""
    return _RESIGNING.get(code, Resigning())
