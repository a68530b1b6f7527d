"""A saved query is done when three stores give the same rows: the embedded one, Oxigraph's server, Virtuoso."""

from pathlib import Path

import pytest

import samples
import storehouses
from kg import queries, schema, stores
from kg.errors import QueryError, StoreError
from kg.tables import plain

ROOT = Path(__file__).resolve().parents[1]
SLOW = ("silent-terms",)
"""Queries that take another store most of a minute: the whole run asks them."""
NAMES = sorted(queries.find(ROOT))
KNOWN = queries.prefixes(ROOT)
STORES = ("oxigraph", "virtuoso")
BASE = schema.load(ROOT).names.base
# Questions with other values than the defaults: by name, by day, by class, in another spelling.
ASKED = [
    ("label-holders", {"country": "Deutschland", "as_of": "2024-12-31"}),
    ("cities-awaiting-label", {"as_of": "2024-01-01", "country": "Poland"}),
    ("cities-awaiting-label", {"as_of": "2024-03-21"}),
    ("hub-access", {"as_of": "2024-06-15"}),
    ("office-holders", {"as_of": "2024-06-15"}),
    ("promises", {"as_of": "2024-06-15", "thing": "Dresden"}),
    ("partnerships", {"city": "Chmelnyzkyj"}),
    ("contradictions", {"thing": "Mannheim"}),
    ("about", {"thing": "Climate City Capital Hub"}),
    ("single-source-facts", {"class": "cm:Partnership"}),
    ("who-says", {"class": "City"}),
    ("facts", {"thing": "<https://w3id.org/cities-mission/id/city/leipzig>"}),
    ("hub-access", {"city": "Dresden"}),
]


@pytest.fixture(scope="module")
def oxigraph(shipped, tmp_path_factory):
    with storehouses.oxigraph(tmp_path_factory.mktemp("agree")) as url:
        stores.load(shipped, url, base=BASE)
        with stores.connect(url) as remote:
            yield remote


@pytest.fixture(scope="module")
def virtuoso(shipped, tmp_path_factory):
    with storehouses.virtuoso(tmp_path_factory.mktemp("agree")) as url:
        stores.load(shipped, url, base=BASE, **storehouses.VIRTUOSO_LOGIN)
        with stores.connect(url) as remote:
            yield remote


@pytest.fixture(params=STORES)
def remote(request):
    return request.getfixturevalue(request.param)


def rows(table):
    """As the text of each cell: Virtuoso has no booleans of its own, and other names for plain texts."""
    return [[plain(term) for term in row] for row in table.rows]


def shared_out():
    """Each query with each store; a usual run asks every other query of one store, and the rest of the other."""
    pairs = [(name, store) for name in NAMES for store in STORES]
    return [
        pytest.param(name, store, marks=pytest.mark.slow)
        if name in SLOW or NAMES.index(name) % len(STORES) != STORES.index(store)
        else (name, store)
        for name, store in pairs
    ]


@pytest.mark.parametrize(("name", "remote"), shared_out(), indirect=["remote"])
def test_a_query_answers_alike_in_another_store(name, shipped, remote):
    query = queries.load(ROOT, name)

    here = queries.run(shipped, query, {}, KNOWN)
    there = stores.ask(remote, query, {}, KNOWN)

    assert there.columns == here.columns
    assert rows(there) == rows(here)
    assert there.empty == here.empty


@pytest.mark.parametrize(("name", "values"), samples.every(2, ASKED))
def test_parameters_mean_the_same_in_another_store(name, values, shipped, remote):
    query = queries.load(ROOT, name)

    here = queries.run(shipped, query, values, KNOWN)
    there = stores.ask(remote, query, values, KNOWN)

    assert rows(here)
    assert rows(there) == rows(here)


@pytest.mark.parametrize("day", [20240321, pytest.param(20250601, marks=pytest.mark.slow)])
def test_what_was_known_on_a_day_is_the_same_in_another_store_or_is_refused(day, shipped, remote):
    then = queries.past(lambda text: queries.run(shipped, text, None, KNOWN), day)
    answered = []

    for name in ("applicant-numbers", "hub-access", "label-holders", "sources", "who-says"):
        query = queries.load(ROOT, name)
        here = queries.run(shipped, query, {}, KNOWN, then=then)
        assert rows(here) != rows(queries.run(shipped, query, {}, KNOWN))
        try:
            there = stores.ask(remote, query, {}, KNOWN, day=day)
        except StoreError as error:
            if error.code != "KG702" or "Virtuoso" not in error.found:
                raise
            continue
        assert rows(there) == rows(here)
        answered.append(name)

    assert len(answered) >= 4


def test_the_sentences_behind_an_answer_are_the_same(shipped, remote):
    query = queries.load(ROOT, "hub-access")
    values = {"city": "Dresden"}

    here = queries.explained(
        queries.run(shipped, query, values, KNOWN), lambda text: queries.run(shipped, text, None, KNOWN)
    )
    there = stores.ask(remote, query, values, KNOWN, explain=True)

    assert "“" in here.column("sentences")[0]
    assert rows(there) == rows(here)


def test_a_name_that_the_other_store_does_not_know_is_answered_with_near_ones(remote):
    with pytest.raises(QueryError) as caught:
        stores.ask(remote, queries.load(ROOT, "hub-access"), {"city": "Dresdn"}, KNOWN)

    assert caught.value.code == "KG604"
    assert "Dresden" in caught.value.want


def test_free_sparql_sees_the_union_of_all_graphs(remote):
    table = stores.ask(remote, 'SELECT ?c { ?c rdfs:label "Dresden"@de ; a cm:City }', known=KNOWN)

    assert table.column("c") == [f"{BASE}id/city/dresden"]
