"""Bodies that neither a register nor a noun tells, known by who holds an office in them or comes from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.language import Language
from kg.language.doers import doers_of
from kg.language.parties import PARTIES
from kg.reading.grammar import Grammar
from kg.reading.naming import bynames
from kg.reading.naming.coinednames import is_coined
from kg.reading.naming.gazetteer import countries_of
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_CAPITAL = "A-ZÄÖÜÉÅÀÂÈÊÎÍÓÔÚØÑŁŚŠŽČ0-9"
_LONGEST, _SHORTEST_PART, _LEAST_WORDS = 90, 4, 2
_LEAST_LETTERS, _LONGEST_ENDING, _NEAR_HOLDER, _SHORTEST_TOWN = 3, 2, 12, 4
# a body's name, or its letters, before the hyphen of an office in one word
_HYPHENED = re.compile(r"([A-ZÄÖÜ][\w&]+(?:-[A-ZÄÖÜ]\w+)?)-(?=[A-ZÄÖÜ]?\w+$)")
# "of the island's water agency": what leads to a body that its noun tells, what stands before the noun, and behind
_OF_THE = re.compile(r"\s[a-z]+\s(?:the|an?)\s")
_QUALIFIED = re.compile(r"(?:[\w'’-]+\s){0,4}")
_ENDS_NOUN = re.compile(r"(\sfor(?:\s[a-z]+){1,4})?(?=[,.;:)]|$)")
_PARTY_LEAD = re.compile(r"(?<![\w-])([A-ZÄÖÜ]\w+)-$")
_PARTS = re.compile(r"[\s-]+")
_OWNING = (
    rf"(?:^|(?<=[\s„“\"(]))((?:[{_CAPITAL}][\w&-]*\s+{{inner}})*[{_CAPITAL}][\w&-]*?)"
    r"{ending}\s+(?:[a-z][\w-]*\s+)?$"
)
# where the genitive has no apostrophe; what opens a sentence may be a noun with its article ("Bolagets vd")
_OWNING_BARE = re.compile(
    rf"((?<=[^\s.!?:] )(?:[{_CAPITAL}][\w&-]*\s+)*[{_CAPITAL}][\w&-]+|"
    rf"(?:^|(?<=[\s„“\"(]))(?:[{_CAPITAL}][\w&-]*\s+)*[{_CAPITAL}][\w&-]*(?<!en)(?<!et)(?<!na))s\s+(?:[a-z][\w-]*[^\Ws]\s+)?$"
)
_COMPOUND = re.compile(rf"(?:^|(?<=[\s„“\"(]))((?:[{_CAPITAL}][\w&-]*\s+)+[{_CAPITAL}][\w&-]*)\s$")
_NEXT_HOLDER = re.compile(r"\s\([^()]{2,40}\)(?:,|,?\s\w{1,3})\s")
_APPOSED = re.compile(r"(?:\s\([^()]{1,20}\))?(?:,\s|\s\()")
_FIELD = re.compile(rf" ([{_CAPITAL}][\w-]+)(?=\s(?:[a-zäöüß]|$)|[,.;)])")

_apart_from_place = attrgetter(*(name for name in Mention.__slots__ if name not in ("start", "end")))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Behind whom or what a body may be named, and of which classes it then is.

    Args:
        end: Of what it is named behind.
        heads: Whether that is an office of a whole body, so that any noun behind it is one.
        classes: Of the body.
        pattern: Of the words that lead to the name, and the name, where they are not the usual ones.
        office: Whether that is an office of any other kind.
        told: Whether nothing but its place told that office.
        holder: Whether it is named behind who holds an office, where a day, a place or an occasion may stand as well.
    """

    end: int
    heads: bool
    classes: frozenset[str]
    pattern: re.Pattern[str] | None = None
    office: bool = False
    told: bool = False
    holder: bool = False


