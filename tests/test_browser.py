"""The pages in a real browser: seen, walked through, and held against the rules of accessibility."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import samples
from endpoints import running

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "build" / "screenshots"
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PROOF = (
    "/why?subject=https://w3id.org/cities-mission/id/city/dresden"
    "&property=https://w3id.org/cities-mission/ontology%23hasAccessTo"
)
ADDRESSES = {
    "start": "/",
    "search": "/search?q=dres",
    "nothing-found": "/search?q=zzzz",
    "documents": "/documents",
    "document": "/id/document/mannheim-label-2023",
    "thing": "/id/city/dresden",
    "body": "/id/publicbody/european-commission",
    "person": "/id/person/dirk-hilbert",
    "things": "/things?of=cm:City",
    "contradictions": "/contradictions",
    "questions": "/queries",
    "question": "/queries/label-holders?country=Deutschland",
    "wrong": "/queries/label-holders?country=Atlantis",
    "empty": "/queries/label-holders?as_of=1990-01-01",
    "map": "/queries/city-map",
    "timeline": "/queries/dated-steps",
    "network": "/queries/partnership-network",
    "sparql": "/sparql?query=SELECT+*+%7B+%3Fs+a+cm:City+%7D+LIMIT+5",
    "mistake": "/sparql?query=SELECT+*+%7B%0A+%3Fs+%3Fp%0A%7D",
    "ontology": "/ontology",
    "term": "/ontology?term=cm:LabelAward",
    "proof": PROOF,
    "unknown": "/id/nothing/here",
}
"""Name → address of each kind of page; the last six with something that is missing or wrong among them."""

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("KG_NEED_BROWSER"):
            pytest.fail("KG_NEED_BROWSER is set, but there is no chromium")
        pytest.skip("no chromium here")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def site(shipped_root: Path, browser: Browser) -> Iterator[str]:
    with running(shipped_root) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a page; afterwards nothing may have been complained of, nor asked of another host."""
    contexts = []
    complaints: list[str] = []

    def visit(
        path: str, *, locale: str = "en-US", width: int = 1280, scheme: str = "light", status=200
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=locale, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and complaints.append(m.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: r.url.startswith((site, "data:")) or complaints.append(r.url))
        answer = page.goto(site + path, wait_until="networkidle")
        assert answer is not None
        assert answer.status == status
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [text for text in complaints if "Failed to load resource" not in text] == []


def violations(page: Page) -> list[str]:
    """What axe finds, by rule and place."""
    package = find_spec("axe_playwright_python")
    assert package is not None
    assert package.origin is not None
    source = (Path(package.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{v['id']}: {node['target']} {node.get('failureSummary', '')[:300]}"
        for v in found["violations"]
        for node in v["nodes"]
    ]


def kept(page: Page, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def status_of(name: str) -> int:
    return {"wrong": 400, "mistake": 400, "unknown": 404}.get(name, 200)


@pytest.mark.parametrize(("name", "language"), samples.every(5, product(ADDRESSES, ("de", "en"))))
def test_each_page_is_whole_accessible_and_speaks_the_language(opened, name, language):
    # One language by day on a desk, the other by night.
    scheme = "light" if language == "en" else "dark"
    locale = "en-GB" if language == "en" else "de-DE"

    page = opened(ADDRESSES[name], locale=locale, scheme=scheme, status=status_of(name))

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    kept(page, f"{name}-{language}")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("width", "name"),
    # seven pages are odd in number: of every two cases one is tried, so each page once
    samples.every(
        2,
        product([360, 2560], ["start", "thing", "document", "contradictions", "question", "map", "sparql"]),
    ),
)
def test_pages_fit_narrow_and_wide_screens(opened, name, width):
    page = opened(ADDRESSES[name], width=width)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    kept(page, f"{name}-{width}")


def test_a_reader_comes_from_a_search_to_a_sentence_in_its_document(opened):
    page = opened("/")

    page.get_by_role("combobox", name="Search").fill("Mannh")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/city/mannheim*")
    fact = page.locator("#of-labelaward .fact:has(blockquote)").first
    fact.locator("summary").click()
    sentence = fact.locator("blockquote a").first
    words = sentence.inner_text()
    sentence.click()
    page.wait_for_url("**/id/document/**")

    target = page.locator(":target")
    passage = page.locator(".passage:has(:target)")
    assert re.fullmatch(r"w\d+", target.get_attribute("id") or "")
    assert words.rstrip("…") in " ".join(passage.inner_text().split())
    expect(passage.locator("mark.said").first).to_be_visible()
    expect(passage.locator(".notes")).to_be_visible()
    assert passage.locator(".notes").inner_text().strip()


def test_a_reader_comes_from_a_thing_to_the_contradictions_on_it(opened):
    page = opened("/id/city/mannheim")

    page.locator("#disputed li:not(:has(.tag.open)) a").first.click()
    page.wait_for_url("**/id/contradiction/**")

    assert page.locator(".side").count() >= 2
    assert page.locator(".side.believed").count() == 1
    assert page.locator(".verdict").inner_text().startswith("Decided by")


def test_contradictions_are_narrowed_by_state_and_thing(opened):
    page = opened("/contradictions")
    in_all = page.locator(".lead").inner_text()

    page.get_by_label("State").select_option("Open")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**status=Open*")
    still_open = page.locator(".dispute").count()
    page.get_by_label("State").select_option("")
    page.get_by_role("combobox", name="About").fill("Mannheim")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**thing=Mannheim*")

    assert re.match(r"\d+ of \d+", in_all)
    assert 0 < still_open < int(in_all.split(" of ")[1])
    assert all("Mannheim" in text for text in page.locator(".dispute h2").all_inner_texts())


def test_a_question_is_asked_with_a_parameter_sorted_and_switched_to_german(opened):
    page = opened("/queries/label-holders")

    page.locator("#f-country").fill("Germany")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**country=Germany*")
    rows = page.locator("tbody tr").count()
    page.get_by_role("link", name="the city").click()
    page.wait_for_url("**sort=city*")
    names = page.locator("tbody tr td:first-child").all_inner_texts()
    page.locator("td details summary").first.click()
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url("**lang=de*")

    assert rows == 8
    assert names == sorted(names)
    assert page.locator("tbody tr").count() == 8
    assert "München" in page.locator("tbody").inner_text()
    assert "sort=city" in page.url


def test_the_slider_of_the_map_shows_each_place_at_its_state_on_that_day(opened):
    page = opened("/queries/city-map")
    slider = page.get_by_role("slider")
    slider.wait_for()
    shown = """[...document.querySelectorAll(".role-mark title")]
        .filter(title => +title.parentElement.getAttribute("opacity") > 0).map(title => title.textContent)"""
    at_last = page.evaluate(shown)

    slider.focus()
    page.keyboard.press("Home")
    at_first = page.evaluate(shown)

    days = {text.rpartition(" · ")[2] for text in at_last}
    states = {text.split(" · ")[-2] for text in at_last}
    assert {text.rpartition(" · ")[2] for text in at_first} == {min(days)}
    assert len({text.split(" · ")[-2] for text in at_first}) == 1 < len(states)
    assert len(at_last) == len({text.partition(" · ")[0] for text in at_last})
    assert page.locator("output").inner_text().endswith(f"({len(at_first)})")


def test_the_table_below_the_map_follows_the_slider(opened):
    page = opened("/queries/city-map")
    slider = page.get_by_role("slider")
    slider.wait_for()
    before = page.locator("#answer").inner_text()

    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=*")

    day = page.locator("#f-as_of").input_value()
    assert page.url.endswith(f"as_of={day}")
    assert page.locator("#answer").inner_text() != before
    assert page.locator("tbody tr").count() > 0


def test_a_question_is_asked_of_what_was_known_on_a_day(opened):
    page = opened("/queries/label-holders")
    now = page.locator("#answer").inner_text()

    page.locator("#f-known_on").fill("2024-03-21")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**known_on=2024-03-21*")

    assert page.locator("#answer").inner_text() != now
    assert "--known-on '2024-03-21'" in page.locator("dl").last.inner_text()


def test_a_row_that_an_open_contradiction_touches_leads_to_it(opened):
    page = opened("/queries/contracts")

    page.locator("tbody a.tag.open").first.click()
    page.wait_for_url("**/id/contradiction/**")

    assert page.locator(".side.believed").count() == 0


def test_sparql_is_answered_and_a_mistake_is_shown_at_its_line(opened):
    page = opened("/sparql")
    page.get_by_label("SPARQL query").fill(
        "SELECT ?city WHERE {\n  ?city a cm:City\n} ORDER BY ?city LIMIT 3"
    )
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**query=*")
    rows = page.locator("tbody tr").count()

    page.get_by_label("SPARQL query").fill("SELECT ?city WHERE {\n  ?city a ;\n}")
    page.get_by_role("button", name="Run").click()
    page.locator("#mistake").wait_for()

    assert rows == 3
    assert "Line 2" in page.locator("#mistake").inner_text()
    assert page.locator(".tok-bad").count() == 1
    assert page.locator(".tok-word").count() >= 2


def test_claims_of_a_sentence_come_with_the_keyboard_alone(opened):
    page = opened("/id/document/mannheim-label-2023", width=600)
    mark = page.locator("mark.said").first
    notes = page.locator(".passage:has(mark.said) .notes").first
    hidden = notes.is_visible()

    for _ in range(60):
        page.keyboard.press("Tab")
        if mark.evaluate("node => node === document.activeElement"):
            break

    assert not hidden
    expect(notes).to_be_visible()
    assert "believed" in notes.inner_text() or "weighed" in notes.inner_text()


def test_colours_that_are_chosen_stay_without_a_cookie(opened):
    page = opened("/")

    page.get_by_role("button", name="Dark").click()
    page.reload(wait_until="networkidle")

    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.context.cookies() == []


def test_pages_work_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(site + "/")
    page.locator("#q").fill("Dresden")
    page.get_by_role("button", name="Find").click()
    page.locator("main .list a").first.click()
    page.locator(".fact summary").first.click()

    expect(page.locator(".fact .sayings").first).to_be_visible()
    page.goto(site + "/queries/city-map")
    expect(page.locator("figure img")).to_be_visible()
    assert page.locator("tbody tr").count() == 25
    context.close()
