"""Who belonged to something and no longer does ("X left Y", "X was a member of Y until 2020", "X, a former member").

A class says that one may leave what it tells of (`kg:mayBeLeft`: the slots for a member and for what it belongs to).
What is only planned, or denied, is no leaving.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.language.leaving import Leaving, leaving_of
from kg.reading.around.context import Surroundings
from kg.reading.passages.frames import Frame, is_presupposed, mentions_here
from kg.reading.passages.listing import coordinated, words_between
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_MARK = re.compile(r"[,;:!?()–—]|(?<!\d)\.\s")
_LEAD, _FAR, _FEW = 30, 60, 2


class Left:
    """Denies what a passage tells of those who left.

    Args:
        schema: Classes with their hints.
    """

    def __init__(self, schema: Schema) -> None:
        self._classes = {
            c.iri: c.hints["mayBeLeft"] for c in schema.classes.values() if "mayBeLeft" in c.hints
        }

    def read(self, passage: Passage, frames: list[Frame], around: Surroundings) -> list[Frame]:
        """The same frames, those of whoever left denied.

        Args:
            passage: That tells them.
            frames: All of one passage.
            around: For how firm words are.
        """
        words = leaving_of(passage.grammar.code)
        told = [f for f in frames if f.cls in self._classes and f.factuality is Factuality.ASSERTED]
        if words is None or not told:
            return frames
        left = {id(m) for m in self._leavers(told, words, passage, around)}
        gone = {f.told for f in told if self._is_left(f, left, words, passage, around)}
        return [
            replace(f, factuality=Factuality.DENIED) if f.told in gone and f in told else f for f in frames
        ]

    def put_off(self, frames: Sequence[Frame]) -> None:
        """What somebody only meant to take part in is possible at most ("X wanted to join"); changed in place."""
        told = [f for f in frames if f.cls in self._classes and f.factuality is Factuality.ASSERTED]
        wished = {(f.passage.number, f.told) for f in told if _is_wished(f)}
        for frame in told if wished else ():
            if (frame.passage.number, frame.told) in wished:
                frame.factuality = Factuality.POSSIBLE

    def _is_left(
        self, frame: Frame, left: set[int], words: Leaving, passage: Passage, around: Surroundings
    ) -> bool:
        """Whether a frame tells of one who left, or its own clause tells of the past alone."""
        if any(id(m) in left for m in mentions_here(frame, self._classes[frame.cls][0])):
            return True
        text = passage.text
        if words.former.search(text[max(0, frame.start - _LEAD) : frame.start]):
            return True
        start, end = _clause(text, frame.start, frame.end, words)
        joint = passage.grammar.joiner
        start = max([start, *(j.end() for j in joint.finditer(text, start, frame.start))])
        stop = joint.search(text, frame.end, end)
        end = stop.start() if stop is not None else end
        if any(once.start() <= frame.end + 1 for once in words.once.finditer(text, start, end)):
            return True
        days = [d for d in passage.of(Kind.PERIOD) if d.inside(start, end)]
        until = [d.period for d in days if d.period_kind == "until" and d.period is not None]
        if not until or any(d.period_kind == "since" for d in days):
            return False
        return words.past.search(text, start, end) is not None and not around.is_future(until)

    def _leavers(
        self, told: Sequence[Frame], words: Leaving, passage: Passage, around: Surroundings
    ) -> list[Mention]:
        """Those of whom a verb says that they left what the same clause names."""
        text, found = passage.text, list[Mention]()
        members = _mentions(told, [path for path, _ in self._classes.values()])
        wholes = _mentions(told, [path for _, path in self._classes.values()])
        for verb in (*words.leaves.finditer(text), *words.ends.finditer(text)):
            start, end = _clause(text, *verb.span(), words)
            parts = words.parts if verb.re is words.ends else None
            here = [w for w in wholes if w.inside(start, end)]
            if not any(_is_object(w, verb, parts, passage) for w in here) or not _is_so(
                verb, passage, around
            ):
                continue
            before = [m for m in members if m.end <= verb.start()]
            who = before[-1:] or [m for m in members if m.inside(start, end)][:1]
            found.extend(m for w in who for m in coordinated(w, members, passage))
        return found


def _is_wished(frame: Frame) -> bool:
    """Whether a verb of the past for what one means to do governs the word of a frame, which is none of its nouns."""
    words, text = leaving_of(frame.passage.grammar.code), frame.passage.text
    said = text[frame.start : frame.end].split()[:1]
    if words is None or is_presupposed(frame) or not said:
        return False
    if not said[0].islower() or frame.passage.grammar.is_function(said[0]):
        return False  # no verb
    start, _ = _clause(text, frame.start, frame.end, words)
    start = max([start, *(j.end() for j in frame.passage.grammar.joiner.finditer(text, start, frame.start))])
    return words.wished.search(text, start, frame.start) is not None


def _is_object(whole: Mention, verb: re.Match[str], parts: re.Pattern[str] | None, passage: Passage) -> bool:
    """Whether a verb is said of what somebody belongs to, or of the noun for belonging to it."""
    text = passage.text
    if whole.start < verb.start():  # the verb, or the second part of it, comes last
        noun = parts is None or parts.search(text, max(0, whole.start - _FAR), whole.start)
        return noun is not None and len(text[whole.end : verb.start()].split()) <= 1
    if parts is not None:
        noun = parts.search(text, verb.start(), whole.start)
        return noun is not None and len(text[verb.end() : noun.start()].split()) <= _FEW
    if whole.start < verb.end():  # a verb in two parts stands around it
        return len(text[whole.end : verb.end()].split()) <= _FEW
    return not words_between(verb.end(), whole, passage)


def _is_so(verb: re.Match[str], passage: Passage, around: Surroundings) -> bool:
    at = Mention(Kind.WORD, verb.start(), verb.end(), verb.group())
    return around.factuality(at, None, passage) is Factuality.ASSERTED


def _mentions(frames: Sequence[Frame], paths: Sequence[str]) -> list[Mention]:
    """What fills some slots of frames in their own passage, in order."""
    found = {id(m): m for f in frames for path in paths for m in mentions_here(f, path)}
    return sorted(found.values(), key=lambda m: m.start)


def _clause(text: str, start: int, end: int, words: Leaving) -> tuple[int, int]:
    """From the mark, or the word that opens a clause, before a place to the one behind it."""
    before = [m.end() for m in _MARK.finditer(text, 0, start)]
    before += [m.start() for m in words.opens.finditer(text, 0, start)]
    behind = [m.start() for cut in (_MARK, words.opens) if (m := cut.search(text, end))]
    return max(before, default=0), min(behind, default=len(text))
