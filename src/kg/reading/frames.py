"""Classes and properties that a passage evokes, and the slots filled for them from their shapes.

A frame is one instance of a class (or one triple of a property) as one passage gives it. What evokes it, which
slots it has, what may fill them and where a missing one comes from all stand in the lexicon and the shapes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality, Term
from kg.language import Language
from kg.names import RDFS_LABEL, XSD
from kg.periods import Period
from kg.reading.context import Surroundings
from kg.reading.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Entry, Schema, Slot

SUBJECT = "subject"
_THINGS = (Kind.THING, Kind.PERSON, Kind.REFERENCE)
_CUE, _WRONG_SIDE, _BOUNDARY, _ATTACHED, _GENITIVE, _COMPOUND = 3.0, 1.0, 1.0, 2.0, 1.5, 2.5
_PER_CHARACTER, _FARTHEST = 0.02, 5.5
_CLAUSE_MARK = re.compile(r"[;:–—()]|, ")
_LEAD = re.compile(r"(?:[\w'’.-]+\W+){0,4}$")


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: a mention where it was read, or a value that an entry or a default gives.

    Args:
        path: The property.
        passage: Where the mention stands; for what "the city" refers to, where that was named.
        mention: None for values that no words give.
        value: A literal, period or fixed thing; None where the mention's thing is the value.
        thing: IRI of the register's thing, where there is one.
        here: The frame's own passage speaks of it, by name or by a reference.
    """

    path: str
    passage: Passage
    mention: Mention | None = None
    value: Term | Period | None = None
    thing: str | None = None
    here: bool = True

    @property
    def key_of_thing(self) -> str:
        return self.thing or (self.mention.text if self.mention else "")

    @property
    def key(self) -> str:
        if self.mention is not None and self.value is None:
            return f"{self.thing or ''}{self.mention.text}{self.mention.period or ''}"
        return str(self.value)


