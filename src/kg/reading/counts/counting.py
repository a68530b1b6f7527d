"""Numbers in a passage that count things of a class: of which, how many, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool, number_literal
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import (
    Filler,
    Frame,
    Opening,
    by_default,
    is_group,
    is_pronoun,
    roles,
    thing_key,
)
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import cued, same_clause, words_between
from kg.reading.slots.filling import Filling
from kg.schema import ClassShape, Entry, Schema, Slot

_start = attrgetter("start")
_RIGHT_BEHIND, _ASIDE, _MANY = 24, 100, 50
_CLAUSE_LONG = 140
_BEYOND = 10_000
_PAIR = 2
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_PARAGRAPH = re.compile(r"§\s*$")
_LED_TO = 30
_ASIDE_OF_FEW = re.compile(r",\s[^,;.:]{2,60},\s")
_CLAUSE = re.compile(r"[,;:](?!\d)")
_RECENT, _MOST_WORDS, _LONGEST_GAP, _LED, _BESIDE, _LED_PART = 2, 4, 60, 2, 8, 8


class Counter:
    """Reads counts.

    Args:
        schema: Its classes of counts, and what they measure.
        pool: Of candidates.
        memory: Of the document.
        evoker: Tells whether a word stands near what it needs.
        filling: Fills the other slots of a count.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker, filling: Filling) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._evoker = evoker
        self._filling = filling
        self._counts = [c for c in schema.classes.values() if c.measures]

    def read(self, passage: Passage, around: Surroundings, frames: list[Frame]) -> list[Frame]:
        """The counts of a passage; `frames` are what it was found to say besides."""
        found: list[Frame] = []
        last: ClassShape | None = None
        for number in passage.of(Kind.NUMBER):
            if (
                not countable(number)
                or passage.grammar.time_behind(passage.text, number.end) >= 0
                or _PARAGRAPH.search(passage.text[: number.start])
                or self._sums_up(number, passage)
                or self._is_apposed(number, passage)
                or _is_named(number, passage, around)
                or self._is_in_name(number, passage)
                or self._counts_homes(number, passage)
            ):
                continue
            noun = _noun_of(number, passage)
            if _counts_another(number, noun, passage):
                continue
            if noun is not None and not is_weak(noun) and passage.grammar.within(passage.text, number.start):
                continue
            if noun is None and self._numbers_another(number, passage):
                continue
            shape = self._shape(number, noun, passage, around, frames, last)
            opened = found and passage.grammar.opens_with_whole(passage.text)
            if shape is None and noun is None and opened:
                shape = self._counted_alike(number, passage, last)
            if shape is None and noun is None and opened:
                return [*found, *self._part(number, found[-1], passage, around, frames)]
            if shape is None and noun is None and passage.grammar.ends_clause(passage.text, number.end):
                shape = self._counted_by_word(number, passage)
            if shape is None and noun is None:
                shape = self._counted_by_next(number, passage, around)
            if shape is None and noun is None:
                shape = self._counted_alike(number, passage, last)
            if shape is None and noun is None and _is_whole_of_last(number, passage):
                shape = last
            if shape is not None and _is_too_few(number, shape):
                shape = self._counted_class_near(passage)
            if noun is None:
                shape = (
                    self._named_by_number(number, shape, passage)
                    or self._share(number, found, shape)
                    or shape
                )
            if shape is None or _is_too_many(number, shape):
                continue
            if noun is not None and self._are_of_another(number, noun, shape, passage, around, frames):
                continue
            if self._is_whole(number, noun, shape, passage):
                whole = self._schema.classes.get(shape.hints.get("wholeCount", (shape.iri,))[0], shape)
                few = _is_small_whole(number, whole) and not self._is_led_to(noun, whole, passage)
                shape = shape if few else whole
            last = shape
            if (other := self._counted_wholly(number, noun, shape, passage, around)) is not None:
                besides = self._count(other, number, noun, passage, around, frames)
                found.extend(f for f in besides if _is_scoped(f.fillers, number))
            found.extend(self._count(shape, number, noun, passage, around, frames))
        return found

    def _counts_homes(self, number: Mention, passage: Passage) -> bool:
        """Whether a number only says from how many places people came, and nothing is told of those places."""
        if not passage.grammar.counts_homes(passage.text, number.start):
            return False
        measured = {c.measures for c in self._counts}
        return not any(
            w.entry is not None
            and not measured.isdisjoint(w.entry.evokes)
            and same_clause(number, w, passage)
            for w in passage.of(Kind.WORD)
        )

    def _shape(
        self,
        number: Mention,
        noun: Mention | None,
        passage: Passage,
        around: Surroundings,
        frames: list[Frame],
        last: ClassShape | None,
    ) -> ClassShape | None:
        """The class of a count, by its noun, else by what was counted before."""
        if noun is not None and noun.entry is not None and _whole_of(number, passage) is not None:
            return self._counted_part(number, noun, passage, around, frames)
        if noun is not None and noun.entry is not None:
            if not self._evoker.near(noun.entry, passage, around):
                return None
            if counted_noun(number, passage) is None:
                part = self._told_of(noun, passage, around, within=len(passage.text))
                if part is not None:
                    return part
            return self._counted_class(number, noun, passage, around, frames)
        before = _noun_before(number, passage)
        if before is not None and _whole_of(number, passage) is not None:
            return self._counted_part(number, before, passage, around, frames)
        if before is not None:
            return self._counted_class(number, before, passage, around, frames)
        if (
            number.amount is not None
            and number.amount.more
            and passage.grammar.adds(passage.text, number.start)
        ):
            return self._told_of_company(number, passage, frames)
        if self._is_described(number, passage):
            return self._belonging_behind(number, passage)
        if _is_first(number, passage) and (told := self._told_behind(number, passage)) is not None:
            return told if self._in_context(told, passage) else None
        if _is_elliptic(number, passage):
            told = self._told_behind(number, passage)
            context = told.hints.get("contextClass", ()) if told is not None else ()
            if told is not None and (self._in_context(told, passage) or around.speaks_of(context)):
                return told  # "seven of them hold …": another count of the same
            counted = last or self._counted_before(passage) or self._counted_class_near(passage)
            return counted or self._counted_of_topic(passage, around)
        return None

    def _is_described(self, number: Mention, passage: Passage) -> bool:
        """Whether an adjective for a place alone stands behind a number ("the only Lusitanian one")."""
        lead = passage.text[max(0, number.start - _LONGEST_GAP) : number.start]
        if (number.amount is not None and number.amount.more) or passage.grammar.opens_subset(lead):
            return False
        slots = [slot for c in self._counts for slot in self._schema.slots_of(c.iri) if slot.needs_cue]
        return any(
            place.start == number.end + 1 and self._pool.may_fill(slot, place, passage)
            for slot in slots
            for place in passage.of(Kind.THING)
        )

    def _belonging_behind(self, number: Mention, passage: Passage) -> ClassShape | None:
        """The count of what belongs to a thing that is named behind a number in its clause."""
        for thing in passage.of(Kind.THING, Kind.REFERENCE):
            if thing.start < number.end or is_pronoun(thing):
                continue
            if _CLAUSE.search(passage.text[number.end : thing.start]):
                return None
            for shape in self._counts:
                if "standing" in shape.hints and self._pool.fits(thing, shape.hints.get("contextClass", ())):
                    return shape
        return None

    def _told_of_company(
        self, number: Mention, passage: Passage, frames: Sequence[Frame]
    ) -> ClassShape | None:
        """What the clause tells of those whose company a number counts ("we received it with 22 others")."""

        def apart(frame: Frame) -> tuple[bool, int]:
            gap = passage.text[min(frame.end, number.end) : max(frame.start, number.start)]
            over = frame.end <= number.start and passage.grammar.goes_over(gap)
            return over or bool(re.search("[;:]", gap)), len(gap)

        told = min(frames, key=apart, default=None)
        return next((s for s in self._counts if told is not None and s.measures == told.cls), None)

    def _counted_wholly(
        self, number: Mention, noun: Mention | None, shape: ClassShape, passage: Passage, around: Surroundings
    ) -> ClassShape | None:
        """What else a number counts that counts all of a whole ("all three towns of the league hold the prize")."""
        if noun is None or not passage.grammar.complete(passage.text, number.start):
            return None
        if any(n is not number and countable(n) for n in passage.of(Kind.NUMBER)):
            return None
        for part in self._counts:
            whole = self._schema.classes.get(part.hints.get("wholeCount", ("",))[0])
            if whole is None or shape not in (part, whole):
                continue
            held = self._in_context(part, passage) and any(
                w.entry is not None
                and w.start >= noun.end
                and not _CLAUSE.search(passage.text[noun.end : w.start])
                and not passage.grammar.goes_over(passage.text[noun.end : w.start])
                and part.measures in w.entry.evokes
                and self._evoker.near(w.entry, passage, around)
                for w in passage.of(Kind.WORD)
            )
            belongs = self._told_behind_noun(noun, [whole], passage) or not is_weak(noun)
            if held and belongs:
                return whole if shape is part else part
        return None

    def _share(self, number: Mention, found: list[Frame], shape: ClassShape | None) -> ClassShape | None:
        """What a smaller number counts behind one of which only a share comes on ("of 377 that applied, 112 …")."""
        for frame in reversed(found):
            hints = self._schema.classes[frame.cls].hints if frame.cls in self._schema.classes else {}
            share = self._schema.classes.get(hints.get("shareCounts", ("",))[0])
            if share is None or (shape is not None and shape.iri != frame.cls) or number.amount is None:
                continue
            if _is_too_many(number, share) or _is_small_whole(number, share):
                continue
            if number.amount.value < _amount(frame):
                return share
        return None

    def _named_by_number(
        self, number: Mention, shape: ClassShape | None, passage: Passage
    ) -> ClassShape | None:
        """What the number counts that something is called by ("the 112"), or a part of it told by what follows."""
        called = self._called(number, passage)
        whole = _whole_of(number, passage) if called is None and shape is None else None
        if whole is None or (named := self._called(whole, passage)) is None:
            return called
        return self._told_behind(whole, passage) or named

    def _called(self, number: Mention, passage: Passage) -> ClassShape | None:
        names = [m for m in passage.of(Kind.REFERENCE) if m.by_number and number.inside(m.start, m.end)]
        for shape in self._counts if names else ():
            context = shape.hints.get("contextClass", ())
            if "standing" in shape.hints and any(self._pool.fits(m, context) for m in names):
                return shape
        return None

    def _counted_of_topic(self, passage: Passage, around: Surroundings) -> ClassShape | None:
        """What is counted in sentences that go on about what it belongs to."""
        for shape in self._counts:
            context = shape.hints.get("contextClass", ())
            if "standing" in shape.hints and self._evoker.is_topic(context, passage, around):
                return shape
        return None

    def _numbers_another(self, number: Mention, passage: Passage) -> bool:
        """Whether a sentence says of something else how many there are ("the number of signers has risen to 120")."""
        at = passage.grammar.numbered(passage.text[: number.start])
        counted = [w for w in passage.of(Kind.WORD) if _is_counted(w) and w.end <= number.start]
        return at >= 0 and not any(at <= w.start <= at + _BESIDE for w in counted)

    def _is_in_name(self, number: Mention, passage: Passage) -> bool:
        """Whether a number belongs to the name of what those counted belong to ("the club of the 100 towns")."""
        contexts = {c for shape in self._counts for c in shape.hints.get("contextClass", ())}
        return any(
            m.end < number.start
            and not is_pronoun(m)
            and self._pool.fits(m, contexts)
            and passage.grammar.goes_on_in_name(passage.text[m.end : number.start])
            for m in passage.of(Kind.THING, Kind.REFERENCE)
        )

    def _counted_part(
        self, number: Mention, noun: Mention, passage: Passage, around: Surroundings, frames: list[Frame]
    ) -> ClassShape | None:
        """What a part of a whole counts: another thing than the whole, told here or in the sentence before."""
        entry = noun.entry
        if entry is None or not self._evoker.near(entry, passage, around):
            return None
        found = self._counted_class(number, noun, passage, around, frames)
        whole = found.hints.get("wholeCount") if found is not None else None
        if found is None or whole or (is_weak(noun) and not self._has_parts(found)):
            return found
        parts = [s for s in self._counts if found.iri in s.hints.get("wholeCount", ())]
        for part in parts:
            if self._in_context(part, passage) or self._is_told_of(part, noun, passage):
                return part
        before = [f.cls for f in self._memory.recent(passage, 1)]
        told = next((s for s in parts if s.iri in before or s.measures in before), None)
        return told or found

    def _is_told_of(self, part: ClassShape, noun: Mention, passage: Passage) -> bool:
        """Whether a word behind a noun, up to the end of its clause, tells what those of a part have in common."""
        stop = _CLAUSE.search(passage.text, noun.end)
        end = stop.start() if stop is not None else len(passage.text)
        words = passage.of(Kind.WORD)
        for nth in range(bisect_left(words, noun.end, key=_start), len(words)):
            word = words[nth]
            if word.start >= end:
                return False
            if word.entry is not None and part.measures in word.entry.evokes:
                return True
        return False

    def _has_parts(self, shape: ClassShape) -> bool:
        return any(shape.iri in s.hints.get("wholeCount", ()) for s in self._counts)

    def _is_led_to(self, noun: Mention | None, whole: ClassShape, passage: Passage) -> bool:
        """Whether what gives a whole its context stands right behind its noun ("the nine towns of X in the round")."""
        context = whole.hints.get("contextClass", ())
        return noun is not None and any(
            0 <= m.start - noun.end <= _LED_TO and self._pool.fits(m, context)
            for m in passage.of(Kind.THING, Kind.REFERENCE)
        )

    def _is_whole(self, number: Mention, noun: Mention | None, shape: ClassShape, passage: Passage) -> bool:
        """Whether a number is the whole that another is a part of: by words between them, or at the sentence's head."""
        if any(
            _whole_of(n, passage) is number and not self._is_apposed(n, passage)
            for n in passage.of(Kind.NUMBER)
        ):
            return True
        if noun is not None and _has_part_behind(noun, passage):
            return True
        whole = self._schema.classes.get(shape.hints.get("wholeCount", ("",))[0])
        if whole is None or noun is None or not passage.grammar.opens_with_whole(passage.text):
            return False
        context = whole.hints.get("contextClass", ())
        return any(
            0 <= m.start - noun.end <= _BESIDE and self._pool.fits(m, context)
            for m in passage.of(Kind.THING, Kind.REFERENCE)
        )

    def _part(
        self, number: Mention, whole: Frame, passage: Passage, around: Surroundings, frames: list[Frame]
    ) -> list[Frame]:
        """The second number of "of the eight …, seven …": a part of the first, with the same things in its slots."""
        shape = self._counted_class_near(passage)
        if shape is None or shape.iri == whole.cls:
            return []
        made = self._count(shape, number, None, passage, around, frames)
        for frame in made:
            shared = {p: f for p, f in whole.fillers.items() if p in frame.fillers and f[0].thing}
            frame.fillers.update(shared)
        return made

    def _counted_alike(self, number: Mention, passage: Passage, last: ClassShape | None) -> ClassShape | None:
        """What a number counts that has only a scope or a day of its own ("100 in X and twelve in Y")."""
        shape = (
            self._told_behind(number, passage)
            or self._told_ahead(number, passage)
            or last
            or self._told_right_before(number, passage)
            or self._counted_before(passage)
            or (self._counted_class_near(passage) if _whole_of(number, passage) is not None else None)
        )
        slots = self._schema.slots_of(shape.iri) if shape is not None else ()
        beside = [s for s in slots if s.kind == "period" or (s.kind == "thing" and s.needs_cue)]
        if any(self._stands_beside(number, s, passage) is not None for s in beside):
            return shape
        return None

    def _told_behind(self, number: Mention, passage: Passage) -> ClassShape | None:
        """What the words between a number and the next one tell of those counted ("a hundred in X were picked")."""
        numbers = [n.start for n in passage.of(Kind.NUMBER) if n.start > number.end and countable(n)]
        stop = min(numbers, default=len(passage.text))
        for word in passage.of(Kind.WORD):
            if word.entry is None or not number.end <= word.start < stop:
                continue
            if ";" in passage.text[number.end : word.start]:
                return None
            for shape in self._counts:
                if shape.measures in word.entry.evokes:
                    return shape
        following = next((n for n in passage.of(Kind.NUMBER) if n.start == stop), None)
        gap = passage.text[number.end : stop]
        aside = _ASIDE_OF_FEW.search(passage.text, number.end)
        if following is not None and aside is not None and aside.start() < stop < aside.end():
            return self._told_at(aside.end(), passage)  # "100 of them, nine in X among them, were picked"
        if following is not None and passage.grammar.joiner.search(gap) and not _CLAUSE.search(gap):
            return self._told_behind(following, passage)  # "100 in X and twelve in Y were picked"
        return None

    def _told_at(self, at: int, passage: Passage) -> ClassShape | None:
        """What the first word at a place, up to the end of its clause, tells of those counted before it."""
        stop = _CLAUSE.search(passage.text, at)
        end = stop.start() if stop is not None else len(passage.text)
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None and at <= w.start < end]
        told = (s for w in words for s in self._counts if w.entry and s.measures in w.entry.evokes)
        return next(told, None)

    def _told_right_before(self, number: Mention, passage: Passage) -> ClassShape | None:
        """What the word right before a number tells of those counted ("X is represented by six")."""
        for word in passage.of(Kind.WORD):
            if word.entry is None or word.end > number.start or passage.text[word.end : number.start].strip():
                continue
            for shape in self._counts:
                if shape.measures in word.entry.evokes and len(word.text.split()) > 1:
                    return shape
        return None

    def _told_ahead(self, number: Mention, passage: Passage) -> ClassShape | None:
        """What was told of the one of whom a number says of how many it is ("picked X, as one of nine in Y")."""
        ones = [n for n in passage.of(Kind.NUMBER) if n.amount is not None and n.amount.one_of]
        if not any(n.end <= number.start and number.start - n.end <= _BESIDE for n in ones):
            return None
        for word in reversed([w for w in passage.of(Kind.WORD) if w.end <= number.start]):
            for shape in self._counts:
                if word.entry is not None and shape.measures in word.entry.evokes:
                    return shape
        return None

    def _stands_beside(self, number: Mention, slot: Slot, passage: Passage) -> Mention | None:
        """The mention for a slot that little but prepositions parts from a number; rather one behind it."""
        text, grammar = passage.text, passage.grammar
        found = [m for m in self._pool.candidates(slot, passage, None) if not is_pronoun(m)]
        whole = _whole_of(number, passage)
        for mention in found:
            behind = whole is not None and slot.needs_cue and mention.start > whole.end
            if whole is not None and behind and grammar.is_predicate(text[whole.end : mention.start]):
                return mention  # "six of the 112 are Lusitanian"
            gap = text[number.end : mention.start]
            led = slot.needs_cue and cued(slot, mention, passage) and len(gap.split()) <= _LED
            if mention.start >= number.end and (led or grammar.gapped(gap)):
                return mention
        if slot.needs_cue and (place := self._place_of_part(number, slot, passage)) is not None:
            return place
        ends = grammar.ends_clause(text, number.end) or grammar.is_elliptic(text, number.end)
        for mention in found if ends and slot.kind == "thing" else ():
            between = text[mention.end : number.start]
            if (
                mention.end <= number.start
                and (
                    len(between.split()) <= 1
                    or grammar.is_elliptic(text, mention.end)
                    or self._told_by(between, mention, passage)
                )
                and not re.search(r"[.,;:]", between)
            ):
                return mention
        return None

    def _place_of_part(self, number: Mention, slot: Slot, passage: Passage) -> Mention | None:
        """Where those lie or go to whom a number counts that opens a clause ("nine are Lusitanian", "six go to X:")."""
        text, grammar = passage.text, passage.grammar
        whole = _whole_of(number, passage)
        places = [m for m in passage.of(Kind.THING) if self._pool.may_fill(slot, m, passage)]
        lead = text[max(0, number.start - _CLAUSE_LONG) : number.start]
        if len(_CLAUSE.split(lead)[-1].split()) <= 1:
            end = (whole or number).end
            for place in places:
                tied = place.start > end and grammar.hails(text[end : place.start])
                if tied and (whole is not None or grammar.closes(text[place.end :], 0)):
                    return place
        opens = whole is not None and places and places[0].end < number.start
        return places[0] if opens and len(text[: places[0].start].split()) <= 1 else None

    def _told_by(self, between: str, place: Mention, passage: Passage) -> bool:
        """Whether a word alone stands between a place and a number, and tells of what is counted."""
        return any(
            w.entry is not None
            and w.start == place.end + 1
            and w.end - w.start == len(between.strip())
            and any(shape.measures in w.entry.evokes for shape in self._counts)
            for w in passage.of(Kind.WORD)
        )

    def _is_apposed(self, number: Mention, passage: Passage) -> bool:
        """ "as two of 39 towns", "A and B are two of 39 towns" count those who were named, and all by the whole."""
        if _whole_of(number, passage) is None:
            return False
        if passage.grammar.apposes(passage.text, number.start):
            return True
        if not passage.grammar.equates(passage.text, number.start):
            return False
        slots = [
            s
            for c in self._counts
            if (m := self._schema.classes.get(c.measures or ""))
            for s in m.slots
            if s.each
        ]
        for slot in slots:
            ahead = [m for m in self._pool.candidates(slot, passage, None) if m.end <= number.start]
            if ahead and number.amount and len(coordinated(ahead[-1], ahead, passage)) == number.amount.value:
                return True
        return False

    def _sums_up(self, number: Mention, passage: Passage) -> bool:
        """ "A, B and C, three towns that …": as many as were named right before."""
        gap = passage.text[: number.start].rstrip()
        if number.amount is None or number.amount.value < _PAIR or not gap.endswith((",", "–")):
            return False
        for shape in self._counts:
            measured = self._schema.classes.get(shape.measures or "")
            each = next((s for s in measured.slots if s.each), None) if measured is not None else None
            ahead = self._pool.candidates(each, passage, None) if each is not None else []
            ahead = [m for m in ahead if m.end <= number.start and m.kind is Kind.THING]
            if ahead and not passage.text[ahead[-1].end : number.start].strip(" ,–"):
                return len(coordinated(ahead[-1], ahead, passage)) == number.amount.value
        return False

    def _counted_before(self, passage: Passage) -> ClassShape | None:
        """What the last passages counted, or counted the members of."""
        recent = [f for f in self._memory.last if passage.number - f.passage.number <= _RECENT]
        for frame in recent:
            for shape in self._counts:
                if frame.cls in (shape.iri, shape.measures):
                    return shape
        return None

    def _counted_class_near(self, passage: Passage) -> ClassShape | None:
        """The class whose context the passage speaks of."""
        for shape in self._counts:
            context = shape.hints.get("contextClass", ())
            mentions = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if not is_pronoun(m)]
            if context and any(self._pool.fits(m, context) for m in mentions):
                return shape
        return None

    def _counted_by_word(self, number: Mention, passage: Passage) -> ClassShape | None:
        """What a number alone counts, by the word of the clause ("377 had applied")."""
        words = [
            w.entry.evokes
            for w in passage.of(Kind.WORD)
            if w.entry is not None and not _is_of_another(w, number, passage)
        ]
        for shape in self._counts:
            many = _is_many(number) and self._in_context(shape, passage)
            if (many or "countedByWord" in shape.hints) and any(shape.measures in evokes for evokes in words):
                return shape
        return None

    def _counted_by_next(self, number: Mention, passage: Passage, around: Surroundings) -> ClassShape | None:
        """What a number without a noun counts, by the verb right behind it ("112 take part in it")."""
        for word in passage.of(Kind.WORD):
            gap = passage.text[number.end : word.start]
            if (
                word.entry is None
                or word.start < number.end
                or len(gap.split()) > _LED
                or re.search(r"[.,;:()]", gap)
                or not passage.grammar.is_function(gap)
            ):
                continue
            for shape in self._counts:
                if shape.measures not in word.entry.evokes:
                    continue
                context = shape.hints.get("contextClass", ())
                named = self._in_context(shape, passage) and self._evoker.near(word.entry, passage, around)
                by_word = "countedByWord" in shape.hints and self._evoker.near(word.entry, passage, around)
                many = _is_many(number) or _is_of_one(number, passage)  # "one of the ten that received it"
                if named or (many and (by_word or (context and around.speaks_of(context)))):
                    return shape
        return None

    def _counted_class(
        self, number: Mention, noun: Mention, passage: Passage, around: Surroundings, frames: list[Frame]
    ) -> ClassShape | None:
        entry = noun.entry
        if entry is None:
            return None
        shapes = [s for s in self._counts if s.iri in entry.evokes]
        if (own := self._told_behind_noun(noun, shapes, passage)) is not None:
            return own
        if not entry.weak:
            whole = any(_whole_of(n, passage) is number for n in passage.of(Kind.NUMBER))
            whole = whole or passage.grammar.opens_with_whole(passage.text)
            whole = whole or any(m.genitive and m.end + 1 == number.start for m in passage.of(Kind.THING))
            whole = whole or _is_of_one(number, passage)
            told = self._told_of(noun, passage, around) if _belongs(shapes) and not whole else None
            if told is None and not whole and self._are_some(number, shapes, passage):
                told = self._told_of(noun, passage, around, within=_CLAUSE_LONG)
            if told is None and _whole_of(number, passage) is not None:
                told = next(
                    (s for s in self._counts if s not in shapes and self._in_context(s, passage)), None
                )
            return told or (shapes[0] if shapes else None)
        ranked = []
        spoken = [s for s in shapes if "contextClass" not in s.hints or self._in_context(s, passage)]
        if all("contextClass" not in s.hints for s in spoken):
            spoken = []
        group = passage.grammar.among(passage.text, number.start)
        for shape in spoken or shapes:
            if group and "countedByWord" in shape.hints:
                continue  # "applied for a place among the hundred": so many did not apply
            for frame in frames:
                if frame.cls == shape.measures:
                    ranked.append((_distance(number.start, frame.start), 0, shape.iri, shape))
            for call in passage.of(Kind.WORD):
                evoking = call.entry
                if evoking is None or call.overlaps(noun) or _is_noun_of_another(call, number, passage):
                    continue
                if "countedByWord" in shape.hints and _is_of_another(call, number, passage):
                    continue
                if evoking.evokes == (shape.iri,):
                    ranked.append((_distance(number.start, call.start), 1, shape.iri, shape))
                if shape.measures not in evoking.evokes or self._told_of_others(evoking, shape, passage):
                    continue
                if (
                    evoking.weak
                    and (context := self._needed(evoking, shape))
                    and not around.alludes_to(context)
                ):
                    continue
                if passage.grammar.changes_subject(passage.text[noun.end : call.start]):
                    continue
                near = self._evoker.near(evoking, passage, around)
                if near or (_is_many(number) and around.speaks_of(evoking.hints.get("near", ()))):
                    aside = _ASIDE if _in_aside(number, call, passage) else 0
                    if passage.grammar.leaves(passage.text[noun.end : call.start]):
                        aside = _ASIDE
                    if passage.grammar.opens_relative(passage.text[noun.end : call.start]):
                        aside = -_ASIDE  # "the towns that have won …": what is said of those counted
                    ranked.append((_distance(number.start, call.start) + aside, 1, shape.iri, shape))
            for thing in passage.of(Kind.THING, Kind.REFERENCE):
                if not is_pronoun(thing) and self._pool.fits(thing, shape.hints.get("contextClass", ())):
                    ranked.append((_distance(number.start, thing.start) + 120, 2, shape.iri, shape))
        if not ranked:
            return self._gone_on_with(shapes, noun, passage) or self._known_alone(shapes, number, around)
        return min(ranked, key=lambda r: r[:3])[3]

    def _are_some(self, number: Mention, shapes: Sequence[ClassShape], passage: Passage) -> bool:
        """Whether a number is too small for all of what it counts, and nothing says that they are all of a place."""
        few = any(_is_small_whole(number, shape) for shape in shapes)
        return few and not passage.grammar.complete(passage.text, number.start)

    def _are_of_another(
        self,
        number: Mention,
        noun: Mention,
        shape: ClassShape,
        passage: Passage,
        around: Surroundings,
        frames: Sequence[Frame],
    ) -> bool:
        """Whether a number without an article counts only those who have part in something else, told of since or here
        ("three member towns have joined the project", "three member towns: A with X, …")."""
        others = shape.hints.get("partsWith", ())
        context = shape.hints.get("contextClass", ())
        if (
            not others
            or self._in_context(shape, passage)
            or is_weak(noun)
            or not self._are_some(number, [shape], passage)
        ):
            return False
        if any(n.amount is not None and n.amount.one_of for n in passage.of(Kind.NUMBER)):
            return False
        told = any(f.cls in others for f in frames)
        return told or around.named_since(passage, others) > around.named_since(passage, context)

    def _told_of_others(self, entry: Entry, shape: ClassShape, passage: Passage) -> bool:
        """Whether a word needs what those counted belong to ("received … the prize"), and has it not, where
        the sentence before told of others that might be counted."""
        needed = self._needed(entry, shape)
        if not needed or any(self._pool.fits(m, needed) for m in passage.of(Kind.THING, Kind.REFERENCE)):
            return False
        told = {f.cls for f in self._memory.recent(passage, 1)}
        others = {iri for s in self._counts if s is not shape for iri in (s.iri, s.measures)}
        return bool(told & others) and told.isdisjoint((shape.iri, shape.measures))

    def _needed(self, entry: Entry, shape: ClassShape) -> tuple[str, ...]:
        """The classes of what those counted belong to that a word needs to be told of it ("received … the prize")."""
        context = shape.hints.get("contextClass", ())
        slots = self._schema.slots_of(shape.measures or "")
        return tuple(
            sorted({c for s in slots if s.path in entry.needs for c in s.classes}.intersection(context))
        )

    def _gone_on_with(self, shapes: list[ClassShape], noun: Mention, passage: Passage) -> ClassShape | None:
        """What was told right before, where a word behind goes on with it ("22 more towns had their turn")."""
        going_on = [w for w in passage.of(Kind.WORD) if w.entry is not None and "Continues" in roles(w.entry)]
        if not any(w.start >= noun.end and not passage.grammar.opens_subset(w.text) for w in going_on):
            return None
        measured = {s.measures for s in self._counts}
        told = [f.cls for f in self._memory.recent(passage, 1)]
        found = next((s for s in shapes if s.iri in told or s.measures in told), None)
        others = measured - {found.measures} if found is not None else set()
        spoken = (w for w in passage.of(Kind.WORD) if not any(w.overlaps(g) for g in going_on))
        return None if any(w.entry and others & set(w.entry.evokes) for w in spoken) else found

    def _known_alone(
        self, shapes: list[ClassShape], number: Mention, around: Surroundings
    ) -> ClassShape | None:
        """What a noun of one class alone counts, where the text speaks of what they belong to and they are many."""
        if len(shapes) != 1 or not _is_many(number):
            return None
        return shapes[0] if around.speaks_of(shapes[0].hints.get("contextClass", ())) else None

    def _told_behind_noun(
        self, noun: Mention, shapes: list[ClassShape], passage: Passage
    ) -> ClassShape | None:
        """What a noun's own complement says is counted ("112 towns in the league, which hold the prize")."""
        for shape in shapes:
            for mention in passage.of(Kind.THING, Kind.REFERENCE):
                gap = passage.text[noun.end : mention.start] if mention.start > noun.end else ","
                close = len(gap.split()) <= _LED and not re.search(r"[,;:.()]", gap)
                named = not is_pronoun(mention) and self._pool.fits(
                    mention, shape.hints.get("contextClass", ())
                )
                if close and named and passage.grammar.is_function(gap):
                    return shape
        return None

    def _told_of(
        self, noun: Mention, passage: Passage, around: Surroundings, *, within: int = _RIGHT_BEHIND
    ) -> ClassShape | None:
        """What a clause right behind a noun tells of the things counted ("20 member towns received the prize")."""
        for shape in self._counts:
            if shape.iri in (noun.entry.evokes if noun.entry else ()) or not self._in_context(shape, passage):
                continue
            for word in passage.of(Kind.WORD):
                gap = passage.text[noun.end : word.start]
                near = 0 <= word.start - noun.end <= within and not passage.grammar.leaves(gap)
                near = near and not (
                    len(gap) > _RIGHT_BEHIND and within == _CLAUSE_LONG and _CLAUSE.search(gap)
                )
                evoked = word.entry is not None and shape.measures in word.entry.evokes
                if near and evoked and word.entry and self._evoker.near(word.entry, passage, around):
                    return shape
        return None

    def _in_context(self, shape: ClassShape, passage: Passage) -> bool:
        """Whether the passage names what the things counted belong to."""
        context = shape.hints.get("contextClass", ())
        return any(
            not is_pronoun(m) and self._pool.fits(m, context) for m in passage.of(Kind.THING, Kind.REFERENCE)
        )

    def _named_beside(self, number: Mention, shape: ClassShape, passage: Passage, frames: list[Frame]) -> int:
        """How many members are named along with a number of others."""
        fillers = [f for fr in frames if fr.cls == shape.measures for f in _named_fillers(fr, shape)]
        company = self._company(number, shape, passage)
        if company:
            members = {f.key_of_thing for f in fillers if not self._is_part(f, number, passage)}
            return max(len(members | company), len(company) + 1)
        ahead = {f.key for f in fillers if f.mention is None or f.mention.start < number.start}
        listed = {f.key for f in fillers if not self._is_part(f, number, passage)}
        if listed and (ahead or number.amount is None or len(listed) != number.amount.value):
            return len(ahead or listed)
        measured = self._schema.classes.get(shape.measures or "")
        slot = next((s for s in measured.slots if s.each), None) if measured is not None else None
        if slot is None:
            return 0
        before = [m for m in self._pool.candidates(slot, passage, None) if m.end <= number.start]
        if not before:
            return 0
        if not listed and not passage.grammar.joined(passage.text[before[-1].end : number.start]):
            return 0
        return len(coordinated(before[-1], before, passage))

    def _company(self, number: Mention, shape: ClassShape, passage: Passage) -> set[str]:
        """Those named between a preposition of company and a number of others ("together with A and 21 others")."""
        measured = self._schema.classes.get(shape.measures or "")
        slot = next((s for s in measured.slots if s.each), None) if measured is not None else None
        fitting = [m for m in passage.of(Kind.THING) if slot is not None and self._pool.fits(m, slot.classes)]
        before = [m for m in fitting if m.end <= number.start]
        if not before or not passage.grammar.joined(passage.text[before[-1].end : number.start]):
            return set()
        listed = coordinated(before[-1], before, passage)
        first = min(listed, key=lambda m: m.start)
        return (
            {thing_key(m) for m in listed} if passage.grammar.joins_in(passage.text, first.start) else set()
        )

    def _scope_ahead(self, slot: Slot, number: Mention, passage: Passage) -> Mention | None:
        """ "In X to all seven": where a part of the sentence begins with where those lie whom it counts."""
        if slot.default is None or not slot.needs_cue:
            return None
        for place in self._pool.candidates(slot, passage, None):
            gap = passage.text[place.end : number.start]
            if place.kind is not Kind.THING or place.end > number.start or re.search(r"[,;:.()]", gap):
                continue
            lead = passage.text[: place.start].rstrip()
            opens = passage.grammar.located(passage.text, place.start) and (
                "," in lead[-_LED_PART:] or len(lead.split()) <= 1
            )
            if (opens and len(gap.split()) <= _LED) or (
                not gap.strip() and passage.grammar.located(passage.text, place.start)
            ):
                return place
        return None

    def _stands_within(
        self, number: Mention, noun: Mention | None, slot: Slot, passage: Passage
    ) -> Mention | None:
        """What an adjective between a number and its noun names ("three Lusitanian towns"), or who has as many."""
        if noun is None or slot.kind != "thing" or not slot.needs_cue:
            return None
        found = [m for m in passage.of(Kind.THING) if self._pool.may_fill(slot, m, passage)]
        own = (m for m in found if passage.grammar.owns_number(passage.text[m.end : number.start]))
        return next((m for m in found if m.inside(number.end, noun.start)), None) or next(own, None)

    def _scope_before(self, slot: Slot, number: Mention, passage: Passage) -> list[Filler]:
        """ "Five of them" are of the same whole as those that the sentence before counted."""
        if slot.default is None or not passage.grammar.is_elliptic(passage.text, number.end):
            return []
        counts = {shape.iri for shape in self._counts}
        told = [f for f in self._memory.recent(passage, 1) if f.cls in counts and slot.path in f.fillers]
        return [replace(f, here=False) for f in told[-1].fillers[slot.path]] if told else []

    @staticmethod
    def _is_part(filler: Filler, number: Mention, passage: Passage) -> bool:
        """Whether a member is one of those that a number of others counts ("18 others, among them A")."""
        at = filler.mention.start if filler.mention is not None else -1
        return at > number.end and passage.grammar.opens_subset(passage.text[number.end : at])

    def _told_just_before(self, shape: ClassShape, passage: Passage, frames: list[Frame]) -> int:
        """How many members the sentence before named, to which "18 others" adds; none where those come again."""
        told = [f for f in self._memory.last if passage.number - f.passage.number == 1]
        before, here = (
            {f.key_of_thing for fr in among if fr.cls == shape.measures for f in _named_fillers(fr, shape)}
            for among in (told, frames)
        )
        return 0 if before & here else len(before)

    def _count(
        self,
        shape: ClassShape,
        number: Mention,
        noun: Mention | None,
        passage: Passage,
        around: Surroundings,
        frames: list[Frame],
    ) -> list[Frame]:
        amount = number.amount
        slot = _count_slot(self._schema.slots_of(shape.iri), amount.at_least if amount else False)
        if amount is None or slot is None:
            return []
        adds = amount.more and passage.grammar.adds(passage.text, number.start)
        value = amount.value + (self._named_beside(number, shape, passage, frames) if adds else 0)
        if amount.more and value == amount.value:
            value += self._told_just_before(shape, passage, frames)
        end = noun.end if noun else number.end
        call = Opening(shape, Mention(Kind.NUMBER, number.start, end, number.text, amount=amount), None)
        chosen = {slot.path: [Filler(slot.path, passage, number, value=number_literal(value, slot.datatype))]}
        used = {number}
        for other in self._pool.in_order(call):
            if other.path in chosen or other.kind == "number":
                continue
            within = self._stands_within(number, noun, other, passage)
            if within is not None:
                chosen[other.path] = [self._pool.filler(other.path, passage, within, other)]
                continue
            beside = (
                self._stands_beside(number, other, passage) if noun is None and other.kind != "text" else None
            )
            if beside is not None and (other.needs_cue or other.kind == "period"):
                meant = around.resolve(beside, passage, other.classes)[:1] or [(passage, beside)]
                chosen[other.path] = [self._pool.filler(other.path, *place, other) for place in meant]
                continue
            pool: set[Mention] = set()
            fillers = self._filling.fill_slot(other, call, passage, around, used, pool, chosen)
            if other.kind == "period":
                fillers = [f for f in fillers if not _dates_another(f, number, passage)]
            if fillers and noun is None and not any(f.here and f.mention for f in fillers):
                before = self._scope_before(other, number, passage)
                fillers = before or _unless_few(fillers, other, number, passage)
            named = any(f.here and f.mention for f in fillers)
            led = self._scope_ahead(other, number, passage) if not named else None
            if led is not None:
                fillers = [self._pool.filler(other.path, passage, led, other)]
            if fillers:
                called = self._called(number, passage) is not None
                chosen[other.path] = _of_whole(fillers, other, number, passage, called=called)
        never = shape.hints.get("notScope", ())
        if any(f.thing in never for fs in chosen.values() for f in fs):
            return []
        scoped = _is_scoped(chosen, number)
        if adds and value == amount.value and not (scoped or _opens(number, passage)):
            return []  # "besides 18 others": nobody said besides whom
        if amount.more and "standing" in shape.hints and not scoped:
            return []  # "eleven more": than what was not said
        if "standing" in shape.hints:
            places = [s.path for s in self._schema.slots_of(shape.iri) if s.kind == "thing" and s.needs_cue]
            scoped = _is_scoped({path: chosen.get(path, []) for path in places}, number)  # no event is one
        if not scoped and value < _least_whole(shape):
            return []  # so few are a part, of which nobody said where it ends
        if value == 1 and not any(f.mention for fs in chosen.values() for f in fs if f.mention is not number):
            return []  # "the only one": of what is not said
        firmness = around.factuality(number, None, passage, presupposed=not amount.more)
        return [Frame(shape.iri, passage, number.start, end, firmness, None, None, None, chosen)]


