"""What differs between two datasets: two revisions, two builds, or a revision and the project as it stands."""

import json
import pickle
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

import lighthouses
from kg import dataset, diffing, queries, schema
from kg.dataset import graphs, inputs, intake
from kg.diffing import Named, Side, patching
from kg.errors import DatasetError, QueryError
from kg.queries import Query
from lighthouses import project, write

SENTENCES = (
    "Ida Behrens has kept Grey Raven since 1987.",
    "Cape Still was first lit in 1902.",
    "Cape Still was first lit in 1904.",
    "Jon Falk tends Cape Still.",
    "The sea was calm all winter.",
    "Das Feuer von Kap Stille wurde 1903 entzündet.",
)
PUBLISHERS = ("Society of Lights", "Coast Archive")


@cache
def known() -> schema.Schema:
    return schema.load(lighthouses.HOME)


def text(*sentences: str, publisher: str = "Society of Lights", date: str = "2022-03-01") -> str:
    head = f"---\ntitle: Letter\npublisher: {publisher}\ndate: {date}\nlanguage: en\n---\n\n# Letter\n\n"
    return head + "\n\n".join(sentences) + "\n"


def side(folder: Path, documents: dict[str, str], label: str = "") -> Side:
    """The lighthouses with other documents, in memory."""
    root = folder / "project"
    shutil.rmtree(root, ignore_errors=True)
    for name, said in documents.items():
        write(root, name, said)
    taken = intake.take_in(inputs.gather(root).files, known())
    store = Store()
    store.bulk_extend(graphs.assemble(known(), taken).quads())
    saved = {q.name: q for q in queries.load_all(lighthouses.HOME)}
    return Side(Named(label), store, saved, known().prefixes)


def lines(one: Side) -> list[str]:
    """The sorted N-Quads, made without the code under test."""

    def escaped(sign: str) -> str:
        code = f"u{ord(sign):04X}" if sign <= "\uffff" else f"U{ord(sign):08X}"
        return sign if " " <= sign <= "~" else f"\\{code}"

    return sorted("".join(map(escaped, f"{quad} .")) for quad in one.store)


documents = st.dictionaries(
    st.sampled_from(("a.md", "b.md", "c.md")),
    st.builds(
        lambda said, publisher, year: text(*said, publisher=publisher, date=f"{year}-05-01"),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True),
        st.sampled_from(PUBLISHERS),
        st.integers(2019, 2022),
    ),
    min_size=1,
)
unhurried = settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a build takes too long to look for smaller ones
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


# --- properties --------------------------------------------------------------------------------------------


@unhurried
@given(documents)
def test_nothing_differs_between_a_dataset_and_itself(tmp_path: Path, one: dict[str, str]):
    found = diffing.diff(side(tmp_path, one), side(tmp_path, one))

    assert found.is_empty
    assert found.changes == ()
    assert (found.patch.removed, found.patch.added) == ((), ())


@unhurried
@given(documents, documents)
def test_what_differs_applied_to_a_gives_b(tmp_path: Path, one: dict[str, str], other: dict[str, str]):
    a, b = side(tmp_path, one), side(tmp_path, other)

    told = json.loads(diffing.write(diffing.diff(a, b), "json"))

    assert diffing.apply(diffing.Patch.from_dict(told["patch"]), lines(a)) == lines(b)


@unhurried
@given(documents, documents)
def test_backwards_what_came_went(tmp_path: Path, one: dict[str, str], other: dict[str, str]):
    a, b = side(tmp_path, one), side(tmp_path, other)

    there, back = diffing.diff(a, b), diffing.diff(b, a)

    turned = {"came": "went", "went": "came", "changed": "changed"}
    assert {(c.kind, turned[c.how], c.key) for c in there.changes} == {
        (c.kind, c.how, c.key) for c in back.changes
    }
    assert there.moved == back.moved


