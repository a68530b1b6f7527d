"""Who else belongs, once a document has been read sentence by sentence.

A list of members goes on past what its sentence's verb reaches ("… and the firm X as supplier"), and a word for
belonging stands far behind the name of what one belongs to, or in the question above an answer that is but a list.
A class says so (`kg:company`: the slots for a member and for what it belongs to; `kg:companyOf`: classes of members).
Whoever does something within what one belongs to belongs to it as well (`kg:companyWithin`, words before its name).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.reading.around.context import Place, Surroundings, last_named
from kg.reading.around.pool import Pool, without_wholes
from kg.reading.passages.frames import SUBJECT, Filler, Frame, by_passage, mentions_here, thing_key
from kg.reading.passages.listing import beside_comma, is_among
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import longer_name
from kg.schema import Schema

_BRACKET = re.compile(r"\s*\([^()]*\)")
_FAR_BACK, _NEAR_BACK, _LONGEST_GAP = 4, 1, 70


class Company:
    """Adds frames for members that sentences by themselves do not tell.

    Args:
        schema: Classes with their hints.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._towns = schema.hinted("gazetteer")
        self._classes = {c.iri: c.hints for c in schema.classes.values() if "company" in c.hints}
        self._wholes = {
            (c.iri, s.path): tuple(s.hints.get("fillers", s.classes))
            for c in schema.classes.values()
            for s in c.slots
        }
        self._leads = {iri: _leads(hints.get("companyWithin", ())) for iri, hints in self._classes.items()}
        self._led = [
            p for p, ends in pool.properties.items() if any("noCompany" in s.hints for s in ends.slots)
        ]
        # of one document, which asks for them at each of its passages
        self._named: dict[tuple[str, int], list[Mention]] = {}
        self._only: dict[str, Place | None] = {}
        self._not_whole = tuple(c for hints in self._classes.values() for c in hints.get("companyNot", ()))

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with those of further members, in their order.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm words are.
        """
        self._named.clear()
        self._only.clear()
        found, led = list(frames), self._led_by(frames)
        for cls, hints in self._classes.items():
            told = by_passage(
                f for f in frames if f.cls == cls and all(f.fillers.get(path) for path in hints["company"])
            )
            for frame in (f for fs in told.values() for f in fs):
                self._set_right(cls, frame, led)
            for passage in passages:
                here = told.get(passage.number, ())
                more = list(self._listed(cls, passage, here) if here else ())
                # what another class entails is not all
                if not any(frame.entry is not None for frame in here):
                    more.extend(self._said(cls, passage, passages, around))
                known = {frame.told for frame in here}
                found.extend(frame for frame in more if frame.told not in known)
        return found

    def is_only_spoken_of(self, cls: str, frame: Frame, fillers: Mapping[str, Sequence[Filler]]) -> bool:
        """Whether what some would belong to is but part of what a frame says they talk about ("learn about X")."""
        if cls not in self._leads:
            return False
        said = [m for path in frame.fillers.keys() - fillers.keys() for m in mentions_here(frame, path)]
        named = [
            f.mention
            for fs in fillers.values()
            for f in fs
            if f.mention is not None and f.passage is frame.passage
        ]
        text = frame.passage.text
        return any(
            w.inside(m.start, m.end) and w.end - w.start < m.end - m.start
            for m in said
            for w in named
            if not self._leads[cls].search(text[: w.start])
        )

    def _led_by(self, frames: Iterable[Frame]) -> dict[Mention, Filler]:
        """Who leads something in a sentence → what that is ("X, led by A, with B and C as partners")."""
        return {
            leader.mention: f.fillers[SUBJECT][0]
            for f in frames
            if f.cls in self._led and f.fillers.get(SUBJECT)
            for leader in f.fillers.get(f.cls, ())
            if leader.mention is not None
        }

    def _set_right(self, cls: str, frame: Frame, led: Mapping[Mention, Filler]) -> None:
        """Where a sentence names what pays or rules beside the one thing that one belongs to, the latter is meant."""
        member, path = self._classes[cls]["company"]
        for town in mentions_here(frame, member):
            if (body := self._body(town, cls, frame.passage)) is not None:
                frame.fillers[member] = [self._pool.filler(member, frame.passage, body, None)]
        meant = frame.fillers[path][0].mention
        if meant is not None and meant in led and meant.end <= frame.start:
            frame.fillers[path] = [replace(led[meant], path=path)]
            return
        if meant is None or not self._pool.fits(meant, self._not_whole):
            return
        named = self._named_wholes(cls, frame.passage)
        if len({thing_key(m) for m in named}) == 1:
            frame.fillers[path] = [self._pool.filler(path, frame.passage, named[0], None)]

    def _body(self, town: Mention, cls: str, passage: Passage) -> Mention | None:
        """The body whose name a town's is part of; None where it is the town's alone."""
        span = longer_name(town, passage, self._towns)
        if span is None:
            return None
        return _as_body(Mention(Kind.NAME, *span, passage.text[slice(*span)]), self._members(cls))

    def _listed(self, cls: str, passage: Passage, told: Sequence[Frame]) -> Iterator[Frame]:
        """Frames like those told for whoever goes on with their list; none where it belongs to several things."""
        member, whole = self._classes[cls]["company"]
        firm = [f for f in told if f.factuality is not Factuality.DENIED]
        wholes = {f.key_of_thing for frame in firm for f in frame.fillers[whole]}
        known = [
            f.mention for frame in firm for f in frame.fillers[member] if f.passage is passage and f.mention
        ]
        if len(wholes) != 1:
            return
        have = {f.key_of_thing for frame in told for f in frame.fillers[member]} | wholes  # or said not to
        ends = list(known)
        aside = self._aside(cls, passage)
        actors = self._actors(cls, passage, names=True)
        for actor in [*actors, *aside, *reversed(actors)]:  # backwards, too: the first may be the unknown
            if thing_key(actor) in have or not (
                any(_goes_on(m, actor, passage) or self._is_described(m, actor, passage) for m in ends)
                or _is_beside(actor, passage)
                or actor in aside
            ):
                continue
            ends.append(actor)
            have.add(thing_key(actor))
            filler = self._pool.filler(member, passage, _as_body(actor, self._members(cls)), None)
            yield replace(firm[-1], entry=None, fillers={**firm[-1].fillers, member: [filler]})

    def _is_described(self, one: Mention, other: Mention, passage: Passage) -> bool:
        """Whether a list goes on with a name that nouns say the kind of ("X Council (UK), the grid operator Y")."""
        first, second = sorted((one, other), key=lambda m: m.start)
        start, end = first.end, second.start
        gap = passage.text[start:end]
        if start >= end or len(gap) > _LONGEST_GAP:
            return False
        for noun in passage.of(Kind.WORD):
            if noun.inside(start, end) and noun.entry is not None and noun.entry.denotes:
                gap = gap[: noun.start - start] + " " * (noun.end - noun.start) + gap[noun.end - start :]
        return passage.grammar.joined(f" {' '.join(_BRACKET.sub('', gap).split())} ")

    def _aside(self, cls: str, passage: Passage) -> list[Mention]:
        """Those whom a comma puts beside the rest with a noun for members (", with pilots in A and B")."""
        named = [m for m in passage.of(Kind.THING) if self._pool.fits(m, self._members(cls))]
        aside = beside_comma(named, passage)
        before = max((m.end for m in named if m not in aside), default=0)
        told = any(
            w.entry is not None and cls in (*w.entry.evokes, *w.entry.hints.get("goesOn", ()))
            for w in passage.of(Kind.WORD)
            if aside and w.inside(before, aside[0].start)
        )
        return aside if told else []

    def _said(
        self, cls: str, passage: Passage, passages: Sequence[Passage], around: Surroundings
    ) -> Iterator[Frame]:
        """Frames for all whom a passage names beside a word for belonging, to what was named last before."""
        member, whole = self._classes[cls]["company"]
        word, answered = self._word(cls, passage, passages)
        if word is None or passage.text.rstrip().endswith("?"):
            return
        place = self._whole(cls, passage, passages)
        if place is None:
            return
        firm = Factuality.ASSERTED if answered else around.factuality(word, word.entry, passage)
        if firm is Factuality.DENIED:
            return
        at = (0, 0) if answered else (word.start, word.end)
        known: set[str] = {place.key_of_thing}
        actors = [(passage, m) for m in self._actors(cls, passage, names=False)]
        for other, actor in [*actors, *self._meant(cls, passage, around)]:
            if thing_key(actor) not in known:
                known.add(thing_key(actor))
                filler = replace(self._pool.filler(member, other, actor, None), here=other is passage)
                yield Frame(cls, passage, *at, firm, fillers={member: [filler], whole: [place]})

    def _meant(self, cls: str, passage: Passage, around: Surroundings) -> Iterator[Place]:
        """Those whom a passage speaks of by their number alone ("both towns"), as named before."""
        classes = self._members(cls)
        for mention in passage.of(Kind.REFERENCE):
            if mention.entry is None or mention.entry.hints.get("howMany", ("1",))[0] == "1":
                continue
            if self._pool.fits(mention, classes):
                yield from around.resolve(mention, passage, classes)

    def _word(self, cls: str, passage: Passage, passages: Sequence[Passage]) -> tuple[Mention | None, bool]:
        """The word for belonging in a passage, or in the question right above it; and whether it is the latter's."""
        own = _evoking(passage, cls)
        if own is not None and not self._tells_of(
            own, cls, passages[max(0, passage.number - _NEAR_BACK) : passage.number + 1]
        ):
            own = None
        own = own or self._shared(cls, passage) or self._within(cls, passage)
        if own is not None:
            return own, False
        above = passages[passage.number - 1] if passage.number else None
        asked = above is not None and above.text.rstrip().endswith("?")
        return (_evoking(above, cls), True) if asked and above is not None else (None, False)

    def _tells_of(self, word: Mention, cls: str, near: Sequence[Passage]) -> bool:
        """Whether a word may be about what was named before: it goes back to that, or that was spoken of just now."""
        path = self._classes[cls]["company"][1]
        if word.entry is None or path not in word.entry.needs:
            return True
        spoken = (m for passage in near for m in passage.of(Kind.THING, Kind.REFERENCE))
        return any(self._is_whole(m, self._wholes[cls, path]) for m in spoken)

    def _shared(self, cls: str, passage: Passage) -> Mention | None:
        """What a passage names that several share of whom it speaks together, whatever they do with it."""
        named = self._named_wholes(cls, passage)
        several = any(
            m.entry is not None and m.entry.hints.get("howMany", ("1",))[0] == "2"
            for m in passage.of(Kind.REFERENCE)
            if self._pool.fits(m, self._members(cls))
        )
        return named[-1] if named and several else None

    def _within(self, cls: str, passage: Passage) -> Mention | None:
        """What a passage names that all it tells of happens in ("in the project X, A and B plant trees")."""
        leads = self._leads[cls]
        named = self._named_wholes(cls, passage)
        if len({thing_key(m) for m in named}) != 1:
            return None
        return next((m for m in named if leads.search(passage.text[: m.start])), None)

    def _whole(self, cls: str, passage: Passage, passages: Sequence[Passage]) -> Filler | None:
        """What was named last that one may belong to, in the passage or shortly before; else the only one at all."""
        path = self._classes[cls]["company"][1]
        near = passages[max(0, passage.number - _FAR_BACK + 1) : passage.number + 1]
        last = last_named(near, lambda m, p: m in self._named_wholes(cls, p))
        if last is not None:
            return replace(self._pool.filler(path, *last, None), here=last[0] is passage)
        only = self._only_whole(cls, passages)
        return replace(self._pool.filler(path, *only, None), here=False) if only is not None else None

    def _only_whole(self, cls: str, passages: Sequence[Passage]) -> Place | None:
        """Where a document first names the only thing that one may belong to; None where it names none, or several."""
        if cls not in self._only:
            every = [(p, m) for p in passages for m in self._named_wholes(cls, p)]
            self._only[cls] = every[0] if len({thing_key(m) for _, m in every}) == 1 else None
        return self._only[cls]

    def _is_whole(self, mention: Mention, classes: Iterable[str]) -> bool:
        return self._pool.fits(mention, classes) and not self._pool.fits(mention, self._not_whole)

    def _named_wholes(self, cls: str, passage: Passage) -> list[Mention]:
        """What a passage names that one may belong to, but for what a list has among those who belong."""
        key = (cls, passage.number)
        if key not in self._named:
            self._named[key] = self._wholes_in(cls, passage)
        return self._named[key]

    def _wholes_in(self, cls: str, passage: Passage) -> list[Mention]:
        classes = self._wholes[cls, self._classes[cls]["company"][1]]
        found = [m for m in passage.of(Kind.THING) if self._is_whole(m, classes)]
        if not found:
            return found
        others = [
            m for m in passage.of(Kind.THING) if m not in found and self._pool.fits(m, self._members(cls))
        ]
        return [m for m in found if not is_among(m, others, passage.text, passage.mentions, passage.grammar)]

    def _members(self, cls: str) -> tuple[str, ...]:
        return tuple(self._classes[cls].get("companyOf", ()))

    def _actors(self, cls: str, passage: Passage, *, names: bool) -> list[Mention]:
        """Whoever a passage names that may be a member, but for places where something is."""
        classes, wholes = self._members(cls), self._named_wholes(cls, passage)
        kinds = (Kind.THING, Kind.NAME) if names else (Kind.THING,)
        found = [
            m
            for m in passage.of(*kinds)
            if (m.kind is Kind.NAME or self._pool.fits(m, classes))
            and not (m.genitive or m.compound or m in wholes)
            and not passage.grammar.located(passage.text, m.start)
        ]
        found = [m for m in found if not any(m is not o and m.inside(o.start, o.end) for o in found)]
        found = without_wholes(found, passage)
        return [self._body(m, cls, passage) or m for m in found]


