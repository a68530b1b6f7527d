"""Claims on one thing and property → fact, decision, contradiction, expectation; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Triple

from kg.claims import Claim, Factuality
from kg.deciding.canonical import resolved_claims
from kg.deciding.counts import Lists, World, read_counts
from kg.deciding.denials import confirm, hear
from kg.deciding.graphs import expectations_graph, facts_graph
from kg.deciding.judging import (
    Judged,
    Judgement,
    Verdict,
    judged,
    judgement_iri,
    judgement_triples,
    read_judgements,
)
from kg.deciding.memberships import memberships
from kg.deciding.policy import Policy, alike, read_policy
from kg.deciding.records import (
    Contradiction,
    CountedClaim,
    Decided,
    Decision,
    Expectation,
    Key,
    Kind,
    ResolvedClaim,
    Rule,
    Source,
    Status,
)
from kg.deciding.scopes import scope_differences
from kg.deciding.settling import Bench, Outcome, Properties
from kg.deciding.sums import Sums
from kg.deciding.witnesses import Witnesses, register_sources
from kg.names import RDF_TYPE, RDFS_LABEL
from kg.register import class_is_named
from kg.resolving import Note, Resolution
from kg.schema import Schema

__all__ = [
    "Contradiction",
    "CountedClaim",
    "Decided",
    "Decision",
    "Expectation",
    "Judgement",
    "Kind",
    "Policy",
    "ResolvedClaim",
    "Rule",
    "Source",
    "Status",
    "Verdict",
    "Witnesses",
    "decide",
    "expectations_graph",
    "facts_graph",
    "judgement_iri",
    "judgement_triples",
    "read_judgements",
    "read_policy",
    "register_sources",
    "resolved_claims",
]

_Groups = dict[tuple[str, str], list[ResolvedClaim]]


def decide(
    claims: Iterable[Claim],
    resolution: Resolution,
    schema: Schema,
    sources: Mapping[str, Source],
    *,
    known: Iterable[Triple] = (),
    judgements: Sequence[Judgement] = (),
) -> Decided:
    """Decide what to believe of all that is said.

    Args:
        claims: Of all documents and of the register, in any order.
        resolution: Of the same claims.
        schema: Shapes tell of which property there is one; the ontology holds the policy.
        sources: Source IRI → what is known of it; a source that is missing speaks for itself, without a date.
        known: Triples that stand in the register's graph already; they are no facts a second time.
        judgements: Of editors, on claims or on triples.

    Returns:
        The same for the same claims in any order.
    """
    known = tuple(known)
    said = resolved_claims(claims, resolution, schema)
    verdicts = judged(judgements, said)
    heard = [c for c in said if c.iri.value not in verdicts.refused and not _is_naming(c, schema)]
    asserted = [claim for claim in heard if claim.factuality is Factuality.ASSERTED]
    classes = _classes(asserted, schema)
    policy = read_policy(
        schema, Witnesses(sources, resolution, alike(schema)), _values(asserted), verdicts.upheld
    )
    denials = hear(heard, policy, classes)
    left = [claim for claim in asserted if denials.leave(claim)]
    bench = Bench(schema, policy, classes, Properties(schema))
    out = Outcome(contradictions=list(denials.contradictions))
    counted = _settle(left, bench, out, resolution, (*known, *schema.ontology))
    decisions = [confirm(decision, denials.verdicts) for decision in out.decisions]
    return Decided(
        facts=_facts(decisions, {*known, *schema.ontology}),
        decisions=tuple(sorted(decisions, key=lambda d: d.key)),
        contradictions=tuple(
            sorted(
                out.contradictions,
                key=lambda c: (c.about.value, c.predicate.value, c.kind.value, c.other),
            )
        ),
        expectations=_expectations(heard),
        counted=tuple(counted),
        claims=said,
        notes=(*_notes(said, sources), *_idle(verdicts)),
    )


def _is_naming(claim: ResolvedClaim, schema: Schema) -> bool:
    """Name and class of a thing that the register names: it has them there, in their proper form."""
    if claim.predicate not in (RDF_TYPE.value, RDFS_LABEL.value) or claim.about not in schema.things:
        return False
    return any(class_is_named(schema, c) for c in schema.things[claim.about].classes)


def _classes(asserted: Iterable[ResolvedClaim], schema: Schema) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in asserted:
        if claim.about not in found and claim.about in schema.things:
            found[claim.about] |= schema.things[claim.about].classes
        kinds = found[claim.about]
        if claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode):
            kinds.add(claim.value.value)
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {iri: shared.setdefault(frozenset(kinds), frozenset(kinds)) for iri, kinds in found.items()}


def _values(asserted: Iterable[ResolvedClaim]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in asserted:
        if isinstance(claim.value, NamedNode):
            found[claim.about, claim.predicate].add(claim.value.value)
    return found


def _settle(
    claims: Sequence[ResolvedClaim],
    bench: Bench,
    out: Outcome,
    resolution: Resolution,
    undisputed: Iterable[Triple],
) -> list[CountedClaim]:
    """Everything but numbers first: what a number is held against must be decided before it."""
    groups: _Groups = defaultdict(list)
    many: list[ResolvedClaim] = []
    for claim in claims:
        path = bench.watched(claim)
        if path is None:
            many.append(claim)
        else:
            groups[claim.about, path].append(claim)
    bench.settle_many(many, out)
    nothing: frozenset[str] = frozenset()
    numbers = {k for k in groups if k[1] in bench.properties.numbers(bench.classes.get(k[0], nothing))}
    for key in sorted(groups.keys() - numbers):
        bench.settle_one(key[1], groups[key], out)
    world = World(bench.schema)
    world.add(undisputed)
    world.add(d.triple for d in out.decisions if d.status is Status.DECIDED)
    return _settle_counts(
        {key: groups[key] for key in sorted(numbers)}, claims, bench, out, resolution, world
    )


def _settle_counts(
    groups: Mapping[tuple[str, str], list[ResolvedClaim]],
    claims: Sequence[ResolvedClaim],
    bench: Bench,
    out: Outcome,
    resolution: Resolution,
    world: World,
) -> list[CountedClaim]:
    counts = read_counts(claims, world)
    believed = frozenset(d.about.value for d in out.decisions if d.predicate == RDF_TYPE)
    lists = Lists(claims, believed, resolution.unresolved, world)
    sums = Sums(counts, world, {claim.iri.value: claim for claim in claims})
    of_counts = {count.iri for count in counts}
    for key in sorted(groups.keys()):
        if key[0] not in of_counts:
            bench.settle_one(key[1], groups[key], out)
    found: list[CountedClaim] = []
    for count in sums.order():
        against = [*lists.against(count), *sums.against(count)]
        before = len(out.decisions)
        for about, path in sorted(key for key in groups if key[0] == count.iri):
            bench.settle_one(path, [*groups[about, path], *(c.resolved for c in against)], out)
            found += against
        sums.learn(out.decisions[before:])
    out.contradictions += scope_differences(counts, out.decisions, world)
    out.contradictions += memberships(counts, claims, lists, out.decisions)
    return found


def _facts(decisions: Iterable[Decision], elsewhere: set[Triple]) -> tuple[Triple, ...]:
    believed = {d.triple for d in decisions if d.status is Status.DECIDED}
    return tuple(sorted(believed - elsewhere, key=str))


def _expectations(claims: Iterable[ResolvedClaim]) -> tuple[Expectation, ...]:
    groups: dict[tuple[Key, str], list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        if claim.factuality in (Factuality.EXPECTED, Factuality.POSSIBLE):
            groups[claim.key, claim.factuality.value].append(claim)
    return tuple(
        Expectation(
            about=NamedNode(group[0].about),
            predicate=NamedNode(group[0].predicate),
            value=group[0].value,
            factuality=group[0].factuality,
            claims=tuple(claim.iri for claim in group),
        )
        for _, group in sorted(groups.items())
    )


def _idle(verdicts: Judged) -> Iterator[Note]:
    for judgement in verdicts.idle:
        yield Note(judgement.iri, "judges a claim that no source makes any more")


def _notes(claims: Iterable[ResolvedClaim], sources: Mapping[str, Source]) -> tuple[Note, ...]:
    unknown = sorted({claim.source for claim in claims} - sources.keys())
    return tuple(Note(iri, "speaks for itself: neither publisher nor date is known") for iri in unknown)
