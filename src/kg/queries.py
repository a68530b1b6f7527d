"""Saved queries: find one, read its header, bind its parameters, run it → `Table`.

A saved query is a file `queries/<name>.rq`. Its header is the lines that begin with `#+`, in YAML; a
parameter is bound by replacing the rows of its `VALUES ?name { … }` blocks with one serialised term.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg import sparql, turtle
from kg.errors import QueryError
from kg.names import (
    KG,
    NAMING_PROPERTIES,
    OWL,
    RDF_TYPE,
    RDFS,
    RDFS_LABEL,
    WELL_KNOWN_PREFIXES,
    XSD,
    fold,
    slug,
)
from kg.periods import Period
from kg.schema import parse_turtle
from kg.tables import Table

Answer = QuerySolutions | QueryBoolean | QueryTriples
Given = str | int | float | dt.date | NamedNode | Literal

_HEADER = re.compile(r"^\s*#\+ ?(.*)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INTEGER = re.compile(r"[+-]?[0-9]+\Z")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+\Z")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SYNTAX_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# The last row are words of the field's own header form that say nothing to the engine.
_KEYS = {
    *("summary", "description", "tags", "graph", "params", "columns", "order", "empty", "since"),
    *("endpoint", "endpoint_in_url", "method", "defaults", "enumerate", "pagination"),
}
_PARAM_KEYS = {"type", "default", "class", "summary"}
_TYPES = ("day", "thing", "text", "number", "class")
_SUBCLASS = NamedNode(RDFS + "subClassOf")
_VOCABULARY = (OWL, KG, RDFS)


@dataclass(frozen=True, slots=True)
class Param:
    """A typed gap in a saved query.

    Args:
        name: The variable, without its question mark.
        type: "day" (YYYY-MM-DD, bound as an integer YYYYMMDD), "thing" (name, CURIE or IRI), "class" (the
            same, of classes), "text" (plain string) or "number" (integer or decimal).
        default: What holds when nothing is given; None leaves the variable unbound.
        class_iri: For a thing, the class it must belong to, as a CURIE or IRI; "" for any.
        summary: Language → what it is for; "" stands for no language.
    """

    name: str
    type: str
    default: str | None = None
    class_iri: str = ""
    summary: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Query:
    """A saved query.

    Args:
        name: The file's name without `.rq`.
        path: The file.
        text: The whole file, untouched.
        summary: Language → the question it answers; "" stands for no language.
        empty: Language → what it means when nothing is found.
        params: In the order of the header.
        columns: Column → what it holds, in order; empty when the header names none.
        order: The order of rows, in words.
        description: Longer than the summary.
        tags: For grouping.
        graph: Which graphs it looks at, in words.
        since: First version that had it.
    """

    name: str
    path: Path
    text: str
    summary: Mapping[str, str]
    empty: Mapping[str, str] = field(default_factory=dict)
    params: tuple[Param, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    graph: str = ""
    since: str = ""


def in_language(texts: Mapping[str, str], language: str = "en") -> str:
    """The text in this language, else in English, else the first there is; "" where there is none."""
    for wanted in (language, "en", ""):
        if wanted in texts:
            return texts[wanted]
    return next((texts[key] for key in sorted(texts)), "")


# --- finding and reading ---------------------------------------------------------------------------------


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
        want=_nearest(name, files),
        do="list them: kg query",
    )


def load_all(root: Path) -> list[Query]:
    """Every saved query, by name.

    Raises:
        QueryError: KG606, for the first whose header is wrong.
    """
    return [read(path) for path in find(root).values()]


def read(path: Path) -> Query:
    """A query file.

    Raises:
        QueryError: KG601 when it breaks off within a string, KG606 when its header is wrong.
    """
    text = path.read_text(encoding="utf-8")
    fields = _header(path, text)
    query = Query(
        name=path.stem,
        path=path,
        text=text,
        summary=_in_languages(path, fields, "summary"),
        empty=_in_languages(path, fields, "empty"),
        params=tuple(_params(path, fields.get("params"))),
        columns=_columns(path, fields.get("columns")),
        order=str(fields.get("order", "")),
        description=str(fields.get("description", "")).strip(),
        tags=_tags(path, fields.get("tags")),
        graph=str(fields.get("graph", "")),
        since=str(fields.get("since", "")),
    )
    if not any(query.summary.values()):
        raise _bad_header(path, found="no summary", want="#+ summary: the question it answers")
    for param in query.params:
        if not sparql.values_rows(text, param.name):
            raise _bad_header(
                path,
                found=f"parameter {param.name} without a place",
                want=f"VALUES ?{param.name} {{ … }} in the query",
            )
    return query


def _header(path: Path, text: str) -> dict[str, Any]:
    lines = [(n, m[1]) for n, line in enumerate(text.splitlines(), 1) if (m := _HEADER.match(line))]
    try:
        fields = yaml.safe_load("\n".join(line for _, line in lines)) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = lines[min(mark.line, len(lines) - 1)][0] if mark else 1
        problem = str(getattr(error, "problem", "") or error)
        want = "YAML; a text with `: ` in it, or in braces, stands in quotation marks"
        raise _bad_header(path, line, problem, want) from error
    if not isinstance(fields, dict):
        raise _bad_header(path, lines[0][0], str(fields), "lines like `#+ summary: …`")
    for key in fields:
        if key not in _KEYS:
            line = next((n for n, line in lines if line.startswith(str(key))), 1)
            raise _bad_header(path, line, f"unknown key {key}", _nearest(str(key), _KEYS))
    return fields


def _bad_header(path: Path, line: int = 1, found: str = "", want: str = "") -> QueryError:
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
        raise _bad_header(path, found=f"{key} is a list", want="a text, or {en: …, de: …}")
    return {"": str(value).strip()} if value not in ("", None) else {}


def _params(path: Path, value: Any) -> Iterator[Param]:
    if value is None:
        return
    if not isinstance(value, dict):
        raise _bad_header(path, found=f"params: {value}", want="params: {name: {type: day}}")
    for name, given in value.items():
        fields = {"type": given} if isinstance(given, str) else given
        if not isinstance(fields, dict) or fields.get("type") not in _TYPES or set(fields) - _PARAM_KEYS:
            raise _bad_header(
                path,
                found=f"parameter {name}: {given}",
                want=f"{{type: {'|'.join(_TYPES)}, default: …, class: …}}",
            )
        default = fields.get("default")
        yield Param(
            str(name),
            str(fields["type"]),
            None if default is None else str(default),
            str(fields.get("class", "")),
            _in_languages(path, fields, "summary"),
        )


def _columns(path: Path, value: Any) -> dict[str, str]:
    """From `thing (IRI), name (en)`, a list of such, or a mapping."""
    if isinstance(value, dict):
        return {str(name): str(what) for name, what in value.items()}
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    found: dict[str, str] = {}
    for part in re.split(r",(?![^()]*\))", str(value or "")):
        match = re.fullmatch(r"\s*\??(\w+)\s*(?:\((.*)\))?\s*", part, re.DOTALL)
        if match:
            found[match[1]] = match[2] or ""
        elif part.strip():
            raise _bad_header(path, found=f"column {part.strip()}", want="columns: name (what it holds), …")
    return found


def _tags(path: Path, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if value is None or isinstance(value, list):
        return tuple(str(item) for item in value or ())
    raise _bad_header(path, found=f"tags: {value}", want="tags: [one, two]")


def _nearest(word: str, known: Any) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=5, cutoff=0.5)
    return "one of " + ", ".join(near or names[:20]) if names else "none is there yet"


# --- prefixes --------------------------------------------------------------------------------------------


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


def portable(query: Query | str, known: Mapping[str, str]) -> str:
    """The query with the PREFIX lines that it lacks, ready for any endpoint."""
    return sparql.with_prefixes(query if isinstance(query, str) else query.text, known)


# --- binding ---------------------------------------------------------------------------------------------


def bind(
    query: Query, values: Mapping[str, Given], store: Store, known: Mapping[str, str] = WELL_KNOWN_PREFIXES
) -> str:
    """The query's text with its parameters bound.

    Args:
        query: A saved query.
        values: Parameter → what was given; defaults stand in for what is missing.
        store: Where names are looked up.
        known: Prefix → namespace, for CURIEs.

    Raises:
        QueryError: KG603 a name that several things bear, KG604 an unknown name, KG607 an unknown parameter
            or a value that is not of its type.
    """
    by_name = {param.name: param for param in query.params}
    for name in values:
        if name not in by_name:
            raise QueryError(
                "KG607", "no parameter of this name", at=query.name, found=name, want=_nearest(name, by_name)
            )
    rows: dict[str, str] = {}
    for name, param in by_name.items():
        given = values.get(name, param.default)
        # Some callers hand on an empty field of a form; that is nothing given, save for a text.
        missing = given is None or (given == "" and param.type != "text")
        rows[name] = "UNDEF" if given is None or missing else turtle.term(_term(param, given, store, known))
    return sparql.replace_rows(query.text, rows)


def _term(param: Param, given: Given, store: Store, known: Mapping[str, str]) -> NamedNode | Literal:
    if param.type == "text":
        return given if isinstance(given, Literal) else Literal(str(getattr(given, "value", given)))
    text = str(getattr(given, "value", given)).strip()
    if param.type == "day":
        return _day(param, text)
    if param.type == "number":
        return _number(param, text)
    if isinstance(given, NamedNode):
        text = f"<{given.value}>"
    wanted = OWL + "Class" if param.type == "class" else _expand(param.class_iri, known)
    return resolve(store, text, wanted, known)


def _day(param: Param, text: str) -> Literal:
    try:
        if _DAY.match(text):
            return Literal(Period.parse(text).earliest)
    except ValueError:
        pass
    raise _bad_value(param, text, "a day that the calendar has, as YYYY-MM-DD")


def _number(param: Param, text: str) -> Literal:
    if _INTEGER.match(text):
        return Literal(text, datatype=NamedNode(XSD + "integer"))
    if _DECIMAL.match(text):
        return Literal(text, datatype=NamedNode(XSD + "decimal"))
    raise _bad_value(param, text, "a number such as 12 or 7.5")


def _bad_value(param: Param, text: str, want: str) -> QueryError:
    return QueryError("KG607", "value of the wrong kind", at=f"parameter {param.name}", found=text, want=want)


def _expand(text: str, known: Mapping[str, str]) -> str:
    """The IRI behind `<IRI>`, IRI or CURIE; "" when the text is neither."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    prefix, colon, local = text.partition(":")
    if colon and prefix in known and not local.startswith("//"):
        return known[prefix] + local
    return text if _SCHEME.match(text) and " " not in text else ""


