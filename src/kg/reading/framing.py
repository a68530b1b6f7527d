"""All frames of a passage, in the order in which they build on one another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.claims import Factuality
from kg.names import RDF_SUBJECT
from kg.periods import Period
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.counts.counting import Counter
from kg.reading.counts.knownparts import KnownParts
from kg.reading.counts.knownwholes import KnownWholes
from kg.reading.counts.loosecounts import LooseCounts
from kg.reading.counts.sums import Sums
from kg.reading.doubts.answering import Answers
from kg.reading.doubts.barred import Barred
from kg.reading.doubts.denying import without_denied
from kg.reading.doubts.left import Left
from kg.reading.doubts.otherdoers import OtherDoers
from kg.reading.doubts.outcomes import Outcomes
from kg.reading.doubts.polar import Contrasts
from kg.reading.doubts.strays import Strays
from kg.reading.happenings.occasions import Occasions
from kg.reading.learned.reader import SecondReader, Watcher
from kg.reading.lists.announced import AnnouncedLists
from kg.reading.lists.bracketed import Brackets
from kg.reading.lists.continuing import Continuer
from kg.reading.lists.enumerating import Enumerator
from kg.reading.lists.knownlists import KnownLists
from kg.reading.lists.labelled import Labelled
from kg.reading.lists.pairlists import PairLists
from kg.reading.lists.rosters import Rosters
from kg.reading.lists.scopepairs import ScopePairs
from kg.reading.lists.tallies import Tallies
from kg.reading.lists.toldlists import ToldLists
from kg.reading.lists.topiclists import TopicLists
from kg.reading.lists.yearpairs import YearPairs
from kg.reading.offices.apposed import Apposed
from kg.reading.offices.eachoffice import EachOffice
from kg.reading.offices.headships import Headships
from kg.reading.offices.pronounced import Pronounced
from kg.reading.offices.successors import Successors
from kg.reading.opening.evoking import Evoker
from kg.reading.opening.wordless import as_firm_as_told
from kg.reading.parties.agents import Agents
from kg.reading.parties.company import Company
from kg.reading.parties.joining import Joining
from kg.reading.parties.ties import Ties
from kg.reading.passages.frames import SUBJECT, Filler, Frame, Opening, is_presupposed, mentions_here, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import opens_or_ends
from kg.reading.slots.choosing import Choice
from kg.reading.slots.filling import Filling
from kg.reading.slots.gapping import Gapper
from kg.reading.slots.sametime import dated_alike, dated_behind
from kg.schema import ClassShape, Schema, Slot

_RECENT, _FAR, _LEAST_LISTED, _LED = 1, 4, 2, 4


class FrameReader:
    """Finds the frames of passages.

    Args:
        schema: What can be evoked, and by what.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        pool = self._pool = Pool(schema)
        self._entailing = {iri: c.hints for iri, c in schema.classes.items() if "entails" in c.hints}
        for path, ends in pool.properties.items():
            for slot in ends.slots:
                if "entails" in slot.hints:
                    self._entailing[path] = slot.hints
        self._memory = Memory()
        self._gives_way = {c.iri: c.hints.get("givesWayTo", ()) for c in schema.classes.values()}
        self._evoker = Evoker(schema, pool, self._memory)
        self._filling = Filling(schema, pool, self._memory)
        self.second = SecondReader(schema, pool, self._filling, self._evoker.aims, self._evoker.other_papers)
        self._gapper = Gapper(schema, pool)
        self._year_pairs = YearPairs(schema, pool, self._memory)
        self._scope_pairs = ScopePairs(schema, pool, self._memory)
        self._pair_lists = PairLists(schema, pool)
        self._sums = Sums(schema)
        self._loose_counts = LooseCounts(schema)
        self._ties = Ties(schema, pool)
        self._brackets = Brackets(schema, pool)
        self._headships = Headships(schema, pool)
        self._each_office = EachOffice(schema, pool)
        self._hedged_by_verbs = schema.hinted("hedgedByVerbs")
        self._pronounced = Pronounced(schema, pool)
        self._apposed = Apposed(schema, pool)
        self._successors = Successors(schema, pool)
        self._lists = Enumerator(schema, pool, self._memory, self._evoker)
        self._members = sorted({s.path for c in schema.classes.values() for s in c.slots if s.each})
        self._continuer = Continuer(schema, pool, self._memory, self._evoker)
        self._contrasts = Contrasts(schema, pool, self._evoker)
        self._occasions = Occasions(schema, pool)
        self._company = Company(schema, pool)
        self._barred = Barred(schema, pool)
        self._strays = Strays(schema)
        self._other_doers = OtherDoers(schema)
        self._left = Left(schema)
        self._outcomes = Outcomes(schema)
        self._agents = Agents(schema, pool)
        self._labelled = Labelled(schema, pool)
        self._joining = Joining(schema, pool)
        self._known_wholes = KnownWholes(schema, pool)
        self._known_parts = KnownParts(schema, pool, self._evoker)
        self._known_lists = KnownLists(schema, pool, self._evoker)
        self._rosters = Rosters(schema, pool, self._labelled)
        self._told_lists = ToldLists(schema, pool, self._labelled)
        self._topic_lists = TopicLists(schema)
        self._tallies = Tallies(schema, pool, self._memory, self._evoker)
        self._announced = AnnouncedLists(schema, pool, self._memory, self._evoker, self._labelled)
        self._answers = Answers(schema, pool)
        self._topics: set[str] = set()
        self._last_listed: Frame | None = None
        self._closer: dict[str, set[frozenset[str]]] = {}
        self._counter = Counter(schema, pool, self._memory, self._evoker, self._filling)

    def watch(self, watcher: Watcher, chooser: Callable[[Choice], None]) -> None:
        """Let somebody look at what might be read or chosen by weights; nothing is by them then."""
        self.second.watch = watcher
        self._filling.chooser.watch = chooser

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """All frames of a document, once every passage has been read: what some leave open, others may tell."""
        told = self._agents.complete(frames, passages, around)
        told = self._labelled.complete(told, passages, around)
        told = self._strays.without_those_at_large(self._company.complete(told, passages, around))
        told = self._rosters.complete(told, passages)
        told = self._told_lists.complete(told, passages, around)
        told = self._known_wholes.complete(told, passages, around)
        told = self._known_parts.complete(told, passages, around)
        told = self._tallies.complete(told, passages)
        told = self._announced.complete(told, passages, around)
        told = self._known_lists.complete(told, passages, around)
        told = self._joining.complete(told, passages)
        told = self._topic_lists.complete(told, passages, around)
        told = self._successors.complete(told, passages, around)
        told = dated_alike(dated_behind(told, passages, self._schema), self._evoker.listed)
        self._outcomes.settle(told, passages)
        self._left.put_off(told)
        return self._barred.without(self._occasions.complete(told, passages, around))

    def forget(self) -> None:
        """Begin a new document."""
        self._pool.forget()
        self._memory.forget()
        self._lists.forget()
        self._pair_lists.forget()
        self._year_pairs.forget()
        self._loose_counts.forget()
        self.second.forget()
        self._answers.begin()
        self._topics.clear()
        self._last_listed = None
        self._closer.clear()

    def read(self, passage: Passage, around: Surroundings) -> list[Frame]:
        """All frames of one passage, in the order of their places."""
        taken: set[Mention] = set()
        frames: list[Frame] = []
        asks = passage.text.rstrip().endswith("?")
        said = dict(self._memory.said) if asks else {}
        for call in [*self._evoker.adjacent(passage), *self._pronounced.openings(passage, around)]:
            made = self._filling.fill(call, passage, around, taken)
            made = self._pronounced.told_here(made, call, passage)
            for frame in made:
                taken.update(
                    f.mention
                    for fs in frame.fillers.values()
                    for f in fs
                    if f.mention and f.passage is passage
                )
            frames.extend(made)
            self._memory.remember(made)
        headed = self._headships.read(passage, around)
        frames.extend(headed)
        for call in self._evoker.calls(passage, around):
            if any(
                f.cls == call.shape.iri and f.start < call.at.end and call.at.start < f.end for f in headed
            ):
                continue
            made = self._filling.fill(call, passage, around, taken)
            firm = "assertedOnly" in call.shape.hints
            frames.extend(f for f in made if not firm or f.factuality is Factuality.ASSERTED)
        frames = self._each_office.read(passage, frames)
        frames.extend(self._apposed.read(passage, frames))
        for call in self._evoker.signed(passage, frames):
            made = self._filling.fill(call, passage, around, taken)
            made = [as_firm_as_told(f, f.entry.needs if f.entry else (), around) for f in made]
            anyhow = "anyFirmness" in call.shape.hints
            frames.extend(f for f in made if anyhow or f.factuality is Factuality.ASSERTED)
        if frames:
            frames = self._settled(frames, passage, around)
            frames.extend(made for frame in list(frames) for made in self._entailed(frame, around))
        frames.extend(self._brackets.read(passage))
        frames.extend(self._gapper.read(passage, frames))
        frames.extend(self._gapper.compared(passage, frames, self._memory.recent(passage, _RECENT)))
        frames.extend(self._year_pairs.read(passage, frames))
        listed = self._pair_lists.read(passage, frames)
        frames.extend(listed)
        above = self._pair_lists.heading
        frames.extend(made for frame in listed for made in self._entailed(frame, around, above))
        for call in self._evoker.untold(passage, frames):
            frames.extend(self._filling.fill(call, passage, around, taken))
        frames = [f for f in frames if not _is_sought(f)]
        frames.extend(self._sums.read(passage, frames))
        frames.extend(self._counter.read(passage, around, frames))
        frames.extend(self._scope_pairs.read(passage, frames))
        going_on = self._continue(passage, around, frames, taken)
        frames.extend(going_on)
        frames.extend(self._gapper.read(passage, going_on, frames))
        frames.extend(self._lists.read(passage, around, frames))
        frames.extend(self._continuer.read(passage, frames))
        frames = self._left.read(passage, frames, around)
        known = {id(frame) for frame in frames}
        told = self._contrasts.read(passage, frames)
        added = [f for f in told if id(f) not in known]
        told.extend(made for frame in added for made in self._entailed(frame, around))
        frames = without_denied(told, self._members)
        frames.extend(self._loose_counts.read(passage, around, frames))
        frames = [f for f in frames if not self._told_closer(f, frames)]
        frames = self._answers.read(passage, frames)
        if asks:
            self._memory.said = said  # what is asked is not said
        self._memory.tell(frames)
        self._keep_in_mind(frames)
        if not asks:
            # What words told is remembered, not what is only likely: a list goes on with the former.
            frames = [*frames, *self.second.read(passage, around, frames, taken)]
        return sorted(frames, key=lambda f: (f.start, f.end, f.cls))

    def _settled(self, frames: list[Frame], passage: Passage, around: Surroundings) -> list[Frame]:
        """Of what words tell in a passage, leaves what none of the others takes back or tells better."""
        frames = self._other_doers.without(self._strays.without(frames))
        frames = _without_silenced(self._without_yielding(_of_brackets(_as_named(frames))))
        frames = self._without_denied(_of_subjects(frames), passage)
        frames = self._least_firm(_without_echoes(_tempered(self._as_hedged(frames))))
        return self._ties.settle(passage, self._without_paired_off(frames), around)

    def read_contact(self, passage: Passage, around: Surroundings) -> list[Frame]:
        """What a contact line tells: frames of classes that are told there, where their fillers stand side by side."""
        taken: set[Mention] = set()
        told = [
            frame
            for call in self._evoker.adjacent(passage)
            if "inContacts" in call.shape.hints
            for frame in self._filling.fill(call, passage, around, taken)
        ]
        return [*told, *self._apposed.read(passage, told)]

    def _keep_in_mind(self, frames: list[Frame]) -> None:
        """Of what is told by the end of a passage, what any later one may be held against."""
        for frame in frames:
            if (listed := self._evoker.listed(frame.cls)) is not None:
                self._topics.add(listed.iri)
                self._last_listed = frame
            if frame.entry is None or "general" not in frame.entry.hints:
                members = frozenset(_things(frame, self._paired(frame.cls)))
                self._closer.setdefault(frame.cls, set()).add(members)

    def _without_denied(self, frames: list[Frame], passage: Passage) -> list[Frame]:
        """Frames but for those of which a sentence names what they tell of only to deny it ("signed X, not Y")."""
        spans = passage.grammar.denied_phrases(passage.text)
        if not spans:
            return frames
        denied = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if any(m.inside(*span) for span in spans)]

        def is_denied(frame: Frame) -> bool:
            if frame.passage is not passage or any(start <= frame.start < end for start, end in spans):
                return False
            for slot in self._slots(frame.cls):
                told = mentions_here(frame, slot.path)
                filled = (told or slot.kind == "thing") and frame.fillers.get(slot.path)
                if slot.each or not filled or any(m not in denied for m in told):
                    continue  # of several, each is told of by itself: see `polar`
                if told or any(self._pool.fits(m, slot.classes) for m in denied):
                    return True
            return False

        return [f for f in frames if not is_denied(f)]

    def _as_hedged(self, frames: list[Frame]) -> list[Frame]:
        """The same, of which those that a mere noun tells are no firmer than what a verb says of the same
        (`kg:hedgedByVerbs`: "wants to take part in the project")."""
        told = {
            key: f.factuality
            for f in frames
            if f.cls in self._hedged_by_verbs
            and f.factuality is not Factuality.ASSERTED
            and (not is_presupposed(f) or (f.entry is not None and f.entry.factuality is not None))
            and (key := _needed(f)) is not None
        }
        if not told:
            return frames
        return [
            replace(f, factuality=told[key])
            if f.factuality is Factuality.ASSERTED and is_presupposed(f) and (key := _needed(f)) in told
            else f
            for f in frames
        ]

    def _least_firm(self, frames: list[Frame]) -> list[Frame]:
        """Of what a passage says twice of a pair's topic, as done and as ahead, leaves the latter."""
        ahead = {
            f.told
            for f in frames
            if f.factuality is not Factuality.ASSERTED
            and self._paired(f.cls)
            and any(slot.kind == "text" for slot in self._slots(f.cls))
        }
        return [f for f in frames if f.factuality is not Factuality.ASSERTED or f.told not in ahead]

    def _paired(self, cls: str) -> list[str]:
        """The slots of a class that are filled by pairs."""
        shape = self._schema.classes.get(cls)
        return [slot.path for slot in shape.slots if "pairs" in slot.hints] if shape is not None else []

    def _told_closer(self, frame: Frame, frames: list[Frame]) -> bool:
        """Whether a general word ("work together") only goes on with what was said of the same members before."""
        if frame.entry is None or "general" not in frame.entry.hints:
            return False
        paths = self._paired(frame.cls)
        if not set(frame.fillers) <= {*paths, *(path for path, _ in frame.entry.sets)}:
            return False
        if any(f.value != value for path, value in frame.entry.sets for f in frame.fillers.get(path, ())):
            return False  # what else the sentence names makes it another kind
        members = _things(frame, paths)
        return any(
            other.cls == frame.cls
            and not (other.entry is not None and "general" in other.entry.hints)
            and members <= _things(other, paths)
            for other in frames
        ) or any(members <= others for others in self._closer.get(frame.cls, ()))

    def _entailed(self, frame: Frame, around: Surroundings, at: Passage | None = None) -> list[Frame]:
        """What a frame says besides, one frame for each filler of a slot that the entailed class has one of.

        Args:
            frame: Of any class.
            around: For what goes without saying.
            at: The passage that tells it, where that is another than the frame's.
        """
        hints = self._entailing.get(frame.cls)
        if hints is None or ("entailedAsserted" in hints and frame.factuality is not Factuality.ASSERTED):
            return []
        paths = [SUBJECT if path == RDF_SUBJECT.value else path for path in hints["entailed"]]
        pairs = list(zip(paths[::2], paths[1::2], strict=True))
        place = at or frame.passage
        fillers = {
            one: frame.fillers.get(one) or self._around(one, frame, hints, around, place) for one, _ in pairs
        }
        if not all(fillers.values()) or not self._may_entail(hints["entails"][0], pairs, fillers):
            return []
        if self._company.is_only_spoken_of(hints["entails"][0], frame, fillers):
            return []
        return [
            replace(
                frame,
                cls=hints["entails"][0],
                entry=None,
                fillers={
                    other: [replace(f, path=other)] for (_, other), f in zip(pairs, choice, strict=True)
                },
            )
            for choice in itertools.product(*(fillers[one] for one, _ in pairs))
        ]

    def _may_entail(
        self, iri: str, pairs: Sequence[tuple[str, str]], fillers: Mapping[str, Sequence[Filler]]
    ) -> bool:
        """Whether a property may be said of the first of some fillers, by its class."""
        ends = self._pool.properties.get(iri)
        subject = ends.slot(SUBJECT) if ends is not None else None
        said = [f.mention for one, other in pairs if other == SUBJECT for f in fillers[one] if f.mention]
        return subject is None or all(self._pool.fits(m, subject.classes) for m in said)

    def _without_yielding(self, frames: list[Frame]) -> list[Frame]:
        """Leaves out what only a noun or a signature tells, where the sentence tells of what it gives way to."""
        told = {f.cls for f in frames}
        opened = {(f.start, f.end) for f in frames if f.entry is not None and "hosts" not in f.entry.hints}
        frames = [
            f
            for f in frames
            if f.entry is None or "hosts" not in f.entry.hints or (f.start, f.end) not in opened
        ]  # "X received the prize": nobody visited
        return [
            f
            for f in frames
            if f.entry is None
            or (
                told.isdisjoint(f.entry.hints.get("givesWayTo", ()))
                and (
                    f.entry.hints.keys().isdisjoint(("presupposed", "signed"))
                    or told.isdisjoint(self._gives_way.get(f.cls, ()))
                )
            )
        ]

    def _slots(self, iri: str) -> Sequence[Slot]:
        shape = self._schema.classes.get(iri)
        return shape.slots if shape is not None else ()

    def _without_paired_off(self, frames: list[Frame]) -> list[Frame]:
        """Leaves out what a list says of members that it only pairs ("new members of the club: A with B, C with D")."""
        pairs = [
            {f.key_of_thing for f in frame.fillers.get(slot.path, ())}
            for frame in frames
            for slot in self._slots(frame.cls)
            if "pairs" in slot.hints
        ]
        paired = set().union(*pairs) if pairs else set()
        if len({frozenset(p) for p in pairs}) < _LEAST_LISTED:
            return frames
        kept = []
        for frame in frames:
            each = [s.path for s in self._slots(frame.cls) if s.each and "pairs" not in s.hints]
            members = {f.key_of_thing for path in each for f in frame.fillers.get(path, ())}
            shape = self._schema.classes.get(frame.cls)
            lists = shape is not None and "lists" in shape.hints
            if not (lists and members and members <= paired):
                kept.append(frame)
        return kept

    def _around(
        self,
        path: str,
        frame: Frame,
        hints: Mapping[str, tuple[str, ...]],
        around: Surroundings,
        at: Passage,
    ) -> list[Filler]:
        """What goes without saying for a slot that a frame leaves open, where what it tells may be so."""
        if frame.factuality is not Factuality.ASSERTED or not {
            f.thing for fs in frame.fillers.values() for f in fs
        }.isdisjoint(hints.get("entailedUnless", ())):
            return []
        places = around.spoken_of(at, hints.get("entailedFrom", ()))
        return [replace(self._pool.filler(path, p, m, None), here=False) for p, m in places]

    def _topic(self, passage: Passage) -> list[Frame]:
        """What the whole text has told of lists, where that is one thing alone and a list goes on with it."""
        last = self._last_listed
        near = last is not None and passage.number - last.passage.number <= _FAR
        return [last] if last is not None and near and len(self._topics) == 1 else []

    def _tells_another(self, iri: str, passage: Passage, around: Surroundings) -> bool:
        """Whether a word of a passage that does not go on with lists tells of another list than that of a class."""
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None]
        going_on = [w for w in words if w.entry and "Continues" in roles(w.entry)]
        return any(
            (listed := self._evoker.listed(cls)) is not None
            and listed.iri != iri
            and self._evoker.near(w.entry, passage, around)
            for w in words
            if w.entry
            and "nearInText" in w.entry.hints
            and "presupposed" not in w.entry.hints
            and not any(w.overlaps(g) for g in going_on)
            for cls in w.entry.evokes
        )

    def _continue(
        self, passage: Passage, around: Surroundings, frames: list[Frame], taken: set[Mention]
    ) -> list[Frame]:
        """ "… among them X", "Y too was there": more members for the frame that came last."""
        found: list[Frame] = []
        for word in passage.of(Kind.WORD):
            if word.entry is None or "Continues" not in roles(word.entry):
                continue
            later = "later" in word.entry.hints
            if not later and not opens_or_ends(word, passage):
                continue
            recent = self._memory.recent(passage, _RECENT)
            told = [f for f in frames or recent if self._evoker.listed(f.cls)]
            if later and told and all(_is_of_subject(f, word, passage) for f in told):
                told = [f for f in recent if self._evoker.listed(f.cls)] or told
            model = next(reversed(told or ([] if frames else self._topic(passage))), None)
            shape = self._evoker.listed(model.cls) if model is not None else None
            if model is None or shape is None or (frames and word.start < model.start):
                continue
            if model.passage is not passage and self._tells_another(shape.iri, passage, around):
                continue
            members = {
                m for f in frames if f.cls == shape.iri for fs in f.fillers.values() for m in [fs[0].mention]
            }
            made = self._filling.fill(
                Opening(shape, word, word.entry),
                passage,
                around,
                taken | {m for m in members if m},
                self._kept(model, shape, passage),
            )
            if not frames and passage.number - model.passage.number > _RECENT and len(made) < _LEAST_LISTED:
                continue  # a single name far behind may belong to anything
            for frame in made:
                done = model.factuality is not Factuality.DENIED and around.is_past(_days_here(frame))
                if frame.factuality is Factuality.ASSERTED and not done:
                    frame.factuality = model.factuality
                own = {p for p, fs in frame.fillers.items() if any(f.here or f.mention is None for f in fs)}
                told_elsewhere = set(frame.fillers) - own - {slot.path for slot in shape.slots if slot.least}
                for path in told_elsewhere:
                    del frame.fillers[path]  # rather as it was told of those before
                alike = (f for f in (model, *reversed(recent)) if f.cls == frame.cls)
                for path, fillers in next(alike, frame).fillers.items():
                    dated = isinstance(fillers[0].value, Period)
                    if fillers[0].mention is not None and not (later and dated):
                        frame.fillers.setdefault(path, fillers)
            found.extend(made)
        return found

    def _kept(self, model: Frame, shape: ClassShape, passage: Passage) -> dict[str, list[Filler]]:
        """What more members of a list share that nothing in their own sentence says ("X too had reason to cheer")."""
        if passage.number - model.passage.number > 1 or passage.of(Kind.NUMBER):
            return {}  # a number tells of another list
        return {
            slot.path: model.fillers[slot.path]
            for slot in shape.slots
            if slot.least and not slot.each and slot.default is None and slot.path in model.fillers
            if not self._pool.candidates(slot, passage, None)
        }


