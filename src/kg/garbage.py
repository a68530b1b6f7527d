"""Python's search for garbage in circles, put off while much is made and nothing of it thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_lying() -> Iterator[None]:
    """No search while this lasts; also a decorator.

    Each search goes through all that lives. Where hundreds of thousands of triples are kept until the end, it
    takes a quarter of the time and finds nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
