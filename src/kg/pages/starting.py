"""The first page: figures, what came last, what is disputed, what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.names import DCTERMS, RDF_TYPE, kg
from kg.pages.documents import title_of
from kg.pages.knowing import Knowledge
from kg.pages.links import Links
from kg.pages.sayings import Shown, Teller

_LATEST = 6
_OPEN = 6
_CLASSES = 14
_FIGURES = ("documents", "claims", "things", "facts", "facts that follow", "contradictions")


@dataclass(frozen=True, slots=True)
class Latest:
    """A document."""

    title: Shown
    publisher: str
    published: str


@dataclass(frozen=True, slots=True)
class Members:
    """A class and how many there are of it."""

    name: Shown
    count: int


@dataclass(frozen=True, slots=True)
class StartPage:
    """All that the page shows."""

    figures: tuple[tuple[str, int], ...]
    latest: tuple[Latest, ...]
    disputed: tuple[tuple[Shown, str], ...]
    still_open: int
    members: tuple[Members, ...]


def start(teller: Teller, counts: Mapping[str, int]) -> StartPage:
    """
    Args:
        teller: Of the page.
        counts: As the build wrote them down.
    """
    known = teller.knowledge
    disputed = open_contradictions(teller)
    return StartPage(
        figures=tuple((name, counts[name]) for name in _FIGURES if name in counts),
        latest=_latest(known, teller.links),
        disputed=tuple(disputed[:_OPEN]),
        still_open=len(disputed),
        members=tuple(members(teller)[:_CLASSES]),
    )


def _latest(known: Knowledge, links: Links) -> tuple[Latest, ...]:
    dated = []
    for document in known.documents():
        issued = known.value(document, NamedNode(DCTERMS + "issued"))
        day = known.text(issued, kg("latestDay")) if issued is not None else ""
        dated.append((day, document, issued))
    found = []
    for _, document, issued in sorted(dated, key=lambda d: (d[0], d[1].value), reverse=True)[:_LATEST]:
        title, language = title_of(known, document)
        publisher = known.value(document, NamedNode(DCTERMS + "publisher"))
        shown = Shown(title, links.thing(document.value), language, document.value)
        found.append(Latest(shown, known.label(publisher), known.label(issued)))
    return tuple(found)


def open_contradictions(teller: Teller) -> list[tuple[Shown, str]]:
    """Each with a link to it, and the property that is disputed."""
    known = teller.knowledge
    found = []
    for node in known.subjects(kg("status"), kg("Open")):
        if kg("Contradiction") in known.values(node, RDF_TYPE):
            about = known.value(node, kg("about"))
            text = known.label(about)
            shown = Shown(text, teller.links.thing(node.value), "", node.value)
            found.append((shown, known.label(known.value(node, kg("property")))))
    return sorted(found, key=lambda item: (item[0].text.casefold(), item[1], item[0].iri))


def members(teller: Teller) -> list[Members]:
    """Classes by how many things are of each, a thing counted in its most special classes only."""
    known = teller.knowledge
    ranked = sorted(known.members.items(), key=lambda item: (-item[1], item[0]))
    return [
        Members(
            Shown(
                known.label(NamedNode(iri)), teller.links.at("things", of=teller.links.short(iri)), "", iri
            ),
            count,
        )
        for iri, count in ranked
    ]
