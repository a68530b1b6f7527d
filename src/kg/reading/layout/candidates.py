"""Who may have given a document out: the names in its lines, each with what speaks for and against it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg import language as lang
from kg.documents import Document
from kg.language import Language, papers
from kg.language.persons import given_names
from kg.names import fold
from kg.reading.layout.lines import Line, lines_of, opens_with_hour
from kg.reading.naming import bynames
from kg.reading.naming.annotating import Annotator
from kg.reading.naming.bynames import NameForm, name_forms
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_STRONG = re.compile(
    r"\s*[|·•›»>]\s*|\s+[–—/-]{1,2}\s+|\t+|\s{3,}|:\s+|\s*;\s+|(?<=\w{4})\.\s+(?=[^\W\d_a-z]|\d)"
)
_WEAK = re.compile(r",\s+|\s+c/o\s+")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_AGENCY = re.compile(
    r"^\W*[^\W\d_a-z][^()\n]{1,60}\(([^\W_][\w .&/–-]{1,40})\)\s*(?:[–—:.,-]|$|(?=[^\W\d_a-z]|[„“\"»\d]))"
)
_CLOSING = re.compile(r"^\W*\(([^\W_][\w .&/-]{1,30})\)")
_CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
_DATELINE = re.compile(
    rf"^\W*({_CAPITAL}(?:[\s/](?:{_CAPITAL}|am|an|der|im|de|la|upon|sur|den)){{0,3}})"
    r"(?:,\s(?:den\s|le\s|el\s|on\s)?[^,.]{0,14}\d|\s?[–—]\s|\s\(|:\s|(?<=\w{3})\.\s|\s-\s|\s\d)"
)
# the name of a place alone: a few words, each but those that link them with a capital
_PLACE_NAME = re.compile(r"[^\W\d_a-z][\w'’-]{2,}(?:\s(?:[a-zà-ÿ]{1,3}\s){0,2}[^\W\d_a-z][\w'’-]+){0,2}")
_QUOTED = re.compile(r"[„“”\"«»].*[„“”\"«»]")
_DOTTED = re.compile(r"(?:\b[^\W\d_]\.\s?){2,}$|\s(?:Ltd|Inc|Co|a\.\s?o)\.$")
_LINKS = re.compile(r"\]\(|[›»]|\s>\s|&gt;")
_MARKS = " .,:;*_#|–—-+²³®™°†"
_EDGES = "»«„“”\"'›‹"
_MOST_WORDS, _LINKING = 13, 3
_LEAST_OF_HEADLINE, _LEAST_OF_SENTENCE = 2, 5
_HOST_LETTERS = 4
# "zur-seite.at", "stadt24": what a page on the web may be called though no capital is in it
_SITE_NAME = re.compile(r"[a-zà-ÿ][\w-]*\d\w*|(?!\d+\.)[\w-]{3,}(?:\.[\w-]+)*\.[a-z]{2,9}")
# "in-nordland", "#stadtderzukunft": the like at the very head of a page
_SITE_AT_HEAD = re.compile(r"\s*[a-zà-ÿ]{2,}(?:-[a-zà-ÿ]{2,})+\s*")
# number and year of an issue behind a paper's name
_ISSUE = re.compile(r"(?<=\w)\s+(?:(?:Nr|No|N[°º]|núm)\.?\s?)?\d{1,4}\s?/\s?(?:19|20)\d\d\b", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"[^\W\d_][^:.!?()|]{2,40}:\s")
_MOST_OF_MASTHEAD, _MOST_IN_ROW = 6, 4
_INDEX = re.compile(r"(?:site|head|opening|late|foot|inside) \d")
# what is seen of a name in a masthead counts there otherwise than elsewhere
_OF_MASTHEAD = re.compile(
    r"whole|with commas|part .*|inside .*|titled|capitals|lower \d|words [1-5]|site name|before news|news behind|"
    r"below (?:dated|links|row|rubric|short|menu|heading)|only (?:menu|paper|rubric)|opens with menu|line (?:row|dated)"
)
_KINDS_OF_WORDS = {
    "body": papers.BODY,
    "outlet": papers.OUTLET,
    "paper": papers.PAPER,
    "unit": papers.UNIT,
    "meeting": papers.PLACE_OF_MEETING,
    "menu": papers.MENU,
    "season": papers.SEASON,
}


@dataclass(slots=True)
class Candidate:
    """A name that may be the sender's.

    Args:
        name: As it stands in the text, tidied.
        mention: What is meant.
        start: First code point of it in the document's text.
        length: Of what stands there.
        traits: What is seen of it, over all places where it stands.
    """

    name: str
    mention: Mention
    start: int
    length: int
    traits: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """What is meant: a thing, or the name of a new one."""
        return self.mention.things[0] if self.mention.things else fold(self.mention.text)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a line that may be a name."""

    text: str
    at: int
    traits: frozenset[str]


