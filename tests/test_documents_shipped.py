"""The digests in data/documents: complete headers, fitting length, both languages, nobody else's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "documents"
SEEDS = ROOT.parent / "shared" / "seeds"
FIELDS = ("title", "publisher", "language", "digest", "source")
SOURCE_FIELDS = ("title", "publisher", "address")
LONGEST_SHARED_RUN = 7


@dataclass(frozen=True)
class Digest:
    header: dict[str, Any]
    body: str


def read_digest(path: Path) -> Digest:
    before, header, body = re.split(r"^---$\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    assert before == ""
    return Digest(yaml.safe_load(header), body)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, length: int) -> Iterator[str]:
    tokens = words(text)
    return (" ".join(tokens[at : at + length]) for at in range(len(tokens) - length + 1))


PATHS = sorted(FOLDER.glob("*.md"))
each_digest = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def test_at_least_fifteen_digests_are_shipped():
    assert len(PATHS) >= 15


@each_digest
def test_file_name_is_a_short_slug(path: Path):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){1,5}", path.stem)


@each_digest
def test_header_names_the_digest_and_its_source(path: Path):
    header = read_digest(path).header

    missing = [field for field in FIELDS if not header.get(field)]
    missing += [f"source.{field}" for field in SOURCE_FIELDS if not header["source"].get(field)]

    assert missing == []
    assert header["digest"] is True
    assert re.match(r"https?://\S+$", header["source"]["address"])


@each_digest
def test_dates_are_days_and_equal_those_of_the_source(path: Path):
    header = read_digest(path).header

    assert header.get("date") == header["source"].get("date")
    assert isinstance(header.get("date", date.min), date)


@each_digest
def test_publisher_is_that_of_the_digested_publication(path: Path):
    header = read_digest(path).header

    assert header["publisher"] == header["source"]["publisher"]


@each_digest
def test_body_has_one_headline_and_three_to_six_paragraphs_or_lists(path: Path):
    blocks = [block for block in re.split(r"\n{2,}", read_digest(path).body.strip()) if block]
    headlines = [block for block in blocks if block.startswith("#")]
    prose = [block for block in blocks if not block.startswith(("#", "- "))]

    assert blocks[0].startswith("# ")
    assert len(headlines) == 1
    assert 3 <= len(prose) <= 6


@each_digest
def test_body_has_between_100_and_400_words(path: Path):
    assert 100 <= len(words(read_digest(path).body)) <= 400


@each_digest
def test_body_puts_no_words_between_the_quotation_marks_of_a_person(path: Path):
    body = read_digest(path).body

    quoted = re.findall(r"[„“\"»«](.+?)[“”\"«»]", body)

    assert [text for text in quoted if len(words(text)) > 6] == []


def test_both_languages_are_well_represented():
    languages = [read_digest(path).header["language"] for path in PATHS]

    assert set(languages) == {"de", "en"}
    assert min(languages.count("de"), languages.count("en")) >= len(PATHS) // 3


def test_no_two_digests_share_a_title():
    titles = [read_digest(path).header["title"] for path in PATHS]

    assert len(set(titles)) == len(titles)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the example documents are not shipped with the repository")
@each_digest
def test_digest_shares_no_run_of_eight_words_with_an_example_document(path: Path):
    length = LONGEST_SHARED_RUN + 1
    taken = {run for seed in sorted(SEEDS.glob("*.txt")) for run in runs(seed.read_text("utf-8"), length)}

    digest = read_digest(path)
    texts = [digest.header["title"], digest.header["source"]["title"], digest.body]
    shared = [run for text in texts for run in runs(text, length) if run in taken]

    assert shared == []
