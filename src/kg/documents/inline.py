"""Raw text of some lines → one line of clean text, each code point with its place."""

from __future__ import annotations

import html
import re
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|"
    "footer|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nav|ol|p|pre|q|s|section|small|span|strong|strike|sub|sup|"
    "table|tbody|td|tfoot|th|thead|tr|u|ul|video"
)
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffc"
_INLINE_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "strike",
        "sub",
        "sup",
        "u",
    ]
)
_SPACE = rf"(?P<space>[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]|[\x00-\x08\x0e-\x1f\x7f])"
_PLAIN_TOKEN = re.compile(_SPACE)
# Every repetition is bounded and stops at its own opening character, so that no text makes this quadratic.
_MARKUP_TOKEN = re.compile(
    rf"""
      \\{{1,4}}(?P<escaped>[!-/:-@\[\]^_`{{-~])
    | !?\[(?P<label>[^\[\]]{{0,1000}})\]
        \((?:[^()\s]{{0,2000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,200}})?(?:\s"[^"]{{0,300}}")?)\)
    | <(?P<auto>https?://[^<>\s]{{1,2000}}|mailto:[^<>\s]{{1,300}}|[^<>\s@]{{1,100}}@[^<>\s@]{{1,200}})>
    | </?(?P<tag>{_TAGS})\b[^<>]{{0,1000}}>
    | <!--[^<>]{{0,1000}}-->
    | &(?P<entity>\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});
    | (?P<stars>\*{{1,3}}|_{{1,3}}|~~|`{{1,3}})
    | {_SPACE}
    """,
    re.VERBOSE,
)
_HYPHENS = "-\u2010\u2011¬"
_SUSPENDED = frozenset(
    [
        "und",
        "oder",
        "bzw.",
        "bzw",
        "sowie",
        "and",
        "or",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "och",
        "eller",
        "ed",
        "i",
        "lub",
        "en",
        "of",
        "та",
        "й",
        "або",
    ]
)
_COMPOUNDING = frozenset(
    [
        "well",
        "self",
        "non",
        "long",
        "short",
        "high",
        "low",
        "cross",
        "half",
        "full",
        "large",
        "small",
        "two",
        "three",
        "four",
        "first",
        "second",
        "mid",
        "zero",
        "vice",
        "peut",
    ]
)
_FIRST_WORD = re.compile(r"[^\W_]+\.?")
_WORD = re.compile(r"\w+(?:-\w+)*")
# of most texts: a slice of it is copied, and no number in it made anew
_PLACES = array("l", range(1 << 14))


class Vocabulary:
    """Words of one text, counted when the first doubtful hyphen asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text

    def count(self, word: str) -> int:
        return self._words[word.casefold()]

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(match.group().casefold() for match in _WORD.finditer(self._text))


class _Builder:
    """Text that grows together with its offsets; blanks never stand at its start or side by side."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offsets: array[int] = array("l")
        self.last = ""

    def copy(self, text: str, start: int, end: int) -> None:
        if start < end and text[start] == " " and self.last in ("", " "):
            start += 1
        if start < end:
            self.pieces.append(text[start:end])
            self.offsets.extend(_PLACES[start:end] if end <= len(_PLACES) else array("l", range(start, end)))
            self.last = text[end - 1]

    def put(self, characters: str, place: int) -> None:
        for character in characters:
            if character == " " and self.last in ("", " "):
                continue
            self.pieces.append(character)
            self.offsets.append(place)
            self.last = character

    def drop_last(self) -> None:
        self.pieces[-1] = self.pieces[-1][:-1]
        self.offsets.pop()
        while self.pieces and not self.pieces[-1]:
            self.pieces.pop()
        self.last = self.pieces[-1][-1] if self.pieces else ""

    def tail(self, size: int) -> str:
        found = ""
        for piece in reversed(self.pieces):
            found = piece[-size:] + found
            if len(found) >= size:
                break
        return found[-size:]


