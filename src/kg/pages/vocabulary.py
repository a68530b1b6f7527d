"""The ontology for people: its parts, classes and properties, what one of each looks like, how many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.names import DCTERMS, OWL, RDF, RDF_TYPE, RDFS, SKOS
from kg.pages.knowing import DEFINITION, SUBCLASS, Knowledge, Term, plain
from kg.pages.sayings import Shown, Teller

_DEFINED = NamedNode(RDFS + "isDefinedBy")
_SCOPE_NOTE = NamedNode(SKOS + "scopeNote")
_DOMAIN, _RANGE = NamedNode(RDFS + "domain"), NamedNode(RDFS + "range")
_FIRST, _REST = NamedNode(RDF + "first"), NamedNode(RDF + "rest")
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "relatedMatch")
_RELATIONS = ("inverseOf", "subPropertyOf", "propertyChainAxiom", "disjointWith", "equivalentClass")
_KINDS = ("SymmetricProperty", "TransitiveProperty", "FunctionalProperty", "InverseFunctionalProperty")


@dataclass(frozen=True, slots=True)
class TermLine:
    """A class or property in a list."""

    name: Shown
    short: str
    meaning: str
    count: int
    members: str | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Module:
    """A part of the ontology."""

    name: str
    anchor: str
    classes: tuple[TermLine, ...]
    properties: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class OntologyPage:
    """All parts."""

    title: str
    description: str
    modules: tuple[Module, ...]
    classes: int
    properties: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A property of a class, as its shape wants it."""

    property: Shown
    meaning: str
    values: tuple[Shown, ...]
    least: str
    most: str
    message: str


@dataclass(frozen=True, slots=True)
class TermPage:
    """One class or property."""

    name: Shown
    kind: str
    short: str
    iri: str
    labels: tuple[tuple[str, str], ...]
    meaning: str
    note: str
    count: int
    members: str | None
    above: tuple[Shown, ...]
    below: tuple[Shown, ...]
    slots: tuple[Slot, ...]
    used_with: tuple[Shown, ...]
    domain: tuple[Shown, ...]
    range: tuple[Shown, ...]
    relations: tuple[tuple[str, str], ...]
    elsewhere: tuple[Shown, ...]
    defined: Shown | None


