"""Findings and tables as text, CSV, TSV, JSON and Markdown; nothing else in kg prints."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode
from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from kg import turtle
from kg.findings import SEVERITIES, Finding
from kg.reports import github, junit, sarif, summary
from kg.tables import SENTENCES, Table, Value, plain

Item = Table | Sequence[Finding]

_FINDING_COLUMNS = (
    "severity",
    "code",
    "what",
    "at",
    "focus",
    "path",
    "value",
    "shape",
    "found",
    "want",
    "do",
)
_READABLE = 36
_MOST_PLACES = 5
_MARKS = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def render(item: Item, form: str = "text", *, width: int = 100, colour: bool = False) -> str:
    """A table or a list of findings, written out.

    Args:
        item: Rows stay in their order; findings are sorted, worst first.
        form: One of `FORMS`.
        width: Columns of the terminal, for "text".
        colour: With the terminal's escape codes, for "text".

    Returns:
        Text that ends with a line break. CSV and TSV of tables follow SPARQL 1.1 (TSV keeps the terms, CSV
        the plain values); JSON of tables is SPARQL results JSON, of findings a list of objects.

    Raises:
        ValueError: for an unknown form.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
    if form == "text":
        return (
            _table_text(item, width, colour)
            if isinstance(item, Table)
            else findings_text(item, width, colour)
        )
    return _WRITERS[form](item)


# --- text ------------------------------------------------------------------------------------------------


def _table_text(table: Table, width: int, colour: bool) -> str:
    if table.form == "boolean":
        return "yes\n" if table.answer else "no\n"
    if table.form == "triples":
        return turtle.write(table.triples(), dict(table.prefixes))
    if not table.rows:
        return f"No rows: {table.empty}.\n" if table.empty else "No rows.\n"
    count = len(table.rows)
    total = f"{count} {'row' if count == 1 else 'rows'}\n"
    cells = [[shown(term, table.prefixes) for term in row] for row in table.rows]
    if _fits(table.columns, cells, width):
        return _printed(_grid(table, cells), width, colour) + total
    return _records(table.columns, cells, width, colour) + total


