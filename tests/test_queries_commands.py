"""What comes from the header of a saved query, at the command line: help, pages, files for grlc, trials."""

import json
import sys
import time
from pathlib import Path

import pytest

import storehouses
from kg import cli, dataset
from lighthouses import project

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("commands"))
    dataset.build(made)
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(root: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "--project", str(root), *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return call


# --- help ------------------------------------------------------------------------------------------------


def test_help_on_a_query_says_what_it_asks_takes_and_gives(run, built):
    code, out, _ = run(built, "query", "who-tends-what", "--help")

    assert code == 0
    assert "Who tends which lighthouse" in out
    assert "--tower" in out
    assert "lh:Lighthouse" in out
    assert "no document names a keeper" in out


def test_help_on_a_query_speaks_the_language_asked_for(run, built):
    _, out, _ = run(built, "query", "who-tends-what", "--help", "--lang", "de")

    assert "Wer betreut welchen Leuchtturm" in out
    assert "Parameter:" in out


def test_help_on_a_query_speaks_the_language_of_the_terminal(run, built, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")

    assert "Wer betreut" in run(built, "query", "who-tends-what", "--help")[1]
    assert "Wer betreut" in run(built, "queries")[1]


def test_help_without_a_query_is_that_of_the_command(run, built):
    code, out, _ = run(built, "query", "--help")

    assert code == 0
    assert "--endpoint" in out
    assert "--timeout" in out


def test_a_file_with_a_header_takes_parameters_like_a_saved_query(run, built, tmp_path):
    file = tmp_path / "own.rq"
    file.write_text((built / "queries" / "who-tends-what.rq").read_text())

    code, out, _ = run(built, "query", str(file), "--tower", "Cape Still", "--format", "csv")

    assert code == 0
    assert "Jon Falk" in out
    assert "Who tends which" in run(built, "query", str(file), "--help")[1]


# --- answers ---------------------------------------------------------------------------------------------


CLAIMS = """#+ summary: Which claims?
SELECT ?tower ?claim { ?claim kg:about ?tower ; kg:property lh:firstLit ; kg:evidence/oa:exact ?words }
ORDER BY ?tower ?claim
"""


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "md"])
def test_explained_answers_have_the_sentences_in_every_form(run, built, tmp_path, form):
    file = tmp_path / "claims.rq"
    file.write_text(CLAIMS)

    plain = run(built, "query", str(file), "--format", form)[1]
    code, out, _ = run(built, "query", str(file), "--explain", "--format", form)

    assert code == 0
    assert "sentences" not in plain
    assert "sentences" in out
    assert "“" in out


def test_an_answer_in_time_is_the_same_as_without_a_limit(run, built):
    words = ("query", "when-lit", "--format", "csv")

    assert run(built, *words, "--timeout", "60") == run(built, *words)


def test_a_query_that_takes_too_long_is_ended(run, built, tmp_path):
    file = tmp_path / "slow.rq"
    file.write_text(SLOW)
    started = time.monotonic()

    code, out, err = run(built, "query", str(file), "--timeout", "2")

    assert (code, out) == (2, "")
    assert err.startswith("KG608 ")
    assert time.monotonic() - started < 15


def test_errors_come_through_from_the_process_that_is_limited(run, built):
    code, _, err = run(built, "query", "who-tends-what", "--tower", "Kap Stylle", "--timeout", "60")

    assert code == 2
    assert err.startswith("KG604 ")
    assert "Cape Still" in err


def test_a_saved_query_is_asked_of_another_store(run, built, tmp_path):
    with storehouses.oxigraph(tmp_path) as url:
        loaded, out, err = run(built, "load", url)
        again = run(built, "load", url)
        words = ("query", "who-tends-what", "--tower", "kap stille", "--format", "csv")
        here, there = run(built, *words), run(built, *words, "--endpoint", url)
        limited = run(built, *words, "--endpoint", url, "--timeout", "60")

    assert loaded == 0
    assert "sent" in out
    assert "a second" in err
    assert "sent" not in again[1]
    assert there == limited == here


def test_a_store_that_is_down_is_one_clear_message(run, built):
    address = f"http://127.0.0.1:{storehouses.free_port()}"

    code, out, err = run(built, "query", "when-lit", "--endpoint", address)

    assert (code, out) == (2, "")
    assert err.startswith("KG701 ")


# --- pages and files -------------------------------------------------------------------------------------


def test_pages_are_written_in_both_languages(run, built, tmp_path):
    code, _, _ = run(built, "queries", "docs", "-o", str(tmp_path))
    page = (tmp_path / "de" / "who-tends-what.md").read_text()

    assert code == 0
    assert {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.md")} == {
        f"{language}/{name}.md"
        for language in ("en", "de")
        for name in ("README", "when-lit", "who-tends-what")
    }
    assert "Wer betreut welchen Leuchtturm" in page
    assert "| tower | Name, CURIE oder IRI (lh:Lighthouse) |" in page
    assert "```sparql\nPREFIX" in page
    assert "(who-tends-what.md)" in (tmp_path / "en" / "README.md").read_text()


