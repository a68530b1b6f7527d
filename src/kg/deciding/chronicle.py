"""Since when what is believed is known, and what was believed before: decided anew whenever something was published.

Sources:
    The idea of a fact with the times at which it is held is Snodgrass's transaction time ("Developing
    Time-Oriented Database Applications in SQL", 1999); sets of epochs as bits go with the annotations of Green,
    Karvounarakis and Tannen, "Provenance Semirings" (2007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Generic, TypeVar

from pyoxigraph import NamedNode, Triple

from kg.aside import begun
from kg.claims import Factuality
from kg.deciding.annals import Annals, epochs_of, line, tell
from kg.deciding.cases import Case, asserted_of, classes_of
from kg.deciding.counts import Lists, World
from kg.deciding.denials import Denials, confirm, hear, is_denial
from kg.deciding.epochs import Epochs
from kg.deciding.graphs import (
    Link,
    Told,
    contradiction_frame,
    contradiction_links,
    counted_triples,
    decision_frame,
    decision_links,
)
from kg.deciding.handing import handed_on_but_why
from kg.deciding.histories import Entry, Histories, Kept, Turn, decisions_in
from kg.deciding.numbers import Tally
from kg.deciding.piles import turned
from kg.deciding.records import (
    NUMBERS,
    CountedClaim,
    Decided,
    Decision,
    Key,
    ResolvedClaim,
    Settled,
    Status,
    Unit,
)
from kg.deciding.settling import Bench, Group, Outcome
from kg.names import RDF_TYPE, kg

_COUNTED_FROM = kg("countedFrom")
_DENIALS = "denials"
"""In place of a property in the unit of what is denied of a thing."""
_WORTH_A_PROCESS = 200
"""Things that bear on numbers for which another process pays."""


@dataclass(frozen=True)
class Chronicle(Epochs):
    """What was decided at which time.

    Args:
        annals: By the thing, or by the name of a family of numbers, what came of it.
        counted: The terms of triples of counted claims → the epochs in which these stood.
        outcomes: What was decided in the end, to be looked up.
    """

    annals: Mapping[str, Annals] = field(default_factory=dict)
    counted: Mapping[Told, int] = field(default_factory=dict)
    outcomes: Outcomes = field(default_factory=lambda: Outcomes({}), compare=False)

    @cached_property
    def facts(self) -> dict[Triple, int]:
        """Believed triples → the epochs in which they were believed."""
        return epochs_of(self.annals.values(), self)

    def now(self, standing: Mapping[Triple, int]) -> Iterator[Triple]:
        """Those that stand in the last epoch."""
        return (triple for triple, epochs in standing.items() if epochs >> len(self.days) - 1)


@dataclass(frozen=True)
class Outcomes:
    """What was decided on things in the end: looked up where a rule keeps it out, or somebody asks where it is from.

    Args:
        kept: What is kept of things and families.
    """

    kept: Kept

    def on(self, thing: str) -> Iterator[Decision]:
        """The decisions on a thing, as they stand; in any order."""
        entry = self.kept.get(thing)
        if entry is not None and entry.turns:
            yield from decisions_in(thing, entry.turns)
        for settled in self.settled.get(thing, ()):
            yield from settled.decisions

    @cached_property
    def settled(self) -> Mapping[str, Sequence[Settled]]:
        """What came of numbers, and of things that have no turns, by the thing."""
        found = defaultdict[str, list[Settled]](list)
        for entry in self.kept.values():
            for unit, settled in entry.settled:
                found[unit[1] if unit[0] == NUMBERS else unit[0]].append(settled)
        return found


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
        What is decided in the end, as `decide_case` decides it, but for decisions and contradictions, which the
        annals tell of; and what was decided when.
    """
    with deciding_over_time(case, known, histories or Histories(case), aside=False) as found:
        return found()


@contextmanager
def deciding_over_time(
    case: Case, known: Iterable[Triple], histories: Histories, *, aside: bool
) -> Iterator[Callable[[], tuple[Decided, Chronicle]]]:
    """Begin with numbers, in a process of its own that is forked here, and decide the rest when it is asked for.

    Args:
        case: As `decide_over_time` takes it, like the others.
        known: See there.
        histories: See there.
        aside: Whether to use a second process, if there is enough for it to do.

    Yields:
        What gives what `decide_over_time` gives, to be asked for once.
    """
    epochs, undisputed = Epochs(tuple(sorted({*case.days.values()}))), (*known, *case.schema.ontology)
    numbers, rest = histories.parted()
    is_much = len(numbers.deciding) >= _WORTH_A_PROCESS
    with begun(partial(_anew, case, epochs, undisputed, numbers), aside=aside and is_much) as counted:

        def found() -> tuple[Decided, Chronicle]:
            # Of what rests, the very entries that were kept: by that it is told what needs not be kept again.
            kept = {**_decided(case, epochs, undisputed, rest), **numbers.at_rest(), **counted()}
            return _told(case, epochs, {name: kept[name] for name in sorted(kept)})

        yield found


