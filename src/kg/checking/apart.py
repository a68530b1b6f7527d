"""Parts of a check in a process of their own, while the rest goes on."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from multiprocessing.pool import AsyncResult, Pool
from types import TracebackType

from kg.aside import can_fork
from kg.findings import Finding

_parts: dict[str, Callable[[], list[Finding]]] = {}


class Apart:
    """Begins at once, and hands out what was found when it is asked for.

    Args:
        parts: Name → what to do; one after another. Where nothing can be done apart, each is done when it is
            asked for.
    """

    def __init__(self, parts: Mapping[str, Callable[[], list[Finding]]]) -> None:
        self._parts = dict(parts)
        self._pool: Pool | None = None
        self._results: dict[str, AsyncResult[list[Finding]]] = {}
        if parts and multiprocessing.cpu_count() > 1 and can_fork():
            _parts.clear()
            _parts.update(parts)
            self._pool = multiprocessing.get_context("fork").Pool(1)
            self._results = {name: self._pool.apply_async(_do, (name,)) for name in parts}

    def found(self, name: str) -> list[Finding]:
        """What a part gives, or the error that it ends with."""
        return self._results[name].get() if name in self._results else self._parts[name]()

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()


def _do(name: str) -> list[Finding]:
    return _parts[name]()
