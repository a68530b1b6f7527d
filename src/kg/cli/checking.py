"""What is wrong in a project."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.common import (
    OneOf,
    Severity,
    app,
    is_terminal,
    leave,
    progress_bar,
    root_folder,
    say,
    tell,
    terminal_width,
    write_atomically,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.findings import Finding


class Report(StrEnum):
    """How the findings of a check are written."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"
    MD = "md"


@app.command()
def check(
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Look at these in place of data/documents."),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 at a finding as bad as this.")
    ] = Severity.ERROR,
    form: Annotated[
        Report, typer.Option("--format", click_type=OneOf(Report), help="How findings are written.")
    ] = Report.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write them there, not to stdout.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CODE", help="These codes alone: KG301, or KG1.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="Leave these codes out.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out what this file holds as known.")
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Write the findings of today to --baseline, and exit with 0."),
    ] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Whether to check only what has changed.")
    ] = True,
) -> None:
    """Look for what is wrong in the project: schema, lexicon, documents, facts, queries.

    Each finding has a code (`kg explain CODE`), a severity and its places: the line of the Turtle or
    query, and the words of the document. Exits with 0 when nothing is as bad as --fail-on, with 1 when
    something is, with 2 for wrong usage, with 3 for a fault in kg.

    Examples:

        kg check

        kg check --fail-on warning --format sarif -o kg.sarif

        kg check --only KG3 --only KG613

        kg check --baseline known.json --write-baseline
    """
    from kg import checking
    from kg.checking import baseline as marks

    if write_baseline and baseline is None:
        raise typer.BadParameter("--write-baseline needs --baseline FILE")
    with progress_bar() as progress:
        chosen = checking.check(
            root_folder(),
            documents or None,
            only=only or (),
            ignore=ignore or (),
            progress=progress,
            keep=cache,
        )
    if write_baseline and baseline is not None:
        marks.write(baseline, chosen)
        tell(f"{len(chosen)} findings are known from now on ({baseline})")
        return
    if baseline is not None:
        chosen = _unknown(chosen, baseline)
    _show(chosen, form, fail_on, output)
    leave(chosen, fail_on)


def _unknown(findings: Sequence[Finding], baseline: Path) -> tuple[Finding, ...]:
    from kg.checking import baseline as marks

    held = marks.compare(baseline, findings)
    if held.known:
        tell(f"{held.known} findings left out, known from {baseline}")
    if held.gone:
        tell(f"{held.gone} findings of {baseline} are no more: write it anew with --write-baseline")
    return held.new


def _show(findings: Sequence[Finding], form: Report, fail_on: Severity, output: Path | None) -> None:
    from kg import reports

    colour = is_terminal() and form is Report.TEXT and output is None
    text = reports.check_report(
        findings, form.value, fail_on=fail_on.value, width=terminal_width(), colour=colour
    )
    if output is None:
        say(text)
        return
    write_atomically(output, text)
    tell(f"{reports.counts(findings)} ({output})")
