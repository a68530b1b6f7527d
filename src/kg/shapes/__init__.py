"""Data held against SHACL shapes.

Shapes are compiled to SPARQL and run on an embedded store; pyshacl judges what is not compiled, and
everything where it is asked to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from kg.closure import STATED, compile_ontology
from kg.errors import DatasetError
from kg.findings import KINDS, Finding
from kg.shapes.compiling import Check
from kg.shapes.fallback import judge_with_pyshacl
from kg.shapes.graph import SUB_CLASS_OF, Term, TripleIndex
from kg.shapes.model import ShapesGraph
from kg.shapes.reporting import findings_of
from kg.shapes.results import Result, report_text
from kg.shapes.running import Run, loaded

__all__ = ["VALIDATORS", "Checker", "Result", "Validation", "validate"]

VALIDATORS = ("rules", "pyshacl")


@dataclass(frozen=True, slots=True)
class Validation:
    """What the shapes say of the data.

    Args:
        findings: Sorted; results that say the same of the same thing stand once.
        report: The whole sh:ValidationReport as sorted N-Triples, with sh:sourceShape; blank nodes are
            named by what hangs on them.
        notes: Shapes that pyshacl had to judge, and why.
        results: As found, in no order.
    """

    findings: tuple[Finding, ...]
    report: str
    notes: tuple[Finding, ...] = ()
    results: tuple[Result, ...] = field(default=(), compare=False)

    @property
    def conforms(self) -> bool:
        """As in SHACL: no finding of any severity."""
        return not self.findings


def validate(
    data: Iterable[Triple], shapes: Iterable[Triple], ontology: Iterable[Triple], validator: str = "rules"
) -> Validation:
    """Hold data against shapes; for many graphs, keep a `Checker`.

    Args:
        data: Facts with what follows from them, or what one document says.
        shapes: Node and property shapes, SHACL Core or with SPARQL constraints.
        ontology: Gives the sub-classes and what is said of individuals there; nothing is inferred.
        validator: "rules", compiled to SPARQL, or "pyshacl".

    Raises:
        SchemaError: KG190, where nobody can make sense of the shapes.
        DatasetError: KG505, for another validator.

    Source:
        Shapes Constraint Language (W3C, 2017).
    """
    return Checker(shapes, ontology, validator).validate(data)


class Checker:
    """Shapes and ontology read once, to be held against many graphs; see `validate`."""

    def __init__(
        self, shapes: Iterable[Triple], ontology: Iterable[Triple], validator: str = "rules"
    ) -> None:
        if validator not in VALIDATORS:
            raise DatasetError(
                "KG505", "no validator of this name", found=validator, want=" or ".join(VALIDATORS)
            )
        given = list(ontology)
        self._shapes = ShapesGraph(TripleIndex(shapes))
        self._plans: dict[Term, tuple[Check, ...]] = {}
        self._known = [t for t in given if t.predicate == SUB_CLASS_OF and isinstance(t.object, NamedNode)]
        self._known += [
            axiom for rule in compile_ontology(given).rules if rule.name == STATED for axiom in rule.axioms
        ]
        self._compiled = validator == "rules"
        self._reasons = {shape: self._shapes.reason(shape) for shape in self._shapes.aiming}

    def validate(self, data: Iterable[Triple]) -> Validation:
        """See the function of this name."""
        triples = [*data, *self._known]
        notes: list[Finding] = []
        results = (
            self._judged(triples, notes) if self._compiled else judge_with_pyshacl(triples, self._shapes)
        )
        graph = self._shapes.graph
        return Validation(
            findings_of(results, graph, triples), report_text(results, graph), tuple(notes), tuple(results)
        )

    def _judged(self, triples: list[Triple], notes: list[Finding]) -> list[Result]:
        store, verbatim = loaded(triples)
        run = Run(store, self._shapes, self._plans)
        results: list[Result] = []
        left: list[Term] = []
        for shape, reason in self._reasons.items():
            why = reason or (self._shapes.unsafe(shape) if verbatim else "")
            if why:
                left.append(shape)
                notes.append(_note(shape, why))
            else:
                results += run.judge(shape)
        return results + (judge_with_pyshacl(triples, self._shapes, left) if left else [])


def _note(shape: Term, why: str) -> Finding:
    return Finding(
        code="KG812",
        severity="info",
        what=KINDS["KG812"],
        found=why,
        want="SHACL Core, or SPARQL that is asked of one graph",
        do="nothing: pyshacl judges it",
        shape=shape.value if isinstance(shape, NamedNode) else str(shape),
    )
