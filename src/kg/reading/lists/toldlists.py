"""Lists in sentences of whoever did what the sentence tells: "Nine have signed: A, B …", "The signatories are A, B …".

A class says so (`kg:toldLists`: the slot of each member, the slot of what they did it for, and the class of members
that nobody knows). As in the lines of fact sheets, the place in the list says what a name is of. A list stands behind a
colon, behind a preposition of agents (`kg:nameCue` on the slot), or in the sentence that goes on with "they are". Words
with the role "OpensList" (`kg:goesOn`, the class) open one besides: right behind them ("in June the list was opened by
A and B"), or, where they are nouns (`kg:presupposed`), behind a colon or a word of being.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.lists.labelled import Labelled
from kg.reading.passages.frames import Filler, Frame, roles, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_ROLE = "OpensList"
_LEAST, _NEAR_MARK, _FAR_BACK = 2, 160, 12
_MARK = re.compile(r":\s+(?=\S)")
_SENTENCE = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the lists beside frames of a class tell: of whom, for what, and of which class the unknown are."""

    member: str
    whole: str
    unknown: str
    leads: frozenset[str]


class ToldLists:
    """Reads such lists, once a document's sentences have been read.

    Args:
        schema: For classes whose members are told in lists.
        pool: For slots and fillers.
        labelled: Knows the members of a list by their place.
    """

    def __init__(self, schema: Schema, pool: Pool, labelled: Labelled) -> None:
        self._pool = pool
        self._schema = schema
        self._labelled = labelled
        self._offices = schema.hinted("beforeNames")
        self._lists: dict[str, _Lists] = {}
        for shape in schema.classes.values():
            if "toldLists" in shape.hints:
                member, whole, unknown = shape.hints["toldLists"]
                slot = shape.slot(member)
                leads = frozenset(slot.hints.get("nameCue", ())) if slot is not None else frozenset()
                self._lists[shape.iri] = _Lists(member, whole, unknown, leads)

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document, with one for each member of such a list.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For what the document names.
        """
        models = [f for f in frames if f.cls in self._lists and f.fillers.get(self._lists[f.cls].whole)]
        paths = {lists.whole for lists in self._lists.values()}
        told = [f for f in frames if not paths.isdisjoint(f.fillers)]
        if not told:
            return list(frames)
        found = list(frames)
        known = {f.told for f in frames}
        for model, passage, at in (*self._places(models, passages), *self._opened(told, passages)):
            for made in self._members(model, passage, at):
                if made.told not in known:
                    known.add(made.told)
                    found.append(made)
        return found

    def _places(
        self, models: Sequence[Frame], passages: Sequence[Passage]
    ) -> Iterator[tuple[Frame, Passage, int]]:
        """Where lists begin, each with the frame that it goes with."""
        seen: set[tuple[str, int]] = set()
        for model in models:
            here = model.passage
            if (model.cls, here.number) in seen:
                continue
            at = self._behind(model)
            after = passages[here.number + 1 : here.number + 2]
            place = (here, at) if at is not None else None
            for other in after if at is None else ():
                if other.paragraph == here.paragraph and (
                    start := other.grammar.opened_by_equation(other.text)
                ):
                    place = (other, start)
            if place is not None:
                seen.add((model.cls, here.number))
                yield model, *place

    def _opened(
        self, told: Sequence[Frame], passages: Sequence[Passage]
    ) -> Iterator[tuple[Frame, Passage, int]]:
        """Lists that a word opens, each with a frame for what was told last that members may have done it for."""
        for passage in passages:
            for word in passage.of(Kind.WORD):
                if word.entry is None or _ROLE not in roles(word.entry):
                    continue
                at = _behind_noun(word, passage) if "presupposed" in word.entry.hints else word.end
                for cls in word.entry.hints["goesOn"] if at is not None else ():
                    path = self._lists[cls].whole
                    before = [
                        f
                        for f in told
                        if path in f.fillers and 0 <= passage.number - f.passage.number <= _FAR_BACK
                    ]
                    if before and at is not None:
                        last = max(before, key=lambda f: (f.passage.number, f.cls == cls))
                        yield self._model(last, cls, passage, word), passage, at

    def _model(self, told: Frame, cls: str, passage: Passage, word: Mention) -> Frame:
        """What members of a list did: for what was told of, on the day that the list's own sentence gives."""
        lists, shape = self._lists[cls], self._schema.classes[cls]
        days = [m for m in passage.of(Kind.PERIOD) if m.period is not None]
        fillers = {lists.whole: [replace(f, here=False) for f in told.fillers[lists.whole]]}
        for path in [s.path for s in shape.slots if s.kind == "period"][:1] if days else ():
            fillers[path] = [self._pool.filler(path, passage, days[0], shape.slot(path))]
        apart = days[0].period.text if days and days[0].period is not None else ""
        return Frame(cls, passage, word.start, word.end, Factuality.ASSERTED, fillers=fillers, apart=apart)

    def _behind(self, model: Frame) -> int | None:
        """Where a list begins behind the word of a frame, in its own sentence; None where there is none."""
        text = model.passage.text
        end, mark = _mark_behind(model.end, text)
        if mark is not None:
            return mark
        lead = re.match(r"\s+([^\W\d_]+)\s+", text[model.end : end])
        if lead is not None and lead.group(1).casefold() in self._lists[model.cls].leads:
            return model.end + lead.end()
        return None

    def _members(self, model: Frame, passage: Passage, at: int) -> list[Frame]:
        """A frame for each member of a list; [] where too few stand there."""
        lists = self._lists[model.cls]
        shape = self._schema.classes[model.cls]
        slot, whole = shape.slot(lists.member), shape.slot(lists.whole)
        if slot is None or whole is None:
            return []
        classes = tuple(slot.hints.get("fillers", ())) + tuple(slot.classes)
        named = [
            m for m in self._labelled.named(passage, at, classes, lists.unknown) if not _is_person(m, passage)
        ]
        if any(office.overlaps(m) for m in named for office in self._offices_in(passage)):
            named = [m for m in named if m.things]  # commas and "and" part fields of offices as well
        if len({thing_key(m) for m in named}) < _LEAST:
            return []
        return [self._frame(model, passage, member, lists) for member in named]

    def _offices_in(self, passage: Passage) -> list[Mention]:
        return [m for m in passage.of(Kind.THING) if not m.classes.isdisjoint(self._offices)]

    def _frame(self, model: Frame, passage: Passage, member: Mention, lists: _Lists) -> Frame:
        """What is told of a member: that it did so, or, where it may be what others did it for, that it is that."""
        shape = self._schema.classes[model.cls]
        whole = shape.slot(lists.whole)
        own = whole is not None and self._pool.fits(member, whole.hints.get("fillers") or whole.classes)
        path = lists.whole if own else lists.member
        filler = self._pool.filler(path, passage, member, shape.slot(path))
        kept: dict[str, list[Filler]] = {p: fs for p, fs in model.fillers.items() if p != lists.member}
        return replace(
            model,
            passage=passage,
            start=member.start,
            end=member.end,
            entry=None,
            fillers={**kept, path: [filler]},
        )


def _behind_noun(word: Mention, passage: Passage) -> int | None:
    """Where a list begins that a noun announces, behind a colon or a word of being; None where there is none."""
    end, mark = _mark_behind(word.end, passage.text)
    return mark if mark is not None else passage.grammar.behind_equation(passage.text, word.end, end)


def _mark_behind(at: int, text: str) -> tuple[int, int | None]:
    """How far a list may begin behind a place in its sentence, and where one does behind a colon, if there is one."""
    stop = _SENTENCE.search(text, at)
    end = min(stop.start() if stop else len(text), at + _NEAR_MARK)
    mark = _MARK.search(text, at, end)
    return end, mark.end() if mark is not None else None


def _is_person(member: Mention, passage: Passage) -> bool:
    return any(p.overlaps(member) for p in passage.of(Kind.PERSON))
