"""Which dataset is there now: a build puts another in its place, and removes the old one."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg import dataset
from kg.errors import DatasetError
from kg.names import digest


@dataclass(frozen=True, slots=True)
class Version:
    """A dataset on disk.

    Args:
        store: The store's folder, all links followed: one that is replaced while it is opened would be opened
            half and half.
        id: The same for the same inputs; of 12 characters.
        built: When its folder was last written to, in seconds since 1970.
    """

    store: Path
    id: str
    built: float

    def open(self) -> Store:
        """
        Raises:
            DatasetError: KG501, when it is gone.
        """
        try:
            return Store.read_only(str(self.store))
        except OSError as fault:
            raise DatasetError(
                "KG501", "dataset that cannot be opened", found=str(fault), do="kg build"
            ) from fault


class Source:
    """A project's dataset, whichever it is at the time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: tuple[str, int, int] | None = None
        self._version: Version | None = None

    def now(self) -> Version:
        """
        Raises:
            DatasetError: KG501, when there is none.
        """
        real = os.path.realpath(dataset.location(self._root))
        try:
            found = os.stat(real)  # noqa: PTH116 asked before each answer
        except OSError as fault:
            raise DatasetError(
                "KG501", "no dataset here", want="one that was built", do="kg build"
            ) from fault
        seen = (real, found.st_ino, found.st_mtime_ns)
        if self._version is None or seen != self._seen:
            self._version = Version(Path(real), _id(Path(real), seen), found.st_mtime)
            self._seen = seen
        return self._version


def _id(store: Path, seen: tuple[str, int, int]) -> str:
    """By what it was made of; by the folder where nothing says that."""
    try:
        told = json.loads((store.parent / "manifest.json").read_text(encoding="utf-8"))
        return str(told["inputs"])[:12]
    except (OSError, ValueError, KeyError, TypeError):
        return digest(*map(str, seen))
