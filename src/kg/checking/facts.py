"""What a build finds in facts and conclusions, led back to the lines and the words that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kg.checking import workspace
from kg.checking.documents import Pair
from kg.checking.workspace import finding
from kg.findings import Finding, Place
from kg.names import RDF_TYPE, kg
from kg.register import Register
from kg.schema import Schema
from kg.triples import Index

_MOST_PLACES = 12
_DECIDING = {
    RDF_TYPE.value,
    *(kg(name).value for name in ("about", "property", "value", "winner", "status", "side")),
}
"""What facts are led back to claims by."""


class Origins:
    """Leads from what is believed to where it was said.

    Args:
        decided: Triples of the graphs of facts and of the quarantine, or more.
        schema: Of the project.
        register: Its claims stand beside those of the documents.
        pairs: Document IRI → the document with its file.
        lines: Of the register.
    """

    def __init__(
        self,
        decided: Iterable[Triple],
        schema: Schema,
        register: Register,
        pairs: Mapping[str, Pair],
        lines: workspace.Register,
    ) -> None:
        names = schema.names
        self.facts = Index(t for t in decided if t.predicate.value in _DECIDING)
        self._pairs = pairs
        self._lines = lines
        self._claims = {c.iri(names).value: c for pair in pairs.values() for c in pair.reading.claims}
        self._claims |= {c.iri(names).value: c for c in register.claims}

    def of_claim(self, iri: str) -> list[Place]:
        """A claim's line, and its words."""
        claim = self._claims.get(iri)
        if claim is None:
            return []
        if claim.source.value in self._pairs:
            return self._pairs[claim.source.value].where(claim)
        return self._lines.where(claim.subject, claim.predicate.value, str(claim.object))[:1]

    def of_fact(self, subject: str, predicate: str = "", value: str = "") -> list[Place]:
        """The lines and words of all claims that made a fact, and where the register states it plainly."""
        node = NamedNode(subject)
        decisions = [
            decision
            for decision in self.facts.subjects(kg("about").value, node)
            if self.facts.objects(decision, kg("winner").value)
            and predicate in ("", *self.facts.iris(decision, kg("property").value))
            and value in ("", *map(str, self.facts.objects(decision, kg("value").value)))
        ]
        winners = [iri for d in decisions for iri in self.facts.iris(d, kg("winner").value)]
        found = [place for iri in winners for place in self.of_claim(iri)]
        plain = self._lines.where(node, predicate, value)
        return _ordered([*found, *(plain if not found else [])])


def _ordered(places: Iterable[Place]) -> list[Place]:
    """Lines first, words last, each once."""
    return sorted(dict.fromkeys(places), key=lambda place: place.is_words)[:_MOST_PLACES]


def check(built: Iterable[Finding], origins: Origins) -> Iterator[Finding]:
    """What the build found, placed, and KG410 for contradictions that nothing decides.

    Args:
        built: What a build found.
        origins: Of what it made.
    """
    for found in built:
        yield placed(found, origins)
    yield from _open(origins)


def placed(found: Finding, origins: Origins) -> Finding:
    """The finding with its places; as it is, where none is known."""
    places = list(found.places)
    if found.code.startswith(("KG2", "KG5", "KG39")) and not places:
        places = [_file_place(found.at)]
    elif found.facts:
        places = [p for fact in _parsed(found.facts) for p in _of_triple(origins, fact)]
    elif found.focus and not places:
        places = origins.of_fact(found.focus, found.path, found.value) or origins.of_fact(found.focus)
    places = _ordered(places)
    if not places:
        return found
    at = found.at if found.at.startswith(places[0].file) else str(places[0])
    return replace(found, at=at, places=tuple(places))


_AT = re.compile(r"(?P<file>.+?)(?:, byte \d+)?(?::(?P<line>\d+))?\Z")


def _file_place(at: str) -> Place:
    """A document, and the line where the error knows it."""
    match = _AT.match(at)
    return Place(match["file"], int(match["line"] or 1), 1) if match else Place(at, 1, 1)


def _parsed(facts: Iterable[str]) -> list[Triple]:
    text = "".join(f"{fact} .\n" for fact in facts)
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]


def _of_triple(origins: Origins, fact: Triple) -> list[Place]:
    if not isinstance(fact.subject, NamedNode):
        return []
    return origins.of_fact(fact.subject.value, fact.predicate.value, str(fact.object))


def _open(origins: Origins) -> Iterator[Finding]:
    """KG410: claims against claims, and no rule that decides."""
    facts = origins.facts
    for node in sorted(facts.instances(kg("Contradiction").value), key=str):
        if kg("Open").value not in facts.iris(node, kg("status").value):
            continue
        sides = facts.iris(node, kg("side").value)
        places = _ordered(place for side in sides for place in origins.of_claim(side))
        about = next(iter(facts.iris(node, kg("about").value)), "")
        prop = next(iter(facts.iris(node, kg("property").value)), "")
        yield finding(
            "KG410",
            "contradiction that nothing decides",
            places,
            severity="info",
            focus=about,
            path=prop,
            found=f"{len(sides)} claims that cannot all be true, of <{about}>",
            want="a rule, an authority or a further source that decides",
            do=f"kg explain {about}",
        )
