"""Which findings count: by code, and by what was known before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.codes import STORIES
from kg.errors import KgError
from kg.findings import Finding
from kg.reports.sarif import fingerprint


@dataclass(frozen=True, slots=True)
class Known:
    """What a baseline leaves over.

    Args:
        new: Findings that it does not hold.
        known: How many it held.
        gone: How many of its findings are no more.
    """

    new: tuple[Finding, ...]
    known: int
    gone: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which codes count.

    Args:
        only: Beginnings of codes; all codes when empty.
        ignore: Beginnings of codes that do not count.
    """

    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, only: Iterable[str], ignore: Iterable[str]) -> Wanted:
        """From what somebody typed, in any case.

        Raises:
            KgError: KG998, for what no code begins with.
        """
        return cls(tuple(map(_checked, only)), tuple(map(_checked, ignore)))

    def has(self, code: str) -> bool:
        """Whether a code counts."""
        return (not self.only or code.startswith(self.only)) and not code.startswith(self.ignore)

    def any_of(self, *codes: str) -> bool:
        """Whether some code may count that begins like one of these."""
        kept = [code for code in codes if not code.startswith(self.ignore)]
        return any(
            one.startswith(other) or other.startswith(one) for one in kept for other in self.only or (one,)
        )


def _checked(code: str) -> str:
    code = code.upper()
    if code.startswith("KG") and any(known.startswith(code) for known in STORIES):
        return code
    raise KgError("KG998", "no such code", found=code, want="KG and three digits, or how a code begins: KG1")


def write(path: Path, findings: Sequence[Finding]) -> None:
    """Keep findings as known, by what is wrong with what: lines may move.

    Args:
        path: The file; written anew.
        findings: In any order.
    """
    kept = sorted(
        {"code": f.code, "finding": fingerprint(f), "at": f.at, "found": f.found}.items() for f in findings
    )
    content = {"version": 1, "findings": [dict(fields) for fields in kept]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def compare(path: Path, findings: Iterable[Finding]) -> Known:
    """Findings against a baseline; of several that are alike, as many are known as it holds.

    Raises:
        KgError: KG201 where there is no such file, KG507 for one that is no baseline.
    """
    left = Counter(_read(path))
    new: list[Finding] = []
    known = 0
    for finding in findings:
        mark = fingerprint(finding)
        if left[mark] > 0:
            left[mark] -= 1
            known += 1
        else:
            new.append(finding)
    return Known(tuple(new), known, left.total())


def _read(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        do = "kg check --baseline FILE --write-baseline"
        raise KgError("KG201", "file that cannot be read", at=str(path), found=str(fault), do=do) from fault
    try:
        return [str(entry["finding"]) for entry in json.loads(text)["findings"]]
    except (ValueError, KeyError, TypeError) as fault:
        raise KgError(
            "KG507",
            "file that is no baseline",
            at=str(path),
            found=type(fault).__name__,
            want="what kg check --write-baseline writes",
            do="kg check --baseline FILE --write-baseline",
        ) from fault
