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
TIMES = 4


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
        (SENTENCE, 60),
        ("Ulm, ", 2000),
        (",", 20_000),
        ("Wort ", 4000),
        ("2025 ", 2000),
    ],
    ids=["paragraphs", "one line", "a list", "commas", "words", "numbers"],
)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(
    reader: Reader, unit: str, count: int
) -> None:
    once = seconds(reader, "Bericht: " + unit * count)

    more = seconds(reader, "Bericht: " + unit * count * TIMES)

    assert more < once * TIMES * 2 + 0.1


def test_a_line_is_cut_between_sentences_and_keeps_every_word(reader: Reader) -> None:
    text = SENTENCE * 60

    reading = reader.read(from_text(text))

    assert max(len(p.text) for p in reading.passages) < len(SENTENCE)
    assert sum(len(p.text.split()) for p in reading.passages) == len(text.split())
