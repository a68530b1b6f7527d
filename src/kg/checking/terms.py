"""Words of the schema: whether each term exists, has its words in every language, and is of use."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.checking.workspace import ENGINE, Stated, Workspace, finding
from kg.findings import Finding, Place
from kg.names import KG, ONTOLEX, OWL, RDF_TYPE, RDFS, RDFS_LABEL, SKOS

_DEFINITION, _HOME = SKOS + "definition", RDFS + "isDefinedBy"
_OF_ONTOLEX = """LexicalEntry Word MultiwordExpression Affix Form LexicalSense LexicalConcept ConceptSet
    canonicalForm otherForm lexicalForm sense isSenseOf denotes isDenotedBy evokes isEvokedBy reference
    isReferenceOf lexicalizedSense isLexicalizedSenseOf concept isConceptOf usage writtenRep phoneticRep
    representation morphologicalPattern"""
_ONTOLEX_WORDS = frozenset(_OF_ONTOLEX.split())


def check(workspace: Workspace, asked: frozenset[str]) -> Iterator[Finding]:
    """KG102, KG110 to KG116, KG126, KG127; in no order.

    Args:
        workspace: The project's Turtle.
        asked: IRIs that saved queries name; what they ask for is of use.
    """
    yield from unknown_terms(workspace)
    yield from _foreign_words(workspace)
    yield from _unspoken(workspace)
    yield from _shared_labels(workspace)
    yield from _twice(workspace)
    yield from _unused(workspace, asked)
    yield from _imports(workspace)
    yield from _prefixes(workspace)


def unknown_terms(workspace: Workspace) -> Iterator[Finding]:
    """KG102 for each place that names a term of the project's or the engine's vocabulary that there is not."""
    known = {s.triple.subject for s in workspace.having(RDF_TYPE.value)}
    names = sorted(node.value for node in known if isinstance(node, NamedNode))
    for each in workspace.stated:
        if each.group == ENGINE:
            continue
        for node, place in each.named():
            if node not in known and (workspace.is_own(node.value) or node.value.startswith(KG)):
                yield _unknown(workspace, node, place, names)


def _unknown(workspace: Workspace, node: NamedNode, place: Place, names: list[str]) -> Finding:
    near = difflib.get_close_matches(node.value, names, n=3, cutoff=0.8)
    return finding(
        "KG102",
        "unknown term",
        [place],
        focus=node,
        found=workspace.short(node),
        want=" or ".join(workspace.short(NamedNode(n)) for n in near) or "a term that the ontology defines",
        do="mend the spelling, or define the term in ontology/",
    )


def _foreign_words(workspace: Workspace) -> Iterator[Finding]:
    """KG116: closed vocabularies of the field, and a word that they do not have."""
    from rdflib import URIRef
    from rdflib.namespace import OWL as OWL_WORDS
    from rdflib.namespace import RDF as RDF_WORDS
    from rdflib.namespace import RDFS as RDFS_WORDS
    from rdflib.namespace import SH as SH_WORDS
    from rdflib.namespace import SKOS as SKOS_WORDS
    from rdflib.namespace import XSD as XSD_WORDS

    closed = {
        str(words): words for words in (OWL_WORDS, RDF_WORDS, RDFS_WORDS, SH_WORDS, SKOS_WORDS, XSD_WORDS)
    }
    known: dict[str, bool] = {}
    for each in workspace.stated:
        for node, place in each.named() if each.group != ENGINE else ():
            home = node.value.rpartition("#")[0] + "#"
            if node.value not in known:
                known[node.value] = (
                    node.value[len(ONTOLEX) :] in _ONTOLEX_WORDS
                    if home == ONTOLEX
                    else home not in closed or URIRef(node.value) in closed[home]
                )
            if not known[node.value]:
                yield finding(
                    "KG116",
                    "word that its vocabulary does not have",
                    [place],
                    focus=node,
                    found=workspace.short(node),
                    want=f"a word of <{home}>",
                    do="mend the spelling",
                )


def _unspoken(workspace: Workspace) -> Iterator[Finding]:
    """KG110, KG111, KG112: terms without label, definition, home."""
    for term, made in workspace.terms.items():
        for code, predicate, word in (
            ("KG110", RDFS_LABEL.value, "label"),
            ("KG111", _DEFINITION, "definition"),
        ):
            said = [s for s in workspace.about(term, predicate) if s.group == "ontology"]
            tags = Counter(o.language for s in said if isinstance(o := s.triple.object, Literal))
            for language in workspace.languages:
                if tags[language] != 1:
                    there = [s.place for s in said if getattr(s.triple.object, "language", "") == language]
                    yield _wordless(workspace, term, made, code, word, language, there)
        if not workspace.about(term, _HOME):
            yield finding(
                "KG112",
                "term without a home",
                [made[0].head],
                severity="warning",
                focus=term,
                found=f"{workspace.short(term)} without rdfs:isDefinedBy",
                want="the ontology that defines it",
                do="add rdfs:isDefinedBy",
            )


def _wordless(
    workspace: Workspace,
    term: NamedNode,
    made: list[Stated],
    code: str,
    word: str,
    language: str,
    there: list[Place],
) -> Finding:
    count = f"{len(there)} {word}s" if there else f"no {word}"
    return finding(
        code,
        f"term without a {word}" if not there else f"term with more than one {word}",
        [*there, made[0].head],
        severity="warning",
        focus=term,
        path=RDFS_LABEL.value if code == "KG110" else _DEFINITION,
        found=f"{workspace.short(term)} has {count} in {language}",
        want=f"one {word} in each of {', '.join(workspace.languages)}",
        do=f"add or remove a {word}",
    )


def _shared_labels(workspace: Workspace) -> Iterator[Finding]:
    """KG113: two classes, or two properties, that nobody can tell apart by their label."""
    bearing: dict[tuple[bool, Literal], list[Stated]] = defaultdict(list)
    for term in workspace.terms:
        is_class = OWL + "Class" in workspace.kinds(term)
        for said in workspace.about(term, RDFS_LABEL.value):
            if isinstance(said.triple.object, Literal):
                bearing[is_class, said.triple.object].append(said)
    for (_, label), borne in sorted(bearing.items(), key=lambda item: str(item[0])):
        terms = sorted({s.triple.subject for s in borne}, key=str)
        if len(terms) > 1:
            yield finding(
                "KG113",
                "label that two terms share",
                [s.place for s in borne],
                severity="warning",
                focus=terms[0],
                path=RDFS_LABEL.value,
                found=f"{label} for {' and '.join(map(workspace.short, terms))}",
                want="a label by which people can tell the terms apart",
                do="change one of them",
            )


def _twice(workspace: Workspace) -> Iterator[Finding]:
    """KG114: a term made in two files."""
    for term, made in workspace.terms.items():
        if len({s.file for s in made}) > 1:
            yield finding(
                "KG114",
                "term defined in two files",
                [s.head for s in made],
                severity="warning",
                focus=term,
                found=f"{workspace.short(term)} in {', '.join(sorted({s.file for s in made}))}",
                want="one definition",
                do="keep the better of the two",
            )


def _unused(workspace: Workspace, asked: frozenset[str]) -> Iterator[Finding]:
    """KG115: a term that no rule, word, thing, query or other term makes use of."""
    for term, made in workspace.terms.items():
        named = any(s.triple.subject != term for s in workspace.naming(term))
        concluded = any(workspace.about(term, OWL + axiom) for axiom in ("inverseOf", "propertyChainAxiom"))
        if not (named or concluded or workspace.having(term.value) or term.value in asked):
            yield finding(
                "KG115",
                "term that nothing uses",
                [made[0].head],
                severity="warning",
                focus=term,
                found=workspace.short(term),
                want="a shape, a lexicon entry, a thing of the register, a query or another term that uses it",
                do="use it, or remove it",
            )


def _imports(workspace: Workspace) -> Iterator[Finding]:
    """KG126: an import below the project's base that no file answers."""
    there = {s.triple.subject for s in workspace.typed(OWL + "Ontology")}
    for each in workspace.having(OWL + "imports"):
        wanted = each.triple.object
        if isinstance(wanted, NamedNode) and wanted not in there and wanted.value.startswith(workspace.base):
            yield finding(
                "KG126",
                "import that no file answers",
                [each.place],
                severity="warning",
                focus=wanted,
                found=f"<{wanted.value}>",
                want="the IRI of an ontology in ontology/",
                do="mend the IRI, or bring the file back",
            )


def _prefixes(workspace: Workspace) -> Iterator[Finding]:
    """KG127: a prefix that stands for one namespace here and for another there."""
    homes: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for file in workspace.files:
        for prefix, iri in file.prefixes.items():
            if file.group != ENGINE and prefix and prefix in file.declared:
                homes[prefix][iri].append(Place(file.file, *file.declared[prefix]))
    for prefix, found in sorted(homes.items()):
        usual = max(sorted(found), key=lambda iri: len(found[iri]))
        for iri in sorted(found.keys() - {usual}):
            for place in found[iri]:
                yield finding(
                    "KG127",
                    "prefix that stands for two namespaces",
                    [place],
                    severity="warning",
                    focus=iri,
                    found=f"{prefix}: <{iri}>",
                    want=f"<{usual}>, as in {found[usual][0].file}",
                    do="mend the IRI, or take another prefix",
                )
