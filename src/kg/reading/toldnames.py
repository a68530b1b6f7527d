"""Names that no register knows, told by what their bearer is made behind them ("X was declared a … zone").

A class says so (`kg:toldBy`, the classes of what is said of its things; `kg:toldWith`, the words between). The words
are those of all languages: only those between a capital and such a thing count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.mentions import Kind, Mention
from kg.schema import Schema

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_TOKEN = rf"[{_CAPITAL}][\w'’-]{{2,}}"
_LONGEST = 90


class ToldNames:
    """Finds such names in texts of one language.

    Args:
        schema: Classes whose names are told so.
        spoken: The language.
        grammar: Its grammar, for names as they stand alone.
    """

    def __init__(self, schema: Schema, spoken: Language, grammar: Grammar) -> None:
        self._schema = schema
        self._grammar = grammar
        self._told = {
            c.iri: (tuple(c.hints["toldBy"]), self._between(c.iri, c.hints.get("toldWith", ())))
            for c in schema.classes.values()
            if "toldBy" in c.hints
        }
        articles = sorted(filter(None, spoken.wording.articles.split("|")), key=len, reverse=True)
        self._article = re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, articles)) or '(?!)'})\s+$", re.I)
        self._inflects = spoken.nouns_capitalised
        self._functions = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters

    def _between(self, cls: str, words: Sequence[str]) -> re.Pattern[str]:
        """A name, a noun for its things in lower case if there is one, and the words between."""
        nouns = {f for e in self._schema.entries if cls in e.denotes for f in e.forms if f.islower()}
        said, kind = (
            "|".join(sorted(map(re.escape, some), key=lambda w: (-len(w), w))) or "(?!)"
            for some in (words, nouns)
        )
        return re.compile(rf"((?:{_TOKEN}\s+){{0,3}}{_TOKEN})(?:\s+(?:{kind}))?\s+(?:{said})\s+$")

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Names as they stand, as they stand alone, and their classes."""
        for cls, (kinds, between) in self._told.items():
            for kind in mentions:
                if kind.kind is not Kind.THING or not any(self._schema.is_a(c, kinds) for c in kind.classes):
                    continue
                lead = text[max(0, kind.start - _LONGEST) : kind.start]
                match = between.search(lead)
                start = kind.start - len(lead) + match.start(1) if match is not None else 0
                if match is not None and self._is_name(text, start, match.group(1), mentions):
                    said = match.group(1)
                    yield said, self._grammar.nominative(said), frozenset({cls})

    def _is_name(self, text: str, start: int, name: str, mentions: Sequence[Mention]) -> bool:
        """Whether words are a name: nothing that is known and, where nouns have capitals, behind an article."""
        end = start + len(name)
        if any(m.start < end and start < m.end for m in mentions):
            return False
        if name.split()[0].casefold() in self._functions or name in self._functions:
            return False
        return not self._inflects or start == 0 or self._article.search(text[:start]) is not None
