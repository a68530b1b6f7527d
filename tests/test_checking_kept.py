"""What is kept of earlier checks, or was built before, changes no finding: a check says what one from nothing says."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import checking, converting, dataset, schema
from kg.checking import apart
from kg.dataset import graphs, inputs, intake
from lighthouses import project


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was checked and built."""
    root = project(tmp_path_factory.mktemp("kept"))
    twice = root / "data/documents/harbour-day.md"
    shutil.copy(twice, twice.with_name("reprint.md"))
    known = schema.load(root)
    (root / "data/graphs").mkdir(exist_ok=True)
    for reading in intake.take_in(inputs.gather(root).files, known).readings:
        path = root / "data/graphs" / converting.file_name(reading.iri)
        path.write_text(converting.to_turtle(reading, known), encoding="utf-8")
    checking.check(root)
    dataset.build(root)
    return root


def changed(root: Path, chance: Random) -> None:
    """One edit of any file: a line gone, doubled, or moved to the end, or a letter that is another."""
    files = [p for part in ("ontology", "data", "queries") for p in sorted((root / part).rglob("*.*"))]
    path = chance.choice([p for p in files if p.is_file()])
    lines = path.read_text(encoding="utf-8").split("\n")
    at = chance.randrange(len(lines))
    line = lines.pop(at)
    match chance.randrange(4):
        case 0:
            pass
        case 1:
            lines[at:at] = [line, line]
        case 2:
            lines.append(line)
        case _:
            place = chance.randrange(len(line) + 1)
            lines.insert(at, f"{line[:place]}{chance.choice('x0.;')}{line[place + 1 :]}")
    path.write_text("\n".join(lines), encoding="utf-8")


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32), edits=st.integers(1, 3))
def test_after_random_edits_a_check_says_what_one_from_nothing_says(
    home: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, edits: int
):
    chance = Random(seed)
    root = tmp_path_factory.mktemp("edited") / "project"
    shutil.copytree(home, root, symlinks=True)

    for _ in range(edits):
        changed(root, chance)
        kept = checking.check(root)

        assert kept == checking.check(root, keep=False)


def test_a_dataset_that_was_built_is_not_made_again(home: Path, monkeypatch: pytest.MonkeyPatch):
    before = checking.check(home, keep=False)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(graphs, "assemble", refuse)
    (home / "build/checks/findings.json").unlink()
    after = checking.check(home)

    assert after == before
    assert "KG504" in {finding.code for finding in after}


def test_one_process_finds_what_several_find(home: Path, monkeypatch: pytest.MonkeyPatch):
    several = checking.check(home, keep=False)

    monkeypatch.setattr(apart, "can_fork", lambda: False)
    one = checking.check(home, keep=False)

    assert one == several


def test_where_no_file_has_changed_nothing_is_read(home: Path, monkeypatch: pytest.MonkeyPatch):
    before = checking.check(home)

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(schema, "load", refuse)
    after = checking.check(home)

    assert after == before
    with pytest.raises(AssertionError, match="read again"):
        checking.check(home, keep=False)


def test_a_file_of_another_kind_is_seen_though_no_other_has_changed(home: Path, tmp_path: Path):
    root = tmp_path / "project"
    shutil.copytree(home, root, symlinks=True)
    checking.check(root)

    (root / "data/documents/list.xyz").write_text("1", encoding="utf-8")
    found = checking.check(root)

    assert "KG208" in {finding.code for finding in found}
    assert found == checking.check(root, keep=False)


def test_what_a_check_is_confined_to_is_no_answer_to_a_wider_one(home: Path):
    wide = checking.check(home, keep=False)
    (home / "build/checks/findings.json").unlink(missing_ok=True)

    narrow = checking.check(home, only=("KG6",))

    assert len(narrow) < len(wide)
    assert checking.check(home) == wide
