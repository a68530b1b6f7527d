"""Words that name a day, a month, a year or a span of days.

A small grammar over tokens: at each token that can open a date the longest reading is taken. What lacks a
year takes it from its sentence, else from the document's own date; what needs that date and has none is
left out.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.language.common import (
    Phrases,
    Tokenised,
    capitalised,
    inside,
    noise,
    sentence_at,
    sentences,
    tells_past,
    tokenised,
)
from kg.language.elapsed import ahead, elapsed
from kg.language.model import DateKind, DateMention, Language, Part, Span, Unit
from kg.periods import Period

FIRST_YEAR, LAST_YEAR = 1900, 2100
_JOINTS = frozenset(",;:")
_HALF_YEAR = 183
_SOON = 45
_FEW_MONTHS, _FAR_BEHIND = 4, 6
_APART = 3
_FORESEEN = 2
_FEW_WORDS, _SHORTEST_FUTURE = 4, 5
_PASSED = 2024
"""The last year that no text means to reach, where none says when it was written."""
_DASHES = frozenset("-–—/")
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})(\D{0,4})")
_QUOTED = re.compile(
    r"»[^«\n]{1,120}«|„[^“”\n]{1,120}[“”]|“[^”\n]{1,120}”|\"[^\"\n]{1,120}\"|«[^»\n]{1,120}»"
)
# Months of a season are given generously, for sources use the word loosely.
_SEASONS = (((3, 1), (6, 20)), ((6, 1), (9, 22)), ((9, 1), (12, 20)), ((12, 1), (3, 20)))
_MONTH_PARTS: dict[Part, tuple[int, int]] = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
_YEAR_PARTS: dict[Part, tuple[int, int]] = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading before its year is known: `year` None asks for one, `shift` is added to it."""

    first: int
    last: int
    kind: DateKind
    year: int | None
    month: int = 0
    day: int = 0
    until: tuple[int | None, int, int] | None = None
    part: Part | None = None
    season: int | None = None
    months_from: tuple[int, int] | None = None
    period: Period | None = None
    loose: bool = False


def dates(text: str, lang: Language, reference: dt.date | None = None) -> list[DateMention]:
    """All words that name a period, in order and apart.

    Args:
        text: Any text.
        lang: The language it is in.
        reference: The day the text was written; without it whatever needs one ("heute", "im Mai"
            with no year in the sentence) is left out.

    Returns:
        Mentions sorted by `start`. Parts of months and years are given generously: "Anfang Mai" is 1 to
        12 May, "Ende 2024" September to December. A limit ("bis 2030") has the period of its words and
        kind "until".
    """
    return list(_dates(text, lang, reference))


@lru_cache(maxsize=64)
def _dates(text: str, lang: Language, reference: dt.date | None) -> tuple[DateMention, ...]:
    tok = tokenised(text)
    reader = _Reader(text, tok, lang, reference)
    found = _with_told_years(reader.all(), reader)
    resolved = (_resolve(one, found, reader.sentences, reader) for one in found)
    told = [mention for mention in resolved if mention is not None]
    told += elapsed(tok, lang, told)
    return tuple(sorted((*told, *ahead(tok, lang, reference, told)), key=lambda mention: mention.start))


@lru_cache(maxsize=16)
def _tables(lang: Language) -> tuple[Phrases[tuple[Unit, int]], Phrases[Part], Phrases[bool], frozenset[str]]:
    """Phrases for relative dates, parts and limits, and the words that can open a date."""
    limits = [(phrase, True) for phrase in lang.until] + [(phrase, False) for phrase in lang.since]
    opening = {
        *lang.months,
        *lang.weekdays,
        *lang.seasons,
        *lang.relative_adjectives,
        *lang.unit_nouns,
        *lang.ordinals,
        *(phrase.split()[0].split("'")[0] for phrase in (*lang.relative, *lang.parts)),
        *(phrase.split()[0] for phrase in (*lang.relative, *lang.parts)),
    }
    return Phrases(lang.relative), Phrases(lang.parts), Phrases(limits), frozenset(opening)


def _may_hold_date(word: str) -> bool:
    return word[0].isdigit() or (len(word) > 4 and ("-" in word or "'" in word))


@lru_cache(maxsize=64)
def openings(tok: Tokenised, lang: Language) -> tuple[int, ...]:
    """Indexes of the tokens at which a date may begin; by each word alone."""
    opening = _tables(lang)[3]
    return tuple(
        [
            i
            for i, w in enumerate(tok.words)
            if w in opening or (not w.isalpha() and _may_hold_date(w)) or (len(w) == 2 and w[0] == "q")
        ]
    )


@lru_cache(maxsize=16)
def _agents(lang: Language) -> frozenset[str]:
    """Words that lead to who does what a verb in the passive says."""
    return frozenset(lang.wording.agents.split("|"))


@lru_cache(maxsize=16)
def _same_year(lang: Language) -> Phrases[int]:
    """Phrases for the year of the date before (0), and for the one after that (1)."""
    return Phrases(
        [*((phrase, 0) for phrase in lang.same_year), *((phrase, 1) for phrase in lang.year_after)]
    )


