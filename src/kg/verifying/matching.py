"""Whether a step is an instance of a rule: its premises, axioms and conclusion against the rule's patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.verifying.literals import XSD, do_differ, is_outside, is_without_value
from kg.verifying.tables import ON_LITERALS, RULES, Pattern, Rule

Node = NamedNode | BlankNode | Literal | Triple
Spo = tuple[Node, Node, Node]
Slot = Node | str | int
"""A term; the name of a variable, with its question mark; or a whole number, whatever its datatype."""
Goal = tuple[str, tuple[Slot, ...]]
Bindings = Mapping[str, Node]
Found = tuple[Bindings, frozenset[Spo]]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
TYPE, FIRST, REST, NIL = (NamedNode(RDF + part) for part in ("type", "first", "rest", "nil"))
SAME_AS, INVERSE_OF, THING = (NamedNode(OWL + part) for part in ("sameAs", "inverseOf", "Thing"))

_PREFIXES = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}
_WHOLE = {XSD + kind for kind in ("integer", "nonNegativeInteger", "positiveInteger", "int")}
_MOST_ATTEMPTS = 500_000
_NONE: frozenset[Spo] = frozenset()


def is_instance(name: str, given: frozenset[Spo], conclusion: Spo | None) -> bool:
    """Whether the rule of that name gives the conclusion from exactly what is given.

    RDF has no blank nodes for predicates, so an anonymous inverse (`[ owl:inverseOf p ]`) can stand in no triple;
    x inverse y is therefore read as y p x, as prp-inv1 and prp-inv2 have it.

    Args:
        name: As in the W3C's tables; of an unknown one nothing is an instance.
        given: Premises and axioms, the cells of lists among them; nothing in it may be left over.
        conclusion: None where the premises cannot all hold.
    """
    return any(_is_instance(rule, given, conclusion) for rule in RULES.get(name, ()))


def _is_instance(rule: Rule, given: frozenset[Spo], conclusion: Spo | None) -> bool:
    if (conclusion is None) != (not rule.conclusions):
        return False
    matcher = _Matcher(given)
    try:
        for bound, used in matcher.met(tuple(map(_goal, rule.premises)), {}, _NONE):
            for more in matcher.concluded(rule.conclusions, bound, conclusion):
                if used | more == given:
                    return True
    except _TooManyWaysError:
        return False
    return False


class _TooManyWaysError(Exception):
    """What nobody could have meant as one step of a proof."""


def _goal(pattern: Pattern) -> Goal:
    return pattern.kind, tuple(map(_slot, pattern.parts))


def _slot(part: str) -> Slot:
    if part.startswith("?"):
        return part
    if part.isdecimal():
        return int(part)
    if part in ("a", "="):
        return TYPE if part == "a" else SAME_AS
    prefix, _, local = part.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


class _Matcher:
    """Finds the ways to meet patterns with given triples, and which of these each way takes."""

    def __init__(self, given: frozenset[Spo]) -> None:
        self._given = sorted(given, key=lambda spo: tuple(map(str, spo)))
        self._attempts = 0

    def met(self, goals: Sequence[Goal], bound: Bindings, used: frozenset[Spo]) -> Iterator[Found]:
        if not goals:
            yield bound, used
            return
        (kind, slots), rest = goals[0], goals[1:]
        if kind == "triple":
            for more, taken in self._triple(slots, bound):
                yield from self.met(rest, more, used | taken)
            return
        if kind in ON_LITERALS:
            if _is_so(kind, [_known(slot, bound) for slot in slots]):
                yield from self.met(rest, bound, used)
            return
        for members, cells in self._list(_known(slots[0], bound)):
            for instead, pairs in _spread(kind, slots[1:], members):
                joined = _joined(bound, pairs)
                if joined is not None:
                    yield from self.met([*instead, *rest], joined, used | cells)

    def concluded(
        self, patterns: Sequence[Pattern], bound: Bindings, conclusion: Spo | None
    ) -> Iterator[frozenset[Spo]]:
        """What it takes beside to see the conclusion in a pattern: the axioms on anonymous inverses."""
        if conclusion is None:
            yield _NONE
        for pattern in patterns:
            known = [_known(slot, bound) for slot in _goal(pattern)[1]]
            turned, taken = self._turned((known[0], known[1], known[2]))
            if turned == conclusion:
                yield taken

    def _triple(self, slots: Sequence[Slot], bound: Bindings) -> Iterator[Found]:
        known = tuple(_known(slot, bound) for slot in slots)
        if _goes_without_saying(known):
            yield bound, _NONE
        turned, taken = self._turned((known[0], known[1], known[2]))
        for spo in self._given:
            self._attempts += 1
            if self._attempts > _MOST_ATTEMPTS:
                raise _TooManyWaysError
            joined = _joined(bound, tuple(zip(turned, spo, strict=True)))
            if joined is not None:
                yield joined, taken | {spo}

    def _turned(self, slots: tuple[Slot, Slot, Slot]) -> tuple[tuple[Slot, Slot, Slot], frozenset[Spo]]:
        """A pattern whose predicate is an anonymous inverse, the other way round."""
        subject, predicate, target = slots
        if isinstance(predicate, BlankNode):
            for spo in self._given:
                if spo[0] == predicate and spo[1] == INVERSE_OF and spo[2] != predicate:
                    turned, taken = (target, spo[2], subject), frozenset((spo,))
                    if isinstance(spo[2], BlankNode):
                        return slots, _NONE  # an inverse of an inverse is no OWL 2 DL
                    return turned, taken
        return slots, _NONE

    def _list(self, head: Slot) -> Iterator[tuple[list[Node], frozenset[Spo]]]:
        """The members of an rdf:List that is spelled out from its first cell to rdf:nil."""
        members: list[Node] = []
        cells: set[Spo] = set()
        while head != NIL:
            firsts = [spo for spo in self._given if spo[:2] == (head, FIRST)]
            rests = [spo for spo in self._given if spo[:2] == (head, REST)]
            if len(firsts) != 1 or len(rests) != 1 or firsts[0] in cells:
                return
            members.append(firsts[0][2])
            cells |= {firsts[0], rests[0]}
            head = rests[0][2]
        yield members, frozenset(cells)


def _spread(
    kind: str, slots: Sequence[Slot], members: Sequence[Node]
) -> Iterator[tuple[list[Goal], tuple[tuple[Slot, Node], ...]]]:
    """A pattern over a list as patterns over its members; or, for a choice of members, what they are."""
    if kind == "in":
        for member in dict.fromkeys(members):
            yield [], ((slots[0], member),)
    elif kind == "two":
        for one, other in dict.fromkeys(permutations(members, 2)):
            yield [], ((slots[0], one), (slots[1], other))
    elif kind == "all" and members:
        yield [("triple", (slots[0], TYPE, member)) for member in members], ()
    elif kind == "path" and members:
        joints = [slots[0], *(f"?joint {i}" for i in range(1, len(members))), slots[1]]
        yield [("triple", (joints[i], each, joints[i + 1])) for i, each in enumerate(members)], ()
    elif kind == "share" and members:
        goals: list[Goal] = []
        for place, each in enumerate(members):
            goals += [("triple", (end, each, f"?value {place}")) for end in slots]
        yield goals, ()


def _is_so(kind: str, terms: Sequence[Slot]) -> bool:
    """What a rule asks of literals."""
    first, second = terms[0], terms[-1]
    if not isinstance(first, Literal):
        return False
    if kind == "void":
        return is_without_value(first)
    if kind == "outside":
        return isinstance(second, NamedNode) and is_outside(first, second.value)
    return isinstance(second, Literal) and do_differ(first, second)


def _known(slot: Slot, bound: Bindings) -> Slot:
    return bound.get(slot, slot) if isinstance(slot, str) else slot


def _joined(bound: Bindings, pairs: Sequence[tuple[Slot, Node]]) -> Bindings | None:
    """The bindings with more of them; None where they cannot be."""
    made = dict(bound)
    for slot, term in pairs:
        if isinstance(slot, str):
            if made.setdefault(slot, term) != term:
                return None
        elif isinstance(slot, int):
            if not _is_number(term, slot):
                return None
        elif slot != term:
            return None
    return made


def _is_number(term: Node, number: int) -> bool:
    if not isinstance(term, Literal) or term.datatype.value not in _WHOLE:
        return False
    text = term.value.strip().removeprefix("+")
    return text.isdecimal() and int(text) == number


def _goes_without_saying(known: Sequence[Slot]) -> bool:
    """Everything is in owl:Thing, and the same as itself."""
    subject, predicate, target = known
    if predicate == TYPE:
        return target == THING
    return predicate == SAME_AS and subject == target and not isinstance(subject, str)
