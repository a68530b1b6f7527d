"""Clashes brought down to smallest sets of facts and axioms, with the sentences behind them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Triple
from typer.testing import CliRunner

import kg
from kg import dataset
from kg.cli import app
from kg.closure import close, close_with_owlrl
from kg.explaining import Core, cores
from kg.verifying import Ground, verify
from lighthouses import project
from test_closure import (
    DECLARED,
    ONE_CLASH_EACH,
    clash_axioms,
    class_axioms,
    facts_drawn,
    property_axioms,
    short,
    turtle,
)


def without_each_axiom(axioms: tuple[Triple, ...]) -> Iterator[list[Triple]]:
    """The axioms without one of them; what shares blank nodes goes together."""
    left = list(axioms)
    while left:
        gone, nodes = {left[0]}, blanks(left[0])
        while more := {a for a in axioms if blanks(a) & nodes} - gone:
            gone |= more
            nodes |= {node for axiom in more for node in blanks(axiom)}
        yield [a for a in axioms if a not in gone]
        left = [a for a in left if a not in gone]


def blanks(triple: Triple) -> set[BlankNode]:
    return {term for term in (triple.subject, triple.object) if isinstance(term, BlankNode)}


def assert_smallest(core: Core) -> None:
    assert close(core.facts, core.axioms).clashes
    for fact in core.facts:
        assert not close([other for other in core.facts if other != fact], core.axioms).clashes
    for fewer in without_each_axiom(core.axioms):
        assert not close(core.facts, fewer).clashes


@pytest.mark.parametrize("rule", ONE_CLASH_EACH)
def test_clash_by_each_rule_is_brought_down_to_a_smallest_set(rule: str):
    ontology, facts = ONE_CLASH_EACH[rule]
    beside = ":y :knows :z . :z a :D . :knows rdfs:domain :D ."

    found = cores(turtle(facts + beside), turtle(ontology + ":D rdfs:subClassOf :E ."))

    assert found
    for core in found:
        assert {*core.facts} <= {*turtle(facts)}
        assert_smallest(core)


def test_set_holds_what_is_needed_of_a_long_way_and_nothing_beside_it():
    ontology = """:A owl:disjointWith :B . :A0 rdfs:subClassOf :A . :p rdfs:range :B . :q rdfs:subPropertyOf :p .
        :q rdfs:subPropertyOf :r . :r rdfs:range :B . [] a owl:AllDisjointClasses ; owl:members ( :C :D :E ) ."""

    (core,) = cores(turtle(":x a :A0 . :y :q :x . :z :q :x . :y a :D ."), turtle(ontology))

    assert short(core.facts) in (["x a A0", "y q x"], ["x a A0", "z q x"])
    assert len(core.axioms) == 4
    assert_smallest(core)


def test_fact_of_a_lower_proof_goes_where_another_fact_and_the_axioms_in_use_give_the_same():
    ontology = """:R owl:onProperty :p ; owl:maxQualifiedCardinality 0 ; owl:onClass :B .
        :q rdfs:subPropertyOf :p . :p rdfs:range :B ."""

    found = cores(turtle(":x a :R . :x :q :y . :z :p :y ."), turtle(ontology))

    assert [short(core.facts) for core in found] == [["x a R", "x q y"]]
    assert_smallest(found[0])


def test_axiom_goes_with_the_fact_that_nothing_needs_any_more():
    ontology = """:R owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :B .
        :q rdfs:subPropertyOf :p . :p rdfs:range :B . :s rdfs:range :B ."""
    facts = ":x a :R ; :q :y1 , :y2 . :z :s :y1 . :y1 owl:differentFrom :y2 ."

    found = cores(turtle(facts), turtle(ontology))

    assert not {*turtle(":z :s :y1 .")} & {fact for core in found for fact in core.facts}
    assert not {*turtle(":s rdfs:range :B .")} & {axiom for core in found for axiom in core.axioms}
    for core in found:
        assert_smallest(core)


def test_what_two_clashes_come_down_to_is_told_once():
    ontology = ":A owl:disjointWith :B . :A2 rdfs:subClassOf :A . :A2 owl:disjointWith :B ."

    found = cores(turtle(":x a :A2 , :B ."), turtle(ontology))

    assert [short(core.facts) for core in found] == [["x a A2", "x a B"]] * len(found)
    assert len({core.axioms for core in found}) == len(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    facts_drawn,
    st.lists(class_axioms | property_axioms, max_size=4),
    st.lists(clash_axioms, min_size=1, max_size=2),
)
def test_no_fact_and_no_axiom_of_any_clash_over_random_ontologies_can_be_left_out(facts, axioms, forbidding):
    believed, ontology = turtle(" ".join(facts)), turtle(DECLARED + " ".join([*axioms, *forbidding]))

    found = cores(believed, ontology)

    assert bool(found) == bool(close(believed, ontology).clashes)
    for core in found:
        assert_smallest(core)
        assert close_with_owlrl(core.facts, core.axioms).clashes


# --- from the dataset -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose ontology mistakes what is tended for a keeper."""
    made = project(tmp_path_factory.mktemp("clashing"))
    with (made / "ontology/lighthouses.ttl").open("a") as file:
        file.write("\nlh:tends rdfs:range lh:Keeper .\n")
    dataset.build(made)
    return made


def test_clash_leads_to_the_sentences_behind_it(root: Path):
    found, _ = kg.open(root).clashes()

    clash = next(c for c in found if c.held[0].startswith("Grey Raven"))
    said = {words.said for fact in clash.facts for words in (*fact.winners, *fact.losers)}
    assert clash.rule == "cax-dw"
    assert clash.held == ("Grey Raven — is a — keeper", "Grey Raven — is a — lighthouse")
    assert "Ida Behrens hütet seit 1987 den Grauen Raben." in said
    assert any("tends — leads to — keeper" in axiom for axiom in clash.axioms)
    assert {fact.origin for fact in clash.facts} == {"fact", "register"}


def test_clash_is_proved_and_its_proof_verified(root: Path, tmp_path: Path):
    graph = kg.open(root)
    found, proofs = graph.clashes()
    (tmp_path / "clashes.json").write_text(json.dumps(proofs.to_json(graph.schema)))

    verdict = verify(tmp_path / "clashes.json", Ground(root))

    assert verdict.findings == ()
    assert verdict.proved == ("false",) * len(found)


def test_clashes_are_shown_by_the_command_and_left_unsaid_where_there_are_none(root: Path, tmp_path: Path):
    harmless = project(tmp_path)
    dataset.build(harmless)

    shown = CliRunner().invoke(app, ["--project", str(root), "explain", "--clashes"])
    silent = CliRunner().invoke(app, ["--project", str(harmless), "explain", "--clashes"])

    assert (shown.exit_code, silent.exit_code) == (0, 0)
    assert "Grey Raven — is a — keeper; Grey Raven — is a — lighthouse" in shown.stdout
    assert "cannot all hold: the classes have no member in common (cax-dw)" in shown.stdout
    assert silent.stdout == ""
