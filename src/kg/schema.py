"""Ontology, shapes, reading hints, lexicon and register, read once into typed objects.

The engine knows of a domain only what stands here. A project is a folder with `ontology/` (Turtle; shapes in
`shapes/`, words in `lexicon/`, hints for reading in `reading/`), `data/reference/` (the register) and `queries/`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import garbage, ready, weights
from kg.claims import Factuality, Term
from kg.composing import Composer, Composition, Part
from kg.errors import SchemaError
from kg.names import (
    KG,
    NAMING_PROPERTIES,
    ONTOLEX,
    OWL,
    RDF_TYPE,
    RDFS,
    RDFS_LABEL,
    SH,
    WELL_KNOWN_PREFIXES,
    XSD,
    Names,
    fold,
)
from kg.triples import File, Files, Index, Node, parse_turtle
from kg.weights import Weights

PERIOD = KG + "Period"
_STATED = ("ontology", "shapes", "reading")
LEARNED = Path("ontology", "reading", "learned.txt")
"""Where a project keeps what was learned from examples."""
_NUMBERS = {XSD + name for name in ("integer", "decimal", "nonNegativeInteger", "positiveInteger", "double")}


@dataclass(frozen=True, slots=True)
class Slot:
    """What a property shape says of one property of a class, and how reading fills it.

    Args:
        shape: IRI of the property shape.
        path: The property.
        kind: "thing", "period", "number", "text" or "boolean".
        classes: Classes of which the filler must be one (kind "thing").
        least: Fewest values; 1 or more makes the slot one that a frame cannot do without.
        most: Most values, or None; 1 makes the property one that is watched for contradictions.
        each: Several coordinated fillers make one frame each.
        sources: Where a filler may come from, in order: "Sentence", "PreviousSentence", "Before", "Subject",
            "Publisher", "Speaker", "DocumentDate", "Own" (the register), "Known" (said before in the document),
            "Governed" (the place of a body that the sentence names).
        cues: (language, words) that stand before a filler.
        needs_cue: Only a filler with a cue before it counts.
        default: What holds where nothing is said.
        blocked: (language, words) that, directly before a mention, keep it out of this slot.
        datatype: IRI of the literals' datatype, or "".
        marks: (language, words) that, right before a mention, tell that it fills this slot and no other.
    """

    shape: str
    path: str
    kind: str
    classes: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    each: bool = False
    sources: tuple[str, ...] = ()
    cues: tuple[tuple[str, str], ...] = ()
    needs_cue: bool = False
    default: Term | None = None
    blocked: tuple[tuple[str, str], ...] = ()
    datatype: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class ClassShape:
    """A class as its node shape, its identity and its reading hints describe it.

    Args:
        iri: The class.
        slots: In the order of their paths.
        identities: Alternatives; each is an ordered list of properties that make two of them the same.
        named: Its instances are found in text by their names.
        measures: The class that a count of this class counts, or None.
        scope_of: Property path from a counted thing to the places it lies in.
        signature: Sets of paths whose fillers, met in one clause, evoke the class without a word.
    """

    iri: str
    slots: tuple[Slot, ...]
    identities: tuple[tuple[str, ...], ...] = ()
    named: bool = False
    measures: str | None = None
    scope_of: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    def slot(self, path: str) -> Slot | None:
        for slot in self.slots:
            if slot.path == path:
                return slot
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry: how something of the domain is spoken of.

    Args:
        iri: The entry.
        language: BCP 47 code.
        forms: Base form first, then the others.
        evokes: Classes or properties of which the word opens a frame.
        denotes: Things or classes that the word stands for.
        weak: The word counts only where the slots in `needs` are filled nearby.
        needs: Properties.
        sets: Values that the word itself gives: (property, value).
        factuality: How firm a claim is that this word opens, where the word decides it.
        matches: Sentences that must give a claim.
        matches_not: Sentences that must give none.
    """

    iri: str
    language: str
    forms: tuple[str, ...]
    evokes: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()
    weak: bool = False
    needs: tuple[str, ...] = ()
    sets: tuple[tuple[str, Term], ...] = ()
    factuality: Factuality | None = None
    matches: tuple[str, ...] = ()
    matches_not: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def sets_truth(self) -> bool:
        """Whether the word itself says yes or no to something."""
        return any(isinstance(v, Literal) and v.value in ("true", "false") for _, v in self.sets)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a name: of the register, or a concept of the ontology."""

    iri: str
    classes: frozenset[str]
    names: tuple[tuple[str, str, bool], ...]

    def name(self, language: str = "en") -> str:
        """The preferred label, in the language asked for or the nearest there is."""
        if not self.names:
            return self.iri
        return min(self.names, key=lambda n: (not n[2], n[1] != language, n[1] != "en", n[1], n[0]))[0]


@dataclass(frozen=True)
class Schema:
    """All that is known before the first document is read.

    Args:
        by_name: Folded name → IRIs of the things that bear it, sorted.
    """

    root: Path
    files: Files
    names: Names
    prefixes: Mapping[str, str]
    register_files: Mapping[str, str]
    classes: Mapping[str, ClassShape]
    superclasses: Mapping[str, frozenset[str]]
    superproperties: Mapping[str, frozenset[str]]
    inverses: Mapping[str, str]
    symmetric: frozenset[str]
    entries: tuple[Entry, ...]
    things: Mapping[str, Thing]
    by_name: Mapping[str, tuple[str, ...]]
    constraints: Mapping[tuple[str, str], tuple[str, ...]]
    implied: Mapping[tuple[str, str], tuple[str, ...]]
    stands_for: Mapping[str, tuple[str, ...]]
    composer: Composer
    fingerprint: str
    weights: Weights = field(default_factory=Weights)

    @property
    def ontology(self) -> tuple[Triple, ...]:
        return self.files.triples("ontology")

    @property
    def shapes(self) -> tuple[Triple, ...]:
        return self.files.triples("shapes")

    @property
    def register(self) -> tuple[Triple, ...]:
        return self.files.triples("register")

    @property
    def policy(self) -> Index:
        """What ontology, shapes and reading hints state of their terms."""
        return self.files.index(*_STATED)

    def hinted(self, hint: str) -> frozenset[str]:
        """IRIs of the classes that have a hint ("gazetteer")."""
        if hint not in self._hinted:
            self._hinted[hint] = frozenset(c.iri for c in self.classes.values() if hint in c.hints)
        return self._hinted[hint]

    @cached_property
    def _hinted(self) -> dict[str, frozenset[str]]:
        return {}

    def is_a(self, class_iri: str, wanted: Iterable[str]) -> bool:
        lineage = self._lineages.get(class_iri)
        return class_iri in wanted if lineage is None else not lineage.isdisjoint(wanted)

    @cached_property
    def _lineages(self) -> Mapping[str, frozenset[str]]:
        """Each class that has others above it, with those and itself."""
        return {iri: above | {iri} for iri, above in self.superclasses.items()}

    def any_is_a(self, classes: frozenset[str], wanted: Iterable[str]) -> bool:
        """Whether one of some classes is one of others, or below one; looked at once for each two."""
        if not wanted or not classes:
            return False
        key = (classes, wanted if isinstance(wanted, (tuple, frozenset)) else tuple(wanted))
        known = self._kinships.get(key)
        if known is None:
            known = self._kinships[key] = any(self.is_a(c, key[1]) for c in classes)
        return known

    @cached_property
    def _kinships(self) -> dict[tuple[frozenset[str], frozenset[str] | tuple[str, ...]], bool]:
        return {}

    def thing_is(self, iri: str, wanted: Iterable[str]) -> bool:
        thing = self.things.get(iri) or self.thing(iri)
        return thing is not None and self.any_is_a(thing.classes, wanted)

    def called(self, name: str, classes: Iterable[str]) -> tuple[str, ...]:
        """IRIs of the things of some classes that bear a name, however it is written; sorted."""
        wanted = tuple(classes)
        return tuple(iri for iri in self.bearers(name, wanted) if self.thing_is(iri, wanted))

    def bearers(self, name: str, classes: Iterable[str]) -> tuple[str, ...]:
        """IRIs of all things that bear a name; where none of some classes does, what it is composed to be."""
        known = self.by_name.get(fold(name), ())
        composed = self.composer.class_iri
        if not composed or not any(self.is_a(composed, (c,)) for c in classes):
            return known
        if any(self.thing_is(iri, (composed,)) for iri in known):
            return known
        composition = self.composer.compose(name)
        if composition is None or not composition.says_enough:
            return known
        return tuple(sorted({*known, self.composed(composition)}))

    def composed(self, composition: Composition) -> str:
        """The IRI of what is called by a composition: the register's thing of that name, else one made of the name."""
        if composition not in self._iris:
            self._iris[composition] = self._iri_of(composition)
        return self._iris[composition]

    @cached_property
    def _iris(self) -> dict[Composition, str]:
        return {}

    def _iri_of(self, composition: Composition) -> str:
        own = composition.head.hints.get("aloneIs", ())
        if composition.bare and own:
            return own[0]
        cls, name = self.composer.class_iri, self.composer.canonical(composition)
        known = [iri for iri in self.by_name.get(fold(name), ()) if cls in self.things[iri].classes]
        # an IRI has no commas: what it is made of is read again from it
        return known[0] if known else self.names.thing(cls, name.replace(",", " and")).value

    def thing(self, iri: str) -> Thing | None:
        """The register's thing, or what is composed; None where it is neither. Both give their names to one."""
        if iri not in self._looked_up:
            self._looked_up[iri] = self._look_up(iri)
        return self._looked_up[iri]

    @cached_property
    def _looked_up(self) -> dict[str, Thing | None]:
        return {}

    def _look_up(self, iri: str) -> Thing | None:
        known = self.things.get(iri)
        composition = self.composition(iri)
        if composition is None:
            return known
        own = known.names if known is not None else ()
        told = {(text, code) for text, code, _ in own}
        more = self.composer.names(composition)
        names = [(t, c, preferred and known is None) for t, c, preferred in more if (t, c) not in told]
        classes = known.classes if known is not None else frozenset((self.composer.class_iri,))
        return Thing(iri, classes, tuple(sorted({*own, *names})))

    def composition(self, iri: str) -> Composition | None:
        """What the name of a thing is composed of, where its IRI is made of such a name."""
        cls = self.composer.class_iri
        home = self.names.thing(cls, "x").value[:-1] if cls else ""
        if not home or not iri.startswith(home):
            return None
        composition = self.composer.compose(iri[len(home) :].replace("-", " "))
        return composition if composition is not None and self.composed(composition) == iri else None

    def is_whole(self, iri: str) -> bool:
        """Whether the name of a thing is composed and says for what field, or of what unit, it is."""
        composition = self.composition(iri)
        return composition is not None and bool(composition.fields or composition.unit)

    def kinds(self, iri: str) -> tuple[str, ...]:
        """A thing, and what it is held like where its name is composed (a minister of something like a minister)."""
        composition = self.composition(iri)
        return (iri, *composition.head.hints.get("heldLike", ())) if composition is not None else (iri,)

    def heads_name(self, noun: str, classes: Iterable[str]) -> bool:
        """Whether a noun ends the name of a thing of some classes ("Pact" that of the Sunrise Pact)."""
        head = fold(noun)
        return any(
            fold(text).endswith(head) for thing in self.things_of(classes) for text, _, _ in thing.names
        )

    def things_of(self, classes: Iterable[str]) -> tuple[Thing, ...]:
        """The register's things of some classes."""
        wanted = tuple(classes)
        if wanted not in self._of_classes:
            self._of_classes[wanted] = tuple(
                t for t in self.things.values() if any(self.is_a(c, wanted) for c in t.classes)
            )
        return self._of_classes[wanted]

    @cached_property
    def _of_classes(self) -> dict[tuple[str, ...], tuple[Thing, ...]]:
        return {}

    def forms_of(self, role: str, language: str | None = None) -> frozenset[str]:
        """Forms of the words that have a role in the lexicon, of one language or of all; lower case."""
        return frozenset(
            form.casefold()
            for entry in self.entries
            if language in (None, entry.language) and role in entry.hints.get("role", ())
            for form in entry.forms
        )

    @cached_property
    def paired(self) -> frozenset[str]:
        """IRIs of the classes with a slot that is filled by pairs."""
        return frozenset(c.iri for c in self.classes.values() if any("pairs" in s.hints for s in c.slots))

    @cached_property
    def placing(self) -> tuple[str, ...]:
        """IRIs of the properties that say where things lie, or what they are of (`kg:placedBy`), sorted."""
        slots = (s for c in self.classes.values() for s in c.slots)
        return tuple(sorted({p for s in slots for p in s.hints.get("placedBy", ())}))

    @cached_property
    def counted_nouns(self) -> frozenset[str]:
        """Nouns for what is counted, in all languages, lower case."""
        return self.forms_of("CountedNoun")

    @cached_property
    def word_forms(self) -> frozenset[str]:
        """All forms of the lexicon, lower case."""
        return frozenset(form.casefold() for entry in self.entries for form in entry.forms)

    def is_name(self, text: str) -> bool:
        """Whether a thing of the register is called so in texts; what only rules speak of is not."""
        return fold(text) in self._spoken_names

    @cached_property
    def _spoken_names(self) -> frozenset[str]:
        shapes = self.classes.values()
        unspoken = {c.iri for c in shapes if c.hints.get("unspoken") == ("true",)}
        return frozenset(
            name
            for name, things in self.by_name.items()
            if not all(self.things[thing].classes & unspoken for thing in things)
        )

    @cached_property
    def _register_index(self) -> Mapping[tuple[str, str], tuple[Node, ...]]:
        found: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for triple in self.register:
            if isinstance(triple.subject, NamedNode):
                found[triple.subject.value, triple.predicate.value].append(triple.object)
        return {key: tuple(sorted(values, key=str)) for key, values in found.items()}

    def known(self, thing: str, path: str) -> tuple[Node, ...]:
        """What the register says of a thing, sorted."""
        return self._register_index.get((thing, path), ())

    def stated(self, path: str) -> Iterator[Node]:
        """All values that the register gives a property."""
        return (v for (_, stated), values in self._register_index.items() if stated == path for v in values)

    def slots_of(self, class_iri: str) -> tuple[Slot, ...]:
        """The slots of a class, its own and those of the classes above it."""
        own = self.classes.get(class_iri)
        found = {slot.path: slot for slot in own.slots} if own else {}
        for ancestor in sorted(self.superclasses.get(class_iri, ())):
            shape = self.classes.get(ancestor)
            for slot in shape.slots if shape else ():
                found.setdefault(slot.path, slot)
        return tuple(found[path] for path in sorted(found))

    def identities_of(self, class_iri: str) -> tuple[tuple[str, ...], ...]:
        own = self.classes.get(class_iri)
        if own and own.identities:
            return own.identities
        for ancestor in sorted(self.superclasses.get(class_iri, ())):
            shape = self.classes.get(ancestor)
            if shape and shape.identities:
                return shape.identities
        return ()

    def watched(self, class_iri: str, path: str) -> bool:
        """Whether there is one value at most, so that two that differ are a contradiction."""
        return any(slot.path == path and slot.most == 1 for slot in self.slots_of(class_iri))


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds `ontology/`.

    Raises:
        SchemaError: KG100, when there is none, or no folder `start`.
    """
    start = start.resolve()
    # A mistyped folder inside a project is not that project.
    for folder in (start, *start.parents) if start.is_dir() else ():
        if (folder / "ontology").is_dir():
            return folder
    raise SchemaError(
        "KG100",
        "no project here",
        at=str(start),
        want="a folder with ontology/, data/ and queries/, here or above",
        do="change into one, or name it: kg --project FOLDER …",
    )


@garbage.left_lying()
def load(root: Path) -> Schema:
    """Read a project's schema.

    What is made of its files is kept in the user's cache folder (`kg.ready`) and made again when one of them changes.

    Args:
        root: The project's folder.

    Raises:
        SchemaError: KG101 Turtle that does not parse, KG102 unknown term, KG103 no base, KG104 lexicon entry
            that says nothing, KG105 identity over unknown slots.
    """
    files = Files([File(group, path, path.read_bytes()) for group, path in _schema_files(root)])
    learned = root / LEARNED
    told = learned.read_bytes() if learned.is_file() else b""
    stated = files.digest()
    made = ready.kept_of("schema", stated, lambda: _made(files, root))
    # The engine's own code counts as schema: a changed rule of reading makes every document stale.
    fingerprint = hashlib.sha256(f"{stated} {ready.engine()} ".encode() + told).hexdigest()
    weighed = weights.read(told.decode("utf-8", "replace"), learned)
    return Schema(root=root, files=files, fingerprint=fingerprint, weights=weighed, **made)


def _made(files: Files, root: Path) -> dict[str, Any]:
    """The fields of a schema that are made of its files alone, wherever these lie, and hold no triples."""
    prefixes = dict(WELL_KNOWN_PREFIXES)
    register_files: dict[str, str] = {}
    for group, path, content in files.files:
        triples, declared = parse_turtle(path, content)
        prefixes.update({k: v for k, v in declared.items() if k})
        if group == "register":
            named = (t.subject.value for t in triples if isinstance(t.subject, NamedNode))
            register_files.update(dict.fromkeys(named, path.name))
    everything = files.index(*_STATED, "lexicon")
    classes = _class_shapes(everything)
    things = _things([*files.triples("register"), *files.triples("ontology")])
    made: dict[str, Any] = {
        "names": Names(_base(everything, root)),
        "prefixes": dict(sorted(prefixes.items())),
        "register_files": register_files,
        "classes": classes,
        "superclasses": _ancestors(everything, RDFS + "subClassOf"),
        "superproperties": _ancestors(everything, RDFS + "subPropertyOf"),
        "inverses": _inverses(everything),
        "symmetric": frozenset(
            s.value for s in everything.instances(OWL + "SymmetricProperty") if isinstance(s, NamedNode)
        ),
        "entries": _with_echoes(_entries(everything, files.triples("lexicon")), classes),
        "constraints": _beside(everything, "constrains"),
        "implied": _beside(everything, "implies"),
        "stands_for": _stand_ins(everything),
        "things": things,
        "by_name": _by_name(things.values()),
        "composer": _composer(files.index("parts")),
    }
    _refuse_unknown_terms(Schema(root=root, files=files, fingerprint="", **made), everything)
    return made


def _stand_ins(index: Index) -> dict[str, tuple[str, ...]]:
    """Each thing that is named where others are meant → those (`kg:standsFor`)."""
    return {
        t.subject.value: index.iris(t.subject, KG + "standsFor")
        for t in index.triples
        if t.predicate.value == KG + "standsFor" and isinstance(t.subject, NamedNode)
    }


def _schema_files(root: Path) -> list[tuple[str, Path]]:
    with resources.as_file(resources.files("kg") / "vocabulary") as engine:
        found = [("shapes" if p.stem == "shapes" else "ontology", p) for p in sorted(engine.glob("*.ttl"))]
    for group, folder in (
        ("ontology", root / "ontology"),
        ("shapes", root / "ontology" / "shapes"),
        ("reading", root / "ontology" / "reading"),
        ("lexicon", root / "ontology" / "lexicon"),
        ("parts", root / "ontology" / "parts"),
        ("register", root / "data" / "reference"),
    ):
        found.extend((group, path) for path in sorted(folder.glob("*.ttl")))
    return found


def _base(index: Index, root: Path) -> str:
    bases = sorted(
        {getattr(t.object, "value", "") for t in index.triples if t.predicate.value == KG + "base"}
    )
    if len(bases) == 1:
        return bases[0]
    raise SchemaError(
        "KG103",
        "no base for the project's IRIs" if not bases else "more than one base for the project's IRIs",
        at=str(root / "ontology"),
        found=", ".join(bases) or "no kg:base",
        want='one statement <ontology> kg:base "https://…/"',
        do="add it to the header of the root ontology",
    )


def _ancestors(index: Index, predicate: str) -> dict[str, frozenset[str]]:
    direct: dict[str, set[str]] = defaultdict(set)
    for triple in index.triples:
        if triple.predicate.value == predicate and isinstance(triple.object, NamedNode):
            direct[getattr(triple.subject, "value", "")].add(triple.object.value)

    def climb(term: str, seen: set[str]) -> set[str]:
        for parent in direct.get(term, ()):
            if parent not in seen:
                seen.add(parent)
                climb(parent, seen)
        return seen

    return {term: frozenset(climb(term, set())) for term in direct}


def _inverses(index: Index) -> dict[str, str]:
    """Each named inverse → the property that claims are brought to (the one that a shape uses, else the first)."""
    shaped = {
        t.object.value
        for t in index.triples
        if t.predicate.value == SH + "path" and isinstance(t.object, NamedNode)
    }
    found: dict[str, str] = {}
    for triple in index.triples:
        if triple.predicate.value != OWL + "inverseOf" or not isinstance(triple.object, NamedNode):
            continue
        one, other = getattr(triple.subject, "value", ""), triple.object.value
        kept = (
            other if other in shaped and one not in shaped else min(one, other) if one not in shaped else one
        )
        found[other if kept == one else one] = kept
    return found


def _class_shapes(index: Index) -> dict[str, ClassShape]:
    found: dict[str, ClassShape] = {}
    for node in sorted(index.instances(SH + "NodeShape"), key=str):
        for target in index.iris(node, SH + "targetClass"):
            slots = [_slot(index, prop) for prop in index.objects(node, SH + "property")]
            cls = NamedNode(target)
            found[target] = ClassShape(
                iri=target,
                slots=tuple(sorted((s for s in slots if s), key=lambda s: s.path)),
                identities=tuple(
                    sorted(
                        tuple(i.value for i in index.list(head) if isinstance(i, NamedNode))
                        for head in index.objects(cls, KG + "identity")
                    )
                ),
                named=index.flag(cls, KG + "named"),
                measures=next(iter(index.iris(cls, KG + "measures")), None),
                scope_of=tuple(
                    i.value for i in index.list(index.first(cls, KG + "scopeOf")) if isinstance(i, NamedNode)
                ),
                hints=_hints(index, cls),
            )
    return found


def _slot(index: Index, node: Node) -> Slot | None:
    path = index.first(node, SH + "path")
    if not isinstance(path, NamedNode):
        return None
    classes = index.iris(node, SH + "class") or tuple(
        c for member in index.list(index.first(node, SH + "or")) for c in index.iris(member, SH + "class")
    )
    datatype = next(iter(index.iris(node, SH + "datatype")), "")
    default = index.first(node, KG + "default")
    return Slot(
        shape=getattr(node, "value", ""),
        path=path.value,
        kind=_kind(classes, datatype),
        classes=classes,
        least=index.number(node, SH + "minCount") or 0,
        most=index.number(node, SH + "maxCount"),
        each=index.flag(node, KG + "each"),
        sources=tuple(getattr(i, "value", "") for i in index.list(index.first(node, KG + "sources"))),
        cues=index.words(node, KG + "cue"),
        needs_cue=index.flag(node, KG + "needsCue"),
        default=default if isinstance(default, NamedNode | Literal) else None,
        blocked=index.words(node, KG + "blockedBy"),
        datatype=datatype,
        marks=index.words(node, KG + "marks"),
        hints=_hints(index, node),
    )


def _kind(classes: tuple[str, ...], datatype: str) -> str:
    if PERIOD in classes:
        return "period"
    if classes:
        return "thing"
    if datatype in _NUMBERS:
        return "number"
    return "boolean" if datatype == XSD + "boolean" else "text"


def _hints(index: Index, node: Node) -> dict[str, tuple[str, ...]]:
    """Every kg: statement about a node, by local name, for the reader's rules; lists are flattened in order."""
    found: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for triple in index.about(node):
        path, value = triple.predicate.value, triple.object
        if path.startswith(KG):
            told = index.list(value) if isinstance(value, BlankNode) else (value,)
            # in an order that no name of a blank node has part in: these are others each time
            order = "".join(("_" if isinstance(value, BlankNode) else "", *map(str, told)))
            found[path.removeprefix(KG)].append((order, [getattr(each, "value", "") for each in told]))
    return {
        key: tuple(v for _, each in sorted(values) for v in each) for key, values in sorted(found.items())
    }


