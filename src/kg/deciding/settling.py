"""Claims on one thing and property → decisions, and a contradiction where they cannot all hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from pyoxigraph import NamedNode

from kg.deciding.piles import Claims, Pile
from kg.deciding.policy import Policy, Question
from kg.deciding.records import Contradiction, Decision, Key, Kind, ResolvedClaim, Rule, Status, Unit
from kg.deciding.turning import term_name, turning_points
from kg.deciding.values import Camp, Extent, camps_of, extent
from kg.names import KG
from kg.resolving import count_shape
from kg.schema import Schema, Slot

_SAME = Extent("other", Decimal(0), Decimal(0))
"""In place of what claims leave open that all say the same."""


@dataclass(slots=True)
class Outcome:
    """What was found so far; grows."""

    decisions: list[Decision] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Claims on one thing that are decided as one.

    Args:
        about: The thing.
        piles: What they leave open, and their property → the claims.
    """

    about: str
    piles: dict[tuple[Extent, str], Pile] = field(default_factory=dict)

    def put(self, claim: ResolvedClaim, wide: Extent) -> None:
        pile = self.piles.get((wide, claim.predicate))
        if pile is None:
            self.piles[wide, claim.predicate] = Pile.of([claim])
        else:
            pile.put(claim)


@dataclass
class Properties:
    """Which property of a thing claims are compared on; worked out once for each set of classes."""

    schema: Schema
    _slots: dict[frozenset[str], Mapping[str, Slot]] = field(default_factory=dict)
    _roots: dict[tuple[frozenset[str], str], str | None] = field(default_factory=dict)
    _numbers: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def slots(self, classes: frozenset[str]) -> Mapping[str, Slot]:
        if classes not in self._slots:
            found: dict[str, Slot] = {}
            for class_iri in sorted(classes):
                for slot in self.schema.slots_of(class_iri):
                    known = found.get(slot.path)
                    # The stricter of two shapes watches.
                    if known is None or (known.most != 1 and slot.most == 1):
                        found[slot.path] = slot
            self._slots[classes] = found
        return self._slots[classes]

    def watched(self, classes: frozenset[str], path: str) -> str | None:
        """The property of which there is one, above `path` or the same; None where there may be many."""
        key = (classes, path)
        if key not in self._roots:
            self._roots[key] = self._root(classes, path)
        return self._roots[key]

    def bound(self, classes: frozenset[str], path: str) -> bool:
        """Whether a property gives the least that another one may be."""
        slot = self.slots(classes).get(path)
        return slot is not None and "leastOf" in slot.hints

    def numbers(self, classes: frozenset[str]) -> frozenset[str]:
        """The properties that give the number of a count."""
        if classes not in self._numbers:
            shapes = (count_shape(self.schema, c) for c in classes)
            self._numbers[classes] = frozenset(s.exact for s in shapes if s is not None and s.exact)
        return self._numbers[classes]

    def kind(self, path: str) -> Kind | None:
        """What a contradiction on a property is called, where the ontology says so (`kg:conflictKind`)."""
        lineage = (path, *sorted(self.schema.superproperties.get(path, ())))
        named = (n for p in lineage for n in self.schema.policy.iris(NamedNode(p), KG + "conflictKind"))
        return next((Kind(n.removeprefix(KG)) for n in named if n.removeprefix(KG) in set(Kind)), None)

    def _root(self, classes: frozenset[str], path: str) -> str | None:
        slots = self.slots(classes)
        if self.bound(classes, path):
            return slots[path].hints["leastOf"][0]
        if path in self.numbers(classes) or any(path in s.hints.get("leastOf", ()) for s in slots.values()):
            return path
        lineage = sorted({path, *self.schema.superproperties.get(path, ())})
        one = [p for p in lineage if p in slots and slots[p].most == 1]
        top = [p for p in one if not any(o in one for o in self.schema.superproperties.get(p, ()))]
        return next(iter(top or one), None)


