"""Files → readings, by one process or by several; what goes wrong with a file stays with it."""

from __future__ import annotations

import copyreg
import io
import multiprocessing
import os
import pickle
from array import array
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import NamedNode

from kg.claims import Claim, Evidence
from kg.dataset import sheets
from kg.dataset.inputs import File
from kg.dataset.sheets import Sheet
from kg.dataset.traits import sketch_of, words_of
from kg.documents import read
from kg.errors import KgError
from kg.findings import Finding
from kg.names import Names
from kg.reading import Passage, Reader, Reading
from kg.reading.grammar import Grammar, plain
from kg.schema import Schema

__all__ = ["Read", "as_finding", "cores", "pickled", "read_all"]

_WORTH_A_PROCESS = 16
"""Documents for which another process pays: it takes as long to start as some ten documents take to read."""
_AT_ONCE = 4
"""Documents that a process is given at a time."""
_MOST_SHARED = 65_536
"""So many terms are kept in mind, for readings that have them in common."""


class Read(NamedTuple):
    """What a document says.

    Args:
        reading: All of it.
        sheet: Its graph.
        words: A hash of its words.
        sketch: Least hashes of runs of its words.
        page: A file with its text as pages show it, where one is kept.
        page_digest: SHA-256 of that file, in hexadecimal digits.
    """

    reading: Reading
    sheet: Sheet
    words: str
    sketch: tuple[int, ...]
    page: Path | None = None
    page_digest: str = ""

    @property
    def iri(self) -> str:
        return self.reading.iri.value


_reader: Reader | None = None
_names: Names | None = None


def read_all(
    files: Sequence[File], schema: Schema, workers: int = 0
) -> Iterator[tuple[File, Read | Finding]]:
    """Each file with its reading, or with what is wrong with it; in their order.

    Args:
        files: Documents.
        schema: What is known before reading.
        workers: As `intake.take_in` takes it.
    """
    many = min(workers or cores(), len(files) // _WORTH_A_PROCESS)
    done = 0
    if many > 1 and "fork" in multiprocessing.get_all_start_methods():
        try:
            for pair in _read_by_several(files, schema, many):
                yield pair
                done += 1
        except BrokenProcessPool:
            # A process was killed, most likely for want of memory: one alone needs less.
            pass
    reader = Reader(schema) if done < len(files) else None
    for file in files[done:]:
        assert reader is not None
        yield file, _read(file, reader, schema.names)


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_by_several(
    files: Sequence[File], schema: Schema, many: int
) -> Iterator[tuple[File, Read | Finding]]:
    global _reader, _names
    # Made before the fork, and read with once, so that the processes share what it has looked up.
    _reader, _names = Reader(schema), schema.names
    yield files[0], _read(files[0], _reader, _names)
    try:
        with ProcessPoolExecutor(many, mp_context=multiprocessing.get_context("fork")) as pool:
            found = map(pickle.loads, pool.map(_read_here, files[1:], chunksize=_AT_ONCE))
            yield from zip(files[1:], found, strict=True)
    finally:
        _reader = _names = None


def _read_here(file: File) -> bytes:
    assert _reader is not None
    assert _names is not None
    return pickled(_read(file, _reader, _names))


def _read(file: File, reader: Reader, names: Names) -> Read | Finding:
    try:
        reading = slim(reader.read(read(file.path, name=file.name)))
        sheet = sheets.of_reading(reading, names)
        return Read(reading, sheet, words_of(reading.document), sketch_of(reading.document))
    except KgError as error:
        return as_finding(error, _place(error, file))
    except Exception as fault:
        # One document that kg itself stumbles over must not cost the others.
        return _stumble(fault, file.shown)


def slim(reading: Reading) -> Reading:
    """The reading without what was only needed to make it; its claims, counts and places stay."""
    passages = tuple(
        Passage(p.number, p.text, array("I", p.offsets), p.kind, p.paragraph) for p in reading.passages
    )
    return replace(reading, document=replace(reading.document, blocks=()), passages=passages, frames=())


def pickled(outcome: Read | Finding) -> bytes:
    """For another process or another day, to be read by `pickle.loads`.

    What many readings have in common is named instead of written out, so that it is shared again.
    """
    into = io.BytesIO()
    pickler = pickle.Pickler(into)
    pickler.dispatch_table = _SHARED
    pickler.dump(outcome)
    return into.getvalue()


def _made(kind: type[Claim | Evidence], values: tuple[object, ...]) -> object:
    """A record of values that were its own: it need not be held against anything, as one that is new."""
    made: object = object.__new__(kind)
    for put, value in zip(_PLACES[kind], values, strict=True):
        put(made, value)
    return made


_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in (Claim, Evidence)}
_PLACES = {kind: [getattr(kind, name).__set__ for name in names] for kind, names in _FIELDS.items()}


def _taken_apart(record: Claim | Evidence) -> tuple[Any, tuple[type[Claim | Evidence], tuple[object, ...]]]:
    kind = type(record)
    return _made, (kind, tuple(getattr(record, name) for name in _FIELDS[kind]))


@lru_cache(_MOST_SHARED)
def _named(iri: str) -> NamedNode:
    return NamedNode(iri)


_SHARED: dict[type, Any] = {
    **copyreg.dispatch_table,
    # A slim reading has no other grammar.
    Grammar: lambda _: (plain, ()),
    NamedNode: lambda node: (_named, (node.value,)),
    # There are hundreds in a document, and what Python does for such records takes twice the time.
    Claim: _taken_apart,
    Evidence: _taken_apart,
}


def _place(error: KgError, file: File) -> str:
    """Where it stands, to the byte where the error knows it, by the path that people are shown."""
    return error.at.replace(str(file.path), file.shown) if str(file.path) in error.at else file.shown


def as_finding(error: KgError, at: str = "", severity: str = "error") -> Finding:
    """An error that does not stop the others."""
    return Finding(
        code=error.code,
        severity=severity,
        what=error.what,
        at=at or error.at,
        found=error.found,
        want=error.want,
        do=error.do,
    )


def _stumble(fault: Exception, at: str) -> Finding:
    return Finding(
        code="KG390",
        severity="error",
        what="document that kg stumbles over",
        at=at,
        found=f"{type(fault).__name__}: {fault}",
        want="a reading; this is a fault in kg, not in the document",
        do="report it with the document; the others were read",
    )
