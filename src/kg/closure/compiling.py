"""An ontology compiled into rules, so that reasoning about things never has to read the ontology again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    Triple,
    Variable,
)

from kg.closure.proving import FACT, Proof, Prover
from kg.closure.rules import (
    DIFFERENT_FROM,
    DOMAIN,
    NOTHING,
    RANGE,
    SAME_AS,
    STATED,
    SUB_CLASS_OF,
    SUB_PROPERTY_OF,
    THING,
    TYPE,
    Differ,
    Node,
    Outside,
    P,
    Q,
    Rule,
    Slot,
    TriplePattern,
    U,
    V,
    X,
    Y,
    Z,
    of_language,
)
from kg.names import OWL, RDF, RDFS, XSD


def _owl(local: str) -> NamedNode:
    return NamedNode(OWL + local)


FIRST, REST, NIL = NamedNode(RDF + "first"), NamedNode(RDF + "rest"), NamedNode(RDF + "nil")
EQUIVALENT_CLASS, EQUIVALENT_PROPERTY = _owl("equivalentClass"), _owl("equivalentProperty")
INVERSE_OF, CHAIN, HAS_KEY = _owl("inverseOf"), _owl("propertyChainAxiom"), _owl("hasKey")
ON_PROPERTY, ON_CLASS = _owl("onProperty"), _owl("onClass")
SOME, ALL, HAS_VALUE = _owl("someValuesFrom"), _owl("allValuesFrom"), _owl("hasValue")
MAX, MAX_QUALIFIED = _owl("maxCardinality"), _owl("maxQualifiedCardinality")
INTERSECTION, UNION, COMPLEMENT, ONE_OF = (
    _owl("intersectionOf"),
    _owl("unionOf"),
    _owl("complementOf"),
    _owl("oneOf"),
)
DISJOINT, PROPERTY_DISJOINT = _owl("disjointWith"), _owl("propertyDisjointWith")
MEMBERS, DISTINCT_MEMBERS = _owl("members"), _owl("distinctMembers")

_METACLASSES = {
    *(NamedNode(RDFS + local) for local in ("Class", "Datatype", "ContainerMembershipProperty")),
    NamedNode(RDF + "Property"),
    NamedNode(RDF + "List"),
}
_ABOUT_ANYTHING = {
    TYPE,
    SAME_AS,
    DIFFERENT_FROM,
    *(NamedNode(RDFS + local) for local in ("label", "comment", "seeAlso", "isDefinedBy")),
}


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What an ontology says, ready to be run.

    Args:
        rules: Sorted; blank nodes in them are named by the ontology's shape, the same in every run.
        vocabulary: Classes, properties, datatypes and anonymous nodes: all that is no individual.
    """

    rules: tuple[Rule, ...]
    vocabulary: frozenset[Node]


def compile_ontology(ontology: Iterable[Triple]) -> Ruleset:
    """Compile an ontology into rules.

    What holds among classes (sub-classes through restrictions, the scm- rules) is settled here; chains of
    plain sub-classes are left to the rules, one axiom a step, so that each step of a proof shows one axiom.

    Args:
        ontology: The vocabulary with its imports merged; triples about individuals in it become rules
            without a body.

    Returns:
        The rules. Not compiled: data ranges in restrictions, owl:sameAs between classes or properties,
        and of the dt- rules those that conclude something of literals.

    Source:
        OWL 2 Profiles (W3C, 2012), section 4.3, tables 4 to 9.
    """
    return _compiled(tuple(ontology))


@lru_cache(maxsize=8)
def _compiled(ontology: tuple[Triple, ...]) -> Ruleset:
    # Asked for by each station of a build and of a check.
    source = _Source(_named_by_shape(ontology))
    rules = [*_properties(source), *_classes(source), *_individuals(source), *_equality(source)]
    rules += _through_restrictions(source)
    needed = _without_dead_ends({rule for rule in rules if rule.head is None or rule.head not in rule.body})
    return Ruleset(tuple(sorted(needed, key=lambda rule: rule.key)), source.vocabulary)


