"""Who speaks, and who only repeats: documents of one text are one witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from kg.claims import Claim
from kg.deciding.records import Source
from kg.periods import Period
from kg.register import publishers
from kg.resolving import Resolution
from kg.schema import Schema


class Witnesses:
    """Traces each source to the first of its text, which alone gives publisher and date.

    Sources are of one text when they share a fingerprint or the address of a primary source. The first is the
    one issued earliest; one without a date comes after all with one. So a later reprint moves nothing.
    """

    def __init__(self, sources: Mapping[str, Source], resolution: Resolution) -> None:
        self._first = _firsts(sources)
        self._resolution = resolution

    def publisher(self, source: str) -> str | None:
        first = self._first.get(source)
        if first is None or first.publisher is None:
            return None
        return self._resolution.term(first.publisher).value

    def issued(self, source: str) -> Period | None:
        first = self._first.get(source)
        return first.issued if first else None

    def witness(self, source: str) -> str:
        """Equal for sources that are no independent witnesses of each other."""
        first = self._first.get(source)
        return self.publisher(source) or (first.iri.value if first else source)

    def count(self, sources: Iterable[str]) -> int:
        return len({self.witness(source) for source in sources})


def _firsts(sources: Mapping[str, Source]) -> Mapping[str, Source]:
    leaders: dict[str, str] = {}

    def find(key: str) -> str:
        while leaders.setdefault(key, key) != key:
            leaders[key] = leaders[leaders[key]]
            key = leaders[key]
        return key

    for iri, source in sorted(sources.items()):
        keys = [f"at {iri}"]
        if source.fingerprint:
            keys.append(f"text {source.fingerprint}")
        if source.primary:
            keys.append(f"at {source.primary}")
        for key in keys[1:]:
            leaders[find(key)] = find(keys[0])
    texts: dict[str, list[Source]] = defaultdict(list)
    for iri, source in sorted(sources.items()):
        texts[find(f"at {iri}")].append(source)
    return {iri: min(texts[find(f"at {iri}")], key=_age) for iri in sources}


def _age(source: Source) -> tuple[bool, int, int, str]:
    issued = source.issued or Period(0, 0)
    return source.issued is None, issued.latest, issued.earliest, source.iri.value


def register_sources(schema: Schema, claims: Iterable[Claim]) -> dict[str, Source]:
    """A `Source` for each address of the register; the thing whose `kg:webHost` it has is publisher."""
    addresses = sorted({claim.source.value for claim in claims})
    known = publishers(schema, addresses)
    return {a: Source(NamedNode(a), publisher=known.get(a), primary=a) for a in addresses}
