"""Two versions of one release."""

from __future__ import annotations

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
    say_json,
    spoken,
)


@app.command()
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A document: a file, or its name in data/documents.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    form: Annotated[
        Prose, typer.Option("--format", click_type=OneOf(Prose), help="How it is written.")
    ] = Prose.TEXT,
    language: Annotated[str, LANGUAGE] = "",
    fail: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where they differ.")] = False,
) -> None:
    """Compare two documents claim by claim: two languages of one release, or a release and a paraphrase.

    What one of them lacks or says otherwise is listed with its sentences. More precise is no difference.

    Examples:

        kg compare release-de.md release-en.md

        kg compare release-de.md release-en.md --format md --exit-code
    """
    from kg import comparing, schema
    from kg.comparing import reading, writing

    root = root_folder()
    known, told = schema.load(root), spoken(language)
    with progress_bar() as progress:
        one, other = reading.both(root, known, a, b, progress)
    found = comparing.compare(one, other, known, language=told)
    if form is Prose.JSON:
        say_json(found.as_dict())
    else:
        say((writing.to_text if form is Prose.TEXT else writing.to_markdown)(found, told))
    if fail and found.differ:
        raise typer.Exit(FINDINGS)
