"""Lists that go on from what was told without a word of their own: by where they lie, as others, as those before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.periods import Period
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Filler, Frame, place_of, roles, shared_with_members
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import blocked
from kg.schema import ClassShape, Schema, Slot

_LONGEST_GAP, _MOST_WORDS, _MOST_BEHIND, _MOST_LEADING, _FAR = 60, 4, 3, 3, 6
_LONGEST_TALLY = 110
_OPENS_LIST = re.compile(r"(?::|\s[–—]|\()\s*|[.;!?](?=\s|$)")
_SUMS_UP = re.compile(r"(?::|\s[–—])\s+(?:[^\s.,;:!?]+\s+){0,5}$")
_MARKS = re.compile(r"[.;:!?()„“”\"]")


class Continuer:
    """Gives a frame to each member that goes on with a frame of the same sentence or the one before.

    Args:
        schema: Classes, whose shapes name the slots.
        pool: Of candidates.
        memory: Of the document.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._evoker = evoker

    def read(self, passage: Passage, made: Sequence[Frame]) -> list[Frame]:
        """Frames for members of which the passage says nothing else."""
        found: list[Frame] = []
        for model, shape, slot in self._models(passage, made):
            told = {
                f.key_of_thing for fr in made if fr.cls == shape.iri for f in fr.fillers.get(slot.path, ())
            }
            members = [
                m for m in passage.of(Kind.THING) if self._pool.may_fill(slot, m, passage) and m.things
            ]
            for group in self._groups(members, model, slot, passage):
                fillers = [self._pool.filler(slot.path, passage, m, slot) for m in group if not m.compound]
                found.extend(
                    self._frame(model, shape, slot, filler, passage)
                    for filler in fillers
                    if filler.key_of_thing not in told
                )
                told.update(filler.key_of_thing for filler in fillers)
            if model.passage is not passage:
                found.extend(
                    f
                    for f in self._earlier(shape, slot, members, passage, model)
                    if f.fillers[slot.path][0].key_of_thing not in told
                )
            if model.cls == shape.iri:
                before = self._ahead(shape, slot, members, passage, model)
                found.extend(f for f in before if f.fillers[slot.path][0].key_of_thing not in told)
            if found:
                break
        return found

    def _models(self, passage: Passage, made: Sequence[Frame]) -> Iterator[tuple[Frame, ClassShape, Slot]]:
        """What may go on: the last frame with members here, else of the sentence before where this one says nothing."""
        counted = [f for f in made if (shape := self._schema.classes.get(f.cls)) and shape.measures]
        before = self._before(passage) if len(counted) == len(made) else []
        for frame in (*reversed(made), *reversed(before)):
            shape = self._evoker.listed(frame.cls)
            slot = next((s for s in shape.slots if s.each and "placedBy" in s.hints), None) if shape else None
            if shape is not None and slot is not None and frame.factuality is not Factuality.DENIED:
                yield frame, shape, slot

    def _before(self, passage: Passage) -> list[Frame]:
        """What the sentence before told, else what the last few told of one kind of list alone."""
        recent = self._memory.recent(passage, 1)
        if any(self._evoker.listed(f.cls) for f in recent):
            return recent
        near = self._memory.lately(passage, _FAR)
        listed = [(f, shape) for f in near if (shape := self._evoker.listed(f.cls)) is not None]
        return [f for f, _ in listed] if len({shape.iri for _, shape in listed}) == 1 else []

    def _groups(
        self, members: list[Mention], model: Frame, slot: Slot, passage: Passage
    ) -> Iterator[list[Mention]]:
        """Lists that are said to be the others, and those behind a place in which they lie."""
        text, grammar = passage.text, passage.grammar
        yield from self._tallied(members, model, slot, passage)
        begin = min([model.start, *(place_of(f) for f in model.fillers.get(slot.path, ()))])
        for group in _lists(members, passage):
            if grammar.others(text[: group[0].start], text[group[-1].end :]):
                yield group
        places = [m for m in passage.of(Kind.THING) if m.things and text[m.start].isupper()]
        heads = [m for m in places if m not in members and grammar.heads(text[: m.start])]
        for head, following in itertools.zip_longest(heads, heads[1:]):
            stop = following.start if following is not None else len(text)
            behind = [m for m in members if head.end <= m.start < stop]
            group = coordinated(behind[0], behind, passage) if behind else []
            later = model.passage is not passage or (group and group[0].start > begin)
            if group and later and self._is_headed(group, head, slot, passage):
                yield group

    def _tallied(
        self, members: list[Mention], model: Frame, slot: Slot, passage: Passage
    ) -> Iterator[list[Mention]]:
        """Those who were just counted, by name: "nine are from X: A, B and C", "A, B and C: these are the three"."""
        shape = self._schema.classes.get(model.cls)
        number = next((f.mention for fs in model.fillers.values() for f in fs if _is_number(f)), None)
        if shape is None or not shape.measures or number is None or model.passage is not passage:
            return
        listed = self._evoker.listed(model.cls)
        for group in (_behind(number, members, passage), _ahead_of(number, members, passage)):
            if group and self._tells_another(listed, number, group, passage):
                continue
            if 1 < len(group) <= _amount(number) and self._are_counted(group, model, slot):
                yield group
                return

    def _tells_another(
        self, shape: ClassShape | None, number: Mention, group: list[Mention], passage: Passage
    ) -> bool:
        """Whether a word behind a number says of those counted what makes them another list ("… were decorated")."""
        end = group[0].start if group[0].start > number.end else len(passage.text)
        return any(
            (other := self._evoker.listed(cls)) is not None and other is not shape and "lists" in other.hints
            for word in passage.of(Kind.WORD)
            if word.entry is not None
            and number.end <= word.start < end
            and "CountedNoun" not in roles(word.entry)
            for cls in word.entry.evokes
        )

    def _are_counted(self, group: list[Mention], model: Frame, slot: Slot) -> bool:
        """Whether all of a group lie where those were said to lie who were counted."""
        path = slot.hints["placedBy"][0]
        places = {f.thing for fs in model.fillers.values() for f in fs if f.mention is not None and f.thing}
        heads = [p for p in places if self._schema.things.get(p) is not None]
        return not heads or all(
            any(self._pool.lies_in(t, (p,), path) for t in m.things for p in heads) for m in group
        )

    def _is_headed(self, group: list[Mention], head: Mention, slot: Slot, passage: Passage) -> bool:
        """Whether all members lie in a place that stands before them, with no verb of its own behind them."""
        text, path = passage.text, slot.hints["placedBy"][0]
        gap = text[head.end : group[0].start]
        if head.genitive or group[0].genitive or _MARKS.search(gap):
            return False
        if "," in gap and not passage.grammar.names_them(gap):
            return False
        if len(gap) > _LONGEST_GAP or len(gap.split()) > _MOST_WORDS:
            return False
        if gap.strip() and blocked(slot, group[0], passage):
            return False  # "from X came guests from A"
        within = all(any(self._pool.lies_in(t, head.things, path) for t in m.things) for m in group)
        return within and passage.grammar.closes(text[group[-1].end :], _MOST_BEHIND)

    def _earlier(
        self, shape: ClassShape, slot: Slot, members: list[Mention], passage: Passage, model: Frame
    ) -> list[Frame]:
        """Those who had their turn before whom was told of ("the previous five, of May, went to A, B and C")."""
        past = replace(model, fillers=_least(model, shape), factuality=Factuality.ASSERTED)
        return [
            self._frame(past, shape, slot, self._pool.filler(slot.path, passage, m, slot), passage)
            for group in _lists(members, passage)
            if len(group) > 1 and self._is_led_by_earlier(group, shape, passage)
            for m in group
            if not m.compound
        ]

    def _is_led_by_earlier(self, group: list[Mention], shape: ClassShape, passage: Passage) -> bool:
        """Whether the clause before a list speaks of so many as came before, or of what each of them has."""
        at = passage.grammar.earlier(passage.text[: group[0].start])
        if at is None:
            return False
        own = [c for slot in shape.slots if slot.least and not slot.each for c in slot.classes]
        return any(
            m.inside(at, group[0].start)
            and (
                _amount(m) >= len(group)
                or self._pool.fits(m, own)
                or (m.entry is not None and "CountedNoun" in roles(m.entry))
            )
            for m in passage.of(Kind.NUMBER, Kind.WORD, Kind.THING)
        )

    def _ahead(
        self, shape: ClassShape, slot: Slot, members: list[Mention], passage: Passage, model: Frame
    ) -> list[Frame]:
        """Those before, or along: "as the fourth after A, B and C", "after A, B has it too", "with A, B too has it"."""
        grammar, text = passage.grammar, passage.text
        counted = any(n.amount is not None and n.amount.ordinal for n in passage.of(Kind.NUMBER))
        too = grammar.alike(text)
        if model.passage is not passage or not (counted or too):
            return []
        past = replace(model, fillers=_least(model, shape), factuality=Factuality.ASSERTED)
        found = []
        for group in _lists(members, passage):
            lead = text[: group[0].start]
            along = too and grammar.beside(lead) and len(lead.split()) <= _MOST_LEADING
            if along or grammar.after(lead):
                fillers = [self._pool.filler(slot.path, passage, m, slot) for m in group if not m.compound]
                found += [self._frame(model if along else past, shape, slot, f, passage) for f in fillers]
        return found

    def _frame(self, model: Frame, shape: ClassShape, slot: Slot, filler: Filler, passage: Passage) -> Frame:
        shared = shared_with_members(model, shape)
        if model.passage is not passage:
            shared = self._dated_anew(shared, shape, passage)
        member = filler.mention
        return Frame(
            shape.iri,
            passage,
            member.start if member else model.start,
            member.end if member else model.end,
            model.factuality,
            fillers={**shared, slot.path: [filler]},
        )

    def _dated_anew(
        self, shared: dict[str, list[Filler]], shape: ClassShape, passage: Passage
    ) -> dict[str, list[Filler]]:
        """With the one day that a later passage names of its own in place of what was said before of a day."""
        days = [p for p in passage.of(Kind.PERIOD) if p.period is not None]
        if not days:
            return shared
        kept = {p: f for p, f in shared.items() if not isinstance(f[0].value, Period)}
        dated = [s for s in shape.slots if s.kind == "period" and self._pool.may_fill(s, days[0], passage)]
        if len(days) == 1 and dated:
            kept[dated[0].path] = [self._pool.filler(dated[0].path, passage, days[0], dated[0])]
        return kept