@dataclass(slots=True)
class Frame:
    """One instance of `cls` (or, where `cls` is a property, one triple) that a passage speaks of."""

    cls: str
    passage: Passage
    start: int
    end: int
    factuality: Factuality
    entry: Entry | None = None
    about: Mention | None = None
    opener: Mention | None = None
    fillers: dict[str, list[Filler]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Call:
    """Something in a passage that evokes a class."""

    shape: ClassShape
    at: Mention
    entry: Entry | None
    about: Mention | None = None


class FrameReader:
    """Finds the frames of passages.

    Args:
        schema: What can be evoked, and by what.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._properties = _property_shapes(schema)
        self._named = [c for c in schema.classes.values() if "evokedByName" in c.hints]
        self._joined = [c for c in schema.classes.values() if "joins" in c.hints]
        self._counts = [c for c in schema.classes.values() if c.measures]
        self._memory: dict[tuple[str, str], tuple[Passage, Mention]] = {}
        self._said: dict[tuple[str, ...], Factuality] = {}
        self._held: dict[tuple[str, str], str] = {}
        self._last: list[Frame] = []
        self._told: list[Frame] = []

    def forget(self) -> None:
        """Begin a new document."""
        self._memory.clear()
        self._said.clear()
        self._held.clear()
        self._last = []
        self._told.clear()

    def read(self, passage: Passage, around: Surroundings) -> list[Frame]:
        """All frames of one passage, in the order of their places."""
        taken: set[Mention] = set()
        frames: list[Frame] = []
        for call in self._adjacent(passage):
            made = self._fill(call, passage, around, taken)
            for frame in made:
                taken.update(
                    f.mention
                    for fs in frame.fillers.values()
                    for f in fs
                    if f.mention and f.passage is passage
                )
            frames.extend(made)
            self._remember(made)
        for call in self._calls(passage, around):
            frames.extend(self._fill(call, passage, around, taken))
        frames.extend(self._read_counts(passage, around, frames))
        frames.extend(self._continue(passage, around, frames, taken))
        if passage.text.rstrip().endswith("?"):
            frames = [f for f in frames if f.entry is None or "presupposed" in f.entry.hints]
        self._last = frames or self._last
        self._told.extend(frames)
        return sorted(frames, key=lambda f: (f.start, f.end, f.cls))

    def _held_by_another(self, call: _Call, place: Mention) -> bool:
        """Whether somebody else was said to hold the same office of the same body."""
        key = (_thing_key(call.at), _thing_key(place))
        return call.about is not None and self._held.get(key, _thing_key(call.about)) != _thing_key(call.about)

    def _remember(self, frames: list[Frame]) -> None:
        """What is said of somebody once holds when only the name comes again."""
        for frame in frames:
            if frame.about is not None and frame.opener is not None:
                for fillers in frame.fillers.values():
                    for filler in fillers:
                        if filler.mention not in (None, frame.about, frame.opener):
                            key = (_thing_key(frame.opener), filler.key_of_thing)
                            self._held.setdefault(key, _thing_key(frame.about))
            for path, fillers in frame.fillers.items():
                for other in frame.fillers.values():
                    person = other[0].mention is not None and other[0].mention.kind is Kind.PERSON
                    if person and fillers[0].mention is not None and other is not fillers:
                        key = (path, other[0].key_of_thing)
                        self._memory.setdefault(key, (fillers[0].passage, fillers[0].mention))

    # -- evoking ---------------------------------------------------------------------------------------

    def _calls(self, passage: Passage, around: Surroundings) -> list[_Call]:
        found: list[_Call] = []
        for mention in passage.of(Kind.WORD):
            entry = mention.entry
            if entry is None or "CountedNoun" in _roles(entry):
                continue
            if not self._near(entry, passage, around):
                continue
            for iri in entry.evokes:
                shape = self._schema.classes.get(iri) or self._properties.get(iri)
                if shape is not None:
                    found.append(_Call(shape, mention, entry))
        for mention in passage.of(Kind.THING):
            for shape in self._named:
                if self._fits(mention, (shape.iri,)):
                    found.append(_Call(shape, mention, None, about=mention))
        return found

    def _near(self, entry: Entry, passage: Passage, around: Surroundings) -> bool:
        """Whether something of a class that the word must stand with is spoken of in the passage."""
        wanted = entry.hints.get("near", ())
        if not wanted or any(
            self._fits(m, wanted) and around.resolve(m, passage, wanted)
            for m in passage.of(Kind.THING, Kind.REFERENCE)
        ):
            return True
        before = entry.hints.get("nearBefore", ())
        return bool(before) and any(
            self._fits(m, before)
            for other in around.leading(passage)
            for m in other.of(Kind.THING, Kind.REFERENCE)
        )

    def _adjacent(self, passage: Passage) -> list[_Call]:
        """Frames that open where the fillers of two slots stand side by side, with no word for it."""
        found = []
        for shape in self._joined:
            one, other = (shape.slot(p) for p in shape.hints["joins"][:2])
            if one is None or other is None:
                continue
            for first in self._candidates(one, passage, None):
                partner = self._beside(first, self._candidates(other, passage, None), passage)
                if partner is not None:
                    found.append(_Call(shape, first, None, about=partner))
        return found

    def _beside(self, first: Mention, others: list[Mention], passage: Passage) -> Mention | None:
        ranked = []
        for other in others:
            gap = passage.text[min(first.end, other.end) : max(first.start, other.start)]
            if first.overlaps(other) or len(gap) > 60:
                continue
            if (
                re.search(r"[.;:!?»«„“”\"]", gap)
                or gap.count(",") > 1
                or re.search(r"\b(und|and|et|y|och|sowie)\b", gap)
            ):
                continue
            if (
                other.start > first.end
                and not re.fullmatch(r"\W*(?:Dr|Prof|h|c|a|D|med|Ing)?\W*", gap)
                and "," not in gap
            ):
                blanks = len(gap.split())
                if blanks > 5:
                    continue
            ranked.append((len(gap) + (3 if other.start < first.start else 0), other.start, other))
        return min(ranked)[2] if ranked else None

    def _continue(
        self, passage: Passage, around: Surroundings, frames: list[Frame], taken: set[Mention]
    ) -> list[Frame]:
        """ "… among them X", "Y too was there": more members for the frame that came last."""
        found: list[Frame] = []
        for word in passage.of(Kind.WORD):
            if word.entry is None or "Continues" not in _roles(word.entry) or not _opens_or_ends(word, passage):
                continue
            model = next((f for f in reversed(frames or self._last) if self._listed(f.cls)), None)
            shape = self._listed(model.cls) if model is not None else None
            if model is None or shape is None or (frames and word.start < model.start):
                continue
            members = {m for f in frames if f.cls == shape.iri for fs in f.fillers.values() for m in [fs[0].mention]}
            made = self._fill(_Call(shape, word, word.entry), passage, around, taken | {m for m in members if m})
            for frame in made:
                frame.factuality = model.factuality if frame.factuality is Factuality.ASSERTED else frame.factuality
                for path, fillers in model.fillers.items():
                    if model.cls == frame.cls and fillers[0].mention is not None:
                        frame.fillers.setdefault(path, fillers)
            found.extend(made)
        return found

    def _listed(self, cls: str) -> ClassShape | None:
        """The class of a frame, or what it counts, if lists give one each."""
        shape = self._schema.classes.get(cls)
        if shape is not None and shape.measures:
            shape = self._schema.classes.get(shape.measures)
        return shape if shape is not None and any(s.each for s in shape.slots) else None

    # -- filling ---------------------------------------------------------------------------------------

    def _fill(self, call: _Call, passage: Passage, around: Surroundings, taken: set[Mention]) -> list[Frame]:
        chosen: dict[str, list[Filler]] = {}
        used: set[Mention] = {call.at} if call.about is None else {call.at, call.about}
        self._preset(call, passage, chosen)
        for slot in self._in_order(call):
            if slot.path in chosen:
                continue
            fillers = self._fill_slot(slot, call, passage, around, used, taken, chosen)
            if fillers:
                chosen[slot.path] = fillers
                used.update(f.mention for f in fillers if f.mention is not None)
            elif slot.least or (call.entry is not None and slot.path in call.entry.needs):
                return []
        if not self._grounded(call, passage, chosen):
            return []
        return self._spread(call, passage, chosen, around)

    def _preset(self, call: _Call, passage: Passage, chosen: dict[str, list[Filler]]) -> None:
        for path, value in call.entry.sets if call.entry else ():
            thing = value.value if isinstance(value, NamedNode) else None
            chosen[path] = [Filler(path, passage, call.at, value=value, thing=thing)]
        joins = call.shape.hints.get("joins", ())
        if joins and call.about is not None:
            for path, mention in zip(joins, (call.at, call.about), strict=False):
                place = (passage, mention)
                if mention is call.at:
                    place = self._fuller(path, call, passage)
                chosen[path] = [self._filler(path, *place, call.shape.slot(path))]

    def _fuller(self, path: str, call: _Call, passage: Passage) -> tuple[Passage, Mention]:
        """ "Minister" after "minister of finance" of the same person is the same office."""
        holder = (
            call.about.things[0]
            if call.about and call.about.things
            else (call.about.text if call.about else "")
        )
        known = self._memory.get((path, holder))
        if known is not None and call.at.text.casefold() in known[1].text.casefold():
            return known
        return passage, call.at

    def _in_order(self, call: _Call) -> list[Slot]:
        needs = call.entry.needs if call.entry else ()
        slots = (
            call.shape.slots
            if call.shape.iri not in self._schema.classes
            else self._schema.slots_of(call.shape.iri)
        )
        return sorted(
            (s for s in slots if "notRead" not in s.hints and s.path != RDFS_LABEL.value),
            key=lambda s: ("last" in s.hints, not s.needs_cue, -(s.least > 0 or s.path in needs), s.path != SUBJECT, s.path),
        )

    def _fill_slot(
        self,
        slot: Slot,
        call: _Call,
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
                found = self._from_elsewhere(source, slot, call, passage, around, chosen)
            if found:
                return found
        if slot.default is not None:
            thing = slot.default.value if isinstance(slot.default, NamedNode) else None
            return [Filler(slot.path, passage, None, value=slot.default, thing=thing)]
        return []

    def _from_sentence(
        self,
        slot: Slot,
        call: _Call,
        passage: Passage,
        around: Surroundings,
        used: set[Mention],
        taken: set[Mention],
    ) -> list[Filler]:
        candidates = [m for m in self._candidates(slot, passage, call) if m not in used]
        candidates = [m for m in candidates if not _is_pronoun(m) or around.resolve(m, passage, slot.classes)]
        if "future" in slot.hints:
            candidates = [m for m in candidates if m.period_kind == "until" or around.is_ahead(m.period)]
        if slot.kind == "thing" and slot.path not in call.shape.hints.get("joins", ()):
            candidates = [m for m in candidates if m not in taken or "shares" in slot.hints]
        candidates = [m for m in candidates if _same_voice(call.at, m, passage)]
        if slot.kind == "period":
            candidates = [m for m in candidates if ";" not in _between(call.at, m, passage.text)]
        if slot.kind == "thing" and not slot.least and not slot.needs_cue:
            nouns = {w.start for w in passage.of(Kind.WORD) if w.entry and "CountedNoun" in _roles(w.entry)}
            candidates = [m for m in candidates if m.end + 1 not in nouns or m.kind is not Kind.THING]
        if slot.kind == "thing" and not slot.least and "anyCue" not in slot.hints:
            candidates = [m for m in candidates if not m.compound or m.inside(call.at.start, call.at.end)]
        tight = int(call.entry.hints.get("tight", ("0",))[0]) if call.entry else 0
        within = int((slot.hints.get("within") or ("0",))[0])
        if tight or within:
            farthest = min(n for n in (tight, within) if n)
            candidates = [m for m in candidates if _gap(call.at, m) <= farthest]
        allowed = self._constrained(slot, call)
        if allowed:
            candidates = [m for m in candidates if self._fits(m, allowed)]
        if "cueOnly" in slot.hints:
            candidates = [m for m in candidates if _attached(slot, call, m, passage)]
        if "adjacent" in slot.hints:
            candidates = [m for m in candidates if _adjacent(call, m, passage)]
        scored = [(self._score(slot, call, m, passage), -m.start, m) for m in candidates]
        scored = [s for s in scored if s[0] > -_FARTHEST]
        if not scored:
            return []
        best = max(scored, key=lambda s: (s[0], s[1]))[2]
        members = [best]
        if slot.each and call.entry is not None and "Continues" in _roles(call.entry):
            members = [m for m in candidates if m.kind is Kind.THING and not m.compound]
        elif slot.each or slot.most != 1 or "follows" in slot.hints:
            members = self._with_coordinated(best, candidates, passage, slot, call)
        resolved = [r for m in members for r in self._resolved(m, passage, slot, around)]
        if not resolved and best.kind is Kind.REFERENCE and self._goes_without_saying(slot, best, around):
            thing = slot.default.value if isinstance(slot.default, NamedNode) else None
            return [Filler(slot.path, passage, best, value=slot.default, thing=thing)]
        if "pairs" in slot.hints and len({_thing_key(m) for _, m in resolved}) == 1:
            resolved += [p for p in around.places("Subject", passage, slot) if p[1] not in members][:1]
        return [self._filler(slot.path, p, m, slot) for p, m in resolved]

    def _goes_without_saying(self, slot: Slot, mention: Mention, around: Surroundings) -> bool:
        """Whether "the label" can only be the usual one, in a document that speaks of what that belongs to."""
        context = slot.hints.get("defaultWhere", ())
        return slot.default is not None and not _is_pronoun(mention) and bool(context) and around.speaks_of(context)

    def _resolved(
        self, mention: Mention, passage: Passage, slot: Slot, around: Surroundings
    ) -> list[tuple[Passage, Mention]]:
        """A mention itself; for "we" in somebody's words what that person was said to belong to."""
        classes = tuple(slot.hints.get("fillers") or slot.classes)
        if mention.entry is not None and "ToSpeaker" in mention.entry.hints.get("refersTo", ()):
            speaker = passage.speaker_at(mention.start)
            key = (speaker.things[0] if speaker.things else speaker.text) if speaker else ""
            for (_, holder), place in sorted(self._memory.items(), key=lambda item: item[0]):
                if holder == key and self._fits(place[1], classes):
                    return [place]
        return around.resolve(mention, passage, classes)

    def _from_elsewhere(
        self,
        source: str,
        slot: Slot,
        call: _Call,
        passage: Passage,
        around: Surroundings,
        chosen: dict[str, list[Filler]],
    ) -> list[Filler]:
        if source == "Following" and slot.kind == "text":
            words = re.match(r"[^.;:!?\n]{0,80}\b", passage.text[call.at.end :])
            text = words.group(0).strip() if words else ""
            return [Filler(slot.path, passage, None, value=Literal(text))] if text else []
        if source == "Words" and slot.kind == "text":
            return self._words_of(slot, call, passage)
        if source == "Phrase" and slot.kind == "text":
            return _phrases(slot, call, passage, around.language)
        if source == "Currency":
            return _currencies(slot, passage, chosen)
        if source == "Opener":
            return self._opener(slot, passage)
        if source == "Earlier":
            return self._earlier(slot, around.places("Subject", passage, slot))
        if source == "Own" and call.about is not None:
            return [
                Filler(slot.path, passage, call.about, value=NamedNode(o), thing=o)
                for t in call.about.things[:1]
                for o in self._known(t, slot.path)
            ]
        allowed = self._constrained(slot, call)
        if source == "Clause":
            return self._from_clause(slot, call, passage)
        if source == "Possessor":
            return self._possessor(slot, call, passage, around)
        if source == "Implied":
            return [
                Filler(slot.path, passage, None, value=NamedNode(o), thing=o)
                for t in call.at.things
                for o in self._schema.implied.get((t, slot.path), ())
            ]
        places = around.places(source, passage, replace(slot, classes=allowed) if allowed else slot)
        if source == "Known":
            places = self._said_before(slot, chosen)
        if "registeredOnly" in slot.hints and not call.at.things and source in ("Subject", "PreviousSentence"):
            return []
        if source == "Publisher" and "notPublisher" in slot.hints:
            places = [p for p in places if not self._fits(p[1], slot.hints["notPublisher"])]
        if "unique" in slot.hints and source in ("Subject", "Publisher"):
            places = [p for p in places if not self._held_by_another(call, p[1])]
        if source == "PreviousSentence" and "unique" in slot.hints and len({m.text for _, m in places}) > 1:
            return []
        if not slot.each and slot.most == 1:
            places = places[:1]
        return [replace(self._filler(slot.path, p, m, slot), here=p is passage) for p, m in places]

    def _constrained(self, slot: Slot, call: _Call) -> tuple[str, ...]:
        """Classes that a thing beside it (an office, say) allows in a slot; () where nothing does."""
        if call.entry is not None and slot.path == SUBJECT and "only" in call.entry.hints:
            return call.entry.hints["only"]
        allowed = {c for t in call.at.things for c in self._schema.constraints.get((t, slot.path), ())}
        return tuple(sorted(allowed)) or tuple(slot.hints.get("fillers", ()))

    def _from_clause(self, slot: Slot, call: _Call, passage: Passage) -> list[Filler]:
        """The one candidate between the commas that what opens the frame stands in, if there is just one."""
        ends = [m for m in (call.at, call.about) if m is not None]
        start, end = min(m.start for m in ends), max(m.end for m in ends)
        start = max(passage.text.rfind(mark, 0, start) for mark in (",", ";", ":", "–")) + 1
        stops = [at for mark in (",", ";", ":", "–") if (at := passage.text.find(mark, end)) >= 0]
        allowed = self._constrained(slot, call) or slot.classes
        found = [
            m
            for m in passage.of(Kind.THING)
            if m.inside(start, min(stops, default=len(passage.text)))
            and self._fits(m, allowed)
            and not self._fits(m, slot.hints.get("except", ()))
            and not _after_preposition(m, passage)
        ]
        return [self._filler(slot.path, passage, found[0], slot)] if len(found) == 1 else []

    def _words_of(self, slot: Slot, call: _Call, passage: Passage) -> list[Filler]:
        """The words of the nearest thing of the classes that a text slot names."""
        found = [m for m in passage.of(Kind.THING) if self._fits(m, slot.hints.get("wordsOf", ()))]
        if not found:
            return []
        nearest = min(found, key=lambda m: (_gap(call.at, m), m.start))
        return [Filler(slot.path, passage, nearest, value=Literal(nearest.text))]

    def _opener(self, slot: Slot, passage: Passage) -> list[Filler]:
        """What the sentence opens with and so speaks of ("France takes part with nine towns")."""
        allowed = tuple(slot.hints.get("openers", ())) or slot.classes
        first = next((m for m in passage.of(Kind.THING)), None)
        if first is None or first.start > _OPENING or not self._fits(first, allowed) or first.compound:
            return []
        return [self._filler(slot.path, passage, first, slot)]

    def _earlier(self, slot: Slot, subjects: Sequence[tuple[Passage, Mention]]) -> list[Filler]:
        """What the last frame that has this property put there; rather one that has the document's subject in it."""
        about = {_thing_key(m) for _, m in subjects}
        told = [f.fillers[slot.path] for f in reversed(self._told) if slot.path in f.fillers]
        told.sort(key=lambda fillers: not any(f.key_of_thing in about for f in fillers))
        return [replace(f, here=False) for f in told[0]] if told else []

    def _possessor(self, slot: Slot, call: _Call, passage: Passage, around: Surroundings) -> list[Filler]:
        """ "its director", "ihr Bürgermeister": of the thing named last before."""
        if not _POSSESSIVE.search(passage.text[max(0, call.at.start - 24) : call.at.start]):
            return []
        wanted = replace(slot, classes=self._constrained(slot, call) or slot.classes, needs_cue=False)
        here = [m for m in passage.of(Kind.THING) if self._fits(m, wanted.classes) and m.end <= call.at.start]
        if here:
            return [self._filler(slot.path, passage, here[-1], slot)]
        if any(m.end <= call.at.start for m in passage.of(Kind.THING)):
            return []
        places = around.places("PreviousSentence", passage, wanted)
        return [replace(self._filler(slot.path, p, m, slot), here=False) for p, m in places[-1:]]

    def _said_before(self, slot: Slot, chosen: dict[str, list[Filler]]) -> list[tuple[Passage, Mention]]:
        """What an earlier frame of the same identity put into the slot."""
        for fillers in chosen.values():
            for filler in fillers:
                known = self._memory.get((slot.path, filler.key_of_thing))
                if known is not None:
                    return [known]
        return []

    def _known(self, thing: str, path: str) -> list[str]:
        return [o.value for o in self._schema.known(thing, path) if isinstance(o, NamedNode)]

    def _grounded(self, call: _Call, passage: Passage, chosen: dict[str, list[Filler]]) -> bool:
        """A weak word counts only where the slots it needs are filled in the passage itself."""
        entry = call.entry
        if entry is not None and "Continues" in _roles(entry):
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
        if _is_keyed(call.at, passage):
            return True
        said = any(
            f.here and f.mention is not None and f.mention is not call.at
            for path, fillers in chosen.items()
            if path not in missing
            for f in fillers
        )
        return set(missing) <= set(entry.hints.get("orSubject", ())) and (said or "near" in entry.hints)

    def _speaks_of_all(self, shape: ClassShape, paths: Sequence[str], passage: Passage) -> bool:
        """Whether the passage speaks of things of a class at large ("cities receive …"), not of the one at hand."""
        for path in paths:
            slot = shape.slot(path)
            for word in passage.of(Kind.WORD):
                if word.entry is None or slot is None or "Generic" not in _roles(word.entry):
                    continue
                if any(self._schema.is_a(c, slot.classes) for c in word.entry.denotes):
                    return True
        return False

    def _spread(
        self, call: _Call, passage: Passage, chosen: dict[str, list[Filler]], around: Surroundings
    ) -> list[Frame]:
        """One frame for each member of a list, and for each pair where a slot wants pairs."""
        self._negate(call, chosen, passage, around)
        self._yield(call, chosen)
        slots = {s.path: s for s in self._in_order(call)}
        options: list[list[tuple[str, list[Filler]]]] = []
        for path, fillers in sorted(chosen.items()):
            slot = slots.get(path)
            if slot is not None and "pairs" in slot.hints:
                options.append([(path, list(pair)) for pair in self._pairs(slot, fillers, passage)])
            elif slot is not None and "follows" in slot.hints:
                options.append([(path, fillers)])
            elif slot is not None and (slot.each or (slot.most == 1 and len(fillers) > 1)):
                options.append([(path, [f]) for f in fillers])
            else:
                options.append([(path, fillers)])
        frames = [
            Frame(
                call.shape.iri,
                passage,
                call.at.start,
                call.at.end,
                self._firmness(call, dict(combo), passage, around),
                call.entry,
                call.about,
                call.at,
                dict(combo),
            )
            for combo in itertools.product(*options)
        ]
        for frame in frames:
            self._keep_following(frame, slots, frames)
        return frames

    def _negate(
        self, call: _Call, chosen: dict[str, list[Filler]], passage: Passage, around: Surroundings
    ) -> None:
        """ "not binding" asserts a false value rather than denying a true one."""
        for fillers in chosen.values():
            value = fillers[0].value
            if isinstance(value, Literal) and value.datatype.value == XSD + "boolean" and value.value == "true":
                if around.factuality(call.at, call.entry, passage) is Factuality.DENIED:
                    fillers[0] = replace(fillers[0], value=Literal("false", datatype=value.datatype))

    def _yield(self, call: _Call, chosen: dict[str, list[Filler]]) -> None:
        """Where a word leaves a value open, another slot that is filled decides it."""
        for slot in call.shape.slots if call.entry is not None and "yields" in call.entry.hints else ():
            decider, value = (slot.hints.get("whereFilled") or ("",))[0], slot.hints.get("thenValue")
            if value and chosen.get(decider) and slot.path in chosen:
                node = NamedNode(value[0])
                chosen[slot.path] = [replace(chosen[slot.path][0], value=node, thing=node.value)]

    def _firmness(
        self, call: _Call, fillers: dict[str, list[Filler]], passage: Passage, around: Surroundings
    ) -> Factuality:
        """The clause's firmness, held against the document's day and against what was said of the thing before."""
        found = around.factuality(call.at, call.entry, passage, presupposed="joins" in call.shape.hints)
        periods = [f.value for fs in fillers.values() for f in fs if isinstance(f.value, Period)]
        if found is Factuality.DENIED and any(_is_boolean(f) for fs in fillers.values() for f in fs):
            return Factuality.ASSERTED
        if found is Factuality.EXPECTED and around.is_past(periods):
            found = Factuality.ASSERTED
        modal = call.entry is not None and "modal" in call.entry.hints
        if found is Factuality.ASSERTED and around.is_future(periods) and not modal:
            found = Factuality.EXPECTED
        key = (call.shape.iri, *sorted(f.key_of_thing for fs in fillers.values() for f in fs if f.thing))
        inherited = call.entry is not None and not any(
            f.here and f.mention and f.thing for fs in fillers.values() for f in fs
        )
        if inherited and found is Factuality.ASSERTED:
            return self._said.get(key, found)
        self._said.setdefault(key, found)
        return found

    def _keep_following(self, frame: Frame, slots: dict[str, Slot], frames: list[Frame]) -> None:
        """Of a slot that goes with a member of a list, only what stands between that member and the next."""
        for path, slot in slots.items():
            leader = (slot.hints.get("follows") or ("",))[0]
            if path not in frame.fillers or leader not in frame.fillers:
                continue
            start = _place(frame.fillers[leader][0])
            later = [p for other in frames for f in other.fillers.get(leader, ()) if (p := _place(f)) > start]
            end = min(later, default=len(frame.passage.text))
            kept = [f for f in frame.fillers[path] if start < _place(f) < end]
            if kept:
                frame.fillers[path] = kept[:1]
            else:
                del frame.fillers[path]

    def _pairs(
        self, slot: Slot, fillers: Sequence[Filler], passage: Passage
    ) -> Iterable[tuple[Filler, Filler]]:
        unlike = slot.hints.get("differ", ())
        segments = _segments(fillers, passage)
        if segments:
            return [p for part in segments for p in self._pairs(slot, part, passage)]
        groups = _groups([f for f in fillers if f.mention is not None], passage)
        across = [
            (a, b) for one, other in itertools.combinations(groups, 2) for a in one for b in other
        ] or list(itertools.combinations(fillers, 2))
        chain = len(groups) > 2
        pairs = list(itertools.combinations(fillers, 2)) if chain else across
        return [(a, b) for a, b in pairs if a.key != b.key and not (unlike and self._same(a, b, *unlike[:2]))]

    def _same(self, a: Filler, b: Filler, path: str, cls: str) -> bool:
        if not a.thing or not b.thing:
            return False
        shared = self._above(a.thing, path) & self._above(b.thing, path)
        return any(self._schema.thing_is(t, (cls,)) for t in shared)

    def _above(self, thing: str, path: str) -> set[str]:
        found: set[str] = set()
        todo = [thing]
        while todo:
            for upper in self._known(todo.pop(), path):
                if upper not in found:
                    found.add(upper)
                    todo.append(upper)
        return found

    # -- candidates ------------------------------------------------------------------------------------

    def _candidates(self, slot: Slot, passage: Passage, call: _Call | None) -> list[Mention]:
        found = [m for m in passage.mentions if self._may_fill(slot, m, passage)]
        if slot.kind == "number":
            found = [m for m in found if _noun_agrees(slot, m, passage)]
        if slot.needs_cue:
            within = call.at if call is not None and "adjacent" in slot.hints else None
            found = [
                m
                for m in found
                if _cued(slot, m, passage)
                or (within and m.inside(within.start, within.end))
                or (within and _of_them(passage.text[within.end : m.start]))
            ]
        return [m for m in found if not _blocked(slot, m, passage)]

    def _may_fill(self, slot: Slot, mention: Mention, passage: Passage) -> bool:
        if slot.kind == "thing":
            if self._fits(mention, slot.hints.get("except", ())):
                return False
            return mention.kind in _THINGS and self._fits(mention, slot.hints.get("fillers") or slot.classes)
        if slot.kind == "period":
            kinds = slot.hints.get("periodKind")
            if mention.kind is not Kind.PERIOD or (
                kinds is None and mention.period_kind in ("until", "since")
            ):
                return False
            return kinds is None or mention.period_kind in kinds
        if slot.kind == "number":
            return mention.kind is Kind.NUMBER and _amount_agrees(slot, mention)
        if slot.kind == "text":
            return mention.kind is Kind.QUOTED and "quoted" in slot.hints
        return False

    def _fits(self, mention: Mention, classes: Iterable[str]) -> bool:
        wanted = tuple(classes)
        return any(self._schema.is_a(c, wanted) for c in mention.classes)

    def _filler(self, path: str, passage: Passage, mention: Mention, slot: Slot | None) -> Filler:
        thing = None
        if mention.things:
            fitting = [
                t
                for t in mention.things
                if slot is None or not slot.classes or self._schema.thing_is(t, slot.classes)
            ]
            thing = (fitting or list(mention.things))[0]
        value: Term | Period | None = None
        if mention.kind is Kind.PERIOD:
            value = mention.period
        elif mention.kind is Kind.NUMBER and mention.amount is not None:
            value = number_literal(mention.amount.value, slot.datatype if slot else "")
        elif mention.kind is Kind.QUOTED:
            value = Literal(mention.text)
        return Filler(path, passage, mention, value=value, thing=thing)

    def _score(self, slot: Slot, call: _Call, mention: Mention, passage: Passage) -> float:
        anchor = call.about or call.at
        nearest = min((call.at, anchor), key=lambda m: _gap(m, mention))
        score = -min(_gap(nearest, mention) * _PER_CHARACTER, 3.0)
        between = passage.text[min(nearest.end, mention.end) : max(nearest.start, mention.start)]
        if not _same_segment(nearest, mention, passage.text):
            score -= 2 * _BOUNDARY
        score -= _BOUNDARY * min(len(_CLAUSE_MARK.findall(between)), 2) * 0.5
        if _cued(slot, mention, passage):
            score += _CUE
        elif slot.kind == "thing":
            if _after_preposition(mention, passage) and "anyCue" not in slot.hints:
                score -= _ATTACHED
            if mention.genitive and "takesGenitive" not in slot.hints:
                score -= _GENITIVE
        if _is_pronoun(mention):
            score -= _BOUNDARY
        if mention.compound and slot.kind == "thing" and "anyCue" not in slot.hints:
            score -= _COMPOUND
        if call.entry is not None and f"{_side_name(slot)}First" in call.entry.hints:
            score -= mention.start * _PER_CHARACTER
        side = (call.entry.hints.get(f"{_side_name(slot)}Side") if call.entry else None) or slot.hints.get(
            "side"
        )
        if side and (side[0].endswith("Before") != (mention.start < call.at.start)):
            score -= _WRONG_SIDE * (3 if call.entry and call.shape.iri in self._properties else 1)
        return score

    def _with_coordinated(
        self, best: Mention, candidates: list[Mention], passage: Passage, slot: Slot, call: _Call
    ) -> list[Mention]:
        if "pairs" in slot.hints or "follows" in slot.hints or slot.kind == "text":
            usable = [
                m
                for m in candidates
                if slot.kind == "text" or self._score(slot, call, m, passage) > -_FARTHEST
            ]
            if "pairs" in slot.hints:
                usable = self._own_members(usable, call, passage)
            here = [m for m in usable if _same_segment(call.at, m, passage.text)]
            return sorted(here or usable, key=lambda m: m.start)
        return coordinated(best, candidates, passage.text)

    def _own_members(self, members: list[Mention], call: _Call, passage: Passage) -> list[Mention]:
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
                    taken.update(coordinated(member, members, passage.text))
        return [m for m in members if m not in taken] or members

    # -- counts ----------------------------------------------------------------------------------------

    def _read_counts(self, passage: Passage, around: Surroundings, frames: list[Frame]) -> list[Frame]:
        found: list[Frame] = []
        last: ClassShape | None = None
        for number in passage.of(Kind.NUMBER):
            if not _countable(number):
                continue
            whole = _whole_of(number, passage)
            noun = _counted_noun(number, passage) or (_counted_noun(whole, passage) if whole else None)
            shape = self._counted_class(number, noun, passage, around, frames) if noun else None
            if noun is not None and noun.entry and not noun.entry.weak and _within_place(number, passage):
                continue
            if noun is None and (before := _noun_before(number, passage)) is not None:
                shape = self._counted_class(number, before, passage, around, frames)
            elif noun is None and _is_elliptic(number, passage):
                shape = last or self._counted_before(passage) or self._counted_class_near(passage, around)
            if noun is None and shape is None and found and _PART_OF.match(passage.text):
                part = self._counted_class_near(passage, around)
                if part is not None and part.iri != found[-1].cls:
                    made = self._count(part, number, None, passage, around, frames)
                    for frame in made:
                        frame.fillers.update(
                            {p: f for p, f in found[-1].fillers.items() if p in frame.fillers and f[0].thing}
                        )
                    found.extend(made)
                    break
            if noun is None and shape is None and _ends_clause(number, passage):
                shape = self._counted_by_word(passage)
            if shape is None:
                continue
            if any(_whole_of(n, passage) is number for n in passage.of(Kind.NUMBER)) and "wholeCount" in shape.hints:
                shape = self._schema.classes.get(shape.hints["wholeCount"][0], shape)
            last = shape
            made = self._count(shape, number, noun, passage, around, frames)
            found.extend(made)
        return found

    def _counted_before(self, passage: Passage) -> ClassShape | None:
        """What the last passage counted, or counted the members of."""
        for frame in self._last if self._last and passage.number - self._last[0].passage.number <= _RECENT else ():
            for shape in self._counts:
                if frame.cls in (shape.iri, shape.measures):
                    return shape
        return None

    def _counted_class_near(self, passage: Passage, around: Surroundings) -> ClassShape | None:
        """The class whose context the last passages speak of."""
        for shape in self._counts:
            context = shape.hints.get("contextClass", ())
            mentions = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if not _is_pronoun(m)]
            if context and any(self._fits(m, context) for m in mentions):
                return shape
        return None

    def _counted_by_word(self, passage: Passage) -> ClassShape | None:
        """What a number alone counts, by the word of the clause ("377 had applied")."""
        words = [w.entry.evokes for w in passage.of(Kind.WORD) if w.entry is not None]
        for shape in self._counts:
            if "countedByWord" in shape.hints and any(shape.measures in evokes for evokes in words):
                return shape
        return None

    def _counted_class(
        self, number: Mention, noun: Mention, passage: Passage, around: Surroundings, frames: list[Frame]
    ) -> ClassShape | None:
        entry = noun.entry
        if entry is None:
            return None
        shapes = [s for s in self._counts if s.iri in entry.evokes]
        if not entry.weak:
            return shapes[0] if shapes else None
        ranked = []
        for shape in shapes:
            for frame in frames:
                if frame.cls == shape.measures:
                    ranked.append((_distance(number.start, frame.start), 0, shape.iri, shape))
            for call in passage.of(Kind.WORD):
                evoking = call.entry
                if evoking is None or call.overlaps(noun):
                    continue
                if evoking.evokes == (shape.iri,):
                    ranked.append((_distance(number.start, call.start), 1, shape.iri, shape))
                if shape.measures not in evoking.evokes:
                    continue
                if self._near(evoking, passage, around):
                    ranked.append((_distance(number.start, call.start), 1, shape.iri, shape))
            for thing in passage.of(Kind.THING, Kind.REFERENCE):
                if not _is_pronoun(thing) and self._fits(thing, shape.hints.get("contextClass", ())):
                    ranked.append((_distance(number.start, thing.start) + 120, 2, shape.iri, shape))
        return min(ranked, key=lambda r: r[:3])[3] if ranked else None

    def _named_beside(self, number: Mention, shape: ClassShape, passage: Passage, frames: list[Frame]) -> int:
        """How many members are named along with a number of others."""
        named = {f.key for fr in frames if fr.cls == shape.measures for f in _named_fillers(fr, shape)}
        if named:
            return len(named)
        listed = self._schema.classes.get(shape.measures or "")
        slot = next((s for s in listed.slots if s.each), None) if listed is not None else None
        if slot is None:
            return 0
        before = [m for m in self._candidates(slot, passage, None) if m.end <= number.start]
        if not before or not re.fullmatch(r"\s*(?:und|and|et|y|och)\s*", passage.text[before[-1].end : number.start]):
            return 0
        return len(coordinated(before[-1], before, passage.text))

    def _count(
        self,
        shape: ClassShape,
        number: Mention,
        noun: Mention | None,
        passage: Passage,
        around: Surroundings,
        frames: list[Frame],
    ) -> list[Frame]:
        amount = number.amount
        slot = _count_slot(self._schema.slots_of(shape.iri), amount.at_least if amount else False)
        if amount is None or slot is None:
            return []
        value = amount.value
        if amount.more and _ADDS.search(passage.text[max(0, number.start - 40) : number.start]):
            value += self._named_beside(number, shape, passage, frames)
        end = noun.end if noun else number.end
        call = _Call(shape, Mention(Kind.NUMBER, number.start, end, number.text, amount=amount), None)
        chosen = {slot.path: [Filler(slot.path, passage, number, value=number_literal(value, slot.datatype))]}
        used = {number}
        for other in self._in_order(call):
            if other.path in chosen or other.kind == "number":
                continue
            pool: set[Mention] = set()
            fillers = self._fill_slot(other, call, passage, around, used, pool, chosen)
            if fillers:
                chosen[other.path] = fillers
        firmness = around.factuality(number, None, passage, presupposed=not amount.more)
        return [Frame(shape.iri, passage, number.start, end, firmness, None, None, None, chosen)]


