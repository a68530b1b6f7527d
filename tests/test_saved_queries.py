"""The saved queries in queries/: complete headers, portable text, known terms, golden answers.

The golden answers are rewritten by `pytest tests/test_saved_queries.py --accept`, and by nothing else.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store
from rdflib.plugins.sparql import prepareQuery

from kg import queries, schema
from kg.names import KG
from kg.queries.proving import golden_text
from kg.tables import plain

ROOT = Path(__file__).resolve().parents[1]
EXPECT = ROOT / "tests" / "expect"
NAMES = sorted(queries.find(ROOT))
KNOWN = queries.prefixes(ROOT)
FEWEST = 32

each = pytest.mark.parametrize("name", NAMES)


@cache
def load(name):
    return queries.load(ROOT, name)


def code(text):
    """The query without its comments and strings."""
    without_comments = re.sub(r"^\s*#.*$", "", text, flags=re.M)
    return re.sub(r'"(?:[^"\\]|\\.)*"', '""', without_comments)


@cache
def defined_terms():
    return {triple.subject.value for triple in schema.load(ROOT).ontology if hasattr(triple.subject, "value")}


def test_there_are_queries_enough():
    assert len(NAMES) >= FEWEST


@each
def test_a_header_says_everything_in_both_languages(name):
    query = load(name)

    assert set(query.summary) == {"en", "de"}
    assert set(query.empty) == {"en", "de"}
    assert set(query.ordering) == {"en", "de"}
    assert not query.details or set(query.details) == {"en", "de"}
    assert set(query.scope) == {"en", "de"}
    assert query.tags
    assert query.since
    for column in query.fields:
        assert column.type, column.name
        assert set(column.summary) == {"en", "de"}, column.name
    for param in query.params:
        assert set(param.summary) == {"en", "de"}, param.name


@each
def test_a_query_ends_in_an_order_and_carries_its_claims(name):
    query = load(name)

    outer = query.text.rsplit("\n}", 1)[1]

    assert "ORDER BY" in outer
    assert "claim" in query.columns


@each
def test_the_columns_of_the_header_are_those_of_the_query_for_two_parsers(name):
    query = load(name)
    text = queries.portable(query, KNOWN)

    by_rdflib = tuple(str(variable) for variable in prepareQuery(text).algebra["PV"])
    by_oxigraph = tuple(variable.value for variable in Store().query(text).variables)

    assert by_rdflib == tuple(query.columns)
    assert by_oxigraph == tuple(query.columns)


@each
def test_a_query_uses_only_terms_that_are_defined(name):
    used = set(re.findall(r"(?<![\w<])(cm|kg):(\w+)", code(load(name).text)))

    undefined = {
        f"{prefix}:{local}" for prefix, local in used if KNOWN[prefix] + local not in defined_terms()
    }

    assert KNOWN["kg"] == KG
    assert undefined == set()


@each
def test_things_that_a_query_names_are_in_the_shipped_graph(name, shipped):
    named = re.findall(r"<(https?://[^>\s]+)>", code(load(name).text))

    missing = [
        iri for iri in named if next(shipped.quads_for_pattern(NamedNode(iri), None, None), None) is None
    ]

    assert missing == []


@each
def test_the_text_as_it_stands_answers_like_its_defaults(name, shipped):
    query = load(name)

    untouched = queries.finished(queries.run(shipped, query.text, None, KNOWN), query)
    with_defaults = queries.run(shipped, query, {}, KNOWN)

    assert untouched.rows == with_defaults.rows


@each
def test_every_claim_that_a_row_carries_is_in_the_graph_with_its_evidence(name, shipped):
    table = queries.run(shipped, load(name), {}, KNOWN)

    claims = {iri for cell in table.column("claim") if cell for iri in cell.split()}
    without = [iri for iri in sorted(claims) if not evidence_of(shipped, iri)]

    assert without == []
    if not load(name).may_be_empty:
        assert claims


def evidence_of(store, claim):
    return list(store.quads_for_pattern(NamedNode(claim), NamedNode(KG + "evidence"), None))


@each
def test_a_query_answers_as_it_did_when_its_answer_was_accepted(name, shipped, request):
    table = queries.run(shipped, load(name), {}, KNOWN)
    golden = EXPECT / f"{name}.csv"

    if request.config.getoption("--accept"):
        EXPECT.mkdir(exist_ok=True)
        golden.write_text(golden_text(table), encoding="utf-8")

    assert len(table) > 0 or load(name).may_be_empty
    assert golden_text(table) == golden.read_text(encoding="utf-8")


FITS = {
    "iri": lambda text: all(re.match(r"https?://\S+$", part) for part in text.split()),
    "text": lambda text: True,
    "integer": lambda text: re.fullmatch(r"-?\d+", text),
    "decimal": lambda text: re.fullmatch(r"-?\d+(\.\d+)?", text),
    "boolean": lambda text: text in ("true", "false"),
    "day": lambda text: re.fullmatch(r"[12]\d{7}", text),
    "period": lambda text: re.match(r"\d{4}", text),
}


@each
def test_cells_are_of_the_type_that_the_header_says(name, shipped):
    query = load(name)

    table = queries.run(shipped, query, {}, KNOWN)

    unfit = [
        (column.name, cell)
        for column in query.fields
        for cell in table.column(column.name)
        if cell and not FITS[column.type](cell)
    ]
    assert unfit == []


def test_every_subject_of_the_ontology_is_asked_about():
    """A class of things that carry facts is named in some query, itself or by one of its properties."""
    known = schema.load(ROOT)
    used = {term for name in NAMES for term in re.findall(r"\bcm:(\w+)", code(load(name).text))}
    shapes = {iri: known.classes[iri] for iri in known.classes if iri.startswith(KNOWN["cm"])}

    unasked = sorted(
        iri.rpartition("#")[2]
        for iri, described in shapes.items()
        if described.slots
        and not described.named
        and iri.rpartition("#")[2] not in used
        and not _slots(described) & used
    )

    assert unasked == []


def _slots(described):
    return {slot.path.rpartition("#")[2] for slot in described.slots}


def test_every_golden_answer_belongs_to_a_query():
    assert sorted(path.stem for path in EXPECT.glob("*.csv")) == NAMES


# --- parameters ------------------------------------------------------------------------------------------


def ask(shipped, name, **values):
    return queries.run(shipped, load(name), values, KNOWN)


def test_a_label_counts_from_the_day_of_its_award_on(shipped):
    before = ask(shipped, "label-holders", country="Germany", as_of="2023-10-11")
    on_the_day = ask(shipped, "label-holders", country="Germany", as_of="2023-10-12")

    assert before.column("name") == []
    assert on_the_day.column("name") == ["Mannheim"]


def test_a_selected_city_either_holds_the_label_on_a_day_or_awaits_it(shipped):
    day = "2025-01-01"
    holding = set(ask(shipped, "label-holders", as_of=day).column("city"))
    waiting = set(ask(shipped, "cities-awaiting-label", as_of=day).column("city"))
    selected = {
        plain(row[0]) for row in queries.run(shipped, "SELECT ?c { ?s cm:selectedCity ?c }", None, KNOWN).rows
    }

    assert holding & waiting == set()
    assert selected <= holding | waiting


def test_access_to_a_facility_is_told_for_one_city_alone(shipped):
    assert set(ask(shipped, "hub-access", city="Dresden").column("name")) == {"Dresden"}


def test_no_city_is_its_own_partner(shipped):
    for city in ("Dresden", "Dortmund", "Stuttgart"):
        table = ask(shipped, "partners-within-two-steps", city=city)

        assert city not in table.column("partner_name")


def test_what_is_open_is_among_the_contradictions(shipped):
    everything = set(ask(shipped, "contradictions").column("contradiction"))
    still_open = set(ask(shipped, "open-contradictions").column("contradiction"))

    assert still_open <= everything


def test_what_is_asked_about_a_thing_is_said_by_documents_in_their_words(shipped):
    table = ask(shipped, "about", thing="Mannheim")

    assert len(table) > 0
    assert all(table.column("words"))


def test_a_contradiction_is_found_by_the_city_whose_award_is_disputed(shipped):
    table = ask(shipped, "contradictions", thing="Mannheim")

    disputed = set(zip(table.column("what"), table.column("value"), table.column("stands"), strict=True))

    assert ("awarded on", "2023-10-12", "believed") in disputed
    assert ("awarded on", "2024-01-12", "not believed") in disputed


def test_what_was_expected_is_overdue_from_the_day_after_the_last_that_was_named(shipped):
    on_the_day = set(ask(shipped, "overdue", on="2025-09-27").column("when"))
    a_day_later = set(ask(shipped, "overdue", on="2025-09-28").column("when"))

    assert a_day_later - on_the_day == {"2025-09-24/2025-09-27"}


def test_what_a_facility_or_an_act_did_itself_is_a_step_of_it(shipped):
    things = {"Climate City Capital Hub": {"launched"}, "Net-Zero Industry Act": {"enacted"}}

    steps = {name: set(ask(shipped, "promises", thing=name).column("step")) for name in things}

    assert steps == things


def test_promises_stand_in_order_of_time_beside_what_came_of_them(shipped):
    table = ask(shipped, "promises", thing="Dresden")

    days = [int(day) for day in table.column("day")]

    assert days == sorted(days)
    assert {"expected", "believed"} <= set(table.column("status"))
    assert {"selected", "awarded"} <= set(table.column("step"))


def test_that_a_query_finds_anything_is_told_by_its_first_row_in_any_order(shipped: Store):
    found = {name: queries.finds(shipped, load(name), KNOWN) for name in NAMES}

    assert found == {name: len(queries.run(shipped, load(name), {}, KNOWN)) > 0 for name in NAMES}
    assert set(found.values()) == {True, False}
