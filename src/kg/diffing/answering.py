"""All saved queries of one side, each asked for no longer than somebody is willing to wait."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import Store

from kg import queries
from kg.diffing.sides import Asked, Side
from kg.errors import KgError, QueryError
from kg.queries import Query
from kg.tables import Table

Told = Table | KgError


@contextmanager
def answering(side: Side, names: list[str], seconds: float) -> Iterator[Iterator[Told]]:
    """The answers of these queries, in this order; what is wrong in place of one that does not answer.

    Args:
        side: Where its store lies on disk, it is asked in a process of its own, from now on and ahead of whoever
            takes the answers.
        names: Of its queries.
        seconds: Longest time for one; the embedded store looks at no clock, so what takes longer is killed.
    """
    wanted = [side.queries[name] for name in names]
    if side.place is None:
        yield (_answer(side.store, query, side.prefixes, side.language) for query in wanted)
        return
    worker = _Worker(side, wanted, seconds)
    try:
        yield worker.answers()
    finally:
        worker.end()


class _Worker:
    """A process that answers one query after the other, and its successor where it had to be killed."""

    def __init__(self, side: Side, wanted: list[Asked], seconds: float) -> None:
        self._side, self._wanted, self._seconds = side, wanted, seconds
        self._begin(0)

    def _begin(self, at: int) -> None:
        # A fork would carry the threads of this process along, half of them holding locks.
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        left = self._wanted[at:]
        given = (theirs, self._side.place, left, dict(self._side.prefixes), self._side.language)
        self._process = context.Process(target=_work, args=given, daemon=True)
        self._process.start()
        theirs.close()
        self._broken = False

    def answers(self) -> Iterator[Told]:
        for number in range(len(self._wanted)):
            if self._broken:
                self.end()
                self._begin(number)
            yield self._next()

    def _next(self) -> Told:
        if not self._ours.poll(self._seconds):
            self._broken = True
            return QueryError("KG608", f"no answer after {self._seconds:g} seconds")
        try:
            told: Told = self._ours.recv()
        except EOFError:
            self._broken = True
            return QueryError("KG609", "query that broke its worker")
        return told

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._ours.close()


def _work(
    pipe: Connection, place: Path, wanted: list[Asked], prefixes: dict[str, str], language: str
) -> None:
    # Ctrl-C reaches the whole group; the parent ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = Store.read_only(str(place))
    for query in wanted:
        pipe.send(_answer(store, query, prefixes, language))


def _answer(store: Store, query: Asked, prefixes: Mapping[str, str], language: str) -> Told:
    if not isinstance(query, Query):
        return query
    try:
        return queries.run(store, query, {}, prefixes, language=language)
    except KgError as error:
        return error
