"""The page of a saved query: its form, its answer, and the ways to ask it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import NamedNode

from kg import queries, sparql
from kg.names import OWL, RDF_TYPE
from kg.pages.knowing import Knowledge
from kg.pages.links import Links
from kg.pages.words import words
from kg.queries import Param, Query, in_language

KNOWN_ON = "known_on"
_MOST_OPTIONS = 400
_FORMATS = (("CSV", "csv"), ("TSV", "tsv"), ("JSON", "json"), ("XML", "xml"))


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter in the form.

    Args:
        name: Of the parameter.
        label: What it is for.
        kind: "date", "number", "text", "thing" or "class".
        value: As given.
        default: What holds otherwise.
        options: Names to choose from; empty where there are too many.
    """

    name: str
    label: str
    kind: str
    value: str
    default: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """All that the page shows, but the answer's rows."""

    name: str
    summary: str
    details: str
    fields: tuple[Field, ...]
    order: str
    scope: str
    empty: str
    downloads: tuple[tuple[str, str], ...]
    address: str
    command: str
    text: str
    editor: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Questions with one tag."""

    tag: str
    questions: tuple[tuple[str, str, str], ...]


def given(query: Query, values: Mapping[str, str]) -> dict[str, str]:
    """What the address gives for the parameters; an empty field of a form gives nothing."""
    names = {param.name for param in query.params}
    return {name: value for name, value in values.items() if name in names and value.strip()}


def known_on(values: Mapping[str, str]) -> str:
    """The day in the address of which is asked what was known; "" where none is given."""
    return values.get(KNOWN_ON, "").strip()


def page(query: Query, values: Mapping[str, str], bound: str, known: Knowledge, links: Links) -> QuestionPage:
    """
    Args:
        query: The saved query.
        values: What is given for its parameters, and the day of which is asked what was known.
        bound: Its text with these, or as it stands where they do not fit.
        known: Of the page.
        links: Of the page.
    """
    path = f"queries/{query.name}"
    address = f"{links.address}{path}{'?' + urlencode(values) if values else ''}"
    options = "".join(f" --{name.replace('_', '-')} '{value}'" for name, value in values.items())
    shown = sparql.without_comments(bound).strip()
    return QuestionPage(
        name=query.name,
        summary=in_language(query.summary, known.language),
        details=in_language(query.details, known.language),
        fields=(*(_field(param, values, known) for param in query.params), _day_known(values, known)),
        order=in_language(query.ordering, known.language),
        scope=in_language(query.scope, known.language),
        empty=in_language(query.empty, known.language),
        downloads=tuple((name, links.at(path, **values, format=form)) for name, form in _FORMATS),
        address=address,
        command=f"kg query {query.name}{options}",
        text=shown,
        editor=links.at("sparql", query=shown),
        picture=links.at(f"pictures/{query.name}.svg", **values) if query.picture else None,
    )


def _field(param: Param, values: Mapping[str, str], known: Knowledge) -> Field:
    kinds = {"day": "date", "number": "number", "text": "text", "thing": "thing", "class": "class"}
    return Field(
        name=param.name,
        label=in_language(param.summary, known.language) or param.name,
        kind=kinds[param.type],
        value=values.get(param.name, ""),
        default=_named(param.default, known) if param.default is not None else "",
        options=_options(param, known),
    )


def _day_known(values: Mapping[str, str], known: Knowledge) -> Field:
    return Field(KNOWN_ON, words(known.language)["known on"], "date", values.get(KNOWN_ON, ""), "", ())


def _named(default: str, known: Knowledge) -> str:
    """A default that is an IRI, by its name."""
    if default.startswith("<") and default.endswith(">"):
        return known.label(NamedNode(default[1:-1]))
    return default


def _options(param: Param, known: Knowledge) -> tuple[str, ...]:
    if param.type == "class":
        return tuple(sorted({known.label(NamedNode(iri)) for iri in known.classes}))
    if param.type != "thing" or not param.class_iri:
        return ()
    cls = queries.expand(param.class_iri, known.prefixes)
    if not cls or cls.startswith(OWL):
        return ()
    below = queries.below(known.store, cls)
    things = {thing for name in below for thing in known.subjects(RDF_TYPE, NamedNode(name))}
    if len(things) > _MOST_OPTIONS:
        return ()
    return tuple(sorted({known.label(thing) for thing in things}, key=str.casefold))


def listed(found: Iterable[Query], language: str, links: Links) -> tuple[Listed, ...]:
    """Saved queries by tag, a query under its first one."""
    by_tag: dict[str, list[tuple[str, str, str]]] = {}
    for query in found:
        tag = query.tags[0] if query.tags else ""
        line = (query.name, links.at(f"queries/{query.name}"), in_language(query.summary, language))
        by_tag.setdefault(tag, []).append(line)
    return tuple(
        Listed(tag, tuple(lines)) for tag, lines in sorted(by_tag.items(), key=lambda i: (not i[0], i[0]))
    )
