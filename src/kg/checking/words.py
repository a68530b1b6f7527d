"""The lexicon, held to its own examples, each finding at the line of the example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from kg import examples
from kg.checking.workspace import Statements, finding, lexicon_of
from kg.errors import KgError
from kg.findings import Finding
from kg.names import KG, local_name
from kg.schema import Schema


def check(schema: Schema, root: Path) -> list[Finding]:
    """KG107 and KG108 with their places.

    Args:
        schema: With the lexicon.
        root: The project.
    """
    return list(_placed_all(schema, examples.prove(schema), lexicon_of(root)))


def _placed_all(schema: Schema, found: Sequence[Finding], lexicon: Statements) -> Iterator[Finding]:
    for each in found:
        if each.code == "KG107":
            yield _placed(each, lexicon)
    for entry in schema.entries:
        if entry.evokes and not entry.matches:
            places = lexicon.where(NamedNode(entry.iri))
            yield Finding(
                code="KG108",
                focus=entry.iri,
                severity="info",
                what="lexicon entry without an example",
                at=str(places[0]) if places else "",
                found=local_name(entry.iri),
                want="kg:matches, a sentence in which the entry must give a claim",
                do="add one, and kg:matchesNot for a sentence that looks alike and means something else",
                places=tuple(places),
            )


def _placed(each: Finding, lexicon: Statements) -> Finding:
    sentence = each.found.partition(" in: ")[2]
    mine = [s for p in ("matches", "matchesNot") for s in lexicon.about(NamedNode(each.focus), KG + p)]
    places = [s.place for s in mine if getattr(s.triple.object, "value", "") == sentence]
    places += lexicon.where(NamedNode(each.focus))[:1]
    return replace(each, at=str(places[0]) if places else "", places=tuple(places))


def unusable(error: KgError, workspace: Statements) -> Finding:
    """An error that ends a check, at the line of the node that it names, where it names one."""
    # An identity is stated apart from the class, beside its shape.
    predicate = KG + "identity" if error.code == "KG105" else ""
    places = [] if ":" not in error.at else workspace.where(_node(error.at), predicate)[:1]
    return finding(error.code, error.what, places, found=error.found, want=error.want, do=error.do)


def given_up() -> Finding:
    """KG191: errors in the schema that leave nothing sound to check the rest by."""
    return finding(
        "KG191",
        "the rest could not be checked",
        [],
        severity="info",
        found="errors in ontology, shapes, lexicon or register that later steps cannot work with",
        want="a schema without errors",
        do="mend the errors, and check again",
    )


def _node(text: str) -> NamedNode:
    try:
        return NamedNode(text.strip("<>"))
    except ValueError:
        return NamedNode("urn:kg:nothing")
