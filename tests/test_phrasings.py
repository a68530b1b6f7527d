"""One fact in many wordings: each sentence of `tests/reading/phrasings`, in a short release, gives its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import samples
from kg.documents import from_text
from kg.evaluating import Relation, Row, Value, _relations, matches, system_rows
from kg.reading import Reader
from kg.schema import Schema, load

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "reading" / "phrasings"
RELATIONS = ROOT / "tests" / "gold" / "relations"


@dataclass
class Case:
    """A release's language and head, its text, and the rows that it must give (or, where barred, must not)."""

    language: str
    head: str
    text: str
    rows: list[tuple[bool, Row]] = field(default_factory=list)


def cases() -> Iterator[Case]:
    """Lines "## language | head" open a release; a sentence, its rows behind "=>" or "!=>", and a blank line follow."""
    for path in sorted(FOLDER.glob("*.txt")):
        language, head = "", ""
        case: Case | None = None
        for line in [*path.read_text("utf-8").splitlines(), ""]:
            if line.startswith("##"):
                language, _, head = (part.strip() for part in line[2:].partition("|"))
            elif "=>" in line[:4] and case is not None:
                case.rows.append((line.startswith("!"), row(line.partition("=>")[2])))
            elif line.strip():
                case = Case(language, head.replace("\\n", "\n"), line.replace("\\n", "\n"))
            elif case is not None:
                yield case
                case = None


def row(line: str) -> Row:
    relation, _, rest = line.strip().partition(" ")
    firmness = re.search(r"\[(\w+)\]\s*$", rest)
    pairs = [part.partition("=") for part in rest[: firmness.start() if firmness else len(rest)].split(";")]
    given = {name.strip(): value.strip() for name, _, value in pairs if name.strip()}
    args: dict[str, tuple[Value, ...]] = {}
    for name, value in given.items():
        number = name in ("amount", "value")
        args[name] = (float(value) if number else value == "true" if value in ("true", "false") else value,)
    return Row("case.txt", relation, args, firmness.group(1) if firmness else "asserted")


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


@pytest.fixture(scope="module")
def reader(schema: Schema) -> Reader:
    return Reader(schema)


@pytest.fixture(scope="module")
def relations() -> dict[str, Relation]:
    return _relations(RELATIONS.parent / "relations.json")


def test_there_are_wordings_to_try() -> None:
    assert sum(len(case.rows) for case in cases()) > 150


@pytest.mark.parametrize("case", samples.every(2, cases(), name=lambda _, case: case.text[:60]))
def test_a_wording_gives_its_rows(
    schema: Schema, reader: Reader, relations: dict[str, Relation], case: Case
) -> None:
    document = from_text(f"{case.head}\n\n{case.text}", name="case")
    metadata = replace(document.metadata, language=case.language)
    reading = reader.read(replace(document, metadata=metadata, path=Path("case.txt")))

    found = system_rows(schema, [reading], RELATIONS, sorted({r.relation for _, r in case.rows}))

    for barred, wanted in case.rows:
        same = [r for r in found if r.relation == wanted.relation]
        assert any(matches(wanted, r, relations[wanted.relation]) for r in same) != barred, (wanted, found)