def _named_by_shape(ontology: Iterable[Triple]) -> list[Triple]:
    """The triples sorted, blank nodes renamed by what hangs on them: a parser names them by chance."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in ontology)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((quad.triple for quad in dataset), key=str)


class _Source:
    """The ontology's triples, by predicate and subject."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self._pairs: dict[Node, list[Triple]] = {}
        self._objects: dict[tuple[Node, Node], list[Triple]] = {}
        for triple in triples:
            self._pairs.setdefault(triple.predicate, []).append(triple)
            self._objects.setdefault((triple.subject, triple.predicate), []).append(triple)
        self.triples = triples
        self.vocabulary = frozenset(_vocabulary(triples))

    def having(self, predicate: NamedNode) -> list[Triple]:
        return self._pairs.get(predicate, [])

    def typed(self, kind: str) -> list[Triple]:
        return [t for t in self.having(TYPE) if t.object == _owl(kind)]

    def of(self, subject: Node, predicate: NamedNode) -> list[Triple]:
        return self._objects.get((subject, predicate), [])

    def members(self, head: Node) -> tuple[list[Node], tuple[Triple, ...]]:
        """The members of an rdf:List, and the triples it is made of."""
        found: list[Node] = []
        spelled: list[Triple] = []
        while head != NIL and self.of(head, FIRST) and len(spelled) <= 2 * len(self.triples):
            first, rest = self.of(head, FIRST)[0], self.of(head, REST)[:1]
            found.append(first.object)
            spelled += [first, *rest]
            head = rest[0].object if rest else NIL
        return found, tuple(spelled)

    def link(self, start: Slot, property_: Node, end: Slot) -> tuple[TriplePattern, tuple[Triple, ...]]:
        """A pattern for a property or the anonymous inverse of one."""
        inverse = self.of(property_, INVERSE_OF) if isinstance(property_, BlankNode) else []
        if not inverse:
            return (start, property_, end), ()
        pattern, more = self.link(end, inverse[0].object, start)
        return pattern, (inverse[0], *more)

    def data_range(self, node: Node) -> bool:
        if isinstance(node, NamedNode) and node.value.startswith((XSD, RDF)):
            return True
        datatype = NamedNode(RDFS + "Datatype")
        return node == NamedNode(RDFS + "Literal") or any(t.object == datatype for t in self.of(node, TYPE))


def _vocabulary(triples: Sequence[Triple]) -> Iterator[Node]:
    for triple in triples:
        if _terminological(triple) or isinstance(triple.subject, BlankNode):
            yield triple.subject
        if triple.predicate in (SUB_CLASS_OF, SUB_PROPERTY_OF, DOMAIN, RANGE):
            yield triple.object


def _terminological(triple: Triple) -> bool:
    """Whether the subject is part of the vocabulary, judged by this triple alone."""
    if triple.predicate == TYPE:
        kind = triple.object
        if kind in (THING, _owl("NamedIndividual")):
            return False
        return kind in _METACLASSES or (isinstance(kind, NamedNode) and kind.value.startswith(OWL))
    if triple.predicate in _ABOUT_ANYTHING:
        return False
    return triple.predicate.value.startswith((OWL, RDFS, RDF + "first", RDF + "rest"))


def _a(thing: Slot, class_: Slot) -> tuple[TriplePattern, ...]:
    """That a thing is in a class; nothing has to be said of owl:Thing."""
    return () if class_ == THING else ((thing, TYPE, class_),)


_Made = Iterator[Rule]


def _properties(source: _Source) -> _Made:
    yield from _domains_and_ranges(source)
    yield from _hierarchies(source)
    yield from _characteristics(source)
    yield from _chains_and_keys(source)
    yield from _disjoint_properties(source)


def _domains_and_ranges(source: _Source) -> _Made:
    for name, predicate, thing in (("prp-dom", DOMAIN, X), ("prp-rng", RANGE, Y)):
        for axiom in source.having(predicate):
            pattern, more = source.link(X, axiom.subject, Y)
            if axiom.object != THING and not source.data_range(axiom.object):
                yield Rule(name, (pattern,), (thing, TYPE, axiom.object), (axiom, *more))
            elif thing == Y and isinstance(axiom.object, NamedNode):
                # What prp-rng would say of a literal cannot be a triple; that it may not be so can.
                outside = Outside(Y, axiom.object)
                yield Rule("dt-not-type", (pattern,), None, (axiom, *more), outside)


