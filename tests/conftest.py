"""What many suites share: the shipped project, built once a session, and `--accept`."""

import asyncio
import fcntl
import os
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from kg import dataset

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser):
    parser.addoption(
        "--accept", action="store_true", help="rewrite the golden answers in tests/expect with those of today"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Where the real documents have to be read, a checkout without them is no reason to skip."""
    if os.environ.get("KG_NEED_SHARED") and not (ROOT.parent / "shared").is_dir():
        raise pytest.UsageError("KG_NEED_SHARED is set, but ../shared with the real documents is missing")


@pytest.fixture(scope="session")
def shipped_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped ontology, register, documents and queries in a folder of their own, built; to be read only.

    It is built by the first process of a run that wants it, and serves all.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    project, making = shared / "shipped", shared / "shipped-making"
    with (shared / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not project.exists():
            shutil.rmtree(making, ignore_errors=True)
            for part in ("ontology", "data", "queries"):
                shutil.copytree(ROOT / part, making / part)
            (making / "tests").symlink_to(ROOT / "tests")
            dataset.build(making)
            making.rename(project)
    return project


@pytest.fixture(scope="session")
def shipped(shipped_root: Path) -> Store:
    """The dataset of the shipped project."""
    return dataset.open(shipped_root)


def finished(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine returns; run in a thread, since a browser's driver keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
