"""The slots of what a passage evokes, filled from the sentence and then from around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import (
    SUBJECT,
    Filler,
    Frame,
    Opening,
    by_default,
    is_group,
    is_pronoun,
    roles,
    thing_key,
)
from kg.reading.passages.listing import (
    beside_comma,
    coordinated,
    objects_of,
    of_own_predicate,
    set_apart,
    with_added,
    without_asides,
)
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import (
    FARTHEST,
    adjacent,
    after_preposition,
    attached,
    cued,
    gap_between,
    in_brackets_apart,
    in_dashes_apart,
    in_own_bracket,
    in_word_of,
    is_keyed,
    is_of_another,
    is_span_of_name,
    is_tied_to_another,
    same_clause,
    same_segment,
    same_voice,
    score,
    stands_beside,
    told_apart,
    words_between,
)
from kg.reading.slots.choosing import Chooser
from kg.reading.slots.exclusive import alone
from kg.reading.slots.gapping import COMPARED, is_held_against
from kg.reading.slots.givers import leave_strangers
from kg.reading.slots.ledto import led_to
from kg.reading.slots.pairing import (
    are_of_sender,
    does_so_severally,
    held_apart,
    in_relative,
    is_over,
    keeps_others,
    led_by_company,
    on_both_sides,
    opens_list,
    own_clause,
    up_to_apposed,
    up_to_company,
)
from kg.reading.slots.phrases import end_of_word
from kg.reading.slots.sources import Sources
from kg.reading.slots.spreading import Spreader
from kg.reading.slots.standing import (
    CLAUSE_LEAD,
    LEAST_LISTED,
    LETTER,
    NEAR_NOUN,
    PAIR,
    PARTED,
    PARTING,
    SENTENCE,
    SHORT_LINK,
    announcing,
    antecedents,
    apposed_to,
    are_numbered,
    are_others,
    counts_others,
    coupled,
    describes_next,
    from_to,
    has_own_verb,
    has_strange_subject,
    have_own_day,
    is_adjective_of_several,
    is_apart,
    is_behind_another,
    is_behind_verb,
    is_beside_joined,
    is_day_of_other,
    is_done_before,
    is_for_another,
    is_governed,
    is_in_aside,
    is_in_relative_before,
    is_meant,
    is_of_all,
    is_of_goal,
    is_of_share,
    is_origin,
    is_past_aside,
    is_said_of_number,
    is_scene,
    is_several,
    is_shut_out,
    is_whole_of,
    is_years_of,
    joins_names,
    lasts_elsewhere,
    lead_to,
    leads,
    may_go_on,
    named_by,
    opens_with_place,
    others,
    owns,
    owns_apposed,
    part_agents,
    parted,
    possessed,
    refers_back,
    sources,
    stands_behind,
    tells_of,
    with_following,
    without_denied_phrases,
    without_gapped,
    without_opposed,
    without_outside,
    without_owners,
    without_tellers,
)
from kg.reading.slots.strangers import (
    is_governed_body,
    is_of_part,
    is_too_soon,
    means_own_part,
    speaks_of_many,
    speaks_of_stranger,
    with_doers,
    within_clause,
    without_outspoken,
)
from kg.schema import Entry, Schema, Slot

_GENITIVE_GAP, _STEM = 3, 3
_FIRST_DAY, _LAST_DAY = 101, 1231  # of a year, as the ends of periods have them
_OWNER = re.compile(r"[^\W\d_](?:['’]s|s['’])\s(?:[a-zà-ÿ-]+\s)?$")  # "the programme's director"
_BACK = frozenset(("Before", "Earlier"))
_ROW_GAP = re.compile(r"(?:\s\([^()]{1,40}\))?,\s+")
_ROW_TAIL = re.compile(
    r"(?:\s+\w{1,3}\s+(?:[^\W\d_]+\s)?[^\W\d_]+)?,\s+"
)  # "head and scientific director, …"
_ROW_END = re.compile(r"\s*(?:[.;)\n*–|]|\([^()]{2,12}\)|$)")
_ROW_CLOSE = re.compile(r"\s*(?:[.;)\n*|]|[–—]\s|,\s+(?=[a-zà-öø-ÿ])|$)")
_MARKED = re.compile(r"[.,;:!?()]")
_TITLE_GAP = re.compile(r"\s(?:[^\W\d_a-z][^\W\d_]{0,4}\.?\s){0,3}")
_KEY_LEAD = re.compile(r":\s+(?:[^\W\d_a-z][\w-]{0,9}\.\s*){0,3}")
_GUESSED = frozenset(("PublisherBody", "Subject", "PreviousSentence", "Publisher"))


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
        self.chooser = Chooser(schema, pool, memory)
        self._states = schema.hinted("stateName")
        self._towns = schema.hinted("gazetteer")
        self._demanding: dict[tuple[str, str], list[Slot]] = {}
        self._units = schema.hinted("unit")

    def fill(
        self,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        taken: set[Mention],
        shared: Mapping[str, list[Filler]] | None = None,
    ) -> list[Frame]:
        """The frames that an opening gives; `shared` is what it has from one told before."""
        call = self._meant(call, passage, around)
        chosen: dict[str, list[Filler]] = dict(shared or {})
        used: set[Mention] = {call.at} if call.about is None else {call.at, call.about}
        self._preset(call, passage, chosen, around)
        if call.entry is not None and "subjectFills" in call.entry.hints:
            used.update(f.mention for fs in chosen.values() for f in fs if f.mention is not None)
        slots = self._pool.in_order(call)
        only = self._only_here(call)
        if instead := self._pool.standing_in(call):
            slots = told_apart(slots, instead, call, passage)
            only = [slot for slot in only if slot in slots]
        if any(self._lacks(slot, passage, used, chosen) for slot in only):
            return []
        slots = [slot for slot in slots if slot.path not in chosen]
        for slot in slots:
            fillers = self.fill_slot(slot, call, passage, around, used, taken, chosen)
            if fillers:
                chosen[slot.path] = fillers
                used.update(f.mention for f in fillers if f.mention is not None)
            elif slot.least or (call.entry is not None and slot.path in call.entry.needs):
                if self._given_up(slot, call, passage, chosen) or self._changed(
                    slot, call, passage, around, (used, taken), chosen
                ):
                    continue
                rest = slots[slots.index(slot) + 1 :]
                self._leave_open(slot, rest, call, passage, (used, taken), chosen, around)
                return []
        if not self._grounded(call, passage, chosen, around):
            return []
        self._give_back(call, passage, chosen)
        part_agents(call, chosen)
        leave_strangers(call, chosen, passage, self._schema)
        self._shorten(call, passage, chosen)
        if call.at.kind is Kind.REFERENCE and "joins" in call.shape.hints:
            chosen.pop(call.shape.hints["joins"][0], None)  # nobody knows what "her colleague" is
        made = self._spreader.spread(call, passage, chosen, around)
        paired = [slot.path for slot in call.shape.slots if "pairs" in slot.hints]
        if paired and made and self._is_over(paired, call, passage, chosen):
            return [replace(frame, factuality=Factuality.DENIED) for frame in made]
        return made

    def _given_up(self, slot: Slot, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> bool:
        """Whether a slot gets what stands behind the object, by a preposition that leads to another as well ("à")."""
        if call.entry is None or slot.path not in call.entry.hints.get("givesUpTo", ()):
            return False
        for other in call.shape.slots:
            fillers = chosen.get(other.path, ())
            mention = fillers[0].mention if other.needs_cue and fillers and fillers[0].here else None
            if mention is None or not self._pool.may_fill(slot, mention, passage):
                continue
            if _is_only_one_led(mention, other, call, passage):
                del chosen[other.path]
                chosen[slot.path] = [self._pool.filler(slot.path, passage, mention, slot)]
                return True
        return False

    def _changed(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        barred: tuple[set[Mention], set[Mention]],
        chosen: dict[str, list[Filler]],
    ) -> bool:
        """Whether a slot gets what its word leads to from another, which finds somebody else in the sentence."""
        path, mention = led_to(slot, call, chosen, passage) or ("", call.at)
        other = call.shape.slot(path) if path else None
        if other is None or not self._pool.may_fill(slot, mention, passage):
            return False
        used, taken = barred
        found = self.fill_slot(other, call, passage, around, used, taken, {})
        if not any(f.here and f.passage is passage for f in found):
            return False
        chosen[path] = found
        used.update(f.mention for f in found if f.mention is not None)
        chosen[slot.path] = [self._pool.filler(slot.path, passage, mention, slot)]
        return True

    def _is_over(
        self, paired: Sequence[str], call: Opening, passage: Passage, chosen: dict[str, list[Filler]]
    ) -> bool:
        """Whether the sentence says that what a pair had has ended."""
        named = [
            f.mention
            for path in paired
            for f in chosen.get(path, ())
            if f.mention is not None and f.passage is passage
        ]
        return is_over(call.at, self._rivals(call, passage), named, passage)

    def _only_here(self, call: Opening) -> list[Slot]:
        """Slots that have to be filled, and from the sentence alone."""
        entry = call.entry
        key = (call.shape.iri, entry.iri if entry is not None else "")
        if key not in self._demanding:
            # what `_leave_open` might keep is filled all the same
            any_way = may_go_on(call.shape) or (entry is not None and "counts" in entry.hints)
            self._demanding[key] = [
                slot
                for slot in ([] if any_way else self._pool.in_order(call))
                if (slot.least or (entry is not None and slot.path in entry.needs))
                and slot.default is None
                and sources(slot, call) == SENTENCE
            ]
        return self._demanding[key]

    def _lacks(
        self, slot: Slot, passage: Passage, used: set[Mention], chosen: dict[str, list[Filler]]
    ) -> bool:
        """Whether nothing in a sentence is of the sort that a slot takes; known before others are filled."""
        return slot.path not in chosen and all(m in used for m in self._pool.fitting(slot, passage))

    def _leave_open(
        self,
        slot: Slot,
        rest: Sequence[Slot],
        call: Opening,
        passage: Passage,
        barred: tuple[set[Mention], set[Mention]],
        chosen: dict[str, list[Filler]],
        around: Surroundings,
    ) -> None:
        """Keep what was said of members that only the next sentence may name ("prizes were given. Among them: …")."""
        said = any(f.here and f.mention is not None for fillers in chosen.values() for f in fillers)
        said = said or (call.entry is not None and "clause" in call.entry.hints)
        if "continued" in call.shape.hints:  # of what lists tell there are counts, which announce them
            said = said or self._pool.counts_some(slot, passage)
        if not (slot.each and said and may_go_on(call.shape)):
            return
        for other in rest:
            # the day is said but once; what else the sentence names may be those whom the next one tells of
            if not other.each and other.kind == "period":
                fillers = self.fill_slot(other, call, passage, around, *barred, chosen)
                if fillers and all(f.mention is not None and f.passage is passage for f in fillers):
                    chosen[other.path] = fillers
        firmness = around.factuality(call.at, call.entry, passage)
        self._memory.leave_open(
            Frame(
                call.shape.iri,
                passage,
                call.at.start,
                call.at.end,
                firmness,
                call.entry,
                fillers=dict(chosen),
            )
        )

    def _meant(self, call: Opening, passage: Passage, around: Surroundings) -> Opening:
        """An opening by a reference ("his counterpart"): the same place, with what it refers to."""
        if call.at.kind is not Kind.REFERENCE or "joins" not in call.shape.hints:
            return call
        for _, mention in around.resolve(call.at, passage, tuple(call.at.classes)):
            return replace(call, at=replace(mention, start=call.at.start, end=call.at.end))
        return call

    def _preset(
        self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]], around: Surroundings
    ) -> None:
        for path, value in call.entry.sets if call.entry else ():
            thing = value.value if isinstance(value, NamedNode) else None
            chosen[path] = [Filler(path, passage, call.at, value=value, thing=thing)]
        if call.entry is not None and "signed" in call.entry.hints:
            self._preset_signed(call, call.entry.needs[0], passage, chosen, around)
        if call.entry is not None and "subjectFills" in call.entry.hints:
            self._preset_subject(call, call.entry.hints["subjectFills"][0], passage, chosen, around)
        joins = call.shape.hints.get("joins", ())
        if joins and call.about is not None:
            for path, mention in zip(joins, (call.at, call.about), strict=False):
                place = (passage, mention)
                if mention is call.at:
                    place = self._memory.fuller(path, call, passage)
                chosen[path] = [self._pool.filler(path, *place, call.shape.slot(path))]

    def _preset_subject(
        self,
        call: Opening,
        path: str,
        passage: Passage,
        chosen: dict[str, list[Filler]],
        around: Surroundings,
    ) -> None:
        """The nearest thing in the verb's clause that nothing governs, before the verb rather than behind it."""
        slot = call.shape.slot(path)
        if slot is None:
            return
        fitting = [
            m
            for m in self._pool.fitting(slot, passage)
            if same_segment(m, call.at, passage.text)
            and not after_preposition(m, passage)
            and (m.end <= call.at.start or same_clause(m, call.at, passage))
        ]
        if passage.grammar.opens_inverted(call.at.text):
            fitting = [m for m in fitting if m.start >= call.at.end]  # "which finances the Union"
        elif has_strange_subject(call, passage):
            fitting = [m for m in fitting if m.end <= call.at.start]  # whoever it is, it is not what follows
        fitting.sort(key=lambda m: (m.start > call.at.start, gap_between(m, call.at)))
        resolved = self._resolved(fitting[0], passage, slot, around) if fitting else []
        if resolved:
            chosen[path] = [self._pool.filler(path, *resolved[0], slot)]

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

    def _shorten(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> None:
        """Leave out of an office's name what fills a slot of its own ("head of" the unit that it is held in)."""
        joins = call.shape.hints.get("joins", ())
        first = chosen[joins[0]][0] if joins and chosen.get(joins[0]) else None
        office = first.mention if first is not None and first.passage is passage else None
        if office is None:
            return
        inner = [
            f.mention
            for path, fs in chosen.items()
            if path not in joins
            for f in fs
            if f.here and f.passage is passage
        ]
        if (tail := self._names_holder(office, joins, passage, chosen)) is not None:
            chosen[joins[0]] = [self._shorter(office, office.text[: tail.start()], call, passage)]
            return
        named = [m for m in inner if m is not None]
        for other in (*named, *self._nouns_before(office, named, passage)):
            if not office.start < other.start < office.end:
                continue
            if other.end < office.end and passage.text[other.start].islower():
                continue  # an adjective in the midst of the name
            name = passage.text[office.start : other.start]
            owned = passage.grammar.owner_links.search(name)
            name = passage.grammar.name_links.sub("", name[: owned.start()] if owned else name).strip(" ,")
            chosen[joins[0]] = [self._shorter(office, name, call, passage)]

    def _shorter(self, office: Mention, name: str, call: Opening, passage: Passage) -> Filler:
        """An office by the beginning of its name."""
        path = call.shape.hints["joins"][0]
        things = self._schema.called(name, office.classes)
        short = replace(office, end=office.start + len(name), text=name, things=things)
        return self._pool.filler(path, passage, short, call.shape.slot(path))

    def _names_holder(
        self, office: Mention, joins: Sequence[str], passage: Passage, chosen: dict[str, list[Filler]]
    ) -> re.Match[str] | None:
        """The end of an office's name that only says which body it is held in ("head of the chamber")."""
        tail = passage.grammar.noun_of(office.text) if not office.things else None
        names = [f.mention.text for path, fs in chosen.items() if path not in joins for f in fs if f.mention]
        return tail if tail is not None and any(tail.group(1) in n.split() for n in names) else None

    def _nouns_before(self, office: Mention, named: Sequence[Mention], passage: Passage) -> list[Mention]:
        """Nouns at the end of an office's name for what is named right behind ("head of the partner town" of X)."""
        if office.things:
            return []
        text = passage.text
        return [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None
            and office.start < w.start < office.end <= w.end
            and " " not in text[w.start : office.end]
            and passage.grammar.name_links.search(text[office.start : w.start]) is not None
            and any(
                self._pool.fits(m, w.entry.denotes)
                and m.start > office.end
                and (text[w.end : m.start] == " " or passage.grammar.belongs(text[w.end : m.start]))
                for m in named
            )
        ]

    def _preset_signed(
        self,
        call: Opening,
        path: str,
        passage: Passage,
        chosen: dict[str, list[Filler]],
        around: Surroundings,
    ) -> None:
        """The mention that opens a frame by signature fills the first slot of it."""
        slot = call.shape.slot(path)
        if slot is None:
            return
        places = self._resolved(call.at, passage, slot, around)
        if places:
            chosen[path] = [self._pool.filler(path, *places[0], slot)]
        elif self._goes_without_saying(slot, call.at, around) and isinstance(slot.default, NamedNode):
            chosen[path] = [by_default(slot, passage, call.at)]

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
        if is_beside_joined(slot, call) and (told := self._told_for(slot, call, passage, around)) is not None:
            return told
        found, source = self._from_sources(slot, call, passage, around, used, taken, chosen)
        if slot.each and len(found) > 1:
            found = alone(found, call, passage)
        if "choosesBy" in slot.hints and call.about is not None:
            if found and self._is_of_part_in(found[0], slot, call, passage):
                return []  # "head of the heat agency of A": of that agency, not of A
            if not found and self._is_told_vaguely(slot, call, passage, around):
                return []
            likely = self.chooser.choose(slot, call, passage, around, found, source)
            likely = [self._in_whole(f, slot, call) for f in likely]
            likely = self._tied_if_whole(likely, slot, call, passage)
            likely = (
                likely
                or self._sources.homeland(slot, call, passage, around)
                or self._sources.only(slot, call, passage, around)
            )
            if call.at.kind is Kind.REFERENCE or is_meant(call, passage):
                # "her counterpart": of another body, that the sentence names or nobody knows
                likely = [f for f in likely if f.here or f.mention in passage.mentions]
            likely = [f for f in likely if not self._is_guessed_town(f, call, passage)]
            owned = self._is_owned(slot, call, passage)
            return [f for f in likely if not (owned and stands_behind(f, call, passage))]
        if found:
            return found
        context = slot.hints.get("defaultWhere", ())
        implied = call.entry is None or slot.path not in call.entry.needs
        if slot.default is None or not (implied or not context or around.speaks_of(context)):
            return []
        if any(self._pool.fits(m, slot.hints.get("defaultUnless", ())) for m in passage.of(Kind.THING)):
            return []
        return [by_default(slot, passage)]

    def _is_guessed_town(self, filler: Filler, call: Opening, passage: Passage) -> bool:
        """Whether a town that only the text is about would fill a slot of an office that is another's.

        "The head of the hospital", "the Xer head": of no town, or of X.
        """
        town = filler.mention
        if town is None or town in passage.mentions or not town.classes & self._towns:
            return False
        place = passage.grammar.place_before(passage.text, call.at.start)
        if place:
            stem = place[:_STEM].casefold()
            return not any(word.startswith(stem) for word in town.text.casefold().split())
        return passage.grammar.held_elsewhere(passage.text, call.at.start, call.at.end)

    def _in_whole(self, filler: Filler, slot: Slot, call: Opening) -> Filler:
        """What a name that was chosen only ends, where that may fill the slot as well ("County of Northhaven")."""
        place = filler.mention
        if place is None:
            return filler
        allowed = self._pool.constrained(slot, call)
        whole = (
            m
            for m in filler.passage.of(Kind.THING)
            if m.start < place.start and m.end == place.end and m.things != place.things
        )
        longer = next((m for m in whole if self._pool.fits(m, allowed or slot.classes)), None)
        if longer is None or self._pool.fits(longer, slot.hints.get("except", ())):
            return filler
        return replace(self._pool.filler(slot.path, filler.passage, longer, slot), here=filler.here)

    def _told_for(
        self, slot: Slot, call: Opening, passage: Passage, around: Surroundings
    ) -> list[Filler] | None:
        """Whose it is what two mentions are joined for, where the words around say so; None where they do not."""
        mine = call.given or self._in_word(slot, call, passage) or self._in_row(slot, call, passage)
        mine = mine or self._of_undertaking(slot, call, passage) or self._of_town(slot, call, passage)
        if mine is None and not self._is_told_behind(slot, call, passage):
            mine = self._of_sender(slot, call, passage)
            if mine is None and not self._sources.offer("Implied", slot, call, passage, around, {}):
                mine = self._keyed(slot, call, passage)
            if mine is None and (spoken_for := self._spoken_for(slot, call, passage)) is not None:
                places = around.resolve(spoken_for, passage, slot.classes)[:1]
                return [self._pool.filler(slot.path, p, m, slot) for p, m in places]
        if mine is not None:
            return [self._pool.filler(slot.path, passage, mine, slot)]
        others = self._of_counterpart(slot, call, passage, around)
        return [self._pool.filler(slot.path, p, m, slot) for p, m in others] if others is not None else None

    def _from_sources(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        used: set[Mention],
        taken: set[Mention],
        chosen: dict[str, list[Filler]],
    ) -> tuple[list[Filler], str]:
        """What the first source offers that offers anything, and which one that is."""
        possessive = "Possessor" in slot.sources and passage.grammar.possessive(passage.text, call.at.start)
        for source in sources(slot, call):
            if source == "Implied" and self._is_told_behind(slot, call, passage):
                continue  # "manager of the fleet at X": of X, whoever most such managers are of
            if source in _BACK and "backByWord" in slot.hints and not refers_back(call):
                continue
            if source in _GUESSED and self._is_of_others(slot, call, passage, around):
                continue  # "they": some that were told of, not whoever the text is about
            if possessive and source in _GUESSED:
                continue  # "its director": of what was named, not of whoever sends the text
            if source in _GUESSED and self._is_of_owner(slot, call, passage):
                continue
            if source in _GUESSED and (
                speaks_of_stranger(slot, call, passage)
                or means_own_part(slot, call, passage)
                or speaks_of_many(slot, call, passage)
            ):
                continue  # "the company means to …": not whoever the text is about
            if source in _GUESSED and slot.each and is_said_of_number(call, passage):
                continue  # "92 hold the label": of those, not of whoever the text is about
            if source in _GUESSED and self._is_of_some_body(slot, call, passage):
                continue  # "head of the network": of that, whatever it is called
            if source != "Sentence" and slot.path == SUBJECT and self._dates_by_preposition(call, passage):
                continue  # "of 28 May" tells nothing of what another sentence names
            if source == "Sentence":
                found = self._from_sentence(with_doers(slot), call, passage, around, used, taken)
                found = self._from_scene(slot, call, passage, found)
                found = within_clause(found, slot, call, passage)
                found = without_outspoken(found, slot, call, passage)
                found = without_outside(found, call, passage) if slot.each else found
                found = self._rather_behind(found, slot, call, passage)
            else:
                found = self._sources.offer(source, slot, call, passage, around, chosen)
                if source == "Subject" and slot.each and len(found) > 1:
                    # "its contract", in a text about several: of the one that was told of last
                    found = self._sources.offer("Possessor", slot, call, passage, around, chosen) or found
            if found and slot.kind == "thing" and is_meant(call, passage):
                held = self._memory.held_by_another
                found = [
                    f
                    for f in found
                    if f.mention is None
                    or not (
                        held(call, f.mention) or not (f.mention.things or f.mention.classes & self._towns)
                    )
                ]
            if found and "choosesBy" in slot.hints:
                # "our head", "received us": of no body that has none such, whoever says so
                allowed = self._pool.constrained(slot, call)
                never = slot.hints.get("except", ()) if source in _GUESSED else ()
                found = [
                    f
                    for f in found
                    if f.mention is None
                    or (
                        self._pool.fits(f.mention, allowed)
                        and not self._pool.fits(f.mention, never)
                        and not (f.passage is passage and is_of_another(call, f.mention, passage))
                        and not (f.passage is passage and is_of_part(f.mention, slot, passage, self._towns))
                    )
                ]
            if call.shape.iri in self._pool.properties:
                found = others(found, chosen.get(SUBJECT, ()))[: 1 if source == "MostNamed" else None]
            if found:
                return found, source
        return [], ""

    def _tied_if_whole(
        self, found: list[Filler], slot: Slot, call: Opening, passage: Passage
    ) -> list[Filler]:
        """Without what only stands in the sentence of a federal office: it is of whoever the text is about, then."""
        if not self._schema.composer.of_whole(call.at.text, "ofCountry"):
            return found
        behind = self._told_behind(slot, call, passage, (call.at.end,))
        return [
            f
            for f in found
            if f.mention is None
            or not self._pool.fits(f.mention, self._pool.constrained(slot, call))
            or f.mention in behind
            or (f.passage is passage and 0 <= call.at.start - f.mention.end <= NEAR_NOUN)
        ]

    def _is_owned(self, slot: Slot, call: Opening, passage: Passage) -> bool:
        """Whether "its" or "our" stands before an office, so that it is of what was named before, or of the sender."""
        text, start = passage.text, call.at.start
        owned = passage.grammar.possessive(text, start) or passage.grammar.speaks_of_us(text, start)
        owned = owned or _OWNER.search(text[:start]) is not None
        return owned and not self._is_told_behind(slot, call, passage)

    def _rather_behind(
        self, found: list[Filler], slot: Slot, call: Opening, passage: Passage
    ) -> list[Filler]:
        """What a sentence offers, unless a body stands right behind an office that is none of those."""
        behind = self._told_behind(slot, call, passage, (call.at.end,)) if found else []
        behind = [m for m in behind if not m.genitive]
        if not behind or any(f.mention is None or f.mention.overlaps(m) for f in found for m in behind):
            return found
        return [self._pool.filler(slot.path, passage, behind[0], slot)]

    def _is_told_behind(self, slot: Slot, call: Opening, passage: Passage) -> bool:
        """Whether a whole body is named right behind an office, or behind its holder."""
        ends = (call.at.end, call.about.end) if call.about is not None else ()
        return bool(self._told_behind(slot, call, passage, ends))

    def _told_behind(self, slot: Slot, call: Opening, passage: Passage, ends: Sequence[int]) -> list[Mention]:
        """The whole bodies that belong to what ends at some places."""
        if not is_beside_joined(slot, call) or call.about is None:
            return []
        allowed = self._pool.constrained(slot, call)
        return [
            m
            for m in self._pool.fitting(slot, passage)
            if m.kind is Kind.THING and not self._pool.fits(m, slot.hints.get("except", ()))
            if self._pool.fits(m, allowed)
            and any(passage.grammar.belongs(passage.text[end : m.start]) for end in ends)
        ]

    def _is_told_vaguely(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> bool:
        """Whether the words beside an opening say what fills a slot, and nobody knows what they mean."""
        return (
            passage.grammar.possessive(passage.text, call.at.start)
            or self._is_of_some_body(slot, call, passage)
            or self._is_of_owner(slot, call, passage)
            or self._is_of_others(slot, call, passage, around)
        )

    def _of_undertaking(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """ "Director of X at Y": of X, where that is a made-up name of what is undertaken, with its noun or without."""
        if call.about is None or not self._is_of_anything(slot, call):
            return None
        if any(m.genitive and 0 < call.at.start - m.end <= _GENITIVE_GAP for m in passage.of(Kind.THING)):
            return None  # "X's co-ordinator for Y"
        for mention in passage.of(Kind.THING):
            if mention.classes.isdisjoint(self._pool.coining):
                continue
            if mention.end + 1 == call.at.start and mention.things:
                return mention  # "the X co-ordinator Y"
            if mention.start <= call.at.end:
                continue
            noun = next(
                (w for w in passage.of(Kind.WORD) if w.end + 1 == mention.start and w.start > call.at.end),
                None,
            )
            named = noun is not None and noun.entry is not None and "NameHead" in roles(noun.entry)
            starts = (mention.start, noun.start) if noun is not None and named else (mention.start,)
            if any(passage.grammar.belongs(passage.text[call.at.end : start]) for start in starts):
                return mention
        return None

    def _of_town(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The town or region right behind an office that bodies have: it may have one too, where it is named so."""
        allowed = self._pool.constrained(slot, call)
        if call.about is None or not is_beside_joined(slot, call) or self._pool.bodies.isdisjoint(allowed):
            return None
        behind = [
            m
            for m in passage.of(Kind.THING)
            if m.start > call.at.end and passage.grammar.belongs(passage.text[call.at.end : m.start])
        ]
        whole = max(behind, key=lambda m: (-m.start, m.end), default=None)
        if whole is None or self._pool.fits(whole, (*allowed, *slot.hints.get("except", ()))):
            return None
        return whole if self._pool.fits(whole, slot.hints.get("fillers", ())) else None

    def _in_word(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The body that stands in one word with an office ("ABC-President")."""
        allowed = tuple(self._pool.constrained(slot, call) or slot.classes)
        return next(
            (
                m
                for m in passage.of(Kind.THING)
                if m.compound
                and m.end + 1 == call.at.start
                and passage.text[m.end] in "-‑"
                and self._pool.fits(m, allowed)
            ),
            None,
        )

    def _in_row(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The body between commas beside a person and an office ("X, Heat Board, head", "Head X, Heat Board")."""
        holder, text = call.about, passage.text
        if holder is None or not _ROW_GAP.match(text, holder.end):
            return None
        if holder.end > call.at.start:
            return self._behind_both(slot, call, passage)
        wide = slot.hints.get("fillers") or slot.classes
        bodies = [
            m
            for m in passage.of(Kind.THING)
            if m.start > holder.end and self._pool.fits(m, wide) and not m.classes & self._units
        ]
        between = [
            m
            for m in bodies
            if _ROW_GAP.fullmatch(text, holder.end, m.start)
            and _ROW_GAP.fullmatch(text, m.end, call.at.start)
        ]
        direct = _ROW_GAP.fullmatch(text, holder.end, call.at.start) is not None
        behind = [
            m
            for m in bodies
            if direct and _ROW_TAIL.fullmatch(text, call.at.end, m.start) and _ROW_END.match(text, m.end)
        ]
        return max([*between, *behind], key=lambda m: (m.end - m.start, m.start), default=None)

    def _behind_both(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The body behind a comma, where an office stands right before its holder ("Head X, Heat Board")."""
        holder, text = call.about, passage.text
        if holder is None or not _TITLE_GAP.fullmatch(text, call.at.end, holder.start):
            return None
        bodies = (
            m
            for m in passage.of(Kind.THING)
            if m.start > holder.end
            and self._pool.fits(m, slot.hints.get("fillers") or slot.classes)
            and not m.classes & self._units
            and _ROW_GAP.fullmatch(text, holder.end, m.start)
            and _ROW_CLOSE.match(text, m.end)
        )
        return max(bodies, key=lambda m: m.end, default=None)

    def _is_of_anything(self, slot: Slot, call: Opening) -> bool:
        """Whether nothing says of which kind of body an opening may be."""
        return self._pool.constrained(slot, call) == tuple(slot.hints.get("fillers", ()))

    def _of_sender(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """ "A delegation from X, headed by Y": whoever heads it has the office in X."""
        if not is_beside_joined(slot, call) or call.about is None:
            return None
        comma = passage.grammar.headed_by(passage.text[: min(call.at.start, call.about.start)])
        allowed = self._pool.constrained(slot, call) or slot.classes
        found = [m for m in passage.of(Kind.THING) if m.end == comma and self._pool.fits(m, tuple(allowed))]
        return found[0] if found and found[0].classes & self._towns else None

    def _keyed(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """ "A: X, head of office", "A, head X": in a list by towns or bodies, what stands before the colon or comma."""
        if not is_beside_joined(slot, call) or call.about is None:
            return None
        start = min(call.at.start, call.about.start)
        allowed = tuple(self._pool.constrained(slot, call) or slot.classes)
        return next(
            (
                m
                for m in passage.of(Kind.THING)
                if self._pool.fits(m, allowed)
                and (
                    _KEY_LEAD.fullmatch(passage.text, m.end, start)
                    or (_ROW_GAP.fullmatch(passage.text, m.end, start) and _opens_row(m, passage.text))
                )
            ),
            None,
        )

    def _spoken_for(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """ "For A spoke in B head X": for whom somebody speaks, where a clause opens with that."""
        if not is_beside_joined(slot, call) or call.about is None or "spokenFor" not in slot.hints:
            return None
        start = min(call.at.start, call.about.start)
        allowed = tuple(self._pool.constrained(slot, call) or slot.classes)
        words = slot.hints["spokenFor"]
        for mention in passage.of(Kind.THING, Kind.REFERENCE):
            if mention.end > start or not self._pool.fits(mention, allowed):
                continue
            lead = CLAUSE_LEAD.search(passage.text[: mention.start])
            if lead is None or not any(word.casefold() in words for word in lead.group(1).split()):
                continue
            if not PARTED.search(passage.text[mention.end : start]) and not any(
                p.inside(mention.end, start) for p in passage.of(Kind.PERSON)
            ):
                return mention
        return None

    def _of_counterpart(
        self, slot: Slot, call: Opening, passage: Passage, around: Surroundings
    ) -> list[tuple[Passage, Mention]] | None:
        """ "His Lusitanian counterpart": of what was named last in that country; None where no country is told."""
        if not is_beside_joined(slot, call) or not is_meant(call, passage):
            return None
        for place in passage.of(Kind.THING):
            if place.end + 1 == call.at.start and place.classes & self._states:
                allowed = self._pool.constrained(slot, call) or slot.classes
                return around.last_in(place, call.at, passage, tuple(allowed))
        return None

    def _is_of_owner(self, slot: Slot, call: Opening, passage: Passage) -> bool:
        """Whether a sentence says of somebody else that what opens the frame is theirs ("the state has a plan")."""
        owners = slot.hints.get("notOf", ())
        return bool(owners) and any(
            self._pool.fits(m, owners)
            and not self._pool.fits(m, slot.classes)
            and (
                (m.end <= call.at.start and not after_preposition(m, passage))
                or (0 <= m.start - call.at.end <= NEAR_NOUN and attached(slot, call, m, passage))
            )
            for m in passage.of(Kind.THING, Kind.REFERENCE)
        )

    def _from_scene(self, slot: Slot, call: Opening, passage: Passage, found: list[Filler]) -> list[Filler]:
        """ "In X, the head said …": whose head, where the sentence names nobody else."""
        named = any(
            f.mention is not None and call.at.start <= f.mention.start <= call.at.end + NEAR_NOUN
            for f in found
        )
        if not is_beside_joined(slot, call) or named:
            return found
        allowed = self._pool.constrained(slot, call) or slot.classes
        scenes = [
            m
            for m in passage.of(Kind.THING)
            if self._pool.fits(m, allowed)
            and is_scene(m, call, passage)
            and call.at.start - m.end <= SHORT_LINK
        ]
        return [self._pool.filler(slot.path, passage, m, slot) for m in scenes[:1]] or found

    def _is_of_some_body(self, slot: Slot, call: Opening, passage: Passage) -> bool:
        """Whether right behind an office stands a noun alone for a body that has not been named."""
        return self._some_body(slot, call, passage) is not None

    def _is_of_part_in(self, filler: Filler, slot: Slot, call: Opening, passage: Passage) -> bool:
        """Whether a name only says where a body is whose noun an office has behind it ("head of the agency of A")."""
        noun, name = self._some_body(slot, call, passage), filler.mention
        if noun is None or name is None or filler.passage is not passage or name.start <= noun.end + 1:
            return False
        offices = (m for m in passage.of(Kind.THING) if m.classes & call.at.classes)
        if any(m.inside(noun.end, name.start) for m in offices):
            return False
        parted = _MARKED.search(passage.text[noun.end : name.start]) is not None
        return parted or passage.grammar.after_preposition(passage.text, name.start)

    def _some_body(self, slot: Slot, call: Opening, passage: Passage) -> Mention | None:
        """The noun for a body that stands right behind an office, and names none."""
        if not is_beside_joined(slot, call):
            return None
        for word in passage.of(Kind.WORD):
            entry = word.entry
            if entry is None or "NameHead" not in roles(entry) or word.start < call.at.end:
                continue
            if not passage.grammar.links(passage.text[call.at.end : word.start]):
                continue
            kinds = [c for c in entry.denotes if self._schema.is_a(c, slot.classes)]
            subjects = [c for c in kinds if "subject" in self._schema.classes[c].hints]
            if kinds and not subjects and "headOutside" in entry.hints:
                return word if word.text[:1].islower() else None
        return None

    @staticmethod
    def _dates_by_preposition(call: Opening, passage: Passage) -> bool:
        """Whether but a preposition opens what is to have a day."""
        return passage.grammar.is_function(call.at.text) and any(
            s.kind == "period" for s in call.shape.slots if s.path != SUBJECT
        )

    def _is_of_others(self, slot: Slot, call: Opening, passage: Passage, around: Surroundings) -> bool:
        """Whether a clause opens with a plural reference for a slot, of which nobody knows what it stands for."""
        return slot.kind == "thing" and any(
            is_group(m)
            and m.end <= call.at.start
            and self._pool.may_fill(slot, m, passage)
            and not around.resolve(m, passage, slot.classes)
            for m in passage.of(Kind.REFERENCE)
        )

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
        if not open_to and not self._pool.fitting(slot, passage):
            return []
        usable = self._usable(slot, call, passage, around, taken, open_to) if open_to else []
        candidates = self._within_reach(slot, call, passage, usable) if usable else []
        if slot.kind == "thing" and slot.needs_cue and any(s.each for s in call.shape.slots):
            # "in X, which received …": X is no place of what it received
            spoken_of = antecedents(call.at, candidates, passage)
            candidates = [m for m in candidates if m not in spoken_of]
        if slot.kind == "thing" and (slot.each or slot.path == SUBJECT):
            fitting = [m for m in self._pool.fitting(slot, passage) if m not in used]
            if allowed := self._pool.constrained(slot, call):
                fitting = [m for m in fitting if self._pool.fits(m, allowed)]
            candidates = antecedents(call.at, fitting, passage) or candidates
        if slot.path == SUBJECT or slot.path in call.shape.hints.get("agents", ()):
            joinable = [m for m in candidates if self._may_be_joined(m, slot, call)]
            candidates = of_own_predicate(call.at, candidates, passage, joinable)
        elif "agents" in call.shape.hints:
            candidates = objects_of(call.at, candidates, passage)
        if slot.path == SUBJECT:
            candidates = without_asides(call.at, candidates, passage)
        if "pairs" in slot.hints:
            end = end_of_word(call, passage)
            if does_so_severally(call.at, end, slot, passage):
                return []
            if keeps_others(call.at, end, self._pool.fitting(slot, passage), passage):
                return []
            if end > call.at.end and passage.grammar.is_particle(passage.text, end):
                return []
            if (told := self._told_in_relative(slot, call, passage, around, candidates)) is not None:
                return told
            if apart := held_apart(call.at, self._pool.fitting(slot, passage), slot, passage):
                candidates = [m for m in candidates if m not in apart]
                if len(candidates) < PAIR:
                    return []
            candidates = own_clause(call.at, candidates, self._rivals(call, passage), passage)
            candidates = up_to_company(call.at, candidates, passage)
            hints = call.entry.hints if call.entry is not None else {}
            if "presupposed" in hints and "phrase" not in hints:
                candidates = up_to_apposed(call.at, candidates, passage)
        scored = [(self._score(slot, call, m, passage), -m.start, m) for m in candidates]
        near = [s for s in scored if s[0] > -FARTHEST]
        if not near and "Subject" in slot.sources and len({thing_key(s[2]) for s in scored}) == 1:
            near = scored  # far off, but nothing else is spoken of
        scored = near
        if not scored:
            return []
        best = max(scored, key=lambda s: (s[0], s[1]))[2]
        if slot.each and "pairs" not in slot.hints and passage.grammar.joins_in(passage.text, best.start):
            best = self._main(best, [s[2] for s in scored], passage)
        members = self._members(best, candidates, slot, call, passage)
        if "pairs" in slot.hints and call.entry is not None and "between" in call.entry.hints:
            members = on_both_sides(call.at, members, passage)
        if "pairs" in slot.hints:
            members = led_by_company(call.at, self._pool.fitting(slot, passage), passage) or members
        resolved = [r for m in members for r in self._resolved(m, passage, slot, around)]
        if not resolved and best.kind is Kind.REFERENCE and self._goes_without_saying(slot, best, around):
            return [by_default(slot, passage, best)]
        if (
            slot.each
            and resolved
            and all(passage.grammar.joins_in(passage.text, m.start) for m in members[:1])
        ):
            # "together with A, chosen …": and whoever the text is about
            known = {thing_key(m) for _, m in resolved}
            resolved += [p for p in self._subject(slot, passage, around) if thing_key(p[1]) not in known]
        past = any(";" in passage.text[call.at.end : m.start] for _, m in resolved)
        if (
            "pairs" in slot.hints
            and not opens_list(call.at, passage)
            and (len(resolved) > PAIR or past)
            and are_numbered(call.at, passage)
        ):
            return []  # "they form two pairs": which ones the next sentence says
        if "pairs" in slot.hints and (owned := possessed(call.at, members)):
            resolved = [r for m in owned for r in self._resolved(m, passage, slot, around)]
        elif "pairs" in slot.hints and (own := apposed_to(call.at, members, passage)) is not None:
            # "X, our partner town": of X and of whoever speaks
            resolved = self._resolved(own, passage, slot, around)
        if "pairs" in slot.hints and (
            are_others(call.at, members, passage) or are_of_sender(call.at, members, passage)
        ):
            known = {thing_key(m) for _, m in resolved}
            subject = [p for p in around.places("Subject", passage, slot) if thing_key(p[1]) not in known][:1]
            first = min(m.start for m in members)
            if not subject and passage.grammar.beside(passage.text[call.at.end : first]):
                return []  # "with A and B": of somebody that nobody named
            resolved += subject
        if "pairs" in slot.hints and len({thing_key(m) for _, m in resolved}) == 1:
            there = [m for m in self._pool.fitting(slot, passage) if opens_with_place(m, call.at, passage)]
            places = [(passage, m) for m in there] or around.places("Subject", passage, slot)
            resolved += [p for p in places if p[1] not in members][:1]
        if slot.each and "pairs" not in slot.hints:
            resolved = list({thing_key(m): (p, m) for p, m in reversed(resolved)}.values())[::-1]
        elif "pairs" in slot.hints:  # "the two towns" and "the two" mean the same
            here = [r for r in resolved if r[0] is passage]
            others = {thing_key(m): (p, m) for p, m in reversed(resolved) if p is not passage}
            resolved = [*here, *list(others.values())[::-1]]
        return [self._pool.filler(slot.path, p, m, slot) for p, m in resolved]

    def _may_be_joined(self, mention: Mention, slot: Slot, call: Opening) -> bool:
        """Whether a name might fill another slot just as well: that of what somebody belongs to."""
        others = (s for s in call.shape.slots if s.path != slot.path and s.kind == "thing")
        return any(self._pool.fits(mention, s.hints.get("fillers") or s.classes) for s in others)

    def _told_in_relative(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        candidates: list[Mention],
    ) -> list[Filler] | None:
        """ "X, with which Y works together": X, and Y or else whom the text is about; None where it is not so told."""
        told = in_relative(call.at, candidates, passage)
        if told is None:
            return None
        places = [r for part in told for m in part for r in self._resolved(m, passage, slot, around)]
        known = {thing_key(m) for _, m in places}
        first = min(m.start for m in told[0])
        subject = [
            m
            for m in candidates
            if m.end < first
            and not (m.genitive or after_preposition(m, passage))
            and not passage.grammar.joins_in(passage.text, m.start)
        ]
        if not told[1] and subject and not is_pronoun(subject[0]):
            places += self._resolved(subject[0], passage, slot, around)
        elif not told[1]:
            places += [p for p in around.places("Subject", passage, slot) if thing_key(p[1]) not in known][:1]
        if len({thing_key(m) for _, m in places}) < PAIR:
            return None
        return [self._pool.filler(slot.path, p, m, slot) for p, m in places]

    def _rivals(self, call: Opening, passage: Passage) -> list[Mention]:
        """Other words of a sentence that tell of pairs."""
        return [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None and not w.overlaps(call.at) and self._tells_of_pairs(w.entry)
        ]

    def _tells_of_pairs(self, entry: Entry) -> bool:
        """Whether a word evokes a class with a slot that is filled by pairs."""
        return not self._schema.paired.isdisjoint(entry.evokes)

    @staticmethod
    def _main(added: Mention, candidates: list[Mention], passage: Passage) -> Mention:
        """ "Besides A, B and C received it": the clause is about B and C; A where it names no other."""
        aside = coordinated(added, candidates, passage)
        main = [
            m
            for m in candidates
            if m not in aside and m.kind is Kind.THING and not after_preposition(m, passage)
        ]
        return min(main, key=lambda m: m.start, default=added)

    def _subject(self, slot: Slot, passage: Passage, around: Surroundings) -> list[tuple[Passage, Mention]]:
        return around.places("Subject", passage, slot)[:1] if "Subject" in slot.sources else []

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
        found = [
            m for m in found if not (is_pronoun(m) or is_group(m)) or around.resolve(m, passage, slot.classes)
        ]
        found = [m for m in found if same_voice(call.at, m, passage)]
        if slot.each and (held := [d for d in passage.of(Kind.PERIOD) if d.period_kind == COMPARED]):
            found = [m for m in found if not any(is_held_against(m, d, passage) for d in held)]
        if "future" in slot.hints:
            found = [m for m in found if m.period_kind == "until" or around.is_ahead(m.period)]
            found = [m for m in found if m.period_kind != COMPARED and not _is_deadline(m, around)]
            found = [m for m in found if is_years_of(m, call.at, passage)] or found
            if "notOfShare" in slot.hints:
                found = [m for m in found if not is_of_share(m, call, passage)]
            if call.entry is not None and "farAhead" in call.entry.hints:
                found = [
                    m for m in found if around.may_be_far(m.period) and not is_for_another(m, call, passage)
                ]
        elif slot.kind == "period":
            # the year of a goal is none of the days on which it was set
            days = [m for m in found if m.period_kind != "year" or not around.is_far_ahead(m.period)]
            found = days or [m for m in found if not is_of_goal(m, call, passage)]
        if slot.kind == "thing":
            found = [m for m in found if not tells_of(m, call.at, passage)]
            if slot.each:
                found = [m for m in found if not owns_apposed(m, found, passage)]
                found = [
                    m for m in found if not (m.classes & self._states and is_adjective_of_several(m, passage))
                ]
                apart = [m for group in set_apart(found, found, passage) for m in group]
                spoken_of = antecedents(call.at, found, passage)  # "unlike X, which received it, …"
                found = [m for m in found if m not in apart or m in spoken_of] or found
            if slot.path not in call.shape.hints.get("joins", ()):
                found = [m for m in found if m not in taken or "shares" in slot.hints]
            if "joins" in call.shape.hints:
                found = [m for m in found if not m.compound or in_word_of(call.at, m, passage)]
            if call.entry is not None and slot.path in call.entry.needs:
                found = [m for m in found if not is_tied_to_another(call.at, m, passage)]
            if (slot.needs_cue and "allCued" in slot.hints) or slot.path in call.shape.hints.get(
                "agents", ()
            ):
                found = [m for m in found if not self._is_agent_of_another(slot, call, m, passage)]
                found = without_owners(found, passage) if slot.needs_cue else found
            if not slot.needs_cue:
                # a noun that belongs to the next one is none of which X's name is the adjective
                heads = {m.start for m in passage.of(Kind.THING) if not m.things}
                nouns = {
                    w.start
                    for w in passage.of(Kind.WORD)
                    if w.entry and "CountedNoun" in roles(w.entry) and w.end + 1 not in heads
                }
                found = [m for m in found if m.end + 1 not in nouns or m.kind is not Kind.THING]
                found = [m for m in found if not (slot.each and is_whole_of(m, passage))]
            if slot.each and any(s.needs_cue and s.kind == "thing" for s in call.shape.slots):
                found = [m for m in found if not is_scene(m, call, passage)] or found
            elif slot.needs_cue:
                scenes = (m for m in found if is_scene(m, call, passage) and cued(slot, m, passage))
                found = list(scenes) or found
            if "joins" in call.shape.hints:
                found = [
                    m
                    for m in found
                    if not (self._is_of_next(m, call, passage) or is_of_another(call, m, passage))
                ]
            if not slot.least and "anyCue" not in slot.hints:
                found = [m for m in found if not m.compound or m.inside(call.at.start, call.at.end)]
            found = [
                m
                for m in found
                if not (is_of_part(m, slot, passage, self._towns) or means_own_part(slot, call, passage))
                and not is_too_soon(m, slot, passage, around)
                and not is_governed_body(m, slot, passage)
            ]
            found = [m for m in found if not self._owns_reference(m, slot, passage)]
            if slot.each and "pairs" not in slot.hints:
                found = [m for m in found if not self._owns_next(m, found, passage)]
            if "takesGenitive" not in slot.hints and not slot.each:
                found = [m for m in found if not self._describes(m, passage)]
            if "agent" in slot.hints:
                found = [m for m in found if not m.genitive]
            found = [
                m for m in found if not (is_of_all(m, call, passage) or is_shut_out(slot, m, call, passage))
            ]
            if call.entry is not None and "signed" in call.entry.hints:
                found = [m for m in found if cued(slot, m, passage) or not after_preposition(m, passage)]
                found = [m for m in found if not m.genitive or gap_between(call.at, m) <= NEAR_NOUN]
                found = [m for m in found if not coupled(call.at, m, passage)]
        allowed = self._pool.constrained(slot, call)
        found = [m for m in found if self._pool.fits(m, allowed)] if allowed else found
        values = [
            s for s in call.shape.slots if slot.path == SUBJECT and {"allCued", "nameCue"} & set(s.hints)
        ]
        return [
            m for m in found if not any(cued(s, m, passage) or is_governed(s, m, passage) for s in values)
        ] or found

    def _is_of_next(self, body: Mention, call: Opening, passage: Passage) -> bool:
        """Whether a body goes with another holder: named for the next office, or said of the last of several."""
        first, second = call.shape.hints["joins"][:2]
        one, other = call.shape.slot(first), call.shape.slot(second)
        if (
            call.about is None
            or one is None
            or other is None
            or body.start < max(call.at.end, call.about.end)
        ):
            return False
        offices = [m for m in passage.of(Kind.THING) if self._pool.may_fill(one, m, passage)]
        if body.genitive and any(0 <= m.start - body.end <= 1 for m in offices):
            return True
        holders = [
            m for m in passage.of(Kind.PERSON) if max(call.at.end, call.about.end) <= m.start < body.start
        ]
        return any(
            m.end <= holder.start and m.start >= max(call.at.end, call.about.end)
            for holder in holders[-1:]
            for m in offices
            if passage.text[holder.end : body.start].lstrip().startswith(",")
        )

    def _is_agent_of_another(self, slot: Slot, call: Opening, mention: Mention, passage: Passage) -> bool:
        """Whether another verb right beside a candidate says what it does ("paid by A and led by B")."""
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None and w.entry.evokes]
        same = [w for w in words if w.entry is not None and call.shape.iri in w.entry.evokes]
        for word in words:
            if word.overlaps(call.at) or any(word.overlaps(s) for s in same):
                continue
            if passage.grammar.is_function(word.text.split()[0]):
                continue  # a preposition ("over", "within") says nothing of what stands before it
            before = word.end <= mention.start and passage.grammar.is_agent_lead(
                lead_to(mention, word, passage)
            )
            behind = passage.grammar.verb_last and word.start == mention.end + 1
            if (before or behind) and self._may_be_agent(word, mention, passage):
                return True
        return False

    def _may_be_agent(self, word: Mention, mention: Mention, passage: Passage) -> bool:
        """Whether a verb says of things of a mention's class that they do something together."""
        shapes = (self._pool.properties.get(iri) for iri in (word.entry.evokes if word.entry else ()))
        return any(
            slot.path != SUBJECT and slot.each and self._pool.may_fill(slot, mention, passage)
            for shape in shapes
            if shape is not None
            for slot in shape.slots
        )

    def _is_told_by_next(
        self, member: Mention, others: list[Mention], call: Opening, passage: Passage
    ) -> bool:
        """Whether a member stands behind a comma with a word of its own for the same ("A was honoured, B got it")."""
        if member.start < call.at.end or "," not in passage.text[call.at.end : member.start]:
            return False
        first = min(coordinated(member, others, passage), key=lambda m: m.start)
        if first.start < call.at.end or "," not in passage.text[call.at.end : first.start]:
            return False
        return any(
            w.entry is not None
            and call.shape.iri in w.entry.evokes
            and "behind" not in w.entry.hints
            and w.start >= member.end
            and not PARTING.search(passage.text[member.end : w.start])
            for w in passage.of(Kind.WORD)
        )

    def _owns_next(self, mention: Mention, others: list[Mention], passage: Passage) -> bool:
        """Whether a name only says whose the next one is ("X's partner town Y received it")."""
        if not mention.genitive:
            return False
        following = [m for m in others if m.start > mention.end]
        gap = passage.text[mention.end : min((m.start for m in following), default=mention.end)]
        if not gap.strip() or re.search(r"[.,;:!?()]", gap):
            return False
        end = mention.end + len(gap)
        return any(
            w.inside(mention.end, end) and w.entry is not None and self._tells_of_pairs(w.entry)
            for w in passage.of(Kind.WORD)
        )

    def _owns_reference(self, mention: Mention, slot: Slot, passage: Passage) -> bool:
        """Whether a name only says whose a thing is that the passage refers to ("the third town of X")."""
        adjective = mention.kind is Kind.THING and passage.text[mention.start].islower()
        return (mention.genitive or adjective) and any(
            (
                reference.end + 1 == mention.start
                or (adjective and mention.inside(reference.start, reference.end))
            )
            and self._pool.may_fill(slot, reference, passage)
            for reference in passage.of(Kind.REFERENCE)
        )

    def _describes(self, place: Mention, passage: Passage) -> bool:
        """Whether a country's name is but an adjective before a noun ("the Lusitanian authority")."""
        names = [n for t in place.things if t in self._schema.things for n in self._schema.things[t].names]
        if not names or not place.classes & self._states or place.text.count(" "):
            return False
        written = passage.text[place.start : place.end].casefold()
        if any(preferred and text.casefold() == written for text, _, preferred in names):
            return False
        return passage.grammar.noun_follows(passage.text[place.end :])

    def _within_reach(
        self, slot: Slot, call: Opening, passage: Passage, found: list[Mention]
    ) -> list[Mention]:
        """Candidates that stand where the slot and the word ask them to stand."""
        if not slot.each:  # of several, each is told of by itself: see `polar`
            found = without_denied_phrases(found, call.at, passage)
        if slot.kind == "period":
            found = [m for m in found if not in_brackets_apart(call.at, m, passage.text)]
            found = [m for m in found if not is_span_of_name(m, passage)]
            found = [m for m in found if ";" not in words_between(call.at, m, passage.text)]
            found = [m for m in found if not is_apart(call.at, m, passage)]
            found = [m for m in found if not is_day_of_other(m, call.at, passage)]
            found = [m for m in found if not is_past_aside(call.at, m, passage)]
            found = [m for m in found if not is_done_before(call.at, m, passage)]
            found = [m for m in found if not lasts_elsewhere(call.at, m, passage)]
            found = [m for m in found if not is_in_aside(call.at, m, passage)]
            found = [m for m in found if not passage.grammar.said_then(passage.text, m.start)]
            found = [m for m in found if not passage.grammar.instead(passage.text, m.start)]
            found = [m for m in found if not self._is_of_other_verb(call, m, passage)]
            found = [m for m in found if not is_in_relative_before(call.at, m, passage)]
            found = [m for m in found if not passage.grammar.goes_over(from_to(call.at, m, passage))]
            if call.entry is not None and "signed" in call.entry.hints and not slot.least:
                found = [m for m in found if "," not in words_between(call.at, m, passage.text)]
        if "Unit" not in slot.hints.get("sources", ()):
            found = [m for m in found if not (m.classes & self._units and m.text.islower())]
        if (
            call.about is not None
            and slot.path not in call.shape.hints.get("joins", ())
            and slot.kind == "thing"
        ):
            found = [m for m in found if not is_behind_another(call, m, passage)]
            found = [m for m in found if not is_behind_verb(call, m, passage)]
        if slot.each and slot.kind == "thing":
            found = [m for m in found if not has_own_verb(call.at, m, passage)]
            found = without_gapped(found, call.at, passage)
            found = without_opposed(found, call.at, passage)
            if "pairs" not in slot.hints:
                found = without_tellers(found, call.at, passage)
            apart = [m for m in found if not is_in_aside(call.at, m, passage)]
            apart = [m for m in apart if not have_own_day(call.at, coordinated(m, found, passage), passage)]
            apart = [m for m in apart if not in_dashes_apart(call.at, m, passage.text)]
            found = apart or found  # "A, which like B …, received it"
        if slot.each and slot.kind == "thing" and call.entry is not None:
            own = [m for m in found if not self._is_told_by_next(m, found, call, passage)]
            found = own or found
        goes_on = call.entry is not None and "Continues" in roles(call.entry)
        if slot.each and slot.kind == "thing" and call.entry is not None and (call.entry.weak or goes_on):
            found = [m for m in found if ";" not in passage.text[call.at.end : m.start]]
        tight = int(call.entry.hints.get("tight", ("0",))[0]) if call.entry else 0
        within = int((slot.hints.get("within") or ("0",))[0])
        if tight or within:
            close = [m for m in found if gap_between(call.at, m) <= (tight or within)]
            if not tight:  # "the Act, which today …" tells of another day than the Act's
                close = [
                    m for m in close if not passage.grammar.relates(words_between(call.at, m, passage.text))
                ]
            listed = [m for n in close[:1] if slot.each for m in coordinated(n, found, passage)]
            found = [m for m in found if m in close or m in listed]
        if call.entry is not None and "clause" in call.entry.hints and found and slot.each:
            whole = [m for m in found if not parted(words_between(call.at, m, passage.text))]
            if not whole:
                return []
            nearest = min(whole, key=lambda m: gap_between(call.at, m))
            gap = words_between(call.at, nearest, passage.text)
            if nearest is not min(found, key=lambda m: gap_between(call.at, m)):
                return coordinated(nearest, found, passage)
            if not LETTER.search(gap) and nearest.start > call.at.end:
                return coordinated(nearest, found, passage)
        if "cueOnly" in slot.hints:
            everything = found
            near = call.entry is not None and "beside" in call.entry.hints
            found = [
                m
                for m in found
                if attached(slot, call, m, passage)
                or (near and stands_beside(call.at, m, passage))
                or (m.start > call.at.end and not is_several(m) and owns(call.at, m, passage))
            ]
            # "they chose X of A as head of B": what stands right behind the office is whose it is
            if call.about is not None:
                found = [named_by(m, everything, call, passage) for m in found]
            owners = [m for m in found if m.start > call.at.end and owns(call.at, m, passage)]
            if call.about is not None:
                owners = [m for m in found if in_own_bracket(call.about, m, passage)][:1] or owners
            found = owners or [m for m in found if not is_origin(m, call, passage)]
        if "adjacent" in slot.hints:
            found = [m for m in found if adjacent(call, m, passage)]
        return found

    def _is_of_other_verb(self, call: Opening, period: Mention, passage: Passage) -> bool:
        """Whether a period goes with another verb, on its side of a conjunction ("signed in May and sent in June")."""
        behind = period.start >= call.at.end
        others = self._dated(call, passage)
        if not behind and any(leads(w, period, passage) for w in others):
            return True  # "the towns picked in 2022 now hold …"
        if any(w.start == period.end + 1 and describes_next(w, passage) for w in others):
            return True  # "der im Mai eingereichte Antrag": the day is that of the participle
        start, end = (call.at.end, period.start) if behind else (period.end, call.at.start)
        for joiner in passage.grammar.joiner.finditer(passage.text, start, end):
            if joins_names(joiner.start(), joiner.end(), passage):
                continue
            for word in others:
                beyond = word.start >= joiner.end() if behind else word.end <= joiner.start()
                told = not PARTING.search(words_between(period, word, passage.text))
                if beyond and told and len(words_between(call.at, word, passage.text).split()) > 1:
                    return True
        return False

    def _dated(self, call: Opening, passage: Passage) -> list[Mention]:
        """Verbs of a passage that open frames of other classes that have days."""
        return [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None
            and "presupposed" not in w.entry.hints
            and call.shape.iri not in w.entry.evokes
            and not w.overlaps(call.at)
            and not passage.grammar.placed(f"{w.text.split()[0]} ")
            and any(
                slot.kind == "period"
                for iri in w.entry.evokes
                if (shape := self._schema.classes.get(iri)) is not None
                for slot in shape.slots
            )
        ]

    def _members(
        self, best: Mention, candidates: list[Mention], slot: Slot, call: Opening, passage: Passage
    ) -> list[Mention]:
        """All that fills the slot along with the best candidate."""
        if slot.each and call.entry is not None and "Continues" in roles(call.entry):
            if "later" in call.entry.hints:
                return coordinated(best, candidates, passage)
            return [m for m in candidates if m.kind is Kind.THING and not m.compound]
        if "allCued" in slot.hints:
            told = [
                m
                for m in candidates
                if m is best or (cued(slot, m, passage) and same_clause(best, m, passage))
            ]
            told += self._listed_behind(best, slot, passage, told)
            return [m for m in told if m.kind is not Kind.REFERENCE or m is best]
        if slot.each or slot.most != 1 or "follows" in slot.hints:
            members = self._with_coordinated(best, candidates, passage, slot, call)
            company = beside_comma(members, passage) if "noCompany" in slot.hints else []
            return [m for m in members if m is best or m not in company]
        return [best]

    def _listed_behind(
        self, best: Mention, slot: Slot, passage: Passage, told: Sequence[Mention]
    ) -> list[Mention]:
        """What a list goes on with behind the one whose preposition opens it ("paid by A, B and C")."""
        fitting = without_owners(self._pool.fitting(slot, passage), passage)
        if best not in fitting or not cued(slot, best, passage):
            return []
        listed = coordinated(best, fitting, passage)
        if passage.grammar.goes_on_with_verb(passage.text[listed[-1].end :]):
            return []  # "paid by A, B and C have …": those are the subject
        return [m for m in listed if m.start > best.end and m.kind is Kind.THING and m not in told]

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
        towards = mention.entry.hints.get("refersTo", ()) if mention.entry is not None else ()
        people = [
            *([passage.speaker_at(mention.start)] if "ToSpeaker" in towards else ()),
            *([around.last_person(passage, mention.start)] if "ToPerson" in towards else ()),
        ]
        for who in people:
            for place in self._memory.of_holder(thing_key(who) if who else ""):
                if self._pool.fits(place[1], classes):
                    return [place]
        if "ownClasses" in slot.hints:
            own = tuple(c for c in sorted(mention.classes) if self._schema.is_a(c, classes))
            classes = own or classes
        return around.resolve(mention, passage, classes)

    def _means_default(
        self,
        call: Opening,
        passage: Passage,
        chosen: dict[str, list[Filler]],
        missing: Sequence[str],
        around: Surroundings,
    ) -> bool:
        """ "nine were honoured: A, B …" in a text about one honour: a list tells of what the text is about."""
        if call.entry is None or "orDefault" not in call.entry.hints:
            return False
        defaults = [s for s in call.shape.slots if s.path in missing]
        listed = [p for p, fillers in chosen.items() if sum(f.here for f in fillers) >= LEAST_LISTED]
        vouching = [s for s in call.shape.slots if "vouches" in s.hints]
        vouched = [
            f
            for s in vouching
            for f in chosen.get(s.path, ())
            if f.here and f.mention is not None and cued(s, f.mention, passage)
        ]
        alike = chosen and passage.grammar.alike(passage.text[: call.at.start])
        if alike and any(f.cls == call.shape.iri for f in self._memory.recent(passage, 1)):
            listed = list(chosen)  # "A was honoured too": as was just told of others
        return bool(listed or vouched) and all(
            isinstance(s.default, NamedNode)
            and around.speaks_of((s.default.value, *(s.hints.get("defaultWhere", ()) if vouched else ())))
            for s in defaults
        )

    def _grounded(
        self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]], around: Surroundings
    ) -> bool:
        """A weak word counts only where the slots it needs are filled in the passage itself."""
        entry = call.entry
        if entry is not None and not entry.weak and self._is_general(call, passage, chosen):
            return False
        if (
            entry is not None
            and not entry.weak
            and "presupposed" in entry.hints
            and self._is_any(call, passage, chosen)
        ):
            return False
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
        if not all(chosen.get(path) for path in missing) or self.speaks_of_all(call, missing, passage):
            return False
        if is_keyed(call.at, passage) or self._means_default(call, passage, chosen, missing, around):
            return True
        said = any(
            f.here and f.mention is not None and f.mention is not call.at
            for path, fillers in chosen.items()
            if path not in missing
            for f in fillers
        )
        just = set(entry.hints.get("orJustTold", ()))
        if said and set(missing) <= just and all(self._memory.has_just_told(p, passage) for p in missing):
            return True
        return set(missing) <= set(entry.hints.get("orSubject", ())) and (said or "near" in entry.hints)

    def _is_any(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> bool:
        """Whether a noun with an indefinite article stands in a sentence that names none that it might belong to."""
        listed = [s.path for s in call.shape.slots if s.each and s.path in chosen]
        told = [f for fillers in chosen.values() for f in fillers if f.here and f.mention is not None]
        return (
            bool(listed)
            and not told
            and passage.grammar.indefinite(passage.text[max(0, call.at.start - 48) : call.at.start])
        )

    def _is_general(self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> bool:
        """Whether a sentence names nobody and speaks of all ("towns that sign a contract")."""
        listed = [s.path for s in call.shape.slots if s.each and s.path in chosen]
        guessed = [p for p in listed if not any(f.here for f in chosen[p])]
        return bool(guessed) and self.speaks_of_all(call, guessed, passage)

    def speaks_of_all(self, call: Opening, paths: Sequence[str], passage: Passage) -> bool:
        """Whether the passage speaks of things of a class at large ("towns receive …"), not of the one at hand."""
        for path in paths:
            slot = call.shape.slot(path)
            for word in passage.of(Kind.WORD):
                if word.entry is None or slot is None or "Generic" not in roles(word.entry):
                    continue
                if ";" in words_between(call.at, word, passage.text) or counts_others(word, passage):
                    continue
                if word.start and word.text[:1].isupper() and not passage.grammar.nouns_capitalised:
                    continue  # part of a name
                if passage.grammar.apposes(passage.text, word.start):
                    continue  # "as a town of that country it …"
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
                usable = with_following(usable, candidates, passage)
                own = self._own_members(usable, call, passage)
                usable = announcing(call, own, passage)
                if usable and any(s.kind == "text" and s.each for s in call.shape.slots):
                    more = self._without_verb(call, usable, own, passage)
                    if more:
                        return sorted([*usable, *more], key=lambda m: m.start)
            opens = "pairs" in slot.hints and opens_list(call.at, passage)
            here = [m for m in usable if opens or same_segment(call.at, m, passage.text)]
            return sorted(here or usable, key=lambda m: m.start)
        return with_added(coordinated(best, candidates, passage), candidates, passage)

    def _without_verb(
        self, call: Opening, here: list[Mention], usable: list[Mention], passage: Passage
    ) -> list[Mention]:
        """Members that stand behind the word's own part of a sentence, where no other word tells what they do."""
        last = max(m.end for m in (*here, call.at))
        known = {thing_key(m) for m in here}
        more = [m for m in usable if m.start > last and thing_key(m) not in known]
        told = any(
            w.entry is not None and call.shape.iri in w.entry.evokes and w.start > last
            for w in passage.of(Kind.WORD)
        )
        return more if len(more) >= PAIR and not told else []

    def _own_members(self, members: list[Mention], call: Opening, passage: Passage) -> list[Mention]:
        """Members of a list that stands right behind another word for the same class belong to that word."""
        rivals = [
            w
            for w in passage.of(Kind.WORD)
            if w.entry is not None
            and call.shape.iri in w.entry.evokes
            and w.entry.sets
            and "general" not in w.entry.hints
            and "presupposed" in w.entry.hints  # a noun: behind a verb stands its subject
            and call.entry is not None
            and w.entry.iri != call.entry.iri
            and not w.overlaps(call.at)
        ]
        taken: set[Mention] = set()
        for rival in rivals:
            for member in members:
                gap = passage.text[rival.end : member.start]
                if member.start >= rival.end and (not gap.strip() or passage.grammar.couples(gap)):
                    taken.update(coordinated(member, members, passage))
        return [m for m in members if m not in taken] or members

    def _score(self, slot: Slot, call: Opening, mention: Mention, passage: Passage) -> float:
        return score(slot, call, mention, passage, call.shape.iri in self._pool.properties)


def _is_only_one_led(mention: Mention, slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether a mention stands behind the object of a word, and one preposition alone leads to anybody there."""
    cues, text = passage.grammar.own(slot.cues), passage.text
    led = [word for word in text[call.at.end : mention.start].casefold().split() if word in cues]
    behind = text[mention.end :].casefold().split(maxsplit=1)[:1]
    objects = [m for m in passage.of(Kind.THING) if call.at.end <= m.start and m.end <= mention.start]
    return bool(objects) and len(led) <= 1 and not (behind and behind[0] in cues)


def _opens_row(body: Mention, text: str) -> bool:
    """Whether a name opens a text, or what stands behind a colon."""
    return text[: body.start].rstrip()[-1:] in ("", ":")


def _is_deadline(day: Mention, around: Surroundings) -> bool:
    """Whether a period is one day within a year and not far off: by such a day papers are due, goals have years."""
    period = day.period
    return (
        period is not None
        and period.earliest == period.latest
        and period.earliest % 10_000 not in (_FIRST_DAY, _LAST_DAY)
        and not around.may_be_far(period)
    )
