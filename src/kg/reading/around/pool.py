"""Which mentions may fill a slot, by type, number, cue words and what the register says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.claims import Term
from kg.names import RDFS_LABEL, XSD
from kg.periods import Period
from kg.reading.passages.frames import SUBJECT, Filler, Opening, is_of_many, is_pronoun, roles
from kg.reading.passages.listing import is_among, words_between
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import (
    after_preposition,
    blocked,
    cued,
    in_heading_of_day,
    led_by_phrase,
    name_cued,
)
from kg.schema import ClassShape, Schema, Slot

_LONGEST_GAP, _LONGEST_LINK = 24, 4
_THINGS = (Kind.THING, Kind.PERSON, Kind.REFERENCE)
_OWN = frozenset(("counts", "cueless"))
_KINDS = {"thing": _THINGS, "period": (Kind.PERIOD,), "number": (Kind.NUMBER,), "text": (Kind.QUOTED,)}
_LEADS = frozenset(("LeadsToWhole", "LeadsAway"))
_KINDS_OR_NAMES = {kind: (*kinds, Kind.NAME) for kind, kinds in _KINDS.items()}


_LEAST_TITLE, _MOST_KEPT, _SEVERAL = 2, 4096, 2
_ATTRIBUTE = re.compile(r"[\s-]+(\w*)[\s„“”\"«»‚‘’'*_]*")


@dataclass(slots=True)
class _Seen:
    """What a passage has for slots, kept while its document is read: later passages look back at it.

    Args:
        passage: Kept so that its id stands for nothing else.
        mentions: As they were when it was first looked at.
        spoken_of: The classes of its things, and all above them.
        known: A slot's candidates, with the slot, by its id.
        fitting: What may fill a slot by what it is, likewise.
    """

    passage: Passage
    mentions: list[Mention]
    spoken_of: frozenset[str]
    known: dict[int, tuple[Slot, list[Mention]]] = field(default_factory=dict)
    fitting: dict[int, tuple[Slot, list[Mention]]] = field(default_factory=dict)


class Pool:
    """Candidates for slots.

    Args:
        schema: Classes, shapes and register.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.properties = _property_shapes(schema)
        self.offices = schema.hinted("beforeNames")
        self.bodies = schema.hinted("closedName")
        self.coining = schema.hinted("coinedNames")
        self._coined = tuple(
            sorted(
                {
                    form.lstrip("*").casefold()
                    for entry in schema.entries
                    if "NameHead" in roles(entry) and self.coining.intersection(entry.denotes)
                    for form in entry.forms
                    if " " not in form
                }
            )
        )
        # as many as are kept: a reader of many documents meets ever more names
        self._kinds = lru_cache(_MOST_KEPT)(self._kind)
        self._seen: dict[int, _Seen] = {}
        self._last: _Seen | None = None
        self._lineages: dict[frozenset[str], frozenset[str]] = {}
        self._ordered: dict[tuple[str, tuple[str, ...]], list[Slot]] = {}
        self._standing_in: dict[tuple[str, tuple[str, ...]], list[Slot]] = {}

    def in_order(self, call: Opening) -> list[Slot]:
        """The slots of what an opening evokes, in the order in which they are filled; not to be changed."""
        key = (call.shape.iri, call.entry.needs if call.entry else ())
        if key not in self._ordered:
            self._ordered[key] = self._in_order(call)
        return self._ordered[key]

    def standing_in(self, call: Opening) -> list[Slot]:
        """Those of the same slots that stand in for others; most openings have none."""
        key = (call.shape.iri, call.entry.needs if call.entry else ())
        if key not in self._standing_in:
            self._standing_in[key] = [slot for slot in self.in_order(call) if "insteadOf" in slot.hints]
        return self._standing_in[key]

    def _in_order(self, call: Opening) -> list[Slot]:
        needs = call.entry.needs if call.entry else ()
        slots: Iterable[Slot] = call.shape.slots
        if call.shape.iri in self._schema.classes:
            slots = (s for s in self._schema.slots_of(call.shape.iri) if "byWordOnly" not in s.hints)
        return sorted(
            (s for s in slots if "notRead" not in s.hints and s.path != RDFS_LABEL.value),
            key=lambda s: (
                "last" in s.hints,
                not s.needs_cue,
                -(s.least > 0 or s.path in needs),
                s.path != SUBJECT,
                s.path,
            ),
        )

    def constrained(self, slot: Slot, call: Opening) -> tuple[str, ...]:
        """Classes that a thing beside it (an office, say) allows in a slot; () where nothing does."""
        if call.entry is not None and slot.path == SUBJECT and "only" in call.entry.hints:
            return call.entry.hints["only"]
        kin = self.kin(call.at)
        if not kin:
            return slot.hints.get("fillers", ())
        heads = self._heads(call.at) if kin else ()
        allowed = {c for t in (*kin, *heads) for c in self._schema.constraints.get((t, slot.path), ())}
        if not call.at.things and not allowed.isdisjoint(self.bodies):
            allowed = set()  # of whom a body of any kind may have one, a town may have one too
        whole = self._of_whole(call.at.text) if allowed else ()
        if not allowed.isdisjoint(whole):
            allowed = {*whole}  # a federal minister is none of a part
        return tuple(sorted(allowed)) or tuple(slot.hints.get("fillers", ()))

    def is_bound(self, slot: Slot, call: Opening) -> bool:
        """Whether a thing beside a slot (an office, say) says itself what may fill it."""
        kin = (*self.kin(call.at), *self._heads(call.at))
        return any(self._schema.constraints.get((thing, slot.path)) for thing in kin)

    def refuses(self, slot: Slot, call: Opening, mention: Mention | None) -> bool:
        """Whether a thing beside a slot (an office, say) never has it filled by what a mention is."""
        if mention is None or not mention.classes:
            return False
        kin = (*self.kin(call.at), *self._heads(call.at))
        if any(t in self._schema.exemptions.get((k, slot.path), ()) for k in kin for t in mention.things):
            return False  # a town that is a state as well
        never = tuple({c for t in kin for c in self._schema.refusals.get((t, slot.path), ())})
        return bool(never) and all(self._schema.is_a(c, never) for c in mention.classes)

    def _heads(self, office: Mention) -> tuple[str, ...]:
        """The noun at the head of an office's name, where that is composed."""
        if not any(c in self.offices for c in office.classes):
            return ()
        composition = self._schema.composer.compose(office.text)
        return (composition.head.iri,) if composition is not None else ()

    def _of_whole(self, office: str) -> tuple[str, ...]:
        """Classes of the whole that an office is said to be one of ("federal minister"); () for most."""
        composer = self._schema.composer
        composition = composer.compose(office) if composer.of_whole(office, "ofCountry") else None
        return composition.head.hints.get("ofCountry", ()) if composition is not None else ()

    def kin(self, mention: Mention) -> tuple[str, ...]:
        """What a mention is registered as; of an office that no register has, what its noun alone is."""
        if not any(c in self.offices for c in mention.classes):
            return mention.things
        if mention.things:
            return tuple(
                dict.fromkeys(kind for thing in mention.things for kind in self._schema.kinds(thing))
            )
        return self._kinds(mention.text, mention.classes)

    def _kind(self, name: str, classes: frozenset[str]) -> tuple[str, ...]:
        """ "Commissioner" for "EU Commissioner for Innovation", "minister" for a minister of something."""
        words = name.split()
        for at in range(_LEAST_TITLE, len(words)):
            link = words[at].islower() and len(words[at]) <= _LONGEST_LINK
            if link and (things := self._schema.called(" ".join(words[:at]), classes)):
                return things  # "deputy head" of "deputy head for the north"
        head, *field = words
        if field and field[0].islower() and len(field[0]) > _LONGEST_LINK:
            return ()  # an adjective makes it another office
        last = [] if not field or not all(w[:1].isupper() for w in field) else [field[-1]]
        for word in (head, head.rpartition("-")[2], *last):
            things = self._schema.called(word, classes)
            if things:
                return things
        return ()

    def candidates(self, slot: Slot, passage: Passage, call: Opening | None) -> list[Mention]:
        """Mentions of a passage that may fill a slot, in order; a new list at each call."""
        own = call is not None and call.entry is not None and not call.entry.hints.keys().isdisjoint(_OWN)
        if own or (slot.needs_cue and "adjacent" in slot.hints and call is not None):
            return self._candidates(slot, passage, call)
        known = self._seen_in(passage).known
        found = known.get(id(slot))
        if found is None:
            # the slot is kept beside its candidates: an id may come again when its object is gone
            found = known[id(slot)] = (slot, self._candidates(slot, passage, call))
        return [*found[1]]

    def fitting(self, slot: Slot, passage: Passage) -> list[Mention]:
        """Mentions that may fill a slot by what they are, wherever they stand; not to be changed."""
        seen = self._seen_in(passage)
        found = seen.fitting.get(id(slot))
        if found is None:
            some = self._fitting(slot, passage) if _has_some_for(slot, seen) else []
            found = seen.fitting[id(slot)] = (slot, some)
        return found[1]

    def _fitting(self, slot: Slot, passage: Passage) -> list[Mention]:
        """The same, looked up anew."""
        kinds = _KINDS_OR_NAMES.get(slot.kind, ())
        found = [m for m in passage.of(*kinds) if self.may_fill(slot, m, passage)]
        if slot.kind == "thing" and len(found) > 1:
            found = [m for m in found if not self._is_attribute(m, found, passage)]
        found = self.apart(slot, found, passage)
        return without_wholes(found, passage) if found and "notBelongedTo" in slot.hints else found

    def apart(self, slot: Slot, found: list[Mention], passage: Passage) -> list[Mention]:
        """Without those in a list of what a slot is not filled by ("A, the network X and B take part")."""
        if not found or "notAmong" not in slot.hints:
            return found
        others = [
            m for m in passage.of(Kind.THING) if m not in found and self.fits(m, slot.hints["notAmong"])
        ]
        return [
            m
            for m in found
            if m.kind is not Kind.THING
            or not is_among(m, others, passage.text, passage.mentions, passage.grammar)
        ]

    def _is_attribute(self, name: Mention, others: list[Mention], passage: Passage) -> bool:
        """Whether a name only says of which sort the next one is ("Nordfund project Alba")."""
        if name.kind is not Kind.THING or name.genitive or name.classes & self.coining:
            return False
        for other in others:
            if other.kind is Kind.THING and other.start >= name.end and other.classes & self.coining:
                gap = _ATTRIBUTE.fullmatch(passage.text, name.end, other.start)
                return gap is not None and (
                    not gap.group(1) or gap.group(1).casefold().endswith(self._coined)
                )
        return False

    def forget(self) -> None:
        """Begin a new document."""
        self._seen.clear()
        self._last = None

    def _seen_in(self, passage: Passage) -> _Seen:
        """What is kept of a passage; nothing yet where its mentions have changed since."""
        seen = self._last  # most ask for the passage that was asked for before
        if seen is not None and seen.passage is passage and seen.mentions is passage.mentions:
            return seen
        seen = self._seen.get(id(passage))
        if seen is None or seen.mentions is not passage.mentions:
            kinds = {m.classes for m in passage.of(*_THINGS)}
            spoken_of = frozenset().union(*(self._lineage(classes) for classes in kinds))
            seen = self._seen[id(passage)] = _Seen(passage, passage.mentions, spoken_of)
        self._last = seen
        return seen

    def _lineage(self, classes: frozenset[str]) -> frozenset[str]:
        """Classes, and all those above them."""
        if classes not in self._lineages:
            above = (self._schema.superclasses.get(c, frozenset[str]()) for c in classes)
            self._lineages[classes] = classes.union(*above)
        return self._lineages[classes]

    def _candidates(self, slot: Slot, passage: Passage, call: Opening | None) -> list[Mention]:
        """The same, looked up anew."""
        if (
            slot.kind == "number"
            and call is not None
            and call.entry is not None
            and "counts" in call.entry.hints
        ):
            return [m for m in passage.of(Kind.NUMBER) if _counts(m, call.at, passage)]
        found = self.fitting(slot, passage)
        if not found:
            return []
        names = [m for m in found if m.kind is Kind.NAME]
        if names:
            own = frozenset(slot.hints["openNames"])
            found = [m for m in found if not any(m.inside(n.start, n.end) for n in names)]
            found += [replace(n, kind=Kind.THING, classes=own) for n in names]
            found.sort(key=lambda m: (m.start, m.end))
        if slot.kind == "number":
            found = [m for m in found if _noun_agrees(slot, m, passage)]
        cueless = call is not None and call.entry is not None and "cueless" in call.entry.hints
        if cueless and slot.needs_cue:
            found = [m for m in found if not after_preposition(m, passage)]  # who does it has no preposition
        if slot.needs_cue and not cueless:
            within = call.at if call is not None and "adjacent" in slot.hints else None
            found = [
                m
                for m in found
                if cued(slot, m, passage)
                or (slot.kind == "thing" and "adjacent" not in slot.hints and in_heading_of_day(m, passage))
                or (within and m.inside(within.start, within.end))
                or (
                    within
                    and passage.text[m.start].islower()
                    and passage.text[within.end : m.start].isspace()
                )
                or (within and passage.grammar.of_them(passage.text[within.end : m.start]))
            ] or [m for m in found if self._is_bare(slot, m, passage)]
        return _open(slot, found, passage)

    def _is_bare(self, slot: Slot, mention: Mention, passage: Passage) -> bool:
        """Whether a thing that can have no other part fills a slot without its cue."""
        bare = slot.hints.get("uncued", ())
        return (
            bool(bare)
            and self.fits(mention, bare)
            and not (mention.genitive or after_preposition(mention, passage))
        )

    def may_fill(self, slot: Slot, mention: Mention, passage: Passage) -> bool:
        hints = slot.hints
        if mention.kind is Kind.NAME:
            return "openNames" in hints and name_cued(slot, mention, passage)
        if slot.kind == "thing":
            if mention.kind not in _THINGS or not self.fits(mention, hints.get("fillers") or slot.classes):
                return False
            if "except" in hints and self.fits(mention, hints["except"]):
                return False
            if "notSeat" in hints and self._is_seat(mention) and after_preposition(mention, passage):
                return False
            if mention.kind is Kind.REFERENCE:
                bare = "nounsOnly" in hints and is_pronoun(mention)
                many = "notOfMany" in hints and is_of_many(mention)
                return not bare and not many and not mention.by_number
            return bool(mention.things) or "knownFillers" not in hints
        if slot.kind == "period":
            kinds = slot.hints.get("periodKind")
            if mention.kind is not Kind.PERIOD or (
                kinds is None and mention.period_kind in ("until", "since", "compared")
            ):
                return False
            return kinds is None or mention.period_kind in kinds
        if slot.kind == "number":
            return mention.kind is Kind.NUMBER and _amount_agrees(slot, mention)
        if slot.kind == "text":
            return mention.kind is Kind.QUOTED and "quoted" in slot.hints
        return False

    def _is_seat(self, mention: Mention) -> bool:
        """Whether a town's name may stand for whoever sits there ("the news from X")."""
        return bool(mention.things) and all(t in self._schema.stands_for for t in mention.things)

    def fits(self, mention: Mention, classes: Iterable[str]) -> bool:
        """Whether a mention may stand for a thing of one of the classes, or for one that is listed beside them."""
        if self._schema.any_is_a(mention.classes, classes):
            return True
        return bool(mention.things) and not {*mention.things}.isdisjoint(classes)

    def counts_some(self, slot: Slot, passage: Passage) -> bool:
        """Whether a passage speaks of a number of those that may fill a slot ("four towns")."""
        numbers = [n for n in passage.of(Kind.NUMBER) if n.amount is not None and n.amount.value >= _SEVERAL]
        return any(
            n.end <= w.start and len(passage.text[n.end : w.start].split()) < _SEVERAL
            for n in numbers
            for w in passage.of(Kind.WORD)
            if self.fits(w, slot.classes)
        )

    def filler(self, path: str, passage: Passage, mention: Mention, slot: Slot | None) -> Filler:
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

    def known(self, thing: str, path: str) -> list[str]:
        return [o.value for o in self._schema.known(thing, path) if isinstance(o, NamedNode)]

    def same(self, a: Filler, b: Filler, path: str, cls: str) -> bool:
        if not a.thing or not b.thing:
            return False
        shared = self._above(a.thing, path) & self._above(b.thing, path)
        return any(self._schema.thing_is(t, (cls,)) for t in shared)

    def lies_in(self, thing: str, places: Iterable[str], path: str) -> bool:
        """Whether the register says that a thing belongs to one of some places, by a property."""
        return not self._above(thing, path).isdisjoint(places)

    def places_of(self, thing: str) -> set[str]:
        """Wherever the register says that a thing lies, however far above."""
        return {place for path in self._schema.placing for place in self._above(thing, path)}

    def _above(self, thing: str, path: str) -> set[str]:
        found: set[str] = set()
        todo = [thing]
        while todo:
            for upper in self.known(todo.pop(), path):
                if upper not in found:
                    found.add(upper)
                    todo.append(upper)
        return found


