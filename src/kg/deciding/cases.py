"""What is to be decided: the claims in canonical terms, who speaks, and what an editor judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import NamedNode

from kg.claims import Claim, Factuality
from kg.deciding.canonical import resolved_claims
from kg.deciding.judging import Judged, Judgement, judged
from kg.deciding.policy import Policy, alike, read_policy
from kg.deciding.records import ResolvedClaim, Source
from kg.deciding.settling import Bench, Properties
from kg.deciding.witnesses import Witnesses
from kg.names import RDF_TYPE, RDFS_LABEL
from kg.register import class_is_named
from kg.resolving import Note, Resolution, period_of
from kg.schema import Schema

LAST_DAY = 99991231
"""When a document without a date of publication becomes known: never, as far as any real day is asked for."""


def known_day(source: Source | None) -> int:
    """The day from which on a source is surely known: the last on which it may have been published."""
    return source.issued.latest if source is not None and source.issued is not None else LAST_DAY


@dataclass(frozen=True)
class Case:
    """What decisions are made from.

    Args:
        schema: Shapes tell of which property there is one; the ontology holds the policy.
        resolution: Of the claims.
        sources: Source IRI → what is known of it.
        said: Every claim in canonical terms, sorted by IRI.
        heard: Those that count: not refused by an editor, and not the names of what the register names.
        policy: Without values; see `bench`.
        properties: Shared by all that is decided.
        notes: What a maintainer should look at.
    """

    schema: Schema
    resolution: Resolution
    sources: Mapping[str, Source]
    said: tuple[ResolvedClaim, ...]
    heard: tuple[ResolvedClaim, ...]
    policy: Policy
    properties: Properties
    notes: tuple[Note, ...] = ()

    def bench(self, asserted: Sequence[ResolvedClaim]) -> Bench:
        """For all asserted claims on some things: their classes, and whom they give authority."""
        policy = replace(self.policy, values=_values(asserted, self.steering))
        return Bench(self.schema, policy, classes_of(asserted, self.schema), self.properties)

    @cached_property
    def steering(self) -> frozenset[str]:
        """Properties of a thing whose value has authority on it."""
        return frozenset(path for authority in self.policy.authorities for path in authority.paths)

    @cached_property
    def days(self) -> Mapping[NamedNode, int]:
        """Claim IRI → the first day, YYYYMMDD, on which it surely was known.

        That is the last day on which its source may have been published. A document without a date is known at
        no past day (`LAST_DAY`). What the register says by an address without a date counts from the last day
        that its entry names; where it names none, at any time (0) if it is about a thing with a name, such as
        what a town lies in, and else at no past day either.
        """
        sources = [claim.source for claim in self.said]
        known = {source: known_day(self.sources.get(source)) for source in {*sources}}
        undated = [c for c, source in zip(self.said, sources, strict=True) if known[source] == LAST_DAY]
        found = {c.iri: known[source] for c, source in zip(self.said, sources, strict=True)}
        return found | self._days_of_register(undated)

    def _days_of_register(self, undated: Iterable[ResolvedClaim]) -> dict[NamedNode, int]:
        """Days of what the register says by addresses without a date, of all claims by such sources."""
        named: dict[tuple[str, str], int] = defaultdict(int)
        for claim in undated:
            period = period_of(claim.value.value, self.schema.names)
            if period is not None:
                key = (claim.source, claim.claim.subject.value)
                named[key] = max(named[key], period.latest)
        return {c.iri: self._day(c, named) for c in undated if c.claim.evidence.start < 0}

    def _day(self, claim: ResolvedClaim, named: Mapping[tuple[str, str], int]) -> int:
        subject = claim.claim.subject.value
        return named.get((claim.source, subject), 0 if subject in self.schema.things else LAST_DAY)

    @cached_property
    def speaking(self) -> Mapping[str, int]:
        """Things as claims speak of them, with the day of the first claim that does."""
        found: dict[str, int] = {}
        for claim in self.said:
            day = self.days[claim.iri]
            for term in (claim.claim.subject.value, claim.claim.object.value):
                if found.get(term, LAST_DAY) >= day:
                    found[term] = day
        return found

    def on(self, day: int) -> Case:
        """The same with the claims alone that were known on a day; things stay what all together make them."""
        return replace(
            self,
            said=tuple(claim for claim in self.said if self.days[claim.iri] <= day),
            heard=tuple(claim for claim in self.heard if self.days[claim.iri] <= day),
        )


def prepare(
    claims: Iterable[Claim],
    resolution: Resolution,
    schema: Schema,
    sources: Mapping[str, Source],
    judgements: Sequence[Judgement] = (),
) -> Case:
    """Bring claims into canonical terms and hear the editors.

    Args:
        claims: Of all documents and of the register, in any order.
        resolution: Of the same claims.
        schema: See `Case`.
        sources: A source that is missing speaks for itself, without a date.
        judgements: Of editors, on claims or on triples.
    """
    said = resolved_claims(claims, resolution, schema)
    verdicts = judged(judgements, said)
    witnesses = Witnesses(sources, resolution, alike(schema))
    refused = verdicts.refused
    return Case(
        schema=schema,
        resolution=resolution,
        sources=sources,
        said=said,
        heard=tuple(c for c in said if c.iri.value not in refused and not _is_naming(c, schema)),
        policy=read_policy(schema, witnesses, {}, verdicts.upheld),
        properties=Properties(schema),
        notes=(*_unknown(said, sources), *_idle(verdicts)),
    )


def _is_naming(claim: ResolvedClaim, schema: Schema) -> bool:
    """Name and class of a thing that the register names: it has them there, in their proper form."""
    if claim.predicate not in (RDF_TYPE.value, RDFS_LABEL.value) or claim.about not in schema.things:
        return False
    return any(class_is_named(schema, c) for c in schema.things[claim.about].classes)


def classes_of(asserted: Iterable[ResolvedClaim], schema: Schema) -> dict[str, frozenset[str]]:
    """Thing → its classes: those of the register and those asserted."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in asserted:
        if claim.about not in found and claim.about in schema.things:
            found[claim.about] |= schema.things[claim.about].classes
        kinds = found[claim.about]
        if claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode):
            kinds.add(claim.value.value)
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {iri: shared.setdefault(frozenset(kinds), frozenset(kinds)) for iri, kinds in found.items()}


def _values(asserted: Iterable[ResolvedClaim], steering: Collection[str]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in asserted:
        if claim.predicate in steering and isinstance(claim.value, NamedNode):
            found[claim.about, claim.predicate].add(claim.value.value)
    return found


def asserted_of(claims: Iterable[ResolvedClaim]) -> list[ResolvedClaim]:
    return [claim for claim in claims if claim.factuality is Factuality.ASSERTED]


def _idle(verdicts: Judged) -> Iterator[Note]:
    for judgement in verdicts.idle:
        yield Note(judgement.iri, "judges a claim that no source makes any more")


def _unknown(claims: Iterable[ResolvedClaim], sources: Mapping[str, Source]) -> Iterator[Note]:
    for iri in sorted({claim.source for claim in claims} - sources.keys()):
        yield Note(iri, "speaks for itself: neither publisher nor date is known")
