"""The rules of OWL 2 RL as the W3C's tables 4 to 9 have them, as data.

A rule is `name | premises | conclusions`, indented where it goes on in the next line; premises and conclusions
are separated by `;`, a rule concludes each of its conclusions, and `false` says that the premises cannot all
hold. `a` is rdf:type, `=` is owl:sameAs. Beside triples, premises are

    in ?l ?x          ?x is a member of the list ?l
    two ?l ?x ?y      ?x and ?y stand at different places of the list ?l
    all ?l ?y         ?y is of each class in the list ?l
    path ?l ?u ?v     the properties in the list ?l lead from ?u to ?v, one after the other
    share ?l ?x ?y    ?x and ?y have a value in common for each property in the list ?l
    void ?v           ?v is a literal whose text is no form of its datatype
    outside ?v ?d     ?v is a literal that is none of the values of the datatype ?d
    differ ?v ?w      ?v and ?w are literals that stand for different values

Left out: eq-ref and cls-thing as steps of their own (that a thing is the same as itself, and is in owl:Thing, is
taken for granted wherever it is needed), the axioms on annotation properties and datatypes (prp-ap, dt-type1),
and the rules that conclude something of literals (dt-type2, dt-eq).

Source:
    OWL 2 Profiles (W3C, 2012), section 4.3, tables 4 to 9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

EQUALITY = """
eq-sym       | ?x = ?y | ?y = ?x
eq-trans     | ?x = ?y ; ?y = ?z | ?x = ?z
eq-rep-s     | ?s = ?s2 ; ?s ?p ?o | ?s2 ?p ?o
eq-rep-p     | ?p = ?p2 ; ?s ?p ?o | ?s ?p2 ?o
eq-rep-o     | ?o = ?o2 ; ?s ?p ?o | ?s ?p ?o2
eq-diff1     | ?x = ?y ; ?x owl:differentFrom ?y | false
eq-diff2     | ?n a owl:AllDifferent ; ?n owl:members ?l ; two ?l ?x ?y ; ?x = ?y | false
eq-diff3     | ?n a owl:AllDifferent ; ?n owl:distinctMembers ?l ; two ?l ?x ?y ; ?x = ?y | false
"""

PROPERTIES = """
prp-dom      | ?p rdfs:domain ?c ; ?x ?p ?y | ?x a ?c
prp-rng      | ?p rdfs:range ?c ; ?x ?p ?y | ?y a ?c
prp-fp       | ?p a owl:FunctionalProperty ; ?x ?p ?y1 ; ?x ?p ?y2 | ?y1 = ?y2
prp-ifp      | ?p a owl:InverseFunctionalProperty ; ?x1 ?p ?y ; ?x2 ?p ?y | ?x1 = ?x2
prp-irp      | ?p a owl:IrreflexiveProperty ; ?x ?p ?x | false
prp-symp     | ?p a owl:SymmetricProperty ; ?x ?p ?y | ?y ?p ?x
prp-asyp     | ?p a owl:AsymmetricProperty ; ?x ?p ?y ; ?y ?p ?x | false
prp-trp      | ?p a owl:TransitiveProperty ; ?x ?p ?y ; ?y ?p ?z | ?x ?p ?z
prp-spo1     | ?p1 rdfs:subPropertyOf ?p2 ; ?x ?p1 ?y | ?x ?p2 ?y
prp-spo2     | ?p owl:propertyChainAxiom ?l ; path ?l ?u ?v | ?u ?p ?v
prp-eqp1     | ?p1 owl:equivalentProperty ?p2 ; ?x ?p1 ?y | ?x ?p2 ?y
prp-eqp2     | ?p1 owl:equivalentProperty ?p2 ; ?x ?p2 ?y | ?x ?p1 ?y
prp-pdw      | ?p1 owl:propertyDisjointWith ?p2 ; ?x ?p1 ?y ; ?x ?p2 ?y | false
prp-adp      | ?n a owl:AllDisjointProperties ; ?n owl:members ?l ; two ?l ?p1 ?p2 ; ?u ?p1 ?v ;
               ?u ?p2 ?v
             | false
prp-inv1     | ?p1 owl:inverseOf ?p2 ; ?x ?p1 ?y | ?y ?p2 ?x
prp-inv2     | ?p1 owl:inverseOf ?p2 ; ?x ?p2 ?y | ?y ?p1 ?x
prp-key      | ?c owl:hasKey ?l ; ?x a ?c ; ?y a ?c ; share ?l ?x ?y | ?x = ?y
prp-npa1     | ?n owl:sourceIndividual ?i ; ?n owl:assertionProperty ?p ; ?n owl:targetIndividual ?j ;
               ?i ?p ?j
             | false
prp-npa2     | ?n owl:sourceIndividual ?i ; ?n owl:assertionProperty ?p ; ?n owl:targetValue ?v ;
               ?i ?p ?v
             | false
