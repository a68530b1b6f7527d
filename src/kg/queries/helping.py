"""What the header of a saved query tells people: help for the terminal, a page for the documentation."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from kg import sparql
from kg.queries.binding import portable
from kg.queries.model import Column, Param, Query, in_language

LANGUAGES = ("en", "de")
"""Languages that kg itself speaks."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "usage": "Usage",
        "parameters": "Parameters",
        "columns": "Columns",
        "order": "Order",
        "empty": "When nothing is found",
        "default": "default",
        "all": "all, unless given",
        "many": "several",
        "parameter": "parameter",
        "column": "column",
        "type": "type",
        "meaning": "meaning",
        "query": "query",
        "question": "question",
        "queries": "Saved queries",
        "terminal": "In the terminal",
        "http": "Over HTTP (`kg serve`)",
        "python": "From Python",
        "graphs": "Looks at",
        "options": "kg query --help lists the options that every query has.",
        "day": "day, YYYY-MM-DD",
        "thing": "name, CURIE or IRI",
        "class": "class: name, CURIE or IRI",
        "text": "text",
        "number": "number",
        "iri": "IRI",
        "integer": "whole number",
        "decimal": "number",
        "boolean": "true or false",
        "period": "time: year, month or day",
        "day column": "day as a number YYYYMMDD",
    },
    "de": {
        "usage": "Aufruf",
        "parameters": "Parameter",
        "columns": "Spalten",
        "order": "Reihenfolge",
        "empty": "Wenn nichts gefunden wird",
        "default": "sonst",
        "all": "alle, wenn nichts angegeben ist",
        "many": "mehrere",
        "parameter": "Parameter",
        "column": "Spalte",
        "type": "Art",
        "meaning": "Bedeutung",
        "query": "Abfrage",
        "question": "Frage",
        "queries": "Gespeicherte Abfragen",
        "terminal": "Im Terminal",
        "http": "Über HTTP (`kg serve`)",
        "python": "Aus Python",
        "graphs": "Sieht auf",
        "options": "kg query --help nennt die Optionen, die jede Abfrage hat.",
        "day": "Tag, JJJJ-MM-TT",
        "thing": "Name, CURIE oder IRI",
        "class": "Klasse: Name, CURIE oder IRI",
        "text": "Text",
        "number": "Zahl",
        "iri": "IRI",
        "integer": "ganze Zahl",
        "decimal": "Zahl",
        "boolean": "wahr oder falsch",
        "period": "Zeit: Jahr, Monat oder Tag",
        "day column": "Tag als Zahl JJJJMMTT",
    },
}


def language_of(*locales: str) -> str:
    """The first of kg's languages that one of these locales (`de_DE.UTF-8`) asks for; English without any."""
    for locale in locales:
        if locale:
            return locale[:2].lower() if locale[:2].lower() in LANGUAGES else "en"
    return "en"


def help_text(query: Query, language: str = "en", width: int = 100) -> str:
    """What a query asks, takes and gives, for the terminal; ends with a line break."""
    words = _WORDS.get(language, _WORDS["en"])
    lines = [f"{words['usage']}: kg query {query.name}{_usage(query)}", ""]
    lines += textwrap.wrap(in_language(query.summary, language), width)
    if query.details:
        lines += ["", *textwrap.wrap(in_language(query.details, language), width)]
    if query.params:
        rows = [(f"--{_option(p)}", _told_param(p, language)) for p in query.params]
        lines += ["", f"{words['parameters']}:", *_columns(rows, width)]
    if query.fields:
        rows = [(c.name, _told_column(c, language)) for c in query.answered]
        lines += ["", f"{words['columns']}:", *_columns(rows, width)]
    for key, texts in (("order", query.ordering), ("empty", query.empty)):
        if texts:
            lines += ["", *textwrap.wrap(f"{words[key]}: {in_language(texts, language)}", width)]
    return "\n".join([*lines, "", words["options"]]) + "\n"


def empty_text(query: Query, language: str = "en") -> str:
    """What it means when nothing is found, as a sentence; "" where the header does not say."""
    words = _WORDS.get(language, _WORDS["en"])
    return f"{words['empty']}: {in_language(query.empty, language)}." if query.empty else ""


def _usage(query: Query) -> str:
    return "".join(f" [--{_option(p)} {p.type.upper()}]" for p in query.params)


