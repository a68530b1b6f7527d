"""The endpoint over a real socket: how it is asked, what it says of itself, what it refuses."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from endpoints import (
    COUNT,
    EX,
    G,
    H,
    P,
    code,
    free_port,
    get,
    lights,
    numbers,
    post,
    project,
    running,
)
from kg import serving

BASE = "https://example.org/coast/"
KG = "https://w3id.org/kg-claims#"
SD = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
VOID = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    header = NamedNode(BASE + "ontology")
    title = NamedNode("http://purl.org/dc/terms/title")
    told = [
        Quad(header, NamedNode(KG + "base"), Literal(BASE), H),
        Quad(header, title, Literal("Lights", language="en"), H),
    ]
    root = project(tmp_path_factory.mktemp("project"), [*lights(60), *told])
    with running(root, serving.Limits(request=1_000_000)) as address:
        yield address


def graph(answer: httpx.Response, format: ox.RdfFormat = ox.RdfFormat.TURTLE) -> Store:
    assert answer.status_code == 200, answer.text
    found = Store()
    found.load(answer.content, format)
    return found


# --- asking --------------------------------------------------------------------------------------------------


def test_three_ways_to_ask_give_one_answer_over_the_union(url):
    by_get = get(url, query=COUNT)
    by_form = post(url, data={"query": COUNT})
    by_body = post(url, content=COUNT, headers={"Content-Type": "application/sparql-query"})

    assert [numbers(one) for one in (by_get, by_form, by_body)] == [["63"]] * 3
    assert by_get.headers["content-type"] == "application/sparql-results+json"


def test_a_request_chooses_its_graphs(url):
    chosen = {"default-graph-uri": G.value}
    in_url = f"{url}/sparql?default-graph-uri={G.value}"
    body = {"content": COUNT, "headers": {"Content-Type": "application/sparql-query"}}
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    assert numbers(get(url, query=COUNT, **chosen)) == ["60"]
    assert numbers(post(url, data={"query": COUNT, **chosen})) == ["60"]
    assert numbers(httpx.post(in_url, trust_env=False, **body)) == ["60"]
    assert numbers(httpx.post(in_url, trust_env=False, data={"query": COUNT})) == ["60"]
    assert numbers(get(url, query=COUNT.replace("{", f"FROM <{H.value}> {{", 1), **chosen)) == ["60"]
    assert numbers(get(url, query=COUNT.replace("{", f"FROM <{H.value}> {{", 1))) == ["3"]
    assert numbers(get(url, query=named, **{"named-graph-uri": [G.value, H.value]})) == ["63"]
    assert numbers(get(url, query=COUNT, **{"named-graph-uri": G.value})) == ["0"]


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize(
    "graph",
    [EX + "none", "file:///etc/passwd", "http://127.0.0.1:1/", "relative", "", "no iri at all", "urn:x> <y"],
)
def test_a_graph_that_is_not_in_the_dataset_is_refused_and_not_fetched(url, name, graph):
    answer = get(url, query=COUNT, **{name: graph})

    assert (answer.status_code, code(answer)) == (400, "KG605")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT", "KG601"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "KG605"),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", "KG605"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "KG605"),
        ("SELECT * FROM NAMED <http://127.0.0.1:1/> { GRAPH ?g { ?s ?p ?o } }", "KG605"),
        ("BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }", "KG605"),
        ("LOAD <file:///etc/passwd>", "KG601"),
        ("DELETE WHERE { ?s ?p ?o }", "KG601"),
        ("SELECT (<https://example.org/f>(1) AS ?x) {}", "KG601"),
    ],
)
def test_a_bad_query_is_a_bad_request_with_code_and_reason(url, query, expected):
    for answer in (get(url, query=query), post(url, data={"query": query})):
        assert (answer.status_code, code(answer)) == (400, expected)


def test_a_syntax_error_names_line_and_column(url):
    told = get(url, query="SELECT * {\n  ?s ?p ?o .\n  ?x ?y .").json()

    assert (told["line"], told["column"]) == (3, 10)
    assert told["title"] == "SPARQL that does not parse"
    assert get(told["type"], "").text.startswith("SPARQL that does not parse")


def test_requests_that_are_no_queries_are_refused(url):
    update = "DROP ALL"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    direct = {"Content-Type": "application/sparql-query"}

    statuses = [
        post(url, data={"update": update}).status_code,
        post(url, content=update, headers={"Content-Type": "application/sparql-update"}).status_code,
        get(url, update=update).status_code,
        post(url, content="ASK {}", headers={"Content-Type": "text/plain"}).status_code,
        post(url, content="ASK {}", headers={"Content-Type": f"{direct['Content-Type']}; charset=latin1"}).status_code,
        post(url, data={"nothing": "1"}).status_code,
        post(url, content=b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", headers=form).status_code,
        post(url, content=b"\xff", headers=direct).status_code,
        httpx.post(f"{url}/sparql?query=ASK%7B%7D", content="ASK {}", headers=direct, trust_env=False).status_code,
        post(url, data={"query": "ASK {}" + " " * 1_100_000}).status_code,
        get(url, accept="image/png", query="ASK {}").status_code,
        get(url, **{"default-graph-uri": G.value}).status_code,
    ]  # fmt: skip

    assert statuses == [403, 403, 403, 415, 415, 400, 400, 400, 400, 413, 406, 400]
    assert numbers(get(url, query=COUNT)) == ["63"]


@pytest.mark.parametrize("path", ["/sparql", "/queries/said", "/health", "/id/light"])
def test_other_methods_are_refused_with_those_there_are(url, path):
    answer = httpx.request("DELETE", url + path, trust_env=False)

    assert (answer.status_code, code(answer)) == (405, "KG607")
    assert "GET" in answer.headers["allow"]


def test_head_says_what_get_would_say_and_no_more(url):
    asked, told = (
        httpx.request(method, url + "/sparql", params={"query": COUNT}, trust_env=False)
        for method in ("GET", "HEAD")
    )

    assert told.content == b""
    assert told.headers["content-length"] == asked.headers["content-length"]
    assert told.headers["etag"] == asked.headers["etag"]


# --- caching and compression ---------------------------------------------------------------------------------


def test_an_answer_that_the_client_has_is_not_sent_again(url):
    first = get(url, query=COUNT)
    mark = first.headers["etag"]

    for given in (mark, f"W/{mark}", f'"other", {mark}', "*"):
        again = get(url, query=COUNT, headers={"If-None-Match": given})

        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    assert get(url, query=COUNT, headers={"If-None-Match": '"other"'}).status_code == 200
    assert mark.startswith('"first-')
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["vary"].startswith("Accept, Accept-Encoding")


def test_an_answer_that_changes_by_itself_is_not_kept(url):
    first, second = (get(url, query="SELECT (RAND() AS ?x) {}") for _ in range(2))

    assert first.headers["cache-control"] == "no-store"
    assert numbers(first) != numbers(second)


def test_representations_have_marks_of_their_own(url):
    query = "SELECT * { ?s ?p ?o }"

    marks = {
        get(url, accept=accept, headers={"Accept-Encoding": coding}, query=query).headers["etag"]
        for accept in ("application/json", "text/csv")
        for coding in ("gzip", "identity")
    }

    assert len(marks) == 4


@pytest.mark.parametrize(
    ("coding", "compressed"),
    [("gzip", True), ("deflate, gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("identity", False)],
)
def test_long_answers_are_compressed_for_those_who_take_it(url, coding, compressed):
    query = "SELECT * { ?s ?p ?o }"

    answer = get(url, headers={"Accept-Encoding": coding}, query=query)

    assert (answer.headers.get("content-encoding") == "gzip") is compressed
    assert len(answer.json()["results"]["bindings"]) == 63


# --- what it says of itself ----------------------------------------------------------------------------------


def test_the_endpoint_describes_itself_truly(url):
    found = graph(get(url))

    def holds(pattern: str) -> bool:
        return bool(found.query(f"{SD} ASK {{ {pattern} }}"))

    simple = "<http://www.w3.org/ns/entailment/Simple>"
    entailed = "sd:defaultEntailmentRegime|sd:entailmentRegime|sd:supportedEntailmentProfile"
    assert holds(f"?s a sd:Service ; sd:endpoint <{url}/sparql>")
    assert holds(f"?s sd:defaultDataset/sd:namedGraph/sd:name <{G.value}>")
    assert not holds("?s sd:supportedLanguage ?l FILTER(?l != sd:SPARQL11Query)")
    assert not holds("?s sd:feature ?f FILTER(?f IN (sd:BasicFederatedQuery, sd:DereferencesURIs))")
    assert not holds(f"?s {entailed} ?e FILTER(?e != {simple})")


@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
def test_descriptions_come_in_each_format_of_graphs(url, path):
    sizes = {
        len(graph(get(url, path, accept=media), format))
        for media, format in (
            ("text/turtle", ox.RdfFormat.TURTLE),
            ("application/n-triples", ox.RdfFormat.N_TRIPLES),
            ("application/rdf+xml", ox.RdfFormat.RDF_XML),
            ("application/ld+json", ox.RdfFormat.JSON_LD),
        )
    }

    assert len(sizes) == 1
    assert sizes != {0}
    assert ("<textarea" if path == "/sparql" else "<table>") in get(url, path, accept="text/html").text
    assert get(url, path, accept="image/png").status_code == 406


def test_every_format_that_the_service_claims_is_given(url):
    found = graph(get(url))
    names = {
        row["f"].value.rpartition("/")[2] for row in found.query(SD + "SELECT ?f { ?s sd:resultFormat ?f }")
    }
    rows = {
        "SPARQL_Results_JSON": "application/sparql-results+json",
        "SPARQL_Results_XML": "application/sparql-results+xml",
        "SPARQL_Results_CSV": "text/csv",
        "SPARQL_Results_TSV": "text/tab-separated-values",
    }
    graphs = {
        "Turtle": "text/turtle",
        "N-Triples": "application/n-triples",
        "RDF_XML": "application/rdf+xml",
        "JSON-LD": "application/ld+json",
        "TriG": "application/trig",
        "N-Quads": "application/n-quads",
    }

    given = {
        get(url, accept=media, query=query).headers["content-type"].partition(";")[0]
        for query, kinds in (("SELECT * {}", rows), ("CONSTRUCT WHERE { ?s ?p ?o }", graphs))
        for media in kinds.values()
    }

    assert names == {*rows, *graphs}
    assert given == {*rows.values(), *graphs.values()}


def test_the_dataset_is_described_with_counts_that_are_right(url):
    found = graph(get(url, "/.well-known/void"))
    ask = f"""ASK {{
        ?d a void:Dataset , dcat:Dataset ; void:triples 63 ; void:properties 4 ; void:distinctSubjects 61 ;
            void:uriSpace "{BASE}" ; <http://purl.org/dc/terms/title> "Lights"@en ;
            void:sparqlEndpoint <{url}/sparql> ; void:dataDump <{url}/dump.nq.gz> ;
            void:propertyPartition [ void:property <{P.value}> ; void:triples 60 ] .
        ?service a dcat:DataService ; dcat:endpointURL <{url}/sparql> ; dcat:servesDataset ?d
    }}"""

    assert bool(found.query(VOID + ask)) is True


def test_the_dump_is_the_whole_dataset(url):
    answer = get(url, "/dump.nq.gz")
    again = get(url, "/dump.nq.gz", headers={"If-None-Match": answer.headers["etag"]})
    part = get(url, "/dump.nq.gz", headers={"Range": "bytes=0-1"})

    import gzip

    lines = gzip.decompress(answer.content).splitlines()

    assert (len(lines), lines) == (63, sorted(lines))
    assert (again.status_code, part.status_code, part.content) == (304, 206, b"\x1f\x8b")
    assert "content-encoding" not in answer.headers


def test_health_tells_version_age_and_limits(url):
    told = get(url, "/health").json()

    assert told["status"] == "ok"
    assert told["dataset"]["version"] == "first"
    assert told["dataset"]["triples"] == 63
    assert 0 <= told["dataset"]["age_seconds"] < 3600
    assert told["limits"]["rows"] == serving.Limits().rows


def test_the_first_page_names_the_addresses(url):
    named = ("sparql", "queries", "openapi.json", ".well-known/void", "dump.nq.gz", "health")

    assert get(url, "/").text.split() == [f"{url}/{name}" for name in named]
    assert {get(address, "").status_code for address in get(url, "/").text.split()} == {200}


# --- pages of other houses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/sparql?query=ASK%7B%7D", "/sparql?query=nonsense", "/queries", "/id/nothing"]
)
def test_pages_of_other_houses_may_ask_and_read_the_answer(url, path):
    answer = get(url, path, headers={"Origin": "https://example.org"})

    assert answer.headers["access-control-allow-origin"] == "*"
    assert "etag" in answer.headers["access-control-expose-headers"].lower()


def test_pages_of_other_houses_may_ask_beforehand(url):
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, if-none-match",
    }

    answer = httpx.options(url + "/sparql", headers=asked, trust_env=False)

    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"]


# --- saved queries -------------------------------------------------------------------------------------------


def test_saved_queries_are_addresses(url):
    listed = get(url, "/queries").json()

    assert [(one["name"], one["url"]) for one in listed] == [("said", f"{url}/queries/said")]
    assert numbers(get(url, "/queries/said", light="sjoborg")) == ["7"]
    assert numbers(get(url, "/queries/said", light=EX + "light-8")) == ["8"]
    assert numbers(get(url, "/queries/said", least="58")) == ["58", "59"]
    assert numbers(get(url, "/queries/said", least="5.8e1")) == ["58", "59"]
    assert get(url, "/queries/said", accept="text/csv", least="58").text.split() == ["value", "58", "59"]


def test_saved_queries_refuse_what_does_not_fit(url):
    refused = [
        get(url, "/queries/sayd"),
        get(url, "/queries/said", light="Nowhere"),
        get(url, "/queries/said", least="} #"),
        get(url, "/queries/said", least="1e999999999"),
        get(url, "/queries/said", day="2024-02-30"),
        get(url, "/queries/said", most="1"),
        get(url, "/queries/said?least=1&least=2"),
    ]

    assert [(answer.status_code, code(answer)) for answer in refused] == [
        (404, "KG602"),
        (404, "KG604"),
        *[(400, "KG607")] * 5,
    ]


def test_the_description_of_saved_queries_is_made_from_their_headers(url):
    told = get(url, "/openapi.json").json()

    asked = told["paths"]["/queries/said"]["get"]
    types = {one["name"]: one["schema"]["type"] for one in asked["parameters"]}

    assert told["openapi"] == "3.1.0"
    assert told["servers"] == [{"url": url}]
    assert asked["summary"] == "What is said of one light?"
    assert types == {
        "light": "string",
        "least": "number",
        "word": "string",
        "day": "string",
        "known_on": "string",
    }
    assert asked["parameters"][1]["schema"]["default"] == 0
    assert {"200", "304", "400", "404", "406", "422", "503", "504"} == set(asked["responses"])


# --- behind a proxy ------------------------------------------------------------------------------------------


def addresses(url: str, **headers: str) -> set[str]:
    """What stands before each address that the server gives of itself."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    listed = get(url, "/queries", headers=sent).json()[0]["url"].removesuffix("/queries/said")
    described = get(url, "/openapi.json", headers=sent).json()["servers"][0]["url"]
    service = graph(get(url, headers=sent)).query(SD + "SELECT ?e { ?s sd:endpoint ?e }")
    missing = get(url, "/id/none", headers=sent).json()["type"].partition("/problems")[0]
    endpoints = {row["e"].value.removesuffix("/sparql") for row in service}
    return endpoints | {listed, described, missing}