class Candidates:
    """Collects names with their traits.

    Args:
        schema: For what is registered, and for the forms of names.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._publishing = tuple(sorted(schema.hinted("publishes")))
        self._units = schema.hinted("unit")
        bodies = [c for c in self._publishing if "subject" not in schema.classes[c].hints]
        self._body = frozenset(bodies[:1] or self._publishing[:1])
        self._places = frozenset(c for c in self._publishing if "subject" in schema.classes[c].hints)
        self._place_forms = name_forms(schema.classes[c] for c in sorted(self._places))
        self._form_begins = tuple(sorted({f.begins for f in self._place_forms if f.begins}))
        self._form_ends = tuple(sorted({f.ends for f in self._place_forms if not f.begins}))
        self._outlets = schema.hinted("reportsAsAgency")
        self._undertaken = tuple(sorted(schema.hinted("coinedNames")))
        self._offices = schema.hinted("beforeNames")
        self._states = schema.hinted("stateName")
        self._assemblies = schema.hinted("openName")
        self._happening = tuple(sorted(schema.hinted("happens")))

    def of(self, document: Document, annotator: Annotator) -> list[Candidate]:
        """All candidates of a document, each at each of its places, in order."""
        found: list[Candidate] = []
        lines = lines_of(document)
        held = sum(opens_with_hour(block.text) for block in document.blocks) > 1
        masthead = _masthead(lines)
        seen_of = [_seen_of(line, annotator) for line in lines]
        for number, line in enumerate(lines):
            around = _around(lines, seen_of, number)
            if number == masthead:
                around.add("masthead")
            elif masthead is not None and line.zone == "head":
                around.add("above masthead" if number < masthead else "below masthead")
            if line.text == (document.metadata.title or "").strip():
                around.add("title")
            for part in (*self._parts(line, annotator), *_joined(lines, number)):
                tagged = number == masthead and _is_tagged(part, line, document)
                if tagged or (number == masthead and _SITE_AT_HEAD.fullmatch(part.text)):
                    part = replace(part, traits=part.traits | {"site name"})
                for name, traits in self._named(part, annotator):
                    mention = self.resolve(name, annotator)
                    if self._sends_nothing(name, mention) or self._names_holder(name, annotator):
                        continue
                    if "whole" in traits and self._is_headline(name, mention, annotator):
                        continue
                    if (held and self._is_held(name, annotator)) or (
                        not mention.things and _is_author(name, traits)
                    ):
                        continue
                    if tagged and not mention.things:
                        name, mention = f"#{name}", replace(mention, text=f"#{name}")
                    start = line.start + max(line.text.find(name), 0)
                    seen = self._seen(name, mention, part, line, traits, around, annotator)
                    found.append(Candidate(name, mention, start, len(name), seen))
        self._say_where_else(found, document)
        return found

    def _names_holder(self, name: str, annotator: Annotator) -> bool:
        """Whether a name is but somebody's, with the office they hold before it ("Head of Heat Jane Doe")."""
        return any(
            m.start == 0
            and not self._offices.isdisjoint(m.classes)
            and name[m.end :].strip().partition(" ")[0] in given_names()
            for m in annotator.names(name)
        )

    def _sends_nothing(self, name: str, mention: Mention) -> bool:
        """Whether a name is that of some other thing, such as a prize, or of a paper's desk in some place.

        What is undertaken may send texts.
        """
        desk = papers.DESK.match(name)
        if desk is not None and self._schema.called(name[desk.end() :], tuple(sorted(self._places))):
            return True
        known = () if mention.things else self._schema.by_name.get(fold(name), ())
        kinds = {c for thing in known for c in self._schema.things[thing].classes}
        return bool(kinds) and not any(
            "coinedNames" in self._schema.classes[c].hints for c in kinds if c in self._schema.classes
        )

    def _is_headline(self, name: str, mention: Mention, annotator: Annotator) -> bool:
        """Whether words that name nothing known say what somebody does, or tell of a town and what it is about."""
        if mention.things or bynames.LEGAL_FORM.search(name):
            return False
        words = [w.strip(_MARKS) for w in name.split()]
        if any(_is_verb(w, annotator) for w in words[1:]):
            return True
        small = _in_small_letters(words, annotator) if len(words) > _LEAST_OF_SENTENCE else 0
        if annotator.language.title_capitals and small > 1:
            return True  # "Board unveils its plans for the quay"
        capitals = annotator.language.nouns_capitalised and len(words) > _LEAST_OF_HEADLINE
        if capitals and words[0][:1].isupper() and words[-1][:1].islower():
            return True  # a name would end with a noun
        known = [m for m in annotator.names(name) if m.things]
        about = [m for m in known if not self._schema.any_is_a(m.classes, self._publishing)]
        bodies = papers.BODY.finditer(name)
        if not all(any(m.start <= b.start() < m.end for m in about) for b in bodies):
            return False
        if any(m.start == 0 and m.classes & self._places for m in known):
            return bool(about)
        return self._opens_with_matter(name, about, annotator) or self._is_for_place(name, known)

    def _opens_with_matter(self, name: str, about: Sequence[Mention], annotator: Annotator) -> bool:
        """Whether words go on, with a small one, behind something that sends no texts ("Label for …")."""
        small = _small_words(annotator.language)
        return any(
            m.start == 0
            and name[m.end :].strip().partition(" ")[0] in small
            and not m.classes & self._offices
            and not self._schema.any_is_a(m.classes, self._undertaken)
            for m in about
        )

    def _is_for_place(self, name: str, known: Sequence[Mention]) -> bool:
        """Whether words end with a place that something is for or with ("Prize for Northhaven")."""
        last = next((m for m in known if m.end == len(name)), None)
        if last is None or not (last.classes & self._places or last.classes & self._states):
            return False
        before = name[: last.start]
        said = (papers.BODY, papers.OUTLET, papers.UNIT, papers.PAPER)
        return papers.FOR_PLACE.search(before) is not None and not any(p.search(before) for p in said)

    def _is_held(self, name: str, annotator: Annotator) -> bool:
        """Whether a name is that of something that happens, whose programme the document is."""
        found = (m for m in annotator.names(name) if m.start == 0 or m.end == len(name))
        return any(self._schema.any_is_a(m.classes, self._happening) for m in found)

    # -- the parts of a line ---------------------------------------------------------------------------

    def _parts(self, line: Line, annotator: Annotator) -> Iterator[_Part]:
        """What may be a name in a line: all of it, its parts, what stands behind a label or whose the paper is."""
        if line.zone == "opening":
            yield from _of_opening(line)
            return
        text, base = line.text, set()
        agency = _AGENCY.match(text)
        if agency is not None and line.zone in ("head", "late"):
            yield from _agencies(agency)
        closing = _CLOSING.match(text)
        if closing is not None:
            yield _Part(closing.group(1), closing.start(1), frozenset({"bracket alone"}))
        about = papers.ABOUT.match(text) if line.zone in ("late", "foot") else None
        if about is not None:
            yield _Part(about.group(1), about.start(1), frozenset({"told about"}))
        of_itself = papers.OF_ITSELF.match(text)
        if of_itself is not None:
            yield _Part(_cut(text[of_itself.end() :]), 0, frozenset({"of itself"}))
        captioned = papers.CAPTION.match(text) is not None
        label, rest = ("", text) if captioned else _label(text)
        if captioned:
            base.add("in caption")
        elif label:
            base.add(f"behind {label}")
        elif _OTHER_LABEL.match(text):
            base.add("behind other label")
        rest = _ISSUE.sub("", rest)
        segments = _split(rest, _STRONG)
        agent = papers.AGENT.search(rest)
        made = papers.MADE.search(rest) is not None
        if agent is not None:
            whose = nominative(_cut(rest[agent.end() :]), agent.group(0), annotator)
            yield _Part(whose, 0, frozenset({*base, "behind made by" if made else "behind by"}))
        for number, segment in enumerate(segments):
            labels = "labels" if f"{segment}:" in text else ""
            where = "all" if len(segments) == 1 else ("first", "last", "mid")[_place(number, len(segments))]
            menu = "before menu" if any(map(papers.MENU.fullmatch, segments[number + 1 : number + 2])) else ""
            traits = frozenset({*base, f"part {where}", labels, menu} - {""})
            segment = papers.PAPER_BEHIND.sub("", segment)
            shorter = papers.NEWS_BEHIND.sub("", segment)
            if shorter != segment:
                yield _Part(shorter, 0, traits | {"before news"})
            pieces = _pieces(segment)
            if len(pieces) > 1:
                if len(segments) == 1 and self._tells(pieces, annotator):
                    return
                yield _Part(segment, 0, traits | {"with commas"})
            for at, piece in enumerate(pieces):
                position = "" if len(pieces) == 1 else ("piece first" if at == 0 else "piece later")
                more = {position, *self._beside(pieces, at, annotator)} - {""}
                if at and papers.PAPER.match(pieces[0]):
                    more.add("behind paper")
                yield _Part(piece, 0, traits | more)
                of = papers.OF.search(piece)
                if of is not None and of.start() and papers.PAPER.search(piece[: of.start()]):
                    whose = nominative(piece[of.end() :], of.group(0), annotator)
                    yield _Part(whose, 0, traits | {"paper of"})
                paper = papers.PAPER.match(piece)
                rest = piece[paper.end() :].strip() if paper is not None else ""
                if any(self._short(rest)):
                    yield _Part(rest, 0, traits | {"paper of"})

    def _tells(self, pieces: Sequence[str], annotator: Annotator) -> bool:
        """Whether a line with commas names but the places told of, or is a sentence that goes on behind one."""
        if all(self._schema.called(p.strip(_MARKS), tuple(sorted(self._places))) for p in pieces):
            return True
        if any(self._short(pieces[0].strip(_MARKS))):
            return False  # "Town of X, the press office tells": who tells it
        return any(
            p[:1].islower() and any(annotator.grammar.acts(w) for w in p.split()[1:]) for p in pieces[1:]
        )

    def _beside(self, pieces: Sequence[str], at: int, annotator: Annotator) -> Iterator[str]:
        """What stands next to a piece, commas between."""
        for where, piece in (("before", pieces[at + 1 : at + 2]), ("behind", pieces[max(at - 1, 0) : at])):
            for other in piece:
                if (
                    lang.dates(other, annotator.language, None)
                    or other.casefold() in annotator.language.weekdays
                ):
                    yield f"{where} day"
                elif self._schema.is_name(other.strip(_MARKS)):
                    yield f"{where} thing"
                elif papers.UNIT.search(other):
                    yield f"{where} unit"
                elif papers.PAPER.search(other):
                    yield f"{where} paper"

    def _named(self, part: _Part, annotator: Annotator) -> Iterator[tuple[str, set[str]]]:
        """The name of a part, and known ones within it."""
        name = tidy(part.text, annotator)
        bare = _BRACKET.sub("", name).strip(" ,:;") or name
        bare = self._without_where(bare, annotator)
        if not name or len(name.split()) > _MOST_WORDS or _is_date(name, annotator.language):
            return
        if not (_may_be_name(name) or part.traits & {"agency", "site name"}):
            return
        traits = set(part.traits)
        if bare != name:
            traits.add("leads elsewhere" if papers.ELSEWHERE.search(name) else "with bracket")
        yield bare, traits | {"whole"}
        if _may_be_author(bare, traits):
            return  # a place is but part of a person's name
        start, _, last = bare.rpartition(" ")
        ends_open = start.rpartition(" ")[2] in _small_words(annotator.language)
        if (
            start
            and last.islower()
            and papers.BODY.fullmatch(last)
            and _is_titled(start, annotator)
            and not ends_open
        ):
            yield start, traits | {"whole", "cut"}
        for mention in self._inside(bare, annotator):
            share = (mention.end - mention.start) / len(bare)
            said = bare[mention.start : mention.end]
            inflected = bool(mention.things) and fold(said) not in self._called(mention)
            if self._is_told_of(bare, mention, annotator) or (inflected and "behind by" in traits):
                continue
            size = "most" if share > 0.6 else "half" if share > 0.35 else "little"
            place = "first" if mention.start == 0 else "last" if mention.end == len(bare) else "mid"
            rest = f"{bare[: mention.start]} {bare[mention.end :]}"
            kinds = {"beside unit"} if papers.UNIT.search(rest) else set()
            kinds |= {"beside body"} if papers.BODY.search(rest) else set()
            kinds |= {"beside paper"} if papers.PAPER.search(rest) else set()
            kinds |= {"in legal form"} if bynames.LEGAL_FORM.search(part.text) else set()
            goes_on = not mention.start and papers.TOLD_BEHIND.match(bare, mention.end) is not None
            kinds |= {"in title"} if _is_titled(rest, annotator) and not goes_on else {"in words"}
            kinds |= {"owner"} if papers.OWNED_BY.search(bare[: mention.start]) else set()
            kinds |= {"inflected"} if inflected else set()
            yield said, traits | kinds | {f"inside {size}", f"inside {place}"}

    def _without_where(self, name: str, annotator: Annotator) -> str:
        """A place's full name without the state it lies in, or the day it told something ("Town of X in Norland")."""
        for behind in papers.TOLD_BEHIND.finditer(name):
            rest, full = name[behind.end() :], name[: behind.start()]
            if not any(self._short(full)):
                continue
            day = rest.casefold() in annotator.language.weekdays
            state = any(
                m.start == 0 and m.end == len(rest) and m.classes & self._states
                for m in annotator.names(rest)
            )
            if day or state:
                return full
        return name

    def _is_told_of(self, name: str, mention: Mention, annotator: Annotator) -> bool:
        """Whether a headline is about a place within it ("Prize for Northhaven"), or tells what a body does."""
        if mention.end == len(name):
            return self._is_for_place(name, [mention])
        behind = name[mention.end :].split()[0]
        acts = behind[:1].islower() and annotator.grammar.acts(behind)
        return acts and not mention.start and not mention.classes & self._places

    def _called(self, mention: Mention) -> set[str]:
        return {fold(name) for thing in mention.things for name, _, _ in self._schema.things[thing].names}

    def _inside(self, text: str, annotator: Annotator) -> list[Mention]:
        return [
            m
            for m in annotator.names(text)
            if self._schema.any_is_a(m.classes, self._publishing)
            and not m.compound
            and not (m.start == 0 and m.end == len(text))
        ]

    # -- what a name means -----------------------------------------------------------------------------

    def resolve(self, name: str, annotator: Annotator) -> Mention:
        """The thing of a name, in whatever form it is written; a new body where none is known."""
        schema = self._schema
        things = schema.called(name, self._publishing)
        if things:
            kinds, text = schema.things[things[0]].classes, in_small(name, annotator)
            return Mention(Kind.THING, 0, 0, text, things=things[:1], classes=kinds)
        undertaken = schema.called(name, self._undertaken)
        if undertaken:
            kinds = schema.things[undertaken[0]].classes
            return Mention(Kind.THING, 0, 0, name, things=undertaken[:1], classes=kinds)
        found = annotator.names(name)
        if (place := self._new_place(name, found, annotator)) is not None:
            return place
        for mention in found:
            publishes = (
                schema.any_is_a(mention.classes, self._publishing) and not mention.classes & self._units
            )
            if publishes and (mention.start, mention.end) == (0, len(name)):
                return replace(mention, start=0, end=0, text=in_small(mention.text, annotator))
        for short in self._short(name):
            things = schema.called(short, self._places)
            if things:
                kinds = schema.things[things[0]].classes
                return Mention(Kind.THING, 0, 0, short, things=things[:1], classes=kinds)
            for mention in found:
                if fold(name[mention.start : mention.end]) == fold(short) and mention.classes & self._places:
                    return replace(mention, start=0, end=0)
        return Mention(Kind.THING, 0, 0, in_small(name, annotator), classes=self._kind(name, found))

    def _new_place(self, name: str, found: Sequence[Mention], annotator: Annotator) -> Mention | None:
        """A place that nobody knows, by a full name that only a place has ("the borough of X")."""
        short = next((s for s in self._short(name) if _PLACE_NAME.fullmatch(in_small(s, annotator))), "")
        first = short.partition(" ")[0].casefold()
        if name.startswith(short):
            short = annotator.grammar.owner(short)
        if not short or first in annotator.language.functions or papers.OUTLET.search(name):
            return None
        if any(self._is_other(m) for m in found):
            return None
        return Mention(Kind.THING, 0, 0, in_small(short, annotator), classes=self._places)

    def _is_other(self, mention: Mention) -> bool:
        """Whether something named in a place's full name is known, or a body that no place has."""
        if mention.kind is not Kind.THING:
            return False
        if mention.things:
            return True
        assembly = mention.classes & (self._assemblies | self._places)
        return self._schema.any_is_a(mention.classes, self._publishing) and not assembly

    def _short(self, name: str) -> Iterator[str]:
        """The short name in a full one ("Town of X")."""
        lower = name.casefold()
        if not lower.startswith(self._form_begins) and not lower.endswith(self._form_ends):
            return  # most names are in no such form
        for _, short, _ in in_forms(name, self._place_forms):
            if short[:1].isupper():
                yield short

    def _kind(self, name: str, found: Sequence[Mention]) -> frozenset[str]:
        longest = max(
            (
                m
                for m in found
                if m.start == 0 and not m.things and self._schema.any_is_a(m.classes, self._publishing)
            ),
            key=lambda m: m.end,
            default=None,
        )
        if papers.OUTLET.search(name) and self._outlets:
            return self._outlets
        if longest is not None and not longest.classes & (self._units | self._places):
            return longest.classes
        return self._body

    # -- what is seen of it ----------------------------------------------------------------------------

    def _seen(
        self,
        name: str,
        mention: Mention,
        part: _Part,
        line: Line,
        traits: set[str],
        around: set[str],
        annotator: Annotator,
    ) -> set[str]:
        """What is seen of a name at one place: of itself, of its place in the line, and of the lines around."""
        own = {*self._of_name(name, mention, annotator), *_of_part(part, name)}
        if "masthead" in around:
            own |= {f"masthead {t}" for t in (*traits, *own, *around) if _OF_MASTHEAD.fullmatch(t)}
        kind = f"is {self._type(name, mention)}"
        index = f"{line.zone} {min(line.index, 4)}"
        own |= {kind, f"in {line.kind}"}
        return {
            index,
            *own,
            *traits,
            *around,
            *(f"{line.zone}: {t}" for t in (*own, *traits, *around)),
            *(f"{index}: {t}" for t in (kind, *traits, *around) if line.index < 4),
            *(f"{kind}: {t}" for t in (*traits, *around)),
        }

    def _of_name(self, name: str, mention: Mention, annotator: Annotator) -> Iterator[str]:
        words = name.split()
        small = _small_words(annotator.language)
        lower = [w for w in words if w[:1].islower() and w.casefold().rstrip(",") not in small]
        yield f"words {min(len(words), 7)}"
        for what, pattern in _KINDS_OF_WORDS.items():
            found = pattern.search(name)
            if found is not None:
                whole = found.group(0) == name
                yield (
                    f"only {what}" if whole else f"opens with {what}" if not found.start() else f"has {what}"
                )
        if papers.MADE.search(name):
            yield "has made"
        if lower:
            yield "lower 1" if len(lower) == 1 else "lower 2"
        elif _is_titled(name, annotator):
            yield "titled"
        if _SITE_NAME.fullmatch(name):
            yield "site name"
        if papers.NEWS_BEHIND.search(name):
            yield "news behind"
        if papers.RUBRIC.fullmatch(name):
            yield "only rubric"
        if name.isupper() and len(name) > 4:
            yield "capitals"
        if not mention.things and self._schema.is_name(name):
            yield "other thing"
        if re.split(r"[\s.]", name)[0] in given_names() or papers.TITLE.match(name):
            yield "person"
        if any(c.isdigit() for c in name):
            yield "digit"
        if lang.dates(name, annotator.language, None):
            yield "dated"

    def _type(self, name: str, mention: Mention) -> str:
        if mention.things:
            if mention.classes & self._outlets:
                return "outlet"
            if mention.classes & self._places:
                return "town" if fold(name) == fold(mention.text) else "town in form"
            return "state" if mention.classes & self._states else "known body"
        if mention.classes & self._places:
            return "new town"
        return (
            "new outlet"
            if mention.classes & self._outlets
            else "new body"
            if papers.BODY.search(name)
            else "new"
        )

    def _say_where_else(self, found: Sequence[Candidate], document: Document) -> None:
        """Traits of a name in the whole document: where else it stands, and whose the web addresses are."""
        text = document.text.casefold()
        hosts = _hosts(document.text)
        zones: dict[str, set[str]] = {}
        for one in found:
            zones.setdefault(one.key, set()).update(t.split()[0] for t in one.traits if _INDEX.fullmatch(t))
        for one in found:
            name = one.mention.text if one.mention.things else one.name
            more = {f"count {min(text.count(name.casefold()), 5)}"}
            more |= {"zones " + "+".join(sorted(zones[one.key]))} if len(zones[one.key]) > 1 else set()
            more |= {"own host"} if any(belongs(host, one.name) for host in hosts) else set()
            kind = f"is {self._type(one.name, one.mention)}"
            one.traits |= more | {f"{kind}: {t}" for t in more}
        _say_who_is_longer(found)


