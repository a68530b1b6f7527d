"""Who gives a document out: by metadata, letterhead, imprint, web host or dateline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, wraps

from pyoxigraph import Literal

from kg import language as lang
from kg.documents import Block, Document
from kg.documents.layout import is_kind_of_paper
from kg.names import fold, kg
from kg.periods import Period
from kg.reading import bynames, imprints
from kg.reading.annotating import Annotator
from kg.reading.context import Place
from kg.reading.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_WEB_HOST = kg("webHost")
_FIRST_LINES, _LAST_LINES, _SHORT_LINE = 4, 3, 120
_MOST_OF_LINE, _PART_OF_NAME = 0.6, 0.35
_IMPRINT = re.compile(r"\s*([A-ZÄÖÜÉ][\w'’&.-]*(?:\s+[\w'’&.-]+){0,5}?)\s*(?:[|·•,]|\s[–-]\s)")
_PLACE_AND_DAY = re.compile(
    r"^\W*[A-ZÄÖÜÉ][\w./ -]{2,40},[^,]{0,12}\d(?:[^,–]{4,28}?|[^,–]{0,12}, \d{4}\W{0,2})(?=[-–:,(]|\.\s)"
)
# a news agency's name in brackets, behind place and day
_AGENCY = re.compile(
    r"^\W*[A-ZÄÖÜÉŁŠŽ][^()\n]{2,60}\(([\w][\w .&/-]{2,30})\)\s*(?:[–—:.-]|,\s\d|$|(?=[A-ZÄÖÜ„“\"»\d]))"
)
_PARTS = re.compile(r"\s*[|·•›»]\s*|\s+[–—-]\s+|\.\s+|,\s+|\s+c/o\s+|\s{3,}|\t")
_BEHIND = re.compile(
    r"\w*\W+(?:[a-zäöüß]{2,4}\s+){1,2}([A-ZÄÖÜÉ][\w.'’&-]*(?:\s+(?:[A-ZÄÖÜÉ][\w.'’&-]*|e\.|[a-zäöüß]{2,4}))*)"
)
# "issue 1/2026" gives the year alone
_ISSUE = re.compile(r"\b\d{1,2}\s?/\s?(20\d\d)\b")
# what a paper that comes again and again is called, with its number: no part of who sends it
_SERIAL = re.compile(
    r"\s*\b(?:newsletter|rundbrief|infobrief|infodienst|bulletin|nyhetsbrev|boletín|nieuwsbrief|online|"
    r"lettre d['’]information|pressemitteilung|medienmitteilung|pressedienst|press release|ausgabe|edition|"
    r"issue|heft|nummer|nr\.?|no\.?|seite|page|página|sida)(?:\s+\d+)?\b\.?\s*$",
    re.IGNORECASE,
)
# a paper of somebody who may have a name of their own before it
_NEWS_OF = re.compile(r"\s+(?:news|blog|nyheter|aktuell|update|updates|actualités|noticias)$", re.IGNORECASE)
_MOST_WORDS, _MOST_AGENCY_WORDS, _MOST_TITLE_WORDS = 8, 3, 16
# a place and what begins a date, with little between
_PLACED = re.compile(
    r"(?:^|\s)([A-ZÄÖÜÉŁŠŽ][\w.-]+(?:\s[A-ZÄÖÜÉ][\w.-]+)?),?\s(?:den\s|le\s|el\s|on\s)?(?=\d|[A-Z][a-z]+\s\d)"
)
# a paper and whose it is
_PAPER_OF = re.compile(
    r"\b(?:\w*brief|newsletter|magazin|zeitschrift|mitteilungsblatt|bulletin|nyhetsbrev|boletín|bulletin|"
    r"hoja informativa|revista|lettre|magazine|journal|informationsblad|tidning|"
    r"pressemitteilung|medienmitteilung|presseinformation|press release|communiqué|nota de prensa|pressemeldung|"
    r"presseaussendung|pressenotiz|medieninformation|pressmeddelande|statement|announcement|mitteilung)"
    r"(?:\s(?:municipal|informativ[oa]|digital|semanal|mensual|trimestral|d['’]information|hebdomadaire|mensuelle?|"
    r"électronique))*"
    r"\s+(?:\d\S*\s+)?(?:des|der|vom|von|of|from|du|de|d'|från|del)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:Von|By|Av|Par|Por)\s+[^\W\d_a-z][\w'’.-]+(?:\s+[\w'’.-]+){1,3},\s+([^\W\d_a-z][\w'’& -]{2,40})"
)
_OWNER = re.compile(
    r"(?:©|\([cC]\)|\bCopyright\b)\s*(?:(?:by\s)?(?:\d{4}(?:[–-]\d{4})?,?\s*)?)([^\W\d_a-z][\w'’&. -]+?)(?:\s\d{4})?"
    r"\s*(?:$|[·|•,]|\s[–-]\s|(?<=\w{3})\.\s)"
    r"|^\W*([^\W\d_a-z][\w'’&. -]+?)(?:,[^·|•]*)?\s*[·|•–-]\s.*"
    r"(?:Impressum|Datenschutz|Barrierefreiheit|Imprint|Privacy|Accessibility|Cookies|Mentions légales|Aviso legal)"
)
_SIGN = re.compile(r"©|\([cC]\)|Copyright\b")
# what newspapers and magazines are called, in one of the words of their names
_PAPER_NAME = re.compile(
    r"(?:bote|kurier|blick|anzeiger|zeitung|post|blatt|rundschau|echo|nachrichten|courier|gazette|times|review|journal|"
    r"herald|tribune|mercury|chronicle|observer|merkur|presse|stimme|correo|diario|heraldo|voz|noticias|dépêche|courrier|"
    r"tidning|tidningen|bladet|posten|kuriren|magazin|magazine|revue|revista|weekly|monitor|daily|wire|dispatch|telegraph|guardian|dagblad|nieuwsblad|gazeta|dziennik|tidende|giornale|corriere|gazzetta)$",
    re.IGNORECASE,
)
# these alone are a kind of paper, not the name of one ("club news")
_PAPER_NOUN = re.compile(
    r"(?:nachrichten|zeitung|blatt|presse|magazin|post|review|journal|noticias|revue)$", re.IGNORECASE
)
# sheets that any town or club may have
_ANY_SHEET = re.compile(
    r"(?:amts|mitteilungs|nachrichten|info|merk|extra|sonder|flug|anzeigen|wochen|tage?s|monats|falt)blatt|"
    r"(?:\w+s)?zeitung$|nachrichten$|presse$|magazin$|journal$|revue$|noticias$",
    re.IGNORECASE,
)
# says of the name before it in its line that it is a paper's
_PAPER_KIND = re.compile(
    r"\b(?:\w*magazin|\w*zeitung|\w*zeitschrift|\w*magazine|newspaper|journal|\w* edition|\w*blatt|weekly|daily|"
    r"lokales|agenzia|nachrichtenagentur|news agency|agence|agencia|nyhetsbyrå|"
    r"revue|revista|tidning|tidskrift|diario|quotidien|mensuel|bimestriel|periódico)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:stand|aktualisiert|erstellt|updated|last updated|mis à jour|mise à jour|actualizado|actualizada|uppdaterad|"
    r"publicado|publicada|publié|publiée|publicerad|posted|niederschrift|protokoll|sitzung vom|sitzung am|minutes|"
    r"edited|last edited|bearbeitet|geändert|procès-verbal|acta|sammanträde|protokoll från)\b",
    re.IGNORECASE,
)
# what stands below the name in a masthead: what the paper is, or which part of the sender made it
_MASTHEAD = re.compile(
    r"stellungnahme|erklärung|offener brief|positionspapier|\bstatement\b|open letter|"
    r"presse|\bpress\b|medien|\bmedia\b|nieuws|persbericht|prasow|stampa|prensa|\bnews\b|noticia|nyhet|"
    r"mitteilung|melding|aussendung|information|newsletter|kommunikation|communication|comunica|gemeinderat|stadtrat|"
    r"niederschrift|protokoll|minutes|geschäftsstelle|sekretariat|secretariat|\boffice\b|büro|biuro|referat|"
    r"abteilung|dezernat|journal|bulletin|bekendtgør|tiedote|rådhus|rathaus|ayuntamiento|gabinete|cabinet",
    re.IGNORECASE,
)
_MASTHEAD_WORDS, _MASTHEAD_LINES, _HEAD_BLOCKS, _MOST_BELOW = 8, 4, 2, 3
_GOES_ON = re.compile(r"(?:des|der|für|und|of|for|and|de|du|del|para|för|och)\s+[A-ZÄÖÜÉ]")
_NAME_OF = re.compile(
    r"\s*(?:(?:the|der|des|die|la|le|el|los|les)\s+)?([A-ZÄÖÜÉ][\w.&'’-]*(?:\s+(?:[A-ZÄÖÜÉ][\w.&'’-]*|der|des|für|of|the|for|and|und|"
    r"de|du|la|del|och|för))*?)(?=\s*(?:$|[,·|•*:(–]|\s[-a-zäöüß]+\b|\d))"
)
_FOOTED = re.compile(
    r"^\W*([^\W\d_a-z][^,·|•\n]{2,60}?)\s*[,·|•]\s[^·|•\n]{3,40}[,·|•\s]\s*\d{4,5}\s+[A-ZÄÖÜÉ]"
)
# what stands last in the title of a web page
_SITE = re.compile(r"<title>[^<]*\s[|–—-]\s([^<|]{3,60})</title>", re.IGNORECASE)
# words of which the menus of web pages are made
_MENU = frozenset(
    re.findall(
        r"\w+",
        "studium forschung hochschule international aktuelles kontakt presse news noticias "
        "agenda trámites ayuntamiento startseite home themen service politik kultur "
        "sport wirtschaft verwaltung rathaus bürger tourismus karriere about politics "
        "culture events members archive research study contact actualités "
        "services politique économie campus einrichtungen fakultäten universität bürgerservice leben "
        "wohnen bauen freizeit familie bildung umwelt verkehr nyheter kalender "
        "kontakta om search suche menü menu login newsletter mediathek "
        "shop abo zum inhalt springen skip to content front page visit services ",
    )
)
# the day, hour and month with which a news agency signs off: "081542 Oct 24"
_SIGNED_OFF = re.compile(r"^\W*(\d{2})[0-2]\d[0-5]\d\s+([A-Za-z][a-zäA-Z]{2,3})\.?\s+(\d{2})\W*$")
_HEADED = 100
_MOST_ITEM_WORDS, _LEAST_ITEMS = 3, 3
_LEGAL = re.compile(rf"(?:{bynames.LEGAL_FORM.pattern})$")
# a body's name and, behind it, the state's whose it is
_STATE_BEHIND = re.compile(r"(.+?),?(?:\s(?:des\sLandes|Land|of|de|du))?\s([A-ZÄÖÜ][\w-]+)")
_LEAST_OF_BODY = 3
# between a part of a body and the place that it works in or for
_WHERE = r"(?:in|to|en|i|für|för|for|pour)"
# what stands beside the name of who wrote it, and is none
_GENRE = re.compile(
    r"(?:nyhet(?:er)?|meldung(?:en)?|nachricht(?:en)?|aktuelle[sr]?|artikel|beitrag|noticias?|actualités?|actus?|"
    r"entrevista|entretien|intervju|preguntas frecuentes|foire aux questions|questions fréquentes|vanliga frågor|"
    r"frågor och svar|crónica|reportaje|crónica municipal|acta|procès-verbal|protokoll|breves|en bref|i korthet|"
    r"sammanträdesprotokoll|mötesprotokoll|protokollsutdrag|kallelse|dagordning|compte[- ]rendu|ordre du jour|"
    r"orden del día|acuerdos|insändare|debattartikel|ledare|tribune|éditorial|edito|tribuna|opinión|"
    r"news(?:\s?flash)?|blog(?:\s?post|\s?beitrag)?|story|article|feature|reportage|hintergrund|interview|"
    r"(?:presse|medien|press|media)(?:raum|portal|room|kontakt|stelle|\scontact|\soffice)?)(?:\s\d[\d/.]*)?",
    re.IGNORECASE,
)
# what the record of a meeting is called
_RECORD = re.compile(
    r"(?:extracto del )?acta\b|orden del día|procès-verbal|compte[- ]rendu|ordre du jour|(?:\w*s)?protokoll|kallelse",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:von|by|av|par|por)\s", re.IGNORECASE)
_COLUMNS = re.compile(r"\s*[|·•]\s*|\s[–—-]\s")
_LEAST_PARTS = 2
_WITH_SHORT = re.compile(
    r"(?:(?:The|Das|Die|Der|Le|La|Les|El|Los)\s)?([^()]+?)\s\(([^\W\d_a-z][\w&.-]*[^\W\d_a-z][\w&.-]*)\)(?:,.*)?"
)
# where a name stands in a form of names
_NAME = "…"
_MOST_PAPER_WORDS = 6
_PROGRAMME = re.compile(r"\bprogram(?:m|me|ma)?\b", re.IGNORECASE)
# what stands in a bracket at the head and is no agency's name
_NO_AGENCY = frozenset(
    (
        "translation",
        "übersetzung",
        "traduction",
        "traducción",
        "översättning",
        "auszug",
        "extract",
        "extracto",
        "utdrag",
        "draft",
        "entwurf",
        "ots",
    )
)
# a trail of links above a page's text
_LINKS = frozenset(
    ("startseite", "home", "accueil", "inicio", "hem", "start", "menü", "menu", "suche", "search")
)
_TRAIL = re.compile(r"[›»>]|\|\s*(?:Menü|Menu|EN|DE)\b")


class Senders:
    """Finds publishers.

    Args:
        schema: For things of publishing classes and their web hosts.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._classes = tuple(sorted(c.iri for c in schema.classes.values() if "publishes" in c.hints))
        self._units = frozenset(c.iri for c in schema.classes.values() if "unit" in c.hints)
        self._press_offices = schema.forms_of("PressOffice")

    def find(self, document: Document, annotator: Annotator) -> Place | None:
        """The publisher and where it is named; a name that no register knows stands for a new thing."""
        found = self._find(document, annotator)
        if found is None or found[1].things:
            return found
        name = bynames.plain(found[1].text)
        if name == found[1].text:
            return found
        known = self._named(name, None, annotator)[1]
        if known.things or "subject" in self._hints(known):
            return found[0], known
        return found[0], replace(found[1], text=name)

    def _find(self, document: Document, annotator: Annotator) -> Place | None:
        meta = document.metadata
        if meta.publisher:
            return self._named(meta.publisher, meta.spans.get("publisher"), annotator)
        given = self._given_out(document, annotator)
        if given and not self._is_unit(given, annotator):
            return self._spot(given, document, annotator)
        found = (
            self._by_line(document, annotator)
            or self._by_agency(document, annotator, placed=True)
            or self._by_sign(document, annotator)
            or self._by_owner_of_paper(document, annotator)
            or self._by_abbreviation(document, annotator)
            or self._by_masthead(document, annotator)
            or self._by_paper(document, annotator)
            or self._by_site(document, annotator)
            or self._by_parts(document, annotator)
            or self._by_legal_form(document, annotator)
            or self._from_head(document, annotator)
            or self._by_agency(document, annotator)
            or self._from_dated(document, annotator)
            or self._by_host(document)
        )
        if found is not None:
            return found if found[1].things else self._by_host(document) or found
        name = self._byline(document) or self._owner(document, annotator)
        return self._spot(name, document, annotator) if name else self._unregistered(document, annotator)

    def own_names(self, written: str, behind: str, sender: Mention, annotator: Annotator) -> list[str]:
        """What who sends a text calls itself there beside its short name: "Town of X", "X Ltd", its abbreviation.

        Args:
            written: Its name as the text has it.
            behind: What follows that in the text.
            sender: Who it is.
            annotator: For the text's language.
        """
        shapes = [self._schema.classes[c] for c in sorted(sender.classes) if c in self._schema.classes]
        found = [n for n in self._formal(written, sender, shapes) if fold(n) not in self._known_as(sender)]
        if found or sender.things:
            return found
        short = [name for name in (self._without_state(sender.text),) if name]
        if any("subject" in shape.hints for shape in shapes):
            longer = 1 < len(written.split()) <= _MOST_WORDS
            return short or (
                [written] if longer and written.casefold().endswith(sender.text.casefold()) else []
            )
        named = re.search(re.escape(sender.text), written, re.IGNORECASE)
        rest = (written[named.end() :] if named is not None else "") + behind
        legal = bynames.LEGAL_FORM.match(rest)
        kept = annotator.grammar.without_kind(sender.text)
        names = [f"{sender.text}{legal.group(0)}" if legal is not None else "", kept, *short]
        names.append(f"{kept}{legal.group(0)}" if kept and legal is not None else "")
        names.append(bynames.abbreviation(rest[legal.end() :] if legal is not None else rest))
        return [name for name in dict.fromkeys(names) if name]

    def _without_state(self, name: str) -> str:
        """ "Ministry of X, Y": the name without the state whose it is, where it says enough without."""
        match = _STATE_BEHIND.fullmatch(name)
        if (
            match is None
            or len(match.group(1).split()) < _LEAST_OF_BODY
            or re.search(rf"\s{_WHERE}$", match.group(1))
        ):
            return ""
        things = (self._schema.things[t] for t in self._schema.by_name.get(fold(match.group(2)), ()))
        classes = [self._schema.classes[c] for t in things for c in t.classes if c in self._schema.classes]
        states = [c for c in classes if "stateName" in c.hints]
        return match.group(1) if states else ""

    def _known_as(self, sender: Mention) -> set[str]:
        things = (self._schema.things[t] for t in sender.things)
        return {fold(sender.text), *(fold(name) for thing in things for name, _, _ in thing.names)}

    def _formal(self, written: str, sender: Mention, shapes: Sequence[ClassShape]) -> list[str]:
        """A part of what is written that has the form of a full name of its class, and that name's other forms."""
        names = self._known_as(sender)
        for part in _PARTS.split(re.sub(r"\s*\([^()]*\)\s*$", "", written.partition("\n")[0])):
            for before, name, behind in _in_forms(part, shapes):
                if any(fold(name) == n or fold(name).startswith(f"{n} ") for n in names):
                    others = [f for shape in shapes for f in shape.hints.get("formalName", ())]
                    short = [f.replace(_NAME, sender.text) for f in others if not sender.things]
                    return [f"{before}{name.title() if name.isupper() else name}{behind}", *short]
        return []

    def _by_masthead(self, document: Document, annotator: Annotator) -> Place | None:
        """The name that opens a text alone in its line, where the lines below say what paper it is and of which day."""
        head = _head(document)
        if head[:1] != _raw_head(document)[:1]:
            return None
        if len(head) <= 2 or not (document.metadata.date or any(_dated(t, annotator) for t in head)):
            return None
        first, *below = head
        name = re.split(r"\s[–—|·•-]\s", first.strip(" *_#"))[0].strip(" ²³®™")
        if self._whose_news(name) != name:
            return self._spot(name, document, annotator)
        said = below[:_MASTHEAD_LINES]
        if not any(_is_below_name(t) or _PLACED.match(t.strip(" *_")) for t in (*said, first[len(name) :])):
            return None
        longer = _GOES_ON.match(below[0]) and _is_titled(below[0], annotator)
        body = self._longest(name, annotator)
        if body is not None and body.end == len(name) and self._opens_with_body(below[0], annotator):
            return self._below_state(body, below[0], document, annotator)
        known_body = body is not None and body.start == 0 and self._is_body(body)
        if (known_body and not longer) or self._opens_with_body(below[0], annotator):
            return None
        name = f"{name} {below[0].strip()}" if longer else name
        words = name.split()
        if (
            not 1 < len(words) <= (_MASTHEAD_WORDS, 2 * _MASTHEAD_WORDS)[known_body]
            or not _is_titled(name, annotator)
            or is_kind_of_paper(name)
        ):
            return None
        if any(_PAPER_NAME.search(w) for w in words) or _PAPER_KIND.search(first) or _PAPER_OF.search(first):
            return None
        if _MASTHEAD.search(words[0]) or _SERIAL.search(name) or _RECORD.match(name):
            return None
        if body is not None and not longer and self._fills(name, annotator):
            return _place(body, name, document)
        found = self._spot(name, document, annotator)
        known = found[1]
        place = any(
            "subject" in self._schema.classes[c].hints for c in known.classes if c in self._schema.classes
        )
        if known.things and fold(known.text) != fold(name) and not place:
            if body is None or not (
                self._is_part(name[: body.start], annotator) or _is_part_behind(name[body.end :])
            ):
                return None
            bodies = frozenset(c for c in self._classes if "subject" not in self._schema.classes[c].hints)
            known = replace(known, text=_in_small(name), things=(), classes=frozenset(sorted(bodies)[:1]))
            found = found[0], known
        if not known.things and not place:
            found = found[0], replace(known, text=_in_small(name), classes=known.classes)
        return found if known.things or len(words) > 1 else None

    def _below_state(
        self, state: Mention, line: str, document: Document, annotator: Annotator
    ) -> Place | None:
        """A ministry in the line below the name of the state alone: by both names."""
        if not state.things or "publishes" not in self._hints(state) or "subject" in self._hints(state):
            return None
        body = self._longest(line, annotator)
        if body is None or not _is_titled(line, annotator):
            return None
        named = replace(body, start=0, end=len(line), text=f"{_in_small(line)} {state.text}")
        return _place(named, line, document)

    def _hints(self, mention: Mention) -> frozenset[str]:
        """Those of all classes of a mention."""
        known = (self._schema.classes[c] for c in mention.classes if c in self._schema.classes)
        return frozenset(hint for shape in known for hint in shape.hints)

    def _is_part(self, lead: str, annotator: Annotator) -> bool:
        """Whether a noun stands before a body's name, so that the whole names a part of it ("branch of X")."""
        words = lead.split()
        small = annotator.language.determiners
        return len(words) > 1 and words[0][:1].isupper() and words[0].casefold() not in small

    def _opens_with_body(self, line: str, annotator: Annotator) -> bool:
        """Whether a line is the name of a body that is neither an assembly nor a paper ("Ministry of …")."""
        found = self._longest(line, annotator)
        hints = {
            h
            for c in (found.classes if found else ())
            if c in self._schema.classes
            for h in self._schema.classes[c].hints
        }
        apart = {"openName", "reportsAsAgency"} & hints
        return found is not None and found.start == 0 and self._is_body(found) and not apart

    def _by_line(self, document: Document, annotator: Annotator) -> Place | None:
        """A name that a line of its own gives: beside the day, behind the kind of paper, or behind a label."""
        head = _head(document)[:_FIRST_LINES]
        for line in head:
            if name := imprints.with_full(line):
                return self._as_paper(name, document, annotator)
        for line in head[:3]:
            if (name := imprints.behind_kind(line)) and not _is_genre(name):
                return self._as_whole(name, document, annotator)
            name = imprints.beside_day(line, lambda text: bool(_dated(text, annotator)))
            if name and self._may_stand_beside_day(name, annotator):
                return self._as_whole(_in_small(name), document, annotator)
        arranged = any(_PROGRAMME.search(line) for line in _head(document)[: 2 * _FIRST_LINES])
        for line in _head(document) if arranged else list(_lines(document))[-_LAST_LINES:]:
            if name := imprints.labelled(line):
                return self._spot(name, document, annotator)
        return None

    def _may_stand_beside_day(self, name: str, annotator: Annotator) -> bool:
        """Whether a name beside a day is no place, no kind of paper, and nothing that says when."""
        words = name.casefold().split()
        when = annotator.language.weekdays.keys() | annotator.language.months.keys()
        if _is_genre(name) or _MASTHEAD.search(name) or _STATED.search(name) or any(w in when for w in words):
            return False
        known = annotator.names(name)
        return name.isupper() or bool(known and not any("subject" in self._hints(m) for m in known))

    def _by_abbreviation(self, document: Document, annotator: Annotator) -> Place | None:
        """The first name in a line at the head behind which its own abbreviation stands in a bracket."""
        for line in _head(document)[:_FIRST_LINES]:
            for part in _COLUMNS.split(line.strip(" *_#")):
                match = _WITH_SHORT.fullmatch(part)
                if match is None or not bynames.abbreviates(match.group(2), match.group(1)):
                    continue
                small = (
                    not annotator.language.nouns_capitalised and len(match.group(1).split()) <= _MOST_WORDS
                )
                if small or _is_titled(match.group(1), annotator):
                    return self._as_whole(match.group(1), document, annotator)
        return None

    def _by_parts(self, document: Document, annotator: Annotator) -> Place | None:
        """The name in a line of several parts, one of which gives the day ("News | 3 May 2025 | Name | Place")."""
        for line in _head(document)[: 2 * _FIRST_LINES]:
            parts = [part.strip() for part in _COLUMNS.split(line.strip(" *_#"))]
            if len(parts) < _LEAST_PARTS or not any(_dated(part, annotator) for part in parts):
                continue
            parts = [bynames.plain(part.partition(",")[0]) for part in parts if not _BY.match(part)]
            names = [part for part in parts if self._may_send(part, annotator)]
            bodies = [p for p in names if self._opens_with_body(p, annotator)]
            for name in (*bodies, *names):
                return self._as_whole(name, document, annotator)
        return None

    def _may_send(self, part: str, annotator: Annotator) -> bool:
        """Whether a part of a line can be who sends it: a name of several words that says nothing of the paper."""
        words = part.split()
        if not 1 < len(words) <= _MOST_WORDS or not _is_titled(part, annotator) or _is_genre(part):
            return False
        if annotator.grammar.gives_out.search(part) or _SERIAL.search(part):
            return False
        return self._opens_with_body(part, annotator) or not _MASTHEAD.search(part)

    def _as_whole(self, name: str, document: Document, annotator: Annotator) -> Place:
        """A body by its whole name, where the register knows but a part of it."""
        passage, known = self._spot(name, document, annotator)
        if "subject" in self._hints(known) or fold(known.text) == fold(name):
            return passage, known
        bodies = frozenset(c for c in self._classes if "subject" not in self._schema.classes[c].hints)
        kinds = frozenset(sorted(bodies)[:1]) if known.things else known.classes
        return passage, replace(known, text=_in_small(name), things=(), classes=kinds)

    def _by_legal_form(self, document: Document, annotator: Annotator) -> Place | None:
        """The first name of a line at the head that ends with what says of what kind a company or club is."""
        for line in _head(document)[:_FIRST_LINES]:
            name = re.split(r"\s[–—|·•-]\s", line.strip(" *_#"))[0].strip(" *_,")
            paper = _PAPER_OF.match(name)
            name = name[paper.end() :].strip() if paper is not None else name
            named = _LEGAL.search(name)
            if named is not None and named.start() and _is_titled(name, annotator):
                passage, known = self._spot(name, document, annotator)
                return passage, known if known.things else replace(known, text=name)
        return None

    def _by_site(self, document: Document, annotator: Annotator) -> Place | None:
        """Whose site a web page is on: the known name that stands last in the page's title."""
        match = _SITE.search(document.text)
        if match is None or not self._fills(match.group(1), annotator):
            return None
        return self._spot(match.group(1).strip(), document, annotator)

    def _by_paper(self, document: Document, annotator: Annotator) -> Place | None:
        """A newspaper or magazine that a line at the head names: by its name, or by what the line says of it."""
        head = _head(document)
        late = [t for t in head[_FIRST_LINES : 3 * _FIRST_LINES] if _dated(t, annotator)]
        head = [*head[:_FIRST_LINES], *late]
        for line in head:
            bare = line.strip(" *_#")
            first, *rest = re.split(r"\s*[|·•–—:]\s*|\.\s+|\s+-\s+", bare)
            name = re.sub(r"[\s,]+$", "", _before_day(first, annotator))
            words = re.findall(r"[\w'’-]+", name)
            if not words or len(words) > _MOST_PAPER_WORDS or not _is_titled(name, annotator):
                continue
            if _is_genre(name) or words[0].casefold() in self._press_offices:
                continue
            said = any(_PAPER_KIND.search(part) for part in rest) and not _PAPER_OF.search(bare)
            called = any(_PAPER_NAME.search(w) for w in words) and not is_kind_of_paper(name)
            described = _PAPER_KIND.search(name) and words[0].casefold() in annotator.language.determiners
            if called and described and line is not head[0]:
                name = head[0].strip(" *_#")  # "The magazine for …" says what the line above names
                called = _is_titled(name, annotator)
            name = name.partition(",")[0] if called and not said else name
            own = len(words) > 1 or not _PAPER_NOUN.search(name)
            alone = line is head[0] and name.isupper() and not _ANY_SHEET.match(name)
            if said or (called and (own or alone)):
                return self._as_paper(name, document, annotator)
        return None

    def _as_paper(self, name: str, document: Document, annotator: Annotator) -> Place:
        """A paper by its whole name, registered or not."""
        passage, mention = self._spot(name, document, annotator)
        kinds = frozenset(c.iri for c in self._schema.classes.values() if "reportsAsAgency" in c.hints)
        if fold(mention.text) == fold(name) and mention.things:
            return passage, mention
        text = _in_small(name)
        return passage, replace(mention, text=text, things=(), classes=kinds or mention.classes)

    def _from_head(self, document: Document, annotator: Annotator) -> Place | None:
        """The name that a line at the head is, or a part of it; rather one that the register knows."""
        meta = document.metadata
        given_out = [t for t in _short_lines(document) if annotator.grammar.gives_out.search(t)]
        senders = [
            (line, self._whole(part, line, annotator))
            for line in _head(document)[:_FIRST_LINES]
            if not _is_sentence(line)
            for part in (line, *_PARTS.split(line))
            if self._fills(part, annotator)
        ]
        papers = [t for t in _head(document)[:_FIRST_LINES] if _PAPER_OF.search(t)]
        senders += [(t, self._paper_of(t, annotator)) for t in papers]
        letterhead = [(t, self._longest(t, annotator)) for t in (*meta.letterhead_lines, *given_out)]
        named = [
            (line, sender)
            for line, sender in (*senders, *letterhead)
            if sender is not None
            and not self._is_dateline(line, sender, annotator)
            and not self._is_any_assembly(sender)
        ]
        bodies = [place for place in named[:_FIRST_LINES] if self._is_body(place[1])]
        known = [place for place in named if place[1].things]
        for line, sender in (*bodies, *known, *named):
            return _place(self._with_place(sender, line, document, annotator), line, document)
        return None

    def _is_any_assembly(self, sender: Mention) -> bool:
        """Whether a name is but the noun for an assembly, which each town has one of."""
        if sender.things or "openName" not in self._hints(sender):
            return False
        nouns = {fold(f) for e in self._schema.entries if sender.classes & set(e.denotes) for f in e.forms}
        return fold(sender.text) in nouns

    def _by_owner_of_paper(self, document: Document, annotator: Annotator) -> Place | None:
        """ "Newsletter of X, issue 3": whose paper the line says it is, where X has a name of its own."""
        for line in _head(document)[:_FIRST_LINES]:
            if not _PAPER_OF.search(line):
                continue
            found = self._paper_of(line.strip(" *_"), annotator)
            if found is not None and not found.things:
                return _place(found, line, document)
        return None

    def _paper_of(self, line: str, annotator: Annotator) -> Mention | None:
        """Whose paper a line says it is: the whole name behind "newsletter of", rather than a place in it."""
        known = self._longest(line, annotator)
        said = _PAPER_OF.search(line)
        match = _NAME_OF.match(line, said.end()) if said is not None else None
        if match is None or said is None:
            return known
        name = match.group(1).strip()
        if known is not None and (known.start <= match.start(1) or len(name) <= known.end - known.start):
            return known
        words = name.split()
        if len(words) < 2 or _dated(name, annotator) or not _is_titled(name, annotator):
            return known
        if known is not None and self._fills(name, annotator):
            return known
        if said.group(0).split()[-1] == "des":
            words[0] = words[0].removesuffix("s")
        bodies = [c for c in self._classes if "subject" not in self._schema.classes[c].hints]
        return Mention(
            Kind.THING, match.start(1), match.end(1), " ".join(words), classes=frozenset(bodies[:1])
        )

    def _is_unit(self, name: str, annotator: Annotator) -> bool:
        """Whether a name is one of a part of some body, and of nothing else."""
        named = annotator.names(name)
        return bool(named) and all(m.classes & self._units for m in named)

    def _from_dated(self, document: Document, annotator: Annotator) -> Place | None:
        """The name in a line at the head that gives the day."""
        for line in [t for t in _head(document)[: 2 * _FIRST_LINES] if len(t) <= _SHORT_LINE]:
            if not _dated(line, annotator):
                continue
            parts = [self._longest(part, annotator) for part in _PARTS.split(line)]
            for found in (self._longest(line, annotator), *parts):
                if found is not None:
                    return _place(found, line, document)
        return None

    def _is_body(self, mention: Mention) -> bool:
        """Whether a name is one of a body, not of a place."""
        known = [self._schema.classes[c] for c in mention.classes if c in self._schema.classes]
        return not mention.things and not any("subject" in c.hints for c in known)

    def _with_place(self, sender: Mention, line: str, document: Document, annotator: Annotator) -> Mention:
        """A body's name with the place that stands alone in the line below."""
        lines = list(itertools.islice(_lines(document), _FIRST_LINES))
        if sender.things or line.strip() != sender.text or line.strip() not in lines[:-1]:
            return sender
        below = lines[lines.index(line.strip()) + 1]
        places = [m for m in annotator.names(below) if m.text == below or below == below[m.start : m.end]]
        alone = any(m.start == 0 and m.end == len(below) and m.things for m in places)
        return replace(sender, text=f"{sender.text} {below}") if alone else sender

    def _byline(self, document: Document) -> str:
        """ "By A. Writer, Name": the paper behind the writer."""
        for line in _short_lines(document):
            match = _BYLINE.fullmatch(line.strip())
            if match is not None:
                return match.group(1)
        return ""

    def _by_sign(self, document: Document, annotator: Annotator) -> Place | None:
        """The name in a line that begins with a copyright sign."""
        for line in (*document.metadata.letterhead_lines, *_short_lines(document)):
            match = _OWNER.match(line.strip()) if _SIGN.match(line.strip()) else None
            if match is not None and len(match.group(1).split()) <= _MOST_WORDS:
                return self._spot(match.group(1).strip(" .,"), document, annotator)
        return None

    def _owner(self, document: Document, annotator: Annotator) -> str:
        """The name behind a copyright sign, or before the links at a page's foot."""
        for line in (*document.metadata.letterhead_lines, *_short_lines(document)):
            match = _OWNER.search(line) or _FOOTED.match(line)
            if match is None:
                continue
            name = (match.group(1) or match.group(2)).strip(" .,")
            if _MASTHEAD.search(name.split()[0]):
                continue
            if len(name.split()) <= _MOST_WORDS and (match.group(1) or self._longest(name, annotator)):
                return name
        return ""

    def _is_dateline(self, line: str, mention: Mention, annotator: Annotator) -> bool:
        """Whether a place and the day stand side by side in a line: where it was written, not by whom."""
        place = any(
            "subject" in self._schema.classes[c].hints for c in mention.classes if c in self._schema.classes
        )
        if not place:
            return False
        shapes = [self._schema.classes[c] for c in sorted(mention.classes) if c in self._schema.classes]
        if any(before.strip() for before, _, _ in _in_forms(line.partition(",")[0].strip(" *_#"), shapes)):
            return False  # "Town of X, 3 May 2024": whoever sends it, and the day
        written = _PLACED.search(line)
        return (
            written is not None
            and bool(_dated(line[written.start() :], annotator))
            and (
                written.group(1).casefold()
                in (mention.text.casefold(), line[mention.start : mention.end].casefold())
                or line.strip().startswith(mention.text)
            )
        )

    def _whole(self, part: str, line: str, annotator: Annotator) -> Mention | None:
        """The name that fills a line: all of it where no register knows the longest part alone."""
        found = self._longest(part, annotator)
        if found is None or found.things or not self._is_body(found):
            return found
        for name in (line.strip(), part.strip()):
            if name.startswith((found.text, f"The {found.text}")) and _is_titled(name, annotator):
                return replace(found, text=_in_small(name))
        return replace(found, text=_in_small(found.text))

    def _by_host(self, document: Document) -> Place | None:
        for host in document.metadata.hosts:
            for iri in self._hosts.get(_bare_host(host), ()):
                thing = self._schema.things[iri]
                start = max(document.text.find(host), 0)
                mention = Mention(Kind.THING, 0, 0, thing.name(), things=(iri,), classes=thing.classes)
                return outside(mention, (start, start + len(host)))
        return None

    def _fills(self, line: str, annotator: Annotator) -> bool:
        """Whether a line is a publishing name, with the noun before it, and little else."""
        found = self._longest(line, annotator)
        if found is None:
            return False
        if found.start == 0 and self._is_body(found) and _is_titled(line, annotator):
            return True
        shapes = [self._schema.classes[c] for c in sorted(found.classes) if c in self._schema.classes]
        named = {fold(line[found.start : found.end]), fold(found.text)}
        if any(fold(name) in named for _, name, _ in _in_forms(line.strip(" *_#"), shapes)):
            return True
        return annotator.covered(line, self._classes) >= _MOST_OF_LINE * len(line.strip())

    # -- names that no register knows ------------------------------------------------------------------

    def _unregistered(self, document: Document, annotator: Annotator) -> Place | None:
        name = self._imprint(document, annotator) or self._letterhead(document, annotator)
        return self._spot(name, document, annotator) if name else None

    def _by_agency(self, document: Document, annotator: Annotator, *, placed: bool = False) -> Place | None:
        """An agency's name in brackets behind the dateline, where asked for behind a place and a day."""
        agency = self._agency(document, placed=placed)
        if not agency or agency.casefold() in _NO_AGENCY:
            return None
        lines = list(_lines(document))
        whole = imprints.in_full(agency, [*lines[:_FIRST_LINES], *lines[-_LAST_LINES:]])
        if whole:
            return self._as_paper(whole, document, annotator)
        for line in _head(document)[:_FIRST_LINES]:
            words = re.findall(r"[^\W\d_][\w'’]*", line)
            if len(words) > 1 and "".join(w[0] for w in words if w[0].isupper()) == agency:
                return self._as_paper(line.strip(" *_#"), document, annotator)
        return self._as_paper(agency, document, annotator)

    def _spot(self, name: str, document: Document, annotator: Annotator) -> Place:
        name = self._whose_news(name)
        article, _, rest = name.partition(" ")
        name = rest if rest and article.islower() and article in annotator.language.determiners else name
        start = max(document.text.find(name), 0)
        return self._named(name, (start, start + len(name)), annotator)

    def _whose_news(self, name: str) -> str:
        """ "X news" is what X gives out, where the register knows X; any other name is whole."""
        whose = _NEWS_OF.sub("", name)
        return whose if fold(whose) in self._schema.by_name else name

    def _agency(self, document: Document, *, placed: bool) -> str:
        opening = _opening(document)
        for text in (*_head(document)[:_FIRST_LINES], opening):
            match = _AGENCY.match(text)
            if match is None or (placed and not re.search(r",[^()]*\d", match.group(0))):
                continue
            if len(match.group(1).split()) <= _MOST_AGENCY_WORDS:
                return match.group(1).strip()
        return ""

    def _given_out(self, document: Document, annotator: Annotator) -> str:
        """ "Published by X, place": what stands behind the words that say who gave it out."""
        lines = _short_lines(document)
        for line, below in itertools.zip_longest(lines, lines[1:], fillvalue=""):
            said = annotator.grammar.gives_out.search(line)
            match = _BEHIND.match(line, said.end()) if said is not None else None
            if match is None and said is not None:
                match = _behind_day(line[said.end() :], annotator)
            if match is not None:
                return _trimmed(match.group(1), annotator)
            if said is not None and line[said.end() :].strip() == ":" and not said.start():
                return _trimmed(_PARTS.split(below)[0], annotator)
        return ""

    def _imprint(self, document: Document, annotator: Annotator) -> str:
        """The unknown name that opens a line which gives the issue and its day ("NAME | issue 3 | May 2025")."""
        for line in _short_lines(document)[:_FIRST_LINES]:
            match = _IMPRINT.match(line)
            if (
                match is None
                or _is_sentence(line)
                or not (_dated(line, annotator) or _months(line, annotator))
            ):
                continue
            name = _trimmed(match.group(1).strip(), annotator)
            known = annotator.names(name)
            if annotator.grammar.gives_out.search(name) or _dated(name, annotator) or _is_genre(name):
                continue
            if any(m.start == 0 and m.end == len(name) for m in known):
                continue
            if name:
                return name
        return ""

    def _letterhead(self, document: Document, annotator: Annotator) -> str:
        """The name that opens a text above its headline, where a line beside it gives the day or the issue."""
        head = [t for t in _raw_head(document) if t.split()[0].casefold() not in _LINKS]
        if not head or not any(
            _dated(t, annotator) or _months(t, annotator) or _ISSUE.search(t) for t in head
        ):
            return ""
        parts = _PARTS.split(head[0].strip())
        parts = parts[1:] if len(parts) > 1 and _is_genre(parts[0]) else parts
        if (_is_trail(head[0]) and not _TRAIL.search(head[0])) or _is_sentence(head[0]):
            return ""
        if len(head) < 2 and len(parts) < 2:
            return ""
        name = _trimmed(parts[0], annotator)
        words = name.split()
        if not words or len(words) > _MOST_WORDS or _dated(name, annotator) or any(c in name for c in "?!:;"):
            return ""
        capitals = sum(
            w[:1].isupper() or w == "&" or w.casefold() in annotator.language.functions for w in words
        )
        return name if capitals == len(words) and words[0][:1].isupper() else ""

    def _named(self, name: str, span: tuple[int, int] | None, annotator: Annotator) -> Place:
        schema, classes = self._schema, self._classes
        things = schema.called(name, classes)
        part = None if things else self._longest(name, annotator)
        if part is not None and (
            part.end - part.start >= _PART_OF_NAME * len(name) or self._is_form_of(part, name)
        ):
            return outside(part, span or (0, 0))
        bodies = [c for c in classes if "subject" not in schema.classes[c].hints]
        kinds = schema.things[things[0]].classes if things else frozenset(bodies[:1] or classes[:1])
        mention = Mention(Kind.THING, 0, 0, name, things=things[:1], classes=kinds)
        return outside(mention, span or (0, 0))

    def _is_form_of(self, known: Mention, name: str) -> bool:
        """Whether a whole name is one of the full forms of a known one ("Town of X")."""
        shapes = [self._schema.classes[c] for c in sorted(known.classes) if c in self._schema.classes]
        return any(fold(short) in self._known_as(known) for _, short, _ in _in_forms(name, shapes))

    def _longest(self, line: str, annotator: Annotator) -> Mention | None:
        found = [
            m
            for m in annotator.names(line)
            if any(self._schema.is_a(c, self._classes) for c in m.classes)
            and not any(c in self._units for c in m.classes)
            and not m.compound
            and not annotator.grammar.located(line, m.start)
        ]
        gaps = (line[a.end : b.start] for a, b in itertools.pairwise(found))
        if any(
            annotator.grammar.joined(g) and (re.search(r"[,/&–-]", g) or annotator.grammar.joiner.search(g))
            for g in gaps
        ):
            return None
        return min(found, key=lambda m: (m.start - m.end, m.start), default=None)

    @cached_property
    def _hosts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for triple in self._schema.register:
            if triple.predicate == _WEB_HOST and isinstance(triple.object, Literal):
                found.setdefault(_bare_host(triple.object.value), []).append(
                    getattr(triple.subject, "value", "")
                )
        return {host: sorted(iris) for host, iris in found.items()}


