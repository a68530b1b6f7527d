"""Since when something is known: decided step by step, it is what deciding anew at each day would give."""

import pickle
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from multiprocessing import active_children
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kg.claims import Claim
from kg.deciding import (
    LAST_DAY,
    Case,
    Chronicle,
    Decided,
    Histories,
    Judgement,
    ResolvedClaim,
    Source,
    Status,
    Verdict,
    chronicle,
    decide_case,
    decide_over_time,
    deciding_over_time,
    facts_graph,
    known_day,
    prepare,
    register_sources,
)
from kg.deciding.annals import line
from kg.deciding.counts import World
from kg.deciding.denials import Denials, hear
from kg.deciding.epochs import Epochs
from kg.deciding.graphs import canonical_triples
from kg.deciding.numbers import Tally
from kg.deciding.policy import Policy
from kg.deciding.records import Settled, Unit
from kg.deciding.settling import Bench, Group, Outcome
from kg.names import kg
from kg.periods import Period
from kg.resolving import resolve
from kg.schema import Schema
from seamarks import SEA, load_coast, register_of, says
from test_deciding import LIST, MANY, RED, source

TEXTS = {
    **MANY,
    "g": "!x a Lighting\nx lamp lighthouse:red",
    "h": "x a Lighting ; lamp lighthouse:red ; litOn 1905\n!x litOn 1905",
    "i": "n a LampCount ; countedOn 1901-05 ; number 3 ; countKind kg:RunningTotal\n" + LIST,
    "j": "n a LampCount ; countedOn 1901-02 ; number 1 ; countKind kg:RunningTotal",
    "k": "n a LampCount ; countedOn 1901-05 ; number 1 ; countKind kg:Batch",
    "l": 't a Lighthouse ; label "Red Tower" ; standsOn coast:south ; stairs 99',
    "n": "r a Report ; describes x\nx a Lighting ; lamp lighthouse:red",
    "m": 't a Lighthouse ; label "Red Tower" ; stairsAtLeast 120 ; paint "white"',
    "o": 'w a Storm ; label "Great Storm" ; struckOn 1901-05\nn a LampCount ; countedIn w ; number 1',
    "p": 'w a Storm ; label "Great Storm" ; struckOn 1907\nx a Lighting ; lamp lighthouse:tall ; litOn 1901-05',
    "u": 't a Lighthouse ; label "Red Tower" ; standsOn coast:south\n'
    'v a Lighthouse ; label "Small Tower" ; standsOn coast:south',
    "v": "n a LampCount ; countedOn 1901-05 ; number 1 ; scope coast:south\n" + LIST,
    "q": 'k a Keeper ; label "Eva"\ns a Service ; keeper k ; lamp lighthouse:tall ; since 1900\n'
    "n a KeeperCount ; number 1",
}
DAYS = ("1950-01-01", "1950-03", "1951", "1952-06-30", None)


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("chronicle"))


def case_of(
    coast: Schema,
    documents: Mapping[str, str | None],
    register_day: str | None,
    *,
    publisher: str = "",
    upheld: int | None = None,
) -> Case:
    """Documents by name, each with the day on which it was published.

    A publisher that is given publishes them all; the claim of the number that is given is upheld by an editor.
    """
    claims: list[Claim] = [claim for name in sorted(documents) for claim in says(name, TEXTS[name])]
    register = register_of(coast)
    sources = register_sources(coast, register.claims)
    dated = source("x", None, register_day).issued
    sources = {iri: Source(s.iri, s.publisher, dated, "", s.primary) for iri, s in sources.items()}
    for name, day in documents.items():
        made = source(name, publisher or f"office/{name if name != 'a' else 'pilots'}", day)
        sources[made.iri.value] = made
    resolution = resolve(claims, register.claims, coast)
    of = claims[upheld % len(claims)].iri(coast.names).value if upheld is not None else ""
    judged = [Judgement("j", ("", "", ""), of, Verdict.UPHELD, "", "", "1999-01-01")] if of else []
    return prepare([*claims, *register.claims], resolution, coast, sources, judged)


Standing = TypeVar("Standing")


def anew(coast: Schema, case: Case, day: int) -> Decided:
    """The oracle: everything decided again from what was published by a day."""
    return decide_case(case.on(day), register_of(coast).triples)


def decisions_of(found: Decided, case: Case) -> set[Triple]:
    whole = set(facts_graph(found, case.resolution, case.schema.names))
    said = {Triple(*told) for claim in found.claims for told in canonical_triples(claim)}
    return whole - set(found.facts) - set(case.resolution.triples(case.schema.names)) - said


def at(spans: Mapping[Standing, int], epoch: int) -> set[Standing]:
    return {triple for triple, epochs in spans.items() if epochs >> epoch & 1}


