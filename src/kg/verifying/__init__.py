"""Checks proofs that others made; shares no code with what makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.findings import Finding
from kg.verifying.ground import Ground
from kg.verifying.leaves import Leaves, Problem, finding, shown
from kg.verifying.matching import Node, Spo, is_instance
from kg.verifying.proofs import LABEL, File, Step, VerifyingError, read
from kg.verifying.tables import RULES

__all__ = ["Ground", "Verdict", "VerifyingError", "verify"]

LEAVES = ("decided", "registered", "stated")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is left of a file after checking.

    Args:
        proved: What it proves, as N-Triples without the full stop; "false" for a clash. All of it holds only where
            no finding is an error.
        steps: How many steps there are.
        claims: How many claims were looked up.
        documents: How many documents they stand in.
        findings: Sorted; empty when all is well.
    """

    proved: tuple[str, ...]
    steps: int
    claims: int
    documents: int
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        return not any(f.severity == "error" for f in self.findings)

    def __str__(self) -> str:
        head, verb = ("verified", "proves") if self.good else ("REFUSED", "does not prove")
        counts = f"{self.steps} steps, {self.claims} claims, {self.documents} documents"
        return "\n".join([f"{head} ({counts})", *(f"  {verb} {triple}" for triple in self.proved)])

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "verified": self.good,
            "proves": list(self.proved),
            "steps": self.steps,
            "claims": self.claims,
            "documents": self.documents,
            "findings": [f.as_dict() for f in self.findings],
        }


def verify(path: Path, ground: Ground) -> Verdict:
    """Check every proof in a file.

    Args:
        path: Turtle or JSON as `kg explain` writes it.
        ground: The project's files; the same for many proofs.

    Returns:
        What it proves, with a finding for each step that does not hold.

    Raises:
        VerifyingError: KG901 to KG903 for a file that is no proof, KG904 where the project's files do not parse.

    Source:
        OWL 2 Profiles (W3C, 2012), section 4.3.
    """
    file = read(path)
    at = path.name
    leaves = Leaves(file, ground)
    found = [finding(None, problem, at) for problem in (*_form(file), *_titles(file))]
    found += [finding(node, problem, at) for node, problem in _steps(file, leaves)]
    found += [
        finding(claim, problem, at)
        for claim in file.graph.instances("Claim")
        for problem in leaves.claim(claim)
    ]
    found += [finding(None, problem, at) for problem in (*leaves.kept(), *_axioms(file, ground))]
    return Verdict(
        proved=tuple(_proved(file)),
        steps=len(file.steps),
        claims=len(file.graph.instances("Claim")),
        documents=len(file.graph.instances("Document")),
        findings=tuple(sorted(set(found))),
    )


def _proved(file: File) -> Iterator[str]:
    for last in file.conclusions.values():
        step = file.steps.get(last) if last is not None else None
        if step is not None:
            yield "false" if step.clash else shown(step.triple or ())


def _form(file: File) -> Iterator[Problem]:
    """That each proof ends in its conclusion, goes round in no circle, and that no step lies about loose."""
    resting = {source for step in file.steps.values() for source in step.sources}
    reached: set[Node] = set()
    for proof, last in file.conclusions.items():
        if last is None or last not in file.steps:
            yield (
                "KG913",
                "proof without its last step",
                shown((proof,)),
                "one kg:conclusion, a step of the file",
            )
        else:
            _reach(file, last, reached)
    if len(file.conclusions) == 1 and resting & {c for c in file.conclusions.values() if c is not None}:
        yield (
            "KG913",
            "conclusion on which other steps rest",
            shown([*file.conclusions.values()]),
            "the last step",
        )
    for node in sorted(file.steps.keys() - reached, key=str):
        yield "KG913", "step that no conclusion rests on", shown((node,)), "no step too many"
    for node in _circle(file):
        yield (
            "KG912",
            "proof that goes round in a circle",
            shown((node,)),
            "steps that rest on earlier ones alone",
        )