def _hierarchies(source: _Source) -> _Made:
    for predicate, forth, back in (
        (SUB_PROPERTY_OF, "prp-spo1", None),
        (EQUIVALENT_PROPERTY, "prp-eqp1", "prp-eqp2"),
        (INVERSE_OF, "prp-inv1", "prp-inv2"),
    ):
        for axiom in source.having(predicate):
            if predicate == INVERSE_OF and isinstance(axiom.subject, BlankNode):
                continue  # no axiom but the spelling of an inverse inside another one
            here, more = source.link(X, axiom.subject, Y)
            ends = (Y, X) if predicate == INVERSE_OF else (X, Y)
            there, still_more = source.link(ends[0], axiom.object, ends[1])
            axioms = (axiom, *more, *still_more)
            yield Rule(forth, (here,), there, axioms)
            if back:
                yield Rule(back, (there,), here, axioms)


def _characteristics(source: _Source) -> _Made:
    xy, yx, yz, xz = (X, Y), (Y, X), (Y, Z), (X, Z)
    for kind, name, body, head in (
        ("SymmetricProperty", "prp-symp", (xy,), yx),
        ("TransitiveProperty", "prp-trp", (xy, yz), xz),
        ("AsymmetricProperty", "prp-asyp", (xy, yx), None),
        ("IrreflexiveProperty", "prp-irp", ((X, X),), None),
    ):
        for axiom in source.typed(kind):
            made = tuple(source.link(a, axiom.subject, b)[0] for a, b in body)
            more = source.link(X, axiom.subject, Y)[1]
            concluded = source.link(*_around(head, axiom.subject))[0] if head else None
            yield Rule(name, made, concluded, (axiom, *more))
    for axiom in source.typed("FunctionalProperty"):
        one, other = (source.link(X, axiom.subject, end)[0] for end in (Y, Z))
        yield Rule("prp-fp", (one, other), (Y, SAME_AS, Z), (axiom,))
        # Of literals it cannot be concluded that they are the same; where they are not, that is a clash.
        yield Rule("dt-diff", (one, other), None, (axiom,), Differ(Y, Z))
    for axiom in source.typed("InverseFunctionalProperty"):
        one, other = (source.link(start, axiom.subject, Y)[0] for start in (X, Z))
        yield Rule("prp-ifp", (one, other), (X, SAME_AS, Z), (axiom,))


def _around(ends: tuple[Variable, Variable], property_: Node) -> tuple[Slot, Node, Slot]:
    return ends[0], property_, ends[1]


def _chains_and_keys(source: _Source) -> _Made:
    for axiom in source.having(CHAIN):
        steps, spelled = source.members(axiom.object)
        if steps:
            joints = [X, *(Variable(f"y{i}") for i in range(1, len(steps))), Z]
            links = [source.link(joints[i], step, joints[i + 1]) for i, step in enumerate(steps)]
            head, more = source.link(X, axiom.subject, Z)
            axioms = (axiom, *spelled, *more, *(t for _, each in links for t in each))
            yield Rule("prp-spo2", tuple(pattern for pattern, _ in links), head, axioms)
    for axiom in source.having(HAS_KEY):
        keys, spelled = source.members(axiom.object)
        shared = [source.link(end, key, Variable(f"z{i}"))[0] for i, key in enumerate(keys) for end in (X, Y)]
        if keys:
            body = (*_a(X, axiom.subject), *_a(Y, axiom.subject), *shared)
            yield Rule("prp-key", body, (X, SAME_AS, Y), (axiom, *spelled))


