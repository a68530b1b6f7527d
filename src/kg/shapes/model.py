"""A shapes graph as typed objects, and which of its shapes cannot be compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.names import RDF_TYPE, RDFS, SH, XSD
from kg.shapes.graph import Term, TripleIndex, below, sh
from kg.shapes.paths import PathError, path_text

__all__ = ["Shape", "ShapesGraph"]

TARGETS = tuple(sh(f"target{kind}") for kind in ("Class", "Node", "SubjectsOf", "ObjectsOf"))
_ONE_SHAPE = tuple(map(sh, ("node", "not", "property", "qualifiedValueShape")))
_MANY_SHAPES = tuple(map(sh, ("and", "or", "xone")))
_WORDS = {
    *TARGETS,
    *map(sh, ("path", "severity", "message", "name", "description", "order", "group", "defaultValue")),
    *map(sh, ("deactivated", "prefixes", "declare", "select")),
}
_ONE_VALUE = set(
    map(
        sh,
        (
            "datatype", "nodeKind", "minCount", "maxCount", "minLength", "maxLength", "languageIn",
            "uniqueLang", "closed", "in", "flags", "qualifiedMinCount", "qualifiedMaxCount",
            "qualifiedValueShape", "qualifiedValueShapesDisjoint", "ignoredProperties",
        ),
    )
)  # fmt: skip
_FOR_PROPERTIES = set(
    map(sh, ("minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualifiedValueShape"))
)
_NUMBERS = set(
    map(sh, ("minCount", "maxCount", "minLength", "maxLength", "qualifiedMinCount", "qualifiedMaxCount"))
)
_IRIS = set(map(sh, ("class", "datatype", "nodeKind", "equals", "disjoint", "lessThan", "lessThanOrEquals")))
_LITERALS = set(map(sh, ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "pattern", "flags")))
_BOOLEANS = set(map(sh, ("uniqueLang", "closed", "qualifiedValueShapesDisjoint")))
_LISTS = set(map(sh, ("in", "languageIn", "ignoredProperties"))) | set(_MANY_SHAPES)
_CONSTANTS = {sh("hasValue")}
_KNOWN = _ONE_VALUE | _IRIS | _LITERALS | _LISTS | _CONSTANTS | {*_ONE_SHAPE, sh("sparql")}
_FLAGS = re.compile("[imsx]*")
# Pre-binding is not defined for these, or is not what binding a variable in each group comes to.
_SPARQL_LEFT_OUT = re.compile(
    r"\b(MINUS|VALUES|SERVICE|CONSTRUCT|ASK|DESCRIBE|FROM|GRAPH)\b|\bSELECT\b.*\bSELECT\b"
    r"|\bAS\s+[?$]this\b|[?$](shapesGraph|currentShape)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or a property shape.

    Args:
        node: Its name.
        path: The property path as SPARQL writes it; "" for a node shape.
        path_node: The node that stands for the path in the shapes graph.
        severity: An IRI such as sh:Violation.
        messages: In the order of their text.
        parameters: Property → values, of what the shape demands.
    """

    node: Term
    path: str
    path_node: Term | None
    severity: NamedNode
    messages: tuple[Literal, ...]
    parameters: dict[Term, list[Term]]

    def values(self, local: str) -> list[Term]:
        """The values of a parameter of SHACL's vocabulary."""
        return self.parameters.get(sh(local), [])


