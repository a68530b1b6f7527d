"""What reading makes of a passage: frames, and what fills their slots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.claims import Factuality, Term
from kg.periods import Period
from kg.reading.passages.mentions import Mention, Passage
from kg.schema import ClassShape, Entry, Schema, Slot

SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: a mention where it was read, or a value that an entry or a default gives.

    Args:
        path: The property.
        passage: Where the mention stands; for what a reference ("the town") means, where that was named.
        mention: None for values that no words give.
        value: A literal, period or fixed thing; None where the mention's thing is the value.
        thing: IRI of the register's thing, where there is one.
        here: The frame's own passage speaks of it, by name or by a reference.
        told: The frame of a passage before that told of the thing without a name.
    """

    path: str
    passage: Passage
    mention: Mention | None = None
    value: Term | Period | None = None
    thing: str | None = None
    here: bool = True
    told: Frame | None = None

    @property
    def key_of_thing(self) -> str:
        return self.thing or (self.mention.text if self.mention else "")

    @property
    def key(self) -> str:
        if self.mention is not None and self.value is None:
            return f"{self.thing or ''}{self.mention.text}{self.mention.period or ''}"
        return str(self.value)


@dataclass(slots=True)
class Frame:
    """One instance of `cls` (or, where `cls` is a property, one triple) that a passage speaks of.

    Frames with different words in `apart` speak of different things, though all that identifies those is the same.
    """

    cls: str
    passage: Passage
    start: int
    end: int
    factuality: Factuality
    entry: Entry | None = None
    about: Mention | None = None
    opener: Mention | None = None
    fillers: dict[str, list[Filler]] = field(default_factory=dict)
    apart: str = ""

    @property
    def told(self) -> tuple[str, frozenset[tuple[str, str]]]:
        """What it tells, wherever it stands: its class, and what fills which slot."""
        return self.cls, frozenset((path, f.key_of_thing) for path, fs in self.fillers.items() for f in fs)


@dataclass(frozen=True, slots=True)
class Opening:
    """Something in a passage that evokes a class.

    Args:
        shape: The class.
        at: What opens it.
        entry: The word's, where a word does.
        about: The other of two that stand side by side.
        firmness: What the words between those two say, where they say that it is not so, or not yet.
        given: In which body, where the order of several in a list tells it.
    """

    shape: ClassShape
    at: Mention
    entry: Entry | None
    about: Mention | None = None
    firmness: Factuality = Factuality.ASSERTED
    given: Mention | None = None


def by_default(slot: Slot, passage: Passage, mention: Mention | None = None) -> Filler:
    """What a slot has where nothing is said, in place of the mention that leaves it open, if one does."""
    thing = slot.default.value if isinstance(slot.default, NamedNode) else None
    return Filler(slot.path, passage, mention, value=slot.default, thing=thing)


def shared_with_members(model: Frame, shape: ClassShape) -> dict[str, list[Filler]]:
    """What a frame says that holds of more members of its list: all but the members it names.

    Args:
        model: Of the class, or of a count of its things, which only says what goes without saying of each.
        shape: The class of the list.
    """
    if model.cls == shape.iri:
        members = {slot.path for slot in shape.slots if slot.each}
        return {path: fillers for path, fillers in model.fillers.items() if path not in members}
    defaults = [slot for slot in shape.slots if slot.least and not slot.each]
    return {
        slot.path: [by_default(slot, model.passage)]
        for slot in defaults
        if isinstance(slot.default, NamedNode)
    }


def mentions_of(frame: Frame) -> list[Mention]:
    """What is named in the passages that fill its slots."""
    return [f.mention for fs in frame.fillers.values() for f in fs if f.mention is not None]


def mentions_here(frame: Frame, path: str) -> list[Mention]:
    """What fills one of its slots, as far as the frame's own passage names it."""
    fillers = (f for f in frame.fillers.get(path, ()) if f.passage is frame.passage)
    return [f.mention for f in fillers if f.mention is not None]


def joined_slots(schema: Schema) -> list[tuple[ClassShape, Slot, Slot]]:
    """Classes that join what somebody is and who that is (`kg:joins`), with their slots for who, and for whose."""
    found = []
    for shape in schema.classes.values():
        holder = shape.slot(shape.hints["joins"][1]) if "joins" in shape.hints else None
        body = next((s for s in shape.slots if "choosesBy" in s.hints), None)
        if holder is not None and body is not None:
            found.append((shape, holder, body))
    return found


def by_passage(frames: Iterable[Frame]) -> dict[int, list[Frame]]:
    """Frames by the number of their passage, each list in order."""
    found: dict[int, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.passage.number, []).append(frame)
    return found


def thing_key(mention: Mention) -> str:
    return mention.things[0] if mention.things else mention.text


def last_name(person: Mention) -> str:
    """The last of a person's names, by which texts speak of them later."""
    return person.text.split()[-1]


def roles(entry: Entry) -> tuple[str, ...]:
    return entry.hints.get("role", ())


def is_pronoun(mention: Mention) -> bool:
    return mention.entry is not None and "pronoun" in mention.entry.hints


def is_group(mention: Mention) -> bool:
    """Whether a reference is to more than two things at once ("all four"), or to any number of them ("they")."""
    return mention.entry is not None and mention.entry.hints.get("howMany", ("1",))[0] not in ("1", "2")


def is_of_many(mention: Mention) -> bool:
    """Whether a reference is to several things at once ("both", "the winners")."""
    return mention.entry is not None and mention.entry.hints.get("howMany", ("1",))[0] != "1"


def place_of(filler: Filler) -> int:
    return filler.mention.start if filler.mention is not None else -1


def is_presupposed(frame: Frame) -> bool:
    """Whether but a noun takes for granted what a frame tells ("the member towns")."""
    return frame.entry is not None and "presupposed" in frame.entry.hints
