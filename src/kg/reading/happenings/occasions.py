"""Where and when things happened, and who was there, from all that a document says of them.

A text tells of a gathering in several sentences: one has its name, another its day, a third its town, and what it did
not say goes without saying in the town that the text comes from. Each sentence is read by itself first; here those
frames are made whole. A class says that its things happen (`kg:happens`, the slots for place and day), a property that
it is said of them (`kg:ofHappening`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.claims import Factuality
from kg.periods import Period
from kg.reading.around.context import Place, Surroundings, last_named
from kg.reading.around.pool import Pool
from kg.reading.happenings.attending import Attendance
from kg.reading.happenings.doings import call_by_doing
from kg.reading.happenings.hosting import Hosts
from kg.reading.happenings.turnout import Turnout, is_part
from kg.reading.happenings.voices import Voices
from kg.reading.passages.frames import SUBJECT, Filler, Frame, by_passage, roles, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import cued, gap_between, words_between
from kg.reading.slots.occasionnames import by_noun, with_other_names
from kg.schema import Schema, Slot

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_NAME = re.compile(
    rf"[{_CAPITAL}][\w'’-]+(?:(?:\s+(?:am|an\s+der|bei|upon|on|de|del|du|la|sur|der|im))*\s+[{_CAPITAL}][\w'’-]+){{0,2}}"
)
_LEAST_NAME, _LONGEST_LINE, _FAR = 4, 3, 60
# a town beside a day with nothing but marks and capitals between: "Northhaven, town hall, 3 June"
_BARE = re.compile(rf"[\s,;:·|()/–—*_-]*(?:[{_CAPITAL}\d][\w.'’-]*[\s,;:·|()/–—*_-]*){{0,8}}")
# a title behind the noun for what bears it, with a few small words or a mark between
_TITLE = re.compile(
    r"(?:\s*[:,–-])?(?:\s+[^\W\d_A-ZÄÖÜ][\w-]*){0,3},?:?\s*[„“\"»«*_]{1,2}\s?([^„“”\"»«*_\n]{4,80}?)\s?[“”\"«»*_]"
)
_COLON = re.compile(r"\s?:")
_DAYS = frozenset(("day", "span", "month"))
_NEXT = (-1, 1)
_NOT_FAR, _OPENING, _LEAD = 3, 24, 48
_AT_HEAD, _AGAIN, _LEAST_ENTRIES, _BESIDE = 3, 3, 2, 2
_FIRM = (Factuality.ASSERTED, Factuality.EXPECTED, Factuality.POSSIBLE)


@dataclass(slots=True)
class _Document:
    """What is asked of one document, once."""

    passages: Sequence[Passage]
    around: Surroundings
    happened: dict[int, list[Frame]] = field(default_factory=dict)
    dated: set[tuple[int, object]] = field(default_factory=set)
    """Days of what else is told of, by passage."""


class Occasions:
    """Makes frames of what happens whole.

    Args:
        schema: Classes and properties with their hints.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._schema = schema
        self._pool = pool
        self._slots: dict[str, tuple[Slot, Slot]] = {}
        for shape in schema.classes.values():
            if "happens" in shape.hints:
                own = {slot.path: slot for slot in schema.slots_of(shape.iri)}
                place, day = shape.hints["happens"]
                self._slots[shape.iri] = own[place], own[day]
        self._side = {
            path: slot.path
            for path, ends in pool.properties.items()
            if any("ofHappening" in slot.hints for slot in ends.slots)
            for slot in ends.slots
            if any(schema.is_a(cls, tuple(self._slots)) for cls in slot.classes)
        }

        self._from_afar = tuple(
            path
            for path, ends in sorted(pool.properties.items())
            if any("fromAfar" in slot.hints for slot in ends.slots)
        )
        self._turnout = Turnout(pool, self._side)
        self._voices = Voices(pool, self._side)
        self._hosts = Hosts(pool, self._turnout.owned)
        self._attendance = Attendance(pool, self._side, [place for place, _ in self._slots.values()])
        self._as_firm = frozenset(
            path for path, ends in pool.properties.items() if any("asFirm" in s.hints for s in ends.slots)
        )

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with places and days where they were left open, and those that only these tell.

        Args:
            frames: All of the document, in order; slots of theirs are filled.
            passages: All of the document.
            around: For what goes without saying.
        """
        found = [f for f in frames if f.cls not in self._slots or not _is_time(f)]
        for cls, (place, day) in self._slots.items():
            document = _Document(passages, around, dated=_dated(found))
            for frame in found:
                if frame.cls == cls:
                    document.happened.setdefault(frame.passage.number, []).append(frame)
            for frame in [f for fs in document.happened.values() for f in fs]:
                self._fill_day(frame, day, document)
                self._fill_place(frame, place, day, document)
            found.extend(f for p in passages for f in self._told_by_day(cls, p, place, day, document))
            found.extend(f for p in passages for f in self._told_in_lines(cls, p, place, day, document))
            call_by_doing(passages, by_passage(f for f in found if f.cls == cls), cls)
            found.extend(f for p in passages for f in self._told_by_name(cls, p, place, day, document))
        found = [f for f in found if f.cls not in self._slots or not self._is_vague_part(f)]
        calls = self._calls(found, passages)
        found.extend(f for p in passages for f in self._came(p, found, passages, around, calls.main))
        found.extend(self._turnout.read(found, passages, around, calls.main, calls.programme))
        found.extend(self._voices.read(found, passages))
        found = self._hosts.settle(found, passages, around, calls.main)
        when = [f for f in found if _days_of(f, self._slots)]
        days = _periods(filler for f in when for filler in _days_of(f, self._slots))
        ahead = {f.factuality for f in when} == {Factuality.EXPECTED}
        found.extend(self._attendance.read(found, passages, around, calls.main, days, ahead))
        found = self._attendance.without_absent(found)
        if around.undated:
            self._foresee(found, calls)
        self._name(found, calls)
        self._call_in_full(found, calls)
        return found

    # -- guests ----------------------------------------------------------------------------------------

    def _is_vague_part(self, frame: Frame) -> bool:
        """Whether a frame tells of a part of something without a day of its own."""
        days = [f.mention for f in _days_of(frame, self._slots) if f.mention]
        part = frame.about is not None and is_part(frame.about, frame.passage)
        return part and not any(m.period_kind in ("day", "span") for m in days)

    def _came(
        self,
        passage: Passage,
        frames: Sequence[Frame],
        passages: Sequence[Passage],
        around: Surroundings,
        main: Place | None,
    ) -> Iterator[Frame]:
        """Towns that a word for being there names as those that people came from, at what was told of last."""
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None]
        for path in self._from_afar:
            word = next((w for w in words if w.entry is not None and path in w.entry.evokes), None)
            towns = self._origins(passage, word) if word is not None else []
            near = passages[max(0, passage.number - _NOT_FAR) : passage.number + 1] if towns else ()
            place = last_named(near, lambda m, _: self._pool.fits(m, tuple(self._slots)))
            place = place or (main if towns else None)
            if word is None or place is None:
                continue
            firm = around.factuality(word, word.entry, passage)
            told = {
                f.key_of_thing
                for frame in frames
                if frame.cls == path and frame.passage is passage
                for f in frame.fillers.get(SUBJECT, ())
            }
            event = replace(self._pool.filler(path, *place, None), here=place[0] is passage)
            for town in towns if firm is not Factuality.DENIED else ():
                if thing_key(town) not in told:
                    guest = self._pool.filler(SUBJECT, passage, town, None)
                    fillers = {SUBJECT: [guest], path: [event]}
                    yield Frame(path, passage, word.start, word.end, firm, word.entry, fillers=fillers)

    def _origins(self, passage: Passage, word: Mention) -> list[Mention]:
        """Towns behind a preposition that says where somebody came from, and those that go on with their list.

        A name that nobody knows is one's too, right behind such a word ("teams from …").
        """
        found: list[Mention] = []
        grammar, text = passage.grammar, passage.text
        slots = [place for place, _ in self._slots.values()]
        kinds = (Kind.THING,) if grammar.nouns_capitalised else (Kind.THING, Kind.NAME)
        for m in passage.of(*kinds):
            named = m.kind is Kind.NAME and grammar.may_be_place(m.text)
            if m.genitive or m.compound or not (named or any(self._is_town(m, slot) for slot in slots)):
                continue
            listed = bool(found) and _listed(found[-1], m, passage)
            where = any(cued(slot, m, passage) for slot in slots)
            led = m.start == word.end + 1 if named else grammar.from_there(text, m.start) and not where
            if listed or led:
                classes = frozenset(slots[0].hints.get("fillers", slots[0].classes))
                found.append(replace(m, kind=Kind.THING, classes=classes) if named else m)
        return found

    # -- names -----------------------------------------------------------------------------------------

    def _calls(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> _Calls:
        """What a document calls things that happen; what an entry of a programme calls so is but a part of one."""
        classes = tuple(self._slots)
        named: list[Place] = []
        nouns: list[Place] = []
        titles: dict[tuple[int, int], Mention] = {}
        programme = frozenset(self._turnout.programme(passages))
        for passage in passages:
            for m in _outermost([m for m in passage.of(Kind.THING) if self._pool.fits(m, classes)]):
                if passage.number in programme or is_part(m, passage) or _is_of_time(m, passage):
                    continue
                if _is_counted(m, passage) and not m.text.isalpha() and not m.things:
                    continue
                title = _titled(m, passage) or _in_full(m, passage)
                if title is not None:
                    titles[passage.number, m.start] = title
                where = named if title is not None or _is_name(m, passage) else nouns
                where.append((passage, title or m))
        named.extend(self._call(frames, titles))
        named.extend(
            (f.passage, f.about)
            for f in frames
            if f.about is not None
            and _days_of(f, self._slots)
            and not _is_name(f.about, f.passage)
            and not _is_counted(f.about, f.passage)
            and f.passage.number not in programme
            and not is_part(f.about, f.passage)
        )
        named.sort(key=lambda place: (place[0].number, place[1].start))
        told = by_passage(frame for frame in frames if frame.cls in self._slots)
        dated = frozenset(f.passage.number for f in frames if _days_of(f, self._slots))
        main = _under_title(_main(named, frames, self._slots) or _at_head(nouns), passages)
        return _Calls(titles, named, told, dated, programme, main)

    def _name(self, frames: Sequence[Frame], calls: _Calls) -> None:
        """What a frame calls by a noun alone ("the gathering") is what the document named before, or is about."""
        classes = tuple(self._slots)
        for frame in frames:
            side = self._side.get(frame.cls)
            for at, filler in enumerate(frame.fillers.get(side, ()) if side else ()):
                if filler.mention is None or not self._pool.fits(filler.mention, classes):
                    continue
                place = calls.in_full(calls.meant(filler.mention, filler.passage), filler.mention)
                self._temper(frame, [filler.passage, *((place[0],) if place is not None else ())], calls)
                if side is not None and place is not None:
                    full = self._pool.filler(side, *place, None)
                    frame.fillers[side][at] = replace(full, here=place[0] is frame.passage)
        self._temper_by_name(frames, calls)

    def _call_in_full(self, frames: Sequence[Frame], calls: _Calls) -> None:
        """Give what happens all names by which the document calls it."""
        full: dict[tuple[int, Mention], Mention] = {}
        alike = by_noun(calls.named)

        def renamed(passage: Passage, mention: Mention) -> Mention:
            key = (passage.number, mention)
            if key not in full:
                full[key] = with_other_names((passage, mention), alike)
            return full[key]

        for frame in frames:
            if frame.cls in self._slots and frame.about is not None and frame.about.kind is Kind.THING:
                frame.about = renamed(frame.passage, frame.about)
            side = self._side.get(frame.cls)
            for at, filler in enumerate(frame.fillers.get(side, ()) if side else ()):
                if side and filler.mention is not None and filler.mention.kind is Kind.THING:
                    mention = renamed(filler.passage, filler.mention)
                    frame.fillers[side][at] = replace(filler, mention=mention)

    def _foresee(self, frames: Sequence[Frame], calls: _Calls) -> None:
        """A programme that no day of publication makes a report announces what it tells without a verb."""
        if len(calls.programme) < _LEAST_ENTRIES:
            return
        for frame in frames:
            told = frame.passage.number in calls.programme or frame.passage.kind == "heading"
            of_these = frame.cls in self._slots or self._is_as_firm(frame, calls)
            if told and of_these and frame.factuality is Factuality.ASSERTED:
                frame.factuality = Factuality.EXPECTED

    def _is_as_firm(self, frame: Frame, calls: _Calls) -> bool:
        """Whether what a frame tells waits for what happens; who holds it stands in a programme's head as settled."""
        settled = frame.passage.number < calls.begins and frame.cls in self._turnout.owned
        return frame.cls in self._as_firm and not settled

    def _temper(self, frame: Frame, passages: Sequence[Passage], calls: _Calls) -> None:
        """What is done at something that is only expected is expected itself."""
        if not self._is_as_firm(frame, calls):
            return
        firm = {f.factuality for p in passages for f in calls.told.get(p.number, ())}
        if frame.factuality is Factuality.ASSERTED and firm == {Factuality.EXPECTED}:
            frame.factuality = Factuality.EXPECTED

    def _temper_by_name(self, frames: Sequence[Frame], calls: _Calls) -> None:
        """The same, where another sentence tells when that is; beside its name, without naming it again."""
        firm: dict[str, set[Factuality]] = {}
        main, beside = calls.main, set[Factuality]()
        for frame in frames:
            if not _days_of(frame, self._slots):
                continue
            if frame.about is not None:
                firm.setdefault(_key(frame.about), set()).add(frame.factuality)
            elif main is not None and (
                abs(frame.passage.number - main[0].number) <= _BESIDE
                or main[0].number <= frame.passage.number < calls.begins
            ):
                beside.add(frame.factuality)
        if main is not None and beside:
            firm.setdefault(_key(main[1]), beside)
        for frame in frames:
            side = self._side.get(frame.cls)
            if side is None or not self._is_as_firm(frame, calls):
                continue
            if frame.factuality is not Factuality.ASSERTED:
                continue
            held = [f.mention for f in frame.fillers.get(side, ()) if f.mention is not None]
            if any(firm.get(_key(m)) == {Factuality.EXPECTED} for m in held):
                frame.factuality = Factuality.EXPECTED

    def _call(self, frames: Sequence[Frame], titles: dict[tuple[int, int], Mention]) -> list[Place]:
        """Give frames that a noun opens the title that stands behind it; the titles that stand by themselves."""
        alone: list[Place] = []
        for frame in frames:
            if frame.cls not in self._slots:
                continue
            title = titles.get((frame.passage.number, frame.start))
            if title is None and (frame.about is None or not frame.about.things):
                title = _standing(frame)
                alone.extend([(frame.passage, title)] if title is not None else [])
            frame.about = title or frame.about
        return alone

    # -- places ----------------------------------------------------------------------------------------

    def _fill_place(self, frame: Frame, slot: Slot, day: Slot, document: _Document) -> None:
        if frame.fillers.get(slot.path) or not frame.fillers.get(day.path) or _is_registered(frame):
            return
        at = frame.fillers[day.path][0]
        passage = at.passage if at.mention is not None else frame.passage
        found = (
            self._place_in(passage, at.mention, slot)
            or self._place_beside(passage, slot, document)
            or self._home(passage, slot, document)
        )
        if found is not None:
            frame.fillers[slot.path] = [replace(found, here=found.passage is frame.passage)]

    def _place_in(self, passage: Passage, day: Mention | None, slot: Slot) -> Filler | None:
        """The town of a passage that a preposition or a mark beside the day says to be where it is."""
        towns = self._towns(passage, slot)
        told = self._said_where(towns, day, passage, slot)
        if not told:
            made = [m for m in passage.of(Kind.THING) if self._is_town(m, slot) and m.genitive]
            told = made[:1] or list(_unknown(passage, day, slot)) or _alone(towns, passage)
        return self._nearest(told, day, passage, slot)

    def _towns(self, passage: Passage, slot: Slot) -> list[Mention]:
        return [m for m in passage.of(Kind.THING) if self._is_town(m, slot) and not m.genitive]

    def _said_where(
        self, towns: Sequence[Mention], day: Mention | None, passage: Passage, slot: Slot
    ) -> list[Mention]:
        """Towns behind a preposition of place; else those beside the day with nothing but marks between."""
        told = [m for m in towns if self._is_where(m, passage, slot)]
        if not told and day is not None:
            told = [m for m in towns if _is_beside(day, m, passage)]
        return told

    def _nearest(
        self, towns: Sequence[Mention], day: Mention | None, passage: Passage, slot: Slot
    ) -> Filler | None:
        if not towns:
            return None
        near = min(towns, key=lambda m: (gap_between(day, m) if day is not None else m.start, m.start))
        return self._pool.filler(slot.path, passage, near, slot)

    def _is_town(self, mention: Mention, slot: Slot) -> bool:
        return self._pool.fits(mention, slot.hints.get("fillers", slot.classes))

    def _is_where(self, mention: Mention, passage: Passage, slot: Slot) -> bool:
        return cued(slot, mention, passage) or passage.grammar.located(passage.text, mention.start)

    def _place_beside(self, passage: Passage, slot: Slot, document: _Document) -> Filler | None:
        """The place of the sentence before or behind, in the same paragraph, or of the heading above."""
        for step in _NEXT:
            other = _at(document.passages, passage.number + step)
            if other is None or not _goes_with(other, passage):
                continue
            for frame in document.happened.get(other.number, ()):
                if frame.fillers.get(slot.path):
                    return frame.fillers[slot.path][0]
            towns = [m for m in other.of(Kind.THING) if self._is_town(m, slot) and cued(slot, m, other)]
            if towns:
                return self._pool.filler(slot.path, other, towns[-1], slot)
        return None

    def _home(self, passage: Passage, slot: Slot, document: _Document) -> Filler | None:
        """The town that gives the document out, or that it is about."""
        towns = replace(slot, classes=tuple(slot.hints.get("fillers", slot.classes)), needs_cue=False)
        for source in ("Publisher", "Subject", "MostNamed"):
            places = document.around.places(source, passage, towns)
            if places:
                return self._pool.filler(slot.path, *places[0], slot)
        return None

    # -- days ------------------------------------------------------------------------------------------

    def _fill_day(self, frame: Frame, slot: Slot, document: _Document) -> None:
        if frame.fillers.get(slot.path) or any(isinstance(f.value, Period) for f in _all(frame)):
            return
        found = self._day_in(frame.passage, slot, frame) or self._day_beside(frame.passage, slot, document)
        if found is not None:
            frame.fillers[slot.path] = [replace(found, here=found.passage is frame.passage)]
            if frame.factuality is Factuality.ASSERTED and document.around.is_future(_periods([found])):
                frame.factuality = Factuality.EXPECTED

    def _day_in(self, passage: Passage, slot: Slot, frame: Frame) -> Filler | None:
        """The period of the frame's own sentence; a year alone where no day is told."""
        told = [m for m in passage.of(Kind.PERIOD) if m.period_kind in _DAYS]
        told = told or [m for m in passage.of(Kind.PERIOD) if m.period_kind == "year"]
        if not told:
            return None
        near = min(told, key=lambda m: (max(m.start - frame.end, frame.start - m.end, 0), m.start))
        return self._pool.filler(slot.path, passage, near, slot)

    def _day_beside(self, passage: Passage, slot: Slot, document: _Document) -> Filler | None:
        """The day of the sentence before or behind that tells of nothing else that happens."""
        for step in _NEXT:
            other = _at(document.passages, passage.number + step)
            if other is None or not _goes_with(other, passage):
                continue
            days = [m for m in other.of(Kind.PERIOD) if m.period_kind in ("day", "span")]
            if len(days) == 1:
                return self._pool.filler(slot.path, other, days[0], slot)
        return None

    # -- what only a place and a day tell ----------------------------------------------------------------

    def _told_by_day(
        self, cls: str, passage: Passage, place: Slot, day: Slot, document: _Document
    ) -> Iterable[Frame]:
        """A frame for a day with a town where something was, in a sentence that no word for what happens opens.

        Of a day that something else is told of, nothing is told by itself: a town may have signed there, or won.
        """
        if len(passage.text.split()) < _LONGEST_LINE:
            return
        told = {
            f.value for fr in document.happened.get(passage.number, ()) for f in fr.fillers.get(day.path, ())
        }
        for mention in passage.of(Kind.PERIOD):
            if mention.period_kind not in ("day", "span") or mention.period in told:
                continue
            towns = self._towns(passage, place)
            where = self._nearest(self._said_where(towns, mention, passage, place), mention, passage, place)
            if document.around.is_now(mention) and document.happened.get(passage.number) is None:
                continue  # "has 23 members today"
            if where is None or (passage.number, mention.period) in document.dated:
                continue
            if document.around.is_dateline(mention, passage):
                continue
            when = self._pool.filler(day.path, passage, mention, day)
            firm = _firmness(mention, when, document.around)
            if firm in _FIRM:
                fillers = {place.path: [where], day.path: [when]}
                yield Frame(cls, passage, mention.start, mention.end, firm, fillers=fillers)

    def _told_by_name(
        self, cls: str, passage: Passage, place: Slot, day: Slot, document: _Document
    ) -> Iterable[Frame]:
        """A frame for something by name with a day beside it, in a sentence that nothing else tells of it."""
        if passage.number in document.happened or passage.kind == "heading":
            return
        named = [
            m
            for m in passage.of(Kind.THING)
            if cls in m.classes and not m.things and not is_part(m, passage) and _is_name(m, passage)
        ]
        days = [
            m
            for m in passage.of(Kind.PERIOD)
            if m.period_kind in ("day", "span") and (passage.number, m.period) not in document.dated
        ]
        if len(named) != 1 or len(days) != 1 or gap_between(named[0], days[0]) > _FAR:
            return
        if document.around.is_now(days[0]) or document.around.is_dateline(days[0], passage):
            return
        when = self._pool.filler(day.path, passage, days[0], day)
        firm = _firmness(named[0], when, document.around)
        if firm in _FIRM:
            frame = Frame(cls, passage, named[0].start, named[0].end, firm, fillers={day.path: [when]})
            frame.about = named[0]
            self._fill_place(frame, place, day, document)
            yield frame

    def _told_in_lines(
        self, cls: str, passage: Passage, place: Slot, day: Slot, document: _Document
    ) -> Iterable[Frame]:
        """A frame for a line that says when, beside one that says where ("When: …", "Where: …")."""
        days = [m for m in passage.of(Kind.PERIOD) if m.period_kind in ("day", "span")]
        label = _label(passage, "WhenLabel")
        if not days or label is None or (passage.number, days[0].period) in document.dated:
            return
        for step in (1, 0, -1, 2):
            other = _at(document.passages, passage.number + step)
            where = _label(other, "WhereLabel") if other is not None else None
            if other is None or where is None:
                continue
            towns = [m for m in self._towns(other, place) if m.start > where.start]
            found = towns[-1:] or list(_unknown(other, None, place))[:1]
            firm = Factuality.EXPECTED if document.around.undated else Factuality.ASSERTED
            when = self._pool.filler(day.path, passage, days[0], day)
            if document.around.is_future(_periods([when])):
                firm = Factuality.EXPECTED
            named = [self._pool.filler(place.path, other, m, place) for m in found]
            town = named[0] if named else self._home(passage, place, document)
            if town is not None:
                fillers = {place.path: [replace(town, here=town.passage is passage)], day.path: [when]}
                yield Frame(cls, passage, days[0].start, days[0].end, firm, fillers=fillers)
            return


