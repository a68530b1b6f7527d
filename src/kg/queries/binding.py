"""Values into a query: each as one term, never as text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, Store

from kg import sparql, turtle
from kg.errors import QueryError
from kg.names import OWL, WELL_KNOWN_PREFIXES, XSD
from kg.periods import Period
from kg.queries.headers import nearest
from kg.queries.model import Param, Query
from kg.queries.naming import expand, resolve

Given = str | int | float | dt.date | NamedNode | Literal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INTEGER = re.compile(r"[+-]?[0-9]+\Z")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+\Z")


def portable(query: Query | str, known: Mapping[str, str]) -> str:
    """The query with the PREFIX lines that it lacks, ready for any endpoint."""
    return sparql.with_prefixes(query if isinstance(query, str) else query.text, known)


def speaking(text: str, language: str) -> str:
    """A query that prefers labels in another language: `LANG(?x) = "en"` compares with that one.

    Labels in English, and in whatever language there is, stand in where there are none.
    """
    parts = sparql.tokens(text)
    solid = [n for n, token in enumerate(parts) if token.kind not in ("comment", "space")]
    made = [token.text for token in parts]
    for window in zip(*(solid[n:] for n in range(6)), strict=False):
        word, opening, variable, closing, equals, tag = (parts[n] for n in window)
        shape = (opening.text, variable.kind, closing.text, equals.text)
        if word.is_word("LANG") and shape == ("(", "variable", ")", "=") and tag.text in ('"en"', "'en'"):
            made[window[-1]] = f'"{language}"'
    return "".join(made)


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
                "KG607", "no parameter of this name", at=query.name, found=name, want=nearest(name, by_name)
            )
    rows: dict[str, str] = {}
    for name, param in by_name.items():
        given = values.get(name, param.default)
        # Some callers hand on an empty field of a form; that is nothing given, save for a text.
        missing = given is None or (given == "" and param.type != "text")
        rows[name] = "UNDEF" if given is None or missing else turtle.term(term_of(param, given, store, known))
    return sparql.replace_rows(query.text, rows)


def term_of(param: Param, given: Given, store: Store, known: Mapping[str, str]) -> NamedNode | Literal:
    whole = str(getattr(given, "value", given))
    if any("\ud800" <= letter <= "\udfff" for letter in whole):
        raise _bad_value(param, ascii(whole), "text in Unicode, without halves of characters")
    if param.type == "text":
        return given if isinstance(given, Literal) else Literal(str(getattr(given, "value", given)))
    text = str(getattr(given, "value", given)).strip()
    if param.type == "day":
        return _day(param, text)
    if param.type == "number":
        return _number(param, text)
    if isinstance(given, NamedNode):
        text = f"<{given.value}>"
    wanted = OWL + "Class" if param.type == "class" else expand(param.class_iri, known)
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
