"""Passages × schema → claims. Pure: no files, no graph.

Each package builds on those before it, as CI checks: `grammar` (small words), `passages` (mentions and frames),
`naming` (what is named), `around` (what came before), `opening` (which frames a passage opens), `slots` (what fills
them), `counts` (numbers). Then, side by side: `lists`, `offices`, `parties`, `happenings`, `learned` (the second
reader), `doubts` (what is taken back), `layout` (day and sender). `framing` calls them in order for a passage,
`claiming` makes claims of the frames.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg import garbage
from kg import language as lang
from kg.claims import Claim, Factuality
from kg.documents import Block, Document
from kg.names import RDFS_LABEL
from kg.periods import Period
from kg.reading.around.context import Focus, Place, Surroundings, subjects
from kg.reading.claiming import QUOTES, Claimer, Named
from kg.reading.doubts.agreeing import agree
from kg.reading.doubts.ahead import await_begun, await_offices, put_off
from kg.reading.framing import FrameReader
from kg.reading.layout.chronicle import is_dated, is_of_chronicle, lines_of_chronicle
from kg.reading.layout.contacts import CONTACT, contact_lines
from kg.reading.layout.lines import unwrapped
from kg.reading.layout.senders import Senders, outside
from kg.reading.layout.signed import glued, joined
from kg.reading.layout.stated import period, stated_day
from kg.reading.layout.tongues import tongues
from kg.reading.learned.reader import Watcher
from kg.reading.naming import bynames
from kg.reading.naming.annotating import Annotator
from kg.reading.naming.attributions import attribute
from kg.reading.naming.calledafter import CalledAfter
from kg.reading.naming.fieldnames import FieldNames
from kg.reading.naming.founded import Begun, drop_unfounded, drop_venues
from kg.reading.naming.namesakes import Namesakes
from kg.reading.passages.frames import Frame, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.choosing import Choice
from kg.schema import Schema

__all__ = ["Kind", "Mention", "Passage", "Reader", "Reading"]

_RUNNING = ("heading", "paragraph", "item", "caption")
_SHORT_ITEM = 140
_LONGEST_BLOCK = 3000
_BEHIND_NAME = 40
_NOT_READ = "und"
"""Undetermined, by ISO 639-3: stands for all languages that are not read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says.

    Args:
        document: As it was read from its file.
        iri: The document's IRI, which is its graph's name too.
        title: From metadata, else the first heading, else the first passage.
        publisher: The thing behind the publisher's name (canonical if registered), or None.
        publisher_name: As found.
        issued: Day of publication, or None.
        language: BCP 47 code.
        passages: Sentences with their mentions.
        claims: Sorted by place.
        frames: What the claims were made of, for those who write rules.
        silent: Numbers of the passages that yielded nothing.
        unread: Numbers of the passages in languages that are not read.
    """

    document: Document
    iri: NamedNode
    title: str
    publisher: NamedNode | None
    publisher_name: str | None
    issued: Period | None
    language: str
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    frames: tuple[Frame, ...] = field(repr=False, default=())
    silent: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    @property
    def is_understood(self) -> bool:
        """Whether it is in a language that is read; of others, only the publisher is told."""
        return not lang.language(self.language).fallback


class Reader:
    """Reads documents against one schema; keeps what it prepared for each language.

    Args:
        schema: What is known before reading.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._annotators: dict[str, Annotator] = {}
        self._begun = Begun(schema)
        self._frames = FrameReader(schema)
        self._senders = Senders(schema)
        self._namesakes = Namesakes(schema)
        self._called_after = CalledAfter(schema)
        self._field_names = FieldNames(schema)
        self._named = Named(schema)
        self._offices = schema.hinted("beforeNames")
        slots = (slot for shape in schema.classes.values() for slot in shape.slots)
        self._as_firm = frozenset(slot.path for slot in slots if "asFirm" in slot.hints)

    def watch(self, watcher: Watcher, chooser: Callable[[Choice], None]) -> None:
        """Let somebody look at what might be read or chosen by weights; nothing is by them then."""
        self._frames.watch(watcher, chooser)

    def read(self, document: Document) -> Reading:
        """Take from a document what it says.

        Args:
            document: Cleaned, with places kept.

        Returns:
            Reading; an empty tuple of claims where nothing known is spoken of. Of a document in a language that
            is not read, only who published it: whoever does not know how it says "not" must not take its words
            for facts.
        """
        code = document.metadata.language or "de"
        annotator = self._annotator(code)
        listed = is_of_chronicle(document.metadata.spans.get("date", (-1, -1))[0], document)
        issued = (None if listed else _issued(document)) or stated_day(document, annotator)
        reference = _day(issued)
        blocks = [
            part
            for merged in _merge_lists([line for b in document.blocks for line in unwrapped(b, document)])
            for block in lines_of_chronicle(merged, document)
            for part in _parts(block, annotator.language)
        ]
        publisher = self._senders.find(document, annotator)
        names = self._own_names(document, publisher, annotator) if publisher is not None else []
        sender = (publisher[1], names) if publisher is not None else None
        everything = self._passages(
            [*joined(blocks, annotator), *contact_lines(document)], document, code, reference, sender
        )
        passages = [p for p in everything if p.kind != CONTACT]
        drop_unfounded(passages, self._schema)
        drop_venues(passages, self._schema)
        self._begun.drop(passages)
        attribute(passages, self._offices)
        self._namesakes.part(passages, publisher[1] if publisher is not None else None)
        told = None if listed else reference or _earliest_day(passages)
        focus = Focus(publisher, _issued_place(document, issued), ())
        focus.told = publisher is None or bool(publisher[1].things or annotator.names(publisher[1].text))
        if publisher is not None:
            written = document.text[slice(*publisher[0].span())]
            focus.called = frozenset(re.findall(r"[^\W\d_]{4,}", written.casefold()))
        focus.subjects = subjects(self._schema, passages, publisher)

        def firmness(
            text: str, spoken: str, at: tuple[int, int], presupposed: bool, passed: frozenset[str]
        ) -> Factuality:
            return lang.factuality_at(
                text,
                lang.language(spoken),
                at[0],
                presupposed=presupposed,
                reference=told,
                own=at,
                without=passed,
            )

        day = Period.day(told).earliest if told else None
        around = Surroundings(self._schema, passages, focus, firmness, day)
        self._frames.forget()
        frames: list[Frame] = []
        silent = []
        for passage in passages:
            found = self._frames.read(passage, around)
            frames.extend(found)
            if not found and passage.kind != "heading":
                silent.append(passage.number)
        frames = self._frames.complete(frames, passages, around)
        contacts = everything[len(passages) :]
        if contacts:
            beside = Surroundings(self._schema, everything, focus, firmness, day)
            frames.extend(f for p in contacts for f in self._frames.read_contact(p, beside))
        put_off(frames, self._schema, annotator.language)
        await_offices(frames, passages, self._schema, day)
        frames = agree(frames, self._schema)
        await_begun(frames, self._schema, annotator.language)
        if publisher is not None and not publisher[1].things:
            lines = document.metadata.letterhead_lines
            names.extend(self._field_names.of(publisher[1].text, lines, passages, annotator))
        return self._reading(document, code, issued, publisher, names, passages, frames, silent)

    def _passages(
        self,
        blocks: Sequence[Block],
        document: Document,
        code: str,
        reference: dt.date | None,
        sender: tuple[Mention, Sequence[str]] | None,
    ) -> list[Passage]:
        """Passages, each by the words of its own language; those in languages that are not read are left bare."""
        told = tongues(blocks, code)
        lines = document.metadata.letterhead_lines
        found: list[tuple[int, Passage]] = []
        for tongue in dict.fromkeys([code, *told]):
            places = [at for at, each in enumerate(told) if each == tongue]
            annotator = self._annotator(tongue)
            for passage in annotator.passages([blocks[at] for at in places], reference, lines, sender):
                passage.paragraph = places[passage.paragraph]
                passage.is_read = not annotator.language.fallback
                if not passage.is_read:
                    passage.keep([])
                    passage.speech.clear()
                found.append((len(found), passage))
        passages = [passage for _, passage in sorted(found, key=lambda each: (each[1].paragraph, each[0]))]
        for number, passage in enumerate(passages):
            passage.number = number
        return passages

    def _reading(
        self,
        document: Document,
        code: str,
        issued: Period | None,
        publisher: Place | None,
        names: list[str],
        passages: list[Passage],
        frames: list[Frame],
        silent: list[int],
    ) -> Reading:
        self._temper(frames)
        iri = self._schema.names.document(document.name)
        claimer = Claimer(self._schema, self._named, iri, document.text, not document.metadata.digest, None)
        who = None
        called = publisher[1].text if publisher else document.metadata.publisher
        if publisher is not None:
            who = (
                NamedNode(publisher[1].things[0])
                if publisher[1].things
                else claimer.mentioned(publisher[1], publisher[0])
            )
            claimer.publisher = who
            for name in names:
                claimer.add(who, RDFS_LABEL, Literal(name), publisher[0], Factuality.ASSERTED)
                short = publisher[1].text
                if name.startswith(short) and not bynames.is_news(name[len(short) :]):
                    called = name
        self._name_speakers(passages, frames)
        claimer.add_frames(frames)
        for thing, name, mention, where in self._called_after.find(
            passages, frames, self._annotator(code).language
        ):
            # of what stands here, and of what goes without saying elsewhere
            for subject in (claimer.mentioned(mention, where, thing), NamedNode(thing)):
                claimer.add(subject, RDFS_LABEL, Literal(name), where, Factuality.ASSERTED)
        self._quotes(claimer, iri, passages)
        title = document.metadata.title or next((p.text for p in passages if p.kind == "heading"), "")
        return Reading(
            document=document,
            iri=iri,
            title=title or (passages[0].text if passages else document.name),
            publisher=who,
            publisher_name=called,
            issued=issued,
            language=code,
            passages=tuple(passages),
            claims=claimer.claims(),
            frames=tuple(frames),
            silent=tuple(silent),
            unread=tuple(p.number for p in passages if not p.is_read),
        )

    def _own_names(self, document: Document, publisher: Place, annotator: Annotator) -> list[str]:
        """What the publisher is called in the document beside the name that was found."""
        start, end = publisher[0].span()
        written = document.text[start:end].strip(" *_#")
        behind = document.text[end : end + _BEHIND_NAME].partition("\n")[0]
        before = document.text[max(start - _BEHIND_NAME, 0) : start].rpartition("\n")[2]
        return self._senders.own_names(written, before, behind, publisher[1], annotator)

    def _annotator(self, code: str) -> Annotator:
        if lang.language(code).fallback:
            code = _NOT_READ
        if code not in self._annotators:
            with garbage.left_lying():
                self._annotators[code] = Annotator(self._schema, code)
        return self._annotators[code]

    def _quotes(self, claimer: Claimer, iri: NamedNode, passages: list[Passage]) -> None:
        for passage in passages:
            for _, _, speaker in passage.speech:
                if speaker is None:
                    continue
                local = claimer.mentioned(speaker, passage)
                claimer.add(iri, QUOTES, local, passage, Factuality.ASSERTED)

    def _temper(self, frames: list[Frame]) -> None:
        """What is done at a thing that is only expected is expected itself."""
        firm: dict[str, Factuality] = {}
        for frame in frames:
            if frame.about is not None and frame.cls in self._schema.classes and frame.about is frame.opener:
                firm.setdefault(thing_key(frame.about), frame.factuality)
        for frame in frames:
            if frame.cls not in self._as_firm or frame.factuality is not Factuality.ASSERTED:
                continue
            told = {firm.get(f.key_of_thing) for fs in frame.fillers.values() for f in fs}
            if Factuality.EXPECTED in told:
                frame.factuality = Factuality.EXPECTED

    def _name_speakers(self, passages: list[Passage], frames: list[Frame]) -> None:
        """Speakers that are told by their office alone are whoever was said to hold it."""
        holders = _holders(frames)
        known: dict[tuple[tuple[str, ...], str], Mention | None] = {}
        for passage in passages:
            for index, (start, end, speaker) in enumerate(passage.speech):
                if speaker is None or speaker.kind is not Kind.THING:
                    continue
                key = (speaker.things, speaker.text)
                if key not in known:
                    known[key] = _only_holder(speaker, holders)
                passage.speech[index] = (start, end, known[key])


