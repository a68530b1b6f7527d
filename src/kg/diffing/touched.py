"""The quads in which two datasets differ, by what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import NamedNode, Quad, Triple

from kg.diffing.patching import Patch, quads
from kg.diffing.sides import Side, is_of_domain


@dataclass(frozen=True)
class Touched:
    """What differs between A and B, before it is told.

    Args:
        a: The one before.
        b: The one after.
        removed: Quads of A alone.
        added: Quads of B alone.
    """

    a: Side
    b: Side
    removed: tuple[Quad, ...]
    added: tuple[Quad, ...]
    _nodes: dict[str, list[NamedNode]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, a: Side, b: Side, patch: Patch) -> Touched:
        return cls(a, b, tuple(quads(patch.removed)), tuple(quads(patch.added)))

    @cached_property
    def subjects(self) -> tuple[NamedNode, ...]:
        """Whatever a quad in which they differ is about; sorted."""
        found = {q.subject for q in (*self.removed, *self.added) if isinstance(q.subject, NamedNode)}
        return tuple(sorted(found, key=lambda node: node.value))

    def of_class(self, local: str) -> Iterator[tuple[NamedNode, bool, bool]]:
        """Each node of a class of the engine that differs, with whether A has it and whether B has it."""
        for node in self.subjects:
            before, after = self.a.is_a(node, local), self.b.is_a(node, local)
            if before or after:
                yield node, before, after

    def triples(self, *graphs: str) -> list[Triple]:
        """What differs in these graphs and says something of the world; sorted, each once."""
        wanted = {graph.value for side in (self.a, self.b) for graph in side.graphs(*graphs)}
        found = {
            q.triple
            for q in (*self.removed, *self.added)
            if isinstance(q.graph_name, NamedNode) and q.graph_name.value in wanted and is_of_domain(q.triple)
        }
        return sorted(found, key=str)

    def differs(self, graph: str) -> bool:
        """Whether anything differs in a graph."""
        wanted = {self.a.graph(graph), self.b.graph(graph)}
        return any(q.graph_name in wanted for q in (*self.removed, *self.added))


def way(before: bool, after: bool) -> str:
    """Which of `records.WAYS` it is."""
    return "changed" if before and after else "came" if after else "went"


def first(*texts: str) -> str:
    """The first that is not empty."""
    return next(filter(None, texts), "")


def listed(parts: Iterable[str], most: int = 6) -> str:
    """Parts joined by `, `, each once and sorted; what is beyond is counted."""
    told = sorted(set(parts) - {""})
    more = f" and {len(told) - most} more" if len(told) > most else ""
    return ", ".join(told[:most]) + more
