"""From a file to a `Query`: the `#+` lines, checked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from kg import sparql
from kg.errors import QueryError
from kg.names import KG, WELL_KNOWN_PREFIXES
from kg.queries.model import COLUMN_TYPES, PARAM_TYPES, PICTURES, Column, Param, Picture, Query
from kg.triples import parse_turtle

_HEADER = re.compile(r"^\s*#\+ ?(.*)$")
# The last row are words of the field's own header form that say nothing to the engine.
_KEYS = {
    *("summary", "description", "tags", "graph", "params", "columns", "order", "empty", "since"),
    *("may_be_empty", "disputed"),
    "picture",
    *("endpoint", "endpoint_in_url", "method", "defaults", "enumerate", "pagination"),
}
_PARAM_KEYS = {"type", "default", "class", "summary"}
_COLUMN_KEYS = {"type", "many"}
# Options of `kg query` and of pages: a parameter of the same name could not be given.
RESERVED = frozenset(
    (
        "format",
        "lang",
        "language",
        "explain",
        "endpoint",
        "user",
        "timeout",
        "help",
        "page",
        "sort",
        "known_on",
    )
)
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def find(root: Path) -> dict[str, Path]:
    """Name → file of each saved query of a project, sorted by name."""
    return {path.stem: path for path in sorted((root / "queries").glob("*.rq"))}


def load(root: Path, name: str) -> Query:
    """One saved query.

    Raises:
        QueryError: KG602 when no query has this name, KG606 when its header is wrong.
    """
    files = find(root)
    if name in files:
        return read(files[name])
    raise QueryError(
        "KG602",
        "no saved query of this name",
        at=str(root / "queries"),
        found=name,
        want=nearest(name, files),
        do="list them: kg query",
    )


def load_all(root: Path) -> list[Query]:
    """Every saved query, by name.

    Raises:
        QueryError: KG606, for the first whose header is wrong.
    """
    return [read(path) for path in find(root).values()]


def prefixes(root: Path) -> dict[str, str]:
    """The engine's prefixes and those that the project's ontology declares.

    Raises:
        SchemaError: KG101 for Turtle that does not parse.
    """
    found = dict(WELL_KNOWN_PREFIXES)
    for path in sorted((root / "ontology").rglob("*.ttl")):
        triples, declared = parse_turtle(path)
        found.update({prefix: iri for prefix, iri in declared.items() if prefix})
        # things are shown as id:class/name; longer prefixes still go first
        for base in (getattr(t.object, "value", "") for t in triples if t.predicate.value == KG + "base"):
            found["id"] = f"{base}id/"
    return dict(sorted(found.items()))


def read(path: Path) -> Query:
    """A query file.

    Raises:
        QueryError: KG601 when it breaks off within a string, KG606 when its header is wrong, KG611 when the
            file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise QueryError("KG611", "query file that cannot be read", at=str(path), found=str(fault)) from fault
    fields = _header(path, text)
    columns = tuple(_columns(path, fields.get("columns")))
    query = Query(
        name=path.stem,
        path=path,
        text=text,
        summary=_in_languages(path, fields, "summary"),
        empty=_in_languages(path, fields, "empty"),
        params=tuple(_params(path, fields.get("params"))),
        fields=columns,
        details=_in_languages(path, fields, "description"),
        ordering=_in_languages(path, fields, "order"),
        tags=_tags(path, fields.get("tags")),
        scope=_in_languages(path, fields, "graph"),
        since=str(fields.get("since", "")),
        may_be_empty=_truth(path, fields, "may_be_empty"),
        picture=_picture(path, fields.get("picture"), {column.name for column in columns}),
        disputed=_truth(path, fields, "disputed", usual=True),
    )
    _check(query)
    return query


def _check(query: Query) -> None:
    if not any(query.summary.values()):
        raise bad_header(query.path, found="no summary", want="#+ summary: the question it answers")
    for param in query.params:
        if not sparql.values_rows(query.text, param.name):
            found = f"parameter {param.name} without a place"
            raise bad_header(query.path, found=found, want=f"VALUES ?{param.name} {{ … }} in the query")
        if param.name in RESERVED:
            found = f"parameter {param.name}, which is an option of kg query"
            raise bad_header(query.path, found=found, want="another name")


def _header(path: Path, text: str) -> dict[str, Any]:
    lines = [(n, m[1]) for n, line in enumerate(text.splitlines(), 1) if (m := _HEADER.match(line))]
    try:
        fields = _yaml("\n".join(line for _, line in lines)) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = lines[min(mark.line, len(lines) - 1)][0] if mark else 1
        problem = str(getattr(error, "problem", "") or error)
        want = "YAML; a text with `: ` in it, or in braces, stands in quotation marks"
        raise bad_header(path, line, problem, want) from error
    if not isinstance(fields, dict):
        raise bad_header(path, lines[0][0], str(fields), "lines like `#+ summary: …`")
    for key in fields:
        if key not in _KEYS:
            line = next((n for n, line in lines if line.startswith(str(key))), 1)
            raise bad_header(path, line, f"unknown key {key}", nearest(str(key), _KEYS))
    return fields


