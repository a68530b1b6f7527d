"""The ontology, its shapes and the engine's vocabulary: complete, within OWL 2 RL, consistent; rules bite."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import owlready2
import owlrl
import pyshacl
import pytest
from rdflib import (
    DCTERMS,
    OWL,
    RDF,
    RDFS,
    SH,
    SKOS,
    XSD,
    BNode,
    Graph,
    Literal,
    Namespace,
    Node,
    URIRef,
)
from rdflib.collection import Collection

ROOT = Path(__file__).parents[1]
ONTOLOGY = sorted((ROOT / "ontology").glob("*.ttl"))
SHAPES = sorted((ROOT / "ontology" / "shapes").glob("*.ttl"))
VOCABULARY = ROOT / "src" / "kg" / "vocabulary"
CM = Namespace("https://w3id.org/cities-mission/ontology#")
KG = Namespace("https://w3id.org/kg-claims#")
EX = Namespace("https://example.org/")
BASE = "https://w3id.org/cities-mission/"
FILES = [*ONTOLOGY, *SHAPES, *sorted(VOCABULARY.glob("*.ttl"))]
TERM_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT runs on Java")


@cache
def merged(*paths: Path) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path)
    return graph


def ontology() -> Graph:
    return merged(*ONTOLOGY, VOCABULARY / "kg.ttl")


def shapes() -> Graph:
    return merged(*SHAPES, VOCABULARY / "shapes.ttl")


def turtle(text: str) -> Graph:
    prefixes = {"cm": CM, "kg": KG, "ex": EX, "owl": OWL, "rdfs": RDFS, "xsd": XSD}
    declared = "".join(f"@prefix {prefix}: <{iri}> . " for prefix, iri in prefixes.items())
    return Graph().parse(data=declared + text, format="turtle")


def iris(nodes: Iterator[Node]) -> set[URIRef]:
    return {node for node in nodes if isinstance(node, URIRef)}


def ours(graph: Graph) -> list[URIRef]:
    found = iris(graph.subjects(RDFS.isDefinedBy)) | {
        term for kind in TERM_KINDS for term in iris(graph.subjects(RDF.type, kind))
    }
    return sorted(term for term in found if (term, RDF.type, OWL.Ontology) not in graph)


# --- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*ONTOLOGY, VOCABULARY / "kg.ttl"], ids=lambda p: p.name)
def test_every_term_has_label_definition_and_home_in_german_and_english(path):
    graph = merged(path)
    home = next(graph.subjects(RDF.type, OWL.Ontology))

    lacking = [
        (term, predicate, language)
        for term in ours(graph)
        for predicate in (RDFS.label, SKOS.definition)
        for language in ("de", "en")
        if [o.language for o in graph.objects(term, predicate)].count(language) != 1
    ]

    assert lacking == []
    assert [term for term in ours(graph) if list(graph.objects(term, RDFS.isDefinedBy)) != [home]] == []


def test_no_term_is_defined_in_two_files():
    homes = list(ontology().subject_objects(RDFS.isDefinedBy))

    assert len(homes) == len({term for term, _ in homes})


def test_no_two_terms_of_one_kind_share_a_label():
    """A label is how a reader tells terms apart; a class and a property may share one."""
    graph = ontology()
    labels = [
        (kind, str(label), label.language)
        for kind in TERM_KINDS
        for term in iris(graph.subjects(RDF.type, kind))
        for label in graph.objects(term, RDFS.label)
        if str(term).startswith(str(CM))
    ]

    assert [label for label in labels if labels.count(label) > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_says_what_it_is_and_under_which_licence(path):
    graph = merged(path)
    header = next(graph.subjects(RDF.type, OWL.Ontology))

    assert {title.language for title in graph.objects(header, DCTERMS.title)} == {"de", "en"}
    assert graph.value(header, OWL.versionInfo) == Literal("0.1.0")
    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/0.1.0")
    assert graph.value(header, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(header, DCTERMS.creator)
    assert graph.value(header, DCTERMS.created)


def test_the_root_imports_every_other_file_and_carries_the_base():
    root = merged(ROOT / "ontology" / "cities-mission.ttl")
    header = URIRef(f"{BASE}ontology")
    headers = {next(merged(path).subjects(RDF.type, OWL.Ontology)) for path in ONTOLOGY}

    assert set(root.objects(header, OWL.imports)) == headers - {header}
    assert list(ontology().subject_objects(KG.base)) == [(header, Literal(BASE))]


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda p: p.name)
def test_every_file_imports_whatever_it_names_and_no_file_imports_itself(path):
    graph = merged(path)
    home = next(graph.subjects(RDF.type, OWL.Ontology))
    homes = dict(ontology().subject_objects(RDFS.isDefinedBy))

    named = {homes[node] for triple in graph for node in triple if isinstance(node, URIRef) and node in homes}
    direct, reached = set(graph.objects(home, OWL.imports)), reachable(home)

    assert {h for h in named if str(h).startswith(BASE)} - {home} <= reached
    assert home not in reached
    assert direct <= named or path.stem == "cities-mission"


def reachable(home: Node) -> set[Node]:
    direct = set(ontology().objects(home, OWL.imports))
    return direct.union(*(reachable(other) for other in direct)) if direct else direct


WRITTEN = {
    ".ttl": re.compile(r"\b(cm|kg):([A-Za-z]\w*)"),
    ".rq": re.compile(r"\b(cm|kg):([A-Za-z]\w*)"),
    ".py": re.compile(r"\b(kg|KG)(?:\(| \+ )\"([A-Za-z]\w*)\""),
}


def test_every_term_that_anything_uses_is_defined():
    known = {str(term) for term in ours(ontology())}
    folders = ("ontology", "data/reference", "queries", "src/kg")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.*") if path.suffix in WRITTEN]

    unknown = {
        f"{prefix.lower()}:{term} in {path.name}"
        for path in files
        for prefix, term in WRITTEN[path.suffix].findall(path.read_text())
        if f"{CM if prefix == 'cm' else KG}{term}" not in known
    }

    assert sorted(unknown) == []


# --- profile ---------------------------------------------------------------------------------------------

CONSTRUCTS = {
    *TERM_KINDS,
    *(OWL.Ontology, OWL.imports, OWL.versionIRI, OWL.versionInfo, OWL.inverseOf, OWL.propertyChainAxiom),
    *(OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.disjointWith, OWL.AllDisjointClasses, OWL.members),
}
DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean}


def outside_profile(graph: Graph) -> list[str]:
    """What of a graph leaves the part of OWL 2 RL that is used here (OWL 2 Profiles, section 4)."""
    checks = (_foreign_constructs, _mixed_kinds, _wrong_ends, _bad_chains)
    return sorted({fault for check in checks for fault in check(graph)})


def _foreign_constructs(graph: Graph) -> Iterator[str]:
    for triple in graph:
        for node in triple:
            if isinstance(node, URIRef) and str(node).startswith(str(OWL)) and node not in CONSTRUCTS:
                yield f"{node.fragment} is not used here"


def _mixed_kinds(graph: Graph) -> Iterator[str]:
    for term in iris(graph.subjects(RDF.type)):
        if sum((term, RDF.type, kind) in graph for kind in TERM_KINDS) > 1:
            yield f"{term} is of two kinds"


def _wrong_ends(graph: Graph) -> Iterator[str]:
    classes = iris(graph.subjects(RDF.type, OWL.Class))
    relations = iris(graph.subjects(RDF.type, OWL.ObjectProperty))
    for predicate in (RDFS.subClassOf, RDFS.domain, OWL.disjointWith):
        yield from (
            f"{s} {predicate.fragment} no named class" for s, o in graph[:predicate] if o not in classes
        )
    for subject, value in graph[: RDFS.range]:
        if value not in (classes if subject in relations else DATATYPES):
            yield f"{subject} has a range outside the profile"
    for subject, value in graph[: OWL.inverseOf]:
        if subject not in relations or value not in relations:
            yield f"{subject} inverts no object property"
    for group in graph.objects(None, OWL.members):
        yield from (f"{m} is disjoint but no class" for m in Collection(graph, group) if m not in classes)


def _bad_chains(graph: Graph) -> Iterator[str]:
    """Chains of object properties, none of which leads back to what it concludes (regularity of OWL 2)."""
    relations = iris(graph.subjects(RDF.type, OWL.ObjectProperty))
    chains = {s: list(Collection(graph, head)) for s, head in graph[: OWL.propertyChainAxiom]}
    for concluded, links in chains.items():
        if not {concluded, *links} <= relations:
            yield f"{concluded} is chained from what is no object property"
        pending, seen = list(links), set()
        while pending:
            link = pending.pop()
            if link == concluded:
                yield f"{concluded} is chained from itself"
                break
            if link not in seen:
                seen.add(link)
                pending.extend(chains.get(link, []))


def test_the_ontology_keeps_within_owl_2_rl():
    assert outside_profile(ontology()) == []


@pytest.mark.parametrize(
    "text",
    [
        "cm:awardedOn a owl:FunctionalProperty .",
        "ex:a owl:sameAs ex:b .",
        "cm:City owl:hasKey ( rdfs:label ) .",
        "cm:City rdfs:subClassOf [ owl:onProperty cm:liesIn ; owl:someValuesFrom cm:Country ] .",
        "cm:awardedBy rdfs:range [ owl:unionOf ( cm:City cm:Person ) ] .",
        "cm:awardedOn rdfs:range xsd:date .",
        "cm:role rdfs:range xsd:gYear .",
        "cm:City rdfs:subClassOf ex:Undefined .",
        "cm:City a owl:ObjectProperty .",
        "cm:role owl:inverseOf cm:item .",
        "cm:opens owl:propertyChainAxiom ( cm:opens cm:hasAccessTo ) .",
        "cm:holdsLabel owl:propertyChainAxiom ( cm:hasAccessTo cm:liesIn ) .",
        "cm:holdsLabel owl:propertyChainAxiom ( cm:receivedAward cm:role ) .",
    ],
)
def test_what_leaves_the_profile_is_noticed(text):
    assert outside_profile(ontology() + turtle(text)) != []


# --- conclusions -----------------------------------------------------------------------------------------

LOGICAL = {RDF.type, RDF.first, RDF.rest, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range}
LOGICAL |= {OWL.inverseOf, OWL.propertyChainAxiom, OWL.disjointWith, OWL.members}


def axioms() -> Graph:
    """The ontology without its words, which no reasoner needs."""
    kept = Graph()
    for s, p, o in ontology():
        if p in LOGICAL and not str(o).startswith(str(KG)) and OWL.Ontology not in (s, o):
            kept.add((s, p, o))
    kept.add((KG.Period, RDF.type, OWL.Class))
    return kept


def hermit(graph: Graph) -> list[str]:
    """Classes that can have no instance, after HermiT; raises when the whole is inconsistent."""
    world = owlready2.World()
    text = graph.serialize(format="nt", encoding="utf-8")
    world.get_ontology(f"{BASE}test").load(fileobj=io.BytesIO(text))
    owlready2.reasoning.JAVA_MEMORY = 500
    owlready2.sync_reasoner_hermit(world, debug=0)
    return sorted(cls.iri for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)


SMALL = """
    ex:award a cm:LabelAward ; cm:recipient ex:northhaven ; cm:label ex:label .
    ex:label a cm:LabelScheme ; cm:opens ex:hub .
    ex:pair a cm:Partnership ; cm:member ex:northhaven , ex:southport .
    ex:northhaven cm:liesIn ex:land . ex:land cm:liesIn ex:country .
    ex:one cm:sisterProject ex:two .
