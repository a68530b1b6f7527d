"""Which findings count: by code, and by what was known before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
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


def choose(
    findings: Iterable[Finding], only: Collection[str], ignore: Collection[str]
) -> tuple[Finding, ...]:
    """The findings of some codes, without those of others.

    Args:
        findings: In any order, which they keep.
        only: Codes, or beginnings of codes such as KG1; all when empty.
        ignore: The same; left out.

    Raises:
        KgError: KG998, for what no code begins with.
    """
    wanted, unwanted = (tuple(_checked(code) for code in codes) for codes in (only, ignore))
    return tuple(
        f for f in findings if (not wanted or f.code.startswith(wanted)) and not f.code.startswith(unwanted)
    )


def _checked(code: str) -> str:
    code = code.upper()
    if any(known.startswith(code) for known in STORIES) and code.startswith("KG"):
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