def _days_here(frame: Frame) -> list[Period]:
    """The days that a frame's own passage names for it."""
    told = (f for fs in frame.fillers.values() for f in fs if f.passage is frame.passage)
    return [f.value for f in told if isinstance(f.value, Period)]


def _is_of_subject(frame: Frame, word: Mention, passage: Passage) -> bool:
    """Whether a frame tells of whoever a verb is about, so that it is not what they did after others."""
    members = [f.mention for fs in frame.fillers.values() for f in fs if f.here and f.mention is not None]
    first = min((m.start for m in passage.of(Kind.THING)), default=-1)
    return any(m.start == first and m.end <= word.start for m in members)


def _as_named(frames: list[Frame]) -> list[Frame]:
    """Without what one word says, and another over it takes as given ("the goal of …" in "if the goal … is missed")."""
    named = [f for f in frames if is_presupposed(f)]
    return [
        f
        for f in frames
        if f in named
        or not any(
            n.cls == f.cls and n.start < f.end and f.start < n.end and n.fillers.keys() >= f.fillers.keys()
            for n in named
        )
    ]


def _of_brackets(frames: list[Frame]) -> list[Frame]:
    """Of what a word in brackets of its own says of several, leaves what it says of the name right before it."""
    beside = {(f.cls, f.start) for f in frames if _stands_behind_name(f)}
    return [f for f in frames if (f.cls, f.start) not in beside or _stands_behind_name(f)]


