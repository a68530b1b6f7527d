"""The endpoint over a real socket: the protocol, its refusals, and queries that are killed."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial

import httpx
import pyoxigraph as ox
import pytest
import uvicorn
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import serving
from kg.serving.protocol import GRAPHS, ROWS, negotiate

EX = "https://example.org/coast/"
P, G, H = NamedNode(EX + "p"), NamedNode(EX + "graph/g"), NamedNode(EX + "graph/h")
SAVED = """\
#+ summary: What is said of one light?
#+ params: {light: {type: thing}, least: {type: number, default: 0}}
#+ columns: value (number)
#+ empty: nothing is said
SELECT ?value WHERE {
  VALUES ?light { UNDEF }
  VALUES ?least { 0 }
  ?light <https://example.org/coast/p> ?value . FILTER (?value >= ?least)
}
ORDER BY ?value
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    (root / "queries").mkdir()
    (root / "queries" / "said.rq").write_text(SAVED, encoding="utf-8")
    fill(root / "store", 60)
    limits = serving.Limits(
        seconds=2.0, workers=2, waiting=1.0, answer=20_000, memory=2**30, request=1_000_000
    )
    made = serving.app(
        partial(Store.read_only, str(root / "store")), root, limits=limits, watch=root / "stamp"
    )
    with running(made) as address:
        yield address


@contextmanager
def running(made):
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(made, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def fill(path, count: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store(str(path))
    store.extend(Quad(NamedNode(f"{EX}light-{n}"), P, Literal(n), G) for n in range(count))
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    store.add(Quad(NamedNode(EX + "light-7"), label, Literal("Sjöborg"), H))
    store.flush()


def get(url: str, path: str = "/sparql", accept: str = "", **params) -> httpx.Response:
    headers = {"Accept": accept} if accept else {}
    return httpx.get(url + path, params=params, headers=headers, timeout=30, trust_env=False)


def post(url: str, **options) -> httpx.Response:
    return httpx.post(url + "/sparql", timeout=30, trust_env=False, **options)


def numbers(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [next(iter(row.values()))["value"] for row in answer.json()["results"]["bindings"]]


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_three_ways_to_ask_give_one_answer_over_the_union(url):
    by_get = get(url, query=COUNT)
    by_form = post(url, data={"query": COUNT})
    by_body = post(url, content=COUNT, headers={"Content-Type": "application/sparql-query"})

    assert [numbers(one) for one in (by_get, by_form, by_body)] == [["61"]] * 3
    assert by_get.headers["content-type"] == "application/sparql-results+json"


def test_a_request_chooses_its_graphs(url):
    chosen = {"default-graph-uri": H.value}
    in_url = f"{url}/sparql?default-graph-uri={H.value}"
    body = {"content": COUNT, "headers": {"Content-Type": "application/sparql-query"}}
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    assert numbers(get(url, query=COUNT, **chosen)) == ["1"]
    assert numbers(post(url, data={"query": COUNT, **chosen})) == ["1"]
    assert numbers(httpx.post(in_url, trust_env=False, **body)) == ["1"]
    assert numbers(get(url, query=COUNT.replace("{", f"FROM <{G.value}> {{", 1), **chosen)) == ["1"]
    assert numbers(get(url, query=named, **{"named-graph-uri": [G.value, H.value]})) == ["61"]
    assert numbers(get(url, query=COUNT, **{"named-graph-uri": G.value})) == ["0"]
    assert get(url, query=COUNT, **{"default-graph-uri": EX + "none"}).status_code == 400


@pytest.mark.parametrize("media", [media for media in ROWS if media != "text/csv"])
def test_rows_come_in_the_format_that_is_asked_for(url, media):
    answer = get(url, accept=media, query="SELECT ?v { ?s ?p ?v FILTER(?v = 7) }")

    found = ox.parse_query_results(answer.content, ROWS[media])

    assert answer.headers["content-type"].partition(";")[0] == media
    assert [row["v"].value for row in found] == ["7"]


def test_csv_is_csv(url):
    answer = get(url, accept="text/csv", query=f"SELECT ?n {{ GRAPH <{H.value}> {{ ?s ?p ?n }} }}")

    assert answer.content.decode().split() == ["n", "Sjöborg"]


@pytest.mark.parametrize("media", GRAPHS)
def test_graphs_come_in_the_format_that_is_asked_for(url, media):
    answer = get(url, accept=media, query=f"DESCRIBE <{EX}light-3>")

    assert [q.object for q in ox.parse(answer.content, GRAPHS[media])] == [Literal(3)]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "a/x"),
        ("*/*", "a/x"),
        ("text/html, */*;q=0.1", "a/x"),
        ("b/y", "b/y"),
        ("a/x;q=0.4, b/y;q=0.5", "b/y"),
        ("a/x;q=0, */*", "b/y"),
        ("b/*", "b/y"),
        ("text/html", None),
        ("b/y;q=nonsense", None),
    ],
)
def test_formats_are_negotiated(accept, given):
    assert negotiate(accept, ["a/x", "b/y"]) == given


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("SELECT", "KG601"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "KG605"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "KG605"),
        ("DELETE WHERE { ?s ?p ?o }", "KG601"),
    ],
)
def test_a_bad_query_is_a_bad_request_with_code_and_reason(url, query, code):
    for answer in (get(url, query=query), post(url, data={"query": query})):
        assert answer.status_code == 400
        assert answer.text.startswith(code)
        assert answer.headers["content-type"].startswith("text/plain")


