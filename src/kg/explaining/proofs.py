"""Proofs as data: flat steps, each an instance of a rule of the W3C's tables, down to claims and their words.

What is written here is checked by `kg.verifying`, which shares no code with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg import turtle
from kg.closure import FACT, Clash, Hierarchy, Proof
from kg.explaining.explainer import Explainer
from kg.explaining.jsonld import to_jsonld
from kg.explaining.looking import Lookup
from kg.names import (
    DCTERMS,
    OA,
    PROV,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    RDF_TYPE,
    RDFS_LABEL,
    Names,
    kg,
)
from kg.schema import Schema

DECIDED, REGISTERED = "decided", "registered"
"""Rules of leaves: a decision about claims says so, or an entry of the register that nobody disputes."""

_DERIVED = NamedNode(PROV + "wasDerivedFrom")
_SOURCE = NamedNode(DCTERMS + "source")
_PARTS = (RDF_SUBJECT, RDF_PREDICATE, RDF_OBJECT)
_OF_DECISIONS = [kg(p) for p in ("about", "property", "value", "rule", "status", "winner", "loser")]
_OF_CLAIMS = [*_PARTS, *(kg(p) for p in ("factuality", "evidence", "counted", "countedFrom"))]
_OF_EVIDENCE = [
    NamedNode(OA + "hasSource"),
    *(NamedNode(OA + p) for p in ("start", "end", "exact", "prefix", "suffix")),
    kg("verbatim"),
    NamedNode(PROV + "wasAttributedTo"),
]
_OF_DOCUMENTS = [
    *(NamedNode(DCTERMS + p) for p in ("identifier", "title", "publisher", "issued", "language")),
    kg("sha256"),
    *(NamedNode(PROV + p) for p in ("hadPrimarySource", "atLocation")),
]
_OF_EXPECTATIONS = [kg(p) for p in ("about", "property", "value", "factuality", "claim")]
_OF_RESOLUTIONS = [kg(p) for p in ("local", "thing", "rule", "reason")]


@dataclass(frozen=True, slots=True)
class Inference:
    """One step.

    Args:
        triple: What holds; None for a clash.
        text: The same in words; no part of the proof.
        rule: As in the W3C's tables; "decided", "registered" or "stated" for a leaf.
        axioms: Triples of the ontology, the cells of its lists among them.
        premises: Numbers of earlier steps.
        decision: IRI of the decision; None where nothing had to be decided.
        sources: Addresses that the register gives for an entry.
    """

    triple: Triple | None
    text: str
    rule: str
    axioms: tuple[Triple, ...] = ()
    premises: tuple[int, ...] = ()
    decision: NamedNode | None = None
    sources: tuple[NamedNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Proofs:
    """Several conclusions with the steps that they share.

    Args:
        steps: Premises before what rests on them.
        conclusions: Numbers of the steps that are the last of a proof.
        support: Decisions, claims, evidence, documents and resolutions behind the leaves; sorted.
        unproved: What was asked for as well and has no proof: open, or a name that kg made up.
    """

    steps: tuple[Inference, ...]
    conclusions: tuple[int, ...]
    support: tuple[Triple, ...]
    unproved: tuple[Triple, ...] = ()

    def to_turtle(self, schema: Schema) -> str:
        """The whole as Turtle."""
        return turtle.write(self.triples(schema.names), schema.prefixes)

    def to_json(self, schema: Schema) -> dict[str, Any]:
        """The whole as JSON that is JSON-LD too."""
        return to_jsonld(self.triples(schema.names))

    def triples(self, names: Names) -> list[Triple]:
        """The whole as a graph in PROV-O and the engine's vocabulary; sorted but for blank nodes' names.

        A step is `kg:Step` and a reified triple; it `prov:wasDerivedFrom` other steps, a decision, or the
        addresses of the register. Blank nodes stand for those of the ontology.
        """
        home = names.hashed("proof", *(_key(self.steps[number]) for number in self.conclusions)).value
        found: list[Triple] = [*self.support]
        for number, step in enumerate(self.steps):
            found += _step(NamedNode(f"{home}#step-{number + 1:04}"), number, step, home)
        for place, number in enumerate(self.conclusions, 1):
            node = NamedNode(home if len(self.conclusions) == 1 else f"{home}#proof-{place:04}")
            found += [
                Triple(node, RDF_TYPE, kg("Proof")),
                Triple(node, RDFS_LABEL, Literal(self.steps[number].text)),
                Triple(node, kg("conclusion"), NamedNode(f"{home}#step-{number + 1:04}")),
            ]
        return sorted(dict.fromkeys(found), key=str)


def _key(step: Inference) -> str:
    return f"{step.rule} {' '.join(map(str, step.axioms))}" if step.triple is None else str(step.triple)


def _step(node: NamedNode, number: int, step: Inference, home: str) -> Iterator[Triple]:
    yield Triple(node, RDF_TYPE, kg("Clash" if step.triple is None else "Step"))
    yield Triple(node, RDFS_LABEL, Literal(step.text))
    yield Triple(node, kg("inferenceRule"), Literal(step.rule))
    if step.triple is not None:
        yield from _reified(node, step.triple)
    for place, axiom in enumerate(step.axioms, 1):
        stated = NamedNode(f"{home}#step-{number + 1:04}-axiom-{place:03}")
        yield Triple(node, kg("axiom"), stated)
        yield Triple(stated, RDF_TYPE, kg("Axiom"))
        yield from _reified(stated, axiom)
    for premise in step.premises:
        yield Triple(node, _DERIVED, NamedNode(f"{home}#step-{premise + 1:04}"))
    for source in (*((step.decision,) if step.decision else ()), *step.sources):
        yield Triple(node, _DERIVED, source)


def _reified(node: NamedNode, triple: Triple) -> Iterator[Triple]:
    for part, term in zip(_PARTS, (triple.subject, triple.predicate, triple.object), strict=True):
        yield Triple(node, part, term)


def prove(
    explainer: Explainer, schema: Schema, triples: Iterable[Triple], beside: Iterable[NamedNode] = ()
) -> Proofs:
    """Proofs of least height of what is believed or follows.

    Args:
        explainer: Of a built dataset.
        schema: Of the same project.
        triples: What to prove.
        beside: Open decisions and expectations to show with what stands behind them.

    Returns:
        The same in every run; `unproved` holds what neither is decided nor follows.
    """
    writer = _Writer(explainer, schema)
    for node in beside:
        writer.keep_beside(node)
    unproved: list[Triple] = []
    conclusions: dict[int, None] = {}
    for triple in triples:
        proof = explainer.reasoning.prover.prove(triple)
        if proof is None or not writer.grounded(proof):
            unproved.append(triple)
        else:
            conclusions[writer.add(writer.hierarchy.spelled_out(proof))] = None
    return writer.proofs(tuple(conclusions), tuple(unproved))


def prove_clashes(
    explainer: Explainer, schema: Schema, clashes: Iterable[tuple[Clash, Sequence[Proof]]]
) -> Proofs:
    """Proofs that triples cannot all hold.

    Args:
        explainer: Of a built dataset.
        schema: Of the same project.
        clashes: Each clash with proofs of its triples.
    """
    writer = _Writer(explainer, schema)
    conclusions: list[int] = []
    for clash, premises in clashes:
        numbers = tuple(writer.add(writer.hierarchy.spelled_out(proof)) for proof in premises)
        held = "; ".join(explainer.namer.text(triple) for triple in clash.triples)
        conclusions.append(writer.last(Inference(None, held, clash.rule, clash.axioms, numbers)))
    return writer.proofs(tuple(conclusions), ())


@dataclass
class _Writer:
    """Numbers steps; gathers what the dataset holds of the leaves."""

    explainer: Explainer
    schema: Schema
    steps: list[Inference] = field(default_factory=list)
    numbers: dict[tuple[Triple, str], int] = field(default_factory=dict)
    support: dict[Triple, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hierarchy: Hierarchy = self.explainer.reasoning.hierarchy
        self.look: Lookup = self.explainer.look
        self.register = self.schema.names.graph("register")

    def proofs(self, conclusions: tuple[int, ...], unproved: tuple[Triple, ...]) -> Proofs:
        return Proofs(tuple(self.steps), conclusions, tuple(sorted(self.support, key=str)), unproved)

    def grounded(self, proof: Proof) -> bool:
        """Whether each leaf is decided on or stands in the register."""
        leaves = (step.conclusion for step in proof.steps() if step.rule == FACT)
        return all(self._decision(t) or self.look.has(t, self.register) for t in leaves)

    def add(self, proof: Proof) -> int:
        key = (proof.conclusion, proof.rule)
        if key not in self.numbers:
            step = self._leaf(proof.conclusion) if proof.rule == FACT else self._inferred(proof)
            self.numbers[key] = self.last(step)
        return self.numbers[key]

    def last(self, step: Inference) -> int:
        self.steps.append(step)
        return len(self.steps) - 1

    def _inferred(self, proof: Proof) -> Inference:
        premises = tuple(self.add(premise) for premise in proof.premises)
        text = self.explainer.namer.text(proof.conclusion)
        return Inference(proof.conclusion, text, proof.rule, proof.axioms, tuple(dict.fromkeys(premises)))

    def _leaf(self, triple: Triple) -> Inference:
        text = self.explainer.namer.text(triple)
        decision = self._decision(triple)
        if decision is not None:
            self._support_decision(decision)
            return Inference(triple, text, DECIDED, decision=decision)
        sources: tuple[NamedNode, ...] = ()
        if isinstance(triple.subject, NamedNode):
            found = self.look.values(triple.subject, _SOURCE, self.register)
            sources = tuple(source for source in found if isinstance(source, NamedNode))
        return Inference(triple, text, REGISTERED, sources=sources)

    def _decision(self, triple: Triple) -> NamedNode | None:
        decided = (d for d in self.explainer.decisions(triple) if self._is(d, "status", "Decided"))
        return next(decided, None)

    def _is(self, node: NamedNode, part: str, value: str) -> bool:
        return self.look.value(node, kg(part)) == kg(value)

    # -- what stands behind a leaf ------------------------------------------------------------------------

    def _keep(self, node: NamedNode, predicates: Iterable[NamedNode]) -> list[Triple]:
        found = [Triple(node, p, value) for p in (RDF_TYPE, *predicates) for value in self._of(node, p)]
        self.support.update(dict.fromkeys(found))
        return found

    def _of(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return [v for v in self.look.values(node, predicate) if isinstance(v, NamedNode | Literal)]

    def keep_beside(self, node: NamedNode) -> None:
        """An open decision or an expectation."""
        self._support_decision(node)
        for kept in self._keep(node, _OF_EXPECTATIONS):
            if kept.predicate == kg("claim"):
                self._support_claim(kept.object)

    def _support_decision(self, decision: NamedNode) -> None:
        self._keep(decision, _OF_DECISIONS)
        for side in ("winner", "loser"):
            for claim in self.look.values(decision, kg(side)):
                self._support_claim(claim)

    def _support_claim(self, claim: object) -> None:
        if not isinstance(claim, NamedNode) or Triple(claim, RDF_TYPE, kg("Claim")) in self.support:
            return
        for kept in self._keep(claim, _OF_CLAIMS):
            if kept.predicate == kg("evidence"):
                self._support_evidence(kept.object)
            elif kept.predicate == kg("countedFrom"):
                self._support_claim(kept.object)
            elif kept.predicate in (RDF_SUBJECT, RDF_OBJECT):
                self._support_local(claim, kept.object)

    def _support_evidence(self, evidence: object) -> None:
        if isinstance(evidence, NamedNode):
            self._keep(evidence, _OF_EVIDENCE)
            for source in self.look.values(evidence, NamedNode(OA + "hasSource")):
                if isinstance(source, NamedNode) and self.look.value(source, RDF_TYPE) == kg("Document"):
                    self._keep(source, _OF_DOCUMENTS)

    def _support_local(self, claim: NamedNode, thing: object) -> None:
        """Which thing is meant, and the claims that it is there at all, without which none about it counts."""
        if not isinstance(thing, NamedNode):
            return
        for node in self.look.nodes(kg("local"), thing, self.schema.names.graph("facts")):
            self._keep(node, _OF_RESOLUTIONS)
            for existence in self.look.nodes(RDF_SUBJECT, thing, None):
                if existence != claim and self.look.value(existence, RDF_PREDICATE) == RDF_TYPE:
                    self._support_claim(existence)
