"""HTML: the main content as blocks, header, footer and navigation as clutter, meta elements as metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.documents import dates, text
from kg.documents.model import Extract, Line, Metadata

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "head",
        "select",
        "option",
        "input",
        "button",
        "textarea",
        "datalist",
        "math",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
    ]
)
_CLUTTER_TAGS = frozenset(["nav", "aside", "footer"])
_CLUTTER_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
    ]
)
_CLUTTER_WORDS = frozenset(
    [
        "cookie",
        "cookies",
        "consent",
        "cookiebanner",
        "cookieconsent",
        "gdpr",
        "nav",
        "navi",
        "navigation",
        "navbar",
        "menu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "share",
        "sharing",
        "shariff",
        "social",
        "socialmedia",
        "footer",
        "skip",
        "skiplink",
        "skiplinks",
        "pagination",
        "pager",
        "related",
        "advert",
        "advertisement",
        "ads",
        "ad",
        "anzeige",
        "werbung",
        "comments",
        "toolbar",
        "search",
        "searchform",
        "modal",
        "popup",
        "overlay",
        "metanav",
        "servicenav",
        "langswitch",
    ]
)
_HIDDEN_CLASSES = frozenset(["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"])
_HEADING = re.compile(r"h([1-6])")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w-]{2,30})", re.I)
_BLANKS = re.compile(r"\s+")
_LEAST_MAIN = 100


def extract(data: bytes, at: str) -> Extract:
    """The text of a page, one paragraph for each block of it, blank lines between.

    Raises:
        DocumentError: KG203, KG204 for bytes that are no text.
    """
    match = _CHARSET.search(data[:4096])
    source, notes = text.decode(data, at, match[1].decode("ascii") if match else None)
    page = LexborHTMLParser(source)
    writer = _Writer()
    _walk(page, writer)
    writer.close()
    return Extract("".join(writer.pieces), writer.lines, False, _metadata(page), notes)


Mark = Literal["", "heading", "item", "caption", "clutter", "letterhead", "row"]


@dataclass(slots=True)
class _Writer:
    """Text and lines, as they grow."""

    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    size: int = 0
    open: list[str] = field(default_factory=list)
    mark: Mark = ""
    level: int = 0
    below: bool = False

    def begin(self, mark: Mark, level: int) -> None:
        """A block begins: what comes next belongs to it."""
        self.close()
        self.mark, self.level, self.below = mark, level, False

    def line_break(self) -> None:
        had = self.lines[-1].end if self.lines else -1
        self.close()
        self.below = self.below or bool(self.lines and self.lines[-1].end != had)

    def close(self) -> None:
        """Write the line that has gathered, if it says anything."""
        content = _BLANKS.sub(" ", "".join(self.open)).strip(" |")
        self.open.clear()
        if not content:
            return
        between = "\n" if self.below else "\n\n"
        if self.lines:
            self.pieces.append(between)
            self.size += len(between)
        gap = 0 if self.below and self.lines else 1
        mark: Mark = "" if self.below and self.mark == "item" else self.mark
        self.lines.append(
            Line(
                self.size,
                self.size + len(content),
                gap,
                not self.lines,
                mark,
                self.level,
                content if len(content) <= 600 else "",
            )
        )
        self.pieces.append(content)
        self.size += len(content)


def _walk(page: LexborHTMLParser, writer: _Writer) -> None:
    """Depth first without recursion: pages may be nested as deep as they like."""
    root = page.body
    if root is None:
        return
    main = _main(page)
    inside = 0 if main is not None else 1
    stack: list[tuple[LexborNode, str]] = [(root, "enter")]
    clutter = 0
    lists = 0
    while stack:
        node, step = stack.pop()
        tag = node.tag or ""
        if tag == "-text":
            writer.open.append(node.text(deep=False) or "")
            continue
        if step == "enter":
            if tag in _DROPPED or not node.is_element_node or _is_hidden(node):
                continue
            is_main = main is not None and node.mem_id == main.mem_id
            is_clutter = not (is_main or clutter) and _is_clutter(node, bool(inside), main)
            inside += is_main
            clutter += is_clutter
            lists += tag in ("ul", "ol")
            _enter(writer, node, tag, clutter > 0 or not inside, lists)
            stack.append((node, f"leave {int(is_main)}{int(is_clutter)}"))
            stack.extend((child, "enter") for child in reversed(list(_children(node))))
        else:
            inside -= step.endswith(("10", "11"))
            clutter -= step.endswith("1")
            lists -= tag in ("ul", "ol")
            if tag in _BLOCKS and tag not in ("td", "th"):
                writer.begin("clutter" if clutter or not inside else "", 0)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _enter(writer: _Writer, node: LexborNode, tag: str, clutter: bool, lists: int) -> None:
    heading = _HEADING.fullmatch(tag)
    if tag == "br":
        writer.line_break()
    elif tag in ("td", "th"):
        writer.open.append(" | ")
    elif tag not in _BLOCKS:
        return
    elif clutter:
        writer.begin("clutter", 0)
    elif heading:
        writer.begin("heading", int(heading[1]))
    elif tag in ("li", "dd"):
        writer.begin("item", max(1, lists))
    elif tag == "tr":
        writer.begin("row", 1)
    elif tag in ("figcaption", "caption"):
        writer.begin("caption", 0)
    elif tag not in ("p", "div", "span") or writer.open or not writer.mark or writer.mark == "clutter":
        writer.begin("", 0)


def _main(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the content; None where the page does not tell."""
    for selector in ("main", "[role=main]", "article"):
        found = page.css(selector)
        if len(found) == 1 and len((found[0].text() or "").strip()) >= _LEAST_MAIN:
            return found[0]
    return None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style
    return hidden or bool(_HIDDEN_CLASSES & set((attributes.get("class") or "").split()))


