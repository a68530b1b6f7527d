"""Who was there, from a report of something that happened.

A report names once what it tells of, and then says sentence by sentence what was done: who opened it, handed something
over, explained, thanked, was greeted, signed. All of these were there. A property says that it is told in this way
(`kg:atOccasion`); cues with the role `AtOccasion` are words for what one does where something happens, those with the
role `Absent` say that somebody was not there. A line that ends with such a word, or with a colon, opens a list of those
who were there; a heading that says no more than that does the same for the lines below it.

What a sentence itself names as happening is where its persons were; else it is what the document reports. A sentence
with a day on which that did not happen tells of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.language.atevents import comes_to
from kg.language.goings import leads_away
from kg.periods import Period
from kg.reading.around.context import Place, Surroundings
from kg.reading.around.pool import Pool
from kg.reading.happenings.turnout import goes_on, is_part, is_sentence, words_for
from kg.reading.opening.unheld import unheld_in
from kg.reading.passages.frames import SUBJECT, Filler, Frame, mentions_here, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import cued
from kg.schema import Slot

_DOES, _ABSENT = "AtOccasion", "Absent"
_OPENING, _SHORT_HEADING, _NEAR_OFFICE, _LEAST_LIST, _SHORT_LEAD, _SHORT_GAP = 6, 5, 2, 2, 4, 10
_POSSESSIVE = ("'s", "’s", "' ", "’ ")
_DATED = ("day", "span", "month", "year")


@dataclass(frozen=True, slots=True)
class _Report:
    """What a document reports, and when that was.

    Args:
        main: The thing that happens and where it is named first; None where the document reports nothing.
        days: When it happens, as far as told.
        ahead: Whether it is only expected.
    """

    main: Place | None
    days: Sequence[Period]
    ahead: bool

    def covers(self, passage: Passage) -> bool:
        """Whether a passage may tell of it: all from its first naming on that name no other time."""
        if self.main is None or passage.number < self.main[0].number:
            return False
        told = [m.period for m in passage.of(Kind.PERIOD) if m.period_kind in _DATED and m.period]
        return not told or not self.days or any(a.overlaps(b) for a in told for b in self.days)


class Attendance:
    """Adds frames for those whom a report tells of at what it reports.

    Args:
        pool: For slots and fillers.
        sides: For each property of what happens, the slot that this fills.
        where: Slots for the place of what happens.
    """

    def __init__(self, pool: Pool, sides: Mapping[str, str], where: Sequence[Slot]) -> None:
        self._pool = pool
        self._where = where
        self._paths = tuple(
            path
            for path in sorted(sides)
            if sides[path] == path and any("atOccasion" in s.hints for s in pool.properties[path].slots)
        )
        self._told = frozenset(path for path in sides if sides[path] == path)
        self._events = tuple(sorted({c for path in self._paths for c in _classes(pool, path, path)}))
        self._guests = {path: _classes(pool, path, SUBJECT) for path in self._paths}
        self._places = tuple(sorted({c for path in self._paths for c in _placed(pool, path)}))
        self._bodies_there = tuple(sorted(pool.bodies))
        self._offices = tuple(sorted(pool.offices))
        self._never = {path: _never(pool, path) for path in self._paths}

    def read(
        self,
        frames: Sequence[Frame],
        passages: Sequence[Passage],
        around: Surroundings,
        main: Place | None,
        days: Sequence[Period],
        ahead: bool,
    ) -> Iterator[Frame]:
        """Frames for those whom no frame tells yet.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm words are.
            main: What happens that the document is about.
            days: When that is.
            ahead: Whether that is only expected.
        """
        report = _Report(main if main is not None and _is_early(main[0]) else None, days, ahead)
        for path in self._paths:
            known = {
                (f.passage.number, filler.key_of_thing)
                for f in frames
                if f.cls == path
                for filler in f.fillers.get(SUBJECT, ())
            }
            for passage in passages:
                for frame in self._doing(path, passage, around, report):
                    key = (passage.number, frame.fillers[SUBJECT][0].key_of_thing)
                    if key not in known:
                        known.add(key)
                        yield frame
            yield from self._listed(path, passages, around, report)

    def without_absent(self, frames: Sequence[Frame]) -> list[Frame]:
        """The frames but for those of somebody who is named for another's sake, or of where it happens."""
        return [f for f in frames if f.cls not in self._told or not self._is_absent(f)]

    def _is_absent(self, frame: Frame) -> bool:
        """Whether whom a frame tells to be there is one whom another stands for or follows, or the place of it."""
        passage = frame.passage
        guests, events = mentions_here(frame, SUBJECT), mentions_here(frame, frame.cls)
        for guest in guests:
            if guest.kind is Kind.PERSON:
                start, unheld = self._with_office(guest, passage), unheld_in(passage.grammar.code)
                return unheld.is_acted_for(passage.text, start, guest.end) or passage.grammar.precedes(
                    passage.text[:start]
                )
            if any(guest.overlaps(e) or _is_where(guest, e, passage) for e in events):
                return True
            if any(self._is_named_after(guest, e, passage) for e in events):
                return True
            if self._is_of_place(guest, passage) or self._is_of_officer(guest, passage):
                return True
        return False

    def _is_of_place(self, guest: Mention, passage: Passage) -> bool:
        """Whether a preposition of place, and of nothing else, stands before what is no person."""
        return any(cued(slot, guest, passage) for slot in self._where)

    def _is_named_after(self, guest: Mention, event: Mention, passage: Passage) -> bool:
        """Whether something that happens is only called after a town ("the conference of Northhaven")."""
        if not self._pool.fits(guest, self._places) or guest.start < event.end:
            return False
        return passage.grammar.links(passage.text[event.end : guest.start])

    def _is_of_officer(self, guest: Mention, passage: Passage) -> bool:
        """Whether a body that is no town is only named as that of somebody who is there ("the head of the agency")."""
        if self._pool.fits(guest, self._places) or not self._pool.fits(guest, self._bodies_there):
            return False
        text, links = passage.text, passage.grammar.links
        offices = (m for m in passage.of(Kind.THING) if self._pool.fits(m, self._offices))
        people = passage.of(Kind.PERSON)
        if any(m.end <= guest.start and links(text[m.end : guest.start]) for m in offices):
            return bool(people)
        return guest.genitive and any(0 < p.start - guest.end <= _NEAR_OFFICE for p in people)

    # -- sentences --------------------------------------------------------------------------------------

    def _doing(self, path: str, passage: Passage, around: Surroundings, report: _Report) -> Iterator[Frame]:
        """Frames for those who do something where it happens, or are named as there."""
        people = [m for m in passage.of(Kind.PERSON) if self._may_be_there(m, passage)]
        word = self._word(passage)
        bodies = self._bodies(path, passage, word) if word is not None else []
        event = self._event(path, passage, report) if people or bodies else None
        if event is None or word is None or _is_absent(passage):
            return
        firm = self._firmness(word, passage, around, report)
        if firm is Factuality.DENIED:
            return
        for guest in [*people, *bodies]:
            yield self._frame(path, passage, guest, event, firm)

    def _firmness(self, word: Mention, passage: Passage, around: Surroundings, report: _Report) -> Factuality:
        firm = around.factuality(word, word.entry, passage)
        return Factuality.EXPECTED if report.ahead and firm is Factuality.ASSERTED else firm

    def _event(self, path: str, passage: Passage, report: _Report) -> Filler | None:
        """What happens in a passage: what it names itself, else what the document reports."""
        own = self._own(passage)
        if own is not None:
            return self._pool.filler(path, passage, own, None)
        if report.main is None or not report.covers(passage):
            return None
        return replace(self._pool.filler(path, *report.main, None), here=report.main[0] is passage)

    def _own(self, passage: Passage) -> Mention | None:
        named = [m for m in passage.of(Kind.THING) if self._pool.fits(m, self._events)]
        times = passage.of(Kind.PERIOD) if named else []
        named = [m for m in named if not any(t.overlaps(m) for t in times)]  # "last week"
        return next((m for m in named if not is_part(m, passage)), None)

    def _word(self, passage: Passage) -> Mention | None:
        """The word of a passage for what one does where something happens, or for being there."""
        for word in passage.of(Kind.WORD):
            if word.entry is None:
                continue
            if self._comes_to_other(word, passage):
                continue
            if _DOES in roles(word.entry) or not self._told.isdisjoint(word.entry.evokes):
                return word
        return None

    def _comes_to_other(self, word: Mention, passage: Passage) -> bool:
        """Whether a word for coming goes on with something that does not happen ("came to the conclusion")."""
        at = comes_to(passage.grammar.code, passage.text, word.start)
        if at < 0:
            return False
        named = (m for m in passage.of(Kind.THING) if m.start <= at < m.end)
        referred = any(m.start <= at < m.end for m in passage.of(Kind.REFERENCE))
        return not (referred or any(self._pool.fits(m, self._events) for m in named))

    def _may_be_there(self, person: Mention, passage: Passage) -> bool:
        """Whether a person is one of those who act: no owner of something, not spoken of by another, not "about X"."""
        text, grammar = passage.text, passage.grammar
        speaker = passage.speaker_at(person.start)
        if person.genitive or person.compound or (speaker is not None and speaker != person):
            return False
        if text.startswith(_POSSESSIVE, person.end):
            return False
        start = self._with_office(person, passage)
        lead = text[:start]
        return (
            not grammar.after_preposition(text, start)
            or grammar.beside(lead)
            or grammar.is_agent_lead(f" {' '.join(lead.split()[-1:])} ")
        )

    def _with_office(self, person: Mention, passage: Passage) -> int:
        """Where a person's name begins, with the office right before it."""
        before = [m for m in passage.of(Kind.THING) if 0 <= person.start - m.end < _NEAR_OFFICE]
        return min((m.start for m in before), default=person.start)

    def _bodies(self, path: str, passage: Passage, word: Mention) -> list[Mention]:
        """Bodies and towns that open a sentence or stand right behind a word for being there, and their list.

        One alone was there only where the word says no less than that.
        """
        found: list[Mention] = []
        came = word.entry is not None and path in word.entry.evokes
        for m in passage.of(Kind.THING):
            if m.genitive or m.compound or not self._pool.fits(m, self._guests[path]):
                continue
            if self._pool.fits(m, self._never[path]):
                continue
            if found:
                fits = passage.grammar.joined(passage.text[found[-1].end : m.start])
            else:
                fits = _opens(m, passage) or (came and _is_right_behind(m, word, passage))
                fits = fits or _is_behind_colon(m, word, passage) or (came and _is_stood_for(m, passage))
            if fits:
                found.append(m)
            elif found and m.start >= found[-1].end:
                break
        return found if len(found) >= _LEAST_LIST or came else []

    # -- lists ------------------------------------------------------------------------------------------

    def _listed(
        self, path: str, passages: Sequence[Passage], around: Surroundings, report: _Report
    ) -> Iterator[Frame]:
        """Frames for everybody in a list that a word for being there opens."""
        word: Mention | None = None
        lead: Passage | None = None
        for passage in passages:
            if self._opens_list(path, passage):
                word, lead = self._came(path, passage), passage
                continue
            below = lead is not None and (
                passage.kind == "item" or (not is_sentence(lead) and _is_row(passage))
            )
            if word is None or lead is None or not below:
                word = lead = None
                continue
            event = self._event(path, lead, report)
            firm = self._firmness(word, lead, around, report)
            people = passage.of(Kind.PERSON)
            if event is None or firm is Factuality.DENIED or not people:
                continue
            known = people[:1]
            for person in people[1:]:
                known += [person] if goes_on(known[-1], person, passage) else []
            for person in known:
                yield self._frame(path, passage, person, replace(event, here=False), firm)

    def _opens_list(self, path: str, passage: Passage) -> bool:
        """Whether nothing but a mark follows the word for being there, or a heading holds little else."""
        word = self._came(path, passage)
        if word is None:
            return False
        bare = not passage.text[word.end :].strip(" :–-")
        short = len(passage.text.split()) <= _SHORT_HEADING and not passage.of(Kind.PERSON)
        return bare or passage.text.rstrip().endswith(":") or (short and not is_sentence(passage))

    def _came(self, path: str, passage: Passage) -> Mention | None:
        return max(words_for(path, passage), key=lambda w: w.end, default=None)

    def _frame(self, path: str, passage: Passage, guest: Mention, event: Filler, firm: Factuality) -> Frame:
        fillers = {SUBJECT: [self._pool.filler(SUBJECT, passage, guest, None)], path: [event]}
        return Frame(path, passage, guest.start, guest.end, firm, fillers=fillers)


