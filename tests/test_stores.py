"""Loading into real stores on the loopback, and into one that misbehaves."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

import storehouses
from kg import stores
from kg.errors import StoreError
from kg.stores import loading
from storehouses import free_port

BASE = "https://example.org/coast/"
P = NamedNode(BASE + "p")
G, H = NamedNode(BASE + "graph/é"), NamedNode(BASE + "graph/h")
NOTES = BASE + "graph/loads"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.extend(
        Quad(NamedNode(f"{BASE}thing-{n}"), P, Literal(f"Türme {n}\n\U0001f5fc"), G) for n in range(30)
    )
    store.extend([Quad(BlankNode("a"), P, BlankNode("b"), H), Quad(BlankNode("b"), P, Literal(1), H)])
    return store


@pytest.fixture
def oxigraph(tmp_path):
    with storehouses.oxigraph(tmp_path) as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory):
    with storehouses.virtuoso(tmp_path_factory.mktemp("stores")) as url:
        yield url


def hows(loaded) -> dict[str, str]:
    return {one.graph.removeprefix(BASE): one.how for one in loaded}


def held(url: str) -> list[str]:
    accept = {"Accept": "application/n-quads"}
    text = httpx.get(f"{url}/store", headers=accept, trust_env=False).text
    return sorted(line for line in text.splitlines() if NOTES not in line)


def test_every_graph_arrives_once_and_is_counted(store, oxigraph):
    seen: list[stores.Step] = []

    loaded = stores.load(store, oxigraph, base=BASE, progress=seen.append)

    assert [(one.graph, one.sent, one.found) for one in loaded] == [(H.value, 2, 2), (G.value, 30, 30)]
    assert [(step.done, step.total) for step in seen if step.sent][-1] == (32, 32)
    assert len(held(oxigraph)) == 32
    assert not any("_:" in line for line in held(oxigraph))


def test_a_second_load_sends_nothing(store, oxigraph):
    stores.load(store, oxigraph, base=BASE)
    before = held(oxigraph)
    seen: list[stores.Step] = []

    again = stores.load(store, oxigraph, base=BASE, progress=seen.append)

    assert hows(again) == {"graph/é": "unchanged", "graph/h": "unchanged"}
    assert {step.sent for step in seen} == {0}
    assert held(oxigraph) == before


def test_a_changed_graph_is_replaced_and_no_other(store, oxigraph):
    stores.load(store, oxigraph, base=BASE)
    store.remove(next(store.quads_for_pattern(None, None, None, G)))
    store.add(Quad(P, P, Literal("new"), G))

    again = stores.load(store, oxigraph, base=BASE)

    assert hows(again) == {"graph/é": "sent", "graph/h": "unchanged"}
    assert sum('"new"' in line for line in held(oxigraph)) == 1
    assert len(held(oxigraph)) == 32


def test_a_graph_that_somebody_changed_over_there_is_sent_again(store, oxigraph):
    stores.load(store, oxigraph, base=BASE)
    whole = held(oxigraph)
    params = {"graph": H.value}
    httpx.post(f"{oxigraph}/store", params=params, content="<urn:x> <urn:y> 1 .", trust_env=False,
               headers={"Content-Type": "text/turtle"}).raise_for_status()  # fmt: skip

    again = stores.load(store, oxigraph, base=BASE)

    assert hows(again)["graph/h"] == "sent"
    assert held(oxigraph) == whole


def test_a_graph_that_is_in_the_dataset_no_more_goes_and_those_of_others_stay(store, oxigraph):
    stores.load(store, oxigraph, base=BASE)
    httpx.put(f"{oxigraph}/store", params={"graph": "urn:theirs"}, content="<urn:x> <urn:y> 1 .",
              headers={"Content-Type": "text/turtle"}, trust_env=False).raise_for_status()  # fmt: skip
    store.remove_graph(G)

    kept = stores.load(store, oxigraph, base=BASE, keep=True)
    held_then = len(held(oxigraph))
    gone = stores.load(store, oxigraph, base=BASE)

    assert (hows(kept), held_then) == ({"graph/h": "unchanged"}, 33)
    assert hows(gone) == {"graph/é": "removed", "graph/h": "unchanged"}
    assert sum("urn:theirs" in line for line in held(oxigraph)) == 1
    assert len(held(oxigraph)) == 3


KILLED = """
import os, signal, sys
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from kg import stores
from kg.stores import loading
loading._TRIPLES_A_PART, loading._SECONDS_BETWEEN_NOTES = 7, -1.0
class _Due(loading._Notes):
    def note(self, *arguments):
        self._due = 0.0
        super().note(*arguments)
