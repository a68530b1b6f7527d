"""What a rule keeps out, and what was found wrong, as triples of their graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.deciding import Decision
from kg.deciding.graphs import decision_triples
from kg.findings import Finding
from kg.names import DCTERMS, RDF_TYPE, RDFS_LABEL, SH, Names, kg

__all__ = ["finding_iri", "finding_triples", "quarantine_triples"]


def quarantine_triples(
    quarantined: Mapping[Triple, Finding], out: Iterable[Decision], names: Names
) -> Iterator[Triple]:
    """What was left out, why, and the decisions that led to it."""
    behind = {d.triple: d for d in out}
    for decision in behind.values():
        yield from (Triple(*told) for told in decision_triples(decision, names))
    for triple in sorted(quarantined, key=str):
        node = names.hashed("quarantined", *map(str, (triple.subject, triple.predicate, triple.object)))
        yield Triple(node, RDF_TYPE, kg("Quarantined"))
        yield Triple(node, kg("about"), triple.subject)
        yield Triple(node, kg("property"), triple.predicate)
        yield Triple(node, kg("value"), triple.object)
        yield Triple(node, kg("finding"), finding_iri(quarantined[triple], names))
        for claim in behind[triple].winners if triple in behind else ():
            yield Triple(node, kg("claim"), claim)


def finding_iri(finding: Finding, names: Names) -> NamedNode:
    """The same for the same breach of the same rule at the same place."""
    parts = (
        finding.code,
        finding.focus,
        finding.path,
        finding.value,
        finding.shape,
        finding.at,
        finding.found,
    )
    return names.hashed("finding", *parts)


def finding_triples(finding: Finding, names: Names) -> list[Triple]:
    """A finding for the graph of findings; unsorted."""
    node = finding_iri(finding, names)
    texts = {
        "what": finding.what,
        "at": finding.at,
        "found": finding.found,
        "want": finding.want,
        "do": finding.do,
    }
    found = [
        Triple(node, RDF_TYPE, kg("Finding")),
        Triple(node, NamedNode(DCTERMS + "identifier"), Literal(finding.code)),
        Triple(node, RDFS_LABEL, Literal(finding.what or finding.code)),
        Triple(node, kg("severity"), Literal(finding.severity)),
        *(Triple(node, kg(key), Literal(text)) for key, text in texts.items() if text),
        *(_message(node, language, text) for language, text in finding.messages),
    ]
    for predicate, iri in (
        (kg("about"), finding.focus),
        (kg("property"), finding.path),
        (NamedNode(SH + "sourceShape"), finding.shape),
    ):
        term = _iri(iri)
        if term is not None:
            found.append(Triple(node, predicate, term))
    return found


def _message(node: NamedNode, language: str, text: str) -> Triple:
    said = Literal(text, language=language) if language else Literal(text)
    return Triple(node, NamedNode(SH + "resultMessage"), said)


def _iri(text: str) -> NamedNode | None:
    """An IRI; None for a path, a blank node or nothing."""
    try:
        return NamedNode(text) if ":" in text else None
    except ValueError:
        return None
