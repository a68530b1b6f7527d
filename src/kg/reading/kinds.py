"""Bodies that a text calls by their kind alone ("the council"), and what such a body is called elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.names import fold
from kg.reading.mentions import Kind, Mention
from kg.schema import ClassShape

_NAME = "…"


class Kinds:
    """Names of kinds of bodies.

    Args:
        classes: Of the schema, with the names that their things have in common.
    """

    def __init__(self, classes: Iterable[ClassShape]) -> None:
        hinted = [c for c in classes if "kindName" in c.hints]
        self._words: Mapping[str, frozenset[str]] = {
            c.iri: frozenset(fold(w) for w in c.hints.get("kindWord", ())) for c in hinted
        }
        self._names: Mapping[str, tuple[str, ...]] = {c.iri: c.hints["kindName"] for c in hinted}

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

    def _is_kind(self, name: str, cls: str, towns: Iterable[str]) -> bool:
        words = fold(name).split()
        for town in towns:
            words = [w for w in words if not w.startswith(fold(town))]
        return " ".join(words) in self._words[cls]
