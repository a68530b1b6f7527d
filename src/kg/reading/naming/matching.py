"""Finds the register's names and the lexicon's forms in a text: one pass, whatever their number."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from kg import language as lang
from kg.reading.grammar import demonyms
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Entry, Schema

_HYPHENS = "-‐‑‒–—"
_GENITIVES = ("s", "'s", "’s", "’", "'")
_SHORT = 4
_REFERENCE = "Reference"
# words that only help to tell what their entries evoke: they open nothing by themselves
_HELPING = frozenset(("OpensList", "VotedOn"))
_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def _flat_char(char: str) -> str:
    if char in _HYPHENS or char.isspace() or unicodedata.category(char) == "No":
        return " "  # a raised number behind a name is no part of it
    if char in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFKD", char)[0] if char not in "ßœæ" else char
    lowered = base.lower()
    return lowered if len(lowered) == 1 else char


class _Flat(dict[int, str]):
    """Of the letters that texts are made of; others are looked at each time."""

    def __missing__(self, code: int) -> str:
        return _flat_char(chr(code))


_FLAT = _Flat({code: _flat_char(chr(code)) for code in range(0x250)})


def flat(text: str) -> str:
    """Lower case, bare letters, hyphens as blanks; as long as the text, so that places stay."""
    return text.translate(_FLAT)


class _Word(NamedTuple):
    """An entry of the lexicon, and what its mentions have in common."""

    entry: Entry
    kind: Kind
    classes: frozenset[str]
    may_be_article: bool

    @classmethod
    def of(cls, entry: Entry) -> _Word:
        reference = _REFERENCE in entry.hints.get("role", ())
        if not _HELPING.isdisjoint(entry.hints.get("role", ())):
            entry = replace(entry, evokes=())
        kind = Kind.REFERENCE if reference else Kind.WORD
        return cls(entry, kind, frozenset(entry.denotes), reference and "pronoun" in entry.hints)


@dataclass(frozen=True, slots=True)
class _Form:
    """A spelling and what it stands for; for an adjective, the name that it is made of."""

    written: str
    things: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    words: tuple[_Word, ...] = ()
    open_left: bool = False
    open_right: bool = False
    base: str = ""
    any_case: bool = False
    exact: bool = False


_SILENT = frozenset(
    (
        "NoPlace",
        "Field",
        "OfficeField",
        "Rank",
        "Several",
        "HeadsBody",
        "BodyKind",
        "Title",
        "LeftOut",
        "LineLabel",
        "NameLabel",
        "Profession",
        "PressOffice",
        "OwnNoun",
        "Demonym",
    )
)


class Matcher:
    """All spellings of a schema, for one language.

    Args:
        schema: Names come from its things, forms from its lexicon.
        language: Entries of other languages are left out; names of things are found in every language.
    """

    def __init__(self, schema: Schema, language: str) -> None:
        self._schema = schema
        self._language = lang.language(language)
        self._articles = frozenset(self._language.wording.articles.split("|"))
        self._places = frozenset(self._language.wording.places.split("|"))
        self._placed = frozenset(_demonym_classes(schema))
        self._automaton = ahocorasick.Automaton()
        self._nouns = ahocorasick.Automaton()
        self._gapped: list[tuple[tuple[str, ...], frozenset[str], Entry]] = []
        self._gapped_by: dict[str, list[int]] = defaultdict(list)
        self._described: list[tuple[re.Pattern[str], Entry]] = []
        self._described_by: dict[str, list[int]] = defaultdict(list)
        for key, forms in self._forms(schema, language).items():
            whole = key[0].isalnum() and not any(form.open_left for form in forms)
            self._automaton.add_word(key, (len(key), whole, tuple(forms)))
        for number, (_, needed, _) in enumerate(self._gapped):
            self._gapped_by[max(sorted(needed), key=len, default="")].append(number)
        if len(self._automaton):
            self._automaton.make_automaton()
        for noun, numbers in self._described_by.items():
            self._nouns.add_word(noun, tuple(numbers))
        if len(self._nouns):
            self._nouns.make_automaton()
        # lines at a document's head are looked at again and again, for its sender and then for what they say
        self._found = lru_cache(maxsize=256)(self._look)

    def _forms(self, schema: Schema, language: str) -> dict[str, list[_Form]]:
        named: dict[tuple[str, str], set[str]] = defaultdict(set)
        hints = {c.iri: c.hints["unspoken"] for c in schema.classes.values() if "unspoken" in c.hints}
        unspoken = {iri for iri, values in hints.items() if values == ("true",)}
        silent = {iri for values in hints.values() for iri in values}
        for thing in schema.things.values():
            if thing.classes & unspoken or thing.iri in silent:
                continue
            for text, _, _ in thing.names:
                named[text, ""].add(thing.iri)
            # behind nouns such adjectives are in lower case, and too like other words to be looked for everywhere
            before = not self._language.wording.noun_first
            if before and schema.any_is_a(thing.classes, _demonym_classes(schema)):
                for text, _, preferred in thing.names:
                    for adjective in demonyms(text, self._language) if preferred else ():
                        named[adjective, text].add(thing.iri)
        offices = tuple(sorted(schema.hinted("beforeNames")))
        found: dict[str, list[_Form]] = defaultdict(list)
        for (text, base), iris in sorted(named.items()):
            if spelling := flat(text).strip():
                classes = frozenset(c for iri in iris for c in schema.things[iri].classes)
                things, roles = tuple(sorted(iris)), schema.any_is_a(classes, offices)
                exact = all(text in schema.things[iri].exact for iri in iris)
                found[spelling].append(_Form(text, things, classes, base=base, any_case=roles, exact=exact))
        words: dict[str, list[Entry]] = defaultdict(list)
        for entry in schema.entries:
            if _SILENT & set(entry.hints.get("role", ())):
                continue
            for form in entry.forms if entry.language in (language, "mul") else ():
                if "…" in form:
                    parts = tuple(flat(p).strip() for p in form.split("…"))
                    self._gapped.append((parts, frozenset(_WORDS.findall(" ".join(parts))), entry))
                else:
                    words[form].append(entry)
            if entry.language == language:
                if "determined" in entry.hints:
                    self._describe(entry, entry.hints["determined"])
                if "placed" in entry.hints:
                    self._describe(entry, entry.hints["placed"], r"\w+")
                for noun in entry.hints.get("determined", ()):
                    for article in self._language.wording.pointers.split("|"):
                        words[article + noun if article[-1:] in "'’" else f"{article} {noun}"].append(entry)
        for form, entries in sorted(words.items()):
            bare = form.strip("*")
            found[flat(bare).strip()].append(
                _Form(
                    bare,
                    words=tuple(map(_Word.of, entries)),
                    open_left=form.startswith("*"),
                    open_right=form.endswith("*"),
                )
            )
        return found

    def find(self, text: str) -> list[Mention]:
        """Names and words of a text, longest first where they lie in one another, sorted by place."""
        return list(self._found(text))

    def _look(self, text: str) -> tuple[Mention, ...]:
        flattened = flat(text)
        raw = self._raw(text, flattened) if len(self._automaton) else []
        raw.extend(self._split(text, flattened))
        raw.extend(self._referring(text))
        return tuple(_settle(raw, self._places))

    def _raw(self, text: str, flattened: str) -> list[Mention]:
        found: list[Mention] = []
        marked = not text.isascii()
        for last, (length, whole, forms) in self._automaton.iter(flattened):
            start, end = last - length + 1, last + 1
            if whole and start and (flattened[start - 1].isalnum() or flattened[start - 1] == "_"):
                continue  # within a longer word
            for form in forms:
                stretch = _stretch(flattened, start, end, form)
                if stretch is not None and stretch[2] and self._is_no_genitive(text[end : stretch[1]], form):
                    continue
                if stretch is None or not _case_agrees(text, start, end, form):
                    continue
                if marked and form.words and not _marks_agree(text[start:end], form):
                    continue
                if form.words and self._is_place(text, start, form, forms):
                    continue
                self._add(found, text, form, *stretch)
        return found

    def _is_place(self, text: str, start: int, form: _Form, forms: Sequence[_Form]) -> bool:
        """Whether a word that a place is called as well has the capital of a name, amid a sentence ("Reading")."""
        return (
            text[start].isupper()
            and form.written[:1].islower()
            and any(other.things and self._schema.any_is_a(other.classes, self._placed) for other in forms)
            and text[:start].rstrip()[-1:] in _AMID
        )

    def _is_no_genitive(self, ending: str, form: _Form) -> bool:
        """Whether a place's name has an ending that is no genitive in this language ("islands")."""
        endings = self._language.genitive
        if not endings or not ending.isalpha() or ending in endings:
            return False
        return any(self._schema.thing_is(t, self._placed) for t in form.things)

    def _add(
        self, found: list[Mention], text: str, form: _Form, start: int, end: int, genitive: bool
    ) -> None:
        """The mentions that a form at some place makes."""
        compound = _in_compound(text, start, end)
        if form.things:
            found.append(
                Mention(
                    Kind.THING,
                    start,
                    end,
                    form.base or form.written,
                    things=form.things,
                    classes=form.classes,
                    genitive=genitive or bool(form.base),
                    compound=compound,
                )
            )
        for word in form.words:
            if word.may_be_article and self._is_article(text, start, end):
                continue
            found.append(
                Mention(
                    word.kind,
                    start,
                    end,
                    text[start:end],
                    classes=word.classes,
                    entry=word.entry,
                    compound=compound,
                )
            )

    def _is_article(self, text: str, start: int, end: int) -> bool:
        """Whether a word that may be a pronoun is the article of the noun behind it ("den" of "den Preis")."""
        if not self._language.nouns_capitalised or text[start:end].casefold() not in self._articles:
            return False
        if _NOUN_BEHIND.match(text, end) is None:
            return False
        relative = text[:start].rstrip()[-1:] == ","
        # such a clause would end with its verb
        return not relative or _ENDS_WITH_NOUN.match(text, end) is not None

    def _describe(self, entry: Entry, nouns: Sequence[str], adjective: str = r"[^\W\dA-ZÄÖÜ_]\w+") -> None:
        """Let an entry be found by its nouns with an adjective, too."""
        for noun in nouns:
            self._described_by[noun].append(len(self._described))
        self._described.append((self._with_adjective(nouns, adjective), entry))

    def _with_adjective(self, nouns: Sequence[str], adjective: str) -> re.Pattern[str]:
        """A definite article, one adjective and one of some nouns ("its prestigious label"); "X's contract"."""
        articles = "|".join(re.escape(a) for a in self._language.wording.pointers.split("|"))
        heads = "|".join(re.escape(n) for n in sorted(nouns, key=len, reverse=True))
        owner = r"[A-ZÄÖÜ][\w-]+['’]?s"
        return re.compile(
            rf"(?<!\w)(?:(?i:{articles})\s+{adjective}\s+(?:{heads})|{owner}\s+(?P<owned>{heads}))(?!\w)"
        )

    def _referring(self, text: str) -> Iterator[Mention]:
        if not self._described:
            return
        told = {number for _, numbers in self._nouns.iter(text) for number in numbers}
        for pattern, entry in (self._described[number] for number in sorted(told)):
            for match in pattern.finditer(text):
                kind, classes = Kind.REFERENCE, frozenset(entry.denotes)
                start, end = match.span("owned") if match["owned"] else match.span()
                yield Mention(kind, start, end, text[start:end], classes=classes, entry=entry)

    def _split(self, text: str, flattened: str) -> Iterator[Mention]:
        """Words that stand in two places ("zeichnet … aus")."""
        spoken = frozenset(_WORDS.findall(flattened))
        told = [i for word in self._gapped_by.keys() & {"", *spoken} for i in self._gapped_by[word]]
        for parts, needed, entry in (self._gapped[i] for i in sorted(told)):
            if not needed <= spoken:
                continue
            at, first = 0, -1
            for part in parts:
                before, at = at, _word(flattened, part, at)
                if at < 0 or (first >= 0 and _SENTENCE_END.search(text, before, at)):
                    break
                first = _last_word(flattened, parts[0], first, at)
                at += len(part)
            else:
                yield Mention(Kind.WORD, first, first + len(parts[0]), parts[0], entry=entry)


