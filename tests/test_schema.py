"""A schema is the same whether it is made of its files or taken from what was kept of them."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.schema import Schema, load, loading
from kg.triples import File, Files

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "tiny"
NOT_COMPARED = {"root", "files", "composer"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def project(where: Path) -> Path:
    for part in ("ontology", "data/reference"):
        shutil.copytree(TINY / part, where / part)
    return where


def told(made: Schema) -> dict[str, object]:
    return {f.name: getattr(made, f.name) for f in fields(made) if f.name not in NOT_COMPARED}


@pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "shipped"])
def test_what_was_kept_is_what_is_made_anew(root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    made = load(root)
    assert [path.name.partition("-")[0] for path in folder.iterdir()] == ["schema"]
    monkeypatch.setattr(loading, "_made", lambda *_: pytest.fail("made again"))

    kept = load(root)

    assert told(kept) == told(made)
    assert kept.policy.triples == made.policy.triples
    assert kept.register == made.register


def test_names_are_composed_alike_by_what_was_kept(folder: Path):
    made, kept = (load(ROOT).composer for _ in range(2))

    for name in ("Leiterin des Amts für Umwelt", "deputy mayor for climate and energy", "nobody"):
        one, other = made.compose(name), kept.compose(name)
        assert one == other
        assert one is None or other is None or made.names(one) == kept.names(other)


def test_where_a_project_lies_makes_no_difference_and_each_changed_file_does(folder: Path, tmp_path: Path):
    here, there = project(tmp_path / "here"), project(tmp_path / "there")
    first = load(here).fingerprint

    assert load(there).fingerprint == first
    assert load(there).root == there
    for path in sorted(there.rglob("*.ttl")):
        before = path.read_bytes()
        path.write_bytes(before + b"\n# one more line\n")
        assert load(there).fingerprint != first, path
        path.write_bytes(before)


def test_a_name_that_is_added_is_known_at_once(folder: Path, tmp_path: Path):
    here = project(tmp_path)
    load(here)
    file = next(iter(sorted((here / "data" / "reference").glob("*.ttl"))))
    iri = next(iter(load(here).things))
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    file.write_text(file.read_text("utf-8") + f'\n<{iri}> {label} "A Name Never Seen"@en .\n', "utf-8")

    assert load(here).by_name["a name never seen"] == (iri,)


def test_what_is_refused_once_is_refused_again(folder: Path, tmp_path: Path):
    here = project(tmp_path)
    (here / "ontology" / "broken.ttl").write_text("<a> <b> .\n")

    for _ in range(2):
        with pytest.raises(SchemaError, match="KG101"):
            load(here)
    assert not folder.exists() or not [*folder.iterdir()]


def test_files_are_parsed_when_somebody_asks_for_them():
    good = File("shapes", Path("good.ttl"), b"<urn:a> <urn:b> <urn:c> .")
    files = Files([good, File("lexicon", Path("bad.ttl"), b"<a> <b> .")])

    assert len(files.triples("shapes")) == 1
    assert files.triples("nothing") == ()
    with pytest.raises(SchemaError, match="KG101"):
        files.index("shapes", "lexicon")


def test_a_digest_tells_group_name_and_content_apart():
    def digest(*told: tuple[str, str, bytes]) -> str:
        return Files([File(group, Path(name), content) for group, name, content in told]).digest()

    digests = {
        digest(("a", "x.ttl", b"1")),
        digest(("b", "x.ttl", b"1")),
        digest(("a", "y.ttl", b"1")),
        digest(("a", "x.ttl", b"2")),
        digest(("a", "x.ttl", b""), ("1", "", b"")),
        digest(),
    }

    assert len(digests) == 6
    assert digest(("a", "x.ttl", b"1")) == digest(("a", "somewhere/x.ttl", b"1"))
