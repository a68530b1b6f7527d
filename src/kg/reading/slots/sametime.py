"""Days that a sentence only points to: "ten others got it the same day".

A word with the role "SameTime" says that what a class of lists tells happened on the day of what was told of that class
before; the frame has that day where it has none of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.periods import Period
from kg.reading.passages.frames import Filler, Frame, roles
from kg.reading.passages.mentions import Kind, Passage
from kg.schema import ClassShape

_ROLE, _FAR = "SameTime", 6


def dated_alike(frames: Sequence[Frame], listed: Callable[[str], ClassShape | None]) -> list[Frame]:
    """The frames of a document, those of the same day with the day of those before.

    Args:
        frames: All of the document.
        listed: The class of a frame, where lists go on with it.
    """
    pointing = {f.passage.number for f in frames if _points_back(f.passage)}
    if not pointing:
        return list(frames)
    dated = [
        (f, days)
        for f in frames
        if listed(f.cls) is not None and (days := _days(f)) and all(map(_is_day, days.values()))
    ]
    found = []
    for frame in frames:
        here = frame.passage.number
        if here in pointing and listed(frame.cls) is not None and not _days(frame):
            before = [
                (f.passage.number, days)
                for f, days in dated
                if f.cls == frame.cls and 0 < here - f.passage.number <= _FAR
            ]
            if before:
                _, days = max(before, key=lambda told: told[0])
                frame = replace(frame, fillers={**frame.fillers, **days})
        found.append(frame)
    return found


def _points_back(passage: Passage) -> bool:
    return any(w.entry is not None and _ROLE in roles(w.entry) for w in passage.of(Kind.WORD))


def _days(frame: Frame) -> dict[str, list[Filler]]:
    """The slots of a frame that days fill, as another sentence gives them."""
    return {
        path: [replace(f, here=False) for f in fillers]
        for path, fillers in frame.fillers.items()
        if fillers and isinstance(fillers[0].value, Period)
    }


def _is_day(fillers: Sequence[Filler]) -> bool:
    """Whether a period is a single day."""
    period = fillers[0].value
    return isinstance(period, Period) and period.earliest == period.latest