def _disjoint_properties(source: _Source) -> _Made:
    def clash(name: str, one: Node, other: Node, axioms: tuple[Triple, ...]) -> Rule:
        (first, more), (second, still_more) = source.link(X, one, Y), source.link(X, other, Y)
        return Rule(name, (first, second), None, (*axioms, *more, *still_more))

    for axiom in source.having(PROPERTY_DISJOINT):
        yield clash("prp-pdw", axiom.subject, axiom.object, (axiom,))
    for axiom, members, spelled in _all_of(source, "AllDisjointProperties", MEMBERS):
        for one, other in combinations(members, 2):
            yield clash("prp-adp", one, other, (axiom, *spelled))


def _all_of(
    source: _Source, kind: str, *lists: NamedNode
) -> Iterator[tuple[Triple, list[Node], tuple[Triple, ...]]]:
    for axiom in source.typed(kind):
        for predicate in lists:
            for held in source.of(axiom.subject, predicate):
                members, spelled = source.members(held.object)
                yield axiom, members, (held, *spelled)


def _classes(source: _Source) -> _Made:
    yield from _class_axioms(source)
    yield from _combined_classes(source)
    yield from _value_restrictions(source)
    yield from _cardinalities(source)


def _class_axioms(source: _Source) -> _Made:
    for axiom in source.having(SUB_CLASS_OF):
        yield from _sub_class("cax-sco", axiom.subject, axiom.object, (axiom,))
    for axiom in source.having(EQUIVALENT_CLASS):
        yield from _sub_class("cax-eqc1", axiom.subject, axiom.object, (axiom,))
        yield from _sub_class("cax-eqc2", axiom.object, axiom.subject, (axiom,))
    for axiom in source.having(DISJOINT):
        body = (*_a(X, axiom.subject), *_a(X, axiom.object))
        yield Rule("cax-dw", body, None, (axiom,))
    for axiom, members, spelled in _all_of(source, "AllDisjointClasses", MEMBERS):
        for one, other in combinations(members, 2):
            yield Rule("cax-adc", (*_a(X, one), *_a(X, other)), None, (axiom, *spelled))
    yield Rule("cls-nothing2", ((X, TYPE, NOTHING),), None, ())


def _sub_class(name: str, lower: Node, upper: Node, axioms: tuple[Triple, ...]) -> _Made:
    if upper != THING and lower != NOTHING:
        yield Rule(name, ((X, TYPE, lower),), (X, TYPE, upper), axioms)


def _combined_classes(source: _Source) -> _Made:
    for axiom in source.having(INTERSECTION):
        whole, (parts, spelled) = axiom.subject, source.members(axiom.object)
        body = tuple(atom for part in parts for atom in _a(X, part))
        if body:
            yield Rule("cls-int1", body, (X, TYPE, whole), (axiom, *spelled))
        for part in parts:
            yield from _sub_class("cls-int2", whole, part, (axiom, *spelled))
    for axiom in source.having(UNION):
        parts, spelled = source.members(axiom.object)
        for part in parts:
            yield from _sub_class("cls-uni", part, axiom.subject, (axiom, *spelled))
    for axiom in source.having(COMPLEMENT):
        body = (*_a(X, axiom.subject), *_a(X, axiom.object))
        yield Rule("cls-com", body, None, (axiom,))
    for axiom in source.having(ONE_OF):
        members, spelled = source.members(axiom.object)
        for member in members:
            if not isinstance(member, Literal):
                yield Rule("cls-oo", (), (member, TYPE, axiom.subject), (axiom, *spelled))


def _restrictions(source: _Source, kind: NamedNode) -> Iterator[tuple[Node, Node, Node, tuple[Triple, ...]]]:
    """Class, property and filler of each restriction of one kind, with its triples."""
    for axiom in source.having(kind):
        for on in source.of(axiom.subject, ON_PROPERTY):
            yield axiom.subject, on.object, axiom.object, (axiom, on)


