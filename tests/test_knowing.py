"""What was known on a day: a query asked of the past answers as a dataset of that day's documents would."""

from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Store

from endpoints import running
from kg import asking, dataset, queries, serving
from kg.errors import QueryError
from kg.queries.patterns import replace_patterns
from lighthouses import BASE, project
from snapshots import Snapshots

ROOT = Path(__file__).resolve().parents[1]
NAMES = sorted(queries.find(ROOT))
KNOWN = queries.prefixes(ROOT)
LH = {**queries.WELL_KNOWN_PREFIXES, "lh": f"{BASE}ontology#"}
FAR = 99991231
LIT = f"SELECT ?on {{ <{BASE}id/lighthouse/cape-still> lh:firstLit/rdfs:label ?on }}"


def at(store: Store, day: int, prefixes=KNOWN) -> queries.Past:
    return queries.past(lambda text: queries.run(store, text, None, prefixes), day)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("known"))
    dataset.build(root)
    return root


@pytest.fixture(scope="module")
def snapshots(shipped_root: Path) -> Snapshots:
    return Snapshots(shipped_root)


# --- a small domain ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "lit"),
    [("2021-06-04", []), ("2021-06-05", ["1902"]), ("2022-03-01", ["1904"]), ("2024-01-01", ["1904"])],
)
def test_a_fact_is_decided_again_from_what_was_published_by_a_day(
    built: Path, day: str, lit: list[str]
) -> None:
    found = asking.ask(asking.Question(built, text=LIT, known_on=day))

    assert found.column("on") == lit


@pytest.mark.parametrize(
    ("day", "keepers"),
    [("2021-06-04", []), ("2021-06-05", ["Ida Behrens"]), ("2023-11-20", ["Ida Behrens", "Jon Falk"])],
)
def test_what_follows_follows_on_the_day_on_which_its_premises_are_known(
    built: Path, day: str, keepers: list[str]
) -> None:
    text = "SELECT ?who { ?keeper lh:tends ?tower ; rdfs:label ?who } ORDER BY ?who"

    found = asking.ask(asking.Question(built, text=text, known_on=day))

    assert found.column("who") == keepers


def test_absence_and_counting_mean_what_they_mean_today(built: Path) -> None:
    text = """SELECT ?name (COUNT(?on) AS ?n) { ?tower a lh:Lighthouse ; rdfs:label ?name
      FILTER (LANG(?name) = "en") OPTIONAL { ?tower lh:firstLit ?on } MINUS { ?tower lh:tendedBy ?who } }
      GROUP BY ?name ORDER BY ?name"""

    found = {
        day: [list(row) for row in asking.ask(asking.Question(built, text=text, known_on=day)).rows]
        for day in ("2021-06-04", "2021-06-05", "2023-11-20")
    }

    shown = {day: [[cell.value for cell in row] for row in rows] for day, rows in found.items()}
    assert shown["2021-06-04"] == [["Cape Still", "0"], ["Grey Raven", "1"]]
    assert shown["2021-06-05"] == [["Cape Still", "1"]]
    assert shown["2023-11-20"] == []