# "together with 38 others", "X and nine more": the number adds to what is named; "23 more, among them X" does not
_ADDS = re.compile(
    r"\b(?:mit|neben|und|with|and|alongside|besides|plus|avec|et|con|junto a|y|med|och)\s+(?:\w+\s+)?$", re.IGNORECASE
)


def number_literal(value: float, datatype: str = "") -> Literal:
    """In the datatype that the shape asks for; else xsd:integer where the number is whole, xsd:decimal where not."""
    if float(value).is_integer() and datatype != XSD + "decimal":
        return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
    return Literal(f"{value:f}".rstrip("0").rstrip("."), datatype=NamedNode(XSD + "decimal"))


_JOINERS: dict[str, str] = {
    "": r"und|sowie|auch|and|as well as|plus|et|ainsi que|y|e|och|samt|bzw\.|beziehungsweise|&|/",
}
_JOINED = re.compile(
    rf"^(?:\s*\([^()]{{0,40}}\))?\s*(?:,|–|-|/|;)?\s*(?:(?:{_JOINERS['']})\s+)*"
    r"(?:(?:der|die|das|den|dem|des|von|mit|the|of|with|avec|con|med|la|le|las|los|de|Stadt|Städte|Städten|city|cities)\s+)*$"
)


_DESCRIBED = re.compile(
    r"^\s*,?\s*(?:und|sowie|and|plus|et|y|och|auch)\s+(?:(?:der|die|das|the|auch|later|nearby|now)\s+)?"
    r"(?:[a-zäöüß]+(?:e|en|er|es|em|ings|ens|ly|ish|ian)\s+)$"
)


