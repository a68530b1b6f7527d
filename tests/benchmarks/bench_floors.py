"""The floor: `uv run python -m tests.benchmarks.bench_floors [--documents 1000]`; prints only.

How long the embedded store needs merely to parse the quads of a built dataset, and to load them, beside the build.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse
from tests.benchmarks import measuring

from kg import dataset


def run(many: int) -> None:
    took: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        root = measuring.project(Path(scratch), many)
        took["build from nothing"] = measuring.built(root)["seconds"]
        dump = Path(scratch) / "dump.nq"
        dataset.open(root).dump(str(dump), RdfFormat.N_QUADS)
        with measuring.timed(took, "parse the N-Quads"):
            quads = sum(1 for _ in parse(path=str(dump), format=RdfFormat.N_QUADS))
        with measuring.timed(took, "load them"):
            Store(str(Path(scratch) / "store")).bulk_load(path=str(dump), format=RdfFormat.N_QUADS)
    floor = took["load them"]
    rows = [[name, seconds, seconds / floor] for name, seconds in took.items()]
    measuring.show(f"Floors, {many} documents, {quads:,} quads", ["what", "seconds", "times the load"], rows)


def main() -> None:
    parser = measuring.options(__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    run(parser.parse_args().documents)


if __name__ == "__main__":
    main()
