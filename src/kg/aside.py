"""A second process, for work that nothing waits for as yet."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

Found = TypeVar("Found")


@contextmanager
def begun(call: Callable[[], Found], *, aside: bool) -> Iterator[Callable[[], Found]]:
    """Begin a call in a process of its own, which is forked here and knows all that is known by now.

    Args:
        call: Changes nothing that others look at; what it finds can be pickled.
        aside: Whether to begin. Otherwise it is called when somebody asks what it finds, as it is where no process
            can be forked.

    Yields:
        What gives what the call finds, to be asked for once.
    """
    if not aside or not can_fork():
        yield call
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(ours, theirs, call), daemon=True)
    try:
        process.start()
    except OSError:  # no memory for another
        yield call
        return
    theirs.close()

    def found() -> Found:
        try:
            told: Found = ours.recv()
        except (EOFError, OSError):
            # It was killed, most likely for want of memory, or failed: then it does so here, where others see it.
            return call()
        return told

    try:
        yield found
    finally:
        process.kill()
        process.join()
        ours.close()


def can_fork() -> bool:
    """Whether a process may be forked from this one: it has all that was made already, and need not be told."""
    return not multiprocessing.current_process().daemon and "fork" in multiprocessing.get_all_start_methods()


def _work(other: Connection, pipe: Connection, call: Callable[[], Found]) -> None:
    # With the other end open here, too, nobody would tell this process that the parent is gone.
    other.close()
    # Ctrl-C reaches the whole group; the parent ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        pipe.send(call())