class _Reader:
    """Holds one text and its tokens while the grammar walks over them."""

    def __init__(self, text: str, tok: Tokenised, lang: Language, reference: dt.date | None) -> None:
        self.text, self.tok, self.lang, self.reference = text, tok, lang, reference
        self.words, self.tokens = tok.words, tok.tokens
        self.size = len(tok.words)
        self.relative, self.parts, self.limits, self.opening = _tables(lang)
        self._noise: tuple[Span, ...] | None = None
        self.sentences = sentences(text, lang)
        self.last_year: int | None = None
        self.last_month = 0
        self._quoted: tuple[Span, ...] | None = None
        self._tense: dict[int, tuple[bool, bool]] = {}

    def all(self) -> list[_Found]:
        found: list[_Found] = []
        after = 0
        for index in openings(self.tok, self.lang):
            one = self.at(index) if index >= after else None
            if one is not None:
                found.append(one)
                self.last_year, self.last_month = one.year or self.last_year, one.month
                after = one.last + 1
        return found

    def at(self, index: int) -> _Found | None:
        word = self.words[index]
        if word[0].isdigit():
            if inside(self.tokens[index].start, self.noise()) or self.labelled(index):
                return None
            return self.iso(index) or self.days(index) or self.quarter(index) or self.bare_year(index)
        if word not in self.opening and not (
            (len(word) > 4 and ("-" in word or "'" in word)) or (len(word) == 2 and word[0] == "q")
        ):
            return None
        return (
            self.part(index)
            or self.month_first(index)
            or self.season(index)
            or self.quarter(index)
            or self.weekday(index)
            or self.adjective(index)
            or self.unit(index)
            or self.nearby(index)
        )

    def noise(self) -> tuple[Span, ...]:
        """Looked for once, and only where digits ask for it."""
        if self._noise is None:
            self._noise = noise(self.text)
        return self._noise

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < self.size else ""

    def raw(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < self.size else ""

    def touches(self, index: int) -> bool:
        """Whether the token follows the one before with no blank between."""
        return 0 < index < self.size and self.tokens[index - 1].end == self.tokens[index].start

    def labelled(self, index: int) -> bool:
        """ "Nr. 5", "Artikel 7", "§ 3", "A 14": digits that name something."""
        before = index - 2 if self.word(index - 1) in (".", "°", "º") else index - 1
        return self.word(before) in self.lang.labels

    # -- the parts of a date: each gives a value and the index after it

    def day(self, index: int) -> tuple[int, int] | None:
        match = _DAY.fullmatch(self.word(index))
        if match is None or not 1 <= int(match[1]) <= 31:
            return None
        if match[2] and match[2] not in self.lang.ordinal_endings:
            return None
        after = index + 1
        if self.lang.ordinal_dots and self.word(after) == "." and self.touches(after):
            after += 1
        return int(match[1]), after

    def month(self, index: int) -> tuple[int, int] | None:
        if self.word(index) in self.lang.day_particles:
            index += 1
        number = self.lang.months.get(self.word(index))
        if number is None or (self.lang.calendar_capitals and not capitalised(self.raw(index))):
            return None
        after = index + 1
        if len(self.word(index)) <= 4 and self.word(after) == "." and self.word(after + 1)[:1].isdigit():
            after += 1
        return number, after

    def year(self, index: int, *, comma: bool = True) -> tuple[int, int] | None:
        while self.word(index) in self.lang.day_particles or (comma and self.word(index) == ","):
            index += 1
            comma = False
        word = self.word(index)
        if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
            return int(word), index + 1
        return None

    def joint(self, index: int, *, words: bool = True) -> int:
        """Index after a dash or "bis", and after a day of the week behind it; the same index where there is none."""
        at = index + (self.word(index) == "," and self.word(index + 1) in self.lang.range_words)
        if self.word(at) in _DASHES or (words and self.word(at) in self.lang.range_words):
            return self.past_fillers(at + 1)
        return index

    def past_fillers(self, index: int) -> int:
        """Index after words that lead to a day, a day of the week ("Friday, 3 June") among them."""
        while self.word(index) in self.lang.date_fillers:
            index += 1
        if self.word(index) in self.lang.weekdays:
            index += 1 + (self.word(index + 1) == ",")
            while self.word(index) in self.lang.date_fillers:
                index += 1
        return index

    # -- readings that open with digits

    def iso(self, index: int) -> _Found | None:
        start = self.year(index, comma=False)
        dash = self.word(index + 1)
        if (
            start is None
            or dash not in ("-", "/")
            or self.word(index + 3) != dash
            or not self.touches(index + 3)
        ):
            return None
        month, day = self.word(index + 2), self.word(index + 4)[:2]
        if not (month.isdecimal() and day.isdecimal() and _exists(start[0], int(month), int(day))):
            return None
        return _Found(index, index + 4, "day", start[0], int(month), int(day))

    def numeric(self, index: int) -> tuple[int, int, int, int] | None:
        """Day, month, year and the index after "7.5.2025", "7. 5. 2025" or "7/5/2025"."""
        match = _NUMERIC.fullmatch(self.word(index))
        if match is not None:
            return _day_first(match[1], match[2], match[3], index + 1)
        a, b, c = self.word(index), self.word(index + 2), self.word(index + 4)
        mark = self.word(index + 1)
        apart = mark in (".", "/") and self.word(index + 3) == mark and a.isdecimal() and b.isdecimal()
        if apart and c.isdecimal() and len(a) <= 2 and len(b) <= 2 and len(c) == 4:
            return _day_first(a, b, c, index + 5)
        match = _DAY_MONTH.fullmatch(a)
        if match is not None and mark == "." and b.isdecimal() and len(b) == 4:
            return _day_first(match[1], match[2], b, index + 3)
        return None

    def element(self, index: int) -> tuple[int, int, int | None, int] | None:
        """Day, month (0 where none), year and index after; one end of a range."""
        full = self.numeric(index)
        if full is not None:
            return full
        match = _DAY_MONTH.fullmatch(self.word(index))
        if match is not None and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
            after = index + 1
            return int(match[1]), int(match[2]), None, after + (self.word(after) == ".")
        day = self.day(index)
        if day is None:
            return None
        month = self.month(day[1])
        if month is None:
            return day[0], 0, None, day[1]
        year = self.year(month[1])
        return day[0], month[0], *(year or (None, month[1]))

    def days(self, index: int) -> _Found | None:
        first = self.element(index)
        if first is None:
            return None
        last, end, listed = first, first[3], False
        while True:
            after = self.joint(end)
            if (
                after == end
                and not last[1]
                and (self.word(end) in self.lang.list_words or self.word(end) in (",", "&"))
            ):
                after, listed = end + 1, True
                while self.word(after) in self.lang.list_words | self.lang.date_fillers:
                    after += 1
                after = self.past_fillers(after)
            following = self.element(after) if after > end else None
            if following is None or (first[1] and not following[1]):
                break  # "3 May at 10": an hour, no second day
            last, end = following, following[3]
            if not listed:
                break
        bare = _DAY_MONTH.fullmatch(self.word(index)) is not None and last is first
        if not last[1] or (bare and not self.is_dated(index)):
            return None
        return self.closed_days(index, first, last, end)

    def is_dated(self, index: int) -> bool:
        """Whether "28.02." is a day: behind a word that leads to one, with its own full stop."""
        return self.word(index + 1) == "." and self.word(index - 1) in self.lang.date_fillers

    def closed_days(
        self,
        index: int,
        first: tuple[int, int, int | None, int],
        last: tuple[int, int, int | None, int],
        end: int,
    ) -> _Found | None:
        month = first[1] or last[1]
        year = first[2] if first[2] is not None else last[2]
        if year is None and self.refers_to_year(end):
            if (told := self.same_year(end)) is None:
                return None  # of a year that other sentences tell
            year, end = told[0], told[1] + 1
        if not _exists(year or 2024, month, first[0]) or not _exists(last[2] or 2024, last[1], last[0]):
            return None
        if last[:3] == first[:3]:
            return _Found(index, end - 1, "day", year, month, first[0])
        if (last[1], last[0]) < (month, first[0]) and first[2] is None and year is not None:
            year -= 1
        return _Found(index, end - 1, "span", year, month, first[0], until=(last[2], last[1], last[0]))

    def bare_year(self, index: int) -> _Found | None:
        year = self.year(index, comma=False)
        if year is None or self.quantity(index) or self.is_of_file(index):
            return None
        after = self.joint(index + 1)
        if after > index + 1:
            second = self.word(after)
            if len(second) == 2 and second.isdecimal() and self.word(after - 1) in ("/", "–", "-"):
                second = self.word(index)[:2] + second
            if len(second) == 4 and second.isdecimal() and year[0] < int(second) <= LAST_YEAR:
                period = Period(year[0] * 10000 + 101, int(second) * 10000 + 1231)
                return _Found(index, after, "span", year[0], period=period)
        return _Found(index, index, "until" if self.leads_to_aim(index) else "year", year[0])

    def is_of_file(self, index: int) -> bool:
        """Whether four digits begin the number of a paper ("No 2023-148", "2023/00148")."""
        number = self.word(index + 2)
        numbered = (
            self.word(index + 1) in ("-", "–", "/") and self.touches(index + 1) and self.touches(index + 2)
        )
        return numbered and number.isdecimal() and len(number) not in (1, 2, 4)

    def quantity(self, index: int) -> bool:
        """Whether four digits count or measure something, or belong to a longer number."""
        after, before = self.word(index + 1), self.word(index - 1)
        if after in self.lang.units or after in self.lang.currencies or after in self.lang.percent_words:
            return True
        if (before in "€$£+#/" and before) or after in ("%", "€", "°") or before in self.lang.currencies:
            return True
        if (self.touches(index) and before in (",", ".", ":", "_", "=")) or (
            after == "_" and self.touches(index + 1)
        ):
            return True
        if after[:1].isdigit() or (before[:1].isdigit() and not self.lang.months.get(self.word(index - 2))):
            return True
        return not self.reads_as_year(index)

    def reads_as_year(self, index: int) -> bool:
        """Four digits before a noun count it, unless a word or a name before makes them a year."""
        if self.word(index - 1) in self.lang.year_leads or self.limits.before(self.words, index):
            return True
        after = self.raw(index + 1)
        if not after or not after[0].isalpha() or after.lower() in self.lang.functions:
            return True
        if self.leads_to_aim(index):
            return True
        listed = self.word(index - 1) in self.lang.list_words
        if listed and len(self.word(index - 2)) == 4 and self.word(index - 2).isdecimal():
            return True
        if self.word(index - 1) in self.lang.finite:
            return True  # "was 2024 capital"
        named = capitalised(self.raw(index - 1)) and not self.opens_sentence(index - 1)
        return named or (self.lang.nouns_capitalised and not capitalised(after))

    def leads_to_aim(self, index: int) -> bool:
        """Whether a few words and a noun for an aim follow, which four digits to come date ("a 2030 heat goal")."""
        word = self.word(index)
        if not word.isdecimal() or int(word) <= (self.reference.year if self.reference else _PASSED):
            return False
        aims = self.lang.wording.aims.casefold().split("|")
        for at in range(index + 1, min(index + 2 + _FEW_WORDS, self.size)):
            word = self.words[at]
            if word in aims:
                return not self.is_first_of_noun(at)
            if not word[0].isalpha() or word in self.lang.functions or word in self.lang.prepositions:
                return False
        return False

    def is_first_of_noun(self, index: int) -> bool:
        """Whether another noun stands right behind a noun and ends what is said ("a goals report.")."""
        word, behind = self.word(index + 1), self.word(index + 2)
        if self.lang.nouns_capitalised or not word[:1].isalpha():
            return False
        other = self.lang.functions | self.lang.prepositions | self.lang.finite | self.lang.past
        if word in other | self.lang.apposed_participles or word.endswith(
            ("ly", "s", *self.lang.past_endings)
        ):
            return False
        return not behind[:1].isalpha() or behind in self.lang.finite | self.lang.past

    # -- readings that open with a word

    def month_first(self, index: int) -> _Found | None:
        if self.word(index) in self.lang.day_particles:
            return None
        month = self.month(index)
        if month is None:
            return None
        return self.american(index, month) or self.month_alone(index, month)

    def american(self, index: int, month: tuple[int, int]) -> _Found | None:
        """ "May 7, 2025", "May 6–8, 2025", "May 30 to June 2, 2025"."""
        day = self.day(month[1])
        if day is None or self.lang.ordinal_dots:
            return None
        end, until = day[1], None
        after = self.joint(end)
        if after > end:
            second = self.month(after)
            other = self.day(second[1] if second else after)
            if other is not None and len(self.word(other[1] - 1)) <= 4:
                until, end = (None, second[0] if second else month[0], other[0]), other[1]
        year = self.year(end)
        number, end = year or (None, end)
        if not _exists(number or 2024, month[0], day[0]):
            return None
        if until is None:
            return _Found(index, end - 1, "day", number, month[0], day[0])
        return _Found(index, end - 1, "span", number, month[0], day[0], until=until)

    def month_alone(self, index: int, month: tuple[int, int]) -> _Found | None:
        end, last = month[1], month[0]
        year = self.year(end, comma=False)
        after = self.joint(year[1] if year else end)
        second = self.month(after) if after > end else None
        if second is not None:
            end, last = second[1], second[0]
            closing = self.year(end, comma=False)
            opening = year[0] if year else (closing[0] - (last < month[0]) if closing else None)
            end = closing[1] if closing else end
            until = (closing[0] if closing else None, last, 31)
            return _Found(index, end - 1, "span", opening, month[0], 1, until=until, loose=year is None)
        if year is not None:
            return _Found(index, year[1] - 1, "month", year[0], month[0])
        told = self.same_year(end) or self.year_told(end) or self.month_after(index, month)
        if told is not None:
            return _Found(index, told[1], "month", told[0], month[0], loose=True)
        lead = self.word(index - 1)
        if lead in self.lang.month_leads or self.limits.before(self.words, self.unfilled(index)):
            return _Found(index, end - 1, "month", None, month[0])
        return None

    def refers_to_year(self, index: int) -> bool:
        """Whether words that refer to the year of the date before stand at a place."""
        return index < self.size and _same_year(self.lang).at(self.words, index) is not None

    def same_year(self, index: int) -> tuple[int, int] | None:
        """The year of the date before and the last token of the words that refer to it ("samma år")."""
        same = _same_year(self.lang).at(self.words, index) if index < self.size else None
        if same is None or not self.last_year:
            return None
        return self.last_year + same[1], index + same[0] - 1

    def month_after(self, index: int, month: tuple[int, int]) -> tuple[int, int] | None:
        """The year of a month that comes after the date before, and the last token ("im April darauf")."""
        followers, end = self.lang.month_followers, month[1]
        behind = self.word(end) in followers
        if not (behind or self.word(index - 1) in followers) or not (self.last_year and self.last_month):
            return None
        return self.last_year + (month[0] <= self.last_month), end if behind else end - 1

    def year_told(self, index: int) -> tuple[int, int] | None:
        """The year that words behind a month tell, and their last token: "april i år", "mayo del año pasado"."""
        for at in range(index, min(index + 2, self.size)):
            if self.lang.nouns_capitalised or (
                at > index and self.word(index) not in self.lang.day_particles
            ):
                return None
            one = self.nearby(at) or self.unit(at) or self.adjective(at)
            if one is not None and one.kind == "year" and one.year is not None:
                return one.year, one.last
        return None

    def part(self, index: int) -> _Found | None:
        """ "Anfang Mai", "Ende 2024", "mid-June 2024", "Anfang des Jahres"."""
        begun = self.parts.at(self.words, index)
        head, _, tail = self.word(index).partition("-")
        if begun is None and tail and head in self.lang.parts:
            return self.hyphened_part(index, self.lang.parts[head], tail)
        if begun is None:
            return None
        length, part = begun
        after = index + length
        month = self.month(after)
        while month is None and self.word(after) in self.lang.part_nouns | self.lang.day_particles | _DASHES:
            after += 1
            month = self.month(after)
        if month is not None:
            year = self.year(month[1], comma=False)
            if year is None and (told := self.same_year(month[1])) is not None:
                year = told[0], told[1] + 1
            number, end = year or (None, month[1])
            return _Found(index, end - 1, "span", number, month[0], part=part)
        return self.part_of_year(index, after, part)

    def hyphened_part(self, index: int, part: Part, tail: str) -> _Found | None:
        month = self.lang.months.get(tail)
        if month is not None:
            year = self.year(index + 1, comma=False)
            number, end = year or (None, index + 1)
            return _Found(index, end - 1, "span", number, month, part=part)
        if len(tail) == 4 and tail.isdecimal() and FIRST_YEAR <= int(tail) <= LAST_YEAR:
            return _Found(index, index, "span", int(tail), part=part)
        return None

    def part_of_year(self, index: int, after: int, part: Part) -> _Found | None:
        year = self.year(after, comma=False)
        if year is not None and not self.quantity_sign(year[1]):
            return _Found(index, year[1] - 1, "span", year[0], part=part)
        shift = self.lang.relative_adjectives.get(self.word(after))
        noun = after + (shift is not None)
        if self.lang.unit_nouns.get(self.word(noun)) == "year" and self.reference is not None:
            return _Found(index, noun, "span", self.reference.year + (shift or 0), part=part, loose=True)
        last = self.word(after - 1)
        if self.lang.unit_nouns.get(last) == "year" and self.reference is not None:
            return _Found(index, after - 1, "span", self.reference.year, part=part, loose=True)
        return None

    def quantity_sign(self, index: int) -> bool:
        return self.word(index) in self.lang.units or self.word(index) in ("%", "€")

    def season(self, index: int) -> _Found | None:
        season = self.lang.seasons.get(self.word(index))
        if season is None or (self.lang.nouns_capitalised and not capitalised(self.raw(index))):
            return None
        after = index + 1
        while self.word(after) in self.lang.part_nouns | self.lang.day_particles:
            after += 1
        year = self.year(after, comma=False)
        if year is not None:
            end = year[1]
            if self.word(end) == "/" and len(self.word(end + 1)) in (2, 4) and self.word(end + 1).isdecimal():
                end += 2
            return _Found(index, end - 1, "span", year[0], season=season)
        told = self.same_year(index + 1)
        if told is not None:
            return _Found(index, told[1], "span", told[0], season=season)
        own = self.lang.relative_adjectives.get(self.word(index))
        if own is not None:
            return self.shifted_season(index, index, season, own)
        shift = self.lang.relative_adjectives.get(self.word(index + 1))
        if shift is not None and not self.lang.nouns_capitalised:
            return self.shifted_season(index, index + 1, season, shift)
        if self.word(index - 1) in self.lang.month_leads:
            return _Found(index, index, "span", None, season=season)
        return None

    def shifted_season(self, first: int, last: int, season: int, shift: int) -> _Found | None:
        """The last or the next season of that name, seen from the document's date."""
        if self.reference is None:
            return None
        today = Period.day(self.reference).earliest
        year = self.reference.year
        if shift < 0 and _season(season, year).latest >= today:
            year -= 1
        if shift > 0 and _season(season, year).earliest <= today:
            year += 1
        return _Found(first, last, "span", year, season=season, loose=True)

    def quarter(self, index: int) -> _Found | None:
        word = self.word(index)
        after = index + 1
        number: int | None
        if word[0] == "q" and word[1:] in ("1", "2", "3", "4"):
            number, length = int(word[1:]), 3
        else:
            number = self.lang.ordinals.get(word)
            if number is None and word.isdecimal() and self.word(after) == ".":
                number, after = int(word), after + 1
            length = self.lang.quarters.get(self.word(after), 0)
            after += 1
        if number is None or not length or not 1 <= number <= 12 // length:
            return None
        while self.word(after) in self.lang.part_nouns | self.lang.day_particles:
            after += 1
        year = self.year(after, comma=False)
        if year is None:
            return None
        months = (1 + (number - 1) * length, number * length)
        return _Found(index, year[1] - 1, "span", year[0], months_from=months)

    def weekday(self, index: int) -> _Found | None:
        day = self.lang.weekdays.get(self.word(index))
        if day is None or self.reference is None:
            return None
        if self.lang.calendar_capitals and not capitalised(self.raw(index)):
            return None
        ahead = index + 1
        while self.word(ahead) in (",", "(") or self.word(ahead) in self.lang.date_fillers:
            ahead += 1
        if self.word(ahead)[:1].isdigit() or self.month(ahead) is not None:
            return None
        before = index - 1 - (self.word(index - 1) == ",")
        if before >= 0 and self.nearby(before) is not None:
            return None  # "tomorrow, Thursday": told already
        week = self.week_of(index + 1)
        if week is not None:
            monday = _moved(self.reference, 7 * week[0] - self.reference.weekday())
            return self.on(index, week[1], "day", Period.day(_moved(monday, day)))
        shift = (
            self.lang.relative_adjectives.get(self.word(index + 1))
            if not self.lang.nouns_capitalised
            else None
        )
        last = index + (shift is not None)
        if shift is None and (self.word(index - 1), self.word(index)) in self.lang.coming_days:
            shift = 1
        return self.on_weekday(index, last, day, shift)

    def week_of(self, index: int) -> tuple[int, int] | None:
        """ "Mittwoch vergangener Woche", "Wednesday of last week": how many weeks off, and the last token."""
        while self.word(index) in self.lang.part_nouns | self.lang.day_particles:
            index += 1
        shift = self.lang.relative_adjectives.get(self.word(index))
        week = self.lang.unit_nouns.get(self.word(index + 1))
        return (shift, index + 1) if shift is not None and week == "week" else None

    def on_weekday(self, first: int, last: int, day: int, shift: int | None) -> _Found | None:
        if self.reference is None:
            return None
        back = (self.reference.weekday() - day) % 7
        future, past = self.tells(first)
        later = shift > 0 if shift is not None else future and not past
        if later and (back or shift):
            back -= 7
        if shift is not None and shift < 0 and back == 0:
            back = 7
        return self.on(first, last, "day", Period.day(_moved(self.reference, -back)))

    def tells(self, index: int) -> tuple[bool, bool]:
        """Whether the sentence around the token, up to a semicolon, has words of the future, and of the past."""
        start, end = self._main_clause(*sentence_at(self.sentences, self.tokens[index].start), index)
        if start not in self._tense:
            indexes = range(self.tok.index_at(start), self.tok.index_at(end))
            future = any(self._tells_future(at) for at in indexes)
            past = any(self._tells_past(at) for at in indexes)
            if past and any(self.words[at] in self.lang.foretelling for at in indexes):
                future, past = True, False
            self._tense[start] = future, past
        return self._tense[start]

    def hopes(self, index: int) -> bool:
        """Whether somebody looks ahead between the commas around a token."""
        start, end = sentence_at(self.sentences, self.tokens[index].start)
        low, high = self.tok.index_at(start), min(self.tok.index_at(end), len(self.words))
        first = max((at for at in range(low, index) if self.words[at] in _JOINTS), default=low)
        last = min((at for at in range(index, high) if self.words[at] in _JOINTS), default=high)
        return any(self.words[at] in self.lang.hoping for at in range(first, last))

    def _tells_future(self, at: int) -> bool:
        """Whether a token is a word of the future, the first of two ("is to"), or a verb with such an ending."""
        word, text = self.words[at], self.tokens[at].text
        if word in self.lang.future_words or " ".join(self.words[at : at + 2]) in self.lang.future_pairs:
            return True
        return len(word) >= _SHORTEST_FUTURE and text[0].islower() and word.endswith(self.lang.future_endings)

    def _tells_past(self, at: int) -> bool:
        """Whether a token is a verb in the past, and no participle before who does it ("organised by")."""
        word, beside = self.words[at], self.words[at + 1 : at + 2]
        if not tells_past(self.tokens[at].text, word, self.lang):
            return False
        return word in self.lang.past or not beside or beside[0] not in _agents(self.lang)

    def _main_clause(self, start: int, end: int, index: int) -> tuple[int, int]:
        low, high = self.tok.index_at(start), self.tok.index_at(end)
        marks = [at for at in range(low, min(high, len(self.words))) if self.words[at] == ";"]
        before = max((self.tokens[at].end for at in marks if at < index), default=start)
        after = min((self.tokens[at].start for at in marks if at > index), default=end)
        return before, after

    def adjective(self, index: int) -> _Found | None:
        """ "letztes Jahr", "im vergangenen Herbst", "next Tuesday", "last May"."""
        shift = self.lang.relative_adjectives.get(self.word(index))
        if shift is None or self.reference is None:
            return None
        noun = index + 1
        unit = self.lang.unit_nouns.get(self.word(noun))
        if unit == "month" and self.month(noun + 1) is not None:
            noun, unit = noun + 1, None
        if unit is not None:
            return self.moved(index, noun, unit, shift)
        season = self.lang.seasons.get(self.word(noun))
        if season is not None:
            return self.shifted_season(index, noun, season, shift)
        day = self.lang.weekdays.get(self.word(noun))
        if day is not None and shift:
            return self.on_weekday(index, noun, day, shift)
        month = self.month(noun)
        if month is None or self.year(month[1], comma=False) is not None:
            return None
        if (told := self.month_after(noun, month)) is not None:
            return _Found(index, told[1], "month", told[0], month[0], loose=True)
        year = self.reference.year
        year += (shift > 0 and month[0] <= self.reference.month) - (
            shift < 0 and month[0] >= self.reference.month
        )
        return _Found(index, month[1] - 1, "month", year, month[0], loose=True)

    def unit(self, index: int) -> _Found | None:
        """Languages that put the adjective last: "la semana pasada", "l'année dernière"."""
        word = self.word(index).rsplit("'", 1)[-1]
        unit = self.lang.unit_nouns.get(word)
        shift = self.lang.relative_adjectives.get(self.word(index + 1))
        if unit is None or shift is None or self.lang.nouns_capitalised or self.reference is None:
            return None
        return self.moved(index, index + 1, unit, shift)

    def nearby(self, index: int) -> _Found | None:
        """ "heute", "gestern", "last week", "i går"."""
        match = self.relative.at(self.words, index)
        if match is None or self.reference is None:
            return None
        # A capital inside a sentence makes a noun of the adverb: "am Morgen".
        if self.lang.nouns_capitalised and capitalised(self.raw(index)) and not self.opens_sentence(index):
            return None
        length, (unit, shift) = match
        return self.moved(index, index + length - 1, unit, shift)

    def opens_sentence(self, index: int) -> bool:
        start = sentence_at(self.sentences, self.tokens[index].start)[0]
        return not any(char.isalnum() for char in self.text[start : min(start + 8, self.tokens[index].start)])

    def moved(self, first: int, last: int, unit: Unit, shift: int) -> _Found | None:
        if self.reference is None:
            return None
        kinds: dict[Unit, DateKind] = {"day": "day", "month": "month", "year": "year"}
        return self.on(first, last, kinds.get(unit, "span"), _unit_period(self.reference, unit, shift))

    def on(self, first: int, last: int, kind: DateKind, period: Period) -> _Found:
        return _Found(first, last, kind, period.earliest // 10000, period=period, loose=True)

    # -- what stands before a date

    def parts_little(self, start: int, end: int, *, comma: bool) -> bool:
        """Whether nothing but prepositions, articles or a comma parts two dates."""
        little = (
            self.lang.part_nouns | self.lang.day_particles | self.lang.month_leads | self.lang.date_fillers
        )
        between = self.words[start:end]
        return len(between) <= _APART and all(w in little or (comma and w == ",") for w in between)

    def unfilled(self, index: int) -> int:
        while index > 0 and self.words[index - 1] in self.lang.date_fillers:
            index -= 1
        return index

    def limit(self, index: int) -> DateKind | None:
        for start in (index, self.unfilled(index)):
            match = self.limits.before(self.words, start)
            if match is not None:
                return "until" if match[1] else "since"
        return None

    def in_name(self, one: _Found) -> bool:
        if one.kind != "year":
            return False
        before = self.raw(one.first - 1)
        if sum(map(str.isupper, before)) >= 2 and before.upper() != before.lower():
            return True
        if capitalised(before) and not self.lang.nouns_capitalised and not self.opens_sentence(one.first - 1):
            return before.lower() not in self.lang.functions and before.lower() not in self.lang.year_leads
        if self._quoted is None:
            self._quoted = tuple(match.span() for match in _QUOTED.finditer(self.text))
        return inside(self.tokens[one.first].start, self._quoted)

    def ends_noun(self, one: _Found) -> bool:
        """Whether a year stands right behind a noun, where every noun has a capital, and none that leads to years."""
        before = self.raw(one.first - 1)
        return (
            self.lang.nouns_capitalised
            and capitalised(before)
            and before.lower() not in self.lang.year_leads
            and not self.opens_sentence(one.first - 1)
        )


def _with_told_years(found: Sequence[_Found], reader: _Reader) -> list[_Found]:
    """Dates and the words for a year beside them as one ("in March last year", "last year, in March")."""
    joined: list[_Found] = []
    for one in found:
        before = joined[-1] if joined else None
        whole = _joined(before, one, reader) if before is not None else None
        joined[-1 if whole is not None else len(joined) :] = [whole or one]
    return joined


def _joined(before: _Found, one: _Found, reader: _Reader) -> _Found | None:
    """Two dates beside each other as one, where one is but the year of the other."""
    told_behind = _is_told_year(one) and _lacks_year(before)
    if not told_behind and not (_is_told_year(before) and _lacks_year(one)):
        return None
    if not reader.parts_little(before.last + 1, one.first, comma=not told_behind):
        return None
    if told_behind:
        return replace(before, last=one.last, year=one.year, loose=True)
    return replace(one, first=before.first, year=before.year, loose=True)


def _is_told_year(one: _Found) -> bool:
    return one.kind == "year" and one.loose and one.period is not None


def _lacks_year(one: _Found) -> bool:
    return one.year is None and one.until is None and one.period is None


def _resolve(
    one: _Found, found: Sequence[_Found], spans: Sequence[Span], reader: _Reader
) -> DateMention | None:
    relative = one.loose
    if one.year is None:
        year, relative = _year_for(one, found, spans, reader)
        if year is None:
            return None
        one = replace(one, year=year)
    period = _period(one)
    if period is None:
        return None
    closed = one.kind == "span" and (one.until is not None or (one.period is not None and not one.loose))
    kind = one.kind if closed else reader.limit(one.first) or one.kind
    start, end = reader.tokens[one.first].start, reader.tokens[one.last].end
    return DateMention(start, end, period, relative, kind, reader.in_name(one))


def _year_for(
    one: _Found, found: Sequence[_Found], spans: Sequence[Span], reader: _Reader
) -> tuple[int | None, bool]:
    """The year of a date that names none, and whether it came from the document's date."""
    start = reader.tokens[one.first].start
    sentence = sentence_at(spans, start)
    own = _is_this(one, reader) or (one.season is not None and reader.hopes(one.first))
    lent = None if own else _lent_year(one, found, sentence, reader)
    today = reader.reference
    if lent is not None and today is not None and one.month and reader.hopes(one.first):
        # "handed in last September, it hopes for an answer in March": the next one
        told = _period(replace(one, year=lent))
        if told is not None and told.latest < Period.day(today).earliest:
            coming = _period(replace(one, year=today.year))
            over = coming is not None and coming.latest < Period.day(today).earliest
            return today.year + over, True
    if lent is not None:
        return lent, False
    if today is None:
        return None, True
    guess = _period(replace(one, year=today.year))
    if guess is None:
        return today.year, True
    gap = (_date(guess.earliest) - today).days
    shift = _direction(one, reader)
    if shift:
        return today.year + (shift > 0 and gap < 0) - (shift < 0 and gap > 0), True
    if own:
        return today.year + (one.season is not None and guess.latest < Period.day(today).earliest), True
    future, past = reader.tells(one.first)
    if not future and gap > (_SOON if past else _HALF_YEAR):
        return today.year - 1, True
    if future and gap < -2 * _SOON:
        return today.year + 1, True
    return today.year, True


def _is_this(one: _Found, reader: _Reader) -> bool:
    """Whether a word before it says that a date is one of the year in which the text was written ("this autumn")."""
    at = one.first - 1
    while reader.word(at) in reader.lang.weekdays or reader.word(at) in reader.lang.date_fillers:
        at -= 1
    return reader.reference is not None and reader.word(at) in reader.lang.this_words


def _direction(one: _Found, reader: _Reader) -> int:
    """Whether an adjective beside the date says that it is the last (-1) or the next (1) of its name."""
    if reader.lang.nouns_capitalised:
        return 0
    beside = (reader.word(one.first - 1), reader.word(one.last + 1))
    return next((shift for word in beside if (shift := reader.lang.relative_adjectives.get(word, 0))), 0)


def _lent_year(one: _Found, found: Sequence[_Found], sentence: Span, reader: _Reader) -> int | None:
    """The year of the nearest other date of the sentence that is neither a limit nor part of a name."""
    position = bisect_right(found, one.first, key=lambda other: other.first) - 1
    best: tuple[int, int] | None = None
    for other in (*found[max(0, position - 4) : position], *found[position + 1 : position + 5]):
        start = reader.tokens[other.first].start
        if other.year is None or other.loose or not sentence[0] <= start < sentence[1]:
            continue
        if other.kind == "span" and other.period is not None:
            continue
        if other.first < one.first and _is_today(other, reader):
            continue  # of a dateline, which says nothing of what happened when
        if reader.limit(other.first) is not None or reader.in_name(other):
            continue
        ahead = reader.reference is not None and other.year > reader.reference.year
        if other.kind == "year" and ahead and other.first > one.last and reader.ends_noun(other):
            continue  # "on 12 March the Budget 2026": the year of what it stands behind
        is_other = other.kind == "year" or (other.kind == "month" and not _share_a_word(one, other, reader))
        if is_other and other.first > one.last + _FAR_BEHIND:
            continue  # "on 21 March …, the towns chosen in 2022", "… in May 2022": another year
        if reader.reference is not None and other.year > reader.reference.year + _FORESEEN:
            continue  # a goal's year, not one of the days that the text tells of
        gap = abs(other.first - one.first)
        if best is None or gap < best[0]:
            best = (gap, other.year + _turns_year(other, one, reader))
    return best[1] if best else None


def _share_a_word(one: _Found, other: _Found, reader: _Reader) -> bool:
    """Whether two dates name the same month."""
    words = [{t.text.casefold() for t in reader.tokens[f.first : f.last + 1]} for f in (one, other)]
    return any(word.isalpha() for word in words[0] & words[1])


def _is_today(one: _Found, reader: _Reader) -> bool:
    """Whether a date is the day on which the text was written."""
    period = _period(one) if one.kind == "day" and reader.reference is not None else None
    return period is not None and reader.reference is not None and period == Period.day(reader.reference)


def _turns_year(before: _Found, one: _Found, reader: _Reader) -> bool:
    """Whether the year has turned since the date before ("closed in December 2025, and awarded in February")."""
    months = (one.month - before.month) % 12
    if not (before.month and one.month) or before.first > one.first or one.month > before.month:
        return False
    today, year = reader.reference, before.year or 0
    return 0 < months <= _FEW_MONTHS and (today is None or (year + 1, one.month) <= (today.year, today.month))


def _period(one: _Found) -> Period | None:
    """The days of a reading whose year is known; None where no calendar has them."""
    year = one.year
    if one.period is not None or year is None:
        return one.period
    if one.season is not None:
        return _season(one.season, year)
    if one.months_from is not None:
        return Period(_number(year, one.months_from[0], 1), _month_end(year, one.months_from[1]))
    if one.part is not None:
        return _part(year, one.month, one.part)
    if not one.month:
        return Period(_number(year, 1, 1), _number(year, 12, 31))
    if not one.day:
        return Period(_number(year, one.month, 1), _month_end(year, one.month))
    if not _exists(year, one.month, one.day):
        return None
    first = _number(year, one.month, one.day)
    if one.until is None:
        return Period(first, first)
    other = one.until[0] or year + ((one.until[1], one.until[2]) < (one.month, one.day))
    last = min(_number(other, one.until[1], one.until[2]), _month_end(other, one.until[1]))
    return Period(first, last) if first <= last else Period(last, first)


def _part(year: int, month: int, part: Part) -> Period:
    if month:
        low, high = _MONTH_PARTS[part]
        return Period(_number(year, month, low), min(_number(year, month, high), _month_end(year, month)))
    low, high = _YEAR_PARTS[part]
    return Period(_number(year, low, 1), _month_end(year, high))


def _season(season: int, year: int) -> Period:
    (month, day), (last_month, last_day) = _SEASONS[season]
    return Period(_number(year, month, day), _number(year + (last_month < month), last_month, last_day))


def _unit_period(today: dt.date, unit: Unit, shift: int) -> Period:
    if unit == "day":
        return Period.day(_moved(today, shift))
    if unit in ("week", "weekend"):
        monday = _moved(today, 7 * shift - today.weekday())
        first = _moved(monday, 5) if unit == "weekend" else monday
        return Period.between(first, _moved(monday, 6))
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return Period(_number(year, month + 1, 1), _month_end(year, month + 1))
    return Period(_number(today.year + shift, 1, 1), _number(today.year + shift, 12, 31))


def _moved(day: dt.date, by: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + by, 1), dt.date.max.toordinal()))


def _date(number: int) -> dt.date:
    return dt.date(min(max(number // 10000, 1), 9999), number // 100 % 100, number % 100)


def _number(year: int, month: int, day: int) -> int:
    return year * 10000 + month * 100 + day


def _month_end(year: int, month: int) -> int:
    return _number(year, month, calendar.monthrange(min(max(year, 1), 9999), month)[1])


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _day_first(day: str, month: str, year: str, after: int) -> tuple[int, int, int, int] | None:
    """European order; the American one where only that gives a day."""
    number = int(year) + (2000 if len(year) == 2 else 0)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    if _exists(number, int(month), int(day)):
        return int(day), int(month), number, after
    if _exists(number, int(day), int(month)):
        return int(month), int(day), number, after
    return None
