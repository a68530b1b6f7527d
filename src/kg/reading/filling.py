"""The slots of what a passage evokes, filled from the sentence and then from around it."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from kg.reading.context import Surroundings
from kg.reading.frames import Filler, Frame, Opening, is_pronoun, roles, thing_key
from kg.reading.listing import coordinated
from kg.reading.memory import Memory
from kg.reading.mentions import Kind, Mention, Passage
from kg.reading.nearness import (
    FARTHEST,
    adjacent,
    attached,
    cued,
    gap_between,
    is_keyed,
    same_segment,
    same_voice,
    score,
    words_between,
)
from kg.reading.pool import Pool
from kg.reading.sources import Sources
from kg.reading.spreading import Spreader
from kg.schema import ClassShape, Schema, Slot


class Filling:
    """Fills openings.

    Args:
        schema: Classes and shapes.
        pool: Of candidates.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._sources = Sources(schema, pool, memory)
        self._spreader = Spreader(pool, memory)

    def fill(self, call: Opening, passage: Passage, around: Surroundings, taken: set[Mention]) -> list[Frame]:
        chosen: dict[str, list[Filler]] = {}
        used: set[Mention] = {call.at} if call.about is None else {call.at, call.about}
        self._preset(call, passage, chosen)
        for slot in self._pool.in_order(call):
            if slot.path in chosen:
                continue
            fillers = self.fill_slot(slot, call, passage, around, used, taken, chosen)
            if fillers:
                chosen[slot.path] = fillers
                used.update(f.mention for f in fillers if f.mention is not None)
            elif slot.least or (call.entry is not None and slot.path in call.entry.needs):
                return []
        if not self._grounded(call, passage, chosen):
            return []
        self._give_back(call, passage, chosen)
        return self._spreader.spread(call, passage, chosen, around)

    def _preset(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> None:
        for path, value in call.entry.sets if call.entry else ():
            thing = value.value if isinstance(value, NamedNode) else None
            chosen[path] = [Filler(path, passage, call.at, value=value, thing=thing)]
        joins = call.shape.hints.get("joins", ())
        if joins and call.about is not None:
            for path, mention in zip(joins, (call.at, call.about), strict=False):
                place = (passage, mention)
                if mention is call.at:
                    place = self._memory.fuller(path, call, passage)
                chosen[path] = [self._pool.filler(path, *place, call.shape.slot(path))]

    def _give_back(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> None:
        """Leave out a place that another slot names too, behind a preposition that either may have ("à")."""
        for slot in call.shape.slots:
            mention = next((f.mention for f in chosen.get(slot.path, ()) if f.here), None)
            if not slot.needs_cue or mention is None:
                continue
            for other in call.shape.slots:
                same = {thing_key(f.mention) for f in chosen.get(other.path, ()) if f.mention is not None}
                if other is not slot and thing_key(mention) in same and cued(other, mention, passage):
                    chosen.pop(slot.path, None)

    def fill_slot(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        used: set[Mention],
        taken: set[Mention],
        chosen: dict[str, list[Filler]],
    ) -> list[Filler]:
        sources = slot.sources or ("Sentence",)
        for source in sources:
            if source == "Sentence":
                found = self._from_sentence(slot, call, passage, around, used, taken)
            else:
                found = self._sources.offer(source, slot, call, passage, around, chosen)
            if found:
                return found
        if slot.default is not None:
            thing = slot.default.value if isinstance(slot.default, NamedNode) else None
            return [Filler(slot.path, passage, None, value=slot.default, thing=thing)]
        return []

    def _from_sentence(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        used: set[Mention],
        taken: set[Mention],
    ) -> list[Filler]:
        open_to = [m for m in self._pool.candidates(slot, passage, call) if m not in used]
        candidates = self._within_reach(
            slot, call, passage, self._usable(slot, call, passage, around, taken, open_to)
        )
        scored = [(self._score(slot, call, m, passage), -m.start, m) for m in candidates]
        scored = [s for s in scored if s[0] > -FARTHEST]
        if not scored:
            return []
        best = max(scored, key=lambda s: (s[0], s[1]))[2]
        members = self._members(best, candidates, slot, call, passage)
        resolved = [r for m in members for r in self._resolved(m, passage, slot, around)]
        if not resolved and best.kind is Kind.REFERENCE and self._goes_without_saying(slot, best, around):
            thing = slot.default.value if isinstance(slot.default, NamedNode) else None
            return [Filler(slot.path, passage, best, value=slot.default, thing=thing)]
        if "pairs" in slot.hints and len({thing_key(m) for _, m in resolved}) == 1:
            resolved += [p for p in around.places("Subject", passage, slot) if p[1] not in members][:1]
        return [self._pool.filler(slot.path, p, m, slot) for p, m in resolved]

    def _usable(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        taken: set[Mention],
        found: list[Mention],
    ) -> list[Mention]:
        """Candidates that nothing but their place could keep out."""
        found = [m for m in found if not is_pronoun(m) or around.resolve(m, passage, slot.classes)]
        found = [m for m in found if same_voice(call.at, m, passage)]
        if "future" in slot.hints:
            found = [m for m in found if m.period_kind == "until" or around.is_ahead(m.period)]
        if slot.kind == "thing":
            if slot.path not in call.shape.hints.get("joins", ()):
                found = [m for m in found if m not in taken or "shares" in slot.hints]
            if not slot.least and not slot.needs_cue:
                nouns = {
                    w.start for w in passage.of(Kind.WORD) if w.entry and "CountedNoun" in roles(w.entry)
                }
                found = [m for m in found if m.end + 1 not in nouns or m.kind is not Kind.THING]
            if not slot.least and "anyCue" not in slot.hints:
                found = [m for m in found if not m.compound or m.inside(call.at.start, call.at.end)]
        allowed = self._pool.constrained(slot, call)
        return [m for m in found if self._pool.fits(m, allowed)] if allowed else found

    def _within_reach(
        self, slot: Slot, call: Opening, passage: Passage, found: list[Mention]
    ) -> list[Mention]:
        """Candidates that stand where the slot and the word ask them to stand."""
        if slot.kind == "period":
            found = [m for m in found if ";" not in words_between(call.at, m, passage.text)]
        tight = int(call.entry.hints.get("tight", ("0",))[0]) if call.entry else 0
        within = int((slot.hints.get("within") or ("0",))[0])
        if tight or within:
            farthest = min(n for n in (tight, within) if n)
            found = [m for m in found if gap_between(call.at, m) <= farthest]
        if "cueOnly" in slot.hints:
            found = [m for m in found if attached(slot, call, m, passage)]
        if "adjacent" in slot.hints:
            found = [m for m in found if adjacent(call, m, passage)]
        return found

    def _members(
        self, best: Mention, candidates: list[Mention], slot: Slot, call: Opening, passage: Passage
    ) -> list[Mention]:
        """All that fills the slot along with the best candidate."""
        if slot.each and call.entry is not None and "Continues" in roles(call.entry):
            return [m for m in candidates if m.kind is Kind.THING and not m.compound]
        if slot.each or slot.most != 1 or "follows" in slot.hints:
            return self._with_coordinated(best, candidates, passage, slot, call)
        return [best]

    def _goes_without_saying(self, slot: Slot, mention: Mention, around: Surroundings) -> bool:
        """Whether a reference can only mean the default, in a document that speaks of what that belongs to."""
        context = slot.hints.get("defaultWhere", ())
        return (
            slot.default is not None
            and not is_pronoun(mention)
            and bool(context)
            and around.speaks_of(context)
        )

    def _resolved(
        self, mention: Mention, passage: Passage, slot: Slot, around: Surroundings
    ) -> list[tuple[Passage, Mention]]:
        """A mention itself; for "we" in somebody's words what that person was said to belong to."""
        classes = tuple(slot.hints.get("fillers") or slot.classes)
        if mention.entry is not None and "ToSpeaker" in mention.entry.hints.get("refersTo", ()):
            speaker = passage.speaker_at(mention.start)
            key = (speaker.things[0] if speaker.things else speaker.text) if speaker else ""
            for (_, holder), place in sorted(self._memory.places.items(), key=lambda item: item[0]):
                if holder == key and self._pool.fits(place[1], classes):
                    return [place]
        return around.resolve(mention, passage, classes)

    def _grounded(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> bool:
        """A weak word counts only where the slots it needs are filled in the passage itself."""
        entry = call.entry
        if entry is not None and "Continues" in roles(entry):
            each = [s.path for s in call.shape.slots if s.each]
            return all(any(f.here and f.mention for f in chosen.get(p, ())) for p in each)
        if entry is not None and "needsOne" in entry.hints:
            return any(path in chosen for path in entry.hints["needsOne"])
        if entry is None:
            needs = call.shape.hints.get("needs", ())
            alternatives = call.shape.hints.get("needsOne", ())
            if alternatives and not any(p in chosen for p in alternatives):
                return False
            return all(p in chosen for p in needs)
        if entry.weak and not entry.needs:
            needs = tuple(s.path for s in call.shape.slots if s.least and s.default is None)
        else:
            needs = entry.needs
        missing = [p for p in needs if not any(f.here and f.mention is not None for f in chosen.get(p, ()))]
        if not missing:
            return True
        if not all(chosen.get(path) for path in missing) or self._speaks_of_all(call.shape, missing, passage):
            return False
        if is_keyed(call.at, passage):
            return True
        said = any(
            f.here and f.mention is not None and f.mention is not call.at
            for path, fillers in chosen.items()
            if path not in missing
            for f in fillers
        )
        return set(missing) <= set(entry.hints.get("orSubject", ())) and (said or "near" in entry.hints)

    def _speaks_of_all(self, shape: ClassShape, paths: Sequence[str], passage: Passage) -> bool:
        """Whether the passage speaks of things of a class at large ("towns receive …"), not of the one at hand."""
        for path in paths:
            slot = shape.slot(path)
            for word in passage.of(Kind.WORD):
                if word.entry is None or slot is None or "Generic" not in roles(word.entry):
                    continue
                if any(self._schema.is_a(c, slot.classes) for c in word.entry.denotes):
                    return True
        return False

    def _with_coordinated(
        self, best: Mention, candidates: list[Mention], passage: Passage, slot: Slot, call: Opening
    ) -> list[Mention]:
        if "pairs" in slot.hints or "follows" in slot.hints or slot.kind == "text":
            usable = [
                m
                for m in candidates
                if slot.kind == "text" or self._score(slot, call, m, passage) > -FARTHEST
            ]
            if "pairs" in slot.hints:
                usable = self._own_members(usable, call, passage)
            here = [m for m in usable if same_segment(call.at, m, passage.text)]
            return sorted(here or usable, key=lambda m: m.start)
        return coordinated(best, candidates, passage)

    def _own_members(self, members: list[Mention], call: Opening, passage: Passage) -> list[Mention]:
        """Members of a list that stands right behind another word for the same class belong to that word."""
        rivals = [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None
            and call.shape.iri in w.entry.evokes
            and w.entry.sets
            and call.entry is not None
            and w.entry.iri != call.entry.iri
        ]
        taken: set[Mention] = set()
        for rival in rivals:
            for member in members:
                if member.start >= rival.end and not passage.text[rival.end : member.start].strip():
                    taken.update(coordinated(member, members, passage))
        return [m for m in members if m not in taken] or members

    def _score(self, slot: Slot, call: Opening, mention: Mention, passage: Passage) -> float:
        return score(slot, call, mention, passage, call.shape.iri in self._pool.properties)
