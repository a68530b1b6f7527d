import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.claims import Claim, Factuality
from kg.names import Names, kg
from kg.resolving import Resolution, ResolvedBy, resolve
from kg.schema import Schema
from seamarks import SEA, document, load_coast, register_of, says, thing


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("coast"))


def resolved(coast: Schema, *documents: list[Claim]) -> Resolution:
    return resolve([c for d in documents for c in d], register_of(coast).claims, coast)


def of(resolution: Resolution, name: str, local: str) -> str:
    return resolution.canonical[f"{document(name).value}#{local}"].removeprefix(Names("x").base)


def rule(resolution: Resolution, name: str, local: str) -> ResolvedBy:
    iri = f"{document(name).value}#{local}"
    return next(r.rule for r in resolution.records if r.local == iri)


def test_a_name_in_any_language_finds_the_thing_of_the_register(coast: Schema) -> None:
    text = says("d1", 'c a Coast ; label "NORDKÜSTE"')

    found = resolved(coast, text)

    assert of(found, "d1", "c") == thing("coast/north")
    assert rule(found, "d1", "c") is ResolvedBy.NAME
    assert not found.unregistered


def test_of_things_of_one_name_the_class_decides(coast: Schema) -> None:
    text = says("d1", 'k a Keeper ; label "Hook"')

    found = resolved(coast, text)

    assert of(found, "d1", "k") == thing("keeper/hook")


def test_a_thing_of_the_very_class_is_preferred_to_one_of_a_lower_class(coast: Schema) -> None:
    text = says("d1", 'm a Mark ; label "Hook"')

    found = resolved(coast, text)

    assert of(found, "d1", "m") == thing("mark/hook")


def test_of_things_of_one_name_and_class_the_document_s_other_things_decide(coast: Schema) -> None:
    text = says("d1", 'h a Lighthouse ; label "Hook"\nc a Coast ; label "South Coast"')

    found = resolved(coast, text)

    assert of(found, "d1", "h") == thing("lighthouse/hook-south")


def test_a_name_that_may_mean_several_things_stays_unresolved_with_a_note(coast: Schema) -> None:
    text = says("d1", 'h a Lighthouse ; label "Hook"')

    found = resolved(coast, text)

    assert rule(found, "d1", "h") is ResolvedBy.NOTHING
    assert "hook-north" in found.notes[0].text
    assert "mark/hook" not in found.notes[0].text
    assert of(found, "d1", "h") in found.unresolved


def test_an_external_identifier_finds_the_thing_whatever_it_is_called(coast: Schema) -> None:
    match = "<http://www.w3.org/2004/02/skos/core#exactMatch> <https://elsewhere.example/tall>"
    text = says("d1", f'h a Lighthouse ; label "The Giant" ; {match}')

    found = resolved(coast, text)

    assert of(found, "d1", "h") == thing("lighthouse/tall")
    assert rule(found, "d1", "h") is ResolvedBy.IDENTIFIER


def test_an_unregistered_name_is_one_thing_in_all_documents(coast: Schema) -> None:
    one = says("d1", 'p a Keeper ; label "Zoë Nørgård"')
    other = says("d2", 'q a Keeper ; label "zoe nørgård"')

    found = resolved(coast, one, other)

    assert of(found, "d1", "p") == of(found, "d2", "q")
    assert found.unregistered == {of(found, "d1", "p")}


def test_the_same_name_in_strange_classes_is_two_things(coast: Schema) -> None:
    text = says("d1", 'p a Keeper ; label "Gale"\nl a Lighthouse ; label "Gale"\nm a Mark ; label "Gale"')

    found = resolved(coast, text)

    assert of(found, "d1", "p") != of(found, "d1", "l")
    assert of(found, "d1", "m") == of(found, "d1", "l")


def test_a_frame_meets_the_one_of_the_register(coast: Schema) -> None:
    text = says("d1", 't a Lighthouse ; label "Tall Tower"\nx a Lighting ; lamp t ; litOn 1905')

    found = resolved(coast, text)

    assert of(found, "d1", "x") == thing("lighting/tall")
    assert rule(found, "d1", "x") is ResolvedBy.IDENTITY


