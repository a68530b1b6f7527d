"""Faults in the register, in documents and in their graphs."""

from __future__ import annotations

import re
from random import Random

from pyoxigraph import Literal, NamedNode

from .project import OA, RDF, RDFS, SH, SKOS, Fault, Hit, Project, pick

REGISTER, GRAPHS, DOCUMENTS = "data/reference/*.ttl", "data/graphs/*.ttl", "data/documents/*.md"
CM = "https://w3id.org/cities-mission/ontology#"
PERIOD = "https://w3id.org/cities-mission/id/period/"


# --- the register ------------------------------------------------------------------------------------------


def unknown_property(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in project.hits(REGISTER) if h.predicate.startswith(CM)))
    name = project.name(hit.file, hit.predicate)
    project.replace(hit.file, hit.located.predicate, name[:-1])
    return Fault("KG102", hit.file, hit.located.predicate[0], f"wrote {name[:-1]} for {name}")


def wrong_class(project: Project, chance: Random) -> Fault:
    """A thing of a class that is disjoint from what its properties make of it."""
    hit = pick(chance, (h for h in project.hits(REGISTER, RDF + "type") if h.value == CM + "LabelAward"))
    project.replace(hit.file, hit.located.object, "cm:Partnership")
    return Fault("KG402", hit.file, hit.line, f"called {hit.subject} a cm:Partnership")


def wrong_end(project: Project, chance: Random) -> Fault:
    """A relation that leads to a thing of a class that it cannot lead to."""
    paths = [CM + name for name in ("recipient", "selectedCity", "contractCity", "member")]
    hit = pick(chance, (h for h in project.hits(REGISTER) if h.predicate in paths))
    person = pick(chance, (h for h in project.hits(REGISTER, RDF + "type") if h.value == CM + "Person"))
    project.replace(hit.file, hit.located.object, f"<{person.subject}>")
    return Fault("KG402", hit.file, hit.line, f"made {hit.predicate} lead to {person.subject}")


def shared_identifier(project: Project, chance: Random) -> Fault:
    hits = project.hits(REGISTER, SKOS + "exactMatch")
    hit = pick(chance, hits)
    other = pick(chance, (h for h in hits if h.subject != hit.subject))
    project.replace(hit.file, hit.located.object, f"<{other.value}>")
    return Fault("KG130", hit.file, hit.line, f"gave {hit.subject} the identifier of {other.subject}")


def twin(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in project.hits(REGISTER, CM + "recipient")))
    label = next(h for h in project.hits(hit.file, CM + "label") if h.subject == hit.subject)
    text = f"<{hit.subject}-again> a cm:LabelAward ; cm:recipient <{hit.value}> ; cm:label <{label.value}> ."
    return Fault("KG131", hit.file, project.append(hit.file, text), f"wrote {hit.subject} down again")


def dangling(project: Project, chance: Random) -> Fault:
    hits = project.hits(REGISTER, kind=NamedNode)
    hit = pick(chance, (h for h in hits if "/id/" in h.value and not h.value.startswith(PERIOD)))
    name = project.name(hit.file, hit.value)
    new = f"{name}x" if not name.startswith("<") else f"{name[:-1]}x>"
    project.replace(hit.file, hit.located.object, new)
    return Fault("KG132", hit.file, hit.line, f"wrote {new} for {name}")


def impossible_day(project: Project, chance: Random) -> Fault:
    days = re.compile(r"\d{4}-\d\d-\d\d\Z")
    hits = project.hits(REGISTER, kind=NamedNode)
    hit = pick(chance, (h for h in hits if h.value.startswith(PERIOD) and days.search(h.value)))
    day = hit.value.removeprefix(PERIOD)
    new = chance.choice(
        [f"{day[:5]}13{day[7:]}", f"{day[:8]}32", f"{day[:5]}02-30", f"{day}--{int(day[:4]) - 1}"]
    )
    project.replace(hit.file, hit.located.object, f"<{PERIOD}{new}>")
    return Fault("KG133", hit.file, hit.line, f"wrote {new} for {day}")


def nameless(project: Project, chance: Random) -> Fault:
    """A blank node where an address belongs."""
    hit = pick(chance, project.hits(REGISTER, CM + "liesIn"))
    project.replace(hit.file, hit.located.object, "[ a cm:Country ]")
    return Fault("KG106", hit.file, hit.line, f"{hit.subject} lies in something without a name")


def namesake(project: Project, chance: Random) -> Fault:
    hits = [h for h in project.hits("data/reference/cities.ttl", RDFS + "label") if h.language == "en"]
    hit = pick(chance, hits)
    other = pick(chance, (h for h in hits if h.subject != hit.subject))
    project.replace(hit.file, hit.located.object, str(other.located.triple.object))
    return Fault("KG135", hit.file, hit.line, f"called {hit.subject} {other.value}")


