"""Contradictions that public sources really have stand in the ledger of the shipped graph, each with its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import kg
from kg.tables import plain

TABLE = Path(__file__).parent / "data" / "real-contradictions.yaml"
THINGS = "https://w3id.org/cities-mission/id/"
FEWEST_NUMBERS = 37
FEWEST_REPORTED = 35

Sides = Mapping[str, frozenset[str]]
Ledger = Mapping[tuple[str, str], Sides]


@cache
def expected() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return listed


@cache
def ledger_of(root: Path) -> Ledger:
    """(thing, property) → value → who says so, as the saved query tells it."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in kg.open(root).query("contradictions").records():
        thing = plain(row["about"]).removeprefix(THINGS)
        found[thing, plain(row["what"])][plain(row["value"])].add(plain(row["publisher"]))
    return {key: {value: frozenset(who) for value, who in sides.items()} for key, sides in found.items()}


def missing_sides(entry: Mapping[str, Any], ledger: Ledger) -> dict[str, set[str]]:
    told = ledger.get((entry["about"], entry["property"]), {})
    wanted = {value: set(who) for value, who in entry["sides"].items()}
    return {
        value: who - told.get(value, frozenset())
        for value, who in wanted.items()
        if not who <= told.get(value, frozenset())
    }


@pytest.mark.parametrize(
    "entry", expected(), ids=lambda entry: f"{entry['number']}-{entry['property']}".replace(" ", "-")
)
def test_ledger_holds_a_contradiction_with_the_publishers_of_each_side(
    entry: dict[str, Any], shipped_root: Path
) -> None:
    assert missing_sides(entry, ledger_of(shipped_root)) == {}


def test_a_whole_list_that_lacks_one_whom_others_name_is_a_conflict_of_membership(shipped_root: Path) -> None:
    listed = {entry["about"] for entry in expected() if entry.get("kind") == "membership"}

    found = kg.open(shipped_root).query("contradictions", kind="membership").column("about")

    assert {iri.removeprefix(THINGS) for iri in found} == listed
    assert len(listed) == 2


def test_enough_contradictions_are_reported(shipped_root: Path) -> None:
    ledger = ledger_of(shipped_root)

    reported = {entry["number"] for entry in expected() if not missing_sides(entry, ledger)}

    assert len({entry["number"] for entry in expected()}) >= FEWEST_NUMBERS
    assert len(reported) >= FEWEST_REPORTED


def test_every_contradiction_has_two_sides_that_differ() -> None:
    assert [entry["number"] for entry in expected() if len(entry["sides"]) < 2] == []
