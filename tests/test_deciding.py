import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Claim, Factuality
from kg.deciding import (
    Decided,
    Decision,
    Kind,
    Rule,
    Source,
    Status,
    Verdict,
    decide,
    expectations_graph,
    facts_graph,
    judgement_triples,
    read_judgements,
    register_sources,
)
from kg.names import RDF_TYPE, kg
from kg.periods import Period
from kg.resolving import resolve
from kg.schema import Schema
from seamarks import SEA, document, load_coast, period, register_of, says, thing

RED = "x a Lighting ; lamp lighthouse:red"


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("coast"))


def source(
    name: str,
    publisher: str | None = None,
    issued: str | None = None,
    text: str = "",
    primary: str | None = None,
) -> Source:
    speaker = NamedNode(thing(publisher)) if publisher else None
    return Source(document(name), speaker, Period.parse(issued) if issued else None, text, primary)


def decided(coast: Schema, *documents: list[Claim], sources: tuple[Source, ...] = ()) -> Decided:
    claims = [c for d in documents for c in d]
    return decided_of(coast, claims, {s.iri.value: s for s in sources})


def decided_of(coast: Schema, claims: list[Claim], sources: Mapping[str, Source]) -> Decided:
    register = register_of(coast)
    known = {**register_sources(coast, register.claims), **sources}
    resolution = resolve(claims, register.claims, coast)
    return decide([*claims, *register.claims], resolution, coast, known, known=register.triples)


def decisions(found: Decided, about: str, path: str) -> list[Decision]:
    return [d for d in found.decisions if d.about.value == thing(about) and d.predicate.value == SEA + path]


def the(found: Decided, about: str, path: str) -> Decision:
    (decision,) = decisions(found, about, path)
    return decision


def is_fact(found: Decided, about: str, path: str, value: NamedNode | Literal) -> bool:
    return Triple(NamedNode(thing(about)), NamedNode(SEA + path), value) in found.facts


def local(value: NamedNode | Literal) -> str:
    return value.value.rpartition("/")[2]


def kinds(found: Decided) -> list[Kind]:
    return [c.kind for c in found.contradictions]


