"""Saved queries as files for grlc: their text, and a grlc server that answers with them over HTTP.

grlc runs in an environment of its own, which uv makes from the package index: it brings other versions of much
that kg uses. It is never part of kg's own environment.
"""

import shutil
import subprocess
import time
from pathlib import Path

import httpx
import pytest
import yaml
from pyoxigraph import Literal, NamedNode, Store
from rdflib.plugins.sparql import prepareQuery

import samples
import storehouses
from kg import queries, schema, stores
from kg.queries import grlc
from kg.tables import Table, plain

ROOT = Path(__file__).resolve().parents[1]
NAMES = sorted(queries.find(ROOT))
KNOWN = queries.prefixes(ROOT)
BASE = schema.load(ROOT).names.base
GRLC = "grlc>=1.3.11,<1.4"
# Its own command would listen at every address of the machine.
SERVE = """
import sys
from grlc.server import app
from werkzeug.serving import run_simple
run_simple("127.0.0.1", int(sys.argv[1]), app, threaded=True)
"""
CONFIG = "[local]\nlocal_sparql_dir = {folder}\n[defaults]\nserver_name = localhost\n"


# --- the text --------------------------------------------------------------------------------------------


def query(tmp_path, header: str, body: str):
    path = tmp_path / "coast.rq"
    path.write_text(f"{SUMMARY}{header}{body}", encoding="utf-8")
    return queries.read(path)


SUMMARY = '#+ summary: {en: "Which towers?", de: "Welche Türme?"}\n'
PARAMS = """#+ params:
#+   lit_by: {type: day, default: 1900-01-01}
#+   tower: {type: thing}
#+   text: text
"""
BODY = """SELECT ?tower WHERE { # towers
  VALUES ?tower { UNDEF }
  VALUES ?lit_by { 19000101 }
  ?tower <urn:lit> ?lit .
  FILTER (?lit <= ?lit_by)
  MINUS { VALUES ?lit_by { 19000101 } VALUES ?text { UNDEF } ?tower <urn:says> ?text }
}
"""


def test_parameters_become_variables_that_may_be_left_out(tmp_path):
    text = grlc.written(query(tmp_path, PARAMS, BODY), {})

    assert "VALUES" not in text
    assert "BIND (?__tower_iri AS ?tower)" in text
    assert text.count("BIND (COALESCE(?__litBy_integer, 19000101) AS ?lit_by)") == 2
    assert "BIND (?__text_literal AS ?text)" in text


def test_the_header_is_one_language_and_has_the_defaults(tmp_path):
    text = grlc.written(query(tmp_path, PARAMS, BODY), {}, "de", "http://127.0.0.1:1/query")

    header = yaml.safe_load("".join(line[2:] for line in text.splitlines(True) if line.startswith("#+")))

    assert header["summary"] == "Welche Türme?"
    assert header["endpoint"] == "http://127.0.0.1:1/query"
    assert header["defaults"] == [{"litBy": "19000101"}]


@pytest.mark.parametrize(("name", "wanted"), [("as_of", "asOf"), ("a__b_c", "aBC"), ("city", "city")])
def test_names_lose_the_underscore_that_grlc_would_read_as_a_language(name, wanted):
    assert grlc.parameter(name) == wanted


def test_a_name_of_underscores_alone_is_refused():
    with pytest.raises(ValueError, match="grlc"):
        grlc.parameter("__")


@pytest.mark.parametrize("name", NAMES)
def test_an_exported_query_is_sparql_for_two_parsers_and_answers_as_before(name, shipped):
    saved = queries.load(ROOT, name)
    text = grlc.written(saved, KNOWN)

    prepareQuery(text)
    found = queries.finished(queries.run(shipped, text), saved)

    assert found.rows == queries.run(shipped, saved, {}, KNOWN).rows
    assert "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" in text
    assert "\n\n" not in text


