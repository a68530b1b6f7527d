"""What deciding takes beside claims, and what it hands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode, Triple

from kg.claims import Claim, Factuality, Term
from kg.names import Names
from kg.periods import Period
from kg.resolving import Note

Key = tuple[str, str, str]
"""Thing, property and value in N-Triples form: what a triple is found by."""

Unit = tuple[str, str, str]
"""Thing, property and value of what is decided as one; the value is "" where there is one only."""

NUMBERS = ""
"""In place of a thing in the units of numbers, which stand by themselves: property and value are then two things."""


class Rule(StrEnum):
    """Why a value is believed; the local names of kg:Rule."""

    ONLY_CLAIM = "OnlyClaim"
    AGREED = "Agreed"
    OVERRIDE = "Override"
    FINER_PERIOD = "FinerPeriod"
    AUTHORITY = "Authority"
    MORE_WITNESSES = "MoreWitnesses"
    LATER_DOCUMENT = "LaterDocument"
    UNDECIDED = "Undecided"
    SCOPE_DIFFERENCE = "ScopeDifference"
    LIST_SILENT = "ListSilent"


class Status(StrEnum):
    """Whether a contradiction is settled."""

    DECIDED = "Decided"
    OPEN = "Open"


class Kind(StrEnum):
    """What two claims differ in; the local names of kg:ConflictKind, which properties name by kg:conflictKind."""

    VALUE = "ValueConflict"
    DATE = "DateConflict"
    COUNT = "CountConflict"
    STATUS = "StatusConflict"
    TARGET = "TargetConflict"
    GIVER = "GiverConflict"
    MEMBERSHIP = "MembershipConflict"
    FACTUALITY = "FactualityConflict"
    SCOPE = "ScopeDifference"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document or an address.

    Args:
        iri: The document, or the address itself.
        publisher: Who speaks; local or canonical; None when unknown.
        issued: When; None when unknown.
        fingerprint: The same for the same text; "" when unknown.
        primary: Address of the publication that a digest retells, or that an address is.
        sketch: The least hashes of its runs of words, sorted; near-copies share most. Empty when unknown.
    """

    iri: NamedNode
    publisher: NamedNode | None = None
    issued: Period | None = None
    fingerprint: str = ""
    primary: str | None = None
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim in canonical terms, in the one direction in which its property is compared.

    Args:
        iri: The claim's IRI.
        claim: The claim as read.
        about: IRI of the canonical thing.
        predicate: IRI of the property, never the inverse of another.
        value: The canonical value.
        factuality: The claim's own, weakened by how firmly its source holds that the things exist.
        existence: How firmly its source holds that the things exist.
    """

    iri: NamedNode
    claim: Claim
    about: str
    predicate: str
    value: Term
    factuality: Factuality
    existence: Factuality

    @property
    def key(self) -> Key:
        return self.about, self.predicate, str(self.value)

    @property
    def source(self) -> str:
        return self.claim.source.value


@dataclass(frozen=True, slots=True)
class Decision:
    """One value of one property of one thing: believed, or open.

    Args:
        about: The thing.
        predicate: The property.
        value: The value.
        winners: IRIs of the claims that say the value, sorted.
        losers: IRIs of the claims that are not believed for its sake, sorted.
        rule: What decided; `UNDECIDED` where nothing did.
        status: `OPEN` for each of the values between which nothing decides; such a value is no fact.
    """

    about: NamedNode
    predicate: NamedNode
    value: Term
    winners: Sequence[NamedNode]
    losers: Sequence[NamedNode]
    rule: Rule
    status: Status = Status.DECIDED

    @property
    def key(self) -> Key:
        return self.about.value, self.predicate.value, str(self.value)

    @property
    def triple(self) -> Triple:
        return Triple(self.about, self.predicate, self.value)

    def iri(self, names: Names) -> NamedNode:
        """The same for the same triple, whatever decided on it."""
        return names.hashed("decision", *self.key)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be believed; or, of kind `SCOPE`, that only seem so.

    Args:
        about: The thing; of a scope difference, the count with the wider scope.
        predicate: The property of which there is one, or rdf:type where existence is disputed.
        kind: What they differ in.
        sides: IRIs of all claims involved, sorted.
        decisions: Keys of the decisions that settle it, or that name the open values.
        rule: What settled it.
        status: Whether it is settled.
        other: IRI of the count with the narrower scope, or of the count whose list is silent; "" for other kinds.
        changes: What would turn it, as (language, text); sorted.
    """

    about: NamedNode
    predicate: NamedNode
    kind: Kind
    sides: Sequence[NamedNode]
    decisions: tuple[Key, ...]
    rule: Rule
    status: Status
    other: str = ""
    changes: tuple[tuple[str, str], ...] = ()

    def iri(self, names: Names) -> NamedNode:
        return names.hashed(
            "contradiction", self.about.value, self.predicate.value, self.kind.value, self.other
        )


@dataclass(frozen=True, slots=True)
class Expectation:
    """What sources expect or hold possible; no fact.

    Args:
        about: The thing.
        predicate: The property.
        value: The value.
        factuality: `EXPECTED` or `POSSIBLE`.
        claims: IRIs of the claims that say so, sorted.
    """

    about: NamedNode
    predicate: NamedNode
    value: Term
    factuality: Factuality
    claims: tuple[NamedNode, ...]

    def iri(self, names: Names) -> NamedNode:
        return names.hashed(
            "expectation", self.about.value, self.predicate.value, str(self.value), self.factuality.value
        )


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A lower bound that no sentence gives but a list does.

    Args:
        resolved: The bound as a claim about the count that it is held against.
        of: IRIs of the claims that make the list, sorted.
    """

    resolved: ResolvedClaim
    of: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of one unit."""

    decisions: tuple[Decision, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    counted: tuple[CountedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """All that deciding hands on; every tuple is sorted.

    Args:
        facts: Triples that are believed and stand in no other graph yet.
        decisions: One for each believed triple, and for each value of an open property; none where a chronicle
            tells of them, as of contradictions.
        contradictions: With their sides.
        expectations: Kept apart from facts.
        counted: Bounds counted from lists, where they contradict a claimed number.
        claims: Every claim in canonical terms.
        notes: What a maintainer should look at.
    """

    facts: tuple[Triple, ...]
    decisions: tuple[Decision, ...]
    contradictions: tuple[Contradiction, ...]
    expectations: tuple[Expectation, ...]
    counted: tuple[CountedClaim, ...]
    claims: tuple[ResolvedClaim, ...]
    notes: tuple[Note, ...]
