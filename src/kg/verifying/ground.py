"""The files that a proof has to stand on: ontology, register, documents, published graphs, the built dataset."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from kg.verifying.matching import INVERSE_OF, OWL, RDFS, TYPE, Node, Spo
from kg.verifying.proofs import LABEL, VerifyingError, kg
from kg.verifying.values import same_number

_SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
_SYMMETRIC = NamedNode(OWL + "SymmetricProperty")
_AS_TEXT = {".txt", ".md", ".markdown"}
_W3C = ("rdf", "rdfs", "owl", "skos", "dcterms", "kg", "prov")
_OTHER_ENCODINGS = ("cp1252", "latin-1")


class Ground:
    """Reads each file once, when it is first asked for.

    Args:
        root: The project's folder.
        documents: Folders or files with the documents; `data/documents` of the project when left out.
    """

    def __init__(self, root: Path, documents: Sequence[Path] | None = None) -> None:
        self.root = root
        self._folders = list(documents) if documents is not None else [root / "data" / "documents"]
        self._texts: dict[Path, tuple[str, ...]] = {}
        self._graphs: dict[str, frozenset[Spo] | None] = {}

    # -- ontology and register ----------------------------------------------------------------------------

    @cached_property
    def ontology(self) -> frozenset[Spo]:
        """What stands in the files of the ontology and in the engine's own vocabulary."""
        own = (resources.files("kg") / "vocabulary" / "kg.ttl").read_text(encoding="utf-8")
        return frozenset((*_parsed(own, "kg.ttl"), *_files(self.root / "ontology")))

    @cached_property
    def register(self) -> frozenset[Spo]:
        """What stands in the files of the register."""
        return frozenset(_files(self.root / "data" / "reference"))

    @cached_property
    def _by_predicate(self) -> dict[Node, list[Spo]]:
        found: dict[Node, list[Spo]] = {}
        for spo in self.ontology:
            found.setdefault(spo[1], []).append(spo)
        return found

    def stand(self, axioms: Iterable[Spo]) -> list[Spo]:
        """The axioms that do not stand in the ontology, blank nodes seen together.

        A blank node of the axioms stands for one of the ontology, the same one throughout. Where no choice makes
        all axioms that hang together stand, all of these are handed back.
        """
        plain = {spo for spo in axioms if not _blanks(spo)}
        missing = [spo for spo in plain if spo not in self.ontology]
        for group in _hanging_together({*axioms} - plain):
            if not self._meets(group, {}):
                missing += group
        return sorted(missing, key=str)

    def _meets(self, group: list[Spo], chosen: dict[Node, Node]) -> bool:
        """Whether blank nodes can be chosen so that all triples stand; always the most settled triple first."""
        if not group:
            return True
        spo = min(group, key=lambda s: (len(_blanks(s) - chosen.keys()), str(s)))
        rest = [other for other in group if other != spo]
        wanted = tuple(chosen.get(term, term) for term in spo)
        for found in self._by_predicate.get(spo[1], ()):
            more = _renamed(wanted, found)
            if more is not None and self._meets(rest, {**chosen, **more}):
                return True
        return False

    def inverse(self, one: Node, other: Node) -> bool:
        return bool({(one, INVERSE_OF, other), (other, INVERSE_OF, one)} & self.ontology)

    def symmetric(self, one: Node) -> bool:
        return (one, TYPE, _SYMMETRIC) in self.ontology

    def is_named(self, class_: Node) -> bool:
        """Whether things of the class are there by their names, whatever a document says of them."""
        seen, waiting = set[Node](), [class_]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += [s[2] for s in self._by_predicate.get(_SUB_CLASS_OF, ()) if s[0] == one]
        return any(
            s[0] in seen and isinstance(s[2], Literal) and s[2].value in ("true", "1")
            for s in self._by_predicate.get(kg("named"), ())
        )

    def spelled(self, spo: Spo, known: frozenset[Spo]) -> Spo:
        """The triple as a file has it: a store may have written its number another way (7.510 as 7.51)."""
        if spo in known or not isinstance(spo[2], Literal):
            return spo
        same = (s for s in known if s[:2] == spo[:2] and same_number(s[2], spo[2]))
        return min(same, key=str, default=spo)

    # -- documents ----------------------------------------------------------------------------------------

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for folder in self._folders:
            files = [folder] if folder.is_file() else sorted(folder.rglob("*")) if folder.is_dir() else []
            for path in files:
                if path.is_file():
                    found.setdefault(path.name, []).append(path)
        return found

    def document(self, name: str, sha256: str) -> Path | None:
        """The file of that name with those bytes."""
        return next((p for p in self._by_name.get(name, ()) if _sha256(p) == sha256), None)

    def named(self, name: str) -> bool:
        """Whether there is a file of that name at all."""
        return name in self._by_name

    def has_places(self, path: Path) -> bool:
        """Whether offsets count in the file itself; in other formats they count in a text made from it."""
        return path.suffix.casefold() in _AS_TEXT

    def texts(self, path: Path) -> tuple[str, ...]:
        """What the file says; several readings where its encoding leaves a choice."""
        if path not in self._texts:
            self._texts[path] = _readings(path) if self.has_places(path) else (_extracted(path),)
        return self._texts[path]

    def published(self, document: str) -> frozenset[Spo] | None:
        """What `data/graphs` holds of a document; None where it holds no file of it."""
        if document not in self._graphs:
            path = self.root / "data" / "graphs" / f"{document.rstrip('/').rpartition('/')[2]}.ttl"
            known = (
                frozenset(_parsed(path.read_text(encoding="utf-8"), path.name)) if path.is_file() else None
            )
            self._graphs[document] = known
        return self._graphs[document]

    # -- the dataset --------------------------------------------------------------------------------------

    @cached_property
    def dataset(self) -> Store | None:
        """What was built; None where nothing was."""
        path = self.root / "build" / "dataset" / "store"
        return Store.read_only(str(path)) if path.is_dir() else None

    def built(self, spo: Spo) -> bool:
        """Whether the dataset holds a triple, in any graph."""
        assert self.dataset is not None
        return next(self.dataset.quads_for_pattern(*spo, None), None) is not None  # type: ignore[arg-type]

    def values(self, node: Node, predicate: NamedNode) -> list[Node]:
        """What the dataset holds of a thing's property."""
        assert self.dataset is not None
        return [quad.object for quad in self.dataset.quads_for_pattern(node, predicate, None, None)]  # type: ignore[arg-type]

    def names(self, term: Node) -> set[str]:
        """What a term may be called: its labels in the dataset, the end of its address, or the text itself."""
        if not isinstance(term, NamedNode):
            return {term.value if isinstance(term, Literal) else str(term)}
        assert self.dataset is not None
        labels = self.dataset.quads_for_pattern(term, LABEL, None, None)
        found = {quad.object.value for quad in labels if isinstance(quad.object, Literal)}
        return found or {term.value, *_ends(term.value)}


