"""Lines of graphs, kept from one build to the next: a file of SQLite, of which only what is asked for is read."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

__all__ = ["Lines"]

_QUICKLY = 1
_TABLE = "CREATE TABLE IF NOT EXISTS lines (graph TEXT PRIMARY KEY, made BLOB, told BLOB) WITHOUT ROWID"


class Lines:
    """Graph → the lines that came by themselves.

    Nothing is believed of it that it does not prove: what is missing, damaged or of another time is not there.

    Args:
        path: Of the file; it is made if need be.
    """

    def __init__(self, path: Path) -> None:
        self._known: sqlite3.Connection | None = None
        self._path = path

    def lines(self, graph: str, of: int) -> list[str] | None:
        """The lines of a graph; None unless they are those with this sum of fingerprints."""
        try:
            row = self._open().execute("SELECT made, told FROM lines WHERE graph = ?", (graph,)).fetchone()
            if row is None or row[0] != _proof(of, row[1]):
                return None
            text = zlib.decompress(row[1]).decode()
        except (sqlite3.Error, zlib.error, TypeError, ValueError):
            return None
        return text.split("\n") if text else []

    def put(self, graph: str, of: int, lines: Iterable[str]) -> None:
        """Keep the lines in place of those before; they are there for others once it was `closed`."""
        told = zlib.compress("\n".join(lines).encode(), _QUICKLY)
        with suppress(sqlite3.Error):
            self._open().execute(
                "INSERT OR REPLACE INTO lines VALUES (?, ?, ?)", (graph, _proof(of, told), told)
            )

    def _open(self) -> sqlite3.Connection:
        if self._known is None:
            self._known = self._connected()
        return self._known

    def _connected(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        known = sqlite3.connect(self._path)
        try:
            # Where the machine fails, the file may be damaged; then it is made anew.
            known.execute("PRAGMA synchronous = OFF")
            known.execute(_TABLE)
        except sqlite3.DatabaseError:
            known.close()
            self._path.unlink(missing_ok=True)
            known = sqlite3.connect(self._path)
            known.execute(_TABLE)
        return known

    def close(self) -> None:
        """Write what was put."""
        if self._known is not None:
            with suppress(sqlite3.Error):
                self._known.commit()
            self._known.close()
            self._known = None


def _proof(of: int, told: bytes) -> bytes:
    """What was told of what: nobody else can have written it by chance."""
    return hashlib.blake2b(f"{of:x} ".encode() + told, digest_size=16).digest()
