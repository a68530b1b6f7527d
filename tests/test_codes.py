"""Every code that kg uses has its longer story, and every story its code."""

import re
from pathlib import Path

import pytest

from kg import codes
from kg.errors import KgError

SOURCE = Path(codes.__file__).parent


def used() -> set[str]:
    """Codes in the sources; in docstrings they are followed by words, in code by quotation marks or blanks."""
    texts = (path.read_text() for path in SOURCE.rglob("*.py") if path.name != "codes.py")
    return {code for text in texts for code in re.findall(r"[\"'](KG\d{3})[\"' ]", text)}


def test_every_code_in_use_has_a_story():
    assert used() - codes.STORIES.keys() == set()


def test_every_story_belongs_to_a_code_in_use():
    assert codes.STORIES.keys() - used() - {"KG998", "KG999"} == set()


@pytest.mark.parametrize("code", sorted(codes.STORIES))
def test_story_says_what_to_do(code: str):
    story = codes.STORIES[code]

    assert story.title[0].isupper()
    assert not story.title.endswith(".")
    assert len(story.do) > 5


def test_code_is_found_in_any_case():
    assert codes.is_code("kg301")
    assert codes.story("kg301") == codes.STORIES["KG301"]
    assert not codes.is_code("KG3011")
    assert not codes.is_code("Kgalagadi")


def test_unknown_code_names_those_that_are_near():
    with pytest.raises(KgError, match="KG301"):
        codes.story("KG309")