def _is_small_whole(number: Mention, shape: ClassShape) -> bool:
    """Whether a number is smaller than any whole of what a class counts."""
    return number.amount is not None and number.amount.value < _least_whole(shape)


def _least_whole(shape: ClassShape) -> int:
    """How many of a class there are at least in all; 0 where nothing says so."""
    return int(shape.hints.get("smallestWhole", ("0",))[0])


def _is_too_many(number: Mention, shape: ClassShape) -> bool:
    """Whether there are never so many of a class."""
    most = shape.hints.get("largestWhole")
    return most is not None and number.amount is not None and number.amount.value > int(most[0])


def _amount(frame: Frame) -> float:
    """How many a count's frame tells of."""
    amounts = [f.mention.amount for fs in frame.fillers.values() for f in fs if f.mention is not None]
    return max((float(a.value) for a in amounts if a is not None), default=0)


def _dates_another(filler: Filler, number: Mention, passage: Passage) -> bool:
    """Whether a day before a comma goes with another number that stands before it ("the ten named in May, … 33")."""
    at = filler.mention
    if at is None or filler.passage is not passage or at.end > number.start:
        return False
    start = passage.text.rfind(",", 0, at.start) + 1
    before = any(
        start <= n.start and n.end <= at.start
        for n in passage.of(Kind.NUMBER)
        if n is not number and countable(n)
    )
    return before and "," in passage.text[at.end : number.start]


