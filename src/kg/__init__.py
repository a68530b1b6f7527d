"""Press releases in, a knowledge graph out in which every answer leads back to a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.explaining import ClashExplanation, Explanation, Proofs
    from kg.queries import Given, Past
    from kg.schema import Schema
    from kg.tables import Table

__all__ = ["Graph", "open"]


class Graph:
    """A built dataset, to be asked.

    Args:
        root: The project's folder.

    Raises:
        DatasetError: KG501, when it has not been built.
    """

    def __init__(self, root: Path) -> None:
        from kg import dataset

        self.root = root
        self.store: Store = dataset.open(root)

    @cached_property
    def schema(self) -> Schema:
        """Ontology, shapes, lexicon and register; read when first asked for."""
        from kg import schema

        return schema.load(self.root)

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix → namespace, as the project's ontology declares them."""
        from kg import queries

        return queries.prefixes(self.root)

    def query(self, name: str, /, known_on: str = "", **values: Given) -> Table:
        """Run a saved query.

        Args:
            name: The query's name, without `.rq`.
            known_on: A day, YYYY-MM-DD: only what was published by then counts.
            values: Parameter → value: a name, a day, a number, an IRI.

        Returns:
            The rows; `.records()` and `.to_pandas()` give them in other shapes. The column `disputed` names
            open contradictions that touch a row.

        Raises:
            QueryError: KG602 for an unknown name, KG603, KG604, KG607 for a value that does not fit.
        """
        from kg import queries

        saved = queries.load(self.root, name)
        then = self._past(known_on)
        found = queries.run(self.store, saved, values, self.prefixes, then=then)
        return queries.marked(found, saved, lambda text: self.sparql(text, known_on))

    def sparql(self, text: str, known_on: str = "") -> Table:
        """Run SPARQL of one's own over all graphs; the project's prefixes need not be declared.

        Args:
            text: A query.
            known_on: A day, YYYY-MM-DD: only what was published by then counts.

        Raises:
            QueryError: KG601, KG605; KG607 for what is no day, KG631 for a query that no day can be asked of.
        """
        from kg import queries

        return queries.run(self.store, text, None, self.prefixes, then=self._past(known_on))

    def _past(self, known_on: str) -> Past | None:
        from kg import queries

        return queries.past(self.sparql, queries.day_of(known_on)) if known_on else None

    def explain(self, subject: str, predicate: str | None = None, object: str | None = None) -> Explanation:
        """Why something is believed or follows, down to the words.

        Args:
            subject: A name, CURIE or IRI.
            predicate: A property's name, CURIE or IRI; every property when left out.
            object: A value; every value when left out.

        Raises:
            QueryError: KG603, KG604 for a name that several things or none bear; KG610 where nothing is
                known.
        """
        from kg import explaining

        return explaining.explain(self.store, self.schema, subject, predicate, object)

    def prove(self, subject: str, predicate: str | None = None, object: str | None = None) -> Proofs:
        """Proofs of what is believed or follows, for `kg verify`; the arguments are those of `explain`.

        Returns:
            `to_json(graph.schema)` and `to_turtle(graph.schema)` write them.

        Raises:
            QueryError: as `explain` does.
        """
        from kg import explaining

        return explaining.prove_explained(self.store, self.schema, subject, predicate, object)

    def clashes(self) -> tuple[tuple[ClashExplanation, ...], Proofs]:
        """Why facts cannot all hold: the smallest sets of facts and axioms, in words and as proofs."""
        from kg import explaining

        return explaining.explain_clashes(explaining.Explainer(self.store, self.schema), self.schema)


def open(path: str | Path = ".") -> Graph:
    """The dataset of the project at or above a folder.

    Raises:
        SchemaError: KG100, where there is no project. DatasetError: KG501, where it has not been built.
    """
    from kg import schema

    return Graph(schema.find_root(Path(path)))
