"""Lists of things of one class, and of documents."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg import queries
from kg.names import DCTERMS, RDF_TYPE, kg
from kg.pages.documents import title_of
from kg.pages.knowing import DEFINITION
from kg.pages.sayings import Shown, Teller

_ON_A_PAGE = 120
_DOCUMENTS = 60


@dataclass(frozen=True, slots=True)
class ListPage:
    """Things of a class, by name.

    Args:
        name: Of the class.
        meaning: Its definition.
        things: Of this page, with the first letter of each.
        count: In all.
        page: From 1.
        pages: In all.
        iri: Of the class.
    """

    name: Shown
    meaning: str
    things: tuple[tuple[str, Shown], ...]
    count: int
    page: int
    pages: int
    iri: str


def things_of(teller: Teller, cls: NamedNode, wanted: int) -> ListPage:
    """A page of the things of a class, and of the classes below it."""
    known = teller.knowledge
    below = queries.below(known.store, cls.value)
    nodes = {thing for name in below for thing in known.subjects(RDF_TYPE, NamedNode(name))}
    shown = sorted((teller.shown(node) for node in nodes), key=lambda s: (s.text.casefold(), s.iri))
    pages = max(1, -(-len(shown) // _ON_A_PAGE))
    page = max(1, min(wanted, pages))
    part = shown[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    return ListPage(
        name=Shown(known.label(cls), teller.links.term(cls.value), "", cls.value),
        meaning=known.in_language(cls, DEFINITION),
        things=tuple((s.text[:1].upper(), s) for s in part),
        count=len(shown),
        page=page,
        pages=pages,
        iri=cls.value,
    )


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list."""

    title: Shown
    publisher: str
    published: str
    language: str
    passages: int
    silent: int


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """Documents, the latest first."""

    lines: tuple[DocumentLine, ...]
    count: int
    page: int
    pages: int


def documents(teller: Teller, wanted: int) -> DocumentsPage:
    """A page of the documents."""
    known = teller.knowledge
    dated = []
    for document in known.documents():
        issued = known.value(document, NamedNode(DCTERMS + "issued"))
        dated.append((known.text(issued, kg("latestDay")) if issued else "", document))
    ranked = [document for _, document in sorted(dated, key=lambda d: (d[0], d[1].value), reverse=True)]
    pages = max(1, -(-len(ranked) // _DOCUMENTS))
    page = max(1, min(wanted, pages))
    part = ranked[(page - 1) * _DOCUMENTS : page * _DOCUMENTS]
    return DocumentsPage(tuple(_line(teller, document) for document in part), len(ranked), page, pages)


def _line(teller: Teller, document: NamedNode) -> DocumentLine:
    known = teller.knowledge
    title, language = title_of(known, document)
    return DocumentLine(
        title=Shown(title, teller.links.thing(document.value), language, document.value),
        publisher=known.label(known.value(document, NamedNode(DCTERMS + "publisher"))),
        published=known.label(known.value(document, NamedNode(DCTERMS + "issued"))),
        language=known.text(document, NamedNode(DCTERMS + "language")),
        passages=int(known.text(document, kg("passages")) or 0),
        silent=int(known.text(document, kg("silentPassages")) or 0),
    )
