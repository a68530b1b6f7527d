"""The graph of a document as it can be written before anything is known of other documents.

It depends on the document alone, but for who publishes and who speaks: what these are called in the end is put in
later. So it is made where the document is read, by several processes, and kept with the reading.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pyoxigraph import NamedNode

from kg import converting
from kg.dataset.packing import Packed, pack
from kg.names import DCTERMS, PROV, RDF_TYPE, Names, local_name
from kg.reading import Reading

__all__ = ["Sheet", "called", "count_periods", "of_reading", "owner_of", "periods_in", "sheet"]

_SPEAKING = (DCTERMS + "publisher", PROV + "wasAttributedTo")
_SPEAKER = re.compile(f"(<(?:{'|'.join(map(re.escape, _SPEAKING))})> <)([^>]*)(?=>$)".encode(), re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The graph of a document.

    Args:
        part: Its triples.
        description: Lines of those about the document itself, which other graphs might hold too.
        speakers: IRIs of those who publish or speak.
        owners: Its claims and their words, each as `owner_of` tells it.
        periods: What `periods_in` finds.
    """

    part: Packed
    description: tuple[str, ...]
    speakers: frozenset[str]
    owners: array[int]
    periods: frozenset[str]


def of_reading(reading: Reading, names: Names) -> Sheet:
    """The sheet of what a document says, with speakers as they were read."""
    return sheet(reading.iri, map(str, converting.document_triples(reading, names)), names)


def sheet(graph: NamedNode, lines: Iterable[str], names: Names) -> Sheet:
    """The sheet of a document's graph, from its lines in any order."""
    part, about = pack(lines), f"{graph} "
    texts = [*part.texts()]
    return Sheet(
        part=part,
        description=tuple(line for t in texts for line in t.decode().split("\n") if line.startswith(about)),
        speakers=frozenset(iri.decode() for text in texts for _, iri in _SPEAKER.findall(text)),
        owners=array("Q", (_owner(*told) for text in texts for told in _owners(names).findall(text))),
        periods=periods_in(part, names),
    )


def called(known: Sheet, canonical: Mapping[str, str]) -> Sheet:
    """The same with speakers called what they are called in the end.

    Args:
        known: With speakers as they were read.
        canonical: Local IRI → canonical IRI; what is missing keeps its name.
    """
    if all(canonical.get(iri, iri) == iri for iri in known.speakers):
        return known
    spoken = {iri.encode(): canonical.get(iri, iri).encode() for iri in known.speakers}

    def as_called(text: bytes) -> list[str]:
        return _SPEAKER.sub(lambda told: told[1] + spoken[told[2]], text).decode().split("\n")

    return replace(
        known,
        part=pack(line for text in known.part.texts() for line in as_called(text)),
        description=tuple(as_called("\n".join(known.description).encode())),
    )


def periods_in(part: Packed, names: Names) -> frozenset[str]:
    """The texts of the periods that triples of a graph speak of."""
    return frozenset(count_periods(part.texts(), names))


def count_periods(texts: Iterable[bytes], names: Names) -> dict[str, int]:
    """The same of lines, with the number of those that speak of each."""
    found = Counter(iri for text in texts for iri in _periods(names).findall(text))
    told = ((names.period_text(iri.decode()), many) for iri, many in found.items())
    return {text: many for text, many in told if text is not None}


def _owner(kind: bytes, hashed: bytes) -> int:
    """A claim or its words, in little room."""
    return int(hashed, 16) << 1 | (kind == b"claim")


def owner_of(claim: NamedNode) -> int:
    """The same of a claim by its IRI."""
    return _owner(b"claim", local_name(claim.value).encode())


@lru_cache(maxsize=4)
def _owners(names: Names) -> re.Pattern[bytes]:
    told = f"^<{re.escape(names.base)}id/(claim|evidence)/([0-9a-f]+)> {re.escape(str(RDF_TYPE))}"
    return re.compile(told.encode(), re.MULTILINE)


@lru_cache(maxsize=4)
def _periods(names: Names) -> re.Pattern[bytes]:
    return re.compile(f" <({re.escape(names.period('').value)}[^>]*)>$".encode(), re.MULTILINE)
