"""Where strangers' queries run: in processes of their own, which are killed when a query takes too long.

The store has no time-out of its own in Python, and a query may ask for all the memory there is.
"""

from __future__ import annotations

import asyncio
import io
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
from pyoxigraph import NamedNode, QueryTriples, Store

from kg import queries
from kg.errors import KgError, QueryError
from kg.serving.describing import describe
from kg.serving.protocol import GRAPHS, ROWS, Job, Reply, negotiate, refusal

Opener = Callable[[], Store]

_STARTING = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query, and all together, may take.

    Args:
        seconds: For one query, its answer written out.
        workers: Queries that run at once.
        waiting: Seconds that a query waits for a worker.
        answer: Bytes of one answer.
        memory: Bytes of address space of one worker.
        request: Bytes of one request's body.
    """

    seconds: float = 30.0
    workers: int = 2
    waiting: float = 10.0
    answer: int = 64 * 2**20
    memory: int = 4 * 2**30
    request: int = 2**20


class Pool:
    """Workers over one dataset; each opens the store itself, and again when the dataset was built anew."""

    def __init__(self, open_store: Opener, root: Path, limits: Limits, watch: Path | None = None) -> None:
        """
        Args:
            open_store: Opens the store, read only; can be pickled.
            root: The project, for prefixes and saved queries.
            limits: See there.
            watch: A path that is replaced when the dataset changes; None for a dataset that never does.
        """
        self._arguments = (open_store, root, limits, watch)
        self._limits = limits
        self._idle: list[_Worker] = []
        self._free = asyncio.Semaphore(limits.workers)

    async def answer(self, job: Job) -> Reply:
        """The whole answer, or a refusal: 400 bad query, 503 too busy, 504 took too long."""
        with anyio.move_on_after(self._limits.waiting) as wait:
            await self._free.acquire()
        if wait.cancelled_caught:
            return refusal(503, QueryError("KG608", "too many queries at once", do="ask again in a while"))
        try:
            return await self._ask(job)
        finally:
            self._free.release()

    async def _ask(self, job: Job) -> Reply:
        # Shielded: a worker that is left in the middle of a query would answer the next with it.
        with anyio.CancelScope(shield=True):
            worker = self._idle.pop() if self._idle else _Worker(*self._arguments)
            try:
                reply = await anyio.to_thread.run_sync(worker.ask, job)
            finally:
                self._idle.append(worker)
        return reply

    def close(self) -> None:
        for worker in self._idle:
            worker.stop()
        self._idle.clear()


class _Worker:
    """One process at the other end of a pipe, started when first asked."""

    def __init__(self, open_store: Opener, root: Path, limits: Limits, watch: Path | None) -> None:
        self._arguments = (open_store, root, limits)
        self._limits = limits
        self._watch = watch
        self._seen: object = None
        self._process: Any = None
        self._pipe: Connection | None = None

    def ask(self, job: Job) -> Reply:
        try:
            pipe = self._ready()
            if isinstance(pipe, Reply):
                return pipe
            pipe.send(job)
            if pipe.poll(self._limits.seconds):
                reply: Reply = pipe.recv()
                return reply
        except (EOFError, OSError):
            self.stop()
            error = QueryError(
                "KG609", "query that broke its worker", do="ask for less: fewer rows, shallower nesting"
            )
            return refusal(500, error)
        self.stop()
        took = f"more than {self._limits.seconds:g} seconds"
        return refusal(
            504, QueryError("KG608", "query that takes too long", found=took, do="narrow it, or add LIMIT")
        )

    def _ready(self) -> Connection | Reply:
        now = _identity(self._watch)
        if self._pipe is not None and self._process.is_alive() and now == self._seen:
            return self._pipe
        self.stop()
        # A fork would carry the server's threads and sockets along.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe, self._seen = ours, now
        started: Reply | None = (
            ours.recv() if ours.poll(_STARTING) else refusal(503, TimeoutError("slow start"))
        )
        if started is not None:
            self.stop()
        return started or ours

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _identity(watch: Path | None) -> object:
    if watch is None:
        return None
    try:
        found = watch.stat()
    except OSError:
        return None
    return os.path.realpath(watch), found.st_ino, found.st_mtime_ns


# --- in the worker ---------------------------------------------------------------------------------------


def _work(pipe: Connection, open_store: Opener, root: Path, limits: Limits) -> None:
    """Say None when ready (or a refusal), then answer each job with a reply, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        store, known = open_store(), queries.prefixes(root)
    except Exception as error:
        pipe.send(refusal(503, error))
        return
    pipe.send(None)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(answer(job, store, root, known, limits.answer))


def answer(job: Job, store: Store, root: Path, known: dict[str, str], most: int) -> Reply:
    """Do a job; errors become replies, so a body is whole or absent."""
    try:
        if job.endpoint:
            return Reply(200, "text/turtle; charset=utf-8", describe(store, job.endpoint).encode())
        text = job.query
        if job.saved:
            text = queries.bind(queries.load(root, job.saved), job.values, store, known)
        return _serialised(_run(job, text, store, known), job.accept, most)
    except QueryError as error:
        return refusal({"KG602": 404, "KG609": 500}.get(error.code, 400), error)
    except (KgError, MemoryError, OSError, RuntimeError, ValueError) as error:
        return refusal(500, error)


def _run(job: Job, text: str, store: Store, known: dict[str, str]) -> queries.Answer:
    return queries.ask(
        store, text, known, default_graphs=_nodes(job.default_graphs), named_graphs=_nodes(job.named_graphs)
    )


def _nodes(iris: tuple[str, ...] | None) -> list[NamedNode] | None:
    try:
        return None if iris is None else [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError("KG605", "graph that is no absolute IRI", found=", ".join(iris or ())) from error


def _serialised(found: queries.Answer, accept: str, most: int) -> Reply:
    out = _Bounded(most)
    offered = list(GRAPHS if isinstance(found, QueryTriples) else ROWS)
    media = negotiate(accept, offered)
    if media is None:
        return refusal(406, QueryError("KG607", "format not offered", found=accept, want=", ".join(offered)))
    if isinstance(found, QueryTriples):
        found.serialize(out, GRAPHS[media])
    else:
        found.serialize(out, ROWS[media])
    return Reply(200, f"{media}; charset=utf-8" if media.startswith("text/") else media, out.getvalue())


class _Bounded(io.BytesIO):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > self._most:
            raise QueryError(
                "KG609",
                "answer too large",
                found=f"more than {self._most} bytes",
                do="add LIMIT, or ask for less",
            )
        return super().write(data)
