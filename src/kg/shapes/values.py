"""What SPARQL's own functions do not say of values the way SHACL means it: functions for the store.

Oxigraph rewrites numbers, booleans and times to a canonical form (`07` becomes `7`). What it would rewrite
is stored under a datatype of our own, and read back letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.names import RDF, RDFS, XSD

if TYPE_CHECKING:
    import rdflib

    from kg.shapes.graph import Term

__all__ = ["FUNCTIONS", "decoded", "encoded", "function", "is_verbatim"]

_VERBATIM = "urn:x-kg:verbatim:"
_FUNCTION = "urn:x-kg:function:"
_STRING, _LANG_STRING = XSD + "string", RDF + "langString"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_PLAIN = {
    XSD + "integer": _WHOLE,
    XSD + "decimal": re.compile(r"(?:0|-?[1-9][0-9]{0,8})|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{0,8}[1-9]"),
    XSD + "boolean": re.compile(r"true|false"),
}


_PLAIN_ENOUGH = {**_PLAIN, XSD + "decimal": re.compile(r"-?[0-9]+(?:\.[0-9]+)?")}
"""Well typed for everybody, even where a store would write them otherwise."""


def encoded(term: Term) -> Term:
    """The term as it can be stored without being rewritten."""
    if not isinstance(term, Literal):
        return term
    datatype = term.datatype.value
    if datatype in (_STRING, _LANG_STRING):
        return term
    plain = _PLAIN.get(datatype)
    if plain is not None and plain.fullmatch(term.value):
        return term
    return term if _survives(term) else Literal(term.value, datatype=NamedNode(_VERBATIM + datatype))


@lru_cache(maxsize=65_536)
def _survives(literal: Literal) -> bool:
    """Whether a store gives the literal back as it was."""
    store, node = Store(), NamedNode("urn:x-kg:node")
    store.add(Quad(node, node, literal, DefaultGraph()))
    return bool(next(iter(store)).object == literal)


def is_verbatim(term: Term) -> bool:
    """Whether a term had to be stored under a datatype of our own."""
    return isinstance(term, Literal) and term.datatype.value.startswith(_VERBATIM)


def decoded(term: Term) -> Term:
    """The term that was given."""
    if isinstance(term, Literal) and term.datatype.value.startswith(_VERBATIM):
        return Literal(term.value, datatype=NamedNode(term.datatype.value.removeprefix(_VERBATIM)))
    return term


# --- functions -------------------------------------------------------------------------------------------


def function(name: str) -> str:
    """How a function of `FUNCTIONS` is called in SPARQL."""
    return f"<{_FUNCTION}{name}>"


_TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
_FALSE = Literal("false", datatype=NamedNode(XSD + "boolean"))
_Test = Callable[..., bool]


def _told(test: _Test) -> Callable[..., Literal]:
    return lambda *terms: _TRUE if test(*map(decoded, terms)) else _FALSE


def _has_datatype(value: Term, wanted: Term) -> bool:
    if not isinstance(value, Literal) or not isinstance(wanted, NamedNode):
        return False
    if wanted.value == RDFS + "Literal":
        return True
    return value.datatype == wanted and _is_well_typed(value)


def _is_well_typed(value: Literal) -> bool:
    datatype = value.datatype.value
    if datatype in (_STRING, _LANG_STRING):
        return True
    plain = _PLAIN_ENOUGH.get(datatype)
    if plain is not None and plain.fullmatch(value.value):
        return True
    return _is_well_typed_for_rdflib(value)


_PYTHON_TYPES = {
    "integer": ("int",),
    "float": ("float",),
    "decimal": ("Decimal",),
    "boolean": ("bool",),
    "date": ("date", "datetime"),
    "time": ("time",),
    "dateTime": ("datetime",),
}


@lru_cache(maxsize=65_536)
def _is_well_typed_for_rdflib(value: Literal) -> bool:
    converted = _for_rdflib(value)
    if converted.ill_typed:
        return False
    wanted = _PYTHON_TYPES.get(value.datatype.value.removeprefix(XSD))
    return wanted is None or type(converted.value).__name__ in wanted


@lru_cache(maxsize=65_536)
def _for_rdflib(value: Literal) -> rdflib.Literal:
    # Costly to import, and needed for uncommon values only.
    from kg.closure.converting import to_rdflib

    found = to_rdflib(value)
    return found  # type: ignore[return-value]


def _order(left: Term, right: Term) -> int | None:
    """-1, 0 or 1 as the one is less, equal or greater; None where the two cannot be compared."""
    if not isinstance(left, Literal) or not isinstance(right, Literal):
        return None
    if _is_plain_whole(left) and _is_plain_whole(right):
        one, other = int(left.value), int(right.value)
        return (one > other) - (one < other)
    return _order_for_rdflib(left, right)


def _is_plain_whole(value: Literal) -> bool:
    return value.datatype.value == XSD + "integer" and _WHOLE.fullmatch(value.value) is not None


def _order_for_rdflib(left: Literal, right: Literal) -> int | None:
    one, other = _for_rdflib(left), _for_rdflib(right)
    if isinstance(one.value, str) != isinstance(other.value, str):
        return None
    try:
        if one.eq(other):
            return 0
        # Of times rdflib knows an order even where one has a zone and one has none.
        is_time = type(one.value).__name__ in ("datetime", "time")
        return 1 if (one.value > other.value if is_time else one > other) else -1
    except (TypeError, NotImplementedError):
        return None


def _order_is(*wanted: int) -> _Test:
    return lambda left, right: _order(left, right) in wanted


def _matches(value: Term, pattern: Term, flags: Term) -> bool:
    if isinstance(value, BlankNode | Triple):
        return False
    return _compiled(pattern.value, flags.value).search(value.value) is not None  # type: ignore[union-attr]


@lru_cache(maxsize=1_024)
def _compiled(pattern: str, flags: str) -> re.Pattern[str]:
    return re.compile(pattern, sum({getattr(re, f.upper()) for f in flags if f in "imsx"}))


def _length_is(check: Callable[[int, int], bool]) -> _Test:
    def test(value: Term, bound: Term) -> bool:
        if isinstance(value, BlankNode | Triple):
            return False
        return check(len(value.value), int(bound.value))  # type: ignore[union-attr]

    return test


def _speaks(value: Term, ranges: Term) -> bool:
    """Whether the language of a literal is one of those, given with spaces between."""
    if not isinstance(value, Literal) or not value.language:
        return False
    language, wanted = value.language.lower(), ranges.value.split()  # type: ignore[union-attr]
    return any(one == "*" or language == one or language.startswith(f"{one}-") for one in wanted)


_TESTS: dict[str, _Test] = {
    "hasDatatype": _has_datatype,
    "matches": _matches,
    "minLength": _length_is(lambda length, bound: length >= bound),
    "maxLength": _length_is(lambda length, bound: length <= bound),
    "speaks": _speaks,
    "less": _order_is(-1),
    "lessOrEqual": _order_is(-1, 0),
}
FUNCTIONS = {NamedNode(_FUNCTION + name): _told(test) for name, test in _TESTS.items()}
"""IRI → function on terms, as `Store.query` takes them."""