def _fits(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> bool:
    """Whether every column gets the room that reading it takes."""
    widest = [max(len(name), *(len(row[i]) for row in cells)) for i, name in enumerate(columns)]
    return sum(min(w, _READABLE) + 2 for w in widest) <= width + 2


def _grid(table: Table, cells: Sequence[Sequence[str]]) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in table.columns:
        numeric = all(_is_number(term) for term in table.terms(name))
        grid.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        # As Text: square brackets in quoted words are no markup.
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def _records(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int, colour: bool) -> str:
    """A block for each row, a line for each cell that is not empty: for rows too wide for the terminal."""
    margin = max(len(name) for name in columns) + 2
    out = Text()
    for number, row in enumerate(cells, 1):
        out.append(f"{number}\n", style="bold")
        for name, cell in zip(columns, row, strict=True):
            if not cell:
                continue
            room = max(width - margin - 2, 20)
            parts = cell.splitlines() if name == SENTENCES else [" ".join(cell.split())]
            lines = [line for part in parts for line in textwrap.wrap(part, room, break_on_hyphens=False)]
            out.append(f"  {name:<{margin}}", style="dim")
            out.append(f"\n{' ' * (margin + 2)}".join(lines or [""]) + "\n")
        out.append("\n")
    return _printed(out, width, colour)


def shown(term: Value | None, prefixes: Mapping[str, str]) -> str:
    """A term for people: IRIs in short where a prefix fits, texts without tag, control signs escaped."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix, namespace in sorted(prefixes.items(), key=lambda item: -len(item[1])):
            if term.value.startswith(namespace) and len(term.value) > len(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
        return term.value
    if isinstance(term, Literal):
        text = term.value
        if "id" in prefixes:
            # several IRIs that a query has joined into one text
            text = text.replace(prefixes["id"], "id:")
        return "".join(sign if sign.isprintable() or sign == "\n" else repr(sign)[1:-1] for sign in text)
    return str(term)


def _is_number(term: Value | None) -> bool:
    return isinstance(term, Literal) and term.datatype.value.rpartition("#")[2] in (
        "integer",
        "decimal",
        "double",
    )


def _printed(item: Grid | Text, width: int, colour: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(item, soft_wrap=isinstance(item, Text))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def findings_text(findings: Sequence[Finding], width: int = 100, colour: bool = False) -> str:
    """All findings, those of one cause together, and how many there are of each severity."""
    lines = Text()
    for finding in _sorted(findings):
        lines.append(f"{finding.code} ", style=_MARKS.get(finding.severity, ""))
        mild = f" ({finding.severity})" if finding.severity != "error" else ""
        lines.append(f"{finding.what or finding.component}{mild}\n")
        for name, value in _told(finding):
            lines.append(f"  {name:<6} {value}\n")
    lines.append(counts(findings))
    return _printed(lines, width, colour)


def _told(finding: Finding) -> Iterator[tuple[str, str]]:
    for name in ("at", "focus", "path", "found", "want", "do", "shape"):
        value = getattr(finding, name)
        if value:
            yield name, value
    others = [place for place in finding.places if str(place) != finding.at]
    for place in others[:_MOST_PLACES]:
        yield (
            ("words", f"{place} “{' '.join(place.words.split())}”")
            if place.is_words
            else ("also", str(place))
        )
    if len(others) > _MOST_PLACES:
        yield "also", f"{len(others) - _MOST_PLACES} more places"


def counts(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    found = [(name, sum(1 for f in findings if f.severity == name)) for name in SEVERITIES]
    told = [f"{n} {name}{'' if n == 1 or name == 'info' else 's'}" for name, n in found if n]
    return ", ".join(told) or "no findings"


def _sorted(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding))


CHECK_FORMS = ("text", "json", "junit", "sarif", "github", "md")
"""What `check_report` writes."""


def check_report(
    findings: Sequence[Finding], form: str, *, fail_on: str = "error", width: int = 100, colour: bool = False
) -> str:
    """Findings as people, code hosts and servers for continuous integration want them; worst first.

    Args:
        findings: In any order.
        form: One of `CHECK_FORMS`.
        fail_on: From which severity on JUnit counts a failure.
        width: Columns of the terminal, for "text".
        colour: With the terminal's escape codes, for "text".
    """
    ordered = _sorted(findings)
    if form == "junit":
        return junit.write(ordered, fail_on)
    if form == "sarif":
        return sarif.write(ordered)
    if form == "github":
        return github.write(ordered)
    if form == "md":
        return summary.write(ordered, counts(ordered))
    return render(ordered, form, width=width, colour=colour)


# --- for machines ----------------------------------------------------------------------------------------


def _as_json(item: Item) -> str:
    found = item.to_json() if isinstance(item, Table) else [finding.as_dict() for finding in _sorted(item)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _as_csv(item: Item) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns, rows = _cells(item)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _as_tsv(item: Item) -> str:
    if isinstance(item, Table):
        lines = [[f"?{name}" for name in item.columns]]
        lines += [["" if term is None else turtle.term(term) for term in row] for row in item.rows]
    else:
        columns, rows = _cells(item)
        lines = [list(columns), *([cell.translate(_ONE_LINE) for cell in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _as_markdown(item: Item) -> str:
    columns, rows = _cells(item)
    if isinstance(item, Table):
        rows = [tuple(shown(term, item.prefixes) for term in row) for row in item.rows]
    lines = [columns, tuple("---" for _ in columns), *rows]
    return "".join("| " + " | ".join(_markdown(cell) for cell in line) + " |\n" for line in lines)


def _markdown(cell: str) -> str:
    for sign in "\\|<>*_`[]":
        cell = cell.replace(sign, "\\" + sign)
    return " ".join(cell.split()) or " "


_ONE_LINE = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def _cells(item: Item) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    if isinstance(item, Table):
        return item.columns, [tuple(plain(term) for term in row) for row in item.rows]
    rows = [tuple(str(getattr(finding, name)) for name in _FINDING_COLUMNS) for finding in _sorted(item)]
    return _FINDING_COLUMNS, rows


_WRITERS: dict[str, Callable[[Item], str]] = {
    "csv": _as_csv,
    "tsv": _as_tsv,
    "json": _as_json,
    "markdown": _as_markdown,
}
FORMS = ("text", *_WRITERS)
"""What `render` writes."""
