"""When what follows followed: the rules run once over facts that each hold in some epochs only.

A conclusion holds where all its premises do, by any of its proofs; so a set of epochs, as bits, goes through
every instance of a rule by AND, and through several instances with one conclusion by OR, until nothing grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Triple

from kg.closure.compiling import Ruleset
from kg.closure.rules import STATED, Shown
from kg.closure.running import Bindings, Coded, CodedRule, Index, Terms, code_rule, fill, match, matches


def spanned(facts: Mapping[Triple, int], ruleset: Ruleset, always: int) -> dict[Triple, int]:
    """Conclusions about individuals, each with the epochs in which it follows.

    Args:
        facts: Triples → the epochs in which they hold, as bits; left unchanged.
        ruleset: The compiled ontology.
        always: All epochs: those of what the ontology states.

    Returns:
        As `run` would conclude it from the facts of each epoch by themselves; facts that follow as well stand
        there with the epochs in which they follow or hold.
    """
    terms = Terms()
    rules = [code_rule(rule, terms) for rule in ruleset.rules if rule.head is not None]
    held = {terms.code(triple): epochs for triple, epochs in facts.items() if epochs}
    given = frozenset(held)
    index = Index(held)
    concluded: set[Coded] = set()
    news: Index | None = None
    while True:
        grown = _grown(rules, index, news, terms, held, always)
        if not grown:
            break
        concluded |= grown
        for triple in grown:
            index.add(triple)
        news = Index(grown)
    stated = {terms.code(t) for rule in ruleset.rules if rule.name == STATED for t in rule.axioms}
    shown = Shown(ruleset.vocabulary)
    return {
        terms.triple(t): held[t]
        for t in concluded - stated
        if t in given or shown(*(terms.terms[number] for number in t))
    }


def _grown(
    rules: Sequence[CodedRule],
    index: Index,
    news: Index | None,
    terms: Terms,
    held: dict[Coded, int],
    always: int,
) -> set[Coded]:
    """One round: the triples that hold in more epochs than before, which `held` learns at its end."""
    more: dict[Coded, int] = {}
    for rule in rules:
        for bindings in _instances(rule, index, news):
            head = _head(rule, bindings, terms)
            if head is None:
                continue
            epochs = always
            for atom in rule.body:
                epochs &= held[fill(atom, bindings)]
            fresh = epochs & ~held.get(head, 0)
            if fresh:
                more[head] = more.get(head, 0) | fresh
    for triple, epochs in more.items():
        held[triple] = held.get(triple, 0) | epochs
    return set(more)


def _instances(rule: CodedRule, index: Index, news: Index | None) -> Iterator[Bindings]:
    if news is None:
        yield from matches(rule, index)
        return
    for first, order in enumerate(rule.orders):
        if news.size(rule.body[first]) and all(index.size(rule.body[i]) for i in order):
            steps = [(rule.body[i], news if i == first else index) for i in order]
            yield from match(steps, [None] * rule.width)


def _head(rule: CodedRule, bindings: Bindings, terms: Terms) -> Coded | None:
    assert rule.head is not None
    made = fill(rule.head, bindings)
    if made[0] in terms.literals or (made[1] == terms.same and made[0] == made[2]):
        return None
    return made
