"""Which page is asked for → what it shows → HTML. Runs where the dataset is open and queries can be killed."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QuerySolutions, QueryTriples, Store

from kg import drawing, explaining, queries, schema, sparql
from kg.errors import KgError, QueryError
from kg.names import DCTERMS, KG, RDF_TYPE, Names, kg
from kg.pages import finding, ledger, listing, neighbourhood, proofs, questions, starting
from kg.pages.answers import Answer, Shower
from kg.pages.documents import Document
from kg.pages.finding import Index
from kg.pages.knowing import Knowledge, Shapes
from kg.pages.links import Links
from kg.pages.rendering import render
from kg.pages.sayings import Teller
from kg.pages.things import Thing
from kg.pages.vocabulary import Vocabulary
from kg.pages.words import LANGUAGES
from kg.tables import Table

_MOST_FOUND = 60
_SUGGESTED = 8
_TABLES = 8
_MOST_KEPT = 20_000
_ROWS_IN_EDITOR = 100
_DOWNLOADS = (("CSV", "csv"), ("JSON", "json"), ("XML", "xml"), ("TSV", "tsv"))
_FIRST_EXAMPLE = """SELECT ?class (COUNT(DISTINCT ?thing) AS ?things) WHERE {
  ?thing a ?class .
}
GROUP BY ?class
ORDER BY DESC(?things)
LIMIT 20"""
_NOT_OF_A_QUERY = ("lang", "page", "sort")


@dataclass(frozen=True, slots=True)
class Ask:
    """A page that somebody wants.

    Args:
        page: Its name, one of `PAGES`.
        path: Of a thing, below the project's base; or a saved query's name.
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


@dataclass(frozen=True, slots=True)
class Page:
    """A page, ready.

    Args:
        body: HTML, or JSON for suggestions.
        status: HTTP status; another than 200 where the page tells of a mistake in what was asked.
    """

    body: str
    status: int = 200


