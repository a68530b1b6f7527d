"""Two datasets as sorted lines of N-Quads, and the patch that makes one of the other."""

from __future__ import annotations

import hashlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg import exporting
from kg.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Patch:
    """The lines in which two sorted files of N-Quads differ.

    Args:
        removed: Lines of A alone, sorted, without line breaks.
        added: Lines of B alone, sorted, without line breaks.
        before: SHA-256 of A's sorted N-Quads, in hexadecimal digits.
        after: The same of B's.
    """

    removed: tuple[str, ...]
    added: tuple[str, ...]
    before: str
    after: str

    @property
    def is_empty(self) -> bool:
        return not self.removed and not self.added

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "before": self.before,
            "after": self.after,
            "removed": list(self.removed),
            "added": list(self.added),
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Patch:
        """From what `as_dict` gave."""
        return cls(tuple(fields["removed"]), tuple(fields["added"]), fields["before"], fields["after"])


def compare(a: Store, b: Store, base_a: str, base_b: str) -> Patch:
    """The patch from one store to another; in memory stands only what differs.

    Args:
        a: The one before; only read.
        b: The one after; only read.
        base_a: Base IRI of A's project, for its blank nodes.
        base_b: The same of B's.
    """
    with _lines(a, base_a) as ours, _lines(b, base_b) as theirs:
        before, after = _sha256(ours), _sha256(theirs)
        if before == after:
            return Patch((), (), before, after)
        removed, added = _differences(ours, theirs)
    return Patch(tuple(removed), tuple(added), before, after)


def apply(patch: Patch, lines: Iterable[str]) -> list[str]:
    """What B's sorted N-Quads are.

    Args:
        patch: From A to B.
        lines: Of A as `kg export --format nq` writes it, with or without line breaks.

    Returns:
        B's lines, sorted, without line breaks.

    Raises:
        DatasetError: KG544, where the lines are not A's, or what comes out is not B's.
    """
    there = [line.rstrip("\n") for line in lines]
    _refuse(patch.before, there, "lines that the patch was not made for")
    gone = set(patch.removed)
    made = list(heapq.merge((line for line in there if line not in gone), patch.added))
    _refuse(patch.after, made, "patch that was changed on its way")
    return made


def quads(lines: Iterable[str]) -> list[Quad]:
    """Lines of N-Quads as quads."""
    return list(parse(input="\n".join(lines).encode(), format=RdfFormat.N_QUADS))


def _lines(store: Store, base: str) -> IO[bytes]:
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 the caller closes it
    exporting.export(store, "nq", file, base=base)  # type: ignore[arg-type]
    file.seek(0)
    return file


def _sha256(file: IO[bytes]) -> str:
    found = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return found


def _differences(ours: Iterable[bytes], theirs: Iterable[bytes]) -> tuple[list[str], list[str]]:
    """Both are sorted by bytes, so that one walk along both is enough."""
    removed: list[str] = []
    added: list[str] = []
    left, right = iter(ours), iter(theirs)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(left, None), next(right, None)
        elif other is None or (one is not None and one < other):
            removed.append(_text(one or b""))
            one = next(left, None)
        else:
            added.append(_text(other))
            other = next(right, None)
    return removed, added


def _text(line: bytes) -> str:
    return line.rstrip(b"\n").decode("ascii")


def _refuse(wanted: str, lines: list[str], what: str) -> None:
    found = hashlib.sha256("".join(_ended(lines)).encode()).hexdigest()
    if found != wanted:
        raise DatasetError(
            "KG544",
            what,
            found=f"SHA-256 {found[:12]}…",
            want=f"SHA-256 {wanted[:12]}…",
            do="kg export --format nq the dataset that the patch begins from",
        )


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)
