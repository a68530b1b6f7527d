"""SPARQL 1.1 Protocol, reading only: what a request asks, and which format it wants back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.errors import QueryError

ROWS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Formats of SELECT and ASK, the one that is given unasked first."""

GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
"""Formats of CONSTRUCT and DESCRIBE, the one that is given unasked first."""

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is asked to do; one of `query`, `saved` and `endpoint` is given.

    Args:
        query: SPARQL.
        saved: Name of a saved query, with `values` for its parameters.
        endpoint: Address to describe.
        accept: The request's Accept header; "" for anything.
        default_graphs: IRIs, or None where the request names no dataset.
        named_graphs: IRIs, or None where the request names no dataset.
    """

    query: str = ""
    saved: str = ""
    endpoint: str = ""
    values: dict[str, str] = field(default_factory=dict)
    accept: str = ""
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer: HTTP status, media type, body."""

    status: int
    media_type: str
    body: bytes


def refusal(status: int, error: Exception) -> Reply:
    return Reply(status, "text/plain; charset=utf-8", f"{error}\n".encode())


def query_of_get(query_string: str, accept: str) -> Job | None:
    """The query of a GET; None where there is none, which asks for the service's description.

    Raises:
        QueryError: KG605 for an update, KG607 for parameters that do not fit.
    """
    pairs = parse_qsl(query_string, keep_blank_values=True)
    named = {name for name, _ in pairs}
    _refuse_update(named)
    return _job(pairs, accept) if "query" in named else None


def query_of_post(media_type: str, query_string: str, body: bytes, accept: str) -> Job:
    """The query of a POST.

    Raises:
        QueryError: KG605 for an update, KG607 for parameters or a media type that do not fit.
    """
    kind = media_type.partition(";")[0].strip().lower()
    if kind == _UPDATE:
        _refuse_update({"update"})
    if kind not in (_FORM, _QUERY):
        raise QueryError(
            "KG607",
            "request of a kind that is not taken",
            found=kind or "no Content-Type",
            want=f"{_FORM} or {_QUERY}",
        )
    try:
        text = body.decode("utf-8")
        pairs = parse_qsl(query_string if kind == _QUERY else text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise QueryError("KG607", "request that is not UTF-8", found=str(error), want="UTF-8") from error
    if kind == _QUERY:
        pairs = [pair for pair in pairs if pair[0] != "query"] + [("query", text)]
    _refuse_update({name for name, _ in pairs})
    return _job(pairs, accept)


def _refuse_update(named: set[str]) -> None:
    if named & {"update", "using-graph-uri", "using-named-graph-uri"}:
        raise QueryError(
            "KG605",
            "update",
            found="SPARQL Update",
            want="a query; this dataset is only read",
            do="build it anew",
        )


def _job(pairs: Iterable[tuple[str, str]], accept: str) -> Job:
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    queries = given.get("query", [])
    if len(queries) != 1:
        raise QueryError("KG607", "one query is wanted", found=f"{len(queries)} parameters named query")
    chosen = "default-graph-uri" in given or "named-graph-uri" in given
    return Job(
        query=queries[0],
        accept=accept,
        default_graphs=tuple(given.get("default-graph-uri", ())) if chosen else None,
        named_graphs=tuple(given.get("named-graph-uri", ())) if chosen else None,
    )


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """The media type to answer with: the one the header ranks highest, the earlier of equals; None for none.

    Source:
        RFC 9110, section 12.5.1: the most specific range that fits a type gives its weight.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [(-_weight(offer, ranges), place, offer) for place, offer in enumerate(offered)]
    best = min(ranked, default=(0.0, 0, ""))
    return best[2] if best[0] < 0 else None


def _range(text: str) -> tuple[str, float]:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media, min(max(float(value), 0.0), 1.0)
            except ValueError:
                return media, 0.0
    return media, 1.0


def _weight(offer: str, ranges: Iterable[tuple[str, float]]) -> float:
    fits = {offer: 3, offer.partition("/")[0] + "/*": 2, "*/*": 1}
    return max(((fits[media], weight) for media, weight in ranges if media in fits), default=(0, 0.0))[1]
