"""Saved queries tried over a dataset: what each promises in its header, held against what it does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Store

from kg.errors import KgError, QueryError
from kg.findings import Finding
from kg.names import KG
from kg.queries.headers import find, read
from kg.queries.helping import LANGUAGES
from kg.queries.model import Query
from kg.queries.running import finished, run
from kg.tables import Table, plain

Progress = Callable[[str, int, int], None]

_EVIDENCE = NamedNode(KG + "evidence")


def prove(
    root: Path,
    store: Store,
    known: Mapping[str, str],
    *,
    paths: list[Path] | None = None,
    accept: bool = False,
    progress: Progress | None = None,
) -> list[Finding]:
    """Try queries with their defaults.

    Each must have a header that says everything in German and English, give the columns that it names and at
    least one row (unless it says `may_be_empty: true`), do the same with its defaults bound as with its text
    as it stands, carry claims that have evidence, and answer as `tests/expect/NAME.csv` has it, where there is
    such a file.

    Args:
        root: The project.
        store: Its dataset; only read.
        known: Prefix → namespace.
        paths: Query files; those of the project when None.
        accept: Write the answers to `tests/expect/` instead of comparing them.
        progress: Called with the query's name, how many are done, and how many there are.

    Returns:
        What is wrong: KG612 to KG616, and whatever refuses to run with its own code. Empty when all is well.
    """
    wanted = list(find(root).values()) if paths is None else paths
    found: list[Finding] = []
    for number, path in enumerate(wanted):
        if progress:
            progress(path.stem, number, len(wanted))
        try:
            found += _tried(read(path), root, store, known, accept)
        except KgError as error:
            at, what = error.at or str(path), error.what
            found.append(
                Finding(error.code, what=what, at=at, found=error.found, want=error.want, do=error.do)
            )
    return sorted(found)


def _tried(
    query: Query, root: Path, store: Store, known: Mapping[str, str], accept: bool
) -> Iterator[Finding]:
    answer = run(store, query, {}, known)
    yield from _told(query)
    yield from _alike(query, answer, store, known)
    if not answer.rows and not query.may_be_empty:
        want = "a row, or `#+ may_be_empty: true` in the header"
        yield Finding("KG613", what="query that finds nothing", at=str(query.path), want=want)
    yield from _proved(query, answer, store)
    yield from _as_expected(query, answer, root / "tests" / "expect" / f"{query.name}.csv", accept)


def _told(query: Query) -> Iterator[Finding]:
    texts = {"summary": query.summary, "order": query.ordering, "empty": query.empty}
    texts |= {f"parameter {p.name}": p.summary for p in query.params}
    texts |= {f"column {c.name}": c.summary for c in query.fields}
    missing = [
        f"{name} ({language})"
        for name, said in texts.items()
        for language in LANGUAGES
        if not said.get(language)
    ]
    missing += [] if query.fields else ["columns"]
    missing += [f"type of column {c.name}" for c in query.fields if not c.type]
    if missing:
        yield Finding(
            "KG612",
            severity="warning",
            what="header that leaves something unsaid",
            at=str(query.path),
            found="nothing on " + ", ".join(missing[:12]) + (" and more" if len(missing) > 12 else ""),
            want="every part in German and English",
            do="#+ summary: {en: …, de: …}",
        )


def _alike(query: Query, answer: Table, store: Store, known: Mapping[str, str]) -> Iterator[Finding]:
    try:
        untouched = finished(run(store, query.text, None, known), query)
    except QueryError as error:
        yield Finding(
            "KG614", what="text that does not run as it stands", at=str(query.path), found=str(error)
        )
        return
    if untouched.rows != answer.rows:
        yield Finding(
            "KG614",
            what="text that answers otherwise than with its defaults",
            at=str(query.path),
            found=f"{len(untouched)} rows as it stands, {len(answer)} with the defaults of the header",
            want="the same rows",
            do="put each default into VALUES as the term that it stands for",
        )


def _proved(query: Query, answer: Table, store: Store) -> Iterator[Finding]:
    if answer.form != "rows" or "claim" not in answer.columns:
        return
    claims = {iri for cell in answer.column("claim") for iri in (cell or "").split()}
    without = sorted(iri for iri in claims if not _has_evidence(store, iri))
    if without or (answer.rows and not claims):
        found = ", ".join(without[:5]) or "no claim at all"
        want = "IRIs of claims, each with its evidence"
        yield Finding("KG615", what="claim without evidence", at=str(query.path), found=found, want=want)


def _has_evidence(store: Store, iri: str) -> bool:
    try:
        return next(store.quads_for_pattern(NamedNode(iri), _EVIDENCE, None, None), None) is not None
    except ValueError:
        return False


def _as_expected(query: Query, answer: Table, golden: Path, accept: bool) -> Iterator[Finding]:
    text = golden_text(answer)
    if accept:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
        return
    if not golden.is_file():
        return
    expected = golden.read_text(encoding="utf-8")
    if expected != text:
        lost, new = (_difference(one, other) for one, other in ((expected, text), (text, expected)))
        yield Finding(
            "KG616",
            what="answer other than the one accepted",
            at=str(query.path),
            found=f"{len(new)} rows new, {len(lost)} gone: {(new or lost or ['the order alone'])[0][:200]}",
            want=str(golden),
            do="where the new answer is right: kg queries test --accept",
        )


def _difference(one: str, other: str) -> list[str]:
    there = set(other.splitlines())
    return [line for line in one.splitlines() if line not in there]


def golden_text(answer: Table) -> str:
    """An answer as it is kept for comparison: CSV of plain values, a line break after each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([plain(term) for term in row] for row in answer.rows)
    return out.getvalue()