def _is_named(number: Mention, passage: Passage, around: Surroundings) -> bool:
    """Whether a number only refers to as many that were named before ("all four towns")."""
    return any(
        m.overlaps(number)
        and is_group(m)
        and not (m.entry is not None and "counts" in m.entry.hints)
        and around.resolve(m, passage, tuple(m.classes))
        for m in passage.of(Kind.REFERENCE)
    )


def _is_of_one(number: Mention, passage: Passage) -> bool:
    """Whether a number is the whole of which only one is spoken of ("one of the 112 … and received")."""
    return any(
        n.amount is not None
        and n.amount.one_of
        and n.end <= number.start
        and passage.grammar.part_of_next(passage.text[n.end : number.start])
        for n in passage.of(Kind.NUMBER)
    )


def _distance(a: int, b: int) -> int:
    return abs(a - b)


def countable(number: Mention) -> bool:
    amount = number.amount
    return (
        amount is not None
        and not (amount.percent or amount.currency or amount.ordinal or amount.one_of)
        and float(amount.value).is_integer()
        and amount.value < _BEYOND
        and not _CLOCK.fullmatch(number.text.strip())
    )


def _is_many(number: Mention) -> bool:
    """Whether a number is too large for anything but what the whole text is about."""
    return number.amount is not None and number.amount.value >= _MANY


