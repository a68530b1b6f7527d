"""How far names reach, and how they stand alone."""

from __future__ import annotations

import re
from functools import cached_property

from kg.language import links_abroad
from kg.reading.grammar.holders import Holders
from kg.reading.grammar.spoken import AFTER, CAPITAL, NEVER, SMALL, WORDS, any_of, plain_words

_PAIR = 2
_SHORTEST_ALONE = 6


class Names(Holders):
    """How far names reach, and how they stand alone."""

    @cached_property
    def ending_articles(self) -> frozenset[str]:
        w = self._wording
        return frozenset(filter(None, w.ending_articles.split("|")))

    @cached_property
    def field_goes_on(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:,\s+[{CAPITAL}][\w&'’-]+{WORDS})*,?\s+(?:{any_of(w.joiners)})\s+(?:(?:{any_of(w.articles)})\s+)?"
            rf"[{CAPITAL}][\w&'’-]+{WORDS}"
        )

    @cached_property
    def _role(self) -> str:
        """A holder's other role, which ends a body's name ("the agency X and researcher")."""
        roles, joiners = self._spoken.person_endings, any_of(self._wording.joiners)
        return rf"\s(?:{joiners})\s(?=(?i:\w*(?:{roles}))\b)" if roles else NEVER

    @cached_property
    def next_role(self) -> re.Pattern[str]:
        return re.compile(self._role)

    @cached_property
    def name_right(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        # "the institute and the association": two names
        together = rf"(?!{self._role})" + (
            rf"(?!\s+(?:{any_of(w.joiners)})\s+(?:{any_of(w.articles)})\s)" if self.nouns_capitalised else ""
        )
        # "an der University of the Isles": a name in another language goes on with that language's links
        linked = any_of("|".join([w.name_links, w.head_links, *links_abroad(spoken.code)]))
        return re.compile(
            rf"(?:{together}(?<![a-zäöüß]{{3}}\.)\s+(?:(?:{linked}){AFTER})*"
            rf"(?:[{CAPITAL}][\w.&'’-]*|\d{{4}}(?:[–-]\d{{4}})*|\d{{1,3}}\s?%(?=\s[{CAPITAL}])))+"
        )

    @cached_property
    def listed_right(self) -> re.Pattern[str]:
        w = self._wording
        member = rf"[{CAPITAL}][\w&'’-]*{WORDS}"
        return re.compile(
            rf"\s+(?:{any_of('|'.join([w.name_links, w.head_links]))}){AFTER}{member}(?:,\s+{member})+"
            rf",?\s+(?:{any_of(w.joiners)})\s+(?:(?:{any_of(w.articles)})\s+)?{member}"
        )

    @cached_property
    def _fields(self) -> str:
        """What a body is for, behind the word that leads to it; also two pairs ("heat and air, roads and houses")."""
        joiners = any_of(self._wording.joiners)
        single = rf"[{CAPITAL}][\w-]+"
        pair = rf"(?:(?:,\s+{single})+\s+(?:{joiners})\s+{single}(?=\s*(?:[,.;)]|$)))?"
        return (
            rf"{AFTER}[{CAPITAL}][\w&'’-]*-?{WORDS}"
            rf"(?:(?:,\s+[{CAPITAL}][\w&'’-]+{WORDS})*,?\s+(?:{joiners})\s+[{CAPITAL}][\w&'’-]+{WORDS}{pair})?"
        )

    @cached_property
    def head_right(self) -> re.Pattern[str]:
        return re.compile(rf"\s+(?:{any_of(self._wording.head_links)}){self._fields}")

    @cached_property
    def head_field(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of('|'.join([w.head_links, w.field_links]))}){self._fields}")

    @cached_property
    def head_words(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s+(?:{any_of(w.head_links)}){AFTER}(?:(?:{any_of(w.within_lists)})\s+)?{plain_words(w)}"
            rf"(?:,?\s+(?:{any_of(w.joiners)})\s+{plain_words(w)})?(?=\s*[,.;:()]|\s+(?:{any_of(w.prepositions)})\b|\s+[{CAPITAL}]|$)"
        )

    @cached_property
    def long_name(self) -> re.Pattern[str]:
        w = self._wording
        linked = rf"\s+(?:(?:{any_of('|'.join([w.head_links, w.name_links]))}){AFTER})+"
        adjective = rf"\s+(?![{CAPITAL}])[\w-]+(?:{any_of(w.tail_adjectives)})(?!\w)"
        # "the institute X and is paid by": a verb, no second word for what it is for
        verb = rf"(?!\s+(?:{any_of(w.joiners)})\s+{SMALL}\s+(?:{any_of(w.agents)})\s)"
        # "local agency of heat and of the sea": an adjective right behind the noun, and what it is also for
        return re.compile(
            rf"(?:{adjective})?(?:{verb}{linked}(?:[{CAPITAL}][\w&'’-]*|{SMALL}(?:{adjective})?)|\s+[{CAPITAL}][\w&'’-]+)+"
            rf"(?:\s+(?:{any_of(w.joiners)}){linked}{SMALL}(?:{adjective})?)?"
        )

    @cached_property
    def topic_name(self) -> re.Pattern[str]:
        w = self._wording
        links = any_of("|".join([w.joiners, w.head_links, w.name_links]))
        return re.compile(
            rf"\s+(?:{any_of(w.topic_links)}){AFTER}[{CAPITAL}][\w&'’-]*"
            rf"(?:(?:,?\s+(?:{links}))?\s+[{CAPITAL}][\w&'’-]+){{0,4}}"
        )

    @cached_property
    def name_links(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?:\s+(?:{any_of('|'.join([w.head_links, w.name_links, w.articles]))}|,))+\s*$")

    @cached_property
    def owner_links(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s+(?:{any_of(w.head_links)})\s+(?:(?:{self._any_namer})\s+)*$",
            re.IGNORECASE,
        )

    @cached_property
    def hyphened_tail(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"-(?:{any_of(w.hyphened_tails)})-?[{CAPITAL}\w][\w-]+$")

    @cached_property
    def name_tail(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.name_tails)})\s+[{CAPITAL}][\w-]+")

    @cached_property
    def and_the(self) -> re.Pattern[str]:
        w = self._wording
        # "X and the institute"
        return re.compile(
            rf",?\s+(?:{any_of(w.joiners)})\s+(?:{any_of(w.articles)})(?:\s+|(?<=['’]))(?:{SMALL}\s+)?$"
        )

    @cached_property
    def of_year(self) -> re.Pattern[str]:
        w = self._wording
        # "the plan of 2019"
        return re.compile(rf"\s+(?:{any_of('|'.join([w.head_links, w.field_links]))})\s+\d{{4}}$")

    @cached_property
    def and_somebody(self) -> re.Pattern[str]:
        w = self._wording
        # "the institute and Jane Doe"
        return re.compile(
            rf",?\s+(?:{any_of(w.joiners)})\s+([{CAPITAL}][\w-]+)(?=(?:\s+[{CAPITAL}][\w.'’-]*)+)"
        )

    @cached_property
    def name_articles(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"^(?:(?:{any_of(w.name_articles)})\s+)+")

    @cached_property
    def naming(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s(?:{any_of(w.naming)})(?=\s)")

    @cached_property
    def _denied_noun(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.denials)})(?:\s+(?:{any_of(w.denial_gaps)}))*\s+$", re.IGNORECASE)

    def denied_noun(self, lead: str) -> bool:
        """Whether a noun follows that somebody is said not to be ("is not yet a …", "has never been …")."""
        return self._denied_noun.search(lead) is not None

    @cached_property
    def _placed_tail(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.places)})\s+[{CAPITAL}][\w-]+$")

    def without_place(self, name: str) -> str:
        """A name without the place at its end ("Days of Heat in X")."""
        tail = self._placed_tail.search(name)
        return name[: tail.start()] if tail is not None else name

    @cached_property
    def _in_name(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        of = any_of("|".join([w.head_links, *sorted(spoken.of_words)]))
        return re.compile(rf"(?:\s+{SMALL})?(?:\s+(?:{of}))+\s+[«„“\"']?\s*|\s*(?:{SMALL}\s+)?[«„“\"']\s?")

    def goes_on_in_name(self, gap: str) -> bool:
        """Whether but an adjective and an article, or a quotation mark, part a name from what it goes on in."""
        return self._in_name.fullmatch(gap) is not None

    @cached_property
    def _definite(self) -> tuple[tuple[str, ...], ...]:
        w = self._wording
        return tuple(rule.partition(">")[::2] for rule in w.definite.split("|") if rule)

    def bare(self, noun: str) -> str:
        """A noun without the article that its ending is ("the director" in one word)."""
        for ending, made in self._definite:
            if noun.endswith(ending):
                return noun[: len(noun) - len(ending)] + made
        return noun

    @cached_property
    def _weak(self) -> dict[str, tuple[str, ...]]:
        w = self._wording
        return {
            article: rule.partition(">")[::2]
            for article, _, rule in (part.partition(":") for part in w.weak_adjectives.split("|") if part)
        }

    def bare_adjectives(self, lead: str, phrase: str) -> str:
        """A noun phrase without the article that a lead ends in: its first adjectives as they are then."""
        ending, made = self._weak.get((lead.split() or [""])[-1].casefold(), ("", ""))
        words = phrase.split()
        for at, word in enumerate(words[:-1]):
            if not ending or not word.islower() or not word.endswith(ending):
                break
            words[at] = word[: len(word) - len(ending)] + made
        return " ".join(words)

    @cached_property
    def _inflected(self) -> tuple[tuple[str, ...], ...]:
        w = self._wording
        return tuple(rule.partition(">")[::2] for rule in w.adjectives.split("|") if rule)

    def nominative(self, name: str) -> str:
        """A name with its adjectives as they stand when nothing governs it ("Technischen Hochschule X")."""
        if not self._inflected:
            return name
        words = name.split()
        ending = "e" if words[0].endswith("e") else "en"
        opens = words[0][:1].islower()
        count = next(
            (
                i
                for i, w in enumerate(words)
                if not w.endswith(ending)
                or not (opens or (w.islower() if i and ending == "e" else w[:1].isupper() or i))
            ),
            0,
        )
        if not 0 < count < len(words):
            return name
        pair = words[count].endswith("-") and len(words) > count + _PAIR  # "Roads and Houses Board"
        noun = words[count + _PAIR if pair else count].casefold()
        made = next((made for last, made in self._inflected if noun.endswith(last)), "")
        bare = (word.removesuffix(ending) + made for word in words[:count])
        return " ".join([*bare, *words[count:]]) if made else name

    @cached_property
    def _town_owner(self) -> re.Pattern[str]:
        w, nouns = self._wording, self._nouns
        return re.compile(
            rf"\s+(?:{any_of(w.head_links)})\s+(?i:{any_of('|'.join(nouns))})\s+(?=[{CAPITAL}])"
            if nouns
            else "(?!)"
        )

    def before_town(self, text: str, start: int, end: int) -> int:
        """Where a name ends that goes on with a noun for a town and its name ("the plan of the town of X")."""
        found = self._town_owner.search(text, start, end)
        return found.start() if found is not None else end

    @cached_property
    def _owned(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<=\w{{3}})(?:{any_of(w.owned)})$")

    @cached_property
    def _not_owned(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?:{any_of(w.not_owned)})$")

    def owner(self, name: str) -> str:
        """A place's name as it stands alone, from before the noun that says what it is ("Northens kommun")."""
        return name if self._not_owned.search(name) else self._owned.sub("", name)

    @cached_property
    def _oblique(self) -> tuple[tuple[str, ...], ...]:
        w = self._wording
        return tuple(
            (article, *rule.partition(">")[::2])
            for article, _, rule in (part.partition(":") for part in w.oblique.split("|") if part)
        )

    def uninflected(self, link: str, name: str) -> str:
        """A name behind a preposition or article as it stands alone: its first noun without the ending of its case."""
        words = name.split()
        rules = [(ending, made) for article, ending, made in self._oblique if link.endswith(article)]
        for at, word in enumerate(words):
            rule = next((r for r in rules if word.casefold().endswith(r[0])), None)
            if rule is not None and len(word) > len(rule[0]) + 2:
                words[at] = word[: len(word) - len(rule[0])] + rule[1]
                break
        return self.nominative(" ".join(words))

    def name_adjective(self, text: str, start: int) -> int:
        """How long an adjective is whose capital makes it a part of the name behind it; 0 where there is none."""
        if not self._inflected:
            return 0
        found = re.search(
            rf"(?<=\w\s)[{CAPITAL}]\w{{2,}}(?:e|en|es|em)\s+(?:[a-zäöüß]{{4,}}(?:e|en|es|em)\s+)?$",
            text[max(0, start - 60) : start],
        )
        return len(found.group(0)) if found else 0

    @cached_property
    def _noun_of(self) -> re.Pattern[str]:
        w = self._wording
        # "head of the chamber"
        return re.compile(rf"\s+(?:{any_of(w.head_links)})\s+([{CAPITAL}][\w-]+)$")

    def noun_of(self, office: str) -> re.Match[str] | None:
        """The one noun that an office's name ends with ("head of the chamber")."""
        found = self._noun_of.search(office)
        return found if found is not None and not self._links.search(office[: found.start() + 1]) else None

    def without_kind(self, name: str) -> str:
        """A name without the noun before it that says what it is the name of; "" where there is none."""
        first, _, rest = name.partition(" ")
        told = " " in rest or (len(rest) >= _SHORTEST_ALONE and rest.casefold() not in self._spoken.fields)
        return rest if first.casefold() in self._kinds and told else ""

    @cached_property
    def _leads(self) -> frozenset[str]:
        w = self._wording
        return frozenset(w.name_leads.split("|"))

    def starts_name(self, word: str) -> bool:
        """Whether a word is never a name alone ("Bad …")."""
        return word in self._leads

    def may_be_place(self, name: str) -> bool:
        """Whether a capitalised word behind a preposition of place may be a town's name, by its look."""
        spoken, last = self._spoken, name.split()[-1].casefold()
        common = last in spoken.functions or last in spoken.not_names or last in spoken.fields
        return not common and not last.endswith(tuple(spoken.noun_endings))
