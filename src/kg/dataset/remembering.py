"""What one build spares the next, under the same schema; what is damaged is forgotten."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.dataset.shelving import Lines
from kg.dataset.summing import Made
from kg.deciding import Kept
from kg.schema import Schema

_NAME = "decided.pickle"
_LINES = "lines.sqlite"


class Memory(NamedTuple):
    """What is remembered.

    Args:
        decided: What came of things and numbers.
        graphs: By name, what graphs were made of, and what they were.
        doubts: What annals did not tell of, as `Doubts.told` gives it.
    """

    decided: Kept = MappingProxyType({})
    graphs: Mapping[str, Made] = MappingProxyType({})
    doubts: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


NOTHING = Memory()


def recall(folder: Path | None, schema: Schema) -> Memory | None:
    """What `remember` wrote under the same schema; None where there is nothing that can be trusted.

    Args:
        folder: The cache of the project; None to trust nothing that was made before.
        schema: Of today.
    """
    if folder is None:
        return None
    try:
        digest, _, told = _path(folder, schema).read_bytes().partition(b"\n")
        # Only what was written whole is taken apart: nothing in it can be anything but what kg has written.
        found: Memory | None = pickle.loads(told) if digest.decode() == _digest(told) else None
    except (OSError, ValueError):
        return None
    return found


def remember(folder: Path | None, schema: Schema, kept: Memory) -> None:
    """Write what is to be recalled; a reader finds the old or the new, never half of it."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, schema)
    told = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(_digest(told).encode() + b"\n" + told)
    half.replace(path)


@contextmanager
def shelf(folder: Path, schema: Schema) -> Iterator[Lines]:
    """Lines of graphs that are remembered: what is put there by whoever is killed is not there."""
    lines = Lines(_path(folder, schema, _LINES))
    try:
        yield lines
    finally:
        lines.close()


def _path(folder: Path, schema: Schema, name: str = _NAME) -> Path:
    # Named like readings, so that what another schema made is thrown away with them.
    return folder / f"{schema.fingerprint[:16]}-{name}"


def _digest(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()
