"""Building: one step from documents to graphs, nothing half-written, the same bytes every time."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF
from pyoxigraph import NamedNode, Quad, Store

from kg import dataset, exporting, schema
from kg.dataset import inputs, intake
from kg.errors import KgError
from kg.names import kg
from kg.reading import Reader
from kg.tables import plain
from lighthouses import BASE, project, write

GRAPH = f"{BASE}graph/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("built"))
    dataset.build(made)
    return made


def codes(made: dataset.Build) -> Counter[str]:
    return Counter(finding.code for finding in made.findings)


def ask(root: Path, query: str) -> list[tuple[str, ...]]:
    store = dataset.open(root)
    prefixes = {
        "lh": f"{BASE}ontology#",
        "kg": "https://w3id.org/kg-claims#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "prov": "http://www.w3.org/ns/prov#",
    }
    found = store.query(query, prefixes=prefixes, use_default_graph_as_union=True)
    return sorted(tuple(plain(term) for term in row) for row in found)  # type: ignore[union-attr]


def nquads(root: Path) -> bytes:
    out = io.BytesIO()
    exporting.export(dataset.open(root), "nq", out, base=BASE)
    return out.getvalue()


def files_below(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# --- what a dataset holds ----------------------------------------------------------------------------------


def test_each_document_has_a_graph_of_its_own_named_like_it(built: Path):
    rows = ask(built, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?g a kg:Document } }")

    assert [row[0].rpartition("/")[2] for row in rows] == ["harbour-day", "keepers-letter", "storm-chronicle"]


def test_document_says_what_it_is_and_how_much_of_it_was_understood(built: Path):
    rows = ask(
        built,
        """SELECT ?title ?who ?day ?language ?passages ?silent WHERE {
             ?doc a kg:Document ; dcterms:title ?title ; dcterms:publisher/rdfs:label ?who ;
                  dcterms:issued/kg:earliestDay ?day ; dcterms:language ?language ;
                  kg:passages ?passages ; kg:silentPassages ?silent .
             FILTER (?language = "de")
           }""",
    )

    assert rows == [("Hafentag am Grauen Raben", "Hafenblatt", "20210605", "de", "5", "1")]


def test_no_triple_stands_in_two_graphs(built: Path):
    graphs = Counter(quad.triple for quad in dataset.open(built))

    assert [triple for triple, count in graphs.items() if count > 1] == []


def test_no_blank_node_is_stored(built: Path):
    assert b"_:" not in nquads(built)


def test_what_follows_stands_apart_from_what_is_believed(built: Path):
    rows = ask(
        built,
        f"""SELECT ?who ?tower WHERE {{
              GRAPH ?g {{ ?keeper lh:tends ?place }}
              FILTER (STRSTARTS(STR(?g), "{GRAPH}inferred"))
              ?keeper rdfs:label ?who . ?place rdfs:label ?tower .
              FILTER (lang(?tower) = "en")
            }}""",
    )

    assert rows == [("Ida Behrens", "Grey Raven"), ("Jon Falk", "Cape Still")]


def test_expectation_is_no_fact(built: Path):
    rows = ask(built, "SELECT ?p WHERE { ?e a kg:Expectation ; kg:property ?p }")
    facts = ask(built, "SELECT ?x WHERE { ?x lh:since ?p . ?p rdfs:label '2022' }")

    assert (f"{BASE}ontology#since",) in rows
    assert facts == []


def test_disputed_year_is_decided_and_the_loser_kept(built: Path):
    rows = ask(
        built,
        """SELECT ?lit ?other WHERE {
             ?decision kg:property lh:firstLit ; kg:value/rdfs:label ?lit ; kg:loser/kg:value/rdfs:label ?other
           }""",
    )

    assert rows == [("1904", "1902")]


def test_periods_of_all_graphs_are_defined_in_one(built: Path):
    used = ask(built, "SELECT DISTINCT ?p WHERE { ?s ?any ?p FILTER (CONTAINS(STR(?p), '/id/period/')) }")
    defined = ask(built, f"SELECT ?p WHERE {{ GRAPH <{GRAPH}periods> {{ ?p kg:latestDay ?day }} }}")

    assert used == defined


def test_manifest_counts_what_is_there(built: Path):
    known = dataset.manifest(built)

    store = dataset.open(built)
    assert known["counts"]["documents"] == 3
    assert known["counts"]["quads"] == len(store)
    assert sum(known["graphs"].values()) == len(store)
    assert json.loads((built / "build" / "manifest.json").read_text()) == known


# --- the same again ----------------------------------------------------------------------------------------


def test_two_builds_in_two_folders_give_the_same_bytes(tmp_path: Path):
    one, other = project(tmp_path / "one"), project(tmp_path / "deeper" / "other")

    dataset.build(one)
    dataset.build(other)

    assert nquads(one) == nquads(other)
    assert (one / "build/manifest.json").read_bytes() == (other / "build/manifest.json").read_bytes()


def test_unchanged_project_is_not_built_again(root: Path):
    first = dataset.build(root)
    before = (root / "build" / "dataset").readlink()

    second = dataset.build(root)

    assert not first.unchanged
    assert second.unchanged
    assert (second.counts, second.findings) == (first.counts, first.findings)
    assert (root / "build" / "dataset").readlink() == before


def test_unchanged_project_is_found_out_without_heavy_libraries(root: Path):
    dataset.build(root)
    program = (
        "import sys; from pathlib import Path; from kg import dataset;"
        f"assert dataset.build(Path({str(root)!r})).unchanged;"
        "print(*sorted({'rdflib', 'pyshacl', 'owlrl', 'pypdf', 'docx'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    "path",
    [
        "data/documents/keepers-letter.md",
        "data/reference/lighthouses.ttl",
        "ontology/lighthouses.ttl",
        "ontology/lexicon/en.ttl",
    ],
)
def test_changed_file_makes_the_dataset_stale(root: Path, path: str):
    dataset.build(root)

    with (root / path).open("a") as file:
        file.write("\n")

    assert not dataset.is_current(root)


def test_document_from_the_cache_says_the_same_as_one_read_anew(root: Path):
    dataset.build(root)
    with_cache = nquads(root)
    write(root, "new.md", "A sentence about nothing in particular.\n")
    dataset.build(root)
    (root / "data/documents/new.md").unlink()

    dataset.build(root)

    assert nquads(root) == with_cache


def test_damaged_cache_is_read_over(root: Path):
    dataset.build(root)
    expected = nquads(root)
    for path in (root / "build" / "cache").iterdir():
        path.write_bytes(b"no pickle")
    (root / "build" / "manifest.json").unlink()
    (root / "build" / "dataset").unlink()

    dataset.build(root)

    assert nquads(root) == expected


def shown(root: Path) -> dict[str, str]:
    """File name → what pages show of a document."""
    return {path.name: path.read_text("utf-8") for path in (root / "build/dataset/texts").iterdir()}


def test_page_that_was_damaged_in_a_dataset_is_made_anew_by_the_next_build(root: Path):
    dataset.build(root)
    expected = shown(root)
    next((root / "build/dataset/texts").iterdir()).write_text("", encoding="utf-8")
    write(root, "new.md", "A sentence about nothing in particular.\n")
    dataset.build(root)

    assert expected.items() <= shown(root).items()


def test_reading_by_other_rules_leaves_what_a_build_is_waiting_for(root: Path):
    dataset.build(root)
    kept = {path.name for path in (root / "build" / "cache").iterdir()}
    other = replace(schema.load(root), fingerprint="of other rules altogether")

    intake.take_in(inputs.gather(root).files, other, cache=root / "build" / "cache")

    assert kept <= {path.name for path in (root / "build" / "cache").iterdir()}


def many(root: Path) -> None:
    """Forty documents of the towers, each on another day."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "data/documents").iterdir())]
    for number in range(40):
        text = texts[number % len(texts)].replace("18", f"{18 + number % 3}")
        (root / f"data/documents/more-{number:02}.md").write_text(text, encoding="utf-8")


