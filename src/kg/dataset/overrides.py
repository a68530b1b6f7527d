"""What editors judged, read from `data/overrides` and held against its shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Triple

from kg import turtle
from kg.deciding import Judgement, read_judgements
from kg.errors import KgError
from kg.findings import Finding
from kg.schema import Schema
from kg.shapes import Checker
from kg.triples import parse_turtle

_CODE = "KG320"


@dataclass(frozen=True, slots=True)
class Overrides:
    """Judgements that hold, and what is wrong with the others.

    Args:
        judgements: Sorted.
        triples: Of these, as they stand in the files; sorted.
        findings: KG101 for Turtle that does not parse, KG320 for a judgement that breaks its shape.
    """

    judgements: tuple[Judgement, ...] = ()
    triples: tuple[Triple, ...] = ()
    findings: tuple[Finding, ...] = ()


def files(root: Path) -> list[Path]:
    """The Turtle files of a project's overrides, sorted."""
    return sorted((root / "data" / "overrides").glob("*.ttl"))


def read(root: Path, schema: Schema) -> Overrides:
    """Judgements of a project; one that breaks a rule is left out and named, the others hold."""
    paths = files(root)
    if not paths:
        return Overrides()
    kept: list[Triple] = []
    findings: list[Finding] = []
    checker = Checker(schema.shapes, schema.ontology)
    for path in paths:
        shown = path.relative_to(root).as_posix()
        try:
            triples = parse_turtle(path)[0]
        except KgError as error:
            findings.append(
                Finding(error.code, severity="error", what=error.what, at=shown, found=error.found)
            )
            continue
        broken = [*_blank(triples, shown), *_broken(checker, triples, shown)]
        findings += broken
        wrong = {finding.focus for finding in broken}
        kept += [t for t in triples if not turtle.has_blank(t) and str(t.subject).strip("<>") not in wrong]
    judgements = read_judgements(kept)
    known = {judgement.iri for judgement in judgements}
    triples = sorted({t for t in kept if str(t.subject).strip("<>") in known}, key=str)
    return Overrides(judgements, tuple(triples), tuple(sorted(set(findings))))


def _broken(checker: Checker, triples: Sequence[Triple], at: str) -> list[Finding]:
    found = checker.validate([t for t in triples if not turtle.has_blank(t)]).findings
    return [
        Finding(
            _CODE,
            focus=finding.focus,
            path=finding.path,
            value=finding.value,
            shape=finding.shape,
            severity="error",
            what="override that says too little or too much",
            at=at,
            found=finding.found or finding.value or "nothing",
            want=next((text for language, text in finding.messages if language == "en"), finding.want),
            do="mend it, or remove it and write it anew with kg decide",
            messages=finding.messages,
        )
        for finding in found
        if finding.severity == "error"
    ]


def _blank(triples: Iterable[Triple], at: str) -> list[Finding]:
    return [
        Finding(
            _CODE,
            severity="error",
            what="override without a name",
            at=at,
            found=str(triple),
            want="an IRI for each judgement",
            do="write it with kg decide",
        )
        for triple in triples
        if turtle.has_blank(triple)
    ][:1]
