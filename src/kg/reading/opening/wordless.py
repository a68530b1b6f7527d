"""How firm a frame is that no word opened: as firm as the least firm mention that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.passages.frames import Frame
from kg.reading.passages.mentions import Mention, Passage

_BY_RANK = tuple(Factuality)
_WORD, _LONGEST_LEAD = re.compile(r"\w+"), 6
_LED = re.compile(r",\s(?:[\w'’]+\s(?:\w+\s){0,3})?$")
_APPOSITION = re.compile(r"\s?[,(–]\s?(?:[\w'’.]+\s+){0,3}")


def is_apposed(owner: Mention, said: Mention, passage: Passage) -> bool:
    """Whether what is said of somebody stands behind the comma or bracket right behind them ("X, the … of 2025, …")."""
    if owner.end >= said.start or not _APPOSITION.fullmatch(passage.text, owner.end, said.start):
        return False
    return not passage.grammar.may_have_verb(passage.text[owner.end : said.start])


def is_set_apart(owner: Mention, said: Mention, passage: Passage) -> bool:
    """Whether what is said of somebody stands before the comma before them, or in a relative clause behind them."""
    text, grammar = passage.text, passage.grammar
    if said.end <= owner.start:
        gap = text[said.end : owner.start]
        lead = not grammar.has_auxiliary(text[: said.start]) and gap.count(",") == 1
        return (
            lead and len(_WORD.findall(text[: said.start])) <= _LONGEST_LEAD and _LED.search(gap) is not None
        )
    behind = text[owner.end : said.start]
    return grammar.opens_relative(text[owner.end :]) and behind.count(",") == 1 and "," in text[said.end :]


def as_firm_as_told(frame: Frame, paths: Iterable[str], around: Surroundings) -> Frame:
    """A frame, at most as firm as what fills some of its slots ("the town's application for the prize").

    Args:
        frame: Made of mentions that stand together.
        paths: The slots without which it would not be there.
        around: Of the frame's passage.
    """
    passage = frame.passage
    fillers = [x for p in paths for x in frame.fillers.get(p, ()) if x.passage is passage and x.here]
    named = [x.mention for x in fillers if x.mention is not None]
    given = any(is_apposed(a, b, passage) for a in named for b in named)  # whatever the clause says of them
    apart = {id(a) for a in named for b in named if is_set_apart(a, b, passage)}
    told = [
        around.factuality(m, frame.entry, passage, presupposed=given) for m in named if id(m) not in apart
    ]
    return replace(frame, factuality=max([frame.factuality, *told], key=_BY_RANK.index))
