"""Faults in ontology, shapes, reading hints and lexicon."""

from __future__ import annotations

from collections import Counter
from random import Random

from pyoxigraph import Literal, NamedNode

from .project import KG, ONTOLEX, OWL, RDF, RDFS, SH, SKOS, Fault, Hit, Project, pick

ONTOLOGY, SHAPES, LEXICON = "ontology/*.ttl", "ontology/shapes/*.ttl", "ontology/lexicon/*.ttl"
ANY = "ontology/**/*.ttl"


def _terms(project: Project, *kinds: str) -> dict[str, Hit]:
    """Term → the triple that makes it a class or property."""
    wanted = {OWL + kind for kind in kinds or ("Class", "ObjectProperty", "DatatypeProperty")}
    found = project.hits(ONTOLOGY, RDF + "type")
    return {h.subject: h for h in found if h.value in wanted and "#" in h.subject}


def _of_terms(project: Project, predicate: str, *kinds: str) -> list[Hit]:
    terms = _terms(project, *kinds)
    return [h for h in project.hits(ONTOLOGY, predicate) if h.subject in terms]


def lost_label(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _of_terms(project, RDFS + "label"))
    line = project.head(hit.file, hit.subject)
    return Fault("KG110", hit.file, line, f"took {project.drop(hit)} from {hit.subject}")


def second_label(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _of_terms(project, RDFS + "label"))
    line = project.append(
        hit.file, f'{project.name(hit.file, hit.subject)} rdfs:label "another word"@{hit.language} .'
    )
    return Fault("KG110", hit.file, line, f"gave {hit.subject} a second label")


def lost_definition(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _of_terms(project, SKOS + "definition"))
    line = project.head(hit.file, hit.subject)
    return Fault("KG111", hit.file, line, f"took {project.drop(hit)[:40]}… from {hit.subject}")


def lost_home(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _of_terms(project, RDFS + "isDefinedBy"))
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG112", hit.file, line, f"took rdfs:isDefinedBy from {hit.subject}")


def shared_label(project: Project, chance: Random) -> Fault:
    labels = _of_terms(project, RDFS + "label", "Class")
    hit = pick(chance, labels)
    other = pick(chance, (h for h in labels if h.subject != hit.subject and h.language == hit.language))
    project.replace(hit.file, hit.located.object, str(other.located.triple.object))
    return Fault("KG113", hit.file, hit.line, f"called {hit.subject} what {other.subject} is called")


def defined_twice(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _terms(project, "Class").values())
    file = chance.choice(
        [f for f in project.files(ONTOLOGY) if f != hit.file and "cm" in project.layout(f).prefixes]
    )
    line = project.append(file, f"{project.name(file, hit.subject)} a owl:Class .")
    return Fault("KG114", file, line, f"made {hit.subject} a class in another file, too")


def unused_term(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _of_terms(project, RDFS + "isDefinedBy"))
    kind, name = chance.choice(["Class", "ObjectProperty"]), f"Unheard{chance.randrange(1000)}"
    text = (
        f'cm:{name} a owl:{kind} ; rdfs:label "{name} en"@en , "{name} de"@de ; '
        f'skos:definition "In no use."@en , "Ohne Gebrauch."@de ; rdfs:isDefinedBy <{hit.value}> .'
    )
    return Fault("KG115", hit.file, project.append(hit.file, text), f"added {name}, which nothing uses")


def _own(hit: Hit) -> bool:
    return "ontology#" in hit.value


def unknown_term(project: Project, chance: Random) -> Fault:
    folder = chance.choice([SHAPES, LEXICON, "ontology/reading/*.ttl", ONTOLOGY])
    hit = pick(chance, (h for h in project.hits(folder, kind=NamedNode) if _own(h)))
    name = project.name(hit.file, hit.value)
    project.replace(hit.file, hit.located.object, f"{name}s")
    return Fault("KG102", hit.file, hit.line, f"wrote {name}s for {name}")


def unknown_hint(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in project.hits(ANY) if h.predicate.startswith(KG)))
    name = project.name(hit.file, hit.predicate)
    cut = chance.randrange(4, len(name))
    project.replace(hit.file, hit.located.predicate, name[: cut - 1] + name[cut:] + "x")
    return Fault("KG102", hit.file, hit.located.predicate[0], f"misspelt {name}")


