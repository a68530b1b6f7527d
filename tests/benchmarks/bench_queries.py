"""All saved queries: `uv run python -m tests.benchmarks.bench_queries [--documents 1000] [--rdflib]`; prints only.

Each is asked three times of the embedded store; the median counts. With `--rdflib` each is asked once of the same
quads in rdflib too, in a process that is ended after `--seconds`.
"""

from __future__ import annotations

import multiprocessing
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks import measuring

from kg import dataset, queries

RUNS = 3


def run(many: int, *, rdflib: bool, seconds: float) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = measuring.project(Path(scratch), many)
        measuring.built(root)
        store, known = dataset.open(root), queries.prefixes(root)
        found = {}
        for query in queries.load_all(root):
            took = []
            for _ in range(RUNS):
                started = time.perf_counter()
                rows = len(queries.run(store, query, {}, known).rows)
                took.append(time.perf_counter() - started)
            found[query.name] = (statistics.median(took), rows)
        theirs = _by_rdflib(root, seconds) if rdflib else {}
    ranked = sorted(found, key=lambda name: -found[name][0])
    rows_ = [
        [name, *found[name], *([theirs.get(name, f"over {seconds:.0f}")] if rdflib else [])]
        for name in ranked
    ]
    head = ["query", "seconds", "rows", *(["rdflib"] if rdflib else [])]
    measuring.show(f"Queries, {many} documents", head, rows_)
    times = [found[name][0] for name in ranked]
    print(
        f"median {statistics.median(times):.3f} s, worst {max(times):.3f} s, over 1 s: {sum(t > 1 for t in times)}"
    )


def _by_rdflib(root: Path, seconds: float) -> dict[str, float]:
    """Seconds of those that were answered in time."""
    from rdflib import Graph

    from kg.turtle import to_graph

    graph: Graph = to_graph({quad.triple for quad in dataset.open(root)})
    known = queries.prefixes(root)
    found = {}
    for query in queries.load_all(root):
        ours, told = multiprocessing.get_context("fork").Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(
            target=_ask, args=(graph, queries.portable(query, known), told)
        )
        process.start()
        if ours.poll(seconds):
            found[query.name] = ours.recv()
        process.kill()
        process.join()
    return found


def _ask(graph, text: str, told) -> None:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    list(graph.query(text))
    told.send(time.perf_counter() - started)


def main() -> None:
    parser = measuring.options(__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--seconds", type=float, default=20, help="that rdflib has for a query")
    given = parser.parse_args()
    run(given.documents, rdflib=given.rdflib, seconds=given.seconds)


if __name__ == "__main__":
    main()
