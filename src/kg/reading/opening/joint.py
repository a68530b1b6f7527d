"""Several who hold one office each, in bodies of their own.

"The heads of A and B, X and Y", "heads X (A) and Y (B)", "heads: X for A, Y for B".

Read in order: as many holders as bodies, the first with the first. Where the numbers differ nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage

_LEAST = 2
_TITLES = r"(?:[^\W\d_a-z][\w.-]*\s+){0,3}"
_TO_HOLDERS = re.compile(rf"\s*[,:–—]?\s+{_TITLES}")
_CLAUSE = re.compile(r"[.,;:!?]\s")
_TO_BODIES = re.compile(r",?\s+(?:[^\W\d_A-Z]+(?:\s+|(?<=['’]))){1,4}")
_TO_OFFICE = re.compile(r",\s+(?:[^\W\d_A-Z]\w*\s+){0,2}")


class _Way(NamedTuple):
    """How holders and their bodies follow each other.

    Args:
        first: What stands before the first holder.
        between: What stands between a holder and the body.
        closing: What stands right behind the body.
        further: What stands before the next holder.
    """

    first: re.Pattern[str]
    between: re.Pattern[str]
    closing: str
    further: re.Pattern[str]


# "heads X (A), Y (B) and Z (party, C)"
_IN_BRACKETS = _Way(
    re.compile(rf"\s+{_TITLES}"),
    re.compile(r" \((?:[^(),;:]{1,30}, )?"),
    ")",
    re.compile(rf"\)\s*(?:,|;|,?\s+\w{{1,3}})\s+{_TITLES}"),
)
# "heads: X for A, Y for B and Z for C"
_EACH_FOR = _Way(
    re.compile(rf"(?:\s+[^\W\d_A-Z]+){{0,3}}\s*:\s+{_TITLES}"),
    re.compile(r"\s+(?:[^\W\d_A-Z]{1,5}\s+){1,2}"),
    "",
    re.compile(rf"\s*(?:,|;|,?\s+\w{{1,3}})\s+{_TITLES}"),
)


def joint_holders(
    office: Mention, people: Sequence[Mention], bodies: Sequence[Mention], passage: Passage
) -> list[tuple[Mention, Mention]]:
    """Who holds an office, and where, of several that a passage names together; [] for one alone.

    Args:
        office: Whose holders are looked for.
        people: All persons of the passage.
        bodies: All in which the office may be held.
        passage: In which they stand.
    """
    return (
        _one_by_one(_IN_BRACKETS, office, people, bodies, passage.text)
        or _one_by_one(_EACH_FOR, office, people, bodies, passage.text)
        or _in_order(office, people, bodies, passage)
        or _bodies_behind(office, people, bodies, passage)
        or []
    )


def _in_order(
    office: Mention, people: Sequence[Mention], bodies: Sequence[Mention], passage: Passage
) -> list[tuple[Mention, Mention]]:
    """ "Heads of A and B, X and Y"; "X and Y, heads of A and B"."""
    text = passage.text
    first = next((b for b in bodies if passage.grammar.belongs(text[office.end : b.start])), None)
    if first is None:
        return []
    listed = [b for b in coordinated(first, bodies, passage) if b.start >= first.start]
    behind = next((p for p in people if _TO_HOLDERS.fullmatch(text, listed[-1].end, p.start)), None)
    before = next((p for p in people if _TO_OFFICE.fullmatch(text, p.end, office.start)), None)
    holder = behind or before
    if holder is None or len(listed) < _LEAST:
        return []
    holders = [
        p for p in coordinated(holder, people, passage) if (p.start >= holder.start) or holder is before
    ]
    return list(zip(holders, listed, strict=True)) if len(holders) == len(listed) else []


def _bodies_behind(
    office: Mention, people: Sequence[Mention], bodies: Sequence[Mention], passage: Passage
) -> list[tuple[Mention, Mention]]:
    """ "Heads X and Y of A and B"."""
    text = passage.text
    first = next((p for p in people if _TO_HOLDERS.fullmatch(text, office.end, p.start)), None)
    if first is None:
        return []
    holders = [p for p in coordinated(first, people, passage) if p.start >= first.start]
    whose = next((b for b in bodies if _is_whose(holders[-1], b, passage)), None)
    listed = [b for b in coordinated(whose, bodies, passage) if b.start >= whose.start] if whose else []
    even = len(listed) == len(holders) >= _LEAST
    return list(zip(holders, listed, strict=True)) if even else []


def _is_whose(holder: Mention, body: Mention, passage: Passage) -> bool:
    """Whether the words behind a holder, no verb among them, lead to the body in which an office is held."""
    gap, grammar = passage.text[holder.end : body.start], passage.grammar
    return _TO_BODIES.fullmatch(gap) is not None and (
        grammar.belongs(gap) or (len(gap.split()) == 1 and grammar.from_there(passage.text, body.start))
    )


def _one_by_one(
    way: _Way, office: Mention, people: Sequence[Mention], bodies: Sequence[Mention], text: str
) -> list[tuple[Mention, Mention]]:
    """Each holder with the body right behind, as long as they follow each other in a way."""
    told: list[tuple[Mention, Mention]] = []
    at, gap = office.end, way.first
    while True:
        person = next((p for p in people if gap.fullmatch(text, at, p.start)), None)
        behind = [
            b for b in bodies if person is not None and way.between.fullmatch(text, person.end, b.start)
        ]
        body = next((b for b in behind if text.startswith(way.closing, b.end)), None)
        if person is None or body is None:
            return told if len(told) >= _LEAST else []
        told.append((person, body))
        at, gap = body.end, way.further


def listed_holders(office: Mention, passage: Passage) -> list[Mention]:
    """Several persons named together right behind an office; [] for one alone."""
    people = passage.of(Kind.PERSON)
    first = next((p for p in people if _TO_HOLDERS.fullmatch(passage.text, office.end, p.start)), None)
    listed = [p for p in coordinated(first, people, passage) if p.start >= first.start] if first else []
    return listed if len(listed) >= _LEAST else []


def opening_body(
    office: Mention, holder: Mention, bodies: Sequence[Mention], passage: Passage
) -> Mention | None:
    """ "In the network Y is X the chair": the body that opens the clause in which somebody holds an office."""
    text, grammar = passage.text, passage.grammar
    if not (holder.end < office.start and grammar.is_function(text[holder.end : office.start])):
        return None
    for body in bodies:
        if body.end >= holder.start or not grammar.opens_clause(", " + _lead(text, body), text[body.end :]):
            continue
        if grammar.is_function(text[body.end : holder.start].strip().partition(" ")[2]):
            return body
    return None


def _lead(text: str, body: Mention) -> str:
    """What stands in a clause before a body, without a noun that says what it is."""
    words = _CLAUSE.split(text[: body.start])[-1].split()
    return " ".join(words[:-1] if words and words[-1][:1].isupper() and len(words) > 1 else words)
