"""Clauses that leave out what they share with the one before: "A got it in 2023, B in 2024 and C in 2025"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.reading.around.pool import Pool
from kg.reading.passages.frames import SUBJECT, Filler, Frame, mentions_of
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import own_day
from kg.schema import ClassShape, Schema, Slot

_LONGEST_REST, COMPARED = 60, "compared"
_HELD_WORDS, _MARKS = 5, re.compile(r"[.,;:!?()]")
_ENDS = re.compile(r"[.:!?()]")


class Gapper:
    """Repeats frames for the members that follow with a period of their own.

    Args:
        schema: Classes, whose shapes name the slots.
        pool: Tells what may fill a slot.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._schema = schema
        self._pool = pool

    def read(self, passage: Passage, frames: Sequence[Frame], others: Sequence[Frame] = ()) -> list[Frame]:
        """A frame for each pair of a member and a period behind the last one that has both.

        Args:
            passage: To be read.
            frames: What may go on.
            others: What is told besides; what stands in one of them is not told again.
        """
        found: list[Frame] = []
        told = {(f.cls, m) for f in (*frames, *others) for m in mentions_of(f)}
        for frame in frames:
            for each, period in self._pairs_of(frame):
                last = max(_place(frame, each).end, _place(frame, period).end, frame.end)
                for group, day in self._following(passage, each, period, last):
                    if any((frame.cls, m) in told for m in (*group, day)):
                        break
                    told.update((frame.cls, m) for m in (*group, day))
                    found.extend(
                        self._repeated(frame, each, member, period, day, passage) for member in group
                    )
        return found

    def compared(self, passage: Passage, frames: Sequence[Frame], recent: Sequence[Frame]) -> list[Frame]:
        """What the sentence before told, told of somebody against whom this one holds it ("ten years before X").

        Args:
            passage: To be read.
            frames: What it tells.
            recent: What was told right before.
        """
        held = [d for d in passage.of(Kind.PERIOD) if d.period_kind == COMPARED]
        for frame in reversed(recent) if held else ():
            if any(f.cls == frame.cls for f in frames):
                continue
            for each, period in self._pairs_of(frame):
                days = [d for d in held if self._pool.may_fill(period, d, passage)]
                for day, member in itertools.product(days, self._pool.candidates(each, passage, None)):
                    if is_held_against(member, day, passage):
                        return [
                            replace(self._repeated(frame, each, member, period, day, passage), opener=None)
                        ]
        return []

    def _pairs_of(self, frame: Frame) -> Iterator[tuple[Slot, Slot]]:
        """Slots of a frame that a later pair can fill anew: for a member, and for a period or an amount of money."""
        shape = self._schema.classes.get(frame.cls) or self._pool.properties.get(frame.cls)
        for one, other in itertools.permutations(shape.slots if shape is not None else (), 2):
            money = "money" in other.hints
            lists = one.kind == "thing" and (one.each or one.path == SUBJECT or (money and not one.needs_cue))
            if (
                lists
                and (other.kind == "period" or money)
                and _is_here(frame, one)
                and _is_here(frame, other)
            ):
                yield one, other

    def _following(
        self, passage: Passage, each: Slot, period: Slot, last: int
    ) -> Iterator[tuple[list[Mention], Mention]]:
        """Members and their day that go on behind a place, each parted from those before by a comma or conjunction."""
        text, grammar = passage.text, passage.grammar
        members = [m for m in self._pool.candidates(each, passage, None) if m.kind is Kind.THING]
        days = self._pool.candidates(period, passage, None)
        at = last
        while True:
            ahead = sorted((m for m in (*members, *days) if m.start >= at), key=lambda m: m.start)
            listed = [m for m in ahead if m in members]
            group = coordinated(listed[0], listed, passage) if listed else []
            day = next((m for m in ahead if m in days), None)
            if not group or day is None:
                return
            parts = sorted((group[0], day), key=lambda m: m.start)
            gap = text[group[-1].end : day.start] if day is parts[1] else text[day.end : group[0].start]
            held = is_held_against(group[0], day, passage)
            if not held and not (grammar.goes_on(text[at : parts[0].start]) and grammar.gapped(gap)):
                return
            if _ENDS.search(text[at : parts[0].start]) or parts[0].start - at > _LONGEST_REST:
                return
            yield group, day
            at = max(group[-1].end, day.end)

    def _repeated(
        self, frame: Frame, each: Slot, member: Mention, period: Slot, day: Mention, passage: Passage
    ) -> Frame:
        fillers = {
            **frame.fillers,
            each.path: [self._pool.filler(each.path, passage, member, each)],
            period.path: [self._pool.filler(period.path, passage, day, period)],
        }
        return replace(frame, passage=passage, start=member.start, end=member.end, fillers=fillers)