def _label(passage: Passage, role: str) -> Mention | None:
    """The word with a colon behind it that says what a line tells."""
    for word in passage.of(Kind.WORD):
        if word.entry is not None and role in roles(word.entry) and _COLON.match(passage.text, word.end):
            return word
    return None


def _is_time(frame: Frame) -> bool:
    """Whether what opens a frame is but a part of a time ("last week")."""
    return any(p.start <= frame.start and frame.end <= p.end for p in frame.passage.of(Kind.PERIOD))


def _dated(frames: Iterable[Frame]) -> set[tuple[int, object]]:
    """Days that frames tell of, each with the number of the passage in which it stands."""
    return {
        (f.passage.number, f.value)
        for frame in frames
        for f in _all(frame)
        if f.passage is not None and isinstance(f.value, Period)
    }


def _under_title(main: Place | None, passages: Sequence[Passage]) -> Place | None:
    """What a line calls by a noun ("Symposium, Northhaven, 3 June") is also called by the title right above it."""
    if main is None or main[0].kind != "heading" or main[1].start or main[1].also or not main[0].number:
        return main
    above = passages[main[0].number - 1]
    if above.kind != "heading" or above.of(Kind.PERIOD, Kind.PERSON) or above.text.endswith((":", "?", ")")):
        return main
    if any(m.start == 0 for m in above.of(Kind.THING)):
        return main
    return main[0], replace(main[1], also=" ".join(above.text.split()))