def _titles(file: File) -> Iterator[Problem]:
    for proof, last in file.conclusions.items():
        words, wanted = (
            file.graph.text(proof, LABEL),
            file.graph.text(last, LABEL) if last is not None else "",
        )
        if words != wanted:
            yield "KG924", "words that are not those of the triple", words, wanted


def _reach(file: File, last: Node, reached: set[Node]) -> None:
    waiting = [last]
    while waiting:
        node = waiting.pop()
        if node in file.steps and node not in reached:
            reached.add(node)
            waiting += file.steps[node].sources


def _circle(file: File) -> list[Node]:
    """Steps that rest, in the end, on themselves: what is left when all others have been taken away."""
    left = {node: {s for s in step.sources if s in file.steps} for node, step in file.steps.items()}
    while True:
        done = {node for node, sources in left.items() if not sources}
        if not done:
            return sorted(left, key=str)[:1]
        left = {node: sources - done for node, sources in left.items() if node not in done}


def _steps(file: File, leaves: Leaves) -> Iterator[tuple[Node, Problem]]:
    for node in sorted(file.steps, key=str):
        for problem in (*_step(file, file.steps[node], leaves), *leaves.told(file.steps[node])):
            yield node, problem


def _step(file: File, step: Step, leaves: Leaves) -> Iterator[Problem]:
    whole = [axiom for axiom in step.axioms if axiom is not None]
    if (step.triple is None and not step.clash) or len(whole) < len(step.axioms):
        yield "KG910", "step that is not whole", shown((step.node,)), "one subject, predicate and object"
    elif step.rule in LEAVES:
        yield from _leaf(file, step, leaves)
    elif step.rule not in RULES:
        yield (
            "KG910",
            "step by no rule of OWL 2 RL",
            step.rule or "none, or several",
            "a rule of tables 4 to 9",
        )
    else:
        yield from _instance(file, step, whole)


def _leaf(file: File, step: Step, leaves: Leaves) -> Iterator[Problem]:
    if any(source in file.steps for source in step.sources):
        yield "KG911", "leaf that rests on other steps", shown(step.sources), "no premise"
    if step.rule == "stated":
        if step.axioms != (step.triple,) or step.sources:
            yield "KG911", "axiom that is another one", shown(step.triple or ()), "itself as its only axiom"
    elif step.axioms:
        yield "KG911", "leaf with axioms", shown(step.axioms[0] or ()), "no axiom"
    yield from leaves.problems(step)


def _instance(file: File, step: Step, axioms: list[Spo]) -> Iterator[Problem]:
    premises: list[Spo] = []
    for source in step.sources:
        triple = file.steps[source].triple if source in file.steps else None
        if triple is None:
            yield (
                "KG911",
                "premise that is no step",
                shown((source,)),
                "a step of the file that concludes a triple",
            )
            return
        premises.append(triple)
    if not is_instance(step.rule, frozenset((*premises, *axioms)), step.triple):
        given = " ; ".join(shown(spo) for spo in (*premises, *axioms))
        concluded = "false" if step.clash else shown(step.triple or ())
        yield (
            "KG911",
            f"step that is no instance of {step.rule}",
            f"{given} ⊢ {concluded}",
            _wanted(step.rule),
        )


def _wanted(rule: str) -> str:
    def told(patterns: Sequence[Any]) -> str:
        kinds = (("" if p.kind == "triple" else f"{p.kind} ") + " ".join(p.parts) for p in patterns)
        return " ; ".join(kinds) or "false"

    return "; or ".join(f"{told(form.premises)} ⊢ {told(form.conclusions)}" for form in RULES[rule])


def _axioms(file: File, ground: Ground) -> Iterator[Problem]:
    told = {axiom for step in file.steps.values() for axiom in step.axioms if axiom is not None}
    for axiom in ground.stand(told):
        yield "KG914", "axiom that the ontology does not have", shown(axiom), "a triple of ontology/*.ttl"