def _stands_behind_name(frame: Frame) -> bool:
    """Whether a frame's word fills brackets alone, and they stand right behind what fills one of its slots."""
    text = frame.passage.text
    lead, behind = text[: frame.start].rstrip(), text[frame.end :].lstrip()
    if frame.entry is None or not lead.endswith("(") or not behind.startswith(")"):
        return False
    end = len(lead[:-1].rstrip())
    here = (f for fs in frame.fillers.values() for f in fs if f.passage is frame.passage)
    return any(f.mention is not None and f.mention.end == end for f in here)


def _tempered(frames: list[Frame]) -> list[Frame]:
    """Of frames of one class about one number, leaves those that a word with a firmness of its own tells, if any."""
    told = {
        (f.cls, m)
        for f in frames
        if f.entry is not None and "factuality" in f.entry.hints
        for m in _numbers(f)
    }
    return [
        f
        for f in frames
        if (f.entry is not None and "factuality" in f.entry.hints)
        or f.factuality is not Factuality.ASSERTED
        or not any((f.cls, m) in told for m in _numbers(f))
    ]


def _needed(frame: Frame) -> tuple[str, frozenset[tuple[str, str]]] | None:
    """What a frame tells of what its word needs; None where that needs nothing."""
    if frame.entry is None or not frame.entry.needs:
        return None
    needed = {(p, f.key_of_thing) for p in frame.entry.needs for f in frame.fillers.get(p, ())}
    return frame.cls, frozenset(needed)


