"""Lines of fact sheets: a label, a mark, and a list of whom or what it calls so ("Partners: A, B (FR); C").

An entry of the lexicon with the role "LineLabel" says what its lists tell (`kg:lineTells`: a class or property, the
slot of each member, the slot of what the sheet is about, and the class of members that nobody knows). The place in the
list says what they are, so that names need neither a register nor a noun beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.names import RDF_SUBJECT
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import SUBJECT, Filler, Frame, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import longer_name, without_owners
from kg.schema import Entry, Schema

ROLE = "LineLabel"
_LINE = re.compile(r"\W*([^\W\d_][^:\n.!?]{1,48}?)(?:\s*\([^()]*\))?\s*(?::|\s[–—|])(?:\s+|$)")
_STRONG, _WEAK = re.compile(r"\s*[;•·|+/]\s+|\s+[•·|+]\s*"), re.compile(r",\s+")
_BEHIND_NAME = re.compile(r"[(),]|\s[–—-]\s")
_TAIL = re.compile(r"\s*[(,]|\s+[–—-]\s")
_NAME = re.compile(r"[A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ0-9]")
_NOUN_LEAD = re.compile(r"\s*(?:[^\W\dA-ZÄÖÜÉÅØ_]+(?:['’]|\s+)){1,4}(?=[A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ])")
_EDGES = ' \t.,;:*_„“”"«»–—-•·'
_MOST_WORDS, _MOST_OF_LABEL, _LONGEST, _SHORTEST, _COVERED = 9, 4, 90, 2, 0.6
_MOST_ITEMS, _LEAST = 40, 2
_ITEM, _CELL = "item", " | "


_Row = tuple[Passage, int, int]


@dataclass(frozen=True, slots=True)
class _Label:
    """What the lists under a label tell."""

    entry: Entry
    cls: str
    member: str
    whole: str
    unknown: str

    @property
    def of(self) -> tuple[str, ...]:
        """Classes of what a sheet may be about."""
        return self.entry.hints["lineOf"]


class Labelled:
    """Reads lists behind labels, once a document's sentences have been read.

    Args:
        schema: For the labels.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._schema = schema
        self._towns = schema.hinted("gazetteer")
        self._pool = pool
        self._forms = frozenset(
            form.removesuffix("…").strip().casefold()
            for shape in schema.classes.values()
            for form in shape.hints.get("nameForm", ())
            if form.endswith("…")
        )
        self._labels: dict[tuple[str, str], _Label] = {}
        for entry in schema.entries:
            if ROLE in entry.hints.get("role", ()):
                tells = (SUBJECT if part == RDF_SUBJECT.value else part for part in entry.hints["lineTells"])
                label = _Label(entry, *tells)
                self._labels.update({(entry.language, form.casefold()): label for form in entry.forms})

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with those of its labelled lists.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For what the document names.
        """
        made = list(self._lists(passages, around))
        if not made:
            return list(frames)
        known = {f.told for f in frames}
        listed = {f.told for f in made}
        told = {(f.passage.number, f.cls) for f in made}
        lines = {number for number, _ in told}
        kept = [
            f
            for f in frames
            if f.passage.number not in lines
            or f.told in listed
            or not ((f.passage.number, f.cls) in told or self._is_of_label(f))
        ]  # of whom a label tells something, its list says; and not that its members are a pair
        return [*kept, *(f for f in made if f.told not in known)]

    def _is_of_label(self, frame: Frame) -> bool:
        """Whether a frame that takes pairs was opened by the label of a line."""
        line = _LINE.match(frame.passage.text) if frame.cls in self._schema.paired else None
        return line is not None and frame.start < line.end()

    def _lists(self, passages: Sequence[Passage], around: Surroundings) -> Iterator[Frame]:
        for label, at, rows in self._labelled_rows(passages):
            whole = self._whole(label, passages[at], around)
            told = [
                (told, passage, member)
                for passage, start, end in rows
                for told, member in self._members(label, passage, start, end)
            ]
            if whole is None or (passages[at].kind == _ITEM and not _is_list(label, [m for _, _, m in told])):
                continue
            for said, passage, member in told:
                if thing_key(member) != whole.key_of_thing:
                    yield _frame(said, passage, self._pool.filler(said.member, passage, member, None), whole)

    def _labelled_rows(self, passages: Sequence[Passage]) -> list[tuple[_Label, int, list[_Row]]]:
        """Each label, the number of its passage, and the passages of its list, with where it begins and ends there."""
        found: list[tuple[_Label, int, list[_Row]]] = []
        is_open = heads = False
        for passage in passages:
            label, at = self.label(passage)
            end = len(passage.text)
            if label is not None:
                heads = self._heads_column(label, passage, at, passages)
                at = end if heads else at
                found.append((label, passage.number, [(passage, at, end)]))
                is_open = not passage.text[at:].strip(_EDGES)
            elif is_open and heads and _CELL in passage.text:
                found[-1][2].append((passage, 0, passage.text.index(_CELL)))
            elif is_open and (start := self._start_of_item(passage)) is not None:
                found[-1][2].append((passage, start, end))
            else:
                is_open = False
        return found

    def _heads_column(self, label: _Label, passage: Passage, at: int, passages: Sequence[Passage]) -> bool:
        """Whether a label stands over the first column of a table ("Partner | Country | Role")."""
        rows = passages[passage.number + 1 : passage.number + 2]
        classes = self._classes(label)
        return (
            _CELL in passage.text[:at]
            and not any(m.start >= at for m in passage.of(Kind.THING))
            and any(
                self._pool.fits(m, classes) and m.end <= row.text.find(_CELL)
                for row in rows
                for m in row.of(Kind.THING)
            )
        )

    def _start_of_item(self, passage: Passage) -> int | None:
        """Where an entry of a list begins that stands below its label, behind where its members lie or not."""
        if _is_item(passage):
            return 0
        line = _LINE.match(passage.text)
        place = next((m for m in passage.of(Kind.THING) if line and m.end <= line.end()), None)
        inside = [m for m in passage.of(Kind.THING) if line and m.start >= line.end()]
        if line is None or place is None or not any(self._lies(m, place) for m in inside):
            return None
        return line.end()

    def _lies(self, member: Mention, place: Mention) -> bool:
        return any(
            self._pool.lies_in(t, place.things, path) for t in member.things for path in self._schema.placing
        )

    def label(self, passage: Passage) -> tuple[_Label | None, int]:
        """The label that a passage begins with or is, and where its list begins."""
        code = passage.grammar.code
        line = _LINE.match(passage.text)
        if line is not None and (found := self._called(code, line.group(1))) is not None:
            return found, line.end()
        if passage.kind in ("heading", _ITEM) and len(passage.text) < _LONGEST:
            return self._called(code, passage.text.strip(_EDGES)), len(passage.text)
        return None, 0

    def _called(self, code: str, words: str) -> _Label | None:
        """The label that some words are, with or without what describes it before or behind."""
        said = words.split()
        parts = words.casefold().split()
        if len(parts) > _MOST_OF_LABEL:
            return None
        for length in range(len(parts), 0, -1):
            for start in range(len(parts) - length + 1):
                found = self._labels.get((code, " ".join(parts[start : start + length])))
                others = [*said[1:start], *said[max(1, start + length) :]]
                if found is not None and not any(word[:1].isupper() for word in others):
                    return found  # "our partners abroad", not "partners of the Fair"
        return None

    def _whole(self, label: _Label, passage: Passage, around: Surroundings) -> Filler | None:
        """What a sheet is about: the last that opened a passage before, else the last named, else the only one."""
        named = around.named(label.of)
        named = [(p, m) for p, m in named if self.label(p)[0] is None]
        before = [(p, m) for p, m in named if p.number < passage.number]
        heads = [(p, m) for p, m in before if not p.text[: m.start].strip(_EDGES) or p.kind == "heading"]
        alone = named if len({thing_key(m) for _, m in named}) == 1 else []
        chosen = (heads or before)[-1:]
        if chosen:
            last = [m for p, m in before if p is chosen[0][0]]
            chosen = [(chosen[0][0], without_owners(last, chosen[0][0])[-1])]
        chosen = chosen or alone[:1]
        if not chosen:
            return None
        return replace(self._pool.filler(label.whole, chosen[0][0], chosen[0][1], None), here=False)

    def _classes(self, label: _Label) -> tuple[str, ...]:
        """Of what classes the members of a label's lists may be."""
        slot = (self._pool.properties.get(label.cls) or self._schema.classes[label.cls]).slot(label.member)
        return tuple(slot.hints.get("fillers") or slot.classes) if slot is not None else ()

    def _members(
        self, label: _Label, passage: Passage, at: int, stop: int
    ) -> Iterator[tuple[_Label, Mention]]:
        """Members, each with what tells of it: the label, and another behind its name ("X (coordinator)")."""
        found: list[Mention] = []
        classes = self._classes(label)
        for start, end in self._chunks(passage, at, stop)[:_MOST_ITEMS]:
            member = self._member(label.unknown, classes, passage, start, end)
            if member is not None and not any(member.overlaps(m) for m in found):
                found.append(member)
                yield label, member
                parts = _BEHIND_NAME.split(passage.text[member.end : end])
                called = (self._called(passage.grammar.code, part.strip(_EDGES)) for part in parts)
                yield from ((other, member) for other in called if other and other.cls != label.cls)

    def named(self, passage: Passage, at: int, classes: Sequence[str], unknown: str) -> list[Mention]:
        """Whom a list names that begins at a place of a sentence, with articles and nouns before the names.

        Args:
            passage: In which it stands.
            at: Where it begins.
            classes: Of what classes the members may be.
            unknown: The class of those that nobody knows.
        """
        found = []
        for start, end in self._chunks(passage, at, len(passage.text))[:_MOST_ITEMS]:
            lead = _NOUN_LEAD.match(passage.text, start, end)
            first = lead.end() if lead is not None else start
            if (
                passage.grammar.is_function(passage.text[start:first])
                or not passage.grammar.nouns_capitalised
            ):
                start = first
            member = self._member(unknown, classes, passage, start, end)
            if member is not None:
                found.append(member)
        return found

    def _chunks(self, passage: Passage, at: int, stop: int) -> list[tuple[int, int]]:
        """The stretches of a list, one for each member; marks within a name or a bracket part nothing."""
        text = passage.text
        names = [(m.start, m.end) for m in passage.of(Kind.THING)]
        names += [b.span() for b in re.finditer(r"\([^()]*\)", text)]
        strong = [m.span() for m in _STRONG.finditer(text, at, stop) if not _inside(m.start(), names)]
        weak = (
            []
            if strong
            else [m.span() for m in _WEAK.finditer(text, at, stop) if not _inside(m.start(), names)]
        )
        cuts = strong or weak
        last = cuts[-1][1] if cuts else at
        joined = None if strong else passage.grammar.joiner.search(text, last, stop)
        if (
            joined is not None
            and not _inside(joined.start(), names)
            and not text[: joined.start()].rstrip().endswith("-")
        ):
            cuts = [*cuts, joined.span()]
        starts = [at, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), stop]
        return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(_EDGES)]

    def _is_form(self, lead: str, passage: Passage) -> bool:
        """Whether words before a name only say formally what it names, or name nothing."""
        return lead.strip().casefold() in self._forms or passage.grammar.is_function(lead)

    def _member(
        self, unknown: str, classes: Sequence[str], passage: Passage, start: int, end: int
    ) -> Mention | None:
        """Whom a stretch of a list names: what is known there, else the stretch as a name of its own."""
        text = passage.text
        start += len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
        known = [
            m
            for m in passage.of(Kind.THING)
            if m.inside(start, end) and not m.genitive and self._pool.fits(m, classes)
        ]
        first = max(known, key=lambda m: (-m.start, m.end), default=None)
        if first is not None and longer_name(first, passage, self._towns) is not None:
            first = None
        tail = _TAIL.search(text, first.end if first is not None else start, end)
        stop = tail.start() if tail is not None else end
        name = text[start:stop].rstrip(_EDGES)
        if first is not None and first.end - first.start >= _COVERED * len(name):
            return first
        if passage.grammar.has_auxiliary(name):
            return None
        if first is not None and self._is_form(text[start : first.start], passage):
            return first
        if first is not None and any(
            w.start <= start and w.end + 1 == first.start and not first.classes.isdisjoint(w.classes)
            for w in passage.of(Kind.WORD, Kind.REFERENCE)
        ):
            return first  # "the towns X and Y": a noun for those named
        if any(m.start == start for m in passage.of(Kind.PERSON, Kind.PERIOD, Kind.NUMBER)):
            return None
        if not _SHORTEST <= len(name) <= _LONGEST or not _NAME.match(name) or ":" in name:
            return None
        words = name.split()
        if len(words) > _MOST_WORDS or passage.grammar.is_function(words[0]):
            return None
        if any(m.end == start + len(name) and self._pool.fits(m, classes) for m in passage.of(Kind.WORD)):
            return None  # "Associated X" heads those below it
        return Mention(Kind.THING, start, start + len(name), name, classes=frozenset({unknown}))


def _frame(label: _Label, passage: Passage, member: Filler, whole: Filler) -> Frame:
    """What a label tells of a member."""
    fillers = {label.member: [member], label.whole: [replace(whole, path=label.whole)]}
    at = member.mention
    start, end = (at.start, at.end) if at is not None else (0, 0)
    return Frame(label.cls, passage, start, end, Factuality.ASSERTED, fillers=fillers)


def _is_list(label: _Label, members: Sequence[Mention]) -> bool:
    """Whether what stands below a line is no menu: several, of whom as many are known as are not."""
    unknown = sum(m.classes == {label.unknown} and not m.things for m in members)
    return len(members) >= _LEAST and 2 * unknown <= len(members)


def _is_item(passage: Passage) -> bool:
    """Whether a passage may be an entry of the list that a heading opens."""
    closed = passage.text.rstrip().endswith((".", "!", "?", ":"))
    return not _LINE.match(passage.text) and (
        passage.kind == _ITEM or (not closed and len(passage.text) < _LONGEST)
    )


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
