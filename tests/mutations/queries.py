"""Faults in saved queries."""

from __future__ import annotations

import re
from random import Random

from .project import Fault, Project

QUERIES = "queries/*.rq"
TERM = re.compile(r"\b(?:cm|kg):[A-Za-z]+\b")


def _body(text: str) -> int:
    """Offset of the query behind its header."""
    lines = text.splitlines(keepends=True)
    return sum(len(line) for line in lines if line.startswith("#"))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _choose(project: Project, chance: Random, pattern: str) -> tuple[str, str, re.Match[str]]:
    """A query, its text, and a place in its body."""
    found = []
    for file in project.files(QUERIES):
        text = project.text(file)
        found += [(file, text, match) for match in re.compile(pattern).finditer(text, _body(text))]
    return chance.choice(found)


def _replaced(project: Project, file: str, text: str, match: re.Match[str], new: str) -> int:
    project.write(file, text[: match.start()] + new + text[match.end() :])
    return _line(text, match.start())


def misspelt_keyword(project: Project, chance: Random) -> Fault:
    file, text, match = _choose(project, chance, r"\b(?:SELECT|OPTIONAL|FILTER|GROUP BY|BIND)\b")
    line = _replaced(project, file, text, match, match[0][:-2] + "Q")
    return Fault("KG601", file, line, f"misspelt {match[0]}")


def undeclared_prefix(project: Project, chance: Random) -> Fault:
    file, text, match = _choose(project, chance, r"\bcm:(?=[a-z])")
    line = _replaced(project, file, text, match, "cmm:")
    return Fault("KG601", file, line, "used a prefix that nothing declares")


def misspelt_term(project: Project, chance: Random) -> Fault:
    file, text, match = _choose(project, chance, TERM.pattern)
    line = _replaced(project, file, text, match, f"{match[0]}x")
    return Fault("KG618", file, line, f"wrote {match[0]}x for {match[0]}")


def unknown_thing(project: Project, chance: Random) -> Fault:
    file, text, match = _choose(project, chance, r"<https://w3id.org/cities-mission/id/[\w/-]+>")
    line = _replaced(project, file, text, match, f"{match[0][:-1]}x>")
    return Fault("KG618", file, line, f"misspelt {match[0]}")


def nothing_found(project: Project, chance: Random) -> Fault:
    files = [f for f in project.files(QUERIES) if "may_be_empty: true" not in project.text(f)]
    file = chance.choice(files)
    text = project.text(file)
    match = re.compile(r"WHERE\s*\{").search(text, _body(text))
    assert match is not None
    project.write(file, f"{text[: match.end()]} FILTER (1 > 2) {text[match.end() :]}")
    return Fault("KG613", file, _line(text, _body(text)), "filtered everything out")


def unknown_default(project: Project, chance: Random) -> Fault:
    found = []
    for file in project.files(QUERIES):
        text = project.text(file)
        found += [
            (file, text, m) for m in re.finditer(r"(?<=#\+     default: )[A-Z][\w -]+$", text, re.MULTILINE)
        ]
    file, text, match = chance.choice(found)
    _replaced(project, file, text, match, "Nobody Knows")
    return Fault("KG604", file, 0, f"wrote another default for {match[0]}")


def broken_header(project: Project, chance: Random) -> Fault:
    file = chance.choice(project.files(QUERIES))
    text = project.text(file)
    project.write(file, text.replace("#+ since:", "#+ sinze:", 1))
    return Fault("KG606", file, _line(text, text.index("#+ since:")), "misspelt a key of the header")


def other_columns(project: Project, chance: Random) -> Fault:
    file = chance.choice([f for f in project.files(QUERIES) if "#+   claim:" in project.text(f)])
    project.write(file, project.text(file).replace("#+   claim:", "#+   clame:", 1))
    return Fault("KG606", file, 1, "promised a column that there is not")


TRAPS = (
    "FILTER NOT EXISTS { ?a1 kg:about ?b1 ; kg:value ?c1 }",
    "?d1 kg:about ?x1 ; kg:value ?v1 . ?d2 kg:about ?x1 ; kg:value ?v2 . FILTER (?v1 != ?v2)",
    "OPTIONAL { ?o1 kg:about ?o2 } ?o1 kg:value ?o3 .",
    "VALUES ?p1 { 1 } OPTIONAL { ?q1 kg:latestDay ?r1 FILTER (?r1 <= ?p1) } FILTER (!BOUND(?r1))",
)


def trap(project: Project, chance: Random) -> Fault:
    """In a query that finds nothing anyway: what is slow must not be run here."""
    file = chance.choice(project.files(QUERIES))
    text = project.text(file).rstrip("\n")
    new = chance.choice(TRAPS)
    at = text.index("{", text.index("WHERE", _body(text))) + 1
    made = f"{text[:at]}\n  {{ SELECT * WHERE {{\n    FILTER (1 > 2)\n    {new}\n  }} LIMIT 0 }}\n{text[at:]}"
    project.write(file, made + "\n")
    return Fault("KG619", file, _line(text, at) + 3, f"wrote {new}")


KINDS = {
    f.__name__.replace("_", "-"): f
    for f in (
        misspelt_keyword, undeclared_prefix, misspelt_term, unknown_thing, nothing_found, unknown_default,
        broken_header, other_columns, trap,
    )
}  # fmt: skip
