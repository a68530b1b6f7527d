"""What one document says of one thing in several places, made to agree.

A text tells of one act many times: in its headline, in full, and in passing. What has been done is not expected again,
and of several values for a slot that holds one, those are kept that were told nearest to a word for the act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.claims import Factuality
from kg.periods import Period
from kg.reading.passages.frames import Filler, Frame
from kg.schema import ClassShape, Schema, Slot

_AHEAD = (Factuality.EXPECTED, Factuality.POSSIBLE)


def agree(frames: Sequence[Frame], schema: Schema) -> list[Frame]:
    """The frames of a document without those that its own words overrule, in their order.

    Args:
        frames: All of one document. Fillers that another value overrules are taken out of them.
        schema: Classes whose things are brought about once (`kg:once`), and their identities.
    """
    alike: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        if (key := identity(frame, schema)) is not None:
            alike[key].append(frame)
    overruled: set[int] = set()
    for group in alike.values():
        done = [f for f in group if f.factuality is Factuality.ASSERTED]
        told = any(is_dated(f) for f in done)
        overruled.update(
            id(f) for f in group if f.factuality in _AHEAD and done and (told or not is_dated(f))
        )
        if done:
            _settle(done, schema.classes[done[0].cls], schema)
    plain: dict[str, dict[frozenset[tuple[str, str]], Frame]] = defaultdict(dict)
    for frame in frames:
        if frame.factuality is not Factuality.DENIED and not _is_general(frame):
            said = frozenset((path, f.key_of_thing) for path, fs in frame.fillers.items() for f in fs)
            plain[frame.cls].setdefault(said, frame)
    overruled.update(id(f) for f in frames if _is_told_closer(f, plain[f.cls].values(), schema))
    return [f for f in frames if id(f) not in overruled]


def _is_general(frame: Frame) -> bool:
    """Whether a frame says little: its word is general, or stands in a heading, which only names what follows."""
    return frame.entry is not None and (
        "general" in frame.entry.hints or (frame.passage.kind == "heading" and bool(frame.entry.sets))
    )


def _is_told_closer(frame: Frame, others: Iterable[Frame], schema: Schema) -> bool:
    """Whether a general word ("work together"), or a heading, speaks of members of whom the document says what they do.

    Args:
        frame: Of which this is asked.
        others: Frames of its class that no such word opened and that are not denied.
        schema: For the slots.
    """
    if frame.entry is None or not _is_general(frame) or frame.cls not in schema.classes:
        return False
    paths = [slot.path for slot in schema.classes[frame.cls].slots if "pairs" in slot.hints]
    preset = {path for path, _ in frame.entry.sets}
    said = [path for path in frame.fillers if path not in preset]
    return any(
        _things(frame, paths) <= _things(other, paths)
        and _things(frame, said) <= _things(other, said)
        # what is to come does not say what has been done; a heading does not tell which of them it is
        and (
            frame.passage.kind == "heading"
            or other.factuality is Factuality.ASSERTED
            or frame.factuality is not Factuality.ASSERTED
        )
        for other in others
    )


def _things(frame: Frame, paths: Sequence[str]) -> set[str]:
    return {f.key_of_thing for path in paths for f in frame.fillers.get(path, ())}


def is_dated(frame: Frame) -> bool:
    return any(isinstance(f.value, Period) for fillers in frame.fillers.values() for f in fillers)


def identity(frame: Frame, schema: Schema) -> tuple[str, ...] | None:
    """What tells a frame's thing from others of its class; None where it says too little, or the class may recur."""
    shape = schema.classes.get(frame.cls)
    if shape is None or "once" not in shape.hints:
        return None
    for identity in schema.identities_of(frame.cls):
        if all(frame.fillers.get(path) for path in identity):
            parts = (f.key_of_thing or f.key for path in identity for f in frame.fillers[path])
            return (frame.cls, *sorted(parts))
    return None


def _settle(frames: Sequence[Frame], shape: ClassShape, schema: Schema) -> None:
    """Leave one value in each slot that holds one."""
    for slot in shape.slots:
        told = [(frame, f) for frame in frames for f in frame.fillers.get(slot.path, ())]
        values = {_value(f) for _, f in told}
        if slot.most != 1 or len(values) < 2 or any(slot.path in i for i in schema.identities_of(shape.iri)):
            continue
        kept = _best(told, slot, shape, schema)
        for frame in frames:
            fillers = [f for f in frame.fillers.get(slot.path, ()) if _value(f) == kept]
            if fillers:
                frame.fillers[slot.path] = fillers
            else:
                frame.fillers.pop(slot.path, None)


def _best(told: Iterable[tuple[Frame, Filler]], slot: Slot, shape: ClassShape, schema: Schema) -> str:
    """The value of a class that the slot would rather have, of days the most exact, then the one nearest to a word
    for the act."""
    rather = slot.hints.get("rather", ())

    later = {
        word.casefold()
        for other in shape.slots
        if slot.path in other.hints.get("insteadOf", ())
        for word in other.hints["openedBy"]
    }

    told = list(told)
    spans = [f.value for _, f in told if isinstance(f.value, Period)]

    def place(item: tuple[Frame, Filler]) -> tuple[bool, bool, bool, int, int]:
        frame, filler = item
        vague = isinstance(filler.value, Period) and any(
            filler.value.contains(other) and other != filler.value for other in spans
        )
        classes = filler.mention.classes if filler.mention is not None else ()
        wanted = not rather or any(schema.is_a(c, rather) for c in classes)
        opened = frame.passage.text[frame.start : frame.end].casefold()
        return not wanted, opened in later, vague, _distance(frame, filler), frame.passage.number

    return _value(min(told, key=place)[1])


def _distance(frame: Frame, filler: Filler) -> int:
    """Characters between what opens a frame and a filler; one from elsewhere is farther than any in the sentence."""
    mention = filler.mention
    if mention is None or filler.passage is not frame.passage:
        return len(frame.passage.text)
    return max(mention.start - frame.end, frame.start - mention.end, 0)


def _value(filler: Filler) -> str:
    return filler.key_of_thing if filler.value is None else str(filler.value)
