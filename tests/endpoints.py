"""What the suites of the endpoint share: a project with a dataset in it, and a server that a client can reach."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import serving
from kg.serving.proxying import Proxied

EX = "https://example.org/coast/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
P, G, H = NamedNode(EX + "p"), NamedNode(EX + "graph/g"), NamedNode(EX + "graph/h")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
SAVED = """\
#+ summary: What is said of one light?
#+ params: {light: {type: thing}, least: {type: number, default: 0}, word: {type: text}, day: {type: day}}
#+ columns: value (number)
#+ empty: nothing is said
SELECT ?value WHERE {
  VALUES ?light { UNDEF }
  VALUES ?least { 0 }
  VALUES ?word { UNDEF }
  VALUES ?day { UNDEF }
  ?light <https://example.org/coast/p> ?value . FILTER (?value >= ?least)
}
ORDER BY ?value
"""


def lights(count: int) -> list[Quad]:
    """Light 7 bears a name; with it there is one triple more than lights."""
    label = Quad(NamedNode(EX + "light-7"), NamedNode(RDFS + "label"), Literal("Sjöborg"), H)
    return [*(Quad(NamedNode(f"{EX}light-{n}"), P, Literal(n), G) for n in range(count)), label]


def project(root: Path, quads: Iterable[Quad], version: str = "first") -> Path:
    """Put a dataset into a project's `build/`, in one step, as a build does."""
    (root / "queries").mkdir(parents=True, exist_ok=True)
    (root / "queries" / "said.rq").write_text(SAVED, encoding="utf-8")
    folder = root / "build" / f"dataset-{version}"
    folder.mkdir(parents=True)
    store = Store(str(folder / "store"))
    store.extend(quads)
    store.flush()
    del store
    (folder / "manifest.json").write_text(json.dumps({"inputs": version}), encoding="utf-8")
    waiting = root / "build" / "dataset.next"
    waiting.symlink_to(folder.name)
    waiting.replace(root / "build" / "dataset")
    return root


@contextmanager
def running(root: Path, limits: serving.Limits | None = None, **proxy: object) -> Iterator[str]:
    """A server of its own over the project; its address, without a slash at the end."""
    made: object = serving.app(root, limits=limits)
    if proxy:
        made = Proxied(made, **proxy)
    with listening(made) as address:
        yield address


@contextmanager
def listening(made: object) -> Iterator[str]:
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(made, host="127.0.0.1", port=port, log_level="warning", proxy_headers=False)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def get(url: str, path: str = "/sparql", accept: str = "", headers: object = (), **params) -> httpx.Response:
    sent = {"Accept": accept} if accept else {}
    return httpx.get(
        url + path, params=params or None, headers=sent | dict(headers), timeout=60, trust_env=False
    )


def post(url: str, **options) -> httpx.Response:
    return httpx.post(url + "/sparql", timeout=60, trust_env=False, **options)


def numbers(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [next(iter(row.values()))["value"] for row in answer.json()["results"]["bindings"]]


def code(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    told = answer.json()
    assert told["status"] == answer.status_code
    return told["code"]
