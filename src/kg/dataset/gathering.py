"""Graphs that share no triple, each packed as soon as it is complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from pyoxigraph import NamedNode, Triple

from kg import converting
from kg.dataset import sheets
from kg.dataset.naming import listed_names
from kg.dataset.packing import Changed, Packed, Promised, pack
from kg.dataset.sheets import Sheet
from kg.dataset.summing import ByDay, ByDays, Made, Shelf, Unfold
from kg.dataset.timing import FROM_THE_START, Timing, graph_name, known_from
from kg.errors import DatasetError
from kg.names import Names
from kg.periods import Period

__all__ = ["Complete", "Gathering"]

Complete = Callable[[NamedNode, Packed], None]


class _NoShelf:
    """Keeps nothing."""

    def lines(self, graph: str, of: int) -> None:
        pass

    def put(self, graph: str, of: int, lines: Iterable[str]) -> None:
        pass

    def forget(self, but: Collection[str]) -> None:
        pass


class Gathering:
    """Graphs that share no triple: what an earlier one holds, a later one goes without.

    Each is packed as soon as it is complete. Of what was written, only those triples are kept in mind that
    another graph might hold; those whose subjects one graph alone tells of need not be compared.

    Args:
        names: Of the project.
        complete: Told of each graph when it is packed.
        known: Graphs that were made at an earlier time under the same schema; what is made of the same is not
            packed again until somebody asks for its lines. Who takes each graph when it is packed asks for all.
        shelf: Keeps lines from one time to the next.
    """

    def __init__(
        self,
        names: Names,
        complete: Complete | None = None,
        known: Mapping[str, Made] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self._names = names
        self._shelf = shelf or _NoShelf()
        self._known = (known or {}) if complete is None else {}
        self.made: dict[str, Made] = {}
        """By name, the graphs of which it is known what they were made of."""
        self._complete = complete or (lambda graph, part: None)
        self._parts: dict[NamedNode, Packed] = {}
        self._seen: set[str] = set()
        self._days: list[Triple] = []
        self._periods: set[str] = set()
        self._owners: dict[int, NamedNode] = {}

    def add(self, graph: str, triples: Iterable[Triple], day: int | None = FROM_THE_START) -> None:
        """A graph and since when it is known; None for one that is never asked as it was on a day."""
        self._put(self._names.graph(graph), self._fresh(map(str, triples)), day)

    def add_own(self, graph: str, folded: Iterable[str], unfold: Unfold, *told: ByDay) -> None:
        """A graph of triples whose subjects no other tells of, and that is never asked as it was on a day.

        Args:
            graph: Its name.
            folded: Several lines each.
            unfold: Gives these.
            told: More of them.
        """
        own = ByDays(((FROM_THE_START, each) for each in folded), told, unfold)
        self._of_days(own, lambda _: (graph, None))

    def add_by_day(
        self,
        name: str,
        triples: Iterable[Triple],
        times: Timing,
        own: Iterable[tuple[str, int]] = (),
        *told: ByDay,
    ) -> None:
        """A graph for each day since which any of what stands now is known.

        Args:
            name: Of them all.
            triples: What others might hold.
            times: When it was known; learns that it stands now.
            own: Lines that no other graph holds, by their subjects and properties, with their days.
            told: More of these.
        """
        shared = ((day, line) for triple, day in times.of(triples) for line in self._fresh([str(triple)]))
        lines = chain(shared, ((day, line) for line, day in own))
        self._of_days(ByDays(lines, told), lambda day: (graph_name(name, day), day))

    def _of_days(self, made: ByDays, placed: Callable[[int], tuple[str, int | None]]) -> None:
        """A graph for each day.

        Args:
            made: Their lines.
            placed: Day → the graph's name, and since when it is known.
        """
        graphs = {day: self._names.graph(placed(day)[0]) for day in made.of}
        known = {day: self._known_part(graph, day, made) for day, graph in graphs.items()}
        for day, graph in graphs.items():
            self._shelve(graph, known[day], day, made)
        rest = made.packed([day for day, part in known.items() if part is None])
        for day, part in chain(((day, part) for day, part in known.items() if part is not None), rest):
            self._take_down(graphs[day], part, made.of[day])
            self._place(graphs[day], part, placed(day)[1])

    def _shelve(self, graph: NamedNode, known: Promised | None, day: int, made: ByDays) -> None:
        """Keep lines that came by themselves, unless they are kept already."""
        then = self._known.get(graph.value)
        if then is None or known is None or then.of[0] != made.of[day][0]:
            made.shelve(self._shelf, graph.value, day)

    def _known_part(self, graph: NamedNode, day: int, made: ByDays) -> Promised | None:
        """A graph that need not be told whole; None where it must."""
        then, again = self._known.get(graph.value), partial(made.packed_again, day)
        if then is None:
            return None
        if then.of == made.of[day]:
            return Promised(then.many, then.digest, (), again)
        differs = made.difference(day, then, partial(self._shelf.lines, graph.value))
        return Changed.from_before(then.many, then.digest, *differs, again) if differs else None

    def _take_down(self, graph: NamedNode, part: Packed, of: tuple[int, ...]) -> None:
        """Remember what a graph was made of, for another time."""
        periods = self._counted_periods(part, self._known.get(graph.value))
        self.made[graph.value] = Made(of, part.many, part.digest, periods)
        self._periods.update(periods)

    def _counted_periods(self, part: Packed, then: Made | None) -> Mapping[str, int]:
        if then is None or not isinstance(part, Promised):
            return sheets.count_periods(part.texts(), self._names)
        if not isinstance(part, Changed):
            return then.periods
        counted = Counter(then.periods)
        counted.subtract(self._periods_of(part.out))
        counted.update(self._periods_of(part.new))
        return {text: many for text, many in counted.items() if many}

    def _periods_of(self, lines: Iterable[str]) -> Mapping[str, int]:
        return sheets.count_periods(["\n".join(lines).encode()], self._names)

    def _dates(self, part: Packed) -> frozenset[str]:
        return sheets.periods_in(part, self._names)

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
        self._periods |= self._dates(part)
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
        self._shelf.forget(self.made.keys())
        return {graph: self._parts[graph] for graph in sorted(self._parts, key=lambda g: g.value)}
