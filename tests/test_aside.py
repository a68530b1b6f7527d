"""A second process: what it finds, whatever becomes of it."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import active_children

import pytest

from kg.aside import begun, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="no process can be forked here")
MUCH = 1_000_000
"""Letters: more than a pipe holds."""


def _much() -> str:
    return "x" * MUCH


def _where() -> int:
    return os.getpid()


def test_another_process_does_the_work() -> None:
    with begun(_where, aside=True) as found:
        assert found() != os.getpid()
    with begun(_where, aside=False) as found:
        assert found() == os.getpid()


def test_what_more_than_a_pipe_holds_is_handed_over() -> None:
    with begun(_much, aside=True) as found:
        assert found() == _much()


def test_what_is_killed_while_it_tells_is_done_here() -> None:
    with begun(_much, aside=True) as found:
        child = active_children()[0]
        time.sleep(0.5)  # by now it stands in the pipe with a message half told
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        assert found() == _much()


def test_what_fails_there_fails_here() -> None:
    def fails() -> int:
        raise ValueError("no")

    with begun(fails, aside=True) as found, pytest.raises(ValueError, match="no"):
        found()


def test_nothing_is_left_running_when_the_parent_is_killed() -> None:
    ours, theirs = os.pipe()
    parent = os.fork()
    if parent == 0:
        with begun(_much, aside=True):
            os.write(theirs, str(active_children()[0].pid).encode())
            time.sleep(60)
    os.close(theirs)
    child = int(os.read(ours, 20))
    os.close(ours)
    time.sleep(0.5)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    for _ in range(100):
        if not _is_running(child):
            break
        time.sleep(0.1)
    assert not _is_running(child)


def _is_running(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as told:  # noqa: PTH123 a path of the system
            return told.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
