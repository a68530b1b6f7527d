"""A reading for people: the document's sentences with what was found in them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.claims import Claim, Factuality
from kg.names import local_name
from kg.periods import Period
from kg.reading import Kind, Passage, Reading
from kg.reading.passages.frames import SUBJECT, Filler, Frame
from kg.schema import Schema

STYLES: dict[Kind, str] = {
    Kind.THING: "bold green",
    Kind.PERSON: "bold magenta",
    Kind.PERIOD: "cyan",
    Kind.NUMBER: "blue",
    Kind.WORD: "yellow underline",
    Kind.REFERENCE: "green italic",
    Kind.QUOTED: "italic",
    Kind.NAME: "green",
}
_FIRMNESS = {
    Factuality.ASSERTED: "green",
    Factuality.EXPECTED: "yellow",
    Factuality.POSSIBLE: "yellow",
    Factuality.DENIED: "red",
}


def as_text(reading: Reading, schema: Schema, *, width: int = 100, colour: bool = False) -> str:
    """Each passage with its mentions marked, and below it the frames that it gave.

    Args:
        reading: As `Reader.read` gives it, with mentions and frames.
        schema: For names.
        width: Columns of the terminal.
        colour: Mentions in colours; without, they stand in square brackets.
    """
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False)
    console.print(Text(reading.title, style="bold"))
    who = reading.publisher_name or "publisher unknown"
    when = reading.issued.text if reading.issued else "date unknown"
    console.print(Text(f"{who}, {when}, {spoken(reading)}", style="dim"))
    console.print(Text(_legend(colour), style="dim"))
    for passage in reading.passages:
        silent = passage.number in reading.silent
        line = Text(f"{passage.number:>4}  ", style="dim")
        line.append_text(_marked(passage, colour, silent))
        console.print(line, soft_wrap=True)
        for frame in reading.frames:
            if frame.passage.number == passage.number:
                console.print(
                    Text(f"      {frame_line(frame, schema)}", style=_FIRMNESS[frame.factuality]),
                    soft_wrap=True,
                )
    console.print(Text(_summary(reading), style="dim"))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def spoken(reading: Reading) -> str:
    """A reading's language, and that it is not read where it is not."""
    note = "" if reading.is_understood else ", a language that is not read (kg explain KG211)"
    return f"{reading.language}{note}"


def _legend(colour: bool) -> str:
    return "" if colour else "[ ] name, person, day or number; * * word that evokes; ~ silent"


def _marked(passage: Passage, colour: bool, silent: bool) -> Any:
    from rich.text import Text

    if not colour:
        return Text(("~ " if silent else "") + _bracketed(passage))
    text = Text(passage.text, style="dim" if silent else "")
    for mention in passage.mentions:
        text.stylize(STYLES[mention.kind], mention.start, mention.end)
    return text


def _bracketed(passage: Passage) -> str:
    """Outermost mentions only: nested brackets cannot be read."""
    made: list[str] = []
    last = 0
    for mention in sorted(passage.mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < last or mention.kind is Kind.QUOTED:
            continue
        opening, closing = ("*", "*") if mention.kind is Kind.WORD else ("[", "]")
        made += [
            passage.text[last : mention.start],
            opening,
            passage.text[mention.start : mention.end],
            closing,
        ]
        last = mention.end
    return "".join([*made, passage.text[last:]])


def frame_line(frame: Frame, schema: Schema) -> str:
    """One line: the class, how firm it is, and what fills its slots."""
    slots = [
        ("" if path == SUBJECT else f"{local_name(path)} ")
        + " + ".join(_filler(filler, schema) for filler in fillers)
        for path, fillers in sorted(frame.fillers.items(), key=lambda item: (item[0] != SUBJECT, item[0]))
        if fillers
    ]
    about = f" {frame.about.text}" if frame.about is not None else ""
    firmness = frame.factuality.value.lower()
    if frame.entry is not None and "learned" in frame.entry.hints:
        firmness += ", by weights"
    return f"→ {local_name(frame.cls)}{about} ({firmness}): {'; '.join(slots)}"


def _filler(filler: Filler, schema: Schema) -> str:
    if isinstance(filler.value, Period):
        return filler.value.text
    if isinstance(filler.value, Literal):
        return filler.value.value
    iri = filler.thing or (filler.value.value if isinstance(filler.value, NamedNode) else "")
    if iri in schema.things:
        return schema.things[iri].name()
    return filler.mention.text if filler.mention is not None else local_name(iri)


def _summary(reading: Reading) -> str:
    silent = len(reading.silent)
    return f"{len(reading.passages)} passages, {silent} of them silent; {len(reading.claims)} claims"


def as_dict(reading: Reading) -> dict[str, Any]:
    """The reading as data for JSON."""
    return {
        "document": reading.iri.value,
        "title": reading.title,
        "publisher": reading.publisher_name,
        "issued": reading.issued.text if reading.issued else None,
        "language": reading.language,
        "notes": list(reading.document.notes),
        "passages": [_passage(passage, reading) for passage in reading.passages],
        "claims": list(_claims(reading.claims)),
    }


def _passage(passage: Passage, reading: Reading) -> dict[str, Any]:
    start, end = passage.span()
    return {
        "number": passage.number,
        "kind": passage.kind,
        "text": passage.text,
        "start": start,
        "end": end,
        "silent": passage.number in reading.silent,
        "mentions": [
            {"kind": m.kind.value, "start": m.start, "end": m.end, "text": m.text, "things": list(m.things)}
            for m in passage.mentions
        ],
    }


def _claims(claims: Iterable[Claim]) -> Iterable[dict[str, Any]]:
    for claim in claims:
        yield {
            "subject": claim.subject.value,
            "predicate": claim.predicate.value,
            "object": claim.object.value,
            "factuality": claim.factuality.value.lower(),
            "start": claim.evidence.start,
            "end": claim.evidence.end,
        }
