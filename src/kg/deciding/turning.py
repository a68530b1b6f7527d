"""What would turn a contradiction: each rule of the policy tried with a claim that is only supposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from kg.claims import Term
from kg.deciding.piles import Standing
from kg.deciding.policy import Policy, Question, Weight, lateness, weight
from kg.deciding.records import Rule
from kg.deciding.values import Camp
from kg.names import local_name
from kg.periods import Period
from kg.resolving import period_of
from kg.schema import Schema

_ALWAYS = Period(99991231, 99991231)
_MOST_WITNESSES = 12
_MOST_AUTHORITIES = 3
_MOST_ALIKE = 3
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
    entitled, standings = policy.entitled(question), [policy.standing(camp) for camp in camps]
    weights = [weight(standing, entitled) for standing in standings]
    deciding = telling(weights)
    for place, camp in enumerate(camps):
        if camp is winner:
            continue
        others = [weights[n] for n in deciding if n != place]
        ways = [*_ways(policy, entitled, weights[place], others, standings[place])]
        for language, words in _WORDS.items():
            told = "; ".join(_told(way, words, policy.schema, language) for way in ways)
            if told:
                found.append((language, f"{name(camp, language)}: {told}"))
    return tuple(sorted(found))


Way = tuple[Rule, tuple[str, ...]]


def telling(weights: Sequence[Weight]) -> list[int]:
    """The places of those camps that decide whether another one wins: the latest few of each that weigh alike.

    Camps that differ in their last day alone fall together or not at all, and of days only the last two count,
    beside the one of the camp that is asked for.
    """
    alike: dict[tuple[bool, bool, int], list[int]] = defaultdict(list)
    for place, own in enumerate(weights):
        alike[own.upheld, own.entitled, own.witnesses].append(place)
    latest = [
        sorted(places, key=lambda n: lateness(weights[n].last), reverse=True) for places in alike.values()
    ]
    return [place for places in latest for place in places[:_MOST_ALIKE]]


def _ways(
    policy: Policy, entitled: frozenset[str], own: Weight, others: Sequence[Weight], standing: Standing
) -> Iterator[Way]:
    """What a claim that is supposed changes of a camp's weight is all that its author and its day are to it."""

    def wins(supposed: Weight) -> bool:
        return policy.is_chosen(supposed, others)

    if Rule.OVERRIDE in policy.order:
        yield Rule.OVERRIDE, ()
    speaking = own._replace(entitled=True)
    known, turning = entitled & standing.witnesses, set[str]()
    # Of all who have authority it only counts whether they are witnesses already.
    for more, entitled_ones in enumerate((known, entitled - known)):
        if entitled_ones and wins(speaking._replace(witnesses=own.witnesses + more)):
            turning |= entitled_ones
    if turning:
        yield Rule.AUTHORITY, tuple(sorted(turning)[:_MOST_AUTHORITIES])
    for number in _numbers_that_tell(own, others):
        if wins(own._replace(witnesses=own.witnesses + number)):
            yield Rule.MORE_WITNESSES, (str(number),)
            break
    later = own._replace(last=_ALWAYS)
    if (known and wins(later._replace(entitled=True))) or (len(known) < own.witnesses and wins(later)):
        yield Rule.LATER_DOCUMENT, ()


def _numbers_that_tell(own: Weight, others: Iterable[Weight]) -> list[int]:
    """How many more witnesses may turn anything: one, or just as many as another camp has, or one more."""
    lacking = [weight.witnesses - own.witnesses for weight in others]
    return sorted(n for n in {1, *lacking, *(n + 1 for n in lacking)} if 1 <= n <= _MOST_WITNESSES)


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
