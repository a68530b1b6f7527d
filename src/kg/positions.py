"""Where each triple of a Turtle file stands: line and column of its subject, its predicate and its object.

Parsers of RDF do not tell. This one reads Turtle 1.1 for the sake of places alone: whether a file is right
Turtle is for the other parser to say, and a test holds the triples of the two against each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.names import RDF, RDF_TYPE, XSD

Node = NamedNode | BlankNode | Literal | Triple
Spot = tuple[int, int]
"""Line and column (code points), both from 1."""

_FIRST, _REST, _NIL = (NamedNode(RDF + local) for local in ("first", "rest", "nil"))
TOKEN = re.compile(
    r"""
      (?P<space>  (?:\s|\#[^\r\n]*)+ )
    | (?P<iri>    <[^<>"{}|^`\x00-\x20]*> )
    | (?P<string> \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<tag>    @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<blank>  _:[\w](?:[\w.·-]*[\w·-])? )
    | (?P<number> [+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+ | [+-]?[0-9]*\.[0-9]+ | [+-]?[0-9]+ )
    | (?P<name>   (?:[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])?
                  (?:[\w:·-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%]|\.+(?=[\w:·%\\-]))* )
    | (?P<word>   [A-Za-z]+ )
    | (?P<mark>   \^\^ | [.;,\[\]()] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class UnplacedError(ValueError):
    """Text that this module cannot read, whatever it is to other parsers."""


@dataclass(frozen=True, slots=True)
class Located:
    """A triple, and where its three parts stand.

    Args:
        triple: Blank nodes are called `n1`, `n2` …, by their order in the file.
        subject: For a node in brackets, the bracket; for `( … )`, the member that the triple is about.
        predicate: For the triples of a list, the member.
        object: The place that belongs to this triple and to no other.
    """

    triple: Triple
    subject: Spot
    predicate: Spot
    object: Spot


@dataclass(frozen=True, slots=True)
class Layout:
    """A Turtle file with its places.

    Args:
        triples: In the order of the file.
        prefixes: Prefix → namespace, as last declared.
        declared: Prefix → where it is declared.
    """

    triples: tuple[Located, ...]
    prefixes: Mapping[str, str]
    declared: Mapping[str, Spot]


def locate(text: str) -> Layout:
    """Read Turtle for its places.

    Args:
        text: Of a whole file, without a byte order mark.

    Raises:
        UnplacedError: for what is no Turtle 1.1, or is beyond it.

    Source:
        RDF 1.1 Turtle (W3C, 2014), section 6.5.
    """
    reader = _Reader(text)
    try:
        reader.document()
    except (IndexError, ValueError) as fault:
        raise UnplacedError(f"no Turtle 1.1 near {reader.spot()}") from fault
    return Layout(tuple(reader.found), reader.prefixes, reader.declared)


@dataclass(slots=True)
class _Reader:
    text: str
    found: list[Located] = field(default_factory=list)
    prefixes: dict[str, str] = field(default_factory=dict)
    declared: dict[str, Spot] = field(default_factory=dict)
    base: str = ""
    _tokens: list[tuple[str, str, int]] = field(default_factory=list)
    _at: int = 0
    _lines: list[int] = field(default_factory=list)
    _blanks: dict[str, BlankNode] = field(default_factory=dict)
    _count: int = 0
    _iris: dict[str, NamedNode] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lines = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self.text))]
        self._tokens = [*_tokens(self.text), ("end", "", len(self.text))]

    # --- tokens

    def spot(self) -> Spot:
        offset = self._tokens[min(self._at, len(self._tokens) - 1)][2]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def peek(self) -> tuple[str, str]:
        kind, text, _ = self._tokens[self._at]
        return kind, text

    def take(self) -> tuple[str, str]:
        kind, text, _ = self._tokens[self._at]
        self._at += 1
        return kind, text

    def expect(self, mark: str) -> None:
        if self.take() != ("mark", mark):
            raise ValueError(mark)

    def follows(self, mark: str) -> bool:
        return self.peek() == ("mark", mark)

    # --- the grammar

    def document(self) -> None:
        while self.peek()[0] != "end":
            kind, text = self.peek()
            if (kind == "tag" and text in ("@prefix", "@base")) or (
                kind == "word" and text.upper() in ("PREFIX", "BASE")
            ):
                self.directive()
            else:
                self.block()
                self.expect(".")

    def directive(self) -> None:
        _, word = self.take()
        if word.lower().endswith("prefix"):
            spot = self.spot()
            prefix = self.take()[1].removesuffix(":")
            self.prefixes[prefix] = self.resolved(self.take()[1][1:-1])
            self.declared[prefix] = spot
            self._iris.clear()
        else:
            self.base = self.resolved(self.take()[1][1:-1])
        if word.startswith("@"):
            self.expect(".")

    def block(self) -> None:
        spot = self.spot()
        anonymous = self.follows("[")
        subject = self.node()
        if not (anonymous and self.follows(".")):
            self.properties(subject, spot)

    def properties(self, subject: Node, subject_spot: Spot) -> None:
        while True:
            spot = self.spot()
            predicate = self.verb()
            self.objects(subject, subject_spot, predicate, spot)
            if not self.follows(";"):
                return
            while self.follows(";"):
                self.take()
            if self.follows(".") or self.follows("]"):
                return

    def objects(self, subject: Node, subject_spot: Spot, predicate: NamedNode, spot: Spot) -> None:
        while True:
            here = self.spot()
            place = len(self.found)
            value = self.node()
            triple = Triple(subject, predicate, value)  # type: ignore[arg-type]
            self.found.insert(place, Located(triple, subject_spot, spot, here))
            if not self.follows(","):
                return
            self.take()

    def verb(self) -> NamedNode:
        if self.peek() == ("word", "a"):
            self.take()
            return RDF_TYPE
        node = self.node()
        if not isinstance(node, NamedNode):
            raise ValueError(str(node))
        return node

    def node(self) -> Node:
        kind, text = self.take()
        if kind == "mark" and text == "[":
            return self.anonymous()
        if kind == "mark" and text == "(":
            return self.collection()
        if kind in ("iri", "name"):
            return self.iri(kind, text)
        if kind == "blank":
            if text not in self._blanks:
                self._blanks[text] = self.blank()
            return self._blanks[text]
        return self.literal(kind, text)

    def anonymous(self) -> BlankNode:
        self._at -= 1
        spot = self.spot()
        self._at += 1
        node = self.blank()
        if not self.follows("]"):
            self.properties(node, spot)
        self.expect("]")
        return node

    def collection(self) -> NamedNode | BlankNode:
        head: NamedNode | BlankNode = _NIL
        last: BlankNode | None = None
        while not self.follows(")"):
            spot, node = self.spot(), self.blank()
            if last is None:
                head = node
            else:
                self.found.append(Located(Triple(last, _REST, node), spot, spot, spot))
            place = len(self.found)
            member = self.node()
            self.found.insert(place, Located(Triple(node, _FIRST, member), spot, spot, spot))
            last = node
        if last is not None:
            spot = self.spot()
            self.found.append(Located(Triple(last, _REST, _NIL), spot, spot, spot))
        self.take()
        return head

    def literal(self, kind: str, text: str) -> Literal:
        if kind == "number":
            local = "double" if "e" in text.lower() else "decimal" if "." in text else "integer"
            return Literal(text, datatype=NamedNode(XSD + local))
        if kind == "word" and text in ("true", "false"):
            return Literal(text, datatype=NamedNode(XSD + "boolean"))
        if kind != "string":
            raise ValueError(text)
        quotes = 3 if text[:3] in ('"""', "'''") else 1
        value = _unescaped(text[quotes:-quotes])
        if self.peek()[0] == "tag":
            return Literal(value, language=self.take()[1][1:])
        if self.follows("^^"):
            self.take()
            return Literal(value, datatype=self.iri(*self.take()))
        return Literal(value)

    def iri(self, kind: str, text: str) -> NamedNode:
        known = self._iris.get(text)
        if known is None:
            if kind == "iri":
                known = NamedNode(self.resolved(text[1:-1]))
            else:
                prefix, _, local = text.partition(":")
                known = NamedNode(self.namespace(prefix) + re.sub(r"\\(.)", r"\1", local))
            self._iris[text] = known
        return known

    def namespace(self, prefix: str) -> str:
        if prefix not in self.prefixes:
            raise ValueError(prefix)
        return self.prefixes[prefix]

    def resolved(self, text: str) -> str:
        value = _unescaped(text)
        return urljoin(self.base, value) if self.base else value

    def blank(self) -> BlankNode:
        self._count += 1
        return BlankNode(f"n{self._count}")


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    offset = 0
    while offset < len(text):
        match = TOKEN.match(text, offset)
        if match is None:
            raise UnplacedError(f"no Turtle 1.1 at offset {offset}")
        if match.lastgroup != "space":
            yield str(match.lastgroup), match[0], offset
        offset = match.end()


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text

    def sign(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else _SHORT.get(match[3], match[3])

    return _ESCAPE.sub(sign, text)
