"""Graphs → a store on disk: from nothing, or from the store before, of which only what differs is touched.

A store that is made from nothing takes graphs as they become complete, in threads of its own, while others are still
being made: to load a quad takes as long as to make it, and needs nothing of Python.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.dataset.packing import EMPTY, Changed, Packed, Parts, as_files, parsed

__all__ = ["STORE", "Filler", "can_be_changed", "fill", "link"]

STORE = "store"
_LEDGER = "store.json"
_AT_ONCE = 250_000
"""Quads that a store is given at a time: it holds several times their size until it has sorted them."""
_THREADS = 2
"""Threads that fill a store: when all graphs are made, both cores of a small machine have nothing else to do."""
_MOST_CHANGED = 0.2
"""The share of all triples up to which changing a store is quicker than filling one."""
_MOST_CHANGES = 32
"""So often a store is changed before it is filled anew, since what was removed takes room until then."""


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What a store holds.

    Args:
        changes: How often it was changed since it was filled.
        digests: Graph → hash of its triples.
    """

    changes: int
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Difference:
    """What has to go from a store, and what has to come."""

    out: Sequence[Quad]
    new: Sequence[Quad]


class Filler:
    """Fills a store with graphs while others are still being made; the store is whole once it was `finished`.

    Left before that, as a context, it stops where it is.

    Args:
        folder: Of the new dataset; its store is made in it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / STORE
        self._graphs: SimpleQueue[tuple[NamedNode, Packed] | None] = SimpleQueue()
        self._stopped = False
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._fill, name="filling the store", daemon=True)

    def __enter__(self) -> Filler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        self._graphs.put(None)
        self._thread.join()

    def add(self, graph: NamedNode, part: Packed) -> None:
        """Take a graph that is complete."""
        self._graphs.put((graph, part))

    def finished(self) -> None:
        """Wait until all graphs are in the store.

        Raises:
            OSError: As the store raised it, for a disk that is full and the like.
        """
        self._graphs.put(None)
        self._thread.join()
        if self._fault is not None:
            raise self._fault

    def _fill(self) -> None:
        try:
            store, loading = Store(str(self._path)), deque[Future[None]]()
            with ThreadPoolExecutor(_THREADS) as pool:
                # As text, which the store reads for itself: a quad as an object costs more than to parse its line.
                load = partial(store.bulk_load, format=RdfFormat.N_QUADS)
                for file in as_files(self._taken(), _AT_ONCE):
                    if len(loading) == _THREADS:
                        loading.popleft().result()
                    loading.append(pool.submit(load, file))
            for loaded in loading:
                loaded.result()
            if not self._stopped:
                store.optimize()
                store.flush()
        except BaseException as fault:  # raised again where it is waited for
            self._fault = fault

    def _taken(self) -> Iterator[tuple[NamedNode, Packed]]:
        while (taken := self._graphs.get()) is not None and not self._stopped:
            yield taken


def can_be_changed(folder: Path) -> bool:
    """Whether there is a store that may be changed in place of one made from nothing."""
    ledger = _read(folder)
    return ledger is not None and ledger.changes < _MOST_CHANGES


def fill(folder: Path, parts: Parts, before: Path | None = None, filler: Filler | None = None) -> None:
    """Make the store of a dataset.

    Args:
        folder: Of the new dataset; its store is made in it.
        parts: Graph → its triples.
        before: Folder of an earlier dataset, which stays as it is. Its files, which no store ever writes to
            again, are shared by hard links.
        filler: What has been given all these graphs; then nothing is taken from before.
    """
    digests = {graph.value: part.digest for graph, part in parts.items()}
    ledger = _read(before) if before is not None else None
    changes = 0
    if filler is not None:
        filler.finished()
    elif before is not None and ledger is not None and _change(folder, parts, digests, before, ledger):
        changes = ledger.changes + 1
    else:
        _fill(folder, parts)
    _write(folder, _Ledger(changes, digests))


def _fill(folder: Path, parts: Parts) -> None:
    shutil.rmtree(folder / STORE, ignore_errors=True)
    with Filler(folder) as filler:
        for graph, part in parts.items():
            filler.add(graph, part)
        filler.finished()


def _change(folder: Path, parts: Parts, digests: Mapping[str, str], before: Path, ledger: _Ledger) -> bool:
    """Copy the earlier store and change the copy; False, with nothing promised, where that does not pay."""
    touched = {g for g in {*digests, *ledger.digests} if digests.get(g) != ledger.digests.get(g)}
    if ledger.changes >= _MOST_CHANGES:
        return False
    try:
        old = Store.read_only(str(before / STORE))
        difference = _difference(old, parts, touched, ledger)
        del old
        if len(difference.out) + len(difference.new) > _MOST_CHANGED * sum(
            part.many for part in parts.values()
        ):
            return False
        _copy(before / STORE, folder / STORE)
        store = Store(str(folder / STORE))
        for quad in difference.out:
            store.remove(quad)
        store.extend(difference.new)
        store.flush()
    except (OSError, RuntimeError):
        # A damaged store, or one that a kg of another kind has made: it will be filled anew.
        return False
    return True


def _difference(old: Store, parts: Parts, touched: Iterable[str], ledger: _Ledger) -> _Difference:
    out: list[Quad] = []
    new: list[Quad] = []
    for name in sorted(touched):
        graph = NamedNode(name)
        part = parts.get(graph, EMPTY)
        if isinstance(part, Changed) and part.before == ledger.digests.get(name):
            out += _quads(part.out, graph)
            new += _quads(part.new, graph)
        else:
            wanted = {*part.quads(graph)}
            there = {*old.quads_for_pattern(None, None, None, graph)}
            out += there - wanted
            new += wanted - there
    return _Difference(out, new)


def _quads(lines: Iterable[str], graph: NamedNode) -> Iterator[Quad]:
    text = "\n".join(lines).encode()
    return parsed(text, graph) if text else iter(())


def _copy(source: Path, target: Path) -> None:
    """A store's folder; tables, which are never written to twice, by link."""
    target.mkdir()
    for path in _files(source):
        if path.suffix == ".sst":
            link(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("LO"))


def link(source: Path, target: Path) -> None:
    """A file that is never written to again, at a second place."""
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copyfile(source, target)


def _read(folder: Path) -> _Ledger | None:
    try:
        found = json.loads((folder / _LEDGER).read_text(encoding="utf-8"))
        return _Ledger(int(found["changes"]), dict(found["digests"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(folder: Path, ledger: _Ledger) -> None:
    text = json.dumps({"changes": ledger.changes, "digests": ledger.digests}, indent=1)
    (folder / _LEDGER).write_text(text + "\n", encoding="utf-8")
