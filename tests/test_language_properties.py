"""What holds of the `language` package for any text whatever."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language import (
    clauses,
    dates,
    factuality_at,
    hedges,
    language,
    numbers,
    persons,
    quotations,
    reported,
    sentences,
    surnames,
    tokens,
)

CODES = st.sampled_from(["de", "en", "fr", "es", "it", "nl", "sv"])
PIECES = [
    "Dr.",
    "Prof",
    "Frau",
    "Petra",
    "Müller",
    "Anna",
    "Smith",
    "AG",
    "von",
    "wird",
    "werden",
    "soll",
    "nicht",
    "kein",
    "und",
    ",",
    ".",
    ":",
    ";",
    "»",
    "«",
    "„",
    "“",
    "”",
    '"',
    "'",
    "–",
    "-",
    "/",
    "(",
    ")",
    "7",
    "12",
    "7.",
    "31.12.2024",
    "2025-02-30",
    "2030",
    "1.500",
    "3,6",
    "%",
    "€",
    "Euro",
    "Mai",
    "May",
    "im",
    "in",
    "bis",
    "by",
    "seit",
    "heute",
    "gestern",
    "Dienstag",
    "last",
    "next",
    "Anfang",
    "Ende",
    "early",
    "mid-May",
    "Q1",
    "Quartal",
    "2024",
    "Millionen",
    "mille",
    "hundert",
    "eine",
    "one",
    "von",
    "of",
    "dass",
    "if",
    "ob",
    "das",
    "which",
    "sagte",
    "said",
    "so",
    "laut",
    "24/25",
    "Sommer",
    "il",
    "a",
    "dit",
    "el",
    "año",
    "pasado",
    "i",
    "går",
    "\n",
    "\n\n",
    "+49",
    "351",
    "564",
    "80600",
    "http://a.b",
    "x@y.z",
    "Straße",
    "5",
    "z.",
    "B.",
    "é",
    "ß",
    "İ",
    "ǅ",
    "٣",
    "²",
    "½",
    "𝟙",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
REFERENCES = st.one_of(st.none(), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))


def in_order(spans: list[tuple[int, int]], size: int) -> bool:
    ends = [0, *(end for _, end in spans)]
    return all(before <= start < end <= size for before, (start, end) in zip(ends, spans, strict=False))


@settings(max_examples=300, deadline=None)
@given(TEXTS, CODES, REFERENCES)
def test_spans_of_every_function_lie_in_the_text_in_order_and_apart(text, code, reference):
    lang, size = language(code), len(text)

    found = dates(text, lang, reference)
    spans = [(one.start, one.end) for one in found]
    counted = numbers(text, lang, spans)
    people = persons(text, lang)
    later = surnames(text, lang, {one.family: one for one in people})
    quoted = quotations(text, lang, [*people, *later])
    told = reported(text, lang, people)
    held = hedges(text, lang, reference)

    for group in (tokens(text), found, counted, people, later, quoted, told):
        assert in_order(
            [(one[0], one[1]) if isinstance(one, tuple) else (one.start, one.end) for one in group], size
        )
    assert in_order(sentences(text, lang), size)
    assert all(one.start <= one.inner_start <= one.inner_end <= one.end for one in quoted)
    assert [one.start for one in held] == sorted(one.start for one in held)
    assert all(0 <= one.start < one.end <= size for one in held)
    assert all(in_order(list(one.scope), size) for one in held)
    assert all(0 <= start < end <= size for clause in clauses(text, lang) for start, end in clause)


@settings(max_examples=150, deadline=None)
@given(TEXTS, CODES)
def test_sentences_together_hold_all_that_is_not_white_space(text, code):
    found = sentences(text, language(code))

    held = "".join(text[start:end] for start, end in found)

    assert "".join(held.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in found)


@settings(max_examples=150, deadline=None)
@given(TEXTS, CODES, REFERENCES, st.integers(0, 300), st.booleans())
def test_factuality_has_an_answer_at_every_place(text, code, reference, position, presupposed):
    first = factuality_at(text, language(code), position, presupposed=presupposed, reference=reference)
    second = factuality_at(text, language(code), position, presupposed=presupposed, reference=reference)

    assert first == second


@settings(max_examples=150, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), CODES)
def test_a_day_in_iso_form_is_read_back(day, code):
    (found,) = dates(f"({day.isoformat()})", language(code), None)

    assert found.period.text == day.isoformat()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_grouped_digits_are_read_back_in_each_language(value):
    written = f"{value:,}"

    for code, mark in (
        ("de", "."),
        ("en", ","),
        ("fr", "\u202f"),
        ("es", "."),
        ("it", "."),
        ("nl", "."),
        ("sv", "\u00a0"),
    ):
        (found,) = numbers(f"({written.replace(',', mark)})", language(code))
        assert found.value == value


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "a, weil ",
        ". ",
        "»",
        '"a b c d e" ',
        "1 ",
        "7. ",
        "..",
        "\n ",
        "Mai ",
        "Dirk ",
        "+49 ",
        "werden ",
        "x@",
        "falls a, ",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(code, piece):
    def took(size: int) -> float:
        text, lang = piece * (size // len(piece)), language(code)
        start = time.process_time()
        spans = [(one.start, one.end) for one in dates(text, lang, dt.date(2025, 1, 1))]
        numbers(text, lang, spans)
        people = persons(text, lang)
        quotations(text, lang, people)
        hedges(text, lang, dt.date(2025, 1, 1))
        return time.process_time() - start

    took(1000)

    # Processor time, the least of three: ten times the text may take forty times as long; a square, a hundred.
    longer = min(took(30_000) for _ in range(3))
    assert longer < max(40 * min(took(3_000) for _ in range(3)), 2.0)