def test_addresses_are_those_that_the_proxy_shows(tmp_path):
    root = project(tmp_path, lights(1))
    forwarded = {"X_Forwarded_Prefix": "/data/kg/", "X_Forwarded_Host": "data.example.org",
                 "X_Forwarded_Proto": "https"}  # fmt: skip

    with running(root, trusted=["127.0.0.1"]) as url:
        plain, proxied = addresses(url), addresses(url, **forwarded)

    assert plain == {url}
    assert proxied == {"https://data.example.org/data/kg"}


def test_a_proxy_that_says_nothing_is_told_of_by_root_path(tmp_path):
    with running(project(tmp_path, lights(1)), trusted=[], root_path="/data/kg") as url:
        assert addresses(url) == {f"{url}/data/kg"}


def test_strangers_do_not_forward(tmp_path):
    with running(project(tmp_path, lights(1)), trusted=["192.0.2.1"]) as url:
        assert addresses(url, X_Forwarded_Prefix="/x", X_Forwarded_Host="evil.example") == {url}


@pytest.mark.parametrize(
    "prefix", ["//evil.example", "/a b", "/<script>", "/a/../b", "https://evil.example/"]
)
def test_a_prefix_that_is_no_path_is_not_taken(tmp_path, prefix):
    with running(project(tmp_path, lights(1)), trusted=["127.0.0.1"]) as url:
        found = addresses(url, X_Forwarded_Prefix=prefix, X_Forwarded_Host="evil.example/x")

    assert found <= {url, f"{url}/evil.example"}


