"""Words and digits that name a number, with what limits it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.language.common import Phrases, Tokenised, capitalised, inside, noise, tokenised
from kg.language.model import Language, NumberMention, Span

_POSSESSIVE = ("'s", "’s")
_BLANKS = " \u00a0\u202f\u2009"
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_MARKS = frozenset('.,;:(–—«“"')
_SIGN_SCALES = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "md": 10**9,
    "mrd": 10**9,
    "bn": 10**9,
    "b": 10**9,
}
_CODE_SCALES = {"k": 1000, "t": 1000, "m": 10**6}
_ISO = {
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "huf": "HUF",
    "czk": "CZK",
    "ron": "RON",
    "bgn": "BGN",
    "isk": "ISK",
    "uah": "UAH",
    "zł": "PLN",
    "kč": "CZK",
}
_GROUP = re.compile(r"\d{3}")
_YEAR = re.compile(r"20[1-4]\d")
_LEADING = re.compile(r"(\d+(?:[.,]\d+)*)(\D*)")


def numbers(text: str, lang: Language, skip: Sequence[Span] = ()) -> list[NumberMention]:
    """All numbers, in order and apart.

    Args:
        text: Any text.
        lang: The language it is in.
        skip: Spans whose digits are no numbers of their own, in order and apart: those of the dates.

    Returns:
        Mentions sorted by `start`. Telephone numbers, postcodes, house numbers, times of day, numbers of
        lists and labels ("Nr. 5") are left out. Bounds count the number itself in.
    """
    reader = _Reader(text, tokenised(text), lang, skip)
    found: list[NumberMention] = []
    for index in reader.openings():
        read = reader.at(index) if index >= reader.used else None
        if read is not None:
            found.append(read[0])
            reader.used = max(read[1], index + 1)
    return found


@lru_cache(maxsize=16)
def _opening(lang: Language) -> frozenset[str]:
    """Words that a number may begin with."""
    return frozenset((*lang.ones, *lang.ordinals, *lang.only, *lang.small_numbers))


@lru_cache(maxsize=16)
def _phrases(lang: Language) -> tuple[Phrases[str], Phrases[str], Phrases[bool]]:
    before: list[tuple[str, str]] = list(lang.modifiers.items())
    after: list[tuple[str, str]] = list(lang.modifiers_after.items())
    return Phrases(before), Phrases(after), Phrases([(word, True) for word in lang.percent_words])


class _Reader:
    def __init__(self, text: str, tok: Tokenised, lang: Language, skip: Sequence[Span]) -> None:
        self.text, self.tok, self.lang, self.skip = text, tok, lang, skip
        self.words, self.tokens, self.size = tok.words, tok.tokens, len(tok.words)
        self.before, self.after, self.percent = _phrases(lang)
        self.noise = noise(text)
        self.used = 0

    def openings(self) -> list[int]:
        """Where a number may begin; by the word alone."""
        opening, mark = _opening(self.lang), self.lang.closed_thousands
        return [
            i
            for i, w in enumerate(self.words)
            if w in opening or w[0].isdigit() or (mark != "" and mark in w)
        ]

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < self.size else ""

    def gap(self, index: int) -> str:
        """What stands between the token before and this one."""
        return (
            self.text[self.tokens[index - 1].end : self.tokens[index].start] if 0 < index < self.size else " "
        )

    def at(self, index: int) -> tuple[NumberMention, int] | None:
        word = self.words[index]
        if word[0].isdigit():
            return self.digits(index)
        if word in self.lang.ones:
            return self.one_of(index) or self.spelled(index) or self.one_scaled(index)
        if word in self.lang.ordinals and word not in self.lang.small_numbers:
            return self.made(index, index + 1, self.lang.ordinals[word], ordinal=True)
        return self.only(index) or self.spelled(index)

    def left_out(self, index: int) -> bool:
        start = self.tokens[index].start
        return (
            inside(start, self.noise)
            or inside(start, self.skip)
            or self.is_label(index)
            or self.is_day(index)
            or self.is_of_name(index)
        )

    def is_of_name(self, index: int) -> bool:
        """A year that opens a name ("the 2026 Towns Awards")."""
        named = not self.lang.nouns_capitalised and index + 1 < self.size and self.gap(index + 1) == " "
        return (
            named
            and _YEAR.fullmatch(self.words[index]) is not None
            and capitalised(self.tokens[index + 1].text)
        )

    def is_day(self, index: int) -> bool:
        """Digits of a day whose year nothing tells ("7 May", "May 7 at …"), so that it is no date."""
        if not re.fullmatch(r"\d{1,2}", self.words[index]):
            return False
        behind = index + 2 if self.word(index + 1) in (".", *self.lang.of_words) else index + 1
        if self.word(behind) in self.lang.months and self.is_month(behind):
            return True
        follows = self.word(index + 1)
        ends = not follows or not follows[0].isalnum() or follows in self.lang.functions
        return ends and self.word(index - 1) in self.lang.months and self.is_month(index - 1)

    def is_month(self, index: int) -> bool:
        """Whether a word that may be a month's name is written as one."""
        return not self.lang.calendar_capitals or capitalised(self.tokens[index].text)

    def is_label(self, index: int) -> bool:
        """Digits that name a street's house, a list item, an article or a time of day."""
        before = self.word(index - 1)
        if before == "." and self.word(index - 2) in self.lang.labels:
            return True
        if before in self.lang.labels or self.word(index + 1) in self.lang.clock_words:
            return True
        if (
            before.endswith(self.lang.street_endings)
            and len(before) > 4
            and capitalised(self.tokens[index - 1].text)
        ):
            return True
        if self.goes_on(index) and index > 2 and self.word(index - 2)[0].isdigit():
            return self.is_label(index - 2)
        if before in ("_", "#", ":", "=", ">") and not self.gap(index):
            return True
        return self.is_list_item(index)

    def goes_on(self, index: int) -> bool:
        """ "Linien 3, 7 und 8", "21–23": a label's further digits."""
        before = self.word(index - 1)
        if before in ("–", "-", "/"):
            return not self.gap(index)
        return before == "," or before in self.lang.list_words

    def is_list_item(self, index: int) -> bool:
        if self.word(index + 1) not in (".", ")") or self.gap(index + 1):
            return False
        return index == 0 or "\n" in self.gap(index)

    # -- digits

    def digits(self, index: int) -> tuple[NumberMention, int] | None:
        if self.left_out(index):
            return None
        match = _LEADING.fullmatch(self.words[index])
        if match is None:
            return None
        if match[2]:
            return self.suffixed(index, match[1], match[2])
        value = self.value(match[1])
        if value is None or (len(match[1]) > 1 and match[1][0] == "0" and match[1][1:2].isdigit()):
            return None
        after = index + 1
        if match[1].isdecimal() and len(match[1]) <= 3:
            value, after = self.grouped(int(value), after)
        if self.is_ordinal(index, after):
            return self.made(index, after, value, ordinal=True)
        return self.scaled(index, after, value)

    def suffixed(self, index: int, digits: str, ending: str) -> tuple[NumberMention, int] | None:
        value = self.value(digits)
        if value is not None and ending in self.lang.group_endings:
            return self.made(index, index + 1, value)
        if value is not None and ending in _SIGN_SCALES and self.is_money(index):
            return self.made(index, index + 1, _exact(value * _SIGN_SCALES[ending]))
        if value is None or ending not in self.lang.ordinal_endings:
            return None
        return self.made(index, index + 1, value, ordinal=True)

    def is_money(self, index: int) -> bool:
        """Whether the sign or code of a currency stands right before a number, or behind it."""
        before, behind = self.word(index - 1), self.word(index + 1)
        return (
            (before in _SIGNS and not self.gap(index)) or before in _ISO or behind in _SIGNS or behind in _ISO
        )

    def value(self, digits: str) -> int | float | None:
        """The number that digits with separators spell, or None where they spell none in this language."""
        if digits.isdecimal():
            return int(digits) if len(digits) <= 15 else None
        whole, mark, fraction = digits.rpartition(self.lang.decimal)
        separators = set(digits) - set("0123456789") - {self.lang.decimal}
        if not mark:
            return self.thousands(digits)
        if separators - set(self.lang.thousands) or self.lang.decimal in whole:
            return self.thousands(digits) if self.lang.decimal in self.lang.thousands else None
        base = self.thousands(whole) if separators else (int(whole) if whole.isdecimal() else None)
        return None if base is None or not fraction.isdecimal() else float(f"{base}.{fraction}")

    def thousands(self, digits: str) -> int | None:
        for mark in self.lang.thousands:
            head, *groups = digits.split(mark)
            if (
                groups
                and head.isdecimal()
                and len(head) <= 3
                and all(_GROUP.fullmatch(one) for one in groups)
            ):
                return int("".join((head, *groups)))
        return None

    def grouped(self, value: int, after: int) -> tuple[int, int]:
        """ "1 500": groups of three after a single blank, where the language writes so."""
        while (
            after < self.size
            and len(self.gap(after)) == 1
            and self.gap(after) in self.lang.thousands
            and self.gap(after) in _BLANKS
            and _GROUP.fullmatch(self.words[after])
            and value < 10**12
        ):
            value, after = value * 1000 + int(self.words[after]), after + 1
        return value, after

    def is_ordinal(self, index: int, after: int) -> bool:
        """ "die 3. Konferenz": a full stop that the sentence goes on after."""
        if not self.lang.ordinal_dots or self.word(after) != "." or self.gap(after):
            return False
        following = self.tokens[after + 1].text if after + 1 < self.size else ""
        if not following[:1].isalpha() or "\n" in self.gap(after + 1):
            return False
        return following[0].islower() or self.word(index - 1) in self.lang.determiners | self.lang.month_leads

    # -- words

    def spelled(self, index: int) -> tuple[NumberMention, int] | None:
        read = self.parse_words(index)
        if read is None or self.left_out(index):
            return None
        value, after = read
        if after == index + 1 and self.words[index] in self.lang.ones:
            return None
        return self.scaled(index, after, value)

    def one_scaled(self, index: int) -> tuple[NumberMention, int] | None:
        """ "one million", "eine Milliarde"."""
        if self.word(index + 1) not in self.lang.scales or self.left_out(index):
            return None
        return self.scaled(index, index + 1, 1)

    def parse_words(self, index: int) -> tuple[int, int] | None:
        """Value and index after a number in words; scale words are left to `scaled` unless more follows."""
        total = current = 0
        position, last_used = index, index
        while position < self.size:
            word = self.words[position]
            small = self.small(word)
            if position > index and ("\n\n" in self.gap(position) or not self.gap(position)):
                break
            if small is not None and _fits(current, small):
                current += small
            elif (
                word in self.lang.hundreds and 0 <= current % 100 < 10 and current < 100 and position > index
            ):
                current = max(current, 1) * 100
            elif word in self.lang.scales and (current or total) and self.continues(position + 1):
                total, current = (total + current) * self.lang.scales[word], 0
            elif word in self.lang.number_joiners and position > index and self.joins(position, current):
                position += 1
                continue
            else:
                break
            position += 1
            last_used = position
        return (total + current, last_used) if last_used > index else None

    def joins(self, position: int, current: int) -> bool:
        following = self.small(self.word(position + 1))
        return following is not None and following > 0 and _fits(current, following) and current > 0

    def continues(self, position: int) -> bool:
        word = self.word(position)
        if word in self.lang.number_joiners:
            word = self.word(position + 1)
        return self.small(word) is not None

    def small(self, word: str) -> int | None:
        """The value of a single word below a million."""
        known = self.lang.small_numbers.get(word)
        mark = self.lang.closed_thousands
        if known is not None or not mark or mark not in word:
            return known
        head, _, tail = word.partition(mark)
        tail = tail.removeprefix("und") if tail else tail
        low = self.lang.small_numbers.get(tail) if tail else 0
        high = self.lang.small_numbers.get(head) if head else 1
        return high * 1000 + low if high is not None and low is not None else None

    def one_of(self, index: int) -> tuple[NumberMention, int] | None:
        """ "eine von 112", "one of the 112"."""
        ahead = index + 1
        if self.word(ahead) not in self.lang.of_words:
            ahead += 0 if self.word(ahead) in self.lang.determiners else 10
        steps = 0
        while steps < 5 and (
            self.word(ahead) in self.lang.of_words
            or self.word(ahead) in self.lang.determiners
            or self.word(ahead).endswith(_POSSESSIVE)
            or self.before.at(self.words, ahead) is not None
            if ahead < self.size
            else False
        ):
            ahead, steps = ahead + 1, steps + 1
        if not steps or ahead >= self.size:
            return None
        counted = self.words[ahead][0].isdigit() or self.parse_words(ahead) is not None
        if not counted or self.words[ahead] in self.lang.ones:
            return None
        token = self.tokens[index]
        return NumberMention(token.start, token.end, 1, one_of=True), index + 1

    def only(self, index: int) -> tuple[NumberMention, int] | None:
        """ "the only town": one, unless a number or another member follows, or several are spoken of."""
        if self.words[index] not in self.lang.only:
            return None
        if not self.lang.only_several.isdisjoint(self.words[max(0, index - 2) : index]):
            return None  # "X and Y are the only towns"
        before = self.words[index - 1] if index else ""
        determined = before in self.lang.determiners or before.endswith(("'s", "’s"))
        if not determined and not self.opens_phrase(index):
            return None
        if index + 1 < self.size and (
            self.words[index + 1] in self.lang.only_more or self.parse_words(index + 1) is not None
        ):
            return None
        token = self.tokens[index]
        return NumberMention(token.start, token.end, 1), index + 1

    def opens_phrase(self, index: int) -> bool:
        """Whether "sole" stands at the head of a sentence or behind a mark, and a common noun comes next."""
        ahead = [token.text for token in self.tokens[index + 1 : index + 3]]
        before = self.words[index - 1] if index else "."
        return self.words[index] in self.lang.lone and before in _MARKS and any(w[0].islower() for w in ahead)

    # -- what stands around the number

    def scaled(self, index: int, after: int, value: int | float) -> tuple[NumberMention, int]:
        if self.word(after) in _SIGN_SCALES and self.word(after + 1) in _SIGNS and not self.gap(after + 1):
            return self.made(index, after + 1, _exact(value * _SIGN_SCALES[self.word(after)]))
        if (scale := _scale_of_code(self.word(after))) is not None:
            return self.made(index, after + 1, _exact(value * scale))
        while self.word(after) in self.lang.scales:
            value = _exact(value * self.lang.scales[self.word(after)])
            after += 1
            if (
                self.word(after) == "."
                and not self.gap(after)
                and self.word(after - 1) in self.lang.abbreviated_scales
            ):
                after += 1
        return self.made(index, after, value)

    def made(
        self, index: int, after: int, value: int | float, *, ordinal: bool = False
    ) -> tuple[NumberMention, int]:
        first, after, percent, currency = self.measured(index, after)
        flags = self.limits(first, after)
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        if self.word(after) == "+" and not self.gap(after):
            flags.add("at_least")
        return (
            NumberMention(
                start,
                end,
                value,
                at_least="at_least" in flags,
                at_most="at_most" in flags,
                approximate="approximate" in flags,
                more=not ordinal and self.adds(first, after),
                ordinal=ordinal,
                percent=percent,
                currency=currency,
            ),
            after,
        )

    def measured(self, index: int, after: int) -> tuple[int, int, bool, str | None]:
        """First token, index after, whether a share, and the currency."""
        percent = self.percent.at(self.words, after) if after < self.size else None
        if percent is not None:
            return index, after + percent[0], True, None
        if self.word(after) in ("%", "٪"):
            return index, after + 1, True, None
        following, ahead = self.word(after), after + 1
        if following in self.lang.of_words and self.lang.currencies.get(self.word(ahead)):
            following, ahead = self.word(ahead), ahead + 1
        code = _SIGNS.get(following) or _ISO.get(following) or self.lang.currencies.get(following)
        if whole := self.lang.currencies.get(f"{following} {self.word(ahead)}"):
            return index, ahead + 1, False, whole
        if code is None and after > index + 1 and _scale_of_code(self.word(after - 1)) is not None:
            return index, after, False, _ISO[self.word(after - 1)[1:]]
        if code is None and self.lang.currencies.get(self.word(after - 1)) and after > index + 1:
            return index, after, False, self.lang.currencies[self.word(after - 1)]
        if code is not None:
            return index, ahead, False, code
        preceding = self.word(index - 1)
        code = _SIGNS.get(preceding) or _ISO.get(preceding)
        if code is not None and index > self.used and "\n" not in self.gap(index):
            return index - 1, after, False, code
        return index, after, False, None

    def limits(self, first: int, after: int) -> set[str]:
        flags: set[str] = set()
        position = first
        while position > 0 and self.word(position - 1) in self.lang.determiners:
            position -= 1
        for start in (first, position):
            match = self.before.before(self.words, start)
            while match is not None:
                flags.add(match[1])
                start -= match[0]
                match = self.before.before(self.words, start)
        following = self.after.at(self.words, after) if after < self.size else None
        if following is not None:
            flags.add(following[1])
        return flags

    def adds(self, first: int, after: int) -> bool:
        """ "38 weitere", "another 38"; not the "more" of "more than"."""
        if self.word(after) in self.lang.more_words and self.word(after + 1) not in (
            "than",
            "als",
            "que",
            "än",
        ):
            return True
        return self.word(first - 1) in self.lang.more_words


def _fits(current: int, small: int) -> bool:
    """Whether a smaller number may be added to what is read so far: 20 + 3, 100 + 12, not 3 + 4."""
    if current == 0:
        return True
    if small <= 0:
        return False
    if current % 1000 == 0:
        return small < 1000
    if current % 100 == 0:
        return small < 100
    return (
        current % 10 == 0
        and current % 100 >= 20
        and (small < 10 or (current % 100 in (60, 80) and small < 20))
    )


def _scale_of_code(word: str) -> int | None:
    """What a code for a currency multiplies by the letter before it ("MEUR")."""
    return _CODE_SCALES.get(word[:1]) if word[1:] in _ISO else None


def _exact(value: int | float) -> int | float:
    rounded = round(value)
    return rounded if abs(value - rounded) < 1e-6 * max(1.0, abs(value)) else value