def _is_tagged(part: _Part, line: Line, document: Document) -> bool:
    """Whether the first line opens with one word behind the mark of a topic ("#nordland")."""
    return " " not in part.text and document.text.startswith(f"#{part.text}", line.start)


def _is_author(name: str, traits: set[str]) -> bool:
    """Whether a name behind "published by" is that of who wrote the text: a given name, and a family's."""
    words = name.split()
    return (
        not traits.isdisjoint(("behind made by", "behind by", "behind byline"))
        and 1 < len(words) < _MOST_IN_ROW
        and words[0] in given_names()
        and not any(pattern.search(name) for pattern in (papers.BODY, papers.OUTLET, papers.UNIT))
    )


def _may_be_author(name: str, traits: set[str]) -> bool:
    """Whether a name in a byline is two or three words with capitals that tell of no body ("Ostra Smith")."""
    words = name.split()
    return (
        not traits.isdisjoint(("behind made by", "behind by", "behind byline"))
        and 1 < len(words) < _MOST_IN_ROW
        and all(w[:1].isupper() for w in words)
        and not any(pattern.search(name) for pattern in (papers.BODY, papers.OUTLET, papers.UNIT))
    )


def _is_date(name: str, language: Language) -> bool:
    """Whether words are but a month, with the number of a day or a year, and maybe a day of the week."""
    words = [w.strip(".,").casefold() for w in name.split()]
    told = {*language.months, *language.weekdays, *_small_words(language)}
    numbers = [w for w in words if re.fullmatch(r"\d{1,4}(?:st|nd|rd|th|er|º)?", w)]
    dated = numbers and any(w in language.months for w in words)
    return bool(dated) and all(w in told or w in numbers for w in words)