def spans_of(found: Chronicle) -> dict[str, int]:
    """What annals tell of decisions and contradictions, as lines with the epochs in which these stood."""
    spans = {line(told): epochs for told, epochs in found.counted.items()}
    for annals in found.annals.values():
        standing, former = annals.told()
        spells = [(text, day, LAST_DAY + 1) for day, told in standing for text in told.split("\n")]
        lines = former.split("\n") if former else []
        for at in range(0, len(lines), 6):
            _, subject, path, value, begins, ends = (text.split(" ", 2)[2] for text in lines[at : at + 6])
            days = [int(day.split('"')[1]) for day in (begins, ends)]
            spells.append((f"{subject} {path} {value}", days[0], days[1]))
        for text, begins_on, ends_on in spells:
            spans[text] = spans.get(text, 0) | found.of([(begins_on, ends_on)])
    return spans


def told_of_the_past(lines: set[str]) -> set[str]:
    """What numbers were counted from is told of numbers that stand to the end alone."""
    return {text for text in lines if str(kg("countedFrom")) not in text}


def everything_decided(found: tuple[Decided, Chronicle]) -> Decided:
    """With the decisions that are to be looked up; as many contradictions as there are stand for these."""
    decided, past = found
    things = {*past.annals, *past.outcomes.settled}
    decisions = [decision for thing in things for decision in past.outcomes.on(thing)]
    return replace(decided, decisions=tuple(sorted(decisions, key=lambda decision: decision.key)))


