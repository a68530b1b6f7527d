"""The second reader: what was learned from examples opens frames where no word of the lexicon does."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg import learning, showing, weights
from kg.cli import app
from kg.documents import from_text
from kg.errors import SchemaError
from kg.reading import Reader
from kg.reading.learned.reader import lessons
from kg.reading.learned.traits import tokens
from kg.schema import LEARNED, Schema, load
from kg.weights import Weights

ROOT = Path(__file__).resolve().parents[1]
CM = "https://w3id.org/cities-mission/ontology#"
GOLD = ROOT / "tests" / "reading" / "hurried" / "gold.jsonl"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
CLASSES = st.sampled_from((CM + "LabelAward", CM + "LabelCount"))


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


def _awarded(schema: Schema, learned: Weights, text: str) -> set[str]:
    reading = Reader(dataclasses.replace(schema, weights=learned)).read(from_text(text, language="en"))
    return {
        filler.mention.text
        for frame in reading.frames
        if frame.cls == CM + "LabelAward"
        for filler in frame.fillers[CM + "recipient"]
        if filler.mention is not None
    }


def _likely(*traits: str, base: float = -2.0) -> Weights:
    """Weights by which any of some traits makes an award likely."""
    return Weights({CM + "LabelAward": base}, dict.fromkeys(traits, ((CM + "LabelAward", 4.0),)))


TEXT = (
    "The EU Mission Label is what every town of the mission hopes for. "
    "Drumrolls for Espoo and Lahti, who beamed all evening, while Porto looked on."
)


def test_a_trait_that_speaks_for_a_class_opens_a_frame_where_no_word_does(schema):
    assert _awarded(schema, Weights(), TEXT) == set()

    found = _awarded(schema, _likely("B drumro"), TEXT)

    assert {"Espoo", "Lahti"} <= found


def test_what_was_read_by_weights_is_shown_as_such(schema):
    learned = dataclasses.replace(schema, weights=_likely("R1 who"))
    reading = Reader(learned).read(from_text(TEXT, language="en"))

    shown = showing.as_text(reading, learned)

    assert "LabelAward (asserted, by weights): label EU Mission Label; recipient Espoo" in shown


def test_members_of_a_list_stand_or_fall_together(schema):
    found = _awarded(schema, _likely("R1 who"), TEXT)

    assert found == {"Espoo", "Lahti"}


def test_what_is_less_likely_than_a_project_wants_is_left(schema):
    assert _awarded(schema, _likely("R1 who", base=-9.0), TEXT) == set()


def test_a_question_says_nothing_by_its_traits(schema):
    asked = TEXT.replace("looked on.", "looked on?")

    assert _awarded(schema, _likely("R1 who"), asked) == set()


def test_what_a_sentence_denies_is_not_read_by_its_traits(schema):
    denied = TEXT.replace("Drumrolls for Espoo", "Drumrolls did not sound for Espoo")

    assert _awarded(schema, _likely("R1 who"), denied) == set()


def test_what_words_tell_is_not_told_a_second_time(schema):
    text = "Espoo was awarded the EU Mission Label in Brussels on 21 March 2024."
    reader = Reader(dataclasses.replace(schema, weights=_likely("opening")))

    frames = [f for f in reader.read(from_text(text, language="en")).frames if f.cls == CM + "LabelAward"]

    assert len(frames) == 1


def test_names_days_and_numbers_count_as_what_they_are(schema):
    text = "In March 2024, 23 towns, Espoo among them, were cheered by Anna Lind."
    passage = Reader(schema).read(from_text(text, language="en")).passages[0]

    said = [token.text for token in tokens(passage)]

    assert said[:4] == ["in", "<period>", "<number>", "towns"]
    assert {"<City>", "<person>"} <= set(said)


def test_only_a_slot_that_its_class_has_is_learned(schema):
    for lesson in lessons(schema):
        assert lesson.slot.path in {slot.path for slot in schema.slots_of(lesson.shape.iri)}
        assert 0 < lesson.least < 1
        assert lesson.arguments


@given(
    st.dictionaries(CLASSES, st.integers(-900, 900).map(lambda n: n / 100), min_size=1),
    st.dictionaries(WORDS.map("w {}".format), st.integers(-900, 900).map(lambda n: n / 100)),
)
def test_weights_are_read_as_they_were_written(base, traits):
    pairs = {trait: tuple((cls, weight) for cls in sorted(base)) for trait, weight in traits.items()}
    given_weights = Weights(base, pairs)

    text = weights.write(given_weights)
    back = weights.read(text, Path("learned.txt"))

    assert back.base == base
    assert {t: tuple(sorted(p)) for t, p in back.traits.items()} == pairs
    assert weights.write(back) == text


@pytest.mark.parametrize("line", ["w word\tmuch", "w word", "w early\t0.3"])
def test_a_line_that_is_no_weight_is_told_with_its_place(line):
    text = f"{line}\n" if line == "w early\t0.3" else f"= {CM}LabelAward\t-1.0\n{line}\n"

    with pytest.raises(SchemaError, match=r"KG109[\s\S]*learned\.txt:\d"):
        weights.read(text, Path("learned.txt"))


def test_a_sum_counts_each_trait_for_each_class():
    given_weights = Weights({"A": 0.0, "B": 0.0}, {"x": (("A", 1.0), ("B", -1.0)), "y": (("A", 0.5),)})

    assert given_weights.sum(["x", "y", "z"]) == {"A": 1.5, "B": -1.0}
    assert weights.likelihood(0) == 0.5
    assert weights.likelihood(-1e9) < 1e-9 < 1 - 1e-9 < weights.likelihood(1e9)


@given(st.lists(st.integers(-900, 900), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_a_sum_of_weights_is_the_same_in_whatever_order_it_is_taken(hundredths, random):
    given_weights = Weights(traits={str(at): (("A", n / 100),) for at, n in enumerate(hundredths)})
    traits = [*given_weights.traits]
    random.shuffle(traits)

    assert given_weights.sum(traits) == {"A": sum(hundredths) / 100}


def test_examples_are_right_where_a_row_with_its_words_there_gives_the_candidate(schema):
    told = learning.examples(schema, [GOLD], ())

    awards = [e for e in told if e.cls == CM + "LabelAward"]
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    wanted = {
        row["doc"] for row in rows if row["relation"] == "label_awarded" and row["factuality"] != "denied"
    }
    assert {e.document for e in awards if e.is_right} <= wanted
    assert sum(e.is_right for e in awards) > len(wanted) / 2
    assert sum(e.is_right for e in awards) < len(awards) / 2


def test_learning_twice_gives_the_same_bytes_and_tells_right_from_wrong(schema):
    told = [
        learning.Example(
            CM + "LabelAward", f"{n % 7}.txt", ("w label", "R1 won" if n % 3 else "R1 lost"), n % 3 > 0
        )
        for n in range(120)
    ]

    one, other = (weights.write(learning.learn(schema, told)) for _ in range(2))
    trial = learning.trials(schema, told, 3)[CM + "LabelAward"][-1]

    assert one == other
    assert (trial.taken, trial.right) == (80, 80)
    found = weights.read(one, Path("learned.txt")).sum(["R1 won"])
    assert found[CM + "LabelAward"] > 0


def test_a_class_with_few_examples_is_not_learned(schema):
    told = [learning.Example(CM + "LabelAward", "a.txt", ("w label",), n < 5) for n in range(40)]

    assert learning.learn(schema, told).base == {}


@pytest.mark.slow
def test_the_command_writes_what_it_learned_and_nothing_else(tmp_path, monkeypatch):
    for part in ("ontology", "data", "queries"):
        (tmp_path / part).mkdir()
    for path in (ROOT / "ontology").rglob("*.ttl"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "data" / "reference").symlink_to(ROOT / "data" / "reference")
    monkeypatch.chdir(tmp_path)

    done = CliRunner().invoke(app, ["learn", str(GOLD), "--format", "json"])

    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    learned = weights.read((tmp_path / LEARNED).read_text("utf-8"), tmp_path / LEARNED)
    assert set(told["weights"]) == set(learned.base)
    assert load(tmp_path).weights == learned


def test_the_command_says_which_file_is_missing(tmp_path):
    done = CliRunner().invoke(app, ["learn", str(tmp_path / "none.jsonl")])

    assert done.exit_code != 0
    assert "KG201" in str(done.exception)


@pytest.mark.slow
def test_what_the_project_ships_is_what_its_gold_rows_teach(schema):
    """Weights differ a little from machine to machine; which traits have any does not, but for the least.

    Those of offices were learned from fewer folders, see README, and are left out.
    """
    folders = ("train", "seen", "former", "other", "hurried", "fresh", "examples", "opened", "drills")
    told = learning.examples(schema, [ROOT / "tests" / "reading" / f / "gold.jsonl" for f in folders], ())
    told += learning.counter_examples(schema)

    again = learning.learn(schema, told)

    assert set(again.base) == set(schema.weights.base)
    ours, theirs = _traits(schema.weights), _traits(again)
    assert len(ours & theirs) > 0.9 * max(len(ours), len(theirs))


def _traits(weights):
    """Each class that tells of itself, with its traits: but for choices between several."""
    return {
        (cls, trait) for trait, pairs in weights.traits.items() for cls, _ in pairs if "shapes#" not in cls
    }