class Site:
    """The pages over one dataset.

    Args:
        store: Only read.
        root: The project, for shapes, saved queries and proofs.
        base: Of the project's IRIs; "" when there is none.
        prefixes: Prefix → namespace.
        folder: Where the dataset lies.
        most_rows: Of the answer to a stranger's query.
    """

    def __init__(
        self,
        store: Store,
        root: Path,
        base: str,
        prefixes: Mapping[str, str],
        folder: Path,
        most_rows: int = 100_000,
    ) -> None:
        self.store = store
        self.root = root
        self.prefixes = prefixes
        self._most_rows = most_rows
        self._base = base
        # A dataset that names no base has graphs of other names, so nothing is found under these.
        self._names = Names(base or "urn:none:")
        self._folder = folder
        self._knowledge: dict[str, Knowledge] = {}
        self._tables: OrderedDict[tuple[str, str, str, str], Table] = OrderedDict()
        self._questions: dict[Path, tuple[int, queries.Query | None]] = {}

    def page(self, ask: Ask) -> Page:
        """The page that is asked for.

        Raises:
            QueryError: KG602, KG604 and KG610 for what is not known; what `queries.run` raises.
        """
        made: Callable[[Site, Ask], Page | str] | None = PAGES.get(ask.page)
        if made is None:
            raise _unknown(ask.page)
        found = made(self, ask)
        return found if isinstance(found, Page) else Page(found)

    # -- what pages share ---------------------------------------------------------------------------------

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(self.root)

    @cached_property
    def _explainer(self) -> explaining.Explainer:
        """For proofs; most pages do without, since reading the whole schema takes its time."""
        return explaining.Explainer(self.store, schema.load(self.root))

    @cached_property
    def _index(self) -> Index:
        return Index(self.store, self.questions(), self.knowledge("en").classes)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """As the build wrote them down."""
        try:
            found = json.loads((self._folder / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        counts = found.get("counts", {})
        return counts if isinstance(counts, dict) else {}

    def questions(self) -> list[queries.Query]:
        """Those whose headers can be read; read again when their files change."""
        return [found for found in map(self._read, queries.find(self.root).values()) if found]

    def _read(self, path: Path) -> queries.Query | None:
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
        """In a language; kept, with the labels that were looked up."""
        if language not in self._knowledge:
            self._knowledge[language] = Knowledge(
                self.store, self._names, self._shapes, language, self._folder, self.prefixes
            )
        return self._knowledge[language]

    def _links(self, ask: Ask) -> Links:
        return Links(self._base, ask.address, ask.language, ask.chosen, self.prefixes)

    def _teller(self, ask: Ask) -> Teller:
        return Teller(self.knowledge(ask.language), self._links(ask))

    def _render(self, ask: Ask, template: str, **values: Any) -> str:
        """A page with all that each page has around it."""
        links = self._links(ask)
        return render(template, ask.language, links=links, frame=self._frame(ask, links), **values)

    def _frame(self, ask: Ask, links: Links) -> dict[str, Any]:
        drawn = {q.picture.kind: q.name for q in reversed(self.questions()) if q.picture}
        title = self.knowledge(ask.language).in_language(
            NamedNode(self._names.base + "ontology"), NamedNode(DCTERMS + "title")
        )
        return {
            "site": title,
            "pictures": [
                (kind, links.at(f"queries/{drawn[kind]}"))
                for kind in ("map", "timeline", "network")
                if kind in drawn
            ],
            "languages": [(code, name, self._switched(ask, code)) for code, name in LANGUAGES.items()],
        }

    def _switched(self, ask: Ask, language: str) -> str:
        """The same page in another language."""
        links = replace(self._links(ask), language=language, chosen=True)
        return links.at(_path(ask), **{k: v for k, v in ask.values.items() if k != "lang"})

    def _turner(self, ask: Ask, page: int, pages: int) -> dict[str, Any]:
        """Ways to the pages before and after."""
        kept = {k: v for k, v in ask.values.items() if k not in ("lang", "page", "at")}

        def to(number: int) -> str | None:
            if not 1 <= number <= pages:
                return None
            return self._links(ask).at(_path(ask), **{**kept, "page": str(number)})

        return {"page": page, "pages": pages, "previous": to(page - 1), "next": to(page + 1)}

    # -- start, search, lists -----------------------------------------------------------------------------

    def _start(self, ask: Ask) -> str:
        asked = sorted(self.questions(), key=lambda q: (q.picture is None, q.name))[:_SUGGESTED]
        links = self._links(ask)
        shown = [(links.at(f"queries/{q.name}"), queries.in_language(q.summary, ask.language)) for q in asked]
        page = starting.start(self._teller(ask), self._counts)
        return self._render(ask, "start", page=page, questions=shown)

    def _search(self, ask: Ask) -> str:
        text = ask.values.get("q", "").strip()
        return self._render(ask, "search", text=text, found=self._found(ask, text, _MOST_FOUND))

    def _suggest(self, ask: Ask) -> str:
        """JSON, for the script behind the search field."""
        found = self._found(ask, ask.values.get("q", "").strip(), _SUGGESTED)
        keys = ("name", "href", "kind", "about")
        return json.dumps([dict(zip(keys, item[:4], strict=True)) for item in found], ensure_ascii=False)

    def _found(self, ask: Ask, text: str, most: int) -> list[tuple[str, str, str, str, str]]:
        """Name, address, kind, what it is, and the language of the name."""
        known, links = self.knowledge(ask.language), self._links(ask)
        made = []
        for entry in self._index.find(text, most, ask.language):
            href, about = _entry(entry, known, links)
            is_thing = entry.kind == "thing"
            name = known.label(NamedNode(entry.iri)) if is_thing else entry.name
            made.append((name, href, entry.kind, about, "" if is_thing else entry.language))
        return made

    def _things(self, ask: Ask) -> str:
        text = ask.values.get("of", "")
        iri = queries.expand(text, self.prefixes)
        if iri not in self.knowledge(ask.language).classes:
            raise QueryError("KG610", "no class of this name", found=text, want="a class of the vocabulary")
        page = listing.things_of(self._teller(ask), NamedNode(iri), _number(ask, "page"))
        return self._render(ask, "things", page=page, turn=self._turner(ask, page.page, page.pages))

    def _documents(self, ask: Ask) -> str:
        page = listing.documents(self._teller(ask), _number(ask, "page"))
        return self._render(ask, "documents", page=page, turn=self._turner(ask, page.page, page.pages))

    def _contradictions(self, ask: Ask) -> str:
        subject, told = self._subject(ask)
        page = ledger.Ledger(self._teller(ask)).page(ask.values, subject, _number(ask, "page"))
        turn = self._turner(ask, page.page, page.pages)
        return self._render(ask, "contradictions", page=page, turn=turn, told=told)

    def _subject(self, ask: Ask) -> tuple[NamedNode | None, QueryError | None]:
        text = ask.values.get("thing", "").strip()
        if not text:
            return None, None
        try:
            return queries.resolve(self.store, text, "", self.prefixes), None
        except QueryError as error:
            return NamedNode(f"{KG}nothing"), error

    # -- questions ----------------------------------------------------------------------------------------

    def _queries(self, ask: Ask) -> str:
        found = questions.listed(self.questions(), ask.language, self._links(ask))
        return self._render(ask, "questions", listed=found, count=len(self.questions()))

    def _question(self, ask: Ask) -> Page:
        """A saved query; with the form again, and what is wrong, where values do not fit."""
        query = queries.load(self.root, ask.path)
        values = questions.given(query, ask.values)
        bound, table, told = query.text, None, None
        try:
            bound = queries.speaking(queries.bind(query, values, self.store, self.prefixes), ask.language)
            table = self._table(bound, query, ask)
        except QueryError as error:
            if error.code not in ("KG603", "KG604", "KG607", "KG631"):
                raise
            told = error
        day = questions.known_on(ask.values)
        given = values | {questions.KNOWN_ON: day} if day else values
        page = questions.page(query, given, bound, self.knowledge(ask.language), self._links(ask))
        shower = Shower(self._teller(ask), table or Table((), ()), query.fields)
        answer = shower.page(_number(ask, "page"), ask.values.get("sort", ""))
        body = self._render(
            ask,
            "question",
            page=page,
            answer=answer if table is not None else None,
            told=told,
            sorts=self._sorts(ask, answer),
            turn=self._turner(ask, answer.page, answer.pages),
            picture=query.picture,
            here=query.picture.kind if query.picture else "questions",
        )
        return Page(body, 400 if told else 200)

    def _table(self, text: str, query: queries.Query, ask: Ask) -> Table:
        """The whole answer with its mark on what is disputed, kept for whoever turns its pages."""
        day = questions.known_on(ask.values)
        key = (text, query.name, ask.language, day)
        if key in self._tables:
            self._tables.move_to_end(key)
            return self._tables[key]
        then = queries.past_of(self.store, day, self.prefixes)

        def asked(sparql: str) -> Table:
            return queries.run(self.store, sparql, None, self.prefixes, then=then)

        found = queries.marked(queries.finished(asked(text), query, ask.language), query, asked)
        if len(found) <= _MOST_KEPT:
            self._tables[key] = found
            while len(self._tables) > _TABLES:
                self._tables.popitem(last=False)
        return found

    def _sorts(self, ask: Ask, answer: Answer) -> dict[str, str]:
        """Column → the address that sorts by it."""
        kept = {k: v for k, v in ask.values.items() if k not in _NOT_OF_A_QUERY}
        links = self._links(ask)
        return {h.name: links.at(_path(ask), **{**kept, "sort": h.sort}) for h in answer.headings}

    # -- SPARQL -------------------------------------------------------------------------------------------

    def _sparql(self, ask: Ask) -> Page:
        """The editor, with the answer where a query is given."""
        text = ask.values.get("query", "")
        shown = text or self._example(ask.values.get("example", ""))
        table, told = None, None
        if text.strip():
            try:
                table = self._limited(text)
            except QueryError as error:
                told = error
        answer = None
        if table is not None:
            shower = Shower(self._teller(ask), table)
            answer = shower.page(_number(ask, "page"), ask.values.get("sort", ""), _ROWS_IN_EDITOR)
        links = self._links(ask)
        body = self._render(
            ask,
            "sparql",
            text=shown,
            answer=answer,
            form=table.form if table is not None else "",
            truth=table is not None and table.form == "boolean" and table.answer,
            told=told,
            place=_place(told.at) if told else None,
            sorts=self._sorts(ask, answer) if answer else {},
            turn=self._turner(ask, answer.page, answer.pages) if answer else None,
            downloads=[(n, links.at("sparql", query=text, format=f)) for n, f in _DOWNLOADS],
            examples=self._examples(ask),
            prefixes=sorted(self.prefixes.items()),
        )
        return Page(body, 200 if told is None else 422 if told.code == "KG609" else 400)

    def _limited(self, text: str) -> Table:
        """The answer to a stranger's query, if it is not too large."""
        found = queries.ask(self.store, text, self.prefixes)
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            rows = [
                tuple(solution[place] for place in range(len(columns)))
                for solution in islice(found, self._most_rows + 1)
            ]
            self._refuse_more(len(rows), "rows")
            return Table(columns, tuple(rows), prefixes=self.prefixes)
        if isinstance(found, QueryTriples):
            triples = list(islice(found, self._most_rows + 1))
            self._refuse_more(len(triples), "triples")
            ordered = sorted({(t.subject, t.predicate, t.object) for t in triples}, key=str)
            return Table(
                ("subject", "predicate", "object"), tuple(ordered), "triples", prefixes=self.prefixes
            )
        return queries.table(found, True, self.prefixes)

    def _refuse_more(self, count: int, what: str) -> None:
        if count > self._most_rows:
            found = f"more than {self._most_rows} {what}"
            raise QueryError("KG609", "answer too large", found=found, do="add LIMIT, or ask for less")

    def _example(self, name: str) -> str:
        """The text of a saved query, to begin with."""
        query = next((q for q in self.questions() if q.name == name), None)
        return sparql.without_comments(query.text).strip() if query else _FIRST_EXAMPLE

    def _examples(self, ask: Ask) -> list[tuple[str, str]]:
        """Question and address of each saved query in the editor."""
        links = self._links(ask)
        return [
            (queries.in_language(q.summary, ask.language), links.at("sparql", example=q.name))
            for q in self.questions()
        ]

    # -- the vocabulary and proofs ------------------------------------------------------------------------

    def _ontology(self, ask: Ask) -> str:
        text = ask.values.get("term", "")
        shown = Vocabulary(self._teller(ask))
        if not text:
            return self._render(
                ask, "ontology", page=shown.page(), picture=self._links(ask).at("pictures/ontology.svg")
            )
        iri = queries.expand(text, self.prefixes)
        known = self.knowledge(ask.language)
        if iri not in known.classes and iri not in known.properties:
            raise QueryError("KG610", "no term of this name", found=text, want="a class or property")
        return self._render(ask, "term", page=shown.term(NamedNode(iri)))

    def _why(self, ask: Ask) -> str:
        subject, prop, value = (ask.values.get(name, "") for name in ("subject", "property", "value"))
        node = queries.resolve(self.store, subject, "", self.prefixes)
        predicate = self._explainer.property(prop) if prop else None
        found = self._explainer.speaking(ask.language).explain(node, predicate, value or None)
        teller = self._teller(ask)
        return self._render(ask, "why", name=teller.shown(node), steps=proofs.steps(found, teller))

    # -- pictures -----------------------------------------------------------------------------------------

    def _picture(self, ask: Ask) -> str:
        """The specification of a picture, as JSON; drawing it is for others, since a renderer takes memory."""
        teller = self._teller(ask)
        if ask.path == "thing":
            iri = ask.values.get("iri", "")
            return json.dumps(neighbourhood.around(teller, _node(iri)))
        if ask.path == "ontology":
            return json.dumps(neighbourhood.classes(teller))
        query = queries.load(self.root, ask.path)
        values = questions.given(query, ask.values)
        bound = queries.speaking(queries.bind(query, values, self.store, self.prefixes), ask.language)
        return json.dumps(drawing.spec_of(self._table(bound, query, ask), query, ask.language))

    # -- what an IRI stands for ---------------------------------------------------------------------------

    def _thing(self, ask: Ask) -> str:
        iri = self._names.base + ask.path
        node = _node(iri)
        known = self.knowledge(ask.language)
        kinds = known.values(node, RDF_TYPE)
        if kg("Document") in kinds:
            text = Document(self._teller(ask), node).page(_number(ask, "page"), _number(ask, "at", -1))
            return self._render(ask, "document", page=text, turn=self._turner(ask, text.page, text.pages))
        if kg("Contradiction") in kinds:
            return self._render(ask, "contradiction", dispute=ledger.Ledger(self._teller(ask)).dispute(node))
        if not known.is_known(node):
            raise _unknown(iri)
        section = ask.values.get("all", "")
        thing = Thing(self._teller(ask), node, section, _number(ask, "page"))
        page = thing.page()
        turn = self._turner(ask, thing.number, thing.pages)
        picture = None
        if not section and neighbourhood.has(self._teller(ask), node):
            picture = self._links(ask).at("pictures/thing.svg", iri=iri)
        return self._render(ask, "thing", page=page, section=section, turn=turn, picture=picture)


PAGES: Mapping[str, Callable[[Site, Ask], Page | str]] = {
    "start": Site._start,
    "search": Site._search,
    "suggest": Site._suggest,
    "things": Site._things,
    "documents": Site._documents,
    "contradictions": Site._contradictions,
    "queries": Site._queries,
    "question": Site._question,
    "sparql": Site._sparql,
    "ontology": Site._ontology,
    "why": Site._why,
    "thing": Site._thing,
    "picture": Site._picture,
}
"""Name of a page → what makes it."""


def _path(ask: Ask) -> str:
    """Where a page stands, below the server's address."""
    special = {"start": "", "question": f"queries/{ask.path}", "thing": ask.path}
    return special.get(ask.page, ask.page)


def _entry(entry: finding.Entry, known: Knowledge, links: Links) -> tuple[str, str]:
    """Address of something found, and what it is."""
    if entry.kind == "question":
        return links.at(f"queries/{entry.iri}"), entry.iri
    if entry.kind == "term":
        return links.term(entry.iri), links.short(entry.iri)
    node = NamedNode(entry.iri)
    kinds = ", ".join(known.label(cls) for cls in known.classes_of(node))
    return links.thing(entry.iri) or links.at(""), kinds


def _number(ask: Ask, name: str, default: int = 1) -> int:
    text = ask.values.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise _unknown(iri) from error


def _place(at: str) -> tuple[int, int] | None:
    """Line and column of a mistake in a query."""
    match = re.search(r"line (\d+), column (\d+)", at)
    return (int(match[1]), int(match[2])) if match else None


def _unknown(what: str) -> QueryError:
    return QueryError(
        "KG610", "nothing is known of this", found=f"<{what}>", want="the IRI of a thing in the dataset"
    )