class ShapesGraph:
    """All shapes of a graph.

    Args:
        graph: SHACL Core and SHACL-SPARQL.
    """

    def __init__(self, graph: TripleIndex) -> None:
        self.graph = graph
        self._shapes: dict[Term, Shape] = {}

    @cached_property
    def aiming(self) -> tuple[Term, ...]:
        """Every shape with targets, sorted; classes that are shapes aim at their instances."""
        found = {shape for target in TARGETS for shape in self.graph.having(target)}
        return tuple(sorted(found | self._implicit, key=str))

    @cached_property
    def _implicit(self) -> set[Term]:
        classes = below(NamedNode(RDFS + "Class"), self.graph)
        return {
            node
            for kind in ("NodeShape", "PropertyShape")
            for node in self.graph.subjects(RDF_TYPE, sh(kind))
            if not classes.isdisjoint(self.graph.objects(node, RDF_TYPE))
        }

    def target_classes(self, shape: Term) -> list[Term]:
        """The classes whose instances a shape aims at, itself included where it is one."""
        return [*self.graph.objects(shape, TARGETS[0]), *([shape] if shape in self._implicit else [])]

    def is_active(self, shape: Term) -> bool:
        """Whether a shape is not deactivated."""
        given = self.graph.only(shape, sh("deactivated"))
        return not (isinstance(given, Literal) and given.value in ("true", "1"))

    def shape(self, node: Term) -> Shape:
        """The shape of that name, which `reason` finds nothing wrong with."""
        found = self._shapes.get(node)
        if found is None:
            found = self._shapes[node] = self._read(node)
        return found

    def _read(self, node: Term) -> Shape:
        path_node = self.graph.only(node, sh("path"))
        severity = self.graph.only(node, sh("severity"))
        messages = [m for m in self.graph.objects(node, sh("message")) if isinstance(m, Literal)]
        return Shape(
            node=node,
            path=path_text(path_node, self.graph) if path_node is not None else "",
            path_node=path_node,
            severity=severity if isinstance(severity, NamedNode) else sh("Violation"),
            messages=tuple(sorted(messages, key=str)),
            parameters={p: v for p, v in self.graph.about(node).items() if p in _KNOWN or p == sh("flags")},
        )

    def members(self, head: Term) -> list[Term]:
        """The members of a list in the shapes graph, each once."""
        return list(dict.fromkeys(self.graph.members(head)))

    # -- what cannot be compiled --------------------------------------------------------------------------

    def reason(self, shape: Term, within: tuple[Term, ...] = ()) -> str:
        """Why a shape, or one that it refers to, cannot be compiled; "" where it can.

        What is malformed cannot be compiled either: pyshacl says what is wrong with it.
        """
        if shape in within:
            return "it refers back to itself"
        if not isinstance(shape, NamedNode | BlankNode) or not self.graph.about(shape):
            return f"there is no shape {shape}"
        own = next(self._faults(shape), "")
        return own or next(
            filter(None, (self.reason(other, (*within, shape)) for other in self._referred(shape))), ""
        )

    def unsafe(self, shape: Term) -> str:
        """Why a shape that can be compiled must not be where numbers stand in another form than the store's."""
        if self.graph.objects(shape, sh("sparql")):
            return "its SPARQL would see numbers in another form than the data have"
        return next(filter(None, map(self.unsafe, self._referred(shape))), "")

    def _referred(self, shape: Term) -> Iterator[Term]:
        for predicate in _ONE_SHAPE:
            yield from self.graph.objects(shape, predicate)
        for predicate in _MANY_SHAPES:
            for head in self.graph.objects(shape, predicate):
                yield from self.graph.members(head)

    def _faults(self, shape: Term) -> Iterator[str]:
        yield from self._faults_of_path(shape)
        for component in self._custom:
            if component <= self.graph.about(shape).keys():
                yield "it uses a constraint component of its own"
        for predicate, values in self.graph.about(shape).items():
            if predicate in _WORDS or not str(predicate).startswith(f"<{SH}"):
                continue
            name = str(predicate)[len(SH) + 1 : -1]
            if predicate not in _KNOWN:
                yield f"sh:{name} is not compiled"
            elif predicate in _ONE_VALUE and len(values) > 1:
                yield f"sh:{name} has {len(values)} values"
            else:
                yield from (f"sh:{name} {v}" for v in values if not self._is_usable(predicate, v))
        for constraint in self.graph.objects(shape, sh("sparql")):
            yield from self._faults_of_sparql(constraint)

    def _faults_of_path(self, shape: Term) -> Iterator[str]:
        paths = self.graph.objects(shape, sh("path"))
        if len(paths) > 1:
            yield "it has more than one path"
        for path in paths:
            try:
                path_text(path, self.graph)
            except PathError as fault:
                yield str(fault)
        is_property = sh("PropertyShape") in self.graph.objects(shape, RDF_TYPE)
        if not paths and (is_property or self.graph.subjects(sh("property"), shape)):
            yield "it is a property shape without a path"
        if not paths and not _FOR_PROPERTIES.isdisjoint(self.graph.about(shape).keys()):
            yield "it counts the values of no property"
        counts = {sh("qualifiedMinCount"), sh("qualifiedMaxCount")}
        counted = self.graph.objects(shape, sh("qualifiedValueShape"))
        if counted and counts.isdisjoint(self.graph.about(shape).keys()):
            yield "sh:qualifiedValueShape stands without a number"

    def _is_usable(self, predicate: Term, value: Term) -> bool:
        if predicate in _NUMBERS:
            return isinstance(value, Literal) and _is_count(value)
        if predicate in _IRIS:
            return isinstance(value, NamedNode)
        if predicate in _BOOLEANS:
            return isinstance(value, Literal) and value.datatype.value == XSD + "boolean"
        if predicate in _LISTS:
            return self._is_usable_list(predicate, value)
        if predicate in _CONSTANTS:
            return isinstance(value, NamedNode | Literal)
        if predicate == sh("flags"):
            return isinstance(value, Literal) and _FLAGS.fullmatch(value.value) is not None
        if predicate == sh("pattern"):
            return isinstance(value, Literal) and _is_expression(value.value)
        return predicate not in _LITERALS or isinstance(value, Literal)

    def _is_usable_list(self, predicate: Term, head: Term) -> bool:
        if not self.graph.is_list(head):
            return False
        members = self.graph.members(head)
        if predicate == sh("languageIn"):
            return all(isinstance(m, Literal) for m in members)
        if predicate == sh("ignoredProperties"):
            return all(isinstance(m, NamedNode) for m in members)
        if predicate == sh("in"):
            return all(isinstance(m, NamedNode | Literal) for m in members)
        return bool(members)

    def _faults_of_sparql(self, constraint: Term) -> Iterator[str]:
        texts = self.graph.objects(constraint, sh("select"))
        if len(texts) != 1 or not isinstance(texts[0], Literal):
            yield "sh:sparql without one sh:select"
        elif found := _SPARQL_LEFT_OUT.search(texts[0].value):
            yield f"its SPARQL says {found.group().split()[0]}"
        unknown = self.graph.about(constraint).keys() - _WORDS - _KNOWN - {RDF_TYPE}
        if unknown := {p for p in unknown if str(p).startswith(f"<{SH}")}:
            yield f"its sh:sparql has {min(map(str, unknown))}"

    @cached_property
    def _custom(self) -> list[set[Term]]:
        """The parameters that have to be there, for each constraint component of the graph's own."""
        kinds = below(sh("ConstraintComponent"), self.graph)
        components = {node for kind in kinds for node in self.graph.subjects(RDF_TYPE, kind)}
        own = (c for c in components if not str(c).startswith(f"<{SH}"))
        return [needed for c in own if (needed := self._parameters(c))]

    def _parameters(self, component: Term) -> set[Term]:
        """The parameters that a constraint component cannot do without."""
        nodes = self.graph.objects(component, sh("parameter"))
        needed = (node for node in nodes if not self._is_optional(node))
        return {path for node in needed for path in self.graph.objects(node, sh("path"))}

    def _is_optional(self, parameter: Term) -> bool:
        given = self.graph.only(parameter, sh("optional"))
        return isinstance(given, Literal) and given.value in ("true", "1")


def _is_count(value: Literal) -> bool:
    return value.datatype.value == XSD + "integer" and re.fullmatch("[0-9]{1,9}", value.value) is not None


def _is_expression(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
