"""SPARQL-based constraints: a SELECT of the shape's own, asked of each focus node."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.names import SH
from kg.shapes.compiling import FOCUS
from kg.shapes.graph import Term, sh
from kg.shapes.model import Shape, ShapesGraph
from kg.shapes.results import Result
from kg.shapes.values import decoded

__all__ = ["Sparql", "sparql_of"]

# Strings, IRIs and comments, in which a brace opens nothing.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>{}|^`\\\s]*>|#[^\n]*|\{",
    re.DOTALL,
)
_ONE_BY_ONE = re.compile(
    r"\b(GROUP|HAVING|LIMIT|OFFSET|REDUCED|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\b", re.IGNORECASE
)
_SELECTS_THIS = re.compile(r"\bSELECT\b(?:(?!\bWHERE\b|\{).)*(?:[?$]this\b|\*)", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class Sparql:
    """A SPARQL constraint of one shape.

    Args:
        text: SELECT with its prefixes, `$PATH` filled in; `FOCUS` binds `?this` in each of its groups.
        together: Whether one query can ask for all focus nodes, and not only for one at a time.
        node: The constraint.
        messages: Its own, or the shape's; with places such as `{?value}`.
    """

    text: str
    together: bool
    node: Term
    messages: tuple[Literal, ...]

    def result(self, shape: Shape, focus: Term, row: dict[str, Term]) -> Result:
        """What one solution says.

        Source:
            Shapes Constraint Language (W3C, 2017), section 5.3.2.
        """
        path, value = row.get("path"), row.get("value")
        if value is None and not shape.path:
            value = focus
        return Result(
            focus=decoded(row.get("this", focus)),
            path=path if isinstance(path, NamedNode) else shape.path_node,
            value=None if value is None else decoded(value),
            component=NamedNode(SH + "SPARQLConstraintComponent"),
            severity=shape.severity,
            shape=shape.node,
            messages=tuple(_filled(m, {"this": focus, **row}) for m in self.messages),
            constraint=self.node,
        )


def sparql_of(constraint: Term, shape: Shape, shapes: ShapesGraph) -> Sparql:
    """The constraint, ready to be asked."""
    graph = shapes.graph
    select = graph.only(constraint, sh("select"))
    text = select.value if isinstance(select, Literal) else ""
    if shape.path:
        text = re.sub(r"\$PATH\b", lambda _: shape.path, text)
    own = tuple(m for m in graph.objects(constraint, sh("message")) if isinstance(m, Literal))
    messages = tuple(sorted(own, key=str)) or shape.messages
    # A pre-bound variable has its value in every group, also where a variable of SPARQL would have none.
    bound = _TOKEN.sub(lambda found: f"{{ {FOCUS} " if found.group() == "{" else found.group(), text)
    together = _ONE_BY_ONE.search(text) is None and _SELECTS_THIS.search(text) is not None
    return Sparql(_prologue(constraint, shapes) + bound, together, constraint, messages)


def _prologue(constraint: Term, shapes: ShapesGraph) -> str:
    graph = shapes.graph
    found: dict[str, str] = {}
    waiting = graph.objects(constraint, sh("prefixes"))
    seen: set[Term] = set()
    while waiting:
        holder = waiting.pop()
        if holder in seen:
            continue
        seen.add(holder)
        waiting += graph.objects(holder, NamedNode("http://www.w3.org/2002/07/owl#imports"))
        for declaration in graph.objects(holder, sh("declare")):
            prefix = graph.only(declaration, sh("prefix"))
            namespace = graph.only(declaration, sh("namespace"))
            if isinstance(prefix, Literal) and isinstance(namespace, Literal):
                found[prefix.value] = namespace.value
    return "".join(f"PREFIX {prefix}: <{found[prefix]}>\n" for prefix in sorted(found))


def _filled(message: Literal, terms: dict[str, Term]) -> Literal:
    """The message with the values of its places; a place without a value stays as it is."""

    def value(found: re.Match[str]) -> str:
        term = terms.get(found.group(1))
        if term is None:
            return found.group()
        term = decoded(term)
        return term.value if isinstance(term, NamedNode | Literal) else str(term)

    text = _PLACE.sub(value, message.value)
    return Literal(text, language=message.language) if message.language else Literal(text)
