"""One side of a comparison: a built dataset, how its things are called and who says what in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.diffing.records import Named, Quote
from kg.errors import KgError
from kg.names import (
    DCTERMS,
    KG,
    OA,
    PROV,
    RDF,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    RDF_TYPE,
    RDFS_LABEL,
    Names,
    kg,
    local_name,
    of_days,
)
from kg.queries import Query

Term = NamedNode | BlankNode | Literal | Triple
Asked = Query | KgError
"""A saved query, or what is wrong with its file."""

_ENGINE = (KG, OA)
_REIFIED = (RDF_SUBJECT, RDF_PREDICATE, RDF_OBJECT, NamedNode(PROV + "wasAttributedTo"))


@dataclass(frozen=True)
class Side:
    """A dataset that is compared.

    Args:
        named: Which one it is.
        store: Only read.
        queries: What is asked of it; in place of one whose header cannot be read, what is wrong with it.
        prefixes: Prefix → namespace, for queries and for short names.
        language: Of names, where there is a choice: "en" or "de".
        place: The folder of the store; None for one in memory.
    """

    named: Named
    store: Store
    queries: Mapping[str, Asked] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    place: Path | None = None
    _known: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def base(self) -> str:
        """What the project's IRIs are below, as its ontology says."""
        found = (plain(q.object) for q in self.store.quads_for_pattern(None, kg("base"), None, None))
        return next(iter(sorted(found)), "urn:x-none:")

    @cached_property
    def _named_graphs(self) -> tuple[NamedNode, ...]:
        return tuple(g for g in self.store.named_graphs() if isinstance(g, NamedNode))

    def graph(self, name: str) -> NamedNode:
        return Names(self.base).graph(name)

    def graphs(self, *names: str) -> list[NamedNode]:
        """Graphs by name, each with those of its days."""
        return [each for name in names for each in of_days(self.graph(name), self._named_graphs)]

    # -- looking up -----------------------------------------------------------------------------------------

    def values(self, node: Term | None, predicate: NamedNode) -> list[Term]:
        """In all graphs, sorted, each once."""
        if not isinstance(node, NamedNode):
            return []
        found = {q.object for q in self.store.quads_for_pattern(node, predicate, None, None)}
        return sorted(found, key=str)

    def value(self, node: Term | None, predicate: NamedNode) -> Term | None:
        return next(iter(self.values(node, predicate)), None)

    def plain(self, node: Term | None, predicate: NamedNode) -> str:
        return plain(self.value(node, predicate))

    def is_a(self, node: Term, local: str) -> bool:
        """Whether it is of a class of the engine's own vocabulary."""
        return isinstance(node, NamedNode) and kg(local) in self.values(node, RDF_TYPE)

    def has(self, triple: Triple, *graphs: str) -> bool:
        """Whether one of these graphs, or of their days, holds the triple."""
        return any(
            Quad(triple.subject, triple.predicate, triple.object, graph) in self.store
            for graph in self.graphs(*graphs)
        )

    def decision(self, triple: Triple) -> NamedNode:
        """Where the decision on a triple stands, if there is one."""
        key = (plain(triple.subject), triple.predicate.value, str(triple.object))
        return Names(self.base).hashed("decision", *key)

    # -- naming ---------------------------------------------------------------------------------------------

    def name(self, term: Term | None) -> str:
        """What people call it, in the language of this side, else in English, else its short IRI or its text."""
        if not isinstance(term, NamedNode):
            return " ".join(plain(term).split())
        if term.value not in self._known:
            self._known[term.value] = self._name(term)
        return self._known[term.value]

    def _name(self, term: NamedNode) -> str:
        if term == RDF_TYPE:
            return "ist ein" if self.language == "de" else "is a"
        ranked = [
            (label.language != self.language, label.language != "en", label.value)
            for label in self.values(term, RDFS_LABEL)
            if isinstance(label, Literal)
        ]
        return min(ranked)[2] if ranked else self.short(term)

    def short(self, node: NamedNode) -> str:
        """What follows `id/`, a CURIE, or the IRI."""
        things = f"{self.base}id/"
        if node.value.startswith(things):
            return node.value[len(things) :]
        for prefix, namespace in sorted(self.prefixes.items(), key=lambda p: (-len(p[1]), p[0])):
            if node.value.startswith(namespace) and len(node.value) > len(namespace):
                return f"{prefix}:{node.value[len(namespace) :]}"
        return node.value

    def kind_of(self, thing: NamedNode) -> str:
        """The classes of a thing that somebody states, as names; "" where nobody does."""
        found = self.values(thing, RDF_TYPE)
        stated = [c for c in found if self.has(Triple(thing, RDF_TYPE, c), "facts", "register")]
        return ", ".join(sorted({self.name(c) for c in stated if not plain(c).startswith(KG)}))

    def titled(self, thing: NamedNode) -> str:
        """A thing by name, with its classes where the name does not begin with them."""
        name, kind = self.name(thing), self.kind_of(thing)
        return f"{name} ({kind})" if kind and not name.casefold().startswith(kind.casefold()) else name

    def text(self, triple: Triple) -> str:
        """A triple in words: subject, property, value."""
        return f"{self.name(triple.subject)} — {self.name(triple.predicate)} — {self.name(triple.object)}"

    # -- quoting --------------------------------------------------------------------------------------------

    def quotes(self, claims: Iterable[Term]) -> tuple[Quote, ...]:
        """What claims say, sorted, each sentence once."""
        found = {quote for claim in claims for quote in self._quotes_of(claim)}
        once = {quote.said: quote for quote in sorted(found, reverse=True)}
        return tuple(sorted(once.values(), key=_dated))

    def claims_in(self, cell: str) -> list[Term]:
        """The IRIs in a cell of an answer, divided by blanks; whatever is none is left out."""
        found: list[Term] = []
        for iri in cell.split():
            with suppress(ValueError):
                found.append(NamedNode(iri))
        return found

    def _quotes_of(self, claim: Term) -> Iterable[Quote]:
        if isinstance(claim, NamedNode):
            for evidence in self.values(claim, kg("evidence")):
                yield self._quote(claim, evidence)

    def _quote(self, claim: NamedNode, evidence: Term) -> Quote:
        source = self.value(evidence, NamedNode(OA + "hasSource"))
        value = self.value(claim, kg("value")) or self.value(claim, RDF_OBJECT)
        publisher = self.value(source, NamedNode(DCTERMS + "publisher"))
        issued = self.value(source, NamedNode(DCTERMS + "issued"))
        return Quote(
            words=" ".join(self.plain(evidence, NamedNode(OA + "exact")).split()),
            title=self.plain(source, NamedNode(DCTERMS + "title")),
            publisher=self.name(publisher),
            issued=self.name(issued),
            document=plain(source),
            value=self.name(value),
            verbatim=self.plain(evidence, kg("verbatim")) == "true",
            factuality=local_name(self.plain(claim, kg("factuality"))).lower(),
            start=int(self.plain(evidence, NamedNode(OA + "start")) or -1),
            end=int(self.plain(evidence, NamedNode(OA + "end")) or -1),
            claim=claim.value,
        )


def _dated(quote: Quote) -> tuple[bool, bool, str, Quote]:
    """Words before addresses, dated documents first and in their order."""
    return not quote.words, not quote.issued, quote.issued, quote


def plain(term: Term | None) -> str:
    """The IRI, or the text without tag or type; "" for None."""
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def is_of_domain(triple: Triple) -> bool:
    """Whether a triple says something of the world, and not of a claim, a decision or a document."""
    if triple.predicate in _REIFIED or triple.predicate.value.startswith(_ENGINE):
        return False
    return not (triple.predicate == RDF_TYPE and plain(triple.object).startswith((KG, RDF)))
