"""What a passage takes from around it: the document's subject, publisher and day, and what was named before."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.claims import Factuality
from kg.names import fold
from kg.periods import Period
from kg.reading.passages.frames import is_group, is_pronoun, last_name
from kg.reading.passages.groups import ANY
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition, without_owners
from kg.schema import Entry, Schema, Slot

Place = tuple[Passage, Mention]
_FAR_BACK, _FARTHEST_BACK, _FEW_BACK = 6, 400, 2
_LATELY, _FEW_WORDS = 3, 5
_ON_TOPIC = 4
_OPENING, _TITLES, _SHORT_LINE = 14, 3, 8
_DOMINANT, _OFTEN = 2, 2
_PAIR = 2
_FORESEEN = 2
_STILL_MEANT, _BESIDE_SPEAKER = 4, 60
_ORDER = tuple(Factuality)
# kinds of hedges that do not weaken an aim, or the leave to do something
_BEHIND_NAME = re.compile(r"[A-ZÄÖÜ][\w'’-]*,\s$")
_YEAR_LAST = re.compile(r"(?<=\s)(?:19|20)\d\d\s+$")
_PASSED = {
    "modal": ("intended", "hoped", "goal", "bound", "due"),
    "permits": ("able", "allowed"),
}
# "nobody doubts that …": what holds of nobody says nothing of the rest, but no duty is one that binds nobody
_IN_BRACKETS, _MARK = re.compile(r"\s*\([^()]*\)"), re.compile(r"[.;:!?()]")
_OF_NOBODY = frozenset(("nobody",))
_DUE, _DEMANDED = frozenset(("due",)), frozenset(("demanded",))
_YEAR_BETWEEN = 7
_APPLIED = "applied"  # the kind of hedge that does not weaken what it is about


@dataclass(slots=True)
class Focus:
    """Who speaks, when, and of what, for a document as a whole.

    Args:
        publisher: Where the publisher was found, or None.
        issued: Where the day of publication was found, or None.
        subjects: Things named in the headline, else most often; by place.
        told: Whether the register, or a noun in its name, says what the publisher is.
        called: The words by which the publisher is named, lower case.
    """

    publisher: Place | None = None
    issued: Place | None = None
    subjects: tuple[Place, ...] = ()
    told: bool = True
    called: frozenset[str] = frozenset()


def last_named(passages: Sequence[Passage], fits: Callable[[Mention, Passage], bool]) -> Place | None:
    """The last thing that fits, of the last of some passages that names any such."""
    for passage in reversed(passages):
        named = [m for m in passage.of(Kind.THING) if fits(m, passage)]
        if named:
            return passage, without_owners(named, passage)[-1]
    return None


class Surroundings:
    """Looks things up around a passage.

    Args:
        schema: For classes and for what the register says of the publisher.
        passages: All of the document, in order.
        focus: Of the document.
        firmness: Factuality of words: (text, its language's code, their span, presupposed, kinds of hedges to pass
            over) → Factuality.
        reference: The day (YYYYMMDD) that the document is at least as young as, or None.
    """

    def __init__(
        self,
        schema: Schema,
        passages: Sequence[Passage],
        focus: Focus,
        firmness: Callable[[str, str, tuple[int, int], bool, frozenset[str]], Factuality],
        reference: int | None = None,
    ) -> None:
        self._schema = schema
        self._passages = passages
        self._focus = focus
        self._firmness = firmness
        self._reference = reference
        self._aiming = tuple(sorted(schema.hinted("publishes") | schema.hinted("stateName")))
        slots = (slot for shape in schema.classes.values() for slot in shape.slots if "hoped" in slot.hints)
        self._hoped = frozenset(slot.path for slot in slots)
        self._above = _headings_above(passages)
        self._spoken: dict[tuple[str, ...], bool] = {}
        self._persons: dict[str, frozenset[int]] = {}
        self._names: dict[tuple[str, ...], tuple[list[Place], list[int], int]] = {}
        self._offers: dict[tuple[Mention, int, tuple[str, ...]], tuple[Place, list[Place]]] = {}
        self._in_lists: dict[tuple[int, tuple[str, ...]], tuple[list[Mention], list[list[Mention]]]] = {}

    @cached_property
    def _states(self) -> tuple[str, ...]:
        return tuple(sorted(self._schema.hinted("stateName")))

    @cached_property
    def _steps(self) -> frozenset[str]:
        slots = (s for c in self._schema.classes.values() for s in c.slots)
        return frozenset(s.path for s in slots if "stepsTo" in s.hints)

    @cached_property
    def _seats(self) -> frozenset[str]:
        return frozenset(self._schema.stands_for)

    def places(self, source: str, passage: Passage, slot: Slot) -> list[Place]:
        """What a named source offers for a slot, best first; [] where it offers nothing."""
        if source == "DocumentDate":
            return [self._focus.issued] if self._focus.issued and slot.kind == "period" else []
        if source in ("Publisher", "Subject") and self._speaks_of_another(passage, slot.classes):
            return []  # "the Lusitanian town", where none was named
        if source == "Publisher":
            return self._publisher(slot)
        if source == "PublisherBody":
            return self._publishing_body(slot)
        if source == "Subject":
            return (
                self._spoken_of_before(passage, slot)
                or self._of_section(passage, slot)
                or self._subjects(slot)
            )
        if source == "Speaker":
            return self._speaker(passage, slot)
        if source in ("PreviousSentence", "Before"):
            return self._nearby(
                passage, slot, range(-1, -2 if source == "PreviousSentence" else -_FAR_BACK, -1)
            )
        if source == "MostNamed":
            return self._most_named(slot)
        if source == "NextSentence":
            return self._nearby(passage, slot, range(1, 2))
        return []

    @property
    def undated(self) -> bool:
        """Whether nobody knows of which day the document is."""
        return self._focus.issued is None

    @property
    def first(self) -> Passage:
        """The document's first passage."""
        return self._passages[0]

    def before(self, passage: Passage) -> Passage | None:
        """The passage before another; None before the first."""
        return self._passages[passage.number - 1] if 0 < passage.number <= len(self._passages) else None

    def named(self, classes: Sequence[str]) -> Sequence[Place]:
        """Where the document names things of some classes, in order; not to be changed."""
        return self._named(tuple(classes))[0]

    def passages_of(self, person: Mention) -> frozenset[int]:
        """Numbers of the passages that name a person, by the last of their names at least."""
        name = last_name(person)
        if name not in self._persons:
            self._persons[name] = frozenset(
                p.number for p in self._passages for m in p.of(Kind.PERSON) if name in m.text.split()
            )
        return self._persons[name]

    def leading(self, passage: Passage) -> list[Passage]:
        """What a passage follows on: the sentence before it in its paragraph, and the heading above."""
        found = [
            p
            for p in self._passages[max(0, passage.number - 1) : passage.number]
            if p.paragraph == passage.paragraph
        ]
        above = self._above[passage.number] if 0 <= passage.number < len(self._above) else -1
        return [*found, *([self._passages[above]] if above >= 0 else [])]

    def last_named(self, noun: Mention, passage: Passage, classes: Iterable[str]) -> Place | None:
        """The name of these classes before a passage that ends in a noun ("the committee" after "the … committee")."""
        wanted = tuple(classes)
        named = self._by_last_word.get(noun.text.casefold(), [])
        end = bisect_right(named, passage.number, key=lambda place: place[0].number)
        titles = bisect_left(named, min(_TITLES, passage.number), key=lambda place: place[0].number)
        opening = list(reversed(named[:titles]))
        opening.sort(key=lambda place: place[0].number)
        return next((p for p in (*opening, *reversed(named[:end])) if self._fits(p[1], wanted)), None)

    def last_person(self, passage: Passage, before: int) -> Mention | None:
        """The person named last before a place in a passage, within its paragraph."""
        here = [m for m in passage.of(Kind.PERSON) if m.end <= before]
        if here:
            return here[-1]
        for other in reversed(self._passages[max(0, passage.number - _FAR_BACK) : passage.number]):
            people = other.of(Kind.PERSON)
            if people:
                return people[-1] if other.paragraph == passage.paragraph else None
        return None

    def decides(self, path: str, value: object) -> bool:
        """Whether a word of the text, a programme's name say, decides between values that other words leave open."""
        return (path, value) in self._decided

    @cached_property
    def _decided(self) -> frozenset[tuple[str, object]]:
        words = (w.entry for p in self._passages for w in p.of(Kind.WORD) if w.entry is not None)
        return frozenset(told for entry in words if "decides" in entry.hints for told in entry.sets)

    def speaks_lately_of(self, passage: Passage, classes: Sequence[str]) -> bool:
        """Whether one of the sentences right before names a thing of some classes that the register knows."""
        before = self._passages[max(0, passage.number - _LATELY) : passage.number]
        return last_named(before, lambda m, _: bool(m.things) and self._fits(m, classes)) is not None

    @cached_property
    def _by_last_word(self) -> dict[str, list[Place]]:
        """Names of several words by the last of them, lower case."""
        found: dict[str, list[Place]] = {}
        for passage in self._passages:
            for mention in passage.of(Kind.THING):
                words = mention.text.casefold().split()
                if len(words) > 1:
                    found.setdefault(words[-1], []).append((passage, mention))
        return found

    def speaks_for_subject(self) -> bool:
        """Whether the publisher is what the document is about, so that people named without a body are its own."""
        publisher = self._focus.publisher
        return publisher is not None and any(
            "subject" in self._schema.classes[c].hints
            for c in publisher[1].classes
            if c in self._schema.classes
        )

    def spoken_of(self, passage: Passage, classes: Sequence[str]) -> list[Place]:
        """The one thing of the classes that the document names, else the one that was named last; [] for none."""
        named, numbers, names = self._named(tuple(classes))
        if names == 1:
            # "the project" is not one that the text comes to later, unless there is but one in the world
            met = named[0][0].number <= passage.number or len(self._schema.things_of(classes)) == 1
            return named[:1] if met else []
        end = bisect_right(numbers, passage.number)
        last = numbers[end - 1] if end else -_FARTHEST_BACK
        here = named[bisect_left(numbers, last) : end] if end else []
        alone = len({_name_of(m) for _, m in here}) == 1
        return here[:1] if alone and passage.number - last < _FAR_BACK else []

    def _named(self, classes: tuple[str, ...]) -> tuple[list[Place], list[int], int]:
        """The names of things of some classes, the numbers of their passages, and how many things they name."""
        if classes not in self._names:
            found = [
                (p, m)
                for p in (self._passages if classes else ())
                for m in p.of(Kind.THING)
                if self._fits(m, classes) and not m.compound
            ]
            names = len({_name_of(m) for _, m in found})
            self._names[classes] = (found, [p.number for p, _ in found], names)
        return self._names[classes]

    def speaks_of(self, classes: Sequence[str]) -> bool:
        """Whether a thing of one of the classes, or one of some things, is named anywhere in the document."""
        key = tuple(classes)
        if key not in self._spoken:
            things = [m for p in self._passages for m in p.of(Kind.THING)]
            self._spoken[key] = (
                any(self._fits(m, classes) or not set(classes).isdisjoint(m.things) for m in things)
                or any(self._counts(m.entry, classes) for p in self._passages for m in p.of(Kind.WORD))
                or self._is_within_name(things, classes)
            )
        return self._spoken[key]

    def _is_within_name(self, things: Iterable[Mention], classes: Sequence[str]) -> bool:
        """Whether the name of something else has that of a thing of the classes in it ("Harbour Festival")."""
        known = "\n".join({fold(m.text) for m in things if m.things})  # no folded name has a line's end
        names = self._schema.names_of_few(tuple(classes)) if known else frozenset[str]()
        return any(name in known for name in names)

    def alludes_to(self, classes: Sequence[str]) -> bool:
        """Whether a thing of one of the classes is named or referred to by a noun anywhere in the document."""
        key = ("", *classes)
        if key not in self._spoken:
            self._spoken[key] = any(
                self._fits(m, classes) and not is_pronoun(m)
                for p in self._passages
                for m in p.of(Kind.THING, Kind.REFERENCE)
            )
        return self._spoken[key]

    def is_topic(self, passage: Passage, classes: Sequence[str], rivals: Sequence[str]) -> bool:
        """Whether something of the classes was named shortly before a passage, and since then nothing of the rivals."""
        last = self._last_before(passage, classes)
        if (
            last < 0
            or passage.number - last > _ON_TOPIC
            or any(self._fits(m, rivals) for m in passage.of(Kind.THING))
        ):
            return False
        return self._last_before(passage, rivals) < last

    def named_since(self, passage: Passage, classes: Sequence[str]) -> int:
        """The number of the last passage, this one or before, that names something of the classes; -1 for none."""
        _, numbers, _ = self._named(tuple(classes))
        end = bisect_right(numbers, passage.number)
        return numbers[end - 1] if end else -1

    def _last_before(self, passage: Passage, classes: Sequence[str]) -> int:
        """The number of the last passage before this one that names something of the classes; -1 for none."""
        _, numbers, _ = self._named(tuple(classes))
        end = bisect_left(numbers, passage.number)
        return numbers[end - 1] if end else -1

    def _counts(self, entry: Entry | None, classes: Sequence[str]) -> bool:
        """Whether a word that counts without doubt can only be about things of the classes ("member towns")."""
        if (
            entry is None
            or entry.weak
            or "near" in entry.hints
            or "CountedNoun" not in entry.hints.get("role", ())
        ):
            return False
        shapes = (self._schema.classes.get(iri) for iri in entry.evokes)
        return any(
            set(classes) & set(s.hints.get("contextClass", ()))
            for s in shapes
            if s is not None and "standing" in s.hints
        )

    def resolve(self, mention: Mention, passage: Passage, classes: Sequence[str]) -> list[Place]:
        """A mention itself, or what a reference ("both of them") refers to."""
        if mention.kind is not Kind.REFERENCE or mention.entry is None:
            return [(passage, mention)]
        if "pronoun" in mention.entry.hints:
            return self._meant(mention, passage, classes)
        wanted = int((mention.entry.hints.get("howMany") or ("1",))[0])
        if "ToSpeaker" in mention.entry.hints.get("refersTo", ()):
            speaker = passage.speaker_at(mention.start)
            if speaker is not None:
                return self._offered((passage, speaker), tuple(classes))
        if "ToPublisher" in mention.entry.hints.get("refersTo", ()):
            found = self._offered(self._focus.publisher, tuple(classes))
            if found or self._focus.publisher is not None:
                return found
        if wanted == 1 and (home := self._speakers_own(mention, passage)) is not None:
            return self._offered((passage, home), tuple(classes))
        if (
            wanted == 1
            and self._is_publishers_noun(mention)
            and (found := self._offered(self._focus.publisher, tuple(classes)))
        ):
            return found
        said_by_all = "ToPublisher" in mention.entry.hints.get("refersTo", ())
        own = tuple(sorted(mention.classes))
        if self._means_another(mention, passage, own):
            return []
        if said_by_all:
            earlier: list[Place] = []
        elif own and (earlier := self._earlier_things(mention, passage, own)):
            classes = own
        elif implied := self._implied(mention, passage):
            return implied
        elif (
            wanted == 1
            and len(mine := [p for p in self._focus.subjects if own and self._fits(p[1], own)]) == 1
        ):
            return mine  # nothing else of its kind has been named
        else:
            earlier = self._earlier_things(mention, passage, tuple(classes))
        subjects = [p for p in self._focus.subjects if self._fits(p[1], classes)]
        if (country := self._told_country(mention, passage)) is not None and wanted == 1:
            return self.last_in(country, mention, passage, own or tuple(classes))
        near = [
            p for p in earlier if p[0].number >= passage.number - 1 and p[0].paragraph == passage.paragraph
        ]
        if wanted == ANY:
            far = "far" in mention.entry.hints
            return self._list_before(mention, passage, own or tuple(classes), far=far)
        if wanted > 1 and (group := self._group(mention, passage, own or tuple(classes), wanted)):
            lie = country is None or all(self._may_lie_in(m, country) for _, m in group)
            return group if lie or "counts" not in mention.entry.hints else []
        if wanted > _PAIR:
            return []
        told = any(w.kind is Kind.WORD and w.overlaps(mention) and _tells(w) for w in passage.mentions)
        if (
            wanted == _PAIR
            and len(earlier) < wanted
            and not told
            and (two := self._only_two(mention, passage, own))
        ):
            return two
        if wanted == 1 and len(subjects) == 1 and len(near) != 1:
            return subjects
        if len(earlier) >= wanted:
            return earlier[:wanted]
        if len(subjects) >= wanted:
            return subjects[:wanted]
        only = self.spoken_of(passage, own) if wanted == 1 and own and not is_pronoun(mention) else []
        return only or self._implied(mention, passage)

    def _speakers_own(self, mention: Mention, passage: Passage) -> Mention | None:
        """Where whoever speaks holds an office ("X, head of Y, said the town …"; "her town …, said X, head of Y")."""
        names = {who.text for _, _, who in passage.speech if who is not None and who.kind is Kind.PERSON}
        if len(names) != 1 or not mention.classes:
            return None
        told = next((p for p in passage.of(Kind.PERSON) if p.text in names), None)
        if told is None or (told.end > mention.start and not _is_possessive(mention, passage)):
            return None
        stop = mention.start if told.end <= mention.start else len(passage.text)
        homes = [
            m
            for m in passage.of(Kind.THING)
            if told.end < m.start <= min(stop, told.end + _BESIDE_SPEAKER)
            and self._fits(m, tuple(sorted(mention.classes)))
        ]
        return homes[0] if homes and passage.text[told.end : told.end + 1] in (",", " ") else None

    def _is_publishers_noun(self, mention: Mention) -> bool:
        """Whether a noun, not one for any such thing, is part of the publisher's own name ("the Council")."""
        noun = mention.text.split()[-1].casefold()
        return noun in self._focus.called and noun not in self._schema.counted_nouns

    def _means_another(self, mention: Mention, passage: Passage, own: Sequence[str]) -> bool:
        """Whether a noun for something of another class was said since a thing of its own class was named."""
        rivals = {
            c
            for cls in own
            if cls in self._schema.classes
            for c in self._schema.classes[cls].hints.get("unlessToldOf", ())
        }
        if not rivals:
            return False
        for number in range(passage.number, max(-1, passage.number - _STILL_MEANT), -1):
            other = self._passages[number]
            for said in reversed(other.mentions):
                if other is passage and said.end > mention.start:
                    continue
                if said.kind is Kind.THING and self._fits(said, own):
                    return False
                if (
                    said.entry is not None
                    and "presupposed" in said.entry.hints
                    and rivals & set(said.entry.evokes)
                ):
                    return True
        return False

    def _told_country(self, mention: Mention, passage: Passage) -> Mention | None:
        """What an adjective in a reference, or right behind it, says of where a thing lies ("the Lusitanian town")."""
        for other in passage.of(Kind.THING):
            inside = mention.start < other.start and other.end < mention.end
            adjective = passage.text[other.start : other.start + 1].islower() or inside
            behind = other.start == mention.end + 1 and adjective
            if (inside or behind) and self._fits(other, self._states):
                return other if other.things else None
        return None

    def _speaks_of_another(self, passage: Passage, classes: Sequence[str]) -> bool:
        """Whether a reference tells of a country in which nothing lies that was named."""
        for mention in passage.of(Kind.REFERENCE):
            if not self._fits(mention, classes) or is_group(mention):
                continue
            if _BEHIND_NAME.search(passage.text[: mention.start]):
                continue  # "X, the Lusitanian town": it has just been named
            country = self._told_country(mention, passage)
            if country is not None and not self.last_in(country, mention, passage, classes):
                return True
        return False

    def last_in(
        self, country: Mention, mention: Mention, passage: Passage, classes: Sequence[str]
    ) -> list[Place]:
        """The thing named last that the register says to lie in a country, or does not know; [] where there is none."""
        unknown: list[Place] = []
        for number in range(passage.number, max(-1, passage.number - _FAR_BACK), -1):
            other = self._passages[number]
            found = [
                m
                for m in other.of(Kind.THING)
                if self._fits(m, classes)
                and not m.compound
                and (other is not passage or m.end <= mention.start)
            ]
            unknown = unknown or [(other, m) for m in found if not m.things][-1:]
            found = [m for m in found if self._lies_in(m, country)]
            if found:
                return [(other, found[-1])]
        return unknown

    def _may_lie_in(self, thing: Mention, country: Mention) -> bool:
        """Whether a thing lies in a country, or the register does not say where it lies."""
        known = any(self._schema.known(t, path) for t in thing.things for path in self._schema.placing)
        return not known or self._lies_in(thing, country)

    def _lies_in(self, thing: Mention, country: Mention) -> bool:
        return any(
            getattr(o, "value", "") in country.things
            for t in thing.things
            for path in self._schema.placing
            for o in self._schema.known(t, path)
        )

    def _group(self, mention: Mention, passage: Passage, classes: Sequence[str], wanted: int) -> list[Place]:
        """The last list of just so many members, or of one less and the document's only subject; [] for none."""
        subjects = [p for p in self._focus.subjects if self._fits(p[1], classes)]
        farthest = _FAR_BACK if wanted <= _PAIR else _FARTHEST_BACK
        for number in range(passage.number, max(-1, passage.number - farthest), -1):
            other = self._passages[number]
            named, lists = self._lists_of(other, tuple(classes))
            if other is passage:
                named = [m for m in named if m.end <= mention.start]
                lists = _lists(named, other)
            enough = len(named) >= wanted - 1  # most passages name too few to look further at
            bare = [m for m in named if not _located((other, m))] if enough else []
            for members in [*reversed(lists), bare] if enough else ():
                found = {_name_of(m): (other, m) for m in members}
                if len(found) == wanted:
                    return list(found.values())
                apart = [p for p in subjects if _name_of(p[1]) not in found]
                if len(found) == wanted - 1 and len(found) > 1 and len(subjects) == len(apart) == 1:
                    return [*apart, *found.values()]
            if (
                other is passage
                and wanted > _PAIR
                and len(told := self._told_in_paragraph(mention, passage, classes)) == wanted
            ):
                return list(told.values())
        return self._listed(mention, passage, classes, wanted) if wanted > _PAIR else []

    def _listed(self, mention: Mention, passage: Passage, classes: Sequence[str], wanted: int) -> list[Place]:
        """All that was listed before, where that makes just so many; else the list right behind; [] for none."""
        found: dict[str, Place] = {}
        first = max(0, passage.number - _FARTHEST_BACK)
        for other in self._passages[first : passage.number + 2]:
            named, lists = self._lists_of(other, tuple(classes))
            behind = [m for m in lists if other.number > passage.number or m[0].start > mention.end]
            if other.number == passage.number and (
                len(found) == wanted or any(m.end <= mention.start for m in named)
            ):
                break
            for members in behind:
                if len(last := {_name_of(m): (other, m) for m in members}) == wanted:
                    return list(last.values())
            found.update((_name_of(m), (other, m)) for members in lists for m in members)
        return list(found.values()) if len(found) == wanted else []

    def _lists_of(
        self, passage: Passage, classes: tuple[str, ...]
    ) -> tuple[list[Mention], list[list[Mention]]]:
        """The names of some classes in a passage, and the lists that they stand in; looked for once."""
        key = (passage.number, classes)
        if key not in self._in_lists:
            named = [
                m
                for m in passage.of(Kind.THING)
                if self._fits(m, classes) and not m.compound and not _within_name(m, passage)
            ]
            self._in_lists[key] = named, _lists(named, passage)
        return self._in_lists[key]

    def _only_two(self, mention: Mention, passage: Passage, classes: Sequence[str]) -> list[Place]:
        """The two things that the last passages named, where they named no third; [] else."""
        found: dict[str, Place] = {}
        for other in self._passages[max(0, passage.number - _FAR_BACK) : passage.number + 1]:
            for m in self._lists_of(other, tuple(classes))[0] if classes else ():
                ahead = other is not passage or m.end <= mention.start
                if ahead and not any(t in self._seats for t in m.things):
                    found.setdefault(m.things[0] if m.things else m.text, (other, m))
        return list(found.values()) if len(found) == _PAIR else []

    def _told_in_paragraph(
        self, mention: Mention, passage: Passage, classes: Sequence[str]
    ) -> dict[str, Place]:
        """What the paragraph has spoken of before, each once."""
        found: dict[str, Place] = {}
        for other in self._passages[: passage.number + 1]:
            for m in other.of(Kind.THING) if other.paragraph == passage.paragraph else ():
                if (
                    self._fits(m, classes)
                    and not m.compound
                    and (other is not passage or m.end <= mention.start)
                    and not _within_name(m, other)
                    and not _located((other, m))
                ):
                    found.setdefault(_name_of(m), (other, m))
        return found

    def _list_before(
        self, mention: Mention, passage: Passage, classes: Sequence[str], *, far: bool
    ) -> list[Place]:
        """What "they" or "the towns" stands for: the last list, or what a group before stands for; [] for none.

        Args:
            far: A noun says of what kind they are; a mere pronoun goes back to the sentence before, in its paragraph.
        """
        done = self._done_to(mention, passage)
        for number in range(passage.number - 1, max(-1, passage.number - (_FAR_BACK if far else 1) - 1), -1):
            other = self._passages[number]
            if not far and other.paragraph != passage.paragraph:
                return []
            if done and self._tells_otherwise(other, done):
                return []
            _, lists = self._lists_of(other, tuple(classes))
            if lists:
                return [(other, m) for m in lists[-1]]
            for group in other.of(Kind.REFERENCE):
                if (
                    is_group(group)
                    and self._fits(group, classes)
                    and (found := self.resolve(group, other, classes))
                ):
                    return found
        return []

    @staticmethod
    def _done_to(mention: Mention, passage: Passage) -> frozenset[str]:
        """What a participle within a reference says was done to those that it stands for ("the chosen towns")."""
        inside = (w for w in passage.of(Kind.WORD) if mention.start < w.start and w.end < mention.end)
        return frozenset(c for w in inside if w.entry is not None for c in w.entry.evokes)

    def _tells_otherwise(self, passage: Passage, done: frozenset[str]) -> bool:
        """Whether a passage tells who but applied for what was done, and not of that itself."""
        told = {c for w in passage.of(Kind.WORD) if w.entry is not None for c in w.entry.evokes}
        shapes = self._schema.classes
        rivals = {r for c in done if c in shapes for r in shapes[c].hints.get("unless", ())}
        return told.isdisjoint(done) and any(
            _APPLIED in shapes[c].hints.get("notHedgedBy", ()) for c in told & rivals if c in shapes
        )

    def _implied(self, mention: Mention, passage: Passage) -> list[Place]:
        """What "the …" can only mean in a document that speaks of what it belongs to, though nobody named it."""
        if mention.entry is not None and "namedBefore" in mention.entry.hints:
            return []
        for cls in sorted(mention.classes):
            hints = self._schema.classes[cls].hints if cls in self._schema.classes else {}
            thing = (hints.get("impliedThing") or ("",))[0]
            if thing in self._schema.things and self.speaks_of(hints.get("impliedIn", ())):
                known = self._schema.things[thing]
                return [(passage, replace(mention, things=(thing,), classes=known.classes))]
        return []

    def _meant(self, pronoun: Mention, passage: Passage, classes: Sequence[str]) -> list[Place]:
        """What a pronoun stands for: the thing of its class named last, in its own passage or the one before."""
        wanted = tuple(sorted(pronoun.classes)) if pronoun.classes else tuple(classes)
        for number in range(passage.number, passage.number - 3, -1):
            if number < 0:
                break
            other = self._passages[number]
            found = [
                m
                for m in other.of(Kind.THING, Kind.REFERENCE)
                if self._fits(m, wanted)
                and not (m.entry is not None and "pronoun" in m.entry.hints)
                and (other is not passage or m.end <= pronoun.start)
            ]
            if found and found[-1].kind is Kind.REFERENCE:
                return self.resolve(found[-1], other, classes)
            if found:
                return [(other, found[-1])]
        return []

    def factuality(
        self,
        at: Mention,
        entry: Entry | None,
        passage: Passage,
        *,
        presupposed: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> Factuality:
        """The word's own firmness, unless the clause around it is less firm."""
        if entry is not None:
            lead = passage.text[max(0, at.start - 48) : at.start].rstrip("\"'„“”‘’»«( ") + " "
            if "presupposed" in entry.hints:
                lead = _YEAR_LAST.sub("", lead)  # "a 2030 goal"
                new = passage.grammar.indefinite(lead) and not _describes_name(at, passage)
                turned = passage.grammar.turned(passage.text, at.start, at.end)
                if passage.grammar.denied_noun(lead):
                    return Factuality.DENIED
                presupposed = not (new or turned or self._is_made(at, passage))
            else:
                presupposed = presupposed or passage.grammar.comes_after(lead)
                presupposed = presupposed or passage.grammar.apposes_first(passage.text[: at.start])
        presupposed = presupposed or _is_one_of(at, passage)
        bare = presupposed and passage.grammar.unmarked(passage.text[: at.start])
        passed = without | {k for hint in _PASSED if entry and hint in entry.hints for k in _PASSED[hint]}
        if entry is None or not entry.sets_truth:
            passed |= _OF_NOBODY
        passed |= {kind for hints in self._evoked_hints(entry) for kind in hints.get("notHedgedBy", ())}
        if not any("givenUp" in hints for hints in self._evoked_hints(entry)):
            passed |= {"abandoned"}  # it was something else that was given up
        if entry is None or "modal" not in entry.hints:
            passed |= {"former"}
        if at.kind is Kind.NUMBER:  # "not one of the 112": there are as many all the same
            passed |= {"excluded", "bound", "proposed"}
        spoken = passage.grammar.code
        since = self._own_aim(at, passage) if entry is not None and "modal" in entry.hints else 0
        if since and self._firmness(passage.text, spoken, (since, at.end), True, passed) is Factuality.DENIED:
            return Factuality.DENIED  # "has dropped its goal to …"
        said = passage.text[since : at.end] if since else passage.text
        found = self._firmness(said, spoken, (at.start - since, at.end - since), presupposed, passed)
        if found is Factuality.POSSIBLE and entry is not None and self._hoped.intersection(entry.evokes):
            firm = self._firmness(
                said, spoken, (at.start - since, at.end - since), presupposed, passed | _DEMANDED
            )
            found = found if firm in (Factuality.POSSIBLE, Factuality.DENIED) else Factuality.EXPECTED
        if found is Factuality.EXPECTED and entry is not None and "modal" in entry.hints:
            found = Factuality.ASSERTED
        if (
            bare
            and self._firmness(passage.text, spoken, (at.start, at.end), False, passed) is Factuality.DENIED
        ):
            found = Factuality.DENIED  # "has not signed contract …": no such thing is known
        named = entry is None and at.kind is Kind.THING
        if (named or (entry is not None and "presupposed" in entry.hints)) and self._is_in_making(
            at, passage
        ):
            found = max(found, Factuality.EXPECTED, key=_ORDER.index)
        own = entry.factuality if entry is not None and entry.factuality else Factuality.ASSERTED
        return max(found, own, key=_ORDER.index)

    def _own_aim(self, at: Mention, passage: Passage) -> int:
        """Where a noun for an aim that somebody has stands before what is aimed at; 0 where none does.

        Whether it is reached is another matter ("X's goal, to be … by 2030, may be missed").
        """
        noun = passage.grammar.aim_before(passage.text, at.end)
        if noun is None:
            return 0
        start, end = noun
        owned = passage.grammar.possessive(passage.text, start) or any(
            (m.genitive and 0 < start - m.end <= _YEAR_BETWEEN)
            or (m.start > end and passage.grammar.owner_links.fullmatch(passage.text[end : m.start]))
            for m in passage.of(Kind.THING)
            if self._fits(m, self._aiming)
        )
        return start if owned else 0

    def is_due(self, at: Mention, entry: Entry | None, passage: Passage) -> bool:
        """Whether nothing but that it has to be makes what a word says less than asserted."""
        firm = self.factuality(at, entry, passage, without=_DUE)
        return firm in (Factuality.ASSERTED, Factuality.EXPECTED)

    def denies(self, at: Mention, entry: Entry | None, passage: Passage) -> bool:
        """Whether the clause around a word denies it."""
        return self.factuality(at, entry, passage) is Factuality.DENIED

    def _is_made(self, at: Mention, passage: Passage) -> bool:
        """Whether a noun is what somebody has yet to bring about: between the marks around it stands such a verb."""
        return passage.grammar.made(_between_marks(at, passage))

    def _is_in_making(self, at: Mention, passage: Passage) -> bool:
        """Whether a noun, and nothing that is named besides, is what somebody brings about just now."""
        drafted = any("draftable" in hints for hints in self._told_hints(at))
        return drafted and passage.grammar.making(_between_marks(at, passage), passage.text[: at.start])

    def _told_hints(self, at: Mention) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """The hints of each class that a word evokes, or that a name is of."""
        yield from self._evoked_hints(at.entry)
        yield from (self._schema.classes[c].hints for c in sorted(at.classes) if c in self._schema.classes)

    def _evoked_hints(self, entry: Entry | None) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """The hints of each class that a word evokes."""
        classes = self._schema.classes
        return (classes[c].hints for c in (entry.evokes if entry else ()) if c in classes)

    def is_past(self, periods: Sequence[Period]) -> bool:
        """Whether all of these lie before the document's day; what is past is no longer expected."""
        if self._reference is None or not periods:
            return False
        return all(p.latest < self._reference for p in periods)

    def is_now(self, mention: Mention) -> bool:
        """Whether a word without digits means the very day of the document ("today")."""
        period = mention.period
        told = period is not None and period.earliest == period.latest == self._reference
        return told and not any(c.isdigit() for c in mention.text)

    def is_dateline(self, day: Mention, passage: Passage) -> bool:
        """Whether a short line but gives the document's own day, with the town where it was written."""
        issued = self._focus.issued[1].period if self._focus.issued else None
        own = issued is not None and day.period == issued
        return (
            own
            and len(passage.text.split()) <= _SHORT_LINE
            and not passage.grammar.goes_on_with_verb(passage.text)
        )

    def is_ahead(self, period: Period | None) -> bool:
        """Whether a period lies after all that the document can report; True where its day is unknown."""
        return period is not None and (self._reference is None or period.latest > self._reference)

    def begins_ahead(self, period: Period | None) -> bool:
        """Whether a period only begins behind the document's day; False where that is unknown."""
        return period is not None and self._reference is not None and period.earliest > self._reference

    def is_far_ahead(self, period: Period | None) -> bool:
        """Whether a period lies years after the document, as goals do."""
        return (
            period is not None
            and self._reference is not None
            and period.earliest // 10000 > self._reference // 10000 + _FORESEEN
        )

    def may_be_far(self, period: Period | None) -> bool:
        """Whether a period lies years after the document; True where its day is unknown."""
        return self.is_far_ahead(period) or (period is not None and self._reference is None)

    def is_future(self, periods: Sequence[Period]) -> bool:
        """Whether all of these begin after the document's day; what lies ahead is expected at most."""
        issued = self._focus.issued[1].period if self._focus.issued else None
        if issued is None or self._reference is None or not periods:
            return False
        return all(p.earliest > max(self._reference, issued.latest) for p in periods)

    def _fits(self, mention: Mention, classes: Sequence[str]) -> bool:
        return self._schema.any_is_a(mention.classes, classes)

    def _offered(self, place: Place | None, classes: Sequence[str]) -> list[Place]:
        if place is None:
            return []
        key = (place[1], id(place[0]), tuple(classes))
        if key not in self._offers:
            fits = self._fits(place[1], classes)
            found = [place] if fits else self.governed(place, classes) or self._named_within(place, classes)
            self._offers[key] = (place, found)  # kept beside its passage, so that its id means no other
        return list(self._offers[key][1])

    def _named_within(self, place: Place, classes: Sequence[str]) -> list[Place]:
        """The place that the name of a body no register has ends or begins with ("Ministry of Energy, X")."""
        passage, body = place
        words = [] if body.things else body.text.split()
        for first, last in itertools.combinations(range(len(words), -1, -1), 2):
            name = " ".join(words[last:first])
            for iri in self._schema.called(name.strip(","), classes) if name[:1].isupper() else ():
                thing = self._schema.things[iri]
                at = replace(body, text=thing.name(), things=(iri,), classes=thing.classes)
                return [(passage, at)]
        return (self._told_within(body, classes) or self._seat_of(body, classes)) if words else []

    def _is_noun(self, name: str) -> bool:
        """Whether a capitalised word is but a noun of the lexicon."""
        return name.casefold() in self._schema.word_forms

    def _seat_of(self, body: Mention, classes: Sequence[str]) -> list[Place]:
        """The town that an assembly's name begins or ends with, where the text speaks of it alone as well."""
        kinds = {
            k: self._schema.classes[k].hints for k in (*body.classes, *classes) if k in self._schema.classes
        }
        towns = frozenset(c for c in classes if "gazetteer" in kinds.get(c, {}))
        if not towns or not any("openName" in kinds.get(c, {}) for c in body.classes):
            return []
        words = body.text.split()
        for count in range(len(words) - 1, 0, -1):
            for part in (words[:count], words[-count:]):
                name = " ".join(part)
                alone = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s[A-ZÄÖÜÉ])")
                found = next(((p, m) for p in self._passages if (m := alone.search(p.text))), None)
                if name[:1].isupper() and found is not None and not self._is_noun(name):
                    passage, match = found
                    at = Mention(Kind.THING, match.start(), match.end(), name, classes=towns)
                    return [(passage, at)]
        return []

    def _told_within(self, body: Mention, classes: Sequence[str]) -> list[Place]:
        """The place in a body's name that the text speaks of alone, too ("X" beside "X Borough Council")."""
        for passage in self._passages:
            for mention in passage.of(Kind.THING):
                whole = f" {mention.text} " in f" {body.text} "
                if whole and mention.text != body.text and self._fits(mention, classes):
                    return [(passage, mention)]
        return []

    def _publisher(self, slot: Slot) -> list[Place]:
        if not self._focus.told and "notPublisher" in slot.hints:
            return []  # nobody knows whether it is one of those that the slot refuses
        return self._offered(self._focus.publisher, slot.classes)

    def _publishing_body(self, slot: Slot) -> list[Place]:
        """The publisher, where it is a body whose own people speak rather than a place that is spoken of."""
        place = self._focus.publisher
        if not self._focus.told:
            return []
        if place is None or any(
            "subject" in self._schema.classes[c].hints for c in place[1].classes if c in self._schema.classes
        ):
            return []
        return [place] if self._fits(place[1], slot.classes) else []

    def governed(self, place: Place, classes: Sequence[str]) -> list[Place]:
        """The place that a public body belongs to, by the register ("a ministry governs its state")."""
        steps = self._steps if place[1].things else ()
        for iri in sorted(
            {
                getattr(o, "value", "")
                for t in place[1].things
                for p in steps
                for o in self._schema.known(t, p)
            }
        ):
            thing = self._schema.things.get(iri)
            if thing is not None and self._schema.thing_is(iri, classes):
                at = place[1]
                found = Mention(
                    Kind.THING, at.start, at.end, thing.name(), things=(iri,), classes=thing.classes
                )
                return [(place[0], found)]
        return []

    def _subjects(self, slot: Slot) -> list[Place]:
        fitting = [p for p in self._focus.subjects if self._fits(p[1], slot.classes)]
        return fitting if slot.each or slot.most != 1 or len(fitting) == 1 else fitting[:1]

    def _spoken_of_before(self, passage: Passage, slot: Slot) -> list[Place]:
        """What the sentence before opens with, where this one begins with a pronoun ("It has …", "Its plan …")."""
        if slot.kind != "thing" or not passage.number:
            return []
        other = self._passages[passage.number - 1]
        if other.paragraph != passage.paragraph or other.kind == "heading":
            return []
        if not passage.grammar.opens_with_pronoun(passage.text):
            return self._spoken_on_of(passage, slot)
        opening = [m for m in other.of(Kind.THING) if m.start <= _OPENING and not m.genitive]
        found = [
            m for m in opening if self._fits(m, slot.classes) and not m.compound and not _located((other, m))
        ]
        listed = [m for m in other.of(Kind.THING) if self._fits(m, slot.classes)]
        alone = bool(found) and len(coordinated(found[0], listed, other)) == 1
        return [(other, found[0])] if alone and found[0] in opening[:1] else self._spoken_on_of(passage, slot)

    def _spoken_on_of(self, passage: Passage, slot: Slot) -> list[Place]:
        """The one thing that the sentences right before are about, where this one speaks on of it ("In May it …")."""
        end = passage.grammar.speaks_on(passage.text)
        begins = end < 0 and passage.grammar.opens_with_pronoun(passage.text)
        if (end < 0 and not begins) or any(
            self._fits(m, slot.classes) and (m.start < end or not end) for m in passage.of(Kind.THING)
        ):
            return []
        for other in reversed(self._passages[max(0, passage.number - _FEW_BACK) : passage.number]):
            if other.paragraph != passage.paragraph or other.kind == "heading" or other.of(Kind.PERSON):
                return []
            named = [m for m in other.of(Kind.THING) if self._fits(m, slot.classes)]
            about = [m for m in named if not (m.compound or m.genitive or after_preposition(m, other))]
            if len({_name_of(m) for m in named}) > 1 or (named and not about):
                return []
            if about:
                return [(other, about[0])]
        return []

    def _of_section(self, passage: Passage, slot: Slot) -> list[Place]:
        """The one fitting thing in the heading that the passage stands under, below the document's own title."""
        number = self._above[passage.number] if 0 <= passage.number < len(self._above) else -1
        if number > 0:
            other = self._passages[number]
            found = [
                (other, m)
                for m in other.of(Kind.THING)
                if self._fits(m, slot.classes) and not m.compound and not _located((other, m))
            ]
            known = {_name_of(m) for _, m in self._focus.subjects}
            told = _is_name_alone(other) or _name_of(found[0][1]) in known if found else False
            return found if len(found) == 1 and told else []
        return []

    def _speaker(self, passage: Passage, slot: Slot) -> list[Place]:
        for start, end, speaker in passage.speech:
            if speaker is not None and self._fits(speaker, slot.classes) and start < end:
                return [(passage, speaker)]
        return []

    def _nearby(self, passage: Passage, slot: Slot, steps: range) -> list[Place]:
        for step in steps:
            at = passage.number + step
            if not 0 <= at < len(self._passages):
                continue
            other = self._passages[at]
            found = [
                (other, m)
                for m in other.mentions
                if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD)
                and (self._fits(m, slot.classes) if slot.kind == "thing" else _period_fits(m, slot))
                and not (m.compound and slot.kind == "thing")
                and (not slot.needs_cue or _located((other, m)))
                and (m.things or "knownFillers" not in slot.hints)
            ]
            if found:
                return [p for p in found if not _located(p)] or found
        return []

    def _most_named(self, slot: Slot) -> list[Place]:
        """Things of a slot's classes, those first that the document names most often."""
        found: dict[str, list[Place]] = {}
        for passage, m in self._named(slot.classes)[0]:
            found.setdefault(_name_of(m), []).append((passage, m))
        return [places[0] for places in sorted(found.values(), key=lambda places: -len(places))]

    def _earlier_things(self, mention: Mention, passage: Passage, classes: Sequence[str]) -> list[Place]:
        """Distinct things of the classes named last before a mention, the latest passage's first."""
        found: dict[str, Place] = {}
        at_most = min(passage.number + 1, _FARTHEST_BACK)
        for step in range(
            _FAR_BACK if "far" not in (mention.entry.hints if mention.entry else ()) else at_most
        ):
            at = passage.number - step
            if at < 0:
                break
            other = self._passages[at]
            here = [
                m
                for m in other.of(Kind.THING)
                if self._fits(m, classes) and not m.compound and (step or m.end <= mention.start)
            ]
            here = [m for m in here if not _within_name(m, other)]
            apart = [m for m in here if not _located((other, m))]
            for m in apart or (here if not step and not self._focus.subjects else ()):
                found.setdefault(m.things[0] if m.things else m.text, (other, m))
            if found:
                break
        return list(found.values())


