"""The YAML header of a Markdown or text file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

import yaml

from kg.documents import dates
from kg.documents.model import Metadata, Source
from kg.errors import DocumentError

_HEADER = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LONGEST = 65_536
_KEYS = {"lang": "language", "url": "address", "link": "address", "canonical": "address"}


@dataclass(frozen=True, slots=True)
class _Header:
    text: str
    start: int
    at: str

    def fault(self, line: int, found: str) -> DocumentError:
        return DocumentError(
            "KG209",
            "front matter that is no YAML mapping",
            at=f"{self.at}:{line + 2}",
            found=found,
            want="lines like `title: …` between two lines of `---`",
            do="mend that line, or remove the front matter",
        )


def read(text: str, at: str, *, strict: bool) -> tuple[Metadata, int]:
    """What the front matter says, and where the body begins.

    Args:
        text: The whole file.
        at: The file's path, for messages.
        strict: False treats a header that is no mapping as text (rules of dashes are common in plain text).

    Raises:
        DocumentError: KG209, with the line.
    """
    opened = _HEADER.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST) if opened else None
    if opened is None or closed is None:
        return Metadata(), 0
    header = _Header(text[opened.end() : closed.start()], opened.end(), at)
    try:
        return _metadata(header), closed.end()
    except DocumentError:
        if strict:
            raise
        return Metadata(), 0


def _metadata(header: _Header) -> Metadata:
    loader = yaml.SafeLoader
    try:
        node = yaml.compose(header.text, Loader=loader)
        values = yaml.load(header.text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line if fault.problem_mark else 0
        raise header.fault(line, fault.problem or "no YAML") from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError) as fault:
        raise header.fault(0, str(fault).split("\n")[0][:120] or "no YAML") from None
    if node is None:
        return Metadata()
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        raise header.fault(0, "a list" if isinstance(node, yaml.SequenceNode) else "a single value")
    found = {_KEYS.get(str(key), str(key)): value for key, value in values.items()}
    date = _date(header, node, found.get("date"))
    return Metadata(
        title=_text(found.get("title")),
        publisher=_text(found.get("publisher")),
        date=date,
        language=_language(found.get("language")),
        address=_text(found.get("address")),
        digest=found.get("digest") is True,
        source=_source(header, node, found.get("source")),
        spans=_spans(header, node),
        date_from="front matter" if date else None,
    )


def _source(header: _Header, node: yaml.MappingNode, value: object) -> Source | None:
    if isinstance(value, str):
        return Source(address=value) if value.startswith("http") else Source(title=value)
    if not isinstance(value, dict):
        return None
    return Source(
        title=_text(value.get("title")),
        publisher=_text(value.get("publisher")),
        date=_date(header, node, value.get("date")),
        address=_text(value.get("address") or value.get("url")),
    )


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return " ".join(str(value).split()) or None


def _language(value: object) -> str | None:
    match = re.match(r"[A-Za-z]{2}(?=$|[-_])", value.strip()) if isinstance(value, str) else None
    return match.group().lower() if match else None


def _date(header: _Header, node: yaml.MappingNode, value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    read = dates.parse(str(value))
    if read is None:
        raise header.fault(
            _line_of(node, "date"), f"date: {str(value)[:60]!r}, which names no day, month or year"
        )
    return read


def _line_of(node: yaml.MappingNode, key: str) -> int:
    return next((k.start_mark.line for k, _ in _pairs(node) if k.value == key), 0)


def _spans(header: _Header, node: yaml.MappingNode) -> dict[str, tuple[int, int]]:
    """Where each plain value stands in the file."""
    return {
        _KEYS.get(key.value, key.value): (
            header.start + value.start_mark.index,
            header.start + value.end_mark.index,
        )
        for key, value in _pairs(node)
        if isinstance(value, yaml.ScalarNode) and isinstance(key.value, str) and value.value
    }


def _pairs(node: yaml.MappingNode) -> list[tuple[Any, Any]]:
    return list(node.value)
