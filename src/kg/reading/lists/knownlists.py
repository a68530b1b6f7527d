"""Lists of all who are known to lie in a place: "Alba sends three: A, B and C", or A, B and C line by line.

Of what a class counts with known wholes (`kg:knownWholes`) the register has one for each member. A list of just those
that lie in one place tells it of each of them: of a few, where their number stands before them, else of several. The
document must speak of what the class says (`kg:knownWith`), and the sentence tell nothing else of a member that lists
give one of each. The number before such a list counts those of the place, where it is named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool, number_literal
from kg.reading.counts.knownparts import members_by_place, value_of
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Filler, Frame, by_passage, mentions_of, shared_with_members
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_FEW, _SEVERAL, _MOST_WORDS = 3, 5, 5


@dataclass(frozen=True, slots=True)
class _Known:
    """A class of counts, what it counts, the slot for a member, and who lies where."""

    shape: ClassShape
    measured: ClassShape
    slot: Slot
    context: tuple[str, ...]
    others: tuple[str, ...]
    members: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _List:
    """Members that stand together, where they lie, and the passage in which their number may stand."""

    members: Sequence[tuple[Passage, Mention]]
    place: str
    lead: Passage


class KnownLists:
    """Adds a frame for each member of such a list, once a document has been read sentence by sentence.

    Args:
        schema: Classes of counts that say so, and the register.
        pool: Tells what a mention may be.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, evoker: Evoker) -> None:
        self._pool = pool
        self._evoker = evoker
        self._counts = frozenset(c.iri for c in schema.classes.values() if c.measures is not None)
        self._known = [
            _Known(
                shape,
                schema.classes[shape.measures],
                slot,
                shape.hints["knownWith"],
                shape.hints.get("knownNotBeside", ()),
                members_by_place(schema, pool, slot),
            )
            for shape in schema.classes.values()
            if "knownWith" in shape.hints and shape.measures is not None
            for slot in schema.classes[shape.measures].slots
            if slot.each
        ]
        self._slots = {k.shape.iri: {s.path: s for s in schema.slots_of(k.shape.iri)} for k in self._known}

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document, with those of members that only such a list tells."""
        found = list(frames)
        here = by_passage(frames)
        for known in self._known:
            if not around.alludes_to(known.context):
                continue
            told = {x.key_of_thing for f in frames if f.cls == known.measured.iri for x in _all(f)}
            for some in self._lists(known, passages):
                first = some.members[0]
                firm = around.factuality(first[1], None, first[0])
                if firm is not Factuality.ASSERTED or self._tells_another(known, some, here):
                    continue
                model = self._model(known, some, found)
                shared = shared_with_members(model, known.measured)
                shared = {path: [replace(x, here=False) for x in xs] for path, xs in shared.items()}
                for passage, member in some.members:
                    filler = self._pool.filler(known.slot.path, passage, member, known.slot)
                    if filler.key_of_thing not in told:
                        told.add(filler.key_of_thing)
                        found.append(
                            _frame(known.measured, passage, member, {**shared, known.slot.path: [filler]})
                        )
                found += self._counted(known, some, here)
        return found

    # Lists ---------------------------------------------------------------------------------------------------

    def _lists(self, known: _Known, passages: Sequence[Passage]) -> Iterator[_List]:
        """The complete lists of a document, within a sentence and line by line."""
        rows: list[tuple[Passage, Mention]] = []
        lead = passages[0] if passages else None
        for before, passage in zip([None, *passages], [*passages, None], strict=False):
            names = self._names(known, passage) if passage is not None else []
            if passage is not None and len(names) == 1 and len(passage.text.split()) <= _MOST_WORDS:
                lead = lead if rows else before or passage
                rows.append((passage, names[0]))
                continue
            if lead is not None and rows:
                yield from self._complete(known, rows, lead)
            rows = []
            if passage is not None:
                yield from self._complete(known, [(passage, m) for m in names], before or passage)

    def _names(self, known: _Known, passage: Passage) -> list[Mention]:
        return [
            m for m in passage.of(Kind.THING) if self._pool.fits(m, known.slot.classes) and not m.compound
        ]

    def _complete(
        self, known: _Known, named: Sequence[tuple[Passage, Mention]], before: Passage
    ) -> Iterator[_List]:
        """A list of all who lie in a place, where some names are just those."""
        things = {t for _, m in named for t in m.things}
        for place, members in known.members.items():
            if len(members) < _FEW or not members <= things:
                continue
            some = [(p, m) for p, m in named if not members.isdisjoint(m.things)]
            if any(
                self._may_lie(m, place) for at, m in named if (at, m) not in some and _is_within(at, m, some)
            ):
                continue  # it lists others of that place as well
            leads = {at.number: at for at in (before, *(p for p, _ in some[:1]))}.values()
            lead = next((at for at in leads if _number(at, len(members)) is not None), None)
            if lead is not None or len(members) >= _SEVERAL:
                yield _List(some, place, lead or before)

    def _may_lie(self, name: Mention, place: str) -> bool:
        """Whether nothing says that a town lies elsewhere than in a place."""
        places = {p for t in name.things for p in self._pool.places_of(t)}
        return not places or place in places

    def _tells_another(self, known: _Known, some: _List, here: Mapping[int, Sequence[Frame]]) -> bool:
        """Whether passages of a list tell something else of its members, or name what else they may have."""
        keys = {t for _, m in some.members for t in m.things}
        at = {p.number: p for p in (some.lead, *(p for p, _ in some.members))}
        for passage in at.values():
            if any(self._pool.fits(m, known.others) for m in passage.of(Kind.THING, Kind.REFERENCE)):
                return True
            for frame in here.get(passage.number, ()):
                listed = self._evoker.listed(frame.cls)
                other = listed is not None and listed.iri != known.measured.iri
                if other and (frame.cls in self._counts or any(x.thing in keys for x in _all(frame))):
                    return True
        return False

    def _model(self, known: _Known, some: _List, found: Sequence[Frame]) -> Frame:
        """What was told last before a list of others of its kind; else nothing but what goes without saying."""
        at = some.members[0][0]
        told = [
            f
            for f in found
            if f.cls == known.measured.iri
            and f.factuality is Factuality.ASSERTED
            and f.passage.number <= at.number
        ]
        return told[-1] if told else _frame(known.shape, at, some.members[0][1], {})

    def _counted(self, known: _Known, some: _List, here: Mapping[int, Sequence[Frame]]) -> list[Frame]:
        """The number before a list, as a count of those in the place that is named beside it."""
        number = _number(some.lead, len(some.members))
        places = [m for m in some.lead.of(Kind.THING) if some.place in m.things]
        used = {m for f in here.get(some.lead.number, ()) if f.cls in self._counts for m in mentions_of(f)}
        if number is None or number in used or len(places) != 1:
            return []
        slots = self._slots[known.shape.iri]
        scope, count = (slots[path] for path in known.shape.hints["scopePairs"][:2])
        literal = number_literal(value_of(number), count.datatype)
        fillers = {
            scope.path: [self._pool.filler(scope.path, some.lead, places[0], scope)],
            count.path: [Filler(count.path, some.lead, number, value=literal)],
        }
        return [_frame(known.shape, some.lead, number, fillers)]


def _frame(shape: ClassShape, passage: Passage, at: Mention, fillers: dict[str, list[Filler]]) -> Frame:
    return Frame(shape.iri, passage, at.start, at.end, Factuality.ASSERTED, fillers=fillers)


def _all(frame: Frame) -> list[Filler]:
    return [x for xs in frame.fillers.values() for x in xs]


def _is_within(passage: Passage, name: Mention, some: Sequence[tuple[Passage, Mention]]) -> bool:
    """Whether a name stands among those of a list."""
    first, last = (some[0][0].number, some[0][1].start), (some[-1][0].number, some[-1][1].end)
    return first < (passage.number, name.start) < last


def _number(passage: Passage, many: int) -> Mention | None:
    """The number in a passage that counts so many, if one does."""
    return next((n for n in passage.of(Kind.NUMBER) if value_of(n) == many), None)
