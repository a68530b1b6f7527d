"""Turtle files as triples, and an index of triples by subject and property."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import garbage
from kg.errors import SchemaError
from kg.names import RDF, RDF_TYPE

Node = NamedNode | BlankNode | Literal | Triple


class Index:
    """Triples by subject and property; the little of a graph API that loading needs."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples: list[Triple] = list(triples)
        self._objects: dict[tuple[str, str], list[Node]] = defaultdict(list)
        self._subjects: dict[tuple[str, str], list[NamedNode | BlankNode]] = defaultdict(list)
        self._about: dict[str, list[Triple]] = defaultdict(list)
        for triple in self.triples:
            # each look at a part of a triple makes that part anew
            subject, predicate, value = triple.subject, triple.predicate.value, triple.object
            if isinstance(subject, Triple):
                continue
            about = str(subject)
            self._about[about].append(triple)
            self._objects[about, predicate].append(value)
            self._subjects[predicate, str(value)].append(subject)

    def objects(self, subject: Node, predicate: str) -> list[Node]:
        return self._objects.get((str(subject), predicate), [])

    def about(self, subject: Node) -> list[Triple]:
        return self._about.get(str(subject), [])

    def first(self, subject: Node, predicate: str) -> Node | None:
        found = self.objects(subject, predicate)
        return found[0] if found else None

    def subjects(self, predicate: str, value: Node) -> list[NamedNode | BlankNode]:
        return self._subjects.get((predicate, str(value)), [])

    def instances(self, class_iri: str) -> list[NamedNode | BlankNode]:
        return self.subjects(RDF_TYPE.value, NamedNode(class_iri))

    def list(self, head: Node | None) -> list[Node]:
        items: list[Node] = []
        while head is not None and head != NamedNode(RDF + "nil"):
            item = self.first(head, RDF + "first")
            if item is None:
                break
            items.append(item)
            head = self.first(head, RDF + "rest")
        return items

    def iris(self, subject: Node, predicate: str) -> tuple[str, ...]:
        return tuple(sorted(o.value for o in self.objects(subject, predicate) if isinstance(o, NamedNode)))

    def flag(self, subject: Node, predicate: str) -> bool:
        value = self.first(subject, predicate)
        return isinstance(value, Literal) and value.value in ("true", "1")

    def number(self, subject: Node, predicate: str) -> int | None:
        value = self.first(subject, predicate)
        return int(value.value) if isinstance(value, Literal) else None

    def words(self, subject: Node, predicate: str) -> tuple[tuple[str, str], ...]:
        """(language, text) pairs, sorted; the language is "" for plain strings."""
        return tuple(
            sorted(
                (o.language or "", o.value)
                for o in self.objects(subject, predicate)
                if isinstance(o, Literal)
            )
        )


def parse_turtle(path: Path, text: bytes | None = None) -> tuple[list[Triple], dict[str, str]]:
    """Triples of a Turtle file, its blank nodes made unique to it, and its prefixes.

    Raises:
        SchemaError: KG101 with file and line, when it does not parse.
    """
    triples, prefixes = _parsed(path, path.read_bytes() if text is None else text)
    return list(triples), dict(prefixes)


@lru_cache(maxsize=128)
def _parsed(path: Path, raw: bytes) -> tuple[tuple[Triple, ...], dict[str, str]]:
    # Loading, checking and asking each want the same files, and mostly in one process.
    parser = ox.parse(input=raw, format=ox.RdfFormat.TURTLE, without_named_graphs=True)
    try:
        triples = [quad.triple for quad in parser]
    except SyntaxError as error:
        raise SchemaError(
            "KG101",
            "Turtle that does not parse",
            at=f"{path}:{error.lineno or '?'}",
            found=str(error.msg),
            want="Turtle 1.1",
            do="mend the line; a missing full stop often stands one line above",
        ) from error
    marker = hashlib.sha256(path.name.encode() + raw).hexdigest()[:10]
    return tuple(_scoped(triple, marker) for triple in triples), dict(parser.prefixes)


def _scoped(triple: Triple, marker: str) -> Triple:
    subject, value = triple.subject, triple.object
    renamed = isinstance(subject, BlankNode) or isinstance(value, BlankNode)
    if isinstance(subject, BlankNode):
        subject = BlankNode(f"b{marker}x{subject.value}")
    if isinstance(value, BlankNode):
        value = BlankNode(f"b{marker}x{value.value}")
    return Triple(subject, triple.predicate, value) if renamed else triple


class File(NamedTuple):
    """A file as it was read.

    Args:
        group: What it is for: "ontology", "register".
        path: Where it stands.
        content: Its bytes.
    """

    group: str
    path: Path
    content: bytes


class Files:
    """Turtle files in groups, each read at once, and parsed when somebody asks for its triples.

    Raises:
        SchemaError: KG101, where a file that is asked for does not parse.
    """

    def __init__(self, files: Sequence[File]) -> None:
        self.files = tuple(files)
        self._of_group: dict[str, tuple[Triple, ...]] = {}
        self._indexes: dict[tuple[str, ...], Index] = {}

    def triples(self, group: str) -> tuple[Triple, ...]:
        """Those of all files of a group, in their order."""
        if group not in self._of_group:
            self._of_group[group] = self._parsed_of(group)
        return self._of_group[group]

    @garbage.left_lying()
    def _parsed_of(self, group: str) -> tuple[Triple, ...]:
        mine = (f for f in self.files if f.group == group)
        return tuple(t for f in mine for t in parse_turtle(f.path, f.content)[0])

    def index(self, *groups: str) -> Index:
        """The triples of some groups by subject and property."""
        if groups not in self._indexes:
            self._indexes[groups] = Index(t for group in groups for t in self.triples(group))
        return self._indexes[groups]

    def digest(self) -> str:
        """Of all names and contents, in hexadecimal; where the folder lies makes no difference."""
        hasher = hashlib.sha256()
        for group, path, content in self.files:
            hasher.update(f"{group}/{path.name}\0{len(content)}\0".encode() + content)
        return hasher.hexdigest()
