"""Tables that are made once and then taken from the user's cache folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import ready


class _Making:
    """Counts how often a table was made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, tuple[str, ...]]:
        self.times += 1
        return {"aachen": ("DE",)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_table_is_made_once(folder: Path) -> None:
    making = _Making()
    told = [ready.kept("towns", "rdflib", making) for _ in range(3)]
    assert told == [{"aachen": ("DE",)}] * 3
    assert making.times == 1
    assert len([*folder.iterdir()]) == 1


def test_a_table_is_made_again_of_another_package_or_by_another_engine(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = _Making()
    for package in ("rdflib", "pyshacl", "no such package"):
        ready.kept("towns", package, making)
    monkeypatch.setattr(ready, "engine", lambda: "0" * 64)
    ready.kept("towns", "rdflib", making)
    assert making.times == 4
    assert len([*folder.iterdir()]) == 2, "old states go"


def test_a_table_is_made_again_of_another_input_and_several_are_kept(folder: Path) -> None:
    making = _Making()
    for digest in ("one", "two", "three", "one"):
        ready.kept_of("schema", digest, making)
    assert making.times == 3
    for number in range(20):
        ready.kept_of("schema", str(number), making)
    assert len([*folder.iterdir()]) == 8, "old states go"


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None])
def test_a_damaged_table_is_made_again(folder: Path, damage: bytes | None) -> None:
    making = _Making()
    ready.kept("towns", "rdflib", making)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-3] if damage is None else damage)
    assert ready.kept("towns", "rdflib", making) == {"aachen": ("DE",)}
    assert making.times == 2
    ready.kept("towns", "rdflib", making)
    assert making.times == 2, "it was mended"


def test_where_nothing_can_be_kept_a_table_is_made_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = _Making()
    (tmp_path / "a file").write_text("")
    for place in ("", str(tmp_path / "a file")):
        monkeypatch.setenv("KG_CACHE", place)
        assert ready.kept("towns", "rdflib", making) == {"aachen": ("DE",)}
    assert making.times == 2


def test_the_folder_follows_the_users_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KG_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert ready.folder() == tmp_path / "kg"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert ready.folder() == tmp_path / "home" / ".cache" / "kg"


def test_languages_are_told_alike_by_a_kept_model_and_by_the_whole_one(folder: Path) -> None:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    from kg.documents import metadata

    whole = LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE)
    whole.set_languages(list(metadata.LANGUAGES))
    texts = (
        "Die Stadt will bis 2030 klimaneutral werden.",
        "La ciudad presenta su contrato climático.",
        "Staden undertecknade klimatkontraktet.",
        "The mayor signed the contract.",
    )
    for _ in ("made", "kept"):
        metadata._identifier.cache_clear()
        assert [metadata._language_of(text) for text in texts] == [whole.classify(text)[0] for text in texts]
    assert [path.name.partition("-")[0] for path in folder.iterdir()] == ["languages"]