def _value_restrictions(source: _Source) -> _Made:
    for class_, property_, filler, axioms in _restrictions(source, SOME):
        pattern, more = source.link(U, property_, V)
        name = "cls-svf2" if filler == THING else "cls-svf1"
        if not source.data_range(filler):
            yield Rule(name, (pattern, *_a(V, filler)), (U, TYPE, class_), (*axioms, *more))
    for class_, property_, filler, axioms in _restrictions(source, ALL):
        pattern, more = source.link(U, property_, V)
        if filler != THING and not source.data_range(filler):
            yield Rule("cls-avf", (*_a(U, class_), pattern), (V, TYPE, filler), (*axioms, *more))
    for class_, property_, value, axioms in _restrictions(source, HAS_VALUE):
        pattern, more = source.link(U, property_, value)
        yield Rule("cls-hv1", _a(U, class_), pattern, (*axioms, *more))
        yield Rule("cls-hv2", (pattern,), (U, TYPE, class_), (*axioms, *more))


def _cardinalities(source: _Source) -> _Made:
    for class_, property_, most, axioms in _restrictions(source, MAX):
        names = ("cls-maxc1", "cls-maxc2")
        yield from _at_most(source, names, class_, property_, THING, most, axioms)
    for class_, property_, most, axioms in _restrictions(source, MAX_QUALIFIED):
        for on in source.of(class_, ON_CLASS):
            filler: Node = on.object
            names = ("cls-maxqc2", "cls-maxqc4") if filler == THING else ("cls-maxqc1", "cls-maxqc3")
            yield from _at_most(source, names, class_, property_, filler, most, (*axioms, on))


def _at_most(
    source: _Source,
    names: tuple[str, str],
    class_: Node,
    property_: Node,
    filler: Node,
    most: Node,
    axioms: tuple[Triple, ...],
) -> _Made:
    (one, more), (other, _) = source.link(U, property_, Y), source.link(U, property_, Z)
    member, said = _a(U, class_), (*axioms, *more)
    if isinstance(most, Literal) and most.value.strip() == "0":
        yield Rule(names[0], (*member, one, *_a(Y, filler)), None, said)
    if isinstance(most, Literal) and most.value.strip() == "1":
        body = (*member, one, *_a(Y, filler), other, *_a(Z, filler))
        yield Rule(names[1], body, (Y, SAME_AS, Z), said)
        yield Rule("dt-diff", body, None, said, Differ(Y, Z))


def _individuals(source: _Source) -> _Made:
    """What the ontology itself says of individuals, and what it says does not hold."""
    for triple in source.triples:
        subject, predicate = triple.subject, triple.predicate
        terminological = predicate.value.startswith((OWL, RDFS)) and predicate not in _ABOUT_ANYTHING
        if not (subject in source.vocabulary or of_language(subject) or terminological):
            yield Rule(STATED, (), (subject, predicate, triple.object), (triple,))
    for axiom in source.having(_owl("sourceIndividual")):
        for on in source.of(axiom.subject, _owl("assertionProperty")):
            for name, target in (("prp-npa1", "targetIndividual"), ("prp-npa2", "targetValue")):
                for end in source.of(axiom.subject, _owl(target)):
                    body, more = source.link(axiom.object, on.object, end.object)
                    yield Rule(name, (body,), None, (axiom, on, end, *more))


def _equality(source: _Source) -> _Made:
    same: TriplePattern = (X, SAME_AS, Y)
    yield Rule("eq-sym", (same,), (Y, SAME_AS, X), ())
    yield Rule("eq-trans", (same, (Y, SAME_AS, Z)), (X, SAME_AS, Z), ())
    yield Rule("eq-rep-s", (same, (X, P, Q)), (Y, P, Q), ())
    yield Rule("eq-rep-o", (same, (Z, P, X)), (Z, P, Y), ())
    yield Rule("eq-diff1", (same, (X, DIFFERENT_FROM, Y)), None, ())
    yield Rule("eq-diff1", ((X, DIFFERENT_FROM, X),), None, ())
    for name, predicate in (("eq-diff2", MEMBERS), ("eq-diff3", DISTINCT_MEMBERS)):
        for axiom, members, spelled in _all_of(source, "AllDifferent", predicate):
            for one, other in combinations(members, 2):
                yield Rule(name, ((one, SAME_AS, other),), None, (axiom, *spelled))


