"""What a line is by its wording alone: contact, letterhead, clutter, caption, or running text.

The words are those of letterheads, press contacts and web pages in the languages read; nothing here
depends on what a document is about.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from kg.documents import dates

Hint = Literal["", "letterhead", "contact", "clutter", "caption"]

MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}"
    r"(?:@[\w.-]{1,80}){0,5}"  # addresses that run into each other
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'»«“”()\[\]]{3,2000}", re.IGNORECASE)
HOST = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}"
    r"(?:de|com|org|net|eu|info|fr|es|se|it|pl|nl|ua|at|ch|be|uk|dk|fi|no|pt|gov|edu|int|city|cat|"
    r"lu|ie|cz|ro|lt|lv|ee)"
    r"(?:/[^\s<>\"'()\[\]]{0,300})?(?![\w@])",
    re.IGNORECASE,
)
_PHONE_WORD = (
    r"(?:tele(?:fon|phone|fax|foon|fono)|tel[eé]fono|t[eé]l(?:[eé]phone|[eé]copie)?|tel|phone|fon|"
    r"fax|tfn|tlf|mobile?|"
    r"handy|mobiltelefon|durchwahl|hotline|rufnummer|m[oó]vil|cell|telefonnummer|телефон|тел|факс)"
)
_NUMBER = r"(?:\(?\+\d|\(?0\d|\d{2})[\d\s()/.–-]{4,24}\d"
PHONE = re.compile(
    rf"(?<!\w){_PHONE_WORD}(?:[-.:\s]{{1,4}}(?:nr|no|unter|number|n°)?[-.:\s]{{0,3}}){_NUMBER}"
    rf"|(?<![\w+(])\(?\+\d{{2,3}}[\s()/.–-]{{0,3}}(?:\d[\s()/.–-]{{0,3}}){{6,14}}(?!\w)",
    re.IGNORECASE,
)
# what each telephone number has in it
_DIGITS_APART = re.compile(r"\d[\d\s()/.–-]{4,24}\d")
_LABELLED = re.compile(
    rf"(?:{_PHONE_WORD}|e-?mail|mail|courriel|correo(?: electr[oó]nico)?|e-post|epost|web(?:site|"
    rf"seite)?|internet|"
    r"homepage|site (?:internet|web)|sitio web|hemsida|sito|strona|x|twitter|facebook|instagram|linkedin)"
    r"\s{0,2}(?:[:.]|(?=\s*[+(]?\d))\s{0,3}(?P<rest>.{0,120})",
    re.IGNORECASE,
)
_CONTACT_CUE = re.compile(
    r"(?:(?:ihre?|ihr/e|your|votre|su|din)\s)?"
    r"(?:ansprech(?:partner|person)\w*|(?:presse|medien)?kontakt\w*|kontaktperson\w*|"
    r"r[uü]ckfragen\b.{0,40}|durchwahl|"
    r"bearbeiter\w*|(?:press|media)\s(?:contacts?|office|enquiries|inquiries)|"
    r"contacts?(?:\s(?:persons?|presse|us|info"
    r"\w*|details))?|for (?:more|further) information,? (?:please )?contact.{0,60}|"
    r"contacts? m[eé]dias?|service de presse|"
    r"contactos?(?: de prensa| para medios)?|presskontakt(?:er)?|contatt[io]|ufficio stampa|"
    r"kontakt dla medi[oó]w|"
    r"pers(?:contact|voorlichting)|контакти?|pressestelle\b.{0,60}|"
    r"gabinete de prensa)\s{0,2}(?P<colon>[:*]?)",
    re.IGNORECASE,
)
_KIND_OF_PAPER = re.compile(
    r"(?:medien|presse)(?:information|mitteilung|meldung|dienst|erkl[aä]rung|einladung|info)(?:en)?|"
    r"press(?:emeddelande|meddelande)|"
    r"(?:press|media|news) (?:release|statement|information)|communiqu[eé] de presse|dossier de presse|"
    r"nota de prensa|comunicado(?: de prensa)?|comunicato stampa|persbericht|(?:informacja|"
    r"komunikat) prasow[ay]|"
    r"nyhetsbrev|прес-?реліз|for immediate release|sperrfrist\b.{0,40}|embargo\b.{0,40}",
    re.IGNORECASE,
)
_ADDRESS_LABEL = re.compile(
    r"(?:haus|post|besuch(?:er|s)|liefer|paket|brief)?an?(?:schrift|dresse)(?: der redaktion)?\s*:?|"
    r"(?:besucher|post|e-mail-)adresse\s*:?|address\s*:?|visiting address\s*:?|direcci[oó]n\s*:|"
    r"domicilio\s*:|"
    r"bes[oö]ksadress\s*:?|postadress\s*:?|indirizzo\s*:?|sede\s*:|адреса\s*:?|"
    r"herausgeber(?:in)?\s*:?|impressum\s*:?|"
    r"editor\s*:|absender\s*:?",
    re.IGNORECASE,
)
_HOUSE = r"\d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?"
_REST = r"(?=$|\s*[,|·•/(;]|\s+[-–]|\s+\d{4,5}\s)"
_STREET = re.compile(
    rf"(?:[\w.'’-]{{1,40}}[ ]){{0,4}}[\w.'’-]{{0,40}}"
    rf"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|wall|ring|damm|ufer|markt|chaussee|promenade|"
    rf"graben|steig|"
    rf"gatan|v[aä]gen|torget|gr[aä]nd|straat|laan|plein|kade|gracht)\s{_HOUSE}{_REST}"
    rf"|\d{{1,5}}\s?[A-Za-z]?,?\s(?:[\w.'’-]{{1,30}}\s){{1,4}}(?:street|st|road|rd|avenue|ave|lane|"
    rf"square|drive)\b\.?{_REST}"
    rf"|\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|chemin|"
    rf"impasse)\s.{{2,50}}"
    rf"|(?:rue|avenue|boulevard|place|quai|calle|c/|avenida|avda\.?|plaza|pza\.?|paseo|via|viale|"
    rf"piazza|corso|largo|"
    rf"ul\.|al\.|pl\.|вул\.|просп\.|пл\.)\s?.{{2,50}}?,?\s(?:n[°ºo.]*\s?)?{_HOUSE}{_REST}"
    rf"|postfach\b.{{0,30}}\d|p\.?\s?o\.?\s?box\s\d|apartado\s.{{0,12}}\d|b\.\s?p\.\s\d",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TOWN = (
    r"[^\W\d_][\w.'’()/-]{1,30}(?:[ -](?:[^\W\d_a-zäöüß][\w.'’()/-]{0,30}|"
    r"am|an|der|im|bei|de|la|le|sur|del|ob|den|upon|\(\w+\))){0,4}"
)
_POSTCODE = re.compile(
    rf"(?:(?:[A-Z]{{1,2}}[-–\s])?\d{{5}}|[A-Z]{{1,2}}[-–\s]\d{{4}}|(?!19|20)\d{{4}}|"
    rf"\d{{3}}\s\d{{2}}|\d{{2}}-\d{{3}}|"
    rf"\d{{4}}\s?[A-Z]{{2}})\s{{1,2}}(?=[^\W\d_a-zäöüß]){_TOWN}(?:,\s\w{{2,20}})?"
    rf"|(?:{_TOWN},?\s)?[A-Z]{{1,2}}\d[A-Z\d]?\s\d[A-Z]{{2}}(?:,\s.{{2,20}})?"
)
_LEGAL = re.compile(
    r"\b(?:iban|bankverbindung|konto(?:nummer|-nr)|ust-?id(?:nr)?|umsatzsteuer\w*|steuernummer|amtsgericht|"
    r"hrb|vat (?:no|number|reg)|siret|org\.?\s?nr|p\.?\s?iva|kvk)\b\.?",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:zu erreichen (?:ab|mit|sind)|sie erreichen uns|anfahrt|so finden sie uns|haltestelle\b|"
    r"verkehrsanbindung|"
    r"(?:stra(?:ß|ss)en|u-|s-)bahn(?:en)?(?:\s?linien?|haltestelle)?\b|buslinien?\b|"
    r"parkm[oö]glichkeit|gekennzeichnete "
    r"parkpl|how to (?:find|reach)|getting here|nearest (?:stop|station)|public transport:|"
    r"acc[eè]s\s*:|comment venir|"
    r"c[oó]mo llegar|hitta (?:hit|till)|dojazd)",
    re.IGNORECASE,
)
_ENCRYPTED = re.compile(
    r"(?:verschl(?:ü|ue)sselt|elektronisch\w* signiert|qualifiziert\w* elektronisch|encrypted e-?mail)", re.I
)
_HOURS = re.compile(
    r"(?:(?:ö|oe)ffnungszeiten|sprechzeiten|servicezeiten|b(?:ü|ue)rozeiten|opening hours|"
    r"office hours|heures d.ouverture|"
    r"horaires?|horario|öppettider|orari)\b.{0,60}"
    r"|(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|montag|dienstag|mittwoch|donnerstag|freitag)\w{0,6}\.?"
    r"(?:\s?(?:[-–,]|bis|und|"
    r"to)\s?\w{2,10}\.?)?:?\s(?:von\s)?\d{1,2}(?:[:.]\d\d)?\s?(?:uhr\s?)?(?:[-–]|bis|to)\s?\d{1,2}.{0,40}",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"[-–—|]?\s?(?:(?:seite|page|p[aá]gina|sida|pagina|strona|сторінка|s\.|p\.)\s{0,2})?\d{1,4}"
    r"(?:\s?(?:von|of|/|de|sur|av|di|z|van|з)\s?\d{1,4})?\s?\.?\s?[-–—|]?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:teaser|titel|archiv|symbol|vorschau)?(?:bild|foto)(?:unterschrift|nachweis|quelle|"
    r"rechte|credit|s)?|abb(?:ildung|\.)|"
    r"photos?|picture|image|fig(?:ure|\.)|grafik|graphic|illustration|cr[eé]dits?(?: photo)?|imagen|"
    r"foto(?:graf[ií]a)?|bild|"
    r"video(?:aufnahme)?|credit|copyright)\s?(?:\d{1,3}\s?)?(?::|©|\(c\)|/)\s?\S"
    r"|(?:teaser|titel|archiv|symbol|vorschau)bild\b|©|\(c\)\s",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"[(|,/–-]\s?(?:(?:bild|foto|photo|grafik|image|cr[eé]dits?|video(?:aufnahme)?|quelle|source|"
    r"fuente|k[aä]lla)s?\s?:|©|\(c\))"
    r"\s?[^:.]{2,70}$|\blogo$",
    re.IGNORECASE,
)
_CLUTTER_WORDS = """
anzeige|anzeigen|werbung|advertisement|advertising|ad|sponsored|publicite|publicidad|annons|pubblicita
reklama|advertentie|cookie-einstellungen|cookies|cookie settings|cookie policy|alle akzeptieren
alle cookies akzeptieren|accept all|reject all|accept|akzeptieren|ablehnen|decline|tout accepter
tout refuser|aceptar todo|aceptar|rechazar|acceptera|godkann alla|zustimmen|zum inhalt springen
zum inhalt|zur navigation|zur suche|direkt zum inhalt|skip to content|skip to main content
skip navigation|aller au contenu|aller au contenu principal|ir al contenido|saltar al contenido
hoppa till innehall|till innehallet|zum hauptinhalt|zum hauptinhalt springen|zum menu|top of page
bottom of page|skip to main|jump to content|back to news|back to all news|ir al contenido principal
saltar al contenido principal|aller au menu|passer au contenu|hoppa till huvudinnehall|ga till innehall
ga direkt till innehall|ga direkt till innehallet|ga direkt till sidans innehall|till innehall pa sidan
ga direkt till huvudinnehallet|ga till huvudinnehall|ga till huvudinnehallet|ga till innehallet
hoppa till huvudinnehallet|hoppa till innehallet|hoppa over navigering|till sidans huvudinnehall
passer au contenu principal|acceder au contenu|acceder au contenu principal|aller au menu principal
retour a l'accueil|retour aux actualites|pasar al contenido principal|pasar al contenido
saltar a contenido principal|volver a noticias|jump to main content|skip to page content
springe zum inhalt|direkt zum hauptinhalt|zum inhaltsbereich springen|till startsidan
till huvudinnehall|nach oben|seitenanfang|zum seitenanfang|back to top|top|haut de page
retour en haut|volver arriba|till toppen|teilen|seite teilen|artikel teilen|beitrag teilen|share
share this|share this page|share on|share article|partager|compartir|dela|drucken|seite drucken
artikel drucken|print|print page|print this page|imprimer|imprimir|skriv ut|stampa|als pdf|pdf|vorlesen
facebook|twitter|x|linkedin|instagram|whatsapp|youtube|xing|mastodon|bluesky|threads|tiktok|pinterest
telegram|rss|flickr|vimeo|email|e-mail|mail|per e-mail senden|link kopieren|copy link|tweet|post|like
follow us|folgen sie uns|suivez-nous|siguenos|folj oss|impressum|datenschutz|datenschutzerklarung
barrierefreiheit|erklarung zur barrierefreiheit|leichte sprache|gebardensprache|agb|imprint|legal notice
privacy|privacy policy|privacy notice|accessibility|terms of use|terms and conditions|sitemap
mentions legales|politique de confidentialite|accessibilite|plan du site|aviso legal
politica de privacidad|politica de cookies|accesibilidad|mapa web|integritetspolicy|tillganglighet
all rights reserved|alle rechte vorbehalten|tous droits reserves|menu|hauptmenu|navigation
hauptnavigation|suche|suchen|search|recherche|rechercher|buscar|sok|sok pa webbplatsen|buscador|cerca
startseite|home|homepage|accueil|inicio|startsida|start|sie sind hier|you are here|vous etes ici
breadcrumb|usted esta aqui|weiterlesen|mehr lesen|mehr erfahren|mehr anzeigen|mehr|read more|learn more
show more|see more|more|lire la suite|en savoir plus|leer mas|mas informacion|las mer|zuruck
zuruck zur ubersicht|zur ubersicht|ubersicht|back|back to overview|retour|volver|tillbaka|weiter
vorherige|nachste|next|previous|suivant|precedent|siguiente|anterior|nasta|foregaende|schliessen|close
fermer|cerrar|stang|anmelden|login|log in|sign in|sign up|register|registrieren|abmelden|logout
se connecter|iniciar sesion|logga in|subscribe|newsletter abonnieren|newsletter bestellen
newsletter anmelden|jetzt abonnieren|subscribe to our newsletter|abonnieren|s'abonner
s'abonner a la newsletter|suscribirse|prenumerera|download|herunterladen|deutsch|english|francais|espanol
svenska|de|en|fr|es|schriftgrosse|kontrast|kontakt aufnehmen|lesezeit|related articles|related news
das konnte sie auch interessieren|ahnliche beitrage|mehr zum thema|auch interessant|lire aussi
a lire aussi|noticias relacionadas|relaterade nyheter|comments|kommentare|leave a comment
kommentar schreiben|kommentar hinterlassen|tags|schlagworte|bild vergrossern|vergrossern
bild in originalgrosse
"""
_CLUTTER = frozenset(
    word.strip() for row in _CLUTTER_WORDS.split("\n") for word in row.split("|") if word.strip()
)
_COOKIE = re.compile(
    r"\bcookies?\b.{0,200}(?:akzept|zustimm|einwillig|verwend|nutz|accept|consent|use|prefer|"
    r"accepte|utilis|acept|utiliza|"
    r"godk[aä]n|anv[aä]nd|einstell|setting)"
    r"|(?:akzept|zustimm|einwillig|verwende|nutze|accept|consent|we use|utilis|acept|utiliza|"
    r"anv[aä]nder)\w*.{0,60}\bcookies?\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:(?:copyright|©|\(c\))\s*){1,2}(?:by\s)?(?:19|20)\d\d\b", re.I)
_WAIT = re.compile(
    r"(?:lesezeit|reading time|temps de lecture|tiempo de lectura|l[aä]stid)\b\W{0,3}.{0,20}$", re.I
)
_CRUMBS = re.compile(
    r"(?:sie sind hier|sie befinden sich hier|you are here|vous [eê]tes ici|usted est[aá] aqu[ií]|"
    r"du [aä]r h[aä]r)\b",
    re.I,
)
_SEPARATORS = re.compile(r"\s[|·•>»›/–-]\s|[|·•›»>]|\s{3,}")

_FINAL = re.compile(r"[.!?…:;][\"'»«“”„’‘)\]*]{0,3}$|[.!?…]\s?(?:\(\w{1,6}\))$")
_OPEN_WORDS = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "und",
        "oder",
        "sowie",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "im",
        "in",
        "am",
        "an",
        "auf",
        "aus",
        "bei",
        "mit",
        "nach",
        "seit",
        "für",
        "durch",
        "über",
        "unter",
        "zwischen",
        "gegen",
        "ohne",
        "um",
        "bis",
        "vor",
        "dass",
        "weil",
        "wenn",
        "als",
        "wie",
        "auch",
        "nicht",
        "sich",
        "ist",
        "sind",
        "wird",
        "werden",
        "wurde",
        "wurden",
        "hat",
        "haben",
        "kann",
        "können",
        "soll",
        "sollen",
        "muss",
        "diese",
        "dieser",
        "dieses",
        "diesem",
        "diesen",
        "ihre",
        "ihrer",
        "ihren",
        "ihrem",
        "sein",
        "seine",
        "seiner",
        "seinen",
        "unsere",
        "unserer",
        "welche",
        "welcher",
        "welches",
        "beim",
        "sehr",
        "noch",
        "nur",
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "that",
        "which",
        "who",
        "whose",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "has",
        "have",
        "had",
        "this",
        "these",
        "those",
        "their",
        "its",
        "our",
        "into",
        "than",
        "between",
        "through",
        "under",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "et",
        "ou",
        "à",
        "au",
        "aux",
        "en",
        "dans",
        "par",
        "pour",
        "sur",
        "avec",
        "que",
        "qui",
        "dont",
        "est",
        "sont",
        "ses",
        "son",
        "sa",
        "leur",
        "leurs",
        "cette",
        "ces",
        "el",
        "los",
        "las",
        "una",
        "unos",
        "unas",
        "y",
        "o",
        "del",
        "al",
        "con",
        "por",
        "para",
        "sobre",
        "que",
        "es",
        "son",
        "su",
        "sus",
        "como",
        "och",
        "eller",
        "att",
        "av",
        "på",
        "till",
        "från",
        "med",
        "för",
        "som",
        "är",
        "var",
        "den",
        "det",
        "ett",
        "en",
        "de",
        "har",
        "ska",
        "kan",
        "vid",
        "om",
        "il",
        "lo",
        "gli",
        "uno",
        "e",
        "di",
        "da",
        "nel",
        "nella",
        "con",
        "per",
        "che",
        "è",
        "sono",
        "i",
        "w",
        "z",
        "na",
        "do",
        "od",
        "oraz",
        "się",
        "jest",
        "het",
        "een",
        "van",
        "met",
        "voor",
        "door",
        "op",
        "te",
        "і",
        "та",
        "в",
        "у",
        "на",
        "з",
        "до",
        "від",
        "що",
        "як",
    ]
)


def is_final(text: str) -> bool:
    """Whether it ends as a sentence ends."""
    return bool(_FINAL.search(text[-12:]))


def is_open(text: str) -> bool:
    """Whether grammar demands more: it ends in an article, a preposition, a comma or the like."""
    if text.endswith((",", "-", "–", "&")):
        return True
    return text.rsplit(None, 1)[-1:] != [] and text[-40:].rsplit(None, 1)[-1].casefold() in _OPEN_WORDS


def is_prose(text: str) -> bool:
    """Whether it reads as a sentence: five words or more, and a full stop."""
    return is_final(text) and not text.endswith(":") and len(text[:200].split()) >= 5 and text[:1].isupper()


def folded(text: str) -> str:
    """Lower case, no diacritics, no marks at its ends."""
    bare = text.casefold()
    if not bare.isascii():
        # nothing before U+0300 combines
        letters = unicodedata.normalize("NFKD", bare)
        bare = "".join([c for c in letters if c < "\u0300" or not unicodedata.combining(c)])
    return " ".join(bare.split()).strip(" .:!?*|·•>»›<«-–…()[]")


def hint(bare: str) -> Hint:
    """What a line's own words say it is; "" for running text.

    Args:
        bare: One line without markup; only lines up to 300 code points are judged.
    """
    if not bare or len(bare) > 300:
        return ""
    if is_clutter(bare):
        return "clutter"
    if is_stamp(bare):
        return "letterhead"
    if _is_contact(bare):
        return "contact"
    if is_letterhead(bare):
        return "letterhead"
    if is_caption(bare):
        return "caption"
    return ""


def is_clutter(bare: str) -> bool:
    """Navigation, sharing, consent, advertisement."""
    if folded(bare) in _CLUTTER:
        return True
    parts = [folded(part) for part in _SEPARATORS.split(bare)]
    parts = [part for part in parts if part]
    known = sum(part in _CLUTTER for part in parts)
    if len(parts) > 1 and known * 2 >= len(parts):
        return True
    if known and len(parts) > 2 and all(len(part.split()) <= 3 for part in parts):
        return True
    if _CRUMBS.match(bare):
        return True
    if not parts and not any(map(str.isalnum, bare)):
        return True
    return bool(("ookie" in bare and _COOKIE.search(bare)) or _WAIT.match(bare))


def is_cue(bare: str) -> bool:
    """A contact's heading, with nothing but its name on the line."""
    match = _CONTACT_CUE.fullmatch(bare)
    return match is not None


