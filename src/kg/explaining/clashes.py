"""What cannot all hold: the smallest sets of facts and axioms that clash, and the documents behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.closure import Clash, Proof, Prover, Rule, Ruleset, compile_ontology, run
from kg.explaining.explainer import Explainer
from kg.explaining.proofs import Proofs, prove_clashes
from kg.explaining.records import Step
from kg.names import DCTERMS, RDF_TYPE, kg
from kg.schema import Schema

_CLASH = Literal("KG402")
_IDENTIFIER = NamedNode(DCTERMS + "identifier")


@dataclass(frozen=True, slots=True)
class Core:
    """Facts and axioms of which none can be left out without the clash going with it.

    Args:
        clash: Rule and triples that cannot all hold, as they follow from the facts.
        proofs: Of these triples, one each.
        facts: What is believed, or would be; sorted.
        axioms: Triples of the ontology, lists with all their cells; sorted.
    """

    clash: Clash
    proofs: tuple[Proof, ...]
    facts: tuple[Triple, ...]
    axioms: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class ClashExplanation:
    """A core in words.

    Args:
        rule: As in the W3C's tables.
        held: What cannot all hold, in words.
        facts: The facts with the words behind them.
        axioms: The axioms in words.
    """

    rule: str
    held: tuple[str, ...]
    facts: tuple[Step, ...]
    axioms: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "rule": self.rule,
            "held": list(self.held),
            "facts": [step.as_dict() for step in self.facts],
            "axioms": list(self.axioms),
        }


def cores(facts: Iterable[Triple], ontology: Iterable[Triple]) -> tuple[Core, ...]:
    """The clashes among facts, each brought down to a smallest set.

    Smallest means: whichever fact or axiom is taken away, the rest no longer clashes. Another set may be smaller still
    by count. A list, or whatever else hangs together by blank nodes, is one axiom.

    Args:
        facts: What is believed, or would be.
        ontology: The vocabulary with its imports merged.

    Returns:
        One for each smallest set that the clashes lead to, sorted.
    """
    believed, rules = list(facts), compile_ontology(ontology)
    clashes = run(believed, rules).clashes
    prover = Prover(believed, rules.rules)
    found: dict[tuple[object, ...], Core] = {}
    for clash in clashes:
        core = _core(clash, prover, rules)
        found.setdefault((core.facts, core.axioms), core)
    return tuple(found[key] for key in sorted(found, key=str))


def _core(clash: Clash, prover: Prover, rules: Ruleset) -> Core:
    proofs = [proof for triple in clash.triples if (proof := prover.prove(triple)) is not None]
    facts = sorted({fact for proof in proofs for fact in proof.facts()}, key=str)
    used = [axiom for proof in proofs for step in proof.steps() for axiom in step.axioms]
    units = _units([*used, *clash.axioms])
    for fact in list(facts):
        fewer = [other for other in facts if other != fact]
        if _clashes(fewer, units, rules):
            facts = fewer
    for unit in list(units):
        less = [other for other in units if other != unit]
        if _clashes(facts, less, rules):
            units = less
    left = _clashes(facts, units, rules)[0]
    again = Prover(facts, _of(units, rules))
    shown = tuple(proof for triple in left.triples if (proof := again.prove(triple)) is not None)
    return Core(left, shown, tuple(facts), tuple(sorted({a for unit in units for a in unit}, key=str)))


def _clashes(
    facts: Sequence[Triple], units: Sequence[tuple[Triple, ...]], rules: Ruleset
) -> tuple[Clash, ...]:
    return run(facts, Ruleset(tuple(_of(units, rules)), rules.vocabulary)).clashes


def _of(units: Sequence[tuple[Triple, ...]], rules: Ruleset) -> list[Rule]:
    """The rules that these axioms make."""
    there = {axiom for unit in units for axiom in unit}
    return [rule for rule in rules.rules if there.issuperset(rule.axioms)]


def _units(axioms: Iterable[Triple]) -> list[tuple[Triple, ...]]:
    """Axioms that share blank nodes are one; sorted."""
    units: list[tuple[set[str], list[Triple]]] = []
    for axiom in sorted(set(axioms), key=str):
        nodes, members = _blanks(axiom), [axiom]
        apart = []
        for others, unit in units:
            if others & nodes:
                nodes, members = nodes | others, [*unit, *members]
            else:
                apart.append((others, unit))
        units = [*apart, (nodes, members)]
    return sorted((tuple(sorted(members, key=str)) for _, members in units), key=str)


def _blanks(triple: Triple) -> set[str]:
    return {str(term) for term in (triple.subject, triple.object) if isinstance(term, BlankNode)}


def explain_clashes(explainer: Explainer, schema: Schema) -> tuple[tuple[ClashExplanation, ...], Proofs]:
    """The clashes of a dataset: in words, and as proofs that what was said cannot all hold.

    Facts that were left out because they clash are put back for it.

    Args:
        explainer: Of a built dataset.
        schema: Of the same project.
    """
    look, names = explainer.look, schema.names
    facts = [t for graph in ("facts", "register") for t in look.triples(names.graph(graph))]
    found = cores([*facts, *_left_out(explainer, schema)], schema.ontology)
    told = tuple(_told(core, explainer) for core in found)
    return told, prove_clashes(explainer, schema, [(core.clash, core.proofs) for core in found])


def _left_out(explainer: Explainer, schema: Schema) -> Iterator[Triple]:
    look, graph = explainer.look, schema.names.graph("quarantine")
    for node in look.nodes(RDF_TYPE, kg("Quarantined"), graph):
        findings = [f for f in look.values(node, kg("finding")) if isinstance(f, NamedNode)]
        if any(look.value(finding, _IDENTIFIER) == _CLASH for finding in findings):
            parts = [look.value(node, kg(part)) for part in ("about", "property", "value")]
            yield Triple(*parts)  # type: ignore[arg-type]


def _told(core: Core, explainer: Explainer) -> ClashExplanation:
    namer = explainer.namer
    return ClashExplanation(
        rule=core.clash.rule,
        held=tuple(namer.text(triple) for triple in core.clash.triples),
        facts=tuple(explainer.step(fact) for fact in core.facts),
        axioms=tuple(explainer.axioms_in_words(core.axioms, core.clash)),
    )
