"""Why the graph says what it says, and whether others should believe it."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.common import (
    Brief,
    Severity,
    app,
    is_terminal,
    leave,
    root_folder,
    say,
    say_json,
    show_findings,
    tell,
    write_atomically,
)

if TYPE_CHECKING:
    from kg.explaining import Proofs
    from kg.schema import Schema


class Shape(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "ttl"


@app.command()
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT|CODE", help="Name, CURIE, IRI, or KG and digits.")
    ] = "",
    predicate: Annotated[str | None, typer.Argument(help="A property: its name, CURIE or IRI.")] = None,
    object: Annotated[str | None, typer.Argument(help="A value: its name, CURIE, IRI or text.")] = None,
    clashes: Annotated[
        bool, typer.Option("--clashes", help="Why facts cannot all hold: the smallest sets that clash.")
    ] = False,
    form: Annotated[
        Shape, typer.Option("--format", help="A tree, or a proof that kg verify checks.")
    ] = Shape.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, not to stdout.")
    ] = None,
) -> None:
    """Say why: rules, facts, decisions, and the sentences behind them. Or what a code means.

    Examples:

        kg explain SUBJECT

        kg explain SUBJECT "name of a property" OBJECT

        kg explain SUBJECT PREDICATE OBJECT --format ttl -o proof.ttl

        kg explain --clashes

        kg explain KG301
    """
    from kg import codes

    if bool(subject) == clashes:
        raise typer.BadParameter("a thing, a code, or --clashes", param_hint="SUBJECT|CODE")
    if clashes:
        _clashes(form, output)
    elif codes.is_code(subject):
        story = codes.story(subject)
        told = {"code": subject.upper(), **story.as_dict()}
        _hand_out(
            json.dumps(told, ensure_ascii=False, indent=2) if form is Shape.JSON else str(story), output
        )
    elif form is Shape.TEXT:
        _show(subject, predicate, object, output)
    else:
        _prove(subject, predicate, object, form, output)


def _show(subject: str, predicate: str | None, object: str | None, output: Path | None) -> None:
    import kg

    explanation = kg.open(root_folder()).explain(subject, predicate, object)
    if output is None and is_terminal():
        from rich.console import Console

        from kg.explaining import to_tree

        Console(highlight=False).print(to_tree(explanation))
    else:
        _hand_out(str(explanation), output)


def _clashes(form: Shape, output: Path | None) -> None:
    import kg
    from kg.explaining import to_clash_tree
    from kg.explaining.trees import as_text

    graph = kg.open(root_folder())
    found, proofs = graph.clashes()
    if not found:
        tell("no clash: the ontology allows all that is said to hold at once")
    elif form is Shape.TEXT:
        _hand_out(as_text(to_clash_tree(found)), output)
    else:
        _write(proofs, graph.schema, form, output)


def _prove(subject: str, predicate: str | None, object: str | None, form: Shape, output: Path | None) -> None:
    import kg

    graph = kg.open(root_folder())
    proofs = graph.prove(subject, predicate, object)
    if proofs.unproved:
        tell(f"{len(proofs.unproved)} triples that kg made up to name things have no proof and were left out")
    _write(proofs, graph.schema, form, output)


def _write(proofs: Proofs, schema: Schema, form: Shape, output: Path | None) -> None:
    if form is Shape.JSON:
        _hand_out(json.dumps(proofs.to_json(schema), ensure_ascii=False, indent=2), output)
    else:
        _hand_out(proofs.to_turtle(schema), output)


def _hand_out(text: str, output: Path | None) -> None:
    if output is None:
        say(text)
    else:
        write_atomically(output, text if text.endswith("\n") else f"{text}\n")
        tell(f"wrote {output}")


@app.command()
def verify(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Proofs: Turtle or JSON.")],
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Look here for documents, not in data/documents."),
    ] = None,
    form: Annotated[Brief, typer.Option("--format", help="How the verdict is written.")] = Brief.TEXT,
) -> None:
    """Check proofs: each step against the W3C's rules, each leaf down to the words in the document.

    The checking shares no code with what makes proofs. What it holds a proof against are the project's files: ontology,
    register, documents, data/graphs, and the dataset where one was built.

    Examples:

        kg verify proof.ttl

        kg verify proof.json --format json
    """
    from kg.verifying import Ground, verify

    ground = Ground(root_folder(), documents or None)
    verdicts = {path: verify(path, ground) for path in files}
    if form is Brief.JSON:
        say_json([{"file": str(path), **verdict.as_dict()} for path, verdict in verdicts.items()])
    else:
        for path, verdict in verdicts.items():
            say(f"{path}: {verdict}")
            if verdict.findings:
                show_findings(verdict.findings, form.value)
        if ground.dataset is None:
            tell("no dataset here: decisions and resolutions were not compared with one")
    leave([finding for verdict in verdicts.values() for finding in verdict.findings], Severity.ERROR)
