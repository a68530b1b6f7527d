"""How well documents are read: `uv run python -m tests.benchmarks.bench_quality`; prints only.

A line for each folder of `tests/reading` that rules are written against, and one for the seeds where they lie
beside the project: core recall, precision, F1, and the seconds of this process that reading took.
`--without HINT` (such as signature, orSubject or continued) reads with that hint left out everywhere, so that what
a mechanism gains can be seen; `--relation NAME`, any number of times, scores those relations alone.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.evaluating import _readings, _relations, document_paths, gold_rows, score, system_rows
from kg.schema import Schema, load

ROOT = Path(__file__).resolve().parents[2]
READING, SHARED = ROOT / "tests" / "reading", ROOT.parent / "shared"
FOLDERS = ("train", "seen", "former", "hurried", "other", "fresh")
RELATIONS = ROOT / "tests" / "gold"


def without(schema: Schema, hint: str) -> Schema:
    """The same schema, in which no class, slot or entry has a hint."""

    def left(hints: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {name: values for name, values in hints.items() if name != hint}

    classes = {
        iri: replace(
            shape,
            hints=left(shape.hints),
            slots=tuple(replace(slot, hints=left(slot.hints)) for slot in shape.slots),
        )
        for iri, shape in schema.classes.items()
    }
    entries = tuple(replace(entry, hints=left(entry.hints)) for entry in schema.entries)
    return replace(schema, classes=classes, entries=entries)


def places() -> list[tuple[str, Path, Path]]:
    """Name, gold and documents of all that can be scored here."""
    found = [(name, READING / name / "gold.jsonl", READING / name) for name in FOLDERS]
    found.append(("seeds", SHARED / "gold" / "seeds.jsonl", SHARED / "seeds"))
    return [one for one in found if one[1].is_file()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without", metavar="HINT", action="append", default=[])
    parser.add_argument("--relation", metavar="NAME", action="append", default=[])
    asked = parser.parse_args()
    schema = load(ROOT)
    for hint in asked.without:
        schema = without(schema, hint)
    known = _relations(RELATIONS / "relations.json")
    known = {name: r for name, r in known.items() if not asked.relation or name in asked.relation}
    print(f"{'documents':<12}{'core':>6}{'recall':>8}{'prec':>8}{'F1':>8}{'seconds':>9}")
    for name, gold, folder in places():
        wanted = gold_rows(gold, [folder])
        start = time.process_time()
        readings, _ = _readings(schema, document_paths([folder], sorted({row.doc for row in wanted})))
        took = time.process_time() - start
        rows = system_rows(schema, readings, RELATIONS / "relations", sorted(known))
        found = score(wanted, rows, known).total
        print(
            f"{name:<12}{found.core:>6}{found.recall:>8.3f}{found.precision:>8.3f}{found.f1:>8.3f}{took:>9.2f}"
        )


if __name__ == "__main__":
    main()
