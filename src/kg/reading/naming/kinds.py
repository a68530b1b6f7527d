"""Bodies that a text calls by their kind alone ("the council"), and what such a body is called elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from kg.names import fold
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import ClassShape

_NAME, _SAME = "…", " = "
_PLACE = r"[A-ZÄÖÜÅÉÎŁÓŚŠŽČĐÇÑÁ][\w'’-]+(?:[ -](?:[a-zé]{1,3}[ -])?[A-ZÄÖÜÅÉÎŁÓŚŠŽČĐÇÑÁ][\w'’-]+)?"


class _Form:
    """A form of names, with … for the place in them; without, it is a whole name."""

    def __init__(self, form: str) -> None:
        self._form = form
        before, place, behind = form.partition(_NAME)
        self._pattern = re.compile(
            rf"(?i:{re.escape(before)})({_PLACE})(?i:{re.escape(behind)})"
            if place
            else rf"(?i:{re.escape(form)})()"
        )

    def places(self, name: str) -> list[str]:
        """The places that a name of this form may be made with; [] for other names."""
        match = self._pattern.fullmatch(name)
        if match is None:
            return []
        place = match.group(1)
        return [place, *([place[:-1]] if place.endswith("s") else [])]

    def of(self, place: str) -> str:
        return self._form.replace(_NAME, place)


class Kinds:
    """Names of kinds of bodies.

    Args:
        classes: Of the schema, with the names that their things have in common.
    """

    def __init__(self, classes: Iterable[ClassShape]) -> None:
        classes = tuple(classes)
        hinted = [c for c in classes if "kindName" in c.hints]
        self._words: Mapping[str, frozenset[str]] = {
            c.iri: frozenset(fold(w) for w in c.hints.get("kindWord", ())) for c in hinted
        }
        self._names: Mapping[str, tuple[str, ...]] = {c.iri: c.hints["kindName"] for c in hinted}
        self._alike: Mapping[str, list[list[_Form]]] = {
            c.iri: [[_Form(form) for form in told.split(_SAME)] for told in c.hints["namedAlike"]]
            for c in classes
            if "namedAlike" in c.hints
        }

    def concern(self, body: Mention) -> bool:
        """Whether a mention is of a body that may be called by its kind."""
        return body.kind is Kind.THING and not (body.things or self._names.keys().isdisjoint(body.classes))

    def names(self, body: Mention, towns: Iterable[str]) -> list[str]:
        """What a body told by its kind is called besides, alone and with the town whose it is; [] for others."""
        if not self.concern(body):
            return []
        towns = sorted(set(towns))
        found: list[str] = []
        for cls in sorted(body.classes & self._names.keys()):
            if not self._is_kind(body.text, cls, towns):
                continue
            for form in self._names[cls]:
                if _NAME not in form:
                    found.append(form)
                found.extend(form.replace(_NAME, town) for town in towns if _NAME in form)
        return found

    def alike(self, name: str, classes: Iterable[str], called: Callable[[str], Iterable[str]]) -> list[str]:
        """What a body is called in other tongues, where its name is one for a kind of bodies and a place.

        Args:
            name: "Universität Mittenau".
            classes: Of the body.
            called: All names of a place.
        """
        found: dict[str, None] = {}
        for forms in (forms for cls in sorted(classes) for forms in self._alike.get(cls, ())):
            for place in (place for form in forms for place in form.places(name)):
                found.update(dict.fromkeys(form.of(p) for p in (place, *called(place)) for form in forms))
        found.pop(name, None)
        return sorted(found)

    def _is_kind(self, name: str, cls: str, towns: Iterable[str]) -> bool:
        words = fold(name).split()
        for town in towns:
            words = [w for w in words if not w.startswith(fold(town))]
        return " ".join(words) in self._words[cls]
