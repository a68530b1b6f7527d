"""Arguments and exit codes of `kg`, a module a group of commands; every decision is made elsewhere.

Nothing heavy is imported before a command needs it: `kg --help` has to answer at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import CLEAN, FAULT, WRONG_INPUT, app, choose_project
from kg.errors import KgError

# isort: off
# The order of the imports is the order of the commands in the help.
from kg.cli import (
    starting,
    building,
    checking,
    comparing,
    reading,
    versions,
    asking,
    explaining,
    deciding,
    silence,
    storing,
)
# isort: on

__all__ = [
    "app",
    "asking",
    "building",
    "checking",
    "comparing",
    "deciding",
    "explaining",
    "main",
    "reading",
    "silence",
    "starting",
    "storing",
    "versions",
]


def main() -> None:
    """Run `kg` with the arguments of this process, and leave with its exit code.

    0 clean, 1 findings, 2 wrong input or usage, 3 a fault in kg.
    """
    try:
        app()
    except KgError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG_INPUT)
    except BrokenPipeError:
        # Whoever read along has seen enough; the interpreter must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)
    except Exception as fault:
        _report_fault(fault)
        sys.exit(FAULT)


def _report_fault(fault: Exception) -> None:
    if os.environ.get("KG_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    print(
        f"KG999 fault in kg\n  found  {type(fault).__name__}: {fault}\n"
        "  do     report it, with what `KG_DEBUG=1 kg …` prints",
        file=sys.stderr,
    )


@app.callback()
def _options(
    project: Annotated[
        Path, typer.Option("--project", metavar="DIR", help="The project's folder, or one inside it.")
    ] = Path(),
) -> None:
    choose_project(project)