def _is_of_time(mention: Mention, passage: Passage) -> bool:
    """Whether what a mention calls is but a part of a time ("this week")."""
    return any(p.overlaps(mention) for p in passage.of(Kind.PERIOD))


def _at_head(nouns: Sequence[Place]) -> Place | None:
    """What a document that names nothing calls by a noun at its head."""
    return next(((p, m) for p, m in nouns if p.kind == "heading" or p.number < _AT_HEAD), None)


def _standing(frame: Frame) -> Mention | None:
    """The one title in quotation marks that opens a line which tells where and when ("“…”, Northhaven, 3 June")."""
    quoted = frame.passage.of(Kind.QUOTED)
    if len(quoted) != 1 or quoted[0].start > _OPENING or " " not in quoted[0].text:
        return None
    if frame.about is not None and frame.about.start < quoted[0].end:
        return None
    return replace(quoted[0], kind=Kind.THING, classes=frozenset({frame.cls}))


def _in_full(noun: Mention, passage: Passage) -> Mention | None:
    """What is called by a noun and whose or what it is of ("annual meeting of the northern towns")."""
    grammar = passage.grammar
    if passage.text[noun.start : noun.end] != noun.text:
        return None  # a verb, by the noun for what is done
    match = grammar.long_name.match(passage.text, noun.end) if noun.text.isalpha() else None
    match = match or grammar.topic_name.match(passage.text, noun.end)
    if match is None or noun.things:
        return None
    if any(noun.end <= m.start < match.end() for m in passage.of(Kind.PERSON, Kind.PERIOD)):
        return None
    if grammar.is_agent_lead(" ".join(passage.text[noun.end : match.end()].split()[:1])):
        return None  # "the fair is held by …"
    whole = passage.text[noun.start : match.end()]
    if grammar.located(passage.text, match.end()) or grammar.goes_on_in_noun(passage.text, match.end()):
        return None
    return replace(noun, end=match.end(), text=" ".join(whole.split()), also=noun.text)


