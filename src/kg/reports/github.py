"""Findings as GitHub's workflow commands, which become annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from kg.findings import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def write(findings: Sequence[Finding]) -> str:
    """A line for each finding; nothing for none.

    Source:
        GitHub Docs, Workflow commands for GitHub Actions.
    """
    return "".join(f"{_line(finding)}\n" for finding in findings)


def _line(finding: Finding) -> str:
    place = finding.places[0] if finding.places else None
    told: dict[str, str] = {}
    if place is not None:
        told["file"] = place.file
        told |= {name: str(n) for name, n in (("line", place.line), ("col", place.column)) if n}
    told["title"] = f"{finding.code} {finding.what}"
    properties = ",".join(f"{name}={_escaped(text, _IN_PROPERTIES)}" for name, text in told.items())
    lines = [f"{name}: {text}" for name in ("found", "want", "do") if (text := getattr(finding, name))]
    lines += [f"words: “{place.words}” {place}" for place in finding.words]
    return f"::{_LEVELS[finding.severity]} {properties}::{_escaped(chr(10).join(lines), _IN_TEXT)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