class Vocabulary:
    """Looks at the ontology."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._known: Knowledge = teller.knowledge

    # -- all ----------------------------------------------------------------------------------------------

    def page(self) -> OntologyPage:
        known = self._known
        whole = NamedNode(known.names.base + "ontology")
        by_module: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for place, iris in ((0, known.classes), (1, known.properties)):
            for iri in iris:
                module = plain(known.value(NamedNode(iri), _DEFINED))
                by_module[module][place].append(iri)
        modules = [self._module(iri, *terms) for iri, terms in by_module.items()]
        return OntologyPage(
            title=known.in_language(whole, NamedNode(DCTERMS + "title")),
            description=known.in_language(whole, NamedNode(DCTERMS + "description")),
            modules=tuple(sorted(modules, key=lambda m: m.name.casefold())),
            classes=len(known.classes),
            properties=len(known.properties),
        )

    def _module(self, iri: str, classes: list[str], properties: list[str]) -> Module:
        known = self._known
        title = known.in_language(NamedNode(iri), NamedNode(DCTERMS + "title")) if iri else ""
        return Module(
            name=title or iri.rpartition("/")[2] or "…",
            anchor=iri.rpartition("/")[2] or "rest",
            classes=tuple(self._tree(set(classes))),
            properties=tuple(
                sorted((self._line(p) for p in properties), key=lambda line: line.name.text.casefold())
            ),
        )

    def _tree(self, inside: set[str]) -> list[TermLine]:
        """Classes below those they are below of, where both are of one part."""
        found: list[TermLine] = []
        seen: set[str] = set()

        def hang(iri: str, depth: int) -> None:
            if iri in seen:
                return
            seen.add(iri)
            found.append(self._line(iri, depth))
            for child in self._named(self._known.subjects(SUBCLASS, NamedNode(iri))):
                if child in inside:
                    hang(child, depth + 1)

        ups = {iri: {plain(u) for u in self._known.values(NamedNode(iri), SUBCLASS)} for iri in inside}
        for iri in self._named(NamedNode(i) for i in inside if not ups[i] & inside):
            hang(iri, 0)
        return found

    def _named(self, nodes: Iterable[Term]) -> list[str]:
        """IRIs, by name."""
        iris = [n.value for n in nodes if isinstance(n, NamedNode)]
        return sorted(iris, key=lambda iri: (self._known.label(NamedNode(iri)).casefold(), iri))

    def _line(self, iri: str, depth: int = 0) -> TermLine:
        node = NamedNode(iri)
        links = self._teller.links
        count = self._count(node)
        members = links.at("things", of=links.short(iri)) if iri in self._known.classes and count else None
        name = Shown(self._known.label(node), links.term(iri), "", iri)
        meaning = self._known.in_language(node, DEFINITION)
        return TermLine(name, links.short(iri), meaning, count, members, depth)

    def _count(self, node: NamedNode) -> int:
        """Things of a class, those of classes below included; or triples of a property, proofs left aside."""
        counts = self._known.class_sizes if node.value in self._known.classes else self._known.property_sizes
        return counts[node.value]

    # -- one ----------------------------------------------------------------------------------------------

    def term(self, node: NamedNode) -> TermPage:
        known, links = self._known, self._teller.links
        is_class = node.value in known.classes
        labels = [o for o in known.values(node, NamedNode(RDFS + "label")) if isinstance(o, Literal)]
        count = self._count(node)
        defined = known.value(node, _DEFINED)
        return TermPage(
            name=Shown(known.label(node), None, "", node.value),
            kind="class" if is_class else "slot",
            short=links.short(node.value),
            iri=node.value,
            labels=tuple(sorted((o.language or "", o.value) for o in labels)),
            meaning=known.in_language(node, DEFINITION),
            note=known.in_language(node, _SCOPE_NOTE),
            count=count,
            members=links.at("things", of=links.short(node.value)) if is_class and count else None,
            above=self._terms(known.values(node, SUBCLASS)),
            below=self._terms(known.subjects(SUBCLASS, node)),
            slots=tuple(self._slot(node, path) for path in known.shapes.slots.get(node.value, ())),
            used_with=self._used_with(node),
            domain=self._terms(known.values(node, _DOMAIN)),
            range=self._terms(known.values(node, _RANGE)),
            relations=tuple(self._relations(node)),
            elsewhere=self._elsewhere(node),
            defined=Shown(self._title(defined), None, "", plain(defined)) if defined else None,
        )

    def _title(self, module: Term) -> str:
        return self._known.in_language(module, NamedNode(DCTERMS + "title")) or plain(module)

    def _terms(self, nodes: Iterable[Term]) -> tuple[Shown, ...]:
        found = [self._teller.shown(n) for n in nodes if isinstance(n, NamedNode)]
        return tuple(sorted(found, key=lambda s: (s.text.casefold(), s.iri)))

    def _slot(self, cls: NamedNode, path: str) -> Slot:
        known = self._known
        rule = known.shapes.rules.get((cls.value, path))
        prop = NamedNode(path)
        values = rule.classes if rule else ()
        return Slot(
            property=self._teller.property(prop),
            meaning=known.in_language(prop, DEFINITION),
            values=tuple(self._teller.shown(NamedNode(iri)) for iri in values),
            least=str(rule.least) if rule and rule.least is not None else "0",
            most=str(rule.most) if rule and rule.most is not None else "∞",
            message=rule.message(known.language) if rule else "",
        )

    def _used_with(self, node: NamedNode) -> tuple[Shown, ...]:
        """Classes whose shapes have the property."""
        classes = [cls for cls, paths in self._known.shapes.slots.items() if node.value in paths]
        return self._terms(NamedNode(cls) for cls in classes)

    def _relations(self, node: NamedNode) -> list[tuple[str, str]]:
        known = self._known
        kinds = {plain(k) for k in known.values(node, RDF_TYPE)}
        found = [(kind, "") for kind in _KINDS if OWL + kind in kinds]
        for name in _RELATIONS:
            namespace = RDFS if name == "subPropertyOf" else OWL
            for value in known.values(node, NamedNode(namespace + name)):
                chain = self._chain(value)
                told = " → ".join(known.label(step) for step in chain) if chain else known.label(value)
                found.append((name, told))
        return found

    def _chain(self, head: Term) -> list[Term]:
        """The members of a list; empty for what is none."""
        found: list[Term] = []
        node: Term | None = head
        while isinstance(node, NamedNode | BlankNode) and len(found) < 20:
            first = self._known.value(node, _FIRST)
            if first is None:
                break
            found.append(first)
            node = self._known.value(node, _REST)
        return found

    def _elsewhere(self, node: NamedNode) -> tuple[Shown, ...]:
        found = [o for name in _MATCHES for o in self._known.values(node, NamedNode(SKOS + name))]
        return tuple(
            Shown(self._teller.links.short(o.value), o.value, "", o.value)
            for o in dict.fromkeys(found)
            if isinstance(o, NamedNode)
        )
