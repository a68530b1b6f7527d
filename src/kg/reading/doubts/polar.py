"""Of whom the contrary holds: "unlike X, Y has it", "all but X", "Y has it, X does not", "X has none, but Y does"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.language.gapped import Gapped
from kg.reading.around.pool import Pool
from kg.reading.opening.evoking import Evoker
from kg.reading.passages.frames import Frame, is_presupposed
from kg.reading.passages.listing import coordinated, set_apart
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema, Slot

_FIRM = {True: Factuality.ASSERTED, False: Factuality.DENIED}
_TOLD = frozenset(_FIRM.values())


class Contrasts:
    """Turns what a sentence says of some members of a list into its contrary for others.

    Args:
        schema: Of which classes each has one of their own (`kg:yearPairs`).
        pool: Of candidates.
        evoker: Knows which classes lists give one of each.
    """

    def __init__(self, schema: Schema, pool: Pool, evoker: Evoker) -> None:
        self._each = {iri: shape for iri, shape in schema.classes.items() if "yearPairs" in shape.hints}
        self._pool = pool
        self._evoker = evoker

    def read(self, passage: Passage, made: Sequence[Frame]) -> list[Frame]:
        """The same frames, those of members apart as firm as is said of them, and frames for who has none yet."""
        grammar, text = passage.grammar, passage.text
        if not made or not grammar.contrasts(text):
            return list(made)
        found = _without_borrowed(made, passage)
        lists = self._lists(found)
        for shape, slot in lists:
            members = [m for m in self._pool.fitting(slot, passage) if m.kind is Kind.THING]
            for group, clause in _apart(members, passage):
                found = self._turned(found, group, clause, shape, slot)
        return _without_open(found, frozenset(shape.iri for shape, _ in lists), passage)

    def _lists(self, made: Sequence[Frame]) -> list[tuple[ClassShape, Slot]]:
        """The lists that frames tell of, each once, with the slot of their members."""
        found: dict[str, tuple[ClassShape, Slot]] = {}
        for frame in made:
            shape = self._evoker.listed(frame.cls) or self._each.get(frame.cls)
            if shape is None or shape.iri != frame.cls:
                continue
            slot = next((s for s in shape.slots if s.each and "pairs" not in s.hints), None)
            if slot is not None:
                found[shape.iri] = (shape, slot)
        return list(found.values())

    def _turned(
        self, frames: list[Frame], group: list[Mention], clause: Gapped | None, shape: ClassShape, slot: Slot
    ) -> list[Frame]:
        """Frames, with those of a group set to what is said of it; `clause` is None where it is the contrary."""
        own = [f for f in frames if f.cls == shape.iri and _members(f, slot) & set(group)]
        others = [f for f in frames if f.cls == shape.iri and f not in own and f.factuality in _TOLD]
        if clause is None and any(_is_aside(f, group) for f in own):
            return frames
        if not others and clause is None:  # "it was, unlike X, not chosen": who was not is named elsewhere
            return _contrary(frames, own, min(m.start for m in group))
        if not others:
            return self._handed_on(frames, own, clause, slot)
        model = others[0]
        holds = _says_yes(clause, model)
        firm = _FIRM[holds]
        turned = [replace(f, factuality=firm) if f in own else f for f in frames]
        told = {m for f in own for m in _members(f, slot)}
        is_alike = clause is not None and clause.alike
        for member in group:
            if member not in told and (is_alike or holds or model.factuality is not firm):
                turned.append(replace(self._told_of(member, model, slot), factuality=firm))
        return turned

    def _told_of(self, member: Mention, model: Frame, slot: Slot) -> Frame:
        """What a frame says, said of another member of its list."""
        filler = self._pool.filler(slot.path, model.passage, member, slot)
        fillers = {**model.fillers, slot.path: [filler]}
        return replace(model, start=member.start, end=member.end, fillers=fillers)

    def _handed_on(
        self, frames: list[Frame], own: list[Frame], clause: Gapped | None, slot: Slot
    ) -> list[Frame]:
        """Frames, with what was taken to be said of whom a clause excepts said of those right before it.

        "A, not B, was chosen": B stands next to the verb.
        """
        own = [f for f in own if f.factuality is not Factuality.DENIED]
        if clause is None or clause.holds or not own:
            return frames
        passage = own[0].passage
        before = _right_before(clause, self._pool.fitting(slot, passage), passage)
        found = [replace(f, factuality=Factuality.DENIED) if f in own else f for f in frames]
        # what they were taken for meanwhile, such as the place, they are not
        fillers = {
            p: told for p, told in own[0].fillers.items() if all(f.mention not in before for f in told)
        }
        model = replace(own[0], fillers=fillers)
        return [*found, *(self._told_of(member, model, slot) for member in before)]


def _says_yes(clause: Gapped | None, model: Frame) -> bool:
    """Whether a clause says yes of whom it names; who is only set apart has the contrary of the others."""
    if clause is not None and not clause.alike:
        return clause.holds
    return (model.factuality is Factuality.ASSERTED) is (clause is not None)


def _without_borrowed(frames: Sequence[Frame], passage: Passage) -> list[Frame]:
    """Frames but for those that the verb of a clause that leaves the rest out seems to tell of others ("so has B")."""
    clauses = passage.grammar.gapped_clauses(passage.text)
    return [
        f
        for f in frames
        if not any(
            c.start <= f.start < c.end and not any(m.inside(c.start, c.end) for m in _things(f))
            for c in clauses
        )
    ]


def _contrary(frames: list[Frame], own: list[Frame], start: int) -> list[Frame]:
    """Frames, with the contrary said of those that a sentence excepts; what their noun alone tells is left open."""
    if not own:
        return frames
    passage, found = own[0].passage, list[Frame]()
    of_none = passage.grammar.of_none(passage.text[:start])
    undone = of_none and passage.grammar.leaves_undone(passage.text)
    for frame in frames:
        if frame not in own:
            found.append(frame)
        elif undone:
            found.append(replace(frame, factuality=Factuality.DENIED))
        elif of_none or frame.factuality is Factuality.DENIED:
            found.append(replace(frame, factuality=Factuality.ASSERTED))
        elif not is_presupposed(frame):
            found.append(replace(frame, factuality=Factuality.DENIED))
    return found


def _is_aside(frame: Frame, group: Sequence[Mention]) -> bool:
    """Whether what a frame says is said of the excepted themselves ("unlike X, which got it, Y goes on waiting")."""
    end = max(m.end for m in group)
    return frame.start >= end and frame.passage.grammar.opens_relative(frame.passage.text[end : frame.start])


def _without_open(frames: list[Frame], lists: frozenset[str], passage: Passage) -> list[Frame]:
    """Frames but for those of no list that a noun, or another frame, only lets go without saying of whom is excepted.

    "All but X signed their treaty" leaves open whether X has one.
    """
    loose = [f for f in frames if f.cls not in lists and f.factuality is Factuality.ASSERTED and _is_loose(f)]
    apart = {m for m in passage.of(Kind.THING) if _is_apart(m, passage)} if loose else set()
    denied = {f.cls for f in frames if f.factuality is Factuality.DENIED}
    return [f for f in frames if f not in loose or f.cls in denied or not _things(f) & apart]


def _is_apart(mention: Mention, passage: Passage) -> bool:
    alike = [m for m in passage.of(Kind.THING) if m.classes & mention.classes]
    return any(mention in group for group in set_apart(alike, alike, passage))


def _is_loose(frame: Frame) -> bool:
    return frame.entry is None or is_presupposed(frame)


def _things(frame: Frame) -> set[Mention]:
    return {f.mention for told in frame.fillers.values() for f in told if f.mention is not None}


def _right_before(clause: Gapped, members: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The list that ends where a clause begins."""
    ahead = [m for m in members if m.kind is Kind.THING and m.end <= clause.start]
    last = max(ahead, key=lambda m: m.end, default=None)
    if last is None or passage.text[last.end : clause.start].strip(" ,(–—"):
        return []
    return coordinated(last, ahead, passage)


def _members(frame: Frame, slot: Slot) -> set[Mention]:
    return {f.mention for f in frame.fillers.get(slot.path, ()) if f.mention is not None}


def _apart(members: list[Mention], passage: Passage) -> Iterator[tuple[list[Mention], Gapped | None]]:
    """Lists of members that a clause of their own, or a word before them, sets apart from the rest."""
    clauses = passage.grammar.gapped_clauses(passage.text)
    for clause in clauses:
        inside = [m for m in members if m.inside(clause.start, clause.end)]
        if inside:
            yield inside, clause
    rest = [m for m in members if not any(m.inside(c.start, c.end) for c in clauses)]
    for group in set_apart(rest, members, passage):
        yield group, None
