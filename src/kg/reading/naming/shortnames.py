"""Bodies by what a text calls them once they are known: an abbreviation, the first words, the noun alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.language import Language
from kg.reading.naming import bynames
from kg.reading.passages.frames import roles
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_LEAST_OF_NAME, _LEAST_OF_NOUN = 6, 4
_GOES_ON = r"(?!\w|[-‑]\w|\s+[A-ZÄÖÜÉÅŁŠŽČ„“\"(])"


class ShortNames:
    """Finds short names of bodies that no register knows.

    Args:
        schema: Which classes are bodies; nouns of names in the lexicon.
        spoken: The language.
    """

    def __init__(self, schema: Schema, spoken: Language) -> None:
        self._spoken = spoken
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._own = tuple(
            sorted(
                form
                for entry in schema.entries
                if entry.language == spoken.code and "OwnNoun" in roles(entry)
                for form in entry.forms
            )
        )
        self._units = schema.hinted("unit")
        self._schema = schema
        self._towns = schema.hinted("gazetteer")
        self._sender: Mention | None = None
        self._town: Mention | None = None
        self._forms: dict[str, Mention] = {}
        self._nouns: tuple[str, ...] = ()
        self._pattern: re.Pattern[str] | None = None
        self._noun: re.Pattern[str] | None = None
        ends = "|".join(sorted(map(re.escape, (*spoken.genitive, "es", "n")), key=len, reverse=True))
        self._endings = rf"(?:{ends})?" if spoken.nouns_capitalised else r"(?:['’]s|s)?"
        known = [
            re.escape(a) + ("" if a[-1] in "'’" else r"\s+")
            for a in spoken.wording.known_articles.split("|")
            if a
        ]
        self._articles = "|".join(sorted(known, key=len, reverse=True))

    def begin(
        self,
        sender: Mention | None,
        names: Sequence[str],
        heads: Iterable[Mention],
        told: Mapping[str, Mention],
    ) -> None:
        """Begin a new document.

        Args:
            sender: Who gives it out.
            names: What that is called besides.
            heads: Words in its name.
            told: Abbreviations that the text gives of other bodies.
        """
        body = sender is not None and not sender.things and self._is_body(sender) and " " in sender.text
        self._sender = sender if body else None
        town = (
            sender is not None and not sender.things and sender.classes & self._towns and " " in sender.text
        )
        self._town = sender if town else None
        self._forms = dict(told)
        self._nouns = ()
        if sender is not None and body:
            heads = list(heads)
            self._forms |= {n: sender for n in (sender.text, *names) if self._may_stand_alone(n)}
            self._nouns = tuple(sorted({m.text for m in heads if self._names_body(m)} | {*self._own}))
            if first := self._first_word(sender.text, names, heads):
                self._forms.setdefault(first, sender)
        forms = sorted(map(re.escape, self._forms), key=lambda f: (-len(f), f))
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(forms)}){self._endings}(?!\w)") if forms else None
        self._noun = self._noun_alone()

    def _first_word(self, name: str, names: Sequence[str], heads: Sequence[Mention]) -> str:
        """The word by which a firm goes ("Elmor" of "Elmor Northhaven Ltd"); "" where it may mean something else."""
        first = name.partition(" ")[0]
        if not any(bynames.plain(full) != full for full in names) or len(first) < _LEAST_OF_NAME:
            return ""
        known = self._schema.is_name(first) or any(m.text == first for m in heads)
        return "" if known or not first.isalpha() or not first.istitle() else first

    def _may_stand_alone(self, name: str) -> bool:
        return " " in name or not name[1:].islower() or len(name) >= _LEAST_OF_NAME

    def _noun_alone(self) -> re.Pattern[str] | None:
        """A pattern for the sender's noun behind an article, or with an ending that is one, and nothing of a name."""
        nouns = [noun for noun in self._nouns if len(noun) >= _LEAST_OF_NOUN]
        endings = tuple(e for e in self._spoken.wording.ending_articles.split("|") if e)
        if endings:
            nouns = [
                n
                for noun in nouns
                for n in ((noun,) if noun.endswith(endings) else map(noun.__add__, endings))
            ]
        if not nouns:
            return None
        said = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
        lead = rf"(?:{self._articles})" if self._articles else ""
        return re.compile(rf"(?<!\w)(?i:{lead}({said})){self._endings}{_GOES_ON}")

    def found(self, text: str, names: Sequence[Mention]) -> list[Mention]:
        """A block's names with those that are short for a known body, in place of what they may be else."""
        short = [*self._written(text), *self._by_noun(text, names)]
        kept = [m for m in names if m.kind is not Kind.THING or not any(_replaces(s, m) for s in short)]
        things = [m for m in kept if m.kind is Kind.THING]
        return [*kept, *(s for s in short if not any(s.overlaps(m) for m in things))]

    def _written(self, text: str) -> list[Mention]:
        if self._pattern is None:
            return []
        return [
            self._as(self._forms[match.group(1)], match.start(), match.end(), match.group(1))
            for match in self._pattern.finditer(text)
        ]

    def _by_noun(self, text: str, names: Sequence[Mention]) -> list[Mention]:
        if self._noun is None or self._sender is None:
            return []
        others = [m for m in names if self._is_body(m) and m.text != self._sender.text]
        found = []
        for match in self._noun.finditer(text):
            noun = match.group(1).casefold()
            any_kind = noun.startswith(self._own)  # "the company" is any that was named last
            if not any(m.end <= match.start() and (any_kind or noun in m.text.casefold()) for m in others):
                found.append(self._as(self._sender, match.start(1), match.end(), ""))
        return found

    def in_full(self, mention: Mention) -> Mention:
        """A body or town of which no register knows, as the sender that its name is short for."""
        sender = self._town if mention.classes & self._towns else self._sender
        if sender is None or mention.things or mention.text == sender.text or mention.kind is not Kind.THING:
            return mention
        if sender is self._sender and not self._is_body(mention):
            return mention
        if not bynames.is_short_for(mention.text, sender.text):
            return mention
        return replace(mention, text=sender.text, classes=sender.classes, also=mention.text)

    def _as(self, body: Mention, start: int, end: int, said: str) -> Mention:
        return Mention(
            Kind.THING,
            start,
            end,
            body.text,
            things=body.things,
            classes=body.classes,
            also=said if said != body.text else "",
        )

    def _is_body(self, mention: Mention) -> bool:
        if mention.kind is not Kind.THING or mention.classes & self._units:
            return False
        return any(self._schema.is_a(c, self._bodies) for c in mention.classes)

    def _names_body(self, word: Mention) -> bool:
        """Whether a word is a noun that says of a name that it is a body's."""
        entry = word.entry
        if entry is None or "NameHead" not in entry.hints.get("role", ()):
            return False
        return any(self._schema.is_a(c, self._bodies) for c in entry.denotes)


def _replaces(short: Mention, other: Mention) -> bool:
    return other.inside(short.start, short.end)
