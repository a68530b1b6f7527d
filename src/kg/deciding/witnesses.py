"""Who speaks, and who only repeats: documents of one text are one witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from kg.claims import Claim
from kg.deciding.records import Source
from kg.periods import Period
from kg.register import issued, publishers
from kg.resolving import Resolution, period_of
from kg.schema import Schema

_SKETCHED = 64
_LOOKED_UP = 16


class Witnesses:
    """Traces each source to the first of its text, which alone gives publisher and date.

    Sources are of one text when they share a fingerprint, the address of a primary source, or so much of their
    wording that one is a near-copy of the other. The first is the one issued earliest; one without a date comes
    after all with one. A source is traced to earlier ones alone: no later reprint moves anything.

    Args:
        sources: Source IRI → what is known of it.
        resolution: To bring publishers to their canonical form.
        alike: From which share of their wording on two texts are one; above 1 for never.
    """

    def __init__(self, sources: Mapping[str, Source], resolution: Resolution, alike: float = 2.0) -> None:
        self._first: dict[str, Source] = _firsts(sources, alike)
        self._publishers = {
            source: resolution.term(first.publisher).value
            for source, first in self._first.items()
            if first.publisher is not None
        }

    def publisher(self, source: str) -> str | None:
        return self._publishers.get(source)

    def issued(self, source: str) -> Period | None:
        first = self._first.get(source)
        return first.issued if first else None

    def witness(self, source: str) -> str:
        """Equal for sources that are no independent witnesses of each other."""
        first = self._first.get(source)
        return self.publisher(source) or (first.iri.value if first else source)

    def count(self, sources: Iterable[str]) -> int:
        return len({self.witness(source) for source in sources})


def _firsts(sources: Mapping[str, Source], alike: float) -> dict[str, Source]:
    first: dict[str, Source] = {}
    texts: dict[str, str] = {}
    sketches = _Sketches(alike)
    for source in sorted(sources.values(), key=_age):
        iri = source.iri.value
        keys = [*_keys(source)]
        earlier = next((texts[key] for key in keys if key in texts), None) or sketches.near(source)
        first[iri] = first[earlier] if earlier else source
        for key in keys:
            texts.setdefault(key, iri)
        sketches.add(source)
    return first


def _keys(source: Source) -> Iterator[str]:
    yield f"at {source.iri.value}"
    if source.primary:
        yield f"at {source.primary}"
    if source.fingerprint:
        yield f"text {source.fingerprint}"


def _age(source: Source) -> tuple[bool, int, int, str]:
    issued = source.issued or Period(0, 0)
    return source.issued is None, issued.latest, issued.earliest, source.iri.value


class _Sketches:
    """Finds the first earlier text that shares enough of its wording with a later one.

    Source:
        Broder, "On the resemblance and containment of documents" (1997): the share of the least hashes of a
        union that both sets have estimates the resemblance of the sets.
    """

    def __init__(self, alike: float) -> None:
        self._alike = alike
        self._known: list[tuple[str, tuple[int, ...], frozenset[int]]] = []
        self._by_hash: dict[int, list[int]] = defaultdict(list)

    def add(self, source: Source) -> None:
        if source.sketch and self._alike <= 1:
            for value in source.sketch[:_LOOKED_UP]:
                self._by_hash[value].append(len(self._known))
            self._known.append((source.iri.value, source.sketch, frozenset(source.sketch)))

    def near(self, source: Source) -> str | None:
        places = {place for value in source.sketch for place in self._by_hash.get(value, ())}
        own = frozenset(source.sketch)
        for place in sorted(places):
            iri, sketch, known = self._known[place]
            if self._may_be_near(own, known) and resemblance(sketch, source.sketch) >= self._alike:
                return iri
        return None

    def _may_be_near(self, one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether they share enough at all: most pairs share a phrase or two, and to look closer takes long."""
        shared = len(one & other)
        return shared / min(_SKETCHED, len(one) + len(other) - shared) >= self._alike


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """From 0 to 1: how much of their wording two texts share, by their sketches (sorted hashes)."""
    union = sorted({*one, *other})[:_SKETCHED]
    shared = {*one} & {*other}
    return sum(value in shared for value in union) / len(union) if union else 0.0


def register_sources(schema: Schema, claims: Iterable[Claim]) -> dict[str, Source]:
    """A `Source` for each address of the register, with the publisher and the date that the register knows."""
    addresses = sorted({claim.source.value for claim in claims})
    known = publishers(schema, addresses)
    dates = {a: period_of(when.value, schema.names) for a, when in issued(schema).items()}
    return {
        a: Source(NamedNode(a), publisher=known.get(a), issued=dates.get(a), primary=a) for a in addresses
    }