def _anew(case: Case, epochs: Epochs, undisputed: tuple[Triple, ...], histories: Histories) -> Kept:
    """What came of all that does not rest, and of nothing else."""
    resting = histories.at_rest()
    kept = _decided(case, epochs, undisputed, histories)
    return {name: entry for name, entry in kept.items() if name not in resting}


def _decided(case: Case, epochs: Epochs, undisputed: tuple[Triple, ...], histories: Histories) -> Kept:
    """What came of all that does not rest, day by day, and of that which does."""
    place = {day: i for i, day in enumerate(epochs.days)}
    arriving: list[list[ResolvedClaim]] = [[] for _ in epochs.days]
    for claim in case.heard:
        if claim.about not in histories.resting:
            arriving[place[case.days[claim.iri]]].append(claim)
    clerk = _Clerk(case, epochs, undisputed, histories)
    for epoch, claims in enumerate(arriving):
        clerk.hear(epoch, claims)
    found = clerk.closed()
    clerk.leave()
    return found


def _told(case: Case, epochs: Epochs, kept: Kept) -> tuple[Decided, Chronicle]:
    """What stands now, and what came of everything over time."""
    counted = {told: epochs.of(spells) for entry in kept.values() for told, spells in entry.counted}
    annals = {name: entry.annals for name, entry in kept.items()}
    found = Chronicle(epochs.days, annals, counted, Outcomes(kept))
    bounds = (c for entry in kept.values() for _, settled in entry.settled for c in settled.counted)
    return handed_on_but_why(case, found.now(found.facts), bounds), found


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
        self.of: dict[str, dict[Standing, int]] = defaultdict(dict)
        """By whose annals tell of it."""
        always = (1 << epochs) - 1
        self._from = [always >> epoch << epoch for epoch in range(epochs)]
        self._shared: dict[int, int] = {}

    def turn(self, owner: str, triple: Standing, epoch: int) -> None:
        """From this epoch on a triple stands that did not, or does not stand that did."""
        own = self.of[owner]
        before = own.get(triple, 0)
        after = before ^ self._from[epoch] if before else self._from[epoch]
        if after:
            # Sets of many epochs are large, and most are those of other triples too.
            own[triple] = self._shared.setdefault(after, after)
        else:
            del own[triple]

    def only_from(self, owner: str, triple: Standing, epoch: int) -> None:
        """A triple stands from this epoch on; whether it stood before is not told."""
        self.of[owner][triple] = self._from[epoch]

    def never(self, owner: str, triple: Standing) -> None:
        """A triple does not stand; whether it stood before is not told."""
        del self.of[owner][triple]