def is_held_against(member: Mention, day: Mention, passage: Passage) -> bool:
    """Whether a day is that of somebody named right behind it, told by another's ("ten years ahead of X")."""
    if day.period_kind != COMPARED or member.start < day.end:
        return False
    gap = passage.text[day.end : member.start]
    return (
        len(gap.split()) <= _HELD_WORDS and not _MARKS.search(gap) and not passage.grammar.joiner.search(gap)
    )


def in_order(
    shape: ClassShape, chosen: dict[str, list[Filler]], passage: Passage
) -> dict[tuple[str, int], Filler]:
    """Periods that stand in a list as long as that of the members: for each (path, member's place) its own.

    "A and B in 2030 and 2035 respectively".
    """
    lists = [s for s in shape.slots if s.each and len(chosen.get(s.path, ())) > 1]
    found: dict[tuple[str, int], Filler] = {}
    for slot in (s for s in shape.slots if s.kind == "period" and len(chosen.get(s.path, ())) == 1):
        only = chosen[slot.path][0]
        if only.mention is None or only.passage is not passage:
            continue
        days = coordinated(only.mention, passage.of(Kind.PERIOD), passage)
        for each in lists:
            members = chosen[each.path]
            if own := _own_days(members, only.mention, passage):
                found.update(
                    ((slot.path, place), replace(only, mention=d, value=d.period)) for place, d in own
                )
                continue
            if any(_another_between(a, b, members, passage) for a, b in itertools.pairwise(days)):
                continue  # "A and B in March, C in May": each day has its own
            if len(days) == len(members) and all(f.passage is passage and f.mention for f in members):
                places = sorted(f.mention.start for f in members if f.mention)
                for place, day in zip(places, days, strict=True):
                    found[slot.path, place] = replace(only, mention=day, value=day.period)
    return found


def _own_days(members: list[Filler], told: Mention, passage: Passage) -> list[tuple[int, Mention]]:
    """Places of members and the day right behind each, where several have one: "A (2023), B (2024)"."""
    named = sorted((f.mention for f in members if f.mention and f.passage is passage), key=lambda m: m.start)
    found = [(member.start, day) for member in named if (day := own_day(member, passage)) is not None]
    told_of_one = any(day is told for _, day in found)
    return found if len(found) == len(named) > 1 and told_of_one else []


def _another_between(first: Mention, second: Mention, members: list[Filler], passage: Passage) -> bool:
    """Whether something stands between two days that is none of those told of."""
    told = {f.thing for f in members if f.thing is not None}
    return any(
        m.inside(first.end, second.start) and m.things and told.isdisjoint(m.things)
        for m in passage.of(Kind.THING)
    )


def _is_here(frame: Frame, slot: Slot) -> bool:
    fillers = frame.fillers.get(slot.path, ())
    return len(fillers) == 1 and fillers[0].mention is not None and fillers[0].passage is frame.passage


def _place(frame: Frame, slot: Slot) -> Mention:
    mention = frame.fillers[slot.path][0].mention
    assert mention is not None
    return mention
