"""Spanish."""

from __future__ import annotations

from kg.claims import Factuality
from kg.language.common import in_either_order
from kg.language.model import Cue, Language, Reach, Wording

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED
_BEFORE_NOUNS = "otr[ao]s|grandes|primer[ao]s|últim[ao]s|nuev[ao]s|principales|mism[ao]s|mejores|divers[ao]s"
"""Plural adjectives that stand before their noun, a pattern."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int) -> dict[str, int]:
    """Names, several of one number joined by "/", numbered from `first`."""
    return {name: number for number, names in enumerate(text.split(), first) for name in names.split("/")}


def _small_numbers() -> dict[str, int]:
    found = _numbered(
        "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
        " dieciséis"
        " diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés"
        " veinticuatro"
        " veinticinco veintiséis veintisiete veintiocho veintinueve treinta",
        0,
    )
    found |= {"cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
    found |= {"cien": 100, "ciento": 100, "docena": 12, "mil": 1000}
    found |= {"decena": 10, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40}
    found |= {"cincuentena": 50, "centenar": 100}
    stems = {200: "doscient", 300: "trescient", 400: "cuatrocient", 500: "quinient", 600: "seiscient"}
    stems |= {700: "setecient", 800: "ochocient", 900: "novecient"}
    return found | {stem + ending: value for value, stem in stems.items() for ending in ("os", "as")}


def _demonyms() -> str:
    """How adjectives are made of the names of most towns, in both genders."""
    most = (
        "a>ano|ón>onés|ona>onés|án>anés|oba>obés|oa>oeta|ga>gueño|a>eño|a>ense|ada>adino|er>erino|ia>iano|"
        "ís>isino|es>esino|o>ense"
    )
    found: dict[str, None] = {}
    for rule in most.split("|"):
        found[rule] = None
        for masculine, feminine in (("o", "a"), ("és", "esa"), ("ín", "ina")):
            if rule.endswith(masculine):
                found[rule.removesuffix(masculine) + feminine] = None
    return "|".join(found)


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # what somebody wanted before wanting something else
    add(
        "quería inicialmente|querían inicialmente|inicialmente quería|había esperado|"
        "habían esperado|aspiraba inicialmente|había previsto ser|pretendía inicialmente",
        DENIED,
        "superseded",
        "phrase",
    )

    # what is given up was there, and is no more, noun and all
    given_up = ("abandonado", "abandonada", "descartado", "retirado", "enterrado", "suprimido")
    add(
        "|".join(f"{be} {verb}" for be in ("fue", "sido", "queda") for verb in given_up),
        DENIED,
        "abandoned",
        "all",
    )
    add(
        "abandonó el objetivo|ha abandonado el objetivo|renunció al objetivo|ha renunciado al objetivo",
        DENIED,
        "abandoned",
        "all",
    )
    # what people mean to do is put down before it is done
    add(
        "carta de intenciones para|carta de intenciones sobre|carta de intención para|"
        "declaración de intenciones para|declaración de intenciones sobre",
        EXPECTED,
        "intended",
        "phrase",
    )
    # whoever is put forward is not chosen yet
    add("en vísperas de firmar|en vísperas de la firma|a las puertas de firmar", EXPECTED, "planned")
    add(
        "en los próximos días|en las próximas semanas|en los próximos meses|próximamente",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "busca socios para su|recoge compromisos para su|recaba compromisos para su|"
        "busca adhesiones a su|recoge aportaciones para su|sigue buscando socios para su",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "autoriza|autorizar|autorizó|faculta|facultar|encarga|encomienda|acuerda remitir|acuerda enviar|"
        "acuerda presentar|acordó remitir|acordó presentar|dispuesta a firmar|dispuesto a firmar|"
        "dispuestos a firmar",
        EXPECTED,
        "commissioned",
        "behind",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "no pasó el corte|no pasaron el corte|no han pasado el corte|no ha pasado el corte|"
        "no superó la criba|no superaron la criba|no superó el corte|no superaron el corte|"
        "no fue elegida|no fueron elegidas|no fue seleccionada|no fueron seleccionadas|"
        "no resultó elegida|no resultó seleccionada|no resultaron elegidas|no fue escogida|"
        "no fueron escogidas|no entró en la lista|no entraron en la lista|no lo consiguió|"
        "no lo consiguieron|no lo logró|no lo lograron|"
        "no tuvo suerte|no tuvieron suerte|sin éxito|en vano|sin suerte|con las manos vacías|se quedó fuera|"
        "se quedaron fuera|se queda fuera|se quedan fuera|se ha quedado fuera|quedó fuera|quedaron fuera|"
        "a las puertas|descartadas|descartados|no obtuvo plaza|no obtuvieron plaza|se quedó sin|"
        "se quedaron sin",
        DENIED,
        "vain",
    )
    add(
        "prevé|prevén|está previsto|está prevista|están previstos|se prevé|se espera|planea|planean|"
        "tiene previsto",
        EXPECTED,
        "planned",
    )
    add(
        "será|serán|está previsto que|tendrá|tendrán|recibirá|recibirán|estará|estarán|hará|contará|"
        "permitirá|va a|van a|habrá",
        EXPECTED,
        "future",
    )
    add(
        "pretende|pretenden|aspira a|aspiran a|quiere|quieren|desea|desean|busca|buscan|tiene como objetivo|"
        "se compromete a|espera",
        EXPECTED,
        "intended",
    )
    add(
        "el próximo paso|próximo paso es|se dispone a|se disponen a|tiene prevista|tienen previsto",
        EXPECTED,
        "planned",
    )
    # what somebody is ready, trying or asked to do is not done
    add(
        "se prepara para|se preparan para|dispuesta a|dispuestas a|dispuesto a|dispuestos a|"
        "se comprometen a|se ha comprometido a|se comprometió a|"
        "tiene intención|tienen intención|tiene la intención|tienen la intención|con la intención|"
        "con intención|trabaja para|trabajan para",
        EXPECTED,
        "intended",
        "behind",
    )
    # whoever decides to give or adopt something does so; what to sign or join is yet to come
    decided = ("ha decidido", "han decidido", "decidió", "decidieron")
    own = (
        "firmar",
        "suscribir",
        "participar",
        "sumarse",
        "unirse",
        "adherirse",
        "incorporarse",
        "presentar",
        "ser",
    )
    add("|".join(f"{verb} {deed}" for verb in decided for deed in own), EXPECTED, "intended", "behind")
    add(
        "invitada a|invitadas a|invitado a|invitados a|animada a|animado a|instada a|instado a|insta a",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "se ha negado a|se han negado a|se negó a|se negaron a|se niega a|se niegan a",
        DENIED,
        "denied",
        "behind",
    )
    add(
        "deseo de|sueño de|esperanza de|ambición de|aspiración de|opción de|posibilidad de|más cerca de|"
        "a un paso de|en vías de",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add("puede|pueden", POSSIBLE, "able")
    add(
        "podría|podrían|quizá|quizás|tal vez|posiblemente|podrá|podrán|estudia",
        POSSIBLE,
        "possible",
    )
    add("sería|serían|tendría|habría", POSSIBLE, "conditional")
    add("si", POSSIBLE, "condition")
    add("debería|deberían|exige|reclama|pide", POSSIBLE, "demanded")
    add("debe|deben|deberá|deberán|tiene que|tienen que", POSSIBLE, "due")
    add("debía|debían|tenía que|tenían que|iba a|iban a", POSSIBLE, "due", "behind")
    add(
        "votó en contra de|votó en contra del|votó contra|votaron en contra de|votaron en contra del|"
        "se opuso a|se opuso al|se opone a|se opone al|se opusieron a|se opusieron al",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "omitió|omitieron|ha omitido|omite|dejó de|dejaron de|dejado de|fracasó en|fracasaron en|"
        "fracasado en|fracasó al|descuidó|se abstuvo de|se abstuvieron de|se ha abstenido de|"
        "desaprovechó la ocasión de|perdió la ocasión de|tarda en|tardan en",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "no|nunca|jamás|tampoco|rechazó|rechaza|"
        "descarta|descartan|descartó|renuncia a|renuncian a|renunció a",
        DENIED,
        "denied",
    )
    add(
        "rechazaron|rechazan|rechazado|rechazada|negó|niega|niegan|negaron|desmintió|desmiente|"
        "desmienten|desestimó|desestima|desestimaron|desestimada|desestimado|declinó|declina|"
        "declinaron|han renunciado a|ha renunciado a|ha descartado|han descartado|"
        "no llegó a|se queda sin|sigue sin|siguen sin|está sin|nadie|a la espera de|"
        "a la espera del|aguarda|aguardan|todavía espera|sigue esperando|aún espera",
        DENIED,
        "denied",
    )
    add(
        "ni|nunca ha sido|no ha sido|ningún|ninguna|carece de|carecen de|carecía de|no tiene|no tienen|"
        "no tenía|no dispone de|no disponen de|"
        "no cuenta con|no cuentan con|no posee|no poseen|no hay|no existe|tampoco tiene|tampoco cuenta con|"
        "tampoco dispone de|trabaja en su|trabajan en su|prepara su|preparan su|ultima su|ultiman su|redacta su",
        DENIED,
        "denied",
        "both",
    )
    add(
        "no figura entre|no figuran entre|no está entre|no están entre|no es una de|no es uno de|no fue una de|"
        "no forma parte de|no forman parte de|no formó parte de|no pertenece a|no estuvo entre|no estaba entre",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "opta a|optan a|opta al|aspira al|aspiran al|solicita|solicitan|solicitó|solicitaron|ha solicitado|"
        "han solicitado|candidata a|candidato a|se postula|se postulan|sea reconocida|sea reconocido|"
        "sea declarada|sea designada|se ha postulado|se han postulado|se postuló|se postularon|"
        "ha presentado su candidatura|han presentado su candidatura|presentó su candidatura",
        POSSIBLE,
        "applied",
    )
    add(
        "candidatura a|candidatura al|candidatura para|solicitud de reconocimiento|aspirante a",
        POSSIBLE,
        "applied",
        "phrase",
    )
    add(
        "con vistas a un|con vistas a una|con vistas al|con vistas a la|con vistas a",
        POSSIBLE,
        "intended",
        "phrase",
    )
    add("camino de ser|camino de convertirse|rumbo a|en camino hacia", EXPECTED, "underway", "phrase")
    add(
        "excluida|excluidas",
        DENIED,
        "denied",
    )
    add(
        "autoriza a|autoriza al|autorizar al|autorizar a|faculta a|faculta al|facultar al|facultar a|"
        "encarga a|encarga al|encomienda a|acuerda solicitar|acordó solicitar|decide remitir|"
        "decide enviar",
        EXPECTED,
        "charged",
        "behind",
    )
    add(
        "sigue siendo un proyecto|no es más que un proyecto|sobre el papel|en fase de estudio|en estudio",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "aplazado|aplazada|aplaza|aplazó|aplazan|pospuesto|pospuesta|pospone|pospuso|deja sobre la mesa|"
        "dejó sobre la mesa|queda sobre la mesa|quedó sobre la mesa|del orden del día",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "necesita un|necesita una|necesitan un|necesitan una|reclama un|reclama una|reclaman un|reclaman una|"
        "exige un|exige una|exigen un|exigen una|pide un|pide una|piden un|piden una",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add("sin|en lugar de|en vez de", DENIED, "without", "phrase")
    add("nada", DENIED, "nobody")
    add(
        "iniciar los trámites|inicio de los trámites|iniciar el expediente",
        EXPECTED,
        "planned",
    )
    add(
        "autoriza al alcalde|autoriza a la alcaldesa|faculta al alcalde|faculta a la alcaldesa|encomienda al|"
        "autorizó al alcalde|autorizó a la alcaldesa|facultó al alcalde|facultó a la alcaldesa",
        EXPECTED,
        "planned",
        "behind",
    )
    add("en conversaciones|se está estudiando", POSSIBLE, "considered")
    add("próximo paso|siguiente paso", EXPECTED, "planned", "both")
    add("borrador del|borrador de su|borrador de|proyecto de|anteproyecto de", EXPECTED, "drafted", "phrase")
    add(
        "prevista|previstos|previstas|están previstas|tenía previsto|confía en|confían en|"
        "confiamos en|esperan|esperamos|espera que|se esperan|es de esperar|prevemos|está a punto de|"
        "están a punto de|a punto de|proyecta|proyectan|planeamos|se propone|se proponen|"
        "se ha propuesto|se han propuesto|quiere ser|queremos|se comprometieron a|"
        "se han comprometido a|pretendemos|aspiramos a|"
        "tiene intención de|tienen intención de|tiene la intención de",
        EXPECTED,
        "intended",
    )
    add(
        "estudian|estudiará|baraja|barajan|valora|valoran|sopesa|sopesan|se plantea|se plantean|plantea|"
        "la idea de|estudiar un|estudiar una|pensamos en|piensa en un|piensan en un|sin compromiso|"
        "analiza si|probablemente|seguramente|acaso|a lo mejor|puede que|es posible que|cabe la posibilidad",
        POSSIBLE,
        "considered",
    )
    add("podamos|pueda|puedan|podemos", POSSIBLE, "able")
    add(
        "hubiera|hubiese|hubieran|hubiesen|habría sido|habrían sido|habrían|tendrían",
        POSSIBLE,
        "counterfactual",
    )
    add(
        "piden|pidió|pidieron|pedimos|reclaman|reclamó|reclamaron|exigen|exigió|exigieron|"
        "instó a|instan a|hay que|tenemos que|debemos|propone|proponen|propuso|propuesta de|"
        "propuesta para|moción para|solicita que|urge a",
        POSSIBLE,
        "demanded",
    )
    by_mistake = ("por error", "erróneamente", "equivocadamente")
    told = ("publicó", "informó", "informamos", "indicó", "dijo", "afirmó", "escribimos", "anunció")
    add(in_either_order(by_mistake, told), DENIED, "mistaken", "all")
    # what was told and is told no more
    add(
        "|".join(
            f"{version} {page}"
            for version in ("versión anterior", "primera versión")
            for page in (
                "de este artículo",
                "de esta noticia",
                "de este comunicado",
                "de esta nota",
                "del comunicado",
                "del artículo",
                "de la noticia",
                "de la nota",
            )
        ),
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "versión anterior se|es falso que|no es cierto que|no es verdad que|es incorrecto que",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "al parecer|supuestamente|presuntamente|se dice que|se rumorea|rumores|según algunos medios|"
        "según fuentes no confirmadas|sin confirmar",
        POSSIBLE,
        "rumoured",
    )
    add("previsto|futuro|futura|próximo|próxima|eventual", EXPECTED, "planned", "phrase")
    add("futuros|futuras|próximos|próximas", EXPECTED, "planned", "phrase")
    add(
        "posible|posibles|hipotético|hipotética|supuesto|supuesta|presunto|presunta",
        POSSIBLE,
        "possible",
        "phrase",
    )
    add(
        "negocia un acuerdo|negocian un acuerdo|negocian un convenio|negociaciones sobre|propone un|"
        "propone una|estudian un|estudia un|estudia una",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "ajena a|ajeno a|aguarda el|espera el|espera su",
        DENIED,
        "denied",
        "both",
    )
    add(
        "a las puertas de|fuera de la|fuera del|no superó|no superaron|quedó descartada|"
        "quedaron descartadas|quedó apeada|quedaron apeadas|fue descartada|fueron descartadas|"
        "deberá esperar|deberán esperar|tendrá que esperar|tendrán que esperar|espera aún|"
        "sigue a la espera",
        DENIED,
        "denied",
    )
    add(
        "no lo es|ni lo es|no lo son|no es|no son|no figura|no figuran|no aparece|no aparecen|"
        "ausente de|ausentes de",
        DENIED,
        "excluded",
        "both",
    )
    return tuple(found)


LANGUAGE = Language(
    code="es",
    abbreviations=_words(
        "Sr Sra Srta Sres D Dª Dña Dr Dra Prof Excmo Excma Ilmo Ilma núm Núm art pág págs p ej Ud Uds"
        " Avda Pza Ayto Arq Ing Lic Mtro Mtra"
        " C tel Tel n nº ene feb abr jun jul ago sept oct nov dic"
    ),
    ending_abbreviations=_words("etc Cía EE.UU UU"),
    starters=_words(
        "El La Los Las Un Una Unos Unas Lo En Por Para Con Sin Tras Desde Durante Al Del De A Y E O Pero"
        " Si Se Su Sus"
        " Este Esta Estos Estas Ese Esa Esto Eso Ello Él Ella Ellos Ellas Nosotros Así Además También"
        " Como Cuando"
    ),
    determiners=_words(
        "el la los las un una unos unas lo al del este esta estos estas su sus nuestro nuestra"
    ),
    functions=_words(
        "el la los las un una unos unas lo al del de a en por para con sin tras desde durante hasta"
        " entre sobre y e o u"
        " pero si se su sus este esta estos estas que quien cuyo donde cuando como es son fue fueron era"
        " eran ha han"
        " había será serán no ya más también según ante"
    ),
    months=_numbered(
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sept"
        " octubre/oct noviembre/nov diciembre/dic",
        1,
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    seasons=_numbered("primavera verano otoño invierno", 0),
    parts={
        "principios de": "early",
        "comienzos de": "early",
        "inicios de": "early",
        "mediados de": "mid",
        "finales de": "late",
        "fines de": "late",
        "el final de": "late",
    },
    part_nouns=_words("de del año mes"),
    date_fillers=_words("el la año los al"),
    month_leads=_words("en para desde hasta este del pasado próximo durante"),
    year_leads=_words("en desde hasta año para de del durante antes finales principios"),
    day_particles=_words("de del"),
    since=frozenset({"desde", "a partir de", "a partir del"}),
    until=frozenset({"hasta", "para", "antes de", "antes del", "a más tardar en", "de aquí a"}),
    range_words=_words("al a hasta"),
    list_words=_words("y e o"),
    relative={
        "hoy": ("day", 0),
        "ayer": ("day", -1),
        "anteayer": ("day", -2),
        "mañana": ("day", 1),
        "pasado mañana": ("day", 2),
        "la semana que viene": ("week", 1),
        "el mes que viene": ("month", 1),
        "el año que viene": ("year", 1),
        "este año": ("year", 0),
        "este mes": ("month", 0),
        "esta semana": ("week", 0),
        "anoche": ("day", -1),
        "hace un año": ("year", -1),
        "hace dos años": ("year", -2),
        "hace un mes": ("month", -1),
        "hace una semana": ("week", -1),
        "esta mañana": ("day", 0),
        "esta tarde": ("day", 0),
    },
    relative_adjectives={
        "pasado": -1,
        "pasada": -1,
        "último": -1,
        "última": -1,
        "próximo": 1,
        "próxima": 1,
        "que viene": 1,
    },
    ahead=("en", "dentro de", "en apenas", "en solo"),
    centuries=(
        ("mediados de siglo", 2050),
        ("mediados del siglo", 2050),
        ("mediados de este siglo", 2050),
        ("mitad de siglo", 2050),
    ),
    decades=(
        ("final de la década", 10),
        ("finales de la década", 10),
        ("final de esta década", 10),
        ("fin de la década", 10),
        ("término de la década", 10),
        ("final del decenio", 10),
        ("mediados de la próxima década", 15),
    ),
    elapsed_units={
        "día": "day",
        "días": "day",
        "semana": "week",
        "semanas": "week",
        "mes": "month",
        "meses": "month",
        "año": "year",
        "años": "year",
    },
    afterwards=(
        "después",
        "más tarde",
    ),
    ahead_of=("antes que", "antes de", "antes del", "de adelanto sobre", "por delante de", "por delante del"),
    behind_of=("después que", "después de", "después del", "más tarde que", "por detrás de"),
    beforehand=("antes",),
    unit_nouns={"año": "year", "mes": "month", "semana": "week"},
    year_after=("del año siguiente", "al año siguiente"),
    month_followers=_words("siguiente"),
    same_year=(
        "del mismo año",
        "de ese mismo año",
        "de ese año",
        "ese mismo año",
        "aquel año",
        "de aquel año",
        "del citado año",
        "de dicho año",
    ),
    quarters={"trimestre": 3, "semestre": 6},
    this_words=_words("este esta estos estas"),
    lone=_words("única único"),
    hoping=_words(
        "confía confían confiamos espera esperan esperamos aguarda aguardan podría podrían"
        " debería deberían será serán recibirá recibirán obtendrá llegará quiere quieren prevé"
        " prevén"
    ),
    object_pronouns=frozenset(("lo", "la", "los", "las", "le", "les", "se")),
    passives=frozenset(("es", "son", "fue", "fueron", "sido", "será", "serán", "ser", "está", "están")),
    future_words=_words(
        "será serán tendrá va van prevé próximo próxima podrá estará"
        " celebrará celebrarán acogerá visitará viajará entregarán previsto prevista"
    ),
    thousands=". \u00a0\u202f",
    decimal=",",
    small_numbers=_small_numbers(),
    hundreds=frozenset(),
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12},
    number_joiners=_words("y"),
    ordinals=_numbered(
        "primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta"
        " sexto/sexta",
        1,
    ),
    ordinal_endings=_words("º ª er o a"),
    ones=_words("uno un una"),
    only=_words("única único sola"),
    only_more=_words("otra otro"),
    of_words=_words("de del"),
    modifiers={
        "más de": "at_least",
        "al menos": "at_least",
        "por lo menos": "at_least",
        "como mínimo": "at_least",
        "hasta": "at_most",
        "como máximo": "at_most",
        "menos de": "at_most",
        "un": "approximate",
        "una": "approximate",
        "más de un": "at_least",
        "más de una": "at_least",
        "unos": "approximate",
        "unas": "approximate",
        "alrededor de": "approximate",
        "cerca de": "approximate",
        "casi": "approximate",
        "aproximadamente": "approximate",
    },
    modifiers_after={"o más": "at_least", "aproximadamente": "approximate"},
    more_words=_words("otras otros otra otro adicionales más"),
    percent_words=frozenset({"por ciento"}),
    currencies={
        "euro": "EUR",
        "euros": "EUR",
        "dólares": "USD",
        "libras": "GBP",
        "libras esterlinas": "GBP",
        "francos": "CHF",
        "francos suizos": "CHF",
        "zlotys": "PLN",
        "złotys": "PLN",
        "eslotis": "PLN",
        "lei": "RON",
        "leus": "RON",
        "levas": "BGN",
        "leva": "BGN",
        "forintos": "HUF",
        "grivnas": "UAH",
        "coronas": "SEK",
        "coronas suecas": "SEK",
        "coronas danesas": "DKK",
        "coronas noruegas": "NOK",
        "coronas checas": "CZK",
        "liras": "TRY",
    },
    units=_words(
        "km m kg toneladas metros kilómetros hectáreas mw kwh habitantes personas euros millones por"
    ),
    labels=_words("nº n núm artículo art página pág línea capítulo sección calle avenida tel teléfono"),
    clock_words=_words("horas h"),
    street_endings=("straße",),
    honorifics=_words("D Dª Dña Don Doña Sr Sra Srta Dr Dra Prof"),
    particles=_words("de del la las los y von van Von Van ten ter den der da do dos di"),
    weak_given=_words("Abril Paz Luz Sol Mar Lourdes Trinidad Asunción Georgia India Santa África Jordan"),
    not_names=_words("ciudad ciudades premio día semana mes año universidad instituto ministerio europa"),
    institutions=(
        "fundación",
        "instituto",
        "universidad",
        "colegio",
        "avenida",
        "museo",
        "premio",
        "stiftung",
        "university",
    ),
    genitive=(),
    fields=_words(
        "general europa energía movilidad medio ciudad hacienda urbanismo deportes cultura sostenibilidad economía"
        " educación transición vivienda obras turismo igualdad innovación participación seguridad salud juventud"
        " empleo comercio industria desarrollo infraestructuras transporte transportes presidencia personal"
        " servicios bienestar acción clima ecología agricultura relaciones fondos proyectos patrimonio"
    ),
    noun_endings=("ción", "miento", "ismo", "dad", "logía"),
    plural_offices=(
        "concejales",
        "concejalas",
        "alcaldes",
        "alcaldesas",
        "ediles",
        "consejeros",
        "consejeras",
        "regidores",
        "regidoras",
        "diputados",
        "diputadas",
        "ministros",
        "presidentes",
        "vicepresidentes",
        "tenientes de alcalde",
    ),
    speech_verbs=_words(
        "dijo dice dicho afirmó afirma afirmado explicó explica explicado señaló señala señalado destacó"
        " destaca destacado subrayó subraya subrayado añadió añade añadido declaró declara declarado indicó"
        " indica indicado aseguró asegura asegurado recordó recuerda recordado manifestó manifiesta manifestado"
        " apuntó apunta apuntado comentó comenta comentado concluyó concluye concluido anunció anuncia"
        " anunciado insistió insiste insistido resaltó resalta resaltado valoró valora valorado celebró celebra"
        " celebrado agradeció agradece agradecido remarcó remarca remarcado reconoció reconoce reconocido"
        " sostuvo sostiene sostenido avanzó avanza avanzado precisó precisa precisado reiteró reitera reiterado"
        " expresó expresa expresado respondió responde respondido resumió resume resumido detalló detalla"
        " detallado admitió admite admitido advirtió advierte advertido puntualizó puntualiza puntualizado"
        " enfatizó relató cuenta contó zanjó sentenció bromea bromeó bromeado ironiza ironizó sonríe sonrió"
        " denuncia denunció denunciado lamenta lamentó lamentado critica criticó criticado defiende defendió"
        " defendido"
        " reivindica reivindicó reivindicado confiesa confesó confesado justifica justificó justificado matiza matizó"
        " matizado apostilla apostilló replica replicó replicado opina opinó opinado considera consideró considerado"
        " confirma confirmó confirmado reflexiona reflexionó argumenta argumentó argumentado aclara aclaró aclarado"
        " aplaude aplaudió felicita felicitó promete prometió prometido recalca recalcó recalcado incide incidió"
        " relata subrayaba explicaba señalaba añadía decía afirmaba recordaba aseguran explican señalan afirman"
        " destacan subrayan añaden indican recuerdan sostienen apunta asevera aseveró aseverado enfatiza resaltaba"
        " bromeaba concluía escribe escribió celebran exclama exclamó suspira pregunta preguntó"
        " auguró augura augurado cree creía pide pidió pedido reclama reclamó reclamado reclaman exige exigió exigido"
        " espera esperaba confía confió confiado teme temía piensa pensaba estima estimó estimado sugiere"
        " sugirió propone"
        " propuso propuesto alega alegó alegado niega negó negado mantiene mantuvo mantenido vaticina"
        " vaticinó pronostica"
        " pronosticó adelanta adelantó adelantado informa informó informado traslada trasladó trasladado escrito"
        " preguntado respondía recuerdan piden insta instó instado sentencia constata constató repite repitió"
        " duda dudó"
        " objeta objetó rebate rebatió contesta contestó desea deseó quejó queja alerta alertó alertado avisa avisó"
        " asegurando explicando comenta comentaba juzga juzgó entiende entendía precisado resume ironizado"
        " tacha tachó"
        " garantiza garantizó garantizado presume presumió relatado describe describió descrito"
    ),
    reporters=_words("que"),
    speech_auxiliaries=_words("ha han había se"),
    remarks=(
        "celebrado>que,el,la|destacado>el,la,los,las,que|agradecido>el,la,los,las,a|ve>un,una,como|vio>un,una,como|destacó>el,la,los,las,que|destaca>el,la,los,las,que|celebra>que,el,la|"
        "agradece>el,la,los,las,a|considera>un,una,que,el,la|"
        "habló>de|calificó>de,como|agradeció>el,la,los,las,a|celebró>que,el,la|"
        "mostró>satisfecho,satisfecha,convencido,"
        "convencida,orgulloso,orgullosa|pidió>más,que,un,una|advirtió>de,que|llamó>a|"
        "habla>de|califica>de,como|tacha>de|tachó>de|pide>más,que,un,una|advierte>de,que|llama>a|"
        "puesto>relieve,manifiesto,valor|puso>relieve,manifiesto,valor|pone>relieve,manifiesto,valor|"
        "hecho>hincapié|hizo>hincapié|hace>hincapié|dejado>claro|dejó>claro|deja>claro|"
        "dado>conocer|dio>conocer|mostrado>satisfecho,satisfecha,convencido,convencida,orgulloso,orgullosa|"
        "muestra>satisfecho,satisfecha,convencido,convencida,orgulloso,orgullosa|interesó>por|interesa>por"
    ),
    speech_leads=frozenset(),
    according=(
        "según",
        "de acuerdo con",
        "a juicio de",
        "a juicio del",
        "en palabras de",
        "en palabras del",
        "en opinión de",
        "en opinión del",
        *("a ojos de", "por boca de", "al decir de", "en boca de", "según palabras de", "por voz de"),
        "para",
    ),
    according_after=frozenset(),
    already=_words("ya"),
    act_endings=("ndo", "ar", "er", "ir"),
    future_adverbs=_words("pronto próximamente mañana ojalá próxima próximo casi"),
    pronouns=_words("él ella ellos ellas"),
    genders={"él": "m", "ella": "f"},
    by_account={
        "según él": "m",
        "según ella": "f",
        "para él ,": "m",
        "para ella ,": "f",
        "a su juicio": "",
        "en su opinión": "",
        "a su entender": "",
        "en sus palabras": "",
        "según sus palabras": "",
        "según sus cálculos": "",
        "a su parecer": "",
        "según explicó": "",
        "según ha explicado": "",
        "según explica": "",
        "según dijo": "",
        "según señaló": "",
    },
    verdicts=_words(
        "veredicto conclusión opinión mensaje balance llamamiento comentario respuesta deseo esperanza advertencia"
        " consejo lema juicio explicación argumento pregunta"
    ),
    drops_subject=True,
    view_leads=_words("para"),
    copulas=_words("está están muestra mostró declara declaró"),
    convictions=_words(
        "orgulloso orgullosa satisfecho satisfecha "
        "convencido convencida seguro segura confiado escéptico escéptica optimista"
    ),
    quoting=_words("como según"),
    meets=(
        *(
            "entrevista con",
            "entrevista a",
            "conversamos con",
            "hablamos con",
            "charlamos con",
            "preguntas a",
        ),
        *("conversación con", "hemos hablado con", "entrevistamos a", "hemos entrevistado a"),
    ),
    role_articles=_words("el la un una su"),
    cues=_cues(),
    no_cues=(
        "se debía",
        "se debían",
        "iba a pie",
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in (
                "votó en contra de",
                "votó contra",
                "votaron en contra de",
                "se opuso a",
                "se opone a",
                "se opusieron a",
            )
            for end in (
                "poner fin",
                "romper",
                "suspender",
                "la ruptura del",
                "la ruptura de",
                "la suspensión del",
                "la suspensión de",
            )
        ),
        "no impide",
        "no impidió",
        "no obsta",
        "no en vano",
        ", proyecto de",
        "proyecto de investigación",
        "proyecto de demostración",
        "proyecto de cooperación",
        "proyecto de horizonte europa",
        "proyecto de la ue",
        "proyecto de la unión",
        "no es la única",
        "no es el único",
        "no son las únicas",
        "no es la primera",
        "no solo",
        "no sólo",
        "no menos de",
        "como estaba previsto",
        "sin duda",
        "no obstante",
        "no más de",
        "sin embargo",
    ),
    subordinators=_words("porque si cuando aunque mientras como para pues donde"),
    relatives=_words("que quien quienes cuyo cuya cual cuales donde"),
    prepositions=_words("a al de del en con por para sobre desde hasta"),
    complementisers=_words("que"),
    conditionals=_words("si"),
    awaited=_words("cuando"),
    awaiting=_words(
        "sea sean esté estén haya hayan firme firmen reciba reciban obtenga obtengan"
        " apruebe aprueben presente presenten"
    ),
    new_clause=_words("pero y o sino aunque"),
    coordinators=_words("y e o pero"),
    alternatives=_words("o"),
    # nouns end like some conditionals ("secretaría", "categoría"), and are left out with them
    conditional_endings=tuple(
        stem + end
        for stem in ("iría", "garía", "laría", "naría", "saría", "daría", "zaría", "raría")
        for end in ("", "n")
    ),
    future_endings=("rá", "rán", "remos"),
    clitics=_words("se lo la los las le les nos ya también además así finalmente no"),
    adversatives=_words("pero sino"),
    apposed_participles=_words(
        "creado creada lanzado lanzada abierto abierta fundado fundada puesto puesta aprobado aprobada firmado"
        " firmada financiado financiada impulsado impulsada presentado presentada respaldado respaldada"
    ),
    inner_relatives=_words("que"),
    inner_openers=_words("quien cuyo cuya"),
    nots=_words("no nunca"),
    yets=_words("todavía aún"),
    second_leads=_words("todavía aún nunca tampoco sigue sí"),
    second_verbs=_words(
        "ostenta ostentan posee poseen participa participan recibe reciben obtiene obtienen forma forman "
        "pertenece pertenecen firma firman lleva llevan figura figuran cuenta"
    ),
    finite=_words(
        "es son fue fueron era eran ha han hemos había habían será serán puede pueden podría podrían debe deben va"
        " van prevé prevén quiere quieren tiene tienen tenía tendrá está están estaba estaban sigue siguen cuenta"
        " cuentan dispone disponen aspira aspiran espera esperan"
    ),
    encounters=_words(
        "reunió reúne reunido reunirá recibió recibe recibido recibirá saludó saludado visitó visitado"
        " acompañó acompañado agradeció agradecido felicitó felicitado encontró entrevistó conversó"
        " dialogó invitó invitado sustituyó sustituye sustituido"
    ),
    past=_words("fue fueron era eran ha han había habían hizo hicieron dio dieron tuvo tuvieron"),
    past_endings=("ó", "aron", "ieron"),
    parties=_words("psoe pp vox podemos sumar iu bng psc erc cs"),
    wording=Wording(
        articles="la|el|los|las|un|una|año",
        joiners="y|e|pero también|o|así como|así como|como",
        within_lists="con|la|el|los|las|de",
        adverbs="también|la|el",
        pairs="y|con",
        between_pairs="así como|y",
        breaks="mientras",
        betweens="entre",
        apposes="como|entre",
        predicates="es|será|fue|sigue siendo|continúa siendo|ha sido|era",
        equates="son|fueron",
        holds="es|son|como|elegido|elegida|nombrado|nombrada|sigue|ha sido elegido|ha sido nombrada",
        becomes="será|serán|asumirá|pasará|futuro|futura",
        held="fue|era|había sido|antes|hasta|ex|exalcalde|exalcaldesa|antiguo|antigua|anteriormente",
        listing="sí|y|e|también|además|de|en|con|junto|a",
        gap_words="en|ya|luego|desde|el|para|después|antes de",
        adverbial_relatives="donde|cuando|como",
        affirms="sí|efectivamente|así es",
        asks_when="cuándo|desde cuándo|en qué año|qué día|en qué fecha",
        asks_whether="(?:es|son|está|están|ha|han|forma|forman|participa|participan|pertenece|pertenecen|figura|figuran|va|van|será|serán|fue|era)",
        denials="no|nunca|jamás|ni|tampoco",
        denial_gaps="es|son|era|eran|fue|será|ha sido|han sido|todavía|aún|siquiera|un|una",
        they="Ellas|Todas ellas",
        wholes="las|los|estas|estos|nuestras|nuestros",
        pointers=("el|la|del|al|este|esta|dicho|dicha|su|nuestro|nuestra"),
        prepositions="en|de|por|desde|con|entre",
        places="en|desde",
        venues="en|al",
        contains="en",
        indefinite="un|una|algún|alguna|ningún|ninguna",
        occasions="en la|en el|durante la|durante el|con motivo de la|con motivo del|tras la|a la|al",
        of_rules="el >del |>de ",
        participles="ado|ido|ito|rto",
        completed="tras|desde",
        turns="convertirse en|convertirán en|convertirá en|pasar a ser|ser|serán",
        makes="redactar|elaborar|preparar|suscribir|presentar",
        making=(
            "trabaja en|trabajan en|trabajando en|está redactando|están redactando|está elaborando|están elaborando|"
            "en fase de redacción|en tramitación|en trámite|en elaboración|en preparación|prepara|elabora|redacta"
        ),
        making_begun=(
            "empezado a redactar|empezado a elaborar|comenzado a redactar|comenzado a elaborar|"
            "iniciado la redacción|iniciado la elaboración"
        ),
        subjects_again="esta|ella",
        their_own="su|sus",
        quarters="barrio de|barrio|distrito de",
        owned_behind="cuyo|cuya|cuyos|cuyas",
        aims="objetivo|objetivos|meta|metas|compromiso|ambición|propósito",
        possessives="su|sus|cuyo|cuya|cuyos|cuyas",
        ours="nuestra|nuestro|nuestras|nuestros",
        adds="con|junto a|junto con|y|además de|como|igual que",
        likes=(
            "como|entre ellas|entre las que están|caso de|como es el caso de|entre las que figuran"
            "|entre las que se encuentran|tales como|entre ellos|entre otras"
        ),
        joins_in=(
            "junto a|además de|junto con|al igual que|lo mismo que|a la par que"
            "|al mismo tiempo que|en compañía de|de la mano de"
        ),
        subset=(
            "entre ellas|de ellas|de las cuales|entre ellos|de ellos|entre las cuales|entre las que"
            "|de las que|entre los que|incluidas|entre estas"
        ),
        complete="las|los|todas las|todos los",
        elliptic=(
            "en total|de ellas|de ellos|de las cuales|de estas|de estos|entre ellas|entre ellos"
            "|en conjunto|hasta la fecha|hasta ahora|de las ciudades|de las elegidas"
            "|de las participantes|de entre ellas|de las seleccionadas"
        ),
        totals=(
            "en total|el total a|total asciende a|asciende a|asciende ya a|ascienden a|ya son|son ya"
            "|suman ya|suman|eleva a|elevando a|la cifra a|la cifra hasta|el número a|llega a"
            "|alcanza ya|sube a|sube hasta|pasa a ser de|en conjunto"
        ),
        counted=rf"(?:(?:{_BEFORE_NOUNS})\s+)*(?!(?:{_BEFORE_NOUNS})\b)[a-zà-ÿ][\w-]{{2,}}s",
        moments="hace|hacía|tras|dentro de|en",
        moments_after="después|más tarde|antes|atrás",
        number_of="número de|total de|lista de|grupo de|club de|círculo de|ronda de|remesa de|tanda de",
        part_of=(
            "de las|de los|de esas|de esos|de estas|de estos|de un total de|entre las|entre los|del total de"
            "|de entre las"
        ),
        of_all="de|entre|de entre",
        all_of="las|los|sus|un total de|estas|esas",
        of_them="de ellas|de ellos|de las cuales|son",
        between_number="de",
        not_between_number="de",
        relatives="que|quien",
        others="otras|otros|demás",
        hails="sean|fueran|van|fueron|vienen|proceden|corresponden|pertenecen",
        earlier="anteriores|precedentes|previos|previas|primeros|primeras",
        receivers="a|para|en",
        namely="a saber|entre ellas|entre otras",
        after="tras|después de",
        owns=(
            "tiene|cuenta con|aporta|aportó|suma|coloca|está representada por|está representado por"
            "|participa con|está presente con|reúne|dispone de|acude con"
        ),
        alike="también|igualmente",
        origins="de|en|por|para",
        topic_leads=(
            "sobre|en torno al|en torno a la|en torno a|en materia de|en el ámbito de|en la|en el|en|"
            "alrededor de|acerca de|relativo a|"
            "relativa a|relativo al|relativa al|en los ámbitos de|en el campo de|en el campo del|"
            "en el ámbito del|en el terreno de|"
            "en el terreno del|en cuestiones de|en temas de|en temas como|en ámbitos como|centrado en|"
            "centrada en|centrados en|"
            "centradas en|dedicado a|dedicada a|dedicado al|dedicada al"
        ),
        no_topics=(
            "en el marco|en la ciudad|en una|en un|en su|en sus|en nuestra|en nuestro|en ese|en esa|en este|"
            "en esta|en marcha|en común|"
            "en breve|en persona|en vigor|en la práctica|en el acto|en el ayuntamiento|en la sede|en el salón|"
            "en la actualidad|"
            "en el futuro|en el proyecto|en el programa|en la misión|en la red|en la capital|en presencia|"
            "en virtud|en línea|en favor|"
            "en paralelo|en dos|en tres|en plena|en pleno|en el que|en la que|en primavera|en verano|en otoño|"
            "en invierno|"
            "en cambio|sobre la base|sobre el terreno|sobre el papel|sobre todo|sobre la mesa|en el año|"
            "en el mes|en los próximos"
        ),
        fellows=(
            "colegas|homólogos|homólogo|homóloga|técnicos|técnicas|expertos|ciudad|ciudades|municipio|municipios|"
            "ayuntamiento|"
            "alcalde|alcaldesa|amigos|socios|delegación|puerto|capital|vecina|localidad|urbe"
        ),
        over=(
            "rota|roto|rotos|congelada|congelado|congelados|suspendida|suspendido|suspendidos|cancelada|"
            "cancelado|disuelta|disuelto|extinguida|extinguido|finalizada|finalizado|puso fin|pone fin|"
            "en suspenso|caducado|caducó|expiró|pusieron fin|llegó a su fin"
        ),
        over_what=(
            "rompió|rompe|rompieron|suspendió|suspendieron|suspende|canceló|cancelaron|terminó|terminaron"
            "|ha terminado|finalizó|finalizaron|dio por terminada|dio por terminado|congeló"
        ),
        done_before=(
            r"(?:tras|después\s+de|luego\s+de)\s+(?:haber\s+sido|ser|su\s+(?:selección|elección|candidatura))|"
            r"que\s+(?:ya\s+)?hab[ií]an?\s+sido"
        ),
        was_once=(
            r"antigu[ao]s?\s+(?:ciudad(?:es)?|soci[ao]s?)|antaño|"
            r"(?:estuvo|estuvieron|era|eran|fue|fueron|estaba|estaban)\b[^.;,]{0,80}?\bhasta\s+(?:\w+\s+(?:de\s+)?)?\d{4}"
        ),
        phrase_leads=(
            "sobre todo|sobre|en|el|los|la|las|de|un|una|al|del|principalmente|en particular|en especial|"
            "especialmente|fundamentalmente|"
            "también|primero|sus|su|a|lo"
        ),
        phrase_tails="juntos|juntas|conjuntamente",
        phrase_stops=(
            "a través|mediante|en el proyecto|en este|desde|con|como|gracias|según|hasta|está|están|será|serán|"
            "es|son|en el marco|dentro del|durante"
        ),
        name_tails="del|de la|de los|de las",
        aims_behind="al|del|de|como",
        aims_determined="a|en|para|dentro de",
        noun_first=True,
        aims_to=(
            r"(?<!dejar )(?:es |de |a |: )(?!(?:dejar|llegar|alcanzar|lograr|conseguir|convertir|convertirse|"
            r"hacer|estar|lugar)\b)\w{3,}(?:ar|er|ir)"
        ),
        no_aims=(
            "estatus|reconocimiento|declaración|designación|título|"
            "ampliación|oleada|edición|entrada|incorporación|adhesión|futura|nueva|"
            "primera|primer|segunda|segundo|tercera|tercer|última|"
            "programa|iniciativa|proyecto|misión|participación|ronda|fase|etapa|selección|proceso|"
            "lista|círculo|grupo|convocatoria|concurso|vez|principio|final|año|años|mes|parte|pionera|"
            "pioneras|ejemplo|acción|futuro|europa|mundo|país|región|norte|sur|este|oeste|lugar|"
            "ganadora|ganadoras|miembro|miembros|primavera|verano|otoño|invierno|manifestaciones|"
            "expresiones|interés|candidaturas|nivel|total|todas|todos|número|rango|corazón|cabeza|"
            "ciudad|carrera|marcha"
        ),
        aim_articles="la|el|las|los|un|una|este|esta|nuestra|nuestro",
        joined_behind="en|en el|en la|del|de la|al|a la|el|la|dentro del|dentro de la",
        name_links=(
            "de|la|del|y|e|por|el|por el|por la|para|para el|para la|para los|al|a la|frente al|frente a la|"
            "ante el|ante la|contra el|contra la"
        ),
        demonyms=_demonyms(),
        tail_adjectives="al|ales|ico|ica|icos|icas|ano|ana|eño|eña|ense|és|esa",
        head_links="de la|de los|de las|de|del|para",
        topic_links="sobre|sobre la|sobre el|por|por la|por el",
        none_other="ninguna otra|ningún otro",
        field_links="en|y|e|a",
        holdings="de|del|de la|en|en el|en la",
        agents="por|por la|por el",
        known_articles="el|la|del|al|nuestra|nuestro",
        elects=(
            "eligió|eligieron|elige|elegido|elegida|reelegido|reelegida|nombró|nombrado|nombrada|nombra|"
            "designó|designado|designada|designa|proclamado|proclamada|proclamó|escogido|escogida|escogió|"
            "ratificado|ratificada|investido|investida|fichado|fichada|ficha|fichó|incorpora|incorporado|"
            "incorporada|contratado|contratada|ascendido|ascendida"
        ),
        elected_to="como|para|al cargo de|al puesto de",
        follows=(
            "sucede a|sucederá a|sucedió a|releva a|relevó a|relevará a|sustituye a|sustituyó a|sustituirá a|"
            "reemplaza a|toma el relevo de|en sustitución de|en lugar de"
        ),
        serves="del|de la",
        charged="con competencias|con responsabilidad|al cargo|delegado|delegada|delegados|delegadas|responsable|"
        "responsables|encargado|encargada",
        gives_out="publicado|gabinete de prensa",
        calls="habló|calificó",
        naming="llamado|llamada|denominado|denominada|bautizado como|bautizada como|titulado|titulada|de nombre|"
        "con el nombre de|bajo el nombre de|que lleva por nombre|conocido como|conocida como",
        besides="además de|salvo|aparte de|tras|excepto|junto a",
        exclusives="solo|sólo|solamente|únicamente|tan solo|tan sólo",
        unlike=(
            "a diferencia de|al contrario que|al contrario de|(?:a|con(?: la)?) (?:única )?excepción de|"
            "excepto|salvo|menos|exceptuando|a falta de|en lugar de|en vez de"
        ),
        all_but="quitando",
        excepted="exceptuad[ao]|excluid[ao]|aparte",
        said_of_all="tod[ao]s",
        said_of_none="ningun[ao]?|ningún|nadie",
        likened=(
            "como|igual que|al igual que|lo mismo que|"
            "del mismo modo que|de la misma forma que|a semejanza de|a imagen de"
        ),
        jointly="junto con|junto a|conjuntamente con",
        sent_from=(
            r"(?:profesores|docentes|maestros|alumn[oa]s|escolares|estudiantes|niñ[oa]s|jóvenes|aprendices|familias|vecin[oa]s|"
            r"ciudadan[oa]s|habitantes|artistas|músicos|coros|asociaciones|colegios|escuelas|empresas|investigadores|deportistas)"
            r"\s(?:de|en)"
        ),
        severally="cada un[ao] por su cuenta|sendos",
        claimed=(
            r"(?:que\b|(?:(?:la|las|el|los|una|algunas) )?"
            r"(?:informaci(?:ón|ones)|noticias?|rumor(?:es)?|afirmaci(?:ón|ones)|"
            r"cifras?|listas?)\b)"
        ),
        refuted=(
            r"no (?:es|son|era|eran) (?:ciert[oa]s?|verdad|correct[oa]s?|exact[oa]s?)|"
            r"(?:es|son|era|eran) (?:fals[oa]s?|erróne[oa]s?|inexact[oa]s?|incorrect[oa]s?)|"
            r"se deben? a un(?:a errata| error)|no se ajustan? a la realidad"
        ),
        on_days="el|la|en|de|del|mes|año|ya|a|pasado",
        happened=r"(?:(?:eso|esto|ello) )?(?:fue|ocurrió|sucedió|tuvo lugar)(?: el pasado)?",
        sets_against="pero|mientras que|mientras|aunque",
        gapped_joiners="y|pero|mientras que|solo|sólo",
        gapped_no="(?:en cambio,?\\s+)?(?:no|aún no|todavía no)",
        does_besides=(
            "colabora|coopera|trabaja|mantiene|participa|acoge|intercambia|recibe|visita|colaboran|"
            "cooperan|trabajan|intercambian"
        ),
        other_papers="propuestas|aportaciones|sugerencias|ideas|alegaciones|observaciones|"
        "(?:cartas?|declaraci(?:ón|ones)) de intenci(?:ón|ones)|memorand(?:o|os|um)(?: de entendimiento)?|"
        "(?:acuerdos?|convenios?|contratos?|protocolos?) (?:de colaboración|de cooperación|marco|de hermanamiento|"
        "de financiación|de préstamo|de suministro|de adhesión)|convenio|"
        "pacto de l[oa]s alcald[íe]as?|pacto de los alcaldes|"
        "carta de adhesión",
        gapped_no_first="(?:pero\\s+)?no(?:\\s+así)?",
        gapped_yes="(?:en cambio,?\\s+)?sí",
        gapped_yes_first="sí",
        gapped_alike="también|tampoco",
    ),
)