def test_several_readers_make_the_same_dataset_as_one(tmp_path: Path):
    one, several = project(tmp_path / "one"), project(tmp_path / "several")
    for made in (one, several):
        many(made)
        (made / "data/documents/broken.pdf").write_bytes(b"no pdf")

    alone, together = dataset.build(one, workers=1), dataset.build(several, workers=3)

    assert alone.counts == together.counts
    assert alone.counts["documents"] > 40
    assert alone.findings == together.findings
    assert nquads(one) == nquads(several)


def test_a_reader_that_is_killed_costs_no_document(root: Path, monkeypatch: pytest.MonkeyPatch):
    many(root)
    here, read = os.getpid(), Reader.read

    def killed(self: Reader, document: object) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(self, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "read", killed)
    made = dataset.build(root, workers=2)

    assert made.counts["documents unread"] == 0
    assert made.counts["documents"] > 40


def test_build_writes_nothing_outside_its_folder(root: Path):
    before = files_below(root)

    dataset.build(root)

    after = {name: text for name, text in files_below(root).items() if not name.startswith("build/")}
    assert after == before


def test_other_documents_take_the_place_of_the_projects_own(root: Path, tmp_path: Path):
    elsewhere, more = tmp_path / "elsewhere", tmp_path / "more"
    for folder, name in ((elsewhere, "a.txt"), (more, "b.txt")):
        folder.mkdir()
        (folder / name).write_text("Ida Behrens has kept Cape Still since 1999. The winter was long there.")

    made = dataset.build(root, documents=[elsewhere, more])

    assert made.counts["documents"] == 2
    assert [row[0].rpartition("/")[2] for row in ask(root, "SELECT ?d { ?d a kg:Document }")] == ["a", "b"]


