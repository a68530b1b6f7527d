"""Claims gathered by the thing they are about, and the kinship of classes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.claims import Claim, Factuality, Term
from kg.names import DCTERMS, RDF_TYPE, RDFS_LABEL, SKOS, Names, local_name
from kg.periods import Period
from kg.register import class_is_named
from kg.schema import Schema

IDENTIFIERS = frozenset((SKOS + "exactMatch", DCTERMS + "identifier"))


@dataclass(slots=True)
class Local:
    """A thing as one source speaks of it.

    Args:
        iri: The local IRI; for a thing of the register, its canonical one.
        document: IRI of the document; "" for a thing of the register.
        classes: Every class that it is said to be of, firmly or not.
        labels: The names it is given.
        slots: Property → values, without the denied ones.
        denied: Property → values that are denied.
    """

    iri: str
    document: str
    classes: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    slots: dict[str, set[Term]] = field(default_factory=dict)
    denied: dict[str, set[Term]] = field(default_factory=dict)

    @property
    def registered(self) -> bool:
        return not self.document

    def values(self, path: str) -> Collection[Term]:
        """What a slot holds; of a frame that is denied altogether, the denied values."""
        return self.slots.get(path) or self.denied.get(path) or ()


def is_local(iri: str, source: str) -> bool:
    """Whether an IRI names a thing inside one document."""
    return iri.startswith(source) and iri[len(source) : len(source) + 1] == "#"


def gather(claims: Iterable[Claim]) -> dict[str, Local]:
    """The local things of documents, by IRI; what is only ever an object has no class."""
    found: dict[str, Local] = {}
    for claim in claims:
        source, subject = claim.source.value, claim.subject.value
        if isinstance(claim.object, NamedNode) and is_local(claim.object.value, source):
            found.setdefault(claim.object.value, Local(claim.object.value, source))
        if is_local(subject, source):
            _note(found.setdefault(subject, Local(subject, source)), claim)
    return found


def gather_register(claims: Iterable[Claim], schema: Schema) -> dict[str, Local]:
    """The things of the register about which claims are made, with the classes and names it gives them."""
    found: dict[str, Local] = {}
    for claim in claims:
        iri = claim.subject.value
        local = found.get(iri)
        if local is None:
            local = found[iri] = Local(iri, "")
            if thing := schema.things.get(iri):
                local.classes.update(thing.classes)
                local.labels.update(text for text, _, _ in thing.names)
        _note(local, claim)
    return found


def _note(local: Local, claim: Claim) -> None:
    if claim.predicate == RDF_TYPE:
        if isinstance(claim.object, NamedNode):
            local.classes.add(claim.object.value)
        return
    if claim.predicate == RDFS_LABEL:
        local.labels.add(claim.object.value)
    kept = local.denied if claim.factuality is Factuality.DENIED else local.slots
    kept.setdefault(claim.predicate.value, set()).add(claim.object)


def compatible(schema: Schema, one: str, other: str) -> bool:
    return schema.is_a(one, (other,)) or schema.is_a(other, (one,))


def most_specific(schema: Schema, classes: Iterable[str]) -> Mapping[str, str]:
    """Each class → the one below it that stands for both; itself, where none or several would."""
    among = sorted(set(classes))
    leaves = [c for c in among if not any(o != c and schema.is_a(o, (c,)) for o in among)]
    below = {c: [leaf for leaf in leaves if schema.is_a(leaf, (c,))] for c in among}
    return {c: found[0] if len(found) == 1 else c for c, found in below.items()}


def main_class(schema: Schema, classes: Iterable[str]) -> str:
    """The class that names a thing's IRI: the lowest, then the first by IRI; "" where none is known."""
    lowered = sorted(set(most_specific(schema, classes).values()))
    leaves = [c for c in lowered if not any(o != c and schema.is_a(o, (c,)) for o in lowered)]
    return (leaves or lowered or [""])[0]


def is_named(schema: Schema, classes: Iterable[str], labelled: bool) -> bool:
    """Whether a thing is known by its name rather than by what fills its slots."""
    classes = tuple(classes)
    if any(class_is_named(schema, c) for c in classes):
        return True
    framed = any(schema.identities_of(c) or measured(schema, c) for c in classes)
    return labelled and not framed


def measured(schema: Schema, class_iri: str) -> bool:
    """Whether the things of a class are counts of something."""
    lineage = (class_iri, *schema.superclasses.get(class_iri, ()))
    return any(c in schema.classes and schema.classes[c].measures for c in lineage)


def lonely(names: Names, local: Local, class_iri: str) -> str:
    """The IRI of a thing that nothing ties to any other: from its document's and its own name."""
    document, _, fragment = local.iri.rpartition("#")
    key = f"{local_name(document)} {fragment} {names.hashed('local', local.iri).value[-12:]}"
    return names.thing(class_iri or "thing", key).value


def period_of(iri: str, names: Names) -> Period | None:
    """The period that an IRI made by `Names.period` stands for; None for any other IRI."""
    text = names.period_text(iri)
    return _period(text) if text is not None else None


@lru_cache(maxsize=65536)
def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None
