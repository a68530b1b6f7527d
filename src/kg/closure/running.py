"""Rules run to a fixpoint over integers, semi-naively, one round at a time.

Round n adds exactly the triples whose lowest proof has height n, since each round sees only what earlier
rounds knew: proofs lean on this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, Triple, Variable

from kg.closure.rules import SAME_AS, TYPE, Node, Rule, TriplePattern
from kg.errors import ClosureError

Coded = tuple[int, int, int]
"""A triple by the numbers of its terms; in a pattern, a negative number is a variable."""

_NONE: frozenset[int] = frozenset()


class Terms:
    """Numbers for terms, in order of arrival."""

    def __init__(self) -> None:
        self.terms: list[Node] = []
        self.literals: set[int] = set()
        self._numbers: dict[Node, int] = {}
        self.type = self.number(TYPE)
        self.same = self.number(SAME_AS)

    def number(self, term: Node) -> int:
        known = self._numbers.get(term)
        if known is not None:
            return known
        made = len(self.terms)
        self._numbers[term] = made
        self.terms.append(term)
        if isinstance(term, Literal):
            self.literals.add(made)
        return made

    def code(self, triple: Triple) -> Coded:
        number = self.number
        return number(triple.subject), number(triple.predicate), number(triple.object)

    def triple(self, coded: Coded) -> Triple:
        subject, predicate, target = (self.terms[number] for number in coded)
        return Triple(subject, predicate, target)  # type: ignore[arg-type]


class Index:
    """Coded triples, found by predicate and either end."""

    def __init__(self, triples: Iterable[Coded] = ()) -> None:
        self.by_subject: dict[int, dict[int, set[int]]] = {}
        self.by_object: dict[int, dict[int, set[int]]] = {}
        for triple in triples:
            self.add(triple)

    def add(self, triple: Coded) -> None:
        subject, predicate, target = triple
        # The most frequent step of all; setdefault would make a set each time to throw it away.
        try:
            self.by_subject[predicate][subject].add(target)
        except KeyError:
            self.by_subject.setdefault(predicate, {})[subject] = {target}
        try:
            self.by_object[predicate][target].add(subject)
        except KeyError:
            self.by_object.setdefault(predicate, {})[target] = {subject}

    def __contains__(self, triple: Coded) -> bool:
        subject, predicate, target = triple
        return target in self.by_subject.get(predicate, {}).get(subject, _NONE)

    def size(self, atom: Coded) -> int:
        """About how many triples a pattern meets; 0 only where it meets none."""
        _, predicate, target = atom
        if predicate < 0:
            return sum(map(len, self.by_subject.values()))
        if target >= 0:
            return len(self.by_object.get(predicate, {}).get(target, _NONE))
        return len(self.by_subject.get(predicate, {}))

    def find(self, subject: int | None, predicate: int | None, target: int | None) -> Iterator[Coded]:
        """Triples with these terms, None standing for any."""
        if predicate is None:
            for each in self.by_subject:
                yield from self.find(subject, each, target)
        elif subject is not None and target is not None:
            if (subject, predicate, target) in self:
                yield subject, predicate, target
        elif subject is not None:
            for found in self.by_subject.get(predicate, {}).get(subject, _NONE):
                yield subject, predicate, found
        elif target is not None:
            for found in self.by_object.get(predicate, {}).get(target, _NONE):
                yield found, predicate, target
        else:
            for source, found_all in self.by_subject.get(predicate, {}).items():
                for found in found_all:
                    yield source, predicate, found


@dataclass(frozen=True, slots=True)
class CodedRule:
    """A rule by numbers; `orders[i]` is the order in which to match when atom i comes first."""

    rule: Rule
    body: tuple[Coded, ...]
    head: Coded | None
    variables: dict[Variable, int]
    orders: tuple[tuple[int, ...], ...]

    @property
    def width(self) -> int:
        return len(self.variables)

    def bound(self, variable: Variable, bindings: Bindings, terms: Terms) -> Node:
        """The term that a variable stands for."""
        number = bindings[self.variables[variable]]
        assert number is not None
        return terms.terms[number]


def code_rule(rule: Rule, terms: Terms) -> CodedRule:
    variables: dict[Variable, int] = {}

    def slot(term: Node | Variable) -> int:
        if isinstance(term, Variable):
            return variables.setdefault(term, -1 - len(variables))
        return terms.number(term)

    def pattern(atom: TriplePattern) -> Coded:
        return slot(atom[0]), slot(atom[1]), slot(atom[2])

    body = tuple(map(pattern, rule.body))
    head = pattern(rule.head) if rule.head else None
    orders = tuple(_order(body, first) for first in range(len(body)))
    return CodedRule(rule, body, head, variables, orders)


def _order(body: Sequence[Coded], first: int) -> tuple[int, ...]:
    """The rest of the body after `first`, always the atom with most slots known next."""
    order, rest = [first], [i for i in range(len(body)) if i != first]
    known = {slot for slot in body[first] if slot < 0}
    while rest:
        best = max(rest, key=lambda i: (sum(slot >= 0 or slot in known for slot in body[i]), -i))
        rest.remove(best)
        order.append(best)
        known |= {slot for slot in body[best] if slot < 0}
    return tuple(order)


Bindings = list[int | None]
Step = tuple[Coded, Index]


def match(steps: Sequence[Step], bindings: Bindings, depth: int = 0) -> Iterator[Bindings]:
    """Every way to meet the steps one after another; yields the one list of bindings, to be read at once."""
    if depth == len(steps):
        yield bindings
        return
    atom, index = steps[depth]
    wanted = [slot if slot >= 0 else bindings[slot] for slot in atom]
    open_slots = [(slot, i) for i, slot in enumerate(atom) if slot < 0 and wanted[i] is None]
    repeated = len({slot for slot, _ in open_slots}) < len(open_slots)
    last = depth + 1 == len(steps)
    for found in index.find(*wanted):
        for slot, i in open_slots:
            bindings[slot] = found[i]
        if repeated and any(bindings[slot] != found[i] for slot, i in open_slots):
            continue
        if last:
            yield bindings
        else:
            yield from match(steps, bindings, depth + 1)
    for slot, _ in open_slots:
        bindings[slot] = None


def fill(pattern: Coded, bindings: Bindings) -> Coded:
    subject, predicate, target = (slot if slot >= 0 else bindings[slot] for slot in pattern)
    assert subject is not None
    assert predicate is not None
    assert target is not None
    return subject, predicate, target


def matches(rule: CodedRule, index: Index) -> Iterator[Bindings]:
    """Every way in which the body of a rule holds, starting where least has to be looked at."""
    if not rule.body:
        yield [None] * rule.width
        return
    sizes = [index.size(atom) for atom in rule.body]
    if all(sizes):
        first = sizes.index(min(sizes))
        yield from match([(rule.body[i], index) for i in rule.orders[first]], [None] * rule.width)


def saturate(
    index: Index,
    rules: Sequence[CodedRule],
    terms: Terms,
    *,
    limit: int,
    goal: Coded | None = None,
) -> dict[Coded, int]:
    """Add to the index what the rules conclude, until nothing more comes or the goal is reached.

    Args:
        index: What is known; grows.
        rules: Clashes among them are passed over.
        terms: The numbering of index and rules.
        limit: Most triples that may be added.
        goal: Stop after the round that adds this triple.

    Returns:
        Each added triple with its round, counted from 1: the height of its lowest proof.

    Raises:
        ClosureError: KG401, once `limit` is passed.
    """
    concluding = [rule for rule in rules if rule.head is not None]
    rounds: dict[Coded, int] = {}
    news: Index | None = None
    number = 0
    while True:
        number += 1
        fresh: set[Coded] = set()
        for rule in concluding:
            _fire(rule, index, news, terms, fresh)
            if len(rounds) + len(fresh) > limit:
                raise _too_many(limit, rule)
        if not fresh:
            return rounds
        news = Index(fresh)
        for triple in fresh:
            index.add(triple)
            rounds[triple] = number
        if goal in fresh:
            return rounds


def _too_many(limit: int, rule: CodedRule) -> ClosureError:
    return ClosureError(
        "KG401",
        "closure too large",
        at=f"rule {rule.rule.name}: {' ; '.join(map(str, rule.rule.axioms))}",
        found=f"more than {limit} triples that follow",
        want=f"at most {limit}",
        do="look for a transitive property or a chain that meets a hub; else raise the limit",
    )


def _fire(rule: CodedRule, index: Index, news: Index | None, terms: Terms, fresh: set[Coded]) -> None:
    """All that one rule adds; from the second round on, only through what the round before added."""
    if len(rule.body) == 1 and _fire_at_once(rule, index, news or index, terms, fresh):
        return
    keep = _keeper(rule, index, terms, fresh)
    if news is None:
        for bindings in matches(rule, index):
            keep(bindings)
        return
    for first, order in enumerate(rule.orders):
        if news.size(rule.body[first]) and all(index.size(rule.body[i]) for i in order):
            steps = [(rule.body[i], news if i == first else index) for i in order]
            for bindings in match(steps, [None] * rule.width):
                keep(bindings)


def _keeper(rule: CodedRule, index: Index, terms: Terms, fresh: set[Coded]) -> Callable[[Bindings], None]:
    head = rule.head
    assert head is not None

    def keep(bindings: Bindings) -> None:
        made = fill(head, bindings)
        if made[0] in terms.literals or (made[1] == terms.same and made[0] == made[2]):
            return
        if made not in index:
            fresh.add(made)

    return keep


def _fire_at_once(rule: CodedRule, index: Index, source: Index, terms: Terms, fresh: set[Coded]) -> bool:
    """Rules of one atom that conclude a class, by set difference; False for a rule of another form."""
    subject, predicate, target = rule.body[0]
    head = rule.head
    assert head is not None
    if predicate < 0 or head[1] != terms.type or head[0] >= 0 or head[2] < 0 or subject == target:
        return False
    members: Iterable[int]
    if target >= 0 and subject == head[0]:
        members = source.by_object.get(predicate, {}).get(target, _NONE)
    elif subject >= 0:
        return False
    else:
        ends = source.by_subject if head[0] == subject else source.by_object
        members = ends.get(predicate, {}).keys()
    known = index.by_object.get(terms.type, {}).get(head[2], _NONE)
    fresh.update((member, terms.type, head[2]) for member in set(members) - known - terms.literals)
    return True
