"""Saved queries as files for grlc, which makes an HTTP interface of a folder of them.

grlc pastes what it is given into the text in place of variables named `?__name_type`, and leaves the variable
where nothing is given. So each `VALUES ?name { … }` becomes a BIND that holds either way:
`BIND (COALESCE(?__name_type, default) AS ?name)`, or without the default where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from kg import sparql
from kg.names import XSD
from kg.queries.binding import portable
from kg.queries.helping import empty_text
from kg.queries.model import Param, Query, in_language

# An underscore would end the name, and what follows it be taken for a language tag.
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_SUFFIX = {"thing": "iri", "class": "iri", "day": "integer", "number": "number", "text": "literal"}


def parameter(name: str) -> str:
    """The name under which grlc takes a parameter: letters and digits alone, `as_of` as `asOf`.

    Raises:
        ValueError: for a name without any.
    """
    first, *rest = [part for part in _NOT_IN_NAMES.split(name) if part] or [""]
    if not first:
        raise ValueError(f"{name!r} leaves no name for grlc")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def written(query: Query, known: Mapping[str, str], language: str = "en", endpoint: str = "") -> str:
    """The query as grlc wants it.

    Args:
        query: A saved query.
        known: Prefix → namespace; each that is used gets its PREFIX line.
        language: Of summary and description: grlc knows one of each.
        endpoint: Where grlc is to ask; "" leaves that to its configuration.
    """
    # Without this very line grlc puts one of its own before every SELECT, those of sub-queries too.
    plain = sparql.without_comments(portable(query, known))
    if "PREFIX xsd:" not in plain:
        plain = f"PREFIX xsd: <{XSD}>\n{plain}"
    return f"{_header(query, language, endpoint)}{_with_binds(plain, query.params).strip()}\n"


def _header(query: Query, language: str, endpoint: str) -> str:
    told = [in_language(query.details, language), empty_text(query, language)]
    fields: dict[str, Any] = {
        "summary": in_language(query.summary, language),
        "description": " ".join(text for text in told if text),
        "tags": list(query.tags),
        "method": "GET",
    }
    if endpoint:
        fields["endpoint"] = endpoint
    defaults = [{parameter(p.name): _default(query.text, p)} for p in query.params if p.default is not None]
    if defaults:
        fields["defaults"] = defaults
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return "".join(f"#+ {line}\n" for line in text.splitlines())


def _default(text: str, param: Param) -> str:
    """As it stands in the query, without the marks that grlc puts around it."""
    row = _rows(text, param.name)[0]
    return row[1:-1] if row[:1] in "<\"'" else row


def _rows(text: str, name: str) -> list[str]:
    return [text[start:end].strip() for start, end in sparql.values_rows(text, name)]


def _with_binds(text: str, params: Iterable[Param]) -> str:
    spans = [(start, end, p) for p in params for start, end in sparql.values_rows(text, p.name)]
    for start, end, param in sorted(spans, key=lambda span: -span[0]):
        row = text[start:end].strip()
        given = f"?__{parameter(param.name)}_{_SUFFIX[param.type]}"
        value = given if row == "UNDEF" else f"COALESCE({given}, {row})"
        opening = text.upper().rindex("VALUES", 0, start)
        closing = text.index("}", end) + 1
        text = f"{text[:opening]}BIND ({value} AS ?{param.name}){text[closing:]}"
    return text
