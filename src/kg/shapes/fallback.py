"""pyshacl, for what is not compiled, and to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import SchemaError
from kg.names import RDF_TYPE, SH
from kg.shapes.graph import Term, TripleIndex, sh
from kg.shapes.model import TARGETS, ShapesGraph
from kg.shapes.results import Result

if TYPE_CHECKING:
    import rdflib

__all__ = ["judge_with_pyshacl", "unusable"]


def judge_with_pyshacl(
    data: Iterable[Triple], shapes: ShapesGraph, wanted: Iterable[Term] | None = None
) -> list[Result]:
    """The results of shapes by pyshacl, in no order.

    Args:
        data: Left unchanged.
        shapes: All of them; those that are wanted may refer to others.
        wanted: Shapes whose targets are looked for; all where left out.

    Raises:
        SchemaError: KG190, where pyshacl cannot make sense of the shapes.
    """
    asked = shapes.graph.triples if wanted is None else _aiming_only(shapes, set(wanted))
    report = TripleIndex(_triples(_report(data, asked)))
    found = []
    for head in report.subjects(RDF_TYPE, sh("ValidationReport")):
        found += [_result(node, report, shapes.graph) for node in report.objects(head, sh("result"))]
    return found


def _aiming_only(shapes: ShapesGraph, wanted: set[Term]) -> list[Triple]:
    """The shapes without the targets of those that are not wanted."""
    others = {shape for shape in shapes.aiming if shape not in wanted}

    def is_target(triple: Triple) -> bool:
        if triple.subject not in others:
            return False
        return triple.predicate in TARGETS or (
            triple.predicate == RDF_TYPE and not str(triple.object).startswith(f"<{SH}")
        )

    return [t for t in shapes.graph.triples if not is_target(t)]


def _report(data: Iterable[Triple], shapes: list[Triple]) -> rdflib.Graph:
    # Costly to import, and needed for a few projects only.
    import pyshacl
    import rdflib
    from pyshacl.errors import ReportableRuntimeError

    from kg.closure.converting import to_graph

    try:
        _, report, text = pyshacl.validate(
            to_graph(data),
            shacl_graph=to_graph(shapes),
            inference="none",
            advanced=False,
            inplace=True,
            do_owl_imports=False,
        )
    except (ReportableRuntimeError, re.error) as fault:
        raise unusable(str(fault)) from fault
    if not isinstance(report, rdflib.Graph):
        raise unusable(str(text))
    return report


def unusable(reason: str) -> SchemaError:
    """For shapes of which nobody can make sense."""
    return SchemaError(
        "KG190", "shapes that cannot be run", found=reason, want="SHACL Core", do="mend the shape"
    )


def _triples(report: rdflib.Graph) -> Iterator[Triple]:
    from kg.closure.converting import from_rdflib

    for subject, predicate, target in report:
        yield Triple(from_rdflib(subject), from_rdflib(predicate), from_rdflib(target))  # type: ignore[arg-type]


def _result(node: Term, report: TripleIndex, shapes: TripleIndex) -> Result:
    def only(local: str) -> Term | None:
        return report.only(node, sh(local))

    path = only("resultPath")
    focus, shape, constraint = only("focusNode"), only("sourceShape"), only("sourceConstraint")
    component, severity = only("sourceConstraintComponent"), only("resultSeverity")
    assert focus is not None
    assert shape is not None
    return Result(
        focus=focus,
        # A path without a name is copied into the report under another one.
        path=shapes.only(shape, sh("path")) if isinstance(path, BlankNode) else path,
        value=only("value"),
        component=component if isinstance(component, NamedNode) else sh("ConstraintComponent"),
        severity=severity if isinstance(severity, NamedNode) else sh("Violation"),
        shape=shape,
        messages=_messages(report.objects(node, sh("resultMessage")), shape, constraint, shapes),
        constraint=constraint,
    )


def _messages(
    said: list[Term], shape: Term, constraint: Term | None, shapes: TripleIndex
) -> tuple[Literal, ...]:
    """What the shape says; pyshacl also makes up a message where there is none."""
    own = [m for holder in (shape, constraint) if holder for m in shapes.objects(holder, sh("message"))]
    found = [m for m in said if isinstance(m, Literal)]
    return tuple(sorted(found, key=str)) if own else ()
