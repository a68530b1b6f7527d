"""The generator of made-up corpora: the same for the same seed, and such that there is something to decide."""

from pathlib import Path

import pytest

from benchmarks import corpus
from kg import dataset
from kg.schema import Schema, load

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


@pytest.fixture(scope="module")
def kept(schema: Schema) -> corpus.Stock:
    return corpus.stock(schema)


def texts(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.md"))}


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(schema: Schema, tmp_path: Path) -> None:
    corpus.write(tmp_path / "few", schema, 5)
    corpus.write(tmp_path / "more", schema, 12)

    few, more = texts(tmp_path / "few"), texts(tmp_path / "more")

    assert len(few) == 5
    assert len(more) == 12
    assert few.items() <= more.items()


def test_another_seed_gives_other_documents(kept: corpus.Stock) -> None:
    ours = [corpus.document(kept, number, 7) for number in range(20)]
    theirs = [corpus.document(kept, number, 8) for number in range(20)]

    assert not {*ours} & {*theirs}


def test_names_days_and_numbers_are_exchanged_for_others_of_their_kind(kept: corpus.Stock) -> None:
    text = next(t for t in kept.templates["de"] if "wurde mit dem EU-Mission-Label ausgezeichnet" in t.text)

    told = " ".join(corpus.document(kept, number) for number in range(2000))

    kinds = {what for found in kept.templates.values() for t in found for _, _, what in t.gaps}
    assert {"day", "month", "year", "number"} < kinds
    named = {t.name("de") for t in kept.things[text.gaps[0][2]]}
    assert (
        sum(f"{text.text[: text.gaps[0][0]]}{name}{text.text[text.gaps[0][1] :]}" in told for name in named)
        > 20
    )


def test_documents_agree_for_the_most_part_and_contradict_each_other_for_some(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for part in ("ontology", "data", "queries"):
        (project / part).parent.mkdir(exist_ok=True)
        (project / part).symlink_to(ROOT / part)
    corpus.write(tmp_path / "corpus", load(ROOT), 40)

    counts = dataset.build(project, documents=[tmp_path / "corpus"]).counts

    assert counts["documents"] == 40
    assert counts["claims"] > 1000
    assert 10 < counts["contradictions"] < counts["decisions"] / 10
    assert counts["expectations"] > 10