_AMID = frozenset("abcdefghijklmnopqrstuvwxyzäöüßéèáíóúñçåø,;(")
_ENDS_WITH_NOUN = re.compile(r"[^.,;:!?–]*\s[^\W\d_a-z][\w-]*\s*(?:[.,;:!?–]|$)")
_NOUN_BEHIND = re.compile(r"\s+(?:[a-zäöüß]+(?:e|en|er|es|em)\s+){0,2}[A-ZÄÖÜ]")
_SENTENCE_END = re.compile(r"[;!?]|[a-zäöüéß]{3}\.\s+[A-ZÄÖÜÉ]|\n\n")


def _word(flattened: str, part: str, start: int) -> int:
    at = flattened.find(part, start)
    while at >= 0:
        if _edge(flattened, at - 1) and _edge(flattened, at + len(part)):
            return at
        at = flattened.find(part, at + 1)
    return -1


def _last_word(flattened: str, part: str, first: int, end: int) -> int:
    """The last place of a word from `first` on that ends before `end`, where its other half stands."""
    if first < 0:
        return end
    at = _word(flattened, part, first + 1)
    while at >= 0 and at + len(part) < end:
        first, at = at, _word(flattened, part, at + 1)
    return first


def _edge(flattened: str, at: int) -> bool:
    return at < 0 or at >= len(flattened) or not (flattened[at].isalnum() or flattened[at] == "_")


