"""Numbered groups that were named before: "all four towns", "the three", "both of them"; and plural pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language import Language
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Entry, Schema

ANY = 0
_FEWEST, _MOST, _LONGEST_GAP, _MOST_WORDS = 2, 20, 40, 2
_BEFORE = re.compile(r"[.!?:\n]\s\Z|\n\Z")
_STOP = re.compile(r"\s*(?:[.,;!?]|$)")
_NEVER = "(?!)"


class Groups:
    """Finds such references.

    Args:
        schema: Its references to several things give the classes, and the nouns that groups are called by.
        spoken: The language.
    """

    def __init__(self, schema: Schema, spoken: Language) -> None:
        several = [e for e in schema.entries if e.language == spoken.code and _number(e) >= _FEWEST]
        self._entry = several[0] if several else None
        nouns = {form.split()[-1].casefold() for e in several for form in e.forms if " " in form}
        nouns |= {
            form.strip("*").casefold()
            for e in schema.entries
            if self._entry and e.language == spoken.code and set(e.denotes) & set(self._entry.denotes)
            for form in e.forms
            if "Generic" in e.hints.get("role", ()) and " " not in form
        }
        self._nouns = tuple(sorted(n for n in nouns if n not in spoken.determiners and n.isalpha()))
        wording = spoken.wording
        self._wholes = re.compile(rf"(?<!\w)(?:{_phrases(wording.wholes)})\s+$", re.IGNORECASE)
        do = rf"(?=\s+[^\W\d_]*(?:{_phrases(wording.they_do)})\b)" if wording.they_do else ""
        self._they = re.compile(rf"(?:(?<=[.!?:]\s)|^)(?:{_phrases(wording.they)})\b{do}")
        self._verbs = re.compile(rf"\s+(?:{_phrases('|'.join(sorted(spoken.finite)))})\b")
        self._compounds = spoken.nouns_capitalised

    def find(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """References by a number; what they overlap is to be left out."""
        if self._entry is None:
            return []
        found = [self._reference(text, m.start(), m.end(), ANY) for m in self._they.finditer(text)]
        for number in mentions:
            if number.kind is not Kind.NUMBER or not _is_small(number):
                continue
            lead = self._wholes.search(text[max(0, number.start - 24) : number.start])
            end = self._end(text, number, mentions) if lead is not None else self._counted(text, number)
            if end is not None:
                start = number.start - (len(lead.group(0)) if lead is not None else 0)
                count = int(number.amount.value if number.amount else 0)
                found.append(self._reference(text, start, end, count, counts=lead is None))
        return found

    def _counted(self, text: str, number: Mention) -> int | None:
        """Where the noun ends that a number counts at the head of a sentence ("Eight Lusitanian towns have …")."""
        opens = number.start == 0 or _BEFORE.search(text, max(0, number.start - 2), number.start)
        if not opens or number.amount is None or number.amount.value <= _FEWEST:
            return None
        return self._noun_end(text, number)[0]

    def _reference(self, text: str, start: int, end: int, count: int, *, counts: bool = False) -> Mention:
        """A mention of a group; one that `counts` may hold an adjective of place, and its number is one of its own."""
        entry = self._entry
        assert entry is not None
        hints = {**entry.hints, "howMany": (str(count),)}
        counted = replace(entry, hints={**hints, "counts": (), "placed": ()} if counts else hints)
        classes = frozenset(entry.denotes)
        return Mention(Kind.REFERENCE, start, end, text[start:end], classes=classes, entry=counted)

    def _end(self, text: str, number: Mention, mentions: Sequence[Mention]) -> int | None:
        """Where a group's noun ends; where its number does, if a verb or the clause's end follows; None for neither."""
        rest = text[number.end : number.end + _LONGEST_GAP]
        if _STOP.match(rest) or self._verbs.match(rest):
            return number.end
        end, named = self._noun_end(text, number)
        if end is not None or named:
            return end
        follow = [m for m in mentions if m.kind is Kind.WORD and m.start == number.end + 1]
        acts = [
            m
            for m in follow
            if m.entry and m.entry.evokes and "CountedNoun" not in m.entry.hints.get("role", ())
        ]
        return number.end if acts and not text[number.end + 1].isupper() else None

    def _noun_end(self, text: str, number: Mention) -> tuple[int | None, bool]:
        """Where a noun for the group ends, few words behind its number; and whether another noun comes first."""
        at = number.end
        for words, word in enumerate(re.finditer(r"\s+([\w'’-]+)", text[at : at + _LONGEST_GAP])):
            if word.start() + number.end != at or words > _MOST_WORDS:
                break
            at = number.end + word.end()
            if self._is_noun(word.group(1).casefold()):
                return at, True
            if self._compounds and word.group(1)[:1].isupper():
                return None, True
        return None, False

    def _is_noun(self, word: str) -> bool:
        return word in self._nouns or (self._compounds and word.endswith(self._nouns))


def _is_small(number: Mention) -> bool:
    amount = number.amount
    return (
        amount is not None
        and not (amount.percent or amount.currency or amount.ordinal or amount.one_of or amount.more)
        and not amount.at_least
        and float(amount.value).is_integer()
        and _FEWEST <= amount.value <= _MOST
    )


def _number(entry: Entry) -> int:
    return int(entry.hints.get("howMany", ("1",))[0]) if "Reference" in entry.hints.get("role", ()) else 0


def _phrases(words: str) -> str:
    found = [w for w in words.split("|") if w]
    return "|".join(re.escape(w) for w in sorted(found, key=lambda w: (-len(w), w))) or _NEVER