def _is_contact(bare: str) -> bool:
    if _CONTACT_CUE.fullmatch(bare):
        return True
    cue = _CONTACT_CUE.match(bare)
    if cue and cue["colon"] and len(bare) <= 160:
        return True
    labelled = _LABELLED.match(bare)
    if labelled and (not labelled["rest"] or _carries_contact(labelled["rest"])):
        return True
    left = MAIL.sub(" ", bare) if "@" in bare else bare
    left = PHONE.sub(" ", left) if _DIGITS_APART.search(left) else left
    if left != bare and (len(bare) <= 120 or len(left) * 2 <= len(bare)) and not is_prose(left):
        return True
    return (
        bool(re.fullmatch(rf"(?:{_NUMBER})\*?", bare))
        and len(re.sub(r"\D", "", bare)) >= 8
        and bare[0] in "+(0"
    )


def _carries_contact(rest: str) -> bool:
    return bool(
        MAIL.search(rest)
        or URL.search(rest)
        or HOST.search(rest)
        or re.match(_NUMBER, rest)
        or rest[:1] == "@"
    )


def is_letterhead(bare: str) -> bool:
    """Sender, address, kind of paper, page number, bank, way there, or nothing but dates and addresses."""
    if len(bare) <= 120 and (
        is_kind_of_paper(bare) or _ADDRESS_LABEL.fullmatch(bare) or _PAGE_NUMBER.fullmatch(bare)
    ):
        return True
    if len(bare) <= 120 and not is_prose(bare) and _is_street(bare):
        return True
    if (
        len(bare) <= 160
        and not is_prose(bare)
        and (_LEGAL.search(bare) or _HOURS.fullmatch(bare) or _WAY.match(bare))
    ):
        return True
    if _ENCRYPTED.search(bare) or (len(bare) <= 120 and _COPYRIGHT.match(bare)):
        return True
    return _is_sender_with_host(bare) or is_stamp(bare)