def _days_of(frame: Frame, slots: Mapping[str, tuple[Slot, Slot]]) -> Sequence[Filler]:
    """The days that a frame of something that happens tells; () of all other frames."""
    return frame.fillers.get(slots[frame.cls][1].path, ()) if frame.cls in slots else ()


def _key(mention: Mention) -> str:
    """By what a thing that happens is known throughout a document: its name without what that is about."""
    short = mention.also if "\n" not in mention.also and not mention.also.isalpha() else ""
    return mention.things[0] if mention.things else (short or mention.text).casefold()


def _firmness(mention: Mention, when: Filler, around: Surroundings) -> Factuality:
    """How firm a mention is in its sentence; what is said of a day to come is expected."""
    firm = around.factuality(mention, None, when.passage)
    is_ahead = firm is Factuality.ASSERTED and around.is_future(_periods([when]))
    return Factuality.EXPECTED if is_ahead else firm


def _is_name(mention: Mention, passage: Passage) -> bool:
    """Whether a mention is more than a noun for things of its class, with or without a number before it."""
    if mention.things:
        return True
    return not mention.text.isalpha() and not _is_counted(mention, passage)


def _is_counted(mention: Mention, passage: Passage) -> bool:
    """Whether a number or a time opens what a mention is called ("two days")."""
    return any(m.start == mention.start for m in passage.of(Kind.NUMBER, Kind.PERIOD))


