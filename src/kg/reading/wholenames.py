"""Things called with the name of what they belong to: "the seal of the Programme X", "the Programme X seal".

A class says what its things may be called with (`kg:calledWith`: classes of what they belong to). A noun for such a
thing, or a short name of it, keeps what it means: it is only called by the whole as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.mentions import Kind, Mention
from kg.schema import Schema

_QUOTED = re.compile(r"\s?[„“”\"«»][^„“”\"«»]{3,80}[„“”\"«»]")
_CLOSING = re.compile(r"\s?[“”\"«»](?!\w)")
_OPENING = '„“"«»'
_BESIDE = re.compile(r"[\s-]$")


class WholeNames:
    """Finds what such things are called in full, in texts of one language.

    Args:
        schema: Classes with such things.
        spoken: The language.
        grammar: Tells what ties a noun to the name behind it.
    """

    def __init__(self, schema: Schema, spoken: Language, grammar: Grammar) -> None:
        self._grammar = grammar
        self._called = {
            cls: frozenset(shape.hints["calledWith"])
            for cls, shape in schema.classes.items()
            if "calledWith" in shape.hints
        }
        words = "|".join(re.escape(word) for word in sorted(spoken.determiners) if word)
        self._article = re.compile(rf"(?:{words or '(?!)'})\s+|[dl]['’]", re.IGNORECASE)

    def settle(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The same mentions; those of such things also by their whole names."""
        things = [m for m in mentions if m.kind is Kind.THING]
        return [self._in_full(text, m, things) if self._owners(m) else m for m in mentions]

    def _owners(self, mention: Mention) -> frozenset[str]:
        """The classes of what a mention may be called with."""
        if mention.kind not in (Kind.THING, Kind.REFERENCE) or mention.also:
            return frozenset()
        return frozenset(owner for cls in mention.classes for owner in self._called.get(cls, ()))

    def _in_full(self, text: str, noun: Mention, things: Sequence[Mention]) -> Mention:
        article = self._article.match(text, noun.start)
        start = article.end() if article is not None and article.end() < noun.end else noun.start
        for owner in things:
            if owner is noun or not owner.classes & self._owners(noun):
                continue
            if owner.start >= noun.end and self._ties(text[noun.end : owner.start]):
                return replace(noun, also=text[start : self._end_of(text, owner)])
            if owner.end <= start <= owner.end + 1 and _BESIDE.search(text[:start]):
                return replace(noun, also=text[owner.start : noun.end])
        return noun

    def _ties(self, gap: str) -> bool:
        if gap.strip() in _OPENING:
            return bool(gap.strip())
        return self._grammar.links(gap) or self._grammar.owner_links.fullmatch(gap) is not None

    @staticmethod
    def _end_of(text: str, owner: Mention) -> int:
        """Where the name of what something belongs to ends, with what stands in quotation marks behind it."""
        quoted = _QUOTED.match(text, owner.end)
        closing = _CLOSING.match(text, owner.end)
        return quoted.end() if quoted is not None else closing.end() if closing is not None else owner.end