_SMALL_IN_STREETS = frozenset(
    [
        "am",
        "an",
        "der",
        "den",
        "dem",
        "im",
        "in",
        "zum",
        "zur",
        "von",
        "unter",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "della",
        "di",
        "of",
        "the",
        "och",
        "i",
        "rue",
        "avenue",
        "boulevard",
        "place",
        "quai",
        "cours",
        "chemin",
        "impasse",
        "calle",
        "avenida",
        "plaza",
        "paseo",
        "via",
        "viale",
        "piazza",
        "corso",
        "largo",
        "ul",
        "al",
        "pl",
        "bis",
        "ter",
        "n",
    ]
)


def _is_street(bare: str) -> bool:
    """A street with its number; "third place 3" is none, since names of streets are written in capitals."""
    match = _STREET.match(bare) if _DIGIT.search(bare) else None
    if match is None:
        return False
    small = (word for word in _WORDISH.findall(match.group()) if word[0].islower() and len(word) > 1)
    return all(word.strip(".").casefold() in _SMALL_IN_STREETS for word in small)


def is_kind_of_paper(bare: str) -> bool:
    """ "Press release" and its like, alone or with a number, a date or a sender beside it."""
    match = _KIND_OF_PAPER.match(bare)
    if match is None:
        return False
    return not _words_left(bare[match.end() :]) or bare[match.end() :].lstrip()[:1] in ("|", "/", "·", "•")


