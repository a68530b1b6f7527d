"""Names that no register knows, told by a word for taking part ("takes part in the Race to X", "a member of X").

What somebody belongs to stands behind a few small words in a sentence that has a word for belonging. It is named by
quotation marks, by a compound that ends in a noun for such things, by capitals behind or from such a noun, or by
several capitals right behind the word, where only names have them. A class says that its things have such names
(`kg:joinedNames`); the nouns are those of the lexicon that head or define names, or have the role "Joined".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_JOINED, _ROLES = "Joined", frozenset({"NameHead", "Defines"})
_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_WORD = r"[^\W\d_][\w'’-]*"
_TOKEN = rf"(?:[{_CAPITAL}][\w'’-]*|20\d\d|[a-z]{{2,}}[A-Z]{{2,}}\w*)"
_QUOTED = re.compile(r"\s*[„“\"«»]\s?(?P<name>[^„“”\"«».!?]{3,70}?)\s?[“”\"»«]")
_STOPS = re.compile(r"[.;:!?]\s|$")
_LONGEST, _FAR, _LEAST, _SMALL = 70, 90, 2, 3


class JoinedNames:
    """Finds such names in texts of one language.

    Args:
        schema: Classes with such names, and what is told of those who take part in their things.
        spoken: The language.
    """

    def __init__(self, schema: Schema, spoken: Language) -> None:
        self._capitals = not spoken.nouns_capitalised
        self._functions = spoken.functions | spoken.determiners
        self._starters = spoken.starters
        self._classes = schema.hinted("joinedNames")
        self._told = frozenset(c.iri for c in schema.classes.values() if "company" in c.hints)
        kinds = {c for iri in self._classes for c in schema.classes[iri].hints["joinedNames"]}
        self._of = frozenset(self._classes | kinds)
        leads = sorted(filter(None, spoken.wording.joined_behind.split("|")), key=lambda w: (-len(w), w))
        self._lead = re.compile(
            rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, leads)) or '(?!)'})(?:(?<=['’])|\s+)", re.IGNORECASE
        )
        wording = spoken.wording
        apart = {*wording.places.split("|"), *wording.joiners.split("|"), *spoken.copulas}
        apart |= {*wording.pairs.split("|")}  # "the project X with Y"
        small = "|".join(sorted(re.escape(w) for w in {*self._functions, "to"} - apart if len(w) <= _SMALL))
        self._several = re.compile(rf"{_TOKEN}(?:(?:\s+(?:{small})){{0,2}}\s+{_TOKEN}){{1,6}}(?![\w-])")
        self._single = re.compile(_TOKEN)
        ends = "|".join(sorted(map(re.escape, self._functions))) or "(?!)"
        company = {w.split()[0] for w in wording.joins_in.split("|") if w}  # "the project X together with Y"
        never = "|".join(sorted(map(re.escape, self._functions | company))) or "(?!)"
        self._adjective = re.compile(
            rf"\s(?!(?:{never})\b)[a-zà-ÿ][\w-]+(?:\s20\d\d)?(?=[,.;)]|\s(?:{ends})\b|$)"
        )

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, frozenset[str]]]:
        """Names with their classes.

        Args:
            text: Of one block.
            mentions: What the register and the lexicon know in it.
        """
        words = [m for m in mentions if m.entry is not None and not self._told.isdisjoint(m.entry.evokes)]
        if not words:
            return
        for lead in self._lead.finditer(text):
            near = [w for w in words if _same_sentence(w, lead, text)]
            if not near:
                continue
            behind = any(0 <= lead.start() - w.end <= 1 for w in near)
            span = self._name(text, lead.end(), mentions, behind)
            if span is not None and self._is_new(text, span, mentions):
                yield text[slice(*span)], self._classes

    def _is_noun(self, mention: Mention) -> bool:
        entry = mention.entry
        if entry is None or not self._told.isdisjoint(entry.evokes):
            return False
        if mention.kind is Kind.REFERENCE:
            return not self._of.isdisjoint(entry.denotes)
        roles = entry.hints.get("role", ())
        named = not self._of.isdisjoint(entry.denotes) and not _ROLES.isdisjoint(roles)
        return mention.kind is Kind.WORD and (named or _JOINED in roles)

    def _name(self, text: str, at: int, mentions: Sequence[Mention], behind: bool) -> tuple[int, int] | None:
        """Where the name stands that begins at a place, behind a noun for what it names or not.

        Args:
            behind: The place is right behind the word for belonging.
        """
        nouns = [m for m in mentions if self._is_noun(m)]
        noun = max((m for m in nouns if self._leads_to(m, text, at)), key=lambda m: m.end, default=None)
        capitals = self._several.match(text, at) if self._capitals and behind else None
        if (
            capitals is not None
            and (noun is None or noun.start > at)
            and not self._is_other(capitals.span(), mentions)
        ):
            return capitals.span()  # also where the noun is the last of them ("the Cool Towns Challenge")
        start = at if noun is None else noun.end
        quoted = _QUOTED.match(text, start) if noun is not None or behind else None
        if quoted is not None:
            return quoted.span("name")
        if noun is None:
            return None
        before = self._capitals and text[noun.start].islower()
        named = self._named(text, noun.end, mentions) if before else None
        if named is not None:
            return named
        word = max(_start_of_word(text, noun.end), at)
        if word < noun.start and text[word].isupper():
            return word, noun.end  # "the Cool-Towns-Programme"
        whole = self._several.match(text, at) if self._capitals and word == at else None
        if whole is None or self._is_other(whole.span(), mentions):
            return None
        return whole.span()  # "the Programme of Cool Towns"

    def _named(self, text: str, at: int, mentions: Sequence[Mention]) -> tuple[int, int] | None:
        """A name with capitals right behind a noun; where adjectives follow, with the one that belongs to it."""
        start = at + len(text[at:]) - len(text[at:].lstrip())
        named = self._several.match(text, start) or self._single.match(text, start)
        if (
            named is None
            or start == at
            or any(
                m.start == start and m.end >= named.end() and m.entry is not None and m.entry.denotes
                for m in mentions
            )
        ):
            return None
        behind = self._adjective.match(text, named.end())
        single = " " not in named.group() and named.group()[1:].islower()
        return start, behind.end() if behind is not None and single else named.end()

    def _leads_to(self, noun: Mention, text: str, at: int) -> bool:
        """Whether a noun, or a word or two that describe it, stand at a place."""
        return _start_of_word(text, noun.end) <= at < noun.end or self._describes(text[at : noun.start])

    def _describes(self, words: str) -> bool:
        """Whether but a word or two stand between what leads to a name and the noun before it."""
        return (
            bool(words.strip())
            and len(words) < _LONGEST // 2
            and len(words.split()) <= _LEAST
            and (
                words[-1:] == " " and all(w[:1].isalpha() and w not in self._functions for w in words.split())
            )
        )

    def _is_new(self, text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
        """Whether nothing known stands where a name does, but for what is part of it."""
        start, end = span
        words = text[start:end].split()
        if not words or words[0].casefold() in self._functions or words[0] in self._starters:
            return False
        things = [m for m in mentions if m.kind is Kind.THING and m.start < end and start < m.end]
        return not (any(m.start < start or m.end >= end for m in things) or (things and len(words) <= _LEAST))

    def _is_other(self, span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
        """Whether a noun for something else ends a name, or opens it where none ends it ("the Town Council")."""
        told = [
            m
            for m in mentions
            if m.kind is Kind.WORD
            and (self._is_noun(m) or (m.entry is not None and m.entry.denotes))
            and (m.end == span[1] or m.start == span[0])
        ]
        told = [m for m in told if m.end == span[1]] or told
        return bool(told) and not any(map(self._is_noun, told))


def _same_sentence(word: Mention, lead: re.Match[str], text: str) -> bool:
    """Whether a word stands in the same sentence as what leads to a name, and not far from it."""
    start, end = min(word.end, lead.start()), max(word.start, lead.end())
    stop = _STOPS.search(text, start)
    return end - start <= _FAR and (stop is None or stop.start() >= end)


def _start_of_word(text: str, end: int) -> int:
    """Where the word begins that ends at a place."""
    start = end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-'’"):
        start -= 1
    return start
