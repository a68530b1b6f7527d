"""kg decide: what an editor judges is written down, heeded, listed and taken back without a trace."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import asking, dataset, exporting, judging, queries, schema
from kg.dataset import overrides
from kg.deciding import Verdict
from kg.errors import QueryError
from kg.names import WELL_KNOWN_PREFIXES
from kg.tables import plain
from lighthouses import BASE, project

LIT = ("Cape Still", "first lit", "1902")
KNOWN = {**WELL_KNOWN_PREFIXES, "lh": f"{BASE}ontology#"}
OF = f"""SELECT ?claim {{ ?claim kg:about <{BASE}id/lighthouse/cape-still> ;
  kg:property lh:firstLit ; kg:value ?v ; kg:evidence ?e }} ORDER BY ?claim"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("judged"))
    dataset.build(root)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path)
    dataset.build(made)
    return made


def judge(root: Path, *words: str, verdict: Verdict = Verdict.UPHELD) -> Path:
    known = schema.load(root)
    target = judging.find(dataset.open(root), words, KNOWN, known.names)
    texts = {"reason": "seen on the stone", "editor": "Ann", "day": "2026-01-02"}
    return judging.judge(root, target, verdict, names=known.names, prefixes=KNOWN, **texts)


def undo(root: Path, *words: str) -> None:
    known = schema.load(root)
    judging.undo(root, judging.find(dataset.open(root), words, KNOWN, known.names), known.names)


def nquads(root: Path) -> bytes:
    dataset.build(root)
    out = io.BytesIO()
    exporting.export(dataset.open(root), "nq", out, base=BASE)
    return out.getvalue()


def lit(root: Path) -> set[str]:
    dataset.build(root)
    text = f"SELECT ?on {{ <{BASE}id/lighthouse/cape-still> lh:firstLit ?on }}"
    rows = queries.run(dataset.open(root), text, None, KNOWN).rows
    return {plain(row[0]).rpartition("/")[2] for row in rows}


def claims(root: Path) -> list[str]:
    return [str(c) for c in queries.run(dataset.open(root), OF, None, KNOWN).column("claim")]


def test_a_triple_that_an_editor_upholds_wins_over_more_witnesses(root: Path) -> None:
    before = lit(root)

    judge(root, *LIT)

    assert (before, lit(root)) == ({"1904"}, {"1902"})


def test_a_single_claim_is_found_by_its_digits_and_refused_alone(root: Path) -> None:
    one, *others = claims(root)

    judge(root, one.rpartition("/")[2], verdict=Verdict.REFUSED)
    dataset.build(root)

    winners = queries.run(dataset.open(root), "SELECT ?w { ?d kg:winner ?w }", None, KNOWN).column("w")
    assert one not in winners
    assert set(others) & set(winners)


def test_a_judgement_quotes_what_it_judges_and_stands_in_the_graph(root: Path) -> None:
    path = judge(root, *LIT)

    dataset.build(root)

    listed = queries.run(dataset.open(root), "SELECT ?r { ?j a kg:Judgement ; kg:reason ?r }", None, KNOWN)
    assert "Das Feuer von Kap Stille wurde 1902 entzündet." in path.read_text(encoding="utf-8")
    assert listed.column("r") == ["seen on the stone"]


def test_a_judgement_that_leaves_out_its_reason_is_named_and_does_nothing(root: Path) -> None:
    path = judge(root, *LIT)
    kept = [line for line in path.read_text().splitlines() if "kg:reason" not in line]
    path.write_text("\n".join(kept))

    made = dataset.build(root)

    assert [f.code for f in made.findings if f.severity == "error"] == ["KG320"]
    assert lit(root) == {"1904"}


def test_overrides_that_do_not_parse_do_not_stop_a_build(root: Path) -> None:
    path = judge(root, *LIT)
    path.write_text("not Turtle")

    made = dataset.build(root)

    assert "KG101" in {finding.code for finding in made.findings}


def test_a_judgement_whose_claim_is_gone_is_something_to_look_at(root: Path) -> None:
    judge(root, *LIT)
    (root / "data" / "documents" / "harbour-day.md").unlink()

    made = dataset.build(root)

    assert any("no source makes any more" in finding.found for finding in made.findings)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("000000000000",), "KG321"),
        (("not a claim",), "KG321"),
        (("Cape Still", "first lit", "1234"), "KG321"),
        (("Cape Stil", "first lit", "1902"), "KG604"),
        (("Cape Still", "first lit"), "KG321"),
    ],
)
def test_what_is_no_claim_is_refused(built: Path, words: tuple[str, ...], code: str) -> None:
    with pytest.raises(QueryError) as caught:
        judging.find(dataset.open(built), words, KNOWN, schema.load(built).names)

    assert caught.value.code == code


def test_what_was_never_judged_cannot_be_taken_back(built: Path) -> None:
    with pytest.raises(QueryError) as caught:
        undo(built, *LIT)

    assert caught.value.code == "KG322"


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    picks=st.lists(st.integers(0, 30), min_size=1, max_size=3, unique=True),
    verdict=st.sampled_from(Verdict),
)
def test_judgements_and_their_removal_leave_the_bytes_as_before(
    built: Path, picks: list[int], verdict: Verdict
) -> None:
    before = nquads(built)
    every = "SELECT ?c { ?c a kg:Claim ; kg:evidence ?e ; kg:value ?v } ORDER BY ?c"
    found = [str(c) for c in queries.run(dataset.open(built), every, None, KNOWN).column("c")]
    chosen = sorted({found[n % len(found)] for n in picks})

    for claim in chosen:
        judge(built, claim, verdict=verdict)
    changed = nquads(built)
    for claim in chosen:
        # The claim itself is still said, whatever is believed.
        undo(built, claim)

    assert changed != before
    assert nquads(built) == before
    assert overrides.files(built) == []


def test_rows_that_an_open_contradiction_touches_are_marked(root: Path) -> None:
    (root / "data" / "documents" / "storm-chronicle.md").unlink()
    for name in ("harbour-day.md", "keepers-letter.md"):
        path = root / "data" / "documents" / name
        path.write_text(re.sub(r"^date: .*\n", "", path.read_text(), flags=re.MULTILINE))
    dataset.build(root)
    (root / "queries" / "lit.rq").write_text(
        "#+ summary: who says what?\n#+ columns: claim (who says it)\nSELECT ?claim {\n"
        "  ?claim kg:property ?p ; kg:evidence ?e } ORDER BY ?claim\n"
    )

    found = asking.ask(asking.Question(root, "lit"))

    marks = [bool(cell) for cell in found.column("disputed")]
    assert any(marks)
    assert not all(marks)


def test_a_query_whose_header_says_so_is_not_marked(root: Path) -> None:
    (root / "queries" / "lit.rq").write_text(
        "#+ summary: who says what?\n#+ disputed: false\n#+ columns: claim (who says it)\n"
        "SELECT ?claim { ?claim kg:property lh:firstLit ; kg:evidence ?e } ORDER BY ?claim\n"
    )

    found = asking.ask(asking.Question(root, "lit"))

    assert found.columns == ("claim",)
