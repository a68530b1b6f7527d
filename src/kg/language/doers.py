"""Nouns for whoever does something, by their endings, and what leads from them to the body it is done in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doers:
    """Patterns, with "|" between alternatives; small letters unless said otherwise.

    Args:
        endings: Of nouns for one person, by what they do.
        never: Beginnings and whole words that end so and say nothing of a task: kin, months, who lives somewhere.
        links: Between such a noun and the body.
        fields: Between such a noun and what it is for.
        articles: Before such a noun.
        first: Whether the noun stands first in its phrase, and what describes it behind.
        before_hyphens: What a hyphen joins to such a noun and names no body: what it is for, which of several it is.
        asides: Words in brackets behind whoever holds an office that name no town: of pictures, and of parts played.
        several: Endings of nouns for offices where several hold them; some are those of one holder too.
        elsewhere: Right before the noun of an office, in one word with it or a word before: bodies that are no town's.
        of_elsewhere: Right behind an office: the same, with what leads to them.
        of_place: Right before an office: an adjective made of a place's name, whichever place that is.
        guests_from: People, and what says from how many places they come, right before that number.
    """

    endings: str = "(?!)"
    never: str = "(?!)"
    links: str = "(?!)"
    fields: str = "(?!)"
    articles: str = "(?!)"
    first: bool = False
    before_hyphens: str = ".*"
    asides: str = ".*"
    several: str = "(?!)"
    elsewhere: str = "(?!)"
    of_elsewhere: str = "(?!)"
    of_place: str = "(?!)"
    guests_from: str = "(?!)"


_DOERS = {
    "de": Doers(
        endings=(
            r"er|erin|(?<!sekt)or|orin|(?<!m)ent|entin|ist|istin|eur|eurin|är|ärin|(?<!m)ant|antin|loge|login|"
            r"(?<!bei)rat|rätin|chef|chefin|frau|mann|beauftragter?|verantwortlicher?|bevollmächtigter?|vorsitzender?|"
            r"vorständin|dekan|dekanin|experte|expertin|officer|fellow|anwalt|anwältin|arzt|ärztin|delegierter?"
        ),
        never=(
            r"journalist(?:in)?|moderator(?:in)?|(?:mit|ehren|neu|alt)?bürger(?:in)?|\w*(?:wohner|besucher|teilnehmer|gewinner|sieger|leser|schüler|vertreter|träger|partner|"
            r"bewerber|freunder?|kritiker|befürworter|anhänger|gegner|zuschauer|zuhörer|nutzer|kunder?)(?:in)?|"
            r"\w*(?:vater|mutter|bruder|schwester|tochter|kinder|wasser|theater|zimmer|nummer|fenster|sommer|winter|alter|meter|güter|"
            r"länder|städter|wunder|muster|wetter|zentrum|center|feuer|steuer|dauer|mauer|motor|labor|element|dokument|"
            r"parlament|kollegin|vorgänger|nachfolger)(?:in)?|\w+ember|oktober|herr|ehefrau|ehemann|fachmann|kaufmann|kauffrau"
        ),
        links=r"bei|beim|bei\s+der|bei\s+den|an\s+der|am|von|vom|von\s+der|der|des|im|in\s+der",
        fields=r"für|im\s+Bereich",
        articles=r"der|die|den|dem|ein|eine|einen|als|Der|Die",
        before_hyphens=(
            r"\w*(?:(?:ung|heit|keit|schaft|tion|ität|ling|amt|verein|verband|parlament|museum|beirat|aufsichtsrat)s?|kampagnen|medien|ismus|bau|umwelt|schutz|energie|politik|kultur|sport|verkehr|wirtschaft|technik|"
            r"industrie|transport|finanz|personal|rechts|presse|medien|digital|bildung|handel|export|einkauf|produkt|projekt|"
            r"programm|team|vertrieb|marketing|kreativ)|"
            r"vize|co|ko|ex|alt|neo|interim|gründer|gründungs|ehren|super|chef|haupt|landes|bundes|regional|bezirk|gebiet|kreis|"
            r"partei|fraktion|klub|club|gruppe|gemeinde|stadt|land|bund|staat|amt|haus|werk|verein|vorstand|unternehmer|firma|stv|"
            r"frau|herr|jury|redaktion|belegschaft|ensemble|orchester|jung|senior|junior|ober|unter|parlament|rat|rekord|kult|wunder|neu|langzeit"
        ),
        elsewhere=(
            r"\w*(?:kammer|verbands?|vereins?|mieterbund|klinik|klinikums?|(?<!netz)(?<!hand)werks?|schul|instituts?|universitäts|konzern|firmen|"
            r"unternehmens|gewerkschafts|hochschul|kirchen|börsen|bank|messe|flughafen|hafen|theater|museums?)-?"
            r"(?:präsident|vorsitz|chef|leiter|direktor|sprecher|vorstand|geschäftsführ)\w*"
        ),
        of_place=r"(?:\b(?:[Dd](?:er|ie|em|en|es)|[Vv]om|[Zz]um|[Zz]ur|[Bb]eim)\s)[A-ZÄÖÜ][\w-]{2,}er\s",
        guests_from=(
            r"(?:fachleute\w*|\w*vertreter\w*|teilnehm\w*|delegierten?|expert\w*|gästen?|menschen|delegationen|personen|"
            r"abordnungen|akteur\w*|verantwortlichen?|beschäftigten?)(?:\s\S+){0,3}\saus\s"
            r"(?:mehr als\s|über\s|rund\s|etwa\s|fast\s|knapp\s|gut\s|insgesamt\s)?"
        ),
        asides=(
            r"bild|foto|fotos|archiv|liste|mitte|porträt|rede|vorsitz|leitung|moderation|schriftführung|"
            r"protokoll|dritter?|zweiter?|erster?|parteilos|parteifrei|unabhängig|links|rechts|oben|unten|bildmitte|gast"
        ),
        several=r"er|ern|en|innen|e|chefs",
    ),
    "en": Doers(
        endings=(
            r"er|or|eer|ist|(?<!physic)ian|expert|lead|head|chief|fellow|associate|assistant|consultant|accountant|attaché|delegate|"
            r"executive|trustee|official|dean|architect|advocate|champion|envoy|liaison|clerk|correspondent|superintendent|attorney|"
            r"economist|chair|president|secretary|spokesperson|chairperson|chairman|chairwoman|strategist|intern"
        ),
        never=(
            r"journalist|reporter|moderator|father|mother|brother|sister|daughter|number|river|power|water|paper|order|border|winter|summer|chapter|newsletter|"
            r"matter|offer|charter|centre|center|corner|partner|member|winner|speaker|visitor|either|neither|another|other|whether|rather|"
            r"former|latter|later|after|under|over|per|author|owner|neighbour|neighbor|\w+ember|october|error|harbour|sector|factor|"
            r"further|together|however|never|ever|earlier|older|younger|elder|larger|greater|lower|higher|interior|major|minor|senior|junior|"
            r"newcomer|supporter|player|singer|dancer|settler|dweller|lover|border|member|teenager|voter|buyer|reader|user|for|or|her|tower"
        ),
        links=r"of|of\s+the|at|at\s+the|with|with\s+the|for|for\s+the|from|from\s+the|in\s+the",
        fields=r"for|on|of",
        articles=r"the|an?|The|its|their|our",
        elsewhere=(
            r"(?:hospital|plant|union|university|company|chamber|school|college|bank|federation|association|club|museum|"
            r"theatre|airport|port|institute|firm|factory|hotel|church|charity|head(?=\steacher))\s"
        ),
        guests_from=(
            r"(?:experts?|representatives|participants|delegates|people|guests|delegations|officials|practitioners)"
            r"(?:\s\S+){0,3}\sfrom\s(?:more than\s|over\s|about\s|around\s|nearly\s|almost\s|some\s)?"
        ),
        asides=(
            r"photo|picture|image|archive|centre|center|left|right|middle|front|back|above|"
            r"below|pictured|independent|chair|guest|host|speaker|moderator|online|virtual|labour|green|greens"
        ),
        several=r"s|men|women|people",
    ),
    "fr": Doers(
        endings=(
            r"eur|eure|euse|rice|ien|ienne|iste|(?<!n)aire|ier|ière|logue|expert|experte|cheffe?|responsable|chargée?|référente?|adjointe?|"
            r"déléguée?|consultante?|gérante?|présidente?|agente?|attachée?|doyenne?|élue?|architecte|géographe|économiste|maître|maîtresse"
        ),
        never=(
            r"auteure?|originaire|ailleurs|plusieurs|leur|sœur|cœur|chœur|fleur|ampleur|grandeur|hauteur|valeur|couleur|intérieur|extérieur|"
            r"supérieur|inférieur|meilleure?|mineure?|majeure?|dernière?|première?|premier|entière?|particulière?|janvier|février|"
            r"journaliste|animateur|animatrice|combien|bien|rien|lien|maintien|soutien|service|partenaire|habitante?|père|mère|anniversaire|affaire|"
            r"territoire|membre|lectrice|lecteur|visiteur|acteur|actrice|quartier|chantier|atelier|papier|métier|dossier|courrier|secteur|moteur"
        ),
        links=r"de|d['’]|du|de\s+la|de\s+l['’]|des|à|à\s+la|à\s+l['’]|au|chez|au\s+sein\s+de|au\s+sein\s+du|au\s+sein\s+de\s+la|pour",
        fields=r"de|du|des|en|d['’]|à|au|aux",
        articles=r"le|la|un|une|l['’]|son|sa|Le|La|leur",
        first=True,
        of_elsewhere=(
            r"(?<!adjointe déléguée)(?<!adjoint délégué)"
            r"\s(?:de\s+l['’]|du|de\s+la|d['’]une?)\s*(?:hôpital|usine|université|entreprise|chambre|école|lycée|collège|banque|"
            r"fédération|musée|théâtre|aéroport|port|institut|société|syndicat|club)\b"
        ),
        guests_from=(
            r"(?:expert\w*|représentant\w*|participant\w*|délégué\w*|personnes|délégations)(?:\s\S+){0,3}\s"
            r"(?:venu|issu)\w*\s(?:de|d['’])\s?(?:plus de\s|près de\s|quelque\s|environ\s)?"
        ),
        asides=(
            r"photo|image|archives?|gauche|droite|centre|"
            r"président|présidente|rapporteur|excusé|excusée|divers|écologiste"
        ),
        several=r"s|x",
    ),
    "es": Doers(
        endings=(
            r"or|ora|ista|(?<!m)ente|enta|(?<!dur)ante|ario|aria|ero|era|ólogo|óloga|jefe|jefa|responsable|técnic[oa]|arquitect[oa]|"
            r"ingenier[oa]|catedrátic[oa]|expert[oa]|delegad[oa]|encargad[oa]|comisionad[oa]|portavoz|socio|socia|concejal|concejala|edil|"
            r"geógraf[oa]|economista|decan[oa]|diputad[oa]|comisari[oa]|directiv[oa]|abogad[oa]|médic[oa]|asesor|asesora|rector|rectora"
        ),
        never=(
            r"periodista|moderadora?|procedente|perteneciente|residente|referente|autora?|\wayor|menor|mejor|peor|valor|motor|sector|interior|exterior|"
            r"anterior|posterior|superior|inferior|alrededor|color|calor|amor|honor|favor|error|ahora|hora|señora?|primera?|primero|"
            r"enero|febrero|dinero|pero|manera|era|fuera|madera|carretera|tercera|tercero|siguiente|diferente|frente|gente|ambiente|"
            r"puente|fuente|presente|reciente|excelente|durante|mediante|ante|adelante|bastante|importante|constante|restante|"
            r"representante|habitante|visitante|participante|estudiante|asistente|ganadora?|necesari[oa]|diari[oa]|centenari[oa]|aniversari[oa]|escenario"
        ),
        links=r"de|del|de\s+la|de\s+los|de\s+las|en|en\s+el|en\s+la",
        fields=r"de|del|de\s+la|en|para|técnic[oa]\s+de",
        articles=r"el|la|un|una|su|El|La",
        first=True,
        of_elsewhere=(
            r"\s(?:del|de\s+la|de\s+una?)\s+(?:hospital|fábrica|universidad|empresa|cámara|escuela|instituto|banco|federación|museo|"
            r"teatro|aeropuerto|puerto|sociedad|sindicato|club)\b"
        ),
        guests_from=(
            r"(?:expert\w*|representantes|participantes|delegad\w*|personas|delegaciones)(?:\s\S+){0,3}\s"
            r"(?:procedentes|llegad[oa]s|venid[oa]s)\sde\s(?:más de\s|unas\s|casi\s|cerca de\s)?"
        ),
        asides=(
            r"foto|imagen|archivo|izquierda|derecha|centro|"
            r"independiente|presidente|presidenta|ponente|invitado|invitada"
        ),
        several=r"s",
    ),
    "nl": Doers(
        endings=(
            r"eur|euse|rice|ist|iste|(?<!m)ent|ente|or|ologe|oloog|graaf|hoofd|chef|baas|leider|leidster|manager|adviseur|expert|experte|"
            r"deskundige|specialist|coördinator|voorzitter|voorzitster|medewerker|medewerkster|onderzoeker|onderzoekster|ambtenaar|"
            r"strateeg|architect|planner|beheerder|bestuurder|commissaris|secretaris|hoogleraar|docent|decaan|rector|consultant|"
            r"officer|lid|verantwoordelijke|gezant|ombudsman|ondernemer|oprichter|ceo|woordvoerder|woordvoerster|raadgever"
        ),
        never=(
            r"journalist(?:e)?|moderator|presentator|auteur|motor|sector|sensor|kantoor|moment|document|parlement|element|evenement|"
            r"departement|directeuren|student(?:e)?|inwoner|bewoner|deelnemer|bezoeker|gebruiker|procent|percent|cent|agent|"
            r"president|favoriet|horeca|voor|door|waardoor|daardoor|hoor|spoor|collega"
        ),
        links=r"van|van\s+de|van\s+het|bij|bij\s+de|bij\s+het|aan|aan\s+de|in|voor",
        fields=r"voor|van|inzake",
        articles=r"de|het|een|als",
        of_elsewhere=(
            r"\s(?:van|bij|aan)\s+(?:de|het|een)\s+(?:\w*(?:bedrijf|corporatie|beheerder|haven|vereniging|bond|maatschappij|"
            r"koepel|verbond)|ziekenhuis|fabriek|universiteit|hogeschool|school|kamer|bank|federatie|museum|theater|"
            r"instituut|club|stichting|denktank|waterschap|provincie|vzw|onderneming|krant)\b"
        ),
        guests_from=(
            r"(?:expert\w*|deskundigen|vertegenwoordigers?|deelnemers|afgevaardigden|gasten|mensen|delegaties)(?:\s\S+){0,3}\suit\s"
            r"(?:meer dan\s|ruim\s|bijna\s|ongeveer\s|zo'n\s)?"
        ),
        asides=r"foto|beeld|archief|links|rechts|midden|onafhankelijk|voorzitter|gast|moderator",
        several=r"en|s|n|leden",
    ),
    "it": Doers(
        endings=(
            r"tore|trice|sore|ista|(?<!m)ente|(?<!d)ante|ario|aria|ologo|ologa|iere|iera|sindac[oa]|capo|responsabile|tecnic[oa]|"
            r"architett[oa]|ingegner[ea]|professor(?:e|essa)|espert[oa]|delegat[oa]|incaricat[oa]|portavoce|rettor(?:e|rice)|preside|"
            r"economista|geograf[oa]|deputat[oa]|commissari[oa]|avvocat[oa]|consulente|dottorand[oa]|soci[oa]|referente"
        ),
        never=(
            r"giornalista|moderator|proveniente|appartenente|residente|autor|motore|settore|interiore|esteriore|anteriore|posteriore|"
            r"superiore|inferiore|maggiore|minore|migliore|peggiore|attore|lettore|lettrice|visitatore|precedente|seguente|differente|"
            r"gente|ambiente|presente|recente|durante|mediante|importante|costante|restante|rappresentante|abitante|partecipante|"
            r"studente|vincitore|vincitrice|cantiere|quartiere|mestiere|bicchiere|volontario|itinerario|scenario|bancario|binario|"
            r"necessari[oa]|centenari[oa]|primari[oa]|calendario|anniversario|maniera|bandiera|fiera|intera|intero|veramente|"
            r"niente|corrente|utente|cliente|parente|ponte|monte|fonte|fronte|accanto|trattore|semaforo|valore|colore|calore|amore|"
            r"onore|favore|errore|dolore|contenitore|vettore|direttrici|pertinente"
        ),
        links=r"di|del|dello|della|dell['’]|dei|delle|presso|presso\s+il|presso\s+la|presso\s+l['’]|in|nel|nella|nell['’]",
        fields=r"di|del|della|dell['’]|per|per\s+il|per\s+la|per\s+l['’]|a|al|alla|alle|agli|all['’]|ai",
        articles=r"il|lo|la|un|uno|una|l['’]|suo|sua|Il|Lo|La",
        first=True,
        of_elsewhere=(
            r"\s(?:del|dello|della|dell['’]|di\s+una?|di\s+un['’])\s*(?:ospedale|fabbrica|università|impresa|azienda|camera|scuola|"
            r"liceo|istituto|banca|federazione|museo|teatro|aeroporto|porto|società|sindacato|club)\b"
        ),
        guests_from=(
            r"(?:espert\w*|rappresentanti|partecipanti|delegat\w*|persone|delegazioni)(?:\s\S+){0,3}\s"
            r"(?:provenient\w*|arrivat\w*|giunt\w*)\sda\s(?:più di\s|oltre\s|quasi\s|circa\s)?"
        ),
        asides=(
            r"foto|immagine|archivio|sinistra|destra|centro|"
            r"indipendente|presidente|relatore|relatrice|assente|ospite"
        ),
        several=r"i|e",
    ),
    "sv": Doers(
        endings=(
            r"are|ör|ist|(?<!m)ent|chef|ledare|ansvarig|strateg|ordförande|expert|råd|ombud|ledamot|logi?|prefekt|rektor|docent|"
            r"talesperson|konsult|arkitekt|doktorand|biolog|geolog|meteorolog|direktör|controller|koordinator|coach|vd|kanslichef"
        ),
        never=(
            r"journalist|moderator|tidigare|senare|vidare|närmare|snarare|större|boende|deltagare|besökare|läsare|lyssnare|vinnare|invånare|snabbare|"
            r"\w*(?:aste|råd(?:et)?s)|kommunråd|område|stadsråd|forskningsråd|dotter|syster|bror|medborgare|moment|dokument|parlament"
        ),
        links=r"på|vid|för|från|i|hos|inom|av",
        fields=r"för|inom",
        articles=r"den|en|ett|som",
        guests_from=(
            r"(?:expert\w*|representant\w*|deltagare|delegat\w*|personer|gäster)(?:\s\S+){0,3}\sfrån\s"
            r"(?:mer än\s|över\s|drygt\s|cirka\s|omkring\s)?"
        ),
        asides=(
            r"foto|bild|arkiv|vänster|höger|"
            r"mitten|ordförande|partilös|oberoende|gäst"
        ),
        several=r"are|er|or|ar|na|en|råd|ordförande|chefer",
    ),
}


def doers_of(code: str) -> Doers:
    """The nouns of a language; none for one that nobody described."""
    return _DOERS.get(code, Doers())