@dataclass(frozen=True, slots=True)
class _Calls:
    """What a document calls things that happen.

    Args:
        titles: Behind nouns, by passage and place.
        named: Names of such things, by place.
        told: Frames of such things, by passage.
        dated: Numbers of the passages of those that tell a day.
        programme: Numbers of the passages that are entries of a programme.
        main: The one that the document is about, if any.
    """

    titles: Mapping[tuple[int, int], Mention]
    named: Sequence[Place]
    told: Mapping[int, list[Frame]]
    dated: frozenset[int]
    programme: frozenset[int]
    main: Place | None

    @property
    def begins(self) -> int:
        """The number of the first passage that is an entry of a programme; 0 where there is none."""
        return min(self.programme, default=0)

    def meant(self, noun: Mention, passage: Passage) -> Place | None:
        """The name of what a noun stands for: its own title, the name told shortly before, or what the text is about.

        A noun whose own sentence tells where and when that was names another thing, as does one that is new ("a
        meeting"); what is but a part of something ("a panel", an entry of its programme) is not what is meant, where
        there is a whole.
        """
        if passage.number in self.programme and self.main is not None:
            return self.main
        title = self.titles.get((passage.number, noun.start))
        if title is not None:
            return passage, title
        if not (is_part(noun, passage) or _is_of_time(noun, passage)):
            lead = passage.text[max(0, noun.start - _LEAD) : noun.start]
            if _is_name(noun, passage) or passage.number in self.dated or passage.grammar.indefinite(lead):
                return None
        before = [(p, m) for p, m in self.named if (p.number, m.start) < (passage.number, noun.start)]
        if before and passage.number - before[-1][0].number <= _NOT_FAR:
            return before[-1]
        return self.main

    def in_full(self, place: Place | None, noun: Mention) -> Place | None:
        """The one known thing whose name begins with the noun that another place is called by."""
        short = place[1] if place is not None else noun
        if not short.text.isalpha() or short.things:
            return place
        opens = f"{short.text} ".casefold()
        full = {_key(m): (p, m) for p, m in self.named if m.things and m.text.casefold().startswith(opens)}
        return next(iter(full.values())) if len(full) == 1 else place