def _holders(frames: list[Frame]) -> list[tuple[Mention, dict[str, tuple[int, Mention]]]]:
    """Each office with all persons that it was said of, by their names, and where each was told last."""
    found: dict[tuple[tuple[str, ...], str], tuple[Mention, dict[str, tuple[int, Mention]]]] = {}
    for place, frame in enumerate(frames):
        office, person = frame.opener, frame.about
        if office is not None and person is not None and person.kind is Kind.PERSON:
            _, people = found.setdefault((office.things, office.text), (office, {}))
            people[person.text] = (place, person)
    return list(found.values())


def _only_holder(
    speaker: Mention, holders: list[tuple[Mention, dict[str, tuple[int, Mention]]]]
) -> Mention | None:
    """Whoever alone was said to hold what a speaker is called by; None where nobody or several were."""
    told: list[tuple[int, Mention]] = []
    for office, people in holders:
        if _same_office(office, speaker):
            told.extend(people.values())
            if len({person.text for _, person in told[-2:]}) > 1:
                return None
    if len({person.text for _, person in told}) != 1:
        return None
    return max(told, key=lambda one: one[0])[1]


def _same_office(full: Mention, short: Mention) -> bool:
    """Whether "the minister" may be short for an office that was told in full."""
    if set(full.things) & set(short.things):
        return True
    return short.text.casefold() in full.text.casefold()


