"""Statements that only look as if they contradicted each other, read from text, beside others that do."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import samples
from kg import schema as schemas
from kg.dataset import graphs, inputs, intake
from kg.deciding import Decided, Kind, decide_case, prepare
from kg.register import Register, read_register
from kg.resolving import resolve
from kg.schema import Schema

ROOT = Path(__file__).resolve().parents[1]
CM = "https://w3id.org/cities-mission/ontology#"


@dataclass(frozen=True)
class Pair:
    """Two statements that may both be true, a third that may not stand beside the first, and what is at stake."""

    one: str
    other: str
    against: str
    properties: tuple[str, ...]
    day: str = "2026-01-15"
    """When the first was published."""


AWARDED = "The European Commission awarded {} the EU Mission Label {}."
PAIRS = {
    "award day and handover day": Pair(
        AWARDED.format("Dresden", "on 7 May 2025"),
        "The EU Mission Label was handed over to Dresden at a ceremony in Vilnius on 11 June 2025.",
        AWARDED.format("Dresden", "on 11 June 2025"),
        ("awardedOn", "handedOverOn"),
    ),
    "Verleihung und feierliche Übergabe": Pair(
        "Die Europäische Kommission hat Mannheim am 12. Oktober 2023 das EU-Mission-Label verliehen.",
        "Das EU-Mission-Label wurde Mannheim am 11. Januar 2024 in Valencia feierlich überreicht.",
        "Die Europäische Kommission hat Mannheim am 11. Januar 2024 das EU-Mission-Label verliehen.",
        ("awardedOn", "handedOverOn"),
    ),
    "a month and a day in it": Pair(
        AWARDED.format("Heidelberg", "in March 2024"),
        AWARDED.format("Heidelberg", "on 21 March 2024"),
        AWARDED.format("Heidelberg", "on 25 June 2024"),
        ("awardedOn",),
    ),
    "a year and a month in it": Pair(
        "Die Europäische Kommission hat Aachen im Jahr 2024 das EU-Mission-Label verliehen.",
        "Die Europäische Kommission hat Aachen im Oktober 2024 das EU-Mission-Label verliehen.",
        "Die Europäische Kommission hat Aachen im März 2025 das EU-Mission-Label verliehen.",
        ("awardedOn",),
    ),
    "more than 370 and 377 applicants": Pair(
        "More than 370 cities applied to join the EU Cities Mission.",
        "A total of 377 cities applied to join the EU Cities Mission.",
        "A total of 362 cities applied to join the EU Cities Mission.",
        ("count", "countAtLeast"),
    ),
    "applied and selected": Pair(
        "A total of 377 cities applied to join the EU Cities Mission.",
        "A total of 112 cities were selected for the EU Cities Mission.",
        "A total of 362 cities applied to join the EU Cities Mission.",
        ("count",),
    ),
    "applied and eligible": Pair(
        "A total of 377 cities applied to join the EU Cities Mission.",
        "The EU Cities Mission drew 362 eligible applications.",
        "A total of 375 cities applied to join the EU Cities Mission.",
        ("count",),
    ),
    "100 in the Union and 12 beside it": Pair(
        "112 cities were selected for the EU Cities Mission: 100 cities in the EU and 12 in associated countries.",
        "In all, 112 cities were selected for the EU Cities Mission.",
        "In all, 115 cities were selected for the EU Cities Mission.",
        ("count",),
    ),
    "hundert in der EU und zwölf weitere": Pair(
        "Die Europäische Kommission hat 100 Städte aus der EU für die EU-Mission ausgewählt.",
        "Insgesamt wurden 112 Städte für die EU-Mission ausgewählt.",
        "Die Europäische Kommission hat 108 Städte aus der EU für die EU-Mission ausgewählt.",
        ("count",),
    ),
    "expected in one year, awarded in another": Pair(
        "Leipzig is expected to be awarded the EU Mission Label in 2024.",
        AWARDED.format("Leipzig", "on 7 May 2025"),
        AWARDED.format("Leipzig", "on 21 March 2024"),
        ("awardedOn",),
        "2023-06-15",
    ),
    "nine in the country and two in the latest wave": Pair(
        "Nine German cities were selected for the EU Cities Mission.",
        "Two German cities were awarded the EU Mission Label in May 2025.",
        "Eight German cities were selected for the EU Cities Mission.",
        ("count",),
    ),
}


@pytest.fixture(scope="module")
def schema() -> Schema:
    return schemas.load(ROOT)


@pytest.fixture(scope="module")
def register(schema: Schema) -> Register:
    return read_register(schema)


def spoken(folder: Path, schema: Schema, text: str, day: str = "2026-01-15") -> set[str]:
    """The properties that one statement speaks of."""
    taken = _read(folder, schema, [(text, "Northern Herald", day)])
    return {c.predicate.value.removeprefix(CM) for reading in taken.readings for c in reading.claims}


def _read(folder: Path, schema: Schema, notices: list[tuple[str, str, str]]) -> intake.Intake:
    folder.mkdir()
    for text, who, day in notices:
        head = f"title: Notice\npublisher: {who}\ndate: {day}\n"
        (folder / f"{who.split()[0]}.md").write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")
    return intake.take_in(inputs.gather(ROOT, [folder]).files, schema, workers=1)


def decided(folder: Path, schema: Schema, register: Register, first: str, second: str, day: str) -> Decided:
    """What is decided of two statements alone, by a publisher each."""
    taken = _read(
        folder, schema, [(first, "Northern Herald", day), (second, "Evening Courier", "2026-02-15")]
    )
    claims = [claim for reading in taken.readings for claim in reading.claims]
    resolution = resolve(claims, register.claims, schema)
    case = prepare(claims, resolution, schema, graphs._sources(taken, {}))
    return decide_case(case, register.triples)


@pytest.mark.parametrize("name", samples.every(2, PAIRS))
def test_compatible_statements_are_no_contradiction(
    name: str, schema: Schema, register: Register, tmp_path: Path
) -> None:
    pair = PAIRS[name]

    found = decided(tmp_path / "two", schema, register, pair.one, pair.other, pair.day)

    for number, text in enumerate((pair.one, pair.other)):
        assert spoken(tmp_path / str(number), schema, text, pair.day) & set(pair.properties)
    assert [str(c) for c in found.contradictions if c.kind is not Kind.SCOPE] == []


@pytest.mark.parametrize(
    "name", samples.every(2, [n for n in PAIRS if not n.startswith("expected")], first=1)
)
def test_incompatible_statements_of_the_same_kind_are_one(
    name: str, schema: Schema, register: Register, tmp_path: Path
) -> None:
    pair = PAIRS[name]

    found = decided(tmp_path / "two", schema, register, pair.one, pair.against, pair.day)

    assert [c for c in found.contradictions if c.kind is not Kind.SCOPE]


@pytest.mark.parametrize("name", ["award day and handover day", "Verleihung und feierliche Übergabe"])
def test_award_and_handover_are_two_days_of_one_award(
    name: str, schema: Schema, register: Register, tmp_path: Path
) -> None:
    pair = PAIRS[name]

    found = decided(tmp_path / "two", schema, register, pair.one, pair.other, pair.day)

    days = {
        (f.subject, f.predicate.value)
        for f in found.facts
        if f.predicate.value.endswith(("awardedOn", "handedOverOn"))
    }
    assert len({subject for subject, _ in days}) == 1
    assert {predicate for _, predicate in days} == {f"{CM}awardedOn", f"{CM}handedOverOn"}
