"""Whatever is sent, nothing breaks, and no value gets out of the place that is meant for it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from pyoxigraph import Literal, NamedNode, Quad

from endpoints import COUNT, EX, P, code, get, lights, numbers, project, running
from kg import queries, serving, sparql
from kg.errors import QueryError

KG = "https://w3id.org/kg-claims#"
FEW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
EVIL = [
    '"', "'", "\\", '\\"', '"""', "}", "{", "} #", "#", "# \n}", "/*", "UNDEF", "UNDEF }", '" } ?s ?p ?o #',
    '"} UNION {?light ?p ?value} #', "7 } VALUES ?value { 1", "> <x", "<a> } ?s ?p ?o . {", "<urn:a>\n<urn:b>",
    "urn:x> ?p ?value . <urn:y", "https://example.org/coast/light-1> <https://example.org/coast/light-2",
    "rdf:type } #", "rdfs:label> }", "1; DROP ALL", "0 1", "1e5", "1e-5", "0x1", "٣", "+", "-", ".", "--1",
    "2024-01-01\n", "2024-02-30", "20240101", "\x00", "\ud83d", "\u2028", "?light", "$light", "_:b", "[]", "()",
    "SERVICE <http://127.0.0.1:1/> {}", "\\u0022 }", "%22%7D", "a" * 5000,
]  # fmt: skip
WORDS = [
    "SELECT", "*", "{", "}", "?s", "ASK", "<", ">", "SERVICE", '"', "#", "\\u007d", "LIMIT", "1", "(", ")", "FROM",
    "<file:///etc/passwd>", "\n", " ",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(EVIL) | st.text(max_size=5), min_size=1, max_size=4).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    base = Quad(NamedNode(EX + "ontology"), NamedNode(KG + "base"), Literal(EX), P)
    return project(tmp_path_factory.mktemp("fuzz"), [*lights(60), base])


@pytest.fixture(scope="module")
def url(root):
    with running(root, serving.Limits(seconds=5, quick=1)) as address:
        yield address


@pytest.fixture(scope="module")
def query(root):
    return queries.load(root, "said")


@pytest.fixture(scope="module")
def store(root):
    from pyoxigraph import Store

    return Store.read_only(str(root / "build" / "dataset" / "store"))


def sent(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"))


@given(name=st.sampled_from(["light", "least", "word", "day"]), value=PIECES)
@example(name="word", value='" } ?s ?p ?o #')
@example(name="light", value="urn:x> ?p ?value . <urn:y")
@example(name="least", value="1e" + "9" * 400)
@FEW
def test_a_value_stays_one_term_in_the_place_of_its_parameter(query, store, name, value):
    """The bound query has the tokens of the saved one, save for the one term in each VALUES of the parameter."""
    try:
        bound = queries.bind(query, {name: value}, store)
    except QueryError:
        return

    spans = sparql.values_rows(bound, name)
    inside = [sparql.significant(sparql.tokens(bound[start:end])) for start, end in spans]
    emptied = sparql.replace_rows(bound, {name: "UNDEF"})
    before = queries.bind(query, {}, store)
    assert len(spans) == len(sparql.values_rows(query.text, name))
    assert all(tokens[0].kind in ("iri", "string", "word", "mark") for tokens in inside)
    assert all(not any(token.text in "{}#" for token in tokens) for tokens in inside)
    assert words(emptied) == words(sparql.replace_rows(before, {name: "UNDEF"}))


def words(text: str) -> list[str]:
    return [token.text for token in sparql.significant(sparql.tokens(text))]


@given(name=st.sampled_from(["light", "least", "word", "day", "x", ""]), value=PIECES)
@example(name="word", value='" } ?s ?p ?o #')
@FEW
def test_a_parameter_of_any_value_is_answered_or_refused(url, name, value):
    answer = get(url, f"/queries/said?{sent(name)}={sent(value)}")

    assert answer.status_code in (200, 400, 404), answer.text
    if answer.status_code == 200:
        found = numbers(answer)
        light_or_all = [str(n) for n in range(60)]
        assert found == [n for n in light_or_all if n in found]
    else:
        assert code(answer) in ("KG601", "KG603", "KG604", "KG607")


@given(value=PIECES)
@FEW
def test_a_text_of_any_signs_changes_no_row(url, value):
    answer = get(url, f"/queries/said?word={sent(value)}&least=58")

    assert numbers(answer) == ["58", "59"]


@given(
    graph=PIECES,
    which=st.sampled_from(["default-graph-uri", "named-graph-uri"]),
    query=st.sampled_from([COUNT]),
)
@FEW
def test_a_graph_of_any_name_is_refused(url, graph, which, query):
    answer = get(url, f"/sparql?query={sent(query)}&{which}={sent(graph)}")

    assert (answer.status_code, code(answer)) == (400, "KG605" if "\ud83d" not in graph else code(answer))


@given(text=PIECES | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@FEW
def test_a_query_of_any_text_is_answered_or_refused(url, text):
    answer = get(url, f"/sparql?query={sent(text)}")

    assert answer.status_code in (200, 400, 422), answer.text
    assert "root:" not in answer.text


# A client asks for "/id/.." as "/", where there is a page.
BELOW = PIECES.filter(lambda path: {".", ".."}.isdisjoint(path.split("/")))


@given(path=BELOW, accept=st.sampled_from(["text/html", "text/turtle", "application/rdf+xml", "x/y"]))
@FEW
def test_a_path_of_any_text_is_answered_or_refused(url, path, accept):
    answer = get(url, "/id/" + sent(path), accept=accept)

    assert answer.status_code in (404, 406)


def test_the_description_is_kept_to_whatever_is_asked(url):
    seen = ask_all(url, 25)

    assert set(seen) <= {200, 304, 400, 403, 404, 405, 406, 413, 415, 422}
    assert seen[200] >= 15
    assert seen[400] >= 15


@pytest.mark.slow
def test_the_description_of_the_shipped_queries_is_kept(shipped_root):
    with running(shipped_root) as url:
        seen = ask_all(url, 20)

    assert seen[200] >= 100
    assert not [status for status in seen if status >= 500]


# A name that nothing bears is a 404 though it is a string; a field that is not asked for is refused.
NOT_PROMISED = {"positive_data_acceptance", "negative_data_rejection"}


def ask_all(url: str, examples: int) -> Counter[int]:
    """Ask each operation of the description, as it says and otherwise; statuses that came."""
    schemathesis.checks.load_all_checks()
    left_out = schemathesis.checks.CHECKS.get_by_names(sorted(NOT_PROMISED))
    seen: Counter[int] = Counter()
    for found in schemathesis.openapi.from_url(f"{url}/openapi.json").get_all_operations():
        for mode in schemathesis.GenerationMode:
            cases = found.ok().as_strategy(generation_mode=mode)

            @given(case=cases)
            @settings(
                max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None
            )
            def ask(case):
                answer = case.call_and_validate(base_url=url, excluded_checks=left_out)
                seen[answer.status_code] += 1

            # Some operations take nothing that could be wrong.
            with suppress(Unsatisfiable):
                ask()
    return seen
