"""Which terms of the ontology came, went or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.diffing.records import Change, Quote
from kg.diffing.sides import Side, Term, plain
from kg.diffing.touched import Touched, way
from kg.names import DCTERMS, RDF, RDF_TYPE, SKOS

_GENID = ".well-known/genid/"
_DEFINITION = NamedNode(SKOS + "definition")
_SOURCE = NamedNode(DCTERMS + "source")


def terms(touched: Touched) -> Iterator[Change]:
    """One change for each term of other axioms, with the lines that differ and its definition."""
    if not touched.differs("ontology"):
        return
    before, after = _described(touched.a), _described(touched.b)
    for iri in sorted(before.keys() | after.keys()):
        lost, won = before.get(iri), after.get(iri)
        if lost == won:
            continue
        side = touched.b if won else touched.a
        node = NamedNode(iri) if not iri.startswith("_") else None
        yield Change(
            kind="term",
            how=way(lost is not None, won is not None),
            key=iri,
            group=_home(iri),
            heading=_home(iri),
            text=f"{side.name(node)} ({side.short(node)})" if node else iri.removeprefix("_ "),
            details=tuple(_lines(lost, won)) if lost and won else (),
            said_before=_definition(touched.a, node) if lost else (),
            said_after=_definition(touched.b, node) if won else (),
        )


def _described(side: Side) -> dict[str, tuple[str, ...]]:
    """Term → its axioms as lines, blank nodes written out in place; an axiom without a term stands for itself."""
    about: dict[str, list[Quad]] = {}
    used: set[str] = set()
    for quad in side.store.quads_for_pattern(None, None, None, side.graph("ontology")):
        about.setdefault(plain(quad.subject), []).append(quad)
        if _GENID in plain(quad.object):
            used.add(plain(quad.object))
    found: dict[str, tuple[str, ...]] = {}
    for iri in sorted(about):
        lines = tuple(
            sorted(f"{_short(side, q.predicate)} {_told(side, q.object, about)}" for q in about[iri])
        )
        if _GENID not in iri:
            found[iri] = lines
        elif iri not in used:
            found[f"_ [ {' ; '.join(lines)} ]"] = lines
    return found


def _told(side: Side, term: Term, about: Mapping[str, list[Quad]]) -> str:
    if not isinstance(term, NamedNode):
        return str(term)
    if _GENID not in term.value or term.value not in about:
        return side.short(term)
    parts = sorted(f"{_short(side, q.predicate)} {_told(side, q.object, about)}" for q in about[term.value])
    return f"[ {' ; '.join(parts)} ]"


def _short(side: Side, predicate: NamedNode) -> str:
    if predicate == RDF_TYPE:
        return "a"
    return (
        side.short(predicate).removeprefix("rdf:")
        if predicate.value.startswith(RDF)
        else side.short(predicate)
    )


def _lines(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    yield from (f"- {line}" for line in before if line not in after)
    yield from (f"+ {line}" for line in after if line not in before)


def _definition(side: Side, node: NamedNode | None) -> tuple[Quote, ...]:
    """The definition in the side's language, else in any; its source as address."""
    said = side.values(node, _DEFINITION)
    ranked = sorted((getattr(d, "language", "") != side.language, plain(d)) for d in said)
    source = side.plain(node, _SOURCE)
    return (Quote(ranked[0][1], document=source, verbatim=False),) if ranked else ()


def _home(iri: str) -> str:
    """The namespace that a term stands in."""
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1] if not iri.startswith("_") else "axioms"
