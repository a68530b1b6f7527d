"""Holds what was read against what a careful reader takes from the same documents.

A relation's meaning in the graph is a saved SELECT with columns named like the relation's arguments. It runs on a
view in which each document's claims stand as plain triples in a graph of its own, with the factuality on the node.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.claims import Claim, Factuality
from kg.documents import read
from kg.errors import KgError
from kg.names import (
    DCTERMS,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    RDF_TYPE,
    RDFS_LABEL,
    SKOS_ALT_LABEL,
    fold,
    kg,
)
from kg.periods import Period
from kg.reading import Reader, Reading
from kg.schema import Schema, load

Value = str | int | float | bool
_DENIED = Factuality.DENIED.value.lower()
_NOT_ARGUMENTS = ("doc", "factuality", "frame")


@dataclass(frozen=True)
class Row:
    """One row of the system, or of the gold.

    Args:
        doc: File name of the document.
        relation: Name of the relation.
        args: For each argument all values that stand for it (every label of a thing; one text, number or date).
        factuality: asserted, expected, possible or denied.
        sentence: The words behind it.
        core: Of the gold: whether it counts for core recall.
        start: Of the gold: first code point of the words in the file.
        end: One past the last.
    """

    doc: str
    relation: str
    args: Mapping[str, tuple[Value, ...]]
    factuality: str
    sentence: str = ""
    core: bool = True
    start: int = 0
    end: int = 0

    @property
    def key(self) -> tuple[Any, ...]:
        return (
            self.doc,
            self.relation,
            tuple(sorted((k, tuple(map(str, v))) for k, v in self.args.items())),
            self.factuality,
        )

    def as_dict(self) -> dict[str, Any]:
        args = {k: v[0] if len(v) == 1 else list(v) for k, v in sorted(self.args.items())}
        return {"doc": self.doc, "relation": self.relation, "args": args, "factuality": self.factuality}


@dataclass(frozen=True)
class Relation:
    """How rows of a relation are matched; see the gold's own description."""

    name: str
    key: tuple[str, ...]
    compare: tuple[str, ...] = ()
    symmetric: tuple[str, ...] = ()
    open: bool = False


@dataclass
class Score:
    """Counts of one relation, or of all.

    Args:
        core: Core rows of the gold.
        core_found: Of these, found.
        gold: All rows of the gold.
        found: Of these, found.
        rows: Rows of the system, in closed relations.
        right: Of these, right.
        slots: Compared arguments that matched gold rows give.
        slots_agree: Of these, given by the system too, and agreeing.
        open_rows: Rows of the system in open relations, those with the same identifying arguments once.
        open_right: Of these, matching a gold row; the others may be wrong, or more than a reader took.
    """

    core: int = 0
    core_found: int = 0
    gold: int = 0
    found: int = 0
    rows: int = 0
    right: int = 0
    slots: int = 0
    slots_agree: int = 0
    open_rows: int = 0
    open_right: int = 0

    @property
    def recall(self) -> float:
        return _share(self.core_found, self.core)

    @property
    def recall_all(self) -> float:
        return _share(self.found, self.gold)

    @property
    def precision(self) -> float:
        return _share(self.right, self.rows)

    @property
    def open_agreement(self) -> float:
        return _share(self.open_right, self.open_rows)

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0

    @property
    def slot_share(self) -> float:
        return _share(self.slots_agree, self.slots)

    def as_dict(self) -> dict[str, float | int]:
        return {
            "core": self.core,
            "recall_core": round(self.recall, 4),
            "recall_all": round(self.recall_all, 4),
            "rows": self.rows,
            "precision": round(self.precision, 4),
            "f1": round(self.f1, 4),
            "slots": round(self.slot_share, 4),
            "open_rows": self.open_rows,
            "open_agreement": round(self.open_agreement, 4),
        }


@dataclass
class Evaluation:
    """All that one evaluation found out.

    Args:
        scores: By relation.
        total: Over all relations.
        misses: Gold rows not found, with their sentences.
        wrongs: Rows of closed relations that match nothing, with their sentences.
        rows: Every row of the system that is not denied.
        problems: Documents that could not be read, as text.
    """

    scores: dict[str, Score]
    total: Score
    misses: list[Row] = field(default_factory=list)
    wrongs: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "total": self.total.as_dict(),
            "relations": {name: score.as_dict() for name, score in sorted(self.scores.items())},
            "problems": self.problems,
        }