def _in_forms(part: str, shapes: Sequence[ClassShape]) -> Iterator[tuple[str, str, str]]:
    """What stands before the short name, the name, and what stands behind, in each form of names that a text has."""
    for form in (f for shape in shapes for f in shape.hints.get("nameForm", ())):
        before, _, behind = form.partition(_NAME)
        lower = part.casefold()
        if lower.startswith(before.casefold()) and lower.endswith(behind.casefold()):
            yield before, part[len(before) : len(part) - len(behind)], behind


def stated_day(document: Document, annotator: Annotator) -> Period | None:
    """The one day that a short line at the head gives along with little else."""
    if document.metadata.digest:
        return None
    for line in (*document.metadata.letterhead_lines, *_short_lines(document)[:_FIRST_LINES]):
        days = _dated(line, annotator)
        if len(days) == 1 and (
            len(line.split()) <= 8
            or any(
                len(part.split()) <= 4 and _dated(part, annotator)
                for part in re.split(r"\s[|·•]\s", line)[1:]
            )
            or annotator.grammar.gives_out.search(line)
            or not line.rstrip().endswith(".")
        ):
            return days[0]
    for day in _said_elsewhere(document, annotator):
        return day
    opening = _opening(document)[:_SHORT_LINE]
    placed = _PLACE_AND_DAY.match(opening)
    days = _dated(placed.group(0), annotator) if placed else []
    head = _head(document)[:_FIRST_LINES]
    months = [m for line in head for m in _months(line, annotator)]
    month = months[0] if len(months) == 1 else None
    if len(days) == 1 and (month is None or month.earliest <= days[0].earliest <= month.latest):
        return days[0]
    if month is not None:
        return month
    issues = [m for line in head if (m := _ISSUE.search(line)) is not None]
    return Period.parse(issues[0].group(1)) if len(issues) == 1 and not months else None


