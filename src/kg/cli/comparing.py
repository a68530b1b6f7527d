"""What differs between two datasets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import (
    FINDINGS,
    LANGUAGE,
    OneOf,
    Prose,
    app,
    progress_bar,
    root_folder,
    say,
    spoken,
)
from kg.errors import SchemaError


@app.command()
def diff(
    a: Annotated[str, typer.Argument(metavar="[A]", help="A revision, or a folder that was built.")] = "HEAD",
    b: Annotated[
        str | None, typer.Argument(metavar="[B]", help="The same; the project as it stands, if left out.")
    ] = None,
    form: Annotated[
        Prose, typer.Option("--format", click_type=OneOf(Prose), help="JSON tells all, and holds the patch.")
    ] = Prose.TEXT,
    most: Annotated[
        int, typer.Option(min=0, help="Changes of one kind that text and Markdown show; 0 for all.")
    ] = 25,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.01, help="For one saved query; others go on.")
    ] = 30.0,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")
    ] = False,
    language: Annotated[str, LANGUAGE] = "",
) -> None:
    """Tell what came, went and changed between two revisions of git, or two builds.

    Answers of saved queries, contradictions, facts, documents, decisions, terms and claims, each with its
    sentence. A revision is built with today's kg, below build/revisions; a folder is taken as it was built.

    Examples:

        kg diff

        kg diff origin/main --format md

        kg diff v1.0 v1.1 --most 0

        kg diff ../other-project build/dataset --format json
    """
    from kg import diffing

    root = _root()
    with progress_bar() as progress:
        sides = [diffing.side(name, root, language=spoken(language), progress=progress) for name in (a, b)]
        found = diffing.diff(*sides, seconds=timeout, progress=progress)
    say(diffing.write(found, {"md": "markdown"}.get(form.value, form.value), most=most))
    if exit_code and not found.is_empty:
        raise typer.Exit(FINDINGS)


def _root() -> Path | None:
    """The project, if there is one: two folders can be compared from anywhere."""
    try:
        return root_folder()
    except SchemaError:
        return None
