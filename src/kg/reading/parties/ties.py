"""Who gives a sum and who gets it, as the grammar of its clause tells: by a preposition, or as subject of the verb.

What a frame was filled with gives way to what the grammar tells; where it tells nothing, the frame stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Filler, Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition
from kg.schema import ClassShape, Schema, Slot

_PARTS = re.compile(r"[;:!?]|\s[–—-]\s")
_JOINTS = re.compile(r",(?!\d)|(?<=\s)[^\W\d_]+(?=\s)")
_NEXT_WORD = re.compile(r"\s([^\W\d_][\w-]+)")
_PAIR, _BESIDE, _ARTICLE, _APART_BY = 2, 14, 3, 2


@dataclass(frozen=True, slots=True)
class _Roles:
    """The places of a class for who gives and who gets."""

    giver: Slot
    getter: Slot
    amount: str


class Ties:
    """Settles who gives and who gets, in frames of classes with `kg:tied`.

    Args:
        schema: For the classes.
        pool: Of candidates.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._places = schema.hinted("gazetteer") | schema.hinted("stateName")
        self._undertakings = tuple(sorted(schema.hinted("paidFor")))
        self._tied = {
            iri: roles
            for iri, shape in schema.classes.items()
            if "tied" in shape.hints and (roles := _roles_of(shape)) is not None
        }

    def settle(self, passage: Passage, frames: Sequence[Frame], around: Surroundings) -> list[Frame]:
        """The frames, those about a sum with whom its clause tells to give or to get it."""
        known: dict[tuple[str, Mention], tuple[list[Mention], list[Mention]]] = {}
        settled = []
        for frame in frames:
            roles = self._tied.get(frame.cls)
            sums = [f.mention for f in frame.fillers.get(roles.amount, ()) if f.mention] if roles else []
            if roles is None or not sums:
                settled.append(frame)
                continue
            key = (frame.cls, sums[0])
            if key not in known:
                known[key] = self._told(roles, sums[0], passage)
            settled.append(self._with(frame, roles, sums[0], known[key], around))
        return settled

    def _told(self, roles: _Roles, sum_: Mention, passage: Passage) -> tuple[list[Mention], list[Mention]]:
        """Who is told to give a sum and who to get it, the surest first."""
        start, end = _bounds(sum_, passage)
        near = {
            m: None
            for slot in (roles.giver, roles.getter)
            for m in self._pool.fitting(slot, passage)
            if m.inside(start, end) and not m.overlaps(sum_) and m.kind is not Kind.PERSON
        }
        named = sorted((m for m in near if not self._is_part(m, passage)), key=lambda m: m.start)
        givers = _nearest([m for m in named if _marked(roles.giver, m, passage)], sum_, passage)
        getters = _nearest([m for m in named if _marked(roles.getter, m, passage)], sum_, passage)
        bare = [m for m in named if m not in givers and m not in getters and not _governed(m, passage)]
        verb = _verb(roles, sum_, passage, start, end)
        subject = _subject(verb[0], bare, passage) if verb is not None else None
        if verb is not None and subject is not None:
            (givers if verb[1] == roles.giver.path else getters).insert(0, subject)
        apposed = self._apposed(sum_, named, passage)
        if apposed is not None and (verb is None or verb[1] == roles.giver.path):
            givers.insert(0, apposed)
        project = self._antecedent(sum_, passage, start)
        if project is not None and (verb is None or verb[1] == roles.giver.path):
            getters = [project]
        return (
            [m for m in givers if m not in getters or m is subject],
            [m for m in getters if m not in givers or m is subject],
        )

    @staticmethod
    def _apposed(sum_: Mention, named: Sequence[Mention], passage: Passage) -> Mention | None:
        """Whose sum it is that but a comma and a preposition part from a name ("the bank, with 2 million")."""
        before = [m for m in named if m.end <= sum_.start]
        gap = passage.text[before[-1].end : sum_.start] if before else ""
        aside = gap.startswith(", ") and len(gap.split()) == _APART_BY and passage.grammar.beside(gap)
        return before[-1] if aside else None

    def _antecedent(self, sum_: Mention, passage: Passage, start: int) -> Mention | None:
        """The undertaking that a relative clause with a sum is about ("the project X, to which the bank gives …")."""
        before = [
            m
            for m in passage.of(Kind.THING)
            if m.inside(start, sum_.start) and self._pool.fits(m, self._undertakings)
        ]
        if not before:
            return None
        behind = passage.text[before[-1].end : sum_.start]
        return before[-1] if passage.grammar.relates(behind) else None

    def _is_part(self, mention: Mention, passage: Passage) -> bool:
        """Whether a place's name is but an adjective, or opens the longer name of a body that nobody knows."""
        if mention.kind is not Kind.THING or not mention.classes & self._places:
            return False
        written = passage.text[mention.start : mention.end]
        following = _NEXT_WORD.match(passage.text, mention.end)
        if written[:1].islower():
            return True
        if following is None or passage.grammar.nouns_capitalised:
            return False
        if following.group(1)[:1].isupper():
            return not any(m.start == following.start(1) for m in passage.of(Kind.THING, Kind.PERSON))
        return passage.grammar.determined(passage.text, mention.start) and " " not in written

    def _with(
        self,
        frame: Frame,
        roles: _Roles,
        sum_: Mention,
        told: tuple[list[Mention], list[Mention]],
        around: Surroundings,
    ) -> Frame:
        fillers = dict(frame.fillers)
        for slot, own, others in ((roles.giver, *told), (roles.getter, *told[::-1])):
            chosen = fillers.get(slot.path, [])
            kept = [f for f in chosen if f.mention is None or f.mention not in others]
            kept = [f for f in kept if f.mention in own or not self._is_apart(f, sum_, frame.passage)]
            if slot is roles.getter:
                kept = [f for f in kept if not _is_of_next(f, sum_, frame.passage)]
            if own and not any(f.mention in own for f in kept):
                kept = self._filled(own, slot, frame.passage, around) or kept
            if kept:
                fillers[slot.path] = kept
            else:
                fillers.pop(slot.path, None)
        firm = frame.factuality is Factuality.ASSERTED
        if firm and not fillers.get(roles.getter.path) and fillers.get(roles.giver.path):
            before = self._told_before(roles, frame.passage, around)
            fillers.update({roles.getter.path: [before]} if before else {})
        giver, getter = (fillers.get(slot.path, []) for slot in (roles.giver, roles.getter))
        if giver and getter and giver[0].key_of_thing == getter[0].key_of_thing:
            fillers.pop(roles.getter.path if told[0] else roles.giver.path)
        return frame if fillers == frame.fillers else replace(frame, fillers=fillers)

    def _told_before(self, roles: _Roles, passage: Passage, around: Surroundings) -> Filler | None:
        """The one undertaking that the sentence before speaks of, where this one names nobody that might get a sum."""
        kinds = self._undertakings
        others = [m for m in self._pool.fitting(roles.getter, passage) if not self._pool.fits(m, kinds)]
        if any(not self._pool.may_fill(roles.giver, m, passage) or m.classes & self._places for m in others):
            return None
        own = [m for m in passage.of(Kind.THING) if self._pool.fits(m, kinds)]
        last = [p for p in around.leading(passage)[:1] if p.paragraph == passage.paragraph]
        places = [(p, m) for p in last for m in p.of(Kind.THING) if self._pool.fits(m, kinds)]
        if own or len({m.text for _, m in places}) != 1:
            return None
        return replace(self._pool.filler(roles.getter.path, *places[0], roles.getter), here=False)

    def _is_apart(self, filler: Filler, sum_: Mention, passage: Passage) -> bool:
        """Whether it is a person, or a place that nothing ties to a sum beyond a comma."""
        mention = filler.mention
        if mention is None:
            return False
        if mention.kind is Kind.PERSON:
            return True
        gap = passage.text[min(mention.end, sum_.end) : max(mention.start, sum_.start)]
        return filler.here and bool(mention.classes & self._places) and "," in gap

    def _filled(
        self, mentions: Sequence[Mention], slot: Slot, passage: Passage, around: Surroundings
    ) -> list[Filler]:
        for mention in mentions:
            if not self._pool.may_fill(slot, mention, passage):
                continue
            places = (
                around.resolve(mention, passage, slot.classes)
                if mention.kind is Kind.REFERENCE
                else [(passage, mention)]
            )
            if places and places[0][1].kind is not Kind.PERSON:
                return [self._pool.filler(slot.path, *places[0], slot)]
        return []


