"""A second reader: opens frames where no word of the lexicon does, by what was learned from examples.

For a class with `kg:learns` one slot is looked at mention by mention: each that may fill it has traits, whose
weights add up to how likely a careful reader would take it. Where that is likely enough, and no word has told it
already, a frame is opened there. It says no more than it has to: only slots that it cannot do without are filled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from kg.claims import Factuality
from kg.reading.around.context import Place, Surroundings
from kg.reading.around.pool import Pool
from kg.reading.counts.counting import counted_noun
from kg.reading.learned import traits
from kg.reading.opening.aimed import Aims
from kg.reading.opening.otherpapers import OtherPapers
from kg.reading.opening.wordless import as_firm_as_told
from kg.reading.passages.frames import Filler, Frame, Opening, by_default, is_group, mentions_here, thing_key
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.exclusive import leaves_out_others
from kg.reading.slots.filling import Filling
from kg.reading.slots.standing import is_opposed
from kg.schema import ClassShape, Entry, Schema, Slot
from kg.weights import likelihood

_ORDER, _start = tuple(Factuality), attrgetter("start")
_LAST_WORD = re.compile(r"\w+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A class that is learned by what fills one slot of it.

    Args:
        shape: The class.
        slot: The slot.
        relation: Name of the relation whose rows are the examples.
        arguments: Names of those arguments of the relation that give the filler.
        least: How likely a filler has to be.
        entry: In place of the word that is missing: it needs what a frame of the class cannot do without.
        identity: Paths of what else makes two of the class the same; filled where the passage tells it.
        unless: Classes whose frames in the same passage say what is told of their fillers.
    """

    shape: ClassShape
    slot: Slot
    relation: str
    arguments: tuple[str, ...]
    least: float
    entry: Entry
    identity: frozenset[str]
    unless: frozenset[str]


class Candidate(NamedTuple):
    """What may fill a slot.

    Args:
        lesson: Of the slot.
        passage: Where it may.
        mention: There; None for what the text is about, where the passage does not name it.
        who: What it stands for, and where that was named.
        traits: Of the mention; those of the passage come beside them.
        odds: Class → what these add to its log odds.
    """

    lesson: Lesson
    passage: Passage
    mention: Mention | None
    who: Place
    traits: tuple[str, ...]
    odds: Mapping[str, float]


class _Spot(NamedTuple):
    """A candidate before it is looked at, among all mentions that fit its slot."""

    lesson: Lesson
    fitting: Sequence[Mention]
    mention: Mention | None
    who: Place
    is_subject: bool

    def look(
        self, passage: Passage, said: Sequence[traits.Token], rivals: int, wanted: traits.Wanted
    ) -> list[str]:
        if self.mention is None:
            return traits.of_unnamed(said, rivals)
        row = coordinated(self.mention, self.fitting, passage)
        return traits.of_mention(
            self.mention, said, row, is_subject=self.is_subject, rivals=rivals, wanted=wanted
        )


Watcher = Callable[[Candidate, Sequence[str]], None]
"""Told each candidate with the traits of its passage."""


def lessons(schema: Schema) -> tuple[Lesson, ...]:
    """What a project wants to be learned, by class."""
    return tuple(
        lesson
        for iri in sorted(schema.classes)
        if (lesson := _lesson(schema, schema.classes[iri])) is not None
    )


def _lesson(schema: Schema, shape: ClassShape) -> Lesson | None:
    told = shape.hints.get("learns", ())
    if not told:
        return None
    path, relation, least, *arguments = told
    slots = schema.slots_of(shape.iri)
    slot = next(s for s in slots if s.path == path)
    needed = {s.path for s in slots if s.least}.union(shape.hints.get("signature", ()))
    entry = Entry(
        iri=shape.iri,
        language="",
        forms=(),
        evokes=(shape.iri,),
        weak=True,
        needs=(path, *sorted(needed - {path})),
        hints={"signed": ("true",), "learned": ("true",)},
    )
    identity = frozenset(p for paths in schema.identities_of(shape.iri) for p in paths)
    unless = frozenset(shape.hints.get("learnedUnless", ()))
    return Lesson(shape, slot, relation, tuple(arguments), float(least), entry, identity, unless)