def evaluate(
    root: Path,
    gold: Path,
    documents: Sequence[Path],
    *,
    queries: Path | None = None,
    relations: Path | None = None,
) -> Evaluation:
    """Read documents and score the rows against gold rows.

    Args:
        root: The project.
        gold: One JSON object a line: doc, relation, args, factuality, core, start, end.
        documents: Folders, or files, in which the gold's documents lie.
        queries: Folder of one SELECT a relation; tests/gold/relations of the project by default.
        relations: relations.json; the one beside the gold, else tests/gold/relations.json of the project.
    """
    schema = load(root)
    rows_wanted = gold_rows(gold, documents)
    known = _relations(relations or _beside(gold, root))
    paths = document_paths(documents, sorted({row.doc for row in rows_wanted}))
    readings, problems = _readings(schema, paths)
    rows = system_rows(schema, readings, queries or root / "tests" / "gold" / "relations", sorted(known))
    result = score(rows_wanted, rows, known)
    result.problems = problems
    return result


def score(gold: Iterable[Row], system: Iterable[Row], relations: Mapping[str, Relation]) -> Evaluation:
    """Match rows and count, as the gold's description says: a set of rows, denied ones on neither side."""
    unique = {row.key: row for row in system if row.factuality != _DENIED}
    rows = [unique[key] for key in sorted(unique, key=str)]
    by_place: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_place[row.doc, row.relation].append(row)
    scores: dict[str, Score] = {name: Score() for name in relations}
    right: set[tuple[Any, ...]] = set()
    result = Evaluation(scores, Score(), rows=rows)
    for wanted in gold:
        relation = relations.get(wanted.relation)
        if relation is None or wanted.factuality == _DENIED:
            continue
        matching = [r for r in by_place[wanted.doc, wanted.relation] if matches(wanted, r, relation)]
        right.update(r.key for r in matching)
        _count_gold(scores[relation.name], wanted, matching, relation)
        if not matching:
            result.misses.append(wanted)
    for row in rows:
        if row.relation in relations and not relations[row.relation].open:
            scores[row.relation].rows += 1
            scores[row.relation].right += row.key in right
            if row.key not in right:
                result.wrongs.append(row)
    _count_open(scores, rows, right, relations)
    result.total = _sum(scores.values())
    return result


def _count_open(
    scores: Mapping[str, Score],
    rows: Iterable[Row],
    right: Collection[tuple[Any, ...]],
    relations: Mapping[str, Relation],
) -> None:
    """Count the rows of open relations by what identifies them: several may differ in what they say besides."""
    told: dict[tuple[Any, ...], bool] = {}
    for row in rows:
        relation = relations.get(row.relation)
        if relation is not None and relation.open:
            key = (row.relation, row.doc, *(_given(row, name) for name in relation.key))
            told[key] = told.get(key, False) or row.key in right
    for (name, *_), is_right in told.items():
        scores[name].open_rows += 1
        scores[name].open_right += is_right


def matches(gold: Row, row: Row, relation: Relation) -> bool:
    """Whether a row of the system says what a gold row says."""
    if gold.factuality != row.factuality:
        return False
    return any(_agree_all(gold, swapped, relation) for swapped in _swaps(row, relation))


def _agree_all(gold: Row, row: Row, relation: Relation) -> bool:
    for name in relation.key:
        if name in gold.args and not agree(gold.args[name], _given(row, name)):
            return False
    return all(
        agree(gold.args[name], _given(row, name))
        for name in relation.compare
        if name in gold.args and _given(row, name)
    )


def _given(row: Row, name: str) -> tuple[Value, ...]:
    """An event's first day goes by two names."""
    found = row.args.get(name)
    if found is None and name in ("date", "start"):
        found = row.args.get("start" if name == "date" else "date")
    return found or ()


def _swaps(row: Row, relation: Relation) -> list[Row]:
    if len(relation.symmetric) != 2:
        return [row]
    a, b = relation.symmetric
    args = dict(row.args)
    args[a], args[b] = row.args.get(b, ()), row.args.get(a, ())
    return [row, Row(row.doc, row.relation, args, row.factuality)]