def resolve(
    store: Store, text: str, class_iri: str = "", known: Mapping[str, str] = WELL_KNOWN_PREFIXES
) -> NamedNode:
    """The one thing that bears this name, or that this CURIE or IRI stands for.

    Args:
        store: Labels are read from all of its graphs (rdfs:label, skos:altLabel, skos:hiddenLabel).
        text: A name in any case and with or without diacritics and hyphens, a CURIE, or an IRI.
        class_iri: Only things of this class, or of a class below it; "" for anything but vocabulary.
        known: Prefix → namespace.

    Raises:
        QueryError: KG603 when several things bear the name, KG604 when none does; both list candidates.
    """
    expanded = _expand(text, known)
    if expanded:
        found = _by_iri(store, expanded, class_iri)
        if found is not None:
            return found
    candidates = _by_name(store, text, class_iri)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise QueryError(
            "KG603",
            "name that several things bear",
            found=text,
            want="; ".join(f"<{thing.value}> {_shown_name(store, thing)}" for thing in candidates),
            do="give the IRI of one of them",
        )
    kind = f" of {class_iri}" if class_iri else ""
    raise QueryError(
        "KG604", f"no thing{kind} of this name", found=text, want=_near_names(store, text, class_iri),
        do="mend the spelling, or give the IRI",
    )  # fmt: skip


