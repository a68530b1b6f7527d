"""From a name to the one thing that bears it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.names import KG, NAMING_PROPERTIES, OWL, RDF_TYPE, RDFS, RDFS_LABEL, WELL_KNOWN_PREFIXES, fold, slug

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SUBCLASS = NamedNode(RDFS + "subClassOf")
_VOCABULARY = (OWL, KG, RDFS)


def expand(text: str, known: Mapping[str, str]) -> str:
    """The IRI behind `<IRI>`, IRI or CURIE; "" when the text is neither."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    prefix, colon, local = text.partition(":")
    if colon and prefix in known and not local.startswith("//"):
        return known[prefix] + local
    return text if _SCHEME.match(text) and " " not in text else ""


def resolve(
    store: Store, text: str, class_iri: str = "", known: Mapping[str, str] = WELL_KNOWN_PREFIXES
) -> NamedNode:
    """The one thing that bears this name, or that this CURIE or IRI stands for.

    Args:
        store: Labels are read from all of its graphs (rdfs:label, skos:altLabel, skos:hiddenLabel).
        text: A name in any case and with or without diacritics and hyphens, a CURIE, or an IRI.
        class_iri: Only things of this class, or of a class below it; "" for anything but vocabulary.
        known: Prefix → namespace.

    Raises:
        QueryError: KG603 when several things bear the name, KG604 when none does; both list candidates.
    """
    expanded = expand(text, known)
    if expanded:
        found = _by_iri(store, expanded, class_iri)
        if found is not None:
            return found
    candidates = _by_name(store, text, class_iri)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise QueryError(
            "KG603",
            "name that several things bear",
            found=text,
            want="; ".join(f"<{thing.value}> {_shown_name(store, thing)}" for thing in candidates),
            do="give the IRI of one of them",
        )
    kind = f" of class {_shown_name(store, NamedNode(class_iri)) or class_iri}" if class_iri else ""
    raise QueryError(
        "KG604", f"no thing{kind} of this name", found=text, want=_near_names(store, text, class_iri),
        do="mend the spelling, or give the IRI",
    )  # fmt: skip


def _by_iri(store: Store, iri: str, class_iri: str) -> NamedNode | None:
    try:
        node = NamedNode(iri)
    except ValueError:
        return None
    if next(store.quads_for_pattern(node, None, None, None), None) is None:
        return None
    return node if not class_iri or _is_a(store, node, below(store, class_iri)) else None


def _by_name(store: Store, text: str, class_iri: str) -> list[NamedNode]:
    folded, slugged = fold(text), slug(text)
    exact: set[NamedNode] = set()
    loose: set[NamedNode] = set()
    for thing, name in _names(store):
        if fold(name) == folded:
            exact.add(thing)
        elif slug(name) == slugged:
            loose.add(thing)
    return _fitting(store, exact, class_iri) or _fitting(store, loose, class_iri)


def _names(store: Store) -> Iterator[tuple[NamedNode, str]]:
    for naming in NAMING_PROPERTIES:
        for quad in store.quads_for_pattern(None, naming, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value


def _fitting(store: Store, things: set[NamedNode], class_iri: str) -> list[NamedNode]:
    wanted = below(store, class_iri) if class_iri else set()
    fits = (t for t in things if (_is_a(store, t, wanted) if class_iri else not _is_vocabulary(store, t)))
    return sorted(fits, key=str)


def below(store: Store, class_iri: str) -> set[str]:
    """The class and all below it."""
    found, waiting = {class_iri}, [class_iri]
    while waiting:
        for quad in store.quads_for_pattern(None, _SUBCLASS, NamedNode(waiting.pop()), None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in found:
                found.add(quad.subject.value)
                waiting.append(quad.subject.value)
    return found


def _is_a(store: Store, thing: NamedNode, classes: set[str]) -> bool:
    types = store.quads_for_pattern(thing, RDF_TYPE, None, None)
    return any(getattr(quad.object, "value", "") in classes for quad in types)


def _is_vocabulary(store: Store, thing: NamedNode) -> bool:
    kinds = {getattr(q.object, "value", "") for q in store.quads_for_pattern(thing, RDF_TYPE, None, None)}
    return bool(kinds) and all(kind.startswith(_VOCABULARY) for kind in kinds)


def _shown_name(store: Store, thing: NamedNode) -> str:
    labels = (q.object for q in store.quads_for_pattern(thing, RDFS_LABEL, None, None))
    ranked = sorted((o.language != "en", o.value) for o in labels if isinstance(o, Literal))
    return ranked[0][1] if ranked else ""


def _near_names(store: Store, text: str, class_iri: str) -> str:
    named: dict[str, set[tuple[NamedNode, str]]] = {}
    for thing, name in _names(store):
        named.setdefault(fold(name), set()).add((thing, name))
    near = difflib.get_close_matches(fold(text), sorted(named), n=10, cutoff=0.6)
    pairs = [pair for key in near for pair in sorted(named[key], key=lambda p: (p[1], p[0].value))]
    nearest: dict[NamedNode, str] = {}
    for thing, name in pairs:
        if _fitting(store, {thing}, class_iri):
            nearest.setdefault(thing, name)
    shown = [f"{_shown_name(store, thing) or name} <{thing.value}>" for thing, name in nearest.items()]
    return "; ".join(shown[:5]) or "a name that the graph knows"