def agree(wanted: tuple[Value, ...], given: tuple[Value, ...]) -> bool:
    return any(_same(w, g) for w in wanted for g in given)


def _same(wanted: Value, given: Value) -> bool:
    if isinstance(wanted, bool) or isinstance(given, bool):
        return wanted is given
    if isinstance(wanted, int | float) and isinstance(given, int | float):
        return float(wanted) == float(given)
    one, other = str(wanted), str(given)
    if _is_date(one) and _is_date(other):
        return one.startswith(other) or other.startswith(one)
    return fold(one) == fold(other)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    return len(parts[0]) == 4 and all(p.isdigit() for p in parts)


def _count_gold(total: Score, wanted: Row, matching: list[Row], relation: Relation) -> None:
    total.gold += 1
    total.core += wanted.core
    total.found += bool(matching)
    total.core_found += bool(matching) and wanted.core
    if not matching:
        return
    asked = [name for name in relation.compare if name in wanted.args]
    best = max(sum(agree(wanted.args[n], _given(r, n)) for n in asked) for r in matching)
    total.slots += len(asked)
    total.slots_agree += best


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for item in scores:
        for name in vars(total):
            setattr(total, name, getattr(total, name) + getattr(item, name))
    return total


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


# -- the gold ------------------------------------------------------------------------------------------


def _beside(gold: Path, root: Path) -> Path:
    """The gold's own relations.json, else the project's."""
    own = gold.parent / "relations.json"
    return own if own.is_file() else root / "tests" / "gold" / "relations.json"


def _relations(path: Path) -> dict[str, Relation]:
    found = json.loads(path.read_text("utf-8"))
    return {
        name: Relation(
            name,
            tuple(r["key"]),
            tuple(r.get("compare", ())),
            tuple(r.get("symmetric", ())),
            bool(r.get("open")),
        )
        for name, r in found.items()
    }


def gold_rows(path: Path, documents: Sequence[Path]) -> list[Row]:
    texts: dict[str, str] = {}
    rows = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        given = json.loads(line)
        name = given["doc"]
        if name not in texts:
            found = document_paths(documents, [name])
            texts[name] = found[0].read_text("utf-8", "replace") if found else ""
        sentence = " ".join(texts[name][given.get("start", 0) : given.get("end", 0)].split())
        args = {k: (v,) for k, v in given["args"].items()}
        core, start, end = bool(given.get("core", True)), given.get("start", 0), given.get("end", 0)
        rows.append(Row(name, given["relation"], args, given["factuality"], sentence, core, start, end))
    return rows


def document_paths(documents: Sequence[Path], names: Sequence[str]) -> list[Path]:
    found = []
    for name in names:
        for place in documents:
            candidate = place / name if place.is_dir() else place
            if candidate.name == name and candidate.is_file():
                found.append(candidate)
                break
    return found


# -- the system's rows ---------------------------------------------------------------------------------


def _readings(schema: Schema, paths: Sequence[Path]) -> tuple[list[Reading], list[str]]:
    reader = Reader(schema)
    readings, problems = [], []
    for path in paths:
        try:
            readings.append(reader.read(read(path)))
        except KgError as error:
            problems.append(str(error))
    return readings, problems


def system_rows(
    schema: Schema, readings: Sequence[Reading], queries: Path, relations: Sequence[str]
) -> list[Row]:
    """The rows that the relation queries find in what was read; file names as documents."""
    view = _View(schema, readings)
    rows: list[Row] = []
    for name in relations:
        path = queries / f"{name}.rq"
        if path.is_file():
            rows.extend(view.rows(name, path.read_text("utf-8")))
    return rows


