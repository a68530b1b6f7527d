"""SHACL results as a list of `Finding`.

pyshacl judges, but only things that might fail: a thing whose rules are all of the plain kind, and which
keeps them all, is passed over. That needs no second opinion on what a failure is, only on what is surely
none, and spares nearly all of pyshacl's time on good data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kg.closure import STATED, compile_ontology
from kg.errors import SchemaError
from kg.findings import KINDS, Finding
from kg.names import RDF, RDF_TYPE, RDFS, SH, XSD

if TYPE_CHECKING:
    import rdflib

Term = NamedNode | BlankNode | Literal | Triple

SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
_FIRST, _REST, _NIL = (NamedNode(RDF + local) for local in ("first", "rest", "nil"))
_CLASS = NamedNode(RDFS + "Class")


def _sh(local: str) -> NamedNode:
    return NamedNode(SH + local)


@dataclass(frozen=True, slots=True)
class Validation:
    """What the shapes say of the data.

    Args:
        findings: Sorted; results that say the same of the same thing stand once.
        report: The whole sh:ValidationReport as sorted N-Triples, with sh:sourceShape; blank nodes are
            named by what hangs on them.
    """

    findings: tuple[Finding, ...]
    report: str

    @property
    def conforms(self) -> bool:
        """As in SHACL: no finding of any severity."""
        return not self.findings


def validate(data: Iterable[Triple], shapes: Iterable[Triple], ontology: Iterable[Triple]) -> Validation:
    """Hold data against shapes; for many graphs, keep a `Checker`.

    Args:
        data: Facts with what follows from them, or what one document says.
        shapes: Node and property shapes, SHACL Core or with SPARQL constraints.
        ontology: Gives the sub-classes and what is said of individuals there; nothing is inferred.

    Raises:
        SchemaError: KG190, where pyshacl cannot make sense of the shapes.

    Source:
        Shapes Constraint Language (W3C, 2017).
    """
    return Checker(shapes, ontology).validate(data)


class Checker:
    """Shapes and ontology read once, to be held against many graphs."""

    def __init__(self, shapes: Iterable[Triple], ontology: Iterable[Triple]) -> None:
        given = list(ontology)
        self._shapes = _Graph(shapes)
        self._known = [t for t in given if t.predicate == SUB_CLASS_OF and isinstance(t.object, NamedNode)]
        self._known += [
            axiom for rule in compile_ontology(given).rules if rule.name == STATED for axiom in rule.axioms
        ]

    def validate(self, data: Iterable[Triple]) -> Validation:
        """See the function of this name."""
        graph = _Graph([*data, *self._known])
        suspects = _suspects(self._shapes, graph)
        if not any(suspects.values()):
            return Validation((), _conforming_report())
        results = _judge(graph, _aimed(self._shapes, suspects))
        findings = _findings(results, self._shapes, graph)
        return Validation(tuple(sorted(set(findings))), _report_text(results))


class _Graph:
    """Triples by subject and predicate, by predicate and object."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = list(dict.fromkeys(triples))
        self._objects: dict[Term, dict[Term, list[Term]]] = {}
        self._subjects: dict[Term, dict[Term, list[Term]]] = {}
        for t in self.triples:
            self._objects.setdefault(t.subject, {}).setdefault(t.predicate, []).append(t.object)
            self._subjects.setdefault(t.predicate, {}).setdefault(t.object, []).append(t.subject)
        self._below: dict[Term, frozenset[Term]] = {}

    def objects(self, subject: Term, predicate: Term) -> list[Term]:
        return self._objects.get(subject, {}).get(predicate, [])

    def subjects(self, predicate: Term, target: Term) -> list[Term]:
        return self._subjects.get(predicate, {}).get(target, [])

    def about(self, subject: Term) -> dict[Term, list[Term]]:
        return self._objects.get(subject, {})

    def ends(self, predicate: Term) -> tuple[set[Term], set[Term]]:
        """Everything that a predicate leads from, and to."""
        by_object = self._subjects.get(predicate, {})
        return {subject for each in by_object.values() for subject in each}, set(by_object)

    def members(self, head: Term) -> list[Term]:
        """The members of an rdf:List."""
        found: list[Term] = []
        while head != _NIL and self.objects(head, _FIRST) and len(found) < len(self.triples):
            found += self.objects(head, _FIRST)
            head = next(iter(self.objects(head, _REST)), _NIL)
        return found

    def below(self, class_: Term) -> frozenset[Term]:
        """The class and all its sub-classes."""
        if class_ not in self._below:
            seen, waiting = {class_}, [class_]
            while waiting:
                more = set(self.subjects(SUB_CLASS_OF, waiting.pop())) - seen
                seen |= more
                waiting += more
            self._below[class_] = frozenset(seen)
        return self._below[class_]

    def instances(self, class_: Term) -> set[Term]:
        return {thing for each in self.below(class_) for thing in self.subjects(RDF_TYPE, each)}

    def is_a(self, thing: Term, class_: Term) -> bool:
        return not self.below(class_).isdisjoint(self.objects(thing, RDF_TYPE))