def _tells(word: Mention) -> bool:
    """Whether a word says by itself what a reference that it stands in is about ("the two member towns")."""
    return word.entry is not None and bool(word.entry.evokes) and "presupposed" in word.entry.hints


def _is_one_of(at: Mention, passage: Passage) -> bool:
    """Whether a mention stands in an aside that says of how many somebody is one ("X, one of six in the …, hopes")."""
    opened = passage.text.rfind(",", 0, at.start)
    if opened < 0 or passage.text.find(",", at.end) < 0:
        return False
    return any(
        m.amount is not None
        and (m.amount.one_of or m.amount.value == 1)
        and opened < m.start < at.start
        and not passage.text[opened + 1 : m.start].strip()
        for m in passage.of(Kind.NUMBER)
    )


def _between_marks(at: Mention, passage: Passage) -> str:
    """The words around a mention, up to the marks on both sides."""
    start = max(passage.text.rfind(mark, 0, at.start) for mark in ".;:,") + 1
    stops = [stop for mark in ".;:," if (stop := passage.text.find(mark, at.end)) >= 0]
    return passage.text[start : min(stops, default=len(passage.text))]


def _lists(named: list[Mention], passage: Passage) -> list[list[Mention]]:
    """Names that stand in one list, list by list."""
    found: list[list[Mention]] = []
    for mention in named:
        if not any(mention in members for members in found):
            found.append(coordinated(mention, named, passage))
    return [members for members in found if len(members) > 1]