class _Clerk:
    """Keeps what was decided, unit by unit, and for how long."""

    def __init__(
        self, case: Case, epochs: Epochs, undisputed: tuple[Triple, ...], histories: Histories
    ) -> None:
        self._epochs = epochs
        self._decisions = _Spans[Told](len(epochs.days))
        self._facts = _Spans[Triple](len(epochs.days))
        self._counts = _Spans[Told](len(epochs.days))
        self._case = case
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
        self._counted = _Counted(self._tally, histories)
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
            turns = self._histories.turns(about, self._epochs.days[epoch])
            asserted = asserted_of(own)
            if turns is not None and asserted:
                self._again(about, asserted, turns)
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

    def _again(self, about: str, asserted: Sequence[ResolvedClaim], turns: Iterable[Turn]) -> None:
        """Let come of a thing what came of it before, for those who settle numbers."""
        thing = self._things[about]
        thing.asserted += asserted
        before = thing.classes
        if any(claim.predicate == RDF_TYPE.value for claim in asserted) or not before:
            thing.classes = classes_of(thing.asserted, self._case.schema)[about]
        for turn in turns:
            held = self._held.get(turn.unit, _NOTHING)
            self._change_world(self._facts_of(held.settled), self._facts_of(turn.settled))
            self._held[turn.unit] = _Held(turn.settled)
            self._believe(held.settled.decisions, turn.settled.decisions)
        anew = thing.classes != before
        self._counted.learn(about, thing.classes, thing.asserted if anew else asserted, anew=anew)

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
        self._counted.learn(about, classes, left, anew=True)

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
        self._counted.learn(about, classes, left, anew=False)

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
            self._histories.add(self._epochs.days[epoch], unit, settled)

    def _put(self, unit: Unit, epoch: int, settled: Settled) -> bool:
        """As `_keep`, of what needs no more confirmation; found: whether anything has changed by it."""
        before = self._held.get(unit, _NOTHING)
        if unit[1] != _DENIALS and _but_claims(settled) == _but_claims(before.settled):
            after = _Held(settled, before.nodes)
            is_new = False
        else:
            after = self._holding(unit, settled)
            is_new = self._turn(unit, before, after, epoch)
        is_new |= self._turn_links(self._owner(unit), before, after, epoch)
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
        return frozenset(frame)

    def _owner(self, unit: Unit) -> str:
        """In whose annals an outcome is told: the thing's, or those of the family of a number."""
        if unit[0] != NUMBERS:
            return unit[0]
        return self._histories.bearing.family[unit[2] or unit[1]]

    def _facts_of(self, settled: Settled) -> set[Triple]:
        believed = {d.triple for d in settled.decisions if d.status is Status.DECIDED}
        return believed - self._undisputed

    def _change_world(self, before: set[Triple], after: set[Triple]) -> None:
        """Let those who settle numbers know what is believed."""
        if self._histories.settling:
            self._world.remove(before - after)
            self._world.add(after - before)

    def _turn(self, unit: Unit, before: _Held, after: _Held, epoch: int) -> bool:
        """Take down what stands from this epoch on and did not before, or the reverse; found: whether anything."""
        owner, frames = self._owner(unit), (self._frame(before), self._frame(after))
        for told in frames[0] ^ frames[1]:
            self._decisions.turn(owner, told, epoch)
        facts = self._facts_of(before.settled), self._facts_of(after.settled)
        for triple in facts[0] ^ facts[1]:
            self._facts.turn(owner, triple, epoch)
        if unit[0] != NUMBERS:
            self._change_world(*facts)
        counted = before.settled.counted, after.settled.counted
        if counted[0] != counted[1]:
            self._turn_counted(owner, *counted, epoch)
        return frames[0] != frames[1] or counted[0] != counted[1]

    def _turn_counted(
        self, owner: str, before: Iterable[CountedClaim], after: Iterable[CountedClaim], epoch: int
    ) -> None:
        names = self._case.schema.names
        frames = [
            {told for each in counted for told in counted_triples(each, names)} for counted in (before, after)
        ]
        for told in frames[0] ^ frames[1]:
            if told[1] != _COUNTED_FROM:
                self._counts.turn(owner, told, epoch)
            elif told in frames[1]:
                self._counts.only_from(owner, told, epoch)
            else:
                self._counts.never(owner, told)

    def _turn_links(self, owner: str, before: _Held, after: _Held, epoch: int) -> bool:
        """The same of the claims behind it."""
        links, is_new = (before.links(), after.links()), False
        for node, path in {**links[0], **links[1]}:
            both = (link.get((node, path), ()) for link in links)
            for claim in turned(*both):
                self._decisions.turn(owner, (node, path, claim), epoch)
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

    def closed(self) -> Kept:
        """What came of everything over time."""
        settled = defaultdict[str, list[Settled]](list)
        for unit, held in self._held.items():
            settled[unit[0]].append(held.settled)
        families = {family: self._family(family) for family in self._histories.settling}
        annals = {t: self._annals(t, settled.get(t, ())) for t in sorted(self._histories.deciding)}
        return self._histories.close(annals, families, {t: self._last(t) for t in self._histories.loose})

    def _annals(self, owner: str, settled: Iterable[Settled]) -> Annals:
        told, facts = self._decisions.of.get(owner, {}), self._facts.of.get(owner, {})
        return tell(told, facts, settled, self._epochs, self._case.schema.names)

    def _last(self, thing: str) -> list[tuple[Unit, Settled]]:
        """What came of a thing in the end, to be kept."""
        return [(unit, _with_claims(self._held[unit].settled)) for unit in sorted(self._by_thing[thing])]

    def _family(self, family: str) -> Entry:
        """What came of a family of numbers, to be kept; who knows what it came of has its digest."""
        found = [
            (unit, _with_claims(held.settled))
            for unit, held in self._held.items()
            if unit[0] == NUMBERS and self._owner(unit) == family
        ]
        counted = [(told, self._epochs.spells(epochs)) for told, epochs in self._counts.of[family].items()]
        return Entry(
            digest="",
            turns="",
            annals=self._annals(family, (settled for _, settled in found)),
            settled=tuple(sorted(found, key=lambda each: each[0])),
            counted=tuple(sorted(counted, key=lambda each: line(each[0]))),
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


def _with_claims(settled: Settled) -> Settled:
    """The same without piles, which know of more than counts here."""
    return replace(
        settled,
        decisions=tuple(
            replace(d, winners=tuple(d.winners), losers=tuple(d.losers)) for d in settled.decisions
        ),
        contradictions=tuple(replace(c, sides=tuple(c.sides)) for c in settled.contradictions),
    )


class _Counted:
    """What those who settle numbers learn of things, and whether they have to look again."""

    def __init__(self, tally: Tally, histories: Histories) -> None:
        self.stale = False
        self._tally = tally
        self._histories = histories

    def learn(
        self, about: str, classes: frozenset[str], left: Sequence[ResolvedClaim], *, anew: bool
    ) -> None:
        """Something about a thing was decided anew.

        Args:
            about: The thing.
            classes: Its classes.
            left: What is asserted of it and not refused.
            anew: These claims are in place of those known before, not beside them.
        """
        if not self._histories.settling:
            return
        counting = self._histories.counting
        self.stale |= bool(self._histories.bearing.on[about])
        if counting.counts(classes):
            self._tally.learn(about, left, anew)
        elif counting.is_measured(classes):
            self._tally.lists.learn(about, left, anew)
