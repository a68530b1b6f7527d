"""Answers in each format say the same, whatever stands in them."""

from __future__ import annotations

import csv
import io
import xml.dom.minidom as dom
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.errors import QueryError
from kg.serving import formats, graphs, rows
from kg.serving.formats import GRAPHS, ROWS, negotiate, takes_gzip
from kg.serving.pages import Links
from kg.serving.protocol import UnacceptableError

LINKS = Links("https://example.org/", "http://127.0.0.1:1/", {"ex": "https://example.org/"})
P = NamedNode("https://example.org/p")
XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = [
    NamedNode("https://example.org/s"),
    NamedNode("urn:x:ü"),
    BlankNode("b1"),
    Literal(""),
    Literal('q " \\ \' < & > ]]> {x}},{"y'),
    Literal("line\nline\r\nline\rtab\t,;"),
    Literal("Grüße", language="de"),
    Literal("2024-06", datatype=NamedNode(XSD + "gYearMonth")),
    Literal("7.510", datatype=NamedNode(XSD + "decimal")),
    Literal("<script>alert(1)</script>", language="en-GB"),
]


def store(*objects) -> Store:
    """Each object with its number, so that an answer has an order and gaps."""
    made = Store()
    for number, node in enumerate(objects):
        made.add(Quad(NamedNode(f"https://example.org/{number}"), P, node))
    return made


def select(over: Store):
    return over.query("SELECT ?o ?none ?s { ?s <https://example.org/p> ?o } ORDER BY ?s")


def told(found: Store, form: str, most: int = 1000) -> str:
    return "".join(rows.write(select(found), form, LINKS, most))


def plain(solutions) -> list[list[str]]:
    """Terms as text; blank nodes have no names that last."""
    return [
        ["_" if isinstance(node, BlankNode) else str(node) for node in solution] for solution in solutions
    ]


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rows_say_in_each_format_what_the_store_said(form):
    found = store(*TERMS)
    format = {
        "json": ox.QueryResultsFormat.JSON,
        "xml": ox.QueryResultsFormat.XML,
        "tsv": ox.QueryResultsFormat.TSV,
    }

    read = ox.parse_query_results(told(found, form).encode(), format[form])

    assert [variable.value for variable in read.variables] == ["o", "none", "s"]
    assert plain(read) == plain(select(found))


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r")), max_size=4)
)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_through_each_format(texts):
    found = store(*map(Literal, texts))
    expected = [solution["o"].value for solution in select(found)]

    read = {
        "json": ox.parse_query_results(told(found, "json").encode(), ox.QueryResultsFormat.JSON),
        "tsv": ox.parse_query_results(told(found, "tsv").encode(), ox.QueryResultsFormat.TSV),
    }
    cells = list(csv.reader(io.StringIO(told(found, "csv"), newline="")))
    document = dom.parseString(told(found, "xml"))
    values = ["".join(t.data for t in n.childNodes) for n in document.getElementsByTagName("literal")]

    assert {form: [row["o"].value for row in solutions] for form, solutions in read.items()} == {
        "json": expected,
        "tsv": expected,
    }
    assert [row[0] for row in cells[1:]] == expected
    assert values == expected


def test_csv_has_plain_values():
    found = store(Literal('a "b", c'), Literal("d", language="de"), NamedNode("urn:x"))

    assert told(found, "csv").split("\r\n") == [
        "o,none,s",
        '"a ""b"", c",,https://example.org/0',
        "d,,https://example.org/1",
        "urn:x,,https://example.org/2",
        "",
    ]


def test_rows_without_columns_are_still_rows():
    for form, expected in (("tsv", "\n\n"), ("csv", "\r\n\r\n")):
        assert "".join(rows.write(Store().query("SELECT * {}"), form, LINKS, 9)) == expected


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv", "html"])
def test_an_answer_may_have_as_many_rows_as_the_limit_and_none_more(form):
    found = store(*map(Literal, "abc"))

    assert told(found, form, 3)
    with pytest.raises(QueryError, match="KG609"):
        told(found, form, 2)


@pytest.mark.parametrize("value", [True, False])
def test_a_truth_value_comes_in_json_xml_and_html(value):
    json = ox.parse_query_results(rows.truth(value, "json").encode(), ox.QueryResultsFormat.JSON)
    xml = ox.parse_query_results(rows.truth(value, "xml").encode(), ox.QueryResultsFormat.XML)

    assert (bool(json), bool(xml)) == (value, value)
    assert f"<p>{str(value).lower()}</p>" in rows.truth(value, "html")
    assert {ROWS[media] for media in formats.TRUTH} == {"json", "xml", "html"}