# Which things might fail.

_TARGETS = tuple(_sh(f"target{kind}") for kind in ("Class", "Node", "SubjectsOf", "ObjectsOf"))
_WORDS_ABOUT_A_SHAPE = {
    _sh(local)
    for local in ("path", "severity", "message", "description", "name", "order", "group", "defaultValue")
} | set(_TARGETS)


def _suspects(shapes: _Graph, data: _Graph) -> dict[Term, set[Term]]:
    """For each shape with targets, the things that are not surely right."""
    aiming = {shape for target in _TARGETS for shape in shapes.ends(target)[0]}
    implicit = shapes.instances(_CLASS) & (
        set(shapes.subjects(RDF_TYPE, _sh("NodeShape")))
        | set(shapes.subjects(RDF_TYPE, _sh("PropertyShape")))
    )
    found = {}
    for shape in aiming | implicit:
        things = _targets(shape, shapes, data) | (data.instances(shape) if shape in implicit else set())
        tests = _tests(shape, shapes, data)
        found[shape] = things if tests is None else {t for t in things if not all(test(t) for test in tests)}
    return found


def _targets(shape: Term, shapes: _Graph, data: _Graph) -> set[Term]:
    in_class, named, from_, to = _TARGETS
    things = set(shapes.objects(shape, named))
    for class_ in shapes.objects(shape, in_class):
        things |= data.instances(class_)
    for predicate in shapes.objects(shape, from_):
        things |= data.ends(predicate)[0]
    for predicate in shapes.objects(shape, to):
        things |= data.ends(predicate)[1]
    return things


_Test = Callable[[Term], bool]


def _tests(shape: Term, shapes: _Graph, data: _Graph) -> list[_Test] | None:
    """Tests that a thing passes only if it keeps the shape; None where the shape says more than that."""
    tests: list[_Test] = []
    path = shapes.objects(shape, _sh("path"))
    values = _values_along(path[0], data) if path else lambda thing: [thing]
    for predicate, parameters in shapes.about(shape).items():
        if predicate in _WORDS_ABOUT_A_SHAPE or not str(predicate).startswith(f"<{SH}"):
            continue
        if predicate == _sh("property") and not path:
            for parameter in parameters:
                nested = _tests(parameter, shapes, data) if shapes.objects(parameter, _sh("path")) else None
                if nested is None:
                    return None
                tests += nested
        elif values is None or predicate not in _KEEPS:
            return None
        else:
            tests += [_KEEPS[predicate](values, parameter, shapes, data) for parameter in parameters]
    return tests if values is not None else None


_Values = Callable[[Term], Sequence[Term]]


def _values_along(path: Term, data: _Graph) -> _Values | None:
    """The values of a plain property; None for any other path."""
    if not isinstance(path, NamedNode):
        return None
    return lambda thing: data.objects(thing, path)


_Keeps = Callable[[_Values, Term, _Graph, _Graph], _Test]


def _each(check: Callable[[Term, Term, _Graph, _Graph], bool]) -> _Keeps:
    def keeps(values: _Values, parameter: Term, shapes: _Graph, data: _Graph) -> _Test:
        return lambda thing: all(check(value, parameter, shapes, data) for value in values(thing))

    return keeps


def _count(check: Callable[[int, int], bool]) -> _Keeps:
    def keeps(values: _Values, parameter: Term, shapes: _Graph, data: _Graph) -> _Test:
        bound = _whole(parameter)
        return lambda thing: bound is not None and check(len(values(thing)), bound)

    return keeps


_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_SURE_FORMS = {
    XSD + "string": re.compile(r".*", re.DOTALL),
    RDF + "langString": re.compile(r".*", re.DOTALL),
    XSD + "integer": _WHOLE,
    XSD + "decimal": re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?"),
    XSD + "boolean": re.compile(r"true|false"),
}


def _whole(term: Term) -> int | None:
    """The number of a plain xsd:integer."""
    if isinstance(term, Literal) and term.datatype.value == XSD + "integer" and _WHOLE.fullmatch(term.value):
        return int(term.value)
    return None


def _has_datatype(value: Term, wanted: Term, shapes: _Graph, data: _Graph) -> bool:
    if not isinstance(value, Literal) or value.datatype != wanted:
        return False
    form = _SURE_FORMS.get(value.datatype.value)
    return form is not None and form.fullmatch(value.value) is not None


