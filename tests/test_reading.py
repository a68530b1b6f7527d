"""What is taken from texts: seeds against their gold, the lexicon's own examples, and any text at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal

from kg.documents import read
from kg.evaluating import evaluate
from kg.examples import is_given
from kg.reading import Reader, Reading
from kg.reading.passages.frames import Frame
from kg.schema import Entry, Schema, load

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
TRAIN = ROOT / "tests" / "reading" / "train"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


@pytest.fixture(scope="module")
def reader(schema: Schema) -> Reader:
    return Reader(schema)


def reading(reader: Reader, folder: Path, text: str, name: str = "text.txt") -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return reader.read(read(path))


@pytest.mark.parametrize(
    ("stamp", "day"),
    [("2025-03", "2025-03"), ("2025-02-28", "2025-02-28"), ("2025-99", None), ("2025-02-31", None)],
)
def test_a_page_is_of_the_day_of_its_stamp_where_there_is_such_a_day(
    reader: Reader, tmp_path: Path, stamp: str, day: str | None
) -> None:
    found = reading(reader, tmp_path, f"date {stamp}\n\nDie Stadt Musterhausen feiert ihr Rathaus.\n").issued

    assert (found.text if found is not None else None) == day


def said(found: Reading, predicate: str, factuality: str = "Asserted") -> set[tuple[str, str]]:
    """(local subject, object) of the claims of one property, by the last parts of their names."""
    return {
        (c.subject.value.rpartition("#")[2], re.split(r"[#/]", str(c.object.value))[-1])
        for c in found.claims
        if c.predicate.value.endswith(predicate) and c.factuality == factuality
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five seeds lie in ../shared, which this checkout lacks")
def test_seeds_are_read_as_a_careful_reader_reads_them() -> None:
    found = evaluate(ROOT, SHARED / "gold" / "seeds.jsonl", [SHARED / "seeds"])

    assert found.problems == []
    assert found.total.recall >= 0.85
    assert found.total.precision >= 0.85


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five seeds lie in ../shared, which this checkout lacks")
def test_every_claim_of_the_seeds_has_its_words_in_its_document(reader: Reader) -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        found = reader.read(read(path))

        assert found.claims
        for claim in found.claims:
            ev = claim.evidence
            assert found.document.text[ev.start : ev.end] == ev.exact


def test_a_list_of_cities_gives_an_award_each(reader: Reader, tmp_path: Path) -> None:
    found = reading(
        reader, tmp_path, "Porto, Turku and Cork were awarded the EU Mission Label on 7 May 2025."
    )

    assert {city for _, city in said(found, "#recipient")} == {"city-porto", "city-turku", "city-cork"}


def test_a_denied_award_gives_no_asserted_one(reader: Reader, tmp_path: Path) -> None:
    found = reading(reader, tmp_path, "Die Stadt Utrecht hat das EU Mission Label noch nicht erhalten.")

    assert said(found, "#recipient") == set()


def test_what_is_expected_is_not_asserted(reader: Reader, tmp_path: Path) -> None:
    found = reading(
        reader, tmp_path, "Voraussichtlich wird Tartu das EU Mission Label im Jahr 2027 erhalten."
    )

    assert said(found, "#recipient") == set()
    assert {city for _, city in said(found, "#recipient", "Expected")} == {"city-tartu"}


PROGRAMME = """Wärmetag Süd

Ulm, Kornhaus, 24. Juni 2031

10.00 Uhr  Eröffnung – Ada Beispiel, Stadt Ulm
10.30 Uhr  Podium „Was nun?“
           Maria Muster (Stadt Konstanz), Cem Vorbild (Handwerkskammer)
