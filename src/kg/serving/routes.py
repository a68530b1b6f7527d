"""The addresses of the endpoint, and what stands behind each."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg import codes, pages, queries
from kg.errors import KgError, QueryError
from kg.pages.links import Links
from kg.serving import openapi, protocol
from kg.serving.describing import DESCRIPTION, DUMP
from kg.serving.drawer import Drawer
from kg.serving.formats import GRAPHS, HTML, ROWS, negotiate, takes_gzip, with_charset
from kg.serving.limits import Limits
from kg.serving.pool import Pool
from kg.serving.problems import MEDIA_TYPE, problem
from kg.serving.protocol import Job, Reply
from kg.serving.proxying import is_host
from kg.serving.versions import Source

_EXPOSED = ("ETag", "Link", "Retry-After", "Content-Encoding", "Cache-Control")
_ADDRESSES = ("sparql", "queries", "openapi.json", DESCRIPTION, DUMP, "health")
_OF_PICTURES = "default-src 'none'; style-src 'unsafe-inline'"
_PAGES = ("search", "suggest", "things", "documents", "contradictions", "why")
_FORMATS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "html": "text/html",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
}


def app(root: Path, *, limits: Limits | None = None, warm: bool = False) -> Starlette:
    """The ASGI application over a project's built dataset.

    `/sparql`, `/queries`, `/queries/NAME?parameter=value`, `/openapi.json`, `/.well-known/void`, `/health`,
    the whole dataset at `/dump.nq.gz`, and each IRI below the project's base at the same path here.

    Args:
        root: The project.
        limits: What queries may take.
        warm: Make the first page before anybody asks, so that nobody waits for what has to be read once.
    """
    chosen = limits or Limits()

    @asynccontextmanager
    async def lifespan(made: Starlette) -> AsyncIterator[None]:
        with tempfile.TemporaryDirectory(prefix="kg-dumps-") as folder:
            made.state.source = Source(root)
            made.state.pool = Pool(made.state.source, root, chosen)
            made.state.drawer = Drawer()
            made.state.dumps = Path(folder)
            warming = asyncio.create_task(_warmed(made.state.pool)) if warm else None
            yield
            if warming is not None:
                warming.cancel()
            await made.state.pool.close()
            await anyio.to_thread.run_sync(made.state.drawer.stop)

    made = Starlette(
        routes=_routes(),
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
                allow_headers=["*"],
                expose_headers=_EXPOSED,
                max_age=86400,
            )
        ],
        exception_handlers={HTTPException: _http_error, Exception: _fault},
        lifespan=lifespan,
    )
    made.state.root = root
    made.state.limits = chosen
    return made


async def _warmed(pool: Pool) -> None:
    for language in pages.LANGUAGES:
        for page in ("start", "suggest"):
            values = (("q", "a"),) if page == "suggest" else ()
            await pool.answer(Job("page", page, values, language=language))


def _routes() -> list[Route]:
    return [
        Route("/", _index, methods=["GET"]),
        Route("/static/{name}", _static, methods=["GET"]),
        Route("/pictures/{name}.svg", _picture, methods=["GET"]),
        *(Route(f"/{name}", _page, methods=["GET"]) for name in _PAGES),
        Route("/sparql", _get_sparql, methods=["GET"]),
        Route("/sparql", _post_sparql, methods=["POST"]),
        Route("/sparql", _no_such_method, methods=["PUT", "DELETE", "PATCH", "OPTIONS"]),
        Route("/queries", _list_queries, methods=["GET"]),
        Route("/queries/{name}", _saved_query, methods=["GET"]),
        Route("/openapi.json", _openapi, methods=["GET"]),
        Route(f"/{DESCRIPTION}", _void, methods=["GET"]),
        Route(f"/{DUMP}", _dump, methods=["GET"]),
        Route("/health", _health, methods=["GET"]),
        Route("/problems/{code}", _problem, methods=["GET"]),
        Route("/{path:path}", _thing, methods=["GET"]),
    ]


# --- SPARQL ------------------------------------------------------------------------------------------------


async def _get_sparql(request: Request) -> Response:
    if not request.query_params.get("query") and _prefers_page(request, *GRAPHS):
        return await _page(request)
    try:
        job = protocol.query_of_get(request.url.query, _job(request, "query"))
    except QueryError as error:
        return _refused(request, error)
    return await _answered(request, _formed(request, job or _job(request, "service")))


def _formed(request: Request, job: Job) -> Job:
    """With what the address says of the answer's form, where it says anything."""
    wanted = request.query_params.get("format", "")
    values = _values(request) if job.asks == "query" else job.values
    return (
        replace(job, accept=_FORMATS.get(wanted, wanted), values=values)
        if wanted
        else replace(job, values=values)
    )


def _prefers_page(request: Request, *others: str) -> bool:
    """Whether the client ranks HTML before all the other forms."""
    return not request.query_params.get("format") and negotiate(_accept(request), (*others, HTML)) == HTML


