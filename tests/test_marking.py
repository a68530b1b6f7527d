"""The page that shows a reading."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.documents import read
from kg.marking import as_html
from kg.reading import Reader
from kg.schema import Schema, load

ROOT = Path(__file__).parent.parent
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
