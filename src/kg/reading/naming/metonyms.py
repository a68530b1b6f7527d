"""A seat of government named for the government: "Capital X approves the plan" speaks of no town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_BETWEEN = re.compile(r"(?:['’]s)?\s(?:[a-zà-öø-ÿ’']+\s){0,3}|\s(?:\w+\s)?[a-z]['’]")


class Metonyms:
    """Tells whether a place's name stands for the body that sits there.

    Args:
        schema: Its reading hints say `kg:standsFor` of such places.
        grammar: Tells what says where something is, and what merely lists.
    """

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._bodies = {
            place: schema.things[body]
            for place, bodies in schema.stands_for.items()
            for body in bodies
            if body in schema.things
        }
        self._grammar = grammar
        self._held_in: dict[str, set[str]] = {}
        for (office, _), classes in schema.constraints.items():
            self._held_in.setdefault(office, set()).update(classes)

    def settle(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The same mentions; where a seat stands for its body, of the body."""
        return [self._body(text, m, mentions) if self._may_stand(m) else m for m in mentions]

    def _may_stand(self, mention: Mention) -> bool:
        return (
            mention.kind is Kind.THING
            and bool(mention.things)
            and all(t in self._bodies for t in mention.things)
        )

    def _body(self, text: str, mention: Mention, mentions: Sequence[Mention]) -> Mention:
        # "the region of X", "in X", "X, Y and Z": the place itself
        said_as_place = " " in mention.text.strip() or self._grammar.located(text, mention.start)
        body = self._bodies[mention.things[0]]
        if said_as_place or self._in_list(text, mention, mentions):
            return mention
        if any(self._is_of_place(text, other, mention, body.classes) for other in mentions):
            return mention  # "the keeper of X"
        return replace(mention, text=body.name(), things=(body.iri,), classes=body.classes)

    def _is_of_place(self, text: str, office: Mention, place: Mention, body: frozenset[str]) -> bool:
        """Whether an office right beside a name is one that such a place has, and such a body has not."""
        held_in = {c for thing in office.things for c in self._held_in.get(thing, ())}
        if held_in.isdisjoint(place.classes) or not held_in.isdisjoint(body):
            return False
        first, second = sorted((office, place), key=lambda m: m.start)
        return _BETWEEN.fullmatch(text, first.end, second.start) is not None

    def _in_list(self, text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
        others = (
            m for m in mentions if m.kind is Kind.THING and m is not mention and m.classes & mention.classes
        )
        ends = (sorted((mention, other), key=lambda m: m.start) for other in others)
        return any(self._grammar.joined(text[first.end : second.start]) for first, second in ends)
