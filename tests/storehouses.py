"""Triple stores for tests: each on the loopback, with a database of its own that is gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import httpx
import pytest

OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
VIRTUOSO = shutil.which("virtuoso-t")
NO_VIRTUOSO = "virtuoso-t is not installed (Debian: apt-get install virtuoso-opensource-7-bin)"
VIRTUOSO_LOGIN = {"user": "dba", "password": "dba"}

_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 6
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = {rows}
"""


def unavailable(reason: str) -> NoReturn:
    """A skip with its reason, but a failure where the checks are to be complete (KG_NEED_STORES)."""
    if os.environ.get("KG_NEED_STORES"):
        pytest.fail(reason)
    pytest.skip(reason)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[str]:
    """An Oxigraph server, empty; its address."""
    assert OXIGRAPH, "the development environment brings oxigraph"
    address = f"127.0.0.1:{free_port()}"
    command = [OXIGRAPH, "serve", "--location", str(folder / "oxigraph"), "--bind", address, *options]
    with _running(command, f"http://{address}/query"):
        yield f"http://{address}"


@contextmanager
def virtuoso(folder: Path, *, rows: int = 1_000_000) -> Iterator[str]:
    """A Virtuoso 7, empty; its address. Whoever writes has to log in, by digest, as dba."""
    if not VIRTUOSO:
        unavailable(NO_VIRTUOSO)
    home = folder / "virtuoso"
    home.mkdir(parents=True)
    http = free_port()
    config = home / "virtuoso.ini"
    config.write_text(_VIRTUOSO_INI.format(folder=home, sql=free_port(), http=http, rows=rows))
    command = [VIRTUOSO, "+foreground", "+configfile", str(config)]
    with _running(command, f"http://127.0.0.1:{http}/sparql"):
        yield f"http://127.0.0.1:{http}"


@contextmanager
def _running(command: list[str], address: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, address)
        yield
    finally:
        # The database is thrown away: no time is spent on an orderly end.
        process.kill()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    ends = time.monotonic() + 90
    while time.monotonic() < ends:
        assert process.poll() is None, f"ended before it answered: {process.args!r}"
        try:
            if httpx.get(address, params={"query": "ASK {}"}, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")
