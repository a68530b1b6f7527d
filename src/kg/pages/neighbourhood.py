"""What lies around a thing, and how classes hang together, as networks to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyoxigraph import NamedNode

from kg import drawing
from kg.pages.knowing import SUBCLASS, Knowledge
from kg.pages.sayings import Teller
from kg.pages.words import words

_MOST = 28
_Link = tuple[str, str, str]


def has(teller: Teller, node: NamedNode) -> bool:
    """Whether there is anything to draw."""
    return next(_links(teller.knowledge, node), None) is not None


def around(teller: Teller, node: NamedNode) -> dict[str, Any]:
    """The named things that one step, or one occasion in which both take part, leads to."""
    known = teller.knowledge
    found = list(dict.fromkeys(_links(known, node)))
    often = Counter(other for _, other, _ in found)
    kept = sorted(often, key=lambda iri: (-often[iri], known.label(NamedNode(iri)), iri))[:_MOST]
    names = {node.value: known.label(node), **{iri: known.label(NamedNode(iri)) for iri in kept}}
    return drawing.diagram(names, [link for link in found if link[1] in names], node.value)


def _links(known: Knowledge, node: NamedNode) -> Iterator[_Link]:
    """From the thing to another, by property or by the class of the occasion; in a fixed order."""
    for predicate, value in _leads_to(known, node):
        if _is_other(known, value, node):
            yield node.value, value.value, known.label(predicate)
    facts = known.names.graph("facts")
    quads = known.quads(None, None, node, facts)
    for quad in sorted(quads, key=lambda q: (str(q.subject), q.predicate.value)):
        frame = quad.subject
        if not isinstance(frame, NamedNode) or quad.predicate.value not in known.properties:
            continue
        if known.is_named(frame):
            yield node.value, frame.value, known.label(quad.predicate)
            continue
        kinds = known.classes_of(frame)
        for _, value in _leads_to(known, frame):
            if kinds and _is_other(known, value, node):
                yield node.value, value.value, known.label(kinds[0])


def _leads_to(known: Knowledge, node: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
    quads = known.quads(node, None, None, known.names.graph("facts"))
    found = [(q.predicate, q.object) for q in quads if q.predicate.value in known.properties]
    named = [(p, o) for p, o in found if isinstance(o, NamedNode) and not known.is_period(o)]
    return sorted(named, key=lambda pair: (pair[0].value, pair[1].value))


def _is_other(known: Knowledge, value: NamedNode, node: NamedNode) -> bool:
    return value != node and bool(known.classes_of(value)) and known.is_named(value)


def classes(teller: Teller) -> dict[str, Any]:
    """Classes by what is a kind of what, and by which of them the values of their properties are."""
    known = teller.knowledge
    is_a = words(known.language)["is a"]
    links: list[_Link] = []
    for iri in sorted(known.classes):
        for up in known.values(NamedNode(iri), SUBCLASS):
            if isinstance(up, NamedNode) and up.value in known.classes:
                links.append((iri, up.value, is_a))
    said = words(known.language)["slot"]
    for (cls, path), rule in sorted(known.shapes.rules.items()):
        if path in known.properties and cls in known.classes:
            links += [(cls, value, said) for value in rule.classes if value in known.classes and value != cls]
    names = {iri: known.label(NamedNode(iri)) for iri in sorted({end for a, b, _ in links for end in (a, b)})}
    return drawing.diagram(names, links)
