"""One filled opening → its frames: one for each member of a list or pair, each as firm as its clause."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality
from kg.language.choices import gives_choice
from kg.names import XSD
from kg.periods import Period
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.opening.wordless import is_apposed
from kg.reading.passages.frames import Filler, Frame, Opening, place_of
from kg.reading.passages.listing import groups, in_alliance, segments, side_by_side
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.gapping import in_order
from kg.reading.slots.pairing import led_by_company
from kg.schema import Slot

_TWO, _MOST_ALIKE = 2, 4
_FOR_TWO = frozenset(("along", "twoOnly"))
_ORDER = tuple(Factuality)


class Spreader:
    """Makes frames.

    Args:
        pool: For slots and what the register says of their fillers.
        memory: Of the document.
    """

    def __init__(self, pool: Pool, memory: Memory) -> None:
        self._pool = pool
        self._memory = memory

    def spread(
        self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]], around: Surroundings
    ) -> list[Frame]:
        """One frame for each member of a list, and for each pair where a slot wants pairs."""
        self._negate(call, chosen, passage, around)
        self._yield(call, passage, chosen, around)
        _decide_by_name(call, chosen)
        slots = {s.path: s for s in self._pool.in_order(call)}
        chosen |= self._spread_out(call, slots, passage, chosen)
        options: list[list[tuple[str, list[Filler]]]] = []
        for path, fillers in sorted(chosen.items()):
            slot = slots.get(path)
            if slot is not None and "pairs" in slot.hints:
                general = call.entry is not None and bool({"general", "phrase"} & set(call.entry.hints))
                free = set(slot.hints.get("differUnless", ()))
                alike = any(f.thing in free for fs in chosen.values() for f in fs)
                hints = call.entry.hints if call.entry is not None else {}
                most = _TWO if "pairAlone" in hints else _MOST_ALIKE
                pairs = list(self._pairs(slot, call.at, fillers, passage, general, alike, most))
                if _FOR_TWO & set(hints) and len(pairs) > 1 and not _share_one(pairs):
                    pairs = []  # what a pair works on, no group
                options.append([(path, list(pair)) for pair in pairs])
            elif slot is not None and "follows" in slot.hints:
                options.append([(path, fillers)])
            elif slot is not None and (
                slot.each or "spreads" in slot.hints or (slot.most == 1 and len(fillers) > 1)
            ):
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
        frames = _each_with_its_own(frames, slots)
        ordered = in_order(call.shape, chosen, passage)
        for frame in frames:
            self._keep_following(frame, slots, frames)
            _set_in_order(frame, ordered)
        return frames

    def _spread_out(
        self, call: Opening, slots: Mapping[str, Slot], passage: Passage, chosen: Mapping[str, list[Filler]]
    ) -> dict[str, list[Filler]]:
        """What fills a slot with whatever of its sort stands in one list with it ("in the projects A and B").

        Not with what opens a clause of its own ("…, and B is led by X"), nor with a choice ("A or B").
        """
        found: dict[str, list[Filler]] = {}
        for path, fillers in chosen.items():
            slot, one = slots.get(path), fillers[0].mention
            if slot is None or "spreads" not in slot.hints or len(fillers) > 1 or one not in passage.mentions:
                continue
            if one is None or one.kind is not Kind.THING:
                continue
            named = [m for m in self._pool.fitting(slot, passage) if m.kind is Kind.THING]
            alike = [m for m in named if m is one or m.classes & one.classes]
            listed = side_by_side(one, alike, passage) if one in alike else []
            others = [f.mention for p, fs in chosen.items() if p != path for f in fs if f.passage is passage]
            if call.at.end <= one.start and any(m is not None and m.end <= one.start for m in others):
                listed = _of_clause(one, listed, passage)
            listed = _without_choices(one, listed, passage)
            if len(listed) > 1:
                found[path] = [self._pool.filler(path, passage, m, slot) for m in listed]
        return found

    def _negate(
        self, call: Opening, chosen: dict[str, list[Filler]], passage: Passage, around: Surroundings
    ) -> None:
        """ "not binding" asserts a false value rather than denying a true one."""
        for fillers in chosen.values():
            value = fillers[0].value
            true = (
                isinstance(value, Literal)
                and value.datatype.value == XSD + "boolean"
                and value.value == "true"
            )
            if true and around.factuality(call.at, call.entry, passage) is Factuality.DENIED:
                fillers[0] = replace(fillers[0], value=Literal("false", datatype=NamedNode(XSD + "boolean")))

    def _yield(
        self, call: Opening, passage: Passage, chosen: dict[str, list[Filler]], around: Surroundings
    ) -> None:
        """Where a word leaves a value open, another slot filled in its clause decides it, or a word of the text."""
        for slot in call.shape.slots if call.entry is not None and "yields" in call.entry.hints else ():
            decider, value = (slot.hints.get("whereFilled") or ("",))[0], slot.hints.get("thenValue")
            own = [v for v in (call.entry.hints["yields"] if call.entry else ()) if v != "true"]
            if any(_is_past_comma(f, call) for f in chosen.get(decider, ())):
                chosen.pop(decider)
            if not value or slot.path not in chosen:
                continue
            preset = chosen[slot.path][0]
            if not own and around.decides(slot.path, preset.value):
                continue  # the text calls it by its name elsewhere
            dated = any(m.period_kind == "since" for m in passage.of(Kind.PERIOD))
            named = bool(own) and not dated and around.decides(slot.path, NamedNode(own[0]))
            lately = not own and not dated and self._is_told_lately(call, decider, chosen, passage, around)
            if chosen.get(decider) or named or lately:
                node = NamedNode((own or list(value))[0])
                chosen[slot.path] = [replace(preset, value=node, thing=node.value)]

    def _is_told_lately(
        self,
        call: Opening,
        decider: str,
        chosen: dict[str, list[Filler]],
        passage: Passage,
        around: Surroundings,
    ) -> bool:
        """Whether a general word tells of several pairs, and the sentences before name what the decider may be."""
        slot = call.shape.slot(decider)
        if slot is None or call.entry is None or "general" not in call.entry.hints:
            return False
        paired = next(
            (fs for p, fs in chosen.items() if (s := call.shape.slot(p)) and "pairs" in s.hints), []
        )
        several = len(segments(paired, passage)) > 1
        return several and around.speaks_lately_of(passage, slot.hints.get("toldLately", ()))

    def _firmness(
        self, call: Opening, fillers: dict[str, list[Filler]], passage: Passage, around: Surroundings
    ) -> Factuality:
        """The clause's firmness, held against the document's day and against what was said of the thing before."""
        side_by_side = "joins" in call.shape.hints and (call.entry is None or call.about is not None)
        known = side_by_side or _is_apposed(call, fillers, passage)
        found = around.factuality(call.at, call.entry, passage, presupposed=known)
        found = max(found, call.firmness, self._signed(call, fillers, passage, around), key=_ORDER.index)
        periods = [f.value for fs in fillers.values() for f in fs if isinstance(f.value, Period)]
        if found is Factuality.DENIED and any(_is_boolean(f) for fs in fillers.values() for f in fs):
            return Factuality.ASSERTED
        if (
            found is Factuality.POSSIBLE
            and around.is_future(periods)
            and around.is_due(call.at, call.entry, passage)
        ):
            found = Factuality.EXPECTED  # "has to be handed in by autumn"
        if found is Factuality.EXPECTED and around.is_past(periods):
            found = Factuality.ASSERTED
        modal = call.entry is not None and "modal" in call.entry.hints
        if found is Factuality.ASSERTED and around.is_future(periods) and not modal:
            found = Factuality.EXPECTED
        key = (call.shape.iri, *sorted(f.key_of_thing for fs in fillers.values() for f in fs if f.thing))
        inherited = call.entry is not None and not any(
            f.here and f.mention and f.thing for fs in fillers.values() for f in fs
        )
        if inherited and (len(key) > 1 or "agents" not in call.shape.hints) and found is Factuality.ASSERTED:
            return self._memory.said.get(key, found)
        self._memory.said.setdefault(key, found)
        return found

    def _signed(
        self, call: Opening, fillers: dict[str, list[Filler]], passage: Passage, around: Surroundings
    ) -> Factuality:
        """Without a word that tells, what is said of either filler counts ("X, which has no prize, …")."""
        if call.entry is None or "signed" not in call.entry.hints or call.at.kind is Kind.WORD:
            return Factuality.ASSERTED
        each = {s.path for s in call.shape.slots if s.each}
        denied = any(
            around.factuality(f.mention, None, passage) is Factuality.DENIED
            for path, some in fillers.items()
            for f in some
            if path not in each and f.here and f.mention is not None and f.passage is passage
        )
        return Factuality.DENIED if denied else Factuality.ASSERTED

    def _keep_following(self, frame: Frame, slots: dict[str, Slot], frames: list[Frame]) -> None:
        """Of a slot that goes with a member of a list, only what stands between that member and the next."""
        for path, slot in slots.items():
            leader = (slot.hints.get("follows") or ("",))[0]
            if path not in frame.fillers or leader not in frame.fillers:
                continue
            start = place_of(frame.fillers[leader][0])
            later = [
                p for other in frames for f in other.fillers.get(leader, ()) if (p := place_of(f)) > start
            ]
            end = min(later, default=len(frame.passage.text))
            kept = [f for f in frame.fillers[path] if start < place_of(f) < end]
            if kept:
                frame.fillers[path] = kept[:1]
            else:
                del frame.fillers[path]

    def _pairs(
        self,
        slot: Slot,
        at: Mention,
        fillers: Sequence[Filler],
        passage: Passage,
        general: bool,
        alike: bool,
        most: int,
    ) -> Iterable[tuple[Filler, Filler]]:
        unlike = slot.hints.get("differ", ())
        here = [f for f in fillers if f.mention is not None and f.passage is passage]
        if led := led_by_company(at, [f.mention for f in here if f.mention is not None], passage):
            subject = next(f for f in here if f.mention is led[-1])
            return [(subject, f) for f in here if f.mention in led[:-1] and f.key != subject.key]
        allied = in_alliance(at, fillers, passage)
        parts = [] if allied else segments(fillers, passage)
        if parts:
            return [p for part in parts for p in self._pairs(slot, at, part, passage, general, alike, most)]
        lists = allied or groups([f for f in fillers if f.mention is not None], passage)
        if not allied and _in_turn_beside(lists, passage):
            lists = [lists[0], [f for some in lists[1:] for f in some]]
        if not allied and len(lists) == _TWO and len(lists[0]) == len(lists[1]) >= _TWO:
            return [(a, b) for a, b in zip(*lists, strict=True) if a.key != b.key]
        if len(lists) == _TWO and (allied or most > _TWO or min(map(len, lists)) == 1):
            pairs = [(a, b) for a in lists[0] for b in lists[1]]
        elif len({f.key_of_thing for f in fillers}) <= most:
            pairs = list(itertools.combinations(fillers, 2))
        else:
            return []  # so many are members of something, not each of them a partner of each
        if general and len(pairs) == 1 and all(f.passage is passage and f.mention for f in pairs[0]):
            unlike = ()  # two alone that do something together
        if alike and (len(pairs) == 1 or _is_in_company(lists, passage)):
            unlike = ()
        return [
            (a, b) for a, b in pairs if a.key != b.key and not (unlike and self._pool.same(a, b, *unlike[:2]))
        ]


def _of_clause(one: Mention, listed: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The members of a list up to the first behind one of them that a finite verb has for its subject."""
    own = [m for m in listed if m.start <= one.start]
    for member in listed[len(own) :]:
        word = passage.text[member.end :].split(" ", 2)[1:2]
        verb = word and passage.text[member.end] == " " and word[0].strip(",.;:")
        told = any(w.start == member.end + 1 and _is_deed(w) for w in passage.of(Kind.WORD))
        if verb and (passage.grammar.has_auxiliary(verb) or passage.grammar.acts(verb) or told):
            break
        own.append(member)
    return own