def joined(gap: str) -> bool:
    """Whether the words between two mentions merely list them."""
    if not gap.strip() or len(gap) >= 70:
        return False
    return _JOINED.match(gap) is not None or _DESCRIBED.match(gap) is not None


def coordinated(best: Mention, candidates: Sequence[Mention], text: str) -> list[Mention]:
    """The members of the list that a mention stands in, in order."""
    ordered = sorted(candidates, key=lambda m: m.start)
    at = ordered.index(best)
    first = last = at
    while first > 0 and joined(text[ordered[first - 1].end : ordered[first].start]):
        first -= 1
    while last + 1 < len(ordered) and joined(text[ordered[last].end : ordered[last + 1].start]):
        last += 1
    return ordered[first : last + 1]


_BREAK = re.compile(r";|\b(?:while|whereas|während|wohingegen|tandis que|mientras|medan)\b", re.IGNORECASE)


def _segments(fillers: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    """The parts of a sentence that each pair their own members ("A with B, C with D"); [] where there is one."""
    here = [f for f in fillers if f.passage is passage and f.mention is not None]
    here.sort(key=_place)
    parts: list[list[Filler]] = []
    hard = False
    for filler in here:
        last = parts[-1][-1].mention if parts else None
        gap = passage.text[last.end : filler.mention.start] if last and filler.mention else ""
        broken = _BREAK.search(gap) is not None or _pairs_again(gap, filler, here, passage)
        hard = hard or broken
        if not parts or broken or ("," in gap and not joined(gap)):
            parts.append([filler])
        else:
            parts[-1].append(filler)
    twos = _twos(here, passage)
    if twos:
        return twos
    full = [p for p in parts if len({f.key_of_thing for f in p}) > 1]
    return full if len(parts) > 1 and full and (hard or len(full) == len(parts)) else []


_ONE = re.compile(r"\s*(?:und|and|et|y|och|&|/|–|-|mit|with)\s*(?:the\s+|der\s+|die\s+)?$")
_NEXT = re.compile(r"\s*(?:,\s*(?:und|and|sowie)?|;|sowie|as well as|ainsi que|así como|samt)\s*(?:the\s+|der\s+|die\s+)?$")


def _twos(here: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    """ "A and B, C and D as well as E and F": the pairs of a list of pairs; [] where it is none."""
    if len(here) < 4 or len(here) % 2:
        return []
    gaps = [
        passage.text[a.mention.end : b.mention.start] if a.mention and b.mention else ""
        for a, b in itertools.pairwise(here)
    ]
    if all(_ONE.match(g) for g in gaps[::2]) and all(_NEXT.match(g) for g in gaps[1::2]):
        return [list(here[i : i + 2]) for i in range(0, len(here), 2)]
    return []


_PAIRS = re.compile(r"\b(?:mit|with|avec|con|med)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _pairs_again(gap: str, filler: Filler, here: Sequence[Filler], passage: Passage) -> bool:
    """Whether a comma ends one pair and begins another ("A with B, C with D")."""
    at = here.index(filler)
    if "," not in gap or not 1 < at < len(here) - 1:
        return False
    before, after = here[at - 1].mention, here[at + 1].mention
    return all(m is not None and _PAIRS.search(passage.text[: m.start]) for m in (before, after))


def _groups(fillers: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    groups: list[list[Filler]] = []
    for filler in sorted(
        fillers, key=lambda f: (f.passage is not passage, f.mention.start if f.mention else 0)
    ):
        if groups and filler.passage is passage and groups[-1][-1].passage is passage:
            last, this = groups[-1][-1].mention, filler.mention
            gap = passage.text[last.end : this.start] if last and this else ""
            if joined(gap) and not re.search(r"[–-]", gap):
                groups[-1].append(filler)
                continue
        groups.append([filler])
    return groups


def _property_shapes(schema: Schema) -> dict[str, ClassShape]:
    """Each property that a shape has, as a frame of two slots: its subject and its object."""
    found: dict[str, ClassShape] = {}
    for shape in schema.classes.values():
        for slot in shape.slots:
            ends = found.get(slot.path)
            classes = (shape.iri, *(ends.slots[0].classes if ends else ()))
            hints = {k.removeprefix("subject"): v for k, v in slot.hints.items() if k.startswith("subject")}
            hints = {k[:1].lower() + k[1:]: v for k, v in hints.items()}
            subject = Slot(
                slot.shape,
                SUBJECT,
                "thing",
                tuple(sorted(set(classes))),
                least=1,
                most=1,
                each="each" in hints,
                default=NamedNode(hints["default"][0]) if "default" in hints else None,
                sources=tuple(hints.get("sources", ())),
                hints=hints,
            )
            value = Slot(**{**{n: getattr(slot, n) for n in Slot.__slots__}, "least": 1})
            found[slot.path] = ClassShape(slot.path, (subject, value))
    return found


_RECENT = 2
_OPENING = 14
_PHRASE_END = re.compile(r"[.;:!?()„“\"]|, (?:and zwar|und zwar|die|der|das|which|who|that|from|so|as)\b|\s[–—-]\s")
_PHRASE_SPLIT = re.compile(r",\s+(?:und\s+|and\s+)?|\s+(?:und|and|sowie|et|y|och)\s+(?!-)")
_PHRASE_LEAD = re.compile(
    r"^\W*(?:(?:sind|ist|are|is|include|lauten|heißen|namely|und zwar|an|den|die|das|der|dem|the|on|zu|zum|zur|about|bei|im|in|"
    r"um|über|auf|with|mit|Themen|Thema|Bereichen|Bereich|Feldern|sur|les|la|le|els|el|los|las|de)\s+)*",
    re.IGNORECASE,
)
_PHRASE_TAIL = re.compile(
    r"\s+(?:zusammen|aus|an|ein|together|mit)$|\s+(?:this|from|until|by|since|seit|bis|ab|wird|werden|soll|sollen)\s.*$"
)
_LONGEST_PHRASE = 7


def _phrases(slot: Slot, call: _Call, passage: Passage, language: Language) -> list[Filler]:
    """Noun phrases behind (or before) a word that announces them, one for each member of their list."""
    entry = call.entry
    side = (entry.hints.get("phrase") or ("",))[0] if entry is not None else ""
    if not side:
        return []
    if side == "before":
        start = max(passage.text.rfind(mark, 0, call.at.start) for mark in ".;:,") + 1
        stretch, start = passage.text[start : call.at.start], start
    else:
        start = _end_of_word(call, passage)
        colon = re.match(r"\s*:\s*", passage.text[start:])
        start += colon.end() if colon else 0
        rest = passage.text[start:]
        lead = _PHRASE_LEAD.match(rest)
        start += lead.end() if lead else 0
        rest = passage.text[start:]
        ends = [m.start() for m in (_PHRASE_END.search(rest), _BREAK.search(rest)) if m]
        stretch = rest[: min(ends, default=len(rest))].rstrip(" ,")
    found = []
    at = 0
    for part in _PHRASE_SPLIT.split(stretch):
        place = stretch.find(part, at)
        at = place + len(part)
        words = _PHRASE_TAIL.sub("", _PHRASE_LEAD.sub("", part)).strip(" ,*")
        if language.nouns_capitalised:
            words = re.sub(r"(?:\s+[a-zäöüß]\S*)+$", "", words)
        if not words or len(words.split()) > _LONGEST_PHRASE or len(words) < 4:
            break
        begin = start + place + max(part.find(words), 0)
        if any(m.overlaps(Mention(Kind.QUOTED, begin, begin + len(words), words)) for m in passage.of(Kind.PERSON)):
            break
        found.append(
            Filler(slot.path, passage, Mention(Kind.QUOTED, begin, begin + len(words), words), value=Literal(words))
        )
    return found


def _end_of_word(call: _Call, passage: Passage) -> int:
    """Where what opens the frame ends, its second part included ("paired with … on")."""
    for form in call.entry.forms if call.entry else ():
        first, _, last = form.partition("…")
        if last and first.strip().casefold() == call.at.text.casefold():
            found = passage.text.find(last.strip(), call.at.end)
            if found >= 0:
                return found + len(last.strip())
    return call.at.end


def _currencies(slot: Slot, passage: Passage, chosen: dict[str, list[Filler]]) -> list[Filler]:
    """The currency of the sum of money in another slot."""
    for fillers in chosen.values():
        for filler in fillers:
            amount = filler.mention.amount if filler.mention else None
            if amount is not None and amount.currency:
                return [Filler(slot.path, passage, None, value=Literal(amount.currency))]
    return []


def _is_pronoun(mention: Mention) -> bool:
    return mention.entry is not None and "pronoun" in mention.entry.hints


def _roles(entry: Entry) -> tuple[str, ...]:
    return entry.hints.get("role", ())


def _gap(a: Mention, b: Mention) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _distance(a: int, b: int) -> int:
    return abs(a - b)


def _attached(slot: Slot, call: _Call, mention: Mention, passage: Passage) -> bool:
    """Whether a mention belongs to what opens the frame by its case or a preposition, with little between."""
    ends = [m for m in (call.at, call.about) if m is not None]
    if min(_gap(m, mention) for m in ends) > 50:
        return False
    before = mention.end <= min(m.start for m in ends)
    if before and mention.kind is Kind.THING and mention.end + 1 >= min(m.start for m in ends):
        return True
    if mention.kind is Kind.REFERENCE:
        return not before and 0 <= mention.start - max(m.end for m in ends) <= 3
    return (mention.genitive and before) or (not before and _cued(slot, mention, passage))


def _adjacent(call: _Call, mention: Mention, passage: Passage) -> bool:
    """Whether a mention stands right after what opens the frame, or as an adjective inside it."""
    if mention.inside(call.at.start, call.at.end):
        return True
    gap = passage.text[call.at.end : mention.start]
    return 0 <= mention.start - call.at.end <= 32 and not re.search(r"[,;:.()–]|\d", gap)


_KEY = re.compile(r"\W*[^:.!?;]{2,60}:\s+\S")
_KEYED, _KEY_WORDS = 160, 6


def _is_keyed(at: Mention, passage: Passage) -> bool:
    """Whether a passage is a short line of the form "key: value" about the thing at hand, with the word near its head."""
    match = _KEY.match(passage.text)
    if match is None or len(passage.text) > _KEYED or len(match.group(0).split()) > _KEY_WORDS + 1:
        return False
    if any(m.kind is Kind.PERSON and m.end <= match.end() for m in passage.mentions):
        return False
    return at.start <= match.end() + 40


def _thing_key(mention: Mention) -> str:
    return mention.things[0] if mention.things else mention.text


def _is_boolean(filler: Filler) -> bool:
    return isinstance(filler.value, Literal) and filler.value.datatype.value == XSD + "boolean"


def _opens_or_ends(word: Mention, passage: Passage) -> bool:
    """Whether a word stands at the beginning or the end of a clause."""
    before, after = passage.text[: word.start].rstrip(), passage.text[word.end :].lstrip()
    return not before or before[-1] in ",;:(–-" or not after or after[0] in ".,;:!?)"


def _of_them(gap: str) -> bool:
    return re.fullmatch(r"\s+(?:of them|of these|of which|davon)(?:\s+\w+)?\s+", gap) is not None


def _same_segment(one: Mention, other: Mention, text: str) -> bool:
    """Whether no colon or semicolon stands between two mentions."""
    return not re.search(r"[:;](?!\d)", text[min(one.end, other.end) : max(one.start, other.start)])


def _between(one: Mention, other: Mention, text: str) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _same_voice(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether two mentions stand in the same words: both in one quotation, or both outside any."""
    spans = [(s, e) for s, e, _ in passage.speech] + [
        (q.start, q.end) for q in passage.of(Kind.QUOTED) if " " in q.text
    ]
    return all(
        one.inside(s, e) == other.inside(s, e) or (other.start, other.end) == (s, e) for s, e in spans
    )


def _place(filler: Filler) -> int:
    return filler.mention.start if filler.mention is not None else -1


def _side_name(slot: Slot) -> str:
    return "subject" if slot.path == SUBJECT else "object"


def _before(mention: Mention, passage: Passage) -> str:
    """Up to four words before a mention, lower case, articles and forms of "city" left in."""
    found = _LEAD.search(passage.text[max(0, mention.start - 60) : mention.start])
    return found.group(0).casefold() if found else ""


_POSSESSIVE = re.compile(
    r"\b(?:its|their|ihre?|ihren|ihrem|ihrer|sein|seine|dessen|deren|son|sa|leur|su|dess)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_FILL_WORDS = re.compile(
    r"(?:\b(?:der|die|das|dem|den|des|einer|einem|einen|eine|ein|the|a|an|la|le|les|el|los|las|l'|stadt|städte|städten|"
    r"city|cities|landeshauptstadt|ville|ciudad|litauischen|lithuanian|heutigen|heute|diesem|jahr|year|internationalen)\s*)*$"
)


def _lead_words(mention: Mention, passage: Passage) -> str:
    return _FILL_WORDS.sub("", _before(mention, passage)).rstrip()


def _cued(slot: Slot, mention: Mention, passage: Passage) -> bool:
    if not slot.cues:
        return False
    bare, full = _lead_words(mention, passage), _before(mention, passage).rstrip()
    return any(_ends_with(text, cue.casefold()) for _, cue in slot.cues for text in (bare, full))


def _ends_with(text: str, cue: str) -> bool:
    return text.endswith(cue) and (len(text) == len(cue) or not text[-len(cue) - 1].isalnum())


_PREPOSITIONS = re.compile(
    r"(?:^|\W)(?:als das land|als|than|mit|with|in|im|aus|bei|beim|nach|von|vom|durch|für|zwischen|über|gegen|at|from|by|near|for|en|à|de|par|"
    r"desde|por|i|av|från|till|between)$"
)


def _after_preposition(mention: Mention, passage: Passage) -> bool:
    return _PREPOSITIONS.search(_lead_words(mention, passage)) is not None


def _blocked(slot: Slot, mention: Mention, passage: Passage) -> bool:
    beside = next((m for m in passage.of(Kind.THING) if m.end + 1 == mention.start), mention)
    lead = f"{_before(beside, passage).rstrip()} " if beside is not mention else ""
    if any(_ends_with(lead.rstrip(), word.casefold()) for _, word in slot.blocked):
        return True
    lead = _before(mention, passage).rstrip()
    return any(_ends_with(lead, word.casefold()) for _, word in slot.blocked)


def _amount_agrees(slot: Slot, mention: Mention) -> bool:
    amount = mention.amount
    if amount is None or amount.ordinal or amount.one_of:
        return False
    if "percent" in slot.hints:
        return amount.percent
    if "money" in slot.hints:
        return amount.currency is not None
    if amount.percent or amount.currency:
        return False
    return ("leastOf" in slot.hints) == amount.at_least


def _noun_agrees(slot: Slot, mention: Mention, passage: Passage) -> bool:
    nouns = slot.hints.get("followedBy")
    if not nouns:
        return True
    after = passage.text[mention.end : mention.end + 60].casefold()
    words = re.findall(r"[\w-]+", after)[:4]
    return any(w.startswith(n.casefold()) or w.endswith(n.casefold()) for w in words for n in nouns)


def _countable(number: Mention) -> bool:
    amount = number.amount
    return (
        amount is not None
        and not (amount.percent or amount.currency or amount.ordinal or amount.one_of)
        and float(amount.value).is_integer()
    )


_ADJECTIVES = re.compile(r"^\W*(?:(?:[a-zäöüéèà][\w-]*|EU-?\w*|[A-Z]\w+(?:n|an|ish|sche[nrs]?))\s+){0,4}$")


def _counted_noun(number: Mention, passage: Passage) -> Mention | None:
    for mention in passage.of(Kind.WORD):
        if mention.start < number.end or mention.entry is None or "CountedNoun" not in _roles(mention.entry):
            continue
        gap = passage.text[number.end : mention.start]
        if len(gap) > 60 or re.search(r"[.,;:!?]", gap):
            return None
        words = gap.split()
        prepositions = {
            "am",
            "im",
            "in",
            "an",
            "der",
            "die",
            "das",
            "dem",
            "den",
            "von",
            "of",
            "the",
            "de",
            "du",
        }
        if len(words) > 4 or any(
            w in prepositions for w in words if w not in ("der", "die", "of", "the", "de")
        ):
            return None
        named = any(m.inside(number.end, mention.start) for m in passage.of(Kind.THING))
        if re.search(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}\s", gap) and not named and not _ADJECTIVES.match(gap):
            return None
        return mention
    return None


_SUBSET = re.compile(
    r"(?:darunter|davon|including|of which|of them|among them|dont|parmi lesquelles|varav|entre ellas|de ellas)"
    r"\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


_ELLIPTIC = re.compile(
    r"\W+(?:davon|sind es|waren es|insgesamt|in total|in all|altogether|of them|of these|of which|au total|en total|totalt)",
    re.IGNORECASE,
)


_PART_OF = re.compile(r"\W*(?:von den|von insgesamt|of the|out of|sur les|de las|av de)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:sind es(?: jetzt| nun| inzwischen| damit| mittlerweile| bereits)?|waren es|the total to|total of|insgesamt|in all,?|all told,?|"
    r"bringing the (?:number|total) to|auf nunmehr|also|damit sind|steigt auf|stieg auf|wächst auf|rises to|to a total of)"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\b(?:number of|zahl der|anzahl der|nombre de|número de|antalet)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


_OF_ALL = re.compile(
    r"\s+(?:\w+\s+)?(?:of|out of|von|der|av|de|sur)\s+(?:its|the|den|insgesamt|ihren|seinen|las|les|de)?\s*$", re.IGNORECASE
)


def _whole_of(number: Mention, passage: Passage) -> Mention | None:
    """The number that another is a part of: 112 in "92 of its 112"."""
    following = next((m for m in passage.of(Kind.NUMBER) if m.start > number.end and _countable(m)), None)
    if following is None or not _countable(number):
        return None
    return following if _OF_ALL.fullmatch(passage.text[number.end : following.start]) else None


def _noun_before(number: Mention, passage: Passage) -> Mention | None:
    """ "the number of towns to 92": the noun stands before its number."""
    for mention in reversed(passage.of(Kind.WORD)):
        if mention.end > number.start or mention.entry is None or "CountedNoun" not in _roles(mention.entry):
            continue
        gap = passage.text[mention.end : number.start]
        if len(gap) < 40 and not re.search(r"[.;:!?]", gap) and _NUMBER_OF.search(passage.text[: mention.start]):
            return mention
    return None


def _is_elliptic(number: Mention, passage: Passage) -> bool:
    """Whether a number stands for as many of what was counted before."""
    if _TOTAL.search(passage.text[max(0, number.start - 40) : number.start]) and _ends_clause(number, passage):
        return True
    return _is_subset(number, passage) or _ELLIPTIC.match(passage.text[number.end : number.end + 30]) is not None


def _ends_clause(number: Mention, passage: Passage) -> bool:
    return re.match(r"\s*(?:[.,;!?]|$|hatten|had|out of|auf einen|von|of)", passage.text[number.end : number.end + 10]) is not None


def _is_subset(number: Mention, passage: Passage) -> bool:
    return _SUBSET.search(passage.text[max(0, number.start - 60) : number.start]) is not None


_WITHIN = re.compile(r"\b(?:in|bei|zwischen|between|dans|en|i)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _within_place(number: Mention, passage: Passage) -> bool:
    """ "in two of the towns" says where, not how many there are."""
    return _WITHIN.search(passage.text[max(0, number.start - 30) : number.start]) is not None


def _count_slot(slots: Sequence[Slot], at_least: bool) -> Slot | None:
    numbers = [s for s in slots if s.kind == "number"]
    return next((s for s in numbers if ("leastOf" in s.hints) == at_least), None)


def _named_fillers(frame: Frame, shape: ClassShape) -> list[Filler]:
    path = shape.scope_of[0] if shape.scope_of else ""
    fillers = frame.fillers.get(path)
    if fillers is not None:
        return fillers
    return [f for fs in frame.fillers.values() for f in fs if f.mention is not None][:1]
