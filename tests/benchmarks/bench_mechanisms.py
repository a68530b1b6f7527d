"""What each mechanism of reading gains: `uv run python -m tests.benchmarks.bench_mechanisms [FOLDER]`; prints only.

Documents of a folder below `tests/reading` (`former` when left out; `--only` takes those whose file name begins so) are
read with everything, then with one mechanism switched off at a time. The F1 lost is that mechanism's gain there.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.benchmarks import measuring
from tests.benchmarks.bench_quality import READING, RELATIONS, without

from kg.evaluating import Row, Score, _readings, _relations, document_paths, gold_rows, score, system_rows
from kg.schema import Schema, Slot, load

Switch = Callable[[Schema], Schema]


def hint(*names: str) -> Switch:
    """Leave hints out everywhere."""

    def switched(schema: Schema) -> Schema:
        for name in names:
            schema = without(schema, name)
        return schema

    return switched


def source(*names: str) -> Switch:
    """Let no slot be filled from these places."""

    def left(slot: Slot) -> Slot:
        kept = tuple(s for s in slot.sources if s not in names)
        hints = {k: tuple(v for v in vs if v not in names) for k, vs in slot.hints.items()}
        return replace(
            slot, sources=kept or ("Sentence",), hints={k: vs or slot.hints[k] for k, vs in hints.items()}
        )

    def switched(schema: Schema) -> Schema:
        classes = {
            iri: replace(shape, slots=tuple(left(slot) for slot in shape.slots))
            for iri, shape in schema.classes.items()
        }
        return replace(schema, classes=classes)

    return switched


def references(schema: Schema) -> Schema:
    """Without pronouns and definite descriptions."""
    kept = tuple(e for e in schema.entries if "pronoun" not in e.hints and "howMany" not in e.hints)
    return replace(schema, entries=kept)


def compounds(schema: Schema) -> Schema:
    """Without words that are known as a part of longer ones ("*label")."""
    kept = (replace(e, forms=tuple(f for f in e.forms if "*" not in f)) for e in schema.entries)
    return replace(schema, entries=tuple(e for e in kept if e.forms))


MECHANISMS: Mapping[str, Switch] = {
    "signatures (types that meet evoke a class)": hint("signature", "signed"),
    "the document's subject fills": source("Subject"),
    "the publisher fills": source("Publisher", "PublisherBody"),
    "neighbouring sentences fill": source("Before", "PreviousSentence", "Earlier", "Opener"),
    "pronouns and groups": references,
    "compounds": compounds,
    "lists go on in the next sentence": hint("lists", "continued"),
    "weak words need company (near)": hint("near", "far", "nearBefore", "nearInText"),
    "words bound tightly": hint("tight"),
    "presupposed under a modal": hint("presupposed"),
    "one claim entails another": hint("entails", "entailed", "entailedFrom"),
    "pairs": hint("pairs"),
    "prepositions that block": hint("blockedBy"),
    "towns of the gazetteer": hint("gazetteer"),
    "the subject where a word asks for it (orSubject)": hint("orSubject"),
    "unregistered names by form": hint("openName", "closedName", "coinedNames"),
}


def scored(schema: Schema, wanted: list[Row], folder: str) -> Score:
    known = _relations(RELATIONS / "relations.json")
    readings, _ = _readings(schema, document_paths([READING / folder], sorted({row.doc for row in wanted})))
    rows = system_rows(schema, readings, RELATIONS / "relations", sorted(known))
    return score(wanted, rows, known).total


def _row(name: str, found: Score, whole: Score) -> list[object]:
    return [name, *(f"{n:.3f}" for n in (found.recall, found.precision, found.f1, whole.f1 - found.f1))]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", default="former")
    parser.add_argument("--only", metavar="PREFIX", action="append", default=[])
    asked = parser.parse_args()
    gold = gold_rows(READING / asked.folder / "gold.jsonl", [READING / asked.folder])
    wanted = [row for row in gold if not asked.only or row.doc.startswith(tuple(asked.only))]
    schema = load(measuring.ROOT)
    whole = scored(schema, wanted, asked.folder)
    rows = [_row("everything", whole, whole)]
    for name, switch in MECHANISMS.items():
        rows.append(_row(name, scored(switch(schema), wanted, asked.folder), whole))
    documents = len({row.doc for row in wanted})
    measuring.show(
        f"Mechanisms, {documents} documents", ["without", "recall", "precision", "F1", "F1 lost"], rows
    )


if __name__ == "__main__":
    main()
