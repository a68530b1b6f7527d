"""What resolving hands on: which local thing is which canonical one, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Term
from kg.names import RDF_TYPE, Names, kg


class ResolvedBy(StrEnum):
    """Why two things are held to be one."""

    NAME = "ByName"
    IDENTIFIER = "ByIdentifier"
    IDENTITY = "ByIdentity"
    NOTHING = "Unresolved"


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """One decision of same or different.

    Args:
        local: IRI of the document-local thing.
        thing: IRI of the canonical thing.
        rule: What decided.
        reason: The same in words.
    """

    local: str
    thing: str
    rule: ResolvedBy
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something that a maintainer should look at: `about` is an IRI."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Local things → canonical things.

    Args:
        canonical: Local IRI → canonical IRI; also for counts of the register that are one with another.
        records: One for each local thing, sorted.
        unregistered: Canonical IRIs of named things that the register does not know.
        unresolved: Canonical IRIs of things that stand on their own for want of an identity.
        notes: Names that may mean several things, and the like; sorted.
    """

    canonical: Mapping[str, str]
    records: tuple[Record, ...]
    unregistered: frozenset[str]
    unresolved: frozenset[str]
    notes: tuple[Note, ...]

    def term(self, term: Term) -> Term:
        """The canonical form of a claim's subject or object."""
        if isinstance(term, NamedNode) and term.value in self.canonical:
            return NamedNode(self.canonical[term.value])
        return term

    def triples(self, names: Names) -> list[Triple]:
        """The records for the facts graph, and `kg:registered false` where it holds; unsorted."""
        of_records = (t for record in self.records for t in self.record_triples(record, names))
        return [*self.unregistered_triples(), *of_records]

    def unregistered_triples(self) -> list[Triple]:
        """`kg:registered false` for named things that the register does not know."""
        return [
            Triple(NamedNode(thing), kg("registered"), Literal(False)) for thing in sorted(self.unregistered)
        ]

    @staticmethod
    def record_triples(record: Record, names: Names) -> list[Triple]:
        """One record for the facts graph."""
        node = names.hashed("resolution", record.local)
        return [
            Triple(node, RDF_TYPE, kg("Resolution")),
            Triple(node, kg("local"), NamedNode(record.local)),
            Triple(node, kg("thing"), NamedNode(record.thing)),
            Triple(node, kg("rule"), kg(record.rule.value)),
            Triple(node, kg("reason"), Literal(record.reason)),
        ]
