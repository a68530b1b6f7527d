"""From what a user names (a revision of git, a folder, nothing) to a built dataset to compare."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Store

from kg import dataset, queries
from kg.diffing.records import Named
from kg.diffing.sides import Asked, Side
from kg.errors import DatasetError, KgError, SchemaError
from kg.queries import WELL_KNOWN_PREFIXES

Progress = Callable[[str, int, int], None]

WORKING_TREE = "working tree"
_PARTS = ("ontology", "data", "queries")
_MOST_KEPT = 6


def side(
    name: str | None, root: Path | None, *, language: str = "en", progress: Progress | None = None
) -> Side:
    """The dataset that a name stands for, built where that is needed.

    Args:
        name: A project's folder or `build/dataset`, both as built; a revision of git, which is built below
            `build/revisions`; None for the project as it stands, which is built where it has changed.
        root: The project that revisions are looked up in; None where there is none.
        language: Of names.
        progress: Told what is being done.

    Raises:
        DatasetError: KG501 for a project that was never built, KG541 for a name that stands for nothing,
            KG542 for a revision whose schema cannot be used, KG543 where git fails. SchemaError: what is
            wrong with the project as it stands.
    """
    if name is None:
        return _working_tree(root, language, progress)
    folder = Path(name)
    if _is_project(folder):
        return _project(folder, Named(name), language)
    if (folder / "store").is_dir():
        return _bare(folder, root, Named(name), language)
    if root is None:
        raise _nothing(name, "a folder that was built; revisions are looked up in a project")
    commit = _commit(root, name)
    return _revision(root, Named(name, commit), language, progress)


def _working_tree(root: Path | None, language: str, progress: Progress | None) -> Side:
    if root is None:
        raise SchemaError("KG100", "no project here", want="a project, or two folders that were built")
    dataset.build(root, progress=progress)
    return _project(root, Named(WORKING_TREE), language)


# --- folders -----------------------------------------------------------------------------------------------


def _is_project(folder: Path) -> bool:
    return (folder / "ontology").is_dir()


def _project(root: Path, named: Named, language: str) -> Side:
    named = replace(named, counts=dataset.manifest(root).get("counts", {}))
    known, place = dict(queries.prefixes(root)), dataset.location(root)
    return Side(named, dataset.open(root), _saved(root), known, language, place)


def _bare(folder: Path, root: Path | None, named: Named, language: str) -> Side:
    """A dataset without its project: it is asked the queries of the project that one stands in."""
    saved = _saved(root) if root else {}
    known = dict(queries.prefixes(root)) if root else dict(WELL_KNOWN_PREFIXES)
    place = folder / "store"
    return Side(named, Store.read_only(str(place)), saved, known, language, place)


def _saved(root: Path) -> dict[str, Asked]:
    """An old revision may have headers that today's kg does not take; the other queries answer all the same."""
    found: dict[str, Asked] = {}
    for name, path in queries.find(root).items():
        try:
            found[name] = queries.read(path)
        except KgError as error:
            found[name] = replace(error, at="")
    return found


def _nothing(name: str, found: str) -> DatasetError:
    return DatasetError(
        "KG541",
        "nothing of this name to compare",
        at=name,
        found=found,
        want="a revision of git, a project's folder, or its build/dataset",
        do="git fetch, where the revision stands elsewhere; in CI, check out the whole history",
    )


# --- revisions ---------------------------------------------------------------------------------------------


def _revision(root: Path, named: Named, language: str, progress: Progress | None) -> Side:
    checked_out = _checkout(root, named)
    _lend_readings(root, checked_out)
    try:
        dataset.build(checked_out, progress=progress)
    except SchemaError as error:
        place = error.at.replace(f"{checked_out.resolve()}{os.sep}", "").replace(str(checked_out), "")
        raise DatasetError(
            "KG542",
            "revision whose schema cannot be used",
            at=f"{named.label}:{place}",
            found=f"{error.code} {error.what}: {error.found}".rstrip(": "),
            want="a schema that today's kg reads" + (f": {error.want}" if error.want else ""),
            do="compare with a later revision",
        ) from error
    return _project(checked_out, named, language)


