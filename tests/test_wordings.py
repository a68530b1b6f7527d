"""Ways in which editors say one thing: each wording of `tests/reading/wordings` gives its rows and no other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import samples
from kg.documents import from_text
from kg.evaluating import Row, system_rows
from kg.reading import Reader
from kg.schema import Schema, load

ROOT = Path(__file__).parent.parent
WORDINGS = ROOT / "tests" / "reading" / "wordings"
QUERIES = ROOT / "tests" / "gold" / "relations"
_HEAD = re.compile(r"\[(?:pub=([^\];]*))?;?(?:date=([^\]]*))?\]\s*")


@dataclass(frozen=True)
class Wording:
    """A text with what it says: lines "> relation/factuality | value | value", "~" where a row may be left out."""

    language: str
    text: str
    publisher: str
    date: str
    rows: tuple[tuple[str, str, tuple[str, ...], bool], ...]


def wordings(path: Path) -> list[Wording]:
    found = []
    for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        text = "\n".join(line for line in lines if not line.startswith(">")).replace("\\n", "\n")
        head = _HEAD.match(text)
        rows = []
        for line in (line[1:] for line in lines if line.startswith(">")):
            name, *values = (part.strip() for part in line.split("|"))
            relation, _, firmness = name.lstrip("~").partition("/")
            rows.append((relation, firmness or "asserted", tuple(values), name.startswith("~")))
        given = (head.group(1) or "", head.group(2) or "") if head else ("", "")
        found.append(Wording(path.stem, text[head.end() if head else 0 :], *given, tuple(rows)))
    return found


ALL = [w for path in sorted(WORDINGS.glob("*.txt")) for w in wordings(path)]


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


@pytest.fixture(scope="module")
def reader(schema: Schema) -> Reader:
    return Reader(schema)


def _read(schema: Schema, reader: Reader, wording: Wording) -> list[Row]:
    document = from_text(wording.text, name="wording")
    metadata = replace(
        document.metadata,
        language=wording.language,
        publisher=wording.publisher or document.metadata.publisher,
        date=wording.date or document.metadata.date,
    )
    reading = reader.read(replace(document, metadata=metadata))
    relations = sorted({r for w in ALL for r, *_ in w.rows})
    return [r for r in system_rows(schema, [reading], QUERIES, relations) if r.factuality != "denied"]


def _says(row: Row, relation: str, firmness: str, values: tuple[str, ...]) -> bool:
    given = [str(v).casefold() for vs in row.args.values() for v in vs]
    return (
        row.relation == relation
        and row.factuality == firmness
        and all(
            any(g == v.casefold() or (v.isdigit() and g.startswith(f"{v}-")) for g in given) for v in values
        )
    )


@pytest.mark.parametrize(
    "wording",
    samples.every(2, ALL, name=lambda number, wording: f"{wording.language}-{number}"),
)
def test_a_wording_gives_its_rows_and_no_other(schema: Schema, reader: Reader, wording: Wording) -> None:
    rows = _read(schema, reader, wording)

    for relation, firmness, values, may_lack in wording.rows:
        assert may_lack or any(_says(r, relation, firmness, values) for r in rows), (
            relation,
            values,
            wording.text,
        )
    for row in rows:
        assert any(_says(row, *wanted[:3]) for wanted in wording.rows), (row.as_dict(), wording.text)


def test_there_are_wordings_in_both_languages() -> None:
    assert {"de", "en"} <= {w.language for w in ALL}
