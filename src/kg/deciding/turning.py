"""What would turn a contradiction: each rule of the policy tried with a claim that is only supposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from kg.claims import Term
from kg.deciding.policy import Policy, Question
from kg.deciding.records import ResolvedClaim, Rule, Source
from kg.deciding.values import Camp
from kg.names import local_name
from kg.periods import Period
from kg.resolving import period_of
from kg.schema import Schema

_ALWAYS = Period(99991231, 99991231)
_MOST_WITNESSES = 12
_MOST_AUTHORITIES = 3
_WORDS = {
    "en": {
        "override": "an editor's judgement",
        "authority": "a claim by {who}",
        "or": " or ",
        "witness": "one more independent witness",
        "witnesses": "{number} more independent witnesses",
        "later": "a later document by one of its sources",
    },
    "de": {
        "override": "das Urteil eines Bearbeiters",
        "authority": "eine Aussage von {who}",
        "or": " oder ",
        "witness": "ein weiterer unabhängiger Zeuge",
        "witnesses": "{number} weitere unabhängige Zeugen",
        "later": "ein späteres Dokument einer ihrer Quellen",
    },
}

Naming = Callable[[Camp, str], str]


def turning_points(
    policy: Policy, question: Question, camps: Sequence[Camp], winner: Camp | None, name: Naming
) -> tuple[tuple[str, str], ...]:
    """For each camp that is not believed, what would make it so.

    Args:
        policy: What decided.
        question: What is disputed.
        camps: All of them.
        winner: The camp that is believed; None for an open contradiction.
        name: What a camp says, in a language.

    Returns:
        (language, text), sorted; a text begins with what the camp says. Each way is found by letting the
        policy decide once more with the claims that it supposes; several ways at once are not tried.
    """
    found: list[tuple[str, str]] = []
    for camp in camps:
        if camp is winner:
            continue
        ways = [*_ways(policy, question, camps, camp)]
        for language, words in _WORDS.items():
            told = "; ".join(_told(way, words, policy.schema, language) for way in ways)
            if told:
                found.append((language, f"{name(camp, language)}: {told}"))
    return tuple(sorted(found))


Way = tuple[Rule, tuple[str, ...]]


def _ways(policy: Policy, question: Question, camps: Sequence[Camp], camp: Camp) -> Iterator[Way]:
    def wins(*supposed: Source) -> bool:
        return _wins(policy, question, camps, camp, supposed)

    if Rule.OVERRIDE in policy.order:
        yield Rule.OVERRIDE, ()
    entitled = [who for who in sorted(policy.entitled(question)) if wins(_source(0, who))]
    if entitled:
        yield Rule.AUTHORITY, tuple(entitled[:_MOST_AUTHORITIES])
    for number in range(1, _MOST_WITNESSES + 1):
        if wins(*(_source(n) for n in range(number))):
            yield Rule.MORE_WITNESSES, (str(number),)
            break
    same = sorted({policy.witnesses.witness(claim.source) for claim in camp.all})
    if any(wins(_source(0, who, _ALWAYS)) for who in same):
        yield Rule.LATER_DOCUMENT, ()


def _wins(
    policy: Policy, question: Question, camps: Sequence[Camp], camp: Camp, supposed: Sequence[Source]
) -> bool:
    first = camp.claims[0]
    more = tuple(_said_by(first, source) for source in supposed)
    fuller = replace(camp, claims=(*camp.claims, *more))
    tried = replace(policy, witnesses=policy.witnesses.supposing(supposed))
    winner, _ = tried.choose(question, [fuller if other is camp else other for other in camps])
    return winner is fuller


def _source(number: int, publisher: str | None = None, issued: Period | None = None) -> Source:
    """A source that nobody has; its address has no equal in a dataset."""
    return Source(
        iri=NamedNode(f"urn:x-supposed:{number}"),
        publisher=NamedNode(publisher) if publisher else None,
        issued=issued,
    )


def _said_by(claim: ResolvedClaim, source: Source) -> ResolvedClaim:
    return replace(claim, iri=source.iri, claim=replace(claim.claim, source=source.iri))


def _told(way: Way, words: dict[str, str], schema: Schema, language: str) -> str:
    rule, said = way
    if rule is Rule.OVERRIDE:
        return words["override"]
    if rule is Rule.AUTHORITY:
        names = [term_name(NamedNode(who), schema, language) for who in said]
        return words["authority"].format(who=words["or"].join(names))
    if rule is Rule.MORE_WITNESSES:
        return words["witness"] if said[0] == "1" else words["witnesses"].format(number=said[0])
    return words["later"]


def term_name(term: Term, schema: Schema, language: str) -> str:
    """A value for people: a thing by its name, a period by its days, a literal by its text."""
    if not isinstance(term, NamedNode):
        return term.value
    period = period_of(term.value, schema.names)
    if period is not None:
        return period.text
    thing = schema.things.get(term.value)
    return thing.name(language) if thing is not None else local_name(term.value)
