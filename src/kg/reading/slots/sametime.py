"""Days that stand in another sentence: "ten others got it the same day", "X got it. That was on 5 May".

A word with the role "SameTime" says that what a class of lists tells happened on the day of what was told of that class
before; the frame has that day where it has none of its own. A sentence that says no more than when something happened
gives its day to what the one before it tells, in a slot with `kg:dayBehind`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.periods import Period
from kg.reading.passages.frames import Filler, Frame, by_passage, is_presupposed, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema

_ROLE, _FAR = "SameTime", 6
_ENDS = (".", ",", ";", ":", ")", "!")


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


def dated_behind(frames: Sequence[Frame], passages: Sequence[Passage], schema: Schema) -> list[Frame]:
    """The frames of a document, those without a day with the one that a sentence behind theirs gives.

    Args:
        frames: All of the document.
        passages: All of the document, in order.
        schema: Tells which slots such a day fills.
    """
    pointing = [(passage, day) for passage in passages if (day := _day_told(passage)) is not None]
    if not pointing:
        return list(frames)
    told, found = by_passage(frames), {id(frame): frame for frame in frames}
    for passage, day in pointing:
        for frame in _last_told(passage, told, passages, schema):
            slot = _slot_behind(frame, schema)
            if slot and frame.fillers.get(slot) is None:
                filler = Filler(slot, passage, day, value=day.period, here=False)
                found[id(frame)] = replace(frame, fillers={**frame.fillers, slot: [filler]})
    return [found[id(frame)] for frame in frames]


def _day_told(passage: Passage) -> Mention | None:
    """The day of a sentence that says of something told before when, perhaps where, it happened, and no more."""
    begin = passage.grammar.happened(passage.text)
    if not begin:
        return None
    days = [m for m in passage.of(Kind.PERIOD) if m.start > begin and m.period is not None]
    if not days or days[0].period_kind not in ("day", "month", "year"):
        return None
    day, text = days[0], passage.text
    places = [m for m in passage.of(Kind.THING) if m.start > begin]
    behind = next((m.end for m in places if m.start > day.end and _leads(passage, day.end, m.start)), day.end)
    rest = text[behind:].lstrip()
    cuts = [begin, *(cut for m in places if m.end < day.start for cut in (m.start, m.end)), day.start]
    is_led = all(_leads(passage, *pair) for pair in zip(cuts[::2], cuts[1::2], strict=True))
    return day if is_led and (not rest or rest.startswith(_ENDS)) else None


def _leads(passage: Passage, start: int, end: int) -> bool:
    return passage.grammar.leads_to_day(passage.text[start:end])


def _last_told(
    passage: Passage, told: dict[int, list[Frame]], passages: Sequence[Passage], schema: Schema
) -> list[Frame]:
    """What the sentence before tells of that happens on a day, of the class that it tells of last."""
    before = passages[passage.number - 1] if passage.number else None
    if before is None or before.paragraph != passage.paragraph:
        return []
    dated = [f for f in told.get(before.number, ()) if _slot_behind(f, schema) and _may_have_day(f)]
    last = max(dated, key=lambda frame: frame.start, default=None)
    return [f for f in dated if last is not None and f.cls == last.cls]


def _may_have_day(frame: Frame) -> bool:
    return frame.factuality in (Factuality.ASSERTED, Factuality.EXPECTED) and not is_presupposed(frame)


def _slot_behind(frame: Frame, schema: Schema) -> str:
    """The slot that a day from a sentence behind fills; "" where the class has none."""
    shape = schema.classes.get(frame.cls)
    slots = shape.slots if shape is not None else ()
    return next((slot.path for slot in slots if "dayBehind" in slot.hints), "")
