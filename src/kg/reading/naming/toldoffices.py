"""Offices that no word tells, known by where they stand: "X, lamp keeper at Y", "the lamp keeper of Y, X".

An apposition on a person that is headed by a noun for whoever does something (by its ending), and leads to a body,
calls what the person is there. A trade is none, and where no body is found beside it, it is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language import Language
from kg.language.doers import Doers, doers_of
from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_SMALL, _CAPITAL = "a-zäöüßà-ÿ", "A-ZÄÖÜÉÅÀÂÈÊÎÍÓÔÚØÑŁŚŠŽČ"
_WORD = rf"[{_SMALL}{_CAPITAL}][\w'’/-]*"
_LONGEST, _BEHIND, _BEFORE, _LEAST = 170, 60, 120, 5
_OWNED = re.compile(r"(?:['’]s?|)\s(?:[\w-]+\s)?")


@dataclass(frozen=True, slots=True)
class _Ways:
    """Patterns of one language: behind a person, and before one with the body between."""

    behind: re.Pattern[str]
    of_body: re.Pattern[str]
    leads: re.Pattern[str]


class ToldOffices:
    """Finds offices by their place.

    Args:
        schema: Which classes are offices, bodies and places.
        spoken: The text's language.
        grammar: Of that.
    """

    def __init__(self, schema: Schema, spoken: Language, grammar: Grammar) -> None:
        self._schema, self._spoken, self._grammar = schema, spoken, grammar
        self._offices = schema.hinted("beforeNames")
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._owners = schema.hinted("gazetteer") | schema.hinted("stateName")
        doers = doers_of(spoken.code)
        self._head = re.compile(rf"(?=\w{{{_LEAST},}})(?!(?:{doers.never})$)[\w'’/-]*?(?:{doers.endings})$")
        self._ways = _ways(doers, capitals=spoken.nouns_capitalised)
        self._first = doers.first
        self._blocked = _blocked(schema)
        trades = {*schema.forms_of("Profession", spoken.code), *schema.forms_of("Title", spoken.code)}
        self._trades = tuple(sorted(word.lstrip("*") for word in trades)) or ("\0",)

    def find(self, text: str, mentions: Sequence[Mention], persons: Sequence[Mention]) -> list[Mention]:
        """Offices beside persons that no other mention tells."""
        found: list[Mention] = []
        for person in persons:
            taken = [*(m for m in mentions if self._is_told(m)), *persons, *found]
            for start, end, lead in self._stretches(text, person):
                office = self._office(text, start, end, lead, mentions, taken)
                if office is not None:
                    found.append(office)
                    break
        return found

    def without_stranded(self, text: str, told: Sequence[Mention], mentions: list[Mention]) -> list[Mention]:
        """The mentions without those told offices beside which nothing stands that one can be held in."""
        if not told:
            return mentions
        bodies = [m for m in mentions if m.kind is Kind.THING and self._may_be_whose(m)]
        persons = [m for m in mentions if m.kind is Kind.PERSON]
        stranded = [o for o in told if not self._is_held(text, o, bodies, persons)]
        return [m for m in mentions if m not in stranded]

    def _stretches(self, text: str, person: Mention) -> Iterator[tuple[int, int, str]]:
        """Where noun phrases beside a person begin and end, with the word before them."""
        behind = self._ways.behind.match(text, person.end, person.end + _LONGEST)
        if behind is not None:
            yield behind.start("what"), behind.end("what"), behind.group("lead") or ""
        at = max(0, person.start - _BEFORE)
        before = self._ways.of_body.search(text[at : person.start])
        if before is not None:
            yield at + before.start("what"), at + before.end("what"), before.group("lead") or ""

    def _office(
        self,
        text: str,
        start: int,
        end: int,
        lead: str,
        mentions: Sequence[Mention],
        taken: Sequence[Mention],
    ) -> Mention | None:
        phrase = text[start:end]
        head = self._head_of(phrase)
        if head is None or self._is_none(phrase, head):
            return None
        first, last = start + head[0], start + head[1]
        if any(m.start < last and first < m.end for m in taken) or any(
            self._is_office(m) and m.start < end and start < m.end for m in taken
        ):
            return None
        if any(m.start < last and first < m.end and self._names_body(m) for m in mentions):
            return None
        name = self._grammar.bare_adjectives(lead, phrase)
        things = self._schema.called(name, self._offices)[:1]
        return Mention(Kind.THING, start, end, name, things=things, classes=self._offices)

    def _head_of(self, phrase: str) -> tuple[int, int] | None:
        """Where the noun of a phrase stands that says what somebody is."""
        words = [(m.start(), m.end()) for m in re.finditer(r"\S+", phrase)]
        plain = [w for w in words if self._tells_task(phrase[w[0] : w[1]].casefold())]
        if self._first:
            return words[0] if words[0] in plain else None
        return plain[-1] if plain else None

    def _tells_task(self, word: str) -> bool:
        """Whether a noun is one for whoever does something, and more than a trade."""
        return self._head.match(word) is not None and not word.endswith(self._trades)

    def _is_none(self, phrase: str, head: tuple[int, int]) -> bool:
        """Whether a phrase is no noun phrase, or tells what somebody was, or will be."""
        words = phrase[: head[1]].casefold().split()
        small = self._spoken.finite | self._spoken.prepositions
        return any(w in self._blocked for w in words) or (
            not self._first and any(w in small or w in self._spoken.functions for w in words)
        )

    def _is_held(
        self, text: str, office: Mention, bodies: Sequence[Mention], persons: Sequence[Mention]
    ) -> bool:
        ends = [office.end, *(p.end for p in persons if 0 < p.start - office.end <= 2)]
        return any(
            any(self._ways.leads.fullmatch(text, end, b.start) for end in ends if end <= b.start)
            or (b.end <= office.start and _OWNED.fullmatch(text, b.end, office.start) and b.genitive)
            for b in bodies
        )

    def _is_told(self, mention: Mention) -> bool:
        """Whether something stands there already: a name, or a word that stands for an office told before."""
        return mention.kind is Kind.THING or (mention.kind is Kind.REFERENCE and self._is_office(mention))

    def _is_office(self, mention: Mention) -> bool:
        return not self._offices.isdisjoint(mention.classes)

    def _may_be_whose(self, mention: Mention) -> bool:
        return bool(mention.classes & self._owners) or self._schema.any_is_a(mention.classes, self._bodies)

    def _names_body(self, mention: Mention) -> bool:
        denotes = mention.entry.denotes if mention.entry is not None else ()
        return any(self._schema.is_a(c, self._bodies) for c in denotes)


def _blocked(schema: Schema) -> frozenset[str]:
    """Words before an office that say that somebody held it once, or is to hold it."""
    slots = (s for c in schema.classes.values() if "joins" in c.hints for s in c.slots)
    return frozenset(w.casefold() for s in slots for w in s.hints.get("blockedBy", ()))


def _ways(doers: Doers, *, capitals: bool) -> _Ways:
    field = rf"(?:\s+(?:{doers.fields})(?:\s+|(?<=['’])){_WORD}(?:\s+{_WORD}){{0,3}}?)?"
    if doers.first:
        phrase = rf"[{_SMALL}{_CAPITAL}][\w-]+(?:\s+(?!(?:{doers.links})\s)[{_SMALL}][\w-]+){{0,2}}{field}"
    elif capitals:
        phrase = rf"(?:[{_SMALL}][\w-]*e[nrs]?\s+){{0,2}}[{_CAPITAL}][\w/-]+{field}"
    else:
        phrase = rf"{_WORD}(?:\s+{_WORD}){{0,4}}?{field}"
    lead = rf"(?:(?P<lead>{doers.articles})\s+)?"
    name = rf"(?:[{_SMALL}][\w-]*\s+){{0,2}}[„“\"«]?[{_CAPITAL}0-9]"
    leads = rf"\s+(?:{doers.links})(?:\s+|(?<=['’]))"
    return _Ways(
        behind=re.compile(rf"(?:\s\([^()\n]{{1,40}}\))?,\s+{lead}(?P<what>{phrase})(?={leads}{name})"),
        of_body=re.compile(
            rf"(?:^|(?<=[\s„“\"(]))(?P<lead>{doers.articles})\s+(?P<what>{phrase}){leads}[^,.;:()\n]{{2,{_BEHIND}}},\s$"
        ),
        leads=re.compile(rf"{leads}(?:(?:{doers.articles})\s+)?(?:[{_SMALL}][\w-]*\s+){{0,2}}[„“\"«]?"),
    )
