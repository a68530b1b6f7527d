"""Tables that take long to make and are always the same: made once, then taken from the user's cache folder.

The folder is `$KG_CACHE`, else `kg` in `$XDG_CACHE_HOME` or in `~/.cache`. An empty `KG_CACHE` keeps nothing. What
cannot be written, read or trusted is made again: the folder may be thrown away at any time.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar, cast

from kg import garbage

__all__ = ["engine", "folder", "kept", "kept_of"]

T = TypeVar("T")
_MOST = 2
"""So many states of one table are kept, of several installations; older ones go."""
_MOST_OF_INPUTS = 8
"""So many where tables are made of files of the user's: of several projects, or of one that is worked on."""


def folder() -> Path | None:
    """Where tables are kept; None for nowhere."""
    told = os.environ.get("KG_CACHE")
    if told is not None:
        return Path(told) if told else None
    home = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(home) if home else Path.home() / ".cache") / "kg"
    except RuntimeError:  # nobody's home
        return None


@lru_cache(maxsize=1)
def engine() -> str:
    """A digest of the engine's own code, in hexadecimal."""
    hasher = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(root.rglob("*.py")):
        hasher.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


def kept(name: str, package: str, make: Callable[[], T]) -> T:
    """What `make` makes, or what it made at an earlier time of the same package, by the same engine.

    Args:
        name: Of the table: a file's name begins with it.
        package: The distribution whose data the table is made from.
        make: Makes it: of nothing else than that data and the engine's code.
    """
    try:
        of = version(package)
    except PackageNotFoundError:
        of = ""
    return _kept(name, f"{package}\0{of}", make, _MOST)


def kept_of(name: str, digest: str, make: Callable[[], T]) -> T:
    """What `make` makes, or what it made at an earlier time of the same input, by the same engine.

    Args:
        name: Of the table: a file's name begins with it.
        digest: Of all that the table is made from beside the engine's code.
        make: Makes it.
    """
    return _kept(name, digest, make, _MOST_OF_INPUTS)


def _kept(name: str, source: str, make: Callable[[], T], most: int) -> T:
    where = folder()
    if where is None:
        return make()
    path = where / f"{name}-{_state(source)}"
    with suppress(Exception):  # whatever is wrong with a file: the table can be made
        return cast(T, _loaded(path))
    made = make()
    with suppress(OSError):
        _save(path, made)
        _prune(where, name, most)
    return made


def _state(source: str) -> str:
    told = "\0".join((engine(), source, sys.implementation.cache_tag or sys.version))
    return hashlib.sha256(told.encode()).hexdigest()[:24]


@garbage.left_lying()
def _loaded(path: Path) -> object:
    digest, content = (raw := path.read_bytes())[:32], memoryview(raw)[32:]
    if hashlib.sha256(content).digest() != digest:
        raise ValueError(path)
    return pickle.loads(content)


def _save(path: Path, made: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.write_bytes(hashlib.sha256(content).digest() + content)
    half.replace(path)


def _prune(where: Path, name: str, most: int) -> None:
    states = sorted(where.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in states[most:]:
        path.unlink(missing_ok=True)