documents = st.dictionaries(st.sampled_from(sorted(TEXTS)), st.sampled_from(DAYS), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(told=documents, register_day=st.sampled_from(DAYS))
@example(told={"n": "1950-01-01", "g": "1952-06-30"}, register_day=None)
@example(told={"a": "1950-03", "h": "1950-03", "c": "1951", "i": "1951"}, register_day=None)
def test_deciding_step_by_step_gives_what_deciding_anew_gives(
    coast: Schema, told: dict[str, str | None], register_day: str | None
) -> None:
    case = case_of(coast, told, register_day)

    found = chronicle(case, register_of(coast).triples)
    spans = spans_of(found)

    for epoch, day in enumerate(found.days):
        wanted = anew(coast, case, day)
        assert at(found.facts, epoch) == set(wanted.facts)
        said = {line(told) for counted in wanted.counted for told in canonical_triples(counted.resolved)}
        ours, theirs = at(spans, epoch) - said, {str(t) for t in decisions_of(wanted, case)} - said
        assert told_of_the_past(ours) == told_of_the_past(theirs)
        assert ours <= theirs
        assert day != found.days[-1] or ours == theirs


cases = st.fixed_dictionaries(
    {
        "documents": documents,
        "register_day": st.sampled_from(DAYS),
        "publisher": st.sampled_from(("", "", "office/pilots")),
        "upheld": st.one_of(st.none(), st.integers(0, 20)),
    }
)


PUBLISHED: dict[str, Any] = {
    "documents": {"a": "1950-01-01", "b": "1952-06-30"},
    "register_day": None,
    "publisher": "",
    "upheld": None,
}


@settings(max_examples=40, deadline=None)
@given(
    before=cases,
    change=cases,
    changed=st.sets(st.sampled_from(["documents", "register_day", "publisher", "upheld"])),
    day=st.sampled_from(DAYS),
)
@example(PUBLISHED, PUBLISHED, {"documents"}, "1960-01-01")
@example(PUBLISHED, PUBLISHED | {"publisher": "office/pilots"}, {"publisher"}, None)
def test_what_is_kept_of_earlier_claims_changes_nothing(
    coast: Schema, before: dict[str, Any], change: dict[str, Any], changed: set[str], day: str | None
) -> None:
    after = before | {part: change[part] for part in changed - {"documents"}}
    if "documents" in changed:
        first, *others = sorted(before["documents"])
        more = [*change["documents"].items()][:1]
        after["documents"] = {**dict(more), first: day, **{n: before["documents"][n] for n in others[1:]}}
    register = register_of(coast).triples
    kept = pickle.loads(pickle.dumps(chronicle(case_of(coast, **before), register).outcomes.kept))
    case = case_of(coast, **after)

    found = decide_over_time(case, register, Histories(case, kept))
    once_more = decide_over_time(case, register, Histories(case, found[1].outcomes.kept))

    wanted = decide_over_time(case, register)
    assert found == wanted == once_more
    assert found[1].outcomes.kept == wanted[1].outcomes.kept
    at_once = decide_case(case, register)
    assert everything_decided(found) == replace(at_once, contradictions=())
    numbers = [annals.numbers for annals in found[1].annals.values()]
    assert sum(each.contradictions for each in numbers) == len(at_once.contradictions)
    assert sum(each.open for each in numbers) == sum(c.status is Status.OPEN for c in at_once.contradictions)


@settings(max_examples=50, deadline=None)
@given(
    first=documents,
    changes=st.lists(
        st.dictionaries(
            st.sampled_from(sorted(TEXTS)), st.sampled_from([*DAYS, "gone"]), min_size=1, max_size=2
        ),
        min_size=1,
        max_size=4,
    ),
    upheld=st.lists(st.one_of(st.none(), st.integers(0, 20)), min_size=5, max_size=5),
)
@example(first={"v": "1950-01-01"}, changes=[{"u": "1951"}], upheld=[None] * 5)
@example(first={"v": "1950-01-01", "u": "1951"}, changes=[{"u": "gone"}], upheld=[None] * 5)
@example(first={"o": "1950-01-01", "c": "1951"}, changes=[{"p": "1952-06-30"}], upheld=[None] * 5)
def test_after_any_changes_what_is_kept_is_what_deciding_from_nothing_keeps(
    coast: Schema,
    first: dict[str, str | None],
    changes: list[dict[str, str | None]],
    upheld: list[int | None],
) -> None:
    register, kept = register_of(coast).triples, None
    told = dict(first)
    for change, number in zip([{}, *changes], upheld, strict=False):
        told = {name: day for name, day in {**told, **change}.items() if day != "gone"} or {"a": None}
        case = case_of(coast, told, None, upheld=number)

        found = decide_over_time(case, register, Histories(case, kept))

        kept, wanted = found[1].outcomes.kept, decide_over_time(case, register)
        assert found == wanted
        assert everything_decided(found) == replace(decide_case(case, register), contradictions=())
        assert kept == wanted[1].outcomes.kept


def test_what_is_counted_from_a_list_has_the_words_of_whoever_speaks_them_now(coast: Schema) -> None:
    case, register = case_of(coast, {"a": "1950-01-01", "c": "1951"}, None), register_of(coast).triples
    before, past = decide_over_time(case, register)

    def quoted(claim: ResolvedClaim) -> ResolvedClaim:
        words = replace(claim.claim.evidence, attributed_to=NamedNode(SEA + "somebody"))
        return replace(claim, claim=replace(claim.claim, evidence=words))

    case = replace(case, said=tuple(map(quoted, case.said)), heard=tuple(map(quoted, case.heard)))
    found = decide_over_time(case, register, Histories(case, past.outcomes.kept))

    assert before.counted
    assert found == decide_over_time(case, register)
    assert any(SEA + "somebody" in str(c.resolved.claim.evidence.attributed_to) for c in found[0].counted)


def test_numbers_that_nothing_new_bears_on_are_not_settled_again(
    coast: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, str | None] = {"a": "1950-01-01", "e": "1951", "q": "1952"}
    case = case_of(coast, told, None)
    past = chronicle(case)
    settled: set[str] = set()
    settle_class = Tally._settle_class

    def watched(tally: Tally, class_iri: str, moved: set[str], look: bool) -> dict[Unit, Settled]:
        settled.add(class_iri.removeprefix(SEA))
        return settle_class(tally, class_iri, moved, look)

    monkeypatch.setattr(Tally, "_settle_class", watched)

    found = []
    for name in ("l", "h", "d", "m"):
        case = case_of(coast, told | {name: "1953-01-01"}, None)
        decide_over_time(case, (), Histories(case, past.outcomes.kept))
        found.append({*settled})
        settled.clear()

    # That a tower stands on another coast bears on all numbers, and a denial as well; a service bears on those of
    # services, and the stairs of a tower on none.
    assert found == [{"KeeperCount", "LampCount"}, {"KeeperCount", "LampCount"}, {"KeeperCount"}, set()]


def test_what_somebody_denies_is_heard_again_only_where_a_claim_on_it_or_on_what_speaks_of_it_is_new(
    coast: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []

    def watched(
        claims: Sequence[ResolvedClaim], policy: Policy, classes: Mapping[str, frozenset[str]]
    ) -> Denials:
        heard.append(len(claims))
        return hear(claims, policy, classes)

    monkeypatch.setattr(import_module("kg.deciding.chronicle"), "hear", watched)
    told: dict[str, str | None] = {"a": "1950-01-01", "g": "1951", "n": "1952"}
    case = case_of(coast, told, None)
    past = chronicle(case)
    at_first = len(heard)

    found = []
    for name in ("m", "h"):
        heard.clear()
        case = case_of(coast, told | {name: "1953-01-01"}, None)
        decide_over_time(case, (), Histories(case, past.outcomes.kept))
        found.append(bool(heard))

    assert at_first
    assert found == [False, True]


def test_only_what_a_new_document_speaks_of_is_decided_again(
    coast: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided: list[str] = []
    settle = Bench.settle_one

    def watched(
        bench: Bench, path: str, group: Group, out: Outcome, beside: Sequence[ResolvedClaim] = ()
    ) -> None:
        decided.append(group.about.rpartition("/")[2])
        settle(bench, path, group, out, beside)

    monkeypatch.setattr(Bench, "settle_one", watched)
    told: dict[str, str | None] = {"a": "1950-01-01", "b": "1952-06-30", "k": "1951", "d": "1952"}
    case = case_of(coast, told, None)
    past = chronicle(case)
    at_first = {*decided}
    decided.clear()

    case = case_of(coast, told | {"m": "1953-01-01"}, None)
    decide_over_time(case, (), Histories(case, past.outcomes.kept))

    assert at_first == {"ada-red-1901", "all-batch-1901-05", "red", "tall"}
    assert {*decided} == {"red"}


@settings(max_examples=15, deadline=None)
@given(told=documents, seed=st.integers(0, 1000))
def test_the_order_of_claims_changes_no_epoch(coast: Schema, told: dict[str, str | None], seed: int) -> None:
    case = case_of(coast, told, "1951")
    said = list(case.heard)
    random.Random(seed).shuffle(said)
    shuffled = Case(**{**{f: getattr(case, f) for f in case.__dataclass_fields__}, "heard": tuple(said)})

    one, other = (chronicle(c, register_of(coast).triples) for c in (case, shuffled))

    assert dict(one.facts) == dict(other.facts)
    assert spans_of(one) == spans_of(other)


def test_what_has_no_date_is_known_at_no_past_day(coast: Schema) -> None:
    case = case_of(coast, {"a": "1950-01-01", "b": None}, None)

    found = chronicle(case)

    # The register's tower was lit in 1901, and stands where it stands at any time.
    assert found.days == (0, 19011231, 19500101, LAST_DAY)


def test_a_month_is_known_when_it_is_over() -> None:
    assert known_day(source("x", None, "1950-03")) == 19500331


def test_spells_are_runs_of_epochs_from_a_day_to_the_day_on_which_they_end() -> None:
    made = Epochs((1950, 1951, 1952, 1960, LAST_DAY))

    assert made.spells(0b00110) == ((1951, 1960),)
    assert made.spells(0b10101) == ((1950, 1951), (1952, 1960), (LAST_DAY, LAST_DAY + 1))
    assert made.spells(0) == ()
    assert made.since(1952) == 0b11100


@given(days=st.sets(st.integers(1950, 1970), min_size=1), epochs=st.integers(0, 2**21))
def test_spells_put_together_are_the_epochs_that_were_taken_apart(days: set[int], epochs: int) -> None:
    made = Epochs(tuple(sorted(days)))
    stood = epochs & made.always
    lasting = stood | made.since(made.days[-1])

    assert made.of(made.spells(stood)) == stood
    assert made.unbroken(lasting) == made.spells(lasting)[-1][0]


def test_a_fact_that_a_later_document_takes_back_has_a_spell_that_ends(coast: Schema, tmp_path: Path) -> None:
    told: dict[str, str | None] = {"a": "1950-01-01", "b": "1952-06-30"}
    case = case_of(coast, told, None)

    found = chronicle(case)

    lit = {
        t.object.value.rpartition("/")[2]: found.spells(e)[0]  # type: ignore[union-attr]
        for t, e in found.facts.items()
        if t.predicate.value.endswith("litOn") and "lighting/red" in str(t.subject)
    }
    assert lit["1905"] == (19500101, 19520630)
    assert lit["1906"][0] == 19520630
    assert RED in TEXTS["a"]


def test_a_time_that_two_slots_give_stays_until_both_are_taken_back(coast: Schema) -> None:
    lamp, day = NamedNode("https://example.org/lamp"), coast.names.period("1905")
    lit, seen = (Triple(lamp, NamedNode(f"https://example.org/{path}"), day) for path in ("lit", "seen"))
    world = World(coast)
    world.add([lit, seen])

    world.remove([lit])
    after_one = set(world.times[lamp.value])
    world.remove([seen])

    assert after_one == {Period.parse("1905")}
    assert not world.times[lamp.value]


@settings(max_examples=5, deadline=None)
@given(told=documents, kills=st.booleans())
def test_numbers_that_another_process_settles_are_the_same(
    coast: Schema, told: dict[str, str | None], kills: bool
) -> None:
    case, register = case_of(coast, told, None), register_of(coast).triples

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("kg.deciding.chronicle"), "_WORTH_A_PROCESS", 0)
        with deciding_over_time(case, register, Histories(case), aside=True) as decide:
            if kills:
                active_children()[0].kill()
            found = decide()

    wanted = decide_over_time(case, register)
    assert found == wanted
    assert found[1].outcomes.kept == wanted[1].outcomes.kept
