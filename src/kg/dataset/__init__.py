"""The graphs on disk: build them in one atomic step, open them to read."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import garbage
from kg.errors import DatasetError
from kg.findings import Finding

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.dataset.storing import Filler

__all__ = ["Build", "build", "is_current", "location", "manifest", "open"]

Progress = Callable[[str, int, int], None]
TEXTS = "texts"
"""Beside the store: a file for each document with its text, as pages show it."""
_LONGEST_WAIT = 600


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made.

    Args:
        counts: What there is of each kind.
        findings: Sorted.
        seconds: How long it took; stands in no file.
        unchanged: Nothing had changed, so nothing was made.
    """

    counts: Mapping[str, int]
    findings: tuple[Finding, ...]
    seconds: float
    unchanged: bool = False


@garbage.left_lying()
def build(
    root: Path,
    *,
    documents: Sequence[Path] | None = None,
    reasoner: str = "rules",
    validator: str = "rules",
    workers: int = 0,
    progress: Progress | None = None,
) -> Build:
    """Make the dataset anew, unless nothing has changed.

    Args:
        root: The project; only `build/` in it is written to.
        documents: Folders or files in place of `data/documents`.
        reasoner: "rules" or "owlrl".
        validator: "rules" or "pyshacl".
        workers: Processes to work with, 0 for as many as there are cores; the dataset is the same.
        progress: Told what is being done, how much of it is done, and how much there is.

    Returns:
        What was made. Documents that cannot be read, facts that break a rule and the like are findings.

    Raises:
        SchemaError: KG101 to KG106 and KG190, for a schema that cannot be used.
        DatasetError: KG502, KG505; KG506, while another build is going on.
        The dataset that was there before stays, whatever happens.
    """
    started = time.perf_counter()
    root = root.resolve()
    from kg.dataset import inputs

    wanted = inputs.gather(root, documents, reasoner, validator)
    with _alone(root, progress):
        known = _read_manifest(root)
        if known is not None and known["inputs"] == wanted.fingerprint:
            findings = tuple(Finding.from_dict(fields) for fields in known["findings"])
            return Build(known["counts"], findings, time.perf_counter() - started, True)
        with _making(root) as (making, filler):
            made = _made(root, wanted, documents, reasoner, validator, workers, progress, filler)
            if progress:
                progress("writing", 0, 1)
            _write(root, making, made, wanted.fingerprint, filler)
    return Build(made.counts, made.findings, time.perf_counter() - started)


def is_current(root: Path, documents: Sequence[Path] | None = None, reasoner: str = "rules") -> bool:
    """Whether a build would find nothing to do."""
    from kg.dataset import inputs

    known = _read_manifest(root)
    return known is not None and known["inputs"] == inputs.gather(root, documents, reasoner).fingerprint


def location(root: Path) -> Path:
    """The folder of the store, for those who open it in a process of their own.

    Raises:
        DatasetError: KG501, when nothing has been built.
    """
    store = root / "build" / "dataset" / "store"
    if store.is_dir():
        return store
    raise DatasetError(
        "KG501",
        "no dataset here",
        at=str(root / "build"),
        want="a dataset that was built",
        do="kg build",
    )


def open(root: Path) -> Store:
    """The dataset, to be read only.

    Raises:
        DatasetError: KG501, when nothing has been built, or what is there cannot be opened.
    """
    from pyoxigraph import Store

    path = location(root)
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as fault:
        raise DatasetError(
            "KG501", "dataset that cannot be opened", at=str(path), found=str(fault), do="kg build"
        ) from fault


def manifest(root: Path) -> dict[str, Any]:
    """What `build/manifest.json` says: inputs, counts, findings.

    Raises:
        DatasetError: KG501, when nothing has been built.
    """
    location(root)
    return _read_manifest(root) or {}


def _made(
    root: Path,
    wanted: Any,
    documents: Sequence[Path] | None,
    reasoner: str,
    validator: str,
    workers: int,
    progress: Progress | None,
    filler: Filler | None,
) -> Any:
    """The graphs; what they were made from is let go of before they are written, if they are made from nothing.

    After a change it is kept for graphs that are only promised, which are few where they are asked for.
    """
    from kg.dataset import graphs, overrides, readers, remembering

    schema, taken = _taken_in(root, wanted, documents, workers, progress)
    cache = root / "build" / "cache"
    kept = remembering.recall(cache, schema)
    with remembering.shelf(cache, schema) as shelf:
        made = graphs.assemble(
            schema,
            taken,
            overrides.read(root, schema),
            reasoner=reasoner,
            validator=validator,
            progress=progress,
            kept=kept,
            complete=filler.add if filler is not None else None,
            shelf=shelf,
            workers=workers or readers.cores(),
        )
    remembering.remember(cache, schema, made.kept, kept)
    return replace(made, kept=remembering.NOTHING)