def _commit(root: Path, name: str) -> str:
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", fails=True
    )
    if not found:
        raise _nothing(name, "neither a folder that was built nor a revision of git")
    return found.strip()


def _checkout(root: Path, named: Named) -> Path:
    """The project's folder at that revision, below `build/revisions`, by what stands in it."""
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip())
    inside = _git(root, "rev-parse", "--show-prefix").strip()
    paths = [f"{inside}{part}" for part in _PARTS]
    listing = _git(top, "ls-tree", "-r", "-z", "--full-tree", named.revision, "--", *paths)
    names = [entry.partition("\t")[2] for entry in listing.split("\0") if entry]
    if not any(name.startswith(f"{inside}ontology/") for name in names):
        raise _without_ontology(root, named)
    kept = root / "build" / "revisions"
    home = kept / hashlib.sha256(f"{inside}\0{listing}".encode(errors="surrogateescape")).hexdigest()[:16]
    if not home.is_dir():
        _unpack(top, named.revision, names, kept, home)
    os.utime(home)
    _forget(kept)
    return home / inside


def _unpack(top: Path, commit: str, names: list[str], kept: Path, home: Path) -> None:
    """Through an index of its own: neither the user's index nor export-ignore has a say in it."""
    kept.mkdir(parents=True, exist_ok=True)
    (kept.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    making = Path(tempfile.mkdtemp(prefix="making-", dir=kept))
    try:
        index = {"GIT_INDEX_FILE": str(making / "index")}
        _git(top, "read-tree", commit, more=index)
        into = f"--prefix={making / 'tree'}{os.sep}"
        _git(top, "checkout-index", "-q", into, "-z", "--stdin", more=index, said="\0".join(names))
        if not home.is_dir():
            (making / "tree").rename(home)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _without_ontology(root: Path, named: Named) -> DatasetError:
    there = _git(root, "rev-list", "--reverse", "--abbrev-commit", "HEAD", "--", "ontology").split()
    return DatasetError(
        "KG542",
        "revision whose schema cannot be used",
        at=named.label,
        found="no ontology/ in it",
        want="a revision with ontology/" + (f"; {there[0]} is the first" if there else ""),
        do=f"kg diff {there[0]}" if there else "commit the project",
    )


def _lend_readings(root: Path, checked_out: Path) -> None:
    """Readings that the project keeps hold here, too, where document and schema are the same."""
    lent, cache = root / "build" / "cache", checked_out / "build" / "cache"
    if (checked_out / "build" / "dataset").exists() or not lent.is_dir():
        return
    cache.mkdir(parents=True, exist_ok=True)
    for path in sorted((*lent.glob("*.pickle"), *lent.glob("*.json"), *lent.glob("*.sqlite"))):
        if not (cache / path.name).exists():
            shutil.copyfile(path, cache / path.name)


def _forget(kept: Path) -> None:
    """Keep those that were used last."""
    there = [path for path in kept.iterdir() if path.is_dir() and not path.name.startswith("making-")]
    for old in sorted(there, key=lambda path: path.stat().st_mtime_ns, reverse=True)[_MOST_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _git(
    folder: Path,
    *words: str,
    more: dict[str, str] | None = None,
    said: str | None = None,
    fails: bool = False,
) -> str:
    """What git prints; "" where it may fail and does."""
    try:
        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            env={**os.environ, **(more or {})},
            input=said,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError as fault:
        raise DatasetError(
            "KG543", "git is not there", want="git, to compare revisions", do="install git"
        ) from fault
    if done.returncode and not (fails and not done.stderr):
        raise DatasetError(
            "KG543",
            "git fails",
            at=str(folder),
            found=" ".join(done.stderr.split())[:300] or f"git {words[0]} ends with {done.returncode}",
            want="a project in a repository of git",
            do="look at what git says; two folders that were built can be compared without it",
        )
    return "" if done.returncode else done.stdout
