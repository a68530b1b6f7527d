"""Terms and triples between pyoxigraph and rdflib, letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib.term import Identifier, Node

_STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")


def to_rdflib(term: object) -> Identifier:
    """The same term for rdflib; a plain string has no datatype there, and no lexical form is rewritten."""
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype == _STRING:
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    raise TypeError(f"{term!r} is no term of RDF 1.1")


def from_rdflib(term: Node) -> NamedNode | BlankNode | Literal:
    """The same term for pyoxigraph."""
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise TypeError(f"{term!r} is no term of RDF 1.1")


def to_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """An rdflib graph without any prefix bound."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.addN((s, p, o, graph) for s, p, o in _converted(triples))
    return graph


def _converted(triples: Iterable[Triple]) -> Iterator[tuple[Identifier, Identifier, Identifier]]:
    known: dict[object, Identifier] = {}

    def convert(term: object) -> Identifier:
        found = known.get(term)
        if found is None:
            found = known[term] = to_rdflib(term)
        return found

    for triple in triples:
        yield convert(triple.subject), convert(triple.predicate), convert(triple.object)