def _within_name(mention: Mention, passage: Passage) -> bool:
    """Whether a name is part of another thing's longer name ("University of X")."""
    return any(
        other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
        for other in passage.of(Kind.THING)
    )


def _located(place: Place) -> bool:
    passage, mention = place
    if passage.number < 0 or len(passage.text) < mention.end:
        return False
    return passage.grammar.located(passage.text, mention.start)


def _period_fits(mention: Mention, slot: Slot) -> bool:
    kinds = slot.hints.get("periodKind")
    if mention.kind is not Kind.PERIOD:
        return False
    return (
        mention.period_kind in kinds if kinds else mention.period_kind not in ("until", "since", "compared")
    )


def subjects(schema: Schema, passages: Sequence[Passage], publisher: Place | None) -> tuple[Place, ...]:
    """What a document is about: things of subject classes in its headline, else its publisher, else the commonest."""
    classes = tuple(sorted(schema.hinted("subject")))
    if not classes:
        return ()

    def fitting(passage: Passage) -> list[Mention]:
        found = [m for m in passage.of(Kind.THING) if any(schema.is_a(c, classes) for c in m.classes)]
        return [m for m in found if not m.compound and not _located((passage, m))]

    for passage in passages[:3]:
        if passage.kind == "heading" and fitting(passage):
            return _distinct([(passage, m) for m in fitting(passage)])
    if publisher is not None and any(schema.is_a(c, classes) for c in publisher[1].classes):
        return (publisher,)
    counts: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for passage in passages:
        for mention in fitting(passage):
            key = mention.things[0] if mention.things else mention.text
            counts[key] += 1
            first.setdefault(key, (passage, mention))
    if not counts:
        return ()
    kinds = frozenset(classes)
    bodies = Counter(
        m.text for p in passages for m in p.of(Kind.THING) if not m.things and not m.classes & kinds
    )
    by_word: dict[str, list[str]] = {}
    for name in bodies:
        for word in set(name.split(" ")):
            by_word.setdefault(word, []).append(name)
    for key, (_, mention) in first.items():  # a body with a town in its name is one of that town
        named = min((by_word.get(word, []) for word in mention.text.split(" ")), key=len)
        counts[key] += sum(bodies[name] for name in named if f" {mention.text} " in f"{name} ")
    commonest, *others = sorted(counts, key=lambda k: (-counts[k], k))
    second = counts[others[0]] if others else 0
    if counts[commonest] < _DOMINANT * second and not (counts[commonest] > max(second, _OFTEN)):
        return ()  # a text about many has none that goes without saying
    return (first[commonest],)


