"""An invented coast for the tests of resolving and deciding: lighthouses, their keepers, and who lit what."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.claims import Claim, Evidence, Factuality
from kg.names import RDF_TYPE, RDFS_LABEL, XSD
from kg.periods import Period
from kg.register import Register, read_register
from kg.schema import Schema, load

BASE = "https://example.org/sea/"
SEA = BASE + "ontology#"
PREFIXES = f"""
@prefix sea: <{SEA}> . @prefix id: <{BASE}id/> . @prefix rule: <{BASE}shapes#> .
@prefix kg: <https://w3id.org/kg-claims#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix lighthouse: <{BASE}id/lighthouse/> . @prefix coast: <{BASE}id/coast/> .
"""

ONTOLOGY = """
<https://example.org/sea/> a owl:Ontology ; kg:base "https://example.org/sea/" .
sea:Mark a owl:Class . sea:Lighthouse a owl:Class ; rdfs:subClassOf sea:Mark ; kg:named true .
sea:Coast a owl:Class ; kg:named true . sea:Keeper a owl:Class ; kg:named true .
sea:Office a owl:Class ; kg:named true . sea:Storm a owl:Class ; kg:named true ;
    kg:identity ( rdfs:label ) , ( sea:stormPlace sea:struckOn ) .
sea:Lighting a owl:Class ; kg:identity ( sea:lamp ) .
sea:Service a owl:Class ; kg:identity ( sea:keeper sea:lamp sea:since ) .
sea:Watch a owl:Class ; kg:identity ( sea:watcher ) .
sea:Report a owl:Class ; kg:identity ( sea:describes ) .
sea:LampCount a owl:Class ; kg:measures sea:Lighting ; kg:scopeOf ( sea:lamp sea:standsOn ) .
sea:KeeperCount a owl:Class ; kg:measures sea:Service ;
    kg:scopeOf ( sea:lamp sea:standsOn ) ; kg:standing true .
sea:standsOn a owl:ObjectProperty , owl:TransitiveProperty . sea:holds a owl:ObjectProperty ;
    owl:inverseOf sea:standsOn . sea:neighbour a owl:ObjectProperty , owl:SymmetricProperty .
sea:lamp a owl:ObjectProperty . sea:litOn a owl:ObjectProperty . sea:litBy a owl:ObjectProperty .
sea:firstLitOn a owl:ObjectProperty ; rdfs:subPropertyOf sea:litOn .
sea:keeper a owl:ObjectProperty . sea:since a owl:ObjectProperty . sea:watcher a owl:ObjectProperty .
sea:describes a owl:ObjectProperty . sea:number a owl:DatatypeProperty . sea:atLeast a owl:DatatypeProperty .
sea:scope a owl:ObjectProperty . sea:countedOn a owl:ObjectProperty . sea:countedIn a owl:ObjectProperty .
sea:countKind a owl:ObjectProperty . sea:stormPlace a owl:ObjectProperty . sea:struckOn a owl:ObjectProperty .
sea:stairs a owl:DatatypeProperty . sea:stairsAtLeast a owl:DatatypeProperty .
sea:paint a owl:DatatypeProperty .
[] a kg:Policy ; kg:order ( kg:Override kg:FinerPeriod kg:Authority kg:MoreWitnesses kg:LaterDocument ) ;
    kg:nearCopy 0.6 .
sea:paint kg:conflictKind kg:StatusConflict .
<https://example.org/sea/id/coast/all> kg:parts ( <https://example.org/sea/id/coast/north>
    <https://example.org/sea/id/coast/south> ) .
[] a kg:AuthorityRule ; kg:onClass sea:Lighting ; kg:authorityIs sea:lamp .
[] a kg:AuthorityRule ; kg:onClass sea:LampCount ; kg:authority <https://example.org/sea/id/office/pilots> .
"""

SHAPES = """
rule:Lighthouse a sh:NodeShape ; sh:targetClass sea:Lighthouse ;
  sh:property [ sh:path sea:stairs ; sh:maxCount 1 ; sh:datatype xsd:integer ] ,
    [ sh:path sea:standsOn ; sh:class sea:Coast ] ,
    rule:Lighthouse-stairsAtLeast , [ sh:path sea:paint ; sh:maxCount 1 ; sh:datatype xsd:string ] .
