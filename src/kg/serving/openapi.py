"""OpenAPI 3.1 of the endpoint, the saved queries' part made from their headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.queries import Param, Query, in_language
from kg.serving.describing import DESCRIPTION, DUMP
from kg.serving.formats import GRAPHS, ROWS
from kg.serving.problems import MEDIA_TYPE

_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SCHEMAS: dict[str, dict[str, Any]] = {
    "day": _DAY,
    "number": {"type": "number", "minimum": -1e300, "maximum": 1e300},
    "thing": {"type": "string", "minLength": 1, "description": "a name, a CURIE or an IRI"},
    "class": {"type": "string", "minLength": 1, "description": "a class: its name, CURIE or IRI"},
    "text": {"type": "string"},
}
_PROBLEMS = {
    "400": "a request that does not fit",
    "404": "nothing of this name",
    "406": "no format that the client takes",
    "422": "an answer, or a query, larger than the limits",
    "503": "no dataset, or too many queries at once",
    "504": "a query that takes longer than the limits",
}
_STRING = {"type": "string"}
_URIS = {"type": "array", "items": {"type": "string", "format": "uri"}}


def document(queries: Iterable[Query], address: str, version: str) -> dict[str, Any]:
    """The description, ready for JSON.

    Args:
        queries: Saved ones.
        address: Of the server, with a slash at its end.
        version: Of the dataset.
    """
    paths: dict[str, Any] = {
        "/sparql": _sparql(),
        "/queries": {"get": _get("Saved queries", "listQueries", {"application/json": {}}, ())},
        **{f"/queries/{query.name}": {"get": _saved(query)} for query in queries},
        "/health": {"get": _get("Whether the dataset answers", "health", {"application/json": {}}, ("503",))},
        f"/{DESCRIPTION}": {
            "get": _get("The dataset, as VoID and DCAT", "void", _of(GRAPHS), ("406", "503"))
        },
        f"/{DUMP}": {
            "get": _get("The whole dataset, as N-Quads", "dump", {"application/gzip": {}}, ("503", "504"))
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Saved queries and SPARQL", "version": version},
        "servers": [{"url": address.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": {"Problem": _problem()}},
    }


def _saved(query: Query) -> dict[str, Any]:
    told = _get(
        in_language(query.summary),
        f"query-{query.name}",
        _of(ROWS),
        ("400", "404", "406", "422", "503", "504"),
    )
    empty = in_language(query.empty)
    columns = "; ".join(f"{name}: {what}" if what else name for name, what in query.told.items())
    parts = (
        query.description,
        f"Columns: {columns}." if columns else "",
        f"No rows: {empty}." if empty else "",
    )
    told["description"] = "\n\n".join(part for part in parts if part)
    told["parameters"] = [*(_parameter(param) for param in query.params), _day("known_on")]
    told["tags"] = list(query.tags)
    return told


def _parameter(param: Param) -> dict[str, Any]:
    schema = dict(_SCHEMAS[param.type])
    if param.default is not None:
        schema["default"] = _typed(param)
    told: dict[str, Any] = {"name": param.name, "in": "query", "required": False, "schema": schema}
    about = in_language(param.summary)
    kind = f"of class {param.class_iri}" if param.class_iri else ""
    told["description"] = "; ".join(part for part in (about, kind) if part) or param.type
    return told


def _typed(param: Param) -> str | float:
    if param.type != "number":
        return str(param.default)
    value = float(str(param.default))
    return int(value) if value.is_integer() else value


def _day(name: str) -> dict[str, Any]:
    """The day from which what was published later does not count."""
    return {"name": name, "in": "query", "required": False, "schema": _STRING | {"format": "date"},
            "description": "only what was published by this day, YYYY-MM-DD, counts"}  # fmt: skip


def _sparql() -> dict[str, Any]:
    problems = ("400", "406", "422", "503", "504")
    names = [
        {"name": name, "in": "query", "required": False, "schema": _URIS, "explode": True}
        for name in ("default-graph-uri", "named-graph-uri")
    ]
    query = {"name": "query", "in": "query", "required": False, "schema": _STRING,
             "description": "SPARQL 1.1; without it, the service describes itself"}  # fmt: skip
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": _STRING, "default-graph-uri": _URIS, "named-graph-uri": _URIS},
    }
    body = {
        "required": True,
        "content": {
            "application/sparql-query": {"schema": _STRING},
            "application/x-www-form-urlencoded": {"schema": form},
        },
    }
    post = _get("SPARQL 1.1 Protocol, query by POST", "queryByPost", _of(ROWS, GRAPHS), problems)
    post["responses"] |= {"403": _refusal("an update"), "413": _refusal("a request that is too large"),
                          "415": _refusal("a body of a kind that is not taken")}  # fmt: skip
    get = _get("SPARQL 1.1 Protocol, query by GET", "queryByGet", _of(ROWS, GRAPHS), problems)
    get["responses"] |= {"403": _refusal("an update")}
    return {"get": get | {"parameters": [query, *names, _day("known-on")]},
            "post": post | {"parameters": [*names, _day("known-on")], "requestBody": body}}  # fmt: skip


def _get(summary: str, name: str, content: Mapping[str, Any], problems: Iterable[str]) -> dict[str, Any]:
    responses: dict[str, Any] = {
        "200": {"description": "the answer", "content": dict(content)},
        "304": {"description": "what the client has is still true"},
    }
    responses |= {status: _refusal(_PROBLEMS[status]) for status in problems}
    return {"summary": summary, "operationId": name, "responses": responses}


def _refusal(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def _of(*kinds: Iterable[str]) -> dict[str, Any]:
    return {media: {} for kind in kinds for media in kind}


def _problem() -> dict[str, Any]:
    texts = dict.fromkeys(("type", "title", "detail", "code", "at", "found", "want", "do"), _STRING)
    numbers = {name: {"type": "integer", "minimum": 1} for name in ("status", "line", "column")}
    return {"type": "object", "required": ["type", "title", "status"], "properties": texts | numbers}
