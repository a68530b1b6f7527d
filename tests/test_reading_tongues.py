"""Documents in several languages: each part by its own words, and nothing from those that are not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import from_text
from kg.marking import as_html
from kg.reading import Reader, Reading
from kg.reading.layout.tongues import tongues
from kg.schema import load
from kg.showing import as_text

ROOT = Path(__file__).parent.parent
GERMAN = (
    "Die Stadt Heidelberg bedankt sich bei allen, die in den vergangenen Jahren an dem Vertrag mitgewirkt haben, "
    "und freut sich über jeden Hinweis, der für die Zukunft hilft."
)
ENGLISH = (
    "The City of Heidelberg received the EU Mission Label in Brussels in March 2024. "
    "The City of Mannheim will not sign a Climate City Contract this year, and Dortmund has not received the label."
)
POLISH = (
    "Miasto Dortmund nie otrzymało EU Mission Label, a miasto Mannheim nie podpisało Climate City Contract."
)
DANISH = "Kommunen har i dag ikke modtaget EU Mission Label, og Mannheim har ikke underskrevet en kontrakt."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load(ROOT))


def read(reader: Reader, *blocks: str) -> Reading:
    return reader.read(from_text("\n\n".join(blocks) + "\n", name="mixed"))


def said(reading: Reading) -> list[tuple[str, str]]:
    return sorted({(frame.cls.rpartition("#")[2], frame.factuality.name) for frame in reading.frames})


def test_part_in_another_language_is_read_by_its_own_words(reader: Reader):
    reading = read(reader, "# Danke an alle", GERMAN, ENGLISH, GERMAN)

    assert reading.language == "de"
    assert said(reading) == [
        ("ClimateCityContract", "DENIED"),
        ("ContractSigning", "DENIED"),
        ("LabelAward", "ASSERTED"),
        ("LabelAward", "DENIED"),
    ]
    assert reading.unread == ()
    assert [p.number for p in reading.passages] == [*range(len(reading.passages))]
    places = [p.offsets[0] for p in reading.passages]
    assert places == sorted(places)


@pytest.mark.parametrize("foreign", [POLISH, DANISH])
def test_nothing_is_taken_from_a_part_in_a_language_that_is_not_read(reader: Reader, foreign: str):
    reading = read(reader, "# Danke an alle", GERMAN, foreign, GERMAN)

    assert said(reading) == []
    (number,) = reading.unread
    assert reading.passages[number].text == foreign
    assert number in reading.silent


def test_part_that_is_read_may_stand_in_a_document_that_is_not(reader: Reader):
    reading = reader.read(from_text(f"{POLISH}\n\n{ENGLISH}\n", language="pl"))

    assert not reading.is_understood
    assert "not read (kg explain KG211)" in as_html(reading, load(ROOT))
    assert "not read (kg explain KG211)" in as_text(reading, load(ROOT))
    assert reading.unread == (0,)
    assert ("LabelAward", "ASSERTED") in said(reading)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The cities: Enköping, Göteborg, Järfälla, Lund, Malmö, Stockholm, Umeå, Uppsala and Växjö."),
        ("de", "Águeda, Estarreja, Mafra, Esplugues de Llobregat, Sant Boi de Llobregat, Sant Joan Despí"),
        ("de", "Communauté Urbaine de Dunkerque, Bordeaux Métropole, Angers Loire Métropole, Ville de Lyon"),
        ("de", "Kontakt: Château de Clervaux, Montée du Château, L-9701 Clervaux"),
        ("sv", "Copenhagen, Aarhus, Sønderborg, Oslo, Trondheim, Stavanger, Reykjavík, Helsinki"),
    ],
)
def test_names_alone_are_in_no_other_language(code: str, text: str):
    assert tongues(from_text(text).blocks, code) == [code]


def test_short_line_between_parts_in_another_language_is_in_it_too():
    blocks = from_text(f"{GERMAN}\n\n{ENGLISH}\n\n## Next steps\n\n{ENGLISH}\n").blocks

    assert tongues(blocks, "de") == ["de", "en", "en", "en"]