def _said_elsewhere(document: Document, annotator: Annotator) -> Iterator[Period]:
    """Days in lines that say what they are: when a page was made, when a meeting was, when an agency signed off."""
    lines = list(_lines(document))
    for line in lines[:_FIRST_LINES]:
        head = line[:_HEADED]
        days = _dated(head, annotator)
        if len(line) > _SHORT_LINE and len(days) == 1 and re.search(r"\s[·|•]\s", head):
            yield days[0]
    for at, line in enumerate(lines):
        said = _STATED.search(line) or annotator.grammar.gives_out.search(line)
        days = (
            _dated(line, annotator)
            if said and len(line) <= (2 * _SHORT_LINE if at < _FIRST_LINES else _SHORT_LINE)
            else []
        )
        if len(days) == 1 and (at < _FIRST_LINES or not line.rstrip().endswith(".")):
            yield days[0]
        signed = _SIGNED_OFF.match(line)
        if signed is not None:
            yield from _dated(f"{signed[1]}. {signed[2].capitalize()} 20{signed[3]}", annotator)[:1]


def _behind_day(rest: str, annotator: Annotator) -> re.Match[str] | None:
    """ "… 2 May by X": the name behind the day on which something was given out."""
    if not _dated(rest, annotator):
        return None
    agents = "|".join(map(re.escape, filter(None, annotator.language.wording.agents.split("|"))))
    return re.match(
        rf"\W[^|·•]*?\d\S*\s(?:{agents})\s(?:\w{{2,3}}\s)?([A-ZÄÖÜÉ][\w.'’&-]*(?:\s(?:[a-zäöü]{{2,3}}\s)*[A-ZÄÖÜÉ][\w.'’&-]*)*)",
        rest,
    )


