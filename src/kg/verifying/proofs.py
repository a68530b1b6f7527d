"""A file with proofs, Turtle or JSON, as what is to be checked; nothing in it is believed yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KgError
from kg.verifying.matching import RDF, TYPE, Node, Spo

KG = "https://w3id.org/kg-claims#"
PROV = "http://www.w3.org/ns/prov#"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
PARTS = tuple(NamedNode(RDF + part) for part in ("subject", "predicate", "object"))
DERIVED = NamedNode(PROV + "wasDerivedFrom")
LARGEST = 50_000_000
"""Bytes; a proof of a few hundred steps has less than one million."""


class VerifyingError(KgError):
    """KG9xx: a file that is no proof."""


def kg(local: str) -> NamedNode:
    """A term of the engine's vocabulary."""
    return NamedNode(KG + local)


class Graph:
    """The triples of a file, by subject."""

    def __init__(self, triples: Iterator[Spo]) -> None:
        self._values: dict[Node, dict[Node, list[Node]]] = {}
        for subject, predicate, target in triples:
            known = self._values.setdefault(subject, {}).setdefault(predicate, [])
            if target not in known:
                known.append(target)

    def values(self, node: Node, predicate: NamedNode) -> list[Node]:
        return sorted(self._values.get(node, {}).get(predicate, []), key=str)

    def one(self, node: Node, predicate: NamedNode) -> Node | None:
        """The only value; None where there is none, or more than one."""
        found = self.values(node, predicate)
        return found[0] if len(found) == 1 else None

    def text(self, node: Node, predicate: NamedNode) -> str:
        """The only value as text; "" where there is none, or more than one."""
        found = self.one(node, predicate)
        return found.value if isinstance(found, Literal | NamedNode) else ""

    def number(self, node: Node, predicate: NamedNode) -> int | None:
        text = self.text(node, predicate)
        return int(text) if text.isascii() and text.isdecimal() else None

    def about(self, node: Node) -> list[Spo]:
        """All triples of a subject, sorted."""
        found = self._values.get(node, {}).items()
        return sorted(((node, predicate, value) for predicate, values in found for value in values), key=str)

    def is_a(self, node: Node, class_: str) -> bool:
        return kg(class_) in self.values(node, TYPE)

    def instances(self, class_: str) -> list[Node]:
        return sorted((node for node in self._values if self.is_a(node, class_)), key=str)

    def triple(self, node: Node) -> Spo | None:
        """The triple that a node stands for; None where a part is missing or there are two."""
        subject, predicate, target = (self.one(node, part) for part in PARTS)
        if subject is None or predicate is None or target is None:
            return None
        return subject, predicate, target


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the file has it.

    Args:
        node: Its address.
        triple: What it says holds; None for a clash, and where a part is missing or there are two.
        clash: It says that its premises cannot all hold.
        rule: "" where none is given, or more than one.
        axioms: Triples that it says stand in the ontology; None for one that is not whole.
        sources: What it says it rests on: steps, a decision, addresses.
    """

    node: Node
    triple: Spo | None
    clash: bool
    rule: str
    axioms: tuple[Spo | None, ...]
    sources: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class File:
    """All of a file.

    Args:
        graph: Its triples.
        steps: Address → step.
        conclusions: Address of a proof → the step it says is its last; None where it names none, or several.
    """

    graph: Graph
    steps: dict[Node, Step]
    conclusions: dict[Node, Node | None]


def read(path: Path) -> File:
    """Read a file with proofs.

    Raises:
        VerifyingError: KG901 for a file that is not there, too large, no Turtle and no JSON of this form; KG902 for
            one without a proof; KG903 where the JSON brings a meaning of its own for its keys.
    """
    graph = Graph(_triples(path))
    proofs = graph.instances("Proof")
    if not proofs:
        raise VerifyingError(
            "KG902",
            "no proof in the file",
            at=str(path),
            want="at least one kg:Proof",
            do="kg explain … -o FILE",
        )
    steps = {node: _step(graph, node) for node in _steps(graph)}
    return File(graph, steps, {proof: graph.one(proof, kg("conclusion")) for proof in proofs})


def _steps(graph: Graph) -> list[Node]:
    return sorted({*graph.instances("Step"), *graph.instances("Clash")}, key=str)


def _step(graph: Graph, node: Node) -> Step:
    clash = graph.is_a(node, "Clash")
    return Step(
        node=node,
        triple=None if clash else graph.triple(node),
        clash=clash,
        rule=graph.text(node, kg("inferenceRule")),
        axioms=tuple(_axiom(graph, axiom) for axiom in graph.values(node, kg("axiom"))),
        sources=tuple(graph.values(node, DERIVED)),
    )


def _axiom(graph: Graph, node: Node) -> Spo | None:
    return graph.triple(node) if graph.is_a(node, "Axiom") else None


def _triples(path: Path) -> Iterator[Spo]:
    text = _text(path)
    is_json = text.lstrip()[:1] == "{"
    if is_json:
        _refuse_other_meaning(text, path)
    try:
        for quad in parse(text, format=RdfFormat.JSON_LD if is_json else RdfFormat.TURTLE):
            yield quad.subject, quad.predicate, quad.object
    except (SyntaxError, ValueError, OSError) as fault:
        raise _unreadable(path, str(fault)) from fault


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _unreadable(path, f"{size} bytes")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise _unreadable(path, str(fault)) from fault


def _refuse_other_meaning(text: str, path: Path) -> None:
    """Who reads "subject" in the JSON must be able to rely on what it means."""
    contexts: list[Any] = []

    def noted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        contexts.extend(value for key, value in pairs if key == "@context")
        if len(pairs) != len(dict(pairs)):
            raise ValueError("a key that stands twice in one object")
        return dict(pairs)

    try:
        content: Any = json.loads(text, object_pairs_hook=noted)
    except (ValueError, RecursionError) as fault:
        raise _unreadable(path, str(fault)) from fault
    official = (resources.files("kg") / "vocabulary" / "proof.jsonld").read_text(encoding="utf-8")
    if len(contexts) != 1 or content.get("@context") != json.loads(official)["@context"]:
        raise VerifyingError(
            "KG903",
            "keys with another meaning",
            at=str(path),
            found="a @context that is not the one of kg's proofs",
            want="the @context that kg explain writes",
            do="write the proof again; a changed @context can make the same words mean something else",
        )


def _unreadable(path: Path, why: str) -> VerifyingError:
    return VerifyingError(
        "KG901",
        "file that cannot be read as a proof",
        at=str(path),
        found=why[:200],
        want=f"Turtle or JSON as kg explain writes it, at most {LARGEST} bytes",
        do="kg explain SUBJECT PREDICATE OBJECT --format ttl -o FILE",
    )
