"""The W3C's tests of SHACL Core and SHACL-SPARQL, by the compiled validator and by pyshacl; `-rA` prints the table."""

from __future__ import annotations

import logging
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from conftest import ROOT
from kg.names import RDF_TYPE
from kg.shapes import VALIDATORS, Checker
from kg.shapes.graph import Term, TripleIndex, sh
from kg.shapes.paths import path_text

FOLDER = ROOT.parent / "shared" / "w3c" / "shacl"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
needs_tests = pytest.mark.skipif(not FOLDER.is_dir(), reason="the W3C's tests are not at ../shared/w3c")

NOBODY = "pyshacl does not bind $shapesGraph, and what is not compiled goes to pyshacl"
PYSHACL = "pyshacl judges otherwise than the standard"
FAILS = {
    ("rules", "sparql/pre-binding/shapesGraph-001"): NOBODY,
    ("pyshacl", "sparql/pre-binding/shapesGraph-001"): NOBODY,
    ("pyshacl", "core/property/uniqueLang-002"): PYSHACL,
    ("pyshacl", "sparql/node/prefixes-001"): "pyshacl does not follow owl:imports to declared prefixes",
}


@cache
def triples(path: Path) -> tuple[Triple, ...]:
    found = parse(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri())
    return tuple(quad.triple for quad in found)


@cache
def cases() -> dict[str, tuple[Path, Term]]:
    """Name → file and test; empty where there are none."""
    found = {}
    for path in sorted(FOLDER.rglob("*.ttl")) if FOLDER.is_dir() else ():
        tests = TripleIndex(triples(path)).subjects(RDF_TYPE, NamedNode(SHT + "Validate"))
        for number, test in enumerate(tests):
            name = str(path.relative_to(FOLDER).with_suffix(""))
            found[f"{name}-{number}" if len(tests) > 1 else name] = (path, test)
    return found


def file_of(term: Term | None) -> Path:
    assert isinstance(term, NamedNode)
    return Path(unquote(urlparse(term.value).path))


def told(*parts: object) -> tuple[str, ...]:
    """A result, without the names of what has none."""
    return tuple("_" if str(part).startswith("_:") else str(part) for part in parts)


def wanted(manifest: TripleIndex, result: Term) -> Counter[tuple[str, ...]]:
    def row(node: Term) -> tuple[str, ...]:
        path = manifest.only(node, sh("resultPath"))
        return told(
            manifest.only(node, sh("focusNode")),
            None if path is None else path_text(path, manifest),
            *(manifest.only(node, sh(local)) for local in
              ("value", "sourceConstraintComponent", "resultSeverity", "sourceShape")),
        )  # fmt: skip

    return Counter(row(node) for node in manifest.objects(result, sh("result")))


def found(data: tuple[Triple, ...], shapes: tuple[Triple, ...], validator: str) -> Counter[tuple[str, ...]]:
    graph = TripleIndex(shapes)
    results = Checker(shapes, (), validator).validate(data).results
    return Counter(
        told(
            r.focus,
            None if r.path is None else path_text(r.path, graph),
            *(r.value, r.component, r.severity, r.shape),
        )
        for r in results
    )


@needs_tests
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize("name", sorted(cases()))
def test_the_w3c_shacl_test_passes(name, validator, caplog):
    caplog.set_level(logging.CRITICAL)
    path, test = cases()[name]
    manifest = TripleIndex(triples(path))
    action, result = (manifest.only(test, NamedNode(MF + local)) for local in ("action", "result"))
    assert action is not None
    assert result is not None
    data, shapes = (
        triples(file_of(manifest.only(action, NamedNode(SHT + local))))
        for local in ("dataGraph", "shapesGraph")
    )

    try:
        is_right = found(data, shapes, validator) == wanted(manifest, result)
    except Exception:
        # A failure is an answer of its own: shapes that must be refused.
        is_right = result == NamedNode(SHT + "Failure")

    if (validator, name) in FAILS:
        assert not is_right, "it passes now: take it off the list"
        pytest.skip(FAILS[validator, name])
    assert is_right


@needs_tests
def test_the_compiled_validator_fails_no_test_that_pyshacl_passes():
    ours, theirs = ({name for who, name in FAILS if who == validator} for validator in VALIDATORS)

    assert len(cases()) > 100
    assert ours <= theirs