def _is_deed(word: Mention) -> bool:
    """Whether a word of the lexicon tells something and is written as a verb may be."""
    return word.entry is not None and bool(word.entry.evokes) and word.text[:1].islower()


def _without_choices(one: Mention, listed: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The members of a list, or the one alone where it is a choice."""
    text = passage.text
    gaps = (text[a.end : b.start] for a, b in itertools.pairwise(listed))
    return [one] if any(gives_choice(passage.grammar.code, gap) for gap in gaps) else list(listed)


def _decide_by_name(call: Opening, chosen: dict[str, list[Filler]]) -> None:
    """A word within the name of what decides a value sets that value ("linked by the friendship scheme")."""
    for slot in call.shape.slots:
        value = _told_in_name(slot, chosen.get((slot.hints.get("whereFilled") or ("",))[0], ()))
        if value is not None and slot.path in chosen:
            chosen[slot.path] = [replace(chosen[slot.path][0], value=value, thing=value.value)]


def _told_in_name(slot: Slot, fillers: Sequence[Filler]) -> NamedNode | None:
    """The value of a slot that a word within the name of a filler sets."""
    for filler in fillers:
        at, passage = filler.mention, filler.passage
        for word in passage.of(Kind.WORD) if at is not None and passage is not None else ():
            if at is None or word.entry is None or not word.inside(at.start, at.end):
                continue
            for path, value in word.entry.sets:
                if path == slot.path and isinstance(value, NamedNode):
                    return value
    return None


def _in_turn_beside(lists: Sequence[Sequence[Filler]], passage: Passage) -> bool:
    """Whether one list has all others for company, each by its own word ("X works with A on …, with B on …")."""
    leads = [passage.text[: place_of(some[0])] for some in lists if some[0].passage is passage]
    besides = [passage.grammar.beside(lead) for lead in leads]
    return len(lists) > _TWO and len(leads) == len(lists) and not besides[0] and all(besides[1:])


def _share_one(pairs: Sequence[tuple[Filler, Filler]]) -> bool:
    """Whether all pairs are of one and the same member with others ("X works with A and B on …")."""
    return any(
        all(one.key_of_thing in (a.key_of_thing, b.key_of_thing) for a, b in pairs) for one in pairs[0]
    )


def _is_in_company(lists: Sequence[Sequence[Filler]], passage: Passage) -> bool:
    """Whether one member alone has a list in its company ("X's work with A, B and C")."""
    if len(lists) != _TWO or min(map(len, lists)) != 1:
        return False
    here = [some[0] for some in lists if some[0].passage is passage]
    return bool(here) and passage.grammar.beside(passage.text[: max(map(place_of, here))])


def _each_with_its_own(frames: list[Frame], slots: dict[str, Slot]) -> list[Frame]:
    """Of pairs and phrases that take turns in a sentence ("A and B on X, C and D on Y") each pair with its own."""
    paired = next((p for p, s in slots.items() if "pairs" in s.hints), "")
    told = next((p for p, s in slots.items() if s.kind == "text" and s.each), "")
    both = [f for f in frames if f.fillers.get(paired) and f.fillers.get(told)]
    # of "A with B on X and with C on Y" the others tell the pairs apart
    place = max if len({min(map(place_of, f.fillers[paired])) for f in both}) == 1 else min
    starts = sorted({place(map(place_of, f.fillers[paired])) for f in both})
    if len(starts) < _TWO or any(x.mention is None or not x.here for f in both for x in f.fillers[paired]):
        return frames
    phrases = {place_of(f.fillers[told][0]) for f in both if f.fillers[told][0].mention is not None}
    apart = place is max and not _are_listed([f.fillers[paired] for f in both])
    if not phrases or apart or (place is min and min(phrases) < starts[1]):
        kept = [
            f for f in both if _follows(f.fillers[told][0], place(map(place_of, f.fillers[paired])), starts)
        ]
        return [f for f in frames if f not in both or f in kept]
    return frames


def _are_listed(pairs: Sequence[Sequence[Filler]]) -> bool:
    """Whether the others of pairs that have one member in common stand in one list."""
    others = {place_of(f): f for pair in pairs for f in [max(pair, key=place_of)] if f.mention is not None}
    mentions = [(f.passage, f.mention) for _, f in sorted(others.items()) if f.mention is not None]
    return all(
        p.grammar.joined(p.text[one.end : other.start])
        for (p, one), (_, other) in itertools.pairwise(mentions)
    )


def _follows(phrase: Filler, start: int, starts: list[int]) -> bool:
    """Whether a phrase stands behind one pair and before the next."""
    end = next((s for s in starts if s > start), len(phrase.passage.text))
    return start < place_of(phrase) < end


def _set_in_order(frame: Frame, ordered: dict[tuple[str, int], Filler]) -> None:
    """Give a frame the period that stands at its member's place in their list."""
    places = {place_of(f) for fs in frame.fillers.values() for f in fs}
    for (path, place), filler in ordered.items():
        if place in places:
            frame.fillers[path] = [filler]


def _is_apposed(call: Opening, fillers: dict[str, list[Filler]], passage: Passage) -> bool:
    """Whether what no word told stands behind the comma or bracket of whose it is ("X, a laureate in …, is not …")."""
    if call.entry is None or "signed" not in call.entry.hints:
        return False
    owners = (f.mention for fs in fillers.values() for f in fs if f.here and f.mention is not None)
    return any(is_apposed(m, call.at, passage) for m in owners)


def _is_past_comma(filler: Filler, call: Opening) -> bool:
    """Whether a filler stands in the sentence, but past a comma behind the word: in what is said next."""
    mention = filler.mention
    if mention is None or not filler.here or mention.start < call.at.end:
        return False
    return re.search(r"[,;]", filler.passage.text[call.at.end : mention.start]) is not None


def _is_boolean(filler: Filler) -> bool:
    return isinstance(filler.value, Literal) and filler.value.datatype.value == XSD + "boolean"
