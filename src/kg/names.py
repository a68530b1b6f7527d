"""Every prefix and every way to make an IRI; nothing else spells one.

The engine's own vocabulary is `kg:`; the base of a project's IRIs comes from the project's ontology
header (`kg:base`), never from here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

KG = "https://w3id.org/kg-claims#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
VANN = "http://purl.org/vocab/vann/"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"

WELL_KNOWN_PREFIXES: dict[str, str] = {
    "kg": KG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "sh": SH,
    "skos": SKOS,
    "oa": OA,
    "prov": PROV,
    "dcterms": DCTERMS,
    "ontolex": ONTOLEX,
    "vann": VANN,
    "wgs84": WGS84,
}


@lru_cache(maxsize=1024)
def kg(local: str) -> NamedNode:
    """A term of the engine's own vocabulary."""
    return NamedNode(KG + local)


RDF_TYPE = NamedNode(RDF + "type")
RDF_SUBJECT = NamedNode(RDF + "subject")
RDF_PREDICATE = NamedNode(RDF + "predicate")
RDF_OBJECT = NamedNode(RDF + "object")
RDFS_LABEL = NamedNode(RDFS + "label")
SKOS_ALT_LABEL = NamedNode(SKOS + "altLabel")
SKOS_HIDDEN_LABEL = NamedNode(SKOS + "hiddenLabel")
NAMING_PROPERTIES = (RDFS_LABEL, SKOS_ALT_LABEL, SKOS_HIDDEN_LABEL)

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_TRANSCRIBED = str.maketrans(
    {"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
)
_LONGEST_SLUG = 80


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; a hash where nothing is left or it grows too long."""
    plain = text.casefold()
    if not plain.isascii():
        lowered = unicodedata.normalize("NFC", text).casefold().translate(_TRANSCRIBED)
        plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    made = _NOT_SLUG.sub("-", plain).strip("-")
    if not made:
        return digest(text)
    if len(made) > _LONGEST_SLUG:
        return f"{made[: _LONGEST_SLUG - 13].rstrip('-')}-{digest(text)}"
    return made


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for the parts (SHA-256, separated so that parts cannot run together)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


_DASHES = re.compile("[\u2010-\u2015]")


@lru_cache(maxsize=32768)
def fold(name: str) -> str:
    """A name as it is compared: no case, no diacritics, hyphens and runs of white space as one blank."""
    plain = name.casefold()
    if plain.isascii() and plain.isalpha():
        return plain
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        if not plain.isascii():
            # nothing before U+0300 combines
            plain = "".join([c for c in plain if c < "\u0300" or not unicodedata.combining(c)])
            plain = _DASHES.sub(" ", plain)
    return " ".join(plain.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs of one project, below the base that its ontology declares."""

    base: str

    def thing(self, class_iri: str, key: str) -> NamedNode:
        return NamedNode(f"{self.base}id/{local_name(class_iri).lower()}/{slug(key)}")

    def document(self, name: str) -> NamedNode:
        return NamedNode(f"{self.base}id/document/{slug(name)}")

    def local(self, document: NamedNode, key: str) -> NamedNode:
        """A thing as one document speaks of it, before it is known which thing that is."""
        return NamedNode(f"{document.value}#{slug(key)}")

    def period_text(self, iri: str) -> str | None:
        """The text that `period` made an IRI of; None for any other IRI."""
        prefix = f"{self.base}id/period/"
        return iri[len(prefix) :].replace("--", "/") if iri.startswith(prefix) else None

    def period(self, text: str) -> NamedNode:
        return NamedNode(f"{self.base}id/period/{text.replace('/', '--')}")

    def hashed(self, kind: str, *parts: str) -> NamedNode:
        """`kind` is one of the engine's own: claim, evidence, decision, contradiction, expectation, finding."""
        return NamedNode(f"{self.base}id/{kind}/{digest(*parts)}")

    def graph(self, name: str) -> NamedNode:
        """`name` is one of register, facts, inferred, expectations, former, quarantine, findings, overrides, ontology.

        Some have a graph for each day since which something is known: facts/2024-03-21.
        """
        return NamedNode(f"{self.base}graph/{name}")


def of_days(graph: NamedNode, graphs: Iterable[NamedNode]) -> list[NamedNode]:
    """A graph, and of others those that hold the same for single days: `facts/2024-03-21` for `facts`; sorted."""
    start = f"{graph.value}/"
    days = [g for g in graphs if g.value.startswith(start) and g.value[len(start) :][:1].isdigit()]
    return [graph, *sorted(days, key=lambda g: g.value)]


def local_name(iri: str) -> str:
    """What follows the last `#` or `/`."""
    whole = iri.rstrip("#/")
    return whole[max(whole.rfind("#"), whole.rfind("/")) + 1 :]
