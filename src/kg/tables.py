"""The `Table` record: what a query answers, whatever its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.names import XSD

if TYPE_CHECKING:
    import pandas as pd

Value = NamedNode | BlankNode | Literal | Triple
Row = tuple[Value | None, ...]

SENTENCES = "sentences"
"""The column that holds the sentences behind a row, one a line."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of terms under named columns.

    Args:
        columns: Names without question marks, in the query's order.
        rows: One term or None (unbound) for each column.
        form: "rows" (SELECT); "boolean" (ASK: one column `answer`, one row); "triples" (CONSTRUCT and
            DESCRIBE: columns subject, predicate, object, sorted, each triple once).
        empty: What it means when there is no row; "" when nobody said.
        prefixes: Prefix → namespace, for showing IRIs in short.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    form: str = "rows"
    empty: str = ""
    prefixes: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> list[str | None]:
        """The lexical values of one column: the IRI, the text without tag or type, None where unbound.

        Raises:
            KeyError: when there is no such column.
        """
        return [None if term is None else plain(term) for term in self.terms(name)]

    def terms(self, name: str) -> list[Value | None]:
        """The terms of one column.

        Raises:
            KeyError: when there is no such column.
        """
        if name not in self.columns:
            raise KeyError(f"no column {name!r} among {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def records(self) -> list[dict[str, Value | None]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def triples(self) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE; empty for the other forms."""
        return [Triple(*row) for row in self.rows] if self.form == "triples" else []  # type: ignore[arg-type]

    @property
    def answer(self) -> bool:
        """The answer of an ASK; for the other forms, whether there is any row."""
        if self.form == "boolean":
            return plain(self.rows[0][0]) == "true"
        return bool(self.rows)

    def to_json(self) -> dict[str, Any]:
        """SPARQL 1.1 Query Results JSON, as a dictionary.

        Source:
            SPARQL 1.1 Query Results JSON Format (W3C, 2013); triple terms as in the SPARQL 1.2 draft.
        """
        if self.form == "boolean":
            return {"head": {}, "boolean": self.answer}
        bindings = [
            {name: term_json(term) for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.rows
        ]
        return {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}

    def to_pandas(self) -> pd.DataFrame:
        """A DataFrame: a column for each, whole numbers as Int64, other numbers as float, the rest as text.

        Unbound cells are missing values. A column of mixed kinds is text.

        Raises:
            QueryError: KG617, where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise QueryError(
                "KG617", "pandas is not installed", do="install kg with its extra: kg[pandas]"
            ) from error
        made = {name: pd.array(*_typed(self.terms(name))) for name in self.columns}
        return pd.DataFrame(made, columns=list(self.columns))


_WHOLE = frozenset(XSD + kind for kind in ("integer", "int", "long", "nonNegativeInteger"))
_BROKEN = frozenset(XSD + kind for kind in ("decimal", "double", "float"))


def _typed(terms: list[Value | None]) -> tuple[list[Any], str]:
    kinds = {t.datatype.value if isinstance(t, Literal) else "" for t in terms if t is not None}
    if kinds and kinds <= _WHOLE:
        return [None if t is None else int(plain(t)) for t in terms], "Int64"
    if kinds and kinds <= _WHOLE | _BROKEN:
        return [None if t is None else float(plain(t)) for t in terms], "Float64"
    return [None if t is None else plain(t) for t in terms], "string"


def plain(term: Value | None) -> str:
    """A term as CSV shows it: the IRI, or the text without tag or type; "" for None."""
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def term_json(term: Value) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: term_json(part) for name, part in parts.items()}}
    return {"type": "literal", "value": term.value, **_literal_kind(term)}


def _literal_kind(literal: Literal) -> dict[str, str]:
    if literal.language:
        return {"xml:lang": literal.language} | (
            {"its:dir": str(literal.direction)} if literal.direction else {}
        )
    return {} if literal.datatype.value == XSD + "string" else {"datatype": literal.datatype.value}
