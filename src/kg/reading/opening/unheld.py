"""Offices beside persons who do not hold them: denied, given up, stood for, yet to come, or theirs on a condition."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language import language
from kg.language.headings import headings_of
from kg.language.resigning import resigning_of

_CLAUSE = re.compile(r"[^.,;:!?()„“”«»\"]*")
_LEAD = 60
_NEAR_LEAD = 25
_MARK = re.compile(r"[;:„“”«»\"]|(?<!\d)[.!?]\s")
_SMALL_GAP = re.compile(r"\s+(?:[^\W\d_A-ZÄÖÜ]\w*\s+)?")
_BRACKETS = re.compile(r"\([^()]*\)")


class Unheld:
    """Says of which offices a sentence tells that those beside them do not hold them.

    Args:
        code: Of the language.
    """

    def __init__(self, code: str) -> None:
        words, agent = resigning_of(code), rf"(?:{language(code).wording.agents})\s"
        self._denied, self._between, self._behind, self._opened, self._closed = (
            re.compile(rf"(?<![\w-])(?:{p})(?:(?<=['’])|(?![\w-]))", re.IGNORECASE)
            for p in (
                words.denied,
                rf"{words.denied}|{words.between}",
                words.behind,
                words.opened,
                words.closed,
            )
        )
        self._others = re.compile(rf"(?<![\w-])(?:{words.others})$", re.IGNORECASE)
        title = r"(?:\s+[^\W\d_][\w.-]*){0,3}?"
        self._conditions = re.compile(
            rf"(?:^|(?<=[\s,;:(–]))(?:{words.conditions}){title}\s+$", re.IGNORECASE
        )
        self._sought, self._coming = (
            re.compile(rf"(?:{p})(?!\w)", re.IGNORECASE) for p in (words.sought, words.coming)
        )
        self._next = re.compile(rf"(?<![\w-])(?:{words.next})\s+$", re.IGNORECASE)
        self._new = re.compile(rf"(?<![\w-])(?:{words.new})\s+$", re.IGNORECASE)
        self._given, self._given_last, self._takes_up, self._stops = (
            re.compile(rf"(?<![\w-])(?:{p})(?:(?<=['’])|(?![\w-]))", re.IGNORECASE)
            for p in (words.given, words.given_last, words.takes_up, words.stops)
        )
        self._from_day = re.compile(rf"(?<![\w-]){words.from_day}\s+(?=(?:\w{{1,4}}\s+)?\d)", re.IGNORECASE)
        self._given_gap = re.compile(rf"(?:\s+(?!{agent})[^\s.,;:!?]+){{0,4}}\s+")
        self._for_whom = re.compile(
            rf"(?<![\w-])(?:{words.for_whom})\s+(?!{agent})(?:(?-i:[^\W\d_A-ZÄÖÜ]+)\s+){{0,2}}$|"
            rf"(?<=[\w,]\s)(?:{words.for_whom})\s+(?!{agent})(?:(?-i:[^\W\d_A-ZÄÖÜ]+)\s+){{1,2}}[^.;:,()]{{3,60}},\s+$",
            re.IGNORECASE,
        )
        self._starts = re.compile(rf"\W*(?:{words.starts})(?!\w)", re.IGNORECASE)
        who = headings_of(code).pronouns or "(?!)"
        self._who = re.compile(rf"\W*(?:{who})\s+", re.IGNORECASE)

    def is_acted_for(self, text: str, start: int, end: int) -> bool:
        """Whether somebody is named between two places, office first, only as the one for whom another is there."""
        lead = self._for_whom.search(text, max(0, start - 2 * _LEAD), start)
        if lead is None:
            return False
        # ", on behalf of the head, X, opened it": but "…, representing Y, X opened it"
        goes_on = text[lead.start() - 2 : lead.start()] == ", " and "," in lead.group()
        return not goes_on or text.startswith(",", end)

    def is_coming(self, text: str, office: tuple[int, int]) -> bool:
        """Whether a word right beside an office says that somebody is yet to take it up."""
        start, end = office
        return (
            self._coming.match(text, end) is not None
            or self._next.search(text, max(0, start - _LEAD), start) is not None
        )

    def is_new(self, text: str, person: tuple[int, int], office: tuple[int, int]) -> bool:
        """Whether the words around a person and an office say that it was just given to them."""
        told = self._new.search(text, max(0, office[0] - _NEAR_LEAD), office[0])
        return told is not None or self.given_at(text, person, office) is not None

    def given_at(self, text: str, person: tuple[int, int], office: tuple[int, int]) -> int | None:
        """Where a verb around a person and an office says that the one was given the other; None where none does."""
        first, last = sorted((person, office))
        if (between := self._given.search(text, first[1], last[0])) is not None:
            return between.start()
        for before in self._given.finditer(text, max(0, first[0] - _LEAD), first[0]):
            if self._given_gap.fullmatch(text, before.end(), first[0]):
                return before.start()
        behind = self._given_last.search(text, last[1], last[1] + _LEAD)
        gap = text[last[1] : behind.start()] if behind is not None else ""
        near = _SMALL_GAP if last is person else _CLAUSE
        return behind.start() if behind is not None and near.fullmatch(gap) else None

    def goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether nothing between two places opens a clause of its own, or tells what somebody says."""
        return _MARK.search(text, start, end) is None and self._stops.search(text, start, end) is None

    def takes_up(self, text: str, start: int, end: int | None = None) -> bool:
        """Whether words that begin between two places say that somebody is yet to take up what was given."""
        told = self._takes_up.search(text, start)
        return (
            told is not None
            and told.start() <= (len(text) if end is None else end)
            and self.goes_on(text, start, told.end())
        )

    def goes_on_taking_up(self, text: str, called: str, is_last: bool) -> bool:
        """Whether a sentence opens with that of a person named before.

        Args:
            text: Of the sentence.
            called: The person's last name.
            is_last: Whether nobody was named since, so that a pronoun, or none, may stand for the name.
        """
        if is_last and self._starts.match(text):
            return True
        at = text.find(called)
        named = 0 <= at <= _NEAR_LEAD
        opened = self._who.match(text) if is_last else None
        end = opened.end() if opened is not None else at + len(called) if named else -1
        return end >= 0 and self.takes_up(text, end, end + _LEAD)

    def from_days(self, text: str) -> list[int]:
        """Where days stand from which on something is so."""
        return [lead.end() for lead in self._from_day.finditer(text)]

    def is_denied(self, text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether the words between two places in a clause deny what it tells of them."""
        first, last = sorted((one, other))
        return self._denied.search(text, first[1], last[0]) is not None

    def is_unheld(self, text: str, person: tuple[int, int], office: tuple[int, int]) -> bool:
        """Whether an office is not the person's beside whom it stands, by the words between and around the two."""
        if self._sought.match(text, office[1]):
            return True
        others = self._others.search(text, max(0, office[0] - _LEAD), office[0]) is not None
        if person[0] > office[0]:
            return others and "," in text[office[1] : person[0]]  # "the daughter of the head of Y, X"
        if others and person[1] < office[0]:
            return True
        between = _BRACKETS.sub(" ", text[person[1] : office[0]])
        if between.lstrip().startswith((",", "–", "-")):
            return self._between.search(between.rpartition(",")[2]) is not None  # "X, who is no longer Y"
        behind = _CLAUSE.match(text, office[1])
        rest = behind.group() if behind is not None else ""
        return (
            self._between.search(between) is not None
            or self._behind.search(rest) is not None
            or (self._opened.search(between) is not None and self._closed.search(rest) is not None)
            or self._conditions.search(text, max(0, person[0] - _LEAD), person[0]) is not None
        )


@lru_cache(maxsize=16)
def unheld_in(code: str) -> Unheld:
    """What tells it in a language, made once."""
    return Unheld(code)
