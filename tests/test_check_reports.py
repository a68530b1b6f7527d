"""Findings for machines: SARIF that keeps its schema, JUnit, GitHub's annotations, Markdown; baselines."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from kg import reports
from kg.checking import baseline
from kg.checking.baseline import Wanted
from kg.errors import KgError
from kg.findings import SEVERITIES, Finding, Place
from kg.reports.sarif import fingerprint

LINE = Place("data/graphs/a b.ttl", 7, 14)
WORDS = Place("data/documents/a.md", 3, 2, 40, 49, "nine, 50%\n")
SCANNED = Place("data/documents/b.pdf", 0, 0, 5, 9, "eight")
FINDINGS = [
    Finding("KG301", what="claim without its words", at=str(LINE), found="a: b, c", places=(LINE, WORDS)),
    Finding("KG302", severity="warning", what="stale", do="kg convert\nor not", places=(LINE, SCANNED)),
    Finding("KG210", severity="info", what="no *date*", found="x" * 400, places=(WORDS,)),
    Finding("KG402", what="clash without a place", focus="https://example.org/x"),
]

texts = st.text(st.characters(codec="utf-8"), max_size=20)
numbers = st.integers(0, 99)
places = st.builds(Place, texts.filter(bool), numbers, numbers) | st.builds(
    Place, texts.filter(bool), numbers, numbers, numbers, numbers.map(lambda n: n + 99), texts
)
findings = st.builds(
    Finding,
    code=st.sampled_from(["KG101", "KG301", "KG802"]),
    severity=st.sampled_from(SEVERITIES),
    what=texts,
    at=texts,
    found=texts,
    want=texts,
    do=texts,
    places=st.lists(places, max_size=3).map(tuple),
)


def test_sarif_keeps_its_schema_and_points_at_both_places():
    text = reports.check_report(FINDINGS, "sarif")

    log = json.loads(text)
    Sarif.model_validate(log)
    results = log["runs"][0]["results"]
    quote = next(r for r in results if r["ruleId"] == "KG301")
    assert quote["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/graphs/a%20b.ttl", "uriBaseId": "PROJECT"},
        "region": {"startLine": 7, "startColumn": 14},
    }
    words = quote["relatedLocations"][0]["physicalLocation"]
    assert words["region"]["charOffset"] == 40
    assert words["region"]["charLength"] == 9
    assert words["region"]["snippet"]["text"] == WORDS.words


def test_sarif_gives_no_lines_for_a_file_whose_text_is_not_its_own():
    log = json.loads(reports.check_report(FINDINGS[1:2], "sarif"))

    related = log["runs"][0]["results"][0]["relatedLocations"][0]
    assert "region" not in related["physicalLocation"]
    assert "at 5–9" in related["message"]["text"]


@given(st.lists(findings, max_size=5))
def test_whatever_is_found_sarif_and_junit_can_be_read(found: list[Finding]):
    log = json.loads(reports.check_report(found, "sarif"))
    suite = ElementTree.fromstring(reports.check_report(found, "junit"))

    Sarif.model_validate(log)
    assert len(log["runs"][0]["results"]) == len(found)
    assert int(suite.get("tests", "0")) == max(len(found), 1)


@given(st.lists(findings, max_size=5), st.randoms())
def test_reports_do_not_depend_on_the_order_of_findings(found: list[Finding], chance):
    shuffled = [*found]
    chance.shuffle(shuffled)

    for form in reports.CHECK_FORMS:
        assert reports.check_report(found, form) == reports.check_report(shuffled, form)


@given(findings)
def test_a_finding_comes_back_from_json(found: Finding):
    text = json.dumps(found.as_dict())

    assert Finding.from_dict(json.loads(text)) == found


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 2), ("warning", 3), ("info", 4), ("never", 0)])
def test_junit_fails_from_the_severity_that_was_asked_for(fail_on: str, failures: int):
    suite = ElementTree.fromstring(reports.check_report(FINDINGS, "junit", fail_on=fail_on))

    assert len(suite.findall(".//failure")) == failures
    assert suite.get("failures") == str(failures)
    assert len(suite.findall(".//testcase")) == 4


def test_annotations_are_one_line_each_with_their_signs_escaped():
    lines = reports.check_report(FINDINGS, "github").splitlines()

    assert len(lines) == 4
    assert lines[0].startswith(
        "::error file=data/graphs/a b.ttl,line=7,col=14,title=KG301 claim without its words::"
    )
    assert "found: a: b, c%0Awords: “nine, 50%25%0A”" in lines[0]
    assert lines[2].startswith("::warning ")
    assert lines[3].startswith("::notice ")


def test_markdown_counts_folds_infos_and_escapes():
    text = reports.check_report(FINDINGS, "md")

    assert text.startswith("## kg check: 2 errors, 1 warning, 1 info\n")
    assert text.index("KG301") < text.index("KG302") < text.index("<details>") < text.index("KG210")
    assert r"no \*date\*" in text
    assert "x" * 241 not in text


def test_text_shows_the_words_beside_the_line():
    text = reports.check_report(FINDINGS[:1], "text")

    assert "  at     data/graphs/a b.ttl:7:14\n" in text
    assert "  words  data/documents/a.md:3:2 (40–49) “nine, 50%”\n" in text


# --- which count -------------------------------------------------------------------------------------------


def test_codes_are_chosen_whole_or_by_how_they_begin():
    three, others = Wanted.of(["kg3"], []), Wanted.of([], ["KG3", "KG210"])

    assert [f.code for f in FINDINGS if three.has(f.code)] == ["KG301", "KG302"]
    assert [f.code for f in FINDINGS if others.has(f.code)] == ["KG402"]
    with pytest.raises(KgError, match="KG998"):
        Wanted.of(["KG3x"], [])


def test_what_gives_none_of_the_codes_asked_for_need_not_be_done():
    assert Wanted.of(["KG301"], []).any_of("KG2", "KG3")
    assert Wanted.of(["KG"], []).any_of("KG107")
    assert Wanted.of([], []).any_of("KG107")
    assert not Wanted.of(["KG301"], []).any_of("KG2", "KG107")
    assert not Wanted.of([], ["KG1"]).any_of("KG107")


def test_a_baseline_leaves_out_what_is_known_wherever_its_line_has_moved_to(tmp_path: Path):
    file = tmp_path / "known.json"
    baseline.write(file, FINDINGS[:2])
    moved = Finding(
        "KG301",
        what="claim without its words",
        at="other",
        found="a: b, c",
        places=(Place(LINE.file, 99, 1),),
    )

    held = baseline.compare(file, [moved, moved, FINDINGS[3]])

    assert held.new == (moved, FINDINGS[3])
    assert (held.known, held.gone) == (1, 1)
    assert fingerprint(moved) == fingerprint(FINDINGS[0])


def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path):
    file = tmp_path / "known.json"
    file.write_text("[1]")

    with pytest.raises(KgError, match="KG507"):
        baseline.compare(file, FINDINGS)
    with pytest.raises(KgError, match="KG201"):
        baseline.compare(tmp_path / "none.json", FINDINGS)
