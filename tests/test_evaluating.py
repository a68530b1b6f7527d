"""How rows are matched with gold rows, rule by rule, on invented rows."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.evaluating import Evaluation, Relation, Row, Value, score

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "tests" / "gold" / "relations"
RELATIONS = json.loads((ROOT / "tests" / "gold" / "relations.json").read_text("utf-8"))

KEEPS = Relation("keeps", key=("keeper", "light"), compare=("since", "by"))
TWINS = Relation("twins", key=("a", "b"), symmetric=("a", "b"))
SEEN = Relation("seen", key=("light",), open=True)


def row(
    relation: str, factuality: str = "asserted", *, core: bool = True, **args: Value | tuple[Value, ...]
) -> Row:
    given = {k: v if isinstance(v, tuple) else (v,) for k, v in args.items()}
    return Row("d.txt", relation, given, factuality, core=core)


def held(gold: list[Row], system: list[Row]) -> Evaluation:
    return score(gold, system, {r.name: r for r in (KEEPS, TWINS, SEEN)})


def test_a_name_agrees_with_any_label_whatever_case_diacritics_and_hyphens() -> None:
    gold = [row("keeps", keeper="Åsa Öst-Lund", light="North Light")]

    found = held(gold, [row("keeps", keeper=("asa ost lund", "A. Lund"), light=("Nordfeuer", "north-light"))])

    assert found.total.recall == 1.0


@pytest.mark.parametrize(
    ("wanted", "given", "agrees"),
    [("2024", "2024-06", True), ("2024-06", "2024", True), ("2024-06", "2024-07", False)],
)
def test_a_date_agrees_when_one_begins_the_other(wanted: str, given: str, agrees: bool) -> None:
    gold = [row("keeps", keeper="A", light="N", since=wanted)]

    found = held(gold, [row("keeps", keeper="A", light="N", since=given)])

    assert (found.total.recall == 1.0) is agrees


def test_rows_of_open_relations_are_counted_apart_by_what_identifies_them() -> None:
    gold = [row("seen", light="North"), row("keeps", keeper="A", light="North")]
    system = [row("seen", light=light, by=by) for light in ("North", "South") for by in ("ship", "boat")]

    found = held(gold, [*system, row("keeps", keeper="A", light="North")])

    assert (found.total.rows, found.total.right) == (1, 1)
    assert (found.total.open_rows, found.total.open_right) == (2, 1)
    assert found.scores["seen"].as_dict()["open_agreement"] == 0.5


def test_a_compared_argument_may_be_absent_and_then_counts_against_the_slots_alone() -> None:
    gold = [row("keeps", keeper="A", light="N", since="2024")]

    found = held(gold, [row("keeps", keeper="A", light="N")])

    assert (found.total.recall, found.total.slot_share) == (1.0, 0.0)


def test_a_missing_key_matches_nothing() -> None:
    found = held([row("keeps", keeper="A", light="N")], [row("keeps", keeper="A")])

    assert (found.total.recall, found.total.precision) == (0.0, 0.0)


def test_factuality_agrees_exactly_and_denied_rows_are_not_scored() -> None:
    gold = [row("keeps", "expected", keeper="A", light="N")]

    asserted = held(gold, [row("keeps", keeper="A", light="N")])
    denied = held(gold, [row("keeps", "denied", keeper="A", light="N")])

    assert (asserted.total.recall, asserted.total.rows) == (0.0, 1)
    assert (denied.total.recall, denied.total.rows) == (0.0, 0)


def test_a_denied_row_of_the_gold_is_not_missed() -> None:
    gold = [row("keeps", keeper="A", light="N"), row("keeps", "denied", keeper="B", light="N")]

    found = held(gold, gold[:1])

    assert (found.total.core, found.total.recall, found.misses) == (1, 1.0, [])


def test_symmetric_arguments_may_be_swapped() -> None:
    found = held([row("twins", a="N", b="S")], [row("twins", a="S", b="N")])

    assert found.total.f1 == 1.0


def test_open_relations_are_left_out_of_precision() -> None:
    found = held([], [row("seen", light="N")])

    assert found.total.rows == 0


def test_the_same_row_twice_is_one() -> None:
    gold = [row("keeps", keeper="A", light="N")]

    found = held(gold, [row("keeps", keeper="A", light="N"), row("keeps", keeper="A", light="N")])

    assert (found.total.rows, found.total.right) == (1, 1)


def test_a_match_with_a_row_that_is_not_core_is_right_and_no_core_recall() -> None:
    found = held([row("keeps", core=False, keeper="A", light="N")], [row("keeps", keeper="A", light="N")])

    assert (found.total.core, found.total.found, found.total.precision) == (0, 1, 1.0)


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_each_relation_has_a_query_whose_columns_are_its_arguments(name: str) -> None:
    text = (QUERIES / f"{name}.rq").read_text("utf-8")

    solutions = ox.Store().query(text)

    assert isinstance(solutions, ox.QuerySolutions)
    columns = {v.value for v in solutions.variables}
    assert {"doc", "factuality", *RELATIONS[name]["key"]} <= columns