def _roles_of(shape: ClassShape) -> _Roles | None:
    agents = shape.hints.get("agents", ())
    amount = next((s.path for s in shape.slots if "money" in s.hints), None)
    slots = [s for path in agents if (s := shape.slot(path)) is not None]
    return _Roles(slots[0], slots[1], amount) if len(slots) == _PAIR and amount is not None else None


def _bounds(sum_: Mention, passage: Passage) -> tuple[int, int]:
    """Where the part of a sentence that speaks of one sum begins and ends: at marks, and at other sums."""
    sums = [m for m in passage.of(Kind.NUMBER) if m.amount is not None and m.amount.currency and m != sum_]
    start = max((m.end() for m in _PARTS.finditer(passage.text, 0, sum_.start)), default=0)
    after = _PARTS.search(passage.text, sum_.end)
    end = after.start() if after is not None else len(passage.text)
    start = max((m.end for m in sums if m.end <= sum_.start), default=start)
    following = min((m.start for m in sums if sum_.end <= m.start), default=end)
    if following < end:  # "X gives 2 million and Y lends 12 million": Y is of the next
        joints = [m for m in _JOINTS.finditer(passage.text, sum_.end, following) if _parts(m, passage)]
        following = joints[-1].start() if joints else following
    return start, following


def _is_of_next(filler: Filler, sum_: Mention, passage: Passage) -> bool:
    """Whether a name stands where the sentence tells of another sum that follows."""
    if filler.mention is None or not filler.here or filler.mention.start < sum_.end:
        return False
    end = _bounds(sum_, passage)[1]
    sums = [m for m in passage.of(Kind.NUMBER) if m.amount is not None and m.amount.currency]
    return filler.mention.start >= end and any(m.start >= end for m in sums)


