"""What one query, and all together, may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query, and all together, may take.

    Args:
        seconds: For one query, its answer written out.
        quick: Seconds of the processor after which a stranger's query counts as long, and leaves its place to
            others. Saved queries do not: who serves them knows them.
        workers: Queries that run at once, and as many again of those that are not done at once.
        long: Long queries that run at once, beside the others.
        queue: Queries that wait for a place; more are sent away at once.
        waiting: Seconds that a query waits for a place.
        rows: Rows, or triples, of one answer.
        answer: Bytes of one answer.
        memory: Bytes that one query may take, beyond what the open dataset takes.
        request: Bytes of one request's body.
        kept: Bytes of answers kept for those who ask the same again.
        dump: Seconds for writing the whole dataset to a file, which no stranger's query does.
    """

    seconds: float = 30.0
    quick: float = 0.5
    workers: int = 2
    long: int = 1
    queue: int = 256
    waiting: float = 10.0
    rows: int = 100_000
    answer: int = 64 * 2**20
    memory: int = 2**30
    request: int = 2**20
    kept: int = 64 * 2**20
    dump: float = 600.0