@pytest.mark.parametrize("media", [media for media, format in GRAPHS.items() if format is not None])
def test_graphs_say_in_each_format_the_same(media):
    triples = [Triple(NamedNode("https://example.org/s"), P, node) for node in TERMS]

    body = graphs.write([*triples, *triples], media, {"ex": "https://example.org/"}, LINKS, "")

    read = [quad.triple for quad in ox.parse(body, GRAPHS[media])]
    assert len(read) == len(TERMS)
    assert {str(t.object) for t in read} >= {str(node) for node in TERMS if not isinstance(node, BlankNode)}


@pytest.mark.parametrize(
    "triple",
    [
        Triple(P, NamedNode("https://example.org/1"), Literal("a")),
        Triple(P, NamedNode("https://example.org/a/"), Literal("a")),
        Triple(P, NamedNode("urn:x#"), Literal("a")),
        Triple(P, P, Literal("\x01")),
    ],
)
def test_what_xml_cannot_hold_is_refused_and_not_bent(triple):
    with pytest.raises(UnacceptableError, match="KG607"):
        graphs.write([triple], "application/rdf+xml", {}, LINKS, "")


@given(st.text(st.sampled_from("abÜ1.-_/#:%é·"), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_property_comes_through_rdf_xml_or_is_refused(tail):
    try:
        triple = Triple(P, NamedNode("https://example.org/" + tail), Literal("a"))
    except ValueError:
        return

    try:
        body = graphs.write([triple], "application/rdf+xml", {}, LINKS, "")
    except UnacceptableError:
        return

    assert [quad.triple for quad in ox.parse(body, ox.RdfFormat.RDF_XML)] == [triple]
    dom.parseString(body)


def test_xml_rows_with_signs_that_xml_has_not_are_refused():
    with pytest.raises(UnacceptableError, match=r"U\+0001"):
        told(store(Literal("a\x01")), "xml")


class Tags(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_pages_hold_no_markup_but_their_own_and_lead_to_the_web_alone():
    evil = [
        *TERMS,
        Literal('"><img src=x onerror=alert(1)>'),
        NamedNode("javascript:alert(1)"),
        NamedNode("data:text/html,x"),
        NamedNode("https://example.org/'onclick='alert(1)"),
        NamedNode("https://elsewhere.example/?a=1&b=2"),
    ]
    triples = [Triple(P, P, node) for node in evil] + [
        Triple(NamedNode("https://example.org/a&b"), P, Literal("x", language="de"))
    ]

    for page in (told(store(*evil), "html"), graphs.write(triples, "text/html", {}, LINKS, "<b>").decode()):
        found = Tags(page).tags
        names = {tag for tag, _ in found}
        hrefs = {attributes["href"] for tag, attributes in found if tag == "a"}

        assert names <= {"html", "head", "meta", "title", "body", "h1", "h2", "table", "tr", "th",
                         "td", "a", "span", "br"}  # fmt: skip
        assert {name for _, attributes in found for name in attributes} <= {"href", "lang", "id", "charset"}
        assert all(href.startswith(("http://127.0.0.1:1/", "https://elsewhere.example/")) for href in hrefs)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a/x"),
        ("*/*", "a/x"),
        ("text/html, */*;q=0.1", "a/x"),
        ("b/y", "b/y"),
        ("B/Y", "b/y"),
        ("a/x;q=0.4, b/y;q=0.5", "b/y"),
        ("a/x;q=0, */*", "b/y"),
        ("a/*;q=0.9, a/x;q=0.1, b/y;q=0.2", "b/y"),
        ("b/*", "b/y"),
        ("a/x; q=0", None),
        ("text/html", None),
        ("b/y;q=nonsense", None),
        ("b/y;q=nan", None),
        ("b/y;q=-1", None),
        (";;,,q=", None),
    ],
)
def test_formats_are_negotiated(accept, chosen):
    assert negotiate(accept, ["a/x", "b/y"]) == chosen


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_header_breaks_the_negotiation(header):
    assert negotiate(header, ["a/x", "b/y"]) in ("a/x", "b/y", None)
    assert takes_gzip(header) in (True, False)
