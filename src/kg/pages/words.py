"""What pages themselves say, in the languages that kg speaks; the domain's words come from the dataset."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch"}
"""Code → name of the language in itself."""

_WORDS: Mapping[str, tuple[str, str]] = {
    # Frame
    "skip": ("Skip to content", "Zum Inhalt"),
    "is a": ("is a", "ist"),
    "is called": ("is called", "heißt"),
    "role": ("part", "Rolle"),
    "site": ("Knowledge graph", "Wissensgraph"),
    "menu": ("Pages", "Seiten"),
    "home": ("Start", "Start"),
    "documents": ("Documents", "Dokumente"),
    "questions": ("Questions", "Fragen"),
    "contradictions": ("Contradictions", "Widersprüche"),
    "ontology": ("Vocabulary", "Vokabular"),
    "map": ("Map", "Karte"),
    "timeline": ("Time line", "Zeitleiste"),
    "network": ("Network", "Netz"),
    "language": ("Language", "Sprache"),
    "search": ("Search", "Suche"),
    "search hint": (
        "Name of a thing, document or question",
        "Name einer Sache, eines Dokuments, einer Frage",
    ),
    "find": ("Find", "Finden"),
    "machine": ("For machines", "Für Maschinen"),
    "dataset": ("Dataset", "Datensatz"),
    "everything": ("everything as N-Quads", "alles als N-Quads"),
    "service": ("description of the endpoint", "Beschreibung des Endpunkts"),
    "on this page": ("On this page", "Auf dieser Seite"),
    "dark": ("Dark", "Dunkel"),
    "light": ("Light", "Hell"),
    # Start
    "what": (
        "What documents say, what is believed, and which sentence it rests on.",
        "Was Dokumente sagen, was geglaubt wird, und auf welchem Satz es beruht.",
    ),
    "figures": ("In figures", "In Zahlen"),
    "latest": ("Latest documents", "Neueste Dokumente"),
    "all documents": ("All documents", "Alle Dokumente"),
    "still open": ("Open contradictions", "Offene Widersprüche"),
    "none open": ("No contradiction is open.", "Kein Widerspruch ist offen."),
    "all contradictions": ("All contradictions", "Alle Widersprüche"),
    "kinds of things": ("Kinds of things", "Arten von Dingen"),
    "some questions": ("Questions with an answer", "Fragen mit Antwort"),
    "all questions": ("All questions", "Alle Fragen"),
    "count documents": ("documents", "Dokumente"),
    "count claims": ("claims in them", "Aussagen darin"),
    "count things": ("things", "Dinge"),
    "count facts": ("facts", "Tatsachen"),
    "count facts that follow": ("facts that follow", "gefolgerte Tatsachen"),
    "count contradictions": ("contradictions", "Widersprüche"),
    # Search
    "found": ("{n} found for “{text}”", "{n} gefunden zu „{text}“"),
    "nothing found": ("Nothing is called “{text}”.", "Nichts heißt „{text}“."),
    "nothing hint": (
        "Try the beginning of a name, without endings, in any language.",
        "Versuchen Sie den Anfang eines Namens, ohne Endungen, in einer beliebigen Sprache.",
    ),
    "kind thing": ("Thing", "Sache"),
    "kind document": ("Document", "Dokument"),
    "kind question": ("Question", "Frage"),
    "kind term": ("Term", "Begriff"),
    # Thing
    "also": ("Also called", "Auch genannt"),
    "known": ("What is known", "Was bekannt ist"),
    "takes part": ("What it takes part in", "Woran es beteiligt ist"),
    "leads here": ("What leads here", "Was hierher führt"),
    "follows": ("What follows", "Was daraus folgt"),
    "expected": ("Expected or possible, not yet a fact", "Erwartet oder möglich, noch keine Tatsache"),
    "disputed here": ("Contradictions", "Widersprüche"),
    "road": ("In time", "In der Zeit"),
    "neighbourhood": ("Neighbourhood", "Umgebung"),
    "told by": ("Who speaks of it", "Wer davon spricht"),
    "claims n": ("{n} claims", "{n} Aussagen"),
    "claims 1": ("1 claim", "1 Aussage"),
    "elsewhere": ("Elsewhere", "Anderswo"),
    "formats": ("As data", "Als Daten"),
    "show all": ("Show all {n}", "Alle {n} zeigen"),
    "nothing known": ("Nothing is believed of this yet.", "Davon wird noch nichts geglaubt."),
    "sentences n": ("{n} sources", "{n} Quellen"),
    "sentences 1": ("1 source", "1 Quelle"),
    "why": ("Why?", "Warum?"),
    "decided by": ("Decided by", "Entschieden durch"),
    "against": ("Otherwise", "Anders"),
    "and more": ("and {n} more", "und {n} weitere"),
    "all sources": ("all {n} sources", "alle {n} Quellen"),
    "paraphrase": ("paraphrase", "sinngemäß"),
    "register entry": ("Entry of the register", "Eintrag des Registers"),
    "says": ("says", "sagt"),
    "spoken by": ("words of {name}", "Worte von {name}"),
    "in the document": ("In the document", "Im Dokument"),
    "publication": ("Publication", "Veröffentlichung"),
    "coordinates": ("Place", "Lage"),
    "standing agreed": ("several sources agree", "mehrere Quellen stimmen überein"),
    "standing single": ("one source", "eine Quelle"),
    "standing register": ("from the register", "aus dem Register"),
    "standing disputed": ("disputed, decided", "umstritten, entschieden"),
    "standing judged": ("judged by an editor", "von der Redaktion entschieden"),
    "standing open": ("open", "offen"),
    "standing follows": ("follows", "folgt"),
    "standing expected": ("not yet a fact", "noch keine Tatsache"),
    # Document
    "published": ("Published", "Veröffentlicht"),
    "by": ("by", "von"),
    "digest": (
        "A retelling: the sentences below are not those of the publication.",
        "Eine Nacherzählung: Die Sätze unten sind nicht die der Veröffentlichung.",
    ),
    "read it": ("Read the publication", "Zur Veröffentlichung"),
    "text": ("Text", "Text"),
    "what it says": ("What this passage says", "Was diese Stelle sagt"),
    "silent": ("gave no claim", "ergab keine Aussage"),
    "silent n": ("{n} of {all} passages gave no claim", "{n} von {all} Stellen ergaben keine Aussage"),
    "mixed": ("several of these", "mehreres davon"),
    "legend": ("Colours", "Farben"),
    "believed": ("believed", "geglaubt"),
    "refused": ("not believed", "nicht geglaubt"),
    "open": ("open", "offen"),
    "aside": ("not weighed", "nicht abgewogen"),
    "text missing": (
        "The text of this document is not kept with the dataset; build it anew.",
        "Der Text dieses Dokuments liegt nicht beim Datensatz; bauen Sie ihn neu.",
    ),
    "page of": ("Page {page} of {pages}", "Seite {page} von {pages}"),
    "previous": ("Previous", "Zurück"),
    "next": ("Next", "Weiter"),
    "untold": ("nothing read yet", "noch nichts gelesen"),
    "passages": ("passages", "Stellen"),
    "title": ("Title", "Titel"),
    "publisher": ("Publisher", "Herausgeber"),
    "no documents": ("No document has been read yet.", "Noch kein Dokument wurde gelesen."),
    # Contradictions
    "ledger": ("Where sources contradict each other", "Wo Quellen einander widersprechen"),
    "kind": ("Kind", "Art"),
    "state": ("State", "Stand"),
    "subject": ("About", "Über"),
    "any": ("any", "alle"),
    "filter": ("Narrow", "Eingrenzen"),
    "unfiltered": ("Clear", "Alles zeigen"),
    "n of all": ("{n} of {all}", "{n} von {all}"),
    "no contradiction": ("No contradiction of this kind.", "Kein Widerspruch dieser Art."),
    "stands open": ("undecided", "unentschieden"),
    "decision": ("Decision", "Entscheidung"),
    "not decided": ("Not decided", "Nicht entschieden"),
    # Questions
    "ask": ("Ask", "Fragen"),
    "answer": ("Answer", "Antwort"),
    "rows n": ("{n} rows", "{n} Zeilen"),
    "rows 1": ("1 row", "1 Zeile"),
    "no rows": ("Nothing found", "Nichts gefunden"),
    "empty means": ("That means: {text}.", "Das heißt: {text}."),
    "sentences": ("Sentences", "Sätze"),
    "show": ("show", "zeigen"),
    "downloads": ("Download", "Herunterladen"),
    "the query": ("The query", "Die Abfrage"),
    "open in editor": ("Open in the editor", "Im Editor öffnen"),
    "machine address": ("Address for machines", "Adresse für Maschinen"),
    "in the terminal": ("In the terminal", "Im Terminal"),
    "picture": ("Picture", "Bild"),
    "picture waits": ("The table below says the same.", "Die Tabelle darunter sagt dasselbe."),
    "picture file": ("Picture as SVG", "Bild als SVG"),
    "sorted by": ("sorted by {column}", "sortiert nach {column}"),
    "sort by": ("Sort by {column}", "Sortieren nach {column}"),
    "order": ("Order", "Reihenfolge"),
    "looks at": ("Looks at", "Sieht auf"),
    "unnamed": ("other questions", "weitere Fragen"),
    "default": ("otherwise", "sonst"),
    "day shown": ("Day", "Tag"),
    "state on": ("State on", "Stand am"),
    "known on": (
        "as known on this day; what was published later does not count",
        "nach dem, was an diesem Tag bekannt war; später Veröffentlichtes zählt nicht",
    ),
    "not yet": ("not yet", "noch nicht"),
    "places": ("Places", "Orte"),
    "all days": ("All", "Alles"),
    # SPARQL
    "query text": ("SPARQL query", "SPARQL-Abfrage"),
    "run": ("Run", "Ausführen"),
    "examples": ("Examples", "Beispiele"),
    "prefixes": ("Prefixes", "Präfixe"),
    "prefixes hint": (
        "These need not be declared.",
        "Diese müssen nicht vereinbart werden.",
    ),
    "error at": ("Line {line}, column {column}", "Zeile {line}, Spalte {column}"),
    "yes": ("yes", "ja"),
    "no": ("no", "nein"),
    "shortcut": ("Ctrl+Enter runs the query.", "Strg+Eingabe führt die Abfrage aus."),
    # Ontology
    "class": ("Class", "Klasse"),
    "classes": ("Classes", "Klassen"),
    "properties": ("Properties", "Eigenschaften"),
    "things n": ("{n} things", "{n} Dinge"),
    "uses n": ("used {n} times", "{n}-mal verwendet"),
    "below": ("Below it", "Darunter"),
    "above": ("Above it", "Darüber"),
    "slots": ("What one of them looks like", "Wie eines davon aussieht"),
    "slot": ("Property", "Eigenschaft"),
    "how many": ("How many", "Wie viele"),
    "rule says": ("Rule", "Regel"),
    "domain": ("Said of", "Gesagt von"),
    "range": ("Values", "Werte"),
    "scope note": ("Note", "Hinweis"),
    "relations": ("What else holds", "Was sonst gilt"),
    "defined in": ("Defined in", "Erklärt in"),
    "diagram": ("Diagram", "Schaubild"),
    "parts": ("Parts", "Teile"),
    "used with": ("Used by", "Verwendet von"),
    # Why
    "proof": ("Why this holds", "Warum das gilt"),
    "rests on": ("rests on", "beruht auf"),
    "axiom": ("The vocabulary says", "Das Vokabular sagt"),
    "origin fact": ("fact", "Tatsache"),
    "origin inferred": ("follows", "folgt"),
    "origin register": ("register", "Register"),
    "origin ontology": ("vocabulary", "Vokabular"),
    # Errors
    "error": ("That did not work", "Das ging nicht"),
    "error 404": ("Nothing is known of this", "Davon ist nichts bekannt"),
    "found what": ("Found", "Gefunden"),
    "wanted": ("Wanted", "Gewollt"),
    "do": ("To do", "Zu tun"),
    "where": ("Where", "Wo"),
}


def words(language: str) -> Mapping[str, str]:
    """Key → text, in one of `LANGUAGES`; in English for any other."""
    place = 1 if language == "de" else 0
    return {key: texts[place] for key, texts in _WORDS.items()}


def preferred(accept_language: str) -> str:
    """The language of the pages that a browser's Accept-Language ranks highest; English for none."""
    ranked = []
    for place, part in enumerate(accept_language.split(",")):
        tag, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        code = tag.partition("-")[0]
        try:
            weight = float(quality)
        except ValueError:
            weight = 0.0
        if code in LANGUAGES and weight > 0:
            ranked.append((-weight, place, code))
    return min(ranked)[2] if ranked else "en"