async def _post_sparql(request: Request) -> Response:
    most = request.app.state.limits.request
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            told = QueryError("KG607", "request too large", found=f"more than {most} bytes")
            return _refused(request, told, 413)
    kind = request.headers.get("content-type", "")
    try:
        job = protocol.query_of_post(kind, request.url.query, bytes(body), _job(request, "query"))
    except QueryError as error:
        return _refused(request, error)
    return await _answered(request, job)


async def _no_such_method(request: Request) -> Response:
    raise HTTPException(405, headers={"Allow": "GET, HEAD, POST"})


# --- saved queries -----------------------------------------------------------------------------------------


async def _list_queries(request: Request) -> Response:
    if _prefers_page(request, "application/json"):
        return await _page(request)
    try:
        found = await anyio.to_thread.run_sync(queries.load_all, request.app.state.root)
    except KgError as error:
        return _refused(request, error, 500)
    return _json(request, [_told(query, f"{_address(request)}queries/{query.name}") for query in found])


def _told(query: queries.Query, url: str) -> dict[str, object]:
    return {
        "name": query.name,
        "url": url,
        "summary": dict(query.summary),
        "parameters": [{"name": p.name, "type": p.type, "default": p.default} for p in query.params],
        "columns": dict(query.told),
        "empty": dict(query.empty),
    }


async def _saved_query(request: Request) -> Response:
    name = request.path_params["name"]
    file = queries.find(request.app.state.root).get(name)
    job = _job(request, "saved", name)
    given = sorted(request.query_params.multi_items())
    if _prefers_page(request, *ROWS):
        return await _answered(request, replace(job, values=_values(request), stamp=_stamp(file)))
    values = tuple((key, value) for key, value in given if key not in queries.RESERVED)
    job = replace(job, values=values, stamp=_stamp(file), known_on=request.query_params.get("known_on", ""))
    return await _answered(request, _formed(request, job))


def _stamp(file: Path | None) -> str:
    try:
        return str(file.stat().st_mtime_ns) if file else ""
    except OSError:
        return ""


async def _openapi(request: Request) -> Response:
    try:
        found = await anyio.to_thread.run_sync(queries.load_all, request.app.state.root)
        version = request.app.state.source.now().id
    except KgError as error:
        return _refused(request, error)
    return _json(request, openapi.document(found, _address(request), version))


# --- the dataset and what it knows -------------------------------------------------------------------------


async def _index(request: Request) -> Response:
    """The first page for people; a list of addresses for others."""
    if _prefers_page(request, "text/plain"):
        return await _answered(request, replace(_job(request, "page", "start"), values=_values(request)))
    return PlainTextResponse("".join(f"{_address(request)}{name}\n" for name in _ADDRESSES))


async def _page(request: Request) -> Response:
    job = _job(request, "page", request.url.path.rpartition("/")[2])
    return await _answered(request, replace(job, values=_values(request), stamp=_stamps(request)))


async def _picture(request: Request) -> Response:
    """A saved query's answer, what lies around a thing, or the classes, drawn."""
    name = request.path_params["name"]
    job = replace(_job(request, "page", f"picture/{name}"), values=_values(request), stamp=_stamps(request))
    job = replace(job, accept="", gzip=False, address="")
    reply = await _patiently(request, job)
    if reply.status != 200:
        return _response(request, reply)
    try:
        drawn = await anyio.to_thread.run_sync(request.app.state.drawer.draw, reply.body)
    except KgError as error:
        return _refused(request, error)
    tag = dict(reply.headers)["ETag"]
    headers = (("ETag", tag), ("Cache-Control", "no-cache"), ("Content-Security-Policy", _OF_PICTURES))
    return _response(request, Reply(200, "image/svg+xml", drawn, headers))


async def _static(request: Request) -> Response:
    """Files of pages; their address changes with what they hold, so they may be kept for good."""
    found = pages.static(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "no such file")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(found[0], media_type=found[1], headers=headers)


def _values(request: Request) -> tuple[tuple[str, str], ...]:
    """What stands in the address; the last of what is given twice."""
    return tuple(sorted(dict(request.query_params.multi_items()).items()))


def _stamps(request: Request) -> str:
    """Changes with the saved queries, which pages list."""
    try:
        return str((request.app.state.root / "queries").stat().st_mtime_ns)
    except OSError:
        return ""


async def _void(request: Request) -> Response:
    return await _answered(request, _job(request, "void"))


async def _thing(request: Request) -> Response:
    """An IRI below the project's base; answered here and now, w3id.org having sent the client on with a 303."""
    path = request.path_params["path"]
    if path == "ontology" and _prefers_page(request, *GRAPHS):
        return await _page(request)
    job = replace(_job(request, "thing", path), values=_values(request))
    if wanted := request.query_params.get("format"):
        job = replace(job, accept=_FORMATS.get(wanted, wanted))
    return await _answered(request, job)


