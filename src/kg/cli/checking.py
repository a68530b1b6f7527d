"""What is wrong in a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import (
    Brief,
    Severity,
    app,
    leave,
    progress_bar,
    root_folder,
    show_findings,
)


@app.command()
def check(
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Look at these in place of data/documents."),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 at a finding as bad as this.")
    ] = Severity.ERROR,
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Look for what is wrong in the project.

    Broken rules, clashes, quotes that are gone, stale files in data/graphs.

    Examples:

        kg check

        kg check --fail-on warning --format json
    """
    from kg import checking

    with progress_bar() as progress:
        findings = checking.check(root_folder(), documents or None, progress=progress)
    show_findings(findings, form.value)
    leave(findings, fail_on)
