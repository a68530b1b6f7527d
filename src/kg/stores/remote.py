"""A store behind HTTP: where it is asked and written to, who one is there, and what it answers."""

from __future__ import annotations

import ipaddress
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import httpx
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import StoreError
from kg.tables import Row, Table, Value

_NO_SUCH_WAY = {404, 405, 501}
_CONNECTING = 10.0
_PATIENCE = 600.0
_ACCEPT_JSON = {"Accept": "application/sparql-results+json"}
_ONE_ROW = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"
_ONE_QUAD = "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1"


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

    def below(self, url: str) -> Endpoint:
        """The same, each part that there is put after an address."""
        base = url.rstrip("/")
        return Endpoint(
            base + self.query, self.update and base + self.update, self.graphs and base + self.graphs
        )


# Relative to the address given. Oxigraph's and Virtuoso's are tried by the tests; the others are as the makers
# document them.
LAYOUTS: Mapping[str, Endpoint] = {
    "oxigraph": Endpoint("/query", "/update", "/store"),
    "fuseki": Endpoint("/sparql", "/update", "/data"),
    "rdf4j": Endpoint("", "/statements", "/rdf-graphs/service"),
    "virtuoso": Endpoint("/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
}


class _Login(httpx.Auth):
    """User and password, in whichever of the two ways the store asks for them."""

    requires_request_body = True

    def __init__(self, user: str, password: str) -> None:
        self._given = (user, password)
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._way is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = response.headers.get("WWW-Authenticate", "").lower()
            digest = asked.startswith("digest") or ", digest" in asked
            self._way = httpx.DigestAuth(*self._given) if digest else httpx.BasicAuth(*self._given)
        yield from self._way.auth_flow(request)


@dataclass
class Remote:
    """One store, connected to.

    Args:
        client: Carries the login.
        url: The address given.
        endpoint: The addresses found.
        options: Sent along with each query, where a store needs it for the union of its graphs.
        server: What the store says that it is; "" before it has answered.
    """

    client: httpx.Client
    url: str
    endpoint: Endpoint
    options: Mapping[str, str] = field(default_factory=dict)
    server: str = ""

    def select(self, text: str, prefixes: Mapping[str, str] | None = None) -> Table:
        """The rows of a SELECT, or the answer of an ASK.

        Raises:
            StoreError: KG701, KG702, KG703; KG707 where the store cut its answer off.
        """
        at = self.endpoint.query
        answer = self._request("POST", at, params=self.options, headers=_ACCEPT_JSON, data={"query": text})
        self.server = answer.headers.get("Server", "")
        if not answer.is_success:
            raise _refused(answer, at)
        _refuse_cut_off(answer, at)
        try:
            return _table(answer.json(), prefixes or {})
        except (ValueError, KeyError, TypeError) as error:
            want = "SPARQL results in JSON"
            raise StoreError(
                "KG702", "answer that is no SPARQL result", at, answer.text[:200], want
            ) from error

    def put(self, graph: NamedNode, lines: Iterable[bytes], *, add: bool = False) -> bool:
        """Send N-Triples with the Graph Store Protocol; False where the store does not speak it.

        Args:
            graph: Replaced by them.
            lines: Each with its line break.
            add: Into the graph instead.
        """
        if not self.endpoint.graphs:
            return False
        answer = self._request(
            "POST" if add else "PUT",
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

    def update(self, text: str) -> None:
        """SPARQL Update.

        Raises:
            StoreError: KG704 where the store has no address for it; KG701, KG702, KG703.
        """
        at = self.endpoint.update
        if not at:
            raise StoreError("KG704", "no way into the store", at=self.url, want="an address for updates")
        headers = {"Content-Type": "application/sparql-update"}
        answer = self._request("POST", at, headers=headers, content=text.encode())
        if not answer.is_success:
            raise _refused(answer, at)

    def count(self, graph: NamedNode) -> int:
        """How many triples the store holds in a graph."""
        found = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        try:
            return int(found.column("n")[0] or "")
        except (KeyError, IndexError, ValueError) as error:
            at = self.endpoint.query
            raise StoreError(
                "KG702", "store that does not say how much it holds", at, str(found.rows)
            ) from error

    def _request(self, method: str, url: str, **what: Any) -> httpx.Response:
        return _request(self.client, method, url, **what)


@contextmanager
def connect(
    url: str,
    *,
    user: str | None = None,
    password: str | None = None,
    endpoint: Endpoint | None = None,
    layout: str | None = None,
    patience: float = _PATIENCE,
) -> Iterator[Remote]:
    """Find the way into a store, and keep it open.

    Args:
        url: Address of the store, of its repository, or of its SPARQL endpoint.
        user: For HTTP authentication, basic or digest as the store asks, with `password`.
        password: Never shown in an error.
        endpoint: The addresses themselves, for a layout that kg does not know.
        layout: One of `LAYOUTS`; tried one after the other when None.
        patience: Seconds to wait for one answer.

    Raises:
        StoreError: KG701 unreachable, KG703 who are you, KG704 no way in.
    """
    login = _Login(user, password or "") if user else None
    timeout = httpx.Timeout(patience, connect=min(_CONNECTING, patience))
    # A proxy for the wide world must not stand between two programs on one machine.
    with httpx.Client(auth=login, timeout=timeout, trust_env=not _is_loopback(url)) as client:
        yield Remote(client, url, endpoint or _find(client, url, layout))


def with_union(remote: Remote) -> Remote:
    """The same store, asked so that a pattern outside GRAPH finds what stands in any graph.

    Raises:
        StoreError: KG708, where the store does not offer that.
    """
    for options in ({}, {"union-default-graph": "true"}):
        asked = replace(remote, options=options)
        if asked.select(_ONE_ROW).rows:
            return asked
    if not remote.select(_ONE_QUAD).rows:
        return remote
    raise StoreError(
        "KG708",
        "store that keeps its graphs apart",
        at=remote.url,
        want="a default graph that is the union of all graphs",
        do="switch it on in the store's configuration (Fuseki: tdb2:unionDefaultGraph true)",
    )


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _find(client: httpx.Client, url: str, layout: str | None) -> Endpoint:
    """The first layout whose query address answers with rows."""
    if layout is not None and layout not in LAYOUTS:
        raise StoreError(
            "KG704", "layout that kg does not know", found=layout, want=", ".join(sorted(LAYOUTS))
        )
    refusals: list[httpx.Response] = []
    for known in [LAYOUTS[layout]] if layout else LAYOUTS.values():
        found = known.below(url)
        answer = _request(client, "GET", found.query, params={"query": _ONE_ROW}, headers=_ACCEPT_JSON)
        if answer.status_code in (401, 403):
            refusals.append(answer)
        elif answer.is_success and '"bindings"' in answer.text:
            return found if layout else _by_maker(answer, url, found)
    if refusals:
        raise _refused(refusals[0], url)
    raise StoreError(
        "KG704",
        "no way into the store",
        at=url,
        want="an address below which SPARQL is answered: " + ", ".join(sorted(LAYOUTS)),
        do="give the address of the repository, or the three addresses themselves",
    )


def _by_maker(answer: httpx.Response, url: str, found: Endpoint) -> Endpoint:
    """Virtuoso answers where Fuseki does, and says that it is Virtuoso."""
    if "virtuoso" not in answer.headers.get("Server", "").lower():
        return found
    made = LAYOUTS["virtuoso"].below(url.rstrip("/").removesuffix("/sparql"))
    return replace(made, query=found.query)


def _request(client: httpx.Client, method: str, url: str, **what: Any) -> httpx.Response:
    try:
        return client.request(method, url, **what)
    except httpx.TimeoutException as error:
        raise StoreError(
            "KG701",
            "store that takes too long",
            at=url,
            found=type(error).__name__,
            do="ask for less, or wait longer",
        ) from error
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
        want = "a user who may do this here"
        return StoreError("KG703", "store that asks who you are", at, said, want, "give user and password")
    want = "a store that takes this"
    return StoreError("KG702", "store that refuses", at, said, want, "ask whoever keeps the store")


def _refuse_cut_off(answer: httpx.Response, at: str) -> None:
    """Virtuoso says only in a header that there would have been more."""
    most, state = (answer.headers.get(name, "") for name in ("X-SPARQL-MaxRows", "X-SQL-State"))
    if most or state:
        found = f"at {most} rows" if most else answer.headers.get("X-SQL-Message", state)
        do = "ask for less, or raise ResultSetMaxRows and MaxQueryExecutionTime in the store's configuration"
        raise StoreError("KG707", "answer that the store cut off", at, found, "the whole answer", do)


def _table(content: Any, prefixes: Mapping[str, str]) -> Table:
    if "boolean" in content:
        return Table(("answer",), ((Literal(bool(content["boolean"])),),), "boolean", prefixes=prefixes)
    columns = tuple(content["head"]["vars"])
    rows: list[Row] = [
        tuple(_term(found[name]) if name in found else None for name in columns)
        for found in content["results"]["bindings"]
    ]
    return Table(columns, tuple(rows), prefixes=prefixes)


def _term(given: Mapping[str, Any]) -> Value:
    kind, value = given["type"], given["value"]
    if kind == "uri":
        return NamedNode(value)
    if kind == "bnode":
        return BlankNode(value)
    if kind == "triple":
        return Triple(*(_term(value[part]) for part in ("subject", "predicate", "object")))  # type: ignore[arg-type]
    if given.get("xml:lang"):
        return Literal(value, language=given["xml:lang"])
    return Literal(value, datatype=NamedNode(given["datatype"])) if given.get("datatype") else Literal(value)
