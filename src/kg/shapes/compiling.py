"""Constraints as SPARQL.

A constraint becomes one SELECT whose rows are its results: `?this` the focus node, `?value` what offends.
Constraints that name other shapes (sh:node, sh:or, …) become a SELECT of the nodes that have to be judged by
those; what is made of the judgement is set algebra, in `running.py`. No query asks for absence of more than
one pattern at a time, which stores answer slowly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.names import SH
from kg.shapes.graph import Term, sh
from kg.shapes.model import Shape, ShapesGraph
from kg.shapes.paths import is_nullable
from kg.shapes.values import encoded, function

__all__ = ["FOCUS", "Check", "checks", "pairs", "values_of"]

FOCUS = "{focus}"
"""Stands in a query for the pattern that binds `?this` to the focus nodes."""


@dataclass(frozen=True, slots=True)
class Check:
    """A constraint that one SELECT judges.

    Args:
        component: Local name of the constraint component, without `ConstraintComponent`.
        select: SPARQL, with `FOCUS` in it.
        not_a: Class whose instances are no offence: what tells them is put in place of `{not_in}`.
    """

    component: str
    select: str
    not_a: Term | None = None


def values_of(shape: Shape, shapes: ShapesGraph) -> str:
    """The pattern that binds `?this` to each focus node and `?value` to each of its value nodes."""
    if not shape.path:
        return f"{FOCUS} BIND(?this AS ?value)"
    along = f"{FOCUS} ?this {shape.path} ?value ."
    if shape.path_node is not None and is_nullable(shape.path_node, shapes.graph):
        # A node that the data do not mention is still a value of its own.
        return f"{{ {along} }} UNION {{ {FOCUS} BIND(?this AS ?value) }}"
    return along


def pairs(shape: Shape, shapes: ShapesGraph) -> str:
    """SPARQL for each focus node with each of its values."""
    return f"SELECT DISTINCT ?this ?value WHERE {{ {values_of(shape, shapes)} }}"


def checks(shape: Shape, shapes: ShapesGraph) -> Iterator[Check]:
    """All constraints of a shape that name no other shape.

    Source:
        Shapes Constraint Language (W3C, 2017), section 4.
    """
    along = values_of(shape, shapes)
    for local, compile_ in _COMPILERS.items():
        for parameter in shape.values(local):
            yield from compile_(_Given(local, parameter, shape, shapes, along))


@dataclass(frozen=True, slots=True)
class _Given:
    local: str
    parameter: Term
    shape: Shape
    shapes: ShapesGraph
    along: str

    @property
    def component(self) -> str:
        return self.local[:1].upper() + self.local[1:]

    @property
    def nullable(self) -> bool:
        """Whether each focus node is among its own values."""
        node = self.shape.path_node
        return node is not None and is_nullable(node, self.shapes.graph)

    @property
    def text(self) -> str:
        return str(encoded(self.parameter))


_Compiler = Callable[[_Given], Iterator[Check]]


def _offending(given: _Given, condition: str) -> Check:
    """Every value for which the condition holds."""
    return Check(given.component, f"SELECT DISTINCT ?this ?value WHERE {{ {given.along} {condition} }}")


def _unless(condition: Callable[[_Given], str]) -> _Compiler:
    """Every value for which the expression is not true; an error is not true either."""

    def compile_(given: _Given) -> Iterator[Check]:
        yield _offending(given, f"FILTER(!COALESCE({condition(given)}, false))")

    return compile_


def _called(name: str, order: str = "{0}, {1}") -> Callable[[_Given], str]:
    return lambda given: f"{function(name)}({order.format('?value', given.text)})"


def _class(given: _Given) -> Iterator[Check]:
    select = f"SELECT DISTINCT ?this ?value WHERE {{ {given.along} {{not_in}} }}"
    yield Check(given.component, select, not_a=given.parameter)


_KINDS = {"IRI": "isIRI(?value)", "BlankNode": "isBlank(?value)", "Literal": "isLiteral(?value)"}


def _node_kind(given: _Given) -> str:
    name = str(given.parameter)[len(SH) + 1 : -1]
    return " || ".join(_KINDS[part] for part in name.split("Or") if part in _KINDS) or "false"


def _in(given: _Given) -> str:
    members = [str(encoded(m)) for m in given.shapes.members(given.parameter)]
    return " || ".join(f"sameTerm(?value, {m})" for m in members) or "false"


def _pattern(given: _Given) -> str:
    flags = given.shape.values("flags")
    told = Literal("".join(f for f in flags[0].value if f in "imsx") if flags else "")  # type: ignore[union-attr]
    pattern = Literal(given.parameter.value)  # type: ignore[union-attr]
    return f"{function('matches')}(?value, {pattern}, {told})"


def _language_in(given: _Given) -> str:
    ranges = " ".join(m.value.lower() for m in given.shapes.members(given.parameter))  # type: ignore[union-attr]
    return f"{function('speaks')}(?value, {Literal(ranges)})"


def _few(given: _Given) -> Iterator[Check]:
    least = int(given.parameter.value)  # type: ignore[union-attr]
    if least == 1:
        absent = f"FILTER NOT EXISTS {{ ?this {given.shape.path} ?value }}"
        select = f"SELECT DISTINCT ?this WHERE {{ {FOCUS} {absent} }}"
        if given.nullable:
            return
        yield Check(given.component, select)
    elif least:
        counted = f"{FOCUS} OPTIONAL {{ {given.along.replace(FOCUS, '')} }}"
        if given.nullable:
            counted = given.along
        yield Check(given.component, _grouped(counted, f"COUNT(DISTINCT ?value) < {least}"))


def _many(given: _Given) -> Iterator[Check]:
    most = int(given.parameter.value)  # type: ignore[union-attr]
    yield Check(given.component, _grouped(given.along, f"COUNT(DISTINCT ?value) > {most}"))


def _grouped(where: str, having: str, by: str = "?this") -> str:
    return f"SELECT ?this WHERE {{ {where} }} GROUP BY {by} HAVING({having})"


def _unique_lang(given: _Given) -> Iterator[Check]:
    if not _is_true(given.parameter):
        return
    tagged = f'{given.along} BIND(LCASE(LANG(?value)) AS ?tag) FILTER(?tag != "")'
    yield Check(given.component, _grouped(tagged, "COUNT(DISTINCT ?value) > 1", "?this ?tag"))


def _has_value(given: _Given) -> Iterator[Check]:
    wanted = given.text
    if not given.shape.path:
        select = f"SELECT DISTINCT ?this WHERE {{ {FOCUS} FILTER(!sameTerm(?this, {wanted})) }}"
    else:
        itself = f" FILTER(!sameTerm(?this, {wanted}))" if given.nullable else ""
        absent = f"FILTER NOT EXISTS {{ ?this {given.shape.path} {wanted} }}"
        select = f"SELECT DISTINCT ?this WHERE {{ {FOCUS} {absent}{itself} }}"
    yield Check(given.component, select)


def _equals(given: _Given) -> Iterator[Check]:
    yield _offending(given, f"FILTER NOT EXISTS {{ ?this {given.text} ?value }}")
    other = f"{FOCUS} ?this {given.text} ?value ."
    if not given.shape.path:
        absent = "FILTER(!sameTerm(?this, ?value))"
    else:
        absent = f"FILTER NOT EXISTS {{ ?this {given.shape.path} ?value }}"
        if given.nullable:
            absent += " FILTER(!sameTerm(?this, ?value))"
    yield Check(given.component, f"SELECT DISTINCT ?this ?value WHERE {{ {other} {absent} }}")


def _disjoint(given: _Given) -> Iterator[Check]:
    yield _offending(given, f"?this {given.text} ?value .")


def _less(name: str) -> _Compiler:
    def compile_(given: _Given) -> Iterator[Check]:
        condition = f"FILTER(!{function(name)}(?value, ?other))"
        where = f"{given.along} ?this {given.text} ?other . {condition}"
        # A result for each pair: a value that is not less than two others offends twice.
        yield Check(given.component, f"SELECT DISTINCT ?this ?value ?other WHERE {{ {where} }}")

    return compile_


def _closed(given: _Given) -> Iterator[Check]:
    if not _is_true(given.parameter):
        return
    allowed = {m for head in given.shape.values("ignoredProperties") for m in given.shapes.members(head)}
    for other in given.shape.values("property"):
        path = given.shapes.graph.only(other, sh("path"))
        if isinstance(path, NamedNode):
            allowed.add(path)
    listed = ", ".join(sorted(map(str, allowed)))
    filtered = f" FILTER(?path NOT IN ({listed}))" if listed else ""
    where = f"{given.along.replace('?value', '?node')} ?node ?path ?value .{filtered}"
    yield Check(given.component, f"SELECT DISTINCT ?this ?node ?path ?value WHERE {{ {where} }}")


def _is_true(term: Term) -> bool:
    """The standard speaks of the term `true`, not of its value."""
    return isinstance(term, Literal) and term.value == "true"


_COMPILERS: dict[str, _Compiler] = {
    "class": _class,
    "datatype": _unless(_called("hasDatatype")),
    "nodeKind": _unless(_node_kind),
    "minCount": _few,
    "maxCount": _many,
    "minExclusive": _unless(_called("less", "{1}, {0}")),
    "minInclusive": _unless(_called("lessOrEqual", "{1}, {0}")),
    "maxExclusive": _unless(_called("less")),
    "maxInclusive": _unless(_called("lessOrEqual")),
    "minLength": _unless(_called("minLength")),
    "maxLength": _unless(_called("maxLength")),
    "pattern": _unless(_pattern),
    "languageIn": _unless(_language_in),
    "uniqueLang": _unique_lang,
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _less("less"),
    "lessThanOrEquals": _less("lessOrEqual"),
    "hasValue": _has_value,
    "in": _unless(_in),
    "closed": _closed,
}
