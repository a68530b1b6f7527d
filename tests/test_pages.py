"""The pages as they are made: whole in two languages, escaped, small, and without a word of any domain."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

import lighthouses
from endpoints import EX, get, lights, project, running
from kg import dataset, pages, queries
from kg.names import DCTERMS, KG, OA, RDF_TYPE, RDFS_LABEL
from kg.pages import Ask, Site, words
from kg.pages.telling import number_text, period_text
from kg.serving import describing

ROOT = Path(__file__).resolve().parents[1]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
EVIL = (
    """"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;b&gt; javascript:alert(3) ' {{ 7*7 }}"""
)
OWN_SCRIPTS = {"theme.js", "pages.js", "pictures.js", "editor.js"}


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def site_of(root: Path) -> Site:
    store = dataset.open(root)
    return Site(
        store,
        root,
        describing.base_of(store),
        queries.prefixes(root),
        dataset.location(root).resolve().parent,
    )


@pytest.fixture(scope="module")
def site(shipped_root: Path) -> Site:
    return site_of(shipped_root)


@pytest.fixture(scope="module")
def url(shipped_root: Path) -> Iterator[str]:
    with running(shipped_root) as address:
        yield address


def shown(site: Site, name: str, path: str = "", language: str = "en", **values: str) -> str:
    return site.page(Ask(name, path, values, language)).body


# --- words -------------------------------------------------------------------------------------------------


def test_pages_have_every_word_in_both_languages():
    english, german = words("en"), words("de")

    assert english.keys() == german.keys()
    assert all(english.values())
    assert all(german.values())
    assert all(english[k].count("{") == german[k].count("{") for k in english)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("fr,de;q=0.5,en;q=0.4", "de"),
        ("en-GB,de;q=0.9", "en"),
        ("fr", "en"),
        ("de;q=0, en;q=0.1", "en"),
        ("de;q=nonsense", "en"),
    ],
)
def test_a_page_speaks_the_language_that_the_browser_ranks_highest(header, language):
    assert pages.preferred(header) == language


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("2024", "2024", "2024"),
        ("2024-06", "June 2024", "Juni 2024"),
        ("2024-03-09", "9 March 2024", "9. März 2024"),
        ("2024-06-25/2024-06-26", "25 June 2024 – 26 June 2024", "25. Juni 2024 – 26. Juni 2024"),
        ("soon", "soon", "soon"),
    ],
)
def test_days_are_written_as_people_write_them(text, english, german):
    assert period_text(text, "en") == english
    assert period_text(text, "de") == german


@given(st.integers(-(10**15), 10**15))
def test_numbers_lose_no_digit_when_they_are_set_apart(number):
    for language, comma in (("en", ","), ("de", ".")):
        assert int(number_text(str(number), language).replace(comma, "")) == number


