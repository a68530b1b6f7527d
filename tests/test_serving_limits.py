"""Strangers' queries: past their limits they are refused whole, and others are answered meanwhile."""

from __future__ import annotations

import contextlib
import threading
import time

import httpx
import pytest

from conftest import finished
from endpoints import COUNT, ENDLESS, EX, code, get, lights, numbers, post, project, running
from kg import serving

LIMITS = serving.Limits(
    seconds=3.0, quick=0.5, workers=2, long=1, waiting=3.0, rows=500, answer=60_000, memory=2**29
)
# Long enough to count as long, and ended by nothing but its clock.
LONG = f"{ENDLESS} #"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with running(project(tmp_path_factory.mktemp("project"), lights(60)), LIMITS) as address:
        numbers(get(address, query=COUNT))
        yield address


def together(*calls) -> list[httpx.Response]:
    """The answers, in the order in which they came."""
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda call=call: answers.append(call())) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_query_that_takes_too_long_is_killed_and_the_next_is_answered(url):
    started = time.monotonic()
    answer = get(url, query=ENDLESS)

    assert (answer.status_code, code(answer)) == (504, "KG608")
    assert LIMITS.seconds <= time.monotonic() - started < LIMITS.seconds + 3
    assert numbers(get(url, query=COUNT)) == ["61"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?f { ?a ?b ?c . ?d ?e ?f } LIMIT 501", "500 rows"),
        ("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }", "500 triples"),
        (f"SELECT ?x {{ ?a ?b ?c BIND(REPLACE('{'x' * 5000}', 'x', 'xx') AS ?x) }}", "60000 bytes"),
    ],
)
@pytest.mark.parametrize("accept", ["*/*", "text/html", "text/csv, text/turtle"])
def test_an_answer_that_is_too_large_is_an_error_and_never_cut_short(url, query, found, accept):
    answer = get(url, accept=accept, query=query)

    assert answer.status_code == 422
    if accept == "text/html":
        assert "KG609" in answer.text
        assert found in answer.text
    else:
        assert code(answer) == "KG609"
        assert found in answer.json()["found"]


def test_an_answer_just_within_the_limits_is_whole(url):
    rows = get(url, accept="text/csv", query="SELECT ?a { ?a ?b ?c . ?d ?e ?f } LIMIT 500")

    assert (rows.status_code, len(rows.text.splitlines())) == (200, 501)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { FILTER(" + "(" * 300_000 + "1" + ")" * 300_000 + ") }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } ORDER BY ?a ?d",
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?y) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    ],
    ids=["nesting", "sorting", "gathering"],
)
def test_a_query_that_breaks_its_worker_breaks_nothing_else(url, query):
    answer = post(url, content=query, headers={"Content-Type": "application/sparql-query"})

    assert (answer.status_code, code(answer)) in ((422, "KG609"), (504, "KG608"))
    assert numbers(get(url, query=COUNT)) == ["61"]


def test_a_query_that_takes_more_memory_than_it_may_is_refused(tmp_path):
    limits = serving.Limits(seconds=60, quick=60, memory=64 * 2**20)
    query = "SELECT ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x ?a ?d ?g"

    with running(project(tmp_path, lights(300)), limits) as url:
        answer = get(url, query=query)
        after = get(url, query=COUNT)

    assert (answer.status_code, code(answer)) == (422, "KG609")
    assert numbers(after) == ["301"]


def test_heavy_queries_do_not_block_light_ones(url):
    heavy = [lambda n=n: get(url, query=f"{ENDLESS} #{n}") for n in range(3)]
    took: list[float] = []

    def light() -> httpx.Response:
        time.sleep(0.2)
        for n in range(20):
            started = time.monotonic()
            answer = get(url, query=f"SELECT ?v {{ <{EX}light-{n}> <{EX}p> ?v }}")
            took.append(time.monotonic() - started)
            assert numbers(answer) == [str(n)]
        return answer

    answers = together(light, *heavy)

    assert len(took) == 20
    assert max(took) < LIMITS.seconds
    assert sorted(took)[10] < LIMITS.quick
    assert {answer.status_code for answer in answers if answer.status_code != 200} == {503, 504}


def test_long_queries_beyond_their_number_are_sent_away_soon_and_told_when_to_come_back(url):
    answers = together(*(lambda n=n: get(url, query=f"{ENDLESS} # {n}") for n in range(3)))

    statuses = [answer.status_code for answer in answers]
    assert sorted(statuses) == [503, 503, 504]
    assert statuses[-1] == 504
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 503)
    assert {code(answer) for answer in answers} == {"KG608"}


def test_a_query_known_to_take_long_waits_for_no_place_to_be_sent_away(url):
    queries = [f"{ENDLESS} # known {n}" for n in range(2)]
    together(*(lambda q=q: get(url, query=q) for q in queries))

    started = time.monotonic()
    answers = together(*(lambda q=q: get(url, query=q) for q in queries))

    assert [answer.status_code for answer in answers] == [503, 504]
    assert LIMITS.seconds <= time.monotonic() - started < LIMITS.seconds + 2
    assert get(url, "/health").json()["running"]["long"] == 0


def test_queries_beyond_the_queue_are_sent_away_at_once(tmp_path):
    limits = serving.Limits(seconds=2, quick=2, workers=1, queue=1, waiting=30)

    with running(project(tmp_path, lights(60)), limits) as url:
        get(url, query=COUNT)
        answers = together(*(lambda n=n: get(url, query=f"{ENDLESS} #{n}") for n in range(4)))

    codes = [answer.status_code for answer in answers]
    assert set(codes) == {503, 504}
    assert codes.count(503) >= 2  # one runs, one waits


def test_equal_queries_are_done_once(url):
    before = get(url, "/health").json()["done"].get("504", 0)

    answers = together(*[lambda: get(url, query=LONG)] * 8)

    assert {answer.status_code for answer in answers} == {504}
    assert get(url, "/health").json()["done"]["504"] == before + 1


def test_a_query_that_nobody_waits_for_is_ended(tmp_path):
    limits = serving.Limits(seconds=60, quick=0.5, workers=1, long=1)

    async def leave(url: str) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            with contextlib.suppress(httpx.ReadTimeout):
                await client.get(url + "/sparql", params={"query": ENDLESS}, timeout=1.5)

    with running(project(tmp_path, lights(60)), limits) as url:
        finished(leave(url))
        deadline = time.monotonic() + 30
        while (running_now := get(url, "/health").json()["running"])["long"] and time.monotonic() < deadline:
            time.sleep(0.1)

    assert running_now["long"] == 0


def test_a_worker_whose_server_is_gone_ends_itself(tmp_path):
    from kg.serving import working
    from kg.serving.protocol import Job
    from kg.serving.versions import Source

    root = project(tmp_path, lights(60))
    worker = working.Worker(Source(root).now(), root, LIMITS)

    assert worker.start() is None
    worker.send(Job("query", ENDLESS), 1 - working._GRACE)
    reply = worker.wait(10, lambda: False)

    assert reply is not None
    assert (reply.status, worker.is_alive) == (422, False)
    worker.stop()
