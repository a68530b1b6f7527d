"""Claims in canonical terms: one direction for each property, no firmer than what they are about."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from kg.claims import Claim, Factuality, Term
from kg.deciding.records import ResolvedClaim
from kg.names import RDF_TYPE
from kg.register import class_is_named
from kg.resolving import Resolution, is_local
from kg.schema import Schema

_FIRMNESS = {
    Factuality.ASSERTED: 0,
    Factuality.EXPECTED: 1,
    Factuality.POSSIBLE: 2,
    Factuality.DENIED: 3,
}


def resolved_claims(
    claims: Iterable[Claim], resolution: Resolution, schema: Schema
) -> tuple[ResolvedClaim, ...]:
    """Each claim once, about canonical things; sorted by the claim's IRI.

    An inverse is turned round, the ends of a symmetric property are sorted, a sub-property stays what it is.
    """
    ordered = {claim.iri(schema.names).value: claim for claim in claims}
    existence = _existence(ordered.values(), schema)
    shared: dict[Term, Term] = {}
    return tuple(
        _resolve(iri, ordered[iri], existence, resolution, schema, shared) for iri in sorted(ordered)
    )


def _existence(claims: Iterable[Claim], schema: Schema) -> Mapping[str, Factuality]:
    """How firmly each document holds that its frames exist; things with names are there in any case."""
    found: dict[str, Factuality] = {}
    named: dict[str, bool] = {}
    for claim in claims:
        if claim.predicate != RDF_TYPE or not isinstance(claim.object, NamedNode):
            continue
        class_iri, subject = claim.object.value, claim.subject.value
        if class_iri not in named:
            named[class_iri] = class_is_named(schema, class_iri)
        if not named[class_iri] and is_local(subject, claim.source.value):
            known = found.get(subject, claim.factuality)
            found[subject] = min(known, claim.factuality, key=_FIRMNESS.__getitem__)
    return found


def _resolve(
    iri: str,
    claim: Claim,
    existence: Mapping[str, Factuality],
    resolution: Resolution,
    schema: Schema,
    shared: dict[Term, Term],
) -> ResolvedClaim:
    # Most things are spoken of often, and their names take more room than the rest of a claim.
    terms = (resolution.term(term) for term in (claim.subject, claim.object))
    about, value = (shared.setdefault(term, term) for term in terms)
    predicate = claim.predicate.value
    ends = [existence.get(claim.subject.value, Factuality.ASSERTED)]
    if isinstance(value, NamedNode):
        ends.append(existence.get(claim.object.value, Factuality.ASSERTED))
        if predicate in schema.inverses:
            predicate = schema.inverses[predicate]
            about, value = value, about
        if predicate in schema.symmetric and value.value < about.value:
            about, value = value, about
    exists = _weakest(*ends)
    return ResolvedClaim(
        iri=NamedNode(iri),
        claim=claim,
        about=sys.intern(about.value),
        predicate=sys.intern(predicate),
        value=value,
        factuality=_weakest(exists, claim.factuality),
        existence=exists,
    )


def _weakest(*factualities: Factuality) -> Factuality:
    return max(factualities, key=_FIRMNESS.__getitem__)
