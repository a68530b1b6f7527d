"""Why the graph says what it says."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.common import (
    Brief,
    app,
    is_terminal,
    root_folder,
    say,
    say_json,
)


@app.command()
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT|CODE", help="Name, CURIE, IRI, or KG and digits.")
    ],
    predicate: Annotated[str | None, typer.Argument(help="A property: its name, CURIE or IRI.")] = None,
    object: Annotated[str | None, typer.Argument(help="A value: its name, CURIE, IRI or text.")] = None,
    form: Annotated[Brief, typer.Option("--format", help="A tree, or data.")] = Brief.TEXT,
) -> None:
    """Say why: rules, facts, decisions, and the sentences behind them. Or what a code means.

    Examples:

        kg explain SUBJECT

        kg explain SUBJECT "name of a property" OBJECT

        kg explain KG301
    """
    from kg import codes

    if codes.is_code(subject):
        story = codes.story(subject)
        say_json({"code": subject.upper(), **story.as_dict()}) if form is Brief.JSON else say(str(story))
        return
    import kg

    explanation = kg.open(root_folder()).explain(subject, predicate, object)
    if form is Brief.JSON:
        say_json(explanation.as_dict())
    elif is_terminal():
        from rich.console import Console

        from kg.explaining import to_tree

        Console(highlight=False).print(to_tree(explanation))
    else:
        say(str(explanation))