def test_a_frame_is_named_by_its_identity(coast: Schema) -> None:
    text = says("d1", 't a Lighthouse ; label "Red Tower"\nx a Lighting ; lamp t')

    found = resolved(coast, text)

    assert of(found, "d1", "x") == thing("lighting/red")


def test_an_expected_frame_is_about_the_same_thing(coast: Schema) -> None:
    one = says("d1", "x a Lighting ; lamp lighthouse:red")
    other = says("d2", "y a Lighting ; lamp lighthouse:red", Factuality.EXPECTED)
    third = says("d3", "z a Lighting ; lamp lighthouse:red", Factuality.DENIED)

    found = resolved(coast, one, other, third)

    assert of(found, "d1", "x") == of(found, "d2", "y") == of(found, "d3", "z")


def test_a_frame_without_a_complete_identity_stands_alone(coast: Schema) -> None:
    one, other = says("d1", "x a Lighting ; litOn 1905"), says("d2", "x a Lighting ; litOn 1905")

    found = resolved(coast, one, other)

    assert of(found, "d1", "x") != of(found, "d2", "x")
    assert rule(found, "d1", "x") is ResolvedBy.NOTHING


def test_members_are_compared_as_a_set_and_must_be_enough(coast: Schema) -> None:
    keepers = 'a a Keeper ; label "Ada"\nb a Keeper ; label "Bea"\n'
    one = says("d1", keepers + "w a Watch ; watcher a ; watcher b")
    other = says("d2", keepers + "w a Watch ; watcher b ; watcher a")
    lone = says("d3", keepers + "w a Watch ; watcher a")

    found = resolved(coast, one, other, lone)

    assert of(found, "d1", "w") == of(found, "d2", "w") == thing("watch/ada-bea")
    assert rule(found, "d3", "w") is ResolvedBy.NOTHING


def test_periods_of_an_identity_need_only_overlap(coast: Schema) -> None:
    frame = 'k a Keeper ; label "Ada"\ns a Service ; keeper k ; lamp lighthouse:red ; since '
    texts = [says(f"d{n}", frame + when) for n, when in enumerate(("1901", "1901-05", "1902"))]

    found = resolved(coast, *texts)

    assert of(found, "d0", "s") == of(found, "d1", "s") == thing("service/ada-red-1901-05")
    assert of(found, "d2", "s") != of(found, "d0", "s")


def test_a_period_that_overlaps_two_things_joins_neither(coast: Schema) -> None:
    frame = 'k a Keeper ; label "Ada"\ns a Service ; keeper k ; lamp lighthouse:red ; since '
    texts = [says(f"d{n}", frame + when) for n, when in enumerate(("1901-02", "1901-09", "1901"))]

    found = resolved(coast, *texts)

    assert len({of(found, f"d{n}", "s") for n in range(3)}) == 3


def test_a_frame_in_the_identity_of_another_is_resolved_first(coast: Schema) -> None:
    text = "r a Report ; describes x\nx a Lighting ; lamp lighthouse:red"

    found = resolved(coast, says("d1", text), says("d2", text))

    assert of(found, "d1", "r") == of(found, "d2", "r") == thing("report/red")


def test_frames_in_a_circle_stand_alone(coast: Schema) -> None:
    text = says("d1", "r a Report ; describes s\ns a Report ; describes r")

    found = resolved(coast, text)

    assert {rule(found, "d1", x) for x in "rs"} == {ResolvedBy.NOTHING}


def test_a_frame_that_misses_the_first_identity_joins_by_another(coast: Schema) -> None:
    full = says("d1", 's a Storm ; label "Great Gale" ; stormPlace coast:north ; struckOn 1901-05-07')
    named = says("d2", 's a Storm ; label "Great Gale"')
    placed = says("d3", "s a Storm ; stormPlace coast:north ; struckOn 1901-05")

    found = resolved(coast, full, named, placed)

    assert of(found, "d1", "s") == of(found, "d2", "s") == of(found, "d3", "s")
    assert of(found, "d1", "s") == thing("storm/north-1901-05-07")


