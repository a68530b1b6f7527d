"""Learns by which traits the sender of a document is told: `uv run python -m tests.senders [--folds]`.

What it learns from are the opened documents with their gold rows, and the phrasings that name a publisher. It writes
`src/kg/reading/senders.txt`; with `--folds` it writes nothing and tells, for each folder, how many senders are found by
weights that were learned from all others.

Sources:
    Multinomial choice among the names of one document (McFadden, "Conditional logit analysis of qualitative choice
    behavior", 1974), weights held down by their squares.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from kg import schema
from kg.documents import read
from kg.names import fold
from kg.reading import bynames
from kg.reading.annotating import Annotator
from kg.reading.candidates import Candidate, Candidates
from kg.reading.senders import SENDER
from kg.weights import Weights, write

ROOT = Path(__file__).parents[1]
FOLDERS = ("drills", "examples", "fresh", "former", "seen", "train", "hurried", "other")
LEAST_SEEN, SQUARES, STEPS, LEAST_WEIGHT, LEAST = 4, 1.5, 200, 0.02, 2.5


@dataclass(frozen=True, slots=True)
class Choice:
    """The names of one document, with their traits, and which of them is its sender's."""

    folder: str
    traits: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def told() -> Iterator[tuple[str, Path, str]]:
    """Folder, document and publisher of all documents whose publisher is told."""
    for folder in FOLDERS:
        base = ROOT / "tests" / "reading" / folder
        for line in (base / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            publisher = row["args"].get("publisher") if row["relation"] == "published" else None
            if publisher and (base / row["doc"]).exists():
                yield folder, base / row["doc"], publisher
    yield from _phrasings(Path(tempfile.mkdtemp()))


def _phrasings(folder: Path) -> Iterator[tuple[str, Path, str]]:
    for path in sorted((ROOT / "tests" / "reading" / "phrasings").glob("*.txt")):
        for number, part in enumerate(re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]):
            head, _, rest = part.partition("\n")
            publisher = re.search(r"(?m)^=> published publisher=([^;\n]+)", rest)
            if publisher is not None and "|" in head:
                text = head.partition("|")[2].strip().replace("\\n", "\n")
                file = folder / f"{path.stem}-{number}.txt"
                file.write_text(f"{text}\n\n{rest.partition('=>')[0].strip()}\n", encoding="utf-8")
                yield "phrasings", file, publisher.group(1).strip()


def choices() -> list[Choice]:
    """All documents as choices; none of those that have a header of their own."""
    known = schema.load(ROOT)
    candidates = Candidates(known)
    annotators = cache(lambda code: Annotator(known, code))
    found = []
    for folder, path, publisher in told():
        document = read(path)
        annotator = annotators(document.metadata.language or "de")
        if document.metadata.publisher is None:
            names = candidates.of(document, annotator)
            right = tuple(_is_called(publisher, name, known, annotator) for name in names)
            found.append(Choice(folder, tuple(tuple(sorted(n.traits)) for n in names), right))
    return found


def _is_called(publisher: str, name: Candidate, known: schema.Schema, annotator: Annotator) -> bool:
    labels = {name.name, name.mention.text}
    labels |= {bynames.plain(label) for label in labels} | {annotator.grammar.without_kind(n) for n in labels}
    labels |= {n for thing in name.mention.things for n, _, _ in known.things[thing].names}
    wanted = {publisher, bynames.plain(publisher)}
    wanted |= {m.group(1) for m in [re.match(r"(?:City|Town|Municipality) of (.*)", publisher)] if m}
    wanted |= {m.group(1) for m in [re.match(r"(.*) (?:municipality|Municipality)$", publisher)] if m}
    return bool({_plain(x) for x in labels} & {_plain(x) for x in wanted} - {""})


def _plain(name: str) -> str:
    return re.sub(r"[-\s]+", " ", fold(name)).strip(" .")


def learn(told: Sequence[Choice]) -> dict[str, float]:
    """Trait → weight."""
    seen = Counter(t for choice in told for traits in choice.traits for t in traits)
    place = {t: i for i, t in enumerate(sorted(t for t, n in seen.items() if n >= LEAST_SEEN))}
    told = [choice for choice in told if any(choice.right)]
    rows = [[place[t] for t in traits if t in place] for choice in told for traits in choice.traits]
    right = np.array([r for choice in told for r in choice.right])
    of = np.repeat(np.arange(len(told)), [len(choice.right) for choice in told])
    at = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    which = np.array([i for row in rows for i in row])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = np.bincount(at, weights[which], len(rows))
        powers = np.exp(sums - np.maximum.reduceat(sums, np.flatnonzero(np.diff(of, prepend=-1)))[of])
        every, good = np.bincount(of, powers), np.bincount(of, powers * right)
        slope = np.bincount(which, (powers / every[of] - powers * right / good[of])[at], len(place))
        held = 0.5 * SQUARES * float(weights @ weights)
        return held - float(np.log(good / every).sum()), slope + SQUARES * weights

    best = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {t: float(best.x[i]) for t, i in place.items()}


def found(weights: dict[str, float], told: Sequence[Choice]) -> int:
    """In how many documents the name with most weight is the sender's."""
    count = 0
    for choice in told:
        sums = [sum(weights.get(t, 0.0) for t in traits) for traits in choice.traits]
        count += bool(sums) and choice.right[sums.index(max(sums))]
    return count


def main() -> None:
    told = choices()
    if "--folds" in sys.argv:
        for folder in sorted({choice.folder for choice in told}):
            held = [choice for choice in told if choice.folder == folder]
            weights = learn([choice for choice in told if choice.folder != folder])
            print(f"{folder}: {found(weights, held)} of {len(held)}")
        return
    weights = {t: w for t, w in learn(told).items() if abs(w) >= LEAST_WEIGHT}
    text = write(Weights({SENDER: LEAST}, {t: ((SENDER, w),) for t, w in weights.items()}))
    head = (
        "# How much each trait of a name speaks for its bearer as the sender of a document, learned by\n"
        "# `uv run python -m tests.senders`. Behind = stands how much has to speak for it in all.\n"
    )
    (ROOT / "src" / "kg" / "reading" / "senders.txt").write_text(
        head + text.partition("\n\n")[2], encoding="utf-8"
    )


if __name__ == "__main__":
    main()
