"""Which rows of the saved queries' answers came, went or changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.diffing.answering import answering
from kg.diffing.records import ANSWERS, COLUMNS, QUERY, Change, Quote
from kg.diffing.sides import Side, plain
from kg.errors import KgError
from kg.queries import Query, in_language
from kg.tables import Row, Table

Progress = Callable[[str, int, int], None]

LONGEST = 30.0
"""Seconds that one query may take, unless somebody says otherwise."""

_CLAIM = "claim"
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a side answers: its rows by what they say, whatever claims are behind them; or why it does not."""

    columns: tuple[str, ...]
    rows: Mapping[tuple[str, ...], tuple[Row, ...]]
    table: Table | None
    fault: str = ""


def answers(
    a: Side, b: Side, alike: bool, *, seconds: float = LONGEST, progress: Progress | None = None
) -> Iterator[Change]:
    """One change for each row that one side alone gives, or for each two rows that begin alike.

    Args:
        a: The one before, asked its own queries.
        b: The one after, asked its own queries.
        alike: Both hold the same, so that only a query that was changed can answer otherwise.
        seconds: Longest time for one query.
        progress: Told the query's name, how many are done, and how many there are.
    """
    names = [
        n for n in sorted(a.queries.keys() | b.queries.keys()) if not alike or _text(a, n) != _text(b, n)
    ]
    ours, theirs = ([n for n in names if n in side.queries] for side in (a, b))
    with answering(a, ours, seconds) as before, answering(b, theirs, seconds) as after:
        for number, name in enumerate(names):
            if progress:
                progress(f"asking {name}", number, len(names))
            left, right = (
                _answer(side, next(told) if name in side.queries else None)
                for side, told in ((a, before), (b, after))
            )
            yield from _compared(name, (a, left), (b, right))


def _text(side: Side, name: str) -> str | None:
    """The query as it is written; None where this side does not have it."""
    query = side.queries.get(name)
    return query.text if isinstance(query, Query) else None if query is None else str(query)


def _compared(name: str, one: tuple[Side, _Answer], other: tuple[Side, _Answer]) -> Iterator[Change]:
    (a, left), (b, right) = one, other
    teller = _Teller(name, _heading(name, b if name in b.queries else a), a, b)
    before, after = _text(a, name), _text(b, name)
    if before is None or after is None:
        yield teller.note("came" if before is None else "went", QUERY)
    elif before != after:
        yield teller.note("changed", QUERY)
    if left.fault != right.fault:
        yield teller.note("changed", ANSWERS, left.fault or "it does", right.fault or "it does")
        return
    if left.table and right.table and left.columns != right.columns:
        yield teller.note("changed", COLUMNS, ", ".join(left.columns), ", ".join(right.columns))
    yield from teller.rows(left, right)


def _heading(name: str, side: Side) -> str:
    query = side.queries[name]
    asked = in_language(query.summary, side.language) if isinstance(query, Query) else ""
    return f"{name}: {asked}" if asked else name


def _answer(side: Side, told: Table | KgError | None) -> _Answer:
    if told is None:
        return _Answer((), {}, None)
    if isinstance(told, KgError):
        return _Answer((), {}, None, f"{told.code} {told.what}")
    rows: dict[tuple[str, ...], list[Row]] = {}
    for row in told.rows:
        rows.setdefault(tuple(_cells(side, told.columns, row)), []).append(row)
    columns = tuple(name for name in told.columns if name != _CLAIM)
    return _Answer(columns, {key: tuple(found) for key, found in rows.items()}, told)


def _cells(side: Side, columns: Iterable[str], row: Row) -> Iterator[str]:
    for name, term in zip(columns, row, strict=True):
        if name != _CLAIM:
            yield _short(side, plain(term))


