"""Where a filler comes from when it does not stand in the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality
from kg.names import fold
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Filler, Opening, roles, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import (
    after_preposition,
    blocked,
    gap_between,
    in_word_of,
    is_of_another,
    same_clause,
    same_segment,
)
from kg.reading.slots.decidedon import in_full, object_of
from kg.reading.slots.phrases import currencies, phrases
from kg.reading.slots.possessing import Possessors
from kg.schema import Schema, Slot

_OPENING = 14
_ROOT = 4  # letters at least that a word and its base form share
_HYPHENED = re.compile(r"\w[\w-]*-\Z")
_TEXTS = frozenset(("Following", "Leading", "Words", "Phrase", "Currency", "Itself"))
_THINGS = frozenset(
    ("Told", "Opener", "Earlier", "Clause", "Possessor", "Own", "Governed", "Implied", "Composed", "Unit")
)
_NEAR_UNIT, _NEAR_HOST = 60, 60
_ENDED = re.compile(r"[^\w,]*(?:[.;)\n]|$)")  # a row of a list, or its sentence
_DAYS = frozenset(("day", "span"))


class Sources:
    """Looks a slot's sources up, one at a time.

    Args:
        schema: For what things imply.
        pool: Of candidates.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._possessors = Possessors(schema, pool, memory)
        self._units = schema.hinted("unit")
        self._towns = schema.hinted("gazetteer")
        self._states = schema.hinted("stateName")
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._unit_nouns = frozenset(
            f for e in schema.entries if self._units & set(e.denotes) for f in e.forms
        )
        self._narrow: dict[tuple[str, str, bool, tuple[str, ...]], tuple[Slot, Slot]] = {}
        self._several = frozenset(
            form.casefold() for e in schema.entries if "Several" in roles(e) for form in e.forms
        )

    def offer(
        self,
        source: str,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        chosen: dict[str, list[Filler]],
    ) -> list[Filler]:
        """What one source offers for a slot; [] where it offers nothing.

        Args:
            source: As `Slot.sources` names it.
            slot: To be filled.
            call: What opens the frame.
            passage: In which it stands.
            around: That passage.
            chosen: Fillers of the slots before.
        """
        if source == "Subject" and passage.grammar.none_other.search(passage.text[: call.at.start]):
            return []  # "no other town held it": this one did
        if source in _TEXTS:
            return self._text(source, slot, call, passage, around, chosen)
        if source in _THINGS:
            return self._thing(source, slot, call, passage, around)
        return self._place(source, slot, call, passage, around, chosen)

    def _text(
        self,
        source: str,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        chosen: dict[str, list[Filler]],
    ) -> list[Filler]:
        if slot.kind != "text":
            return []
        if source == "Words":
            return self._words_of(slot, call, passage, around)
        if source == "Phrase":
            return phrases(slot, call, passage, chosen)
        if source == "Itself":
            return _itself(slot, call, passage, chosen)
        if source == "Currency":
            return currencies(slot, passage, chosen)
        if source == "Leading":
            numbers = [m for m in passage.of(Kind.NUMBER) if m.start <= call.at.start <= m.end + 1]
            start = min([call.at.start, *(m.start for m in numbers)])
            words = re.search(r"\b[^.;:!?\n]{0,80}$", passage.text[:start])
        else:
            words = re.match(r"[^.;:!?\n]{0,80}\b", passage.text[call.at.end :])
        text = words.group(0).strip() if words else ""
        return [Filler(slot.path, passage, None, value=Literal(text))] if text else []

    def _thing(
        self, source: str, slot: Slot, call: Opening, passage: Passage, around: Surroundings
    ) -> list[Filler]:
        if source == "Told":
            return self._told(slot, passage)
        if source == "Opener":
            return self._opener(slot, call, passage)
        if source == "Earlier":
            return self._memory.earlier(slot, around.places("Subject", passage, slot), passage)
        if source == "Clause":
            return self._from_clause(slot, call, passage)
        if source == "Possessor":
            places = self._possessors.of(slot, call, passage, around)
            return [replace(self._pool.filler(slot.path, p, m, slot), here=p is passage) for p, m in places]
        if source == "Composed":
            return self._composed(slot, call, passage, around)
        if source == "Unit":
            return self._unit(slot, call, passage, around)
        if source == "Governed":
            return self._governed(slot, call, passage, around)
        if source == "Own":
            known = (
                [o for t in call.about.things[:1] for o in self._pool.known(t, slot.path)]
                if call.about
                else []
            )
            return [Filler(slot.path, passage, call.about, value=NamedNode(o), thing=o) for o in known]
        implied = [o for t in self._pool.kin(call.at) for o in self._schema.implied.get((t, slot.path), ())]
        return [Filler(slot.path, passage, None, value=NamedNode(o), thing=o) for o in implied]

    def _place(
        self,
        source: str,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        chosen: dict[str, list[Filler]],
    ) -> list[Filler]:
        """What was named elsewhere, unless the slot's hints forbid to take it from there."""
        guessed = source in ("Subject", "PreviousSentence")
        if (
            guessed
            and "registeredOnly" in slot.hints
            and not self._pool.kin(call.at)
            and not around.speaks_for_subject()
        ):
            return []
        allowed = self._pool.constrained(slot, call)
        wanted = self._narrowed(slot, allowed) if allowed else slot
        if source == "PublisherHeld":  # what is held in a town or a state is held in the one that speaks
            if allowed == tuple(slot.hints.get("fillers", ())):
                return []
            source = "Publisher"
        if source == "Venue":
            return self._venue(wanted, passage, around)
        if source == "Seat":
            return self._seat(wanted, passage, around)
        if source == "Host":
            return self._host(wanted, passage, around)
        if source == "Home":
            return self._home(wanted, call, passage, around)
        if (
            source == "Before" and "beforeRather" in slot.hints
        ):  # what has leaders and members, not who pays for it
            rather = around.places(source, passage, self._narrowed(slot, tuple(slot.hints["beforeRather"])))
            if rather:
                return [replace(self._pool.filler(slot.path, p, m, slot), here=False) for p, m in rather[:1]]
        near = call.entry.hints.get("near", ()) if call.entry and "backByWord" in slot.hints else ()
        places = around.places(source, passage, replace(wanted, classes=tuple(near))) if near else []
        if near and not places and source == "Before":
            places = around.spoken_of(passage, near)
        if not places:
            places = (
                self._memory.said_before(slot, chosen)
                if source == "Known"
                else around.places(source, passage, wanted)
            )
        places = [p for p in places if self._pool.apart(slot, [p[1]], p[0])]
        if source == "PreviousSentence":  # whoever it went to there is not where it went to others
            places = [(told, named) for told, named in places if not blocked(slot, named, told)]
        if source == "Known" and (call.at.things and allowed):
            places = [p for p in places if self._pool.fits(p[1], allowed)]
        if source == "PublisherBody" and allowed != tuple(slot.hints.get("fillers", ())):
            return []
        if source in ("Publisher", "PublisherBody"):
            never = slot.hints.get("notPublisher", ())
            kept = [p for p in places if not self._pool.fits(p[1], never)]
            # what an assembly gives out speaks of the town's own people
            town = replace(wanted, classes=tuple(c for c in wanted.classes if c in self._towns))
            places = kept or (around.places(source, passage, town) if places and town.classes else [])
        alone = "unique" in slot.hints and call.at.text.casefold() not in self._several
        if alone and source in ("Subject", "Publisher"):
            places = [p for p in places if not self._memory.held_by_another(call, p[1])]
        if "unique" in slot.hints and source == "PreviousSentence" and len({m.text for _, m in places}) > 1:
            return []
        if not slot.each and slot.most == 1:
            places = places[:1]
        return [replace(self._pool.filler(slot.path, p, m, slot), here=p is passage) for p, m in places]

    def homeland(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """The country of whoever the text is about: a minister of whom nobody says where is one of theirs."""
        compose = self._schema.composer.compose
        composition = compose(call.at.text) or compose(call.at.text.partition(",")[0])
        wanted = composition.head.hints.get("ofCountry", ()) if composition is not None else ()
        whole = self._schema.composer.of_whole(call.at.text, "ofCountry")
        if composition is None or not wanted:
            return []
        if composition.bare and "alone" not in composition.head.hints and not whole:
            return []
        towns = replace(slot, classes=tuple(c for c in slot.hints.get("fillers", ()) if c in self._towns))
        own = around.places("Publisher", passage, towns) or around.places("Subject", passage, towns)
        places = own or list(around.named(towns.classes))
        lands = {
            land: None
            for _, place in places
            for thing in place.things
            for path in self._schema.placing
            for land in self._pool.known(thing, path)
            if self._schema.thing_is(land, wanted)
        }
        land = next(iter(lands), "")
        of_parts = composition.head.hints.get("notIn", ())
        if len(lands) != 1 or self._is_owned(call, passage):
            return []
        # where several countries have such offices, a town that is named may be where somebody went
        parted = land in of_parts or (
            bool(own) and whole and land in self._schema.composer.wholes("ofCountry")
        )
        if of_parts and whole != parted:
            return []
        return [Filler(slot.path, passage, None, value=NamedNode(land), thing=land)]

    def only(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """The one place of all that a document names that may have an office which only places have."""
        allowed = self._pool.constrained(slot, call)
        if not allowed or any(c in self._states or self._schema.is_a(c, self._bodies) for c in allowed):
            return []
        classes = [c for c in allowed if c not in self._towns] or allowed
        named = {thing_key(m): (p, m) for p, m in around.named(classes)}
        if len(named) != 1 or self._memory.held_by_another(call, next(iter(named.values()))[1]):
            return []
        return [
            replace(self._pool.filler(slot.path, p, m, slot), here=p is passage) for p, m in named.values()
        ]

    def _is_owned(self, call: Opening, passage: Passage) -> bool:
        """Whether a name that nobody knows stands right before an office ("Northern Canton minister X")."""
        before = passage.text[: call.at.start].split()[1:]
        return not passage.grammar.nouns_capitalised and bool(before) and before[-1].istitle()

    def _narrowed(self, slot: Slot, classes: tuple[str, ...]) -> Slot:
        """The same slot for fewer classes; made once."""
        key = (slot.shape, slot.path, slot.needs_cue, classes)
        known = self._narrow.get(key)
        if known is None or known[0] is not slot:
            known = self._narrow[key] = (slot, replace(slot, classes=classes))
        return known[1]

    def _told(self, slot: Slot, passage: Passage) -> list[Filler]:
        """What the sentence before told of without a name ("they met on …. The host was …")."""
        told = [
            f
            for f in self._memory.recent(passage, 1)
            if self._schema.is_a(f.cls, slot.classes)
            and f.entry is not None
            and f.passage.paragraph == passage.paragraph
            and f.factuality is not Factuality.DENIED
        ]
        return [Filler(slot.path, f.passage, None, here=False, told=f) for f in told[-1:]]

    def _composed(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """A thing that two others name together ("the application of A for B"), of which one may stand before."""
        named: list[Mention] = []
        for cls in slot.hints.get("composedOf", ()):
            wanted = replace(slot, classes=(cls,))
            here = [m for m in passage.of(Kind.THING) if self._pool.fits(m, (cls,))]
            places = [(passage, m) for m in sorted(here, key=lambda m: gap_between(call.at, m))]
            places = (
                places
                or around.places("Subject", passage, wanted)
                or around.places("Before", passage, wanted)
            )
            if not places:
                return []
            named.append(places[0][1])
        kind, rest = named[0], named[1:]
        head = self._schema.things[kind.things[0]].name() if kind.things else kind.text
        text = " ".join([head, *(_without_noun(m.text.removeprefix(f"{head} "), head) for m in rest)])
        things = self._schema.called(text, slot.classes)
        classes = frozenset(slot.hints.get("fillers") or slot.classes)
        at = Mention(Kind.THING, call.at.start, call.at.end, text, things=things, classes=classes)
        return [self._pool.filler(slot.path, passage, at, slot)]

    def _governed(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """The place whose own body the sentence names nearest to the word ("X's council has …")."""
        bodies = [m for m in passage.of(Kind.THING) if m.things and not self._pool.fits(m, slot.classes)]
        for body in sorted(bodies, key=lambda m: (gap_between(call.at, m), m.start)):
            if found := around.governed((passage, body), slot.classes):
                return [self._pool.filler(slot.path, passage, m, slot) for _, m in found]
        return []

    def _venue(self, slot: Slot, passage: Passage, around: Surroundings) -> list[Filler]:
        """ "in the hall", "at the museum": in the town that its name tells, else the one that the text is about."""
        venues = [w for w in passage.of(Kind.WORD) if w.entry is not None and "Venue" in roles(w.entry)]
        venues = [v for v in venues if passage.grammar.at_venue(passage.text, v.start)]
        for town in passage.of(Kind.THING) if venues else ():
            if self._pool.fits(town, slot.classes) and any(_names_venue(town, v, passage) for v in venues):
                return [self._pool.filler(slot.path, passage, town, slot)]
        if not venues:
            return []
        places = around.places("Subject", passage, slot) or around.places("Publisher", passage, slot)
        return [self._pool.filler(slot.path, p, m, slot) for p, m in places[:1]]

    def _host(self, slot: Slot, passage: Passage, around: Surroundings) -> list[Filler]:
        """The town that itself invites, or is said to be host ("the town invites to …", "X will host …")."""
        hosting = [w for w in passage.of(Kind.WORD) if w.entry is not None and "hosts" in w.entry.hints]
        towns = [
            m
            for m in passage.of(Kind.THING, Kind.REFERENCE)
            if (hosting and self._pool.fits(m, slot.classes))
            and not after_preposition(m, passage)
            and not m.genitive
        ]
        for word in hosting:
            before = [m for m in towns if m.end <= word.start and word.start - m.end <= _NEAR_HOST]
            behind = [m for m in towns if m.start >= word.end and same_clause(word, m, passage)]
            near = before[-1:] or behind[:1]
            places = [
                place
                for m in near
                if same_segment(m, word, passage.text)
                for place in around.resolve(m, passage, slot.classes)
            ]
            if len(places) == 1:
                return [self._pool.filler(slot.path, *places[0], slot)]
        return []

    def _home(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """Where a town's own text says of something only when it is, and names no other town: in that town."""
        if call.at.things or not any(m.period_kind in _DAYS for m in passage.of(Kind.PERIOD)):
            return []
        if call.entry is not None and slot.path not in call.entry.hints.get("orSubject", ()):
            return []
        if not around.speaks_for_subject():
            return []
        homes = around.places("Publisher", passage, slot)[:1]
        known = {thing_key(m) for _, m in homes}
        named = {thing_key(m) for m in passage.of(Kind.THING) if self._pool.fits(m, slot.classes)}
        if not named <= known:
            return []
        return [replace(self._pool.filler(slot.path, p, m, slot), here=False) for p, m in homes]

    def _seat(self, slot: Slot, passage: Passage, around: Surroundings) -> list[Filler]:
        """Where a body meets that has its seat in the town that the text is about ("the assembly met on …")."""
        if not any(self._pool.fits(m, slot.hints.get("seatOf", ())) for m in passage.of(Kind.THING)):
            return []
        places = around.places("Subject", passage, slot) or around.places("Publisher", passage, slot)
        return [replace(self._pool.filler(slot.path, p, m, slot), here=False) for p, m in places[:1]]

    def _from_clause(self, slot: Slot, call: Opening, passage: Passage) -> list[Filler]:
        """The one candidate between the commas that what opens the frame stands in, if there is just one."""
        ends = [m for m in (call.at, call.about) if m is not None]
        start, end = min(m.start for m in ends), max(m.end for m in ends)
        start = max(passage.text.rfind(mark, 0, start) for mark in (",", ";", ":", "–")) + 1
        stops = [at for mark in (",", ";", ":", "–") if (at := passage.text.find(mark, end)) >= 0]
        allowed = self._pool.constrained(slot, call) or slot.classes
        found = [
            m
            for m in passage.of(Kind.THING)
            if m.inside(start, min(stops, default=len(passage.text)))
            and self._pool.fits(m, allowed)
            and not self._pool.fits(m, slot.hints.get("except", ()))
            and (
                any(in_word_of(at, m, passage) for at in ends)
                if m.compound
                else not after_preposition(m, passage)
            )
            and not (
                "joins" in call.shape.hints
                and (
                    passage.grammar.goes_on_with_verb(passage.text[end : m.start])
                    or is_of_another(call, m, passage)
                )
            )
            and (passage.text[m.start - 1 : m.start] != "(" or allowed != slot.hints.get("fillers"))
        ]
        return [self._pool.filler(slot.path, passage, found[0], slot)] if len(found) == 1 else []

    def _unit(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """The part of a body that an office's name ends with, that stands behind it, or that a verb speaks of."""
        if any((t, slot.path) in self._schema.constraints for t in self._pool.kin(call.at)):
            return []
        units = [m for m in passage.of(Kind.THING) if m.classes & self._units]
        if call.entry is None:
            found = self._beside(units, call, passage)
        elif any(self._schema.is_a(u, call.entry.hints.get("near", ())) for u in self._units):
            near = [m for m in units if gap_between(call.at, m) <= _NEAR_UNIT]
            found = [m for m in near if not after_preposition(m, passage)]
            found.sort(key=lambda m: (gap_between(call.at, m), m.start))
        else:
            found = []
        owners = [
            o
            for m in found[:1]
            for o in passage.of(Kind.THING)
            if o.start > m.end
            and self._pool.may_fill(slot, o, passage)
            and (
                passage.grammar.belongs(passage.text[m.end : o.start])
                or (passage.text[m.end : o.start] == ", " and _ENDED.match(passage.text, o.end))
            )
        ]
        if not owners and self._is_of_office(found, call, passage):
            whole = self._whole_of_units(slot, passage, around)
            if whole:
                return whole
        places = [
            (passage, m)
            if self._is_told(m, passage) or m in owners
            else around.last_named(m, passage, self._units)
            for m in (*owners, *found)[:1]
        ]
        return [
            replace(self._pool.filler(slot.path, *place, slot), here=place[0] is passage)
            for place in places
            if place is not None
        ]

    def _is_of_office(self, units: Sequence[Mention], call: Opening, passage: Passage) -> bool:
        """Whether the name of an office tells the unit that it is of, and no more than a noun calls that."""
        unit = next(iter(units), None)
        if call.entry is not None or unit is None or unit.things:
            return False
        plain = passage.grammar.nouns_capitalised or unit.text[:1].islower()
        inside = unit.inside(call.at.start, call.at.end)
        return plain and (inside or passage.grammar.belongs(passage.text[call.at.end : unit.start]))

    def _whole_of_units(self, slot: Slot, passage: Passage, around: Surroundings) -> list[Filler]:
        """Whose part a unit is that nobody knows: of the town that sends the text, else of the one it is about."""
        towns = self._narrowed(slot, tuple(c for c in slot.hints.get("fillers", ()) if c in self._towns))
        places = around.places("Publisher", passage, towns) or around.places("Subject", passage, towns)
        return [replace(self._pool.filler(slot.path, p, m, slot), here=False) for p, m in places[:1]]

    def _beside(self, units: list[Mention], call: Opening, passage: Passage) -> list[Mention]:
        """Units in the words that open a frame, then those right behind them or behind who it tells of."""
        named = [m for m in units if m.inside(call.at.start, call.at.end) and m.start > call.at.start]
        ends = [e for e in (call.at, call.about) if e is not None]
        behind = [
            m
            for m in units
            for e in ends
            if m.start > e.end and passage.grammar.belongs(passage.text[e.end : m.start])
        ]
        return [*named, *behind]

    def _is_told(self, unit: Mention, passage: Passage) -> bool:
        """Whether a unit's name says which one it is ("the committee" does not)."""
        if unit.text not in self._unit_nouns:
            return True
        return passage.grammar.nouns_capitalised and not unit.text.islower()

    def _words_of(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> list[Filler]:
        """The name, or the words, of the nearest thing of the classes that a text slot names."""
        wanted = slot.hints.get("wordsOf", ())
        found = [m for m in passage.of(Kind.THING) if self._pool.fits(m, wanted)]
        found = [m for m in found if not any(_lies_within(m, o) for o in found)]
        meant = [m for m in passage.of(Kind.REFERENCE) if not found and self._pool.fits(m, wanted)]
        found += [m for one in meant for _, m in around.resolve(one, passage, wanted) if m.things]
        phrase = self._noun_like(slot, call, passage)
        if phrase is not None and not any(m.start < phrase.start or phrase.end < m.end for m in found):
            return [Filler(slot.path, passage, phrase, value=Literal(phrase.text))]
        found = found or self._headed_by(wanted, passage, around)
        if not found:
            thing = object_of(call.at, passage) if self._has_say(slot, passage) else None
            thing = in_full(thing, passage, slot.hints.get("tiedBy", ())) if thing is not None else None
            return [Filler(slot.path, passage, thing, value=Literal(thing.text))] if thing is not None else []
        nearest = min(found, key=lambda m: (gap_between(call.at, m), m.start))
        name = self._schema.things[nearest.things[0]].name() if len(nearest.things) == 1 else nearest.text
        return [Filler(slot.path, passage, nearest, value=Literal(name))]

    def _noun_like(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The nearest noun with a role that a slot takes (`kg:nounsLike`), with what it is of ("revision of the …").

        Only beside those who have a say in such things (`kg:nounsBeside`).
        """
        wanted = set(slot.hints.get("nounsLike", ()))
        if not wanted or not self._has_say(slot, passage):
            return None
        nouns = [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None and wanted & set(roles(w.entry)) and not w.overlaps(call.at)
        ]
        if not nouns:
            return None
        noun = min(nouns, key=lambda w: (gap_between(call.at, w), w.start))
        start, end = (
            _HYPHENED.search(passage.text[: noun.start]),
            passage.grammar.end_of_noun(passage.text, noun.end),
        )
        at = start.start() if start is not None else noun.start
        return in_full(
            Mention(Kind.QUOTED, at, end, passage.text[at:end]), passage, slot.hints.get("tiedBy", ())
        )

    def _has_say(self, slot: Slot, passage: Passage) -> bool:
        """Whether a passage names those who have a say in what a slot takes (`kg:nounsBeside`)."""
        beside = slot.hints.get("nounsBeside", ())
        return any(self._pool.fits(m, beside) for m in passage.of(Kind.THING, Kind.REFERENCE))

    def _headed_by(self, wanted: tuple[str, ...], passage: Passage, around: Surroundings) -> list[Mention]:
        """The one thing that the sentence before, else the heading, names ("5. The plan. Decision: carried"), where a
        sentence names no object of its own."""
        if passage.grammar.objects(passage.text):
            return []
        for other in around.leading(passage):
            named = [m for m in other.of(Kind.THING) if self._pool.fits(m, wanted)]
            if named:
                return named if len({m.things for m in named}) == 1 else []
        return []

    def _opener(self, slot: Slot, call: Opening, passage: Passage) -> list[Filler]:
        """What the sentence opens with and so speaks of ("the country takes part with nine towns")."""
        allowed = tuple(slot.hints.get("openers", ())) or slot.classes
        first = next((m for m in passage.of(Kind.THING)), None)
        if first is None or first.start > _OPENING or not self._pool.fits(first, allowed) or first.compound:
            return []
        if call.entry is not None and "subjectFills" in call.entry.hints:
            return []
        if "anyCue" in slot.hints and after_preposition(first, passage):
            return []
        if not same_segment(first, call.at, passage.text):
            return []
        return [self._pool.filler(slot.path, passage, first, slot)]


def _without_noun(name: str, head: str) -> str:
    """A name without the noun at its end that the head before it has, too ("the … park" and "X Park")."""
    first, _, noun = name.rpartition(" ")
    return first if first and noun == head.split()[-1] else name


def _lies_within(mention: Mention, other: Mention) -> bool:
    """Whether a name is but a part of another."""
    return mention.inside(other.start, other.end) and mention.end - mention.start < other.end - other.start


def _names_venue(town: Mention, venue: Mention, passage: Passage) -> bool:
    """Whether a town's name stands right beside a venue, or within it, and so is a part of its name."""
    if town.inside(venue.start, venue.end) or town.start == venue.end + 1:
        return True
    between = passage.text[town.end : venue.start]
    return town.end < venue.start and re.fullmatch(r"\s(?:[A-ZÄÖÜÉ][\w-]*\s)?", between) is not None


def _itself(
    slot: Slot, call: Opening, passage: Passage, chosen: Mapping[str, Sequence[Filler]]
) -> list[Filler]:
    """What a word for a unit calls it: as written, and in its base form, where no such slot has it yet.

    A slot of which there is one has it as written. The base form of an entry that joins several words tells only of
    those that it begins as, or ends.
    """
    entry = call.entry
    same = [s.path for s in call.shape.slots if s.sources == slot.sources]
    if entry is None or not ("counts" in entry.hints or any(path in same for path, _ in entry.sets)):
        return []
    told = {f.value for path in same for f in chosen.get(path, ())}
    base = entry.forms[0]
    root = fold(base)[: max(_ROOT, len(base) - 2)]
    words = [call.at.text, base] if slot.most is None and root in fold(call.at.text) else [call.at.text]
    new = [w for w in map(Literal, dict.fromkeys(words)) if w not in told]
    return [Filler(slot.path, passage, call.at, value=word) for word in new]