def _has_kind(value: Term, wanted: Term, shapes: _Graph, data: _Graph) -> bool:
    kind = {NamedNode: "IRI", BlankNode: "BlankNode", Literal: "Literal"}.get(type(value))
    return kind is not None and kind in str(wanted).rpartition("#")[2].rstrip(">").split("Or")


def _matches(value: Term, pattern: Term, shapes: _Graph, data: _Graph) -> bool:
    if not isinstance(value, NamedNode | Literal) or not isinstance(pattern, Literal):
        return False
    return re.search(pattern.value, value.value) is not None


def _compared(check: Callable[[int, int], bool]) -> _Keeps:
    def compare(value: Term, bound: Term, shapes: _Graph, data: _Graph) -> bool:
        left, right = _whole(value), _whole(bound)
        return left is not None and right is not None and check(left, right)

    return _each(compare)


_KEEPS: dict[Term, _Keeps] = {
    _sh("minCount"): _count(lambda count, bound: count >= bound),
    _sh("maxCount"): _count(lambda count, bound: count <= bound),
    _sh("class"): _each(
        lambda value, class_, shapes, data: not isinstance(value, Literal) and data.is_a(value, class_)
    ),
    _sh("datatype"): _each(_has_datatype),
    _sh("nodeKind"): _each(_has_kind),
    _sh("in"): _each(lambda value, head, shapes, data: value in shapes.members(head)),
    _sh("pattern"): _each(_matches),
    _sh("minInclusive"): _compared(lambda left, right: left >= right),
    _sh("maxInclusive"): _compared(lambda left, right: left <= right),
    _sh("minExclusive"): _compared(lambda left, right: left > right),
    _sh("maxExclusive"): _compared(lambda left, right: left < right),
}


def _aimed(shapes: _Graph, suspects: dict[Term, set[Term]]) -> list[Triple]:
    """The shapes with their targets replaced by the things to be judged."""
    kept = [t for t in shapes.triples if t.predicate not in _TARGETS and not _implicit(t, suspects, shapes)]
    for shape, things in suspects.items():
        assert isinstance(shape, NamedNode | BlankNode)
        kept += [Triple(shape, _sh("targetNode"), thing) for thing in things]
    return kept


def _implicit(triple: Triple, suspects: dict[Term, set[Term]], shapes: _Graph) -> bool:
    """Whether the triple makes a shape a class, and so everything in the class its target."""
    is_class = triple.predicate == RDF_TYPE and triple.object in shapes.below(_CLASS)
    return is_class and triple.subject in suspects


# Judging, by pyshacl.


def _judge(data: _Graph, shapes: list[Triple]) -> rdflib.Graph:
    # Costly to import, and needed for a few commands only.
    import pyshacl
    import rdflib
    from pyshacl.errors import ReportableRuntimeError

    from kg.closure.converting import to_graph

    try:
        _, report, text = pyshacl.validate(
            to_graph(data.triples),
            shacl_graph=to_graph(shapes),
            inference="none",
            advanced=False,
            inplace=True,
            do_owl_imports=False,
        )
    except (ReportableRuntimeError, re.error) as fault:
        raise _unusable(str(fault)) from fault
    if not isinstance(report, rdflib.Graph):
        raise _unusable(str(text))
    return report


def _unusable(reason: str) -> SchemaError:
    return SchemaError(
        "KG190", "shapes that cannot be run", found=reason, want="SHACL Core", do="mend the shape"
    )


# What pyshacl says, in our words.

_SEVERITIES = {"Violation": "error", "Warning": "warning", "Info": "info"}
_CODES = {
    "KG801": ("MinCount", "QualifiedMinCount"),
    "KG802": ("MaxCount", "QualifiedMaxCount"),
    "KG803": ("Class",),
    "KG804": ("Datatype", "NodeKind"),
    "KG805": ("In", "HasValue"),
    "KG806": ("Pattern", "MinLength", "MaxLength", "LanguageIn", "UniqueLang"),
    "KG807": ("MinInclusive", "MaxInclusive", "MinExclusive", "MaxExclusive"),
    "KG808": ("Equals", "Disjoint", "LessThan", "LessThanOrEquals"),
    "KG809": ("Node", "Property", "And", "Or", "Not", "Xone"),
    "KG810": ("Closed",),
    "KG811": ("SPARQL",),
}
_CODE_OF = {component: code for code, components in _CODES.items() for component in components}
_MOST_VALUES_SHOWN = 5


def _findings(results: rdflib.Graph, shapes: _Graph, data: _Graph) -> Iterator[Finding]:
    report = _Graph(_triples(results))
    heads = report.subjects(RDF_TYPE, _sh("ValidationReport"))
    for result in (each for head in heads for each in report.objects(head, _sh("result"))):
        yield _finding(result, report, shapes, data)