def _in_aside(number: Mention, call: Mention, passage: Passage) -> bool:
    """Whether one dash opens and another closes what a word stands in, apart from the number."""
    return (
        len(re.findall(r"\s[–—-]\s", passage.text[number.end : call.start])) == 1
        and re.search(r"\s[–—-]\s", passage.text[call.end :]) is not None
    )


def _is_scoped(chosen: dict[str, list[Filler]], number: Mention) -> bool:
    return any(
        f.mention is not None and f.mention is not number and f.thing for fs in chosen.values() for f in fs
    )


def _opens(number: Mention, passage: Passage) -> bool:
    """Whether a sentence begins with a number and its preposition ("With eleven more …")."""
    return len(passage.text[: number.start].split()) <= 1


def _belongs(shapes: Sequence[ClassShape]) -> bool:
    """Whether what a noun counts belongs to something, so that other counts of the same things may be meant."""
    return any("contextClass" in shape.hints for shape in shapes)


def _is_of_another(word: Mention, number: Mention, passage: Passage) -> bool:
    """Whether a word stands in another number's clause ("377 had applied, 112 were picked")."""
    if not _CLAUSE.search(words_between(number, word, passage.text)):
        return False
    others = (n for n in passage.of(Kind.NUMBER) if n is not number and countable(n))
    return any(not _CLAUSE.search(words_between(n, word, passage.text)) for n in others)