def foreign_typo(project: Project, chance: Random) -> Fault:
    homes = (RDFS, OWL, SH, SKOS, ONTOLEX)
    hit = pick(chance, (h for h in project.hits(ANY) if h.predicate.startswith(homes)))
    name = project.name(hit.file, hit.predicate)
    project.replace(hit.file, hit.located.predicate, f"{name[:-1]}{name[-1] * 2}")
    return Fault("KG116", hit.file, hit.located.predicate[0], f"misspelt {name}")


def class_circle(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in project.hits(ONTOLOGY, RDFS + "subClassOf", kind=NamedNode)))
    names = [project.name(hit.file, iri) for iri in (hit.value, hit.subject)]
    line = project.append(hit.file, f"{names[0]} rdfs:subClassOf {names[1]} .")
    return Fault("KG117", hit.file, line, f"put {names[0]} below {names[1]}, which is below it")


def import_circle(project: Project, chance: Random) -> Fault:
    imports = [h for h in project.hits(ONTOLOGY, OWL + "imports") if h.value != h.subject]
    homes = {h.subject: h.file for h in project.hits(ONTOLOGY, RDF + "type") if h.value == OWL + "Ontology"}
    hit = pick(chance, (h for h in imports if h.value in homes))
    file = homes[hit.value]
    line = project.append(file, f"<{hit.value}> owl:imports <{hit.subject}> .")
    return Fault("KG117", file, line, f"{hit.value} imports what imports it")


def chain_of_itself(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(ONTOLOGY, OWL + "propertyChainAxiom"))
    name = project.name(hit.file, hit.subject)
    project.replace(hit.file, hit.located.object, f"( {name} {name} )")
    return Fault("KG117", hit.file, hit.line, f"made {name} of itself")


def impossible_class(project: Project, chance: Random) -> Fault:
    classes = sorted(_terms(project, "Class"))
    hit = pick(chance, (h for h in project.hits(ONTOLOGY, OWL + "disjointWith") if h.value in classes))
    names = [project.name(hit.file, iri) for iri in (hit.value, hit.subject)]
    line = project.append(hit.file, f"{names[0]} rdfs:subClassOf {names[1]} .")
    return Fault("KG118", hit.file, line, f"put {names[0]} below {names[1]}, from which it is disjoint")


def impossible_member(project: Project, chance: Random) -> Fault:
    """The same by way of the list of disjoint classes."""
    members = [h for h in project.hits("ontology/cities-mission.ttl", RDF + "first") if _own(h)]
    one, other = pick(chance, members), pick(chance, members)
    while one.value == other.value:
        other = pick(chance, members)
    names = [project.name(one.file, h.value) for h in (one, other)]
    line = project.append(one.file, f"{names[0]} rdfs:subClassOf {names[1]} .")
    return Fault("KG118", one.file, line, f"put {names[0]} below {names[1]}; all of the list are disjoint")


OUTSIDE = (
    "{relation} a owl:ReflexiveProperty .",
    "{cls} rdfs:subClassOf [ a owl:Restriction ; owl:onProperty {relation} ; owl:someValuesFrom {other} ] .",
    "{relation} rdfs:range [ a owl:Class ; owl:unionOf ( {cls} {other} ) ] .",
    "{cls} owl:disjointUnionOf ( {other} ) .",
    "{text} rdfs:range xsd:date .",
    "{text} rdfs:range xsd:gYear .",
)


def outside_profile(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _terms(project, "Class").values())
    names = {
        "cls": project.name(hit.file, hit.subject),
        "other": project.name(hit.file, chance.choice(sorted(_terms(project, "Class")))),
        "relation": project.name(hit.file, chance.choice(sorted(_terms(project, "ObjectProperty")))),
        "text": project.name(hit.file, chance.choice(sorted(_terms(project, "DatatypeProperty")))),
    }
    text = chance.choice(OUTSIDE).format(**names)
    return Fault("KG119", hit.file, project.append(hit.file, text), f"added {text}")


