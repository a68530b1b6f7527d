"""Lists that claim to be complete, and what others name beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from kg.deciding.counts import Count, Lists
from kg.deciding.records import Contradiction, Decision, Kind, ResolvedClaim, Rule, Status
from kg.names import RDF_TYPE

_TURNS = (("de", "das Urteil eines Bearbeiters, oder dass eine Quelle es verneint"),
          ("en", "an editor's judgement, or a source that denies it"))  # fmt: skip


def memberships(
    count: Count,
    said: Mapping[str, Sequence[ResolvedClaim]],
    lists: Lists,
    believed: Mapping[str, Decision],
    before: Mapping[str, Contradiction],
) -> dict[str, Contradiction]:
    """Where a source gives a number, names just so many things, and another source names one more.

    A list that leaves something out does not deny it: what is named stays believed, if it is. Whether the list
    or the name is right is for an editor to say.

    Args:
        count: The number.
        said: Source → its claims that give the number.
        lists: What each source names.
        believed: Things whose existence is a fact → that decision.
        before: What this found for the count when it was asked for last.

    Returns:
        By the thing that is named besides.
    """
    complete, stirred = lists.complete(count, said)
    found = {t: silence for t, silence in before.items() if t not in stirred and lists.fits(count, t)}
    for thing in sorted(stirred) if complete else ():
        silent = [source for source in complete if thing not in lists.named(count, source)]
        if silent and lists.fits(count, thing):
            found[thing] = _contradiction(thing, count, silent, said, lists, believed.get(thing))
    return found


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