def _short(side: Side, text: str) -> str:
    """IRIs of things in short, also where a cell holds several."""
    return " ".join(text.replace(f"{side.base}id/", "id:").split())


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the changes of one query."""

    name: str
    heading: str
    a: Side
    b: Side

    def note(self, how: str, text: str, before: str = "", after: str = "") -> Change:
        """Of the query as a whole."""
        key = f"{self.name} {text}"
        return Change("answer", how, key, self.name, self.heading, text, before, after)

    def rows(self, left: _Answer, right: _Answer) -> Iterator[Change]:
        gone, new = _more(left, right), _more(right, left)
        pairs = _pairs(gone, new) if left.columns == right.columns else {}
        for cells, times in sorted(gone.items()):
            if cells not in pairs:
                yield from self._row("went", left, cells, times)
        for cells, times in sorted(new.items()):
            if cells not in pairs.values():
                yield from self._row("came", right, cells, times)
        for before, after in sorted(pairs.items()):
            yield self._pair(left, before, right, after)

    def _row(self, how: str, answer: _Answer, cells: tuple[str, ...], times: int) -> Iterator[Change]:
        side = self.a if how == "went" else self.b
        for number, row in enumerate(answer.rows[cells][:times]):
            said = _quotes(side, answer, row)
            yield Change(
                kind="answer",
                how=how,
                key=" ".join((self.name, repr(cells), str(number))),
                group=self.name,
                heading=self.heading,
                text=self._told(answer, cells, said),
                said_before=said if how == "went" else (),
                said_after=said if how == "came" else (),
            )

    def _told(self, answer: _Answer, cells: tuple[str, ...], said: Iterable[Quote]) -> str:
        """The cells, without IRIs where names stand beside them, and without what the sentences repeat."""
        repeated = {t for q in said for t in (q.words, q.title, q.document, q.publisher)}
        types = self._types()
        shown = [c for name, c in zip(answer.columns, cells, strict=True) if types.get(name) != "iri"]
        return _SEPARATOR.join(c for c in shown or cells if c and c not in repeated) or _SEPARATOR.join(cells)

    def _types(self) -> dict[str, str]:
        query = self.b.queries.get(self.name) or self.a.queries.get(self.name)
        return {c.name: c.type for c in query.fields} if isinstance(query, Query) else {}

    def _pair(self, left: _Answer, before: tuple[str, ...], right: _Answer, after: tuple[str, ...]) -> Change:
        cells = zip(left.columns, before, after, strict=True)
        said = _quotes(self.a, left, left.rows[before][0]), _quotes(self.b, right, right.rows[after][0])
        return Change(
            kind="answer",
            how="changed",
            key=" ".join((self.name, repr(before[0]))),
            group=self.name,
            heading=self.heading,
            text=self._told(right, _alike(before, after), said[1]),
            details=tuple(f"~ {name}: {x or 'none'} → {y or 'none'}" for name, x, y in cells if x != y),
            said_before=said[0],
            said_after=said[1],
        )


def _more(one: _Answer, other: _Answer) -> Counter[tuple[str, ...]]:
    """Rows that one answer gives more often than the other."""
    return Counter({c: len(r) for c, r in one.rows.items()}) - Counter(
        {c: len(r) for c, r in other.rows.items()}
    )


def _pairs(
    gone: Counter[tuple[str, ...]], new: Counter[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Rows that alone on their side begin with the same cell, and agree in more cells than they differ in."""
    firsts = [Counter(cells[0] for cells in side.elements() if cells) for side in (gone, new)]
    begins = {cells[0]: cells for cells in new if cells and firsts[1][cells[0]] == 1}
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for cells in gone:
        other = begins.get(cells[0]) if cells and firsts[0][cells[0]] == 1 else None
        if other is not None and 2 * sum(map(str.__eq__, cells, other)) >= len(cells):
            found[cells] = other
    return found


def _alike(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(x if x == y else "" for x, y in zip(before, after, strict=True))


def _quotes(side: Side, answer: _Answer, row: Row) -> tuple[Quote, ...]:
    """The sentences of the claims that the row names."""
    if answer.table is None or _CLAIM not in answer.table.columns:
        return ()
    return side.quotes(side.claims_in(plain(row[answer.table.columns.index(_CLAIM)])))