def test_both_reasoners_conclude_the_same(tmp_path: Path):
    one, other = project(tmp_path / "one"), project(tmp_path / "other")

    dataset.build(one)
    dataset.build(other, reasoner="owlrl")

    assert nquads(one) == nquads(other)


# --- crashes and crowds ------------------------------------------------------------------------------------


def test_failed_build_leaves_the_old_dataset(root: Path, monkeypatch: pytest.MonkeyPatch):
    dataset.build(root)
    before = nquads(root)
    write(root, "new.md", "Cape Still was first lit in 1904.\n")

    def crash(*args: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("kg.dataset._write_json", crash)
    with pytest.raises(RuntimeError):
        dataset.build(root)

    assert nquads(root) == before
    assert [p.name for p in (root / "build").iterdir() if p.name.startswith("making-")] == []


def test_leftovers_of_a_crash_are_cleared_away(root: Path):
    (root / "build" / "making-dead").mkdir(parents=True)
    (root / "build" / "dataset-dead").mkdir()

    dataset.build(root)

    folders = [p.name for p in (root / "build").iterdir() if p.is_dir() and not p.is_symlink()]
    assert sorted(name.partition("-")[0] for name in folders) == ["cache", "dataset"]


def test_open_dataset_stays_readable_while_a_new_one_takes_its_place(root: Path):
    dataset.build(root)
    old = dataset.open(root)
    size = len(old)
    write(root, "new.md", "Cape Still was first lit in 1904.\n")

    dataset.build(root)

    assert len(old) == size
    assert len(dataset.open(root)) > size


def test_two_builds_at_once_make_one_dataset(root: Path):
    done: list[dataset.Build] = []
    threads = [threading.Thread(target=lambda: done.append(dataset.build(root))) for _ in range(2)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(made.unchanged for made in done) == [False, True]
    assert len(dataset.open(root)) == done[0].counts["quads"]


def test_dataset_that_was_never_built_says_what_to_type(root: Path):
    with pytest.raises(KgError, match=r"KG501(.|\n)*kg build"):
        dataset.open(root)


def test_dataset_is_opened_to_be_read_only(built: Path):
    store: Store = dataset.open(built)
    node = NamedNode(BASE)

    with pytest.raises((OSError, RuntimeError), match="read-"):
        store.add(Quad(node, node, node))


# --- bad input ---------------------------------------------------------------------------------------------


def blank_pdf() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.md", b"", "KG202"),
        ("blanks.txt", b" \n\n", "KG202"),
        ("binary.txt", b"\x00\x01\x02" * 400, "KG203"),
        ("encoding.txt", "Kap Stille f\u00fcr alle. ".encode() * 20 + b"\xff\xfe\xfa", "KG204"),
        ("scan.pdf", blank_pdf(), "KG205"),
        ("broken.pdf", b"%PDF-1.7\nnothing that follows is a page", "KG206"),
        ("header.md", b"---\ntitle: [unclosed\n---\n\n# Cape Still\n", "KG209"),
    ],
)
def test_document_that_cannot_be_read_is_one_finding_and_the_others_go_on(
    root: Path, name: str, content: bytes, code: str
):
    write(root, name, content)

    made = dataset.build(root)

    assert codes(made) == {code: 1}
    assert made.findings[0].severity == "error"
    assert made.findings[0].at.startswith(f"data/documents/{name}")
    assert made.findings[0].do
    assert (made.counts["documents"], made.counts["documents unread"]) == (3, 1)


