"""The Turtle of a project with the place of each triple; what the checks of the schema look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import KgError
from kg.findings import Finding, Place
from kg.names import DCTERMS, KG, OWL, RDF, RDF_TYPE, RDFS, SH, WELL_KNOWN_PREFIXES
from kg.positions import Layout, Located, Spot, UnplacedError, locate
from kg.triples import parse_turtle

Node = NamedNode | BlankNode | Literal | Triple

FOLDERS = (
    ("ontology", "ontology"),
    ("shapes", "ontology/shapes"),
    ("reading", "ontology/reading"),
    ("lexicon", "ontology/lexicon"),
    ("register", "data/reference"),
)
"""Group of files → folder of the project."""

ENGINE = "engine"
TERM_KINDS = tuple(
    OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)
DEFAULT_LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Stated:
    """A triple of the project, and where it stands.

    Args:
        triple: Its blank nodes are the file's own.
        file: As shown.
        group: Of `FOLDERS`, or `ENGINE` for the engine's own vocabulary.
        subject: Where the subject stands.
        spot: Where the object stands, which no other triple shares.
        predicate: Where the predicate stands.
    """

    triple: Triple
    file: str
    group: str
    subject: Spot
    predicate: Spot
    spot: Spot

    @property
    def place(self) -> Place:
        """Of the triple itself."""
        return Place(self.file, *self.spot)

    @property
    def head(self) -> Place:
        """Of its subject."""
        return Place(self.file, *self.subject)

    def named(self) -> Iterator[tuple[NamedNode, Place]]:
        """The IRIs in it, each with its place."""
        spots = (self.subject, self.predicate, self.spot)
        nodes = (self.triple.subject, self.triple.predicate, self.triple.object)
        for node, spot in zip(nodes, spots, strict=True):
            if isinstance(node, NamedNode):
                yield node, Place(self.file, *spot)


@dataclass(frozen=True, slots=True)
class TurtleFile:
    """A file of Turtle; without triples, and with a finding, where it does not parse."""

    file: str
    group: str
    text: str
    stated: tuple[Stated, ...]
    prefixes: Mapping[str, str]
    declared: Mapping[str, Spot]
    fault: Finding | None = None


def read_file(path: Path, shown: str, group: str) -> TurtleFile:
    """Parse a file, and find the place of each of its triples."""
    return _parsed(path.read_bytes(), path, shown, group)


@lru_cache(maxsize=200)
def _parsed(raw: bytes, path: Path, shown: str, group: str) -> TurtleFile:
    text = raw.decode("utf-8-sig", errors="replace")
    try:
        triples, prefixes = parse_turtle(path, raw)
    except KgError as error:
        return TurtleFile(shown, group, text, (), {}, {}, _unparsed(error, shown, text))
    layout = _layout(text, triples, prefixes)
    stated = (
        Stated(_owned(each.triple, shown), shown, group, each.subject, each.predicate, each.object)
        for each in layout.triples
    )
    return TurtleFile(shown, group, text, tuple(stated), layout.prefixes, layout.declared)


def _layout(text: str, triples: Sequence[Triple], prefixes: Mapping[str, str]) -> Layout:
    """With all places at the file's head, should the text be beyond what places are known for."""
    try:
        return locate(text)
    except UnplacedError:
        return Layout(tuple(Located(t, (1, 1), (1, 1), (1, 1)) for t in triples), prefixes, {})


def _unparsed(error: KgError, shown: str, text: str) -> Finding:
    line = error.at.rpartition(":")[2]
    place = Place(shown, int(line) if line.isdigit() else 0)
    return Finding(
        code=error.code,
        what=error.what,
        at=str(place),
        found=error.found,
        want=error.want,
        do=error.do,
        places=(place,),
    )


def _owned(triple: Triple, file: str) -> Triple:
    """Blank nodes of two files never meet."""
    subject, value = triple.subject, triple.object
    if not isinstance(subject, BlankNode) and not isinstance(value, BlankNode):
        return triple
    mark = "".join(sign if sign.isalnum() else "x" for sign in file)
    if isinstance(subject, BlankNode):
        subject = BlankNode(f"{mark}x{subject.value}")
    if isinstance(value, BlankNode):
        value = BlankNode(f"{mark}x{value.value}")
    return Triple(subject, triple.predicate, value)


