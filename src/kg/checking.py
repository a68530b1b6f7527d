"""Everything that can be wrong with a project: its documents, its files of graphs, its facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg import converting
from kg import schema as schemas
from kg.dataset import graphs, inputs, intake
from kg.errors import KgError
from kg.findings import Finding
from kg.names import OA, RDF_TYPE, kg
from kg.reading import Reading
from kg.schema import Index, Schema, parse_turtle
from kg.shapes import Checker

Progress = Callable[[str, int, int], None]


def check(
    root: Path, documents: Sequence[Path] | None = None, *, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Look at everything; nothing is written but the cache.

    Args:
        root: The project.
        documents: Folders or files in place of `data/documents`.
        progress: Told what is being done.

    Returns:
        What a build would find (documents, rules, clashes), quotes that no longer stand in their documents
        (KG301), and files in `data/graphs` that are stale (KG302), missing (KG303) or left over (KG304), or
        break a rule by themselves. Sorted.

    Raises:
        SchemaError: KG100 to KG106, KG190, for a schema that cannot be used.
    """
    known = schemas.load(root)
    files = inputs.gather(root, documents).files
    taken = intake.take_in(files, known, cache=root / "build" / "cache", progress=progress)
    found = [*graphs.assemble(known, taken, progress=progress).findings]
    if documents is None:
        found += _graph_files(root, known, taken.readings, files)
    return tuple(sorted(set(found)))


def _graph_files(
    root: Path, schema: Schema, readings: Iterable[Reading], files: Iterable[inputs.File]
) -> Iterator[Finding]:
    folder = root / "data" / "graphs"
    wanted = {converting.file_name(reading.iri): reading for reading in readings}
    unread = {f"{file.name}.ttl" for file in files} - wanted.keys()
    checker = Checker(schema.shapes, schema.ontology)
    there = {path.name: path for path in sorted(folder.glob("*.ttl"))}
    for name in sorted(wanted.keys() - there.keys()):
        shown = inputs.shown(wanted[name].document.path, root)
        yield _missing(f"data/graphs/{name}", shown)
    for name, path in there.items():
        if name in unread:
            continue
        if name not in wanted:
            yield _left_over(f"data/graphs/{name}")
            continue
        yield from _graph_file(path, f"data/graphs/{name}", wanted[name], schema, checker, root)


_TOO_MANY = "KG802"


def _graph_file(
    path: Path, at: str, reading: Reading, schema: Schema, checker: Checker, root: Path
) -> Iterator[Finding]:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        triples, _ = parse_turtle(path)
    except KgError as error:
        yield intake.as_finding(error, error.at.replace(str(path), at))
        return
    shown = inputs.shown(reading.document.path, root)
    if text != converting.to_turtle(reading, schema):
        yield _stale(at, shown)
    yield from quotes_gone(triples, text, at, reading.document.text, shown)
    for finding in checker.validate([*triples, *_types_of_known(triples, schema)]).findings:
        if finding.focus in schema.things:
            continue
        # one document that says two things is no fault of the graph: the two are decided between
        severity = "warning" if finding.code == _TOO_MANY else finding.severity
        yield replace(finding, severity=severity, at=f"{at}{_line_of(text, finding.focus)}")


def _types_of_known(triples: Sequence[Triple], schema: Schema) -> Iterator[Triple]:
    """The classes of the register's things that a document points to; its own file does not repeat them."""
    for iri in sorted({t.object.value for t in triples if isinstance(t.object, NamedNode)}):
        for kind in sorted(schema.things[iri].classes) if iri in schema.things else ():
            for above in (kind, *sorted(schema.superclasses.get(kind, ()))):
                yield Triple(NamedNode(iri), RDF_TYPE, NamedNode(above))


def quotes_gone(
    triples: Sequence[Triple], text: str, at: str, document: str, shown: str
) -> Iterator[Finding]:
    """KG301 for each claim whose evidence quotes words that do not stand at their place.

    Args:
        triples: Of a file of a document's graph.
        text: That file.
        at: That file's path, as shown.
        document: The document's text.
        shown: The document's path, as shown.
    """
    index = Index(triples)
    for node in sorted(index.instances(kg("Evidence").value), key=str):
        start, end = (index.number(node, OA + part) for part in ("start", "end"))
        exact = index.first(node, OA + "exact")
        words = exact.value if isinstance(exact, Literal) else ""
        if start is None or end is None or not intake.stands(document, start, end, words):
            claims = index.subjects(kg("evidence").value, node)
            yield Finding(
                code="KG301",
                focus=getattr(node, "value", ""),
                what="claim without its words",
                at=f"{at}{_line_of(text, getattr(node, 'value', ''))}",
                found=f"{len(claims)} claims quote words that are not there: {words[:80]}",
                want=f"words that stand in {shown} at {start}–{end}",
                do=f"kg convert --write {shown}; if written by hand, mend the selector",
            )


def _line_of(text: str, iri: str) -> str:
    """`:48`, the line in which the block about a thing begins; "" where it is not found."""
    local = re.escape(re.split(r"[#/]", iri)[-1]) if iri else ""
    match = re.search(rf"^(?:<{re.escape(iri)}>|[\w-]*:{local}) ", text, re.MULTILINE) if local else None
    return f":{text.count(chr(10), 0, match.start()) + 1}" if match else ""


def _stale(at: str, shown: str) -> Finding:
    return Finding(
        code="KG302",
        severity="warning",
        what="file of a graph that is stale",
        at=at,
        found=f"other triples than {shown} gives today",
        want="what the document says, read by today's ontology and lexicon",
        do=f"kg convert --write {shown}",
    )


def _missing(at: str, shown: str) -> Finding:
    return Finding(
        code="KG303",
        severity="warning",
        what="file of a graph that is missing",
        at=at,
        found="no such file",
        want=f"what {shown} says",
        do=f"kg convert --write {shown}",
    )


def _left_over(at: str) -> Finding:
    return Finding(
        code="KG304",
        severity="warning",
        what="file of a graph whose document is gone",
        at=at,
        found="no document of this name in data/documents",
        want="one file for each document",
        do="remove the file, or bring the document back",
    )