def test_link_to_nowhere_is_one_finding_and_the_others_go_on(root: Path):
    (root / "data/documents/gone.md").symlink_to(root / "nowhere.md")

    made = dataset.build(root)

    assert codes(made) == {"KG201": 1}
    assert made.counts["documents"] == 3


def test_document_that_kg_stumbles_over_is_one_finding_and_the_others_go_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    read = Reader.read

    def stumble(self, document):
        if document.name == "keepers-letter":
            raise ZeroDivisionError("a fault in kg")
        return read(self, document)

    monkeypatch.setattr(Reader, "read", stumble)
    made = dataset.build(root)

    assert codes(made) == {"KG390": 1}
    assert made.counts["documents"] == 2


def test_file_of_another_kind_is_only_mentioned(root: Path):
    write(root, "table.xlsx", b"PK")
    write(root, ".hidden", b"\x00")

    made = dataset.build(root)

    assert [(f.code, f.severity, f.at) for f in made.findings] == [
        ("KG208", "info", "data/documents/table.xlsx")
    ]


def test_two_documents_of_the_same_bytes_are_both_kept_and_reported_once(root: Path):
    original = root / "data/documents/keepers-letter.md"
    write(root, "reprint.md", original.read_bytes())

    made = dataset.build(root)

    assert codes(made) == {"KG504": 1}
    assert "same bytes" in made.findings[0].what
    assert made.counts["documents"] == 4


def test_reprint_is_no_second_witness(root: Path):
    text = "---\ntitle: Copy\npublisher: Echo {n}\ndate: 2020-01-0{n}\nlanguage: de\n---\n\n"
    said = "Das Feuer von Kap Stille wurde 1902 entzündet.\n"
    for n in range(1, 6):
        write(root, f"copy-{n}.md", text.format(n=n) + said)

    made = dataset.build(root)

    assert codes(made) == {"KG504": 4}
    rows = ask(root, "SELECT ?lit { ?d kg:property lh:firstLit ; kg:value/rdfs:label ?lit ; kg:loser ?l }")
    assert {row[0] for row in rows} == {"1904"}


