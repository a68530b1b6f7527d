"""Marks what a block of text speaks of, before anything is concluded from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg import language as lang
from kg.documents import Block
from kg.language import papers
from kg.language.persons import given_names
from kg.names import fold
from kg.periods import Period
from kg.reading.grammar import Grammar, demonym_rules, endings
from kg.reading.grammar.spoken import any_of
from kg.reading.naming import bynames, gazetteer
from kg.reading.naming.bodies import Bodies
from kg.reading.naming.coinednames import CoinedNames, coined_tail, is_coined
from kg.reading.naming.currencies import with_currency
from kg.reading.naming.definednames import ROLE as DEFINES
from kg.reading.naming.definednames import DefinedNames
from kg.reading.naming.joinednames import JoinedNames
from kg.reading.naming.listednames import ListedNames
from kg.reading.naming.marks import (
    QUOTED,
    RUN,
    apposed,
    around_quotes,
    as_person,
    before_names,
    begins_or_ends,
    called,
    classes_at,
    ends_in_word_of_its_own,
    ends_longer,
    first_run,
    gives_way,
    in_full,
    is_compound,
    is_entry,
    merged,
    moved,
    names_part,
    own_name,
    placed_at,
    registered,
    trimmed,
    uninflected,
    unnumbered,
    within,
    within_day,
    without_described,
    without_office,
    without_parts_of_tokens,
)
from kg.reading.naming.matching import Matcher, without_named
from kg.reading.naming.metonyms import Metonyms
from kg.reading.naming.opennames import OpenNames
from kg.reading.naming.partnernames import PartnerNames
from kg.reading.naming.placelists import PlaceLists
from kg.reading.naming.sharednouns import SharedNouns
from kg.reading.naming.sheetnames import SheetNames
from kg.reading.naming.shortnames import ShortNames
from kg.reading.naming.toldnames import ToldNames
from kg.reading.naming.toldoffices import ToldOffices
from kg.reading.naming.townforms import TownForms
from kg.reading.naming.yearnames import as_years, beside_places
from kg.reading.passages.frames import is_group, roles
from kg.reading.passages.groups import Groups
from kg.reading.passages.mentions import Amount, Kind, Mention, Passage, cut
from kg.schema import Entry, Schema

# whose a thing is stands before its name ("X's plan")
_OWNER = re.compile(r"^(?:.*\s)?[\w.-]+(?:['’]s|s['’])\s+")
_BRACKET = re.compile(r"\s\(([^()]{3,60})\)")
_ADJECTIVES = re.compile(r"\s(?:[^\W\d_A-ZÄÖÜÉ]\w+\s){0,2}[„“\"«]?\s?")
_OF_NAME = re.compile(r"\s[^\W\d_A-ZÄÖÜÉ]+\s(?=[A-ZÄÖÜÉÅŁŠŽČ])")
_REMEMBERED, _YEARS, _LONGEST_DUTY, _LONGEST_FIELD = 4, 24, 120, 90
_LAST_WORD = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+) $")
_OPENS_APPOSITION = re.compile(r",\s+(?:(?:the|its|a|an)\s+)?|\s+\(")
_CAPITALS = re.compile(r"(?<=[\w,])\s([A-ZÄÖÜÉÅŁŠŽČ][\w'’-]+)")
_CAPITAL_NEXT = re.compile(r"\s(?:(?:van|von|de|der|den|di|da|al|ter)\s)*([A-ZÄÖÜÉÅŁŠŽČ][\w'’-]+)")
_ENDS_IN_YEAR = re.compile(r"\s\d{4}\+?$")
_NEXT_WORD = re.compile(r"\s+([a-zäöüß]+)\b")
_ADJECTIVE_NEXT = re.compile(r"\s([^\W\d_A-ZÄÖÜÉ][^\W\d_]{4,})(?!\w)")
_WORD_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_][\w-]*) $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEFT_NAME = re.compile(r"(?:(?:[A-ZÄÖÜÉ0-9][\w.&'’-]*|(?<=\w\s)&)\s+)+$")
# an adjective made of a place's name, and another before the noun
_PLACED_LEFT = re.compile(r"(?<![\w-])([A-ZÄÖÜ][a-zäöüß]+er)\s+(?:[A-ZÄÖÜ][a-zäöüß]+(?:e|en|er|es)\s+)?$")
_MOST_LEFT = 60
_JOINED_ADJECTIVE = re.compile(r"-[a-zà-ÿ]{4,}$")  # "the town goes CO2-neutral"
_YEAR_BEHIND = re.compile(r"(?:\s(?!\d)[^\s.;:()]+){0,3}?\s\(?((?:19|20)\d\d)\b")
_NEAR_OWNER = 5
# a news agency's or newspaper's place and source before the first sentence
_DATELINE = re.compile(
    r"^\W*[A-ZÄÖÜÉ][\w .]{2,30}(?:/[A-ZÄÖÜ][\w .]{2,30})*"
    r"(?:\s*\([^()]{2,20}\)\s*[-–—.:]|,\s[^.–—]{4,60}?(?:\s|\.\s?)[-–—]\s)"
)
_DATELINE_PLACE = re.compile(
    r"^\W*((?:St\.\s)?[A-ZÄÖÜÉ][\w-]{2,}(?:\s[\w-]+){0,3})(?:/[\w .]{2,30})?"
    r"(?:\s*\([^()]{2,20}\))?(?:,\s[^.–—]{4,60}?)?\s*[-–—.:|]\s+"
)
_QUOTED_RIGHT = re.compile(
    r"(?:,?\s+[^\W\d_A-ZÄÖÜÉ][\w'’-]*){0,3},?\s+[„“”\"»«]\s?([A-ZÄÖÜÉÅ0-9][^„“”\"»«\n.!?]{2,58}?)\s?[“”\"«»](?!\w)"
)
_QUOTED_LEFT = re.compile(
    r"[„“”\"»«]\s?([A-ZÄÖÜÉÅ0-9][^„“”\"»«\n.!?]{2,58}?)\s?[“”\"»«]\s+(?:[a-zäöü][\w'’-]*\s+){0,2}$"
)
# "(EU) 2024/1735", "n° 2021-1104", "7/2021": the number that an act is called by
_NUMBERED = re.compile(
    r"\s*(?:\((?:EU|EG|UE|CE|EC)\)\s*)?(?:(?:n°|nº|n\.º|Nr\.|No\.?|nr\.?)\s*)?\d{1,4}[/-]\d{2,4}(?:/[A-Z]{2,3})?(?!\w)"
)
# a day and a dash before the first sentence: when it was given out
_STAMPED = re.compile(r"\s*[–—-]\s|\s*[:|]\s")
# "the plan, Blue Harbour 2040, …": between commas, capitals and numbers alone
_APPOSED = re.compile(
    r",\s+([A-ZÄÖÜÉÅÓ][\w'’-]+(?:\s+(?:[A-ZÄÖÜÉÅÓ][\w'’-]*|\d{4}|de|do|da|del|la|para|pour|för|for|of|für|på))*"
    r"\s+(?:[A-ZÄÖÜÉÅÓ][\w'’-]*|\d{4})),\s"
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_DESCRIBED = 2
_BEFORE_OFFICE = 24
_LEAST_QUESTIONS, _FEW_WORDS, _CLOSING_MARKS = 2, 6, ' *_”“»«"'
_SHORTEST_NAME, _SHORTEST_NEWS, _NEAR_TITLE = 4, 20, 24
_LONGEST_CREDIT = 70
_NAME = re.compile(
    r"(?:(?:\s+|(?<=['’]))[A-ZÄÖÜÅÀÁÂÇÈÉÊÍÎÓÔØÚŁŚŠŽČ][\w'’-]+(?:(?![\w./])|(?<=\w{4})(?=\.(?:\s|$))))+"
)
# "Wärme- und Stromplan": the first word leaves out what the second has
_SHARED_TAIL = re.compile(r"(?<!\w)[A-ZÄÖÜ][\w-]*-(?:,\s+[A-ZÄÖÜ][\w-]*-)*\s+(?:und|oder|&)\s+$")
_HYPHENED = re.compile(r"[^\W\d_]{2}-(?:[a-zà-ÿ]{1,6}['’-])+$")
_SHARED_SMALL = re.compile(r"(?<![\w-])[^\W\d_]+-\s+(?:och|og|en)\s+$")
_RIGHT_YEAR = re.compile(r"\s+(?:\d{4}(?:[–-]\d{4})*|\d\.0)\b")


_NOUN_ROLES = ("Generic", "CountedNoun")


def _opening(text: str) -> int:
    """Where the first sentence begins behind a dateline ("NORTHHAVEN (dpa) – …"); 0 where none opens a text."""
    dateline = _DATELINE.match(text)
    return dateline.end() if dateline and len(text) - dateline.end() > _SHORTEST_NEWS else 0


def _opens(text: str, place: Mention) -> bool:
    """Whether a place stands before what a dateline has in brackets, so that it is no source's name."""
    return "(" not in text[: place.start]


def _is_credited(text: str, person: lang.PersonMention) -> bool:
    """Whether a name is that of whoever took a picture ("… (Photo: Jane Doe)"): it says nothing of the event."""
    lead = max(
        text.rfind("(", 0, person.start), text.rfind(". ", 0, person.start), person.start - _LONGEST_CREDIT
    )
    before = text[max(lead, 0) : person.start].lstrip("(. ")
    return bool(papers.TAKEN_BY.fullmatch(before) and papers.TAKEN_BY_ENDS.match(text, person.end))


def _apart(spans: list[lang.Span], opening: int) -> list[lang.Span]:
    """Sentences, with a dateline as one of its own: it tells where people are from, and nothing else."""
    if not spans or not spans[0][0] < opening < spans[0][1]:
        return spans
    (start, end), *others = spans
    return [(start, opening), (opening, end), *others]


def _nouns(schema: Schema, code: str) -> tuple[str, ...]:
    """Single nouns that stand before names, or for many things at once, and say what they are; lower case."""
    found = {
        form.casefold()
        for entry in schema.entries
        if entry.language == code
        and ("headOutside" in entry.hints or set(_NOUN_ROLES) & set(entry.hints.get("role", ())))
        for form in entry.forms
        if form.isalpha()
    }
    return tuple(sorted(found))


@dataclass(slots=True)
class _Marked:
    """A block's text and all that was found in it, in the block's own places."""

    block: Block
    mentions: list[Mention]
    speech: list[tuple[int, int, Mention | None]]
    opening: int
    """Where the first sentence begins behind a dateline that names a place; 0 where there is none."""


