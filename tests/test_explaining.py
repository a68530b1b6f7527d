"""Why something holds: from a conclusion down to the words of a sentence."""

import json
from pathlib import Path

import pytest

import kg
from kg import dataset
from kg.errors import QueryError
from kg.explaining import Explanation, Step
from lighthouses import BASE, project


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    root = project(tmp_path_factory.mktemp("explained"))
    dataset.build(root)
    return kg.open(root)


def leaves(step: Step) -> list[Step]:
    return [leaf for premise in step.premises for leaf in leaves(premise)] or [step]


def test_conclusion_leads_through_its_rules_to_the_sentences_behind_it(graph: kg.Graph):
    found = graph.explain("Ida Behrens", "tends", "Grey Raven")

    (step,) = found.steps
    said = {words.said for leaf in leaves(step) for words in leaf.winners}
    assert step.origin == "inferred"
    assert step.rule == "prp-spo2"
    assert {leaf.origin for leaf in leaves(step)} == {"fact"}
    assert "Ida Behrens hütet seit 1987 den Grauen Raben." in said
    assert "Ida Behrens has kept Grey Raven since 1987." in said


def test_chain_is_named_in_words(graph: kg.Graph):
    (step,) = graph.explain("Ida Behrens", "tends", "Grey Raven").steps

    assert step.axioms == ("serves in, then tower, makes tends",)


def test_decided_dispute_shows_winners_losers_and_the_rule(graph: kg.Graph):
    (step,) = graph.explain("Cape Still", "first lit").steps

    assert step.rule == "MoreWitnesses"
    assert step.reason
    assert {words.value for words in step.winners} == {"1904"}
    assert [(words.value, words.publisher, words.issued) for words in step.losers] == [
        ("1902", "Hafenblatt", "2021-06-05")
    ]


def test_words_say_where_they_stand_and_whose_they_are(graph: kg.Graph):
    (step,) = graph.explain("Cape Still", "first lit").steps

    words = next(w for w in step.winners if w.verbatim)
    text = (graph.root / "data/documents/keepers-letter.md").read_text()
    assert text[words.start : words.end] == words.said == "Cape Still was first lit in 1904."
    assert (words.title, words.publisher, words.issued) == (
        "Letter from the keepers",
        "Society of Lights",
        "2022-03-01",
    )


def test_digest_is_shown_as_a_paraphrase_with_the_address_of_the_original(graph: kg.Graph):
    text = str(graph.explain("Cape Still", "first lit"))

    assert "paraphrase: Cape Still was first lit in 1904." in text
    assert "https://example.org/archive/storms" in text
    assert "“Cape Still was first lit in 1904.”" in text


def test_entry_of_the_register_is_shown_with_file_and_address(graph: kg.Graph):
    (step,) = graph.explain("Grey Raven", "first lit").steps

    (words,) = step.winners
    assert words.title == "register, lighthouses.ttl"
    assert words.address == "https://example.org/lights/grey-raven"
    assert words.said == ""


def test_thing_alone_shows_every_fact_about_it_and_every_one_that_leads_to_it(graph: kg.Graph):
    found = graph.explain("Kap Stille")

    texts = {step.text for step in found.steps}
    assert "Cape Still — first lit — 1904" in texts
    assert any(text.endswith("— tower — Cape Still") for text in texts)
    assert "Cape Still — tended by — Jon Falk" in texts


def test_expectation_is_shown_apart_and_called_one(graph: kg.Graph):
    keeping = next(
        iter(
            graph.sparql("SELECT ?s { ?e a kg:Expectation ; kg:about ?s ; kg:property lh:servant }").column(
                "s"
            )
        )
    )

    found = graph.explain(str(keeping))

    assert found.expected
    assert {words.factuality for words in found.expected} == {"expected"}
    assert "Jon Falk soll ab 2022 Wärter von Kap Stille werden." in str(found)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("Kap Stille", "zuerst entzündet", "1904"),
        ("cape still", "firstLit", "period/1904"),
        ("lighthouse:cape-still", "lh:firstLit", "1904"),
        (f"<{BASE}id/lighthouse/cape-still>", f"{BASE}ontology#firstLit", f"{BASE}id/period/1904"),
    ],
)
def test_names_local_names_curies_and_iris_are_understood(
    graph: kg.Graph, subject: str, predicate: str, value: str
):
    assert len(graph.explain(subject, predicate, value).steps) == 1


@pytest.mark.parametrize(
    ("asked", "code", "wanted"),
    [
        (("Kap Stylle",), "KG604", "lighthouse/cape-still"),
        (("Kap Stille", "frist lit"), "KG604", "first lit"),
        (("Kap Stille", "first lit", "1900"), "KG610", "first lit"),
        (("Kap Stille", "tends"), "KG610", "tended by"),
    ],
)
def test_question_without_an_answer_says_what_could_be_asked(
    graph: kg.Graph, asked: tuple[str, ...], code: str, wanted: str
):
    with pytest.raises(QueryError) as caught:
        graph.explain(*asked)

    assert caught.value.code == code
    assert wanted in caught.value.want


def test_explanation_as_data_holds_what_the_tree_shows(graph: kg.Graph):
    found: Explanation = graph.explain("Ida Behrens", "tends", "Grey Raven")

    data = json.loads(json.dumps(found.as_dict()))

    assert data["subject"] == f"{BASE}id/keeper/ida-behrens"
    assert data["steps"][0]["triple"][2] == f"{BASE}id/lighthouse/grey-raven"
    assert data["steps"][0]["premises"][0]["text"] in str(found)


def test_markup_in_a_quoted_sentence_is_shown_as_it_stands(tmp_path: Path):
    root = project(tmp_path)
    path = root / "data/documents/markup.txt"
    path.write_text("[red]Low Hope[/red] aside, Cape Still was first lit in 1904, they say.\n")
    dataset.build(root)

    assert "[red]Low Hope[/red] aside" in str(kg.open(root).explain("Cape Still", "first lit"))
