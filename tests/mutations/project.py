"""A copy of the project that faults are put into, and what is needed to put them in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from pyoxigraph import Literal, NamedNode

from kg.positions import TOKEN, Layout, Located, Spot, locate

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"
KG = "https://w3id.org/kg-claims#"
OA = "http://www.w3.org/ns/oa#"
ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
DCTERMS = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Fault:
    """What was broken, and what has to be found.

    Args:
        code: Of the finding.
        file: Of one of its places.
        line: Of the same place; 0 where the fault has no line, such as a file that is gone.
        told: What was done, for people.
    """

    code: str
    file: str
    line: int
    told: str


Mutator = Callable[["Project", Random], Fault]


@dataclass(frozen=True, slots=True)
class Hit:
    """A triple of a file, to be changed where it stands."""

    file: str
    located: Located

    @property
    def subject(self) -> str:
        return getattr(self.located.triple.subject, "value", "")

    @property
    def predicate(self) -> str:
        return self.located.triple.predicate.value

    @property
    def value(self) -> str:
        return getattr(self.located.triple.object, "value", "")

    @property
    def language(self) -> str:
        node = self.located.triple.object
        return (node.language or "") if isinstance(node, Literal) else ""

    @property
    def line(self) -> int:
        return self.located.object[0]


class Project:
    """The files of a project, as text that is changed by place."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._layouts: dict[str, Layout] = {}

    # --- files

    def files(self, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")
        self._layouts.pop(file, None)

    def append(self, file: str, text: str) -> int:
        """Add a line at the end; returns its number."""
        old = self.text(file).rstrip("\n")
        self.write(file, f"{old}\n\n{text}\n")
        return old.count("\n") + 3

    def layout(self, file: str) -> Layout:
        if file not in self._layouts:
            self._layouts[file] = _located(self.text(file))
        return self._layouts[file]

    # --- triples

    def hits(self, pattern: str, predicate: str = "", *, kind: type | None = None) -> list[Hit]:
        """Triples of files, by predicate and by what their object is."""
        return [
            Hit(file, each)
            for file in self.files(pattern)
            for each in self.layout(file).triples
            if predicate in ("", each.triple.predicate.value)
            and (kind is None or isinstance(each.triple.object, kind))
        ]

    def head(self, file: str, subject: str) -> int:
        """The line in which a thing is made what it is."""
        found = [e for e in self.layout(file).triples if getattr(e.triple.subject, "value", "") == subject]
        typed = [e for e in found if e.triple.predicate.value == RDF + "type"]
        return [*typed, *found][0].subject[0]

    def name(self, file: str, iri: str) -> str:
        """An IRI as the file may write it."""
        for prefix, namespace in sorted(self.layout(file).prefixes.items(), key=lambda item: -len(item[1])):
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and re.fullmatch(r"[\w-]+", local):
                return f"{prefix}:{local}"
        return f"<{iri}>"

    # --- changes by place

    def offset(self, file: str, spot: Spot) -> int:
        lines = self.text(file).split("\n")
        return sum(len(line) + 1 for line in lines[: spot[0] - 1]) + spot[1] - 1

    def span(self, file: str, spot: Spot) -> tuple[int, int]:
        """Of the term at a place, its language tag or datatype included."""
        text, start = self.text(file), self.offset(file, spot)
        if text[start] in "([":
            return start, _closing(text, start)
        match = TOKEN.match(text, start)
        assert match is not None
        end = match.end()
        tag = re.compile(r"@[\w-]+|\^\^[^\s;,.]+").match(text, end)
        return start, tag.end() if match.lastgroup == "string" and tag else end

    def replace(self, file: str, spot: Spot, new: str) -> str:
        """Put something else in place of a term; returns the term."""
        start, end = self.span(file, spot)
        text = self.text(file)
        self.write(file, text[:start] + new + text[end:])
        return text[start:end]

    def drop(self, hit: Hit) -> str:
        """Take a triple out, with its comma, or with its predicate and semicolon."""
        start, end = self.span(hit.file, hit.located.object)
        text = self.text(hit.file)
        old = text[start:end]
        before, after = text[:start].rstrip(), text[end:].lstrip()
        if before.endswith(","):
            text = before[:-1].rstrip() + text[end:]
        elif after.startswith(","):
            text = text[:start] + after[1:].lstrip()
        else:
            verb = self.offset(hit.file, hit.located.predicate)
            kept = text[:verb].rstrip()
            if after.startswith(";"):
                text = f"{kept} {after[1:].lstrip()}"
            else:
                text = f"{kept.removesuffix(';').rstrip()} {after}"
        self.write(hit.file, text)
        return old


@lru_cache(maxsize=256)
def _located(text: str) -> Layout:
    # Most files are the same in all copies.
    return locate(text)


def _closing(text: str, start: int) -> int:
    depth = 0
    for offset in range(start, len(text)):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[offset], 0)
        if depth == 0:
            return offset + 1
    raise ValueError("a bracket that nothing closes")


def pick(chance: Random, hits: Iterable[Hit]) -> Hit:
    found = list(hits)
    assert found, "nothing to choose from"
    return chance.choice(found)


__all__ = ["Fault", "Hit", "Mutator", "NamedNode", "Project", "pick"]