def _classes(pool: Pool, path: str, side: str) -> tuple[str, ...]:
    """Of what stands on one side of a property."""
    slot = pool.properties[path].slot(side)
    return slot.classes if slot is not None else ()


def _never(pool: Pool, path: str) -> tuple[str, ...]:
    """Classes whose things are never told to be there."""
    slot = pool.properties[path].slot(SUBJECT)
    return tuple(slot.hints.get("except", ())) if slot is not None else ()


def _placed(pool: Pool, path: str) -> tuple[str, ...]:
    """Classes of places that may be there as towns, and are not where a preposition says that it happens there."""
    slot = pool.properties[path].slot(SUBJECT)
    return tuple(slot.hints.get("notAsPlace", ())) if slot is not None else ()


def _is_early(passage: Passage) -> bool:
    """Whether a report names here what it tells of: in a heading or one of its first sentences."""
    return passage.kind == "heading" or passage.number < _OPENING


def _opens(guest: Mention, passage: Passage) -> bool:
    """Whether a sentence begins with a guest, or with a noun for such guests and the first of them."""
    grammar, lead = passage.grammar, passage.text[: guest.start]
    if grammar.is_function(lead):
        return True
    words = lead.casefold().split()
    verbs = any(grammar.has_auxiliary(w) or grammar.acts(w) for w in words)
    return len(words) <= _SHORT_LEAD and not verbs and not any(mark in lead for mark in ",;:.(")


