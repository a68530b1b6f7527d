"""What the endpoint says of itself and of its dataset: Service Description, VoID and DCAT, all of it true."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.names import DCTERMS, RDF_TYPE, XSD, digest, kg

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
FOAF = "http://xmlns.com/foaf/0.1/"
FORMATS = "http://www.w3.org/ns/formats/"
PREFIXES = {"sd": SD, "void": VOID, "dcat": DCAT, "foaf": FOAF, "formats": FORMATS}
DUMP = "dump.nq.gz"
DESCRIPTION = ".well-known/void"

_ROWS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TOLD = (DCTERMS + "title", DCTERMS + "description", DCTERMS + "license", DCTERMS + "creator")
_CLASSES = "SELECT ?it (COUNT(DISTINCT ?s) AS ?n) { ?s a ?it } GROUP BY ?it"
_PROPERTIES = "SELECT ?it (COUNT(*) AS ?n) { ?s ?it ?o } GROUP BY ?it"
_SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"


def service(store: Store, address: str) -> Iterator[Triple]:
    """The service below this address.

    Simple entailment only: what was inferred stands in the store as triples, nothing is inferred on demand.

    Args:
        store: For its graphs.
        address: Of the server, with a slash at its end.
    """
    endpoint = f"{address}sparql"
    it, data, union, graphs = (_at(endpoint, part) for part in ("service", "dataset", "union", "graphs"))
    yield Triple(it, RDF_TYPE, _sd("Service"))
    yield Triple(it, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(it, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(it, _sd("feature"), _sd("UnionDefaultGraph"))
    yield Triple(it, _sd("defaultEntailmentRegime"), NamedNode("http://www.w3.org/ns/entailment/Simple"))
    yield Triple(it, _sd("defaultDataset"), data)
    yield Triple(it, _sd("availableGraphs"), graphs)
    yield Triple(data, RDF_TYPE, _sd("Dataset"))
    yield Triple(data, _sd("defaultGraph"), union)
    yield Triple(union, RDF_TYPE, _sd("Graph"))
    yield Triple(union, _void("triples"), _number(len(store)))
    yield Triple(graphs, RDF_TYPE, _sd("GraphCollection"))
    for name in (*_ROWS, *_GRAPHS):
        yield Triple(it, _sd("resultFormat"), NamedNode(FORMATS + name))
    for graph in _graphs(store):
        node = _at(endpoint, f"graph-{digest(graph.value)}")
        yield Triple(data, _sd("namedGraph"), node)
        yield Triple(graphs, _sd("namedGraph"), node)
        yield Triple(node, RDF_TYPE, _sd("NamedGraph"))
        yield Triple(node, _sd("name"), graph)


def dataset(store: Store, address: str, version: str) -> Iterator[Triple]:
    """The dataset, its parts and the ways to it, as VoID and DCAT.

    Args:
        store: Counted; takes as long as that.
        address: Of the server, with a slash at its end.
        version: Of the dataset.
    """
    here = address + DESCRIPTION
    document, data, access, dump = (
        NamedNode(here), _at(here, "dataset"), _at(here, "service"), _at(here, "dump")
    )  # fmt: skip
    yield Triple(document, RDF_TYPE, _void("DatasetDescription"))
    yield Triple(document, NamedNode(FOAF + "primaryTopic"), data)
    yield Triple(data, RDF_TYPE, _void("Dataset"))
    yield Triple(data, RDF_TYPE, _dcat("Dataset"))
    yield Triple(data, _dcat("version"), Literal(version))
    yield Triple(data, _void("sparqlEndpoint"), NamedNode(address + "sparql"))
    yield Triple(data, _void("dataDump"), NamedNode(address + DUMP))
    yield Triple(data, _dcat("distribution"), dump)
    yield Triple(dump, RDF_TYPE, _dcat("Distribution"))
    yield Triple(dump, _dcat("downloadURL"), NamedNode(address + DUMP))
    yield Triple(dump, _dcat("mediaType"), NamedNode(_MEDIA + "application/n-quads"))
    yield Triple(dump, _dcat("compressFormat"), NamedNode(_MEDIA + "application/gzip"))
    yield Triple(access, RDF_TYPE, _dcat("DataService"))
    yield Triple(access, _dcat("endpointURL"), NamedNode(address + "sparql"))
    yield Triple(access, _dcat("endpointDescription"), NamedNode(address + "openapi.json"))
    yield Triple(access, _dcat("servesDataset"), data)
    yield Triple(
        access, NamedNode(DCTERMS + "conformsTo"), NamedNode("http://www.w3.org/TR/sparql11-protocol/")
    )
    for name in _GRAPHS:
        yield Triple(data, _void("feature"), NamedNode(FORMATS + name))
    yield from _told(store, data, access)
    yield from _counted(store, here, data)


def base_of(store: Store) -> str:
    """The project's base IRI, as its ontology's header says; "" where none does."""
    found = (q.object for q in store.quads_for_pattern(None, kg("base"), None))
    return min((node.value for node in found if isinstance(node, Literal)), default="")


def _told(store: Store, data: NamedNode, access: NamedNode) -> Iterator[Triple]:
    """What the ontology's header says holds of the dataset that is made by it."""
    for header in store.quads_for_pattern(None, kg("base"), None):
        yield Triple(data, _void("uriSpace"), header.object)
        if isinstance(header.subject, NamedNode):
            yield Triple(data, _void("vocabulary"), header.subject)
        for property in _TOLD:
            for quad in store.quads_for_pattern(header.subject, NamedNode(property), None):
                if not isinstance(quad.object, BlankNode):
                    yield Triple(data, quad.predicate, quad.object)
                    if property == DCTERMS + "title":
                        yield Triple(access, quad.predicate, quad.object)


