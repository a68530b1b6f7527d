"""Values side by side: which are the same, which one is only finer than another, which cannot both be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pyoxigraph import NamedNode

from kg.claims import Term
from kg.deciding.piles import Pile
from kg.deciding.records import ResolvedClaim
from kg.names import XSD, Names, fold
from kg.resolving import period_of

_NUMBERS = {
    XSD + n for n in ("integer", "decimal", "double", "float", "int", "nonNegativeInteger", "positiveInteger")
}
_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """What a value leaves open.

    Args:
        kind: "period", "number" or "other".
        low: Least day or number; 0 for kind "other".
        high: Greatest day or number; 0 for kind "other".
        key: What must be equal for kind "other"; texts are folded.
    """

    kind: str
    low: Decimal
    high: Decimal
    key: str = ""

    def covers(self, other: Extent) -> bool:
        """Whether all that `other` allows is allowed: a year covers its months, "over 10" covers 12."""
        return (
            self.kind == other.kind
            and self.key == other.key
            and self.low <= other.low
            and other.high <= self.high
        )

    @property
    def width(self) -> Decimal:
        return self.high - self.low


def extent(value: Term, names: Names, *, bound: bool) -> Extent:
    """The extent of a value; `bound` makes a number the least one."""
    if isinstance(value, NamedNode):
        period = period_of(value.value, names)
        if period is None:
            return Extent("other", Decimal(0), Decimal(0), value.value)
        return Extent("period", Decimal(period.earliest), Decimal(period.latest))
    if value.datatype.value in _NUMBERS:
        try:
            number = Decimal(value.value)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return Extent("number", number, _ENDLESS if bound else number)
    text = {"1": "true", "0": "false"}.get(value.value, value.value) if _is_boolean(value) else value.value
    return Extent("other", Decimal(0), Decimal(0), f'"{fold(text)}')


def _is_boolean(value: Term) -> bool:
    return not isinstance(value, NamedNode) and value.datatype.value == XSD + "boolean"


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that stand together.

    Args:
        piles: Those that say the value itself.
        backers: Those that say something wider, which the value fits and a rival does not.
        extent: The value's.
    """

    piles: tuple[Pile, ...]
    backers: tuple[Pile, ...] = ()
    extent: Extent | None = None

    @property
    def all(self) -> tuple[Pile, ...]:
        return self.piles + self.backers

    @property
    def first(self) -> ResolvedClaim:
        """What is told of those that say the value: the claim whose IRI is least, made by a source if any is."""
        return min((p.first for p in self.piles), key=lambda claim: (claim.claim.counted, claim.iri.value))


def camps_of(extents: Mapping[Extent, Sequence[Pile]]) -> Sequence[Camp]:
    """One camp for each value that no other makes finer; more than one is a contradiction."""
    wider = [e for e in extents if e.low != e.high]
    coarse = {e for e in wider if any(o != e and e.covers(o) for o in extents)}
    finest = [e for e in extents if e not in coarse]
    backing: dict[Extent, list[Pile]] = {e: [] for e in finest}
    for wide in wider if len(finest) > 1 else ():
        backed = [e for e in finest if wide != e and wide.covers(e)]
        if len(backed) < len(finest):
            for e in backed:
                backing[e] += extents[wide]
    return [Camp(tuple(extents[e]), tuple(backing[e]), e) for e in finest]
