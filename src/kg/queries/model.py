"""The records of a saved query: what it asks, takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PARAM_TYPES = ("day", "thing", "text", "number", "class")
"""What may be given: a day, a name or IRI, a text, a number, a class."""

COLUMN_TYPES = ("iri", "text", "integer", "decimal", "boolean", "day", "period")
"""What a cell may hold; a period is the label of one (a year, a month, a day), a day is an integer YYYYMMDD."""


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
class Column:
    """A column of the answer.

    Args:
        name: The variable, without its question mark.
        type: One of `COLUMN_TYPES`; "" where the header does not say.
        summary: Language → what it holds; "" stands for no language.
        many: What divides the several values of one cell, which have no order of their own; "" for one value.
    """

    name: str
    type: str = ""
    summary: Mapping[str, str] = field(default_factory=dict)
    many: str = ""


PICTURES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "bars": (("name", "value"), ("group",)),
    "steps": (("day", "value"), ("group",)),
    "map": (("latitude", "longitude", "name"), ("thing", "state", "day")),
    "timeline": (("day", "name"), ("thing", "lane", "until")),
    "network": (("one", "other"), ("one_thing", "other_thing", "link")),
}
"""Kind of picture → the parts that columns have to play in it, and those that they may."""

DISPUTED = "disputed"
"""The column that the machinery adds: open contradictions in which the claims of a row take part."""

DISPUTED_COLUMN = Column(
    DISPUTED,
    "iri",
    {
        "en": "open contradictions that touch the row; empty where nothing is open",
        "de": "offene Widersprüche, die die Zeile berühren; leer, wo nichts offen ist",
    },
    " ",
)


@dataclass(frozen=True, slots=True)
class Picture:
    """How an answer is drawn.

    Args:
        kind: One of `PICTURES`.
        parts: Part → the column that plays it.
    """

    kind: str
    parts: Mapping[str, str]


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
        fields: The columns, in order; empty when the header names none.
        details: Language → longer than the summary.
        ordering: Language → the order of rows, in words.
        tags: For grouping.
        scope: Language → which graphs it looks at, in words.
        since: First version that had it.
        may_be_empty: Whether no row at all is an answer that a test accepts.
        picture: How its answer is drawn; None where a table says all.
        disputed: Whether rows are marked that open contradictions touch, if there is a column `claim`.
    """

    name: str
    path: Path
    text: str
    summary: Mapping[str, str]
    empty: Mapping[str, str] = field(default_factory=dict)
    params: tuple[Param, ...] = ()
    fields: tuple[Column, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    ordering: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    scope: Mapping[str, str] = field(default_factory=dict)
    since: str = ""
    may_be_empty: bool = False
    picture: Picture | None = None
    disputed: bool = True

    @property
    def is_marked(self) -> bool:
        """Whether its answers get the column `disputed`."""
        return self.disputed and "claim" in self.columns

    @property
    def answered(self) -> tuple[Column, ...]:
        """The columns of its answers: its own, and the mark."""
        return (*self.fields, DISPUTED_COLUMN) if self.is_marked else self.fields

    @property
    def told(self) -> dict[str, str]:
        """As `columns`, with the mark that the machinery adds."""
        return {column.name: in_language(column.summary) for column in self.answered}

    @property
    def columns(self) -> dict[str, str]:
        """Column → what it holds, in English, in order."""
        return {column.name: in_language(column.summary) for column in self.fields}

    @property
    def description(self) -> str:
        """Longer than the summary, in English."""
        return in_language(self.details)

    @property
    def graph(self) -> str:
        """Which graphs it looks at, in words, in English."""
        return in_language(self.scope)

    @property
    def order(self) -> str:
        """The order of rows, in words, in English."""
        return in_language(self.ordering)


def in_language(texts: Mapping[str, str], language: str = "en") -> str:
    """The text in this language, else in English, else the first there is; "" where there is none."""
    for wanted in (language, "en", ""):
        if wanted in texts:
            return texts[wanted]
    return next((texts[key] for key in sorted(texts)), "")
