"""The sentences behind the rows of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.names import DCTERMS, KG, OA, RDFS
from kg.tables import SENTENCES, Row, Table, Value, plain

Asker = Callable[[str], Table]

_AT_ONCE = 150
_BEHIND = f"""SELECT ?claim ?exact ?title ?from ?name ?host ?when WHERE {{
  VALUES ?claim {{ CLAIMS }}
  ?claim <{KG}evidence> ?evidence .
  ?evidence <{OA}hasSource> ?from .
  OPTIONAL {{ ?evidence <{OA}exact> ?exact }}
  OPTIONAL {{ ?from <{DCTERMS}title> ?title }}
  OPTIONAL {{ ?from <{DCTERMS}publisher> ?who . ?who <{RDFS}label> ?name }}
  OPTIONAL {{ ?from <{KG}webHost> ?host }}
  OPTIONAL {{ ?from <{DCTERMS}issued> ?period . ?period <{RDFS}label> ?when }}
}}"""


def explained(found: Table, ask: Asker, language: str = "en") -> Table:
    """The answer with one column more: what the claims of each row say, in the words of their sources.

    A claim is any IRI of the column `claim`, in a cell of its own or divided by blanks. Each sentence is
    followed by its source, publisher and date; an address of the register stands alone, as it quotes nothing.

    Args:
        found: Rows; other forms come back unchanged, as do rows without such a column.
        ask: Runs SPARQL over the dataset that gave the rows.
        language: Of the publisher's name, where there is a choice.
    """
    if found.form != "rows" or "claim" not in found.columns or SENTENCES in found.columns:
        return found
    told = _told(sorted({iri for cell in found.terms("claim") for iri in _claims(cell)}), ask, language)
    rows = tuple(
        (*row, Literal("\n".join(_once(told, cell))))
        for row, cell in zip(found.rows, found.terms("claim"), strict=True)
    )
    return Table((*found.columns, SENTENCES), rows, "rows", found.empty, found.prefixes)


def _claims(cell: Value | None) -> Iterator[str]:
    """Whatever is no IRI is left out: a query may come from a stranger."""
    for iri in plain(cell).split():
        try:
            yield NamedNode(iri).value
        except ValueError:
            continue


def _once(told: Mapping[str, list[str]], cell: Value | None) -> list[str]:
    lines = dict.fromkeys(line for claim in _claims(cell) for line in told.get(claim, []))
    return sorted(lines, key=lambda line: not line.startswith("“"))


def _told(claims: list[str], ask: Asker, language: str) -> dict[str, list[str]]:
    found: dict[str, dict[str, Row]] = {}
    for start in range(0, len(claims), _AT_ONCE):
        named = " ".join(f"<{iri}>" for iri in claims[start : start + _AT_ONCE])
        answer = ask(_BEHIND.replace("CLAIMS", named))
        for row in sorted(answer.rows, key=lambda row: _rank(row, language)):
            key = f"{plain(row[3])} {plain(row[1])}"
            found.setdefault(plain(row[0]), {}).setdefault(key, row)
    return {claim: [_line(row) for _, row in sorted(lines.items())] for claim, lines in found.items()}


def _rank(row: Row, language: str) -> tuple[bool, str, list[str]]:
    name = row[4]
    tag = (name.language or "") if isinstance(name, Literal) else ""
    return tag != language, tag, [plain(term) for term in row]


def _line(row: Row) -> str:
    _, exact, title, source, name, host, when = (plain(term) for term in row)
    place = ", ".join(part for part in (title or source, name or host, when) if part)
    return f"“{' '.join(exact.split())}” ({place})" if exact else place
