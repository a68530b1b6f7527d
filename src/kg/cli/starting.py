"""The beginning of a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import app, say, tell


@app.command()
def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder; its name becomes the project's.")],
) -> None:
    """Start a project of your own: a small example of everything, which builds and answers at once.

    Ontology, shapes, lexicon, register, documents, policy, queries and checks for CI, with comments that
    teach.

    Examples:

        kg new demo
    """
    from kg import starting

    written = starting.start(name)
    say("".join(f"{path.relative_to(name.absolute()).as_posix()}\n" for path in written))
    tell(f"next: cd {name} && kg build && kg check && kg query")
