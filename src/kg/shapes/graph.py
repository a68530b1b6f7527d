"""Triples by subject and predicate, by predicate and object."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.names import RDF, RDFS, SH

Term = NamedNode | BlankNode | Literal | Triple

SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
FIRST, _REST, _NIL = (NamedNode(RDF + local) for local in ("first", "rest", "nil"))


@cache
def sh(local: str) -> NamedNode:
    """A term of SHACL's vocabulary."""
    return NamedNode(SH + local)


class TripleIndex:
    """A small graph in memory, for shapes and reports.

    Args:
        triples: In any order; repeated ones count once.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = list(dict.fromkeys(triples))
        self._objects: dict[Term, dict[Term, list[Term]]] = {}
        self._subjects: dict[Term, dict[Term, list[Term]]] = {}
        for t in self.triples:
            self._objects.setdefault(t.subject, {}).setdefault(t.predicate, []).append(t.object)
            self._subjects.setdefault(t.predicate, {}).setdefault(t.object, []).append(t.subject)

    def objects(self, subject: Term, predicate: Term) -> list[Term]:
        """All values of a property, in the order given."""
        return self._objects.get(subject, {}).get(predicate, [])

    def only(self, subject: Term, predicate: Term) -> Term | None:
        """The first value of a property; None where there is none."""
        return next(iter(self.objects(subject, predicate)), None)

    def subjects(self, predicate: Term, target: Term) -> list[Term]:
        """All that has this value, in the order given."""
        return self._subjects.get(predicate, {}).get(target, [])

    def about(self, subject: Term) -> dict[Term, list[Term]]:
        """Property → values."""
        return self._objects.get(subject, {})

    def having(self, predicate: Term) -> list[Term]:
        """All that has any value of a property, sorted."""
        found = {subject for each in self._subjects.get(predicate, {}).values() for subject in each}
        return sorted(found, key=str)

    def is_list(self, head: Term) -> bool:
        """Whether a node is a well-formed rdf:List that comes to its end."""
        seen: set[Term] = set()
        while head != _NIL:
            rest = self.objects(head, _REST)
            if head in seen or len(rest) != 1 or len(self.objects(head, FIRST)) != 1:
                return False
            seen.add(head)
            head = rest[0]
        return True

    def members(self, head: Term) -> list[Term]:
        """The members of an rdf:List."""
        found: list[Term] = []
        while head != _NIL and self.objects(head, FIRST) and len(found) < len(self.triples):
            found += self.objects(head, FIRST)
            head = next(iter(self.objects(head, _REST)), _NIL)
        return found


def below(class_: Term, subclasses: TripleIndex) -> frozenset[Term]:
    """A class and all its sub-classes, by the rdfs:subClassOf triples of a graph."""
    seen, waiting = {class_}, [class_]
    while waiting:
        more = set(subclasses.subjects(SUB_CLASS_OF, waiting.pop())) - seen
        seen |= more
        waiting += more
    return frozenset(seen)