def _by_iri(store: Store, iri: str, class_iri: str) -> NamedNode | None:
    try:
        node = NamedNode(iri)
    except ValueError:
        return None
    if next(store.quads_for_pattern(node, None, None, None), None) is None:
        return None
    return node if not class_iri or _is_a(store, node, _below(store, class_iri)) else None


def _by_name(store: Store, text: str, class_iri: str) -> list[NamedNode]:
    folded, slugged = fold(text), slug(text)
    exact: set[NamedNode] = set()
    loose: set[NamedNode] = set()
    for thing, name in _names(store):
        if fold(name) == folded:
            exact.add(thing)
        elif slug(name) == slugged:
            loose.add(thing)
    return _fitting(store, exact, class_iri) or _fitting(store, loose, class_iri)


def _names(store: Store) -> Iterator[tuple[NamedNode, str]]:
    for naming in NAMING_PROPERTIES:
        for quad in store.quads_for_pattern(None, naming, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value


def _fitting(store: Store, things: set[NamedNode], class_iri: str) -> list[NamedNode]:
    wanted = _below(store, class_iri) if class_iri else set()
    fits = (t for t in things if (_is_a(store, t, wanted) if class_iri else not _is_vocabulary(store, t)))
    return sorted(fits, key=str)


def _below(store: Store, class_iri: str) -> set[str]:
    """The class and all below it."""
    found, waiting = {class_iri}, [class_iri]
    while waiting:
        for quad in store.quads_for_pattern(None, _SUBCLASS, NamedNode(waiting.pop()), None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in found:
                found.add(quad.subject.value)
                waiting.append(quad.subject.value)
    return found


def _is_a(store: Store, thing: NamedNode, classes: set[str]) -> bool:
    types = store.quads_for_pattern(thing, RDF_TYPE, None, None)
    return any(getattr(quad.object, "value", "") in classes for quad in types)


def _is_vocabulary(store: Store, thing: NamedNode) -> bool:
    kinds = {getattr(q.object, "value", "") for q in store.quads_for_pattern(thing, RDF_TYPE, None, None)}
    return bool(kinds) and all(kind.startswith(_VOCABULARY) for kind in kinds)


def _shown_name(store: Store, thing: NamedNode) -> str:
    labels = (q.object for q in store.quads_for_pattern(thing, RDFS_LABEL, None, None))
    ranked = sorted((o.language != "en", o.value) for o in labels if isinstance(o, Literal))
    return ranked[0][1] if ranked else ""


def _near_names(store: Store, text: str, class_iri: str) -> str:
    named: dict[str, set[tuple[NamedNode, str]]] = {}
    for thing, name in _names(store):
        named.setdefault(fold(name), set()).add((thing, name))
    near = difflib.get_close_matches(fold(text), sorted(named), n=10, cutoff=0.6)
    pairs = [pair for key in near for pair in sorted(named[key], key=lambda p: (p[1], p[0].value))]
    shown = [f"{name} <{thing.value}>" for thing, name in pairs if _fitting(store, {thing}, class_iri)]
    return "; ".join(list(dict.fromkeys(shown))[:5]) or "a name that the graph knows"


# --- running ---------------------------------------------------------------------------------------------


def ask(
    store: Store,
    text: str,
    known: Mapping[str, str] = WELL_KNOWN_PREFIXES,
    *,
    default_graphs: list[NamedNode] | None = None,
    named_graphs: list[NamedNode] | None = None,
    base_iri: str | None = None,
) -> Answer:
    """Hand a query to the store, over the union of its graphs unless graphs are named.

    Args:
        store: Any store; only read.
        text: SPARQL 1.1 Query; the prefixes in `known` need not be declared.
        known: Prefix → namespace.
        default_graphs: In place of the union and of FROM; each must be in the store.
        named_graphs: What GRAPH may see, in place of FROM NAMED; each must be in the store.
        base_iri: What relative IRIs are below, where the query has no BASE.

    Returns:
        What the store returns; its rows are made while they are read.

    Raises:
        QueryError: KG601 with line and column for text that is no query, KG605 for SERVICE and for graphs
            that are not there.
    """
    guarded = sparql.guarded(text)
    clause = sparql.dataset_clause(text, known)
    named = default_graphs is not None or named_graphs is not None
    for graph in clause if not named else [*(default_graphs or []), *(named_graphs or [])]:
        if not store.contains_named_graph(graph):
            raise sparql.unknown_graph(f"<{graph.value}>")
    options: dict[str, Any] = {"use_default_graph_as_union": not clause}
    if named:
        options = {"default_graph": list(default_graphs or []), "named_graphs": list(named_graphs or [])}
    try:
        return store.query(guarded.text, prefixes=dict(known), base_iri=base_iri, **options)
    except SyntaxError as error:
        raise _syntax(guarded, str(error.msg)) from error


def _syntax(guarded: sparql.Guarded, message: str) -> QueryError:
    match = _SYNTAX_AT.match(message)
    at, found = "", message
    if match:
        at = sparql.position(guarded.source, guarded.origin(int(match[1]), int(match[2])))
        found = match[3]
    return QueryError(
        "KG601",
        "SPARQL that does not parse",
        at=f"near {at}" if at else "",
        found=" ".join(found.split())[:200],
        want="a SPARQL 1.1 query; updates are not taken here",
        do="look at, and just before, that place; write blanks around < and > in comparisons",
    )


def run(
    store: Store,
    query: Query | str,
    values: Mapping[str, Given] | None = None,
    known: Mapping[str, str] = WELL_KNOWN_PREFIXES,
    *,
    language: str = "en",
) -> Table:
    """Run a saved query, or SPARQL of one's own, and keep its whole answer.

    Args:
        store: Any store; only read.
        query: A `Query`, or SPARQL text, which takes no values.
        values: Parameter → what was given.
        known: Prefix → namespace; see `prefixes`.
        language: Of what an empty answer means.

    Returns:
        The rows in the query's order; sorted, where the query asks for none.

    Raises:
        QueryError: KG601, KG605 (see `ask`); KG603, KG604, KG607 (see `bind`); KG606 when the header
            of a saved query names other columns than it gives.
    """
    if isinstance(query, str):
        return table(ask(store, query, known), sparql.is_ordered(query), known)
    text = bind(query, values or {}, store, known)
    found = table(ask(store, text, known), sparql.is_ordered(text), known, in_language(query.empty, language))
    if query.columns and found.form == "rows" and tuple(query.columns) != found.columns:
        raise _bad_header(
            query.path, found=f"columns: {', '.join(query.columns)}", want=", ".join(found.columns)
        )
    return found


def table(answer: Answer, ordered: bool, known: Mapping[str, str], empty: str = "") -> Table:
    """An answer of the store as a record.

    Args:
        answer: As `ask` gives it.
        ordered: Whether the query put its rows in order; they are sorted here if not.
        known: Kept in the table, for showing.
        empty: Kept in the table.
    """
    if isinstance(answer, QueryBoolean):
        return Table(("answer",), ((Literal(bool(answer)),),), "boolean", prefixes=known)
    if isinstance(answer, QueryTriples):
        triples = sorted({(t.subject, t.predicate, t.object) for t in answer}, key=str)
        return Table(("subject", "predicate", "object"), tuple(triples), "triples", empty, known)
    columns = tuple(variable.value for variable in answer.variables)
    rows = [tuple(solution[place] for place in range(len(columns))) for solution in answer]
    if not ordered:
        rows.sort(key=lambda row: [str(term or "") for term in row])
    return Table(columns, tuple(rows), "rows", empty, known)


def graph_text(found: Table) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, under the table's prefixes; "" for other forms."""
    return turtle.write(found.triples(), dict(found.prefixes))