def _before_day(line: str, annotator: Annotator) -> str:
    """A line up to the day of the week or the date that it gives."""
    words = "|".join(re.escape(w) for w in annotator.language.weekdays)
    cut = re.search(rf"\b(?:{words})\b|\d", line, re.IGNORECASE) if words else re.search(r"\d", line)
    return line[: cut.start()] if cut is not None else line


def _opening(document: Document) -> str:
    """The first paragraph: the first long block, or a shorter one that opens with a place and the day."""
    return next((b.text for b in document.blocks if len(b.text) > _SHORT_LINE or _AGENCY.match(b.text)), "")


def _bare_host(host: str) -> str:
    return host.lower().removeprefix("www.")


def _place(mention: Mention, line: str, document: Document) -> Place:
    start = max(document.text.find(line.strip()), 0)
    return outside(mention, (start, start + len(line.strip())))


def outside(mention: Mention, span: tuple[int, int]) -> Place:
    """A place outside the running text, as a passage of its own."""
    start, end = span
    length = max(end - start, 1)
    text = mention.text.ljust(length)[:length]
    return Passage(-1, text, list(range(start, start + length + 1)), "letterhead", -1), mention


def _of_last(found: Callable[[Document], list[str]]) -> Callable[[Document], list[str]]:
    """Keeps what was found in the document asked for last: its lines are gone through in many ways."""
    last: list[tuple[Document, list[str]]] = []

    @wraps(found)
    def kept(document: Document) -> list[str]:
        one = last[0] if last else None
        if one is None or one[0] is not document:
            one = (document, found(document))
            last[:] = [one]
        return list(one[1])

    return kept