@unhurried
@given(documents, documents, st.integers(0, 99))
def test_order_of_files_and_quads_does_not_matter(
    tmp_path: Path, one: dict[str, str], other: dict[str, str], seed: int
):
    a, b = side(tmp_path, one), side(tmp_path, other)
    shuffled = list(b.store)
    random.Random(seed).shuffle(shuffled)
    again = Store()
    for quad in shuffled:
        again.add(quad)

    first = diffing.diff(a, b)
    second = diffing.diff(side(tmp_path, dict(reversed(one.items()))), replace(b, store=again))

    for form in diffing.FORMS:
        assert diffing.write(first, form) == diffing.write(second, form)


@unhurried
@given(documents, documents)
def test_each_claim_and_each_fact_brings_its_sentence(
    tmp_path: Path, one: dict[str, str], other: dict[str, str]
):
    a, b = side(tmp_path, one), side(tmp_path, other)
    said = " ".join((*one.values(), *other.values()))

    changes = diffing.diff(a, b).changes

    for change in changes:
        if change.kind in ("claim", "fact", "decision", "contradiction", "expectation"):
            assert change.quotes
            assert all(" ".join(said.split()).find(q.words) >= 0 for q in change.quotes)
            assert all(q.document for q in change.quotes)


nodes = st.sampled_from([NamedNode(f"urn:x:{n}") for n in "abcä"])
literals = st.builds(Literal, st.text('aä\n"\\😀 ', max_size=4))
some_quads = st.lists(st.builds(Quad, nodes, nodes, nodes | literals, nodes), max_size=12)


def stored(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def exported(store: Store) -> list[str]:
    import io

    from kg import exporting

    out = io.BytesIO()
    exporting.export(store, "nq", out, base="urn:base:")
    return out.getvalue().decode("ascii").splitlines()


@given(some_quads, some_quads)
def test_patch_of_any_two_stores_makes_one_of_the_other(one: list[Quad], other: list[Quad]):
    a, b = stored(one), stored(other)

    patch = patching.compare(a, b, "urn:base:", "urn:base:")

    assert diffing.apply(patch, exported(a)) == exported(b)
    assert not set(patch.removed) & set(patch.added)
    assert set(patching.quads(patch.added)) == set(other) - set(one)


def test_patch_refuses_lines_that_it_was_not_made_for():
    a, b = stored([Quad(*[NamedNode("urn:x:a")] * 4)]), stored([Quad(*[NamedNode("urn:x:b")] * 4)])
    patch = patching.compare(a, b, "urn:base:", "urn:base:")

    with pytest.raises(DatasetError, match="KG544"):
        diffing.apply(patch, exported(b))


def test_patch_that_was_changed_on_its_way_is_refused():
    a, b = stored([Quad(*[NamedNode("urn:x:a")] * 4)]), stored([Quad(*[NamedNode("urn:x:b")] * 4)])
    patch = patching.compare(a, b, "urn:base:", "urn:base:")

    with pytest.raises(DatasetError, match="KG544"):
        diffing.apply(replace(patch, added=()), exported(a))


# --- what is told ------------------------------------------------------------------------------------------

BEFORE = {"a.md": text("Ida Behrens has kept Grey Raven since 1987.", "Cape Still was first lit in 1902.")}


def test_a_new_document_is_told_with_its_claims_and_facts(tmp_path: Path):
    after = {**BEFORE, "b.md": text("Jon Falk tends Cape Still.", publisher="Coast Archive")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, after))

    assert [c.text for c in found.of("document")] == ["Letter (b.md, Coast Archive, 2022-03-01)"]
    assert {c.how for c in found.changes} == {"came"}
    assert any(c.text.endswith("servant — Jon Falk") for c in found.of("fact"))
    assert {c.text for c in found.of("conclusion")} > {
        "Cape Still — tended by — Jon Falk",
        "Jon Falk — tends — Cape Still",
    }
    assert {q.words for c in found.of("claim") for q in c.quotes} == {
        "Coast Archive",
        "Jon Falk tends Cape Still.",
    }


def test_another_year_is_a_fact_that_changed(tmp_path: Path):
    after = {"a.md": BEFORE["a.md"].replace("1902", "1904")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, after))

    (fact,) = found.of("fact")
    assert (fact.how, fact.text) == ("changed", "Cape Still — first lit")
    assert (fact.before, fact.after) == ("1902", "1904")
    assert fact.said_before[0].words == "Cape Still was first lit in 1902."
    assert fact.said_after[0].words == "Cape Still was first lit in 1904."
    assert found.of("document")[0].details == ("~ its words are others",)