def clean(
    text: str, parts: Iterable[tuple[int, int]], *, markup: bool, words: Vocabulary
) -> tuple[str, array[int]]:
    """Join parts of a text into one line without markup.

    Args:
        text: The whole text.
        parts: Half-open spans, ascending; each a line, so that a hyphen at its end may be a division.
        markup: Whether Markdown, tags and entities are taken out.
        words: The text's words, which tell a divided word from a compound.

    Returns:
        The clean text and, for each of its code points and for its end, a place in `text`.
    """
    made = _Builder()
    end = 0
    for number, (start, stop) in enumerate(parts):
        if number:
            _join(made, text, end, start, stop, words)
        _append(made, text, start, stop, markup)
        end = stop
    while made.last == " ":
        made.drop_last()
    made.offsets.append(_end(text, made.offsets[-1], markup) if made.offsets else end)
    return "".join(made.pieces), made.offsets


def strip(raw: str) -> str:
    """A line without its inline markup, for looking at."""
    if _MARKUP_TOKEN.search(raw) is None:
        return raw.strip(" ")
    return clean(raw, [(0, len(raw))], markup=True, words=Vocabulary(""))[0]


def _end(text: str, last: int, markup: bool) -> int:
    match = _MARKUP_TOKEN.match(text, last) if markup and text[last] == "&" else None
    return match.end() if match and match["entity"] else last + 1


def _append(made: _Builder, text: str, start: int, end: int, markup: bool) -> None:
    token = _MARKUP_TOKEN if markup else _PLAIN_TOKEN
    at = start
    for match in token.finditer(text, start, end):
        made.copy(text, at, match.start())
        at = match.end()
        _take(made, text, match, markup)
    made.copy(text, at, end)


def _take(made: _Builder, text: str, match: re.Match[str], markup: bool) -> None:
    kind = match.lastgroup
    place = match.start()
    if kind == "space":
        if any(character.isspace() for character in match.group()):
            made.put(" ", place)
    elif not markup or kind is None:
        return
    elif kind == "escaped":
        made.put(match["escaped"], match.start("escaped"))
    elif kind == "label":
        _append(made, text, *match.span("label"), markup)
    elif kind == "auto":
        made.copy(text, *match.span("auto"))
    elif kind == "tag":
        if match["tag"].lower() not in _INLINE_TAGS:
            made.put(" ", place)
    elif kind == "entity":
        made.put(_decoded(match.group()), place)
    elif not _is_emphasis(text, match):
        made.copy(text, *match.span())


def _decoded(entity: str) -> str:
    """The entity's characters; itself where it names none, blanks for blank or unprintable ones."""
    found = html.unescape(entity)
    return "".join(" " if c.isspace() or not c.isprintable() else c for c in found if c not in _INVISIBLE)


def _is_emphasis(text: str, match: re.Match[str]) -> bool:
    """Whether stars mark words: inside a word, or with blanks on both sides, they are part of the text."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before.isspace() and after.isspace():
        return False
    doubled = len(match.group()) > 1 and match.group()[0] != "_"
    return doubled or not (before.isalnum() and after.isalnum())


def _join(made: _Builder, text: str, end: int, start: int, stop: int, words: Vocabulary) -> None:
    """Put a blank between two lines, or make one word of a divided one."""
    if end and text[end - 1] == "\u00ad":
        return
    if made.last not in _HYPHENS or not made.last:
        made.put(" ", end)
        return
    head = made.tail(60).rsplit(None, 1)[-1] if made.tail(60).strip() else ""
    following = _FIRST_WORD.match(text, start, stop)
    if (
        len(head) < 2
        or not head[-2].isalnum()
        or following is None
        or following.group().casefold() in _SUSPENDED
    ):
        made.put(" ", end)
    elif _is_division(head[:-1], following.group().rstrip("."), words):
        made.drop_last()


def _is_division(head: str, tail: str, words: Vocabulary) -> bool:
    """Whether "head-" and "tail" are one word that was divided at the end of a line."""
    if not tail[0].islower():
        return False
    stem = re.split(r"\W", head)[-1]
    if not stem or not stem[-1].isalpha() or (stem.isupper() and len(head) <= 6):
        return False
    if words.count(f"{stem}{tail}"):
        return True
    if words.count(f"{stem}-{tail}") or stem.casefold() in _COMPOUNDING:
        return False
    # Syllables rarely are words; both halves elsewhere in the text tell of a compound such as "tide-gauge".
    return words.count(stem) < 2 or words.count(tail) < 2
