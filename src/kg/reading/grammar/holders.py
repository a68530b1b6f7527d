"""The words between a person, an office and whose it is."""

from __future__ import annotations

import re
from functools import cached_property

from kg.claims import Factuality
from kg.language import parties
from kg.language.doers import doers_of
from kg.reading.grammar.numbering import Numbers
from kg.reading.grammar.spoken import AFTER, CAPITAL, NEAR_LEAD, NEVER, SMALL, any_of

_DASH = re.compile(r"(?:\s\([^()]{1,30}\))?\s(?:[–—|]|-)\s")
_ASIDE = re.compile(r",[^,]*,")
_PARTY = r"(?:\s*\([^()\d]{1,24}\))?"
_RANKS = r"(?:(?:[A-ZÄÖÜ][\w-]*\.[-\s]?){1,3})?"
_ORDINAL = re.compile(r"(\d)\.(?=\s)")


class Holders(Numbers):
    """The words between a person, an office and whose it is."""

    @cached_property
    def joiner(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.joiners)})\b")

    @cached_property
    def _field_links(self) -> frozenset[str]:
        w = self._wording
        return frozenset(
            " ".join((w.name_links, w.head_links, w.field_links, w.articles)).replace("|", " ").split()
        )

    def links_field(self, word: str) -> bool:
        """Whether a word ties an office, or a part of its field, to what the field is."""
        return word in self._field_links

    def may_be_field(self, word: str, linked: bool) -> bool:
        """Whether a word may belong to the field of an office.

        Args:
            word: As written.
            linked: Whether a link stands before it; where not every noun has a capital, the field begins with one.
        """
        if self.nouns_capitalised:
            return word[:1].isupper() or word[:1].isdigit()
        return linked and word.casefold() not in self._functions

    @cached_property
    def _becomes(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.becomes)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _held(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.held)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _holds(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.holds)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _apposed_late(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+{SMALL},\s+(?:{any_of(w.articles)})\s+(?:[\w-]+\s+)?")

    @cached_property
    def _as_such(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"^[^.;:!?,]*\b(?:{any_of(w.apposes)})\s+(?:(?:{any_of(w.articles)})\s+)?(?:{SMALL}\s+)?$"
        )

    @cached_property
    def _of_name(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.holdings)})\s+(?=[{CAPITAL}])")

    def tie(self, gap: str, *, person_first: bool) -> Factuality | None:
        """What the words between a person and an office say of the holding; None where they tie nothing.

        Args:
            gap: Between the two, whichever stands first.
            person_first: Whether the person does, so that little but a comma or a verb of being can tie them.
        """
        if not person_first and gap[:1] == ")":
            return None
        if person_first and (
            _DASH.fullmatch(gap) or self._as_such.search(gap) or self._apposed_late.fullmatch(gap)
        ):
            return Factuality.ASSERTED
        bare = _ASIDE.sub(" ", gap) if person_first and gap.count(",") > 1 else gap
        bare = _ORDINAL.sub(r"\1", re.sub(r"\([^()]*\)", " ", bare))
        if not person_first:
            bare = self._of_name.sub(" ", bare)  # "head of X", not "head from 2010 on"
        if re.search(r"[.;:!?»«„“”\"]", bare) or bare.count(",") > 1 or self.joiner.search(bare):
            return None
        words = [w for w in re.findall(r"[\w'’-]+", bare) if w.islower() and w not in self._tied]
        if any(self.acts(w) for w in words) or (
            not person_first and not self._spoken.encounters.isdisjoint(words)
        ):
            return None
        for pattern, firmness in (
            (self._holds, Factuality.ASSERTED),
            (self._becomes, Factuality.EXPECTED),
            (self._held, Factuality.DENIED),
        ):
            if pattern.search(bare):
                return firmness
        near = not person_first or not bare.strip() or bare.lstrip()[:1] in (",", "(")
        return Factuality.ASSERTED if near and not (person_first and self._is_of_holder(bare)) else None

    def _is_of_holder(self, gap: str) -> bool:
        """Whether a person is somebody's of whom the office is told ("X, daughter of the chair")."""
        for word in re.finditer(r"[^\W\d_]{4,}(?=\s)", gap):
            lead = gap[: word.end()]
            if (
                self.belongs(gap[word.end() :])
                and word[0] not in self._tied
                and not self.is_subset(lead, len(lead))
            ):
                return True
        return False

    @cached_property
    def _elects(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.elects)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _describing(self) -> str:
        """An article and two adjectives at most, right before an office."""
        return rf"(?:(?:{any_of(self._wording.articles)})\s+)?(?:{SMALL}\s+){{0,2}}$"

    @cached_property
    def _elected_to(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"^[^.;:!?„“”\"]{{0,60}}(?<!\w)(?:{any_of(w.elected_to)})\s+{self._describing}")

    def elected(self, text: str, gap: str) -> bool:
        """Whether the words between a person and an office say that the one was given the other ("chose X as head")."""
        return self._elected_to.search(gap) is not None and self._elects.search(text) is not None

    @cached_property
    def _charged(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?:{any_of(w.charged or NEVER)})(?!\w)", re.IGNORECASE)

    def is_charged(self, office: str) -> bool:
        """Whether an office is told by an adjective that may but open another's field ("chargée de")."""
        return self._charged.match(office) is not None

    @cached_property
    def _unmarked(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(rf"(?:{spoken.unmarked_offices or NEVER})$", re.IGNORECASE)

    @cached_property
    def _plural_tie(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(rf"[^,;:()]*\b(?:{spoken.plural_ties or NEVER})\s+", re.IGNORECASE)

    def held_by_several(self, office: str, gap: str) -> bool:
        """Whether an office is held by all of a list of people, by its ending or by the words that tie it to them.

        Args:
            office: Its name as it stands.
            gap: The words between it and the nearest of them.
        """
        if self._head_of_office(office).casefold().endswith(self.plural_offices):
            return True
        return self._unmarked.search(office) is not None and self._plural_tie.fullmatch(gap) is not None

    def _head_of_office(self, office: str) -> str:
        """An office's name up to what it is an office of ("director" of "director of services")."""
        words = office.split()
        link = next((at for at, word in enumerate(words) if at and self.links_field(word)), len(words))
        return " ".join(words[:link])

    @cached_property
    def _elsewhere(self) -> tuple[re.Pattern[str], ...]:
        doers = doers_of(self._spoken.code)
        return (
            re.compile(rf"(?<!\w)(?:{doers.elsewhere})", re.IGNORECASE),
            re.compile(doers.of_elsewhere),
            re.compile(rf"(?:{doers.of_place})$"),
        )

    def held_elsewhere(self, text: str, start: int, end: int) -> bool:
        """Whether the words in and around an office say that it is held in a body that is no town."""
        word, behind, _ = self._elsewhere
        told = word.finditer(text, max(0, start - NEAR_LEAD), end)
        return (
            any(found.start() <= start <= found.end() for found in told)
            or behind.match(text, end) is not None
        )

    def place_before(self, text: str, start: int) -> str:
        """The adjective of a place right before an office ("the Xer head"); "" for none."""
        found = self._elsewhere[2].search(text[max(0, start - NEAR_LEAD) : start])
        return found.group().split()[-1] if found is not None else ""

    @cached_property
    def _several(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(rf"(?:{doers_of(spoken.code).several})$")

    def may_be_several(self, office: str) -> bool:
        """Whether a noun of an office may stand for more than one holder, by its ending."""
        return any(self._several.search(word) for word in re.findall(r"[^\W\d_]+", office.casefold()))

    @cached_property
    def _follows(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.follows or NEVER)})\s+(?:{SMALL}\s+){{0,2}}$", re.IGNORECASE)

    def precedes(self, lead: str) -> bool:
        """Whether a lead says of the person behind it that somebody follows him or her in an office."""
        return self._follows.search(lead[-NEAR_LEAD:]) is not None

    def is_party(self, name: str) -> bool:
        """Whether a name is a party's, of whichever country, or the last word of the second of its two names is."""
        known = parties()
        folded = name.casefold()
        endings = tuple(p[1:] for p in known if p.startswith("*"))
        return folded in known or folded.endswith(endings) or ("/" in name and folded.split()[-1] in known)

    @cached_property
    def _serves(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s(?:{any_of(w.serves or NEVER)})\s?")

    def serves(self, gap: str) -> bool:
        """Whether an office behind a gap is that of whom the holder of the one before works for."""
        return self._serves.fullmatch(gap) is not None

    @cached_property
    def _elected_first(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"^\W*(?i:{any_of(w.elected_to)})\s+{self._describing}")

    def elected_first(self, text: str, lead: str) -> bool:
        """Whether a sentence opens with the office that somebody was given ("Head of X became Y by vote")."""
        return self._elected_first.search(lead) is not None and self._elects.search(text) is not None

    @cached_property
    def _headed_by(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf",\s+(?:{any_of(w.headed_by)})\s+(?:(?:{any_of('|'.join([w.articles, w.possessives]))})\s+)?$"
        )

    def headed_by(self, lead: str) -> int:
        """Where the comma stands behind which a lead says who heads those before it; -1 for none."""
        found = self._headed_by.search(lead)
        return found.start() if found is not None else -1

    @cached_property
    def _fields_before(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:\b(?:{any_of(w.articles)}|The|A)\s+|^)((?:[{CAPITAL}][\w'’-]*,?\s+){{1,4}}(?:{any_of(w.joiners)})\s+)$"
        )

    def listed_before(self, lead: str) -> int:
        """How far left the name of a unit reaches that two fields share ("the Roads and Harbours Committee")."""
        found = self._fields_before.search(lead)
        return len(found.group(1)) if found is not None and not self.nouns_capitalised else 0

    @cached_property
    def _seated(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"[-‑](?:{any_of(w.seated)})\b" if w.seated else "(?!)")

    def seated(self, text: str, at: int) -> bool:
        """Whether what ends at a place only says where somebody sits ("the X-based network")."""
        return self._seated.match(text, at) is not None

    @cached_property
    def _links(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of('|'.join([w.head_links, w.within_lists]))}){AFTER}")

    def links(self, gap: str) -> bool:
        """Whether only an article or "of" stands between an office and what it is an office of."""
        return self._links.fullmatch(gap) is not None

    @cached_property
    def _predicated(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.predicates)})\b")

    def predicated(self, gap: str) -> bool:
        """Whether the words between an office and a person say that the one is, becomes or stays the other."""
        return self._predicated.search(gap) is not None

    @cached_property
    def _belongs(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf",?\s+(?:{any_of(w.holdings)}){AFTER}(?:[a-zà-ÿ][\w-]+\s+){{0,2}}")

    def belongs(self, gap: str) -> bool:
        """Whether the words between an office or its holder and a body say that the one belongs to the other."""
        return self._belongs.fullmatch(gap) is not None

    @cached_property
    def _and_next(self) -> re.Pattern[str]:
        return re.compile(rf"[^,;.:!?()]*,\s+(?:{self._any_coordinator})\s", re.IGNORECASE)

    def and_follows(self, text: str, start: int) -> bool:
        """Whether a comma closes the phrase that goes on at a place, and "and" stands behind it."""
        return self._and_next.match(text, start) is not None

    @cached_property
    def _leading_to_body(self) -> str:
        """Small words before a body's name: prepositions and articles, two at most."""
        small = any_of("|".join([self._wording.articles, *sorted(self._spoken.prepositions), "von", "des"]))
        return rf"(?:(?:{small})(?:\s+|(?<=['’]))){{0,2}}"

    @cached_property
    def _joints_of_pair(self) -> tuple[re.Pattern[str], ...]:
        return (
            re.compile(rf"{_PARTY},\s+{_RANKS}"),
            re.compile(rf"\s*:\s+{_RANKS}"),
            re.compile(rf"\s+\((?:[^()\d]{{1,16}},\s+)?{_RANKS}"),
            re.compile(rf"{_PARTY}\s+{self._leading_to_body}", re.IGNORECASE),
        )

    def joint_of_pair(self, text: str, start: int, end: int) -> re.Pattern[str] | None:
        """The form in which a holder and a body stand behind each other; None for any other than the plainest."""
        return next((j for j in self._joints_of_pair if j.fullmatch(text, start, end)), None)

    @cached_property
    def _parts_pairs(self) -> re.Pattern[str]:
        joiner = rf"(?:(?:{self._any_coordinator})\s+)?"
        return re.compile(
            rf"(?:\s*\))?{_PARTY}\s*[,;]?\s+{joiner}{self._leading_to_body}{_RANKS}", re.IGNORECASE
        )

    def parts_pairs(self, gap: str) -> bool:
        """Whether no more than marks, a conjunction and small words part two pairs of a holder and a body."""
        return self._parts_pairs.fullmatch(gap) is not None
