"""Claims → what their sources say, in words."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from kg.explaining.looking import Lookup, plain
from kg.explaining.naming import Namer
from kg.explaining.records import Words
from kg.names import DCTERMS, OA, PROV, RDF_OBJECT, RDF_SUBJECT, RDF_TYPE, kg, local_name
from kg.schema import Schema


class Sayings:
    """What stands behind claims.

    Args:
        look: Into a built dataset.
        schema: Of the same project.
        namer: Of both.
    """

    def __init__(self, look: Lookup, schema: Schema, namer: Namer) -> None:
        self._look = look
        self._schema = schema
        self._namer = namer

    def of(self, node: NamedNode, predicate: NamedNode) -> tuple[Words, ...]:
        claims = [c for c in self._look.values(node, predicate) if isinstance(c, NamedNode)]
        found = [words for claim in claims for words in self.words(claim)]
        return tuple(sorted(found, key=_by_day))

    def expected(self, subject: NamedNode, predicate: NamedNode | None) -> list[Words]:
        graph = self._schema.names.graph("expectations")
        found: list[Words] = []
        for quad in self._look.quads(None, kg("about"), subject, graph):
            node = quad.subject
            if isinstance(node, NamedNode) and predicate in (None, self._look.value(node, kg("property"))):
                found += self.of(node, kg("claim"))
        return sorted(set(found), key=_by_day)

    def words(self, claim: NamedNode) -> list[Words]:
        """What a claim's sources say, one for each piece of evidence."""
        return [
            self._words(claim, evidence)
            for evidence in self._look.values(claim, kg("evidence"))
            if isinstance(evidence, NamedNode)
        ]

    def _words(self, claim: NamedNode, evidence: NamedNode) -> Words:
        source = self._look.value(evidence, NamedNode(OA + "hasSource"))
        document = source if isinstance(source, NamedNode) else NamedNode("urn:unknown")
        publisher = self._look.value(document, NamedNode(DCTERMS + "publisher"))
        speaker = self._look.value(evidence, NamedNode(PROV + "wasAttributedTo"))
        value = self._look.value(claim, kg("value")) or self._look.value(claim, RDF_OBJECT)
        is_document = self._look.value(document, RDF_TYPE) == kg("Document")
        said = self._said(evidence)
        return Words(
            claim=claim.value,
            value=self._namer.name(value),
            said=" ".join(said.split()),
            verbatim=plain(self._look.value(evidence, kg("verbatim"))) == "true",
            factuality=local_name(plain(self._look.value(claim, kg("factuality")))).lower(),
            document=document.value,
            title=self._title(document) if is_document else self._file_of(claim),
            publisher=self._namer.name(publisher) if publisher else "",
            issued=self._namer.name(issued)
            if (issued := self._look.value(document, NamedNode(DCTERMS + "issued")))
            else "",
            address=self._address(document) if is_document else document.value,
            speaker=self._namer.name(speaker) if speaker and speaker != publisher else "",
            start=self._number(evidence, "start"),
            end=self._number(evidence, "end"),
            counted=plain(self._look.value(claim, kg("counted"))) == "true",
        )

    def _said(self, evidence: NamedNode) -> str:
        return plain(self._look.value(evidence, NamedNode(OA + "exact")))

    def _number(self, evidence: NamedNode, part: str) -> int:
        found = plain(self._look.value(evidence, NamedNode(OA + part)))
        return int(found) if found else -1

    def _title(self, document: NamedNode) -> str:
        return plain(self._look.value(document, NamedNode(DCTERMS + "title"))) or document.value

    def _address(self, document: NamedNode) -> str:
        for local in ("hadPrimarySource", "atLocation"):
            found = self._look.value(document, NamedNode(PROV + local))
            if found is not None:
                return plain(found)
        return ""

    def _file_of(self, claim: NamedNode) -> str:
        subject = plain(self._look.value(claim, RDF_SUBJECT))
        name = self._schema.register_files.get(subject, "")
        return f"register, {name}" if name else "register"

    def entry(self, triple: Triple, source: NamedNode) -> Words:
        """An entry of the register that nobody disputes: no claim is kept of it."""
        file = self._schema.register_files.get(plain(triple.subject), "")
        return Words("", self._namer.name(triple.object), "", False, "asserted", source.value,
                     f"register, {file}" if file else "register", "", "", source.value)  # fmt: skip


def _by_day(words: Words) -> tuple[bool, str, str, int, str]:
    """Dated documents first, in their order; then the others."""
    return not words.issued, words.issued, words.document, words.start, words.claim
