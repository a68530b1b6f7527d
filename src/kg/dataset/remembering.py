"""What came of things and numbers, from one build to the next; what is damaged, or of another schema, is forgotten."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kg.deciding import Kept
from kg.schema import Schema

_NAME = "decided.txt"


def recall(folder: Path | None, schema: Schema) -> Kept | None:
    """What `remember` wrote under the same schema; None where there is nothing that can be trusted.

    Args:
        folder: The cache of the project; None to trust nothing that was made before.
        schema: Of today.
    """
    if folder is None:
        return None
    try:
        digest, _, text = _path(folder, schema).read_bytes().partition(b"\n")
        return _read(text.decode()) if digest.decode() == _digest(text) else None
    except (OSError, ValueError):
        return None


def remember(folder: Path | None, schema: Schema, kept: Kept) -> None:
    """Write what is to be recalled; a reader finds the old or the new, never half of it."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, schema)
    text = "\n".join("\t".join((thing, *told)) for thing, told in kept.items()).encode()
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(_digest(text).encode() + b"\n" + text)
    half.replace(path)


def _read(text: str) -> Kept:
    """A thing a line: its IRI, the digest, and what came of it, in which neither a tab nor a line feed stands."""
    lines = (line.split("\t") for line in text.split("\n") if line)
    return {thing: (digest, told) for thing, digest, told in lines}


def _path(folder: Path, schema: Schema) -> Path:
    # Named like readings, so that what another schema made is thrown away with them.
    return folder / f"{schema.fingerprint[:16]}-{_NAME}"


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()
