"""What deciding hands on, once everything is settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Triple

from kg.claims import Factuality
from kg.deciding.cases import Case
from kg.deciding.records import (
    Contradiction,
    CountedClaim,
    Decided,
    Decision,
    Expectation,
    Key,
    ResolvedClaim,
    Status,
)


def handed_on(
    case: Case,
    decisions: Iterable[Decision],
    contradictions: Iterable[Contradiction],
    counted: Iterable[CountedClaim],
    undisputed: Collection[Triple],
) -> Decided:
    """Everything sorted, with the facts and the expectations.

    Args:
        case: The claims.
        decisions: In any order, as the others.
        contradictions: With their sides.
        counted: Bounds counted from lists.
        undisputed: Triples that are no facts a second time.
    """
    decided = tuple(
        replace(d, winners=tuple(d.winners), losers=tuple(d.losers))
        for d in sorted(decisions, key=lambda d: d.key)
    )
    return Decided(
        facts=_facts(decided, undisputed),
        decisions=decided,
        contradictions=tuple(
            replace(c, sides=tuple(c.sides))
            for c in sorted(
                contradictions, key=lambda c: (c.about.value, c.predicate.value, c.kind.value, c.other)
            )
        ),
        expectations=_expectations(case.heard),
        counted=tuple(sorted({*counted}, key=_by_number)),
        claims=case.said,
        notes=case.notes,
    )


def handed_on_but_why(case: Case, facts: Iterable[Triple], counted: Iterable[CountedClaim]) -> Decided:
    """As `handed_on`, of facts that were found already; decisions and contradictions are told elsewhere."""
    return Decided(
        facts=tuple(sorted(facts, key=str)),
        decisions=(),
        contradictions=(),
        expectations=_expectations(case.heard),
        counted=tuple(sorted({*counted}, key=_by_number)),
        claims=case.said,
        notes=case.notes,
    )


def _by_number(counted: CountedClaim) -> tuple[str, int, str]:
    return counted.resolved.about, int(counted.resolved.value.value), counted.resolved.iri.value


def _facts(decisions: Iterable[Decision], elsewhere: Collection[Triple]) -> tuple[Triple, ...]:
    believed = {d.triple for d in decisions if d.status is Status.DECIDED}
    return tuple(sorted((t for t in believed if t not in elsewhere), key=str))


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