def _lines(document: Document) -> Iterator[str]:
    return iter(_all_lines(document))


@_of_last
def _all_lines(document: Document) -> list[str]:
    return list(_lines_of(document))


def _lines_of(document: Document) -> Iterator[str]:
    """The blocks of a document, those of a letterhead line by line; none of a menu's that stands before all."""
    for number, block in enumerate(document.blocks[_menu_length(document) :]):
        listed = block.kind == "letterhead" or (block.kind == "contact" and number < _HEAD_BLOCKS)
        if not listed and not (number < _HEAD_BLOCKS and _is_name_over_line(block, document)):
            yield from [block.text] if block.text.strip() else []
            continue
        start = 0
        for at, char in enumerate(block.text):
            before = block.offsets[at - 1] if at else block.offsets[0]
            if char == " " and "\n" in document.text[before : block.offsets[at + 1]]:
                yield block.text[start:at].strip()
                start = at
        if block.text[start:].strip():
            yield block.text[start:].strip()


def _is_name_over_line(block: Block, document: Document) -> bool:
    """Whether the last of several lines is one that stands below a name in a masthead, and none ends a sentence."""
    lines = [t.strip() for t in document.text[block.offsets[0] : block.offsets[-1]].split("\n")]
    last = lines[-1]
    return (
        1 < len(lines) <= _MASTHEAD_LINES
        and len(last.split()) <= _MOST_BELOW
        and _is_below_name(last)
        and not any(t.endswith((".", "!", "?")) for t in lines)
    )


