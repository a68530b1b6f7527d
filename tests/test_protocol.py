"""The W3C's tests of the SPARQL 1.1 Protocol, asked by a client over HTTP; `-rA` prints the table."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection

from conftest import ROOT
from endpoints import listening, project
from kg import serving

FOLDER = ROOT.parent / "shared" / "w3c" / "sparql11" / "protocol"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
DATA = "http://kasei.us/2009/09/sparql/data/"
MEDIA = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv",
                "text/tab-separated-values"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml"),
}  # fmt: skip
READ_ONLY = "an update that has to succeed; this dataset is only read"
DOES_NOT_APPLY = {
    "update_dataset_default_graph": READ_ONLY,
    "update_dataset_default_graphs": READ_ONLY,
    "update_dataset_named_graphs": READ_ONLY,
    "update_dataset_full": READ_ONLY,
    "update_post_form": READ_ONLY,
    "update_post_direct": READ_ONLY,
    "update_base_uri": READ_ONLY,
}
needs_tests = pytest.mark.skipif(not FOLDER.is_dir(), reason="the W3C's tests are not at ../shared/w3c")


@dataclass(frozen=True)
class Asked:
    """A request of a test, and what is expected of its answer."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    statuses: tuple[str, ...]
    format: str
    truth: bool | None


@cache
def manifest() -> dict[str, tuple[Asked, ...]]:
    """Test → its requests, in the manifest's order; empty where there is no manifest."""
    if not FOLDER.is_dir():
        return {}
    graph = Graph().parse(FOLDER / "manifest.ttl")
    entries = Collection(graph, next(graph.objects(None, MF.entries)))
    return {str(entry).rpartition("#")[2]: tuple(_requests(graph, entry)) for entry in entries}


def _requests(graph: Graph, entry):
    lists = graph.objects(graph.value(entry, MF.action), HT.requests)
    for one in (node for each in lists for node in Collection(graph, each)):
        expected = graph.value(one, HT.resp)
        body, truth = graph.value(one, HT.body), graph.value(expected, MF.expectedBoolean)
        fields = (Collection(graph, each) for each in graph.objects(one, HT.headers))
        yield Asked(
            method=str(graph.value(one, HT.methodName)),
            path=str(graph.value(one, HT.absolutePath)).replace("/sparql/", "/sparql", 1),
            headers=tuple(
                (str(graph.value(f, HT.fieldName)), str(graph.value(f, HT.fieldValue)))
                for each in fields
                for f in each
            ),
            body=body and str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding))),
            statuses=tuple(sorted(str(s)[-3] for s in graph.objects(expected, MF.expectedStatus))),
            format=str(graph.value(expected, MF.expectedFormat) or ""),
            truth=None if truth is None else bool(truth.toPython()),
        )  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Over the graphs that the tests name; of data0 no more is said than that there is such a graph."""
    quads = [Quad(NamedNode(DATA + "data0.rdf"), NamedNode(str(RDF.value)), Literal(0),
                  NamedNode(DATA + "data0.rdf"))]  # fmt: skip
    for number in (1, 2, 3):
        triples = ox.parse(path=str(FOLDER / f"data{number}.nt"), format=ox.RdfFormat.N_TRIPLES)
        quads += [Quad(*quad.triple, NamedNode(f"{DATA}data{number}.rdf")) for quad in triples]
    root = project(tmp_path_factory.mktemp("w3c"), quads)
    with listening(serving.app(root)) as url:
        yield url


@needs_tests
@pytest.mark.parametrize("name", manifest() or ["(none)"])
def test_the_w3c_protocol_test_passes(name, address):
    if name in DOES_NOT_APPLY:
        pytest.skip(DOES_NOT_APPLY[name])

    for asked in manifest()[name]:
        status, media, body = answer(address, asked)

        assert str(status)[0] in asked.statuses, body
        assert not asked.format or media in MEDIA[asked.format]
        if asked.truth is not None:
            assert bool(ox.parse_query_results(body, ox.QueryResultsFormat.JSON)) is asked.truth


@needs_tests
def test_each_w3c_protocol_test_is_run_or_left_out_with_a_reason():
    names = set(manifest())

    assert len(names) == 34
    assert set(DOES_NOT_APPLY) <= names
    assert all(name.startswith("update_") for name in DOES_NOT_APPLY)
    assert all(asked.statuses for name in names for asked in manifest()[name])


def answer(address: str, asked: Asked) -> tuple[int, str, bytes]:
    """By a client that adds no header of its own: some tests want one to be missing."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest(asked.method, asked.path, skip_accept_encoding=True)
        for name, value in asked.headers:
            connection.putheader(name, value)
        if asked.body is not None:
            connection.putheader("Content-Length", str(len(asked.body)))
        connection.endheaders(asked.body)
        found = connection.getresponse()
        media = (found.getheader("Content-Type") or "").partition(";")[0]
        return found.status, media, found.read()
    finally:
        connection.close()
