"""Findings as Markdown for the comment on a pull request: counts, then the worst first, long lists folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.findings import Finding

_SHOWN = 10
_LONGEST = 240
_WORDS = {"error": "Errors", "warning": "Warnings", "info": "For information"}


def write(findings: Sequence[Finding], counts: str) -> str:
    """A heading with the counts, and under it each finding with its places.

    Args:
        findings: Sorted, worst first.
        counts: Of each severity, in words.
    """
    lines = [f"## kg check: {counts}", ""]
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        lines += _section(_WORDS[severity], list(group), folded=severity == "info")
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(title: str, findings: list[Finding], *, folded: bool) -> Iterator[str]:
    yield from (f"### {title} ({len(findings)})", "")
    shown = [] if folded else findings[:_SHOWN]
    for finding in shown:
        yield from _entry(finding)
    rest = findings[len(shown) :]
    if shown:
        yield ""
    if rest:
        word = "all" if not shown else f"{len(rest)} more"
        yield from (f"<details><summary>{word}</summary>", "")
        for finding in rest:
            yield from _entry(finding)
        yield from ("", "</details>", "")


def _entry(finding: Finding) -> Iterator[str]:
    at = f" at `{finding.at}`" if finding.at else ""
    yield f"- **{finding.code}** {_plain(finding.what)}{at}"
    for name in ("found", "want", "do"):
        text = getattr(finding, name)
        if text:
            yield f"  - {name}: {_plain(text)}"
    for place in finding.words[:3]:
        yield f"  - words: “{_plain(place.words)}” (`{place}`)"


def _plain(text: str) -> str:
    """On one line, no longer than people read, and without signs that Markdown would take for its own."""
    short = " ".join(text.split())
    short = short if len(short) <= _LONGEST else f"{short[:_LONGEST]}…"
    return "".join("\\" + sign if sign in "\\|<>*_`[]#" else sign for sign in short)
