"""A table of terms → the rows of a page: sorted as wished, cut into pages, each with its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.names import fold
from kg.pages.sayings import Saying, Shown, Teller
from kg.pages.telling import day_text, is_number, period_text
from kg.queries import DISPUTED, Column, in_language
from kg.tables import Row, Table, Value, plain

ON_A_PAGE = 25
_CLAIM = "claim"
_WORDS = "words"
_MOST_SAYINGS = 3
_LONGEST_LIST = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A column.

    Args:
        name: Of the variable.
        text: What people read.
        kind: "text", "number" or "date".
        way: "up" or "down" when rows are sorted by it; "" otherwise.
        sort: What to ask for to sort by it, or the other way round.
    """

    name: str
    text: str
    kind: str
    way: str
    sort: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place; several values of it one below the other."""

    values: tuple[Shown, ...]
    kind: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row.

    Args:
        cells: Of the columns that are shown.
        sayings: The first sentences behind it.
        more: Sentences that are not shown.
        disputes: Addresses of the open contradictions that touch it.
    """

    cells: tuple[Cell, ...]
    sayings: tuple[Saying, ...]
    more: int
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of an answer.

    Args:
        headings: Of the columns that are shown.
        lines: Of this page.
        count: Rows in all.
        explained: Whether rows have sentences.
        page: From 1.
        pages: In all.
        sort: As asked for.
    """

    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    count: int
    explained: bool
    page: int
    pages: int
    sort: str


class Shower:
    """Shows one table.

    Args:
        teller: Of the page.
        table: All rows.
        fields: What the header says of the columns; may be empty.
    """

    def __init__(self, teller: Teller, table: Table, fields: Sequence[Column] = ()) -> None:
        self._teller = teller
        self._known = teller.knowledge
        self._table = table
        self._fields: Mapping[str, Column] = {field.name: field for field in fields}
        self._places = self._shown_places()

    def page(self, wanted: int, sort: str = "", on_a_page: int = ON_A_PAGE) -> Answer:
        """A page of it.

        Args:
            wanted: Its number, from 1.
            sort: A column's name, with a hyphen before it for downwards; "" for the query's own order.
            on_a_page: Rows.
        """
        rows = self._sorted(sort)
        pages = max(1, -(-len(rows) // on_a_page))
        page = max(1, min(wanted, pages))
        part = rows[(page - 1) * on_a_page : page * on_a_page]
        return Answer(
            headings=tuple(self._heading(place, sort) for place in self._places),
            lines=tuple(self._line(row) for row in part),
            count=len(rows),
            explained=_CLAIM in self._table.columns and bool(self._fields),
            page=page,
            pages=pages,
            sort=sort if sort.removeprefix("-") in self._table.columns else "",
        )

    # -- columns ------------------------------------------------------------------------------------------

    def _shown_places(self) -> list[int]:
        """Without claims and words, which each row unfolds, and without names that a link already bears."""
        columns = self._table.columns
        hidden = {_CLAIM, _WORDS, DISPUTED} if _CLAIM in columns and self._fields else set()
        places = [n for n, name in enumerate(columns) if name not in hidden]
        return [n for n in places if not any(self._names(m, n) for m in places if m != n)]

    def _names(self, link: int, text: int) -> bool:
        """Whether a column of texts says what a column of things is called."""
        pairs = [(row[link], row[text]) for row in self._table.rows[:50]]
        return bool(pairs) and all(
            isinstance(a, NamedNode) and isinstance(b, Literal) and self._is_name(a, b.value)
            for a, b in pairs
        )

    def _is_name(self, thing: NamedNode, text: str) -> bool:
        return text == self._known.label(thing) or text in self._known.names_of(thing)

    def _heading(self, place: int, sort: str) -> Heading:
        name = self._table.columns[place]
        field = self._fields.get(name)
        told = in_language(field.summary, self._known.language) if field else ""
        way = "up" if sort == name else "down" if sort == f"-{name}" else ""
        return Heading(name, told or name, self._kind(place), way, f"-{name}" if way == "up" else name)

    def _kind(self, place: int) -> str:
        field = self._fields.get(self._table.columns[place])
        if field and field.type in ("integer", "decimal"):
            return "number"
        if field and field.type in ("day", "period"):
            return "date"
        terms = [row[place] for row in self._table.rows[:20] if row[place] is not None]
        numeric = terms and all(isinstance(t, Literal) and is_number(t.datatype.value) for t in terms)
        return "number" if numeric else "text"

    # -- rows ---------------------------------------------------------------------------------------------

    def _sorted(self, sort: str) -> Sequence[Row]:
        name = sort.removeprefix("-")
        if name not in self._table.columns:
            return self._table.rows
        place = self._table.columns.index(name)
        given = [row for row in self._table.rows if row[place] is not None]
        missing = [row for row in self._table.rows if row[place] is None]
        return sorted(given, key=lambda row: self._key(row[place]), reverse=sort.startswith("-")) + missing

    def _key(self, term: Value | None) -> tuple[int, float, str]:
        if isinstance(term, Literal) and is_number(term.datatype.value):
            try:
                return 0, float(term.value), ""
            except ValueError:
                pass
        shown = self._known.label(term) if isinstance(term, NamedNode) else plain(term)
        if isinstance(term, NamedNode) and self._known.is_period(term):
            shown = plain(term)
        return 1, 0.0, fold(shown)

    def _line(self, row: Row) -> Line:
        cells = tuple(self._cell(row[place], place) for place in self._places)
        sayings = self._sayings(row) if self._fields else []
        more = max(0, len(sayings) - _MOST_SAYINGS)
        return Line(cells, tuple(sayings[:_MOST_SAYINGS]), more, self._disputes(row))

    def _disputes(self, row: Row) -> tuple[str, ...]:
        if DISPUTED not in self._table.columns or not self._fields:
            return ()
        nodes = claims_in(row[self._table.columns.index(DISPUTED)])
        return tuple(filter(None, (self._teller.shown(node).href for node in nodes)))

    def _cell(self, term: Value | None, place: int) -> Cell:
        field = self._fields.get(self._table.columns[place])
        kind = self._kind(place)
        if term is None:
            return Cell((), kind)
        if field and field.many and isinstance(term, Literal):
            parts = [part.strip() for part in term.value.split(field.many) if part.strip()]
            shown = tuple(self._part(part) for part in parts[:_LONGEST_LIST])
            return Cell(shown, kind, max(0, len(parts) - _LONGEST_LIST))
        return Cell((self._shown(term, field),), kind)

    def _part(self, text: str) -> Shown:
        if text.startswith(("http://", "https://")) and " " not in text:
            try:
                return self._teller.shown(NamedNode(text))
            except ValueError:
                pass
        return Shown(text)

    def _shown(self, term: Value, field: Column | None) -> Shown:
        language = self._known.language
        if isinstance(term, Literal) and field and field.type == "day":
            return Shown(day_text(term.value, language))
        if isinstance(term, Literal) and field and field.type == "period":
            return Shown(period_text(term.value, language))
        return self._teller.shown(term)

    def _sayings(self, row: Row) -> list[Saying]:
        if _CLAIM not in self._table.columns:
            return []
        return self._teller.sayings(claims_in(row[self._table.columns.index(_CLAIM)]))


def claims_in(term: Value | None) -> list[NamedNode]:
    """The IRIs of a cell; whatever is none is left out."""
    found = []
    for text in plain(term).split():
        try:
            found.append(NamedNode(text))
        except ValueError:
            continue
    return found
