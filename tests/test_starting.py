"""`kg new`: a project that builds, answers and passes its checks at once."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pyoxigraph import Literal, NamedNode

from kg import checking, dataset, examples, queries, schema, starting
from kg.errors import DatasetError
from kg.names import RDFS, SKOS
from kg.queries import proving
from kg.triples import Index


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "old-apples"
    starting.start(root)
    dataset.build(root)
    return root


def kg(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_new_project_has_no_finding(started: Path):
    assert dataset.build(started).findings == ()
    assert checking.check(started) == ()


def test_its_queries_keep_what_their_headers_promise(started: Path):
    assert proving.prove(started, dataset.open(started), queries.prefixes(started)) == []
    assert len(queries.load_all(started)) >= 2


def test_its_lexicon_proves_itself(started: Path):
    known = schema.load(started)

    assert list(examples.prove(known)) == []
    assert all(entry.matches and entry.matches_not for entry in known.entries)


def test_it_shows_a_contradiction_that_its_policy_decides(started: Path):
    rows = queries.run(dataset.open(started), queries.load(started, "first-picked"))

    assert ("Red Lantern", "1904", "authority") in zip(
        rows.column("apple"), rows.column("picked"), rows.column("rule"), strict=True
    )


def test_it_concludes_who_grows_what_with_the_sentence(started: Path):
    done = kg(
        "query", "who-grows-what", "--apple", "Winterglocke", "--explain", "--format", "csv", cwd=started
    )

    assert "Clara Winkler,Winter Bell,1987" in done.stdout
    assert "“Clara Winkler has grown Winter Bell since 1987.”" in done.stdout


def test_what_is_only_planned_is_not_believed(started: Path):
    rows = queries.run(dataset.open(started), queries.load(started, "who-grows-what"))

    assert rows.column("since")[rows.column("grower").index("Jakob Thorn")] is None


@pytest.mark.parametrize("predicate", [RDFS + "label", SKOS + "definition"])
def test_every_term_is_told_in_german_and_english(started: Path, predicate: str):
    index = Index(schema.load(started).ontology)
    own = {t.subject.value for t in index.triples if getattr(t.subject, "value", "").startswith(
        "https://example.org/old-apples/ontology#")}  # fmt: skip

    told = {iri: {language for language, _ in index.words(NamedNode(iri), predicate)} for iri in own}

    assert len(own) > 8
    assert {iri: said for iri, said in told.items() if not said >= {"de", "en"}} == {}


def test_every_message_of_a_shape_is_told_in_german_and_english(started: Path):
    shapes = schema.load(started).shapes
    said: dict[str, set[str]] = {}
    for triple in shapes:
        if triple.predicate.value.endswith("#message") and isinstance(triple.object, Literal):
            said.setdefault(str(triple.subject), set()).add(triple.object.language or "")

    own = {shape: languages for shape, languages in said.items() if "old-apples" in shape}
    assert len(own) >= 6
    assert set(map(frozenset, own.values())) == {frozenset(("de", "en"))}


def test_addresses_are_the_projects_own(started: Path):
    texts = [p.read_text() for p in started.rglob("*") if p.suffix in (".ttl", ".rq", ".md")]

    assert all("example.org/orchard/" not in text for text in texts)
    assert schema.load(started).names.base == "https://example.org/old-apples/"


def test_two_projects_of_one_name_are_alike_to_the_byte(started: Path, tmp_path: Path):
    written = starting.start(tmp_path / "old-apples")

    for path in written:
        assert path.read_bytes() == (started / path.relative_to(tmp_path / "old-apples")).read_bytes()


def test_every_file_of_a_person_begins_with_a_comment_that_teaches(started: Path):
    files = [p for p in started.rglob("*.ttl") if not {"graphs", "build"} & set(p.parts)]

    assert len(files) >= 6
    for path in files:
        first = path.read_text().splitlines()[0]
        assert first.startswith(f"# {path.relative_to(started).as_posix()}: ")


def test_commands_in_its_readme_work(started: Path):
    text = (started / "README.md").read_text()
    shown = re.findall(r"^    kg ([^#\n]+?) *#", text, re.MULTILINE)

    assert len(shown) >= 4
    for command in shown:
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', command)]
        done = kg(*words, cwd=started)
        assert (command, done.returncode, done.stderr) == (command, 0, done.stderr)


def test_steps_of_its_ci_file_run_in_a_shell(started: Path, tmp_path: Path):
    project = tmp_path / "old-apples"
    shutil.copytree(started, project)
    steps = yaml.safe_load((project / ".github" / "workflows" / "check.yml").read_text())["jobs"]["check"][
        "steps"
    ]
    ours = [step["run"] for step in steps if step.get("run", "").startswith("kg ") and "if" not in step]

    assert [step.split()[1] for step in ours] == ["build", "check", "queries"]
    for step in ours:
        line = step.replace("kg ", f"{sys.executable} -m kg ", 1)
        subprocess.run(["bash", "-e", "-c", line], cwd=project, check=True, capture_output=True)


def test_folder_that_is_not_empty_is_left_alone(tmp_path: Path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")

    done = kg("new", "taken", cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("KG552 ")
    assert [p.name for p in (tmp_path / "taken").iterdir()] == ["mine.txt"]


def test_empty_folder_may_be_there(tmp_path: Path):
    (tmp_path / "empty").mkdir()

    assert starting.start(tmp_path / "empty")


@pytest.mark.parametrize("name", ["1984", "a b", "größe", "-x", "a" * 65, "a.b"])
def test_name_that_no_address_can_hold_is_refused(tmp_path: Path, name: str):
    with pytest.raises(DatasetError, match="KG551"):
        starting.start(tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_what_fails_on_the_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(_root: Path) -> None:
        raise RuntimeError

    monkeypatch.setattr(starting, "_read_documents", fail)

    with pytest.raises(RuntimeError):
        starting.start(tmp_path / "half")
    assert list(tmp_path.iterdir()) == []
