"""What each document is about, in short: so that whoever asks for documents need not go through all claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kg.deciding import ResolvedClaim
from kg.names import RDF_TYPE, RDFS_LABEL, kg
from kg.periods import Period

_SPEAKS_OF, _USES_TERM, _NEW_CLAIMS = kg("speaksOf"), kg("usesTerm"), kg("newClaims")
_OF_EVERYTHING = frozenset((RDF_TYPE.value, RDFS_LABEL.value))
"""Properties in which documents agree that speak of the same things, whatever they say of them."""


def outlines(
    claims: Iterable[ResolvedClaim], issued: Mapping[str, Period | None], facts: Iterable[Triple]
) -> dict[str, list[Triple]]:
    """Of each document: the things it speaks of, the terms it uses, how much it says that was not said before.

    Args:
        claims: In canonical terms; those of other sources are passed over.
        issued: Document → when it was published; None for one that does not say.
        facts: What is known or follows; from it come the classes of things.

    Returns:
        Document → triples about it, unsorted; of the number of new claims only where it has a date.
    """
    of: dict[str, list[ResolvedClaim]] = {document: [] for document in issued}
    for claim in claims:
        if claim.source in of:
            of[claim.source].append(claim)
    dated = {document: period for document, period in issued.items() if period is not None}
    soonest = _soonest(of, dated)
    classes = _classes(facts)
    found = {document: [*_links(NamedNode(document), said, classes)] for document, said in of.items()}
    for document, period in dated.items():
        new = sum(soonest[_content(claim)] >= period.earliest for claim in _telling(of[document]))
        found[document].append(Triple(NamedNode(document), _NEW_CLAIMS, Literal(new)))
    return found


def _classes(facts: Iterable[Triple]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for t in facts:
        if t.predicate == RDF_TYPE and isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
            found[t.subject.value].add(t.object.value)
    return found


def _links(
    document: NamedNode, said: Collection[ResolvedClaim], classes: Mapping[str, Collection[str]]
) -> Iterator[Triple]:
    told = {c.about for c in said}
    things = told | {c.value.value for c in said if isinstance(c.value, NamedNode)}
    terms = {c.predicate for c in said} | {c.claim.predicate.value for c in said}
    terms = terms.union(*(classes.get(thing, ()) for thing in told))
    yield from (Triple(document, _SPEAKS_OF, NamedNode(thing)) for thing in things)
    yield from (Triple(document, _USES_TERM, NamedNode(term)) for term in terms)


def _soonest(of: Mapping[str, Sequence[ResolvedClaim]], dated: Mapping[str, Period]) -> dict[int, int]:
    """What is said → the day by which a document had said it."""
    found: dict[int, int] = {}
    for document, period in dated.items():
        for claim in _telling(of[document]):
            content = _content(claim)
            found[content] = min(period.latest, found.get(content, period.latest))
    return found


def _telling(said: Iterable[ResolvedClaim]) -> Iterator[ResolvedClaim]:
    return (claim for claim in said if claim.predicate not in _OF_EVERYTHING)


def _content(claim: ResolvedClaim) -> int:
    # A number for each: the texts themselves, of all claims there are, would take much room.
    return hash((claim.about, claim.predicate, claim.value, claim.claim.factuality))
