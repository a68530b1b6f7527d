"""Who holds what happens: in lines that say so, behind the preposition for who does something, never by the place.

A line names who holds it behind a colon ("Organiser: A, B and C"), a passive behind its preposition ("… held by A and
put together by B"); both say of themselves that a body comes next, so a name that nobody knows is one's there, and a
body of another kind is taken that elsewhere only stands beside ("the project invites"). A town with a preposition of
place before it is where it is held, not by whom; a town's name that goes on with another name is a firm's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg.claims import Factuality
from kg.language.atevents import invited
from kg.reading.around.context import Place, Surroundings, last_named
from kg.reading.around.pool import Pool
from kg.reading.grammar import Grammar
from kg.reading.happenings.turnout import is_part, words_for
from kg.reading.passages.frames import Filler, Frame, thing_key
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Slot

_COLON = re.compile(r"\s?:\s*")
_UP_TO_MARK = re.compile(r"[^.,;:!?()]*")
_UP_TO_CLAUSE = re.compile(r"(?:[^,;:!?().]|(?<=\d)\.)*")
_ENDS_CLAUSE = re.compile(r"(?:\s\w+)?,")
_TOKEN = re.compile(r"\w+")
_LED = re.compile(r"\s+(?:\w+\s+){0,4}")
_NAME_GOES_ON = re.compile(r"(?: [A-ZÄÖÜÅÉ][\w&-]+)+")
_LONGEST_LEAD, _LEAST_NAME, _LONGEST_BACK, _LONGEST_GAP = 40, 3, 3, 80


class Hosts:
    """Adds frames for those who hold what happens, and drops those of where it is.

    Args:
        pool: For slots and fillers.
        owned: For each property that says by whom something is held, the slot of who, and of what.
    """

    def __init__(self, pool: Pool, owned: Mapping[str, tuple[Slot, Slot]]) -> None:
        self._pool = pool
        self._owned = owned
        self._bodies = {
            path: tuple(slot.hints.get("ledFillers", slot.classes)) for path, (slot, _) in owned.items()
        }
        self._named = {path: frozenset(slot.hints.get("openNames", ())) for path, (slot, _) in owned.items()}

    def settle(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings, main: Place | None
    ) -> list[Frame]:
        """The frames with those who hold what happens, but for those that name where it is.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm words are.
            main: What happens that the document is about.
        """
        found = list(frames)
        for path in self._owned:
            for frame in found:
                if frame.cls == path:
                    self._name_in_full(path, frame)
            led = [f for passage in passages for f in self._led(path, passage, passages, around, main)]
            told = {_told(f, path) for f in led}
            found = [g for f in found for g in (self._held(path, f, told) if f.cls == path else [f])]
            found.extend([*led, *(f for frame in found for f in self._with_whom(path, frame))])
        return found

    def _held(self, path: str, frame: Frame, told: Set[tuple[int, tuple[str, ...]]]) -> Iterator[Frame]:
        """The frame where it names somebody who holds something: no place, nobody who is bidden to it, not told yet.

        Where it names but the place, whoever does it is meant: the town itself, whoever is named before the verb, or
        those right behind it, each in a frame of their own.
        """
        passage, slot = frame.passage, self._owned[path][0]
        if frame.entry is not None and (_is_bidden(frame) or self._is_of_other(path, frame)):
            return
        frames = [frame]
        for at, filler in enumerate(frame.fillers.get(path, ())):
            body = filler.mention
            if body is None or filler.passage is not passage or not self._is_elsewhere(path, frame, body):
                continue
            doers = self._doers(path, frame, body)
            if not doers:
                return
            first, *more = (self._pool.filler(path, passage, doer, slot) for doer in doers)
            frame.fillers[path][at] = first
            frames += [replace(frame, fillers={**frame.fillers, path: [who]}) for who in more]
        yield from (f for f in frames if _told(f, path) not in told)

    def _doers(self, path: str, frame: Frame, place: Mention) -> list[Mention]:
        """Whoever does what a frame's word says, where only a place was found."""
        passage, slot = frame.passage, self._owned[path][0]
        fits = slot.hints.get("fillers", slot.classes)
        behind = [m for m in passage.of(Kind.THING) if frame.end <= m.start and self._pool.fits(m, fits)]
        behind = [m for m in behind if not (m.genitive or m.compound) and self._is_free(m, passage)]
        clause = _UP_TO_CLAUSE.match(passage.text, frame.end)
        end = clause.end() if clause is not None else frame.end
        same = next((m for m in behind if m.end <= end and thing_key(m) == thing_key(place)), None)
        if same is not None:
            return [same]
        doer = self._doer(path, frame)
        if doer is not None:
            return [doer]
        right = next((m for m in behind if _leads(passage, frame.end, m.start)), None)
        return coordinated(right, behind, passage) if right is not None else []

    @staticmethod
    def _is_free(body: Mention, passage: Passage) -> bool:
        """Whether a body stands behind no preposition."""
        text, grammar = passage.text, passage.grammar
        return not (grammar.located(text, body.start) or grammar.after_preposition(text, body.start))

    def _is_elsewhere(self, path: str, frame: Frame, body: Mention) -> bool:
        """Whether a body is but where it is held, belongs to a person who does it, or to the next clause.

        Whose what happens is that a passive tells of ("the forum of X is held with Y") does not hold it.
        """
        passage, text = frame.passage, frame.passage.text
        if self._pool.fits(body, self._places(path)) and passage.grammar.located(text, body.start):
            return True
        if body.start < frame.end:
            return _is_owner(body, passage) and passage.grammar.passive(text, frame.start, frame.end)
        people = (p for p in passage.of(Kind.PERSON) if frame.end <= p.start < body.start)
        if any(passage.grammar.is_function(text[frame.end : p.start]) for p in people):
            return True
        return _ENDS_CLAUSE.match(text, frame.end) is not None

    def _is_of_other(self, path: str, frame: Frame) -> bool:
        """Whether a word calls somebody so for the sake of something that does not happen ("behind the project").

        Behind "behind" what happens stands first, and who stands behind it stands there, nothing of theirs ("the idea
        of X").
        """
        passage = frame.passage
        gap = _UP_TO_MARK.match(passage.text, frame.end, frame.end + _LONGEST_GAP)
        words = gap.group().split() if gap is not None else []
        if words and frame.entry is not None and "ofHeld" in frame.entry.hints:
            return not self._is_behind(path, frame)
        if not words or not _is_called(frame, words[0]):
            return False
        return not self._is_of(path, frame.end, frame.end + _LONGEST_GAP, passage)

    def _is_behind(self, path: str, frame: Frame) -> bool:
        """Whether what happens stands right behind a frame's word, and no noun between that and those named."""
        passage, side = frame.passage, self._owned[path][1]
        held = (
            m for m in passage.of(Kind.THING) if m.start >= frame.end and self._pool.fits(m, side.classes)
        )
        event = next((m for m in held if _leads(passage, frame.end, m.start)), None)
        named = [f.mention for f in frame.fillers.get(path, ()) if f.mention and f.passage is passage]
        return event is not None and not any(_has_noun(event, m, frame, passage) for m in named)

    def _with_whom(self, path: str, frame: Frame) -> Iterator[Frame]:
        """A frame for whoever does what a frame's word says together with those whom it names behind "with"."""
        passage = frame.passage
        if (
            frame.cls != path
            or frame.entry is None
            or passage.grammar.passive(passage.text, frame.start, frame.end)
        ):
            return
        for filler in frame.fillers.get(path, ()):
            body = filler.mention
            if body is None or filler.passage is not passage or body.start < frame.end:
                continue
            doer = self._doer(path, frame) if passage.grammar.beside(passage.text[: body.start]) else None
            if doer is not None:
                who = self._pool.filler(path, passage, doer, self._owned[path][0])
                yield replace(frame, fillers={**frame.fillers, path: [who]})

    def _doer(self, path: str, frame: Frame) -> Mention | None:
        """The last body before a frame's word that no preposition leads to."""
        passage, slot = frame.passage, self._owned[path][0]
        fits, held = slot.hints.get("fillers", slot.classes), self._owned[path][1].classes
        before = [m for m in passage.of(Kind.THING) if m.end <= frame.start and self._pool.fits(m, fits)]
        events = [m for m in passage.of(Kind.THING) if self._pool.fits(m, held)]
        before = [m for m in before if not (m.genitive or any(m.overlaps(e) for e in events))]
        free = [m for m in before if not passage.grammar.after_preposition(passage.text, m.start)]
        free = [m for m in free if not _is_owner(m, passage)]
        return free[-1] if free else None

    def _places(self, path: str) -> tuple[str, ...]:
        return tuple(self._owned[path][0].hints.get("notAsPlace", ()))

    # -- who is named behind a word -------------------------------------------------------------------------

    def _led(
        self,
        path: str,
        passage: Passage,
        passages: Sequence[Passage],
        around: Surroundings,
        main: Place | None,
    ) -> Iterator[Frame]:
        """Frames for bodies behind a colon, or behind the preposition for who does it."""
        known: set[str] = set()
        for word in words_for(path, passage):
            bodies = self._behind(path, word, passage)
            event = self._event(path, word, passage, passages, main) if bodies else None
            firm = around.factuality(word, word.entry, passage) if event is not None else Factuality.DENIED
            if event is None or firm is Factuality.DENIED:
                continue
            for body in bodies:
                if thing_key(body) not in known:
                    known.add(thing_key(body))
                    slot, side = self._owned[path]
                    who = self._pool.filler(path, passage, body, slot)
                    fillers = {side.path: [event], path: [who]}
                    yield Frame(path, passage, word.start, word.end, firm, word.entry, fillers=fillers)

    def _behind(self, path: str, word: Mention, passage: Passage) -> list[Mention]:
        """The list of bodies that a word has right behind it."""
        text, grammar = passage.text, passage.grammar
        end = word.end - 1 if text[: word.end].endswith(":") else word.end
        colon = _COLON.match(text, end)
        if colon is not None and not (_opens_line(text, word.start) or text[word.start].isupper()):
            return []
        if colon is not None:
            start = colon.end()
        else:
            start = max(self._agent(path, word, passage), self._predicate(path, word, passage))
        if start < 0:
            return []
        found: list[Mention] = []
        for m in self._candidates(path, passage, start):
            gap = text[found[-1].end : m.start] if found else text[start : m.start]
            if m.start < (found[-1].end if found else start):
                continue
            if not (grammar.joined(gap) if found else _leads(passage, start, m.start)):
                break
            found.append(m)
        return found

    def _agent(self, path: str, word: Mention, passage: Passage) -> int:
        """Where the body begins that a passive names, behind its preposition; -1 where there is none."""
        text, grammar = passage.text, passage.grammar
        *first, last = text[word.start : word.end].split()
        if first and _is_agent(last, grammar):
            return word.end + 1
        lead = _LED.match(text, word.end, word.end + _LONGEST_LEAD)
        at, side = word.end, self._owned[path][1].classes
        for small in lead.group().split() if lead is not None else ():
            at = text.index(small, at) + len(small)
            if _is_agent(small, grammar):
                return at + 1
            held = any(m.end == at and self._pool.fits(m, side) for m in passage.of(Kind.THING))
            if not (held or grammar.is_function(small) or grammar.predicated(small)):
                break
        return -1

    def _predicate(self, path: str, word: Mention, passage: Passage) -> int:
        """Where the words begin that tell who somebody is whom a noun calls; -1 without.

        "Host is …"; "host of the forum is …" and "behind the forum stand …" tell so of what happens alone.
        """
        text, grammar = passage.text, passage.grammar
        *first, last = text[word.start : word.end].split()
        if first and grammar.predicated(last):
            return word.end + 1
        gap = _UP_TO_MARK.match(text, word.end, word.end + _LONGEST_GAP)
        if gap is None:
            return -1
        called, rest = grammar.links(f" {' '.join(gap.group().split()[:1])} "), _rest(word, passage)
        if grammar.is_participle(last.casefold()) and not called:
            return -1
        end = next(
            (m.end() for m in _TOKEN.finditer(gap.group()) if _is_copula(m.group(), rest, grammar)), None
        )
        if end is None:
            return -1
        needs = bool(rest) or len(gap.group()[:end].split()) > 1
        return word.end + end + 1 if not needs or self._is_of(path, word.end, word.end + end, passage) else -1

    def _is_of(self, path: str, start: int, end: int, passage: Passage) -> bool:
        """Whether what happens is named between two places."""
        side = self._owned[path][1]
        ends = (m for m in passage.of(Kind.THING) if start < m.end <= end)
        return any(self._pool.fits(m, side.classes) for m in ends)

    def _candidates(self, path: str, passage: Passage, start: int) -> Iterator[Mention]:
        """Bodies, and names that nobody knows, from some place of a passage on, in order."""
        for m in passage.of(Kind.THING, Kind.NAME):
            if m.start < start or m.genitive or m.compound:
                continue
            if m.kind is Kind.NAME:
                name = _before_word(m, passage) if self._named[path] else m
                if self._named[path] and len(name.text) >= _LEAST_NAME:
                    yield replace(name, kind=Kind.THING, classes=self._named[path])
            elif self._pool.fits(m, self._bodies[path]):
                yield self._in_full(path, m, passage)

    # -- what they hold -------------------------------------------------------------------------------------

    def _event(
        self,
        path: str,
        word: Mention,
        passage: Passage,
        passages: Sequence[Passage],
        main: Place | None,
    ) -> Filler | None:
        """What happens that a passage names before a word, or that was named last, or is reported."""
        side = self._owned[path][1]
        own = [m for m in passage.of(Kind.THING) if self._pool.fits(m, side.classes)]
        own = [m for m in own if not is_part(m, passage)]
        before = [m for m in own if m.end <= word.start]
        if before or own:
            return self._pool.filler(side.path, passage, (before or own)[-1 if before else 0], side)
        near = passages[max(0, passage.number - _LONGEST_BACK) : passage.number]
        last = last_named(near, lambda m, p: self._pool.fits(m, side.classes) and not is_part(m, p))
        last = last or (main if main is not None and main[0].kind == "heading" else None)
        return replace(self._pool.filler(side.path, *last, side), here=False) if last is not None else None

    # -- names ----------------------------------------------------------------------------------------------

    def _name_in_full(self, path: str, frame: Frame) -> None:
        """Call a firm by its whole name, where only the town was known that this begins with."""
        for at, filler in enumerate(frame.fillers.get(path, ())):
            body = filler.mention
            if body is None or filler.passage.grammar.nouns_capitalised:
                continue
            full = self._in_full(path, body, filler.passage)
            if full is not body:
                frame.fillers[path][at] = self._pool.filler(path, filler.passage, full, self._owned[path][0])

    def _in_full(self, path: str, body: Mention, passage: Passage) -> Mention:
        """A town with the rest of the name that it begins, which is a firm's then ("Northhaven Energy")."""
        if not body.things or not self._named[path] or not self._pool.fits(body, self._places(path)):
            return body
        more = _NAME_GOES_ON.match(passage.text, body.end)
        kinds = (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD)
        taken = [m for m in passage.of(*kinds) if m.start == body.end + 1]
        if more is None or taken:
            return body
        whole = passage.text[body.start : more.end()]
        return replace(body, end=more.end(), text=whole, things=(), classes=self._named[path])