"""


@needs_java
def test_hermit_finds_the_ontology_consistent_and_every_class_satisfiable():
    graph = axioms() + turtle(SMALL)

    assert hermit(graph) == []


@needs_java
def test_hermit_finds_a_class_that_nothing_can_belong_to():
    impossible = turtle("ex:HumanOffice a owl:Class ; rdfs:subClassOf cm:Person , cm:Office .")

    assert hermit(axioms() + impossible) == [str(EX.HumanOffice)]


@needs_java
def test_hermit_finds_a_label_that_was_awarded_to_a_person():
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        hermit(axioms() + turtle("ex:mayor a cm:Person . ex:award cm:recipient ex:mayor ."))


@cache
def concluded() -> Graph:
    graph = axioms() + turtle(SMALL)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.parametrize(
    "text",
    [
        "ex:northhaven a cm:City , cm:Place , cm:Actor .",
        "ex:northhaven cm:receivedAward ex:award .",
        "ex:northhaven cm:holdsLabel ex:label .",
        "ex:northhaven cm:hasAccessTo ex:hub .",
        "ex:hub a cm:Facility .",
        "ex:southport cm:memberOf ex:pair .",
        "ex:northhaven cm:liesIn ex:country .",
        "ex:two cm:sisterProject ex:one .",
    ],
)
def test_what_should_follow_follows(text):
    assert set(turtle(text)) <= set(concluded())


def test_what_should_not_follow_does_not():
    graph = concluded()

    assert (EX.southport, CM.hasAccessTo, EX.hub) not in graph
    assert list(graph.subject_objects(CM.partnerOf)) == []
    assert [s for s, o in graph[: OWL.sameAs] if s != o and str(s).startswith(str(EX))] == []


def test_alignments_conclude_nothing():
    graph = merged(ROOT / "ontology" / "alignments.ttl")
    outward = [(s, p, o) for s, p, o in graph if str(s).startswith(str(CM))]

    assert outward
    assert {p for _, p, _ in outward} <= {
        SKOS.exactMatch,
        SKOS.closeMatch,
        SKOS.broadMatch,
        SKOS.relatedMatch,
    }
    assert {s for s, _, _ in outward} <= set(ours(ontology()))


# --- policy ----------------------------------------------------------------------------------------------


def test_the_policy_orders_rules_that_exist_and_gives_authority_over_slots_that_exist():
    graph = ontology()
    order = [list(Collection(graph, head)) for head in graph.objects(None, KG.order)]

    assert order == [[KG.Override, KG.FinerPeriod, KG.Authority, KG.MoreWitnesses, KG.LaterDocument]]
    assert all((rule, RDF.type, KG.Rule) in graph for rule in order[0])
    for rule in graph.subjects(RDF.type, KG.AuthorityRule):
        cls = graph.value(rule, KG.onClass)
        fixed, path = graph.value(rule, KG.authority), graph.value(rule, KG.authorityIs)
        assert (fixed is None) != (path is None)
        assert path is None or path in {shapes().value(shape, SH.path) for shape in properties_of(cls)}


# --- shapes ----------------------------------------------------------------------------------------------


def superclasses(cls: Node) -> list[Node]:
    return [cls, *sorted(set(ontology().transitive_objects(cls, RDFS.subClassOf)) - {cls})]


def properties_of(cls: Node) -> list[Node]:
    graph = shapes()
    return [
        shape
        for ancestor in superclasses(cls)
        for node in graph.subjects(SH.targetClass, ancestor)
        for shape in sorted(graph.objects(node, SH.property))
    ]


def property_shapes() -> list[URIRef]:
    return sorted(iris(shapes().subjects(RDF.type, SH.PropertyShape)))


def local(term: Node) -> str:
    return re.split(r"[#/]", str(term))[-1]


def test_every_class_has_one_node_shape_named_after_it():
    graph = shapes()
    domain = [
        term for term in iris(ontology().subjects(RDF.type, OWL.Class)) if str(term).startswith(str(CM))
    ]

    found = {cls: [local(shape) for shape in graph.subjects(SH.targetClass, cls)] for cls in domain}

    assert {cls: names for cls, names in found.items() if names != [local(cls)]} == {}


def test_every_rule_is_named_after_its_class_and_property():
    graph = shapes()
    for node, shape in graph.subject_objects(SH.property):
        if isinstance(shape, URIRef):
            assert local(shape) == f"{local(node)}-{local(graph.value(shape, SH.path))}"


def test_every_rule_has_a_severity_a_reason_and_a_message_in_both_languages():
    graph = shapes()
    for shape in property_shapes():
        assert graph.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info), shape
        assert graph.value(shape, SH.description), shape
        assert sorted(m.language for m in graph.objects(shape, SH.message)) == ["de", "en"], shape
        assert list(graph.subjects(SH.property, shape)), f"{shape} belongs to no class"


def test_every_path_and_class_of_a_rule_is_a_defined_term_that_fits_the_ontology():
    graph, terms = shapes(), ontology()
    known = set(ours(terms))
    for shape in property_shapes():
        path, cls = graph.value(shape, SH.path), graph.value(shape, SH["class"])
        assert path in known or not str(path).startswith((str(CM), str(KG))), path
        assert cls is None or (cls, RDF.type, OWL.Class) in terms, cls
        kinds = {OWL.ObjectProperty} if cls else {OWL.DatatypeProperty}
        if str(path).startswith(str(CM)) and (cls or graph.value(shape, SH.datatype)):
            assert set(terms.objects(path, RDF.type)) & kinds, f"{shape} and {path} differ in kind"
            assert terms.value(path, RDFS.range) in superclasses(cls or graph.value(shape, SH.datatype)), (
                shape
            )


def test_every_property_of_the_ontology_has_a_rule_unless_it_is_only_concluded():
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    stated = {
        t for kind in kinds for t in iris(ontology().subjects(RDF.type, kind)) if str(t).startswith(str(CM))
    }
    ruled = set(shapes().objects(None, SH.path))

    assert stated - ruled == {CM.receivedAward, CM.memberOf, CM.holdsLabel, CM.hasAccessTo}


def test_an_identity_is_made_of_slots_that_the_class_has_and_cannot_do_without():
    graph = shapes()
    for cls, head in graph.subject_objects(KG.identity):
        rules = {graph.value(shape, SH.path): shape for shape in properties_of(cls)}
        assert set(Collection(graph, head)) <= set(rules), cls
    for cls in set(graph.subjects(KG.identity)):
        alternatives = list(graph.objects(cls, KG.identity))
        if len(alternatives) == 1 and cls != CM.Funding:
            rules = {graph.value(shape, SH.path): shape for shape in properties_of(cls)}
            for path in Collection(graph, alternatives[0]):
                assert int(graph.value(rules[path], SH.minCount) or 0) >= 1, (cls, path)


def test_a_measure_counts_a_class_along_a_path_of_its_own():
    graph = shapes()
    assert set(graph.subjects(KG.measures)) == {
        CM.LabelCount,
        CM.MissionCityCount,
        CM.ApplicantCount,
        CM.EligibleApplicantCount,
    }
    for count, measured in graph.subject_objects(KG.measures):
        first = Collection(graph, graph.value(count, KG.scopeOf))[0]
        assert first in {graph.value(shape, SH.path) for shape in properties_of(measured)}


def test_the_shapes_are_valid_shacl():
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)

    assert conforms, text


def concrete(cls: Node) -> list[Node]:
    return sorted(set(ontology().transitive_subjects(RDFS.subClassOf, cls)))


def good(shape: Node, graph: Graph, number: int, depth: int = 0) -> Node:
    """A value that the property shape accepts, with what it needs added to the graph."""
    rules = shapes()
    cls, choice = rules.value(shape, SH["class"]), rules.value(shape, SH["in"])
    if (either := rules.value(shape, SH["or"])) is not None:
        return good(Collection(rules, either)[0], graph, number, depth)
    if choice is not None:
        return Collection(rules, choice)[0]
    if cls is not None:
        return instance(cls, graph, f"{local(cls)}{number}", depth + 1)
    datatype, kind = rules.value(shape, SH.datatype), rules.value(shape, SH.nodeKind)
    if datatype is None:
        return EX.thing if kind in (SH.IRI, SH.IRIOrLiteral) else Literal(f"name {number}", lang="en")
    if rules.value(shape, SH.pattern):
        return Literal("0" * 64)
    if datatype == XSD.integer:
        late = local(rules.value(shape, SH.path)) in ("end", "latestDay")
        return Literal(20240630 if late else 20240601)
    texts = {XSD.decimal: "1.5", XSD.boolean: "true", XSD.date: "2024-06-01"}
    return Literal(texts.get(datatype, "text"), datatype=datatype)


def instance(cls: Node, graph: Graph, name: str, depth: int = 0) -> URIRef:
    """The smallest instance of a class that its shapes accept."""
    node = EX[name]
    if (node, RDF.type, None) in graph:
        return node
    graph.add((node, RDF.type, cls))
    rules = shapes()
    for shape in properties_of(cls):
        for number in range(int(rules.value(shape, SH.minCount) or 0)):
            value = another(shape, graph, number) if number else good(shape, graph, number, depth)
            graph.add((node, rules.value(shape, SH.path), value))
    if cls == KG.Evidence:
        for part, value in (("start", 1), ("end", 2), ("exact", "x")):
            graph.add((node, URIRef(f"http://www.w3.org/ns/oa#{part}"), Literal(value)))
    return node


def findings(data: Graph) -> set[tuple[str, str, str]]:
    """(thing, rule, constraint) of each result."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), ont_graph=ontology())
    return {
        (
            local(report.value(result, SH.focusNode)),
            local(report.value(result, SH.sourceShape)),
            local(report.value(result, SH.sourceConstraintComponent)).removesuffix("ConstraintComponent"),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def targets() -> list[Node]:
    return sorted(set(shapes().objects(None, SH.targetClass)))


def test_the_smallest_instance_of_every_class_breaks_no_rule():
    data = Graph()
    for cls in targets():
        instance(cls, data, f"least-{local(cls)}")

    assert findings(data) == set()


def break_rule(shape: Node, owner: Node, data: Graph) -> Iterator[tuple[str, str, str]]:
    """Add one instance of the owner for each way to break the rule, and tell what must be found."""
    rules, name = shapes(), local(shape)
    path = rules.value(shape, SH.path)
    for constraint in ("minCount", "maxCount", "class", "datatype", "in", "nodeKind"):
        limit = rules.value(shape, SH[constraint])
        if limit is None:
            continue
        component = constraint[0].upper() + constraint[1:]
        node = instance(owner, data, f"bad-{name}-{constraint}")
        kept = list(data.objects(node, path))
        if constraint == "minCount":
            data.remove((node, path, None))
        elif constraint == "maxCount":
            for number in range(int(limit) + 1):
                data.add((node, path, another(shape, data, number)))
        else:
            data.remove((node, path, None))
            for value in [Literal("wrong"), *kept[1:]] if constraint != "datatype" else [EX.wrong, *kept[1:]]:
                data.add((node, path, value))
            if limit in (SH.Literal, SH.IRIOrLiteral):
                data.remove((node, path, Literal("wrong")))
                data.add((node, path, BNode("wrong")))
        yield local(node), name, component


def another(shape: Node, data: Graph, number: int) -> Node:
    value = good(shape, data, number)
    if isinstance(value, URIRef):
        fresh = EX[f"another{number}-{local(value)}"]
        for p, o in list(data.predicate_objects(value)):
            data.add((fresh, p, o))
        return fresh
    if isinstance(value, Literal) and value.datatype in (XSD.integer, XSD.decimal):
        return Literal(int(float(value)) + number, datatype=value.datatype)
    if isinstance(value, Literal) and value.datatype == XSD.boolean:
        return Literal(bool(number))
    if isinstance(value, Literal) and value.datatype == XSD.date:
        return Literal(f"2024-06-{number + 2:02}", datatype=XSD.date)
    return Literal(f"{value}{number}", datatype=value.datatype, lang=value.language)


def test_every_rule_bites_in_every_way_it_can_be_broken():
    data, wanted = Graph(), set()
    for node, cls in sorted(shapes().subject_objects(SH.targetClass)):
        for shape in sorted(iris(shapes().objects(node, SH.property))):
            wanted |= set(break_rule(shape, concrete(cls)[0] if cls == CM.PlaceOrActor else cls, data))

    missed = wanted - findings(data)

    assert len(wanted) > 200
    assert missed == set()


def test_words_that_cannot_be_looked_up_are_refused_unless_they_are_a_paraphrase():
    data = Graph()
    for name, verbatim in (("quotation", True), ("paraphrase", False)):
        node = instance(KG.Evidence, data, name)
        data.set((node, KG.verbatim, Literal(verbatim)))
        data.remove((node, URIRef("http://www.w3.org/ns/oa#exact"), None))

    assert findings(data) == {("quotation", "Evidence", "Or")}
