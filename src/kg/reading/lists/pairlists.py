"""Lists of pairs below a word for them: "The twins at a glance: A – B (cycling), C – D, E with F: heating"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg.claims import Factuality
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import Filler, Frame, roles, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Entry, Schema, Slot

_LEAST_PAIRS, _LONGEST_BULLET, _TWO, _LONGEST_JOINER = 2, 2, 2, 9
_LEAST_BARE, _FOURTH = 3, 4
_FARTHEST_HEADING, _FARTHEST_LINE = 3, 15
_BEFORE = re.compile(r"(?:^|[,;:•·*\n(]|\s[–—-])\s*$")
_SEPARATOR = re.compile(r"\s*(?:[–—↔⇄⇔→|&+/]|(?<=\s)-(?=\s)|<->)\s*")
# what a name is in its pair, or where it lies ("(pilot)")
_ASIDE = re.compile(r"\s*\([^()\d]{2,30}\)")
_BEHIND = re.compile(r"\s*(?:\((?P<inside>[^()]{3,60})\)|(?::|\s[–—-]\s)\s*(?P<behind>[^,;.()]{3,60}))?\s*")
_END = re.compile(r"[,;.•·*\n)]|$")
# a line that holds a pair and what it shares
_REST_OF_LINE = re.compile(r"(?:\s+[–—-]\s+|\s*[|:]\s*)(?P<behind>[^|;.()]{3,80}?)\s*(?:\|[^|]*)?[.;|]?\s*$")
_HEADS = "HeadsPairs"
_CELLS = " | "
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names side by side, and the words beside them on what they share; sure if those or a mark make it one."""

    one: Mention
    other: Mention
    topic: str
    at: int
    whole: bool
    told: bool = False
    sure: bool = True


