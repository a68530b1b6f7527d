"""What reading a file gives: a `Document` with its whole text, its cleaned blocks and what is known of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "caption", "letterhead", "contact", "clutter"]
DateFrom = Literal["front matter", "metadata", "letterhead", "dateline"]


@dataclass(frozen=True, slots=True)
class Block:
    """Running text, cleaned, with the way back to where it stood.

    Args:
        text: One line: breaks are blanks, markup is gone, entities are characters.
        offsets: One place in `Document.text` for each code point of `text`, and one more for its end; they
            never fall. They jump where something was left out, a letterhead inside a sentence for example.
            The characters of a decoded entity all point to its first one.
        kind: What the layout shows it to be.
        level: Depth of a heading (1 is the highest) or of a list's item (1 is the outermost); otherwise 0.
    """

    text: str
    offsets: array[int] = field(repr=False, compare=False)
    kind: Kind = "paragraph"
    level: int = 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in `Document.text`; half-open, in code points.

        Raises:
            IndexError: if the part does not lie within `text`.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}–{end} is no part of a block of {len(self.text)} code points")
        if start == end:
            return self.offsets[start], self.offsets[start]
        # The next character may lie beyond a letterhead, so the end follows from the last one inside.
        last = self.offsets[end] if end == len(self.text) else self.offsets[end - 1] + 1
        return self.offsets[start], last


@dataclass(frozen=True, slots=True)
class Source:
    """The publication that a digest (a retelling in other words) was made from.

    Args:
        title: Its title.
        publisher: Who published it, as written.
        date: ISO day, month or year.
        address: Its web address.
    """

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself, by its header or by its layout.

    Args:
        title: Its title.
        publisher: Only where a header names one; layout gives hints in `letterhead_lines` and `hosts`.
        date: Day, month or year of publication in ISO form.
        language: Two letters (ISO 639-1).
        address: Its own web address.
        digest: True where the text retells another publication.
        source: That publication.
        spans: Field name → where in `Document.text` it was found; none for HTML, PDF and docx metadata.
        date_from: What gave the date.
        letterhead_lines: Lines that may name the publisher, cleaned, in order, each once.
        hosts: Web hosts in letterheads and contact lines, lower case, in order, each once.
        window_title: What a browser shows above a web page, which often ends in whose site it is.
    """

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    address: str | None = None
    digest: bool = False
    source: Source | None = None
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    date_from: DateFrom | None = None
    letterhead_lines: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    window_title: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read.

    Args:
        name: Slug of the file's stem; becomes part of IRIs.
        path: Where it was read from.
        media_type: As in `SUFFIXES`.
        sha256: Hexadecimal digest of the file's bytes.
        text: The whole extracted text; for text and Markdown the file itself, less a byte order mark.
            All offsets count its code points from 0.
        blocks: In order of their first character.
        metadata: What it says about itself.
        notes: What had to be guessed, for example the encoding; one sentence each.
    """

    name: str
    path: Path
    media_type: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Line:
    """A line of the file, or of an element of it, on its way to a block (used inside this package).

    Args:
        start: First code point of the content in the text; marks such as "# " lie before it.
        end: One past the last.
        gap: Blank lines before it; 0 where it stands right below the line before.
        page: Whether a page begins here.
        mark: What markup says it is; "" where it says nothing.
        level: Of a heading or an item.
        bare: The content without inline markup; "" for very long lines.
        indent: Blanks before the line's first sign, or before its bullet.
        hint: What its wording says it is; "" for running text.
        strong: Whether the hint comes from its own words, not from its neighbours.
    """

    start: int
    end: int
    gap: int = 0
    page: bool = False
    mark: Literal["", "heading", "item", "caption", "clutter", "letterhead", "row"] = ""
    level: int = 0
    bare: str = ""
    indent: int = 0
    hint: Literal["", "letterhead", "contact", "clutter", "caption"] = ""
    strong: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


@dataclass(slots=True)
class Extract:
    """What a format's module hands over: text, its lines, and what the format's own header says.

    Args:
        text: Becomes `Document.text`.
        lines: In order.
        markup: Whether Markdown, tags and entities are to be taken out of the text.
        metadata: From front matter, meta elements or properties.
        notes: See `Document`.
    """

    text: str
    lines: list[Line]
    markup: bool
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
