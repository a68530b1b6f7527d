"""A seat of government named for the government: "Capital X approves the plan" speaks of no town."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.reading.mentions import Kind, Mention
from kg.schema import Schema

Located = Callable[[str, Mention], bool]
Listed = Callable[[str], bool]


class Metonyms:
    """Tells whether a place's name stands for the body that sits there.

    Args:
        schema: Its reading hints say `kg:standsFor` of such places.
        located: Whether a place is said to be where something happens: (text, mention) → bool.
        listed: Whether the words between two names merely list them.
    """

    def __init__(self, schema: Schema, located: Located, listed: Listed) -> None:
        self._bodies = {
            place: schema.things[body]
            for place, bodies in schema.stands_for.items()
            for body in bodies
            if body in schema.things
        }
        self._located = located
        self._listed = listed

    def settle(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The same mentions; where a seat stands for its body, of the body."""
        names = sorted((m for m in mentions if m.kind is Kind.THING), key=lambda m: m.start)
        return [self._body(text, m, names) if self._may_stand(m) else m for m in mentions]

    def _may_stand(self, mention: Mention) -> bool:
        return (
            mention.kind is Kind.THING
            and bool(mention.things)
            and all(t in self._bodies for t in mention.things)
        )

    def _body(self, text: str, mention: Mention, names: Sequence[Mention]) -> Mention:
        # "the city of X", "X and Y": the place itself
        named_as_place = " " in mention.text.strip()
        if named_as_place or self._located(text, mention) or self._in_list(text, mention, names):
            return mention
        body = self._bodies[mention.things[0]]
        return replace(mention, things=(body.iri,), classes=body.classes)

    def _in_list(self, text: str, mention: Mention, names: Sequence[Mention]) -> bool:
        for other in names:
            if other is mention or not other.classes & mention.classes:
                continue
            first, second = sorted((mention, other), key=lambda m: m.start)
            if self._listed(text[first.end : second.start]):
                return True
        return False
