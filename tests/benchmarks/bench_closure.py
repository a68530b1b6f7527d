"""How long 200,000 facts take to close: `python tests/benchmarks/bench_closure.py [FACTS]`; prints only."""

from __future__ import annotations

import random
import sys
import time

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.closure import Prover, close, compile_ontology, prove

BASE = "https://example.org/t#"
PREFIXES = f"""@prefix : <{BASE}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ONTOLOGY = """
:Town rdfs:subClassOf :Place , :Actor . :Place rdfs:subClassOf :Thing . :Actor rdfs:subClassOf :Thing .
:Award rdfs:subClassOf :Act . :Meeting rdfs:subClassOf :Event . :Pact rdfs:subClassOf :Act .
:inside a owl:TransitiveProperty ; rdfs:domain :Place ; rdfs:range :Place .
:to rdfs:domain :Award ; rdfs:range :Town . :prize rdfs:domain :Award ; rdfs:range :Prize .
:received owl:inverseOf :to . :holds owl:propertyChainAxiom ( :received :prize ) .
:opens rdfs:domain :Prize ; rdfs:range :House . :mayUse owl:propertyChainAxiom ( :holds :opens ) .
:member rdfs:domain :Pact ; rdfs:range :Town . :memberOf owl:inverseOf :member .
:partner a owl:SymmetricProperty ; owl:propertyChainAxiom ( :memberOf :member ) .
:attended rdfs:domain :Actor ; rdfs:range :Event . :met rdfs:subPropertyOf :attended .
:Laureate owl:equivalentClass [ a owl:Restriction ; owl:onProperty :holds ; owl:someValuesFrom :Prize ] .
:Place owl:disjointWith :Event . :Act owl:disjointWith :Place .
"""


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + text, format=RdfFormat.TURTLE)]


def facts(many: int) -> list[Triple]:
    """Towns in regions in lands, awards, pacts of two and meetings, about five facts a town."""
    chance = random.Random(7)
    towns = many // 10
    made: set[Triple] = set()

    def add(subject: str, predicate: str, target: str) -> None:
        made.add(Triple(*(NamedNode(BASE + name) for name in (subject, predicate, target))))

    for i in range(100):
        add(f"region{i}", "inside", f"land{i % 10}")
        add(f"land{i % 10}", "inside", "union")
    add("gold", "opens", "hub")
    while len(made) < many:
        town, other = chance.randrange(towns), chance.randrange(towns)
        add(f"town{town}", "inside", f"region{town % 100}")
        add(f"award{town}", "to", f"town{town}")
        add(f"award{town}", "prize", "gold")
        add(f"pact{town}-{other}", "member", f"town{town}")
        add(f"pact{town}-{other}", "member", f"town{other}")
        add(f"town{town}", "met", f"meeting{other}")
    return sorted(made, key=str)


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    given, ontology = facts(many), turtle(ONTOLOGY)
    closure = close(given, ontology, limit=10_000_000)
    print(f"{len(given):,} facts, {len(closure.triples):,} follow, {closure.took:.1f} s")
    rules = compile_ontology(ontology).rules
    goal = next(t for t in closure.triples if t.predicate.value == BASE + "mayUse")
    started = time.perf_counter()
    prove(goal, given, closure.triples, rules)
    print(f"one proof alone {time.perf_counter() - started:.2f} s")
    prover = Prover(given, rules)
    prover.prove(goal)
    started = time.perf_counter()
    for conclusion in closure.triples[:1000]:
        prover.prove(conclusion)
    print(f"each of 1,000 more by one prover {(time.perf_counter() - started) * 1000 / 1000:.2f} ms")


if __name__ == "__main__":
    main()
