"""Names that are put together of parts (a rank, a head, fields, a unit): read in one language, written in all.

Which parts there are, and how they are called, is data (`ontology/parts`). A name is taken apart as it is read and
gives the same composition in every language; whatever holds a word that no part knows stays as the text has it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from kg.names import fold

# a hyphen counts where it stands for the end of a word ("heat- and power-"), not within one
_TOKEN = re.compile(r"\w+|-(?=[\s,])|[^\w\s-]")
_WORD = re.compile(r"\w{2,}")
_AGAIN = "\0"  # where the link before a list of fields is said again
_FIELD_VARIANTS, _MOST_NAMES, _SHORTEST_HEAD = 5, 600, 4
_MOST_BEFORE_DUTY = 3
_KINDS = ("Head", "Rank", "Field", "Unit", "Level", "Link", "Skipped", "Joining", "Ending")


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or a few, of which names are made.

    Args:
        iri: The part.
        kind: "Head", "Rank", "Field", "Unit", "Level", "Link", "Skipped", "Joining" or "Ending".
        written: By language, the forms that names are written with, the first one first.
        read: By language, all forms.
        compounds: By language, what begins a word, lower case.
        links: By language, what fields are linked to a head with, where it has words of its own for that.
        contracted: By language, words that are one where they meet ("de le=du").
        hints: Every kg: statement about it, by local name.
    """

    iri: str
    kind: str
    written: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    read: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    compounds: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    links: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    contracted: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    hints: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Composition:
    """What a name says: a head, and what stands with it."""

    head: Part
    ranks: tuple[Part, ...] = ()
    fields: tuple[Part, ...] = ()
    unit: Part | None = None

    @property
    def bare(self) -> bool:
        return not (self.ranks or self.fields or self.unit)

    @property
    def says_enough(self) -> bool:
        """Whether it names something: no head alone that may be of anything ("member")."""
        return not self.bare or not self.head.hints.keys().isdisjoint(("alone", "aloneIs", "isRankOf"))


@dataclass(frozen=True, slots=True)
class Composed:
    """A composition where it stands in a text."""

    start: int
    end: int
    composition: Composition


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    folded: str


class _Words:
    """The parts of one language, by their words."""

    def __init__(self, parts: Sequence[Part], language: str) -> None:
        self.language = language
        self.forms: dict[str, dict[tuple[str, ...], Part]] = {kind: {} for kind in _KINDS}
        self.longest: dict[str, int] = dict.fromkeys(_KINDS, 0)
        self.prefixes: dict[str, Part] = {}
        self.last_words: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        read = [(at, part, form) for part in parts for at, form in enumerate(part.read.get(language, ()))]
        skipped = {
            fold(form) for part in parts if part.kind == "Skipped" for form in part.read.get(language, ())
        }
        for _, part, form in sorted(
            read, key=lambda r: r[0] > 0
        ):  # what is written first names no other part
            words = tuple(t.folded for t in _tokens(form))
            while part.kind == "Field" and len(words) > 1 and (words[0] in skipped or words[0] in "'’"):
                words = words[1:]
            if words:
                self.forms[part.kind].setdefault(words, part)
                self.longest[part.kind] = max(self.longest[part.kind], len(words))
        for part in parts:
            for form in part.compounds.get(language, ()):
                self.prefixes.setdefault(fold(form).replace(" ", ""), part)
        self.compounding = bool(self.prefixes)
        if self.compounding:
            for words, part in self.forms["Field"].items():
                if len(words) == 1:
                    self.prefixes.setdefault(words[0], part)
        self.endings = ("", *sorted(words[0] for words in self.forms["Ending"]))
        for words in self.forms["Head"]:
            self.last_words[words[-1]].append(words)
        for found in self.last_words.values():
            found.sort(key=len, reverse=True)
        self.taken_apart = lru_cache(maxsize=32768)(self._taken_apart)
        self.prefix = lru_cache(maxsize=4096)(self._prefix)

    def _taken_apart(self, word: str) -> tuple[tuple[str, str], ...]:
        """(what stands before it, a head's last word) for each way to see a word as known parts and a head."""
        folded = fold(word)
        if not self.compounding:
            return (("", folded),) if folded in self.last_words else ()
        found = []
        for ending in self.endings:
            stem = folded.removesuffix(ending) if ending and folded.endswith(ending) else folded
            if ending and stem == folded:
                continue
            for at in range(max(0, len(stem) - 2)):
                if (
                    stem[at:] in self.last_words
                    and (not at or len(stem) - at >= _SHORTEST_HEAD)
                    and self.prefix(stem[:at]) is not None
                ):
                    found.append((stem[:at], stem[at:]))
        return tuple(found)

    def _prefix(self, prefix: str) -> tuple[Part, ...] | None:
        """The parts that the beginning of a word is made of; None where it has others."""
        if not prefix:
            return ()
        for at in range(len(prefix), 1, -1):
            part = self.prefixes.get(prefix[:at]) or (
                self.prefixes.get(prefix[: at - 1]) if prefix[at - 1] == "s" else None
            )
            if part is not None and (rest := self.prefix(prefix[at:])) is not None:
                return (part, *rest)
        return None

    def at(self, kind: str, tokens: Sequence[_Token], at: int) -> tuple[Part, int] | None:
        """The longest form of a kind that begins at a token, and where it ends."""
        forms = self.forms[kind]
        for length in range(min(self.longest[kind], len(tokens) - at), 0, -1):
            part = forms.get(tuple(t.folded for t in tokens[at : at + length]))
            if part is not None:
                return part, at + length
        return None

    def before(self, kind: str, tokens: Sequence[_Token], end: int) -> tuple[Part, int] | None:
        """The longest form of a kind that ends before a token, and where it begins."""
        forms = self.forms[kind]
        for length in range(min(self.longest[kind], end), 0, -1):
            part = forms.get(tuple(t.folded for t in tokens[end - length : end]))
            if part is not None:
                return part, end - length
        return None