def _through_restrictions(source: _Source) -> _Made:
    """Sub-classes that hold because one restriction is narrower than another (scm-hv, scm-svf, scm-avf)."""
    restrictions = sorted(
        {t.subject for kind in (SOME, ALL, HAS_VALUE) for t in source.having(kind)}, key=str
    )
    if len(restrictions) < 2:
        return
    known = list(_hierarchy(source))
    prover = Prover(known, _SCHEMA_RULES)
    asserted = frozenset(source.triples)
    for lower in restrictions:
        for upper in restrictions:
            proof = prover.prove(Triple(lower, SUB_CLASS_OF, upper)) if lower != upper else None
            if proof and proof.rule in _NARROWER:
                axioms = tuple(dict.fromkeys(t for t in proof.facts() if t in asserted))
                yield from _sub_class("cax-sco", lower, upper, axioms)


class Hierarchy:
    """Proves, from axioms alone, the sub-classes that `compile_ontology` settles in advance.

    Args:
        ontology: The same that was compiled; blank nodes get the same names.
    """

    def __init__(self, ontology: Iterable[Triple]) -> None:
        self._source = _Source(_named_by_shape(ontology))
        self._prover = Prover(list(_hierarchy(self._source)), _SCHEMA_RULES)

    def prove(self, lower: Node, upper: Node) -> Proof | None:
        """A proof by the scm- rules, whose leaves are axioms, or None where the one is not below the other."""
        if isinstance(lower, Literal | Triple):
            return None
        proof = self._prover.prove(Triple(lower, SUB_CLASS_OF, upper))
        return self._grounded(proof) if proof else None

    def spelled_out(self, proof: Proof) -> Proof:
        """The proof with a step for everything that was settled in advance: each an instance of one rule."""
        premises = tuple(map(self.spelled_out, proof.premises))
        if proof.rule != "cax-sco" or len(proof.axioms) == 1:
            return replace(proof, premises=premises)
        below = self.prove(premises[0].conclusion.object, proof.conclusion.object)
        assert below is not None, "a compiled rule has its axioms in the ontology"
        return replace(proof, axioms=(), premises=(*premises, below))

    def _grounded(self, proof: Proof) -> Proof:
        if proof.rule == FACT:
            return self._leaf(proof.conclusion)
        return replace(proof, premises=tuple(map(self._grounded, proof.premises)))

    def _leaf(self, triple: Triple) -> Proof:
        """What `_hierarchy` gave without a rule, with the rule of table 9 that gives it."""
        if triple in self._source.of(triple.subject, triple.predicate):
            return Proof(triple, STATED, (triple,))
        if triple.subject == triple.object:
            kinds = self._source.of(triple.subject, TYPE)
            for rule, kind in _BELOW_THEMSELVES[triple.predicate]:
                for axiom in kinds:
                    if axiom.object == kind:
                        return Proof(triple, rule, (axiom,))
        for rule, kind, whole in (
            ("scm-int", INTERSECTION, triple.subject),
            ("scm-uni", UNION, triple.object),
        ):
            for axiom in self._source.of(whole, kind):
                members, spelled = self._source.members(axiom.object)
                if {triple.subject, triple.object} - {whole} <= {*members}:
                    return Proof(triple, rule, (axiom, *spelled))
        return Proof(triple, STATED, (triple,))


_BELOW_THEMSELVES = {
    SUB_CLASS_OF: (("scm-cls", _owl("Class")),),
    SUB_PROPERTY_OF: (("scm-op", _owl("ObjectProperty")), ("scm-dp", _owl("DatatypeProperty"))),
}