def _entries(index: Index, lexicon: Iterable[Triple]) -> tuple[Entry, ...]:
    subjects = {t.subject for t in lexicon if isinstance(t.subject, NamedNode)}
    found = [_entry(index, s) for s in sorted(subjects, key=str) if index.objects(s, RDFS_LABEL.value)]
    return tuple(found)


_HOW_MEMBERS_STAND = frozenset(("between", "blockedBy", "near", "nearInText"))


def _with_echoes(entries: tuple[Entry, ...], classes: Mapping[str, ClassShape]) -> tuple[Entry, ...]:
    """Entries, and those of classes that are told of along with others (`kg:toldAlong`), by the phrase led there.

    A word that has a phrase of its own, or that sets a value of `kg:alongUnless`, tells of nothing else.
    """
    found = list(entries)
    for shape in classes.values():
        others, barred = set(shape.hints.get("toldAlong", ())), set(shape.hints.get("alongUnless", ()))
        needs = tuple(s.path for s in shape.slots if s.least)
        paired = tuple(s.path for s in shape.slots if "pairs" in s.hints)
        known = {(e.language, f.casefold()) for e in entries if shape.iri in e.evokes for f in e.forms}
        for entry in entries if others else ():
            values = {t.value for _, t in entry.sets if isinstance(t, NamedNode)}
            forms = tuple(f for f in entry.forms if (entry.language, f.casefold()) not in known)
            if not others.isdisjoint(entry.evokes) and barred.isdisjoint(values) and forms:
                kept = {h: v for h, v in entry.hints.items() if h in _HOW_MEMBERS_STAND}
                hints = {**kept, "phrase": ("led",), "along": ("true",), "orJustTold": paired}
                found.append(
                    Entry(entry.iri, entry.language, forms, (shape.iri,), (), True, needs, hints=hints)
                )
    return tuple(found)