# --- over HTTP ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/id/city/dresden", "/queries/sources", "/sparql", "/ontology"]
)
def test_a_page_is_safe_bears_no_cookie_and_depends_on_the_language(url, path):
    answer = get(url, path, accept=BROWSER, headers={"Accept-Language": "de"})

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-language"] == "de"
    assert "Accept-Language" in answer.headers["vary"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("language", ["de", pytest.param("en", marks=pytest.mark.slow)])
def test_every_saved_query_has_a_page(url, language):
    # A third of them in a usual run, and all with the slow ones.
    for saved in get(url, "/queries").json()[:: 3 if language == "de" else 1]:
        answer = get(saved["url"], "", accept=BROWSER, lang=language)

        assert answer.status_code == 200, answer.text
        assert saved["summary"][language].split(" - ")[0] in Tags(answer.text).text
        assert len(gzip.compress(answer.content)) < 60_000


def test_downloads_are_in_the_language_of_the_page_and_take_no_option_for_a_parameter(url):
    english = get(url, "/queries/label-holders", format="csv", lang="en").text
    german = get(url, "/queries/label-holders", format="csv", lang="de", page="2", sort="name").text

    assert "Germany" in english
    assert english.count("\n") == german.count("\n")


def test_files_of_pages_may_be_kept_and_nothing_else_is_given_away(url):
    style = get(url, "/static/style.css")

    assert "immutable" in style.headers["cache-control"]
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    for path in ("/static/../site.py", "/static/base.html", "/static/%2e%2e%2fsite.py", "/static/nothing.js"):
        assert get(url, path).status_code == 404


def test_pictures_are_svg_without_script_and_say_when_there_is_none(url):
    drawn = get(url, "/pictures/partnership-network.svg")
    missing = get(url, "/pictures/who-says.svg")

    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<svg")
    assert "<script" not in drawn.text
    assert "script-src" not in drawn.headers["content-security-policy"]
    assert (missing.status_code, missing.json()["code"]) == (400, "KG630")


# --- what they show ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_thing_shows_facts_with_their_sentences_and_what_follows_with_its_proof(site, language):
    page = shown(site, "thing", "id/city/dresden", language)

    text = " ".join(Tags(page).text.split())
    assert "U_CAN" in text
    assert ("follows" if language == "en" else "folgt") in text
    assert 'class="words"' in page
    assert "/why?subject=" in page
    assert "/id/document/" in page


def test_a_proof_leads_from_a_conclusion_to_sentences(site):
    page = shown(
        site,
        "why",
        subject="https://w3id.org/cities-mission/id/city/dresden",
        property="https://w3id.org/cities-mission/ontology#hasAccessTo",
        value="https://w3id.org/cities-mission/id/facility/climate-city-capital-hub",
    )

    assert page.count('class="proof"') >= 2
    assert page.count('class="words"') >= 2


def test_a_document_shows_each_passage_marks_what_claims_stand_on_and_tells_of_silence(site, shipped):
    documents = [q.subject for q in shipped.quads_for_pattern(None, RDF_TYPE, NamedNode(KG + "Document"))]

    marked = 0
    for document in documents:
        path = document.value.partition("/cities-mission/")[2]
        page = shown(site, "thing", path)
        spans = {
            int(q.object.value)
            for e in shipped.quads_for_pattern(None, NamedNode(OA + "hasSource"), document)
            for q in shipped.quads_for_pattern(e.subject, NamedNode(OA + "start"), None)
        }
        file = dataset.location(site.root).parent / "texts" / f"{path.rpartition('/')[2]}.json"
        text = json.loads(file.read_text(encoding="utf-8"))

        marked += len(spans)
        assert all(f'id="w{start}"' in page for start in spans), path
        assert page.count(" silent") >= sum(p["silent"] for p in text["passages"])
        assert all(" ".join(p["text"].split()) in " ".join(Tags(page).text.split()) for p in text["passages"])
    assert marked > 100


def test_the_ledger_shows_every_contradiction_with_two_sides_or_more(site, shipped):
    there = {
        q.subject.value for q in shipped.quads_for_pattern(None, RDF_TYPE, NamedNode(KG + "Contradiction"))
    }

    found: dict[str, int] = {}
    for number in range(1, 20):
        page = shown(site, "contradictions", page=str(number))
        for part in page.split('<article class="card dispute" id="')[1:]:
            found[part.partition('"')[0]] = part.count('<section class="side')

    assert set(found) == {iri.rpartition("/")[2] for iri in there}
    assert all(sides >= 2 for sides in found.values())


def test_search_finds_by_beginnings_in_any_language_and_without_diacritics(site):
    def names(text: str, language: str = "en") -> list[str]:
        return [item["name"] for item in json.loads(shown(site, "suggest", language=language, q=text))]

    assert names("munst")[0] == "Münster"
    assert "Chmelnyzkyj" in names("chmel", "de")
    assert names("") == names("  ") == names("qqqq") == []
    assert any(name.startswith("label award") for name in names("label award"))


def test_the_second_domain_has_its_pages_with_the_same_engine(tmp_path):
    root = lighthouses.project(tmp_path)
    dataset.build(root)
    site = site_of(root)

    for page in ("start", "documents", "contradictions", "queries", "ontology", "sparql"):
        assert "<h1" in shown(site, page)
    for query in queries.load_all(root):
        assert "<h1" in shown(site, "question", query.name, "de")
    for quad in list(site.store.quads_for_pattern(None, RDFS_LABEL, None, None)):
        if quad.subject.value.startswith(lighthouses.BASE + "id/"):
            path = quad.subject.value.removeprefix(lighthouses.BASE)
            assert "<h1" in shown(site, "thing", path)


# --- hostile text ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Site:
    """A dataset in which every text is an attack."""
    root = lighthouses.project(tmp_path_factory.mktemp("hostile"))
    dataset.build(root)
    old = dataset.open(root)
    base = lighthouses.BASE
    quads = [
        Quad(q.subject, q.predicate, Literal(EVIL + q.object.value, language=q.object.language), q.graph_name)
        if isinstance(q.object, Literal) and q.object.language
        else Quad(q.subject, q.predicate, Literal(EVIL + q.object.value), q.graph_name)
        if isinstance(q.object, Literal)
        and q.predicate in (RDFS_LABEL, NamedNode(OA + "exact"), NamedNode(DCTERMS + "title"))
        else q
        for q in old
    ]
    quads.append(Quad(NamedNode(base + "id/x"), NamedNode(KG + "about"), NamedNode("javascript:alert(1)")))
    folder = dataset.location(root).resolve().parent
    store = Store(str(folder / "evil"))
    store.extend(quads)
    for file in (folder / "texts").iterdir():
        text = json.loads(file.read_text())
        for passage in text["passages"]:
            passage["text"] = EVIL + passage["text"]
        file.write_text(json.dumps(text))
    return Site(store, root, base, queries.prefixes(root), folder)


def test_no_text_of_a_document_label_or_request_becomes_markup(hostile):
    things = {
        q.subject.value.removeprefix(lighthouses.BASE)
        for q in hostile.store.quads_for_pattern(None, RDFS_LABEL, None, None)
        if q.subject.value.startswith(lighthouses.BASE + "id/")
    }
    made = [shown(hostile, "thing", path) for path in sorted(things)]
    made += [shown(hostile, page) for page in ("start", "documents", "contradictions", "queries", "ontology")]
    made += [shown(hostile, "question", q.name) for q in queries.load_all(hostile.root)]
    made += [
        shown(hostile, "sparql", query="SELECT ?s ?l { ?s rdfs:label ?l }"),
        shown(hostile, "sparql", query=EVIL),
    ]
    made += [shown(hostile, "search", q=EVIL), shown(hostile, "contradictions", thing=EVIL, kind=EVIL)]

    assert sum(EVIL[:20] in Tags(page).text for page in made) > 20
    for page in made:
        for tag, attributes in Tags(page).tags:
            assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
            assert not str(attributes.get("href") or "").lower().startswith(("javascript:", "data:"))
            if tag == "script":
                assert str(attributes["src"]).partition("?")[0].rpartition("/")[2] in OWN_SCRIPTS
            assert tag != "img" or str(attributes["src"]).startswith("/pictures/")


# --- size and speed ----------------------------------------------------------------------------------------


def test_pages_are_small(site, shipped):
    things = {
        q.subject.value.partition("/cities-mission/")[2]
        for q in shipped.quads_for_pattern(None, NamedNode(KG + "about"), None)
        for q in [Quad(q.object, q.predicate, q.object)]
        if isinstance(q.object, NamedNode) and "/id/" in q.object.value
    }
    sizes = {path: len(gzip.compress(shown(site, "thing", path).encode())) for path in sorted(things)[::25]}
    for page in ("start", "documents", "contradictions", "queries", "ontology", "sparql"):
        sizes[page] = len(gzip.compress(shown(site, page).encode()))

    assert len(sizes) > 20
    assert {name: size for name, size in sizes.items() if size > 60_000} == {}


def test_the_first_page_takes_less_than_a_tenth_of_a_second(site):
    shown(site, "start")
    took = []
    for _ in range(5):
        started = time.process_time()
        shown(site, "start", "", "de")
        took.append(time.process_time() - started)

    assert min(took) < 0.1


def test_ten_thousand_rows_come_by_the_page(tmp_path):
    root = project(tmp_path, lights(10_000))
    with running(root) as url:
        page = get(url, accept=BROWSER, query=f"SELECT ?s ?v {{ ?s <{EX}p> ?v }} ORDER BY ?v")
        last = get(
            url, accept=BROWSER, query=f"SELECT ?s ?v {{ ?s <{EX}p> ?v }} ORDER BY ?v", page="100", sort="-v"
        )

    assert (page.status_code, last.status_code) == (200, 200)
    assert "10000" in page.text
    assert page.text.count("<tr>") == last.text.count("<tr>") == 101
    assert len(page.content) < 60_000
    assert "light-0<" in last.text


def test_a_document_of_a_megabyte_is_shown_in_pages_that_lead_to_every_place(tmp_path):
    root = lighthouses.project(tmp_path)
    sentence = (
        "The light at Grimholm was lit on 3 May 1871 by its keeper, and the harbour saw it burn all night. "
    )
    lighthouses.write(
        root, "long.md", "---\ntitle: Long\nlanguage: en\n---\n\n" + "\n\n".join([sentence * 4] * 2_600)
    )
    dataset.build(root)
    site = site_of(root)
    folder = dataset.location(root).resolve().parent
    passages = json.loads((folder / "texts" / "long.json").read_text())["passages"]

    started = time.process_time()
    middle = passages[len(passages) // 2]["start"]
    page = shown(site, "thing", "id/document/long", at=str(middle))
    took = time.process_time() - started

    assert sum(len(p["text"]) for p in passages) > 900_000
    assert f'id="p{len(passages) // 2}"' in page
    assert len(gzip.compress(page.encode())) < 60_000
    assert took < 5
