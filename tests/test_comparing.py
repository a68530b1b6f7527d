"""Two versions of one release: what agrees, what is said otherwise, what one of them lacks."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg import schema
from kg.cli import app
from kg.comparing import Comparison, Kind, Said, compare
from kg.comparing.reading import both
from kg.comparing.writing import to_markdown, to_text
from kg.dataset import inputs, intake
from kg.documents import read
from kg.errors import KgError
from kg.reading import Reader, Reading
from kg.schema import Schema
from lighthouses import HOME

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "tests" / "comparing"


@cache
def known() -> Schema:
    return schema.load(ROOT)


@cache
def shipped() -> dict[str, Reading]:
    files = inputs.gather(ROOT).files
    taken = intake.take_in(files, known(), cache=ROOT / "build" / "cache")
    return {reading.document.name: reading for reading in taken.readings}


@cache
def pair(name: str, first: str = "de", second: str = "en") -> Comparison:
    readings = both(ROOT, known(), *(str(PAIRS / f"{name}-{code}.md") for code in (first, second)))
    return compare(*readings, known())


def told(found: Comparison, said: Said) -> tuple[str, str, str, str]:
    value = found.names.get(said.shown, said.shown)
    return found.name(said.about), found.name(said.predicate), value, said.factuality


def differences(found: Comparison) -> list[tuple[str, str, str, list[str], list[str]]]:
    return [
        (
            found.name(d.about),
            found.name(d.predicate),
            d.kind.value,
            [f"{s.shown.rpartition('#')[2]} {s.factuality}" for s in d.a],
            [f"{s.shown.rpartition('#')[2]} {s.factuality}" for s in d.b],
        )
        for d in found.otherwise
    ]


# --- pairs in two languages -----------------------------------------------------------------------------------


def test_german_and_english_release_differ_where_they_were_written_to_differ():
    found = pair("label")

    assert differences(found) == [
        (
            "label award (Leipzig, EU Mission Label)",
            "is a",
            "factuality",
            ["LabelAward asserted"],
            ["LabelAward expected"],
        ),
        (
            "target (Dresden, climate neutrality)",
            "target year",
            "value",
            ["2035 asserted"],
            ["2040 asserted"],
        ),
    ]


def test_what_one_version_lacks_is_listed_with_its_sentence():
    found = pair("label")

    assert [told(found, said)[:3] for said in found.only_a] == [
        ("EU Mission Label", "opens", "Climate City Capital Hub")
    ]
    assert {said.words for said in found.only_a} == {
        "Das Label öffnet den Zugang zum Climate City Capital Hub."
    }
    assert {told(found, said)[1:3] for said in found.only_b} == {
        ("is a", "partnership"),
        ("member", "Kyiv"),
        ("member", "Leipzig"),
        ("kind of partnership", "sister city"),
    }


def test_a_month_and_a_day_in_it_agree_and_are_told_apart_from_the_same_day():
    found = pair("label")

    (dates,) = (p for p in found.same if p.a.predicate.endswith("#awardedOn"))
    assert (dates.a.value.rpartition("/")[2], dates.b.value.rpartition("/")[2]) == ("2025-05-07>", "2025-05>")
    assert not dates.is_exact


def test_over_370_and_377_agree_and_a_denial_is_no_agreement():
    found = pair("applicants")

    numbers = {
        p.a.value.split("^")[0]: p.b.value.split("^")[0] for p in found.same if "ount" in p.a.predicate
    }
    assert numbers['"370"'] == '"377"'
    otherwise = {(d.kind, d.a[0].factuality, d.b[0].factuality) for d in found.otherwise}
    assert otherwise == {(Kind.FACTUALITY, "asserted", "denied")}
    assert {found.name(d.a[0].about) for d in found.otherwise} >= {"contract signing (Differdange)"}


def test_person_whom_no_register_knows_is_the_same_in_both_languages():
    found = pair("applicants")

    assert not any("beispiel" in said.about for said in (*found.only_a, *found.only_b))


def test_first_release_against_itself_has_no_difference_in_words_either():
    found = pair("label", "de", "de")

    assert not found.differ
    assert "No difference." in to_text(found)
    assert "Kein Unterschied." in to_markdown(found, "de")


# --- shipped digests ------------------------------------------------------------------------------------------


def test_two_reports_of_one_signing_disagree_on_the_number_of_partners():
    found = compare(
        shipped()["aachen-klimastadtvertrag-2024"], shipped()["aachen-119-signatures-2024"], known()
    )

    (number,) = (d for d in found.otherwise if d.predicate.endswith("#partnerCount"))
    assert [said.shown for said in number.a] == ["134"]
    assert [said.shown for said in number.b] == ["119"]
    assert "134" in number.a[0].words
    assert "119" in number.b[0].words


def test_two_reports_of_one_label_disagree_on_the_day():
    found = compare(shipped()["muenster-label-oktober-2024"], shipped()["muenster-strasbourg-2024"], known())

    days = {
        (said_a.shown, said_b.shown)
        for d in found.otherwise
        if d.predicate.endswith("#awardedOn")
        for said_a in d.a
        for said_b in d.b
    }
    assert ("2024-10-08", "2024-10-22") in days


# --- properties -----------------------------------------------------------------------------------------------

NAMES = sorted(path.stem for path in (ROOT / "data" / "documents").glob("*.md"))


def mirrored(found: Comparison) -> tuple[object, ...]:
    """A comparison by its claims alone, with the sides exchanged: names of aligned things follow the first side."""
    return (
        {(p.b.claim, p.a.claim) for p in found.same},
        {(d.kind, frozenset(s.claim for s in d.b), frozenset(s.claim for s in d.a)) for d in found.otherwise},
        {s.claim for s in found.only_b},
        {s.claim for s in found.only_a},
    )


def plain(found: Comparison) -> tuple[object, ...]:
    return (
        {(p.a.claim, p.b.claim) for p in found.same},
        {(d.kind, frozenset(s.claim for s in d.a), frozenset(s.claim for s in d.b)) for d in found.otherwise},
        {s.claim for s in found.only_a},
        {s.claim for s in found.only_b},
    )


def assert_same_as_itself(name: str) -> None:
    found = compare(shipped()[name], shipped()[name], known())

    assert not found.differ
    assert all(p.is_exact for p in found.same)


@pytest.mark.parametrize("name", NAMES[::9])
def test_no_document_differs_from_itself(name: str):
    assert_same_as_itself(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_shipped_document_at_all_differs_from_itself(name: str):
    assert_same_as_itself(name)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_comparison_is_the_same_from_either_side(one: str, other: str):
    forth = compare(shipped()[one], shipped()[other], known())
    back = compare(shipped()[other], shipped()[one], known())

    assert plain(forth) == mirrored(back)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_every_claim_to_be_compared_is_told_of_once(one: str, other: str):
    found = compare(shipped()[one], shipped()[other], known())

    alone = [s.claim for s in (*found.only_a, *found.only_b)]
    agreed = {s.claim for p in found.same for s in (p.a, p.b)}
    disputed = [s.claim for d in found.otherwise for s in (*d.a, *d.b)]
    assert len(alone) == len(set(alone))
    assert not agreed & {*alone}
    assert not {*disputed} & {*alone}


SENTENCES = {
    "de": [
        "Ida Behrens hütet seit 1987 den Grauen Raben.",
        "Das Feuer von Kap Stille wurde 1902 entzündet.",
        "Jon Falk soll ab 2022 Wärter von Kap Stille werden.",
        "Das Feuer von Kap Stille wurde 1904 entzündet.",
    ],
    "en": [
        "Ida Behrens has kept Grey Raven since 1987.",
        "Cape Still was first lit in 1902.",
        "Jon Falk tends Cape Still.",
        "Cape Still was first lit in 1904.",
    ],
}


@cache
def lights() -> tuple[Schema, Reader]:
    found = schema.load(HOME)
    return found, Reader(found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(SENTENCES["de"]), unique=True),
    st.lists(st.sampled_from(SENTENCES["en"]), unique=True),
)
def test_versions_of_any_sentences_compare_alike_from_either_side(
    tmp_path_factory: pytest.TempPathFactory, german: list[str], english: list[str]
):
    folder = tmp_path_factory.mktemp("versions")
    found, reader = lights()
    versions = []
    for language, sentences in (("de", german), ("en", english)):
        path = folder / f"version-{language}.md"
        path.write_text(
            f"---\nlanguage: {language}\ndate: 2021-01-01\n---\n\n# Kap\n\n{' '.join(sentences)}\n"
        )
        versions.append(reader.read(read(path)))

    forth, back = compare(*versions, found), compare(*reversed(versions), found)

    assert plain(forth) == mirrored(back)
    assert not compare(versions[0], versions[0], found).differ


# --- the command ----------------------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["--project", str(ROOT), "compare", *arguments])
    return done.exit_code, done.stdout


def test_command_tells_by_exit_code_whether_two_versions_differ_when_asked_to():
    german, english = (str(PAIRS / f"label-{code}.md") for code in ("de", "en"))

    assert run(german, english)[0] == 0
    assert run(german, english, "--exit-code")[0] == 1
    assert run(german, german, "--exit-code")[0] == 0


def test_text_markdown_and_data_show_both_sentences():
    german, english = (str(PAIRS / f"label-{code}.md") for code in ("de", "en"))
    both_say = (
        "Auch Leipzig hat das EU-Mission-Label erhalten.",
        "Leipzig is to receive the EU Mission Label.",
    )

    _, text = run(german, english, "--lang", "en")
    _, markdown = run(german, english, "--format", "md", "--lang", "de")
    data = json.loads(run(german, english, "--format", "json", "--lang", "en")[1])

    assert all(words in text and words in markdown for words in both_say)
    assert [d["a"][0]["words"] for d in data["otherwise"]].count(both_say[0]) == 1
    assert {d["kind"] for d in data["otherwise"]} == {"value", "factuality"}
    assert len(data["agree"]) == len(pair("label").same)
    assert (len(data["onlyA"]), len(data["onlyB"])) == (1, 4)


def test_document_that_there_is_not_is_refused_by_code():
    with pytest.raises(KgError) as refused:
        both(ROOT, known(), "no-such-release", str(PAIRS / "label-en.md"))

    assert refused.value.code == "KG201"
