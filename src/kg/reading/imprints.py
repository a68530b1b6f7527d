"""Senders whom a line of its own names: beside the day, behind a label, or in full behind an agency's short name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_WORD = r"[^\W\d_a-z][\w'’&.-]*"
_SMALL = r"des|der|für|und|of|the|for|and|de|du|la|del|och|för|y|et|e\."
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,7}}"
# "Name, 3 May 2024", "NAME, Place, 3 May 2024": whoever sends it, and the day, with nothing else in the line
_BESIDE_DAY = re.compile(rf"({_NAME}),\s({_NAME},\s)?(?=[^,]{{0,14}}\d)")
_LABEL = re.compile(
    r"(?i:quelle|source|fuente|fonte|källa|veranstalter(?:in|:in)?|ausrichter(?:in)?|organisateurs?|organi[sz]ers?|"
    r"organi[sz]ed by|organiza|organizan|organizadores?|arrangör(?:er)?|hosts?|utgivare|udgiver)\s*:\s"
    rf"(?i:redaktion\s|rédaction\s|redacción\s|redaktionen\s)?({_NAME})"
)
_KIND_OF_PAPER = re.compile(
    r"(?i:communiqué de presse|communiqué|nota de prensa|comunicado|pressemitteilung|presseinformation|"
    r"medienmitteilung|pressmeddelande|press release|press note|presseaussendung)\s*[–—|:-]\s"
)
_AFTER_KIND = re.compile(rf"({_NAME})(?=,\s[^\W\d_A-Z]|$)")
_FULL = re.compile(rf"({_NAME})")
_MOST_WORDS = 10
_PARTS = re.compile(r"\s*[|·•/()]\s*|\s[–—-]\s|,\s")


# "(ABC – Anna Bell Company)" behind a dateline
_BOTH = re.compile(rf"\((\w{{2,8}})\s[–-]\s({_NAME})\)")


def in_full(short: str, lines: Sequence[str]) -> str:
    """An agency's whole name, which a line at the head or foot gives beside its short one or has the same initials.

    Args:
        short: As the dateline has it ("abc").
        lines: Of the head and foot.

    Returns:
        The name, or "" where no line has one.
    """
    for line in lines:
        for part in _PARTS.split(line.strip(" *_#")):
            match = _FULL.fullmatch(part.strip())
            if match is not None and stands_for(short, match.group(1)):
                return match.group(1)
    return ""


def stands_for(short: str, name: str) -> bool:
    """Whether letters of a name's words, each word's first among them, make its short form."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(short) < 2 or short.casefold() == name.casefold() or not 0 < len(words) <= len(short):
        return False
    return _parts_of(short.casefold(), [w.casefold() for w in words])


def _parts_of(short: str, words: Sequence[str]) -> bool:
    """ "wnd" of two words, the second a compound: each word gives its first letter, the last ones further letters."""
    if not words:
        return not short
    first, *rest = words
    if not short or first[0] != short[0]:
        return False
    for taken in range(1, len(short) - len(rest) + 1):
        if _in_order(short[:taken], first) and _parts_of(short[taken:], rest):
            return True
    return False


def _in_order(letters: str, word: str) -> bool:
    left = iter(word)
    return all(letter in left for letter in letters)


def with_full(line: str) -> str:
    """The whole name in a bracket that holds a short one besides."""
    match = _BOTH.search(line)
    return match.group(2) if match is not None and stands_for(match.group(1), match.group(2)) else ""


def beside_day(line: str, dated: Callable[[str], bool]) -> str:
    """The name in a line that holds nothing but it, perhaps a place, and the day."""
    match = _BESIDE_DAY.match(line.strip(" *_#"))
    if match is None or not dated(line) or len(line.split()) > _MOST_WORDS:
        return ""
    # a name in capitals alone beside the day is a place, where it was written
    return "" if match.group(1).isupper() and not match.group(2) else match.group(1)


def labelled(line: str) -> str:
    """The first name behind a label that says who made or arranged what the text is about ("Source: …")."""
    match = _LABEL.match(line.strip(" *_#"))
    return match.group(1) if match is not None else ""


def behind_kind(line: str) -> str:
    """ "Press release – X, maker of …": the name between the kind of paper and what says who that is."""
    bare = line.strip(" *_#")
    kind = _KIND_OF_PAPER.match(bare)
    match = _AFTER_KIND.match(bare, kind.end()) if kind is not None else None
    return match.group(1) if match is not None else ""