def two_kinds(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _terms(project).values())
    kind = "DatatypeProperty" if hit.value != OWL + "DatatypeProperty" else "ObjectProperty"
    line = project.append(hit.file, f"{project.name(hit.file, hit.subject)} a owl:{kind} .")
    return Fault("KG120", hit.file, line, f"made {hit.subject} an owl:{kind}, too")


def _end(project: Project, chance: Random, end: str) -> Fault:
    slots = {h.value for h in project.hits(SHAPES, SH + "path")}
    leaves = sorted(
        _terms(project, "Class").keys() - {h.value for h in project.hits(ONTOLOGY, RDFS + "subClassOf")}
    )
    hit = pick(
        chance,
        (h for h in project.hits(ONTOLOGY, RDFS + end, kind=NamedNode) if h.subject in slots and _own(h)),
    )
    other = chance.choice([c for c in leaves if c != hit.value and not _below(project, hit.value, c)])
    name = project.name(hit.file, other)
    project.replace(hit.file, hit.located.object, name)
    return Fault("KG121", hit.file, hit.line, f"gave {hit.subject} the {end} {name}")


def _below(project: Project, cls: str, above: str) -> bool:
    return any(h.subject == cls and h.value == above for h in project.hits(ONTOLOGY, RDFS + "subClassOf"))


def wrong_domain(project: Project, chance: Random) -> Fault:
    return _end(project, chance, "domain")


def wrong_range(project: Project, chance: Random) -> Fault:
    return _end(project, chance, "range")


def functional(project: Project, chance: Random) -> Fault:
    slots = {h.value for h in project.hits(SHAPES, SH + "path")}
    hit = pick(
        chance, (h for t, h in _terms(project, "ObjectProperty", "DatatypeProperty").items() if t in slots)
    )
    kind = chance.choice(["FunctionalProperty", "InverseFunctionalProperty"])
    line = project.append(hit.file, f"{project.name(hit.file, hit.subject)} a owl:{kind} .")
    return Fault("KG122", hit.file, line, f"made {hit.subject} an owl:{kind}")


def key(project: Project, chance: Random) -> Fault:
    hit = pick(chance, _terms(project, "Class").values())
    paths = sorted({h.value for h in project.hits(SHAPES, SH + "path") if _own(h)})
    path = project.name(hit.file, chance.choice(paths))
    line = project.append(hit.file, f"{project.name(hit.file, hit.subject)} owl:hasKey ( {path} ) .")
    return Fault("KG123", hit.file, line, f"made {path} a key of {hit.subject}")


def lost_inverse(project: Project, chance: Random) -> Fault:
    """Of a property that a chain is made of, or that a query names."""
    links = {h.value for h in project.hits(ONTOLOGY, RDF + "first")}
    asked = "\n".join(project.text(f) for f in project.files("queries/*.rq"))
    hit = pick(
        chance,
        (
            h
            for h in project.hits(ONTOLOGY, OWL + "inverseOf")
            if h.subject in links or f"cm:{h.subject.rpartition('#')[2]} " in asked
        ),
    )
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG124", hit.file, line, f"took owl:inverseOf from {hit.subject}")


def lost_chain(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(ONTOLOGY, OWL + "propertyChainAxiom"))
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG124", hit.file, line, f"took owl:propertyChainAxiom from {hit.subject}")


def dangling_import(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(ONTOLOGY, OWL + "imports"))
    project.replace(hit.file, hit.located.object, f"<{hit.value}s>")
    return Fault("KG126", hit.file, hit.line, f"imports {hit.value}s")


def broken_prefix(project: Project, chance: Random) -> Fault:
    file = chance.choice(
        [f for f in project.files(ANY) if {"cm", "skos"} <= project.layout(f).declared.keys()]
    )
    layout = project.layout(file)
    prefix = chance.choice(["cm", "skos"])
    line, wrong = layout.declared[prefix][0], layout.prefixes[prefix]
    text = project.text(file)
    project.write(file, text.replace(f"<{wrong}> .", f"<{wrong[:-2]}{wrong[-1]}> .", 1))
    return Fault("KG127", file, line, f"cut a letter from the namespace of {prefix}:")


