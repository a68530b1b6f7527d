"""Media types of answers, and which of them a request wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import RdfFormat

HTML = "text/html"

ROWS: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    HTML: "html",
}
"""Media type → form of a SELECT's answer, the one that is given unasked first."""

TRUTH: tuple[str, ...] = tuple(media for media, form in ROWS.items() if form not in ("csv", "tsv"))
"""Media types of an ASK's answer; the standards define none in CSV or TSV."""

GRAPHS: dict[str, RdfFormat | None] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    HTML: None,
}
"""Media type → format of CONSTRUCT and DESCRIBE, the one that is given unasked first; None for a page."""


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """The media type to answer with: the one the header ranks highest, the earlier of equals; None for none.

    Source:
        RFC 9110, section 12.5.1: the most specific range that fits a type gives its weight.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [(-_weight(offer, ranges), place, offer) for place, offer in enumerate(offered)]
    best = min(ranked, default=(0.0, 0, ""))
    return best[2] if best[0] < 0 else None


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a compressed answer is welcome; where the header says nothing, it is not."""
    weights = dict(_range(part) for part in accept_encoding.split(",") if part.strip())
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _range(text: str) -> tuple[str, float]:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return media, _quality(value)
    return media, 1.0


def _quality(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    # A comparison with what is no number is false, so it ends as 0 too.
    return min(value, 1.0) if value > 0 else 0.0


def _weight(offer: str, ranges: Iterable[tuple[str, float]]) -> float:
    fits = {offer: 3, offer.partition("/")[0] + "/*": 2, "*/*": 1}
    return max(((fits[media], weight) for media, weight in ranges if media in fits), default=(0, 0.0))[1]