def _yaml(text: str) -> Any:
    """Read by libyaml, ten times as fast, where it is there; what is wrong is told in the same words either way."""
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError):
            return yaml.load(text, yaml.CSafeLoader)
    return yaml.safe_load(text)


def bad_header(path: Path, line: int = 1, found: str = "", want: str = "") -> QueryError:
    return QueryError(
        "KG606",
        "header that cannot be read",
        at=f"{path}:{line}",
        found=found,
        want=want,
        do="mend the #+ lines",
    )


def _in_languages(path: Path, fields: Mapping[str, Any], key: str) -> dict[str, str]:
    value = fields.get(key, "")
    if isinstance(value, dict):
        return {str(language): str(text).strip() for language, text in value.items()}
    if isinstance(value, list):
        raise bad_header(path, found=f"{key} is a list", want="a text, or {en: …, de: …}")
    return {"": str(value).strip()} if value not in ("", None) else {}


def _truth(path: Path, fields: Mapping[str, Any], key: str, *, usual: bool = False) -> bool:
    value = fields.get(key, usual)
    if isinstance(value, bool):
        return value
    raise bad_header(path, found=f"{key}: {value}", want="true or false")


def _params(path: Path, value: Any) -> Iterator[Param]:
    if value is None:
        return
    if not isinstance(value, dict):
        raise bad_header(path, found=f"params: {value}", want="params: {name: {type: day}}")
    for name, given in value.items():
        fields = {"type": given} if isinstance(given, str) else given
        if not isinstance(fields, dict) or fields.get("type") not in PARAM_TYPES or set(fields) - _PARAM_KEYS:
            want = f"{{type: {'|'.join(PARAM_TYPES)}, default: …, class: …}}"
            raise bad_header(path, found=f"parameter {name}: {given}", want=want)
        default = fields.get("default")
        yield Param(
            str(name),
            str(fields["type"]),
            None if default is None else str(default),
            str(fields.get("class", "")),
            _in_languages(path, fields, "summary"),
        )


def _columns(path: Path, value: Any) -> Iterator[Column]:
    """From `thing (IRI), name (en)`, a list of such, or a mapping."""
    if isinstance(value, dict):
        for name, what in value.items():
            yield _column(path, str(name), what)
        return
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    for part in re.split(r",(?![^()]*\))", str(value or "")):
        match = re.fullmatch(r"\s*\??(\w+)\s*(?:\((.*)\))?\s*", part, re.DOTALL)
        if match:
            yield Column(match[1], summary={"": match[2] or ""})
        elif part.strip():
            raise bad_header(path, found=f"column {part.strip()}", want="columns: name (what it holds), …")


def _column(path: Path, name: str, what: Any) -> Column:
    """From a text, or from `{type: iri, many: " ", en: …, de: …}`."""
    if not isinstance(what, dict):
        return Column(name, summary={"": str(what)})
    summary = {str(key): str(text) for key, text in what.items() if key not in _COLUMN_KEYS}
    kind = str(what.get("type", "text"))
    if kind not in COLUMN_TYPES or not all(_LANGUAGE.match(key) for key in summary):
        want = f"{{type: {'|'.join(COLUMN_TYPES)}, many: what divides, en: …, de: …}}"
        raise bad_header(path, found=f"column {name}: {what}", want=want)
    return Column(name, kind, summary, str(what.get("many", "")))


def _picture(path: Path, value: Any, columns: Collection[str]) -> Picture | None:
    if value is None:
        return None
    kind = str(value.get("kind", "")) if isinstance(value, dict) else ""
    if kind not in PICTURES:
        raise bad_header(
            path, found=f"picture: {value}", want=f"{{kind: {'|'.join(PICTURES)}, part: column, …}}"
        )
    parts = {str(part): str(column) for part, column in value.items() if part != "kind"}
    needed, possible = PICTURES[kind]
    strange = sorted(set(parts) - {*needed, *possible}) + sorted(set(parts.values()) - set(columns))
    if strange or not set(needed) <= set(parts):
        want = f"{', '.join(needed)}; may be: {', '.join(possible)}; each a column"
        raise bad_header(path, found=f"picture: {', '.join(strange) or parts}", want=want)
    return Picture(kind, parts)


def _tags(path: Path, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if value is None or isinstance(value, list):
        return tuple(str(item) for item in value or ())
    raise bad_header(path, found=f"tags: {value}", want="tags: [one, two]")


def nearest(word: str, known: Iterable[str]) -> str:
    """`one of …`, the most similar first; the first twenty where none is."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=5, cutoff=0.5)
    return "one of " + ", ".join(near or names[:20]) if names else "none is there yet"
