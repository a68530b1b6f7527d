"""The words before a mention: what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from kg.language.model import Span
from kg.reading.grammar.spoken import NEAR_LEAD, NEVER, SMALL, Led, Spoken, any_of

# a text; by places in it: the words before, those without articles, whether they end in a preposition
LED_ = tuple[str, dict[int, str], dict[int, str], dict[int, bool]]
_LEAD = re.compile(r"(?:[\w'’.-]+\W+){0,4}$")
_AIM_NEAR = 80


class Leads(Spoken):
    """The words before a mention: what they say of it."""

    @cached_property
    def _tied(self) -> frozenset[str]:
        w = self._wording
        tied = "|".join([w.holds, w.becomes, w.held]).replace(" ", "|")
        return frozenset(tied.split("|"))

    def lead(self, text: str, start: int) -> str:
        """Up to four words before a place, lower case, articles left in."""
        known = self._leads_of(text)[1]
        if start not in known:
            found = _LEAD.search(text[max(0, start - 60) : start])
            known[start] = found.group(0).casefold() if found else ""
        return known[start]

    def _leads_of(self, text: str) -> Led:
        """What is known of the words in a text; of the one asked for last alone."""
        led = self._led
        if led[0] is not text:
            led = self._led = (text, {}, {}, {})
        return led

    @cached_property
    def _fill(self) -> re.Pattern[str]:
        return re.compile(rf"(?:\b(?:{self._any_namer})\s*)*$")

    def lead_words(self, text: str, start: int) -> str:
        """The same without the articles and nouns that belong to the name behind them."""
        known = self._leads_of(text)[2]
        if start not in known:
            known[start] = self._fill.sub("", self.lead(text, start)).rstrip()
        return known[start]

    def own(self, words: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """Of the schema's (language, word) those of this language, or of all, in lower case."""
        known = self._own.get(id(words))
        if known is None:  # kept beside them, so that their id means no other
            found = tuple(word.casefold() for code, word in words if code in ("", self.code))
            known = self._own[id(words)] = (words, found)
        return known[1]

    def belongs_before(self, words: str) -> bool:
        """Whether words are but nouns and articles that stand before names ("the town hall of")."""
        return self._fill.fullmatch(words.casefold()) is not None

    @cached_property
    def _prepositions(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:^|\W)(?:{any_of(w.prepositions)})(?:\s+[^\W\dA-ZÄÖÜ_]+(?:{any_of(w.adjective_endings)}))?$"
        )

    def after_preposition(self, text: str, start: int) -> bool:
        known = self._leads_of(text)[3]
        if start not in known:
            known[start] = self._prepositions.search(self.lead_words(text, start)) is not None
        return known[start]

    @cached_property
    def _governed(self) -> re.Pattern[str]:
        spoken = self._spoken
        return self._before("|".join(sorted(spoken.prepositions)), words=3)

    def governed(self, text: str, start: int) -> bool:
        """Whether a preposition of whatever sense stands before a noun or its attributes ("of the 100 towns")."""
        return self._governed.search(text[max(0, start - 48) : start]) is not None

    @cached_property
    def _named(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s(?:{any_of(w.naming)})\s$")

    def named(self, lead: str) -> bool:
        """Whether what follows is said to be a name ("by the name of")."""
        return self._named.search(lead) is not None

    @cached_property
    def _located(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.places, words=1)

    def located(self, text: str, start: int) -> bool:
        """Whether a name at `start` says where something is."""
        return self._located.search(text[max(0, start - 30) : start]) is not None

    @cached_property
    def _from_there(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.origins, words=1)

    def from_there(self, text: str, start: int) -> bool:
        """Whether a name at `start` says where somebody came from."""
        return self._from_there.search(text[max(0, start - 30) : start]) is not None

    @cached_property
    def _venue(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.venues, words=4)

    def at_venue(self, text: str, start: int) -> bool:
        """Whether a noun at `start` says in which place of a town something is."""
        return self._venue.search(text[max(0, start - 50) : start]) is not None

    @cached_property
    def _occasion(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.occasions or NEVER, words=1)

    def at_occasion(self, text: str, start: int) -> bool:
        """Whether the words before a noun say that it is the occasion of something ("at the", "lors de la")."""
        return self._occasion.search(text[max(0, start - 40) : start]) is not None

    @cached_property
    def _occasion_told(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s(?:{any_of(w.occasions or NEVER)})\s(?:[\w-]+\s){{1,4}}(?:{any_of(w.places)})\s",
            re.IGNORECASE,
        )

    def tells_occasion(self, words: str) -> bool:
        """Whether words before a place say at which occasion something is, and where ("at the launch in …")."""
        return self._occasion_told.fullmatch(words) is not None

    @cached_property
    def _acts(self) -> frozenset[str]:
        spoken = self._spoken
        return (spoken.speech_verbs | spoken.past | spoken.finite) - self._tied

    @cached_property
    def _act_endings(self) -> tuple[str, ...]:
        return tuple(word[1:] for word in self._acts if word.startswith("-"))

    def acts(self, word: str) -> bool:
        """Whether a word is a verb that says what somebody did or does."""
        return word in self._acts or word.endswith(self._act_endings or (" ",))

    @cached_property
    def _articles(self) -> frozenset[str]:
        spoken, w = self._spoken, self._wording
        return frozenset(f"{w.indefinite}|{'|'.join(spoken.determiners)}".split("|"))

    def is_article(self, word: str) -> bool:
        """Whether a word is an article, whether or not of what is known."""
        return word.casefold() in self._articles

    def contracts(self, word: str) -> bool:
        """See `Language.contracts`; whatever the case."""
        return self._spoken.contracts(word.casefold())

    @cached_property
    def _noun_lead(self) -> str:
        spoken = self._spoken
        determiners = "|".join(re.escape(d) for d in sorted(spoken.determiners) if d)
        return rf"(?<!\w)(?:{determiners or '(?!)'})\s+"

    def is_common(self, name: str, texts: Sequence[str]) -> bool:
        """Whether texts use a name as an ordinary noun, behind an article, where nouns have capitals as well."""
        if not self._spoken.nouns_capitalised:
            return False
        noun = re.compile(rf"{self._noun_lead}{re.escape(name)}(?!\w)", re.IGNORECASE)
        return any(noun.search(text) for text in texts)

    @cached_property
    def _determined(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(rf"\b(?:{any_of('|'.join(spoken.determiners))})\s+$", re.IGNORECASE)

    def determined(self, text: str, start: int) -> bool:
        """Whether an article stands right before a name, as towns' names have none."""
        return self._determined.search(text[max(0, start - 12) : start]) is not None

    @cached_property
    def _indefinite(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.indefinite, words=1)

    @cached_property
    def _completed(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.completed)})\s+\w+\s+(?:\w+\s+)?$", re.IGNORECASE)

    def indefinite(self, lead: str) -> bool:
        """Whether a noun speaks of what is not there yet ("a contract", not "after a contract")."""
        return self._indefinite.search(lead) is not None and self._completed.search(lead) is None

    @cached_property
    def _comes_after(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        determiners = any_of("|".join([w.articles, w.possessives, *sorted(spoken.determiners)]))
        return re.compile(rf"\b(?:{any_of(w.completed)})\s+(?:{determiners})\s+(?:\w+\s+)?$", re.IGNORECASE)

    def comes_after(self, lead: str) -> bool:
        """Whether what follows comes after the noun behind a determiner ("after a successful …"): that has happened."""
        return self._comes_after.search(lead) is not None

    @cached_property
    def _bare_participle(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w){SMALL}(?:{any_of(w.participles)})\s+$" if w.participles else r"(?!)")

    def unmarked(self, lead: str) -> bool:
        """Whether a noun stands right behind a participle, with neither article nor preposition ("ha firmado …")."""
        return self._bare_participle.search(lead) is not None

    @cached_property
    def _makes(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.makes)})\b", re.IGNORECASE)

    def made(self, clause: str) -> bool:
        """Whether a clause has a verb that brings something about which is not there yet ("to draw up")."""
        return self._makes.search(clause) is not None

    @cached_property
    def _making(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.making)})\b", re.IGNORECASE)

    @cached_property
    def _made_already(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.made_already)})\b", re.IGNORECASE)

    def making(self, clause: str, before: str = "") -> bool:
        """Whether a clause says that something is being brought about, and not yet there."""
        if self._making.search(clause) is not None and self._made_already.search(clause) is None:
            return True
        return self._making_begun.search(before) is not None

    @cached_property
    def _making_begun(self) -> re.Pattern[str]:
        begun = self._wording.making_begun
        return re.compile(
            rf"\b(?:{any_of(begun)})(?:\s+(?-i:[a-zß-ÿ])[\w'’]*){{0,2}}\s+$" if begun else r"(?!)",
            re.IGNORECASE,
        )

    @cached_property
    def _aim(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?<!\w)({any_of(w.aims)})(?!\w)(?:(?!(?<!\w)(?:{any_of(w.aims)})(?!\w))[^.;:!?])*$"
            if w.aims
            else "(?!)"
        )

    def aim_before(self, text: str, end: int) -> Span | None:
        """The last noun for an aim in the same sentence before a place, no more than a few words away."""
        found = self._aim.search(text, max(0, end - _AIM_NEAR), end)
        return found.span(1) if found is not None else None

    @cached_property
    def _excludes(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?<!\w)((?:{w.gapped_no_first or NEVER})\s+)?(?:{any_of(w.exclusives)})\s+"
            rf"(?:(?:{self._any_namer})\s+)*$",
            re.IGNORECASE,
        )

    def excludes(self, text: str, start: int) -> bool:
        """Whether what begins at a place is said to be the only one ("only X"; but "not only X")."""
        found = self._excludes.search(text[max(0, start - NEAR_LEAD) : start])
        return found is not None and found[1] is None

    @cached_property
    def _besides(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?<!\w)(?:{any_of(w.besides)})\s+(?:(?:{self._any_namer})\s+)*$",
            re.IGNORECASE,
        )

    def is_besides(self, text: str, start: int) -> bool:
        """Whether what begins at a place is told of beside the only one ("besides X, only Y")."""
        return self._besides.search(text[max(0, start - NEAR_LEAD) : start]) is not None

    @cached_property
    def _instead(self) -> re.Pattern[str]:
        spoken = self._spoken
        return self._before("|".join(c.words for c in spoken.cues if c.kind == "without"), words=0)

    def instead(self, text: str, start: int) -> bool:
        """Whether what begins at a place is told only as what does not hold ("by 2035 instead of 2030")."""
        return self._instead.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _possessive(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.possessives, words=1)

    def possessive(self, text: str, start: int) -> bool:
        return self._possessive.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _quarter(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.quarters, words=0)

    def is_quarter(self, text: str, start: int) -> bool:
        """Whether a noun before a name says that it is that of a part of a town."""
        return self._quarter.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _their_own(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.their_own, words=1)

    def of_person(self, text: str, start: int) -> bool:
        """Whether "his" or "her" stands before a noun."""
        return self._their_own.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _topical(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        return re.compile(
            rf"\b(?:{any_of('|'.join(sorted(spoken.view_leads)))})\s+(?:(?:{any_of(w.articles)})\s+)?$",
            re.IGNORECASE,
        )

    def topical(self, text: str, start: int) -> bool:
        """Whether what stands at a place is what a sentence holds for ("for the company, …")."""
        return self._topical.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _ours(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.ours)})\s+(?:{SMALL}\s+)?$", re.IGNORECASE)

    def speaks_of_us(self, text: str, start: int) -> bool:
        """Whether "our" stands before a noun, with an adjective between at most."""
        return self._ours.search(text[max(0, start - 40) : start]) is not None

    def is_month(self, word: str) -> bool:
        """Whether a word, in small letters, is a month's name."""
        return word in self._spoken.months

    @cached_property
    def _denies(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{w.gapped_no_first or NEVER})\b", re.IGNORECASE)

    def denies(self, lead: str) -> bool:
        """Whether a few words say that something is not so."""
        return self._denies.search(lead) is not None

    def is_held_against(self, lead: str) -> bool:
        """Whether a lead says that something comes before or after what follows, and not then."""
        return lead.casefold().strip().endswith((*self._spoken.ahead_of, *self._spoken.behind_of))

    def is_preposition(self, word: str) -> bool:
        """Whether a word, in small letters, is one."""
        return word in self._spoken.prepositions
