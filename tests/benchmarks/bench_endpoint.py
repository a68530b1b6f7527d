"""How the endpoint fares under load: `uv run python -m tests.benchmarks.bench_endpoint [--seconds 60]`.

A server of its own on the loopback serves the shipped project. Each of 64 connections asks one question after the
other: saved queries, SPARQL that no other asks, and heavy queries that no server could answer in time. Every answer
is compared with the one that the store gives in this process. `--protocol` prints the W3C's protocol tests instead.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from pyoxigraph import QueryResultsFormat, parse_query_results

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("ontology", "data", "queries")
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } #"
HEAVY_SHARE, OWN_SHARE = 0.02, 0.38


@dataclass(frozen=True)
class Question:
    """Something to ask, and the rows that are right; None for what is never answered in time."""

    kind: str
    path: str
    params: dict[str, str]
    right: tuple[tuple[str, ...], ...] | None


@dataclass
class Told:
    """What came of it all."""

    seconds: float = 0.0
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    checked: set[tuple[int, bytes]] = field(default_factory=set)

    @property
    def right(self) -> int:
        return sum(map(len, self.took.values()))


def questions(root: Path) -> tuple[list[Question], list[Question]]:
    """The saved queries as they stand, and one question about each thing with a name; with the right rows."""
    from kg import dataset, queries

    store, known = dataset.open(root), queries.prefixes(root)
    saved = []
    for query in queries.load_all(root):
        answer = queries.run(store, query, {}, known)
        marked = queries.marked(answer, query, lambda text: queries.run(store, text, None, known))
        saved.append(Question("saved", f"/queries/{query.name}", {}, rows(marked.rows)))
    own = []
    things = store.query("SELECT DISTINCT ?s { ?s rdfs:label ?l FILTER isIRI(?s) } ORDER BY ?s LIMIT 400",
                         prefixes=known, use_default_graph_as_union=True)  # fmt: skip
    for thing in [row["s"].value for row in things]:
        text = f"SELECT ?p ?o {{ <{thing}> ?p ?o }}"
        own.append(Question("own", "/sparql", {"query": text}, rows(queries.ask(store, text, known))))
    return saved, own


def rows(solutions) -> tuple[tuple[str, ...], ...]:
    """Sorted: of what is not ordered, the order is nobody's."""
    return tuple(sorted(tuple(str(node) for node in solution) for solution in solutions))


async def load(url: str, root: Path, seconds: float, connections: int, seed: int = 7) -> Told:
    """Ask over so many connections for so long.

    Args:
        url: Of the server, without a slash at its end.
        root: The project that it serves.
        seconds: For asking; the last answers come later, and count.
        connections: Each asks one question at a time.
        seed: Of what is asked.
    """
    told = Told()
    saved, own = questions(root)
    started = time.perf_counter()

    async def ask(number: int) -> None:
        chance = random.Random(f"{seed} {number}")
        turn = 0
        # A pool of many connections takes longer to find a free one than the server takes to answer.
        async with httpx.AsyncClient(base_url=url, timeout=120, trust_env=False) as client:
            while time.perf_counter() - started < seconds:
                turn += 1
                await once(client, pick(chance, saved, own, f"{number}-{turn}"), told)

    await asyncio.gather(*(ask(number) for number in range(connections)))
    # What is heavy goes on long after the others are done; it counts for nothing anyway.
    told.seconds = seconds
    return told


def pick(chance: random.Random, saved: list[Question], own: list[Question], mark: str) -> Question:
    """Own and heavy questions bear a mark, so that none is answered from what is kept."""
    point = chance.random()
    if point < HEAVY_SHARE:
        return Question("heavy", "/sparql", {"query": HEAVY + mark}, None)
    if point < HEAVY_SHARE + OWN_SHARE:
        one = chance.choice(own)
        return Question("own", one.path, {"query": f"{one.params['query']} # {mark}"}, one.right)
    return chance.choice(saved)


async def once(client: httpx.AsyncClient, question: Question, told: Told) -> None:
    begun = time.perf_counter()
    try:
        answer = await client.get(question.path, params=question.params)
    except httpx.HTTPError as error:
        told.wrong.append(f"{question.path}: {error!r}")
        return
    took = time.perf_counter() - begun
    if answer.status_code in (422, 503, 504):
        told.refused[f"{question.kind}: {answer.status_code} {answer.json()['title']}"] += 1
    elif answer.status_code == 200 and is_right(question, answer.content, told):
        told.took[question.kind].append(took)
    else:
        told.wrong.append(f"{question.path} {question.params}: {answer.status_code} {answer.text[:200]}")


def is_right(question: Question, body: bytes, told: Told) -> bool:
    """Bytes that were compared once for these rows need no parsing again."""
    key = (id(question.right), body)
    if key not in told.checked:
        if question.right != rows(parse_query_results(body, QueryResultsFormat.JSON)):
            return False
        told.checked.add(key)
    return True


@contextmanager
def served(root: Path, *options: str):
    """`kg serve` in a process of its own; its address."""
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "kg", "--project", str(root), "serve", "--port", str(port), *options]
    process = subprocess.Popen(command)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(f"{url}/health", timeout=60, trust_env=False)
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(20)


def percentile(values: list[float], share: float) -> float:
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def show(told: Told, health: dict) -> None:
    print(f"{told.right} right answers in {told.seconds:.1f} s, {told.right / told.seconds:.1f} a second")
    print(f"{'kind':<10}{'answers':>9}{'p50 ms':>10}{'p95 ms':>10}{'p99 ms':>10}{'max ms':>10}")
    for kind, took in sorted(told.took.items()):
        shares = [1000 * percentile(took, share) for share in (0.5, 0.95, 0.99, 1.0)]
        print(f"{kind:<10}{len(took):>9}" + "".join(f"{value:>10.0f}" for value in shares))
    print("refused:" + ("" if told.refused else " none"))
    for reason, count in sorted(told.refused.items()):
        print(f"{count:>8}  {reason}")
    print(f"wrong answers, failed requests: {len(told.wrong)}")
    for line in told.wrong[:10]:
        print(f"          {line}")
    print("server: " + json.dumps(health["done"]))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--protocol", action="store_true", help="the W3C's protocol tests, as a table")
    given = parser.parse_args()
    if given.protocol:
        return subprocess.call([sys.executable, "-m", "pytest", "-rA", "tests/test_protocol.py"], cwd=ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        for part in PARTS:
            shutil.copytree(ROOT / part, root / part)
        command = [sys.executable, "-m", "kg", "--project", str(root), "build", "--fail-on", "never"]
        subprocess.run(command, check=True, capture_output=True)
        with served(root, "--workers", str(given.workers)) as url:
            told = asyncio.run(load(url, root, given.seconds, given.connections))
            health = httpx.get(f"{url}/health", timeout=120, trust_env=False).json()
    show(told, health)
    return 1 if told.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