async def _dump(request: Request) -> Response:
    try:
        version = request.app.state.source.now()
    except KgError as error:
        return _refused(request, error)
    file: Path = request.app.state.dumps / f"{version.id}.gz"
    headers = {"ETag": f'"{version.id}-dump"', "Cache-Control": "no-cache"}
    if _has(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    if not file.exists():
        reply = await _patiently(request, _job(request, "dump", str(file)))
        if reply.status != 200:
            return _response(request, reply)
        for old in set(file.parent.glob("*.gz")) - {file}:
            old.unlink(missing_ok=True)
    return FileResponse(file, media_type="application/gzip", headers=headers)


async def _health(request: Request) -> Response:
    """Healthy is who opens the dataset and answers."""
    state = request.app.state
    reply = await _patiently(request, replace(_job(request, "state"), address=""))
    if reply.status != 200:
        return JSONResponse({"status": "failing"}, 503, headers={"Cache-Control": "no-store"})
    version = state.source.now()
    told = {
        "status": "ok",
        "dataset": {
            "version": version.id,
            "age_seconds": round(max(0.0, time.time() - version.built), 1),
            "triples": int(reply.body),
        },
        "limits": asdict(state.limits),
        "running": state.pool.busy,
        "done": dict(sorted(state.pool.counts.asked.items())),
    }
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


async def _problem(request: Request) -> Response:
    try:
        return PlainTextResponse(f"{codes.story(request.path_params['code'])}\n")
    except KgError as error:
        return _refused(request, error, 404)


# --- what all share ----------------------------------------------------------------------------------------


def _address(request: Request) -> str:
    """Of the server as the client sees it; by its socket where the client names none that could be."""
    if is_host(request.headers.get("host", "")):
        return str(request.base_url)
    host, port = request.scope.get("server") or ("localhost", 80)
    return f"{request.scope['scheme']}://{host}:{port}{request.scope.get('root_path', '')}/"


def _job(request: Request, asks: str, text: str = "") -> Job:
    encoding = ", ".join(request.headers.getlist("accept-encoding"))
    language, chosen = _language(request)
    return Job(
        asks,
        text,
        accept=_accept(request),
        gzip=takes_gzip(encoding),
        address=_address(request),
        language=language,
        chosen=chosen,
    )


def _accept(request: Request) -> str:
    # Several headers of one name are one list.
    return ", ".join(request.headers.getlist("accept"))


def _language(request: Request) -> tuple[str, bool]:
    """Of pages: as the address says, else as the browser wishes; and whether the address said it."""
    wanted = request.query_params.get("lang", "")
    if wanted in pages.LANGUAGES:
        return wanted, True
    return pages.preferred(", ".join(request.headers.getlist("accept-language"))), False


async def _answered(request: Request, job: Job) -> Response:
    reply = await _patiently(request, job)
    if reply.media_type == MEDIA_TYPE and negotiate(job.accept, (MEDIA_TYPE, HTML)) == HTML:
        reply = _readable(reply, job)
    return _response(request, reply)


def _readable(reply: Reply, job: Job) -> Reply:
    """A problem as a page, for who asked for one."""
    links = Links("", job.address, job.language, job.chosen, {})
    frame = {"site": "", "pictures": [], "languages": []}
    body = pages.render("problem", job.language, links=links, frame=frame, problem=json.loads(reply.body))
    return replace(reply, media_type=with_charset(HTML), body=body.encode()).also(*pages.HEADERS)


async def _patiently(request: Request, job: Job) -> Reply:
    """The answer, for as long as the client waits for it."""
    pool: Pool = request.app.state.pool
    answer = asyncio.ensure_future(pool.answer(job))
    left = asyncio.ensure_future(_left(request))
    await asyncio.wait({answer, left}, return_when=asyncio.FIRST_COMPLETED)
    left.cancel()
    if not answer.done():
        answer.cancel()
        return Reply(499, "text/plain", b"")
    return answer.result()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(request: Request, reply: Reply) -> Response:
    # Browsers must not guess HTML into text that a query brought along.
    usual = {"X-Content-Type-Options": "nosniff", "Vary": "Accept, Accept-Encoding, Accept-Language"}
    headers = {**usual, **dict(reply.headers)}
    if reply.status == 200 and _has(request, headers.get("ETag", "")):
        kept = ("ETag", "Cache-Control", "Vary", "Link")
        return Response(status_code=304, headers={name: headers[name] for name in kept if name in headers})
    return Response(reply.body, reply.status, headers, reply.media_type)


def _has(request: Request, mark: str) -> bool:
    """Whether the client has this already; RFC 9110, section 13.1.2, compares weakly."""
    given = ",".join(request.headers.getlist("if-none-match"))
    marks = [part.strip().removeprefix("W/") for part in given.split(",")]
    return bool(mark) and (mark in marks or "*" in marks)


def _refused(request: Request, error: Exception, status: int | None = None) -> Response:
    return _response(request, problem(error, status, address=_address(request)))


def _json(request: Request, content: Any) -> Response:
    made = JSONResponse(content)
    reply = Reply(200, "application/json", bytes(made.body), (("Cache-Control", "no-cache"),))
    return _response(request, reply)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = QueryError("KG607", error.detail, found=f"{request.method} {request.url.path}")
    answer = _refused(request, told, error.status_code)
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


async def _fault(request: Request, error: Exception) -> Response:
    return _refused(request, error, 500)