def same_as(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(REGISTER, SKOS + "exactMatch"))
    text = f"<{hit.subject}> <http://www.w3.org/2002/07/owl#sameAs> <{hit.value}> ."
    return Fault(
        "KG125", hit.file, project.append(hit.file, text), f"declared {hit.subject} the same as another's"
    )


def lost_slot(project: Project, chance: Random) -> Fault:
    """A thing of the register without what the shape of its class calls for."""
    paths = [CM + name for name in ("recipient", "label", "selectedCity")]
    hit = pick(chance, (h for h in project.hits(REGISTER) if h.predicate in paths))
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG801", hit.file, line, f"took {hit.predicate} from {hit.subject}")


def wrong_kind(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(REGISTER, CM + "population"))
    project.replace(hit.file, hit.located.object, '"many"')
    return Fault("KG804", hit.file, hit.line, f"gave {hit.subject} a population of “many”")


def broken_register(project: Project, chance: Random) -> Fault:
    file = chance.choice(project.files(REGISTER))
    lines = project.text(file).split("\n")
    number = chance.choice([n for n, line in enumerate(lines) if line.endswith(" ;") and '"' not in line])
    lines[number] = f"{lines[number][:-2]} {chance.choice(['!', '] ;', '<a b> ;'])}"
    project.write(file, "\n".join(lines))
    return Fault("KG101", file, number + 1, f"broke line {number + 1}")


# --- documents ---------------------------------------------------------------------------------------------


def _graph_of(document: str) -> str:
    return document.replace("data/documents", "data/graphs").replace(".md", ".ttl")


def _evidence(project: Project, file: str, part: str) -> dict[str, Hit]:
    return {h.subject: h for h in project.hits(file, OA + part)}


def edited_document(project: Project, chance: Random) -> Fault:
    """A word within a quoted sentence is written otherwise."""
    document = chance.choice(
        [d for d in project.files(DOCUMENTS) if _evidence(project, _graph_of(d), "exact")]
    )
    graph = _graph_of(document)
    quoted = pick(chance, _evidence(project, graph, "exact").values())
    start = int(_evidence(project, graph, "start")[quoted.subject].value)
    text = project.text(document)
    project.write(document, f"{text[:start]}Now, {text[start:]}")
    return Fault("KG301", graph, quoted.line, f"wrote a word into a quoted sentence of {document}")


def lost_date(project: Project, chance: Random) -> Fault:
    document = chance.choice([d for d in project.files(DOCUMENTS) if "\ndate:" in project.text(d)])
    project.write(document, re.sub(r"\ndate:[^\n]*", "", project.text(document), count=1))
    return Fault("KG210", document, 1, "took the date out of the front matter")


def swapped_date(project: Project, chance: Random) -> Fault:
    """Year and month stay, the day is another one: the graph does not say what the document says any more."""
    document = chance.choice(
        [d for d in project.files(DOCUMENTS) if re.search(r"\ndate: \d{4}-", project.text(d))]
    )
    graph = _graph_of(document)
    year = chance.randrange(1990, 2000)
    project.write(document, re.sub(r"\ndate: \d{4}", f"\ndate: {year}", project.text(document), count=1))
    return Fault("KG302", graph, 0, f"put the date into {year}")


def broken_front_matter(project: Project, chance: Random) -> Fault:
    document = chance.choice(project.files(DOCUMENTS))
    project.write(document, project.text(document).replace("---\n", "---\n{title: [\n", 1))
    return Fault("KG209", document, 0, "opened a bracket in the front matter")


def empty_document(project: Project, chance: Random) -> Fault:
    document = chance.choice(project.files(DOCUMENTS))
    project.write(document, "\n \n")
    return Fault("KG202", document, 0, "emptied the file")


def binary_document(project: Project, chance: Random) -> Fault:
    document = chance.choice(project.files(DOCUMENTS))
    (project.root / document).write_bytes(b"%PDF-1.4\x00\x01\x02" + bytes(range(256)))
    return Fault("KG203", document, 0, "put bytes into a text file")


def reprint(project: Project, chance: Random) -> Fault:
    document = chance.choice(project.files(DOCUMENTS))
    copy = document.replace(".md", "-zweitdruck.md")
    project.write(copy, project.text(document))
    return Fault("KG504", copy, 0, f"copied {document}")


def foreign_file(project: Project, chance: Random) -> Fault:
    name = f"data/documents/note-{chance.randrange(1000)}.xyz"
    project.write(name, "something")
    return Fault("KG208", name, 0, "left a file of an unknown kind among the documents")


