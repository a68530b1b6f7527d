"""Who gives and who gets: of those that a sentence names around a sum, the ones that cannot be meant are left out.

It is better to know of a sum alone than to know who gave it by a name that only stands near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.passages.frames import Filler, Opening
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_GOES_ON = re.compile(r"\s+[A-ZÄÖÜÅÉØ][^\W\d_]+")
_PAIR = 2


def leave_strangers(call: Opening, chosen: dict[str, list[Filler]], passage: Passage, schema: Schema) -> None:
    """Take out of the slots of those who give and get (`kg:agents`, two of them) whoever cannot be meant.

    Args:
        call: What opened the frame.
        chosen: Fillers of its slots; changed.
        passage: In which it stands.
        schema: For the classes of places.
    """
    agents = call.shape.hints.get("agents", ())
    sums = [f.mention for fs in chosen.values() for f in fs if f.mention is not None and _is_sum(f.mention)]
    if len(agents) < _PAIR or not sums:
        return
    others = [m for m in passage.of(Kind.NUMBER) if _is_sum(m) and m not in sums]
    towns = schema.hinted("gazetteer")
    for path in agents:
        kept = [
            f for f in chosen.get(path, ()) if not _is_stranger(f, path == agents[0], sums[0], others, towns)
        ]
        if path in chosen and not kept:
            del chosen[path]
        elif path in chosen:
            chosen[path] = kept


def _is_sum(mention: Mention) -> bool:
    return mention.amount is not None and bool(mention.amount.currency)


def _is_stranger(
    filler: Filler, gives: bool, amount: Mention, others: Sequence[Mention], towns: frozenset[str]
) -> bool:
    mention, passage = filler.mention, filler.passage
    if mention is None or not filler.here or mention.kind is not Kind.THING:
        return False
    if any(amount.end <= other.start and other.end <= mention.start for other in others):
        return True  # "6 million came from X, 3 million from Y": Y has a sum of its own
    if not mention.classes & towns:
        return False
    if gives:
        return mention.genitive and not passage.text[mention.start : mention.end].endswith(("'s", "’s"))
    part = not passage.grammar.nouns_capitalised and _GOES_ON.match(passage.text, mention.end) is not None
    following = any(mention.end < m.start <= mention.end + 1 for m in passage.of(Kind.THING, Kind.PERSON))
    return part and not following  # "the X Heat Networks company"
