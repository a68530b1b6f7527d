"""What follows, what clashes and why, compared with owlrl on small random ontologies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Triple, parse

from kg.closure import FACT, STATED, Closure, Proof, Prover, close, close_with_owlrl, compile_ontology, prove
from kg.errors import ClosureError

PREFIXES = """
@prefix : <https://example.org/t#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + text, format=RdfFormat.TURTLE)]


def triple(text: str) -> Triple:
    [only] = turtle(text)
    return only


def short(found: Sequence[Triple]) -> list[str]:
    """Triples without the base, to be read at a glance."""
    return [
        str(t)
        .replace("https://example.org/t#", "")
        .replace("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "a")
        .replace("http://www.w3.org/2002/07/owl#", "owl:")
        .replace("<", "")
        .replace(">", "")
        for t in found
    ]


def concluded(facts: str, ontology: str) -> list[str]:
    return short(close(turtle(facts), turtle(ontology)).triples)


def clash_rules(facts: str, ontology: str) -> list[str]:
    return [clash.rule for clash in close(turtle(facts), turtle(ontology)).clashes]


ONE_RULE_EACH = {
    "prp-dom": (":p rdfs:domain :A .", ":x :p :y .", ["x a A"]),
    "prp-rng": (":p rdfs:range :A .", ":x :p :y .", ["y a A"]),
    "prp-symp": (":p a owl:SymmetricProperty .", ":x :p :y .", ["y p x"]),
    "prp-trp": (":p a owl:TransitiveProperty .", ":x :p :y . :y :p :z .", ["x p z"]),
    "prp-spo1": (":p rdfs:subPropertyOf :q .", ":x :p :y .", ["x q y"]),
    "prp-spo2": (":q owl:propertyChainAxiom ( :p :r ) .", ":x :p :y . :y :r :z .", ["x q z"]),
    "prp-eqp1": (":p owl:equivalentProperty :q .", ":x :p :y .", ["x q y"]),
    "prp-eqp2": (":p owl:equivalentProperty :q .", ":x :q :y .", ["x p y"]),
    "prp-inv1": (":p owl:inverseOf :q .", ":x :p :y .", ["y q x"]),
    "prp-inv2": (":p owl:inverseOf :q .", ":x :q :y .", ["y p x"]),
    "prp-fp": (":p a owl:FunctionalProperty .", ":x :p :y , :z .", ["y owl:sameAs z", "z owl:sameAs y"]),
    "prp-ifp": (
        ":p a owl:InverseFunctionalProperty .",
        ":x :p :z . :y :p :z .",
        ["x owl:sameAs y", "y owl:sameAs x"],
    ),
    "prp-key": (
        ":A owl:hasKey ( :p :q ) .",
        ':x a :A ; :p "1" ; :q :k . :y a :A ; :p "1" ; :q :k . :z a :A ; :p "1" ; :q :l .',
        ["x owl:sameAs y", "y owl:sameAs x"],
    ),
    "cls-int1": (":A owl:intersectionOf ( :B :C ) .", ":x a :B , :C . :y a :B .", ["x a A"]),
    "cls-int2": (":A owl:intersectionOf ( :B :C ) .", ":x a :A .", ["x a B", "x a C"]),
    "cls-uni": (":A owl:unionOf ( :B :C ) .", ":x a :C .", ["x a A"]),
    "cls-svf1": (
        ":A owl:onProperty :p ; owl:someValuesFrom :B .",
        ":x :p :y . :y a :B . :z :p :x .",
        ["x a A"],
    ),
    "cls-svf2": (":A owl:onProperty :p ; owl:someValuesFrom owl:Thing .", ":x :p :y .", ["x a A"]),
    "cls-avf": (":A owl:onProperty :p ; owl:allValuesFrom :B .", ":x a :A ; :p :y . :z :p :w .", ["y a B"]),
    "cls-hv1": (":A owl:onProperty :p ; owl:hasValue :v .", ":x a :A .", ["x p v"]),
    "cls-hv2": (":A owl:onProperty :p ; owl:hasValue :v .", ":x :p :v . :y :p :w .", ["x a A"]),
    "cls-oo": (":A owl:oneOf ( :x :y ) .", "", ["x a A", "y a A"]),
    "cls-maxc2": (
        ":A owl:onProperty :p ; owl:maxCardinality 1 .",
        ":x a :A ; :p :y , :z .",
        ["y owl:sameAs z", "z owl:sameAs y"],
    ),
    "cls-maxqc3": (
        ":A owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :B .",
        ":x a :A ; :p :y , :z , :w . :y a :B . :z a :B .",
        ["y owl:sameAs z", "z owl:sameAs y"],
    ),
    "cax-sco": (":A rdfs:subClassOf :B .", ":x a :A .", ["x a B"]),
    "cax-eqc1": (":A owl:equivalentClass :B .", ":x a :A .", ["x a B"]),
    "cax-eqc2": (":A owl:equivalentClass :B .", ":x a :B .", ["x a A"]),
}

ONE_CLASH_EACH = {
    "cax-dw": (":A owl:disjointWith :B .", ":x a :A , :B ."),
    "cax-adc": ("[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .", ":x a :A , :C ."),
    "prp-pdw": (":p owl:propertyDisjointWith :q .", ":x :p :y ; :q :y ."),
    "prp-adp": ("[] a owl:AllDisjointProperties ; owl:members ( :p :q :r ) .", ":x :p :y ; :r :y ."),
    "prp-irp": (":p a owl:IrreflexiveProperty .", ":x :p :x ."),
    "prp-asyp": (":p a owl:AsymmetricProperty .", ":x :p :y . :y :p :x ."),
    "cls-nothing2": ("", ":x a owl:Nothing ."),
    "cls-com": (":A owl:complementOf :B .", ":x a :A , :B ."),
    "cls-maxc1": (":A owl:onProperty :p ; owl:maxCardinality 0 .", ":x a :A ; :p :y ."),
    "cls-maxqc1": (
        ":A owl:onProperty :p ; owl:maxQualifiedCardinality 0 ; owl:onClass :B .",
        ":x a :A ; :p :y . :y a :B .",
    ),
    "prp-npa1": (
        "[] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetIndividual :y .",
        ":x :p :y .",
    ),
    "prp-npa2": (
        '[] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetValue "v" .',
        ':x :p "v" .',
    ),
    "dt-not-type": (":p rdfs:range xsd:date .", ':x :p "1" .'),
    "dt-diff": (":p a owl:FunctionalProperty .", ':x :p 1 , "1.5"^^xsd:decimal .'),
    "eq-diff1": ("", ":x owl:sameAs :y ; owl:differentFrom :y ."),
    "eq-diff2": ("[] a owl:AllDifferent ; owl:members ( :x :y :z ) .", ":x owl:sameAs :z ."),
    "eq-diff3": ("[] a owl:AllDifferent ; owl:distinctMembers ( :x :y ) .", ":x owl:sameAs :y ."),
}


@pytest.mark.parametrize("rule", ONE_RULE_EACH)
def test_each_rule_concludes_what_its_table_says_and_its_proof_names_it(rule):
    ontology, facts, expected = ONE_RULE_EACH[rule]

    closure = close(turtle(facts), turtle(ontology))
    proofs = [proof_of(t, facts, ontology, closure) for t in closure.triples]

    assert short(closure.triples) == expected
    assert rule in {proof.rule for proof in proofs}


@pytest.mark.parametrize("rule", ONE_CLASH_EACH)
def test_each_clash_is_found_with_the_triples_that_clash_and_not_without_one_of_them(rule):
    ontology, facts = ONE_CLASH_EACH[rule]

    closure = close(turtle(facts), turtle(ontology))

    assert {clash.rule for clash in closure.clashes} >= {rule}
    clash = next(clash for clash in closure.clashes if clash.rule == rule)
    assert set(clash.triples) <= {*turtle(facts), *closure.triples}
    for left_out in clash.triples:
        fewer = [t for t in turtle(facts) if t != left_out]
        if len(fewer) < len(turtle(facts)):
            assert rule not in {clash.rule for clash in close(fewer, turtle(ontology)).clashes}


@pytest.mark.parametrize(
    ("ranges", "literal", "clashes"),
    [
        ("xsd:integer", "7", False),
        ("xsd:decimal", "7", False),
        ("xsd:nonNegativeInteger", "-7", True),
        ("xsd:byte", "128", True),
        ("xsd:string", '"Nordhafen"', False),
        ("xsd:string", '"Nordhafen"@de', True),
        ("rdf:PlainLiteral", '"Nordhafen"@de', False),
        ("rdfs:Literal", "7.5", False),
        ("xsd:dateTime", '"2025-05-07"^^xsd:date', True),
        ("xsd:date", '"2025-13-07"^^xsd:date', True),
        ("xsd:double", "1.5", True),
        (":own", '"what it means is not known"', False),
    ],
)
def test_a_literal_outside_the_range_of_its_property_clashes(ranges, literal, clashes):
    ontology = f":own a rdfs:Datatype . :p rdfs:range {ranges} ."

    found = close(turtle(f":x :p {literal} ."), turtle(ontology)).clashes

    assert bool(found) == clashes


@pytest.mark.parametrize(
    ("literal", "clashes"),
    [('"x"^^xsd:integer', True), ('"2025-02-30T25:00:00"^^xsd:dateTime', True),
     ('"2025-02-29"^^xsd:date', True), ('"2024-02-29"^^xsd:date', False), ('"300"^^xsd:unsignedByte', True),
     ('"007"^^xsd:integer', False), ('"x"^^:own', False), ('"-.5"^^xsd:decimal', False), ('"INF"^^xsd:float', False)],
)  # fmt: skip
def test_a_literal_that_is_no_form_of_its_own_datatype_clashes_without_any_axiom(literal, clashes):
    found = close(turtle(f":x :p {literal} ."), ()).clashes

    assert [clash.rule for clash in found] == ["dt-not-type"] * clashes


@pytest.mark.parametrize(
    ("values", "clashes"),
    [
        ('"1"^^xsd:integer , "01"^^xsd:integer', False),
        ("1 , 1.0", False),
        ("true , '1'^^xsd:boolean", False),
        ("1 , true", True),
        ('"a" , "b"', True),
        ('"a"@de , "a"@en', True),
        ('"2025-01-01T00:00:00Z"^^xsd:dateTime , "2025-01-01T01:00:00+01:00"^^xsd:dateTime', False),
        ('"1"^^:own , "2"^^:own', False),
    ],
)
def test_two_values_of_a_functional_property_clash_where_they_are_not_the_same_value(values, clashes):
    ontology = turtle(":p a owl:FunctionalProperty .")

    assert bool(close(turtle(f":x :p {values} ."), ontology).clashes) == clashes


def test_a_chain_may_step_against_a_property_without_a_name_for_its_inverse():
    ontology = ":holds owl:propertyChainAxiom ( [ owl:inverseOf :recipient ] :label ) ."

    found = concluded(":award :recipient :north ; :label :gold .", ontology)

    assert found == ["north holds gold"]


def test_a_restriction_passes_from_super_class_to_sub_class_through_narrower_fillers():
    ontology = """
    :A rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :C ] . :C rdfs:subClassOf :D .
    [ owl:onProperty :p ; owl:someValuesFrom :D ] rdfs:subClassOf :B ."""

    closure = close(turtle(":x a :A ."), turtle(ontology))
    proof = proof_of(triple(":x a :B ."), ":x a :A .", ontology, closure)

    assert short(closure.triples) == ["x a B"]
    assert {axiom for step in proof.steps() for axiom in step.axioms} >= set(
        turtle(":C rdfs:subClassOf :D .")
    )


def test_equal_things_share_what_is_said_of_each():
    found = concluded(":x owl:sameAs :y ; :p :v . :w :q :x .", "")

    assert found == ["w q y", "y owl:sameAs x", "y p v"]


def test_conclusions_are_about_individuals_only():
    ontology = """
    :A a owl:Class ; rdfs:subClassOf :B , [ owl:onProperty :p ; owl:someValuesFrom :B ] . :B a owl:Class .
    [ owl:onProperty :p ; owl:someValuesFrom :B ] rdfs:subClassOf owl:Thing .
    :note a owl:AnnotationProperty ; rdfs:domain :B . :A :note "a class" .
    :d a owl:DatatypeProperty ; rdfs:range xsd:string . :d owl:inverseOf :e ."""

    found = concluded(':x a :A ; :d "text" .', ontology)

    assert found == ["x a B"]


def test_what_the_ontology_says_of_an_individual_is_reasoned_with_but_not_repeated():
    ontology = ":north :liesIn :land . :liesIn a owl:TransitiveProperty ."

    closure = close(turtle(":land :liesIn :union ."), turtle(ontology))
    proof = proof_of(closure.triples[0], ":land :liesIn :union .", ontology, closure)

    assert short(closure.triples) == ["north liesIn union"]
    assert [premise.rule for premise in proof.premises] == [STATED, FACT]


def test_a_clash_that_only_follows_is_found():
    ontology = ":A owl:disjointWith :B . :p rdfs:domain :A . :q rdfs:range :B ."

    [clash] = close(turtle(":x :p :y . :z :q :x ."), turtle(ontology)).clashes

    assert short(clash.triples) == ["x a A", "x a B"]
    assert clash.axioms == tuple(turtle(":A owl:disjointWith :B ."))


def test_a_closure_past_its_limit_is_refused_by_code():
    facts = "".join(f":n{i} :p :n{i + 1} . " for i in range(20))

    with pytest.raises(ClosureError) as refused:
        close(turtle(facts), turtle(":p a owl:TransitiveProperty ."), limit=50)

    assert refused.value.code == "KG401"
    assert "TransitiveProperty" in refused.value.at


def test_closing_what_is_closed_adds_nothing():
    ontology = turtle(":p a owl:TransitiveProperty ; rdfs:domain :A . :A rdfs:subClassOf :B .")
    facts = turtle(":x :p :y . :y :p :z .")

    first = close(facts, ontology)
    again = close([*facts, *first.triples], ontology)

    assert first.triples
    assert again.triples == ()


def proof_of(conclusion: Triple, facts: str, ontology: str, closure: Closure) -> Proof:
    proof = prove(conclusion, turtle(facts), closure.triples, compile_ontology(turtle(ontology)).rules)
    assert proof is not None
    return proof


CHAIN = """
:holds owl:propertyChainAxiom ( :received :label ) . :received owl:inverseOf :recipient .
:access owl:propertyChainAxiom ( :holds :opens ) ."""
CHAIN_FACTS = ":award :recipient :north ; :label :gold . :gold :opens :hub ."


def test_a_proof_leads_from_the_conclusion_through_both_chains_to_the_facts():
    closure = close(turtle(CHAIN_FACTS), turtle(CHAIN))

    proof = proof_of(triple(":north :access :hub ."), CHAIN_FACTS, CHAIN, closure)

    holds, opens = proof.premises
    received, label = holds.premises
    assert (proof.rule, holds.rule, received.rule) == ("prp-spo2", "prp-spo2", "prp-inv2")
    assert (opens.rule, label.rule) == (FACT, FACT)
    assert proof.height == 3
    assert set(proof.facts()) == set(turtle(CHAIN_FACTS))


def test_a_fact_proves_itself_and_what_does_not_follow_has_no_proof():
    rules = compile_ontology(turtle(CHAIN)).rules

    assert prove(triple(":gold :opens :hub ."), turtle(CHAIN_FACTS), [], rules) == Proof(
        triple(":gold :opens :hub ."), FACT
    )
    assert prove(triple(":hub :opens :gold ."), turtle(CHAIN_FACTS), [], rules) is None


def test_of_two_ways_the_lower_proof_is_given_whatever_the_order_of_the_facts():
    ontology = ":p a owl:TransitiveProperty ; rdfs:subPropertyOf :r . :q rdfs:subPropertyOf :r ."
    facts = turtle(":a :p :b . :b :p :c . :c :p :d . :a :q :d .")
    rules = compile_ontology(turtle(ontology)).rules

    forth = Prover(facts, rules).prove(triple(":a :r :d ."))
    back = Prover(facts[::-1], rules[::-1]).prove(triple(":a :r :d ."))

    assert forth is not None
    assert short(forth.facts()) == ["a q d"]
    assert forth == back


def test_of_two_proofs_of_one_height_the_shorter_then_the_first_in_order_is_given():
    ontology = ":p rdfs:domain :A . :q owl:propertyChainAxiom ( :s :s ) . :s rdfs:domain :A ."
    rules = compile_ontology(turtle(ontology)).rules
    facts = turtle(":a :p :c , :b . :a :s :d .")

    forth = Prover(facts, rules).prove(triple(":a a :A ."))
    back = Prover(facts[::-1], rules[::-1]).prove(triple(":a a :A ."))

    assert forth == back
    assert forth is not None
    assert short(forth.facts()) == ["a p b"]


@pytest.mark.parametrize("late", ["p", "q", "r"])
def test_a_chain_is_completed_by_whichever_link_comes_last(late):
    ontology = f":c owl:propertyChainAxiom ( :p :q :r ) . :l rdfs:subPropertyOf :{late} ."
    facts = ":w :p :x . :x :q :y . :y :r :z .".replace(f":{late}", ":l")

    assert "w c z" in concluded(facts, ontology)


def test_rules_come_out_the_same_whatever_the_order_and_the_names_of_blank_nodes():
    parts = [
        ":A owl:intersectionOf ( :B [ owl:onProperty :p ; owl:someValuesFrom :C ] ) .",
        ":D owl:equivalentClass [ owl:unionOf ( :A :B ) ] .",
        ":q owl:propertyChainAxiom ( :p :p ) .",
    ]

    forth = compile_ontology(turtle("\n".join(parts))).rules
    back = compile_ontology(turtle("\n".join(reversed(parts)))).rules

    assert forth == back


# The reasoners are held against each other on random ontologies. Left out of the comparison, and why:
# literals as subjects (stores refuse them), owl:Thing and the reflexive owl:sameAs (they say nothing), and
# conclusions about classes and properties (the ontology's own affair): `about_individuals` drops these on
# both sides. owl:hasKey, AllDisjointProperties and AllDifferent are not drawn: owlrl overlooks their last
# member. Every class and restriction is declared owl:Class, since only then does owlrl hold it to be below
# itself. A thing in owl:Nothing is not drawn: owlrl then puts it in every class.
CLASSES = [f":C{i}" for i in range(5)]
LINKS = [f":p{i}" for i in range(4)]
THINGS = [f":i{i}" for i in range(5)]
DECLARED = " ".join(
    [*(f"{c} a owl:Class ." for c in CLASSES), *(f"{p} a owl:ObjectProperty ." for p in LINKS)]
)
DECLARED += " :d a owl:DatatypeProperty . :e a owl:DatatypeProperty ."

classes, links, things = st.sampled_from(CLASSES), st.sampled_from(LINKS), st.sampled_from(THINGS)


def restriction(body: str) -> str:
    return f"[ a owl:Restriction , owl:Class ; {body} ]"


simple_expressions = st.one_of(
    classes,
    st.builds(
        lambda p, c: restriction(f"owl:onProperty {p} ; owl:someValuesFrom {c}"),
        links,
        classes | st.just("owl:Thing"),
    ),
    st.builds(lambda p, c: restriction(f"owl:onProperty {p} ; owl:allValuesFrom {c}"), links, classes),
    st.builds(lambda p, i: restriction(f"owl:onProperty {p} ; owl:hasValue {i}"), links, things),
)
expressions = simple_expressions | st.builds(
    lambda kind, a, b: f"[ a owl:Class ; owl:{kind} ( {a} {b} ) ]",
    st.sampled_from(["intersectionOf", "unionOf"]),
    simple_expressions,
    simple_expressions,
)
class_axioms = st.builds(
    lambda a, kind, b: f"{a} {kind} {b} .",
    expressions,
    st.sampled_from(["rdfs:subClassOf", "rdfs:subClassOf", "owl:equivalentClass"]),
    expressions,
)
property_axioms = st.one_of(
    st.builds(lambda p, k, c: f"{p} rdfs:{k} {c} .", links, st.sampled_from(["domain", "range"]), classes),
    st.builds(lambda p, k: f"{p} a owl:{k}Property .", links, st.sampled_from(["Symmetric", "Transitive"])),
    st.builds(
        lambda p, k, q: f"{p} {k} {q} .",
        links,
        st.sampled_from(["rdfs:subPropertyOf", "owl:equivalentProperty", "owl:inverseOf"]),
        links,
    ),
    st.builds(
        lambda p, steps: f"{p} owl:propertyChainAxiom ( {' '.join(steps)} ) .",
        links,
        st.lists(links, min_size=2, max_size=3),
    ),
    st.just(":d rdfs:subPropertyOf :e ."),
    st.builds(lambda c: f":e rdfs:domain {c} .", classes),
    st.builds(lambda c, i, j: f"{c} owl:oneOf ( {i} {j} ) .", classes, things, things),
)
sameness = st.builds(
    lambda p, kind: f"{p} a owl:{kind}Property .", links, st.sampled_from(["Functional", "InverseFunctional"])
)
clash_axioms = st.one_of(
    st.builds(lambda a, b: f"{a} owl:disjointWith {b} .", classes, classes),
    st.builds(lambda a, b: f"{a} owl:complementOf {b} .", classes, classes),
    st.builds(lambda p, q: f"{p} owl:propertyDisjointWith {q} .", links, links),
    st.builds(lambda p, k: f"{p} a owl:{k}Property .", links, st.sampled_from(["Irreflexive", "Asymmetric"])),
    st.just(f"[] a owl:AllDisjointClasses ; owl:members ( {' '.join(CLASSES[:3])} ) ."),
)
facts_drawn = st.lists(
    st.one_of(
        st.builds(lambda i, p, j: f"{i} {p} {j} .", things, links, things),
        st.builds(lambda i, c: f"{i} a {c} .", things, classes),
        st.builds(lambda i, v: f'{i} :d "{v}" .', things, st.sampled_from("ab")),
    ),
    max_size=7,
)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(facts_drawn, st.lists(class_axioms | property_axioms, max_size=6))
def test_conclusions_are_those_of_owlrl(facts, axioms):
    given_facts, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join(axioms))

    ours, theirs = close(given_facts, ontology), close_with_owlrl(given_facts, ontology)

    assert short(ours.triples) == short(theirs.triples)


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(facts_drawn, st.lists(class_axioms | property_axioms | sameness | clash_axioms, max_size=8))
def test_on_a_thousand_graphs_conclusions_and_clashes_are_those_of_owlrl(facts, axioms):
    given_facts, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join(axioms))

    ours, theirs = close(given_facts, ontology), close_with_owlrl(given_facts, ontology)

    assert short(ours.triples) == short(theirs.triples)
    assert bool(ours.clashes) >= bool(theirs.clashes)


