"""Which documents and claims came, went or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.diffing.records import Change, Quote
from kg.diffing.sides import Side, Term, plain
from kg.diffing.touched import Touched, first, way
from kg.names import DCTERMS, PROV, RDF_OBJECT, RDF_PREDICATE, RDF_SUBJECT, kg

_FIELDS: dict[str, NamedNode] = {
    "title": NamedNode(DCTERMS + "title"),
    "publisher": NamedNode(DCTERMS + "publisher"),
    "issued": NamedNode(DCTERMS + "issued"),
    "language": NamedNode(DCTERMS + "language"),
    "publication": NamedNode(PROV + "hadPrimarySource"),
    "address": NamedNode(PROV + "atLocation"),
    "content": kg("sha256"),
}

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """One claim of one side.

    Args:
        text: In words.
        heading: The document's title, or the register's address.
        quote: Its evidence.
    """

    text: str
    heading: str
    quote: Quote


def documents(touched: Touched) -> Iterator[Change]:
    """One change for each document that is new, gone, or of other words, publisher, date or address."""
    for node, before, after in touched.of_class("Document"):
        told = [_description(s, node) if there else {} for s, there in _sides(touched, before, after)]
        if told[0] == told[1]:
            continue
        side = touched.b if after else touched.a
        yield Change(
            kind="document",
            how=way(before, after),
            key=node.value,
            group=node.value,
            heading="",
            text=_title(side, node),
            details=tuple(_lines(*told)) if before and after else (),
        )


def claims(touched: Touched) -> tuple[list[Change], int]:
    """One change for each claim; and how many claims differ in nothing but the place of their words.

    A claim is the same where one source says the same of the same things. Two of the same in one source are
    told apart by their words.
    """
    before, after = defaultdict[_Key, list[_Said]](list), defaultdict[_Key, list[_Said]](list)
    for node, in_a, in_b in touched.of_class("Claim"):
        for side, there, found in ((touched.a, in_a, before), (touched.b, in_b, after)):
            if there:
                _add(found, side, node)
    changes: list[Change] = []
    moved = 0
    for key in sorted(before.keys() | after.keys()):
        gone, new, same = _parted(before.get(key, []), after.get(key, []))
        moved += same
        changes += _paired(key, gone, new)
    return changes, moved


# --- documents ---------------------------------------------------------------------------------------------


def _sides(touched: Touched, before: bool, after: bool) -> tuple[tuple[Side, bool], tuple[Side, bool]]:
    return (touched.a, before), (touched.b, after)


def _description(side: Side, node: NamedNode) -> dict[str, str]:
    return {name: ", ".join(side.name(v) for v in side.values(node, p)) for name, p in _FIELDS.items()}


def _lines(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    for name in _FIELDS:
        if before[name] != after[name]:
            if name == "content":
                yield "~ its words are others"
            else:
                yield f"~ {name}: {before[name] or 'none'} → {after[name] or 'none'}"


def _title(side: Side, node: NamedNode) -> str:
    fields = [side.name(side.value(node, _FIELDS[name])) for name in ("publisher", "issued")]
    about = ", ".join(filter(None, (side.plain(node, NamedNode(DCTERMS + "identifier")), *fields)))
    return f"{side.name(node)} ({about})"


# --- claims ------------------------------------------------------------------------------------------------


def _add(found: dict[_Key, list[_Said]], side: Side, node: NamedNode) -> None:
    about, path, value = (_canonical(side, node, *pair) for pair in _PARTS)
    for quote in side.quotes([node]):
        text = f"{side.name(about)} — {side.name(path)} — {side.name(value)}"
        said = _Said(text, first(quote.title, quote.document), quote)
        found[quote.document, plain(about), plain(path), str(value)].append(said)


_PARTS = (("about", RDF_SUBJECT), ("property", RDF_PREDICATE), ("value", RDF_OBJECT))


def _canonical(side: Side, node: NamedNode, local: str, as_read: NamedNode) -> Term | None:
    return side.value(node, kg(local)) or side.value(node, as_read)


def _parted(gone: list[_Said], new: list[_Said]) -> tuple[list[_Said], list[_Said], int]:
    """What is left of both when those of the same words are taken out, and how many these are."""
    left, same = list(new), 0
    kept: list[_Said] = []
    for one in gone:
        twin = next((other for other in left if other.quote.said == one.quote.said), None)
        if twin is None:
            kept.append(one)
        else:
            left.remove(twin)
            same += 1
    return sorted(kept, key=_by_quote), sorted(left, key=_by_quote), same


def _by_quote(said: _Said) -> Quote:
    return said.quote


def _paired(key: _Key, gone: list[_Said], new: list[_Said]) -> Iterator[Change]:
    """The first of each side are one claim that changed; what one side has more of came or went."""
    for number in range(max(len(gone), len(new))):
        one = gone[number] if number < len(gone) else None
        other = new[number] if number < len(new) else None
        shown = other or one
        assert shown is not None
        firm = [said.quote.factuality if said else "" for said in (one, other)]
        changed = one is not None and other is not None
        yield Change(
            kind="claim",
            how=way(one is not None, other is not None),
            key=" ".join((*key, str(number))),
            group=key[0],
            heading=shown.heading,
            text=shown.text + ("" if changed or "asserted" in firm else f" ({''.join(firm)})"),
            before=firm[0] if changed and firm[0] != firm[1] else "",
            after=firm[1] if changed and firm[0] != firm[1] else "",
            said_before=(one.quote,) if one else (),
            said_after=(other.quote,) if other else (),
        )
