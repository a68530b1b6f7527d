"""Names that no register knows, told by the company they keep: in a list of things of one kind ("A, B and X").

A class says that its things are told so (`kg:gazetteer`: its things are places that stand in lists). A word counts as
such a name where two that are known stand in the list and the document names it again, or says where it lies; and
where a list of pairs has it beside one that is known, as long as most names of that list are ("A – B, C – X, Y – D").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.naming import gazetteer
from kg.reading.passages.mentions import Kind, Mention

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_NAME = re.compile(rf"[{_CAPITAL}][\w'’-]{{3,}}(?:\s(?:an der|am|im|bei|sur|upon|de)\s[{_CAPITAL}][\w-]+)?")
_PLACED = re.compile(r"\s+(?:[a-zäöüß]{2,4}\s+)?[a-zäöüß]+isch\w{0,2}\s+$")
_LEAST_KNOWN, _LEAST_AMID, _AGAIN, _LONGEST_GAP = 2, 3, 2, 60


_BRACKET = re.compile(r"\s*\([^()]{0,40}\)")
_ITEMS = re.compile(r"[,;:\n•·]|\s[|]\s")
_PAIRED = (
    rf"[{_CAPITAL}][\w'’-]+(?:\s(?:(?:an der|am|im|bei|sur|upon|de|do|na|nad)\s)?[{_CAPITAL}][\w'’-]+){{0,2}}"
)
_FEWEST_PAIRS = 3


class ListedNames:
    """Finds such names in texts of one language.

    Args:
        spoken: The language.
        grammar: Its grammar, for what joins the members of a list.
        classes: Of the things that are told so.
        regions: Of those that say where one lies ("X in Y").
    """

    def __init__(
        self, spoken: Language, grammar: Grammar, classes: frozenset[str], regions: frozenset[str]
    ) -> None:
        self._grammar = grammar
        self.begin(())
        self._classes = classes
        self._regions = regions
        functions = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters
        self._functions = frozenset(word.casefold() for word in functions)
        ties = "|".join(
            map(re.escape, sorted({*spoken.wording.pairs.split("|"), "–", "-", "&", "+", "↔"} - {""}))
        )
        self._pair = re.compile(
            rf"\W*(?P<one>{_PAIRED})(?:\s*/\s*{_PAIRED})?\s+(?:{ties})\s+(?P<other>{_PAIRED})"
        )

    def begin(self, texts: Sequence[str]) -> None:
        """Begin a document, of these texts."""
        self._texts = texts
        self._borne_out: dict[tuple[str, bool], bool] = {}

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """Names in a text's lists, where the whole document bears them out."""
        members = self._members(text, mentions)
        if not members:
            return
        states = {m.start: m.end for m in mentions if m.kind is Kind.THING and m.classes & self._regions}
        for match in _NAME.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in mentions):
                continue
            closed = self._closed(text, match.end(), states)
            if len(members) < _LEAST_KNOWN and closed == match.end():
                continue
            placed = self._stands_in_list(text, match.start(), closed, members, closed != match.end())
            if placed is None:
                continue
            key = (match.group(), placed)
            if key not in self._borne_out:
                self._borne_out[key] = self._is_borne_out(*key)
            if self._borne_out[key]:
                yield match.group()

    def find_in_pairs(self, text: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """Names in a text's list of pairs, each beside one that is known."""
        starts = (0, *(m.end() for m in _ITEMS.finditer(text)))
        if len(starts) < _FEWEST_PAIRS:
            return
        named = [m for m in mentions if m.kind is Kind.THING]
        found: list[str] = []
        pairs = 0
        for pair in filter(None, (self._pair.match(text, start) for start in starts)):
            new = [side for side in ("one", "other") if not self._is_known(*pair.span(side), text, named)]
            pairs += not new
            if len(new) == 1 and not any(
                m.start < pair.end(new[0]) and pair.start(new[0]) < m.end for m in named
            ):
                found.append(pair[new[0]])
        if pairs >= _FEWEST_PAIRS and len(found) <= 2 * pairs:
            yield from found

    def _is_known(self, start: int, end: int, text: str, named: Sequence[Mention]) -> bool:
        """Whether the register or the gazetteer has a town by a name."""
        return gazetteer.knows(text[start:end]) or any(
            m.start == start and m.end <= end and m.classes & self._classes for m in named
        )

    def _members(self, text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """Where known members stand, each with the region that is said of it ("X in Y")."""
        found = []
        regions = [m for m in mentions if m.kind is Kind.THING and m.classes & self._regions]
        for member in mentions:
            if member.kind is not Kind.THING or not member.classes & self._classes or member.genitive:
                continue
            end = member.end
            for region in regions:
                if region.start >= end and self._grammar.located(text, region.start):
                    lead = text[end : region.start].split()
                    end = region.end if len(lead) == 1 else end
            closing = _BRACKET.match(text, end)
            found.append((member.start, closing.end() if closing else end))
        return sorted(set(found))

    def _stands_in_list(
        self, text: str, start: int, end: int, members: Sequence[tuple[int, int]], in_state: bool
    ) -> bool | None:
        """Whether its place tells what it is: an adjective says where it lies, or known members stand on both sides.

        None where two known members do not stand beside it, or none beside one that has its state in brackets.
        """
        before = [m for m in members if m[1] <= start]
        after = [m for m in members if m[0] >= end]
        told = False
        joined = 0
        if before:
            gap = text[before[-1][1] : start]
            bare = _PLACED.sub(" ", gap)
            told = bare != gap
            joined += len(gap) <= _LONGEST_GAP and self._joins(bare)
            joined += bool(joined) and len(before) > 1 and self._joins(text[before[-2][1] : before[-1][0]])
        left = joined
        if after:
            near = self._joins(text[end : after[0][0]])
            joined += near
            joined += near and len(after) > 1 and self._joins(text[after[0][1] : after[1][0]])
        if in_state and joined:
            return True  # "X (Lusitania) and the known Y"
        comma = bool(before) and text[before[-1][1] : start].strip() == ","  # not "A and B with X, C and D"
        amid = comma and joined >= _LEAST_AMID and 0 < left < joined
        return told or amid if joined >= _LEAST_KNOWN else None

    @staticmethod
    def _closed(text: str, end: int, states: Mapping[int, int]) -> int:
        """Where a bracket closes in which but a state stands behind a name; the name's own end where none does."""
        state = states.get(end + len(" ("))
        return state + 1 if state is not None and text[end : end + 2] == " (" and text[state] == ")" else end

    def _joins(self, gap: str) -> bool:
        return bool(gap.strip()) and self._grammar.joined(gap)

    def _is_borne_out(self, name: str, placed: bool) -> bool:
        if name.casefold() in self._functions or name.split()[0].casefold() in self._functions:
            return False
        if self._grammar.is_common(name, self._texts):
            return False
        stem = re.escape(name)
        return placed or sum(len(re.findall(rf"(?<!\w){stem}", text)) for text in self._texts) >= _AGAIN
