"""Names that are put together of parts: taken apart in one language, written in all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.dataset.naming import composed_labels
from kg.names import RDFS_LABEL
from kg.schema import Schema, load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


SAME = [
    ("Umweltministerin", "Environment Minister"),
    ("Umweltministerin", "ministre de l'Environnement"),
    ("Energie- und Klimaminister", "Minister for Energy and Climate"),
    ("adjointe au maire chargée du climat et de l'énergie", "Bürgermeisterin für Klima und Energie"),
    ("chefen för miljöförvaltningen", "Leiterin der Abteilung Umwelt"),
    ("concejala de Vivienda", "Councillor for Housing"),
    ("första biträdande borgmästare", "première adjointe"),
    ("klimatstrategen", "Climate Strategist"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_languages_name_one_thing(schema: Schema, one: str, other: str):
    first, second = (schema.composer.compose(name) for name in (one, other))

    assert first is not None
    assert second is not None
    assert schema.composed(first) == schema.composed(second)


@pytest.mark.parametrize(
    "name", ["Bürgermeisterin für Umwelt und Drachenkunde", "Drachenministerin", "Head of Heat Services"]
)
def test_a_word_that_no_part_knows_leaves_a_name_as_it_stands(schema: Schema, name: str):
    assert schema.composer.compose(name) is None


def test_every_name_that_is_written_first_leads_back_to_what_it_was_made_of(schema: Schema):
    composer = schema.composer
    lost = []
    for name, _ in SAME:
        composition = composer.compose(name)
        assert composition is not None
        lost += [
            text
            for text, code, preferred in composer.names(composition)
            if preferred
            and code in ("en", "sv")
            and "(" not in text
            and composer.compose(text) != composition
        ]

    assert lost == []


def test_an_iri_made_of_a_name_leads_back_to_its_labels(schema: Schema):
    composition = schema.composer.compose("Mobilitätsdezernentin")
    assert composition is not None

    thing = schema.thing(schema.composed(composition))

    assert thing is not None
    assert thing.name("en") == "Head of the Mobility Department"
    assert thing.name("de") == "Mobilitätsdezernent"


def test_a_minister_of_something_is_held_like_a_minister(schema: Schema):
    composition = schema.composer.compose("Wohnungsministerin")
    assert composition is not None

    kinds = schema.kinds(schema.composed(composition))

    assert [iri.rpartition("/")[2] for iri in kinds] == ["minister-for-housing", "minister"]


def test_what_is_believed_of_a_composed_name_is_labelled_in_every_language(schema: Schema):
    iri = NamedNode(f"{schema.names.base}id/office/head-of-the-mobility-department")
    facts = [Triple(iri, RDFS_LABEL, Literal("Mobilitätsdezernentin"))]

    labels = {(str(t.object.value), t.object.language) for t in composed_labels(facts, schema)}

    assert ("Head of the Mobility Department", "en") in labels
    assert ("Mobilitätsdezernent", "de") in labels
    assert {code for _, code in labels} == {"de", "en", "es", "fr", "sv"}


def test_what_the_register_names_is_left_to_it(schema: Schema):
    iri = NamedNode(f"{schema.names.base}id/office/deputy-mayor-for-the-environment")

    assert list(composed_labels([Triple(iri, RDFS_LABEL, Literal("x"))], schema)) == []