@pytest.mark.parametrize("day", ["2021", "2021-02-30", "yesterday"])
def test_what_is_no_day_is_refused(built: Path, day: str) -> None:
    with pytest.raises(QueryError) as caught:
        asking.ask(asking.Question(built, text=LIT, known_on=day))

    assert caught.value.code == "KG607"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?s { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?s FROM <urn:g> { ?s ?p ?o }",
        "SELECT ?s { ?s lh:tends+ ?o }",
        "SELECT ?s { ?s lh:tends [] }",
        "SELECT ?s { ?s lh:tends ( 1 2 ) }",
        "DESCRIBE <urn:x>",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "SELECT ?s { ?s ?p",
    ],
)
def test_what_cannot_be_asked_of_a_day_is_refused_and_never_answered_wrongly(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        queries.known_on(text, queries.Past(20240101), LH)

    assert caught.value.code == "KG631"


def test_a_day_can_be_asked_for_over_http_of_saved_and_of_free_queries(
    shipped_root: Path, shipped: Store
) -> None:
    day, days = "2024-03-21", {}
    text = "SELECT (COUNT(DISTINCT ?city) AS ?n) { ?city cm:holdsLabel ?label }"
    then = at(shipped, 20240321)
    saved = queries.run(shipped, queries.load(ROOT, "label-holders"), {}, KNOWN, then=then)
    free = queries.run(shipped, text, None, KNOWN, then=then)

    with running(shipped_root, serving.Limits()) as url, httpx.Client(trust_env=False, timeout=60) as client:
        csv = {"Accept": "text/csv"}
        days["saved"] = client.get(f"{url}/queries/label-holders", params={"known_on": day}, headers=csv)
        days["free"] = client.get(f"{url}/sparql", params={"query": text, "known-on": day}, headers=csv)
        days["wrong"] = client.get(f"{url}/queries/label-holders", params={"known_on": "soon"}, headers=csv)
        today = client.get(f"{url}/queries/label-holders", headers=csv)

    assert days["saved"].text.count("/id/city/") == len(saved) > 0
    assert days["free"].text.split() == ["n", free.column("n")[0]]
    assert today.text.count("/id/city/") > len(saved)
    assert days["wrong"].status_code == 400


# --- taking a query apart ---------------------------------------------------------------------------------


def patterns(text: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []

    def replace(subject: str, predicate: str, target: str) -> str:
        found.append((subject, predicate, target))
        return f"{subject} {predicate} {target} ."

    made = replace_patterns(text, replace, lambda predicate: predicate == "rdfs:subClassOf")
    Store().query(made, prefixes=LH)
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "SELECT ?s { ?s a ?c ; lh:p 1, 2.5 , -3 . }",
            [("?s", "a", "?c"), ("?s", "lh:p", "1"), ("?s", "lh:p", "2.5"), ("?s", "lh:p", "-3")],
        ),
        (
            'SELECT ?s { ?s lh:p "a b"@en-GB , "x"^^xsd:date , true }',
            [("?s", "lh:p", '"a b"@en-GB'), ("?s", "lh:p", '"x"^^xsd:date'), ("?s", "lh:p", "true")],
        ),
        ("SELECT ?s { ?s lh:p/^lh:q ?o }", [("?s", "lh:p", "?_step1"), ("?o", "lh:q", "?_step1")]),
        (
            "SELECT ?s { ?s (lh:p|lh:q) ?o FILTER (?s != ?o && !BOUND(?x)) }",
            [("?s", "lh:p", "?o"), ("?s", "lh:q", "?o")],
        ),
        (
            'SELECT ?s { { SELECT ?s (MIN(CONCAT(?x, "a")) AS ?m) { ?s ?p ?x } GROUP BY ?s HAVING (COUNT(?x) > 1) } }',
            [("?s", "?p", "?x")],
        ),
        (
            "SELECT ?s { ?s lh:p ?o FILTER NOT EXISTS { ?o lh:q ?x } BIND (IF(?o <= 3, 1, 2) AS ?y) }",
            [("?s", "lh:p", "?o"), ("?o", "lh:q", "?x")],
        ),
        (
            "SELECT ?s { VALUES (?s ?o) { (<urn:a> UNDEF) } ?s lh:p ?o MINUS { ?s lh:q ?o } }",
            [("?s", "lh:p", "?o"), ("?s", "lh:q", "?o")],
        ),
        (
            "ASK { ?s lh:p ?o OPTIONAL { ?o lh:q ?x } { ?s lh:r ?y } UNION { ?s lh:t ?y } }",
            [("?s", "lh:p", "?o"), ("?o", "lh:q", "?x"), ("?s", "lh:r", "?y"), ("?s", "lh:t", "?y")],
        ),
        ("CONSTRUCT { ?s lh:new ?o } WHERE { ?s lh:p ?o }", [("?s", "lh:p", "?o")]),
    ],
)
def test_each_pattern_is_found_and_the_rest_stays(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert patterns(text) == wanted


def test_a_parameter_that_is_not_given_leaves_no_row_behind() -> None:
    made = replace_patterns(
        "SELECT ?s { VALUES ?x { UNDEF } ?s lh:p ?x }", lambda s, p, o: "", lambda p: False
    )

    assert "UNDEF" not in made


# --- the shipped graph ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_far_in_the_future_all_is_known_that_there_is(name: str, shipped: Store) -> None:
    query = queries.load(ROOT, name)

    today = queries.run(shipped, query, {}, KNOWN)
    ever = queries.run(shipped, query, {}, KNOWN, then=at(shipped, FAR))

    assert ever.rows == today.rows


def differing(shipped: Store, snapshot: Store, day: int, names: Sequence[str]) -> list[str]:
    """Queries that tell something else of a day than the dataset of its documents does."""
    then, found = at(shipped, day), []
    for name in names:
        query = queries.load(ROOT, name)
        text = queries.bind(query, {}, shipped, KNOWN)
        wanted = queries.finished(queries.run(snapshot, text, None, KNOWN), query)
        if queries.run(shipped, query, {}, KNOWN, then=then).rows != wanted.rows:
            found.append(name)
    return found


@pytest.mark.slow
def test_on_a_past_day_queries_answer_as_that_day_s_documents_would(
    shipped: Store, snapshots: Snapshots
) -> None:
    day = 20240517

    assert differing(shipped, snapshots.on(day), day, NAMES[::8]) == []


@pytest.mark.slow
def test_on_every_past_day_a_quarter_of_the_queries_answer_as_that_day_s_documents_would(
    shipped: Store, snapshots: Snapshots
) -> None:
    days = [day for day in snapshots.days() if 20220101 < day < FAR]

    # By turns, so that each query is asked on every fourth day; a day's store is gone before the next is made.
    wrong = {
        day: names
        for place, day in enumerate(days)
        if (names := differing(shipped, snapshots.on(day), day, NAMES[place % 4 :: 4]))
    }

    assert wrong == {}


def test_true_on_a_day_and_known_on_a_day_differ(shipped: Store) -> None:
    query = queries.load(ROOT, "label-holders")

    true_then = queries.run(shipped, query, {"as_of": "2024-03-21"}, KNOWN)
    known_then = queries.run(shipped, query, {}, KNOWN, then=at(shipped, 20240321))

    assert len(true_then) == 33
    assert set(true_then.column("city")) != set(known_then.column("city"))
