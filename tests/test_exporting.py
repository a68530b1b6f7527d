"""Export: the same quads give the same bytes, and every format is read back to them."""

from __future__ import annotations

import gzip
import io
import subprocess

import pyoxigraph as ox
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg import exporting
from kg.errors import DatasetError
from storehouses import OXIGRAPH

BASE = "https://example.org/coast/"
P, Q = NamedNode(BASE + "p"), NamedNode(BASE + "münze")
G, H = NamedNode(BASE + "graph/g"), NamedNode(BASE + "graph/h")
FORMATS = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
QUADS = [
    Quad(NamedNode(BASE + "a"), P, Literal("Türme\n\u2028\U0001f5fc", language="de"), G),
    Quad(NamedNode(BASE + "a"), Q, NamedNode(BASE + "ß"), H),
    Quad(NamedNode(BASE + "a"), P, Literal(3), G),
    Quad(NamedNode(BASE + "a"), P, Literal(3), H),
]


def exported(quads, format_: str, **options) -> bytes:
    store, out = Store(), io.BytesIO()
    store.extend(quads)
    exporting.export(store, format_, out, base=BASE, **options)
    return out.getvalue()


def blanks(first: str, second: str) -> list[Quad]:
    return [
        Quad(BlankNode(first), P, BlankNode(second), G),
        Quad(BlankNode(second), Q, Literal("end"), H),
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_quad_is_read_back(format_):
    assert set(ox.parse(exported(QUADS, format_), FORMATS[format_])) == set(QUADS)


@pytest.mark.parametrize("format_", exporting.FORMATS)
def test_neither_order_nor_names_of_blank_nodes_show(format_):
    one = exported(QUADS + blanks("one", "two"), format_, prefixes={"sea": BASE})
    two = exported(blanks("z", "a") + QUADS[::-1], format_, prefixes={"sea": BASE})

    assert one == two
    assert b"_:" not in one
    assert one.count(BASE.encode() + b".well-known/genid/") + one.count(b"sea:.well") >= 2


def test_n_quads_are_ascii_and_sorted_by_bytes():
    lines = exported(QUADS, "nq").splitlines(keepends=True)

    assert lines == sorted(lines)
    assert b"".join(lines).isascii()
    assert len(lines) == len(QUADS)


def test_runs_on_disk_give_the_same_file(monkeypatch):
    quads = [Quad(NamedNode(f"{BASE}{n * 7919 % 1000}"), P, Literal(n), G) for n in range(200)]
    whole = exported(quads, "nq")
    monkeypatch.setattr(exporting, "_LINES_AT_ONCE", 16)

    assert exported(quads, "nq") == whole


def test_turtle_is_the_union_with_each_triple_once():
    triples = list(ox.parse(exported(QUADS, "ttl"), ox.RdfFormat.TURTLE))

    assert {q.triple for q in triples} == {q.triple for q in QUADS}
    assert len(triples) == 3


def test_one_graph_alone():
    assert set(ox.parse(exported(QUADS, "nq", graph=H), ox.RdfFormat.N_QUADS)) == {QUADS[1], QUADS[3]}


def test_blank_nodes_of_two_graphs_stay_apart_when_graphs_are_exported_one_by_one():
    quads = [Quad(BlankNode("a"), P, Literal(1), G), Quad(BlankNode("b"), P, Literal(1), H)]

    one, two = (exported(quads, "nq", graph=graph) for graph in (G, H))

    assert one.split()[0] != two.split()[0]


def test_what_cannot_be_written_is_refused():
    with pytest.raises(DatasetError, match="KG531"):
        exported(QUADS, "xml")
    with pytest.raises(DatasetError, match="KG532"):
        exported(QUADS, "nq", graph=P)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=8), max_size=4))
def test_any_text_survives_n_quads(texts):
    quads = {Quad(P, P, Literal(text), G) for text in texts}

    found = exported(quads, "nq")

    assert set(ox.parse(found, ox.RdfFormat.N_QUADS)) == quads
    assert found.count(b"\n") == len(quads)


def test_the_bulk_loader_of_another_store_takes_the_file(tmp_path):
    file = tmp_path / "all.nq"
    file.write_bytes(exported(QUADS + blanks("one", "two"), "nq"))
    place = tmp_path / "store"

    subprocess.run([OXIGRAPH, "load", "--location", place, "--file", file], check=True, capture_output=True)

    assert len(Store(str(place))) == len(QUADS) + 2


@pytest.mark.parametrize("kind", exporting.COMPRESSIONS)
def test_what_is_compressed_comes_back(kind):
    out = io.BytesIO()
    with exporting.compressed(out, kind) as made:
        made.write(b"a line\n" * 1000)

    assert unpacked(kind)(out.getvalue()) == b"a line\n" * 1000


def unpacked(kind):
    if kind == "zstd":
        return lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return {"none": bytes, "gzip": gzip.decompress}[kind]


def test_a_way_of_compressing_that_nobody_knows_is_refused():
    with pytest.raises(DatasetError, match="KG531"), exporting.compressed(io.BytesIO(), "rar"):
        pass


@pytest.mark.parametrize(
    ("iri", "name"),
    [("graph/facts", "graph-facts"), ("id/document/d7", "id-document-d7"), ("", "graph"), ("ä/.x", "x")],
)
def test_a_graph_is_called_as_a_file_without_leaving_its_folder(iri, name):
    assert exporting.file_name(NamedNode(BASE + iri), BASE) == name
