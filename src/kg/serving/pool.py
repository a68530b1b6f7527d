"""Who runs when: short queries pass long ones, equal questions are answered once, too many are sent away."""

from __future__ import annotations

import asyncio
import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import anyio.to_thread
from anyio import CapacityLimiter

from kg.errors import KgError, QueryError
from kg.serving.limits import Limits
from kg.serving.problems import problem
from kg.serving.protocol import Job, Reply
from kg.serving.versions import Source, Version
from kg.serving.working import Worker

_TRIES = 5
_REMEMBERED = 1000
# Seconds of the processor; a saved query takes some tenths, a look at one thing some thousandths.
_AT_ONCE = 0.08


@dataclass(slots=True)
class _Flight:
    """A job that is being done, and how many wait for it."""

    waiting: int = 0
    task: asyncio.Task[Reply] | None = None


@dataclass(slots=True)
class _Place:
    """What a job holds: "first" (a place among all), "second" (beside them) or "long"; "" for none."""

    key: tuple[str, Job]
    kind: str = ""


@dataclass(slots=True)
class Counts:
    """What the pool did since it was made, by name; for those who watch it."""

    asked: dict[str, int] = field(default_factory=dict)

    def add(self, name: str) -> None:
        self.asked[name] = self.asked.get(name, 0) + 1


