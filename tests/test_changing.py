"""Builds after changes: whatever was edited in which order, and wherever a build was killed, the result is one."""

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import dataset, exporting
from lighthouses import BASE, project, write

TEXTS = (
    "Cape Still was first lit in 1904.",
    "Cape Still was first lit in 1906.",
    "Jon Falk tends Cape Still. Cape Still was first lit in 1902.",
    "Ida Behrens has kept Grey Raven since 1987.",
    "Ida Behrens does not tend Grey Raven.",
    "The sea was calm all winter.",
)
DAYS = ("2020-01-01", "2021-06-05", "2024-02")
NAMES = ("one.md", "two.md", "harbour-day.md", "storm-chronicle.md")

texts = st.builds(
    lambda publisher, day, text: (
        f"---\ntitle: News\npublisher: {publisher}\ndate: {day}\nlanguage: en\n---\n\n{text}\n"
    ),
    st.sampled_from(("Coast Archive", "Society of Lights", "Hafenblatt")),
    st.sampled_from(DAYS),
    st.sampled_from(TEXTS),
)
edits = st.lists(st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), texts)), min_size=1, max_size=4)


def nquads(root: Path) -> bytes:
    out = io.BytesIO()
    exporting.export(dataset.open(root), "nq", out, base=BASE)
    return out.getvalue()


def edit(root: Path, name: str, text: str | None) -> None:
    """None removes the document."""
    if text is not None:
        write(root, name, text)
    else:
        (root / "data" / "documents" / name).unlink(missing_ok=True)


def anew(root: Path, scratch: Path) -> bytes:
    """The same project, built where nothing was ever built."""
    copied = scratch / "anew"
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(root, copied, ignore=shutil.ignore_patterns("build"))
    dataset.build(copied)
    return nquads(copied)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=edits)
def test_a_dataset_after_any_edits_is_the_one_that_is_built_from_nothing(
    tmp_path: Path, changes: list[tuple[str, str | None]]
) -> None:
    shutil.rmtree(tmp_path / "lighthouses", ignore_errors=True)
    root = project(tmp_path)
    dataset.build(root)

    for name, text in changes:
        edit(root, name, text)
        dataset.build(root)

    assert nquads(root) == anew(root, tmp_path)


def test_a_small_change_touches_the_store_before_and_a_large_one_fills_a_new_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    ledger = root / "build" / "dataset" / "store.json"
    dataset.build(root)
    tables = {p.name for p in (root / "build" / "dataset" / "store").glob("*.sst")}

    edit(root, "one.md", TEXTS[0])
    dataset.build(root)
    after = {p.name for p in (root / "build" / "dataset" / "store").glob("*.sst")}
    changes = [json.loads(ledger.read_text())["changes"]]
    for n in range(40):
        edit(root, f"many-{n}.md", TEXTS[n % len(TEXTS)])
    dataset.build(root)
    changes.append(json.loads(ledger.read_text())["changes"])

    assert tables <= after
    assert changes == [1, 0]
    assert nquads(root) == anew(root, tmp_path)


@pytest.mark.parametrize("damage", ["CURRENT", "store.json"])
def test_a_store_that_cannot_be_changed_is_filled_anew(tmp_path: Path, damage: str) -> None:
    root = project(tmp_path)
    dataset.build(root)
    next((root / "build" / "dataset").rglob(damage)).write_bytes(b"\x00")

    edit(root, "one.md", TEXTS[0])
    dataset.build(root)

    assert nquads(root) == anew(root, tmp_path)


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_a_build_that_is_killed_leaves_the_old_dataset_or_the_new_one(tmp_path: Path, kills: int) -> None:
    root = project(tmp_path)
    edit(root, "one.md", TEXTS[0])
    dataset.build(root)
    old = nquads(root)
    edit(root, "one.md", TEXTS[1])
    new = anew(root, tmp_path)
    chance = random.Random(kills)
    longest = 1.0

    found = []
    for _ in range(kills):
        longest = max(longest, _killed(root, chance.uniform(0, longest)))
        found.append(nquads(root))
        if found[-1] == new:
            edit(root, "one.md", TEXTS[0])
            dataset.build(root)
            assert nquads(root) == old
            edit(root, "one.md", TEXTS[1])
    dataset.build(root)

    assert {*found} <= {old, new}
    assert old in found
    assert nquads(root) == new
    left = [p.name for p in (root / "build").iterdir() if p.is_dir() and not p.is_symlink()]
    assert sorted(name.partition("-")[0] for name in left) == ["cache", "dataset"]


def _killed(root: Path, seconds: float) -> float:
    """Kill a build so long after it has begun, unless it is over; how long it took, 0 if it was killed."""
    program = (
        f"from pathlib import Path; from kg import dataset; import kg.dataset.graphs; print('begun', flush=True);"
        f"dataset.build(Path({str(root)!r}))"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    started = time.perf_counter()
    try:
        process.wait(seconds)
        return time.perf_counter() - started
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return 0.0
    finally:
        process.stdout.close()


@pytest.mark.parametrize("damage", ["cut short", "a letter changed", "nothing", "not text"])
def test_outcomes_that_were_kept_and_are_damaged_are_not_believed(tmp_path: Path, damage: str) -> None:
    root = project(tmp_path)
    dataset.build(root)
    kept = next((root / "build" / "cache").glob("*-decided.sqlite"))
    text = kept.read_bytes()
    broken = {
        "cut short": text[: len(text) // 2],
        "a letter changed": text.replace(b"OnlyClaim", b"LaterDocument", 1),
        "nothing": b"",
        "not text": b"\xff\n\x00",
    }
    assert broken[damage] != text
    kept.write_bytes(broken[damage])

    edit(root, "one.md", TEXTS[3])
    dataset.build(root)

    assert nquads(root) == anew(root, tmp_path)
