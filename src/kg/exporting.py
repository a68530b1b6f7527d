"""A store's quads as a file: sorted, ASCII-safe where other stores read it, without blank nodes."""

from __future__ import annotations

import gzip
import heapq
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import groupby, islice
from typing import IO, BinaryIO

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg import turtle
from kg.errors import DatasetError

FORMATS = ("nq", "ttl", "trig", "jsonld")
COMPRESSIONS = ("none", "gzip", "zstd")
_ENDINGS = {".gz": "gzip", ".zst": "zstd"}
# About 200 bytes a line: as much as a small machine sorts in memory without noticing.
_LINES_AT_ONCE = 500_000
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")

Node = NamedNode | BlankNode | Literal | Triple


def export(
    store: Store,
    format: str,
    out: BinaryIO,
    *,
    base: str,
    prefixes: Mapping[str, str] | None = None,
    graph: NamedNode | None = None,
) -> int:
    """Write a store; the same quads give the same bytes.

    Args:
        store: Only read.
        format: "nq" (N-Quads, ASCII, sorted by line in constant memory), "trig" (a block for each graph),
            "jsonld", or "ttl" (the union of the graphs, each triple once).
        out: Where the bytes go; UTF-8 save for N-Quads.
        base: Project's base IRI; blank nodes become IRIs below `<base>.well-known/genid/`.
        prefixes: For Turtle and TriG.
        graph: One graph alone, in any format; all when None.

    Returns:
        How many quads (for "ttl", triples) were written.

    Raises:
        DatasetError: KG531 for an unknown format, KG532 for a graph that is not there.
    """
    if format not in FORMATS:
        raise DatasetError("KG531", "format that kg does not write", found=format, want=", ".join(FORMATS))
    if graph is not None and not store.contains_named_graph(graph):
        raise DatasetError("KG532", "graph that is not in the dataset", found=f"<{graph.value}>")
    quads = Skolemised(store, base).quads(graph)
    if format == "nq":
        return _write_sorted((ascii_line(quad) for quad in quads), out)
    kept = sorted(quads, key=_order)
    if format == "jsonld":
        out.write(ox.serialize(kept, format=ox.RdfFormat.JSON_LD) or b"")
        out.write(b"\n")
        return len(kept)
    if format == "ttl":
        triples = {quad.triple for quad in kept}
        out.write(turtle.write(triples, prefixes or {}).encode())
        return len(triples)
    grouped = [(name, [q.triple for q in group]) for name, group in groupby(kept, key=_graph_of)]
    out.write(turtle.write_graphs(grouped, prefixes or {}).encode())
    return len(kept)


def compression(name: str) -> str:
    """What the ending of a file's name asks for: one of `COMPRESSIONS`."""
    return next((kind for ending, kind in _ENDINGS.items() if name.endswith(ending)), "none")


@contextmanager
def compressed(out: BinaryIO, kind: str) -> Iterator[BinaryIO]:
    """Where to write what is to arrive compressed; the same bytes in give the same bytes out.

    Args:
        out: Stays open.
        kind: One of `COMPRESSIONS`.

    Raises:
        DatasetError: KG531 for another kind.
    """
    if kind == "none":
        yield out
    elif kind == "gzip":
        # Neither name nor time: they would differ from file to file.
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as made:
            yield made  # type: ignore[misc]
    elif kind == "zstd":
        import zstandard

        with zstandard.ZstdCompressor(level=10).stream_writer(out, closefd=False) as made:
            yield made
    else:
        raise DatasetError("KG531", "format that kg does not write", found=kind, want=", ".join(COMPRESSIONS))


def file_name(graph: NamedNode, base: str) -> str:
    """How a graph is called as a file: its IRI below the base, what is no letter, digit, dot or hyphen as `-`."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", graph.value.removeprefix(base)).strip("-.") or "graph"


def _order(quad: Quad) -> tuple[str, str]:
    return ("" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name), str(quad.triple))


def _graph_of(quad: Quad) -> NamedNode | None:
    return quad.graph_name if isinstance(quad.graph_name, NamedNode) else None


class Skolemised:
    """A store's quads with IRIs in place of blank nodes.

    The IRIs come from the shape of the data (RDFC-1.0), not from the names that a parser gave, so two builds
    of one dataset agree on them. They are made over the whole store: one IRI for a node in whichever graph.
    """

    def __init__(self, store: Store, base: str) -> None:
        """Reads the store once; only the quads with blank nodes stay in memory."""
        self._store = store
        blank = [quad for quad in store if _is_blank(quad)]
        self._renamed = [_renamed(quad, base) for quad in (turtle.canonical_blanks(blank) if blank else [])]

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Of one graph, or of all, in no order."""
        plain = self._store.quads_for_pattern(None, None, None, graph)
        yield from (quad for quad in plain if not _is_blank(quad))
        yield from (quad for quad in self._renamed if graph is None or quad.graph_name == graph)


def _is_blank(quad: Quad) -> bool:
    return turtle.has_blank(quad) or isinstance(quad.graph_name, BlankNode)


def _renamed(quad: Quad, base: str) -> Quad:
    name = quad.graph_name
    return Quad(
        _named(quad.subject, base),  # type: ignore[arg-type]
        quad.predicate,
        _named(quad.object, base),
        name if isinstance(name, DefaultGraph) else _named(name, base),  # type: ignore[arg-type]
    )


def _named(node: Node, base: str) -> Node:
    if isinstance(node, BlankNode):
        return NamedNode(f"{base}.well-known/genid/{node.value}")
    if isinstance(node, Triple):
        return Triple(_named(node.subject, base), node.predicate, _named(node.object, base))  # type: ignore[arg-type]
    return node


def ascii_line(statement: Quad | Triple) -> bytes:
    """A line of N-Quads or N-Triples with all but printable ASCII escaped; ends with a line break."""
    return _NOT_ASCII.sub(_escaped, f"{statement} .").encode("ascii") + b"\n"


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _write_sorted(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Sort by bytes, as `LC_ALL=C sort` does, in runs on disk that are merged; duplicates stay out."""
    waiting = iter(lines)
    with ExitStack() as files:
        runs: list[Iterable[bytes]] = []
        while run := sorted(islice(waiting, _LINES_AT_ONCE)):
            runs.append(run if len(run) < _LINES_AT_ONCE else _on_disk(run, files))
        count = 0
        for line, _ in groupby(heapq.merge(*runs)):
            out.write(line)
            count += 1
        return count


def _on_disk(run: list[bytes], files: ExitStack) -> IO[bytes]:
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 the stack closes it
    file.writelines(run)
    file.seek(0)
    return file