class Statements:
    """Triples with their places, to be looked up.

    Args:
        stated: In the order of files and lines.
    """

    def __init__(self, stated: Iterable[Stated]) -> None:
        self.stated = list(stated)
        self._by_subject: dict[Node, list[Stated]] = defaultdict(list)
        self._by_predicate: dict[str, list[Stated]] = defaultdict(list)
        self._by_object: dict[Node, list[Stated]] = defaultdict(list)
        for each in self.stated:
            self._by_subject[each.triple.subject].append(each)
            self._by_predicate[each.triple.predicate.value].append(each)
            self._by_object[each.triple.object].append(each)

    def about(self, subject: Node, predicate: str = "") -> list[Stated]:
        """What is stated of a node."""
        mine = self._by_subject.get(subject, [])
        return [s for s in mine if predicate in ("", s.triple.predicate.value)]

    def having(self, predicate: str) -> list[Stated]:
        """Triples with this predicate."""
        return self._by_predicate.get(predicate, [])

    def naming(self, value: Node) -> list[Stated]:
        """Triples whose object this is."""
        return self._by_object.get(value, [])

    def objects(self, subject: Node, predicate: str) -> list[Node]:
        return [s.triple.object for s in self.about(subject, predicate)]

    def typed(self, kind: str) -> list[Stated]:
        """The `rdf:type` triples of this class."""
        return [s for s in self.naming(NamedNode(kind)) if s.triple.predicate == RDF_TYPE]

    def kinds(self, subject: Node) -> frozenset[str]:
        return frozenset(o.value for o in self.objects(subject, RDF_TYPE.value) if isinstance(o, NamedNode))

    def members(self, head: Node) -> list[tuple[Node, Stated]]:
        """The members of a list, each with the triple that gives it."""
        found: list[tuple[Node, Stated]] = []
        seen: set[Node] = set()
        while head not in seen:
            seen.add(head)
            first, rest = self.about(head, RDF + "first"), self.objects(head, RDF + "rest")
            found += [(s.triple.object, s) for s in first[:1]]
            if not rest:
                break
            head = rest[0]
        return found

    def where(self, subject: Node, predicate: str = "", value: str = "") -> list[Place]:
        """Where triples stand; where there is none such, where what is stated of the subject begins.

        Args:
            subject: The subject.
            predicate: IRI; any when left out.
            value: The object as in N-Triples; any when left out.
        """
        mine = [s for s in self.about(subject) if s.group != ENGINE]
        exact = [s for s in mine if predicate == s.triple.predicate.value]
        same = [s for s in exact if value == str(s.triple.object)] or exact
        if same:
            return [s.place for s in same]
        typed = [s for s in mine if s.triple.predicate == RDF_TYPE]
        return [s.head for s in [*typed, *mine][:1]]