def _headings_above(passages: Sequence[Passage]) -> list[int]:
    """For each passage the number of the last heading before it, -1 where there is none.

    A name alone before the sentences of a paragraph ("NORTHHAVEN. The town …") is the heading of that paragraph.
    """
    found, last, within = [], -1, -1
    for passage in passages:
        inner = within if within >= 0 and passages[within].paragraph == passage.paragraph else -1
        found.append(max(last, inner))
        last = passage.number if passage.kind == "heading" else last
        within = passage.number if _is_name_alone(passage) else inner
    return found


def _is_name_alone(passage: Passage) -> bool:
    """Whether a passage is nothing but a name and a mark."""
    if passage.kind == "heading":
        return False
    rest = passage.text
    for mention in sorted(passage.of(Kind.THING), key=lambda m: m.start - m.end)[:1]:
        rest = passage.text[: mention.start] + passage.text[mention.end :]
    return rest != passage.text and not re.search(r"\w", rest)


def _name_of(mention: Mention) -> str:
    return mention.things[0] if mention.things else mention.text


def _distinct(places: list[Place]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for place in places:
        found.setdefault(place[1].things[0] if place[1].things else place[1].text, place)
    return tuple(found.values())


def _is_possessive(mention: Mention, passage: Passage) -> bool:
    """Whether a reference says whose it is ("her town")."""
    first = mention.text.partition(" ")[0]
    return first != mention.text and passage.grammar.possessive(f"{first} ", len(first) + 1)


def _describes_name(at: Mention, passage: Passage) -> bool:
    """Whether a word stands in the apposition of a name: that is there already ("will join X, a firm of …")."""
    comma = passage.text.rfind(",", 0, at.start)
    between = passage.text[comma + 1 : at.start]
    words = between.split()
    if comma < 0 or not 0 < len(words) <= _FEW_WORDS or _MARK.search(between):
        return False
    if not passage.grammar.indefinite(f"{words[0]} "):
        return False  # "asks the chair, to conclude a …"
    return any(
        m.end <= comma and not _IN_BRACKETS.sub("", passage.text[m.end : comma]).strip()
        for m in passage.of(Kind.THING)
    )
