"""Names for terms, and terms for names."""

from __future__ import annotations

import difflib
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.explaining.looking import Lookup, Term, plain
from kg.names import NAMING_PROPERTIES, OWL, RDF_TYPE, RDFS, RDFS_LABEL, fold, local_name
from kg.schema import Schema

_OF_AXIOMS: dict[str, tuple[str, str]] = {
    RDF_TYPE.value: ("is a", "ist ein"),
    RDFS + "subClassOf": ("is a kind of", "ist eine Art von"),
    RDFS + "subPropertyOf": ("implies", "schließt ein"),
    RDFS + "domain": ("is said of", "wird gesagt von"),
    RDFS + "range": ("leads to", "führt zu"),
    OWL + "inverseOf": ("is the inverse of", "ist die Umkehrung von"),
    OWL + "equivalentClass": ("is the same class as", "ist dieselbe Klasse wie"),
    OWL + "equivalentProperty": ("is the same property as", "ist dieselbe Eigenschaft wie"),
    OWL + "disjointWith": ("has no member in common with", "hat nichts gemeinsam mit"),
    OWL + "propertyDisjointWith": ("never holds together with", "gilt nie zugleich mit"),
    OWL + "sameAs": ("is the same as", "ist dasselbe wie"),
    OWL + "differentFrom": ("is not", "ist nicht"),
}


class Namer:
    """What people call things.

    Args:
        look: Into a built dataset.
        schema: Of the same project.
        language: Of names, where there is a choice.
    """

    def __init__(self, look: Lookup, schema: Schema, language: str = "en") -> None:
        self._look = look
        self._schema = schema
        self._language = language

    def property(self, text: str) -> NamedNode:
        """The property that bears a name, in any language, or that a CURIE, IRI or local name stands for.

        Raises:
            QueryError: KG604, when none does.
        """
        if text in ("a", "type", "rdf:type"):
            return RDF_TYPE
        prefix, _, local = text.strip("<>").partition(":")
        iri = self._schema.prefixes[prefix] + local if prefix in self._schema.prefixes else text.strip("<>")
        known = self._properties
        for key in (iri, fold(text)):
            if key in known:
                return NamedNode(known[key])
        near = difflib.get_close_matches(fold(text), sorted(known), n=5, cutoff=0.5)
        raise QueryError(
            "KG604", "no property of this name", found=text, want=", ".join(near) or "a property"
        )

    @cached_property
    def _properties(self) -> dict[str, str]:
        """IRI, folded local name or folded label → IRI."""
        kinds = {OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"}
        iris = sorted(
            t.subject.value
            for t in self._schema.ontology
            if t.predicate == RDF_TYPE
            and isinstance(t.object, NamedNode)
            and t.object.value in kinds
            and isinstance(t.subject, NamedNode)
        )
        found = {iri: iri for iri in [*iris, *(p.value for p in NAMING_PROPERTIES)]}
        for iri in iris:
            for label in [local_name(iri), *self.labels(NamedNode(iri))]:
                found.setdefault(fold(label), iri)
        return found

    def labels(self, node: NamedNode) -> list[str]:
        quads = self._look.store.quads_for_pattern(node, RDFS_LABEL, None, None)
        return sorted(q.object.value for q in quads if isinstance(q.object, Literal))

    def name(self, term: Term | None) -> str:
        """What people call it: its label in this language, in English, its short IRI, or the text itself."""
        if not isinstance(term, NamedNode):
            return plain(term)
        thing = self._schema.things.get(term.value)
        if thing is not None:
            return thing.name(self._language)
        labels = [
            (q.object.language != self._language, q.object.language != "en", q.object.value)
            for q in self._look.store.quads_for_pattern(term, RDFS_LABEL, None, None)
            if isinstance(q.object, Literal)
        ]
        return min(labels)[2] if labels else self.short(term)

    def short(self, node: NamedNode) -> str:
        """A CURIE, or what follows `id/`, or the IRI."""
        base = f"{self._schema.names.base}id/"
        if node.value.startswith(base):
            return node.value[len(base) :]
        for prefix, namespace in sorted(self._schema.prefixes.items(), key=lambda p: (-len(p[1]), p[0])):
            if node.value.startswith(namespace) and len(node.value) > len(namespace):
                return f"{prefix}:{node.value[len(namespace) :]}"
        return node.value

    def text(self, triple: Triple) -> str:
        """A triple in words: subject, property, value."""
        told = _OF_AXIOMS.get(triple.predicate.value)
        property_name = told[self._language == "de"] if told else self.name(triple.predicate)
        return f"{self.name(triple.subject)} — {property_name} — {self.name(triple.object)}"

    def is_called(self, term: Term, wanted: str) -> bool:
        names = {fold(plain(term)), fold(self.name(term))}
        if isinstance(term, NamedNode):
            names |= {fold(self.short(term)), fold(local_name(term.value))}
            names |= {fold(label) for label in self.labels(term)}
            thing = self._schema.things.get(term.value)
            names |= {fold(text) for text, _, _ in thing.names} if thing else set()
            prefix, _, local = wanted.partition(":")
            if prefix in self._schema.prefixes and self._schema.prefixes[prefix] + local == term.value:
                return True
        return fold(wanted.strip("<>")) in names