class Workspace(Statements):
    """All Turtle below `ontology/` and `data/reference/`, and the engine's own vocabulary.

    Args:
        root: The project.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = tuple(_files(root))
        super().__init__(s for file in self.files for s in file.stated)

    # --- the project

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """Files that do not parse."""
        return tuple(file.fault for file in self.files if file.fault is not None)

    @cached_property
    def base(self) -> str:
        bases = sorted(
            s.triple.object.value for s in self.having(KG + "base") if isinstance(s.triple.object, Literal)
        )
        return bases[0] if bases else ""

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The engine's prefixes and those that the ontology declares, as saved queries may use them."""
        found = dict(WELL_KNOWN_PREFIXES)
        for file in self.files:
            if file.group not in (ENGINE, "register"):
                found.update({prefix: iri for prefix, iri in file.prefixes.items() if prefix})
        return found | ({"id": f"{self.base}id/"} if self.base else {})

    @cached_property
    def namespaces(self) -> tuple[str, ...]:
        """The project's own vocabularies: below its base, ending with `#`."""
        declared = {iri for file in self.files for iri in file.prefixes.values()}
        return tuple(sorted(i for i in declared if self.base and i.startswith(self.base) and i.endswith("#")))

    def is_own(self, iri: str) -> bool:
        """Whether an IRI is a term of the project's own vocabularies."""
        return iri.startswith(self.namespaces) if self.namespaces else False

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Those in which the title of the project's root ontology is given."""
        roots = [s.triple.subject for s in self.having(KG + "base")]
        titles = {
            o.language for r in roots for o in self.objects(r, DCTERMS + "title") if isinstance(o, Literal)
        }
        return tuple(sorted(language for language in titles if language)) or DEFAULT_LANGUAGES

    @cached_property
    def terms(self) -> dict[NamedNode, list[Stated]]:
        """Classes and properties of the project's own vocabularies → the triples that make them such; sorted."""
        found: dict[NamedNode, list[Stated]] = defaultdict(list)
        for kind in TERM_KINDS:
            for each in self.typed(kind):
                subject = each.triple.subject
                if each.group == "ontology" and isinstance(subject, NamedNode) and self.is_own(subject.value):
                    found[subject].append(each)
        return dict(sorted(found.items(), key=lambda item: item[0].value))

    def above(self, term: Node, predicate: str = RDFS + "subClassOf") -> frozenset[Node]:
        """A term and all that are named above it."""
        seen: set[Node] = {term}
        waiting = [term]
        while waiting:
            more = [o for o in self.objects(waiting.pop(), predicate) if isinstance(o, NamedNode)]
            waiting += [o for o in more if o not in seen]
            seen |= set(more)
        return frozenset(seen)

    @cached_property
    def slots(self) -> list[tuple[NamedNode, NamedNode, NamedNode | BlankNode, Stated]]:
        """Class, path and property shape of each slot, with the triple that gives the path."""
        found = []
        for target in self.having(SH + "targetClass"):
            for shape in self.objects(target.triple.subject, SH + "property"):
                for path in self.about(shape, SH + "path"):
                    cls, value = target.triple.object, path.triple.object
                    if isinstance(cls, NamedNode) and isinstance(value, NamedNode):
                        assert isinstance(shape, NamedNode | BlankNode)
                        found.append((cls, value, shape, path))
        return sorted(found, key=lambda slot: (slot[0].value, slot[1].value, str(slot[2])))

    def short(self, node: Node) -> str:
        """A term for people."""
        if not isinstance(node, NamedNode):
            return str(node)
        for prefix, namespace in self._shortest:
            if node.value.startswith(namespace) and len(node.value) > len(namespace):
                return f"{prefix}:{node.value[len(namespace) :]}"
        return f"<{node.value}>"

    @cached_property
    def _shortest(self) -> list[tuple[str, str]]:
        known = {
            iri: prefix for file in self.files for prefix, iri in sorted(file.prefixes.items()) if prefix
        }
        return sorted(((p, iri) for iri, p in known.items()), key=lambda pair: (-len(pair[1]), pair))


class Register:
    """Lines of the register, of which only the files that are asked for are read.

    Args:
        root: The project.
        files: Thing → the name of its file in `data/reference`.
    """

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self._folder = root / "data" / "reference"
        self._files = files
        self._read: dict[str, Statements] = {}

    def where(self, subject: NamedNode, predicate: str = "", value: str = "") -> list[Place]:
        """As `Statements.where`."""
        name = self._files.get(subject.value)
        if name is None:
            return []
        if name not in self._read:
            path = self._folder / name
            self._read[name] = Statements(read_file(path, f"data/reference/{name}", "register").stated)
        return self._read[name].where(subject, predicate, value)


def _files(root: Path) -> Iterator[TurtleFile]:
    with resources.as_file(resources.files("kg") / "vocabulary") as engine:
        for path in sorted(engine.glob("*.ttl")):
            yield read_file(path, path.name, ENGINE)
    for group, folder in FOLDERS:
        yield from _of_folder(root, group, folder)


def _of_folder(root: Path, group: str, folder: str) -> Iterator[TurtleFile]:
    for path in sorted((root / folder).glob("*.ttl")):
        yield read_file(path, path.relative_to(root).as_posix(), group)


def lexicon_of(root: Path) -> Statements:
    """The lines of the lexicon alone."""
    return Statements(
        s for file in _of_folder(root, "lexicon", dict(FOLDERS)["lexicon"]) for s in file.stated
    )


def finding(
    code: str,
    what: str,
    places: Iterable[Place | None],
    *,
    severity: str = "error",
    focus: Node | str = "",
    path: str = "",
    found: str = "",
    want: str = "",
    do: str = "",
) -> Finding:
    """A finding at its places; the first is shown to people."""
    known = tuple(dict.fromkeys(place for place in places if place is not None))
    return Finding(
        code=code,
        severity=severity,
        focus=focus if isinstance(focus, str) else getattr(focus, "value", ""),
        path=path,
        what=what,
        at=str(known[0]) if known else "",
        found=found,
        want=want,
        do=do,
        places=known,
    )
