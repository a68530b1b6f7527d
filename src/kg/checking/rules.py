"""Shapes that nothing can keep, or that would not say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.checking.workspace import ENGINE, Node, Workspace, finding
from kg.findings import Finding
from kg.names import SH


def check(workspace: Workspace) -> Iterator[Finding]:
    """KG128, KG129 and KG134; in no order."""
    yield from _impossible(workspace)
    yield from _silent(workspace)
    yield from _loose(workspace)


def _impossible(workspace: Workspace) -> Iterator[Finding]:
    """KG128: a least number above the greatest."""
    for least, most in (
        ("minCount", "maxCount"),
        ("minInclusive", "maxInclusive"),
        ("minLength", "maxLength"),
    ):
        for each in workspace.having(SH + least):
            for other in workspace.about(each.triple.subject, SH + most):
                low, high = _number(each.triple.object), _number(other.triple.object)
                if low is not None and high is not None and low > high:
                    yield finding(
                        "KG128",
                        "rule that nothing can keep",
                        [each.place, other.place],
                        focus=each.triple.subject,
                        path=SH + least,
                        found=f"sh:{least} {low} and sh:{most} {high}",
                        want=f"sh:{least} no greater than sh:{most}",
                        do="mend one of the two",
                    )


def _number(term: Node) -> float | None:
    try:
        return float(term.value) if isinstance(term, Literal) else None
    except ValueError:
        return None


def _silent(workspace: Workspace) -> Iterator[Finding]:
    """KG129: a property shape without a message in one of the project's languages."""
    for shape, made in sorted(
        {_node(s.triple.subject): s for s in workspace.having(SH + "path")}.items(), key=str
    ):
        if made.group == ENGINE:
            continue
        said = {o.language for o in workspace.objects(shape, SH + "message") if isinstance(o, Literal)}
        missing = [language for language in workspace.languages if language not in said]
        if missing:
            yield finding(
                "KG129",
                "rule without a message",
                [made.head],
                severity="warning",
                focus=shape,
                found=f"{workspace.short(shape)} has no sh:message in {', '.join(missing)}",
                want="what is wanted, and where to look, for those who break it",
                do="add sh:message",
            )


def _node(term: Node) -> NamedNode | BlankNode:
    assert isinstance(term, NamedNode | BlankNode)
    return term


def _loose(workspace: Workspace) -> Iterator[Finding]:
    """KG134: a property shape that no node shape has, so that it is never tried."""
    held = {s.triple.object for s in workspace.having(SH + "property")}
    aims = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
    targets = {s.triple.subject for aim in aims for s in workspace.having(SH + aim)}
    for each in workspace.typed(SH + "PropertyShape"):
        shape = each.triple.subject
        if each.group == ENGINE or shape in held or shape in targets or workspace.naming(shape):
            continue
        yield finding(
            "KG134",
            "rule that is never tried",
            [each.head],
            severity="warning",
            focus=shape,
            found=f"{workspace.short(shape)} belongs to no node shape",
            want="a node shape with sh:property that names it",
            do="add it to the shape of its class, or remove it",
        )
