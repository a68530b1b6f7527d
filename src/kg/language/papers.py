"""Words by which papers say what they are and whose: labels, kinds of papers, what papers and bodies are called.

They are the words of all languages together, since the head of a paper often has another language than its text.
"""

from __future__ import annotations

import re


def _words(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)


def _ends(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lines)})$", re.IGNORECASE)


def _labels(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lines)})\s*(?::|(?=\s[–-]\s)|$)\s*", re.IGNORECASE)


# What stands before the name of whoever gives a paper out.
PUBLISHED_BY = _labels(
    r"herausgeber(?:in|:in)?",
    r"hg\.?|hrsg\.?",
    r"herausgegeben von(?: der| dem)?|hrsg\. von(?: der| dem)?",
    r"v\.\s?i\.\s?s\.\s?d\.\s?p\.?|visdp",
    r"verantwortlich(?: für den inhalt|(?:e|er) (?:redakteur(?:in)?|redaktion))?(?: i\.\s?s\.\s?d\.\s?p\.)?",
    r"impressum|redaktion|quelle|absender(?:in)?|eine mitteilung (?:der|des|von)",
    r"publisher|published by|issued by|editor|imprint|source|sender|from|released by|issuer",
    r"éditeur|édité par|publié par|rédaction|directeur de (?:la )?publication|source|émetteur|de la part de",
    r"editor?a?|editado por|publicado por|edita|redacción|fuente|emisor|remite",
    r"uitgever|uitgegeven door|gepubliceerd door|afzender|bron|redactie|verantwoordelijke uitgever",
    r"utgivare|utgiven av|avsändare|källa|redaktion|ansvarig utgivare|udgiver|utgiver",
)
# What stands before the name of whoever is to be asked; often a person's or an office's.
CONTACT = _labels(
    r"(?:presse|medien|redaktions|rück)?-?kontakt(?: für (?:die )?(?:medien|presse|rückfragen))?",
    r"rückfrage(?:n|hinweis)?(?: an| bitte an)?",
    r"ansprechpartner(?:in|:in)?(?: für (?:die )?(?:medien|presse|redaktionen))?",
    r"(?:ihr|ihre) ansprechpartner(?:in)?|(?:weitere |nähere )?(?:auskunft|auskünfte|informationen|infos)|anmeldung",
    r"(?:press |media )?(?:contact|enquiries|inquiries)s?|for (?:more|further) information|further information|"
    r"information and registration|notes? to editors|text",
    r"contacts?(?: presse| médias?)?|renseignements|pour en savoir plus|plus d['’]informations?|relations presse",
    r"contacto(?: de prensa| para medios)?|más información|para más información|prensa",
    r"(?:pers)?contact(?:persoon)?(?: voor (?:de )?pers)?|(?:voor )?meer informatie|niet voor publicatie|"
    r"noot (?:voor|aan) (?:de )?(?:redactie|pers)|woordvoerder",
    r"(?:press)?kontakt(?:person)?|(?:för )?mer information|upplysningar|frågor",
)
# What stands before whoever arranges what a programme is about.
ARRANGED_BY = _labels(
    r"veranstalter(?:in|:in|innen)?|ausrichter(?:in)?|gastgeber(?:in)?",
    r"eine veranstaltung (?:der|des|von)|träger(?:in)?",
    r"hosts?|hosted by|organi[sz]ers?|organi[sz]ed by|convened by|an event by",
    r"organisateurs?|organisé par|organisation|organiza(?:n|dores?)?|organizado por|convoca",
    r"organisator(?:en)?|georganiseerd door|gastheer|een initiatief van",
    r"arrangör(?:er)?|arrangeras av|värd(?:ar)?|arrangør",
)
# What stands before what a body says of itself.
ABOUT = _labels(
    r"über (?:uns|die|das|den|dem)?|zu(?:m|r)? person",
    r"about(?: us| the)?|who we are|notes? on|background",
    r"à propos(?: de(?: la| l['’])?| du| d['’])?|qui sommes-nous",
    r"over(?: ons| de| het)?|wie zijn wij",
    r"sobre(?: nosotros| el| la)?|acerca de(?:l| la)?|quiénes somos|om(?: oss)?",
)
# What stands before a writer's name.
BYLINE = re.compile(r"(?i:von|by|av|par|por|text|foto|photo|bild|fotos)[:\s]\s*(?=[^\W\d_a-z])")
# What stands between a paper and whose it is, or between what was done with it and who did that.
AGENT = re.compile(
    r"\b(?:von (?:der|dem|den)|von|vom|by the|by|par la|par le|par l['’]|par|por el|por la|por|av)\s+(?=[^\W\d_a-z])"
)
# What stands at the foot about whoever sends it: "About X", "Om X: …".
ABOUT = re.compile(
    r"\W*(?:À propos (?:de la |de l['’]|de |du |d['’])|About (?:the )?|Über (?:die |das |den )?|Om |"
    r"Acerca de(?:l| la)? |Sobre (?:el |la )?)([^\W\d_a-z][^:.!?\n]{2,58})(?::|\W*$)"
)
MADE = _words(
    r"zusammengestellt|herausgegeben|veröffentlicht|erstellt|verfasst|publiziert|bereitgestellt|mitgeteilt|erarbeitet",
    r"aktualisiert|updated|compiled|published|prepared|issued|written|provided|put together|edited|posted|released",
    r"publiée?|rédigée?|établie?|préparée?|éditée?|diffusée?",
    r"publicad[oa]|elaborad[oa]|editad[oa]|preparad[oa]|difundid[oa]",
    r"gepubliceerd|opgesteld|uitgegeven|samengesteld|geschreven|bijgewerkt",
    r"publicera[dt]|sammanställ[dt]|utgiven|skriven|framtagen",
)
# Kinds of papers, and what else tells of a text and not of its sender.
PAPER = _words(
    r"(?:presse|medien|bürger|rats|eil|vor|kurz|sammel)?-?(?:mitteilung|meldung|information|info|notiz|aussendung|dienst|"
    r"erklärung|text|einladung|bericht)(?:en|e)?|ots-aussendung|rathaus umschau|mitteilungen|amtliche mitteilungen|"
    r"pressestatement|statement|stellungnahme|positionspapier|offener brief|rundbrief|rundmail|rundschreiben|"
    r"\w*brief|newsletter|\w*blatt|magazin|zeitschrift|chronik|programm|tagesordnung|niederschrift|protokoll|"
    r"kurzprotokoll|auszug|einladung(?: an die (?:medien|presse))?|redemanuskript|rede|grußwort|interview|gespräch|"
    r"kommentar|meinung|leitartikel|gastbeitrag|leserbrief|lokales|meldung|nachrichten?|ausgabe|heft|nummer|folge|"
    r"jahrgang|faktenblatt|hintergrund|fragen und antworten|häufige fragen|faq|dokumentation|studie|bekanntmachung|"
    r"amtsblatt|ratsinformation|mediendienst|pressedienst|blog|aktuelles|projektseite|steckbrief|konferenzprogramm",
    r"(?:press|media|news) ?(?:release|statement|note|notice|information|advisory|briefing|invitation)s?|for immediate "
    r"release|news(?: in brief| flash)?|agency news|research news|bulletin|newsletter|minutes(?: of)?|agenda|opinion|"
    r"editorial|comment|letter|interview|programme|program|announcement|stock exchange release|fact ?sheet|faq|"
    r"questions and answers|statement|magazine|issue|edition|volume|report|transcript|speech|remarks|report to|"
    r"briefing",
    r"communiqué(?: de presse)?|dossier de presse|lettre(?: d['’]information)?|bulletin(?: municipal)?|procès-verbal|"
    r"compte[- ]rendu|extrait|délibération|entretien|tribune|éditorial|actualités?|programme|journal|invitation|"
    r"note (?:de|aux) (?:presse|rédactions?)|dépêche|numéro|discours|chronique|foire aux questions",
    r"nota (?:de prensa|informativa)|comunicado(?: de prensa)?|boletín(?: informativo| municipal)?|acta|extracto|"
    r"entrevista|opinión|tribuna|noticias?|programa|teletipo|crónica|número|revista|preguntas frecuentes|circular|hoja",
    r"pressmeddelande|nyhetsbrev|nyhet(?:er)?|protokoll|krönika|ledare|debatt|insändare|intervju|program|pressinbjudan|"
    r"utdrag|kallelse|tal|nummer|månadsbrev|medlemsbrev|pressemeddelelse|pressemelding|tiedote|persbericht",
    r"pers(?:mededeling|uitnodiging|nota)|nieuws(?:brief|bericht)?|verslag|notulen|agenda|besluitenlijst|opinie|"
    r"vraag en antwoord|raadsvoorstel|toespraak|column|veelgestelde vragen",
)
# Parts of a body that give its papers out or write them.
UNIT = _words(
    r"presse(?:stelle|amt|referat|büro|abteilung|sprecher(?:in)?)?|kommunikation|öffentlichkeits(?:arbeit|referat)|"
    r"abteilung|fachbereich|referat|dezernat|amt|sitzungsdienst|geschäftsstelle|sekretariat|ausschuss|sachgebiet|"
    r"departement|stabsstelle|büro|stadtkanzlei|mediendienst|pressereferat|vertretung|gemeinderat|"
    r"stadtrat|stadtkommunikation|pressedienst|kommunikationsabteilung|medienstelle",
    r"press(?: and \w+)?(?: office)?|communications?(?: (?:department|office|team|unit))?|news ?room|media(?: office)?|"
    r"committee|department|office|secretariat|directorate|division|unit|corporate communications|council chamber",
    r"service (?:de )?(?:presse|communication)|direction|cabinet|conseil (?:communal|municipal|métropolitain)|presse|"
    r"secrétariat|bureau",
    r"gabinete(?: de (?:prensa|comunicación))?|servicio|área|concejalía|oficina|pleno(?: municipal)?|prensa|"
    r"comunicación|"
    r"secretaría|dirección",
    r"persdienst|perskamer|afdeling|dienst|communicatie|griffie|bestuursdienst|schepencollege|college|secretariaat",
    r"kommunstyrelsen|nämnden|presstjänst(?:en)?|kommunikations?(?:avdelningen|enheten)?|kansli(?:et)?|förvaltningen|"
    r"stadsledningskontoret|avdelningen",
)
# Words in the names of bodies, for those of which no lexicon knows.
BODY = _words(
    r"\w*(?:stadt|gemeinde|verwaltung|ministerium|amt|behörde|kreis|verband|verein|gesellschaft|stiftung|institut|"
    r"universität|hochschule|akademie|kammer|bank|agentur|werke?|netze?|forum|bund|zentrum|fonds|union|partei|fraktion|"
    r"kirche|büro|rat|region|bezirk|land|kanton|regierung|kommission|allianz|bündnis|initiative|genossenschaft|club|"
    r"museum|klinikum|landtag|senat|versammlung|stelle|redaktion|dienst|pakt|vertretung|botschaft|kommunikation)(?:e?s)?",
    r"city|town|municipality|council|ministry|department|agency|authority|association|society|foundation|institute|"
    r"university|college|academy|chamber|bank|network|union|party|church|office|board|region|district|county|government|"
    r"commission|alliance|partnership|initiative|cooperative|club|museum|fund|federation|league|centre|center|company|"
    r"group|trust|parliament|embassy|service|utility|works|ports?|corporation|representation|forum|platform|consortium",
    r"ville|commune|mairie|métropole|communauté|ministère|agence|association|fondation|institut|université|école|chambre|"
    r"banque|réseau|syndicat|parti|église|office|région|département|gouvernement|commission|alliance|préfecture|régie|"
    r"conseil|fédération|ligue|centre|société|groupe|administration|collectif|union",
    r"ayuntamiento|concello|diputación|ministerio|agencia|asociación|fundación|instituto|universidad|escuela|cámara|banco|"
    r"red|sindicato|partido|iglesia|oficina|región|comunidad|gobierno|junta|comisión|alianza|federación|liga|centro|"
    r"sociedad|grupo|empresa|xunta|generalitat|mancomunidad|cabildo",
    r"\w*(?:gemeente|stad|ministerie|agentschap|vereniging|stichting|instituut|universiteit|hogeschool|provincie|netwerk|waterschap|"
    r"commissie|regering|parlement|vzw|raad|fonds|bedrijf|coöperatie|bank|museum|unie|partij|fractie)",
    r"\w*(?:kommun|stad|myndighet(?:en)?|verket|förbund(?:et)?|förening(?:en)?|stiftelse(?:n)?|institut(?:et)?|"
    r"universitet(?:et)?|högskola(?:n)?|kammare(?:n)?|bank(?:en)?|nätverk(?:et)?|region(?:en)?|regering(?:en)?|"
    r"departementet|akademi(?:en)?|styrelsen|länsstyrelsen|bolag(?:et)?|kyrka(?:n)?|kommissionen|kommune)s?",
)
# What newspapers, magazines and agencies are called, in one of the words of their names.
OUTLET = _words(
    r"(?:[\w-]*(?:bote|kurier|blick|anzeiger|zeitung|post|blatt|rundschau|echo|nachrichten|merkur|presse|stimme|magazin|"
    r"avis|dagblad|tidende|tageszeitung|volksblatt|wochenblatt|stadtanzeiger|amtsblatt|mitteilungsblatt|tagblatt|allgemeine|courier|gazette|times|review|journal|herald|tribune|mercury|chronicle|observer|telegraph|"
    r"guardian|wire|dispatch|newswire|monitor|weekly|daily|column|campus|correo|diario|heraldo|voz|noticias|periódico|"
    r"dépêche|courrier|gazette|tidning|tidningen|bladet|posten|kuriren|dagblad|nieuwsblad|tidende|nyheter|veckan|"
    r"giornale|corriere|gazzetta|gazeta|dziennik|press|mag|revista|revue|magazine|libre|soir|matin|spiegel|welt|brief))",
)
# Words that a headline or a place of meeting has and no sender's name.
PLACE_OF_MEETING = _words(
    r"saal|rathaussaal|halle|chamber|hall|city hall|town hall|rådhuset|stadthaus|salle|salón|hôtel de ville|stadshuset|"
    r"platz|straße|street|road|square|rue|place|quai|avenue|calle|plaza|gatan|torget|vägen|tel\.?|telefon|phone"
)
MENU = _words(
    r"start(?:seite)?|home(?:page)?|accueil|inicio|hem|menü|menu|suche|search|sök|buscar|rechercher|impressum|"
    r"datenschutz|"
    r"barrierefreiheit|imprint|privacy|accessibility|cookies?|mentions légales|aviso legal|sitemap|plan du site|rss|"
    r"share|"
    r"skip to (?:main )?content|zum (?:haupt)?inhalt(?: springen)?|aller au contenu|saltar al contenido|"
    r"hoppa till (?:innehåll|innehållet)|"
    r"leichte sprache|om kakor|tillgänglighetsredogörelse|kontakt|contact|contacto|newsletter|login|english|deutsch"
)
SEASON = _words(
    r"frühjahr|frühling|sommer|herbst|winter|spring|summer|autumn|fall|printemps|été|automne|hiver|primavera|verano|otoño|"
    r"invierno|vår|våren|sommar|höst|vinter|fastenzeit|advent|kw|semaine|vecka|week"
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\bcopyright\b|&copy;)\s*(?:by\s)?(?:\d{4}(?:\s?[–-]\s?\d{4})?,?\s*)?", re.IGNORECASE
)
# Words that make of a name in the genitive or dative one of a nominative, in a paper of somebody's.
OF = re.compile(
    r"\b(?:des|der|vom|von|of the|of|from the|from|de la|de los|de las|de l['’]|d['’]|du|des|de|del|från|för|för)\s*"
    r"(?=[^\W\d_a-z])"
)
# Stands before the name of whoever a body belongs to.
OWNED_BY = re.compile(r"(?:^|\s)(?:der|des|von|of|of the|de|de la|du)\s$")
# Stands before the place that something told of in a headline is for or with, and that place's article.
FOR_PLACE = re.compile(
    r"\s(?:für|mit|an|for|with|to|pour|avec|para|con|för|med|till)\s(?:(?:die|der|den|das|the|la|le|el)\s)?$"
)
# Stands in a headline behind the place that it tells of.
TOLD_BEHIND = re.compile(
    r"\s(?:unter|auf|in|im|als|bei|beim|mit|vor|among|amid|on|in|as|with|before|at|to|parmi|sur|dans|en|comme|avec|"
    r"entre|como|ante|con|bland|på|i|som|med|inför)\s"
)
# A name goes on with these in the line below.
GOES_ON = re.compile(r"(?:des|der|für|und|of|for|and|de|du|del|para|för|och|y|et)\s+[^\W\d_a-z]")
MINISTRY = re.compile(
    r"(?:\w*ministerium|ministry|department|ministère|ministerio|\w*departementet)\b", re.IGNORECASE
)
# What stands behind the name of whoever gives out a paper that has no other name.
NEWS_BEHIND = re.compile(
    r"\s+(?:news(?:letter| ?flash| ?brief)?|blog|nyheter|aktuell|updates?|actualités|noticias|informiert|informerar|"
    r"informe|informa|nachrichten|bulletin|newsroom|rundbrief|nyhetsbrev|boletín|pressedienst|medienmitteilung|"
    r"pressemitteilung|press release)(?:\s+(?:nr\.?|no\.?|n°)?\s*\d[\d/]*)?$",
    re.IGNORECASE,
)
# Says what a paper or body is, before its name; it is called without, too.
KIND_BEFORE = re.compile(
    r"(?i:revista|magazine?|zeitschrift|tidningen|diario|periódico|journal|föreningen|nätverket|stiftelsen|verein|"
    r"asociación|association|réseau|fundación|agencia|agence|nyhetsbyrån|agentur)\s+(?=[^\W\d_a-z])"
)
# Stands before the name of a paper, with nothing between.
DESK = re.compile(r"(?i:redaktion|rédaction|redacción|redaktionen)\s+(?=[^\W\d_a-z])")
# A body whose name goes on with what it is for, in a list that commas divide.
FOR = re.compile(
    r"(?:[\w-]+\s){0,3}[\w-]*(?:ministeri(?:um|en|o)|ministry|department|departementet?|ministère|amt|referat|"
    r"concejalía|consejería|secretariat|institut\w*|institute|agency|agence|agencia|stelle|union|verband|association)"
    r"\s(?:für|for|of|de|för|du|des)\s[^,]+(?:,\s[^,]+)*?,?\s(?:und|and|y|et|och|e|&)\s[^,]+",
    re.IGNORECASE,
)
# Stands before a person's name.
TITLE = re.compile(
    r"(?:dr|prof|mag|dipl|herr|frau|mr|mrs|ms|m|mme|sr|sra|don|doña|cllr|hon|ing)\.?\s", re.IGNORECASE
)
# Stands before a name in a head, and is left out elsewhere.
ARTICLE = re.compile(r"(?:The|Das|Die|Der|Le|La|Les|L['’]|El|Los|Las)\s?(?=[^\W\d_a-z])")
# Stands behind a name and is never part of it.
PAPER_BEHIND = re.compile(
    r"\s+(?:newsletter|rundbrief|infobrief|nyhetsbrev|boletín|pressemitteilung|medienmitteilung|press release)$",
    re.IGNORECASE,
)
# Stands before what tells of a picture.
CAPTION = re.compile(
    r"\W*(?:bild(?:zeile|beschreibung|unterschrift|nachweis|rechte|quelle)?|(?:titel|archiv|symbol)?(?:foto|bild)s?|photos?|"
    r"picture|image|légende|crédits?(?: photo)?|imagen|pie de foto|bildtext|fotograf|grafik|video|caption|credits?)\b"
    r"[^:]{0,40}:|\W*\[|\W*©",
    re.IGNORECASE,
)
# Stands before whoever took a picture, a body before the name at most; and what ends that, behind the name.
TAKEN_BY = re.compile(
    r"(?:(?<!\w)(?:(?:titel|archiv|symbol)?fotos?|bildnachweis|bildquelle|bildrechte|fotograf(?:in)?|photos?|"
    r"crédits?(?: photo)?|fotografía|foto(?:graf)?|copyright|credits?)(?:\s?[:©/]|\svon|\sby|\spar|\spor)?|©)"
    r"\s*(?:[^.:;()\n]{2,40}[/,|]\s?)?",
    re.IGNORECASE,
)
TAKEN_BY_ENDS = re.compile(
    r"\s*(?:[/|–-][^.:;()\n]{2,40}|,\s[A-ZÄÖÜ][^.:;(),\n]{1,40})?[.)\]]*\s*(?:$|\n|(?<=[)\]]))"
)
# What sections of papers and of pages are called.
_RUBRIC = (
    r"(?:aktuell(?:es)?|nachrichten|neuigkeiten|neues|meldungen|lokal(?:es)?|politik|wirtschaft|kultur|sport|umwelt|"
    r"region|stadt|rathaus|gesellschaft|energie|verkehr|panorama|wissenschaft|termine|veranstaltungen|blog|presse|"
    r"news|local|politics|business|environment|opinion|events|stories|updates|latest news|insights|media|"
    r"science|energy|cities|europe|world|press|publications|articles?|posts|"
    r"actualités?|environnement|économie|politique|société|transition écologique|écologie|évènements|"
    r"événements|territoires?|métropole|culture|énergie|europe|agenda|presse|"
    r"actualidad|noticias|medio ambiente|medioambiente|política|economía|sociedad|eventos|energía|"
    r"sostenibilidad|ciudad(?:es)?|local|europa|agenda|cultura|prensa|"
    r"transition énergétique|mobilité(?: durable)?|naturaleza|movilidad|"
    r"nyhet(?:er)?|aktuellt|miljö|samhälle|näringsliv|hållbarhet|evenemang|lokalt|inrikes|pressrum|artiklar)"
)
RUBRIC = re.compile(rf"{_RUBRIC}(?:[\s|·/–-]+{_RUBRIC})*", re.IGNORECASE)
# Says at the foot of a text whose it is: "This article first appeared in …", up to the name.
OF_ITSELF = re.compile(
    r"\W*(?i:(?:dies(?:er|e|es)|der|die|das|this|the|cet(?:te)?|ce|le|la|este|esta|el|den här|det här|denna|detta)\s)?"
    r"(?i:text(?:en)?|artikel(?:n)?|beitrag|meldung|(?:presse)?mitteilung|article|story|(?:press )?release|post|"
    r"communiqué|dépêche|artículo|noticia|comunicado|nota|nyhet(?:en)?|pressmeddelande(?:t)?)\b"
    # who paid for it did not write it
    r"(?![^.:]{0,60}\s(?:presented|sponsored|funded|made possible|unterstützt|gefördert|präsentiert|gesponsert|"
    r"soutenue?|financée?|parrainée?|patrocinad[oa]|financiad[oa]|sponsra[dt])\s)"
    r"[^.:]{0,60}\s"
    r"(?i:von|vom|aus|bei|in|auf|from|by|on|par|sur|dans|de|du|por|en|från|av|i|på)\s(?:(?:der|dem|den|the|la|le|el)\s)?"
    r"(?=[^\W\d_a-z])"
)
# Says behind a link that it leads out of the page.
ELSEWHERE = re.compile(
    r"\((?:öffnet (?:sich )?in|opens (?:in|a)|external link|externer link|nouvelle fenêtre|s['’]ouvre|lien externe|"
    r"se abre|abre en|enlace externo|öppnas i|extern länk|ny flik)[^()]*\)",
    re.IGNORECASE,
)
