"""Everything that can be wrong with a project, as one list: schema, lexicon, documents, facts, queries."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from pyoxigraph import Store

from kg import garbage, queries
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


@garbage.left_lying()
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
    asked_for = f"{sorted(only)} {sorted(ignore)}"
    return tuple(finding for finding in looking.all(asked_for, whole=not only) if wanted.has(finding.code))


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
        self._look: Callable[[], Iterable[Finding]] = self._static

    def all(self, asked_for: str, *, whole: bool) -> list[Finding]:
        """Everything, sorted: what was found before, where not a file has changed.

        Args:
            asked_for: What the check is confined to.
            whole: Whether that is nothing; see `Kept.save`.
        """
        if self._paths is not None:
            found = sorted(set(self.findings()))
        elif self.kept.has("all", parts := [asked_for, *self._all_parts()]):
            return self.kept.findings("all", parts, tuple)
        else:
            found = self.kept.findings("all", parts, self.findings)
        self.kept.save(whole=whole)
        return found

    def findings(self) -> Iterator[Finding]:
        self._tell("schema", 0, _STEPS)
        if not self._wanted.any_of(*_OF_DATA):
            yield from self._of_schema
            return
        try:
            schema = schemas.load(self._root)
        except KgError as error:
            found = self._of_schema if self._wanted.any_of(*_OF_SCHEMA) else []
            yield from found
            if error.code not in {each.code for each in self._of_schema}:
                yield words.unusable(error, self._workspace)
            yield words.given_up()
            return
        yield from self._with(schema)

    def _with(self, schema: Schema) -> Iterator[Finding]:
        """All there is to find with a schema that can be loaded: itself apart, while the rest goes on."""
        wanted = self._wanted.any_of(*_OF_SCHEMA)
        parts = (
            {} if not wanted or self.kept.has("schema", self._static_parts()) else {"schema": self._static}
        )
        with Apart(parts) as apart:
            if parts:
                self._look = lambda: apart.found("schema")
            try:
                yield from self._of_project(schema)
            except KgError as error:
                if error.code not in {found.code for found in self._of_schema}:
                    yield words.unusable(error, self._workspace)
            except Exception:
                # With errors in the schema, whatever follows may stumble; without, it is a fault in kg.
                if all(found.severity != "error" for found in self._of_schema):
                    raise
                yield words.given_up()
            if wanted:
                yield from self._of_schema

    def _of_project(self, schema: Schema) -> Iterator[Finding]:
        wants = self._wanted.any_of
        cache = self._root / "build" / "cache" if self._keep else None
        made = Made(schema, self._inputs, self._paths, cache)
        yield from documents.strangers(self._root, self._paths)
        asked = self._lexicon(schema) if wants(*_OF_LEXICON) else {}
        if self._paths is None and wants(*_OF_DOCUMENTS):
            self._tell("documents", 1, _STEPS)
            asked |= self._documents(made)
            yield from self._left_over(made)
        waiting = {name: part.look for name, part in asked.items() if not self.kept.has(*part.key)}
        with Apart(waiting) as apart:
            yield from self._of_dataset(made)
            self._tell("lexicon", 4, _STEPS)
            for name, part in asked.items():
                yield from self.kept.findings(*part.key, partial(apart.found, name))

    def _of_dataset(self, made: Made) -> Iterator[Finding]:
        """Facts and answers; where facts come from is looked up apart, while queries run."""
        part = _Part("facts", self._data_parts(), partial(self._of_facts, made))
        wanted = self._wanted.any_of(*_OF_FACTS)
        if wanted and not self.kept.has(*part.key):
            self._tell("facts", 2, _STEPS)
            made.make()
        with Apart({"facts": part.look} if wanted and not self.kept.has(*part.key) else {}) as apart:
            if self._wanted.any_of(*_OF_ANSWERS):
                self._tell("queries", 3, _STEPS)
                yield from self._of_queries(made)
            if wanted:
                yield from self.kept.findings(*part.key, partial(apart.found, "facts"))

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
        return self.kept.findings("schema", self._static_parts(), self._look)

    def _static_parts(self) -> list[str]:
        return [self._inputs.schema, *(f"{path.name} {sha}" for path, sha in self._query_files.items())]

    def _static(self) -> list[Finding]:
        if self._workspace.faults:
            return list(self._workspace.faults)
        asked = list(self._asked.values())
        return [
            *terms.check(self._workspace, frozenset(iri for each in asked for iri in each.iris)),
            *axioms.check(self._workspace),
            *rules.check(self._workspace),
            *register.check(self._workspace),
            *saved.check(asked, self._workspace),
            *relying.check(self._workspace, asked),
        ]

    # --- lexicon, documents, facts, answers

    def _lexicon(self, schema: Schema) -> dict[str, _Part]:
        return {"lexicon": _Part("lexicon", [self._inputs.schema], partial(words.check, schema, self._root))}

    def _documents(self, made: Made) -> dict[str, _Part]:
        found = {}
        for iri, pair in made.pairs.items():
            parts = [self._inputs.schema, pair.shown, pair.reading.document.sha256, hash_of(pair.text)]
            found[iri] = _Part("document", parts, partial(_look_at, pair, made))
        return found

    def _left_over(self, made: Made) -> Iterator[Finding]:
        unread = {f"{file.name}.ttl" for file in self._inputs.files}
        yield from documents.left_over(self._root, unread | {pair.path.name for pair in made.pairs.values()})

    def _all_parts(self) -> list[str]:
        """All that any finding rests on; files of other kinds among the documents by their names alone."""
        folder = self._root / "data" / "documents"
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
        return [*self._static_parts(), *self._data_parts(), *names]

    def _data_parts(self) -> list[str]:
        """What facts are made of, and what their places are found in."""
        files = sorted((self._root / documents.GRAPHS).glob("*.ttl")) if self._paths is None else []
        return [self._inputs.fingerprint, *(f"{path.name} {hash_of(path.read_bytes())}" for path in files)]

    def _of_facts(self, made: Made) -> list[Finding]:
        lines = workspace.Register(self._root, made.schema.register_files)
        origins = facts.Origins(made.decided, made.schema, made.register, made.pairs, lines)
        return list(facts.check(made.found, origins))

    def _of_queries(self, made: Made) -> Iterator[Finding]:
        parts = {path: [self._inputs.fingerprint, sha] for path, sha in self._query_files.items()}
        waiting = [path for path in parts if not self.kept.has("query", parts[path])]
        found: dict[Path, list[Finding]] = {}
        if waiting:
            store, known = made.store(len(waiting)), self._prefixes
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                each = pool.map(lambda path: _answers_of(path, self._root, store, known), waiting)
                found = dict(zip(waiting, each, strict=True))
        for path in parts:
            yield from self.kept.findings("query", parts[path], lambda path=path: found[path])  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is looked at by itself: a stage, the hashes of what it looks at, and how it looks."""

    stage: str
    parts: list[str]
    look: Callable[[], list[Finding]]

    @property
    def key(self) -> tuple[str, list[str]]:
        return self.stage, self.parts


def _answers_of(path: Path, root: Path, store: Store, known: Mapping[str, str]) -> list[Finding]:
    return list(answers.check(saved.read_to_ask(path, root), store, known))


def _look_at(pair: documents.Pair, made: Made) -> list[Finding]:
    return list(documents.check(pair, made.schema, made.checker))
