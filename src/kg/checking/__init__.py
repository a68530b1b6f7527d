"""Everything that can be wrong with a project, as one list: schema, lexicon, documents, facts, queries."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

from kg import queries
from kg import schema as schemas
from kg.checking import (
    answers,
    axioms,
    documents,
    facts,
    register,
    relying,
    rules,
    saved,
    terms,
    words,
    workspace,
)
from kg.checking.apart import Apart
from kg.checking.baseline import Wanted
from kg.checking.keeping import Kept, hash_of
from kg.checking.made import Made
from kg.checking.saved import Asked
from kg.checking.workspace import Workspace
from kg.dataset import inputs
from kg.errors import KgError
from kg.findings import Finding
from kg.schema import Schema

__all__ = ["check"]

Progress = Callable[[str, int, int], None]
_STEPS = 5
_OF_SCHEMA = ("KG1", "KG601", "KG606", "KG611", "KG618", "KG619")
_OF_LOADING = ("KG100", "KG101", "KG102", "KG103", "KG104", "KG105")
_OF_LEXICON = ("KG107", "KG108")
_OF_DOCUMENTS = ("KG101", "KG2", "KG3", "KG8")
_OF_FACTS = ("KG106", "KG190", "KG2", "KG301", "KG310", "KG390", "KG4", "KG5", "KG8")
_OF_ANSWERS = ("KG6",)
_OF_DATA = (*_OF_LOADING, *_OF_LEXICON, *_OF_DOCUMENTS, *_OF_FACTS, *_OF_ANSWERS)


def check(
    root: Path,
    paths: Sequence[Path] | None = None,
    *,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
    progress: Progress | None = None,
    keep: bool = True,
) -> tuple[Finding, ...]:
    """Look at everything; nothing is written but what spares the next check its work.

    Args:
        root: The project.
        paths: Folders or files in place of `data/documents`; `data/graphs` is left alone then.
        only: Codes, or beginnings of codes such as KG1; all when empty. What gives none of them is not done.
        ignore: Codes, or beginnings of codes, that are left out.
        progress: Told what is being done.
        keep: Take what was found before where nothing that it rests on has changed, and keep it in
            `build/checks`.

    Returns:
        Findings, sorted. A schema that cannot be used ends the check: documents, facts and queries mean
        nothing without it.

    Raises:
        DocumentError: KG201, for a folder in `paths` that does not exist.
        KgError: KG998, for a code in `only` or `ignore` that there is not.
    """
    wanted = Wanted.of(only, ignore)
    looking = _Check(root.resolve(), paths, wanted, progress or (lambda step, done, total: None), keep)
    found = tuple(sorted(set(looking.findings())))
    looking.kept.save(whole=not only)
    return tuple(finding for finding in found if wanted.has(finding.code))


class _Check:
    def __init__(
        self, root: Path, paths: Sequence[Path] | None, wanted: Wanted, tell: Progress, keep: bool
    ) -> None:
        self._root = root
        self._paths = paths
        self._wanted = wanted
        self._tell = tell
        self._keep = keep
        self._inputs = inputs.gather(root, paths)
        self.kept = Kept(root / "build" if keep else None)

    def findings(self) -> Iterator[Finding]:
        self._tell("schema", 0, _STEPS)
        if self._wanted.any_of(*_OF_SCHEMA):
            yield from self._of_schema
        if not self._wanted.any_of(*_OF_DATA):
            return
        try:
            yield from self._of_project(schemas.load(self._root))
        except KgError as error:
            if error.code not in {found.code for found in self._of_schema}:
                yield words.unusable(error, self._workspace)
        except Exception:
            # With errors in the schema, whatever follows may stumble; without, it is a fault in kg.
            if all(found.severity != "error" for found in self._of_schema):
                raise
            yield words.given_up()

    def _of_project(self, schema: Schema) -> Iterator[Finding]:
        cache = self._root / "build" / "cache" if self._keep else None
        made = Made(schema, self._inputs, self._paths, cache)
        parts = [self._inputs.schema]
        wanted = self._wanted.any_of(*_OF_LEXICON)
        with Apart(schema, needed=wanted and not self.kept.has("lexicon", parts)) as apart:
            yield from self._of_data(made)
            if wanted:
                self._tell("lexicon", 4, _STEPS)
                yield from self.kept.findings(
                    "lexicon", parts, lambda: words.check(schema, self._workspace, apart.found())
                )

    def _of_data(self, made: Made) -> Iterator[Finding]:
        wants = self._wanted.any_of
        yield from documents.strangers(self._root, self._paths)
        if self._paths is None and wants(*_OF_DOCUMENTS):
            self._tell("documents", 1, _STEPS)
            yield from self._of_documents(made)
        if wants(*_OF_FACTS):
            self._tell("facts", 2, _STEPS)
            yield from self.kept.findings("facts", self._data_parts(), lambda: self._of_facts(made))
        if wants(*_OF_ANSWERS):
            self._tell("queries", 3, _STEPS)
            yield from self._of_queries(made)

    # --- the schema, and queries as text

    @cached_property
    def _workspace(self) -> Workspace:
        return Workspace(self._root)

    @cached_property
    def _query_files(self) -> dict[Path, str]:
        """Saved queries with hashes of their content."""
        return {path: hash_of(path.read_bytes()) for path in queries.find(self._root).values()}

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        """As `queries.prefixes`, without parsing again what is parsed already."""
        return self._workspace.prefixes if "_workspace" in self.__dict__ else queries.prefixes(self._root)

    @cached_property
    def _asked(self) -> dict[Path, Asked]:
        return {path: saved.read(path, self._root, self._prefixes) for path in self._query_files}

    @cached_property
    def _of_schema(self) -> list[Finding]:
        return self.kept.findings("schema", self._static_parts(), self._static)

    def _static_parts(self) -> list[str]:
        return [self._inputs.schema, *(f"{path.name} {sha}" for path, sha in self._query_files.items())]

    def _static(self) -> Iterator[Finding]:
        if self._workspace.faults:
            yield from self._workspace.faults
            return
        asked = list(self._asked.values())
        yield from terms.check(self._workspace, frozenset(iri for each in asked for iri in each.iris))
        yield from axioms.check(self._workspace)
        yield from rules.check(self._workspace)
        yield from register.check(self._workspace)
        yield from saved.check(asked, self._workspace)
        yield from relying.check(self._workspace, asked)

    # --- documents, facts, answers

    def _of_documents(self, made: Made) -> Iterator[Finding]:
        for pair in made.pairs.values():
            parts = [self._inputs.schema, pair.shown, pair.reading.document.sha256, hash_of(pair.text)]
            yield from self.kept.findings("document", parts, _looking_at(pair, made))
        unread = {f"{file.name}.ttl" for file in self._inputs.files}
        yield from documents.left_over(self._root, unread | {pair.path.name for pair in made.pairs.values()})

    def _data_parts(self) -> list[str]:
        """What facts are made of, and what their places are found in."""
        files = sorted((self._root / documents.GRAPHS).glob("*.ttl")) if self._paths is None else []
        return [self._inputs.fingerprint, *(f"{path.name} {hash_of(path.read_bytes())}" for path in files)]

    def _of_facts(self, made: Made) -> Iterator[Finding]:
        lines = workspace.Register(self._root, made.schema.register_files)
        origins = facts.Origins(made.graphs, made.schema, made.register, made.pairs, lines)
        yield from facts.check(made.graphs, origins)

    def _of_queries(self, made: Made) -> Iterator[Finding]:
        parts = {path: [self._inputs.fingerprint, sha] for path, sha in self._query_files.items()}
        waiting = [path for path in parts if not self.kept.has("query", parts[path])]
        found: dict[Path, list[Finding]] = {}
        if waiting:
            store, known = made.store, self._prefixes
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                each = pool.map(lambda path: list(answers.check(self._asked[path], store, known)), waiting)
                found = dict(zip(waiting, each, strict=True))
        for path in parts:
            yield from self.kept.findings("query", parts[path], lambda path=path: found[path])  # type: ignore[misc]


def _looking_at(pair: documents.Pair, made: Made) -> Callable[[], Iterator[Finding]]:
    return lambda: documents.check(pair, made.schema, made.checker)
