"""Checks of a project of one's own, in the small: what is told, what is left alone, what is not done twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import checking, examples
from kg.checking import saved
from kg.checking.workspace import Workspace
from lighthouses import BASE, project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def added(path: Path, text: str) -> int:
    """Text at the end of a file; returns the line in which it stands."""
    old = path.read_text().rstrip("\n")
    path.write_text(f"{old}\n\n{text}\n")
    return old.count("\n") + 3


def traps(body: str, root: Path) -> list[str]:
    path = root / "queries" / "tried.rq"
    path.write_text(f"#+ summary: tried\nSELECT * WHERE {{\n{body}\n}}\n")
    known = {"kg": "https://w3id.org/kg-claims#", "lh": f"{BASE}ontology#"}
    return [f.found for f in saved.traps(saved.read(path, root, known))]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("?a lh:tower ?b FILTER NOT EXISTS { ?a lh:since ?c ; lh:servant ?d }", "NOT EXISTS"),
        ("?a lh:tower ?b . FILTER NOT EXISTS { ?a lh:since ?c . ?c kg:latestDay ?d }", "NOT EXISTS"),
        ("?a lh:tower ?t ; lh:since ?b . ?c lh:tower ?t ; lh:since ?d . FILTER (?b != ?d)", "?b != ?d"),
        ("{ ?a lh:tower ?b OPTIONAL { ?a lh:since ?c } ?b lh:firstLit ?d }", "behind an OPTIONAL"),
        (
            "VALUES ?p { 1 } OPTIONAL { ?a kg:latestDay ?d FILTER (?d < ?p) } FILTER (!BOUND(?d))",
            "!BOUND(?d)",
        ),
    ],
)
def test_a_form_that_is_slow_is_told(root: Path, body: str, told: str):
    found = traps(body, root)

    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    "body",
    [
        "?a lh:tower ?b FILTER NOT EXISTS { ?a lh:since ?c }",
        "?a lh:tower ?b MINUS { ?a lh:since ?c . ?c kg:latestDay ?d }",
        "?x kg:decision ?a , ?c . ?a lh:since ?b . ?c lh:since ?d . FILTER (?b != ?d)",
        "VALUES ?t { UNDEF } ?a lh:tower ?t ; lh:since ?b . ?c lh:tower ?t ; lh:since ?d . FILTER (?b != ?d)",
        "{ SELECT ?b WHERE { ?a lh:since ?b } } { SELECT ?d WHERE { ?c lh:since ?d } } FILTER (?b != ?d)",
        "?a lh:tower ?b . OPTIONAL { ?a lh:since ?c } BIND (COALESCE(?c, 1) AS ?e) FILTER (?e != 2)",
        'OPTIONAL { ?a kg:latestDay ?d FILTER (?d < 5) } FILTER (!BOUND(?d)) # "not { a trap',
    ],
)
def test_forms_that_look_alike_are_left_alone(root: Path, body: str):
    assert traps(body, root) == []


def test_what_rests_on_an_unusable_register_is_not_held_against_anybody(root: Path):
    path = root / "data/reference/lighthouses.ttl"
    path.write_text(path.read_text().replace("1871-10", "1871-13"))

    found = checking.check(root, only=["KG1"])

    assert [f.code for f in found] == ["KG133", "KG191"]


def test_languages_asked_for_are_those_of_the_title(root: Path):
    path = root / "ontology/lighthouses.ttl"
    path.write_text(path.read_text().replace('"Leuchttürme und ihre Wärter"@de', '"Fyrar"@sv'))

    found = checking.check(root, only=["KG110", "KG111"])

    assert Workspace(root).languages == ("en", "sv")
    assert {f.found.rpartition(" ")[2] for f in found} == {"sv"}
    assert len(found) == 20


def test_an_impossible_class_is_told_once_and_its_subclasses_are_not(root: Path):
    path = root / "ontology/lighthouses.ttl"
    line = added(path, "lh:Hermit a owl:Class ; rdfs:subClassOf lh:Keeper , lh:Lighthouse .")
    added(path, "lh:OldHermit a owl:Class ; rdfs:subClassOf lh:Hermit .")

    found = checking.check(root, only=["KG118"])

    assert [f.focus for f in found] == [f"{BASE}ontology#Hermit"]
    assert {p.line for p in found[0].places if p.line >= line} == {line}


def test_a_clash_is_led_back_to_the_lines_that_state_it(root: Path):
    path = root / "data/reference/lighthouses.ttl"
    line = added(path, "lighthouse:cape-still a lh:Keeper .")

    found = checking.check(root, only=["KG402"])

    assert [f.focus for f in found] == [f"{BASE}id/lighthouse/cape-still"]
    assert line in {p.line for p in found[0].places if p.file == "data/reference/lighthouses.ttl"}


def test_a_changed_document_does_not_have_the_lexicon_tried_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    before = checking.check(root)
    path = root / "data/documents/harbour-day.md"
    path.write_text(path.read_text() + "\nJon Falk isst Fisch.\n")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("tried again")

    monkeypatch.setattr(examples, "prove", refuse)
    monkeypatch.setattr(Workspace, "__init__", refuse)
    after = checking.check(root)

    assert [f.code for f in after] == [f.code for f in before]


def test_nothing_is_left_behind_without_the_cache(root: Path):
    checking.check(root, keep=False)

    assert not (root / "build").exists()
