"""The cost of reading grows with the length of a text, whatever its shape."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.documents import from_text
from kg.reading import Reader
from kg.schema import load

ROOT = Path(__file__).parent.parent
SENTENCE = (
    "Die Stadt Aachen will bis 2030 klimaneutral werden und arbeitet dafür mit Lwiw zusammen. "
    "„Wir fangen heute an“, sagte Bürgermeisterin Petra Beispiel am 7. Mai 2025. "
)
GROUP = "Acht deutsche Städte wollen bis 2030 klimaneutral werden, darunter Aachen, Ulm und Bonn."
TIMES = 4
HALF, MEGABYTES, LEEWAY = 0.5, (0.5, 1, 2, 5), 1.5
SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "so", "ti", "wu")


@pytest.fixture(scope="module")
def reader() -> Reader:
    found = Reader(load(ROOT))
    found.read(from_text(SENTENCE))
    return found


def seconds(reader: Reader, text: str) -> float:
    """Time of this process alone, the lesser of two tries."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        reader.read(from_text(text))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        (SENTENCE + "\n\n", 60),
        pytest.param(SENTENCE, 60, marks=pytest.mark.slow),
        ("Ulm, ", 2000),
        (",", 20_000),
        pytest.param("Wort ", 4000, marks=pytest.mark.slow),
        ("2025 ", 2000),
        (GROUP + "\n\n", 150),
    ],
    ids=["paragraphs", "one line", "a list", "commas", "words", "numbers", "groups"],
)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(
    reader: Reader, unit: str, count: int
) -> None:
    once = seconds(reader, "Bericht: " + unit * count)

    more = seconds(reader, "Bericht: " + unit * count * TIMES)

    assert more < once * TIMES * 2 + 0.1


@pytest.mark.slow
@pytest.mark.parametrize("glue", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_five_megabytes_of_releases_take_ten_times_as_long_as_half_of_one(reader: Reader, glue: str) -> None:
    taken = {size: once(reader, glue.join(_releases(size, glue))) for size in MEGABYTES}

    assert {size: found for size, found in taken.items() if found > size / HALF * taken[HALF] * LEEWAY} == {}


@pytest.mark.slow
def test_five_megabytes_of_commas_take_ten_times_as_long_as_half_of_one(reader: Reader) -> None:
    taken = {size: once(reader, "," * int(size * 1e6)) for size in MEGABYTES}

    assert {size: found for size, found in taken.items() if found > size / HALF * taken[HALF] * LEEWAY} == {}


@pytest.mark.slow
def test_ever_new_names_take_as_long_as_the_same_ones(reader: Reader) -> None:
    def text(count: int) -> str:
        return "\n\n".join(
            f"Die Gemeinde {_name(n)}dorf hat mit dem Verein Klima {_name(n)} e. V. gesprochen. "
            f"„Wir fangen heute an“, sagte Bürgermeisterin Petra {_name(n)}mann am 7. Mai 2025."
            for n in range(count)
        )

    fewer, more = once(reader, text(1000)), once(reader, text(4000))

    assert more < fewer * TIMES * LEEWAY


def once(reader: Reader, text: str) -> float:
    """Time of this process alone."""
    start = time.process_time()
    reader.read(from_text(text))
    return time.process_time() - start


def _releases(megabytes: float, glue: str) -> list[str]:
    """Documents that are shipped, over and over, up to a size; line breaks left in only where paragraphs are."""
    paths = sorted((ROOT / "data" / "documents").glob("*.md"))
    texts = [path.read_text(encoding="utf-8").rpartition("\n---\n")[2] for path in paths]
    texts = texts if glue.isspace() and "\n" in glue else [" ".join(text.split()) for text in texts]
    times = int(megabytes * 1e6) // sum(len(text) for text in texts) + 1
    return texts * times


def _name(number: int) -> str:
    """A word of its own for each number."""
    return "".join(
        SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(4)
    ).title()


def test_a_line_is_cut_between_sentences_and_keeps_every_word(reader: Reader) -> None:
    text = SENTENCE * 60

    reading = reader.read(from_text(text))

    assert max(len(p.text) for p in reading.passages) < len(SENTENCE)
    assert sum(len(p.text.split()) for p in reading.passages) == len(text.split())