class _View:
    """Claims as plain triples, a graph for each document, and labels for every thing in them."""

    def __init__(self, schema: Schema, readings: Sequence[Reading]) -> None:
        self._schema = schema
        self._store = ox.Store()
        self._files = {r.iri.value: r.document.path.name for r in readings}
        self._local_names: dict[str, set[str]] = defaultdict(set)
        self._local_classes: dict[str, set[str]] = defaultdict(set)
        self._sentences: dict[tuple[str, str], str] = {}
        for reading in readings:
            self._store.extend(list(self._quads(reading)))

    def _quads(self, reading: Reading) -> Iterable[Quad]:
        graph = reading.iri
        yield Quad(graph, RDF_TYPE, kg("Document"), graph)
        yield Quad(graph, kg("factuality"), kg("Asserted"), graph)
        if reading.publisher is not None:
            yield Quad(graph, NamedNode(DCTERMS + "publisher"), reading.publisher, graph)
        if reading.issued is not None:
            period = self._schema.names.period(reading.issued.text)
            yield Quad(graph, NamedNode(DCTERMS + "issued"), period, graph)
        for claim in reading.claims:
            if claim.factuality is not Factuality.DENIED:
                yield from self._claim_quads(claim, graph)

    def _claim_quads(self, claim: Claim, graph: NamedNode) -> Iterable[Quad]:
        node = claim.iri(self._schema.names)
        self._sentences[graph.value, node.value] = claim.evidence.exact
        yield Quad(claim.subject, claim.predicate, claim.object, graph)
        yield Quad(node, RDF_SUBJECT, claim.subject, graph)
        yield Quad(node, RDF_PREDICATE, claim.predicate, graph)
        yield Quad(node, RDF_OBJECT, claim.object, graph)
        yield Quad(node, kg("factuality"), claim.factuality.iri, graph)
        if claim.predicate == RDF_TYPE and isinstance(claim.object, NamedNode):
            self._sentences[graph.value, claim.subject.value] = claim.evidence.exact
            self._local_classes[claim.subject.value].add(claim.object.value)
            yield Quad(claim.subject, kg("factuality"), claim.factuality.iri, graph)
            for above in sorted(self._schema.superclasses.get(claim.object.value, ())):
                yield Quad(claim.subject, RDF_TYPE, NamedNode(above), graph)
        if claim.predicate in (RDFS_LABEL, SKOS_ALT_LABEL) and isinstance(claim.object, Literal):
            self._local_names[claim.subject.value].add(claim.object.value)
            for thing in self._schema.by_name.get(fold(claim.object.value), ()):
                yield Quad(claim.subject, kg("thing"), NamedNode(thing), graph)

    def rows(self, relation: str, query: str) -> Iterable[Row]:
        solutions = self._store.query(query)
        if not isinstance(solutions, ox.QuerySolutions):
            return
        columns = [v.value for v in solutions.variables]
        for solution in solutions:
            cells = {name: solution[name] for name in columns if solution[name] is not None}
            doc, frame = str(cells["doc"].value), str(getattr(cells.get("frame"), "value", ""))
            args: dict[str, tuple[Value, ...]] = {}
            for name, term in cells.items():
                if name not in _NOT_ARGUMENTS:
                    args.update(self._argument(name, term))
            firmness = str(cells["factuality"].value).rpartition("#")[2].lower()
            words = " ".join(self._sentences.get((doc, frame), "").split())
            yield Row(self._files[doc], relation, args, firmness, words)

    def _argument(self, name: str, term: Any) -> dict[str, tuple[Value, ...]]:
        if isinstance(term, Literal):
            return {name: (_literal(term),)}
        iri = str(term.value)
        period = iri.partition("/id/period/")[2]
        if period:
            return _days(name, Period.parse(period.replace("--", "/")))
        names = self._labels(iri)
        return {name: names} if names else {}  # a thing without a name is not given

    def _labels(self, iri: str) -> tuple[Value, ...]:
        names = set(self._local_names.get(iri, ()))
        classes = self._local_classes.get(iri, set())
        registered = {iri} | {
            t
            for n in names
            for t in self._schema.bearers(n, classes)
            if not classes or self._schema.thing_is(t, classes)
        }
        for thing in registered:
            known = self._schema.thing(thing)
            names.update(text for text, _, _ in known.names) if known else None
        return tuple(sorted(names))


def _literal(term: Literal) -> Value:
    kind = term.datatype.value.rpartition("#")[2]
    if kind == "boolean":
        return term.value in ("true", "1")
    if kind == "integer":
        return int(term.value)
    return float(term.value) if kind in ("decimal", "double") else term.value


def _days(name: str, period: Period) -> dict[str, tuple[Value, ...]]:
    if "/" not in period.text:
        return {name: (period.text,)}
    first, last = period.text.split("/")
    return {name: (first,), **({"end": (last,)} if name in ("date", "start") else {})}
