"""Made-up names ("SunGrid"): by a noun near them, or by what is told of them where no noun says what they name.

A class says that its things have such names (`kg:coinedNames`). A word that tells of things of that class (who takes
part in them, leads or pays for them) says what a name is the name of, where the name stands as such a thing does:
behind certain prepositions (`kg:coinedBehind`), behind the verb as its object, or at the head of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language import Language
from kg.reading.grammar import Grammar
from kg.reading.naming import bynames
from kg.reading.passages.listing import is_among
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_LAST_WORD = re.compile(r"(?:\s[^\s,.;:!?]+){0,4}?\s(\w+)(?=[,.;:!?]|$)")
_RUBRIC = re.compile(r"(?:\s[A-ZÀ-Ý]{2,})*\s?[–—|]\s")
_COINED = re.compile(r"[^\W\d_][A-ZÄÖÜÉ]|\d|^\+")
_COINED_NAME = re.compile(
    r"(?<![\w@/.-])\+?(?:[A-ZÀ-ÖØ-ÞŒ]{5,}\d*|(?:[A-Z]+[a-zà-ÿ]+){2,}\d*|[A-Za-z]+\d[A-Za-z]+|[A-Z]+_[A-Z]+\w*"
    r"|[A-Z]{3,}-(?:[A-Z]+|\d+)|[A-Z][a-z]+[A-Z]{2,}|[a-z]{2,}[A-Z]{2,}(?:\s20\d\d)?)\+?(?!\w|[@/.-](?!\s|$))"
)
# two words in one, each with a capital of its own: hardly ever anything but a name
_JOINED_WORDS = re.compile(r"(?:[A-Z][a-zà-ÿ]{2,}){2,}\d*")
_QUOTES = '„“”"«»'
_TAIL = re.compile(r"\s(?:[IVX]{1,4}|[A-Z]{2,3}|\d\.\d)(?=[\s,.;:)!?]|$)(?!\.\w)")
_NEAR_HEAD, _NOT_FAR, _NEAR_WORD, _LEGAL, _LEAD = 100, 240, 70, 5, 40
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_CLAUSE_END, _SENTENCE_START = re.compile(r"[.;:!?]\s|,"), re.compile(r"(?:^|[.!?]\s+|\n)[\W_]*$")


def is_coined(name: str) -> bool:
    """Whether a name looks made up: capitals inside a word, digits, or quotation marks around it."""
    return _COINED.search(name) is not None


def joins_words(word: str) -> bool:
    """Whether a word is two in one, each with a capital of its own, as hardly anything but a name is."""
    return _JOINED_WORDS.fullmatch(word) is not None


def coined_tail(text: str, end: int) -> int:
    """Where a made-up name ends that goes on with a number or a few capitals ("ALBA II"); 0 where it does not."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail is not None else 0