def test_what_one_source_says_is_a_fact_by_the_only_claim(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"))

    decision = the(found, "lighting/red", "litOn")

    assert (decision.rule, local(decision.value)) == (Rule.ONLY_CLAIM, "1905")
    assert decision.triple in found.facts


def test_what_two_publishers_say_is_agreed(coast: Schema) -> None:
    texts = [says(name, RED + " ; litOn 1905") for name in ("d1", "d2")]

    found = decided(coast, *texts, sources=(source("d1", "office/a"), source("d2", "office/b")))

    assert the(found, "lighting/red", "litOn").rule is Rule.AGREED
    assert len(the(found, "lighting/red", "litOn").winners) == 2


def test_a_reprint_is_no_second_witness(coast: Schema) -> None:
    texts = [says(name, RED + " ; litOn 1905") for name in ("d1", "d2")]
    sources = (source("d1", "office/a", "1950", "same"), source("d2", "office/b", "1951", "same"))

    found = decided(coast, *texts, sources=sources)

    assert the(found, "lighting/red", "litOn").rule is Rule.ONLY_CLAIM


def test_a_digest_and_the_page_it_retells_are_one_witness(coast: Schema) -> None:
    text = says("d1", "x a Lighting ; lamp lighthouse:tall ; litOn 1902-03")
    other = says("d2", "x a Lighting ; lamp lighthouse:tall ; litOn 1903")
    digest = source("d1", primary="https://other.example/page")

    found = decided(coast, text, other, sources=(digest, source("d2")))

    assert found.contradictions[0].status is Status.DECIDED
    assert the(found, "lighting/tall", "litOn").rule is Rule.MORE_WITNESSES
    assert local(the(found, "lighting/tall", "litOn").value) == "1901"


def test_the_finer_of_two_compatible_periods_is_believed(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"), says("d2", RED + " ; litOn 1905-06"))

    decision = the(found, "lighting/red", "litOn")

    assert (local(decision.value), decision.rule) == ("1905-06", Rule.FINER_PERIOD)
    assert len(decision.losers) == 1
    assert not found.contradictions


def test_dates_that_nothing_decides_between_stay_open_and_give_no_fact(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"), says("d2", RED + " ; litOn 1906"))

    (contradiction,) = found.contradictions

    assert (contradiction.kind, contradiction.status) == (Kind.DATE, Status.OPEN)
    assert len(contradiction.sides) == 2
    assert {d.status for d in decisions(found, "lighting/red", "litOn")} == {Status.OPEN}
    assert not is_fact(found, "lighting/red", "litOn", period("1905"))


def test_the_later_document_wins_and_one_without_a_date_never(coast: Schema) -> None:
    texts = [says(f"d{n}", RED + f" ; litOn {1905 + n}") for n in range(3)]

    found = decided(coast, *texts, sources=(source("d0", issued="1950"), source("d1", issued="1951-02")))

    decision = the(found, "lighting/red", "litOn")
    assert (local(decision.value), decision.rule) == ("1906", Rule.LATER_DOCUMENT)
    assert len(decision.losers) == 2


def test_more_independent_witnesses_win_over_the_later_document(coast: Schema) -> None:
    texts = [says(name, RED + f" ; litOn {year}") for name, year in (("a", 1905), ("b", 1905), ("c", 1906))]
    sources = (source("a", "office/a", "1950"), source("b", "office/b"), source("c", "office/c", "1960"))

    found = decided(coast, *texts, sources=sources)

    decision = the(found, "lighting/red", "litOn")
    assert (local(decision.value), decision.rule) == ("1905", Rule.MORE_WITNESSES)


def test_a_year_that_fits_only_one_side_witnesses_for_it(coast: Schema) -> None:
    years = (("a", "1905-03"), ("b", "1905"), ("c", "1906"))
    texts = [says(name, RED + f" ; litOn {year}") for name, year in years]

    found = decided(coast, *texts)

    decision = the(found, "lighting/red", "litOn")
    assert (local(decision.value), decision.rule) == ("1905-03", Rule.MORE_WITNESSES)


def test_who_has_authority_over_the_thing_itself_wins_over_many(coast: Schema) -> None:
    texts = [says(name, RED + f" ; litOn {year}") for name, year in (("a", 1905), ("b", 1905), ("c", 1906))]

    found = decided(coast, *texts, sources=(source("a"), source("b"), source("c", "lighthouse/red")))

    decision = the(found, "lighting/red", "litOn")
    assert (local(decision.value), decision.rule) == ("1906", Rule.AUTHORITY)
    assert len(decision.losers) == 2


def test_a_page_below_a_known_host_speaks_for_its_owner(coast: Schema) -> None:
    claims = register_of(coast).claims

    sources = register_sources(coast, claims)

    assert sources["https://pilots.example/list"].publisher == NamedNode(thing("office/pilots"))
    assert sources["https://other.example/page"].publisher is None


def upheld(coast, key, verdict=Verdict.UPHELD, claim=""):
    texts = {"reason": "seen on the stone", "editor": "Ann", "day": "2026-01-02"}
    return judgement_triples(key, verdict, names=coast.names, claim=claim, **texts)


def test_an_editor_s_override_settles_a_contradiction(coast: Schema) -> None:
    claims = [*says("d1", RED + " ; litOn 1905"), *says("d2", RED + " ; litOn 1906")]
    resolution = resolve(claims, (), coast)
    key = (NamedNode(thing("lighting/red")), NamedNode(SEA + "litOn"), period("1905"))

    found = decide(claims, resolution, coast, {}, judgements=read_judgements(upheld(coast, key)))

    assert the(found, "lighting/red", "litOn").rule is Rule.OVERRIDE


def test_a_sub_property_is_compared_with_the_watched_one_above_it(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"), says("d2", RED + " ; firstLitOn 1906"))

    (contradiction,) = found.contradictions

    assert contradiction.predicate.value == SEA + "litOn"


def test_a_sub_property_that_agrees_stays_a_fact_of_its_own(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"), says("d2", RED + " ; firstLitOn 1905"))

    assert is_fact(found, "lighting/red", "litOn", period("1905"))
    assert is_fact(found, "lighting/red", "firstLitOn", period("1905"))


def test_an_inverse_is_turned_round(coast: Schema) -> None:
    text = says("d1", 'c a Coast ; label "South Coast" ; holds lighthouse:red')

    found = decided(coast, text)

    assert is_fact(found, "lighthouse/red", "standsOn", NamedNode(thing("coast/south")))


def test_the_ends_of_a_symmetric_property_are_sorted(coast: Schema) -> None:
    one = says("d1", 'c a Coast ; label "South Coast" ; neighbour coast:north')
    other = says("d2", 'c a Coast ; label "North Coast" ; neighbour coast:south')

    found = decided(coast, one, other)

    assert len(decisions(found, "coast/north", "neighbour")) == 1
    assert not decisions(found, "coast/south", "neighbour")


def test_of_a_property_of_which_there_may_be_many_every_value_is_a_fact(coast: Schema) -> None:
    text = RED + ' ; litBy {0}\n{0} a Keeper ; label "{0}"'

    found = decided(coast, says("d1", text.format("ada")), says("d2", text.format("bea")))

    assert len(decisions(found, "lighting/red", "litBy")) == 2
    assert not found.contradictions


def test_texts_are_compared_without_case(coast: Schema) -> None:
    texts = [
        says(n, f't a Lighthouse ; label "Red Tower" ; paint "{p}"') for n, p in (("a", "Red"), ("b", "red"))
    ]

    found = decided(coast, *texts)

    assert not found.contradictions
    assert len(decisions(found, "lighthouse/red", "paint")) == 1


def test_a_least_number_is_held_against_the_exact_one(coast: Schema) -> None:
    tower = 't a Lighthouse ; label "Red Tower" ; '
    fits = decided(coast, says("a", tower + "stairs 120"), says("b", tower + "stairsAtLeast 100"))

    clashes = decided(coast, says("a", tower + "stairs 90"), says("b", tower + "stairsAtLeast 100"))

    assert not fits.contradictions
    assert len(decisions(fits, "lighthouse/red", "stairsAtLeast")) == 1
    assert kinds(clashes) == [Kind.VALUE]


def test_of_several_least_numbers_the_greatest_is_the_fact(coast: Schema) -> None:
    tower = 't a Lighthouse ; label "Red Tower" ; stairsAtLeast '

    found = decided(coast, says("a", tower + "100"), says("b", tower + "110"))

    decision = the(found, "lighthouse/red", "stairsAtLeast")
    assert (decision.value.value, decision.rule) == ("110", Rule.AGREED)
    assert not decision.losers


def test_an_expected_frame_gives_expectations_and_no_fact(coast: Schema) -> None:
    text = says("d1", "?x a Lighting\nx lamp lighthouse:red ; litOn 1905")

    found = decided(coast, text)

    assert not decisions(found, "lighting/red", "litOn")
    assert {e.factuality for e in found.expectations} == {Factuality.EXPECTED}
    assert len(found.expectations) == 3


def test_a_possible_slot_of_an_asserted_frame_is_an_expectation(coast: Schema) -> None:
    text = says("d1", RED + "\n~x litOn 1905")

    found = decided(coast, text)

    assert [e.factuality for e in found.expectations] == [Factuality.POSSIBLE]
    assert decisions(found, "lighting/red", "lamp")


def test_a_denied_frame_gives_nothing_through_its_slots(coast: Schema) -> None:
    text = says("d1", "!x a Lighting\nx lamp lighthouse:red ; litOn 1905\nr a Report ; describes x")

    found = decided(coast, text)

    assert not decisions(found, "lighting/red", "litOn")
    assert not any("describes" in d.predicate.value for d in found.decisions)
    assert not found.expectations


def test_a_named_thing_exists_though_its_mention_is_expected(coast: Schema) -> None:
    text = says("d1", '?k a Keeper ; label "Ada"\nx a Lighting ; lamp lighthouse:red ; litBy k')

    found = decided(coast, text)

    assert decisions(found, "lighting/red", "litBy")


def test_asserted_against_denied_is_a_contradiction_of_its_own_kind(coast: Schema) -> None:
    denied = says("d2", "!x a Lighting\n!x lamp lighthouse:red")

    found = decided(coast, says("d1", RED + " ; litOn 1905"), denied)

    assert kinds(found) == [Kind.FACTUALITY]
    assert found.contradictions[0].status is Status.OPEN
    assert not decisions(found, "lighting/red", "litOn")


def test_a_denial_that_loses_is_named_by_the_decision(coast: Schema) -> None:
    denied = says("d2", "!x a Lighting\n!x lamp lighthouse:red")
    sources = (source("d1", issued="1960"), source("d2", issued="1950"))

    found = decided(coast, says("d1", RED + " ; litOn 1905"), denied, sources=sources)

    (typed,) = [
        d for d in found.decisions if d.about.value == thing("lighting/red") and d.predicate == RDF_TYPE
    ]
    assert (typed.rule, len(typed.losers)) == (Rule.LATER_DOCUMENT, 1)
    assert decisions(found, "lighting/red", "litOn")


def test_a_denied_slot_takes_back_that_triple_alone(coast: Schema) -> None:
    denied = says("d2", RED + "\n!x litOn 1905")
    sources = (source("d1", issued="1950"), source("d2", issued="1960"))

    found = decided(coast, says("d1", RED + " ; litOn 1905"), denied, sources=sources)

    assert kinds(found) == [Kind.FACTUALITY]
    assert not decisions(found, "lighting/red", "litOn")
    assert decisions(found, "lighting/red", "lamp")


def test_what_stands_in_the_register_is_no_fact_a_second_time(coast: Schema) -> None:
    text = says("d1", 'h a Lighthouse ; label "Hook" ; standsOn c\nc a Coast ; label "South Coast"')

    found = decided(coast, text)

    assert decisions(found, "lighthouse/hook-south", "standsOn")
    assert not is_fact(found, "lighthouse/hook-south", "standsOn", NamedNode(thing("coast/south")))


COUNT = "n a LampCount ; countedOn 1901-05 ; "


def test_counts_whose_intervals_do_not_meet_are_a_contradiction(coast: Schema) -> None:
    found = decided(coast, says("a", COUNT + "number 8"), says("b", COUNT + "number 9"))

    (contradiction,) = found.contradictions

    assert (contradiction.kind, len(contradiction.sides)) == (Kind.COUNT, 2)


def test_over_seven_agrees_with_eight_but_not_with_six(coast: Schema) -> None:
    over = says("b", COUNT + "atLeast 7")

    fits = decided(coast, says("a", COUNT + "number 8"), over)
    clashes = decided(coast, says("a", COUNT + "number 6"), over)

    assert not fits.contradictions
    assert kinds(clashes) == [Kind.COUNT]


def test_numbers_of_different_occasions_are_never_compared(coast: Schema) -> None:
    other = says("b", "n a LampCount ; countedOn 1902 ; number 9")

    found = decided(coast, says("a", COUNT + "number 8"), other)

    assert not found.contradictions


def test_numbers_of_different_scopes_are_a_scope_difference_and_no_conflict(coast: Schema) -> None:
    narrow = says("b", COUNT + "number 3 ; scope coast:north")

    found = decided(coast, says("a", COUNT + "number 8"), narrow)

    (difference,) = found.contradictions
    assert (difference.kind, difference.status) == (Kind.SCOPE, Status.DECIDED)
    assert difference.about.value == thing("lampcount/all-1901-05")
    assert len(difference.sides) == 2


def test_equal_numbers_of_different_scopes_are_nothing(coast: Schema) -> None:
    narrow = says("b", COUNT + "number 8 ; scope coast:north")

    found = decided(coast, says("a", COUNT + "number 8"), narrow)

    assert not found.contradictions


LIST = "\n".join(f"x{t} a Lighting ; lamp lighthouse:{t} ; litOn 1901-05" for t in ("red", "small", "blue"))


def test_a_list_that_names_more_than_a_number_claims_contradicts_it(coast: Schema) -> None:
    found = decided(coast, says("a", COUNT + "number 2"), says("b", LIST))

    (contradiction,) = found.contradictions
    (counted,) = found.counted
    assert contradiction.kind is Kind.COUNT
    assert (counted.resolved.value.value, len(counted.of)) == ("3", 3)
    assert counted.resolved.claim.counted
    assert counted.resolved.iri in contradiction.sides


def test_a_list_that_names_fewer_says_nothing(coast: Schema) -> None:
    found = decided(coast, says("a", COUNT + "number 4"), says("b", LIST))

    assert not found.contradictions
    assert not found.counted


def test_a_list_counts_in_each_scope_that_its_things_fall_under(coast: Schema) -> None:
    north = says("a", COUNT + "number 1 ; scope coast:north")

    found = decided(coast, north, says("b", LIST))

    assert [c.resolved.value.value for c in found.counted] == ["2"]


def test_a_scope_reaches_as_far_as_a_transitive_property_does(coast: Schema) -> None:
    kingdom = says("a", COUNT + "number 1 ; scope coast:kingdom")

    found = decided(coast, kingdom, says("b", LIST))

    assert [c.resolved.value.value for c in found.counted] == ["2"]


def test_a_wider_scope_that_is_not_everything_is_told_by_where_scopes_lie(coast: Schema) -> None:
    texts = [
        says(n, COUNT + f"number {k} ; scope coast:{n}")
        for n, k in (("north", 3), ("kingdom", 8), ("south", 4))
    ]

    found = decided(coast, *texts)

    assert [(c.about.value, c.other) for c in found.contradictions] == [
        (thing("lampcount/kingdom-1901-05"), thing("lampcount/north-1901-05"))
    ]


def test_lists_of_several_documents_count_together(coast: Schema) -> None:
    one, _, rest = LIST.partition("\n")

    found = decided(coast, says("a", COUNT + "number 2"), says("b", one), says("c", rest))

    assert [(c.resolved.value.value, len(c.of)) for c in found.counted] == [("3", 3)]


def test_the_same_thing_in_two_documents_is_counted_once(coast: Schema) -> None:
    found = decided(coast, says("a", COUNT + "number 3"), says("b", LIST), says("c", LIST))

    assert not found.counted


def test_things_of_another_day_are_not_counted_in_a_batch(coast: Schema) -> None:
    batch = says("a", "n a LampCount ; countedOn 1902 ; number 2")
    total = says("a", "n a LampCount ; countedOn 1902 ; number 2 ; countKind kg:RunningTotal")

    of_batch, of_total = decided(coast, batch, says("b", LIST)), decided(coast, total, says("b", LIST))

    assert not of_batch.counted
    # The register's tower, lit in the same year, is one more.
    assert [c.resolved.value.value for c in of_total.counted] == ["3", "4"]


def test_the_authority_on_counts_decides_between_them(coast: Schema) -> None:
    texts = [says(name, COUNT + f"number {n}") for name, n in (("a", 8), ("b", 9), ("c", 8))]

    found = decided(coast, *texts, sources=(source("a"), source("b", "office/pilots"), source("c")))

    decision = the(found, "lampcount/all-1901-05", "number")
    assert (decision.value.value, decision.rule) == ("9", Rule.AUTHORITY)


def test_the_facts_graph_leads_from_each_fact_to_its_claims(coast: Schema) -> None:
    claims = says("d1", RED + " ; litOn 1905")
    resolution = resolve(claims, (), coast)
    found = decide(claims, resolution, coast, {})

    triples = set(facts_graph(found, resolution, coast.names))

    decision = the(found, "lighting/red", "litOn")
    node = decision.iri(coast.names)
    assert decision.triple in triples
    assert Triple(node, kg("winner"), decision.winners[0]) in triples
    assert Triple(decision.winners[0], kg("value"), period("1905")) in triples


def test_the_expectations_graph_asserts_nothing_plainly(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905", Factuality.EXPECTED))

    triples = expectations_graph(found, coast.names)

    assert triples
    assert all("id/expectation/" in t.subject.value for t in triples if isinstance(t.subject, NamedNode))


MANY = {
    "a": RED + " ; litOn 1905\nn a LampCount ; countedOn 1901-05 ; number 2",
    "b": RED + ' ; litOn 1906\n!s a Service ; keeper k ; lamp lighthouse:red\nk a Keeper ; label "Ada"',
    "c": LIST + "\nn a LampCount ; countedOn 1901 ; number 4 ; scope coast:north",
    "d": 'k a Keeper ; label "ADA"\ns a Service ; keeper k ; lamp lighthouse:red ; since 1901',
    "e": 't a Lighthouse ; label "Red Tower" ; stairs 90\n?y a Lighting ; lamp t\nn a KeeperCount ; number 3',
    "f": RED + " ; firstLitOn 1905-03\nn a LampCount ; countedOn 1901-05 ; atLeast 5",
}
SOURCES = {
    s.iri.value: s
    for s in (
        source("a", "office/a", "1950", "one"),
        source("b", "office/b", "1951", "two"),
        source("c", "office/a", "1952", "three"),
        source("d", "office/c", text="four"),
        source("e", "office/pilots", "1949", "five"),
        source("f", None, "1952", "six"),
    )
}
CLAIMS = [claim for name, text in MANY.items() for claim in says(name, text)]


def everything(coast: Schema, claims: list[Claim], sources: Mapping[str, Source]) -> tuple[str, ...]:
    register = register_of(coast)
    resolution = resolve(claims, register.claims, coast)
    found = decided_of(coast, claims, sources)
    graphs = (*facts_graph(found, resolution, coast.names), *expectations_graph(found, coast.names))
    return tuple(map(str, graphs))


def verdicts(found: Decided) -> set[tuple[object, ...]]:
    return {(d.key, d.rule, d.status) for d in found.decisions}


# Of the same day and the same words as "a", by an authority: who said it first must not hang on who arrived first.
TWIN = source("twin", "office/pilots", "1950", "one")


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_documents_and_claims_changes_nothing(coast: Schema, seed: int) -> None:
    claims, sources = [*CLAIMS, *says("twin", MANY["a"])], [*SOURCES.values(), TWIN]
    shuffled, arriving = [*claims], [*sources]
    random.Random(seed).shuffle(shuffled)
    random.Random(seed + 1).shuffle(arriving)

    graphs = everything(coast, shuffled, {s.iri.value: s for s in arriving})

    assert graphs == everything(coast, claims, {s.iri.value: s for s in sources})


@settings(max_examples=40, deadline=None)
@given(
    original=st.sampled_from("abcdef"),
    publisher=st.sampled_from(["office/a", "office/z", "office/pilots", "lighthouse/red", None]),
    issued=st.sampled_from(["1953", "1999-01-01", None]),
)
def test_a_reprint_changes_no_decision(
    coast: Schema, original: str, publisher: str | None, issued: str | None
) -> None:
    text = SOURCES[document(original).value].fingerprint
    reprint = source("reprint", publisher, issued, text)

    found = decided_of(
        coast, [*CLAIMS, *says("reprint", MANY[original])], {**SOURCES, reprint.iri.value: reprint}
    )

    before = decided_of(coast, CLAIMS, SOURCES)
    assert verdicts(found) == verdicts(before)
    assert found.facts == before.facts
    assert [c.kind for c in found.contradictions] == [c.kind for c in before.contradictions]


@settings(max_examples=12, deadline=None)
@given(gone=st.sampled_from("abcdef"))
def test_a_removed_document_leaves_no_trace(coast: Schema, gone: str) -> None:
    left = [claim for claim in CLAIMS if claim.source != document(gone)]

    graphs = everything(coast, left, SOURCES)

    iris = {c.iri(coast.names).value for c in CLAIMS if c.source == document(gone)}
    assert not any(iri in line for line in graphs for iri in iris)
    assert not any(f"id/document/{gone}" in line for line in graphs)


@settings(max_examples=12, deadline=None)
@given(names=st.sets(st.sampled_from("abcdef"), min_size=1))
def test_every_fact_has_a_decision_and_every_asserted_claim_a_place(coast: Schema, names: set[str]) -> None:
    claims = [claim for claim in CLAIMS if claim.source.value[-1] in names]

    found = decided_of(coast, claims, SOURCES)

    believed = {d.triple for d in found.decisions if d.status is Status.DECIDED}
    assert set(found.facts) <= believed
    assert all(not set(d.winners) & set(d.losers) for d in found.decisions)
    assert all(len(c.sides) > 1 for c in found.contradictions)
