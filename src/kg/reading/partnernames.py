"""Names that no register has, told by a word for a pair beside them ("our only partner is X", "joined with X").

A word tells so if it evokes a class with a slot that is filled by pairs; beside a general word ("work together") only
towns of the gazetteer count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.language.persons import given_names
from kg.reading import gazetteer
from kg.reading.grammar import Grammar
from kg.reading.mentions import Kind, Mention
from kg.schema import Entry, Schema

_CAPITAL = "A-ZÄÖÜÅÆØÉÈÍÓÚŁŠŽČÇ"
_TOKEN = rf"[{_CAPITAL}][^\W\d_]{{2,}}(?:[-’'](?!s\b)[^\W\d_]+)*"
_FARTHEST, _BEHIND = 70, 24
_WITHIN = re.compile(rf"[{_CAPITAL}]\w+\s+[^\W\d_]{{1,3}}\s+$")
_STOP = re.compile(r"[.;:!?()\n]")
_APPOSED = re.compile(r",\s+(?:[^\W\d_]+\s+){0,3}$")
_LEAD_ARTICLE = re.compile(r"(?:[^\W\d_]{1,4}\s+)?$")
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
        equal = spoken.copulas | {w for w in wording.equates.split("|") if w.isalpha()}
        verbs = "|".join(sorted(map(re.escape, equal))) or "(?!)"
        self._name = re.compile(
            rf"(?<![\w@/.*_„“\"«»-]){_TOKEN}(?:\s+(?:(?:{some})\s+)?{_TOKEN}){{0,2}}(?!\w|\s*\d)"
        )
        self._joins = re.compile(rf"\s+(?:(?:{verbs})\s+)?$")

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Names that overlap nothing that was found before, in order."""
        words = [m for m in mentions if m.entry is not None and self._tells(m.entry)]
        if not words or not self._named:
            return
        taken = [m for m in mentions if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD)]
        places = [m for m in mentions if m.kind is Kind.THING and m.classes & self._states]
        start = max(0, min(w.start for w in words) - _FARTHEST)
        end = min(len(text), max(w.end for w in words) + _FARTHEST)
        for match in self._name.finditer(text, start, end):
            name = Mention(Kind.THING, match.start(), match.end(), match.group(), classes=self._named)
            if any(m.overlaps(name) for m in taken) or name.text.split()[0].casefold() in self._functions:
                continue
            if _WITHIN.search(text[max(0, name.start - _BEHIND) : name.start]):
                continue  # the end of a longer name
            if any(self._speaks_for(word, name, places, text) for word in words):
                yield name

    def _tells(self, entry: Entry) -> bool:
        return bool(entry.sets) and not self._paired.isdisjoint(entry.evokes)

    def _speaks_for(self, word: Mention, name: Mention, places: Sequence[Mention], text: str) -> bool:
        """Whether a word for a pair stands in a name's sentence, and the name where a partner does."""
        gap = text[name.end : word.start] if name.start < word.start else text[word.end : name.start]
        if len(gap) > _FARTHEST or _STOP.search(gap):
            return False
        lead = text[: name.start]
        state = next((m for m in places if 0 < name.start - m.end <= 1), None)
        if state is not None:
            lead = _LEAD_ARTICLE.sub("", lead[: state.start]) + " "
        in_state = state is not None or self._lies_in(name, places, text)
        beside = self._grammar.beside(lead) or (state and self._grammar.beside(text[: state.start]))
        if word.entry is not None and "general" in word.entry.hints:
            # with whom one works together may be anybody
            return bool(beside) and gazetteer.knows(name.text) and name.text.split()[0] not in given_names()
        if self._nouns and not gazetteer.knows(name.text) and not (beside and in_state):
            return False  # any noun may have a capital
        if beside:
            return True
        if name.start > word.start:
            return in_state or self._joins.fullmatch(gap) is not None
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
