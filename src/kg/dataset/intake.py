"""Documents → readings: each file for itself, what was read before taken from the cache."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.claims import Claim
from kg.dataset import readers, sheets
from kg.dataset.inputs import File
from kg.dataset.readers import Read
from kg.dataset.sheets import Sheet
from kg.documents import Document, unsupported
from kg.findings import Finding, Place
from kg.names import Names
from kg.reading import Reading
from kg.schema import Schema

_RUN = 4
_SKETCHED = 64
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came out of the files.

    Args:
        readings: One for each readable document; sorted by IRI.
        fingerprints: Document IRI → hash of its words, equal for reprints.
        sketches: Document IRI → least hashes of its runs of words, of which near-copies share most.
        findings: Unreadable files, reprints, names that clash, quotes that are not there; sorted.
        unread: How many files gave no reading.
        sheets: Document IRI → its graph, as it is before anything is known of others.
    """

    readings: tuple[Reading, ...]
    fingerprints: dict[str, str]
    sketches: dict[str, tuple[int, ...]]
    findings: tuple[Finding, ...]
    unread: int
    sheets: Mapping[str, Sheet] = field(default_factory=dict)


def take_in(
    files: Sequence[File],
    schema: Schema,
    *,
    cache: Path | None = None,
    progress: Progress | None = None,
    workers: int = 0,
) -> Intake:
    """Read documents, each for itself: one that cannot be read becomes a finding, and the others go on.

    Args:
        files: As `inputs.gather` gives them.
        schema: What is known before reading.
        cache: Folder of readings kept from earlier runs; none is used when left out.
        progress: Told after each file.
        workers: Processes to read with; 0 for as many as this process may use cores. Few documents are
            read by one, and so are all where the system cannot fork.

    Returns:
        The same whatever the number of workers.
    """
    kept = _Cache(cache, schema)
    found: dict[File, Read | Finding] = {}
    for file, outcome in _outcomes(files, kept, schema, workers):
        found[file] = outcome
        if progress:
            progress("reading", len(found), len(files))
    kept.prune()
    findings = [outcome for outcome in found.values() if isinstance(outcome, Finding)]
    read = [
        _checked(outcome, file, schema.names, findings)
        for file, outcome in found.items()
        if not isinstance(outcome, Finding)
    ]
    readings = [reading for reading, _ in read]
    shown = {file.name: file.shown for file in files}
    findings += [_clash(file) for file in files if file.clash]
    findings += _reprints(readings, shown)
    return Intake(
        readings=tuple(sorted(readings, key=lambda r: r.iri.value)),
        fingerprints={r.iri.value: words_of(r.document) for r in readings},
        sketches={r.iri.value: sketch_of(r.document) for r in readings},
        findings=tuple(sorted(set(findings))),
        unread=len(files) - len(readings),
        sheets={reading.iri.value: sheet for reading, sheet in read},
    )


def _outcomes(
    files: Sequence[File], kept: _Cache, schema: Schema, workers: int
) -> Iterator[tuple[File, Read | Finding]]:
    waiting = []
    for file in files:
        known = kept.load(file)
        if known is None:
            waiting.append(file)
        else:
            yield file, known
    for file, outcome in readers.read_all(waiting, schema, workers):
        if not isinstance(outcome, Finding):
            kept.save(file, outcome)
        yield file, outcome


class _Cache:
    """Readings by what they were made of; a damaged one is read again."""

    def __init__(self, folder: Path | None, schema: Schema) -> None:
        self._folder = folder
        self._schema = schema

    def _path(self, file: File) -> Path | None:
        if self._folder is None or not file.sha256:
            return None
        key = hashlib.sha256(f"{file.sha256}\0{file.path.name}\0{file.name}".encode()).hexdigest()
        return self._folder / f"{self._schema.fingerprint[:16]}-{key[:32]}.pickle"

    def load(self, file: File) -> Read | None:
        path = self._path(file)
        if path is None or not path.is_file():
            return None
        try:
            reading, sheet = pickle.loads(path.read_bytes())
        except Exception:
            return None
        return (_at(reading, file.path), sheet) if isinstance(reading, Reading) else None

    def save(self, file: File, read: Read) -> None:
        path = self._path(file)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_bytes(readers.pickled(read))
        half.replace(path)

    def prune(self) -> None:
        """Forget what was read by other rules: it will never be asked for again."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if not path.name.startswith(self._schema.fingerprint[:16]):
                path.unlink(missing_ok=True)


def _at(reading: Reading, path: Path) -> Reading:
    return replace(reading, document=replace(reading.document, path=path))


def words_of(document: Document) -> str:
    """A hash of a document's words below its header; white space and case do not count."""
    return hashlib.sha256(" ".join(_words(document)).encode()).hexdigest()


