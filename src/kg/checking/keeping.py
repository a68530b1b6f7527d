"""What was found before, kept by a hash of all that it was found in: only what changed is checked again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.findings import Finding


class Kept:
    """Findings of earlier checks; what this check does not ask for is forgotten.

    Args:
        folder: The project's `build`; nothing is kept when None.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "checks" / "findings.json" if folder is not None else None
        self._old = self._read()
        self._new: dict[str, list[dict[str, object]]] = {}

    def findings(
        self, stage: str, parts: Iterable[str], find: Callable[[], Iterable[Finding]]
    ) -> list[Finding]:
        """What a stage finds, or found when its parts were the same.

        Args:
            stage: Its name.
            parts: Hashes of all that it looks at, in a fixed order, the engine included.
            find: Looks.
        """
        key = self.key(stage, parts)
        if key in self._old:
            self._new[key] = self._old[key]
            return [Finding.from_dict(fields) for fields in self._old[key]]
        found = sorted(set(find()))
        self._new[key] = [finding.as_dict() for finding in found]
        return found

    def has(self, stage: str, parts: Iterable[str]) -> bool:
        """Whether a stage need not look again."""
        return self.key(stage, parts) in self._old

    def key(self, stage: str, parts: Iterable[str]) -> str:
        joined = "\n".join((stage, *parts))
        return f"{stage} {hashlib.sha256(joined.encode()).hexdigest()[:32]}"

    def save(self, *, whole: bool) -> None:
        """Write what was asked for in this check; unless that was the whole, beside what was there."""
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        (self._file.parents[1] / ".gitignore").write_text("*\n", encoding="utf-8")
        half = self._file.with_suffix(".half")
        content = self._new if whole else {**self._old, **self._new}
        half.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        half.replace(self._file)

    def _read(self) -> dict[str, list[dict[str, object]]]:
        if self._file is None:
            return {}
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def hash_of(*texts: str | bytes) -> str:
    """One hash of several texts, in this order."""
    hasher = hashlib.sha256()
    for text in texts:
        raw = text.encode() if isinstance(text, str) else text
        hasher.update(hashlib.sha256(raw).digest())
    return hasher.hexdigest()