def _parts(joint: re.Match[str], passage: Passage) -> bool:
    """Whether a comma or a conjunction ends what is told of one sum."""
    return joint.group() == "," or passage.grammar.joiner.fullmatch(joint.group()) is not None


def _marked(slot: Slot, mention: Mention, passage: Passage) -> bool:
    marks = passage.grammar.own(slot.marks)
    lead = passage.grammar.lead(passage.text, mention.start).rstrip()
    bare = passage.grammar.lead_words(passage.text, mention.start)
    return not _opens_relative(mention, passage) and any(
        one == w or one.endswith(" " + w) for one in (lead, bare) for w in marks
    )


def _opens_relative(mention: Mention, passage: Passage) -> bool:
    """Whether a pronoun and an article stand before a name, so that it is a subject ("for which the bank gives")."""
    lead = passage.grammar.lead(passage.text, mention.start).rstrip()
    bare = passage.grammar.lead_words(passage.text, mention.start)
    return len([w for w in lead[len(bare) :].split() if len(w) <= _ARTICLE]) > 1


def _governed(mention: Mention, passage: Passage) -> bool:
    return after_preposition(mention, passage) and not _opens_relative(mention, passage)


def _nearest(marked: Sequence[Mention], sum_: Mention, passage: Passage) -> list[Mention]:
    """Of names behind prepositions, those in the clause of a sum, the nearest first."""
    apart = [m for m in marked if "," not in passage.text[min(m.end, sum_.end) : max(m.start, sum_.start)]]
    return sorted(apart, key=lambda m: (_gap(m, sum_), m.start))


def _verb(roles: _Roles, sum_: Mention, passage: Passage, start: int, end: int) -> tuple[Mention, str] | None:
    """The word nearest to a sum that tells what its subject does with sums, and which slot the subject fills."""
    paths = {roles.giver.path, roles.getter.path}
    found = [
        (w, path)
        for w in passage.of(Kind.WORD)
        if w.entry is not None and w.inside(start, end)
        for path in w.entry.hints.get("subjectFills", ())
        if path in paths and not passage.grammar.passive(passage.text, w.start, w.end)
    ]
    return min(found, key=lambda f: (_gap(f[0], sum_), f[0].start), default=None)


def _gap(one: Mention, other: Mention) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _subject(verb: Mention, bare: Sequence[Mention], passage: Passage) -> Mention | None:
    """Who does what a verb tells: whoever stands before it without a preposition, else right behind it."""
    text = passage.text
    before = [m for m in bare if m.end <= verb.start and not m.genitive]
    behind = [m for m in bare if m.start > verb.start and m.end > verb.end]
    close = [
        m
        for m in before
        if "," not in (gap := text[m.end : verb.start]) and not passage.grammar.turns_aside(gap)
    ]
    if close and not passage.grammar.object_before(text, verb.start):
        return close[-1]
    first = behind[0] if behind else None
    near = first is not None and first.start - verb.start <= len(verb.text) + _BESIDE
    if passage.grammar.inverts and first is not None and near and "," not in text[verb.start : first.start]:
        return first
    if not before:
        return None
    opens = len(text[: before[0].start].split()) <= 1  # "X, the programme for …, gives"
    if passage.grammar.relates(text[before[-1].end : verb.start]):
        return before[-1]
    return before[0] if opens else None