def _entry(index: Index, node: NamedNode) -> Entry:
    base = index.words(node, RDFS_LABEL.value)
    others = [w for p in NAMING_PROPERTIES[1:] for w in index.words(node, p.value)]
    language = base[0][0]
    evokes, denotes = index.iris(node, ONTOLEX + "evokes"), index.iris(node, ONTOLEX + "denotes")
    role = index.iris(node, RDF_TYPE.value)
    if not evokes and not denotes and not any(r.startswith(KG) for r in role):
        raise SchemaError(
            "KG104",
            "lexicon entry that says nothing",
            at=node.value,
            want="ontolex:evokes or ontolex:denotes with a term of the ontology",
            do="add one, or remove the entry",
        )
    firmness = index.iris(node, KG + "factuality")
    return Entry(
        iri=node.value,
        language=language,
        forms=tuple(dict.fromkeys([w for _, w in base] + [w for _, w in others])),
        evokes=evokes,
        denotes=denotes,
        weak=KG + "Weak" in index.iris(node, KG + "strength"),
        needs=index.iris(node, KG + "needs"),
        sets=tuple(_setting(index, s) for s in sorted(index.objects(node, KG + "sets"), key=str)),
        factuality=Factuality(firmness[0].removeprefix(KG)) if firmness else None,
        matches=tuple(w for _, w in index.words(node, KG + "matches")),
        matches_not=tuple(w for _, w in index.words(node, KG + "matchesNot")),
        hints=_hints(index, node),
    )


