"""What a document has said so far that later passages build on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.passages.frames import Filler, Frame, Opening, last_name, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Slot

_KEPT, _SOON = 200, 2


class Memory:
    """Of one document; `forget` begins the next."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, str], tuple[Passage, Mention]] = {}
        self._of_holder: dict[str, list[tuple[str, tuple[Passage, Mention]]]] = {}
        self._by_last_name: dict[tuple[str, str], tuple[Passage, Mention]] = {}
        self.said: dict[tuple[str, ...], Factuality] = {}
        self._held: dict[tuple[str, str], tuple[str, Mention]] = {}
        self.last: list[Frame] = []
        self.open: Frame | None = None
        self._left_open: dict[int, Frame] = {}
        self._told: list[Frame] = []

    def forget(self) -> None:
        """Begin a new document."""
        self.places.clear()
        self._of_holder.clear()
        self._by_last_name.clear()
        self.said.clear()
        self._held.clear()
        self.last = []
        self.open = None
        self._left_open.clear()
        self._told.clear()

    def held_by_another(self, call: Opening, place: Mention) -> bool:
        """Whether somebody else was said to hold the same office of the same body, and not by the same word."""
        held = self._held.get((thing_key(call.at), thing_key(place)))
        if held is None or call.about is None:
            return False
        return held[0] != thing_key(call.about) and held[1] is not call.at

    def remember(self, frames: list[Frame]) -> None:
        """What is said of somebody once holds when only the name comes again."""
        for frame in frames:
            if frame.about is not None and frame.opener is not None:
                for fillers in frame.fillers.values():
                    for filler in fillers:
                        if filler.mention not in (None, frame.about, frame.opener):
                            key = (thing_key(frame.opener), filler.key_of_thing)
                            self._held.setdefault(key, (thing_key(frame.about), frame.opener))
            for path, fillers in frame.fillers.items():
                for other in frame.fillers.values():
                    person = other[0].mention
                    if person is None or person.kind is not Kind.PERSON:
                        continue
                    if fillers[0].mention is not None and other is not fillers:
                        key = (path, other[0].key_of_thing)
                        if key not in self.places:
                            self.places[key] = (fillers[0].passage, fillers[0].mention)
                            last = last_name(person)
                            self._by_last_name.setdefault((path, last), self.places[key])
                            self._of_holder.setdefault(key[1], []).append((path, self.places[key]))

    def of_holder(self, holder: str) -> list[tuple[Passage, Mention]]:
        """What somebody was said to hold or belong to, in the order of the properties' names."""
        known = self._of_holder.get(holder, [])
        return [place for _, place in sorted(known, key=lambda item: item[0])]

    def body_of(self, person: Mention, path: str) -> tuple[Passage, Mention] | None:
        """What a property of somebody, known by the last name at least, was said to be; None where nothing was."""
        known = self.places.get((path, thing_key(person)))
        return known or self._by_last_name.get((path, last_name(person)))

    def lately(self, passage: Passage, within: int) -> list[Frame]:
        """Frames of the passages up to some steps back, in the order in which they were told."""
        found: list[Frame] = []
        for frame in reversed(self._told):
            behind = passage.number - frame.passage.number
            if behind > within + 1:  # what a question asked is told one passage late
                break
            if behind <= within:
                found.append(frame)
        return found[::-1]

    def leave_open(self, frame: Frame) -> None:
        """A frame that lacks its members, which later passages may name; of one passage the first."""
        if self.open is None or self.open.passage is not frame.passage:
            self.open = frame
        self._left_open.setdefault(frame.passage.number, frame)

    def left_open(self, passage: Passage) -> Frame | None:
        """The first frame of a passage that lacked its members."""
        return self._left_open.get(passage.number)

    def recent(self, passage: Passage, within: int) -> list[Frame]:
        """Frames of the passages right before, with the one left open, in the order in which they were told."""
        found = [f for f in (self.open, *self.last) if f is not None and f.passage is not passage]
        found = [f for f in found if passage.number - f.passage.number <= within]
        return sorted(found, key=lambda f: f.passage.number)

    def fuller(self, path: str, call: Opening, passage: Passage) -> tuple[Passage, Mention]:
        """ "Minister" after "minister of finance" of the same person is the same office."""
        holder = (
            call.about.things[0]
            if call.about and call.about.things
            else (call.about.text if call.about else "")
        )
        known = self.places.get((path, holder))
        if known is not None and call.at.text.casefold() in known[1].text.casefold():
            return known
        return passage, call.at

    def earlier(
        self, slot: Slot, subjects: Sequence[tuple[Passage, Mention]], passage: Passage
    ) -> list[Filler]:
        """What the last frame that has this property put there; rather one right before, or of the subject."""
        about = {thing_key(m) for _, m in subjects}
        frames = [f for f in reversed(self._told[-_KEPT:]) if slot.path in f.fillers]
        just = [f for f in frames if follows(passage, f.passage)]
        told = [f.fillers[slot.path] for f in just or frames]
        told.sort(key=lambda fillers: not any(f.key_of_thing in about for f in fillers))
        return [replace(f, here=False) for f in told[0]] if told else []

    def has_just_told(self, path: str, passage: Passage) -> bool:
        """Whether a frame with a property was told right before."""
        return any(path in f.fillers and follows(passage, f.passage) for f in self._told[-_KEPT:])

    def goes_on(self, classes: Sequence[str], passage: Passage) -> bool:
        """Whether a frame of one of the classes was told before in the same paragraph."""
        for frame in reversed(self._told):
            if frame.passage.paragraph != passage.paragraph:
                return False
            if frame.cls in classes:
                return True
        return False

    def said_before(self, slot: Slot, chosen: dict[str, list[Filler]]) -> list[tuple[Passage, Mention]]:
        """What an earlier frame of the same identity put into the slot."""
        for fillers in chosen.values():
            for filler in fillers:
                known = self.places.get((slot.path, filler.key_of_thing))
                if known is not None:
                    return [known]
        return []

    def tell(self, frames: list[Frame]) -> None:
        """Keep the frames of a passage that is done."""
        self.last = frames or self.last
        self._told.extend(frames)


def follows(passage: Passage, other: Passage) -> bool:
    """Whether a passage goes on right behind another: in its paragraph, a sentence or two later."""
    return passage.paragraph == other.paragraph and 0 < passage.number - other.number <= _SOON
