"""What documents, facts and queries are checked on; each part is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store

from kg import converting, dataset
from kg.checking.documents import GRAPHS, Pair
from kg.dataset import graphs, inputs, intake, overrides
from kg.reading import Reading
from kg.register import Register, read_register
from kg.schema import Schema
from kg.shapes import Checker

Progress = Callable[[str, int, int], None]


class Made:
    """The readings, the graphs and the store of a project.

    Args:
        schema: Of the project.
        wanted: What goes into it.
        paths: Folders or files in place of `data/documents`.
        cache: Folder of readings, or None.
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
    def graphs(self) -> graphs.Graphs:
        judged = overrides.read(self.schema.root, self.schema)
        return graphs.assemble(self.schema, self.taken, judged)

    @cached_property
    def register(self) -> Register:
        return read_register(self.schema)

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.schema.shapes, self.schema.ontology)

    @cached_property
    def store(self) -> Store:
        """The dataset: the one that was built, where it is of today, else made in memory."""
        if "graphs" not in self.__dict__ and dataset.is_current(self.schema.root, self._paths):
            return dataset.open(self.schema.root)
        store = Store()
        store.bulk_extend(self.graphs.quads())
        return store
