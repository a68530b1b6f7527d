"""Learns by which traits the sender of a document is told: `uv run python -m tests.senders [--folds]`.

What it learns from are the opened documents with their gold rows, those that name no sender among them, and the
phrasings that name a publisher or bar all. It writes `src/kg/reading/layout/senders.txt`; with `--folds` it writes
nothing and tells, for each folder, how many senders are found by weights that were learned from all others, and in how
many documents a wrong one is guessed.

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
from kg.reading.layout.candidates import Candidate, Candidates
from kg.reading.layout.senders import SENDER
from kg.reading.naming import bynames
from kg.reading.naming.annotating import Annotator
from kg.weights import Weights, write

ROOT = Path(__file__).parents[1]
FOLDERS = ("drills", "examples", "fresh", "former", "seen", "train", "hurried", "other")
LEAST_SEEN, SQUARES, STEPS, LEAST_WEIGHT = 4, 1.0, 200, 0.02
# what speaks for nobody; a little less is enough for a sender, since one missed costs more than one wrongly guessed
NOBODY, LEAST = 2.5, 2.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The names of one document, with their traits, which of them is its sender's, and whether it names one at all."""

    folder: str
    traits: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    names_one: bool


def told() -> Iterator[tuple[str, Path, str]]:
    """Folder, document and publisher of all documents; "" for those that name none."""
    for folder in FOLDERS:
        base = ROOT / "tests" / "reading" / folder
        rows = [json.loads(line) for line in (base / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        found = [(r["doc"], r["args"].get("publisher")) for r in rows if r["relation"] == "published"]
        named = [(doc, publisher) for doc, publisher in found if publisher]
        silent = sorted({row["doc"] for row in rows} - {doc for doc, _ in named})
        for doc, publisher in [*named, *((doc, "") for doc in silent)]:
            if (base / doc).exists():
                yield folder, base / doc, publisher
    yield from _phrasings(Path(tempfile.mkdtemp()))


def _phrasings(folder: Path) -> Iterator[tuple[str, Path, str]]:
    for path in sorted((ROOT / "tests" / "reading" / "phrasings").glob("*.txt")):
        for number, part in enumerate(re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]):
            head, _, rest = part.partition("\n")
            publisher = re.search(r"(?m)^=> published publisher=([^;\n]+)|^!=> published\b", rest)
            if publisher is not None and "|" in head:
                text = "\n\n".join((head.partition("|")[2].strip(), re.split(r"!?=>", rest)[0].strip()))
                file = folder / f"{path.stem}-{number}.txt"
                file.write_text(text.replace("\\n", "\n") + "\n", encoding="utf-8")
                yield "phrasings", file, (publisher.group(1) or "").strip()


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
            right = tuple(bool(publisher) and _is_called(publisher, n, known, annotator) for n in names)
            traits = tuple(tuple(sorted(n.traits)) for n in names)
            found.append(Choice(folder, traits, right, bool(publisher)))
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
    """Trait → weight, so that the sender outweighs all other names, and nobody, who weighs `NOBODY`.

    Nobody is to be chosen where a document names no sender.
    """
    seen = Counter(t for choice in told for traits in choice.traits for t in traits)
    place = {t: i for i, t in enumerate(sorted(t for t, n in seen.items() if n >= LEAST_SEEN))}
    told = [choice for choice in told if choice.traits and any(choice.right) == choice.names_one]
    rows = [[place[t] for t in traits if t in place] for choice in told for traits in (*choice.traits, ())]
    right = np.array([r for choice in told for r in (*choice.right, not choice.names_one)])
    of = np.repeat(np.arange(len(told)), [len(choice.right) + 1 for choice in told])
    at = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    which = np.array([i for row in rows for i in row])
    nobody = np.append(np.diff(of) > 0, True) * NOBODY

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = np.bincount(at, weights[which], len(rows)) + nobody
        powers = np.exp(sums - np.maximum.reduceat(sums, np.flatnonzero(np.diff(of, prepend=-1)))[of])
        every, good = np.bincount(of, powers), np.bincount(of, powers * right)
        slope = np.bincount(which, (powers / every[of] - powers * right / good[of])[at], len(place))
        held = 0.5 * SQUARES * float(weights @ weights)
        return held - float(np.log(good / every).sum()), slope + SQUARES * weights

    best = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {t: float(best.x[i]) for t, i in place.items()}


def found(weights: dict[str, float], told: Sequence[Choice]) -> tuple[int, int]:
    """In how many documents the name with most weight, and enough of it, is the sender's; in how many it is not."""
    right = wrong = 0
    for choice in told:
        sums = [sum(weights.get(t, 0.0) for t in traits) for traits in choice.traits]
        if sums and max(sums) > LEAST:
            good = choice.right[sums.index(max(sums))]
            right, wrong = right + good, wrong + (not good)
    return right, wrong


def main() -> None:
    told = choices()
    if "--folds" in sys.argv:
        for folder in sorted({choice.folder for choice in told}):
            held = [choice for choice in told if choice.folder == folder]
            weights = learn([choice for choice in told if choice.folder != folder])
            right, wrong = found(weights, held)
            print(f"{folder}: {right} of {sum(c.names_one for c in held)}, wrong {wrong} of {len(held)}")
        return
    weights = {t: w for t, w in learn(told).items() if abs(w) >= LEAST_WEIGHT}
    text = write(Weights({SENDER: LEAST}, {t: ((SENDER, w),) for t, w in weights.items()}))
    head = (
        "# How much each trait of a name speaks for its bearer as the sender of a document, learned by\n"
        "# `uv run python -m tests.senders`. Behind = stands how much has to speak for it in all.\n"
    )
    (ROOT / "src" / "kg" / "reading" / "layout" / "senders.txt").write_text(
        head + text.partition("\n\n")[2], encoding="utf-8"
    )


if __name__ == "__main__":
    main()
