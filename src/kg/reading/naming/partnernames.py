"""Names that no register has, told by a word for a pair beside them ("our only partner is X", "joined with X").

A word tells so if it evokes a class with a slot that is filled by pairs; beside a general word ("work together") only
towns of the gazetteer count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.language.persons import given_names
from kg.reading.grammar import Grammar
from kg.reading.naming import gazetteer
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Entry, Schema

_CAPITAL = "A-ZÄÖÜÅÆØÉÈÍÓÚŁŠŽČÇ"
_TOKEN = rf"[{_CAPITAL}][^\W\d_]{{2,}}(?:[-’'](?!s\b)[^\W\d_]+)*"
_FARTHEST, _BEHIND = 70, 24
_WITHIN = re.compile(rf"[{_CAPITAL}]\w+\s+[^\W\d_]{{1,3}}\s+$")
_STOP = re.compile(r"[.;:!?()\n]")
_APPOSED = re.compile(r",\s+(?:[^\W\d_]+\s+){0,3}$")
_LEAD_ARTICLE = re.compile(r"(?:[^\W\d_]{1,4}\s+)?$")
_ASIDE = re.compile(r"^\s*\([^()]*\)")
_BRACKET = re.compile(r"\s*\($")
_TO_STATE = re.compile(r",?\s+[^\W\d_]{1,5}\s+$")


class PartnerNames:
    """Finds such names in texts of one language.

    Args:
        schema: Its classes and words.
        spoken: The language.
        grammar: Its grammar.
        named: The class that such a name is of.
        states: Classes of things that lie around it, by whose name or adjective it may be told.
    """

    def __init__(
        self,
        schema: Schema,
        spoken: Language,
        grammar: Grammar,
        named: frozenset[str],
        states: frozenset[str],
    ) -> None:
        self._paired = schema.paired
        self._grammar = grammar
        self._named = named
        self._states = states
        self._nouns = spoken.nouns_capitalised
        self._functions = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters
        wording = spoken.wording
        others = {"", "&", *wording.joiners.split("|"), *wording.places.split("|")}
        some = "|".join(sorted(map(re.escape, set(wording.name_links.split("|")) - others))) or "(?!)"
        self._copulas = spoken.copulas
        equal = spoken.copulas | {w for w in wording.equates.split("|") if w.isalpha()}
        verbs = "|".join(sorted(map(re.escape, equal))) or "(?!)"
        self._name = re.compile(
            rf"(?<![\w@/.*_„“\"«»-]){_TOKEN}(?:\s+(?:(?:{some})\s+)?{_TOKEN}){{0,2}}(?!\w|\s*\d)"
        )
        self._heads: dict[int, int] = {}  # where a town's name ends → where the list begins that it stands in
        self._links = frozenset(filter(None, wording.head_links.split("|")))
        links = "|".join(sorted(map(re.escape, self._links))) or "(?!)"
        owner = rf"{_TOKEN}(?:\s+(?:(?:{some})\s+)?{_TOKEN}){{0,3}}"
        # "partner X", "partners are X", "partners of X", "partners of X are Y"
        self._joins = re.compile(rf"\s+(?:(?:{links})\s+(?:{owner}\s+(?:{verbs})\s+)?|(?:{verbs})\s+)?$")

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Names that overlap nothing that was found before, in order."""
        words = [m for m in mentions if m.entry is not None and self._tells(m.entry)]
        if not words or not self._named:
            return
        taken = [m for m in mentions if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD)]
        places = [m for m in mentions if m.kind is Kind.THING and m.classes & self._states]
        self._heads = {m.end: m.start for m in taken if m.kind is Kind.THING and m.classes & self._named}
        start = max(0, min(w.start for w in words) - _FARTHEST)
        end = min(len(text), max(w.end for w in words) + _FARTHEST)
        for match in self._name.finditer(text, start, end):
            begin = self._bare_start(match)
            name = Mention(Kind.THING, begin, match.end(), text[begin : match.end()], classes=self._named)
            if not name.text or any(m.overlaps(name) for m in taken):
                continue
            if self._ends_longer(name, text):
                continue
            head = self._head_of_list(name, text)
            if any(self._speaks_for(word, name, head, places, text) for word in words):
                self._heads[name.end] = head
                yield name

    def _head_of_list(self, name: Mention, text: str) -> int:
        """Where the list begins that a name goes on; where the name does, if it goes on none."""
        before = (end for end in self._heads if 0 < name.start - end <= _BEHIND)
        joined = [e for e in before if self._grammar.joined(_ASIDE.sub("", text[e : name.start]))]
        return self._heads[max(joined)] if joined else name.start

    def _bare_start(self, match: re.Match[str]) -> int:
        """Where a name begins without the small words that only open its sentence ("With X, …")."""
        at = match.start()
        for word in match.group().split():
            if word.casefold() not in self._functions:
                return at
            at += len(word) + 1
        return match.end()

    def _ends_longer(self, name: Mention, text: str) -> bool:
        """Whether what looks like a name is but the end of a longer one, and not the next of a list."""
        lead = text[max(0, name.start - _BEHIND) : name.start]
        if _WITHIN.search(lead) is None or lead.split()[-1].casefold() in self._copulas:
            return False
        return self._head_of_list(name, text) == name.start

    def _tells(self, entry: Entry) -> bool:
        return bool(entry.sets) and not self._paired.isdisjoint(entry.evokes)

    def _speaks_for(
        self, word: Mention, name: Mention, head: int, places: Sequence[Mention], text: str
    ) -> bool:
        """Whether a word for a pair stands in a name's sentence, and the name, or its list, where a partner does."""
        gap = text[name.end : word.start] if name.start < word.start else text[word.end : max(word.end, head)]
        if len(gap) > _FARTHEST or _STOP.search(gap):
            return False
        lead = text[: name.start]
        state = next((m for m in places if 0 < name.start - m.end <= 1), None)
        if state is not None:
            lead = _LEAD_ARTICLE.sub("", lead[: state.start]) + " "
        in_state = state is not None or self._lies_in(name, places, text)
        beside = self._grammar.beside(text[:head] if head < name.start else lead) or (
            state and self._grammar.beside(text[: state.start])
        )
        if word.entry is not None and "general" in word.entry.hints:
            # with whom one works together may be anybody
            return bool(beside) and gazetteer.knows(name.text) and name.text.split()[0] not in given_names()
        if self._nouns and not (beside and in_state) and not gazetteer.knows_anywhere(name.text):
            return False  # any noun may have a capital
        if beside:
            return True
        if name.start > word.start:
            inner = word.text.rpartition(" ")[2]  # "twin town of", a word of its own
            led = f" {inner}{gap}" if inner.casefold() in self._links else gap
            return in_state or self._joins.fullmatch(led) is not None
        relative = self._grammar.relative(text[name.start : word.start])
        about = relative is not None and name.start + relative[0] == name.end  # "X, with which we …"
        return in_state or about or _APPOSED.fullmatch(gap) is not None

    def _lies_in(self, name: Mention, places: Sequence[Mention], text: str) -> bool:
        """ "X in Nordland", "X (Nordland)"."""
        return any(
            name.end < m.start <= name.end + _BEHIND
            and (
                _BRACKET.fullmatch(text, name.end, m.start)
                or (_TO_STATE.fullmatch(text, name.end, m.start) and self._grammar.located(text, m.start))
            )
            for m in places
        )
