"""What a pair has in common, listed behind a colon or line by line: "Their agreement names: heat, roads and schools".

A class that is told along with pairs says so (`kg:toldAlong`). The list stands right behind the sentence that told of
the pair, or one further, and its lead speaks of the pair: by a word for one or for what it shares, or by a reference.
Whoever else is named in the lead, or in an item, makes another list of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.passages.frames import Filler, Frame, by_passage
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_FAR, _LONGEST_LEAD, _LEAST, _MOST_WORDS, _FEWEST_LETTERS = 3, 110, 2, 8, 4
_COLON = re.compile(r"\s?:\s+(?=\S)")
_ENDS = re.compile(r"[.!?]\W*$")
_STATES = re.compile(r"[.!]\W*$")
_BULLET = " \t-–—•·*,;.:"
_ITEM = "item"
_NAMES = (Kind.THING, Kind.PERSON)

Item = tuple[Passage, Mention]


class TopicLists:
    """Adds a frame for each item of such a list.

    Args:
        schema: Classes of pairs, and those told along with them.
    """

    def __init__(self, schema: Schema) -> None:
        self._along: dict[str, tuple[ClassShape, Slot, str]] = {}
        for shape in schema.classes.values():
            for cls in shape.hints.get("toldAlong", ()):
                if other := schema.classes.get(cls):
                    self._add(shape, other)

    def _add(self, one: ClassShape, other: ClassShape) -> None:
        """Note which of two classes is told along with the other: the one that has a text for each."""
        for along, pair in ((one, other), (other, one)):
            said = next((s for s in along.slots if s.kind == "text" and s.each), None)
            member = next((s.path for s in along.slots if "pairs" in s.hints), "")
            if said is not None and member and pair.slot(member) is not None:
                self._along[pair.iri] = (along, said, member)

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document, with those of such lists.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm a list is told.
        """
        pairs = [f for f in frames if f.cls in self._along and f.factuality is not Factuality.DENIED]
        if not pairs:
            return list(frames)
        found, here, told = list(frames), by_passage(frames), by_passage(pairs)
        only = pairs[-1] if len({self._members(f) for f in pairs}) == 1 else None
        ended = -1  # where the last list ends
        for at, passage in enumerate(passages):
            lead, items = self._list(at, passages)
            pair = (only or self._pair(passage, told)) if len(items) >= _LEAST else None
            if pair is None or self._names_others(passage, lead, pair, here.get(passage.number, ())):
                continue
            headed = at and items[0][0].kind == _ITEM and _is_head(passages[at - 1])
            heads = (passage, passages[at - 1]) if headed else (passage,)
            if ended != at - 1 and not any(self._speaks_of(head, lead, pair) for head in heads):
                continue
            ended = max(items[-1][0].number, at)
            if any(f.cls == self._along[pair.cls][0].iri for p, _ in items for f in here.get(p.number, ())):
                continue  # a word has told them
            found.extend(self._frames(items, pair, passage, around))
        return found

    def _members(self, pair: Frame) -> frozenset[str]:
        return frozenset(f.key_of_thing for f in pair.fillers[self._along[pair.cls][2]])

    def _list(self, at: int, passages: Sequence[Passage]) -> tuple[int, list[Item]]:
        """Where the lead of a passage's list ends, and the items."""
        passage = passages[at]
        colon = _COLON.search(passage.text, 0, _LONGEST_LEAD)
        if colon is not None:
            return colon.start(), _within(passage, colon.end())
        if passage.kind == _ITEM or len(passage.text) > _LONGEST_LEAD or _ENDS.search(passage.text):
            return 0, []
        items: list[Item] = []
        for row in passages[at + 1 :]:
            item = _item(row, 0, row.text) if row.kind == _ITEM else None
            if item is None:
                break
            items.append((row, item))
        return len(passage.text), items

    def _pair(self, passage: Passage, told: Mapping[int, Sequence[Frame]]) -> Frame | None:
        """The only pair that was told of in a passage and those right before."""
        numbers = range(max(0, passage.number - _FAR), passage.number + 1)
        near = [f for number in numbers for f in told.get(number, ())]
        return near[-1] if len({self._members(frame) for frame in near}) == 1 else None

    def _names_others(self, passage: Passage, lead: int, pair: Frame, here: Sequence[Frame]) -> bool:
        """Whether a lead speaks of somebody else, or its sentence tells of something else."""
        same, known = {pair.cls, self._along[pair.cls][0].iri}, self._members(pair)
        if any(
            f.cls not in same
            and any(x.key_of_thing not in known for fs in f.fillers.values() for x in fs if x.here)
            for f in here
        ):
            return True
        names = [m for m in passage.of(*_NAMES) if m.end <= lead and m.text[:1].isupper()]
        return any(not known & {m.text, *m.things} for m in names)

    def _speaks_of(self, passage: Passage, lead: int, pair: Frame) -> bool:
        """Whether a lead, or a heading, speaks of a pair: by a word for it or for what it shares, or by a reference."""
        same = {pair.cls, self._along[pair.cls][0].iri}
        end = lead if not _is_head(passage) else len(passage.text)
        named = pair.fillers[self._along[pair.cls][2]]
        members = frozenset(c for f in named if f.mention for c in f.mention.classes)
        return any(
            m.end <= end
            and (_is_told(m, members) or (m.entry is not None and not same.isdisjoint(m.entry.evokes)))
            for m in passage.mentions
        )

    def _frames(
        self, items: Sequence[Item], pair: Frame, lead: Passage, around: Surroundings
    ) -> Iterator[Frame]:
        """What a list says of a pair, as firmly as its lead, and not more so than the pair."""
        along, said, member = self._along[pair.cls]
        firm = around.factuality(items[0][1], None, lead)
        firm = pair.factuality if firm is Factuality.ASSERTED else firm
        for passage, item in items:
            topic = Filler(said.path, passage, item, value=Literal(item.text))
            fillers = {member: pair.fillers[member], said.path: [topic]}
            yield Frame(along.iri, passage, item.start, item.end, firm, None, None, item, fillers)