"""


def test_whom_a_programme_names_speaks_at_what_it_is_the_programme_of(reader: Reader, tmp_path: Path) -> None:
    found = reading(reader, tmp_path, PROGRAMME)

    assert len(said(found, "#speaksAt", "Expected")) == 3
    assert len({event for _, event in said(found, "#speaksAt", "Expected")}) == 1


def test_whoever_stands_in_one_list_with_a_speaker_speaks_too(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Die Klimakonferenz Süd fand am 3. Mai 2021 in Ulm statt. "
        "Es sprachen Ada Beispiel (TH Ulm) und die frühere Ministerin Maria Muster."
    )

    found = reading(reader, tmp_path, text)

    assert len(said(found, "#speaksAt")) == 2


def test_a_house_that_is_called_after_congresses_is_none(reader: Reader, tmp_path: Path) -> None:
    found = reading(reader, tmp_path, "On 3 May 2025 we met at the exhibition centre in Riga.")

    assert not any("exhibition" in str(c.object.value) for c in found.claims)


def test_others_are_added_to_those_named(reader: Reader, tmp_path: Path) -> None:
    found = reading(
        reader, tmp_path, "Zusammen mit 22 weiteren Städten erhielt Heidelberg das EU Mission Label."
    )

    assert {count for _, count in said(found, "#count")} == {"23"}


def test_cities_of_one_country_are_no_pair(reader: Reader, tmp_path: Path) -> None:
    text = "Die Solidaritätspartnerschaft zwischen Dresden, Stuttgart und Chmelnyzkyj lebt."

    found = reading(reader, tmp_path, text)

    pairs = {
        frozenset(c for f, c in said(found, "#member") if f == frame) for frame, _ in said(found, "#member")
    }
    assert pairs == {
        frozenset({"city-dresden", "city-khmelnytskyi"}),
        frozenset({"city-stuttgart", "city-khmelnytskyi"}),
    }


def test_a_city_that_no_register_knows_is_still_read(reader: Reader, tmp_path: Path) -> None:
    text = "Die Stadt Nordhafen wurde am 3. März 2026 mit dem EU Mission Label ausgezeichnet."

    found = reading(reader, tmp_path, text)

    assert {city for _, city in said(found, "#recipient")} == {"city-nordhafen"}


def test_words_in_quotation_marks_belong_to_their_speaker(reader: Reader, tmp_path: Path) -> None:
    text = (
        "»Aachen hat das EU Mission Label im Jahr 2024 erhalten«, sagte Oberbürgermeisterin Sibylle Keupen."
    )

    found = reading(reader, tmp_path, text)

    speakers = {
        c.evidence.attributed_to.value.rpartition("#")[2]
        for c in found.claims
        if c.predicate.value.endswith("#awardedOn") and c.evidence.attributed_to
    }
    assert speakers == {"person-sibylle-keupen"}


def test_a_line_of_key_and_value_speaks_of_the_documents_subject(reader: Reader, tmp_path: Path) -> None:
    text = "# Turku on its way\n\n- EU Mission Label: awarded on 21 March 2024\n- Aim: carbon neutrality by 2029\n"

    found = reading(reader, tmp_path, text, "text.md")

    assert {city for _, city in said(found, "#recipient")} == {"city-turku"}
    assert {city for _, city in said(found, "#targetHolder")} == {"city-turku"}


def test_what_is_said_of_cities_at_large_is_not_said_of_the_subject(reader: Reader, tmp_path: Path) -> None:
    text = "# Turku on its way\n\nCities that receive the EU Mission Label gain access to money.\n"

    found = reading(reader, tmp_path, text, "text.md")

    assert said(found, "#recipient") == set()


def test_a_name_that_is_introduced_once_is_known_from_then_on(reader: Reader, tmp_path: Path) -> None:
    text = (
        "# Heidelberg und die anderen\n\nAuch die Stadt Nordhafen feiert. "
        "Am 3. März 2026 wurde Nordhafen mit dem EU Mission Label ausgezeichnet.\n"
    )

    found = reading(reader, tmp_path, text, "text.md")

    assert {city for _, city in said(found, "#recipient")} == {"city-nordhafen"}


def test_a_speaker_told_by_office_alone_is_who_holds_it(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Oberbürgermeisterin Sibylle Keupen aus Aachen lud ein. "
        "„Wir haben alle lange darauf gewartet“, sagte die Oberbürgermeisterin."
    )

    found = reading(reader, tmp_path, text)

    assert {person for _, person in said(found, "#quotes")} == {"person-sibylle-keupen"}


@pytest.mark.parametrize(
    "text",
    [
        "Mannheim bildet ein Tandem mit Czernowitz, Leipzig eines mit Kyjiw.",
        "Ein Tandem bilden jeweils Mannheim und Czernowitz sowie Leipzig und Kyjiw.",
    ],
)
def test_a_list_of_pairs_pairs_each_with_its_own(reader: Reader, tmp_path: Path, text: str) -> None:
    found = reading(reader, tmp_path, text)

    pairs = {
        frozenset(c for f, c in said(found, "#member") if f == frame) for frame, _ in said(found, "#member")
    }
    assert pairs == {
        frozenset({"city-mannheim", "city-chernivtsi"}),
        frozenset({"city-leipzig", "city-kyiv"}),
    }


def test_a_part_and_its_whole_are_counted_apart(reader: Reader, tmp_path: Path) -> None:
    text = "Of the seven Finnish Mission cities, five now hold the EU Mission Label."

    found = reading(reader, tmp_path, text)

    counts = {f.cls.rpartition("#")[2]: f for f in found.frames if f.cls.endswith("Count")}
    assert {name: _number(frame) for name, frame in counts.items()} == {
        "MissionCityCount": 7,
        "LabelCount": 5,
    }


def test_a_question_claims_nothing(reader: Reader, tmp_path: Path) -> None:
    found = reading(reader, tmp_path, "Wird München bis 2030 klimaneutral sein?")

    assert said(found, "#targetHolder") == set()


def test_topics_are_taken_from_the_words_that_announce_them(reader: Reader, tmp_path: Path) -> None:
    text = "Tartu and Lund have agreed to cooperate on timber houses and bicycle lanes."

    found = reading(reader, tmp_path, text)

    assert {topic for _, topic in said(found, "#topic")} == {"timber houses", "bicycle lanes"}


def test_an_office_outside_the_register_needs_its_body_beside_it(reader: Reader, tmp_path: Path) -> None:
    text = (
        "# Turku on its way\n\nGuild master Anna Weber was there, as was Ivo Rossi, Head of Water of Cork.\n"
    )

    found = reading(reader, tmp_path, text, "text.md")

    assert {person for _, person in said(found, "#holder")} == {"person-ivo-rossi"}


def _number(frame: Frame) -> int:
    values = [f.value for fs in frame.fillers.values() for f in fs if isinstance(f.value, Literal)]
    return int(values[0].value)


def _examples(kind: str) -> Iterator[tuple[str, str, str]]:
    for entry in load(ROOT).entries:
        for sentence in entry.matches if kind == "matches" else entry.matches_not:
            yield entry.iri, entry.language, sentence


def test_a_plan_is_named_by_the_quoted_words_behind_its_noun(reader: Reader, tmp_path: Path) -> None:
    text = "Dijon s'appuie depuis 2021 sur un plan intitulé « Dijon demain ». Un plan de la gare est affiché."

    found = reading(reader, tmp_path, text)

    plans = [f for f in found.frames if f.cls.endswith("#Plan")]
    assert [f.about.text for f in plans if f.about is not None] == ["Dijon demain"]


def test_a_place_behind_a_preposition_of_both_is_the_recipient(reader: Reader, tmp_path: Path) -> None:
    text = "Angers récompensée\n\nLa Commission européenne a remis hier le label Mission Villes à Angers.\n"

    found = reading(reader, tmp_path, text)

    assert {city for _, city in said(found, "#recipient")} == {"city-angers-loire-metropole"}
    assert said(found, "#awardPlace") == set()


def test_an_adjective_behind_what_is_counted_is_its_scope(reader: Reader, tmp_path: Path) -> None:
    found = reading(
        reader, tmp_path, "Avec Nantes, huit villes françaises ont désormais le label Mission Villes.\n"
    )

    assert {scope for _, scope in said(found, "#scope")} == {"country-france"}


def test_an_office_loses_the_article_at_its_end(reader: Reader, tmp_path: Path) -> None:
    text = "Umeå kommun\n\nUtsläppen ska minska i Umeå, lovar miljöchefen Lena Karlsson.\n"

    found = reading(reader, tmp_path, text)

    offices = {f.opener.text for f in found.frames if f.cls.endswith("#OfficeHolding") and f.opener}
    assert offices == {"miljöchef"}


def test_a_short_name_takes_a_genitive(reader: Reader, tmp_path: Path) -> None:
    found = reading(reader, tmp_path, "Kontrakt\n\nDet är sant att Umeås klimatkontrakt samlar 52 partner.\n")

    assert {city for _, city in said(found, "#contractCity")} == {"city-umea"}


def test_a_voted_item_goes_by_its_registered_name(reader: Reader, tmp_path: Path) -> None:
    text = "Kommunfullmäktige i Malmö antog klimatkontraktet den 9 oktober 2024.\n"

    found = reading(reader, tmp_path, text)

    assert {item for _, item in said(found, "#item")} == {"Climate City Contract"}


def test_a_pronoun_speaks_for_the_one_person_named_before(reader: Reader, tmp_path: Path) -> None:
    text = "Le maire de Dijon, Jean Dupont, est là. « Nous avons encore du travail », a-t-il ajouté.\n"

    found = reading(reader, tmp_path, text)

    assert len(said(found, "#quotes")) == 1


@pytest.mark.parametrize(("entry", "language", "sentence"), sorted(_examples("matches")))
def test_a_lexicon_entry_matches_its_own_example(
    reader: Reader, schema: Schema, entry: str, language: str, sentence: str
) -> None:
    assert is_given(reader, schema, _entry(schema, entry, language), sentence)


@pytest.mark.parametrize(("entry", "language", "sentence"), sorted(_examples("matches_not")))
def test_a_lexicon_entry_leaves_its_counter_example_alone(
    reader: Reader, schema: Schema, entry: str, language: str, sentence: str
) -> None:
    assert not is_given(reader, schema, _entry(schema, entry, language), sentence)


def _entry(schema: Schema, iri: str, language: str) -> Entry:
    return next(e for e in schema.entries if e.iri == iri and e.language == language)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400))
def test_any_text_can_be_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.md"
    path.write_text("---\nlanguage: de\n---\nDie Stadt Aachen " + text, encoding="utf-8", errors="ignore")

    found = _SHARED_READER.read(read(path))

    for claim in found.claims:
        assert found.document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.exact


_SHARED_READER = Reader(load(ROOT))


def awarded(found: Reading, factuality: str = "Asserted") -> set[str]:
    return {city.removeprefix("city-") for _, city in said(found, "#recipient", factuality)}


def test_a_label_and_a_city_in_one_sentence_make_an_award_without_a_word_for_it(
    reader: Reader, tmp_path: Path
) -> None:
    text = "Seit dem Frühjahr schmückt Liberec sein Rathaus mit dem EU-Missionslabel."

    found = reading(reader, tmp_path, text)

    assert awarded(found) == {"liberec"}


def test_a_label_that_opens_a_fund_awards_nothing(reader: Reader, tmp_path: Path) -> None:
    text = "Das EU-Missionslabel verschafft den Städten Zugang zum Climate City Capital Hub in Brüssel."

    found = reading(reader, tmp_path, text)

    assert awarded(found) == set()


def test_a_bare_list_answers_the_heading_above_it(reader: Reader, tmp_path: Path) -> None:
    text = "# Wer hat das EU-Missionslabel schon?\n\n- Finnland: Espoo, Lahti\n- Schweden: Malmö\n"

    found = reading(reader, tmp_path, text, "list.md")

    assert awarded(found) == {"espoo", "lahti", "malmoe"}


def test_a_sentence_below_a_heading_is_no_list(reader: Reader, tmp_path: Path) -> None:
    text = "# Das EU-Missionslabel\n\nEspoo liegt bei Helsinki und hat viele Seen.\n"

    found = reading(reader, tmp_path, text, "list.md")

    assert awarded(found) == set()


@pytest.mark.parametrize(("answer", "expected"), [("Ja.", {"munster"}), ("Nein.", set())])
def test_a_question_says_what_its_answer_affirms(
    reader: Reader, tmp_path: Path, answer: str, expected: set[str]
) -> None:
    text = f"Hat Münster das EU-Missionslabel schon erhalten? {answer} Mehr dazu am Montag."

    found = reading(reader, tmp_path, text)

    assert {c.replace("muenster", "munster") for c in awarded(found)} == expected


def test_lists_of_one_length_pair_in_order(reader: Reader, tmp_path: Path) -> None:
    text = "Chernivtsi, Kyiv and Novovolynsk are twinned with Mannheim, Leipzig and Aachen, respectively."

    found = reading(reader, tmp_path, text)

    pairs: dict[str, set[str]] = {}
    for partnership, member in said(found, "#member"):
        pairs.setdefault(partnership, set()).add(member.removeprefix("city-"))
    assert sorted(map(sorted, pairs.values())) == [
        ["aachen", "novovolynsk"],
        ["chernivtsi", "mannheim"],
        ["kyiv", "leipzig"],
    ]


def test_a_town_that_no_register_has_is_read_as_a_new_thing(reader: Reader, tmp_path: Path) -> None:
    text = "Swansea ist Mannheims Partnerstadt."

    found = reading(reader, tmp_path, text)

    assert {m.removeprefix("city-") for _, m in said(found, "#member")} == {"mannheim", "swansea"}


def test_a_family_name_may_be_a_town(reader: Reader, tmp_path: Path) -> None:
    text = "Anna Berlin, Leiterin des Klimabüros in Leipzig, sagte: „Wir sind alle sehr stolz darauf.“"

    found = reading(reader, tmp_path, text)

    assert {
        c.object.value.rpartition("#")[2] for c in found.claims if c.predicate.value.endswith("quotes")
    } == {"person-anna-berlin"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Mandau-Anzeiger\nAusgabe vom 3. Mai 2025\n", "Mandau-Anzeiger"),
        ("RIVERHEAT RUNDBRIEF | AUSGABE 3 | FEBRUAR 2025\n", "RIVERHEAT"),
        (
            "ULMENBRÜCK, 2. November 2025. (nrwd) Der Rat hat gestern lange getagt und beschlossen.\n",
            "nrwd",
        ),
        (
            "Herausgegeben vom Ostseeforum Klima e. V., Lübeck · 16. Dezember 2024\n",
            "Ostseeforum Klima e. V.",
        ),
    ],
)
def test_a_sender_that_no_register_has_is_found(reader: Reader, tmp_path: Path, head: str, name: str) -> None:
    text = (
        head
        + "\nEine Überschrift steht hier\n\nDer Text erzählt danach von ganz anderen Dingen, Satz für Satz.\n"
    )

    found = reading(reader, tmp_path, text)

    assert found.publisher_name == name


def test_a_text_about_many_towns_takes_none_for_granted(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Espoo, Lahti, Turku, Malmö, Porto und Riga wurden genannt. "
        "Die Städte wollen bis 2030 klimaneutral werden."
    )

    found = reading(reader, tmp_path, text)

    assert said(found, "#targetHolder") == set()


def test_what_no_other_town_has_is_not_denied_of_the_one_spoken_of(reader: Reader, tmp_path: Path) -> None:
    text = (
        "The Hague received the EU Mission Label on 8 October 2024. No other Dutch city held it on that day."
    )

    found = reading(reader, tmp_path, text)

    assert [c for c in found.claims if c.factuality == "Asserted"]
    assert not [c for c in found.claims if c.factuality == "Denied"]
