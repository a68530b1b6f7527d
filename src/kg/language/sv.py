"""Swedish."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims import Factuality
from kg.language.common import in_either_order
from kg.language.model import Cue, Language, Reach, VerbReading, Wording

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int) -> dict[str, int]:
    """Names, several of one number joined by "/", numbered from `first`."""
    return {name: number for number, names in enumerate(text.split(), first) for name in names.split("/")}


def _small_numbers() -> dict[str, int]:
    found = _numbered(
        "noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton"
        " sjutton arton nitton",
        0,
    )
    units = [(name, value) for name, value in found.items() if 0 < value < 10]
    for tens, word in enumerate(
        ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"], 2
    ):
        found[word] = tens * 10
        found |= {word + name: tens * 10 + value for name, value in units}
    below = dict(found)
    for head, factor in (("", 1), *units):
        found[f"{head}hundra"] = factor * 100
        found |= {f"{head}hundra{name}": factor * 100 + low for name, low in below.items() if low}
    decades = [
        "tio",
        "tjugo",
        "trettio",
        "fyrtio",
        "femtio",
        "sextio",
        "sjuttio",
        "åttio",
        "nittio",
        "hundra",
    ]
    found |= {f"{name}tal": value * 10 for value, name in enumerate(decades, 1)}
    return found | {"hundra": 100, "tusen": 1000, "dussin": 12, "dussintal": 12}


_LED = _words("efter för genom med utan om av till än på i över fram")
_INFINITIVES = _words("få bli ta gå se ge nå ske stå bero dra slå")


def _read_auxiliary(words: Sequence[str], index: int) -> VerbReading | None:
    """Whether "kommer" tells what is to be: an infinitive with its mark stands behind it, with the subject between."""
    behind = [word.casefold() for word in words[index + 1 :]]
    for before, word, following in zip(["", *behind], behind, behind[1:], strict=False):
        if word == "att" and (following.endswith("a") or following in _INFINITIVES):
            return None if before in _LED else "future"
    return None


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # what somebody wanted before wanting something else
    add(
        "hade hoppats|hade först hoppats|ville från början|ville ursprungligen|hade tänkt bli|"
        "hade tänkt vara|siktade ursprungligen|skulle ursprungligen",
        DENIED,
        "superseded",
        "phrase",
    )

    # what people mean to do is put down before it is done
    add(
        "förbereder sin|arbetar med sin ansökan",
        EXPECTED,
        "planned",
    )
    add(
        "avsiktsförklaring om|avsiktsförklaring för|avsiktsförklaring till|avsiktsförklaring att|"
        "avsiktsförklaringen om",
        EXPECTED,
        "intended",
        "phrase",
    )
    add(
        "slopades|slopats|slopat|skrotades|skrotats|skrotat|övergavs|övergivits|övergivet|övergav|övergett|"
        "revs upp|rivits upp|ströks|strukits",
        DENIED,
        "abandoned",
        "all",
    )
    # whoever is put forward is not chosen yet
    add(
        "inom kort|de närmaste veckorna|de närmaste månaderna|de kommande veckorna|de kommande månaderna|"
        "senare i år|senare i vår|senare i höst|senare i sommar|senare i veckan",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "söker partner till sitt|söker fler partner till sitt|söker partners till sitt|"
        "samlar åtaganden till sitt|samlar in åtaganden till sitt|samlar idéer till sitt",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "uppdrar åt|uppdrog åt|uppdra åt|bemyndigar|bereda att|bemyndigade|i uppdrag att|"
        "ger i uppdrag|gav i uppdrag",
        EXPECTED,
        "commissioned",
        "behind",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "valdes inte ut|blev inte utvald|blev inte utvalda|antogs inte|togs inte ut|kom inte med|"
        "kom inte in|fick inte plats|fick ingen plats|valdes inte|utsågs inte|blev inte antagen|"
        "gick inte vidare|"
        "ingen tur|ingen framgång|utan framgång|utan resultat|förgäves|lottlös|lottlösa|tomhänt|tomhänta|"
        "blev utan|blir utan|föll bort|sållades bort|gallrades bort|valdes bort|ratades|blev kvar utanför|"
        "hamnade utanför|lämnades utanför",
        DENIED,
        "vain",
    )
    add(
        "ska|skall|kommer att|ska bli|planeras|planerar|planerar att|väntas|förväntas|beräknas",
        EXPECTED,
        "planned",
    )
    add("vill|avser|avser att|siktar på|har som mål|målet är|strävar efter|hoppas", EXPECTED, "intended")
    add("nästa steg är|räknar med|ser fram emot|står på tur", EXPECTED, "planned")
    # what somebody is ready, trying or asked to do is not done
    add(
        "har för avsikt att|hade för avsikt att|avsåg att|berett att|beredd att|beredda att|"
        "förbereder sig för att|förbereder sig på att|"
        "arbetar för att|lovar att|lovade att|har lovat att|önskar att|önskar få|önskar bli|"
        "önskar gå|önskar delta|önskar skriva|är redo att|strävar efter att",
        EXPECTED,
        "intended",
        "behind",
    )
    # whoever decides to give or adopt something does so; what to sign or join is yet to come
    decided = ("har beslutat att", "har beslutit att", "beslutade att", "beslöt att")
    own = ("skriva", "underteckna", "gå", "delta", "ansluta", "söka", "bli")
    add("|".join(f"{verb} {deed}" for verb in decided for deed in own), EXPECTED, "intended", "behind")
    add(
        "bjudits in att|bjuden att|inbjuden att|inbjudna att|inbjudet att|uppmanas att|uppmanats att|ombetts att",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "tackat nej till att|tackade nej till att|avböjt att|avböjde att|låter bli att|avstår från att|"
        "avstod från att",
        DENIED,
        "denied",
        "behind",
    )
    add(
        "önskan att|önskemål att|dröm att|dröm om att|hopp om att|förhoppning att|förhoppning om att|ambition att|"
        "chans att|närmare att|på väg att",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add("kan|kunna", POSSIBLE, "able")
    add("kan komma att|kunde|möjligen|kanske|eventuellt|överväger|utreder", POSSIBLE, "possible")
    add("funderar på|tankar på|planer finns på|idén om|idén att|sonderar", POSSIBLE, "considered")
    add("skulle|skulle kunna|om", POSSIBLE, "conditional")
    add("bör|borde|kräver", POSSIBLE, "demanded")
    add("måste", POSSIBLE, "due")
    add(
        "röstade mot|röstade emot|röstar mot|motsätter sig|motsatte sig",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "misslyckats med|misslyckas med|misslyckades att|vägrade|vägrar|vägrat|missade att|missat att|"
        "missade chansen att|underlät att|underlåtit att|försummade att|försummat att|avstått från|"
        "glömde att|dröjer med att|har svårt att",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "inte|aldrig|ej|varken|nekade|avslog|avvisade|avstår från|avstod från|tackar nej till|tackade nej till",
        DENIED,
        "denied",
    )
    add("ingen|inget|inga", DENIED, "denied", "both")
    add("ingenting", DENIED, "nobody")
    add(
        "ställer sig bakom ett|ställde sig bakom ett|ställer sig bakom en|ställde sig bakom en",
        EXPECTED,
        "planned",
    )
    add("under diskussion|diskuteras|övervägs|på förslag", POSSIBLE, "considered")
    add(
        "nästa steg|får i uppdrag|fick i uppdrag|ge i uppdrag|fått i uppdrag",
        EXPECTED,
        "planned",
        "both",
    )
    add("saknar|saknas|saknade|arbetar fram|arbetar med sitt|förbereder sitt", DENIED, "denied", "both")
    add(
        "är inte en av|är inte bland|är inte med bland|hör inte till|ingår inte i|var inte bland|var inte en av|"
        "finns inte bland|finns inte med bland",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "nekar|nekades|nekats|avslår|avslogs|avslås|avslagits|avslagen|avslaget|bifalls inte|avvisar|"
        "avvisades|förkastade|förkastar|röstade ner|röstade nej till|röstar nej till|säger nej till|"
        "sa nej till|sade nej till|dementerar|dementerade|förnekar|förnekade|ställer sig utanför|"
        "står utanför|stod utanför|misslyckades med|gick miste om|"
        "hoppar av|hoppade av|uteslöt|utesluter",
        DENIED,
        "denied",
    )
    add(
        "väntar på|väntar nu på|inväntar|inväntar nu|väntar fortfarande på|väntar ännu på",
        DENIED,
        "denied",
        "behind",
    )
    add(
        "ansöker om|ansökte om|har ansökt om|söker|sökte|har sökt till|sökt till|sökt sig till|"
        "kandiderar till|kandiderar",
        POSSIBLE,
        "applied",
    )
    add("ansökan om|ansökningar om|kandidatur till", POSSIBLE, "applied", "phrase")
    add("på väg mot|på väg att bli|på god väg mot", EXPECTED, "underway", "phrase")
    add(
        "fick nej|fått nej|får nej|fick avslag|fått avslag|gick bet",
        DENIED,
        "denied",
    )
    add(
        "att insända|att översända|därefter insända|därefter översända|samt insända|samt översända|"
        "bemyndiga|förklarat sig beredda|förklarat sig beredd|är beredda att|"
        "är beredd att|är villiga att|är villig att",
        EXPECTED,
        "charged",
    )
    add(
        "på idéstadiet|på ritbordet|på planeringsstadiet|bara en idé|än så länge en idé|under utredning",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "uppskjuten|uppskjutet|uppskjutna|sköts upp|skjuts upp|skjutits upp|skjuta upp|bordlagd|bordlagt|bordlägga|"
        "bordläggs|bordlades|återremitterad|återremitterat|återremitteras|återremitterades|återremiss",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "behöver en|behöver ett|kräver en|kräver ett|efterlyser en|efterlyser ett",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add("utan|i stället för|istället för", DENIED, "without", "phrase")
    add("utkastet till|utkast till|förslag till|förslaget till", EXPECTED, "drafted", "phrase")
    add(
        "tänker|är på väg att|planeras att|är planerad|är planerat|är tänkt|hoppas att|hoppas på|"
        "hoppas kunna|satsar på att|åtar sig att|åtog sig att|har åtagit sig att|"
        "har förbundit sig att|siktar mot|ämnar",
        EXPECTED,
        "intended",
    )
    add(
        "undersöker|möjligtvis|troligen|sannolikt|förmodligen|tveksamt|oklart",
        POSSIBLE,
        "considered",
    )
    add("hade kunnat|skulle ha", POSSIBLE, "counterfactual")
    add(
        "krävde|kräver att|uppmanar|uppmanade|vill se|föreslår|föreslog|borde ha|yrkar|yrkade|motion om|behöver",
        POSSIBLE,
        "demanded",
    )
    by_mistake = ("felaktigt", "felaktigen", "av misstag")
    told = ("uppgavs", "uppgav", "skrev", "skrevs", "rapporterades", "angavs", "stod det")
    add(in_either_order(by_mistake, told), DENIED, "mistaken", "all")
    # what was told and is told no more
    add(
        "tidigare version stod|tidigare version uppgavs|tidigare version skrev|tidigare version av artikeln|"
        "tidigare version av texten|tidigare version av pressmeddelandet|tidigare version av nyheten|"
        "tidigare version av den här|första versionen av artikeln|första versionen av texten|stämmer inte att|"
        "är inte sant att|är fel att|är felaktigt att",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "uppges|sägs|påstås|lär|enligt uppgift|ryktas|rykten|enligt rykten|enligt ryktet|enligt obekräftade uppgifter",
        POSSIBLE,
        "rumoured",
    )
    add("planerade|kommande|framtida|möjliga|eventuella|tänkta", EXPECTED, "planned", "phrase")
    add(
        "förhandlar om|förhandlingar om|föreslår ett|föreslår en|förslag om|förslaget om|möjligt|"
        "möjlig|eventuell|utreder ett",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "är utanför|får vänta|får ge sig till tåls|dröjer|låter vänta på sig|väntar|väntar ännu|"
        "väntar fortfarande",
        DENIED,
        "denied",
    )
    add(
        "inte med bland|inte på|inte i|inte bland|inte till|utanför",
        DENIED,
        "excluded",
        "both",
    )
    return tuple(cue for cue in found if cue.words != "om")


LANGUAGE = Language(
    code="sv",
    abbreviations=_words(
        "bl.a t.ex d.v.s dvs ca kl nr Nr s.k m.fl f.d fr.o.m t.o.m Dr Prof prof St jfr resp t ex tel Tel tfn"
        " inkl exkl"
    ),
    ending_abbreviations=_words("osv m.m etc"),
    starters=_words(
        "Den Det De En Ett Han Hon Vi Ni Jag I På Av Med För Från Till Om När Efter Under Sedan Men Och"
        " Eller Som Att Där"
        " Här Nu Denna Detta Dessa Alla Många Enligt Vid Mellan Genom Både Så Idag Hans Hennes Deras Vår Våra"
    ),
    ordinal_dots=False,
    determiners=_words("den det de en ett denna detta dessa alla vår våra sin sina deras"),
    functions=_words(
        "sin sitt sina deras dess vår vårt våra ut upp "
        "den det de en ett denna detta dessa i på av med för från till om när efter under sedan men och"
        " eller som att"
        " där här nu han hon vi ni jag är var har hade blev ska skall kommer kan kunde skulle inte vid"
        " mellan genom både"
        " så hos mot samt då ingen inget inga någon något några varje vilken vilket vilka samma"
    ),
    months=_numbered(
        "januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sept oktober/okt"
        " november/nov december/dec",
        1,
    ),
    weekdays=_numbered(
        "måndag/måndagen/måndags tisdag/tisdagen/tisdags onsdag/onsdagen/onsdags torsdag/torsdagen/torsdags"
        " fredag/fredagen/fredags lördag/lördagen/lördags söndag/söndagen/söndags",
        0,
    ),
    seasons=_numbered("våren/vår/våras sommaren/sommar/somras hösten/höst/höstas vintern/vinter/vintras", 0),
    parts={
        "i början av": "early",
        "början av": "early",
        "i mitten av": "mid",
        "mitten av": "mid",
        "i slutet av": "late",
        "slutet av": "late",
    },
    part_nouns=_words("av året år månaden"),
    date_fillers=_words("den år året"),
    month_leads=_words("i sedan till under från maj senast förra nästa"),
    year_leads=_words("år året sedan till senast i under från före efter våren sommaren hösten vintern"),
    day_particles=frozenset(),
    since=frozenset({"sedan", "från", "från och med", "alltsedan"}),
    until=frozenset({"till", "senast", "fram till", "till och med", "före", "innan"}),
    range_words=_words("till"),
    list_words=_words("och eller"),
    relative={
        "i dag": ("day", 0),
        "idag": ("day", 0),
        "i går": ("day", -1),
        "igår": ("day", -1),
        "i förrgår": ("day", -2),
        "i morgon": ("day", 1),
        "imorgon": ("day", 1),
        "i övermorgon": ("day", 2),
        "i år": ("year", 0),
        "i fjol": ("year", -1),
        "i morse": ("day", 0),
        "i kväll": ("day", 0),
        "i går kväll": ("day", -1),
        "för ett år sedan": ("year", -1),
        "för två år sedan": ("year", -2),
        "för tre år sedan": ("year", -3),
        "för fyra år sedan": ("year", -4),
        "för fem år sedan": ("year", -5),
        "för en månad sedan": ("month", -1),
        "för en vecka sedan": ("week", -1),
        "denna vecka": ("week", 0),
    },
    relative_adjectives={
        "förra": -1,
        "senaste": -1,
        "nästa": 1,
        "kommande": 1,
        "denna": 0,
        "våras": -1,
        "somras": -1,
        "höstas": -1,
        "vintras": -1,
    },
    ahead=("om", "inom", "på"),
    centuries=(
        ("mitten av seklet", 2050),
        ("mitten av århundradet", 2050),
        ("seklets mitt", 2050),
        ("århundradets mitt", 2050),
        ("sekelmitten", 2050),
    ),
    decades=(
        ("slutet av decenniet", 10),
        ("slutet av årtiondet", 10),
        ("decenniets slut", 10),
        ("årtiondets slut", 10),
        ("decenniets utgång", 10),
        ("mitten av nästa decennium", 15),
        ("mitten av nästa årtionde", 15),
    ),
    elapsed_units={
        "dag": "day",
        "dagar": "day",
        "vecka": "week",
        "veckor": "week",
        "månad": "month",
        "månader": "month",
        "år": "year",
    },
    afterwards=(
        "senare",
        "därefter",
    ),
    ahead_of=("tidigare än", "snabbare än", "före", "innan"),
    behind_of=("senare än", "efter"),
    beforehand=(
        "tidigare",
        "dessförinnan",
    ),
    unit_nouns={
        "år": "year",
        "året": "year",
        "månad": "month",
        "månaden": "month",
        "vecka": "week",
        "veckan": "week",
    },
    year_after=("året därpå", "året efter", "påföljande år"),
    month_followers=_words("därpå påföljande följande"),
    same_year=("samma år", "det året", "det här året", "detta år"),
    quarters={"kvartalet": 3, "kvartal": 3, "halvåret": 6},
    this_words=_words("denna denne detta nu"),
    lone=_words("enda"),
    coming_days=frozenset(
        ("på", day) for day in ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
    ),
    hoping=_words("hoppas räknar väntar väntas förväntas ska skall kommer kan kunde bör vill siktar"),
    passives=frozenset(("är", "var", "blev", "blir", "blivit", "bli", "vara")),
    future_words=_words("ska skall kommer planeras väntas nästa kommande bjuder"),
    foretelling=_words("skulle"),
    thousands=" \u00a0\u202f.",
    decimal=",",
    small_numbers=_small_numbers(),
    hundreds=_words("hundra"),
    scales={
        "hundra": 100,
        "tusen": 1000,
        "miljon": 10**6,
        "miljoner": 10**6,
        "mn": 10**6,
        "miljard": 10**9,
        "miljarder": 10**9,
        "mdr": 10**9,
        "mkr": 10**6,
        "mnkr": 10**6,
        "mdkr": 10**9,
        "tkr": 1000,
    },
    number_joiners=frozenset(),
    ordinals=_numbered("första/förste andre tredje fjärde femte sjätte sjunde åttonde nionde tionde", 1),
    ordinal_endings=_words("a e"),
    group_endings=_words("-tal -talet"),
    ones=_words("en ett"),
    only=_words("enda"),
    only_more=_words("andra övriga"),
    only_several=_words("de"),
    of_words=_words("av bland"),
    modifiers={
        "över": "at_least",
        "mer än": "at_least",
        "fler än": "at_least",
        "minst": "at_least",
        "upp till": "at_most",
        "högst": "at_most",
        "max": "at_most",
        "färre än": "at_most",
        "mindre än": "at_most",
        "ett": "approximate",
        "omkring": "approximate",
        "cirka": "approximate",
        "ca": "approximate",
        "ungefär": "approximate",
        "runt": "approximate",
        "nästan": "approximate",
        "drygt": "at_least",
        "knappt": "approximate",
    },
    modifiers_after={"eller fler": "at_least", "eller mer": "at_least"},
    more_words=_words("andra ytterligare fler till övriga"),
    percent_words=frozenset({"procent"}),
    currencies={
        "euro": "EUR",
        "kronor": "SEK",
        "kr": "SEK",
        "mkr": "SEK",
        "mnkr": "SEK",
        "mdkr": "SEK",
        "tkr": "SEK",
        "dollar": "USD",
        "zloty": "PLN",
        "złoty": "PLN",
        "lei": "RON",
        "leva": "BGN",
        "forint": "HUF",
        "hryvnia": "UAH",
        "pund": "GBP",
        "schweizerfranc": "CHF",
        "schweiziska franc": "CHF",
        "lira": "TRY",
        "svenska kronor": "SEK",
        "danska kronor": "DKK",
        "norska kronor": "NOK",
        "isländska kronor": "ISK",
        "tjeckiska kronor": "CZK",
    },
    units=_words(
        "km m kg ton meter kilometer hektar mw kwh invånare personer kronor miljoner miljarder procent"
    ),
    labels=_words("nr dnr nummer artikel sida sid linje kapitel tel tfn rum"),
    clock_words=_words("uhr"),
    street_endings=("gatan", "vägen", "straße", "torget"),
    honorifics=_words("Dr Prof Professor Herr Fru"),
    particles=_words("von van Von Van ten ter af de der den di da la"),
    weak_given=_words("Maj April Juni An My Milan Georgia India Sol Dag Love"),
    not_names=_words(
        "stad städer gatan torget bron huset pris dag vecka månad år universitet institut departement europa"
    ),
    institutions=(
        "stiftelsen",
        "institutet",
        "universitet",
        "skolan",
        "museet",
        "priset",
        "university",
        "gatan",
    ),
    genitive=("s",),
    fields=_words("energi miljö trafik sverige europa stad"),
    noun_endings=("ning", "het", "skap", "tion", "ism"),
    unmarked_offices="are",
    plural_ties="som|är|var",
    plural_offices=("ledamöterna", "ledamöter", "kommunalråden", "borgarråden", "politikerna"),
    speech_verbs=_words(
        "säger sa sade sagt förklarar förklarade förklarat betonar betonade betonat framhåller framhöll tillägger"
        " tillade menar menade uppger uppgav skriver skrev berättar berättade berättat konstaterar konstaterade"
        " understryker underströk kommenterar kommenterade meddelar meddelade invänder invände påpekar påpekade"
        " hävdar hävdade svarar svarade fortsätter fortsatte avslutar avslutade tycker tyckte anser ansåg"
        " sammanfattar sammanfattade utbrister lovar lovade varnar varnade hälsar hälsade medger medgav"
        " poängterar poängterade skrattar skrattade skämtar skämtade ler log fastslår fastslog slår beklagar"
        " beklagade"
        " kritiserar kritiserade försvarar försvarade erkänner erkände suckar suckade undrar undrade frågar frågade"
        " inflikar inflikade fortsatt tror trodde tänker resonerar resonerade förtydligar förtydligade utvecklar"
        " summerar summerade bekräftar bekräftade upplyser upplyste noterar noterade replikerar replikerade"
        " jublar jublade intygar intygade"
        " befarar befarade fruktar fruktade hoppas hoppades bedömer bedömde kräver krävde efterlyser"
        " efterlyste föreslår"
        " föreslog rapporterar rapporterade redogör redogjorde informerar informerade uppmanar uppmanade"
        " påminner påminde"
        " anför anförde förutspår förutspådde lyfter lyfte poängterat konstaterat meddelat påpekat uppgett"
        " påstår påstod"
        " berömmer berömde tackar tackade välkomnar välkomnade tillstår tillstod undrat frågat garanterar garanterade"
        " motsätter vidhåller vidhöll räknar räknade minns mindes"
    ),
    reporters=_words("att hur"),
    speech_auxiliaries=_words("har hade"),
    bare_speech=True,
    joins_nouns=True,
    expletives=frozenset({"det"}),
    remarks="ser>som|såg>som|talade>om|talar>om|kallade>en,ett,det|kallar>en,ett,det|varnade>för|varnar>för|beskrev>som|"
    "hoppas>på,att|hoppades>på,att|lovade>att|lovar>att",
    speech_leads=frozenset(),
    according=("enligt",),
    according_after=frozenset(),
    already=_words("redan"),
    act_endings=("a", "få", "bli"),
    future_adverbs=_words("snart förhoppningsvis imorgon nästa nästan"),
    pronouns=_words("han hon de"),
    genders={"han": "m", "hon": "f"},
    by_account={
        "enligt honom": "m",
        "enligt henne": "f",
        **{
            f"{lead} {owner} {noun}": gender
            for owner, gender in (("hans", "m"), ("hennes", "f"))
            for lead, noun in (("enligt", "mening"), ("i", "ögon"), ("med", "ord"), ("enligt", "bedömning"))
        },
    },
    verdicts=_words(
        "omdöme slutsats uppfattning budskap bedömning svar kommentar förhoppning önskan varning uppmaning"
        " motto fråga"
    ),
    view_leads=_words("för"),
    copulas=_words("är förblir"),
    convictions=_words(
        "stolt glad nöjd besviken tacksam övertygad säker hoppfull skeptisk optimistisk tveksam"
    ),
    quoting=_words("som"),
    meets=(
        *("intervju med", "samtal med", "vi träffade", "vi mötte", "vi har träffat", "frågor till", "möter"),
        *("vi talade med", "vi pratade med", "vi har pratat med", "vi träffar"),
    ),
    role_articles=_words("den det en ett"),
    cues=_cues(),
    no_cues=(
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in ("röstade mot", "röstade emot", "röstar mot", "motsätter sig", "motsatte sig")
            for end in ("att avsluta", "att säga upp", "att bryta", "nedskärningar", "en uppsägning av")
        ),
        "inte bara",
        "inte minst",
        "hindrar inte",
        "inte mindre än",
        "utan tvekan",
        "inte endast",
        "som planerat",
    ),
    subordinators=_words("att om eftersom när medan därför fast innan sedan trots"),
    relatives=_words("som vilken vilket vilka vars där"),
    prepositions=_words("i på av med för från till om"),
    complementisers=_words("att om"),
    conditionals=_words("om"),
    awaited=_words("när innan"),
    awaiting=_words("är blir får"),
    new_clause=_words("men och eller utan"),
    conditional_verbs=_words(
        "godkänner antar beslutar bifaller beviljar beviljas godkänns antas röstar stöder stödjer säger "
        "ställer lyckas klarar uppnår når får blir väljs utses undertecknar tecknar undertecknas "
        "lämnar vinner uppfyller"
    ),
    consequences=_words("så då"),
    coordinators=_words("och eller men respektive"),
    alternatives=_words("eller"),
    adversatives=_words("men utan"),
    apposed_participles=_words(
        "antagen antaget antagna beslutad beslutat godkänd godkänt undertecknad undertecknat grundad grundat startad"
        " startat inlämnad inlämnat utsedd utsett"
    ),
    inner_relatives=_words("som"),
    nots=_words("inte aldrig"),
    yets=_words("ännu hittills"),
    second_leads=_words("aldrig inte ännu heller"),
    second_verbs=_words(
        "bär bar innehar innehade deltar deltog tillhör tillhörde ingår ingick tar tog lämnade "
        "undertecknade skrev vann håller höll erhöll erhåller får fick antog valdes saknar"
    ),
    finite=_words(
        "är var har hade blev ska skall kommer kan kunde skulle vill måste bör fick får planerar väntas"
        " söker hoppas saknar väntar"
    ),
    auxiliaries=_words("kommer"),
    read_auxiliary=_read_auxiliary,
    encounters=_words(
        "träffade träffar träffat mötte möter mött välkomnade välkomnar välkomnat besökte besöker besökt"
        " tackade tackar tackat gratulerade gratulerar bjöd bjudit hyllade efterträdde efterträder"
        " ersatte"
    ),
    past=_words(
        "var blev hade har fick skrev gick kom tog gav höll stod såg sa sade vann antog beslöt valde utsågs"
    ),
    past_endings=("ade", "des", "dde"),
    parties=_words(
        "s m c l kd v mp sd moderaterna socialdemokraterna centerpartiet liberalerna kristdemokraterna"
        " vänsterpartiet miljöpartiet sverigedemokraterna"
    ),
    wording=Wording(
        articles="den|det|de|en|ett|år",
        joiners="och|respektive|men också|eller|samt|samt|liksom",
        within_lists="med|av|i",
        adverbs="även|också",
        pairs="och|med",
        between_pairs="samt|och",
        breaks="medan",
        betweens="mellan",
        apposes="som|bland",
        predicates="är|blir|blev|förblir|heter|var",
        equates="är|var|blev",
        holds="är|som|blev|valdes|utsågs|utsetts|vald|utsedd|sitter",
        becomes="blir|ska bli|kommer att|tillträder|blivande",
        held="var|tidigare|förre|förra|före detta|fram till|en gång",
        listing="ja|och|samt|även|också|i|från|med",
        gap_words="i|år|den|redan|sedan|först|till|senast|därefter",
        adverbial_relatives="där|när|hur|då",
        affirms="ja|javisst|det stämmer",
        asks_when="när|sedan när|vilket år|vilken dag",
        asks_whether="(?:är|var|har|ingår|deltar|hör|tillhör|ska|kommer|kan|blir|finns|får)",
        denials="inte|aldrig|ej|varken|icke",
        denial_gaps="längre|ännu|heller|själv|varit|blivit|någon|en|ett|som",
        they="De|Alla",
        they_do="s|de|te|r|har|är|ska|vill",
        wholes="de|alla|dessa|våra|alla de",
        pointers=("den|det|denna|detta|sitt|sin|vårt|vår|deras"),
        prepositions="i|av|från|till|med|mellan",
        name_articles="VD|Vd|Den|Det|De|En|Denna|Vår|Varje|I|Från|För|Av|På",
        owned="s",
        not_owned="ås|näs|fors|nes|ös|is|us|ss",
        places="i|från",
        venues="i|på|vid",
        contains="i",
        indefinite="en|ett|något|någon",
        occasions="vid|under|i samband med|efter|inför",
        of_rules=">av ",
        completed="efter|sedan",
        turns="bli|blir",
        makes="skriva|ta fram|utarbeta|teckna|upprätta",
        making=(
            "arbetar med sitt|arbetar på sitt|arbetet med|tar fram|"
            "arbetar med att ta fram|förbereder|håller på att ta fram|under framtagande"
        ),
        making_begun="börjat ta fram|börjat arbeta med|börjat arbeta på|påbörjat arbetet med",
        made_already="har|hade",
        subjects_again="den|det",
        their_own="hans|hennes|deras",
        quarters="stadsdelen|stadsdel",
        owned_behind="vars",
        aims="mål|målet|målsättning|målsättningen|ambition",
        possessives="dess|deras|sin|sitt|vars|hennes|hans",
        ours="vår|vårt|våra",
        adds="med|och|tillsammans med|samtidigt som|liksom|i likhet med",
        likes="som|såsom|däribland|bland annat|till exempel|bland dem|exempelvis",
        joins_in=(
            "förutom|tillsammans med|jämte|liksom|sida vid sida med|hand i hand med"
            "|samtidigt med|utöver|i sällskap med|precis som"
        ),
        subset="varav|av dem|av vilka|däribland|bland dem|av dessa|därav",
        complete="alla|samtliga|de|alla de",
        elliptic=(
            "totalt|av dem|av vilka|sammanlagt|av dessa|av städerna|av kommunerna|av de utvalda"
            "|av deltagarna|hittills|bland dem"
        ),
        totals=(
            "totalt|sammanlagt|inalles|tillsammans|uppe i|nu uppe i|stiger till|steg till|stigit till"
            "|ökar till|ökade till|ökat till|växer till|vuxit till|antalet till|antalet är|är nu"
            "|är de nu|sammantaget|summan till"
        ),
        counted=r"(?:[a-zà-ÿ-]{2,}[ae]\s+)?[a-zà-ÿ][\w-]{2,}",
        moments="för|om|efter|inom",
        moments_after="sedan|senare|tidigare|gammal|gamla",
        number_of="antalet|listan med|gruppen av|kretsen av|skaran av|omgången med",
        part_of="av de|av totalt|av sammanlagt|av samtliga|bland de|av dessa|utav de",
        of_all="av|bland|utav",
        all_of="de|totalt|sammanlagt|samtliga|sina|dessa",
        of_them="av dem",
        between_number="i|av",
        relatives="som",
        others="andra|övriga|ytterligare",
        hails="går|gick|kommer|kom|ligger|låg|finns|hör hemma",
        earlier="tidigare|föregående|förra|första",
        receivers="till",
        namely="nämligen|bland annat|däribland",
        after="efter",
        owns=(
            "har|har fått med|deltar med|bidrar med|representeras av|är representerat av"
            "|är företrätt av|företräds av|står för|ställer upp med|är med genom|räknar in|har med"
        ),
        alike="också|även|likaså",
        origins="från|i|för",
        topic_leads=(
            "om|kring|inom|på området|i frågor om|i fråga om|inom området|inom områdena|runt|rörande|gällande|"
            "beträffande|"
            "när det gäller|vad gäller|med fokus på|med inriktning på|med tonvikt på|på temat|på tema|med temat"
        ),
        no_topics=(
            "om ett|om en|om två|om tre|om några|om det|om den|om de|inom ramen|inom kort|inom projektet|"
            "inom programmet|runt om|"
            "runt hela|kring hela|inom ett|inom loppet|om att"
        ),
        fellows=(
            "kollegor|kollegorna|kollegerna|motsvarigheter|tjänstemän|experter|staden|städerna|stad|kommun|"
            "kommunen|kommuner|"
            "kommunerna|borgmästare|vänner|vännerna|partner|delegation|hamn|huvudstaden|grannen|grannkommunen"
        ),
        over=(
            "sägs upp|sades upp|sagts upp|uppsagt|upphört|upphörde|upphör|avslutades|avslutats|avslutat|fryst|"
            "frystes|frysts|vilande|bröts|brutits|lagts på is|på is|avbröts|avbrutits|löpte ut"
            "|pausats|upphävt|upphävdes|lades ner|lagts ner"
        ),
        over_what="avslutade|avslutar|bröt|bryter|pausade|pausar|sa upp|sade upp|säger upp|frös",
        done_before=(
            r"efter\s+att\s+(?:ha\s+)?(?:blivit|valts|utsetts)|"
            r"(?:efter\s+att|sedan)\s+(?:den|de|det|staden|kommunen|städerna|kommunerna)\s+(?:hade\s+)?(?:blivit|valts|utsetts|blev|valdes)|"
            r"som\s+(?:redan\s+)?hade\s+(?:blivit|valts)"
        ),
        was_once=(
            r"(?<!sedan\s)(?<!redan\s)(?<!sitt\s)(?<!sina\s)(?<!sin\s)tidigare(?!\s+i\s+(?:år|dag|veckan|månaden))|före\s+detta|fd|(?:var|hade)\b[^.;,]{0,80}?\b(?:fram\s+)?till\s+(?:\w+\s+)?\d{4}"
        ),
        phrase_leads=(
            "om|på|i|är|framför allt|främst|i första hand|bland annat|särskilt|i synnerhet|även|också|"
            "till exempel|huvudsakligen|"
            "den|det|de|en|ett|hur"
        ),
        phrase_tails="tillsammans|ihop|gemensamt",
        phrase_stops="via|inom projektet|från|sedan|till|under|är|har|ska|kommer|inom ramen|genom|där|tillsammans",
        verb_particles="in|ut|upp|ner|av|bort|fram|på|över|ihop",
        aims_behind="i|till|för|om|på|av|inom",
        aims_to=r"att (?!(?:vara|bli|nå|uppnå|komma|klara|hinna|lyckas|göra|gå|ha)\b)\w+a",
        no_aims=(
            "status|erkännande|utnämning|titeln|"
            "utvidgning|omgång|utökning|våg|inträde|upplaga|"
            "programmet|satsningen|initiativet|projektet|uppdraget|deltagande|omgången|omgång|fasen|"
            "fas|etappen|etapp|steget|urvalet|processen|listan|kretsen|gruppen|utlysningen|tävlingen|"
            "gången|gång|början|slutet|året|år|månaden|veckan|del|föregångare|pionjär|pionjärer|"
            "exempel|framtiden|europa|världen|landet|regionen|norr|söder|öster|väster|plats|skäl|"
            "vinnare|medlem|medlemmar|staden|stad|våren|sommaren|hösten|vintern|intresse|ansökningar|"
            "nivå|antal|skara|skaran|spetsen|ringen|loppet"
        ),
        aim_articles="det|den|de|en|ett|detta|denna|vårt|vår",
        joined_behind="i|i det|i den|av|till|inom|med i|med i det|del av",
        name_links="för|och|i",
        heading_adjectives="ska|iska",
        head_links="för",
        charged="för|med ansvar|ansvarig",
        topic_links="om|för",
        none_other="ingen annan|inget annat|inga andra",
        field_links="med|ansvar|inom|till",
        holdings="på|vid|för|från|i|hos|av",
        agents="av",
        employs="vid|på",
        definite="chefen>chef|rådet>råd|ören>ör|strategen>strateg|samordnaren>samordnare|ledaren>ledare|"
        "ministern>minister|kommissionären>kommissionär|ordföranden>ordförande|talespersonen>talesperson",
        ending_articles="et|en|n|t",
        elects=(
            "valde|valdes|vald|valt|väljer|väljs|omvald|omvaldes|utsåg|utsågs|utsedd|utsett|utsetts|utses|utser|"
            "anställt|anställd|anställs|anställer|rekryterat|rekryterad|rekryteras|förordnad|förordnat|förordnas|"
            "tillsatt|tillsätts|befordrad|befordrats|värvat|värvar|utnämnd|utnämns|utnämnts|utnämnde"
        ),
        elected_to="till|som",
        follows="efterträder|efterträdde|ersätter|ersatte|tar över efter|tog över efter|avlöser|efter",
        serves="till|hos|åt",
        gives_out="publicerad|publicerat|pressmeddelande",
        calls="kallade",
        naming="kallat|kallad|som kallas|som heter|vid namn|med namnet|under namnet|som går under namnet|"
        "döpt till|benämnt",
        besides="förutom|utöver|efter|utom|vid sidan av",
        exclusives="bara|endast|enbart|blott",
        unlike="till skillnad från|i motsats till|med (?:ett enda )?undantag (?:av|för)|undantaget|"
        "i stället för|istället för",
        all_but="utom|bortsett från|så när som på",
        excepted="undantag(?:et|en|na)|borträknat",
        said_of_all="alla|samtliga|allihop",
        said_of_none="ingen|inget|inga",
        likened="liksom|precis som|i likhet med|på samma sätt som|likt",
        jointly="tillsammans med",
        sent_from=(
            r"(?:lärare|lärarna|elever(?:na)?|skolelever|skolbarn|studenter(?:na)?|barn(?:en)?|ungdomar(?:na)?|lärlingar|familjer|"
            r"invånare|medborgare|konstnärer|musiker|körer|föreningar|skolor|företag|forskare|idrottare)\s(?:från|i)"
        ),
        severally="var för sig|oberoende av varandra|vardera",
        claimed=(
            r"(?:att\b|(?:uppgift(?:en|er|erna)?|rykte(?:t|n|na)?|påstående(?:t|n|na)?|"
            r"siffr(?:an|or|orna)|list(?:an|or|orna))\b)"
        ),
        refuted=(
            r"stämmer inte|"
            r"(?:är|var) (?:inte (?:sant|riktigt|korrekt|rätt)|fel|felaktig(?:t|a)?|osan(?:t|na)|falsk(?:t|a)?)|"
            r"beror på ett (?:skrivfel|tryckfel|missförstånd|misstag)"
        ),
        on_days="den|i|på|redan|först|året",
        happened=r"(?:det|detta) (?:skedde|hände|var|ägde rum|inträffade)",
        sets_against="men|medan|fast|däremot",
        gapped_joiners="och|men|medan",
        gapped_no="(?:(?:däremot|dock|själv)\\s+)?(?:inte|ej|ännu inte)",
        tells_on="samarbetar|arbetar|deltar|utbyter|besöker|välkomnar|ingår|undertecknar|antar",
        does_besides=("samarbetar|arbetar|deltar|utbyter|tar|besöker|välkomnar|samarbetade|arbetade|besökte"),
        definite_endings="en|et|na|orna|arna|erna",
        other_papers="bidrag(?:en)?|förslag(?:en)? till|idéer(?:na)?|synpunkter(?:na)?|"
        "avsiktsförklaring(?:en|ar)?|samförståndsavtal(?:et)?|"
        "(?:samarbets|partnerskaps|vänorts|ram|hyres|låne|bidrags|leverans|entreprenad)avtal(?:et)?|deklaration(?:en)?|"
        "borgmästaravtal(?:et)?|upprop(?:et)?",
        gapped_no_first="(?:men\\s+)?(?:inte|ej)(?:\\s+(?:däremot|dock))?",
        gapped_yes="(?:(?:däremot|dock)\\s+)?(?:gör|är|har)(?:\\s+det)?",
        gapped_yes_first="(?:men\\s+)?det (?:gör|är|har|fick|blev)(?:\\s+(?:däremot|dock))?",
        gapped_alike="också|likaså",
    ),
)
