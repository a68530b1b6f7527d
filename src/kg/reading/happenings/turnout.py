"""Who has a part in what happens, where the layout or a list of persons tells it.

A programme gives hours, each with whoever speaks then; a word for speakers stands over a list of persons; and where
somebody speaks, so does everybody in one list with them, whatever stands in brackets or between commas behind a name.
A property says so (`kg:inProgramme`). What nouns call a part of something that happens (`kg:callsPart`: "panel") has
speakers only as the whole has. What is called ours or somebody's is held by them (`kg:byOwner`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.around.context import Place, Surroundings, last_named
from kg.reading.around.pool import Pool
from kg.reading.layout.lines import opens_with_hour
from kg.reading.passages.frames import SUBJECT, Filler, Frame, by_passage, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import gap_between
from kg.schema import Slot

_SHORT_HEADING, _LONGEST_GAP, _MOST_BEFORE_NEXT, _NEXT = 5, 90, 4, 2
_LONGEST_LEAD, _NOT_FAR, _NONE = 60, 3, -2
_TWO_WORDS = re.compile(r"\s\w+(?:\s\w+)?\s")
_PARTS = re.compile(r"[,;()]|\s[–—-]\s")


def is_part(noun: Mention, passage: Passage) -> bool:
    """Whether a mention is called by a noun for a part of what happens, or by the title of one."""
    if noun.things:
        return False
    words = (w for w in passage.of(Kind.WORD) if w.start <= noun.end and noun.start <= w.start)
    return any(w.entry is not None and "callsPart" in w.entry.hints and w.end <= noun.end for w in words)


class Turnout:
    """Adds frames for persons that programmes and lists name.

    Args:
        pool: For slots and fillers.
        sides: For each property of what happens, the slot that this fills.
    """

    def __init__(self, pool: Pool, sides: Mapping[str, str]) -> None:
        self._pool = pool
        self._sides = {path: sides[path] for path in sorted(sides) if sides[path] == path}
        self._listed = tuple(
            path
            for path in self._sides
            if any("inProgramme" in slot.hints for slot in pool.properties[path].slots)
        )
        self._classes = {
            path: tuple(c for s in pool.properties[path].slots if s.path == path for c in s.classes)
            for path in self._sides
        }

        self.owned: dict[str, tuple[Slot, Slot]] = {}
        for path in sorted(sides):
            ends = pool.properties[path]
            slot, side = ends.slot(path), ends.slot(sides[path])
            if slot is not None and side is not None and "byOwner" in slot.hints:
                self.owned[path] = slot, side
        self._bodies = tuple(sorted(pool.bodies))

    def programme(self, passages: Sequence[Passage]) -> Iterator[int]:
        """Numbers of the passages that are entries of a programme: with an hour, or below a word for who speaks."""
        hour, headed = _NONE, False
        for passage in passages:
            goes_on = passage.paragraph == hour + 1 and (passage.kind == "item" or _is_entry(passage))
            if opens_with_hour(passage.text) or goes_on:
                hour = passage.paragraph
            if any(self._is_heading(path, passage) for path in self._listed):
                headed = True
                continue
            headed = headed and bool(passage.of(Kind.PERSON))
            if passage.paragraph == hour or headed:
                yield passage.number

    def read(
        self,
        frames: Sequence[Frame],
        passages: Sequence[Passage],
        around: Surroundings,
        main: Place | None,
        entries: frozenset[int],
    ) -> Iterator[Frame]:
        """Frames for those whom no frame tells yet.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm words are.
            main: What happens that the document is about.
            entries: Numbers of the passages that are entries of a programme.
        """
        for path in self._sides:
            told = by_passage(frame for frame in frames if frame.cls == path)
            if path in self._listed:
                listed = [p for p in passages if p.number in entries]
                made = list(self._listed_in(path, told, listed, main)) if main is not None else []
            else:
                made = []
            made += self._said(path, told, passages, around)
            for frame in made:
                told.setdefault(frame.passage.number, []).append(frame)
            yield from made
            for here in told.values():
                yield from self._company(path, here)
        for path in self.owned:
            known = {
                (f.passage.number, filler.key_of_thing)
                for f in frames
                if f.cls == path
                for filler in f.fillers.get(path, ())
            }
            for frame in [f for f in frames if f.cls == path]:
                yield from self._beside(path, frame, known)
            for passage in passages:
                if passage.number not in entries:
                    yield from self._by_owner(path, passage, around, known)

    # -- programmes -------------------------------------------------------------------------------------

    def _listed_in(
        self, path: str, told: Mapping[int, Sequence[Frame]], entries: Iterable[Passage], main: Place
    ) -> Iterator[Frame]:
        """Frames for everybody whom an entry of a programme names."""
        for passage in entries:
            known = _persons(told.get(passage.number, ()))
            event = replace(self._pool.filler(path, *main, None), here=main[0] is passage)
            for person in passage.of(Kind.PERSON):
                if thing_key(person) not in known:
                    known.add(thing_key(person))
                    yield self._frame(path, passage, person, event, Factuality.ASSERTED)

    def _is_heading(self, path: str, passage: Passage) -> bool:
        """Whether a passage is but a word for those who do something, over their names."""
        if len(passage.text.split()) > _SHORT_HEADING or passage.of(Kind.PERSON):
            return False
        return next(words_for(path, passage), None) is not None and not is_sentence(passage)

    # -- words ------------------------------------------------------------------------------------------

    def _said(
        self,
        path: str,
        told: Mapping[int, Sequence[Frame]],
        passages: Sequence[Passage],
        around: Surroundings,
    ) -> Iterator[Frame]:
        """The person right behind a word; else the nearest, where the sentence does not name what they did it at."""
        for passage in passages:
            people = passage.of(Kind.PERSON)
            words = list(words_for(path, passage)) if people else []
            event = self._event(path, passage, passages) if words else None
            if event is None or passage.number - event.passage.number > self._reach(path, passage):
                continue
            known = _persons(told.get(passage.number, ()))
            done = bool(known)
            for word in words:
                person = _behind(word, people, passage)
                if person is None and not done and path in self._listed:
                    person = min(people, key=lambda m: (gap_between(m, word), m.start))
                firm = around.factuality(word, word.entry, passage)
                if person is None or thing_key(person) in known or firm is Factuality.DENIED:
                    continue
                done = True
                known.add(thing_key(person))
                yield self._frame(path, passage, person, event, firm)

    # -- owners -----------------------------------------------------------------------------------------

    def _by_owner(
        self, path: str, passage: Passage, around: Surroundings, known: set[tuple[int, str]]
    ) -> Iterator[Frame]:
        """What a passage calls ours, or a body's, is held by the sender, or by that body ("our annual meeting")."""
        slot, side = self.owned[path]
        for event in passage.of(Kind.THING):
            if not self._pool.fits(event, side.classes) or is_part(event, passage):
                continue
            owner = self._owner(event, slot, passage, around)
            if owner is None or (passage.number, owner.key_of_thing) in known:
                continue
            known.add((passage.number, owner.key_of_thing))
            firm = around.factuality(event, None, passage, presupposed=True)
            fillers = {side.path: [self._pool.filler(side.path, passage, event, None)], path: [owner]}
            yield Frame(path, passage, event.start, event.end, firm, fillers=fillers)

    def _beside(self, path: str, frame: Frame, known: set[tuple[int, str]]) -> Iterator[Frame]:
        """Frames for bodies together with whom those of a frame do it ("with the help of …" does not)."""
        passage, slot = frame.passage, self.owned[path][0]
        at = [
            f.mention for f in frame.fillers.get(path, ()) if f.mention is not None and f.passage is passage
        ]
        if not at or frame.factuality is Factuality.DENIED:
            return
        for body in passage.of(Kind.THING):
            if not self._pool.fits(body, self._bodies) or (passage.number, thing_key(body)) in known:
                continue
            joined = passage.grammar.joins_in(passage.text, body.start)
            if joined and body.start > frame.start and body.start - frame.end <= _LONGEST_GAP:
                known.add((passage.number, thing_key(body)))
                filler = self._pool.filler(path, passage, body, slot)
                yield replace(frame, entry=None, fillers={**frame.fillers, path: [filler]})

    def _owner(self, event: Mention, slot: Slot, passage: Passage, around: Surroundings) -> Filler | None:
        grammar, text = passage.grammar, passage.text
        if grammar.speaks_of_us(text, event.start):
            places = around.places("Publisher", passage, slot)
            return replace(self._pool.filler(slot.path, *places[0], slot), here=False) if places else None
        for body in passage.of(Kind.THING):
            if not self._pool.fits(body, self._bodies):
                continue
            before = body.genitive and 0 < event.start - body.end <= _NEXT
            behind = event.end <= body.start and grammar.owner_links.fullmatch(text[event.end : body.start])
            if before or behind:
                return self._pool.filler(slot.path, passage, body, slot)
        return None

    def _reach(self, path: str, passage: Passage) -> int:
        """How many passages back something may have been named: any number where a part of it is named here."""
        parts = (m for m in passage.of(Kind.THING) if self._pool.fits(m, self._classes[path]))
        return passage.number if any(is_part(m, passage) for m in parts) else _NOT_FAR

    # -- lists ------------------------------------------------------------------------------------------

    def _company(self, path: str, told: Sequence[Frame]) -> Iterator[Frame]:
        """Frames like those of a passage for persons in one list with theirs."""
        passage = told[0].passage
        known = _persons(told)
        people = passage.of(Kind.PERSON)
        frame = told[0]
        if frame.factuality is Factuality.DENIED:
            return
        for step in (1, -1):
            order = people[::step]
            for one, other in itertools.pairwise(order):
                first, second = (one, other) if step > 0 else (other, one)
                if thing_key(one) not in known or thing_key(other) in known:
                    continue
                if goes_on(first, second, passage):
                    known.add(thing_key(other))
                    filler = self._pool.filler(SUBJECT, passage, other, None)
                    yield replace(frame, entry=None, fillers={**frame.fillers, SUBJECT: [filler]})

    # -- what it is a part of -----------------------------------------------------------------------------

    def _event(self, path: str, passage: Passage, passages: Sequence[Passage]) -> Filler | None:
        """What happens that a passage names, or was named last before."""
        classes = self._classes[path]
        last = last_named(
            passages[: passage.number + 1], lambda m, p: self._pool.fits(m, classes) and not is_part(m, p)
        )
        return replace(self._pool.filler(path, *last, None), here=last[0] is passage) if last else None

    def _frame(self, path: str, passage: Passage, person: Mention, event: Filler, firm: Factuality) -> Frame:
        fillers = {SUBJECT: [self._pool.filler(SUBJECT, passage, person, None)], path: [event]}
        return Frame(path, passage, person.start, person.end, firm, fillers=fillers)


