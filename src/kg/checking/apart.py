"""The lexicon's examples tried in a process of their own, while the rest goes on."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing.pool import AsyncResult, Pool
from types import TracebackType

from kg import examples
from kg.findings import Finding
from kg.schema import Schema

_schema: list[Schema] = []


class Apart:
    """Begins at once, and hands out what was found when it is asked for.

    Args:
        schema: With the lexicon.
        needed: Whether anybody will ask.
    """

    def __init__(self, schema: Schema, *, needed: bool = True) -> None:
        self._schema = schema
        self._pool: Pool | None = None
        self._result: AsyncResult[tuple[Finding, ...]] | None = None
        if needed and _can_fork():
            _schema[:] = [schema]
            self._pool = multiprocessing.get_context("fork").Pool(1)
            self._result = self._pool.apply_async(_prove)

    def found(self) -> Sequence[Finding]:
        """What `examples.prove` finds."""
        return examples.prove(self._schema) if self._result is None else self._result.get()

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()


def _can_fork() -> bool:
    """A forked process has the schema already; otherwise handing it over costs more than it spares."""
    may = not multiprocessing.current_process().daemon
    return may and multiprocessing.cpu_count() > 1 and "fork" in multiprocessing.get_all_start_methods()


def _prove() -> tuple[Finding, ...]:
    return examples.prove(_schema[0])
