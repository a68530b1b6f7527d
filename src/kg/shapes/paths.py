"""SHACL property paths as SPARQL property paths."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.shapes.graph import FIRST, Term, TripleIndex, sh

__all__ = ["PathError", "is_nullable", "path_text"]

_SUFFIXES = {sh("zeroOrMorePath"): "*", sh("oneOrMorePath"): "+", sh("zeroOrOnePath"): "?"}
_ALTERNATIVE, _INVERSE = sh("alternativePath"), sh("inversePath")


class PathError(ValueError):
    """A node that is no property path of SHACL."""


def path_text(path: Term, graph: TripleIndex, _within: tuple[Term, ...] = ()) -> str:
    """The path as SPARQL writes it.

    Args:
        path: An IRI, or the node that describes the path.
        graph: Where it is described.

    Raises:
        PathError: It is described by nothing, by two things at once, or by itself.

    Source:
        Shapes Constraint Language (W3C, 2017), section 2.3.1.
    """
    if isinstance(path, NamedNode) and not graph.about(path).keys() & {*_SUFFIXES, _ALTERNATIVE, _INVERSE}:
        return str(path)
    if path in _within:
        raise PathError(f"path that leads back to itself: {path}")
    within = (*_within, path)
    # A list is a path of steps, whatever else is said of it.
    if graph.objects(path, FIRST):
        return (
            f"({'/'.join(_parts(path, graph, within))})" if _within else "/".join(_parts(path, graph, within))
        )
    for steps in graph.objects(path, _ALTERNATIVE):
        return f"({'|'.join(_parts(steps, graph, within))})"
    for inner in graph.objects(path, _INVERSE):
        text = path_text(inner, graph, within)
        return f"^({text})" if text.startswith("^") else f"^{text}"
    for predicate, suffix in _SUFFIXES.items():
        for inner in graph.objects(path, predicate):
            return f"({path_text(inner, graph, within)}){suffix}"
    raise PathError(f"no path: {path}")


def _parts(steps: Term, graph: TripleIndex, within: tuple[Term, ...]) -> list[str]:
    members = graph.members(steps) if graph.is_list(steps) else []
    if len(members) < 2:
        raise PathError(f"path of fewer than two steps: {steps}")
    return [path_text(step, graph, within) for step in members]


def is_nullable(path: Term, graph: TripleIndex) -> bool:
    """Whether the path also leads from a node to itself, over no triple; for a path that has a text."""
    if members := graph.members(path):
        return all(is_nullable(step, graph) for step in members)
    for steps in graph.objects(path, _ALTERNATIVE):
        return any(is_nullable(step, graph) for step in graph.members(steps))
    for predicate in (_INVERSE, sh("oneOrMorePath")):
        for inner in graph.objects(path, predicate):
            return is_nullable(inner, graph)
    return any(graph.objects(path, sh(local)) for local in ("zeroOrMorePath", "zeroOrOnePath"))