def _main(
    named: Sequence[Place], frames: Sequence[Frame], slots: Mapping[str, tuple[Slot, Slot]]
) -> Place | None:
    """What a document is about among all that it names: told at its head, with a day, again and again."""
    dated = [(f.passage, f.about) for f in frames if f.about is not None and _days_of(f, slots)]
    days = {_key(about) for _, about in dated}
    weight: Counter[str] = Counter(_key(m) for _, m in named)
    first: dict[str, Place] = {}
    for passage, m in named:
        first.setdefault(_key(m), (passage, m))
    for key, (passage, _) in first.items():
        early = passage.kind == "heading" or passage.number < _AT_HEAD
        weight[key] = min(weight[key], _AGAIN) + _AGAIN * early + _AGAIN * (key in days)
    if first:
        return first[max(first, key=lambda key: weight[key])]
    return next(((p, about) for p, about in dated if not is_part(about, p)), None)


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Those mentions that lie in no longer one."""
    return [
        m
        for m in mentions
        if not any(m.inside(o.start, o.end) and m.end - m.start < o.end - o.start for o in mentions)
    ]


def _titled(noun: Mention, passage: Passage) -> Mention | None:
    """What bears a title in quotation marks behind its noun ("the forum “…”"), by that title."""
    match = _TITLE.match(passage.text, noun.end)
    if match is None or noun.things:
        return None
    title = match.group(1).strip()
    end = match.end()
    whole = " ".join(passage.text[noun.start : end].split())
    also = [whole, f"{noun.text} {title}", *([] if noun.text.isalpha() else [noun.text])]
    return replace(noun, end=end, text=title, also="\n".join(also))


def _listed(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether two stand in one list, led each by the same preposition or the first alone."""
    gap = passage.text[one.end : other.start]
    led = passage.grammar.led_alike(passage.text[: one.start], gap)
    return passage.grammar.joined(gap) or (bool(led) and passage.grammar.joined(led))


