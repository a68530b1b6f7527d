"""Turtle out: deterministic, and read back to the same graph."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.names import RDF_TYPE
from kg.turtle import write, write_graphs

EX = "https://example.org/a#"
PREFIXES = {
    "ex": EX,
    "deep": EX + "deep",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "": "https://example.org/",
}

local = st.text(st.sampled_from("aZ0_-.%é:/#~"), max_size=6)
iris = st.builds(
    lambda namespace, name: NamedNode(namespace + name),
    st.sampled_from([EX, EX + "deep", "https://example.org/", "urn:x:"]),
    local.filter(lambda name: "%" not in name and name.count("#") == 0),
)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
literals = st.one_of(
    st.builds(Literal, texts),
    st.builds(lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["de", "en-gb"])),
    st.builds(
        lambda text, name: Literal(text, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#" + name)),
        st.one_of(texts, st.sampled_from(["1", "-07", "1.", ".5", "1.50", "true", "1e3", "1\n"])),
        st.sampled_from(["integer", "decimal", "boolean", "double", "date"]),
    ),
)
triples = st.builds(Triple, iris, iris, st.one_of(iris, literals))
blanks = st.builds(BlankNode, st.sampled_from(["a", "b", "c"]))
tangled = st.builds(Triple, st.one_of(iris, blanks), iris, st.one_of(iris, blanks, literals))


def read(text: str) -> set[Triple]:
    return {quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)}


@given(st.lists(triples, max_size=12))
def test_a_graph_is_read_back_as_it_was(graph):
    assert read(write(graph, PREFIXES)) == set(graph)


@given(st.lists(triples, max_size=12), st.randoms(use_true_random=False))
def test_order_and_duplicates_do_not_show(graph, chance):
    shuffled = [*graph, *graph]
    chance.shuffle(shuffled)

    assert write(shuffled, PREFIXES) == write(graph, PREFIXES)


@given(st.lists(tangled, max_size=8))
def test_a_graph_with_blank_nodes_is_read_back_to_an_isomorphic_one(graph):
    text = write(graph, PREFIXES)

    assert canonical(read(text)) == canonical(graph)
    assert write(read(text), PREFIXES) == text


def canonical(graph) -> set[str]:
    dataset = ox.Dataset(ox.Quad(*triple) for triple in graph)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def test_names_of_blank_nodes_do_not_show():
    node, other = NamedNode(EX + "p"), [BlankNode(f"b{random.random()}".replace(".", "")) for _ in range(2)]
    one = [Triple(BlankNode("z"), node, BlankNode("y")), Triple(BlankNode("y"), node, Literal("end"))]
    two = [Triple(other[0], node, other[1]), Triple(other[1], node, Literal("end"))]

    assert write(one, PREFIXES) == write(two, PREFIXES)


def test_type_comes_first_and_only_used_prefixes_stand_in_the_header():
    graph = [
        Triple(NamedNode(EX + "s"), NamedNode(EX + "a"), Literal("München\n", language="de")),
        Triple(
            NamedNode(EX + "s"),
            RDF_TYPE,
            NamedNode(EX + "T"),
        ),
        Triple(NamedNode(EX + "s"), NamedNode(EX + "n"), Literal(7)),
    ]

    text = write(graph, PREFIXES)

    assert text == (f'@prefix ex: <{EX}> .\n\nex:s a ex:T ;\n    ex:a "München\\n"@de ;\n    ex:n 7 .\n')


def test_properties_and_objects_are_sorted_and_type_stands_before_them():
    subject, first = NamedNode("urn:s"), NamedNode("a:first")
    graph = [Triple(subject, first, Literal(str(n))) for n in range(10)]
    graph += [Triple(subject, RDF_TYPE, NamedNode(f"urn:{n}")) for n in range(10)]

    types, values = write(graph, {}).split("\n")[:2]

    assert types == "<urn:s> a " + " , ".join(f"<urn:{n}>" for n in range(10)) + " ;"
    assert values == "    <a:first> " + " , ".join(f'"{n}"' for n in range(10)) + " ."


def test_an_empty_graph_is_an_empty_text():
    assert write([], PREFIXES) == ""


def test_a_namespace_that_would_break_out_of_its_brackets_is_refused():
    with pytest.raises(ValueError, match="IRI"):
        write([], {"ex": "https://example.org/> . <urn:a> <urn:b> <urn:c"})


@given(st.dictionaries(iris, st.lists(triples, min_size=1, max_size=4), max_size=3))
def test_graphs_are_read_back_each_with_its_triples(graphs):
    text = write_graphs(graphs.items(), PREFIXES)

    quads = {(q.graph_name, q.triple) for q in ox.parse(text, ox.RdfFormat.TRIG)}

    assert quads == {(name, triple) for name, graph in graphs.items() for triple in graph}


def test_blank_nodes_of_two_graphs_stay_apart():
    triple = Triple(BlankNode("a"), NamedNode(EX + "p"), Literal(1))

    text = write_graphs([(NamedNode(EX + "g"), [triple]), (NamedNode(EX + "h"), [triple])], PREFIXES)

    assert len({q.subject for q in ox.parse(text, ox.RdfFormat.TRIG)}) == 2
