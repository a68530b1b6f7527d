"""What comparing two documents hands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What two documents differ in."""

    VALUE = "value"
    FACTUALITY = "factuality"


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One claim of one document, in canonical terms.

    Args:
        about: IRI of the thing.
        predicate: IRI of the property.
        value: The value as in N-Triples.
        shown: The value in words.
        factuality: asserted, expected, possible or denied.
        words: The words that say it.
        start: First code point in the document.
        end: One past the last.
        claim: IRI of the claim.
    """

    about: str
    predicate: str
    value: str
    shown: str = field(compare=False)
    factuality: str
    words: str
    start: int
    end: int
    claim: str

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "value": self.shown,
            "term": self.value,
            "factuality": self.factuality,
            "words": " ".join(self.words.split()),
            "start": self.start,
            "end": self.end,
            "claim": self.claim,
        }


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two claims that say the same, or of which one is only more precise."""

    a: Said
    b: Said

    @property
    def is_exact(self) -> bool:
        return self.a.value == self.b.value


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """What both documents speak of and say otherwise.

    Args:
        about: IRI of the thing, as A has it.
        predicate: IRI of the property.
        kind: Whether the value differs, or only how firmly it is held.
        a: What A says; never empty.
        b: What B says; never empty.
    """

    about: str
    predicate: str
    kind: Kind
    a: tuple[Said, ...]
    b: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents."""

    file: str
    title: str
    publisher: str
    issued: str
    language: str

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def __str__(self) -> str:
        known = (self.file, self.language, self.publisher, self.issued)
        return f"{self.title} ({', '.join(part for part in known if part)})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, claim by claim; every tuple is sorted.

    Args:
        a: The first document.
        b: The second.
        same: Claims that agree.
        otherwise: Claims that do not.
        only_a: Claims to which B has nothing.
        only_b: Claims to which A has nothing.
        names: IRI of a thing or property → what it is called.
        aligned: Thing of B → thing of A that it was held to be, where no name and no identity tells.
    """

    a: Side
    b: Side
    same: tuple[Pair, ...]
    otherwise: tuple[Difference, ...]
    only_a: tuple[Said, ...]
    only_b: tuple[Said, ...]
    names: Mapping[str, str]
    aligned: Mapping[str, str]

    @property
    def differ(self) -> bool:
        return bool(self.otherwise or self.only_a or self.only_b)

    def name(self, iri: str) -> str:
        return self.names.get(iri, iri)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "a": self.a.as_dict(),
            "b": self.b.as_dict(),
            "agree": [
                self._told(p.a) | {"exact": p.is_exact, "a": p.a.as_dict(), "b": p.b.as_dict()}
                for p in self.same
            ],
            "otherwise": [
                self._told(d)
                | {"kind": d.kind.value, "a": [s.as_dict() for s in d.a], "b": [s.as_dict() for s in d.b]}
                for d in self.otherwise
            ],
            "onlyA": [self._told(said) | said.as_dict() for said in self.only_a],
            "onlyB": [self._told(said) | said.as_dict() for said in self.only_b],
            "aligned": dict(sorted(self.aligned.items())),
        }

    def _told(self, item: Said | Difference) -> dict[str, Any]:
        return {
            "about": item.about,
            "name": self.name(item.about),
            "predicate": item.predicate,
            "property": self.name(item.predicate),
        }