def _triples(results: rdflib.Graph) -> Iterator[Triple]:
    from kg.closure.converting import from_rdflib

    for subject, predicate, target in results:
        yield Triple(from_rdflib(subject), from_rdflib(predicate), from_rdflib(target))  # type: ignore[arg-type]


def _finding(result: Term, report: _Graph, shapes: _Graph, data: _Graph) -> Finding:
    def only(local: str) -> Term | None:
        return next(iter(report.objects(result, _sh(local))), None)

    shape, focus, path = only("sourceShape"), only("focusNode"), only("resultPath")
    component = _local(only("sourceConstraintComponent")).removesuffix("ConstraintComponent")
    code = _CODE_OF.get(component, "KG800")
    messages = _messages(report.objects(result, _sh("resultMessage")))
    return Finding(
        code=code,
        severity=_SEVERITIES.get(_local(only("resultSeverity")), "error"),
        what=_preferred(messages) or KINDS[code],
        found=_found(only("value"), focus, path, data),
        want=_wanted(shape, component, shapes),
        do=f"kg explain {code}",
        focus=_text(focus),
        path=_path_text(path, report),
        value=str(only("value") or ""),
        shape=_text(_named(shape, shapes)),
        component=component,
        messages=messages,
    )


def _local(term: Term | None) -> str:
    return term.value.rpartition("#")[2] if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else str(term or "")


def _messages(found: list[Term]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((m.language or "", m.value) for m in found if isinstance(m, Literal)))


def _preferred(messages: tuple[tuple[str, str], ...]) -> str:
    """English, else what has no language, else the first."""
    ordered = sorted(messages, key=lambda m: (not m[0].startswith("en"), m))
    return ordered[0][1] if ordered else ""


def _named(shape: Term | None, shapes: _Graph) -> Term | None:
    """The shape, or the nearest one with a name that holds it."""
    seen: set[Term] = set()
    while isinstance(shape, BlankNode) and shape not in seen:
        seen.add(shape)
        shape = next(iter(sorted(shapes.subjects(_sh("property"), shape), key=str)), None)
    return shape


def _found(value: Term | None, focus: Term | None, path: Term | None, data: _Graph) -> str:
    """The offending value, or all values of the property where it is their number that offends."""
    if value is not None or focus is None or not isinstance(path, NamedNode):
        return str(value or "")
    values = sorted(map(str, data.objects(focus, path)))
    shown = ", ".join(values[:_MOST_VALUES_SHOWN]) + (", …" if len(values) > _MOST_VALUES_SHOWN else "")
    return f"{len(values)} values: {shown}" if values else "no value"


def _wanted(shape: Term | None, component: str, shapes: _Graph) -> str:
    """The constraint as the shape states it, such as `sh:maxCount 1`."""
    parameter = component[:1].lower() + component[1:]
    if shape is None or not parameter:
        return ""
    stated: list[str] = []
    for value in shapes.objects(shape, _sh(parameter)):
        members = shapes.members(value)
        stated.append(f"( {' '.join(map(str, members))} )" if members else _bare(value))
    return f"sh:{parameter} {', '.join(sorted(stated))}" if stated else ""


def _bare(term: Term) -> str:
    """Numbers without their datatype, and nothing for what has no name."""
    if isinstance(term, Literal):
        return term.value
    return "" if isinstance(term, BlankNode) else str(term)


_PATH_SUFFIXES = {_sh("zeroOrMorePath"): "*", _sh("oneOrMorePath"): "+", _sh("zeroOrOnePath"): "?"}


def _path_text(path: Term | None, report: _Graph) -> str:
    """A property's IRI, or the path as SPARQL writes it."""
    if not isinstance(path, BlankNode):
        return _text(path)
    return _part_text(path, report)


def _part_text(path: Term, report: _Graph) -> str:
    if isinstance(path, NamedNode):
        return str(path)
    for steps in report.objects(path, _sh("alternativePath")):
        return f"({'|'.join(_part_text(step, report) for step in report.members(steps))})"
    for inner in report.objects(path, _sh("inversePath")):
        return f"^{_part_text(inner, report)}"
    for predicate, suffix in _PATH_SUFFIXES.items():
        for inner in report.objects(path, predicate):
            return f"({_part_text(inner, report)}){suffix}"
    return "/".join(_part_text(step, report) for step in report.members(path))


def _report_text(results: rdflib.Graph) -> str:
    return _canonical(_triples(results))


def _conforming_report() -> str:
    head = BlankNode("report")
    conforms = Literal("true", datatype=NamedNode(XSD + "boolean"))
    return _canonical(
        [Triple(head, RDF_TYPE, _sh("ValidationReport")), Triple(head, _sh("conforms"), conforms)]
    )


def _canonical(triples: Iterable[Triple]) -> str:
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad.triple} .\n" for quad in dataset))
