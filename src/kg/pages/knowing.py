"""What the dataset knows, as pages ask for it: labels in a language, classes and their slots, claims with their words.

Reads the store by patterns, which takes microseconds; only what is shown is looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.errors import KgError
from kg.names import KG, OWL, RDF_TYPE, RDFS, RDFS_LABEL, SH, SKOS, Names, kg, local_name, of_days
from kg.pages.telling import day_text, is_number, number_text, period_text
from kg.pages.words import words
from kg.triples import Index, parse_turtle

Term = NamedNode | BlankNode | Literal | Triple

SUBCLASS = NamedNode(RDFS + "subClassOf")
DEFINITION = NamedNode(SKOS + "definition")
_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")
_OWN_WORDS = {RDF_TYPE: "is a", RDFS_LABEL: "is called"}
_YES = {"en": {"true": "yes", "false": "no"}, "de": {"true": "ja", "false": "nein"}}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a shape wants of one slot.

    Args:
        classes: Of the values.
        least: How many at the least; None where the shape does not say.
        most: How many at the most; None where the shape does not say.
        messages: Language → the rule in words.
    """

    classes: tuple[str, ...]
    least: int | None
    most: int | None
    messages: tuple[tuple[str, str], ...]

    def message(self, language: str) -> str:
        """In the language, else in any."""
        told = dict(self.messages)
        return told.get(language) or next(iter(told.values()), "")


class Shapes:
    """Which slots a class has, in which order; from the shapes of the project.

    Args:
        root: The project; without an ontology there are none.
    """

    def __init__(self, root: Path) -> None:
        triples = [t for file in sorted((root / "ontology" / "shapes").glob("*.ttl")) for t in _read(file)]
        index = Index(triples)
        self.slots: dict[str, tuple[str, ...]] = {}
        self.rules: dict[tuple[str, str], Rule] = {}
        for shape in index.instances(SH + "NodeShape"):
            for target in index.iris(shape, SH + "targetClass"):
                self._take(index, shape, target)
        self.named = {name for t in triples if (name := _named(t))}

    def _take(self, index: Index, shape: Term, target: str) -> None:
        paths = []
        for rule in index.objects(shape, SH + "property"):
            path = index.first(rule, SH + "path")
            if isinstance(path, NamedNode):
                paths.append(path.value)
                self.rules.setdefault((target, path.value), _rule(index, rule))
        self.slots[target] = tuple(dict.fromkeys((*self.slots.get(target, ()), *paths)))


def _rule(index: Index, node: Term) -> Rule:
    least, most = index.number(node, SH + "minCount"), index.number(node, SH + "maxCount")
    return Rule(index.iris(node, SH + "class"), least, most, _messages(index, node))


def _messages(index: Index, node: Term) -> tuple[tuple[str, str], ...]:
    said = [o for o in index.objects(node, SH + "message") if isinstance(o, Literal)]
    return tuple(sorted((o.language or "", o.value) for o in said))


def _read(file: Path) -> list[Triple]:
    try:
        return parse_turtle(file)[0]
    except KgError:
        return []


def _named(triple: Triple) -> str:
    """The class whose things have names of their own, where the triple says so."""
    says = triple.predicate == kg("named") and getattr(triple.object, "value", "") == "true"
    return triple.subject.value if says and isinstance(triple.subject, NamedNode) else ""