def goes_on(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether two persons stand in one list, with what each is between them ("A, head of X, and B (Y)")."""
    grammar = passage.grammar
    gap = passage.text[one.end : other.start]
    if grammar.joined(gap):
        return True
    if len(gap) > _LONGEST_GAP or (grammar.opens_relative(gap) and not _is_apposition(gap, passage)):
        return False
    opened = gap.lstrip().startswith((",", ";", "(")) or grammar.joiner.match(gap.lstrip()) is not None
    opened = opened or _is_of_body(gap, passage)
    if not opened and not any(
        grammar.joins_in(passage.text, one.end + m.end()) for m in _TWO_WORDS.finditer(gap)
    ):
        return False
    inner = [w for w in passage.of(Kind.THING) if w.inside(one.end, other.start)]
    last = max([m.end() for m in _PARTS.finditer(gap)], default=0)
    tail = _without(gap[last:], one.end + last, inner)
    words = tail.split()
    # behind an article words in lower case are adjectives ("and the former head B")
    determined = bool(words) and grammar.is_function(words[0]) and not grammar.may_have_verb(words[0])
    if len(words) > _MOST_BEFORE_NEXT:
        return False
    return determined or not grammar.may_have_verb(tail) or _is_calling(words, tail, other, passage)


def _is_of_body(gap: str, passage: Passage) -> bool:
    """Whether a gap opens with where somebody is from, up to the mark or word that goes on ("… of the office, …")."""
    grammar = passage.grammar
    parts = [m.start() for m in re.finditer(r"[,;]", gap)] + [m.start() for m in grammar.joiner.finditer(gap)]
    first = gap[: min(parts, default=len(gap))]
    words = first.split()
    if not words or first == gap or not grammar.belongs(f" {words[0]} "):
        return False
    return not any(grammar.has_auxiliary(w) or grammar.acts(w) for w in words)


def _is_apposition(gap: str, passage: Passage) -> bool:
    """Whether a comma, an article and a noun with adjectives at most stand right before a person (", die Ärztin X")."""
    words = gap.strip(" ,").split()
    small = [w for w in words[1:] if not w[0].isupper()]
    return (
        0 < len(words) - 1 <= _MOST_BEFORE_NEXT
        and words[-1][0].isupper()
        and passage.grammar.nouns_capitalised
        and all(passage.grammar.inflected(w) for w in small)
    )


def _is_calling(words: Sequence[str], tail: str, person: Mention, passage: Passage) -> bool:
    """Whether the words right before a person say what they are by trade ("…, architect X"), where nouns are small."""
    grammar = passage.grammar
    if grammar.nouns_capitalised or grammar.has_auxiliary(tail) or grammar.tells(tail):
        return False
    start = person.start - len(words[-1]) - 1
    told = (w for w in passage.of(Kind.WORD) if w.start < person.start and start <= w.start)
    return not any(w.entry is not None and w.entry.evokes for w in told)


def _without(words: str, start: int, mentions: Iterable[Mention]) -> str:
    """Words without those of some mentions."""
    for m in sorted(mentions, key=lambda m: -m.start):
        if m.inside(start, start + len(words)):
            words = words[: m.start - start] + words[m.end - start :]
    return words


def _persons(frames: Iterable[Frame]) -> set[str]:
    return {thing_key(f.mention) for frame in frames for f in frame.fillers.get(SUBJECT, ()) if f.mention}


def _is_entry(passage: Passage) -> bool:
    """Whether a line names people and is no sentence."""
    return bool(passage.of(Kind.PERSON)) and not passage.text.rstrip().endswith((".", "!", "?", ":"))


def is_sentence(passage: Passage) -> bool:
    """Whether a passage ends as sentences do, and headings and labels do not."""
    return passage.kind != "heading" and passage.text.rstrip().endswith((".", "!", "?", ";"))


def words_for(path: str, passage: Passage) -> Iterator[Mention]:
    """Words of a passage that evoke a property."""
    return (w for w in passage.of(Kind.WORD) if w.entry is not None and path in w.entry.evokes)


def _behind(word: Mention, people: Sequence[Mention], passage: Passage) -> Mention | None:
    """The person right behind a word, with nothing but "by", an article or their office between."""
    person = next((m for m in people if m.start >= word.end), None)
    if person is None or person.start - word.end > _LONGEST_LEAD:
        return None
    inner = [m for m in passage.of(Kind.THING) if m.inside(word.end, person.start)]
    gap = _without(passage.text[word.end : person.start], word.end, inner).strip(" ,:–-")
    return person if not gap or not (_PARTS.search(gap) or passage.grammar.may_have_verb(gap)) else None