rule:Lighthouse-stairsAtLeast sh:path sea:stairsAtLeast ; sh:maxCount 1 ; sh:datatype xsd:integer ;
  kg:leastOf sea:stairs .
rule:Coast a sh:NodeShape ; sh:targetClass sea:Coast .
rule:Keeper a sh:NodeShape ; sh:targetClass sea:Keeper .
rule:Office a sh:NodeShape ; sh:targetClass sea:Office .
rule:Storm a sh:NodeShape ; sh:targetClass sea:Storm ;
  sh:property [ sh:path sea:stormPlace ; sh:class sea:Coast ] ,
    [ sh:path sea:struckOn ; sh:class kg:Period ] .
rule:Lighting a sh:NodeShape ; sh:targetClass sea:Lighting ;
  sh:property [ sh:path sea:lamp ; sh:minCount 1 ; sh:maxCount 1 ; sh:class sea:Lighthouse ] ,
    [ sh:path sea:litOn ; sh:maxCount 1 ; sh:class kg:Period ] , [ sh:path sea:litBy ; sh:class sea:Keeper ] .
rule:Service a sh:NodeShape ; sh:targetClass sea:Service ;
  sh:property [ sh:path sea:keeper ; sh:class sea:Keeper ] , [ sh:path sea:lamp ; sh:class sea:Lighthouse ] ,
    [ sh:path sea:since ; sh:maxCount 1 ; sh:class kg:Period ] .
rule:Watch a sh:NodeShape ; sh:targetClass sea:Watch ;
  sh:property [ sh:path sea:watcher ; sh:minCount 2 ; sh:class sea:Keeper ] .
rule:Report a sh:NodeShape ; sh:targetClass sea:Report ;
  sh:property [ sh:path sea:describes ; sh:class sea:Lighting ] .
rule:LampCount a sh:NodeShape ; sh:targetClass sea:LampCount ; sh:property rule:number , rule:atLeast ,
  rule:scope , rule:countedOn , rule:countedIn , rule:countKind .
rule:KeeperCount a sh:NodeShape ; sh:targetClass sea:KeeperCount ; sh:property rule:number , rule:atLeast ,
  rule:scope , rule:countedOn , rule:countedIn , rule:countKind .
rule:number sh:path sea:number ; sh:maxCount 1 ; sh:datatype xsd:integer .
rule:atLeast sh:path sea:atLeast ; sh:maxCount 1 ; sh:datatype xsd:integer ; kg:leastOf sea:number .
rule:scope sh:path sea:scope ; sh:maxCount 1 ; sh:class sea:Coast ; kg:default coast:all .
rule:countedOn sh:path sea:countedOn ; sh:maxCount 1 ; sh:class kg:Period .
rule:countedIn sh:path sea:countedIn ; sh:maxCount 1 ; sh:class sea:Storm .
rule:countKind sh:path sea:countKind ; sh:maxCount 1 ; sh:nodeKind sh:IRI .
"""

REGISTER = """
coast:all a sea:Coast ; rdfs:label "all coasts"@en .
coast:north a sea:Coast ; rdfs:label "North Coast"@en ; skos:altLabel "Nordküste"@de .
coast:south a sea:Coast ; rdfs:label "South Coast"@en .
coast:kingdom a sea:Coast ; rdfs:label "Kingdom"@en .
coast:north sea:standsOn coast:kingdom .
<https://example.org/sea/id/mark/hook> a sea:Mark ; rdfs:label "Hook"@en .
lighthouse:tall a sea:Lighthouse ; rdfs:label "Tall Tower"@en ;
  skos:exactMatch <https://elsewhere.example/tall> ;
  sea:standsOn coast:north ; dcterms:source <https://pilots.example/list> ; kg:confidence "seen once" .
