"""Random shapes over random data: the compiled validator finds what pyshacl finds."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.shapes import Checker
from kg.shapes.graph import TripleIndex
from kg.shapes.paths import path_text

PREFIXES = """
@prefix : <https://example.org/t#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
THINGS = [":a", ":b", ":c", "_:d"]
LITERALS = [
            '"red"', '"T1"', '"Rot"@de', '"rouge"@fr', "true", "1", "-1", "7", "1.5", '"x"^^xsd:integer',
            '"07"^^xsd:integer',
            '"2024-05-01"^^xsd:date', '"2025-01-01"^^xsd:date', '"2.50"^^xsd:decimal', '"1"^^xsd:boolean',
            '"12"^^xsd:int', '"2024-05-01T10:00:00"^^xsd:dateTime']  # fmt: skip
CLASSES = [":C", ":D", ":E"]
PROPERTIES = [":p", ":q", ":r"]
pick = st.sampled_from


def triples(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + text, format=RdfFormat.TURTLE)]


data_triples = st.one_of(
    st.builds("{} a {} .".format, pick(THINGS), pick(CLASSES)),
    st.builds("{} {} {} .".format, pick(THINGS), pick(PROPERTIES), pick(THINGS + LITERALS)),
)
paths = st.recursive(
    pick(PROPERTIES),
    lambda inner: st.one_of(
        st.builds("[ sh:inversePath {} ]".format, inner),
        st.builds("( {} {} )".format, inner, inner),
        st.builds("[ sh:alternativePath ( {} {} ) ]".format, inner, inner),
        st.builds("[ sh:zeroOrMorePath {} ]".format, inner),
        st.builds("[ sh:oneOrMorePath {} ]".format, inner),
        st.builds("[ sh:zeroOrOnePath {} ]".format, inner),
    ),
    max_leaves=3,
)
numbers = pick(["0", "1", "2", "5.5", "-1", '"2024-12-01"^^xsd:date'])
kinds = pick(["IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"])
datatypes = pick(["string", "integer", "decimal", "boolean", "date", "int", "dateTime"])
for_values = st.one_of(
    st.builds("sh:class {}".format, pick(CLASSES)),
    st.builds("sh:datatype xsd:{}".format, datatypes),
    st.just("sh:datatype rdf:langString"),
    st.builds("sh:nodeKind sh:{}".format, kinds),
    st.builds(
        "sh:{} {}".format, pick(["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"]), numbers
    ),
    # pyshacl lets a blank node pass a least length of 0, which SHACL (4.4.1) forbids
    st.builds("sh:minLength {}".format, pick(["2", "4"])),
    st.builds("sh:maxLength {}".format, pick(["0", "2", "4"])),
    st.builds('sh:pattern "{}"'.format, pick(["^T[0-9]$", "r", "^ro?u?", "[a-z]+"])),
    st.just('sh:pattern "^ROT" ; sh:flags "i"'),
    st.builds("sh:languageIn ( {} )".format, pick(['"de"', '"de" "fr"', '"en"'])),
    st.builds("sh:in ( {} {} )".format, pick(THINGS[:3]), pick(LITERALS)),
    st.builds("sh:hasValue {}".format, pick(THINGS[:3] + LITERALS)),
    st.builds("sh:{} {}".format, pick(["equals", "disjoint"]), pick(PROPERTIES)),
)
for_properties = st.one_of(
    for_values,
    for_values,
    st.builds("sh:{} {}".format, pick(["minCount", "maxCount"]), pick(["0", "1", "2"])),
    st.just("sh:uniqueLang true"),
)


def joined(parts: list[str]) -> str:
    """Each parameter once: several of one kind are another matter."""
    once = {part.split()[0]: part for part in parts}
    return " ; ".join(once[name] for name in sorted(once))


def property_shapes(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    constraints = st.lists(for_properties | inner, min_size=1, max_size=3).map(joined)
    return st.builds("[ sh:path {} ; {} ]".format, paths, constraints)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    node = st.lists(for_values | inner, min_size=1, max_size=2).map(joined).map("[ {} ]".format)
    shape = node | property_shapes(inner)
    counts = pick(["sh:qualifiedMinCount 1", "sh:qualifiedMaxCount 1", "sh:qualifiedMinCount 2"])
    return st.one_of(
        st.builds("sh:property {}".format, property_shapes(inner)),
        st.builds("sh:node {}".format, node),
        st.builds("sh:not {}".format, shape),
        st.builds("sh:{} ( {} {} )".format, pick(["and", "or", "xone"]), shape, shape),
        st.builds(
            "sh:property [ sh:path {} ; sh:qualifiedValueShape {} ; {} ]".format,
            pick(PROPERTIES),
            shape,
            counts,
        ),
    )


constraints = st.recursive(for_values, nested, max_leaves=4)
targets = st.one_of(
    st.builds("sh:targetClass {}".format, pick(CLASSES)),
    st.builds("sh:targetNode {}".format, pick(THINGS[:3] + LITERALS[:3])),
    st.builds("sh:targetSubjectsOf {}".format, pick(PROPERTIES)),
    st.builds("sh:targetObjectsOf {}".format, pick(PROPERTIES)),
)
severities = pick(["", "sh:severity sh:Warning ; ", "sh:severity sh:Info ; "])
shapes = st.builds(
    "[] a sh:NodeShape ; {} ; {}{} .".format,
    targets,
    severities,
    st.lists(constraints, min_size=1, max_size=2).map(joined),
)
SUB_CLASSES = ":D rdfs:subClassOf :C . :E rdfs:subClassOf :D ."


def told(data: list[Triple], shapes: list[Triple], validator: str) -> Iterator[tuple[str, ...]]:
    graph = TripleIndex(shapes)
    for r in Checker(shapes, triples(SUB_CLASSES), validator).validate(data).results:
        path = (
            ""
            if r.path is None
            else r.path.value
            if isinstance(r.path, NamedNode)
            else path_text(r.path, graph)
        )
        yield tuple(map(str, (r.focus, path, r.value, r.component, r.severity, r.shape)))


def check(drawn: list[str], shape: str) -> None:
    data, compiled = triples(" ".join(drawn)), triples(shape)

    ours, theirs = (set(told(data, compiled, validator)) for validator in ("rules", "pyshacl"))

    assert ours == theirs


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(data_triples, max_size=14), shapes)
def test_random_shapes_find_what_pyshacl_finds(drawn, shape):
    logging.disable(logging.CRITICAL)

    check(drawn, shape)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=3_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(data_triples, max_size=14), shapes)
def test_three_thousand_random_shapes_find_what_pyshacl_finds(drawn, shape):
    logging.disable(logging.CRITICAL)

    check(drawn, shape)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(data_triples, max_size=14), shapes)
def test_no_core_constraint_is_left_to_pyshacl(drawn, shape):
    validation = Checker(triples(shape), triples(SUB_CLASSES)).validate(triples(" ".join(drawn)))

    assert validation.notes == ()
