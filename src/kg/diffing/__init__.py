"""What differs between two datasets: documents, claims, facts, decisions, contradictions, terms, answers."""

from __future__ import annotations

from collections.abc import Callable

from kg.diffing import claims, facts, terms
from kg.diffing.answers import LONGEST, answers
from kg.diffing.patching import Patch, apply, compare
from kg.diffing.records import KINDS, WAYS, Change, Diff, Named, Quote
from kg.diffing.revisions import WORKING_TREE, side
from kg.diffing.sides import Side
from kg.diffing.touched import Touched
from kg.diffing.writing import FORMS, write

__all__ = [
    "FORMS",
    "KINDS",
    "WAYS",
    "WORKING_TREE",
    "Change",
    "Diff",
    "Named",
    "Patch",
    "Quote",
    "Side",
    "apply",
    "diff",
    "side",
    "write",
]

Progress = Callable[[str, int, int], None]


def diff(a: Side, b: Side, *, seconds: float = LONGEST, progress: Progress | None = None) -> Diff:
    """Compare two datasets.

    Args:
        a: The one before.
        b: The one after.
        seconds: Longest time that one saved query may take.
        progress: Told what is being done, how much of it is done, and how much there is.

    Returns:
        What came, went and changed, each with its sentences; empty for a dataset and itself. The patch makes
        the sorted N-Quads of `b` of those of `a`, see `apply`.
    """
    if progress:
        progress("comparing", 0, 1)
    patch = compare(a.store, b.store, a.base, b.base)
    touched = Touched.of(a, b, patch)
    said, moved = claims.claims(touched)
    found = [
        *answers(a, b, patch.is_empty, seconds=seconds, progress=progress),
        *facts.contradictions(touched),
        *facts.findings(touched),
        *facts.facts(touched),
        *facts.expectations(touched),
        *claims.documents(touched),
        *facts.decisions(touched),
        *facts.conclusions(touched),
        *terms.terms(touched),
        *said,
    ]
    return Diff(a.named, b.named, tuple(sorted(found, key=lambda change: change.order)), moved, patch)