def _is_verb(word: str, annotator: Annotator) -> bool:
    """Whether a word within a name would be a verb; where nouns have capitals, its ending tells that too."""
    grammar, spoken = annotator.grammar, annotator.language
    if not word[:1].islower():
        return False
    by_form = spoken.nouns_capitalised and word not in _small_words(spoken) and grammar.is_participle(word)
    return by_form or grammar.acts(word) or grammar.has_auxiliary(word)


def _in_small_letters(words: Sequence[str], annotator: Annotator) -> int:
    """How many words have no capital, though they are no small words."""
    small = _small_words(annotator.language)
    return sum(w[:1].islower() and w not in small for w in words)


def _is_titled(text: str, annotator: Annotator) -> bool:
    """Whether words are those of a name: capitals, and small words that tie them."""
    small = _small_words(annotator.language)
    return all(w[:1].isupper() or w.casefold() in small for w in re.findall(r"[^\W\d_][\w'’.-]*", text))


def tidy(text: str, annotator: Annotator) -> str:
    """A name without marks, article and number of the issue."""
    dotted = _DOTTED.search(text.rstrip()) is not None
    text = text.strip(_MARKS + "\n").strip(_EDGES) if not _QUOTED.search(text) else text.strip(_MARKS + "\n")
    article, _, rest = text.partition(" ")
    if (
        rest
        and article.casefold() in annotator.language.determiners
        and len(article) < 5
        and article.islower()
    ):
        text = rest
    bare = _when_behind(annotator.language).sub("", text.strip(_MARKS)).strip(_MARKS)
    # "Borderland on Sunday" is a paper's name
    cut = bare.rpartition(" ")[2].casefold() in annotator.language.functions
    text = text.strip(_MARKS) if cut else bare
    return f"{text}." if dotted else text


