"""Names of the register that stand for a thing only where a text writes them so (`kg:exactName`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import from_text
from kg.reading import Reader
from kg.schema import Schema, load

SPINE = "https://w3id.org/cities-mission/id/project/spine"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(Path(__file__).parent.parent)


def things(text: str, schema: Schema) -> set[str]:
    reading = Reader(schema).read(from_text(text, name="case.txt"))
    return {iri for p in reading.passages for m in p.mentions for iri in m.things}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tampere is one of the partners in SPINE.", True),
        ("Tampere takes part in the SPINE project.", True),
        ("The spine of the new tram line runs through Tampere.", False),
        ("Spine and hip clinics in Tampere are heated from the river.", False),
    ],
)
def test_an_exact_name_is_found_only_as_it_is_written(schema: Schema, text: str, told: bool):
    assert (SPINE in things(text, schema)) is told


def test_an_exact_name_is_a_name_of_its_thing(schema: Schema):
    for thing in schema.things.values():
        assert thing.exact <= {text for text, _, _ in thing.names}, thing.iri
