"""German."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.claims import Factuality
from kg.language.model import Cue, Language, Reach, Span, Unit, VerbReading, Wording
from kg.language.mood import renders_speech

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED
_BY_MISTAKE = ("fälschlicherweise", "fälschlich", "irrtümlich", "irrtümlicherweise", "versehentlich")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNITS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_ORDINALS = [
    "erst",
    "zweit",
    "dritt",
    "viert",
    "fünft",
    "sechst",
    "siebt",
    "acht",
    "neunt",
    "zehnt",
    "elft",
    "zwölft",
    "dreizehnt",
    "vierzehnt",
    "fünfzehnt",
    "sechzehnt",
    "siebzehnt",
    "achtzehnt",
    "neunzehnt",
    "zwanzigst",
]


def _below_thousand() -> dict[str, int]:
    below: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
    below |= {word: value for value, word in enumerate(_TEENS, 10)}
    for tens, word in enumerate(_TENS, 2):
        below[word] = tens * 10
        below |= {f"{unit}und{word}": tens * 10 + value for value, unit in enumerate(_UNITS) if value}
    hundreds: dict[str, int] = {}
    for value, unit in enumerate(_UNITS):
        for head in [f"{unit}hundert", *(["hundert"] if value == 1 else [])] if value else []:
            hundreds[head] = value * 100
            for joint in ("", "und"):
                hundreds |= {f"{head}{joint}{word}": value * 100 + low for word, low in below.items() if low}
                hundreds[f"{head}{joint}eins"] = value * 100 + 1
    found = (
        below
        | hundreds
        | {
            "eins": 1,
            "einzige": 1,
            "einziger": 1,
            "einzigen": 1,
            "einziges": 1,
            "zwo": 2,
            "dutzend": 12,
            "beide": 2,
            "beiden": 2,
            "zweier": 2,
            "dreier": 3,
        }
    )
    return found | {word.replace("ß", "ss"): value for word, value in found.items() if "ß" in word}


def _inflected(stem: str) -> list[str]:
    return [stem + ending for ending in ("e", "en", "er", "es", "em")]


_RELATIVE = {
    "letzt": -1,
    "vergangen": -1,
    "vorig": -1,
    "vorjährig": -1,
    "nächst": 1,
    "kommend": 1,
    "dies": 0,
    "laufend": 0,
}

_STRONG_PARTICIPLES = _words(
    "verliehen beschlossen entschieden verbunden begonnen gewonnen betrieben übernommen entworfen"
    " verboten verloren"
    " abgeschlossen geschlossen unterschrieben entstanden verstanden bestanden erschienen erworben beworben"
    " verworfen bewiesen verwiesen erhoben vorgenommen unternommen teilgenommen beschrieben empfohlen"
    " befohlen"
    " umbenannt benannt ernannt anerkannt bekannt verabschiedet unterzeichnet"
)
_MODALS = _words(
    "können müssen sollen wollen dürfen kann muss soll will darf konnte könnte könnten würde würden sollte"
)
_GOVERNORS = _MODALS | _words(
    "wird werden möchte möchten konnten sollten wollte wollten müssten dürfte dürften"
)
_PARTICIPLE = re.compile(
    r"(?:\w*ge\w+(?:t|en)|(?:be|ver|er|ent|zer|emp|miss|über|unter|wieder|durch)\w+t|\w+iert)"
)
_GE_INFINITIVE = re.compile(
    r"(?:(?:\w*(?:an|ein|vor|zu|bei|her|hin|dar|ent)?)(?:gehen|geben|gelten|gehören|gewinnen|genießen|gestalten|gelingen|gelangen"
    r"|geschehen|genehmigen|gewähren|gewährleisten|gefährden|gedenken|gefallen|gestatten|generieren|gelten)"
    r"|(?:be|er|ver|ent)ge(?:hen|ben|gnen))"
)
_NOT_VERBS = _words(
    "sowie zudem neben dabei gemeinsam weiteren anderen beiden allen diesen jenen ihren seinen unseren"
    " eigenen neuen"
    " großen ersten gegen wegen zwischen oben unten außen innen gestern morgen eben daneben hingegen deswegen"
    " einen keinen deren denen den wen sondern europäischen deutschen internationalen städtischen"
    " öffentlichen"
)


def _is_participle(word: str) -> bool:
    if word in _STRONG_PARTICIPLES:
        return True
    return _PARTICIPLE.fullmatch(word) is not None and _GE_INFINITIVE.fullmatch(word) is None


def _is_infinitive(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith(("en", "ern", "eln", "sein", "tun"))
        and word not in _NOT_VERBS
        and not _is_participle(word)
    )


_DETERMINED = re.compile(
    r"\b(?P<det>[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Ee]ine?|[Ee]inen|[Kk]einen?|[Ii]hren?|[Ss]einen?|[Uu]nseren?)\s+"
    r"(?:[a-zäöüß]+(?:e|en|er|es)\s+){0,2}(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
_BEHIND = re.compile(r"(?:^|\W)(\w+)\s+$")
_OBJECT_PRONOUNS = re.compile(r"\b(?:ihn|es|diesen|dieses|alles|dies|beides)\b(?! wird| wurde| sind| ist)")
_PASSIVE = re.compile(r"\b(?:wird|wurden?|werden|worden|ist|sind|war|waren)\b")
_PREPOSITIONS = _words(
    "in an auf aus bei durch für gegen mit nach über um unter von vor zu zwischen bis neben wegen"
)
_NO_OBJECT_BEHIND = _PREPOSITIONS | _words(
    "außer hinter ohne seit während trotz laut statt samt sowie und oder"
)
_SUBJECT_ONLY = frozenset(("der", "Der"))


def _objects(sentence: str) -> list[Span]:
    """Nouns that the sentence's verb may be about: in the accusative, or what a passive tells of.

    The first noun of an active sentence is taken for its subject, and so is any with "der".
    """
    if _OBJECT_PRONOUNS.search(sentence):
        return []
    passive = bool(_PASSIVE.search(sentence))
    found = []
    for match in _DETERMINED.finditer(sentence):
        before = _BEHIND.search(sentence[: match.start()])
        if before is not None and before.group(1).lower() in _NO_OBJECT_BEHIND:
            continue
        opens = not any(char.isalnum() for char in sentence[: match.start()])
        subject = match["det"] in _SUBJECT_ONLY or (opens and match["det"].lower() not in ("den", "einen"))
        if passive or not subject:
            found.append(match.span("noun"))
    return found


def _read_auxiliary(words: Sequence[str], index: int) -> VerbReading | None:
    """What a finite form of "werden" or "sollen" makes with the verb that closes the bracket.

    "wird … erhalten" is future; "wird … verliehen" a present passive; "wird zum Vorbild" neither.
    """
    word = words[index].lower()
    if word == "werden" and _is_bare_infinitive(words, index):
        return None
    last = _closing_verb(words, index)
    closing = words[last] if last is not None else ""
    if word.startswith("soll"):
        perfect = closing in ("haben", "worden") and last is not None and _is_participle(words[last - 1])
        return "rumour" if perfect else "future"
    if closing in ("werden", "sein", "haben", "können", "müssen", "dürfen"):
        return "future"
    if _is_participle(closing):
        return "passive"
    return "future" if _is_infinitive(closing) else None


def _is_bare_infinitive(words: Sequence[str], index: int) -> bool:
    """ "werden" below another verb: "kann verliehen werden", "verliehen werden können"."""
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in _MODALS or (index and words[index - 1] == "zu"):
        return True
    return any(word.lower() in _GOVERNORS for word in words[max(0, index - 40) : max(0, index - 1)])


def _closing_verb(words: Sequence[str], index: int) -> int | None:
    """The non-finite verb of the bracket: last in a main clause, right before a final auxiliary.

    A word in -en with a noun after it is an adjective.
    """
    behind = [at for at in range(index + 1, len(words)) if words[at][0].isalpha()]
    if not behind:
        return index - 1 if index and words[index - 1][0].islower() else None
    for at in reversed(behind):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else ""
        if (
            word[0].islower()
            and not following[:1].isupper()
            and (_is_participle(word) or _is_infinitive(word))
        ):
            return at
    return None


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # whoever is put forward is not chosen yet
    add("vorgeschlagen", POSSIBLE, "proposed")
    add("wird erst|werden erst|wird frühestens|werden frühestens", EXPECTED, "deferred")
    # what others want somebody to do
    add(
        "ermuntert|ermunterte|ermutigt|ermutigte|drängt|drängte|drängen|animiert",
        POSSIBLE,
        "proposed",
        "behind",
    )
    joins = (
        "teilnahme",
        "mitgliedschaft",
        "aufnahme",
        "mitwirkung",
    )
    add(
        "|".join(f"interesse an {an} {what}" for an in ("der", "einer") for what in joins),
        DENIED,
        "applied",
        "phrase",
    )
    add(
        "absichtserklärung zum|absichtserklärung zur|absichtserklärung für|absichtserklärung über|"
        "absichtserklärung zu",
        EXPECTED,
        "intended",
        "phrase",
    )
    add(
        "in den nächsten tagen|in den nächsten wochen|in den nächsten monaten|in den kommenden tagen|"
        "in den kommenden wochen|in den kommenden monaten|dieser tage soll|noch in dieser woche wird|"
        "noch in dieser woche werden|noch diese woche wird|noch diese woche werden|noch in diesem monat wird|"
        "noch in diesem monat werden|noch in diesem sommer wird|noch in diesem herbst wird|"
        "noch vor jahresende wird|noch vor dem sommer wird",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "sammelt zusagen für ihren|sammelt zusagen für seinen|wirbt um beiträge für ihren|"
        "wirbt um beiträge zu ihrem|sucht partner für ihren|sucht noch partner für ihren|"
        "sucht weitere partner für ihren|suchen partner für ihren|sucht noch mitstreiter für ihren|"
        "sammelt selbstverpflichtungen für ihren|"
        "sucht ideen für ihren",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "beauftragt|beauftragte|beauftragten|ermächtigt|ermächtigte|bevollmächtigt|erklärte sich bereit|"
        "erklärten sich bereit|hat sich bereit erklärt|haben sich bereit erklärt|bereit erklärt",
        EXPECTED,
        "commissioned",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "leer aus|ging leer aus|gingen leer aus|geht leer aus|leer ausgegangen|gescheitert|scheiterte|"
        "scheiterten|vergeblich|vergebens|erfolglos|chancenlos|eine Absage|Absagen|das Nachsehen|"
        "den Kürzeren|außen vor|auf der Strecke|kein Glück|keinen Erfolg|ohne Erfolg|nicht zum Zug|"
        "nicht zum Zuge|nicht berücksichtigt",
        DENIED,
        "vain",
    )
    add(
        "will|wollen|wolle|möchte|möchten|beabsichtigt|beabsichtigen|strebt|streben",
        EXPECTED,
        "intended",
    )
    add(
        "plant|planen|geplant|ist geplant|"
        "steht kurz davor|stehe kurz davor|stehen kurz davor|kurz vor|steht vor|stehen vor|"
        "bereitet|bereiten|vorgesehen|in planung|in vorbereitung|steht bevor|stehen bevor",
        EXPECTED,
        "planned",
    )
    add(
        "setzt sich zum ziel|setzen sich zum ziel|zum ziel gesetzt|ziel ist|ziel ist es|mit dem ziel",
        EXPECTED,
        "goal",
    )
    add(
        "voraussichtlich|erwartet|wird erwartet|erwarten|demnächst|künftig|in zukunft|in kürze|"
        "ist angesetzt|sind angesetzt|in aussicht gestellt|stellt in aussicht|stellte in aussicht|"
        "stellen in aussicht",
        EXPECTED,
        "expected",
    )
    add(
        "beschlossen|beschließt|beschließen|beschloss|entschieden|entschied|entscheidet|vereinbart|"
        "vereinbarten|verständigt|verständigten|geeinigt|einigten|zugesagt|versprochen|versprach|"
        "verspricht|angekündigt|kündigte an|kündigt an|verpflichtet|verpflichtete|verpflichten|"
        "verpflichteten|sich bereit|dafür aus|dafür ausgesprochen|dafür gestimmt|dafür entschieden",
        EXPECTED,
        "decided",
        "behind",
    )
    # what somebody is ready or trying to do is not done
    add(
        "hat vor|haben vor|hatte vor|hatten vor|bemüht|bemühen|bemühte|bemühten|bestrebt|bereit|gewillt|willens|"
        "entschlossen|arbeitet darauf|arbeiten darauf|darauf hin|setzt alles daran|setzen alles daran|"
        "schickt sich an|schicken sich an",
        EXPECTED,
        "intended",
        "behind",
    )
    add("wünscht sich|wünschen sich|wünschte sich|träumt davon|träumen davon", POSSIBLE, "hoped", "behind")
    add(
        "schlägt vor|schlug vor|empfohlen|empfiehlt|empfahl|angeboten|bietet an|bot an|aufgefordert|"
        "angeregt|regt an|gebeten|bittet|eingeladen",
        POSSIBLE,
        "proposed",
        "behind",
    )
    # "its wish, to become the first …": of what somebody wishes for, the infinitive alone
    add(
        "wunsch|wünsche|traum|hoffnung|chance|chancen|gelegenheit|sehnsucht|aussicht|bemühungen|versuch",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add("ziel|anspruch|absicht|bestreben|ehrgeiz|ambition|vorhaben|vorsatz|plan", EXPECTED, "goal", "behind")
    add("hofft|hoffen|hoffe|hofften|hoffte|hoffnung auf|hoffnungen auf", POSSIBLE, "hoped")
    add("kann|können|könne|ist möglich|wäre möglich|in der lage", POSSIBLE, "able")
    add(
        "könnte|könnten|möglicherweise|vielleicht|eventuell|womöglich|unter umständen|dürfte|dürften|wohl",
        POSSIBLE,
        "possible",
    )
    add(
        "angedacht|erwogen|überlegt|erwägt|erwägen|prüft|prüfen|im gespräch|unklar|offen ist|"
        "ist offen|noch offen|bleibt offen|steht nicht fest|steht noch nicht fest|"
        "derzeit geprüft|noch geprüft|gerade geprüft|zurzeit geprüft|momentan geprüft|aktuell geprüft|"
        "geprüft wird|geprüft werden|"
        "ungewiss|fraglich|denkbar|ist anhängig|sind anhängig|wird diskutiert|werden diskutiert",
        POSSIBLE,
        "considered",
    )
    add("würde|würden|wäre|wären", POSSIBLE, "conditional")
    add("bevollmächtigte|wird beauftragt", EXPECTED, "planned")
    add(
        "die idee|der idee|liebäugelt mit|liebäugeln mit|spielt mit dem gedanken|spielen mit dem gedanken|"
        "denkt über|denken über|denkt nach|denken nach|denkt darüber nach|denken darüber nach|lotet aus|loten aus|"
        "sondiert|sondieren|"
        "noch nicht spruchreif|nicht spruchreif|steht im raum|zur debatte",
        POSSIBLE,
        "considered",
    )
    # the plural also reports ("sie hätten es erhalten, hieß es"), as "haben" would not be told from the indicative
    add(
        "hätte|hätten gern|hätten gerne|wäre gern|wäre gerne|wären gern|wären gerne|beinahe|um ein haar",
        DENIED,
        "counterfactual",
    )
    add(
        "müsste|müssten|sollte|sollten|fordert|fordern|gefordert|verlangt|verlangen",
        POSSIBLE,
        "demanded",
    )
    add("muss|müssen|müsse", POSSIBLE, "due")
    told = ("gemeldet", "berichtet", "geschrieben", "behauptet", "angegeben", "mitgeteilt", "hatten wir", "haben wir",
            "hieß es", "wurde berichtet", "wurde gemeldet", "wurde mitgeteilt")  # fmt: skip
    add("|".join(f"{one} {other}" for one in _BY_MISTAKE for other in told), DENIED, "mistaken", "all")
    # what was told and is told no more
    versions = ("früheren fassung", "früheren version", "ersten fassung", "ersten version", "ursprünglichen fassung",
                "ursprünglichen version", "erstfassung", "ursprungsfassung")  # fmt: skip
    said = ("hieß", "stand", "war zu lesen", "wurde berichtet", "hatten wir", "haben wir")
    pages = ("dieser meldung", "dieser mitteilung", "dieser pressemitteilung", "dieses textes", "dieses artikels",
             "dieses beitrags", "dieses berichts", "der meldung", "der mitteilung", "des textes",
             "des artikels")  # fmt: skip
    add(
        "|".join(f"{one} {other}" for one in versions for other in (*said, *pages)), DENIED, "mistaken", "all"
    )
    add(
        "stimmt nicht, dass|trifft nicht zu, dass|falsch ist, dass|es ist falsch, dass|unwahr ist, dass|"
        "es stimmt nicht, dass|es trifft nicht zu, dass|ein irrtum ist, dass",
        DENIED,
        "mistaken",
        "all",
    )
    add("angeblich|gerüchten zufolge|dem vernehmen nach|mutmaßlich", POSSIBLE, "rumoured")
    add(
        "zu lesen|zu hören|kursiert|kursieren|kursierte|kursierten|macht die runde|machte die runde|gerüchte|"
        "das gerücht|medienberichten zufolge|presseberichten zufolge",
        POSSIBLE,
        "rumoured",
    )
    add(
        "entbehrt|entbehren|aus der luft gegriffen|trifft nicht zu|treffen nicht zu|falschmeldung|falschmeldungen",
        DENIED,
        "denied",
    )
    add(
        "bewirbt sich|bewerben sich|bewarb sich|bewarben sich|beworben|beantragt|kandidiert",
        POSSIBLE,
        "applied",
    )
    add(
        "antrag auf|anträge auf|bewerbung um|bewerbung für|bewerbung als|bewerbungen um|kandidatur für|"
        "kandidatur um|kandidatur als|anwärter auf|anwärterin auf|rennen um",
        POSSIBLE,
        "applied",
        "phrase",
    )
    add(
        "auf dem weg zum|auf dem weg zur|auf dem weg zu|auf gutem weg zum|auf gutem weg zur|kurs auf",
        EXPECTED,
        "underway",
        "phrase",
    )
    add(
        "stimmte gegen|stimmten gegen|stimmt gegen|stimmen gegen|votierte gegen|votierten gegen|"
        "wandte sich gegen|sprach sich gegen",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "versäumt|versäumte|versäumten|unterließ|unterließen|unterlassen|verpasste es|verpassten es|"
        "hat es verpasst|haben es verpasst|weigert sich|weigern sich|weigerte sich|weigerten sich|geweigert|"
        "sah davon ab|sahen davon ab|sieht davon ab|sehen davon ab|hat davon abgesehen|haben davon abgesehen|"
        "verabsäumte|verabsäumt",
        DENIED,
        "undone",
        "behind",
    )
    add("nicht|nicht mehr|nie|niemals|weder|keineswegs|keinesfalls|nirgends", DENIED, "denied")
    add("niemand|niemanden|niemandem|nichts", DENIED, "nobody")
    add(
        "abgelehnt|lehnt ab|lehnte ab|lehnten ab|verweigert|verweigerte|dementiert|dementierte",
        DENIED,
        "denied",
    )
    # of what a motion asks, told between its noun and the verb; what else a council did beside it is done
    asked = ("machen", "erreichen", "erklären", "beschließen", "unterzeichnen", "verabschieden", "beantragen")
    turned_down = (
        *(f"{verb} keine Mehrheit" for verb in ("fand", "findet", "erhielt", "bekam")),
        *("wurde zurückgewiesen", "wird zurückgewiesen", "wurde niedergestimmt", "fiel durch"),
    )
    add("|".join(f"{verb}, {told}" for verb in asked for told in turned_down), DENIED, "denied")
    bodies = ("der Rat", "der Stadtrat", "der Gemeinderat", "der Ausschuss", "das Stadtparlament")
    add("|".join(f"{verb} {who} zurück ." for verb in ("wies", "weist") for who in bodies), DENIED, "denied")
    # what was taken back by those who moved it was not settled
    withdrawn = (
        "wurde zurückgezogen",
        "wurde in den Ausschuss verwiesen",
        "wurde in die Ausschüsse verwiesen",
    )
    add("|".join(f"{verb}, {told}" for verb in asked for told in withdrawn), POSSIBLE, "considered")
    against = ("stimmte", "stimmten", "votierte", "votierten", "sprach sich", "sprachen sich")
    add("|".join(f"{verb} gegen das Ziel, bis" for verb in against), DENIED, "denied")
    # what is given up was there, and is no more, noun and all
    add(
        "aufgegeben|fallen gelassen|fallengelassen|gekippt|beerdigt|einkassiert|wieder kassiert|"
        "wieder gestrichen|zu grabe getragen|vom tisch",
        DENIED,
        "abandoned",
        "all",
    )
    add("bislang galt in|bisher galt in|bis dahin galt in|zuvor galt in", DENIED, "superseded")
    # an aim of earlier days, though what was done then was done
    add(
        "hatte bisher|hatten bisher|hatte bislang|hatten bislang|hatte ursprünglich|hatten ursprünglich|"
        "hatte zunächst|hatten zunächst|hatte zuvor|hatten zuvor",
        DENIED,
        "former",
        "phrase",
    )
    # of other such words the few behind, as what came of it follows soon
    add(
        "wollte bisher|wollten bisher|wollte bislang|"
        "wollten bislang|strebte bisher|strebte bislang|strebte ursprünglich|peilte bisher|peilte ursprünglich|"
        "hatte gehofft|hatten gehofft|hatte sich vorgenommen|hatten sich vorgenommen|wollte ursprünglich|"
        "wollten ursprünglich|wollte eigentlich|wollten eigentlich|eigentlich wollte|eigentlich wollten|"
        "ursprünglich wollte|ursprünglich wollten|eigentlich sollte|"
        "eigentlich sollten|ursprünglich sollte|ursprünglich sollten|rückt vom|rücken vom|rückte vom|rückten vom|"
        "verabschiedet sich vom|bislang galt das|bisher galt das|bis dahin galt das|zuvor galt das|"
        "ursprünglich galt das",
        DENIED,
        "superseded",
        "phrase",
    )
    add(
        "verpasst|verpasste|verpassten|fehlt noch|wartet auf|warten auf|wartet noch auf|"
        "warten noch auf|wartet weiter auf|warten weiter auf|wartet weiterhin auf|"
        "warten weiterhin auf|bisher ohne|bislang ohne|steht noch aus|stehen noch aus",
        DENIED,
        "denied",
    )
    add(
        "verzichtet auf|verzichten auf|verzichtete auf|verzichteten auf|verzichtet weiter auf|"
        "nimmt abstand|nahm abstand|nehmen abstand|winkt ab|winkte ab|entscheidet sich gegen|entschied sich gegen",
        DENIED,
        "denied",
    )
    add("rechnet mit|rechnen mit|rechnet fest mit", EXPECTED, "expected")
    add(
        "nächster schritt|nächste schritt|nächsten schritt|als nächstes|als nächster schritt",
        EXPECTED,
        "planned",
        "both",
    )
    add(
        "arbeitet noch an|arbeiten noch an|arbeitet derzeit an|arbeiten derzeit an|"
        "arbeitet an seinem|arbeitet an ihrem|"
        "feilt an|feilen an|feilt noch an|schreibt an|schreiben an|schreibt noch an|noch nicht",
        DENIED,
        "denied",
        "both",
    )
    add(
        "ausgeblieben|blieb aus|bleibt aus|blieben aus|ausblieb",
        DENIED,
        "denied",
    )
    add("lehnte|lehnt|lehnten|verneinte", DENIED, "denied")
    add(
        "gehört nicht zu|gehört nicht zum|gehört nicht zur|gehören nicht zu|gehören nicht zum|"
        "gehören nicht zur|zählt nicht zu|zählt nicht zum|zählen nicht zu|ist nicht unter|sind nicht unter",
        DENIED,
        "excluded",
        "both",
    )
    for word in (
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "noch kein",
        "noch keine",
        "noch keinen",
    ):
        add(word, DENIED, "denied", "both")
    add(
        "entwurf des|entwurf eines|entwurf zum|entwurf für den|entwürfe der|rohfassung des|vorentwurf des",
        EXPECTED,
        "drafted",
        "phrase",
    )
    add(
        "vertagt|vertagte|vertagten|in auftrag gegeben|in auftrag gibt|verschoben|verschob|verschiebt|"
        "zurückgestellt|aufgeschoben|zurückverwiesen|"
        "von der tagesordnung|auf die lange bank|stimmt erst|stimmen erst|entscheidet erst|entscheiden erst|"
        "befindet erst|berät erst",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "braucht einen|braucht ein|braucht eine|brauchen einen|brauchen ein|brauchen eine|benötigt einen|benötigt ein|"
        "benötigt eine|fordert einen|fordert ein|fordert eine|fordern einen|fordern ein|fordern eine",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add("fehlt|fehlte|fehlen|fehlten", DENIED, "denied")
    add("ob", POSSIBLE, "considered")
    add("ohne|statt|anstelle|anstatt", DENIED, "without", "phrase")
    for stem in (
        "geplant",
        "künftig",
        "zukünftig",
        "erwartet",
        "anstehend",
        "bevorstehend",
        "angestrebt",
        "vorgesehen",
    ):
        found.extend(Cue(word, EXPECTED, "planned", "phrase") for word in _inflected(stem))
    for stem in ("möglich", "etwaig", "angeblich", "potenziell", "potentiell", "denkbar", "mutmaßlich"):
        found.extend(Cue(word, POSSIBLE, "possible", "phrase") for word in _inflected(stem))
    for stem in ("abgelehnt", "gescheitert", "verweigert"):
        found.extend(
            Cue(word, DENIED, "denied", "phrase") for word in _inflected(stem) if word != "verweigerte"
        )  # which is a verb of the whole clause
    add("um", POSSIBLE, "purpose")
    add(
        "verhandelt über|verhandeln über|verhandlungen über|gespräche über|wirbt für eine|"
        "werben für eine|vorschlag zu|vorschlag für|vorschlag einer|anregung zu|schlägt eine|"
        "erwägt eine|regt eine|idee einer",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "wirbt dafür|werben dafür|plädiert dafür|plädieren dafür|spricht sich dafür aus|schlagen vor",
        POSSIBLE,
        "considered",
    )
    add(
        "nicht zu den|nicht unter den|nicht eine der|nicht einer der",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "gehalten|angehalten",
        EXPECTED,
        "demanded",
    )
    add(
        "muss sich gedulden|müssen sich gedulden|muss sich noch gedulden|müssen sich noch gedulden|"
        "gedulden|blieb außen vor|blieben außen vor|bleibt außen vor|bleiben außen vor|blieb draußen|"
        "blieben draußen|bleibt draußen|bleiben draußen|blieb ausgeschlossen|zog den kürzeren|"
        "zogen den kürzeren|vorenthalten|versagt geblieben|blieb versagt|"
        "abgeblitzt|blitzte ab|wartet noch|warten noch|steht aus|stehen aus|lässt auf sich warten|"
        "lassen auf sich warten|unberücksichtigt|unterlag|unterlagen|schied aus|schieden aus|"
        "ausgeschieden|durchgefallen|fiel durch|fielen durch|nicht geschafft|"
        "kein erfolg beschieden|verworfen|verwarf|verwarfen|verzichtet|verzichtete|verzichteten",
        DENIED,
        "denied",
    )
    add(
        "nicht zum|nicht zu|nicht zur|nicht auf der|nicht auf die|nicht im kreis|nicht in den kreis|"
        "nicht bei den|fehlt auf der|fehlte auf der|fehlen auf der|fehlt in der|fehlen in der|"
        "fehlte in der|fehlt unter den|ohne status|außerhalb der|abseits der",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "noch nie",
        DENIED,
        "denied",
        "both",
    )
    return tuple(found)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan januars jänners",
            "februar feber feb februars",
            "märz mrz",
            "april apr aprils",
            "mai",
            "juni jun junis",
            "juli jul julis",
            "august aug augusts",
            "september sept sep septembers",
            "oktober okt oktobers",
            "november nov novembers",
            "dezember dez dezembers",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag")
    )
    for day in names.split()
    for name in (
        day,
        *(day + part for part in ("abend", "morgen", "vormittag", "mittag", "nachmittag", "nacht")),
    )
}
_UNIT_NOUNS: dict[str, Unit] = {
    "jahr": "year",
    "jahres": "year",
    "jahre": "year",
    "monat": "month",
    "monats": "month",
    "woche": "week",
    "wochenende": "weekend",
}
_FUNCTIONS = _words(
    "in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor"
    " während wegen zu"
    " zum zur zwischen und oder aber sondern denn doch sowie als wie dass ob wenn weil der die das den"
    " dem des ein"
    " eine einen einem einer eines sich es er sie wir ich ihr man wurde wurden wird werden war waren ist"
    " sind hat"
    " haben hatte hatten kann können soll sollen will wollen muss müssen nicht auch noch nur erst"
    " bereits schon"
    " zunächst erstmals hier dort dabei damit dazu darunter neben gemeinsam insgesamt so sagte zusammen"
    " laut hin beziehungsweise bzw"
)

LANGUAGE = Language(
    code="de",
    abbreviations=_words(
        "Dr Prof Dipl Ing Hr Fr Nr Nrn Art Abs bzw ca vgl St Str z B u a d h o ä i e V evtl ggf inkl insg"
        " exkl max min Mio"
        " Mrd Tsd Tel Fax zzgl bspw sog insb insbes Bd Hrsg Jh Jhd Mag Red med rer nat phil jur h c Kfz"
        " gem lt km"
        " Abb Kap Ziff Aufl Bsp Ges geb gest verh Jan Feb Mrz Apr Jun Jul Aug Sept Sep Okt Nov Dez Mo Di"
        " Mi Do"
        " Hl S Sa So Stv stellv allg dt engl Ausg Std Min vorauss Bgm Bgmin Vbgm Vzbgm Vizebgm LAbg NAbg"
        " OBgm Abg Dipl.-Ing Univ.-Prof Landesr LR StR stv"
    )
    - _words("e V So Mi Do Di Mo Sa"),
    ending_abbreviations=_words("usw etc u.ä ff f Co Inc Ltd V e.V Uhr Min Std St"),
    starters=_words(
        "Der Die Das Dem Den Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Ihre Ihren Sein Seine"
        " Im In Am An Auf"
        " Aus Bei Beim Bis Durch Für Gegen Mit Nach Ohne Seit Über Um Unter Von Vom Vor Während Wegen Zu"
        " Zum Zur"
        " Zwischen Und Oder Aber Doch Denn Als Wie Wenn Weil Da Damit Dabei Dazu Dies Diese Dieser"
        " Dieses Diesen"
        " Danach Darunter Daher Deshalb Hier Dort So Auch Noch Nun Jetzt Heute Gestern Morgen Bereits"
        " Schon Nur"
        " Insgesamt Zudem Außerdem Weitere Weiterhin Neben Alle Beide Man Was Wer Wo Warum Dass Ob Laut Ziel"
        " Unser Unsere Mehr Viele Einige Jede Jeder Jedes Zusammen Gemeinsam Zugleich Gleichzeitig Nicht"
        " Kein Keine"
    ),
    ordinal_dots=True,
    nouns_capitalised=True,
    joins_nouns=True,
    expletives=frozenset({"es"}),
    determiners=_words(
        "der die das den dem des ein eine einen einem einer eines zum zur am im vom beim ins ans diese"
        " dieser dieses"
        " diesen diesem jede jeder jedes jeden jedem alle allen aller ihre ihren ihrer ihrem seine"
        " seinen seiner"
        " seinem unsere unseren unserer insgesamt seit"
    ),
    functions=_FUNCTIONS,
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    calendar_capitals=True,
    seasons={
        "frühling": 0,
        "frühjahr": 0,
        "frühlings": 0,
        "frühjahrs": 0,
        "sommer": 1,
        "sommers": 1,
        "herbst": 2,
        "herbstes": 2,
        "winter": 3,
        "winters": 3,
    },
    parts={
        "anfang": "early",
        "beginn": "early",
        "zu beginn": "early",
        "mitte": "mid",
        "ende": "late",
    },
    part_nouns=_words("des der jahres jahrs monats von"),
    date_fillers=_words("dem den der des zum jahr jahre jahres am spätestens zu im"),
    month_leads=_words(
        "im für seit ab vom zum bis des mitte anfang ende vergangenen letzten kommenden nächsten monat"
    ),
    year_leads=_words(
        "jahr jahre jahres seit bis ab ende anfang mitte in im von spätestens vor nach sommer herbst"
    ),
    day_particles=frozenset(),
    since=_words("seit ab"),
    until=frozenset({"bis", "bis zu", "spätestens", "bis spätestens", "vor ende", "bis einschließlich"}),
    range_words=_words("bis"),
    list_words=_words("und oder sowie beziehungsweise bzw"),
    relative={
        "heute": ("day", 0),
        "heutigen": ("day", 0),
        "heutige": ("day", 0),
        "gestern": ("day", -1),
        "gestrigen": ("day", -1),
        "vorgestern": ("day", -2),
        "morgen": ("day", 1),
        "übermorgen": ("day", 2),
        "heuer": ("year", 0),
        "vor einem jahr": ("year", -1),
        "vor zwei jahren": ("year", -2),
        "vor drei jahren": ("year", -3),
        "vor einem monat": ("month", -1),
        "vor zwei monaten": ("month", -2),
        "vor einer woche": ("week", -1),
        "vor zwei wochen": ("week", -2),
    },
    year_after=("des folgenden jahres", "des darauffolgenden jahres", "des folgejahres"),
    month_followers=_words("darauf darauffolgenden folgenden darauffolgender"),
    same_year=(
        "desselben jahres",
        "des gleichen jahres",
        "des selben jahres",
        "dieses selben jahres",
        "jenes jahres",
        "im selben jahr",
        "im gleichen jahr",
        "in jenem jahr",
    ),
    relative_adjectives={word: shift for stem, shift in _RELATIVE.items() for word in _inflected(stem)},
    ahead=("in", "binnen", "innerhalb von", "in den nächsten", "in nur", "in spätestens"),
    centuries=(
        ("jahrhundertmitte", 2050),
        ("mitte des jahrhunderts", 2050),
        ("mitte dieses jahrhunderts", 2050),
    ),
    decades=(
        ("ende des jahrzehnts", 10),
        ("ende dieses jahrzehnts", 10),
        ("ende der dekade", 10),
        ("ende dieser dekade", 10),
        ("schluss des jahrzehnts", 10),
        ("mitte des nächsten jahrzehnts", 15),
        ("mitte des kommenden jahrzehnts", 15),
        ("mitte der nächsten dekade", 15),
        ("ende des nächsten jahrzehnts", 20),
        ("ende des kommenden jahrzehnts", 20),
    ),
    elapsed_units={
        "tag": "day",
        "tage": "day",
        "tagen": "day",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monate": "month",
        "monaten": "month",
        "jahr": "year",
        "jahre": "year",
        "jahren": "year",
    },
    afterwards=(
        "später",
        "danach",
        "darauf",
    ),
    ahead_of=("früher als", "eher als", "zeitiger als", "schneller als", "vor"),
    behind_of=("später als", "langsamer als", "nach", "hinter"),
    beforehand=(
        "zuvor",
        "davor",
        "früher",
        "vorher",
    ),
    unit_nouns=_UNIT_NOUNS,
    quarters={
        "quartal": 3,
        "quartals": 3,
        "vierteljahr": 3,
        "halbjahr": 6,
        "halbjahres": 6,
        "jahreshälfte": 6,
    },
    this_words=_words("diesen dieser dieses diesem heurigen"),
    hoping=_words(
        "hofft hoffen hoffe rechnet rechnen rechne erwartet erwarten wartet warten könnte könnten"
        " dürfte dürften soll sollen sollte will wollen wird werden würde erhofft winkt folgt"
    ),
    passives=frozenset(
        (
            "wird",
            "werden",
            "wurde",
            "wurden",
            "worden",
            "würde",
            "würden",
            "ist",
            "sind",
            "war",
            "waren",
            "sei",
            "seien",
        )
    ),
    participles=r"\w*t|\w*ge\w+en",
    future_words=_words(
        "könnte könnten dürfte dürften wird werden will wollen soll sollen plant geplant voraussichtlich"
        " findet finden"
        " lädt laden informiert vorgesehen angesetzt beginnt beginnen startet steigt"
    ),
    thousands=". \u00a0\u202f'’",
    decimal=",",
    small_numbers=_below_thousand(),
    hundreds=_words("hundert"),
    scales={
        "hundert": 100,
        "tausend": 1000,
        "tsd": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
    },
    abbreviated_scales=_words("tsd mio mrd"),
    number_joiners=frozenset(),
    closed_thousands="tausend",
    ordinals={word: value for value, stem in enumerate(_ORDINALS, 1) for word in _inflected(stem)},
    ones=_words("ein eine einen einem einer eines"),
    of_words=_words("von der aus unter"),
    modifiers={
        "mehr als": "at_least",
        "über": "at_least",
        "mindestens": "at_least",
        "wenigstens": "at_least",
        "gut": "at_least",
        "nicht weniger als": "at_least",
        "ab": "at_least",
        "bis zu": "at_most",
        "höchstens": "at_most",
        "maximal": "at_most",
        "weniger als": "at_most",
        "unter": "at_most",
        "nicht mehr als": "at_most",
        "rund": "approximate",
        "etwa": "approximate",
        "ca": "approximate",
        "ca.": "approximate",
        "circa": "approximate",
        "zirka": "approximate",
        "fast": "approximate",
        "knapp": "approximate",
        "beinahe": "approximate",
        "nahezu": "approximate",
        "ungefähr": "approximate",
        "annähernd": "approximate",
        "an die": "approximate",
        "um die": "approximate",
    },
    modifiers_after={"oder mehr": "at_least", "und mehr": "at_least", "und darüber": "at_least"},
    more_words=frozenset(_inflected("weiter") + _inflected("ander") + _inflected("zusätzlich")),
    percent_words=frozenset({"prozent", "prozents", "v. h."}),
    currencies={
        "euro": "EUR",
        "euros": "EUR",
        "dollar": "USD",
        "us-dollar": "USD",
        "złoty": "PLN",
        "zloty": "PLN",
        "lei": "RON",
        "lewa": "BGN",
        "lew": "BGN",
        "forint": "HUF",
        "hrywnja": "UAH",
        "griwna": "UAH",
        "lira": "TRY",
        "pfund sterling": "GBP",
        "britische pfund": "GBP",
        "schweizer franken": "CHF",
        "schwedische kronen": "SEK",
        "schwedischen kronen": "SEK",
        "schwedischer kronen": "SEK",
        "dänische kronen": "DKK",
        "dänischen kronen": "DKK",
        "dänischer kronen": "DKK",
        "norwegische kronen": "NOK",
        "norwegischen kronen": "NOK",
        "norwegischer kronen": "NOK",
        "isländische kronen": "ISK",
        "isländischen kronen": "ISK",
        "isländischer kronen": "ISK",
        "tschechische kronen": "CZK",
        "tschechischen kronen": "CZK",
        "tschechischer kronen": "CZK",
        "franken": "CHF",
        "kronen": "SEK",
        "pfund": "GBP",
    },
    units=_words(
        "prozent km m kg t tonnen meter kilometer quadratmeter qm m² m2 hektar ha mw kw kwh mwh gwh gw"
        " uhr grad stück"
        " menschen personen einwohner einwohnern einwohnerinnen mitarbeiter beschäftigte beschäftigten"
        " teilnehmende"
        " tausend millionen mio mrd milliarden °c watt liter stunden tage tagen jahre jahren monate"
    ),
    labels=_words(
        "top nr nrn nummer art artikel § §§ abs absatz kap kapitel seite seiten s linie linien raum zimmer"
        " haus a b ziffer"
        " tel telefon telefax fax durchwahl apparat version postfach buslinie straßenbahnlinie autobahn"
        " halle gleis"
        " straßenbahnlinien buslinien zeile abbildung abb tabelle ziff drucksache az aktenzeichen din iso en"
    ),
    clock_words=_words("uhr"),
    street_endings=(
        "straße",
        "strasse",
        "str",
        "platz",
        "weg",
        "allee",
        "wall",
        "gasse",
        "ring",
        "ufer",
        "damm",
        "linie",
        "linien",
    ),
    honorifics=_words(
        "Dr Prof Professor Professorin Herr Herrn Frau Dipl Mag Ing Doktor PD Hr Fr Graf Freiherr"
        " Univ MMag DI DDr Priv LAbg NAbg MdL MdB MdEP KommR"
    ),
    particles=_words("von vom van de der den zu zur und di da del la le ten ter af al bin el dos du"),
    weak_given=_words(
        "August April Heide Rose Linde Flora Urban Santa Mark An My Don Georgia Asia India Sydney Siena"
        " Lourdes Nova Luna Aura Jordan Madison Chelsea Milan Gloria"
    ),
    not_names=_words(
        "stadt städte land länder straße platz brücke haus preis tag woche jahr monat uhr gmbh ag euro"
        " prozent"
        " universität hochschule institut ministerium amt büro team projekt programm konferenz zentrum verein"
        " präsident präsidentin minister ministerin sprecher sprecherin leiter leiterin direktor direktorin"
        " uhr ende anfang mitte nord süd ost west der die das im am in und oder für mit bei auf"
    ),
    surnames=_words(
        "althaus neuhaus backhaus brinkhaus niehaus nienhaus holthaus barkhaus overhaus lohaus berghaus windhaus"
        " kamphaus grothaus steinhaus mühlhaus holzhaus dickhaus varnhaus wienhaus sellhaus osthaus westhaus schulhaus"
        " middelhaus tophaus möllhaus weghaus spielhaus ackerhaus klosterhaus"
    ),
    institutions=(
        "stiftung",
        "institut",
        "universität",
        "hochschule",
        "schule",
        "gymnasium",
        "straße",
        "platz",
        "preis",
        "preises",
        "preisträger",
        "allee",
        "brücke",
        "haus",
        "halle",
        "zentrum",
        "gesellschaft",
        "klinik",
        "klinikum",
        "kirche",
        "verlag",
        "museum",
        "theater",
        "stadion",
        "akademie",
        "university",
        "institute",
        "foundation",
        "school",
        "award",
    ),
    genitive=("s",),
    fields=_words(
        "technik umwelt verkehr mobilität bau bauen planen soziales kultur finanzen recht energie"
        " wirtschaft bildung sport jugend schule gesundheit personal vertrieb netze netz kommunikation presse"
        " marketing"
        " forschung lehre innovation digitales ordnung sicherheit inneres europa europas deutschland deutschlands"
        " österreich österreichs schweiz integration familie wohnen stadtplanung strategie projekte international"
        " süd nord ost west mitte gmbh abend morgen mittag nachmittag aller beider rat rates stadtrat gemeinderat"
        " a b c i ii iii uni fraktion partei ziel zahl teil anfang ende kollegen kolleginnen gäste bürger"
        " frauen männer"
        " land länder gemeinden kommunen städte dank ehre wort worte bericht grüne grünen spd cdu csu fdp afd"
        " linke linken nachhaltigkeit weltweit"
    ),
    noun_endings=(
        "ung",
        "ungen",
        "heit",
        "heiten",
        "keit",
        "schaft",
        "schaften",
        "tion",
        "tionen",
        "ität",
        "ismus",
        "wesen",
        "innen",
        "nahme",
        "nis",
        "dienst",
        "dienste",
        "schutz",
        "wende",
        "amt",
        "amts",
        "rats",
        "wirtschaft",
        "politik",
        "verkehr",
        "planung",
        "bereich",
        "sitzung",
        "plan",
        "projekt",
    ),
    parties=_words(
        "spd cdu csu fdp afd grünen linken grüne linke linkspartei spö övp fpö kpö neos bsw volt piraten svp sp glp"
        " bürgerliste volkspartei uwg fwg csv lsap evp gfl ssw ödp ecolo pff prodg vivant wählergemeinschaft"
        " bürgerunion bürgerforum parteilos parteifrei *bürgerliste *wählergemeinschaft"
    ),
    person_endings=(
        "erin|orin|istin|ogin|entin|antin|eurin|ärztin|anwältin|autor|professor|mitglied|vorsitzende|vorsitzender|"
        "präsident|sprecher|mitgründer|beauftragte|beauftragter|experte|forscher|wissenschaftler|berater"
    ),
    unmarked_offices="er",
    plural_ties="als|sind|waren",
    plural_offices=(
        "räte",
        "räten",
        "rätinnen",
        "mitglieder",
        "mitgliedern",
        "verordneten",
        "verordnete",
        "beigeordneten",
        "dezernenten",
        "dezernentinnen",
        "referenten",
        "ministern",
        "ministerinnen",
        "sekretäre",
        "sekretären",
        "präsidenten",
        "meistern",
        "meisterinnen",
        "abgeordneten",
    ),
    speech_verbs=_words(
        "sagt sagte sagten erklärt erklärte erklärten betont betonte betonten unterstreicht unterstrich"
        " erläutert"
        " erläuterte ergänzt ergänzte fügt fügte bekräftigt bekräftigte hebt hob meint meinte"
        " kommentiert kommentierte"
        " freut freute lobt lobte mahnt mahnte warnt warnte verspricht versprach versichert versicherte"
        " resümiert"
        " resümierte berichtet berichtete fordert forderte kündigt kündigte würdigt würdigte begrüßt"
        " begrüßte zeigt"
        " zeigte stellt stellte formuliert formulierte äußert äußerte schreibt schrieb teilt teilte"
        " findet dankt"
        " dankte verdeutlicht verdeutlichte bilanziert bilanzierte bestätigt bestätigte verkündet"
        " verkündete weist"
        " erzählt erzählte scherzt scherzte verrät verriet schließt schloss lud erinnert erinnerte nennt nannte"
        " wirbt warb räumt räumte rät riet rechnet rechnete drängt drängte kritisiert kritisierte dämpft dämpfte"
        " beteuert beteuerte wünscht wünschte appelliert appellierte beklagt beklagte meldet meldete gesteht gestand"
        " verweist verwies heißt hieß gratuliert gratulierte antwortet antwortete verlangt verlangte plädiert"
        " plädierte"
        " bittet bat bedankt bedankte hofft hoffte glaubt glaubte sieht hält führt führte legt legte blickt blickte"
        " gibt gab zieht zog spricht sprach zitiert beschreibt beschrieb schildert schilderte konstatiert"
        " konstatierte"
        " prophezeit prophezeite argumentiert argumentierte entgegnet entgegnete erwidert erwiderte widerspricht"
        " widersprach beruhigt beruhigte ermuntert ermunterte präzisiert präzisierte unterstrichen gesagt betont"
        " angekündigt versprochen hervorgehoben mitgeteilt bekräftigt gefordert versichert gewarnt erläutert"
        " dementiert dementierte bedauert bedauerte ruft rief jubelt jubelte moniert monierte hebt lautet lautete"
        " bemängelt bemängelte bezweifelt bezweifelte befürchtet befürchtete fürchtet fürchtete bemerkt bemerkte"
        " beschwört beschwor beziffert bezifferte begründet begründete behauptet behauptete bestreitet bestritt"
        " bekundet bekundete bekennt bekannte wettet vermutet vermutete schätzt schätzte mutmaßt mutmaßte unkt unkte"
        " spottet spottete witzelt witzelte schwärmt schwärmte jammert jammerte stöhnt stöhnte seufzt seufzte"
        " beanstandet beanstandete rügt rügte schimpft schimpfte zweifelt zweifelte informiert informierte"
        " unterrichtet unterrichtete skizziert skizzierte umreißt umriss fasst fasste verteidigt verteidigte"
        " rechtfertigt rechtfertigte befand befindet urteilt urteilte folgert folgerte empfiehlt empfahl"
        " spekuliert spekulierte prognostiziert prognostizierte orakelt orakelte"
        " ermahnt ermahnte verlautbart verlautbarte vertritt vertrat merkt merkte deutet deutete regt regte"
        " schlägt schlug erhofft erhoffte rühmt rühmte"
        " philosophiert philosophierte kontert konterte ätzt ätzte wundert wunderte ärgert ärgerte tröstet tröstete"
        " entgegnen fürchten kritisieren sagen berichten erklären betonen meinen warnen fordern hoffen erläutern"
        " einräumt einräumte hinweist hinwies ankündigt ankündigte hervorhebt hervorhob ausführt ausführte"
        " darlegt darlegte"
        " bekanntgab bekanntgibt festhält festhielt anmerkt anmerkte hinzufügt hinzufügte mitteilt mitteilte"
        " zusammenfasste"
        " klarstellt klarstellte anregt anregte andeutete vorschlug"
        " signalisiert signalisierte garantiert garantierte attestiert attestierte bescheinigt bescheinigte"
    ),
    remarks=(
        "wendet>ein|wandte>ein|weist>hin|wies>hin|führt>aus|führte>aus|merkt>an|merkte>an|regt>an|regte>an|"
        "sprach>von,vom,aus|spricht>von,vom,aus|nannte>ein,eine,einen,das,es,dies,den,die|"
        "nennt>ein,eine,einen,das,es,dies,den,die|nannten>ein,eine,einen,das,es|bezeichnete>als|bezeichnet>als|"
        "zeigte>erfreut,zufrieden,überzeugt,zuversichtlich,optimistisch,enttäuscht,skeptisch,stolz,erleichtert,begeistert|"
        "zeigt>erfreut,zufrieden,überzeugt,zuversichtlich,optimistisch,enttäuscht,skeptisch,stolz,erleichtert|"
        "warb>für,um|wirbt>für,um|plädierte>für|plädiert>für|warnte>vor|warnt>vor|"
        "mahnte>zu,zur,zum,an|appellierte>an|"
        "appelliert>an|machte>deutlich,klar|macht>deutlich,klar|stellte>klar,fest|"
        "stellt>klar,fest|hob>hervor|hebt>hervor|"
        "gab>bedenken,optimistisch,zuversichtlich,gelassen|gibt>bedenken,optimistisch,zuversichtlich,gelassen|"
        "brachte>punkt|bringt>punkt|forderte>mehr,ein,eine,einen,weitere|fordert>mehr,ein,eine,einen,weitere|"
        "verlangte>mehr,ein,eine,einen|verlangt>mehr,ein,eine,einen|wertete>als|wertet>als|sieht>als,darin|sah>als,darin|teilte>mit|teilt>mit|"
        "rechnet>mit,damit|rechnete>mit,damit|"
        "führt>aus|führte>aus|legt>dar|legte>dar|gibt>bekannt,bedenken|gab>bekannt,bedenken|hält>fest,für|hielt>fest,für|"
        "weist>hin|wies>hin|merkt>an|merkte>an|deutet>an|deutete>an|rechnet>vor|rechnete>vor|räumt>ein|räumte>ein|"
        "sprach>von,vom|fasst>zusammen|fasste>zusammen|beziffert>auf|bezifferte>auf|"
        "verteidigt>damit|verteidigte>damit|regt>an|regte>an|"
        "schlägt>vor|schlug>vor|sagt>zu|sagte>zu|setzt>hinzu|setzte>hinzu|"
        "äußert>zufrieden,skeptisch,erfreut,zuversichtlich,besorgt,kritisch,enttäuscht,zurückhaltend,optimistisch|"
        "äußerte>zufrieden,skeptisch,erfreut,zuversichtlich,besorgt,kritisch,enttäuscht,zurückhaltend,optimistisch|"
        "reagiert>erfreut,enttäuscht,gelassen,verhalten|reagierte>erfreut,enttäuscht,gelassen,verhalten|"
        "beklagt>den,die,das,fehlende|beklagte>den,die,das,fehlende|kritisiert>den,die,das,dass,als|"
        "kritisierte>den,die,das,dass,als|lobt>den,die,das|lobte>den,die,das|"
        "bezweifelt>den,die,das,dass,ob|bezweifelte>den,die,das,dass,ob"
    ),
    telling=_words(
        "sagt sagte antwortet antwortete erwidert erwiderte entgegnet entgegnete erklärt erklärte betont"
        " betonte meint"
        " meinte kommentiert kommentierte mahnt mahnte warnt warnte schreibt schrieb erläutert erläuterte"
        " befürchtet fürchtet"
        " glaubt glaubte hofft hoffte findet fand versichert versicherte räumt berichtet berichtete ergänzt"
        " ergänzte"
    ),
    told=_words(
        "gesagt klargestellt angekündigt betont versichert gewarnt erklärt hervorgehoben unterstrichen mitgeteilt"
        " bekräftigt gefordert erläutert bestätigt zugesagt versprochen eingeräumt kritisiert bedauert gelobt gemahnt"
    ),
    reporters=_words("dass daß wie wonach warum ob"),
    indirect=_words(
        "sei seien habe werde müsse könne solle wolle dürfe gebe gehe komme brauche bleibe stehe liege wisse lasse"
        " mache bringe sehe halte nehme zeige rechne prüfe plane erwarte arbeite fehle reiche gelte erhalte bekomme"
        " wünsche biete führe helfe laufe spreche verstehe brächte wären hätten dauere koste passe sorge setze"
    ),
    speech_auxiliaries=_words("hat habe hatte"),
    speech_leads=_words("so"),
    according=(
        "laut",
        "so",
        "gemäß",
        "aus sicht von",
        "aus sicht des",
        "aus sicht der",
        "aus der sicht von",
        *(
            f"{lead} {noun} {link}"
            for lead in ("nach", "den", "in")
            for noun in (
                *("angaben", "worten", "aussage", "aussagen", "ansicht", "einschätzung", "überzeugung"),
                *("meinung", "auffassung", "darstellung"),
            )
            for link in ("von", "der", "des", "ihres", "seines", "ihrer")
        ),
    ),
    according_after=_words("zufolge"),
    already=_words("bereits schon"),
    pronouns=_words("er sie ich wir"),
    genders={"er": "m", "sie": "f"},
    by_account={
        "ihm zufolge": "m",
        "ihr zufolge": "f",
        "laut ihm": "m",
        **{
            f"{lead}{owner} {noun}{tail}": gender
            for owner, gender in (("seiner", "m"), ("ihrer", "f"))
            for noun in (
                *(
                    "ansicht",
                    "meinung",
                    "einschätzung",
                    "auffassung",
                    "darstellung",
                    "überzeugung",
                    "aussage",
                ),
                *("schätzung", "rechnung", "kenntnis", "erfahrung", "lesart", "schilderung"),
            )
            for lead, tail in (("nach ", ""), ("", " nach"), ("", " zufolge"), ("laut ", ""))
        },
        **{
            f"{lead} {owner} {noun}": gender
            for owner, gender in (("seinen", "m"), ("ihren", "f"))
            for noun in ("worten", "angaben", "aussagen", "schätzungen", "erfahrungen")
            for lead in ("nach", "laut")
        },
        "aus seiner sicht": "m",
        "aus ihrer sicht": "f",
    },
    verdicts=_words(
        "urteil fazit einschätzung ansicht meinung überzeugung credo botschaft befund bilanz appell kommentar"
        " rat motto"
        " antwort hoffnung wunsch forderung warnung mahnung rechnung resümee schluss begründung erklärung"
        " argument frage"
    ),
    reports_by_mood=renders_speech,
    asks=_words("fragt fragte fragten erkundigt erkundigte wissen auskunft"),
    view_leads=_words("für"),
    view_verbs=_words("ist war sind waren bleibt steht liegt bedeutet zählt gehört heißt"),
    copulas=_words("ist sind zeigt zeigte gibt gab zeigten bleibt"),
    convictions=_words(
        "stolz froh dankbar erleichtert besorgt enttäuscht "
        "überzeugt sicher zuversichtlich skeptisch optimistisch gewiss einig"
    ),
    quoting=_words("wie so"),
    meets=(
        "interview mit",
        "gespräch mit",
        "im gespräch:",
        "wir sprachen mit",
        "sprachen wir mit",
        "wir trafen",
        "trafen wir",
        "fragen an",
        "haben wir mit",
        "wir haben mit",
        "nachgefragt bei",
    ),
    role_articles=_words("der die ein eine dessen deren sein seine ihr ihre"),
    cues=_cues(),
    no_cues=(
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in (
                "stimmte gegen",
                "stimmten gegen",
                "stimmt gegen",
                "stimmen gegen",
                "votierte gegen",
                "votierten gegen",
                "wandte sich gegen",
                "sprach sich gegen",
            )
            for end in (
                "Kürzungen bei",
                "Kürzungen",
                "das Ende der",
                "ein Ende der",
                "die Kündigung der",
                "die Beendigung der",
                "eine Kündigung der",
                "eine Beendigung der",
            )
        ),
        "wie vorgeschlagen",
        *(
            f"als {one} {told}"
            for one in _BY_MISTAKE
            for told in ("gemeldet", "berichtet", "geschrieben", "mitgeteilt")
        ),
        "nicht nur in",
        "nicht nur im",
        "nicht nur",
        "kann sich künftig",
        "darf sich künftig",
        "dürfen sich künftig",
        "können sich künftig",
        "kann sich nun",
        "kann sich jetzt",
        "kann sich freuen",
        "kann sich seit",
        "kann sich ab sofort",
        "wohl aber",
        "nicht zuletzt",
        "nicht allein",
        "nicht weniger als",
        "nicht umsonst",
        "nicht minder",
        "kein geringerer",
        "keine geringere",
        "nicht zu unterschätzen",
        "nicht nur als",
        "wie geplant",
        "als erwartet",
        "unerwartet",
        "kein wunder",
        "nach wie vor",
        "ohne zweifel",
        "sowohl als auch",
    ),
    subordinators=_words(
        "dass weil wenn falls sofern ob obwohl während nachdem bevor sodass indem damit sobald solange"
        " seitdem wobei"
        " wodurch womit wofür worauf wohingegen um ehe soweit zumal wie"
    ),
    relatives=_words(
        "der die das den dem dessen deren denen welche welcher welches welchen welchem was wo wer woran wie"
    ),
    prepositions=_PREPOSITIONS,
    complementisers=_words("dass ob"),
    conditionals=_words("falls sofern"),
    awaited=_words("sobald bevor ehe"),
    awaiting=_words("ist sind hat haben wird werden liegt vorliegt vorliegen steht erhält bekommt trägt"),
    conditional_verbs=_words(
        "gibt geben fällt fallen stimmt stimmen sollte sollten geht gehen gelingt kommt kommen erteilt"
        " erteilen billigt"
        " bestätigt wird werden ist sind hat haben läuft klappt nimmt passiert besteht überzeugt überzeugen"
        " hält segnet unterzeichnet unterzeichnen unterschreibt unterschreiben erreicht erreichen gewinnt gewinnen"
        " tritt treten wählt verleiht erfüllt erfüllen vergibt setzt stellt steht reicht genehmigt beschließt"
        " scheitert lehnt gelangt kann können trägt holt folgt unterstützt"
        " macht findet bewilligt erhält bekommt schafft bleibt liegt erhalten bekommen"
    ),
    consequences=_words("so dann"),
    inversions=_words("hätte hätten wäre wären"),
    adversatives=_words("sondern"),
    apposed_participles=_words(
        "beschlossen verabschiedet angenommen gebilligt genehmigt unterzeichnet unterschrieben eingereicht gegründet"
        " eröffnet verliehen vorgestellt eingeführt aufgelegt veröffentlicht gestartet ausgezeichnet ausgewählt"
    ),
    contrasts=_words("aber jedoch allerdings dann dagegen hingegen"),
    new_clause=_words("aber doch jedoch denn sondern und oder dennoch gleichwohl allerdings nun"),
    coordinators=_words("und oder sowie aber"),
    alternatives=_words("oder"),
    reported=_words("sei seien habe werde könne müsse solle wolle dürfe"),
    nots=_words("nicht nie niemals"),
    yets=_words("noch bislang bisher"),
    second_leads=_words("noch nie niemals bislang bisher"),
    second_verbs=_words(
        "trägt tragen trug trugen führt führte besitzt besitzen besaß besaßen hält halten hielt hielten "
        "erhielt erhielten bekommt bekam bekamen nimmt nehmen nahm nahmen gehört gehören gehörte "
        "gehörten zählt zählen zählte zählten steht stehen stand standen tritt treten trat traten "
        "unterschrieb unterschrieben verfügt verfügen verfügte verfügten beteiligt beteiligte "
        "beteiligten unterzeichnete unterzeichneten reichte reichten gewann gewannen bewarb bewarben "
        "beschloss"
    ),
    finite=_words(
        "wird werden werde wurde wurden ist sind sei seien war waren hat habe haben hatte hatten kann können könne"
        " konnte konnten müsse solle wolle dürfe"
        " könnte könnten"
        " soll sollen sollte sollten will wollen wollte möchte möchten muss müssen darf dürfen dürfte"
        " würde würden"
        " hätte hätten wäre wären plant planen erhielt erhält erhalten gilt bleibt bleiben geht lehnt lehnte"
        " hofft hoffen strebt streben rechnet rechnen erwartet erwarten wartet warten prüft prüfen fordert fordern"
        " arbeitet arbeiten"
    ),
    encounters=_words(
        "traf trafen trifft treffen getroffen empfängt empfing empfingen begrüßte begrüßt besucht"
        " besuchte besuchten lädt beglückwünscht beglückwünschte gratuliert gratulierte dankt dankte ehrt"
        " ehrte verabschiedet verabschiedete ersetzt ersetzte ablöste begleitet begleitete vertrat"
    ),
    past=_words(
        "wurde wurden war waren hatte hatten hat haben worden beschloss unterschrieb erhielt verlieh kam"
        " ging gab"
        " fand begann schloss trat nahm hielt ließ stand lag bekam gewann entschied erhielten vergab"
        " stimmte stimmten übergab übergaben gaben legten reichten machten brachten schrieben"
        " kamen gingen fanden begannen schlossen traten nahmen"
        " hielten standen lagen bekamen gewannen sprach sprachen empfing empfingen lud luden sah sahen"
        " unterzeichnete unterzeichneten eröffnete eröffneten zeichnete zeichneten ernannte ernannten wählten kürten"
        " feierten stellten erreichten verabschiedeten beschlossen unterschrieben"
    ),
    past_endings=("rte", "gte", "tete", "lte", "nte", "ndte", "kte", "kten", "chte", "dete", "dten"),
    verb_final=True,
    infinitive_mark="zu",
    future_adverbs=_words(
        "bald demnächst künftig morgen übermorgen voraussichtlich zukünftig nächste nächstes kommende"
    ),
    objects=_objects,
    read_auxiliary=_read_auxiliary,
    auxiliaries=_words("wird werde werden soll solle sollen"),
    wording=Wording(
        articles=(
            "der|die|das|dem|den|des|einer|einem|einen|eine|ein|heutigen|heute|diesem|jahr|internationalen|"
            "landes"
        ),
        joiners="und|sowie|aber auch|oder|und auch|auch|samt|bzw.|beziehungsweise|&|/|als auch|wie auch|wie",
        within_lists="der|die|das|den|dem|des|von|mit|"
        "den Osten|den Westen|den Norden|den Süden|den Nordosten|den Nordwesten|den Südosten|den Südwesten|Teile",
        adverbs="der|die|das|auch",
        adjective_endings="e|en|er|es|em|ings|ens",
        pairs="und|mit|&|/",
        between_pairs="sowie|und|samt",
        breaks="während|wohingegen",
        betweens="zwischen",
        apposes="als|zu|zu den",
        predicates="ist|war|wird|wurde|bleibt|blieb|heißt|hieß|fungiert|amtiert|wurden|sind",
        equates="sind|waren|heißen|hießen|lauten|bilden|gehören als|zählen als",
        holds=(
            "ist|sei|sind|seien|bleibt|als|amtiert|amtierende|wurde|gewählt|wiedergewählt|ernannt|"
            "berufen|bestellt|heißt|"
            "arbeitet als|fungiert|seit|amt des|amt der|amt als"
        ),
        becomes="wird|werde|werden|soll|sollen|übernimmt|tritt|folgt|künftig|künftige|designierte|designierter",
        held=(
            "war|waren|gewesen|zuvor|davor|früher|einst|vormals|ehemals|ehedem|bis|lange|langjährig|jahrelang|"
            "viele jahre|viele jahre lang|jahre lang|einstmals|früheren|ehemaligen|zuletzt|von"
        ),
        listing="ja|auch|neben|außer|sowie|und|dazu|etwa|darunter|dabei|ferner|noch|mit|in|aus",
        gap_words=(
            "schon|bereits|dann|erst|bis|bis spätestens|im|in|am|seit|ab|zum|spätestens|anschließend|"
            "später|folgte|kurz darauf|vor|zuvor|danach|auch|dagegen"
        ),
        singular_relatives="das|der|dessen|dem|welches|welcher",
        adverbial_relatives="wo|wie|was|woran|wer",
        affirms="ja|jawohl|allerdings|richtig|stimmt|genau",
        asks_when="wann|seit wann|ab wann|bis wann|in welchem jahr|an welchem tag",
        asks_whether="(?:ist|sind|war|waren|hat|haben|gehört|gehören|gehörte|zählt|zählen|nimmt|nehmen|macht|machen|wirkt|wirken|beteiligt|beteiligen|wird|werden|kann|können|darf|soll|sollen|bleibt|stimmt|gibt)",
        denials="nicht|nie|niemals|weder|keineswegs|keinesfalls|kein|keine",
        denial_gaps="mehr|länger|auch|selbst|einmal|mal|bisher|bislang|ein|eine|einer|Teil",
        they="Sie|Sie alle|Sie alle zusammen|Alle zusammen|Diese alle",
        they_do="n",
        wholes="alle|all die|die|den|der|diese|diesen|dieser|aller|allen|sämtliche|unsere|unseren|jene|jenen",
        pointers=(
            "der|die|das|dem|den|des|dieser|diese|dieses|diesem|diesen|ihr|ihre|ihren|ihrem|ihres|sein|"
            "seine|seinen|seinem|seines|unser|unsere|unseren|unserem|unseres|jener|jenes|zum|zur|im|am|beim|vom"
        ),
        prepositions=(
            "als das land|als|mit|in|im|aus|bei|beim|nach|von|vom|durch|für|zwischen|über|gegen|bis|wie"
        ),
        places="in|im|aus|nach|bei|zu",
        venues="in|im|ins|am|an|auf|aufs|zum|zur|vor|bei|beim",
        contains="in|bei|zwischen",
        indefinite="ein|eine|einen|einem|einer|eines",
        occasions=(
            "bei der|bei einer|beim|zur|zum|anlässlich der|anlässlich des|während der|nach der|"
            "vor der|im anschluss an die|im zuge der"
        ),
        of_rules=(
            "den >des +|das >des +|der >des +|dem >des +|einen >eines +|ein >eines +|einem >eines +|"
            "die >der |eine >einer |ihre >ihrer |ihren >ihres +|ihr >ihres +|seine >seiner |"
            "seinen >seines +|sein >seines +"
        ),
        completed="nach|dank|seit",
        turns="werden|zu werden",
        makes=(
            "ausarbeiten|auszuarbeiten|erarbeiten|zu erarbeiten|erstellen|zu erstellen|schreiben|"
            "zu schreiben|aufsetzen|aufzusetzen|entwickeln|zu entwickeln|schließen|zu schließen|"
            "abschließen|abzuschließen|aushandeln|auszuhandeln|verfassen"
        ),
        making=(
            "erarbeitet|erarbeiten|bereitet|bereiten|entwickelt|entwickeln|erstellt|erstellen|"
            "arbeitet an|arbeiten an|arbeitet am|arbeiten am|Arbeit am|Arbeit an|Arbeiten am|Arbeiten an|"
            "schreibt an|erst als Entwurf|schreibt gerade an|feilt an|feilen an|entsteht|entstehen|"
            "in Arbeit|in Vorbereitung|vorbereitet"
        ),
        making_begun=(
            "mit der Erarbeitung|mit der Ausarbeitung|mit der Erstellung|mit der Vorbereitung|"
            "mit der Entwicklung|mit den Arbeiten am|mit der Arbeit am"
        ),
        made_already="hat|haben|hatte|hatten|wurde|wurden|worden|ist|war",
        subjects_again="sie|er|es",
        their_own="ihr|ihre|ihrem|ihren|ihrer|sein|seine|seinem|seinen|seiner",
        quarters="Stadtteil|Stadtteils|Ortsteil|Ortsteils|Stadtbezirk|Stadtviertel|Quartier|Viertel|Stadtquartier",
        owned_behind="deren|dessen",
        aims="Ziel|Ziels|Zieles|Ziele|Vorhaben|Absicht|Anspruch|Zielmarke",
        possessives="ihre|ihr|ihren|ihrem|ihrer|sein|seine|seinem|seinen|dessen|deren|dortige|dortigen|dortiger|dortigem",
        ours="unser|unsere|unserer|unserem|unseren|unseres",
        adds="mit|neben|und|plus|sowie|wie|wie auch",
        likes=(
            "wie|wie etwa|wie zum Beispiel|darunter|etwa|unter ihnen|wie beispielsweise"
            "|beispielsweise|zum Beispiel|allen voran|so auch|unter anderem|namentlich"
        ),
        joins_in=(
            "neben|außer|nebst|zusammen mit|gemeinsam mit|ebenso wie|genauso wie|zusätzlich zu|zeitgleich mit"
            "|gleichzeitig mit|zugleich mit|samt|mitsamt|Seite an Seite mit"
            "|Hand in Hand mit|im Verbund mit|im Tandem mit|im Gespann mit"
        ),
        subset="darunter|davon|von denen|von ihnen|unter ihnen|von diesen|hiervon|wovon|unter denen",
        complete="alle|allen|aller|sämtliche|die|den",
        elliptic=(
            "davon|dabei|sind es|waren es|insgesamt|sind dabei|waren dabei|waren diesmal dabei"
            "|von ihnen|von denen|von diesen|hiervon|unter ihnen|der Städte|der Kommunen"
            "|der Teilnehmer|der Teilnehmerinnen|der Auserwählten|der Erwählten|der Ausgewählten"
            "|der Gewählten|der Ausgezeichneten"
        ),
        totals=(
            "sind es jetzt|sind es nun|sind es inzwischen|sind es damit|sind es mittlerweile"
            "|sind es bereits|sind es|waren es|insgesamt|auf nunmehr|also|damit sind|steigt auf"
            "|stieg auf|wächst auf|gesamtzahl auf|ihre zahl auf|deren zahl auf|zahl damit auf"
            "|zahl auf|kreis auf|angewachsen auf|erhöht sich auf|summe auf|ist auf|sind nun"
            "|sind jetzt|zusammen|zusammengenommen|unterm Strich|alles in allem|beläuft sich auf"
            "|beläuft sich nun auf|klettert auf|kletterte auf|geklettert auf|wuchs auf|gewachsen auf"
            "|gestiegen auf|angestiegen auf|erhöht sich damit auf|erhöhte sich auf|liegt bei"
            "|liegt nun bei|liegt jetzt bei|steht bei|steht nun bei|steht jetzt bei|steht damit bei"
            "|hält nun bei|hält jetzt bei|zahl von|damit auf|zählt nun|zählt jetzt|zählt damit"
            "|sind es mithin|sind es somit|somit sind|mithin sind|insgesamt sind"
        ),
        ends="hatten|auf einen|von",
        counted=r"(?:[a-zäöüß-]{3,}(?:e|en|er)\s+){0,2}(?P<pair>[A-ZÄÖÜ][\w-]+innen\s+und\s+)?[A-ZÄÖÜ][\w-]{2,}",
        counted_cases=r"(?!.*(?:ehörd|fläch|gebühr|brück|hürd|mädch)en$).+(?:er|el|[äöü]u?[^aeiouäöü]{1,4}e)n",
        moments="vor|nach|in|binnen|vor rund|vor etwa|vor über|vor mehr als|vor knapp|im Alter von",
        moments_after="später|zuvor|davor|danach|alt|her|früher",
        number_of="zahl der|anzahl der|gesamtzahl der|gesamtanzahl der|kreis der|gruppe der|liste der|riege der",
        part_of=(
            "von den|von insgesamt|von|unter den|unter die|unter den insgesamt|von allen|unter allen|von diesen"
            "|aus den|von den insgesamt|von den ursprünglich|von ursprünglich|von ihren"
        ),
        of_all="von|der|aus|unter",
        all_of=(
            "den|insgesamt|ihren|seinen|den insgesamt|diesen|allen|den ursprünglich|den bislang"
            "|den europaweit|den bundesweit|denen"
        ),
        of_them="davon|alle|allesamt|sämtlich|sämtliche|ausnahmslos",
        between_number="am|im|in|an|das|dem|den|von|für|bei|beim|zum|zur|auf|mit|über|gegen|vor|vom",
        relatives="und zwar|die|der|das|was|wobei",
        others="weitere|weiteren|andere|anderen|übrigen|restlichen",
        hails="gehen|gingen|kommen|kamen|liegen|lagen|stammen|stammten|entfallen|entfielen|seien|wären",
        earlier="vorherigen|vorigen|früheren|bisherigen|vorangegangenen|vorangegangen|ersten",
        receivers="an|nach",
        namely="nämlich|und zwar|darunter|unter anderem",
        after="nach",
        owns=(
            "stellt|stellen|stellte|hat|zählt|entsendet|entsandte|schickt|schickte|ist mit"
            "|ist dort mit|ist hier mit|ist darin mit|ist dabei mit|ist durch|stellt mit|nimmt mit"
            "|kommt auf|bringt|bringt es auf|verfügt über|weist|beteiligt sich mit|macht mit"
            "|wartet mit"
        ),
        alike="ebenfalls|auch|ebenso|gleichfalls",
        origins="aus|in|für|im",
        topic_leads=(
            "über|bei der|bei den|bei dem|beim|bei|zur|zum|zu|an der|an dem|an den|am|an|rund um|"
            "in Fragen der|in Fragen des|in Fragen|im Bereich der|im Bereich des|im Bereich|"
            "auf dem Gebiet der|auf dem Gebiet des|in Sachen|zum Thema|zu den Themen|beim Thema|zu Themen wie|"
            "bei Themen wie|"
            "zu Fragen der|zu Fragen des|zu Fragen|zu den|auf dem Feld der|auf dem Feld des|auf den Feldern|"
            "auf den Gebieten|"
            "auf dem Gebiet|auf dem Feld|im Themenfeld|im Themenbereich|in den Bereichen|in den Themenfeldern|"
            "hinsichtlich der|"
            "hinsichtlich des|in puncto|mit Schwerpunkt auf|mit dem Schwerpunkt|mit Fokus auf|mit dem Fokus auf"
        ),
        no_topics=(
            "zur Kenntnis|zu Besuch|zu Gast|zum Ziel|zur Seite|zum Auftakt|zum Abschluss|zum Anlass|beim Besuch|"
            "bei einem|bei einer|"
            "am Rande|am Ende|am Abend|am Morgen|am Nachmittag|am Vormittag|am Wochenende|an Bord|an Ort|"
            "zum Beispiel|zu Beginn|zum Teil|"
            "zum Jahres|zur Verfügung|zur Sprache|zum Tragen|zum Zug|zu Ende|zum ersten|zum zweiten|zum dritten|"
            "zur Hand|zu Recht|zu viel|"
            "zu wenig|zu sehr|am Fluss|am Meer|am Rhein|an der Spitze|an die|an den Start|an einem|am Projekt|"
            "zu tun|zu einem|zu einer|"
            "bei uns|bei ihnen|bei der Stadt|zur Stadt|zum Mitmachen|zur Nachahmung|über eine|über einen|"
            "über die Jahre|über Jahre|"
            "über die Grenze|über Grenzen|über die Grenzen|über Nacht|über hundert|bei Weitem|bei weitem|"
            "am meisten|am besten"
        ),
        over=(
            "beendet|beendete|beendeten|gekündigt|kündigte|aufgekündigt|ausgesetzt|auf Eis gelegt|auf Eis|"
            "eingefroren|ruht|ruhen|liegt brach|eingestellt|erloschen|erlosch|aufgelöst|ausgelaufen|"
            "eingeschlafen|abgebrochen|gekappt|kappte|ist Geschichte|nicht verlängert|suspendiert|stillgelegt"
        ),
        over_what="aufgegeben|pausiert|pausierte|pausieren|brach ab|brachen ab",
        done_before=(
            r"nachdem|seit(?:dem)?\s+(?:sie|er|es|die\s+\w+)|"
            r"nach\s+(?:der|ihrer|seiner)\s+(?:Auswahl|Aufnahme|Bewerbung|Ernennung)"
        ),
        was_once=(
            r"(?:war|waren)\s+(?:früher|einmal)|früher\s+(?:war|waren)|ehemals|einst|vormals|ehemalige[nr]?|einstige[nr]?|frühere[nr]?|"
            r"(?:war|waren|bestand|pflegten)\b[^.;,]{0,60}?\bbis\s+(?:zum\s+)?(?:\w+\s+)?\d{4}|bis\s+(?:\w+\s+)?\d{4}\s+(?:war|waren|bestand|pflegten)"
        ),
        phrase_leads=(
            "sind|ist|lauten|heißen|und zwar|an|den|die|das|der|dem|ein|eine|einen|zu|zum|zur|bei|im|in|um|über|"
            "auf|mit|Themen|Thema|Bereichen|Bereich|Feldern|vor allem|vor allen Dingen|insbesondere|besonders|"
            "speziell|hauptsächlich|"
            "derzeit|zurzeit|momentan|aktuell|zunächst|vorerst|künftig|zuerst|dabei|hier|etwa|beispielsweise|"
            "zum Beispiel|konkret|"
            "nämlich|unter anderem|auch|nun|des|einer|eines|einem|sowohl|Fragen der|Fragen des|Fragen rund um"
        ),
        object_articles="den|die|das|ein|eine|einen|ihr|ihre|ihren",
        phrase_tails="zusammen|aus|an|ein|mit|ab|vor|gemeinsam|gegenseitig",
        phrase_stops=(
            "im Projekt|im Vorhaben|im Rahmen des|auf inhaltlicher|auf fachlicher|auf technischer|auf kommunaler|"
            "seit|bis|ab|wird|werden|soll|sollen|"
            "im Rahmen|auf Grundlage|dank|innerhalb|hat|haben|ist|sind|lernen"
        ),
        fellows=(
            "Kollegen|Kolleginnen|Kollegin|Kollege|Amtskollegen|Amtskollege|Amtskollegin|Amtskolleginnen|"
            "Fachleuten|Fachleute|Expertinnen|"
            "Experten|Verwaltung|Stadtverwaltung|Stadtverwaltungen|Rathaus|Rathäusern|Delegation|Abordnung|"
            "Verantwortlichen|Vertretern|"
            "Vertreterinnen|Freunden|Freundinnen|"
            "Partnern|Partner|Hafen|"
            "Häfen|Metropole|Hafenstadt|Hauptstadt|Nachbarn|Nachbarin|Partnerin|Stadt|Städten|Kommune|Kommunen|"
            "Gemeinde|Gemeinden"
        ),
        aims_behind="für|fürs|um|ums|als|am|ans|zum|zur|beim|im|ins",
        aims_determined="an|in|zu",
        aims_to=(
            r"(?<!\bum )zu (?!(?:sein|werden|erreichen|schaffen|kommen|erlangen|gelangen|machen|erfüllen)\b)\w+e?n"
        ),
        no_aims=(
            "status|anerkennung|ausweisung|einstufung|benennung|titel|"
            "erweiterung|neuauflage|ausgabe|welle|aufnahme|staffel|fortsetzung|öffnung|"
            "pionieren|pionierinnen|pionierstädten|vorreitern|vorreiterinnen|vorreiterstädten|ersten|besten|"
            "programm|initiative|vorhaben|projekt|teilnahme|mitwirkung|runde|wettbewerbsrunde|"
            "bewerbungsrunde|auswahlrunde|phase|etappe|stufe|auswahl|auswahlverfahren|auswahlprozess|"
            "verfahren|prozess|liste|kreis|mal|reihe|riege|gruppe|anfang|ende|schluss|start|beginn|"
            "ausschreibung|aufruf|jahr|jahre|jahren|tag|monat|woche|rahmen|wettbewerb|bewerbung|"
            "bewerbungen|kandidaten|bewerbern|kandidatinnen|ziel|weg|europa|seite|ort|grund|zukunft|"
            "freude|pionier|pionierin|pionierstadt|vorreiter|vorreiterin|vorreiterstadt|vorbild|"
            "spitze|regel|form|sinne|namen|auftrag|hand|hinblick|bezug|blick|zusammenhang|gegensatz|"
            "vergleich|vorjahr|frühjahr|herbst|sommer|winter|land|bundesland|bund|norden|süden|osten|"
            "westen|region|zug|zuge|bord|boot|rennen|partie|teil|mitglied|teilnehmer|teilnehmerin|"
            "wahl|bundesgebiet|ausland|inland|freistaat|kanton|raum|herzen|rang|gang|umlauf|prinzip|"
            "runden|phasen"
        ),
        aim_articles="der|die|das|den|dem|des|ein|eine|einen|einem|einer|diesem|dieser|dieses|unseren|unserem|unserer",
        joined_behind=(
            "an|am|an der|an dem|an den|in|im|in der|in dem|in das|in die|ins|dem|der|des|"
            "bei|beim|bei der|bei dem|zu|zum|zur|vom|von der"
        ),
        name_links="für|der|des|und|zur|am|an|&",
        head_links="für|der|des|von",
        charged="für|zuständig|mit Zuständigkeit|mit der Zuständigkeit|verantwortlich",
        topic_links="über|zu|zum|zur|für",
        body_links="für|zur",
        none_other="kein anderer|keine andere|kein anderes|kein weiterer|keine weitere|kein weiteres|niemand sonst",
        field_links="im|in|zum|zur|beim|von|vom|den|dem",
        holdings="der|des|dem|von|vom|von der|von dem|von den|bei|beim|bei der|im|in der|am|an der|aus dem|aus der",
        agents="von|von der|vom|durch",
        employs="bei|beim|bei der",
        oblique=(
            "des:es>|des:s>|den:werken>werke|den:betrieben>betriebe|den:freunden>freunde|den:verbänden>verbände|"
            "den:kreisen>kreise|den:häusern>häuser|den:tagen>tage"
        ),
        name_tails="an der|ob der|vor der|am|bei der",
        name_articles="der|die|das|dem|den|und|zur|für|&|Die|Der|Das|Dem|Den|Im|In|Am|Bei|Beim|Zur|Zum",
        name_leads="Sankt|St.|Bad|Groß|Klein|Neu|Alt|Ober|Unter",
        name_adjectives="sche|schen|scher|sches|er|EU",
        adjectives=(
            "tät>e|schule>e|akademie>e|agentur>e|kammer>e|bank>e|stelle>e|schaft>e|union>e|kommission>e|regierung>e|"
            "stiftung>e|allianz>e|werke>e|initiative>e|institut>es|ministerium>es|amt>es|büro>es|"
            "zentrum>es|netzwerk>es|"
            "netz>es|bündnis>es|forum>es|parlament>es|verband>er|verbund>er|verein>er|bund>er|"
            "rat>er|tag>er|fonds>er|club>er|ausschuss>er|konvent>er|kongress>er|gesellschaft>e|hilfe>e|förderung>e|vertretung>e|"
            "tagung>e|konferenz>e|messe>e|woche>e|versammlung>e|veranstaltung>e|sitzung>e|werkstatt>e|börse>e|feier>e|"
            "tage>e|reihe>e|runde>e|gipfel>er|kongress>er|workshop>er|abend>er|dialog>er|salon>er|empfang>er|"
            "treffen>es|gespräch>es|symposium>es|seminar>es|festival>es|fest>es|frühstück>es|meeting>es|"
            "revier>es|becken>es|dreieck>es|viereck>es|bogen>er|konzept>es|programm>es|leitbild>es|plan>er|"
            "preis>er|award>er|stadt>e|kommune>e|gemeinde>e|siegel>es|zertifikat>es"
        ),
        weak_adjectives="der:en>e|zur:en>e|um:en>er|für:en>er|bei:er>e|in:er>e|zu:er>e|von:er>e|mit:er>e",
        demonyms=">er|en>ner|en>er|er>eraner|e>er",
        known_articles=(
            "der|die|das|den|dem|des|zum|zur|am|im|vom|beim|ins|ans|unser|unsere|unserer|unserem|"
            "unseren|unseres"
        ),
        elects=(
            "wählte|wählten|wählt|wählen|gewählt|wiedergewählt|bestellt|bestellte|bestellten|ernannt|"
            "ernannte|ernannten|berufen|berief|beriefen|bestimmt|bestimmte|bestimmten|kürte|kürten|gekürt|kürt|"
            "erkoren|auserkoren|erkor|befördert|beförderte|beförderten|machte|machten|gemacht|bestätigt|bestätigte|"
            "bestätigten|nominiert|nominierte|nominierten|eingesetzt|aufgerückt|avanciert|avancierte|aufgestiegen|"
            "vereidigt|benannt|benannte|benannten|beruft|ernennt|bestellt|kürten|küren|erhoben"
        ),
        elected_to="zum|zur|zu|als",
        follows=(
            "folgt auf|folgte auf|folgt|beerbt|beerbte|ersetzt|ersetzte|löst|löste|tritt an die stelle von|"
            "nachfolge von|nachfolger von|nachfolgerin von|nachfolgerin des|nachfolger des|anstelle von|"
            "nachfolger der|nachfolgerin der|übernimmt von|übernahm von"
        ),
        serves="der|des|von|beim|bei der|unserer|unseres",
        gives_out="herausgegeben|herausgeber|veröffentlicht|pressestelle|publiziert",
        calls="sprach|nannte|bezeichnete|lobte|würdigte",
        naming="namens|genannt|mit Namen|mit dem Namen|unter dem Namen|mit dem Titel|unter dem Titel|mit dem Kürzel|"
        "mit dem Kurznamen|mit der Bezeichnung|heißt",
        besides="neben|außer|nach|abgesehen von|zusätzlich zu",
        exclusives="nur|allein|lediglich|einzig|einzig und allein|ausschließlich|nur noch|bisher nur|allein die",
        unlike=(
            "anders als|im gegensatz zu|im unterschied zu|abweichend von|nicht so|nicht aber|"
            "nicht jedoch|mit (?:einziger )?ausnahme (?:von|der|des)|ausgenommen|anstelle von|statt|anstatt"
        ),
        all_but="außer|bis auf|abgesehen von",
        excepted="(?:sind |ist |bleibt |bleiben )?ausgenommen|ausgeschlossen",
        said_of_all="alle[nrs]?|sämtliche[nrs]?|jede[nrs]?|ausnahmslos",
        said_of_none="keine[nrms]?|kein|niemand(?:em|en)?",
        likened=(
            "wie|ebenso wie|genauso wie|genau wie|so wie|"
            "ähnlich wie|wie schon|wie auch|wie zuvor|nicht anders als"
        ),
        next_objects=(
            "die|das|den|ein|einen|(?!(?:ohne|nahe|sowie|inklusive|exklusive|mithilfe|anstelle|infolge)\\s)[a-zäöüß]{3,}e"
        ),
        jointly="gemeinsam mit|zusammen mit",
        sent_from=(
            r"(?:Lehrkräften?|Lehrer(?:n|innen)?|Schüler(?:n|innen)?|Schulklassen|Klassen|Kindern?|Jugendlichen?|Studierenden?|"
            r"Auszubildenden?|Azubis|Familien|Bürger(?:n|innen)?|Einwohner(?:n|innen)?|Künstler(?:n|innen)?|Chören?|Vereinen?|"
            r"Schulen|Unternehmen|Betrieben?|Forschenden?|Sportler(?:n|innen)?|Musiker(?:n|innen)?)\s(?:aus|in|von)"
        ),
        severally=(
            "jede[rs]? für sich|je für sich|jeweils für sich|jeweils eigene[nrms]?|"
            "jeweils ein(?:e|en)? eigene[nrs]?|unabhängig voneinander|getrennt voneinander"
        ),
        claimed=(
            r"(?:dass\b|(?:(?:die|der|das|eine?|solche|anderslautende) )?(?:\w+e[rns]? )?"
            r"(?:(?:zeitungs|presse|medien|falsch)?(?:meldung(?:en)?|berichte?)|gerüchte?|behauptung(?:en)?|"
            r"angaben?|aussagen?|darstellung(?:en)?|listen?|zahl(?:en)?|vermutung(?:en)?)\b)"
        ),
        refuted=(
            r"(?:stimmt|stimmen) (?:so )?nicht|(?:trifft|treffen) (?:so )?nicht zu|"
            r"(?:ist|sind|war|waren) (?:so |schlicht |schlichtweg |einfach )?"
            r"(?:nicht (?:richtig|wahr|zutreffend|korrekt)|falsch|unzutreffend|unwahr|unrichtig)|"
            r"entspr(?:icht|echen) nicht den tatsachen|"
            r"(?:beruht|beruhte|beruhen|geht|gehen) auf (?:einem|einen|einer|eine) "
            r"(?:irrtum|missverständnis|zahlendreher|tippfehler|übertragungsfehler|druckfehler|verwechs[e]?lung|"
            r"schreibfehler|falschmeldung)(?: zurück)?|(?:wurde|wurden) dementiert"
        ),
        on_days="am|im|in|den|dem|der|des|schon|bereits|erst|genau|jahr|jahre|vergangenen|letzten|frühjahr|herbst",
        happened=r"(?:das|dies) (?:geschah|passierte|war|ereignete sich|erfolgte)",
        sets_against="doch|aber|jedoch|während|wohingegen|allerdings|indes",
        gapped_joiners="und|aber|doch|nur|während|wobei|einzig|allein",
        gapped_no=(
            "(?:(?:dagegen|hingegen|aber|jedoch|indes|allerdings|selbst|leider|bisher|bislang|dafür|"
            "indessen)\\s+){0,2}(?:noch\\s+)?nicht"
        ),
        does_besides=(
            "arbeitet|kooperiert|tauscht|pflegt|unterhält|nimmt|lädt|empfängt|beteiligt|besucht|"
            "begrüßt|leitet|arbeiten|kooperieren|tauschen|pflegen|unterhalten|arbeitete|"
            "kooperierte|besuchte|empfing"
        ),
        other_papers="[\\w-]*(?:beiträgen?|ideen|vorschlägen?|anregungen|stellungnahmen|einwände|einwänden|kommentare|selbstverpflichtungen)|"
        "[\\w-]*absichtserklärung(?:en)?|letter of intent|memorand(?:um|en)(?: of understanding)?|"
        "(?:[\\w-]*(?:kooperation|zusammenarbeit|partnerschaft|freundschaft|patenschaft|rahmen|liefer|kauf|miet|pacht|"
        "konzession|gesellschaft|durchführung|zuwendung|förder|dienstleistung|arbeit|bau|koalition|staat)s?-?)"
        "(?:vertrag|vertrags|vertrages|verträge|verträgen|vereinbarung|vereinbarungen|abkommen|abkommens|erklärung|"
        "urkunde|bescheid)|charta|resolution|petition|konvents? der [\\w-]+",
        gapped_no_first="(?:aber\\s+)?nicht(?:\\s+(?:aber|jedoch|dagegen))?",
        gapped_yes=(
            "(?:(?:dagegen|hingegen|aber|jedoch|allerdings|dafür)\\s+)?(?:schon|sehr wohl|durchaus|bereits)"
        ),
        gapped_yes_first="wohl aber|sehr wohl aber|dafür aber|dafür",
        gapped_alike="ebenso|ebenfalls|auch|gleichfalls",
        gapped_alike_first="ebenso|desgleichen",
    ),
)