def sketch_of(document: Document) -> tuple[int, ...]:
    """The least hashes of all runs of four words below the header, sorted; none for a text that is too short."""
    words = _words(document)
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    hashes = sorted(int.from_bytes(hashlib.sha256(run.encode()).digest()[:7]) for run in runs)
    return tuple(hashes[:_SKETCHED]) if len(runs) >= _SKETCHED else ()


def _words(document: Document) -> list[str]:
    after_header = max((end for _, end in _header(document)), default=0)
    return document.text[after_header:].casefold().split()


def _header(document: Document) -> Iterator[tuple[int, int]]:
    if document.metadata.date_from == "front matter" or document.text.startswith("---\n"):
        end = document.text.find("\n---", 4)
        if end > 0:
            yield 0, end + 4


def _checked(read: Read, file: File, names: Names, findings: list[Finding]) -> Read:
    """The reading without claims whose words do not stand where they say."""
    reading, _ = read
    good: list[Claim] = []
    for claim in reading.claims:
        words = claim.evidence
        if stands(reading.document.text, words.start, words.end, words.exact):
            good.append(claim)
        else:
            findings.append(_without_words(claim, file))
    if len(good) == len(reading.claims):
        return read
    left = replace(reading, claims=tuple(good))
    return left, sheets.of_reading(left, names)


def stands(text: str, start: int, end: int, exact: str) -> bool:
    """Whether words stand at a place; words that are empty stand nowhere."""
    return 0 <= start < end <= len(text) and text[start:end] == exact


def _without_words(claim: Claim, file: File) -> Finding:
    return Finding(
        code="KG301",
        focus=claim.subject.value,
        path=claim.predicate.value,
        severity="error",
        what="claim without its words",
        at=file.shown,
        found=f"quoted words that are not at their place: {claim.evidence.exact[:80]}",
        want="words that stand in the document",
        do="kg convert the document again",
    )


def _clash(file: File) -> Finding:
    return Finding(
        code="KG503",
        severity="warning",
        what="two documents of one name",
        at=file.shown,
        found=f"the name of {file.clash}",
        want="a name of its own, since it becomes part of addresses",
        do=f"rename the file; until then it is called {file.name}",
    )


def _reprints(readings: Iterable[Reading], shown: dict[str, str]) -> Iterator[Finding]:
    first: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda r: shown.get(r.document.name, "")):
        words = words_of(reading.document)
        other = first.setdefault(words, reading)
        if other is not reading:
            same = "bytes" if other.document.sha256 == reading.document.sha256 else "words"
            both = [shown.get(each.document.name, "") for each in (reading, other)]
            yield Finding(
                code="KG504",
                focus=reading.iri.value,
                severity="warning",
                what=f"two documents of the same {same}",
                at=both[0],
                found=f"the same {same} as {both[1]}",
                want="each text once",
                places=tuple(Place(file, 1, 1) for file in both if file),
                do="nothing, if it is a reprint: it counts as no second witness; else remove one of them",
            )


def with_findings(intake: Intake, more: Iterable[Finding]) -> Intake:
    """The same with more findings."""
    return replace(intake, findings=tuple(sorted({*intake.findings, *more})))


def strangers(folders: Sequence[Path], root: Path, shown: Callable[[Path, Path], str]) -> list[Finding]:
    """A finding for each file in the folders that is of no kind that kg reads."""
    return [
        Finding(
            code="KG208",
            severity="info",
            what="unsupported kind of file",
            at=shown(path, root),
            found=path.suffix or "no suffix",
            want="a document, or nothing",
            do="convert the file, or leave it out",
        )
        for path in unsupported(folders)
    ]
