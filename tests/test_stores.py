"""Loading into a real store on the loopback, and into one that misbehaves."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg import stores
from kg.errors import StoreError

BASE = "https://example.org/coast/"
P = NamedNode(BASE + "p")
G, H = NamedNode(BASE + "graph/é"), NamedNode(BASE + "graph/h")
OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))


@pytest.fixture
def store() -> Store:
    store = Store()
    store.extend(
        Quad(NamedNode(f"{BASE}thing-{n}"), P, Literal(f"Türme {n}\n\U0001f5fc"), G) for n in range(30)
    )
    store.extend([Quad(BlankNode("a"), P, BlankNode("b"), H), Quad(BlankNode("b"), P, Literal(1), H)])
    return store


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def oxigraph(tmp_path):
    assert OXIGRAPH, "the development environment brings oxigraph"
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [OXIGRAPH, "serve", "--location", str(tmp_path / "other"), "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        try:
            httpx.get(f"http://{address}/query", params={"query": "ASK {}"}, trust_env=False)
            break
        except httpx.HTTPError:
            time.sleep(0.1)
    yield f"http://{address}"
    process.terminate()
    process.wait(10)


def held(url: str) -> list[str]:
    accept = {"Accept": "application/n-quads"}
    text = httpx.get(f"{url}/store", headers=accept, trust_env=False).text
    return sorted(text.splitlines())


def test_every_graph_arrives_once_and_is_counted(store, oxigraph):
    seen: list[tuple[str, int]] = []

    first = stores.load(store, oxigraph, base=BASE, progress=lambda graph, count: seen.append((graph, count)))
    again = stores.load(store, oxigraph, base=BASE)

    assert [(one.graph, one.sent, one.found) for one in first] == [(H.value, 2, 2), (G.value, 30, 30)]
    assert again == first
    assert seen == [(H.value, 2), (G.value, 30)]
    assert len(held(oxigraph)) == 32
    assert not any("_:" in line for line in held(oxigraph))


def test_updates_load_the_same_as_the_graph_protocol(store, oxigraph, monkeypatch):
    monkeypatch.setattr(stores, "_TRIPLES_AT_ONCE", 7)
    stores.load(store, oxigraph, base=BASE)
    by_graphs = held(oxigraph)
    no_graphs = stores.Endpoint(f"{oxigraph}/query", f"{oxigraph}/update", f"{oxigraph}/nowhere")

    stores.load(store, oxigraph, base=BASE, endpoint=no_graphs)

    assert held(oxigraph) == by_graphs


def test_graphs_of_others_and_graphs_not_chosen_stay(store, oxigraph):
    stores.load(store, oxigraph, base=BASE)
    store.remove_graph(G)
    store.remove(next(store.quads_for_pattern(None, None, Literal(1), H)))

    stores.load(store, oxigraph, base=BASE, graphs=[H])

    assert len(held(oxigraph)) == 31


def refusal(*arguments, **options) -> StoreError:
    with pytest.raises(StoreError) as caught:
        stores.load(*arguments, base=BASE, **options)
    return caught.value


def test_a_graph_that_is_not_there_is_refused_before_anything_is_sent(store):
    assert refusal(store, "http://127.0.0.1:1", graphs=[P]).code == "KG706"


def test_a_store_that_is_down_is_unreachable(store):
    assert refusal(store, f"http://127.0.0.1:{free_port()}").code == "KG701"


def test_an_address_where_nobody_speaks_sparql_is_no_way_in(store, oxigraph):
    assert refusal(store, f"{oxigraph}/elsewhere").code == "KG704"


@pytest.fixture
def moody():
    """A store that keeps nothing, with an attribute `mood` for how it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.reply(200, {"boolean": True})

        def do_PUT(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            asked = parse_qs(urlsplit(self.path).query)["graph"]
            wanted = "Basic " + base64.b64encode(b"ann:secret").decode()
            if self.server.mood == "strict" and self.headers["Authorization"] != wanted:
                return self.reply(401, {})
            return self.reply(507 if self.server.mood == "full" else 204, {"graph": asked})

        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.reply(200, {"results": {"bindings": [{"n": {"value": "2"}}]}})

        def reply(self, status, body):
            text = json.dumps(body).encode() if status != 204 else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.mood = ""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.url = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def test_triples_that_a_store_drops_are_missed(store, moody):
    error = refusal(store, moody.url)

    assert error.code == "KG705"
    assert f"<{G.value}> 2 of 30" in error.found
    assert H.value not in error.found


def test_a_store_that_is_full_refuses(store, moody):
    moody.mood = "full"

    assert refusal(store, moody.url).code == "KG702"


def test_a_strict_store_wants_user_and_password(store, moody):
    moody.mood = "strict"

    error = refusal(store, moody.url, graphs=[H], user="ann", password="wrong-word")

    assert error.code == "KG703"
    assert "wrong-word" not in str(error)
    assert stores.load(store, moody.url, base=BASE, graphs=[H], user="ann", password="secret")
