"""What a dataset is made of, as one hash; worked out without reading a single document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from kg.dataset import overrides
from kg.documents import find
from kg.names import slug

_LIBRARIES = ("pyoxigraph", "pyshacl", "owlrl")


@dataclass(frozen=True, slots=True)
class File:
    """A document on disk.

    Args:
        path: Where it is.
        shown: The same as findings name it: from the project's folder, where it lies in it.
        name: The slug that becomes part of its IRI; no other file has it.
        sha256: Hexadecimal digest of its bytes; "" where it cannot be read.
        clash: What the file had to make room for with its name, as shown; "" where nothing.
    """

    path: Path
    shown: str
    name: str
    sha256: str
    clash: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that goes into a build.

    Args:
        files: The documents, sorted as shown.
        schema: Hash of ontology, shapes, hints, lexicon, register and the engine itself.
        fingerprint: Hash of all this and of the choice of reasoner and validator; equal for equal datasets.
    """

    files: tuple[File, ...]
    schema: str
    fingerprint: str


def gather(
    root: Path, documents: Sequence[Path] | None = None, reasoner: str = "rules", validator: str = "rules"
) -> Inputs:
    """Find and hash what a build would read.

    Args:
        root: The project.
        documents: Folders or files; `data/documents` of the project when left out.
        reasoner: Counts as input.
        validator: Likewise.

    Raises:
        DocumentError: KG201 for a folder that is named and does not exist.
    """
    files = tuple(_named(_shown(root, documents)))
    schema = _schema(root)
    judged = "".join(_sha256(path) for path in overrides.files(root))
    hasher = hashlib.sha256(f"{schema}\n{reasoner}\n{validator}\n{judged}\n".encode())
    for file in files:
        hasher.update(f"{file.name}\0{file.path.name}\0{file.sha256}\n".encode())
    return Inputs(files, schema, hasher.hexdigest())


def _shown(root: Path, documents: Sequence[Path] | None) -> list[tuple[str, Path]]:
    home = root / "data" / "documents"
    folders = list(documents) if documents is not None else [home] if home.is_dir() else []
    found: dict[Path, str] = {}
    for folder in folders:
        for path in find([folder]):
            found.setdefault(path.resolve(), shown(path, root, folder))
    return sorted((text, path) for path, text in found.items())


def shown(path: Path, root: Path, folder: Path | None = None) -> str:
    """A path for people, the same wherever the project lies."""
    path, root = path.resolve(), root.resolve()
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    folder = (folder or path.parent).resolve()
    inside = path.relative_to(folder) if path.is_relative_to(folder) and path != folder else Path(path.name)
    return (Path(folder.name) / inside).as_posix() if folder.is_dir() else inside.as_posix()


def _named(places: Iterable[tuple[str, Path]]) -> Iterator[File]:
    """Each file with a name of its own; of two with one stem, the later is called after its folder too."""
    taken: dict[str, str] = {}
    for text, path in places:
        sha256 = _sha256(path)
        name = slug(path.stem)
        clash = taken.get(name, "")
        for longer in (
            f"{path.parent.name} {path.stem}",
            f"{path.stem} {sha256[:12]}",
            f"{path.stem} {text}",
        ):
            if name not in taken:
                break
            name = slug(longer)
        taken[name] = text
        yield File(path, text, name, sha256, clash)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _schema(root: Path) -> str:
    hasher = hashlib.sha256()
    engine = Path(__file__).resolve().parents[1]
    for home, folder, pattern in (
        (engine, engine, "*.py"),
        (engine, engine / "vocabulary", "*.ttl"),
        (root, root / "ontology", "*.ttl"),
        (root, root / "data" / "reference", "*.ttl"),
    ):
        for path in sorted(folder.rglob(pattern)):
            hasher.update(path.relative_to(home).as_posix().encode() + b"\0")
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        hasher.update(f"{library} {metadata.version(library)}\n".encode())
    return hasher.hexdigest()
