"""Markdown as people and converters write it: front matter, headings, lists, quotes, tables, rules."""

from __future__ import annotations

import re

from kg.documents import dates, frontmatter, inline, layout, text
from kg.documents.model import Extract, Line

_HEADING = re.compile(r"(#{1,6})(?:\s+|(?=\*))")
_CLOSING = re.compile(r"\s+#{1,6}$")
_BULLET = re.compile(r"(?:[•▪●■○◦➢➤→✓✔‣∙\uf0b7\uf0a7\uf0d8]\s*|[*+·-]\s+|[–—]\s+)(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,2}\)|[a-z]\))\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?){1,8}")
_RULE = re.compile(r"(?:[-*_=~–—.]\s?){3,200}|(?:`{3,}|~{3,})\w{0,20}")
_TABLE_RULE = re.compile(r"[|:\s+-]{3,400}")
_REFERENCE = re.compile(r"\[[^\[\]]{1,100}\]:\s*\S{1,2000}")
_DASHES = "-–—"
_LONGEST_LOOKED_AT = 300


def extract(data: bytes, at: str) -> Extract:
    """Markdown: the file itself, with the front matter read as YAML.

    Raises:
        DocumentError: KG203, KG204 for bytes that are no text; KG209 for a faulty front matter.
    """
    whole, notes = text.decode(data, at)
    return from_text(whole, at, strict=True, notes=notes)


def from_text(whole: str, at: str, *, strict: bool, notes: tuple[str, ...] = ()) -> Extract:
    """Lines of a text with their marks; `strict` refuses a front matter that is no mapping."""
    metadata, body = frontmatter.read(whole, at, strict=strict)
    return Extract(whole, marked(whole, text.cut(whole, body)), True, metadata, notes)


def marked(whole: str, lines: list[Line], *, markup: bool = True) -> list[Line]:
    """The same lines with headings, items, quotes and table rows recognised, and rules dropped.

    Args:
        whole: The text that the lines belong to.
        lines: Changed in place.
        markup: Whether `#`, `>`, `|` and underlines count; bullets always do.
    """
    kept: list[Line] = []
    bullets: dict[int, str] = {}
    gap, page = 0, False
    for line in lines:
        raw = whole[line.start : min(line.end, line.start + _LONGEST_LOOKED_AT + 1)]
        line.gap, line.page = max(line.gap, gap), line.page or page
        gap, page = 0, False
        if _is_rule(raw, line, kept, markup):
            gap, page = max(1, line.gap), line.page
            continue
        if markup:
            _mark_block(raw, line)
        listed = "" if line.gap or not kept else bullets.get(len(kept) - 1, "")
        if not line.mark:
            listed = _mark_item(whole, line, kept[-1] if kept else None, listed) or listed
        bullets[len(kept)] = listed
        line.bare = _bare(whole, line, markup)
        kept.append(line)
    _unmark_speech(whole, kept, markup)
    return kept


def _unmark_speech(whole: str, lines: list[Line], markup: bool) -> None:
    """A single dash before a sentence is speech (French, Spanish, Swedish), not a list of one."""
    dashed = [line.mark == "item" and whole[line.start - 2 : line.start] in ("– ", "— ") for line in lines]
    for number, line in enumerate(lines):
        alone = not any(dashed[max(0, number - 1) : number] + dashed[number + 1 : number + 2])
        if dashed[number] and alone and whole[line.end - 1] in '.!?»”"':
            line.mark, line.level, line.start = "", 0, line.start - 2
            line.bare = _bare(whole, line, markup)


def _is_rule(raw: str, line: Line, kept: list[Line], markup: bool) -> bool:
    if not _RULE.fullmatch(raw) and not (markup and (_REFERENCE.fullmatch(raw) or _is_table_rule(raw))):
        return False
    underlined = kept[-1] if kept else None
    if markup and underlined and not line.gap and not underlined.mark and set(raw) in ({"="}, {"-"}):
        underlined.mark, underlined.level = "heading", 1 if raw[0] == "=" else 2
    return True


def _is_table_rule(raw: str) -> bool:
    return "-" in raw and "|" in raw and _TABLE_RULE.fullmatch(raw) is not None


def _mark_block(raw: str, line: Line) -> None:
    quote = _QUOTE.match(raw)
    if quote and quote.end() < len(raw):
        line.start += quote.end()
        raw = raw[quote.end() :]
    heading = _HEADING.match(raw)
    if heading and heading.end() < len(raw):
        line.mark, line.level = "heading", len(heading[1])
        line.start += heading.end()
        closing = _CLOSING.search(raw, heading.end()) if line.size <= _LONGEST_LOOKED_AT else None
        line.end -= len(closing.group()) if closing else 0
    elif len(raw) > 2 and raw[0] == "|" and "|" in raw[1:]:
        line.mark = "row"
        line.start += 1
        line.end -= raw[-1] == "|" and line.size <= _LONGEST_LOOKED_AT


def _mark_item(whole: str, line: Line, above: Line | None, listed: str) -> str:
    """Mark a line that opens an item; return its kind of bullet, or nothing."""
    raw = whole[line.start : min(line.end, line.start + 80)]
    match = _BULLET.match(raw) or _NUMBERED.match(raw)
    if match is None or match.end() >= line.size or raw[:2] in ("**", "__"):
        return ""
    if layout.is_page_number(raw):
        return ""
    bullet = "1" if raw[0].isalnum() or raw[0] == "(" else raw[0]
    if raw[0].isdigit() and dates.STARTS_WITH_MONTH.match(raw, match.end()):
        return ""
    if bullet != listed and not _may_begin_item(whole, raw, line, above):
        return ""
    line.mark, line.level = "item", 1 + min(line.indent // 2, 5)
    line.start += match.end()
    return bullet


def _may_begin_item(whole: str, raw: str, line: Line, above: Line | None) -> bool:
    """Whether a dash or a number at a line's start opens an item, and not the rest of a wrapped sentence."""
    if raw[0] not in _DASHES and not raw[0].isalnum():
        return True
    if above is None or line.gap:
        return True
    return whole[above.end - 1] in ":;.!?"


def _bare(whole: str, line: Line, markup: bool) -> str:
    if line.size > _LONGEST_LOOKED_AT * 2:
        return ""
    raw = whole[line.start : line.end]
    return inline.strip(raw) if markup else " ".join(raw.split())
