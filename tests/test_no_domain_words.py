"""The engine knows RDF, German and English; of cities, labels and contracts it knows nothing."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kg
from kg import schema

ROOT = Path(__file__).resolve().parents[1]
ENGINE = Path(kg.__file__).parent
FILES = sorted(p for p in ENGINE.rglob("*") if p.suffix in (".py", ".ttl", ".html", ".css", ".js"))

NOTIONS = (
    r"\bcm:",
    r"cities-mission",
    r"climat",
    r"\bklima",
    r"\bmissions?\b",
    r"\bmission(?:s|stadt|städte|cities|city)",
    r"\btwinn",
    r"\bstädtepartner",
    r"\bpartnerst[aä]dt",
    r"\bmayor",
    r"bürgermeister",
    r"\bnet[- ]zero",
    r"\bneutralit",
    r"\blabels? (?:award|holder|scheme)",
    r"\blabelaward",
    r"\bcontract cit",
    r"\bcapital hub\b",
    r"\bnetzero",
    r"\bsun4",
    r"\bu_can\b",
    r"\bsolidari",
    r"\bhorizon europe\b",
    r"\bEuropean Commission\b",
    r"\bEuropäischen? Kommission\b",
)
"""Things of the domain, in any case; rdfs:label, sh:path and other words of RDF are none."""

PLACES = r"\b(?:cit(?:y|ies)|st[aä]dt(?:e|en)?|landeshauptstadt|municipalit(?:y|ies)|kommunen?|gemeinden?)\b"
"""Common nouns that a language may know, and nothing else."""

GIVEN_NAMES = {"Georgia", "Milan"}
LANGUAGES = {
    "Bulgarian",
    "Dutch",
    "French",
    "German",
    "Spanish",
    "Swedish",
    "Ukrainian",
    "deutschen",
    "svenska",
}
ORDINARY = GIVEN_NAMES | LANGUAGES
"""Names in the register that are the language's own words, too."""

NOT_NAMES = ("office", "contractstatus", "partnershipkind", "scope", "countkind", "topic", "unit")
"""Classes whose things are called by common nouns."""


@cache
def words_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def found_in(path: Path, pattern: str) -> Iterator[str]:
    for number, line in enumerate(words_of(path).splitlines(), 1):
        for match in re.finditer(pattern, line, re.IGNORECASE):
            yield f"{path.relative_to(ENGINE)}:{number} {match[0]}"


def is_of_a_language(path: Path) -> bool:
    return path.is_relative_to(ENGINE / "language") or path.is_relative_to(ENGINE / "documents")


@cache
def names() -> tuple[str, ...]:
    known = schema.load(ROOT)
    found = {
        text
        for thing in known.things.values()
        if "/id/" in thing.iri and thing.iri.partition("/id/")[2].partition("/")[0] not in NOT_NAMES
        for text, _, _ in thing.names
    }
    return tuple(sorted(n for n in found if len(n) > 3 and n[0].isupper() and n not in ORDINARY))


@pytest.mark.parametrize("pattern", NOTIONS)
def test_engine_speaks_of_no_notion_of_the_domain(pattern: str):
    assert [hit for path in FILES for hit in found_in(path, pattern)] == []


def test_common_nouns_for_places_stand_only_where_a_language_is_described():
    engine = [path for path in FILES if not is_of_a_language(path)]

    assert [hit for path in engine for hit in found_in(path, PLACES)] == []


def test_engine_names_nothing_that_the_register_names():
    wanted = set(names())
    longest = max(name.count(" ") for name in wanted) + 1

    hits = []
    for path in FILES:
        tokens = re.findall(r"[\w'’.&-]*\w", words_of(path))
        runs = {" ".join(tokens[i : i + n]) for i in range(len(tokens)) for n in range(1, longest + 1)}
        hits += [f"{path.relative_to(ENGINE)}: {name}" for name in sorted(runs & wanted)]

    assert len(wanted) > 1000
    assert hits == []


def test_given_names_and_languages_are_the_only_ordinary_names():
    known = {text for thing in schema.load(ROOT).things.values() for text, _, _ in thing.names}

    assert known >= ORDINARY


def test_the_second_domain_brings_no_line_of_python():
    tiny = ROOT / "tests" / "tiny"

    assert list(tiny.rglob("*.py")) == []
    assert len(list(tiny.rglob("*.ttl"))) >= 5
