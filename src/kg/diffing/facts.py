"""Which facts, conclusions, decisions, contradictions and expectations came, went or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.diffing.records import Change, Quote
from kg.diffing.sides import Side, Term, plain
from kg.diffing.touched import Touched, first, listed, way
from kg.names import DCTERMS, NAMING_PROPERTIES, kg, local_name

_STATED = ("facts", "register")
_SOURCE = NamedNode(DCTERMS + "source")


def facts(touched: Touched) -> Iterator[Change]:
    """One change for each triple that is believed on one side alone, or for each pair of values of a property."""
    gone: dict[tuple[str, str], list[Triple]] = defaultdict(list)
    new: dict[tuple[str, str], list[Triple]] = defaultdict(list)
    for triple in touched.triples(*_STATED):
        before, after = (_stands(side, triple) for side in (touched.a, touched.b))
        if before != after:
            (new if after else gone)[plain(triple.subject), triple.predicate.value].append(triple)
    for key in sorted(gone.keys() | new.keys()):
        lost, won = gone.get(key, []), new.get(key, [])
        if len(lost) == len(won) == 1:
            yield _other_value(touched, lost[0], won[0])
            continue
        yield from (_fact(touched.a, triple, "went", touched.b) for triple in lost)
        yield from (_fact(touched.b, triple, "came", touched.a) for triple in won)


def conclusions(touched: Touched) -> Iterator[Change]:
    """One change for each triple that follows on one side and neither follows nor is believed on the other."""
    for triple in touched.triples("inferred"):
        before, after = (side.has(triple, "inferred", *_STATED) for side in (touched.a, touched.b))
        if before != after:
            yield _change("conclusion", touched.b if after else touched.a, triple, way(before, after))


def decisions(touched: Touched) -> Iterator[Change]:
    """One change for each value decided on, or decided otherwise; not where only the words moved."""
    for node, before, after in touched.of_class("Decision"):
        side = touched.b if after else touched.a
        triple = Triple(*(side.value(node, kg(p)) for p in ("about", "property", "value")))  # type: ignore[arg-type]
        told = [_told(s, node) if there else None for s, there in ((touched.a, before), (touched.b, after))]
        if told[0] == told[1]:
            continue
        sides = [_for_and_against(s, node) for s in (touched.a, touched.b)]
        yield _change(
            "decision",
            side,
            triple,
            way(before, after),
            key=node.value,
            before=_decided(touched.a, node) if before else "",
            after=_decided(touched.b, node) if after else "",
            said_before=sides[0],
            said_after=sides[1],
        )


def contradictions(touched: Touched) -> Iterator[Change]:
    """One change for each dispute that arose, is over, or has other sides or another outcome."""
    for node, before, after in touched.of_class("Contradiction"):
        side = touched.b if after else touched.a
        sides = [s.quotes(s.values(node, kg("side"))) for s in (touched.a, touched.b)]
        outcomes = [_dispute(s, node) for s in (touched.a, touched.b)]
        if before and after and outcomes[0] == outcomes[1] and _said(sides[0]) == _said(sides[1]):
            continue
        about = side.value(node, kg("about"))
        yield Change(
            kind="contradiction",
            how=way(before, after),
            key=node.value,
            group=plain(about),
            heading=_titled(side, about),
            text=f"{side.name(about)} — {side.name(side.value(node, kg('property')))}",
            before=outcomes[0] if before else "",
            after=outcomes[1] if after else "",
            said_before=sides[0],
            said_after=sides[1],
        )


def expectations(touched: Touched) -> Iterator[Change]:
    """One change for each thing that a source expects or holds possible."""
    for node, before, after in touched.of_class("Expectation"):
        side = touched.b if after else touched.a
        triple = Triple(*(side.value(node, kg(p)) for p in ("about", "property", "value")))  # type: ignore[arg-type]
        said = [s.quotes(s.values(node, kg("claim"))) for s in (touched.a, touched.b)]
        if before and after and _said(said[0]) == _said(said[1]):
            continue
        firm = local_name(side.plain(node, kg("factuality"))).lower()
        yield _change(
            "expectation",
            side,
            triple,
            way(before, after),
            key=node.value,
            note=f" ({firm})",
            said_before=said[0],
            said_after=said[1],
        )


def findings(touched: Touched) -> Iterator[Change]:
    """One change for each finding that is new or gone."""
    for node, before, after in touched.of_class("Finding"):
        side = touched.b if after else touched.a
        if before and after:
            continue
        code = side.plain(node, NamedNode(DCTERMS + "identifier"))
        severity = side.plain(node, kg("severity"))
        about = side.name(side.value(node, kg("about")))
        at, found = side.plain(node, kg("at")), side.plain(node, kg("found"))
        yield Change(
            kind="finding",
            how=way(before, after),
            key=node.value,
            group=severity,
            heading=severity,
            text=" · ".join(filter(None, (f"{code} {side.plain(node, kg('what'))}", about, at, found))),
        )


# --- a fact ------------------------------------------------------------------------------------------------


def _stands(side: Side, triple: Triple) -> bool:
    """Whether it is believed; names that the engine gives to nameless things are no news."""
    if side.has(triple, "register"):
        return True
    made_up = triple.predicate in NAMING_PROPERTIES and not side.is_a(side.decision(triple), "Decision")
    return side.has(triple, "facts") and not made_up


def _fact(side: Side, triple: Triple, how: str, other: Side) -> Change:
    follows = other.has(triple, "inferred")
    note = {"came": " (followed before)", "went": " (still follows)"}[how] if follows else ""
    said = _behind(side, triple)
    return _change(
        "fact",
        side,
        triple,
        how,
        note=note,
        said_before=said if how == "went" else (),
        said_after=said if how == "came" else (),
    )


def _other_value(touched: Touched, lost: Triple, won: Triple) -> Change:
    a, b = touched.a, touched.b
    return _change(
        "fact",
        b,
        won,
        "changed",
        key=f"{won.subject} {won.predicate}",
        text=f"{b.name(won.subject)} — {b.name(won.predicate)}",
        before=a.name(lost.object),
        after=b.name(won.object),
        said_before=_behind(a, lost),
        said_after=_behind(b, won),
    )


def _behind(side: Side, triple: Triple) -> tuple[Quote, ...]:
    """Who says so: the claims that won, else the addresses that the register gives for the thing."""
    said = side.quotes(side.values(side.decision(triple), kg("winner")))
    if said:
        return said
    addresses = side.values(triple.subject, _SOURCE) if side.has(triple, "register") else []
    return tuple(Quote("", document=plain(address), verbatim=False) for address in addresses)


def _change(
    kind: str,
    side: Side,
    triple: Triple,
    how: str,
    *,
    key: str = "",
    text: str = "",
    note: str = "",
    before: str = "",
    after: str = "",
    said_before: tuple[Quote, ...] = (),
    said_after: tuple[Quote, ...] = (),
) -> Change:
    return Change(
        kind="name" if kind == "fact" and triple.predicate in NAMING_PROPERTIES else kind,
        how=how,
        key=first(key, str(triple)),
        group=plain(triple.subject),
        heading=_titled(side, triple.subject),
        text=first(text, side.text(triple)) + note,
        before=before,
        after=after,
        said_before=said_before,
        said_after=said_after,
    )


def _titled(side: Side, thing: Term | None) -> str:
    return side.titled(thing) if isinstance(thing, NamedNode) else plain(thing)


# --- a decision --------------------------------------------------------------------------------------------


def _for_and_against(side: Side, node: NamedNode) -> tuple[Quote, ...]:
    return side.quotes(side.values(node, kg("winner"))) + side.quotes(side.values(node, kg("loser")))


def _told(side: Side, node: NamedNode) -> tuple[object, ...]:
    """What makes a decision another one; not the places of words, nor the names of claims."""
    parts = (side.plain(node, kg(part)) for part in ("rule", "status"))
    said = (_said(side.quotes(side.values(node, kg(part)))) for part in ("winner", "loser"))
    return (*parts, *said)


def _said(quotes: Iterable[Quote]) -> frozenset[tuple[str, str, str, str]]:
    return frozenset(quote.said for quote in quotes)


def _decided(side: Side, node: NamedNode) -> str:
    rule = side.name(side.value(node, kg("rule")))
    won, lost = (side.quotes(side.values(node, kg(part))) for part in ("winner", "loser"))
    against = f", against {listed(q.value for q in lost)}" if lost else ""
    state = "open" if side.plain(node, kg("status")) == kg("Open").value else rule
    sources = len({quote.document for quote in won})
    return f"{state}, {sources} {'source' if sources == 1 else 'sources'}{against}"


def _dispute(side: Side, node: NamedNode) -> str:
    """`2023-10 or 2024-01; authority: 2023-10`."""
    quotes = side.quotes(side.values(node, kg("side")))
    agree = side.plain(node, kg("kind")) == kg("ScopeDifference").value
    values = (" and " if agree else " or ").join(sorted({_held(quote) for quote in quotes}))
    outcomes = side.values(node, kg("decision"))
    if side.plain(node, kg("status")) == kg("Open").value:
        return f"{values}; open"
    rule = side.name(side.value(node, kg("rule")))
    if agree:
        return f"{values}; {rule}"
    believed = listed(side.name(side.value(outcome, kg("value"))) for outcome in outcomes)
    return f"{values}; {rule}" + (f": {believed}" if believed else "")


def _held(quote: Quote) -> str:
    return quote.value if quote.factuality == "asserted" else f"{quote.value} ({quote.factuality})"
