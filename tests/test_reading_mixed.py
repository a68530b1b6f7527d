"""Sentences of our documents, cut and joined at random, are read without an error, and every claim has its words."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents import from_text
from kg.reading import Reader
from kg.schema import load

ROOT = Path(__file__).parent.parent
FOLDERS = ("drills", "examples", "former", "fresh", "hurried", "nl", "opened", "seen", "train")
LANGUAGES = ("de", "en", "es", "fr", "nl", "sv")
JOINTS = re.compile(r"(, | und | and | et | y | och | in | mit | with | von | of | de | der | die | the )")
SHORTEST = 16


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load(ROOT))


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[str]]:
    """Language → sentences of all documents that may be read."""
    named = ((path.name.removeprefix("A-")[:2], path) for folder in FOLDERS for path in documents(folder))
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for language, path in named:
        if language in found:
            lines = path.read_text("utf-8").splitlines()
            parts = chain.from_iterable(re.split(r"(?<=[.!?:]) +", line) for line in lines)
            found[language] += [part for part in parts if len(part) >= SHORTEST]
    return found


def documents(folder: str) -> list[Path]:
    return sorted(
        path for path in (ROOT / "tests/reading" / folder).iterdir() if path.suffix in (".md", ".txt")
    )


def crossed(random: Random, one: str, other: str) -> str:
    """The beginning of one sentence and the end of another, met at a joint of each."""
    first, second = JOINTS.split(one), JOINTS.split(other)
    return "".join(first[: random.randrange(len(first)) + 1] + second[random.randrange(len(second)) :])


def shuffled(random: Random, one: str, _: str) -> str:
    words = one.split()
    random.shuffle(words)
    return " ".join(words)


def turned(random: Random, one: str, _: str) -> str:
    words = one.split()
    first = random.randrange(len(words))
    return " ".join(words[first:] + words[:first])


def announced(_: Random, one: str, other: str) -> str:
    return f"{one}: {other}"


def left(_: Random, one: str, __: str) -> str:
    return one


def mixed(random: Random, sentences: list[str]) -> str:
    """A document of one to six paragraphs of up to three sentences."""
    ways = [crossed, crossed, crossed, shuffled, turned, announced, left]
    paragraphs = (
        " ".join(
            random.choice(ways)(random, random.choice(sentences), random.choice(sentences))
            for _ in range(random.randint(1, 3))
        )
        for _ in range(random.randint(1, 6))
    )
    return "\n\n".join(paragraphs)


def read(reader: Reader, sentences: dict[str, list[str]], language: str, seed: int) -> None:
    document = from_text(mixed(Random(seed), sentences[language]), name="mixed")

    for claim in reader.read(document).claims:
        words = claim.evidence
        assert words.exact == document.text[words.start : words.end]


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_mixture_is_read(reader, sentences, language):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=st.integers(0, 10**9))
    def tried(seed: int) -> None:
        read(reader, sentences, language, seed)

    tried()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_very_many_mixtures_are_read(reader, sentences, language):
    for seed in range(1000):
        read(reader, sentences, language, seed)


def test_a_title_right_behind_a_noun_leaves_it_no_name(reader):
    document = from_text("Was die Stadt Herr Havlíčekwelche Städte an der Mission teilnehmen.", name="mixed")

    assert all(claim.evidence.exact for claim in reader.read(document).claims)