def _has_some_for(slot: Slot, seen: _Seen) -> bool:
    """Whether a passage has anything of the sort that a slot takes; most have nothing for most slots."""
    if slot.kind == "thing":
        some = not seen.spoken_of.isdisjoint(slot.hints.get("fillers") or slot.classes)
    else:
        some = bool(seen.passage.of(*_KINDS.get(slot.kind, ())))
    return some or ("openNames" in slot.hints and bool(seen.passage.of(Kind.NAME)))


def without_wholes(found: list[Mention], passage: Passage) -> list[Mention]:
    """Without what a word right before it makes no member ("X, a member of Y", "after the departure of Z")."""
    ends = [
        w.end for w in passage.of(Kind.WORD) if w.entry is not None and not _LEADS.isdisjoint(roles(w.entry))
    ]
    if not ends:
        return found
    return [
        m for m in found if not any(end <= m.start and not words_between(end, m, passage) for end in ends)
    ]


def _open(slot: Slot, found: list[Mention], passage: Passage) -> list[Mention]:
    """Without those that a word before them blocks, and those of a list that begins with one such ("in A and B")."""
    kept: list[Mention] = []
    shut: Mention | None = None
    for mention in found:
        gap = passage.text[shut.end : mention.start] if shut is not None else ""
        listed = slot.each and slot.kind == "thing" and gap != "" and passage.grammar.joined(gap)
        owns = mention.genitive and "takesGenitive" in slot.hints  # "to X's list": what is owned is governed
        owns = owns or led_by_phrase(slot, mention, passage)  # "went to X"
        if (blocked(slot, mention, passage) and not owns) or (listed and mention.kind is Kind.THING):
            shut = mention
        else:
            kept.append(mention)
    return kept


def _counts(number: Mention, noun: Mention, passage: Passage) -> bool:
    """Whether a plain number stands before a noun with an adjective between at most."""
    amount = number.amount
    if amount is None or amount.percent or amount.currency or amount.ordinal or amount.one_of:
        return False
    gap = passage.text[number.end : noun.start]
    return 0 < len(gap) <= _LONGEST_GAP and len(gap.split()) <= 1 and not re.search(r"[.,;:()]", gap)


def number_literal(value: float, datatype: str = "") -> Literal:
    """In the datatype that the shape asks for; else xsd:integer where the number is whole, xsd:decimal where not."""
    if float(value).is_integer() and datatype != XSD + "decimal":
        return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
    return Literal(f"{value:f}".rstrip("0").rstrip("."), datatype=NamedNode(XSD + "decimal"))


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


def _amount_agrees(slot: Slot, mention: Mention) -> bool:
    amount = mention.amount
    if amount is None or amount.ordinal or amount.one_of:
        return False
    if "percent" in slot.hints:
        return amount.percent
    if "money" in slot.hints:
        return amount.currency is not None and amount.value >= float(slot.hints.get("smallest", ("0",))[0])
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
