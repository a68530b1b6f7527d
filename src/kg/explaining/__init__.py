"""A triple → rules → facts → claims → the quoted words; as a tree, and as proofs that others can check."""

from pyoxigraph import Store

from kg import queries
from kg.explaining.clashes import ClashExplanation, Core, cores, explain_clashes
from kg.explaining.explainer import Explainer
from kg.explaining.proofs import Proofs, prove
from kg.explaining.records import Explanation, Step, Words
from kg.explaining.trees import to_clash_tree, to_tree
from kg.schema import Schema

__all__ = [
    "ClashExplanation",
    "Core",
    "Explainer",
    "Explanation",
    "Proofs",
    "Step",
    "Words",
    "cores",
    "explain",
    "explain_clashes",
    "prove",
    "prove_explained",
    "to_clash_tree",
    "to_tree",
]


def explain(
    store: Store, schema: Schema, subject: str, predicate: str | None = None, object: str | None = None
) -> Explanation:
    """Why something is believed or follows, down to the words.

    Args:
        store: A built dataset; only read.
        schema: Of the same project.
        subject: A name, CURIE or IRI.
        predicate: A property's name, CURIE or IRI; without one, all facts about the thing or that lead to it.
        object: A value as it is shown, its name, CURIE or IRI; every value when left out.

    Raises:
        QueryError: KG603, KG604 for a name that several things or none bear; KG610 where nothing is known.
    """
    return _explained(Explainer(store, schema), store, schema, subject, predicate, object)


def prove_explained(
    store: Store, schema: Schema, subject: str, predicate: str | None = None, object: str | None = None
) -> Proofs:
    """The same as proofs; what is open or only expected stands beside them, unproved.

    Raises:
        QueryError: as `explain` does.
    """
    explainer = Explainer(store, schema)
    found = _explained(explainer, store, schema, subject, predicate, object)
    believed = [step.triple for step in found.steps if step.status != "open"]
    return prove(explainer, schema, believed, explainer.beside(found))


def _explained(
    explainer: Explainer,
    store: Store,
    schema: Schema,
    subject: str,
    predicate: str | None,
    object: str | None,
) -> Explanation:
    node = queries.resolve(store, subject, "", schema.prefixes)
    return explainer.explain(node, explainer.namer.property(predicate) if predicate else None, object)
