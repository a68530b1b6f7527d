"""What is kept instead of being worked out again: held against the plain way of working it out."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kg.claims import Claim, Evidence, Factuality
from kg.deciding.chronicle import _Spans
from kg.deciding.piles import Claims, Pile, together, turned
from kg.deciding.policy import Policy, Weight
from kg.deciding.records import ResolvedClaim, Rule
from kg.deciding.turning import _MOST_WITNESSES, _numbers_that_tell, telling
from kg.deciding.witnesses import Witnesses
from kg.periods import Period
from kg.resolving import Resolution
from kg.schema import Schema
from seamarks import load_coast

SEA = "https://example.org/sea/"


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("piles"))


def claim(number: int) -> ResolvedClaim:
    source, thing = NamedNode(f"{SEA}doc"), NamedNode(f"{SEA}thing")
    said = Claim(source, thing, NamedNode(f"{SEA}paint"), thing, Factuality.ASSERTED, Evidence(source))
    iri = NamedNode(f"{SEA}claim/{number * 7919 % 1000:03}")
    return ResolvedClaim(
        iri, said, thing.value, f"{SEA}paint", thing, Factuality.ASSERTED, Factuality.ASSERTED
    )


sights = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=4), min_size=2, max_size=6
)


@settings(max_examples=100, deadline=None)
@given(sights=sights, plain=st.sets(st.integers(0, 5)))
def test_what_turned_between_two_times_is_what_stands_at_one_alone(
    sights: list[list[tuple[int, int]]], plain: set[int]
) -> None:
    piles, many = [Pile.of([claim(n)]) for n in range(4)], 4
    seen: list[Sequence[NamedNode]] = [()]
    for growing in sights:
        for which, times in growing:
            for _ in range(times):
                piles[which].put(claim(many))
                many += 1
        seen.append(Claims.on(piles[which] for which, _ in growing))
    seen.append(tuple(claim(n).iri for n in sorted(plain)))

    for before in seen:
        for after in seen:
            found = list(turned(before, after))
            assert set(found) == {*before} ^ {*after}
            assert len(found) == len(set(found))
            assert {*together([before, after])} == {*before} | {*after}


def test_a_sight_of_a_pile_stays_what_it_was_when_the_pile_grows() -> None:
    pile = Pile.of([claim(1)])
    before = Claims.on([pile])

    pile.put(claim(2))

    assert list(before) == [claim(1).iri]
    assert before == (claim(1).iri,)
    assert Claims.on([pile]) == tuple(sorted((claim(1).iri, claim(2).iri), key=str))
    assert before != Claims.on([pile])


@given(turns=st.lists(st.integers(0, 9), max_size=12))
def test_spans_are_the_epochs_in_which_a_triple_stood(turns: list[int]) -> None:
    triple = Triple(NamedNode(SEA), NamedNode(SEA), NamedNode(SEA))
    spans = _Spans(10)
    standing = [sum(turn <= epoch for turn in turns) % 2 for epoch in range(10)]

    for turn in sorted(turns):
        spans.turn("a", triple, turn)

    wanted = sum(1 << epoch for epoch in range(10) if standing[epoch])
    assert spans.of["a"].get(triple, 0) == wanted
    assert bool(spans.of["a"]) == bool(wanted)


days = st.one_of(st.none(), st.integers(1, 4).map(lambda day: Period(20240100 + day, 20240101 + day)))
weights = st.builds(Weight, st.booleans(), st.booleans(), st.integers(0, 14), days)
orders = st.permutations([Rule.OVERRIDE, Rule.AUTHORITY, Rule.MORE_WITNESSES, Rule.LATER_DOCUMENT])


@settings(max_examples=300, deadline=None)
@given(among=st.lists(weights, min_size=2, max_size=5), order=orders)
def test_the_fewest_witnesses_that_turn_anything_are_found_without_trying_all(
    coast: Schema, among: list[Weight], order: list[Rule]
) -> None:
    policy = Policy(
        coast, Witnesses({}, Resolution({}, (), frozenset(), frozenset(), ())), tuple(order), (), {}
    )

    def wins(number: int) -> bool:
        fuller = among[0]._replace(witnesses=among[0].witnesses + number)
        return policy.choose_among([fuller, *among[1:]])[0] == 0

    found = next(filter(wins, _numbers_that_tell(among[0], among[1:])), None)

    assert found == next(filter(wins, range(1, _MOST_WITNESSES + 1)), None)


@settings(max_examples=300, deadline=None)
@given(among=st.lists(weights, min_size=2, max_size=12), order=orders)
def test_of_camps_that_weigh_alike_a_few_decide_whether_another_one_wins(
    coast: Schema, among: list[Weight], order: list[Rule]
) -> None:
    policy = Policy(
        coast, Witnesses({}, Resolution({}, (), frozenset(), frozenset(), ())), tuple(order), (), {}
    )
    told = telling(among)

    for place, own in enumerate(among):
        others = [among[n] for n in told if n != place]
        wanted = policy.choose_among(among)[0] == place
        assert (policy.choose_among([own, *others])[0] == 0) == wanted


@settings(max_examples=300, deadline=None)
@given(among=st.lists(weights, min_size=1, max_size=8), order=orders)
def test_whether_one_is_chosen_is_told_without_choosing_among_the_rest(
    coast: Schema, among: list[Weight], order: list[Rule]
) -> None:
    policy = Policy(
        coast, Witnesses({}, Resolution({}, (), frozenset(), frozenset(), ())), tuple(order), (), {}
    )

    found = policy.is_chosen(among[0], among[1:])

    assert found == (policy.choose_among(among)[0] == 0)
