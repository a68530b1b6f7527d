"""Readings on their way to another process or another day, and what is kept with them of a document's words."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg import schema
from kg.claims import Claim
from kg.dataset import inputs, readers
from kg.dataset.readers import Read
from kg.dataset.traits import sketch_of, words_of
from kg.documents import read
from lighthouses import HOME

HEAD = "---\ntitle: {title}\npublisher: Coast Archive\ndate: 2020-01-01\nlanguage: en\n---\n\n"
words = st.lists(st.sampled_from(("tower", "Lamp", "keeper", "storm", "sea", "of", "the")), max_size=90)


def all_of(claims: Sequence[Claim], *, known: schema.Schema) -> list[tuple[object, ...]]:
    """Claims with what does not count when they are compared."""
    return [(claim, claim.evidence, claim.iri(known.names)) for claim in claims]


def test_a_reading_comes_back_as_it_was() -> None:
    known = schema.load(HOME)
    read_here = [found for _, found in readers.read_all(inputs.gather(HOME).files, known, 1)]

    again = [pickle.loads(readers.pickled(found)) for found in read_here]

    assert len(read_here) > 1
    for one, other in zip(read_here, again, strict=True):
        assert isinstance(one, Read)
        assert other == one
        ours, theirs = (all_of(each.reading.claims, known=known) for each in (one, other))
        assert ours == theirs
        assert ours


def test_the_name_of_a_claim_is_kept_with_it_for_its_own_project_alone() -> None:
    known = schema.load(HOME)
    found = next(iter(readers.read_all(inputs.gather(HOME).files[:1], known, 1)))[1]
    assert isinstance(found, Read)
    claim = found.reading.claims[0]

    again = pickle.loads(readers.pickled(found)).reading.claims[0]

    assert again.iri(known.names) == claim.iri(known.names)
    assert again.iri(type(known.names)("https://example.org/elsewhere/")) != claim.iri(known.names)


def traits(folder: Path, text: str, title: str = "News") -> tuple[str, tuple[int, ...]]:
    path = folder / "told.md"
    path.write_text(HEAD.format(title=title) + text, encoding="utf-8")
    document = read(path)
    return words_of(document), sketch_of(document)


def test_neither_head_nor_case_nor_white_space_makes_another_text(tmp_path: Path) -> None:
    text = " ".join(f"word{n}" for n in range(90))

    plain = traits(tmp_path, text)

    assert plain == traits(tmp_path, text.upper().replace(" ", "  "), "Other news")
    assert plain[0] != traits(tmp_path, f"{text} more")[0]


def test_a_sketch_tells_how_much_two_texts_share_and_a_short_one_has_none(tmp_path: Path) -> None:
    long = [f"word{n}" for n in range(200)]

    whole, half = (
        traits(tmp_path, " ".join(each))[1] for each in (long, [*long[:100], *map(str, range(100))])
    )

    assert len(whole) == len(half) == 64
    assert list(whole) == sorted(whole)
    assert 16 < len({*whole} & {*half}) < 48
    assert traits(tmp_path, " ".join(long[:60]))[1] == ()


@given(one=words, other=words)
def test_texts_of_the_same_words_have_the_same_traits_and_no_others(
    tmp_path_factory: object, one: list[str], other: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("traits")  # type: ignore[attr-defined]

    found = [traits(folder, " ".join(each) or "nothing")[0] for each in (one, other)]

    assert (found[0] == found[1]) == ([w.casefold() for w in one] == [w.casefold() for w in other])
