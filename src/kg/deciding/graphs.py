"""What was decided, as triples of the facts graph and of the expectations graph."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Term
from kg.deciding.records import Contradiction, CountedClaim, Decided, Decision, Expectation, ResolvedClaim
from kg.names import RDF_OBJECT, RDF_PREDICATE, RDF_SUBJECT, RDF_TYPE, Names, kg
from kg.resolving import Resolution

_ABOUT, _PROPERTY, _VALUE = kg("about"), kg("property"), kg("value")
_WINNER, _LOSER, _RULE, _STATUS = kg("winner"), kg("loser"), kg("rule"), kg("status")


def facts_graph(decided: Decided, resolution: Resolution, names: Names) -> tuple[Triple, ...]:
    """Facts, decisions, contradictions, resolutions, and each claim's canonical form; sorted as N-Triples."""
    return _sorted({*plain_triples(decided, resolution, names), *told_triples(decided, resolution, names)})


def plain_triples(decided: Decided, resolution: Resolution, names: Names) -> Iterator[Triple]:
    """What of the facts graph might be said elsewhere as well."""
    yield from decided.facts
    yield from resolution.unregistered_triples()
    for counted in decided.counted:
        yield from (Triple(*told) for told in counted_triples(counted, names))


def told_triples(decided: Decided, resolution: Resolution, names: Names) -> Iterator[Triple]:
    """What of the facts graph is told of decisions, contradictions, resolutions and claims, and only there."""
    for record in resolution.records:
        yield from resolution.record_triples(record, names)
    yield from (Triple(*told) for told in decided_triples(decided, names))
    for claim in decided.claims:
        yield from (Triple(*told) for told in canonical_triples(claim))


def decided_triples(decided: Decided, names: Names, but: Container[NamedNode] = ()) -> Iterator[Told]:
    """What is told of decisions and contradictions.

    Args:
        decided: What was decided.
        names: To name decisions and contradictions.
        but: Decisions that are left out.
    """
    keys = {decision.key for decision in decided.decisions}
    for decision in decided.decisions:
        if not but or decision.iri(names) not in but:
            yield from decision_triples(decision, names)
    for contradiction in decided.contradictions:
        node = contradiction.iri(names)
        yield from contradiction_frame(contradiction, keys, node, names)
        yield from linked(contradiction_links(contradiction, node))


def expectations_graph(decided: Decided, names: Names) -> tuple[Triple, ...]:
    """Expectations, reified only; sorted as N-Triples."""
    return _sorted(t for expectation in decided.expectations for t in expectation_triples(expectation, names))


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(triples, key=str))


Told = tuple[NamedNode, NamedNode, Term]
"""A triple before it is made one: its terms, which many have in common, take room only once."""
Link = tuple[NamedNode, NamedNode, Sequence[NamedNode]]
"""A node, a property, and the claims that are its values."""


def decision_triples(decision: Decision, names: Names) -> Iterator[Told]:
    node = decision.iri(names)
    yield from decision_frame(decision, node)
    yield from linked(decision_links(decision, node))


def decision_frame(decision: Decision, node: NamedNode) -> Iterator[Told]:
    """A decision without its claims.

    Args:
        decision: What was decided.
        node: Its IRI.
    """
    yield node, RDF_TYPE, kg("Decision")
    yield node, _ABOUT, decision.about
    yield node, _PROPERTY, decision.predicate
    yield node, _VALUE, decision.value
    yield node, _RULE, kg(decision.rule.value)
    yield node, _STATUS, kg(decision.status.value)


def decision_links(decision: Decision, node: NamedNode) -> Iterator[Link]:
    yield node, _WINNER, decision.winners
    yield node, _LOSER, decision.losers


def contradiction_frame(
    contradiction: Contradiction, decided: Container[tuple[str, str, str]], node: NamedNode, names: Names
) -> Iterator[Told]:
    """A contradiction without its claims.

    Args:
        contradiction: What was found.
        decided: Keys of the decisions that there are.
        node: Its IRI.
        names: To name decisions.
    """
    yield node, RDF_TYPE, kg("Contradiction")
    yield node, _ABOUT, contradiction.about
    yield node, _PROPERTY, contradiction.predicate
    yield node, kg("kind"), kg(contradiction.kind.value)
    yield node, _RULE, kg(contradiction.rule.value)
    yield node, _STATUS, kg(contradiction.status.value)
    for language, text in contradiction.changes:
        yield node, kg("wouldTurn"), Literal(text, language=language)
    for key in contradiction.decisions:
        if key in decided:
            yield node, kg("decision"), names.hashed("decision", *key)


def contradiction_links(contradiction: Contradiction, node: NamedNode) -> Iterator[Link]:
    yield node, kg("side"), contradiction.sides


def linked(links: Iterable[Link]) -> Iterator[Told]:
    return ((node, path, claim) for node, path, claims in links for claim in claims)


def expectation_triples(expectation: Expectation, names: Names) -> Iterator[Triple]:
    node = expectation.iri(names)
    yield Triple(node, RDF_TYPE, kg("Expectation"))
    yield Triple(node, _ABOUT, expectation.about)
    yield Triple(node, _PROPERTY, expectation.predicate)
    yield Triple(node, _VALUE, expectation.value)
    yield Triple(node, kg("factuality"), expectation.factuality.iri)
    for claim in expectation.claims:
        yield Triple(node, kg("claim"), claim)


def canonical_triples(claim: ResolvedClaim) -> Iterator[Told]:
    yield claim.iri, _ABOUT, NamedNode(claim.about)
    yield claim.iri, _PROPERTY, NamedNode(claim.predicate)
    yield claim.iri, _VALUE, claim.value


def counted_triples(counted: CountedClaim, names: Names) -> Iterator[Told]:
    """A counted claim stands in no document's graph, so it is written out here."""
    resolved = counted.resolved
    claim = resolved.claim
    yield resolved.iri, RDF_TYPE, kg("Claim")
    yield resolved.iri, RDF_SUBJECT, claim.subject
    yield resolved.iri, RDF_PREDICATE, claim.predicate
    yield resolved.iri, RDF_OBJECT, claim.object
    yield resolved.iri, kg("factuality"), claim.factuality.iri
    yield resolved.iri, kg("evidence"), claim.evidence.iri(names)
    yield resolved.iri, kg("counted"), Literal(True)
    for listed in counted.of:
        yield resolved.iri, kg("countedFrom"), listed
    yield from canonical_triples(resolved)
