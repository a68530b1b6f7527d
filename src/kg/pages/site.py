"""Which page is asked for → what it shows → HTML. Runs where the dataset is open and queries can be killed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store

from kg import queries, schema
from kg.errors import KgError, QueryError
from kg.names import DCTERMS, KG, RDF_TYPE, Names, kg
from kg.pages import finding, ledger, listing, starting
from kg.pages.documents import Document
from kg.pages.finding import Index
from kg.pages.knowing import Knowledge, Shapes
from kg.pages.links import Links
from kg.pages.rendering import render
from kg.pages.sayings import Teller
from kg.pages.things import Thing
from kg.pages.words import LANGUAGES

_MOST_FOUND = 60
_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Ask:
    """A page that somebody wants.

    Args:
        page: Its name: "start", "search", "things", "documents", "contradictions", "thing" and so on.
        path: Of a thing, below the project's base.
        values: What stands in the address behind the question mark.
        language: Of the page.
        chosen: Whether the address names the language.
        address: Of the server, with a slash at its end.
    """

    page: str
    path: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    chosen: bool = False
    address: str = "http://localhost/"


class Site:
    """The pages over one dataset.

    Args:
        store: Only read.
        root: The project, for shapes, saved queries and prefixes.
        names: Of the project.
        prefixes: Prefix → namespace.
        folder: Where the dataset lies.
    """

    def __init__(
        self, store: Store, root: Path, base: str, prefixes: Mapping[str, str], folder: Path
    ) -> None:
        self.store = store
        self.root = root
        self.prefixes = prefixes
        self._names = Names(base)
        self._folder = folder
        self._knowledge: dict[str, Knowledge] = {}
        self._questions: dict[Path, tuple[int, queries.Query | None]] = {}

    # -- what pages share ---------------------------------------------------------------------------------

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(self.root)

    @cached_property
    def schema(self) -> schema.Schema:
        """For proofs; most pages do without, since reading all of it takes its time."""
        return schema.load(self.root)

    @cached_property
    def _index(self) -> Index:
        return Index(self.store, self.questions(), self.knowledge("en").classes)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """As the build wrote them down."""
        try:
            found = json.loads((self._folder / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        counts = found.get("counts", {})
        return counts if isinstance(counts, dict) else {}

    def questions(self) -> list[queries.Query]:
        """Those whose headers can be read; read again when their files change."""
        return [found for found in map(self._question, queries.find(self.root).values()) if found]

    def _question(self, path: Path) -> queries.Query | None:
        stamp = path.stat().st_mtime_ns
        kept = self._questions.get(path)
        if kept is None or kept[0] != stamp:
            try:
                kept = (stamp, queries.read(path))
            except KgError:
                kept = (stamp, None)
            self._questions[path] = kept
        return kept[1]

    def knowledge(self, language: str) -> Knowledge:
        if language not in self._knowledge:
            self._knowledge[language] = Knowledge(
                self.store, self._names, self._shapes, language, self._folder
            )
        return self._knowledge[language]

    def links(self, ask: Ask) -> Links:
        return Links(self._names.base, ask.address, ask.language, ask.chosen, self.prefixes)

    def teller(self, ask: Ask) -> Teller:
        return Teller(self.knowledge(ask.language), self.links(ask))

    def render(self, ask: Ask, template: str, **values: Any) -> str:
        """A page with all that each page has around it."""
        links = self.links(ask)
        return render(template, ask.language, links=links, frame=self._frame(ask, links), **values)

    def _frame(self, ask: Ask, links: Links) -> dict[str, Any]:
        pictures = {q.picture.kind: q.name for q in reversed(self.questions()) if q.picture}
        drawn = [
            (kind, links.at(f"queries/{pictures[kind]}"))
            for kind in ("map", "timeline", "network")
            if kind in pictures
        ]
        title = self.knowledge(ask.language).in_language(
            NamedNode(self._names.base + "ontology"), NamedNode(DCTERMS + "title")
        )
        return {
            "site": title,
            "pictures": drawn,
            "languages": [(code, name, self._switched(ask, code)) for code, name in LANGUAGES.items()],
        }

    def _switched(self, ask: Ask, language: str) -> str:
        """The same page in another language."""
        links = replace(self.links(ask), language=language, chosen=True)
        return links.at(
            _PATHS.get(ask.page, ask.path), **{k: v for k, v in ask.values.items() if k != "lang"}
        )

    # -- pages --------------------------------------------------------------------------------------------

    def page(self, ask: Ask) -> str:
        """The HTML of a page.

        Raises:
            QueryError: KG604 and KG610 for what is not known.
        """
        made = getattr(self, f"_{ask.page}", None)
        if ask.page not in _PAGES or made is None:
            raise _unknown(ask.page)
        return str(made(ask))

    def _start(self, ask: Ask) -> str:
        asked = [q for q in self.questions() if q.summary][:_SUGGESTED]
        return self.render(
            ask,
            "start",
            page=starting.start(self.teller(ask), self.counts),
            questions=self._named(asked, ask),
        )

    def _named(self, found: list[queries.Query], ask: Ask) -> list[tuple[str, str, str]]:
        """Name, address and question."""
        links = self.links(ask)
        return [
            (q.name, links.at(f"queries/{q.name}"), queries.in_language(q.summary, ask.language))
            for q in found
        ]

    def _search(self, ask: Ask) -> str:
        text = ask.values.get("q", "").strip()
        found = self._found(ask, text, _MOST_FOUND)
        return self.render(ask, "search", text=text, found=found)

    def _suggest(self, ask: Ask) -> str:
        """JSON, for the script behind the search field."""
        found = self._found(ask, ask.values.get("q", "").strip(), _SUGGESTED)
        keys = ("name", "href", "kind", "about")
        return json.dumps([dict(zip(keys, item[:4], strict=True)) for item in found], ensure_ascii=False)

    def _found(self, ask: Ask, text: str, most: int) -> list[tuple[str, str, str, str, str]]:
        """Name, address, kind, what it is, and the language of the name."""
        known, links = self.knowledge(ask.language), self.links(ask)
        made = []
        for entry in self._index.find(text, most, ask.language):
            href, about = self._entry(entry, known, links)
            made.append((entry.name, href, entry.kind, about, entry.language))
        return made

    def _entry(self, entry: finding.Entry, known: Knowledge, links: Links) -> tuple[str, str]:
        if entry.kind == "question":
            return links.at(f"queries/{entry.iri}"), entry.iri
        if entry.kind == "term":
            return links.term(entry.iri), links.short(entry.iri)
        node = NamedNode(entry.iri)
        kinds = ", ".join(known.label(cls) for cls in known.classes_of(node))
        shown = known.label(node)
        about = f"{shown} · {kinds}" if shown != entry.name and entry.kind == "thing" else kinds
        return links.thing(entry.iri) or links.at(""), about

    def _things(self, ask: Ask) -> str:
        text = ask.values.get("of", "")
        iri = queries.expand(text, self.prefixes)
        if iri not in self.knowledge(ask.language).classes:
            raise QueryError("KG604", "no class of this name", found=text, want="a class of the vocabulary")
        page = listing.things_of(self.teller(ask), NamedNode(iri), _number(ask, "page"))
        return self.render(ask, "things", page=page, turn=self._turner(ask, page.page, page.pages))

    def _documents(self, ask: Ask) -> str:
        page = listing.documents(self.teller(ask), _number(ask, "page"))
        return self.render(ask, "documents", page=page, turn=self._turner(ask, page.page, page.pages))

    def _turner(self, ask: Ask, page: int, pages: int) -> dict[str, Any]:
        """Ways to the pages before and after."""
        path = _PATHS.get(ask.page, ask.path)
        kept = {k: v for k, v in ask.values.items() if k not in ("lang", "page", "at")}

        def to(number: int) -> str | None:
            return self.links(ask).at(path, **{**kept, "page": str(number)}) if 1 <= number <= pages else None

        return {"page": page, "pages": pages, "previous": to(page - 1), "next": to(page + 1)}

    def _contradictions(self, ask: Ask) -> str:
        subject, told = self._subject(ask)
        page = ledger.Ledger(self.teller(ask)).page(ask.values, subject, _number(ask, "page"))
        turn = self._turner(ask, page.page, page.pages)
        return self.render(ask, "contradictions", page=page, turn=turn, told=told)

    def _subject(self, ask: Ask) -> tuple[NamedNode | None, QueryError | None]:
        text = ask.values.get("thing", "").strip()
        if not text:
            return None, None
        try:
            return queries.resolve(self.store, text, "", self.prefixes), None
        except QueryError as error:
            return NamedNode(f"{KG}nothing"), error

    # -- what an IRI stands for ---------------------------------------------------------------------------

    def _thing(self, ask: Ask) -> str:
        iri = self._names.base + ask.path
        try:
            node = NamedNode(iri)
        except ValueError as error:
            raise _unknown(iri) from error
        known = self.knowledge(ask.language)
        kinds = known.values(node, RDF_TYPE)
        if kg("Document") in kinds:
            text = Document(self.teller(ask), node).page(_number(ask, "page"), _number(ask, "at", -1))
            turn = self._turner(ask, text.page, text.pages)
            return self.render(ask, "document", page=text, turn=turn)
        if kg("Contradiction") in kinds:
            return self.render(ask, "contradiction", dispute=ledger.Ledger(self.teller(ask)).dispute(node))
        if not known.is_known(node):
            raise _unknown(iri)
        section = ask.values.get("all", "")
        thing = Thing(self.teller(ask), node, section, _number(ask, "page"))
        page = thing.page()
        turn = self._turner(ask, thing.number, thing.pages)
        return self.render(ask, "thing", page=page, section=section, turn=turn, picture=None)


_PATHS = {
    "start": "",
    "search": "search",
    "things": "things",
    "documents": "documents",
    "contradictions": "contradictions",
    "suggest": "suggest",
}
"""Page → its address; a page of a thing stands at the thing's own."""
_PAGES = {*_PATHS, "thing"}


def _number(ask: Ask, name: str, default: int = 1) -> int:
    text = ask.values.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _unknown(what: str) -> QueryError:
    return QueryError(
        "KG610", "nothing is known of this", found=f"<{what}>", want="the IRI of a thing in the dataset"
    )


__all__ = ["Ask", "Site"]
