"""What a body is called elsewhere whose name tells its fields, as that of an office does ("Office for Heat and Roads").

The classes say how such a name and an office's go together (`kg:composedAs`): the fields of the one are put into the
languages in which the other is written, and the state whose body it is goes behind or before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.composing import Composition
from kg.reading.naming.annotating import Annotator
from kg.reading.passages.mentions import Kind, Passage
from kg.schema import Schema, Thing

_FIELDS, _SAME = "…", " = "
_MOST, _MOST_OF_STATE, _HEAD = 8, 4, 4
# the state behind a name, of one word or of two
_TAILS = [
    re.compile(
        r",?\s(?:(?:des|der|of|de|du|del)\s)?(?:(?:the|Landes|Land|Freistaats|Freistaates)\s)?" + words + "$"
    )
    for words in (r"[A-ZÄÖÜ][\w-]+", r"[A-ZÄÖÜ][\w-]+\s[A-ZÄÖÜ][\w-]+")
]
_ENGLISH = "en"


class FieldNames:
    """Writes names of bodies.

    Args:
        schema: For forms of names, and for offices and states.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        told = (f for c in schema.classes.values() for f in c.hints.get("composedAs", ()))
        pairs = (form.split(_SAME) for form in told)
        self._forms = [(one.partition(_FIELDS)[0], other.partition(_FIELDS)[0]) for one, other in pairs]
        self._links = {other.split()[-1] for _, other in self._forms if other.strip()}
        self._states = schema.hinted("stateName")

    def of(
        self, name: str, lines: Sequence[str], passages: Sequence[Passage], annotator: Annotator
    ) -> list[str]:
        """All that a body is called besides; [] where its name tells no fields.

        Args:
            name: As the document has it.
            lines: Of its letterhead.
            passages: Of its text, in order.
            annotator: For the text's language.
        """
        if not any(name.casefold().startswith(one.casefold()) for one, _ in self._forms):
            return []
        composition = self._composed(name)
        found = list(dict.fromkeys(self._written(composition)))[:_MOST] if composition is not None else [name]
        state = self._state(name, lines, passages, annotator)
        of_state = [n for one in found[:_MOST_OF_STATE] for n in _of_state(one, state)] if state else []
        return [n for n in dict.fromkeys([*found, *of_state]) if n != name]

    def _composed(self, name: str) -> Composition | None:
        for one, other in self._forms:
            if not name.casefold().startswith(one.casefold()):
                continue
            rest = name[len(one) :]
            for fields in dict.fromkeys((rest, *(t.sub("", rest) for t in _TAILS))):
                composition = self._schema.composer.compose(f"{other}{fields}")
                if composition is not None and composition.fields:
                    return composition
        return None

    def _written(self, composition: Composition) -> Iterator[str]:
        """Names in English, with the article that the first field has by itself and without it."""
        first = composition.fields[0].written.get(_ENGLISH, ("",))[0].split()
        article = f"{first[0]} " if first and first[0].islower() else ""
        for text, code, _ in self._schema.composer.names(composition):
            for one, other in self._forms if code == _ENGLISH else ():
                rest = text[len(other) :] if text.startswith(other) else ""
                if not rest or self._links & set(rest.split()[1:2]):
                    continue
                yield one + rest
                if article and not rest.startswith(article):
                    yield one + article + rest

    def _state(
        self, name: str, lines: Sequence[str], passages: Sequence[Passage], annotator: Annotator
    ) -> Thing | None:
        """The state that is named with a body, or in which the place lies that its text is sent from."""
        named = [m for line in (name, *lines) for m in annotator.names(line)]
        named += [m for p in passages[:_HEAD] for m in p.of(Kind.THING)]
        things = [
            self._schema.things[m.things[0]] for m in named if m.things and m.things[0] in self._schema.things
        ]
        own = next((t for t in things if t.classes & self._states), None)
        return own or next((s for t in things for s in self._lies_in(t)), None)

    def _lies_in(self, thing: Thing) -> Iterator[Thing]:
        for path in self._schema.placing:
            for node in self._schema.known(thing.iri, path):
                state = self._schema.things.get(getattr(node, "value", ""))
                if state is not None and state.classes & self._states:
                    yield state


def _of_state(name: str, state: Thing) -> Iterator[str]:
    called = state.name(_ENGLISH)
    yield f"{name} of {called}"
    yield f"{name} {called}"
    for text, code, preferred in state.names:
        if (
            code == _ENGLISH
            and not preferred
            and " " not in text
            and text != called
            and text.endswith(("n", "h", "ch", "ese"))
        ):
            yield f"{text} {name}"
            yield f"{text} State {name}"
