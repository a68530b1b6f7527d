"""Names that no register knows, told by what their bearer is made behind them ("X was declared a … zone").

A class says so: `kg:toldBy`, the classes of what is said of its things; `kg:toldWith`, the words right between;
`kg:toldOfSubject`, verbs behind the name with a few words more ("X, which …, is the country's first … zone");
`kg:toldOfObject`, words before it ("recognised X as a … zone"); `kg:toldTo`, words between such a thing and a name
behind it ("the status of a … zone on X"). The words are those of all languages: only those beside a capital and such a
thing count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import ClassShape, Schema

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_TOKEN = rf"[{_CAPITAL}][\w-]{{2,}}(?:['’](?!s\b)\w+)*"
_NAME = rf"(?:{_TOKEN}\s+(?:(?:de|del|la|du|des|of|och|en|y)\s+){{0,2}}){{0,3}}{_TOKEN}"
_LONGEST, _LONGEST_BEHIND = 220, 60
_ASIDE = r"(?:,[^,.;:]{2,110},|\s\([^()]{2,60}\))?"
# a few words of one clause, with names of others in the genitive and quotation marks among them
_FEW_WORDS = r"(?:\s+[„“”\"«»]?[^\s.,;:!?()]+){0,6}?"
_LONGER_GAP = r"(?:\s+[„“”\"«»]?[^\s.;:!?]+){0,12}?"


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
            c.iri: (tuple(c.hints["toldBy"]), self._before(c), self._behind(c))
            for c in schema.classes.values()
            if "toldBy" in c.hints
        }
        articles = sorted(filter(None, spoken.wording.articles.split("|")), key=len, reverse=True)
        self._articles = frozenset(a.casefold() for a in articles)
        self._article = re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, articles)) or '(?!)'})\s+$", re.I)
        self._inflects = spoken.nouns_capitalised
        self._functions = spoken.functions | spoken.not_names | spoken.determiners | spoken.starters

    def _nouns(self, cls: str) -> str:
        """Nouns for the things of a class, in lower case."""
        return _any(
            sorted({f for e in self._schema.entries if cls in e.denotes for f in e.forms if f.islower()})
        )

    def _before(self, shape: ClassShape) -> list[re.Pattern[str]]:
        """Names before what their bearer is made, each with a noun for its things in lower case if there is one."""
        said, verbs, leads = (
            _any(shape.hints.get(hint, ())) for hint in ("toldWith", "toldOfSubject", "toldOfObject")
        )
        kind = rf"(?:\s+(?:{self._nouns(shape.iri)}))?"
        quote = '[„“”"«»]?\\s?$'
        return [
            re.compile(rf"({_NAME}){kind}\s+(?:{said})\s+{quote}"),
            re.compile(rf"({_NAME}){kind}{_ASIDE}\s+(?:{verbs}){_FEW_WORDS}\s+{quote}"),
            re.compile(
                rf"(?<=\s)(?:{leads})(?:\s+[a-zà-ÿ'’]+){{0,3}}\s+(?=({_NAME}),?{_LONGER_GAP}\s+{quote})"
            ),
        ]

    def _behind(self, shape: ClassShape) -> re.Pattern[str]:
        """A name behind what its bearer is given."""
        return re.compile(
            rf"\w*[”“\"»]?\s+(?:[a-zà-ÿ]+\s+){{0,2}}?(?:{_any(shape.hints.get('toldTo', ()))})\s+"
            rf"(?:[a-zà-ÿ'’]+\s+){{0,2}}({_NAME})"
        )

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Names as they stand, as they stand alone, and their classes."""
        for cls, (kinds, before, behind) in self._told.items():
            for kind in mentions:
                if kind.kind is not Kind.THING or not any(self._schema.is_a(c, kinds) for c in kind.classes):
                    continue
                begin = max(0, kind.start - _LONGEST)
                matches = [m for p in before for m in p.finditer(text[begin : kind.start])]
                found = [(begin + m.start(1), m.group(1)) for m in matches]
                if (match := behind.match(text[kind.end : kind.end + _LONGEST_BEHIND])) is not None:
                    found.append((kind.end + match.start(1), match.group(1)))
                for start, said in (self._without_article(*one) for one in found):
                    if self._is_name(text, start, said, mentions):
                        yield said, self._grammar.nominative(said), frozenset({cls})

    def _without_article(self, start: int, name: str) -> tuple[int, str]:
        """A name that opens a sentence behind its article."""
        article, _, rest = name.partition(" ")
        return (
            (start + len(name) - len(rest), rest)
            if rest and article.casefold() in self._articles
            else (start, name)
        )

    def _is_name(self, text: str, start: int, name: str, mentions: Sequence[Mention]) -> bool:
        """Whether words are a name: nothing that is known and, where nouns have capitals, behind an article."""
        end = start + len(name)
        known = (m for m in mentions if m.kind is not Kind.NAME and m.start < end and start < m.end)
        if not all(m.inside(start + 1, end) for m in known):  # "Upper X" is another than X
            return False
        if name.split()[0].casefold() in self._functions or name in self._functions:
            return False
        return not self._inflects or start == 0 or self._article.search(text[:start]) is not None


def _any(words: Iterable[str]) -> str:
    """One of some words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"
