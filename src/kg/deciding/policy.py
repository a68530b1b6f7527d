"""The policy: which of several camps is believed. Its order and its authorities are data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.deciding.piles import Pile, Standing
from kg.deciding.records import Rule
from kg.deciding.values import Camp
from kg.deciding.witnesses import Witnesses
from kg.names import KG
from kg.periods import Period
from kg.schema import Schema

_USUAL_ORDER = (
    Rule.OVERRIDE,
    Rule.FINER_PERIOD,
    Rule.AUTHORITY,
    Rule.MORE_WITNESSES,
    Rule.LATER_DOCUMENT,
)
_NEVER = 2.0
_RULES = {rule.value: rule for rule in _USUAL_ORDER}


@dataclass(frozen=True, slots=True)
class Authority:
    """Whose word counts for statements about things of a class.

    Args:
        classes: The classes.
        properties: The properties it is confined to; none for all.
        publishers: Canonical IRIs of those that have it.
        paths: Properties of the thing whose value has it.
    """

    classes: tuple[str, ...]
    properties: tuple[str, ...]
    publishers: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is disputed: a property of a thing, and the classes of the thing."""

    about: str
    predicate: str
    classes: frozenset[str]


class Weight(NamedTuple):
    """What the rules compare camps by.

    Args:
        upheld: An editor has upheld one of its claims.
        entitled: One who speaks for it has authority in the question.
        witnesses: How many independent ones it has.
        last: When its last dated text was issued; None where none has a date.
    """

    upheld: bool
    entitled: bool
    witnesses: int
    last: Period | None


@dataclass(frozen=True, slots=True)
class Policy:
    """Decides between camps.

    Args:
        schema: For sub-classes.
        witnesses: For publishers, dates and reprints.
        order: Rules to try, first to last.
        authorities: In a fixed order.
        values: (thing, property) → IRIs that are asserted of it; for `kg:authorityIs`.
        upheld: IRIs of claims that an editor has upheld.
    """

    schema: Schema
    witnesses: Witnesses
    order: tuple[Rule, ...]
    authorities: tuple[Authority, ...]
    values: Mapping[tuple[str, str], Collection[str]]
    upheld: frozenset[str] = field(default_factory=frozenset)

    def choose(self, question: Question, camps: Sequence[Camp]) -> tuple[Camp | None, Rule]:
        """The camp to believe and the rule that singled it out; None and `UNDECIDED` where none does.

        Each rule strikes out the camps that it does not favour; the next one goes on with the rest.
        """
        entitled = self.entitled(question)
        place, rule = self.choose_among(tuple(weight(self.standing(camp), entitled) for camp in camps))
        return (None if place is None else camps[place]), rule

    def choose_among(self, weights: Sequence[Weight]) -> tuple[int | None, Rule]:
        """As `choose`, of what camps weigh; the place of the one to believe."""
        left = [*range(len(weights))]
        for rule in self.order:
            favoured = _FAVOUR[rule]([weights[place] for place in left])
            left = [left[n] for n in favoured] or left
            if len(left) == 1:
                return left[0], rule
        return None, Rule.UNDECIDED

    def is_chosen(self, supposed: Weight, others: Sequence[Weight]) -> bool:
        """Whether `choose_among` would take one weight among others: asked so often that it ends at the first no."""
        left = [supposed, *others]
        for rule in self.order:
            favoured = _FAVOUR[rule](left)
            if favoured and favoured[0] != 0:
                return False
            if favoured:
                left = [left[n] for n in favoured]
            if len(left) == 1:
                return True
        return False

    def standing(self, camp: Camp) -> Standing:
        """What a camp is to the policy."""
        every = [self.weigh(pile) for pile in camp.all]
        if len(every) == 1:
            return every[0]
        return Standing(
            upheld=any(standing.upheld for standing in every[: len(camp.piles)]),
            publishers={who for standing in every for who in standing.publishers},
            witnesses={who for standing in every for who in standing.witnesses},
            last=later(standing.last for standing in every),
        )

    def weigh(self, pile: Pile) -> Standing:
        """What a pile is to the policy; each of its claims is looked at once, here and nowhere else."""
        pile.standing = known = pile.standing or Standing()
        for claim in pile.claims[pile.weighed :]:
            source = claim.source
            known.upheld |= claim.iri.value in self.upheld
            known.witnesses.add(self.witnesses.witness(source))
            publisher, issued = self.witnesses.publisher(source), self.witnesses.issued(source)
            if publisher is not None:
                known.publishers.add(publisher)
            if issued is not None:
                known.last = later((known.last, issued))
        pile.weighed = len(pile.claims)
        return known

    def entitled(self, question: Question) -> frozenset[str]:
        """Who has authority in a question."""
        found: set[str] = set()
        for authority in self.authorities:
            if authority.properties and question.predicate not in authority.properties:
                continue
            if any(self.schema.is_a(c, authority.classes) for c in question.classes):
                found.update(authority.publishers)
                for path in authority.paths:
                    found.update(self.values.get((question.about, path), ()))
        return frozenset(found)