def is_page_number(bare: str) -> bool:
    """ "Page 1 of 2", "- 3 -", or a number alone."""
    return len(bare) <= 40 and _PAGE_NUMBER.fullmatch(bare) is not None


def is_postcode(bare: str) -> bool:
    """A postcode with its town and nothing else; so close to "10000 Trees" that neighbours must agree."""
    return len(bare) <= 70 and bool(_POSTCODE.fullmatch(bare))


def is_caption(bare: str) -> bool:
    """A picture's caption, credit, or stand-in text."""
    return bool(_CAPTION.match(bare) or (len(bare) <= 200 and _CREDIT_AT_END.search(bare)))


_MAY_BE_STAMP = re.compile(r"\d|\w\.\w")


@lru_cache(maxsize=256)
def is_stamp(bare: str) -> bool:
    """Nothing but dates, times, web addresses and the words that go with them."""
    if not _MAY_BE_STAMP.search(bare) or _says_something(bare):
        return False
    if not (dates.DATE.search(bare) or URL.search(bare) or HOST.search(bare) or dates.MONTH.search(bare)):
        return False
    return not _words_left(bare) and not dates.is_of_occasion(bare)


_MAY_HAVE_HOST = re.compile(r"\w\.\w|://|www\.", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"(?<!\S)[a-z]{5,}(?!\S)")
_LONGEST_PLACE = 48


