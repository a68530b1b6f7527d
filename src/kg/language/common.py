"""Tokens, sentences, and the small tools that all grammars of this package share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kg.language.model import Language, Span, Token

T = TypeVar("T")

# Every alternative that has begun to match can only grow, never fail, so the scan is linear.
_TOKEN = re.compile(
    r"[^\W\d_][^\W_]*(?:(?!['’]\d)[-_'’‑][^\W_]+)*"
    r"|\d+(?:[.,]\d+)*(?:[-'’]?[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*)?"
    r"|\S"
)
_STOP = re.compile(r"(?<![.!?…])[.!?…]+|\n")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_CLOSERS = "»«“”\"'’›‹)]*_"
_OPENERS = "»«„“”\"'‚‘›‹([*_"
_BULLET = re.compile(r"[ \t]*(?:[-–*•▪●◦·#>]+[ \t]|\d{1,3}[.)][ \t])")
_LONGEST_WORD = 40
# in capitals they stand for an office and a trade; in small letters they are a conjunction and a pronoun
_SHORT_FORMS = frozenset(("OB", "IT"))
_new = tuple.__new__

_MAIL = r"(?<![\w.+@-])[\w.+-]{1,64}@[\w.-]{3,}"
_WEB = r"(?<!\w)https?://\S+|(?<![\w.])www\.\S+"
_DIGITS = (
    r"(?<![\w.+])(?:\+|00)\d{1,3}[\s(/\d)–-]{6,24}\d"
    r"|(?<![\w.,])0\d{2,5}\s?[/–-]\s?\d[\d \-–]{2,14}\d"
    r"|(?<![\w.,])0\d{3,}(?:[ ]\d{2,}){0,4}"
    r"|\b[A-Z]{1,2}-\d{4,5}(?!\d)"
    r"|(?:(?<=\n)|(?<=, )|(?<=· )|(?<=\| ))\d{5}(?=[ ][A-ZÄÖÜ])"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
_NOISE = re.compile(f"{_WEB}|{_MAIL}|{_DIGITS}")
_NOISE_BUT_MAIL = re.compile(f"{_WEB}|{_DIGITS}")
# what any of the numbers among them has in it; the commonest numbers, such as years, have none of it
_MAY_BE_NOISE = re.compile(r"[-+\d](?:(?<=\+)\d|(?<=-)\d{4}|(?<=0)(?<![\w.]0)\d\d|\d{4}|:\d\d)")


def tokens(text: str) -> list[Token]:
    """Words with their inner hyphens, underscores and apostrophes; numbers with their separators; marks.

    A number is no part of the small word that is elided before it ("l'8 marzo").
    """
    return list(_tokenised(text).tokens)


@dataclass(frozen=True, slots=True, eq=False)
class Tokenised:
    """A text's tokens, beside them the same words in lower case, where each begins, and each word once.

    Short forms that are written like small words keep their capitals ("OB", "IT").
    Compared by identity, so that what a grammar finds out about one can be kept.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    vocabulary: frozenset[str]

    def index_at(self, position: int) -> int:
        """Index of the first token that ends after `position`."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and self.tokens[index].end > position:
            return index
        return index + 1


def _is_short_form(words: Sequence[str], at: int) -> bool:
    """Whether two capitals stand for a longer word ("OB"), and are no small word in a line of capitals."""
    beside = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    letters = [word for word in beside if word[:1].isalpha() and len(word) > 1]
    return not (letters and all(word.isupper() for word in letters))


@lru_cache(maxsize=64)
def _tokenised(text: str) -> Tokenised:
    places = [m.span() for m in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in places]
    # no token holds a line break: they are put in lower case all at once, and made without a call each
    lowered = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
    for at in [i for i, word in enumerate(words) if word in _SHORT_FORMS and _is_short_form(words, i)]:
        lowered[at] = words[at]
    return Tokenised(
        tuple([_new(Token, (start, end, word)) for (start, end), word in zip(places, words, strict=True)]),
        tuple(lowered),
        tuple([start for start, _ in places]),
        frozenset(lowered),
    )


def tokenised(text: str) -> Tokenised:
    """As `tokens`, kept for the next grammar that asks for the same text."""
    return _tokenised(text)


@lru_cache(maxsize=64)
def noise(text: str) -> tuple[Span, ...]:
    """Addresses, telephone numbers, postcodes and times of day, whose digits count nothing; in order."""
    addressed = "@" in text or "://" in text or "www." in text
    if not addressed and not _MAY_BE_NOISE.search(text):
        return ()
    # each word may begin a mail address: to find that none goes on as one takes most of the time
    pattern = _NOISE if "@" in text else _NOISE_BUT_MAIL
    return tuple(match.span() for match in pattern.finditer(text))


def inside(position: int, spans: Sequence[Span]) -> bool:
    """Whether the position lies in one of the spans, which are in order and apart."""
    if not spans:
        return False
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


def tells_past(text: str, word: str, lang: Language) -> bool:
    """Whether a word, as written and in lower case, is a verb that puts its clause in the past."""
    if word in lang.past:
        return True
    return len(word) > 4 and text[0].islower() and word.endswith(lang.past_endings)


def has_past(stretch: str, lang: Language) -> bool:
    """Whether a verb in the past stands in a stretch of text."""
    tok = tokenised(stretch)
    return any(tells_past(token.text, word, lang) for token, word in zip(tok.tokens, tok.words, strict=True))


def in_either_order(ones: Iterable[str], others: Sequence[str]) -> str:
    """Two words beside each other, one of each kind and either first, with "|" between."""
    pairs = [(one, other) for one in ones for other in others]
    return "|".join(f"{a} {b}" for one, other in pairs for a, b in ((one, other), (other, one)))


class Phrases(Generic[T]):
    """Phrases of one or more tokens, found at a token; the longest wins."""

    def __init__(self, table: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = table.items() if isinstance(table, Mapping) else table
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in pairs:
            parts = tuple(_tokenised(phrase).words)
            self._by_first.setdefault(parts[0], []).append((parts, value))
            self._by_last.setdefault(parts[-1], []).append((parts, value))
        for group in (*self._by_first.values(), *self._by_last.values()):
            group.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """Number of tokens and value of the longest phrase that begins at the index."""
        group = self._by_first.get(words[index])
        if group is None:
            return None
        for parts, value in group:
            if len(parts) == 1 or tuple(words[index : index + len(parts)]) == parts:
                return len(parts), value
        return None

    def may_begin(self, word: str) -> bool:
        """Whether a word is the first of a phrase."""
        return word in self._by_first

    def any_begins(self, words: frozenset[str]) -> bool:
        """Whether any of some words is the first of a phrase."""
        return not self._by_first.keys().isdisjoint(words)

    def before(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """The same for the longest phrase that ends just before the index."""
        if index < 1:
            return None
        for parts, value in self._by_last.get(words[index - 1], ()):
            if index >= len(parts) and tuple(words[index - len(parts) : index]) == parts:
                return len(parts), value
        return None


def sentences(text: str, lang: Language) -> list[Span]:
    """Where the sentences stand, in order and apart; together they hold all that is not white space.

    A quotation of several sentences is split into them. Blank lines, list items and headings end a
    sentence; a single line break does not. Time is linear in the length of the text.
    """
    return list(_sentences(text, lang))


# the first of two days in "4.–6. November", "3./4. Juni"
_RANGE = re.compile(r"^\d{1,2}\.?[–—/-](?=\d{1,2}$)")
# what is quoted behind a colon goes on with its sentence where a comma and a small letter follow, whatever stops it has
_MOTTO = re.compile(r"\w:\s[„“\"«][^„“”\"»«\n]{3,160}[“”\"»](?:,\s|\s(?=[^\W\dA-ZÄÖÜ_]))")


@lru_cache(maxsize=64)
def _sentences(text: str, lang: Language) -> tuple[Span, ...]:
    found: list[Span] = []
    start = _skip_blank(text, 0)
    mottos = [m.span() for m in _MOTTO.finditer(text)]
    for match in _STOP.finditer(text):
        if match.start() < start or any(a < match.start() and match.end() < b for a, b in mottos):
            continue
        end = _line_end(text, match) if match.group() == "\n" else _stop_end(text, match, start, lang)
        if end is None or end <= start:
            continue
        found.append((start, len(text[start:end].rstrip()) + start))
        start = _skip_blank(text, end)
    if start < len(text):
        found.append((start, len(text[start:].rstrip()) + start))
    return tuple(found)


def _skip_blank(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _line_end(text: str, match: re.Match[str]) -> int | None:
    """A line break ends a sentence before an empty line or a list item, and after a heading."""
    after = match.end()
    blank = after
    while blank < len(text) and text[blank] in " \t\r":
        blank += 1
    if blank >= len(text) or text[blank] == "\n" or _BULLET.match(text, after):
        return match.start() + 1
    line_start = text.rfind("\n", max(0, match.start() - 300), match.start()) + 1
    return match.start() + 1 if text.startswith("#", line_start) else None


def _stop_end(text: str, match: re.Match[str], start: int, lang: Language) -> int | None:
    """Where the sentence ends that this full stop may close; None where it closes none."""
    end = match.end()
    while end < len(text) and text[end] in _CLOSERS:
        end += 1
    if lang.spaced_quotes and text[end : end + 2] in (" »", "\u00a0»", "\u202f»"):
        end += 2
    if end >= len(text):
        return end
    if not text[end].isspace():
        return _glued_end(text, match, end)
    following = _skip_blank(text, end)
    if following >= len(text):
        return end
    opened = following
    while opened < len(text) and opened < following + 6 and text[opened] in _OPENERS:
        opened += 1
    head = text[opened] if opened < len(text) else ""
    if not (head.isupper() or head.isdigit() or opened > following or head in "–—-•¿¡"):
        return None
    if head.islower() and opened > following and match.group() != ".":
        return None
    if match.group() == "." and end == match.end():
        word = _WORD.match(text, opened)
        return end if _full_stop_ends(text, match.start(), start, word[0] if word else head, lang) else None
    return end


def _glued_end(text: str, match: re.Match[str], end: int) -> int | None:
    """Sentences run together by a lost line break: "erreicht.Danach"."""
    before = text[max(0, match.start() - 4) : match.start()]
    after = text[end : end + 3]
    glued = (
        match.group() == "."
        and end == match.end()
        and len(before) == 4
        and before.isalpha()
        and before.islower()
    )
    return end if glued and after[:1].isupper() and after[1:].islower() and after != "Inn" else None


def _full_stop_ends(text: str, stop: int, start: int, following: str, lang: Language) -> bool:
    """Whether a full stop between a word and `following`, which could open a sentence, ends one."""
    begin = stop
    while begin > max(start, stop - _LONGEST_WORD) and not text[begin - 1].isspace():
        begin -= 1
    word = text[begin:stop].lstrip(_OPENERS + "-–/")
    starts = following in lang.starters
    word = _RANGE.sub("", word)
    if word.replace(",", "").isdigit():
        return _number_ends(text, begin, start, word, following, lang)
    if not word:
        return True
    last = word.rsplit(".", 1)[-1]
    if "." in word and last.isalpha() and len(last) <= 3:
        return starts
    if word in lang.abbreviations or (word in lang.honorifics and following[:1].isupper() and not starts):
        return False
    if word in lang.ending_abbreviations:
        return starts
    if len(last) == 1 and last.isalpha():
        return last.isupper() and starts
    return True


def _number_ends(text: str, begin: int, start: int, word: str, following: str, lang: Language) -> bool:
    if begin <= start:
        return False
    if not lang.ordinal_dots or len(word) > 3:
        return following.lower() not in lang.months or not lang.ordinal_dots
    if following.lower() in lang.months or following.isdigit():
        return False
    before = text[max(start, begin - _LONGEST_WORD) : begin].split()
    if before and before[-1].lower() in lang.determiners | lang.month_leads:
        return False
    return following in lang.starters


def sentence_at(spans: Sequence[Span], position: int) -> Span:
    """The sentence that holds the position, else the last one before it, else an empty span."""
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return spans[index] if index >= 0 else (position, position)


def capitalised(text: str) -> bool:
    return text[:1].isupper()
