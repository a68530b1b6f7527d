"""The second, tiny domain (tests/tiny): a project of its own, copied to where a test may change it."""

from __future__ import annotations

import shutil
from pathlib import Path

from kg import schema
from kg.dataset import inputs, intake
from kg.reading import Reading
from kg.schema import Schema

HOME = Path(__file__).parent / "tiny"
BASE = "https://example.org/lighthouses/"


def project(folder: Path) -> Path:
    """A fresh copy of the project, never built."""
    copied = folder / "lighthouses"
    shutil.copytree(HOME, copied, ignore=shutil.ignore_patterns("build"))
    return copied


def write(root: Path, name: str, text: str | bytes) -> Path:
    """A document of the project."""
    path = root / "data" / "documents" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read_all(root: Path) -> tuple[Schema, tuple[Reading, ...]]:
    known = schema.load(root)
    return known, intake.take_in(inputs.gather(root).files, known).readings


def reading(name: str) -> tuple[Schema, Reading]:
    """One of the project's documents, as it is read."""
    known, readings = read_all(HOME)
    return known, next(r for r in readings if r.document.name == name)