@pytest.mark.parametrize(
    "told",
    [
        "# Komunikat\n\nLatarni na przylądku Cape Still nie zapalono jeszcze w 1904 roku, choć tak planowano.\n",
        "---\nlanguage: cs\n---\n\nMaják Cape Still nebyl v roce 1904 poprvé rozsvícen, ačkoli se to plánovalo.\n",
    ],
)
def test_language_that_is_not_read_is_reported_and_nothing_is_taken_for_a_fact(root: Path, told: str):
    write(root, "komunikat.md", told)

    made = dataset.build(root)

    assert codes(made) == {"KG211": 1}
    assert made.findings[0].at == "data/documents/komunikat.md"
    assert made.counts["documents"] == 4
    said = "?c kg:evidence/<http://www.w3.org/ns/oa#hasSource> ?d"
    assert not ask(root, f"SELECT ?c {{ {said} FILTER CONTAINS(STR(?d), 'komunikat') }}")
    assert ask(root, f"SELECT ?c {{ {said} FILTER CONTAINS(STR(?d), 'keepers') }}")


def test_two_documents_of_one_name_get_two_addresses(root: Path):
    write(root, "later/keepers-letter.md", "Cape Still was first lit in 1904, and Ida Behrens was there.\n")

    made = dataset.build(root)

    assert codes(made) == {"KG503": 1}
    assert made.findings[0].at == "data/documents/later/keepers-letter.md"
    names = [row[0].rpartition("/")[2] for row in ask(root, "SELECT ?d { ?d a kg:Document }")]
    assert names == ["harbour-day", "keepers-letter", "later-keepers-letter", "storm-chronicle"]


def test_claim_whose_words_are_not_at_their_place_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch):
    read = Reader.read

    def shift(self, document):
        said = read(self, document)
        first, *rest = said.claims
        moved = replace(first, evidence=replace(first.evidence, start=first.evidence.start + 1))
        return replace(said, claims=(moved, *rest))

    monkeypatch.setattr(Reader, "read", shift)
    made = dataset.build(root)

    assert codes(made)["KG301"] == 3
    assert all(f.at.startswith("data/documents/") for f in made.findings if f.code == "KG301")


@pytest.mark.parametrize(
    ("path", "line", "code", "found"),
    [
        ("ontology/lighthouses.ttl", "lh:Broken a owl:Class", "KG101", "ontology/lighthouses.ttl:"),
        ("data/reference/lighthouses.ttl", "lighthouse:x a ;", "KG101", "data/reference/lighthouses.ttl:"),
        ("ontology/shapes/lighthouses.ttl", "rule:X sh:path lh:noSuchThing .", "KG102", "noSuchThing"),
        ("ontology/lexicon/en.ttl", "lex:x ontolex:evokes lh:NoSuchClass .", "KG102", "NoSuchClass"),
    ],
)
def test_schema_that_cannot_be_used_is_refused_and_the_old_dataset_stays(
    root: Path, path: str, line: str, code: str, found: str
):
    dataset.build(root)
    before = nquads(root)
    with (root / path).open("a") as file:
        file.write(f"\n{line}\n")

    with pytest.raises(KgError) as caught:
        dataset.build(root)

    assert caught.value.code == code
    assert found in str(caught.value)
    assert nquads(root) == before


def test_turtle_that_does_not_parse_is_reported_with_its_line(root: Path):
    path = root / "ontology" / "lighthouses.ttl"
    lines = path.read_text().splitlines()
    lines[12] = "lh:Lighthouse a owl:Class owl:Thing ;"
    path.write_text("\n".join(lines))

    with pytest.raises(KgError, match=r"lighthouses\.ttl:13"):
        dataset.build(root)


# --- quarantine and clashes --------------------------------------------------------------------------------


