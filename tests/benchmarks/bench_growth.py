"""How the cost of a build grows: `uv run python -m tests.benchmarks.bench_growth [--sizes 100,300,1000]`; prints only.

Each size is built from nothing in a process of its own. The exponent is that of the station's seconds from the
smallest to the largest corpus: 1 is in proportion. Seconds are of the clock: on a busy machine they say less.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks import measuring


def run(sizes: list[int]) -> None:
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for many in sizes:
            found.append(measuring.built(measuring.project(Path(scratch), many)))
    rows: list[list[object]] = []
    for station in found[-1]["stations"]:
        rows.append([station, *(each["stations"].get(station, 0.0) for each in found)])
    rows += [[name, *(each[name] for each in found)] for name in ("seconds", "processor", "peak")]
    rows += [
        [name, *(float(each["counts"][name]) for each in found)] for name in ("claims", "facts", "quads")
    ]
    for row in rows:
        row.append(measuring.exponent(sizes, [float(str(cost)) for cost in row[1:]]))
    head = ["station (s), peak (MB), counts", *(f"{many} documents" for many in sizes), "exponent"]
    measuring.show("Growth", head, rows)


def main() -> None:
    parser = measuring.options(__doc__)
    parser.add_argument("--sizes", default="100,300,1000", help="numbers of documents")
    run([int(size) for size in parser.parse_args().sizes.split(",")])


if __name__ == "__main__":
    main()