def _leads(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but small words and a noun for what comes next stands between two places ("the region")."""
    kinds = {w.text for w in passage.of(Kind.WORD) if w.inside(start, end) and w.entry and w.entry.denotes}
    gap = " ".join(w for w in passage.text[start:end].split() if w not in kinds)
    return not gap or passage.grammar.is_function(gap)


def _has_noun(event: Mention, body: Mention, frame: Frame, passage: Passage) -> bool:
    """Whether a noun that names nothing stands between what happens and a body behind it."""
    grammar = passage.grammar
    forms = frame.entry.forms if frame.entry is not None else ()
    own = {word for form in forms for word in form.partition("…")[2].split()}
    kinds = (Kind.THING, Kind.PERIOD)
    taken = [
        m for m in passage.of(*kinds) if m.inside(event.end, body.start) and not grammar.is_function(m.text)
    ]
    words = (
        m.group()
        for m in _TOKEN.finditer(passage.text, event.end, body.start)
        if not any(t.start <= m.start() < t.end for t in taken)
    )
    return any(
        not (grammar.is_function(w) or grammar.predicated(w) or w in own or grammar.is_no_noun(w))
        for w in words
    )


def _before_word(name: Mention, passage: Passage) -> Mention:
    """A name up to the word that opens the next line, where lines were joined."""
    told = (w for w in passage.of(Kind.WORD) if w.entry is not None and w.entry.evokes)
    end = min((w.start for w in told if name.start < w.start < name.end), default=name.end)
    text = passage.text[name.start : end].rstrip()
    return replace(name, end=name.start + len(text), text=text) if end < name.end else name


def _is_called(frame: Frame, following: str) -> bool:
    """Whether a frame's word is a noun that goes on in whose or of what somebody is so called ("host of …")."""
    text, grammar = frame.passage.text[frame.start : frame.end], frame.passage.grammar
    if " " in text or grammar.is_participle(text.casefold()) or not grammar.links(f" {following} "):
        return False
    return text[0].isupper() if grammar.nouns_capitalised else not grammar.is_article(following)


def _is_bidden(frame: Frame) -> bool:
    """Whether a frame's word is a passive of inviting that names nobody who does it ("A and B are invited to …")."""
    text, grammar = frame.passage.text, frame.passage.grammar
    if not (
        invited(grammar.code, text[frame.start : frame.end]) and grammar.passive(text, frame.start, frame.end)
    ):
        return False
    return not any(_is_agent(word, grammar) for word in text.split())


def _is_agent(word: str, grammar: Grammar) -> bool:
    """Whether a word is a preposition of who does something."""
    return grammar.agent_before.search(f" {word} ") is not None


def _is_copula(word: str, rest: Set[str], grammar: Grammar) -> bool:
    """Whether a word says that who comes next is what a noun calls, or is the second part of a word."""
    return word in rest if rest else grammar.predicated(word)


def _rest(word: Mention, passage: Passage) -> frozenset[str]:
    """How a word may go on that stands in two parts ("behind … stand")."""
    if word.entry is None:
        return frozenset()
    lead = f"{passage.text[word.start : word.end].casefold()} … "
    return frozenset(
        form[len(lead) :]
        for form in word.entry.forms
        if form.casefold().startswith(lead) and " " not in form[len(lead) :]
    )


def _opens_line(text: str, start: int) -> bool:
    """Whether a word opens a line, or a part of one behind a mark."""
    lead = text[:start].rstrip(' *_#-–•"„“”«»')
    return not lead or lead.endswith((".", ",", ";", "|", "·", ")", ":", "!"))


def _is_owner(body: Mention, passage: Passage) -> bool:
    """Whether a body is named behind the preposition for whose something is; articles may be that, too, in German."""
    word = passage.text[: body.start].rstrip().rpartition(" ")[2]
    return not passage.grammar.nouns_capitalised and passage.grammar.owned_by(f" {word} ")


def _told(frame: Frame, path: str) -> tuple[int, tuple[str, ...]]:
    return frame.passage.number, tuple(f.key_of_thing for f in frame.fillers.get(path, ()))
