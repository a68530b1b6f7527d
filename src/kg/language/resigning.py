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
        sought: Right behind the office: it is only sought, or was held until somebody retired.
        coming: Right behind the office: it is to be theirs.
        next: Right before the office: the same.
        new: Right before an office: it was just given to them.
        given: Verbs that tell the same, between a person and the office or before the two.
        given_last: The same behind the two, where a clause ends with its verb.
        takes_up: A verb with its subject before it, not of the past, and the office: they take it up.
        stops: What opens a clause of its own, or says that somebody says something.
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
    given_last: str = "(?!)"
    takes_up: str = "(?!)"
    stops: str = "(?!)"
    starts: str = "(?!)"
    from_day: str = "(?!)"
    for_whom: str = "(?!)"


_EN_FOR_POST = (
    r"(?:for|to\s+(?:be|become))(?:\s+(?:the|a|an|its|their|new|next|post|office|position|of|as)){0,5}\s*$"
)

_DE_POST = r"(?:(?:\w+meister|\w+rats|ehren)?amt|stelle|dienst|\w*posten|amtsgeschäfte)"
_DE_MONTH = (
    r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?:\s+\d{4})?"
)
_DE_DAY = rf"(?:(?:am|ab|ab\s+dem|zum)\s+\d{{1,2}}\.\s*{_DE_MONTH}|(?:im|ab|anfang|mitte|ende)\s+{_DE_MONTH})"
_EN_POST = r"(?:post|role|position|duties|office|job|seat|reins)"
_EN_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EN_DAY = (
    rf"(?:on\s+(?:\d{{1,2}}\s+{_EN_MONTH}|{_EN_MONTH}\s+\d{{1,2}})|in\s+{_EN_MONTH}|next\s+(?:month|year))"
    r"(?:,?\s+\d{4})?(?=\W*$|[.,;])"
)
_EN_HIS = r"(?:(?:his|her|their|the|this)\s+)?(?:new\s+)?"
_NAME = r"(?-i:[^\W\d_a-z]\w+\s+[^\W\d_a-z]\w+)"

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
        sought=(
            r"-(?:kandidat|anwärter|bewerber)\w*|"
            r"\s(?:a\.\s?d\.|i\.\s?r\.|außer dienst|im ruhestand|in ruhe|emerit\w+|em\.)"
        ),
        next=r"(?:designierte|künftige|zukünftige|nächste)[nr]?",
        new=r"neue[nrs]?|nachfolge(?:r|rin)?",
        given=r"gewählt|wählte[nt]?|bestellt|bestellte[n]?|ernannt|ernannte[n]?|berufen|berief(?:en)?|bestimmt|gekürt|"
        r"(?:neu|frisch)gewählte[nrs]?|gewählte[nrs]?",
        given_last=r"gewählt|bestellt|ernannt|berufen|bestimmt|gekürt",
        takes_up=(
            rf"tritt\s+(?:\S+\s+){{0,4}}?{_DE_POST}[^;:]{{0,50}}?\san|(?:übernimmt|übernehme)\s+(?:\S+\s+){{0,3}}?{_DE_POST}|"
            rf"(?:wird|werde|soll)\s[^;:,]{{0,40}}?{_DE_POST}\s[^;:,]{{0,40}}?(?:antreten|übernehmen|aufnehmen|beginnen)|"
            rf"(?:wird|werde)\s[^;:,]{{0,30}}?{_NAME}\s+nachfolgen|"
            rf"(?:beginnt|startet)\s+(?:ihren\s+dienst|seinen\s+dienst|(?:dort\s+)?{_DE_DAY}(?=\W*$|[.,;]))"
        ),
        stops=(
            r"dass|damit|weil|während|will|wollen|sag(?:t|te|ten|en)|erklär(?:t|te|ten)|beton(?:t|te|ten)|"
            r"versprach|verspricht|versprochen|kündigt(?:e|en)?|kündigen|angekündigt|teilte|berichtet(?:e|en)?"
        ),
        starts=(
            rf"(?:\S+\s+){{0,2}}?{_DE_POST}\s+(?:tritt\s[^;:]{{0,50}}\san|wird\s[^;:]{{0,50}}\s(?:antreten|übernehmen)|übernimmt|beginnt)|"
            r"(?:der\s+)?(?:amtsantritt|dienstantritt|arbeitsbeginn|stellenantritt)\s+(?:ist|erfolgt)"
        ),
        from_day=r"(?:ab|mit\s+wirkung\s+(?:vom|zum|ab)|(?<!bis )zum)",
        for_whom=(
            r"(?:in\s+(?:\w+\s+)?vertretung|anstelle|an\s+stelle|stellvertretend|im\s+namen|im\s+auftrag)\s+(?:von|für|des|der|ihres|seines)|"
            r"statt|anstatt|anstelle|vertretung\s+(?:von|des|der)|"
            r"für\s+(?:den|die)\s+(?:verhindert|erkrankt|abwesend|entschuldigt)\w*"
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
        sought=r"[-\s](?:candidate|hopeful|nominee)|,?\s\(?(?:retired|emeritus|emerita)",
        coming=r"[-\s](?:elect|designate)",
        next=r"next|future|incoming|prospective",
        new="new|newly|successor",
        given="elected|appointed|appoints|named|names|chosen|chose|picked|promoted|hired|recruited|selected",
        takes_up=(
            rf"(?:(?:will|shall|is\s+(?:set|due|expected)\s+to|is\s+to|and\s+to)\s+(?:\w+ly\s+)?(?:take|assume|start|begin)|takes|assumes)\s+"
            rf"(?:(?:up|over|on)\s+)?{_EN_HIS}{_EN_POST}|"
            r"(?:will|shall|is\s+(?:set|due|expected)\s+to|is\s+to|and\s+to)\s+(?:\w+ly\s+)?"
            rf"(?:take\s+(?:up|over)(?=\W*$|[.,;]|\s+(?:as\s|{_EN_DAY}))|(?:succeed|replace)\s+(?:{_NAME}|him|her)|"
            rf"(?:start|begin)\s+(?:work\s+)?(?:there\s+)?(?:as\s|{_EN_DAY}))|"
            rf"(?:starts|begins)\s+(?:work\s+)?(?:there\s+)?(?:as\s|{_EN_HIS}{_EN_POST}|{_EN_DAY})"
        ),
        stops=(
            r"that|said|says|saying|told|tells|add(?:ed|s)|explain(?:ed|s)|announce[ds]|stress(?:ed|es)|noted|notes|"
            r"promise[ds]|pledge[ds]|plans|wants|where|because|while|whose|as\s+soon|when"
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
        sought=r"\s(?:pressentie?|honoraires?|émérites?|à la retraite)",
        coming=r"\s(?:désignée?)",
        next=r"futur|future|prochaine?",
        new="nouveau|nouvelle|nouvel",
        given="élue?|nommée?|nomme|désignée?|choisie?|promue?|recrutée?",
        takes_up=(
            r"(?:prendra|assumera|occupera|débutera|commencera|exercera)\s+(?:ses|leurs|la|le|son|ces|cette|ce)\s+(?:nouve\w+\s+)?"
            r"(?:fonctions?|postes?|mandat|succession)|entrera\s+en\s+fonctions?|"
            rf"(?:remplacera|succédera\s+à)\s+{_NAME}|"
            r"prend\s+(?:ses|leurs)\s+fonctions|entre\s+en\s+fonctions?|prend\s+son\s+poste"
        ),
        stops=(
            r"que|qu['’]|dit|déclare|déclaré|affirme|affirmé|annonce|annoncé|promet|promis|explique|expliqué|souligne|"
            r"souligné|indique|indiqué|veut|dont|où|lorsque|quand"
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
        sought=r"\s(?:jubilad[oa]|emérit[oa]|honorari[oa])",
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
            r"(?:asumirá|ocupará|empezará|comenzará|iniciará|ejercerá)\s+(?:el|la|su|sus|en\s+el|en\s+su|este)\s+(?:nuev[oa]\s+)?"
            r"(?:cargo|puesto|funciones|mandato)|(?:tomará|toma)\s+posesión(?!\s+de\s+la\s)|entrará\s+en\s+funciones|"
            rf"(?:relevará|sucederá|sustituirá)\s+a\s+{_NAME}|asume\s+el\s+(?:cargo|puesto)|"
            r"se\s+incorpora(?:rá)?\s+(?:al|a\s+su)\s+(?:cargo|puesto)"
        ),
        stops=(
            r"(?<!, )que|dijo|dice|afirm[aó]|anunci[aó]|asegur[aó]|explic[aó]|señal[aó]|promet(?:e|ió)|declar[aó]|"
            r"quiere|cuando|donde|mientras"
        ),
        starts=r"(?:tomará\s+posesión|(?:asumirá|ocupará)\s+(?:el|su)\s+(?:cargo|puesto)|su\s+mandato\s+(?:empieza|comienza|comenzará)|"
        r"la\s+toma\s+de\s+posesión\s+(?:será|está\s+prevista|tendrá\s+lugar))",
        from_day=r"(?:a\s+partir\s+del?|desde\s+el\s+próximo|con\s+efectos\s+del?)",
        for_whom=(
            r"en\s+(?:representación|nombre|lugar|sustitución)\s+(?:de|del)|(?:sustituyó|sustituía|sustituye|relevó|representó)\s+al?|"
            r"en\s+vez\s+(?:de|del)"
        ),
    ),
    "nl": Resigning(
        denied=r"niet(?!\s+(?:alleen|enkel)\b)|nooit|geen",
        between=(
            r"kandidaat|kandidate|kandideert|kandidatuur|voorgedragen|genomineerd|gesolliciteerd|solliciteert|ontslag|ontslagen|"
            r"afgetreden|aftredend\w*|treedt\s+af|trad\s+af|stapt\s+op|stapte\s+op|opgestapt|vertrekt|vertrok|vertrokken|neemt\s+afscheid|"
            r"nam\s+afscheid|stopt|stopte|gestopt|afgezet|met\s+pensioen"
        ),
        sought=r"\s(?:emeritus|op\s+rust|in\s+ruste|b\.\s?d\.)|-?kandidaat",
        behind=r"afgetreden|treedt\s+af|trad\s+af|opgestapt|stapt\s+op|stapte\s+op|neemt\s+ontslag|nam\s+ontslag",
        others=(
            r"(?:dochter|zoon|echtgenote?|vrouw|man|broer|zus|moeder|vader|weduwe|weduwnaar|partner|vriend|vriendin|kabinetschef|"
            r"woordvoerder|woordvoerster|medewerker|medewerkster|adviseur|assistente?|secretaris|secretaresse|opvolger|opvolgster|"
            r"voorganger|voorgangster|vervanger|vertegenwoordiger)\s+van\s+(?:de\s+|het\s+)?(?:(?-i:[a-z])\w+\s+){0,1}"
        ),
        conditions=r"als|indien|mocht|wanneer",
        coming=r"\s(?:in\s+spe|verkozen)",
        next=r"toekomstige?|aankomende?|aanstaande?|volgende|kandidaat-?",
        new="nieuwe?",
        given="gekozen|verkozen|benoemd|benoemde|aangesteld|aangewezen|geïnstalleerd|beëdigd|koos|kozen",
        given_last="gekozen|verkozen|benoemd|aangesteld|aangewezen|geïnstalleerd|beëdigd",
        takes_up=(
            rf"volgt\s+{_NAME}\s+op|zal\s+{_NAME}\s+opvolgen|treedt\s+in\s+(?:dienst|functie)|begint\s+op\s+\d{{1,2}}\s+\w+|"
            r"(?:neemt|zal)\s+(?:het|de|zijn|haar)\s+(?:ambt|functie|taak|mandaat)\s+(?:op|over|opnemen|overnemen)|gaat\s+aan\s+de\s+slag"
        ),
        stops=(
            r"dat|zegt|zei|verklaart|verklaarde|belooft|beloofde|meldt|meldde|vertelt|vertelde|benadrukt|benadrukte|wil|wilde|"
            r"wanneer|waar|omdat|terwijl"
        ),
        starts=r"(?:de\s+)?(?:ambtsaanvaarding|indiensttreding|aanstelling|installatie)\s+(?:is|vindt|gaat)",
        from_day=r"(?:met\s+ingang\s+van|vanaf|per)",
        for_whom=r"namens|in\s+naam\s+van|in\s+plaats\s+van|ter\s+vervanging\s+van|vervangt|verving|vertegenwoordigt|vertegenwoordigde",
    ),
    "it": Resigning(
        denied=r"non(?!\s+(?:solo|soltanto|solamente)\b)|mai",
        between=(
            r"candidat[oa]|candidatura|aspira|aspirante|punta|propost[oa]|dimess[oa]|dimission[ie]|lasci[aò]|lasciat[oa]|"
            r"lasciare|rinunci\w+|sostituit[oa]|rimoss[oa]|revocat[oa]"
        ),
        sought=r"\s(?:in\s+pensione|emerit[oa]|onorari[oa])",
        behind=r"uscente|dimissionari[oa]|si\s+è\s+dimess[oa]|si\s+dimise",
        others=(
            r"(?:figli[oa]|mogli[e]|marito|fratello|sorella|madre|padre|vedov[oa]|nipote|amic[oa]|compagn[oa]|"
            r"capo\s+di\s+gabinetto|consulente|assistente|segretari[oa]|portavoce|successore|predecessore|delegat[oa])\s+"
            r"(?:del|dello|della|dell['’]|di)\s*(?:(?-i:[a-zà-ÿ])\w+\s+){0,1}"
        ),
        conditions=r"se|quando|qualora",
        coming=r"\s(?:elett[oa]|designat[oa]|in\s+pectore)",
        next=r"futur[oa]|prossim[oa]",
        new="nuov[oa]",
        given="elett[oa]|elesse|nominat[oa]|nomina|nominò|designat[oa]|proclamat[oa]|scelt[oa]",
        takes_up=(
            r"(?:assumerà|ricoprirà|inizierà|comincerà|eserciterà)\s+(?:il|la|le|l['’]|suo|sua|questo)\s*(?:nuov[oa]\s+)?"
            r"(?:carica|incarico|funzioni|mandato|ruolo)|entrerà\s+in\s+carica|entra\s+in\s+carica|si\s+insedierà|si\s+insedia|"
            rf"(?:succederà|subentrerà)\s+a\s+{_NAME}|prenderà\s+il\s+posto\s+di\s+{_NAME}|prenderà\s+servizio"
        ),
        stops=(
            r"(?<!, )che|ha\s+detto|dice|afferm[aò]|ha\s+affermato|annuncia|ha\s+annunciato|assicura|spiega|"
            r"ha\s+spiegato|promette|dichiara|ha\s+dichiarato|vuole|quando|dove|mentre"
        ),
        starts=(
            r"(?:(?:il\s+suo|il)\s+mandato\s+(?:inizia|comincia|inizierà|comincerà)|"
            r"l['’]insediamento\s+(?:è\s+previsto|sarà|avverrà))"
        ),
        from_day=r"(?:a\s+partire\s+dal?|a\s+decorrere\s+dal?|con\s+effetto\s+dal?)",
        for_whom=(
            r"in\s+(?:rappresentanza|vece|sostituzione)\s+(?:di|del|dello|della|dell['’])|a\s+nome\s+(?:di|del|della|dell['’])|"
            r"al\s+posto\s+(?:di|del|della|dell['’])|(?:ha\s+sostituito|sostituiva|sostituisce|rappresentava|ha\s+rappresentato)"
        ),
    ),
    "sv": Resigning(
        denied=r"inte(?!\s+(?:bara|endast|enbart)\b)|aldrig|ej",
        between=(
            r"kandiderar|kandidat|kandidera|föreslagen|föreslås|nominerad|nomineras|avgår|avgick|avgått|avsatt|avsattes|slutar|"
            r"slutade|slutat|lämnar|lämnade|lämnat|avgående|söker"
        ),
        sought=r"\s(?:emeritus|emerita)",
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
            r"tillträder(?=\W*$|[.,;]|\s+(?:den|i|sin|sitt|som|tjänsten|posten|uppdraget|ämbetet)\b)|"
            r"(?:ska|kommer\s+att)\s+(?:tillträda(?=\W*$|[.,;]|\s+(?:den|i|sin|sitt|som|tjänsten|posten|uppdraget|ämbetet)\b)|"
            rf"(?:efterträda|ersätta)\s+{_NAME})|"
            r"börjar\s+(?:sitt\s+(?:uppdrag|arbete|jobb)|sin\s+tjänst|den\s+\d{1,2}\s+\w+(?:\s+\d{4})?(?=\W*$|[.,;]))"
        ),
        stops=(
            r"(?<!kommer )att|säger|sade|sa|berättar|berättade|lovar|lovade|menar|förklarar|förklarade|meddelar|"
            r"vill|när|där|eftersom|medan"
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
