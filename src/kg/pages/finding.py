"""Search over everything that has a name: things, documents, questions, terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg import queries
from kg.names import KG, NAMING_PROPERTIES, OWL, RDF_TYPE, fold

_DOCUMENT = KG + "Document"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found under a name.

    Args:
        folded: The name as it is compared.
        name: As written.
        language: Of the name.
        iri: What bears it; the query's name for a question.
        kind: "thing", "document", "question" or "term".
        cls: A class of a thing; "" for others.
    """

    folded: str
    name: str
    language: str
    iri: str
    kind: str
    cls: str = ""


class Index:
    """All names of a dataset, made once.

    Args:
        store: Only read.
        saved: The saved queries.
        classes: Those whose members are things.
    """

    def __init__(self, store: Store, saved: Iterable[queries.Query], classes: frozenset[str]) -> None:
        self._classes = classes
        found = {entry for naming in NAMING_PROPERTIES for entry in self._of_store(store, naming)}
        for query in saved:
            for language, text in query.summary.items():
                found.add(Entry(fold(text), text, language, query.name, "question"))
            found.add(Entry(fold(query.name), query.name, "", query.name, "question"))
        self._entries = sorted(found, key=lambda e: (e.folded, e.iri, e.language, e.name))

    def _of_store(self, store: Store, naming: NamedNode) -> Iterable[Entry]:
        kinds: dict[str, tuple[str, str] | None] = {}
        for quad in store.quads_for_pattern(None, naming, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                iri = quad.subject.value
                if iri not in kinds:
                    kinds[iri] = self._kind(store, quad.subject)
                kind = kinds[iri]
                if kind:
                    name = quad.object
                    yield Entry(fold(name.value), name.value, name.language or "", iri, *kind)

    def _kind(self, store: Store, node: NamedNode) -> tuple[str, str] | None:
        found = {getattr(q.object, "value", "") for q in store.quads_for_pattern(node, RDF_TYPE, None, None)}
        if _DOCUMENT in found:
            return "document", ""
        if node.value.startswith(KG):
            return None
        if any(kind.startswith(OWL) and kind.endswith(("Class", "Property")) for kind in found):
            return "term", ""
        own = sorted(found & self._classes)
        return ("thing", own[0]) if own else None

    def find(self, text: str, most: int, language: str) -> list[Entry]:
        """The entries that fit best, each thing once.

        Args:
            text: What was typed; each of its words has to begin a word of the name.
            most: How many.
            language: Whose names go first.
        """
        wanted = fold(text)
        words = wanted.split()
        if not words:
            return []
        best: dict[tuple[str, str], tuple[tuple[int, int, int, str, str], Entry]] = {}
        for entry in self._entries:
            place = _place(entry.folded, wanted, words)
            if place is None:
                continue
            other = entry.language not in (language, "")
            rank = (place, _KINDS.index(entry.kind), len(entry.folded) + 2 * other, entry.folded, entry.iri)
            key = (entry.kind, entry.iri)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, entry)
        return [entry for _, entry in sorted(best.values(), key=lambda found: found[0])[:most]]


_KINDS = ("thing", "term", "document", "question")


def _place(name: str, wanted: str, words: list[str]) -> int | None:
    """How well a name fits; None for not at all."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    padded = f" {name.replace('(', ' ').replace(',', ' ')}"
    if all(f" {word}" in padded for word in words):
        return 2
    return 3 if len(wanted) > 3 and wanted in name else None
