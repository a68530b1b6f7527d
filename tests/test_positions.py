"""Places in Turtle: the triples are those of the other parser, and the places are where the terms stand."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Triple

from kg import turtle
from kg.positions import Layout, UnplacedError, locate

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(
    path
    for folder in ("ontology", "data/reference", "src/kg/vocabulary", "tests/tiny")
    for path in (ROOT / folder).rglob("*.ttl")
)
EX = "https://example.org/"


def canonical(triples: list[Triple]) -> list[str]:
    """Sorted lines, equal for graphs that differ in the names of their blank nodes alone."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


def parsed(text: str) -> list[str]:
    return canonical([q.triple for q in ox.parse(text, format=ox.RdfFormat.TURTLE)])


def placed(layout: Layout) -> list[str]:
    return canonical([each.triple for each in layout.triples])


def at(lines: list[str], spot: tuple[int, int]) -> str:
    """What stands at a place, in a text of these lines."""
    line, column = spot
    return lines[line - 1][column - 1 :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_triples_of_real_files_are_those_of_the_other_parser(path: Path):
    text = path.read_text(encoding="utf-8")

    layout = locate(text)

    assert placed(layout) == parsed(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_iris_of_real_files_stand_where_they_are_said_to(path: Path):
    text = path.read_text(encoding="utf-8")

    layout = locate(text)

    lines = text.split("\n")
    for each in layout.triples:
        for node, spot in ((each.triple.predicate, each.predicate), (each.triple.object, each.object)):
            if isinstance(node, NamedNode):
                if "22-rdf-syntax-ns#" in each.triple.predicate.value and node == each.triple.predicate:
                    continue  # written as `a`, or not at all within a list
                local = node.value.rstrip("#/").replace("#", "/").rpartition("/")[2]
                there = at(lines, spot)
                assert there.startswith(("a ", "(", "[", ")")) or local in there.split()[0]


AWKWARD = '''@prefix : <https://example.org/> .
PREFIX ex: <https://example.org/ex/>
@base <https://example.org/base/> .
:a a :B , ex:c.d ; # a comment with . ; , in it
   :p "x.y; z" , """long
"text" with "" marks""" , 'single'@de-AT , "1"^^<#t> , 1 , -2.5 , 3e7 , .5 , true ; ; .
[] :q [ :r ( 1 [ :s <rel> ] () "e" ) ] .
[ :t _:n ] .
_:n :u\\~v :%41b , <\\u0041> .
( :x ) :y ( ) .
:end ex: :c:d .
'''


def test_every_form_of_turtle_is_read_as_the_other_parser_reads_it():
    layout = locate(AWKWARD)

    assert placed(layout) == parsed(AWKWARD)
    assert len(layout.triples) > 25


def test_places_are_those_of_each_object_in_a_list_of_several():
    layout = locate(AWKWARD)
    spots = {str(each.triple.object): each.object for each in layout.triples}
    lines = AWKWARD.split("\n")

    assert at(lines, spots[f"<{EX}ex/c.d>"]).startswith("ex:c.d ;")
    assert at(lines, spots['"single"@de-at']).startswith("'single'@de-AT")
    assert at(lines, spots[f"<{EX}base/rel>"]).startswith("<rel>")
    assert layout.declared["ex"] == (2, 8)


@pytest.mark.parametrize(
    "text", ["<a", "x:y <u:a> <u:b> .", "<u:a> <u:b> <u:c>", "<u:a> <u:b> [ .", "?", "("]
)
def test_what_is_no_turtle_is_refused(text: str):
    with pytest.raises(UnplacedError):
        locate(text)


iris = st.sampled_from([NamedNode(EX + name) for name in ("a", "b-c", "d.e", "x/y", "ü", "o'k", "%41")])
blanks = st.sampled_from([BlankNode(name) for name in ("n", "m1")])
texts = st.text(st.characters(codec="utf-8"), max_size=12)
literals = st.one_of(
    st.builds(Literal, texts),
    st.builds(lambda text: Literal(text, language="en"), texts),
    st.builds(Literal, st.integers(-9, 99)),
    st.builds(lambda text: Literal(text, datatype=NamedNode(EX + "t")), texts),
)
graphs = st.lists(
    st.builds(Triple, st.one_of(iris, blanks), iris, st.one_of(iris, blanks, literals)), max_size=12
)
prefixes = st.sampled_from([{}, {"ex": EX}, {"": EX, "x": EX + "x/"}])


@given(graphs, prefixes)
def test_whatever_is_written_is_found_again_at_its_place(triples: list[Triple], known: dict[str, str]):
    text = turtle.write(triples, known)

    layout = locate(text)

    assert placed(layout) == parsed(text)
    spots = [each.object for each in layout.triples]
    assert len(set(spots)) == len(spots)
    for each in layout.triples:
        if isinstance(each.triple.object, Literal) and each.triple.object.language == "en":
            assert at(text.split("\n"), each.object).startswith('"')
