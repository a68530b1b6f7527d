"""Why a triple holds: a proof of least height, worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Triple, Variable

from kg.closure.rules import SAME_AS, TYPE, Rule, Slot
from kg.closure.running import (
    Coded,
    CodedRule,
    Index,
    Terms,
    code_rule,
    fill,
    match,
    saturate,
)

FACT = "fact"
"""Name of the rule of a leaf: the triple is believed, nothing makes it follow."""

_NO_LIMIT = 1 << 62


@dataclass(frozen=True, slots=True)
class Proof:
    """One step of reasoning with the proofs of what it rests on.

    Args:
        conclusion: What follows. On the way it may say that a thing is in a class without a name.
        rule: As in the W3C's tables; `FACT` for a leaf.
        axioms: The ontology's triples that the rule came from; empty for a leaf.
        premises: One for each pattern of the rule's body, in that order.
    """

    conclusion: Triple
    rule: str
    axioms: tuple[Triple, ...] = ()
    premises: tuple[Proof, ...] = ()

    @property
    def height(self) -> int:
        """Steps from the farthest leaf; 0 for a fact."""
        if self.rule == FACT:
            return 0
        return 1 + max((premise.height for premise in self.premises), default=0)

    def facts(self) -> tuple[Triple, ...]:
        """The leaves from left to right, each once."""
        return tuple(dict.fromkeys(step.conclusion for step in self.steps() if step.rule == FACT))

    def steps(self) -> Iterator[Proof]:
        """Premises first, the conclusion last."""
        for premise in self.premises:
            yield from premise.steps()
        yield self


class Prover:
    """Proves triples of one closure; runs the rules at the first question, then only looks up.

    Args:
        facts: What is believed.
        rules: Of `compile_ontology`.
    """

    def __init__(self, facts: Iterable[Triple], rules: Iterable[Rule]) -> None:
        self._terms = Terms()
        self._index = Index(map(self._terms.code, facts))
        self._rules = [code_rule(rule, self._terms) for rule in rules if rule.head is not None]
        self._heights: dict[Coded, int] | None = None
        self._proofs: dict[Coded, Proof] = {}

    def prove(self, triple: Triple) -> Proof | None:
        """The least high proof; of several, the one with fewest premises, then the first in sorting order.

        Returns:
            A proof, or None where the triple neither is a fact nor follows.
        """
        goal = self._terms.code(triple)
        if self._heights is None:
            self._heights = saturate(self._index, self._rules, self._terms, limit=_NO_LIMIT)
        return self._proof(goal) if goal in self._index else None

    def _proof(self, goal: Coded) -> Proof:
        if goal not in self._proofs:
            self._proofs[goal] = self._made(goal)
        return self._proofs[goal]

    def _made(self, goal: Coded) -> Proof:
        if self._height(goal) == 0:
            return Proof(self._terms.triple(goal), FACT)
        rule, premises = min(self._steps(goal), key=self._preference)
        proofs = tuple(map(self._proof, premises))
        return Proof(self._terms.triple(goal), rule.rule.name, rule.rule.axioms, proofs)

    def _height(self, triple: Coded) -> int:
        assert self._heights is not None
        return self._heights.get(triple, 0)

    def _steps(self, goal: Coded) -> Iterator[tuple[CodedRule, tuple[Coded, ...]]]:
        """All ways in which one rule gives the goal from what was known a round before."""
        height = self._height(goal)
        for rule in self._rules:
            bindings = _unified(rule, goal)
            if bindings is None:
                continue
            for found in match(self._plan(rule), bindings):
                premises = tuple(fill(atom, found) for atom in rule.body)
                if all(self._height(premise) < height for premise in premises):
                    yield rule, premises

    def _plan(self, rule: CodedRule) -> list[tuple[Coded, Index]]:
        """The body in the order that starts from what the head binds."""
        bound = {slot for slot in rule.head or () if slot < 0}
        rest, plan = list(rule.body), []
        while rest:
            best = max(rest, key=lambda atom: sum(slot >= 0 or slot in bound for slot in atom))
            rest.remove(best)
            plan.append((best, self._index))
            bound.update(best)
        return plan

    def _preference(self, step: tuple[CodedRule, tuple[Coded, ...]]) -> tuple[object, ...]:
        rule, premises = step
        texts = tuple(str(self._terms.triple(premise)) for premise in premises)
        return len(premises), rule.rule.key, texts


def _unified(rule: CodedRule, goal: Coded) -> list[int | None] | None:
    """The bindings under which a rule's head is the goal; None where it never is."""
    bindings: list[int | None] = [None] * rule.width
    assert rule.head is not None
    for slot, term in zip(rule.head, goal, strict=True):
        if slot >= 0:
            if slot != term:
                return None
        elif bindings[slot] not in (None, term):
            return None
        else:
            bindings[slot] = term
    return bindings


def prove(
    triple: Triple, facts: Iterable[Triple], inferred: Iterable[Triple], rules: Iterable[Rule]
) -> Proof | None:
    """Prove one triple; for many triples of one graph, keep a `Prover`.

    Args:
        triple: What to prove.
        facts: What is believed.
        inferred: What `close` concluded from the facts; anything in neither has no proof.
        rules: Of `compile_ontology`.

    Returns:
        A proof of least height, the same in every run, or None.
    """
    believed, followed = set(facts), set(inferred)
    if triple in believed:
        return Proof(triple, FACT)
    if triple not in followed:
        return None
    compiled = list(rules)
    stated = (axiom for rule in compiled if not rule.body for axiom in rule.axioms)
    equality = any(t.predicate == SAME_AS for t in chain(followed, believed, stated))
    used, sought = _bearing_on(triple, compiled, equality=equality)
    return Prover((t for t in believed if _kind(tuple(t)) in sought or _ANY in sought), used).prove(triple)


_Kind = tuple[Slot | None, Slot | None]
_ANY: _Kind = (None, None)


def _kind(pattern: tuple[Slot, ...]) -> _Kind:
    """The predicate, and the class of a membership: what a rule asks for or gives."""
    if isinstance(pattern[1], Variable):
        return _ANY
    return pattern[1], pattern[2] if pattern[1] == TYPE else None


def _bearing_on(triple: Triple, rules: list[Rule], *, equality: bool) -> tuple[list[Rule], set[_Kind]]:
    """The rules that a proof of the triple could use, and the kinds of triples that they ask for."""
    rest = [r for r in rules if r.head and (equality or all(atom[1] != SAME_AS for atom in r.body))]
    used: list[Rule] = []
    sought = {_kind(tuple(triple))}
    while True:
        found = [r for r in rest if r.head and (_ANY in sought or _kind(r.head) in sought | {_ANY})]
        if not found:
            return used, sought
        used += found
        rest = [r for r in rest if r not in found]
        sought |= {_kind(atom) for rule in found for atom in rule.body}
