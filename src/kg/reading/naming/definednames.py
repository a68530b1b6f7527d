"""Names that no register knows, told by a definition ("X is a yearly exchange of …", "X, a scheme run by …").

What it is stands in nouns of the lexicon with the role "Defines", behind words that these have before them
(`kg:definedWith`: a form of being with an article, or a comma with one) and a few others; where every noun has
a capital and an article stands before it, one that names hardly anything else is taken only as some nouns tell it
(`kg:definesNouns`). A question may ask what a name is, and the next block begin with what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.naming.coinednames import is_coined, joins_words
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

ROLE = "Defines"
_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_TOKEN = rf"[{_CAPITAL}\d][\w+&'’-]*"
_NAME = rf"{_TOKEN}(?:\s+(?:(?:de|del|la|du|des|of|och|en|y|and|und|für|for)\s+){{0,2}}{_TOKEN}){{0,4}}"
_QUOTED = r"[„“\"«»]\s?[^„“”\"«»\n]{3,60}?\s?[“”\"«»]"
_FEW_WORDS = r"(?:\s+[^\s.,;:!?()]+){0,5}?"
_NAMES = re.compile(_NAME)
_LONGEST, _SHORTEST, _MOST_OPENING, _TWICE = 150, 4, 60, 2
_KNOWN = (Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.REFERENCE)
_QUOTES = ' „“”"«»'
_NEXT_WORD = re.compile(r"\s+([^\W\d_][\w-]*)")

_Block = tuple[str, Sequence[Mention]]


class DefinedNames:
    """Finds such names in texts of one language.

    Args:
        schema: For such nouns, and what stands before them.
        spoken: The language.
        grammar: Its grammar.
    """

    def __init__(self, schema: Schema, spoken: Language, grammar: Grammar) -> None:
        self._grammar = grammar
        self._spoken = spoken
        nouns = [e for e in schema.entries if ROLE in e.hints.get("role", ()) and e.language == spoken.code]
        words = sorted({w for entry in nouns for w in entry.hints.get("definedWith", ())})
        being = _any(w for w in words if not w.startswith(","))
        aside = _any(w for w in words if w.startswith(","))
        self._before = re.compile(
            rf"({_QUOTED}|{_NAME})(?:\s+(?:{being})|(?:\s[^\W\d_A-ZÄÖÜ]+)?(?:{aside})){_FEW_WORDS}\s+$"
        )
        self._opening = re.compile(
            rf"(?:\W*\w+\s+(?:{being})|\W*\w{{1,5}}){_FEW_WORDS}\s+", re.IGNORECASE
        )  # "It is a yearly …", "A yearly …"
        self._small = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters
        self._seen: tuple[str, ...] = ()

    def find(self, blocks: Sequence[_Block]) -> Iterator[tuple[str, frozenset[str]]]:
        """Names and their classes, in order.

        Args:
            blocks: Of a document, each with what is known in it.
        """
        self._seen = tuple(text for text, _ in blocks)
        asked: _Block | None = None
        for text, mentions in blocks:
            for noun in mentions:
                entry = noun.entry
                if entry is None or ROLE not in entry.hints.get("role", ()) or not self._is_head(text, noun):
                    continue
                name = self._defined(text, noun, mentions)
                name = name or self._answered(text, noun, mentions, asked)
                if name:
                    yield name, frozenset(entry.denotes)
            asked = (text, mentions) if text.rstrip().endswith("?") else None

    def _is_head(self, text: str, noun: Mention) -> bool:
        """Whether no other noun follows that a noun belongs to ("a project manager")."""
        word = _NEXT_WORD.match(text, noun.end)
        if word is None or self._grammar.is_function(word.group(1)) or self._grammar.inflected(word.group(1)):
            return True
        if word.group(1)[0].isupper() and not self._spoken.nouns_capitalised:
            return True  # "a project Fund …", with the name of whoever pays
        behind = _NEXT_WORD.match(text, word.end())  # "a project run by …"
        return behind is not None and self._grammar.is_agent_lead(f" {behind.group(1)} ")

    def _defined(self, text: str, noun: Mention, mentions: Sequence[Mention]) -> str:
        """The name that stands before a noun which says what it is; "" for none."""
        begin = max(0, noun.start - _LONGEST)
        match = self._before.search(text[begin : noun.start])
        if match is not None and any(map(joins_words, text[begin + match.end(1) : noun.start].split())):
            return ""  # "with help from X, the SunGrid project": the noun has its own name
        return self._name(text, begin + match.start(1), begin + match.end(1), mentions, noun) if match else ""

    def _answered(self, text: str, noun: Mention, mentions: Sequence[Mention], asked: _Block | None) -> str:
        """The name that the question right before asks of, in the block before or in the same; "" for none."""
        own = text.rfind("?", 0, noun.start) + 1
        opening = text[own : noun.start]
        if len(opening) > _MOST_OPENING or self._opening.fullmatch(opening) is None:
            return ""
        if own:
            return self._asked(text[:own], [m for m in mentions if m.end <= own])
        return self._asked(*asked) if asked is not None else ""

    def _asked(self, text: str, mentions: Sequence[Mention]) -> str:
        """The name that a question asks of, the longest where several words have capitals."""
        found = (self._name(text, *m.span(), mentions, None) for m in _NAMES.finditer(text))
        return max(found, key=len, default="")

    def _name(
        self, text: str, start: int, end: int, mentions: Sequence[Mention], noun: Mention | None
    ) -> str:
        """A stretch as a name, without what opens its sentence; "" where it is none."""
        quoted = text[start] in _QUOTES
        name = text[start:end].strip(_QUOTES)
        while not quoted and " " in name and name.split()[0].casefold() in self._small:
            name = name.partition(" ")[2].lstrip()
        start = text.index(name, start) if name else start
        end = start + len(name)
        if len(name) < _SHORTEST or not name[0].isalnum() or name.casefold() in self._small:
            return ""
        for m in mentions:
            if m.kind in _KNOWN and m.start < end and start < m.end:
                covers = m.start <= start and end <= m.end
                same = (m.start, m.end) == (start, end) and m.kind is Kind.THING and not m.things
                if same:
                    continue  # what a word in it makes of it is less than what the text says that it is
                if covers or m.kind is not Kind.THING or not m.inside(start, end):
                    return ""
        if quoted or is_coined(name):
            return name
        return name if self._is_told(text, start, name, noun) else ""

    def _is_told(self, text: str, start: int, name: str, noun: Mention | None) -> bool:
        """Whether words that might be a noun of the language, too, are a name."""
        if " " in name and not self._spoken.nouns_capitalised:
            return True
        if not self._grammar.may_be_place(name):
            return False
        if noun is not None and noun.entry is not None and "definesNouns" in noun.entry.hints:
            return True
        again = sum(seen.count(name) for seen in self._seen) >= _TWICE
        return again and not self._grammar.determined(text, start)


def _any(words: Iterable[str]) -> str:
    """One of some phrases, the longest first."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or "(?!)"