def _ends(iri: str) -> set[str]:
    """An address by its last parts, or by a prefix and what follows it."""
    local = re.split(r"[#/]", iri)[-1]
    prefixed = {f"{prefix}:{local}" for prefix in _W3C}
    return {iri.partition("/id/")[2], *prefixed} if local else set()


def _files(folder: Path) -> Iterator[Spo]:
    for path in sorted(folder.glob("*.ttl")):
        yield from _parsed(path.read_text(encoding="utf-8"), str(path))


def _parsed(text: str, at: str) -> Iterator[Spo]:
    try:
        for quad in parse(text, format=RdfFormat.TURTLE, rename_blank_nodes=True):
            yield quad.subject, quad.predicate, quad.object
    except SyntaxError as fault:
        raise VerifyingError(
            "KG904", "file to check against that does not parse", at=at, found=str(fault)[:200], do="kg check"
        ) from fault


def _blanks(spo: Spo) -> set[Node]:
    return {term for term in spo if isinstance(term, BlankNode)}


def _hanging_together(triples: Iterable[Spo]) -> list[list[Spo]]:
    """Groups that share blank nodes."""
    groups: list[tuple[set[Node], list[Spo]]] = []
    for spo in sorted(triples, key=str):
        nodes, members = _blanks(spo), [spo]
        apart: list[tuple[set[Node], list[Spo]]] = []
        for others, group in groups:
            if others & nodes:
                nodes, members = nodes | others, [*group, *members]
            else:
                apart.append((others, group))
        groups = [*apart, (nodes, members)]
    return [members for _, members in groups]


def _renamed(wanted: tuple[Node, ...], found: Spo) -> dict[Node, Node] | None:
    """Which blank nodes stand for what where a triple is to be another one; None where it cannot be."""
    chosen: dict[Node, Node] = {}
    for term, other in zip(wanted, found, strict=True):
        if term == other:
            continue
        if not (isinstance(term, BlankNode) and isinstance(other, BlankNode)):
            return None
        if chosen.setdefault(term, other) != other:
            return None
    return chosen


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _readings(path: Path) -> tuple[str, ...]:
    data = path.read_bytes()
    try:
        return (data.decode("utf-8-sig"),)
    except UnicodeDecodeError:
        return tuple(data.decode(encoding, "replace") for encoding in _OTHER_ENCODINGS)


def _extracted(path: Path) -> str:
    """The words of a file that is no plain text, by the libraries of its format alone."""
    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        from pypdf import PdfReader

        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if suffix == ".docx":
        import docx

        return " ".join(text for text in docx.Document(str(path)).element.itertext())
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(path.read_bytes()).text(separator=" ")
