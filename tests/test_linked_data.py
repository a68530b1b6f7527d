"""Linked data over the shipped dataset: each IRI below the base is answered at the same path, directly."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, Store

from endpoints import code, get, running
from kg.serving import describing

FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
CLAIM = (
    "SELECT ?it { ?it a <https://w3id.org/kg-claims#Claim> ; <https://w3id.org/kg-claims#evidence> ?e . "
    "?e <http://www.w3.org/ns/oa#exact> ?words }"
)
DOCUMENT = "SELECT ?it { ?it a <https://w3id.org/kg-claims#Document> }"
ENTITY = "SELECT ?it { ?it <http://www.w3.org/2004/02/skos/core#exactMatch> ?same }"
CLASS = "SELECT ?it { ?it a <http://www.w3.org/2002/07/owl#Class> . FILTER isIRI(?it) }"


@pytest.fixture(scope="module")
def url(shipped_root):
    with running(shipped_root) as address:
        yield address


@pytest.fixture(scope="module")
def base(shipped) -> str:
    return describing.base_of(shipped)


def first(store: Store, base: str, query: str) -> str:
    rows = store.query(query, use_default_graph_as_union=True)
    return min(row["it"].value for row in rows if row["it"].value.startswith(base))


@pytest.mark.parametrize(
    "query", [ENTITY, DOCUMENT, CLAIM, CLASS], ids=["entity", "document", "claim", "term"]
)
@pytest.mark.parametrize("media", FORMATS)
def test_an_iri_is_answered_at_its_path_with_all_that_is_said_of_it(url, base, shipped, query, media):
    iri = first(shipped, base, query)

    answer = get(url, "/" + iri.removeprefix(base).partition("#")[0], accept=media)

    said = {quad.triple for quad in shipped.quads_for_pattern(NamedNode(iri), None, None)}
    told = {quad.triple for quad in ox.parse(answer.content, FORMATS[media])}
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert said
    assert said <= told


def test_a_claim_brings_its_words_along(url, base, shipped):
    answer = get(url, "/" + first(shipped, base, CLAIM).removeprefix(base))

    assert "oa:exact" in answer.text
    assert f'<{first(shipped, base, CLAIM)}>; rel="describes"' in answer.headers["link"]


class Page(HTMLParser):
    """The tags and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]


@pytest.mark.parametrize(
    "query", [ENTITY, DOCUMENT, CLAIM, CLASS], ids=["entity", "document", "claim", "term"]
)
def test_an_iri_has_a_page_whose_links_within_the_dataset_lead_on_here(url, base, shipped, query):
    path = "/" + first(shipped, base, query).removeprefix(base).partition("#")[0]

    answer = get(url, path, accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

    page = Page(answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not [link for link in page.links if link.startswith(base)]
    followed = sorted({link.partition("#")[0] for link in page.links if link.startswith("/id/")})[:5]
    assert all(get(url, link).status_code in (200, 404) for link in followed)
    assert query is CLASS or followed


def test_a_format_may_be_asked_for_in_the_address(url, base, shipped):
    path = "/" + first(shipped, base, ENTITY).removeprefix(base)

    kinds = {
        name: get(url, path, format=name).headers["content-type"].partition(";")[0]
        for name in ("ttl", "nt", "rdf", "jsonld", "html")
    }

    assert kinds == {"ttl": "text/turtle", "nt": "application/n-triples", "rdf": "application/rdf+xml",
                     "jsonld": "application/ld+json", "html": "text/html"}  # fmt: skip
    assert get(url, path, format="docx").status_code == 406


@pytest.mark.parametrize(
    "path",
    [
        "/id/nothing/of-this-name",
        "/id/%3Cscript%3E",
        "/id/a%20b",
        "/id/x%22%3E%20%3Fp%20%3Fo%20%7D%20%23",
        "/no/such/place",
        "/id/../../etc/passwd",
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "application/ld+json"])
def test_what_is_not_known_is_a_clear_problem(url, path, accept):
    answer = get(url, path, accept=accept)

    assert answer.status_code == 404
    if accept == "text/html":
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "KG610" in answer.text
        assert "<script>" not in answer.text
    else:
        assert code(answer) == "KG610"
        assert answer.json()["title"] == "nothing is known of this"


def test_a_thing_that_the_client_has_is_not_sent_again(url, base, shipped):
    path = "/" + first(shipped, base, ENTITY).removeprefix(base)
    answer = get(url, path)

    again = get(url, path, headers={"If-None-Match": answer.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_every_saved_query_is_answered_and_described(url):
    listed = get(url, "/queries").json()
    described = get(url, "/openapi.json").json()["paths"]

    for query in listed:
        answer = get(query["url"], "")

        assert answer.status_code == 200, answer.text
        assert json.loads(answer.text)["head"]["vars"] == list(query["columns"])
        assert f"/queries/{query['name']}" in described
    assert listed
