"""The files of a project, read into its schema."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import garbage, ready, weights
from kg.claims import Factuality, Term
from kg.composing import Composer, Part
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
from kg.schema.model import STATED, ClassShape, Entry, Schema, Slot, Thing
from kg.triples import File, Files, Index, Node, parse_turtle

PERIOD = KG + "Period"
LEARNED = Path("ontology", "reading", "learned.txt")
"""Where a project keeps what was learned from examples."""
_NUMBERS = {XSD + name for name in ("integer", "decimal", "nonNegativeInteger", "positiveInteger", "double")}


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
    everything = files.index(*STATED, "lexicon")
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
        "refusals": _beside(everything, "refuses"),
        "exemptions": _beside(everything, "refuses", "except"),
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


def _beside(index: Index, hint: str, which: str = "to") -> dict[tuple[str, str], tuple[str, ...]]:
    """(thing, property) → what may fill (kg:constrains), never fills (kg:refuses) or fills (kg:implies) it there."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for triple in index.triples:
        if triple.predicate.value == KG + hint and isinstance(triple.subject, NamedNode):
            for path in index.iris(triple.object, KG + "path"):
                found[triple.subject.value, path].update(index.iris(triple.object, KG + which))
    return {key: tuple(sorted(classes)) for key, classes in sorted(found.items())}


def _things(triples: Iterable[Triple]) -> dict[str, Thing]:
    kinds_of_term = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")
    vocabulary = {OWL + kind for kind in kinds_of_term}
    classes: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    exact: dict[str, set[str]] = defaultdict(set)
    for t in triples:
        if not isinstance(t.subject, NamedNode):
            continue
        if t.predicate == RDF_TYPE and isinstance(t.object, NamedNode):
            classes[t.subject.value].add(t.object.value)
        elif t.predicate.value == KG + "seriesName" and isinstance(t.object, Literal):
            names[t.subject.value].append((t.object.value, t.object.language or "", False))
        elif t.predicate.value == KG + "exactName" and isinstance(t.object, Literal):
            exact[t.subject.value].add(t.object.value)
        elif t.predicate in NAMING_PROPERTIES and isinstance(t.object, Literal):
            preferred = t.predicate == RDFS_LABEL
            names[t.subject.value].append((t.object.value, t.object.language or "", preferred))
    return {
        iri: Thing(iri, frozenset(kinds), tuple(sorted(names[iri])), frozenset(exact.get(iri, ())))
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