def _is_clutter(node: LexborNode, inside: bool, main: LexborNode | None) -> bool:
    tag = node.tag or ""
    if tag in ("body", "html", "main", "article") or node.attributes.get("role") == "main":
        return False
    if tag in _CLUTTER_TAGS or (node.attributes.get("role") or "") in _CLUTTER_ROLES:
        return True
    if tag == "header":
        return not inside or (main is None and node.css_first("h1") is None)
    if tag == "form" or _clutter_words(node):
        return node.css_first("h1, main, article") is None and len(node.css("p")) <= 3
    return False


def _clutter_words(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
    return bool(names.strip()) and not _CLUTTER_WORDS.isdisjoint(re.split(r"[\s_-]+", names[:500]))


# Metadata


def _metadata(page: LexborHTMLParser) -> Metadata:
    meta = _meta(page)
    linked = _linked_data(page)
    date = _first_date(meta, linked, page)
    return Metadata(
        title=_title(page, meta, linked),
        publisher=_first(
            meta, "dc.publisher", "dcterms.publisher", "publisher", "og:site_name", "article:publisher"
        )
        or linked.get("publisher")
        or _first(meta, "author", "dc.creator", "dcterms.creator"),
        date=date,
        language=_language(page, meta),
        address=_address(page, meta),
        date_from="metadata" if date else None,
        window_title=_window_title(page),
    )


def _window_title(page: LexborHTMLParser) -> str:
    found = page.css("title")
    return " ".join((found[0].text() or "").split()) if found else ""


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = (
            node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        )
        content = " ".join((node.attributes.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], *names: str) -> str | None:
    return next((meta[name] for name in names if name in meta and not meta[name].startswith("http")), None)


def _title(page: LexborHTMLParser, meta: dict[str, str], linked: dict[str, str]) -> str | None:
    named = _first(meta, "og:title", "dc.title", "dcterms.title", "twitter:title") or linked.get("headline")
    if named:
        return named
    for selector in ("h1", "title"):
        found = page.css(selector)
        if found and (title := " ".join((found[0].text() or "").split())):
            return title
    return None


_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date",
    "publish-date", "pubdate", "publication_date",
    "sailthru.date", "parsely-pub-date",
)  # fmt: skip


def _first_date(meta: dict[str, str], linked: dict[str, str], page: LexborHTMLParser) -> str | None:
    for written in (*(meta.get(name) for name in _DATE_NAMES), linked.get("date"), _time(page)):
        if written and (iso := dates.parse(written)):
            return iso
    return None


def _time(page: LexborHTMLParser) -> str | None:
    """A time element that says it is the publication's, or the only one of the page's headers."""
    for selector in (
        "time[itemprop=datePublished]",
        "time[pubdate]",
        "article header time",
        "main header time",
    ):
        found = page.css(selector)
        if found:
            return found[0].attributes.get("datetime") or found[0].text()
    return None


def _language(page: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    root = page.css_first("html")
    written = (root.attributes.get("lang") if root else None) or _first(
        meta, "dc.language", "language", "og:locale"
    )
    match = re.match(r"[A-Za-z]{2}(?=$|[-_])", written.strip()) if written else None
    return match.group().lower() if match else None


def _address(page: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    link = page.css_first("link[rel=canonical]")
    for written in (link.attributes.get("href") if link else None, meta.get("og:url")):
        if written and re.match(r"https?://\S+$", written):
            return written
    return None


def _linked_data(page: LexborHTMLParser) -> dict[str, str]:
    """headline, date and publisher of the first article in JSON-LD."""
    for node in page.css("script[type='application/ld+json']"):
        try:
            data = json.loads(node.text() or "")
        except (ValueError, RecursionError):
            continue
        for one in _objects(data):
            if isinstance(one.get("datePublished"), str):
                return _described(one)
    return {}


def _objects(data: Any) -> list[dict[str, Any]]:
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    return [one for one in graph if isinstance(one, dict)] if isinstance(graph, list) else []


def _described(one: dict[str, Any]) -> dict[str, str]:
    publisher = one.get("publisher")
    publisher = publisher.get("name") if isinstance(publisher, dict) else publisher
    found = {"date": one.get("datePublished"), "headline": one.get("headline"), "publisher": publisher}
    return {
        key: " ".join(value.split())
        for key, value in found.items()
        if isinstance(value, str) and value.strip()
    }
