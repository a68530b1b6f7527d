"""Saved queries and free SPARQL."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.common import (
    FORMS,
    LANGUAGE,
    Brief,
    Form,
    OneOf,
    Severity,
    app,
    is_terminal,
    leave,
    progress_bar,
    root_folder,
    saved_queries,
    say,
    show_findings,
    spoken,
    tell,
    terminal_width,
    write_atomically,
)
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.tables import Table


class AnswerForm(StrEnum):
    """How the answer to one query is written, or drawn."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"
    SVG = "svg"


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
)
def query(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE|-]", help="A saved query, a file of SPARQL, or stdin.")
    ] = None,
    form: Annotated[
        AnswerForm,
        typer.Option(
            "--format",
            click_type=OneOf(AnswerForm),
            help="How the answer is written; svg draws it.",
        ),
    ] = AnswerForm.TABLE,
    explained: Annotated[
        bool, typer.Option("--explain", help="With the sentences behind each row, and who says them.")
    ] = False,
    known_on: Annotated[
        str, typer.Option(metavar="DAY", help="Only what was published by this day counts.")
    ] = "",
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="Ask this store instead; the password comes from KG_PASSWORD.")
    ] = "",
    user: Annotated[str | None, typer.Option(help="For that store.")] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.01, help="Give up after so long.")
    ] = None,
    language: Annotated[str, LANGUAGE] = "",
    wants_help: Annotated[
        bool, typer.Option("--help", "-h", help="Show this; after a NAME, what that query asks and takes.")
    ] = False,
) -> None:
    """Ask the dataset. A saved query takes its parameters as options: --param value.

    Without a name, lists the saved queries.

    Examples:

        kg query

        kg query NAME --help

        kg query NAME --param value --format csv --explain

        kg query NAME --format svg > picture.svg

        kg query NAME --known-on 2024-03-21

        echo 'SELECT * { ?s a ?class } LIMIT 5' | kg query -
    """
    from kg import asking, reports

    language = spoken(language)
    if wants_help:
        _help_on_query(context, name, language)
        return
    if name is None:
        _list_queries(Form.TABLE if form is AnswerForm.SVG else Form(form.value), language)
        return
    text = _sparql_text(name)
    given = _parameters(context.args)
    if text is not None and given:
        raise QueryError(
            "KG607", "parameter of a query that has none", found=f"--{min(given)}", want="a saved query"
        )
    question = asking.Question(
        root_folder(),
        name=name if text is None else "",
        text=text or "",
        values=given,
        language=language,
        explain=explained,
        known_on=known_on,
        endpoint=endpoint,
        user=user,
        password=os.environ.get("KG_PASSWORD"),
    )
    if timeout is None:
        # The store looks at no signal while it works; a query that runs away must still end with Ctrl-C.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    found = asking.ask(question, timeout)
    if form is AnswerForm.SVG:
        say(_drawn(found, name, language))
        return
    chosen = Form(form.value)
    colour = is_terminal() and chosen is Form.TABLE
    say(reports.render(found, FORMS[chosen], width=terminal_width(), colour=colour))


def _drawn(found: Table, name: str, language: str) -> str:
    from kg import drawing, queries

    if name != "-" and (name.endswith(".rq") or not Path(name).is_file()):
        saved = queries.read(Path(name)) if name.endswith(".rq") else queries.load(root_folder(), name)
        return f"{drawing.svg(drawing.spec_of(found, saved, language))}\n"
    raise QueryError("KG630", "query without a picture", at=name, want="a saved query whose header has one")


def _help_on_query(context: typer.Context, name: str | None, language: str) -> None:
    from kg import queries
    from kg.queries import helping

    if name is None or _sparql_text(name) is not None:
        say(context.get_help())
        return
    found = queries.read(Path(name)) if name.endswith(".rq") else queries.load(root_folder(), name)
    say(helping.help_text(found, spoken(language), terminal_width()))


def _sparql_text(name: str) -> str | None:
    """SPARQL from stdin or a file; None for a saved query, by name or as a file with a header."""
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    if path.suffix != ".rq" and not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise QueryError("KG611", "query file that cannot be read", at=name, found=str(fault)) from fault
    return None if path.suffix == ".rq" and text.lstrip().startswith("#+") else text