def test_value_that_breaks_a_rule_goes_to_quarantine_alone(root: Path):
    with (root / "data/reference/lighthouses.ttl").open("a") as file:
        file.write(
            "\nlighthouse:low-light a lh:Lighthouse ; rdfs:label 'Low Light'@en ;"
            " lh:firstLit lighthouse:cape-still ; dcterms:source <https://example.org/x> .\n"
        )

    made = dataset.build(root)

    assert codes(made) == {"KG803": 1}
    assert made.counts["facts in quarantine"] == 1
    assert made.findings[0].at == "lighthouses.ttl"
    rows = ask(root, f"SELECT ?v {{ GRAPH <{GRAPH}quarantine> {{ ?q a kg:Quarantined ; kg:value ?v }} }}")
    assert rows == [(f"{BASE}id/lighthouse/cape-still",)]
    assert not ask(root, "SELECT ?x { ?x lh:firstLit <" + f"{BASE}id/lighthouse/cape-still> }}")


def test_frame_without_a_slot_it_needs_goes_to_quarantine_whole_and_nothing_follows_from_it(root: Path):
    with (root / "data/reference/lighthouses.ttl").open("a") as file:
        file.write(
            "\n<https://example.org/lighthouses/id/keeping/nobody> a lh:Keeping ;"
            " lh:servant <https://example.org/lighthouses/id/keeper/nemo> ;"
            " dcterms:source <https://example.org/x> .\n"
            "<https://example.org/lighthouses/id/keeper/nemo> a lh:Keeper ; rdfs:label 'Nemo'@en .\n"
        )

    made = dataset.build(root)

    assert codes(made) == {"KG801": 1}
    left = ask(
        root,
        "SELECT ?p { GRAPH ?g { <https://example.org/lighthouses/id/keeping/nobody> ?p ?o } "
        f"FILTER (REGEX(STR(?g), '^{GRAPH}(facts|inferred)')) }}",
    )
    assert left == []


def test_document_that_makes_a_known_thing_something_else_loses_against_the_register(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    with (root / "ontology/lighthouses.ttl").open("a") as file:
        file.write("\nlh:servant rdfs:range lh:Keeper .\n")
    read = Reader.read

    def misread(self, document):
        said = read(self, document)
        tower = next((c.object for c in said.claims if c.predicate.value.endswith("#tower")), None)
        claims = [
            replace(c, object=tower) if c.predicate.value.endswith("#servant") else c for c in said.claims
        ]
        return replace(said, claims=tuple(claims))

    monkeypatch.setattr(Reader, "read", misread)
    made = dataset.build(root)

    clashes = [f for f in made.findings if f.code == "KG402"]
    assert {f.focus.rpartition("/")[2] for f in clashes} == {"grey-raven", "cape-still"}
    assert all(".md" in f.at for f in clashes)
    assert ask(root, "SELECT ?x { ?x a lh:Lighthouse , lh:Keeper }") == []
    assert made.counts["facts in quarantine"] > 0


def test_findings_stand_in_a_graph_of_their_own(root: Path):
    write(root, "empty.md", b"")

    dataset.build(root)

    rows = ask(
        root, f"SELECT ?c ?at {{ GRAPH <{GRAPH}findings> {{ ?f dcterms:identifier ?c ; kg:at ?at }} }}"
    )
    assert rows == [("KG202", "data/documents/empty.md")]


@pytest.mark.skipif(not (Path(__file__).parents[1] / "data" / "reference").is_dir(), reason="no project here")
def test_projects_own_documents_build_without_an_error(shipped_root: Path, shipped: Store):
    made = dataset.manifest(shipped_root)

    documents = [p for p in (shipped_root / "data" / "documents").iterdir() if not p.name.startswith(".")]
    assert made["counts"]["documents"] == len(documents)
    assert made["counts"]["facts that follow"] > 0
    assert [f for f in made["findings"] if f["severity"] == "error"] == []
    assert kg("Claim") in {quad.object for quad in shipped}


def test_environment_does_not_change_the_bytes(root: Path, tmp_path: Path):
    other = project(tmp_path / "other")
    dataset.build(root)
    program = f"from pathlib import Path; from kg import dataset; dataset.build(Path({str(other)!r}))"
    surroundings = {**os.environ, "PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Chatham"}

    subprocess.run([sys.executable, "-c", program], env=surroundings, check=True)

    assert nquads(root) == nquads(other)
