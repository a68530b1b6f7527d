"""How long things take, as tables: `uv run python -m tests.benchmarks [--documents 30]`; prints only.

First the commands that people wait for, on the shipped project: each runs as a process of its own, five times after
one run that is not counted; the median and the range are printed beside what is aimed at. Then five tables on made-up
documents (`corpus.py`), each of which is a command too and takes larger sizes: `bench_pipeline`, `bench_growth`,
`bench_change`, `bench_queries`, `bench_floors`. All of it happens in scratch folders, so nothing here is touched.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import (
    bench_change,
    bench_floors,
    bench_growth,
    bench_pipeline,
    bench_queries,
    measuring,
)

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("ontology", "data", "queries")
RUNS = 5


def timed(arguments: list[str], tables: Path, before: list[Path] = []) -> list[float]:  # noqa: B006
    """Wall seconds of `RUNS` runs; the folders in `before` are removed ahead of each; `tables` is kg's cache."""
    surroundings = os.environ | {"KG_CACHE": str(tables)}
    took = []
    for run in range(RUNS + 1):
        for folder in before:
            shutil.rmtree(folder, ignore_errors=True)
        start = time.perf_counter()
        command = [sys.executable, "-m", "kg", *arguments]
        subprocess.run(command, check=True, capture_output=True, env=surroundings)
        if run:
            took.append(time.perf_counter() - start)
    return took


def commands() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        for part in PARTS:
            shutil.copytree(ROOT / part, root / part)
        at, tables = ["--project", str(root)], Path(scratch) / "tables"
        build = [*at, "build", "--fail-on", "never"]
        read = [*at, "read", str(min((root / "data" / "documents").glob("*.md")))]
        rows = [
            ("kg --help", 0.3, timed(["--help"], tables)),
            ("kg build, from nothing", 15.0, timed(build, tables, [root / "build"])),
            ("kg build, nothing changed", 1.0, timed(build, tables)),
            ("kg query hub-access", 0.7, timed([*at, "query", "hub-access"], tables)),
            ("kg query label-holders", 0.7, timed([*at, "query", "label-holders"], tables)),
            ("kg read, for the first time", 4.0, timed(read, tables, [tables])),
            ("kg read", 2.0, timed(read, tables)),
        ]
    head = ["command", "median s", "min", "max", "aim"]
    shown = [[name, statistics.median(took), min(took), max(took), aim] for name, aim, took in rows]
    measuring.show("Commands", head, shown)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--documents", type=int, default=30, help="made-up documents, for all but the commands"
    )
    many = parser.parse_args().documents
    commands()
    bench_pipeline.run(many, one_graph=False)
    bench_growth.run([max(10, many // 3), many])
    bench_change.run(many)
    bench_queries.run(many, rdflib=False, seconds=0)
    bench_floors.run(many)


if __name__ == "__main__":
    main()
