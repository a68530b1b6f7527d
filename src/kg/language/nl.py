"""Dutch."""

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


_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS_OF_DAY = ("", "ochtend", "morgen", "middag", "namiddag", "avond", "nacht")


def _weekdays() -> dict[str, int]:
    return {day + part: number for number, day in enumerate(_DAYS) for part in _PARTS_OF_DAY}


def _small_numbers() -> dict[str, int]:
    """Numbers below a thousand, as one word each ("achtenveertig", "tweeënvijftig", "honderdtwaalf")."""
    found = _numbered(
        "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
        " zeventien achttien negentien",
        0,
    )
    units = [(name, value) for name, value in found.items() if 0 < value < 10 and name != "één"]
    tens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
    for value, word in enumerate(tens, 2):
        found[word] = value * 10
        for name, unit in units:
            joint = "ën" if name.endswith("e") else "en"
            found[f"{name}{joint}{word}"] = value * 10 + unit
    below = dict(found)
    for head, factor in (("", 1), *((name, value) for name, value in units if value > 1)):
        found[f"{head}honderd"] = factor * 100
        for joint in ("", "en"):
            found |= {f"{head}honderd{joint}{name}": factor * 100 + low for name, low in below.items() if low}
    return found | {
        "dozijn": 12,
        "tiental": 10,
        "twintigtal": 20,
        "honderdtal": 100,
        "beide": 2,
        "duizend": 1000,
    }


def _decided() -> str:
    """What somebody settles on doing, which is not done with that ("besloot het te ondertekenen")."""
    verbs = ("besloot", "besloten", "besluit", "heeft besloten", "hebben besloten", "is besloten")
    return "|".join(f"{verb} {to}" for verb in verbs for to in ("om", "te", "dat", "tot"))


# verbs that, with a word far behind them, tell of putting something off ("stelde de ondertekening uit")
_PUT_OFF = {
    **dict.fromkeys(("stelt", "stelde", "stelden", "stellen"), "uit"),
    **dict.fromkeys(("schuift", "schoof", "schoven", "schort", "schortte", "schortten"), "op"),
    **dict.fromkeys(("blaast", "blies", "bliezen", "gelast", "gelastte", "gelastten"), "af"),
    **dict.fromkeys(("houdt", "hield", "hielden"), "aan"),
}
_MAY = frozenset({"mag", "mogen"})
_SIGNS = frozenset({"ondertekenen", "tekenen", "indienen"})
_PROPOSES = ("voor om", "voor dat", "zich kandidaat", "een")
_AIMS = ("zich ten doel", "zich tot doel")
_WHEN = (
    "",
    "vandaag",
    "morgen",
    "vanavond",
    "binnenkort",
    "later",
    "nog",
    *(f"{one} {unit}" for one in ("volgende", "deze", "komende") for unit in ("week", "maand")),
    *(f"later {one}" for one in ("dit jaar", "deze maand", "deze week", "vandaag")),
    *(f"op {day}" for day in _DAYS),
)


def _read_separable(words: Sequence[str], index: int) -> VerbReading | None:
    """What a verb says with its particle, which stands last in the clause, or with the words right behind it."""
    behind = " ".join(words[index + 1 : index + 4]).lower() + " "
    if behind.startswith(tuple(f"{lead} " for lead in _AIMS)):
        return "future"
    if words[index].lower().startswith("stel") and behind.startswith(tuple(f"{lead} " for lead in _PROPOSES)):
        return "rumour"
    following = [word.lower() for word in words[index + 1 :]]
    if words[index].lower() in _MAY:
        return None if _SIGNS.isdisjoint(following) else "rumour"
    particle = _PUT_OFF[words[index].lower()]
    ends = [at for at, word in enumerate(following) if word == particle]
    for at in ends:
        after = following[at + 1 : at + 2]
        if (
            not after
            or not after[0][0].isalpha()
            or after[0] in ("tot", "naar", "omdat", "wegens", "voor", "met")
        ):
            return "future"
    return None