def _hierarchy(source: _Source) -> Iterator[Triple]:
    """The triples that sub-classes follow from; each class and property is also below itself."""
    kinds = (SUB_CLASS_OF, SUB_PROPERTY_OF, EQUIVALENT_CLASS, EQUIVALENT_PROPERTY)
    restricting = (ON_PROPERTY, SOME, ALL, HAS_VALUE)
    of_properties = (SUB_PROPERTY_OF, EQUIVALENT_PROPERTY)
    for kind in (*kinds, *restricting):
        for triple in source.having(kind):
            yield triple
            yield from _below_itself(
                triple.subject, SUB_PROPERTY_OF if kind in of_properties else SUB_CLASS_OF
            )
            on = kind in (*of_properties, ON_PROPERTY)
            yield from _below_itself(triple.object, SUB_PROPERTY_OF if on else SUB_CLASS_OF)
    for kind in (INTERSECTION, UNION):
        for axiom in source.having(kind):
            for part in source.members(axiom.object)[0]:
                lower, upper = (axiom.subject, part) if kind == INTERSECTION else (part, axiom.subject)
                if not isinstance(lower, Literal):
                    yield Triple(lower, SUB_CLASS_OF, upper)


def _below_itself(term: Node, below: NamedNode) -> Iterator[Triple]:
    if not isinstance(term, Literal):
        yield Triple(term, below, term)


_C1, _C2, _C3 = Variable("c1"), Variable("c2"), Variable("c3")
_P1, _P2, _P3 = Variable("p1"), Variable("p2"), Variable("p3")
_Y1, _Y2, _I = Variable("y1"), Variable("y2"), Variable("i")
_NARROWER = ("scm-avf1", "scm-avf2", "scm-hv", "scm-svf1", "scm-svf2")


def _restricted(name: str, kind: NamedNode, *, by_filler: bool, upwards: bool = True) -> Rule:
    """Two restrictions of one kind that differ in filler, or in property."""
    one, other = (_Y1, _Y2) if by_filler else (_Y1, _Y1)
    on, on_other = (_P1, _P1) if by_filler else (_P1, _P2)
    below: TriplePattern = (one, SUB_CLASS_OF, other) if by_filler else (on, SUB_PROPERTY_OF, on_other)
    body = ((_C1, kind, one), (_C1, ON_PROPERTY, on), (_C2, kind, other), (_C2, ON_PROPERTY, on_other), below)
    return Rule(name, body, (_C1, SUB_CLASS_OF, _C2) if upwards else (_C2, SUB_CLASS_OF, _C1), ())


_SCHEMA_RULES = (
    Rule("scm-sco", ((_C1, SUB_CLASS_OF, _C2), (_C2, SUB_CLASS_OF, _C3)), (_C1, SUB_CLASS_OF, _C3), ()),
    Rule("scm-eqc1", ((_C1, EQUIVALENT_CLASS, _C2),), (_C1, SUB_CLASS_OF, _C2), ()),
    Rule("scm-eqc1", ((_C1, EQUIVALENT_CLASS, _C2),), (_C2, SUB_CLASS_OF, _C1), ()),
    Rule(
        "scm-spo", ((_P1, SUB_PROPERTY_OF, _P2), (_P2, SUB_PROPERTY_OF, _P3)), (_P1, SUB_PROPERTY_OF, _P3), ()
    ),
    Rule("scm-eqp1", ((_P1, EQUIVALENT_PROPERTY, _P2),), (_P1, SUB_PROPERTY_OF, _P2), ()),
    Rule("scm-eqp1", ((_P1, EQUIVALENT_PROPERTY, _P2),), (_P2, SUB_PROPERTY_OF, _P1), ()),
    _restricted("scm-svf1", SOME, by_filler=True),
    _restricted("scm-svf2", SOME, by_filler=False),
    _restricted("scm-avf1", ALL, by_filler=True),
    _restricted("scm-avf2", ALL, by_filler=False, upwards=False),
    _restricted("scm-hv", HAS_VALUE, by_filler=False),
)


def _without_dead_ends(rules: set[Rule]) -> set[Rule]:
    """Without rules whose conclusion, a class that has no name, no other rule asks for."""
    while True:
        asked = {atom[2] for rule in rules for atom in rule.body if atom[1] == TYPE}
        kept = {rule for rule in rules if rule.head is None or not _dead_end(rule.head, asked)}
        if len(kept) == len(rules):
            return rules
        rules = kept


def _dead_end(head: TriplePattern, asked: set[Slot]) -> bool:
    return head[1] == TYPE and isinstance(head[2], BlankNode) and head[2] not in asked
