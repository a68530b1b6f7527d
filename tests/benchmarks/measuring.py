"""What the tables share: projects of made-up documents, builds in processes of their own, tables."""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks import corpus

from kg import dataset
from kg.schema import load

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("ontology", "data", "queries")


def options(told: str | None) -> argparse.ArgumentParser:
    """What a benchmark takes.

    Args:
        told: Of the module: how it is called, and what it does.
    """
    return argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)


def project(folder: Path, many: int) -> Path:
    """A project with the shipped ontology, register and queries, and as many made-up documents as wanted."""
    root = folder / f"project-{many}"
    root.mkdir()
    (root / "data").mkdir()
    for part in ("ontology", "queries", "data/reference"):
        (root / part).symlink_to(ROOT / part)
    corpus.write(root / "data" / "documents", load(ROOT), many)
    return root


def built(root: Path) -> dict[str, Any]:
    """Build in a process of its own, so that its peak of memory is that of the build.

    Returns:
        `seconds`, `processor` (seconds of all its processes), `peak` (MB), `stations` (seconds each), `counts`.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measuring", str(root)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def digest(root: Path) -> str:
    """Of the sorted N-Quads."""
    hasher = hashlib.sha256()
    for line in sorted(str(quad) for quad in dataset.open(root)):
        hasher.update(line.encode() + b"\n")
    return hasher.hexdigest()


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The power of its size with which a cost grows, from the smallest to the largest."""
    if len(sizes) < 2 or min(costs[0], costs[-1]) <= 0:
        return math.nan
    return math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])


@contextmanager
def timed(into: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    into[name] = time.perf_counter() - started


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table; numbers with two digits after the point."""
    cells = [[f"{c:.2f}" if isinstance(c, float) else str(c) for c in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    print(f"\n{title}")
    for row in cells:
        first, *others = (
            c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]).rstrip())
    sys.stdout.flush()


def _measure(root: Path) -> dict[str, Any]:
    import resource

    stations: dict[str, float] = {}
    last = ["loading", time.perf_counter()]

    def tell(step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        stations[str(last[0])] = stations.get(str(last[0]), 0.0) + now - float(last[1])
        last[:] = [step, now]

    started = time.perf_counter()
    made = dataset.build(root, progress=tell)
    tell("", 0, 0)
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "seconds": time.perf_counter() - started,
        "processor": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
        "peak": own.ru_maxrss / 1024,
        "stations": stations,
        "counts": dict(made.counts),
    }


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