def _menu_length(document: Document) -> int:
    """How many blocks at the head of a page are the items of a menu: several of few words, outside the text."""
    items = itertools.takewhile(
        lambda b: b.kind == "clutter" and len(b.text.split()) <= _MOST_ITEM_WORDS, document.blocks
    )
    count = sum(1 for _ in items)
    return count if count >= _LEAST_ITEMS else 0


def _is_trail(line: str) -> bool:
    """Whether a line is a trail of links or a page's menu."""
    words = re.findall(r"[^\W\d_]+", line.casefold())
    listed = sum(w in _MENU for w in words)
    return _TRAIL.search(line) is not None or (len(words) > 2 and listed >= _MOST_OF_LINE * len(words))


def _is_below_name(line: str) -> bool:
    """Whether a short line says what a paper is, or which part of its sender made it."""
    bare = line.replace(" ", "") if re.fullmatch(r"(?:\S )+\S", line.strip()) else line
    return len(line.split()) <= _MASTHEAD_WORDS + 6 and _MASTHEAD.search(bare) is not None


@_of_last
def _head(document: Document) -> list[str]:
    """The short lines before the first long block: letterhead and headlines."""
    lines = (t for t in _lines(document) if not _is_trail(t))
    return list(itertools.takewhile(lambda t: len(t) <= _SHORT_LINE, lines))


