"""Put one fault in, check, look whether it is found where it is; undo, and go on."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kg import checking, dataset
from kg.findings import Finding
from kg.reports.sarif import fingerprint

from . import data, queries, schema
from .project import Fault, Mutator, Project

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("ontology", "data", "queries")
KINDS: dict[str, Mutator] = {**schema.KINDS, **data.KINDS, **queries.KINDS}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fault.

    Args:
        kind: Of `KINDS`.
        seed: Chooses the place.
        fault: What was done.
        found: A finding of the right code is there that the unharmed project has not.
        placed: One of its places is the right one.
        beside: Codes of other new findings.
    """

    kind: str
    seed: int
    fault: Fault
    found: bool
    placed: bool
    beside: tuple[str, ...]


def copy_of(folder: Path) -> Path:
    """The shipped project in a folder of its own."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


class Bench:
    """A clean project, built and checked once, and copies of it to be broken, each with what was kept of it.

    Args:
        folder: Where they lie.
        built: The shipped project, where it was built already.
    """

    def __init__(self, folder: Path, built: Path | None = None) -> None:
        self._clean = copy_of(folder / "clean")
        self._work = folder / "work"
        if built is None:
            dataset.build(self._clean)
        else:
            shutil.copytree(built / "build", self._clean / "build", symlinks=True)
        self.findings = checking.check(self._clean)

    def _fresh(self) -> Project:
        shutil.rmtree(self._work, ignore_errors=True)
        # Nobody writes into a dataset: one serves all, as long as the fault lets it count.
        built = dataset.location(self._clean).resolve().parent
        shutil.copytree(self._clean, self._work, symlinks=True, ignore=shutil.ignore_patterns("dataset-*"))
        (self._work / "build" / built.name).symlink_to(built)
        return Project(self._work)

    def run(self, kind: str, seed: int, *, whole: bool = True) -> Outcome:
        """Break a copy, check it, compare.

        Args:
            kind: Of `KINDS`.
            seed: Chooses the place.
            whole: Check everything; else only what can give the code that is looked for.
        """
        fault = KINDS[kind](self._fresh(), Random(f"{kind} {seed}"))
        known = Counter(map(fingerprint, self.findings))
        found = checking.check(self._work, only=() if whole else [fault.code])
        new = [f for f in found if f not in self.findings and not _take(known, f)]
        of_code = [f for f in new if f.code == fault.code]
        placed = any(_is_at(f, fault) for f in of_code)
        beside = tuple(sorted({f.code for f in new} - {fault.code}))
        return Outcome(kind, seed, fault, bool(of_code), placed, beside)


def _take(known: Counter[str], finding: Finding) -> bool:
    """Whether this is one that the clean project has, on a line that has moved."""
    mark = fingerprint(finding)
    known[mark] -= 1
    return known[mark] >= 0


def _is_at(finding: Finding, fault: Fault) -> bool:
    return any(p.file == fault.file and fault.line in (0, p.line) for p in finding.places)


def run_all(chosen: Sequence[tuple[str, int]], workers: int = 1, *, whole: bool = True) -> list[Outcome]:
    """Each fault once; several processes, each with a bench of its own; told one by one on stderr."""
    work = partial(_run_some, whole=whole)
    if workers == 1:
        return work(chosen)
    parts = [chosen[start::workers] for start in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        outcomes = [outcome for part in pool.map(work, parts) for outcome in part]
    return sorted(outcomes, key=lambda o: (list(KINDS).index(o.kind), o.seed))


def _run_some(chosen: Sequence[tuple[str, int]], *, whole: bool) -> list[Outcome]:
    outcomes = []
    with TemporaryDirectory(prefix="kg-mutations-") as folder:
        bench = Bench(Path(folder))
        for kind, seed in chosen:
            outcomes.append(bench.run(kind, seed, whole=whole))
            print(told(outcomes[-1]), file=sys.stderr, flush=True)
    return outcomes


def told(outcome: Outcome) -> str:
    """An outcome on one line."""
    what = "not found" if not outcome.found else "ok" if outcome.placed else "found elsewhere"
    fault = outcome.fault
    return f"{what:<16}{outcome.kind} {outcome.seed}: {fault.told}; {fault.code} {fault.file}:{fault.line}"


def table(outcomes: Sequence[Outcome]) -> str:
    """A line for each kind: its code, how many faults, how many found, how many at the right place."""
    lines = [f"{'kind':<22}{'code':<7}{'faults':>7}{'found':>7}{'placed':>8}  beside"]
    for kind in KINDS:
        mine = [o for o in outcomes if o.kind == kind]
        if mine:
            codes = "/".join(sorted({o.fault.code for o in mine}))
            beside = " ".join(sorted({code for o in mine for code in o.beside}))
            found, placed = sum(o.found for o in mine), sum(o.placed for o in mine)
            lines.append(f"{kind:<22}{codes:<7}{len(mine):>7}{found:>7}{placed:>8}  {beside}".rstrip())
    found, placed = sum(o.found for o in outcomes), sum(o.placed for o in outcomes)
    lines.append(f"{'all':<22}{'':<7}{len(outcomes):>7}{found:>7}{placed:>8}")
    return "\n".join(lines) + "\n"
