"""Linked data: what is known of the thing, document, claim or term that an IRI stands for."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.names import OWL, RDF_TYPE, RDFS_LABEL, Names, kg

_ONTOLOGY = NamedNode(OWL + "Ontology")


def about(store: Store, iri: str, base: str, most: int) -> list[Triple]:
    """The triples about an IRI: its own, those of its blank nodes, those of what it is the document of.

    A claim brings its evidence along; an ontology, or what stands for one, the terms `iri#…` that it defines.

    Args:
        store: Read over all of its graphs.
        iri: What is asked about; anything that is no IRI is known nothing of.
        base: Of the project's IRIs.
        most: Stops after this many triples and one more.

    Returns:
        In no order; empty when nothing is known.
    """
    try:
        node = NamedNode(iri)
    except ValueError:
        return []
    found: list[Triple] = []
    for triple in _about(store, node, base):
        found.append(triple)
        if len(found) > most:
            break
    return found


def title(store: Store, iri: str) -> str:
    """A label in English, else any; else the IRI."""
    try:
        labels = [q.object for q in store.quads_for_pattern(NamedNode(iri), RDFS_LABEL, None)]
    except ValueError:
        return iri
    ranked = sorted((o.language != "en", o.value) for o in labels if isinstance(o, Literal))
    return ranked[0][1] if ranked else iri


def _about(store: Store, node: NamedNode, base: str) -> Iterator[Triple]:
    own = list(_of(store, node))
    yield from own
    for triple in own:
        if triple.predicate == kg("evidence") and isinstance(triple.object, NamedNode):
            yield from _of(store, triple.object)
    if not own or any(triple.object == _ONTOLOGY for triple in own):
        for term in _terms(store, node, base):
            yield from _of(store, term)


def _of(store: Store, node: NamedNode | BlankNode) -> Iterator[Triple]:
    seen: set[NamedNode | BlankNode] = {node}
    waiting = [node]
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), None, None):
            yield quad.triple
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                waiting.append(quad.object)


def _terms(store: Store, node: NamedNode, base: str) -> list[NamedNode]:
    """No store finds IRIs by how they begin; the ontology's graph is small enough to look at each."""
    start = f"{node.value}#"
    graph = Names(base).graph("ontology")
    subjects = {q.subject for q in store.quads_for_pattern(None, RDF_TYPE, None, graph)}
    return sorted(
        (s for s in subjects if isinstance(s, NamedNode) and s.value.startswith(start)), key=lambda s: s.value
    )
