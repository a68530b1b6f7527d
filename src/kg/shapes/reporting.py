"""Results of shapes as findings: in our words, with what offends and what is wanted."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.findings import KINDS, Finding
from kg.shapes.graph import Term, TripleIndex, sh
from kg.shapes.paths import PathError, path_text
from kg.shapes.results import Result

__all__ = ["findings_of"]

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


def findings_of(
    results: Iterable[Result], shapes: TripleIndex, data: Iterable[Triple]
) -> tuple[Finding, ...]:
    """A finding for each result, sorted; results that say the same of the same thing stand once."""
    found = list(results)
    if not found:
        return ()
    wanted = {result.focus for result in found}
    known = TripleIndex(t for t in data if t.subject in wanted)
    return tuple(sorted({_finding(result, shapes, known) for result in found}))


def _finding(result: Result, shapes: TripleIndex, data: TripleIndex) -> Finding:
    component = _local(result.component).removesuffix("ConstraintComponent")
    code = _CODE_OF.get(component, "KG800")
    messages = tuple(sorted((m.language or "", m.value) for m in result.messages))
    return Finding(
        code=code,
        severity=_SEVERITIES.get(_local(result.severity), "error"),
        what=_preferred(messages) or KINDS[code],
        found=_found(result, data),
        want=_wanted(result.shape, component, shapes),
        do=f"kg explain {code}",
        focus=_text(result.focus),
        path=_path(result.path, shapes),
        value=str(result.value or ""),
        shape=_text(_named(result.shape, shapes)),
        component=component,
        messages=messages,
    )


def _local(term: NamedNode) -> str:
    return term.value.rpartition("#")[2]


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else str(term or "")


def _preferred(messages: tuple[tuple[str, str], ...]) -> str:
    """English, else what has no language, else the first."""
    ordered = sorted(messages, key=lambda m: (not m[0].startswith("en"), m))
    return ordered[0][1] if ordered else ""


def _named(shape: Term, shapes: TripleIndex) -> Term | None:
    """The shape, or the nearest one with a name that holds it."""
    found: Term | None = shape
    seen: set[Term] = set()
    while isinstance(found, BlankNode) and found not in seen:
        seen.add(found)
        found = next(iter(sorted(shapes.subjects(sh("property"), found), key=str)), None)
    return found


def _found(result: Result, data: TripleIndex) -> str:
    """The offending value, or all values of the property where it is their number that offends."""
    if result.value is not None or not isinstance(result.path, NamedNode):
        return str(result.value or "")
    values = sorted(map(str, data.objects(result.focus, result.path)))
    shown = ", ".join(values[:_MOST_VALUES_SHOWN]) + (", …" if len(values) > _MOST_VALUES_SHOWN else "")
    return f"{len(values)} values: {shown}" if values else "no value"


def _wanted(shape: Term, component: str, shapes: TripleIndex) -> str:
    """The constraint as the shape states it, such as `sh:maxCount 1`."""
    parameter = component[:1].lower() + component[1:]
    stated: list[str] = []
    for value in shapes.objects(shape, sh(parameter)) if parameter else ():
        members = shapes.members(value)
        stated.append(f"( {' '.join(map(str, members))} )" if members else _bare(value))
    return f"sh:{parameter} {', '.join(sorted(stated))}" if stated else ""


def _bare(term: Term) -> str:
    """Numbers without their datatype, and nothing for what has no name."""
    if isinstance(term, Literal):
        return term.value
    return "" if isinstance(term, BlankNode) else str(term)


def _path(path: Term | None, shapes: TripleIndex) -> str:
    """A property's IRI, or the path as SPARQL writes it."""
    if path is None or isinstance(path, NamedNode):
        return _text(path)
    try:
        return path_text(path, shapes)
    except PathError:
        return str(path)
