"""The page that shows a reading."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import samples
from kg.documents import read
from kg.marking import LEGEND, as_html
from kg.reading import Kind, Reader
from kg.schema import Schema, load
from kg.showing import STYLES, as_text

ROOT = Path(__file__).parent.parent
_ESCAPE = re.compile(r"\x1b\[[\d;]*m")
SHARED = ROOT.parent / "shared" / "seeds"
SHIPPED = sorted((ROOT / "data" / "documents").glob("*.md"))
TEXT = "Dresden hat am 7. Mai 2025 das EU-Missionslabel erhalten. Der Himmel war blau.\n"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marked: list[str] = []
        self.text = ""
        self._in_mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in_mark = tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marked.append(data)


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


def page(schema: Schema, folder: Path, text: str) -> tuple[str, _Page]:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    made = as_html(Reader(schema).read(read(path)), schema)
    parser = _Page()
    parser.feed(made)
    return made, parser


def test_what_was_found_is_marked_and_what_it_gave_stands_below(schema: Schema, tmp_path: Path) -> None:
    made, found = page(schema, tmp_path, TEXT)

    assert {"Dresden", "7. Mai 2025", "EU-Missionslabel"} <= set(found.marked)
    assert "LabelAward" in found.text
    assert 'class="paragraph silent"' in made


def test_text_of_a_document_is_never_markup(schema: Schema, tmp_path: Path) -> None:
    hostile = 'Dresden <script>alert(1)</script> <img src=x onerror="alert(2)"> hat das EU-Missionslabel erhalten.\n'

    _, found = page(schema, tmp_path, hostile)

    assert "script" not in found.tags
    assert "img" not in found.tags


def test_a_page_loads_nothing_from_elsewhere(schema: Schema, tmp_path: Path) -> None:
    made, found = page(schema, tmp_path, TEXT)

    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert "http" not in made


def test_the_same_document_gives_the_same_bytes(schema: Schema, tmp_path: Path) -> None:
    first, _ = page(schema, tmp_path, TEXT)

    second, _ = page(schema, tmp_path, TEXT)

    assert first == second


def test_every_kind_of_mention_has_its_mark():
    assert set(LEGEND) == set(Kind) == set(STYLES)


def shown_whole(reader: Reader, schema: Schema, path: Path) -> None:
    """A document's page and text show all its words, whatever was found in it."""
    reading = reader.read(read(path))
    parser = _Page()
    parser.feed(as_html(reading, schema))
    coloured = _ESCAPE.sub("", as_text(reading, schema, colour=True))
    assert as_text(reading, schema)

    for passage in reading.passages:
        assert "".join(passage.text.split()) in "".join(parser.text.split())
        assert "".join(passage.text.split()) in "".join(coloured.split())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five seeds lie in ../shared, which this checkout lacks")
def test_real_documents_are_shown_whole(schema: Schema):
    reader = Reader(schema)

    for path in sorted(SHARED.glob("*.txt")):
        shown_whole(reader, schema, path)


@pytest.mark.parametrize("path", samples.every(9, SHIPPED, name=lambda _, path: path.stem))
def test_shipped_documents_are_shown_whole(schema: Schema, path: Path):
    shown_whole(Reader(schema), schema, path)
