"""Every command that the README shows is run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands() -> list[str]:
    """The `kg` commands of the README's console blocks, in order."""
    text = (ROOT / "README.md").read_text("utf-8")
    lines = [line for block in _CONSOLE.findall(text) for line in block.splitlines() if line.startswith("$ ")]
    return [line[2:].rpartition("uv run kg ")[2] for line in lines if "uv run kg " in line]


def test_readme_shows_how_to_begin() -> None:
    assert commands()[:3] == [
        "build",
        "query hub-access --city Dresden",
        'explain Dresden cm:hasAccessTo "Climate City Capital Hub"',
    ]


LONG = ("queries test", "silence queries sentences", "check")


def sampled(command: str) -> object:
    """What takes long and is tried elsewhere as well, in parts, is left to the whole run."""
    long = "tests/reading/unseen" in command or command in LONG
    return pytest.param(command, marks=pytest.mark.slow) if long else command


@pytest.mark.parametrize("command", [sampled(c) for c in commands() if c != "build"])
def test_a_command_of_the_readme_works(shipped_root: Path, command: str) -> None:
    arguments = shlex.split(command)

    done = subprocess.run(
        [sys.executable, "-m", "kg", "--project", str(shipped_root), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_every_command_that_kg_has_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    listed = subprocess.run(
        [sys.executable, "-m", "kg", "--help"], capture_output=True, text=True, check=True
    )
    names = re.findall(r"^\s+([a-z]+) {2,}[A-Z]", listed.stdout, re.MULTILINE)

    assert names
    assert [name for name in names if f"kg {name}" not in text] == []