loading._Notes = _Due
store = Store()
store.load(path=sys.argv[1], format=RdfFormat.N_QUADS)
def die(step):
    if step.sent >= 16:
        os.kill(os.getpid(), signal.SIGKILL)
stores.load(store, sys.argv[2], base=sys.argv[3], progress=die)
"""


def test_a_load_that_is_killed_goes_on_where_it_stopped(store, oxigraph, tmp_path):
    file = tmp_path / "all.nq"
    store.extend([Quad(P, P, Literal(n), H) for n in range(3, 9)])
    for quad in list(store.quads_for_pattern(None, None, None, H)):
        if isinstance(quad.subject, BlankNode):
            store.remove(quad)
    store.dump(str(file), format=None)
    command = [sys.executable, "-c", KILLED, str(file), oxigraph, BASE]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    after_the_cut = len(held(oxigraph))
    seen: list[stores.Step] = []

    loaded = stores.load(store, oxigraph, base=BASE, progress=seen.append)

    assert 0 < after_the_cut < 36
    assert hows(loaded) == {"graph/é": "continued", "graph/h": "unchanged"}
    assert max(step.sent for step in seen) < 30
    assert len(held(oxigraph)) == 36


def test_a_note_never_speaks_of_what_is_about_to_be_replaced(store, oxigraph, monkeypatch):
    stores.load(store, oxigraph, base=BASE)
    changed = Store()
    changed.extend(store)
    changed.add(Quad(P, P, Literal("new"), H))

    with monkeypatch.context() as patch:
        patch.setattr(loading._Loading, "_send", _cut_before_sending)
        with pytest.raises(StoreError):
            stores.load(changed, oxigraph, base=BASE)

    with stores.connect(oxigraph) as remote:
        noted = loading._Notes(remote, NamedNode(NOTES))._sent
    assert H not in noted
    assert G in noted


def _cut_before_sending(self, graph, lines, there):
    self.notes.forget(graph)
    raise StoreError("KG701", "store that cannot be reached")


def test_updates_load_the_same_as_the_graph_protocol(store, oxigraph, monkeypatch):
    monkeypatch.setattr(loading, "_TRIPLES_AN_UPDATE", 7)
    monkeypatch.setattr(loading, "_TRIPLES_A_PART", 11)
    stores.load(store, oxigraph, base=BASE)
    by_graphs = held(oxigraph)
    for graph in (G.value, H.value, NOTES):
        httpx.delete(f"{oxigraph}/store", params={"graph": graph}, trust_env=False)
    assert held(oxigraph) == []
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
            self.reply(200, {"head": {"vars": ["s"]}, "results": {"bindings": []}})

        def do_PUT(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            asked = parse_qs(urlsplit(self.path).query)["graph"]
            wanted = "Basic " + base64.b64encode(b"ann:secret").decode()
            if self.server.mood == "strict" and self.headers["Authorization"] != wanted:
                return self.reply(401, {}, {"WWW-Authenticate": 'Basic realm="coast"'})
            return self.reply(507 if self.server.mood == "full" else 204, {"graph": asked})

        def do_POST(self):
            asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
            number = {"n": {"type": "literal", "value": "2"}}
            rows = [number] if "COUNT" in asked else []
            self.reply(200, {"head": {"vars": list(*rows)}, "results": {"bindings": rows}})

        def reply(self, status, body, headers=None):
            text = json.dumps(body).encode() if status != 204 else b""
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
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


@pytest.fixture
def guarded(oxigraph):
    """Oxigraph behind a door that asks for user and password the basic way, as many houses put it."""

    class Door(BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.headers["Authorization"] != "Basic " + base64.b64encode(b"ann:secret").decode():
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="coast"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            sent = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
            got = httpx.request(
                self.command, oxigraph + self.path, content=body, headers=sent, trust_env=False
            )
            self.send_response(got.status_code)
            self.send_header("Content-Length", str(len(got.content)))
            self.end_headers()
            self.wfile.write(got.content)

        do_GET = do_PUT = do_POST = answer  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_store_that_asks_the_basic_way_is_loaded_and_asked(store, guarded, oxigraph):
    assert refusal(store, guarded).code == "KG703"
    assert refusal(store, guarded, user="ann", password="no").code == "KG703"

    stores.load(store, guarded, base=BASE, user="ann", password="secret")

    with stores.connect(guarded, user="ann", password="secret") as remote:
        assert remote.count(G) == 30
    assert len(held(oxigraph)) == 32


# --- Virtuoso --------------------------------------------------------------------------------------------


def virtuoso_count(url: str, graph: NamedNode) -> int:
    with stores.connect(url) as remote:
        return remote.count(graph)


def test_virtuoso_is_recognised_and_loaded_with_digest_login(store, virtuoso):
    loaded = stores.load(store, virtuoso, base=BASE, **storehouses.VIRTUOSO_LOGIN)
    again = stores.load(store, virtuoso, base=BASE, **storehouses.VIRTUOSO_LOGIN)

    assert [(one.sent, one.found) for one in loaded] == [(2, 2), (30, 30)]
    assert set(hows(again).values()) == {"unchanged"}
    assert virtuoso_count(virtuoso, G) == 30


def test_virtuoso_lets_nobody_write_with_a_wrong_password(store, virtuoso):
    store.add(Quad(P, P, Literal("new"), H))

    error = refusal(store, virtuoso, user="dba", password="wrong-word")

    assert error.code == "KG703"
    assert "wrong-word" not in str(error)


def test_virtuoso_takes_updates_in_pieces_that_its_compiler_can_hold(virtuoso):
    many = Store()
    many.extend(Quad(NamedNode(f"{BASE}é-{n}"), P, Literal(f"Türme\\u00e4 {n}\n"), H) for n in range(6_000))
    ways = stores.Endpoint(f"{virtuoso}/sparql", f"{virtuoso}/sparql-auth")

    (loaded,) = stores.load(
        many, virtuoso, base=BASE, graphs=[H], endpoint=ways, **storehouses.VIRTUOSO_LOGIN
    )

    assert (loaded.sent, loaded.found) == (6_000, 6_000)


def test_what_virtuoso_drops_without_a_word_is_found_by_counting(virtuoso):
    """It holds true and the number 1 as one."""
    xsd = "http://www.w3.org/2001/XMLSchema#"
    alike = Store()
    for text, kind in (("1", "integer"), ("true", "boolean"), ("a", "string")):
        alike.add(Quad(P, P, Literal(text, datatype=NamedNode(xsd + kind)), H))

    error = refusal(alike, virtuoso, graphs=[H], **storehouses.VIRTUOSO_LOGIN)

    assert error.code == "KG705"
    assert f"<{H.value}> 2 of 3" in error.found


def test_an_answer_that_virtuoso_cuts_off_is_refused(tmp_path, store):
    with storehouses.virtuoso(tmp_path, rows=10) as url:
        stores.load(store, url, base=BASE, **storehouses.VIRTUOSO_LOGIN)

        with stores.connect(url) as remote, pytest.raises(StoreError, match="KG707"):
            stores.ask(remote, f"SELECT ?s ?o {{ GRAPH <{G.value}> {{ ?s ?p ?o }} }}")
