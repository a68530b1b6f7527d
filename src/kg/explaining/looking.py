"""Look-ups in a built dataset."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.names import KG, RDF_OBJECT, RDF_PREDICATE, RDF_SUBJECT, RDF_TYPE, of_days

Term = NamedNode | BlankNode | Literal | Triple


class Lookup:
    """Values in a dataset, sorted, so that what is made of them is the same in every run.

    Args:
        store: A built dataset; only read.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._days: dict[NamedNode, list[NamedNode]] = {}

    def quads(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        target: Term | None,
        graph: NamedNode | None,
    ) -> Iterator[Quad]:
        """Quads with these terms, None standing for any; a graph stands for those of its days, too."""
        if graph is None:
            yield from self.store.quads_for_pattern(subject, predicate, target, None)
            return
        if graph not in self._days:
            named = (g for g in self.store.named_graphs() if isinstance(g, NamedNode))
            self._days[graph] = of_days(graph, named)
        for each in self._days[graph]:
            yield from self.store.quads_for_pattern(subject, predicate, target, each)

    def value(self, node: NamedNode, predicate: NamedNode) -> Term | None:
        """The first in sorting order; None where there is none."""
        return next(iter(self.values(node, predicate)), None)

    def values(self, node: NamedNode, predicate: NamedNode, graph: NamedNode | None = None) -> list[Term]:
        """All objects of a subject and predicate, in one graph or in any."""
        quads = self.quads(node, predicate, None, graph)
        return sorted((q.object for q in quads), key=str)

    def nodes(self, predicate: NamedNode, target: Term, graph: NamedNode | None) -> list[NamedNode]:
        """The subjects with an IRI from which a property leads to a term."""
        quads = self.quads(None, predicate, target, graph)
        return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)

    def triples(
        self, graph: NamedNode, subject: NamedNode | None = None, predicate: NamedNode | None = None
    ) -> list[Triple]:
        """The triples of a graph that are no part of the engine's own book-keeping."""
        quads = self.quads(subject, predicate, None, graph)
        return sorted((q.triple for q in quads if is_of_domain(q.triple)), key=str)

    def has(self, triple: Triple, graph: NamedNode) -> bool:
        quads = self.quads(triple.subject, triple.predicate, triple.object, graph)
        return next(quads, None) is not None


def is_of_domain(triple: Triple) -> bool:
    """Whether a triple of the facts graph is a fact, and not part of a decision about one."""
    if triple.predicate in (RDF_SUBJECT, RDF_PREDICATE, RDF_OBJECT) or triple.predicate.value.startswith(KG):
        return False
    is_type = triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode)
    return not (is_type and triple.object.value.startswith(KG))  # type: ignore[union-attr]


def plain(term: Term | None) -> str:
    """The IRI or the text alone; "" for nothing."""
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value