class SecondReader:
    """Reads what was learned.

    Args:
        schema: Lessons and weights.
        pool: Of candidates.
        filling: Fills what else a frame needs.
        aims: Know what words are told of something else than what the text is about.
        papers: Know which words act on other papers.
    """

    def __init__(self, schema: Schema, pool: Pool, filling: Filling, aims: Aims, papers: OtherPapers) -> None:
        self.watch: Watcher | None = None
        """Set by whoever learns; nothing is read then."""
        self._weights = schema.weights
        self._weighing = traits.Wanted(schema.weights.traits)
        self._pool = pool
        self._filling = filling
        self._aims = aims
        self._other_papers = papers
        self._lessons = lessons(schema)
        self._before: list[str] = []
        self._last: dict[tuple[str, str], Filler] = {}
        self._told: dict[str, None] = {}

    @property
    def _wanted(self) -> traits.Wanted:
        """Whoever learns wants all traits."""
        return self._weighing if self.watch is None else traits.ALL

    def forget(self) -> None:
        """Begin a new document."""
        self._before = []
        self._last.clear()
        self._told.clear()

    def read(
        self, passage: Passage, around: Surroundings, frames: Sequence[Frame], taken: set[Mention]
    ) -> list[Frame]:
        """Frames of a passage beside those that its words have opened."""
        self._keep(frames)
        known = self.watch is not None or not passage.grammar.unlearned
        found = self._read(passage, around, frames, taken) if self._lessons and known else []
        self._told.update(dict.fromkeys(traits.local_name_of(f.cls) for f in frames))
        return found

    def _read(
        self, passage: Passage, around: Surroundings, frames: Sequence[Frame], taken: set[Mention]
    ) -> list[Frame]:
        before, self._before = self._before, traits.evoked(passage)
        spots = [*self._spots(passage, around)]
        if not spots:
            return []
        said = traits.tokens(passage)
        common = dict.fromkeys(traits.of_passage(passage, said, self._wanted))
        common.update(dict.fromkeys(f"P v {name}" for name in before))
        common.update(dict.fromkeys(self._document_traits(passage, around)))
        found: list[Frame] = []
        odds = self._weights.sum(common)
        for candidate in self._candidates(spots, passage, said):
            if self.watch is not None:
                self.watch(candidate, [*common])
            elif (
                self._is_likely(candidate, odds)
                and not _is_told(candidate, (*frames, *found))
                and not self._tells_of_another(candidate)
                and not self._aims.are_others(candidate.lesson.shape.iri, passage)
                and not self._other_papers.are_others(candidate.lesson.shape.iri, passage)
                and not self._is_before_counted(candidate)
                and not self._is_place(candidate, frames)
                and not _is_left_out(candidate, frames)
                and not _is_set_apart(candidate, frames)
                and not self._is_led_by_another(candidate)
                and not _is_teller(candidate, frames)
            ):
                found += self._frame(candidate, around, taken)
        self._keep(found)
        return found

    def _document_traits(self, passage: Passage, around: Surroundings) -> Iterator[str]:
        """What words have told so far in the document, what the heading above evokes, and its first passage."""
        yield from (f"D {name}" for name in self._told)
        for above in around.leading(passage)[-1:]:
            if above.paragraph != passage.paragraph:
                yield from (f"H v {name}" for name in traits.evoked(above))
        if passage.number:
            yield from (f"O v {name}" for name in traits.evoked(around.first))

    def _keep(self, frames: Iterable[Frame]) -> None:
        """Remember what filled slots last: what is told of a list's first member goes for the next one as well."""
        for frame in frames:
            for path, fillers in frame.fillers.items():
                if fillers:
                    self._last[frame.cls, path] = fillers[0]

    def _is_likely(self, candidate: Candidate, common: dict[str, float]) -> bool:
        cls = candidate.lesson.shape.iri
        odds = self._weights.base[cls] + common.get(cls, 0.0)
        odds += candidate.odds.get(cls, 0.0)
        return likelihood(odds) >= candidate.lesson.least

    def _tells_of_another(self, candidate: Candidate) -> bool:
        """Whether a passage names what is no thing of the class's own, but of a sort that is told of alike."""
        hints = candidate.lesson.shape.hints
        apart = hints.get("learnedAway", ())
        things = candidate.passage.of(Kind.THING) if apart else ()
        own = hints.get("learnedWhere", ())
        return any(self._pool.fits(m, apart) for m in things) and not any(
            self._pool.fits(m, own) for m in things
        )

    def _is_place(self, candidate: Candidate, frames: Sequence[Frame]) -> bool:
        """Whether words have told it of another in the passage, and this one is but where, or part of a name."""
        at, passage = candidate.mention, candidate.passage
        return (
            at is not None
            and candidate.lesson.slot.each
            and any(f.cls == candidate.lesson.shape.iri for f in frames)
            and (passage.grammar.located(passage.text, at.start) or self._is_in_name(candidate, at))
        )

    def _is_before_counted(self, candidate: Candidate) -> bool:
        """Whether it stands before a clause that tells of a number of others ("X was there when ten received it")."""
        at, passage = candidate.mention, candidate.passage
        if at is None or not candidate.lesson.slot.each:
            return False
        words = [w for w in passage.of(Kind.WORD) if candidate.lesson.shape.iri in _evokes(w)]
        return bool(words) and all(
            any(
                at.end <= n.start
                and n.end <= w.start
                and passage.grammar.leads_clause(passage.text[: n.start])
                for n in passage.of(Kind.NUMBER)
            )
            for w in words
        )

    def _is_led_by_another(self, candidate: Candidate) -> bool:
        """Whether a noun of another class, with its preposition, leads to the list it is in ("guests from A and B")."""
        at, passage, slot = candidate.mention, candidate.passage, candidate.lesson.slot
        if at is None or not slot.each:
            return False
        members = self._pool.candidates(slot, passage, None)
        first = min(coordinated(at, members, passage), key=_start) if at in members else at
        leads = [
            w
            for w in passage.of(Kind.WORD)
            if w.end + 1 == first.start and not passage.grammar.is_function(w.text)
        ]
        evoked = {
            iri for w in leads if passage.grammar.is_stranded(w.text.rpartition(" ")[2]) for iri in _evokes(w)
        }
        return bool(evoked) and candidate.lesson.shape.iri not in evoked

    def _is_in_name(self, candidate: Candidate, at: Mention) -> bool:
        """Whether a longer name of something else has it in it ("the conference of X")."""
        return any(
            len(name.text) > len(at.text)
            and at.inside(name.start, name.end)
            and not self._pool.fits(name, candidate.lesson.slot.classes)
            for name in candidate.passage.of(Kind.THING)
        )

    # --- candidates --------------------------------------------------------------------------------------

    def _spots(self, passage: Passage, around: Surroundings) -> Iterator[_Spot]:
        """Where something may fill a slot; most passages have no such place, and need no traits."""
        evoked = {iri for w in passage.of(Kind.WORD) for iri in _evokes(w)}
        for lesson in self._lessons:
            if self.watch is None and lesson.shape.iri not in self._weights.base:
                continue
            where = lesson.shape.hints.get("learnedWhere", ())
            if where and not around.speaks_of(where):
                continue
            slot = lesson.slot
            own = lesson.shape.hints.get("toldOf", ())
            told = (lesson.shape.iri, slot.path) in self._last or lesson.shape.iri in evoked
            if own and not told and not around.alludes_to(own):
                continue
            fitting = self._pool.candidates(slot, passage, None)
            subject = around.places("Subject", passage, slot)[:1] if slot.kind == "thing" else []
            subjects = {thing_key(mention) for _, mention in subject}
            named = [*self._named(slot, fitting, passage, around)]
            if subjects.isdisjoint(thing_key(who[1]) for _, who in named):
                named += [(None, place) for place in subject]
            for mention, who in named:
                yield _Spot(lesson, fitting, mention, who, thing_key(who[1]) in subjects)

    def _candidates(
        self, spots: Iterable[_Spot], passage: Passage, said: Sequence[traits.Token]
    ) -> Iterator[Candidate]:
        known: dict[tuple[Mention | None, bool, int], tuple[tuple[str, ...], Mapping[str, float]]] = {}
        for spot in spots:
            rivals = sum([m.kind is not Kind.REFERENCE for m in spot.fitting])
            key = (spot.mention, spot.is_subject, rivals)
            if key not in known:
                looks = tuple(dict.fromkeys(spot.look(passage, said, rivals, self._wanted)))
                known[key] = looks, self._weights.sum(looks)
            yield Candidate(spot.lesson, passage, spot.mention, spot.who, *known[key])

    def _named(
        self, slot: Slot, fitting: Iterable[Mention], passage: Passage, around: Surroundings
    ) -> Iterator[tuple[Mention | None, Place]]:
        """Mentions with what they stand for; references only where that is one thing, no numbers of days and names."""
        longer = passage.of(Kind.PERIOD, Kind.THING)
        for mention in fitting:
            if slot.kind == "number" and (
                any(mention.overlaps(other) for other in longer) or _counts_strangers(mention, passage)
            ):
                continue
            if mention.kind is not Kind.REFERENCE:
                yield mention, (passage, mention)
            elif not is_group(mention):
                meant = around.resolve(mention, passage, slot.classes)
                if len(meant) == 1:
                    yield mention, meant[0]

    # --- frames ------------------------------------------------------------------------------------------

    def _frame(self, candidate: Candidate, around: Surroundings, taken: set[Mention]) -> list[Frame]:
        """The frame that a candidate opens; none where a slot that it needs stays empty, or where it is denied.

        What a passage tells of such things at large ("towns that …") it does not tell of the one that it is about.
        """
        lesson, passage = candidate.lesson, candidate.passage
        at = candidate.mention or Mention(Kind.WORD, 0, 0, "")
        firmness = max(
            (around.factuality(m, lesson.entry, passage) for m in (at, *_lead(at, passage))),
            key=_ORDER.index,
        )
        if firmness is Factuality.DENIED or _sets_apart(passage):
            return []
        call = Opening(lesson.shape, at, lesson.entry)
        if candidate.mention is None and self._filling.speaks_of_all(call, (lesson.slot.path,), passage):
            return []
        first = self._pool.filler(lesson.slot.path, *candidate.who, lesson.slot)
        chosen = {lesson.slot.path: [replace(first, here=candidate.mention is not None)]}
        used = {at}
        for slot in self._pool.in_order(call):
            needed = slot.path in lesson.entry.needs
            if slot.path in chosen or not (needed or slot.path in lesson.identity):
                continue
            found = self._filling.fill_slot(slot, call, passage, around, used, taken, chosen)[:1]
            if needed:
                found = found or self._gone_without_saying(slot, lesson.shape, passage)
            if needed and (not found or _is_denied(found[0], passage, around)):
                return []
            asserted = firmness is Factuality.ASSERTED
            if not found or (asserted and found[0].mention and around.begins_ahead(found[0].mention.period)):
                continue  # what is done has no day to come
            chosen[slot.path] = found
            used.update(f.mention for f in found if f.mention is not None)
        made = Frame(lesson.shape.iri, passage, at.start, at.end, firmness, lesson.entry, fillers=chosen)
        return [as_firm_as_told(made, lesson.entry.needs, around)]

    def _gone_without_saying(self, slot: Slot, shape: ClassShape, passage: Passage) -> list[Filler]:
        """What filled the slot of the last frame of the class in this document, else its default."""
        last = self._last.get((shape.iri, slot.path))
        if last is not None:
            return [replace(last, here=False)]
        return [by_default(slot, passage)] if slot.default is not None else []


