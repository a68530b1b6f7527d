"""The words around a number: what it counts, and of what it is a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from kg.language.doers import doers_of
from kg.reading.grammar.clauses import Clauses
from kg.reading.grammar.spoken import CAPITAL, NEAR_LEAD, SMALL, any_of

_LONGEST_COMPANY = 90
_LONGEST_OPENING = 24
_LEAST_OF_COMPOUND = 4
_LEAST_OF_HEAD = 4
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


class Numbers(Clauses):
    """The words around a number: what it counts, and of what it is a part."""

    @cached_property
    def _adds(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(f"{w.adds}|{w.joins_in}", words=2)

    def adds(self, text: str, start: int) -> bool:
        """Whether a number of others adds to what is named ("with 38 others")."""
        return self._adds.search(text[max(0, start - 40) : start]) is not None

    @cached_property
    def _joins_in(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\b(?:{any_of(w.joins_in)})\s+(?:(?:{self._any_namer})\s+)*(?:(?-i:{SMALL})\s+)?$",
            re.IGNORECASE,
        )

    @cached_property
    def _likes(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\b(?:{any_of(w.joins_in)})\s+(?:[\w-]+\s+){{1,5}}?,?\s*(?:{any_of(w.likes)})\s+$",
            re.IGNORECASE,
        )

    def joins_in(self, text: str, start: int) -> bool:
        """Whether a name is added to others that the clause names elsewhere ("besides A, …")."""
        lead = text[max(0, start - _LONGEST_COMPANY) : start]
        return self._joins_in.search(lead[-50:]) is not None or self._likes.search(lead) is not None

    @cached_property
    def _apposes(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.apposes)})\s+$", re.IGNORECASE)

    def apposes(self, text: str, start: int) -> bool:
        """Whether a number says again who was named ("as two of …")."""
        return self._apposes.search(text[max(0, start - 20) : start]) is not None

    @cached_property
    def _apposes_first(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"^\W*(?:{any_of(w.apposes)})\s+(?:(?:{any_of(w.articles)})\s+)?(?:{SMALL}\s+)?$", re.IGNORECASE
        )

    def apposes_first(self, lead: str) -> bool:
        """Whether a sentence opens by saying as what somebody does something."""
        return self._apposes_first.match(lead) is not None

    @cached_property
    def _belonging(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.of_all)})\s+(?:(?:{any_of(w.articles)})\s+)?[{CAPITAL}][\w-]+")

    def end_of_noun(self, text: str, end: int) -> int:
        """Where a noun ends with another or a name that it belongs to ("revision of the …")."""
        more = self._belonging.match(text, end)
        return more.end() if more is not None else end

    @cached_property
    def _equation(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.equates)})\s+", re.IGNORECASE)

    def behind_equation(self, text: str, start: int, end: int) -> int | None:
        """Where what those before are begins, between two places ("the members are …"); None where nothing says so."""
        found = self._equation.search(text, start, end)
        return found.end() if found is not None else None

    def opened_by_equation(self, text: str) -> int | None:
        """Where what somebody is begins, in a sentence that opens with that ("They are …")."""
        found = self._equation.search(text[:_LONGEST_OPENING])
        words = text[: found.start()].split() if found is not None else []
        small = all(w.casefold() in self._spoken.functions | self._spoken.pronouns for w in words)
        return found.end() if found is not None and len(words) <= 1 and small else None

    @cached_property
    def _equates(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.equates)})\s+$", re.IGNORECASE)

    def equates(self, text: str, start: int) -> bool:
        """Whether a verb before a number says that those named are as many."""
        return self._equates.search(text[max(0, start - 20) : start]) is not None

    @cached_property
    def _subset(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.subset)})\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE)

    def is_subset(self, text: str, start: int) -> bool:
        return self._subset.search(text[max(0, start - 60) : start]) is not None

    @cached_property
    def _subset_word(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.subset)})\b", re.IGNORECASE)

    def opens_subset(self, gap: str) -> bool:
        """Whether a word stands in a gap that begins with members of what was counted."""
        return self._subset_word.search(gap) is not None

    @cached_property
    def _total(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.totals, words=1)

    def is_total(self, text: str, start: int) -> bool:
        return self._total.search(text[max(0, start - 40) : start]) is not None

    @cached_property
    def _elliptic(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\W+(?:{any_of(w.elliptic)})", re.IGNORECASE)

    def is_elliptic(self, text: str, end: int) -> bool:
        return self._elliptic.match(text[end : end + 30]) is not None

    @cached_property
    def _number_of(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.number_of)})\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)

    def number_of(self, lead: str) -> bool:
        return self._number_of.search(lead) is not None

    @cached_property
    def _of_whole(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.part_of)})\s+$", re.IGNORECASE)

    def is_part_of(self, text: str, start: int) -> bool:
        """Whether words before a number make of it a whole of which a part is counted ("of the 15")."""
        return self._of_whole.search(text, max(0, start - NEAR_LEAD), start) is not None

    @cached_property
    def _modifiers(self) -> re.Pattern[str]:
        spoken = self._spoken
        modifiers = any_of("|".join(sorted(spoken.modifiers)))
        return re.compile(rf"(?<!\w)(?:{modifiers})\s+$", re.IGNORECASE)

    def before_modifiers(self, text: str, start: int) -> int:
        """Where a number begins with the words that say how exact it is ("about")."""
        found = self._modifiers.search(text, max(0, start - NEAR_LEAD), start)
        return found.start() if found is not None else start

    @cached_property
    def _part_of(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\W*(?:{any_of(w.part_of)})\b", re.IGNORECASE)

    def opens_with_whole(self, text: str) -> bool:
        return self._part_of.match(text) is not None

    @cached_property
    def _of_all(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s+(?:\w+\s+)?(?:{any_of(w.of_all)})\s+(?:(?:{any_of(w.all_of)})\s*)?", re.IGNORECASE
        )

    def part_of_next(self, gap: str) -> bool:
        """Whether one number is a part of the next ("92 of its 112")."""
        return self._of_all.fullmatch(gap) is not None

    @cached_property
    def _of_them(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf",?\s+(?:{any_of(w.of_them)})(?:\s+\w+){{0,2}}\s+", re.IGNORECASE)

    def of_them(self, gap: str) -> bool:
        return self._of_them.fullmatch(gap) is not None

    @cached_property
    def _times(self) -> frozenset[str]:
        spoken = self._spoken
        return frozenset(spoken.elapsed_units)

    def time_behind(self, text: str, end: int) -> int:
        """Where the noun ends of a stretch of time that a number before it counts; -1 where it counts none."""
        found = _NEXT_WORD.match(text, end)
        return found.end() if found is not None and found[1].casefold() in self._times else -1

    @cached_property
    def _guests_from(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{doers_of(self.code).guests_from})$", re.IGNORECASE)

    def counts_homes(self, text: str, start: int) -> bool:
        """Whether a number only says from how many places people came ("600 experts from over 100 towns")."""
        return self._guests_from.search(text[max(0, start - _LONGEST_COMPANY) : start]) is not None

    @cached_property
    def _moments(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.moments, words=0)

    @cached_property
    def _moments_after(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.moments_after)})\b", re.IGNORECASE)

    def is_moment(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of time tells when, not how long ("three years ago")."""
        lead = text[max(0, start - NEAR_LEAD) : start]
        return self._moments.search(lead) is not None or self._moments_after.match(text, end) is not None

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+({w.counted or '(?!)'})(?![\w-])")

    @cached_property
    def _not_counted(self) -> frozenset[str]:
        spoken = self._spoken
        return frozenset().union(
            self._small_words, spoken.prepositions, spoken.determiners, spoken.months, self._times
        )

    def counted_behind(self, text: str, end: int) -> int:
        """Where the noun ends that a number before it counts; -1 where none stands there."""
        found = self._counted.match(text, end)
        if found is None:
            return -1
        told = found.group(1).replace(found.groupdict().get("pair") or "", "")
        if any(w.casefold() in self._not_counted for w in told.split()):
            return -1
        return found.end()

    def counted_part(self, text: str, end: int) -> int:
        """The same, of a part of those whom the noun means ("30 of the ideas")."""
        found = self._part_of.match(text, end)
        return self.counted_behind(text, found.end()) if found is not None else -1

    @cached_property
    def _counted_cases(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(w.counted_cases or "(?!)")

    def counted_base(self, noun: str) -> str:
        """A noun that is counted as it stands beside no preposition ("Ländern": "Länder")."""
        return noun[:-1] if self._counted_cases.fullmatch(noun) else noun

    def heads_of(self, noun: str) -> list[str]:
        """A noun as it stands, and what may be its head: one of its words, or the last part of a compound."""
        words = noun.split()
        found = [noun, *(words[-1:] + words[:1] if len(words) > 1 else ())]
        if self._joins_nouns and words:
            last = words[-1]
            found.extend(last[cut:] for cut in range(_LEAST_OF_COMPOUND, len(last) - _LEAST_OF_HEAD + 1))
        return found

    @cached_property
    def _within(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.contains, words=1)

    def within(self, text: str, start: int) -> bool:
        """ "in two of the towns" says where, not how many there are."""
        return self._within.search(text[max(0, start - 30) : start]) is not None

    @cached_property
    def _among(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.part_of, words=0)

    def among(self, text: str, start: int) -> bool:
        """Whether words before a number make of those counted a group that others belong to ("among the 112")."""
        return self._among.search(text[max(0, start - 30) : start]) is not None

    @cached_property
    def _complete(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.complete, words=0)

    def complete(self, text: str, start: int) -> bool:
        """Whether words before a number say that it counts all there are ("all three")."""
        return self._complete.search(text[max(0, start - 30) : start]) is not None

    @cached_property
    def _parting(self) -> frozenset[str]:
        spoken, w = self._spoken, self._wording
        return (
            frozenset(w.between_number.split("|")) - frozenset(w.not_between_number.split("|"))
        ) | spoken.finite

    def parted(self, words: Sequence[str]) -> bool:
        """Whether a preposition parts a number from a noun behind it."""
        return any(word in self._parting for word in words)

    @cached_property
    def _adjectives(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"^\W*(?:(?:[^\W\dA-ZÄÖÜ_][\w-]*|\w*-\w+|[{CAPITAL}]\w*(?:{any_of(w.name_adjectives)})|{any_of(w.name_adjectives)})\s+){{0,4}}$"
        )

    def describes(self, gap: str) -> bool:
        """Whether only adjectives stand between a number and its noun."""
        return self._adjectives.match(gap) is not None

    @cached_property
    def _owns_number(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:(?:{any_of(w.adverbs)})\s+)?(?:{any_of(w.owns)})\s+")

    def owns_number(self, gap: str) -> bool:
        """Whether only a verb stands between what has so many and their number ("Lusitania has two towns …")."""
        return self._owns_number.fullmatch(gap) is not None

    @cached_property
    def _numbered(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.numbered)})\s+(?=\w)", re.IGNORECASE)

    def numbered(self, lead: str) -> int:
        """Where the noun begins of which a lead says that its number is told; -1 for none."""
        found = list(self._numbered.finditer(lead))
        return found[-1].end() if found else -1

    @cached_property
    def _parted(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s*[,(–-]?\s*(?:{any_of(w.of_which)})\s+", re.IGNORECASE)

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.of_which)})\b", re.IGNORECASE)

    def parts(self, before: str, behind: str) -> bool:
        """Whether the words on both sides of a number say that it counts a part of what was counted before."""
        if self._parted.fullmatch(before):
            return True
        return re.fullmatch(r"\s*(?:,|–|-)\s+", before) is not None and self._parts.match(behind) is not None
