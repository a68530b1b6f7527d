"""What nobody says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import (
    LANGUAGE,
    OneOf,
    Prose,
    app,
    is_terminal,
    progress_bar,
    root_folder,
    say,
    say_json,
    spoken,
    terminal_width,
)


@app.command()
def silence(
    parts: Annotated[
        list[str] | None, typer.Argument(metavar="[PART…]", help="Some parts alone; see --list.")
    ] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="For sentences, in place of data/documents."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Name the parts, and nothing else.")] = False,
    form: Annotated[
        Prose, typer.Option("--format", click_type=OneOf(Prose), help="How it is written.")
    ] = Prose.TEXT,
    language: Annotated[str, LANGUAGE] = "",
) -> None:
    """Say what has no evidence: things, terms, questions; sentences that gave nothing.

    Parts are the saved queries tagged `silence`; queries that no document answers; sentences, with each document's
    share of silent ones.

    Examples:

        kg silence --list

        kg silence sentences

        kg silence --format json
    """
    import kg
    from kg import silence as silences

    root = root_folder()
    if listed:
        say("\n".join(silences.parts_of(root)))
        return
    graph, told = kg.open(root), spoken(language)
    with progress_bar() as progress:
        found = silences.account(
            root,
            graph.store,
            graph.schema,
            only=parts or (),
            documents=documents or None,
            language=told,
            progress=progress,
        )
    if form is Prose.JSON:
        say_json([part.as_dict() for part in found])
    else:
        say("\n".join(_text(part, form) for part in found))


def _text(part: object, form: Prose) -> str:
    from kg import reports
    from kg import silence as silences

    assert isinstance(part, silences.Part)
    if form is Prose.MD:
        return f"## {part.title}\n\n{reports.render(part.table, 'markdown')}"
    if part.name == silences.SENTENCES:
        body = silences.sentences_text(part.table)
    else:
        body = reports.render(part.table, "text", width=terminal_width(), colour=is_terminal())
    return f"{part.title} ({part.name}: {len(part.table)})\n\n{body}"
