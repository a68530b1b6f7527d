"""Two documents, found and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.dataset import inputs, intake
from kg.errors import DocumentError, KgError
from kg.reading import Reading
from kg.schema import Schema

Progress = Callable[[str, int, int], None]


def both(
    root: Path, schema: Schema, a: str, b: str, progress: Progress | None = None
) -> tuple[Reading, Reading]:
    """Read two documents, each for itself.

    Args:
        root: The project.
        schema: Of the project.
        a: Path of a file; or the name of one in `data/documents`, with or without its ending.
        b: The other one; may be the same.
        progress: Told what is being done.

    Raises:
        DocumentError: KG201 where there is no such file, and whatever its format's reader finds wrong with it.
    """
    paths = [_path(root, text) for text in (a, b)]
    files = inputs.gather(root, paths).files
    taken = intake.take_in(files, schema, cache=root / "build" / "cache", progress=progress)
    read = {reading.document.path.resolve(): reading for reading in taken.readings}
    for path in paths:
        if path.resolve() not in read:
            finding = next(f for f in taken.findings if f.severity == "error")
            raise KgError(finding.code, finding.what, finding.at, finding.found, finding.want, finding.do)
    return read[paths[0].resolve()], read[paths[1].resolve()]


def _path(root: Path, text: str) -> Path:
    path = Path(text)
    if path.is_file():
        return path
    home = root / "data" / "documents"
    named = sorted(p for p in home.glob("*") if text in (p.name, p.stem)) if home.is_dir() else []
    if len(named) == 1:
        return named[0]
    raise DocumentError(
        "KG201",
        "file that cannot be read",
        at=text,
        found=f"{len(named)} documents of this name",
        want="a file, or the name of one in data/documents",
        do="check the path",
    )
