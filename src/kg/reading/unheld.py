"""Offices beside persons who do not hold them: denied, given up, stood for, or theirs only on a condition."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language.resigning import resigning_of

_CLAUSE = re.compile(r"[^.,;:!?()„“”«»\"]*")
_LEAD = 60
_BRACKETS = re.compile(r"\([^()]*\)")


class Unheld:
    """Says of which offices a sentence tells that those beside them do not hold them.

    Args:
        code: Of the language.
    """

    def __init__(self, code: str) -> None:
        words = resigning_of(code)
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

    def is_coming(self, text: str, office_end: int) -> bool:
        """Whether a word right behind an office says that somebody is yet to take it up."""
        return self._coming.match(text, office_end) is not None

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
