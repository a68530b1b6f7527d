"""What one source asserts and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode

from kg.claims import Factuality
from kg.deciding.piles import Claims, Pile
from kg.deciding.policy import Policy, Question
from kg.deciding.records import Contradiction, Decision, Key, Kind, ResolvedClaim, Rule, Status
from kg.deciding.turning import turning_points
from kg.deciding.values import Camp
from kg.names import RDF_TYPE

_HOLDS = {"en": ("that it is not so", "that it is so"), "de": ("dass es nicht so ist", "dass es so ist")}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a triple holds although it is denied, and by which claims."""

    rule: Rule
    losers: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class Denials:
    """What is left of assertions once denials are heard.

    Args:
        contradictions: One for each disputed triple.
        verdicts: Triples that hold in spite of a denial.
        refused: Triples that do not hold, or of which it is open.
        gone: Things whose existence does not hold, or is open.
    """

    contradictions: tuple[Contradiction, ...] = ()
    verdicts: dict[Key, Verdict] = field(default_factory=dict)
    refused: frozenset[Key] = frozenset()
    gone: frozenset[str] = frozenset()

    def leave(self, claim: ResolvedClaim) -> bool:
        """Whether an asserted claim may still become a fact."""
        if claim.about in self.gone or claim.key in self.refused:
            return False
        return not isinstance(claim.value, NamedNode) or claim.value.value not in self.gone


def hear(claims: Sequence[ResolvedClaim], policy: Policy, classes: Mapping[str, frozenset[str]]) -> Denials:
    """Put asserted and denied claims about the same triple, or the same thing's existence, side by side."""
    denied: dict[Key, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        if is_denial(claim):
            denied[_matter(claim)].append(claim)
    asserted: dict[Key, list[ResolvedClaim]] = defaultdict(list)
    if denied:
        for claim in claims:
            if claim.factuality is Factuality.ASSERTED and _matter(claim) in denied:
                asserted[_matter(claim)].append(claim)
    contradictions: list[Contradiction] = []
    verdicts: dict[Key, Verdict] = {}
    refused: set[Key] = set()
    gone: set[str] = set()
    for key in sorted(asserted):
        about, path, value = key
        camps = [Camp((Pile.of(asserted[key]),)), Camp((Pile.of(denied[key]),))]
        question = Question(about, path, classes.get(about, frozenset()))
        winner, rule = policy.choose(question, camps)
        triples = sorted({claim.key for claim in asserted[key]})
        if winner is camps[0]:
            verdict = Verdict(rule, tuple(c.iri for c in denied[key]))
            verdicts.update((triple, verdict) for triple in triples)
        elif value:
            refused.add(key)
        else:
            gone.add(about)
        turns = turning_points(policy, question, camps, winner, _name)
        contradictions.append(_contradiction(key, camps, rule, winner, triples, turns))
    return Denials(tuple(contradictions), verdicts, frozenset(refused), frozenset(gone))


def _name(camp: Camp, language: str) -> str:
    return _HOLDS[language][camp.first.claim.factuality is not Factuality.DENIED]


def is_denial(claim: ResolvedClaim) -> bool:
    """Whether a claim denies something itself."""
    return claim.claim.factuality is Factuality.DENIED and not _implied(claim)


def _implied(claim: ResolvedClaim) -> bool:
    """A slot of a thing that is denied itself: the thing's own claim speaks for it."""
    return claim.predicate != RDF_TYPE.value and claim.existence is Factuality.DENIED


def _matter(claim: ResolvedClaim) -> Key:
    """Sources that disagree whether a thing exists need not agree on its class."""
    return (claim.about, claim.predicate, "") if claim.predicate == RDF_TYPE.value else claim.key


def _contradiction(
    key: Key,
    camps: Sequence[Camp],
    rule: Rule,
    winner: Camp | None,
    triples: Sequence[Key],
    turns: tuple[tuple[str, str], ...],
) -> Contradiction:
    return Contradiction(
        about=NamedNode(key[0]),
        predicate=NamedNode(key[1]),
        kind=Kind.FACTUALITY,
        sides=Claims.on(pile for camp in camps for pile in camp.piles).sorted(),
        decisions=tuple(triples) if winner is camps[0] else (),
        rule=rule,
        status=Status.OPEN if winner is None else Status.DECIDED,
        other=key[2],
        changes=turns,
    )


def confirm(decision: Decision, verdicts: dict[Key, Verdict]) -> Decision:
    """A decision that also says which denials it overrules."""
    verdict = verdicts.get(decision.key)
    if verdict is None:
        return decision
    losers = {iri.value: iri for iri in (*decision.losers, *verdict.losers)}
    plain = decision.rule in (Rule.ONLY_CLAIM, Rule.AGREED)
    return replace(
        decision,
        losers=tuple(losers[iri] for iri in sorted(losers)),
        rule=verdict.rule if plain else decision.rule,
    )