def impossible_rule(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(SHAPES, SH + "maxCount"))
    name = project.name(hit.file, hit.subject)
    line = project.append(hit.file, f"{name} sh:minCount {int(hit.value) + 1} .")
    return Fault("KG128", hit.file, line, f"wants more of {name} than it allows")


def lost_message(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(SHAPES, SH + "message"))
    line = project.head(hit.file, hit.subject)
    return Fault("KG129", hit.file, line, f"took {project.drop(hit)[:40]}… from {hit.subject}")


def loose_rule(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(SHAPES, SH + "property", kind=NamedNode))
    file = next(h.file for h in project.hits(SHAPES, RDF + "type") if h.subject == hit.value)
    line = project.head(file, hit.value)
    if file == hit.file:
        before = project.text(file).count("\n")
        after = hit.line < line
        project.drop(hit)
        line -= (before - project.text(file).count("\n")) if after else 0
    else:
        project.drop(hit)
    return Fault("KG134", file, line, f"took {hit.value} from its shape")


def broken_schema(project: Project, chance: Random) -> Fault:
    file = chance.choice(project.files(ANY))
    lines = project.text(file).split("\n")
    number = chance.choice([n for n, line in enumerate(lines) if line.endswith(" ;") and '"' not in line])
    lines[number] = f"{lines[number][:-2]} {chance.choice(['!', ';; ^^', '] ;', '<a b> ;', 'x:y ;'])}"
    project.write(file, "\n".join(lines))
    return Fault("KG101", file, number + 1, f"broke line {number + 1}")


def wrong_identity(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(SHAPES, KG + "identity"))
    mine = {h.value for h in project.hits(SHAPES, SH + "path")}
    other = chance.choice(sorted(t for t in _terms(project, "ObjectProperty") if t not in mine))
    project.replace(hit.file, hit.located.object, f"( {project.name(hit.file, other)} )")
    return Fault("KG105", hit.file, hit.line, f"made {other} the identity of {hit.subject}")


def silent_entry(project: Project, chance: Random) -> Fault:
    said = project.hits(LEXICON, ONTOLEX + "evokes") + project.hits(LEXICON, ONTOLEX + "denotes")
    counts = Counter(h.subject for h in said)
    hit = pick(chance, (h for h in said if counts[h.subject] == 1))
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG104", hit.file, line, f"took away what {hit.subject} says")


def missed_example(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(LEXICON, KG + "matches"))
    words = {"de": "Heute scheint die Sonne.", "en": "The sun shines."}.get(hit.language, "Sol.")
    project.replace(hit.file, hit.located.object, f'"{words}"@{hit.language}')
    return Fault("KG107", hit.file, hit.line, f"wants {hit.subject} to match {words}")


def refused_example(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(LEXICON, KG + "matches", kind=Literal))
    line = project.append(
        hit.file, f"{project.name(hit.file, hit.subject)} kg:matchesNot {hit.located.triple.object} ."
    )
    return Fault("KG107", hit.file, line, f"wants {hit.subject} not to match what it matches")


def unproved_entry(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(LEXICON, ONTOLEX + "evokes"))
    name, value = f"lex:{hit.language or 'x'}-new{chance.randrange(1000)}", project.name(hit.file, hit.value)
    language = hit.file.rpartition("/")[2][:2]
    text = f'{name} a ontolex:Word ; rdfs:label "quuxify"@{language} ; ontolex:evokes {value} .'
    return Fault("KG108", hit.file, project.append(hit.file, text), f"added {name} without an example")


KINDS = {
    f.__name__.replace("_", "-"): f
    for f in (
        lost_label, second_label, lost_definition, lost_home, shared_label, defined_twice, unused_term, unknown_term,
        unknown_hint, foreign_typo, class_circle, import_circle, chain_of_itself, impossible_class, impossible_member,
        outside_profile, two_kinds, wrong_domain, wrong_range, functional, key, lost_inverse, lost_chain,
        dangling_import, broken_prefix, impossible_rule, lost_message, loose_rule, broken_schema, wrong_identity,
        silent_entry, missed_example, refused_example, unproved_entry,
    )
}  # fmt: skip
