"""The text of a document as pages show it: passages, and where in them the words of claims stand."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from kg.names import local_name
from kg.reading import Passage, Reading


def file_name(document: str) -> str:
    """The file that holds the text of the document with this IRI."""
    return f"{local_name(document)}.json"


def as_json(reading: Reading) -> str:
    """What `as_dict` gives, as it is written."""
    return json.dumps(as_dict(reading), ensure_ascii=False, indent=1) + "\n"


def as_dict(reading: Reading) -> dict[str, Any]:
    """A reading's text, for JSON.

    Args:
        reading: With the offsets of its passages.

    Returns:
        `language`, and `passages`, each with its `text`, `kind`, `paragraph`, `start` and `end` in the document's
        text, whether it is `silent`, and `marks`: stretches of the passage whose words claims stand on, each as
        first and last place in the passage, then first and last place in the document; sorted, half-open.
    """
    spans = sorted({(c.evidence.start, c.evidence.end) for c in reading.claims if c.evidence.start >= 0})
    silent = set(reading.silent)
    passages = [
        {
            "text": passage.text,
            "kind": passage.kind,
            "paragraph": passage.paragraph,
            "start": passage.span()[0],
            "end": passage.span()[1],
            "silent": passage.number in silent,
            "marks": [list(mark) for mark in _marks(passage, spans)],
        }
        for passage in reading.passages
    ]
    return {"language": reading.language, "passages": passages}


def _marks(passage: Passage, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    first, last = passage.span()
    for start, end in spans:
        if start < last and end > first:
            inside = bisect_left(passage.offsets, start), bisect_left(passage.offsets, end)
            if inside[0] < min(inside[1], len(passage.text)):
                yield inside[0], min(inside[1], len(passage.text)), start, end
