"""Plain text, and what every format shares: decoding bytes and cutting text into lines."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from kg.documents.model import Extract, Line
from kg.errors import DocumentError

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SINGLE_BYTE = ["cp1252", "cp1250", "cp1251", "iso8859_15"]
_NO_TEXT = bytes(set(range(9)) | set(range(14, 27)) | {28, 29, 30, 31, 127})
_SAMPLE = 100_000
_PAGE_GAP = 3


def decode(data: bytes, at: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Bytes → text without a byte order mark, and a note where the encoding is not UTF-8.

    Raises:
        DocumentError: KG203 for binary content, KG204 where no encoding fits.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode_as(data, encoding, at)
    _refuse_binary(data, at)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as fault:
        if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
            return _decode_as(data, declared, at)
        return _guess(data, fault, at)


def _decode_as(data: bytes, encoding: str, at: str) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError) as fault:
        place = getattr(fault, "start", 0)
        raise _wrong_encoding(at, place, f"bytes that are not {encoding}") from None
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text[:_SAMPLE]):
        raise _wrong_encoding(at, 0, f"bytes that give no text as {encoding}")
    return text.removeprefix("\ufeff"), (f"Read as {encoding}, not as UTF-8.",)


def _refuse_binary(data: bytes, at: str) -> None:
    nul = data.find(b"\x00")
    odd = len(data[:_SAMPLE]) - len(data[:_SAMPLE].translate(None, _NO_TEXT))
    if nul < 0 and odd * 20 <= min(len(data), _SAMPLE):
        return
    raise DocumentError(
        "KG203",
        "binary content in a text file",
        at=at if nul < 0 else f"{at}, byte {nul}",
        found="a NUL byte" if nul >= 0 else f"{odd} control characters",
        want="text",
        do="give the file its true suffix, or export it as text",
    )


def _guess(data: bytes, fault: UnicodeDecodeError, at: str) -> tuple[str, tuple[str, ...]]:
    sample = data[:_SAMPLE] if fault.start < _SAMPLE else data[fault.start - _SAMPLE // 2 :][:_SAMPLE]
    replaced = sample.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    # Many good sequences beside a bad one mean UTF-8 with a fault in it, not another encoding.
    if sum(c > "\x7f" for c in replaced) - broken < broken:
        best = from_bytes(sample, cp_isolation=_SINGLE_BYTE, threshold=0.1).best()
        if best is not None and best.chaos <= 0.05 and _looks_written(str(best)):
            return _decode_as(data, best.encoding, at)
    raise _wrong_encoding(at, fault.start, f"byte 0x{data[fault.start]:02x}, which is not UTF-8")


def _looks_written(text: str) -> bool:
    """Whether what lies outside ASCII is mostly letters and quotation marks."""
    outside = [c for c in text if c > "\x7f"]
    good = sum(c.isalpha() or c in "„“”‚‘’»«–—…€§°·•\xa0²³©®™¿¡º" for c in outside)
    return good * 10 >= len(outside) * 9 and sum(c.isalpha() for c in text) * 2 >= len(text)


def _wrong_encoding(at: str, place: int, found: str) -> DocumentError:
    return DocumentError(
        "KG204",
        "wrong encoding",
        at=f"{at}, byte {place}",
        found=found,
        want="UTF-8",
        do="save the file as UTF-8",
    )


def cut(text: str, start: int = 0) -> list[Line]:
    """The lines of a text that are not blank, from `start` on, without blanks at their ends."""
    lines: list[Line] = []
    gap, page, at = 0, False, start
    for end, after, breaks_page in _ends(text, start):
        first, last = _trim(text, at, end)
        if first < last:
            lines.append(Line(first, last, gap=gap, page=page or gap >= _PAGE_GAP, indent=first - at))
            gap, page = 0, False
        else:
            gap += 1
        if breaks_page:
            gap, page = max(gap, 1), True
        at = after
    if lines:
        lines[0].gap, lines[0].page = max(1, lines[0].gap), True
    return lines


def _ends(text: str, start: int) -> list[tuple[int, int, bool]]:
    found = [(match.start(), match.end(), match.group() == "\f") for match in BREAK.finditer(text, start)]
    return [*found, (len(text), len(text), False)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at either end."""
    stripped = text[start:end].strip()
    if not stripped:
        return start, start
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return first, first + len(stripped)


def extract(data: bytes, at: str) -> Extract:
    """Plain text: the file itself; marks of Markdown are understood, since converters leave them there."""
    from kg.documents import markdown

    text, notes = decode(data, at)
    return markdown.from_text(text, at, strict=False, notes=notes)