class CoinedNames:
    """Finds such names in texts of one language.

    Args:
        schema: Classes with such names, and what is told of them.
        spoken: The language.
        grammar: Its grammar.
    """

    def __init__(self, schema: Schema, spoken: Language, grammar: Grammar) -> None:
        self._grammar = grammar
        self._coining = schema.hinted("coinedNames")
        self._tellers = _tellers(schema, self._coining)
        words = sorted({w for c in self._coining for w in schema.classes[c].hints.get("coinedBehind", ())})
        closed = sorted(schema.hinted("closedName"))
        self._actors = frozenset(
            c for c in schema.classes if c not in self._coining and schema.is_a(c, closed)
        ) | schema.hinted("gazetteer")
        self._leads = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s$", re.IGNORECASE)
        slots = (slot for shape in schema.classes.values() for slot in shape.slots if slot.each)
        leads = sorted({word for slot in slots for word in slot.hints.get("nameCue", ())})
        self._by = re.compile(rf"\s(?:{'|'.join(map(re.escape, leads)) or '(?!)'})(?:\s\w{{3}})?\s$")
        self._agent_lead = re.compile(
            rf"(\w+)\s(?:{'|'.join(map(re.escape, leads)) or '(?!)'})(?:\s\w{{1,3}})?\s$"
        )

    def find(self, text: str, mentions: Sequence[Mention], *, by_nouns: bool = True) -> list[Mention]:
        """Such names in a text, those side by side as one.

        Args:
            text: Of one block.
            mentions: What the register and the lexicon know in it.
            by_nouns: Also those that a noun tells.
        """
        heads = [
            (m.start, classes)
            for m in (mentions if by_nouns else ())
            if m.entry is not None
            and m.kind in (Kind.WORD, Kind.REFERENCE)
            and (classes := self._coining & frozenset(m.entry.denotes))
        ]
        tellers = [
            m for m in mentions if m.entry is not None and not self._tellers.isdisjoint(m.entry.evokes)
        ]
        found = []
        for match in _COINED_NAME.finditer(text) if heads or tellers else ():
            name = Mention(Kind.THING, match.start(), match.end(), match.group(0))
            within = (
                m for m in mentions if m.kind is not Kind.WORD or not m.inside(name.start, name.end - 1)
            )
            if any(m.overlaps(name) for m in within) or _is_part_of_quoted(text, name):
                continue
            if _is_rubric(text, name) and not any(0 < name.start - at <= _NEAR_HEAD for at, _ in heads):
                continue
            classes = self._by_noun(text, name, heads, mentions) or self._by_word(
                text, name, tellers, mentions
            )
            if classes:
                end = max(name.end, coined_tail(text, name.end))
                found.append(replace(name, end=end, text=text[name.start : end], classes=classes))
        return _together(found, text)

    def without_members(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Mentions without made-up names in lists of towns and bodies: they name one of those ("A, EWEX and B")."""
        coined = [m for m in mentions if m.kind is Kind.THING and not m.things and m.classes & self._coining]
        if not coined:
            return mentions
        actors = [m for m in mentions if m.kind is Kind.THING and not self._actors.isdisjoint(m.classes)]
        gone = [m for m in coined if is_among(m, actors, text, mentions, self._grammar)]
        return [m for m in mentions if m not in gone]

    def _by_noun(
        self,
        text: str,
        name: Mention,
        heads: Sequence[tuple[int, frozenset[str]]],
        mentions: Sequence[Mention],
    ) -> frozenset[str]:
        """What a noun near a name says that it names; nothing for none."""
        if not heads:
            return frozenset()
        near, classes = min(((abs(at - name.start), c) for at, c in heads), key=lambda h: h[0])
        told = near <= _NEAR_HEAD or (near <= _NOT_FAR and not _is_called_other(text, name, mentions))
        acts = self._agent_lead.search(text[max(0, name.start - _LEAD) : name.start])
        agent = acts is not None and self._grammar.is_participle(acts.group(1))
        return classes if told and not (agent or self._is_doer(text, name)) else frozenset()

    def _is_doer(self, text: str, name: Mention) -> bool:
        """Whether a preposition of agents leads to a name, and a participle ends the clause ("von der X geleitet")."""
        if not self._grammar.verb_last or not self._by.search(text[max(0, name.start - _LEAD) : name.start]):
            return False
        last = _LAST_WORD.match(text, name.end)
        return last is not None and self._grammar.is_participle(last.group(1))

    def _by_word(
        self, text: str, name: Mention, tellers: Sequence[Mention], mentions: Sequence[Mention]
    ) -> frozenset[str]:
        """What the words around a name say that it names, where two words are joined in it; nothing for none."""
        near = [w for w in tellers if w.start - name.end <= _NEAR_WORD and name.start - w.end <= _NEAR_WORD]
        if not near or _is_called_other(text, name, mentions):
            return frozenset()
        lead = text[: name.start]
        if not _JOINED_WORDS.fullmatch(text, name.start, name.end):
            opens = _SENTENCE_START.search(lead) is not None
            done = opens and any(self._is_done_to(text, name, word) for word in near)
            return self._coining if done else frozenset()
        if self._leads.search(lead) or any(self._is_of_name(text, name, word) for word in near):
            return self._coining
        if self._grammar.after_preposition(text, name.start):
            return frozenset()
        if _SENTENCE_START.search(lead):
            stop = _CLAUSE_END.search(text, name.end)
            told_behind = stop is not None and any(w.start >= stop.end() for w in near)
            alone = told_behind and not any(name.end <= w.start < stop.start() for w in near if stop)
            done = any(self._is_done_to(text, name, word) for word in near)
            return self._coining if alone or done else frozenset()
        if self._opens_main_clause(lead, near):
            return self._coining
        before = any(
            w.end <= name.start
            and not _CLAUSE_END.search(text, w.end, name.start)
            and any(m.kind is Kind.THING and m.end <= w.start for m in _same_clause(mentions, w, text))
            for w in near
        )
        return self._coining if before and _CLAUSE_END.match(text, name.end) else frozenset()

    def _is_of_name(self, text: str, name: Mention, word: Mention) -> bool:
        """Whether a noun says what those named have to do with a name right behind it ("partners of SunGrid")."""
        if word.end >= name.start or (self._grammar.is_participle(word.text) and self._grammar.verb_last):
            return False
        return self._grammar.owned_by(text[word.end : name.start])

    def _opens_main_clause(self, lead: str, near: Sequence[Mention]) -> bool:
        """Whether a participle that opens the sentence is said of a name behind its comma ("Paid by X, SunGrid …")."""
        first = [w for w in near if _SENTENCE_START.search(lead[: w.start]) and w.start < len(lead)]
        return lead.endswith(", ") and any(
            self._grammar.is_participle(lead[w.start : w.end].rpartition("-")[2])
            and not _SENTENCE_END.search(lead, w.end)
            for w in first
        )

    def _is_done_to(self, text: str, name: Mention, word: Mention) -> bool:
        """Whether a word for what is done to things of a class is said of a name before it ("X is funded by …")."""
        if word.start < name.end or _CLAUSE_END.search(text, name.end, word.start):
            return False
        behind = text[word.end :].split(maxsplit=1)[:1]
        agent = any(self._grammar.is_agent_lead(f" {w} ") for w in behind)
        return agent or self._grammar.passive(text, word.start, word.end)


def _tellers(schema: Schema, coining: frozenset[str]) -> frozenset[str]:
    """Classes and properties of what is told of things of some classes, by a slot that takes nothing but the like."""
    found: set[str] = set()
    for shape in schema.classes.values():
        for slot in shape.slots:
            takes = slot.hints.get("fillers") or slot.classes
            if slot.kind == "thing" and any(schema.is_a(c, takes) for c in coining):
                found.update((shape.iri, slot.path))
            if any(schema.is_a(c, (shape.iri,)) for c in coining):
                found.add(slot.path)
    return frozenset(found)


def _is_part_of_quoted(text: str, name: Mention) -> bool:
    """Whether a quotation mark stands on one side of a word alone, so that it begins or ends a longer name."""
    before, behind = text[name.start - 1 : name.start], text[name.end : name.end + 1]
    return bool(before) and (before in _QUOTES) != (bool(behind) and behind in _QUOTES)


def _is_rubric(text: str, name: Mention) -> bool:
    """Whether a word in capitals stands before the dash that a short notice opens with ("CALENDAR – X joins Y")."""
    shouted = text[name.start : name.end].isalpha() and text[name.start : name.end].isupper()
    return (
        shouted
        and _SENTENCE_START.search(text[: name.start]) is not None
        and _RUBRIC.match(text, name.end) is not None
    )


def _same_clause(mentions: Sequence[Mention], word: Mention, text: str) -> list[Mention]:
    """The mentions that no mark parts from a word behind them."""
    return [m for m in mentions if not _CLAUSE_END.search(text, m.end, word.start)]


def _is_called_other(text: str, name: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a noun before a made-up word, or a legal form behind it, makes it the name of something else."""
    behind = text[name.start : name.end + _LEGAL].rstrip()
    return bynames.plain(behind) != behind or any(
        m.kind is Kind.WORD and m.end + 1 == name.start and m.entry is not None and m.entry.denotes
        for m in mentions
    )


def _together(names: Sequence[Mention], text: str) -> list[Mention]:
    """Made-up words side by side are one name ("BLUE ROOFS")."""
    found: list[Mention] = []
    for name in names:
        last = found[-1] if found else None
        if last is not None and text[last.end : name.start] == " " and last.classes == name.classes:
            found[-1] = replace(last, end=name.end, text=text[last.start : name.end])
        else:
            found.append(name)
    return found
