"""Findings as JUnit XML, which servers for continuous integration count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from kg.findings import Finding

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(findings: Sequence[Finding], fail_on: str = "error") -> str:
    """A suite with one case for each finding, or one that passes where there is none.

    Args:
        findings: In the order of the file.
        fail_on: From which severity on a case fails; "never" for none. The others pass, and tell what they
            are in their output.
    """
    failing = [f for f in findings if fail_on != "never" and f.at_least(fail_on)]
    counts = {"tests": str(max(len(findings), 1)), "failures": str(len(failing)), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "kg check", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "kg check", **counts})
    for finding in findings:
        _case(suite, finding, finding in failing)
    if not findings:
        ElementTree.SubElement(suite, "testcase", {"classname": "kg", "name": "no findings"})
    ElementTree.indent(suites)
    text = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _case(suite: ElementTree.Element, finding: Finding, fails: bool) -> None:
    place = finding.places[0] if finding.places else None
    named = {
        "classname": place.file if place else "kg",
        "name": f"{finding.code} {finding.at or finding.focus}",
    }
    if place and place.line:
        named |= {"file": place.file, "line": str(place.line)}
    case = ElementTree.SubElement(suite, "testcase", {key: _clean(text) for key, text in named.items()})
    told = _clean("\n".join(_lines(finding)))
    if fails:
        what = {"type": finding.code, "message": _clean(finding.what)}
        ElementTree.SubElement(case, "failure", what).text = told
    else:
        ElementTree.SubElement(case, "system-out").text = told


def _lines(finding: Finding) -> list[str]:
    told = [f"{finding.severity} {finding.code} {finding.what}"]
    told += [f"{name:<6} {value}" for name in ("found", "want", "do") if (value := getattr(finding, name))]
    return told + [f"at     {place}" for place in finding.places]


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