def _sets_apart(passage: Passage) -> bool:
    """Whether a sentence sets somebody against the rest: whom it then speaks of, and how, its words alone tell."""
    text, grammar = passage.text, passage.grammar
    return grammar.contrasts(text) and any(
        grammar.unlike(text, m.start, m.end) for m in passage.of(Kind.THING)
    )


def _lead(at: Mention, passage: Passage) -> list[Mention]:
    """The last word before the colon that a place stands behind: it tells of each behind ("not chosen: …")."""
    colon = passage.text.rfind(":", 0, at.start) if at.amount is None else -1
    word = _LAST_WORD.search(passage.text, 0, max(colon, 0))
    return [Mention(Kind.WORD, word.start(), word.end(), word.group())] if word is not None else []


def _evokes(word: Mention) -> tuple[str, ...]:
    return word.entry.evokes if word.entry is not None else ()


def _counts_strangers(number: Mention, passage: Passage) -> bool:
    """Whether right behind a number stands a word of which nothing is known, and no noun for what may be counted."""
    word = _NEXT_WORD.match(passage.text, number.end)
    if word is None or passage.grammar.is_function(word.group(1)) or counted_noun(number, passage):
        return False
    return not any(m.start < word.end(1) and word.start(1) < m.end for m in passage.mentions)


