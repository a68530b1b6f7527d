"""What has no evidence: held against what plain loops over the same dataset find."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store
from typer.testing import CliRunner

import kg
from kg import dataset, queries, schema, silence
from kg.cli import app
from kg.errors import QueryError
from kg.names import of_days
from lighthouses import BASE, project, read_all, write

ROOT = Path(__file__).resolve().parents[1]
KG = "https://w3id.org/kg-claims#"
OA = "http://www.w3.org/ns/oa#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
CM = "https://w3id.org/cities-mission/ontology#"


class Facts:
    """A dataset as dictionaries, for oracles that share nothing with SPARQL."""

    def __init__(self, store: Store) -> None:
        self.values: dict[tuple[str, str], set[object]] = defaultdict(set)
        self.classes: dict[str, set[str]] = defaultdict(set)
        for quad in store.quads_for_pattern(None, None, None, None):
            subject = getattr(quad.subject, "value", str(quad.subject))
            self.values[subject, quad.predicate.value].add(quad.object)
            if quad.predicate == RDF_TYPE and isinstance(quad.object, NamedNode):
                self.classes[quad.object.value].add(subject)
        self.claims = self.classes[f"{KG}Claim"]
        self.documents = self.classes[f"{KG}Document"]

    def all(self, subject: str, predicate: str) -> set[str]:
        return {getattr(term, "value", str(term)) for term in self.values[subject, predicate]}

    def sources(self, claim: str) -> set[str]:
        return {s for e in self.all(claim, f"{KG}evidence") for s in self.all(e, f"{OA}hasSource")}

    def is_said(self, claim: str) -> bool:
        return bool(self.sources(claim) & self.documents)


@pytest.fixture(scope="module")
def facts(shipped: Store) -> Facts:
    return Facts(shipped)


@pytest.fixture(scope="module")
def known(shipped_root: Path) -> dict[str, str]:
    return queries.prefixes(shipped_root)


@pytest.mark.parametrize("class_", ["City", "Country", "Project", "LabelScheme"])
def test_silent_things_are_those_of_which_no_claim_of_a_document_speaks(
    class_: str, shipped_root: Path, shipped: Store, facts: Facts, known: dict[str, str]
):
    said = [claim for claim in facts.claims if facts.is_said(claim)]
    spoken_of = {v for claim in said for part in ("about", "value") for v in facts.all(claim, f"{KG}{part}")}

    query = queries.load(shipped_root, "silent-things")
    found = queries.run(shipped, query, {"class": f"cm:{class_}"}, known)

    expected = {t for t in facts.classes[f"{CM}{class_}"] - spoken_of if facts.values[t, LABEL.value]}
    assert set(found.column("thing")) == expected
    assert len(found) == len(expected)


def test_silent_terms_are_those_that_no_document_uses_and_by_which_nothing_follows(
    shipped_root: Path, shipped: Store, facts: Facts, known: dict[str, str]
):
    ontology = schema.load(shipped_root).ontology
    ours = {t.subject.value for t in ontology if t.predicate.value.endswith("isDefinedBy")}
    said = [claim for claim in facts.claims if facts.is_said(claim)]
    spoken_of = {thing for claim in said for thing in facts.all(claim, f"{KG}about")}
    used = {
        v for c in said for p in (f"{KG}property", f"{RDF_TYPE.value[:-4]}predicate") for v in facts.all(c, p)
    }
    used |= {class_ for class_, members in facts.classes.items() if members & spoken_of}
    inferred = of_days(NamedNode("https://w3id.org/cities-mission/graph/inferred"), shipped.named_graphs())
    used |= {q.predicate.value for g in inferred for q in shipped.quads_for_pattern(None, None, None, g)}

    found = queries.run(shipped, queries.load(shipped_root, "silent-terms"), {}, known)

    kinds = ("Class", "ObjectProperty", "DatatypeProperty")
    terms = {t for kind in kinds for t in facts.classes[f"http://www.w3.org/2002/07/owl#{kind}"]}
    assert set(found.column("term")) == {t for t in terms & ours - used if not t.startswith(KG)}
    assert len(set(found.column("term"))) == len(found)


def test_shares_of_single_sources_are_those_of_the_decisions(
    shipped_root: Path, shipped: Store, facts: Facts, known: dict[str, str]
):
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    decided = [d for d in facts.classes[f"{KG}Decision"] if facts.all(d, f"{KG}status") == {f"{KG}Decided"}]
    typed: dict[str, set[str]] = defaultdict(set)
    for decision in decided:
        if facts.all(decision, f"{KG}property") == {RDF_TYPE.value}:
            typed[next(iter(facts.all(decision, f"{KG}about")))] |= facts.all(decision, f"{KG}value")
    for decision in decided:
        if facts.all(decision, f"{KG}property") & {RDF_TYPE.value, LABEL.value}:
            continue
        sources = {s for c in facts.all(decision, f"{KG}winner") for s in facts.sources(c)}
        for class_ in typed[next(iter(facts.all(decision, f"{KG}about")))]:
            counts[class_][0] += len(sources) == 1
            counts[class_][1] += 1

    found = queries.run(shipped, queries.load(shipped_root, "single-source-shares"), {}, known)

    rows = {row["class"].value: row for row in found.records()}
    assert {c: [int(r["single"].value), int(r["facts"].value)] for c, r in rows.items()} == dict(counts)
    assert all(
        int(r["percent"].value) == 100 * int(r["single"].value) // int(r["facts"].value)
        for r in rows.values()
    )


def test_silent_sentences_are_as_many_as_the_dataset_counts(shipped_root: Path, shipped: Store, facts: Facts):
    (part,) = silence.account(shipped_root, shipped, schema.load(shipped_root), only=["sentences"])

    told = defaultdict(int)
    for file in part.table.column("file"):
        told[file] += 1
    for document in facts.documents:
        (name,) = facts.all(document, "http://purl.org/dc/terms/identifier")
        assert facts.all(document, f"{KG}silentPassages") == {str(told[name])}
    shares = [int(percent or 0) for percent in part.table.column("percent")]
    assert shares == sorted(shares, reverse=True)


# --- a small project ------------------------------------------------------------------------------------------

NOTHING = """#+ summary: {en: "Which lights went out?", de: "Welche Feuer erloschen?"}
SELECT ?claim WHERE { ?claim lh:wentOut ?when } ORDER BY ?claim
"""
REGISTER_ALONE = f"""#+ summary: {{en: "When was it lit?", de: "Wann wurde es entzündet?"}}
SELECT ?claim WHERE {{
  ?claim rdf:subject <{BASE}id/lighthouse/grey-raven> ; rdf:predicate lh:firstLit
}} ORDER BY ?claim
"""
NO_CLAIM = """#+ summary: {en: "Which towers are there?", de: "Welche Türme gibt es?"}
SELECT ?tower WHERE { ?tower a lh:Lighthouse } ORDER BY ?tower
"""
BROKEN = """#+ summary: {en: "What?", de: "Was?"}
SELECT ?claim WHERE { ?claim lh:firstLit
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path)
    for name in ("repeating-documents", "silent-passages"):
        shutil.copy(ROOT / "queries" / f"{name}.rq", made / "queries")
    return made


