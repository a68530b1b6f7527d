"""The shipped project is in order: neither errors nor warnings, and `data/graphs` says what its documents say today."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_the_shipped_project_passes_its_own_checks(shipped_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--project", str(shipped_root), "check", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert [f for f in found if f["severity"] != "info"] == []
    assert [f for f in found if not f["places"] or not f["places"][0]["line"]] == []
