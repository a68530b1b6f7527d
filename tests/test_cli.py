"""The command line: what is printed where, and with which exit code."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import cli, dataset
from lighthouses import project, write

COMMANDS = ["build", "check", "convert", "evaluate", "explain", "export", "lexicon", "load"]
COMMANDS += ["diff", "new", "queries", "query", "read", "serve"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("cli"))
    dataset.build(made)
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def call(root: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "--project", str(root), *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return call


# --- help --------------------------------------------------------------------------------------------------


def test_help_names_every_command(run, root: Path):
    code, out, _ = run(root, "--help")

    assert code == 0
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", out)] == []


@pytest.mark.parametrize("command", [*(c for c in COMMANDS if c != "lexicon"), "lexicon test"])
def test_help_of_each_command_shows_an_example(run, root: Path, command: str):
    code, out, _ = run(root, *command.split(), "--help")

    assert code == 0
    assert f"kg {command}" in out


def test_help_imports_nothing_heavy():
    program = (
        "import sys; sys.argv = ['kg', '--help']\n"
        "from kg import cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({'rdflib', 'pyoxigraph', 'pyshacl', 'yaml', 'kg.schema'} & set(sys.modules)), 'none')"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1].strip() == "none"


@pytest.mark.slow
def test_help_comes_within_three_tenths_of_a_second():
    took = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        took.append(time.perf_counter() - start)

    assert min(took) < 0.3


# --- build and convert -------------------------------------------------------------------------------------


def test_build_prints_counts_and_leaves_clean(run, root: Path):
    code, out, err = run(root, "build")

    assert code == 0
    assert re.search(r"^documents +3$", out, re.MULTILINE)
    assert "built in" in err


def test_second_build_says_that_nothing_has_changed(run, root: Path):
    _, first, _ = run(root, "build")
    code, out, err = run(root, "build")

    assert (code, out) == (0, first)
    assert "nothing has changed" in err


def test_unreadable_document_is_told_on_stderr_and_makes_the_exit_one(run, root: Path):
    write(root, "binary.txt", b"\x00" * 500)

    code, out, err = run(root, "build")

    assert code == 1
    assert err.startswith("KG203 ")
    assert "data/documents/binary.txt" in err
    assert re.search(r"^documents +3$", out, re.MULTILINE)


def test_never_failing_build_leaves_clean(run, root: Path):
    write(root, "empty.txt", b"")

    assert run(root, "build", "--fail-on", "never")[0] == 0


def test_build_as_json_can_be_read_by_a_machine(run, root: Path):
    write(root, "empty.txt", b"")

    code, out, _ = run(root, "build", "--format", "json")

    data = json.loads(out)
    assert code == 1
    assert data["counts"]["documents"] == 3
    assert [finding["code"] for finding in data["findings"]] == ["KG202"]


def test_folder_that_does_not_exist_is_wrong_input(run, root: Path):
    code, out, err = run(root, "build", "--documents", "nowhere")

    assert (code, out) == (2, "")
    assert err.startswith("KG201 ")


def test_convert_prints_turtle(run, root: Path):
    code, out, _ = run(root, "convert", str(root / "data/documents/keepers-letter.md"))

    assert code == 0
    assert "@prefix lh:" in out
    assert "oa:exact" in out


def test_convert_writes_a_file_for_each_document(run, root: Path):
    code, out, err = run(root, "convert", "--write")

    names = [path.name for path in sorted((root / "data/graphs").iterdir())]
    assert (code, out) == (0, "")
    assert names == ["harbour-day.ttl", "keepers-letter.ttl", "storm-chronicle.ttl"]
    assert err.count("wrote data/graphs/") == 3


def test_convert_of_an_unreadable_file_is_wrong_input_and_the_others_go_on(run, root: Path):
    broken = write(root, "scan.txt", b"\x00" * 400)

    code, out, err = run(root, "convert", str(broken), str(root / "data/documents/keepers-letter.md"))

    assert code == 2
    assert "KG203" in err
    assert "oa:exact" in out


# --- asking ------------------------------------------------------------------------------------------------


def test_saved_query_takes_its_parameters_as_options(run, built: Path):
    code, out, _ = run(built, "query", "who-tends-what", "--tower", "kap stille", "--format", "csv")

    assert code == 0
    assert out.splitlines()[1:] == ["Jon Falk,Cape Still,Jon Falk tends Cape Still."]


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "md"])
def test_answer_comes_in_each_form(run, built: Path, form: str):
    code, out, _ = run(built, "query", "when-lit", "--format", form)

    assert code == 0
    assert "Grey Raven" in out
    assert out.endswith("\n")
    if form == "json":
        assert len(json.loads(out)["results"]["bindings"]) == 2


def test_query_without_a_name_lists_the_saved_ones(run, built: Path):
    code, out, _ = run(built, "query")

    assert code == 0
    assert "who-tends-what" in out
    assert "--tower" in out


def test_list_of_queries_speaks_german_when_asked(run, built: Path):
    _, out, _ = run(built, "queries", "--language", "de", "--format", "csv")

    assert "Wer betreut welchen Leuchtturm" in out


def test_empty_answer_says_what_it_means(run, built: Path, tmp_path: Path):
    code, out, _ = run(built, "query", "who-tends-what", "--tower", "Grey Raven")
    assert "Ida Behrens" in out

    file = tmp_path / "none.rq"
    file.write_text("SELECT ?x { ?x lh:tends ?x }")
    code, out, _ = run(built, "query", str(file))

    assert (code, out) == (0, "No rows.\n")


def test_sparql_is_taken_from_stdin(run, built: Path, monkeypatch: pytest.MonkeyPatch):
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK { ?x a lh:Lighthouse }"))

    code, out, _ = run(built, "query", "-")

    assert (code, out) == (0, "yes\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("who-tends-whom",), "KG602"),
        (("who-tends-what", "--tower", "Kap Stylle"), "KG604"),
        (("who-tends-what", "--keeper", "Ida"), "KG607"),
        (("who-tends-what", "--tower"), "KG607"),
        (("who-tends-what", "stray"), "KG607"),
        (("missing.rq",), "KG611"),
    ],
)
def test_wrong_question_is_one_clear_message(run, built: Path, words: tuple[str, ...], code: str):
    exit_code, out, err = run(built, "query", *words)

    assert (exit_code, out) == (2, "")
    assert err.startswith(f"{code} ")
    assert "Traceback" not in err


def test_query_that_does_not_parse_is_shown_with_its_place(run, built: Path, tmp_path: Path):
    file = tmp_path / "broken.rq"
    file.write_text("SELECT ?x WHERE {\n  ?x a }\n")

    code, out, err = run(built, "query", str(file))

    assert (code, out) == (2, "")
    assert err.startswith("KG601 ")
    assert re.search(r"line [23], column \d", err)


def test_asking_before_building_says_what_to_type(run, root: Path):
    code, _, err = run(root, "query", "when-lit")

    assert code == 2
    assert err.startswith("KG501 ")
    assert "kg build" in err


def test_explanation_shows_the_quoted_words(run, built: Path):
    code, out, _ = run(built, "explain", "Ida Behrens", "tends", "Grey Raven")

    assert code == 0
    assert "“Ida Behrens has kept Grey Raven since 1987.”" in out


def test_explanation_as_json_can_be_read_by_a_machine(run, built: Path):
    _, out, _ = run(built, "explain", "Cape Still", "first lit", "--format", "json")

    assert json.loads(out)["decisions"][0]["rule"] == "kg:MoreWitnesses"


def test_code_is_explained_without_a_project(run, tmp_path: Path):
    code, out, _ = run(tmp_path, "explain", "kg301")

    assert code == 0
    assert out.startswith("Claim without its words")


def test_unknown_code_is_wrong_input(run, tmp_path: Path):
    code, _, err = run(tmp_path, "explain", "KG399")

    assert code == 2
    assert err.startswith("KG998 ")


# --- checking and reading ----------------------------------------------------------------------------------


def test_check_is_clean_once_everything_is_written(run, root: Path):
    run(root, "convert", "--write")

    code, out, _ = run(root, "check", "--fail-on", "info")

    assert (code, out) == (0, "no findings\n")


def test_check_names_missing_stale_and_left_over_files(run, root: Path):
    run(root, "convert", "--write")
    graphs = root / "data" / "graphs"
    (graphs / "harbour-day.ttl").unlink()
    (graphs / "keepers-letter.ttl").write_text((graphs / "keepers-letter.ttl").read_text() + "\n# more\n")
    (graphs / "nobody.ttl").write_text("")

    code, out, _ = run(root, "check", "--fail-on", "warning", "--format", "json")

    found = {(f["code"], f["places"][0]["file"]) for f in json.loads(out)}
    assert code == 1
    assert found == {
        ("KG302", "data/graphs/keepers-letter.ttl"),
        ("KG303", "data/graphs/harbour-day.ttl"),
        ("KG304", "data/graphs/nobody.ttl"),
    }


def test_check_finds_the_line_of_a_quote_that_is_gone_and_its_place_in_the_document(run, root: Path):
    run(root, "convert", "--write")
    path = root / "data/documents/keepers-letter.md"
    path.write_text(path.read_text().replace("The sea", "Ever since, the sea").replace("1904", "1906"))

    code, out, _ = run(root, "check", "--format", "json")

    gone = [f for f in json.loads(out) if f["code"] == "KG301"]
    assert code == 1
    assert gone
    turtle, words = gone[0]["places"]
    line = (root / turtle["file"]).read_text().splitlines()[turtle["line"] - 1]
    assert line[turtle["column"] - 1 :].startswith('"')
    assert line.strip().startswith("oa:exact")
    assert words["file"] == "data/documents/keepers-letter.md"
    assert path.read_text()[words["start"] : words["end"]] == words["words"]


def test_check_reports_turtle_that_does_not_parse_with_its_line(run, root: Path):
    run(root, "convert", "--write")
    (root / "data/graphs/harbour-day.ttl").write_text("<a> <b> .\n")

    code, out, _ = run(root, "check", "--format", "json")

    assert code == 1
    assert ("KG101", "data/graphs/harbour-day.ttl:1") in {(f["code"], f["at"]) for f in json.loads(out)}


def test_check_writes_sarif_to_a_file_and_says_so_on_stderr(run, root: Path, tmp_path: Path):
    file = tmp_path / "kg.sarif"

    code, out, err = run(root, "check", "--format", "sarif", "-o", str(file))

    assert (code, out) == (0, "")
    assert "3 warnings" in err
    assert [r["ruleId"] for r in json.loads(file.read_text())["runs"][0]["results"]] == ["KG303"] * 3


def test_check_leaves_out_what_a_baseline_knows(run, root: Path, tmp_path: Path):
    known = str(tmp_path / "known.json")
    before = run(root, "check", "--fail-on", "warning", "--baseline", known, "--write-baseline")
    (root / "ontology/lighthouses.ttl").write_text(
        (root / "ontology/lighthouses.ttl").read_text().replace('"Wärter"@de', '"Wärter"@da')
    )

    code, out, err = run(root, "check", "--fail-on", "warning", "--baseline", known, "--format", "github")

    assert before[0] == 0
    assert code == 1
    assert out.startswith("::warning file=ontology/lighthouses.ttl,line=20,col=1,title=KG110 ")
    assert out.count("\n") == 1
    assert "3 findings left out" in err


def test_check_tells_only_the_codes_asked_for(run, root: Path):
    code, out, _ = run(root, "check", "--only", "kg3", "--ignore", "KG303", "--format", "json")

    assert (code, json.loads(out)) == (0, [])


@pytest.mark.parametrize("options", [("--only", "KG3x"), ("--write-baseline",), ("--baseline", "none.json")])
def test_check_refuses_options_that_mean_nothing(run, root: Path, options: tuple[str, ...]):
    code, out, _ = run(root, "check", *options)

    assert (code, out) == (2, "")


def test_check_takes_a_schema_that_cannot_be_used_for_a_finding(run, root: Path):
    path = root / "ontology/shapes/lighthouses.ttl"
    path.write_text(
        path.read_text().replace("kg:identity ( lh:tower lh:servant )", "kg:identity ( lh:tends )")
    )

    code, out, _ = run(root, "check", "--format", "json")

    found = json.loads(out)
    assert code == 1
    assert [f["code"] for f in found] == ["KG105", "KG191"]
    line = path.read_text().splitlines()[found[0]["places"][0]["line"] - 1]
    assert "kg:identity" in line


def test_read_shows_what_was_found_and_what_stayed_silent(run, root: Path):
    code, out, _ = run(root, "read", str(root / "data/documents/harbour-day.md"))

    assert code == 0
    assert "[Ida Behrens] *hütet* seit [1987] den [Grauen Raben]." in out
    assert "→ Keeping (expected): servant Jon Falk" in out
    assert "~ Am [Samstag] öffnet sie den Turm für Besucher." in out


def test_read_of_a_file_that_cannot_be_read_is_wrong_input(run, root: Path):
    code, out, err = run(root, "read", str(root / "nowhere.md"))

    assert (code, out) == (2, "")
    assert err.startswith("KG201 ")


def test_lexicon_keeps_its_promises(run, root: Path):
    code, out, _ = run(root, "lexicon", "test")

    assert (code, out) == (0, "no findings\n")


def test_entry_that_fails_its_own_examples_is_named_with_the_sentence(run, root: Path):
    with (root / "ontology/lexicon/en.ttl").open("a") as file:
        file.write(
            'lex:en-keeper kg:matches "The sea was calm."@en ;'
            ' kg:matchesNot "Jon Falk keeps Cape Still."@en .\n'
        )

    code, out, _ = run(root, "lexicon", "test", "--format", "json")

    findings = json.loads(out)
    assert code == 1
    assert {f["code"] for f in findings} == {"KG107"}
    assert sorted(f["found"].partition(": ")[2] for f in findings) == [
        "Jon Falk keeps Cape Still.",
        "The sea was calm.",
    ]


# --- handing on --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["nq", "ttl", "trig", "jsonld"])
def test_export_writes_the_same_bytes_twice(run, built: Path, tmp_path: Path, form: str):
    one, other = tmp_path / "one", tmp_path / "other"

    run(built, "export", "--format", form, "-o", str(one))
    code, out, err = run(built, "export", "--format", form, "-o", str(other))

    assert (code, out) == (0, "")
    assert "wrote" in err
    assert one.read_bytes() == other.read_bytes() != b""


def test_failed_export_leaves_no_file(run, built: Path, tmp_path: Path):
    target = tmp_path / "out.nq"

    code, _, err = run(built, "export", "-o", str(target), "--graph", "https://example.org/none")

    assert code == 2
    assert err.startswith("KG532 ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["queries"], ["diff"], ["check", "--only", "KG3"], ["silence", "queries"]]
)
def test_markdown_may_be_called_by_either_of_its_names(run, built: Path, command: list[str]):
    if command == ["diff"]:
        command = ["diff", str(built / "build/dataset"), str(built / "build/dataset")]

    by_one, by_other = (run(built, *command, "--format", name)[:2] for name in ("md", "markdown"))

    assert by_one == by_other
    assert by_one[0] == 0
    assert "|" in by_one[1] or "#" in by_one[1] or "**" in by_one[1]


# --- faults ------------------------------------------------------------------------------------------------


def test_folder_without_a_project_is_wrong_input(run, tmp_path: Path):
    code, _, err = run(tmp_path, "build")

    assert code == 2
    assert err.startswith("KG100 ")


def test_schema_that_cannot_be_used_is_wrong_input(run, root: Path):
    (root / "ontology/lighthouses.ttl").write_text("@prefix : <x> .\n: :\n")

    code, out, err = run(root, "build")

    assert (code, out) == (2, "")
    assert re.match(r"KG101 .*\n  at +\S*lighthouses\.ttl:\d", err)


def test_fault_in_kg_is_told_in_one_message_and_leaves_with_three(
    run, root: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*args: object, **options: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(dataset, "build", fail)
    code, out, err = run(root, "build")

    assert (code, out) == (3, "")
    assert err.startswith("KG999 fault in kg")
    assert "ZeroDivisionError: oops" in err


def test_wrong_usage_leaves_with_two(run, root: Path):
    code, _, err = run(root, "build", "--reasoner", "guesswork")

    assert code == 2
    assert "guesswork" in err


def test_reader_that_goes_away_early_is_no_fault(built: Path):
    program = f"{sys.executable} -m kg --project {built} export | head -1"

    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=True)

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