@lru_cache(maxsize=16)
def _when_behind(language: Language) -> re.Pattern[str]:
    """Days and months at the end of a name, which say when it was in the paper."""
    when = "|".join(sorted({*language.weekdays, *language.months}))
    return re.compile(rf"(?:,?\s(?:{when}|online))+$", re.IGNORECASE)


def nominative(name: str, before: str, annotator: Annotator) -> str:
    """A name behind "of the", as it is called otherwise: "Deutsch-Schwedischen Gesellschaft" without the n."""
    words = name.split()
    if (
        annotator.language.code != "de"
        or not words
        or before.split()[-1:] not in (["des"], ["der"], ["dem"], ["vom"])
    ):
        return name
    first = words[0]
    if len(words) > 1 and re.search(r"[a-zß]en$", first) and first[:1].isupper():
        first = first[:-1] if before.strip().endswith("der") else f"{first[:-1]}s"
    elif before.strip() == "des":
        first = first.removesuffix("es") if first.endswith(("ses", "des")) else first.removesuffix("s")
    return " ".join([first, *words[1:]])


def in_small(name: str, annotator: Annotator) -> str:
    """A name set in capitals, as it is written elsewhere; one word in capitals may be an abbreviation."""
    return bynames.in_small(name, _small_words(annotator.language)) if len(name.split()) > 1 else name