def _setting(index: Index, node: Node) -> tuple[str, Term]:
    path, value = index.first(node, KG + "path"), index.first(node, KG + "to")
    if isinstance(path, NamedNode) and isinstance(value, NamedNode | Literal):
        return path.value, value
    raise SchemaError(
        "KG104", "lexicon entry with half a setting", at=str(node), want="kg:sets [ kg:path … ; kg:to … ]"
    )


def _composer(index: Index) -> Composer:
    """The parts of composed names, in the order of their files, and the class whose things have such names."""
    kinds = {t.subject: t.object for t in index.triples if t.predicate == RDF_TYPE}
    parts = [
        _part(index, node, kind.value.removeprefix(KG).removesuffix("Part"))
        for node, kind in kinds.items()
        if isinstance(node, NamedNode) and isinstance(kind, NamedNode) and kind.value.startswith(KG)
    ]
    classes = [t.subject for t in index.triples if t.predicate.value == KG + "composed"]
    cls = classes[0] if classes else None
    return Composer(parts, getattr(cls, "value", ""), _hints(index, cls) if cls is not None else {})


def _part(index: Index, node: NamedNode, kind: str) -> Part:
    written = [w for p in NAMING_PROPERTIES[:2] for w in _in_order(index, node, p.value)]
    return Part(
        iri=node.value,
        kind=kind,
        written=_by_language(written),
        read=_by_language([*written, *_in_order(index, node, NAMING_PROPERTIES[2].value)]),
        compounds=_by_language(_in_order(index, node, KG + "compound")),
        links=_by_language(_in_order(index, node, KG + "linkedBy")),
        contracted=_by_language(_in_order(index, node, KG + "contracted")),
        hints=_hints(index, node),
    )


