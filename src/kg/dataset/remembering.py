"""What one build spares the next, under the same schema; what is damaged is forgotten.

What came of things is kept in shares, by their names: of a change few shares are touched, and only these are written.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.dataset.shelving import Lines, Pieces
from kg.dataset.summing import Made
from kg.deciding import Entry, Kept
from kg.schema import Schema

_NAME = "decided.sqlite"
_LINES = "lines.sqlite"
_GRAPHS = "graphs"
_SHARES = 1024


class Memory(NamedTuple):
    """What is remembered.

    Args:
        decided: What came of things and numbers.
        graphs: By name, what graphs were made of, and what they were: of just what is decided, and nothing else.
        doubts: What annals did not tell of, as `Doubts.told` gives it.
        shares: Digests of the shares that were read.
    """

    decided: Kept = MappingProxyType({})
    graphs: Mapping[str, Made] = MappingProxyType({})
    doubts: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    shares: Mapping[str, str] = MappingProxyType({})


class _Graphs(NamedTuple):
    """Graphs, with the digests of the shares that they go with."""

    shares: Mapping[str, str]
    graphs: Mapping[str, Made]
    doubts: tuple[frozenset[str], frozenset[str]]


NOTHING = Memory()


def recall(folder: Path | None, schema: Schema) -> Memory | None:
    """What `remember` wrote under the same schema; None where there is nothing that can be trusted.

    Args:
        folder: The cache of the project; None to trust nothing that was made before.
        schema: Of today.
    """
    if folder is None or not (path := _path(folder, schema, _NAME)).is_file():
        return None
    pieces = Pieces(path)
    told = pieces.read()
    pieces.close()
    # Only what proves itself is taken apart: nothing in it can be anything but what kg has written.
    known: _Graphs | None = pickle.loads(told.pop(_GRAPHS)) if _GRAPHS in told else None
    decided, shares = dict[str, Entry](), dict[str, str]()
    while told:
        name, text = told.popitem()
        decided |= pickle.loads(text)
        shares[name] = _digest(text)
    if known is None or known.shares != shares:
        return Memory(decided, shares=shares)
    return Memory(decided, known.graphs, known.doubts, shares)


def remember(folder: Path | None, schema: Schema, kept: Memory, before: Memory | None = None) -> None:
    """Write what is to be recalled; whoever is killed meanwhile leaves the old or the new, never half of it.

    Args:
        folder: The cache of the project; None to write nothing.
        schema: Of today.
        kept: All of it.
        before: What was recalled: what is the same in both is not written again.
    """
    if folder is None:
        return
    before = before or NOTHING
    old, new = _shares(before.decided), _shares(kept.decided)
    same = {name for name in new.keys() & before.shares.keys() if _is_same(new[name], old.get(name))}
    told = {
        name: pickle.dumps(share, pickle.HIGHEST_PROTOCOL) for name, share in new.items() if name not in same
    }
    # Another process may have written others meanwhile: then these are not the digests of what will be found.
    digests = {name: before.shares[name] for name in same} | {name: _digest(t) for name, t in told.items()}
    told[_GRAPHS] = pickle.dumps(_Graphs(digests, kept.graphs, kept.doubts), pickle.HIGHEST_PROTOCOL)
    pieces = Pieces(_path(folder, schema, _NAME))
    pieces.write(told, same)
    pieces.close()


def _shares(decided: Kept) -> dict[str, dict[str, Entry]]:
    found = defaultdict[str, dict[str, Entry]](dict)
    for owner, entry in decided.items():
        found[str(zlib.crc32(owner.encode()) % _SHARES)][owner] = entry
    return dict(found)


def _is_same(share: Mapping[str, Entry], before: Mapping[str, Entry] | None) -> bool:
    """Whether nothing in a share came of anything new."""
    if before is None or share.keys() != before.keys():
        return False
    return all(entry is before[owner] for owner, entry in share.items())


@contextmanager
def shelf(folder: Path, schema: Schema) -> Iterator[Lines]:
    """Lines of graphs that are remembered: what is put there by whoever is killed is not there."""
    lines = Lines(_path(folder, schema, _LINES))
    try:
        yield lines
    finally:
        lines.close()


def _path(folder: Path, schema: Schema, name: str) -> Path:
    # Named like readings, so that what another schema made is thrown away with them.
    return folder / f"{schema.fingerprint[:16]}-{name}"


def _digest(told: bytes) -> str:
    return hashlib.blake2b(told, digest_size=16).hexdigest()
