"""The `Claim` record: one triple that one source says, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from kg.names import Names, kg

Term = NamedNode | Literal


class Factuality(StrEnum):
    """How a source holds what it says; ordered from firm to denied."""

    ASSERTED = "Asserted"
    EXPECTED = "Expected"
    POSSIBLE = "Possible"
    DENIED = "Denied"

    @property
    def iri(self) -> NamedNode:
        return kg(self.value)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind claims, as a Web Annotation text quote and position.

    Args:
        source: IRI of the document, or of the page that a register fact was seen at.
        start: First code point, counted from 0 in the document's text; -1 where no words are kept.
        end: One past the last code point; -1 where no words are kept.
        exact: The words themselves.
        prefix: Up to 32 code points before.
        suffix: Up to 32 code points after.
        attributed_to: Publisher, or the person quoted; IRI, or None when unknown.
        verbatim: False for a digest (a paraphrase of the publication) and for register facts.
    """

    source: NamedNode
    start: int = -1
    end: int = -1
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    attributed_to: NamedNode | None = None
    verbatim: bool = True

    def iri(self, names: Names) -> NamedNode:
        speaker = self.attributed_to.value if self.attributed_to else ""
        return names.hashed(
            "evidence", self.source.value, str(self.start), str(self.end), self.exact, speaker
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple that one source says.

    Args:
        source: The document (or address) that says it; the same as `evidence.source`.
        subject: A document-local thing; for register facts, the canonical thing.
        predicate: A property of the domain, or rdf:type, which governs all other claims about the subject.
        object: A thing (local or canonical), a period's IRI, or a literal.
        factuality: How the source holds it.
        evidence: The words.
        counted: True where no sentence gives the number but a list of names does ("at least n").
    """

    source: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: Term
    factuality: Factuality
    evidence: Evidence = field(compare=False)
    counted: bool = False
    _known: tuple[str, NamedNode] | None = field(default=None, init=False, repr=False, compare=False)

    def iri(self, names: Names) -> NamedNode:
        """A hash of the source's words, the local thing, the predicate and the object as read."""
        known = self._known
        if known is None or known[0] != names.base:
            # Kept with the claim, also from one build to the next: of all that is asked of it, this takes longest.
            known = names.base, self._hashed(names)
            object.__setattr__(self, "_known", known)
        return known[1]

    def _hashed(self, names: Names) -> NamedNode:
        ev = self.evidence
        return names.hashed(
            "claim",
            self.source.value,
            str(ev.start),
            str(ev.end),
            ev.exact,
            self.subject.value,
            self.predicate.value,
            str(self.object),
            self.factuality.value,
        )
