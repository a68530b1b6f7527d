"""Small places that no register has, told by the list or the column of a table that they stand in.

A gazetteer of small places has names that are ordinary words, or persons', so none is a place by itself. In a list
the others bear it out: one headed by a noun for such places ("The towns: A, B, C", "the towns of A and B"), or by
the region that they lie in, or one of which most members are places, and some of them places for certain. So do the
cells below one another in a table. Members may have something behind them that is no part of their name: a bracket,
or the short code of a region ("A ZH, B TG").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kg.language import Language
from kg.language.persons import given_names
from kg.reading.grammar import Grammar
from kg.reading.naming import gazetteer
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_CAPITAL = "A-ZÀÁÂÄÅÇÉÈÍÎÓÖØÚÜŁŚŠŽČŻ"
_LINKS = (
    "an der|an den|am|im|in der|in|bei|ob der|ob|vor der|auf|unter|sur|sous|lès|les|la|en|de la|del|de|du|do|da|di|"
    "upon|on|under|na|nad|i"
)
_WORD = rf"(?:[{_CAPITAL}][\w'’]{{0,3}}\.(?=\s)|[{_CAPITAL}][\w'’]+(?:[-/–][\w'’]+){{0,4}})"
_NAME = rf"{_WORD}(?:\s(?:(?:{_LINKS})\s)?{_WORD}){{0,3}}"
_MEMBER = re.compile(
    rf"(?P<name>{_NAME}?)(?P<code>\s[A-Z]{{2}})?(?P<bracket>\s?\([^()]{{1,40}}\)(?P<rest>\s.*)?)?"
)
_HEAD = re.compile(rf"(?P<name>{_NAME})(?P<code>\s[A-Z]{{2}}(?!\w))?(?P<bracket>\s?\([^()]{{1,40}}\))?")
_STARTS = re.compile(rf"(?:^|(?<=[\s(„“\"«:]))(?=[{_CAPITAL}])")
_CODED = re.compile(rf"(?<![\w-])({_NAME})\s(?:[A-Z]{{2}}(?!\w)|\([A-Z]{{2}}\))")
_OPENING = '(„“"«'
_ENCLOSED = r"\([^()]*\)|„[^“”]*[“”]|“[^”]*”|\"[^\"]*\"|«[^»]*»"
_LINK_AT_END = re.compile(rf"\s(?:{_LINKS})\s$")
_CELLS = re.compile(r"\s*\|\s*")
_CAPITAL_BEFORE = re.compile(rf"(?<![\w-])([{_CAPITAL}][\w-]+)\s$")
_LONGEST_MEMBER = 90
_FEWEST, _FEW, _MANY = 2, 3, 4
_MOST, _HALF = 0.75, 0.5


@dataclass(frozen=True, slots=True)
class _Member:
    """A place in a list: what stands there, and what is known of it."""

    name: str
    known: bool = False
    sure: bool = False
    coded: bool = False
    length: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """The members of a list, and whether something right before them says that they are places."""

    members: tuple[_Member, ...]
    headed: bool

    def share(self) -> float:
        """What part of the members the gazetteer knows."""
        return sum(m.known for m in self.members) / len(self.members)

    def is_borne_out(self) -> bool:
        """Whether the list speaks of places: those that are known may be taken."""
        known = sum(m.known for m in self.members)
        if self.headed:
            return known > 0 and self.share() >= _HALF
        enough = any(m.sure for m in self.members) or all(m.coded for m in self.members) or known >= _MANY
        return known >= _FEWEST and len(self.members) >= _FEW and self.share() > _HALF and enough

    def takes_strangers(self) -> bool:
        """Whether so much speaks for places that nobody need know a member."""
        if len(self.members) < _FEW:
            return False
        if self.headed:
            return self.share() >= _HALF
        return self.share() >= _MOST and sum(m.known for m in self.members) >= _MANY


class PlaceLists:
    """Finds such names in texts of one language.

    Args:
        schema: The lexicon, for nouns that say that a place is one.
        spoken: The language.
        grammar: Its grammar, for what is no name.
        classes: Of the places.
        regions: Of what such a place lies in.
    """

    def __init__(
        self,
        schema: Schema,
        spoken: Language,
        grammar: Grammar,
        classes: frozenset[str],
        regions: frozenset[str],
    ) -> None:
        self._classes, self._regions = classes, regions
        self._grammar = grammar
        joiners = "|".join(sorted(map(re.escape, filter(str.isalpha, spoken.wording.joiners.split("|")))))
        self._ends = re.compile(rf"{_ENCLOSED}|\s*[,;•·]\s+(?:(?:{joiners})\s+)?|\s+(?:{joiners}|&)\s+")
        functions = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters
        functions |= spoken.months.keys()
        self._functions = frozenset(word.casefold() for word in functions)
        links = "|".join(map(re.escape, sorted(spoken.prepositions))) or "(?!)"
        self._link = re.compile(rf"\s+(?:(?:{links})\s+)?", re.IGNORECASE)
        self._nouns = frozenset(
            form.split()[0].casefold()
            for entry in schema.entries
            if entry.language == spoken.code and "headOutside" in entry.hints and classes & {*entry.denotes}
            for form in entry.forms
        )

    def find(self, blocks: Sequence[tuple[str, Sequence[Mention]]]) -> Iterator[str]:
        """Names that stand in the lists of a document, in its texts with what is known in them."""
        texts = [text for text, _ in blocks]
        lists = [found for text, mentions in blocks for found in self._lists(text, mentions)]
        lists.extend(self._columns(blocks))
        told = [found for found in lists if found.is_borne_out()]
        if any(len(found.members) >= _FEW for found in told):
            told.extend(found for found in lists if found.share() == 1 and found not in told)
        names = {
            m.name: None
            for found in told
            for m in found.members
            if m.known or (m.alone and found.takes_strangers())
        }
        beside = (match[1] for text in texts for match in _CODED.finditer(text))
        coded = dict.fromkeys(name for name in beside if gazetteer.knows_village(name))
        names |= coded if len(coded) >= _FEWEST else {}
        names |= dict.fromkeys(name for text, mentions in blocks for name in self._in_regions(text, mentions))
        new = [name for name in names if gazetteer.is_doubtful(name) or not gazetteer.knows(name)]
        return (name for name in new if not self._is_common(name, texts))

    def _in_regions(self, text: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """Names with nothing but a region in a bracket behind them."""
        for region in mentions:
            if region.kind is not Kind.THING or not region.classes & self._regions:
                continue
            opening = region.start - len(" (")
            if text[opening : region.start] == " (" and text[region.end : region.end + 1] == ")":
                member = self._last_in(text, 0, opening, mentions)
                if member is not None and member.known:
                    yield member.name

    def _is_common(self, name: str, texts: Sequence[str]) -> bool:
        """Whether a document uses a name as an ordinary word somewhere."""
        return " " not in name and not gazetteer.knows(name) and self._grammar.is_common(name, texts)

    # -- lists within a text ---------------------------------------------------------------------------

    def _lists(self, text: str, mentions: Sequence[Mention]) -> Iterator[_List]:
        """What commas and conjunctions part: between the first member and the last nothing else stands."""
        cuts = [m.span() for m in self._ends.finditer(text) if text[m.start()] not in _OPENING]
        if not cuts:
            return
        starts, ends = (0, *(end for _, end in cuts)), (*(start for start, _ in cuts), len(text))
        first, number = 0, len(starts)
        while first < number - 1:
            found = [self._last_in(text, starts[first], ends[first], mentions)]
            last = first + 1
            while last < number - 1 and (whole := self._whole(text, starts[last], ends[last], mentions)):
                found.append(whole)
                last += 1
            found.append(self._first_in(text, starts[last], ends[last], mentions))
            members = tuple(m for m in found if m is not None)
            if len(members) >= _FEWEST:
                begins = starts[first] if found[0] is None else ends[first] - found[0].length
                yield _List(members, self._is_headed(text, begins, mentions))
            first = last

    def _whole(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> _Member | None:
        """The member that a piece of a text is."""
        if not text[start].isupper() or end - start > _LONGEST_MEMBER:
            return None
        match = _MEMBER.fullmatch(text, start, end)
        return self._alone(self._member(match, mentions, end - start)) if match is not None else None

    @staticmethod
    def _alone(member: _Member | None) -> _Member | None:
        """A member beside which nothing else stands: its place alone may tell that it is one."""
        return replace(member, alone=bool(member.name)) if member is not None else None

    def _last_in(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> _Member | None:
        """The member that a piece ends in: the longest name that is known, else whatever its last capitals open."""
        start = max(start, end - _LONGEST_MEMBER)
        found: _Member | None = None
        for at in _STARTS.finditer(text, start, end):
            match = _MEMBER.fullmatch(text, at.start(), end)
            if match is None or match["rest"] or self._goes_on_before(text, at.start(), mentions):
                continue
            member = self._member(match, mentions, end - at.start())
            if member is not None and member.known:
                return member
            found = member or found
        return found

    def _goes_on_before(self, text: str, start: int, mentions: Sequence[Mention]) -> bool:
        """Whether another word with a capital stands right before a name, and is no noun for such places."""
        before = _CAPITAL_BEFORE.search(text, max(0, start - _LONGEST_MEMBER), start)
        if before is None or before[1].casefold() in self._functions | self._nouns:
            return False
        return not any(m.end == before.end(1) and self._heads(m) for m in mentions)

    def _first_in(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> _Member | None:
        """The member that a piece begins with, in the same way."""
        if start >= end or not text[start].isupper():
            return None
        match = _HEAD.match(text, start, min(end, start + _LONGEST_MEMBER))
        longest = whole = self._member(match, mentions, 0) if match is not None else None
        while match is not None:
            member = self._member(match, mentions, 0)
            if member is not None and member.known:
                return member
            stop = max(text.rfind(" ", start, match.end("name")), start)
            match = _HEAD.fullmatch(text, start, stop) or (
                _HEAD.match(text, start, stop) if stop > start else None
            )
        return longest if whole is not None else None

    def _member(self, match: re.Match[str], mentions: Sequence[Mention], length: int) -> _Member | None:
        """What a stretch of a text is as a member; None where it names something else, or opens with a small word."""
        start, end = self._without_region(match, mentions)
        name = match.string[start:end]
        if name.split()[0].casefold() in self._functions:
            return None
        if any(m.start == start and m.end == end and self._heads(m) for m in mentions):
            return None
        there = [m for m in mentions if m.kind is Kind.THING and m.start <= start and end <= m.end]
        registered = any(m.classes & self._classes for m in there)
        if there and not registered:
            return _Member("", length=length)
        first = name.split()[0]
        person = first in given_names() and (" " in name or not (match["code"] or match["bracket"]))
        known = registered or (gazetteer.knows_village(name) and not (person and not gazetteer.knows(name)))
        sure = registered or (gazetteer.knows(name) and not gazetteer.is_doubtful(name))
        stranger = not known and person
        return _Member("" if stranger else name, known, sure, known and bool(match["code"]), length)

    def _without_region(self, match: re.Match[str], mentions: Sequence[Mention]) -> tuple[int, int]:
        """Where a member's name stands, without the region in which it is said to lie ("X in Y")."""
        start, end = match.span("name")
        for region in mentions:
            if region.classes & self._regions and start < region.start and region.end == end:
                link = _LINK_AT_END.search(match.string[start : region.start])
                return start, start + link.start() if link is not None else end
        return start, end

    def _is_headed(self, text: str, start: int, mentions: Sequence[Mention]) -> bool:
        """Whether a noun for such places, or the region where they lie, stands right before the first member."""
        heads = [m for m in mentions if m.end <= start and self._heads(m)]
        colon = text[:start].rstrip().endswith(":")
        return any(
            (colon and not re.search(r"[.!?:]\s", text[m.end : start].rstrip()[:-1]))
            or (m.kind is Kind.WORD and self._link.fullmatch(text, m.end, start))
            for m in heads
        )

    def _heads(self, mention: Mention) -> bool:
        if mention.kind is Kind.WORD:
            return bool(mention.classes & self._classes)
        return mention.kind is Kind.THING and bool(mention.classes & self._regions)

    # -- columns of tables -----------------------------------------------------------------------------

    def _columns(self, blocks: Sequence[tuple[str, Sequence[Mention]]]) -> Iterator[_List]:
        """What stands below one another in rows that follow one another."""
        for is_row, run in groupby(blocks, key=lambda block: " | " in block[0]):
            rows = list(run) if is_row else ()
            if len(rows) < _FEW:
                continue
            cells = [_CELLS.split(text) for text, _ in rows]
            for column in range(len(cells[0])):
                head = cells[0][column]
                headed = (head.split() or [""])[0].casefold() in self._nouns
                found = [self._cell(row[column]) for row in cells[headed:] if column < len(row)]
                members = tuple(m for m in found if m is not None)
                if len(members) >= _FEWEST and len(members) == len(found):
                    yield _List(members, headed)

    def _cell(self, text: str) -> _Member | None:
        match = _MEMBER.fullmatch(text)
        return self._alone(self._member(match, (), 0)) if match is not None else None
