"""What OWL RL adds, what clashes, and the proof of a triple."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, Triple

from kg.closure.compiling import Hierarchy, Ruleset, compile_ontology
from kg.closure.datatypes import belongs, differ
from kg.closure.proving import FACT, Proof, Prover, prove
from kg.closure.rules import STATED, Outside, Rule, Shown, TriplePattern
from kg.closure.running import Bindings, Coded, CodedRule, Index, Terms, code_rule, fill, matches, saturate
from kg.closure.spanning import spanned

__all__ = [
    "FACT",
    "STATED",
    "Clash",
    "Closure",
    "Hierarchy",
    "Proof",
    "Prover",
    "Rule",
    "Ruleset",
    "TriplePattern",
    "close",
    "close_with_owlrl",
    "compile_ontology",
    "prove",
    "run",
    "spanned",
]


@dataclass(frozen=True, slots=True)
class Clash:
    """Triples that cannot all hold.

    Args:
        rule: As in the W3C's tables (cax-dw, prp-asyp …); "owlrl" from the other reasoner.
        triples: What is believed or follows, and may not; sorted. Empty from the other reasoner.
        axioms: The ontology's triples that forbid it.
        note: The other reasoner's own words.
    """

    rule: str
    triples: tuple[Triple, ...]
    axioms: tuple[Triple, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """What follows.

    Args:
        triples: Conclusions about individuals, sorted by their N-Triples; none of them in either input.
        clashes: Sorted; empty when consistent.
        took: Seconds.
    """

    triples: tuple[Triple, ...]
    clashes: tuple[Clash, ...]
    took: float


def close(facts: Iterable[Triple], ontology: Iterable[Triple], *, limit: int = 1_000_000) -> Closure:
    """Derive what OWL 2 RL adds to the facts.

    Args:
        facts: What is believed, as plain triples; left unchanged.
        ontology: The vocabulary with its imports merged; left unchanged. Blank nodes are not shared with
            the facts.
        limit: Most derived triples allowed (a count, not bytes; memberships in classes without a name
            count too).

    Returns:
        Closure of conclusions about individuals. Not handed out: literals as subjects, anything about
        classes and properties, classes without a name, owl:Thing, and x owl:sameAs x.

    Raises:
        ClosureError: KG401, once `limit` is passed. Nothing partial is kept.

    Source:
        OWL 2 Profiles (W3C, 2012), section 4.3.
    """
    started = time.perf_counter()
    closure = run(facts, compile_ontology(ontology), limit=limit)
    return Closure(closure.triples, closure.clashes, time.perf_counter() - started)


def run(facts: Iterable[Triple], ruleset: Ruleset, *, limit: int = 1_000_000) -> Closure:
    """As `close`, with an ontology that is compiled already."""
    started = time.perf_counter()
    terms = Terms()
    index = Index(map(terms.code, facts))
    rules = [code_rule(rule, terms) for rule in ruleset.rules]
    added = saturate(index, rules, terms, limit=limit)
    stated = {terms.code(t) for rule in ruleset.rules if rule.name == STATED for t in rule.axioms}
    triples = _sorted(terms, (t for t in added if t not in stated), Shown(ruleset.vocabulary))
    clashes = _clashes(terms, index, rules)
    return Closure(triples, clashes, time.perf_counter() - started)


def _sorted(terms: Terms, coded: Iterable[Coded], shown: Shown) -> tuple[Triple, ...]:
    known = terms.terms
    texts = [*map(str, known)]
    kept = [t for t in coded if shown(known[t[0]], known[t[1]], known[t[2]])]
    kept.sort(key=lambda t: (texts[t[0]], texts[t[1]], texts[t[2]]))
    return tuple(map(terms.triple, kept))


def _clashes(terms: Terms, index: Index, rules: Sequence[CodedRule]) -> tuple[Clash, ...]:
    found = {clash for rule in rules if rule.head is None for clash in _clashes_of(rule, terms, index)}
    found |= {*_without_value(terms, index)}
    return tuple(sorted(found, key=lambda c: (c.rule, [*map(str, c.triples)], [*map(str, c.axioms)])))


def _clashes_of(rule: CodedRule, terms: Terms, index: Index) -> Iterator[Clash]:
    if not rule.body:
        return
    for bindings in matches(rule, index):
        if not _applies(rule, bindings, terms):
            continue
        held = {terms.triple(fill(atom, bindings)) for atom in rule.body}
        yield Clash(rule.rule.name, tuple(sorted(held, key=str)), rule.rule.axioms)


def _applies(rule: CodedRule, bindings: Bindings, terms: Terms) -> bool:
    """Whether the literals are such as the rule forbids; of what is not known, nothing is claimed."""
    test = rule.rule.test
    if test is None:
        return True
    if isinstance(test, Outside):
        value = rule.bound(test.literal, bindings, terms)
        return isinstance(value, Literal) and belongs(value, test.datatype.value) is False
    one, other = (rule.bound(variable, bindings, terms) for variable in (test.one, test.other))
    return isinstance(one, Literal) and isinstance(other, Literal) and differ(one, other) is True


def _without_value(terms: Terms, index: Index) -> Iterator[Clash]:
    """Literals whose text is no form of their own datatype."""
    for number in terms.literals:
        literal = terms.terms[number]
        if isinstance(literal, Literal) and belongs(literal, literal.datatype.value) is False:
            for triple in index.find(None, None, number):
                yield Clash("dt-not-type", (terms.triple(triple),))


def close_with_owlrl(
    facts: Iterable[Triple], ontology: Iterable[Triple], *, limit: int = 1_000_000
) -> Closure:
    """As `close`, by rdflib and owlrl: some forty times slower, and another pair of eyes.

    Its clashes carry owlrl's sentences. It overlooks the last member of owl:AllDisjointProperties and of
    owl:AllDifferent and the last property of owl:hasKey, so its clashes and its sameness can differ.

    Args:
        facts: What is believed; left unchanged.
        ontology: The vocabulary with its imports merged; left unchanged.
        limit: Most conclusions about individuals allowed; looked at when all is done.

    Raises:
        ClosureError: KG401, where more than `limit` were concluded.
    """
    from kg.closure.oracle import close_by_owlrl

    started = time.perf_counter()
    triples, notes = close_by_owlrl(list(facts), list(ontology), limit)
    clashes = tuple(Clash("owlrl", (), (), note) for note in notes)
    return Closure(triples, clashes, time.perf_counter() - started)
