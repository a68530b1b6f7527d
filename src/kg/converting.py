"""A reading as triples: the document, its claims and their words; and as the Turtle that reviewers read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import Literal, NamedNode, Triple

from kg import turtle
from kg.claims import Claim, Evidence, Factuality, Term
from kg.names import (
    DCTERMS,
    OA,
    PROV,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    RDF_TYPE,
    RDFS_LABEL,
    Names,
    kg,
    local_name,
)
from kg.periods import Period
from kg.reading import Reading
from kg.schema import Schema

Resolve = Callable[[NamedNode], NamedNode]


def document_triples(reading: Reading, names: Names, resolve: Resolve | None = None) -> list[Triple]:
    """What the dataset keeps of a document: its description, its claims and their evidence; unsorted.

    Args:
        reading: What the document says.
        names: Of the project.
        resolve: Local thing → canonical thing, for publisher and speakers; by default they stay as read.
    """
    return [
        *_description(reading, names, resolve or _as_read),
        *claim_triples(reading.claims, names, resolve),
    ]


def claim_triples(claims: Iterable[Claim], names: Names, resolve: Resolve | None = None) -> list[Triple]:
    """Claims and the evidence they share; unsorted, each triple once."""
    found: dict[Triple, None] = {}
    words: dict[Evidence, NamedNode] = {}
    for claim in claims:
        evidence = claim.evidence
        if evidence not in words:
            words[evidence] = evidence.iri(names)
            found.update(dict.fromkeys(_evidence(evidence, words[evidence], resolve or _as_read)))
        found.update(dict.fromkeys(_claim(claim, words[evidence], names)))
    return list(found)


def plain_triples(reading: Reading, names: Names) -> list[Triple]:
    """What the document asserts, as anyone would write it: no claim, no evidence; unsorted.

    A thing that is itself only expected, possible or denied is left out with all that is said of it.
    """
    unsure = _unsure_things(reading.claims)
    found = {
        Triple(claim.subject, claim.predicate, claim.object): None
        for claim in reading.claims
        if claim.factuality is Factuality.ASSERTED and not {claim.subject, claim.object} & unsure
    }
    return [*found, *_description(reading, names, _as_read)]


def to_turtle(reading: Reading, schema: Schema, *, plain_only: bool = False) -> str:
    """The document's file for `data/graphs`: sorted, so that a change shows as the lines that changed.

    Args:
        reading: What the document says.
        schema: Gives names and prefixes.
        plain_only: Leave out the claims and their words.
    """
    return as_turtle(reading, file_triples(reading, schema.names, plain_only=plain_only), schema)


def file_triples(reading: Reading, names: Names, *, plain_only: bool = False) -> list[Triple]:
    """What stands in the document's file for `data/graphs`; unsorted.

    Args:
        reading: What the document says.
        names: Of the project.
        plain_only: Leave out the claims and their words.
    """
    triples = plain_triples(reading, names)
    if not plain_only:
        triples += claim_triples(reading.claims, names)
    return triples + period_triples(periods_in(triples, names), names)


def as_turtle(reading: Reading, triples: Iterable[Triple], schema: Schema) -> str:
    """What `file_triples` gives, as `to_turtle` writes it."""
    text = turtle.write(triples, {**schema.prefixes, **_own_prefixes(reading.iri, schema.names)})
    head = (
        f"# What {reading.document.path.name} says, written by `kg convert`; mend the lexicon, not this file."
    )
    return f"{head}\n{text}"


def periods_in(triples: Iterable[Triple], names: Names) -> set[Period]:
    """The periods that triples speak of."""
    texts = (names.period_text(t.object.value) for t in triples if isinstance(t.object, NamedNode))
    return {Period.parse(text) for text in {*texts} if text is not None}


def period_triples(periods: Iterable[Period], names: Names) -> list[Triple]:
    """What a period is: its class, its name, its first and last day as integers; sorted by period."""
    found: list[Triple] = []
    for period in sorted(periods):
        node = names.period(period.text)
        found += [
            Triple(node, RDF_TYPE, kg("Period")),
            Triple(node, RDFS_LABEL, Literal(period.text)),
            Triple(node, kg("earliestDay"), Literal(period.earliest)),
            Triple(node, kg("latestDay"), Literal(period.latest)),
        ]
    return found


def _as_read(thing: NamedNode) -> NamedNode:
    return thing


def _own_prefixes(document: NamedNode, names: Names) -> dict[str, str]:
    kinds = ("claim", "evidence", "period")
    return {"this": f"{document.value}#", **{kind: f"{names.base}id/{kind}/" for kind in kinds}}


def _description(reading: Reading, names: Names, resolve: Resolve) -> list[Triple]:
    iri, metadata = reading.iri, reading.document.metadata
    values: list[tuple[NamedNode, Term | None]] = [
        (RDF_TYPE, kg("Document")),
        (RDFS_LABEL, Literal(reading.title)),
        (_dcterms("title"), Literal(reading.title, language=reading.language)),
        (_dcterms("publisher"), resolve(reading.publisher) if reading.publisher else None),
        (_dcterms("issued"), names.period(reading.issued.text) if reading.issued else None),
        (_dcterms("language"), Literal(reading.language)),
        (kg("sha256"), Literal(reading.document.sha256)),
        (kg("passages"), Literal(len(reading.passages))),
        (kg("silentPassages"), Literal(len(reading.silent))),
        (_dcterms("identifier"), Literal(reading.document.path.name)),
    ]
    address = metadata.source.address if metadata.source else None
    values.append((NamedNode(PROV + "hadPrimarySource"), _address(address)))
    values.append((NamedNode(PROV + "atLocation"), _address(metadata.address)))
    return [Triple(iri, predicate, value) for predicate, value in values if value is not None]


def _address(text: str | None) -> NamedNode | None:
    """An address as IRI; None where a file gives something that is none."""
    try:
        return NamedNode(text) if text else None
    except ValueError:
        return None


def _dcterms(local: str) -> NamedNode:
    return NamedNode(DCTERMS + local)


def _claim(claim: Claim, evidence: NamedNode, names: Names) -> list[Triple]:
    node = claim.iri(names)
    found = [
        Triple(node, RDF_TYPE, kg("Claim")),
        Triple(node, RDF_SUBJECT, claim.subject),
        Triple(node, RDF_PREDICATE, claim.predicate),
        Triple(node, RDF_OBJECT, claim.object),
        Triple(node, kg("factuality"), claim.factuality.iri),
        Triple(node, kg("evidence"), evidence),
    ]
    if claim.counted:
        found.append(Triple(node, kg("counted"), Literal(True)))
    return found


def _evidence(evidence: Evidence, node: NamedNode, resolve: Resolve) -> list[Triple]:
    values: list[tuple[NamedNode, Term]] = [
        (RDF_TYPE, kg("Evidence")),
        (_oa("hasSource"), evidence.source),
        (kg("verbatim"), Literal(evidence.verbatim)),
    ]
    if evidence.start >= 0:
        values += [(_oa("start"), Literal(evidence.start)), (_oa("end"), Literal(evidence.end))]
        values += [
            (_oa(part), Literal(getattr(evidence, part)))
            for part in ("exact", "prefix", "suffix")
            if getattr(evidence, part)
        ]
    if evidence.attributed_to is not None:
        values.append((NamedNode(PROV + "wasAttributedTo"), resolve(evidence.attributed_to)))
    return [Triple(node, predicate, value) for predicate, value in values]


def _oa(local: str) -> NamedNode:
    return NamedNode(OA + local)


def _unsure_things(claims: Iterable[Claim]) -> set[Term]:
    """Things whose existence nobody asserts, though somebody speaks of it."""
    firmness: dict[Term, set[Factuality]] = {}
    for claim in claims:
        if claim.predicate == RDF_TYPE:
            firmness.setdefault(claim.subject, set()).add(claim.factuality)
    return {thing for thing, said in firmness.items() if Factuality.ASSERTED not in said}


def file_name(document: NamedNode) -> str:
    """The name of a document's file in `data/graphs`."""
    return f"{local_name(document.value)}.ttl"
