"""What is found in documents, how well, and by which words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.common import (
    Brief,
    Severity,
    app,
    is_terminal,
    leave,
    lexicon,
    progress_bar,
    root_folder,
    say,
    say_json,
    show_findings,
    tell,
    terminal_width,
    write_atomically,
)
from kg.errors import KgError


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents.")],
    form: Annotated[Brief, typer.Option("--format", help="Text in colours, or data.")] = Brief.TEXT,
    html: Annotated[bool, typer.Option("--html", help="A page of its own for one document.")] = False,
) -> None:
    """Show a document with what was found in it.

    Names, days, numbers, claims, and sentences left silent.

    Examples:

        kg read data/documents/some-release.md

        kg read --html data/documents/some-release.md > reading.html
    """
    from kg import marking, schema, showing
    from kg.documents import read as read_document
    from kg.reading import Reader

    known = schema.load(root_folder())
    reader = Reader(known)
    for path in files:
        reading = reader.read(read_document(path))
        if html:
            say(marking.as_html(reading, known))
        elif form is Brief.JSON:
            say_json(showing.as_dict(reading))
        else:
            say(showing.as_text(reading, known, width=terminal_width(), colour=is_terminal()))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Rows that a careful reader took.")],
    documents: Annotated[
        list[Path], typer.Option("--documents", metavar="DIR", help="Where the documents lie; repeatable.")
    ],
    relations: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Queries, one a relation; tests/gold/relations.")
    ] = None,
    rows: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write the rows found as JSON lines.")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what is missing and what is wrong.")] = False,
    form: Annotated[Brief, typer.Option("--format", help="How scores are written.")] = Brief.TEXT,
) -> None:
    """Score what is read against what a reader took.

    The rows were taken by a careful reader from the same documents.

    Examples:

        kg evaluate tests/gold/dev.jsonl --documents tests/gold/documents --misses
    """
    from kg import evaluating

    for path in (gold, *documents):
        if not path.exists():
            raise KgError("KG201", "file that cannot be read", at=str(path), found="nothing of that name")
    result = evaluating.evaluate(root_folder(), gold, documents, queries=relations)
    if rows is not None:
        lines = (json.dumps(row.as_dict(), ensure_ascii=False) for row in result.rows)
        write_atomically(rows, "".join(f"{line}\n" for line in lines))
    for problem in result.problems:
        tell(problem)
    if form is Brief.JSON:
        say_json(result.as_dict())
        return
    say(_scores(result))
    if misses:
        say(_missed("missed", result.misses) + _missed("wrong", result.wrongs))


def _scores(result: Any) -> str:
    lines = [f"{'relation':<28}{'core':>6}{'recall':>8}{'all':>8}{'rows':>6}{'prec':>8}{'F1':>8}{'slots':>8}"]
    for name, score in [*sorted(result.scores.items()), ("all", result.total)]:
        if score.gold or score.rows or score.open_rows:
            is_open = name in result.scores and not score.rows
            rows = score.open_rows if is_open else score.rows
            precision = f"~{score.open_agreement:.3f}" if is_open else f"{score.precision:.3f}"
            lines.append(
                f"{name:<28}{score.core:>6}{score.recall:>8.3f}{score.recall_all:>8.3f}{rows:>6}"
                f"{precision:>8}{'-' if is_open else f'{score.f1:.3f}':>8}{score.slot_share:>8.3f}"
            )
    total = result.total
    open_rows = f"{total.open_right} of {total.open_rows} rows of open relations"
    note = f"~ {open_rows} agree with the gold, which need not have all"
    return "\n".join([*lines, note]) + "\n"


def _missed(word: str, rows: Sequence[Any]) -> str:
    lines = (
        f"{word:<7}{row.doc}  {row.relation}  {json.dumps(row.as_dict()['args'], ensure_ascii=False)}"
        f"  {row.factuality}\n       {row.sentence}\n"
        for row in rows
    )
    return "".join(lines)


@app.command()
def learn(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD.jsonl…", help="Rows that careful readers took.")
    ],
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Where their documents lie, if not beside them."),
    ] = None,
    folds: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Only tell what would be learned, tried on each of N parts."),
    ] = 0,
    form: Annotated[Brief, typer.Option("--format", help="How the outcome is written.")] = Brief.TEXT,
) -> None:
    """Learn from rows how classes with kg:learns are spoken of.

    The lexicon's sentences with kg:matchesNot are examples of what it is not. Writes
    ontology/reading/learned.txt, which kg reads by wherever no word of the lexicon tells.

    Examples:

        kg learn tests/reading/train/gold.jsonl

        kg learn --folds 4 tests/reading/train/gold.jsonl
    """
    from kg import learning, schema, weights

    for path in (*gold, *(documents or ())):
        if not path.exists():
            raise KgError("KG201", "file that cannot be read", at=str(path), found="nothing of that name")
    known = schema.load(root_folder())
    with progress_bar() as progress:
        told = learning.examples(known, gold, documents or (), progress)
        told += learning.counter_examples(known, progress)
        if folds > 1:
            found = learning.trials(known, told, folds, progress)
            say_json(_as_dict(found)) if form is Brief.JSON else say(_trials(found))
            return
        learned = learning.learn(known, told, progress)
    write_atomically(known.root / schema.LEARNED, weights.write(learned))
    counts = {cls: sum(cls in dict(pairs) for pairs in learned.traits.values()) for cls in learned.base}
    if form is Brief.JSON:
        say_json({"examples": len(told), "weights": counts})
        return
    say("".join(f"{count:>6} weights  {cls}\n" for cls, count in sorted(counts.items())))


def _as_dict(found: Mapping[str, Sequence[Any]]) -> dict[str, list[dict[str, Any]]]:
    return {cls: [asdict(row) for row in rows] for cls, rows in found.items()}


def _trials(found: Mapping[str, Sequence[Any]]) -> str:
    from kg.names import local_name

    lines = [f"{'class':<24}{'likely':>8}{'taken':>8}{'right':>8}{'wanted':>8}{'prec':>8}{'recall':>8}"]
    for cls, rows in found.items():
        lines += [
            f"{local_name(cls):<24}{row.least:>8.2f}{row.taken:>8}{row.right:>8}{row.wanted:>8}"
            f"{row.right / max(1, row.taken):>8.3f}{row.right / max(1, row.wanted):>8.3f}"
            for row in rows
        ]
    return "\n".join(lines) + "\n"


@lexicon.command("test")
def prove_lexicon(
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Try each entry on its own examples: what must match has to, what must not may not.

    Examples:

        kg lexicon test
    """
    from kg import examples, schema

    with progress_bar() as progress:
        findings = examples.prove(schema.load(root_folder()), progress=progress)
    show_findings(findings, form.value)
    leave(findings, Severity.ERROR)


@lexicon.command("unused")
def unneeded_entries(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents to read.")],
    form: Annotated[Brief, typer.Option("--format", help="How entries are written.")] = Brief.TEXT,
) -> None:
    """List the entries that no document needed: never met, or met and without effect.

    Examples:

        kg lexicon unused data/documents/*.md
    """
    from kg import examples, schema
    from kg.documents import read as read_document

    with progress_bar() as progress:
        never, idle = examples.unused(
            schema.load(root_folder()), [read_document(path) for path in files], progress=progress
        )
    if form is Brief.JSON:
        say_json({"never met": [e.iri for e in never], "without effect": [e.iri for e in idle]})
        return
    for word, entries in (("never met", never), ("without effect", idle)):
        say("".join(f"{word}  {e.language}  {e.forms[0]}  {e.iri}\n" for e in entries))
    tell(f"{len(never)} entries never met, {len(idle)} met without effect, in {len(files)} documents")