class PairLists:
    """Frames for lists of pairs whose word stands before them, in a heading or the sentence that leads to them.

    Args:
        schema: Classes with a slot for pairs, and those that are told of along with them.
        pool: What may fill a slot.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._slots = {
            shape.iri: (shape, slot)
            for shape in schema.classes.values()
            for slot in shape.slots
            if "pairs" in slot.hints
        }
        self._along = {
            other: shape for shape, _ in self._slots.values() for other in shape.hints.get("toldAlong", ())
        }
        self._heading: tuple[Entry, Passage] | None = None

    def forget(self) -> None:
        """Begin a new document."""
        self._heading = None

    def read(self, passage: Passage, made: Sequence[Frame]) -> list[Frame]:
        """The frames of a passage's list of pairs; none for pairs that its own words told of.

        Args:
            passage: To be read.
            made: What was read in it before.
        """
        told = [w for w in passage.of(Kind.WORD) if w.entry is not None and self._class_of(w.entry)]
        # "who works with whom": the longer word tells
        words = [
            w
            for w in told
            if not any(w.inside(o.start, o.end) and not o.inside(w.start, w.end) for o in told)
        ]
        before = self._heading
        if before is None or not _is_head_of_table(passage):
            self._heading = self._last(words, passage) or before
        heading = before
        for word in words:
            names = [m for m in passage.of(Kind.THING) if m.end <= word.start]
            if word.entry is not None and not names:
                heading = (word.entry, passage)
        if heading is None or (words and heading is before):
            return []
        far = passage.number - heading[1].number
        shape, slot = self._slots[self._class_of(heading[0])]
        fitting = self._pool.fitting(slot, passage) if far <= _FARTHEST_LINE else []
        pairs = [p for p in _pairs(fitting, passage) if self._may_pair(p, slot, passage)]
        if not (pairs and pairs[0].whole) and (len(pairs) < _LEAST_PAIRS or far > _FARTHEST_HEADING):
            return []
        known = {frozenset(f.key_of_thing for f in frame.fillers.get(slot.path, ())) for frame in made}
        return [
            frame
            for pair in pairs
            for frame in self._frames(pair, shape, slot, heading[0], passage)
            if frame.cls != shape.iri or frozenset((thing_key(pair.one), thing_key(pair.other))) not in known
        ]

    @property
    def heading(self) -> Passage | None:
        """The passage that the lists below it are told by."""
        return self._heading[1] if self._heading is not None else None

    def _last(self, words: Sequence[Mention], passage: Passage) -> tuple[Entry, Passage] | None:
        """The last word for pairs of a passage, as heading of what follows."""
        entry = words[-1].entry if words else None
        return (entry, passage) if entry is not None else None

    def _class_of(self, entry: Entry) -> str:
        """The class of pairs that a word evokes, or heads lists of, with a value of its own; "" for none."""
        paths = {path for path, _ in entry.sets}
        if _HEADS in roles(entry):
            return next((i for i, (shape, _) in self._slots.items() if any(shape.slot(p) for p in paths)), "")
        return next((iri for iri in entry.evokes if iri in self._slots and paths), "")

    def _may_pair(self, pair: _Pair, slot: Slot, passage: Passage) -> bool:
        one, other = (self._pool.filler(slot.path, passage, m, slot) for m in (pair.one, pair.other))
        unlike = slot.hints.get("differ", ())
        return one.key != other.key and not (unlike and self._pool.same(one, other, *unlike[:2]))

    def _frames(
        self, pair: _Pair, shape: ClassShape, slot: Slot, entry: Entry, passage: Passage
    ) -> Iterator[Frame]:
        start, end = pair.one.start, pair.other.end
        members = [self._pool.filler(slot.path, passage, m, slot) for m in (pair.one, pair.other)]
        values = {
            path: [Filler(path, passage, None, value=v, thing=v.value if isinstance(v, NamedNode) else None)]
            for path, v in entry.sets
        }
        yield Frame(
            shape.iri,
            passage,
            start,
            end,
            Factuality.ASSERTED,
            None,
            None,
            pair.one,
            {slot.path: members, **values},
        )
        along = self._along.get(shape.iri)
        said = next((s for s in along.slots if s.kind == "text" and s.each), None) if along else None
        if along is None or said is None or not pair.topic:
            return
        for phrase in passage.grammar.phrase_split.split(pair.topic):
            words = passage.grammar.phrase_lead.sub("", phrase).strip(" ,*")
            begin = passage.text.find(words, pair.at)
            told = Mention(Kind.QUOTED, begin, begin + len(words), words)
            topic = Filler(said.path, passage, told, value=Literal(words))
            fillers = {slot.path: members, said.path: [topic]}
            yield Frame(along.iri, passage, begin, told.end, Factuality.ASSERTED, None, None, told, fillers)


def _pairs(members: Sequence[Mention], passage: Passage) -> list[_Pair]:
    """Names that stand in twos, each two an item of their own."""
    names = sorted((m for m in members if m.kind is Kind.THING), key=lambda m: m.start)
    found: list[_Pair] = []
    for one, other in itertools.pairwise(names):
        opens = one.start <= _LONGEST_BULLET
        aside = _ASIDE.match(passage.text, one.end)
        gap = passage.text[aside.end() if aside else _end_with_noun(one, passage) : other.start]
        lead = passage.text[: one.start]
        listed = passage.grammar.joiner.search(lead[-_LONGEST_JOINER:]) is not None
        if not (_BEFORE.search(lead) or (listed and found)) or _is_told(one, found):
            continue
        behind = _behind(other, aside is not None, opens, passage)
        if behind is None:
            continue
        topic = (behind.groupdict().get("inside") or behind["behind"] or "").strip()
        tied = _SEPARATOR.fullmatch(gap) is not None or _by_word(gap, opens and len(names) == _TWO, passage)
        if not (tied or _by_word(gap, True, passage)):
            continue
        plain = not _DIGIT.search(topic) and not _names(behind, passage)
        whole = opens and not passage.text[behind.end() :].strip(" .;")
        sure = tied or (bool(topic) and plain)
        found.append(_Pair(one, other, topic if plain else "", other.end, whole, bool(topic), sure))
        if sure and passage.grammar.beside(gap) and sum(not p.sure for p in found) >= _LEAST_BARE:
            return [*found, *(replace(found[-1], other=m, at=m.end) for m in names if m.start > other.end)]
    return found if _are_twos(names, found) else [pair for pair in found if pair.sure]


def _end_with_noun(member: Mention, passage: Passage) -> int:
    """Where a name ends with the noun behind it that says what it names ("X kommun")."""
    nouns = (m.end for m in passage.of(Kind.WORD) if m.start == member.end + 1 and m.classes & member.classes)
    return max(nouns, default=member.end)


def _are_twos(names: Sequence[Mention], pairs: Sequence[_Pair]) -> bool:
    """Whether a list is one of pairs though but "and" ties them: hardly a name of it stands alone.

    "A (X), B and C (Y), D (Z)" is none. Without any words behind them it takes several to tell.
    """
    unsure = [pair for pair in pairs if not pair.sure]
    if unsure and not unsure[0].told and len(unsure) < _LEAST_BARE:
        return False
    paired = {m for pair in pairs for m in (pair.one, pair.other)}
    within = [m for m in names if pairs and m.start >= pairs[0].one.start]
    alone = sum(m not in paired for m in within)
    return not alone or (not any(pair.told for pair in unsure) and alone * _FOURTH <= len(within))


def _by_word(gap: str, apart: bool, passage: Passage) -> bool:
    """Whether a word ties two names: "with", or "and" where nothing else can be meant."""
    return len(gap.split()) == 1 and (
        passage.grammar.beside(gap) or (apart and passage.grammar.joined(gap) and "," not in gap)
    )


def _behind(other: Mention, aside: bool, opens: bool, passage: Passage) -> re.Match[str] | None:
    """What follows on a pair; of one that opens a line, all of the line. Where the first name has a bracket that
    says what it is in the pair, the second's says so too."""
    text, end = passage.text, other.end
    role = _ASIDE.match(text, end)
    if role is not None and (aside or (opens and _REST_OF_LINE.match(text, role.end()))):
        end = role.end()
    line = _REST_OF_LINE.match(text, end) if opens else None
    found = line or _BEHIND.match(text, end)
    rest = text[found.end() :] if found is not None else ""
    return found if _END.match(rest) or passage.grammar.joined(f" {rest.partition(' ')[0]} ") else None


def _is_head_of_table(passage: Passage) -> bool:
    """Whether a passage but says what stands in which column."""
    return _CELLS in passage.text and not passage.of(Kind.THING)


def _is_told(member: Mention, pairs: Sequence[_Pair]) -> bool:
    return bool(pairs) and pairs[-1].other is member


def _names(behind: re.Match[str], passage: Passage) -> bool:
    """Whether the words beside a pair name something themselves."""
    return any(
        m.inside(behind.start(), behind.end()) for m in passage.of(Kind.THING, Kind.PERSON, Kind.PERIOD)
    )