@lru_cache(maxsize=16)
def _small_words(language: Language) -> frozenset[str]:
    """What may have no capital within a name."""
    return frozenset(language.functions | language.prepositions | language.determiners)


def in_forms(part: str, forms: Iterable[NameForm]) -> Iterator[tuple[str, str, str]]:
    """What stands before the short name, the name, and what stands behind, in each form of names that a text has."""
    lower = part.casefold()
    for before, behind, begins, ends in forms:
        if lower.startswith(begins) and lower.endswith(ends):
            yield before, part[len(before) : len(part) - len(behind)], behind


def _agencies(found: re.Match[str]) -> Iterator[_Part]:
    """An agency's name in a bracket, or the longer of two there."""
    before = found.group(0)[: found.start(1) - found.start() - 1]
    dated = {"agency dated"} if re.search(r"\d", before) else set()
    if not dated and any(w.islower() and len(w) > _LINKING for w in re.findall(r"[^\W\d_]+", before)):
        return  # whose party or town somebody is said to be of, amid a sentence
    names = re.split(r"\s[–-]\s|\s?/\s?", found.group(1))
    for name in names:
        more = {"agency of two"} if len(names) > 1 and len(name) == max(map(len, names)) else set()
        yield _Part(name, found.start(1), frozenset({"agency", *dated, *more}))


