"""An answer by the parts that its columns play in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.tables import Row, Value, plain


@dataclass(frozen=True, slots=True)
class Columns:
    """An answer, as pictures look at it.

    Args:
        rows: Of the answer.
        places: Part → place of its column.
        titles: Part → what its column holds, in words.
        language: Of titles and months.
    """

    rows: tuple[Row, ...]
    places: Mapping[str, int]
    titles: Mapping[str, str]
    language: str = "en"

    def has(self, part: str) -> bool:
        return part in self.places

    def cell(self, row: Row, part: str) -> Value | None:
        """The term that plays a part; None where there is none."""
        return row[self.places[part]] if part in self.places else None

    def text(self, row: Row, part: str) -> str:
        return plain(self.cell(row, part))
