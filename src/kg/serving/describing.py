"""What the endpoint says of itself when asked nothing: a SPARQL 1.1 Service Description that is true."""

from __future__ import annotations

from pyoxigraph import NamedNode, Store, Triple

from kg import turtle
from kg.names import RDF_TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "TriG", "N-Quads"),
)


def describe(store: Store, endpoint: str) -> str:
    """Turtle for the service at this address.

    Simple entailment only: what was inferred stands in the store as triples, nothing is inferred on demand.

    Args:
        store: For its graphs.
        endpoint: The address that was asked.
    """
    service, dataset, union = (NamedNode(endpoint + part) for part in ("#service", "#dataset", "#union"))
    found = [
        Triple(service, RDF_TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultEntailmentRegime"), NamedNode("http://www.w3.org/ns/entailment/Simple")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, RDF_TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), union),
        Triple(union, RDF_TYPE, _sd("Graph")),
    ]
    found += [Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in _RESULTS]
    names = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    for number, name in enumerate(names, 1):
        node = NamedNode(f"{endpoint}#graph-{number}")
        found += [
            Triple(dataset, _sd("namedGraph"), node),
            Triple(node, RDF_TYPE, _sd("NamedGraph")),
            Triple(node, _sd("name"), NamedNode(name)),
        ]
    return turtle.write(found, {"sd": SD, "formats": FORMATS})


def _sd(local: str) -> NamedNode:
    return NamedNode(SD + local)