"""

CLASSES = """
cls-nothing2 | ?x a owl:Nothing | false
cls-int1     | ?c owl:intersectionOf ?l ; all ?l ?y | ?y a ?c
cls-int2     | ?c owl:intersectionOf ?l ; in ?l ?d ; ?y a ?c | ?y a ?d
cls-uni      | ?c owl:unionOf ?l ; in ?l ?d ; ?y a ?d | ?y a ?c
cls-com      | ?c owl:complementOf ?d ; ?x a ?c ; ?x a ?d | false
cls-svf1     | ?r owl:someValuesFrom ?c ; ?r owl:onProperty ?p ; ?u ?p ?v ; ?v a ?c | ?u a ?r
cls-svf2     | ?r owl:someValuesFrom owl:Thing ; ?r owl:onProperty ?p ; ?u ?p ?v | ?u a ?r
cls-avf      | ?r owl:allValuesFrom ?c ; ?r owl:onProperty ?p ; ?u a ?r ; ?u ?p ?v | ?v a ?c
cls-hv1      | ?r owl:hasValue ?v ; ?r owl:onProperty ?p ; ?u a ?r | ?u ?p ?v
cls-hv2      | ?r owl:hasValue ?v ; ?r owl:onProperty ?p ; ?u ?p ?v | ?u a ?r
cls-maxc1    | ?r owl:maxCardinality 0 ; ?r owl:onProperty ?p ; ?u a ?r ; ?u ?p ?v | false
cls-maxc2    | ?r owl:maxCardinality 1 ; ?r owl:onProperty ?p ; ?u a ?r ; ?u ?p ?y ; ?u ?p ?z | ?y = ?z
cls-maxqc1   | ?r owl:maxQualifiedCardinality 0 ; ?r owl:onProperty ?p ; ?r owl:onClass ?c ; ?u a ?r ;
               ?u ?p ?v ; ?v a ?c
             | false
cls-maxqc2   | ?r owl:maxQualifiedCardinality 0 ; ?r owl:onProperty ?p ; ?r owl:onClass owl:Thing ;
               ?u a ?r ; ?u ?p ?v
             | false
cls-maxqc3   | ?r owl:maxQualifiedCardinality 1 ; ?r owl:onProperty ?p ; ?r owl:onClass ?c ; ?u a ?r ;
               ?u ?p ?y ; ?y a ?c ; ?u ?p ?z ; ?z a ?c
             | ?y = ?z
cls-maxqc4   | ?r owl:maxQualifiedCardinality 1 ; ?r owl:onProperty ?p ; ?r owl:onClass owl:Thing ;
               ?u a ?r ; ?u ?p ?y ; ?u ?p ?z
             | ?y = ?z
cls-oo       | ?c owl:oneOf ?l ; in ?l ?y | ?y a ?c
"""

CLASS_AXIOMS = """
cax-sco      | ?c rdfs:subClassOf ?d ; ?x a ?c | ?x a ?d
cax-eqc1     | ?c owl:equivalentClass ?d ; ?x a ?c | ?x a ?d
cax-eqc2     | ?c owl:equivalentClass ?d ; ?x a ?d | ?x a ?c
cax-dw       | ?c owl:disjointWith ?d ; ?x a ?c ; ?x a ?d | false
cax-adc      | ?n a owl:AllDisjointClasses ; ?n owl:members ?l ; two ?l ?c ?d ; ?x a ?c ; ?x a ?d | false
"""

VOCABULARY = """
scm-cls      | ?c a owl:Class
             | ?c rdfs:subClassOf ?c ; ?c owl:equivalentClass ?c ; ?c rdfs:subClassOf owl:Thing ;
               owl:Nothing rdfs:subClassOf ?c
scm-sco      | ?c rdfs:subClassOf ?d ; ?d rdfs:subClassOf ?e | ?c rdfs:subClassOf ?e
scm-eqc1     | ?c owl:equivalentClass ?d | ?c rdfs:subClassOf ?d ; ?d rdfs:subClassOf ?c
scm-eqc2     | ?c rdfs:subClassOf ?d ; ?d rdfs:subClassOf ?c | ?c owl:equivalentClass ?d
scm-op       | ?p a owl:ObjectProperty | ?p rdfs:subPropertyOf ?p ; ?p owl:equivalentProperty ?p
scm-dp       | ?p a owl:DatatypeProperty | ?p rdfs:subPropertyOf ?p ; ?p owl:equivalentProperty ?p
scm-spo      | ?p rdfs:subPropertyOf ?q ; ?q rdfs:subPropertyOf ?r | ?p rdfs:subPropertyOf ?r
scm-eqp1     | ?p owl:equivalentProperty ?q | ?p rdfs:subPropertyOf ?q ; ?q rdfs:subPropertyOf ?p
scm-eqp2     | ?p rdfs:subPropertyOf ?q ; ?q rdfs:subPropertyOf ?p | ?p owl:equivalentProperty ?q
scm-dom1     | ?p rdfs:domain ?c ; ?c rdfs:subClassOf ?d | ?p rdfs:domain ?d
scm-dom2     | ?p rdfs:domain ?c ; ?q rdfs:subPropertyOf ?p | ?q rdfs:domain ?c
scm-rng1     | ?p rdfs:range ?c ; ?c rdfs:subClassOf ?d | ?p rdfs:range ?d
scm-rng2     | ?p rdfs:range ?c ; ?q rdfs:subPropertyOf ?p | ?q rdfs:range ?c
scm-hv       | ?c owl:hasValue ?i ; ?c owl:onProperty ?p ; ?d owl:hasValue ?i ; ?d owl:onProperty ?q ;
               ?p rdfs:subPropertyOf ?q
             | ?c rdfs:subClassOf ?d