lighthouse:small a sea:Lighthouse ; rdfs:label "Small Tower"@en ;
  sea:standsOn coast:north ; dcterms:source <https://pilots.example/list> .
lighthouse:red a sea:Lighthouse ; rdfs:label "Red Tower"@en ;
  sea:standsOn coast:north ; dcterms:source <https://pilots.example/list> .
lighthouse:hook-north a sea:Lighthouse ; rdfs:label "Hook"@en ; sea:standsOn coast:north .
lighthouse:hook-south a sea:Lighthouse ; rdfs:label "Hook"@en ; sea:standsOn coast:south .
<https://example.org/sea/id/keeper/hook> a sea:Keeper ; rdfs:label "Hook"@en .
<https://example.org/sea/id/office/pilots> a sea:Office ; rdfs:label "Pilots"@en ;
  kg:webHost "pilots.example" .
<https://example.org/sea/id/lighting/tall> a sea:Lighting ; sea:lamp lighthouse:tall ;
  sea:litOn <https://example.org/sea/id/period/1901> ;
  dcterms:source <https://pilots.example/list> , <https://other.example/page> .
"""


def load_coast(folder: Path) -> Schema:
    """The invented project, written to a folder and loaded."""
    for path, text in {
        "ontology/sea.ttl": ONTOLOGY,
        "ontology/shapes/sea.ttl": SHAPES,
        "data/reference/sea.ttl": REGISTER,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PREFIXES + text)
    return load(folder)


def register_of(schema: Schema) -> Register:
    return read_register(schema)


def document(name: str) -> NamedNode:
    return NamedNode(f"{BASE}id/document/{name}")


def period(text: str) -> NamedNode:
    return NamedNode(f"{BASE}id/period/{Period.parse(text).text.replace('/', '--')}")


def thing(path: str) -> str:
    return f"{BASE}id/{path}"


def says(name: str, text: str, factuality: Factuality = Factuality.ASSERTED) -> list[Claim]:
    """Claims of one document from lines such as `l1 a Lighting ; lamp tower ; litOn 1901`.

    A word is a local thing, a quoted one a text, `coast:north` a canonical thing, `kg:Batch` a term of the
    engine; a number below 1000 is a number, any other number a period. A line that begins with `?`, `~` or
    `!` is expected, possible or denied.
    """
    firmness = {"?": Factuality.EXPECTED, "~": Factuality.POSSIBLE, "!": Factuality.DENIED}
    found: list[Claim] = []
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        held = firmness.get(line[0], factuality)
        subject, _, rest = line.lstrip("?~! ").partition(" ")
        for position, pair in enumerate(re.split(r"\s+;\s+", rest)):
            word, _, value = pair.strip().partition(" ")
            found.append(_claim(name, subject, word, value.strip(), held, 100 * number + position))
    return found


def _claim(name: str, subject: str, word: str, value: str, held: Factuality, start: int) -> Claim:
    source = document(name)
    evidence = Evidence(source, start, start + 1, "x")
    predicate = {"a": RDF_TYPE, "label": RDFS_LABEL}.get(word)
    if predicate is None:
        predicate = NamedNode(word[1:-1] if word.startswith("<") else SEA + word)
    local = NamedNode(f"{source.value}#{subject}")
    return Claim(source, local, predicate, _value(source, word, value), held, evidence)


def _value(source: NamedNode, word: str, value: str) -> NamedNode | Literal:
    if word == "a":
        return NamedNode(SEA + value)
    if value.startswith('"'):
        return Literal(value.strip('"'))
    if value.startswith("<"):
        return NamedNode(value[1:-1])
    if value.startswith("kg:"):
        return NamedNode("https://w3id.org/kg-claims#" + value[3:])
    if ":" in value:
        return NamedNode(f"{BASE}id/{value.replace(':', '/')}")
    if re.fullmatch(r"\d{1,3}", value):
        return Literal(value, datatype=NamedNode(XSD + "integer"))
    if re.fullmatch(r"[\d/-]+", value):
        return period(value)
    return NamedNode(f"{source.value}#{value}")