# --- starting ------------------------------------------------------------------------------------------------


def test_a_dataset_that_is_not_there_is_no_empty_answer(tmp_path):
    with running(tmp_path) as address:
        answers = [get(address, path) for path in ("/sparql?query=ASK%7B%7D", "/health", "/dump.nq.gz")]

    assert [answer.status_code for answer in answers] == [503] * 3


def test_a_project_is_served_on_the_loopback_until_interrupted(tmp_path):
    project(tmp_path, lights(3))
    (tmp_path / "ontology").mkdir()
    port = free_port()
    command = [sys.executable, "-m", "kg", "--project", str(tmp_path), "serve", "--port", str(port)]
    process = subprocess.Popen([*command, "--root-path", "/here"], stderr=subprocess.PIPE)

    answer = patient(f"http://127.0.0.1:{port}")
    listed = get(f"http://127.0.0.1:{port}", "/queries").json()[0]["url"]
    listening = sockets(port)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)

    assert numbers(answer) == ["4"]
    assert listed == f"http://127.0.0.1:{port}/here/queries/said"
    assert b"Traceback" not in told
    assert listening <= {"0100007F"}


def sockets(port: int) -> set[str]:
    """Addresses, in hexadecimal, at which a port is listened at; empty where the system does not say."""
    tables = [path for name in ("tcp", "tcp6") if (path := Path("/proc/net") / name).exists()]
    lines = [line.split() for path in tables for line in path.read_text().splitlines()[1:]]
    return {
        at for at, _, number in (line[1].partition(":") for line in lines if line[3] == "0A")
        if int(number, 16) == port
    }  # fmt: skip


def patient(address: str) -> httpx.Response:
    for _ in range(100):
        try:
            return get(address, query=COUNT)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise TimeoutError(address)


def test_a_request_line_that_is_no_http_breaks_nothing(url):
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
    connection.putrequest("GET", "/sparql?query=%ff%fe&%00=%00")
    connection.endheaders()

    assert connection.getresponse().status == 400
    assert json.loads(get(url, "/health").text)["status"] == "ok"
    assert get(url, "/%ff%00").status_code == 404


@pytest.mark.parametrize("host", ["a b", "<script>", "x/y", "", "evil.example/\\"])
def test_a_host_that_is_none_gets_into_no_address(url, host):
    answers = [get(url, path, headers={"Host": host}) for path in ("/", "/sparql", "/sparql?query=ASK%7B%7D")]

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert all(host not in answer.text for answer in answers if host and answer.status_code == 200)