def foreign_language(project: Project, chance: Random) -> Fault:
    name = f"data/documents/komunikat-{chance.randrange(1000)}.md"
    project.write(name, "# Komunikat\n\nMiasto nie otrzymało jeszcze odznaki misji Unii Europejskiej.\n")
    return Fault("KG211", name, 0, "added a document in Polish")


# --- graphs ------------------------------------------------------------------------------------------------


def dropped_graph(project: Project, chance: Random) -> Fault:
    file = chance.choice(project.files(GRAPHS))
    (project.root / file).unlink()
    return Fault("KG303", file, 0, "removed the graph of a document")


def dropped_document(project: Project, chance: Random) -> Fault:
    document = chance.choice(project.files(DOCUMENTS))
    (project.root / document).unlink()
    return Fault("KG304", _graph_of(document), 0, "removed a document, not its graph")


def _local(project: Project) -> list[Hit]:
    """What documents plainly say of their local things."""
    return [h for h in project.hits(GRAPHS) if "#" in h.subject and "/id/document/" in h.subject]


def stale_class(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in _local(project) if h.predicate == RDF + "type"))
    project.replace(hit.file, hit.located.object, "cm:Goal" if hit.value != CM + "Goal" else "cm:City")
    return Fault("KG302", hit.file, hit.line, f"gave {hit.subject} another class")


def stale_value(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in _local(project) if isinstance(h.located.triple.object, Literal)))
    project.replace(hit.file, hit.located.object, '"something else"')
    return Fault(
        "KG302", hit.file, hit.line, f"gave {hit.subject} another {hit.predicate.rpartition('#')[2]}"
    )


def lost_triple(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in _local(project) if h.predicate.startswith(CM)))
    line = project.head(hit.file, hit.subject)
    project.drop(hit)
    return Fault("KG302", hit.file, line, f"took {hit.predicate} from {hit.subject}")


def shifted_offset(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(GRAPHS, OA + "start"))
    quoted = _evidence(project, hit.file, "exact")[hit.subject]
    project.replace(hit.file, hit.located.object, str(int(hit.value) + chance.choice([-3, 1, 5])))
    return Fault("KG301", hit.file, quoted.line, f"shifted {hit.subject}")


def altered_quote(project: Project, chance: Random) -> Fault:
    hit = pick(chance, (h for h in project.hits(GRAPHS, OA + "exact") if " " in h.value))
    words = hit.value.split(" ")
    words[chance.randrange(len(words))] = "nie"
    project.replace(hit.file, hit.located.object, str(Literal(" ".join(words))))
    return Fault("KG301", hit.file, hit.line, f"altered a word that {hit.subject} quotes")


def foreign_evidence(project: Project, chance: Random) -> Fault:
    hit = pick(chance, project.hits(GRAPHS, OA + "hasSource"))
    project.replace(hit.file, hit.located.object, f"<{hit.value}-gone>")
    return Fault("KG305", hit.file, hit.line, f"made {hit.subject} quote a document that is gone")


def broken_graph(project: Project, chance: Random) -> Fault:
    file = chance.choice(project.files(GRAPHS))
    lines = project.text(file).split("\n")
    number = chance.choice([n for n, line in enumerate(lines) if line.endswith(" ;") and '"' not in line])
    lines[number] = lines[number][:-2] + " !"
    project.write(file, "\n".join(lines))
    return Fault("KG101", file, number + 1, f"broke line {number + 1}")


def second_value(project: Project, chance: Random) -> Fault:
    """Of a property of which the shape has one at most."""
    single = {h.subject for h in project.hits("ontology/shapes/*.ttl", SH + "maxCount") if h.value == "1"}
    paths = {h.value for h in project.hits("ontology/shapes/*.ttl", SH + "path") if h.subject in single}
    shared = {h.value for h in project.hits("ontology/shapes/*.ttl", SH + "path") if h.subject not in single}
    wanted = paths - shared
    hit = pick(
        chance,
        (
            h
            for h in _local(project)
            if h.predicate in wanted and isinstance(h.located.triple.object, NamedNode)
        ),
    )
    old = project.name(hit.file, hit.value)
    project.replace(hit.file, hit.located.object, f"{old} , <{hit.value}-other>")
    return Fault(
        "KG802", hit.file, hit.line, f"gave {hit.subject} a second {hit.predicate.rpartition('#')[2]}"
    )


KINDS = {
    f.__name__.replace("_", "-"): f
    for f in (
        unknown_property, wrong_class, wrong_end, shared_identifier, twin, dangling, impossible_day, nameless, namesake,
        same_as, lost_slot, wrong_kind, broken_register, edited_document, lost_date, swapped_date, broken_front_matter,
        empty_document, binary_document, reprint, foreign_file, foreign_language, dropped_graph, dropped_document,
        stale_class, stale_value, lost_triple, shifted_offset, altered_quote, foreign_evidence, broken_graph,
        second_value,
    )
}  # fmt: skip
