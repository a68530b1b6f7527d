"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import Any
from urllib.parse import quote

from kg.codes import STORIES
from kg.findings import Finding, Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(findings: Sequence[Finding]) -> str:
    """A log of one run.

    Args:
        findings: In the order of the log.

    Returns:
        JSON that ends with a line break. A result's location is what somebody has to mend; the words of
        documents, and other lines that play a part, are related locations.

    Source:
        Static Analysis Results Interchange Format 2.1.0 (OASIS, 2023).
    """
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "kg",
        "version": metadata.version("kg"),
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "The folder that holds ontology/"}}},
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    story = STORIES.get(code)
    if story is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": story.title},
        "fullDescription": {"text": story.why},
        "help": {"text": f"What to do: {story.do}"},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    first, *others = finding.places or (Place(finding.at.partition(":")[0] or "ontology"),)
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding)},
        "locations": [_location(first)],
        "partialFingerprints": {"kgFinding/v1": fingerprint(finding)},
    }
    if others:
        found["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": _role(place)}}
            for number, place in enumerate(others, 1)
        ]
    return found


def message(finding: Finding) -> str:
    """A finding in one paragraph."""
    parts = [
        finding.what,
        finding.found and f"Found: {finding.found}",
        finding.want and f"Wanted: {finding.want}",
    ]
    parts.append(finding.do and f"Do: {finding.do}")
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def fingerprint(finding: Finding) -> str:
    """The same for the same fault after lines have moved: of what is wrong with what, in which file."""
    file = finding.places[0].file if finding.places else finding.at.partition(":")[0]
    parts = (finding.code, file, finding.focus, finding.path, finding.value, finding.shape, finding.found)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def _role(place: Place) -> str:
    if not place.is_words:
        return "plays a part"
    return f"the words, at {place.start}–{place.end} of the document's text: {place.words}"


def _location(place: Place) -> dict[str, Any]:
    artifact: Mapping[str, Any] = {"uri": quote(place.file), "uriBaseId": "PROJECT"}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if place.line:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _region(place: Place) -> dict[str, Any]:
    """Offsets only where they count in the file itself: a PDF's text has no lines."""
    region: dict[str, Any] = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    if place.is_words:
        region |= {"charOffset": place.start, "charLength": place.end - place.start}
        region["snippet"] = {"text": place.words}
    return region