def weight(standing: Standing, entitled: Collection[str]) -> Weight:
    """What a standing weighs in a question, by who has authority in it."""
    speaks = not standing.publishers.isdisjoint(entitled)
    return Weight(standing.upheld, speaks, len(standing.witnesses), standing.last)


def later(periods: Iterable[Period | None]) -> Period | None:
    """The last of several days."""
    return max((period for period in periods if period is not None), key=lateness, default=None)


def lateness(period: Period | None) -> tuple[int, int]:
    """To sort days by; before all days what has none."""
    return (period.latest, period.earliest) if period is not None else (0, 0)


def _overridden(camps: Sequence[Weight]) -> list[int]:
    return [n for n, camp in enumerate(camps) if camp.upheld]


def _finer(camps: Sequence[Weight]) -> list[int]:
    """Nothing to strike out: a period that contains another never makes a camp of its own."""
    return []


def _authorised(camps: Sequence[Weight]) -> list[int]:
    return [n for n, camp in enumerate(camps) if camp.entitled]


def _attested(camps: Sequence[Weight]) -> list[int]:
    most = max(camp.witnesses for camp in camps)
    return [n for n, camp in enumerate(camps) if camp.witnesses == most]


def _latest(camps: Sequence[Weight]) -> list[int]:
    """The camp whose last dated text is later than the last of each other; never one without a date."""
    dated = [(camp.last, n) for n, camp in enumerate(camps) if camp.last is not None]
    if len(dated) < 2:
        return []
    last, place = max(dated, key=lambda pair: lateness(pair[0]))
    later = all(other == place or period.latest < last.earliest for period, other in dated)
    return [place] if later else []


_FAVOUR: dict[Rule, Callable[[Sequence[Weight]], list[int]]] = {
    Rule.OVERRIDE: _overridden,
    Rule.FINER_PERIOD: _finer,
    Rule.AUTHORITY: _authorised,
    Rule.MORE_WITNESSES: _attested,
    Rule.LATER_DOCUMENT: _latest,
}


def alike(schema: Schema) -> float:
    """From which share of their wording on two texts count as one witness (`kg:nearCopy` of the policy)."""
    index = schema.policy
    said = [index.first(node, KG + "nearCopy") for node in sorted(index.instances(KG + "Policy"), key=str)]
    shares = [float(value.value) for value in said if isinstance(value, Literal)]
    return min(shares, default=_NEVER)


def read_policy(
    schema: Schema,
    witnesses: Witnesses,
    values: Mapping[tuple[str, str], Collection[str]],
    upheld: frozenset[str] = frozenset(),
) -> Policy:
    """The policy that the ontology states: `kg:Policy` with `kg:order`, and each `kg:AuthorityRule`.

    Without a `kg:Policy` the rules are tried in the order Override, FinerPeriod, Authority, MoreWitnesses,
    LaterDocument.
    """
    index = schema.policy
    order: list[Rule] = []
    for node in sorted(index.instances(KG + "Policy"), key=str):
        listed = index.list(index.first(node, KG + "order"))
        names = (item.value.removeprefix(KG) for item in listed if isinstance(item, NamedNode))
        order += [_RULES[name] for name in names if name in _RULES]
    authorities = tuple(
        Authority(
            classes=index.iris(node, KG + "onClass"),
            properties=index.iris(node, KG + "onProperty"),
            publishers=index.iris(node, KG + "authority"),
            paths=index.iris(node, KG + "authorityIs"),
        )
        for node in sorted(index.instances(KG + "AuthorityRule"), key=str)
    )
    return Policy(schema, witnesses, tuple(dict.fromkeys(order)) or _USUAL_ORDER, authorities, values, upheld)
