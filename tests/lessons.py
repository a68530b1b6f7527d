"""Learns the weights that the project ships: `uv run python -m tests.lessons [--folds N]`.

It is `kg learn` on the opened documents with their gold rows, and besides on the texts of `tests/reading/wordings` and
`tests/reading/phrasings`: those are held to by tests, so that weights must not be at odds with them. It writes
`ontology/reading/learned.txt`; with `--folds` it writes nothing and tells what each class would give on parts that were
held out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tests.test_phrasings import Case, cases
from tests.test_wordings import ALL, Wording

from kg import learning, schema, weights
from kg.documents import Document, from_text
from kg.evaluating import Relation, Row, _relations
from kg.learning import Example, Trial

ROOT = Path(__file__).parents[1]
FOLDERS = ("train", "seen", "former", "other", "hurried", "fresh", "examples", "drills")
TIMES = 2
"""So often a tested wording counts: it is written down once, and stands for many."""


def told(known: schema.Schema) -> list[Example]:
    """Everything that is learned from."""
    gold = [ROOT / "tests" / "reading" / name / "gold.jsonl" for name in FOLDERS]
    relations = _relations(ROOT / "tests" / "gold" / "relations.json")
    pairs = [*(_of_wording(w, relations) for w in ALL), *(_of_case(c) for c in cases())]
    return [
        *learning.examples(known, gold, (), _tell),
        *learning.counter_examples(known, _tell),
        *learning.observed(known, pairs, "reading wordings", _tell) * TIMES,
    ]


def _of_wording(wording: Wording, relations: Mapping[str, Relation]) -> tuple[Document, list[Row]]:
    """A text, and its rows: which value is which argument is not told there, so that each may be any."""
    document = from_text(wording.text, name="wording", language=wording.language)
    rows = []
    for relation, firmness, values, _ in wording.rows:
        known = relations[relation]
        args = dict.fromkeys((*known.key, *known.compare), values)
        row = Row(document.path.name, relation, args, firmness)
        rows += [replace(row, start=start, end=end) for start, end in _places(values, document.text)]
    return document, rows


def _of_case(case: Case) -> tuple[Document, list[Row]]:
    text = f"{case.head}\n\n{case.text}" if case.head else case.text
    document = from_text(text, name="case", language=case.language)
    rows = []
    for is_barred, row in case.rows:
        values = tuple(str(v) for vs in row.args.values() for v in vs)
        for start, end in _places(values, document.text) if not is_barred else ():
            rows.append(replace(row, doc=document.path.name, start=start, end=end))
    return document, rows


def _places(values: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Wherever one of some values stands in a text; all of the text where none does."""
    found = [match.span() for value in values if value for match in re.finditer(re.escape(value), text)]
    yield from found or [(0, len(text))]


def _tell(station: str, done: int, total: int) -> None:
    if done == total:
        print(f"{station}: {total}", file=sys.stderr)


def _show(found: Mapping[str, Sequence[Trial]]) -> None:
    for cls, trials in sorted(found.items()):
        for trial in trials:
            print(
                f"{cls}  {trial.least:.1f}  taken {trial.taken}  right {trial.right}  wanted {trial.wanted}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0, metavar="N")
    folds = parser.parse_args().folds
    known = schema.load(ROOT)
    if folds > 1:
        _show(learning.trials(known, told(known), folds, _tell))
        return
    learned = learning.learn(known, told(known), _tell)
    (ROOT / schema.LEARNED).write_text(weights.write(learned), encoding="utf-8")


if __name__ == "__main__":
    main()