class Annotator:
    """Finds mentions in blocks of one language.

    Args:
        schema: Names, lexicon and classes.
        code: Language of the text.
    """

    def __init__(self, schema: Schema, code: str) -> None:
        self._schema = schema
        self.language = lang.language(code)
        self.grammar = Grammar(self.language, _nouns(schema, self.language.code), self._words("LeftOut"))
        self._metonyms = Metonyms(schema, self.grammar)
        self._shared = SharedNouns(schema, self.grammar)
        self._bodies = Bodies(schema, self.grammar, self.language)
        self._told_offices = ToldOffices(schema, self.language, self.grammar)
        self._matcher = Matcher(schema, code)
        self._short = ShortNames(schema, self.language)
        self._groups = Groups(schema, self.language)
        self._told_names = ToldNames(schema, self.language, self.grammar)
        self._sheet_names = SheetNames(schema, self.language)
        self._defined_names = DefinedNames(schema, self.language, self.grammar)
        self._names = lru_cache(maxsize=256)(self._names_in)
        self._seen: dict[str, list[Mention]] = {}
        self._families = lang.Families({})
        self._spoken_of: list[Mention] = []
        self._coined: dict[str, frozenset[str]] = {}
        self._inflected: dict[str, str] = {}
        self._coined_forms: dict[str, tuple[str, frozenset[str]]] = {}
        self._coined_by: dict[str, list[str]] = {}
        self._word_endings = tuple(filter(None, map(first_run, endings(self.language))))
        self._days_of: dict[str, int | None] = {}
        self._name_words: dict[frozenset[str], frozenset[str]] = {}
        self._endings = "|".join(re.escape(e) for e in sorted(endings(self.language), key=len, reverse=True))
        self._states = schema.hinted("stateName")
        self._open_names = OpenNames(self.language, self._states)
        self._days = frozenset(d.capitalize() for d in self.language.weekdays)
        titles = "|".join(sorted(map(re.escape, {*self.language.honorifics, *self._days})))
        self._titled = re.compile(rf"(?:\s+\w+)?\s+(?:{titles})\b") if titles else None
        self._offices = schema.hinted("beforeNames")
        self._gazetted = schema.hinted("gazetteer")
        self._speaking = self.language.speech_verbs | self.language.told
        self._town_forms = TownForms(schema, self.grammar)
        self._partner_names = PartnerNames(schema, self.language, self.grammar, self._gazetted, self._states)
        self._place_lists = PlaceLists(schema, self.language, self.grammar, self._gazetted, self._states)
        self._listed_names = ListedNames(self.language, self.grammar, self._gazetted, self._states)
        self._open = tuple(sorted(schema.hinted("openName")))
        self._units = schema.hinted("unit")
        self._shortened = schema.hinted("shortened")
        self._coining = schema.hinted("coinedNames")
        self._happening = schema.hinted("happens")
        joints = any_of("|".join((self.language.wording.joiners, self.language.wording.pairs)))
        self._fellow_joint = re.compile(rf"\s(?:{joints})\s+$")
        self._coined_names = CoinedNames(schema, self.language, self.grammar)
        self._belonging = frozenset(c.iri for c in schema.classes.values() if "company" in c.hints)
        self._joined_names = JoinedNames(schema, self.language)
        self._closed = tuple(sorted(schema.hinted("closedName")))
        self._no_places = self._words("NoPlace")
        self._adjectives = {
            form: town
            for entry in schema.entries
            if entry.language == code and "Demonym" in roles(entry)
            for form in entry.forms
            for town in entry.hints["madeOf"]
        }
        self._fields = self._words("Field")
        addresses = self._words("Title")
        self._titles = frozenset(word for word in addresses if not word.startswith("*"))
        self._ends_of_titles = tuple(sorted(word[1:] for word in addresses if word.startswith("*")))
        self._forms_of_rank = self._words("Rank")
        self._office_fields = self._words("OfficeField")
        self._professions = tuple(sorted(word.lstrip("*") for word in self._words("Profession"))) or ("\0",)
        self._persons = schema.hinted("personName")

    def _words(self, role: str) -> frozenset[str]:
        """Words of a role in the lexicon, lower case."""
        return self._schema.forms_of(role, self.language.code)

    def names(self, text: str) -> list[Mention]:
        """Names alone, registered or not, of a line such as a letterhead's."""
        return list(self._names(text))

    def _names_in(self, text: str) -> tuple[Mention, ...]:
        found = self._matcher.find(text)
        return tuple(m for m in [*found, *self._new_names(text, found)] if m.kind is Kind.THING)

    def office_end(self, text: str) -> int:
        """Where the office ends that opens a line, articles aside; 0 where none does."""
        found = self._with_composed(text, self._matcher.find(text))
        return self._end_of_first(text, [m for m in found if m.kind is Kind.THING and self._is_office(m)])

    def body_end(self, text: str) -> int:
        """Where the name of a body ends that opens a line, articles aside; 0 where none does."""
        return self._end_of_first(
            text, [m for m in self._names(text) if not self._is_office(m) and not self._is_person(m)]
        )

    def is_person(self, text: str) -> bool:
        """Whether a line is a person's name and nothing else."""
        found = self._people(text, {}, self._matcher.find(text))
        return any(p.start <= len(text) - len(text.lstrip()) and p.end == len(text) for p in found)

    def _end_of_first(self, text: str, mentions: Sequence[Mention]) -> int:
        return max((m.end for m in mentions if self.grammar.is_function(text[: m.start])), default=0)

    def covered(self, text: str, classes: Sequence[str]) -> int:
        """How many characters of a line name things of some classes, or are nouns right beside them that say so."""
        found = self._matcher.find(text)
        names = [
            m
            for m in [*found, *self._new_names(text, found)]
            if m.kind is Kind.THING and any(self._schema.is_a(c, tuple(classes)) for c in m.classes)
        ]
        heads = [m for m in found if m.entry is not None and "NameHead" in m.entry.hints.get("role", ())]
        beside = [
            h for h in heads if any(0 <= n.start - h.end <= 1 or 0 <= h.start - n.end <= 1 for n in names)
        ]
        return sum(end - start for start, end in merged([(m.start, m.end) for m in [*names, *beside]]))

    def passages(
        self,
        blocks: Sequence[Block],
        reference: dt.date | None,
        lines: Sequence[str] = (),
        sender: tuple[Mention, Sequence[str]] | None = None,
    ) -> list[Passage]:
        """The passages of a document's running text, with their mentions.

        Args:
            blocks: Running text.
            reference: The document's day, or None.
            lines: Other lines of the document, such as its letterhead's, that may introduce names.
            sender: Who gives the document out, and what that is called besides.
        """
        found: list[Passage] = []
        people: dict[str, lang.PersonMention] = {}
        self._families = lang.Families(people)
        self._seen = {text: self._matcher.find(text) for text in (*lines, *(b.text for b in blocks))}
        self._inflected = {}
        self._coined = self._introduced()
        self._coined_forms = self._forms_of_coined()
        self._coined_by = {}
        for form in self._coined_forms:
            self._coined_by.setdefault(first_run(form), []).append(form)
        self._spoken_of = []
        who, names = sender if sender is not None else (None, ())
        self._bodies.forget(who)
        heads = (
            [m for name in (who.text, *names) for m in self._matcher.find(name)] if who is not None else ()
        )
        self._short.begin(who, names, heads, self._abbreviated())
        for paragraph, block in enumerate(blocks):
            marked = self._mark(block, reference, people)
            named = [m for m in marked.mentions if m.kind is Kind.PERSON]
            self._spoken_of = [*self._spoken_of, *named][-_REMEMBERED:]
            spans = _apart(lang.sentences(block.text, self.language), marked.opening)
            for passage, (start, end) in zip(
                cut(block, spans, len(found), paragraph, self.grammar), spans, strict=True
            ):
                passage.mentions = [moved(m, start) for m in marked.mentions if m.inside(start, end)]
                passage.speech = [
                    (max(s - start, 0), min(e, end) - start, moved(who, start) if who else None)
                    for s, e, who in marked.speech
                    if s < end and start < e
                ]
                found.append(passage)
        self._interview(found)
        self._name_in_full(found, people)
        with_currency(found, self.language, self.grammar.is_function)
        return found

    def _with_dateline(self, text: str, mentions: list[Mention], opening: int) -> tuple[list[Mention], int]:
        """Mentions without a dateline's place where the text behind it tells of another, and where that text begins.

        An agency's own seat, where others are meant by its name, gives way to any place that is named behind it.
        """
        before = [m for m in mentions if m.kind is Kind.THING and m.end < opening and self._is_where_from(m)]
        if not before:
            return mentions, 0
        first = next((end for _, end in lang.sentences(text, self.language) if end > opening), len(text))
        seat = any(t in self._schema.stands_for for m in before for t in m.things)
        others = (
            m
            for m in mentions
            if m.start >= opening and (seat or m.end <= first) and m.classes & self._gazetted
        )
        if any(not self.grammar.located(text, m.start) for m in others):
            return [m for m in mentions if m not in before], 0
        return mentions, opening

    def _is_where_from(self, mention: Mention) -> bool:
        """Whether a mention in a dateline is its place, or no thing at all; of a source the text tells nothing."""
        return mention.kind is not Kind.THING or bool(mention.classes & self._gazetted)

    def _interview(self, passages: list[Passage]) -> None:
        """Whoever is asked in a text of questions and answers speaks in it, though no verb says so."""
        asked = {p.paragraph for p in passages if p.text.rstrip(_CLOSING_MARKS).endswith("?")}
        if len(asked) < _LEAST_QUESTIONS:
            return
        for passage in passages:
            people = passage.of(Kind.PERSON)
            met = self.grammar.meets.search(passage.text) if people else None
            named = [m for m in people if met is not None and 0 <= m.start - met.end() <= _NEAR_TITLE]
            if passage.paragraph in asked:
                named += [m for m in people if m.start == 0 and passage.text[m.end : m.end + 1] == ","]
            if named:
                passage.speech.append((named[0].start, named[0].end, named[0]))
                return

    def _name_in_full(self, passages: list[Passage], people: dict[str, lang.PersonMention]) -> None:
        """Whoever is named in full further on is meant by the family name before, too."""

        def full(mention: Mention) -> Mention:
            known = people.get(mention.text)
            if mention.kind is not Kind.PERSON or known is None or not known.given:
                return mention
            return replace(mention, text=known.name, things=self._registered_person(known.name))

        longer = self._longer_names(passages)
        for passage in passages:
            passage.mentions = self._without_homonyms(passage, people)
            named = [self._bodies.in_full(full(m)) for m in passage.mentions]
            named = [called(m, longer.get((m.text, m.classes), m.text)) for m in named]
            passage.mentions = [self._with_town(m, named, passage) for m in named]
            passage.speech = [(start, end, full(who) if who else None) for start, end, who in passage.speech]

    def _without_homonyms(self, passage: Passage, people: Mapping[str, lang.PersonMention]) -> list[Mention]:
        """Mentions without small towns that somebody is named like who is named in full or speaks ("…, says Berg")."""
        found: list[Mention] = []
        for mention in passage.mentions:
            if mention.kind is not Kind.THING or mention.things or not mention.classes & self._gazetted:
                found.append(mention)
                continue
            before = passage.text[: mention.start].rsplit(None, 1)
            known = people.get(mention.text)
            if (
                known is not None
                and known.given
                and not self.grammar.after_preposition(passage.text, mention.start)
            ):
                things = self._registered_person(known.name)
                found.append(replace(mention, kind=Kind.PERSON, things=things, classes=self._persons))
            elif not before or before[-1].casefold() not in self._speaking:
                found.append(mention)
        return found

    def _with_town(self, body: Mention, mentions: list[Mention], passage: Passage) -> Mention:
        """A town's assembly, called besides by its noun and the town beside it ("the council of X", "X council")."""
        if body.also or body.things or body.kind is not Kind.THING or not body.classes & set(self._open):
            return body
        text = passage.text
        for town in mentions:
            if not town.classes & self._gazetted or town.kind not in (Kind.THING, Kind.REFERENCE):
                continue
            if town.kind is Kind.THING and town.end + 1 == body.start:
                return replace(body, also=text[town.start : body.end])
            between = text[body.end : town.start]
            if town.start > body.end and (between == " " or self.grammar.links(between)):
                return replace(body, also=text[body.start : town.end])
        return body

    def _longer_names(self, passages: list[Passage]) -> dict[tuple[str, frozenset[str]], str]:
        """Names that begin or end a longer one of their own class, which the document has just one of, with that."""
        named = {
            (m.text, m.classes)
            for p in passages
            for m in p.of(Kind.THING)
            if not m.things and m.classes & self._shortened
        }
        found = {}
        for short, classes in named:
            whole = [t for t, c in named if c == classes and begins_or_ends(short, t)]
            if len(whole) == 1:
                found[short, classes] = whole[0]
        return found

    def _mark(
        self, block: Block, reference: dt.date | None, people: dict[str, lang.PersonMention]
    ) -> _Marked:
        text = block.text
        opening = _opening(text)
        names = self._seen[text]
        if any(m.end > text.find("(") > m.start for m in names if m.end <= opening):
            opening = 0  # the bracket is part of the name ("Northhaven (Isle)")
        names = [m for m in names if m.start >= opening or self._is_where_from(m)]
        # what a noun defines is known by now: to what a sentence says it adds nothing
        names = [m for m in names if m.entry is None or DEFINES not in roles(m.entry)]
        names = [m for m in names if not self._lacks_place(m, names)]
        names = [self._with_stop(text, m) for m in self._short.found(text, names)]
        again = self._again(text, names)
        names = [*(m for m in names if not ends_longer(m, again)), *again]
        names = [
            self._of_the_time(text, m, reference)
            for m in without_described(names)
            if not self._is_scaled(text, m)
        ]
        dates = [d for d in lang.dates(text, self.language, reference) if not within(d.start, d.end, names)]
        dates = [
            d for d in dates if d.start or not _STAMPED.match(text, d.end) or is_entry(text, d, reference)
        ]
        mentions = list(names)
        mentions.extend(
            Mention(Kind.PERIOD, d.start, d.end, text[d.start : d.end], period=d.period, period_kind=d.kind)
            for d in dates
        )
        mentions.extend(self._numbers(text, dates, names))
        stamped = (Kind.PERIOD, Kind.NUMBER)
        mentions = [m for m in mentions if m.start >= opening or m.kind not in stamped]
        mentions = self._with_groups(text, mentions)
        mentions = [
            m
            for m in mentions
            if not (
                self._is_title(m)
                or self._is_done(text, m)
                or self._is_adverb(text, m)
                or self.grammar.seated(text, m.end)
                or self._ends_hyphened(text, m)
            )
        ]
        spots = list(gazetteer.candidates(text, self.language.genitive)) if self._gazetted else []
        mentions = self._without_outdone(text, mentions, spots)
        places = [m for m in self._places(text, mentions, spots) if m.start >= opening or _opens(text, m)]
        places.extend(self._where_from(text, [*mentions, *places]))
        mentions = self._unswallowed([*mentions, *places, *self._new_names(text, [*mentions, *places])])
        mentions = self._town_forms.settle(text, mentions)
        mentions = self._most_exact(self._with_composed(text, mentions))
        mentions = as_years(text, mentions, self._gazetted, self.language.determiners)
        mentions = without_named(mentions, [m for m in mentions if m.kind is Kind.THING])
        mentions = [
            m
            for m in mentions
            if m.kind is not Kind.REFERENCE or not (self._is_new(text, m) or self._is_called_else(text, m))
        ]
        mentions = [
            m for m in mentions if m.kind is not Kind.REFERENCE or not self._goes_with(text, m, mentions)
        ]
        mentions = [m for m in mentions if not self._heads_coined(text, m, mentions)]
        mentions = [m for m in mentions if m.kind is not Kind.PERIOD or not within(m.start, m.end, mentions)]
        whole = [m for m in places if " " in m.text]
        found = self._people(text, people, [m for m in mentions if m not in places or m in whole])
        found, mentions = self._without_fields(text, found, mentions)
        persons = [self._person(p) for p in found if not _is_credited(text, p)]
        mentions = [
            m
            for m in mentions
            if not (
                (self._is_person(m) or m in places or names_part(m, persons))
                and any(m.overlaps(p) for p in persons)
            )
        ]
        starts = {p.start for p in persons}
        mentions = [m for m in mentions if not self._addresses(m, starts)]
        ranks = [m for m in mentions if self._ranks(text, m, persons, mentions)]
        mentions = [m for m in mentions if m not in ranks]
        ranked = {m.end + 1: m.start for m in ranks}
        persons = [replace(p, start=ranked.get(p.start, p.start)) for p in persons]
        mentions = [self._with_bracket(text, m, persons) if self._is_office(m) else m for m in mentions]
        mentions = self._with_duties(text, mentions, persons)
        told = self._told_offices.find(text, mentions, persons)
        mentions.extend([*told, *persons])
        mentions = self._told_offices.without_stranded(text, told, self._bodies.settle(text, mentions))
        mentions = self._without_ties(mentions)
        mentions = [self._short.in_full(m) for m in mentions]
        mentions = self._shared.settle(text, self._metonyms.settle(text, mentions))
        quotations = lang.quotations(text, self.language, found)
        mentions.extend(self._quoted(text, quotations, mentions))
        days = [m for m in mentions if m.kind is Kind.PERIOD]
        mentions = [m for m in mentions if m.kind is not Kind.WORD or not within_day(m, days)]
        coined = [m for m in mentions if m.classes & self._coining and not m.things and m.text.isupper()]
        mentions = without_parts_of_tokens(mentions, coined)
        unsaid = {
            (d.start, d.end)
            for d in dates
            if d.in_name
            and not any(q.start < d.start and d.end < q.end for q in quotations)
            and not self._aims_at(d, mentions)
        }
        unsaid -= beside_places(dates, mentions, self._gazetted | self._states)
        mentions = [m for m in mentions if m.kind is not Kind.PERIOD or (m.start, m.end) not in unsaid]
        mentions = self._coined_names.without_members(text, mentions)
        mentions.extend(list(self._partner_names.find(text, mentions)))
        mentions.extend(list(self._open_names.find(text, mentions)))
        mentions.sort(key=lambda m: (m.start, m.end, m.kind, m.text))
        mentions, opening = self._with_dateline(text, mentions, opening)
        speech = self._speech(text, found, quotations, mentions)
        return _Marked(block, mentions, speech, opening)

    def _with_stop(self, text: str, mention: Mention) -> Mention:
        """A mention with its full stop, where it is an abbreviation that ends in one ("Cllr.")."""
        stopped = mention.kind is Kind.THING and text.startswith(".", mention.end)
        if not stopped or text[mention.start : mention.end] not in self.language.abbreviations:
            return mention
        return replace(mention, end=mention.end + 1)

    def _aims_at(self, date: lang.DateMention, mentions: list[Mention]) -> bool:
        """ "A neutral Northhaven 2030": no name, but what a town aims for, and by when."""
        towns = (m for m in mentions if m.end + 1 == date.start and m.classes & self._gazetted)
        return any(
            w.end + 1 == town.start and w.entry is not None and "modal" in w.entry.hints
            for town in towns
            for w in mentions
            if w.kind is Kind.WORD
        )

    def _most_exact(self, mentions: list[Mention]) -> list[Mention]:
        """Of names that no register has, read as of a class and of one below it, the latter alone."""
        new: dict[tuple[int, int], list[Mention]] = {}
        for mention in mentions:
            if mention.kind is Kind.THING and not mention.things:
                new.setdefault((mention.start, mention.end), []).append(mention)
        wider = {
            id(m)
            for names in new.values()
            for m in names
            for o in names
            if m.classes != o.classes
            and all(any(c != w and self._schema.is_a(c, (w,)) for c in o.classes) for w in m.classes)
        }
        return [m for m in mentions if id(m) not in wider]

    def _with_composed(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The same with names that are put together of parts, in place of what is but a part of such a name."""
        composer = self._schema.composer
        found = composer.find(text, self.language.code) if composer.class_iri in self._offices else []
        made: list[Mention] = []
        for one in found:
            there = [m for m in mentions if m.kind is Kind.THING and m.start < one.end and one.start < m.end]
            whole = [m for m in there if m.start <= one.start and one.end <= m.end]
            others = [m for m in mentions if m.things and m.end <= one.start and not self._is_office(m)]
            whole = [m for m in whole if not any(m.start == o.start for o in others)]  # whose it is, and it
            longer = [m for m in whole if m.end - m.start > one.end - one.start]
            plain = not (one.composition.fields or one.composition.unit)
            if any(not self._is_office(m) or (m in longer and (m.things or plain)) for m in whole):
                continue
            name = self.grammar.bare(" ".join(text[one.start : one.end].split()))
            classes = frozenset((composer.class_iri,))
            things = self._schema.called(name, classes) or (self._schema.composed(one.composition),)
            made.append(Mention(Kind.THING, one.start, one.end, name, things=things[:1], classes=classes))
        if not made:
            return mentions
        kinds = self._offices | self._units
        return [
            *(m for m in mentions if self._is_whose(text, m, made) or not gives_way(m, made, kinds)),
            *made,
        ]

    def _is_whose(self, text: str, place: Mention, made: list[Mention]) -> bool:
        """Whether an adjective made of a place's name stands within an office ("ministre lusitanien de …")."""
        return bool(
            place.kind is Kind.THING
            and place.classes & (self._states | self._gazetted)
            and text[place.start].islower()
            and any(m.start < place.start and place.end <= m.end for m in made)
        )

    def _with_bracket(self, text: str, office: Mention, persons: list[Mention]) -> Mention:
        """ "Councillor X (Heat)": an office whose field stands in a bracket behind who holds it."""
        holder = next((p for p in persons if 0 <= p.start - office.end <= 1), None)
        field = _BRACKET.match(text, holder.end) if holder is not None else None
        if field is None or office.kind is not Kind.THING:
            return office
        name = f"{office.text} ({field.group(1)})"
        things = self._schema.called(name, office.classes)
        return replace(office, text=name, things=things) if things else office

    def _with_duties(self, text: str, mentions: list[Mention], persons: list[Mention]) -> list[Mention]:
        """ "Commissioner X, who is responsible for Y": offices whose field is told behind who holds them."""
        composer = self._schema.composer
        told: list[tuple[int, int]] = []
        made: list[Mention] = []
        for office in (m for m in mentions if m.kind is Kind.THING and self._is_office(m)):
            holder = next((p for p in persons if 0 <= p.start - office.end <= 1), None)
            if holder is None or text[holder.end : holder.end + 2] != ", ":
                made.append(office)
                continue
            start = holder.end + 2
            duty = composer.with_duty(office.text, text[start : start + _LONGEST_DUTY], self.language.code)
            if duty is not None:
                told.append((start, start + duty[1]))
                names = composer.names(duty[0])
                name = next((n for n, code, first in names if first and code == self.language.code), "")
                office = replace(office, text=name or office.text, things=(self._schema.composed(duty[0]),))
            made.append(office)
        if not told:
            return mentions
        others = [m for m in mentions if m.kind is not Kind.THING or not self._is_office(m)]
        kept = [m for m in made if not any(m.start < end and start < m.end for start, end in told)]
        return [*others, *kept]

    def _of_the_time(self, text: str, mention: Mention, reference: dt.date | None) -> Mention:
        """Of things that share a name and recur ("the annual conference"), the one of the year behind the name.

        Where none stands there, the one nearest to the document's day; none of them where it is somebody else's.
        """
        if mention.kind is not Kind.THING or len(mention.things) < 2:
            return mention
        days = {t: at for t in mention.things if (at := self._day_of(t)) is not None}
        if len(days) < len(mention.things):
            return mention
        year = _YEAR_BEHIND.match(text, mention.end)
        if self.grammar.owned_by(text[mention.end : mention.end + _NEAR_OWNER]):
            return replace(mention, things=())
        if year is not None:
            told = tuple(t for t in mention.things if dt.date.fromordinal(days[t]).year == int(year[1]))
            return replace(mention, things=told)
        if reference is None:
            return mention
        nearest = min((abs(at - reference.toordinal()), t) for t, at in days.items())
        return replace(mention, things=(nearest[1],))

    def _day_of(self, thing: str) -> int | None:
        """The first day that the register gives a thing, as an ordinal; None where it gives none."""
        if thing not in self._days_of:
            classes = self._schema.things[thing].classes
            slots = {s.path for c in classes for s in self._schema.slots_of(c) if s.kind == "period"}
            texts = [
                text
                for path in sorted(slots)
                for value in self._schema.known(thing, path)
                if (text := self._schema.names.period_text(getattr(value, "value", ""))) is not None
            ]
            first = min((Period.parse(text).earliest for text in texts), default=None)
            known = dt.date(first // 10000, first // 100 % 100, first % 100) if first is not None else None
            self._days_of[thing] = known.toordinal() if known is not None else None
        return self._days_of[thing]

    def _without_outdone(
        self, text: str, mentions: list[Mention], spots: list[gazetteer.Spot]
    ) -> list[Mention]:
        """Mentions without known places whose name is but part of a town's ("X near Y", "Yish Newtown").

        A place that stands first and keeps its form has a quarter behind it, which is a part of that place.
        """
        longer = [(start, end) for start, end, _, _ in spots if " " in text[start:end]]
        places = self._gazetted | self._states

        def is_part(mention: Mention) -> bool:
            return any(
                start <= mention.start < mention.end < end + (start < mention.start)
                and (start < mention.start or mention.genitive or text[mention.end + 1 : end][:1].islower())
                for start, end in longer
            )

        if not longer:
            return mentions
        return [m for m in mentions if not (m.kind is Kind.THING and m.classes & places and is_part(m))]

    def _places(self, text: str, mentions: list[Mention], spots: list[gazetteer.Spot]) -> list[Mention]:
        """Names that only the gazetteer knows; a doubtful one only beside a word or a name that speaks for it."""
        taken = [m for m in mentions if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD)]
        known = [m for m in taken if m.classes & self._gazetted]
        states = [m for m in taken if m.classes & self._states]
        found: list[Mention] = []
        doubtful: list[Mention] = []
        for start, end, name, genitive in spots:
            if any(m.start < end and start < m.end for m in taken) or name.casefold() in self._no_places:
                continue
            if self.grammar.determined(text, start) or self.grammar.is_quarter(text, start):
                continue
            if self.grammar.is_function(name):
                continue  # "Auch" opens many a sentence, and is a town elsewhere
            if not self.language.nouns_capitalised and (tail := self._tail(text, end, text[start:end])):
                end, name = (
                    tail,
                    self._small(text[start:tail]),
                )  # a namesake, told apart by what lies beside it
            place = Mention(Kind.THING, start, end, name, classes=self._gazetted, genitive=genitive)
            (doubtful if gazetteer.is_doubtful(name) else found).append(place)
        for place in (*doubtful, *reversed(doubtful)):
            if place not in found and self._speaks_for(text, place, [*known, *found], states):
                found.append(place)  # what comes later in a list speaks for it, too
        found.extend(self._towns_of_offices(text, [*taken, *found], mentions))
        return found

    def _where_from(self, text: str, taken: list[Mention]) -> Iterator[Mention]:
        """A small place in a dateline: one with a source or a day behind it, or right before an office."""
        found = _DATELINE_PLACE.match(text)
        if found is None or any(m.start < found.end(1) and m.kind is not Kind.WORD for m in taken):
            return
        sourced = _DATELINE.match(text) is not None
        before_office = any(m.start == found.end() and m.classes & self._offices for m in taken)
        # a label before an office ("Photo: Director …") may be some village's name; a town behind it is whose he is
        before_office = before_office and not any(m.classes & self._gazetted for m in taken)
        before_office = before_office and not found.group(0).rstrip().endswith(":")
        if (sourced or before_office) and gazetteer.knows_village(found.group(1)):
            yield Mention(
                Kind.THING,
                found.start(1),
                found.end(1),
                found.group(1),
                classes=self._gazetted,
                genitive=False,
            )

    def _towns_of_offices(
        self, text: str, taken: list[Mention], mentions: list[Mention]
    ) -> Iterator[Mention]:
        """Towns in an adjective right beside an office: before it, or behind where adjectives stand there."""
        rules = demonym_rules(self.language)
        if not rules:
            return
        before, seen = not self.language.wording.noun_first, set[int]()
        for office in [m for m in mentions if m.classes & self._offices or self._is_office_head(m)]:
            word = (
                _LAST_WORD.search(text[: office.start]) if before else _ADJECTIVE_NEXT.match(text, office.end)
            )
            if word is None or any(
                m.start < word.end(1) and word.start(1) < m.end and m is not office and not self._is_office(m)
                for m in taken
            ):
                continue
            name = self._adjectives.get(word.group(1)) or gazetteer.town_of(word.group(1), rules)
            if name and word.start(1) not in seen:
                seen.add(word.start(1))
                things = () if before else self._schema.called(name, self._gazetted)
                yield Mention(
                    Kind.THING,
                    word.start(1),
                    word.end(1),
                    name,
                    things=things,
                    classes=self._gazetted,
                    genitive=True,
                )

    def _speaks_for(self, text: str, place: Mention, others: list[Mention], states: list[Mention]) -> bool:
        """Whether a preposition of place, its country in brackets or a list with known places stands beside a name."""
        if self.grammar.located(text, place.start):
            return True
        if any(
            m.start == place.end + len(" (")
            and text[place.end : m.start] == " ("
            and text[m.end : m.end + 1] == ")"
            for m in states
        ):
            return True
        return any(
            self.grammar.joined(text[min(m.end, place.end) : max(m.start, place.start)])
            for m in others
            if m.end <= place.start or place.end <= m.start
        )

    def _numbers(self, text: str, dates: Sequence[lang.DateMention], names: list[Mention]) -> list[Mention]:
        skip = [(d.start, d.end) for d in dates]
        skip += [
            (m.start, m.end) for m in names if m.kind in (Kind.THING, Kind.REFERENCE) and not m.by_number
        ]
        skip = merged(skip)
        return [
            Mention(
                Kind.NUMBER,
                n.start,
                n.end,
                text[n.start : n.end],
                amount=Amount(n.value, n.at_least, n.more, n.percent, n.currency, n.one_of, n.ordinal),
            )
            for n in lang.numbers(text, self.language, skip=skip)
        ]

    def _is_scaled(self, text: str, mention: Mention) -> bool:
        """Whether a pronoun is but the first word of a number ("one million")."""
        following = text[mention.end : mention.end + 20].split(maxsplit=1)
        return (
            mention.kind is Kind.REFERENCE
            and mention.text.casefold() in self.language.ones
            and bool(following)
            and following[0].casefold() in self.language.scales
        )

    def _with_groups(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The same, with references to numbered groups in place of shorter references; their numbers stay."""
        groups = self._groups.find(text, mentions)
        counted = {m.end + 1 for m in mentions if m.kind is Kind.NUMBER}
        kept = [
            m
            for m in mentions
            if m.kind is not Kind.REFERENCE
            or not (any(g.overlaps(m) for g in groups) or (is_group(m) and m.start in counted))
        ]
        return [*kept, *groups]

    def _people(
        self, text: str, known: dict[str, lang.PersonMention], mentions: list[Mention]
    ) -> list[lang.PersonMention]:
        taken = [m for m in mentions if m.kind is Kind.THING]

        def other_name(words: str) -> bool:
            if words.casefold() in self._fields:
                return True
            things = self._schema.by_name.get(fold(words), ())
            return bool(things) and not any(self._schema.thing_is(t, self._persons) for t in things)

        offices = {text[m.start : m.end] for m in taken if self._is_office(m)}
        last_words = {words.split()[-1] for words in offices}

        def place_name(words: str) -> bool:
            things = self._schema.by_name.get(fold(words), ())
            return bool(things) and all(
                self._schema.thing_is(t, self._gazetted | self._states) for t in things
            )

        @cache  # words are asked about again and again, as given names, as family names and before both
        def office_before(word: str) -> bool:
            return word in last_words or (word[:1].isupper() and word.casefold().endswith(self._professions))

        offices_at = {m.start: m.end for m in taken if self._is_office(m)}
        full = [
            p
            for p in (
                without_office(p, offices_at)
                for p in lang.persons(text, self.language, other_name, office_before, place_name, offices_at)
            )
            if not any(
                m.start < p.end
                and p.start < m.end
                and not self._is_person(m)
                and not self._names_family(m, p)
                for m in taken
            )
        ]
        full = [in_full(p, known) for p in full]
        for person in (*full, *(registered(m) for m in taken if self._is_person(m))):
            if person.family not in known or (person.given and not known[person.family].given):
                known[person.family] = person
        later = [
            p
            for p in lang.surnames(text, self.language, self._families)
            if not any(p.start < q.end and q.start < p.end for q in full)
            and not any(p.start < m.end and m.start < p.end for m in taken)
        ]
        return sorted([*full, *later], key=lambda p: p.start)

    def _without_fields(
        self, text: str, people: list[lang.PersonMention], mentions: list[Mention]
    ) -> tuple[list[lang.PersonMention], list[Mention]]:
        """ "X, head of the group Urban Heat": capitals behind an office that has its holder before it are its field."""
        offices = {m.end: m for m in mentions if m.kind is Kind.THING and self._is_office(m)}
        people = [p for p in people if not self._is_listed_field(text, p, offices)]
        fields: dict[Mention, lang.PersonMention] = {}
        for person in people:
            office = offices.get(person.start - 1)
            if office is None or person.titles or person.given in given_names():
                continue
            others = [p for p in people if p is not person and (p.titles or p.given)]
            named = " " in text[person.start : person.end]
            before = any(_OPENS_APPOSITION.fullmatch(text, p.end, office.start) for p in others)
            of = _OF_NAME.match(text, person.end)
            behind = (
                of is not None
                and self.grammar.belongs(of.group())
                and any(
                    "," not in text[person.end : p.start - 2] and text[p.start - 2 : p.start] == ", "
                    for p in others
                    if p.start > person.end
                )
            )
            if (before and named) or behind:
                fields[office] = person
        if not fields:
            return people, mentions
        told = [
            replace(m, end=fields[m].end, text=text[m.start : fields[m].end]) if m in fields else m
            for m in mentions
        ]
        kept = list(fields.values())
        return [p for p in people if p not in kept], told

    def _is_listed_field(self, text: str, person: lang.PersonMention, offices: Mapping[int, Mention]) -> bool:
        """ "X is minister for Heat, Northern Roads and Ships": capitals in a list of an office's fields."""
        if self.language.nouns_capitalised or person.titles or person.given in given_names():
            return False
        lists = (
            self.grammar.field_goes_on.match(text, end, end + _LONGEST_FIELD)
            for end, office in offices.items()
            if end < person.start <= end + _LONGEST_FIELD
            and any(self.grammar.links_field(word) for word in office.text.split())
        )
        return any(m is not None and person.end < m.end() for m in lists)

    def _names_family(self, mention: Mention, person: lang.PersonMention) -> bool:
        """Whether a place's name is a part of a person's full name."""
        return (
            bool(mention.classes & (self._gazetted | self._states))
            and mention.inside(person.start, person.end)
            and mention.end - mention.start < person.end - person.start
            and bool(person.given or person.titles)
        )

    def _is_new(self, text: str, mention: Mention) -> bool:
        """ "a neighbouring town" refers to nothing that was named."""
        lead = text[max(0, mention.start - 48) : mention.start]
        return mention.text[:1].isupper() and self.grammar.indefinite(lead)

    def _goes_with(self, text: str, mention: Mention, mentions: list[Mention]) -> bool:
        """ "X Hall", "the twin towns of X": a noun that belongs to a place beside it refers to nothing."""
        if self._is_owned(text, mention, mentions):
            return True
        owned = mention.entry is not None and mention.text in mention.entry.hints.get("determined", ())
        if self.language.nouns_capitalised or owned:
            return False  # "X's contract" is one that was named
        places = [m for m in mentions if m.kind is Kind.THING and m.classes & self._gazetted]
        named = mention.text[:1].isupper()
        return any((named or m.genitive) and text[m.end : mention.start] == " " for m in places)

    def _is_owned(self, text: str, mention: Mention, mentions: list[Mention]) -> bool:
        """ "The twin towns of X": a noun for several places whose owner follows is not for those told before."""
        counted = mention.entry is not None and "howMany" in mention.entry.hints
        return (
            counted
            and bool(mention.classes & self._gazetted)
            and any(
                m.kind is Kind.THING
                and m.classes & self._gazetted
                and mention.end < m.start
                and self.grammar.owned_by(text[mention.end : m.start])
                for m in mentions
            )
        )

    def _lacks_place(self, mention: Mention, mentions: list[Mention]) -> bool:
        """ "the small town" may be any; "the Lusitanian town" is the one that was named."""
        nouns = mention.entry.hints.get("placed", ()) if mention.entry is not None else ()
        if mention.kind is not Kind.REFERENCE or mention.text.count(" ") < _DESCRIBED:
            return False
        told = any(m.classes & self._states and m.inside(mention.start, mention.end) for m in mentions)
        return mention.text.split()[-1] in nouns and not told

    def _is_called_else(self, text: str, mention: Mention) -> bool:
        """ "the label 'Green Roofs'" is none that was named, unless the quoted name has a word of such a name."""
        quoted = QUOTED.match(text, mention.end + 1) if text[mention.end : mention.end + 1] == " " else None
        if quoted is None or not mention.classes:
            return False
        return not {fold(w) for w in _WORDS.findall(quoted.group(1))} & self._words_of_names(mention.classes)

    def _words_of_names(self, classes: frozenset[str]) -> frozenset[str]:
        """The words of all names that the register has for things of some classes, folded."""
        if classes not in self._name_words:
            things = [t for t in self._schema.things.values() if t.classes & classes]
            names = (name for thing in things for name, _, _ in thing.names)
            self._name_words[classes] = frozenset(fold(w) for name in names for w in _WORDS.findall(name))
        return self._name_words[classes]

    def _is_title(self, mention: Mention) -> bool:
        """A form of address ("Prof.") is no office that somebody holds here."""
        return mention.kind is Kind.THING and mention.text.endswith(".") and self._is_office(mention)

    def _addresses(self, mention: Mention, persons: set[int]) -> bool:
        """Whether an office right before a name is but a title, or a trade ("Professor X", "engineer X")."""
        called = mention.text.casefold()
        titled = called in self._titles or called.endswith(self._ends_of_titles)
        return titled and self._is_office(mention) and bool({mention.start, mention.end + 1} & persons)

    def _ranks(self, text: str, mention: Mention, persons: list[Mention], mentions: list[Mention]) -> bool:
        """Whether a rank right before a name is but a title, as the office follows ("Councillor X, head of Y")."""
        if mention.text.casefold() not in self._forms_of_rank or not self._is_office(mention):
            return False
        person = next((p for p in persons if p.start in (mention.start, mention.end + 1)), None)
        whose = [m.start for m in mentions if m.kind is Kind.THING and m.end == mention.start - 2]
        if person is not None and any(
            self._is_office(m)
            and text[: mention.start].endswith(", ")
            and (m.end == mention.start - 2 or any(self.grammar.belongs(text[m.end : at]) for at in whose))
            for m in mentions
        ):
            return True  # an office, whose it is or not, and a rank before the name
        return person is not None and any(
            self._is_office(m)
            and m.start > person.end
            and _OPENS_APPOSITION.fullmatch(text, person.end, m.start)
            for m in mentions
        )

    def _ends_hyphened(self, text: str, mention: Mention) -> bool:
        """Whether a place's name only tells another place from its namesakes ("X-on-Y")."""
        return bool(
            mention.kind is Kind.THING
            and mention.classes & self._gazetted
            and text[mention.start - 1 : mention.start] in ("-", "’", "'")
            and _HYPHENED.search(text[max(0, mention.start - _NEAR_TITLE) : mention.start])
        )

    def _is_adverb(self, text: str, mention: Mention) -> bool:
        """ "they are both paid by X": one word behind a finite verb refers to nothing."""
        several = mention.entry is not None and mention.entry.hints.get("howMany", ("1",)) != ("1",)
        if mention.kind is not Kind.REFERENCE or not several or " " in mention.text:
            return False
        before = text[: mention.start].split()[-1:]
        return before != [] and before[0].casefold() in self.language.finite

    def _is_done(self, text: str, mention: Mention) -> bool:
        """Whether what looks like several holders of an office is a verb ("who chairs the board")."""
        written = text[mention.start : mention.end]
        if mention.kind is not Kind.THING or not written.islower() or not self._is_office(mention):
            return False
        after = _NEXT_WORD.match(text, mention.end)
        plural = mention.genitive and "'" not in written and "’" not in written
        return plural and after is not None and after.group(1) in self.language.determiners

    def _is_person(self, mention: Mention) -> bool:
        return self._schema.any_is_a(mention.classes, self._persons)

    def _is_office(self, mention: Mention) -> bool:
        return self._schema.any_is_a(mention.classes, self._offices)

    def _person(self, person: lang.PersonMention) -> Mention:
        return Mention(
            Kind.PERSON,
            person.start,
            person.end,
            person.name,
            things=self._registered_person(person.name),
            classes=self._persons,
            genitive=person.genitive,
        )

    def _registered_person(self, name: str) -> tuple[str, ...]:
        return self._schema.called(name, self._persons)[:1]

    def _quoted(
        self, text: str, quotations: Sequence[lang.Quotation], mentions: list[Mention]
    ) -> list[Mention]:
        """Short quoted strings that nobody speaks: names, mottos, topics."""
        spoken = [(q.start, q.end) for q in quotations if q.speaker_start is not None]
        quoted = [
            Mention(Kind.QUOTED, *trimmed(text, *m.span(1)), m.group(1).strip())
            for m in QUOTED.finditer(text)
            if not any(s <= m.start() and m.end() <= e for s, e in spoken)
        ]
        things = [m for m in mentions if m.kind is Kind.THING]
        return [q for q in quoted if not any(t.start <= q.start and q.end <= t.end for t in things)]

    def _speech(
        self,
        text: str,
        people: Sequence[lang.PersonMention],
        quotations: Sequence[lang.Quotation],
        mentions: list[Mention],
    ) -> list[tuple[int, int, Mention | None]]:
        found: list[tuple[int, int, Mention | None]] = []
        for quotation in quotations:
            if quotation.speaker_start is None or quotation.speaker_end is None:
                continue
            speaker = placed_at(mentions, Kind.PERSON, quotation.speaker_start, quotation.speaker_end)
            if speaker is None and quotation.speaker_kind == "role":
                speaker = next(
                    (
                        m
                        for m in mentions
                        if m.inside(quotation.speaker_start, quotation.speaker_end)
                        and m.kind is Kind.THING
                        and self._is_office(m)
                    ),
                    None,
                )
            if speaker is None and quotation.speaker_kind == "pronoun":
                said = text[quotation.speaker_start : quotation.speaker_end].casefold()
                speaker = self._last_person(mentions, quotation.start, self.language.genders.get(said, ""))
            found.append((quotation.start, quotation.end, speaker))
        found.extend(self._turns(text, mentions))
        found.extend(self._said_of(text, mentions))
        found.extend(self._reported(text, people, mentions))
        found.extend(self._alluded(text, quotations, mentions))
        return sorted(found, key=lambda f: f[:2])

    def _reported(
        self, text: str, people: Sequence[lang.PersonMention], mentions: list[Mention]
    ) -> list[tuple[int, int, Mention | None]]:
        """Speakers of words that are only reported: persons, or offices whose holder is not named beside them."""
        roles = [as_person(m) for m in mentions if m.kind is Kind.THING and self._is_office(m)]
        spoken = [*people, *roles]
        told = lang.reported(text, self.language, spoken)
        spans = [(one.start, one.end) for one in told]
        spans += [
            (one.start, one.end)
            for one in lang.continued(text, self.language, spoken)
            # whoever opens a sentence that somebody else is said to say is spoken of there
            if not any(t.scope_start <= one.start < t.scope_end and t.start > one.end for t in told)
        ]
        found = []
        for start, end in spans:
            speaker = placed_at(mentions, Kind.PERSON, start, end)
            if speaker is None:
                speaker = placed_at(mentions, Kind.THING, start, end)
            found.append((start, end, speaker))
        return found

    def _alluded(
        self, text: str, quotations: Sequence[lang.Quotation], mentions: list[Mention]
    ) -> list[tuple[int, int, Mention | None]]:
        """Speakers that a pronoun means, and those whose words go on in the mood of reported speech."""
        found: list[tuple[int, int, Mention | None]] = []
        for one in lang.alluded(text, self.language):
            if any(q.start < one.start < q.end for q in quotations):
                continue
            speaker = self._last_office(text, mentions, one.start)
            speaker = speaker or self._last_person(mentions, one.start, one.gender, near=one.near)
            if speaker is not None:
                found.append((one.start, one.end, speaker))
        return found

    def _last_office(self, text: str, mentions: list[Mention], before: int) -> Mention | None:
        """An office that opened a sentence behind whoever was named last ("the director opened it. She said …")."""
        last = max((m.end for m in mentions if m.kind is Kind.PERSON and m.end <= before), default=0)
        offices: list[Mention] = [
            m
            for m in mentions
            if m.kind is Kind.THING and self._is_office(m) and last <= m.start and m.end <= before
        ]
        for office in offices:
            lead = text[max(0, office.start - _BEFORE_OFFICE) : office.start].rpartition(". ")[2].strip()
            if lead.casefold() in self.language.role_articles:
                return office
        return None

    def _last_person(
        self, mentions: list[Mention], before: int, gender: str, *, near: bool = False
    ) -> Mention | None:
        """Whom "she" said something means: the last one named who may be a woman, in the same block or before it."""
        people = [m for m in mentions if m.kind is Kind.PERSON and m.end <= before]
        before_it = [] if near else self._spoken_of
        for person in (*reversed(people), *reversed(before_it)):
            if not gender or gender in lang.genders_of(person.text.split()[0]):
                return person
        return None

    def _turns(self, text: str, mentions: list[Mention]) -> list[tuple[int, int, Mention | None]]:
        """An interview's turn: a name, a colon, and what is said; a few words without an end only tell of somebody."""
        opener = next((m for m in mentions if m.kind is Kind.PERSON), None)
        if opener is None or text[: opener.start].strip() or not text[opener.end :].lstrip().startswith(":"):
            return []
        said = text[opener.end :].rstrip(_CLOSING_MARKS)
        if len(said.split()) <= _FEW_WORDS and not said.endswith((".", "!", "?", "…")):
            return []
        return [(opener.end, len(text), opener)]

    def _said_of(self, text: str, mentions: list[Mention]) -> list[tuple[int, int, Mention | None]]:
        """A few quoted words that a person before them is said to have used ("spoke of a 'milestone …'")."""
        found: list[tuple[int, int, Mention | None]] = []
        for quoted in (m for m in mentions if m.kind is Kind.QUOTED and len(m.text.split()) > 1):
            speakers = [m for m in mentions if m.kind is Kind.PERSON and m.end <= quoted.start]
            if speakers and self.grammar.calls.search(text[speakers[-1].end : quoted.start]):
                found.append((quoted.start, quoted.end, speakers[-1]))
        return found

    # -- names that no register knows ------------------------------------------------------------------

    def _introduced(self) -> dict[str, frozenset[str]]:
        """Names that a word beside them introduces once ("the town of X"), and that are then used bare."""
        found: dict[str, frozenset[str]] = {}
        self._listed_names.begin(tuple(self._seen))
        for text, mentions in self._seen.items():
            outside = [m for m in mentions if m.entry is not None and "headOutside" in m.entry.hints]
            known = [m for m in mentions if m.kind is Kind.THING]
            for name in self._new_names(text, [*outside, *known]) if outside else ():
                if not name.things and len(name.text) >= _SHORTEST_NAME:
                    found.setdefault(name.text, name.classes)
            for name in self._coined_names.find(text, mentions, by_nouns=False):
                found.setdefault(name.text, name.classes)
            for joined, classes in self._joined_names.find(text, mentions):
                found.setdefault(joined, classes)
            for said, whole, classes in self._told_names.find(text, mentions):
                if len(said) >= _SHORTEST_NAME:
                    found.setdefault(whole, classes)
                    self._inflected[said] = whole
            for listed in self._listed_names.find(text, mentions):
                found.setdefault(listed, self._gazetted)
            for paired in self._listed_names.find_in_pairs(text, mentions):
                found.setdefault(paired, self._gazetted)
        blocks = tuple(self._seen.items())
        for place in self._place_lists.find(blocks) if self._gazetted else ():
            if not self._schema.called(place, self._gazetted):
                found.setdefault(place, self._gazetted)
        for about, classes in (*self._sheet_names.find(blocks), *self._defined_names.find(blocks)):
            found.setdefault(about, classes)
        return {name: classes for name, classes in found.items() if not self._is_time(name)}

    def _abbreviated(self) -> dict[str, Mention]:
        """Abbreviations that stand in a bracket right behind the name of a body that no register knows."""
        found: dict[str, Mention] = {}
        for text in (t for t in self._seen if bynames.abbreviates_something(t)):
            for name in self.names(text):
                short = bynames.abbreviation(text[name.end :])
                if not short or name.things or short in found or self._schema.is_name(short):
                    continue
                if bynames.abbreviates(short, name.text) and any(
                    self._schema.is_a(c, self._closed) for c in name.classes
                ):
                    found[short] = name
        return found

    def _again(self, text: str, names: list[Mention]) -> list[Mention]:
        """Names that were introduced elsewhere in the document, with their endings."""
        found = []
        taken = [m for m in names if m.kind is Kind.THING]
        for form in self._forms_in(text):
            if form not in text:
                continue
            name, classes = self._coined_forms[form]
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}({self._endings})?(?!\w)", text):
                stretch = Mention(
                    Kind.THING,
                    match.start(),
                    match.end(),
                    name,
                    classes=classes,
                    genitive=bool(match.group(1)),
                )
                if all(ends_longer(m, [stretch]) for m in taken if m.overlaps(stretch)):
                    found.append(stretch)
        return found

    def _forms_in(self, text: str) -> list[str]:
        """Forms of names that were introduced whose first word stands in a text, longest first."""
        if not self._coined_forms:
            return []
        words = {"", *RUN.findall(text)}
        words |= {
            word.removesuffix(end) for end in self._word_endings for word in words if word.endswith(end)
        }
        found = (form for word in self._coined_by.keys() & words for form in self._coined_by[word])
        return sorted(found, key=lambda form: (-len(form), form))

    def _forms_of_coined(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Names that were introduced, longest first, and the first words of those that say where a place lies."""
        found = {name: (name, classes) for name, classes in self._coined.items()}
        found |= {said: (name, self._coined[name]) for said, name in self._inflected.items()}
        for name, classes in self._coined.items():
            short = self.grammar.name_tail.search(name) or self.grammar.hyphened_tail.search(name)
            if short is not None and short.start() >= _SHORTEST_NAME:
                found.setdefault(name[: short.start()], (name, classes))
        return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))

    def _new_names(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Names that stand by a head which says what they name; those of offices last, as they end before others."""
        heads = _name_heads(mentions)
        heads.sort(key=lambda m: (self._is_office_head(m), m.start, -m.end))
        found: list[Mention] = self._coined_names.find(text, mentions)
        begins = {m.start for m in (*found, *mentions) if m.kind is Kind.THING and m.classes & self._coining}
        sorts = {
            (h.start, h.end) for h in heads if h.entry and "coined" in h.entry.hints and h.end + 1 in begins
        }
        told = classes_at(heads)
        for head in heads:
            entry = head.entry
            others = set(entry.hints.get("except", ())) if entry is not None else set[str]()
            if told[head.start, head.end] & others:
                continue  # a nearer noun says that it names something else
            stretch = self._stretch(text, head, entry) if entry else None
            if stretch is None and self._is_of_named_body(text, head, [*mentions, *found]):
                stretch = (head.start, head.end)
            if entry is None or stretch is None:
                continue
            start, end = stretch
            if self._is_office_head(head):
                start = self._behind_known(text, head, start, mentions)
            if {"rightOf", "rightWords", "rightField"} & set(entry.hints.get("extends", ())):
                known = [m for m in (*mentions, *found) if not m.classes & self._units]
                known += [replace(m, kind=Kind.REFERENCE) for m in mentions if self._is_body(m)]
                end = before_names(text, head.end, end, known, self.grammar)
                end = max([end, *(u.end for u in self._unit_of(text, head.end, found))])
            elif head.end < end and not {"headOutside", "must"} & {*entry.hints, *entry.hints["extends"]}:
                end = self._before_owner(text, head.end, end, mentions)
                end = self.grammar.before_town(text, head.end, end)
            end = self._before_title(text, head.end, end)
            end = self._before_given(text, head, end)
            end = self._before_next(text, head, end, heads)
            end = self._before_fellow(text, head, (start, end), mentions)
            cut = (start, end) == (head.start, head.end) != stretch and not self._may_be_bare(head, entry)
            if cut and not (
                self._is_of_placed_unit(text, head, stretch[1], mentions)
                or self._is_of_named_body(text, head, [*mentions, *found])
            ):
                continue
            year = self.grammar.of_year.search(text[head.end : end])
            end = head.end + year.start() if year is not None else end
            owner = self._owner_behind(text, end, entry, mentions)
            if owner is not None and owner.classes & set(entry.hints.get("except", ())):
                continue
            whole = owner is not None and (owner.classes & self._states or self._belongs_in(entry))
            end = owner.end if owner is not None and whole else end
            if "coined" in entry.hints and not self._looks_made_up(text, start, end, entry, mentions):
                continue
            if (head.start, head.end) in sorts and "headOutside" not in entry.hints:
                continue  # the noun says of which sort the made-up name is, and is no part of it
            taken = [*mentions, *(found if "headOutside" in entry.hints else ())]
            if (start, end) == (head.start, head.end) and self._is_said_of(text, head, [*mentions, *found]):
                continue
            name = text[start:end].strip(" ,.")
            # Nothing is left of a name where all that the noun reached for belongs to another.
            if (
                not name
                or self._is_time(name)
                or ends_in_word_of_its_own(text, (start, start + len(name)), self._seen.get(text, ()))
            ):
                continue
            if not self._is_no_name(text, head, entry, (start, end), taken):
                found.append(self._unregistered(name, start, entry, head))
        return [m for m in found if not self._is_of_body(text, m, found)]

    @staticmethod
    def _behind_known(text: str, head: Mention, start: int, mentions: list[Mention]) -> int:
        """Where an office's name begins behind that of whose it is ("*Northnet* Director")."""
        within = [m.end for m in mentions if m.things and m.start >= start and m.end < head.start]
        return max([start, *(end + 1 for end in within if text[end] == " ")])

    def _looks_made_up(self, text: str, start: int, end: int, entry: Entry, mentions: list[Mention]) -> bool:
        """Whether a name has capitals or digits in it, is said to be one, or several unknown words before a noun."""
        name = text[start:end].strip(" ,.")
        if is_coined(name) or self.grammar.named(text[:start]):
            return True
        several = "words" in entry.hints["coined"] and " " in name and self.grammar.determined(text, start)
        return several and not any(
            m.start < end and start < m.end and (m.kind is Kind.THING or (m.entry and m.entry.denotes))
            for m in (*mentions, *self._seen.get(text, ()))
        )

    def _is_of_placed_unit(self, text: str, head: Mention, end: int, mentions: list[Mention]) -> bool:
        """ "head of the X energy department": a place's name stands within the part of a body whose office it is."""
        places = [m for m in mentions if m.kind is Kind.THING and m.classes & self._gazetted]
        return any(
            self.grammar.links(text[head.end : place.start])
            and unit.end == end
            and text[place.end : end].islower()
            for unit in mentions
            if unit.entry is not None and self._units & set(unit.entry.denotes)
            for place in places
            if head.end < place.start and place.end < unit.start
        )

    def _is_of_named_body(self, text: str, head: Mention, named: list[Mention]) -> bool:
        """ "head of the X Agency", "its head": a noun that says little alone, beside the name of a whole body."""
        if not self._is_office_head(head):
            return False
        return self.grammar.possessive(text, head.start) or any(
            self.grammar.links(text[head.end : body.start])
            or (body.genitive and text[body.end : head.start] == " ")
            for body in named
            if body.kind is Kind.THING and self._is_whole_body(body)
        )

    def _is_whole_body(self, mention: Mention) -> bool:
        """Whether a name is a body's, and no part's of one and no place's."""
        kinds = mention.classes - self._units - self._gazetted - self._states
        return any(self._schema.is_a(c, self._closed) for c in kinds)

    def _is_said_of(self, text: str, head: Mention, found: list[Mention]) -> bool:
        """Whether a noun without a name says what was just named ("Nordlicht is the town's programme")."""
        kinds = frozenset(head.entry.denotes if head.entry is not None else ())
        named = [m for m in found if m.kind is Kind.THING and m.classes & kinds and m.end < head.start]
        return bool(named) and self.grammar.is_predicate(text[named[-1].end : head.start])

    def _may_be_bare(self, head: Mention, entry: Entry) -> bool:
        """Whether a head is a name without any other word."""
        sides = entry.hints.get("extends", ())
        return "bare" in sides or ("compound" in sides and is_compound(head))

    def _owner_behind(self, text: str, end: int, entry: Entry, mentions: list[Mention]) -> Mention | None:
        """The place whose a name's thing is, right behind the name ("the chamber of trade of X")."""
        if self.language.nouns_capitalised or not {"left", "rightOf"} & set(entry.hints.get("extends", ())):
            return None
        owners = self._gazetted | self._states
        places = (m for m in mentions if m.kind is Kind.THING and m.classes & owners and not m.compound)
        return next(
            (
                m
                for m in places
                if self.grammar.links(text[end : m.start])
                and not self._fellow_joint.fullmatch(text, end, m.start)
            ),
            None,
        )

    def _belongs_in(self, entry: Entry) -> bool:
        """Whether the place that a thing belongs to is part of its name: it is a body, and no part of one."""
        kinds = set(entry.denotes)
        parts = kinds & {*self._units, *self._open}
        return not parts and any(self._schema.is_a(c, self._closed) for c in kinds)

    def _is_of_body(self, text: str, unit: Mention, found: list[Mention]) -> bool:
        """Whether a unit is told by nothing but the body whose it is ("a team of the University of X")."""
        if not unit.classes & self._units:
            return False
        bodies = (m for m in found if not m.classes & self._units and m.end == unit.end)
        bodies = (m for m in bodies if any(self._schema.is_a(c, self._closed) for c in m.classes))
        return any(text[unit.start : m.start].count(" ") == 2 for m in bodies)

    def _before_next(self, text: str, head: Mention, end: int, heads: list[Mention]) -> int:
        """Where a name ends that would run on into another body's ("the institute of X and the agency of Y")."""
        if not self._is_body(head):
            return end
        for other in heads:
            if head.end < other.start < end and self._is_body(other):
                lead = self.grammar.and_the.search(text[head.end : other.start])
                end = head.end + lead.start() if lead is not None else end
        return end

    def _before_fellow(self, text: str, head: Mention, span: tuple[int, int], mentions: list[Mention]) -> int:
        """Where a body's name ends that would run on into another's, or into what it is said to be.

        "The University of X and Y" are two, as are "X University and Y", and "are A, B and the Institute for Y Partner
        in …" ends the name before the noun that says so: no small word ties it to the name.
        """
        start, end = span
        if not self._is_body(head):
            return end
        for other in mentions:
            if not head.end < other.start < other.end <= end:
                continue
            if other.kind is Kind.THING and other.classes & self._gazetted and other.end == end:
                joint = self._fellow_joint.search(text, head.end, other.start)
                if joint is not None and (start < head.start or head.end < joint.start()):
                    return joint.start()
            if other.kind is Kind.THING and other.classes & self._gazetted and other.end < end:
                of_place = self.grammar.owned_by(text[head.end : other.start])
                if of_place and self.grammar.joiner.match(text[other.end : end].lstrip()):
                    return other.end
            entry = other.entry if other.kind is Kind.WORD else None
            says = entry is not None and not self._belonging.isdisjoint(entry.evokes)
            if says and other.end == end and self.language.nouns_capitalised:
                before = text[head.end : other.start].split()
                if before and before[-1][:1].isupper():
                    return other.start - 1
        return end

    def _before_title(self, text: str, head_end: int, end: int) -> int:
        """Where a name ends that would run on into a person ("X and Dr Y", "X and Jane Doe") or a day."""
        stretch = text[head_end:end]
        title = self._titled.search(stretch) if self._titled is not None else None
        if title is not None:
            return head_end + title.start()
        for joined in self.grammar.and_somebody.finditer(stretch):
            if joined.group(1) in given_names():
                return head_end + joined.start()
        return end

    def _before_given(self, text: str, head: Mention, end: int) -> int:
        """Where an office's name ends that would run on into who holds it ("Head of Roads Jane Doe").

        So does that of what happens ("at the congress Jane Doe gives a talk"). A body's ends before an agent alone
        ("led is the agency X by Jane Doe", where one word is "of" and "by").
        """
        of_office = self._is_office_head(head) or bool(
            head.entry and self._happening & frozenset(head.entry.denotes)
        )
        for word in _CAPITALS.finditer(text, head.end, end):
            following = _CAPITAL_NEXT.match(text, word.end())
            known = self._schema.is_name(word.group(1))
            if following is None or known or word.group(1) not in given_names():
                continue
            last = following.group(1).casefold()
            if word.group(1) in self.language.weak_given or last in self.language.not_names:
                continue
            agent = self.grammar.agent_before.search(text, head.end, word.start())
            if of_office or agent is not None:
                return word.start() if of_office or agent is None else agent.start()
        return end

    def _unit_of(self, text: str, end: int, found: list[Mention]) -> list[Mention]:
        """The unit that the name of an office ends with ("head of the Department of Heat")."""
        return [
            m
            for m in found
            if m.classes & self._units and m.start >= end and self.grammar.links(text[end : m.start])
        ]

    def _heads_coined(self, text: str, reference: Mention, mentions: list[Mention]) -> bool:
        """Whether a noun refers to nothing, as adjectives alone part it from the name that it is the noun of."""
        kind = reference.classes & self._coining
        return reference.kind is Kind.REFERENCE and any(
            m.kind is Kind.THING and m.classes & kind and _ADJECTIVES.fullmatch(text, reference.end, m.start)
            for m in (mentions if kind else ())
        )

    def _unswallowed(self, mentions: list[Mention]) -> list[Mention]:
        """Leaves out names that are part of a longer one of their own class, or of one that is closed."""
        things = [m for m in mentions if m.kind is Kind.THING]
        return [m for m in mentions if m.kind is not Kind.THING or not any(self._hides(o, m) for o in things)]

    def _without_ties(self, mentions: list[Mention]) -> list[Mention]:
        """Without small words that tie an office to its field, where another word has them as its first half."""
        offices = [m for m in mentions if self._is_office(m) and m.kind is Kind.THING and " " in m.text]
        if not offices:
            return mentions
        return [
            m
            for m in mentions
            if m.kind is not Kind.WORD
            or m.entry is None
            or not m.text.islower()
            or not any(o.start < m.start and m.end < o.end for o in offices)
            or not any("…" in form for form in m.entry.forms)
        ]

    def _hides(self, longer: Mention, other: Mention) -> bool:
        if not other.inside(longer.start, longer.end) or longer.end - longer.start <= other.end - other.start:
            return False
        closed = any(
            self._schema.is_a(c, self._closed) and not self._schema.is_a(c, self._open)
            for c in longer.classes - self._units
        )
        return closed or bool(longer.classes & other.classes)

    def _before_owner(self, text: str, head_end: int, end: int, mentions: list[Mention]) -> int:
        """Where a name ends whose owner follows ("the plan for X", "… of the town X")."""
        owners = [
            m.start
            for m in mentions
            if m.kind is Kind.THING and m.classes & self._gazetted and head_end < m.start < end <= m.end
        ]
        if not owners:
            return end
        linked = self.grammar.owner_links.search(text[head_end : min(owners)])
        return head_end + linked.start() if linked else end

    def _is_no_name(
        self, text: str, head: Mention, entry: Entry, stretch: tuple[int, int], mentions: list[Mention]
    ) -> bool:
        """Whether what stands by a head is a common noun, or named already."""
        start, end = stretch
        end = start + len(text[start:end].rstrip(" ,."))
        if "capital" in entry.hints and not text[head.start].isupper() and not self._told_field(start, head):
            return True
        if set(entry.hints.get("notWith", ())) & set(
            re.findall(r"\w+", text[max(0, start - _NEAR_TITLE) : end])
        ):
            return True
        if end == head.end and apposed(head, self._beside_event(start, head, entry, mentions)):
            return True
        things = [m for m in mentions if m.kind is Kind.THING]
        never = entry.hints.get("except", ())
        behind = [m for m in things if head.end <= m.start < end]
        if any(
            m.things and 0 <= m.start - head.end <= 1 and m.end == end and self._same_kind(m, entry)
            for m in behind
        ):
            return True
        if never and any(self._schema.is_a(c, never) for m in behind for c in m.classes):
            return True
        taken = [m for m in things if m.start < end and start < m.end]
        if "headOutside" in entry.hints and self._is_body(head):
            return any(not (m.classes & self._gazetted and m.end - m.start < end - start) for m in taken)
        if "dated" in entry.hints:
            return not _ENDS_IN_YEAR.search(text[start:end]) or any(
                m.end - m.start >= end - start for m in taken
            )
        if "headOutside" in entry.hints and "apposed" not in entry.hints.get("extends", ()):
            return bool(taken)
        return any(m.start <= start and end <= m.end for m in taken)

    def _is_time(self, name: str) -> bool:
        """Whether a name is a day, a month or a year and no more ("adopted by members in February 2024")."""
        return any((day.start, day.end) == (0, len(name)) for day in lang.dates(name, self.language))

    def _beside_event(
        self, start: int, head: Mention, entry: Entry, mentions: list[Mention]
    ) -> list[Mention]:
        """The mentions without towns, where more than a noun says what happens ("Winter Congress Northhaven")."""
        if self._happening.isdisjoint(entry.denotes) or not (start < head.start or is_compound(head)):
            return mentions
        return [m for m in mentions if not m.classes & self._gazetted]

    def _told_field(self, start: int, head: Mention) -> bool:
        """Whether words for a field stand before an office ("transport manager")."""
        return start < head.start and self._is_office_head(head)

    def _same_kind(self, mention: Mention, entry: Entry) -> bool:
        """Whether a register's thing may be what a noun before it says ("the network Nordlicht")."""
        return any(
            self._schema.is_a(c, entry.denotes) or self._schema.is_a(d, (c,))
            for c in mention.classes
            for d in entry.denotes
        )

    def _unregistered(self, name: str, start: int, entry: Entry, head: Mention) -> Mention:
        things = self._schema.called(name, entry.denotes)
        classes = frozenset(entry.denotes)
        end = start + len(name)
        if any(self._schema.is_a(c, self._offices) for c in classes):
            name = self.grammar.bare(name)
        else:
            name = self.grammar.nominative(name.replace(head.text, uninflected(head), 1))
        if "headOutside" in entry.hints and classes & self._gazetted:
            name = self.grammar.owner(name) if end <= head.start else name
            name = self._small(name)
        titled = head.end < start and "headOutside" not in entry.hints
        also = f"{uninflected(head)} {name}" if titled else own_name(name, head)
        return Mention(Kind.THING, start, end, name, things=things, classes=classes, also=also)

    def _stretch(self, text: str, head: Mention, entry: Entry) -> tuple[int, int] | None:
        start, end = head.start, head.end
        small = text[start].islower() and text[start:end].rpartition(" ")[2][:1].islower()
        sides = entry.hints.get("extends", ())
        apart = text[start - 1 : start] not in ("-", "‑") and "quotedLeft" not in sides
        if self.language.nouns_capitalised and small and apart:
            return None  # a verb or adjective that looks like the noun
        if "compoundOf" in entry.hints and not is_compound(head):
            return None
        if "numbered" in sides:
            number = _NUMBERED.match(text, end)
            return (start, number.end()) if number is not None else None
        outside = "headOutside" in entry.hints or "outside" in sides
        quoted = None if outside else around_quotes(text, start, end)
        if quoted is not None and self._is_said(text[quoted[0] : quoted[1]]):
            return None
        if quoted is not None:
            return quoted
        if "quotedRight" in sides and (named := _QUOTED_RIGHT.match(text[end : end + 120])):
            return end + named.start(1), end + named.end(1)
        if "quotedLeft" in sides and (named := _QUOTED_LEFT.search(text[max(0, start - 90) : start])):
            first = max(0, start - 90)
            return first + named.start(1), first + named.end(1)
        if "apposed" in sides and (named := _APPOSED.match(text[end : end + 80])):
            return end + named.start(1), end + named.end(1)
        if set(sides) <= {"quotedRight", "quotedLeft", "outside", "apposed"}:
            return None
        while (
            not set(sides) <= {"quoted", "quotedRight", "apposed"}
            and start > 0
            and text[start - 1] in "-‑"
            and start > 1
        ):
            start -= 1
            while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_"):
                start -= 1
            if text[start : head.start - 1].casefold() in self.language.parties:
                start = head.start
                break
        tail = _SHARED_TAIL if self.language.nouns_capitalised else _SHARED_SMALL
        shared = tail.search(text[max(0, start - 60) : start])
        if shared is not None:
            start -= len(shared.group(0))
        placed = self._placed_left(text, start, entry)
        if placed < start:
            start = placed
        elif self._is_office_head(head) and text[start].islower():
            start -= self._field_before(text, start)
        elif "left" in sides:
            left = _LEFT_NAME.search(text[max(0, start - 80) : start])
            if left:
                owned = _OWNER.sub("", left.group(0))
                kept = self.grammar.name_articles.sub("", unnumbered(owned, text[: start - len(owned)]))
                opener = kept.partition(" ")[0]
                before = text[max(0, start - len(kept) - 12) : start - len(kept)].casefold().split()[-1:]
                dated = _YEAR.fullmatch(opener) and not self.language.since.isdisjoint(before)
                if dated or opener.casefold() in self.language.functions:
                    kept = kept.removeprefix(f"{opener} ")  # "since 2010 Green Town"
                start -= len(kept)
        elif not ("headOutside" in entry.hints or self._is_office_head(head)):
            start -= self.grammar.name_adjective(text, start)
        if start < head.start and self._units & set(entry.denotes):
            start -= self.grammar.listed_before(text[max(0, start - 80) : start])
        if "headOutside" in entry.hints and "right" in sides:
            return self._name_after(text, end, made_up=not self._coining.isdisjoint(entry.denotes))
        if "rightOf" in sides:
            right = self.grammar.head_right.match(text[end : end + 120])
            right = right or self._topic_of(entry, text[end : end + 120])
            end += right.end() if right else 0
        elif "rightField" in sides:
            right = self.grammar.head_field.match(text[end : end + 120])
            if right is None and self._is_office_head(head):
                right = self.grammar.head_words.match(text[end : end + 120])
            end += right.end() if right else 0
        elif "rightName" in sides:
            right = self.grammar.long_name.match(text[end : end + 120])
            if right is None:
                return None
            end += right.end()
        elif "rightWords" in sides:
            right = self.grammar.head_words.match(text[end : end + 120])
            end += right.end() if right else 0
        elif "right" in sides:
            listed = self.grammar.listed_right if "listed" in sides else self.grammar.name_right
            right = listed.match(text[end : end + 160]) or self.grammar.name_right.match(
                text[end : end + 120]
            )
            enough = start < head.start or ("compound" in sides and is_compound(head))
            if right is None and "must" in sides and not enough:
                return None
            end += right.end() if right else 0
        elif "compoundOf" not in entry.hints and not any(
            self._schema.is_a(c, self._closed) for c in entry.denotes
        ):
            # "the council 2019 decided": no body has a year
            right = _RIGHT_YEAR.match(text[end : end + _YEARS])
            end += right.end() if right else 0
        if "year" in sides and (year := _RIGHT_YEAR.match(text[end : end + _YEARS])):
            end += year.end()
        if "headOutside" in entry.hints:
            end = head.start
        bare = (start, end) == (head.start, head.end)
        if bare and "bare" not in sides and not ("compound" in sides and is_compound(head)):
            return None
        return (start, end) if end > start else None

    def _topic_of(self, entry: Entry, behind: str) -> re.Match[str] | None:
        """What a part of a body is called after, behind a link of topics ("Committee on Heat"), and no day."""
        if self.language.nouns_capitalised or not self._units & set(entry.denotes):
            return None
        topic = self.grammar.topic_name.match(behind)
        named = {w.casefold() for w in topic.group().split()} if topic is not None else set()
        return topic if named.isdisjoint({*self.language.weekdays, *self.language.months}) else None

    def _field_before(self, text: str, start: int) -> int:
        """How far left an office without a capital reaches: words for its field and rank ("chief energy officer")."""
        first, at = start, start
        while (word := _WORD_BEFORE.search(text[:at])) is not None:
            field = word.group(1).casefold() in self._office_fields
            if not field and (at == start or word.group(1) not in self.language.list_words):
                break
            at = word.start(1)
            first = at if field else first
        return start - first

    def _placed_left(self, text: str, start: int, entry: Entry) -> int:
        """Where a body's name begins that opens with an adjective made of a place's name ("Northern University")."""
        if not demonym_rules(self.language) or self._units & set(entry.denotes):
            return start
        if not any(self._schema.is_a(c, self._closed) and c not in self._open for c in entry.denotes):
            return start
        word = _PLACED_LEFT.search(text[max(0, start - _MOST_LEFT) : start])
        if word is None or not self._is_demonym(word.group(1)):
            return start
        return start - len(word.group(0))

    def _is_demonym(self, word: str) -> bool:
        """Whether a word is an adjective made of the name of a place that the register or the gazetteer knows."""
        if gazetteer.town_of(word, demonym_rules(self.language)):
            return True
        return any(m.genitive and m.classes & self._gazetted for m in self._matcher.find(word))

    def _is_said(self, quoted: str) -> bool:
        """Whether somebody speaks in quoted words, which are no name then."""
        return self.grammar.has_auxiliary(quoted) or any(
            word.casefold().strip(".,!?") in self.language.pronouns for word in quoted.split()
        )

    def _name_after(self, text: str, end: int, *, made_up: bool = False) -> tuple[int, int] | None:
        """The name right behind a word: one token where every noun has a capital, else up to three.

        Args:
            text: Of one block.
            end: Where the word ends.
            made_up: It names what hardly ever has a usual name, so that the next word may belong to it.
        """
        naming = self.grammar.naming.match(text, end)
        end = naming.end() if naming is not None else end
        right = _NAME.match(text, end, end + 80)
        if right is None:
            return None
        tokens = list(re.finditer(r"\S+", right.group(0)))
        kept = tokens[:3]
        if self.language.nouns_capitalised:
            several = self.grammar.starts_name(tokens[0].group(0)) or self._is_of_place(tokens)
            several = several or (made_up and self._goes_on(text, end, tokens, told=naming is not None))
            kept = tokens[: 1 + several]
        small = self.language.functions | self.language.determiners
        while len(kept) > 1 and kept[-1].group(0).isupper() and kept[-1].group(0).casefold() in small:
            kept.pop()  # "TOWN OF X ON THE Y", all in capitals
        name = right.group(0)[kept[0].start() : kept[-1].end()]
        first = name.split()[0].casefold()
        if self.language.nouns_capitalised and _JOINED_ADJECTIVE.search(name):
            return None
        if (
            first in self.language.functions
            or first in self.language.not_names
            or first in self.language.fields
            or name in self.language.starters
        ):
            return None
        last = end + kept[-1].end()
        last = max(last, coined_tail(text, last)) if made_up else last
        legal = bynames.LEGAL_FORM.match(text, last)
        last = legal.end() if legal is not None else last
        if text[last : last + 1] == "." and name.endswith(self.language.genitive) and not is_coined(name):
            return None  # "the first valley of Europe": what it belongs to, not its name
        return end + kept[0].start(), self._tail(text, last, name) or last

    def _is_of_place(self, tokens: Sequence[re.Match[str]]) -> bool:
        """Whether a name begins with an adjective made of an unknown place's name ("Upper-Valleyan Basin")."""
        words = [t.group(0) for t in tokens[:_DESCRIBED]]
        return (
            len(words) == _DESCRIBED
            and words[0].endswith(tuple(made for _, made in demonym_rules(self.language)))
            and not self._schema.is_name(words[0])
            and words[1] not in given_names()
        )

    def _goes_on(self, text: str, at: int, tokens: Sequence[re.Match[str]], *, told: bool) -> bool:
        """Whether a second word with a capital belongs to a made-up name: it stands nowhere alone ("Green Roofs")."""
        if len(tokens) < _DESCRIBED or (len(tokens) > _DESCRIBED and not told):
            return False
        first, word = tokens[0].group(0), tokens[1].group(0)
        start, end = at + tokens[1].start(), at + tokens[1].end()
        if any(m.start < end and start < m.end for m in self._seen.get(text, ())):
            return False
        if not self.grammar.may_be_place(word) or self._schema.is_name(word):
            return False
        alone = re.compile(rf"(?<!{re.escape(first)} )(?<![\w-]){re.escape(word)}(?![\w-])")
        return not any(alone.search(seen) for seen in self._seen)

    def _tail(self, text: str, end: int, name: str) -> int:
        """Where what tells a place from its namesakes ends behind its name; 0 where there is none."""
        tail = self.grammar.name_tail.match(text[end : end + 40])
        if tail is None and name.isupper():
            tail = re.compile(self.grammar.name_tail.pattern, re.IGNORECASE).match(text[end : end + 40])
        return end + tail.end() if tail is not None else 0

    def _small(self, name: str) -> str:
        """A name set in capitals as it is written elsewhere."""
        return bynames.in_small(name, self.language.functions | self.language.determiners)

    def _is_body(self, mention: Mention) -> bool:
        """Whether a noun says of what names it that it is an organisation, and no part of one."""
        kinds = mention.entry.denotes if mention.entry is not None else ()
        if mention.entry is not None and "capital" in mention.entry.hints and mention.text[:1].islower():
            return False
        return any(self._schema.is_a(c, self._closed) for c in kinds) and not self._units & set(kinds)

    def _is_office_head(self, mention: Mention) -> bool:
        return any(
            self._schema.is_a(c, self._offices) for c in (mention.entry.denotes if mention.entry else ())
        )


def _name_heads(mentions: Sequence[Mention]) -> list[Mention]:
    """Words that head names, without those within a word that only looks like one ("stock exchange")."""
    told = [(m, m.entry.hints.get("role", ())) for m in mentions if m.entry is not None]
    alike = [m for m, roles in told if "Lookalike" in roles]
    heads = [m for m, roles in told if "NameHead" in roles]
    return [h for h in heads if not any(a.start <= h.start and h.end <= a.end for a in alike)]