def _stretch(flattened: str, start: int, end: int, form: _Form) -> tuple[int, int, bool] | None:
    """The stretch with its ending, and whether that is a genitive; None where it is part of a longer word."""
    if form.open_left:
        while start > 0 and flattened[start - 1].isalnum():
            start -= 1
    elif flattened[start].isalnum() and not _edge(flattened, start - 1):
        return None
    if not flattened[end - 1].isalnum() and not form.things:
        return start, end, False
    if form.open_right:
        while end < len(flattened) and flattened[end].isalnum():
            end += 1
        return start, end, False
    if _edge(flattened, end):
        apostrophe = flattened[end : end + 2]
        if form.things and apostrophe.startswith("'") and _edge(flattened, end + 1):
            return start, end + 1, True
        if form.things and apostrophe == "'s" and _edge(flattened, end + 2):
            return start, end + 2, True
        return start, end, False
    short = len(form.written) < _SHORT or (len(form.written) == _SHORT and not form.written.istitle())
    if form.things and flattened[end] == "s" and _edge(flattened, end + 1) and not short:
        return start, end + 1, True
    return None


def _case_agrees(text: str, start: int, end: int, form: _Form) -> bool:
    if not form.things:
        return True
    written, found = form.written, text[start:end]
    if form.exact or (
        len(written) <= _SHORT and written.isupper()
    ):  # letters, even of a role: "OB" is no "ob"
        return found == written
    if form.any_case:
        return True
    return not written[:1].isupper() or found[:1].isupper()