def _is_told(candidate: Candidate, frames: Sequence[Frame]) -> bool:
    """Whether words have told it already: the candidate in its slot, another number, or something else of it."""
    lesson, who = candidate.lesson, candidate.who[1]
    for frame in frames:
        if frame.cls == lesson.shape.iri:
            by_words = frame.entry is not lesson.entry
            if by_words and (lesson.slot.kind == "number" or candidate.mention is None):
                return True  # "33 of the 112": the other number is the whole; "X got it": so nobody unnamed
            if any(_is_at(filler, candidate) for fillers in frame.fillers.values() for filler in fillers):
                return True  # "X received it in Y": Y is where
            paths = {lesson.slot.path}
        else:
            paths = {*frame.fillers} if frame.cls in lesson.unless else set()
        if any(_is_same(filler, who) for path in paths for filler in frame.fillers.get(path, ())):
            return True
    return False


def _is_set_apart(candidate: Candidate, frames: Sequence[Frame]) -> bool:
    """Whether words have told it of another, and a clause set against theirs tells something else of this one."""
    at, lesson = candidate.mention, candidate.lesson
    if at is None or not lesson.slot.each:
        return False
    told = [m for f in frames if f.cls == lesson.shape.iri for m in mentions_here(f, lesson.slot.path)]
    return is_opposed(at, told, lesson.shape.iri, candidate.passage)