def _parameters(words: Sequence[str]) -> dict[str, str]:
    """`--name X --on=Y` as a mapping; a hyphen in a name is an underscore in the query."""
    found: dict[str, str] = {}
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--"):
            raise QueryError("KG607", "value without a parameter", found=word, want="--parameter value")
        key, equals, value = word[2:].partition("=")
        if not equals:
            if not waiting:
                raise QueryError("KG607", "parameter without a value", found=word, want=f"{word} value")
            value = waiting.pop(0)
        found[key.replace("-", "_")] = value
    return found


@saved_queries.callback(invoke_without_command=True)
def list_queries(
    context: typer.Context,
    form: Annotated[
        Form, typer.Option("--format", click_type=OneOf(Form), help="How the list is written.")
    ] = Form.TABLE,
    language: Annotated[str, LANGUAGE] = "",
) -> None:
    """List the saved queries and what they ask.

    Examples:

        kg queries

        kg queries --lang de --format md
    """
    if context.invoked_subcommand is None:
        _list_queries(form, spoken(language))


def _list_queries(form: Form, language: str) -> None:
    from pyoxigraph import Literal

    from kg import queries, reports
    from kg.tables import Table

    rows = tuple(
        (
            Literal(saved.name),
            Literal(" ".join(f"--{param.name}" for param in saved.params)),
            Literal(queries.in_language(saved.summary, language)),
        )
        for saved in queries.load_all(root_folder())
    )
    table = Table(("query", "parameters", "question"), rows, empty="no query is saved in queries/ yet")
    say(
        reports.render(
            table, FORMS[form], width=terminal_width(), colour=is_terminal() and form is Form.TABLE
        )
    )


@saved_queries.command("test")
def prove_queries(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME|FILE]…", help="Saved queries, or files; else all.")
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Keep the answers in tests/expect instead of comparing them.")
    ] = False,
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Try each query over the dataset, and hold it against its header.

    One that finds nothing fails, unless its header says `may_be_empty: true`; so does one that answers
    otherwise than tests/expect/NAME.csv has it.

    Examples:

        kg queries test

        kg queries test queries/my-own.rq
    """
    from kg import dataset, queries
    from kg.queries import proving

    root = root_folder()
    paths = [Path(n) if n.endswith(".rq") else queries.load(root, n).path for n in names or ()]
    with progress_bar() as progress:
        findings = proving.prove(
            root,
            dataset.open(root),
            queries.prefixes(root),
            paths=paths or None,
            accept=accept,
            progress=progress,
        )
    show_findings(findings, form.value)
    leave(findings, Severity.ERROR)


@saved_queries.command("docs")
def document_queries(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the pages go.")],
    language: Annotated[
        str, typer.Option("--lang", "--language", help="en or de; both by default.", show_default=False)
    ] = "",
) -> None:
    """Write a page of Markdown for each saved query, and one that leads to them: DIR/en, DIR/de.

    Examples:

        kg queries docs -o build/pages
    """
    from kg import queries
    from kg.queries import helping

    root = root_folder()
    known, found = queries.prefixes(root), queries.load_all(root)
    for each in [language] if language else helping.LANGUAGES:
        for saved in found:
            write_atomically(output / each / f"{saved.name}.md", helping.page(saved, known, each))
        write_atomically(output / each / "README.md", helping.index(found, each))
    tell(f"wrote {len(found)} pages a language to {output}")


@saved_queries.command("export")
def export_queries(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the files go.")],
    endpoint: Annotated[str, typer.Option(metavar="URL", help="The endpoint that grlc is to ask.")] = "",
    language: Annotated[str, LANGUAGE] = "",
) -> None:
    """Write the saved queries as grlc wants them, with its names of parameters.

    Examples:

        kg queries export -o build/grlc --endpoint http://localhost:7878/sparql
    """
    from kg import queries
    from kg.queries import grlc

    root = root_folder()
    known, found = queries.prefixes(root), queries.load_all(root)
    for saved in found:
        write_atomically(output / f"{saved.name}.rq", grlc.written(saved, known, spoken(language), endpoint))
    tell(f"wrote {len(found)} queries to {output}")
