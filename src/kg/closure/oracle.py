"""The same closure by rdflib and owlrl, to compare with."""

from __future__ import annotations

from pyoxigraph import BlankNode, Triple
from rdflib import BNode, URIRef

from kg.closure.compiling import compile_ontology
from kg.closure.converting import from_rdflib, to_graph
from kg.closure.rules import Shown
from kg.errors import ClosureError


def close_by_owlrl(
    facts: list[Triple], ontology: list[Triple], limit: int
) -> tuple[tuple[Triple, ...], tuple[str, ...]]:
    """Conclusions about individuals, sorted, and owlrl's sentences about clashes, sorted.

    Raises:
        ClosureError: KG401, where there are more than `limit` conclusions.
    """
    from owlrl.OWLRL import OWLRL_Semantics

    graph = to_graph([*facts, *ontology])
    semantics = OWLRL_Semantics(graph, False, False)
    semantics.closure()
    anonymous = {t.subject for t in ontology if isinstance(t.subject, BlankNode)}
    shown = Shown(compile_ontology(ontology).vocabulary | anonymous)
    nameless = {BNode(t.subject.value) for t in facts if isinstance(t.subject, BlankNode)}
    given = {*facts, *ontology}
    found = set()
    for subject, predicate, target in graph:
        # A clash is a blank node with a message in this graph; OWL RL itself never makes up a thing.
        if not isinstance(predicate, URIRef) or not (isinstance(subject, URIRef) or subject in nameless):
            continue
        triple = Triple(from_rdflib(subject), from_rdflib(predicate), from_rdflib(target))  # type: ignore[arg-type]
        if triple not in given and shown(*triple):
            found.add(triple)
    if len(found) > limit:
        raise ClosureError(
            "KG401", "closure too large", found=f"{len(found)} triples", want=f"at most {limit}"
        )
    return tuple(sorted(found, key=str)), tuple(sorted(semantics.error_messages))