def _is_noun_of_another(word: Mention, number: Mention, passage: Passage) -> bool:
    others = (n for n in passage.of(Kind.NUMBER) if n is not number and countable(n))
    return any((noun := counted_noun(n, passage)) is not None and noun.overlaps(word) for n in others)


def counted_noun(number: Mention, passage: Passage) -> Mention | None:
    """The noun, a few words behind a number at most, that says what it counts."""
    for mention in passage.of(Kind.WORD):
        if mention.start < number.end or mention.entry is None or "CountedNoun" not in roles(mention.entry):
            continue
        gap = passage.text[number.end : mention.start]
        if len(gap) > _LONGEST_GAP or re.search(r"[.,;:!?]", gap):
            return None
        if len(gap.split()) > 1 and _has_number(number, mention, passage):
            return None  # "to these hundred are added twelve towns"
        words = gap.split()
        if len(words) > _MOST_WORDS or passage.grammar.parted(words):
            return None
        named = any(m.inside(number.end, mention.start) for m in passage.of(Kind.THING))
        if re.search(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}\s", gap) and not named and not passage.grammar.describes(gap):
            return None
        return None if _is_led_otherwise(number, mention, passage) else mention
    return None


def _is_led_otherwise(number: Mention, noun: Mention, passage: Passage) -> bool:
    """Whether a noun that counts things behind some words alone ("only") stands behind another, or is a person."""
    hints = noun.entry.hints if noun.entry is not None else {}
    leads, barred = hints.get("ledBy", ()), hints.get("notTailedBy", ())
    if leads and (number.text.casefold() not in leads or any(passage.of(Kind.PERSON))):
        return True
    return any(passage.text[noun.end :].lstrip().startswith(tail) for tail in barred)


