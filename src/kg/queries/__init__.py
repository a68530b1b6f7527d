"""Saved queries: find one, read its header, bind its parameters, run it → `Table`.

A saved query is a file `queries/<name>.rq`. Its header is the lines that begin with `#+`, in YAML; a
parameter is bound by replacing the rows of its `VALUES ?name { … }` blocks with one serialised term.
"""

from __future__ import annotations

from kg.names import WELL_KNOWN_PREFIXES
from kg.queries.binding import Given, bind, portable, speaking
from kg.queries.disputes import disputes, mark, marked
from kg.queries.evidence import explained
from kg.queries.headers import RESERVED, find, load, load_all, prefixes, read
from kg.queries.knowing import Past, day_of, known_on, past
from kg.queries.model import DISPUTED, PICTURES, Column, Param, Picture, Query, in_language
from kg.queries.naming import below, expand, resolve
from kg.queries.running import Answer, ask, finds, finished, graph_text, past_of, run, table, tidied

__all__ = [
    "DISPUTED",
    "PICTURES",
    "RESERVED",
    "WELL_KNOWN_PREFIXES",
    "Answer",
    "Column",
    "Given",
    "Param",
    "Past",
    "Picture",
    "Query",
    "ask",
    "below",
    "bind",
    "day_of",
    "disputes",
    "expand",
    "explained",
    "find",
    "finds",
    "finished",
    "graph_text",
    "in_language",
    "known_on",
    "load",
    "load_all",
    "mark",
    "marked",
    "past",
    "past_of",
    "portable",
    "prefixes",
    "read",
    "resolve",
    "run",
    "speaking",
    "table",
    "tidied",
]
