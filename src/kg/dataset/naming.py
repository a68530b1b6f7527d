"""Names for things that no source names: they are called after what identifies them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kg.names import RDF_TYPE, RDFS, RDFS_LABEL, SKOS_ALT_LABEL, kg
from kg.resolving import period_of
from kg.schema import Schema
from kg.triples import Index

_LANGUAGES = ("de", "en")
_MOST_BESIDES = 6
_OF_ANSWERS = "en"


def frame_labels(facts: Sequence[Triple], known: Iterable[Triple], schema: Schema) -> Iterator[Triple]:
    """A label in German and English for each thing that has a class and slots, but no name.

    Args:
        facts: What is believed.
        known: The register's plain triples, whose labels name what the slots hold.
        schema: Labels of classes; identities, which tell what a thing is called after.

    Returns:
        The class's label, and in brackets the names of what identifies the thing; in no order.
    """
    register = tuple(known)
    namer = _Namer([*facts, *register], schema)
    for iri in sorted({t.subject.value for t in facts if isinstance(t.subject, NamedNode)}):
        yield from namer.labels(iri)


def composed_labels(facts: Iterable[Triple], schema: Schema) -> Iterator[Triple]:
    """A label in each language for each thing whose name is put together of parts, and a few that are usual besides.

    Args:
        facts: What is believed.
        schema: The parts; what the register names itself is left to it.
    """
    used = {t.subject.value for t in facts if isinstance(t.subject, NamedNode)}
    for iri in sorted(used.difference(schema.things)):
        composition = schema.composition(iri)
        names = schema.composer.names(composition) if composition is not None else ()
        besides = [(text, code) for text, code, preferred in names if not preferred and code == names[0][1]]
        for text, code, preferred in names:
            if preferred:
                yield Triple(NamedNode(iri), RDFS_LABEL, Literal(text, language=code))
        for text, code in besides[:_MOST_BESIDES]:
            yield Triple(NamedNode(iri), SKOS_ALT_LABEL, Literal(text, language=code))


def listed_names(triples: Iterable[Triple]) -> list[Triple]:
    """The one name (`kg:name`) under which answers list whatever has labels.

    Queries that choose it themselves have to go through all labels there are, however few things they tell of.

    Args:
        triples: Those with labels among them count.

    Returns:
        One for each thing: its English label, else another; of several the first by code points. Sorted by thing.
    """
    best: dict[str, tuple[bool, str]] = {}
    for t in triples:
        if t.predicate == RDFS_LABEL and isinstance(t.subject, NamedNode) and isinstance(t.object, Literal):
            rank = (t.object.language != _OF_ANSWERS, t.object.value)
            best[t.subject.value] = min(rank, best.get(t.subject.value, rank))
    return [Triple(NamedNode(thing), kg("name"), Literal(name)) for thing, (_, name) in sorted(best.items())]


class _Namer:
    def __init__(self, triples: Iterable[Triple], schema: Schema) -> None:
        self._schema = schema
        self._terms = Index(schema.ontology)
        # Few things and classes are named over and over.
        self._known: dict[tuple[str | NamedNode | Literal, str], str] = {}
        self._slots: Mapping[tuple[str, str], list[NamedNode | Literal]] = defaultdict(list)
        for t in triples:
            if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal):
                self._slots[t.subject.value, t.predicate.value].append(t.object)

    def labels(self, iri: str) -> Iterator[Triple]:
        kinds = sorted(o.value for o in self._slots.get((iri, RDF_TYPE.value), ()))
        shape = next((self._schema.classes[k] for k in kinds if k in self._schema.classes), None)
        if shape is None or shape.named or self._slots.get((iri, RDFS_LABEL.value)):
            return
        for language in _LANGUAGES:
            told = ", ".join(self._told(iri, shape.iri, language))
            name = self._term(shape.iri, language)
            yield Triple(
                NamedNode(iri), RDFS_LABEL, Literal(f"{name} ({told})" if told else name, language=language)
            )

    def _told(self, iri: str, class_iri: str, language: str) -> list[str]:
        """The names of what identifies it, else of all things and days in its slots."""
        for identity in self._schema.identities_of(class_iri):
            if all(self._slots.get((iri, path)) for path in identity):
                return [n for path in identity for n in self._names(iri, path, language)]
        paths = [s.path for s in self._schema.slots_of(class_iri) if s.kind in ("thing", "period")]
        return [n for path in paths for n in self._names(iri, path, language)]

    def _names(self, iri: str, path: str, language: str) -> list[str]:
        return sorted(self._name(value, language) for value in self._slots.get((iri, path), ()))

    def _name(self, value: NamedNode | Literal, language: str) -> str:
        known = self._known.get((value, language))
        if known is None:
            known = self._known[value, language] = self._found_name(value, language)
        return known

    def _found_name(self, value: NamedNode | Literal, language: str) -> str:
        if isinstance(value, Literal):
            return value.value
        period = period_of(value.value, self._schema.names)
        if period is not None:
            return period.text
        thing = self._schema.things.get(value.value)
        if thing is not None:
            return thing.name(language)
        labels = sorted(str(o.value) for o in self._slots.get((value.value, RDFS_LABEL.value), ()))
        return labels[0] if labels else value.value.rpartition("/")[2]

    def _term(self, class_iri: str, language: str) -> str:
        known = self._known.get((class_iri, language))
        if known is None:
            words = dict(self._terms.words(NamedNode(class_iri), RDFS + "label"))
            known = self._known[class_iri, language] = words.get(language) or class_iri
        return known
