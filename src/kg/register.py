"""The register's Turtle as claims with their addresses, and as plain triples that nobody disputes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.claims import Claim, Evidence, Factuality, Term
from kg.errors import SchemaError
from kg.names import DCTERMS, KG, OWL, RDF_TYPE, SKOS, WGS84, Names
from kg.schema import Schema

_SOURCE = NamedNode(DCTERMS + "source")
_PUBLISHER = NamedNode(DCTERMS + "publisher")
_ISSUED = NamedNode(DCTERMS + "issued")
_WEB_HOST = NamedNode(KG + "webHost")
_PLAIN_NAMESPACES = (SKOS, DCTERMS, WGS84)
_PROPERTY_KINDS = frozenset(OWL + kind for kind in ("ObjectProperty", "DatatypeProperty"))


@dataclass(frozen=True, slots=True)
class Register:
    """What stands in `data/reference`.

    Args:
        claims: One for each sourced statement and address; subjects are canonical. Sorted by IRI.
        triples: Names, types of named things, coordinates, addresses, what has no source, and of each cited
            address its host and, where the register knows it, its publisher. Sorted.
    """

    claims: tuple[Claim, ...]
    triples: tuple[Triple, ...]


def read_register(schema: Schema) -> Register:
    """Split the register's triples into claims and plain triples.

    A node with `dcterms:source` gives a claim for each of its triples whose predicate the ontology declares
    as a property, and for its class where that class is not found by name.

    Raises:
        SchemaError: KG106, when the register holds a blank node: what has no name cannot be cited.
    """
    declared = _declared_properties(schema)
    sources: dict[str, list[NamedNode]] = {}
    for triple in schema.register:
        _refuse_blank(triple)
        if triple.predicate == _SOURCE and isinstance(triple.object, NamedNode):
            sources.setdefault(_iri(triple), []).append(triple.object)
    claims: list[Claim] = []
    plain: list[Triple] = []
    for triple in schema.register:
        addresses = sources.get(_iri(triple), ())
        if addresses and _is_statement(triple, declared, schema):
            claims.extend(_claim(triple, address) for address in addresses)
        else:
            plain.append(triple)
    plain.extend(_about_addresses(schema, {claim.source.value for claim in claims}))
    return Register(_by_iri(claims, schema.names), tuple(sorted(set(plain), key=str)))


def publishers(schema: Schema, addresses: Iterable[str]) -> dict[str, NamedNode]:
    """Address → the thing that the register names as its publisher, or that publishes at its host.

    Hosts are compared with or without `www.`; addresses at hosts that the register does not know are left out.
    """
    hosts = {
        triple.object.value: triple.subject
        for triple in _told_by(schema, _WEB_HOST)
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal)
    }
    named = dict(_told_of_addresses(schema, _PUBLISHER))
    found: dict[str, NamedNode] = {}
    for address in sorted(addresses):
        if address in named:
            found[address] = named[address]
            continue
        host = _host(address)
        known = (hosts.get(name) for name in (host, host.removeprefix("www."), f"www.{host}"))
        publisher = next((thing for thing in known if thing is not None), None)
        if publisher is not None:
            found[address] = publisher
    return found


def issued(schema: Schema) -> dict[str, NamedNode]:
    """Address → the period in which it was published, by `dcterms:issued` of the register."""
    return dict(_told_of_addresses(schema, _ISSUED))


def _told_of_addresses(schema: Schema, predicate: NamedNode) -> list[tuple[str, NamedNode]]:
    return [
        (triple.subject.value, triple.object)
        for triple in _told_by(schema, predicate)
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode)
    ]


def _told_by(schema: Schema, predicate: NamedNode) -> list[Triple]:
    """What the register says by a property, sorted."""
    return sorted((triple for triple in schema.register if triple.predicate == predicate), key=str)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _about_addresses(schema: Schema, addresses: set[str]) -> list[Triple]:
    """So that no query has to take an address apart."""
    told = [Triple(NamedNode(a), _PUBLISHER, who) for a, who in publishers(schema, addresses).items()]
    hosts = ((address, _host(address)) for address in sorted(addresses))
    return told + [Triple(NamedNode(a), _WEB_HOST, Literal(host)) for a, host in hosts if host]


def _declared_properties(schema: Schema) -> frozenset[str]:
    return frozenset(
        triple.subject.value
        for triple in schema.ontology
        if triple.predicate == RDF_TYPE
        and isinstance(triple.object, NamedNode)
        and triple.object.value in _PROPERTY_KINDS
        and isinstance(triple.subject, NamedNode)
        and not triple.subject.value.startswith(_PLAIN_NAMESPACES)
    )


def _is_statement(triple: Triple, declared: frozenset[str], schema: Schema) -> bool:
    if triple.predicate == RDF_TYPE:
        return isinstance(triple.object, NamedNode) and not class_is_named(schema, triple.object.value)
    return triple.predicate.value in declared


def class_is_named(schema: Schema, class_iri: str) -> bool:
    """Whether the things of a class are found by their names (`kg:named`, its own or of a class above it)."""
    lineage = (class_iri, *schema.superclasses.get(class_iri, ()))
    return any(c in schema.classes and schema.classes[c].named for c in lineage)


def _claim(triple: Triple, address: NamedNode) -> Claim:
    subject, value = triple.subject, triple.object
    assert isinstance(subject, NamedNode)
    assert isinstance(value, NamedNode | Literal)
    said: Term = value
    evidence = Evidence(source=address, verbatim=False)
    return Claim(address, subject, triple.predicate, said, Factuality.ASSERTED, evidence)


def _by_iri(claims: list[Claim], names: Names) -> tuple[Claim, ...]:
    found = {claim.iri(names).value: claim for claim in claims}
    return tuple(found[iri] for iri in sorted(found))


def _iri(triple: Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, NamedNode) else ""


def _refuse_blank(triple: Triple) -> None:
    if isinstance(triple.subject, NamedNode) and not isinstance(triple.object, BlankNode | Triple):
        return
    raise SchemaError(
        "KG106",
        "blank node in the register",
        at=str(triple.subject),
        found=str(triple),
        want="an IRI for everything that is said",
        do="name the node, as in id:<class>/<name>",
    )
