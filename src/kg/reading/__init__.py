"""Passages × schema → claims. Pure: no files, no graph."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from array import array
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from kg import language as lang
from kg.claims import Claim, Factuality
from kg.documents import Block, Document
from kg.names import fold, kg
from kg.periods import Period
from kg.reading.annotating import Annotator
from kg.reading.claiming import QUOTES, Claimer
from kg.reading.context import Focus, Place, Surroundings, subjects
from kg.reading.frames import Frame
from kg.reading.framing import FrameReader
from kg.reading.mentions import Kind, Mention, Passage
from kg.schema import Schema

__all__ = ["Kind", "Mention", "Passage", "Reader", "Reading"]

_WEB_HOST = kg("webHost")
_RUNNING = ("heading", "paragraph", "item", "caption")
_SHORT_ITEM = 140


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


class Reader:
    """Reads documents against one schema; keeps what it prepared for each language.

    Args:
        schema: What is known before reading.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._annotators: dict[str, Annotator] = {}
        self._frames = FrameReader(schema)

    def read(self, document: Document) -> Reading:
        """Take from a document what it says.

        Args:
            document: Cleaned, with places kept.

        Returns:
            Reading; an empty tuple of claims where nothing known is spoken of.
        """
        code = document.metadata.language or "de"
        annotator = self._annotator(code)
        issued = _issued(document) or _stated_day(document, annotator)
        reference = _day(issued)
        passages = annotator.passages(
            _merge_lists(document.blocks), reference, document.metadata.letterhead_lines
        )
        publisher = self._publisher(document, annotator)
        told = reference or _earliest_day(passages)
        focus = Focus(publisher, _issued_place(document, issued), ())
        focus.subjects = subjects(self._schema, passages, publisher)
        around = Surroundings(
            self._schema,
            passages,
            focus,
            lambda text, at, presupposed: lang.factuality_at(
                text, annotator.language, at, presupposed=presupposed, reference=told
            ),
            Period.day(told).earliest if told else None,
        )
        self._frames.forget()
        frames: list[Frame] = []
        silent = []
        for passage in passages:
            found = self._frames.read(passage, around)
            frames.extend(found)
            if not found and passage.kind != "heading":
                silent.append(passage.number)
        return self._reading(document, code, issued, publisher, passages, frames, silent)

    def _reading(
        self,
        document: Document,
        code: str,
        issued: Period | None,
        publisher: Place | None,
        passages: list[Passage],
        frames: list[Frame],
        silent: list[int],
    ) -> Reading:
        iri = self._schema.names.document(document.name)
        claimer = Claimer(self._schema, iri, document.text, not document.metadata.digest, None)
        who = None
        if publisher is not None:
            who = (
                NamedNode(publisher[1].things[0])
                if publisher[1].things
                else claimer.mentioned(publisher[1], publisher[0])
            )
            claimer.publisher = who
        self._name_speakers(passages, frames)
        claimer.add_frames(frames)
        self._quotes(claimer, iri, passages)
        title = document.metadata.title or next((p.text for p in passages if p.kind == "heading"), "")
        return Reading(
            document=document,
            iri=iri,
            title=title or (passages[0].text if passages else document.name),
            publisher=who,
            publisher_name=publisher[1].text if publisher else document.metadata.publisher,
            issued=issued,
            language=code,
            passages=tuple(passages),
            claims=claimer.claims(),
            frames=tuple(frames),
            silent=tuple(silent),
        )

    def _annotator(self, code: str) -> Annotator:
        if code not in self._annotators:
            self._annotators[code] = Annotator(self._schema, code)
        return self._annotators[code]

    def _quotes(self, claimer: Claimer, iri: NamedNode, passages: list[Passage]) -> None:
        for passage in passages:
            for _, _, speaker in passage.speech:
                if speaker is None:
                    continue
                local = claimer.mentioned(speaker, passage)
                claimer.add(iri, QUOTES, local, passage, Factuality.ASSERTED)

    def _name_speakers(self, passages: list[Passage], frames: list[Frame]) -> None:
        """Speakers that are told by their office alone are whoever was said to hold it."""
        holders = [(f.opener, f.about) for f in frames if f.opener is not None and f.about is not None]
        for passage in passages:
            for index, (start, end, speaker) in enumerate(passage.speech):
                if speaker is None or speaker.kind is not Kind.THING:
                    continue
                people = {
                    p.text: p
                    for office, p in holders
                    if p.kind is Kind.PERSON
                    and (set(office.things) & set(speaker.things) or office.text == speaker.text)
                }
                person = next(iter(people.values())) if len(people) == 1 else None
                passage.speech[index] = (start, end, person)

    # -- who publishes ---------------------------------------------------------------------------------

    def _publisher(self, document: Document, annotator: Annotator) -> Place | None:
        """By metadata, else by the letterhead's lines, else by the web host; a thing of a publishing class."""
        classes = tuple(sorted(c.iri for c in self._schema.classes.values() if "publishes" in c.hints))
        meta = document.metadata
        if meta.publisher:
            return self._named(meta.publisher, classes, meta.spans.get("publisher"), annotator)
        heads = [line for line in _short_lines(document)[:1] if self._fills(line, annotator, classes)]
        for line in (*heads, *meta.letterhead_lines, *_source_lines(document, annotator)):
            found = self._longest(line, annotator, classes)
            if found is not None:
                start = max(document.text.find(line.strip()), 0)
                return _at(found, (start, start + len(line.strip())))
        for host in meta.hosts:
            for iri in self._hosts.get(_bare_host(host), ()):
                thing = self._schema.things[iri]
                start = max(document.text.find(host), 0)
                mention = Mention(Kind.THING, 0, 0, thing.name(), things=(iri,), classes=thing.classes)
                return _at(mention, (start, start + len(host)))
        return self._imprint(document, annotator, classes)

    def _fills(self, line: str, annotator: Annotator, classes: tuple[str, ...]) -> bool:
        """Whether a line is a publishing name and little else."""
        head = _SEPARATOR.split(line.strip(), maxsplit=1)[0]
        found = self._longest(line, annotator, classes)
        if found is None:
            return False
        if (
            " " in found.text
            and found.end <= len(head)
            and found.end - found.start >= _MOST_OF_LINE * len(head)
        ):
            return True
        return found.end - found.start >= _MOST_OF_LINE * len(line.strip())

    def _imprint(self, document: Document, annotator: Annotator, classes: tuple[str, ...]) -> Place | None:
        """The unknown name that opens a line which gives the issue and its day ("NAME | issue 3 | May 2025")."""
        for line in _short_lines(document)[:_FIRST_LINES]:
            match = _IMPRINT.match(line)
            if match is None or not (_dated(line, annotator) or _months(line, annotator)):
                continue
            name = match.group(1).strip()
            if annotator.grammar.gives_out.search(name) or _dated(name, annotator) or annotator.names(name):
                continue
            start = max(document.text.find(name), 0)
            return self._named(name, classes, (start, start + len(name)), annotator)
        return None

    def _named(
        self, name: str, classes: tuple[str, ...], span: tuple[int, int] | None, annotator: Annotator
    ) -> Place:
        things = tuple(
            t for t in self._schema.by_name.get(fold(name), ()) if self._schema.thing_is(t, classes)
        )
        part = None if things else self._longest(name, annotator, classes)
        if part is not None and part.end - part.start >= _PART_OF_NAME * len(name):
            return _at(part, span or (0, 0))
        bodies = [c for c in classes if "subject" not in self._schema.classes[c].hints]
        kinds = self._schema.things[things[0]].classes if things else frozenset(bodies[:1] or classes[:1])
        mention = Mention(Kind.THING, 0, 0, name, things=things[:1], classes=kinds)
        return _at(mention, span or (0, 0))

    def _longest(self, line: str, annotator: Annotator, classes: tuple[str, ...]) -> Mention | None:
        found = [
            m
            for m in annotator.names(line)
            if any(self._schema.is_a(c, classes) for c in m.classes)
            and not m.compound
            and not annotator.grammar.located(line, m.start)
        ]
        if any(annotator.grammar.joined(line[a.end : b.start]) for a, b in itertools.pairwise(found)):
            return None
        return min(found, key=lambda m: (m.start - m.end, m.start), default=None)

    @cached_property
    def _hosts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for triple in self._schema.register:
            if triple.predicate == _WEB_HOST and isinstance(triple.object, Literal):
                found.setdefault(_bare_host(triple.object.value), []).append(
                    getattr(triple.subject, "value", "")
                )
        return {host: sorted(iris) for host, iris in found.items()}


