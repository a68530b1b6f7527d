"""What a shape found wrong, whoever judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kg.names import RDF_TYPE, SH, XSD
from kg.shapes.graph import Term, TripleIndex, sh

__all__ = ["Result", "report_text"]


@dataclass(frozen=True, slots=True)
class Result:
    """One validation result.

    Args:
        focus: The thing judged.
        path: The node of the shapes graph that stands for the path, or the property; None for the thing itself.
        value: What offends; None where it is what is missing, or a number of values.
        component: IRI of the constraint component.
        severity: sh:Violation, sh:Warning, sh:Info, or another IRI.
        shape: The shape in whose words it was found wrong.
        messages: The shape's own; none where it has none.
        constraint: The node of a SPARQL constraint; None for others.
    """

    focus: Term
    path: Term | None
    value: Term | None
    component: NamedNode
    severity: NamedNode
    shape: Term
    messages: tuple[Literal, ...] = ()
    constraint: Term | None = None


def report_text(results: Iterable[Result], shapes: TripleIndex) -> str:
    """The sh:ValidationReport as sorted N-Triples; blank nodes are named by what hangs on them.

    Results that say the same stand once for each time that they were found.
    """
    found = list(results)
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in _report(found, shapes))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad.triple} .\n" for quad in dataset))


def _report(results: list[Result], shapes: TripleIndex) -> Iterator[Triple]:
    head = BlankNode("report")
    conforms = Literal("false" if results else "true", datatype=NamedNode(XSD + "boolean"))
    yield Triple(head, RDF_TYPE, sh("ValidationReport"))
    yield Triple(head, sh("conforms"), conforms)
    for number, result in enumerate(results):
        node = BlankNode(f"result{number}")
        yield Triple(head, sh("result"), node)
        yield Triple(node, RDF_TYPE, sh("ValidationResult"))
        for local, term in (
            ("focusNode", result.focus),
            ("resultPath", result.path),
            ("value", result.value),
            ("sourceConstraintComponent", result.component),
            ("resultSeverity", result.severity),
            ("sourceShape", result.shape),
            ("sourceConstraint", result.constraint),
        ):
            if term is not None:
                yield Triple(node, sh(local), term)
        for message in result.messages:
            yield Triple(node, sh("resultMessage"), message)
        if isinstance(result.path, BlankNode):
            yield from _described(result.path, shapes)


def _described(path: BlankNode, shapes: TripleIndex) -> Iterator[Triple]:
    """All that hangs on a path that has no name."""
    waiting, seen = [path], {path}
    while waiting:
        node = waiting.pop()
        for predicate, values in shapes.about(node).items():
            for value in values:
                if str(predicate).startswith(f"<{SH}") or "rdf-syntax-ns#" in str(predicate):
                    yield Triple(node, predicate, value)  # type: ignore[arg-type]
                    if isinstance(value, BlankNode) and value not in seen:
                        seen.add(value)
                        waiting.append(value)
