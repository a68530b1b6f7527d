"""What only a noun presupposes, and the same sentence denies ("X is not one of the member towns")."""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims import Factuality
from kg.reading.passages.frames import Frame, is_presupposed


def without_denied(frames: Iterable[Frame], members: Iterable[str]) -> list[Frame]:
    """Frames of a passage without those that a noun presupposes of a thing of which the passage denies the same.

    Args:
        frames: All of one passage.
        members: Properties whose fillers are the members of lists.
    """
    told = _without_contradicted(list(frames))
    paths = frozenset(members)
    denied = {key for f in told if f.factuality is Factuality.DENIED for key in _keys(f, paths)}
    if not denied:
        return told
    return [f for f in told if not (_is_taken_for_granted(f) and _keys(f, paths) & denied)]


def _without_contradicted(frames: list[Frame]) -> list[Frame]:
    """Frames without those of an aim that another word of the sentence denies, where it tells of one in its place."""
    aims = [f for f in frames if _is_modal(f)]
    denied = {f.told for f in aims if f.factuality is Factuality.DENIED}
    held = {f.told for f in aims if f.factuality is Factuality.ASSERTED}
    if not denied & held or held <= denied:
        return frames
    return [f for f in frames if f.factuality is Factuality.DENIED or not (_is_modal(f) and f.told in denied)]


def _is_modal(frame: Frame) -> bool:
    return frame.entry is not None and "modal" in frame.entry.hints


def _is_taken_for_granted(frame: Frame) -> bool:
    return frame.factuality is Factuality.ASSERTED and is_presupposed(frame)


def _keys(frame: Frame, paths: frozenset[str]) -> set[tuple[str, str]]:
    return {(frame.cls, f.key_of_thing) for path in paths for f in frame.fillers.get(path, ())}
