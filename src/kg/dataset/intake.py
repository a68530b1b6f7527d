"""Documents → readings: each file for itself, what was read before taken from the cache."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.claims import Claim
from kg.dataset import readers, sheets, texts
from kg.dataset.inputs import File
from kg.dataset.readers import Read
from kg.dataset.sheets import Sheet
from kg.documents import unsupported
from kg.findings import Finding, Place
from kg.language import SPOKEN
from kg.names import Names
from kg.reading import Reading
from kg.schema import Schema

_PAGE = ".json"
"""Ends the name of the file beside a reading with its text as pages show it."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came out of the files.

    Args:
        readings: One for each readable document; sorted by IRI.
        fingerprints: Document IRI → hash of its words, equal for reprints.
        sketches: Document IRI → least hashes of its runs of words, of which near-copies share most.
        findings: Unreadable files, languages that are not read, reprints, names that clash, quotes that are not
            there; sorted.
        unread: How many files gave no reading.
        sheets: Document IRI → its graph, as it is before anything is known of others.
        pages: Document IRI → the file that holds its text as pages show it, where there is one.
    """

    readings: tuple[Reading, ...]
    fingerprints: dict[str, str]
    sketches: dict[str, tuple[int, ...]]
    findings: tuple[Finding, ...]
    unread: int
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    pages: Mapping[str, Path] = field(default_factory=dict)


def take_in(
    files: Sequence[File],
    schema: Schema,
    *,
    cache: Path | None = None,
    progress: Progress | None = None,
    workers: int = 0,
    forgetful: bool = False,
) -> Intake:
    """Read documents, each for itself: one that cannot be read becomes a finding, and the others go on.

    Args:
        files: As `inputs.gather` gives them.
        schema: What is known before reading.
        cache: Folder of readings kept from earlier runs; none is used when left out.
        progress: Told after each file.
        workers: Processes to read with; 0 for as many as this process may use cores. Few documents are
            read by one, and so are all where the system cannot fork.
        forgetful: Whether what other rules have read is thrown away: by builds alone, of which there is one at a
            time, as another's dataset may still be waiting for its pages.

    Returns:
        The same whatever the number of workers.
    """
    kept = _Cache(cache, schema)
    found: dict[File, Read | Finding] = {}
    for file, outcome in _outcomes(files, kept, schema, workers):
        found[file] = outcome
        if progress:
            progress("reading", len(found), len(files))
    if forgetful:
        kept.prune()
    findings = [outcome for outcome in found.values() if isinstance(outcome, Finding)]
    read = [
        _checked(outcome, file, schema.names, findings)
        for file, outcome in found.items()
        if not isinstance(outcome, Finding)
    ]
    shown = {file.name: file.shown for file in files}
    findings += [_clash(file) for file in files if file.clash]
    findings += _not_understood((each.reading for each in read), shown)
    findings += _reprints(read, shown)
    return Intake(
        readings=tuple(sorted((each.reading for each in read), key=lambda r: r.iri.value)),
        fingerprints={each.iri: each.words for each in read},
        sketches={each.iri: each.sketch for each in read},
        findings=tuple(sorted(set(findings))),
        unread=len(files) - len(read),
        sheets={each.iri: each.sheet for each in read},
        pages={each.iri: each.page for each in read if each.page is not None},
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
        yield file, outcome if isinstance(outcome, Finding) else kept.saved(file, outcome)


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
            read = pickle.loads(path.read_bytes())
        except Exception:
            return None
        page = path.with_suffix(_PAGE)
        return _at(read, file.path, page) if isinstance(read, Read) and _is_whole(page, read) else None

    def saved(self, file: File, read: Read) -> Read:
        """The same as it will be loaded, once it is kept."""
        path = self._path(file)
        if path is None:
            return read
        path.parent.mkdir(parents=True, exist_ok=True)
        page = path.with_suffix(_PAGE)
        told = texts.as_json(read.reading).encode()
        read = read._replace(page_digest=_digest(told))
        _write(page, told)
        _write(path, readers.pickled(read))
        return read._replace(page=page)

    def prune(self) -> None:
        """Forget what was read by other rules: it will never be asked for again."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if not path.name.startswith(self._schema.fingerprint[:16]):
                path.unlink(missing_ok=True)


def _write(path: Path, told: bytes) -> None:
    """A file as a whole, in place of any that was there: others may hold that one by links."""
    half = path.with_name(f"{path.name}.half")
    half.write_bytes(told)
    half.replace(path)


def _digest(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()


def _is_whole(page: Path, read: Read) -> bool:
    """Whether a page is as it was written: datasets hold it by links, in which it may have been changed."""
    try:
        return _digest(page.read_bytes()) == read.page_digest
    except OSError:
        return False


def _at(read: Read, path: Path, page: Path) -> Read:
    reading = replace(read.reading, document=replace(read.reading.document, path=path))
    return read._replace(reading=reading, page=page)


def _checked(read: Read, file: File, names: Names, findings: list[Finding]) -> Read:
    """The reading without claims whose words do not stand where they say."""
    reading = read.reading
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
    return read._replace(reading=left, sheet=sheets.of_reading(left, names), page=None)


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


def _not_understood(readings: Iterable[Reading], shown: Mapping[str, str]) -> Iterator[Finding]:
    for reading in readings:
        if not reading.unread:
            continue
        whole = "" if reading.is_understood else f" of a document in language {reading.language} (ISO 639)"
        yield Finding(
            code="KG211",
            focus=reading.iri.value,
            severity="info" if reading.is_understood else "warning",
            what="text in a language that is not read",
            at=shown.get(reading.document.name, ""),
            found=f"{len(reading.unread)} of {len(reading.passages)} passages{whole}; nothing was taken from them",
            want=f"one of {', '.join(SPOKEN)}",
            do="give a translation in its place; or language: in the front matter, if it was mistaken",
        )


def _reprints(read: Iterable[Read], shown: dict[str, str]) -> Iterator[Finding]:
    first: dict[str, Reading] = {}
    for reading, words in sorted(
        ((each.reading, each.words) for each in read), key=lambda pair: shown.get(pair[0].document.name, "")
    ):
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
