"""Claims on one thing and property → fact, decision, contradiction, expectation; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Triple

from kg.claims import Claim
from kg.deciding.canonical import resolved_claims
from kg.deciding.cases import LAST_DAY, Case, asserted_of, known_day, prepare
from kg.deciding.chronicle import Chronicle, chronicle, decide_over_time, deciding_over_time
from kg.deciding.counts import Lists, World
from kg.deciding.denials import confirm, hear
from kg.deciding.graphs import decided_triples, expectations_graph, facts_graph, plain_triples
from kg.deciding.handing import handed_on
from kg.deciding.histories import Entry, Histories, Kept
from kg.deciding.judging import (
    Judgement,
    Verdict,
    judgement_iri,
    judgement_triples,
    read_judgements,
)
from kg.deciding.numbers import Tally
from kg.deciding.policy import Policy, read_policy
from kg.deciding.records import (
    Contradiction,
    CountedClaim,
    Decided,
    Decision,
    Expectation,
    Kind,
    ResolvedClaim,
    Rule,
    Source,
    Status,
    Unit,
)
from kg.deciding.settling import Bench, Group, Outcome
from kg.deciding.witnesses import Witnesses, register_sources
from kg.names import RDF_TYPE
from kg.resolving import Resolution
from kg.schema import Schema

__all__ = [
    "LAST_DAY",
    "Case",
    "Chronicle",
    "Contradiction",
    "CountedClaim",
    "Decided",
    "Decision",
    "Entry",
    "Expectation",
    "Histories",
    "Judgement",
    "Kept",
    "Kind",
    "Policy",
    "ResolvedClaim",
    "Rule",
    "Source",
    "Status",
    "Verdict",
    "Witnesses",
    "chronicle",
    "decide",
    "decide_case",
    "decide_over_time",
    "decided_triples",
    "deciding_over_time",
    "expectations_graph",
    "facts_graph",
    "judgement_iri",
    "judgement_triples",
    "known_day",
    "plain_triples",
    "prepare",
    "read_judgements",
    "read_policy",
    "register_sources",
    "resolved_claims",
]


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
    return decide_case(prepare(claims, resolution, schema, sources, judgements), known)


def decide_case(case: Case, known: Iterable[Triple] = ()) -> Decided:
    """As `decide`, of what was prepared."""
    undisputed = (*known, *case.schema.ontology)
    asserted = asserted_of(case.heard)
    bench = case.bench(asserted)
    denials = hear(case.heard, bench.policy, bench.classes)
    left = [claim for claim in asserted if denials.leave(claim)]
    out = Outcome(contradictions=list(denials.contradictions))
    counted = _settle(left, bench, out, case.resolution, undisputed)
    decisions = [confirm(decision, denials.verdicts) for decision in out.decisions]
    return handed_on(case, decisions, out.contradictions, counted, frozenset(undisputed))


def _settle(
    claims: Sequence[ResolvedClaim],
    bench: Bench,
    out: Outcome,
    resolution: Resolution,
    undisputed: Iterable[Triple],
) -> list[CountedClaim]:
    """Everything but numbers first: what a number is held against must be decided before it."""
    groups: dict[Unit, Group] = {}
    about: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        about[claim.about].append(claim)
        bench.put(claim, groups.setdefault(bench.unit(claim), Group(claim.about)))
    numbers: dict[str, dict[str, Group]] = defaultdict(dict)
    for (thing, path, value), group in groups.items():
        if value:
            bench.settle_many(group, out)
        elif bench.is_number(thing, path):
            numbers[thing][path] = group
        else:
            bench.settle_one(path, group, out)
    world = World(bench.schema)
    world.add(undisputed)
    world.add(d.triple for d in out.decisions if d.status is Status.DECIDED)
    believed = {d.about.value: d for d in out.decisions if d.predicate == RDF_TYPE}
    lists = Lists(resolution.unresolved, world)
    tally = Tally(world, lists, lambda thing: numbers[thing], lambda thing: bench, believed)
    for thing, said in about.items():
        lists.learn(thing, said)
        tally.learn(thing, said)
    settled = tally.settle().values()
    out.decisions += (d for each in settled for d in each.decisions)
    out.contradictions += (c for each in settled for c in each.contradictions)
    return [counted for each in settled for counted in each.counted]