def _has_number(number: Mention, noun: Mention, passage: Passage) -> bool:
    """Whether another number stands between a number and a noun."""
    return any(n.inside(number.end, noun.start) and countable(n) for n in passage.of(Kind.NUMBER))


def _counts_another(number: Mention, noun: Mention | None, passage: Passage) -> bool:
    """Whether a number counts what another word right behind it says ("6,800 inhabitants")."""
    for word in passage.of(Kind.WORD):
        if word.entry is None or "counts" not in word.entry.hints or word.start < number.end:
            continue
        gap = passage.text[number.end : word.start]
        if len(gap.split()) > 1 or re.search(r"[.,;:()]", gap):
            continue
        if noun is not None and noun.inside(word.start, word.end) and word.text != noun.text:
            return True  # "pilot towns"
        if noun is None or (word.end <= noun.start and not word.overlaps(noun)):
            return not any(w.overlaps(word) and _is_counted(w) for w in passage.of(Kind.WORD))
    return False


def _is_counted(word: Mention) -> bool:
    return word.entry is not None and "CountedNoun" in roles(word.entry)


def is_weak(noun: Mention) -> bool:
    """Whether a noun alone does not say what is counted."""
    return noun.entry is None or noun.entry.weak


def _noun_of(number: Mention, passage: Passage) -> Mention | None:
    """The noun behind a number, or behind the whole that it is a part of."""
    whole = _whole_of(number, passage)
    return counted_noun(number, passage) or (counted_noun(whole, passage) if whole else None)


