"""Where strangers' queries run: in processes of their own, which are killed when a query takes too long.

The store has no time-out of its own in Python, and a query may ask for all the memory there is.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.serving.answering import Answerer
from kg.serving.limits import Limits
from kg.serving.problems import problem
from kg.serving.protocol import Job, Reply
from kg.serving.versions import Version

_STARTING = 60.0
_LOOKING = 0.05
_GRACE = 5.0


class Worker:
    """One process at the other end of a pipe, over one version of the dataset. All methods may block."""

    def __init__(self, version: Version, root: Path, limits: Limits) -> None:
        self.version = version
        self._arguments = (version, root, limits)
        self._address = "/"
        self._is_broken = False
        self._busy_before = 0.0
        self._process: Any = None
        self._pipe: Connection | None = None

    def start(self) -> Reply | None:
        """None when ready, else why not."""
        made = context()
        ours, theirs = made.Pipe()
        self._process = made.Process(target=_work, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        try:
            told: Reply | None = ours.recv() if ours.poll(_STARTING) else problem(_slow(), 503)
        except (EOFError, OSError):
            told = replace(problem(_broken(), 503), fault=True)
        return told

    def send(self, job: Job, seconds: float) -> None:
        """Hand over a job.

        Args:
            job: What to do.
            seconds: After which the process ends itself, should nobody be left to end it.
        """
        assert self._pipe is not None
        self._address = job.address
        self._busy_before = self._busy()
        with suppress(OSError):
            self._pipe.send((job, seconds + _GRACE))

    def wait(self, seconds: float, gone: Callable[[], bool], busy: float = math.inf) -> Reply | None:
        """The answer.

        Args:
            seconds: To wait for it.
            gone: Whether nobody wants it any more.
            busy: Seconds of the processor that it may take; others that run at the time do not count.

        Returns:
            None when there is none in time, or none is wanted.
        """
        assert self._pipe is not None
        end = time.monotonic() + seconds
        try:
            while not self._pipe.poll(max(0.0, min(_LOOKING, end - time.monotonic()))):
                if gone() or time.monotonic() >= end or self._busy() - self._busy_before >= busy:
                    return None
            reply: Reply = self._pipe.recv()
            return reply
        except (EOFError, OSError):
            self._is_broken = True
            return problem(_broken(), address=self._address)

    def _busy(self) -> float:
        """Seconds of the processor that the process took; seconds as such where the system does not say."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8", errors="replace")
            user, system = told.rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, AttributeError):
            return time.monotonic()

    def yield_to_others(self) -> None:
        """Let others go first at the processor."""
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, 10)

    @property
    def is_alive(self) -> bool:
        """A process that has just ended may still look alive; its pipe does not."""
        return self._process is not None and not self._is_broken and bool(self._process.is_alive())

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def context() -> Any:
    """Processes come from one that has all modules loaded, and none of the server's threads and sockets."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["__main__", __name__])
    return made


def _slow() -> QueryError:
    return QueryError("KG608", "dataset that takes too long to open", do="ask again in a while")


def _broken() -> QueryError:
    return QueryError(
        "KG609",
        "query that broke its worker",
        found="more memory, or deeper nesting, than a query may take",
        do="ask for less: fewer rows, shallower nesting",
    )


# --- in the worker ---------------------------------------------------------------------------------------


def _work(pipe: Connection, version: Version, root: Path, limits: Limits) -> None:
    """Say None when ready (or why not), then answer each job with a reply, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answerer = Answerer(version.open(), root, version.id, limits, version.store.parent)
        _limit_memory(limits.memory)
    except Exception as error:
        pipe.send(replace(problem(error, 503), fault=True))
        return
    pipe.send(None)
    while True:
        try:
            job, seconds = pipe.recv()
        except (EOFError, OSError):
            return
        _end_in(seconds)
        pipe.send(_answered(answerer, job))
        _end_in(0)


def _answered(answerer: Answerer, job: Job) -> Reply:
    try:
        return answerer.answer(job)
    except MemoryError:
        return problem(_broken(), address=job.address)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return problem(error, 500, address=job.address)


def _limit_memory(most: int) -> None:
    """Beyond what the open dataset takes: most of the address space that it has is never used."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_taken() + most, _taken() + most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _taken() -> int:
    """Bytes of address space; a guess where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 2**30


def _end_in(seconds: float) -> None:
    """The signal's own action is to end the process, in the middle of a query too."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))
