"""Axioms that cannot be meant: circles, classes without members, what leaves OWL 2 RL, what would misclassify."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.checking.workspace import ENGINE, Node, Stated, Workspace, finding
from kg.closure import Clash, Prover, Ruleset, compile_ontology, run
from kg.findings import Finding, Place
from kg.names import DCTERMS, OWL, RDF, RDF_TYPE, RDFS, SH, XSD

_SUB_CLASS, _SUB_PROPERTY = RDFS + "subClassOf", RDFS + "subPropertyOf"
_DOMAIN, _RANGE = RDFS + "domain", RDFS + "range"
_PROBE = "urn:kg:probe:"


def check(workspace: Workspace) -> Iterator[Finding]:
    """KG117 to KG123 and KG125; in no order."""
    ruleset = compile_ontology(s.triple for s in workspace.stated if s.group in ("ontology", ENGINE))
    yield from _circles(workspace)
    yield from _empty(workspace, ruleset)
    yield from _outside_profile(workspace)
    yield from _two_kinds(workspace)
    yield from _misclassifying(workspace)
    yield from _functional(workspace)
    yield from _same(workspace)


# --- circles -----------------------------------------------------------------------------------------------


def _circles(workspace: Workspace) -> Iterator[Finding]:
    """KG117: terms above themselves, imports that come back, chains made of what they conclude."""
    for predicate, word in (
        (_SUB_CLASS, "a class above itself"),
        (_SUB_PROPERTY, "a property above itself"),
        (OWL + "imports", "an ontology that imports itself"),
    ):
        edges = [(s.triple.subject, s.triple.object, s) for s in workspace.having(predicate)]
        yield from _closed(workspace, edges, word)
    links = [
        (each.triple.subject, member, each)
        for each in workspace.having(OWL + "propertyChainAxiom")
        for member, _ in workspace.members(each.triple.object)
    ]
    yield from _closed(workspace, links, "a chain made of what it concludes")


def _closed(workspace: Workspace, edges: Sequence[tuple[Node, Node, Stated]], word: str) -> Iterator[Finding]:
    after: dict[Node, set[Node]] = {}
    for start, end, _ in edges:
        after.setdefault(start, set()).add(end)
    reach = {start: _reached(start, after) for start in after}
    done: set[Node] = set()
    for start, _, _ in edges:
        if start in done or start not in reach[start]:
            continue
        ring = {n for n in reach[start] if start in reach.get(n, ())}
        done |= ring
        inside = [s for a, b, s in edges if a in ring and b in ring]
        yield finding(
            "KG117",
            "terms in a circle",
            [s.place for s in inside],
            focus=min(ring, key=str),
            path=inside[0].triple.predicate.value,
            found=f"{word}: {', '.join(sorted(map(workspace.short, ring)))}",
            want="an order without a way back",
            do="remove one of the axioms; for two names of one thing, keep one name",
        )


def _reached(start: Node, after: dict[Node, set[Node]]) -> set[Node]:
    seen: set[Node] = set()
    waiting = [start]
    while waiting:
        more = after.get(waiting.pop(), set()) - seen
        seen |= more
        waiting += more
    return seen


# --- classes without members ------------------------------------------------------------------------------


def _empty(workspace: Workspace, ruleset: Ruleset) -> Iterator[Finding]:
    """KG118: suppose one member of each class, one pair for each property, and see which cannot be."""
    facts = {fact: term for term in workspace.terms for fact in _supposed(workspace, term)}
    clashes = run(facts, ruleset).clashes
    if not clashes:
        return
    prover = Prover(facts, ruleset.rules)
    behind: dict[NamedNode, dict[Triple, None]] = {}
    for clash in clashes:
        for fact, axioms in _grounds(clash, prover):
            behind.setdefault(facts[fact], {}).update(dict.fromkeys(axioms))
    for term, grounds in sorted(behind.items(), key=lambda item: item[0].value):
        above = workspace.above(term) | workspace.above(term, _SUB_PROPERTY)
        if not any(other in behind for other in above - {term}):
            yield _impossible(workspace, term, list(grounds))


def _supposed(workspace: Workspace, term: NamedNode) -> list[Triple]:
    one, other = (NamedNode(f"{_PROBE}{end}:{term.value}") for end in ("one", "other"))
    kinds = workspace.kinds(term)
    if OWL + "Class" in kinds:
        return [Triple(one, RDF_TYPE, term)]
    return [Triple(one, term, other)] if OWL + "ObjectProperty" in kinds else []


def _grounds(clash: Clash, prover: Prover) -> Iterator[tuple[Triple, list[Triple]]]:
    """What was supposed, with the axioms that turn it into the clash."""
    proofs = [proof for proof in map(prover.prove, clash.triples) if proof is not None]
    axioms = [axiom for proof in proofs for step in proof.steps() for axiom in step.axioms]
    for fact in {fact for proof in proofs for fact in proof.facts()}:
        yield fact, [*axioms, *clash.axioms]


def _impossible(workspace: Workspace, term: NamedNode, axioms: list[Triple]) -> Finding:
    is_class = OWL + "Class" in workspace.kinds(term)
    named = [a for a in axioms if isinstance(a.subject, NamedNode) and isinstance(a.object, NamedNode)]
    stood = [(a.subject == term, p) for a in named for p in _stood(workspace, a)]
    places = [place for _, place in sorted(stood, key=lambda pair: not pair[0])]
    told = [" ".join(map(workspace.short, (a.subject, a.predicate, a.object))) for a in named]
    return finding(
        "KG118",
        "class that can have no member" if is_class else "property that can hold of nothing",
        [*places, *workspace.where(term)],
        focus=term,
        found=f"{workspace.short(term)}: {'; '.join(dict.fromkeys(told)) or 'disjoint with what it is'}",
        want="no class below two that are disjoint",
        do="remove one of the axioms",
    )


def _stood(workspace: Workspace, axiom: Triple) -> list[Place]:
    return workspace.where(axiom.subject, axiom.predicate.value, str(axiom.object))


# --- OWL 2 RL ----------------------------------------------------------------------------------------------

_ABSENT = """ReflexiveProperty disjointUnionOf hasSelf minCardinality minQualifiedCardinality cardinality
    qualifiedCardinality onDataRange onDatatype withRestrictions datatypeComplementOf onProperties
    topObjectProperty bottomObjectProperty topDataProperty bottomDataProperty rational real"""
_OF_XSD = """decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short
    byte unsignedLong unsignedInt unsignedShort unsignedByte float double string normalizedString token language
    Name NCName NMTOKEN boolean hexBinary base64Binary anyURI dateTime dateTimeStamp"""
_NOT_IN_RL = {OWL + local for local in _ABSENT.split()}
_NOT_ABOVE = {OWL + local for local in ("someValuesFrom", "unionOf", "oneOf")}
_NOT_BELOW = {OWL + local for local in ("allValuesFrom", "complementOf", "maxCardinality")}
_DATATYPES = {XSD + local for local in _OF_XSD.split()} | {
    RDF + local for local in ("XMLLiteral", "PlainLiteral", "langString")
}


def _outside_profile(workspace: Workspace) -> Iterator[Finding]:
    """KG119: what a reasoner of OWL 2 RL passes over without a word."""
    for each in workspace.stated:
        if each.group != "ontology":
            continue
        for why in _reasons(workspace, each):
            yield finding(
                "KG119",
                "axiom outside OWL 2 RL",
                [each.place],
                severity="warning",
                focus=each.triple.subject,
                path=each.triple.predicate.value,
                found=f"{' '.join(map(workspace.short, _parts(each)))}: {why}",
                want="what the profile has (OWL 2 Profiles, section 4.2)",
                do="say it otherwise, or make it a rule in ontology/shapes/",
            )


def _parts(each: Stated) -> tuple[Node, Node, Node]:
    return each.triple.subject, each.triple.predicate, each.triple.object


def _reasons(workspace: Workspace, each: Stated) -> Iterator[str]:
    subject, predicate, value = _parts(each)
    for node in (predicate, value):
        if isinstance(node, NamedNode) and node.value in _NOT_IN_RL:
            yield f"{workspace.short(node)} is not in the profile"
    name = each.triple.predicate.value
    if name in (_SUB_CLASS, _DOMAIN, _RANGE) and isinstance(value, BlankNode):
        yield from _shaped(workspace, value, _NOT_ABOVE, "above")
    if name == _SUB_CLASS and isinstance(subject, BlankNode):
        yield from _shaped(workspace, subject, _NOT_BELOW, "below")
    if name == OWL + "maxCardinality" and isinstance(value, Literal) and value.value not in ("0", "1"):
        yield "no more than 0 or 1 can be said"
    foreign = name == _RANGE and isinstance(value, NamedNode) and value.value not in _DATATYPES
    if foreign and getattr(value, "value", "").startswith((XSD, RDF)):
        yield f"{workspace.short(value)} is no datatype of OWL 2"


def _shaped(workspace: Workspace, node: Node, refused: set[str], where: str) -> Iterator[str]:
    for said in workspace.about(node):
        if said.triple.predicate.value in refused:
            yield f"{workspace.short(said.triple.predicate)} may not stand {where}"


def _two_kinds(workspace: Workspace) -> Iterator[Finding]:
    """KG120: a class that is a property, a relation that takes texts."""
    for term, made in workspace.terms.items():
        kinds = sorted({s.triple.object for s in made}, key=str)
        if len(kinds) > 1:
            yield finding(
                "KG120",
                "term of two kinds",
                [s.place for s in made],
                focus=term,
                found=f"{workspace.short(term)} is {' and '.join(map(workspace.short, kinds))}",
                want="one kind",
                do="split the term, or mend its kind",
            )


# --- what would be concluded by mistake --------------------------------------------------------------------


def _misclassifying(workspace: Workspace) -> Iterator[Finding]:
    """KG121: a shape gives a property to things, or values to a property, that its domain or range would reclassify."""
    for cls, path, _, stated in workspace.slots:
        for axiom in workspace.about(path, _DOMAIN):
            if not _covers(workspace, cls, axiom.triple.object):
                yield _misfit(workspace, path, axiom, cls, stated, "has")
    for _, path, shape, stated in workspace.slots:
        classes = workspace.objects(shape, SH + "class")
        for axiom in workspace.about(path, _RANGE):
            for end in classes:
                if isinstance(end, NamedNode) and not _covers(workspace, end, axiom.triple.object):
                    yield _misfit(workspace, path, axiom, end, stated, "leads to")
    yield from _misused(workspace)


def _covers(workspace: Workspace, cls: Node, end: Node) -> bool:
    return not isinstance(end, NamedNode) or end in workspace.above(cls) or end.value == OWL + "Thing"


def _misfit(
    workspace: Workspace, path: NamedNode, axiom: Stated, cls: Node, stated: Stated, verb: str
) -> Finding:
    end = workspace.short(axiom.triple.object)
    word = "domain" if axiom.triple.predicate.value == _DOMAIN else "range"
    return finding(
        "KG121",
        f"{word} that would misclassify",
        [axiom.place, stated.place],
        focus=path,
        path=axiom.triple.predicate.value,
        found=f"{workspace.short(cls)} {verb} {workspace.short(path)}, so each would be concluded to be {end}",
        want=f"{end} itself or a class below it",
        do=f"widen the {word}, or put {workspace.short(cls)} below {end}",
    )


def _misused(workspace: Workspace) -> Iterator[Finding]:
    """The same for things of the register."""
    for predicate, verb in ((_DOMAIN, "has"), (_RANGE, "is at the end of")):
        for axiom in workspace.having(predicate):
            path, end = axiom.triple.subject, axiom.triple.object
            if axiom.group != "ontology" or not isinstance(path, NamedNode) or path not in workspace.terms:
                continue
            for use in workspace.having(path.value):
                thing = use.triple.subject if predicate == _DOMAIN else use.triple.object
                kinds = [NamedNode(kind) for kind in workspace.kinds(thing)]
                if use.group == "register" and kinds and not any(_covers(workspace, k, end) for k in kinds):
                    yield _misfit(workspace, path, axiom, min(kinds, key=str), use, verb)


def _functional(workspace: Workspace) -> Iterator[Finding]:
    """KG122, KG123: where sources may differ, one value at most makes two things the same."""
    disputed = {path for _, path, _, _ in workspace.slots} | _sourced(workspace)
    for kind in ("FunctionalProperty", "InverseFunctionalProperty"):
        for each in workspace.typed(OWL + kind):
            if each.group == "ontology" and each.triple.subject in disputed:
                yield _merging(workspace, "KG122", "functional property on what sources dispute", each)
    for each in workspace.having(OWL + "hasKey"):
        paths = [member for member, _ in workspace.members(each.triple.object)]
        if each.group == "ontology" and any(path in disputed for path in paths):
            yield _merging(workspace, "KG123", "key on what sources dispute", each)


def _sourced(workspace: Workspace) -> set[Node]:
    """Properties that things of the register have with a source."""
    subjects = {s.triple.subject for s in workspace.having(DCTERMS + "source") if s.group == "register"}
    return {s.triple.predicate for subject in subjects for s in workspace.about(subject)}


def _merging(workspace: Workspace, code: str, what: str, each: Stated) -> Finding:
    return finding(
        code,
        what,
        [each.place],
        focus=each.triple.subject,
        path=each.triple.predicate.value,
        found=" ".join(map(workspace.short, _parts(each))),
        want="sh:maxCount 1 in the shape, or kg:identity on the class",
        do="remove the axiom: with two values it makes two things one, without a word",
    )


def _same(workspace: Workspace) -> Iterator[Finding]:
    """KG125: owl:sameAs, which copies everything from one name to the other."""
    for each in workspace.having(OWL + "sameAs"):
        if each.group != ENGINE:
            yield finding(
                "KG125",
                "two names declared to be one thing",
                [each.place],
                severity="warning",
                focus=each.triple.subject,
                path=OWL + "sameAs",
                found=" ".join(map(workspace.short, _parts(each))),
                want="skos:exactMatch to other people's IRIs, one IRI for a thing of one's own",
                do="replace it",
            )