class Knowledge:
    """One dataset, in one language.

    Args:
        store: Only read.
        names: Of the project.
        shapes: Of the project.
        language: Two letters.
        folder: Where the dataset lies, with the texts of documents.
        prefixes: Prefix → namespace.
    """

    def __init__(
        self,
        store: Store,
        names: Names,
        shapes: Shapes,
        language: str,
        folder: Path,
        prefixes: Mapping[str, str],
    ) -> None:
        self.store = store
        self.prefixes = prefixes
        self.names = names
        self.shapes = shapes
        self.language = language
        self._folder = folder
        self._labels: dict[str, Literal | None] = {}
        self._above: dict[str, frozenset[str]] = {}

    def quads(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        value: Term | None,
        graph: NamedNode | None,
    ) -> Iterator[Quad]:
        """Quads with these terms, None standing for any; a graph stands for those of its days, too."""
        named = (g for g in self.store.named_graphs() if isinstance(g, NamedNode)) if graph else ()
        for each in of_days(graph, named) if graph else [None]:
            yield from self.store.quads_for_pattern(subject, predicate, value, each)

    # -- patterns -----------------------------------------------------------------------------------------

    def values(self, subject: Term, predicate: NamedNode, graph: NamedNode | None = None) -> list[Term]:
        """Sorted, each once."""
        if isinstance(subject, Literal):
            return []
        quads = self.store.quads_for_pattern(subject, predicate, None, graph)
        return sorted({q.object for q in quads}, key=str)

    def value(self, subject: Term, predicate: NamedNode) -> Term | None:
        found = self.values(subject, predicate)
        return found[0] if found else None

    def text(self, subject: Term, predicate: NamedNode) -> str:
        return plain(self.value(subject, predicate))

    def subjects(self, predicate: NamedNode, value: Term, graph: NamedNode | None = None) -> list[NamedNode]:
        quads = self.quads(None, predicate, value, graph)
        return sorted({q.subject for q in quads if isinstance(q.subject, NamedNode)}, key=str)

    def is_known(self, node: NamedNode) -> bool:
        """Whether something is said of it, be it only expected."""
        told = self.store.quads_for_pattern(node, None, None, None)
        expected = self.store.quads_for_pattern(None, kg("about"), node, None)
        return next(told, None) is not None or next(expected, None) is not None

    # -- labels -------------------------------------------------------------------------------------------

    def label(self, node: Term | None) -> str:
        """What people call it, in the page's language where it has a name there."""
        if node is None:
            return ""
        if isinstance(node, NamedNode):
            found = self.label_of(node)
            if node in _OWN_WORDS:
                return words(self.language)[_OWN_WORDS[node]]
            if found is None:
                return local_name(node.value) or node.value
            return period_text(found.value, self.language) if self.is_period(node) else found.value
        if isinstance(node, Literal):
            return self.literal(node)
        return plain(node)

    def literal(self, node: Literal) -> str:
        kind = node.datatype.value
        if kind.endswith("boolean"):
            return _YES.get(self.language, _YES["en"]).get(node.value, node.value)
        return number_text(node.value, self.language) if is_number(kind) else node.value

    def label_of(self, node: NamedNode) -> Literal | None:
        """The best of its labels: in the page's language, in English, in none, in any; the shortest first."""
        if node.value not in self._labels:
            found = [o for o in self.values(node, RDFS_LABEL) if isinstance(o, Literal)]
            ranked = sorted(found, key=self._rank)
            self._labels[node.value] = ranked[0] if ranked else None
        return self._labels[node.value]

    def names_of(self, node: NamedNode) -> frozenset[str]:
        """All its labels."""
        return frozenset(o.value for o in self.values(node, RDFS_LABEL) if isinstance(o, Literal))

    def _rank(self, label: Literal) -> tuple[int, int, str]:
        order = (self.language, "en", None)
        place = order.index(label.language) if label.language in order else len(order)
        return place, len(label.value), label.value

    def in_language(self, node: Term, predicate: NamedNode) -> str:
        """A text of it in the page's language, else in English, else in any; "" for none."""
        found = [o for o in self.values(node, predicate) if isinstance(o, Literal)]
        return min(found, key=self._rank).value if found else ""

    def is_period(self, node: Term) -> bool:
        return isinstance(node, NamedNode) and node.value.startswith(f"{self.names.base}id/period/")

    def day(self, node: Term | None) -> str:
        return day_text(plain(node), self.language)

    # -- classes and properties ---------------------------------------------------------------------------

    @property
    def ontology(self) -> NamedNode:
        return self.names.graph("ontology")

    @cached_property
    def properties(self) -> frozenset[str]:
        """Object and datatype properties of the project."""
        kinds = (self.subjects(RDF_TYPE, NamedNode(kind), self.ontology) for kind in _PROPERTIES)
        return frozenset(node.value for found in kinds for node in found if not node.value.startswith(KG))

    @cached_property
    def classes(self) -> frozenset[str]:
        """Classes of the project."""
        found = self.subjects(RDF_TYPE, NamedNode(OWL + "Class"), self.ontology)
        return frozenset(node.value for node in found if not node.value.startswith(KG))

    @cached_property
    def members(self) -> Counter[str]:
        """Class → how many things are of it; a thing counts in its most special classes only."""
        seen: set[NamedNode] = set()
        counted: Counter[str] = Counter()
        for name in sorted(self.classes & self.shapes.slots.keys()):
            for thing in self.subjects(RDF_TYPE, NamedNode(name)):
                if thing not in seen:
                    seen.add(thing)
                    counted.update(cls.value for cls in self.classes_of(thing))
        return counted

    @cached_property
    def class_sizes(self) -> Counter[str]:
        """Class → how many things are of it, by what was said or concluded."""
        return Counter({iri: len(self.subjects(RDF_TYPE, NamedNode(iri))) for iri in self.classes})

    @cached_property
    def property_sizes(self) -> Counter[str]:
        """Property → how many triples there are of it, said or concluded."""
        sizes: Counter[str] = Counter()
        for iri in self.properties:
            sizes[iri] = sum(1 for _ in self.store.quads_for_pattern(None, NamedNode(iri), None, None))
        return sizes

    def classes_of(self, node: NamedNode) -> list[NamedNode]:
        """The most special classes of a thing that the project defines."""
        found = [
            o for o in self.values(node, RDF_TYPE) if isinstance(o, NamedNode) and o.value in self.classes
        ]
        above = {a for one in found for a in self.above(one)}
        return [one for one in found if one.value not in above]

    def above(self, cls: NamedNode) -> frozenset[str]:
        """The classes above a class, without itself."""
        if cls.value not in self._above:
            self._above[cls.value] = frozenset(self._climb(cls))
        return self._above[cls.value]

    def _climb(self, cls: NamedNode) -> set[str]:
        found: set[str] = set()
        waiting = [cls]
        while waiting:
            for up in self.values(waiting.pop(), SUBCLASS):
                if isinstance(up, NamedNode) and up.value not in found and up != cls:
                    found.add(up.value)
                    waiting.append(up)
        return found

    def is_named(self, node: NamedNode) -> bool:
        """Whether it is something with a name of its own, not an occasion that is told by what takes part in it."""
        kinds = self.classes_of(node)
        return not kinds or any({kind.value, *self.above(kind)} & self.shapes.named for kind in kinds)

    def order(self, classes: Iterable[NamedNode]) -> dict[str, int]:
        """Property → its place among the slots of these classes and of those above them."""
        paths: dict[str, None] = {}
        for cls in classes:
            for name in (cls.value, *sorted(self.above(cls))):
                paths.update(dict.fromkeys(self.shapes.slots.get(name, ())))
        return {path: place for place, path in enumerate(paths)}

    # -- documents ----------------------------------------------------------------------------------------

    def document_text(self, document: NamedNode) -> dict[str, Any] | None:
        """As `kg.dataset.texts` wrote it; None where it is not there."""
        name = f"{local_name(document.value)}.json"
        try:
            found = json.loads((self._folder / "texts" / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def documents(self) -> Iterator[NamedNode]:
        yield from self.subjects(RDF_TYPE, kg("Document"))


def plain(node: Term | None) -> str:
    if node is None:
        return ""
    return node.value if isinstance(node, NamedNode | Literal | BlankNode) else str(node)