def _bare_host(host: str) -> str:
    return host.lower().removeprefix("www.")


def _at(mention: Mention, span: tuple[int, int]) -> Place:
    """A place outside the running text, as a passage of its own."""
    start, end = span
    length = max(end - start, 1)
    text = mention.text.ljust(length)[:length]
    return Passage(-1, text, list(range(start, start + length + 1)), "letterhead", -1), mention


def _issued(document: Document) -> Period | None:
    try:
        return Period.parse(document.metadata.date) if document.metadata.date else None
    except ValueError:
        return None


_FIRST_LINES, _LAST_LINES, _SHORT_LINE = 4, 3, 120


def _short_lines(document: Document) -> list[str]:
    """The lines in which a text says who gave it out, and when: short ones at its head and foot."""
    texts = [b.text for b in document.blocks if b.text.strip()]
    edges = texts[:_FIRST_LINES] + texts[max(_FIRST_LINES, len(texts) - _LAST_LINES) :]
    return [t for t in edges if len(t) <= _SHORT_LINE]


def _dated(line: str, annotator: Annotator) -> list[Period]:
    return [d.period for d in lang.dates(line, annotator.language, None) if d.kind == "day"]


def _months(line: str, annotator: Annotator) -> list[Period]:
    return [d.period for d in lang.dates(line, annotator.language, None) if d.kind == "month"]


