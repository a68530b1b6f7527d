"""Faults put into a copy of the shipped project: each is found, with its code, at its place."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

import samples
from kg import checking
from mutations.harness import KINDS, Bench, copy_of, told
from mutations.project import Project

SEEDS = (1, 2, 3)
# Every twelfth kind; all of them, with three seeds each, run with `pytest -m slow`.
SAMPLE = tuple(KINDS)[::12]


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory, shipped_root: Path) -> Bench:
    """The shipped project, built and checked once."""
    return Bench(tmp_path_factory.mktemp("mutations"), shipped_root)


def test_the_unharmed_project_gives_neither_errors_nor_warnings(bench: Bench):
    assert [f for f in bench.findings if f.severity != "info"] == []


def test_there_are_faults_enough():
    assert len(KINDS) >= 30
    assert len(KINDS) * len(SEEDS) >= 150


@pytest.mark.parametrize("kind", SAMPLE)
def test_one_fault_of_each_kind_is_found_where_it_is(bench: Bench, kind: str):
    outcome = bench.run(kind, 0, whole=False)

    assert outcome.found, told(outcome)
    assert outcome.placed, told(outcome)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_is_found_where_it_is(bench: Bench, kind: str, seed: int):
    outcome = bench.run(kind, seed)

    assert outcome.found, told(outcome)
    assert outcome.placed, told(outcome)


@pytest.mark.parametrize("seed", samples.every(2, [1, 2]))
def test_findings_do_not_depend_on_the_order_of_files(tmp_path: Path, seed: int):
    """Files are taken in the order of their names, so other names give another order."""
    chance = Random(seed)
    here = copy_of(tmp_path)
    for kind in ("lost-label", "unknown-term", "class-circle", "shared-identifier", "loose-rule"):
        KINDS[kind](Project(here), chance)
    wanted = ("KG11", "KG12", "KG13", "KG102")
    before = checking.check(here, only=wanted)

    for folder in ("ontology", "ontology/shapes", "ontology/lexicon", "data/reference"):
        for path in sorted((here / folder).glob("*.ttl")):
            path.rename(path.with_name(f"{chance.randrange(10**6):06}-{path.name}"))
    shutil.rmtree(here / "build")
    after = checking.check(here, only=wanted)

    assert {f.code for f in before} >= {"KG102", "KG110", "KG117", "KG130", "KG134"}
    assert Counter((f.code, f.severity, f.focus, f.path) for f in before) == Counter(
        (f.code, f.severity, f.focus, f.path) for f in after
    )


@pytest.mark.slow
def test_what_was_kept_is_what_is_found_anew(tmp_path: Path):
    here = copy_of(tmp_path)
    checking.check(here, only=["KG11", "KG3", "KG6"])
    for kind in ("shifted-offset", "class-circle", "misspelt-term"):
        KINDS[kind](Project(here), Random(5))

    kept = checking.check(here, only=["KG11", "KG3", "KG6"])

    assert {f.code for f in kept} >= {"KG117", "KG301", "KG618"}
    assert kept == checking.check(here, only=["KG11", "KG3", "KG6"], keep=False)
