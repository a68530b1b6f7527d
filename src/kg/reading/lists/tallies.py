"""Lists as long as a number says: "nine take part: A, B, …", "those are A, B and C".

A number that counts those of whom something holds, and a list of just as many in the same sentence or right beside it,
say it of each member, whatever words stand between. Two alone are too few to tell a list by its length, unless the
number speaks of a country and both lie there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.claims import Factuality
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Frame, is_group, shared_with_members, thing_key
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.choosing import Homes
from kg.schema import ClassShape, Schema, Slot

_LEAST, _LEAST_BESIDE = 2, 3


class Tallies:
    """Adds a frame for each member of such a list, once a document has been read sentence by sentence.

    Args:
        schema: Classes of counts, and what they count.
        pool: Of candidates.
        memory: Of the document.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory, evoker: Evoker) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._evoker = evoker
        self._homes = Homes(schema)
        self._named: dict[int, list[Passage]] = {}

    def complete(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> list[Frame]:
        """The frames of a document, with those of members that only a number and a list tell."""
        told: set[tuple[str, str]] = set()
        here: dict[tuple[int, str], set[str]] = {}
        for frame in frames:
            keys = [x.key_of_thing for fs in frame.fillers.values() for x in fs]
            told.update((frame.cls, key) for key in keys)
            listed = self._evoker.listed(frame.cls)
            for key in keys if listed is not None and listed.iri == frame.cls else ():
                here.setdefault((frame.passage.number, key), set()).add(frame.cls)
        self._named = _by_number(passages)
        found = list(frames)
        for frame in frames:
            shape = self._schema.classes.get(frame.cls)
            listed = self._evoker.listed(frame.cls) if shape is not None and shape.measures else None
            if shape is None or listed is None or frame.factuality is not Factuality.ASSERTED:
                continue
            for member, made in self._members(frame, listed, passages, here):
                if (listed.iri, thing_key(member)) not in told:
                    told.add((listed.iri, thing_key(member)))
                    found.append(made)
        return found

    def _members(
        self,
        frame: Frame,
        listed: ClassShape,
        passages: Sequence[Passage],
        told: Mapping[tuple[int, str], set[str]],
    ) -> Iterator[tuple[Mention, Frame]]:
        slot = next((s for s in listed.slots if s.each and "pairs" not in s.hints), None)
        many = _numbers(frame)
        if slot is None or not many:
            return
        homes = self._scope(frame)
        at = frame.passage.number
        again = [p for number in sorted(many) for p in self._named.get(number, ()) if p.number > at]
        for passage in (*passages[at : at + 2], *passages[max(0, at - 1) : at], *again[:1]):
            members = self._list(slot, passage, many)
            least = _LEAST_BESIDE if passage is not frame.passage or not homes else _LEAST
            if len(members) < least or not self._lie(members, homes):
                continue
            if any(told.get((passage.number, thing_key(m)), {listed.iri}) != {listed.iri} for m in members):
                return  # "A, B and C, the three of X, were honoured": only that is told of them
            shared = shared_with_members(self._model(frame, listed), listed)
            for member in members:
                filler = self._pool.filler(slot.path, passage, member, slot)
                yield (
                    member,
                    Frame(
                        listed.iri,
                        passage,
                        member.start,
                        member.end,
                        frame.factuality,
                        fillers={**shared, slot.path: [filler]},
                    ),
                )
            return

    def _model(self, frame: Frame, listed: ClassShape) -> Frame:
        """What the sentence of a count tells of those counted, if it does ("ten towns received it today")."""
        opened = self._memory.left_open(frame.passage)
        return opened if opened is not None and opened.cls == listed.iri else frame

    def _list(self, slot: Slot, passage: Passage, many: frozenset[int]) -> list[Mention]:
        """The one list of a passage that has as many members; [] where there is none, or more than one."""
        names = [
            m for m in self._pool.candidates(slot, passage, None) if m.kind is Kind.THING and not m.compound
        ]
        lists: list[list[Mention]] = []
        for name in names:
            if not any(name in one for one in lists):
                lists.append(coordinated(name, names, passage))
        fitting = [one for one in lists if len({thing_key(m) for m in one}) in many]
        return fitting[0] if len(fitting) == 1 else []

    def _scope(self, frame: Frame) -> frozenset[str]:
        """Codes of the country within which a number counts, if it does."""
        things = (f.thing for fs in frame.fillers.values() for f in fs if f.thing)
        return frozenset(c for thing in things for c in self._homes.of_thing(thing))

    def _lie(self, members: Sequence[Mention], homes: frozenset[str]) -> bool:
        """Whether nothing says that a member lies elsewhere."""
        return not homes or all(not (own := self._homes.of(m)) or own & homes for m in members)


def _by_number(passages: Sequence[Passage]) -> dict[int, list[Passage]]:
    """Passages that speak of a group again by its number ("the ten are …"), by that number."""
    found: dict[int, list[Passage]] = {}
    for passage in passages:
        for group in passage.of(Kind.REFERENCE):
            if is_group(group) and group.entry is not None:
                found.setdefault(int(group.entry.hints["howMany"][0]), []).append(passage)
    return found


def _numbers(frame: Frame) -> frozenset[int]:
    """How many a number says that there are: as it stands, and with whom it adds to those named before."""
    amounts = [f.mention.amount for fs in frame.fillers.values() for f in fs if f.mention is not None]
    stand = [
        m.amount
        for m in frame.passage.of(Kind.NUMBER)
        if m.start < frame.end and frame.start < m.end and m.amount is not None
    ]
    return frozenset(int(a.value) for a in (*amounts, *stand) if a is not None and a.value >= _LEAST)
