"""A rule as data: what must hold, what follows, and the ontology's triples that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from kg.names import OWL, RDF, RDFS, XSD

Node = NamedNode | BlankNode | Literal | Triple
Slot = Node | Variable
TriplePattern = tuple[Slot, Slot, Slot]

STATED = "stated"
"""Name of the rule for a triple about an individual that the ontology itself holds; no rule of the W3C."""

X, Y, Z, U, V, P, Q = (Variable(name) for name in ("x", "y", "z", "u", "v", "p", "q"))

TYPE = NamedNode(RDF + "type")
SAME_AS = NamedNode(OWL + "sameAs")
DIFFERENT_FROM = NamedNode(OWL + "differentFrom")
THING = NamedNode(OWL + "Thing")
NOTHING = NamedNode(OWL + "Nothing")
SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
SUB_PROPERTY_OF = NamedNode(RDFS + "subPropertyOf")
DOMAIN = NamedNode(RDFS + "domain")
RANGE = NamedNode(RDFS + "range")

LANGUAGE_OF_ONTOLOGIES = (OWL, RDF, RDFS, XSD)


@dataclass(frozen=True, slots=True)
class Outside:
    """That a literal is none of a datatype's values."""

    literal: Variable
    datatype: NamedNode


@dataclass(frozen=True, slots=True)
class Differ:
    """That two literals stand for different values."""

    one: Variable
    other: Variable


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of OWL 2 RL, already filled with the terms of an ontology.

    Args:
        name: As in tables 4 to 9 of OWL 2 Profiles: prp-dom, cax-sco, cls-svf1 …; `STATED` for a triple
            that the ontology holds about an individual.
        body: What must hold, with variables; empty where nothing must.
        head: What follows, or None where the body must not hold (a clash).
        axioms: The ontology's triples that make the rule, in the order in which they read.
        test: What must hold of literals besides, for it to be a clash.

    Source:
        OWL 2 Profiles (W3C, 2012), section 4.3.
    """

    name: str
    body: tuple[TriplePattern, ...]
    head: TriplePattern | None
    axioms: tuple[Triple, ...]
    test: Outside | Differ | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What rules are sorted by; the same in every run."""
        return (
            self.name,
            _text(self.head or ()),
            *map(_text, self.body),
            *map(str, self.axioms),
            str(self.test),
        )


def _text(pattern: tuple[Slot, ...]) -> str:
    return " ".join(map(str, pattern))


def of_language(term: Node) -> bool:
    """Whether OWL, RDF, RDFS or XML Schema coined the term."""
    return isinstance(term, NamedNode) and term.value.startswith(LANGUAGE_OF_ONTOLOGIES)


class Shown:
    """Which conclusions are handed out: those about individuals.

    Left out: literals as subjects, everything about terms of the vocabulary or of OWL itself, membership
    in classes without a name, in owl:Thing and in datatypes, and that a thing is the same as itself.

    Args:
        vocabulary: Classes, properties and anonymous nodes of the ontology.
    """

    def __init__(self, vocabulary: frozenset[Node]) -> None:
        self._vocabulary = vocabulary
        # Asked for each of a million triples, answered for each term once.
        self._subject = cache(self._is_individual)
        self._predicate = cache(_is_assertional)
        self._class = cache(_is_named_class)

    def __call__(self, subject: Node, predicate: Node, target: Node) -> bool:
        if not self._subject(subject):
            return False
        if predicate == TYPE:
            return self._class(target)
        if predicate == SAME_AS:
            return subject != target and not isinstance(target, Literal)
        return self._predicate(predicate)

    def _is_individual(self, term: Node) -> bool:
        return not (isinstance(term, Literal | Triple) or term in self._vocabulary or of_language(term))


def _is_named_class(term: Node) -> bool:
    return isinstance(term, NamedNode) and not of_language(term)


def _is_assertional(predicate: Node) -> bool:
    if predicate in (SUB_CLASS_OF, SUB_PROPERTY_OF, DOMAIN, RANGE):
        return False
    in_owl = isinstance(predicate, NamedNode) and predicate.value.startswith(OWL)
    return not in_owl or predicate == DIFFERENT_FROM
