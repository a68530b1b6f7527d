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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pyoxigraph import NamedNode, Triple

from kg.claims import Factuality
from kg.deciding.cases import LAST_DAY, Case, asserted_of, classes_of
from kg.deciding.counts import Lists, World
from kg.deciding.denials import Denials, confirm, hear, is_denial
from kg.deciding.graphs import contradiction_triples, counted_triples, decision_triples
from kg.deciding.handing import handed_on
from kg.deciding.histories import NUMBERS, Histories, Settled, Turn, Unit
from kg.deciding.numbers import Tally, settle_numbers
from kg.deciding.records import Contradiction, CountedClaim, Decided, Decision, Key, ResolvedClaim, Status
from kg.deciding.settling import Bench, Outcome
from kg.names import RDF_TYPE, kg
from kg.resolving import count_shape
from kg.schema import Schema

_COUNTED_FROM = kg("countedFrom")


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What was decided at which time.

    Args:
        days: The day with which each epoch begins, YYYYMMDD; the last may be `LAST_DAY`.
        decisions: Triples of decisions and contradictions → the epochs in which they stood.
        facts: Believed triples → the epochs in which they were believed.
    """

    days: tuple[int, ...]
    decisions: Mapping[Triple, int]
    facts: Mapping[Triple, int]

    @property
    def always(self) -> int:
        """All epochs."""
        return (1 << len(self.days)) - 1

    def since(self, day: int) -> int:
        """The epochs that begin on a day or later."""
        return self.always >> (first := bisect_left(self.days, day)) << first

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
        arriving[place[case.days[claim.iri.value]]].append(claim)
    clerk = _Clerk(case, epochs, (*known, *case.schema.ontology), histories or Histories(case))
    for epoch, claims in enumerate(arriving):
        clerk.hear(epoch, claims)
    clerk.close(len(epochs))
    return clerk.decided(), Chronicle(epochs, clerk.decisions, clerk.facts)


@dataclass
class _Thing:
    """What is said of one thing so far, and what came of it."""

    asserted: list[ResolvedClaim] = field(default_factory=list)
    denied: list[ResolvedClaim] = field(default_factory=list)
    classes: frozenset[str] = frozenset()
    bench: Bench | None = None
    denials: Denials = field(default_factory=Denials)
    groups: dict[Unit, list[ResolvedClaim]] = field(default_factory=dict)

    def left(self) -> list[ResolvedClaim]:
        return [claim for group in self.groups.values() for claim in group]


@dataclass(frozen=True, slots=True)
class _Held:
    """An outcome and since which epoch it stands."""

    since: int
    settled: Settled
    triples: frozenset[Triple]


class _Clerk:
    """Keeps what was decided, unit by unit, and for how long."""

    def __init__(
        self, case: Case, days: Sequence[int], undisputed: tuple[Triple, ...], histories: Histories
    ) -> None:
        self.decisions: dict[Triple, int] = defaultdict(int)
        self.facts: dict[Triple, int] = defaultdict(int)
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
        self._counted = _Counted(case, self._world)
        self._steering = {path for rule in case.policy.authorities for path in rule.paths} | {RDF_TYPE.value}

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
            self._numbers(epoch)

    def _again(
        self, about: str, asserted: Sequence[ResolvedClaim], turns: Iterable[Turn], epoch: int
    ) -> None:
        """Let come of a thing what came of it before."""
        thing = self._things[about]
        thing.asserted += asserted
        if any(claim.predicate == RDF_TYPE.value for claim in asserted) or not thing.classes:
            thing.classes = classes_of(thing.asserted, self._case.schema)[about]
        for turn in turns:
            self._put(turn.unit, epoch, turn.settled, frozenset(self._triples(turn.unit, turn.settled)))
        self._counted.learn(about, thing.classes, thing.asserted, thing.asserted)

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
                if isinstance(claim.value, NamedNode):
                    self._pointing[claim.value.value].add(about)
                whole |= bool(thing.denied) or thing.bench is None or claim.predicate in self._steering
        return whole

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
        thing.groups = defaultdict(list)
        for claim in sorted(thing.asserted, key=lambda claim: claim.iri.value):
            self._group(thing, claim)
        denials = (about, "denials", "")
        for unit in sorted({*thing.groups, *self._by_thing[about]} - {denials}):
            self._unit(thing, unit, epoch)
        self._keep(denials, epoch, Settled(contradictions=thing.denials.contradictions))
        self._learn_numbers(about, thing)

    def _part(self, about: str, claims: Iterable[ResolvedClaim], epoch: int) -> None:
        thing = self._things[about]
        for unit in sorted({unit for claim in claims if (unit := self._group(thing, claim)) is not None}):
            thing.groups[unit].sort(key=lambda claim: claim.iri.value)
            self._unit(thing, unit, epoch)
        self._learn_numbers(about, thing)

    def _learn_numbers(self, about: str, thing: _Thing) -> None:
        assert thing.bench is not None
        classes = thing.bench.classes.get(about, frozenset())
        self._counted.learn(about, classes, thing.left(), thing.asserted)

    def _group(self, thing: _Thing, claim: ResolvedClaim) -> Unit | None:
        """Put a claim beside those that it is compared with; None where it counts for nothing."""
        assert thing.bench is not None
        if not thing.denials.leave(claim) or claim.about in self._gone or claim.value.value in self._gone:
            return None
        path = thing.bench.watched(claim)
        unit = (claim.about, path, "") if path else (claim.about, claim.predicate, str(claim.value))
        thing.groups.setdefault(unit, []).append(claim)
        return unit

    def _unit(self, thing: _Thing, unit: Unit, epoch: int) -> None:
        assert thing.bench is not None
        out = Outcome()
        claims = thing.groups.get(unit, ())
        if unit[2] and claims:
            thing.bench.settle_many(claims, out)
        elif claims and not thing.bench.is_number(*unit[:2]):
            thing.bench.settle_one(unit[1], claims, out)
        self._keep(unit, epoch, Settled(tuple(out.decisions), tuple(out.contradictions)))

    def _numbers(self, epoch: int) -> None:
        """Settle all numbers anew; what came of each is kept by itself, for most stay what they were."""
        counted = self._counted
        counted.stale = False
        turns = self._histories.numbers(self._days[epoch])
        if turns is not None:
            for turn in turns:
                self._put(turn.unit, epoch, turn.settled, frozenset(self._triples(turn.unit, turn.settled)))
            return
        groups = {
            unit[:2]: group
            for about in sorted(counted.counts)
            for unit, group in self._things[about].groups.items()
            if not unit[2] and self._bench(about).is_number(*unit[:2])
        }
        out = Outcome()
        found = settle_numbers(groups, counted.tally, self._bench, out, self._believed)
        made = _by_number(out, found)
        for unit in sorted({*made, *self._by_thing[NUMBERS]}):
            self._keep(unit, epoch, made.get(unit, Settled()))

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
        before = self._held.get(unit)
        # A contradiction that is what it was may name decisions that have come or gone.
        if before is not None and before.settled == settled and not settled.contradictions:
            return
        triples = frozenset(self._triples(unit, settled))
        if before is not None and before.triples == triples:
            self._held[unit] = replace(before, settled=settled)
            return
        if before is not None or triples:
            self._histories.add(self._days[epoch], unit, settled)
        self._put(unit, epoch, settled, triples)

    def _put(self, unit: Unit, epoch: int, settled: Settled, triples: frozenset[Triple]) -> None:
        self._end(unit, epoch, triples)
        if not triples:
            return
        self._held[unit] = _Held(epoch, settled, triples)
        self._by_thing[unit[0]].add(unit)
        if unit[0] != NUMBERS:
            self._learn(settled.decisions)

    def _triples(self, unit: Unit, settled: Settled) -> Iterator[Triple]:
        names = self._case.schema.names
        for decision in settled.decisions:
            yield from decision_triples(decision, names)
        if settled.contradictions:
            keys = {key for contradiction in settled.contradictions for key in contradiction.decisions}
            if unit[0] != NUMBERS:
                keys &= self._keys(unit, settled.decisions)
            for contradiction in settled.contradictions:
                yield from contradiction_triples(contradiction, keys, names)
        for each in settled.counted:
            yield from counted_triples(each, names)

    def _keys(self, unit: Unit, decisions: Iterable[Decision]) -> set[Key]:
        """What is decided on a thing."""
        others = (d for u in self._by_thing[unit[0]] for d in self._held[u].settled.decisions)
        return {d.key for d in (*decisions, *others)}

    def _learn(self, decisions: Iterable[Decision]) -> None:
        decided = [d for d in decisions if d.status is Status.DECIDED]
        self._world.add(d.triple for d in decided)
        for decision in decisions:
            if decision.predicate == RDF_TYPE:
                self._believed[decision.about.value] = decision

    def _end(self, unit: Unit, epoch: int, new: frozenset[Triple] = frozenset()) -> None:
        held = self._held.pop(unit, None)
        if held is None:
            return
        self._by_thing[unit[0]].discard(unit)
        self._note(held, epoch, new)
        if unit[0] == NUMBERS:
            return
        decisions = held.settled.decisions
        decided = (d.triple for d in decisions if d.status is Status.DECIDED)
        self._world.remove(triple for triple in decided if triple not in self._undisputed)
        for decision in decisions:
            if decision.predicate == RDF_TYPE and self._believed.get(decision.about.value) == decision:
                del self._believed[decision.about.value]

    def _note(self, held: _Held, epoch: int, new: frozenset[Triple]) -> None:
        epochs = (1 << epoch) - (1 << held.since)
        for triple in held.triples:
            self.decisions[triple] |= epochs
        for triple in held.triples - new if held.settled.counted else ():
            if triple.predicate == _COUNTED_FROM:
                del self.decisions[triple]
        for decision in held.settled.decisions:
            if decision.status is Status.DECIDED and decision.triple not in self._undisputed:
                self.facts[decision.triple] |= epochs

    def close(self, epoch: int) -> None:
        """The end: what stands now stood until here."""
        for unit in sorted(self._held):
            self._note(self._held[unit], epoch, self._held[unit].triples)

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


def _by_number(out: Outcome, counted: Iterable[CountedClaim]) -> dict[Unit, Settled]:
    """Outcomes by the number, or the pair of things, that they are about."""
    decisions: dict[Unit, list[Decision]] = defaultdict(list)
    contradictions: dict[Unit, list[Contradiction]] = defaultdict(list)
    numbers: dict[Unit, list[CountedClaim]] = defaultdict(list)
    for decision in out.decisions:
        decisions[NUMBERS, decision.about.value, ""].append(decision)
    for contradiction in out.contradictions:
        contradictions[NUMBERS, contradiction.about.value, contradiction.other].append(contradiction)
    for each in counted:
        numbers[NUMBERS, each.resolved.about, ""].append(each)
    return {
        unit: Settled(tuple(decisions[unit]), tuple(contradictions[unit]), tuple(numbers[unit]))
        for unit in {*decisions, *contradictions, *numbers}
    }


class _Counted:
    """Which things bear on numbers: counts, what they count, and what leads from one to the other."""

    def __init__(self, case: Case, world: World) -> None:
        schema = case.schema
        self.counts: set[str] = set()
        self.stale = False
        self.tally = Tally(world, Lists(case.resolution.unresolved, world))
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
    ) -> None:
        """Something about a thing was decided anew.

        Args:
            about: The thing.
            classes: Its classes.
            left: What is asserted of it and not refused.
            asserted: All that is asserted of it.
        """
        if not self._measured:
            return
        if any(count_shape(self._schema, c) for c in classes):
            self.counts.add(about)
            self.tally.learn(about, left)
            self.stale = True
            return
        if any(self._schema.is_a(c, self._measured) for c in classes):
            self.tally.lists.learn(about, left)
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
