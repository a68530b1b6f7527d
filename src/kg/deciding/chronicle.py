"""Since when what is believed is known, and what was believed before: decided anew whenever something was published.

Time is counted in epochs: the days on which any source was published, in order. A set of epochs is a number
whose bit i stands for epoch i, so that what holds from the third of five epochs on is 0b11100.

Sources:
    The idea of a fact with the times at which it is held is Snodgrass's transaction time ("Developing
    Time-Oriented Database Applications in SQL", 1999); sets of epochs as bits go with the annotations of Green,
    Karvounarakis and Tannen, "Provenance Semirings" (2007).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Generic, TypeVar

from pyoxigraph import NamedNode, Triple

from kg.claims import Factuality
from kg.deciding.cases import LAST_DAY, Case, asserted_of, classes_of
from kg.deciding.counts import Lists, World
from kg.deciding.denials import Denials, confirm, hear, is_denial
from kg.deciding.graphs import (
    Link,
    Told,
    contradiction_frame,
    contradiction_links,
    counted_triples,
    decision_frame,
    decision_links,
)
from kg.deciding.handing import handed_on
from kg.deciding.histories import Histories, Turn
from kg.deciding.numbers import Tally
from kg.deciding.piles import turned
from kg.deciding.records import NUMBERS, Decided, Decision, Key, ResolvedClaim, Settled, Status, Unit
from kg.deciding.settling import Bench, Group, Outcome
from kg.names import RDF_TYPE, kg
from kg.resolving import count_shape
from kg.schema import Schema

_COUNTED_FROM = kg("countedFrom")
_DENIALS = "denials"
"""In place of a property in the unit of what is denied of a thing."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What was decided at which time.

    Args:
        days: The day with which each epoch begins, YYYYMMDD; the last may be `LAST_DAY`.
        decisions: The terms of triples of decisions and contradictions → the epochs in which these stood.
        facts: Believed triples → the epochs in which they were believed.
    """

    days: tuple[int, ...]
    decisions: dict[Told, int]
    facts: Mapping[Triple, int]

    @property
    def always(self) -> int:
        """All epochs."""
        return (1 << len(self.days)) - 1

    def since(self, day: int) -> int:
        """The epochs that begin on a day or later."""
        return self.always >> (first := bisect_left(self.days, day)) << first

    def first(self, day: int) -> int:
        """The day of the first epoch that begins on a day or later; of the last one, where none does."""
        return self.days[min(bisect_left(self.days, day), len(self.days) - 1)] if self.days else LAST_DAY

    def spells(self, epochs: int) -> list[tuple[int, int]]:
        """A set of epochs as runs, each from the day of its first epoch to the day on which it is over."""
        return list(_spells(self.days, epochs))


@lru_cache(maxsize=65_536)
def _spells(days: tuple[int, ...], epochs: int) -> tuple[tuple[int, int], ...]:
    # Asked for each of many triples, of which most share their epochs.
    found: list[tuple[int, int]] = []
    for i, begins in enumerate(days):
        if epochs >> i & 1:
            ends = days[i + 1] if i + 1 < len(days) else LAST_DAY + 1
            before = found[-1] if found and found[-1][1] == begins else None
            found[-1 if before else len(found) :] = [(before[0] if before else begins, ends)]
    return tuple(found)


def chronicle(case: Case, known: Iterable[Triple] = ()) -> Chronicle:
    """As `decide_over_time`: what was decided when."""
    return decide_over_time(case, known)[1]


def decide_over_time(
    case: Case, known: Iterable[Triple] = (), histories: Histories | None = None
) -> tuple[Decided, Chronicle]:
    """Decide at each day on which a source was published, from what was published by then.

    Only what a new source speaks of is decided anew. Which things are the same is taken from all sources
    together: identity is not a matter of time. So are editors' judgements.

    Args:
        case: All claims.
        known: Triples that nobody disputes, known at any time.
        histories: Of the same case: what came of things at an earlier time. It takes down what comes of others.

    Returns:
        What is decided in the end, as `decide_case` decides it, and what was decided when.
    """
    epochs = tuple(sorted({*case.days.values()}))
    place = {day: i for i, day in enumerate(epochs)}
    arriving: list[list[ResolvedClaim]] = [[] for _ in epochs]
    for claim in case.heard:
        arriving[place[case.days[claim.iri]]].append(claim)
    clerk = _Clerk(case, epochs, (*known, *case.schema.ontology), histories or Histories(case))
    for epoch, claims in enumerate(arriving):
        clerk.hear(epoch, claims)
    found = clerk.decided(), Chronicle(epochs, clerk.decisions.of, clerk.facts.of)
    clerk.leave()
    return found


@dataclass(slots=True)
class _Thing:
    """What is said of one thing so far, and what came of it."""

    asserted: list[ResolvedClaim] = field(default_factory=list)
    denied: list[ResolvedClaim] = field(default_factory=list)
    classes: frozenset[str] = frozenset()
    bench: Bench | None = None
    denials: Denials = field(default_factory=Denials)
    groups: dict[Unit, Group] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Held:
    """An outcome that stands.

    Args:
        settled: What came of a unit.
        nodes: IRIs of its decisions, then of its contradictions.
        frame: What the graph tells of it but for the claims behind it, where that cannot be told again.
    """

    settled: Settled = field(default_factory=Settled)
    nodes: tuple[NamedNode, ...] = ()
    frame: frozenset[Told] | None = None

    def links(self) -> dict[tuple[NamedNode, NamedNode], Sequence[NamedNode]]:
        """By node and property the claims behind it."""
        many = len(self.settled.decisions)
        found: list[Link] = []
        for decision, node in zip(self.settled.decisions, self.nodes[:many], strict=True):
            found += decision_links(decision, node)
        for contradiction, node in zip(self.settled.contradictions, self.nodes[many:], strict=True):
            found += contradiction_links(contradiction, node)
        return {(node, path): claims for node, path, claims in found}


_NOTHING = _Held()

Standing = TypeVar("Standing")


class _Spans(Generic[Standing]):
    """Triples, or the terms of triples, with the epochs in which they stand, told by when that turns.

    Args:
        epochs: How many there are.
    """

    def __init__(self, epochs: int) -> None:
        self.of: dict[Standing, int] = {}
        always = (1 << epochs) - 1
        self._from = [always >> epoch << epoch for epoch in range(epochs)]
        self._shared: dict[int, int] = {}

    def turn(self, triple: Standing, epoch: int) -> None:
        """From this epoch on a triple stands that did not, or does not stand that did."""
        before = self.of.get(triple, 0)
        after = before ^ self._from[epoch] if before else self._from[epoch]
        if after:
            # Sets of many epochs are large, and most are those of other triples too.
            self.of[triple] = self._shared.setdefault(after, after)
        else:
            del self.of[triple]

    def only_from(self, triple: Standing, epoch: int) -> None:
        """A triple stands from this epoch on; whether it stood before is not told."""
        self.of[triple] = self._from[epoch]


class _Clerk:
    """Keeps what was decided, unit by unit, and for how long."""

    def __init__(
        self, case: Case, days: Sequence[int], undisputed: tuple[Triple, ...], histories: Histories
    ) -> None:
        self.decisions = _Spans[Told](len(days))
        self.facts = _Spans[Triple](len(days))
        self._case = case
        self._days = days
        self._histories = histories
        self._undisputed = frozenset(undisputed)
        self._world = World(case.schema)
        self._world.add(undisputed)
        self._things: dict[str, _Thing] = defaultdict(_Thing)
        self._pointing: dict[str, set[str]] = defaultdict(set)
        self._gone: set[str] = set()
        self._held: dict[Unit, _Held] = {}
        self._by_thing: dict[str, set[Unit]] = defaultdict(set)
        self._believed: dict[str, Decision] = {}
        lists = Lists(case.resolution.unresolved, self._world)
        self._tally = Tally(self._world, lists, self._numbers_of, self._bench, self._believed)
        self._counted = _Counted(case, self._tally)
        self._doubtful = {claim.about for claim in case.heard if is_denial(claim)}

    # --- one epoch ---------------------------------------------------------------------------------------

    def hear(self, epoch: int, claims: Iterable[ResolvedClaim]) -> None:
        """Take in what is published with an epoch, and decide anew what it touches."""
        said: dict[str, list[ResolvedClaim]] = defaultdict(list)
        for claim in claims:
            said[claim.about].append(claim)
        whole: set[str] = set()
        partly: dict[str, list[ResolvedClaim]] = {}
        for about, own in said.items():
            turns = self._histories.turns(about, self._days[epoch])
            asserted = asserted_of(own)
            if turns is not None and asserted:
                self._again(about, asserted, turns, epoch)
            elif turns is None and self._take_in(about, own):
                whole.add(about)
            elif turns is None and asserted:
                partly[about] = asserted
        for about in sorted(whole):
            whole |= self._existence(about)
        for about in sorted(whole):
            self._whole(about, epoch)
        for about in sorted(partly.keys() - whole):
            self._part(about, partly[about], epoch)
        if self._counted.stale:
            self._counted.stale = False
            self._numbers(epoch)

    def _again(
        self, about: str, asserted: Sequence[ResolvedClaim], turns: Iterable[Turn], epoch: int
    ) -> None:
        """Let come of a thing what came of it before."""
        thing = self._things[about]
        thing.asserted += asserted
        before = thing.classes
        if any(claim.predicate == RDF_TYPE.value for claim in asserted) or not before:
            thing.classes = classes_of(thing.asserted, self._case.schema)[about]
        for turn in turns:
            self._put(turn.unit, epoch, turn.settled)
        anew = thing.classes != before
        claims = thing.asserted if anew else asserted
        self._counted.learn(about, thing.classes, claims, claims, anew=anew)

    def _take_in(self, about: str, claims: Iterable[ResolvedClaim]) -> bool:
        """Whether a thing has to be decided anew as a whole, or only what these claims touch."""
        thing = self._things[about]
        whole = False
        for claim in claims:
            if is_denial(claim):
                thing.denied.append(claim)
                whole = True
            elif claim.factuality is Factuality.ASSERTED:
                thing.asserted.append(claim)
                if claim.value.value in self._doubtful:
                    self._pointing[claim.value.value].add(about)
                whole |= bool(thing.denied) or self._is_new_class(claim, thing.bench)
        return whole

    def _is_new_class(self, claim: ResolvedClaim, bench: Bench | None) -> bool:
        if bench is None:
            return True
        is_class = claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode)
        return is_class and claim.value.value not in bench.classes.get(claim.about, ())

    def _entitle(self, thing: _Thing, claims: Iterable[ResolvedClaim]) -> bool:
        """Whether claims put a thing under a new authority; those who decide on it then know of it."""
        assert thing.bench is not None
        values, is_new = {**thing.bench.policy.values}, False
        for claim in claims:
            if claim.predicate in self._case.steering and isinstance(claim.value, NamedNode):
                known = values.get((claim.about, claim.predicate), ())
                is_new |= claim.value.value not in known
                values[claim.about, claim.predicate] = {*known, claim.value.value}
        if is_new:
            thing.bench = replace(thing.bench, policy=replace(thing.bench.policy, values=values))
        return is_new

    def _existence(self, about: str) -> set[str]:
        """Hear whether a thing exists; where that has changed, what points to it is decided anew as well."""
        thing = self._things[about]
        thing.bench = self._case.bench(thing.asserted)
        if not thing.denied:
            return set()
        everyone = sorted([*thing.asserted, *thing.denied], key=lambda claim: claim.iri.value)
        thing.denials = hear(everyone, thing.bench.policy, thing.bench.classes)
        before = about in self._gone
        self._gone.discard(about)
        self._gone |= thing.denials.gone
        return {*self._pointing[about]} if before != (about in self._gone) else set()

    def _whole(self, about: str, epoch: int) -> None:
        thing = self._things[about]
        thing.bench = thing.bench or self._case.bench(thing.asserted)
        thing.groups = {}
        left = [claim for claim in thing.asserted if self._group(thing, claim) is not None]
        denials = (about, _DENIALS, "")
        for unit in sorted({*thing.groups, *self._by_thing[about]} - {denials}):
            self._unit(thing, unit, epoch)
        if thing.denied:
            self._keep(denials, epoch, Settled(contradictions=thing.denials.contradictions))
        classes = thing.bench.classes.get(about, frozenset())
        self._counted.learn(about, classes, left, thing.asserted, anew=True)

    def _part(self, about: str, claims: Sequence[ResolvedClaim], epoch: int) -> None:
        thing = self._things[about]
        is_entitled = self._entitle(thing, claims)
        units = {claim.iri: unit for claim in claims if (unit := self._group(thing, claim)) is not None}
        disputed = {unit for unit in thing.groups if not unit[2]} if is_entitled else ()
        for unit in sorted({*units.values(), *disputed}):
            self._unit(thing, unit, epoch)
        assert thing.bench is not None
        left = [claim for claim in claims if claim.iri in units]
        classes = thing.bench.classes.get(about, frozenset())
        self._counted.learn(about, classes, left, claims, anew=False)

    def _group(self, thing: _Thing, claim: ResolvedClaim) -> Unit | None:
        """Put a claim beside those that it is compared with; None where it counts for nothing."""
        assert thing.bench is not None
        if not thing.denials.leave(claim) or claim.about in self._gone or claim.value.value in self._gone:
            return None
        unit = thing.bench.unit(claim)
        if unit not in thing.groups:
            thing.groups[unit] = Group(claim.about)
        thing.bench.put(claim, thing.groups[unit])
        return unit

    def _unit(self, thing: _Thing, unit: Unit, epoch: int) -> None:
        assert thing.bench is not None
        out = Outcome()
        group = thing.groups.get(unit)
        if unit[2] and group:
            thing.bench.settle_many(group, out)
        elif group and not thing.bench.is_number(*unit[:2]):
            thing.bench.settle_one(unit[1], group, out)
        self._keep(unit, epoch, Settled(tuple(out.decisions), tuple(out.contradictions)))

    def _numbers(self, epoch: int) -> None:
        """What came of each number is kept by itself, for most stay what they were."""
        made = self._tally.settle()
        for unit in sorted(made):
            self._keep(unit, epoch, made[unit])

    def _numbers_of(self, about: str) -> Mapping[str, Group]:
        groups, bench = self._things[about].groups, self._bench(about)
        return {u[1]: group for u, group in groups.items() if not u[2] and bench.is_number(*u[:2])}

    def _bench(self, about: str) -> Bench:
        bench = self._things[about].bench
        assert bench is not None
        return bench

    # --- keeping -----------------------------------------------------------------------------------------

    def _keep(self, unit: Unit, epoch: int, settled: Settled) -> None:
        """Let an outcome stand from this epoch on in place of the one before."""
        verdicts = {
            key: verdict
            for about in {decision.about.value for decision in settled.decisions}
            for key, verdict in self._things[about].denials.verdicts.items()
        }
        if verdicts:
            settled = replace(settled, decisions=tuple(confirm(d, verdicts) for d in settled.decisions))
        if self._put(unit, epoch, settled):
            self._histories.add(self._days[epoch], unit, settled)

    def _put(self, unit: Unit, epoch: int, settled: Settled) -> bool:
        """As `_keep`, of what needs no more confirmation; found: whether anything has changed by it."""
        before = self._held.get(unit, _NOTHING)
        if unit[1] != _DENIALS and _but_claims(settled) == _but_claims(before.settled):
            after = _Held(settled, before.nodes)
            is_new = False
        else:
            after = self._holding(unit, settled)
            is_new = self._turn(unit, before, after, epoch)
        is_new |= self._turn_links(before, after, epoch)
        if settled.decisions or settled.contradictions or settled.counted:
            self._held[unit] = after
            self._by_thing[unit[0]].add(unit)
        elif before.nodes or before.settled.counted:
            del self._held[unit]
            self._by_thing[unit[0]].discard(unit)
        if unit[0] != NUMBERS and is_new:
            self._believe(before.settled.decisions, after.settled.decisions)
        return is_new

    def _holding(self, unit: Unit, settled: Settled) -> _Held:
        names = self._case.schema.names
        nodes = [decision.iri(names) for decision in settled.decisions]
        nodes += [contradiction.iri(names) for contradiction in settled.contradictions]
        held = _Held(settled, tuple(nodes))
        # Which decisions there are on a thing will not be known any more when they are told again.
        return replace(held, frame=self._frame(held, self._keys(unit[0]))) if unit[1] == _DENIALS else held

    def _frame(self, held: _Held, keys: Container[Key] | None = None) -> frozenset[Told]:
        """What the graph tells of an outcome but for the claims behind it."""
        if held.frame is not None:
            return held.frame
        names, frame, nodes = self._case.schema.names, set[Told](), iter(held.nodes)
        for decision, node in zip(held.settled.decisions, nodes, strict=False):
            frame.update(decision_frame(decision, node))
        for contradiction, node in zip(held.settled.contradictions, nodes, strict=True):
            decided = contradiction.decisions if keys is None else keys
            frame.update(contradiction_frame(contradiction, decided, node, names))
        for counted in held.settled.counted:
            frame.update(counted_triples(counted, names))
        return frozenset(frame)

    def _facts_of(self, held: _Held) -> set[Triple]:
        believed = {d.triple for d in held.settled.decisions if d.status is Status.DECIDED}
        return believed - self._undisputed

    def _turn(self, unit: Unit, before: _Held, after: _Held, epoch: int) -> bool:
        """Take down what stands from this epoch on and did not before, or the reverse; found: whether anything."""
        frames = self._frame(before), self._frame(after)
        for told in frames[0] ^ frames[1]:
            if told[1] != _COUNTED_FROM:
                self.decisions.turn(told, epoch)
            elif told in frames[1]:
                self.decisions.only_from(told, epoch)
            else:
                del self.decisions.of[told]
        facts = self._facts_of(before), self._facts_of(after)
        for triple in facts[0] ^ facts[1]:
            self.facts.turn(triple, epoch)
        if unit[0] != NUMBERS:
            self._world.remove(facts[0] - facts[1])
            self._world.add(facts[1] - facts[0])
        return frames[0] != frames[1]

    def _turn_links(self, before: _Held, after: _Held, epoch: int) -> bool:
        """The same of the claims behind it."""
        links, is_new = (before.links(), after.links()), False
        for node, path in {**links[0], **links[1]}:
            both = (link.get((node, path), ()) for link in links)
            for claim in turned(*both):
                self.decisions.turn((node, path, claim), epoch)
                is_new = True
        return is_new

    def _keys(self, about: str) -> set[Key]:
        """What is decided on a thing."""
        return {d.key for u in self._by_thing[about] for d in self._held[u].settled.decisions}

    def _believe(self, before: Iterable[Decision], after: Iterable[Decision]) -> None:
        """Take down which things are believed to exist."""
        known = self._believed
        for decision in before:
            about = decision.about.value
            if decision.predicate == RDF_TYPE and known.get(about) == decision:
                self._world.touched.add(about)
                del known[about]
        for decision in after:
            if decision.predicate == RDF_TYPE:
                self._world.touched.add(decision.about.value)
                known[decision.about.value] = decision

    def decided(self) -> Decided:
        """What stands now."""
        settled = [held.settled for held in self._held.values()]
        return handed_on(
            self._case,
            (decision for each in settled for decision in each.decisions),
            (contradiction for each in settled for contradiction in each.contradictions),
            (counted for each in settled for counted in each.counted),
            self._undisputed,
        )

    def leave(self) -> None:
        """Let go of everything: those who settle numbers know the clerk, and would keep it from being forgotten."""
        self.__dict__.clear()


def _but_claims(settled: Settled) -> tuple[object, ...]:
    """All that the graph tells of an outcome but the claims behind it."""
    return (
        [(d.about, d.predicate, d.value, d.rule, d.status) for d in settled.decisions],
        [replace(contradiction, sides=()) for contradiction in settled.contradictions],
        settled.counted,
    )


class _Counted:
    """Which things bear on numbers: counts, what they count, and what leads from one to the other."""

    def __init__(self, case: Case, tally: Tally) -> None:
        schema = case.schema
        self.stale = False
        self._tally = tally
        self._schema = schema
        shapes = [shape for c in schema.classes if (shape := count_shape(schema, c)) is not None]
        self._measured = tuple(sorted({shape.measured for shape in shapes}))
        self._paths = {step for shape in shapes for step in shape.scope_of}
        self._paths |= {schema.inverses[step] for step in self._paths if step in schema.inverses}
        self._occasions = tuple(
            sorted({k for shape in shapes for p in shape.occasions for k in _classes_of(schema, p)})
        )

    def learn(
        self,
        about: str,
        classes: frozenset[str],
        left: Sequence[ResolvedClaim],
        asserted: Sequence[ResolvedClaim],
        *,
        anew: bool,
    ) -> None:
        """Something about a thing was decided anew.

        Args:
            about: The thing.
            classes: Its classes.
            left: What is asserted of it and not refused.
            asserted: All that is asserted of it.
            anew: These claims are in place of those known before, not beside them.
        """
        if not self._measured:
            return
        if any(count_shape(self._schema, c) for c in classes):
            self._tally.learn(about, left, anew)
            self.stale = True
            return
        if any(self._schema.is_a(c, self._measured) for c in classes):
            self._tally.lists.learn(about, left, anew)
            self.stale = True
        leads = any(claim.predicate in self._paths for claim in asserted)
        self.stale |= leads or any(self._schema.is_a(c, self._occasions) for c in classes)


def _classes_of(schema: Schema, path: str) -> set[str]:
    return {
        k
        for shape in schema.classes.values()
        for slot in shape.slots
        if slot.path == path
        for k in slot.classes
    }