def _raw_head(document: Document) -> list[str]:
    """The same with trails of links, whose first may be the paper's name."""
    return list(itertools.takewhile(lambda t: len(t) <= _SHORT_LINE, _lines(document)))


def _first_lines(document: Document) -> list[str]:
    """The short ones of the first lines."""
    texts = [t for t in _lines(document) if not _is_trail(t)][:_FIRST_LINES]
    return [t for t in texts if len(t) <= _SHORT_LINE]


def _is_titled(name: str, annotator: Annotator) -> bool:
    """Whether a line is nothing but a name: capitals and small words that tie them, no date, no sentence."""
    words = re.findall(r"[\w'’.&-]+", name)
    small = annotator.language.functions | annotator.language.prepositions | annotator.language.determiners
    if not words or len(words) > _MOST_TITLE_WORDS or any(c in name for c in "?!:;|•·–—"):
        return False
    if _dated(name, annotator) or _months(name, annotator):
        return False
    return all(w[:1].isupper() or w[0].isdigit() or w in ("&", "e.") or w.casefold() in small for w in words)


def _is_part_behind(rest: str) -> bool:
    """Whether a noun and a place stand behind a body's name, so that the whole names its part there."""
    return re.match(rf"\s[A-ZÄÖÜÉ]\w{{4,}}\s{_WHERE}\s[A-ZÄÖÜÉ]", rest) is not None


