"""Documents and their files in `data/graphs`: fresh, whole, and with words that stand where they say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg import converting
from kg.checking.workspace import Statements, finding, read_file
from kg.claims import Claim, Evidence
from kg.dataset import inputs, intake
from kg.documents import Document
from kg.findings import Finding, Place
from kg.names import OA, RDF_TYPE, kg
from kg.reading import Reading
from kg.schema import Schema
from kg.shapes import Checker

GRAPHS = "data/graphs"
_WITH_LINES = ("text/plain", "text/markdown")
_TOO_MANY = "KG802"
_LONGEST = 80


def words_place(document: Document, shown: str, start: int, end: int) -> Place:
    """A stretch of a document's words, with line and column where the file is its own text.

    Args:
        document: The document.
        shown: Its path, as shown.
        start: Offset of the first code point.
        end: One past the last.
    """
    text = document.text
    line = column = 0
    if document.media_type in _WITH_LINES and 0 <= start <= len(text):
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Place(shown, line, column, start, end, text[start:end] if 0 <= start <= end else "")


def evidence_place(document: Document, shown: str, evidence: Evidence) -> Place:
    """The words behind a claim."""
    return words_place(document, shown, evidence.start, evidence.end)


@dataclass(frozen=True)
class Pair:
    """A document and its file in `data/graphs`.

    Args:
        reading: What the document says today.
        shown: The document's path, as shown.
        path: The file of its graph, there or not.
    """

    reading: Reading
    shown: str
    path: Path

    @property
    def file(self) -> str:
        """The file of the graph, as shown."""
        return f"{GRAPHS}/{self.path.name}"

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8", errors="replace") if self.path.is_file() else ""

    @cached_property
    def graph(self) -> Statements:
        """The file's triples with their places; none, where it does not parse."""
        return Statements(read_file(self.path, self.file, "graphs").stated if self.text else ())

    def where(self, claim: Claim) -> list[Place]:
        """Where a claim stands in the file, and its words in the document."""
        found = self.graph.where(claim.subject, claim.predicate.value, str(claim.object))
        return [*found[:1], *self.words(claim)]

    def words(self, claim: Claim) -> list[Place]:
        if claim.evidence.start < 0:
            return []
        return [evidence_place(self.reading.document, self.shown, claim.evidence)]


def strangers(root: Path, paths: Sequence[Path] | None) -> Iterator[Finding]:
    """KG208 for each file among the documents that is of no kind that kg reads.

    Args:
        root: The project.
        paths: Folders or files in place of `data/documents`.
    """
    folders = [root / "data" / "documents"] if paths is None else list(paths)
    for found in intake.strangers([folder for folder in folders if folder.exists()], root, inputs.shown):
        yield replace(found, places=(Place(found.at, 1, 1),))


def left_over(root: Path, wanted: set[str]) -> Iterator[Finding]:
    """KG304 for each file in `data/graphs` whose document is gone.

    Args:
        root: The project.
        wanted: Names of the files that documents account for.
    """
    for path in sorted((root / GRAPHS).glob("*.ttl")):
        if path.name not in wanted:
            yield finding(
                "KG304",
                "file of a graph whose document is gone",
                [Place(f"{GRAPHS}/{path.name}", 1, 1)],
                severity="warning",
                found="claims of a document that is not in data/documents",
                want="one file for each document",
                do="remove the file, or bring the document back",
            )


def check(pair: Pair, schema: Schema, checker: Checker) -> Iterator[Finding]:
    """One document: KG210, KG301 to KG303, KG305, Turtle that does not parse, rules that its graph breaks."""
    yield from _undated(pair)
    if not pair.path.is_file():
        yield _missing(pair)
        return
    today = dict.fromkeys(converting.file_triples(pair.reading, schema.names))
    text = converting.as_turtle(pair.reading, today, schema)
    if pair.text == text and _own(pair.reading):
        # The file is what the document says, whose words were held against it when it was read.
        yield from _broken(pair, list(today), schema, checker, False)
        return
    fault = read_file(pair.path, pair.file, "graphs").fault
    if fault is not None:
        yield fault
        return
    if pair.text != text:
        yield _stale(pair, today, text)
    yield from quotes_gone(pair)
    yield from _foreign(pair)
    yield from _broken(pair, [s.triple for s in pair.graph.stated], schema, checker, pair.text != text)


def _own(reading: Reading) -> bool:
    """Whether all words that are quoted are the document's own."""
    return all(claim.evidence.source == reading.iri for claim in reading.claims)


def _undated(pair: Pair) -> Iterator[Finding]:
    """KG210: "today" and "last year" stay unresolved, and no later document can be told from an earlier one."""
    if pair.reading.issued is None and pair.reading.claims:
        yield finding(
            "KG210",
            "claims from a document without a date",
            [Place(pair.shown, 1, 1)],
            severity="info",
            focus=pair.reading.iri,
            found=f"{len(pair.reading.claims)} claims, no date",
            want="the day, month or year of publication",
            do="write it into the front matter (date: 2024-10-08), where it is known",
        )


def _missing(pair: Pair) -> Finding:
    return finding(
        "KG303",
        "file of a graph that is missing",
        [Place(pair.file), Place(pair.shown, 1, 1)],
        severity="warning",
        focus=pair.reading.iri,
        found="no such file",
        want=f"what {pair.shown} says",
        do=f"kg convert --write {pair.shown}",
    )


# --- stale -------------------------------------------------------------------------------------------------


