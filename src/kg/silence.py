"""What nobody says: things, terms and questions without evidence, sentences that gave nothing, mere repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from kg import queries
from kg.dataset import inputs, intake
from kg.errors import KgError, QueryError
from kg.names import KG, OA, RDF_TYPE
from kg.queries.model import in_language
from kg.reading import Reading
from kg.schema import Schema
from kg.tables import Table, plain

TAG = "silence"
"""Saved queries with this tag are parts of the account."""

QUERIES, SENTENCES = "queries", "sentences"
"""The parts that no query can give."""

_TITLES = {
    QUERIES: {
        "en": "Which saved queries are answered by no document?",
        "de": "Welche gespeicherten Abfragen beantwortet kein Dokument?",
    },
    SENTENCES: {
        "en": "Which sentences yielded nothing?",
        "de": "Welche Sätze ergaben nichts?",
    },
}
_EMPTY = {
    QUERIES: {
        "en": "documents have a say in every answer",
        "de": "an jeder Antwort haben Dokumente Anteil",
    },
    SENTENCES: {"en": "every sentence gave a claim", "de": "jeder Satz ergab eine Aussage"},
}
_SOURCE, _EVIDENCE = NamedNode(OA + "hasSource"), NamedNode(KG + "evidence")
_DOCUMENT = NamedNode(KG + "Document")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the account.

    Args:
        name: A saved query's, or "queries" or "sentences".
        title: The question that it answers.
        table: The answer.
    """

    name: str
    title: str
    table: Table

    def as_dict(self) -> dict[str, Any]:
        """For JSON: rows as objects of plain values, None where unbound."""
        rows = [
            {name: _plain_value(term) for name, term in zip(self.table.columns, row, strict=True)}
            for row in self.table.rows
        ]
        return {"part": self.name, "question": self.title, "empty": self.table.empty, "rows": rows}


def parts_of(root: Path) -> list[str]:
    """The names of all parts, in the order in which they are told."""
    return [*(query.name for query in queries.load_all(root) if TAG in query.tags), QUERIES, SENTENCES]


def account(
    root: Path,
    store: Store,
    schema: Schema,
    *,
    only: Sequence[str] = (),
    documents: Sequence[Path] | None = None,
    language: str = "en",
    progress: Progress | None = None,
) -> list[Part]:
    """Everything that has no evidence, or little.

    Args:
        root: The project.
        store: Its dataset; only read.
        schema: Of the same project.
        only: Names of parts; all when empty.
        documents: Folders or files for "sentences", in place of `data/documents`.
        language: Of titles: "en" or "de".
        progress: Told while documents are read.

    Raises:
        QueryError: KG602 for a part that there is not.
    """
    known = parts_of(root)
    for name in only:
        if name not in known:
            raise QueryError("KG602", "no part of this name", found=name, want=", ".join(known))
    wanted = [name for name in known if name in only] if only else known
    return [_part(name, root, store, schema, documents, language, progress) for name in wanted]


def _part(
    name: str,
    root: Path,
    store: Store,
    schema: Schema,
    documents: Sequence[Path] | None,
    language: str,
    progress: Progress | None,
) -> Part:
    if name == QUERIES:
        return Part(name, _TITLES[name][language], silent_queries(root, store, schema.prefixes, language))
    if name == SENTENCES:
        readings = _readings(root, schema, documents, progress)
        return Part(name, _TITLES[name][language], silent_sentences(readings, language))
    query = queries.load(root, name)
    table = queries.run(store, query, {}, schema.prefixes, language=language)
    return Part(name, in_language(query.summary, language), table)


# --- saved queries -----------------------------------------------------------------------------------------


def silent_queries(root: Path, store: Store, known: Mapping[str, str], language: str = "en") -> Table:
    """The saved queries that find nothing, fail, or whose claims all come from the register.

    Args:
        root: The project.
        store: Its dataset.
        known: Prefix → namespace.
        language: Of what an empty table means.

    Returns:
        Columns query, rows, claims (different ones behind the rows), why: "no row", "register alone", "no claim", or
        the code of what went wrong.
    """
    found = []
    for query in queries.load_all(root):
        if TAG in query.tags:
            continue  # they tell of what is missing
        try:
            answer = queries.run(store, query, {}, known)
        except KgError as error:
            found.append((Literal(query.name), Literal(0), Literal(0), Literal(error.code)))
            continue
        claims = _claims(answer)
        why = _why(answer, claims, store)
        if why:
            found.append((Literal(query.name), Literal(len(answer)), Literal(len(claims)), Literal(why)))
    return Table(("query", "rows", "claims", "why"), tuple(found), empty=_EMPTY[QUERIES][language])


def _claims(answer: Table) -> set[str]:
    if "claim" not in answer.columns:
        return set()
    return {iri for cell in answer.column("claim") for iri in (cell or "").split()}


def _why(answer: Table, claims: set[str], store: Store) -> str:
    if not answer.rows:
        return "no row"
    if not claims:
        return "no claim"
    return "" if any(_is_said(store, iri) for iri in sorted(claims)) else "register alone"


def _is_said(store: Store, iri: str) -> bool:
    """Whether a document says it."""
    for evidence in store.quads_for_pattern(NamedNode(iri), _EVIDENCE, None, None):
        for source in store.quads_for_pattern(evidence.object, _SOURCE, None, None):  # type: ignore[arg-type]
            if next(store.quads_for_pattern(source.object, RDF_TYPE, _DOCUMENT, None), None):  # type: ignore[arg-type]
                return True
    return False


# --- sentences ---------------------------------------------------------------------------------------------


def silent_sentences(readings: Sequence[Reading], language: str = "en") -> Table:
    """Every passage that gave no claim.

    Returns:
        Columns file, percent (of the document's passages, rounded down), passage (its number), text. Documents with the
        greatest share first.
    """
    shares = [(100 * len(r.silent) // max(len(r.passages), 1), r) for r in readings]
    shares.sort(key=lambda share: (-share[0], share[1].document.path.name))
    rows = tuple(row for percent, reading in shares for row in _silent(reading, percent))
    return Table(("file", "percent", "passage", "text"), rows, empty=_EMPTY[SENTENCES][language])


def _silent(reading: Reading, percent: int) -> Iterator[tuple[Literal, ...]]:
    file = Literal(reading.document.path.name)
    for passage in reading.passages:
        if passage.number in reading.silent:
            yield file, Literal(percent), Literal(passage.number), Literal(passage.text)


def _readings(
    root: Path, schema: Schema, documents: Sequence[Path] | None, progress: Progress | None
) -> tuple[Reading, ...]:
    files = inputs.gather(root, documents).files
    return intake.take_in(files, schema, cache=root / "build" / "cache", progress=progress).readings


# --- as text -----------------------------------------------------------------------------------------------


def sentences_text(table: Table) -> str:
    """Silent sentences below the names of their documents; for people."""
    lines: list[str] = []
    told = ""
    for row in table.rows:
        file, percent, number, text = map(plain, row)
        if file != told:
            lines.append(f"{file}: {percent} % silent")
            told = file
        lines.append(f"  {number:>4}  {' '.join(text.split())}")
    return "\n".join(lines) + "\n" if lines else f"{table.empty}\n"


def _plain_value(term: Any) -> Any:
    if term is None:
        return None
    text = plain(term)
    is_number = isinstance(term, Literal) and term.datatype.value.endswith("#integer")
    return int(text) if is_number else text
