"""Words that leave out all others: of several that a sentence names, it may be true of one alone ("only X was")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.frames import Filler, Opening, thing_key
from kg.reading.listing import coordinated
from kg.reading.mentions import Kind, Mention, Passage

_APART = re.compile(r"[,;:.!?–—]")


def alone(found: Sequence[Filler], call: Opening, passage: Passage) -> list[Filler]:
    """Fillers without those that the word before another leaves out; all of them where no such word stands.

    Args:
        found: What was found for a slot that may be filled more than once.
        call: The word that tells it; nothing may part it from the word that leaves out.
        passage: In which that stands.
    """
    keys = {f.key_of_thing for f in found if f.mention is not None and f.passage is passage}
    named = [m for m in passage.of(Kind.THING) if thing_key(m) in keys]
    only = [m for m in named if _is_alone(m, call, passage)]
    if not only:
        return [*found]
    listed = (m for one in only for m in (one, *coordinated(one, named, passage)) if m.start >= one.start)
    kept = {thing_key(m) for m in listed}
    return [f for f in found if f.mention is None or f.passage is not passage or f.key_of_thing in kept]


def _is_alone(mention: Mention, call: Opening, passage: Passage) -> bool:
    """Whether it is said to be the only one, in the clause of the word that tells what it is."""
    between = sorted(((call.at.start, call.at.end), (mention.start, mention.end)))
    apart = _APART.search(passage.text, between[0][1], max(between[0][1], between[1][0]))
    return apart is None and passage.grammar.excludes(passage.text, mention.start)


def leaves_out_others(fillers: Sequence[Filler], passage: Passage) -> bool:
    """Whether one of the fillers is said anywhere in a passage to be the only one."""
    keys = {f.key_of_thing for f in fillers if f.mention is not None and f.passage is passage}
    return bool(keys) and any(
        thing_key(m) in keys and passage.grammar.excludes(passage.text, m.start)
        for m in passage.of(Kind.THING)
    )
