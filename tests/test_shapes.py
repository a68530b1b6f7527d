"""Findings of shapes, held against pyshacl run directly."""

from __future__ import annotations

import json

import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Triple, parse
from rdflib.namespace import RDF, SH

from kg.errors import SchemaError
from kg.findings import KINDS, Finding
from kg.shapes import Checker, Validation, validate

PREFIXES = """
@prefix : <https://example.org/t#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BASE = "https://example.org/t#"


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + text, format=RdfFormat.TURTLE)]


ONTOLOGY = """
:Tower rdfs:subClassOf :Building . :Hut rdfs:subClassOf :Building . :Keeper a owl:Class .
:chief a :Keeper .
"""
SHAPES = """
:TowerShape a sh:NodeShape ; sh:targetClass :Tower ;
    sh:property :tower-name , :tower-keeper , :tower-floors , :tower-light , :tower-code , :tower-near ,
        :tower-age .
:tower-age a sh:PropertyShape ; sh:path :age ; sh:datatype xsd:integer .
:tower-name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ;
    sh:message "A tower has a name."@en , "Ein Turm hat einen Namen."@de .
:tower-keeper a sh:PropertyShape ; sh:path :keeper ; sh:maxCount 1 ; sh:class :Keeper .
:tower-floors a sh:PropertyShape ; sh:path :floors ; sh:datatype xsd:integer ; sh:minInclusive 0 .
:tower-light a sh:PropertyShape ; sh:path :light ; sh:in ( "red" "white" ) ; sh:severity sh:Warning .
:tower-code a sh:PropertyShape ; sh:path :code ; sh:pattern "^T[0-9]+$" ; sh:severity sh:Info .
:tower-near a sh:PropertyShape ; sh:path :near ; sh:class :Building .
"""
GOOD = """
:t1 a :Tower ; :name "North" ; :keeper :k1 ; :floors 3 ; :light "red" ; :code "T1" ; :near :h1 ; :age 40 .
:k1 a :Keeper . :h1 a :Hut .
"""

BROKEN = {
    "minCount": (':name "North"', ':nick "North"', "KG801", "name", "error"),
    "maxCount": (":keeper :k1", ":keeper :k1 , :k2", "KG802", "keeper", "error"),
    "class": (":near :h1", ":near :k1", "KG803", "near", "error"),
    "datatype": (":age 40", ":age 40.5", "KG804", "age", "error"),
    "minInclusive": (":floors 3", ":floors -3", "KG807", "floors", "error"),
    "in": (':light "red"', ':light "green"', "KG805", "light", "warning"),
    "pattern": (':code "T1"', ':code "X1"', "KG806", "code", "info"),
}


def checked(data: str, shapes: str = SHAPES, ontology: str = ONTOLOGY) -> Validation:
    return validate(turtle(data), turtle(shapes), turtle(ontology))


def test_data_that_keeps_every_rule_conforms_and_says_so_in_the_report():
    validation = checked(GOOD)

    assert validation.findings == ()
    assert validation.conforms
    assert "conforms" in validation.report


@pytest.mark.parametrize("rule", BROKEN)
def test_breaking_one_rule_gives_one_finding_of_its_kind_and_no_other(rule):
    right, wrong, code, path, severity = BROKEN[rule]
    data = GOOD.replace(right, wrong) + ":k2 a :Keeper ."

    [finding] = checked(data).findings

    assert (finding.code, finding.severity) == (code, severity)
    assert finding.focus == BASE + "t1"
    assert finding.path == BASE + path
    assert finding.shape == f"{BASE}tower-{path}"
    assert finding.want.startswith(f"sh:{rule} ")


def test_a_finding_prefers_english_and_keeps_both_languages():
    [finding] = checked(':t1 a :Tower ; :nick "North" .').findings

    assert finding.what == "A tower has a name."
    assert finding.messages == (("de", "Ein Turm hat einen Namen."), ("en", "A tower has a name."))


def test_a_finding_on_too_many_values_shows_them():
    [finding] = checked(GOOD.replace(":k1 ;", ":k1 , :k2 ;") + ":k2 a :Keeper .").findings

    assert finding.found == f"2 values: <{BASE}k1>, <{BASE}k2>"
    assert finding.want == "sh:maxCount 1"


def test_what_the_ontology_says_of_an_individual_counts():
    assert checked(GOOD.replace(":k1", ":chief", 1)).conforms


def test_findings_and_report_are_the_same_whatever_the_order_of_the_triples():
    data = ":t1 a :Tower . :t2 a :Tower ; :keeper :h , :i . :t3 a :Tower ; :floors true , -1 ; :light 1 ."
    forth = validate(turtle(data), turtle(SHAPES), turtle(ONTOLOGY))
    back = validate(turtle(data)[::-1], turtle(SHAPES)[::-1], turtle(ONTOLOGY)[::-1])

    assert len(forth.findings) > 6
    assert forth == back
    assert list(forth.findings) == sorted(forth.findings)


def test_a_finding_becomes_json_with_all_its_fields():
    [finding] = checked(":t1 a :Tower .").findings

    as_json = json.loads(json.dumps(finding.as_dict()))

    assert as_json["messages"]["de"] == "Ein Turm hat einen Namen."
    assert set(as_json) == set(Finding.__dataclass_fields__)


def test_severities_are_ordered_from_error_to_info():
    warning = Finding("KG805", severity="warning")

    assert warning.at_least("info")
    assert warning.at_least("warning")
    assert not warning.at_least("error")


def test_every_code_of_a_broken_shape_is_explained_in_a_few_words():
    found = {code for _, _, code, _, _ in BROKEN.values()}

    assert found <= set(KINDS)


def test_shapes_that_make_no_sense_are_refused_by_code():
    broken = ":S a sh:NodeShape ; sh:targetClass :Tower ; sh:property [ sh:minCount 1 ] ."

    with pytest.raises(SchemaError) as refused:
        checked(":t a :Tower .", broken)

    assert refused.value.code == "KG190"


def test_data_that_keeps_plain_rules_never_reaches_pyshacl(monkeypatch):
    monkeypatch.setattr(pyshacl, "validate", lambda *_, **__: pytest.fail("pyshacl was asked"))

    assert checked(GOOD).conforms


def test_one_checker_serves_many_graphs():
    checker = Checker(turtle(SHAPES), turtle(ONTOLOGY))

    first, second = checker.validate(turtle(":t1 a :Tower .")), checker.validate(turtle(GOOD))

    assert not first.conforms
    assert second.conforms


def test_a_path_that_is_no_plain_property_is_written_as_in_sparql():
    shapes = """:S a sh:NodeShape ; sh:targetClass :Tower ;
        sh:property [ sh:path [ sh:inversePath :guards ] ; sh:minCount 1 ] ,
                    [ sh:path ( :keeper [ sh:zeroOrMorePath :boss ] ) ; sh:maxCount 0 ] ."""

    findings = checked(":t1 a :Tower ; :keeper :k .", shapes).findings

    assert [f.path for f in findings] == [f"^<{BASE}guards>", f"<{BASE}keeper>/(<{BASE}boss>)*"]
    assert {f.shape for f in findings} == {BASE + "S"}


# The same results as pyshacl alone, on random data, for shapes that are judged here first (plain) and for
# shapes that are left to pyshacl (not plain).
MORE_SHAPES = """
:HutShape a sh:NodeShape ; sh:targetClass :Building ; sh:nodeKind sh:IRI ;
    sh:property [ sh:path :name ; sh:nodeKind sh:Literal ; sh:maxCount 1 ; sh:maxLength 4 ] .
