"""SPARQL as text: its tokens, what it asks of other houses, and how a term gets into it unspliced.

Only as much of the grammar as that takes. What is checked here is what runs later: `guarded` writes a query
so that the engine cannot read it otherwise than this module did.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<iri>     <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
    | (?P<string>  \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                 | "(?!"")(?:[^"\\\r\n]|\\.)*" | '(?!'')(?:[^'\\\r\n]|\\.)*' )
    | (?P<variable>[?$]\w+ )
    | (?P<name>    (?:[^\W\d_](?:[\w.-]*[\w-])?|_)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])?
                   (?:[\w:-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%]|\.+(?=[\w:%\\-]))* )
    | (?P<word>    \w+ )
    | (?P<space>   \s+ )
    | (?P<mark>    . )
    """,
    re.VERBOSE | re.DOTALL,
)
_QUOTED = {"iri", "string", "comment"}
_SERVICE = re.compile("service", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_PREFIX_NAME = re.compile(r"[^\s:<]*:\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: what it is, its text, and where it starts (code points, from 0)."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    """All tokens, comments and white space included; joined, they are the text.

    Raises:
        QueryError: KG601, for a quotation mark that nothing closes or a stray backslash.
    """
    return list(_tokens(text))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    found = tuple(Token(str(m.lastgroup), m[0], m.start()) for m in _TOKEN.finditer(text))
    for token in found:
        if token.kind == "mark" and token.text in "\"'\\":
            raise QueryError(
                "KG601",
                "SPARQL that does not parse",
                at=position(text, token.start),
                found=token.text,
                want="each string closed, on its line unless it has three quotation marks",
                do="close the string, or escape the mark with a backslash",
            )
    return found


def position(text: str, offset: int) -> str:
    """`line 3, column 7`, both from 1."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - (before.rfind(chr(10)) + 1) + 1}"


def significant(parts: Iterable[Token]) -> list[Token]:
    return [token for token in parts if token.kind not in ("comment", "space")]


@dataclass(frozen=True, slots=True)
class Guarded:
    """A query that can be read in one way only, and how its places map back to the text it was made of."""

    text: str
    source: str
    pieces: tuple[tuple[int, int], ...]

    def origin(self, line: int, column: int) -> int:
        """Offset in the source of a place in `text`; both lines and columns (code points) count from 1."""
        lines = self.text.split("\n")[: line - 1]
        offset = min(sum(len(part) + 1 for part in lines) + column - 1, len(self.text))
        made, source = self.pieces[bisect_right(self.pieces, (offset, len(self.source))) - 1]
        return min(source + offset - made, len(self.source))


def guarded(text: str) -> Guarded:
    """The query without its comments, the first sign of each IRI escaped; refused if it leaves the house.

    `?a<b:c#>` is a comparison and a comment to one parser, an IRI to another; between the two a SERVICE could
    hide. An escape is allowed within an IRI and nowhere near an operator, which leaves one reading.

    Raises:
        QueryError: KG601 for text that breaks off within a string, KG605 for SERVICE.
    """
    parts = tokens(text)
    _refuse_service(text, parts)
    made: list[str] = []
    pieces: list[tuple[int, int]] = [(0, 0)]
    length = 0
    for token in parts:
        pieces.append((length, token.start))
        made.append(_guarded(token))
        length += len(made[-1])
    return Guarded("".join(made), text, tuple(pieces))


def _guarded(token: Token) -> str:
    if token.kind == "comment":
        return ""
    if token.kind == "iri" and token.text[1] not in "\\>":
        return f"<\\U{ord(token.text[1]):08X}{token.text[2:]}"
    return token.text


def _refuse_service(text: str, parts: Iterable[Token]) -> None:
    """Any trace of the word outside strings, IRIs, variables and local names counts: parsers split freely."""
    for token in parts:
        if token.kind in _QUOTED or token.kind == "variable":
            continue
        # Only what stands between the colon and the first full stop is surely part of a name.
        prefix, _, local = token.text.partition(":") if token.kind == "name" else (token.text, "", "")
        if _SERVICE.search(prefix) or _SERVICE.search("".join(local.partition(".")[1:])):
            raise QueryError(
                "KG605",
                "query that leaves the house",
                at=position(text, token.start),
                found=token.text,
                want="a query over this dataset alone",
                do="ask the other endpoint by itself; a prefix of this name has to be renamed",
            )


def declared_prefixes(text: str) -> dict[str, str]:
    """The PREFIX lines of a query, its escapes resolved."""
    found: dict[str, str] = {}
    parts = significant(tokens(text))
    for word, name, iri in zip(parts, parts[1:], parts[2:], strict=False):
        if word.is_word("PREFIX") and name.kind == "name" and iri.kind == "iri":
            found[name.text.removesuffix(":")] = _unescaped(iri.text[1:-1])
    return found


def with_prefixes(text: str, prefixes: Mapping[str, str]) -> str:
    """The query as any endpoint takes it: with a PREFIX line for each prefix that it uses undeclared."""
    used = {t.text.partition(":")[0] for t in tokens(text) if t.kind == "name"}
    missing = sorted(used & set(prefixes) - set(declared_prefixes(text)))
    return "".join(f"PREFIX {p}: <{NamedNode(prefixes[p]).value}>\n" for p in missing) + text


def without_comments(text: str) -> str:
    """The query without its header and other comments, for stores that stumble over them; no line is left empty."""
    bare = "".join(token.text for token in tokens(text) if token.kind != "comment")
    # A string may hold an empty line, so only the space between tokens is looked at.
    kept = (_EMPTY_LINES.sub("\n", t.text) if t.kind == "space" else t.text for t in tokens(bare))
    return "".join(kept).lstrip()


def dataset_clause(text: str, prefixes: Mapping[str, str]) -> list[NamedNode]:
    """The graphs named after FROM and FROM NAMED, in order.

    Raises:
        QueryError: KG605, where one is no absolute IRI.
    """
    known = {**prefixes, **declared_prefixes(text)}
    parts = significant(tokens(text))
    found: list[NamedNode] = []
    for index, token in enumerate(parts[:-1]):
        if token.is_word("FROM"):
            named = parts[index + 1].is_word("NAMED") and index + 2 < len(parts)
            found.append(_graph(text, parts[index + 1 + named], known))
    return found


def _graph(text: str, token: Token, prefixes: Mapping[str, str]) -> NamedNode:
    prefix, _, local = token.text.partition(":")
    iri = _unescaped(token.text[1:-1]) if token.kind == "iri" else prefixes.get(prefix, "") + local
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise unknown_graph(token.text, position(text, token.start)) from error


def unknown_graph(name: str, at: str = "") -> QueryError:
    return QueryError(
        "KG605",
        "graph that is not in the dataset",
        at=at,
        found=name,
        want="a graph of this dataset; nothing is fetched from elsewhere",
        do="list them: SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }",
    )


def _unescaped(text: str) -> str:
    return re.sub(r"\\[uU]([0-9A-Fa-f]{4,8})", lambda found: chr(int(found[1], 16)), text)


def is_ordered(text: str) -> bool:
    """Whether the outermost query has an ORDER BY."""
    depth = 0
    for token in significant(tokens(text)):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if depth == 0 and token.is_word("ORDER"):
            return True
    return False


def without_order(text: str) -> str:
    """The query without the ORDER BY of its outermost part: as many rows, in any order."""
    depth, start = 0, None
    for token in significant(tokens(text)):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if depth == 0 and start is None and token.is_word("ORDER"):
            start = token.start
        elif depth == 0 and start is not None and token.is_word("LIMIT", "OFFSET", "VALUES"):
            return f"{text[:start]}{text[token.start :]}"
    return text if start is None else text[:start]


def order(text: str) -> list[tuple[str, bool]] | None:
    """The variables of the outermost ORDER BY, each with whether it falls; None where it orders by more than that.

    An empty list for a query without order.
    """
    depth, tail = 0, None
    parts = significant(tokens(text))
    for index, token in enumerate(parts):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if depth == 0 and token.is_word("ORDER"):
            tail = parts[index + 2 :]
    return [] if tail is None else _order_of(tail)


def _order_of(tail: list[Token]) -> list[tuple[str, bool]] | None:
    found: list[tuple[str, bool]] = []
    while tail and not tail[0].is_word("LIMIT", "OFFSET", "VALUES"):
        if tail[0].kind == "variable":
            found.append((tail[0].text[1:], False))
            tail = tail[1:]
        elif tail[0].is_word("ASC", "DESC") and [t.text for t in tail[1:4:2]] == ["(", ")"]:
            found.append((tail[2].text[1:], tail[0].is_word("DESC")))
            tail = tail[4:]
        else:
            return None
    return found


def values_rows(text: str, name: str) -> list[tuple[int, int]]:
    """Where the rows of each `VALUES ?name { … }` stand: offsets after its `{` and before its `}`."""
    parts = significant(tokens(text))
    return list(_blocks(parts, name))


def _blocks(parts: list[Token], name: str) -> Iterator[tuple[int, int]]:
    for values, variable, opening, index in zip(
        parts, parts[1:], parts[2:], range(3, len(parts)), strict=False
    ):
        if not (values.is_word("VALUES") and variable.kind == "variable" and variable.text[1:] == name):
            continue
        closing = next((t for t in parts[index:] if t.kind == "mark" and t.text == "}"), None)
        if opening.text == "{" and closing is not None:
            yield opening.end, closing.start


def replace_rows(text: str, rows: Mapping[str, str]) -> str:
    """The query with the rows of each named VALUES block replaced.

    Args:
        text: The query.
        rows: Variable without its question mark → one serialised term, or UNDEF; the caller vouches for it.
    """
    spans = [(start, end, row) for name, row in rows.items() for start, end in values_rows(text, name)]
    for start, end, row in sorted(spans, reverse=True):
        text = f"{text[:start]} {row} {text[end:]}"
    return text