class Composer:
    """Takes names of one class apart and puts them together again.

    Args:
        parts: All parts.
        class_iri: The class of what is called so; "" where no class has names that are composed.
        hints: kg: statements about that class, by local name.
    """

    def __init__(self, parts: Sequence[Part], class_iri: str, hints: Mapping[str, tuple[str, ...]]) -> None:
        self.class_iri = class_iri
        self._made_of = (tuple(parts), class_iri, hints)
        self._parts = {part.iri: part for part in parts}
        self._hints = hints
        languages = sorted({code for part in parts for code in part.read})
        self._words = {code: _Words(parts, code) for code in languages}
        heads = [p for p in parts if p.kind == "Head"]
        self._ranked = {
            (p.hints["isRanked"][0], p.hints["isRankOf"][0]): p for p in heads if "isRankOf" in p.hints
        }
        self._saying: dict[str, list[tuple[str, Part]]] = defaultdict(list)
        for part in self._parts.values():
            for hint in ("withField", "withUnit", "meansHead"):
                if len(means := part.hints.get(hint, ())) == 1:
                    self._saying[means[0]].append((hint, part))
        self._composed = lru_cache(maxsize=4096)(self._compose)
        self._named = lru_cache(maxsize=1024)(self._names)

    def __reduce__(self) -> tuple[type[Composer], tuple[object, ...]]:
        return Composer, self._made_of

    def of_whole(self, name: str, hint: str) -> bool:
        """Whether a name begins with what says of how large a whole something is, or has a word for it, by a hint."""
        folded = fold(name)
        words = folded.split()
        levels = [p for p in self._parts.values() if p.kind == "Level" and hint in p.hints]
        return any(
            folded.startswith(fold(c)) for p in levels for cs in p.compounds.values() for c in cs
        ) or any(fold(form) in words for p in levels for forms in p.read.values() for form in forms)

    def wholes(self, hint: str) -> frozenset[str]:
        """The wholes known to have parts of their own, by what says of how large a whole something is."""
        levels = (p for p in self._parts.values() if p.kind == "Level" and hint in p.hints)
        return frozenset(str(whole) for part in levels for whole in part.hints.get("notIn", ()))

    # -- taking apart ----------------------------------------------------------------------------------

    def compose(self, name: str) -> Composition | None:
        """What a whole name is made of, in whichever language; None where it holds other words."""
        return self._composed(name)

    def _compose(self, name: str) -> Composition | None:
        last = len(name)
        for code in self._words:
            for found in self.find(name, code, bare=True):
                if found.start == 0 and found.end == last:
                    return found.composition
        return None

    def find(self, text: str, language: str, *, bare: bool = False) -> list[Composed]:
        """Names in a text, the longest where several lie in one another; a head alone only where it says enough."""
        words = self._words.get(language)
        if words is None:
            return []
        heads = [(m.end(), ways) for m in _WORD.finditer(text) if (ways := words.taken_apart(m.group()))]
        if not heads:
            return []
        tokens = _tokens(text)
        ends = [token.end for token in tokens]
        found: list[Composed] = []
        for end, ways in heads:
            at = bisect_left(ends, end)
            if at < len(ends) and ends[at] == end:
                found.extend(self._around(text, tokens, at, ways, words, bare))
        return _longest(found)

    def begins_with_field(self, text: str, language: str) -> bool:
        """Whether a text begins with what an office may be for."""
        words = self._words.get(language)
        tokens = _tokens(text)
        return words is not None and bool(tokens) and self._field(tokens, 0, words) is not None

    def with_duty(self, name: str, behind: str, language: str) -> tuple[Composition, int] | None:
        """What a name is with the field that it is given further on, and where that ends ("…, responsible for X").

        Args:
            name: Without a field ("Commissioner").
            behind: What stands behind the comma behind whoever bears it.
            language: Of both.
        """
        own, words = self.compose(name), self._words.get(language)
        if own is None or own.fields or words is None:
            return None
        tokens = _tokens(behind)
        for at in range(min(_MOST_BEFORE_DUTY, len(tokens))):
            link = words.at("Link", tokens, at)
            if link is not None and link[1] - at > 1:
                listed = self._fields(tokens, self._skipped(tokens, link[1], words), words)
                if listed is None or not self._may_end(behind, tokens, listed[0], words):
                    return None
                end, fields = listed
                return self._settled(own.head, own.ranks, fields, own.unit), tokens[end - 1].end
            if not tokens[at].text.islower():
                return None
        return None

    def _around(
        self,
        text: str,
        tokens: Sequence[_Token],
        at: int,
        ways: Sequence[tuple[str, str]],
        words: _Words,
        bare: bool,
    ) -> Iterator[Composed]:
        """The name of whose head the token at an index is the last word, in one way to see it."""
        for prefix, last in ways:
            if words.prefix(prefix) is None:
                continue
            for form in words.last_words[last]:
                begin = at - len(form) + 1
                if begin < 0 or (len(form) > 1 and prefix):
                    continue
                if tuple(t.folded for t in tokens[begin:at]) != form[:-1]:
                    continue
                if found := self._with_head(text, tokens, begin, at + 1, prefix, form, words, bare):
                    yield found
                return  # a longer head says more than a shorter one with what stands before it

    def _with_head(
        self,
        text: str,
        tokens: Sequence[_Token],
        begin: int,
        end: int,
        prefix: str,
        form: tuple[str, ...],
        words: _Words,
        bare: bool,
    ) -> Composed | None:
        head = words.forms["Head"][form]
        parts = words.prefix(prefix)
        if parts is None:
            return None
        left = self._left(text, tokens, begin, list(parts), words)
        if left is None:
            return None
        begin, told = left
        behind, ranks = self._ranks_behind(tokens, end, words)
        right = self._right(text, tokens, behind, words)
        if right is None:
            return None
        end, fields, unit = right if right[0] > behind else (behind, (), None)
        units = [p for p in told if p.kind == "Unit"]
        composition = self._settled(
            head,
            (*(p for p in told if p.kind == "Rank"), *ranks),
            (*(p for p in told if p.kind == "Field"), *fields),
            unit or (units[0] if units else None),
        )
        if not (bare or composition.says_enough or any(p.kind == "Level" for p in parts)):
            return None  # a head alone; one with a level before it ("federal minister") says whose it is
        if tokens[begin].text.islower() and prefix and not bare and self._has_big_nouns(words):
            return None
        return Composed(tokens[begin].start, tokens[end - 1].end, composition)

    def _settled(
        self, head: Part, ranks: tuple[Part, ...], fields: tuple[Part, ...], unit: Part | None
    ) -> Composition:
        """One composition for what is the same: a ranked head that has a name of its own, a head that means a unit."""
        fields = tuple(dict.fromkeys(fields))
        for rank in ranks:
            if (ranked := self._ranked.get((rank.iri, head.iri))) is not None:
                head, ranks = ranked, tuple(r for r in ranks if r is not rank)
                break
        if fields and "withField" in head.hints:
            head = self._parts[head.hints["withField"][0]]
        if fields and unit is None and "meansUnit" in head.hints:
            unit, head = self._parts[head.hints["meansUnit"][0]], self._parts[head.hints["meansHead"][0]]
        if unit is not None and "withUnit" in head.hints:
            head = self._parts[head.hints["withUnit"][0]]
        return Composition(head, tuple(dict.fromkeys(ranks)), fields, unit)

    def _left(
        self, text: str, tokens: Sequence[_Token], begin: int, told: list[Part], words: _Words
    ) -> tuple[int, list[Part]] | None:
        """Where a name begins, and the parts before its head; None where other words belong to it."""
        while begin and text[tokens[begin - 1].end : tokens[begin].start] in ("-", "‑"):
            one = words.prefix(tokens[begin - 1].folded)
            before = words.before("Field", tokens, begin) or words.before("Rank", tokens, begin)
            if one is None and before is None:
                return None
            told = [*(one or ((before[0],) if before else ())), *told]
            begin -= 1
        begin, told = self._elided(tokens, begin, told, words)
        if words.language in self._hints.get("fieldsBefore", ()):
            begin, told = self._fields_before(tokens, begin, told, words)
        while (rank := words.before("Rank", tokens, begin)) is not None:
            told, begin = [rank[0], *told], rank[1]
            if words.language in self._hints.get("fieldsBefore", ()):
                begin, told = self._fields_before(tokens, begin, told, words)
        return begin, told

    def _elided(
        self, tokens: Sequence[_Token], begin: int, told: list[Part], words: _Words
    ) -> tuple[int, list[Part]]:
        """ "Heat- and power manager": words that leave out what the last one has."""
        joined = begin > 2 and ((tokens[begin - 1].folded,) in words.forms["Joining"])
        while joined and tokens[begin - 2].text == "-":
            parts = words.prefix(tokens[begin - 3].folded)
            if not parts:
                break
            told, begin = [*parts, *told], begin - 3
            joined = begin > 2 and tokens[begin - 1].text == ","
        return begin, told

    def _fields_before(
        self, tokens: Sequence[_Token], begin: int, told: list[Part], words: _Words
    ) -> tuple[int, list[Part]]:
        """ "Heat and Power Manager": fields that stand as words of their own before a head."""
        one = words.before("Field", tokens, begin) or words.before("Unit", tokens, begin)
        while one is not None:
            told, begin = [one[0], *told], one[1]
            at = begin
            if at and ((tokens[at - 1].folded,) in words.forms["Joining"] or tokens[at - 1].text == ","):
                at -= 1
            one = words.before("Field", tokens, at) if at < begin else None
        return begin, told

    def _ranks_behind(
        self, tokens: Sequence[_Token], end: int, words: _Words
    ) -> tuple[int, tuple[Part, ...]]:
        ranks: list[Part] = []
        while words.language in self._hints.get("ranksBehind", ()) and (
            rank := words.at("Rank", tokens, end)
        ):
            ranks.append(rank[0])
            end = rank[1]
        return end, tuple(ranks)

    def _right(
        self, text: str, tokens: Sequence[_Token], end: int, words: _Words
    ) -> tuple[int, tuple[Part, ...], Part | None] | None:
        """Where a name ends, and the fields and the unit behind its head; None where other words belong to it."""
        if tokens[end : end + 1] and tokens[end].text == "(":
            listed = self._fields(tokens, end + 1, words)
            if listed and [t.text for t in tokens[listed[0] : listed[0] + 1]] == [")"]:
                return listed[0] + 1, listed[1], None
            return end, (), None
        for start in self._linked(tokens, end, words):
            listed = self._fields(tokens, start, words)
            unit = words.at("Unit", tokens, listed[0]) if listed else None
            if unit is not None and "ofItsOwn" in unit[0].hints:
                return None
            if listed and unit is not None and words.language in self._hints.get("fieldsBefore", ()):
                return unit[1], listed[1], unit[0]
            if listed:
                return (*listed, None) if self._may_end(text, tokens, listed[0], words) else None
            if (found := self._unit(text, tokens, start, words)) is not None:
                return found
        return end, (), None

    def _linked(self, tokens: Sequence[_Token], end: int, words: _Words) -> list[int]:
        """Where what is linked to a head may begin: behind a link and an article, or right behind the head."""
        starts = []
        link = words.at("Link", tokens, end)
        if link is None and words.language in self._hints.get("ranksBehind", ()) and end < len(tokens):
            link = words.at("Link", tokens, end + 1) if tokens[end].text.islower() else None  # whose it is
        at = link[1] if link is not None else end
        if link is not None or words.compounding or words.language in self._hints.get("ranksBehind", ()):
            starts.append(self._skipped(tokens, at, words))
            if starts[0] != at:
                starts.append(at)
        return starts

    def _skipped(self, tokens: Sequence[_Token], at: int, words: _Words) -> int:
        while at < len(tokens) and (
            tokens[at].text in "'’" or (tokens[at].folded,) in words.forms["Skipped"]
        ):
            at += 1
        return at

    def _fields(
        self, tokens: Sequence[_Token], start: int, words: _Words
    ) -> tuple[int, tuple[Part, ...]] | None:
        """Fields that stand in a list, and where it ends."""
        fields: list[Part] = []
        at, end = start, start
        while True:
            one = self._field(tokens, at, words)
            if one is None:
                break
            fields.extend(one[1])
            end = one[0]
            if end >= len(tokens):
                break
            joined = tokens[end].text == "," or (tokens[end].folded,) in words.forms["Joining"]
            if not joined:
                break
            at = end + 1
            if at < len(tokens) and (tokens[at].folded,) in words.forms["Joining"]:
                at += 1
            link = words.at("Link", tokens, at)
            at = self._skipped(tokens, link[1] if link is not None else at, words)
        return (end, tuple(fields)) if fields else None

    def _field(self, tokens: Sequence[_Token], at: int, words: _Words) -> tuple[int, tuple[Part, ...]] | None:
        if at + 1 < len(tokens) and tokens[at + 1].text == "-":
            parts = words.prefix(tokens[at].folded) if words.compounding else None
            known = (tokens[at].folded,) in words.forms["Field"]
            if parts or known:
                return at + 2, parts or (words.forms["Field"][(tokens[at].folded,)],)
            return None
        one = words.at("Field", tokens, at)
        return (one[1], (one[0],)) if one is not None else None

    def _unit(
        self, text: str, tokens: Sequence[_Token], start: int, words: _Words
    ) -> tuple[int, tuple[Part, ...], Part | None] | None:
        """A unit and its fields ("the department for heat", "des Wärmeamtes")."""
        told: tuple[Part, ...] = ()
        one = words.at("Unit", tokens, start)
        if one is None and words.compounding and start < len(tokens):
            one, told = self._unit_in_word(tokens, start, words)
        if one is None or "ofItsOwn" in one[0].hints:
            return None
        unit, end = one
        link = words.at("Link", tokens, end)
        at = self._skipped(tokens, link[1] if link is not None else end, words)
        listed = self._fields(tokens, at, words)
        if listed and not told:
            return (*listed, unit) if self._may_end(text, tokens, listed[0], words) else None
        if told or "alone" in unit.hints:
            return end, told, unit
        return None

    def _unit_in_word(
        self, tokens: Sequence[_Token], at: int, words: _Words
    ) -> tuple[tuple[Part, int] | None, tuple[Part, ...]]:
        word = tokens[at].folded
        for cut in range(2, len(word) - 2):
            unit = words.forms["Unit"].get((word[cut:],))
            parts = words.prefix(word[:cut]) if unit is not None else None
            if unit is not None and parts and all(p.kind == "Field" for p in parts):
                return (unit, at + 1), parts
        return None, ()

    def _has_big_nouns(self, words: _Words) -> bool:
        """Whether a capital says nothing but that a word is a noun."""
        return words.language in self._hints.get("capitalNouns", ())

    def _may_end(self, text: str, tokens: Sequence[_Token], end: int, words: _Words) -> bool:
        """Whether a list of fields is whole: no word that may be another field goes on with it."""
        if end >= len(tokens):
            return True
        following = tokens[end]
        if following.text == "," and end + 3 < len(tokens):
            again = tokens[end + 2].text == "," or (tokens[end + 2].folded,) in words.forms["Joining"]
            return not (again and words.at("Field", tokens, end + 3))
        if (following.folded,) in words.forms["Joining"] and end + 1 < len(tokens):
            other = tokens[end + 1]
            if words.taken_apart(other.text) or (other.folded,) in words.forms["Skipped"]:
                return True
            begins = other.text[:1].isupper() and tokens[end - 1].text.islower()
            return begins and not self._has_big_nouns(words)
        if text[tokens[end - 1].end : following.start] != " " or words.compounding:
            return True
        # one capital goes on with the name ("of Heat Services"), two are somebody's ("for Heat Jane Doe")
        return not following.text.istitle() or (
            tokens[end + 1 : end + 2] != [] and tokens[end + 1].text.istitle()
        )

    # -- putting together ------------------------------------------------------------------------------

    def names(self, composition: Composition) -> tuple[tuple[str, str, bool], ...]:
        """(text, language, whether it is the one to write) for all that a composition is called."""
        return self._named(composition)

    def canonical(self, composition: Composition) -> str:
        """The first name in the first language that has one, English before others."""
        return next(text for code in ("en", *self._words) for text in self._written(composition, code))

    def _names(self, composition: Composition) -> tuple[tuple[str, str, bool], ...]:
        found: dict[tuple[str, str], bool] = {}
        for code in ("en", *(c for c in self._words if c != "en")):
            first = True
            for text in islice(self._written(composition, code), _MOST_NAMES):
                if found.setdefault((text, code), first):
                    first = False
            for text in composition.head.written.get(code, ()):
                found.setdefault((text, code), False)  # what it is called for short
        return tuple((text, code, preferred) for (text, code), preferred in found.items())

    def _heads(self, composition: Composition, code: str) -> list[tuple[Part, bool]]:
        """Heads that say the same here, and whether each says the unit by itself; what makes one word goes first."""
        unit = composition.unit
        wanted = {hint for hint, told in (("withField", composition.fields), ("withUnit", unit)) if told}
        saying = self._saying.get(composition.head.iri, ())
        heads = [(part, False) for hint, part in saying if hint in wanted]
        whole = [
            (part, True)
            for hint, part in saying
            if hint == "meansHead" and unit is not None and part.hints["meansUnit"] == (unit.iri,)
        ]
        own = (composition.head, False)
        heads = [*whole, *heads]
        return [*heads, own] if self._words[code].compounding else [own, *heads]

    def _written(self, composition: Composition, code: str) -> Iterator[str]:
        """Names in one language: those that are likeliest for each way to say the fields before others of the same."""
        writer = _Writer(self._words[code], composition, self._hints)
        ways = [
            iter(self._in_one_way(writer, part, names, None if whole else composition.unit, code))
            for (part, whole), names in product(self._heads(composition, code), writer.fields())
        ]
        while ways:
            left = []
            for way in ways:
                if (text := next(way, None)) is not None:
                    yield text
                    left.append(way)
            ways = left

    def _in_one_way(
        self, writer: _Writer, part: Part, names: tuple[str, str], unit: Part | None, code: str
    ) -> Iterator[str]:
        for head in part.written.get(code, ()):
            yield from writer.phrases(part, head, names, unit)
        if unit is not None and names[1]:  # many leave out what kind of unit it is
            for head in part.written.get(code, ())[:1]:
                yield from writer.phrases(part, head, names, None)