def _is_told(mention: Mention, members: frozenset[str]) -> bool:
    """Whether a mention refers to something, but not to one of a pair alone ("the town expects: …")."""
    return mention.kind is Kind.REFERENCE and (
        mention.entry is None
        or not members & mention.classes
        or mention.entry.hints.get("howMany", ("",))[0] != "1"
    )


def _is_head(passage: Passage) -> bool:
    """Whether a passage is a heading or a question, which what follows answers."""
    return len(passage.text) <= _LONGEST_LEAD and not _STATES.search(passage.text)


def _within(passage: Passage, start: int) -> list[Item]:
    """The items behind a colon; none unless all of them are such."""
    end = passage.grammar.phrase_end.search(passage.text, start)
    stretch = passage.text[start : end.start() if end else len(passage.text)]
    items: list[Item] = []
    at = start
    for part in passage.grammar.phrase_split.split(stretch):
        at = passage.text.find(part, at)
        item = _item(passage, at, part)
        if item is None or passage.grammar.is_clause(item.text):
            return []  # "What it expects: what is done shall be …"
        items.append((passage, item))
        at += len(part)
    return items


def _item(passage: Passage, start: int, words: str) -> Mention | None:
    """An item of a list as a phrase; None where it names somebody or a day, or is too long or short for one."""
    bare = words.strip(_BULLET)
    if not len(bare) >= _FEWEST_LETTERS or len(bare.split()) > _MOST_WORDS or not bare[0].isalpha():
        return None
    start = passage.text.find(bare, start)
    item = Mention(Kind.QUOTED, start, start + len(bare), bare)
    named = passage.of(Kind.PERSON, Kind.PERIOD, Kind.NUMBER, Kind.NAME)
    if any(m.overlaps(item) for m in named) or any(
        m.overlaps(item) for m in passage.of(Kind.THING) if m.things
    ):
        return None
    return item