def test_counts_of_one_scope_and_time_are_one_and_batches_of_other_days_are_not(coast: Schema) -> None:
    count = "n a LampCount ; number 9 ; scope coast:north ; countedOn "
    texts = [says(f"d{n}", count + when) for n, when in enumerate(("1901-05", "1901-05-07", "1902"))]

    found = resolved(coast, *texts)

    assert of(found, "d0", "n") == of(found, "d1", "n") == thing("lampcount/north-1901-05-07")
    assert of(found, "d2", "n") != of(found, "d0", "n")


def test_a_batch_and_a_total_of_one_day_are_two_counts(coast: Schema) -> None:
    count = "n a LampCount ; number 9 ; countedOn 1901 ; countKind "
    texts = says("d0", count + "kg:Batch"), says("d1", count + "kg:RunningTotal")

    found = resolved(coast, *texts)

    assert of(found, "d0", "n") != of(found, "d1", "n")


def test_an_event_s_own_days_date_its_counts(coast: Schema) -> None:
    storm = 's a Storm ; label "Great Gale" ; stormPlace coast:north ; struckOn 1901-05-07\n'
    one = says("d1", storm + "n a LampCount ; number 9 ; countedIn s")
    other = says("d2", "n a LampCount ; number 8 ; countedOn 1901-05")

    found = resolved(coast, one, other)

    assert of(found, "d1", "n") == of(found, "d2", "n")


def test_a_standing_number_without_a_time_is_held_against_every_dated_one(coast: Schema) -> None:
    dated = [says(f"d{n}", f"n a KeeperCount ; number 9 ; countedOn {1900 + n}") for n in range(2)]
    timeless = says("t", "n a KeeperCount ; number 8")

    apart, together = resolved(coast, *dated), resolved(coast, *dated, timeless)

    assert of(apart, "d0", "n") != of(apart, "d1", "n")
    assert of(together, "d0", "n") == of(together, "d1", "n") == of(together, "t", "n")


def test_resolutions_are_written_with_their_rule(coast: Schema) -> None:
    found = resolved(coast, says("d1", 'p a Keeper ; label "Ada"'))

    triples = {(t.predicate, t.object) for t in found.triples(coast.names)}

    assert (kg("rule"), kg("ByName")) in triples
    assert any(p == kg("registered") for p, _ in triples)


TEXTS = {
    "d1": """t a Lighthouse ; label "Tall Tower"
             x a Lighting ; lamp t ; litOn 1905
             n a LampCount ; number 3""",
    "d2": """s a Storm ; label "Gale"
             k a Keeper ; label "Ada"
             v a Service ; keeper k ; lamp t ; since 1901""",
    "d3": """t a Lighthouse ; label "Hook"
             k a Keeper ; label "ADA"
             v a Service ; keeper k ; lamp t""",
    "d4": """n a LampCount ; number 4 ; countedOn 1901
             x a Lighting ; lamp y
             y a Mark""",
    "d5": """s a Storm ; label "gale" ; stormPlace coast:north ; struckOn 1901
             n a KeeperCount ; number 2""",
}
MANY = [claim for name, text in TEXTS.items() for claim in says(name, text)]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_claims_changes_nothing(coast: Schema, seed: int) -> None:
    register = list(register_of(coast).claims)
    shuffled = list(MANY)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(register)

    found = resolve(shuffled, register, coast)

    assert found == resolve(MANY, register_of(coast).claims, coast)


@settings(max_examples=20, deadline=None)
@given(gone=st.sampled_from(["d1", "d2", "d3", "d4", "d5"]))
def test_every_local_thing_gets_one_record_and_a_removed_document_none(coast: Schema, gone: str) -> None:
    left = [c for c in MANY if c.source != document(gone)]

    found = resolve(left, register_of(coast).claims, coast)

    subjects = {c.subject.value for c in left}
    assert subjects <= found.canonical.keys()
    assert not any(document(gone).value + "#" in r.local for r in found.records)
    assert len({r.local for r in found.records}) == len(found.records)
    assert SEA not in {r.thing for r in found.records}