class _Writer:
    """Writes a composition in one language."""

    def __init__(self, words: _Words, composition: Composition, hints: Mapping[str, tuple[str, ...]]) -> None:
        self._code = words.language
        self._composition = composition
        self._before = self._code in hints.get("fieldsBefore", ())
        self._repeats = self._code in hints.get("linkRepeated", ())
        ranks = [r.written.get(self._code, ("",))[0] for r in composition.ranks]
        self._rank = " ".join(filter(None, ranks))
        links = list(words.forms["Link"].values())
        self._links = tuple(dict.fromkeys(form for p in links for form in p.written.get(self._code, ())))
        self._and = next(
            (f for p in words.forms["Joining"].values() for f in p.written.get(self._code, ())), ""
        )
        self._articles = tuple(words.forms["Skipped"])
        told = (text for p in links for text in p.contracted.get(self._code, ()))
        self._contracted = [text.partition("=")[::2] for text in told]

    def fields(self) -> list[tuple[str, str]]:
        """(as it stands behind a link, without an article) for each way to name the fields; the usual ones first."""
        parts = self._composition.fields
        if not parts:
            return [("", "")]
        forms = [part.written.get(self._code, ())[:_FIELD_VARIANTS] for part in parts]
        found = [(self._list(ways), self._list([self._plain(w) for w in ways])) for ways in product(*forms)]
        if self._before and len(parts) > 1:
            found = [(plain, plain) for _, plain in found]
        return list(dict.fromkeys(found))

    def _plain(self, form: str) -> str:
        tokens = _tokens(form)
        at = 0
        while at < len(tokens) - 1 and (tokens[at].text in "'’" or (tokens[at].folded,) in self._articles):
            at += 1
        return form[tokens[at].start :] if tokens else form

    def _list(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        again = _AGAIN if self._repeats else ""
        return f"{f', {again}'.join(names[:-1])} {self._and} {again}{names[-1]}"

    def phrases(self, part: Part, head: str, names: tuple[str, str], unit: Part | None) -> Iterator[str]:
        ranked = f"{self._rank} {head}".strip()
        if unit is not None:
            yield from self._of_unit(ranked, names[1], unit)
        elif not names[1]:
            yield ranked
        elif not self._before:
            yield from self._in_word(head)
            yield from self._linked(part, ranked, names)
        elif "fieldFirst" in part.hints:
            yield f"{self._rank} {names[1]} {head}".strip()
            yield from self._linked(part, ranked, names)
        else:
            yield from self._linked(part, ranked, names)
            yield f"{self._rank} {names[1]} {head}".strip()

    def _linked(self, part: Part, ranked: str, names: tuple[str, str]) -> Iterator[str]:
        for link in dict.fromkeys((*part.links.get(self._code, ()), *self._links)):
            for name in dict.fromkeys(names):
                yield self._run_together(f"{ranked} {link} {name}".replace(_AGAIN, f"{link.split()[-1]} "))

    def _run_together(self, phrase: str) -> str:
        """A preposition and an article that are one word."""
        for apart, one in self._contracted:
            phrase = phrase.replace(f" {apart} ", f" {one} ")
        return phrase

    def _in_word(self, head: str) -> Iterator[str]:
        """One word of a field and a head, as some languages make it."""
        fields = self._composition.fields
        if len(fields) != 1 or self._rank or " " in head:
            return
        for form in fields[0].compounds.get(self._code, ()):
            joined = f"{form}{head.lower()}" if " " not in form else f"{form}-{head}"
            yield joined[:1].upper() + joined[1:] if head[:1].isupper() else joined

    def _of_unit(self, head: str, plain: str, unit: Part) -> Iterator[str]:
        for noun in unit.written.get(self._code, ()):
            if not self._before:
                yield f"{head} ({noun} {plain})".replace(_AGAIN, "") if plain else f"{head} ({noun})"
            elif plain:
                yield f"{head} of the {plain} {noun}"
                yield f"{head} of {plain} {noun}"
                yield f"{head} of the {noun} for {plain}"
                yield f"{head} of the {noun} of {plain}"
                yield f"{head} of {noun} for {plain}"
                yield f"{plain} {noun} {head}"
            else:
                yield f"{head} of the {noun}"
                yield f"{noun} {head}"


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), m.group(), _folded(m.group())) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word) if word[0].isalnum() else word


def _longest(found: Sequence[Composed]) -> list[Composed]:
    """Those that lie in no other; of two that overlap the longer one, or the one before."""
    kept: list[Composed] = []
    for one in sorted(found, key=lambda c: (c.start - c.end, c.start, len(c.composition.ranks))):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)
