"""The ledger: what a contradiction is called, what would turn it, and numbers held against numbers and lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.deciding import (
    Contradiction,
    Decided,
    Kind,
    Rule,
    Source,
    Status,
    Verdict,
    Witnesses,
    decide,
    read_judgements,
)
from kg.deciding.witnesses import _Sketches, resemblance
from kg.names import RDF_TYPE
from kg.resolving import resolve
from kg.schema import Schema
from seamarks import SEA, document, load_coast, register_of, says, thing
from test_deciding import RED, decided, decisions, period, source, the, upheld


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("ledger"))


def of_kind(found: Decided, kind: Kind) -> list[Contradiction]:
    return [c for c in found.contradictions if c.kind is kind]


def turns(found: Decided) -> list[str]:
    return [text for c in found.contradictions for language, text in c.changes if language == "en"]


# --- what it is called ------------------------------------------------------------------------------------


def test_a_contradiction_is_called_what_the_ontology_says_of_its_property(coast: Schema) -> None:
    tower = 't a Lighthouse ; label "Red Tower" ; paint '

    found = decided(coast, says("a", tower + '"red"'), says("b", tower + '"white"'))

    assert [c.kind for c in found.contradictions] == [Kind.STATUS]


# --- what would turn it -----------------------------------------------------------------------------------


def test_an_open_contradiction_says_what_would_decide_it_for_each_side(coast: Schema) -> None:
    found = decided(coast, says("d1", RED + " ; litOn 1905"), says("d2", RED + " ; litOn 1906"))

    assert turns(found) == [
        "1905: an editor's judgement; a claim by Red Tower; one more independent witness",
        "1906: an editor's judgement; a claim by Red Tower; one more independent witness",
    ]


def test_a_decided_contradiction_says_what_would_turn_it(coast: Schema) -> None:
    texts = [says(name, RED + " ; litOn 1905") for name in "abc"]

    found = decided(coast, *texts, says("d", RED + " ; litOn 1906"))

    assert turns(found) == [
        "1906: an editor's judgement; a claim by Red Tower; 3 more independent witnesses",
    ]


def test_a_later_document_turns_only_what_documents_of_equal_weight_disagree_on(coast: Schema) -> None:
    texts = (says("a", RED + " ; litOn 1905"), says("b", RED + " ; litOn 1906"))
    sources = (source("a", "office/a", "1950"), source("b", "office/b", "1960"))

    found = decided(coast, *texts, sources=sources)

    assert the(found, "lighting/red", "litOn").rule is Rule.LATER_DOCUMENT
    assert turns(found)[0].endswith("a later document by one of its sources")


def test_what_is_said_to_turn_a_contradiction_turns_it(coast: Schema) -> None:
    texts = [says(name, RED + " ; litOn 1905") for name in "abc"]
    other = [says(name, RED + " ; litOn 1906") for name in "defg"]

    before = decided(coast, *texts, *other[:1])
    short = decided(coast, *texts, *other[:3])
    enough = decided(coast, *texts, *other)

    value = [
        {d.value.value[-4:] for d in decisions(found, "lighting/red", "litOn") if d.status is Status.DECIDED}
        for found in (before, short, enough)
    ]
    assert value == [{"1905"}, set(), {"1906"}]


# --- sums -------------------------------------------------------------------------------------------------

TOTAL = "n a LampCount ; countKind kg:RunningTotal ; "
BATCH = "n a LampCount ; countKind kg:Batch ; "


def test_a_total_that_is_not_the_one_before_and_the_batch_is_a_contradiction(coast: Schema) -> None:
    before = says("a", TOTAL + "countedOn 1910-03 ; number 33")
    batch = says("b", BATCH + "countedOn 1910-10 ; number 20")

    right = decided(coast, before, batch, says("c", TOTAL + "countedOn 1910-10 ; number 53"))
    wrong = decided(coast, before, batch, says("c", TOTAL + "countedOn 1910-10 ; number 50"))

    assert not of_kind(right, Kind.COUNT)
    (contradiction,) = of_kind(wrong, Kind.COUNT)
    assert {c.resolved.value.value for c in wrong.counted} == {"53"}
    assert len(wrong.counted[0].of) == 2
    assert contradiction.about.value.endswith("1910-10")


def test_a_batch_in_between_that_nobody_added_makes_no_sum(coast: Schema) -> None:
    texts = [
        says("a", TOTAL + "countedOn 1910-03 ; number 33"),
        says("b", BATCH + "countedOn 1910-05 ; number 4"),
        says("c", BATCH + "countedOn 1910-10 ; number 20"),
        says("d", TOTAL + "countedOn 1910-10 ; number 57"),
    ]

    assert not of_kind(decided(coast, *texts), Kind.COUNT)


def test_a_whole_is_the_sum_of_its_parts(coast: Schema) -> None:
    def counted(whole: int) -> Decided:
        scopes = {"north": 3, "south": 4, "all": whole}
        return decided(
            coast,
            *(
                says(n, f"n a LampCount ; countedOn 1901-05 ; number {k} ; scope coast:{n}")
                for n, k in scopes.items()
            ),
        )

    assert not of_kind(counted(7), Kind.COUNT)
    (contradiction,) = of_kind(counted(8), Kind.COUNT)
    assert contradiction.about.value == thing("lampcount/all-1901-05")


# --- membership -------------------------------------------------------------------------------------------

TWO = (
    "n a LampCount ; countedOn 1901-05 ; number 2\nx a Lighting ; lamp lighthouse:red ; litOn 1901-05-03\n"
    + ("y a Lighting ; lamp lighthouse:small ; litOn 1901-05-04")
)
THIRD = "z a Lighting ; lamp lighthouse:hook-north ; litOn 1901-05-05"


def test_a_list_that_says_it_is_whole_and_lacks_one_is_a_contradiction(coast: Schema) -> None:
    found = decided(coast, says("a", TWO), says("b", THIRD))

    (contradiction,) = of_kind(found, Kind.MEMBERSHIP)

    assert contradiction.about.value == thing("lighting/hook-north")
    assert (contradiction.rule, contradiction.status) == (Rule.LIST_SILENT, Status.DECIDED)
    assert contradiction.predicate == RDF_TYPE
    assert len(contradiction.sides) == 2


def test_a_list_that_names_fewer_than_it_says_there_are_lacks_nobody(coast: Schema) -> None:
    found = decided(coast, says("a", TWO.replace("number 2", "number 3")), says("b", THIRD))

    assert not of_kind(found, Kind.MEMBERSHIP)


def test_what_both_name_is_no_contradiction(coast: Schema) -> None:
    found = decided(coast, says("a", TWO), says("b", TWO.split("\n")[1]))

    assert not found.contradictions


# --- copies -----------------------------------------------------------------------------------------------


def witnesses(coast: Schema, *sources: Source) -> Witnesses:
    return Witnesses({s.iri.value: s for s in sources}, resolve([], (), coast), 0.6)


def sketched(name: str, issued: str, *parts: range) -> Source:
    plain = source(name, f"office/{name}", issued)
    return Source(
        plain.iri, plain.publisher, plain.issued, "", None, tuple(sorted(n for p in parts for n in p))
    )


def test_a_text_that_shares_most_of_its_wording_with_an_earlier_one_is_no_second_witness(
    coast: Schema,
) -> None:
    first, copy, other = (
        sketched("a", "1950", range(64)),
        sketched("b", "1951", range(56), range(200, 208)),
        sketched("c", "1952", range(20), range(300, 344)),
    )

    told = witnesses(coast, copy, other, first)

    assert told.witness(document("b").value) == told.witness(document("a").value)
    assert told.count(s.iri.value for s in (first, copy, other)) == 2


def test_a_later_near_copy_takes_nothing_from_the_first(coast: Schema) -> None:
    first, copy = sketched("a", "1950", range(64)), sketched("b", "1951", range(60), range(200, 204))

    alone, both = witnesses(coast, first), witnesses(coast, copy, first)

    iri = first.iri.value
    assert (alone.publisher(iri), alone.issued(iri)) == (both.publisher(iri), both.issued(iri))


sketches = st.sets(st.integers(0, 90), min_size=1, max_size=70).map(lambda found: tuple(sorted(found))[:64])


@given(
    earlier=st.lists(sketches, max_size=4), later=sketches, alike=st.sampled_from([0.1, 0.5, 0.55, 0.6, 1.0])
)
def test_pairs_that_are_passed_over_at_a_glance_are_no_near_copies(
    earlier: list[tuple[int, ...]], later: tuple[int, ...], alike: float
) -> None:
    known = _Sketches(alike)
    for number, sketch in enumerate(earlier):
        known.add(Source(document(f"d{number}"), sketch=sketch))

    found = known.near(Source(document("later"), sketch=later))

    near = [
        document(f"d{number}").value
        for number, sketch in enumerate(earlier)
        if {*sketch[:16]} & {*later} and resemblance(sketch, later) >= alike
    ]
    assert found == (near[0] if near else None)


# --- judgements -------------------------------------------------------------------------------------------

LIT = ("lighting/red", "litOn")


def judged(coast: Schema, verdict: Verdict, value: str, *texts: str) -> Decided:
    claims = [claim for n, text in enumerate(texts) for claim in says(f"d{n}", text)]
    key = (NamedNode(thing(LIT[0])), NamedNode(SEA + LIT[1]), period(value))
    judgements = read_judgements(upheld(coast, key, verdict))
    register = register_of(coast)
    resolution = resolve(claims, register.claims, coast)
    return decide([*claims, *register.claims], resolution, coast, {}, judgements=judgements)


def test_what_an_editor_refuses_counts_for_nothing(coast: Schema) -> None:
    found = judged(coast, Verdict.REFUSED, "1905", RED + " ; litOn 1905", RED + " ; litOn 1906")

    assert the(found, *LIT).value == period("1906")
    assert not found.contradictions


def test_what_an_editor_refuses_is_no_fact_where_nobody_says_otherwise(coast: Schema) -> None:
    found = judged(coast, Verdict.REFUSED, "1905", RED + " ; litOn 1905")

    assert not decisions(found, *LIT)


def test_a_fact_that_an_editor_upheld_says_so(coast: Schema) -> None:
    found = judged(coast, Verdict.UPHELD, "1905", RED + " ; litOn 1905")

    assert the(found, *LIT).rule is Rule.OVERRIDE


def test_a_judgement_that_meets_no_claim_is_something_to_look_at(coast: Schema) -> None:
    found = judged(coast, Verdict.REFUSED, "1999", RED + " ; litOn 1905")

    assert any("no source makes any more" in note.text for note in found.notes)
