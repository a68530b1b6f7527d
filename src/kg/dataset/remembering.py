"""What came of things and numbers, from one build to the next; what is damaged, or of another schema, is forgotten."""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path

from kg.deciding import Kept
from kg.schema import Schema

_NAME = "decided.pickle"


def recall(folder: Path | None, schema: Schema) -> Kept | None:
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
        found: Kept | None = pickle.loads(told) if digest.decode() == _digest(told) else None
    except (OSError, ValueError):
        return None
    return found


def remember(folder: Path | None, schema: Schema, kept: Kept) -> None:
    """Write what is to be recalled; a reader finds the old or the new, never half of it."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, schema)
    told = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(_digest(told).encode() + b"\n" + told)
    half.replace(path)


def _path(folder: Path, schema: Schema) -> Path:
    # Named like readings, so that what another schema made is thrown away with them.
    return folder / f"{schema.fingerprint[:16]}-{_NAME}"


def _digest(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()
