"""Bodies that share one noun in the plural ("the universities of A, B and C"): each town names one of them.

A class says so (`kg:sharedNoun`: the plural as it stands before the first town, and the name with … for the town).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_NAME, _SAME = "…", " = "
_LEAST = 2


class SharedNouns:
    """Finds such lists in texts of one language.

    Args:
        schema: Classes whose things may share a noun.
        grammar: For what joins the members of a list.
    """

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._grammar = grammar
        self._towns = schema.hinted("gazetteer")
        self._made: dict[str, tuple[str, frozenset[str]]] = {}
        for shape in schema.classes.values():
            for told in shape.hints.get("sharedNoun", ()):
                plural, form = told.split(_SAME)
                self._made[plural.casefold()] = form, frozenset({shape.iri})
        nouns = "|".join(sorted(map(re.escape, self._made), key=lambda n: (-len(n), n))) or "(?!)"
        self._plural = re.compile(rf"(?<!\w)({nouns})(?:\s+|(?<=['’]))$", re.IGNORECASE)
        self._anywhere = re.compile(rf"(?<!\w)(?:{nouns})(?!\w)", re.IGNORECASE)

    def settle(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The mentions with bodies in place of the towns that tell them apart."""
        if self._anywhere.search(text) is None:
            return mentions
        towns = sorted(
            (m for m in mentions if m.kind is Kind.THING and m.classes & self._towns and not m.compound),
            key=lambda m: m.start,
        )
        bodies: dict[int, Mention] = {}
        for at, town in enumerate(towns):
            head = self._plural.search(text[: town.start])
            listed = self._list(text, towns[at:]) if head is not None else []
            if head is not None and len(listed) >= _LEAST:
                form, classes = self._made[head.group(1).casefold()]
                bodies.update((id(t), _body(t, form, classes)) for t in listed)
        return [bodies.get(id(m), m) for m in mentions]

    def _list(self, text: str, towns: Sequence[Mention]) -> list[Mention]:
        """The first of some towns with those that go on with its list."""
        listed = list(towns[:1])
        for town in towns[1:]:
            if not self._grammar.joined(text[listed[-1].end : town.start]):
                break
            listed.append(town)
        return listed


def _body(town: Mention, form: str, classes: frozenset[str]) -> Mention:
    return replace(town, text=form.replace(_NAME, town.text), things=(), classes=classes, genitive=False)
