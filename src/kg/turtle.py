"""Turtle and TriG with one form for one graph: the same triples, in any order, give the same bytes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Triple

from kg.names import RDF_TYPE, XSD

Node = NamedNode | BlankNode | Literal | Triple

_PREFIX = re.compile(r"(?:[A-Za-z](?:[A-Za-z0-9_-]*))?\Z")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?\Z")
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    XSD + "boolean": re.compile(r"(?:true|false)\Z"),
}
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Line separators and format characters are escaped too: editors break lines at them, eyes miss them.
_ESCAPED = re.compile(
    r'[\\"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]'
)


def write(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """A graph as Turtle 1.1: sorted, duplicates once, only the prefixes that are used.

    Args:
        triples: In any order; blank nodes get canonical labels, so theirs do not matter.
        prefixes: Prefix without its colon → namespace IRI.

    Returns:
        Text that ends with a line break. Subjects are sorted by IRI, blank nodes last; `rdf:type` comes
        first, the other properties by IRI; objects are sorted. Non-ASCII text stays readable.

    Raises:
        ValueError: when a namespace is no IRI or a prefix has a form that Turtle does not allow.
    """
    return write_graphs([(None, triples)], prefixes)


def write_graphs(
    graphs: Iterable[tuple[NamedNode | None, Iterable[Triple]]], prefixes: Mapping[str, str]
) -> str:
    """The same as TriG; `None` names the default graph.

    Blank nodes get labels per graph: one that stands in two graphs has to be made an IRI before.
    """
    short = _Abbreviations(prefixes)
    blocks: list[str] = []
    for position, (graph, triples) in enumerate(sorted(graphs, key=lambda pair: str(pair[0] or ""))):
        body = "\n".join(_subjects(_canonical(triples, position), short))
        if graph is None:
            blocks.append(body)
        else:
            inner = "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
            blocks.append(f"{short.iri(graph)} {{\n{inner}}}\n")
    header = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in sorted(prefixes.items()) if p in short.used)
    return "\n".join(part for part in [header, *blocks] if part)


def canonical_blanks(quads: Iterable[Quad]) -> list[Quad]:
    """The quads with blank nodes named by RDFC-1.0 (`c14n0` …), whatever their names were."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return list(dataset)


def has_blank(node: Node | Quad) -> bool:
    if isinstance(node, Triple | Quad):
        return has_blank(node.subject) or has_blank(node.object)
    return isinstance(node, BlankNode)


def _canonical(triples: Iterable[Triple], position: int) -> list[Triple]:
    plain: list[Triple] = []
    blank: list[Triple] = []
    for triple in triples:
        (blank if has_blank(triple) else plain).append(triple)
    named = [quad.triple for quad in canonical_blanks(Quad(*triple) for triple in blank)] if blank else []
    return plain + [_prefixed(triple, f"g{position}" if position else "") for triple in named]


def _prefixed(triple: Triple, mark: str) -> Triple:
    """Labels of several graphs in one file must not meet."""

    def rename(node: Node) -> Node:
        if isinstance(node, BlankNode):
            return BlankNode(mark + node.value)
        return _prefixed(node, mark) if isinstance(node, Triple) else node

    if not mark:
        return triple
    return Triple(rename(triple.subject), triple.predicate, rename(triple.object))  # type: ignore[arg-type]


class _Abbreviations:
    """Writes terms, and remembers which prefixes that took."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        for prefix, namespace in prefixes.items():
            NamedNode(namespace)
            if not _PREFIX.match(prefix):
                raise ValueError(f"{prefix!r} is no prefix that Turtle allows")
        # Longest namespace first; of two prefixes for one namespace, the shorter.
        self._ranked = sorted(prefixes.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
        self._known: dict[str, str] = {}
        self.used: set[str] = set()

    def iri(self, node: NamedNode) -> str:
        if node.value not in self._known:
            self._known[node.value] = self._shorten(node.value)
        return self._known[node.value]

    def term(self, node: Node) -> str:
        if isinstance(node, NamedNode):
            return self.iri(node)
        return self._literal(node) if isinstance(node, Literal) else str(node)

    def _shorten(self, iri: str) -> str:
        for prefix, namespace in self._ranked:
            if iri.startswith(namespace) and _LOCAL.match(iri[len(namespace) :]):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        bare = _BARE.get(literal.datatype.value)
        if bare and bare.match(literal.value):
            return literal.value
        quoted = f'"{escape(literal.value)}"'
        if literal.language:
            return f"{quoted}@{literal.language}" + (f"--{literal.direction}" if literal.direction else "")
        return (
            quoted if literal.datatype.value == XSD + "string" else f"{quoted}^^{self.iri(literal.datatype)}"
        )


def term(node: Node) -> str:
    """A term as Turtle and SPARQL take it, its IRIs in full."""
    return _Abbreviations({}).term(node)


def escape(text: str) -> str:
    """Text as it stands between the quotation marks of a Turtle string on one line."""
    return _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


def _subjects(triples: Iterable[Triple], short: _Abbreviations) -> list[str]:
    def subject(triple: Triple) -> tuple[bool, str]:
        return not isinstance(triple.subject, NamedNode), str(triple.subject)

    return [_subject(list(group), short) for _, group in groupby(sorted(triples, key=subject), key=subject)]


def _subject(triples: list[Triple], short: _Abbreviations) -> str:
    """One block of text, closed by a line break, for triples of one subject."""
    objects: dict[NamedNode, set[Node]] = defaultdict(set)
    for triple in triples:
        objects[triple.predicate].add(triple.object)
    lines = []
    for predicate in sorted(objects, key=lambda p: (p != RDF_TYPE, p.value)):
        values = " , ".join(sorted(short.term(value) for value in objects[predicate]))
        lines.append(f"{'a' if predicate == RDF_TYPE else short.iri(predicate)} {values}")
    return f"{short.term(triples[0].subject)} " + " ;\n    ".join(lines) + " .\n"
