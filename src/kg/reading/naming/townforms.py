"""Names of towns that go on in a form of such names: "Northam Borough Council".

Classes of places say which forms there are (`kg:nameForm`). What lies within the form tells of nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.grammar import Grammar
from kg.reading.naming import bynames
from kg.reading.passages.frames import roles
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_HEAD = "NameHead"


class TownForms:
    """Finds what stands behind the short names of towns.

    Args:
        schema: Classes of places and their forms.
        grammar: Tells where something takes place.
    """

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._places = schema.hinted("gazetteer")
        towns = (schema.classes[iri] for iri in sorted(self._places) if iri in schema.classes)
        self._ends = frozenset(form.ends for form in bynames.name_forms(towns) if form.behind)
        self._longest = max(map(len, self._ends), default=0)
        self._grammar = grammar

    def settle(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of a text without words that only lie within such a name."""
        ends = {
            m.start: end
            for m in mentions
            if m.kind is Kind.THING and m.classes & self._places and (end := self._end(text, m)) > m.end
        }
        if not ends:
            return list(mentions)
        return [m for m in mentions if not self._lies_within(m, mentions, ends)]

    def _end(self, text: str, town: Mention) -> int:
        """Where the form ends in which a name goes on; where the name ends, if in none or if something is there."""
        if town.genitive or self._grammar.located(text, town.start):
            return town.end
        rest = text[town.end : town.end + self._longest + 1].casefold()
        form = max((e for e in self._ends if rest.startswith(e)), key=len, default="")
        goes_on = rest[len(form) : len(form) + 1]
        return town.end if goes_on.isalnum() or goes_on in tuple("-'’") else town.end + len(form)

    def _lies_within(self, one: Mention, mentions: Sequence[Mention], ends: dict[int, int]) -> bool:
        """Whether a word is but part of such a form, and heads no name."""
        if one.kind is not Kind.WORD or (one.entry is not None and _HEAD in roles(one.entry)):
            return False
        return any(
            m.end < one.start and one.end <= ends.get(m.start, 0)
            for m in mentions
            if m.kind is Kind.THING and m.classes & self._places
        )