def test_queries_that_no_document_answers_are_listed_with_the_reason(root: Path):
    texts = {"nothing": NOTHING, "register-alone": REGISTER_ALONE, "no-claim": NO_CLAIM, "broken": BROKEN}
    for name, text in texts.items():
        (root / "queries" / f"{name}.rq").write_text(text)
    dataset.build(root)
    graph = kg.open(root)

    found = silence.silent_queries(root, graph.store, graph.prefixes)

    why = {row["query"].value: row["why"].value for row in found.records()}
    assert {name: why[name] for name in texts} == {
        "nothing": "no row",
        "register-alone": "register alone",
        "no-claim": "no claim",
        "broken": "KG601",
    }


RETOLD = "Chronicle of storms, retold"
LATER = """---
title: The keepers once more
publisher: Morning Post
date: 2024-05-01
language: en
---

Ida Behrens has kept Grey Raven since 1987. Cape Still was first lit in 1904.
"""


def repeating(root: Path) -> list[tuple[str, set[str]]]:
    dataset.build(root)
    found = kg.open(root).query("repeating-documents")
    return [(row["title"].value, set(row["earlier"].value.split(" | "))) for row in found.records()]


def test_document_that_says_nothing_new_is_listed_with_those_that_said_it_before(root: Path):
    write(root, "later.md", LATER)

    assert repeating(root) == [
        ("The keepers once more", {"Letter from the keepers", "Hafentag am Grauen Raben", RETOLD})
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("since 1987", "since 1986"),
        ("date: 2024-05-01\n", ""),
        ("date: 2024-05-01", "date: 2020-05-01"),
        ("first lit in 1904.", "first lit in 1904. Nora Lund has kept Cape Still since 2001."),
    ],
    ids=["another year", "undated", "earlier", "one claim more"],
)
def test_document_with_anything_of_its_own_is_no_mere_repeat(root: Path, old: str, new: str):
    write(root, "later.md", LATER.replace(old, new))

    assert "The keepers once more" not in [title for title, _ in repeating(root)]


def test_account_names_its_parts_and_refuses_others(root: Path):
    dataset.build(root)
    graph = kg.open(root)

    found = silence.account(root, graph.store, graph.schema)

    assert [part.name for part in found] == ["repeating-documents", "silent-passages", "queries", "sentences"]
    assert silence.parts_of(root) == [part.name for part in found]
    with pytest.raises(QueryError) as refused:
        silence.account(root, graph.store, graph.schema, only=["noise"])
    assert refused.value.code == "KG602"


def test_sentence_that_says_nothing_known_is_shown_with_its_document(root: Path):
    known, readings = read_all(root)

    table = silence.silent_sentences(readings)

    assert "The sea was calm all winter." in table.column("text")
    assert "Cape Still was first lit in 1904." not in table.column("text")
    assert "keepers-letter.md: 25 % silent" in silence.sentences_text(table)
    assert known.names.base == BASE


def test_command_tells_all_of_it_as_text_markdown_and_data(root: Path):
    dataset.build(root)

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(app, ["--project", str(root), "silence", *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    data = json.loads(run("--format", "json", "--lang", "en"))
    text, markdown = (
        run("sentences", "--lang", "de"),
        run("silent-passages", "--format", "md", "--lang", "en"),
    )

    assert [part["part"] for part in data] == run("--list").split()
    assert {
        "file": "keepers-letter.md",
        "percent": 25,
        "passage": 3,
        "text": "The sea was calm all winter.",
    } in data[-1]["rows"]
    assert text.startswith("Welche Sätze ergaben nichts?")
    assert "| document | title |" in markdown


def test_no_silent_sentence_is_told_in_words():
    assert silence.sentences_text(silence.silent_sentences([], "de")) == "jeder Satz ergab eine Aussage\n"