@dataclass(slots=True)
class Bench:
    """Settles groups of asserted claims.

    Args:
        schema: For names and shapes.
        policy: For what is disputed.
        classes: Thing → its classes, those of the register and those asserted.
    """

    schema: Schema
    policy: Policy
    classes: Mapping[str, frozenset[str]]
    properties: Properties

    def question(self, about: str, path: str) -> Question:
        return Question(about, path, self.classes.get(about, frozenset()))

    def watched(self, claim: ResolvedClaim) -> str | None:
        return self.properties.watched(self.classes.get(claim.about, frozenset()), claim.predicate)

    def is_number(self, about: str, path: str) -> bool:
        """Whether a property gives the number of a count."""
        return path in self.properties.numbers(self.classes.get(about, frozenset()))

    def extent(self, claim: ResolvedClaim) -> Extent:
        classes = self.classes.get(claim.about, frozenset())
        return extent(claim.value, self.schema.names, bound=self.properties.bound(classes, claim.predicate))

    def unit(self, claim: ResolvedClaim) -> Unit:
        """What a claim is decided with."""
        path = self.watched(claim)
        return (claim.about, path, "") if path else claim.key

    def put(self, claim: ResolvedClaim, group: Group) -> None:
        """Put a claim beside those that it is compared with."""
        group.put(claim, self.extent(claim) if self.watched(claim) else _SAME)

    def settle_many(self, group: Group, out: Outcome) -> None:
        """A property of which there may be many: the value that all these claims say is believed."""
        piles = [*group.piles.values()]
        out.decisions.append(_decision(group.about, piles, self._accord(piles)))

    def settle_one(self, path: str, group: Group, out: Outcome, beside: Sequence[ResolvedClaim] = ()) -> None:
        """A property of which there is one.

        Args:
            path: The property.
            group: All claims that give it.
            out: Grows.
            beside: What follows from other claims, and is held against these.
        """
        extents = self._by_extent(group, beside)
        camps = camps_of(extents)
        if len(camps) == 1:
            self._believe(group.about, extents, camps[0], (), None, out)
            return
        question = self.question(group.about, path)
        winner, rule = self.policy.choose(question, camps)
        if winner is None:
            named = self._leave_open(group.about, camps, out)
        else:
            others = [pile for camp in camps for pile in camp.all if pile not in winner.all]
            named = self._believe(group.about, extents, winner, others, rule, out)
        out.contradictions.append(
            Contradiction(
                about=NamedNode(question.about),
                predicate=NamedNode(path),
                kind=self._kind(question, path, camps),
                sides=Claims.on(pile for camp in camps for pile in camp.all),
                decisions=tuple(named),
                rule=rule,
                status=Status.OPEN if winner is None else Status.DECIDED,
                changes=turning_points(self.policy, question, camps, winner, self.camp_name),
            )
        )

    def _by_extent(self, group: Group, beside: Sequence[ResolvedClaim]) -> dict[Extent, list[Pile]]:
        found: dict[Extent, list[Pile]] = defaultdict(list)
        for (wide, _), pile in group.piles.items():
            found[wide].append(pile)
        for claim in beside:
            found[self.extent(claim)].append(Pile.of([claim]))
        return {key: found[key] for key in sorted(found)}

    def camp_name(self, camp: Camp, language: str) -> str:
        """What a camp says, for people."""
        first = camp.first
        bound = self.properties.bound(self.classes.get(first.about, frozenset()), first.predicate)
        return ("≥ " if bound else "") + term_name(first.value, self.schema, language)

    def _believe(
        self,
        about: str,
        extents: Mapping[Extent, Sequence[Pile]],
        camp: Camp,
        losers: Sequence[Pile],
        rule: Rule | None,
        out: Outcome,
    ) -> list[Key]:
        """Of each property in the group, the finest value that fits the camp; found: those that the camp says."""
        assert camp.extent is not None
        fitting: dict[str, list[Extent]] = defaultdict(list)
        for wide, piles in extents.items():
            if wide.covers(camp.extent):
                for path in sorted({pile.predicate for pile in piles}):
                    fitting[path].append(wide)
        said: list[Key] = []
        for path in sorted(fitting):
            wides = sorted(fitting[path], key=lambda e: (e.width, -e.low))
            own = [p for p in extents[wides[0]] if p.predicate == path]
            coarser = [p for e in wides[1:] for p in extents[e] if p.predicate == path]
            finer = bool(coarser) and camp.extent.kind == "period"
            why = rule or (Rule.FINER_PERIOD if finer else self._accord(own + coarser))
            out.decisions.append(_decision(about, own, why, [*losers, *(coarser if finer else ())]))
            if any(pile in camp.piles for pile in own):
                said.append(out.decisions[-1].key)
        return said

    def _leave_open(self, about: str, camps: Sequence[Camp], out: Outcome) -> list[Key]:
        made: list[Decision] = []
        for camp in camps:
            by_property: dict[str, list[Pile]] = defaultdict(list)
            for pile in camp.piles:
                by_property[pile.predicate].append(pile)
            lost = [pile for other in camps for pile in other.all if pile not in camp.all]
            for path in sorted(by_property):
                made.append(_decision(about, by_property[path], Rule.UNDECIDED, lost, Status.OPEN))
        out.decisions += made
        return [decision.key for decision in made]

    def _accord(self, piles: Sequence[Pile]) -> Rule:
        if not self.policy.upheld and sum(len(pile.claims) for pile in piles) == 1:
            return Rule.ONLY_CLAIM
        standings = [self.policy.weigh(pile) for pile in piles]
        if any(standing.upheld for standing in standings):
            return Rule.OVERRIDE
        if len({who for standing in standings for who in islice(standing.witnesses, 2)}) > 1:
            return Rule.AGREED
        return Rule.ONLY_CLAIM

    def _kind(self, question: Question, path: str, camps: Sequence[Camp]) -> Kind:
        named = self.properties.kind(path)
        if named is not None:
            return named
        if any(camp.extent and camp.extent.kind == "period" for camp in camps):
            return Kind.DATE
        numbers = any(camp.extent and camp.extent.kind == "number" for camp in camps)
        if numbers and self.properties.numbers(question.classes):
            return Kind.COUNT
        return Kind.VALUE


def _decision(
    about: str, own: Sequence[Pile], rule: Rule, losers: Iterable[Pile] = (), status: Status = Status.DECIDED
) -> Decision:
    return Decision(
        about=NamedNode(about),
        predicate=NamedNode(own[0].predicate),
        value=min((pile.value for pile in own), key=str),
        winners=Claims.on(own),
        losers=Claims.on(losers),
        rule=rule,
        status=status,
    )