def test_a_second_opinion_is_a_contradiction_that_came(tmp_path: Path):
    after = {**BEFORE, "b.md": text("Cape Still was first lit in 1904.", publisher="Coast Archive")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, after))

    (dispute,) = found.of("contradiction")
    assert (dispute.how, dispute.text) == ("came", "Cape Still — first lit")
    assert dispute.after.startswith("1902 or 1904; ")
    assert {q.publisher for q in dispute.quotes} == {"Society of Lights", "Coast Archive"}


def test_another_rule_is_a_decision_that_changed(tmp_path: Path):
    same = {**BEFORE, "b.md": text("Cape Still was first lit in 1902.", publisher="Coast Archive")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, same))

    changed = [c for c in found.of("decision", "changed") if c.text == "Cape Still — first lit — 1902"]
    assert [(c.before, c.after) for c in changed] == [("only claim, 1 source", "agreed, 2 sources")]


def test_a_sentence_before_the_others_moves_them_and_changes_no_fact(tmp_path: Path):
    after = {"a.md": BEFORE["a.md"].replace("Ida", "The sea was calm all winter.\n\nIda")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, after))

    assert found.moved > 0
    assert {c.kind for c in found.changes} == {"document"}
    assert found.patch.added


def test_what_is_no_longer_expected_is_told(tmp_path: Path):
    planned = {"a.md": text("Jon Falk soll ab 2022 Wärter von Kap Stille werden.").replace(": en", ": de")}

    found = diffing.diff(side(tmp_path, planned), side(tmp_path, BEFORE))

    gone = found.of("expectation", "went")
    assert gone
    assert all("(expected)" in c.text and c.said_before for c in gone)


def test_answers_are_told_row_by_row_with_their_query(tmp_path: Path):
    after = {"a.md": BEFORE["a.md"].replace("1902", "1904")}

    found = diffing.diff(side(tmp_path, BEFORE), side(tmp_path, after))

    (row,) = [c for c in found.of("answer") if c.group == "when-lit"]
    assert row.heading.startswith("when-lit: When was each lighthouse first lit")
    assert (row.how, row.details) == ("changed", ("~ lit: 1902 → 1904",))


def test_a_query_of_other_words_is_told_though_the_data_are_alike(tmp_path: Path):
    a, b = side(tmp_path, BEFORE), side(tmp_path, BEFORE)
    query = b.queries["when-lit"]
    assert isinstance(query, Query)
    b = replace(b, queries={**b.queries, "when-lit": replace(query, text=query.text + "LIMIT 1\n")})

    found = diffing.diff(a, b)

    assert not found.is_empty
    assert [(c.how, c.text) for c in found.changes] == [
        ("changed", "the query itself"),
        ("went", "Grey Raven · 1871-10 · https://w3id.org/kg-claims#OnlyClaim"),
    ]


def test_names_and_sentences_are_in_the_language_asked_for(tmp_path: Path):
    after = {"a.md": BEFORE["a.md"].replace("1902", "1904")}
    a, b = (replace(side(tmp_path, d), language="de", _known={}) for d in (BEFORE, after))

    (fact,) = diffing.diff(a, b).of("fact")

    assert fact.text == "Kap Stille — zuerst entzündet"