def _says_something(bare: str) -> bool:
    """Whether a word is left that no date, address or place before a date can hold; soon seen in most lines."""
    if _MAY_HAVE_HOST.search(bare) or bare[:1].isspace():
        return False
    words = (found.group() for found in _PLAIN_WORD.finditer(bare, _LONGEST_PLACE))
    return any(word not in _STAMP_WORDS and word not in dates.MONTHS for word in words)


def is_dated(bare: str) -> bool:
    """A stamp with a day or a month in it."""
    return is_stamp(bare) and bool(dates.DATE.search(bare) or dates.MONTH.search(bare))


_STAMP_WORDS = frozenset(
    [
        "uhr",
        "den",
        "der",
        "vom",
        "am",
        "le",
        "la",
        "el",
        "du",
        "de",
        "del",
        "nr",
        "no",
        "n°",
        "num",
        "stand",
        "datum",
        "date",
        "fecha",
        "data",
        "veröffentlicht",
        "veroeffentlicht",
        "erschienen",
        "publiziert",
        "aktualisiert",
        "erstellt",
        "published",
        "updated",
        "posted",
        "on",
        "publié",
        "publie",
        "mis",
        "à",
        "jour",
        "publicado",
        "actualizado",
        "publicerad",
        "publicerat",
        "uppdaterad",
        "pubblicato",
        "il",
        "data",
        "gedruckt",
        "druckdatum",
        "abgerufen",
        "printed",
        "retrieved",
        "accessed",
        "at",
        "seite",
        "page",
        "ausgabe",
        "issue",
        "lfd",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "måndag",
        "tisdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lördag",
        "söndag",
        "letzte",
        "änderung",
        "zuletzt",
        "geändert",
        "last",
        "modified",
        "dernière",
        "modification",
        "pm",
        "um",
        "h",
        "cet",
        "cest",
        "gmt",
        "utc",
        "und",
        "von",
        "of",
        "web",
        "internet",
        "www",
    ]
)
_WORDISH = re.compile(r"[^\W\d_][\w'’.-]*")


def _words_left(bare: str) -> int:
    """Words that remain beside dates, addresses and the words of stamps; a place before a date is none."""
    if len(bare) > 400:
        return len(bare)
    left = URL.sub(" ", bare)
    left = dates.DATE.sub(" \x00 ", HOST.sub(" ", left))
    left = dates.MONTH.sub(" \x00 ", left)
    left = re.sub(r"^\s*[^\W\d_a-zäöüß][^\x00,\d]{1,40},\s*(?:den|le|am|the|el|il)?\s*(?=\x00)", " ", left)
    return sum(word.strip(".'’-").casefold() not in _STAMP_WORDS for word in _WORDISH.findall(left))


def _is_sender_with_host(bare: str) -> bool:
    """ "Town of Northhaven - www.northhaven.example" and the like: a name, a dash, a host."""
    if len(bare) > 120 or ("." not in bare and "://" not in bare) or is_prose(bare):
        return False
    match = URL.search(bare) or HOST.search(bare)
    if match is None:
        return False
    left = bare[: match.start()] + bare[match.end() :]
    return match.end() >= len(bare.rstrip(" .)*")) and len(left.split()) <= 8