def _is_right_behind(guest: Mention, word: Mention, passage: Passage) -> bool:
    """Whether nothing but small words and a noun for such guests stands between a word and a guest."""
    gap = passage.text[word.end : guest.start]
    words = gap.split()
    if guest.start < word.end or len(words) > _SHORT_LEAD or any(mark in gap for mark in ",;.("):
        return False
    return not words or not passage.grammar.located(passage.text, guest.start)


def _is_stood_for(guest: Mention, passage: Passage) -> bool:
    """Whether the preposition of who does something stands right behind a guest ("was X by its head represented")."""
    word = passage.text[guest.end :].split()[:1]
    return bool(word) and passage.grammar.agent_before.search(f" {word[0]} ") is not None


def _is_behind_colon(guest: Mention, word: Mention, passage: Passage) -> bool:
    """Whether a colon behind a word opens a list with a guest ("… were in the hall: A, B and C")."""
    lead = passage.text[word.end : guest.start]
    colon = lead.rfind(":")
    return colon >= 0 and (not lead[colon + 1 :].strip() or passage.grammar.is_function(lead[colon + 1 :]))


def _is_where(place: Mention, event: Mention, passage: Passage) -> bool:
    """Whether a name stands right behind what happens as its place, or as where one goes for it."""
    text = passage.text
    at_place = passage.grammar.located(text, place.start) and 0 < place.start - event.end <= _SHORT_GAP
    return at_place or leads_away(passage.grammar.code, text[: place.start])


def _is_absent(passage: Passage) -> bool:
    return any(w.entry is not None and _ABSENT in roles(w.entry) for w in passage.of(Kind.WORD))


def _is_row(passage: Passage) -> bool:
    """Whether a line names somebody and is no sentence."""
    return bool(passage.of(Kind.PERSON)) and not passage.text.rstrip().endswith((".", "!", "?"))