def _whole_of(number: Mention, passage: Passage) -> Mention | None:
    """The number that another is a part of: 112 in "92 of its 112"."""
    if not countable(number):
        return None
    numbers = passage.of(Kind.NUMBER)
    at = bisect_right(numbers, number.end, key=_start)
    following = next((numbers[i] for i in range(at, len(numbers)) if countable(numbers[i])), None)
    if following is None:
        return None
    return following if passage.grammar.part_of_next(passage.text[number.end : following.start]) else None


def _is_whole_of_last(number: Mention, passage: Passage) -> bool:
    """Whether a number is the whole of which the one before it is a part ("seven of 33")."""
    numbers = passage.of(Kind.NUMBER)
    before = bisect_left(numbers, number.start, key=_start) - 1
    return before >= 0 and _whole_of(numbers[before], passage) is number


def _has_part_behind(noun: Mention, passage: Passage) -> bool:
    """Whether a part of what was counted follows ("112 towns, 33 of which …", "112 towns, of which 33 …")."""
    following = next((m for m in passage.of(Kind.NUMBER) if m.start > noun.end and countable(m)), None)
    return following is not None and passage.grammar.parts(
        passage.text[noun.end : following.start], passage.text[following.end :]
    )


def _noun_before(number: Mention, passage: Passage) -> Mention | None:
    """ "the number of towns to 92": the noun stands before its number."""
    for mention in reversed(passage.of(Kind.WORD)):
        if mention.end > number.start or mention.entry is None or "CountedNoun" not in roles(mention.entry):
            continue
        gap = passage.text[mention.end : number.start]
        if (
            len(gap) < 40
            and not re.search(r"[.;:!?]", gap)
            and passage.grammar.number_of(passage.text[: mention.start])
        ):
            return mention
    return None


