"""Ours against the obvious pipeline: `uv run python -m tests.benchmarks.bench_pipeline [--documents 100]`; prints only.

rdflib, owlrl and pyshacl are given the same facts and the same register as the compiled rules and shapes, in one run.
Conclusions and results have to be the same. With `--one-graph` the obvious pipeline also gets what is obvious, all
quads of the dataset in one graph, claims and evidence and all; that takes minutes from a hundred documents on.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from pyoxigraph import Quad, Triple
from tests.benchmarks import measuring

from kg import closure, dataset, schema
from kg.closure import close_with_owlrl, compile_ontology
from kg.names import KG
from kg.shapes import Checker


def run(many: int, *, one_graph: bool) -> None:
    took: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        root = measuring.project(Path(scratch), many)
        took["whole, ours"] = measuring.built(root)["seconds"]
        known = schema.load(root)
        everything = list(dataset.open(root))
    base = known.names.graph("").value
    made = ("inferred", "ontology", "findings", "quarantine", "former", "known")
    asserted = {q for q in everything if not q.graph_name.value.removeprefix(base).startswith(made)}
    believed = ("facts", "register", "periods")
    facts = sorted({q.triple for q in asserted if _is_plain(q, base, believed)}, key=str)
    _both(facts, known, took, "facts")
    if one_graph:
        _both(sorted({q.triple for q in asserted}, key=str), known, took, "one graph")
    rows = []
    for station in [name.removesuffix(", ours") for name in took if name.endswith(", ours")]:
        if f"{station}, theirs" in took:
            ours, theirs = took[f"{station}, ours"], took[f"{station}, theirs"]
            rows.append([station, ours, theirs, theirs / ours])
    kind = "one graph" if one_graph else "facts"
    ours = took["whole, ours"]
    stations = [f"{what} of {kind}" for what in ("closure", "validation")]
    theirs = ours - sum(took[f"{s}, ours"] for s in stations) + sum(took[f"{s}, theirs"] for s in stations)
    rows.append(["whole build", ours, theirs, theirs / ours])
    title = f"Ours against rdflib, owlrl and pyshacl: {many} documents, {len(facts):,} facts, {len(asserted):,} triples"
    measuring.show(title, ["station", "ours s", "theirs s", "times as fast"], rows)


def _is_plain(quad: Quad, base: str, graphs: tuple[str, ...]) -> bool:
    """Whether a quad is a fact, or stands in the register: nothing of claims and decisions."""
    graph = quad.graph_name.value.removeprefix(base)
    own = quad.predicate.value.startswith(KG) or str(quad.object).startswith(f"<{KG}")
    return graph.startswith(graphs) and not graph.startswith("register/claims") and not own


def _both(facts: list[Triple], known: schema.Schema, took: dict[str, float], kind: str) -> None:
    rules = compile_ontology(known.ontology)
    with measuring.timed(took, f"closure of {kind}, ours"):
        ours = closure.run(facts, rules)
    with measuring.timed(took, f"closure of {kind}, theirs"):
        theirs = close_with_owlrl(facts, known.ontology)
    same = {*ours.triples} == {*theirs.triples}
    data = [*facts, *ours.triples]
    results = []
    for who, validator in (("ours", "rules"), ("theirs", "pyshacl")):
        checker = Checker(known.shapes, known.ontology, validator)
        with measuring.timed(took, f"validation of {kind}, {who}"):
            results.append({*checker.validate(data).results})
    print(f"{kind}: {len(facts):,} triples, {len(ours.triples):,} conclusions, the same: {same}; "
          f"{len(results[0]):,} results, the same: {results[0] == results[1]}", flush=True)  # fmt: skip


def main() -> None:
    parser = measuring.options(__doc__)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--one-graph", action="store_true")
    given = parser.parse_args()
    run(given.documents, one_graph=given.one_graph)


if __name__ == "__main__":
    main()
