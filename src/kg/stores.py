"""Load a dataset into another triple store, graph by graph, and count what arrived."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

import httpx
from pyoxigraph import NamedNode, Store

from kg.errors import StoreError
from kg.exporting import Skolemised, ascii_line

Progress = Callable[[str, int], None]

_TRIPLES_AT_ONCE = 5_000
_NO_SUCH_WAY = {404, 405, 501}
_TIMEOUT = httpx.Timeout(600.0, connect=10.0)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of one store.

    Args:
        query: SPARQL 1.1 Query.
        update: SPARQL 1.1 Update, or "" where there is none.
        graphs: Graph Store Protocol with `?graph=`, or "" where there is none.
    """

    query: str
    update: str = ""
    graphs: str = ""


# Relative to the address given. Oxigraph's was tried; the others are as the makers document them.
LAYOUTS: Mapping[str, Endpoint] = {
    "oxigraph": Endpoint("/query", "/update", "/store"),
    "fuseki": Endpoint("/sparql", "/update", "/data"),
    "rdf4j": Endpoint("", "/statements", "/rdf-graphs/service"),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """One graph that was loaded: triples sent, and triples the store counts there afterwards."""

    graph: str
    sent: int
    found: int


def load(
    store: Store,
    url: str,
    *,
    base: str,
    graphs: Iterable[NamedNode] | None = None,
    user: str | None = None,
    password: str | None = None,
    endpoint: Endpoint | None = None,
    progress: Progress | None = None,
) -> list[Loaded]:
    """Replace graphs in another store by those of this one.

    Each graph is sent with the Graph Store Protocol (PUT, N-Triples in ASCII); where the store has none, with
    SPARQL Update (DROP, then INSERT DATA in batches). Graphs that are only in the other store stay.

    Args:
        store: The dataset; only read.
        url: Address of the store, or of its repository; `LAYOUTS` says what is looked for below it.
        base: Project's base IRI, for what were blank nodes.
        graphs: Which graphs; all named ones when None.
        user: For HTTP basic authentication, with `password`.
        password: Never shown in an error.
        endpoint: The addresses themselves, for a layout that kg does not know.
        progress: Called with each graph's IRI and its triples, when it has been sent.

    Returns:
        One record a graph, sorted by IRI.

    Raises:
        StoreError: KG701 unreachable, KG702 refused, KG703 who are you, KG704 no way in, KG705 fewer triples
            than were sent. What was sent before stays there.

    Source:
        SPARQL 1.1 Graph Store HTTP Protocol; SPARQL 1.1 Update (W3C, 2013).
    """
    auth = httpx.BasicAuth(user, password or "") if user else None
    wanted = _wanted(store, graphs)
    # A proxy for the wide world must not stand between two programs on one machine.
    with httpx.Client(auth=auth, timeout=_TIMEOUT, trust_env=not _is_loopback(url)) as client:
        remote = _Remote(client, url, endpoint or _find_endpoint(client, url))
        quads = Skolemised(store, base)
        sent = {}
        for graph in wanted:
            sent[graph] = remote.replace(graph, _lines(quads, graph))
            if progress:
                progress(graph.value, sent[graph])
        loaded = [Loaded(graph.value, count, remote.count(graph)) for graph, count in sent.items()]
    _refuse_losses(loaded, url)
    return loaded


def _wanted(store: Store, graphs: Iterable[NamedNode] | None) -> list[NamedNode]:
    there = {graph for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    chosen = there if graphs is None else set(graphs)
    for graph in sorted(chosen - there, key=str):
        raise StoreError("KG706", "graph that is not in the dataset", found=f"<{graph.value}>")
    return sorted(chosen, key=lambda graph: graph.value)


def _lines(quads: Skolemised, graph: NamedNode) -> list[bytes]:
    return sorted({ascii_line(quad.triple) for quad in quads.quads(graph)})


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _find_endpoint(client: httpx.Client, url: str) -> Endpoint:
    """The first layout whose query address answers ASK."""
    for layout in LAYOUTS.values():
        found = Endpoint(*(url.rstrip("/") + part for part in (layout.query, layout.update, layout.graphs)))
        answer = _request(client, "GET", found.query, params={"query": "ASK {}"}, headers=_ACCEPT_JSON)
        if answer.status_code in (401, 403):
            raise _refused(answer, url)
        if answer.is_success and "boolean" in answer.text:
            return found
    raise StoreError(
        "KG704",
        "no way into the store",
        at=url,
        want="an address below which SPARQL is answered: " + ", ".join(sorted(LAYOUTS)),
        do="give the address of the repository, or the three addresses themselves",
    )


_ACCEPT_JSON = {"Accept": "application/sparql-results+json"}


def _request(
    client: httpx.Client,
    method: str,
    url: str,
    *,
    params: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    content: bytes | Iterator[bytes] | None = None,
    data: Mapping[str, str] | None = None,
) -> httpx.Response:
    try:
        return client.request(method, url, params=params, headers=headers, content=content, data=data)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise StoreError(
            "KG701",
            "store that cannot be reached",
            at=url,
            found=str(error) or type(error).__name__,
            want="a store that answers at this address",
            do="start it, or mend the address",
        ) from error


def _refused(answer: httpx.Response, at: str) -> StoreError:
    said = f"{answer.status_code} {' '.join(answer.text.split())[:200]}".strip()
    if answer.status_code in (401, 403):
        want = "a user who may write here"
        return StoreError("KG703", "store that asks who you are", at, said, want, "give user and password")
    want = "a store that takes this graph"
    return StoreError("KG702", "store that refuses", at, said, want, "ask whoever keeps the store")


@dataclass
class _Remote:
    client: httpx.Client
    url: str
    endpoint: Endpoint

    def replace(self, graph: NamedNode, lines: list[bytes]) -> int:
        if not (self.endpoint.graphs and self._put(graph, lines)):
            self._insert(graph, lines)
        return len(lines)

    def _put(self, graph: NamedNode, lines: list[bytes]) -> bool:
        """False where the store does not speak the protocol."""
        answer = _request(
            self.client,
            "PUT",
            self.endpoint.graphs,
            params={"graph": graph.value},
            headers={"Content-Type": "application/n-triples"},
            content=b"".join(lines),
        )
        if answer.status_code in _NO_SUCH_WAY:
            return False
        if not answer.is_success:
            raise _refused(answer, self.endpoint.graphs)
        return True

    def _insert(self, graph: NamedNode, lines: list[bytes]) -> None:
        if not self.endpoint.update:
            raise StoreError("KG704", "no way into the store", at=self.url, want="an address for updates")
        self._update(f"DROP SILENT GRAPH {graph}")
        waiting = iter(lines)
        while batch := list(islice(waiting, _TRIPLES_AT_ONCE)):
            triples = b"".join(batch).decode("ascii")
            self._update(f"INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}")

    def _update(self, text: str) -> None:
        answer = _request(
            self.client,
            "POST",
            self.endpoint.update,
            headers={"Content-Type": "application/sparql-update"},
            content=text.encode(),
        )
        if not answer.is_success:
            raise _refused(answer, self.endpoint.update)

    def count(self, graph: NamedNode) -> int:
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        answer = _request(
            self.client, "POST", self.endpoint.query, headers=_ACCEPT_JSON, data={"query": query}
        )
        if not answer.is_success:
            raise _refused(answer, self.endpoint.query)
        try:
            return int(answer.json()["results"]["bindings"][0]["n"]["value"])
        except (ValueError, KeyError, IndexError, TypeError) as error:
            at = self.endpoint.query
            raise StoreError(
                "KG702", "store that does not say how much it holds", at, answer.text[:200]
            ) from error


def _refuse_losses(loaded: Iterable[Loaded], url: str) -> None:
    short = [one for one in loaded if one.found != one.sent]
    if short:
        raise StoreError(
            "KG705",
            "other triples in the store than were sent",
            at=url,
            found="; ".join(f"<{one.graph}> {one.found} of {one.sent}" for one in short[:10]),
            want="as many as were sent",
            do="look into the store's log; some drop triples without a word",
        )