def _unless_few(fillers: list[Filler], slot: Slot, number: Mention, passage: Passage) -> list[Filler]:
    """No default for a few of those told before ("four of them"): of which whole they are is not said."""
    few = slot.default is not None and not _is_many(number)
    return [] if few and passage.grammar.is_elliptic(passage.text, number.end) else fillers


def _of_whole(
    fillers: list[Filler], slot: Slot, number: Mention, passage: Passage, *, called: bool
) -> list[Filler]:
    """Fillers of a number, but for a whole ("A sends nine of the 112") those that go with its part alone."""
    if called and slot.default is not None and not all(_follows(f, number, passage) for f in fillers):
        return [by_default(slot, passage)]
    numbers = passage.of(Kind.NUMBER)
    parts = [n.start for n in numbers if _whole_of(n, passage) is number]
    wholly = bool(parts)
    parts += [
        n.start
        for n in numbers
        if n.amount
        and n.amount.one_of
        and n.end <= number.start
        and passage.grammar.part_of_next(passage.text[n.end : number.start])
    ]
    counted = [n.start for n in numbers if countable(n)]
    behind = counted[1:] if counted[:1] == [number.start] else []
    if not passage.grammar.opens_with_whole(passage.text):
        behind = _parts_behind(number, passage)
        low_end = _total_after(number, passage)
        parts += [low_end] if low_end is not None else []
    if not (parts or behind) or slot.default is None:
        return fillers
    low, high = min(parts, default=-1), min(behind, default=len(passage.text))
    if all(
        f.mention is None
        or (low < f.mention.start < high and (not wholly or _goes_with(f, slot, number, parts, passage)))
        for f in fillers
    ):
        return fillers
    return [by_default(slot, passage)]


def _follows(filler: Filler, number: Mention, passage: Passage) -> bool:
    """Whether something stands behind a number in the same part of the sentence."""
    at = filler.mention
    if at is None or filler.passage is not passage:
        return True
    return at.start >= number.end and not re.search(r"[;:()]", passage.text[number.end : at.start])


def _goes_with(filler: Filler, slot: Slot, whole: Mention, parts: list[int], passage: Passage) -> bool:
    """Whether what stands behind a whole that follows its part is said of the whole ("nine of the 100 in X")."""
    at = filler.mention
    if (
        at is None
        or filler.passage is not passage
        or not parts
        or at.start < whole.end
        or max(parts) > whole.start
    ):
        return True
    gap = passage.text[whole.end : at.start]
    return (
        cued(slot, at, passage) and len(gap.split()) <= _MOST_WORDS and not passage.grammar.may_have_verb(gap)
    )


def _parts_behind(number: Mention, passage: Passage) -> list[int]:
    """Where the number stands that tells of a part of those counted ("112 towns, of which twelve …")."""
    following = next((n for n in passage.of(Kind.NUMBER) if n.start > number.end and countable(n)), None)
    if following is None:
        return []
    return (
        [following.start] if passage.grammar.opens_subset(passage.text[number.end : following.start]) else []
    )


def _is_first(number: Mention, passage: Passage) -> bool:
    """Whether an ordinal beside a number says that it counts those who came first ("the first ten")."""
    beside = (n for n in passage.of(Kind.NUMBER) if n.amount is not None and n.amount.ordinal)
    return any(n.end + 1 == number.start for n in beside)


def _total_after(number: Mention, passage: Passage) -> int | None:
    """Where the last number before a total stands ("six in X, 112 in all"), whose place says nothing of the total."""
    if not passage.grammar.is_total(passage.text, number.start):
        return None
    before = [n for n in passage.of(Kind.NUMBER) if n.end <= number.start and countable(n)]
    return max((n.start for n in before), default=None)


def _is_elliptic(number: Mention, passage: Passage) -> bool:
    """Whether a number stands for as many of what was counted before."""
    grammar, text = passage.grammar, passage.text
    if grammar.is_total(text, number.start) and grammar.ends_clause(text, number.end):
        return True
    return grammar.is_subset(text, number.start) or grammar.is_elliptic(text, number.end)


def _count_slot(slots: Sequence[Slot], at_least: bool) -> Slot | None:
    numbers = [s for s in slots if s.kind == "number"]
    return next((s for s in numbers if ("leastOf" in s.hints) == at_least), None)


def _named_fillers(frame: Frame, shape: ClassShape) -> list[Filler]:
    path = shape.scope_of[0] if shape.scope_of else ""
    fillers = frame.fillers.get(path)
    if fillers is not None:
        return fillers
    return [f for fs in frame.fillers.values() for f in fs if f.mention is not None][:1]


def _is_too_few(number: Mention, shape: ClassShape) -> bool:
    """Whether nobody would count so few of a class ("the only one that …" is one of those who came through)."""
    fewest = shape.hints.get("fewest")
    return fewest is not None and number.amount is not None and number.amount.value < int(fewest[0])
