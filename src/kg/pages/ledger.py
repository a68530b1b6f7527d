"""The ledger of contradictions: both sides of each, side by side, and how it was decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.names import RDF_TYPE, kg, local_name
from kg.pages.knowing import DEFINITION, Term, plain
from kg.pages.sayings import Saying, Shown, Teller

_ON_A_PAGE = 12
_MOST_SAYINGS = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that are said.

    Args:
        value: As said.
        stands: "believed", "refused", "open" or "aside" (weighed by no decision).
        sayings: Who says so.
        more: Sayings that are not shown.
    """

    value: Shown
    stands: str
    sayings: tuple[Saying, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """One contradiction."""

    iri: str
    href: str | None
    about: Shown
    property: Shown
    kind: Shown
    meaning: str
    status: str
    rule: str
    reason: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A page of the ledger, and what it can be narrowed by."""

    disputes: tuple[Dispute, ...]
    count: int
    all: int
    kinds: tuple[tuple[str, str, int], ...]
    states: tuple[tuple[str, str, int], ...]
    kind: str
    state: str
    subject: str
    page: int
    pages: int


class Ledger:
    """Reads contradictions."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._known = teller.knowledge

    def page(self, values: Mapping[str, str], subject: NamedNode | None, wanted: int) -> LedgerPage:
        """A page of those that fit.

        Args:
            values: `kind` and `status`, local names in the engine's vocabulary; `thing` as it was given.
            subject: Only on this thing, or on what it takes part in.
            wanted: Number of the page.
        """
        known = self._known
        nodes = known.subjects(RDF_TYPE, kg("Contradiction"))
        fitting = [n for n in nodes if subject is None or self._is_on(n, subject)]
        kinds = self._tally(fitting, "kind")
        states = self._tally(fitting, "status")
        kind, state = values.get("kind", ""), values.get("status", "")
        kept = [n for n in fitting if self._fits(n, "kind", kind) and self._fits(n, "status", state)]
        ranked = sorted(kept, key=self._rank)
        pages = max(1, -(-len(ranked) // _ON_A_PAGE))
        page = max(1, min(wanted, pages))
        return LedgerPage(
            disputes=tuple(self.dispute(n) for n in ranked[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]),
            count=len(ranked),
            all=len(nodes),
            kinds=kinds,
            states=states,
            kind=kind,
            state=state,
            subject=values.get("thing", ""),
            page=page,
            pages=pages,
        )

    def _is_on(self, node: NamedNode, subject: NamedNode) -> bool:
        about = self._known.value(node, kg("about"))
        if about == subject or about is None:
            return about == subject
        quads = self._known.store.quads_for_pattern(about, None, subject, None)  # type: ignore[arg-type]
        return next(quads, None) is not None

    def _tally(self, nodes: Iterable[NamedNode], part: str) -> tuple[tuple[str, str, int], ...]:
        """Local name, label and number of each kind or state there is."""
        found = Counter(plain(self._known.value(node, kg(part))) for node in nodes)
        named = [(local_name(iri), self._known.label(NamedNode(iri)), n) for iri, n in found.items() if iri]
        return tuple(sorted(named, key=lambda item: item[1].casefold()))

    def _fits(self, node: NamedNode, part: str, wanted: str) -> bool:
        return not wanted or local_name(plain(self._known.value(node, kg(part)))) == wanted

    def _rank(self, node: NamedNode) -> tuple[bool, str, str, str]:
        known = self._known
        is_open = known.value(node, kg("status")) == kg("Open")
        about, prop = known.value(node, kg("about")), known.value(node, kg("property"))
        return not is_open, known.label(about).casefold(), known.label(prop), node.value

    def dispute(self, node: NamedNode) -> Dispute:
        known = self._known
        kind, rule = known.value(node, kg("kind")), known.value(node, kg("rule"))
        return Dispute(
            iri=node.value,
            href=self._teller.links.thing(node.value),
            about=self._teller.shown(known.value(node, kg("about"))),
            property=self._teller.property(known.value(node, kg("property"))),
            kind=Shown(known.label(kind), None, "", plain(kind)),
            meaning=known.in_language(kind, DEFINITION) if kind is not None else "",
            status=local_name(plain(known.value(node, kg("status")))).lower(),
            rule=known.label(rule),
            reason=known.in_language(rule, DEFINITION) if rule is not None else "",
            sides=self._sides(node),
        )

    def _sides(self, node: NamedNode) -> tuple[Side, ...]:
        known = self._known
        is_open = known.value(node, kg("status")) == kg("Open")
        decisions = [d for d in known.values(node, kg("decision")) if isinstance(d, NamedNode)]
        won = {c for d in decisions for c in known.values(d, kg("winner"))}
        lost = {c for d in decisions for c in known.values(d, kg("loser"))}
        by_value: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
        for claim in known.values(node, kg("side")):
            firmness = local_name(plain(known.value(claim, kg("factuality"))))
            key = (plain(known.value(claim, kg("property"))), str(known.value(claim, kg("value"))), firmness)
            by_value[key].append(claim)
        sides = [self._side(claims, is_open, won, lost) for _, claims in sorted(by_value.items())]
        return tuple(sorted(sides, key=lambda s: ("believed", "open", "aside", "refused").index(s.stands)))

    def _side(self, claims: list[Term], is_open: bool, won: set[Term], lost: set[Term]) -> Side:
        sayings = self._teller.sayings(claims)
        stands = (
            "open" if is_open
            else "believed" if won & set(claims)
            else "refused" if lost & set(claims)
            else "aside"
        )  # fmt: skip
        value = self._teller.shown(self._known.value(claims[0], kg("value")))
        return Side(value, stands, tuple(sayings[:_MOST_SAYINGS]), max(0, len(sayings) - _MOST_SAYINGS))