def test_requests_that_are_no_queries_are_refused(url):
    update = "DROP ALL"
    form = {"Content-Type": "application/x-www-form-urlencoded"}

    assert post(url, data={"update": update}).status_code == 403
    assert post(url, content=update, headers={"Content-Type": "application/sparql-update"}).status_code == 403
    assert get(url, update=update).status_code == 403
    assert post(url, content="ASK {}", headers={"Content-Type": "text/plain"}).status_code == 415
    assert post(url, data={"nothing": "1"}).status_code == 400
    assert post(url, content=b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", headers=form).status_code == 400
    assert post(url, content=b"\xff", headers={"Content-Type": "application/sparql-query"}).status_code == 400
    assert post(url, data={"query": "ASK {}" + " " * 1_100_000}).status_code == 413
    assert get(url, accept="text/html", query="ASK {}").status_code == 406
    assert httpx.put(url + "/sparql", trust_env=False).status_code == 405
    assert numbers(get(url, query=COUNT)) == ["61"]


def test_a_query_that_takes_too_long_is_killed_and_the_next_is_answered(url):
    started = time.monotonic()
    answer = get(url, query=ENDLESS)

    assert (answer.status_code, answer.text[:5]) == (504, "KG608")
    assert time.monotonic() - started < 10
    assert numbers(get(url, query=COUNT)) == ["61"]


def test_queries_that_find_no_free_worker_are_sent_away(url):
    get(url, query=COUNT)
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda: answers.append(get(url, query=ENDLESS))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {answer.status_code for answer in answers} <= {503, 504}
    assert 503 in {answer.status_code for answer in answers}
    assert numbers(get(url, query=COUNT)) == ["61"]


def test_an_answer_that_is_too_large_is_an_error_and_never_cut_short(url):
    answer = get(url, query="SELECT * { ?a ?b ?c . ?d ?e ?f }")

    assert (answer.status_code, answer.text[:5]) == (500, "KG609")


@pytest.mark.parametrize(
    "query",
    [
        "ASK { FILTER(" + "(" * 300_000 + "1" + ")" * 300_000 + ") }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } ORDER BY ?a ?d",
    ],
)
def test_a_query_that_breaks_its_worker_breaks_nothing_else(url, query):
    answer = post(url, content=query, headers={"Content-Type": "application/sparql-query"})

    assert answer.status_code in (500, 504)
    assert numbers(get(url, query=COUNT)) == ["61"]


def test_the_endpoint_describes_itself_truly(url):
    answer = get(url)
    found = Store()
    found.load(answer.content, ox.RdfFormat.TURTLE)
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "

    named = f"ASK {{ ?s sd:endpoint <{url}/sparql> ; sd:defaultDataset/sd:namedGraph/sd:name <{G.value}> }}"
    claims = "ASK { ?s sd:supportedLanguage ?l FILTER(?l != sd:SPARQL11Query) }"
    federated = "ASK { ?s sd:feature sd:BasicFederatedQuery }"

    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert [bool(found.query(sd + ask)) for ask in (named, claims, federated)] == [True, False, False]


def test_pages_of_other_houses_may_ask(url):
    answer = httpx.get(
        url + "/sparql",
        params={"query": "ASK {}"},
        headers={"Origin": "https://example.org"},
        trust_env=False,
    )

    assert answer.headers["access-control-allow-origin"] == "*"


def test_saved_queries_are_addresses(url):
    listed = get(url, "/queries").json()

    assert [(one["name"], one["url"]) for one in listed] == [("said", f"{url}/queries/said")]
    assert numbers(get(url, "/queries/said", light="sjoborg")) == ["7"]
    assert numbers(get(url, "/queries/said", least="58")) == ["58", "59"]
    assert get(url, "/queries/said", accept="text/csv", least="58").text.split() == ["value", "58", "59"]


def test_saved_queries_refuse_what_does_not_fit(url):
    missing, unknown = get(url, "/queries/sayd"), get(url, "/queries/said", light="Nowhere")
    wrong, stray = get(url, "/queries/said", least="} #"), get(url, "/queries/said", most="1")

    assert [(a.status_code, a.text[:5]) for a in (missing, unknown, wrong, stray)] == [
        (404, "KG602"),
        (400, "KG604"),
        (400, "KG607"),
        (400, "KG607"),
    ]


def test_a_dataset_that_is_built_anew_is_opened_anew(tmp_path):
    fill(tmp_path / "first", 1)
    fill(tmp_path / "second", 2)
    link = tmp_path / "store"
    link.symlink_to(tmp_path / "first")
    made = serving.app(partial(Store.read_only, str(link)), tmp_path, watch=link)

    with running(made) as address:
        before = get(address, query=COUNT)
        link.unlink()
        link.symlink_to(tmp_path / "second")
        after = get(address, query=COUNT)

    assert (numbers(before), numbers(after)) == (["2"], ["3"])


def test_a_dataset_that_is_not_there_is_no_empty_answer(tmp_path):
    made = serving.app(partial(Store.read_only, str(tmp_path / "none")), tmp_path)

    with running(made) as address:
        answers = [get(address, query=COUNT), get(address, "/health")]

    assert [answer.status_code for answer in answers] == [503, 503]


def test_the_first_page_names_the_addresses(url):
    assert get(url, "/").text.split() == [f"{url}/{name}" for name in ("sparql", "queries", "health")]


def test_health_is_to_answer(url):
    assert json.loads(get(url, "/health").text) == {"status": "ok"}


def test_a_project_is_served_on_the_loopback_until_interrupted(tmp_path):
    fill(tmp_path / "build" / "dataset" / "store", 3)
    port = free_port()
    code = (
        f"import pathlib; from kg import serving; serving.serve(pathlib.Path({str(tmp_path)!r}), port={port})"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)

    answer = patient(f"http://127.0.0.1:{port}")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)

    assert numbers(answer) == ["4"]
    assert b"Traceback" not in told


def patient(address: str) -> httpx.Response:
    for _ in range(100):
        try:
            return get(address, query=COUNT)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise TimeoutError(address)
