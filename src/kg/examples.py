"""Holds each lexicon entry to its examples: sentences that must give what it evokes, others that must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyoxigraph import NamedNode

from kg.documents import Document, from_text
from kg.findings import Finding
from kg.names import RDF_TYPE, local_name
from kg.reading import Reader, Reading
from kg.schema import Entry, Schema

Progress = Callable[[str, int, int], None]


def prove(schema: Schema, *, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Try every entry of the lexicon on its own examples.

    Args:
        schema: With the lexicon.
        progress: Told after each entry.

    Returns:
        KG107 for each sentence that gives what it must not, or does not give what it must; sorted. KG108 for
        all entries together that evoke something and show no example.
    """
    reader = Reader(schema)
    found: list[Finding] = []
    for number, entry in enumerate(schema.entries, 1):
        found += [_missed(entry, s) for s in entry.matches if not is_given(reader, schema, entry, s)]
        found += [_given(entry, s) for s in entry.matches_not if is_given(reader, schema, entry, s)]
        if progress:
            progress("trying entries", number, len(schema.entries))
    found += _unproved(schema.entries)
    return tuple(sorted(found))


def unused(
    schema: Schema, documents: Sequence[Document], *, progress: Progress | None = None
) -> tuple[list[Entry], list[Entry]]:
    """Entries that some documents did not need.

    Args:
        schema: With the lexicon.
        documents: Read by the whole lexicon.
        progress: Told after each document.

    Returns:
        Entries in whose language a document is written and that none has a form of; entries that evoke
        something, were met, and opened no frame. Both sorted by IRI.
    """
    reader = Reader(schema)
    met: set[str] = set()
    opened: set[str] = set()
    languages: set[str] = set()
    for number, document in enumerate(documents, 1):
        reading = reader.read(document)
        languages.add(reading.language)
        met |= {m.entry.iri for p in reading.passages for m in p.mentions if m.entry is not None}
        opened |= {f.entry.iri for f in reading.frames if f.entry is not None}
        if progress:
            progress("reading", number, len(documents))
    entries = sorted((e for e in schema.entries if e.language in languages), key=lambda e: e.iri)
    never = [e for e in entries if e.iri not in met]
    idle = [e for e in entries if e.iri in met and e.iri not in opened and e.evokes]
    return never, idle


def is_given(reader: Reader, schema: Schema, entry: Entry, sentence: str) -> bool:
    """Whether a sentence gives a claim of what an entry evokes; of an entry that only denotes, a mention."""
    reading = reader.read(from_text(sentence, name="example", language=entry.language))
    return _claims(reading, schema, entry) if entry.evokes else _mentions(reading, entry)


def _claims(reading: Reading, schema: Schema, entry: Entry) -> bool:
    for claim in reading.claims:
        if claim.predicate == RDF_TYPE and isinstance(claim.object, NamedNode):
            if schema.is_a(claim.object.value, entry.evokes):
                return True
        elif claim.predicate.value in entry.evokes:
            return True
    return False


def _mentions(reading: Reading, entry: Entry) -> bool:
    return any(m.entry is not None and m.entry.iri == entry.iri for p in reading.passages for m in p.mentions)


def _missed(entry: Entry, sentence: str) -> Finding:
    return Finding(
        code="KG107",
        focus=entry.iri,
        what="lexicon entry that misses its own example",
        found=f"nothing in: {sentence}",
        want=f"a claim of {', '.join(entry.evokes or entry.denotes)}",
        do="kg read a file with this sentence shows what was found; then mend the entry or the reading hints",
    )


def _given(entry: Entry, sentence: str) -> Finding:
    return Finding(
        code="KG107",
        focus=entry.iri,
        what="lexicon entry that matches where it must not",
        found=f"a claim in: {sentence}",
        want=f"no claim of {', '.join(entry.evokes or entry.denotes)}",
        do="make the entry weak, name what it needs, or bar the word before it (kg:blockedBy)",
    )


def _unproved(entries: Sequence[Entry]) -> list[Finding]:
    # what an entry tells along with its class (`kg:toldAlong`) is an entry of the same IRI, without examples;
    # one that silences others gives nothing, ever
    proved = {entry.iri for entry in entries if entry.matches or "silences" in entry.hints}
    entries = [entry for entry in entries if entry.evokes and entry.iri not in proved]
    if not entries:
        return []
    return [
        Finding(
            code="KG108",
            severity="info",
            what="lexicon entries without an example",
            found=f"{len(entries)}: {', '.join(local_name(entry.iri) for entry in entries)}",
            want="kg:matches, a sentence in which the entry must give a claim",
            do="add one, and kg:matchesNot for a sentence that looks alike and means something else",
        )
    ]