def _with_between(leads: Sequence[str], middles: Sequence[str], ends: Sequence[str]) -> str:
    """Words of each of three kinds in a row, with "|" between the rows; the middle may be left out."""
    return "|".join(" ".join(f"{a} {b} {c}".split()) for a in leads for b in middles for c in ends)


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "vergeefs|tevergeefs|zonder succes|zonder resultaat|viste achter het net|visten achter het net|"
        "viel buiten de boot|vielen buiten de boot|viel uit de boot|vielen uit de boot|viel af|vielen af|"
        "werd niet gekozen|werden niet gekozen|werd niet geselecteerd|werden niet geselecteerd|"
        "werd niet uitgekozen|werden niet uitgekozen|niet gekozen|niet geselecteerd|niet uitgekozen|"
        "niet verkozen|haalde het niet|haalden het niet|ving bot|vingen bot|greep ernaast|grepen ernaast|"
        "met lege handen|zonder gevolg|kwam niet door de selectie|kwamen niet door de selectie|"
        "werd afgewezen|werden afgewezen|werd niet weerhouden|werden niet weerhouden|niet weerhouden",
        DENIED,
        "vain",
    )
    # whoever is put forward is not chosen yet
    add("voorgedragen|genomineerd|in de running|op de shortlist|kanshebber", POSSIBLE, "proposed")
    add(
        "intentieverklaring voor|intentieverklaring over|intentieverklaring om|intentieverklaring tot",
        EXPECTED,
        "intended",
        "phrase",
    )
    # what is given up was there, and is no more, noun and all
    add(
        "geschrapt|opgegeven|laten vallen|losgelaten|van tafel|de prullenbak in|afgeblazen|ingetrokken|"
        "geannuleerd|liet het doel|lieten het doel|"
        "liet de doelstelling|lieten de doelstelling|liet het streven|liet zijn doel|liet haar doel",
        DENIED,
        "abandoned",
        "all",
    )
    add(
        "binnenkort|de komende weken|de komende maanden|de komende dagen|in de komende weken|"
        "in de komende maanden|in de komende dagen|later dit jaar|later deze maand|later deze week|eerstdaags|"
        "weldra|op termijn|naar verwachting|naar alle verwachting|verwacht|wordt verwacht|worden verwacht|"
        "verwachten|in het vooruitzicht|in de toekomst|te zijner tijd",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "zoekt partners voor zijn|zoekt partners voor haar|zoekt nog partners voor|zoekt ondertekenaars voor|"
        "verzamelt ideeën voor|verzamelt toezeggingen voor|werkt toe naar|werken toe naar|werkt aan de|"
        "werkt nog aan|werken nog aan|legt de laatste hand aan|leggen de laatste hand aan|bereidt zich voor op",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "gaf opdracht|geeft opdracht|gaven opdracht|kreeg de opdracht|krijgt de opdracht|machtigt|machtigde|"
        "gemachtigd|draagt het college op|droeg het college op|verzoekt het college|verzocht het college|"
        "roept het college op|riep het college op",
        EXPECTED,
        "commissioned",
        "behind",
    )
    add(
        "zal|zullen|gaat binnenkort|gaan binnenkort|plant|plannen om|van plan|is gepland|zijn gepland|gepland|"
        "staat gepland|staan gepland|staat op het punt|staan op het punt|stond op het punt|"
        "stonden op het punt|moet nog|moeten nog|in voorbereiding|"
        "bereidt voor|bereiden voor|staat op stapel|staan op stapel|op de agenda",
        EXPECTED,
        "planned",
    )
    add(
        "wil|willen|wilt|wenst te|wensen te|beoogt|beogen|streeft|streven|streeft ernaar|streven ernaar|mikt op|"
        "mikken op|zet in op|heeft als doel|hebben als doel|heeft tot doel|hebben tot doel|heeft zich ten doel|"
        "stelt zich ten doel|stelt zich tot doel|stellen zich tot doel|is voornemens|zijn voornemens|"
        "neemt zich voor|nemen zich voor|heeft zich voorgenomen|hebben zich voorgenomen|de bedoeling|"
        "het doel is|doel is om|met als doel|met het doel",
        EXPECTED,
        "intended",
    )
    add(_decided(), EXPECTED, "decided", "behind")
    # what somebody is ready, trying or promises to do is not done
    add(
        "is bereid|zijn bereid|was bereid|waren bereid|bereid om|bereid het|bereidt zich voor om|bereiden zich voor om|"
        "stond klaar om|stonden klaar om|belooft|beloofde|beloven|beloofden|beloofd|zegt toe te|zegde toe te|"
        "heeft toegezegd|hebben toegezegd|verbindt zich ertoe|verbinden zich ertoe|verbond zich ertoe|"
        "heeft zich ertoe verbonden|engageert zich om|engageren zich om|engageerde zich om|probeert|proberen|"
        "probeerde|probeerden|tracht|trachten|spant zich in|staat klaar om|staan klaar om|kondigde aan|"
        "kondigt aan|kondigden aan|kondigen aan|heeft aangekondigd|hebben aangekondigd",
        EXPECTED,
        "intended",
        "behind",
    )
    add(
        "stelt voor om|stelde voor om|stellen voor om|stelt voor dat|stelde voor dat|nodigt uit om|"
        "vraagt om te|vroeg om te|roept op om|riep op om|roept op tot|riep op tot|"
        "dringt erop aan|drong erop aan",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "de wens om|de droom om|de hoop om|de hoop dat|de kans om|kans op|hoop op|kans maakt op|een gooi naar|"
        "de ambitie om|ambitie om|op weg om|dromen ervan|droomt ervan",
        POSSIBLE,
        "hoped",
        "behind",
    )
    # what one is asked, allowed or urged to do, with or without "om"
    asked = (
        "uitgenodigd",
        "verzocht",
        "gevraagd",
        "aangespoord",
        "aangemoedigd",
        "opgeroepen",
        "toestemming",
    )
    objects = ("het", "zijn", "haar", "hun", "om")
    add(
        "|".join(f"{word} {what}" for word in (*asked, "op aan") for what in objects),
        POSSIBLE,
        "proposed",
        "behind",
    )
    add("aast op|azen op|aasde op|aasden op", POSSIBLE, "hoped")
    # a wish that is told in the past need not be one any more
    add("wilde|wilden", POSSIBLE, "wished")
    add("hoopt|hopen|hoopt op|hopen op|hoopte|hoopten|hopelijk", POSSIBLE, "hoped")
    add("kan|kunnen|in staat", POSSIBLE, "able")
    add(
        "mogelijk|misschien|wellicht|eventueel|mogelijkerwijs|allicht|waarschijnlijk|vermoedelijk",
        POSSIBLE,
        "possible",
    )
    add(
        "overweegt|overwegen|overwoog|onderzoekt of|onderzoeken of|bekijkt of|bekijken of|denkt na over|"
        "denken na over|denkt eraan|speelt met de gedachte|het idee om|onduidelijk|nog niet duidelijk|"
        "niet zeker|onzeker|nog niet zeker|staat nog niet vast|nog niet bekend|de vraag is|de vraag of|"
        "ter discussie|in overweging|ligt op tafel|wordt besproken|worden besproken|wordt onderzocht|"
        "wordt bekeken",
        POSSIBLE,
        "considered",
    )
    add("zou|zouden", POSSIBLE, "conditional")
    add("moet|moeten|moest|moesten|dient te|dienen te|hoort te", POSSIBLE, "due")
    add(
        "eist|eisen|eiste|eisten|pleit voor|pleiten voor|pleitte voor|pleitten voor|bepleit|bepleitte|"
        "vraagt dat|motie voor|petitie voor|behoefte aan",
        POSSIBLE,
        "demanded",
    )
    add(
        "stemde tegen|stemden tegen|stemt tegen|stemmen tegen|verzette zich tegen|verzetten zich tegen|"
        "kantte zich tegen|kantten zich tegen|sprak zich uit tegen",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "verzuimde|verzuimden|verzuimd|liet na|lieten na|nagelaten|weigert|weigeren|weigerde|weigerden|"
        "slaagde er niet in|slaagden er niet in|slaagt er niet in|slagen er niet in|ziet ervan af|zag ervan af|"
        "zien ervan af|zagen ervan af|heeft ervan afgezien|vergat|vergaten",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "niet|nooit|noch|evenmin|niet langer|niet meer|nog niet|nog altijd niet|nog steeds niet|geenszins|"
        "allerminst|vooralsnog niet|voorlopig niet|allesbehalve",
        DENIED,
        "denied",
    )
    add(
        "geweigerd|ontzegd|mis .|mis ,|mis en|kwijt|aan zijn neus voorbij|aan haar neus voorbij|"
        "aan zijn neus voorbijgaan|"
        "aan haar neus voorbijgaan|aan hun neus voorbijgaan",
        DENIED,
        "denied",
    )
    add(
        "niet ondertekend|nog niet ondertekend|nog altijd niet ondertekend|nog steeds niet ondertekend|niet getekend",
        DENIED,
        "denied",
        "all",
    )
    add(
        _with_between(
            ("zag", "zagen", "ziet", "zien"), ("", "voorlopig", "uiteindelijk", "toch"), ("af van",)
        ),
        DENIED,
        "denied",
        "both",
    )
    add(
        "afgelast|annuleert|annuleerde|annuleerden|verliest|verloor|verloren|te verliezen|label af",
        DENIED,
        "denied",
        "all",
    )
    add("ondertekent ,|ondertekenen ,", EXPECTED, "awaited")
    add("verbood|verbiedt|verboden de|meldde zich af|meldden zich af|meldt zich af", DENIED, "denied")
    # whoever votes or talks on something does not have it yet
    add(
        _with_between(
            (
                "stemt",
                "stemmen",
                "beslist",
                "beslissen",
                "debatteert",
                "debatteren",
                "buigt zich",
                "buigen zich",
                "stemming",
            ),
            _WHEN,
            ("over",),
        ),
        POSSIBLE,
        "considered",
        "both",
    )
    add("wanneer ondertekent|wanneer tekent|wanneer ondertekenen|wanneer tekenen", EXPECTED, "asked", "all")
    add("niemand|niets|nergens", DENIED, "nobody")
    add("geen|nog geen|geen enkel|geen enkele|nog altijd geen|nog steeds geen", DENIED, "denied", "both")
    add(
        "ontbreekt|ontbreken|ontbrak|ontbraken|mist|missen|miste|misten|moet het stellen zonder|werkt nog aan zijn|"
        "werkt nog aan haar|werkt nog aan een|werken nog aan hun|werkt nog aan het",
        DENIED,
        "denied",
        "both",
    )
    add(
        "hoort niet bij|horen niet bij|behoort niet tot|behoren niet tot|maakt geen deel uit|maken geen deel uit|"
        "is niet een van|zit niet bij|zitten niet bij|neemt geen deel|nemen geen deel|nam geen deel|"
        "namen geen deel|doet niet mee|doen niet mee|deed niet mee|deden niet mee|staat niet op|staan niet op|"
        "stond niet op|niet onder de|niet bij de|niet tot de|niet in de|niet op de|buiten de",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "verworpen|verwierp|verwerpt|verwierpen|afgewezen|wees af|wijst af|wezen af|afgekeurd|keurde af|"
        "weggestemd|stemde weg|ontkent|ontkende|ontkennen|ontkenden|ontkend|weerlegt|weerlegde|"
        "tegengesproken|loopt mis|liep mis|liepen mis|misgelopen|bedankt voor|bedankte voor|"
        "stapt uit|stapte uit|trekt zich terug|trok zich terug|teruggetrokken|haalde geen meerderheid|"
        "kreeg geen meerderheid|vond geen meerderheid",
        DENIED,
        "denied",
    )
    add(
        "wacht op|wachten op|wacht nog op|wachten nog op|wacht nog altijd op|wacht nog steeds op|wachtte op|"
        "moet wachten op|moeten wachten op|in afwachting van",
        DENIED,
        "denied",
        "behind",
    )
    add(
        "moet wachten|moeten wachten|moet nog wachten|moeten nog wachten|moest wachten|moesten wachten|"
        "laat op zich wachten|laten op zich wachten|blijft uit|bleef uit|uitgebleven|grijpt naast|greep naast|"
        "grepen naast",
        DENIED,
        "denied",
    )
    add(
        "vraagt aan|vroeg aan|solliciteert naar|dingt mee naar|dong mee naar|dingen mee naar|dongen mee naar|"
        "dingt naar|dong naar|kandidaat voor|kandidaat-|stelt zich kandidaat|stelde zich kandidaat|"
        "stelden zich kandidaat|stellen zich kandidaat|zich kandidaat gesteld|meldt zich aan|meldde zich aan|"
        "meldden zich aan|melden zich aan|zich aangemeld|schrijft zich in|schreef zich in|schreven zich in|"
        "ingeschreven voor|gooit een hengel uit",
        POSSIBLE,
        "applied",
    )
    add(
        "aanvraag voor|aanvragen voor|kandidatuur voor|aanmelding voor|aanmeldingen voor|race om|strijd om",
        POSSIBLE,
        "applied",
        "phrase",
    )
    # of what is asked for, "aan" stands far behind ("vraagt 2 miljoen euro aan")
    add("vraagt|vroeg|vroegen|verzoekt|verzocht|verzochten|aangevraagd", POSSIBLE, "applied")
    add("aanvraag in voor|aanvragen in voor|aanvraag ingediend voor", POSSIBLE, "applied", "phrase")
    add("op weg naar|op weg naar een|goed op weg naar|op koers naar", EXPECTED, "underway", "phrase")
    add(
        "uitgesteld|stelde uit|stelt uit|stelden uit|verdaagd|verschoven naar|opgeschort|aangehouden|"
        "doorgeschoven|van de agenda gehaald|van de agenda afgevoerd|op de lange baan|terugverwezen",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "heeft nood aan|hebben nood aan|vraagt een|vragen een|eist een|nodig heeft",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add("zonder|in plaats van", DENIED, "without", "phrase")
    add(
        "ontwerp van|ontwerp voor|concept van|conceptversie van|ontwerpversie van|ontwerptekst van|voorstel voor|"
        "voorstel tot|kladversie van",
        EXPECTED,
        "drafted",
        "phrase",
    )
    add("indien|mits|tenzij", POSSIBLE, "conditional")
    add("hadden kunnen|had kunnen|zou hebben|bijna|net niet|op een haar na", DENIED, "counterfactual")
    by_mistake = ("ten onrechte", "abusievelijk", "per abuis", "per vergissing", "foutief", "verkeerdelijk")
    told = ("gemeld", "meldde", "meldden", "geschreven", "schreef", "schreven", "stond", "vermeld", "bericht")
    add(in_either_order(by_mistake, told), DENIED, "mistaken", "all")
    # what was told and is told no more
    add(
        "eerdere versie van dit|eerdere versie stond|eerdere versie van het|eerdere versie van deze|"
        "klopt niet dat|is niet waar dat|is onjuist dat|het is fout dat|berust op een misverstand",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "naar verluidt|volgens geruchten|het gerucht gaat|geruchten|schijnt|schijnen|zogezegd|beweerdelijk|"
        "vermeend|vermeende|volgens onbevestigde berichten|er wordt gefluisterd",
        POSSIBLE,
        "rumoured",
    )
    add(
        "geplande|toekomstige|komende|aanstaande|verwachte|beoogde|voorgenomen|nagestreefde|voorgestelde",
        EXPECTED,
        "planned",
        "phrase",
    )
    add("mogelijke|eventuele|denkbare|potentiële", POSSIBLE, "possible", "phrase")
    add("afgewezen voorstel|geweigerde|mislukte", DENIED, "denied", "phrase")
    add(
        "onderhandelt over|onderhandelen over|onderhandelingen over|gesprekken over|praat over|praten over|"
        "bespreekt een|overlegt over|stelt een",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "volgende stap|als volgende stap|de volgende stap|de vervolgstap|vervolgstap",
        EXPECTED,
        "planned",
        "both",
    )
    add(
        "kijkt uit naar|kijken uit naar|rekent op|rekenen op|gaat ervan uit|gaan ervan uit",
        EXPECTED,
        "expected",
    )
    return tuple(found)


LANGUAGE = Language(
    code="nl",
    unlearned=True,
    abbreviations=_words(
        "dhr mevr mw dr Dr ir Ir ing mr drs prof Prof nr Nr nrs art bijv bv b.v ca resp t.a.v t.b.v"
        " m.b.t o.a o.m d.w.z"
        " i.p.v i.v.m t.o.v z.g zgn a.d p blz tel Tel St Sint incl excl max min evt jl a.s vgl cf ong"
        " m.m.v d.m.v n.a.v i.h.k.v jan feb mrt apr jun jul aug sep sept okt nov dec alg dir vz wnd"
    ),
    ending_abbreviations=_words("enz etc e.d e.a m.fl jl a.s ltd n.v b.v"),
    starters=_words(
        "De Het Een Hij Zij Ze Wij We Jij U Ik In Op Aan Van Voor Met Na Naar Uit Om Bij Door Over"
        " Onder Tegen Tot Tussen"
        " Sinds Tijdens Volgens Zonder En Of Maar Want Als Wanneer Toen Terwijl Omdat Hoewel Dat Dit"
        " Deze Die Daar Daarom"
        " Daarmee Daarbij Daarnaast Hier Nu Dan Ook Vandaag Gisteren Morgen Alle Alleen Beide Veel"
        " Meer Zijn Haar Hun Ons"
        " Onze Er Zo Wie Wat Waar Waarom Hoe Niet Geen Samen Naast Inmiddels Vorig Eerder Later"
        " Tegelijk Bovendien Verder"
    ),
    ordinal_dots=False,
    single_quotes=True,
    joins_nouns=True,
    determiners=_words(
        "de het een deze dit die dat alle onze ons hun haar zijn uw mijn ieder elke elk beide"
    ),
    functions=_words(
        "de het een deze dit die dat alle onze ons hun haar zijn in op aan van voor met na naar uit"
        " om bij door over onder"
        " tegen tot tussen sinds tijdens volgens zonder en of maar want als wanneer toen terwijl"
        " omdat hoewel dan daar hier"
        " er nu ook nog al reeds is was waren werd werden wordt worden heeft hebben had hadden zal"
        " zullen zou zouden kan"
        " kunnen kon konden moet moeten wil willen wilde gaat gaan niet geen hij zij ze wij we ik u"
        " je men waar wie wat"
        " welke waarbij waarin waarmee samen naast vanaf binnen buiten rond per zoals evenals alsook te"
        " om dus zich elkaar via vanuit behalve omwille wegens dankzij enkele andere"
    ),
    months=_numbered(
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug"
        " september/sep/sept oktober/okt"
        " november/nov december/dec",
        1,
    ),
    weekdays=_weekdays(),
    already=_words("al reeds"),
    act_endings=("en",),
    seasons=_numbered("lente/voorjaar zomer najaar/herfst winter", 0),
    parts={
        "begin": "early",
        "het begin van": "early",
        "begin van": "early",
        "midden": "mid",
        "medio": "mid",
        "half": "mid",
        "het midden van": "mid",
        "eind": "late",
        "einde": "late",
        "het eind van": "late",
        "het einde van": "late",
        "eind van": "late",
        "einde van": "late",
    },
    part_nouns=_words("van het de jaar maand in"),
    date_fillers=_words("de het jaar"),
    month_leads=_words(
        "in sinds tot vanaf tegen eind begin medio vorige volgende deze afgelopen komende van half per voor"
    ),
    year_leads=_words(
        "jaar sinds tot in vanaf tegen eind begin medio uit van voor na lente zomer najaar herfst winter rond"
    ),
    day_particles=frozenset(),
    since=frozenset({"sinds", "vanaf", "sedert", "al sinds", "met ingang van"}),
    until=frozenset(
        {"tot", "tegen", "uiterlijk", "uiterlijk in", "tot en met", "voor eind", "vóór", "ten laatste"}
    ),
    range_words=_words("tot"),
    list_words=_words("en of"),
    relative={
        "vandaag": ("day", 0),
        "gisteren": ("day", -1),
        "eergisteren": ("day", -2),
        "morgen": ("day", 1),
        "overmorgen": ("day", 2),
        "vanavond": ("day", 0),
        "vanochtend": ("day", 0),
        "vanmorgen": ("day", 0),
        "vanmiddag": ("day", 0),
        "gisteravond": ("day", -1),
        "gistermiddag": ("day", -1),
        "gisterochtend": ("day", -1),
        "een jaar geleden": ("year", -1),
        "twee jaar geleden": ("year", -2),
        "drie jaar geleden": ("year", -3),
        "vier jaar geleden": ("year", -4),
        "vijf jaar geleden": ("year", -5),
        "een maand geleden": ("month", -1),
        "twee maanden geleden": ("month", -2),
        "een week geleden": ("week", -1),
        "twee weken geleden": ("week", -2),
        "dit jaar": ("year", 0),
        "deze week": ("week", 0),
        "deze maand": ("month", 0),
    },
    year_after=("van het volgende jaar", "het jaar daarop", "het jaar erna", "het daaropvolgende jaar"),
    month_followers=_words("daarop daaropvolgende erop"),
    same_year=(
        "van hetzelfde jaar",
        "van dat jaar",
        "datzelfde jaar",
        "hetzelfde jaar",
        "dat jaar",
        "in dat jaar",
        "van datzelfde jaar",
        "in datzelfde jaar",
    ),
    relative_adjectives={
        "vorig": -1,
        "vorige": -1,
        "afgelopen": -1,
        "verleden": -1,
        "voorbije": -1,
        "jongstleden": -1,
        "volgend": 1,
        "volgende": 1,
        "komend": 1,
        "komende": 1,
        "aanstaande": 1,
        "dit": 0,
        "deze": 0,
    },
    ahead=("over", "binnen", "binnen de"),
    centuries=(
        ("midden van de eeuw", 2050),
        ("midden van deze eeuw", 2050),
        ("halverwege de eeuw", 2050),
        ("halverwege deze eeuw", 2050),
    ),
    decades=(
        ("eind van dit decennium", 10),
        ("einde van dit decennium", 10),
        ("einde van het decennium", 10),
        ("eind van het decennium", 10),
        ("midden van het volgende decennium", 15),
    ),
    elapsed_units={
        "dag": "day",
        "dagen": "day",
        "week": "week",
        "weken": "week",
        "maand": "month",
        "maanden": "month",
        "jaar": "year",
        "jaren": "year",
    },
    afterwards=("later", "nadien", "daarna"),
    beforehand=("eerder", "daarvoor", "tevoren"),
    ahead_of=("eerder dan", "vroeger dan", "sneller dan", "vóór", "voor"),
    behind_of=("later dan", "na"),
    unit_nouns={
        "jaar": "year",
        "maand": "month",
        "week": "week",
        "weekend": "weekend",
        "weekeinde": "weekend",
    },
    quarters={"kwartaal": 3, "trimester": 3, "jaarhelft": 6, "semester": 6, "helft": 6},
    this_words=_words("deze dit"),
    hoping=_words(
        "hoopt hopen rekent rekenen verwacht verwachten wacht wachten zou zouden zal zullen moet moeten"
        " wil willen kan kunnen"
    ),
    passives=_words("wordt worden werd werden is zijn was waren geworden"),
    participles=r"(?:\w*ge\w+(?:d|t|en)|(?:be|ver|her|ont|er|onder|over)\w+(?:d|t|en)|\w{2,}ge\w+(?:d|t|en))",
    future_words=_words(
        "zal zullen gaat gaan plant gepland verwacht vindt vinden wil willen moet moeten volgend komend"
    ),
    foretelling=_words("zou zouden"),
    thousands=". \u00a0\u202f",
    decimal=",",
    small_numbers=_small_numbers(),
    hundreds=_words("honderd"),
    scales={
        "honderd": 100,
        "duizend": 1000,
        "miljoen": 10**6,
        "mln": 10**6,
        "miljard": 10**9,
        "mld": 10**9,
        "biljoen": 10**12,
    },
    abbreviated_scales=_words("mln mld"),
    number_joiners=frozenset(),
    ordinals=_numbered(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
        " vijftiende zestiende zeventiende achttiende negentiende twintigste",
        1,
    ),
    ordinal_endings=_words("e de ste"),
    group_endings=_words("-tal"),
    ones=_words("een één"),
    only=_words("enige"),
    only_more=_words("andere overige"),
    only_several=_words("de"),
    lone=_words("enige"),
    of_words=_words("van uit onder"),
    modifiers={
        "meer dan": "at_least",
        "ruim": "at_least",
        "minstens": "at_least",
        "minimaal": "at_least",
        "ten minste": "at_least",
        "tenminste": "at_least",
        "niet minder dan": "at_least",
        "zeker": "at_least",
        "maar liefst": "approximate",
        "tot": "at_most",
        "hoogstens": "at_most",
        "hooguit": "at_most",
        "maximaal": "at_most",
        "ten hoogste": "at_most",
        "minder dan": "at_most",
        "ongeveer": "approximate",
        "circa": "approximate",
        "ca": "approximate",
        "ca.": "approximate",
        "zo'n": "approximate",
        "zo’n": "approximate",
        "bijna": "approximate",
        "rond de": "approximate",
        "rond": "approximate",
        "een": "approximate",
        "om en bij de": "approximate",
        "nagenoeg": "approximate",
    },
    modifiers_after={"of meer": "at_least", "en meer": "at_least", "tal": "approximate"},
    more_words=_words("andere anderen nog extra overige bijkomende verdere"),
    percent_words=frozenset({"procent", "percent"}),
    currencies={
        "euro": "EUR",
        "euro's": "EUR",
        "dollar": "USD",
        "zloty": "PLN",
        "lei": "RON",
        "leva": "BGN",
        "forint": "HUF",
        "hryvnia": "UAH",
        "pond": "GBP",
        "britse pond": "GBP",
        "zwitserse frank": "CHF",
        "lira": "TRY",
        "zweedse kronen": "SEK",
        "zweedse kroon": "SEK",
        "deense kronen": "DKK",
        "noorse kronen": "NOK",
        "tsjechische kronen": "CZK",
    },
    units=_words(
        "km m kg ton meter kilometer hectare ha mw kw kwh mwh gwh inwoners personen mensen euro"
        " miljoen miljard procent percent"
        " uur uren dagen weken maanden jaar jaren leden huishoudens woningen m2 m² °c graden"
    ),
    labels=_words(
        "nr nummer artikel art pagina blz lijn buslijn tramlijn hoofdstuk tel telefoon zaal kamer"
        " zaaknummer postbus motie"
    ),
    clock_words=_words("uur u"),
    street_endings=(
        "straat",
        "laan",
        "weg",
        "plein",
        "kade",
        "gracht",
        "singel",
        "lei",
        "steenweg",
        "dreef",
        "markt",
    ),
    honorifics=_words(
        "Dr Prof Professor dr prof ir drs mr ing dhr mevr mw mevrouw Mevrouw meneer heer Ir Drs Mr Ing Dhr"
    ),
    particles=_words(
        "van der den de het 't ter ten te von vom zu zum zur du da di dos del la le el al af op in"
        " Van Der Den De Ter Ten Vande Vander"
    ),
    weak_given=_words(
        "Mei Roos Iris Milan Georgia India Sydney Siena Jordan Chelsea Mark An Wolf Beer Storm Merel"
    ),
    not_names=_words(
        "stad steden straat plein brug huis prijs dag week maand jaar universiteit hogeschool"
        " instituut ministerie gemeente"
        " provincie project programma conferentie centrum vereniging voorzitter minister wethouder"
        " schepen burgemeester"
        " europa nederland belgië vlaanderen commissie raad de het een van in op en voor"
    ),
    institutions=(
        "stichting",
        "instituut",
        "universiteit",
        "hogeschool",
        "school",
        "college",
        "museum",
        "prijs",
        "university",
        "straat",
        "laan",
        "plein",
        "ziekenhuis",
        "huis",
        "centrum",
        "theater",
        "schouwburg",
        "stadion",
        "academie",
        "foundation",
        "brug",
        "kerk",
        "fonds",
    ),
    genitive=("s", "'s", "’s"),
    fields=_words(
        "energie milieu mobiliteit verkeer duurzaamheid financiën cultuur onderwijs sport"
        " jeugd wonen bouwen zorg"
        " economie energietransitie ruimte groen europa nederland vlaanderen leefmilieu stadsontwikkeling innovatie"
        " digitalisering personeel communicatie veiligheid participatie haven"
    ),
    noun_endings=("ing", "heid", "schap", "tie", "isme", "iteit", "ment", "beleid"),
    parties=_words(
        "vvd d66 cda pvda groenlinks groenlinks-pvda pvdd sp pvv bbb christenunie volt denk sgp ja21"
        " nsc n-va vooruit groen"
        " cd&v vld pvda vb"
    ),
    plural_offices=(
        "leden",
        "wethouders",
        "schepenen",
        "burgemeesters",
        "ministers",
        "gedeputeerden",
        "directeuren",
    ),
    unmarked_offices="(?!)",
    plural_ties="als|zijn|waren",
    speech_verbs=_words(
        "zegt zei zeggen zeiden gezegd verklaart verklaarde verklaarden benadrukt benadrukte benadrukten onderstreept"
        " onderstreepte beklemtoont beklemtoonde vertelt vertelde vertelden legt legde voegt voegde"
        " vult vulde stelt stelde"
        " meldt meldde laat liet schrijft schreef reageert reageerde antwoordt antwoordde besluit"
        " besloot vervolgt vervolgde"
        " vindt vond meent meende denkt dacht gelooft geloofde hoopt hoopte verwacht verwachtte"
        " waarschuwt waarschuwde"
        " belooft beloofde bevestigt bevestigde erkent erkende geeft gaf noemt noemde wijst wees"
        " licht lichtte merkt merkte"
        " klinkt klonk luidt luidde concludeert concludeerde prijst prees looft loofde bedankt bedankte feliciteert"
        " feliciteerde pleit pleitte vraagt vroeg verzucht verzuchtte lacht lachte grapt grapte"
        " betreurt betreurde vreest"
        " vreesde verzekert verzekerde argumenteert argumenteerde beweert beweerde herinnert herinnerde verduidelijkt"
        " verduidelijkte samenvat resumeert constateert constateerde garandeert garandeerde verdedigt"
        " verdedigde twijfelt"
        " twijfelde bekritiseert bekritiseerde relativeert relativeerde juicht juichte glundert"
        " glunderde opperde oppert"
        " spreekt sprak weet wist ziet zag belicht belichtte toelicht toelichtte aangeeft aangaf verwoordt verwoordde"
    ),
    saying=_words("zegt zei zeggen zeiden"),
    remarks=(
        "legt>uit|legde>uit|voegt>toe|voegde>toe|vult>aan|vulde>aan|laat>weten|liet>weten|lieten>weten|"
        "geeft>aan,toe|gaf>aan,toe|noemt>het,de,een,dit|noemde>het,de,een,dit|wijst>op,erop|wees>op,erop|"
        "licht>toe|lichtte>toe|merkt>op|merkte>op|sprak>van,over|spreekt>van,over|vraagt>aandacht|vroeg>aandacht|"
        "is>trots,blij,verheugd,tevreden,teleurgesteld|was>trots,blij,verheugd,tevreden,teleurgesteld|"
        "toont>tevreden,verheugd|toonde>tevreden,verheugd|pleit>voor|pleitte>voor|"
        "waarschuwt>voor,dat|waarschuwde>voor,dat|"
        "hoopt>op,dat|hoopte>op,dat|rekent>op|ziet>als,het|zag>als,het|belooft>dat|beloofde>dat"
    ),
    told=_words("gezegd verklaard benadrukt bevestigd gemeld toegelicht beloofd toegezegd onderstreept"),
    reporters=_words("dat hoe waarom of"),
    speech_auxiliaries=_words("heeft had hebben hadden"),
    speech_leads=_words("aldus"),
    according=(
        "volgens",
        "aldus",
        "naar het oordeel van",
        "naar eigen zeggen van",
        "in de ogen van",
        "in de woorden van",
        "naar de mening van",
    ),
    according_after=frozenset(),
    pronouns=_words("hij zij ze"),
    genders={"hij": "m", "zij": "f"},
    by_account={
        "volgens hem": "m",
        "volgens haar": "f",
        **{
            f"{lead} {owner} {noun}": gender
            for owner, gender in (("zijn", "m"), ("haar", "f"))
            for lead, noun in (
                ("naar", "mening"),
                ("in", "ogen"),
                ("in", "woorden"),
                ("volgens", "woorden"),
                ("naar", "oordeel"),
            )
        },
    },
    verdicts=_words(
        "oordeel conclusie boodschap mening reactie antwoord commentaar hoop wens waarschuwing oproep"
        " motto vraag"
    ),
    expletives=frozenset({"het", "er"}),
    asks=_words("vraagt vroeg vroegen vragen informeerde"),
    view_leads=_words("voor"),
    view_verbs=_words("is was zijn waren blijft betekent staat telt"),
    copulas=_words("is zijn toont toonde blijft was"),
    convictions=_words(
        "trots blij verheugd tevreden teleurgesteld overtuigd zeker optimistisch sceptisch hoopvol"
        " dankbaar opgetogen"
    ),
    quoting=_words("zoals"),
    meets=(
        "interview met",
        "gesprek met",
        "in gesprek met",
        "we spraken met",
        "vragen aan",
        "wij spraken met",
        "een gesprek met",
    ),
    role_articles=_words("de het een zijn haar hun"),
    cues=_cues(),
    no_cues=(
        "niet alleen",
        "niet enkel",
        "niet in de laatste plaats",
        "niet minder dan",
        "niet voor niets",
        "niet zonder trots",
        "zoals gepland",
        "zoals verwacht",
        "geen wonder",
        "zonder twijfel",
        "zo snel mogelijk",
        "mogelijk gemaakt",
        "mogelijk maken",
        "mogelijk maakt",
        "maakt het mogelijk",
        "mede mogelijk",
        "al dan niet",
        "nog nooit eerder",
        "niet het minst",
        "meer dan ooit",
        *(
            f"{against} {end}"
            for against in ("stemde tegen", "stemden tegen", "verzette zich tegen", "verzetten zich tegen")
            for end in ("het einde van", "de stopzetting van", "de opzegging van", "bezuinigingen op")
        ),
    ),
    subordinators=_words(
        "dat omdat als wanneer indien tenzij mits of hoewel terwijl nadat voordat zodat doordat zodra"
        " zolang sinds aangezien"
        " ofschoon opdat om toen hoe waarom alvorens vooraleer"
    ),
    relatives=_words(
        "die dat wie wat waar waarin waarmee waarbij waarvan waarop waardoor waaraan waarvoor waaronder"
        " wiens welke"
    ),
    prepositions=_words("in op aan van voor met na naar uit bij door over onder tegen tot tussen om"),
    complementisers=_words("dat of"),
    conditionals=_words("als indien mits tenzij"),
    awaited=_words("zodra wanneer voordat alvorens vooraleer"),
    awaiting=_words(
        "is zijn wordt worden heeft hebben krijgt krijgen ligt staat ondertekent ondertekenen tekent tekenen"
        " ontvangt ontvangen indient indienen goedkeurt goedkeuren aanneemt vaststelt"
    ),
    new_clause=_words("maar en of want dus doch"),
    conditional_verbs=_words(
        "keurt keuren stemt stemmen krijgt krijgen haalt halen wordt worden lukt slaagt slagen gaat"
        " gaan geeft geven zegt"
        " komt komen wint winnen tekent tekenen beslist beslissen mocht mochten"
    ),
    consequences=_words("dan"),
    inversions=_words("had hadden was waren"),
    coordinators=_words("en of maar alsook"),
    alternatives=_words("of"),
    adversatives=_words("maar"),
    contrasts=_words("echter evenwel daarentegen"),
    apposed_participles=_words(
        "goedgekeurd aangenomen ondertekend getekend ingediend opgericht gestart gelanceerd"
        " vastgesteld uitgereikt toegekend"
        " gepubliceerd geselecteerd gekozen ontwikkeld opgezet"
    ),
    inner_relatives=_words("die dat waar"),
    nots=_words("niet nooit"),
    yets=_words("nog vooralsnog voorlopig"),
    second_leads=_words("nog nooit niet evenmin ook"),
    second_verbs=_words(
        "draagt dragen droeg droegen heeft had houdt hield neemt nam nemen namen kreeg kregen krijgt"
        " krijgen behoort behoorde"
        " telt telde staat stond tekende tekenden ondertekende ondertekenden diende dienden won wonnen doet deed"
    ),
    finite=_words(
        "is zijn was waren wordt worden werd werden heeft hebben had hadden zal zullen zou zouden kan"
        " kunnen kon konden"
        " moet moeten moest moesten mag mogen mocht wil willen wilde wilden gaat gaan ging gingen"
        " blijft bleef krijgt kreeg"
        " kregen wacht wachten hoopt hopen plant streeft werkt werken verwacht komt kwam staat stond"
    ),
    encounters=_words(
        "ontmoet ontmoette ontmoetten verwelkomt verwelkomde verwelkomden ontvangt ontving ontvingen"
        " begroet begroette bezoekt bezocht bezochten bedankt bedankte bedankten feliciteert"
        " feliciteerde huldigt huldigde eert eerde vervangt verving vergezelt vergezelde"
        " begeleidt begeleidde omhelst omhelsde volgde volgt"
    ),
    past=_words(
        "was waren werd werden had hadden heeft hebben kreeg kregen gaf gaven kwam kwamen ging gingen"
        " nam namen hield hielden"
        " stond stonden lag lagen zag zagen won wonnen besloot besloten sprak spraken sloot sloten"
        " koos kozen droeg droegen"
        " bracht brachten dong schreef schreven ontving ontvingen sprong vond vonden begon begonnen"
        " deed deden verscheen"
    ),
    past_endings=("de", "den", "te", "ten"),
    verb_final=True,
    read_auxiliary=_read_separable,
    auxiliaries=frozenset(_PUT_OFF) | _MAY,
    future_adverbs=_words(
        "binnenkort morgen overmorgen straks weldra volgende komende volgend komend hopelijk eerstdaags"
    ),
    wording=Wording(
        articles="de|het|een|'t|jaar|stad|gemeente",
        joiners="en|alsook|evenals|alsmede|of|maar ook|en ook|ook|plus|&",
        within_lists="de|het|van|met|in|uit",
        adverbs="ook|eveneens",
        adjective_endings="e|se",
        pairs="en|met|&",
        between_pairs="en|alsook|evenals",
        breaks="terwijl",
        betweens="tussen",
        apposes="als|tot",
        predicates="is|was|wordt|werd|blijft|heet|zijn|waren",
        equates="zijn|waren|vormen|heten",
        holds="is|als|blijft|werd|gekozen|verkozen|benoemd|aangesteld|herkozen|sinds",
        becomes="wordt|worden|zal|zullen|aankomend|toekomstig|aangewezen|aanstaand|volgt|neemt",
        held=(
            "was|waren|voormalig|voormalige|vroeger|vroegere|ooit|gewezen|oud|ex|eerder|tot|destijds|"
            "toenmalig|toenmalige"
        ),
        listing="ja|ook|en|alsook|naast|evenals|in|uit|met|verder|nog|onder",
        gap_words="al|reeds|pas|eerst|in|op|sinds|tot|vanaf|tegen|uiterlijk|later|daarna|kort daarop",
        adverbial_relatives="waar|hoe|wanneer|wie|wat|waarom",
        singular_relatives="dat",
        affirms="ja|jawel|inderdaad|klopt|zeker",
        asks_when="wanneer|sinds wanneer|in welk jaar|op welke dag",
        asks_whether=(
            "(?:is|zijn|was|waren|heeft|hebben|hoort|behoort|behoren|doet|doen|neemt|nemen|wordt|worden|"
            "kan|kunnen|zal|zullen|mag|krijgt|blijft|klopt)"
        ),
        denials="niet|nooit|geen|noch|evenmin",
        denial_gaps="meer|langer|ook|zelf|een|nog",
        they="Ze|Zij|Alle",
        they_do="n",
        wholes="alle|de|al de|deze|die|onze|al die",
        pointers="de|het|deze|dit|die|dat|zijn|haar|hun|onze|ons",
        prepositions="in|van|uit|naar|tot|met|tussen|op|door|voor|bij|over|tegen|als",
        places="in|uit|naar|te",
        venues="in|op|bij|te|aan",
        contains="in",
        indefinite="een|enkele",
        occasions=(
            "bij de|bij het|tijdens de|tijdens het|na de|na het|naar aanleiding van de|voor de|op de|"
            "ter gelegenheid van"
        ),
        of_rules=">van ",
        completed="na|dankzij|sinds",
        turns="worden|te worden|zijn|te zijn",
        makes=(
            "opstellen|op te stellen|uitwerken|uit te werken|maken|te maken|schrijven|te schrijven|ontwikkelen|"
            "te ontwikkelen|sluiten|te sluiten|afsluiten|af te sluiten|voorbereiden|voor te bereiden"
        ),
        making=(
            "werkt aan|werken aan|werkt nog aan|werken nog aan|werkt momenteel aan|werken momenteel aan|werkt nu aan|"
            "stelt op|stellen op|bereidt voor|bereiden voor|schrijft aan|schrijven aan|in de maak|in voorbereiding|"
            "in ontwikkeling|nog in ontwerp|schaaft aan|schaven aan|naar verwachting|wordt afgerond|afgerond|"
            "uitgewerkt|komt te staan|in opmaak|in opbouw|wordt opgesteld|worden opgesteld"
        ),
        made_already="heeft|hebben|had|hadden|werd|werden",
        subjects_again="hij|zij|ze|het|die|dat",
        their_own="zijn|haar|hun",
        quarters="wijk|stadswijk|deelgemeente|stadsdeel|buurt|district",
        owned_behind="wiens|waarvan de|waarvan het",
        aims="doel|doelstelling|ambitie|streven|streefdoel",
        possessives="zijn|haar|hun",
        ours="ons|onze",
        adds="met|naast|en|plus|evenals|samen met",
        likes="zoals|waaronder|onder wie|bijvoorbeeld|onder meer|onder andere|met name|zoals bijvoorbeeld",
        joins_in=(
            "naast|samen met|behalve|evenals|net als|net zoals|tegelijk met|gelijktijdig met|"
            "zij aan zij met|in het gezelschap van"
        ),
        subset="waaronder|waarvan|onder wie|daarvan|van wie|van hen|hiervan",
        complete="alle|al de|de|de volledige",
        elliptic=(
            "in totaal|daarvan|waarvan|van hen|van die|alles samen|tot nu toe|tot dusver|"
            "van de steden|van de gemeenten|"
            "van de deelnemers|onder hen|samen|inmiddels"
        ),
        totals=(
            "in totaal|samen|alles samen|alles bij elkaar|opgeteld|het totaal op|totaal op|"
            "totaal komt op|totaal kwam op|"
            "stijgt naar|steeg naar|stijgt tot|steeg tot|gestegen tot|groeit tot|groeide tot|aantal op|teller op|"
            "teller staat op|staat nu op|komt uit op|komt nu op|zijn het er nu|zijn het er|zijn er nu|nu al"
        ),
        counted=r"(?:[a-zà-ÿ-]{3,}e\s+){0,2}[a-zà-ÿ][\w-]{2,}",
        moments="over|na|binnen|in",
        moments_after="later|geleden|eerder|oud|daarna|nadien",
        number_of="aantal|het aantal|de lijst van|de groep van|de kring van|lijst met",
        part_of="van de|van in totaal|van alle|uit de|onder de|van deze|van die",
        of_all="van|uit|onder|van de",
        all_of="de|in totaal|alle|hun|zijn|deze|die",
        of_them="ervan|daarvan|allemaal|van hen",
        between_number="in|van|op|aan|de|het|voor|bij|met|over|uit",
        relatives="die|dat|waarvan|waarbij",
        others="andere|overige|nog",
        hails="gaan|gingen|komen|kwamen|liggen|lagen",
        earlier="eerdere|vorige|vroegere|voorgaande|eerste",
        receivers="aan|naar",
        namely="namelijk|te weten|met name|waaronder|onder meer",
        after="na",
        owns=(
            "heeft|telt|stuurt|levert|doet mee met|is vertegenwoordigd met|vaardigt af|neemt deel met|"
            "is goed voor|brengt"
        ),
        alike="ook|eveneens|evenzeer|tevens",
        origins="uit|in|voor|van",
        topic_leads=(
            "over|rond|rondom|aan|op het gebied van|op het vlak van|op vlak van|inzake|"
            "met betrekking tot|wat betreft|"
            "met focus op|met de focus op|met nadruk op|met als thema|rond het thema|over het thema|voor"
        ),
        no_topics=(
            "over een|over twee|over de jaren|aan de hand|aan het|aan elkaar|aan de slag|voor een|"
            "voor het eerst|over het algemeen|aan het project|aan de missie|voor de|voor het"
        ),
        fellows=(
            "collega's|collega|ambtgenoot|ambtgenoten|experts|deskundigen|ambtenaren|delegatie|stad|"
            "steden|gemeente|gemeenten|"
            "vrienden|partners|buren|buurstad|hoofdstad|havenstad|haven|vertegenwoordigers|burgemeester"
        ),
        object_articles="de|het|een|hun|zijn|haar",
        tells_on="werkt|samenwerkt|neemt|wisselt|bezoekt|verwelkomt|ondertekent|bereikt",
        over=(
            "beëindigd|beëindigde|opgezegd|zegde op|stopgezet|afgelopen|verlopen|opgeschort|bevroren|"
            "verbroken|ontbonden|niet verlengd|ter ziele|stilgelegd|op een laag pitje"
        ),
        over_what=(
            "beëindigt|beëindigde|beëindigden|verbreekt|verbrak|verbraken|bevriest|bevroor|bevroren|"
            "schort op|schortte op"
        ),
        was_once=(
            r"voormalig[e]?|vroeger[e]?|ooit|destijds|gewezen|(?:was|waren|had|"
            r"hadden)\b[^.;,]{0,80}?\btot\s+(?:en\s+met\s+)?(?:\w+\s+)?\d{4}"
        ),
        phrase_leads=(
            "over|op|in|is|zijn|vooral|met name|voornamelijk|in het bijzonder|onder meer|ook|"
            "bijvoorbeeld|hoofdzakelijk|de|het|"
            "een|hoe|rond|aan|onder andere|thema's|thema|zoals"
        ),
        phrase_tails="samen|gezamenlijk|met elkaar|uit|in|goed|aan|vast|af|op|mee|voor|toe",
        phrase_stops=(
            "via|binnen het project|in het project|sinds|vanaf|tot|tijdens|is|zijn|heeft|zal|zullen|"
            "in het kader|door|waar|samen"
        ),
        verb_particles="in|uit|op|af|aan|toe|mee|voor|over|terug|bij|door|goed|vast",
        aims_behind="voor|als|tot|naar|om",
        aims_determined="in|aan|op",
        aims_to=r"(?<!\bom )te (?!(?:zijn|worden|bereiken|halen|komen|raken|maken|realiseren)\b)\w+n",
        no_aims=(
            "status|erkenning|titel|uitbreiding|ronde|uitgave|golf|editie|programma|initiatief|"
            "project|deelname|fase|etappe|stap|"
            "selectie|proces|procedure|lijst|groep|oproep|wedstrijd|keer|begin|einde|eind|jaar|maand|"
            "week|dag|kader|kandidatuur|"
            "aanmelding|doel|weg|europa|plaats|reden|toekomst|wereld|land|regio|voorloper|voorlopers|"
            "pionier|pioniers|koploper|"
            "koplopers|voorbeeld|deelnemer|deelnemers|lid|stad|steden|duo|voorjaar|najaar|zomer|"
            "herfst|lente|winter|winnaar|"
            "eerste|enige|spits|boot|rij|aantal"
        ),
        aim_articles="de|het|een|deze|dit|onze|ons",
        joined_behind=(
            "aan|aan de|aan het|in|in de|in het|bij|bij de|van|van de|van het|tot|tot de|mee aan|"
            "mee aan de|mee aan het|deel aan|deel aan de|deel aan het|deel van"
        ),
        name_links="voor|van|en|der|den",
        heading_adjectives="se|e",
        head_links="voor|van",
        charged="bevoegd voor|verantwoordelijk voor|belast met|voor",
        topic_links="over|voor|rond",
        none_other="geen enkele andere|geen andere|niemand anders",
        field_links="met|in|tot|op",
        holdings="van|bij|van de|van het|bij de|bij het|in|aan de|voor|op",
        employs="bij|bij de|bij het",
        agents="door|door de|door het",
        demonyms=">se|en>se|en>enaar",
        elects=(
            "koos|kozen|gekozen|verkozen|verkoos|herkozen|benoemde|benoemden|benoemd|benoemt|"
            "aangesteld|stelde aan|aangewezen|"
            "wees aan|geïnstalleerd|beëdigd|gepromoveerd|aangeworven|verkiest"
        ),
        elected_to="tot|als",
        follows="volgt op|volgde op|volgt|opvolger van|opvolgster van|vervangt|verving|neemt over van|nam over van",
        serves="van|van de|van het|aan|bij",
        gives_out="uitgegeven|gepubliceerd|persbericht",
        calls="noemde|noemt|sprak|bestempelde|prees",
        naming="genaamd|met de naam|onder de naam|heet|geheten|met de titel|genoemd",
        besides="naast|behalve|na|buiten|los van",
        exclusives="alleen|enkel|slechts|uitsluitend|maar|louter",
        unlike="anders dan|in tegenstelling tot|met uitzondering van|uitgezonderd|in plaats van",
        all_but="behalve|op .{2,30} na|uitgezonderd",
        excepted="uitgezonderd|niet meegerekend",
        said_of_all="alle|allemaal|elke|elk|iedere|ieder",
        said_of_none="geen|niemand|geen enkele?",
        likened="net als|net zoals|zoals|evenals|precies zoals",
        jointly="samen met",
        sent_from=(
            r"(?:leerlingen|leerkrachten|leraren|scholieren|studenten|kinderen|jongeren|gezinnen|"
            r"inwoners|burgers|kunstenaars|"
            r"muzikanten|koren|verenigingen|scholen|bedrijven|onderzoekers|sporters)\s(?:uit|van|in)"
        ),
        severally="elk voor zich|ieder voor zich|elk afzonderlijk|los van elkaar|elk een eigen|ieder een eigen",
        sets_against="maar|terwijl|doch|echter",
        gapped_joiners="en|maar|terwijl|alleen",
        claimed=(
            r"(?:dat\b|(?:(?:de|het|een) )?(?:bericht(?:en)?|gerucht(?:en)?|bewering(?:en)?|"
            r"melding(?:en)?|cijfers?|lijst(?:en)?)\b)"
        ),
        refuted=(
            r"klop(?:t|pen) niet|(?:is|zijn|was|waren) (?:niet (?:waar|juist|correct)|onjuist|fout|vals|onwaar)|"
            r"berust(?:te|en)? op een (?:misverstand|vergissing|fout)"
        ),
        on_days="op|in|al|pas|jaar",
        happened=r"(?:dat|dit) (?:gebeurde|was|vond plaats)",
        gapped_no="(?:(?:echter|daarentegen|wel|zelf)\\s+)?(?:nog\\s+)?niet",
        gapped_no_first="(?:maar\\s+)?niet",
        other_papers=(
            "bijdragen?|voorstellen?|ideeën|suggesties|bezwaren|zienswijzen?|"
            "intentieverklaring(?:en)?|letter of intent|"
            "memorandum(?: van overeenstemming)?|charter|petitie|resolutie|burgemeestersconvenant|"
            "(?:samenwerkings|partnerschaps|vriendschaps|raam|huur|koop|bouw|leen|concessie|subsidie|"
            "regeer|bestuurs|coalitie)"
            "(?:-|s)?(?:overeenkomst(?:en)?|contract(?:en)?|akkoord(?:en)?|verklaring(?:en)?)"
        ),
        gapped_yes="(?:(?:echter|daarentegen)\\s+)?wel(?: al)?",
        gapped_yes_first="(?:maar )?wel",
        gapped_alike="ook|eveneens",
        gapped_alike_first="ook|evenals",
        does_besides="werkt|samenwerkt|neemt|wisselt|ontvangt|bezoekt|verwelkomt|werkte|bezocht|ontving",
    ),
)
