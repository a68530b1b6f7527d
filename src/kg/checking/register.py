"""Things of the register: each once, each described, each with an identifier of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode

from kg.checking.workspace import ENGINE, Node, Stated, Workspace, finding
from kg.findings import Finding
from kg.names import DCTERMS, KG, RDF_TYPE, RDFS_LABEL, SKOS
from kg.periods import Period

_IDENTIFIERS = (SKOS + "exactMatch", DCTERMS + "identifier", KG + "webHost")
_PERIODS = "id/period/"


def check(workspace: Workspace) -> Iterator[Finding]:
    """KG106 and KG130 to KG133, KG135; in no order."""
    mine = [s for s in workspace.stated if s.group == "register"]
    yield from _blank(mine)
    yield from _shared(workspace)
    yield from _identities(workspace)
    yield from _dangling(workspace)
    yield from _no_period(workspace)
    yield from _namesakes(workspace)


def _blank(mine: list[Stated]) -> Iterator[Finding]:
    for each in mine:
        if isinstance(each.triple.object, BlankNode):
            yield finding(
                "KG106",
                "blank node in the register",
                [each.place],
                focus=each.triple.subject,
                path=each.triple.predicate.value,
                found=str(each.triple.predicate),
                want="an IRI for everything that is said",
                do="name the node, as in id:<class>/<name>",
            )


def _shared(workspace: Workspace) -> Iterator[Finding]:
    """KG130: an identifier that two things bear."""
    for predicate in _IDENTIFIERS:
        bearers: dict[Node, list[Stated]] = defaultdict(list)
        for each in workspace.having(predicate):
            if each.group == "register":
                bearers[each.triple.object].append(each)
        for value, borne in sorted(bearers.items(), key=lambda item: str(item[0])):
            things = sorted({s.triple.subject for s in borne}, key=str)
            if len(things) > 1:
                yield finding(
                    "KG130",
                    "identifier that two things share",
                    [s.place for s in borne],
                    focus=things[0],
                    path=predicate,
                    found=f"{value} of {' and '.join(map(workspace.short, things))}",
                    want="an identifier of one thing alone",
                    do="mend the wrong one; or make the two things one",
                )


def _identities(workspace: Workspace) -> Iterator[Finding]:
    """KG131: two things of a class with the same values in all slots that make up its identity."""
    for axiom in workspace.having(KG + "identity"):
        slots = [
            member.value
            for member, _ in workspace.members(axiom.triple.object)
            if isinstance(member, NamedNode)
        ]
        if not slots or slots == [RDFS_LABEL.value] or not isinstance(axiom.triple.subject, NamedNode):
            continue
        alike: dict[tuple[tuple[str, ...], ...], list[Stated]] = defaultdict(list)
        for each in workspace.typed(axiom.triple.subject.value):
            key = tuple(tuple(sorted(map(str, workspace.objects(each.triple.subject, p)))) for p in slots)
            if each.group == "register" and all(key):
                alike[key].append(each)
        for made in alike.values():
            if len(made) > 1:
                yield _clash(workspace, made, axiom, slots)


def _clash(workspace: Workspace, made: list[Stated], axiom: Stated, slots: list[str]) -> Finding:
    return finding(
        "KG131",
        "two things of one identity",
        [s.head for s in made],
        focus=min((s.triple.subject for s in made), key=str),
        found=f"{' and '.join(sorted(workspace.short(s.triple.subject) for s in made))} agree in "
        f"{', '.join(workspace.short(NamedNode(p)) for p in slots)}",
        want=f"one {workspace.short(axiom.triple.subject)} for each",
        do="make them one, or mend what is wrong in one of them",
    )


def _dangling(workspace: Workspace) -> Iterator[Finding]:
    """KG132: a thing below the project's base that is named and nowhere described."""
    things, periods = f"{workspace.base}id/", f"{workspace.base}{_PERIODS}"
    for each in workspace.stated:
        value = each.triple.object
        if each.group == ENGINE or not workspace.base or not isinstance(value, NamedNode):
            continue
        iri = value.value
        if (
            iri.startswith(things)
            and not iri.startswith(periods)
            and not workspace.about(value, RDF_TYPE.value)
        ):
            yield finding(
                "KG132",
                "thing that nothing describes",
                [each.place],
                focus=value,
                path=each.triple.predicate.value,
                found=workspace.short(value),
                want="a thing of the register, with its class",
                do="mend the name, or describe the thing in data/reference/",
            )


def _no_period(workspace: Workspace) -> Iterator[Finding]:
    """KG133: a date that the calendar does not have."""
    start = f"{workspace.base}{_PERIODS}"
    for each in workspace.stated:
        value = each.triple.object
        if each.group == ENGINE or not isinstance(value, NamedNode) or not value.value.startswith(start):
            continue
        text = value.value[len(start) :].replace("--", "/")
        try:
            Period.parse(text)
        except ValueError:
            yield finding(
                "KG133",
                "date that the calendar does not have",
                [each.place],
                focus=each.triple.subject,
                path=each.triple.predicate.value,
                found=text,
                want="a year, a month, a day, or two of them from the earlier to the later",
                do="mend the date",
            )


def _namesakes(workspace: Workspace) -> Iterator[Finding]:
    """KG135: a preferred name that two things of one class bear in one language."""
    bearing: dict[tuple[str, Node], list[Stated]] = defaultdict(list)
    for each in workspace.having(RDFS_LABEL.value):
        if each.group == "register":
            for kind in sorted(workspace.kinds(each.triple.subject)):
                bearing[kind, each.triple.object].append(each)
    for (kind, name), borne in sorted(bearing.items(), key=lambda item: (item[0][0], str(item[0][1]))):
        things = sorted({s.triple.subject for s in borne}, key=str)
        if len(things) > 1:
            yield finding(
                "KG135",
                "name that two things of one class bear",
                [s.place for s in borne],
                severity="warning",
                focus=things[0],
                path=RDFS_LABEL.value,
                found=f"{name} for {' and '.join(map(workspace.short, things))}, "
                f"each a {workspace.short(NamedNode(kind))}",
                want="a name by which a reader, and kg, can tell them apart",
                do="make one of the names longer; keep the short one as skos:altLabel",
            )
