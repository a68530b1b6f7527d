"""Where pictures are drawn: in one process of its own, which is killed when a picture takes too long.

The renderer reserves more address space than a query's worker may have.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from multiprocessing.connection import Connection
from typing import Any

from kg import drawing
from kg.errors import KgError, QueryError
from kg.serving.working import context

_SECONDS = 20.0
_KEPT = 64


class Drawer:
    """Draws one picture at a time. All methods may block."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: Any = None
        self._pipe: Connection | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def draw(self, spec: bytes) -> bytes:
        """The picture as SVG.

        Args:
            spec: For Vega-Lite, as JSON.

        Raises:
            QueryError: KG608 when it takes too long, KG609 when the renderer broke, KG630 when it cannot be drawn.
        """
        key = hashlib.sha256(spec).hexdigest()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._drawn(spec)
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _drawn(self, spec: bytes) -> bytes:
        if self._process is None or not self._process.is_alive():
            self._start()
        assert self._pipe is not None
        try:
            self._pipe.send_bytes(spec)
            if not self._pipe.poll(_SECONDS):
                self.stop()
                raise QueryError(
                    "KG608", "picture that takes too long", found=f"more than {_SECONDS:g} s", do="narrow it"
                )
            found: bytes | KgError = self._pipe.recv()
        except (EOFError, OSError) as fault:
            self.stop()
            raise QueryError(
                "KG609", "picture that broke its drawer", do="ask for less: fewer rows"
            ) from fault
        if isinstance(found, KgError):
            raise found
        return found

    def _start(self) -> None:
        self.stop()
        made = context()
        ours, theirs = made.Pipe()
        self._process = made.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _work(pipe: Connection) -> None:
    while True:
        try:
            spec = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        try:
            pipe.send(drawing.svg(json.loads(spec)).encode())
        except KgError as error:
            pipe.send(error)
