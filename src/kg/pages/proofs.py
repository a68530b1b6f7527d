"""Why something is believed or follows: the proof, step by step, down to the words."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kg import explaining
from kg.names import kg
from kg.pages.sayings import Fact, Shown, Teller

_DEEPEST = 12
_MOST_SAYINGS = 200


@dataclass(frozen=True, slots=True)
class Step:
    """A triple and why it holds.

    Args:
        subject, property, value: Of the triple.
        origin: "fact", "inferred", "register" or "ontology".
        fact: With its sayings, where it was decided.
        rule: Name of the rule of OWL RL by which it follows.
        reason: The rule in words.
        axioms: What the ontology says, in words.
        premises: What it follows from.
    """

    subject: Shown
    property: Shown
    value: Shown
    origin: str
    fact: Fact | None
    rule: str
    reason: str
    axioms: tuple[str, ...]
    premises: tuple[Step, ...]


def steps(found: explaining.Explanation, teller: Teller) -> tuple[Step, ...]:
    """The proofs of an explanation, as pages show them."""
    return tuple(_step(step, teller, 0) for step in found.steps)


def _step(step: explaining.Step, teller: Teller, depth: int) -> Step:
    triple = step.triple
    return Step(
        subject=teller.shown(triple.subject),
        property=teller.property(triple.predicate),
        value=teller.shown(triple.object),
        origin=step.origin,
        fact=_fact(triple, teller),
        rule=step.rule if step.origin == "inferred" else "",
        reason=step.reason if step.origin == "inferred" else "",
        axioms=step.axioms,
        premises=tuple(_step(s, teller, depth + 1) for s in step.premises) if depth < _DEEPEST else (),
    )


def _fact(triple: Triple, teller: Teller) -> Fact | None:
    known = teller.knowledge
    if not isinstance(triple.subject, NamedNode):
        return None
    for decision in teller.decisions(triple.subject):
        same = known.value(decision, kg("property")) == triple.predicate
        if same and known.value(decision, kg("value")) == triple.object:
            return teller.decided(decision, _MOST_SAYINGS)
    return None
