"""Values of literals, as far as clashes need them: what is not known for certain is not held to be so.

Source:
    OWL 2 Profiles (W3C, 2012), section 4.2 and table 8 (dt-not-type, dt-diff).
"""

from __future__ import annotations

import math
from decimal import Decimal

from pyoxigraph import Literal

XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SIGNED = (("long", 64), ("int", 32), ("short", 16), ("byte", 8))
_BOUNDS: dict[str, tuple[float, float]] = {
    "integer": (-math.inf, math.inf),
    "nonNegativeInteger": (0, math.inf),
    "positiveInteger": (1, math.inf),
    "nonPositiveInteger": (-math.inf, 0),
    "negativeInteger": (-math.inf, -1),
    **{name: (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for name, bits in _SIGNED},
    **{f"unsigned{name.capitalize()}": (0, 2**bits - 1) for name, bits in _SIGNED},
}
_FAMILIES: dict[str, str] = {
    **{XSD + name: "real" for name in (*_BOUNDS, "decimal")},
    **{
        XSD + name: "text"
        for name in ("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN")
    },
    **{XSD + name: name for name in ("boolean", "float", "double", "date", "time", "gYear", "gYearMonth")},
    **{XSD + name: "instant" for name in ("dateTime", "dateTimeStamp")},
    _RDF + "langString": "text with a language",
}
"""Datatype → its family; no two families have a value in common."""


def is_outside(literal: Literal, datatype: str) -> bool:
    """Whether a literal is certainly none of a datatype's values; one that has no value is none of any."""
    if is_without_value(literal):
        return True
    own, other = _FAMILIES.get(literal.datatype.value), _FAMILIES.get(datatype)
    if own is None or other is None:
        return False
    if own != other:
        return True
    bounds = _BOUNDS.get(datatype.removeprefix(XSD))
    if own != "real" or bounds is None:
        return False
    number = Decimal(literal.value)
    return number != number.to_integral_value() or not bounds[0] <= number <= bounds[1]


def is_without_value(literal: Literal) -> bool:
    """Whether the text of a literal is certainly no form of its own datatype."""
    import rdflib

    if literal.language or literal.datatype.value not in _FAMILIES:
        return False
    bounds = _BOUNDS.get(literal.datatype.value.removeprefix(XSD))
    if bounds is not None:
        digits = literal.value.removeprefix("-").removeprefix("+")
        if not (digits.isascii() and digits.isdecimal()):
            return True
        return not bounds[0] <= int(literal.value) <= bounds[1]
    return bool(rdflib.Literal(literal.value, datatype=rdflib.URIRef(literal.datatype.value)).ill_typed)


def do_differ(one: Literal, other: Literal) -> bool:
    """Whether two literals certainly stand for different values."""
    if one == other or is_without_value(one) or is_without_value(other):
        return False
    families = _FAMILIES.get(one.datatype.value), _FAMILIES.get(other.datatype.value)
    if None in families:
        return False
    if families[0] != families[1]:
        return True
    if families[0] == "real":
        return Decimal(one.value) != Decimal(other.value)
    if families[0] in ("float", "double"):
        return float(one.value) != float(other.value)
    if families[0] == "boolean":
        return (one.value in ("true", "1")) != (other.value in ("true", "1"))
    if families[0] == "text with a language":
        return (one.value, (one.language or "").lower()) != (other.value, (other.language or "").lower())
    return families[0] == "text" and one.value != other.value
