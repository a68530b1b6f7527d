"""Lists that claim to be complete, and what others name beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.deciding.counts import Count, Lists
from kg.deciding.records import Contradiction, Decision, Kind, ResolvedClaim, Rule, Status
from kg.names import RDF_TYPE

_FEWEST = 2
_TURNS = (("de", "das Urteil eines Bearbeiters, oder dass eine Quelle es verneint"),
          ("en", "an editor's judgement, or a source that denies it"))  # fmt: skip


def memberships(
    counts: Iterable[Count],
    about: Mapping[str, Sequence[ResolvedClaim]],
    lists: Lists,
    believed: Mapping[str, Decision],
) -> list[Contradiction]:
    """Where a source gives a number, names just so many things, and another source names one more.

    A list that leaves something out does not deny it: what is named stays believed, if it is. Whether the list
    or the name is right is for an editor to say.

    Args:
        counts: All of them.
        about: Count → the asserted claims on it.
        lists: What each source names.
        believed: Things whose existence is a fact → that decision.
    """
    found = []
    for count in counts:
        said: dict[str, list[ResolvedClaim]] = defaultdict(list)
        for claim in about[count.iri]:
            if claim.predicate == count.shape.exact:
                said[claim.source].append(claim)
        named = {source: lists.named(count, source) for source in sorted(said)}
        complete = {source: named[source] for source in named if _is_complete(said[source], named[source])}
        for thing in lists.fitting(count) if complete else ():
            silent = [source for source, things in complete.items() if thing not in things]
            if silent:
                found.append(_contradiction(thing, count, silent, said, lists, believed.get(thing)))
    return found


def _is_complete(said: Sequence[ResolvedClaim], named: Collection[str]) -> bool:
    return len(named) >= _FEWEST and {claim.value.value for claim in said} == {str(len(named))}


def _contradiction(
    thing: str,
    count: Count,
    silent: Sequence[str],
    said: Mapping[str, Sequence[ResolvedClaim]],
    lists: Lists,
    decision: Decision | None,
) -> Contradiction:
    sides = {claim.iri for group in lists.naming(thing).values() for claim in group}
    for source in silent:
        sides.update(claim.iri for claim in said[source])
    return Contradiction(
        about=NamedNode(thing),
        predicate=RDF_TYPE,
        kind=Kind.MEMBERSHIP,
        sides=tuple(sorted(sides, key=lambda iri: iri.value)),
        decisions=(decision.key,) if decision else (),
        rule=Rule.LIST_SILENT,
        status=Status.DECIDED,
        other=count.iri,
        changes=_TURNS,
    )
