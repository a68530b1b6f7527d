"""Two versions of one release, claim by claim: what agrees, what is said otherwise, what one of them lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kg.comparing.aligning import align, rename
from kg.comparing.records import Comparison, Difference, Kind, Pair, Said, Side
from kg.dataset.naming import frame_labels
from kg.deciding import ResolvedClaim, resolved_claims
from kg.deciding.settling import Properties
from kg.deciding.values import Extent, extent
from kg.names import RDF_TYPE, RDFS, RDFS_LABEL, local_name
from kg.reading import Reading
from kg.register import class_is_named, read_register
from kg.resolving import period_of, resolve
from kg.schema import Schema
from kg.triples import Index

__all__ = ["Comparison", "Difference", "Kind", "Pair", "Said", "Side", "compare"]


def compare(a: Reading, b: Reading, schema: Schema, *, language: str = "en") -> Comparison:
    """Compare what two documents say.

    Claims meet by thing and property, in canonical terms: names in two languages are one thing, an inverse is turned
    round, "2024" and "2024-06" or "over 370" and 377 agree. Names and classes of things that have names are no claims
    to be compared.

    Args:
        a: The one document, read.
        b: The other; may be the same.
        schema: Of the project.
        language: Of the names in the result.

    Returns:
        The same but for the sides' places when a and b change theirs.
    """
    table = _Table(a, b, schema)
    groups = _grouped(table.a, table.b, table)
    same: list[Pair] = []
    otherwise: list[Difference] = []
    only_a: list[Said] = []
    only_b: list[Said] = []
    for key in sorted(groups):
        matched = _Matched(table, *groups[key])
        same += matched.same
        otherwise += matched.otherwise(key)
        only_a += matched.left_a
        only_b += matched.left_b
    found = tuple(sorted(_without_echoes(otherwise)))
    return Comparison(
        a=_side(a),
        b=_side(b),
        same=tuple(sorted(same)),
        otherwise=found,
        only_a=tuple(sorted(only_a)),
        only_b=tuple(sorted(only_b)),
        names=table.names(language),
        aligned=table.aligned,
    )


def _side(reading: Reading) -> Side:
    return Side(
        file=reading.document.path.name,
        title=reading.title,
        publisher=reading.publisher_name or "",
        issued=reading.issued.text if reading.issued else "",
        language=reading.language,
    )


class _Table:
    """The claims of both documents in the same terms, and how their values compare."""

    def __init__(self, a: Reading, b: Reading, schema: Schema) -> None:
        self.schema = schema
        self.properties = Properties(schema)
        self._register = read_register(schema)
        resolution = resolve(list(dict.fromkeys((*a.claims, *b.claims))), self._register.claims, schema)
        of_a, of_b = (resolved_claims(each.claims, resolution, schema) for each in (a, b))
        self.a, others = self._compared(of_a), self._compared(of_b)
        self._told = {
            **{c.about: c.value.value for c in (*of_b, *of_a) if c.predicate == RDFS_LABEL.value},
            b.iri.value: b.title,
            a.iri.value: a.title,
        }
        documents = {b.iri.value: a.iri.value}
        others = rename(others, documents)
        self.classes = self._classes([*self.a, *others])
        self.aligned = align(self.a, others, set(schema.things), self.compatible)
        self.b = rename(others, self.aligned)
        self.classes = self._classes([*self.a, *self.b])

    def _compared(self, claims: Sequence[ResolvedClaim]) -> list[ResolvedClaim]:
        return [claim for claim in claims if not self._is_naming(claim)]

    def _is_naming(self, claim: ResolvedClaim) -> bool:
        if claim.predicate == RDFS_LABEL.value:
            return True
        is_class = claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode)
        return (
            is_class and claim.about in self.schema.things and class_is_named(self.schema, claim.value.value)
        )

    def _classes(self, claims: Sequence[ResolvedClaim]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if claim.about in self.schema.things:
                found[claim.about] |= self.schema.things[claim.about].classes
            if claim.predicate == RDF_TYPE.value and isinstance(claim.value, NamedNode):
                found[claim.about].add(claim.value.value)
        return {iri: frozenset(kinds) for iri, kinds in found.items()}

    def one_of(self, claim: ResolvedClaim) -> str | None:
        """The property of which there is one that a claim is on."""
        return self.properties.watched(self.classes.get(claim.about, frozenset()), claim.predicate)

    def extent(self, claim: ResolvedClaim) -> Extent:
        bound = self.properties.bound(self.classes.get(claim.about, frozenset()), claim.predicate)
        return extent(claim.value, self.schema.names, bound=bound)

    def compatible(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        first, second = self.extent(one), self.extent(other)
        return first.covers(second) or second.covers(first)

    # -- in words -----------------------------------------------------------------------------------------

    def said(self, claim: ResolvedClaim) -> Said:
        words = claim.claim.evidence
        return Said(
            about=claim.about,
            predicate=claim.predicate,
            value=str(claim.value),
            shown=self._shown(claim.value),
            factuality=claim.factuality.value.lower(),
            words=words.exact,
            start=words.start,
            end=words.end,
            claim=claim.iri.value,
        )

    def _shown(self, value: NamedNode | Literal) -> str:
        if isinstance(value, Literal):
            return value.value
        period = period_of(value.value, self.schema.names)
        return period.text if period is not None else value.value

    def names(self, language: str) -> dict[str, str]:
        """Names of all things and properties that claims speak of."""
        claims = [*self.a, *self.b]
        iris = {c.about for c in claims} | {c.predicate for c in claims}
        iris |= {c.value.value for c in claims if isinstance(c.value, NamedNode)}
        known = {**self._frames(self.b, language), **self._frames(self.a, language), **self._told}
        terms = Index(self.schema.ontology)
        return {iri: self._name(iri, terms, known, language) for iri in sorted(iris)}

    def _frames(self, claims: Sequence[ResolvedClaim], language: str) -> dict[str, str]:
        """Frames, called after what identifies them; each after what one document says of it."""
        said = [Triple(NamedNode(c.about), NamedNode(c.predicate), c.value) for c in claims]
        said += [Triple(NamedNode(iri), RDFS_LABEL, Literal(name)) for iri, name in self._told.items()]
        return {
            t.subject.value: t.object.value
            for t in frame_labels(list(dict.fromkeys(said)), self._register.triples, self.schema)
            if isinstance(t.subject, NamedNode)
            and isinstance(t.object, Literal)
            and t.object.language == language
        }

    def _name(self, iri: str, terms: Index, told: Mapping[str, str], language: str) -> str:
        if iri == RDF_TYPE.value:
            return {"de": "ist"}.get(language, "is a")
        if iri in self.schema.things:
            return self.schema.things[iri].name(language)
        words = dict(terms.words(NamedNode(iri), RDFS + "label"))
        period = period_of(iri, self.schema.names)
        known = words.get(language) or words.get("en") or (period.text if period else "")
        return known or told.get(iri, local_name(iri).replace("-", " "))


Key = tuple[str, str]
_Group = tuple[list[ResolvedClaim], list[ResolvedClaim]]


def _grouped(a: Sequence[ResolvedClaim], b: Sequence[ResolvedClaim], table: _Table) -> dict[Key, _Group]:
    """Claims on one thing and one property side by side; each thing said once in one way."""
    found: dict[Key, _Group] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((a, b)):
        seen = set()
        for claim in sorted(claims, key=lambda c: (c.claim.evidence.start, c.iri.value)):
            told = (claim.key, claim.factuality)
            if told not in seen:
                seen.add(told)
                found[claim.about, table.one_of(claim) or claim.predicate][side].append(claim)
    return found


class _Matched:
    """One group: which claims agree, and which are left."""

    def __init__(self, table: _Table, a: Sequence[ResolvedClaim], b: Sequence[ResolvedClaim]) -> None:
        self._table = table
        agree = {(x.iri, y.iri) for x in a for y in b if self._agree(x, y) and x.factuality is y.factuality}
        self.same = [*self._pairs(a, b, agree)]
        rest_a = [x for x in a if not any(x.iri == one for one, _ in agree)]
        rest_b = [y for y in b if not any(y.iri == other for _, other in agree)]
        self._firmness = [(x, y) for x in rest_a for y in rest_b if self._agree(x, y)]
        rest_a = [x for x in rest_a if not any(x is one for one, _ in self._firmness)]
        rest_b = [y for y in rest_b if not any(y is other for _, other in self._firmness)]
        of_one = any(table.one_of(claim) is not None for claim in (*rest_a, *rest_b))
        disputed = bool(of_one and rest_a and rest_b)
        self._dispute = (rest_a, rest_b) if disputed else ([], [])
        self.left_a = [] if disputed else [table.said(claim) for claim in rest_a]
        self.left_b = [] if disputed else [table.said(claim) for claim in rest_b]

    def _agree(self, x: ResolvedClaim, y: ResolvedClaim) -> bool:
        return self._table.compatible(x, y)

    def _pairs(
        self, a: Sequence[ResolvedClaim], b: Sequence[ResolvedClaim], agree: set[tuple[NamedNode, NamedNode]]
    ) -> Iterator[Pair]:
        """For each claim that agrees with any, the one that it agrees with best."""
        table = self._table
        found = set()
        for x in a:
            partners = [y for y in b if (x.iri, y.iri) in agree]
            if partners:
                found.add((x.iri, min(partners, key=lambda y, x=x: self._distance(x, y)).iri))  # type: ignore[misc]
        for y in b:
            partners = [x for x in a if (x.iri, y.iri) in agree]
            if partners and y.iri not in {other for _, other in found}:
                found.add((min(partners, key=lambda x, y=y: self._distance(y, x)).iri, y.iri))  # type: ignore[misc]
        said_a, said_b = {x.iri: table.said(x) for x in a}, {y.iri: table.said(y) for y in b}
        yield from (Pair(said_a[one], said_b[other]) for one, other in found)

    def _distance(self, claim: ResolvedClaim, partner: ResolvedClaim) -> tuple[bool, bool, str, str]:
        differs = claim.value != partner.value
        return differs, claim.predicate != partner.predicate, str(partner.value), partner.iri.value

    def otherwise(self, key: Key) -> Iterator[Difference]:
        told = self._table.said
        for x, y in self._firmness:
            yield Difference(x.about, x.predicate, Kind.FACTUALITY, (told(x),), (told(y),))
        ours, theirs = self._dispute
        if ours:
            of_a, of_b = (tuple(sorted(map(told, side))) for side in (ours, theirs))
            yield Difference(key[0], key[1], Kind.VALUE, of_a, of_b)


@dataclass(frozen=True, slots=True)
class _Firmness:
    about: str
    a: str
    b: str


def _without_echoes(found: Sequence[Difference]) -> Iterator[Difference]:
    """A thing that is held less firmly takes its slots along: that is told once, of the thing."""
    told = {_of(d) for d in found if d.kind is Kind.FACTUALITY and d.predicate == RDF_TYPE.value}
    for difference in found:
        echo = difference.kind is Kind.FACTUALITY and difference.predicate != RDF_TYPE.value
        if not (echo and _of(difference) in told):
            yield difference


def _of(difference: Difference) -> _Firmness:
    return _Firmness(difference.about, difference.a[0].factuality, difference.b[0].factuality)
