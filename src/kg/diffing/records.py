"""The records of a comparison: what differs between two datasets, and with which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from kg.diffing.patching import Patch

KINDS: dict[str, str] = {
    "answer": "answers",
    "contradiction": "contradictions",
    "finding": "findings",
    "fact": "facts",
    "expectation": "expectations",
    "document": "documents",
    "decision": "decisions",
    "name": "names",
    "conclusion": "conclusions",
    "term": "terms",
    "claim": "claims",
}
"""What is compared, most important first, with its plural."""

WAYS = ("came", "went", "changed")
"""In B alone, in A alone, in both but not alike."""

QUERY, ANSWERS, COLUMNS = "the query itself", "whether it answers", "its columns"
"""Texts of changes of an answer that are no rows; they stand before the rows."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """What one source says, as a change shows it.

    Args:
        words: The words; "" for an entry of the register, which quotes nothing.
        title: Of the document; "" for an address.
        publisher: Its name; "" when unknown.
        issued: Day, month or year; "" when unknown.
        document: IRI of the document, or the address that the register gives.
        value: What this source says the value is, where sources differ in it.
        verbatim: False for a paraphrase.
        factuality: asserted, expected, possible or denied.
        start: First code point of the words in the document; -1 where there are none.
        end: One past the last.
        claim: IRI of the claim.
    """

    words: str
    title: str = ""
    publisher: str = ""
    issued: str = ""
    document: str = ""
    value: str = ""
    verbatim: bool = True
    factuality: str = "asserted"
    start: int = -1
    end: int = -1
    claim: str = ""

    @property
    def said(self) -> tuple[str, str, str, str]:
        """What stays the same when the words only moved within their document."""
        return self.document, self.words, self.value, self.factuality


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is in one dataset alone, or not alike in both.

    Args:
        kind: One of `KINDS`.
        how: One of `WAYS`.
        key: Tells it from all other changes of its kind; the same in both datasets.
        group: What it belongs to: IRI of a thing or a document, name of a saved query.
        heading: The group, for people.
        text: The change, for people.
        before: What A has in its place, where both have something.
        after: What B has in its place.
        details: Further lines, each with `+`, `-` or `~` before it where it tells a difference.
        said_before: Sentences behind it in A.
        said_after: Sentences behind it in B.
    """

    kind: str
    how: str
    key: str
    group: str
    heading: str
    text: str
    before: str = ""
    after: str = ""
    details: tuple[str, ...] = ()
    said_before: tuple[Quote, ...] = ()
    said_after: tuple[Quote, ...] = ()

    @property
    def order(self) -> tuple[int, str, str, bool, int, list[str], str, str]:
        """The most important kind first; within it by group, by way, by the sentences behind it."""
        place, words = list(KINDS).index(self.kind), [quote.words for quote in self.quotes]
        is_row = self.text not in (QUERY, ANSWERS, COLUMNS)
        return place, self.heading, self.group, is_row, WAYS.index(self.how), words, self.text, self.key

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences of the side that has them; of B, where both have."""
        return self.said_after or self.said_before

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Named:
    """Which dataset one side of a comparison is.

    Args:
        label: As it was asked for.
        revision: Full name of the commit; "" for a folder or the working tree.
        counts: What there is of each kind.
    """

    label: str
    revision: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"label": self.label, "revision": self.revision, "counts": dict(self.counts)}


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two datasets.

    Args:
        a: The one before.
        b: The one after.
        changes: In their order.
        moved: How many claims differ in nothing but the place of their words.
        patch: The same as lines of N-Quads.
    """

    a: Named
    b: Named
    changes: tuple[Change, ...]
    moved: int
    patch: Patch

    @property
    def is_empty(self) -> bool:
        """Whether the two hold the same and answer the same."""
        return not self.changes and self.patch.is_empty

    def of(self, kind: str, how: str = "") -> tuple[Change, ...]:
        """The changes of a kind, and of one way where it is named."""
        return tuple(c for c in self.changes if c.kind == kind and how in ("", c.how))

    def counts(self) -> dict[str, dict[str, int]]:
        """Plural of each kind → way → how many."""
        return {many: {how: len(self.of(kind, how)) for how in WAYS} for kind, many in KINDS.items()}

    def as_dict(self) -> dict[str, Any]:
        """For JSON; `patching.Patch.from_dict` takes its `patch`."""
        return {
            "a": self.a.as_dict(),
            "b": self.b.as_dict(),
            "counts": self.counts(),
            "moved": self.moved,
            "changes": [change.as_dict() for change in self.changes],
            "patch": self.patch.as_dict(),
        }
