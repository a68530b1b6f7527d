"""One document changed: `uv run python -m tests.benchmarks.bench_change [--documents 1000]`; prints only.

A corpus is built from nothing, then a document is changed, one added, one removed, each followed by a build. At the
end everything is built from nothing once more, and the sorted N-Quads of both have to be the same.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks import measuring

_HEAD = ("build", "seconds", "times as fast", "processor", "peak MB")


def run(many: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = measuring.project(Path(scratch), many)
        texts = root / "data" / "documents" / "000"
        whole = measuring.built(root)
        rows = [_row("from nothing", whole, whole)]

        def then(what: str) -> None:
            rows.append(_row(what, measuring.built(root), whole))

        then("nothing changed")
        changed = texts / "d000001.md"
        changed.write_text(
            changed.read_text(encoding="utf-8") + "\n" + _last(texts / "d000002.md"), encoding="utf-8"
        )
        then("one document changed")
        (texts / "more.md").write_text(_last(texts / "d000003.md"), encoding="utf-8")
        then("one document added")
        (texts / "d000004.md").unlink()
        then("one document removed")
        after = measuring.digest(root)
        shutil.rmtree(root / "build")
        measuring.built(root)
        same = after == measuring.digest(root)
    measuring.show(f"Change, {many} documents", _HEAD, rows)
    print(f"the same N-Quads as built from nothing: {same}")
    if not same:
        raise SystemExit(1)


def _row(what: str, took: Mapping[str, Any], whole: Mapping[str, Any]) -> list[object]:
    times = whole["seconds"] / took["seconds"]
    return [what, took["seconds"], times, took["processor"], took["peak"]]


def _last(path: Path) -> str:
    return path.read_text(encoding="utf-8").rpartition("\n\n")[2]


def main() -> None:
    parser = measuring.options(__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    run(parser.parse_args().documents)


if __name__ == "__main__":
    main()
