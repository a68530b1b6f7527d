"""The language whose code is "it"."""

from __future__ import annotations

from kg.claims import Factuality
from kg.language.common import in_either_order
from kg.language.model import Cue, Language, Reach, Wording

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED
_BEFORE_NOUNS = (
    "altr[ei]|grandi|prim[ei]|ultim[ei]|nuov[ei]|principali|stess[ei]|miglior[i]|divers[ei]|numeros[ei]|oltre"
)
"""Plural adjectives that stand before their noun, a pattern."""
_OF = "di del dello della dei degli delle dell'"
_AT = "a al allo alla ai agli alle all'"
_IN = "in nel nello nella nei negli nelle nell'"
_FROM = "da dal dallo dalla dai dagli dalle dall'"
_ON = "su sul sullo sulla sui sugli sulle sull'"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _either(*texts: str) -> str:
    """Small words as one list of phrases; those that are elided are written with either apostrophe."""
    found: dict[str, None] = {}
    for word in " ".join(texts).split():
        found[word] = None
        found[word.replace("'", "’")] = None
    return "|".join(found)


def _numbered(text: str, first: int) -> dict[str, int]:
    """Names, several of one number joined by "/", numbered from `first`."""
    return {name: number for number, names in enumerate(text.split(), first) for name in names.split("/")}


