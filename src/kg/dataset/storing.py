"""Graphs → a store on disk: from nothing, or from the store before, of which only what differs is touched."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.dataset.packing import EMPTY, Parts, as_files

__all__ = ["STORE", "fill"]

STORE = "store"
_LEDGER = "store.json"
_AT_ONCE = 250_000
"""Quads that a store is given at a time: it holds several times their size until it has sorted them."""
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


def fill(folder: Path, parts: Parts, before: Path | None = None) -> None:
    """Make the store of a dataset.

    Args:
        folder: Of the new dataset; its store is made in it.
        parts: Graph → its triples.
        before: Folder of an earlier dataset, which stays as it is. Its files, which no store ever writes to
            again, are shared by hard links.
    """
    digests = {graph.value: part.digest for graph, part in parts.items()}
    ledger = _read(before) if before is not None else None
    if before is not None and ledger is not None and _change(folder, parts, digests, before, ledger):
        changes = ledger.changes + 1
    else:
        shutil.rmtree(folder / STORE, ignore_errors=True)
        _fill(folder / STORE, parts)
        changes = 0
    _write(folder, _Ledger(changes, digests))


def _fill(path: Path, parts: Parts) -> None:
    store = Store(str(path))
    # As text, which the store reads for itself: a quad as an object costs more than to parse its line.
    for file in as_files(parts, _AT_ONCE):
        store.bulk_load(file, RdfFormat.N_QUADS)
    store.optimize()
    store.flush()


def _change(folder: Path, parts: Parts, digests: Mapping[str, str], before: Path, ledger: _Ledger) -> bool:
    """Copy the earlier store and change the copy; False, with nothing promised, where that does not pay."""
    touched = {g for g in {*digests, *ledger.digests} if digests.get(g) != ledger.digests.get(g)}
    if ledger.changes >= _MOST_CHANGES:
        return False
    try:
        old = Store.read_only(str(before / STORE))
        difference = _difference(old, parts, touched)
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


def _difference(old: Store, parts: Parts, touched: Iterable[str]) -> _Difference:
    out: list[Quad] = []
    new: list[Quad] = []
    for name in sorted(touched):
        graph = NamedNode(name)
        wanted = {*parts.get(graph, EMPTY).quads(graph)}
        there = {*old.quads_for_pattern(None, None, None, graph)}
        out += there - wanted
        new += wanted - there
    return _Difference(out, new)


def _copy(source: Path, target: Path) -> None:
    """A store's folder; tables, which are never written to twice, by link."""
    target.mkdir()
    for path in _files(source):
        if path.suffix == ".sst":
            _link(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("LO"))


def _link(source: Path, target: Path) -> None:
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
