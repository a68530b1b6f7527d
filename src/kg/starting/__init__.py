"""Start a project: a folder with a small example of everything, which builds and answers at once."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from kg import converting, schema
from kg.dataset import inputs, intake
from kg.errors import DatasetError
from kg.names import slug

__all__ = ["start"]

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}\Z")
_EXAMPLE = "orchard"
_BASE = "https://example.org/"
_TEXT = frozenset((".ttl", ".rq", ".md"))


def start(folder: Path) -> list[Path]:
    """Write a project that builds, answers and passes its checks; the last part of the path is its name.

    Args:
        folder: Where; its parent is made, too. It may be there, if it is empty.

    Returns:
        The files that were written, sorted.

    Raises:
        DatasetError: KG551 for a name that cannot become part of addresses, KG552 where something is there.
        Nothing is left behind then.
    """
    folder = Path(folder).absolute()
    _refuse(folder)
    made_before = folder.is_dir()
    try:
        _copy(resources.files("kg") / "starting" / "template", folder, folder.name)
        _read_documents(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if made_before:
            folder.mkdir()
        raise
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _refuse(folder: Path) -> None:
    if not _NAME.match(folder.name):
        raise DatasetError(
            "KG551",
            "name that cannot become part of addresses",
            found=folder.name or str(folder),
            want="a letter, then letters, digits, hyphens, at most 64",
            do="kg new my-graph",
        )
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise DatasetError(
            "KG552",
            "something is there already",
            at=str(folder),
            found="a file" if folder.is_file() else f"{len(list(folder.iterdir()))} files or folders in it",
            want="a name that is free, or an empty folder",
            do="choose another name",
        )


def _copy(source: Traversable, target: Path, name: str) -> None:
    """The example under the project's own name and below an address of its own."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in sorted(source.iterdir(), key=lambda found: found.name):
        path = target / re.sub(r"^dot-", ".", entry.name)
        if entry.is_dir():
            _copy(entry, path, name)
        elif entry.name != "__pycache__":
            path.write_text(_named(entry.read_text(encoding="utf-8"), entry.name, name), encoding="utf-8")


def _named(text: str, file: str, name: str) -> str:
    if Path(file).suffix not in _TEXT:
        return text
    text = text.replace(f"{_BASE}{_EXAMPLE}/", f"{_BASE}{slug(name)}/")
    return text.replace(f"# {_EXAMPLE}\n", f"# {name}\n", 1) if file == "README.md" else text


def _read_documents(root: Path) -> None:
    """What the documents say, for `data/graphs`: it holds the project's own addresses."""
    known = schema.load(root)
    for reading in intake.take_in(inputs.gather(root).files, known).readings:
        path = root / "data" / "graphs" / converting.file_name(reading.iri)
        path.parent.mkdir(exist_ok=True)
        path.write_text(converting.to_turtle(reading, known), encoding="utf-8")