def _issued(document: Document) -> Period | None:
    return period(document.metadata.date) if document.metadata.date else None


def _day(issued: Period | None) -> dt.date | None:
    if issued is None:
        return None
    number = issued.earliest
    return dt.date(number // 10000, number // 100 % 100, number % 100)


def _earliest_day(passages: list[Passage]) -> dt.date | None:
    """An undated text is at least as young as the first day it names; enough to tell past from future."""
    days = [
        m.period
        for p in passages
        for m in p.of(Kind.PERIOD)
        if m.period is not None and m.period_kind == "day"
    ]
    return _day(min(days)) if days else None


def _issued_place(document: Document, issued: Period | None) -> Place | None:
    if issued is None:
        return None
    span = document.metadata.spans.get("date", (0, 0))
    mention = Mention(Kind.PERIOD, 0, 0, issued.text, period=issued, period_kind="day")
    return outside(mention, span)


def _merge_lists(blocks: Sequence[Block]) -> list[Block]:
    """Running text; the short items of a list go on in the line that opens it."""
    merged: list[Block] = []
    opened = False
    for block in blocks:
        if block.kind not in _RUNNING:
            continue
        if block.kind == "item" and opened and len(block.text) < _SHORT_ITEM and not is_dated(block.text):
            merged[-1] = glued(merged[-1], block, " " if merged[-1].text.rstrip().endswith(":") else ", ")
            continue
        opened = block.kind == "paragraph" and block.text.rstrip().endswith(":")
        merged.append(block)
    return merged


def _parts(block: Block, language: lang.Language) -> list[Block]:
    """A block, or the parts of one too long to be looked at as a whole, cut between sentences or else words."""
    if len(block.text) <= _LONGEST_BLOCK:
        return [block]
    cuts = [0]
    for _, end in lang.sentences(block.text, language):
        while end - cuts[-1] > _LONGEST_BLOCK:
            blank = block.text.rfind(" ", cuts[-1] + _LONGEST_BLOCK // 2, cuts[-1] + _LONGEST_BLOCK)
            cuts.append(blank + 1 if blank > 0 else cuts[-1] + _LONGEST_BLOCK)
        if end - cuts[-1] > _LONGEST_BLOCK // 2:
            cuts.append(end)
    cuts.append(len(block.text))
    return [_part(block, a, b) for a, b in itertools.pairwise(cuts) if block.text[a:b].strip()]


def _part(block: Block, start: int, end: int) -> Block:
    return Block(block.text[start:end], block.offsets[start : end + 1], block.kind, block.level)