def _is_sentence(line: str) -> bool:
    """Whether a line is running text, in which others than the sender are named."""
    return line.rstrip().endswith(".") and len(line.split()) > _MOST_WORDS


def _is_genre(part: str) -> bool:
    """Whether a part of a line says of what kind a text is."""
    return _GENRE.fullmatch(part.strip(" *_:")) is not None or is_kind_of_paper(part)


def _in_small(name: str) -> str:
    """A name set in capitals, as it is written elsewhere."""
    words = name.split()
    if not name.isupper() or len(words) < 2:
        return name
    return " ".join(
        w if len(w) < 4 and i == 0 else w.lower() if len(w) < 4 else w.capitalize()
        for i, w in enumerate(words)
    )


def _short_lines(document: Document) -> list[str]:
    """The lines in which a text says who gave it out, and when: short ones at its head and foot."""
    texts = list(_lines(document))
    edges = texts[:_FIRST_LINES] + texts[max(_FIRST_LINES, len(texts) - _LAST_LINES) :]
    return [t for t in edges if len(t) <= _SHORT_LINE]


def _trimmed(name: str, annotator: Annotator) -> str:
    """A name without the kind of paper that it heads, the names of months and the brackets behind it."""
    name = re.sub(r"\s*\([^()]*\)\s*$", "", name).strip(" .,:-–—")
    paper = _PAPER_OF.match(name)
    name = name[paper.end() :].strip() if paper is not None else name
    while (shorter := _SERIAL.sub("", name).strip(" .,:-–—")) != name:
        name = shorter
    name += "." if re.search(r"\be\.\s?V$", name) else ""
    return "" if _is_genre(name) else name


def _dated(line: str, annotator: Annotator) -> list[Period]:
    return [d.period for d in lang.dates(line, annotator.language, None) if d.kind == "day"]


def _months(line: str, annotator: Annotator) -> list[Period]:
    return [d.period for d in lang.dates(line, annotator.language, None) if d.kind == "month"]