class Pool:
    """Workers over the dataset that is there at the time."""

    def __init__(self, source: Source, root: Path, limits: Limits) -> None:
        """
        Args:
            source: Asked before each answer.
            root: The project, for prefixes and saved queries.
            limits: See there.
        """
        self._source = source
        self._root = root
        self._limits = limits
        self._idle: list[Worker] = []
        self._places = asyncio.Semaphore(limits.workers)
        self._threads = CapacityLimiter(2 * limits.workers + limits.long + 2)
        self._second = 0
        self._long = 0
        self._queue = 0
        self._flights: dict[tuple[str, Job], _Flight] = {}
        self._kept = _Kept(limits.kept)
        self._known_long: OrderedDict[tuple[str, Job], None] = OrderedDict()
        self.counts = Counts()

    @property
    def busy(self) -> dict[str, int]:
        """Queries that run, those of them that take long, and those that wait."""
        return {"jobs": len(self._flights), "long": self._long, "waiting": self._queue}

    async def answer(self, job: Job) -> Reply:
        """The whole answer, or a problem: 400 and the like for a bad query, 503 too busy, 504 took too long.

        To be cancelled when the client is gone; the query is ended then, unless others wait for it too.
        """
        try:
            version = self._source.now()
        except KgError as error:
            return problem(error, 503, address=job.address)
        key = (version.id, job)
        if kept := self._kept.get(key):
            self.counts.add("kept")
            return kept
        flight = self._flights.get(key) or self._start(key, job)
        flight.waiting += 1
        assert flight.task is not None
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1

    async def close(self) -> None:
        for flight in list(self._flights.values()):
            flight.waiting = 0
        await asyncio.gather(*(f.task for f in self._flights.values() if f.task), return_exceptions=True)
        for worker in self._idle:
            worker.stop()
        self._idle.clear()

    def _start(self, key: tuple[str, Job], job: Job) -> _Flight:
        flight = self._flights[key] = _Flight()
        flight.task = asyncio.create_task(self._fly(key, job, flight))
        return flight

    async def _fly(self, key: tuple[str, Job], job: Job, flight: _Flight) -> Reply:
        try:
            place = _Place(key)
            reply = await (self._at_once if key in self._known_long else self._queued)(job, flight, place)
            if reply.keep:
                self._kept.put(key, reply)
            self.counts.add(str(reply.status))
            return reply
        finally:
            del self._flights[key]

    async def _at_once(self, job: Job, flight: _Flight, place: _Place) -> Reply:
        """What is known to take long does not take a place from others to find that out again."""
        if self._long >= self._limits.long:
            return self._refused("long", job, "too many long queries at once")
        self._move(place, "long")
        try:
            return await self._tried(job, flight, place)
        finally:
            self._move(place, "")

    async def _queued(self, job: Job, flight: _Flight, place: _Place) -> Reply:
        if self._queue >= self._limits.queue:
            return self._refused("queue", job, "too many queries at once")
        self._queue += 1
        try:
            await asyncio.wait_for(self._places.acquire(), self._limits.waiting)
        except TimeoutError:
            return self._refused("queue", job, "too many queries at once")
        finally:
            self._queue -= 1
        place.kind = "first"
        try:
            return await self._tried(job, flight, place)
        finally:
            self._move(place, "")

    async def _tried(self, job: Job, flight: _Flight, place: _Place) -> Reply:
        """Anew, if the dataset went away in the middle and another one came."""
        for attempt in range(_TRIES):
            try:
                version = self._source.now()
            except KgError as error:
                reply = problem(error, 503, address=job.address)
            else:
                reply = await self._done(version, job, flight, place)
                if not reply.fault:
                    break
            await asyncio.sleep(0.05 * attempt)
        return reply

    async def _done(self, version: Version, job: Job, flight: _Flight, place: _Place) -> Reply:
        worker = await self._worker(version)
        if isinstance(worker, Reply):
            return worker
        seconds = self._limits.dump if job.asks == "dump" else self._limits.seconds
        end = time.monotonic() + seconds
        await self._aside(worker.send, job, seconds)
        reply = await self._waited(worker, job, flight, place, end)
        if reply is None and flight.waiting and time.monotonic() < end:
            self._remember_long(place.key)
            if place.kind != "long" and self._long >= self._limits.long:
                await self._aside(worker.stop)
                return self._refused("long", job, "too many long queries at once")
            self._move(place, "long")
            worker.yield_to_others()
            reply = await self._aside(worker.wait, end - time.monotonic(), lambda: not flight.waiting)
        await self._put_back(worker, reply, place)
        return reply or self._late(job, seconds)

    async def _waited(
        self, worker: Worker, job: Job, flight: _Flight, place: _Place, end: float
    ) -> Reply | None:
        """The answer, unless it takes long; what is not done at once leaves the first places, if it can."""

        async def wait(busy: float) -> Reply | None:
            left = max(0.0, end - time.monotonic())
            found: Reply | None = await self._aside(worker.wait, left, lambda: not flight.waiting, busy)
            return found

        quick = self._limits.quick if job.asks == "query" and place.kind != "long" else math.inf
        reply = await wait(min(quick, _AT_ONCE))
        if reply is None and flight.waiting:
            if place.kind == "first" and self._second < self._limits.workers:
                self._move(place, "second")
            reply = await wait(quick)
        return reply

    def _move(self, place: _Place, kind: str) -> None:
        if place.kind == "first" and kind != "first":
            self._places.release()
        self._second += (kind == "second") - (place.kind == "second")
        self._long += (kind == "long") - (place.kind == "long")
        place.kind = kind

    def _remember_long(self, key: tuple[str, Job]) -> None:
        self._known_long[key] = None
        while len(self._known_long) > _REMEMBERED:
            self._known_long.popitem(last=False)

    async def _worker(self, version: Version) -> Worker | Reply:
        """One that is idle and over this version; else a new one."""
        stale = [worker for worker in self._idle if worker.version != version or not worker.is_alive]
        self._idle = [worker for worker in self._idle if worker not in stale]
        found = self._idle.pop() if self._idle else None
        for worker in stale:
            await self._aside(worker.stop)
        if found:
            return found
        made = Worker(version, self._root, self._limits)
        told = await self._aside(made.start)
        if told is not None:
            await self._aside(made.stop)
        return told or made

    async def _put_back(self, worker: Worker, reply: Reply | None, place: _Place) -> None:
        # Without special rights nobody goes first again who has once let others go first.
        if reply is None or place.kind == "long" or reply.fault or not worker.is_alive:
            await self._aside(worker.stop)
        else:
            self._idle.append(worker)

    async def _aside(self, work: Any, *arguments: Any) -> Any:
        # Not to be cancelled: a worker that is left in the middle of a query would answer the next with it.
        return await anyio.to_thread.run_sync(partial(work, *arguments), limiter=self._threads)

    def _refused(self, reason: str, job: Job, what: str) -> Reply:
        self.counts.add(f"refused: {reason}")
        return problem(
            QueryError("KG608", what, do="ask again in a while, or for less"), 503, address=job.address
        )

    def _late(self, job: Job, seconds: float) -> Reply:
        self.counts.add("refused: time")
        took = f"more than {seconds:g} seconds"
        told = QueryError("KG608", "query that takes too long", found=took, do="narrow it, or add LIMIT")
        return problem(told, 504, address=job.address)


class _Kept:
    """Answers that were given, those longest not asked for going first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._replies: OrderedDict[tuple[str, Job], Reply] = OrderedDict()

    def get(self, key: tuple[str, Job]) -> Reply | None:
        reply = self._replies.get(key)
        if reply is not None:
            self._replies.move_to_end(key)
        return reply

    def put(self, key: tuple[str, Job], reply: Reply) -> None:
        # One answer must not drive out all others.
        if _size(key, reply) > self._most // 4 or key in self._replies:
            return
        self._replies[key] = reply
        self._size += _size(key, reply)
        while self._size > self._most:
            old, gone = self._replies.popitem(last=False)
            self._size -= _size(old, gone)


def _size(key: tuple[str, Job], reply: Reply) -> int:
    return len(reply.body) + len(key[1].text) + 1000