def _least(model: Frame, shape: ClassShape) -> dict[str, list[Filler]]:
    """Of what a frame says, only that without which there is none."""
    least = {s.path for s in shape.slots if s.least and not s.each}
    return {path: fillers for path, fillers in model.fillers.items() if path in least}


def _lists(members: Sequence[Mention], passage: Passage) -> list[list[Mention]]:
    """The lists that some mentions stand in, a single one being a list of its own."""
    found: list[list[Mention]] = []
    for member in members:
        if not any(member in group for group in found):
            found.append(coordinated(member, members, passage))
    return found


def _is_number(filler: Filler) -> bool:
    return filler.mention is not None and filler.mention.amount is not None


def _amount(number: Mention) -> float:
    return number.amount.value if number.amount is not None else 0


def _behind(number: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """The list that a colon, a dash or a bracket opens behind a number."""
    mark = _OPENS_LIST.search(passage.text, number.end)
    if mark is not None and mark.group()[0] in ".;!?":
        return []
    later = [m for m in members if mark is not None and m.start >= mark.end()]
    if mark is None or not later or mark.start() - number.end > _LONGEST_TALLY:
        return []
    gap = passage.text[mark.end() : later[0].start]
    if gap.strip() and not passage.grammar.names_them(f", {gap}"):
        return []
    group = coordinated(later[0], later, passage)
    return group if passage.grammar.closes(passage.text[group[-1].end :], 0) else []


def _ahead_of(number: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """The list that opens a sentence and is summed up behind a colon or a dash."""
    mark = _SUMS_UP.search(passage.text[: number.start])
    earlier = [m for m in members if mark is not None and m.end <= mark.start()]
    if mark is None or not earlier or passage.text[earlier[-1].end : mark.start()].strip():
        return []
    group = coordinated(earlier[-1], earlier, passage)
    return group if not passage.text[: group[0].start].strip(" *_–-") else []
