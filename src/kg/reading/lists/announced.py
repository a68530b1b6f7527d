"""Lists of whom something was told that other sentences said: "Ten towns were chosen. … In X there are two: A and B".

What a text tells of several at once (a frame whose class goes on in lists, one that still lacks its members, or a count
of such things) announces a list. A later list belongs to it where its lead says so without saying anything of its own:

- a number as long as the list ("X adds three, namely A, B and C");
- a word that goes on with a list or names one ("among them A, B", "completing the list are A, B");
- a place in which all members lie, before a colon ("X: A, B");
- nothing but nouns for such members and small words ("The towns:", "Which towns are they?"), also in a heading or in
  the first row of a table.

Where a document tells nothing else that goes on in lists, a list of several is of those who belong to what was named
last (`kg:company`: the slots for a member and for what it belongs to), if its lead says no more than who or how many
they are.

What was announced hands on all that holds of each member. A list of which its own sentence tells something else, and
one whose lead speaks of what a class says that its lists are not (`kg:unless`), or of pairs, gives nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.lists.labelled import Labelled
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import (
    Filler,
    Frame,
    by_passage,
    mentions_of,
    roles,
    shared_with_members,
    thing_key,
)
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import without_owners
from kg.schema import ClassShape, Schema, Slot

_FAR, _FAR_ALONE, _LEAST, _MOST_OF_LEAD, _LONGEST_LEAD = 6, 12, 2, 8, 160
_NEAR, _MOST_LOOSE, _MOST_WORDS, _SEVERAL = 3, 2, 4, 3
_NAMING = frozenset({"Continues", "NamesList"})
_WORD, _COLON = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*"), re.compile(r":\s*$")
_BRACKET = re.compile(r"\([^()]*\)")
_CELL = re.compile(r"\s\|\s")
_BULLET = " \t-–—•·*|"


@dataclass(frozen=True, slots=True)
class _Announcement:
    """What was told that a list may go on with."""

    model: Frame
    shape: ClassShape
    slot: Slot
    unsaid: bool = False

    @property
    def counted(self) -> float:
        """How many members there are, where the announcement is a count; 0 where it says nothing."""
        amounts = (
            f.mention.amount.value
            for fs in self.model.fillers.values()
            for f in fs
            if f.mention is not None and f.mention.amount is not None
        )
        return max(amounts, default=0)

    @property
    def names_members(self) -> bool:
        """Whether a frame of the class itself names one of whom it holds."""
        return self.slot.path in self.model.fillers


@dataclass(frozen=True, slots=True)
class _List:
    """Members that stand together, and the words before them, which stand in the same passage or the one before."""

    members: Sequence[tuple[Passage, Mention]]
    lead: Passage | None
    end: int


class AnnouncedLists:
    """Adds a frame for each member of such a list, once a document has been read sentence by sentence.

    Args:
        schema: Classes, and what their lists are not.
        pool: For slots and fillers.
        memory: Of the document, for what lacked its members.
        evoker: Knows which classes lists give one of each.
        labelled: Knows the members of a list by their place.
    """

    def __init__(
        self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker, labelled: Labelled
    ) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._evoker = evoker
        self._labelled = labelled
        self._members: dict[str, frozenset[str]] = {}
        self._passages: Sequence[Passage] = ()
        self._here: dict[int, list[Frame]] = {}
        self._states = schema.hinted("stateName")
        self._company = frozenset(
            c.hints["company"][0] for c in schema.classes.values() if "company" in c.hints
        )
        own = {c.iri for c in schema.classes.values() if "listedBy" in c.hints}
        self._others = own | schema.paired
        self._slots = {
            c.iri: slot
            for c in schema.classes.values()
            if (evoker.listed(c.iri) is c or "company" in c.hints)
            and (slot := next((s for s in c.slots if s.each and "pairs" not in s.hints), None)) is not None
        }

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document, with those of lists that other sentences announced.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For what denies a list.
        """
        self._passages = passages
        announced = self._announcements(frames, passages)
        announced = announced or self._unsaid(passages)
        if not announced:
            return list(frames)
        here = self._here = by_passage(frames)
        told = {(f.cls, x.key_of_thing) for f in frames for fs in f.fillers.values() for x in fs}
        self._members = {iri: frozenset(key for cls, key in told if cls == iri) for iri in self._slots}
        found = list(frames)
        for slot in self._of_announced(announced):
            for some in self._lists(slot, passages):
                made = self._goes_on(some, slot, announced, here, around)
                if made:
                    at, shape = made[-1].passage.number, self._schema.classes[made[-1].cls]
                    announced.setdefault(at, []).append(_Announcement(made[-1], shape, slot))
                for frame in made:
                    key = (frame.cls, frame.fillers[self._slots[frame.cls].path][0].key_of_thing)
                    if key not in told:
                        told.add(key)
                        found.append(frame)
        return found

    # What was announced ------------------------------------------------------------------------------------

    def _announcements(
        self, frames: Sequence[Frame], passages: Sequence[Passage]
    ) -> dict[int, list[_Announcement]]:
        """What each passage announces, by its number."""
        found: dict[int, list[_Announcement]] = {}
        for frame in (*frames, *filter(None, map(self._memory.left_open, passages))):
            shape = self._evoker.listed(frame.cls) or self._schema.classes.get(frame.cls)
            if shape is None or shape.iri not in self._slots or frame.factuality is Factuality.DENIED:
                continue
            slot = self._slots[shape.iri]
            signed = frame.entry is not None and "signed" in frame.entry.hints
            if signed and slot.path not in frame.fillers and not self._pool.counts_some(slot, frame.passage):
                continue  # no word told it
            found.setdefault(frame.passage.number, []).append(_Announcement(frame, shape, slot))
        return found

    def _unsaid(self, passages: Sequence[Passage]) -> dict[int, list[_Announcement]]:
        """What each passage names last that one may belong to, by its number, though nothing says that anybody does."""
        found: dict[int, list[_Announcement]] = {}
        for shape in (self._schema.classes[iri] for iri in self._slots):
            if "company" not in shape.hints:
                continue
            path, barred = shape.hints["company"][1], shape.hints.get("companyNot", ())
            whole = shape.slot(path)
            classes = tuple(whole.hints.get("fillers", whole.classes)) if whole is not None else ()
            for passage in passages:
                named = [
                    m
                    for m in passage.of(Kind.THING)
                    if self._pool.fits(m, classes) and not self._pool.fits(m, barred)
                ]
                if named:
                    last = without_owners(named, passage)[-1]
                    filler = self._pool.filler(path, passage, last, None)
                    model = Frame(shape.iri, passage, 0, 0, Factuality.ASSERTED, fillers={path: [filler]})
                    told = _Announcement(model, shape, self._slots[shape.iri], unsaid=True)
                    found.setdefault(passage.number, []).append(told)
        return found

    def _of_announced(self, announced: Mapping[int, list[_Announcement]]) -> list[Slot]:
        """The slots whose lists an announcement may mean: its own, and for a count those of what else may be held."""
        told = [a for some in announced.values() for a in some]
        meant = {a.shape.iri for a in told}
        if any(a.model.cls != a.shape.iri for a in told):
            meant.update(iri for iri in self._slots if "lists" in self._schema.classes[iri].hints)
        return [slot for iri, slot in self._slots.items() if iri in meant]

    def _model(self, some: _List, announced: Mapping[int, list[_Announcement]]) -> _Announcement | None:
        """The last that was announced before a list, rather what holds, and what is told of more than one."""
        at, first = some.members[0]
        near = [a for n in range(at.number, at.number - _FAR_ALONE - 1, -1) for a in announced.get(n, ())]
        if len({a.shape.iri for a in near if not _looseness(a)}) != 1:
            near = [a for a in near if at.number - a.model.passage.number <= _FAR]
        near = [
            a
            for a in near
            if (not a.counted or a.counted >= len(some.members))
            and (a.model.passage is not at or (a.model.start < first.start and not a.names_members))
        ]
        found = min(near, key=_looseness, default=None)
        return self._as_named(found) if found is not None else None

    def _as_named(self, found: _Announcement) -> _Announcement:
        """What a count means: where the text names what else may be held, and not what goes without saying, that."""
        if found.model.cls == found.shape.iri:
            return found
        at = found.model.passage.number
        for passage in reversed(self._passages[max(0, at - _NEAR) : at + 1]):
            for shape in (found.shape, *(self._schema.classes[iri] for iri in self._slots)):
                whole = shape.slot(shape.hints["lists"][0]) if "lists" in shape.hints else None
                if whole is None or (shape is not found.shape and whole.default is not None):
                    continue
                named = [m for m in self._pool.fitting(whole, passage) if m.things]
                if named and shape is found.shape:
                    return found
                if named:
                    filler = self._pool.filler(whole.path, passage, named[0], whole)
                    model = replace(found.model, cls=shape.iri, entry=None, fillers={whole.path: [filler]})
                    return _Announcement(model, shape, self._slots[shape.iri])
        return found

    # Lists -------------------------------------------------------------------------------------------------

    def _lists(self, slot: Slot, passages: Sequence[Passage]) -> Iterator[_List]:
        """The lists of a document, those within a sentence and those that go on from line to line."""
        rows: list[tuple[Passage, Mention]] = []
        lead: Passage | None = None
        above: Passage | None = None  # what stands over a line that is but a place
        for before, passage in itertools.pairwise([None, *passages, None]):
            row = self._row(slot, passage, bool(rows) or before is not None) if passage is not None else []
            if passage is not None and row:
                lead = lead if rows else above or before
                rows += [(passage, m) for m in row]
                above = None
                continue
            if passage is not None and (rows or before is not None) and self._is_state(passage):
                above = above or before
                continue
            above = None
            if len({at.number for at, _ in rows}) >= _LEAST and self._are_known(rows, lead, slot):
                yield _List(rows, lead, _end_of_head(lead) if lead else 0)
            elif rows:
                yield from self._within(slot, rows[0][0])
            rows = []
            if passage is not None:
                yield from self._within(slot, passage)

    def _row(self, slot: Slot, passage: Passage, led: bool) -> list[Mention]:
        """Whom a line is about: what stands in it, behind a place and a colon or not, or in its first cell."""
        text = passage.text
        cell = _CELL.search(text)
        if not led or passage.kind == "caption" or len(text) > _LONGEST_LEAD:
            return []
        end = cell.start() if cell is not None else len(text)
        names = [m for m in self._names(slot, passage) if m.start < end]
        if cell is not None:
            start = len(text) - len(text.lstrip(_BULLET))
            return names[:1] or self._unknown(slot, passage, start, end)
        if not names:
            return []
        places = [m for m in passage.of(Kind.THING) if any(self._lies(n, m) for n in names)]
        words = _WORD.findall(_BRACKET.sub(" ", _without([*names, *places], passage)))
        names = [m for m in names if m not in places]
        return names if all(passage.grammar.lists(w) for w in words) else []

    def _is_state(self, passage: Passage) -> bool:
        """Whether a line is but a country or the like, under which members stand that lie there."""
        text = passage.text.strip(_BULLET)
        return any(
            m.things and m.classes & self._states and m.end - m.start >= len(text) and not m.compound
            for m in passage.of(Kind.THING)
        )

    def _names(self, slot: Slot, passage: Passage) -> list[Mention]:
        """What a passage names that may be a member; of names within one another the longer."""
        found: list[Mention] = []
        for m in self._pool.candidates(slot, passage, None):
            if m.kind is not Kind.THING or m.compound or any(m.inside(o.start, o.end) for o in found):
                continue
            if m.classes & self._states and slot.path in self._company:
                continue  # a list's members lie there
            found = [*(o for o in found if not o.inside(m.start, m.end)), m]
        return found

    def _unknown(self, slot: Slot, passage: Passage, start: int, end: int) -> list[Mention]:
        """A stretch that nobody knows, as a name."""
        name = passage.text[start:end].strip()
        words = name.split()
        if not words or len(words) > _MOST_WORDS or not all(w[:1].isalpha() for w in words):
            return []
        start = passage.text.index(name, start)
        if not name[0].isupper() or any(m.start <= start < m.end for m in passage.mentions):
            return []
        known = frozenset(slot.classes)
        return [Mention(Kind.THING, start, start + len(name), name, classes=known)]

    def _are_known(self, rows: Sequence[tuple[Passage, Mention]], lead: Passage | None, slot: Slot) -> bool:
        """Whether lines are about members: most are known, or a noun for them heads the column."""
        known = sum(bool(m.things) for _, m in rows)
        if known * 2 >= len(rows):
            return True
        cell = _CELL.search(lead.text) if lead is not None else None
        return (
            lead is not None
            and cell is not None
            and any(m.end <= cell.start() and self._pool.fits(m, slot.classes) for m in lead.of(Kind.WORD))
        )

    def _within(self, slot: Slot, passage: Passage) -> Iterator[_List]:
        """The lists within a passage; behind a colon also those some members of which nobody knows."""
        names = self._names(slot, passage)
        end = 0
        for name in names:
            if name.start < end:
                continue
            group = coordinated(name, names, passage)
            mark = passage.text.rfind(":", end, name.start)
            listed = self._behind_mark(slot, passage, mark + 1, names) if mark >= 0 else []
            if len(listed) > len(group):
                group = listed
            end = group[-1].end
            if len({thing_key(m) for m in group}) >= _LEAST:
                yield _List([(passage, m) for m in group], passage, group[0].start)

    def _behind_mark(self, slot: Slot, passage: Passage, at: int, names: Sequence[Mention]) -> list[Mention]:
        """All that stand in the list behind a colon, where at least half of them are known, or named after such."""
        listed = self._labelled.named(passage, at, slot.classes, next(iter(slot.classes), ""))
        # "Publisher: the town of X, Department of Y": what is known to be something else is no member
        others = {m.start for m in passage.of(Kind.THING) if not self._pool.fits(m, slot.classes)}
        others -= {n.start for n in names}
        listed = [m for m in listed if m.start not in others]
        known = [m for m in listed if any(n.inside(m.start, m.end) for n in names)]
        return listed if len(listed) <= 2 * len(known) else []

    # Leads -------------------------------------------------------------------------------------------------

    def _goes_on(
        self,
        some: _List,
        slot: Slot,
        announced: Mapping[int, list[_Announcement]],
        here: Mapping[int, list[Frame]],
        around: Surroundings,
    ) -> list[Frame]:
        """A frame for each member of a list, where it goes on with what was announced."""
        found = self._model(some, announced)
        lead = some.lead
        if found is None or found.slot is not slot or lead is None or not self._is_led(some, lead, found):
            return []
        passage, first = some.members[0]
        if found.unsaid and len({thing_key(m) for _, m in some.members}) < _SEVERAL:
            return []
        if any(self._tells_another(f, some, found.shape) for f in here.get(passage.number, ())):
            return []
        firm = around.factuality(first, None, passage)
        if firm is Factuality.DENIED:
            return []
        shared = self._shared(found, passage)
        return [
            Frame(
                found.shape.iri,
                at,
                member.start,
                member.end,
                found.model.factuality if firm is Factuality.ASSERTED else firm,
                fillers={
                    **shared,
                    found.slot.path: [self._pool.filler(found.slot.path, at, member, found.slot)],
                },
            )
            for at, member in some.members
        ]

    def _is_led(self, some: _List, lead: Passage, found: _Announcement) -> bool:
        """Whether the words before a list say that it goes on, and nothing of its own."""
        text = lead.text[: some.end]
        if found.unsaid and self._counts(some, lead) and _COLON.search(text) is not None:
            return True
        if found.unsaid and lead is not some.members[0][0] and self._is_about_whole(lead, found):
            return True
        words = [m for m in lead.of(Kind.WORD) if m.end <= some.end]
        if len(text) > _LONGEST_LEAD or self._speaks_of_others(lead, some.end, found.shape):
            return False
        names = [m for m in lead.of(Kind.THING, Kind.PERSON) if m.end <= some.end]
        own = [c for s in found.shape.slots if s.path != found.slot.path for c in s.classes]
        own = [c for c in own if c not in found.slot.classes]
        places = [m for m in names if all(self._lies(other, m) for _, other in some.members if other.things)]
        told = self._members[found.shape.iri]
        if any(not self._pool.fits(m, own) for m in names if m not in places and thing_key(m) not in told):
            return False  # somebody else is spoken of
        if self._counts(some, lead):
            return True
        behind = lead is some.members[0][0]
        if behind and (
            lead.grammar.names_them(f", {text.split()[-1] if text.split() else ''} ")
            or any(
                "later" not in w.entry.hints and _NAMING & set(roles(w.entry)) and _is_near(w, some.end, text)
                for w in words
                if w.entry is not None
            )
        ):
            return True
        if found.names_members and not behind and not self._names_several(found):
            return False  # what a heading lists is rarely more of the one that was told of
        closed = not behind or _COLON.search(text) is not None
        return closed and (bool(places) or self._is_plain(lead, some.end, found))

    def _is_about_whole(self, lead: Passage, found: _Announcement) -> bool:
        """Whether a short sentence above a list of lines speaks of what one may belong to, and of nobody else."""
        others = self._slots.keys() - {found.shape.iri}
        words = [w.entry for w in lead.of(Kind.WORD) if w.entry is not None]
        if len(lead.text) > _LONGEST_LEAD or any(not others.isdisjoint(e.evokes) for e in words):
            return False
        wholes = [f for fs in found.model.fillers.values() for f in fs]
        names = lead.of(Kind.THING, Kind.PERSON)
        keys = {f.key_of_thing for f in wholes}
        spoken = any(
            m.entry is not None and any(f.mention and m.classes & f.mention.classes for f in wholes)
            for m in lead.of(Kind.REFERENCE)
        )
        return all(thing_key(m) in keys for m in names) and (spoken or bool(names))

    def _counts(self, some: _List, lead: Passage) -> bool:
        """Whether a number before a list says how many members it has."""
        many = len({thing_key(m) for _, m in some.members})
        return any(
            n.end <= some.end
            and n.amount is not None
            and n.amount.value == many
            and not (n.amount.percent or n.amount.currency or n.amount.ordinal)
            for n in lead.of(Kind.NUMBER)
        )

    def _is_plain(self, lead: Passage, end: int, found: _Announcement) -> bool:
        """Whether few words but nouns for members and lists, and what tells of the same, stand before a list."""
        words = list(_WORD.finditer(lead.text, 0, end))
        if not words or len(words) > _MOST_OF_LEAD:
            return False
        spoken = [m for m in lead.of(Kind.WORD, Kind.REFERENCE, Kind.THING, Kind.NUMBER) if m.end <= end]
        same = [m for m in spoken if self._means_same(m, found)]
        other = [m for m in spoken if m.entry is not None and m.entry.evokes and m not in same]
        telling = [
            m
            for m in same
            if self._pool.fits(m, found.slot.classes)  # though it may count things as well
            or (m.entry is not None and m.entry.evokes and self._tells(m, found.shape))
        ]
        given = {w.casefold() for m in mentions_of(found.model) for w in m.text.split()}
        named, loose = 0, 0
        for word in words:
            another = _covers(other, word) and not _covers(telling, word)
            if word.group().casefold() in given or (_covers(same, word) and not another):
                named += 1
            elif not lead.grammar.is_function(word.group()):
                loose += 1 if not _covers(other, word) else _MOST_OF_LEAD
        return named > 0 and loose <= _MOST_LOOSE

    def _names_several(self, found: _Announcement) -> bool:
        """Whether the passage of an announcement tells it of several by name."""
        here = self._here.get(found.model.passage.number, ())
        keys = {
            x.key_of_thing
            for f in here
            if f.cls == found.shape.iri
            for x in f.fillers.get(found.slot.path, ())
        }
        return len(keys) >= _LEAST

    def _tells(self, word: Mention, shape: ClassShape) -> bool:
        """Whether a word tells of what lists of a class tell, or of what they count."""
        evokes = word.entry.evokes if word.entry is not None else ()
        listed = {s.iri for cls in evokes if (s := self._evoker.listed(cls)) is not None}
        return shape.iri in listed or shape.iri in evokes

    def _means_same(self, word: Mention, found: _Announcement) -> bool:
        """Whether a word is a noun for members or for lists, or tells what was announced."""
        if word.kind in (Kind.REFERENCE, Kind.NUMBER) or self._pool.fits(word, found.slot.classes):
            return True
        if word.entry is None:
            return False
        listed = {s.iri for cls in word.entry.evokes if (s := self._evoker.listed(cls)) is not None}
        return (
            bool(listed) or found.shape.iri in word.entry.evokes or not _NAMING.isdisjoint(roles(word.entry))
        )

    def _speaks_of_others(self, lead: Passage, end: int, shape: ClassShape) -> bool:
        """Whether words before a list tell of what makes another list of it; "9 of 30 …" counts those as well."""
        others = self._others | set(shape.hints.get("unless", ()))
        numbers = [n for n in lead.of(Kind.NUMBER) if n.end <= end]
        return any(
            w.end <= end
            and w.entry is not None
            and not others.isdisjoint(w.entry.evokes)
            and len(
                [n for n in numbers if n.end <= w.start and len(lead.text[n.end : w.start].split()) <= _LEAST]
            )
            < _LEAST
            for w in lead.of(Kind.WORD)
        )

    def _tells_another(self, frame: Frame, some: _List, shape: ClassShape) -> bool:
        """Whether a frame tells something else of a member."""
        if frame.cls == shape.iri:
            return False
        keys = {thing_key(m) for _, m in some.members}
        return any(f.key_of_thing in keys for fs in frame.fillers.values() for f in fs)

    def _lies(self, member: Mention, place: Mention) -> bool:
        return bool(place.things) and any(
            self._pool.lies_in(t, place.things, path) for t in member.things for path in self._schema.placing
        )

    # What is handed on -------------------------------------------------------------------------------------

    def _shared(self, found: _Announcement, passage: Passage) -> dict[str, list[Filler]]:
        """What was announced says of each member; of a count what its sentence names of the same."""
        model = found.model
        told = self._memory.left_open(model.passage) if model.cls != found.shape.iri else None
        if told is not None and told.cls == found.shape.iri:
            model = told
        shared = shared_with_members(model, found.shape)
        for path in [p for p, fs in shared.items() if fs[0].mention is None]:
            slot = found.shape.slot(path)
            named = self._pool.candidates(slot, model.passage, None) if slot is not None else []
            if len({thing_key(m) for m in named}) == 1:
                shared[path] = [self._pool.filler(path, model.passage, named[0], slot)]
        if found.names_members:
            least = {s.path for s in found.shape.slots if s.least}
            shared = {path: fillers for path, fillers in shared.items() if path in least}
        return {path: [replace(f, here=False) for f in fillers] for path, fillers in shared.items()}


def _end_of_head(lead: Passage) -> int:
    """Where the words end that say what stands below them: in the head of a table its first cell."""
    cell = _CELL.search(lead.text)
    return cell.start() if cell is not None else len(lead.text)


def _looseness(announced: _Announcement) -> int:
    """How little what was told looks like the announcement of a list."""
    return announced.names_members + (announced.model.factuality is not Factuality.ASSERTED)


def _without(names: Sequence[Mention], passage: Passage) -> str:
    """A passage's text without some names."""
    rest = list(passage.text)
    for name in names:
        rest[name.start : name.end] = " " * (name.end - name.start)
    return "".join(rest)


def _covers(mentions: Sequence[Mention], word: re.Match[str]) -> bool:
    """Whether a word is part of one of some mentions."""
    return any(m.start <= word.start() and word.end() <= m.end for m in mentions)


def _is_near(word: Mention, end: int, text: str) -> bool:
    """Whether at most a few words stand between a word and a list."""
    return len(text[word.end : end].split()) <= _LEAST
