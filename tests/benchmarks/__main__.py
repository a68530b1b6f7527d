"""How long the commands take that people wait for: `uv run python -m tests.benchmarks`.

Each command runs as a process of its own, five times after one run that is not counted; the median and the range are
printed beside what is aimed at. The project is copied to a scratch folder, so nothing here is touched.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("ontology", "data", "queries")
RUNS = 5


def timed(arguments: list[str], before: list[Path] = []) -> list[float]:  # noqa: B006
    """Wall seconds of `RUNS` runs; the folders in `before` are removed ahead of each."""
    took = []
    for run in range(RUNS + 1):
        for folder in before:
            shutil.rmtree(folder, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, capture_output=True)
        if run:
            took.append(time.perf_counter() - start)
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        for part in PARTS:
            shutil.copytree(ROOT / part, root / part)
        at = ["--project", str(root)]
        rows = [
            ("kg --help", 0.3, timed(["--help"])),
            ("kg build, from nothing", 15.0, timed([*at, "build", "--fail-on", "never"], [root / "build"])),
            ("kg build, nothing changed", 1.0, timed([*at, "build", "--fail-on", "never"])),
            ("kg query hub-access", 0.7, timed([*at, "query", "hub-access"])),
            ("kg query label-holders", 0.7, timed([*at, "query", "label-holders"])),
        ]
    print(f"{'command':<28}{'median s':>10}{'min':>8}{'max':>8}{'aim':>8}")
    for name, aim, took in rows:
        middle = statistics.median(took)
        print(f"{name:<28}{middle:>10.2f}{min(took):>8.2f}{max(took):>8.2f}{aim:>8.2f}")


if __name__ == "__main__":
    main()