class Bodies:
    """Finds names of bodies by their place beside an office or a person.

    Args:
        schema: Classes: which are offices, persons and bodies; constraints of offices.
        grammar: Of the text's language.
        spoken: The language.
    """

    def __init__(self, schema: Schema, grammar: Grammar, spoken: Language) -> None:
        self._schema = schema
        self._grammar = grammar
        self._spoken = spoken
        self._offices = schema.hinted("beforeNames")
        self._joined = schema.hinted("joins")
        self._units = schema.hinted("unit")
        self._places = schema.hinted("gazetteer")
        towns = (schema.classes[iri] for iri in sorted(self._places) if iri in schema.classes)
        self._behind_towns = frozenset(form.ends for form in bynames.name_forms(towns) if form.behind)
        self._where = self._places | schema.hinted("stateName")
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._done = frozenset(
            slot.path
            for shape in schema.classes.values()
            for slot in shape.slots
            if slot.each and set(slot.hints.get("fillers", ())) & set(self._bodies)
        )
        self._constrained: dict[str, set[str]] = {}
        for (thing, _), classes in schema.constraints.items():
            self._constrained.setdefault(thing, set()).update(classes)
        self._heads = self._words("HeadsBody")
        self._kinds = self._by_kind()
        self._fields = self._words("Field")
        self._no_name = re.compile(doers_of(spoken.code).before_hyphens)
        self._asides = re.compile(doers_of(spoken.code).asides)
        # by all but their places, the one told last behind the others
        self._known: dict[tuple[object, ...], Mention] = {}
        self._short: set[str] = set()
        # what the document names with a noun for a kind of body in its name ("X District"), by that noun
        self._named_by_kind: dict[str, Mention] = {}
        w = spoken.wording
        links = "|".join(sorted(map(re.escape, filter(None, w.holdings.split("|"))), key=len, reverse=True))
        small = r"(?:[a-zäöüßà-ÿ][\w-]+\s+)?" if spoken.nouns_capitalised else ""
        inner = w.body_links or "|".join([w.name_links, w.head_links])
        inner = "|".join(sorted(map(re.escape, inner.split("|")), key=len, reverse=True))
        joiners = "|".join(sorted(map(re.escape, spoken.coordinators)))
        # "Water- and Heat Board"; "Board for blue waters"
        noun = rf"[{_CAPITAL}][\w&'’-]*(?:(?<=-)\s+(?:{joiners})\s+[{_CAPITAL}][\w&'’-]*)?"
        endings = w.adjective_endings if spoken.nouns_capitalised else ""
        described = rf"(?:[a-zäöüß][\w-]*(?:{endings})\s+){{0,2}}" if endings else ""
        name = rf"{noun}(?:\s+(?:(?:(?:{inner})\s+){{1,2}}{described})?{noun})*"
        letters = rf"(?:[{_CAPITAL}][\w&-]*\s+){{0,3}}[A-ZÄÖÜ]{{2,}}[\w-]*(?:\s+[{_CAPITAL}][\w-]*){{0,2}}"
        opening = "|".join(sorted(map(re.escape, {*spoken.starters, *spoken.according})))
        self._opening = re.compile(rf"^(?i:{opening})\s+")
        self._letters = re.compile(
            rf"\s+(?:{links})\s+[A-ZÄÖÜ]{{2,}}(?:-[{_CAPITAL}]\w*)?(?:\s+[{_CAPITAL}][\w&'’-]*)*(?!\w)"
        )
        self._lettered = re.compile(rf",\s+()({letters})(?=\s*(?:[.,;:)–]|$))")
        # "(51, Blue/Green List)"
        self._bracketed = re.compile(rf"\s\((?:\d{{1,3}},\s)?()({name}(?:/{name})*)(?=[,;)])")
        self._bracketed_town = re.compile(rf"\s\((?:[^(),;:]{{1,30}},\s)?()(?!{PARTIES})({name})(?=[,;)])")
        self._behind = re.compile(rf",?\s+({links})(?:\s+|(?<=['’])){small}({name})")
        agents = "|".join(sorted(map(re.escape, filter(None, w.agents.split("|"))), key=len, reverse=True))
        self._agents = frozenset(w.agents.split("|"))
        self._by = re.compile(rf"\s+(?:{agents})$")
        # "X (director, Y)", "X, director, Y"
        self._listed = re.compile(rf",\s+()({name})(?=\s*(?:[),;|]|\.(?:\s|$)|$))")
        # "X, Y, director"
        self._between = re.compile(rf"(?:\s\([^()]{{1,40}}\))?,\s+()({name}),\s+")
        owned = "|".join(
            sorted(map(re.escape, filter(None, w.owned_behind.split("|"))), key=len, reverse=True)
        )
        self._whose = re.compile(
            rf"(?:^|(?<=[\s„“«»\"(]))({name})[“”«»\"]?,\s+(?:{owned})\s+$" if owned else "(?!)"
        )
        self._agent = re.compile(rf"\s+({agents})\s+({name})")
        letters = "|".join(e for e in spoken.genitive if e.isalpha())
        self._plain_genitive = bool(letters)
        self._pronouns = frozenset(w.possessives.split("|"))
        heads = "|".join(sorted(map(re.escape, w.head_links.split("|")), key=len, reverse=True))
        within = "" if letters else rf"(?:(?:{heads})\s+)?"
        self._owning = re.compile(
            _OWNING.format(ending=f"(?:{letters})" if letters else "['’]s?", inner=within)
        )
        articles = "|".join(re.escape(a) for a in w.articles.split("|") if a)
        self._object = re.compile(rf"(?:\s+({articles}))?(?:\s+|(?<=['’]))({name})")
        self._employs = tuple(filter(None, w.employs.split("|")))
        tails = "|".join(filter(None, w.tail_adjectives.split("|")))
        self._tail = re.compile(rf"\s+[a-zà-ÿ]+(?:{tails})(?!\w)" if tails else "(?!)")
        self._link = re.compile(rf"\s+(?:{links}|{inner})\s+")
        kinds = "|".join(map(re.escape, sorted(self._kinds, key=lambda w: (-len(w), w))))
        self._of_kind = re.compile(
            rf"\s+(?:{links})(?:\s+|(?<=['’]))((?i:{kinds}))(?!\w)(?!\s+(?:(?:{inner})(?:\s+|(?<=['’])))?[{_CAPITAL}])"
            if kinds
            else "(?!)"
        )

    def forget(self, sender: Mention | None = None) -> None:
        """Begin a new document, and know who sends it."""
        self._known = {}
        self._short = set()
        self._named_by_kind = {}
        self._keep([sender] if sender is not None and self._is_body(sender) else [])

    def _keep(self, bodies: Iterable[Mention]) -> None:
        for body in bodies:
            kind = _apart_from_place(body)
            self._known.pop(kind, None)
            self._known[kind] = body

    def in_full(self, mention: Mention) -> Mention:
        """A body that was told by its noun alone, by the name that the document has for it anywhere."""
        if mention.kind is not Kind.THING or mention.things or mention.text not in self._short:
            return mention
        full = self._of_kind_in_full(mention) or self._told_before(mention.text)
        return (
            mention
            if full is None
            else replace(mention, text=full.text, things=full.things, classes=full.classes)
        )

    def _of_kind_in_full(self, mention: Mention) -> Mention | None:
        """What a document calls by such a noun and a name, or by another such noun where it names but one."""
        noun = mention.text.casefold()
        if noun not in self._kinds:
            return None
        named = [*self._named_by_kind.values()]
        alone = {m.things or m.text for m in named}
        return self._named_by_kind.get(noun) or (named[0] if len(alone) == 1 else None)

    def _keep_kinds(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            named = self._is_body(mention) or (mention.kind is Kind.THING and mention.classes & self._places)
            words = mention.text.casefold().split() if named else ()
            for noun in (n for n in words if n in self._kinds and len(words) > 1):
                self._named_by_kind.setdefault(noun, mention)

    def _words(self, role: str) -> tuple[str, ...]:
        """Words of a role in the lexicon, lower case; those that may end a compound without their "*"."""
        return tuple(
            form.casefold().lstrip("*")
            for entry in self._schema.entries
            if entry.language == self._spoken.code and role in entry.hints.get("role", ())
            for form in entry.forms
        )

    def _by_kind(self) -> dict[str, frozenset[str]]:
        """Nouns by which bodies go without a name where somebody heads them, lower case, with their classes."""
        return {
            form.casefold(): frozenset(entry.denotes)
            for entry in self._schema.entries
            if entry.language == self._spoken.code and "BodyKind" in entry.hints.get("role", ())
            for form in entry.forms
        }

    def settle(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of a block with the bodies that stand beside its offices and persons.

        Args:
            text: Of the block.
            mentions: All other mentions, persons among them.

        Returns:
            The same, offices cut before the body whose they are, and the bodies.
        """
        self._keep(m for m in mentions if self._is_body(m))
        if self._kinds:
            self._keep_kinds(mentions)
        kept = self._with_offices_cut(text, mentions) if any(map(self._is_office, mentions)) else mentions
        kept, found = self._joined_to_offices(text, kept)
        kept, told = self._told_by_nouns(text, kept)
        kept, kinds = self._told_by_kind(text, kept)
        told += kinds
        found += [body for body in told if not any(body.overlaps(other) for other in found)]
        for anchor in self._anchors(kept, text):
            body = self._named_behind(text, anchor, kept)
            if body is not None and not any(body.overlaps(other) for other in found):
                found.append(body)
        for office in filter(self._is_office, kept):
            body = self._before(text, office, kept) or self._within(text, office, kept)
            if body is not None and not any(body.overlaps(other) for other in found):
                found.append(body)
        self._keep(found)
        self._short.update(b.text for b in found if not b.things)
        hidden = {
            m
            for b in found
            for m in kept
            if (m.kind is Kind.THING and m.inside(b.start, b.end) and m.compound >= b.compound)
            or (m.kind is Kind.REFERENCE and m.end == b.end and not b.compound)
        }
        return [*(m for m in kept if m not in hidden), *found]

    def _joined_to_offices(
        self, text: str, mentions: Sequence[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """Offices without the body that a hyphen joins to them ("ABC-Präsident"), and those bodies."""
        kept, found = [], []
        for mention in mentions:
            body = self._hyphened(text, mention, mentions) if self._is_office(mention) else None
            if body is None:
                kept.append(mention)
                continue
            name = mention.text if mention.things else text[body.end + 1 : mention.end]
            things = mention.things or self._schema.called(name, mention.classes)
            kept.append(replace(mention, start=body.end + 1, text=name, things=things))
            if body not in mentions:
                found.append(body)
        return kept, found

    def _told_by_nouns(self, text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
        """ "X, head of the island's water agency": bodies that are told by a noun with what stands before it."""
        kept: list[Mention] = list(mentions)
        found: list[Mention] = []
        if self._spoken.nouns_capitalised:
            return kept, found
        words = [m for m in mentions if m.kind is Kind.WORD and self._is_noun(m)]
        parts = {m.end for m in words if m.entry is not None and not self._units.isdisjoint(m.entry.denotes)}
        nouns = [m for m in words if self._names_kind(m) and m.end not in parts]
        for place, office in enumerate(kept):
            lead = (
                _OF_THE.search(text, office.start, office.end + _LONGEST) if self._is_office(office) else None
            )
            if lead is None or lead.start() > office.end or not self._grammar.belongs(lead.group()):
                continue
            noun = next((n for n in nouns if _QUALIFIED.fullmatch(text, lead.end(), n.start)), None)
            tail = _ENDS_NOUN.match(text, noun.end) if noun is not None and noun.end > office.end else None
            if noun is None or tail is None:
                continue
            end = tail.end()
            name = text[lead.end() : end]
            if " " not in name or any(
                m.kind is Kind.PERSON and lead.end() <= m.start < end for m in mentions
            ):
                continue
            classes = frozenset(noun.entry.denotes if noun.entry is not None else ())
            found.append(Mention(Kind.THING, lead.end(), end, name, classes=classes))
            if lead.start() < office.end:
                kept[place] = self._cut(text, office, lead.start())
        return kept, found

    def _told_by_kind(self, text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
        """ "X, president of the county council": bodies of public law that are called by their kind alone."""
        kept, found = list(mentions), []
        for place, office in enumerate(kept):
            if not self._is_office(office) or not self._allowed(office) or not self._heads_body(office):
                continue
            link = self._link.search(text, office.start, office.end)
            at = link.start() if link is not None else office.end
            kind = self._of_kind.match(text, at, office.end + _LONGEST)
            if kind is None:
                continue
            if link is not None:
                kept[place] = self._cut(text, office, at)
            name = kind.group(1)
            body = self._told_before(name) or Mention(
                Kind.THING, 0, 0, name, classes=self._kinds[name.casefold()]
            )
            found.append(replace(body, start=kind.start(1), end=kind.end(1), genitive=False, compound=False))
        return kept, found

    def _cut(self, text: str, office: Mention, end: int) -> Mention:
        """An office with less of its name."""
        name = self._grammar.bare(text[office.start : end])
        return replace(office, end=end, text=name, things=self._schema.called(name, office.classes))

    def _names_kind(self, noun: Mention) -> bool:
        """Whether a noun in small letters is one for bodies."""
        denotes = noun.entry.denotes if noun.entry is not None else ()
        kinds = [c for c in denotes if self._schema.is_a(c, self._bodies)]
        return noun.text[:1].islower() and bool(kinds) and self._units.isdisjoint(kinds)

    def _hyphened(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention | None:
        joined = _HYPHENED.match(text, office.start, office.end) if self._spoken.nouns_capitalised else None
        if joined is None or self._registered_within(text, office) is not None:
            return None
        start, end = joined.span(1)
        name, rest = joined.group(1), text[joined.end() : office.end]
        first = name.casefold()
        if not self._schema.called(rest, office.classes) and not rest.casefold().endswith(self._heads):
            return None
        if first in self._spoken.parties or first in self._spoken.fields or first in self._fields:
            return None
        known = next(
            (m for m in mentions if m.start < end and start < m.end and m.things and m is not office), None
        )
        if known is not None:
            whole = (known.start, known.end) == (start, end) and self._is_body(known)
            return known if whole and not office.things else None
        noun = any(m.start <= start and m.end == end and self._is_noun(m) for m in mentions)
        known = self._told_before(name) if noun or not office.things else None
        if known is not None:
            return replace(known, start=start, end=end, compound=True, genitive=False)
        if office.things:
            return None
        if not noun and name[1:] == name[1:].lower() and not self._names_led(first, rest.casefold()):
            return None
        return Mention(Kind.THING, start, end, name, classes=frozenset(self._bodies[:1]), compound=True)

    def _names_led(self, name: str, office: str) -> bool:
        """Whether a word that a hyphen joins to the office of a whole body's head can but be the body's name."""
        return office.endswith(self._heads) and self._no_name.fullmatch(name) is None

    def _is_of_group(self, office: str) -> bool:
        """Whether an office is one of a group within a council or parliament, and so of the party that it is of."""
        made = self._schema.composer.compose(office)
        return made is not None and any("ofGroup" in p.hints for p in (made.head, made.unit) if p is not None)

    def _with_offices_cut(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with offices that have their fields, and end before the body whose they are."""
        mentions = [self._with_field(text, m, mentions) if self._is_office(m) else m for m in mentions]
        mentions = [self._with_fields(text, m, mentions) if self._is_office(m) else m for m in mentions]
        mentions = self._before_letters(text, mentions)
        split = {m: self._split(text, m, mentions) for m in mentions if self._is_office(m)}
        return [split.get(m) or m for m in mentions]

    def _before_letters(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with offices, and parts of bodies, that end before a body whose name opens with letters alone.

        "Head of the Roads Unit of the HDB Northhaven" is head of the Roads Unit, in the HDB Northhaven.
        """
        kept = []
        for mention in mentions:
            part = mention.kind is Kind.THING and not mention.things and bool(mention.classes & self._units)
            cut = None
            if part or (self._is_office(mention) and not mention.things):
                cut = self._letters.search(text, mention.start, mention.end)
            if cut is None or cut.end() != mention.end:
                kept.append(mention)
            elif part:
                name = self._grammar.bare(text[mention.start : cut.start()])
                kept.append(replace(mention, end=cut.start(), text=name))
            else:
                kept.append(self._cut(text, mention, cut.start()))
        return kept

    def _with_field(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention:
        """ "X, project leader Heat at Y": a noun right behind an office in apposition says for what it is."""
        field = _FIELD.match(text, office.end) if self._spoken.nouns_capitalised else None
        if field is None or not any(
            m.kind is Kind.PERSON and text[m.end : office.start] == ", " for m in mentions
        ):
            return office
        if any(
            m.kind is not Kind.WORD and m.start < field.end(1) and field.start(1) < m.end for m in mentions
        ):
            return office
        name = f"{office.text} {field.group(1)}"
        return replace(office, end=field.end(1), text=name, things=())

    def _with_fields(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention:
        """An office with all the fields that it is for ("minister for Heat, Roads and the Sea, X")."""
        if self._spoken.nouns_capitalised:
            return office
        end = office.end
        named = next((m for m in mentions if self._is_field(text, office, m)), None)
        if named is not None:
            end = named.end
        elif self._link.search(text[office.start : office.end]) is None:
            return office
        further = self._grammar.field_goes_on.match(text, end, end + _LONGEST)
        if further is not None:
            stops = [
                m.start
                for m in mentions
                if m is not office
                and m.kind in (Kind.THING, Kind.PERSON)
                and end < m.start < further.end()
                and not m.inside(office.start, office.end)
            ]
            whole = text[end : min([further.end(), *stops])].rstrip(" ,")
            again = self._grammar.field_goes_on.fullmatch(whole)
            end += (
                len(whole)
                if again is not None and self._opens_or_closes(text, office, end + len(whole), mentions)
                else 0
            )
        if end == office.end:
            return office
        name = self._grammar.bare(text[office.start : end])
        return replace(office, end=end, text=name, things=self._schema.called(name, office.classes))

    def _is_field(self, text: str, office: Mention, mention: Mention) -> bool:
        """Whether something that is no place and no body stands right behind an office and "for"."""
        return (
            mention.kind is Kind.THING
            and mention.start > office.end
            and not mention.classes & {*self._places, *self._units}
            and not any(self._schema.is_a(c, (*self._bodies, *self._offices)) for c in mention.classes)
            and not any(
                {"stateName", "coinedNames"} & set(self._schema.classes[c].hints) for c in mention.classes
            )
            and self._grammar.links(text[office.end : mention.start])
        )

    def _opens_or_closes(self, text: str, office: Mention, end: int, mentions: Sequence[Mention]) -> bool:
        """Whether a person stands right before an office, or right behind where it would end."""
        return any(
            m.kind is Kind.PERSON
            and (
                text[m.end : office.start].strip(" ,") in ("", "the")
                or (m.end < office.start and self._grammar.predicated(text[m.end : office.start]))
                or text[end : m.start].strip() in ("", ",")
            )
            for m in mentions
            if m.end <= office.start or m.start >= end
        )

    # -- what a body may stand beside --------------------------------------------------------------------

    def _anchors(self, mentions: Sequence[Mention], text: str) -> list[_Anchor]:
        found: list[_Anchor] = []
        persons = [m for m in mentions if m.kind is Kind.PERSON]
        for office in filter(self._is_office, mentions):
            heads = self._heads_body(office)
            classes = self._allowed(office)
            if not classes:
                found.extend(self._towns_behind(office, persons, text))
                continue
            if classes != frozenset(self._bodies[:1]):
                holders = [p for p in persons if 0 < p.start - office.end <= _NEAR_HOLDER]
                found.extend(_Anchor(p.end, True, classes, pattern=self._bracketed) for p in holders)
            told = self._link.search(text, office.start, office.end) is not None  # what it is for, or a part
            other = not (heads or told)
            found.append(
                _Anchor(
                    office.end, heads and not told, classes, office=other, told=other and not office.things
                )
            )
            if any(_APPOSED.fullmatch(text, p.end, office.start) for p in persons):
                plain = not self._spoken.nouns_capitalised
                found.append(_Anchor(office.end, plain, classes, pattern=self._listed))
            found.extend(
                _Anchor(p.end, heads, classes, holder=True)
                for p in persons
                if 0 < p.start - office.end <= _NEAR_HOLDER
            )
        taken = {anchor.end for anchor in found if anchor.pattern is None}
        whole = frozenset(self._bodies[:1])
        found.extend(_Anchor(p.end, False, whole) for p in persons if p.end not in taken and " " in p.text)
        found.extend(_Anchor(p.end, True, whole, pattern=self._bracketed) for p in persons)
        starts = {m.start for m in mentions if self._is_office(m)}
        between = ((p, self._between.match(text, p.end, p.end + _LONGEST)) for p in persons)
        found.extend(
            _Anchor(p.end, True, whole, pattern=self._between)
            for p, row in between
            if row and row.end() in starts
        )
        found.extend(_Anchor(p.end, True, whole, pattern=self._lettered) for p in persons)
        heads = not self._spoken.nouns_capitalised
        found.extend(
            _Anchor(
                m.end - len(by.group(0)) if (by := self._by.search(m.text)) else m.end,
                heads,
                whole,
                pattern=self._agent,
            )
            for m in mentions
            if m.kind is Kind.WORD and m.entry is not None and self._done & set(m.entry.evokes)
        )
        if not self._spoken.nouns_capitalised:
            found.extend(
                _Anchor(m.end, True, whole, pattern=self._object) for m in filter(self._is_verb, mentions)
            )
        return found

    def _towns_behind(self, office: Mention, persons: Sequence[Mention], text: str) -> list[_Anchor]:
        """ "Head X (Northhaven)": in the bracket behind who holds an office of towns alone stands a town.

        So it does behind those who are listed with them ("and Y (party, Southhaven)").
        """
        towns = frozenset(c for t in office.things for c in self._constrained.get(t, ())) & self._places
        if not towns:
            return []
        holders: list[Mention] = []
        for person in persons:
            first = 0 < person.start - office.end <= _NEAR_HOLDER
            if first or (holders and _NEXT_HOLDER.fullmatch(text, holders[-1].end, person.start)):
                holders.append(person)
        return [_Anchor(p.end, True, towns, pattern=self._bracketed_town) for p in holders]

    def _allowed(self, office: Mention) -> frozenset[str]:
        """Of which classes a body may be that an office is held in; none where only a place may be it."""
        allowed = {c for t in office.things for c in self._constrained.get(t, ())}
        if not allowed or allowed & set(self._bodies):
            return frozenset(self._bodies[:1])
        rest = {c for c in allowed if "demonym" not in self._schema.classes[c].hints}
        return frozenset(rest if len(rest) == 1 else ())

    def _is_office(self, mention: Mention) -> bool:
        return mention.kind is Kind.THING and not self._offices.isdisjoint(mention.classes)

    def _is_body(self, mention: Mention) -> bool:
        return mention.kind is Kind.THING and self._schema.any_is_a(mention.classes, self._bodies)

    def _is_verb(self, mention: Mention) -> bool:
        """Whether a word says that somebody heads something."""
        entry = mention.entry
        return mention.kind is Kind.WORD and entry is not None and bool(self._joined & set(entry.evokes))

    def _heads_body(self, office: Mention) -> bool:
        """Whether an office is one of a whole body, not of a part or for a field."""
        word = self._grammar.bare(self._link.split(office.text)[0]).casefold()
        return word.endswith(self._heads)

    # -- names -------------------------------------------------------------------------------------------

    def _split(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention | None:
        """The office alone, where its name runs on into the body whose it is ("speaker of X")."""
        written = text[office.start : office.end]
        link = self._link.search(written)
        if link is None or not written[: link.start()].casefold().endswith(self._heads):
            return None
        whole = self._spoken.nouns_capitalised or self._schema.composer.compose(office.text) is not None
        if office.things and whole:
            return None  # its field, and not the first word of a name
        anchor = _Anchor(office.start + link.start(), True, frozenset(self._bodies[:1]))
        others = [m for m in mentions if not self._is_office(m)]
        if self._named_behind(text, anchor, others) is None:
            return None
        return self._cut(text, office, office.start + link.start())

    def _named_behind(self, text: str, anchor: _Anchor, mentions: Sequence[Mention]) -> Mention | None:
        match = (anchor.pattern or self._behind).match(text, anchor.end, anchor.end + _LONGEST)
        if match is None:
            return None
        start = match.start(2)
        end = self._end(text, start, match.end(2), mentions)
        if text[start:end].casefold() in self._kinds:  # "the region" of that name
            end = max([end, *(m.end for m in mentions if m.kind is Kind.THING and m.start == end + 1)])
        if anchor.office and match.group(1) not in self._employs:
            first, *further = text[start:end].split()
            lettered = bool(further) and len(first) > 1 and first.isupper()
            opened = lettered or any(m.start == start and self._opens(text, m, end) for m in mentions)
            if not opened and not (anchor.told and self._is_no_field(text[start:end])):
                return None
            anchor = replace(anchor, heads=True)
        elif anchor.office and not self._spoken.nouns_capitalised:
            anchor = replace(anchor, heads=True)
        if anchor.holder and self._spoken.nouns_capitalised and match.group(1) not in self._agents:
            anchor = replace(anchor, heads=False)  # "head X in the report"
        return self._named(text, start, end, match.group(1) or "", anchor, mentions)

    def _is_no_field(self, name: str) -> bool:
        """Whether words with capitals behind an office that no word tells can only name a body, not what it is for."""
        words = name.split()
        if self._schema.composer.begins_with_field(name, self._spoken.code) or not self._grammar.may_be_place(
            words[-1]
        ):
            return False
        fields = self._spoken.fields | frozenset(self._fields)
        if any(word.casefold() in fields for word in words):
            return False
        plain = all(word[:1].isupper() or word[:1].isdigit() for word in words)
        return is_coined(words[0]) or (plain and (len(words) > 1 or not self._spoken.nouns_capitalised))

    def _end(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
        """Where a name ends that may not run into a person, a day, an office or another name."""
        firms = [m for m in mentions if start < m.start <= end and self._ends_firm(text, start, m)]
        stops = [
            m.start
            for m in mentions
            if start < m.start < end
            and (
                m.kind in (Kind.PERSON, Kind.PERIOD) or (m.kind is Kind.THING and not m.classes & self._where)
            )
            and text[m.start - 1] not in "-‑"
            and m not in firms
            and not (m.end == end and text[m.start : end].isdigit())  # "Towns 2030"
        ]
        role = self._grammar.next_role.search(text, start, end)
        stops += [role.start()] if role is not None else []
        end = max([min([end, *stops]), *(m.end for m in firms)])
        tail = self._tail.match(text, end)
        if tail is not None:
            return tail.end()
        return start + len(self._grammar.name_links.sub("", text[start:end]).rstrip(" ,"))

    def _ends_firm(self, text: str, start: int, other: Mention) -> bool:
        """Whether what was taken for a firm is but its name from the place in it on ("X Northhaven Ltd")."""
        whole = self._is_body(other) and bynames.plain(text[other.start : other.end]) != other.text
        legal = bynames.LEGAL_FORM.search(text[start : other.end])
        return (
            whole
            and not other.things
            and legal is not None
            and start + legal.end() == other.end
            and all(word[:1].isupper() for word in text[start : other.start].split())
        )

    def _named(
        self, text: str, start: int, end: int, link: str, anchor: _Anchor, mentions: Sequence[Mention]
    ) -> Mention | None:
        """A body by the words of a stretch; None where they are known as something else or name nothing."""
        words = text[start:end].split()
        if anchor.pattern in (self._listed, self._between) and not self._may_be_listed(
            text, start, end, mentions
        ):
            return None
        if any(self._grammar.seated(word, at) for word in words for at in range(1, len(word))):
            return None
        blocking = [
            m for m in mentions if m.kind not in (Kind.WORD, Kind.QUOTED) and m.start <= start < m.end
        ]
        if not words or any(
            not (self._describes(text, m, end) or (anchor.heads and self._opens(text, m, end)))
            for m in blocking
        ):
            return None
        places = [m.start for m in mentions if start < m.start < end and m.classes & self._places]
        if any(self._grammar.belongs_before(text[start:place]) for place in places):
            return None
        shouted = len(words) == 1 and words[0].isupper()  # letters, and not the noun that they spell
        if any(m.start == start and self._is_said(m, text, end) and not shouted for m in mentions) or words[
            -1
        ][-2:] in (
            "'s",
            "’s",
        ):
            return None
        first = words[0].casefold()
        if anchor.pattern is not None and first.endswith("-"):
            return None  # "(Heat- and Roads Planning)": fields
        spoken = self._spoken
        party = len(words) == 1 and first in spoken.parties
        if anchor.classes <= self._places and (party or not self._may_be_town(text[start:end])):
            return None
        if party and not anchor.classes & {*self._bodies}:
            return None
        if (first in self._fields and not self._is_long(words)) or words[0] in spoken.honorifics:
            return None
        if len(words) == 1 and first in spoken.fields and not party:
            return None
        if any(w.casefold() in spoken.months or w.casefold() in spoken.weekdays for w in words):
            return None
        name = self._grammar.uninflected(link, text[start:end])
        if (
            party
            and spoken.nouns_capitalised
            and not name.isupper()
            and name[:-1].casefold() in spoken.parties
        ):
            name = name[:-1]  # "der Grünen", by the name that the party has
        known = self._told_before(name)
        if known is not None:
            return replace(known, start=start, end=end, genitive=False, compound=False)
        if not (anchor.heads or party) and not self._is_plainly_named(words):
            return None
        things = self._schema.called(name, anchor.classes)
        return Mention(Kind.THING, start, end, name, things=things, classes=anchor.classes)

    def _may_be_town(self, name: str) -> bool:
        """Whether a name beside who holds an office that only towns have is a town's, of whatever size."""
        if countries_of(name):
            return True
        word = name.casefold()
        return (
            len(name) >= _SHORTEST_TOWN
            and name[1:].isalpha()
            and name[1:].islower()
            and word not in self._spoken.fields
            and not word.endswith(self._spoken.noun_endings)
            and not self._grammar.is_party(name)
            and self._asides.fullmatch(word) is None
            and self._grammar.may_be_place(name)
        )

    def _may_be_listed(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
        """Whether words behind an office and a comma may be a body's name: no number, initial or town in full."""
        words = text[start:end].split()
        if any(map(str.isdigit, words)) or len(words[0].rstrip(".")) < _LEAST_WORDS:
            return False
        towns = (m for m in mentions if m.start == start and m.classes & self._places)
        return not any(text[m.end : end].casefold() in self._behind_towns for m in towns)

    def _describes(self, text: str, place: Mention, end: int) -> bool:
        """Whether an adjective made of a place's name opens a longer name ("the Northern Heat Institute")."""
        rest = text[place.end : end]
        made = place.kind is Kind.THING and (place.genitive or not place.classes & self._places)
        made = made and not any(self._schema.is_a(c, self._bodies) for c in place.classes - self._places)
        return made and bool(rest.strip()) and not self._grammar.belongs_before(f"{rest.strip()} ")

    def _opens(self, text: str, place: Mention, end: int) -> bool:
        """Whether a place's name opens a longer one, as no place's goes on with a noun ("Northhaven Marketing").

        Nor does one go on with a year where an office of a body stands before it ("director of Northhaven 2030").
        """
        return (
            place.kind is Kind.THING
            and place.classes <= self._places
            and not place.genitive
            and text[place.end : place.end + 1] == " "
            and (text[place.end + 1 : end][:1].isupper() or text[place.end + 1 : end].isdigit())
        )

    def _is_said(self, mention: Mention, text: str, end: int) -> bool:
        """Whether a word is one for a kind of name, or is no name as it stands: the noun for something that is done."""
        entry = mention.entry if mention.kind is Kind.WORD and mention.end == end else None
        return (self._is_noun(mention) and not self._goes_on(mention, text, end)) or (
            entry is not None and bool(entry.evokes) and not entry.denotes
        )

    def _goes_on(self, noun: Mention, text: str, end: int) -> bool:
        """Whether a name goes on behind its noun with what it is for ("Institute for blue waters"), or a second one."""
        link = self._link.match(text, noun.end, end)
        described = link is not None and text[link.end() : link.end() + 1].islower()
        if not self._schema.any_is_a(noun.classes, self._bodies):
            return False  # "envoy for blue waters"
        return self._spoken.nouns_capitalised and (described or "/" in text[noun.end : end])

    def _is_noun(self, mention: Mention) -> bool:
        """Whether a word says what the name behind it is of, so that others have looked at it."""
        if mention.entry is None or "NameHead" not in mention.entry.hints.get("role", ()):
            return False
        fields = mention.entry.hints.get("compoundOf", ())
        return not fields or mention.text.casefold().startswith(fields)

    def _is_plainly_named(self, words: Sequence[str]) -> bool:
        """Whether words can only be a name: several of them where every noun has a capital."""
        return (
            not self._spoken.nouns_capitalised
            or len(words) >= _LEAST_WORDS
            or words[0][1:] != words[0][1:].lower()
        )

    def _is_long(self, words: Sequence[str]) -> bool:
        """Whether several words that all have a capital name something, where nouns have none ("Heat Pump Board")."""
        several = len(words) > _LEAST_WORDS and not self._spoken.nouns_capitalised
        return several and all(word[:1].isupper() for word in words)

    def _told_before(self, name: str) -> Mention | None:
        """The body named last that a noun is short for ("the company" after "the company for X")."""
        noun = name.casefold()
        if " " in name:
            told = reversed(self._known.values())
            return next(
                (b for b in told if b.text.casefold().startswith(f"{noun} ") or _inflects(noun, b.text)), None
            )
        for body in reversed(self._known.values()):
            words = body.text.casefold().split()
            if any(_is_form(noun, w) for w in words) or noun == _PARTS.split(words[0])[-1]:
                return body if len(words) > 1 or "-" in body.text or body.things else None
        if not name.isupper() or len(name) < _LEAST_LETTERS:
            return None
        return next((b for b in reversed(self._known.values()) if bynames.stands_for(name, b.text)), None)

    def _before(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention | None:
        """ "X's managing director", "X, whose managing director": the name whose the office is right before it."""
        if not self._allowed(office):
            return None
        party = _PARTY_LEAD.search(text[: office.start])
        if party is not None and party.group(1).casefold() in self._spoken.parties:
            start, end = party.span(1)
            classes = frozenset(self._bodies[:1])
            held = self._is_of_group(text[office.start : office.end])
            return Mention(Kind.THING, start, end, party.group(1), classes=classes) if held else None
        lead = max(0, office.start - _LONGEST)
        whose = self._whose.search(text[lead : office.start]) if self._heads_body(office) else None
        if whose is not None:
            start = lead + whose.end(1) - len(self._grammar.name_articles.sub("", whose.group(1)))
            anchor = _Anchor(start, True, self._allowed(office))
            return self._named(text, start, lead + whose.end(1), "", anchor, mentions)
        if self._spoken.nouns_capitalised:
            return None
        owned = not self._plain_genitive or self._heads_body(office)
        match = self._owner(text[lead : office.start]) if owned else None
        if match is None:
            return self._right_before(text, lead, office, mentions)
        start, end = lead + match.start(1), lead + match.end(1)
        start = end - len(self._opening.sub("", text[start:end]))
        anchor = _Anchor(start, True, self._allowed(office))
        found = self._named(text, start, end, "", anchor, mentions)
        return replace(found, genitive=True) if found is not None else None

    def _owner(self, before: str) -> re.Match[str] | None:
        """A name in the genitive right before an office; where a letter alone makes it, it may be any noun's."""
        match = self._owning.search(before)
        if match is None or not self._plain_genitive or match.group(1).casefold() in self._spoken.parties:
            return match
        bare = _OWNING_BARE.search(before)
        return (
            None if bare is None or before[bare.start() :].split()[0].casefold() in self._pronouns else bare
        )

    def _right_before(
        self, text: str, lead: int, office: Mention, mentions: Sequence[Mention]
    ) -> Mention | None:
        """ "Northern Heat Agency director": the name that ends in a body's noun right before an office."""
        match = _COMPOUND.search(text[lead : office.start])
        if match is None or not any(
            m.end == lead + match.end(1)
            and self._is_noun(m)
            and self._schema.any_is_a(frozenset(m.entry.denotes), self._bodies)
            for m in mentions
            if m.entry is not None
        ):
            return None
        start, end = lead + match.start(1), lead + match.end(1)
        return self._named(text, start, end, "", _Anchor(start, True, self._allowed(office)), mentions)

    def _within(self, text: str, office: Mention, mentions: Sequence[Mention]) -> Mention | None:
        """ "chamber president": the body named before whose noun the office's begins with."""
        if (registered := self._registered_within(text, office)) is not None:
            return registered
        part = self._first_part(text, office).casefold()
        if len(part) < _SHORTEST_PART:
            return None
        for body in reversed(self._known.values()):
            if any(p.endswith(part) for p in _PARTS.split(body.text.casefold())):
                return replace(
                    body, start=office.start, end=office.start + len(part), compound=True, genitive=False
                )
        return None

    def _registered_within(self, text: str, office: Mention) -> Mention | None:
        """ "county-chamber president" in one word: the body of the register that the office's name begins with."""
        part = self._first_part(text, office)
        things = self._schema.called(part, self._bodies) if len(part) >= _SHORTEST_PART else ()
        if not things:
            return None
        classes = frozenset(self._schema.things[things[0]].classes)
        end = office.start + len(part)
        return Mention(Kind.THING, office.start, end, part, classes=classes, things=things, compound=True)

    def _first_part(self, text: str, office: Mention) -> str:
        """What stands before the noun of an office in one word, without what joins the two; "" where nothing does."""
        if not self._spoken.nouns_capitalised:
            return ""
        word = text[office.start : office.end]
        heads = [h for h in self._heads if word.casefold().endswith(h) and len(h) < len(word)]
        end = len(word) - max(map(len, heads), default=len(word))
        return word[:end].rstrip("- ").removesuffix("s")


def _is_form(said: str, word: str) -> bool:
    """Whether a word is another one with no more than an ending of its own, both lower case."""
    short, long = sorted((said, word), key=len)
    same = long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING
    return said == word or (same and len(short) > _SHORTEST_PART)


def _inflects(said: str, name: str) -> bool:
    """Whether a name of several words is another one but for the endings of its words, or for words behind it."""
    words, others = said.casefold().split(), name.casefold().split()
    return len(words) <= len(others) and all(
        w[: max(_SHORTEST_PART, len(w) - _LONGEST_ENDING)]
        == o[: max(_SHORTEST_PART, len(w) - _LONGEST_ENDING)]
        and abs(len(w) - len(o)) <= _LONGEST_ENDING
        for w, o in zip(words, others, strict=False)
    )
