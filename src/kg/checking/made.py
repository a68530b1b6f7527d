"""What documents, facts and queries are checked on; each part is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Store, Triple

from kg import converting, dataset
from kg.checking.documents import GRAPHS, Pair
from kg.dataset import graphs, inputs, intake, overrides, remembering
from kg.dataset.packing import EMPTY
from kg.findings import Finding
from kg.names import of_days
from kg.reading import Reading
from kg.register import Register, read_register
from kg.schema import Schema
from kg.shapes import Checker

_WORTH_A_COPY = 12
Progress = Callable[[str, int, int], None]


class Made:
    """The readings, the graphs and the store of a project.

    Args:
        schema: Of the project.
        wanted: What goes into it.
        paths: Folders or files in place of `data/documents`.
        cache: Folder of readings; None to believe nothing that was made before.
    """

    def __init__(
        self, schema: Schema, wanted: inputs.Inputs, paths: Sequence[Path] | None, cache: Path | None
    ) -> None:
        self.schema = schema
        self.inputs = wanted
        self._paths = paths
        self._cache = cache

    @cached_property
    def taken(self) -> intake.Intake:
        return intake.take_in(self.inputs.files, self.schema, cache=self._cache)

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """Document IRI → the document with its file in `data/graphs`; sorted."""
        return {r.iri.value: self._pair(r) for r in self.taken.readings}

    def _pair(self, reading: Reading) -> Pair:
        path = self.schema.root / GRAPHS / converting.file_name(reading.iri)
        return Pair(reading, inputs.shown(reading.document.path, self.schema.root), path)

    @cached_property
    def built(self) -> Store | None:
        """The dataset that was built, where it is of today and may be believed."""
        root = self.schema.root
        believed = self._cache is not None and dataset.is_current(root, self._paths)
        return dataset.open(root) if believed else None

    def make(self) -> None:
        """Have the dataset and all that is decided in it, for a process that is forked from this one.

        A store on disk is not for two processes.
        """
        _ = self.found, self.decided, self.pairs, self.register

    @cached_property
    def found(self) -> Sequence[Finding]:
        """What a build finds."""
        if self.built is None:
            return self.graphs.findings
        return [Finding.from_dict(fields) for fields in dataset.manifest(self.schema.root)["findings"]]

    @cached_property
    def decided(self) -> tuple[Triple, ...]:
        """What is believed and why, and what was left out."""
        return tuple(self._decided())

    def _decided(self) -> Iterator[Triple]:
        facts, quarantine = (self.schema.names.graph(name) for name in ("facts", "quarantine"))
        if self.built is None:
            for graph in (*of_days(facts, self.graphs.parts), quarantine):
                yield from self.graphs.parts.get(graph, EMPTY).triples()
            return
        named = [graph for graph in self.built.named_graphs() if isinstance(graph, NamedNode)]
        for graph in (*of_days(facts, named), quarantine):
            yield from (quad.triple for quad in self.built.quads_for_pattern(None, None, None, graph))

    @cached_property
    def graphs(self) -> graphs.Graphs:
        judged = overrides.read(self.schema.root, self.schema)
        kept = remembering.recall(self._cache, self.schema) or remembering.NOTHING
        # All that is decided will be asked for: no graph can be left as it was made before.
        kept = kept._replace(graphs={})
        made = graphs.assemble(self.schema, self.taken, judged, register=self.register, kept=kept)
        remembering.remember(self._cache, self.schema, made.kept, kept)
        # Much to carry along into the processes that are forked from this one, and of no use to them.
        return replace(made, kept=remembering.NOTHING)

    @cached_property
    def register(self) -> Register:
        return read_register(self.schema)

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.schema.shapes, self.schema.ontology)

    def store(self, many: int) -> Store:
        """The dataset, to be asked a number of queries: the one that was built, where it is of today, or a new one.

        In memory a query takes less than half as long as on disk, which pays for the copy.
        """
        if self.built is not None and many < _WORTH_A_COPY:
            return self.built
        store = Store()
        store.bulk_extend(self.graphs.quads() if self.built is None else self.built)
        return store
