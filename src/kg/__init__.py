"""Press releases in, a knowledge graph out in which every answer leads back to a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.explaining import ClashExplanation, Explanation, Proofs
    from kg.queries import Given
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

    def query(self, name: str, /, **values: Given) -> Table:
        """Run a saved query.

        Args:
            name: The query's name, without `.rq`.
            values: Parameter → value: a name, a day, a number, an IRI.

        Returns:
            The rows; `.records()` and `.to_pandas()` give them in other shapes. The column `disputed` names
            open contradictions that touch a row.

        Raises:
            QueryError: KG602 for an unknown name, KG603, KG604, KG607 for a value that does not fit.
        """
        from kg import queries

        saved = queries.load(self.root, name)
        return queries.marked(queries.run(self.store, saved, values, self.prefixes), saved, self.sparql)

    def sparql(self, text: str) -> Table:
        """Run SPARQL of one's own over all graphs; the project's prefixes need not be declared.

        Raises:
            QueryError: KG601, KG605.
        """
        from kg import queries

        return queries.run(self.store, text, None, self.prefixes)

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