:NamedShape a sh:NodeShape ; sh:targetSubjectsOf :near ; sh:property :tower-name .
:NearShape a sh:NodeShape ; sh:targetObjectsOf :near ; sh:node :HasKeeper .
:HasKeeper a sh:NodeShape ; sh:property [ sh:path :keeper ; sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ] .
:Keeper a sh:NodeShape , rdfs:Class ; sh:property [ sh:path :floors ; sh:maxCount 1 ; sh:maxExclusive 5 ] .
:floors-anywhere a sh:PropertyShape ; sh:targetSubjectsOf :floors ; sh:path :floors ;
    sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:decimal ] ) .
"""
THINGS = [":t1", ":t2", ":k1", ":h1", "_:b1"]
TEXTS = ['"red"', '"T1"', '"Rot"@de', "true"]
NUMBERS = ["1", "-1", "7", "1.5", '"x"^^xsd:integer', '"01"^^xsd:integer']
things = st.sampled_from(THINGS)
triples = st.one_of(
    st.builds(
        lambda s, c: f"{s} a {c} .", things, st.sampled_from([":Tower", ":Hut", ":Building", ":Keeper"])
    ),
    st.builds(
        lambda s, p, o: f"{s} {p} {o} .",
        things,
        st.sampled_from([":keeper", ":near"]),
        things | st.just('"x"'),
    ),
    st.builds(
        lambda s, p, o: f"{s} {p} {o} .",
        things,
        st.sampled_from([":name", ":floors", ":light", ":code", ":age"]),
        st.sampled_from(TEXTS + NUMBERS) | things,
    ),
)


def results_of_pyshacl(data: str, shapes: str) -> list[tuple[str, ...]]:
    graphs = [rdflib.Graph().parse(data=PREFIXES + text) for text in (data, shapes, ONTOLOGY)]
    data_graph = graphs[0] + graphs[2]
    _, report, _ = pyshacl.validate(data_graph, shacl_graph=graphs[1], inference="none")
    found = set()
    for result in report.objects(report.value(None, RDF.type, SH.ValidationReport), SH.result):
        parts = [SH.sourceConstraintComponent, SH.resultSeverity, SH.focusNode, SH.value]
        found.add(tuple(_comparable(report.value(result, part)) for part in parts))
    return sorted(found)


def _comparable(term: object) -> str:
    return "blank" if isinstance(term, rdflib.BNode) else str(term or "")


def results_of_ours(data: str, shapes: str) -> list[tuple[str, ...]]:
    quads = parse(validate(turtle(data), turtle(shapes), turtle(ONTOLOGY)).report, format=RdfFormat.N_TRIPLES)
    report = rdflib.Graph().parse(data="".join(f"{q.triple} .\n" for q in quads), format="nt")
    found = set()
    for result in report.objects(report.value(None, RDF.type, SH.ValidationReport), SH.result):
        parts = [SH.sourceConstraintComponent, SH.resultSeverity, SH.focusNode, SH.value]
        found.add(tuple(_comparable(report.value(result, part)) for part in parts))
    return sorted(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(triples, max_size=12), st.sampled_from([SHAPES, SHAPES + MORE_SHAPES]))
def test_results_are_those_of_pyshacl_alone(drawn, shapes):
    data = " ".join(drawn)

    ours, theirs = results_of_ours(data, shapes), results_of_pyshacl(data, shapes)

    assert ours == theirs
