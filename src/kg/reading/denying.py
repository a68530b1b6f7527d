"""What only a noun presupposes, and the same sentence denies ("X is not one of the member towns")."""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims import Factuality
from kg.reading.frames import Frame, is_presupposed


def without_denied(frames: Iterable[Frame], members: Iterable[str]) -> list[Frame]:
    """Frames of a passage without those that a noun presupposes of a thing of which the passage denies the same.

    Args:
        frames: All of one passage.
        members: Properties whose fillers are the members of lists.
    """
    told = list(frames)
    paths = frozenset(members)
    denied = {key for f in told if f.factuality is Factuality.DENIED for key in _keys(f, paths)}
    if not denied:
        return told
    return [f for f in told if not (_is_taken_for_granted(f) and _keys(f, paths) & denied)]


def _is_taken_for_granted(frame: Frame) -> bool:
    return frame.factuality is Factuality.ASSERTED and is_presupposed(frame)


def _keys(frame: Frame, paths: frozenset[str]) -> set[tuple[str, str]]:
    return {(frame.cls, f.key_of_thing) for path in paths for f in frame.fillers.get(path, ())}