def _joined(lines: Sequence[Line], number: int) -> Iterator[_Part]:
    """A name that goes on in the line below, or that stands below the state's whose it is."""
    if number + 1 >= len(lines) or not lines[number].zone == lines[number + 1].zone == "head":
        return
    first, second = lines[number].text, lines[number + 1].text
    if len(first.split()) + len(second.split()) > _MOST_WORDS + 4 or first[-1:] in ".!?:" or not second:
        return
    if papers.GOES_ON.match(second):
        yield _Part(f"{first} {second}", 0, frozenset({"joined"}))
    elif papers.MINISTRY.match(second):
        yield _Part(f"{second} {first}", 0, frozenset({"joined below"}))


def _of_opening(line: Line) -> Iterator[_Part]:
    agency = _AGENCY.match(line.text)
    if agency is not None:
        yield from _agencies(agency)
    dateline = _DATELINE.match(line.text)
    if dateline is not None:
        yield _Part(dateline.group(1), dateline.start(1), frozenset({"dateline"}))
    closing = _CLOSING.match(line.text)
    if closing is not None:
        yield _Part(closing.group(1), closing.start(1), frozenset({"bracket alone"}))
    label, rest = _label(line.text)
    if label:
        yield _Part(_cut(rest), 0, frozenset({f"behind {label}"}))


def _label(text: str) -> tuple[str, str]:
    sign = papers.COPYRIGHT.search(text)
    if sign is not None:
        return "sign", text[sign.end() :]
    for name, label in (
        ("publisher label", papers.PUBLISHED_BY),
        ("arranger label", papers.ARRANGED_BY),
        ("contact label", papers.CONTACT),
        ("about label", papers.ABOUT),
        ("byline", papers.BYLINE),
    ):
        match = label.match(text)
        if match is not None and match.end() < len(text):
            return name, text[match.end() :]
    desk = papers.DESK.match(text)
    if desk is not None:
        return "desk", text[desk.end() :]
    return "", text


