"""SPARQL 1.1 Protocol, reading only: what a request asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import parse_qsl

from kg.errors import QueryError

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is asked to do. Two equal jobs have, over one dataset, one answer.

    Args:
        asks: "query" (SPARQL), "saved" (a saved query), "service" or "void" (descriptions), "thing" (what is
            known of an IRI), "page" (one of those for people), "state" (whether the dataset answers), "dump" (all
            of it, into a file).
        text: SPARQL, the saved query's name, the IRI's path below the project's base, the page's name, or the
            file.
        values: Of a saved query's parameters, or of a page's address.
        accept: The request's Accept header; "" for anything.
        gzip: Whether the answer may be compressed.
        address: Of the server as the client sees it, with a slash at its end.
        stamp: Changes when what is asked changes outside of the dataset.
        language: Of a page.
        chosen: Whether the address names the language.
        default_graphs: IRIs, or None where the request names no dataset.
        named_graphs: IRIs, or None where the request names no dataset.
        known_on: A day, YYYY-MM-DD, from which what was published later does not count; "" for none.
    """

    asks: str
    text: str = ""
    values: tuple[tuple[str, str], ...] = ()
    accept: str = ""
    gzip: bool = False
    address: str = "http://localhost/"
    stamp: str = ""
    language: str = "en"
    chosen: bool = False
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    known_on: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer.

    Args:
        status: HTTP status.
        media_type: With its charset.
        body: All of it.
        headers: More headers.
        keep: Whether the same job has the same answer while the dataset stays the same.
        fault: Whether the dataset could not be read, which it can be when asked anew after a change.
    """

    status: int
    media_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    keep: bool = False
    fault: bool = False

    def also(self, *headers: tuple[str, str]) -> Reply:
        return replace(self, headers=self.headers + headers)


def query_of_get(query_string: str, job: Job) -> Job | None:
    """The query of a GET; None where there is none, which asks for the service's description.

    Args:
        query_string: As it stands in the address.
        job: Completed with what is asked.

    Raises:
        QueryError: KG605 for an update, KG607 for parameters that do not fit.
    """
    pairs = _pairs(query_string)
    named = {name for name, _ in pairs}
    _refuse_update(named)
    return _job(pairs, job) if named & {"query", "default-graph-uri", "named-graph-uri"} else None


def query_of_post(media_type: str, query_string: str, body: bytes, job: Job) -> Job:
    """The query of a POST.

    Raises:
        QueryError: KG605 for an update, KG607 for parameters or a media type that do not fit.
    """
    kind, _, parameters = media_type.partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        _refuse_update({"update"})
    if kind not in (_FORM, _QUERY) or not _is_utf8(parameters):
        raise UnknownKindError(
            "KG607",
            "request of a kind that is not taken",
            found=media_type or "no Content-Type",
            want=f"{_FORM} or {_QUERY}, in UTF-8",
        )
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("KG607", "request that is not UTF-8", found=str(error), want="UTF-8") from error
    pairs = _pairs(query_string) + ([("query", text)] if kind == _QUERY else _pairs(text))
    _refuse_update({name for name, _ in pairs})
    return _job(pairs, job)


class UnknownKindError(QueryError):
    """A body of a media type that is not taken."""

    status: ClassVar[int] = 415


class UpdateRefusedError(QueryError):
    """An update."""

    status: ClassVar[int] = 403


class UnacceptableError(QueryError):
    """An answer in none of the formats that the client takes."""

    status: ClassVar[int] = 406


def _is_utf8(parameters: str) -> bool:
    for part in parameters.lower().split(";"):
        name, _, value = part.partition("=")
        if name.strip() == "charset":
            return value.strip().strip('"') in ("utf-8", "utf8", "us-ascii")
    return True


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise QueryError("KG607", "request that is not UTF-8", found=str(error), want="UTF-8") from error


def _refuse_update(named: set[str]) -> None:
    if named & {"update", "using-graph-uri", "using-named-graph-uri"}:
        raise UpdateRefusedError(
            "KG605",
            "update",
            found="SPARQL Update",
            want="a query; this dataset is only read",
            do="build it anew",
        )


def _job(pairs: Iterable[tuple[str, str]], job: Job) -> Job:
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    queries = given.get("query", [])
    if len(queries) != 1:
        raise QueryError("KG607", "one query is wanted", found=f"{len(queries)} of them")
    chosen = "default-graph-uri" in given or "named-graph-uri" in given
    days = given.get("known-on", [""])
    if len(days) != 1 or (chosen and days[0]):
        found = "several days" if len(days) != 1 else "a day, and graphs of its own"
        raise QueryError("KG607", "known-on that does not fit", found=found, want="one day, over all graphs")
    return replace(
        job,
        asks="query",
        text=queries[0],
        known_on=days[0],
        default_graphs=tuple(given.get("default-graph-uri", ())) if chosen else None,
        named_graphs=tuple(given.get("named-graph-uri", ())) if chosen else None,
    )