def _in_order(index: Index, node: Node, predicate: str) -> list[tuple[str, str]]:
    """(language, text) pairs in the order in which they are written."""
    return [(o.language or "", o.value) for o in index.objects(node, predicate) if isinstance(o, Literal)]


def _by_language(words: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for code, text in words:
        found[code].append(text)
    return {code: tuple(dict.fromkeys(texts)) for code, texts in found.items()}


def _beside(index: Index, hint: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(thing, property) → what may fill (kg:constrains) or fills (kg:implies) the property beside that thing."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for triple in index.triples:
        if triple.predicate.value == KG + hint and isinstance(triple.subject, NamedNode):
            for path in index.iris(triple.object, KG + "path"):
                found[triple.subject.value, path].update(index.iris(triple.object, KG + "to"))
    return {key: tuple(sorted(classes)) for key, classes in sorted(found.items())}


def _things(triples: Iterable[Triple]) -> dict[str, Thing]:
    kinds_of_term = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")
    vocabulary = {OWL + kind for kind in kinds_of_term}
    classes: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for t in triples:
        if not isinstance(t.subject, NamedNode):
            continue
        if t.predicate == RDF_TYPE and isinstance(t.object, NamedNode):
            classes[t.subject.value].add(t.object.value)
        elif t.predicate.value == KG + "seriesName" and isinstance(t.object, Literal):
            names[t.subject.value].append((t.object.value, t.object.language or "", False))
        elif t.predicate in NAMING_PROPERTIES and isinstance(t.object, Literal):
            preferred = t.predicate == RDFS_LABEL
            names[t.subject.value].append((t.object.value, t.object.language or "", preferred))
    return {
        iri: Thing(iri, frozenset(kinds), tuple(sorted(names[iri])))
        for iri, kinds in sorted(classes.items())
        if iri in names and not kinds & vocabulary and not any(k.startswith((SH, OWL, KG)) for k in kinds)
    }


def _by_name(things: Iterable[Thing]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for text, _, _ in thing.names:
            found[fold(text)].add(thing.iri)
    return {name: tuple(sorted(iris)) for name, iris in found.items()}


def _refuse_unknown_terms(schema: Schema, index: Index) -> None:
    """Every term of the project's own namespace that shapes, hints or lexicon use must be defined."""
    home = {
        p
        for p in (v for k, v in schema.prefixes.items())
        if p.startswith(schema.names.base) and p.endswith("#")
    }
    defined = {t.subject.value for t in index.triples if isinstance(t.subject, NamedNode)}
    used: dict[str, str] = {}
    for t in index.triples:
        if isinstance(t.object, NamedNode) and any(t.object.value.startswith(h) for h in home):
            used.setdefault(t.object.value, str(t.subject))
    unknown = sorted(term for term in used if term not in defined)
    if unknown:
        raise SchemaError(
            "KG102",
            "unknown term",
            at="; ".join(sorted({used[u] for u in unknown})[:5]),
            found=", ".join(unknown[:10]),
            want="a term that the ontology defines",
            do="mend the spelling, or define the term in ontology/",
        )
    for shape in schema.classes.values():
        for identity in shape.identities:
            known = {s.path for s in schema.slots_of(shape.iri)} | {RDFS_LABEL.value}
            missing = [p for p in identity if p not in known]
            if missing:
                raise SchemaError(
                    "KG105",
                    "identity over a slot that the shape does not have",
                    at=shape.iri,
                    found=", ".join(missing),
                    want="properties that the class's shape declares",
                    do="add a property shape, or mend kg:identity",
                )
