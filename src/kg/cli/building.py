"""From documents to a dataset."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import (
    WRONG_INPUT,
    Brief,
    Severity,
    app,
    findings_text,
    leave,
    progress_bar,
    root_folder,
    say,
    say_json,
    tell,
    write_atomically,
)


class Reasoner(StrEnum):
    """What concludes."""

    RULES = "rules"
    OWLRL = "owlrl"


class Validator(StrEnum):
    """What judges."""

    RULES = "rules"
    PYSHACL = "pyshacl"


@app.command()
def convert(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="Documents.")] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write data/graphs/NAME.ttl instead of printing.")
    ] = False,
    plain_only: Annotated[
        bool, typer.Option("--plain-only", help="Only what is asserted, without claims and words.")
    ] = False,
) -> None:
    """Turn documents into Turtle.

    The file says what a document says, and with which words.

    Without FILE, all documents of the project.

    Examples:

        kg convert data/documents/some-release.md

        kg convert --write
    """
    from kg import converting, schema
    from kg.dataset import inputs, intake

    root = root_folder()
    found = inputs.gather(root, files or None).files
    known = schema.load(root)
    with progress_bar() as progress:
        taken = intake.take_in(found, known, cache=None, progress=progress)
    for reading in taken.readings:
        text = converting.to_turtle(reading, known, plain_only=plain_only)
        if write:
            path = root / "data" / "graphs" / converting.file_name(reading.iri)
            write_atomically(path, text)
            tell(f"wrote {inputs.shown(path, root)}")
        else:
            say(text)
    if taken.findings:
        tell(findings_text(taken.findings))
    if taken.unread:
        raise typer.Exit(WRONG_INPUT)
    leave(taken.findings, Severity.ERROR)


@app.command()
def build(
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Read these in place of data/documents; repeatable."),
    ] = None,
    reasoner: Annotated[
        Reasoner, typer.Option(help="What concludes: compiled rules, or owlrl to compare with (slow).")
    ] = Reasoner.RULES,
    validator: Annotated[
        Validator, typer.Option(help="What judges: compiled shapes, or pyshacl to compare with (slow).")
    ] = Validator.RULES,
    workers: Annotated[
        int, typer.Option(min=0, help="Processes to work with; 0 for as many as there are cores.")
    ] = 0,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 at a finding as bad as this.")
    ] = Severity.ERROR,
    form: Annotated[Brief, typer.Option("--format", help="How the result is written.")] = Brief.TEXT,
) -> None:
    """Make the dataset in build/ from all documents.

    Ready at once when nothing has changed.

    Examples:

        kg build

        kg build --documents ~/releases --documents more/
    """
    from kg import dataset

    root = root_folder()
    with progress_bar() as progress:
        made = dataset.build(
            root,
            documents=documents or None,
            reasoner=reasoner.value,
            validator=validator.value,
            workers=workers,
            progress=progress,
        )
    if form is Brief.JSON:
        findings = [finding.as_dict() for finding in made.findings]
        say_json({"unchanged": made.unchanged, "counts": dict(made.counts), "findings": findings})
    else:
        if made.findings:
            tell(findings_text(made.findings))
        width = max(map(len, made.counts))
        say("".join(f"{name:<{width}}  {count:>9,}\n" for name, count in made.counts.items()))
        tell("nothing has changed" if made.unchanged else f"built in {made.seconds:.1f} s")
    leave(made.findings, fail_on)
