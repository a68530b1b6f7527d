"""An editor's judgement on a claim."""

from __future__ import annotations

import datetime as dt
import getpass
from typing import Annotated

import typer

from kg.cli.common import app, root_folder, say, tell
from kg.errors import QueryError


@app.command()
def decide(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM | SUBJECT PROPERTY VALUE", help="A claim's IRI or digits, or a triple."
        ),
    ],
    reason: Annotated[str, typer.Option(help="Why, in a sentence.")] = "",
    against: Annotated[bool, typer.Option("--against", help="It counts for nothing.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the judgement back.")] = False,
    editor: Annotated[
        str, typer.Option(envvar="KG_EDITOR", help="Who judges; by default the user of this machine.")
    ] = "",
    day: Annotated[str, typer.Option("--date", metavar="DAY", help="When; by default today.")] = "",
) -> None:
    """Judge a claim, or all claims of a triple, against the rules of the policy.

    Writes a file to data/overrides, which the next build heeds; kg query overrides lists them.

    Examples:

        kg decide 3d8bc28e8bd1 --reason "The diary of the council has this day."

        kg decide SUBJECT PROPERTY VALUE --against --reason "Misread: the sentence is about another year."

        kg decide 3d8bc28e8bd1 --undo
    """
    from kg import dataset, judging, queries, schema
    from kg.deciding import Verdict

    root = root_folder()
    known = queries.prefixes(root)
    names = schema.load(root).names
    target = judging.find(dataset.open(root), tuple(words), known, names)
    if undo:
        tell(f"removed {judging.undo(root, target, names).relative_to(root)}; kg build heeds it")
        return
    verdict = Verdict.REFUSED if against else Verdict.UPHELD
    path = judging.judge(
        root,
        target,
        verdict,
        reason=_reason(reason),
        editor=editor or getpass.getuser(),
        day=_day(day),
        names=names,
        prefixes=known,
    )
    say("\n".join([f"{verdict.value.lower()}: {target.text()}", *(f"  {line}" for line in target.said)]))
    tell(f"wrote {path.relative_to(root)}; kg build heeds it")


def _reason(text: str) -> str:
    if len(text.strip()) >= 3:
        return " ".join(text.split())
    raise QueryError("KG607", "judgement without a reason", want='--reason "why, in a sentence"')


def _day(text: str) -> str:
    try:
        return (dt.date.fromisoformat(text) if text else dt.date.today()).isoformat()
    except ValueError as fault:
        raise QueryError(
            "KG607", "value of the wrong kind", at="--date", found=text, want="YYYY-MM-DD"
        ) from fault
