"""How firm a frame is that no word opened: as firm as the least firm mention that it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.context import Surroundings
from kg.reading.frames import Frame

_BY_RANK = tuple(Factuality)


def as_firm_as_told(frame: Frame, paths: Iterable[str], around: Surroundings) -> Frame:
    """A frame, at most as firm as what fills some of its slots ("the town's application for the prize").

    Args:
        frame: Made of mentions that stand together.
        paths: The slots without which it would not be there.
        around: Of the frame's passage.
    """
    passage = frame.passage
    named = (x.mention for p in paths for x in frame.fillers.get(p, ()) if x.passage is passage and x.here)
    told = [around.factuality(m, frame.entry, passage) for m in named if m is not None]
    return replace(frame, factuality=max([frame.factuality, *told], key=_BY_RANK.index))
