"""The GitHub Action and the hooks for pre-commit, tried on a project of somebody else's."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kg import starting

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")


def call(*words: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def commit_all(folder: Path) -> None:
    call("git", "add", "-A", cwd=folder)
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    assert call("git", *who, "commit", "-q", "--no-verify", "-m", "all", cwd=folder).returncode == 0


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ready") / "mine"
    starting.start(root)
    call("git", "init", "-q", "-b", "main", cwd=root)
    commit_all(root)
    return root


@pytest.fixture
def mine(pristine: Path, tmp_path: Path) -> Path:
    """Somebody's project under git, without a word of this project's domain."""
    shutil.copytree(pristine, tmp_path / "mine")
    return tmp_path / "mine"


def with_kg(**more: str) -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **more}


# --- the action --------------------------------------------------------------------------------------------


class Runner:
    """Runs the steps of action.yml as a runner of GitHub does: expressions, environment, shell, files."""

    def __init__(self, workspace: Path, temp: Path, **inputs: str) -> None:
        self.workspace, self.temp = workspace, temp
        self.summary, self.path = temp / "summary.md", temp / "path"
        given = {name: spec["default"] for name, spec in ACTION["inputs"].items()} | inputs
        self.known = {f"inputs.{name}": text for name, text in given.items()}
        self.known["github.action_path"] = str(ROOT)
        for file in (self.summary, self.path):
            file.touch()

    def wanted(self, step: dict[str, str]) -> bool:
        condition = step.get("if")
        if condition is None:
            return True
        name, _, other = _EXPRESSION.sub(r"\1", condition).partition(" != ")
        return self.known[name] != other.strip("'")

    def run(self, step: dict) -> subprocess.CompletedProcess[str]:
        own = {
            k: _EXPRESSION.sub(lambda found: self.known[found[1]], v) for k, v in step.get("env", {}).items()
        }
        files = {"GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_PATH": str(self.path)}
        env = with_kg(**own, **files, RUNNER_TEMP=str(self.temp))
        if added := self.path.read_text().split():
            env["PATH"] = os.pathsep.join([*added, os.environ["PATH"]])
        return call(
            "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], cwd=self.workspace, env=env
        )

    def all(self, *, install: bool = False) -> list[tuple[str, int]]:
        done: list[tuple[str, int]] = []
        for step in ACTION["runs"]["steps"]:
            if self.wanted(step) and (install or step["name"] != "Install kg"):
                done.append((step["name"], self.run(step).returncode))
                if done[-1][1]:
                    break
        return done


def test_action_passes_on_a_sound_project(mine: Path, tmp_path: Path):
    done = Runner(mine, tmp_path).all()

    assert done == [("Build", 0), ("Check", 0), ("Try the queries", 0)]


def test_action_fails_where_a_check_does(mine: Path, tmp_path: Path):
    (mine / "data" / "documents" / "empty.txt").write_text("")

    assert Runner(mine, tmp_path).all() == [("Build", 0), ("Check", 1)]


def test_action_tells_in_the_summary_what_a_change_changes(mine: Path, tmp_path: Path):
    letter = mine / "data" / "documents" / "growers-letter.md"
    letter.write_text(letter.read_text().replace("since 1987", "since 1986"))

    runner = Runner(mine.parent, tmp_path, project="mine", **{"compare-with": "main", "fail-on": "never"})

    assert ("Compare", 0) in runner.all()
    assert "since: 1987" in runner.summary.read_text()
    assert "Clara Winkler has grown Winter Bell since 1986." in runner.summary.read_text()


def test_action_takes_no_input_for_a_command(mine: Path, tmp_path: Path):
    runner = Runner(mine, tmp_path, project=f"$(touch {tmp_path}/broken-in); true")

    assert runner.all() == [("Build", 2)]
    assert not (tmp_path / "broken-in").exists()


def test_every_step_names_its_shell_and_puts_no_expression_into_it():
    steps = ACTION["runs"]["steps"]

    assert {step["shell"] for step in steps} == {"bash"}
    assert [step["name"] for step in steps if "${{" in step["run"]] == []


@pytest.mark.slow
def test_action_installs_kg_from_its_own_checkout(mine: Path, tmp_path: Path):
    runner = Runner(mine, tmp_path)

    assert runner.all(install=True)[0] == ("Install kg", 0)
    assert (tmp_path / "kg" / "bin" / "kg").is_file()


# --- the hooks ---------------------------------------------------------------------------------------------


def hooked(folder: Path, temp: Path) -> subprocess.CompletedProcess[str]:
    """All hooks as they are defined, but with the kg that is here in place of an environment of their own."""
    here = [{**hook, "language": "system"} for hook in HOOKS]
    config = temp / "config.yaml"
    config.write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": here}]}))
    env = with_kg(PRE_COMMIT_HOME=str(temp / "pre-commit"))
    return call(
        sys.executable, "-m", "pre_commit", "run", "--all-files", "-c", str(config), cwd=folder, env=env
    )


def test_hooks_pass_on_a_sound_project(mine: Path, tmp_path: Path):
    done = hooked(mine, tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(HOOKS)


def test_hooks_stop_a_commit_that_breaks_the_graph(mine: Path, tmp_path: Path):
    register = mine / "data" / "reference" / "apples.ttl"
    register.write_text(register.read_text().replace("a orc:Apple ;", "a orc:Apple", 1))

    done = hooked(mine, tmp_path)

    assert done.returncode == 1
    assert "KG101" in done.stdout


def test_hooks_write_what_a_changed_document_says_and_ask_to_look(mine: Path, tmp_path: Path):
    letter = mine / "data" / "documents" / "growers-letter.md"
    letter.write_text(letter.read_text().replace("since 1987", "since 1986"))
    call("git", "add", "-A", cwd=mine)

    first = hooked(mine, tmp_path)
    call("git", "add", "-A", cwd=mine)
    again = hooked(mine, tmp_path)

    assert "files were modified by this hook" in first.stdout
    assert "period:1986" in (mine / "data" / "graphs" / "growers-letter.ttl").read_text()
    assert again.returncode == 1 or again.stdout.count("Passed") == len(HOOKS)


def test_hooks_look_at_a_projects_folders_wherever_it_lies():
    for hook in HOOKS:
        pattern = re.compile(hook["files"])
        assert pattern.search("data/documents/letter.md")
        assert pattern.search("graphs/mine/ontology/x.ttl")
        assert not pattern.search("src/main.py")


@pytest.mark.slow
def test_hooks_run_from_a_clone_in_an_environment_of_their_own(mine: Path, tmp_path: Path):
    clone = tmp_path / "kg"
    assert call("git", "clone", "-q", str(ROOT), str(clone), cwd=tmp_path).returncode == 0
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}

    done = call(
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        str(clone),
        "kg-check",
        "--all-files",
        cwd=mine,
        env=env,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
