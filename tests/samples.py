"""Which of many cases a usual run tries; all of them are tried by `pytest -m "slow or not slow"`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def every(
    nth: int, cases: Iterable[Any], *, first: int = 0, name: Callable[[int, Any], str] | None = None
) -> list[Any]:
    """The cases as parameters; all but every nth, from the first on, are slow ones.

    Args:
        nth: One in so many is tried in a usual run.
        cases: Values, or tuples of values for several arguments.
        first: Number of the first that is tried.
        name: Of a case, by its number and itself; pytest's own where left out.
    """
    return [
        pytest.param(
            *_several(case),
            id=name(number, case) if name is not None else None,
            marks=[] if number % nth == first else [pytest.mark.slow],
        )
        for number, case in enumerate(cases)
    ]


def _several(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)