def _option(param: Param) -> str:
    return param.name.replace("_", "-")


def _told_param(param: Param, language: str) -> str:
    words = _WORDS.get(language, _WORDS["en"])
    kind = words[param.type] + (f" ({param.class_iri})" if param.class_iri else "")
    return f"{in_language(param.summary, language)}; {kind}; {_default(param, language)}".removeprefix("; ")


def _default(param: Param, language: str) -> str:
    words = _WORDS.get(language, _WORDS["en"])
    return words["all"] if param.default is None else f"{words['default']}: {param.default}"


def _told_column(column: Column, language: str) -> str:
    kind = _kind(column, language)
    return in_language(column.summary, language) + (f" ({kind})" if kind else "")


def _kind(column: Column, language: str) -> str:
    words = _WORDS.get(language, _WORDS["en"])
    if not column.type:
        return ""
    kind = words["day column" if column.type == "day" else column.type]
    return f"{kind}; {words['many']}: “{column.many}”" if column.many else kind


def _columns(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    rows = list(rows)
    margin = max(len(name) for name, _ in rows) + 4
    found: list[str] = []
    for name, told in rows:
        first, *more = textwrap.wrap(told, max(width - margin, 30)) or [""]
        found += [f"  {name:<{margin - 2}}{first}".rstrip(), *(" " * margin + line for line in more)]
    return found


def page(query: Query, known: Mapping[str, str], language: str = "en") -> str:
    """A page of Markdown for one query."""
    words = _WORDS.get(language, _WORDS["en"])
    parts = [f"# {query.name}", in_language(query.summary, language)]
    if query.details:
        parts.append(in_language(query.details, language))
    if query.params:
        params = _grid(
            (words["parameter"], words["type"], words["default"], words["meaning"]),
            [_row(p, language) for p in query.params],
        )
        parts.append(f"## {words['parameters']}\n\n{params}")
    if query.fields:
        columns = _grid(
            (words["column"], words["type"], words["meaning"]),
            [(c.name, _kind(c, language), in_language(c.summary, language)) for c in query.answered],
        )
        parts.append(f"## {words['columns']}\n\n{columns}")
    for key, texts in (("order", query.ordering), ("empty", query.empty)):
        if texts:
            parts.append(f"**{words[key]}:** {in_language(texts, language)}")
    if query.scope:
        parts.append(f"**{words['graphs']}:** {in_language(query.scope, language)}")
    return "\n\n".join([*parts, *_calls(query, words), _source(query, known)]) + "\n"


def _row(param: Param, language: str) -> tuple[str, str, str, str]:
    words = _WORDS.get(language, _WORDS["en"])
    kind = words[param.type] + (f" ({param.class_iri})" if param.class_iri else "")
    default = param.default if param.default is not None else words["all"]
    return param.name, kind, default, in_language(param.summary, language)


def _grid(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    for sign in "\\|<>*_`[]":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split()) if text != "\\-\\-\\-" else "---"


def _calls(query: Query, words: Mapping[str, str]) -> list[str]:
    shown = next((p for p in query.params if p.default is not None), None)
    value = shown.default if shown else ""
    option = f" --{_option(shown)} '{value}'" if shown else ""
    argument = f', {shown.name}="{value}"' if shown else ""
    asked = f"?{shown.name}=…" if shown else ""
    return [
        f"## {words['terminal']}\n\n```console\n$ kg query {query.name}{option}\n```",
        f"## {words['http']}\n\n```text\nGET /queries/{query.name}{asked}\n```",
        f'## {words["python"]}\n\n```python\nkg.open().query("{query.name}"{argument}).to_pandas()\n```',
    ]


def _source(query: Query, known: Mapping[str, str]) -> str:
    return f"## SPARQL\n\n```sparql\n{sparql.without_comments(portable(query, known)).strip()}\n```"


def index(found: Iterable[Query], language: str = "en") -> str:
    """A page of Markdown that leads to those of the queries, which lie beside it."""
    words = _WORDS.get(language, _WORDS["en"])
    rows = [f"| [{q.name}]({q.name}.md) | {_cell(in_language(q.summary, language))} |" for q in found]
    head = f"# {words['queries']}\n\n| {words['query']} | {words['question']} |\n| --- | --- |\n"
    return head + "".join(f"{row}\n" for row in rows)
