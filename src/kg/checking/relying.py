"""Properties that nothing can ever yield, though queries, chains or the policy rely on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from kg.checking.saved import Asked
from kg.checking.workspace import Node, Workspace, finding
from kg.findings import Finding, Place
from kg.names import KG, OWL, RDFS

_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")


def check(workspace: Workspace, asked: Sequence[Asked]) -> Iterator[Finding]:
    """KG124, mostly the sign of an inverse, a chain or a slot that went missing.

    What yields a property: a slot that reading fills, the register, and axioms that conclude it from others.
    """
    given = _given(workspace)
    for term, made in workspace.terms.items():
        if workspace.kinds(term).isdisjoint(_PROPERTIES) or term in given:
            continue
        users = _users(workspace, term, asked)
        if users:
            yield finding(
                "KG124",
                "property that nothing yields, though something relies on it",
                [made[0].head, *users],
                severity="warning",
                focus=term,
                found=f"{workspace.short(term)}, named in {', '.join(sorted({u.file for u in users}))}",
                want=_advice(workspace, term, given),
                do="declare the inverse, the chain or the slot that gives it; or stop relying on it",
            )


def _given(workspace: Workspace) -> set[Node]:
    given: set[Node] = {path for _, path, _, _ in workspace.slots}
    given |= {s.triple.predicate for s in workspace.stated if s.group == "register"}
    rules = [*_rules(workspace)]
    while True:
        more = {head for head, body in rules if head not in given and all(b in given for b in body)}
        if not more:
            return given
        given |= more


def _rules(workspace: Workspace) -> Iterator[tuple[Node, list[Node]]]:
    """What each axiom concludes, and from what."""
    for each in workspace.having(RDFS + "subPropertyOf"):
        yield each.triple.object, [each.triple.subject]
    for predicate in ("inverseOf", "equivalentProperty"):
        for each in workspace.having(OWL + predicate):
            yield each.triple.object, [each.triple.subject]
            yield each.triple.subject, [each.triple.object]
    for each in workspace.having(OWL + "propertyChainAxiom"):
        yield each.triple.subject, [member for member, _ in workspace.members(each.triple.object)]
    for each in workspace.having(OWL + "hasValue"):
        for path in workspace.objects(each.triple.subject, OWL + "onProperty"):
            yield path, []


def _users(workspace: Workspace, term: NamedNode, asked: Sequence[Asked]) -> list[Place]:
    found = [each.place(offset) for each in asked for offset in each.iris.get(term.value, ())]
    links = [
        stated.place
        for each in workspace.having(OWL + "propertyChainAxiom")
        for member, stated in workspace.members(each.triple.object)
        if member == term
    ]
    policy = [s.place for s in workspace.having(KG + "authorityIs") if s.triple.object == term]
    return [*found, *links, *policy]


def _advice(workspace: Workspace, term: NamedNode, given: set[Node]) -> str:
    """The property that leads the other way, where domain and range show one."""
    ends = [set(workspace.objects(term, RDFS + end)) for end in ("domain", "range")]
    for other in workspace.terms:
        back = [set(workspace.objects(other, RDFS + end)) for end in ("range", "domain")]
        if other in given and other != term and all(ends) and back == ends:
            return f"{workspace.short(term)} owl:inverseOf {workspace.short(other)}, perhaps"
    return "a slot of a shape, a statement of the register, or an axiom that concludes it"