def _without_silenced(frames: list[Frame]) -> list[Frame]:
    """Of frames of one class about the same things, none where a word says that they are only aimed at."""
    silent = {(f.cls, _named(f)) for f in frames if _silences(f)}
    return [f for f in frames if (f.cls, _named(f)) not in silent] if silent else frames


def _is_sought(frame: Frame) -> bool:
    """Whether a word that says that something is only aimed at stands right before what a frame names, or behind it."""
    passage, text = frame.passage, frame.passage.text
    words = [
        w
        for w in passage.of(Kind.WORD)
        if w.entry is not None and "silences" in w.entry.hints and frame.cls in w.entry.evokes
    ]
    if not words:
        return False
    things = passage.of(Kind.THING)
    return any(
        (m.start - w.end >= 0 and _is_led_to(text[w.end : m.start]) and not _lies_between(things, w, m))
        or text[m.end : w.start] == " "
        for w in words
        for m in mentions_here(frame, w.entry.needs[0] if w.entry is not None else "")
    )


def _is_led_to(gap: str) -> bool:
    """Whether but a few words, and no mark, part a word from what it is about."""
    return len(gap.split()) <= _LED and not any(mark in gap for mark in ",;:.()")


def _lies_between(things: Sequence[Mention], word: Mention, mention: Mention) -> bool:
    return any(word.end <= t.start and t.end <= mention.start for t in things)