def _is_teller(candidate: Candidate, frames: Sequence[Frame]) -> bool:
    """Whether it only says what words tell of others ("A announced that B received it")."""
    at, passage = candidate.mention, candidate.passage
    if at is None or not candidate.lesson.slot.each:
        return False
    told = (f.start for f in frames if f.cls == candidate.lesson.shape.iri and f.start > at.end)
    return any(at.end <= (passage.grammar.told_of_others(passage.text, start) or 0) for start in told)


def _is_left_out(candidate: Candidate, frames: Sequence[Frame]) -> bool:
    """Whether words have told it of another in the passage, and of that one alone."""
    path, cls = candidate.lesson.slot.path, candidate.lesson.shape.iri
    return candidate.lesson.slot.each and any(
        f.cls == cls and f.passage is candidate.passage and leaves_out_others(f, path) for f in frames
    )


def _is_at(filler: Filler, candidate: Candidate) -> bool:
    """Whether a filler is the very mention at hand, whatever it fills."""
    mention = candidate.mention
    return mention is not None and filler.mention == mention and filler.passage is candidate.passage


def _is_denied(filler: Filler, passage: Passage, around: Surroundings) -> bool:
    """Whether the clause of what else a frame needs says that there is none ("X, which has no prize, …")."""
    mention = filler.mention
    if mention is None or not filler.here or filler.passage is not passage:
        return False
    return around.factuality(mention, None, passage) is Factuality.DENIED


def _is_same(filler: Filler, who: Mention) -> bool:
    if filler.mention is None:
        return False
    return filler.mention == who or (who.amount is None and filler.key_of_thing == thing_key(who))
