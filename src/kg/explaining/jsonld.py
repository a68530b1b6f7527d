"""A proof's graph as JSON that is JSON-LD 1.1 too: one section a kind of thing, the context in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from pyoxigraph import BlankNode, Literal, Triple

from kg.explaining.looking import Term
from kg.names import KG, RDF_TYPE, XSD, local_name

_SECTIONS = {
    "Proof": "proofs",
    "Step": "steps",
    "Clash": "steps",
    "Decision": "decisions",
    "Expectation": "expectations",
    "Claim": "claims",
    "Evidence": "evidence",
    "Document": "documents",
    "Resolution": "resolutions",
}
"""Local name of a class in kg: → where its things stand; those of other classes stand where they are used."""

_NATIVE = (XSD + "integer", XSD + "boolean")


def context() -> dict[str, Any]:
    """What the keys of the JSON mean, as JSON-LD has it."""
    text = (resources.files("kg") / "vocabulary" / "proof.jsonld").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["@context"]
    return found


def to_jsonld(triples: Iterable[Triple]) -> dict[str, Any]:
    """A graph of a proof as JSON; the same triples give the same, in the order of their IRIs.

    Raises:
        KeyError: for a property that the context does not know.
    """
    known = context()
    keys = {_meaning(value): key for key, value in known.items() if _meaning(value) and key != "kg"}
    nodes: dict[str, list[Triple]] = {}
    for triple in triples:
        nodes.setdefault(_text(triple.subject), []).append(triple)
    return _Sections(keys, known, nodes).written()


class _Sections:
    def __init__(
        self, keys: Mapping[str, str], known: Mapping[str, Any], nodes: Mapping[str, list[Triple]]
    ) -> None:
        self._keys = keys
        self._known = known
        self._nodes = nodes

    def written(self) -> dict[str, Any]:
        sections: dict[str, list[dict[str, Any]]] = {name: [] for name in dict.fromkeys(_SECTIONS.values())}
        for iri in sorted(self._nodes):
            section = _SECTIONS.get(self._class_of(iri))
            if section is not None:
                sections[section].append(self._node(iri))
        # Last, for people read from the top; JSON-LD does not mind.
        return {**{name: found for name, found in sections.items() if found}, "@context": dict(self._known)}

    def _class_of(self, iri: str) -> str:
        classes = [t.object.value for t in self._nodes.get(iri, ()) if t.predicate == RDF_TYPE]  # type: ignore[union-attr]
        return next((local_name(c) for c in sorted(classes) if c.startswith(KG)), "")

    def _node(self, iri: str) -> dict[str, Any]:
        made: dict[str, Any] = {"id": iri, "type": self._class_of(iri)}
        by_key: dict[str, list[Any]] = {}
        for triple in sorted(self._nodes[iri], key=str):
            if triple.predicate != RDF_TYPE:
                key = self._keys[triple.predicate.value]
                by_key.setdefault(key, []).append(self._value(key, triple.object))
        for key in self._known:
            if key in by_key:
                many = isinstance(self._known[key], dict) and "@container" in self._known[key]
                made[key] = by_key[key] if many or len(by_key[key]) > 1 else by_key[key][0]
        return made

    def _value(self, key: str, term: Term) -> Any:
        if isinstance(term, Literal):
            return _literal(term)
        iri = _text(term)
        if iri in self._nodes and not _SECTIONS.get(self._class_of(iri)) and self._class_of(iri):
            return self._node(iri)
        is_link = isinstance(self._known[key], dict) and self._known[key].get("@type") == "@id"
        short = f"kg:{iri[len(KG) :]}" if iri.startswith(KG) else iri
        return short if is_link else {"id": iri}


def _meaning(value: Any) -> str:
    found = value.get("@id", "") if isinstance(value, dict) else value if isinstance(value, str) else ""
    return "" if found.startswith("@") else found


def _text(term: Term) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(getattr(term, "value", term))


def _literal(term: Literal) -> Any:
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind in _NATIVE:
        # JSON's own form, where writing it out again gives the same letters.
        native = term.value == "true" if kind == XSD + "boolean" else int(term.value)
        if str(native).casefold() == term.value:
            return native
    return term.value if kind == XSD + "string" else {"@value": term.value, "@type": kind}