# --- projects and revisions --------------------------------------------------------------------------------


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The lighthouses under git: one commit with a document less, then all."""
    root = project(tmp_path)
    letter = root / "data" / "documents" / "keepers-letter.md"
    said = letter.read_text()
    letter.unlink()
    git(root, "init", "-q")
    (root / ".gitattributes").write_text("data export-ignore\n")
    (root / ".gitignore").write_text("build/\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "first")
    letter.write_text(said)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "second")
    return root


def run(root: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "--project", str(root), "diff", *words]
    return subprocess.run(command, cwd=cwd or root, capture_output=True, text=True, check=False)


def test_two_revisions_are_compared(repository: Path):
    done = run(repository, "HEAD~1", "HEAD", "--format", "json")

    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert told["a"]["revision"] == git(repository, "rev-parse", "HEAD~1")
    assert [c["text"] for c in told["changes"] if c["kind"] == "document"] == [
        "Letter from the keepers (keepers-letter.md, Society of Lights, 2022-03-01)"
    ]
    assert git(repository, "status", "--porcelain") == ""


def test_same_bytes_whether_built_anew_or_kept(repository: Path):
    def told() -> list[str]:
        found = diffing.diff(diffing.side("HEAD~1", repository), diffing.side(None, repository))
        return [diffing.write(found, form) for form in diffing.FORMS]

    first, kept = told(), told()
    shutil.rmtree(repository / "build")
    anew = told()

    assert all(first)
    assert first == kept == anew


def test_head_and_the_clean_project_do_not_differ(repository: Path):
    done = run(repository, "--exit-code")

    assert (done.returncode, done.stdout) == (0, "from HEAD ({}) to working tree\n\nnothing differs\n".format(
        git(repository, "rev-parse", "HEAD")[:10]
    ))  # fmt: skip


def test_exit_code_is_one_where_something_differs_and_somebody_asks(repository: Path):
    write(repository, "new.md", text("Jon Falk tends Cape Still."))

    assert run(repository).returncode == 0
    assert run(repository, "--exit-code").returncode == 1


def test_project_in_a_folder_of_its_repository(repository: Path, tmp_path: Path):
    outer = tmp_path / "outer"
    (outer / "deep").mkdir(parents=True)
    shutil.copytree(lighthouses.HOME, outer / "deep" / "lights", ignore=shutil.ignore_patterns("build"))
    git(outer, "init", "-q")
    git(outer, "add", "-A")
    git(outer, "commit", "-q", "-m", "all")
    write(outer / "deep" / "lights", "new.md", text("Jon Falk tends Cape Still."))

    done = run(outer / "deep" / "lights", cwd=outer)

    assert "DOCUMENTS: 1 came" in done.stdout


def test_two_builds_are_compared_without_git_and_from_anywhere(tmp_path: Path):
    one, other = project(tmp_path / "one"), project(tmp_path / "other")
    write(other, "new.md", text("Jon Falk tends Cape Still, as all know."))
    dataset.build(one)
    dataset.build(other)

    whole = run(tmp_path, str(one), str(other), cwd=tmp_path)
    bare = run(tmp_path, str(one / "build" / "dataset"), str(other / "build" / "dataset"), cwd=tmp_path)

    assert "DOCUMENTS: 1 came" in whole.stdout
    assert "DOCUMENTS: 1 came" in bare.stdout
    assert "ANSWERS" in whole.stdout
    assert "ANSWERS" not in bare.stdout


def test_folder_that_was_never_built_says_so(tmp_path: Path):
    done = run(tmp_path, str(project(tmp_path)), cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("KG501 ")


def test_name_that_stands_for_nothing_is_refused(repository: Path):
    done = run(repository, "no-such-branch")

    assert done.returncode == 2
    assert done.stderr.startswith("KG541 ")


def test_outside_of_a_repository_git_is_quoted(tmp_path: Path):
    done = run(project(tmp_path), "HEAD")

    assert done.returncode == 2
    assert done.stderr.startswith("KG543 ")
    assert "not a git repository" in done.stderr


def test_revision_without_ontology_names_the_first_that_has_one(tmp_path: Path):
    root = project(tmp_path)
    git(root, "init", "-q")
    git(root, "add", "data")
    git(root, "commit", "-q", "-m", "documents")
    git(root, "add", "ontology", "queries")
    git(root, "commit", "-q", "-m", "ontology")

    done = run(root, "HEAD~1")

    assert done.returncode == 2
    assert done.stderr.startswith("KG542 ")
    assert git(root, "rev-parse", "--short", "HEAD") in done.stderr


def test_revision_of_broken_ontology_is_told_by_its_place_in_the_revision(repository: Path):
    path = repository / "ontology" / "lighthouses.ttl"
    good = path.read_text()
    path.write_text(good.replace("lh:tends a owl:ObjectProperty ;", "lh:tends a owl:ObjectProperty"))
    git(repository, "commit", "-q", "-a", "-m", "broken")
    path.write_text(good)

    done = run(repository, "HEAD")

    assert done.returncode == 2
    assert done.stderr.startswith("KG542 ")
    assert "HEAD:ontology/lighthouses.ttl:" in done.stderr
    assert "revisions" not in done.stderr


def test_terms_that_changed_are_told_with_their_axioms(repository: Path):
    path = repository / "ontology" / "lighthouses.ttl"
    path.write_text(
        path.read_text()
        .replace("A tower that shows a light to ships.", "A tower with a light.")
        .replace("owl:disjointWith lh:Keeper ;", "")
    )

    told = json.loads(run(repository, "HEAD", "--format", "json").stdout)

    (term,) = [c for c in told["changes"] if c["kind"] == "term"]
    assert (term["how"], term["text"]) == ("changed", "lighthouse (lh:Lighthouse)")
    assert term["details"] == [
        "- owl:disjointWith lh:Keeper",
        '- skos:definition "A tower that shows a light to ships."@en',
        '+ skos:definition "A tower with a light."@en',
    ]


def test_revisions_that_were_not_used_for_long_are_forgotten(repository: Path):
    for number in range(9):
        write(repository, "more.md", text(f"The sea was calm for {number} days."))
        git(repository, "add", "-A")
        git(repository, "commit", "-q", "-m", str(number))
        diffing.side("HEAD", repository)

    assert len(list((repository / "build" / "revisions").iterdir())) == 6


def test_query_that_takes_too_long_is_told_and_the_others_go_on(tmp_path: Path):
    one, other = project(tmp_path / "one"), project(tmp_path / "other")
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }\n"
    (other / "queries" / "endless.rq").write_text(f'#+ summary: {{en: "All?"}}\n{endless}')
    write(other, "new.md", text("Jon Falk tends Grey Raven.", publisher="Elsewhere"))
    dataset.build(one)
    dataset.build(other)

    found = diffing.diff(diffing.side(str(one), None), diffing.side(str(other), None), seconds=3)

    told = {(c.group, c.text, c.after) for c in found.of("answer")}
    assert ("endless", "whether it answers", "KG608 no answer after 3 seconds") in told
    assert "who-tends-what" in {group for group, _, _ in told}


def test_header_that_today_is_wrong_costs_no_other_answer(repository: Path):
    path = repository / "queries" / "when-lit.rq"
    good = path.read_text()
    path.write_text(good.replace("#+ order: lighthouse", "#+ order: {lighthouse: of, : }"))
    git(repository, "commit", "-q", "-a", "-m", "an odd header")
    path.write_text(good)

    told = json.loads(run(repository, "HEAD", "--format", "json").stdout)

    assert [(c["group"], c["text"], c["before"][:5]) for c in told["changes"]] == [
        ("when-lit", "the query itself", ""),
        ("when-lit", "whether it answers", "KG606"),
    ]


# --- as text and Markdown ----------------------------------------------------------------------------------


def many(count: int) -> diffing.Diff:
    changes = tuple(
        diffing.Change("fact", "came", str(n), "urn:x", "A *thing*", f"fact {n:03} <b>| @all")
        for n in range(count)
    )
    return diffing.Diff(Named("a"), Named("b"), changes, 0, diffing.Patch((), ("x",), "", "1"))


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_long_list_is_cut_and_counted(form: str):
    told = diffing.write(many(400), form, most=30)

    assert told.count("fact ") == 30
    assert "400" in told
    assert "370 more" in told


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_all_are_shown_where_somebody_asks(form: str):
    assert diffing.write(many(400), form, most=0).count("fact ") == 400


def test_markdown_takes_nothing_for_mark_up():
    told = diffing.write(many(1), "markdown")

    assert r"A \*thing\*" in told
    assert r"fact 000 \<b\>\| @" in told
    assert "@all" not in told


def test_unknown_form_is_refused():
    with pytest.raises(ValueError, match="yaml"):
        diffing.write(many(1), "yaml")


def test_an_error_reaches_another_process_whole():
    error = QueryError("KG604", "no thing of this name", at="here", found="x", want="y", do="z")

    assert pickle.loads(pickle.dumps(error)) == error
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
