"""Load a dataset into another triple store, graph by graph, and count what arrived.

What was sent is written down in the store itself, in the graph `<base>graph/loads`: the digest of each graph and
how many of its triples have gone. So a load that was cut off goes on where it stopped, from whichever machine;
one that has nothing new to say sends nothing.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.errors import StoreError
from kg.exporting import Skolemised, ascii_line
from kg.names import Names, kg
from kg.stores.remote import Endpoint, Remote, connect

_DIGEST, _SENT = kg("loadedDigest"), kg("loadedTriples")
# Virtuoso's compiler of updates runs out of memory at 5,000.
_TRIPLES_AN_UPDATE = 1_000
_TRIPLES_A_PART = 50_000
_SECONDS_BETWEEN_NOTES = 5.0
_DIGITS = 32
# Two backslashes are one that is meant, and begin nothing.
_ESCAPE = re.compile(r"\\\\|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")


@dataclass(frozen=True, slots=True)
class Loaded:
    """One graph: triples it has here, triples that the store counts there afterwards, and what was done.

    `how` is "sent", "continued" (a load that was cut off), "unchanged" or "removed" (no longer in the dataset).
    """

    graph: str
    sent: int
    found: int
    how: str = "sent"


@dataclass(frozen=True, slots=True)
class Step:
    """How far a load is, after each part: the graph, triples sent, and triples done with and in all."""

    graph: str
    sent: int
    done: int
    total: int


Progress = Callable[[Step], None]


def load(
    store: Store,
    url: str,
    *,
    base: str,
    graphs: Iterable[NamedNode] | None = None,
    user: str | None = None,
    password: str | None = None,
    endpoint: Endpoint | None = None,
    layout: str | None = None,
    keep: bool = False,
    progress: Progress | None = None,
) -> list[Loaded]:
    """Replace graphs in another store by those of this one, where they differ.

    Each graph is sent with the Graph Store Protocol (PUT, N-Triples in ASCII); where the store has none, with
    SPARQL Update (DROP, then INSERT DATA in batches). A graph that an earlier load has sent and the store still
    counts in full is left alone; one that an earlier load has sent and that is in the dataset no more is
    removed. Graphs of others stay.

    Args:
        store: The dataset; only read.
        url: Address of the store, or of its repository; `LAYOUTS` says what is looked for below it.
        base: Project's base IRI, for what were blank nodes and for the notes of what was sent.
        graphs: Which graphs; all named ones when None, and only then is any removed.
        user: For HTTP authentication, basic or digest as the store asks, with `password`.
        password: Never shown in an error.
        endpoint: The addresses themselves, for a layout that kg does not know.
        layout: One of `LAYOUTS`; tried one after the other when None.
        keep: Remove nothing.
        progress: Called after each part.

    Returns:
        One record a graph, sorted by IRI.

    Raises:
        StoreError: KG701 unreachable, KG702 refused, KG703 who are you, KG704 no way in, KG705 other triples
            than were sent, KG706 a graph that is not there. What was sent before stays there, and is noted.

    Source:
        SPARQL 1.1 Graph Store HTTP Protocol; SPARQL 1.1 Update (W3C, 2013).
    """
    wanted = _wanted(store, graphs)
    ways = {"user": user, "password": password, "layout": layout}
    with connect(url, endpoint=endpoint, **ways) as remote:  # type: ignore[arg-type]
        notes = _Notes(remote, Names(base).graph("loads"))
        stale = [] if keep or graphs is not None else notes.without(wanted)
        loading = _Loading(remote, notes, Skolemised(store, base), _Meter(store, wanted, progress))
        try:
            loaded = [loading.bring(graph) for graph in wanted]
            loaded += [loading.remove(graph) for graph in stale]
        finally:
            notes.write()
    _refuse_losses(loaded, url)
    return sorted(loaded, key=lambda one: one.graph)


def _wanted(store: Store, graphs: Iterable[NamedNode] | None) -> list[NamedNode]:
    there = {graph for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    chosen = there if graphs is None else set(graphs)
    for graph in sorted(chosen - there, key=str):
        raise StoreError("KG706", "graph that is not in the dataset", found=f"<{graph.value}>")
    return sorted(chosen, key=lambda graph: graph.value)


class _Meter:
    def __init__(self, store: Store, graphs: list[NamedNode], progress: Progress | None) -> None:
        self._progress = progress
        self._total = (
            sum(1 for g in graphs for _ in store.quads_for_pattern(None, None, None, g)) if progress else 0
        )
        self._sent = self._done = 0

    def step(self, graph: NamedNode, triples: int, *, sent: bool) -> None:
        self._done += triples
        self._sent += triples if sent else 0
        if self._progress:
            self._progress(Step(graph.value, self._sent, self._done, self._total))


class _Notes:
    """What the store was sent, as it says itself: graph → digest and number of triples."""

    def __init__(self, remote: Remote, home: NamedNode) -> None:
        self._remote = remote
        self._home = home
        self._sent = self._read()
        self._written = dict(self._sent)
        self._due = 0.0

    def _read(self) -> dict[NamedNode, tuple[str, int]]:
        pattern = f"?g {_DIGEST} ?digest ; {_SENT} ?sent"
        found = self._remote.select(f"SELECT ?g ?digest ?sent WHERE {{ GRAPH {self._home} {{ {pattern} }} }}")
        rows = (
            zip(found.terms("g"), found.column("digest"), found.column("sent"), strict=True)
            if found.rows
            else ()
        )
        return {g: (str(digest), int(sent or 0)) for g, digest, sent in rows if isinstance(g, NamedNode)}

    def without(self, graphs: Iterable[NamedNode]) -> list[NamedNode]:
        """Those noted that are not among these."""
        return sorted(self._sent.keys() - set(graphs), key=str)

    def of(self, graph: NamedNode, digest: str) -> int:
        """How many triples of this very content have gone; 0 for other content."""
        noted, sent = self._sent.get(graph, ("", 0))
        return sent if noted == digest else 0

    def forget(self, graph: NamedNode) -> None:
        """Written at once: a load that is cut off must not leave a note of what is there no more."""
        if self._sent.pop(graph, None) and graph in self._written:
            self.write()

    def note(self, graph: NamedNode, digest: str, sent: int) -> None:
        self._sent[graph] = (digest, sent)
        if time.monotonic() >= self._due:
            self.write()

    def write(self) -> None:
        if self._sent == self._written:
            return
        started = time.monotonic()
        triples = [Triple(g, _DIGEST, Literal(digest)) for g, (digest, _) in self._sent.items()]
        triples += [Triple(g, _SENT, Literal(sent)) for g, (_, sent) in self._sent.items()]
        _replace(self._remote, self._home, sorted(map(ascii_line, triples)))
        self._written = dict(self._sent)
        ended = time.monotonic()
        # All notes are written anew each time; where that takes long it is done less often.
        self._due = ended + max(_SECONDS_BETWEEN_NOTES, 10 * (ended - started))


@dataclass
class _Loading:
    remote: Remote
    notes: _Notes
    quads: Skolemised
    meter: _Meter

    def bring(self, graph: NamedNode) -> Loaded:
        lines = sorted({ascii_line(quad.triple) for quad in self.quads.quads(graph)})
        digest = hashlib.sha256(b"".join(lines)).hexdigest()[:_DIGITS]
        there = self._there(graph, digest, len(lines))
        self.meter.step(graph, there, sent=False)
        if there == len(lines):
            return Loaded(graph.value, len(lines), there, "unchanged")
        found = self._sent(graph, lines, digest, there)
        if there and found != len(lines):
            there, found = 0, self._sent(graph, lines, digest, 0)
        if found != len(lines):
            self.notes.forget(graph)
        return Loaded(graph.value, len(lines), found, "continued" if there else "sent")

    def _there(self, graph: NamedNode, digest: str, whole: int) -> int:
        """How many of these triples need not be sent, whatever the note says: somebody may have changed the graph.

        More than are noted may be there: a load can be cut off between the triples and the note.
        """
        noted = self.notes.of(graph, digest)
        found = self.remote.count(graph) if noted else 0
        return noted if found == noted or (noted < found and noted < whole) else 0

    def _sent(self, graph: NamedNode, lines: list[bytes], digest: str, there: int) -> int:
        """Send the rest; how many triples the store counts then."""
        for sent in self._send(graph, lines, there):
            self.notes.note(graph, digest, sent)
        return self.remote.count(graph)

    def _send(self, graph: NamedNode, lines: list[bytes], there: int) -> Iterator[int]:
        """How many are there, after each part."""
        if not there:
            self.notes.forget(graph)
        for start in range(there, max(len(lines), 1), _TRIPLES_A_PART):
            part = lines[start : start + _TRIPLES_A_PART]
            _replace(self.remote, graph, part) if start == 0 else _add(self.remote, graph, part)
            self.meter.step(graph, len(part), sent=True)
            yield start + len(part)

    def remove(self, graph: NamedNode) -> Loaded:
        _replace(self.remote, graph, [])
        self.notes.forget(graph)
        return Loaded(graph.value, 0, self.remote.count(graph), "removed")


def _replace(remote: Remote, graph: NamedNode, lines: list[bytes]) -> None:
    if not remote.put(graph, lines):
        remote.update(f"DROP SILENT GRAPH {graph}")
        _insert(remote, graph, lines)


def _add(remote: Remote, graph: NamedNode, lines: list[bytes]) -> None:
    if not remote.put(graph, lines, add=True):
        _insert(remote, graph, lines)


def _insert(remote: Remote, graph: NamedNode, lines: list[bytes]) -> None:
    for start in range(0, len(lines), _TRIPLES_AN_UPDATE):
        triples = _unescaped(b"".join(lines[start : start + _TRIPLES_AN_UPDATE]).decode("ascii"))
        remote.update(f"INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}")


def _unescaped(lines: str) -> str:
    """With the letters themselves: Virtuoso takes an escape within an IRI for a mistake."""
    return _ESCAPE.sub(lambda found: _letter(found[0]), lines)


def _letter(escape: str) -> str:
    letter = chr(int(escape[2:], 16)) if len(escape) > 2 else ""
    return letter if letter.isprintable() and letter else escape


def _refuse_losses(loaded: Iterable[Loaded], url: str) -> None:
    short = [one for one in loaded if one.found != one.sent]
    if short:
        raise StoreError(
            "KG705",
            "other triples in the store than were sent",
            at=url,
            found="; ".join(f"<{one.graph}> {one.found:,} of {one.sent:,}" for one in short[:10]),
            want="as many as were sent",
            do="look into the store's log; some drop triples without a word, or hold as one what differs in spelling",
        )
