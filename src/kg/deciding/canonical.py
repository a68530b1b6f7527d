"""Claims in canonical terms: one direction for each property, no firmer than what they are about."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from kg.claims import Claim, Factuality
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
    canonical = _Canonical(_existence(ordered.values(), schema), resolution, schema)
    return tuple(canonical(ordered[iri]) for iri in sorted(ordered))


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


class _Canonical:
    """Brings claims into canonical terms.

    Args:
        existence: As `_existence` gives it.
        resolution: Of the claims.
        schema: Which properties are symmetric, or inverse to others.
    """

    def __init__(self, existence: Mapping[str, Factuality], resolution: Resolution, schema: Schema) -> None:
        self._existence, self._canonical, self._schema = existence, resolution.canonical, schema
        # Most things are spoken of often, and their names take more room than the rest of a claim.
        self._things: dict[str, NamedNode] = {}
        self._literals: dict[Literal, Literal] = {}

    def __call__(self, claim: Claim) -> ResolvedClaim:
        subject, predicate = claim.subject.value, claim.predicate.value
        about, value = self._thing(subject), claim.object
        exists = self._existence.get(subject, Factuality.ASSERTED)
        if isinstance(value, NamedNode):
            target = value.value
            value = self._thing(target)
            exists = _weaker(exists, self._existence.get(target, Factuality.ASSERTED))
            if predicate in self._schema.inverses:
                predicate = self._schema.inverses[predicate]
                about, value = value, about
            if predicate in self._schema.symmetric and value.value < about.value:
                about, value = value, about
        else:
            value = self._literals.setdefault(value, value)
        return ResolvedClaim(
            iri=claim.iri(self._schema.names),
            claim=claim,
            about=sys.intern(about.value),
            predicate=sys.intern(predicate),
            value=value,
            factuality=_weaker(exists, claim.factuality),
            existence=exists,
        )

    def _thing(self, iri: str) -> NamedNode:
        known = self._things.get(iri)
        if known is None:
            known = self._things[iri] = NamedNode(self._canonical.get(iri, iri))
        return known


def _weaker(one: Factuality, other: Factuality) -> Factuality:
    return one if one is other or _FIRMNESS[one] >= _FIRMNESS[other] else other