def _silences(frame: Frame) -> bool:
    return frame.entry is not None and "silences" in frame.entry.hints


def _named(frame: Frame) -> frozenset[str]:
    """What a frame names, whatever days it gives."""
    named = (f for fs in frame.fillers.values() for f in fs if f.mention is not None)
    return frozenset(f.key_of_thing for f in named if f.mention is None or f.mention.kind is not Kind.PERIOD)


def _of_subjects(frames: list[Frame]) -> list[Frame]:
    """Of what one word says of one number, leaves what tells who does it, by the subject of the verb."""
    told = {
        (f.cls, f.start, f.end, m): path
        for f in frames
        if f.entry is not None
        for path in f.entry.hints.get("subjectFills", ())
        for m in _numbers(f)
        if f.fillers.get(path)
    }

    def is_looser(frame: Frame) -> bool:
        """Whether it names nobody before the verb, which another frame of the same words does."""
        paths = {told.get((frame.cls, frame.start, frame.end, m)) for m in _numbers(frame)} - {None}
        before = (f.mention for path in paths if path for f in frame.fillers.get(path, ()) if f.mention)
        return bool(paths) and not any(m.end <= frame.start for m in before)

    return [
        f for f in frames if (f.entry is not None and "subjectFills" in f.entry.hints) or not is_looser(f)
    ]