def _small_numbers() -> dict[str, int]:
    """All numbers below a thousand, which are written as one word."""
    found = _numbered(
        "zero uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
        " quindici sedici diciassette diciotto diciannove",
        0,
    )
    units = [(name, value) for name, value in found.items() if 0 < value < 10 and name not in ("un", "una")]
    tens = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
    for value, word in enumerate(tens, 2):
        found[word] = value * 10
        found |= {_joined(word, name): value * 10 + low for name, low in units}
        found[f"{word}tré"] = value * 10 + 3
        found[f"{word[:-1]}un"] = value * 10 + 1
    below = dict(found)
    for head, factor in (("", 1), *((name, value) for name, value in units if value > 1)):
        found[f"{head}cento"] = factor * 100
        found |= {f"{head}cento{name}": factor * 100 + low for name, low in below.items() if low}
        found |= {f"{head}cent{name}": factor * 100 + low for name, low in below.items() if name[:2] == "ot"}
    groups = {"decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40}
    groups |= {"cinquantina": 50, "sessantina": 60, "centinaio": 100, "mille": 1000, "migliaio": 1000}
    return found | groups


def _joined(tens: str, unit: str) -> str:
    """The tens lose their last vowel before another one ("ventuno", "trentotto")."""
    return (tens[:-1] if unit[0] in "uo" else tens) + unit


def _months() -> dict[str, int]:
    """Month names, those that begin with a vowel along with the small words that are elided before them."""
    found = _numbered(
        "gennaio/gen febbraio/feb/febb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago"
        " settembre/sett/set ottobre/ott novembre/nov dicembre/dic",
        1,
    )
    elided = ("nell'", "dell'", "all'", "dall'", "l'", "sull'", "quest'")
    return found | {
        f"{lead}{name}": found[name] for name in ("aprile", "agosto", "ottobre") for lead in elided
    }


def _seasons() -> dict[str, int]:
    found = _numbered("primavera estate autunno inverno", 0)
    elided = ("nell'", "dell'", "all'", "dall'", "l'", "quest'")
    return found | {f"{lead}{n}": found[n] for n in ("estate", "autunno", "inverno") for lead in elided}


def _demonyms() -> str:
    """How adjectives are made of the names of most towns, in both genders."""
    most = (
        "a>ese|o>ese|e>ese|a>ano|o>ano|i>ano|e>ano|a>ino|o>ino|a>ense|ia>iano|a>asco|o>asco|na>nese|no>nese"
    )
    found: dict[str, None] = {}
    for rule in most.split("|"):
        found[rule] = None
        for masculine, feminine in (("no", "na"), ("sco", "sca")):
            if rule.endswith(masculine):
                found[rule.removesuffix(masculine) + feminine] = None
    return "|".join(found)


def _forms(verb: str, endings: str) -> list[str]:
    return [verb + ending for ending in endings.split()]


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|") if word.strip())

    # what is given up was there, and is no more, noun and all
    given_up = [f"abbandonat{e}" for e in "oaei"] + [f"accantonat{e}" for e in "oaei"]
    given_up += [f"ritirat{e}" for e in "oa"] + [f"revocat{e}" for e in "oaei"]
    given_up += [f"annullat{e}" for e in "oaei"] + [f"disdett{e}" for e in "oaei"]
    add(
        "|".join(
            f"{be} {verb}"
            for be in ("stato", "stata", "stati", "state", "viene", "venne", "fu")
            for verb in given_up
        ),
        DENIED,
        "abandoned",
        "all",
    )
    add(
        "ha abbandonato l'obiettivo|abbandona l'obiettivo|abbandonò l'obiettivo|ha rinunciato all'obiettivo|"
        "rinuncia all'obiettivo|rinunciò all'obiettivo",
        DENIED,
        "abandoned",
        "all",
    )
    # what people mean to do is put down before it is done
    add(
        "|".join(f"lettera d'intenti {w}" for w in ("per", "per il", "per la", "su", "sul", "sulla"))
        + "|dichiarazione d'intenti per|dichiarazione d'intenti su|dichiarazione d'intenti sul|"
        "manifestazione d'interesse per la firma|accordo preliminare per",
        EXPECTED,
        "intended",
        "phrase",
    )
    add("alla vigilia della firma|alla vigilia della consegna|a un passo dalla firma", EXPECTED, "planned")
    add(
        "nei prossimi giorni|nelle prossime settimane|nei prossimi mesi|nelle prossime ore|prossimamente|"
        "a breve|tra pochi giorni|fra pochi giorni|tra poche settimane|fra poche settimane|a giorni",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "cerca partner per il suo|cerca partner per il proprio|raccoglie adesioni al suo|"
        "raccoglie adesioni al proprio|raccoglie impegni per il suo|raccoglie impegni per il proprio",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "autorizza|autorizzare|autorizzato|autorizzata|incarica|incaricare|incaricato|incaricata|dà mandato|"
        "dato mandato|dare mandato|demanda|delega il|delega la|delibera di inviare|delibera di presentare|"
        "delibera di trasmettere|delibera di firmare|delibera di sottoscrivere",
        EXPECTED,
        "commissioned",
        "behind",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    not_chosen = [
        f"non {be} stat{e} {verb}{e}"
        for be, ends in (("è", "oa"), ("era", "oa"), ("sono", "ei"), ("erano", "ei"))
        for e in ends
        for verb in ("selezionat", "scelt", "ammess", "inclus", "indicat", "premiat", "designat")
    ]
    add(
        "|".join(not_chosen) + "|non ce l'ha fatta|non ce l'hanno fatta|non ce l'aveva fatta|senza successo|"
        "invano|a mani vuote|rimasta fuori|rimaste fuori|rimasto fuori|rimasti fuori|resta fuori|restano fuori|"
        "restò fuori|restarono fuori|rimase fuori|rimasero fuori|non ha superato la selezione|"
        "non hanno superato la selezione|non ha passato la selezione|non è entrata nella lista|"
        "non sono entrate nella lista|non è rientrata|non sono rientrate|non rientrò|esclusa dalla|"
        "escluse dalla|è stata esclusa|sono state escluse|bocciata|bocciate|scartata|scartate|non selezionate|"
        "non selezionata|non fu scelta|non furono scelte|non venne scelta|non vennero scelte|non fu selezionata|"
        "non furono selezionate",
        DENIED,
        "vain",
    )
    add(
        "prevede di|prevedono di|prevede che|prevedono che|è previsto|è prevista|sono previsti|sono previste|"
        "si prevede|è atteso|è attesa|sono attesi|sono attese|pianifica|pianificano|è in programma|"
        "sono in programma|è in agenda|in calendario|è fissato|è fissata|previsto per|prevista per|previsti per|"
        "previste per|atteso per|attesa per|prevista|previsti|previste",
        EXPECTED,
        "planned",
    )
    add(
        "sarà|saranno|avrà|avranno|riceverà|riceveranno|otterrà|otterranno|farà|faranno|verrà|verranno|potrà|"
        "potranno|consentirà|consentiranno|permetterà|permetteranno|andrà|andranno|ci sarà|ci saranno|"
        "sta per|stanno per",
        EXPECTED,
        "future",
    )
    add(
        "vuole|vogliono|vogliamo|intende|intendono|intendiamo|punta a|puntano a|puntiamo a|punta al|puntano al|"
        "punta alla|puntano alla|mira a|mirano a|miriamo a|mira al|mira alla|mirano alla|aspira a|aspirano a|"
        "aspira alla|desidera|desiderano|ha l'obiettivo di|ha come obiettivo|hanno come obiettivo|"
        "si impegna a|si impegnano a|si è impegnata a|si sono impegnate a|si è impegnato a|si sono impegnati a|"
        "spera di|sperano di|speriamo di|spera che|sperano che|speriamo che|conta di|contano di|contiamo di|"
        "auspica|auspicano|auspichiamo|si augura|si augurano|ci auguriamo|confida di|confida che",
        EXPECTED,
        "intended",
    )
    add(
        "il prossimo passo|prossimo passo è|si appresta a|si apprestano a|si accinge a|si accingono a|"
        "ha in programma|hanno in programma|ha in agenda",
        EXPECTED,
        "planned",
    )
    # what somebody is ready, trying or asked to do is not done
    add(
        "si prepara a|si preparano a|pronta a|pronte a|pronto a|pronti a|ha intenzione|hanno intenzione|"
        "con l'intenzione|intenzionata a|intenzionato a|intenzionati a|lavora per|lavorano per|"
        "lavoriamo per|cerca di|cercano di|sta lavorando per|stanno lavorando per|promette di|promettono di|"
        "ha promesso di|promise di|disponibile a|disponibili a|volontà di",
        EXPECTED,
        "intended",
        "behind",
    )
    # whoever decides to give or adopt something does so; what to sign or join is yet to come
    decided = ("ha deciso di", "hanno deciso di", "decise di", "decisero di", "decide di", "decidono di")
    own = (
        *("firmare", "sottoscrivere", "siglare", "partecipare", "aderire", "unirsi", "candidarsi"),
        *("entrare", "presentare", "diventare", "chiedere", "inviare"),
    )
    add("|".join(f"{verb} {deed}" for verb in decided for deed in own), EXPECTED, "intended", "behind")
    add(
        "invitata a|invitate a|invitato a|invitati a|esortata a|esortate a|esorta a|chiamata a|chiamate a|"
        "chiamati a|chiamato a|sollecita a",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "si è rifiutata di|si è rifiutato di|si sono rifiutate di|si sono rifiutati di|si rifiuta di|"
        "si rifiutano di|rifiutò di|ha rifiutato di|hanno rifiutato di",
        DENIED,
        "denied",
        "behind",
    )
    add(
        "desiderio di|sogno di|speranza di|speranza che|ambizione di|aspirazione a|possibilità di|opportunità di|"
        "a un passo da|a un passo dal|a un passo dalla|vicina a|in corsa per|in lizza per|in lizza",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add("può|possono|possa|possano|possiamo", POSSIBLE, "able")
    add(
        "potrebbe|potrebbero|forse|magari|probabilmente|eventualmente|possibilmente|verosimilmente|valuta|"
        "valutano|sta valutando|stanno valutando|ipotizza|ipotizzano",
        POSSIBLE,
        "possible",
    )
    add("sarebbe|sarebbero|avrebbe|avrebbero|vorrebbe|vorrebbero", POSSIBLE, "conditional")
    add("se|qualora|purché|nel caso in cui", POSSIBLE, "condition")
    add("dovrebbe|dovrebbero", EXPECTED, "expected")
    add("esige|reclama|pretende|pretendono|chiede che|chiedono che", POSSIBLE, "demanded")
    add("deve|devono|dovrà|dovranno|dobbiamo|dovremo|occorre|bisogna", POSSIBLE, "due")
    add("doveva|dovevano|avrebbe dovuto|avrebbero dovuto|stava per|stavano per", POSSIBLE, "due", "behind")
    add(
        "ha votato contro|hanno votato contro|vota contro|votano contro|votò contro|votarono contro|"
        "si è opposta a|si è opposto a|si è opposta al|si è opposto al|si oppone a|si oppone al|si oppone alla|"
        "si opposero a|contrario a|contraria a|contrari a|contrario al|contraria al",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "ha omesso di|hanno omesso di|omette di|ha smesso di|hanno smesso di|ha mancato di|hanno mancato di|"
        "ha evitato di|ha perso l'occasione di|tarda a|tardano a|stenta a|stentano a|"
        "si è astenuta dal|si è astenuto dal",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "non|mai|neppure|nemmeno|neanche|respinta|respinto|rinuncia a|rinunciano a|ha rinunciato a|hanno rinunciato a|"
        "rinunciò a|rinuncia al|rinuncia alla|ha rinunciato al|ha rinunciato alla",
        DENIED,
        "denied",
    )
    add(
        "nega|negano|ha negato|hanno negato|negò|smentisce|smentiscono|ha smentito|hanno smentito|smentì|"
        "smentita|smentito|declina|ha declinato|hanno declinato|esclude|escludono|ha escluso|hanno escluso|"
        "resta senza|restano senza|rimane senza|rimangono senza|nessuno|in attesa del|in attesa della|"
        "in attesa di|in attesa dell'|è in attesa|sono in attesa|attende|attendono|attende ancora|"
        "attendono ancora|aspetta ancora|aspettano ancora|aspetta|aspettano",
        DENIED,
        "denied",
    )
    add(
        "né|nessun|nessuna|nessun'altra|privo di|priva di|privi di|prive di|è privo di|è priva di|non ha|non hanno|"
        "non aveva|non avevano|non dispone di|non dispongono di|non possiede|non possiedono|non detiene|"
        "non c'è|non ci sono|non esiste|manca|mancano|mancava|lavora al suo|lavora al proprio|lavorano al loro|"
        "prepara il suo|prepara il proprio|preparano il loro|sta preparando il suo|sta preparando il proprio|"
        "sta redigendo il suo|redige il suo|redige il proprio|sta elaborando il suo|non c'è ancora",
        DENIED,
        "denied",
        "both",
    )
    add(
        "non figura tra|non figurano tra|non è tra|non sono tra|non è fra|non sono fra|non è una delle|"
        "non è uno dei|non era tra|non erano tra|non fa parte|non fanno parte|non faceva parte|"
        "non facevano parte|non ha fatto parte|non appartiene|non appartengono|non rientra tra|"
        "non rientrano tra|non compare tra|non compaiono tra",
        DENIED,
        "excluded",
        "both",
    )
    applied = (
        *("si candida", "si candidano", "si è candidata", "si è candidato", "si sono candidate"),
        *("si sono candidati", "si candidò", "si candidarono", "si era candidata", "si erano candidate"),
        *("ha presentato la candidatura", "hanno presentato la candidatura"),
        *("ha presentato la propria candidatura", "hanno presentato la propria candidatura"),
        *("ha presentato la sua candidatura", "concorre al", "concorre alla", "concorrono al"),
        *("concorrono alla", "candidata a", "candidata al", "candidata alla", "candidato a", "candidate a"),
        *("candidate al", "candidate alla", "ha chiesto di", "hanno chiesto di", "chiede di", "chiedono di"),
    )
    add("|".join(applied), POSSIBLE, "applied")
    add(
        "candidatura a|candidatura al|candidatura alla|candidatura all'|candidature al|candidature alla|"
        "domanda di|richiesta di riconoscimento|aspirante",
        POSSIBLE,
        "applied",
        "phrase",
    )
    add(
        "in vista di un|in vista di una|in vista del|in vista della|in vista dell'",
        POSSIBLE,
        "intended",
        "phrase",
    )
    add(
        "in cammino verso|sulla strada verso|sulla strada per|verso la|verso il traguardo della",
        EXPECTED,
        "underway",
        "phrase",
    )
    add(
        "autorizza il sindaco|autorizza la sindaca|autorizzato il sindaco|autorizzata la sindaca|"
        "autorizzare il sindaco|autorizzare la sindaca|dà mandato al sindaco|dà mandato alla sindaca|"
        "dato mandato al sindaco|dato mandato alla giunta|dà mandato alla giunta|incarica il sindaco|"
        "incarica la giunta|delibera di chiedere|delibera di candidare",
        EXPECTED,
        "charged",
        "behind",
    )
    add(
        "allo studio|in fase di studio|sulla carta|solo un'idea|soltanto un'idea|ancora un'idea|un'ipotesi|"
        "in discussione|è solo un progetto",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "rinviato|rinviata|rinviati|rinviate|rinvia|rinviò|rimandato|rimandata|rimanda|posticipato|posticipata|"
        "slitta|slittano|è slittato|è slittata|slitterà|sospende l'esame|ritirato dall'ordine del giorno|"
        "ritirata dall'ordine del giorno|tolto dall'ordine del giorno",
        EXPECTED,
        "deferred",
        "both",
    )
    needs = (
        "serve",
        "servono",
        "ha bisogno di",
        "hanno bisogno di",
        "chiede",
        "chiedono",
        "reclama",
        "esige",
    )
    add("|".join(f"{verb} {one}" for verb in needs for one in ("un", "una")), POSSIBLE, "needed", "phrase")
    add(
        "senza|invece di|invece del|invece della|al posto di|al posto del|anziché",
        DENIED,
        "without",
        "phrase",
    )
    add("niente|nulla", DENIED, "nobody")
    add("avvio dell'iter|avviare l'iter|avvia l'iter|avviato l'iter|iter per", EXPECTED, "planned")
    add("in trattativa|si sta studiando|si studia|sono in corso trattative", POSSIBLE, "considered")
    add("prossimo passo|passo successivo", EXPECTED, "planned", "both")
    add(
        "bozza del|bozza di|bozza della|la bozza del|schema di|proposta di|disegno di legge",
        EXPECTED,
        "drafted",
        "phrase",
    )
    add(
        "conta su|è in procinto di|sono in procinto di|si propone di|si propongono di|ci proponiamo di|"
        "si prefigge di|si prefiggono di|ha l'intenzione di|hanno l'intenzione di|progetta di|progettano di|"
        "prevediamo di|aspiriamo a|vogliono diventare|vuole diventare",
        EXPECTED,
        "intended",
    )
    add(
        "studia la possibilità|studiano la possibilità|valuta la possibilità|valutano la possibilità|valuta se|"
        "valutano se|l'idea di|sta pensando a|stanno pensando a|pensa a un|pensano a un|pensiamo a|riflette su|"
        "riflettono su|prende in considerazione|prendono in considerazione|non è escluso che|è possibile che|"
        "è probabile che|può darsi che",
        POSSIBLE,
        "considered",
    )
    add("fosse|fossero|avesse|avessero|sarebbe stata|sarebbe stato", POSSIBLE, "counterfactual")
    add(
        "chiede al|chiede alla|chiedono al|chiedono alla|ha chiesto al|ha chiesto alla|hanno chiesto al|"
        "hanno chiesto alla|chiede a|chiedono a|propone di|propongono di|ha proposto di|propose di|proposta per|"
        "mozione per|invita a|invitano a|sollecita|sollecitano|rivendica",
        POSSIBLE,
        "demanded",
    )
    by_mistake = ("per errore", "erroneamente", "per sbaglio")
    told = (
        "ha pubblicato",
        "pubblicato",
        "ha scritto",
        "scritto",
        "riportato",
        "indicato",
        "annunciato",
        "detto",
    )
    add(in_either_order(by_mistake, told), DENIED, "mistaken", "all")
    # what is done to get something has not got it yet
    add(
        "per ottenere|per ricevere|per conquistare|al fine di ottenere|allo scopo di ottenere|per entrare nella|"
        "per entrare a far parte|per essere ammessa|per essere ammesse|per accedere alla",
        EXPECTED,
        "intended",
        "behind",
    )
    # what is voted down was only put forward, and what is to be voted on is not decided
    add(
        "ha respinto|hanno respinto|respinge|respingono|respinse|ha bocciato|hanno bocciato|boccia|bocciano|bocciò",
        DENIED,
        "denied",
        "both",
    )
    add(
        "voterà|voteranno|si pronuncerà|si pronunceranno|esaminerà|esamineranno|discuterà|discuteranno|deciderà se|"
        "è chiamato a votare|è chiamata a votare|all'esame",
        EXPECTED,
        "planned",
        "both",
    )
    # what was told and is told no more
    add(
        "|".join(
            f"{version} {page}"
            for version in ("versione precedente", "precedente versione", "prima versione")
            for page in (
                *("di questo articolo", "di questa notizia", "di questo comunicato", "di questa nota"),
                *("del comunicato", "dell'articolo", "della notizia", "della nota"),
            )
        )
        + "|è falso che|non è vero che|non corrisponde al vero che|è inesatto che|è sbagliato che",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "a quanto pare|presumibilmente|presuntamente|si dice che|si vocifera|secondo indiscrezioni|indiscrezioni|"
        "voci|secondo alcune fonti|secondo fonti non confermate|non confermata|non confermato|stando alle voci",
        POSSIBLE,
        "rumoured",
    )
    add(
        "futuro|futura|futuri|future|prossimo|prossima|prossimi|prossime|eventuale|eventuali|venturo|ventura",
        EXPECTED,
        "planned",
        "phrase",
    )
    add(
        "possibile|possibili|ipotetico|ipotetica|presunto|presunta|presunti|presunte|potenziale|potenziali",
        POSSIBLE,
        "possible",
        "phrase",
    )
    add(
        "negozia un accordo|negoziano un accordo|sta negoziando|stanno negoziando|trattative per|negoziati per|"
        "propone un|propone una|propongono un|propongono una|studia un|studia una|studiano un|studiano una",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "estranea a|estraneo a|estranea alla|estranei alla|attende il|attende la|attendono il",
        DENIED,
        "denied",
        "both",
    )
    add(
        "fuori dalla|fuori dal|alle porte di|dovrà attendere|dovranno attendere|dovrà aspettare|"
        "dovranno aspettare|è ancora in attesa|sono ancora in attesa|resta in attesa|restano in attesa",
        DENIED,
        "denied",
    )
    add(
        "non lo è|né lo è|non lo sono|non è|non sono|non figura|non figurano|non compare|non compaiono|"
        "assente da|assente dalla|assenti dalla",
        DENIED,
        "excluded",
        "both",
    )
    # what begins with a "not" of its own is no giving up that another one takes back
    add(
        "non è riuscita a|non è riuscito a|non sono riuscite a|non sono riusciti a|non riesce a|non riescono a|"
        "non riuscì a|non era riuscita a|non era riuscito a|è stata annullata|sono state annullate|"
        "è stata cancellata|sono state cancellate|è saltata|è andata a monte|è fallita",
        DENIED,
        "denied",
    )
    # what is lost or refused was not got, or is had no more
    add(
        "ha perso|hanno perso|perde|perdono|perse|persero|aveva perso|si è vista negare|si è visto negare|"
        "si è vista rifiutare|si è visto rifiutare|si è vista revocare|si è visto revocare|rifiuta di|"
        "rifiutano di|ha rifiutato|hanno rifiutato|ha revocato|hanno revocato|revoca|revocano|revocò|ha restituito|"
        "hanno restituito|restituisce|restituiscono|restituì|si è tirata indietro dal|si è tirato indietro dal|"
        "si è ritirata dal|si è ritirato dal|è uscita dal|è uscito dal|ha fallito|hanno fallito|ha mancato|"
        "hanno mancato|ha disatteso|hanno disatteso",
        DENIED,
        "denied",
        "behind",
    )
    # what may be lost is had still, though nobody says for how long
    add(
        "|".join(
            f"{fears} di {loses}"
            for fears in ("rischia", "rischiano", "rischiava", "teme", "temono", "temeva")
            for loses in ("perdere", "vedersi revocare", "vedersi negare")
        ),
        POSSIBLE,
        "possible",
        "both",
    )
    # what one longs or asks for is not there
    add(
        "ambisce a|ambisce al|ambisce alla|ambiscono a|ambiscono al|ambiscono alla|ambiva al|ambiva alla|aspira al|"
        "aspirano al|aspirano alla|aspirava al|aspirava alla|sogna|sognano|sognava|merita|meritano|meriterebbe|"
        "spera in|sperano in|sperava in|spera nel|sperano nel|spera nella|sperava di|speravano di|insegue|"
        "inseguono|in lotta per|si batte per|si battono per|corre per|corrono per|gareggia per|gareggiano per",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add(
        "ha chiesto|hanno chiesto|aveva chiesto|avevano chiesto|ha richiesto|hanno richiesto|aveva richiesto|"
        "richiede|richiedono|richiese|richiesero|ha fatto richiesta di|ha fatto domanda di|ha fatto domanda per|"
        "hanno fatto domanda per|ha sollecitato|hanno sollecitato|chiede|chiedono|si candida a un|si è candidata a un",
        POSSIBLE,
        "applied",
        "behind",
    )
    was_to = [
        f"{must} {become}"
        for must in ("doveva", "dovevano")
        for become in ("diventare", "essere", "raggiungere")
    ]
    add(
        "|".join([*was_to, "voleva", "volevano", "avrebbe voluto", "avrebbero voluto"]),
        POSSIBLE,
        "counterfactual",
        "behind",
    )
    add(
        "pare che|sembra che|pareva che|sembrava che|si mormora che|corre voce che|circola la voce che|"
        "dubita che|dubitano che|si dubita che",
        POSSIBLE,
        "rumoured",
        "both",
    )
    add(
        "ha chiesto che|hanno chiesto che|vuole che|vogliono che|voleva che|volevano che|"
        "pretende che|pretendono che|esige che|esigono che|propone che|propongono che|auspica che|auspicano che|"
        "si augura che|si augurano che|desidera che|desiderano che|è necessario che|bisogna che|occorre che|"
        "affinché|a patto che|a condizione che|sempre che|nell'ipotesi che",
        POSSIBLE,
        "demanded",
        "both",
    )
    # what somebody does beforehand comes first
    add("prima di|prima che", EXPECTED, "planned", "phrase")
    return tuple(found)


_SPEECH = (
    "detto dice dicono disse dichiara dichiarato dichiarò dichiarano afferma affermato affermò affermano spiega"
    " spiegato spiegò spiegano sottolinea sottolineato sottolineò sottolineano aggiunge aggiunto aggiunse"
    " aggiungono ricorda ricordato ricordò ricordano precisa precisato precisò osserva osservato osservò"
    " osservano commenta commentato commentò commentano conclude concluso concluse concludono evidenzia"
    " evidenziato evidenziò evidenziano annuncia annunciato annunciò ribadisce ribadito ribadì insiste insistito"
    " riconosce riconosciuto ammette ammesso ammise avverte avvertito risponde risposto rispose rispondono replica"
    " replicato replicò racconta raccontato raccontò raccontano sostiene sostenuto sostenne sostengono assicura"
    " assicurato assicurò garantisce garantito promette promesso promise chiarisce chiarito chiarì rileva rilevato"
    " rilevò segnala segnalato riferisce riferito riferì confida confidato scrive scritto scrisse esclama"
    " esclamato scherza scherzato sorride ironizza ironizzato lamenta lamentato criticato critica denuncia"
    " denunciato conferma confermato confermò auspica auspicato prosegue proseguito proseguì continua continuato"
    " illustra illustrato rimarca rimarcato puntualizza puntualizzato fa riassume riassunto sintetizza"
    " sintetizzato argomenta argomentato ragiona riflette esorta esortato chiede chiesto domanda domandato"
    " obietta obiettato contesta contestato protesta protestato nota notato notò ritiene ritenuto crede creduto"
    " pensa pensato spera sperato teme temuto giudica giudicato elogia elogiato plaude festeggia festeggiato"
    " esulta esultato sbotta ringrazia ringraziato dicendo spiegando affermando sottolineando aggiungendo"
    " ricordando commentando annota annotato specifica specificato comunica comunicato rassicura rassicurato"
)

_SPOKE_OF = "il,la,lo,i,gli,le,che"

LANGUAGE = Language(
    code="it",
    abbreviations=_words(
        "sig sigg dott prof avv ing arch geom on sen Sig Sigg Sig.ra Dott Dott.ssa Dr Prof Prof.ssa Avv Ing Arch"
        " Geom Rag On Sen Mons Comm Cav n nr num art artt"
        " pag pagg p pp es tel Tel cfr ca s.m.i gen feb mar apr giu lug ago sett ott nov dic vol ed Rev S"
    ),
    ending_abbreviations=_words("ecc S.p.A S.r.l"),
    starters=_words(
        "Il Lo La I Gli Le Un Uno Una In Nel Nella Nei Nelle Per Con Senza Dopo Dal Dalla Da Durante Al Alla Ai"
        " Alle A Ad Di Del Della E Ed O Ma Se Si Su Sul Sulla Sui Questo Questa Questi Queste Quel Quella Ciò Egli"
        " Essa Esso Lei Lui Loro Noi Così Inoltre Anche Come Quando Secondo Tra Fra Oggi Ieri Entro Non"
    ),
    determiners=_words(
        "il lo la i gli le l' un uno una un' al allo alla ai agli alle all' del dello della dei degli delle dell'"
        " questo questa questi queste suo sua suoi sue nostro nostra"
    ),
    functions=_words(
        f"il lo la i gli le l' un uno una un' {_OF} {_AT} {_IN} {_FROM} {_ON} con per tra fra senza dopo durante"
        " entro fino verso sotto e ed o od ma se si suo sua suoi sue loro questo questa questi queste che chi cui"
        " dove quando come è sono fu furono era erano ha hanno aveva avevano sarà saranno non già più anche secondo"
        " ad né ne ci vi l'ha l'hanno c'è"
    ),
    months=_months(),
    weekdays=_numbered(
        "lunedì/lunedi martedì/martedi mercoledì/mercoledi giovedì/giovedi venerdì/venerdi sabato domenica", 0
    ),
    seasons=_seasons(),
    parts={
        "inizio": "early",
        "inizio di": "early",
        "inizi di": "early",
        "inizio del": "early",
        "inizi del": "early",
        "l'inizio del": "early",
        "all'inizio del": "early",
        "all'inizio di": "early",
        "primi di": "early",
        "metà": "mid",
        "metà di": "mid",
        "metà del": "mid",
        "fine": "late",
        "fine di": "late",
        "fine del": "late",
        "la fine di": "late",
        "la fine del": "late",
    },
    part_nouns=_words("di del dell'anno anno mese"),
    date_fillers=_words("il l l' lo la anno gli al i nel del dell'anno l'anno ' mese di"),
    month_leads=_words(
        "in a ad da dal nel per entro fino di del dello questo scorso prossimo dopo lo durante dallo allo nello"
    ),
    year_leads=_words(
        "nel del dal al il in entro fino anno per di da durante prima fine inizio metà dell'anno l'anno nell'anno dopo"
    ),
    day_particles=_words("di del"),
    since=frozenset(
        {
            *("dal", "da", "a partire dal", "a partire da", "a decorrere dal", "fin dal", "sin dal"),
            *("dallo", "dall'", "dall '", "a partire dall '", "dalla"),
        }
    ),
    until=frozenset(
        {
            *("entro", "entro il", "fino al", "fino a", "sino al", "prima del", "prima di", "non oltre il"),
            *(
                "al più tardi nel",
                "entro la",
                "entro l'",
                "entro l '",
                "di qui al",
                "da qui al",
                "entro l'anno",
            ),
        }
    ),
    range_words=_words("al a fino ad"),
    list_words=_words("e ed o"),
    relative={
        "oggi": ("day", 0),
        "ieri": ("day", -1),
        "l'altro ieri": ("day", -2),
        "domani": ("day", 1),
        "dopodomani": ("day", 2),
        "stamattina": ("day", 0),
        "stamani": ("day", 0),
        "questa mattina": ("day", 0),
        "questo pomeriggio": ("day", 0),
        "stasera": ("day", 0),
        "questa sera": ("day", 0),
        "ieri sera": ("day", -1),
        "quest'anno": ("year", 0),
        "questo mese": ("month", 0),
        "questa settimana": ("week", 0),
        "l'anno scorso": ("year", -1),
        "dell'anno scorso": ("year", -1),
        "lo scorso anno": ("year", -1),
        "dello scorso anno": ("year", -1),
        "l'anno prossimo": ("year", 1),
        "il prossimo anno": ("year", 1),
        "un anno fa": ("year", -1),
        "due anni fa": ("year", -2),
        "un mese fa": ("month", -1),
        "una settimana fa": ("week", -1),
    },
    relative_adjectives={
        "scorso": -1,
        "scorsa": -1,
        "passato": -1,
        "passata": -1,
        "ultimo": -1,
        "ultima": -1,
        "prossimo": 1,
        "prossima": 1,
        "venturo": 1,
    },
    ahead=("tra", "fra", "entro"),
    centuries=(
        ("metà secolo", 2050),
        ("metà del secolo", 2050),
        ("metà di questo secolo", 2050),
    ),
    decades=(
        ("fine del decennio", 10),
        ("fine di questo decennio", 10),
        ("fine decennio", 10),
        ("termine del decennio", 10),
        ("metà del prossimo decennio", 15),
    ),
    elapsed_units={
        "giorno": "day",
        "giorni": "day",
        "settimana": "week",
        "settimane": "week",
        "mese": "month",
        "mesi": "month",
        "anno": "year",
        "anni": "year",
    },
    afterwards=("dopo", "più tardi"),
    ahead_of=(
        "prima di",
        "prima del",
        "prima della",
        "prima dell'",
        "in anticipo su",
        "in anticipo rispetto",
    ),
    behind_of=("dopo di", "dopo il", "dopo la", "più tardi di", "in ritardo su"),
    beforehand=("prima",),
    unit_nouns={"anno": "year", "mese": "month", "settimana": "week"},
    year_after=("dell'anno successivo", "dell'anno seguente", "dell'anno dopo", "l'anno successivo"),
    month_followers=_words("successivo seguente"),
    same_year=(
        "dello stesso anno",
        "di quello stesso anno",
        "di quell'anno",
        "quello stesso anno",
        "quell'anno",
        "del medesimo anno",
    ),
    quarters={"trimestre": 3, "semestre": 6},
    this_words=_words("questo questa questi queste quest'"),
    lone=_words("unica unico sola"),
    hoping=_words(
        "confida confidano confidiamo spera sperano speriamo attende attendono aspetta aspettano potrebbe potrebbero"
        " dovrebbe dovrebbero sarà saranno riceverà riceveranno otterrà arriverà vuole vogliono prevede prevedono"
        " conta contano"
    ),
    object_pronouns=frozenset(("lo", "la", "li", "le", "gli", "si", "ne")),
    passives=frozenset(
        (
            *("è", "sono", "fu", "furono", "stato", "stata", "stati", "state", "sarà", "saranno", "essere"),
            *("viene", "vengono", "venne", "vennero", "verrà", "verranno"),
        )
    ),
    future_words=_words(
        "sarà saranno avrà avranno verrà verranno prevede prossimo prossima potrà potranno terrà terranno"
        " ospiterà ospiteranno visiterà andrà incontrerà riceverà consegnerà consegneranno presenterà svolgerà"
        " svolgeranno previsto prevista parteciperà parteciperanno inizierà comincerà partirà aprirà"
    ),
    thousands=". \u00a0\u202f",
    decimal=",",
    small_numbers=_small_numbers(),
    hundreds=frozenset(),
    scales={
        **{"mille": 1000, "mila": 1000, "milione": 10**6, "milioni": 10**6, "mln": 10**6},
        **{"miliardo": 10**9, "miliardi": 10**9, "mld": 10**9},
    },
    abbreviated_scales=_words("mln mld"),
    number_joiners=_words("e"),
    closed_thousands="mila",
    ordinals=_numbered(
        "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima", 1
    ),
    ordinal_endings=_words("º ª ° o a"),
    ones=_words("uno un una"),
    only=_words("unica unico sola"),
    only_more=_words("altra altro"),
    of_words=_words("di del delle dei degli tra fra"),
    modifiers={
        "più di": "at_least",
        "oltre": "at_least",
        "almeno": "at_least",
        "non meno di": "at_least",
        "fino a": "at_most",
        "al massimo": "at_most",
        "meno di": "at_most",
        "un": "approximate",
        "una": "approximate",
        "più di un": "at_least",
        "più di una": "at_least",
        "oltre un": "at_least",
        "oltre una": "at_least",
        "circa": "approximate",
        "quasi": "approximate",
        "intorno a": "approximate",
        "all'incirca": "approximate",
        "approssimativamente": "approximate",
    },
    modifiers_after={"o più": "at_least", "circa": "approximate"},
    more_words=_words("altre altri altra altro ulteriori"),
    percent_words=frozenset({"per cento", "percento"}),
    currencies={
        "euro": "EUR",
        "dollari": "USD",
        "sterline": "GBP",
        "franchi": "CHF",
        "franchi svizzeri": "CHF",
        "zloty": "PLN",
        "lei": "RON",
        "fiorini": "HUF",
        "corone": "SEK",
        "corone svedesi": "SEK",
        "corone danesi": "DKK",
        "corone norvegesi": "NOK",
        "corone ceche": "CZK",
        "grivnie": "UAH",
        "lire turche": "TRY",
    },
    units=_words(
        "km m kg tonnellate metri chilometri ettari mw kwh abitanti persone euro milioni miliardi per mila"
    ),
    labels=_words(
        "n nr numero articolo art pagina pag riga capitolo sezione ore via viale piazza corso tel telefono punto"
    ),
    clock_words=_words("h"),
    street_endings=("straße",),
    honorifics=_words(
        "Sig Sigg Sig.ra Signor Signora Dott Dott.ssa Dottor Dottoressa Dr Prof Prof.ssa Professor Professoressa Avv"
        " Ing Arch On Sen Onorevole"
    ),
    particles=_words(
        "de De di Di del Del della Della dei Dei degli da Da dal Dal Dalla dalla Lo lo La la van von"
    ),
    weak_given=_words(
        "Alba Aurora Chiara Bianca Serena Stella Luce Gioia Pace Asia Vittoria Franca Libera"
        " Costanza Letizia Grazia Fortuna Santo Santa Fiorenza Valle Rosa Viola Speranza Ambra"
    ),
    not_names=_words(
        "città comune comuni premio giorno settimana mese anno università istituto ministero europa provincia regione"
        " giunta consiglio commissione missione palazzo piazza"
    ),
    institutions=(
        *(
            "fondazione",
            "istituto",
            "università",
            "politecnico",
            "collegio",
            "viale",
            "piazza",
            "museo",
            "premio",
        ),
        *("teatro", "palazzo", "ospedale", "stiftung", "university"),
    ),
    genitive=(),
    fields=_words(
        "ambiente clima energia mobilità urbanistica bilancio cultura sport scuola istruzione sostenibilità economia"
        " transizione casa lavori turismo innovazione partecipazione sicurezza salute giovani lavoro commercio"
        " industria sviluppo infrastrutture trasporti personale servizi welfare verde politiche attività patrimonio"
        " relazioni fondi progetti agricoltura digitale europa rigenerazione"
    ),
    noun_endings=("zione", "mento", "ismo", "tà", "logia", "sione"),
    plural_offices=(
        *(
            "consiglieri",
            "consigliere",
            "sindaci",
            "sindache",
            "assessori",
            "assessore",
            "ministri",
            "ministre",
        ),
        *("presidenti", "vicepresidenti", "vicesindaci", "deputati", "deputate", "direttori", "direttrici"),
    ),
    unmarked_offices=r"consigliere|assessore",
    plural_ties=r"(?:sono|furono)(?!\w)",
    speech_verbs=_words(_SPEECH),
    reporters=_words("che"),
    speech_auxiliaries=_words("ha hanno aveva avevano si"),
    remarks=(
        f"sottolineato>{_SPOKE_OF}|sottolinea>{_SPOKE_OF}|ricordato>{_SPOKE_OF}|ringraziato>{_SPOKE_OF}|"
        f"ringrazia>{_SPOKE_OF}|parlato>di,del,della|parla>di,del,della|definito>una,un,il,la,lo|"
        "definisce>una,un,il,la,lo|detto>soddisfatto,soddisfatta,convinto,convinta,orgoglioso,orgogliosa,certo,certa|"
        "dice>soddisfatto,soddisfatta,convinto,convinta,orgoglioso,orgogliosa,certo,certa|"
        "espresso>soddisfazione,gratitudine,apprezzamento|esprime>soddisfazione,gratitudine,apprezzamento|"
        "posto>accento|messo>evidenza|accolto>favore"
    ),
    speech_leads=_words("così"),
    according=(
        *("secondo", "a giudizio di", "a giudizio del", "a giudizio della", "a parere di", "a parere del"),
        *(
            "a parere della",
            "nelle parole di",
            "nelle parole del",
            "nelle parole della",
            "a detta di",
            "a detta del",
        ),
        *("a detta della", "stando a", "stando al", "stando alla", "per bocca di", "ad avviso di", "per"),
    ),
    according_after=frozenset(),
    already=_words("già"),
    act_endings=("ando", "endo", "are", "ere", "ire"),
    future_adverbs=_words("presto prossimamente domani prossima prossimo quasi"),
    pronouns=_words("lui lei egli ella loro essi esse"),
    genders={"lui": "m", "egli": "m", "lei": "f", "ella": "f"},
    by_account={
        "secondo lui": "m",
        "secondo lei": "f",
        "per lui ,": "m",
        "per lei ,": "f",
        "a suo giudizio": "",
        "a suo avviso": "",
        "a suo parere": "",
        "a suo dire": "",
        "nelle sue parole": "",
        "come ha spiegato": "",
        "come ha detto": "",
        "come spiega": "",
    },
    verdicts=_words(
        "verdetto conclusione opinione messaggio bilancio appello commento risposta desiderio speranza avvertimento"
        " consiglio motto giudizio spiegazione argomento domanda"
    ),
    drops_subject=True,
    view_leads=_words("per"),
    copulas=_words("è sono dice mostra dichiara"),
    convictions=_words(
        "orgoglioso orgogliosa soddisfatto soddisfatta convinto convinta sicuro sicura certo certa fiducioso fiduciosa"
        " scettico scettica ottimista felice contento contenta entusiasta"
    ),
    quoting=_words("come secondo"),
    meets=(
        *("intervista a", "intervista con", "intervista al", "intervista alla", "abbiamo intervistato"),
        *("abbiamo incontrato", "abbiamo parlato con", "colloquio con", "quattro chiacchiere con"),
        *("tre domande a", "domande a", "conversazione con"),
    ),
    role_articles=_words("il lo la l' un uno una suo sua"),
    cues=_cues(),
    no_cues=(
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in ("ha votato contro", "hanno votato contro", "vota contro", "votato contro")
            for end in (
                *("la fine del", "la fine della", "l'abolizione del", "l'uscita dal", "l'uscita dalla"),
                *("la sospensione del", "la rottura del", "la chiusura del"),
            )
        ),
        "non impedisce",
        "non ha impedito",
        "non solo",
        "non soltanto",
        "non a caso",
        "non è l'unica",
        "non è l'unico",
        "non è la sola",
        "non sono le uniche",
        "non è la prima",
        "non sono le prime",
        "non meno di",
        "non più di",
        "non appena",
        "come previsto",
        "nonostante",
        "senza dubbio",
        "senza precedenti",
        "se stessa",
        "se stesso",
        "prossimità",
        "anche se",
        "mai come",
        "più che mai",
        "progetto di ricerca",
        "proposta di collaborazione",
        "quanto mai",
        "ci si",
    ),
    subordinators=_words("perché se quando benché sebbene mentre come affinché poiché dove"),
    relatives=_words("che cui quale quali dove chi"),
    prepositions=_words("a al alla di del della in nel nella con per da dal dalla su sul sulla tra fra"),
    complementisers=_words("che"),
    conditionals=_words("se qualora"),
    awaited=_words("quando"),
    awaiting=_words(
        "sia siano abbia abbiano sarà saranno avrà avranno firmerà firmeranno riceverà riceveranno otterrà approverà"
    ),
    new_clause=_words("ma e ed o bensì però"),
    coordinators=_words("e ed o ma"),
    alternatives=_words("o"),
    conditional_endings=("rebbe", "rebbero", "remmo", "rei"),
    future_endings=(
        "erà",
        "eranno",
        "irà",
        "iranno",
        "eremo",
        "iremo",
        "rrà",
        "rranno",
        "drà",
        "dranno",
        "trà",
    ),
    clitics=_words("si lo la li le gli ci ne già anche inoltre così non infine l'ha l'hanno"),
    inner_openers=_words("cui quale quali"),
    adversatives=_words("ma bensì"),
    apposed_participles=_words(
        "creato creata lanciato lanciata aperto aperta fondato fondata approvato approvata firmato firmata"
        " finanziato finanziata promosso promossa presentato presentata avviato avviata sostenuto sostenuta nato nata"
        " istituito istituita siglato siglata sottoscritto sottoscritta consegnato consegnata"
    ),
    inner_relatives=_words("che"),
    nots=_words("non mai"),
    yets=_words("ancora finora"),
    second_leads=_words("ancora mai neppure nemmeno neanche non"),
    second_verbs=_words(
        "detiene detengono possiede possiedono partecipa partecipano riceve ricevono ottiene ottengono fa fanno"
        " appartiene appartengono firma firmano figura figurano attende attendono"
    ),
    finite=_words(
        "è sono fu furono era erano ha hanno abbiamo aveva avevano sarà saranno può possono potrebbe potrebbero deve"
        " devono va vanno prevede prevedono vuole vogliono sta stanno resta restano attende attendono punta puntano"
        " intende intendono spera sperano viene vengono venne vennero l'ha l'hanno c'è c'era"
    ),
    encounters=_words(
        "incontra incontrato incontrava incontrerà incontrò riceve ricevuto riceverà accoglie accolto accolse"
        " accoglierà invita invitato saluta salutato salutò ringrazia ringraziato ringraziò accompagna accompagnato"
        " ospita ospitato elogia elogiato premia premiato onora onorato criticato critica sostituisce sostituito"
        " congratulato felicitato ritrovato abbracciato affiancato battuto sconfitto visto sentito"
    ),
    past=_words(
        "fu furono era erano ha hanno aveva avevano l'ha l'hanno l'aveva l'avevano fece fecero diede diedero ebbe"
        " ebbero stato stata stati state tenuto tenuta svolto svolta andato andata andati diventata diventato vinse"
        " vinsero ricevette ricevettero ottenne ottennero venne vennero abbiamo scelse decise prese"
    ),
    past_endings=("arono", "irono", "ettero", "ò"),
    parties=_words("pd m5s fdi fi avs iv fratelli leu verdi lega sel"),
    wording=Wording(
        articles=_either("la il lo i gli le l' un uno una anno"),
        joiners="e|ed|ma anche|o|nonché|come|oltre a|così come",
        within_lists=_either("con la il lo i gli le l' a al alla in di del della da dal dalla"),
        adverbs="anche|la|il",
        pairs="e|con",
        between_pairs="nonché|e",
        breaks="mentre",
        betweens="tra|fra",
        apposes="come|tra",
        predicates="è|sarà|fu|resta|rimane|continua a essere|è stato|è stata|era|diventa",
        equates="sono|furono|erano",
        holds=(
            "è|sono|come|eletto|eletta|nominato|nominata|resta|è stato eletto|è stata eletta|è stato nominato|"
            "è stata nominata|in qualità di"
        ),
        becomes="sarà|saranno|assumerà|diventerà|futuro|futura",
        held="fu|era|è stato in passato|ex|già|fino al|un tempo|in passato|precedente",
        listing="sì|e|ed|anche|inoltre|di|in|con|insieme a|a|da",
        gap_words="nel|già|poi|dal|il|per|dopo|prima di|a|ad|lo",
        adverbial_relatives="dove|quando|come",
        affirms="sì|certo|esatto|proprio così",
        asks_when="quando|da quando|in che anno|in quale anno|in quale data|in che data",
        asks_whether=(
            "(?:è|sono|ha|hanno|fa|fanno|partecipa|partecipano|appartiene|appartengono|figura|figurano|sarà|saranno|"
            "fu|era|può|possono)"
        ),
        denials="non|mai|né|neppure|nemmeno",
        denial_gaps="è|sono|era|erano|fu|sarà|è stata|sono state|ancora|più|un|una|affatto",
        they="Esse|Tutte",
        they_do="no",
        wholes="le|i|gli|queste|questi|nostre|nostri|tutte e|tutte le",
        pointers=_either(
            "il lo la l' del dello della dell' al alla all' questo questa tale suo sua nostro nostra"
        ),
        prepositions=_either("in a ad di da per con tra fra nel nella a dal dalla dall' del della dell'"),
        places="a|ad|in|nel|nella|da",
        venues=_either("a al allo alla all' nel nello nella nell' in presso"),
        contains="in",
        indefinite="un|uno|una|un'|qualche|nessun|nessuna|alcun|alcuna",
        occasions=_either("nel nella nell' durante al alla all'")
        + "|durante la|durante il|durante l'|in occasione della|in occasione del|in occasione dell'|dopo la|dopo il",
        of_rules="il >del |lo >dello |la >della |l'>dell'|l’>dell’|i >dei |gli >degli |le >delle |>di ",
        participles="ato|uto|ito|tto|sso|so",
        completed="dopo|da|dal|dalla|dall'",
        turns="diventare|diventerà|diventeranno|essere|divenire|saranno",
        makes="redigere|elaborare|preparare|sottoscrivere|presentare|scrivere|stilare",
        making=(
            "lavora a|lavora al|lavorano a|lavorano al|sta lavorando al|sta redigendo|stanno redigendo|"
            "sta elaborando|stanno elaborando|sta preparando|stanno preparando|in fase di redazione|"
            "in corso di redazione|in fase di elaborazione|in preparazione|prepara|elabora|redige"
        ),
        made_already="ha|hanno|aveva|avevano",
        subjects_again="essa|quest'ultima",
        their_own="suo|sua|suoi|sue|il suo|la sua|loro",
        quarters="quartiere|quartiere di|rione|municipio",
        owned_behind="il cui|la cui|i cui|le cui",
        aims="obiettivo|obiettivi|traguardo|traguardi|impegno|ambizione|meta|scopo",
        possessives="suo|sua|suoi|sue|loro|proprio|propria|il cui|la cui",
        ours="nostra|nostro|nostre|nostri",
        adds=_either("con")
        + "|insieme a|insieme ad|insieme con|assieme a|e|oltre a|come|accanto a|al pari di",
        likes=(
            "come|tra cui|fra cui|tra le quali|fra le quali|tra queste|fra queste|tra i quali|tra questi|ad esempio|"
            "per esempio|quali|ossia|tra le altre"
        ),
        joins_in=(
            "insieme a|insieme ad|insieme con|assieme a|oltre a|accanto a|al pari di|così come|unitamente a|"
            "a fianco di|al fianco di|nonché"
        ),
        subset=(
            "tra cui|fra cui|tra queste|fra queste|tra le quali|fra le quali|di cui|delle quali|tra questi|"
            "dei quali|tra loro"
        ),
        complete="le|i|gli|tutte le|tutti i|tutte e",
        elliptic=(
            "in tutto|in totale|complessivamente|tra queste|fra queste|di queste|di questi|tra loro|di cui|delle quali|"
            "finora|ad oggi|a oggi|delle città|delle città selezionate|delle partecipanti"
        ),
        totals=(
            "in tutto|in totale|complessivamente|per un totale di|il totale a|totale a|totale di|sale a|salgono a|"
            "sono ora|sono già|sono ormai|sono adesso|sono oggi|arriva a|arrivano a|raggiunge|portando a|porta a|"
            "il numero a|numero sale a|salito a|sono diventate"
        ),
        counted=rf"(?:(?:{_BEFORE_NOUNS})\s+)*(?!(?:{_BEFORE_NOUNS})\b)[a-zà-ÿ][\w-]{{2,}}[aeiàìòù]",
        moments="dopo|tra|fra|entro|in",
        moments_after="fa|dopo|più tardi|prima|or sono",
        number_of="numero di|numero delle|totale di|elenco di|elenco delle|lista delle|gruppo di|club delle",
        part_of=("delle|dei|degli|di queste|di questi|su un totale di|tra le|tra i|fra le|del totale di|su"),
        of_all="su|delle|dei|tra|fra|di",
        all_of="le|i|gli|sue|un totale di|queste|quelle",
        of_them="di esse|di loro|delle quali|di cui|sono",
        between_number="di",
        not_between_number="di",
        relatives="che|cui",
        others="altre|altri|restanti|rimanenti",
        hails="siano|vengono|provengono|vanno|andarono|appartengono|arrivano",
        earlier="precedenti|prime|primi|anteriori",
        receivers=_either("a ad al alla all' ai alle per"),
        namely="ossia|cioè|vale a dire|tra cui|in particolare",
        after="dopo",
        owns=(
            "ha|conta|conta su|vanta|fornisce|schiera|è rappresentata da|è rappresentato da|partecipa con|"
            "è presente con|dispone di"
        ),
        alike="anche|pure|altrettanto",
        origins=_either("di da dal dalla in per"),
        topic_leads=_either(_ON.removeprefix("su "), "su")
        + "|in materia di|nel campo della|nel campo del|nel campo dell'|nel campo dei|nel campo delle|"
        "nell'ambito della|nell'ambito del|nel settore della|nel settore del|nel settore dell'|nel settore dei|"
        "intorno a|intorno al|attorno a|attorno al|riguardo a|relativo a|relativa a|relativo al|relativa alla|"
        "incentrato su|incentrata su|incentrato sulla|incentrata sulla|incentrati su|dedicato a|dedicata a|"
        "dedicato al|dedicata al|dedicato alla|dedicata alla|sul tema della|sul tema del|sul tema dell'|"
        "sui temi della|sui temi del|sui temi dell'|sui temi di|in tema di",
        no_topics=(
            "su una|su un|su due|su tre|sulla base|sulla carta|sul posto|sul territorio|sul campo|sulla strada|"
            "sulla via|sul palco|sul sito|su invito|su proposta|su iniziativa|su richiesta|su misura|sul tavolo|"
            "nell'ambito del progetto|nell'ambito della missione|nell'ambito del programma"
        ),
        fellows=(
            "colleghi|colleghe|omologhi|omologo|omologa|tecnici|esperti|esperte|città|comune|comuni|"
            "amministrazione|sindaco|sindaca|amici|partner|delegazione|porto|capoluogo|vicina|vicine|capitale"
        ),
        over=(
            "rotto|rotta|rotti|congelato|congelata|congelati|sospeso|sospesa|sospesi|annullato|annullata|sciolto|"
            "sciolta|cessato|cessata|concluso|conclusa|interrotto|interrotta|posto fine|messo fine|pone fine|scaduto|"
            "scaduta|disdetto|disdetta|terminato|terminata"
        ),
        over_what=(
            "ha rotto|hanno rotto|rompe|rompono|ha sospeso|hanno sospeso|sospende|ha interrotto|hanno interrotto|"
            "interrompe|ha concluso|ha terminato|hanno terminato|ha disdetto|disdice|ha congelato"
        ),
        was_once=(
            r"un\s+tempo|in\s+passato|ex\s+(?:città|partner)|"
            r"(?:fu|furono|era|erano|è\s+stat[ao]|sono\s+stat[ei])\b[^.;,]{0,80}?\bfino\s+al\s+(?:\w+\s+)?\d{4}"
        ),
        phrase_leads=_either(
            "su sul sulla sui sulle in nel nella i il lo la le gli l' di del della dei un una al alla"
        )
        + "|soprattutto|in particolare|in primo luogo|principalmente|anche|prima di tutto|innanzitutto",
        phrase_tails="insieme|congiuntamente|assieme",
        phrase_stops=(
            "attraverso|mediante|nel progetto|in questo|da|dal|dalla|con|come|grazie|secondo|fino|è|sono|sarà|saranno|"
            "nell'ambito|all'interno|durante"
        ),
        name_tails="sul|sulla|sull'|in|del|della",
        aims_behind="al|alla|ai|alle|a|ad|del|come|della",
        aims_determined=_either("a per in"),
        noun_first=True,
        aims_to=(
            r"(?!(?:essere|diventare|divenire|raggiung|arrivare|giungere|far|riuscir|consegu|centrare|ottenere))"
            r"\w{2,}(?:are|ere|ire|rre)"
        ),
        no_aims=(
            "status|riconoscimento|dichiarazione|designazione|titolo|"
            "allargamento|edizione|ingresso|adesione|futura|nuova|prima|primo|seconda|secondo|terza|terzo|ultima|"
            "programma|iniziativa|progetto|missione|partecipazione|fase|tappa|selezione|processo|lista|elenco|"
            "gruppo|bando|concorso|volta|principio|fine|anno|anni|mese|parte|pioniera|pioniere|esempio|azione|futuro|"
            "europa|mondo|paese|regione|nord|sud|est|ovest|luogo|vincitrice|vincitrici|membro|membri|primavera|"
            "estate|autunno|inverno|manifestazioni|interesse|candidature|livello|totale|tutte|tutti|numero|cuore|"
            "città|corsa"
        ),
        aim_articles=_either("la il lo le i gli l' un una questa questo nostra nostro"),
        joined_behind=_either("a al alla all' in nel nella nell' del della dell' il la l'")
        + "|all'interno del|all'interno della|nell'ambito del|nell'ambito della",
        name_links=_either("di del della dei degli delle dell' e per al alla sul sulla"),
        demonyms=_demonyms(),
        tail_adjectives="ale|ali|ico|ica|ici|iche|ano|ana|ese|ino|ina|ente|ario|aria|eo|ea|iero|iera|ato|ata",
        head_links=_either("della dello dell' dei degli delle del di per"),
        topic_links="su|sul|sulla|sull'|sui|sulle|per|per il|per la|per le|per l'",
        none_other="nessun'altra|nessun altro|nessuna altra",
        field_links=_either("a al alla all' ai alle agli con in e ed"),
        holdings=_either("di del della dell' dei delle presso in nel nella nell'")
        + "|presso il|presso la|presso l'",
        employs="presso|presso il|presso la|presso l'",
        agents=_either("da dal dallo dalla dall' dai dagli dalle"),
        known_articles=_either("il lo la l' del dello della dell' al alla nostra nostro"),
        elects=(
            "eletto|eletta|elegge|eleggono|elesse|rieletto|rieletta|nominato|nominata|nomina|nominò|designato|"
            "designata|designa|scelto|scelta|sceglie|confermato|confermata|proclamato|proclamata|assunto|assunta|"
            "promosso|promossa|chiamato|chiamata"
        ),
        elected_to="come|a|alla carica di|all'incarico di|quale",
        follows=(
            "succede a|succederà a|è succeduto a|è succeduta a|subentra a|subentrerà a|è subentrato a|"
            "è subentrata a|sostituisce|sostituirà|ha sostituito|prende il posto di|ha preso il posto di|al posto di"
        ),
        serves=_either("del della dell' di"),
        charged="con delega|delegato|delegata|delegati|delegate|responsabile|responsabili|incaricato|incaricata",
        gives_out="pubblicato|ufficio stampa",
        calls="parlato|parla|definito|definisce",
        naming=(
            "chiamato|chiamata|denominato|denominata|battezzato|battezzata|intitolato|intitolata|dal nome|"
            "di nome|con il nome di|sotto il nome di|che prende il nome di|noto come|nota come"
        ),
        besides="oltre a|oltre ad|tranne|eccetto|salvo|dopo|a parte|insieme a",
        exclusives="solo|soltanto|solamente|unicamente|esclusivamente",
        unlike=(
            "a differenza di|al contrario di|diversamente da|(?:con )?(?:la |l['’])?(?:sola |unica )?eccezione di|"
            "ad eccezione di|a eccezione di|eccetto|salvo|tranne|fatta eccezione per|al posto di|invece di|anziché"
        ),
        all_but="meno|fuorché|a parte",
        excepted="esclus[aoei]|eccettuat[aoei]|a parte",
        said_of_all="tutt[ei]",
        said_of_none="nessun[ao]?",
        likened="come|al pari di|così come|allo stesso modo di|proprio come|sull'esempio di|sul modello di",
        jointly="insieme a|insieme ad|insieme con|assieme a|congiuntamente a",
        sent_from=(
            r"(?:insegnanti|docenti|alunn[ie]|scolari|studenti|studentesse|bambin[ie]|giovani|ragazz[ie]|apprendisti|famiglie|"
            r"abitanti|cittadin[ie]|artisti|musicisti|cori|associazioni|scuole|imprese|aziende|ricercatori|sportivi)"
            r"\s(?:di|da|provenienti da)"
        ),
        severally="ciascun[ao] per conto proprio|ognun[ao] per conto suo|ciascun[ao]",
        claimed=(
            r"(?:che\b|(?:(?:la |il |le |i |gli |una |alcune |l['’]))?"
            r"(?:notizi[ae]|informazion[ei]|voc[ei]|affermazion[ei]|cifr[ae]|elench?[oi]|list[ae]|articol[oi])\b)"
        ),
        refuted=(
            r"(?:non (?:è|sono|era|erano) (?:ver[oaie]|corrett[oaie]|esatt[oaie])|"
            r"(?:è|sono|era|erano) (?:fals[oaie]|inesatt[oaie]|errat[oaie]|sbagliat[oaie]|infondat[oaie])|"
            r"non corrispond(?:e|ono) al vero|è frutto di un (?:errore|refuso|equivoco))"
        ),
        on_days="il|lo|nel|del|in|mese|anno|già|a|al|dal|scorso|l'",
        happened=r"(?:(?:ciò|questo) )?(?:avvenne|è avvenuto|è successo|accadde|è accaduto|fu)(?: lo scorso)?",
        sets_against="ma|mentre|però|invece",
        gapped_joiners="e|ma|mentre|solo|soltanto",
        gapped_no="(?:invece,?\\s+)?(?:no|non ancora|ancora no)",
        tells_on="collabora|partecipa|scambia|accoglie",
        does_besides=(
            "collabora|coopera|lavora|mantiene|partecipa|accoglie|scambia|riceve|visita|collaborano|cooperano|"
            "lavorano|scambiano"
        ),
        other_papers="proposte|contributi|osservazioni|suggerimenti|idee|"
        "lettere? d['’]intenti|dichiarazion[ei] d['’]intenti|protocoll[oi] d['’]intesa|memorandum(?: d['’]intesa)?|"
        "(?:accord[oi]|convenzion[ei]|contratt[oi]|protocoll[oi]|patt[oi]) "
        "(?:di collaborazione|di cooperazione|quadro|di gemellaggio|di finanziamento|di prestito|di fornitura|"
        "di amicizia|di partenariato|di locazione)|convenzione|patto dei sindaci|carta",
        gapped_no_first="(?:ma\\s+)?non(?:\\s+però)?",
        gapped_yes="(?:invece,?\\s+)?sì",
        gapped_yes_first="sì",
        gapped_alike="anche|pure|neppure|nemmeno",
    ),
)