def _is_registered(frame: Frame) -> bool:
    return frame.about is not None and bool(frame.about.things)


def _all(frame: Frame) -> list[Filler]:
    return [f for fillers in frame.fillers.values() for f in fillers]


def _periods(fillers: Iterable[Filler]) -> list[Period]:
    return [f.value for f in fillers if isinstance(f.value, Period)]


def _is_beside(day: Mention, town: Mention, passage: Passage) -> bool:
    """Whether a town and a day stand beside one another in a line, with a house, an hour or a weekday between."""
    between = words_between(day, town, passage.text)
    small = passage.grammar.line_words
    return (
        _BARE.fullmatch(" ".join(w for w in between.split() if w.strip(".,").casefold() not in small))
        is not None
    )


def _at(passages: Sequence[Passage], number: int) -> Passage | None:
    return passages[number] if 0 <= number < len(passages) else None


def _goes_with(other: Passage, passage: Passage) -> bool:
    """Whether two passages stand side by side in one paragraph, or one is the heading of the other."""
    return other.paragraph == passage.paragraph or (other.kind == "heading" and other.number < passage.number)


def _alone(towns: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The first town, where it opens the sentence or is the only one, and no preposition says that it is elsewhere."""
    free = [m for m in towns if not passage.grammar.after_preposition(passage.text, m.start)]
    return free[:1] if len(towns) == 1 or (free and free[0] is towns[0]) else []


def _unknown(passage: Passage, day: Mention | None, slot: Slot) -> Iterable[Mention]:
    """Names behind a preposition of place that nobody knows: of towns, where a day stands beside them."""
    grammar, text = passage.grammar, passage.text
    taken = [m for m in passage.mentions if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD)]
    for match in _NAME.finditer(text):
        start, end = match.span()
        if end - start < _LEAST_NAME or not grammar.located(text, start) or grammar.determined(text, start):
            continue
        if day is not None and max(day.start - end, start - day.end) > _FAR:
            continue
        if any(m.start < end and start < m.end for m in taken) or not grammar.may_be_place(match.group(0)):
            continue
        classes = frozenset(slot.hints.get("fillers", slot.classes))
        yield Mention(Kind.THING, start, end, match.group(0), classes=classes)
