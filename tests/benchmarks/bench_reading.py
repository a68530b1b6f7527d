"""How fast documents are read: `uv run python -m tests.benchmarks.bench_reading`; prints only.

Seconds are those of this process alone, so other work on the machine counts little. The first table reads the
documents of `tests/reading` that rules are written against, the second texts of one shape that grow.
"""

from __future__ import annotations

import time
from pathlib import Path

from kg.documents import find, from_text, read
from kg.reading import Reader
from kg.schema import load

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("train", "seen", "other")
AIM, USUAL = 200, 3000
SENTENCE = "Die Stadt Aachen will bis 2030 klimaneutral werden, sagte Bürgermeisterin Petra Beispiel am 7. Mai 2025. "
SHAPES = {"paragraphs": SENTENCE + "\n\n", "one line": SENTENCE, "a list": "Ulm, ", "commas": ","}
SIZES = (50_000, 200_000, 800_000)


def main() -> None:
    reader = Reader(load(ROOT))
    folders = [ROOT / "tests" / "reading" / name for name in FOLDERS]
    documents = [read(path) for path in find(folders) if path.suffix != ".jsonl"]
    for document in documents[:20]:
        reader.read(document)
    start = time.process_time()
    for document in documents:
        reader.read(document)
    took = time.process_time() - start
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {size:,} code points: {took:.2f} s")
    print(
        f"{size / USUAL / took:.0f} documents of {USUAL:,} code points a second on one core; aimed at {AIM}"
    )
    print(f"{'shape':<14}{'code points':>14}{'seconds':>10}{'µs each':>10}")
    for name, unit in SHAPES.items():
        for length in SIZES:
            text = "Bericht: " + unit * (length // len(unit))
            start = time.process_time()
            reader.read(from_text(text))
            took = time.process_time() - start
            print(f"{name:<14}{len(text):>14,}{took:>10.2f}{took / len(text) * 1e6:>10.1f}")


if __name__ == "__main__":
    main()