def _leads(words: Sequence[str]) -> re.Pattern[str]:
    """Words before what something happens in, with a few that describe it."""
    known = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{known})(?:\s+[^\s,.;:()]+){{0,3}}?\s+[„“\"»«*_]*$", re.IGNORECASE)


def _evoking(passage: Passage, cls: str) -> Mention | None:
    words = (w for w in passage.of(Kind.WORD) if w.entry is not None and cls in w.entry.evokes)
    return next((w for w in words if w.entry is not None and "presupposed" not in w.entry.hints), None)


def _goes_on(member: Mention, other: Mention, passage: Passage) -> bool:
    """Whether another stands in one list with a member, with or without a few words that describe it."""
    gap = passage.text[min(member.end, other.end) : max(member.start, other.start)]
    if not gap.strip() or len(gap) > _LONGEST_GAP:
        return False
    if passage.grammar.joined(gap):
        return True
    listed = gap.lstrip().startswith((",", "(")) or passage.grammar.joiner.match(gap.lstrip()) is not None
    return other.kind is not Kind.NAME and listed and not passage.grammar.may_have_verb(gap)


def _is_beside(actor: Mention, passage: Passage) -> bool:
    """Whether somebody is named as the company of those who do something ("…, with the university, …")."""
    return actor.kind is Kind.THING and passage.grammar.beside(passage.text[: actor.start])


def _as_body(mention: Mention, classes: Sequence[str]) -> Mention:
    """A bare name as that of a body, the last of the classes of members."""
    return (
        replace(mention, kind=Kind.THING, classes=frozenset(classes[-1:]))
        if mention.kind is Kind.NAME
        else mention
    )
