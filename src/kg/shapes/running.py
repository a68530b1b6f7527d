"""Compiled shapes over a store: which focus nodes there are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.names import RDF_TYPE, SH
from kg.shapes.compiling import FOCUS, Check, checks, pairs
from kg.shapes.fallback import unusable
from kg.shapes.graph import SUB_CLASS_OF, Term, TripleIndex, below, sh
from kg.shapes.model import TARGETS, Shape, ShapesGraph
from kg.shapes.results import Result
from kg.shapes.sparql import Sparql, sparql_of
from kg.shapes.values import FUNCTIONS, decoded, encoded

__all__ = ["Run", "loaded"]

_MARK = NamedNode("urn:x-kg:focus")
_Row = dict[str, Term]


def loaded(triples: Iterable[Triple]) -> tuple[Store, bool]:
    """A store of the triples, and whether any of their literals stand in it under a datatype of our own."""
    store = Store()
    verbatim = False

    def quads() -> Iterator[Quad]:
        nonlocal verbatim
        for t in triples:
            given = t.object
            if isinstance(given, Literal) and (term := encoded(given)) is not given:
                verbatim, given = True, term
            yield Quad(t.subject, t.predicate, given)

    store.bulk_extend(quads())
    return store, verbatim


@dataclass(frozen=True, slots=True)
class _Focus:
    """Focus nodes, as a pattern that binds `?this`."""

    pattern: str
    graph: NamedNode | None = None


class Run:
    """One pass of compiled shapes over one graph.

    Args:
        store: The data in its default graph, as `loaded` gives it; named graphs come and go.
        shapes: Those that are judged must be fit to be compiled (`ShapesGraph.reason`).
        plans: Shape → what it is compiled to; filled here, for further passes of the same shapes.
    """

    def __init__(
        self, store: Store, shapes: ShapesGraph, plans: dict[Term, tuple[Check, ...]] | None = None
    ) -> None:
        self._store = store
        self._plans = {} if plans is None else plans
        self._shapes = shapes
        self._subclasses = TripleIndex(
            Triple(q.subject, q.predicate, q.object)
            for q in store.quads_for_pattern(None, SUB_CLASS_OF, None, DefaultGraph())
        )
        self._graphs = 0
        self._populated: dict[Term, list[Term]] = {}

    def judge(self, shape: Term) -> list[Result]:
        """All results of a shape with targets, in no order."""
        focus = self._targets(shape) if self._shapes.is_active(shape) else None
        verdict = self._judged(shape, focus)
        self._forget(focus)
        return [result for results in verdict.found.values() for result in results]

    # -- focus nodes --------------------------------------------------------------------------------------

    def _targets(self, shape: Term) -> _Focus | None:
        """The focus nodes by the targets of a shape; None where there are none."""
        _, named, from_, to = (self._shapes.graph.objects(shape, t) for t in TARGETS)
        classes = {c for target in self._shapes.target_classes(shape) for c in self._with_instances(target)}
        patterns = [f"?this a {c} ." for c in sorted(classes, key=str)]
        patterns += [f"?this {p} ?x_any ." for p in from_]
        patterns += [f"?x_any {p} ?this ." for p in to]
        if any(isinstance(term, BlankNode) for term in named):
            found = {term for pattern in patterns for term in self._column(f"SELECT ?this {{ {pattern} }}")}
            return self._among({*found, *named})
        if named:
            patterns.append(f"VALUES ?this {{ {' '.join(str(encoded(term)) for term in named)} }}")
        # A node that is aimed at twice is judged twice; every query asks for distinct results.
        pattern = patterns[0] if len(patterns) == 1 else " UNION ".join(f"{{ {p} }}" for p in patterns)
        there = bool(patterns) and next(self._column(f"SELECT ?this {{ {pattern} }} LIMIT 1"), None)
        return _Focus(pattern) if there else None

    def _with_instances(self, class_: Term) -> list[Term]:
        """The class and its sub-classes, as far as there are instances of them; sorted."""
        found = self._populated.get(class_)
        if found is None:
            found = self._populated[class_] = [
                c
                for c in sorted(below(class_, self._subclasses), key=str)
                if next(self._store.quads_for_pattern(None, RDF_TYPE, c, DefaultGraph()), None) is not None
            ]
        return found

    def _among(self, terms: Collection[Term]) -> _Focus | None:
        """Focus nodes that are listed, by a graph of their own."""
        if not terms:
            return None
        self._graphs += 1
        graph = NamedNode(f"urn:x-kg:focus/{self._graphs}")
        self._store.bulk_extend(Quad(_MARK, _MARK, term, graph) for term in terms)
        return _Focus(f"GRAPH {graph} {{ {_MARK} {_MARK} ?this }}", graph)

    # -- judging ------------------------------------------------------------------------------------------

    def _judged(self, shape: Term, focus: _Focus | None) -> _Verdict:
        """What is wrong with focus nodes by one shape."""
        verdict = _Verdict()
        if focus is None or not self._shapes.is_active(shape):
            return verdict
        read = self._shapes.shape(shape)
        for check in self._checks(read):
            for row in self._rows(check, focus):
                verdict.add(row["this"], _result(read, check.component, row))
        for constraint in read.values("sparql"):
            self._judge_by_sparql(read, constraint, focus, verdict)
        properties = read.values("property")
        if not read.path:
            # The values of a node shape are its focus nodes: its property shapes judge the same ones.
            for parameter in properties:
                verdict.take(self._judged(parameter, focus))
            properties = []
        if properties or any(read.values(local) for local in _BY_OTHERS):
            self._judge_by_others(read, properties, focus, verdict)
        return verdict

    def _checks(self, shape: Shape) -> tuple[Check, ...]:
        if shape.node not in self._plans:
            self._plans[shape.node] = tuple(checks(shape, self._shapes))
        return self._plans[shape.node]

    def _forget(self, focus: _Focus | None) -> None:
        if focus is not None and focus.graph is not None:
            self._store.remove_graph(focus.graph)

    def _rows(self, check: Check, focus: _Focus) -> Iterator[_Row]:
        text = check.select
        if check.not_a is not None:
            absent = [f"NOT EXISTS {{ ?value a {c} }}" for c in self._with_instances(check.not_a)]
            text = text.replace("{not_in}", f"FILTER({' && '.join(absent)})" if absent else "")
        return self._ask(text.replace(FOCUS, focus.pattern))

    # -- by other shapes ----------------------------------------------------------------------------------

    def _judge_by_others(
        self, shape: Shape, properties: list[Term], focus: _Focus, verdict: _Verdict
    ) -> None:
        text = pairs(shape, self._shapes).replace(FOCUS, focus.pattern)
        rows = list(self._ask(text))
        values = {row["value"] for row in rows}
        for local, wrong_of in _COMBINED.items():
            for parameter in shape.values(local):
                listed = self._shapes.graph.members(parameter) if local in _LISTED else [parameter]
                wrong = wrong_of(values, [self._breaking(other, values) for other in listed])
                for row in rows:
                    if row["value"] in wrong:
                        verdict.add(row["this"], _result(shape, local[:1].upper() + local[1:], row))
        for parameter in properties:
            self._judge_by_property(parameter, rows, verdict)
        for parameter in shape.values("qualifiedValueShape"):
            self._judge_by_number(shape, parameter, rows, focus, verdict)

    def _judge_by_property(self, shape: Term, rows: list[_Row], verdict: _Verdict) -> None:
        inner = self._judged_among(shape, {row["value"] for row in rows})
        for row in rows:
            for result in inner.found.get(row["value"], ()):
                verdict.add(row["this"], result)

    def _breaking(self, shape: Term, terms: Collection[Term]) -> set[Term]:
        """The terms that do not conform to a shape."""
        return set(self._judged_among(shape, terms).found)

    def _judged_among(self, shape: Term, terms: Collection[Term]) -> _Verdict:
        focus = self._among(terms)
        verdict = self._judged(shape, focus)
        self._forget(focus)
        return verdict

    def _judge_by_number(
        self, shape: Shape, counted: Term, rows: list[_Row], focus: _Focus, verdict: _Verdict
    ) -> None:
        """sh:qualifiedMinCount and sh:qualifiedMaxCount: how many values conform, and to no sibling."""
        values = {row["value"] for row in rows}
        conforming = values - self._breaking(counted, values)
        for sibling in self._siblings(shape, counted):
            conforming &= self._breaking(sibling, conforming)
        number = {row["this"]: 0 for row in self._ask(f"SELECT DISTINCT ?this {{ {focus.pattern} }}")}
        for row in rows:
            number[row["this"]] += row["value"] in conforming
        for node, count in number.items():
            for local, is_wrong in (("Min", count.__lt__), ("Max", count.__gt__)):
                for bound in shape.values(f"qualified{local}Count"):
                    if is_wrong(int(bound.value)):  # type: ignore[union-attr]
                        verdict.add(node, _result(shape, f"Qualified{local}Count", {"this": node}))

    def _siblings(self, shape: Shape, counted: Term) -> list[Term]:
        disjoint = shape.values("qualifiedValueShapesDisjoint")
        if not any(isinstance(d, Literal) and d.value in ("true", "1") for d in disjoint):
            return []
        graph = self._shapes.graph
        found = {
            other
            for parent in graph.subjects(sh("property"), shape.node)
            for sister in graph.objects(parent, sh("property"))
            for other in graph.objects(sister, sh("qualifiedValueShape"))
        }
        return sorted(found - {counted}, key=str)

    # -- by SPARQL ----------------------------------------------------------------------------------------

    def _judge_by_sparql(self, shape: Shape, constraint: Term, focus: _Focus, verdict: _Verdict) -> None:
        if not self._shapes.is_active(constraint):
            return
        query = sparql_of(constraint, shape, self._shapes)
        nodes = set(self._column(f"SELECT DISTINCT ?this {{ {focus.pattern} }}"))
        for some in [nodes] if query.together else [{node} for node in nodes]:
            listed = self._among(some)
            if listed is not None:
                self._ask_of(query, shape, listed, None if query.together else next(iter(some)), verdict)
                self._forget(listed)

    def _ask_of(
        self, query: Sparql, shape: Shape, focus: _Focus, this: Term | None, verdict: _Verdict
    ) -> None:
        for row in _distinct(self._ask(query.text.replace(FOCUS, focus.pattern))):
            node = row["this"] if this is None else this
            verdict.add(node, query.result(shape, node, row))

    def _ask(self, text: str) -> Iterator[_Row]:
        try:
            solutions = self._store.query(text, custom_functions=FUNCTIONS)  # type: ignore[arg-type]
        except SyntaxError as fault:
            raise unusable(f"{fault}, in: {text}") from fault
        names = [v.value for v in solutions.variables]  # type: ignore[union-attr]
        for solution in solutions:  # type: ignore[union-attr]
            yield {name: term for name in names if (term := solution[name]) is not None}

    def _column(self, text: str) -> Iterator[Term]:
        return (row["this"] for row in self._ask(text))


@dataclass(slots=True)
class _Verdict:
    """Focus node → what is wrong with it by one shape; those that conform are not in it.

    A property shape within speaks of other nodes than the one whose fault it is.
    """

    found: dict[Term, list[Result]] = field(default_factory=dict)

    def take(self, other: _Verdict) -> None:
        for focus, results in other.found.items():
            self.found.setdefault(focus, []).extend(results)

    def add(self, focus: Term, result: Result) -> None:
        self.found.setdefault(focus, []).append(result)


def _result(shape: Shape, component: str, row: _Row) -> Result:
    value = row.get("value")
    return Result(
        focus=decoded(row["this"]),
        path=row.get("path", shape.path_node),
        value=None if value is None else decoded(value),
        component=NamedNode(f"{SH}{component}ConstraintComponent"),
        severity=shape.severity,
        shape=shape.node,
        messages=shape.messages,
    )


def _distinct(rows: Iterator[_Row]) -> Iterator[_Row]:
    seen: set[tuple[tuple[str, Term], ...]] = set()
    for row in rows:
        key = tuple(sorted(row.items()))
        if key not in seen:
            seen.add(key)
            yield row


# --- what is wrong, by what is wrong by each of the shapes named -------------------------------------------

_Wrong = Callable[[set[Term], list[set[Term]]], set[Term]]


def _all(values: set[Term], broken: list[set[Term]]) -> set[Term]:
    return set().union(*broken)


def _any(values: set[Term], broken: list[set[Term]]) -> set[Term]:
    return values.intersection(*broken)


def _none(values: set[Term], broken: list[set[Term]]) -> set[Term]:
    return values - set().union(*broken)


def _one(values: set[Term], broken: list[set[Term]]) -> set[Term]:
    return {value for value in values if sum(value not in each for each in broken) != 1}


_COMBINED: dict[str, _Wrong] = {"node": _all, "not": _none, "and": _all, "or": _any, "xone": _one}
_LISTED = ("and", "or", "xone")
_BY_OTHERS = (*_COMBINED, "qualifiedValueShape")