scm-svf1     | ?c owl:someValuesFrom ?y ; ?c owl:onProperty ?p ; ?d owl:someValuesFrom ?z ;
               ?d owl:onProperty ?p ; ?y rdfs:subClassOf ?z
             | ?c rdfs:subClassOf ?d
scm-svf2     | ?c owl:someValuesFrom ?y ; ?c owl:onProperty ?p ; ?d owl:someValuesFrom ?y ;
               ?d owl:onProperty ?q ; ?p rdfs:subPropertyOf ?q
             | ?c rdfs:subClassOf ?d
scm-avf1     | ?c owl:allValuesFrom ?y ; ?c owl:onProperty ?p ; ?d owl:allValuesFrom ?z ;
               ?d owl:onProperty ?p ; ?y rdfs:subClassOf ?z
             | ?c rdfs:subClassOf ?d
scm-avf2     | ?c owl:allValuesFrom ?y ; ?c owl:onProperty ?p ; ?d owl:allValuesFrom ?y ;
               ?d owl:onProperty ?q ; ?p rdfs:subPropertyOf ?q
             | ?d rdfs:subClassOf ?c
scm-int      | ?c owl:intersectionOf ?l ; in ?l ?d | ?c rdfs:subClassOf ?d
scm-uni      | ?c owl:unionOf ?l ; in ?l ?d | ?d rdfs:subClassOf ?c
"""

DATATYPES = """
dt-not-type  | ?x ?p ?v ; void ?v | false
dt-not-type  | ?p rdfs:range ?d ; ?x ?p ?v ; outside ?v ?d | false
dt-diff      | ?p a owl:FunctionalProperty ; ?x ?p ?v ; ?x ?p ?w ; differ ?v ?w | false
dt-diff      | ?r owl:maxCardinality 1 ; ?r owl:onProperty ?p ; ?u a ?r ; ?u ?p ?v ; ?u ?p ?w ;
               differ ?v ?w | false
dt-diff      | ?r owl:maxQualifiedCardinality 1 ; ?r owl:onProperty ?p ; ?r owl:onClass owl:Thing ;
               ?u a ?r ; ?u ?p ?v ; ?u ?p ?w ; differ ?v ?w | false
"""
"""Of the rules on literals those that forbid. What prp-rng, prp-fp and cls-maxc2 would conclude of a literal can be no
triple, so that it may not be concluded is said here in one step."""

FALSE = "false"
_ARITY = {"in": 2, "two": 3, "all": 2, "path": 3, "share": 3, "void": 1, "outside": 2, "differ": 2}
ON_LITERALS = ("void", "outside", "differ")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A premise or a conclusion.

    Args:
        kind: "triple", or the word that stands first: in, two, all, path, share.
        parts: Variables (with ?), terms with a prefix, "a", "=" or a number.
    """

    kind: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the tables.

    Args:
        name: As the W3C has it.
        premises: All must be met.
        conclusions: Each follows; empty where the premises cannot all hold.
    """

    name: str
    premises: tuple[Pattern, ...]
    conclusions: tuple[Pattern, ...]


def _rules(table: str) -> Iterator[Rule]:
    for line in table.strip().replace("\n ", " ").splitlines():
        name, premises, conclusions = (" ".join(part.split()) for part in line.split(" | "))
        followed = () if conclusions == FALSE else tuple(map(_pattern, conclusions.split(" ; ")))
        yield Rule(name, tuple(map(_pattern, premises.split(" ; "))), followed)


def _pattern(text: str) -> Pattern:
    words = text.split()
    if words[0] in _ARITY:
        assert len(words) == _ARITY[words[0]] + 1, text
        return Pattern(words[0], tuple(words[1:]))
    assert len(words) == 3, text
    return Pattern("triple", tuple(words))


def _by_name(tables: Iterable[str]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in (rule for table in tables for rule in _rules(table)):
        found[rule.name] = (*found.get(rule.name, ()), rule)
    return found


RULES = _by_name((EQUALITY, PROPERTIES, CLASSES, CLASS_AXIOMS, DATATYPES, VOCABULARY))
"""Name → the rules of that name; several where a rule comes in several forms."""
