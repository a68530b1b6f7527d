"""What is kept from one build to the next, in files of SQLite: of these only what is asked for is read or written."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

__all__ = ["Lines", "Pieces"]

_QUICKLY = 1
_TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, proof BLOB, told BLOB) WITHOUT ROWID"
_PUT = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)"


class _File:
    """A file with texts by their names; one that is damaged is thrown away, and one that is in use is done without.

    Args:
        path: Of the file; it is made if need be.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: sqlite3.Connection | None = None

    def _open(self) -> sqlite3.Connection:
        if self._known is None:
            try:
                self._known = self._connected()
            except sqlite3.OperationalError:
                raise  # somebody else writes it just now, or nobody may
            except sqlite3.DatabaseError:
                self._path.unlink(missing_ok=True)
                self._known = self._connected()
        return self._known

    def _connected(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        known = sqlite3.connect(self._path)
        try:
            # Where the machine fails the file may be damaged: nothing is believed that does not prove itself.
            known.execute("PRAGMA synchronous = OFF")
            known.execute(_TABLE)
        except sqlite3.Error:
            known.close()
            raise
        return known

    def _fail(self, error: Exception) -> None:
        """Throw the file away where it is damaged, so that the next build keeps what it makes."""
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if damaged and self._known is not None:
            self._known.close()
            self._known = None
        if damaged:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Write what was put."""
        if self._known is not None:
            with suppress(sqlite3.Error):
                self._known.commit()
            self._known.close()
            self._known = None


class Lines(_File):
    """Graph → the lines that came by themselves; what is missing, damaged or of another time is not there."""

    def lines(self, graph: str, of: int) -> list[str] | None:
        """The lines of a graph; None unless they are those with this sum of fingerprints."""
        try:
            row = self._open().execute("SELECT proof, told FROM kept WHERE name = ?", (graph,)).fetchone()
            if row is None or row[0] != _proof(row[1], of):
                return None
            text = zlib.decompress(row[1]).decode()
        except (sqlite3.Error, OSError, zlib.error, TypeError, ValueError) as error:
            self._fail(error)
            return None
        return text.split("\n") if text else []

    def put(self, graph: str, of: int, lines: Iterable[str]) -> None:
        """Keep the lines in place of those before; they are there for others once it was closed."""
        told = zlib.compress("\n".join(lines).encode(), _QUICKLY)
        try:
            self._open().execute(_PUT, (graph, _proof(told, of), told))
        except (sqlite3.Error, OSError) as error:
            self._fail(error)

    def forget(self, but: Collection[str]) -> None:
        """Throw away what is kept of all graphs but these."""
        try:
            _forget(self._open(), but)
        except (sqlite3.Error, OSError) as error:
            self._fail(error)


class Pieces(_File):
    """Texts by their names."""

    def read(self) -> dict[str, bytes]:
        """All that can be trusted, by the name."""
        try:
            rows = self._open().execute("SELECT name, proof, told FROM kept").fetchall()
            return {name: told for name, proof, told in rows if proof == _proof(told)}
        except (sqlite3.Error, OSError, TypeError) as error:
            self._fail(error)
            return {}

    def write(self, told: Mapping[str, bytes], but: Iterable[str]) -> None:
        """Put some in place of those before, and forget all others but these."""
        try:
            known = self._open()
            _forget(known, {*told, *but})
            known.executemany(_PUT, ((name, _proof(text), text) for name, text in told.items()))
        except (sqlite3.Error, OSError) as error:
            self._fail(error)


def _forget(known: sqlite3.Connection, but: Collection[str]) -> None:
    gone = [(name,) for (name,) in known.execute("SELECT name FROM kept") if name not in but]
    known.executemany("DELETE FROM kept WHERE name = ?", gone)


def _proof(told: bytes, of: int = 0) -> bytes:
    """What was told of what: nothing else has the same by chance."""
    return hashlib.blake2b(f"{of:x} ".encode() + told, digest_size=16).digest()
