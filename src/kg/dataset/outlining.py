"""What each document is about, in short: so that whoever asks for documents need not go through all claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from kg.deciding import ResolvedClaim
from kg.deciding.annals import fingerprint
from kg.names import RDF_TYPE, RDFS_LABEL, kg
from kg.periods import Period

_SPEAKS_OF, _USES_TERM, _NEW_CLAIMS = kg("speaksOf"), kg("usesTerm"), kg("newClaims")
_OF_EVERYTHING = frozenset((RDF_TYPE.value, RDFS_LABEL.value))
"""Properties in which documents agree that speak of the same things, whatever they say of them."""


class Outline(NamedTuple):
    """What one document is about.

    Args:
        things: IRIs of those it speaks of.
        terms: IRIs of the properties it uses, and of the classes of what it tells of.
        new: How much it says that was not said before; None where it has no date.
    """

    things: frozenset[str]
    terms: frozenset[str]
    new: int | None

    def shortly(self, document: str) -> str:
        """Another text for whatever has other triples."""
        return "\n".join((document, *sorted(self.things), "", *sorted(self.terms), str(self.new)))

    def triples(self, document: NamedNode) -> Iterator[Triple]:
        yield from (Triple(document, _SPEAKS_OF, NamedNode(thing)) for thing in self.things)
        yield from (Triple(document, _USES_TERM, NamedNode(term)) for term in self.terms)
        if self.new is not None:
            yield Triple(document, _NEW_CLAIMS, Literal(self.new))


class Outlines:
    """Outlines, each told of the day of its document.

    Args:
        of: Document → its outline.
        days: Document → its day.
    """

    def __init__(self, of: Mapping[str, Outline], days: Mapping[str, int]) -> None:
        self._of, self._days = of, days

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        # Of all documents at every build: their triples are made where somebody wants them.
        for document, outline in self._of.items():
            yield self._days[document], fingerprint(outline.shortly(document))

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        for document, outline in self._of.items():
            if self._days[document] in days and (told := [*outline.triples(NamedNode(document))]):
                yield self._days[document], "\n".join(map(str, told))

    def turned(self, day: int) -> None:
        """How documents of a day were outlined at an earlier time is not kept."""


def outlines(
    claims: Iterable[ResolvedClaim], issued: Mapping[str, Period | None], facts: Iterable[Triple]
) -> dict[str, Outline]:
    """Of each document: the things it speaks of, the terms it uses, how much it says that was not said before.

    Args:
        claims: In canonical terms; those of other sources are passed over.
        issued: Document → when it was published; None for one that does not say.
        facts: What is known or follows; from it come the classes of things.
    """
    of: dict[str, list[ResolvedClaim]] = {document: [] for document in issued}
    for claim in claims:
        if claim.source in of:
            of[claim.source].append(claim)
    dated = {document: period for document, period in issued.items() if period is not None}
    new = dict(_new_claims({document: [*map(_content, _telling(of[document]))] for document in dated}, dated))
    classes = _classes(facts)
    return {document: _outline(said, classes, new.get(document)) for document, said in of.items()}


def _classes(facts: Iterable[Triple]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for t in facts:
        if t.predicate == RDF_TYPE and isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
            found[t.subject.value].add(t.object.value)
    return found


def _outline(
    said: Collection[ResolvedClaim], classes: Mapping[str, Collection[str]], new: int | None
) -> Outline:
    told = {c.about for c in said}
    things = told | {c.value.value for c in said if isinstance(c.value, NamedNode)}
    terms = {c.predicate for c in said} | {c.claim.predicate.value for c in said}
    return Outline(
        frozenset(things), frozenset(terms.union(*(classes.get(thing, ()) for thing in told))), new
    )


def _new_claims(
    contents: Mapping[str, Sequence[int]], dated: Mapping[str, Period]
) -> Iterator[tuple[str, int]]:
    """Document → how much of what it says nobody had said surely before."""
    soonest: dict[int, int] = {}
    for document, period in dated.items():
        for content in contents[document]:
            soonest[content] = min(period.latest, soonest.get(content, period.latest))
    for document, period in dated.items():
        yield document, sum(soonest[content] >= period.earliest for content in contents[document])


def _telling(said: Iterable[ResolvedClaim]) -> Iterator[ResolvedClaim]:
    return (claim for claim in said if claim.predicate not in _OF_EVERYTHING)


def _content(claim: ResolvedClaim) -> int:
    # A number for each: the texts themselves, of all claims there are, would take much room.
    return hash((claim.about, claim.predicate, claim.value, claim.claim.factuality))