def _cut(text: str) -> str:
    """A name up to what certainly ends it."""
    return re.split(r"[,;:|·•()]|\s[–—-]\s|(?<=\w{3})\.\s", text)[0]


def _split(text: str, at: re.Pattern[str]) -> list[str]:
    return [part for part in at.split(text) if part and part.strip()]


def _pieces(segment: str) -> list[str]:
    """What commas divide, but for those in the name of a body that is for several things."""
    named = papers.FOR.match(segment)
    if named is None:
        return _split(segment, _WEAK)
    return [named.group(0), *_split(segment[named.end() :].lstrip(" ,"), _WEAK)]


def _place(number: int, count: int) -> int:
    return 0 if number == 0 else 1 if number == count - 1 else 2


def _may_be_name(name: str) -> bool:
    if _SITE_NAME.fullmatch(name) is not None:
        return True
    return name[:1].isalpha() and any(c.isupper() for c in name)


def _masthead(lines: Sequence[Line]) -> int | None:
    """Which line of the head is its first with a name that a longer one, the headline, stands below.

    A fact sheet, which has no text below, begins with the name of what it is about.
    """
    if all(line.zone != "opening" for line in lines):
        return None
    head = [(i, line.text) for i, line in enumerate(lines) if line.zone == "head" and line.kind != "clutter"]
    if len(head) < 2:
        return None
    number, text = head[0]
    words = len(next(iter(_split(text, _STRONG)), "").split())
    longest = max(len(other.split()) for _, other in head[1:])
    return number if 0 < words <= _MOST_OF_MASTHEAD and (words < longest or longest > 2) else None


def _around(lines: Sequence[Line], seen: Sequence[frozenset[str]], number: int) -> set[str]:
    """What is seen of a line beside a name, and of the lines above and below in the same part of the page."""
    zone = lines[number].zone
    near = (("line", number), ("below", number + 1), ("above", number - 1))
    return {
        f"{where} {trait}"
        for where, at in near
        if 0 <= at < len(lines) and lines[at].zone == zone
        for trait in seen[at]
    }


def _seen_of(line: Line, annotator: Annotator) -> frozenset[str]:
    """What is seen of a line as a whole; nothing of one amid running text."""
    return frozenset() if line.zone in ("opening", "inside") else frozenset(_line_traits(line, annotator))


def _line_traits(line: Line, annotator: Annotator) -> Iterator[str]:
    if lang.dates(line.text, annotator.language, None):
        yield "dated"
    if papers.PAPER.search(line.text):
        yield "paper"
    if papers.UNIT.search(line.text):
        yield "unit"
    if _LINKS.search(line.text) or len(papers.MENU.findall(line.text)) > 1:
        yield "links"
    parts = _split(line.text, _STRONG)
    if len(parts) > 1 and all(len(part.split()) < _MOST_IN_ROW for part in parts):
        yield "row"
    if papers.MENU.match(line.text) or line.kind == "clutter":
        yield "menu"
    if len(parts) == 1 and len(line.text.split()) < _MOST_IN_ROW:
        yield "rubric" if papers.RUBRIC.fullmatch(line.text) else "short"
    if papers.PLACE_OF_MEETING.search(line.text) and any(c.isdigit() for c in line.text):
        yield "address"
    if line.text.isupper():
        yield "capitals"
    if line.kind == "heading":
        yield "heading"


def _of_part(part: _Part, name: str) -> Iterator[str]:
    if re.search(r"[?!„“”\"»«]", part.text):
        yield "quoted or asked"
    if bynames.LEGAL_FORM.search(part.text):
        yield "legal form"
    if any(bynames.abbreviates(b, name) for b in _BRACKET.findall(part.text)):
        yield "abbreviated"


def _say_who_is_longer(found: Sequence[Candidate]) -> None:
    """Traits of a name that is short for another."""
    agencies = [one for one in found if "agency" in one.traits]
    for one in agencies:
        short = "".join(re.findall(r"[^\W\d_]", one.name))
        for other in found:
            if other.key != one.key and bynames.stands_for(short, other.name):
                one.traits.add("short for other")
                other.traits.add("long for agency")


def _hosts(text: str) -> Counter[str]:
    return Counter(m.casefold() for m in re.findall(r"(?:@|www\.|https?://)([\w-]+(?:\.[\w-]+)+)", text))


def belongs(host: str, name: str) -> bool:
    """Whether a host's name is made of words of a name, or of their beginnings."""
    own = re.sub(r"[^a-z]", "", fold(host.rsplit(".", 1)[-1]))
    words = [re.sub(r"[^a-z]", "", fold(w)) for w in re.findall(r"[^\W\d_]+", name)]
    words = [w for w in words if len(w) > 2]
    if len(own) < 3:
        return False
    if "".join(w[0] for w in words) == own or any(len(w) >= _HOST_LETTERS and w in own for w in words):
        return True
    return "".join(words).startswith(own) if len(own) >= _HOST_LETTERS else False
