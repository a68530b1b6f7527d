"""Answers as plain pages: tables, escaped; for graphs and rows that no page of `kg.pages` shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Node = NamedNode | BlankNode | Literal | Triple


class Links:
    """Where terms lead to on a page.

    Args:
        base: Of the project's IRIs; what is below it is looked up here. "" when there is none.
        address: Of the server, with a slash at its end.
        prefixes: Prefix → namespace, for short names.
    """

    def __init__(self, base: str, address: str, prefixes: Mapping[str, str]) -> None:
        self._base = base
        self._address = address
        self._ranked = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))

    def href(self, iri: str) -> str | None:
        """None for what a browser should not be led to."""
        if self._base and iri.startswith(self._base):
            return self._address + iri[len(self._base) :]
        return iri if iri.startswith(("https://", "http://")) else None

    def short(self, iri: str) -> str:
        for prefix, namespace in self._ranked:
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def term(self, node: Node | None) -> str:
        """HTML of a term; "" for none."""
        if node is None:
            return ""
        if isinstance(node, NamedNode):
            text, href = escape(self.short(node.value)), self.href(node.value)
            return f'<a href="{escape(href)}">{text}</a>' if href else text
        if isinstance(node, Literal):
            language = f' lang="{escape(node.language)}"' if node.language else ""
            return f"<span{language}>{escape(node.value)}</span>"
        return escape(str(node))


def page(title: str, parts: Iterable[str]) -> Iterable[str]:
    """A whole page.

    Args:
        title: Unescaped.
        parts: HTML.
    """
    yield '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title></head>\n<body>\n<h1>{escape(title)}</h1>\n"
    yield from parts
    yield "</body>\n</html>\n"


def row(cells: Iterable[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>\n"


def graph(triples: Iterable[Triple], links: Links) -> Iterable[str]:
    """A table for each subject, of its properties and their values.

    Args:
        triples: Sorted by subject, then predicate.
        links: Where terms lead to.
    """
    for subject, about in groupby(triples, key=lambda triple: triple.subject):
        name = f' id="{escape(subject.value)}"' if isinstance(subject, NamedNode) else ""
        yield f"<h2{name}>{links.term(subject)}</h2>\n<table>\n"
        for predicate, some in groupby(about, key=lambda triple: triple.predicate):
            yield row([links.term(predicate), "<br>".join(links.term(t.object) for t in some)])
        yield "</table>\n"