def test_pages_are_the_same_bytes_twice(run, built, tmp_path):
    for folder in ("one", "two"):
        run(built, "queries", "docs", "-o", str(tmp_path / folder))

    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f / "en").iterdir()} for f in ("one", "two"))

    assert one == two


def test_files_for_grlc_are_written(run, built, tmp_path):
    code, _, _ = run(
        built, "queries", "export", "-o", str(tmp_path), "--endpoint", "http://127.0.0.1:1/sparql"
    )
    text = (tmp_path / "who-tends-what.rq").read_text()

    assert code == 0
    assert "#+ endpoint: http://127.0.0.1:1/sparql" in text
    assert "BIND (?__tower_iri AS ?tower)" in text


# --- trials ----------------------------------------------------------------------------------------------


def test_the_projects_own_queries_pass(run, built):
    code, out, _ = run(built, "queries", "test")

    assert code == 0
    assert "error" not in out


NOTHING = '#+ summary: {{en: "Nothing?", de: "Nichts?"}}\n{more}SELECT ?claim {{ ?claim a lh:Nothing }}\n'


def codes_of(run, built, file: Path) -> tuple[int, set[str]]:
    code, out, _ = run(built, "queries", "test", str(file), "--format", "json")
    return code, {finding["code"] for finding in json.loads(out) if finding["severity"] == "error"}


def test_a_query_that_finds_nothing_fails_unless_its_header_says_so(run, built, tmp_path):
    rotten, quiet = tmp_path / "rotten.rq", tmp_path / "quiet.rq"
    rotten.write_text(NOTHING.format(more=""))
    quiet.write_text(NOTHING.format(more="#+ may_be_empty: true\n"))

    assert codes_of(run, built, rotten) == (1, {"KG613"})
    assert codes_of(run, built, quiet) == (0, set())


BAD = {
    "KG614": "#+ params: {n: {type: number, default: 2}}\nSELECT ?n { VALUES ?n { 1 } }",
    "KG615": "SELECT ?claim { VALUES ?claim { <urn:nobody> } }",
    "KG606": "#+ columns: other\nSELECT ?n { VALUES ?n { 1 } }",
    "KG601": "SELECT ?n { VALUES ?n { 1 }",
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_with_a_query_is_found(run, built, tmp_path, code):
    file = tmp_path / "bad.rq"
    file.write_text(f"#+ summary: x\n{BAD[code]}\n")

    assert codes_of(run, built, file) == (1, {code})


def test_what_a_header_leaves_unsaid_is_a_warning(run, built, tmp_path):
    file = tmp_path / "short.rq"
    file.write_text("#+ summary: x\nSELECT ?n { VALUES ?n { 1 } }\n")

    code, out, _ = run(built, "queries", "test", str(file))

    assert code == 0
    assert "KG612" in out
    assert "summary (de)" in out


def test_an_answer_that_was_accepted_is_held_against_the_next(run, tmp_path):
    root = project(tmp_path)
    dataset.build(root)
    golden = root / "tests" / "expect" / "when-lit.csv"

    accepted = run(root, "queries", "test", "when-lit", "--accept")[0]
    same = run(root, "queries", "test", "when-lit")[0]
    golden.write_text(golden.read_text().replace("Grey Raven", "Grey Crow"))
    code, out, _ = run(root, "queries", "test", "when-lit")

    assert (accepted, same, code) == (0, 0, 1)
    assert "KG616" in out
    assert "Grey Raven" in out


# --- export ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ending", "magic"), [("gz", b"\x1f\x8b"), ("zst", b"\x28\xb5\x2f\xfd")])
def test_an_export_is_compressed_as_its_name_says_and_the_same_twice(run, built, tmp_path, ending, magic):
    one, two = tmp_path / f"one.nq.{ending}", tmp_path / f"two.nq.{ending}"

    for path in (one, two):
        assert run(built, "export", "-o", str(path))[0] == 0

    assert one.read_bytes()[: len(magic)] == magic
    assert one.read_bytes() == two.read_bytes()


def test_an_export_by_graph_has_a_file_for_each(run, built, tmp_path):
    code, _, err = run(built, "export", "--format", "ttl", "--by-graph", "-o", str(tmp_path))
    names = {path.name for path in tmp_path.iterdir()}

    assert code == 0
    assert {"graph-facts-2021-06-05.ttl", "graph-register.ttl", "id-document-harbour-day.ttl"} <= names
    assert f"wrote {len(names)} files" in err


def test_files_by_graph_want_a_folder(run, built):
    code, _, err = run(built, "export", "--by-graph")

    assert code == 2
    assert err.startswith("KG531 ")
