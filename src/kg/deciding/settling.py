"""Claims on one thing and property → decisions, and a contradiction where they cannot all hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.claims import Term
from kg.deciding.policy import Policy, Question
from kg.deciding.records import Contradiction, Decision, Key, Kind, ResolvedClaim, Rule, Status
from kg.deciding.turning import term_name, turning_points
from kg.deciding.values import Camp, Extent, by_extent, camps_of, extent
from kg.names import KG
from kg.resolving import count_shape
from kg.schema import Schema, Slot


@dataclass(slots=True)
class Outcome:
    """What was found so far; grows."""

    decisions: list[Decision] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


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


@dataclass
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

    def settle_many(self, claims: Iterable[ResolvedClaim], out: Outcome) -> None:
        """A property of which there may be many: each value is believed."""
        groups: dict[Key, list[ResolvedClaim]] = defaultdict(list)
        for claim in claims:
            groups[claim.key].append(claim)
        for group in groups.values():
            out.decisions.append(_decision(group, group[0].value, self._accord(group)))

    def settle_one(self, path: str, claims: Sequence[ResolvedClaim], out: Outcome) -> None:
        """A property of which there is one: `claims` are all of one thing."""
        extents = by_extent(claims, self.extent)
        camps = camps_of(extents)
        if len(camps) == 1:
            self._believe(extents, camps[0], (), None, out)
            return
        question = self.question(claims[0].about, path)
        winner, rule = self.policy.choose(question, camps)
        before = len(out.decisions)
        if winner is None:
            self._leave_open(extents, camps, out)
        else:
            others = {c.iri for camp in camps for c in camp.all} - {c.iri for c in winner.all}
            self._believe(extents, winner, _sorted(others), rule, out)
        made = out.decisions[before:]
        named = [d.key for d in made if winner is None or _says(d, winner)]
        out.contradictions.append(
            Contradiction(
                about=NamedNode(question.about),
                predicate=NamedNode(path),
                kind=self._kind(question, path, camps),
                sides=_sorted({c.iri for camp in camps for c in camp.all}),
                decisions=tuple(named),
                rule=rule,
                status=Status.OPEN if winner is None else Status.DECIDED,
                changes=turning_points(self.policy, question, camps, winner, self.camp_name),
            )
        )

    def camp_name(self, camp: Camp, language: str) -> str:
        """What a camp says, for people."""
        value = camp.claims[0].value
        bound = self.properties.bound(
            self.classes.get(camp.claims[0].about, frozenset()), camp.claims[0].predicate
        )
        return ("≥ " if bound else "") + term_name(value, self.schema, language)

    def _believe(
        self,
        extents: Mapping[Extent, Sequence[ResolvedClaim]],
        camp: Camp,
        losers: tuple[NamedNode, ...],
        rule: Rule | None,
        out: Outcome,
    ) -> None:
        """Of each property in the group, the finest value that fits the camp."""
        assert camp.extent is not None
        fitting: dict[str, list[Extent]] = defaultdict(list)
        for wide, claims in extents.items():
            if wide.covers(camp.extent):
                for path in sorted({c.predicate for c in claims}):
                    fitting[path].append(wide)
        for path in sorted(fitting):
            found = sorted(fitting[path], key=lambda e: (e.width, -e.low))
            own = [c for c in extents[found[0]] if c.predicate == path]
            coarser = [c for e in found[1:] for c in extents[e] if c.predicate == path]
            finer = bool(coarser) and camp.extent.kind == "period"
            lost = _sorted({*losers, *(c.iri for c in coarser if finer)})
            accord = self._accord(own + coarser)
            why = rule or (Rule.FINER_PERIOD if finer else accord)
            value = min((c.value for c in own), key=str)
            out.decisions.append(_decision(own, value, why, lost))

    def _leave_open(
        self, extents: Mapping[Extent, Sequence[ResolvedClaim]], camps: Sequence[Camp], out: Outcome
    ) -> None:
        everyone = {c.iri for camp in camps for c in camp.all}
        for camp in camps:
            by_property: dict[str, list[ResolvedClaim]] = defaultdict(list)
            for claim in camp.claims:
                by_property[claim.predicate].append(claim)
            for path in sorted(by_property):
                own = by_property[path]
                lost = _sorted(everyone - {c.iri for c in camp.all})
                value = min((c.value for c in own), key=str)
                out.decisions.append(_decision(own, value, Rule.UNDECIDED, lost, Status.OPEN))

    def _accord(self, claims: Sequence[ResolvedClaim]) -> Rule:
        if any(claim.iri.value in self.policy.upheld for claim in claims):
            return Rule.OVERRIDE
        if len(claims) > 1 and self.policy.witnesses.count(c.source for c in claims) > 1:
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


def _says(decision: Decision, winner: Camp) -> bool:
    said = {claim.iri for claim in winner.claims}
    return any(iri in said for iri in decision.winners)


def _decision(
    own: Sequence[ResolvedClaim],
    value: Term,
    rule: Rule,
    losers: tuple[NamedNode, ...] = (),
    status: Status = Status.DECIDED,
) -> Decision:
    return Decision(
        about=NamedNode(own[0].about),
        predicate=NamedNode(own[0].predicate),
        value=value,
        winners=_sorted({c.iri for c in own}),
        losers=losers,
        rule=rule,
        status=status,
    )


def _sorted(iris: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    return tuple(sorted(iris, key=lambda iri: iri.value))