def _stale(pair: Pair, today: Collection[Triple], text: str) -> Finding:
    """KG302, at the first triple that the document does not give, else where one is missing."""
    extra = [s for s in pair.graph.stated if s.triple not in today]
    there = {s.triple for s in pair.graph.stated}
    lost = [t for t in today if t not in there]
    if extra:
        place, found = extra[0].place, f"not what the document says: {_told(extra[0].triple)}"
    elif lost:
        place, found = _gap(pair, lost[0]), f"missing: {_told(lost[0])}"
    else:
        place, found = (
            Place(pair.file, _first_difference(pair.text, text), 1),
            "the same triples, written otherwise",
        )
    counts = f"{len(extra)} triples too many, {len(lost)} missing; "
    return finding(
        "KG302",
        "file of a graph that is stale",
        [place, *_words_of(pair, [s.triple for s in extra[:1]] or lost[:1])],
        severity="warning",
        focus=pair.reading.iri,
        found=(counts if extra or lost else "") + found,
        want=f"what {pair.shown} says, read by today's ontology and lexicon",
        do=f"kg convert --write {pair.shown}",
    )


def _told(triple: Triple) -> str:
    text = str(triple)
    return text if len(text) <= 3 * _LONGEST else f"{text[: 3 * _LONGEST]}…"


def _gap(pair: Pair, lost: Triple) -> Place:
    found = pair.graph.where(lost.subject)
    return found[0] if found else Place(pair.file, 1, 1)


def _first_difference(one: str, other: str) -> int:
    pairs = zip_longest(one.splitlines(), other.splitlines())
    return next((number for number, (a, b) in enumerate(pairs, 1) if a != b), 1)


def _words_of(pair: Pair, triples: Sequence[Triple]) -> Iterator[Place]:
    """The words behind triples: of the claim that says them, or that they are part of."""
    for triple in triples:
        for claim in pair.reading.claims:
            said = (claim.subject, claim.predicate, claim.object)
            if said == (triple.subject, triple.predicate, triple.object):
                yield from pair.words(claim)


# --- words -------------------------------------------------------------------------------------------------


def quotes_gone(pair: Pair) -> Iterator[Finding]:
    """KG301 for each piece of evidence that quotes words which do not stand at their place."""
    document = pair.reading.document
    for each in pair.graph.typed(kg("Evidence").value):
        node = each.triple.subject
        start, end = (_number(pair.graph, node, part) for part in ("start", "end"))
        exact = next(iter(pair.graph.objects(node, OA + "exact")), None)
        words = exact.value if isinstance(exact, Literal) else ""
        if start is not None and end is not None and intake.stands(document.text, start, end, words):
            continue
        claims = [s for s in pair.graph.having(kg("evidence").value) if s.triple.object == node]
        there = words_place(document, pair.shown, start or 0, end or 0)
        yield finding(
            "KG301",
            "claim without its words",
            [*pair.graph.where(node, OA + "exact"), there],
            focus=node,
            found=f"{len(claims)} claims quote words that are not there: {words[:_LONGEST]}",
            want=f"words that stand in {pair.shown} at {start}–{end}",
            do=f"kg convert --write {pair.shown}; if written by hand, mend the selector",
        )


def _number(graph: Statements, node: object, part: str) -> int | None:
    found = graph.objects(node, OA + part)  # type: ignore[arg-type]
    text = found[0].value if found and isinstance(found[0], Literal) else ""
    return int(text) if text.lstrip("-").isdigit() else None


def _foreign(pair: Pair) -> Iterator[Finding]:
    """KG305: evidence from some other document, which this file has no business with."""
    for each in pair.graph.having(OA + "hasSource"):
        if each.triple.object != pair.reading.iri:
            yield finding(
                "KG305",
                "claim of another document, or of one that is gone",
                [each.place],
                focus=each.triple.subject,
                path=OA + "hasSource",
                found=str(each.triple.object),
                want=f"<{pair.reading.iri.value}>, whose file this is",
                do=f"kg convert --write {pair.shown}",
            )


# --- rules -------------------------------------------------------------------------------------------------


def _broken(
    pair: Pair, triples: Sequence[Triple], schema: Schema, checker: Checker, stale: bool
) -> Iterator[Finding]:
    """The shapes over what this document says on its own."""
    for found in checker.validate([*triples, *_types_of_known(triples, schema)]).findings:
        if found.focus in schema.things:
            continue
        # one document that says two things is no fault of the graph: the two are decided between
        severity = "info" if found.code == _TOO_MANY and not stale else found.severity
        places = _places_of(pair, found)
        yield replace(
            found, severity=severity, at=str(places[0]) if places else pair.file, places=tuple(places)
        )


def _places_of(pair: Pair, found: Finding) -> list[Place]:
    if not found.focus:
        return [Place(pair.file, 1, 1)]
    focus = NamedNode(found.focus)
    places = pair.graph.where(focus, found.path, found.value)
    claims = [
        c
        for c in pair.reading.claims
        if c.subject == focus
        and c.predicate.value in (found.path or RDF_TYPE.value, RDF_TYPE.value)
        and found.value in ("", str(c.object))
    ]
    exact = [c for c in claims if c.predicate.value == found.path] or claims
    return list(dict.fromkeys([*places, *(place for c in exact for place in pair.words(c))]))


def _types_of_known(triples: Sequence[Triple], schema: Schema) -> Iterator[Triple]:
    """The classes of the register's things that a document points to; its own file does not repeat them."""
    for iri in sorted({t.object.value for t in triples if isinstance(t.object, NamedNode)}):
        for kind in sorted(schema.things[iri].classes) if iri in schema.things else ():
            for above in (kind, *sorted(schema.superclasses.get(kind, ()))):
                yield Triple(NamedNode(iri), RDF_TYPE, NamedNode(above))