@few
@given(facts_drawn, st.lists(property_axioms, max_size=3), st.lists(sameness, min_size=1, max_size=2))
def test_conclusions_are_those_of_owlrl_where_things_turn_out_to_be_the_same(facts, axioms, same):
    given_facts, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join([*axioms, *same]))

    ours, theirs = close(given_facts, ontology), close_with_owlrl(given_facts, ontology)

    assert short(ours.triples) == short(theirs.triples)


@few
@given(facts_drawn, st.lists(property_axioms, max_size=3), st.lists(clash_axioms, min_size=1, max_size=3))
def test_clashes_are_found_exactly_where_owlrl_finds_some(facts, axioms, forbidding):
    given_facts, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join([*axioms, *forbidding]))

    ours, theirs = close(given_facts, ontology), close_with_owlrl(given_facts, ontology)

    assert bool(ours.clashes) == bool(theirs.clashes)


@few
@given(facts_drawn, st.lists(class_axioms | property_axioms | sameness, max_size=6))
def test_every_conclusion_has_a_proof_whose_facts_alone_bear_it_out(facts, axioms):
    given_facts, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join(axioms))
    rules = compile_ontology(ontology).rules
    prover, closure = Prover(given_facts, rules), close(given_facts, ontology)

    for conclusion in closure.triples:
        proof = prover.prove(conclusion)

        assert proof is not None
        assert prove(conclusion, given_facts, closure.triples, rules) == proof
        assert set(proof.facts()) <= set(given_facts)
        assert conclusion in close(proof.facts(), ontology).triples
        assert all(step.premises or step.axioms or step.rule == FACT for step in proof.steps())


def test_owlrl_answers_in_the_same_form():
    theirs = close_with_owlrl(turtle(":x a :A ."), turtle(":A rdfs:subClassOf :B . :A owl:disjointWith :B ."))

    assert short(theirs.triples) == ["x a B"]
    assert [clash.rule for clash in theirs.clashes] == ["owlrl"]
    assert "Disjoint" in theirs.clashes[0].note
