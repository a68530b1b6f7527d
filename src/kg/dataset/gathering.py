"""Graphs that share no triple, each packed as soon as it is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg import converting
from kg.dataset import sheets
from kg.dataset.naming import listed_names
from kg.dataset.packing import Packed, Piles, pack
from kg.dataset.sheets import Sheet
from kg.dataset.timing import FROM_THE_START, Timing, graph_name, known_from
from kg.errors import DatasetError
from kg.names import Names
from kg.periods import Period

__all__ = ["Complete", "Gathering"]

Complete = Callable[[NamedNode, Packed], None]


class Gathering:
    """Graphs that share no triple: what an earlier one holds, a later one goes without.

    Each is packed as soon as it is complete. Of what was written, only those triples are kept in mind that
    another graph might hold; those whose subjects one graph alone tells of need not be compared.

    Args:
        names: Of the project.
        complete: Told of each graph when it is packed.
    """

    def __init__(self, names: Names, complete: Complete | None = None) -> None:
        self._names = names
        self._complete = complete or (lambda graph, part: None)
        self._parts: dict[NamedNode, Packed] = {}
        self._seen: set[str] = set()
        self._days: list[Triple] = []
        self._periods: set[str] = set()
        self._owners: dict[int, NamedNode] = {}

    def add(self, graph: str, triples: Iterable[Triple], day: int | None = FROM_THE_START) -> None:
        """A graph and since when it is known; None for one that is never asked as it was on a day."""
        self._put(self._names.graph(graph), self._fresh(map(str, triples)), day)

    def add_own(self, graph: str, lines: Iterable[str]) -> None:
        """A graph of triples whose subjects no other tells of, and that is never asked as it was on a day."""
        self._put(self._names.graph(graph), lines, None)

    def add_by_day(
        self, name: str, triples: Iterable[Triple], times: Timing, own: Iterable[tuple[str, int]] = ()
    ) -> None:
        """A graph for each day since which any of what stands now is known.

        Args:
            name: Of them all.
            triples: What others might hold.
            times: When it was known; learns that it stands now.
            own: Lines that no other graph holds, by their subjects and properties, with their days.
        """
        piles = Piles()
        for triple, day in times.of(triples):
            for line in self._fresh([str(triple)]):
                piles.add(day, line)
        for line, day in own:
            piles.add(day, line)
        for day, lines in piles.graphs():
            self._put(self._names.graph(graph_name(name, day)), lines, day)

    def add_document(self, graph: NamedNode, told: Sheet, day: int) -> None:
        """The graph of a document; of what it tells of claims and their words, no other document may tell."""
        found = "a second graph of this name" if graph in self._parts else ""
        if not self._owners.keys().isdisjoint(told.owners):
            found = "claims or words that another document has"
        if found:
            raise DatasetError(
                "KG502",
                "graphs that overlap",
                at=graph.value,
                found=found,
                want="each triple in one graph",
                do="report it: documents' graphs share nothing by construction",
            )
        self._owners.update(dict.fromkeys(told.owners, graph))
        self._periods |= told.periods
        self._place(graph, told.part, day)
        self._seen.update(told.description)

    def keep_in_mind(self, claims: Iterable[NamedNode]) -> None:
        """What documents say of claims that graphs beside theirs tell of as well."""
        owners = (sheets.owner_of(claim) for claim in claims)
        for graph in {self._owners[owner] for owner in owners if owner in self._owners}:
            self._seen.update(line for t in self._parts[graph].texts() for line in t.decode().split("\n"))

    def _fresh(self, lines: Iterable[str]) -> Iterator[str]:
        """Those that no graph holds yet, each once."""
        for line in lines:
            if line not in self._seen:
                self._seen.add(line)
                yield line

    def _put(self, graph: NamedNode, lines: Iterable[str], day: int | None) -> None:
        part = pack(lines)
        self._periods |= sheets.periods_in(part, self._names)
        self._place(graph, part, day)

    def _place(self, graph: NamedNode, part: Packed, day: int | None) -> None:
        """A graph that is empty is none."""
        if part.many:
            self._parts[graph] = part
            self._complete(graph, part)
            if day is not None:
                self._days.append(known_from(graph, day))

    def add_periods(self) -> None:
        """What every period is that any graph speaks of."""
        used = {Period.parse(text) for text in self._periods}
        told = converting.period_triples(used, self._names)
        self.add("periods", [*told, *listed_names(told)])

    def finished(self) -> dict[NamedNode, Packed]:
        """The graphs that are not empty, sorted by name."""
        self.add("known", self._days, None)
        return {graph: self._parts[graph] for graph in sorted(self._parts, key=lambda g: g.value)}