def _source_lines(document: Document, annotator: Annotator) -> list[str]:
    """Short lines that give a day, or say that somebody gave the text out."""
    return [
        t for t in _short_lines(document) if _dated(t, annotator) or annotator.grammar.gives_out.search(t)
    ]


def _stated_day(document: Document, annotator: Annotator) -> Period | None:
    """The one day that a short line at the head gives along with little else."""
    if document.metadata.digest:
        return None
    for line in (*document.metadata.letterhead_lines, *_short_lines(document)[:_FIRST_LINES]):
        days = _dated(line, annotator)
        if len(days) == 1 and (
            len(line.split()) <= 8
            or annotator.grammar.gives_out.search(line)
            or not line.rstrip().endswith(".")
        ):
            return days[0]
    opening = next((b.text for b in document.blocks if len(b.text) > _SHORT_LINE), "")[:_SHORT_LINE]
    placed = _PLACE_AND_DAY.match(opening)
    days = _dated(placed.group(0), annotator) if placed else []
    imprints = [t for t in _short_lines(document)[:_FIRST_LINES] if _IMPRINT.match(t)]
    months = [m for line in imprints for m in _months(line, annotator)]
    month = months[0] if len(months) == 1 else None
    if len(days) == 1 and (month is None or month.earliest <= days[0].earliest <= month.latest):
        return days[0]
    return month


_MOST_OF_LINE, _PART_OF_NAME = 0.6, 0.35
_IMPRINT = re.compile(r"\s*([A-ZÄÖÜÉ][\w'’&.-]*(?:\s+[\w'’&.-]+){0,5}?)\s*(?:[|·•,]|\s[–-]\s)")
_SEPARATOR = re.compile(r"\s[–—|/·-]\s")
_PLACE_AND_DAY = re.compile(r"^\W*[A-ZÄÖÜÉ][\w./ -]{2,40},[^,]{0,12}\d[^,–]{4,28}?(?=[-–:,(]|\.\s)")


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
    return _at(mention, span)


def _merge_lists(blocks: tuple[Block, ...]) -> list[Block]:
    """Running text; the short items of a list go on in the line that opens it."""
    merged: list[Block] = []
    opened = False
    for block in blocks:
        if block.kind not in _RUNNING:
            continue
        if block.kind == "item" and opened and len(block.text) < _SHORT_ITEM:
            merged[-1] = _joined(merged[-1], block)
            continue
        opened = block.kind == "paragraph" and block.text.rstrip().endswith(":")
        merged.append(block)
    return merged


def _joined(one: Block, other: Block) -> Block:
    glue = " " if one.text.rstrip().endswith(":") else ", "
    last = one.offsets[-1]
    offsets = [*one.offsets[:-1], *([last] * len(glue)), *other.offsets]
    return Block(text=one.text + glue + other.text, offsets=array("l", offsets), kind="paragraph", level=0)