# --- the server ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(shipped, tmp_path_factory):
    uv = shutil.which("uv")
    if not uv:
        storehouses.unavailable("grlc needs an environment of its own, which uv makes; uv is not installed")
    folder = tmp_path_factory.mktemp("grlc")
    python = environment(str(uv), folder / "environment")
    with storehouses.oxigraph(folder) as url:
        stores.load(shipped, url, base=BASE)
        (folder / "queries").mkdir()
        for name in NAMES:
            text = grlc.written(queries.load(ROOT, name), KNOWN, "en", f"{url}/query?union-default-graph")
            (folder / "queries" / f"{name}.rq").write_text(text, encoding="utf-8")
        (folder / "config.ini").write_text(CONFIG.format(folder=folder / "queries"))
        port = storehouses.free_port()
        process = subprocess.Popen(
            [str(python), "-c", SERVE, str(port)],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield wait_for(process, f"http://127.0.0.1:{port}")
        finally:
            process.kill()
            process.wait(30)


def environment(uv: str, home: Path) -> Path:
    """The Python of a new environment with grlc. A whole one: grlc reads a file that lies beside its library."""
    python = home / "bin" / "python"
    for words in (["venv", str(home)], ["pip", "install", "--python", str(python), GRLC]):
        done = subprocess.run([uv, *words, "--quiet"], capture_output=True, text=True, timeout=300)
        if done.returncode:
            storehouses.unavailable(f"grlc cannot be installed here: {done.stderr.strip()[-300:]}")
    return python


def wait_for(process, address: str) -> str:
    ends = time.monotonic() + 60
    while time.monotonic() < ends and process.poll() is None:
        try:
            httpx.get(f"{address}/", trust_env=False)
            return address
        except httpx.HTTPError:
            time.sleep(0.2)
    raise AssertionError(f"grlc does not answer at {address}")


def call(server: str, name: str, **values: str) -> Table:
    """As JSON: the CSV of Oxigraph's server leaves commas within IRIs bare."""
    answer = httpx.get(f"{server}/api-local/{name}.json", params=values, timeout=60, trust_env=False)
    content = answer.raise_for_status().json()
    columns = tuple(content["head"]["vars"])
    rows = tuple(
        tuple(Literal(row[column]["value"]) if column in row else None for column in columns)
        for row in content["results"]["bindings"]
    )
    return queries.finished(Table(columns, rows), queries.load(ROOT, name))


def cells(table: Table) -> list[list[str]]:
    return [[plain(term) for term in row] for row in table.rows]


@pytest.mark.parametrize("name", samples.every(2, NAMES))
def test_grlc_answers_like_kg(name, server, shipped):
    found = call(server, name)

    assert cells(found) == cells(queries.run(shipped, queries.load(ROOT, name), {}, KNOWN))


def test_grlc_takes_the_parameters_of_an_exported_query(server, shipped):
    germany = NamedNode(f"{BASE}id/country/germany")

    found = call(server, "label-holders", country=germany.value, asOf="20241231")

    asked = {"country": "Germany", "as_of": "2024-12-31"}
    expected = queries.run(shipped, queries.load(ROOT, "label-holders"), asked, KNOWN)
    assert 0 < len(expected) < 105
    assert cells(found) == cells(expected)


def test_grlc_describes_every_query_with_its_parameters(server):
    paths = httpx.get(f"{server}/api-local/swagger", timeout=60, trust_env=False).json()["paths"]

    described = {p["name"]: p.get("default") for p in paths["/label-holders"]["get"]["parameters"]}

    assert {name.strip("/") for name in paths} >= set(NAMES)
    assert described.keys() >= {"label", "country", "asOf"}
    assert described["label"] == f"{BASE}id/labelscheme/eu-mission-label"


def test_an_exported_query_runs_in_an_empty_store():
    for name in NAMES:
        queries.run(Store(), grlc.written(queries.load(ROOT, name), KNOWN))
