"""`python -m tests.mutations`: break the project in every way, and print what was found, kind by kind."""

from __future__ import annotations

import argparse
import sys

from .harness import KINDS, run_all, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these kinds")
    parser.add_argument("--each", type=int, default=3, help="faults of each kind")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--quick", action="store_true", help="check only what can give the expected code")
    options = parser.parse_args()
    chosen = [(kind, seed) for kind in options.kinds or KINDS for seed in range(options.each)]
    outcomes = run_all(chosen, options.workers, whole=not options.quick)
    sys.stdout.write(table(outcomes))
    return 0 if all(o.found and o.placed for o in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
