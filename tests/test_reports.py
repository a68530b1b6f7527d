"""Tables and findings, written out for people and machines."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg import reports
from kg.findings import Finding
from kg.tables import Table

EX = "https://example.org/"
ROWS = (
    (NamedNode(EX + "a_b"), Literal("two\nlines | [red]", language="de"), Literal(7)),
    (BlankNode("x"), Literal('say "hi", \t', datatype=NamedNode(EX + "t")), None),
)
TABLE = Table(("thing", "name", "n"), ROWS, empty="nothing is there", prefixes={"ex": EX})
FINDINGS = [
    Finding("KG802", focus=EX + "a", severity="warning", what="two | names"),
    Finding("KG801", focus=EX + "b", what="no name", do="add\tone", messages=(("de", "kein Name"),)),
]


def test_json_and_tsv_of_a_table_are_read_back_to_its_terms():
    for form, results in (("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)):
        found = ox.parse_query_results(reports.render(TABLE, form), results)

        rows = [tuple(row[name] for name in TABLE.columns) for row in found]

        assert rows[0] == ROWS[0]
        assert rows[1][1:] == ROWS[1][1:]


def test_csv_is_read_back_to_the_plain_values():
    rows = list(csv.reader(io.StringIO(reports.render(TABLE, "csv"), newline="")))

    assert rows[:2] == [["thing", "name", "n"], [EX + "a_b", "two\nlines | [red]", "7"]]


def test_text_shows_short_iris_and_takes_no_word_for_markup():
    text = reports.render(TABLE)

    assert "ex:a_b" in text
    assert "lines | [red]" in text
    assert text.endswith("2 rows\n")
    assert "\x1b" not in reports.render(Table(("a",), ((Literal("\x1b[31m"),),)))


def test_an_empty_table_says_what_that_means():
    assert reports.render(Table(("a",), (), empty="nobody knows")) == "No rows: nobody knows.\n"
    assert reports.render(Table(("answer",), ((Literal(False),),), "boolean")) == "no\n"


def test_markdown_keeps_a_row_on_its_line():
    lines = reports.render(TABLE, "markdown").splitlines()

    assert len(lines) == 4
    assert lines[2] == r"| ex:a\_b | two lines \| \[red\] | 7 |"


def test_findings_are_sorted_worst_first_in_every_form():
    for form in reports.FORMS:
        text = reports.render(FINDINGS, form)

        assert text.index("KG801") < text.index("KG802")
        assert text == reports.render(FINDINGS[::-1], form)


def test_findings_are_counted_and_say_what_to_do():
    assert reports.render(FINDINGS).endswith("1 error, 1 warning\n")
    assert "  do     add" in reports.render(FINDINGS)
    assert reports.render([]) == "no findings\n"
    assert json.loads(reports.render(FINDINGS, "json"))[0]["messages"] == {"de": "kein Name"}


def test_an_unknown_form_is_refused():
    with pytest.raises(ValueError, match="markdown"):
        reports.render(TABLE, "pdf")
