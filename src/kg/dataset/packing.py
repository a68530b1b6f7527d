"""Graphs between their making and their writing: each as the sorted lines of its triples, pressed together.

A triple as an object takes some 400 bytes, as a pressed line about 13: so a graph is packed as soon as it is
complete, and unpacked a piece at a time.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import DatasetError

__all__ = [
    "EMPTY",
    "Changed",
    "Packed",
    "Parts",
    "Piles",
    "Promised",
    "as_files",
    "pack",
    "parsed",
    "quads",
]

_QUICKLY = 1
"""How hard zlib tries; trying harder presses N-Triples hardly better."""
_MOST_IN_A_PIECE = 50_000
_MOST_SORTED = 200_000
"""So many lines of a graph are sorted at once."""
_PARTS = 16
"""A graph with more lines is parted in so many, each of which is sorted by itself."""
_CHANGED = "changed "
"""Before the digest of a graph that was not told whole."""
_MOST_LOOSE = 200_000
"""So many lines of graphs that are not complete wait before they are pressed."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The triples of a graph.

    Args:
        many: How many there are.
        digest: A hash of their lines as N-Triples, sorted.
        pieces: The lines in that order, without the point at the end of each.
    """

    many: int
    digest: str
    pieces: tuple[bytes, ...]

    def texts(self) -> Iterator[bytes]:
        """The lines, some thousands at a time, with a line feed between them."""
        return map(zlib.decompress, self.whole().pieces)

    def whole(self) -> Packed:
        """The same with its pieces."""
        return self

    def triples(self) -> Iterator[Triple]:
        """Sorted as N-Triples."""
        for text in self.texts():
            for quad in parse(_ended(text, b" .\n"), RdfFormat.N_TRIPLES):
                yield quad.triple

    def quads(self, graph: NamedNode) -> Iterator[Quad]:
        """The same, in a graph."""
        # Parsed as such: to take a triple apart and put it together again takes longer than that.
        return chain.from_iterable(parsed(text, graph) for text in self.texts())


@dataclass(frozen=True, slots=True)
class Promised(Packed):
    """A graph that was packed at an earlier time: it is packed again only where somebody asks for its lines.

    Args:
        pack_again: Gives the same graph with its pieces.
    """

    pack_again: Callable[[], Packed]

    def whole(self) -> Packed:
        """The same, made again.

        Raises:
            DatasetError: KG508, where they are others than those it was promised to hold.
        """
        again = self.pack_again()
        if again.many != self.many or not self._is_kept_by(again):
            raise DatasetError(
                "KG508",
                "a graph other than the one remembered",
                found=f"{again.many:,} lines, digest {again.digest}",
                want=f"{self.many:,} lines, digest {self.digest}",
                do="rm -r build/cache && kg build; and report it",
            )
        return again

    def _is_kept_by(self, again: Packed) -> bool:
        """Whether a graph of as many lines is the one that was promised, as far as can be told."""
        return again.digest == self.digest or self.digest.startswith(_CHANGED)


@dataclass(frozen=True, slots=True)
class Changed(Promised):
    """A graph of which it is known how it differs from what it was at an earlier time.

    Args:
        before: The digest that it had then.
        out: Lines that are in it no longer.
        new: Lines that have come.
    """

    before: str
    out: frozenset[str]
    new: frozenset[str]

    @classmethod
    def from_before(
        cls,
        many: int,
        before: str,
        out: frozenset[str],
        new: frozenset[str],
        pack_again: Callable[[], Packed],
    ) -> Changed:
        """The graph that had so many lines and this digest, changed.

        Its own digest tells how it came about: whatever has the same is the same, though not the reverse.
        """
        told = "\n".join((before, *sorted(out), "", *sorted(new)))
        digest = _CHANGED + hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
        return cls(many - len(out) + len(new), digest, (), pack_again, before, out, new)

    def _is_kept_by(self, again: Packed) -> bool:
        """What came has to be there, and what went must not."""
        come = 0
        for text in again.texts():
            lines = text.decode().split("\n")
            if not self.out.isdisjoint(lines):
                return False
            come += len(self.new.intersection(lines))
        return come == len(self.new)


Parts = Mapping[NamedNode, Packed]


def pack(lines: Iterable[str]) -> Packed:
    """A graph from its lines, which come in any order; each counts once."""
    many, hasher, pieces = 0, hashlib.blake2b(digest_size=16), list[bytes]()
    for found in _sorted(lines):
        for start in range(0, len(found), _MOST_IN_A_PIECE):
            text = "\n".join(found[start : start + _MOST_IN_A_PIECE]).encode()
            hasher.update(b"\n" + text if pieces else text)
            pieces.append(zlib.compress(text, _QUICKLY))
        many += len(found)
    return Packed(many, hasher.hexdigest(), tuple(pieces))


def _sorted(lines: Iterable[str]) -> Iterator[list[str]]:
    """All lines in order, each once, as many at a time as may be loose.

    What is too much to be sorted at once is first parted at lines that stand evenly among those that came first.
    """
    rest, found = iter(lines), set[str]()
    for line in rest:
        found.add(line)
        if len(found) > _MOST_SORTED:
            break
    else:
        yield sorted(found)
        return
    bounds = sorted(found)[_MOST_SORTED // _PARTS :: _MOST_SORTED // _PARTS]
    piles = Piles()
    for line in chain(found, rest):
        piles.add(bisect(bounds, line), line)
    del found
    for _, part in piles.graphs():
        yield from _sorted(part)


EMPTY = pack(())


class Piles:
    """Graphs whose lines come in any order, each with the day of its graph; what waits is pressed when it is much."""

    def __init__(self, most_loose: int = _MOST_LOOSE) -> None:
        self._most = most_loose
        self._waiting = 0
        self._loose: dict[int, list[str]] = defaultdict(list)
        self._pressed: dict[int, list[bytes]] = defaultdict(list)

    def add(self, day: int, line: str) -> None:
        self._loose[day].append(line)
        self._waiting += 1
        if self._waiting >= self._most:
            self._press()

    def extend(self, day: int, text: str) -> None:
        """Add several at once, with a line feed between them."""
        self._loose[day].append(text)
        self._waiting += text.count("\n") + 1
        if self._waiting >= self._most:
            self._press()

    def _press(self) -> None:
        for day, lines in self._loose.items():
            self._pressed[day].append(zlib.compress("\n".join(lines).encode(), _QUICKLY))
        self._loose.clear()
        self._waiting = 0

    def lines(self, day: int) -> Iterator[str]:
        """What was added on a day; to be asked for as often as one likes."""
        return _lines(self._loose.get(day, ()), self._pressed.get(day, ()))

    def take(self, day: int) -> Iterator[str]:
        """What was added on a day, which is forgotten."""
        return _lines(self._loose.pop(day, ()), self._pressed.pop(day, ()))

    def graphs(self) -> Iterator[tuple[int, Iterator[str]]]:
        """Each day with its lines, the earliest first; what is handed on is forgotten."""
        for day in sorted({*self._loose, *self._pressed}):
            yield day, self.take(day)


def _lines(loose: Iterable[str], pressed: Iterable[bytes]) -> Iterator[str]:
    texts = chain(loose, (zlib.decompress(text).decode() for text in pressed))
    return chain.from_iterable(text.split("\n") for text in texts)


def quads(parts: Parts) -> Iterator[Quad]:
    """All triples in their graphs."""
    return (quad for graph, part in parts.items() for quad in part.quads(graph))


def as_files(parts: Iterable[tuple[NamedNode, Packed]], most: int) -> Iterator[io.BufferedReader]:
    """All of it as N-Quads, in files to be read once, by whom and when one likes; they unpack a piece at a time.

    Args:
        parts: Graphs with their triples, taken as they are needed.
        most: Lines after which a file ends, as soon as a piece does.
    """
    portion, many = list[tuple[NamedNode, bytes]](), 0.0
    for graph, part in parts:
        whole = part.whole()
        for piece in whole.pieces:
            portion.append((graph, piece))
            many += whole.many / len(whole.pieces)
            if many >= most:
                yield _as_file(portion)
                portion, many = [], 0.0
    if portion:
        yield _as_file(portion)


def _as_file(portion: Sequence[tuple[NamedNode, bytes]]) -> io.BufferedReader:
    texts = (_ended(zlib.decompress(piece), f" {graph} .\n".encode()) for graph, piece in portion)
    return io.BufferedReader(_Texts(texts), 1 << 20)


def parsed(text: bytes, graph: NamedNode) -> Iterator[Quad]:
    """Lines, with a line feed between them, as quads of a graph."""
    return parse(_ended(text, f" {graph} .\n".encode()), RdfFormat.N_QUADS)


def _ended(text: bytes, end: bytes) -> bytes:
    """Each line with an ending; no line feed stands within a line of N-Triples."""
    return text.replace(b"\n", end) + end


class _Texts(io.RawIOBase):
    """Texts, one behind the other, as a file."""

    def __init__(self, texts: Iterator[bytes]) -> None:
        self._texts = texts
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]
        if not self._left:
            self._left = memoryview(next(self._texts, b""))
        many = min(len(room), len(self._left))
        room[:many], self._left = self._left[:many], self._left[many:]
        return many
