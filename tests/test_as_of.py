"""True on a day: certain where every day that the sources leave open says so, possible where only some do."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from kg import asking, queries
from kg.names import kg
from kg.tables import Table, plain

ROOT = Path(__file__).resolve().parents[1]
KNOWN = queries.prefixes(ROOT)
ASKED = sorted(q.name for q in queries.load_all(ROOT) if any(p.name == "as_of" for p in q.params))
FIRST, LAST = kg("earliestDay"), kg("latestDay")
BASE = "https://w3id.org/cities-mission/id/"
DAYS = ("2019-12-31", "2024-03-10", "2024-06-15", "2025-09-26")

each = pytest.mark.parametrize("name", ASKED)


def ask(store: Store, name: str, **values: str) -> Table:
    return queries.run(store, queries.load(ROOT, name), values, KNOWN)


def told(table: Table, name: str) -> dict[tuple[str, ...], str]:
    """Row without its certainty, and without days that stand for a period, → its certainty."""
    skipped = {"certainty", *(f.name for f in queries.load(ROOT, name).fields if f.type == "day")}
    kept = [n for n, column in enumerate(table.columns) if column not in skipped]
    return {
        tuple(plain(row[n]) for n in kept): plain(row[table.columns.index("certainty")]) for row in table.rows
    }


def with_days(store: Store, change: object) -> Store:
    """A copy in which each period has other days."""
    made = Store()
    days: dict[object, dict[object, int]] = {}
    for quad in store.quads_for_pattern(None, None, None, None):
        if quad.predicate in (FIRST, LAST):
            days.setdefault((quad.subject, quad.graph_name), {})[quad.predicate] = int(quad.object.value)
        else:
            made.add(quad)
    for (period, graph), found in days.items():
        pair = change(str(period), found[FIRST], found.get(LAST, found[FIRST]))  # type: ignore[operator]
        for predicate, day in zip((FIRST, LAST), pair, strict=True):
            made.add(Quad(period, predicate, Literal(day), graph))  # type: ignore[arg-type]
    return made


def blurred(period: str, first: int, last: int) -> tuple[int, int]:
    """The second wave of labels is known by its month alone."""
    return (20240301, 20240331) if period == f"<{BASE}period/2024-03-21>" else (first, last)


@pytest.fixture(scope="module")
def coarse(shipped: Store) -> Store:
    return with_days(shipped, blurred)


@pytest.fixture(scope="module")
def early(coarse: Store) -> Store:
    return with_days(coarse, lambda period, first, last: (first, first))


@pytest.fixture(scope="module")
def late(coarse: Store) -> Store:
    return with_days(coarse, lambda period, first, last: (last, last))


def test_many_queries_can_be_asked_as_of_a_day() -> None:
    assert len(ASKED) >= 23


@each
def test_whoever_asks_as_of_a_day_is_told_how_certain_the_answer_is(name: str, shipped: Store) -> None:
    today = ask(shipped, name)
    asked = ask(shipped, name, as_of="2025-09-26")

    assert set(today.column("certainty")) <= {""}
    assert set(asked.column("certainty")) <= {"certain", "possible"}


@each
@pytest.mark.parametrize("day", DAYS)
def test_certain_is_what_holds_on_each_day_that_sources_leave_open_and_possible_what_holds_on_one(
    name: str, day: str, coarse: Store, early: Store, late: Store
) -> None:
    asked = told(ask(coarse, name, as_of=day), name)

    worlds = [told(ask(store, name, as_of=day), name) for store in (early, late)]
    # What has no day at all is in every world, and only possible there.
    everywhere = {row for row in worlds[0] if all(world.get(row) == "certain" for world in worlds)}
    somewhere = {row for world in worlds for row in world}
    assert {row for row, how in asked.items() if how == "certain"} == everywhere
    assert set(asked) == somewhere


def test_within_the_month_of_an_award_a_label_is_possibly_held_and_possibly_awaited(coarse: Store) -> None:
    held = ask(coarse, "label-holders", as_of="2024-03-10")
    awaited = ask(coarse, "cities-awaiting-label", as_of="2024-03-10")

    holding, waiting = (
        dict(zip(t.column("name"), t.column("certainty"), strict=True)) for t in (held, awaited)
    )
    assert holding["Heidelberg"] == waiting["Heidelberg"] == "possible"
    assert (holding["Mannheim"], waiting.get("Mannheim")) == ("certain", None)
    assert (holding.get("Dresden"), waiting["Dresden"]) == (None, "certain")


def test_the_hub_that_was_launched_in_june_is_possibly_open_in_the_middle_of_june(shipped: Store) -> None:
    certainty = {
        day: set(ask(shipped, "hub-access", city="Mannheim", as_of=day).column("certainty"))
        for day in ("2024-05-31", "2024-06-15", "2024-06-30")
    }

    assert certainty == {"2024-05-31": set(), "2024-06-15": {"possible"}, "2024-06-30": {"certain"}}


def test_a_contract_whose_day_of_signing_is_open_is_possibly_signed_from_the_first_day_that_a_source_gives(
    shipped: Store,
) -> None:
    signed = {
        day: {
            row["certainty"].value
            for row in ask(shipped, "contracts", city="Aachen", as_of=day).records()
            if row["subject"].value == "contract signing"
        }
        for day in ("2024-03-11", "2024-03-12", "2024-04-29", "2024-04-30")
    }

    assert list(signed.values()) == [set(), {"possible"}, {"possible"}, {"certain"}]


def test_nobody_is_in_office_after_its_end_or_before_its_beginning(shipped: Store) -> None:
    terms = [row for row in ask(shipped, "office-holders").records() if row["from"] and row["until"]]

    assert terms
    for day in ("1900-01-01", "2100-01-01"):
        there = ask(shipped, "office-holders", as_of=day).records()
        assert not [row for row in there if row["from"] and row["until"]]


def test_both_times_can_be_asked_for_at_once(shipped_root: Path) -> None:
    values = {"as_of": "2024-06-15", "city": "Mannheim"}

    question = asking.Question(shipped_root, "hub-access", values=values, known_on="2025-12-31")

    assert asking.ask(question).column("certainty") == ["possible"]
