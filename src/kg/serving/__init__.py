"""The SPARQL endpoint over a built dataset, and the saved queries as addresses; reading only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg import dataset, queries
from kg.errors import KgError, QueryError
from kg.serving import protocol
from kg.serving.protocol import Job, Reply, refusal
from kg.serving.working import Limits, Opener, Pool

__all__ = ["Limits", "app", "serve"]


def serve(root: Path, host: str = "127.0.0.1", port: int = 7878, *, limits: Limits | None = None) -> None:
    """Serve a project's built dataset until interrupted.

    Args:
        root: The project.
        host: Address to listen at; any but a loopback one opens the dataset to others.
        port: TCP port.
        limits: What queries may take.

    Raises:
        DatasetError: KG501, when the dataset is not built.
    """
    store = dataset.location(root)
    made = app(partial(dataset.open, root), root, limits=limits, watch=store)
    uvicorn.run(made, host=host, port=port, log_level="warning", server_header=False)


def app(
    open_store: Opener, root: Path, *, limits: Limits | None = None, watch: Path | None = None
) -> Starlette:
    """The ASGI application: `/sparql`, `/queries`, `/queries/NAME?parameter=value`, `/health`.

    Args:
        open_store: Opens the store, read only; called in each worker process, so it must be picklable.
        root: The project, for prefixes and saved queries.
        limits: What queries may take.
        watch: A path that is replaced when the dataset is built anew; workers then open it again.
    """
    chosen = limits or Limits()

    @asynccontextmanager
    async def lifespan(made: Starlette) -> AsyncIterator[None]:
        made.state.pool = Pool(open_store, root, chosen, watch)
        yield
        made.state.pool.close()

    made = Starlette(
        routes=[
            Route("/", _index, methods=["GET"]),
            Route("/sparql", _get_sparql, methods=["GET"], name="sparql"),
            Route("/sparql", _post_sparql, methods=["POST"]),
            Route("/queries", _list_queries, methods=["GET"]),
            Route("/queries/{name}", _saved_query, methods=["GET"], name="query"),
            Route("/health", _health, methods=["GET"]),
        ],
        middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"])],
        lifespan=lifespan,
    )
    made.state.root = root
    made.state.limits = chosen
    return made


async def _index(request: Request) -> Response:
    base = str(request.base_url)
    return Response(f"{base}sparql\n{base}queries\n{base}health\n", media_type="text/plain")


async def _get_sparql(request: Request) -> Response:
    try:
        job = protocol.query_of_get(request.url.query, request.headers.get("accept", ""))
    except QueryError as error:
        return _response(_refused(error))
    endpoint = str(request.url_for("sparql"))
    return _response(await request.app.state.pool.answer(job or Job(endpoint=endpoint)))


async def _post_sparql(request: Request) -> Response:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > request.app.state.limits.request:
            return _response(refusal(413, QueryError("KG607", "request too large")))
    headers = request.headers
    try:
        job = protocol.query_of_post(
            headers.get("content-type", ""), request.url.query, bytes(body), headers.get("accept", "")
        )
    except QueryError as error:
        return _response(_refused(error))
    return _response(await request.app.state.pool.answer(job))


def _refused(error: QueryError) -> Reply:
    if error.code == "KG605":
        return refusal(403, error)
    return refusal(415 if "kind that is not taken" in error.what else 400, error)


async def _list_queries(request: Request) -> Response:
    try:
        found = queries.load_all(request.app.state.root)
    except KgError as error:
        return _response(refusal(500, error))
    return JSONResponse([_told(query, str(request.url_for("query", name=query.name))) for query in found])


def _told(query: queries.Query, url: str) -> dict[str, object]:
    return {
        "name": query.name,
        "url": url,
        "summary": dict(query.summary),
        "parameters": [{"name": p.name, "type": p.type, "default": p.default} for p in query.params],
        "columns": dict(query.columns),
        "empty": dict(query.empty),
    }


async def _saved_query(request: Request) -> Response:
    job = Job(
        saved=request.path_params["name"],
        values=dict(request.query_params),
        accept=request.headers.get("accept", ""),
    )
    return _response(await request.app.state.pool.answer(job))


async def _health(request: Request) -> Response:
    """Healthy is who opens the dataset and answers."""
    reply = await request.app.state.pool.answer(Job(query="ASK {}"))
    ok = reply.status == 200
    return JSONResponse({"status": "ok" if ok else "failing"}, status_code=200 if ok else 503)


def _response(reply: Reply) -> Response:
    headers = {"Retry-After": "10"} if reply.status == 503 else {}
    # Browsers must not guess HTML into text that a query brought along.
    headers |= {"X-Content-Type-Options": "nosniff", "Vary": "Accept"}
    return Response(reply.body, reply.status, headers, reply.media_type)
