"""Words that say something only behind others: a role is told by "as" or "in the part of" before its noun."""

from __future__ import annotations

import re

from kg.reading.passages.mentions import Mention, Passage
from kg.schema import Entry

_BEHIND, _AHEAD = 48, 24
_GAP = r"\s+(?:[a-zà-öø-ÿß-]+\s+){0,2}[„“\"«‚‘]?\s?"


class Leads:
    """Tells whether what a word of the lexicon needs right beside it stands there."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], re.Pattern[str]] = {}

    def led(self, word: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether one of the words that its entry names stands before it, or behind it; True where it names none.

        Args:
            word: Where the entry's form was found.
            entry: With `kg:ledBy`, which may have adjectives before the word, `kg:tailedBy` or `kg:notTailedBy`.
            passage: In which it stands.
        """
        leads, tails = entry.hints.get("ledBy", ()), entry.hints.get("tailedBy", ())
        behind = passage.text[word.end : word.end + _AHEAD]
        if self.only_begins(word, entry, passage):
            return False
        if not leads and not tails:
            return True
        before = passage.text[max(0, word.start - _BEHIND) : word.start]
        return (bool(leads) and self._lead(leads).search(before) is not None) or (
            bool(tails) and self._tail(tails).match(behind) is not None
        )

    def only_begins(self, word: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether a word only begins to name something else, by what stands behind it ("money from …")."""
        barred = entry.hints.get("notTailedBy", ())
        behind = passage.text[word.end : word.end + _AHEAD]
        return bool(barred) and self._tail(barred).match(behind) is not None

    def _lead(self, leads: tuple[str, ...]) -> re.Pattern[str]:
        if leads not in self._known:
            some = "|".join(re.escape(lead) for lead in sorted(leads, key=len, reverse=True))
            self._known[leads] = re.compile(rf"(?<!\w)(?:{some})(?:(?<=['’])|{_GAP})$", re.IGNORECASE)
        return self._known[leads]

    def _tail(self, tails: tuple[str, ...]) -> re.Pattern[str]:
        if tails not in self._known:
            some = "|".join(re.escape(tail) for tail in sorted(tails, key=len, reverse=True))
            self._known[tails] = re.compile(rf"\s*(?:{some})(?!\w)", re.IGNORECASE)
        return self._known[tails]
