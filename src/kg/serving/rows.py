"""Rows and truth values in the formats of SPARQL 1.1, written row by row so that they can be counted.

Sources: SPARQL 1.1 Query Results JSON, CSV and TSV Formats; SPARQL Query Results XML Format, second edition.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from kg.errors import QueryError
from kg.names import XSD
from kg.serving import pages
from kg.serving.pages import Links, Node
from kg.serving.protocol import UnacceptableError
from kg.tables import Row

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
)
_TSV = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Finishing:
    """What becomes of each row of a saved query: columns more, by name, and the whole row as it is given out."""

    more: tuple[str, ...]
    row: Callable[[Row], Row]


def write(
    found: QuerySolutions, form: str, links: Links, most: int, finishing: Finishing | None = None
) -> Iterator[str]:
    """A SELECT's answer, in pieces.

    Args:
        found: Read once.
        form: "json", "xml", "csv", "tsv" or "html".
        links: For pages.
        most: Rows.
        finishing: Of the rows of a saved query.

    Raises:
        UnacceptableError: KG607 for what XML cannot hold.
        QueryError: KG609 for more rows.
    """
    names = [variable.value for variable in found.variables]
    terms = _terms(found, len(names), most)
    if finishing is not None:
        names = [*names, *finishing.more]
        terms = ([*finishing.row(tuple(row))] for row in terms)
    return _WRITERS[form](names, terms, links)


def too_large(found: str) -> QueryError:
    return QueryError("KG609", "answer too large", found=found, do="add LIMIT, or ask for less")


def truth(value: bool, form: str) -> str:
    """An ASK's answer."""
    said = "true" if value else "false"
    if form == "html":
        return "".join(pages.page("Answer", [f"<p>{said}</p>\n"]))
    if form == "xml":
        return f"{_XML_HEAD}<head></head>\n<boolean>{said}</boolean>\n</sparql>\n"
    return f'{{"head":{{}},"boolean":{said}}}'


def refuse_what_xml_cannot_hold(text: str) -> None:
    """
    Raises:
        UnacceptableError: KG607.
    """
    if stray := _NOT_XML.search(text):
        raise UnacceptableError(
            "KG607",
            "format that cannot hold the answer",
            found=f"U+{ord(stray[0]):04X} in XML",
            do="ask for JSON or Turtle",
        )


def _terms(found: QuerySolutions, width: int, most: int) -> Iterator[list[Node | None]]:
    for number, solution in enumerate(found):
        if number == most:
            raise too_large(f"more than {most} rows")
        yield [solution[place] for place in range(width)]


def _json(names: list[str], rows: Iterator[list[Node | None]], links: Links) -> Iterator[str]:
    yield f'{{"head":{{"vars":{json.dumps(names)}}},"results":{{"bindings":['
    comma = "\n"
    for row in rows:
        bound = {n: _as_json(node) for n, node in zip(names, row, strict=True) if node is not None}
        yield comma + json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
        comma = ",\n"
    yield "\n]}}\n"


def _as_json(node: Node) -> dict[str, object]:
    if isinstance(node, NamedNode):
        return {"type": "uri", "value": node.value}
    if isinstance(node, BlankNode):
        return {"type": "bnode", "value": node.value}
    if isinstance(node, Triple):
        parts = ("subject", "predicate", "object")
        return {"type": "triple", "value": {part: _as_json(getattr(node, part)) for part in parts}}
    told: dict[str, object] = {"type": "literal", "value": node.value}
    if node.language:
        told["xml:lang"] = node.language
        if node.direction:
            told["its:dir"] = str(node.direction)
    elif node.datatype.value != XSD + "string":
        told["datatype"] = node.datatype.value
    return told


def _xml(names: list[str], rows: Iterator[list[Node | None]], links: Links) -> Iterator[str]:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    yield f"{_XML_HEAD}<head>{variables}</head>\n<results>\n"
    for row in rows:
        bound = (
            f"<binding name={quoteattr(name)}>{_as_xml(node)}</binding>"
            for name, node in zip(names, row, strict=True)
            if node is not None
        )
        text = f"<result>{''.join(bound)}</result>\n"
        refuse_what_xml_cannot_hold(text)
        yield text
    yield "</results>\n</sparql>\n"


def _as_xml(node: Node) -> str:
    if isinstance(node, NamedNode):
        return f"<uri>{escape(node.value)}</uri>"
    if isinstance(node, BlankNode):
        return f"<bnode>{escape(node.value)}</bnode>"
    if isinstance(node, Triple):
        parts = ("subject", "predicate", "object")
        return f"<triple>{''.join(f'<{p}>{_as_xml(getattr(node, p))}</{p}>' for p in parts)}</triple>"
    # A parser would make a line feed of a carriage return that stands there as it is.
    value = escape(node.value, {"\r": "&#13;"})
    if node.language:
        return f"<literal xml:lang={quoteattr(node.language)}>{value}</literal>"
    if node.datatype.value == XSD + "string":
        return f"<literal>{value}</literal>"
    return f"<literal datatype={quoteattr(node.datatype.value)}>{value}</literal>"


def _csv(names: list[str], rows: Iterator[list[Node | None]], links: Links) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)

    def line(cells: list[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(cells)
        return buffer.getvalue()

    yield line(names) if names else "\r\n"
    for row in rows:
        yield line([_as_csv(node) for node in row]) if row else "\r\n"


def _as_csv(node: Node | None) -> str:
    if node is None:
        return ""
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


def _tsv(names: list[str], rows: Iterator[list[Node | None]], links: Links) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if node is None else str(node).translate(_TSV) for node in row) + "\n"


def _html(names: list[str], rows: Iterator[list[Node | None]], links: Links) -> Iterator[str]:
    head, _, tail = "".join(pages.page("Answer", ["<table>\n\0</table>\n"])).partition("\0")
    yield head + pages.row(names, "th")
    for row in rows:
        yield pages.row(links.term(node) for node in row)
    yield tail


_WRITERS: dict[str, Callable[[list[str], Iterator[list[Node | None]], Links], Iterator[str]]] = {
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
    "html": _html,
}