def _counted(store: Store, here: str, data: NamedNode) -> Iterator[Triple]:
    classes, properties = _partitions(store, _CLASSES), _partitions(store, _PROPERTIES)
    yield Triple(data, _void("triples"), _number(len(store)))
    yield Triple(data, _void("distinctSubjects"), _number(_count(store, _SUBJECTS)))
    yield Triple(data, _void("distinctObjects"), _number(_count(store, _OBJECTS)))
    yield Triple(data, _void("classes"), _number(len(classes)))
    yield Triple(data, _void("properties"), _number(len(properties)))
    for kind, counted, parts in (("class", "entities", classes), ("property", "triples", properties)):
        for part, count in parts:
            node = _at(here, f"{kind}-{digest(part.value)}")
            yield Triple(data, _void(f"{kind}Partition"), node)
            yield Triple(node, RDF_TYPE, _void("Dataset"))
            yield Triple(node, _void(kind), part)
            yield Triple(node, _void(counted), _number(count))


def _partitions(store: Store, query: str) -> list[tuple[NamedNode, int]]:
    rows = store.query(query, use_default_graph_as_union=True)
    return [(row["it"], int(row["n"].value)) for row in rows if isinstance(row["it"], NamedNode)]  # type: ignore[union-attr]


def _count(store: Store, query: str) -> int:
    row = next(iter(store.query(query, use_default_graph_as_union=True)))  # type: ignore[arg-type]
    return int(row["n"].value)


def _graphs(store: Store) -> list[NamedNode]:
    found = [graph for graph in store.named_graphs() if isinstance(graph, NamedNode)]
    return sorted(found, key=lambda graph: graph.value)


def _at(document: str, part: str) -> NamedNode:
    return NamedNode(f"{document}#{part}")


def _sd(local: str) -> NamedNode:
    return NamedNode(SD + local)


def _void(local: str) -> NamedNode:
    return NamedNode(VOID + local)


def _dcat(local: str) -> NamedNode:
    return NamedNode(DCAT + local)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(XSD + "integer"))