def _marks_agree(found: str, form: _Form) -> bool:
    """Whether a word has the marks on its letters that the lexicon gives it: "wurde" is not "würde".

    Names are looked up without them, as foreign names often lose theirs.
    """
    return _bare(found) == _bare(form.written)


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Lower case, hyphens as blanks, marks kept."""
    folded = unicodedata.normalize("NFC", word).casefold()
    return "".join(" " if c in _HYPHENS or c.isspace() else "'" if c in "’‘`´" else c for c in folded)


def _in_compound(text: str, start: int, end: int) -> bool:
    after = end < len(text) - 1 and text[end] in "-‑" and text[end + 1].isalnum()
    before = start > 1 and text[start - 1] in "-‑" and text[start - 2].isalnum()
    return after or before


def _settle(raw: list[Mention], places: frozenset[str]) -> list[Mention]:
    """Drops what lies inside something longer of its own kind; names spelt alike become one mention."""
    ordered = sorted(raw, key=lambda m: (m.start - m.end, m.start, m.text, m.kind))
    kept: list[Mention] = []
    covered = bytearray(max((m.end for m in raw), default=0))
    for mention in ordered:
        start, end = mention.start, mention.end
        if covered.find(1, start, end) < 0 or not any(
            _swallows(other, mention, places) for other in kept if other.start < end and start < other.end
        ):
            kept.append(mention)
            covered[start:end] = b"\1" * (end - start)
    return sorted(
        _united(kept), key=lambda m: (m.start, m.end, m.kind, m.text, m.entry.iri if m.entry else "")
    )


def _united(mentions: list[Mention]) -> list[Mention]:
    """Several spellings that match one stretch are one mention of all the things they name."""
    names: dict[tuple[int, int], Mention] = {}
    others: list[Mention] = []
    for mention in mentions:
        if mention.kind is not Kind.THING:
            others.append(mention)
            continue
        known = names.get((mention.start, mention.end))
        names[mention.start, mention.end] = mention if known is None else _both(known, mention)
    taken = list(names.values())
    left = [m for m in dict.fromkeys(others) if not _goes_on(m, others)]
    return taken + without_named(left, taken)


def _goes_on(reference: Mention, others: list[Mention]) -> bool:
    """Whether what looks like a reference ("the town") is the beginning of a longer noun ("the town hall")."""
    return reference.kind is Kind.REFERENCE and any(
        reference.start < m.start < reference.end < m.end for m in others if m.kind is Kind.WORD
    )


def _both(one: Mention, other: Mention) -> Mention:
    return replace(
        one,
        text=min(one.text, other.text),
        things=tuple(sorted({*one.things, *other.things})),
        classes=one.classes | other.classes,
        genitive=one.genitive and other.genitive,
    )


def without_named(mentions: list[Mention], names: list[Mention]) -> list[Mention]:
    """Leaves out references that a name follows at once: "the town" of "the town Nordhafen" is none."""
    return [m for m in mentions if m.kind is not Kind.REFERENCE or not _named_at_once(m, names)]


def _within(name: Mention, reference: Mention) -> bool:
    """Whether a name is an adjective in the midst of a reference that may have one ("the Lusitanian town")."""
    placed = reference.entry is not None and "placed" in reference.entry.hints
    return placed and reference.start < name.start and name.end < reference.end


def _named_at_once(reference: Mention, names: list[Mention]) -> bool:
    """ "the town" right before a name refers to nothing else; a noun within it that the register lacks is no name."""
    return any(
        (n.overlaps(reference) and (bool(n.things) or n.end >= reference.end) and not _within(n, reference))
        or (0 <= n.start - reference.end <= 1 and n.classes & reference.classes)
        for n in names
    )


def _swallows(longer: Mention, other: Mention, places: frozenset[str]) -> bool:
    """Whether a mention drops out for a longer one that it overlaps."""
    if longer.start == other.start and longer.end == other.end:
        return False
    if other.kind is Kind.THING:
        return longer.kind is Kind.THING and not _placed_in(longer, other, places)
    if not other.inside(longer.start, longer.end) or longer.kind is Kind.REFERENCE:
        return False
    if longer.kind is Kind.THING and other.end == longer.end and other.compound:
        # the last part of a hyphenated name ("ABC-Konferenz") is the noun that it is
        return False
    if longer.kind is Kind.WORD and longer.entry is not None and other.entry is not None:
        return bool(
            {*longer.entry.evokes, *longer.entry.denotes} & {*other.entry.evokes, *other.entry.denotes}
        )
    return True


def _placed_in(longer: Mention, other: Mention, places: frozenset[str]) -> bool:
    """A place at the end of a longer name ("… Conference in X") is still spoken of."""
    words = longer.text[: other.start - longer.start].split()
    return (
        other.end == longer.end
        and bool(words)
        and words[-1].lower() in places
        and not other.classes & longer.classes
    )


def _demonym_classes(schema: Schema) -> tuple[str, ...]:
    return tuple(sorted(schema.hinted("demonym")))
