"""What all commands share: the applications they hang on, exit codes, forms, talk."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import typer

if TYPE_CHECKING:
    from kg.findings import Finding

CLEAN, FINDINGS, WRONG_INPUT, FAULT = 0, 1, 2, 3

app = typer.Typer(
    name="kg",
    help="Reads press releases into a knowledge graph in which every answer leads back to a sentence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # The framed help is twice as slow as all the rest: a quarter of a second before a word is said.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
lexicon = typer.Typer(
    help="The words by which things are spoken of.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(lexicon, name="lexicon")
saved_queries = typer.Typer(help="The saved queries.", rich_markup_mode=None)
app.add_typer(saved_queries, name="queries")


class Form(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


class Prose(StrEnum):
    """How a report that people read is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


FORMS = {form: {"table": "text", "md": "markdown"}.get(form.value, form.value) for form in Form}


class OneOf(click.Choice[str]):
    """One of the forms of an enumeration; Markdown may be called by either of its names."""

    def __init__(self, forms: type[StrEnum]) -> None:
        super().__init__([form.value for form in forms])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        # Defaults arrive as members of the enumeration.
        given = str(value)
        return super().convert("md" if given == "markdown" else given, param, ctx)


class Brief(StrEnum):
    """How findings and explanations are written."""

    TEXT = "text"
    JSON = "json"


class Severity(StrEnum):
    """From which severity on a finding counts as failure."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


_project: list[Path] = [Path()]


def choose_project(folder: Path) -> None:
    """Let every command of this process work in the project of that folder."""
    _project[0] = folder


def root_folder() -> Path:
    from kg.schema import find_root

    return find_root(_project[0])


def is_terminal() -> bool:
    return sys.stdout.isatty()


def terminal_width() -> int:
    import shutil

    return max(shutil.get_terminal_size((110, 40)).columns, 60) if is_terminal() else 110


def say(text: str) -> None:
    """A result, with its line breaks and nothing else."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def say_json(content: Any) -> None:
    say(json.dumps(content, ensure_ascii=False, indent=2))


def tell(text: str) -> None:
    print(text, file=sys.stderr)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on stderr; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            key = "reading" if step == "reading" else "graph"
            if key not in tasks:
                tasks[key] = bar.add_task(step, total=total)
            bar.update(tasks[key], description=step, completed=done, total=total)

        yield report


def show_findings(findings: Sequence[Finding], form: str) -> None:
    from kg import reports

    say(reports.render(findings, form, width=terminal_width(), colour=is_terminal() and form == "text"))


def leave(findings: Sequence[Finding], fail_on: Severity) -> None:
    if fail_on is not Severity.NEVER and any(f.at_least(fail_on.value) for f in findings):
        raise typer.Exit(FINDINGS)


def write_atomically(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def findings_text(findings: Sequence[Finding]) -> str:
    from kg import reports

    return reports.render(findings, "text", width=terminal_width()).rstrip()


LANGUAGE = typer.Option(
    "--lang",
    "--language",
    help="Of what kg itself says: en, de. By default as LANG has it.",
    show_default=False,
)


def spoken(language: str) -> str:
    """What was asked for, else what the locale of this terminal says."""
    from kg.queries.helping import language_of

    return language or language_of(*(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")))


def base_of(root: Path) -> str:
    from kg import schema

    return schema.load(root).names.base
