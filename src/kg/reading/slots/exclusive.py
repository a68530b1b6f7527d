"""Words that leave out all others: of several that a sentence names, it may be true of one alone ("only X was")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.reading.passages.frames import Filler, Frame, Opening, thing_key
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage

_APART = re.compile(r"[,;:.!?–—]")


def alone(found: Sequence[Filler], call: Opening, passage: Passage) -> list[Filler]:
    """Fillers without those that the word before another leaves out; all of them where no such word stands.

    Args:
        found: What was found for a slot that may be filled more than once.
        call: The word that tells it; nothing may part it from the word that leaves out.
        passage: In which that stands.
    """
    named = _named(found, passage)
    only = [m for m in named if _is_alone(m, call.at.start, call.at.end, passage)]
    if not only or any(passage.grammar.is_besides(passage.text, m.start) for m in named):
        return [*found]
    listed = (m for one in only for m in (one, *coordinated(one, named, passage)) if m.start >= one.start)
    kept = {thing_key(m) for m in listed}
    return [f for f in found if f.mention is None or f.passage is not passage or f.key_of_thing in kept]


def leaves_out_others(frame: Frame, path: str) -> bool:
    """Whether what fills a slot of a frame is said to be the only one."""
    named = _named(frame.fillers.get(path, ()), frame.passage)
    return any(_is_alone(m, frame.start, frame.end, frame.passage) for m in named)


def _named(fillers: Iterable[Filler], passage: Passage) -> list[Mention]:
    """All places in a passage at which it names what fills a slot from there."""
    keys = {f.key_of_thing for f in fillers if f.mention is not None and f.passage is passage}
    return [m for m in passage.of(Kind.THING) if thing_key(m) in keys] if keys else []


def _is_alone(mention: Mention, start: int, end: int, passage: Passage) -> bool:
    """Whether it is said to be the only one, in the clause of the word that tells what it is."""
    first, second = sorted(((start, end), (mention.start, mention.end)))
    apart = _APART.search(passage.text, first[1], max(first[1], second[0]))
    return apart is None and passage.grammar.excludes(passage.text, mention.start)