def _taken_in(
    root: Path, wanted: Any, documents: Sequence[Path] | None, workers: int, progress: Progress | None
) -> tuple[Any, Any]:
    # Nothing of this is needed to find out that nothing has changed.
    from kg import schema as schemas
    from kg.dataset import inputs, intake

    schema = schemas.load(root)
    taken = intake.take_in(
        wanted.files,
        schema,
        cache=root / "build" / "cache",
        progress=progress,
        workers=workers,
        forgetful=True,
    )
    folders = list(documents) if documents is not None else [root / "data" / "documents"]
    others = intake.strangers([f for f in folders if f.exists()], root, inputs.shown)
    return schema, intake.with_findings(taken, others)


# --- on disk -----------------------------------------------------------------------------------------------


@contextmanager
def _making(root: Path) -> Iterator[tuple[Path, Filler | None]]:
    """A folder for a new dataset, gone where making it fails; what fills its store, if from nothing."""
    from kg.dataset import storing

    folder = root / "build"
    making = Path(tempfile.mkdtemp(prefix="making-", dir=folder))
    try:
        if storing.can_be_changed(folder / "dataset"):
            yield making, None
        else:
            with storing.Filler(making) as filler:
                yield making, filler
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _write(root: Path, making: Path, made: Any, fingerprint: str, filler: Filler | None) -> None:
    """All of it into a folder of its own; then one link is moved, and only then the old folder removed."""
    from kg.dataset import storing

    folder = root / "build"
    _write_json(making / "manifest.json", _manifest(made, fingerprint))
    (making / "report.nt").write_text(made.report, encoding="utf-8")
    (making / TEXTS).mkdir()
    for name, text in made.texts.items():
        if isinstance(text, Path):
            storing.link(text, making / TEXTS / name)
        else:
            (making / TEXTS / name).write_text(text, encoding="utf-8")
    storing.fill(making, made.parts, folder / "dataset", filler)
    final = _free(folder / f"dataset-{fingerprint[:12]}")
    making.rename(final)
    _link(folder / "dataset", final.name)
    _link(folder / "manifest.json", "dataset/manifest.json")
    for old in sorted(folder.iterdir()):
        if old.name.startswith(("dataset-", "making-")) and old != final:
            shutil.rmtree(old, ignore_errors=True)


def _free(path: Path) -> Path:
    """The path, or a longer one where something is left that a reader may still have open."""
    while path.exists():
        path = path.with_name(f"{path.name}x")
    return path


def _link(path: Path, target: str) -> None:
    waiting = path.with_name(f"{path.name}.next")
    waiting.unlink(missing_ok=True)
    waiting.symlink_to(target)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    os.replace(waiting, path)  # noqa: PTH105 one step, also over a link


def _manifest(made: Any, fingerprint: str) -> dict[str, Any]:
    graphs = {graph.value: part.many for graph, part in made.parts.items()}
    return {
        "inputs": fingerprint,
        "counts": dict(made.counts),
        "graphs": graphs,
        "findings": [finding.as_dict() for finding in made.findings],
    }


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _read_manifest(root: Path) -> dict[str, Any] | None:
    """What was written with the dataset; None where there is none, or none that can be read."""
    folder = root / "build" / "dataset"
    try:
        found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    good = isinstance(found, dict) and {"inputs", "counts", "findings"} <= found.keys()
    return found if good and (folder / "store").is_dir() else None


@contextmanager
def _alone(root: Path, progress: Progress | None) -> Iterator[None]:
    """One build at a time; the lock goes with the process, however it ends."""
    import fcntl

    folder = root / "build"
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    with (folder / "lock").open("w") as lock:
        for second in range(_LONGEST_WAIT):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                if progress:
                    progress("waiting for another build", second, _LONGEST_WAIT)
                time.sleep(1)
        else:
            raise DatasetError(
                "KG506",
                "another build is going on",
                at=str(folder / "lock"),
                found=f"still at it after {_LONGEST_WAIT} s",
                want="one build at a time",
                do="end it, or wait for it",
            )
        yield
