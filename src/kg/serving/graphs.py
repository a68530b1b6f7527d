"""Graphs in the formats of RDF 1.1: sorted, each triple once, so that one graph gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

import pyoxigraph as ox
from pyoxigraph import Literal, RdfFormat, Triple

from kg import turtle
from kg.serving import pages
from kg.serving.formats import GRAPHS
from kg.serving.pages import Links
from kg.serving.protocol import UnacceptableError
from kg.serving.rows import refuse_what_xml_cannot_hold

# XML splits a property into namespace and name; a name begins with a letter, so a property has to end in one.
_XML_NAME = re.compile(r"[^\W\d](?:[\w.-]*)\Z")


def write(
    triples: Iterable[Triple], media: str, prefixes: Mapping[str, str], links: Links, title: str
) -> bytes:
    """A graph in one of `GRAPHS`.

    Args:
        triples: In any order.
        media: A key of `GRAPHS`.
        prefixes: For Turtle.
        links: For pages.
        title: For pages.

    Raises:
        UnacceptableError: KG607 for a graph that RDF/XML cannot hold.
    """
    kept = sorted(set(triples), key=lambda t: (str(t.subject), t.predicate.value, str(t.object)))
    chosen = GRAPHS[media]
    if chosen is None:
        return "".join(pages.page(title, pages.graph(kept, links))).encode()
    if chosen == RdfFormat.TURTLE:
        return turtle.write(kept, prefixes).encode()
    if chosen == RdfFormat.RDF_XML:
        _refuse_what_xml_cannot_hold(kept)
    return ox.serialize(kept, format=chosen) or b""


def _refuse_what_xml_cannot_hold(triples: Iterable[Triple]) -> None:
    for triple in triples:
        for node in chain((triple.subject, triple.object)):
            if isinstance(node, Triple):
                raise _unfit("a triple within a triple")
            if isinstance(node, Literal):
                refuse_what_xml_cannot_hold(node.value)
        if not _XML_NAME.search(triple.predicate.value):
            raise _unfit(f"property <{triple.predicate.value}>")


def _unfit(found: str) -> UnacceptableError:
    return UnacceptableError(
        "KG607", "format that cannot hold the answer", found=f"{found} in RDF/XML", do="ask for Turtle"
    )