def _numbers(frame: Frame) -> list[Mention]:
    return [
        x.mention for fs in frame.fillers.values() for x in fs if x.mention and x.mention.kind is Kind.NUMBER
    ]


def _without_echoes(frames: list[Frame]) -> list[Frame]:
    """Of words that say one triple with different firmness, leaves the one nearest to the value."""
    kept: dict[tuple[str, ...], tuple[int, Frame]] = {}
    for frame in frames:
        place = _place_of_triple(frame)
        if place is None:
            continue
        key, distance = place
        if key not in kept or distance < kept[key][0]:
            kept[key] = (distance, frame)
    nearest = {id(frame) for _, frame in kept.values()}
    firm = {key: frame.factuality for key, (_, frame) in kept.items()}
    return [
        f
        for f in frames
        if (place := _place_of_triple(f)) is None or id(f) in nearest or f.factuality is firm[place[0]]
    ]


def _place_of_triple(frame: Frame) -> tuple[tuple[str, ...], int] | None:
    """Which triple a frame says, and how far its word stands from the value; None where it is more than a triple."""
    value = frame.fillers.get(frame.cls, [])
    if (
        frame.entry is None
        or len(value) != 1
        or value[0].mention is None
        or value[0].passage is not frame.passage
    ):
        return None
    subject = [f.key_of_thing for f in frame.fillers.get(SUBJECT, ())]
    mention = value[0].mention
    distance = max(mention.start - frame.end, frame.start - mention.end, 0)
    gap = frame.passage.text[mention.end : frame.start]
    if frame.passage.grammar.joiner.search(gap):
        # "opens A and should ease …": the second verb has an object of its own
        distance += len(frame.passage.text)
    return (frame.cls, *subject, value[0].key_of_thing), distance


def _things(frame: Frame, paths: Sequence[str]) -> set[str]:
    """What fills some slots of a frame."""
    return {f.key_of_thing for path in paths for f in frame.fillers.get(path, ())}
